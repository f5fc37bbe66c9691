//! Dates that do not fit each other, or the calendar.

use super::{Context, Rule};
use crate::fields::date::day_number;
use crate::findings::Code;
use crate::reports::{Field, Row};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: Code::warning("shipped-before-ordered")
            .what("The shipment date is earlier than the purchase date.")
            .why("If one of the dates is wrong, the sale may be filed in the wrong month.")
            .fix(
                "Compare the order with Seller Central. If both dates stand there as here, you can send it.",
            ),
        needs: &[Field::OrderedAt, Field::ShippedAt],
        check: shipped_before_ordered,
    },
    Rule {
        code: Code::warning("date-in-the-future")
            .what("The sale is dated in the future.")
            .why("It would be filed in a month that has not come yet.")
            .fix("Check the date and time of this computer, then download the report again."),
        needs: &[],
        check: in_the_future,
    },
    Rule {
        code: Code::error("date-before-amazon")
            .what("The sale is dated before Amazon opened in July 1995.")
            .why("The date decides in which month the tax is filed, and this one cannot be right.")
            .fix("Look at the record. If its cells stand in the wrong columns, download the report again."),
        needs: &[],
        check: before_amazon,
    },
    Rule {
        code: Code::note("month-differs-in-utc")
            .what("The sale is near midnight at the end of a month, and by universal time it lies in another month.")
            .why("We file it in the month of the date as the report writes it. A service that goes by universal time (UTC) counts it in the other one.")
            .fix("Nothing to do here. If your tax service shows other monthly totals, compare these sales first."),
        needs: &[],
        check: month_differs_in_utc,
    },
    Rule {
        code: Code::warning("outside-period")
            .what("The sale lies outside the days that were asked for.")
            .why("It is sent along and would be filed in another period. If that one has been filed already, the sale is filed twice.")
            .fix("Download the report for the days that were asked for. If this sale was never filed, keep it and tell your tax service."),
        needs: &[],
        check: outside_period,
    },
];

fn shipped_before_ordered(row: &Row<'_>, _: &Context) -> Option<Field> {
    let (ordered, shipped) = (row.date(Field::OrderedAt)?, row.date(Field::ShippedAt)?);
    // A bare date has no hour to compare.
    let earlier = match ordered.has_time() && shipped.has_time() {
        true => shipped.instant() < ordered.instant(),
        false => shipped.day_number() < ordered.day_number(),
    };
    earlier.then_some(Field::ShippedAt)
}

fn in_the_future(row: &Row<'_>, context: &Context) -> Option<Field> {
    // A day's grace: the report may be written further east than the clock stands.
    const GRACE: i64 = 86_400;
    let field = row.tax_date_field();
    (row.date(field)?.instant() > context.now? + GRACE).then_some(field)
}

fn month_differs_in_utc(row: &Row<'_>, _: &Context) -> Option<Field> {
    let field = row.tax_date_field();
    row.date(field)?.has_another_month_in_utc().then_some(field)
}

fn outside_period(row: &Row<'_>, context: &Context) -> Option<Field> {
    let (first, last) = context.period?;
    let field = row.tax_date_field();
    let day = row.date(field)?.day_number();
    (day < first || day > last).then_some(field)
}

fn before_amazon(row: &Row<'_>, _: &Context) -> Option<Field> {
    let opened = day_number(1995, 7, 16);
    let field = row.tax_date_field();
    (row.date(field)?.day_number() < opened).then_some(field)
}
