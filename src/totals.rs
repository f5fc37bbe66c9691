//! Sums over sale lines, exact: by currency, and in each by state, by month, by who collected the tax and by where the
//! goods were shipped from; and the days that they cover. What each sum is, `outcome.rs` says.

mod share;

use crate::fields::{Amount, Country, Currency, State, amount, date, state};
use crate::options::DateRange;
use crate::outcome::{
    CollectorTotals, CurrencyTotals, Dates, MonthTotals, ShipFromTotals, StateTotals, Sums,
};
use crate::sale_line::{Amounts, Collector, SaleLine, TransactionType};

/// Sums in the currency's smallest unit. 128 bits hold more lines than any file can; small amounts are added up in 64,
/// because that costs wasm a tenth.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    /// Counted where they were sent to, and only there.
    orders: u64,
    lines: u64,
    units: u64,
    /// Of lines with small amounts alone.
    amounts: [i64; Amounts::COUNT],
    /// Of all others.
    beyond: [i128; Amounts::COUNT],
}

/// The amounts of a line.
struct Added {
    units: u64,
    amounts: [i64; Amounts::COUNT],
    are_small: bool,
}

impl Added {
    fn new(units: u64, amounts: [i64; Amounts::COUNT]) -> Added {
        // Four billion lines with less than this come to less than 64 bits hold.
        const SMALL: i64 = 1 << 31;
        let magnitudes = amounts.iter().fold(0, |all, amount| all | (amount ^ (amount >> 63)));
        Added { units, amounts, are_small: magnitudes < SMALL }
    }
}

impl Tally {
    fn add(&mut self, added: &Added) {
        self.lines += 1;
        self.units += added.units;
        match added.are_small {
            true => self.amounts.iter_mut().zip(added.amounts).for_each(|(sum, amount)| *sum += amount),
            false => {
                let amounts = added.amounts.map(i128::from);
                self.beyond.iter_mut().zip(amounts).for_each(|(sum, amount)| *sum += amount);
            }
        }
    }
    fn merge(&mut self, other: &Tally) {
        self.orders += other.orders;
        self.lines += other.lines;
        self.units += other.units;
        for (beyond, theirs) in self.beyond.iter_mut().zip(other.amounts()) {
            *beyond += theirs;
        }
    }
    fn amounts(&self) -> [i128; Amounts::COUNT] {
        let mut amounts = self.beyond;
        amounts.iter_mut().zip(self.amounts).for_each(|(sum, amount)| *sum += i128::from(amount));
        amounts
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
        ] = self.amounts().map(|sum| decimal(sum, digits));
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

/// When, collected by whom, and whether it is a refund: what a line's amounts are told apart by besides places.
type Kind = ((u16, u8), Collector, TransactionType);

/// One currency's sums. Places are arrays, because every line asks for one; the few kinds are a list in their order.
#[derive(Clone, Debug)]
struct ByCurrency {
    currency: Option<Currency>,
    orders: u64,
    states: Vec<Tally>,
    elsewhere: Vec<([u8; 2], Tally)>,
    /// The last one is for goods of which the report does not say where they were shipped from.
    ship_from: Vec<Tally>,
    kinds: Vec<(Kind, Tally)>,
    /// Where the kind stands that was met last: nearly always the next one too.
    latest: usize,
}

impl ByCurrency {
    fn new(currency: Option<Currency>) -> Self {
        ByCurrency {
            currency,
            orders: 0,
            states: vec![Tally::default(); state::COUNT],
            elsewhere: Vec::new(),
            ship_from: vec![Tally::default(); state::COUNT + 1],
            kinds: Vec::new(),
            latest: 0,
        }
    }

    fn kind(&mut self, kind: Kind) -> Option<&mut Tally> {
        if self.kinds.get(self.latest).is_none_or(|(known, _)| *known != kind) {
            self.latest = place_in(&mut self.kinds, kind);
        }
        self.kinds.get_mut(self.latest).map(|(_, tally)| tally)
    }

    /// Where a line was sent to.
    fn place(&mut self, state: Option<State>, country: Option<Country>) -> Option<&mut Tally> {
        match state {
            Some(state) => self.states.get_mut(state.index()),
            // Two blanks where there is no country: the first of all names.
            None => self.country(country.map_or(*b"  ", |country| country.0)),
        }
    }

    fn country(&mut self, letters: [u8; 2]) -> Option<&mut Tally> {
        let at = place_in(&mut self.elsewhere, letters);
        self.elsewhere.get_mut(at).map(|(_, tally)| tally)
    }
}

/// Where a key stands in a list that is kept in order; put there if it is not. A few dozen at most, and a map would
/// add five kilobytes to the wasm.
fn place_in<K: PartialOrd>(list: &mut Vec<(K, Tally)>, key: K) -> usize {
    let at = list.iter().take_while(|(known, _)| *known < key).count();
    if list.get(at).is_none_or(|(known, _)| *known != key) {
        list.insert(at, (key, Tally::default()));
    }
    at
}

/// The days with a sale, and the last moment of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// In their order.
    days: Vec<i32>,
    /// The day that was added last: nearly always the next one too.
    latest: Option<i32>,
    last_instant: Option<i64>,
}

impl Days {
    /// A day, and the moment of the sale in seconds since 1970.
    pub fn add(&mut self, day: i32, instant: i64) {
        if self.latest != Some(day) {
            self.insert(day);
            self.latest = Some(day);
        }
        self.last_instant = self.last_instant.max(Some(instant));
    }

    fn insert(&mut self, day: i32) {
        if let Err(at) = self.days.binary_search(&day) {
            self.days.insert(at, day);
        }
    }

    /// Adds the days of another part.
    pub fn merge(&mut self, other: &Days) {
        for &day in &other.days {
            self.insert(day);
        }
        self.last_instant = self.last_instant.max(other.last_instant);
    }

    /// In their order.
    pub fn list(&self) -> Vec<i32> {
        self.days.clone()
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
    /// In the order of their names.
    currencies: Vec<ByCurrency>,
    /// Where the currency stands that was met last.
    latest: usize,
}

impl Totals {
    /// `new_order`: no line of the order in this currency was added before.
    pub fn add(&mut self, line: &SaleLine<'_>, new_order: bool) {
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
        let amounts = amounts.in_order().map(|amount| amount.map_or(0, |Amount(units)| units));
        let added = Added::new(units, amounts);
        let Some(sums) = self.currency(line.currency) else { return };
        sums.orders += u64::from(new_order);
        let ship_from = line.ship_from_state.map_or(state::COUNT, |state| state.index());
        if let Some(tally) = sums.place(line.state, line.country) {
            tally.orders += u64::from(new_order);
            tally.add(&added);
        }
        if let Some(tally) = sums.ship_from.get_mut(ship_from) {
            tally.add(&added);
        }
        let month = (line.tax_date.year, line.tax_date.month);
        if let Some(tally) = sums.kind((month, line.tax_collected_by, line.transaction_type)) {
            tally.add(&added);
        }
    }

    fn currency(&mut self, currency: Option<Currency>) -> Option<&mut ByCurrency> {
        if self.currencies.get(self.latest).is_none_or(|sums| sums.currency != currency) {
            self.latest = self.currencies.iter().take_while(|sums| sums.currency < currency).count();
            if self.currencies.get(self.latest).is_none_or(|sums| sums.currency != currency) {
                self.currencies.insert(self.latest, ByCurrency::new(currency));
            }
        }
        self.currencies.get_mut(self.latest)
    }

    /// Adds the totals of another part.
    pub fn merge(&mut self, other: Totals) {
        for theirs in other.currencies {
            let Some(ours) = self.currency(theirs.currency) else { continue };
            ours.orders += theirs.orders;
            let places = ours.states.iter_mut().chain(&mut ours.ship_from);
            for (tally, other) in places.zip(theirs.states.iter().chain(&theirs.ship_from)) {
                tally.merge(other);
            }
            for (letters, tally) in &theirs.elsewhere {
                if let Some(ours) = ours.country(*letters) {
                    ours.merge(tally);
                }
            }
            for (kind, tally) in &theirs.kinds {
                if let Some(ours) = ours.kind(*kind) {
                    ours.merge(tally);
                }
            }
        }
    }

    /// By currency's name; in each, states by name with the United States first, months in their order.
    pub fn list(&self) -> Vec<CurrencyTotals> {
        self.currencies.iter().map(ByCurrency::total).collect()
    }
}

impl ByCurrency {
    fn total(&self) -> CurrencyTotals {
        let digits = self.currency.map_or(2, |currency| currency.digits());
        let of = |wanted: &dyn Fn(&Kind) -> bool| {
            let mut sum = Tally::default();
            for (_, tally) in self.kinds.iter().filter(|(kind, _)| wanted(kind)) {
                sum.merge(tally);
            }
            sum
        };
        let is_of = |wanted: TransactionType| move |(_, _, kind): &Kind| *kind == wanted;
        let mut by_state = Vec::new();
        for (state, tally) in named_states(&self.states) {
            let country = "US".to_owned();
            by_state.push(StateTotals { country, state, orders: tally.orders, sums: tally.sums(digits) });
        }
        for (letters, tally) in &self.elsewhere {
            let country = String::from_utf8_lossy(letters.trim_ascii()).into_owned();
            let (orders, sums) = (tally.orders, tally.sums(digits));
            by_state.push(StateTotals { country, state: None, orders, sums });
        }
        let mut by_month: Vec<MonthTotals> = Vec::new();
        let mut last = None;
        for (((year, month), ..), _) in &self.kinds {
            if last.replace((year, month)) != Some((year, month)) {
                let sums = of(&|((y, m), ..)| (y, m) == (year, month)).sums(digits);
                by_month.push(MonthTotals { month: format!("{year:04}-{month:02}"), sums });
            }
        }
        let collectors = Collector::ALL.into_iter().filter_map(|collector| {
            let sum = of(&|(_, by, _)| *by == collector);
            let collected_by = collector.name().to_owned();
            (sum.lines > 0).then(|| CollectorTotals { collected_by, sums: sum.sums(digits) })
        });
        let ship_from = named_states(&self.ship_from);
        CurrencyTotals {
            currency: self.currency.map(|currency| currency.as_str().to_owned()),
            orders: self.orders,
            sums: of(&|_| true).sums(digits),
            sales: of(&is_of(TransactionType::Sale)).sums(digits),
            refunds: of(&is_of(TransactionType::Refund)).sums(digits),
            by_state,
            by_month,
            by_collector: collectors.collect(),
            by_ship_from: ship_from
                .map(|(state, tally)| ShipFromTotals { state, sums: tally.sums(digits) })
                .collect(),
        }
    }
}

/// Those that have a line, with the state's two letters; past the last of them there is no state.
fn named_states(tallies: &[Tally]) -> impl Iterator<Item = (Option<String>, &Tally)> {
    let with_lines = tallies.iter().enumerate().filter(|(_, tally)| tally.lines > 0);
    with_lines
        .map(|(index, tally)| (state::State::from_index(index).map(|state| state.as_str().to_owned()), tally))
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
                whole.add(&line(number), number.is_multiple_of(3));
                let part = if number < split { &mut first } else { &mut rest };
                part.add(&line(number), number.is_multiple_of(3));
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
        totals.add(&SaleLine { amounts: amounts(2000), ..line(0) }, true);
        let back = TransactionType::Refund;
        totals.add(&SaleLine { amounts: amounts(-2000), transaction_type: back, ..line(0) }, false);
        let [ref total] = totals.list()[..] else { panic!("one currency") };
        let sums = &total.sums;
        assert_eq!((sums.item_amount.as_str(), sums.item_discount.as_str(), sums.units), ("0.00", "0.00", 2));
        assert_eq!(
            (total.sales.item_amount.as_str(), total.refunds.item_discount.as_str()),
            ("20.00", "-2.00")
        );
        assert_eq!((total.orders, total.sales.lines, total.refunds.lines), (1, 1, 1));
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
