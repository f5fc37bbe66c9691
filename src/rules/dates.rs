//! Dates that do not fit each other, or the calendar.

use super::{Context, Rule, Subject};
use crate::fields::date::day_number;
use crate::findings::Code;
use crate::reports::{Field, Row};

const RULES: &[Rule] = &[
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

/// Amazon's first day.
const OPENED: (u16, u8, u8) = (1995, 7, 16);

pub(super) const SUBJECT: Subject = Subject { rules: RULES, is_usual };

fn is_usual(row: &Row<'_>, context: &Context) -> bool {
    let Some(date) = row.date(row.tax_date_field()) else { return false };
    let in_order = match (row.date(Field::OrderedAt), row.date(Field::ShippedAt)) {
        (Some(ordered), Some(shipped)) => ordered.is_surely_before(&shipped),
        _ => true,
    };
    in_order
        && (2..28).contains(&date.day)
        && date.year > OPENED.0
        && context.period.is_none()
        && context.now.is_none_or(|now| date.instant() <= now)
}

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
    let (year, month, day) = OPENED;
    let field = row.tax_date_field();
    (row.date(field)?.day_number() < day_number(year, month, day)).then_some(field)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{NO_CONTEXT, said};
    use super::*;
    use crate::fields::date::read_iso;

    #[test]
    fn months_differ_only_at_their_ends() {
        let of = |date| said("all-orders", &[("purchase-date", date)], &NO_CONTEXT);
        let differs = |date| of(date) == ["month-differs-in-utc"];
        assert!(differs("2026-03-31T17:00:00-07:00"));
        assert!(!differs("2026-03-31T16:59:59-07:00"));
        assert!(differs("2025-12-31T23:30:00-05:00"));
        assert!(differs("2026-04-01T08:59:59+09:00"));
        assert!(!differs("2026-04-01T09:00:00+09:00"));
        assert!(differs("2026-02-28T23:59:59-01:00"));
        assert!(!differs("2024-02-28T23:59:59-01:00")); // the next day is the 29th
        assert!(!differs("2026-03-30T23:59:59-07:00"));
        // In universal time, or nobody knows.
        for date in ["2026-03-31T23:59:59Z", "2026-03-31T23:59:59+00:00", "2026-03-31", "2026-03-31T23:59:59"]
        {
            assert!(!differs(date), "{date}");
        }
    }

    #[test]
    fn a_period_has_its_first_and_last_day_in_it() {
        let day = |text: &str| read_iso(text.as_bytes()).map(|date| date.day_number());
        let context = Context { now: None, period: day("2026-03-01").zip(day("2026-03-31")) };
        let is_outside = |date| {
            let said = said("all-orders", &[("purchase-date", date)], &context);
            said.iter().any(|slug| slug == "outside-period")
        };
        // By the date as written, not by universal time.
        assert!(is_outside("2026-02-28T23:59:59-08:00"));
        assert!(!is_outside("2026-03-01T00:00:00-08:00"));
        assert!(!is_outside("2026-03-31T23:59:59-07:00"));
        assert!(is_outside("2026-04-01"));
        assert!(!is_outside(""));
    }
}
