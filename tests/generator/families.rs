//! The same few sales, as each family of reports writes them, in each generation of its header.

use super::Numbers;
use report_preflight::fields::Kind;
use report_preflight::reports::{Column, Field, Generation, Reading, Report};

/// A sale or a refund, whatever report it stands in. Amounts are in the currency's smallest unit and for the whole
/// quantity; those of a refund are what is given back.
#[derive(Clone, Debug)]
pub struct Sale {
    pub order: &'static str,
    shipment: &'static str,
    item: &'static str,
    pub day: &'static str,
    sku: &'static str,
    pub currency: &'static str,
    pub is_refund: bool,
    pub price: u32,
    pub tax: u32,
    pub shipping: u32,
    pub shipping_tax: u32,
    pub wrap: u32,
    pub wrap_tax: u32,
    pub discount: u32,
    pub quantity: u32,
    city: &'static str,
    pub state: &'static str,
    zip: &'static str,
}

const PLAIN: Sale = Sale {
    order: "",
    shipment: "",
    item: "",
    day: "",
    sku: "",
    currency: "USD",
    is_refund: false,
    price: 0,
    tax: 0,
    shipping: 0,
    shipping_tax: 0,
    wrap: 0,
    wrap_tax: 0,
    discount: 0,
    quantity: 1,
    city: "",
    state: "",
    zip: "",
};

pub const SALES: [Sale; 4] = [
    Sale {
        order: "111-4412345-8812345",
        shipment: "DmlbKXMtN",
        item: "07664457044546",
        day: "2026-03-30",
        sku: "MUG-BLUE-11",
        price: 3998,
        tax: 350,
        quantity: 2,
        city: "Seattle",
        state: "WA",
        zip: "98110",
        ..PLAIN
    },
    Sale {
        order: "112-7700001-1200001",
        shipment: "BvxpQ1",
        item: "07664457044547",
        day: "2026-03-31",
        sku: "LAMP-3",
        price: 123_456,
        tax: 486,
        quantity: 3,
        city: "New Haven",
        state: "CT",
        zip: "06513",
        ..PLAIN
    },
    Sale {
        order: "113-0000007-0000009",
        shipment: "BvxpQ2",
        item: "17664457044548",
        day: "2026-04-01",
        sku: "PEN-1",
        price: 100,
        city: "Portland",
        state: "OR",
        zip: "97201",
        ..PLAIN
    },
    Sale {
        order: "113-0000007-0000009",
        shipment: "BvxpQ2",
        item: "17664457044549",
        day: "2026-04-01",
        sku: "PEN-2",
        price: 7_500_000,
        quantity: 5,
        city: "Portland",
        state: "OR",
        zip: "97201",
        ..PLAIN
    },
];

/// City, state, ZIP, and a rate in percent.
const PLACES: [(&str, &str, &str, u32); 6] = [
    ("Seattle", "WA", "98110", 10),
    ("New Haven", "CT", "06513", 6),
    ("Portland", "OR", "97201", 0),
    ("Austin", "TX", "78701", 8),
    ("Brooklyn", "NY", "11201", 9),
    ("San Juan", "PR", "00901", 11),
];

/// Sales of some months, in the order of their days, some with a discount, shipping or gift wrap; and, where the
/// family has them, refunds of the whole of earlier ones.
pub fn sales(seed: u64, count: usize, currency: &'static str, refunds: bool) -> Vec<Sale> {
    let mut numbers = Numbers(seed);
    let mut sales: Vec<Sale> = Vec::new();
    for number in 0..count {
        let day = number * 90 / count;
        let day: &str = format!("2026-{:02}-{:02}", 3 + day / 30, 1 + day % 30).leak();
        let earlier = numbers.below(number.max(1) as u64) as usize;
        if let Some(sale) = sales.get(earlier).filter(|sale| refunds && !sale.is_refund && number % 7 == 6) {
            let sale = Sale { is_refund: true, day, ..sale.clone() };
            sales.push(sale);
            continue;
        }
        // Several items stand in one order now and then, which goes to one place.
        let nth = number - number % (1 + number / 3 % 2);
        let order: &str = format!("11{}-{:07}-{:07}", nth % 5, seed % 9_999_999, nth).leak();
        let drawn = &PLACES[numbers.below(PLACES.len() as u64) as usize];
        let before = sales.iter().rfind(|sale| sale.order == order);
        let known = before.and_then(|before| PLACES.iter().find(|(_, _, zip, _)| *zip == before.zip));
        let &(city, state, zip, rate) = known.unwrap_or(drawn);
        let quantity = 1 + numbers.below(4) as u32;
        let price = quantity * (99 + numbers.below(90_000) as u32);
        let mut now_and_then = |share: u64, amount: u32| if numbers.per_mille(share) { amount } else { 0 };
        let (discount, shipping, wrap) =
            (now_and_then(200, price / 7), now_and_then(200, 599), now_and_then(80, 349));
        sales.push(Sale {
            order,
            shipment: format!("D{nth:08}").leak(),
            item: format!("0{:012}{}", seed % 99_999_999, number).leak(),
            day,
            sku: format!("SKU-{:03}", number % 97).leak(),
            currency,
            price,
            tax: (price - discount) * rate / 100,
            shipping,
            shipping_tax: shipping * rate / 100,
            wrap,
            wrap_tax: wrap * rate / 100,
            discount,
            quantity,
            city,
            state,
            zip,
            ..PLAIN
        });
    }
    sales
}

/// Can the family's reports tell a refund from a sale?
pub fn has_refunds(report: &Report) -> bool {
    matches!(report.family, "transactions" | "sales-tax")
}

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
    table_of(&SALES, report, columns, title, comma)
}

pub fn table_of(
    sales: &[Sale],
    report: &'static Report,
    columns: &[&'static Column],
    title: &str,
    comma: bool,
) -> Vec<Vec<String>> {
    let mut rows = vec![columns.iter().map(|column| column.name.to_owned()).collect()];
    for sale in sales {
        rows.push(columns.iter().map(|column| cell(report.family, column, sale, title, comma)).collect());
    }
    rows
}

/// What stands above the header: only there do transaction reports name their currency.
pub fn preamble(report: &Report, currency: &str) -> String {
    match report.family {
        "transactions" => format!("\"All amounts in {currency}, unless specified\"\n"),
        _ => String::new(),
    }
}

fn cell(family: &str, column: &Column, sale: &Sale, title: &str, comma: bool) -> String {
    let plain = |units: u32| {
        let text = match sale.currency {
            "JPY" => units.to_string(),
            _ => format!("{}.{:02}", units / 100, units % 100),
        };
        if comma { text.replace('.', ",") } else { text }
    };
    let minus = |is_below: bool| if is_below { "-" } else { "" };
    let money = |units: u32| format!("{}{}", minus(sale.is_refund && units > 0), plain(units));
    let unless_zero = |units: u32| if units == 0 { String::new() } else { money(units) };
    let Some(field) = column.field else {
        return match column.name {
            "product-name" | "description" | "Product_Description" => title.to_owned(),
            "fnsku" | "asin" => "B00EXAMPLE".to_owned(),
            _ => String::new(),
        };
    };
    match field {
        Field::OrderId => sale.order.to_owned(),
        // A refund has no shipment.
        Field::ShipmentId | Field::ShippedAt if sale.is_refund => String::new(),
        Field::ShipmentId => sale.shipment.to_owned(),
        Field::ShipmentItemId | Field::OrderItemId => sale.item.to_owned(),
        Field::Sku => sale.sku.to_owned(),
        Field::Asin => "B00EXAMPLE".to_owned(),
        Field::Quantity => sale.quantity.to_string(),
        Field::Currency => sale.currency.to_owned(),
        Field::ItemAmount => money(sale.price),
        Field::UnitPrice => money(sale.price / sale.quantity),
        Field::ItemTax => money(sale.tax),
        Field::ShippingAmount => unless_zero(sale.shipping),
        Field::ShippingTax => unless_zero(sale.shipping_tax),
        Field::GiftWrapAmount => unless_zero(sale.wrap),
        Field::GiftWrapTax => unless_zero(sale.wrap_tax),
        Field::ItemDiscount if sale.discount > 0 => {
            format!("{}{}", minus(!sale.is_refund), plain(sale.discount))
        }
        Field::City => sale.city.to_owned(),
        Field::State => sale.state.to_owned(),
        Field::PostalCode => sale.zip.to_owned(),
        Field::Country => "US".to_owned(),
        Field::OrderStatus | Field::ItemStatus => "Shipped".to_owned(),
        Field::TransactionType => match (family, sale.is_refund) {
            ("transactions", false) => "Order",
            ("transactions", true) => "Refund",
            (_, false) => "SHIPMENT",
            (_, true) => "REFUND",
        }
        .to_owned(),
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
    let [year, month, number] = day.split('-').collect::<Vec<_>>()[..] else {
        unreachable!("{day} is a day")
    };
    match family {
        "transactions" => {
            let month = ["", "Jan", "Feb", "Mar", "Apr", "May", "Jun"][month.parse::<usize>().unwrap_or(0)];
            format!("{month} {}, {year} 9:14:09 PM PDT", number.trim_start_matches('0'))
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
