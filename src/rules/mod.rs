//! Checks over a whole row, or over what the rows of a file have in common.
//!
//! A rule stands in the file of the column it points at. It gets typed values, and nothing for a cell that could
//! not be read, so it never reports again what reading the cell already did.
//!
//! To add one: write it into a subject's `RULES`, and put a good and a bad file into
//! `tests/fixtures/codes/<slug>/`. The catalogue, the page's words and the tests find it there.

mod dates;
mod identity;
mod money;
mod places;
mod privacy;
mod status;

pub use identity::{LINE_REPEATED, LINE_REPEATED_DIFFERENTLY};
pub use privacy::withhold;
pub use status::{JURISDICTION_LINE, ORDER_CANCELLED, set_aside};

use crate::findings::Code;
use crate::reports::{Field, Layout, Row};

/// What a rule may know besides the row.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    /// Seconds since 1970, if the host has a clock.
    pub now: Option<i64>,
    /// The first and the last day that the host asks for, as day numbers.
    pub period: Option<(i32, i32)>,
}

/// A code with its check over a row. The check answers with the field to point at.
pub struct Rule {
    pub code: Code,
    /// The rule is left out where the report lacks one of these.
    pub needs: &'static [Field],
    pub check: fn(&Row<'_>, &Context) -> Option<Field>,
}

/// Every amount that a record can have.
const AMOUNTS: [Field; 8] = [
    Field::ItemAmount,
    Field::ItemTax,
    Field::ShippingAmount,
    Field::ShippingTax,
    Field::GiftWrapAmount,
    Field::GiftWrapTax,
    Field::ItemDiscount,
    Field::ShippingDiscount,
];

const SUBJECTS: [&[Rule]; 5] = [status::RULES, identity::RULES, dates::RULES, money::RULES, places::RULES];

/// Every rule over rows, in the order in which they run.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    SUBJECTS.into_iter().flatten()
}

/// The rules whose columns this file has.
pub fn applicable(layout: &Layout) -> Vec<&'static Rule> {
    all().filter(|rule| lacking(rule, layout).next().is_none()).collect()
}

/// What a rule needs and this file lacks.
pub fn lacking(rule: &Rule, layout: &Layout) -> impl Iterator<Item = Field> {
    rule.needs.iter().copied().filter(|&field| !layout.has(field))
}

/// Codes of rules, and of the checks that set records aside or need memory.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    let others = [status::CODES, identity::CODES, privacy::CODES];
    all().map(|rule| &rule.code).chain(others.into_iter().flatten().copied())
}
