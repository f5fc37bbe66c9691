//! Writes a sale line in the columns of a template: a row of CSV for each of its items, or one object of JSON.

use super::cells::{Cells, place};
use super::templates::{Column, Item, Kind, Layout, Made, Of};
use super::{csv, ndjson};
use crate::fields::{Currency, amount, text::put};
use crate::options::PayloadFormat;

/// The first line, where there is one.
pub fn header(layout: &Layout, for_people: bool, out: &mut Vec<u8>) {
    if layout.format == PayloadFormat::Csv {
        if for_people {
            out.extend_from_slice("\u{FEFF}".as_bytes());
        }
        for (at, column) in layout.columns.iter().enumerate() {
            if at > 0 {
                out.push(b',');
            }
            put(column.name.as_bytes(), out);
        }
        out.push(b'\n');
    }
}

/// All of one sale line.
pub fn lines(layout: &Layout, cells: &Cells, for_people: bool, out: &mut Vec<u8>) {
    let line = Line::new(cells);
    match layout.format {
        PayloadFormat::Csv => {
            for item in line.items(layout) {
                row(layout, &line, item, for_people, out);
            }
        }
        PayloadFormat::Ndjson => object(layout, &line, out),
    }
}

fn row(layout: &Layout, line: &Line<'_>, item: Item, for_people: bool, out: &mut Vec<u8>) {
    let mut value = Vec::new();
    for (at, column) in layout.columns.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        value.clear();
        line.value(column, layout, item, &mut value);
        if for_people { csv::cell_for_people(&value, out) } else { csv::cell(&value, out) }
    }
    out.push(b'\n');
}

fn object(layout: &Layout, line: &Line<'_>, out: &mut Vec<u8>) {
    let mut json = Json { out, inside: "", nth: 0, is_first: true };
    let mut value = Vec::new();
    let mut put = |item, nth: Option<usize>| {
        for column in layout.columns.iter().filter(|column| column.name.contains("[]") == nth.is_some()) {
            value.clear();
            line.value(column, layout, item, &mut value);
            // Absent keys have the service's own defaults, which null would not.
            if !value.is_empty() {
                json.put(column, nth.unwrap_or(0), &value);
            }
        }
    };
    put(Item::Goods, None);
    for (nth, item) in line.items(layout).enumerate() {
        put(item, Some(nth));
    }
    json.enter("", 0);
    out.extend_from_slice(b"}\n");
}

/// An object that is being written, and in which of its inner objects.
struct Json<'a> {
    out: &'a mut Vec<u8>,
    inside: &'static str,
    nth: usize,
    /// Nothing has been written yet.
    is_first: bool,
}

impl Json<'_> {
    fn put(&mut self, column: &Column, nth: usize, value: &[u8]) {
        let (inside, key) = column.name.rsplit_once('.').unwrap_or(("", column.name));
        if (inside, nth) == (self.inside, self.nth) {
            self.out.push(if self.is_first { b'{' } else { b',' });
        } else {
            self.enter(inside, nth);
        }
        self.is_first = false;
        ndjson::key(key, self.out);
        match column.kind {
            Kind::Text => ndjson::string(value, self.out),
            Kind::Bare => put(value, self.out),
        }
    }

    /// Closes the inner object and opens another one, as far as its first key.
    fn enter(&mut self, inside: &'static str, nth: usize) {
        let list = |inside: &'static str| inside.split_once('[').map(|(name, _)| name);
        let goes_on = list(inside).is_some() && list(inside) == list(self.inside);
        if !self.inside.is_empty() {
            self.out.push(b'}');
            if list(self.inside).is_some() && !goes_on {
                self.out.push(b']');
            }
        }
        if !inside.is_empty() {
            self.out.push(b',');
            if !goes_on {
                ndjson::key(list(inside).unwrap_or(inside), self.out);
                if list(inside).is_some() {
                    self.out.push(b'[');
                }
            }
            self.out.push(b'{');
        }
        (self.inside, self.nth) = (inside, nth);
    }
}

/// A sale line, and what is asked of it most.
struct Line<'a> {
    cells: &'a Cells,
    currency: Option<Currency>,
    is_refund: bool,
}

/// In the currency's smallest unit.
#[derive(Clone, Copy, Default)]
struct Charge {
    amount: Option<i128>,
    discount: Option<i128>,
    tax: Option<i128>,
}

impl Charge {
    fn is_there(self) -> bool {
        self.amount.or(self.discount).or(self.tax).is_some()
    }
    fn is_something(self) -> bool {
        [self.amount, self.discount, self.tax].into_iter().flatten().any(|units| units != 0)
    }
    fn net(self) -> Option<i128> {
        plus(self.amount, self.discount.map(|discount| -discount))
    }
}

fn plus(one: Option<i128>, other: Option<i128>) -> Option<i128> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one + other),
        (one, other) => one.or(other),
    }
}

impl<'a> Line<'a> {
    fn new(cells: &'a Cells) -> Self {
        Line {
            cells,
            currency: Currency::known(cells.get(const { place("currency") })),
            is_refund: cells.get(const { place("transaction_type") }) == b"refund",
        }
    }

    fn amount(&self, column: usize) -> Option<i128> {
        amount::read_plain(self.cells.get(column), self.currency).map(|amount| i128::from(amount.0))
    }

    fn charge(&self, item: Item) -> Charge {
        let discount =
            |column| self.amount(column).map(|discount| if self.is_refund { -discount } else { discount });
        match item {
            Item::Goods => Charge {
                amount: self.amount(const { place("item_amount") }),
                discount: discount(const { place("item_discount") }),
                tax: self.amount(const { place("item_tax") }),
            },
            Item::Shipping => Charge {
                amount: self.amount(const { place("shipping_amount") }),
                discount: discount(const { place("shipping_discount") }),
                tax: self.amount(const { place("shipping_tax") }),
            },
            Item::GiftWrap => Charge {
                amount: self.amount(const { place("gift_wrap_amount") }),
                discount: None,
                tax: self.amount(const { place("gift_wrap_tax") }),
            },
            Item::GoodsAndShipping => {
                let goods = self.charge(Item::Goods);
                Charge { tax: plus(goods.tax, self.charge(Item::Shipping).tax), ..goods }
            }
        }
    }

    fn quantity(&self) -> &'a [u8] {
        self.cells.get(const { place("quantity") })
    }

    fn is_there(&self, item: Item) -> bool {
        let has_units = || !self.quantity().is_empty();
        match item {
            Item::Goods => self.charge(item).is_there() || has_units(),
            Item::GoodsAndShipping => self.is_there(Item::Goods) || self.is_there(Item::Shipping),
            // Reports write 0.00 where nothing was shipped or wrapped.
            Item::Shipping | Item::GiftWrap => self.charge(item).is_something(),
        }
    }

    /// Those of the template's items that the line has; of a line without any amount, the first.
    fn items(&self, layout: &Layout) -> impl Iterator<Item = Item> {
        let is_bare = !layout.items.iter().any(|item| self.is_there(*item));
        let mut items = layout.items.iter().copied().enumerate();
        std::iter::from_fn(move || {
            items
                .find(|(at, item)| if is_bare { *at == 0 } else { self.is_there(*item) })
                .map(|(_, item)| item)
        })
    }

    /// By how much the line's amount can be divided, and what comes out.
    fn units(&self, item: Item) -> (Option<i128>, Option<i128>) {
        let amount = self.charge(item).amount;
        let quantity = std::str::from_utf8(self.quantity()).ok().and_then(|text| text.parse::<i128>().ok());
        match (quantity, amount) {
            _ if item == Item::GiftWrap => (Some(1), amount),
            (Some(quantity), Some(amount)) if quantity > 0 && amount % quantity == 0 => {
                (Some(quantity), Some(amount / quantity))
            }
            (_, Some(amount)) => (Some(1), Some(amount)),
            (quantity, None) => (quantity, None),
        }
    }

    /// The shipment's moment or the order's, if it is on the day by which the line is filed.
    fn moment(&self) -> &'a [u8] {
        let day = self.day();
        let of = |column| Some(self.cells.get(column)).filter(|moment: &&[u8]| moment.starts_with(day));
        of(const { place("shipped_at") }).or_else(|| of(const { place("ordered_at") })).unwrap_or(day)
    }

    fn day(&self) -> &'a [u8] {
        self.cells.get(const { place("tax_date") })
    }

    fn is(&self, column: usize, text: &[u8]) -> bool {
        self.cells.get(column) == text
    }

    /// Nothing where there is nothing.
    fn value(&self, column: &Column, layout: &Layout, item: Item, out: &mut Vec<u8>) {
        match column.of {
            Of::Ours(column) => put(self.cells.get(column), out),
            Of::Constant(text) => put(text.as_bytes(), out),
            Of::Made(made) => self.make(made, layout, item, out),
        }
    }

    fn make(&self, made: Made, layout: &Layout, item: Item, out: &mut Vec<u8>) {
        let order = self.cells.get(const { place("order_id") });
        let on_marketplace = self.is(const { place("marketplace") }, b"true");
        let has_ship_from = !self.is(const { place("ship_from_state") }, b"");
        let words: &[u8] = match made {
            Made::TransactionId => return self.transaction_id(out),
            Made::ItemId => {
                self.transaction_id(out);
                match item {
                    Item::Goods | Item::GoodsAndShipping => b"-goods",
                    Item::Shipping => b"-shipping",
                    Item::GiftWrap => b"-gift-wrap",
                }
            }
            Made::Moment => {
                put(self.moment(), out);
                if self.moment().contains(&b'T') { b"" } else { b"T00:00:00" }
            }
            Made::Zone => zone(self.moment()),
            Made::Description => {
                put(b"Amazon order ", out);
                put(order, out);
                match self.cells.get(const { place("shipment_id") }) {
                    b"" => b"",
                    shipment => {
                        put(b", shipment ", out);
                        shipment
                    }
                }
            }
            Made::RefundedOrder if self.is_refund => order,
            Made::RefundedOrder => b"",
            Made::OrderOrRefund if self.is_refund => b"Refund",
            Made::OrderOrRefund => b"Order",
            Made::SaleOrCreditNote if self.is_refund => b"PARTIAL_CREDIT_NOTE",
            Made::SaleOrCreditNote => b"SALE",
            Made::Provider if on_marketplace => b"amazon",
            Made::Provider => b"other",
            Made::Exemption if on_marketplace && !self.is(const { place("tax_collected_by") }, b"seller") => {
                b"marketplace"
            }
            Made::Exemption => b"",
            Made::MarketplaceInCapitals if on_marketplace => b"TRUE",
            Made::MarketplaceInCapitals => b"FALSE",
            Made::Product => self.product(item),
            Made::Quantity => match item {
                Item::Goods | Item::GoodsAndShipping => self.quantity(),
                Item::Shipping | Item::GiftWrap => b"1",
            },
            Made::ItemDescription => match self.units(item) {
                _ if item == Item::GiftWrap => b"Gift wrap",
                (Some(1), Some(_)) if !matches!(self.quantity(), b"" | b"1") => {
                    put(self.quantity(), out);
                    b" units together"
                }
                _ => b"",
            },
            Made::ShipFrom if has_ship_from => b"SHIP_FROM",
            Made::ShipFromCountry if has_ship_from => b"US",
            Made::ShipFrom | Made::ShipFromCountry => b"",
            Made::WholeQuantity => return write(self.units(item).0, 0, out),
            Made::UnitPrice => return self.write(self.units(item).1, out),
            Made::Net => return self.write(self.charge(item).net(), out),
            Made::Tax => return self.write(self.charge(item).tax, out),
            Made::Discount => return self.write(self.charge(item).discount, out),
            Made::Shipping if item == Item::GoodsAndShipping => {
                return self.write(self.charge(Item::Shipping).net(), out);
            }
            Made::Shipping => b"",
            Made::Total | Made::TotalTax => {
                let mut sum = None;
                for item in self.items(layout) {
                    let charge = self.charge(item);
                    let net = if made == Made::Total { charge.net() } else { None };
                    sum = plus(sum, plus(net, charge.tax));
                }
                return self.write(sum, out);
            }
        };
        put(words, out);
    }

    fn transaction_id(&self, out: &mut Vec<u8>) {
        put(self.cells.get(const { place("order_id") }), out);
        out.push(b'-');
        put(self.cells.get(const { place("line_id") }), out);
    }

    fn product(&self, item: Item) -> &'a [u8] {
        match (item, self.cells.get(const { place("sku") })) {
            (Item::GiftWrap, _) => b"GIFT-WRAP",
            (Item::Shipping, _) => b"SHIPPING",
            (Item::GoodsAndShipping, _) if !self.is_there(Item::Goods) && self.is_there(Item::Shipping) => {
                b"SHIPPING"
            }
            (_, b"") => b"NO-SKU",
            (_, sku) => sku,
        }
    }

    fn write(&self, units: Option<i128>, out: &mut Vec<u8>) {
        write(units, self.currency.map_or(2, |currency| currency.digits()), out);
    }
}

fn write(units: Option<i128>, digits: u8, out: &mut Vec<u8>) {
    if let Some(units) = units {
        amount::write(units, digits, out);
    }
}

/// `2026-01-31T18:53:56-08:00` has `-08:00`.
fn zone(moment: &[u8]) -> &[u8] {
    let time = moment.get(11..).unwrap_or_default();
    match time.iter().position(|byte| matches!(byte, b'Z' | b'+' | b'-')) {
        Some(at) if time.get(at) == Some(&b'Z') => b"+00:00",
        Some(at) => time.get(at..).unwrap_or_default(),
        None => b"",
    }
}

#[cfg(test)]
mod tests {
    use super::super::templates::{LAYOUTS, layout};
    use super::*;
    use crate::options::TemplateName;
    use crate::sale_line::COLUMNS;
    use serde_json::{Value, json};

    /// Three units that do not divide the price, with shipping and gift wrap.
    const SALE: &[(&str, &str)] = &[
        ("line_id", "0123456789abcdef0123456789abcdef"),
        ("order_id", "111-1234567-1234567"),
        ("shipment_id", "DmlbKXMtN"),
        ("transaction_type", "sale"),
        ("ordered_at", "2026-01-30T18:53:56-08:00"),
        ("shipped_at", "2026-01-31T23:10:00-08:00"),
        ("tax_date", "2026-01-31"),
        ("sales_channel", "Amazon.com"),
        ("marketplace", "true"),
        ("tax_collected_by", "unknown"),
        ("sku", "MUG, \"blue\""),
        ("quantity", "3"),
        ("currency", "USD"),
        ("item_amount", "20.00"),
        ("item_tax", "1.60"),
        ("shipping_amount", "5.00"),
        ("shipping_tax", "0.40"),
        ("gift_wrap_amount", "3.99"),
        ("item_discount", "2.00"),
        ("shipping_discount", "5.00"),
        ("ship_to_city", "New Haven"),
        ("ship_to_state", "CT"),
        ("ship_to_postal_code", "06513"),
        ("ship_to_country", "US"),
        ("ship_from_state", "NJ"),
        ("source_record", "2"),
    ];
    const ID: &str = "111-1234567-1234567-0123456789abcdef0123456789abcdef";

    fn cells(changes: &[(&str, &str)]) -> Cells {
        let mut line = Vec::new();
        for (at, column) in COLUMNS.iter().enumerate() {
            if at > 0 {
                line.push(b',');
            }
            let is_it = |(name, _): &&(&str, &str)| *name == column.name;
            let text = changes.iter().chain(SALE).find(is_it).map_or("", |(_, text)| text);
            csv::cell(text.as_bytes(), &mut line);
        }
        line.push(b'\n');
        let mut cells = Cells::default();
        cells.read(&line);
        cells
    }

    fn written(template: TemplateName, format: PayloadFormat, changes: &[(&str, &str)]) -> String {
        let layout = layout(template, format).expect("a layout");
        let mut out = Vec::new();
        header(layout, false, &mut out);
        lines(layout, &cells(changes), false, &mut out);
        String::from_utf8(out).expect("text")
    }

    fn rows(template: TemplateName, changes: &[(&str, &str)]) -> Vec<Value> {
        let text = written(template, PayloadFormat::Csv, changes);
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        reader
            .deserialize::<std::collections::BTreeMap<String, String>>()
            .map(|row| json!(row.unwrap()))
            .collect()
    }

    const REFUND: &[(&str, &str)] = &[
        ("transaction_type", "refund"),
        ("quantity", "2"),
        ("item_amount", "-20.00"),
        ("item_tax", "-1.60"),
        ("shipping_amount", ""),
        ("shipping_tax", ""),
        ("shipping_discount", ""),
        ("gift_wrap_amount", ""),
    ];

    #[test]
    fn taxjar_gets_exact_prices_only() {
        let rows_of = |changes| rows(TemplateName::Taxjar, changes);
        let [goods, wrap] = &rows_of(&[])[..] else { panic!("two items") };
        assert_eq!((&goods["provider"], &goods["transaction_id"]), (&json!("amazon"), &json!(ID)));
        assert_eq!(
            (&goods["transaction_type"], &goods["exemption_type"]),
            (&json!("Order"), &json!("marketplace"))
        );
        assert_eq!((&goods["item_quantity"], &goods["item_unit_price"]), (&json!("1"), &json!("20.00")));
        assert_eq!(
            (&goods["item_description"], &goods["item_shipping"]),
            (&json!("3 units together"), &json!("0.00"))
        );
        assert_eq!((&goods["item_sales_tax"], &goods["item_discount"]), (&json!("2.00"), &json!("2.00")));
        assert_eq!(
            (&wrap["item_product_identifier"], &wrap["item_unit_price"]),
            (&json!("GIFT-WRAP"), &json!("3.99"))
        );
        assert_eq!(wrap["transaction_id"], goods["transaction_id"]);
        let [goods] = &rows_of(&[("quantity", "4"), ("gift_wrap_amount", "")])[..] else {
            panic!("one item")
        };
        assert_eq!((&goods["item_quantity"], &goods["item_unit_price"]), (&json!("4"), &json!("5.00")));
        assert_eq!(goods["item_description"], "");
        let [refund] = &rows_of(REFUND)[..] else { panic!("one item") };
        assert_eq!(
            (&refund["transaction_type"], &refund["transaction_reference_id"]),
            (&json!("Refund"), &json!("111-1234567-1234567"))
        );
        assert_eq!(
            (&refund["item_unit_price"], &refund["item_discount"]),
            (&json!("-10.00"), &json!("-2.00"))
        );
    }

    #[test]
    fn kintsugi_gets_an_object_for_each_line() {
        let object = |changes: &[(&str, &str)]| -> Value {
            let text = written(TemplateName::Kintsugi, PayloadFormat::Ndjson, changes);
            assert_eq!(text.lines().count(), 1);
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error} in {text}"))
        };
        let item = |name: &str, product: &str, quantity: u32, amount: Value, tax: Option<f64>| {
            let mut item = json!({
                "external_id": format!("{ID}-{name}"), "date": "2026-01-31T23:10:00-08:00",
                "external_product_id": product, "quantity": quantity, "amount": amount,
            });
            if let Some(tax) = tax {
                item["tax_amount_imported"] = json!(tax);
            }
            item
        };
        assert_eq!(
            object(&[]),
            json!({
                "external_id": ID, "external_friendly_id": "111-1234567-1234567", "type": "SALE",
                "status": "COMMITTED", "source": "AMAZON", "marketplace": true,
                "date": "2026-01-31T23:10:00-08:00", "shop_date": "2026-01-31", "shop_date_tz": "-08:00",
                "description": "Amazon order 111-1234567-1234567, shipment DmlbKXMtN", "currency": "USD",
                "total_amount": 23.99, "total_tax_amount_imported": 2.0,
                "customer": {"external_id": "111-1234567-1234567"},
                "addresses": [
                    {"type": "SHIP_TO", "city": "New Haven", "state": "CT", "postal_code": "06513", "country": "US"},
                    {"type": "SHIP_FROM", "state": "NJ", "country": "US"},
                ],
                "transaction_items": [
                    item("goods", "MUG, \"blue\"", 3, json!(18.0), Some(1.6)),
                    item("shipping", "SHIPPING", 1, json!(0.0), Some(0.4)),
                    item("gift-wrap", "GIFT-WRAP", 1, json!(3.99), None),
                ],
            })
        );
        let refund = object(REFUND);
        assert_eq!(
            (&refund["type"], &refund["related_to"]),
            (&json!("PARTIAL_CREDIT_NOTE"), &json!("111-1234567-1234567"))
        );
        assert_eq!(
            (&refund["total_amount"], &refund["transaction_items"][0]["amount"]),
            (&json!(-19.6), &json!(-18.0))
        );
        let bare = object(&[
            ("ship_from_state", ""),
            ("shipped_at", ""),
            ("ordered_at", ""),
            ("item_amount", ""),
            ("item_tax", ""),
            ("item_discount", ""),
            ("quantity", ""),
            ("shipping_amount", ""),
            ("shipping_tax", ""),
            ("shipping_discount", ""),
            ("gift_wrap_amount", ""),
            ("sku", ""),
            ("shipment_id", ""),
        ]);
        assert_eq!(
            (&bare["date"], bare["addresses"].as_array().map(Vec::len)),
            (&json!("2026-01-31T00:00:00"), Some(1))
        );
        assert_eq!(bare["transaction_items"][0]["external_product_id"], "NO-SKU");
        let unwrapped = object(&[("gift_wrap_amount", "0.00"), ("gift_wrap_tax", "0.00")]);
        assert_eq!(unwrapped["transaction_items"].as_array().map(Vec::len), Some(2));
        assert!(bare.get("total_amount").is_none() && bare.get("shop_date_tz").is_none());
    }

    #[test]
    fn kintsugis_rows_are_its_items() {
        let rows = rows(TemplateName::Kintsugi, &[]);
        let column =
            |name: &str| rows.iter().map(|row| row[name].as_str().unwrap().to_owned()).collect::<Vec<_>>();
        assert_eq!(column("amount"), ["18.00", "0.00", "3.99"]);
        assert_eq!(column("tax_amount"), ["1.60", "0.40", ""]);
        assert_eq!(column("product_external_id"), ["MUG, \"blue\"", "SHIPPING", "GIFT-WRAP"]);
        assert_eq!(column("transaction_external_id"), [ID; 3]);
        assert_eq!(rows[0]["marketplace"], "TRUE");
    }

    /// What the writer of JSON relies on.
    #[test]
    fn columns_of_one_object_stand_together() {
        for layout in LAYOUTS {
            let inside = |column: &Column| column.name.rsplit_once('.').map_or("", |(inside, _)| inside);
            let mut objects: Vec<&str> = layout.columns.iter().map(inside).collect();
            assert_eq!(objects.first(), Some(&""));
            objects.dedup();
            let count = objects.len();
            objects.sort();
            objects.dedup();
            assert_eq!(objects.len(), count, "{:?}", layout.template);
            let is_constant =
                |column: &&Column| matches!(column.of, Of::Ours(_) | Of::Made(Made::TransactionId));
            assert!(layout.columns.iter().find(is_constant).is_some());
        }
    }
}
