//! What tells one sale from another.

use super::{Context, Rule};
use crate::findings::Code;
use crate::reports::{Field, Row};

pub(super) const CODES: &[&Code] = &[&LINE_REPEATED, &LINE_REPEATED_DIFFERENTLY];

/// Needs the memory of all lines so far, which the session keeps.
pub static LINE_REPEATED: Code = Code::warning("line-repeated")
    .what("The same line stands in the report more than once.")
    .why("Two equal lines can be two sales or one sale listed twice. Both are counted, as Amazon lists them.")
    .fix("Compare the order with Seller Central. If it was one sale, download the report again.");

/// Only where the report has a number for each line. Needs the memory of all lines too.
pub static LINE_REPEATED_DIFFERENTLY: Code = Code::error("line-repeated-differently")
    .what("A line with this number stands in the report already, and says something else there.")
    .why("One line of an order has one amount. Only one of the two can be right, and we do not guess which.")
    .fix(
        "Find the order in Seller Central. Leave out the record that is wrong, or download the report again.",
    )
    .fixed();

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: Code::warning("shipment-id-missing")
            .what("The shipment has no shipment number.")
            .why("Amazon leaves it out for some parcels that cross a border. We tell the line by its other cells.")
            .fix("Nothing to do. If many records lack it, download the report again."),
        needs: &[Field::ShipmentId],
        check: shipment_id_missing,
    },
    Rule {
        code: Code::note("multi-channel-order")
            .what("The order was made in another shop of yours, and Amazon only shipped it.")
            .why("Amazon collected no tax on it: the tax on this sale is yours to see to.")
            .fix("Nothing to do here. Make sure that the other shop's sales are reported once, not twice."),
        needs: &[],
        check: multi_channel_order,
    },
];

fn shipment_id_missing(row: &Row<'_>, _: &Context) -> Option<Field> {
    // A refund has none of its own.
    let is_missing = matches!(row.get(Field::ShipmentId), crate::fields::Value::Absent) && !row.is_refund();
    is_missing.then_some(Field::ShipmentId)
}

fn multi_channel_order(row: &Row<'_>, _: &Context) -> Option<Field> {
    if row.order_id().is_some_and(|id| id.multi_channel) {
        return Some(Field::OrderId);
    }
    let channel = row.text(Field::SalesChannel)?;
    channel.get(..10)?.eq_ignore_ascii_case(b"non-amazon").then_some(Field::SalesChannel)
}
