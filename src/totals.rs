//! Sums over sale lines, exact: by currency, and in each by state and by month; and the days that they cover.

use crate::fields::{Amount, Currency, amount, date, state};
use crate::outcome::{CurrencyTotals, DateRange, Dates, MonthTotals, StateTotals, Sums};
use crate::sale_line::{Amounts, SaleLine};
use std::collections::{BTreeMap, BTreeSet};

/// Sums in the currency's smallest unit. 128 bits hold more lines than any file can.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    lines: u64,
    units: u64,
    amounts: [i128; Amounts::COUNT],
}

impl Tally {
    fn add(&mut self, units: u64, amounts: &[Option<Amount>; Amounts::COUNT]) {
        self.lines += 1;
        self.units += units;
        for (sum, amount) in self.amounts.iter_mut().zip(amounts) {
            *sum += amount.map_or(0, |Amount(units)| i128::from(units));
        }
    }
    fn merge(&mut self, other: &Tally) {
        self.lines += other.lines;
        self.units += other.units;
        for (sum, theirs) in self.amounts.iter_mut().zip(other.amounts) {
            *sum += theirs;
        }
    }
    fn sums(&self, digits: u8) -> Sums {
        let [
            item_amount,
            item_tax,
            shipping_amount,
            shipping_tax,
            gift_wrap_amount,
            gift_wrap_tax,
            item_discount,
            shipping_discount,
        ] = self.amounts.map(|sum| decimal(sum, digits));
        Sums {
            lines: self.lines,
            units: self.units,
            item_amount,
            item_tax,
            shipping_amount,
            shipping_tax,
            gift_wrap_amount,
            gift_wrap_tax,
            item_discount,
            shipping_discount,
        }
    }
}

fn decimal(sum: i128, digits: u8) -> String {
    let mut text = Vec::with_capacity(24);
    amount::write(sum, digits, &mut text);
    String::from_utf8(text).unwrap_or_default()
}

/// One currency's sums. States are an array, because every line asks for one.
#[derive(Clone, Debug)]
struct ByPlaceAndTime {
    states: [Tally; state::COUNT],
    elsewhere: BTreeMap<Option<[u8; 2]>, Tally>,
    months: BTreeMap<(u16, u8), Tally>,
}

impl Default for ByPlaceAndTime {
    fn default() -> Self {
        ByPlaceAndTime {
            states: [Tally::default(); state::COUNT],
            elsewhere: BTreeMap::new(),
            months: BTreeMap::new(),
        }
    }
}

/// The totals of a file, or of a part of one.
#[derive(Clone, Debug, Default)]
pub struct Totals {
    currencies: BTreeMap<Option<Currency>, Box<ByPlaceAndTime>>,
    days: BTreeSet<i32>,
    last_day: Option<i32>,
}

impl Totals {
    pub fn add(&mut self, line: &SaleLine<'_>) {
        let amounts = line.amounts.in_order();
        let units = u64::from(line.quantity.unwrap_or(0));
        let tallies = self.currencies.entry(line.currency).or_default();
        match line.state.and_then(|state| tallies.states.get_mut(state.index())) {
            Some(tally) => tally.add(units, &amounts),
            None => tallies
                .elsewhere
                .entry(line.country.map(|country| country.0))
                .or_default()
                .add(units, &amounts),
        }
        tallies.months.entry((line.tax_date.year, line.tax_date.month)).or_default().add(units, &amounts);
        let day = line.tax_date.day_number();
        if self.last_day != Some(day) {
            self.days.insert(day);
            self.last_day = Some(day);
        }
    }

    /// Adds the totals of another part.
    pub fn merge(&mut self, other: Totals) {
        for (currency, theirs) in other.currencies {
            let ours = self.currencies.entry(currency).or_default();
            for (tally, other) in ours.states.iter_mut().zip(&theirs.states) {
                tally.merge(other);
            }
            for (place, tally) in theirs.elsewhere {
                ours.elsewhere.entry(place).or_default().merge(&tally);
            }
            for (month, tally) in theirs.months {
                ours.months.entry(month).or_default().merge(&tally);
            }
        }
        for day in other.days {
            self.days.insert(day);
        }
    }

    /// By currency's name; in each, states by name with the United States first, months in their order.
    pub fn list(&self) -> Vec<CurrencyTotals> {
        self.currencies.iter().map(|(currency, tallies)| tallies.total(*currency)).collect()
    }

    /// The days with a sale line, and the gaps between them.
    pub fn dates(&self) -> Option<Dates> {
        let (&first, &last) = (self.days.first()?, self.days.last()?);
        let gaps = self
            .days
            .iter()
            .zip(self.days.iter().skip(1))
            .filter(|(day, next)| *next - *day > 1)
            .map(|(day, next)| DateRange { first: day_name(day + 1), last: day_name(next - 1) })
            .collect();
        Some(Dates { first: day_name(first), last: day_name(last), gaps })
    }
}

impl ByPlaceAndTime {
    fn total(&self, currency: Option<Currency>) -> CurrencyTotals {
        let digits = currency.map_or(2, |currency| currency.digits());
        let mut whole = Tally::default();
        let mut by_state = Vec::new();
        let states = self.states.iter().enumerate().filter(|(_, tally)| tally.lines > 0);
        for (index, tally) in states {
            whole.merge(tally);
            let state = state::State::from_index(index).map(|state| state.as_str().to_owned());
            by_state.push(StateTotals { country: "US".to_owned(), state, sums: tally.sums(digits) });
        }
        for (country, tally) in &self.elsewhere {
            whole.merge(tally);
            let country =
                country.map(|letters| String::from_utf8_lossy(&letters).into_owned()).unwrap_or_default();
            by_state.push(StateTotals { country, state: None, sums: tally.sums(digits) });
        }
        let by_month = self
            .months
            .iter()
            .map(|((year, month), tally)| MonthTotals {
                month: format!("{year:04}-{month:02}"),
                sums: tally.sums(digits),
            })
            .collect();
        let currency = currency.map(|currency| currency.as_str().to_owned());
        CurrencyTotals { currency, sums: whole.sums(digits), by_state, by_month }
    }
}

fn day_name(day: i32) -> String {
    let (year, month, day) = date::from_day_number(day);
    let mut text = Vec::with_capacity(10);
    date::write_day(year, month, day, &mut text);
    String::from_utf8(text).unwrap_or_default()
}
