//! What is clean stays as it is: a report made from a payload gives that payload again, and nothing is repaired in it.

use super::{Form, form, written};
use crate::common::sums::{self, Line};
use crate::common::{Checked, check, options, root};
use crate::generator::families::{self, Sale};
use proptest::prelude::*;
use report_preflight::fields::Kind;
use report_preflight::reports::{self, Column, Field};

/// The report that a payload's lines would have come from, had they come clean.
fn rebuilt(lines: &[Line], Form { report, columns, .. }: &Form) -> Vec<u8> {
    let currency = lines.first().map_or("USD", |line| &line["currency"]);
    let mut rows = vec![columns.iter().map(|column| column.name.to_owned()).collect::<Vec<_>>()];
    rows.extend(
        lines.iter().map(|line| columns.iter().map(|column| cell(line, column, report.family)).collect()),
    );
    (families::preamble(report, currency) + &families::text(&rows, ',', "\n")).into_bytes()
}

fn cell(line: &Line, column: &Column, family: &str) -> String {
    let Some(field) = column.field else { return String::new() };
    let is_refund = line["transaction_type"] == "refund";
    let name = match field {
        Field::OrderId => "order_id",
        Field::ShipmentId => "shipment_id",
        // What tells the items of one order from each other does not leave; the line's id does.
        Field::ShipmentItemId | Field::OrderItemId | Field::Asin => "line_id",
        Field::OrderedAt => "ordered_at",
        Field::ShippedAt => "shipped_at",
        Field::SalesChannel => "sales_channel",
        Field::Sku => "sku",
        Field::Quantity => "quantity",
        Field::Currency => "currency",
        Field::ItemAmount => "item_amount",
        Field::ItemTax => "item_tax",
        Field::ShippingAmount => "shipping_amount",
        Field::ShippingTax => "shipping_tax",
        Field::GiftWrapAmount => "gift_wrap_amount",
        Field::GiftWrapTax => "gift_wrap_tax",
        Field::ItemDiscount => "item_discount",
        Field::ShippingDiscount => "shipping_discount",
        Field::City => "ship_to_city",
        Field::State => "ship_to_state",
        Field::PostalCode => "ship_to_postal_code",
        Field::Country => "ship_to_country",
        Field::FulfillmentCenter => "ship_from_code",
        Field::PostedAt => "tax_date",
        Field::UnitPrice => return unit_price(line),
        Field::FulfillmentChannel => {
            return if line["fulfilled_by"] == "amazon" { "Amazon" } else { "Merchant" }.to_owned();
        }
        Field::CollectionModel => {
            return match line["tax_collected_by"].as_str() {
                "marketplace" => "MarketplaceFacilitator",
                "seller" => "Standard",
                _ => "",
            }
            .to_owned();
        }
        Field::TransactionType => {
            return match (family, is_refund) {
                ("transactions", false) => "Order",
                (_, false) => "Shipment",
                (_, true) => "Refund",
            }
            .to_owned();
        }
        Field::OrderStatus => return "Shipped".to_owned(),
        _ => return String::new(),
    };
    line[name].clone()
}

/// Cents of a whole number of units.
fn unit_price(line: &Line) -> String {
    let units = sums::decimal(&line["item_amount"]) / line["quantity"].parse::<i128>().unwrap_or(1);
    match line["item_amount"].contains('.') {
        true => format!("{}.{:02}", units / 10_000, units / 100 % 100),
        false => (units / 10_000).to_string(),
    }
}

/// The payload without what may differ: the lines' ids, and their numbers in the report.
fn essence(checked: &Checked) -> Vec<Line> {
    let mut lines = sums::lines(&checked.payload);
    for line in &mut lines {
        line.remove("line_id");
        line.remove("source_record");
    }
    lines
}

fn stays_as_it_is(dirty: &Checked, form: &Form) -> Result<(), TestCaseError> {
    let again = check(&rebuilt(&sums::lines(&dirty.payload), form), options("again"));
    let ledger = again.outcome.ledger;
    prop_assert!(again.outcome.repairs.is_empty(), "{:?}", again.outcome.repairs);
    prop_assert_eq!(
        (ledger.read(), ledger.accepted()),
        (dirty.outcome.ledger.lines(), ledger.read()),
        "{:?}",
        again.codes()
    );
    prop_assert_eq!(essence(&again), essence(dirty));
    prop_assert_eq!(&again.outcome.totals, &dirty.outcome.totals);
    Ok(())
}

/// Another way to write the cell that loses nothing.
fn respelled(column: &Column, cell: &str, how: u8) -> String {
    match column.field.map(Field::kind) {
        Some(Kind::State) => match (cell, how % 3) {
            ("CT", 0) => "Connecticut".to_owned(),
            ("NY", 0) => "n.y.".to_owned(),
            ("PR", 0) => "Puerto  Rico".to_owned(),
            (_, 1) => cell.to_lowercase(),
            _ => format!(" {cell}"),
        },
        Some(Kind::PostalCode) => match how % 3 {
            0 => cell.trim_start_matches('0').to_owned(),
            1 => format!("{cell}1234"),
            _ => format!("{cell}-1234"),
        },
        Some(Kind::Currency) => cell.to_lowercase(),
        Some(Kind::Country) => ["USA", "United States", "us"][usize::from(how % 3)].to_owned(),
        Some(Kind::Amount | Kind::SignedAmount) if how.is_multiple_of(2) => format!("{cell} "),
        Some(Kind::Amount | Kind::SignedAmount) => cell.replacen('-', "\u{2212}", 1),
        Some(Kind::City) => format!("{cell}\u{a0}"),
        Some(Kind::OrderId) => format!(" {cell}"),
        _ => cell.to_owned(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_clean_stays_as_it_is(
        form in form(),
        seed in any::<u64>(),
        count in 1usize..40,
        currency in prop::sample::select(&super::CURRENCIES[..]),
        respellings in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>()), 0..60),
    ) {
        let sales: Vec<Sale> = families::sales(seed, count, currency, families::has_refunds(form.report));
        let Form { report, columns, .. } = &form;
        let mut rows = families::table_of(&sales, report, columns, "Mug", false);
        let mut touched = Vec::new();
        for (record, column, how) in respellings {
            let (record, column) = (1 + record.index(count), column.index(columns.len()));
            // Of the kinds that can be respelled, often.
            let is_worth_it = |at: &usize| {
                let cell = &rows[record][*at];
                !cell.is_empty() && !touched.contains(&(record, *at)) && respelled(columns[*at], cell, how) != *cell
            };
            let Some(at) = (0..columns.len()).map(|at| (at + column) % columns.len()).find(is_worth_it) else { continue };
            touched.push((record, at));
            rows[record][at] = respelled(columns[at], &rows[record][at], how);
        }
        let text = families::preamble(report, currency) + &families::text(&rows, ',', "\n");
        let dirty = check(text.as_bytes(), options("dirty"));
        prop_assert!(dirty.outcome.manifest.is_some(), "{:?} {:?}", dirty.outcome.verdict, dirty.codes());
        stays_as_it_is(&dirty, &form)?;
        stays_as_it_is(&check(&written(&sales, &form, '\t'), options("clean")), &form)?;
    }
}

/// The same for the show: whatever was mended, withheld or left out in it.
#[test]
fn the_show_stays_as_it_is() {
    let bytes = std::fs::read(root().join("tests/fixtures/show/report.txt")).expect("the show");
    let mut asked = options("show");
    asked.options.leave_out_rejected = true;
    let dirty = check(&bytes, asked);
    assert!(dirty.outcome.repairs.len() > 10);
    let report = reports::by_family("fulfilled-shipments").expect("a family");
    let columns = report.reading().expect("it is usable").columns.iter().collect();
    stays_as_it_is(&dirty, &Form { report, columns, generation: "" }).expect("it stays as it is");
}
