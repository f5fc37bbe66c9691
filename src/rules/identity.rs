//! What tells one sale from another.

use super::{Context, Rule, Subject, is_amazons};
use crate::fields::Value;
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

const RULES: &[Rule] = &[
    Rule {
        code: Code::warning("shipment-id-missing")
            .what("The shipment has no shipment number.")
            .why("Amazon leaves it out for some parcels that cross a border. We tell the line by its other cells.")
            .fix("Nothing to do. If many records lack it, download the report again."),
        needs: &[Field::ShipmentId],
        check: shipment_id_missing,
    },
    // Empty for most orders in the invoicing form of Fulfilled Shipments since March 2023 (amzn
    // selling-partner-api-models #2539).
    Rule {
        code: Code::note("line-number-missing")
            .what("The item has no number of its own in the shipment.")
            .why("By that number the same sale is known again in another download. Without it we tell the line by its product, date, quantity and price.")
            .fix("Nothing to do. If you send the same days twice, choose both files together, so that we can compare them."),
        needs: &[Field::ShipmentItemId],
        check: line_number_missing,
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

pub(super) const SUBJECT: Subject = Subject { rules: RULES, is_usual };

fn is_usual(row: &Row<'_>, _: &Context) -> bool {
    row.order_id().is_none_or(|id| !id.multi_channel)
        && is_amazons(row)
        && row.text(Field::ShipmentId).is_some()
        && row.text(Field::ShipmentItemId).is_some()
}

fn line_number_missing(row: &Row<'_>, _: &Context) -> Option<Field> {
    let is_missing = matches!(row.get(Field::ShipmentItemId), Value::Absent) && !row.is_refund();
    is_missing.then_some(Field::ShipmentItemId)
}

fn shipment_id_missing(row: &Row<'_>, _: &Context) -> Option<Field> {
    // A refund has none of its own.
    let is_missing = matches!(row.get(Field::ShipmentId), Value::Absent) && !row.is_refund();
    is_missing.then_some(Field::ShipmentId)
}

fn multi_channel_order(row: &Row<'_>, _: &Context) -> Option<Field> {
    if row.order_id().is_some_and(|id| id.multi_channel) {
        return Some(Field::OrderId);
    }
    let channel = row.text(Field::SalesChannel)?;
    channel.get(..10)?.eq_ignore_ascii_case(b"non-amazon").then_some(Field::SalesChannel)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{NO_CONTEXT, said};

    #[test]
    fn a_refund_has_no_number_of_its_own() {
        let of = |kind, number| {
            let cells = [
                ("Transaction_Type", kind),
                ("Transaction_Item_ID", number),
                ("Order_ID", "114-2020202-3030303"),
                ("TaxExclusive_Selling_Price", if kind == "REFUND" { "-1.00" } else { "1.00" }),
                ("Currency", "USD"),
            ];
            said("sales-tax", &cells, &NO_CONTEXT)
        };
        assert_eq!(of("SHIPMENT", ""), ["line-number-missing"]);
        assert_eq!(of("SHIPMENT", "07664457044546"), [""; 0]);
        assert_eq!(of("REFUND", ""), [""; 0]);
    }
}
