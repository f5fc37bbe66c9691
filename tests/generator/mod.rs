//! Makes reports: deterministic, of any size, with made-up people. For tests and benches.
#![allow(dead_code)] // each user needs a part of it

pub mod families;
pub mod show;
pub mod trouble;

/// The 48 columns of Amazon Fulfilled Shipments.
pub const FULFILLED_SHIPMENTS: [&str; 48] = [
    "amazon-order-id",
    "merchant-order-id",
    "shipment-id",
    "shipment-item-id",
    "amazon-order-item-id",
    "merchant-order-item-id",
    "purchase-date",
    "payments-date",
    "shipment-date",
    "reporting-date",
    "buyer-email",
    "buyer-name",
    "buyer-phone-number",
    "sku",
    "product-name",
    "quantity-shipped",
    "currency",
    "item-price",
    "item-tax",
    "shipping-price",
    "shipping-tax",
    "gift-wrap-price",
    "gift-wrap-tax",
    "ship-service-level",
    "recipient-name",
    "ship-address-1",
    "ship-address-2",
    "ship-address-3",
    "ship-city",
    "ship-state",
    "ship-postal-code",
    "ship-country",
    "ship-phone-number",
    "bill-address-1",
    "bill-address-2",
    "bill-address-3",
    "bill-city",
    "bill-state",
    "bill-postal-code",
    "bill-country",
    "item-promotion-discount",
    "ship-promotion-discount",
    "carrier",
    "tracking-number",
    "estimated-arrival-date",
    "fulfillment-center-id",
    "fulfillment-channel",
    "sales-channel",
];

/// A small generator of numbers (SplitMix64): the same seed gives the same report everywhere.
#[derive(Clone)]
pub struct Numbers(pub u64);

impl Numbers {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit.max(1)
    }
    pub fn pick<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len() as u64) as usize]
    }
    /// True in so many of a thousand cases.
    pub fn per_mille(&mut self, share: u64) -> bool {
        self.below(1000) < share
    }
}

/// How the report is to be written.
#[derive(Clone)]
pub struct Plan {
    pub seed: u64,
    /// At least so many bytes, in whole records.
    pub bytes: usize,
    pub quoted_csv: bool,
    pub crlf: bool,
    /// In a thousand records, so many have something wrong with them.
    pub damaged_per_mille: u64,
}

impl Default for Plan {
    fn default() -> Self {
        Plan { seed: 1, bytes: 100_000, quoted_csv: false, crlf: false, damaged_per_mille: 5 }
    }
}

/// City, state, ZIP that belong together.
const PLACES: [(&str, &str, &str); 12] = [
    ("Seattle", "WA", "98110-1523"),
    ("Austin", "TX", "78701"),
    ("New Haven", "CT", "06513"),
    ("Portland", "OR", "97201"),
    ("Miami", "FL", "33101-2044"),
    ("Chicago", "IL", "60601"),
    ("Brooklyn", "NY", "11201"),
    ("San Francisco", "CA", "94103"),
    ("San Juan", "PR", "00901"),
    ("Cheyenne", "WY", "82001"),
    ("St. Paul", "MN", "55101"),
    ("Winston-Salem", "NC", "27101"),
];

const TITLES: [&str; 6] = [
    "Stoneware mug, 11 oz, blue, dishwasher safe",
    "Desk lamp with 1/2\" arm and \"brass\" finish",
    "Notebook A5, ruled, 120 pages, pack of 3",
    "Garden hose 50 ft, kink resistant, with brass fittings",
    "LED bulb E26 60 W equivalent, warm white, 4-pack",
    "Cutting board, bamboo, large",
];

/// What may be wrong with a record: the column and the cell that stands there instead.
pub const DAMAGE: [(&str, &str); 10] = [
    ("shipment-date", "2/30/26"),
    ("item-price", "1,299.00"),
    ("ship-state", "Conneticut"),
    ("ship-state", "California"),
    ("ship-country", "MX"),
    ("amazon-order-id", ""),
    ("quantity-shipped", "0"),
    ("currency", "usd"),
    ("ship-postal-code", "651"),
    ("amazon-order-item-id", "7.66446E+12"),
];

/// A whole report. Names are of nobody, addresses at example.com.
pub fn report(plan: &Plan) -> Vec<u8> {
    let mut numbers = Numbers(plan.seed);
    let mut out = Vec::with_capacity(plan.bytes + 1024);
    write_record(plan, &FULFILLED_SHIPMENTS.map(str::to_owned), &mut out);
    let mut number = 0;
    while out.len() < plan.bytes {
        write_record(plan, &record(&mut numbers, number, plan.damaged_per_mille), &mut out);
        number += 1;
    }
    out
}

fn write_record(plan: &Plan, cells: &[String; 48], out: &mut Vec<u8>) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            out.push(if plan.quoted_csv { b',' } else { b'\t' });
        }
        if plan.quoted_csv {
            out.push(b'"');
            out.extend(cell.replace('"', "\"\"").bytes());
            out.push(b'"');
        } else {
            out.extend(cell.bytes());
        }
    }
    out.extend(if plan.crlf { b"\r\n".as_slice() } else { b"\n" });
}

/// One record's cells.
pub fn record(numbers: &mut Numbers, number: u64, damaged_per_mille: u64) -> [String; 48] {
    let (city, state, zip) = PLACES[numbers.below(PLACES.len() as u64) as usize];
    let day = 1 + numbers.below(28);
    let time = format!("T{:02}:{:02}:{:02}-07:00", numbers.below(24), numbers.below(60), numbers.below(60));
    let ordered = format!("2026-03-{:02}{time}", day);
    let shipped = format!("2026-04-{:02}{time}", day);
    let quantity = 1 + numbers.below(4);
    let cents = (299 + numbers.below(9000)) * quantity;
    // Oregon has no sales tax.
    let tax = if state == "OR" { 0 } else { cents * 8 / 100 };
    let money = |cents: u64| format!("{}.{:02}", cents / 100, cents % 100);
    let discount = if numbers.per_mille(150) { format!("-{}", money(cents / 10)) } else { String::new() };
    let person = if numbers.per_mille(10) { "Z\u{f6}e Mu\u{f1}oz" } else { "Robin Sample" };
    let street = format!("{} Example Street", 1 + numbers.below(9999));
    let cell = |name: &str| -> String {
        match name {
            "amazon-order-id" => {
                format!("11{}-{:07}-{:07}", number % 5, number / 7 % 10_000_000, number * 31 % 10_000_000)
            }
            "shipment-id" => format!("D{:08}", number),
            "shipment-item-id" => format!("Dw{:08}", number),
            "amazon-order-item-id" => format!("0{:013}", number * 97),
            "purchase-date" | "payments-date" => ordered.clone(),
            "shipment-date" | "reporting-date" => shipped.clone(),
            "buyer-email" => format!("b{number}@example.com"),
            "buyer-name" | "recipient-name" => person.to_owned(),
            "sku" => format!("SKU-{:05}", number % 700),
            "product-name" => TITLES[number as usize % TITLES.len()].to_owned(),
            "quantity-shipped" => quantity.to_string(),
            "currency" => "USD".to_owned(),
            "item-price" => money(cents),
            "item-tax" => money(tax),
            "shipping-price" | "shipping-tax" | "gift-wrap-price" | "gift-wrap-tax" => "0.00".to_owned(),
            "ship-service-level" => "Standard".to_owned(),
            "ship-address-1" | "bill-address-1" => street.clone(),
            "ship-city" | "bill-city" => city.to_owned(),
            "ship-state" | "bill-state" => state.to_owned(),
            "ship-postal-code" | "bill-postal-code" => zip.to_owned(),
            "ship-country" | "bill-country" => "US".to_owned(),
            "item-promotion-discount" => discount.clone(),
            "carrier" => "UPS".to_owned(),
            "tracking-number" => format!("1ZEXAMPLE{number:09}"),
            "estimated-arrival-date" => format!("2026-05-{day:02}T20:00:00-07:00"),
            "fulfillment-center-id" => "ABE2".to_owned(),
            "fulfillment-channel" => "AFN".to_owned(),
            "sales-channel" => "Amazon.com".to_owned(),
            _ => String::new(),
        }
    };
    let mut cells = FULFILLED_SHIPMENTS.map(cell);
    if numbers.per_mille(damaged_per_mille) {
        let (column, damaged) = DAMAGE[numbers.below(DAMAGE.len() as u64) as usize];
        if let Some(at) = FULFILLED_SHIPMENTS.iter().position(|name| *name == column) {
            cells[at] = damaged.to_owned();
        }
    }
    cells
}
