//! A row becomes a sale line: the columns that leave, each in its normal form.

use crate::fields::{Amount, Value, fulfillment_center, text::put};
use crate::reports::{Field, Row};
use crate::sale_line::{Amounts, Collector, Fulfiller, SaleLine, TransactionType};
use xxhash_rust::xxh3::xxh3_128;

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
            Value::Text(text) => put(text, write),
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

/// The sale line of a row that was not rejected; `None` if it lacks what every line must have.
pub fn sale_line<'a>(row: &Row<'a>, record: u64, identity: u128, occurrence: u32) -> Option<SaleLine<'a>> {
    let order = match row.leaving(Field::OrderId) {
        Value::OrderId(order) => order,
        _ => return None,
    };
    let text = |field| match row.leaving(field) {
        Value::Text(text) => text,
        _ => &[][..],
    };
    let date = |field| match row.leaving(field) {
        Value::Date(date) => Some(date),
        _ => None,
    };
    let sales_channel = text(Field::SalesChannel);
    let marketplace = is_marketplace(sales_channel, order.multi_channel);
    let ship_from_code = text(Field::FulfillmentCenter);
    Some(SaleLine {
        identity,
        occurrence,
        order_id: order.text,
        shipment_id: text(Field::ShipmentId),
        transaction_type: TransactionType::Sale,
        ordered_at: date(Field::OrderedAt),
        shipped_at: date(Field::ShippedAt),
        tax_date: date(row.layout().reading().tax_date)?,
        sales_channel,
        marketplace,
        fulfilled_by: fulfilled_by(row),
        tax_collected_by: tax_collected_by(row, marketplace),
        sku: text(Field::Sku),
        quantity: match row.leaving(Field::Quantity) {
            Value::Quantity(quantity) => Some(quantity),
            _ => None,
        },
        currency: match row.leaving(Field::Currency) {
            Value::Currency(currency) => Some(currency),
            _ => None,
        },
        amounts: amounts(row),
        city: text(Field::City),
        state: match row.leaving(Field::State) {
            Value::State(state) => Some(state),
            _ => None,
        },
        foreign_state: text(Field::State),
        postal_code: match row.leaving(Field::PostalCode) {
            Value::PostalCode(code) => Some(code),
            _ => None,
        },
        country: match row.leaving(Field::Country) {
            Value::Country(country) => Some(country),
            _ => None,
        },
        ship_from_code,
        ship_from_state: fulfillment_center::state(ship_from_code),
        source_record: record,
    })
}

fn amounts(row: &Row<'_>) -> Amounts {
    let amount = |field| match row.leaving(field) {
        Value::Amount(amount) => Some(amount),
        _ => None,
    };
    let magnitude = |field| amount(field).map(|Amount(units)| Amount(units.abs()));
    Amounts {
        item_amount: amount(Field::ItemAmount),
        item_tax: amount(Field::ItemTax),
        shipping_amount: amount(Field::ShippingAmount),
        shipping_tax: amount(Field::ShippingTax),
        gift_wrap_amount: amount(Field::GiftWrapAmount),
        gift_wrap_tax: amount(Field::GiftWrapTax),
        item_discount: magnitude(Field::ItemDiscount),
        shipping_discount: magnitude(Field::ShippingDiscount),
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
    let Value::Text(channel) = row.leaving(Field::FulfillmentChannel) else { return None };
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
    let says = |field, start: &[u8]| match row.leaving(field) {
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
