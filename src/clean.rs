//! A row becomes a sale line: the columns that leave, each in its normal form.

use crate::fields::{Amount, Date, OrderId, Value, text::put};
use crate::reports::{Component, Field, Row, Transaction};
use crate::sale_line::{Amounts, Collector, Fulfiller, SaleLine, TransactionType};
use xxhash_rust::xxh3::xxh3_128;
use xxhash_rust::xxh64::xxh64;

/// What makes two lines the same sale: XXH3-128 over the identity cells as written, each followed by U+001F.
///
/// Only cells that do not change between two downloads of the same report go into it. `None` where the order
/// number is missing; such a record is never accepted.
pub fn identity(row: &Row<'_>, write: &mut Vec<u8>) -> Option<u128> {
    let reading = row.layout().reading();
    let is_there = |field: &Field| !matches!(row.get(*field), Value::Absent | Value::Unread);
    let fields = match reading.identity.iter().all(is_there) {
        true => reading.identity,
        false => reading.identity_without_ids,
    };
    row.order_id()?;
    write.clear();
    for &field in fields {
        match row.get(field) {
            // One transaction has another word in each language.
            Value::Text(text) if field == Field::TransactionType => {
                write.push(Transaction::known(text) as u8)
            }
            Value::Text(text) if field == Field::Component => {
                write.push(Component::known(text).map_or(0, |component| component as u8));
            }
            Value::Text(text) | Value::FulfillmentCenter(text, _) => put(text, write),
            Value::OrderId(id) => put(id.text, write),
            Value::Date(date) => date.write(write),
            Value::Amount(amount) => write.extend_from_slice(&amount.0.to_le_bytes()),
            Value::Quantity(quantity) => write.extend_from_slice(&quantity.to_le_bytes()),
            _ => {}
        }
        write.push(0x1F);
    }
    Some(xxh3_128(write))
}

/// The order that a line is of, in the line's currency: orders are counted by currency. It is told to nobody, so it need
/// not be the same for ever: XXH64, which wasm has the multiplications for, as the highest bits and once more as the lower
/// ones, which is where [`crate::identities`] looks.
pub fn order(line: &SaleLine<'_>) -> u128 {
    let currency = line.currency.map_or(0, |currency| {
        let [a, b, c] = currency.code();
        u64::from_be_bytes([0, 0, 0, 0, 0, a, b, c])
    });
    let hash = xxh64(line.order_id, currency);
    u128::from(hash) << 64 | u128::from(hash << 8)
}

/// Has the report a number of its own for each line, and does this row have it? Then it can be one sale only.
pub fn has_own_number(row: &Row<'_>) -> bool {
    let fields = row.layout().reading().identity;
    let number = fields.iter().find(|field| matches!(field, Field::ShipmentItemId | Field::OrderItemId));
    number.is_some_and(|number| row.text(*number).is_some())
}

/// Where one sale stands in a record for each jurisdiction: the sale's identity and the record's jurisdiction
/// together. The nth record with one of these belongs to the nth sale with that identity.
pub fn jurisdiction(row: &Row<'_>, identity: u128, write: &mut Vec<u8>) -> Option<u128> {
    if !row.layout().reading().by_jurisdiction {
        return None;
    }
    write.clear();
    write.extend_from_slice(&identity.to_le_bytes());
    for field in [Field::JurisdictionLevel, Field::JurisdictionName, Field::TaxType] {
        part(row.text(field).unwrap_or_default(), write);
    }
    Some(xxh3_128(write))
}

/// Not inlined: the wasm would have the copying of a text once for each.
#[inline(never)]
fn part(text: &[u8], write: &mut Vec<u8>) {
    put(text, write);
    write.push(0x1F);
}

/// Which order the line is of. Every line must have it.
pub fn order_id<'a>(row: &Row<'a>) -> Option<OrderId<'a>> {
    match *row.leaving(Field::OrderId) {
        Value::OrderId(order) => Some(order),
        _ => None,
    }
}

/// By which date the line is filed. Every line must have it.
pub fn tax_date<'a>(row: &Row<'a>) -> Option<Date<'a>> {
    match *row.leaving(row.tax_date_field()) {
        Value::Date(date) => Some(date),
        _ => None,
    }
}

/// The sale line of a row that was not rejected.
#[inline(always)] // it is large, and would be copied
pub fn sale_line<'a>(
    row: &Row<'a>,
    order: OrderId<'a>,
    tax_date: Date<'a>,
    identity: u128,
    record: u64,
) -> SaleLine<'a> {
    let text = |field| match *row.leaving(field) {
        Value::Text(text) => text,
        _ => &[][..],
    };
    let date = |field| match *row.leaving(field) {
        Value::Date(date) => Some(date),
        _ => None,
    };
    let sales_channel = text(Field::SalesChannel);
    // Whose store it is does not change because its name is not sent.
    let marketplace = is_marketplace(row.text(Field::SalesChannel).unwrap_or_default(), order.multi_channel);
    let (ship_from_code, ship_from_state) = match *row.leaving(Field::FulfillmentCenter) {
        Value::FulfillmentCenter(code, state) => (code, state),
        _ => (&[][..], None),
    };
    SaleLine {
        identity,
        occurrence: 1,
        order_id: order.text,
        shipment_id: text(Field::ShipmentId),
        transaction_type: if row.is_refund() { TransactionType::Refund } else { TransactionType::Sale },
        ordered_at: date(Field::OrderedAt),
        shipped_at: date(Field::ShippedAt),
        tax_date,
        sales_channel,
        marketplace,
        fulfilled_by: fulfilled_by(row),
        tax_collected_by: tax_collected_by(row, marketplace),
        sku: text(Field::Sku),
        quantity: match *row.leaving(Field::Quantity) {
            // Shipping and gift wrap in records of their own: the item's record has the units.
            Value::Quantity(quantity) if row.component() == Some(Component::Item) => Some(quantity),
            _ => None,
        },
        currency: match *row.leaving(Field::Currency) {
            Value::Currency(currency) => Some(currency),
            _ => None,
        },
        amounts: amounts(row),
        city: text(Field::City),
        state: match *row.leaving(Field::State) {
            Value::State(state) => Some(state),
            _ => None,
        },
        foreign_state: text(Field::State),
        postal_code: match *row.leaving(Field::PostalCode) {
            Value::PostalCode(code) => Some(code),
            _ => None,
        },
        country: match *row.leaving(Field::Country) {
            Value::Country(country) => Some(country),
            _ => None,
        },
        ship_from_code,
        ship_from_state,
        source_record: record,
    }
}

fn amounts(row: &Row<'_>) -> Amounts {
    let amount = |field| match *row.leaving(field) {
        Value::Amount(amount) => Some(amount),
        _ => None,
    };
    let magnitude = |field| amount(field).map(|Amount(units)| Amount(units.abs()));
    let (price, tax) =
        (amount(Field::ItemAmount), item_tax(amount(Field::ItemTax), amount(Field::RebateTax)));
    match row.component() {
        Some(Component::Shipping) => {
            return Amounts { shipping_amount: price, shipping_tax: tax, ..Amounts::default() };
        }
        Some(Component::GiftWrap) => {
            return Amounts { gift_wrap_amount: price, gift_wrap_tax: tax, ..Amounts::default() };
        }
        Some(Component::Item) | None => {}
    }
    Amounts {
        item_amount: price,
        item_tax: tax,
        shipping_amount: amount(Field::ShippingAmount),
        shipping_tax: amount(Field::ShippingTax),
        gift_wrap_amount: amount(Field::GiftWrapAmount),
        gift_wrap_tax: amount(Field::GiftWrapTax),
        item_discount: magnitude(Field::ItemDiscount),
        shipping_discount: magnitude(Field::ShippingDiscount),
    }
}

/// Transaction reports give the tax on the price before rebates, and with the other sign the tax that the rebates
/// saved: what was charged is the sum.
fn item_tax(tax: Option<Amount>, on_rebates: Option<Amount>) -> Option<Amount> {
    match (tax, on_rebates) {
        (Some(tax), Some(on_rebates)) => Some(Amount(tax.0 + on_rebates.0)),
        (tax, on_rebates) => tax.or(on_rebates),
    }
}

/// By the channel where the report names one, else by the order number, whose form tells orders of other shops
/// from Amazon's own.
fn is_marketplace(sales_channel: &[u8], multi_channel: bool) -> bool {
    let is_amazon = sales_channel.get(..7).is_none_or(|start| start.eq_ignore_ascii_case(b"amazon."));
    is_amazon && !multi_channel
}

fn fulfilled_by(row: &Row<'_>) -> Option<Fulfiller> {
    if let Some(fulfiller) = row.layout().reading().fulfilled_by {
        return Some(fulfiller);
    }
    let Value::Text(channel) = *row.leaving(Field::FulfillmentChannel) else { return None };
    let is = |names: &[&[u8]]| names.iter().any(|name| channel.eq_ignore_ascii_case(name));
    if is(&[b"Amazon", b"AFN"]) {
        Some(Fulfiller::Amazon)
    } else if is(&[b"Merchant", b"MFN", b"Seller"]) {
        Some(Fulfiller::Seller)
    } else {
        None
    }
}

/// Only what the report says: Fulfilled Shipments has no such column, and then nobody can tell.
fn tax_collected_by(row: &Row<'_>, marketplace: bool) -> Collector {
    if !marketplace {
        return Collector::Seller;
    }
    let says = |field, start: &[u8]| match *row.leaving(field) {
        Value::Text(text) => text.get(..start.len()).is_some_and(|s| s.eq_ignore_ascii_case(start)),
        _ => false,
    };
    if says(Field::CollectionModel, b"MarketplaceFacilitator") || says(Field::CollectionParty, b"Amazon") {
        return Collector::Marketplace;
    }
    if says(Field::CollectionModel, b"Standard") {
        return Collector::Seller;
    }
    Collector::Unknown
}
