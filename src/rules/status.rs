//! Whether there was a sale, and in which channel.

use super::{AMOUNTS, Context, Rule, Subject, is_amazons};
use crate::fields::Value;
use crate::findings::Code;
use crate::reports::{Component, Field, Row, Transaction, is_one_of};

pub(super) const CODES: &[&Code] = &[
    &ORDER_CANCELLED,
    &ITEM_CANCELLED_IN_SHIPPED_ORDER,
    &REPLACEMENT_AT_NO_CHARGE,
    &ORDER_NOT_FINAL,
    &CONTINUATION_LINE,
    &CONTINUATION_WITH_AMOUNT,
    &JURISDICTION_LINE,
    &FEE_OR_TRANSFER,
    &TRANSACTION_TYPE_UNKNOWN,
    &TAX_CORRECTED_LATER,
];

pub static ORDER_CANCELLED: Code = Code::set_aside("order-cancelled")
    .what("The item was cancelled.")
    .why("There was no sale, so there is no tax.")
    .fix("Nothing to do: the record is counted and not sent.");

pub static ITEM_CANCELLED_IN_SHIPPED_ORDER: Code = Code::set_aside("item-cancelled-in-shipped-order")
    .what("The item was cancelled, though other items of its order were shipped.")
    .why("The order's status says that it was shipped, the item's own that it was not sold: there is no tax on it.")
    .fix("Nothing to do: the record is counted and not sent. The order's other items are.");

/// Columns `is-replacement-order` and `original-order-id`: in public code that reads All Orders with up to 62
/// columns (dzgro/backend, class FileOrder); the values are TRUE and FALSE.
pub static REPLACEMENT_AT_NO_CHARGE: Code = Code::set_aside("replacement-at-no-charge")
    .what("The record is a replacement that was sent at no charge.")
    .why("The buyer paid, and was taxed, with the first order. Counted again, you would have sold one more.")
    .fix("Nothing to do: the record is counted and not sent.");

pub static ORDER_NOT_FINAL: Code = Code::set_aside("order-not-final")
    .what("The order is still pending, or cannot be fulfilled.")
    .why("It is not a sale yet. If it becomes one, it will stand in a later report.")
    .fix("Nothing to do: the record is counted and not sent. Download the report again after the month has ended.");

/// Seller Central help 651: "the extra lines are a continuation of the same order".
pub static CONTINUATION_LINE: Code = Code::set_aside("continuation-line")
    .what("The record goes on with the order above it and holds no sale of its own.")
    .why("Amazon adds such a line when several promotions were applied. Counted as a sale, it would be one too many.")
    .fix("Nothing to do: the record is counted and not sent.");

pub static CONTINUATION_WITH_AMOUNT: Code = Code::error("continuation-with-amount")
    .what("The record goes on with the order above it and holds a further amount.")
    .why("The amount belongs to a sale of that order, and the report does not say to which. We add it to none.")
    .fix("Fetch the All Orders report for the same dates: it has each sale in one record.")
    .fixed();

pub static JURISDICTION_LINE: Code = Code::set_aside("jurisdiction-line")
    .what("The record is the same sale once more, for another county, city or district that taxes it.")
    .why("Amazon writes a record for each of them, all with the same price. Counted again, you would sell too much.")
    .fix("Nothing to do: the sale is counted once.");

pub static FEE_OR_TRANSFER: Code = Code::set_aside("fee-or-transfer")
    .what("The record is a fee, a transfer or an adjustment, not a sale.")
    .why("No buyer paid or got back anything in it, so there is no sales tax.")
    .fix("Nothing to do: the record is counted and not sent.");

pub static TRANSACTION_TYPE_UNKNOWN: Code = Code::error("transaction-type-unknown")
    .what("The record has an amount, and its type is none that we know.")
    .why("It could be a sale, a refund or neither, and each would give another tax.")
    .fix("Set Seller Central to English and download the report again. If the type stays the same, leave the record out.")
    .fixed();

pub static TAX_CORRECTED_LATER: Code = Code::error("tax-corrected-later")
    .what("The record corrects the tax of an earlier sale or refund.")
    .why("It is neither a sale nor a refund: sent as one of them, it would change how much you sold.")
    .fix("Tell your tax service about the correction, then leave the record out.")
    .fixed();

const RULES: &[Rule] = &[
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
    Rule {
        code: Code::error("financial-component-unknown")
            .what("We do not know what the amounts are for: the item, shipping or gift wrap.")
            .why("States tax the three differently, so an amount must not stand under the wrong one.")
            .fix("Look at the record. If its cells stand in the wrong columns, download the report again.")
            .fixed(),
        needs: &[Field::Component],
        check: component_unknown,
    },
    Rule {
        code: Code::error("refund-above-zero")
            .what("The record is a refund, and its amount is above zero.")
            .why("It may be a refund that was taken back, or one written without its minus. The first adds to your sales, the second lowers them.")
            .fix("Compare the order with Seller Central, then leave the record out and report it to your tax service."),
        needs: &[Field::TransactionType],
        check: refund_above_zero,
    },
    Rule {
        code: Code::note("net-zero")
            .what("The buyer paid nothing: the discount is as high as the price.")
            .why("Products given to Vine reviewers look like this since June 2025. They are sent with their price and their discount, and add nothing to your sales.")
            .fix("Nothing to do."),
        needs: &[Field::ItemDiscount],
        check: net_zero,
    },
    Rule {
        code: Code::note("sold-at-no-charge")
            .what("The item went out at a price of zero.")
            .why("Replacements look like this, and so do free samples. They are sent, and add nothing to your sales. Some states ask for use tax on goods that you give away.")
            .fix("Nothing to do if it was a replacement. If you give goods away, ask your tax service about use tax."),
        needs: &[],
        check: sold_at_no_charge,
    },
    Rule {
        code: Code::warning("order-returned")
            .what("The status says that the goods came back, and the report has no refund for them.")
            .why("The sale is sent in full. If you gave the money back and the refund is nowhere reported, too much is filed.")
            .fix("Make sure that the refund is reported: it stands in the transaction report (Payments, then Reports Repository) in the month in which you gave it."),
        needs: &[Field::OrderStatus],
        check: order_returned,
    },
];

pub(super) const SUBJECT: Subject = Subject { rules: RULES, is_usual };

fn is_usual(row: &Row<'_>, _: &Context) -> bool {
    let has_usual_status = match row.text(Field::OrderStatus) {
        Some(status) => status == b"Shipped",
        None => !row.layout().has(Field::OrderStatus),
    };
    let [by_type, by_component] =
        [Field::TransactionType, Field::Component].map(|field| row.layout().has(field));
    let is_paid_for = row.amount(Field::ItemAmount).is_none_or(|price| {
        price.0 > 0 && row.amount(Field::ItemDiscount).is_none_or(|discount| discount.0.abs() < price.0)
    });
    has_usual_status && !by_type && !by_component && is_amazons(row) && is_paid_for
}

/// Statuses as Amazon writes them (SP-API ordersV0: one l in Canceled; files also show two), a line each.
const SOLD: &str = "shipped\nunshipped\npartiallyshipped\npartially shipped\ncomplete\nshipping";
const CANCELLED: &str = "cancelled\ncanceled";
const NOT_FINAL: &str =
    "pending\npendingavailability\npending - waiting for pick up\ninvoiceunconfirmed\nunfulfillable";

/// Shipped, and the goods are back or on their way back: statuses of self-shipped orders in a public export of
/// 128,975 orders (`Amazon Sale Report.csv`: 1,953 returned, 145 returning, 11 rejected).
const RETURNED: &str =
    "shipped - returned to seller\nshipped - returning to seller\nshipped - rejected by buyer";

/// Was there a sale that was called off?
pub fn is_cancelled(code: &Code) -> bool {
    [&ORDER_CANCELLED, &ITEM_CANCELLED_IN_SHIPPED_ORDER].iter().any(|known| known.slug == code.slug)
}

/// Is there no sale in the record, or none that can be told? Asked before the record is read: a fee has no state,
/// and its empty cells are no errors.
pub fn set_aside(row: &Row<'_>) -> Option<(&'static Code, Field)> {
    let reading = row.layout().reading();
    by_status(row)
        .or_else(|| replacement(row))
        .or_else(|| if reading.continues { continuation(row) } else { None })
        .or_else(|| if reading.by_jurisdiction { jurisdiction(row) } else { None })
        .or_else(|| by_type(row))
}

/// The item's own status goes before the order's: an item can be cancelled in an order that was shipped.
fn by_status(row: &Row<'_>) -> Option<(&'static Code, Field)> {
    [Field::ItemStatus, Field::OrderStatus].into_iter().find_map(|field| {
        let status = row.text(field)?;
        // Nearly every one of them.
        if is_one_of(status, SOLD) {
            None
        } else if is_one_of(status, CANCELLED) {
            let others_sold = field == Field::ItemStatus && was_shipped(row);
            Some((if others_sold { &ITEM_CANCELLED_IN_SHIPPED_ORDER } else { &ORDER_CANCELLED }, field))
        } else if is_one_of(status, NOT_FINAL) {
            Some((&ORDER_NOT_FINAL, field))
        } else {
            None
        }
    })
}

/// Of an order that is still unshipped, all items may yet be cancelled.
fn was_shipped(row: &Row<'_>) -> bool {
    let status = row.text(Field::OrderStatus).unwrap_or_default();
    !status.eq_ignore_ascii_case(b"unshipped") && is_sold(status)
}

/// What is replaced for money is a sale.
fn replacement(row: &Row<'_>) -> Option<(&'static Code, Field)> {
    let is_replacement = is_one_of(row.text(Field::Replacement)?, "true\nyes\n1");
    let at_no_charge = || AMOUNTS.into_iter().all(|field| is_nothing(row, field));
    (is_replacement && at_no_charge()).then_some((&REPLACEMENT_AT_NO_CHARGE, Field::Replacement))
}

fn continuation(row: &Row<'_>) -> Option<(&'static Code, Field)> {
    const SALE: [Field; 3] = [Field::Sku, Field::Quantity, Field::ItemAmount];
    if !SALE.into_iter().all(|field| row.get(field) == Value::Absent) {
        return None;
    }
    match AMOUNTS.into_iter().find(|&field| !is_nothing(row, field)) {
        Some(field) => Some((&CONTINUATION_WITH_AMOUNT, field)),
        None => Some((&CONTINUATION_LINE, Field::Sku)),
    }
}

/// A line of the order above has no order number. Later forms of the report repeat it in every line: there, one with
/// an amount and no number is a damaged sale.
fn jurisdiction(row: &Row<'_>) -> Option<(&'static Code, Field)> {
    let continues = row.layout().has(Field::ShipmentItemId) || is_nothing(row, Field::ItemAmount);
    (row.get(Field::OrderId) == Value::Absent && continues).then_some((&JURISDICTION_LINE, Field::OrderId))
}

fn by_type(row: &Row<'_>) -> Option<(&'static Code, Field)> {
    let code = match row.transaction() {
        Transaction::Sale | Transaction::Refund => return None,
        Transaction::TaxCorrection => &TAX_CORRECTED_LATER,
        Transaction::Other if AMOUNTS.into_iter().all(|field| is_nothing(row, field)) => &FEE_OR_TRANSFER,
        Transaction::Other => &TRANSACTION_TYPE_UNKNOWN,
    };
    Some((code, Field::TransactionType))
}

/// Blank, or zero however it is written: the cell is not read as an amount yet.
fn is_nothing(row: &Row<'_>, field: Field) -> bool {
    match row.get(field) {
        Value::Text(text) => text.iter().all(|byte| matches!(byte, b'0' | b'.' | b',' | b'-')),
        value => value == Value::Absent,
    }
}

fn component_unknown(row: &Row<'_>, _: &Context) -> Option<Field> {
    row.component().is_none().then_some(Field::Component)
}

fn refund_above_zero(row: &Row<'_>, _: &Context) -> Option<Field> {
    (row.is_refund() && row.amount(Field::ItemAmount)?.0 > 0).then_some(Field::ItemAmount)
}

fn net_zero(row: &Row<'_>, _: &Context) -> Option<Field> {
    let price = row.amount(Field::ItemAmount)?.0.abs();
    let is_given_away = price != 0 && price == row.amount(Field::ItemDiscount)?.0.abs();
    (is_given_away && !is_paid_for(row)).then_some(Field::ItemAmount)
}

fn sold_at_no_charge(row: &Row<'_>, _: &Context) -> Option<Field> {
    // A refund of nothing is none, and shipping at no charge is no gift.
    let is_given_away =
        row.amount(Field::ItemAmount)?.0 == 0 && !row.is_refund() && row.component() == Some(Component::Item);
    (is_given_away && !is_paid_for(row)).then_some(Field::ItemAmount)
}

/// Did the buyer pay anything besides the price? What Amazon only ships was paid for elsewhere.
fn is_paid_for(row: &Row<'_>) -> bool {
    let others = [Field::ItemTax, Field::ShippingAmount, Field::GiftWrapAmount];
    others.into_iter().any(|field| row.amount(field).unwrap_or_default().0 != 0)
        || row.order_id().is_some_and(|id| id.multi_channel)
}

fn order_returned(row: &Row<'_>, _: &Context) -> Option<Field> {
    let status = row.text(Field::OrderStatus)?;
    (status.len() > 10 && is_one_of(status, RETURNED)).then_some(Field::OrderStatus)
}

fn order_status_unknown(row: &Row<'_>, _: &Context) -> Option<Field> {
    match row.text(Field::OrderStatus) {
        Some(status) if is_sold(status) => None,
        _ => Some(Field::OrderStatus),
    }
}

/// "Shipped - Delivered to Buyer" and its like too.
fn is_sold(status: &[u8]) -> bool {
    is_one_of(status, SOLD) || status.get(..10).is_some_and(|start| start.eq_ignore_ascii_case(b"shipped - "))
}

fn sales_channel_unknown(row: &Row<'_>, _: &Context) -> Option<Field> {
    // The number of an order from another shop says so itself.
    if row.order_id().is_some_and(|id| id.multi_channel) {
        return None;
    }
    let channel = row.text(Field::SalesChannel)?;
    let starts = |start: &[u8]| channel.get(..start.len()).is_some_and(|s| s.eq_ignore_ascii_case(start));
    (!starts(b"amazon.") && !starts(b"non-amazon")).then_some(Field::SalesChannel)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{NO_CONTEXT, said};

    fn with(cells: &[(&str, &str)]) -> Vec<String> {
        let mut all = vec![("currency", "USD"), ("amazon-order-id", "114-2020202-3030303")];
        all.extend(cells);
        said("all-orders", &all, &NO_CONTEXT)
    }

    #[test]
    fn an_item_is_cancelled_by_itself_or_with_its_order() {
        let of = |order, item| with(&[("order-status", order), ("item-status", item)]);
        let by_itself = ["set aside: item-cancelled-in-shipped-order"];
        assert_eq!(of("Shipped", "Cancelled"), by_itself);
        assert_eq!(of("PartiallyShipped", "canceled"), by_itself);
        assert_eq!(of("Shipped - Delivered to Buyer", "Cancelled"), by_itself);
        for order in ["Cancelled", "Canceled", "Unshipped", "Pending", ""] {
            assert_eq!(of(order, "Cancelled"), ["set aside: order-cancelled"], "{order}");
        }
        assert_eq!(of("Cancelled", ""), ["set aside: order-cancelled"]);
    }

    #[test]
    fn only_replacements_at_no_charge_are_set_aside() {
        let of = |replacement, price, shipping| {
            with(&[
                ("is-replacement-order", replacement),
                ("item-price", price),
                ("item-promotion-discount", ""),
                ("shipping-price", shipping),
            ])
        };
        let aside = ["set aside: replacement-at-no-charge"];
        for price in ["", "0", "0.00"] {
            assert_eq!(of("TRUE", price, ""), aside);
            assert_eq!(of("true", price, "0.00"), aside);
        }
        assert_eq!(of("TRUE", "7.99", ""), [""; 0]);
        assert_eq!(of("TRUE", "0.00", "4.99"), [""; 0]);
        assert_eq!(of("FALSE", "0.00", ""), ["sold-at-no-charge"]);
        assert_eq!(of("", "0.00", ""), ["sold-at-no-charge"]);
    }

    #[test]
    fn no_price_is_not_full_discount() {
        let of = |price, discount, tax| {
            with(&[("item-price", price), ("item-promotion-discount", discount), ("item-tax", tax)])
        };
        assert_eq!(of("23.97", "23.97", "0.00"), ["net-zero"]);
        assert_eq!(of("23.97", "-23.97", ""), ["net-zero"]);
        assert_eq!(of("0.00", "", ""), ["sold-at-no-charge"]);
        assert_eq!(of("0.00", "0.00", "0.00"), ["sold-at-no-charge"]);
        assert_eq!(of("23.97", "0.00", "1.90"), [""; 0]);
        assert_eq!(of("23.97", "23.97", "1.90"), [""; 0]);
    }

    #[test]
    fn nothing_is_given_away_in_a_refund_or_with_shipping() {
        let component = |name| {
            let cells = [
                ("Transaction_Type", "SHIPMENT"),
                ("Order_ID", "114-2020202-3030303"),
                ("Currency", "USD"),
                ("Financial_Component", name),
                ("TaxExclusive_Selling_Price", "0.00"),
            ];
            said("sales-tax", &cells, &NO_CONTEXT)
        };
        assert_eq!(component("Shipping"), [""; 0]);
        assert_eq!(component("Item"), ["sold-at-no-charge"]);
        let refund = [("type", "Refund"), ("marketplace", "amazon.com"), ("product sales", "0.00")];
        assert_eq!(said("transactions", &refund, &NO_CONTEXT), [""; 0]);
    }

    #[test]
    fn returned_goods_are_asked_about() {
        let of = |status| with(&[("order-status", status)]);
        assert_eq!(of("Shipped - Returned to Seller"), ["order-returned"]);
        assert_eq!(of("shipped - rejected by buyer"), ["order-returned"]);
        for status in ["Shipped", "Shipped - Picked Up", "Shipped - Lost in Transit"] {
            assert_eq!(of(status), [""; 0], "{status}");
        }
    }
}
