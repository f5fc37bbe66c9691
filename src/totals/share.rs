//! Totals of one worker's share of a file.

use super::{ByCurrency, Days, Kind, Tally, Totals};
use crate::fields::{Currency, state};
use crate::sale_line::{Collector, TransactionType};
use crate::wire::Wire;

impl Totals {
    /// Orders that were counted in two shares of a file.
    pub fn take_back_orders(&mut self, currency: Option<Currency>, orders: u64) {
        if let Some(sums) = self.currency(currency) {
            sums.orders = sums.orders.saturating_sub(orders);
        }
    }

    /// The only currency, or none, if there is no other.
    pub fn currencies(&self) -> impl Iterator<Item = Option<Currency>> {
        self.currencies.iter().map(|sums| sums.currency)
    }

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
    fn cross(&mut self, wire: &mut Wire) {
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
