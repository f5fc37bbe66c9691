//! What shows only when many records are seen together: in a file, and in all files of a batch.
//!
//! Small files and small sellers are often uniform by chance, so each check speaks only where chance does not explain
//! what it found; the constants say from when on, and why.

use super::Context;
use super::money::has_no_sales_tax;
use crate::fields::date::{day_number, from_day_number};
use crate::fields::{Amount, Currency, Value};
use crate::findings::Code;
use crate::reports::{Field, Layout, Row};
use crate::sale_line::{Collector, SaleLine, TransactionType};
use crate::wire::Wire;

pub(super) const CODES: &[&Code] = &[
    &PRICES_ALL_EQUAL,
    &TAX_ALL_ZERO,
    &COLUMN_EMPTY,
    &CURRENCIES_MIXED,
    &ROWS_AT_SPREADSHEET_LIMIT,
    &DAYS_WITHOUT_SALES,
    &MONTH_WITHOUT_SALES,
    &PERIOD_NOT_COVERED,
];

pub static PRICES_ALL_EQUAL: Code = Code::warning("prices-all-equal")
    .what("Every line of the file has the same price, whether one piece was sold or several.")
    .why("The price of a line is for all its pieces. It looks as if one price had been copied down the column, or the price of one piece put in its place.")
    .fix("Compare a sale of several pieces with Seller Central. If its price is wrong here, download the report again and do not open it first.");

pub static TAX_ALL_ZERO: Code = Code::warning("tax-all-zero")
    .what("No sale in the file has any tax, though many went to states that have a sales tax.")
    .why("Amazon collects the tax there, so it should stand in the report. Without it you cannot show what was collected for you.")
    .fix("If you sell only goods that are free of tax everywhere, nothing. Else download the report again, with its tax columns, and do not open it first.");

pub static COLUMN_EMPTY: Code = Code::note("column-empty")
    .what("A column that is sent has nothing in it, in the whole file.")
    .why(
        "Your tax service gets nothing there. The column may have been left out of the download, or cleared.",
    )
    .fix("If you expected something in it, download the report again and do not open it first.");

pub static CURRENCIES_MIXED: Code = Code::note("currencies-mixed")
    .what("The file has sales in more than one currency.")
    .why("Amounts in different currencies cannot be added up. All totals are kept apart by currency.")
    .fix("Nothing to do if you sell in several of Amazon's stores. Compare each currency's total with its store.");

pub static ROWS_AT_SPREADSHEET_LIMIT: Code = Code::warning("rows-at-spreadsheet-limit")
    .what("The file has exactly as many rows as a spreadsheet can hold: 65,536 or 1,048,576.")
    .why("A spreadsheet drops what is below its last row without a word. Sales may be missing at the end.")
    .fix("Download the report again and choose the downloaded file itself, or download shorter periods.");

pub static DAYS_WITHOUT_SALES: Code = Code::note("days-without-sales")
    .what("For some days in between there is no sale, though you sell so often that there should be some.")
    .why("A download for those days may be missing. Sales that are not here are not filed.")
    .fix("Look at the days that are listed with the dates. If you sold on them, download the report for them and add that file.");

pub static MONTH_WITHOUT_SALES: Code = Code::warning("month-without-sales")
    .what("A whole month has no sale.")
    .why("Amazon gives at most a month at a time for some reports, so one download may be missing. The month would be filed as if you had sold nothing.")
    .fix("If you sold something in that month, download its report and add that file. If not, nothing.");

pub static PERIOD_NOT_COVERED: Code = Code::warning("period-not-covered")
    .what("The files do not cover all the days that were asked for.")
    .why("Days at the beginning or at the end have no sale, though you sell so often that there should be some. What is missing is not filed.")
    .fix("Download the report for the missing days and add that file. If you had not begun to sell, or had stopped, nothing.");

/// How many lines a file must have before their being alike says anything. Of twenty sales, one of several pieces is
/// likely but not certain: so that one is asked for besides.
const ENOUGH_LINES: u64 = 20;

/// How many taxable lines without tax are no chance. Food, which most states leave untaxed, is taxed in part of the
/// country by the state or its cities (Alabama, Hawaii, Idaho, Mississippi, Missouri, South Dakota, Tennessee, Utah,
/// Virginia …: a seventh of the population). That none of fifty parcels goes there has a chance of one in two thousand.
const ENOUGH_UNTAXED: u64 = 50;

/// From that year on Amazon has collected in every state with a sales tax: Missouri's law was the last (RSMo 144.752).
const COLLECTED_EVERYWHERE: u16 = 2023;

/// The columns that have something in nearly every record. Shipping, gift wrap and discounts are left blank where
/// there are none, and whatever makes a record wanting by itself is said of each record.
const FILLED: [Field; 10] = [
    Field::OrderedAt,
    Field::ShippedAt,
    Field::City,
    Field::Sku,
    Field::ItemTax,
    Field::FulfillmentCenter,
    Field::FulfillmentChannel,
    Field::SalesChannel,
    Field::CollectionModel,
    Field::CollectionParty,
];

/// What values have been seen, as far as it matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Seen<T> {
    #[default]
    Nothing,
    Only(T),
    Several,
}

impl<T: PartialEq + Copy> Seen<T> {
    fn add(&mut self, value: T) {
        match self {
            Seen::Nothing => *self = Seen::Only(value),
            Seen::Only(known) if *known != value => *self = Seen::Several,
            Seen::Only(_) | Seen::Several => {}
        }
    }
    fn merge(&mut self, other: Self) {
        match other {
            Seen::Nothing => {}
            Seen::Only(value) => self.add(value),
            Seen::Several => *self = Seen::Several,
        }
    }
    fn cross(&mut self, wire: &mut Wire, value: &dyn Fn(&mut Option<T>, &mut Wire)) {
        let mut kind = match self {
            Seen::Nothing => [0],
            Seen::Only(_) => [1],
            Seen::Several => [2],
        };
        wire.bytes(&mut kind);
        *self = match kind {
            [0] => Seen::Nothing,
            [1] => {
                let mut only = if let Seen::Only(only) = self { Some(*only) } else { None };
                value(&mut only, wire);
                only.map_or(Seen::Nothing, Seen::Only)
            }
            _ => Seen::Several,
        };
    }
}

/// What the sale lines of a file, or of a part of one, have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileWatch {
    lines: u64,
    /// A bit for each field of which some record had something.
    filled: u64,
    currency: Seen<Currency>,
    /// Lines with a price, and what stood there.
    priced: u64,
    price: Seen<Amount>,
    quantity: Seen<u32>,
    /// Lines that should have tax, and have zero: not counted where another line has some.
    untaxed: u64,
    has_tax: bool,
}

const _: () = assert!(Field::COUNT <= 64, "more fields than bits");

impl FileWatch {
    /// A record that is a sale, wherever else it may stand: so that the order of files does not matter.
    pub fn add(&mut self, row: &Row<'_>, line: &SaleLine<'_>) {
        self.lines += 1;
        for field in FILLED {
            let bit = 1 << field as u64;
            if self.filled & bit == 0 && row.get(field) != Value::Absent {
                self.filled |= bit;
            }
        }
        if let Some(currency) = line.currency {
            self.currency.add(currency);
        }
        let is_sale = line.transaction_type == TransactionType::Sale;
        if let (true, Some(price), Some(quantity)) = (is_sale, line.amounts.item_amount, line.quantity)
            && price.0 != 0
        {
            self.priced += 1;
            self.price.add(price);
            self.quantity.add(quantity);
        }
        if !self.has_tax && has_tax(line) {
            (self.has_tax, self.untaxed) = (true, 0);
        } else if !self.has_tax && is_sale && lacks_tax(row, line) {
            self.untaxed += 1;
        }
    }

    /// Adds what was seen in another part of the file. The order does not matter.
    pub fn merge(&mut self, other: FileWatch) {
        self.lines += other.lines;
        self.filled |= other.filled;
        self.currency.merge(other.currency);
        self.priced += other.priced;
        self.price.merge(other.price);
        self.quantity.merge(other.quantity);
        self.has_tax |= other.has_tax;
        self.untaxed = if self.has_tax { 0 } else { self.untaxed + other.untaxed };
    }

    pub fn cross(&mut self, wire: &mut Wire) {
        for number in [&mut self.lines, &mut self.filled, &mut self.priced, &mut self.untaxed] {
            wire.u64(number);
        }
        wire.flag(&mut self.has_tax);
        self.currency.cross(wire, &Currency::cross);
        self.price.cross(wire, &|price, wire| {
            let mut units = price.unwrap_or_default().0 as u64;
            wire.u64(&mut units);
            *price = Some(Amount(units as i64));
        });
        self.quantity.cross(wire, &|quantity, wire| {
            wire.small(quantity.get_or_insert_default(), u64::from);
        });
    }

    /// What there is to say of the file, and of which column. `rows`: how many it has, header and blank ones too.
    pub fn findings(&self, layout: &Layout, rows: u64) -> Vec<(&'static Code, Option<&'static str>)> {
        let mut found = Vec::new();
        let mut find = |code, field| found.push((code, layout.column(field)));
        let prices_are_equal = matches!(self.price, Seen::Only(_)) && self.quantity == Seen::Several;
        if prices_are_equal && self.priced >= ENOUGH_LINES {
            let has_line_price = layout.has(Field::ItemAmount);
            find(&PRICES_ALL_EQUAL, if has_line_price { Field::ItemAmount } else { Field::UnitPrice });
        }
        if !self.has_tax && self.untaxed >= ENOUGH_UNTAXED {
            find(&TAX_ALL_ZERO, Field::ItemTax);
        }
        if self.currency == Seen::Several {
            find(&CURRENCIES_MIXED, Field::Currency);
        }
        let leaves = |field: Field| {
            let mut columns = layout.reading().columns.iter();
            layout.has(field) && columns.any(|column| column.field == Some(field) && column.leaves)
        };
        for field in FILLED {
            if self.lines >= ENOUGH_LINES && self.filled & (1 << field as u64) == 0 && leaves(field) {
                find(&COLUMN_EMPTY, field);
            }
        }
        // The limits of .xls and .xlsx, and of the programs that write them (support.microsoft.com, "Excel
        // specifications and limits").
        if matches!(rows, 65_536 | 1_048_576) {
            found.push((&ROWS_AT_SPREADSHEET_LIMIT, None));
        }
        found
    }
}

fn has_tax(line: &SaleLine<'_>) -> bool {
    let amounts = &line.amounts;
    [amounts.item_tax, amounts.shipping_tax, amounts.gift_wrap_tax].iter().flatten().any(|tax| tax.0 != 0)
}

/// Is there a zero where tax is due? Not for what a business bought, which may be exempt, nor where the seller has to
/// collect, who may not be registered.
fn lacks_tax(row: &Row<'_>, line: &SaleLine<'_>) -> bool {
    let amounts = &line.amounts;
    let units = |amount: Option<Amount>| amount.unwrap_or_default().0;
    amounts.item_tax == Some(Amount(0))
        && units(amounts.item_amount) > units(amounts.item_discount)
        && line.state.is_some_and(|state| !has_no_sales_tax(state) && is_taxing(state.0))
        && line.tax_date.year >= COLLECTED_EVERYWHERE
        && line.marketplace
        && line.tax_collected_by != Collector::Seller
        && row.get(Field::BusinessOrder) != Value::Boolean(true)
}

/// Alaska leaves taxes to its cities; the military's post offices and most territories stand outside the states' taxes.
fn is_taxing(state: [u8; 2]) -> bool {
    !matches!(&state, b"AK" | b"AA" | b"AE" | b"AP" | b"AS" | b"FM" | b"GU" | b"MH" | b"MP" | b"PW" | b"VI")
}

/// How many sales must be expected in a time before their absence is told. If sales come by chance, none comes where
/// `n` are expected with a chance of e to the minus `n`: three (one in twenty) for a month, which is filed by itself;
/// five for the ends of what was asked for; ten for days in between, of which a year has many.
const EXPECTED_IN_A_MONTH: u64 = 3;
const EXPECTED_AT_THE_ENDS: u64 = 5;
const EXPECTED_IN_BETWEEN: u64 = 10;

/// What the days with a sale, of all files together, leave open, and how often. `days` in their order, with so many
/// `lines` on all of them.
///
/// Where the host asks for a period, that is what must be covered, and each of its months must have a sale. Else it is
/// the time from the first sale to the last, and a month or a run of days is told only if the seller sells so often
/// that sales must be expected in it: a quiet Sunday is no gap.
pub fn coverage(days: &[i32], lines: u64, context: &Context) -> Vec<(&'static Code, u64)> {
    let ends = days.first().copied().zip(days.last().copied());
    let Some((first, last)) = context.period.map(|period| so_far(period, context)).or(ends) else {
        return Vec::new();
    };
    if last < first {
        return Vec::new();
    }
    let before = days.iter().take_while(|day| **day < first).count();
    let inside = days.get(before..).unwrap_or_default();
    let inside = inside.get(..inside.iter().take_while(|day| **day <= last).count()).unwrap_or_default();
    // Nobody counts the lines of each day, but their share is that of the days.
    let lines = match days.len() {
        0 => 0,
        all => (u128::from(lines) * inside.len() as u128 / all as u128) as u64,
    };
    let length = u64::from(last.abs_diff(first)) + 1;
    let expects = |least: u64, days: u64| lines.saturating_mul(days) >= least.saturating_mul(length);
    let (mut gaps, mut months, mut uncovered) = (0, 0, 0);
    let mut before = first - 1;
    for &day in inside.iter().chain([&(last + 1)]) {
        let gap = (before + 1, day - 1);
        let is_end = before < first || day > last;
        before = day;
        if gap.1 < gap.0 {
            continue;
        }
        let length = u64::from(gap.1.abs_diff(gap.0)) + 1;
        let least = if context.period.is_some() { 0 } else { EXPECTED_IN_A_MONTH };
        let empty = months_in(gap, &|days| expects(least, days));
        months += empty;
        if is_end {
            uncovered += u64::from(empty > 0 || inside.is_empty() || expects(EXPECTED_AT_THE_ENDS, length));
        } else if empty == 0 {
            gaps += u64::from(expects(EXPECTED_IN_BETWEEN, length));
        }
    }
    let mut found = Vec::new();
    for (code, times) in
        [(&DAYS_WITHOUT_SALES, gaps), (&MONTH_WITHOUT_SALES, months), (&PERIOD_NOT_COVERED, uncovered)]
    {
        if times > 0 {
            found.push((code, times));
        }
    }
    found
}

/// Without the days that have not come, or whose sales may not be written down yet.
fn so_far((first, last): (i32, i32), context: &Context) -> (i32, i32) {
    const LATE_DAYS: i64 = 2;
    let known = context.now.map_or(last, |now| (now.div_euclid(86_400) - LATE_DAYS) as i32);
    (first, last.min(known))
}

/// How many calendar months lie in these days as a whole, and are long enough to be told.
fn months_in((first, last): (i32, i32), is_told: &dyn Fn(u64) -> bool) -> u64 {
    let (year, month, day) = from_day_number(first);
    let mut month = if day == 1 { (year, month) } else { next_month((year, month)) };
    let mut told = 0;
    loop {
        let (start, next) = (first_of(month), first_of(next_month(month)));
        if next > last + 1 {
            return told;
        }
        told += u64::from(is_told(u64::from(next.abs_diff(start))));
        month = next_month(month);
    }
}

fn next_month((year, month): (u16, u8)) -> (u16, u8) {
    if month == 12 { (year + 1, 1) } else { (year, month + 1) }
}

fn first_of((year, month): (u16, u8)) -> i32 {
    day_number(year, month, 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::{Conventions, State, Survey, date};
    use crate::reports::{self, OwnedCells};
    use crate::sale_line::{Amounts, Fulfiller};
    use proptest::prelude::*;

    /// What differs between the lines here.
    #[derive(Clone, Copy, Debug)]
    struct Sold {
        price: i64,
        tax: Option<i64>,
        quantity: u32,
        currency: &'static [u8],
        state: &'static [u8; 2],
        day: &'static str,
        city: &'static str,
        business: &'static str,
    }

    const SOLD: Sold = Sold {
        price: 1999,
        tax: Some(160),
        quantity: 1,
        currency: b"USD",
        state: b"TX",
        day: "2026-03-01",
        city: "Austin",
        business: "false",
    };

    fn layout() -> Layout {
        let reading = reports::by_family("all-orders").and_then(|report| report.reading()).expect("a report");
        let columns: Vec<_> = (0..reading.columns.len()).map(Some).collect();
        Layout::new(reading, &columns, false)
    }

    fn add(watch: &mut FileWatch, sold: &Sold) {
        let layout = layout();
        let cells = layout.reading().columns.iter().map(|column| {
            let cell = match column.name {
                "ship-city" => sold.city,
                "is-business-order" => sold.business,
                "ship-country" => "US",
                "purchase-date" => sold.day,
                "sales-channel" | "sku" | "fulfillment-channel" | "quantity" => "1",
                _ => "",
            };
            cell.as_bytes()
        });
        let cells = OwnedCells::of(cells);
        let cells = cells.cells();
        let conventions = Conventions::default();
        let mut row = Row::open(&layout, cells, &conventions);
        row.read(cells, &mut Vec::new(), &mut Survey::default());
        watch.add(&row, &line(sold));
    }

    fn line(sold: &Sold) -> SaleLine<'static> {
        SaleLine {
            identity: 0,
            occurrence: 1,
            order_id: b"",
            shipment_id: b"",
            transaction_type: TransactionType::Sale,
            ordered_at: None,
            shipped_at: None,
            tax_date: date::read_iso(sold.day.as_bytes()).expect("a date"),
            sales_channel: b"",
            marketplace: true,
            fulfilled_by: Some(Fulfiller::Amazon),
            tax_collected_by: Collector::Unknown,
            sku: b"",
            quantity: Some(sold.quantity),
            currency: Currency::known(sold.currency),
            amounts: Amounts {
                item_amount: Some(Amount(sold.price)),
                item_tax: sold.tax.map(Amount),
                ..Amounts::default()
            },
            city: b"",
            state: State::known(*sold.state),
            foreign_state: b"",
            postal_code: None,
            country: None,
            ship_from_code: b"",
            ship_from_state: None,
            source_record: 2,
        }
    }

    fn found(lines: &[Sold]) -> Vec<&'static str> {
        let mut watch = FileWatch::default();
        lines.iter().for_each(|sold| add(&mut watch, sold));
        let empty = |(code, column): &(&Code, Option<&str>)| {
            // The report has them, and the lines here leave them empty.
            *code != &COLUMN_EMPTY || matches!(column, Some("ship-city"))
        };
        watch.findings(&layout(), 3).iter().filter(|it| empty(it)).map(|(code, _)| code.slug).collect()
    }

    #[test]
    fn equal_prices_say_something_only_of_several_pieces() {
        let with = |lines: usize, quantities: &[u32]| {
            let quantity = |at| quantities.get(at).copied().unwrap_or(1);
            let lines: Vec<_> = (0..lines).map(|at| Sold { quantity: quantity(at), ..SOLD }).collect();
            found(&lines)
        };
        assert_eq!(with(20, &[3]), ["prices-all-equal"]);
        assert_eq!(with(19, &[3]), [""; 0]);
        assert_eq!(with(500, &[]), [""; 0]); // a shop with one price
        let mut lines = vec![Sold { quantity: 2, ..SOLD }; 30];
        lines.extend([Sold { quantity: 1, price: 999, ..SOLD }]);
        assert_eq!(found(&lines), [""; 0]);
        // What was given away says nothing about prices.
        lines.pop();
        lines.extend([Sold { price: 0, quantity: 1, ..SOLD }]);
        assert_eq!(found(&lines), [""; 0]);
    }

    #[test]
    fn no_tax_says_something_only_where_there_should_be_some() {
        let price = |at: usize| 1000 + at as i64;
        let with = |count: usize, change: &dyn Fn(usize, &mut Sold)| {
            let mut lines: Vec<_> =
                (0..count).map(|at| Sold { price: price(at), tax: Some(0), ..SOLD }).collect();
            lines.iter_mut().enumerate().for_each(|(at, sold)| change(at, sold));
            found(&lines)
        };
        assert_eq!(with(50, &|_, _| {}), ["tax-all-zero"]);
        assert_eq!(with(49, &|_, _| {}), [""; 0]);
        let is_quiet = |change: &dyn Fn(usize, &mut Sold)| assert_eq!(with(60, change), [""; 0]);
        is_quiet(&|at, sold| sold.tax = Some(i64::from(at == 59)));
        is_quiet(&|at, sold| sold.tax = Some(i64::from(at == 0)));
        is_quiet(&|_, sold| sold.tax = None);
        is_quiet(&|at, sold| sold.state = [b"OR", b"AK", b"NH", b"AE"][at % 4]);
        is_quiet(&|_, sold| sold.day = "2022-12-31");
        is_quiet(&|_, sold| sold.business = "true");
        is_quiet(&|at, sold| (sold.price, sold.quantity) = (0, at as u32));
    }

    #[test]
    fn empty_columns_and_several_currencies() {
        assert_eq!(found(&[Sold { city: "", ..SOLD }; 19]), [""; 0]);
        assert_eq!(found(&[Sold { city: "", ..SOLD }; 20]), ["column-empty"]);
        assert_eq!(found(&[SOLD, Sold { currency: b"CAD", ..SOLD }]), ["currencies-mixed"]);
        let rows = |rows| !FileWatch::default().findings(&layout(), rows).is_empty();
        assert_eq!(
            [65_535, 65_536, 65_537, 1_048_575, 1_048_576].map(rows),
            [false, true, false, false, true]
        );
    }

    fn some_line() -> impl Strategy<Value = Sold> {
        let prices = prop_oneof![Just(1999), Just(0), 1..5000i64];
        let taxes = prop_oneof![Just(None), Just(Some(0)), (0..3i64).prop_map(Some)];
        (prices, taxes, 1..3u32, any::<[bool; 4]>()).prop_map(|(price, tax, quantity, [a, b, c, d])| Sold {
            price,
            tax,
            quantity,
            currency: if a { b"USD" } else { b"CAD" },
            state: if b { b"TX" } else { b"OR" },
            city: if c { "Austin" } else { "" },
            business: if d { "true" } else { "" },
            ..SOLD
        })
    }

    proptest! {
        /// Law 8: parts watched apart and merged are the whole, in whatever order; and nothing adds nothing.
        #[test]
        fn merged_parts_are_the_whole(parts in proptest::collection::vec(proptest::collection::vec(some_line(), 0..8), 3)) {
            let watch = |parts: &[&Vec<Sold>]| {
                let mut watch = FileWatch::default();
                parts.iter().copied().flatten().for_each(|sold| add(&mut watch, sold));
                watch
            };
            let merged = |mut one: FileWatch, other: FileWatch| { one.merge(other); one };
            let [a, b, c] = [&parts[0], &parts[1], &parts[2]];
            let whole = watch(&[a, b, c]);
            let left = merged(merged(watch(&[a]), watch(&[b])), watch(&[c]));
            let right = merged(watch(&[a]), merged(watch(&[b]), watch(&[c])));
            let turned = merged(merged(watch(&[c]), watch(&[a])), watch(&[b]));
            prop_assert_eq!(&left, &whole);
            prop_assert_eq!(&right, &whole);
            prop_assert_eq!(&turned, &whole);
            prop_assert_eq!(&merged(FileWatch::default(), whole.clone()), &whole);
            prop_assert_eq!(&merged(whole.clone(), FileWatch::default()), &whole);
        }
    }

    const NO_CONTEXT: Context = Context { now: None, period: None };

    fn day(text: &str) -> i32 {
        date::read_iso(text.as_bytes()).expect("a date").day_number()
    }

    /// Days from one to another.
    fn all_days(first: &str, last: &str) -> Vec<i32> {
        (day(first)..=day(last)).collect()
    }

    fn told(days: &[i32], lines: u64, context: &Context) -> Vec<(&'static str, u64)> {
        let found = coverage(days, lines, context);
        found.into_iter().map(|(code, times)| (code.slug, times)).collect()
    }

    #[test]
    fn days_between_are_missed_where_sales_must_be_expected() {
        let mut days = all_days("2026-03-01", "2026-03-15");
        days.extend(all_days("2026-03-17", "2026-03-31"));
        // One day of thirty-one: from 310 sales on.
        assert_eq!(told(&days, 309, &NO_CONTEXT), []);
        assert_eq!(told(&days, 310, &NO_CONTEXT), [("days-without-sales", 1)]);
        // Sundays of a seller with two sales on the other days.
        let weekdays: Vec<_> =
            all_days("2026-01-01", "2026-12-31").into_iter().filter(|day| day % 7 != 3).collect();
        assert_eq!(told(&weekdays, 2 * weekdays.len() as u64, &NO_CONTEXT), []);
        assert_eq!(told(&[], 0, &NO_CONTEXT), []);
        assert_eq!(told(&[day("2026-03-01")], 1000, &NO_CONTEXT), []);
    }

    #[test]
    fn a_month_is_missed_once_and_not_as_days_too() {
        let mut days = all_days("2026-01-05", "2026-01-31");
        days.extend(all_days("2026-04-01", "2026-04-30"));
        assert_eq!(told(&days, 57, &NO_CONTEXT), [("month-without-sales", 2)]);
        // Four sales a year leave months without any.
        let seldom = ["2026-01-20", "2026-05-02", "2026-08-30", "2026-12-24"].map(day);
        assert_eq!(told(&seldom, 4, &NO_CONTEXT), []);
        // A gap of thirty days that is no month.
        let mut days = all_days("2026-01-01", "2026-01-15");
        days.extend(all_days("2026-02-15", "2026-02-28"));
        assert_eq!(told(&days, 100, &NO_CONTEXT), [("days-without-sales", 1)]);
    }

    #[test]
    fn what_the_host_asks_for_is_covered() {
        let quarter = Context { now: None, period: Some((day("2026-01-01"), day("2026-03-31"))) };
        assert_eq!(told(&all_days("2026-01-01", "2026-03-31"), 90, &quarter), []);
        // A month of three, however few its sales.
        let january = ["2026-01-09", "2026-01-22"].map(day);
        assert_eq!(told(&january, 2, &quarter), [("month-without-sales", 2), ("period-not-covered", 1)]);
        // Few sales reach neither end, and need not.
        let few = ["2026-01-12", "2026-02-10", "2026-03-18"].map(day);
        assert_eq!(told(&few, 3, &quarter), []);
        // Many do.
        assert_eq!(told(&all_days("2026-01-08", "2026-03-24"), 200, &quarter), [("period-not-covered", 2)]);
        // Sales outside of it cover nothing.
        let before = all_days("2025-12-01", "2025-12-31");
        assert_eq!(told(&before, 31, &quarter), [("month-without-sales", 3), ("period-not-covered", 1)]);
        assert_eq!(told(&[], 0, &quarter), [("month-without-sales", 3), ("period-not-covered", 1)]);
    }

    #[test]
    fn days_that_have_not_come_are_not_missed() {
        let at = |now: &str| Context {
            now: Some(i64::from(day(now)) * 86_400),
            period: Some((day("2026-03-01"), day("2026-03-31"))),
        };
        let days = all_days("2026-03-01", "2026-03-10");
        assert_eq!(told(&days, 100, &at("2026-03-12")), []);
        assert_eq!(told(&days, 100, &at("2026-04-20")), [("period-not-covered", 1)]);
        assert_eq!(told(&days, 100, &at("2026-02-20")), []);
    }

    proptest! {
        /// For any dates and any period there is an answer, and gaps are no more than days.
        #[test]
        fn any_days_can_be_asked_about(
            mut days in proptest::collection::vec(-800_000..3_000_000i32, 0..6),
            lines: u64,
            period in proptest::option::of((-800_000..3_000_000i32, 0..4000i32)),
            now in proptest::option::of(any::<i64>()),
        ) {
            days.sort();
            days.dedup();
            let period = period.map(|(first, length)| (first, first + length));
            let found = coverage(&days, lines, &Context { now, period });
            prop_assert!(found.iter().all(|(code, _)| CODES.contains(code)));
        }
    }
}
