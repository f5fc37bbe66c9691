//! How a file's values are written: in which order its rewritten dates stand, and which sign its decimals have.
//!
//! No single cell can tell: `06/07/22` and `1.081` have two readings each. So a file is read under
//! [`Conventions`] that are assumed, a [`Survey`] notes what its values say, and where they say something else the
//! file is read again. Values in their normal form are hardly noted, so that the normal path costs next to nothing.

use super::Currency;
use crate::wire::Wire;

/// How many columns of dates a report can have.
pub const DATE_FIELDS: usize = 6;

/// What stands first in the rewritten dates of a column, such as `06/07/22`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateOrder {
    /// Nothing decides it.
    #[default]
    Open,
    MonthFirst,
    DayFirst,
    /// The column was written in two ways, so that no order is right for all of it.
    Hopeless,
}

/// The sign before the decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Decimals {
    #[default]
    Point,
    Comma,
}

impl Decimals {
    pub fn name(self) -> &'static str {
        match self {
            Decimals::Point => "point",
            Decimals::Comma => "comma",
        }
    }
}

/// What is assumed while a file is read.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Conventions {
    pub decimals: Decimals,
    /// The currency of records that do not name one, where the text before the header does.
    pub currency: Option<Currency>,
    dates: [DateOrder; DATE_FIELDS],
}

impl Conventions {
    /// Before any value is read.
    pub fn expected(decimals: Decimals, currency: Option<Currency>) -> Conventions {
        Conventions { decimals, currency, ..Conventions::default() }
    }

    /// The order in a column of dates, by its number among them.
    pub fn date_order(&self, date_field: usize) -> DateOrder {
        self.dates.get(date_field).copied().unwrap_or_default()
    }

    pub fn set_date_order(&mut self, date_field: usize, order: DateOrder) {
        if let Some(slot) = self.dates.get_mut(date_field) {
            *slot = order;
        }
    }
}

/// What the values of a file, or of a part of one, say about its conventions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    dates: [DateSurvey; DATE_FIELDS],
    /// Amounts that can only be read with a point before their decimals, and with a comma.
    points: u64,
    commas: u64,
}

/// What the rewritten dates of one column say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct DateSurvey {
    /// One bit for each way of writing that was met: which separator, and how many digits of the year.
    forms: u8,
    /// There is a value that can be read in either order, and is another day in each.
    open: bool,
    month_first: bool,
    day_first: bool,
}

impl Survey {
    /// A rewritten date. `form` below 8 tells the ways of writing apart; `decides` is the order that alone gives a
    /// day that the calendar has, Open where either does, and nothing where both give the same.
    pub(super) fn note_date(&mut self, date_field: usize, form: u8, decides: Option<DateOrder>) {
        let Some(dates) = self.dates.get_mut(date_field) else { return };
        dates.forms |= 1 << (form & 7);
        dates.open |= decides == Some(DateOrder::Open);
        dates.month_first |= decides == Some(DateOrder::MonthFirst);
        dates.day_first |= decides == Some(DateOrder::DayFirst);
    }

    /// A plain amount under points, which speaks for them if it has decimals. For every amount of a report, so it
    /// looks at two bytes and no more.
    pub(super) fn note_plain(&mut self, text: &[u8]) {
        self.points += u64::from(matches!(text, [.., b'.', _] | [.., b'.', _, _]));
    }

    /// The same of so many amounts that have decimals.
    pub fn note_points(&mut self, amounts: u64) {
        self.points += amounts;
    }

    pub(super) fn note_amount(&mut self, decimals: Decimals) {
        match decimals {
            Decimals::Point => self.points += 1,
            Decimals::Comma => self.commas += 1,
        }
    }

    /// Adds what another part of the same file says.
    pub fn merge(&mut self, other: Survey) {
        for (ours, theirs) in self.dates.iter_mut().zip(other.dates) {
            ours.forms |= theirs.forms;
            ours.open |= theirs.open;
            ours.month_first |= theirs.month_first;
            ours.day_first |= theirs.day_first;
        }
        self.points += other.points;
        self.commas += other.commas;
    }

    pub fn cross(&mut self, wire: &mut Wire) {
        for dates in &mut self.dates {
            let mut forms = [dates.forms];
            wire.bytes(&mut forms);
            [dates.forms] = forms;
            for flag in [&mut dates.open, &mut dates.month_first, &mut dates.day_first] {
                wire.flag(flag);
            }
        }
        wire.u64(&mut self.points);
        wire.u64(&mut self.commas);
    }

    /// What to assume instead; equal to `assumed` where nothing speaks against it, and where it would change no
    /// value.
    pub fn conclude(&self, assumed: &Conventions) -> Conventions {
        let mut concluded = *assumed;
        for (order, dates) in concluded.dates.iter_mut().zip(&self.dates) {
            *order = dates.order(*order);
        }
        concluded.decimals = match assumed.decimals {
            Decimals::Point if self.commas > self.points => Decimals::Comma,
            Decimals::Comma if self.points > self.commas => Decimals::Point,
            as_assumed => as_assumed,
        };
        concluded
    }

    /// The columns with rewritten dates whose order no value decides, by their number among the dates.
    pub fn open_dates(&self) -> impl Iterator<Item = usize> {
        self.dates
            .iter()
            .enumerate()
            .filter(|(_, dates)| dates.open && dates.order(DateOrder::Open) == DateOrder::Open)
            .map(|(date_field, _)| date_field)
    }
}

impl DateSurvey {
    fn order(&self, assumed: DateOrder) -> DateOrder {
        if self.forms == 0 {
            return assumed;
        }
        match (self.month_first, self.day_first) {
            _ if !self.forms.is_power_of_two() => DateOrder::Hopeless,
            (true, true) => DateOrder::Hopeless,
            // What decides was read by itself, and nothing else was in doubt.
            _ if !self.open && assumed == DateOrder::Open => DateOrder::Open,
            (true, false) => DateOrder::MonthFirst,
            (false, true) => DateOrder::DayFirst,
            (false, false) => assumed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_orders_are_decided_by_the_whole_column() {
        use DateOrder::{DayFirst, Hopeless, MonthFirst, Open};
        let concluded = |notes: &[(u8, Option<DateOrder>)], assumed| {
            let mut survey = Survey::default();
            notes.iter().for_each(|&(form, decides)| survey.note_date(1, form, decides));
            let mut conventions = Conventions::default();
            conventions.set_date_order(1, assumed);
            let concluded = survey.conclude(&conventions);
            assert_eq!(survey.conclude(&concluded), concluded, "a second reading changes nothing");
            assert_eq!(concluded.date_order(0), Open);
            (concluded.date_order(1), survey.open_dates().collect::<Vec<_>>())
        };
        let open = Some(Open);
        assert_eq!(concluded(&[], Open), (Open, vec![]));
        assert_eq!(concluded(&[(0, None)], Open), (Open, vec![]));
        assert_eq!(concluded(&[(0, open)], Open), (Open, vec![1]));
        // The seller's answer.
        assert_eq!(concluded(&[(0, open)], DayFirst), (DayFirst, vec![1]));
        assert_eq!(concluded(&[(0, open), (0, Some(MonthFirst))], Open), (MonthFirst, vec![]));
        assert_eq!(concluded(&[(0, Some(DayFirst)), (0, open)], Open), (DayFirst, vec![]));
        // Nothing in doubt: no need to read again.
        assert_eq!(concluded(&[(0, Some(DayFirst))], Open), (Open, vec![]));
        assert_eq!(concluded(&[(0, Some(DayFirst)), (0, Some(MonthFirst))], Open), (Hopeless, vec![]));
        assert_eq!(concluded(&[(0, Some(DayFirst)), (1, open)], Open), (Hopeless, vec![]));
        // An answer does not hold against the values.
        assert_eq!(concluded(&[(0, Some(DayFirst))], MonthFirst), (DayFirst, vec![]));
    }

    #[test]
    fn decimals_are_those_of_most_amounts() {
        for start in [Decimals::Point, Decimals::Comma] {
            for (points, commas, expected) in [
                (0, 0, start),
                (5, 5, start),
                (5, 0, Decimals::Point),
                (0, 5, Decimals::Comma),
                (900, 1, Decimals::Point),
                (1, 900, Decimals::Comma),
            ] {
                let conventions = Conventions { decimals: start, ..Conventions::default() };
                let survey = Survey { points, commas, ..Survey::default() };
                let concluded = survey.conclude(&conventions);
                assert_eq!(concluded.decimals, expected, "{points} points, {commas} commas");
                assert_eq!(survey.conclude(&concluded), concluded);
            }
        }
    }

    #[test]
    fn merged_parts_say_what_the_whole_says() {
        let note = |survey: &mut Survey, number: u8| {
            survey.note_date(usize::from(number % 2), number % 3, Some(DateOrder::DayFirst));
            survey.note_amount(if number < 3 { Decimals::Comma } else { Decimals::Point });
        };
        for split in 0..6 {
            let (mut whole, mut first, mut rest) = (Survey::default(), Survey::default(), Survey::default());
            for number in 0..6 {
                note(&mut whole, number);
                note(if number < split { &mut first } else { &mut rest }, number);
            }
            first.merge(rest);
            assert_eq!(first, whole, "split at {split}");
        }
    }
}
