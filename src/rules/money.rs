//! Amounts that do not fit each other.

use super::{AMOUNTS, Context, Rule};
use crate::fields::Value;
use crate::findings::Code;
use crate::reports::{Field, Row};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: Code::error("currency-missing")
            .what("The record has an amount and no currency.")
            .why("Without the currency an amount cannot be added to others.")
            .fix("Download the report again. If the currency is missing there too, leave the record out.")
            .fixed(),
        needs: &[],
        check: currency_missing,
    },
    Rule {
        code: Code::warning("item-price-missing")
            .what("The record has no item price.")
            .why("It is sent without an amount, so no tax can be worked out from it.")
            .fix("If you sent the goods at no charge, nothing. Else compare the order with Seller Central."),
        needs: &[],
        check: item_price_missing,
    },
    Rule {
        code: Code::warning("tax-without-price")
            .what("Tax was charged on an item that has no price.")
            .why("Either the price or the tax stands in the wrong place.")
            .fix("Compare the order with Seller Central before you send the report."),
        needs: &[],
        check: tax_without_price,
    },
    Rule {
        code: Code::warning("discount-above-price")
            .what("The discount is higher than the price.")
            .why("The sale would count as less than nothing.")
            .fix("Compare the order with Seller Central before you send the report."),
        needs: &[Field::ItemDiscount],
        check: discount_above_price,
    },
];

fn currency_missing(row: &Row<'_>, _: &Context) -> Option<Field> {
    let is_missing = matches!(row.get(Field::Currency), Value::Absent);
    let has_amount = || AMOUNTS.iter().any(|&field| !matches!(row.get(field), Value::Absent));
    (is_missing && has_amount()).then_some(Field::Currency)
}

fn item_price_missing(row: &Row<'_>, _: &Context) -> Option<Field> {
    // What Amazon only ships has no price in its report.
    let is_missing = matches!(row.get(Field::ItemAmount), Value::Absent);
    let only_shipped = row.order_id().is_some_and(|id| id.multi_channel);
    (is_missing && !only_shipped).then_some(Field::ItemAmount)
}

fn tax_without_price(row: &Row<'_>, _: &Context) -> Option<Field> {
    let has_price = row.amount(Field::ItemAmount).is_none_or(|price| price.0 != 0);
    (!has_price && row.amount(Field::ItemTax)?.0 > 0).then_some(Field::ItemTax)
}

fn discount_above_price(row: &Row<'_>, _: &Context) -> Option<Field> {
    let (mut price, discount) = (row.amount(Field::ItemAmount)?.0.abs(), row.amount(Field::ItemDiscount)?);
    // One column for both: then it is off the shipping too.
    if !row.layout().has(Field::ShippingDiscount) {
        price += row.amount(Field::ShippingAmount).unwrap_or_default().0.abs();
    }
    (discount.0.abs() > price).then_some(Field::ItemDiscount)
}
