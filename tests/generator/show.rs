//! The show: a report of a thousand orders in which trouble is planted, and the sheet of what was planted. A second
//! download overlaps with it.
//!
//! `UPDATE=1 cargo test --test show` writes both beside each other into `tests/fixtures/show`. The sheet is enough to
//! work out from the report what must come of it, without this generator and without the crate.

use super::trouble::{self, Change, Kind, TROUBLES, Trouble};
use super::{FULFILLED_SHIPMENTS, Numbers};

/// The report that has the trouble in it, and the later download of its last days.
pub const REPORT: &str = "report.txt";
pub const AGAIN: &str = "again.txt";
pub const ORDERS: u64 = 1_000;

pub struct Show {
    pub report: Vec<u8>,
    pub again: Vec<u8>,
    pub planted: Vec<Planted>,
}

/// A line of the sheet: what was planted, and what must come of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planted {
    pub file: &'static str,
    /// Counted from the header = 1; none: it is about the whole file.
    pub record: Option<u64>,
    pub column: &'static str,
    pub code: &'static str,
    pub kind: Kind,
    /// More than once only where it is about the whole file.
    pub times: u64,
    /// What the column's cell is worth, where that is not what stands in it.
    pub sent: Option<&'static str>,
    /// What stood in the column's cell before, where an edit of that cell alone puts everything right.
    pub was: Option<String>,
}

/// City, state, ZIP, and the tax there in hundredths of a percent, as rates of 2026 may be.
const PLACES: [(&str, &str, &str, u64); 52] = [
    ("Birmingham", "AL", "35203", 1000),
    ("Anchorage", "AK", "99501", 0),
    ("Phoenix", "AZ", "85001", 860),
    ("Little Rock", "AR", "72201", 860),
    ("San Francisco", "CA", "94103", 863),
    ("Denver", "CO", "80202", 881),
    ("New Haven", "CT", "06513", 635),
    ("Wilmington", "DE", "19801", 0),
    ("Washington", "DC", "20001", 600),
    ("Miami", "FL", "33101", 700),
    ("Atlanta", "GA", "30303", 890),
    ("Honolulu", "HI", "96813", 450),
    ("Boise", "ID", "83702", 600),
    ("Chicago", "IL", "60601", 1025),
    ("Indianapolis", "IN", "46204", 700),
    ("Des Moines", "IA", "50309", 700),
    ("Wichita", "KS", "67202", 750),
    ("Louisville", "KY", "40202", 600),
    ("New Orleans", "LA", "70112", 945),
    ("Portland", "ME", "04101", 550),
    ("Baltimore", "MD", "21201", 600),
    ("Boston", "MA", "02108", 625),
    ("Detroit", "MI", "48201", 600),
    ("St. Paul", "MN", "55101", 788),
    ("Biloxi", "MS", "39530", 700),
    ("St. Louis", "MO", "63101", 968),
    ("Billings", "MT", "59101", 0),
    ("Omaha", "NE", "68102", 700),
    ("Las Vegas", "NV", "89101", 838),
    ("Manchester", "NH", "03101", 0),
    ("Newark", "NJ", "07102", 663),
    ("Albuquerque", "NM", "87102", 763),
    ("Brooklyn", "NY", "11201", 888),
    ("Winston-Salem", "NC", "27101", 675),
    ("Fargo", "ND", "58102", 750),
    ("Columbus", "OH", "43215", 750),
    ("Tulsa", "OK", "74103", 852),
    ("Portland", "OR", "97201", 0),
    ("Philadelphia", "PA", "19102", 800),
    ("San Juan", "PR", "00901", 1150),
    ("Providence", "RI", "02903", 700),
    ("Charleston", "SC", "29401", 900),
    ("Sioux Falls", "SD", "57104", 620),
    ("Nashville", "TN", "37201", 975),
    ("Austin", "TX", "78701", 825),
    ("Salt Lake City", "UT", "84101", 775),
    ("Burlington", "VT", "05401", 700),
    ("Richmond", "VA", "23219", 600),
    ("Seattle", "WA", "98101", 1035),
    ("Charleston", "WV", "25301", 700),
    ("Milwaukee", "WI", "53202", 550),
    ("Cheyenne", "WY", "82001", 600),
];

/// Number, title, and the price of one in cents.
const PRODUCTS: [(&str, &str, u64); 10] = [
    ("MUG-BLUE-11", "Stoneware mug, 11 oz, blue, dishwasher safe", 1999),
    ("LAMP-3", "Desk lamp with 1/2\" arm and \"brass\" finish", 4150),
    ("NOTE-A5-3", "Notebook A5, ruled, 120 pages, pack of 3", 1249),
    ("HOSE-50", "Garden hose 50 ft, kink resistant, with brass fittings", 3895),
    ("BULB-E26-4", "LED bulb E26 60 W equivalent, warm white, 4-pack", 899),
    ("BOARD-L", "Cutting board, bamboo, large", 2700),
    ("TENT-2P", "Tent for two, 3 seasons", 18_950),
    ("PEN-BLACK", "Gel pen, black, 0.5 mm", 349),
    ("CHAIR-OAK", "Chair, oak, with armrests", 23_400),
    ("SOAP-6", "Olive oil soap, 6 bars", 1575),
];

/// Nobody's names.
const PEOPLE: [&str; 6] =
    ["Robin Sample", "Kim Beispiel", "Chris Muster", "Zo\u{eb} Ejemplo", "Alex Specimen", "Toni Esimerkki"];

const CENTERS: [&str; 10] = ["ABE2", "ATL6", "BFI4", "CMH1", "DFW7", "EWR4", "LAS1", "MDW2", "ONT8", "TPA1"];

/// From 2026-03-01 on.
const DAYS: u64 = 92;

type Cells = [String; 48];

/// The days of March, April and May 2026.
fn day(number: u64) -> String {
    match number {
        0..31 => format!("2026-03-{:02}", number + 1),
        31..61 => format!("2026-04-{:02}", number - 30),
        _ => format!("2026-05-{:02}", number - 60),
    }
}

/// The records of one order: an item each, all in one shipment.
fn order(number: u64, numbers: &mut Numbers) -> Vec<Cells> {
    let &(city, state, zip, rate) = &PLACES[numbers.below(PLACES.len() as u64) as usize];
    let day = day(number * DAYS / ORDERS);
    let minutes = numbers.below(60);
    let person = PEOPLE[numbers.below(PEOPLE.len() as u64) as usize];
    let center = CENTERS[numbers.below(CENTERS.len() as u64) as usize];
    let items = 1 + u64::from(numbers.per_mille(200)) + u64::from(numbers.per_mille(40));
    let street = format!("{} Example Street", 1 + numbers.below(9999));
    let money = |cents: u64| format!("{}.{:02}", cents / 100, cents % 100);
    let item = |item: u64| {
        let (sku, title, unit) = PRODUCTS[numbers.below(PRODUCTS.len() as u64) as usize];
        let quantity = 1 + numbers.below(3);
        let price = unit * quantity;
        let discount = if numbers.per_mille(150) { price / 10 } else { 0 };
        let shipping = if item == 0 && numbers.per_mille(120) { 599 } else { 0 };
        let shipping_discount = if numbers.per_mille(400) { shipping } else { 0 };
        let wrap = if numbers.per_mille(40) { 449 } else { 0 };
        let tax = |cents: u64| money((cents * rate + 5_000) / 10_000);
        let minus = |cents: u64| if cents == 0 { String::new() } else { format!("-{}", money(cents)) };
        FULFILLED_SHIPMENTS.map(|name| match name {
            "amazon-order-id" => {
                format!(
                    "11{}-{:07}-{:07}",
                    1 + number % 4,
                    1_000_000 + number * 7919,
                    4_000_000 + number * 31
                )
            }
            "shipment-id" => format!("Dm{number:07}"),
            "shipment-item-id" => format!("Dw{number:06}{item}"),
            "amazon-order-item-id" => format!("0766{:010}", number * 10 + item),
            "purchase-date" | "payments-date" => format!("{day}T09:{minutes:02}:17-07:00"),
            "shipment-date" => format!("{day}T15:{minutes:02}:58-07:00"),
            "reporting-date" => format!("{day}T16:{minutes:02}:58-07:00"),
            "buyer-email" => format!("b{number}@example.com"),
            "buyer-name" | "recipient-name" => person.to_owned(),
            "buyer-phone-number" | "ship-phone-number" => format!("+1 206-555-01{:02}", number % 100),
            "sku" => sku.to_owned(),
            "product-name" => title.to_owned(),
            "quantity-shipped" => quantity.to_string(),
            "currency" => "USD".to_owned(),
            "item-price" => money(price),
            "item-tax" => tax(price - discount),
            "shipping-price" => money(shipping),
            "shipping-tax" => tax(shipping - shipping_discount),
            "gift-wrap-price" => money(wrap),
            "gift-wrap-tax" => tax(wrap),
            "ship-service-level" => "Standard".to_owned(),
            "ship-address-1" | "bill-address-1" => street.clone(),
            "ship-city" | "bill-city" => city.to_owned(),
            "ship-state" | "bill-state" => state.to_owned(),
            "ship-postal-code" | "bill-postal-code" => zip.to_owned(),
            "ship-country" | "bill-country" => "US".to_owned(),
            "item-promotion-discount" => minus(discount),
            "ship-promotion-discount" => minus(shipping_discount),
            "carrier" => "UPS".to_owned(),
            "tracking-number" => format!("1ZEXAMPLE{number:09}"),
            "estimated-arrival-date" => format!("{day}T20:00:00-07:00"),
            "fulfillment-center-id" => center.to_owned(),
            "fulfillment-channel" => "AFN".to_owned(),
            "sales-channel" => "Amazon.com".to_owned(),
            _ => String::new(),
        })
    };
    (0..items).map(item).collect()
}

/// A file that is being written.
struct File {
    name: &'static str,
    bytes: Vec<u8>,
    /// The record that comes next.
    next: u64,
    planted: Vec<Planted>,
}

impl File {
    fn new(name: &'static str) -> File {
        let mut file = File { name, bytes: Vec::new(), next: 1, planted: Vec::new() };
        let header = FULFILLED_SHIPMENTS.join("\t");
        match name {
            // Amazon has added a column since.
            AGAIN => {
                file.note(Some(file.next), &trouble::NEW_COLUMN, None);
                file.line(format!("{header}\tstore-note").as_bytes());
            }
            _ => file.line(header.as_bytes()),
        }
        file
    }
    fn line(&mut self, line: &[u8]) {
        self.bytes.extend_from_slice(line);
        self.bytes.push(b'\n');
        self.next += 1;
    }
    fn record(&mut self, cells: &Cells) {
        let line = self.written(cells);
        self.line(&line);
    }
    fn written(&self, cells: &Cells) -> Vec<u8> {
        let mut line = cells.join("\t").into_bytes();
        line.extend((self.name == AGAIN).then_some(b'\t'));
        line
    }
    fn note(&mut self, record: Option<u64>, trouble: &Trouble, before: Option<&Cells>) {
        let sent = trouble.cells.iter().find(|(column, ..)| *column == trouble.column);
        let is_mended = trouble.kind == Kind::Error
            && matches!(trouble.cells, [(column, ..)] if *column == trouble.column);
        self.planted.push(Planted {
            file: self.name,
            record,
            column: trouble.column,
            code: trouble.code,
            kind: trouble.kind,
            times: 1,
            sent: sent
                .filter(|(_, written, sent)| written != sent && trouble.kind != Kind::Error)
                .map(|(.., sent)| *sent),
            was: before.filter(|_| is_mended).map(|cells| cells[place(trouble.column)].clone()),
        });
    }
    fn plant(&mut self, before: &Cells, trouble: &Trouble) {
        let mut cells = before.clone();
        for &(column, written, _) in trouble.cells {
            set(&mut cells, column, written);
        }
        let mut line = self.written(&cells);
        match trouble.change {
            Change::Cells => {
                self.note(Some(self.next), trouble, Some(before));
                self.line(&line);
            }
            Change::Line(change) => {
                change(&mut line);
                self.note(Some(self.next), trouble, Some(before));
                self.line(&line);
            }
            Change::Below(below) => {
                self.line(&line);
                self.note(Some(self.next), trouble, Some(before));
                self.line(&below(&line));
            }
        }
    }
}

fn set(cells: &mut Cells, column: &str, text: &str) {
    cells[place(column)] = text.to_owned();
}

fn place(column: &str) -> usize {
    let at = FULFILLED_SHIPMENTS.iter().position(|name| *name == column);
    at.expect("a column of the report")
}

/// Every kind of trouble is planted this often.
const TIMES: usize = 2;

pub fn show() -> Show {
    let mut numbers = Numbers(2026);
    let records: Vec<Cells> = (0..ORDERS).flat_map(|number| order(number, &mut numbers)).collect();
    let (mut report, mut again) = (File::new(REPORT), File::new(AGAIN));
    // The trouble lies all over the first two months and a half, the later download begins after that.
    let last_days = records.iter().position(|cells| cells[8].starts_with("2026-05-25")).expect("a record");
    let step = last_days / (TROUBLES.len() * TIMES + 1);
    for (at, cells) in records.iter().enumerate() {
        let nth = if at % step == step - 1 { at / step } else { usize::MAX };
        match TROUBLES.get(nth % TROUBLES.len()).filter(|_| nth < TROUBLES.len() * TIMES) {
            Some(trouble) => report.plant(cells, trouble),
            None => report.record(cells),
        }
        if at >= last_days {
            match (at - last_days) % 25 {
                7 => again.plant(cells, &trouble::DIFFERS),
                // Sold since, or not yet listed then.
                12 => again.record(&later(cells)),
                _ => again.plant(cells, &trouble::AGAIN),
            }
        }
    }
    let [.., last] = &records[..] else { unreachable!("there are records") };
    report.plant(&later(last), &trouble::CUT_OFF);
    report.bytes.pop();
    for trouble in trouble::OF_THE_FILE {
        report.note(trouble.record, &trouble.trouble, None);
        if let Some(planted) = report.planted.last_mut() {
            planted.times = trouble.times;
        }
    }
    let planted = [report.planted, again.planted].concat();
    Show { report: report.bytes, again: again.bytes, planted }
}

/// Another sale like this one.
fn later(cells: &Cells) -> Cells {
    let mut cells = cells.clone();
    for at in [0, 2, 3, 4] {
        let text = &mut cells[at];
        text.pop();
        text.push('x');
    }
    // Of an order number, only digits are good.
    cells[0] = cells[0].replace("-4", "-9").replace('x', "0");
    cells
}

/// The sheet as it is checked in: tabs between its columns, control signs written as in Rust.
pub fn sheet(planted: &[Planted]) -> String {
    let mut sheet = "file\trecord\tcolumn\tcode\tkind\ttimes\tsent\twas\n".to_owned();
    for Planted { file, record, column, code, kind, times, sent, was } in planted {
        let record = record.map_or(String::new(), |record| record.to_string());
        let sent = sent.map_or(String::new(), |sent| format!("{sent:?}"));
        let was = was.as_deref().unwrap_or_default();
        sheet += &format!("{file}\t{record}\t{column}\t{code}\t{}\t{times}\t{sent}\t{was}\n", kind.name());
    }
    sheet
}
