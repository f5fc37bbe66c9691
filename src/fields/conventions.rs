//! How a file's values are written: in which order its rewritten dates stand, and which sign its decimals have.
//!
//! No single cell can tell: `06/07/22` and `1.081` have two readings each. So a file is read under
//! [`Conventions`] that are assumed, a [`Survey`] notes what its values say, and where they say something else the
//! file is read again. Only values out of their normal form are noted, so that the normal path costs nothing.

use super::Currency;

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
    /// Every amount was looked at under the other sign: points are what is left.
    decimals_settled: bool,
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
    month_first: bool,
    day_first: bool,
}

impl Survey {
    /// A rewritten date. `form` below 8 tells the ways of writing apart; `decides` where one order alone gives a
    /// day that the calendar has.
    pub(super) fn note_date(&mut self, date_field: usize, form: u8, decides: Option<DateOrder>) {
        let Some(dates) = self.dates.get_mut(date_field) else { return };
        dates.forms |= 1 << (form & 7);
        dates.month_first |= decides == Some(DateOrder::MonthFirst);
        dates.day_first |= decides == Some(DateOrder::DayFirst);
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
            ours.month_first |= theirs.month_first;
            ours.day_first |= theirs.day_first;
        }
        self.points += other.points;
        self.commas += other.commas;
    }

    /// What to assume instead; equal to `assumed` where nothing speaks against it. Comes to rest after three
    /// readings of the same file at most.
    pub fn conclude(&self, assumed: &Conventions) -> Conventions {
        let mut concluded = *assumed;
        for (order, dates) in concluded.dates.iter_mut().zip(&self.dates) {
            *order = dates.order(*order);
        }
        // Under points, plain amounts are not noted: only a reading under commas sees how many there are.
        let (decimals, settled) = match assumed.decimals {
            Decimals::Point if assumed.decimals_settled => (Decimals::Point, true),
            Decimals::Point if self.commas > 0 => (Decimals::Comma, false),
            Decimals::Point => (Decimals::Point, false),
            Decimals::Comma if self.points > 0 && self.points >= self.commas => (Decimals::Point, true),
            Decimals::Comma => (Decimals::Comma, false),
        };
        concluded.decimals = decimals;
        concluded.decimals_settled = settled;
        concluded
    }

    /// The columns with rewritten dates whose order no value decides, by their number among the dates.
    pub fn open_dates(&self) -> impl Iterator<Item = usize> {
        self.dates
            .iter()
            .enumerate()
            .filter(|(_, dates)| dates.forms != 0 && dates.order(DateOrder::Open) == DateOrder::Open)
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
        assert_eq!(concluded(&[], Open), (Open, vec![]));
        assert_eq!(concluded(&[(0, None)], Open), (Open, vec![1]));
        // The seller's answer.
        assert_eq!(concluded(&[(0, None)], DayFirst), (DayFirst, vec![1]));
        assert_eq!(concluded(&[(0, None), (0, Some(MonthFirst))], Open), (MonthFirst, vec![]));
        assert_eq!(concluded(&[(0, Some(DayFirst)), (0, None)], Open), (DayFirst, vec![]));
        assert_eq!(concluded(&[(0, Some(DayFirst)), (0, Some(MonthFirst))], Open), (Hopeless, vec![]));
        assert_eq!(concluded(&[(0, Some(DayFirst)), (1, None)], Open), (Hopeless, vec![]));
        // An answer does not hold against the values.
        assert_eq!(concluded(&[(0, Some(DayFirst))], MonthFirst), (DayFirst, vec![]));
    }

    #[test]
    fn decimals_come_to_rest() {
        let rest = |start: Decimals, points: u64, commas: u64| {
            let mut conventions = Conventions { decimals: start, ..Conventions::default() };
            for _ in 0..3 {
                // As a reading does: under points, plain amounts are not noted.
                let points = if conventions.decimals == Decimals::Comma { points } else { 0 };
                let survey = Survey { points, commas, ..Survey::default() };
                conventions = survey.conclude(&conventions);
            }
            let survey = Survey { commas, ..Survey::default() };
            if conventions.decimals == Decimals::Point {
                assert_eq!(survey.conclude(&conventions), conventions);
            }
            conventions.decimals
        };
        for start in [Decimals::Point, Decimals::Comma] {
            assert_eq!(rest(start, 0, 0), start);
            assert_eq!(rest(start, 5, 0), Decimals::Point);
            assert_eq!(rest(start, 0, 5), Decimals::Comma);
            assert_eq!(rest(start, 900, 1), Decimals::Point);
            assert_eq!(rest(start, 1, 900), Decimals::Comma);
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
