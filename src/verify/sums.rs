//! The totals once more, by another way than the core's: maps by text, sums of what stands in the payload.

use super::sale::Sale;
use crate::fields::Currency;
use crate::outcome::{CurrencyTotals, Sums};
use crate::sale_line::Amounts;
use std::collections::BTreeMap;

#[derive(Clone, Default)]
struct Sum {
    lines: u64,
    units: u64,
    amounts: [i128; Amounts::COUNT],
}

#[derive(Default)]
pub struct ByCurrency {
    currencies: BTreeMap<String, BTreeMap<Group, Sum>>,
}

/// By what lines are summed. The numbers of kinds are small, so this takes no more memory for more lines.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    All,
    Sales,
    Refunds,
    /// Country and state.
    State(String, String),
    Month(String),
    Collector(String),
    ShipFrom(String),
}

impl Group {
    fn words(&self) -> String {
        let or_none = |name: &str| if name.is_empty() { "no state".to_owned() } else { name.to_owned() };
        match self {
            Group::All => "of all lines".to_owned(),
            Group::Sales => "of sales".to_owned(),
            Group::Refunds => "of refunds".to_owned(),
            Group::State(country, state) => format!("of {}, {}", or_none(state), country),
            Group::Month(month) => format!("of {month}"),
            Group::Collector(collector) => format!("of tax collected by {collector}"),
            Group::ShipFrom(state) => format!("of goods shipped from {}", or_none(state)),
        }
    }
}

impl ByCurrency {
    pub fn add(&mut self, sale: &Sale<'_>) {
        let mut amounts = sale.amounts.map(|amount| amount.unwrap_or(0));
        let mut units = sale.units;
        if sale.is_refund {
            // A refund gives its discounts back, and its units were counted when they were sold.
            let [.., item_discount, shipping_discount] = &mut amounts;
            (*item_discount, *shipping_discount) = (-*item_discount, -*shipping_discount);
            units = 0;
        }
        let groups = [
            Group::All,
            if sale.is_refund { Group::Refunds } else { Group::Sales },
            Group::State(sale.country.to_owned(), sale.state.to_owned()),
            Group::Month(sale.tax_date.get(..7).unwrap_or_default().to_owned()),
            Group::Collector(sale.collected_by.to_owned()),
            Group::ShipFrom(sale.ship_from.to_owned()),
        ];
        let sums = self.currencies.entry(sale.currency.to_owned()).or_default();
        for group in groups {
            let sum = sums.entry(group).or_default();
            sum.lines += 1;
            sum.units += units;
            for (sum, amount) in sum.amounts.iter_mut().zip(amounts) {
                *sum += amount;
            }
        }
    }

    /// In which of the manifest's totals the payload is another sum. Numbers of orders are not compared: which order
    /// numbers there were takes memory.
    pub fn differences(&self, claimed: &[CurrencyTotals]) -> Vec<String> {
        let currencies = |ours: bool| -> Vec<String> {
            match ours {
                true => self.currencies.keys().cloned().collect(),
                false => claimed.iter().map(|totals| totals.currency.clone().unwrap_or_default()).collect(),
            }
        };
        let (mut ours, mut theirs) = (currencies(true), currencies(false));
        ours.sort();
        theirs.sort();
        if ours != theirs {
            return vec!["The payload's currencies are not those of the manifest's totals.".to_owned()];
        }
        let mut differences = Vec::new();
        for totals in claimed {
            let currency = totals.currency.clone().unwrap_or_default();
            let digits = Currency::known(currency.as_bytes()).map_or(2, |currency| currency.digits());
            let mut left = self.currencies.get(&currency).cloned().unwrap_or_default();
            let mut differ = |group: &Group| {
                let shown = if currency.is_empty() {
                    "without a currency".to_owned()
                } else {
                    format!("in {currency}")
                };
                differences
                    .push(format!("The totals {shown} {} are not the sums of the payload.", group.words()));
            };
            for (group, sums) in groups(totals) {
                let sum = left.remove(&group).unwrap_or_default();
                if !is_same(&sum, sums, digits) {
                    differ(&group);
                }
            }
            left.keys().for_each(&mut differ);
        }
        differences
    }
}

fn groups(totals: &CurrencyTotals) -> impl Iterator<Item = (Group, &Sums)> {
    let whole =
        [(Group::All, &totals.sums), (Group::Sales, &totals.sales), (Group::Refunds, &totals.refunds)];
    let states = totals
        .by_state
        .iter()
        .map(|it| (Group::State(it.country.clone(), it.state.clone().unwrap_or_default()), &it.sums));
    let months = totals.by_month.iter().map(|it| (Group::Month(it.month.clone()), &it.sums));
    let collectors =
        totals.by_collector.iter().map(|it| (Group::Collector(it.collected_by.clone()), &it.sums));
    let ship_from = totals
        .by_ship_from
        .iter()
        .map(|it| (Group::ShipFrom(it.state.clone().unwrap_or_default()), &it.sums));
    whole.into_iter().chain(states).chain(months).chain(collectors).chain(ship_from)
}

fn is_same(sum: &Sum, claimed: &Sums, digits: u8) -> bool {
    let amounts = [
        &claimed.item_amount,
        &claimed.item_tax,
        &claimed.shipping_amount,
        &claimed.shipping_tax,
        &claimed.gift_wrap_amount,
        &claimed.gift_wrap_tax,
        &claimed.item_discount,
        &claimed.shipping_discount,
    ];
    (sum.lines, sum.units) == (claimed.lines, claimed.units)
        && sum.amounts.iter().zip(amounts).all(|(sum, claimed)| decimal(*sum, digits) == *claimed)
}

/// By text alone: all digits, then a point where it belongs.
pub fn decimal(units: i128, digits: u8) -> String {
    let digits = usize::from(digits);
    let mut text = format!("{:0>width$}", units.unsigned_abs(), width = digits + 1);
    if digits > 0 {
        text.insert(text.len() - digits, '.');
    }
    if units < 0 { format!("-{text}") } else { text }
}
