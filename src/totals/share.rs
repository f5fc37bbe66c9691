//! Totals of one worker's share of a file.

use super::{ByCurrency, Days, Kind, Tally, Totals};
use crate::fields::{Currency, state};
use crate::sale_line::{Collector, SaleLine, TransactionType};
use crate::wire::Wire;

/// In place of a currency's number, and of a state's.
const NONE: usize = 31;
const ELSEWHERE: usize = 63;

impl Totals {
    /// What is kept of where an order counts, beside its number: five bits of its currency, six of its state.
    pub fn place_of_order(line: &SaleLine<'_>) -> u64 {
        let currency = line.currency.map_or(NONE, |currency| currency.index());
        let state = line.state.map_or(ELSEWHERE, |state| state.index());
        (currency << 6 | state) as u64
    }

    /// An order was counted in two shares of a file, both times here. False: nobody can tell where.
    pub fn take_back_order(&mut self, place: u64) -> bool {
        let (currency, state) = (place as usize >> 6, place as usize % (ELSEWHERE + 1));
        let Some(sums) = self.currency(Currency::from_index(currency)) else { return false };
        let tally = match sums.elsewhere.as_mut_slice() {
            _ if state != ELSEWHERE => sums.states.get_mut(state),
            [(_, tally)] => Some(tally),
            _ => None,
        };
        let Some(tally) = tally else { return false };
        tally.orders = tally.orders.saturating_sub(1);
        sums.orders = sums.orders.saturating_sub(1);
        true
    }

    #[inline(never)]
    pub fn cross(&mut self, wire: &mut Wire) {
        wire.list(&mut self.currencies, &|| ByCurrency::new(None), &mut |sums, wire| {
            Currency::cross(&mut sums.currency, wire);
            wire.u64(&mut sums.orders);
            // Few of the places have anything.
            for place in sums.states.iter_mut().chain(&mut sums.ship_from) {
                let mut is_there = place.lines > 0;
                wire.flag(&mut is_there);
                if is_there {
                    place.cross(wire);
                }
            }
            wire.list(&mut sums.elsewhere, &Default::default, &mut |(letters, tally), wire| {
                wire.bytes(letters);
                tally.cross(wire);
            });
            let empty = || (((0, 0), Collector::Unknown, TransactionType::Sale), Tally::default());
            wire.list(&mut sums.kinds, &empty, &mut |(kind, tally), wire| {
                cross_kind(kind, wire);
                tally.cross(wire);
            });
        });
        debug_assert!(self.currencies.iter().all(|sums| sums.states.len() == state::COUNT));
    }
}

fn cross_kind(((year, month), collector, kind): &mut Kind, wire: &mut Wire) {
    wire.small(year, u64::from);
    let mut rest = [*month, *collector as u8, u8::from(*kind == TransactionType::Refund)];
    wire.bytes(&mut rest);
    let [other_month, by, refund] = rest;
    *month = other_month;
    *collector = Collector::ALL.get(usize::from(by)).copied().unwrap_or(Collector::Unknown);
    *kind = if refund == 0 { TransactionType::Sale } else { TransactionType::Refund };
}

impl Tally {
    #[inline(never)]
    fn cross(&mut self, wire: &mut Wire) {
        wire.u64(&mut self.orders);
        wire.u64(&mut self.lines);
        wire.u64(&mut self.units);
        self.beyond = self.amounts();
        self.amounts = Default::default();
        self.beyond.iter_mut().for_each(|sum| wire.i128(sum));
    }
}

impl Days {
    pub fn cross(&mut self, wire: &mut Wire) {
        let mut days: Vec<i32> = self.list();
        wire.list(&mut days, &Default::default, &mut |day, wire| {
            let mut bits = [0; 4];
            bits.copy_from_slice(&day.to_le_bytes());
            wire.bytes(&mut bits);
            *day = i32::from_le_bytes(bits);
        });
        let mut last = self.last_instant.map_or(0, |last| last as u64);
        wire.u64(&mut last);
        if wire.is_reading() {
            days.iter().for_each(|&day| self.add(day, last as i64));
        }
    }
}
