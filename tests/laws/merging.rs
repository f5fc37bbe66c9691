//! Law 8: whatever is counted can be merged. Merging is associative, what counted nothing changes nothing, and the
//! parts are the whole.

use proptest::prelude::*;
use report_preflight::fields::{Amount, Country, Currency, State, date};
use report_preflight::findings::{Code, Findings, Place, Severity};
use report_preflight::identities::Identities;
use report_preflight::outcome::{Columns, Fate, RowLedger};
use report_preflight::sale_line::{Amounts, Collector, SaleLine, TransactionType};
use report_preflight::totals::{Days, Totals};
use std::fmt::Debug;

/// Three parts of a list, of which some may be empty.
fn parts<T: Clone + Debug>(item: impl Strategy<Value = T>) -> impl Strategy<Value = [Vec<T>; 3]> {
    let part = prop::collection::vec(item, 0..30);
    prop::collection::vec(part, 3).prop_map(|parts| std::array::from_fn(|at| parts[at].clone()))
}

/// Counts each part with `count`, merges with `merge`, and compares what `show` says.
fn holds<T, C, S: PartialEq + Debug>(
    parts: &[Vec<T>; 3],
    count: impl Fn(&[T]) -> C,
    merge: impl Fn(&mut C, C),
    show: impl Fn(C) -> S,
) -> Result<(), TestCaseError>
where
    T: Clone,
{
    let merged = |mut one: C, other: C| {
        merge(&mut one, other);
        one
    };
    let [a, b, c] = parts;
    let whole = || show(count(&parts.concat()));
    let first_two = merged(merged(count(a), count(b)), count(c));
    let last_two = merged(count(a), merged(count(b), count(c)));
    prop_assert_eq!(show(first_two), whole());
    prop_assert_eq!(show(last_two), whole());
    prop_assert_eq!(show(merged(count(&parts.concat()), count(&[]))), whole());
    prop_assert_eq!(show(merged(count(&[]), count(&parts.concat()))), whole());
    Ok(())
}

static ONE: Code = Code::error("one");
static TWO: Code = Code::repair("two");
static THREE: Code = Code::note("three");

fn sale(&(number, refund, units, day): &(u8, bool, u32, u8)) -> SaleLine<'static> {
    const DAYS: [&[u8]; 4] =
        [b"2026-01-31", b"2026-02-01T23:59:59-08:00", b"2026-02-05", b"2025-12-31T00:00:00+00:00"];
    let at = usize::from(number);
    let amount = (number % 5 > 0).then_some(Amount(i64::from(units) - 1_000));
    SaleLine {
        identity: number.into(),
        occurrence: 1,
        order_id: [b"111-1111111-1111111".as_slice(), b"222-2222222-2222222", b"333-3333333-3333333"][at % 3],
        shipment_id: b"",
        transaction_type: if refund { TransactionType::Refund } else { TransactionType::Sale },
        ordered_at: None,
        shipped_at: None,
        tax_date: date::read_iso(DAYS[usize::from(day) % 4]).expect("a date"),
        sales_channel: b"",
        marketplace: true,
        fulfilled_by: None,
        tax_collected_by: [Collector::Marketplace, Collector::Seller, Collector::Unknown][at % 3],
        sku: b"",
        quantity: (number % 7 > 0).then_some(units % 9 + 1),
        currency: Currency::known([b"USD".as_slice(), b"JPY", b"EUR", b""][at % 4]),
        amounts: Amounts {
            item_amount: amount,
            item_discount: amount,
            item_tax: amount,
            ..Amounts::default()
        },
        city: b"",
        state: State::known(*[b"CA", b"NY", b"??"][at % 3]),
        foreign_state: b"",
        postal_code: None,
        country: Some(Country(*[b"US", b"US", b"MX"][at % 3])),
        ship_from_code: b"",
        ship_from_state: State::known(*[b"PA", b"??", b"WA"][usize::from(day) % 3]),
        source_record: number.into(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ledgers(parts in parts(0usize..4)) {
        let count = |fates: &[usize]| {
            let mut ledger = RowLedger::default();
            for &fate in fates {
                ledger.count([Fate::Accepted, Fate::Repaired, Fate::Rejected, Fate::SetAside][fate]);
            }
            ledger
        };
        holds(&parts, count, RowLedger::merge, |ledger| ledger)?;
    }

    /// Their lists are capped, so their order matters: the earlier places are kept.
    #[test]
    fn findings(parts in parts((0usize..3, any::<u16>())), cap in 0usize..12, turned in any::<bool>()) {
        let count = |found: &[(usize, u16)]| {
            let turned = turned.then(|| ("one".to_owned(), Severity::Warning));
            let mut findings = Findings::new(cap, turned.into_iter().collect(), Vec::new());
            for &(code, record) in found {
                let place = Place { source: 0, record: Some(record.into()), column: None };
                match code {
                    0 => findings.add(&ONE, place),
                    1 => findings.add_repair(&TWO, place, b"ca", record.to_string().as_bytes()),
                    _ => findings.add(&THREE, place),
                }
            }
            findings
        };
        holds(&parts, count, Findings::merge, Findings::into_lists)?;
    }

    #[test]
    fn totals(parts in parts((any::<u8>(), any::<bool>(), 0u32..5_000, any::<u8>()))) {
        let count = |lines: &[(u8, bool, u32, u8)]| {
            let mut totals = Totals::default();
            // Which orders are new is the desk's to know.
            lines.iter().for_each(|line| totals.add(&sale(line), line.0 % 3 == 0));
            totals
        };
        holds(&parts, count, Totals::merge, |totals| totals.list())?;
        // And in any order.
        let backwards: Vec<_> = parts.concat().into_iter().rev().collect();
        prop_assert_eq!(count(&backwards).list(), count(&parts.concat()).list());
    }

    #[test]
    fn days(parts in parts((-800i32..30_000, any::<u32>())), partial in any::<bool>()) {
        let count = |sales: &[(i32, u32)]| {
            let mut days = Days::default();
            sales.iter().for_each(|&(day, instant)| days.add(day, instant.into()));
            days
        };
        let show = |days: Days| (days.dates(partial), days.last_instant());
        holds(&parts, count, |one, other| one.merge(&other), show)?;
    }

    /// Each column once, in the order in which it was met first.
    #[test]
    fn columns(parts in parts((any::<bool>(), "[a-d]"))) {
        let count = |names: &[(bool, String)]| {
            let mut columns = Columns::default();
            for (leaves, name) in names {
                let mut one = Columns::default();
                if *leaves { one.leaving.push(name.clone()) } else { one.staying.push(name.clone()) }
                columns.merge(&one);
            }
            columns
        };
        holds(&parts, count, |one, other| one.merge(&other), |columns| columns)?;
    }

    /// Of each identity there are as many as in the file with the most, so that parts are not added to each other.
    #[test]
    fn identities(parts in parts(0u8..12)) {
        let scatter = |n: u8| (u128::from(n) + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835);
        let count = |lines: &[u8]| {
            let mut identities = Identities::default();
            for &n in lines {
                identities.add(scatter(n), n.into());
            }
            identities
        };
        let times = |identities: &Identities, n: u8| (1..).take_while(|&nth| identities.says_the_same(scatter(n), nth, n.into()) == Some(true)).count();
        let show = |identities: Identities| std::array::from_fn::<usize, 12, _>(|n| times(&identities, n as u8));
        let most: [usize; 12] = std::array::from_fn(|n| {
            parts.iter().map(|part| part.iter().filter(|it| usize::from(**it) == n).count()).max().unwrap_or(0)
        });
        let merged = |mut one: Identities, other: Identities| {
            one.merge(other);
            one
        };
        let [a, b, c] = &parts;
        prop_assert_eq!(show(merged(merged(count(a), count(b)), count(c))), most);
        prop_assert_eq!(show(merged(count(a), merged(count(b), count(c)))), most);
        prop_assert_eq!(show(merged(merged(count(c), count(a)), count(b))), most);
        prop_assert_eq!(show(merged(count(a), count(&[]))), show(count(a)));
        prop_assert_eq!(show(merged(count(&[]), count(a))), show(count(a)));
        prop_assert_eq!(show(merged(count(a), count(a))), show(count(a)));
    }
}
