//! Whether there was a sale, and in which channel.

use super::{Context, Rule};
use crate::findings::Code;
use crate::reports::{Field, Row};

pub(super) const CODES: &[&Code] = &[&ORDER_CANCELLED, &ORDER_NOT_FINAL];

pub static ORDER_CANCELLED: Code = Code::set_aside("order-cancelled")
    .what("The item was cancelled.")
    .why("There was no sale, so there is no tax.")
    .fix("Nothing to do: the record is counted and not sent.");

pub static ORDER_NOT_FINAL: Code = Code::set_aside("order-not-final")
    .what("The order is still pending, or cannot be fulfilled.")
    .why("It is not a sale yet. If it becomes one, it will stand in a later report.")
    .fix("Nothing to do: the record is counted and not sent. Download the report again after the month has ended.");

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: Code::error("order-status-unknown")
            .what("The order's status is none that we know.")
            .why("It decides whether there was a sale at all.")
            .fix("Set Seller Central to English and download the report again."),
        needs: &[Field::OrderStatus],
        check: order_status_unknown,
    },
    Rule {
        code: Code::error("sales-channel-unknown")
            .what("The sales channel is neither one of Amazon's stores nor marked as another shop.")
            .why("It decides whether Amazon had to collect the tax or you.")
            .fix("Look at the record. If its cells stand in the wrong columns, download the report again."),
        needs: &[Field::SalesChannel],
        check: sales_channel_unknown,
    },
];

/// Statuses as Amazon writes them (SP-API ordersV0: one l in Canceled; files also show two), in small letters.
const SOLD: &[&[u8]] =
    &[b"shipped", b"unshipped", b"partiallyshipped", b"partially shipped", b"complete", b"shipping"];
const CANCELLED: &[&[u8]] = &[b"cancelled", b"canceled"];
const NOT_FINAL: &[&[u8]] = &[
    b"pending",
    b"pendingavailability",
    b"pending - waiting for pick up",
    b"invoiceunconfirmed",
    b"unfulfillable",
];

fn is_one_of(text: &[u8], known: &[&[u8]]) -> bool {
    known.iter().any(|known| text.eq_ignore_ascii_case(known))
}

/// Is there no sale in the record? The item's own status goes before the order's: an item can be cancelled in an
/// order that was shipped.
pub fn set_aside(row: &Row<'_>) -> Option<(&'static Code, Field)> {
    [Field::ItemStatus, Field::OrderStatus].into_iter().find_map(|field| {
        let status = row.text(field)?;
        if is_one_of(status, CANCELLED) {
            Some((&ORDER_CANCELLED, field))
        } else if is_one_of(status, NOT_FINAL) {
            Some((&ORDER_NOT_FINAL, field))
        } else {
            None
        }
    })
}

fn order_status_unknown(row: &Row<'_>, _: &Context) -> Option<Field> {
    // "Shipped - Delivered to Buyer" and its like.
    let known = |status: &[u8]| {
        is_one_of(status, SOLD)
            || status.get(..10).is_some_and(|start| start.eq_ignore_ascii_case(b"shipped - "))
    };
    match row.text(Field::OrderStatus) {
        Some(status) if known(status) => None,
        _ => Some(Field::OrderStatus),
    }
}

fn sales_channel_unknown(row: &Row<'_>, _: &Context) -> Option<Field> {
    let channel = row.text(Field::SalesChannel)?;
    let starts = |start: &[u8]| channel.get(..start.len()).is_some_and(|s| s.eq_ignore_ascii_case(start));
    (!starts(b"amazon.") && !starts(b"non-amazon")).then_some(Field::SalesChannel)
}
