//! Sums over sale lines, exact: by currency, and in each by state and by month; and the days that they cover.

use crate::fields::{Amount, Currency, amount, date, state};
use crate::outcome::{CurrencyTotals, DateRange, Dates, MonthTotals, StateTotals, Sums};
use crate::sale_line::{Amounts, SaleLine, TransactionType};
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

/// The days with a sale, and the last moment of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Days {
    days: BTreeSet<i32>,
    /// The day that was added last: nearly always the next one too.
    latest: Option<i32>,
    last_instant: Option<i64>,
}

impl Days {
    /// A day, and the moment of the sale in seconds since 1970.
    pub fn add(&mut self, day: i32, instant: i64) {
        if self.latest != Some(day) {
            self.days.insert(day);
            self.latest = Some(day);
        }
        self.last_instant = self.last_instant.max(Some(instant));
    }

    /// Adds the days of another part.
    pub fn merge(&mut self, other: &Days) {
        for &day in &other.days {
            self.days.insert(day);
        }
        self.last_instant = self.last_instant.max(other.last_instant);
    }

    /// When the last sale was, in seconds since 1970.
    pub fn last_instant(&self) -> Option<i64> {
        self.last_instant
    }

    /// The days with a sale line, and the gaps between them.
    pub fn dates(&self, partial_last_day: bool) -> Option<Dates> {
        let (&first, &last) = (self.days.first()?, self.days.last()?);
        let gaps = self
            .days
            .iter()
            .zip(self.days.iter().skip(1))
            .filter(|(day, next)| *next - *day > 1)
            .map(|(day, next)| DateRange { first: day_name(day + 1), last: day_name(next - 1) })
            .collect();
        Some(Dates { first: day_name(first), last: day_name(last), gaps, partial_last_day })
    }
}

/// The totals of a file, or of a part of one.
#[derive(Clone, Debug, Default)]
pub struct Totals {
    currencies: BTreeMap<Option<Currency>, Box<ByPlaceAndTime>>,
}

impl Totals {
    pub fn add(&mut self, line: &SaleLine<'_>) {
        let mut amounts = line.amounts;
        let mut units = u64::from(line.quantity.unwrap_or(0));
        if line.transaction_type == TransactionType::Refund {
            // Discounts are magnitudes in the line. A refund gives them back.
            let below_zero = |amount: Option<Amount>| amount.map(|Amount(units)| Amount(-units));
            amounts.item_discount = below_zero(amounts.item_discount);
            amounts.shipping_discount = below_zero(amounts.shipping_discount);
            // Units are units sold: money can be given back for goods that are kept.
            units = 0;
        }
        let amounts = amounts.in_order();
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
    }

    /// By currency's name; in each, states by name with the United States first, months in their order.
    pub fn list(&self) -> Vec<CurrencyTotals> {
        self.currencies.iter().map(|(currency, tallies)| tallies.total(*currency)).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::{Country, State};
    use crate::sale_line::Collector;

    fn line(number: u64) -> SaleLine<'static> {
        let dates: [&[u8]; 3] = [b"2026-01-31", b"2026-02-01", b"2026-02-05"];
        let tax_date = date::read_iso(dates[number as usize % 3]).expect("a date");
        SaleLine {
            identity: number.into(),
            occurrence: 1,
            order_id: b"",
            shipment_id: b"",
            transaction_type: TransactionType::Sale,
            ordered_at: None,
            shipped_at: None,
            tax_date,
            sales_channel: b"",
            marketplace: true,
            fulfilled_by: None,
            tax_collected_by: Collector::Unknown,
            sku: b"",
            quantity: Some(2),
            currency: Currency::known([b"USD".as_slice(), b"CAD"][number as usize % 2]),
            amounts: Amounts { item_amount: Some(Amount(i64::MAX / 2)), ..Amounts::default() },
            city: b"",
            state: State::known(*[b"CA", b"NY", b"??"][number as usize % 3]),
            foreign_state: b"",
            postal_code: None,
            country: Some(Country(*[b"US", b"US", b"MX"][number as usize % 3])),
            ship_from_code: b"",
            ship_from_state: None,
            source_record: number,
        }
    }

    /// Law 8: parts added up apart and merged are the whole; and sums are wider than amounts.
    #[test]
    fn merged_parts_are_the_whole() {
        for split in 0..=12 {
            let (mut whole, mut first, mut rest) = (Totals::default(), Totals::default(), Totals::default());
            for number in 0..12 {
                whole.add(&line(number));
                if number < split { first.add(&line(number)) } else { rest.add(&line(number)) }
            }
            first.merge(rest);
            assert_eq!(first.list(), whole.list(), "split at {split}");
        }
    }

    /// Discounts are magnitudes in the lines, so that amounts less discounts are what was sold only if a refund
    /// takes its own back.
    #[test]
    fn what_is_given_back_comes_to_nothing() {
        let amounts = |units| Amounts {
            item_amount: Some(Amount(units)),
            item_discount: Some(Amount(200)),
            ..Amounts::default()
        };
        let mut totals = Totals::default();
        totals.add(&SaleLine { amounts: amounts(2000), ..line(0) });
        totals.add(&SaleLine {
            amounts: amounts(-2000),
            transaction_type: TransactionType::Refund,
            ..line(0)
        });
        let [ref total] = totals.list()[..] else { panic!("one currency") };
        let sums = &total.sums;
        assert_eq!((sums.item_amount.as_str(), sums.item_discount.as_str(), sums.units), ("0.00", "0.00", 2));
    }

    #[test]
    fn gaps_are_the_days_between() {
        let mut days = Days::default();
        for number in 0..3 {
            let date = line(number).tax_date;
            days.add(date.day_number(), date.instant());
        }
        let dates = days.dates(false).expect("days");
        assert_eq!((dates.first.as_str(), dates.last.as_str()), ("2026-01-31", "2026-02-05"));
        assert_eq!(dates.gaps, [DateRange { first: "2026-02-02".to_owned(), last: "2026-02-04".to_owned() }]);
    }
}
