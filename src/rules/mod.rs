//! Checks over a whole row, or over what the rows of a file have in common.
//!
//! A rule stands in the file of the column it points at. It gets typed values, and nothing for a cell that could
//! not be read, so it never reports again what reading the cell already did.
//!
//! To add one: write it into a subject's `RULES`, and put a good and a bad file into
//! `tests/fixtures/codes/<slug>/`. The catalogue, the page's words and the tests find it there.

mod dates;
mod file;
mod identity;
mod money;
mod places;
mod privacy;
mod status;

pub use file::{FileWatch, coverage};
pub use identity::{LINE_REPEATED, LINE_REPEATED_DIFFERENTLY};
pub use privacy::withhold;
pub use status::{JURISDICTION_LINE, is_cancelled, set_aside};

use crate::fields::date;
use crate::findings::Code;
use crate::options::Options;
use crate::reports::{Field, Layout, Row};

/// What a rule may know besides the row.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    /// Seconds since 1970, if the host has a clock.
    pub now: Option<i64>,
    /// The first and the last day that the host asks for, as day numbers.
    pub period: Option<(i32, i32)>,
}

impl Context {
    pub fn of(options: &Options) -> Context {
        let day = |text: &str| date::read_iso(text.as_bytes()).map(|date| date.day_number());
        let period = options.period.as_ref();
        Context {
            now: options.now,
            period: period.and_then(|period| Some((day(&period.first)?, day(&period.last)?))),
        }
    }
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

/// The rules about one subject.
struct Subject {
    rules: &'static [Rule],
    /// Whether a few values tell that none of the rules has anything to say, as of nearly every record. False: they are
    /// asked.
    is_usual: fn(&Row<'_>, &Context) -> bool,
}

const SUBJECTS: [Subject; 5] =
    [status::SUBJECT, identity::SUBJECT, dates::SUBJECT, money::SUBJECT, places::SUBJECT];

/// Every rule over rows, in the order in which they run.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    SUBJECTS.into_iter().flat_map(|subject| subject.rules)
}

/// The rules whose columns a file has.
pub struct Applicable {
    subjects: [(Subject, Vec<&'static Rule>); SUBJECTS.len()],
}

impl Applicable {
    pub fn to(layout: &Layout) -> Applicable {
        let applies = |rule: &&Rule| lacking(rule, layout).next().is_none();
        let with_rules = |subject: Subject| {
            let rules = subject.rules.iter().filter(applies).collect();
            (subject, rules)
        };
        Applicable { subjects: SUBJECTS.map(with_rules) }
    }

    /// What the rules find in a row, and the fields they point at.
    pub fn check(&self, row: &Row<'_>, context: &Context, found: &mut dyn FnMut(&'static Code, Field)) {
        for (subject, rules) in &self.subjects {
            if (subject.is_usual)(row, context) {
                continue;
            }
            for rule in rules {
                if let Some(field) = (rule.check)(row, context) {
                    found(&rule.code, field);
                }
            }
        }
    }
}

/// Sold in one of Amazon's stores, or nowhere that is told.
fn is_amazons(row: &Row<'_>) -> bool {
    row.text(Field::SalesChannel)
        .is_none_or(|channel| matches!(channel.first_chunk(), Some(b"Amazon." | b"amazon.")))
}

/// What a rule needs and this file lacks.
pub fn lacking(rule: &Rule, layout: &Layout) -> impl Iterator<Item = Field> {
    rule.needs.iter().copied().filter(|&field| !layout.has(field))
}

/// Codes of rules, and of the checks that set records aside or need memory.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    let others = [status::CODES, identity::CODES, privacy::CODES, file::CODES];
    all().map(|rule| &rule.code).chain(others.into_iter().flatten().copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::{Conventions, Survey};
    use crate::reports::{OwnedCells, by_family};

    /// What is said of a record of this family whose other columns are empty or not there: slugs, or the one that sets it
    /// aside.
    pub(super) fn said(family: &str, cells: &[(&str, &str)], context: &Context) -> Vec<String> {
        let reading =
            by_family(family).and_then(|report| report.reading()).expect("a report that can be used");
        let columns: Vec<_> = cells
            .iter()
            .map(|(name, _)| reading.columns.iter().position(|column| column.name == *name))
            .inspect(|column| assert!(column.is_some(), "{family} has no such column"))
            .collect();
        let layout = Layout::new(reading, &columns, false);
        let cells = OwnedCells::of(cells.iter().map(|(_, text)| text.as_bytes()));
        let cells = cells.cells();
        let conventions = Conventions::default();
        let mut row = Row::open(&layout, cells, &conventions);
        if let Some((code, _)) = set_aside(&row) {
            return vec![format!("set aside: {}", code.slug)];
        }
        row.read(cells, &mut Vec::new(), &mut Survey::default());
        let rules = Applicable::to(&layout);
        let (mut found, mut of_usual) = (Vec::new(), Vec::new());
        for (subject, rules) in &rules.subjects {
            let list = if (subject.is_usual)(&row, context) { &mut of_usual } else { &mut found };
            let rules = rules.iter().filter(|rule| (rule.check)(&row, context).is_some());
            list.extend(rules.map(|rule| rule.code.slug.to_owned()));
        }
        assert_eq!(of_usual, [""; 0], "found in a record that was said to be usual");
        // Most records here are about other cells.
        found.retain(|slug| slug != "item-price-missing");
        found
    }

    pub(super) const NO_CONTEXT: Context = Context { now: None, period: None };
}
