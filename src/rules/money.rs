//! Amounts that do not fit each other.

use super::{AMOUNTS, Context, Rule, Subject};
use crate::fields::postal_code::{self, Fit};
use crate::fields::{State, Value, currency};
use crate::findings::Code;
use crate::reports::{Field, Row};

const RULES: &[Rule] = &[
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
    Rule {
        code: Code::warning("currency-of-another-store")
            .what("The currency is not the one in which the store of this record sells.")
            .why("Amazon.com sells in US dollars and each other store in its own currency. In the wrong currency the amounts come to something else.")
            .fix("Compare the order with Seller Central. If the cells of the record stand in the wrong columns, download the report again."),
        needs: &[Field::SalesChannel],
        check: currency_of_another_store,
    },
    Rule {
        code: Code::warning("tax-rate-too-high")
            .what("The tax is higher than any place in the United States charges.")
            .why("No state, county and city together come to 15 percent. Either the price or the tax stands in the wrong place, or one of them was changed.")
            .fix("Compare the order with Seller Central before you send the report."),
        needs: &[Field::State, Field::ItemTax],
        check: tax_rate_too_high,
    },
    Rule {
        code: Code::warning("tax-in-untaxed-state")
            .what("Tax was charged on goods sent to Delaware, Montana, New Hampshire or Oregon, which have no sales tax.")
            .why("Nobody can be owed that tax: either the state is wrong, or the buyer was charged without a reason.")
            .fix("Compare the order's address with Seller Central. If it is right, ask Amazon why tax was collected, or switch it off for that state where you set it up yourself."),
        needs: &[Field::State, Field::ItemTax],
        check: tax_in_untaxed_state,
    },
    Rule {
        code: Code::error("unit-price-disagrees")
            .what("The price for one unit, times the quantity, is not the price of the line.")
            .why("One of the three is wrong, and each would give another tax.")
            .fix("Find the order in Seller Central and see which one is right, or download the report again."),
        needs: &[Field::UnitPrice, Field::ItemAmount],
        check: unit_price_disagrees,
    },
];

pub(super) const SUBJECT: Subject = Subject { rules: RULES, is_usual };

fn is_usual(row: &Row<'_>, _: &Context) -> bool {
    let Some(price) = row.amount(Field::ItemAmount) else { return false };
    let of_its_store = row.text(Field::SalesChannel).is_none_or(|channel| channel == b"Amazon.com");
    price.0 > 0
        && row.amount(Field::ItemDiscount).is_none_or(|discount| discount.0.abs() <= price.0)
        && is_in_dollars(row)
        && of_its_store
        && !row.layout().has(Field::UnitPrice)
        && row.state().is_none_or(|state| !has_no_sales_tax(state))
        && TAXED.into_iter().all(|(tax, price)| is_low(row, tax, price))
}

/// Above every combined rate there has been. Tax Foundation, "State and Local Sales Tax Rates in 2013" (retold at
/// arkansasonline.com/salestax), has the highest local rate of each state: 7.13 percent in Arizona, over 6.6 of the
/// state's, is the highest sum. Louisiana comes next since 2025, with 5 percent and local rates of up to 7.
const HIGHEST_RATE_IN_PERCENT: i64 = 15;

/// Cents that may stand beside a rate: each jurisdiction rounds for itself, and marketplaces have shown states' fees on
/// deliveries as tax (29 cents in Colorado, valueaddedresource.net/colorado-retail-delivery-fee; 50 in Minnesota).
const BESIDE_THE_RATE: i64 = 50;

/// Each tax, and what it is on.
const TAXED: [(Field, Field); 3] = [
    (Field::ItemTax, Field::ItemAmount),
    (Field::ShippingTax, Field::ShippingAmount),
    (Field::GiftWrapTax, Field::GiftWrapAmount),
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

fn currency_of_another_store(row: &Row<'_>, _: &Context) -> Option<Field> {
    let stores = currency::of_store(row.text(Field::SalesChannel)?)?;
    (stores != row.currency()?).then_some(Field::Currency)
}

fn tax_rate_too_high(row: &Row<'_>, _: &Context) -> Option<Field> {
    let is_too_high = |tax: i64, price: i64| {
        price > 0
            && tax > BESIDE_THE_RATE
            && (tax - BESIDE_THE_RATE).saturating_mul(100) > price.saturating_mul(HIGHEST_RATE_IN_PERCENT)
    };
    let found = TAXED.into_iter().find(|&(tax, price)| {
        !is_low(row, tax, price) && is_too_high(magnitude(row, tax), taxed_by(row, price))
    });
    // Elsewhere the column has value added tax.
    let (tax, _) = found.filter(|_| row.state().is_some() && is_in_dollars(row))?;
    Some(tax)
}

/// Whether one tax is no more than the highest rate of its own price, as nearly always.
fn is_low(row: &Row<'_>, tax: Field, price: Field) -> bool {
    magnitude(row, tax).saturating_mul(100) <= magnitude(row, price).saturating_mul(HIGHEST_RATE_IN_PERCENT)
}

fn magnitude(row: &Row<'_>, field: Field) -> i64 {
    row.amount(field).map_or(0, |amount| amount.0.saturating_abs())
}

/// What one tax column is on. Where shipping or gift wrap have no tax column of their own, the item's has their tax.
/// The price before discounts: some discounts are taxed, being paid by the manufacturer.
fn taxed_by(row: &Row<'_>, price: Field) -> i64 {
    let others = TAXED
        .into_iter()
        .filter(|&(tax, other)| price == Field::ItemAmount && other != price && !row.layout().has(tax));
    others.fold(magnitude(row, price), |sum, (_, other)| sum.saturating_add(magnitude(row, other)))
}

fn is_in_dollars(row: &Row<'_>) -> bool {
    row.currency().is_some_and(|currency| currency.code() == *b"USD")
}

fn tax_in_untaxed_state(row: &Row<'_>, _: &Context) -> Option<Field> {
    let state = row.state()?;
    if !has_no_sales_tax(state) {
        return None;
    }
    // Where the ZIP code lies elsewhere, the state is the trouble, and that has been said.
    if let Value::PostalCode(code) = row.get(Field::PostalCode)
        && code.five().is_some_and(|five| postal_code::fit(five, state) != Fit::Within)
    {
        return None;
    }
    let (tax, _) = TAXED.into_iter().find(|&(tax, _)| row.amount(tax).is_some_and(|amount| amount.0 != 0))?;
    Some(tax)
}

/// Neither the state nor a place in it taxes sales of goods. Not Alaska, whose cities do (Alaska Remote Seller Sales
/// Tax Commission, arsstc.org).
pub(super) fn has_no_sales_tax(state: State) -> bool {
    matches!(&state.0, b"DE" | b"MT" | b"NH" | b"OR")
}

fn unit_price_disagrees(row: &Row<'_>, _: &Context) -> Option<Field> {
    let (unit, line) = (row.amount(Field::UnitPrice)?, row.amount(Field::ItemAmount)?);
    let Value::Quantity(quantity) = row.get(Field::Quantity) else { return None };
    (unit.0.checked_mul(i64::from(quantity)) != Some(line.0)).then_some(Field::UnitPrice)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{NO_CONTEXT, said};

    /// A sale to Texas with these amounts, in a report with or without tax columns of their own for the rest.
    fn of_amounts(amounts: &[(&str, &str)]) -> Vec<String> {
        let mut cells = vec![("currency", "USD"), ("ship-country", "US"), ("ship-state", "TX")];
        cells.extend(amounts);
        said("all-orders", &cells, &NO_CONTEXT)
    }

    #[test]
    fn tax_is_measured_by_what_it_is_on() {
        let too_high = |amounts: &[(&str, &str)]| {
            let said = of_amounts(amounts);
            assert!(said.iter().all(|slug| slug == "tax-rate-too-high"), "{said:?}");
            !said.is_empty()
        };
        // Fifteen percent and fifty cents.
        assert!(!too_high(&[("item-price", "100.00"), ("item-tax", "15.50")]));
        assert!(too_high(&[("item-price", "100.00"), ("item-tax", "15.51")]));
        // Cents on cents are rounding, and fees.
        assert!(!too_high(&[("item-price", "0.05"), ("item-tax", "0.50")]));
        // A manufacturer's coupon is taxed: the price before discounts counts.
        assert!(!too_high(&[
            ("item-price", "20.00"),
            ("item-tax", "1.80"),
            ("item-promotion-discount", "-19.00"),
        ]));
        // The item's tax is on shipping too only where shipping has no tax of its own.
        let (price, tax) = (("item-price", "10.00"), ("item-tax", "3.20"));
        assert!(!too_high(&[price, tax, ("shipping-price", "30.00")]));
        assert!(too_high(&[price, tax, ("shipping-price", "30.00"), ("shipping-tax", "0.00")]));
        assert!(too_high(&[
            price,
            ("item-tax", "0.80"),
            ("gift-wrap-price", "3.99"),
            ("gift-wrap-tax", "3.99")
        ]));
        // Without a price there is another finding, and no rate.
        assert_eq!(of_amounts(&[("item-price", "0.00"), ("item-tax", "9.00")]), ["tax-without-price"]);
    }

    #[test]
    fn other_countries_taxes_are_their_own() {
        let elsewhere = |country, state, currency| {
            let cells = [
                ("currency", currency),
                ("ship-country", country),
                ("ship-state", state),
                ("item-price", "100.00"),
                ("item-tax", "25.00"),
            ];
            let said = said("all-orders", &cells, &NO_CONTEXT);
            said.iter().any(|slug| slug == "tax-rate-too-high")
        };
        assert!(!elsewhere("SE", "", "SEK"));
        assert!(!elsewhere("MX", "NL", "USD"));
        assert!(!elsewhere("US", "TX", "EUR"));
        assert!(elsewhere("US", "TX", "USD"));
    }

    #[test]
    fn refunds_give_back_no_more_tax_than_was_charged() {
        let refund = |tax| {
            let cells = [
                ("type", "Refund"),
                ("order state", "TX"),
                ("order postal", "78701"),
                ("product sales", "-20.00"),
                ("product sales tax", tax),
                ("marketplace", "amazon.com"),
            ];
            said("transactions", &cells, &NO_CONTEXT)
        };
        assert_eq!(refund("-1.65"), [""; 0]);
        assert_eq!(refund("-16.50"), ["tax-rate-too-high"]);
    }

    #[test]
    fn untaxed_states_have_no_tax() {
        let to = |state, zip, tax, shipping_tax| {
            let cells = [
                ("currency", "USD"),
                ("ship-country", "US"),
                ("ship-state", state),
                ("ship-postal-code", zip),
                ("item-price", "20.00"),
                ("item-tax", tax),
                ("shipping-tax", shipping_tax),
            ];
            said("all-orders", &cells, &NO_CONTEXT)
        };
        for (state, zip) in [("OR", "97201"), ("MT", "59601"), ("NH", "03301"), ("DE", "19901")] {
            assert_eq!(to(state, zip, "0.00", ""), [""; 0]);
            assert_eq!(to(state, zip, "", ""), [""; 0]);
            assert_eq!(to(state, zip, "0.01", ""), ["tax-in-untaxed-state"]);
            assert_eq!(to(state, zip, "0.00", "0.40"), ["tax-in-untaxed-state"]);
        }
        assert_eq!(to("AK", "99801", "1.00", ""), [""; 0]);
        // That the ZIP code lies in Texas says it all.
        assert_eq!(to("OR", "78701", "1.65", ""), ["postal-code-in-another-state"]);
    }

    #[test]
    fn a_store_has_one_currency() {
        let of = |channel, currency| {
            said("all-orders", &[("sales-channel", channel), ("currency", currency)], &NO_CONTEXT)
        };
        assert_eq!(of("amazon.com", "USD"), [""; 0]);
        assert_eq!(of("Amazon.ca", "USD"), ["currency-of-another-store"]);
        assert_eq!(of("Amazon.co.uk", "EUR"), ["currency-of-another-store"]);
        assert_eq!(of("Non-Amazon US", "CAD"), ["multi-channel-order"]);
        // What could not be read has been said.
        assert_eq!(of("Amazon.ca", "XXX"), [""; 0]);
        assert_eq!(of("Amazon.ca", ""), [""; 0]);
    }

    #[test]
    fn unit_and_line_price_agree_to_the_cent() {
        let of = |unit, quantity, line| {
            let cells = [
                ("currency", "USD"),
                ("item-price-per-unit", unit),
                ("quantity", quantity),
                ("item-price", line),
            ];
            said("customer-shipment-sales", &cells, &NO_CONTEXT)
        };
        assert_eq!(of("13.33", "3", "39.99"), [""; 0]);
        assert_eq!(of("13.33", "3", "40.00"), ["unit-price-disagrees"]);
        assert_eq!(of("13.33", "3", "13.33"), ["unit-price-disagrees"]);
        assert_eq!(of("13.33", "3", ""), [""; 0]);
        assert_eq!(of("", "3", "39.99"), [""; 0]);
        assert_eq!(of("13.33", "x", "39.99"), [""; 0]);
        assert_eq!(of("999999999999999", "999999999", "1.00"), ["unit-price-disagrees"]);
    }
}
