//! The same few sales, as each family of reports writes them, in each generation of its header.

use report_preflight::fields::Kind;
use report_preflight::reports::{Column, Field, Generation, Reading, Report};

/// A sale, whatever report it stands in.
pub struct Sale {
    pub order: &'static str,
    shipment: &'static str,
    item: &'static str,
    day: &'static str,
    sku: &'static str,
    /// For the whole quantity, in cents.
    cents: u32,
    tax: u32,
    quantity: u32,
    city: &'static str,
    state: &'static str,
    zip: &'static str,
}

pub const SALES: [Sale; 4] = [
    Sale {
        order: "111-4412345-8812345",
        shipment: "DmlbKXMtN",
        item: "07664457044546",
        day: "2026-03-30",
        sku: "MUG-BLUE-11",
        cents: 3998,
        tax: 350,
        quantity: 2,
        city: "Seattle",
        state: "WA",
        zip: "98110",
    },
    Sale {
        order: "112-7700001-1200001",
        shipment: "BvxpQ1",
        item: "07664457044547",
        day: "2026-03-31",
        sku: "LAMP-3",
        cents: 123456,
        tax: 486,
        quantity: 3,
        city: "New Haven",
        state: "CT",
        zip: "06513",
    },
    Sale {
        order: "113-0000007-0000009",
        shipment: "BvxpQ2",
        item: "17664457044548",
        day: "2026-04-01",
        sku: "PEN-1",
        cents: 100,
        tax: 0,
        quantity: 1,
        city: "Portland",
        state: "OR",
        zip: "97201",
    },
    Sale {
        order: "113-0000007-0000009",
        shipment: "BvxpQ2",
        item: "17664457044549",
        day: "2026-04-01",
        sku: "PEN-2",
        cents: 7500000,
        tax: 0,
        quantity: 5,
        city: "Portland",
        state: "OR",
        zip: "97201",
    },
];

/// The columns of one generation: those of the family, without what only other generations have.
pub fn columns(reading: &'static Reading, generation: &Generation) -> Vec<&'static Column> {
    let elsewhere: Vec<&str> = reading.generations.iter().flat_map(|other| other.with).copied().collect();
    reading
        .columns
        .iter()
        .filter(|column| {
            let is_ours = generation.with.contains(&column.name);
            let is_others = elsewhere.contains(&column.name) || generation.without.contains(&column.name);
            column.required || is_ours || !is_others
        })
        .collect()
}

/// A report's text: the header and a record for each sale, cells apart.
pub fn table(
    report: &'static Report,
    columns: &[&'static Column],
    title: &str,
    comma: bool,
) -> Vec<Vec<String>> {
    let mut rows = vec![columns.iter().map(|column| column.name.to_owned()).collect()];
    for sale in &SALES {
        rows.push(columns.iter().map(|column| cell(report.family, column, sale, title, comma)).collect());
    }
    rows
}

fn cell(family: &str, column: &Column, sale: &Sale, title: &str, comma: bool) -> String {
    let money = |cents: u32| {
        let text = format!("{}.{:02}", cents / 100, cents % 100);
        if comma { text.replace('.', ",") } else { text }
    };
    let Some(field) = column.field else {
        return match column.name {
            "product-name" | "description" | "Product_Description" => title.to_owned(),
            "fnsku" | "asin" => "B00EXAMPLE".to_owned(),
            _ => String::new(),
        };
    };
    match field {
        Field::OrderId => sale.order.to_owned(),
        Field::ShipmentId => sale.shipment.to_owned(),
        Field::ShipmentItemId | Field::OrderItemId => sale.item.to_owned(),
        Field::Sku => sale.sku.to_owned(),
        Field::Asin => "B00EXAMPLE".to_owned(),
        Field::Quantity => sale.quantity.to_string(),
        Field::Currency => "USD".to_owned(),
        Field::ItemAmount => money(sale.cents),
        Field::UnitPrice => money(sale.cents / sale.quantity),
        Field::ItemTax => money(sale.tax),
        Field::City => sale.city.to_owned(),
        Field::State => sale.state.to_owned(),
        Field::PostalCode => sale.zip.to_owned(),
        Field::Country => "US".to_owned(),
        Field::OrderStatus | Field::ItemStatus => "Shipped".to_owned(),
        Field::TransactionType if family == "transactions" => "Order".to_owned(),
        Field::TransactionType => "SHIPMENT".to_owned(),
        Field::SalesChannel => "Amazon.com".to_owned(),
        Field::FulfillmentCenter => "ABE2".to_owned(),
        Field::FulfillmentChannel => "Amazon".to_owned(),
        Field::BusinessOrder => "false".to_owned(),
        Field::CollectionModel => "MarketplaceFacilitator".to_owned(),
        Field::JurisdictionLevel => "State".to_owned(),
        Field::JurisdictionName => "WASHINGTON".to_owned(),
        field if field.kind() == Kind::Date => date(family, sale.day),
        _ => String::new(),
    }
}

/// In the form in which the family's dates are written.
fn date(family: &str, day: &str) -> String {
    let (month, number) = (day.get(5..7), day.get(8..10));
    match family {
        "transactions" => {
            let month = if month == Some("03") { "Mar" } else { "Apr" };
            let number = number.unwrap_or_default().trim_start_matches('0');
            format!("{month} {number}, 2026 9:14:09 PM PDT")
        }
        "sales-tax" => format!("{day}+21:14:09"),
        _ => format!("{day}T21:14:09-07:00"),
    }
}

/// The rows as text: quoted as Amazon and Excel quote, but for tabs.
pub fn text(rows: &[Vec<String>], delimiter: char, line_end: &str) -> String {
    let quoted = |cell: &String| match delimiter {
        '\t' => cell.clone(),
        _ => format!("\"{}\"", cell.replace('"', "\"\"")),
    };
    rows.iter()
        .map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(&delimiter.to_string()) + line_end)
        .collect()
}
