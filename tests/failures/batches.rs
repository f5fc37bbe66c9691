//! Several files of one seller.

use crate::generator::{self, Numbers};
use crate::rig::*;
use proptest::prelude::*;
use report_preflight::Options;
use report_preflight::outcome::{Dates, Verdict};
use std::collections::{BTreeMap, BTreeSet};

const ORDERS: [[usize; 3]; 6] = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

/// The sale lines without the number of their record, which depends on the file that is read first.
fn lines(answer: &Answer) -> BTreeSet<BTreeMap<String, String>> {
    let lines: BTreeSet<_> = answer
        .sales()
        .into_iter()
        .map(|mut sale| {
            sale.remove("source_record");
            sale
        })
        .collect();
    assert_eq!(lines.len(), answer.sales().len(), "no line stands there twice");
    lines
}

/// Checked in all six orders, three files come to the same.
fn same_in_all_orders(files: [&Report; 3]) -> Answer {
    let names = ["a", "b", "c"];
    let texts = files.map(Report::text);
    let check = |order: [usize; 3]| {
        let sources: Vec<_> = order.iter().map(|&at| named(names[at], &texts[at])).collect();
        answers(&sources, &Options::default())
    };
    let first = check(ORDERS[0]);
    for order in ORDERS {
        let other = check(order);
        assert_eq!(lines(&other), lines(&first), "{order:?}");
        assert_eq!(other.checked.outcome.totals, first.checked.outcome.totals, "{order:?}");
        assert_eq!(other.verdict(), first.verdict(), "{order:?}");
        let sums = |it: &Answer| {
            let ledger = it.checked.outcome.ledger;
            (ledger.read(), ledger.lines(), ledger.rejected(), ledger.set_aside())
        };
        assert_eq!(sums(&other), sums(&first), "{order:?}");
        let counts = |it: &Answer| -> BTreeMap<&str, u64> {
            it.checked.outcome.findings.iter().map(|found| (found.code, found.count)).collect()
        };
        assert_eq!(counts(&other), counts(&first), "{order:?}");
        let dates =
            |it: &Answer| it.checked.outcome.manifest.as_ref().and_then(|manifest| manifest.dates.clone());
        assert_eq!(dates(&other), dates(&first), "{order:?}");
    }
    first
}

#[test]
fn three_overlapping_files_in_any_order() {
    let all = fulfilled();
    let [one, two, three] = [&[2, 3][..], &[3, 4], &[2, 3, 4]].map(|records| all.only(records));
    let read = same_in_all_orders([&one, &two, &three]);
    assert_eq!((read.verdict(), read.cents()), (Verdict::Ready, SOLD));
    assert_eq!((read.ledger()[0], read.count("line-in-another-file")), (7, 4));
}

#[test]
fn repeats_in_three_files_in_any_order() {
    let sale = shipment_sales().and(&[("sku", "PEN-3"), ("item-price-per-unit", "4.50")]);
    let [one, two, three] = [&[2, 3][..], &[2, 2, 3], &[3, 3, 2]].map(|records| sale.only(records));
    let read = same_in_all_orders([&one, &two, &three]);
    assert_eq!((read.ledger(), read.cents()), ([8, 4, 0, 0, 4], 2 * 3999 + 2 * 1350));
    assert_eq!(read.count("line-repeated"), 2);
}

/// All Orders has no number below the order's: two sales of one product in one order are told by what they say.
#[test]
fn two_items_alike_in_another_order_are_the_same_two_items() {
    let orders = all_orders().and(&[("quantity", "1"), ("item-price", "7.99"), ("item-tax", "0.66")]);
    let swapped = orders.only(&[3, 2]);
    for files in [
        [&orders, &swapped],
        [&swapped, &orders],
        [&orders, &orders.only(&[3])],
        [&orders, &orders.only(&[2])],
    ] {
        let read = answer_to_files(&files);
        let records = 2 + files[1].records.len() as u64;
        assert_eq!(read.ledger(), [records, 2, 0, 0, records - 2], "{:?}", read.codes());
        assert_eq!((read.cents(), lines(&read).len()), (2397 + 799, 2));
    }
    // A third sale, in the file that has the other two the other way round.
    let more = swapped.and(&[("item-price", "5.00")]);
    let read = answer_to_files(&[&orders, &more]);
    assert_eq!((read.ledger(), read.cents()), ([5, 3, 0, 0, 2], 2397 + 799 + 500));
}

#[test]
fn the_same_file_twice_is_said_and_counted_once() {
    let read = answer_to_files(&[&fulfilled(), &fulfilled()]);
    assert_eq!((read.count("file-added-twice"), read.verdict()), (1, Verdict::ReadyWithWarnings));
    assert_eq!((read.ledger(), read.cents()), ([6, 3, 0, 0, 3], SOLD));
    // The same sales in other bytes are another download.
    let read = answer_to_files(&[&fulfilled(), &fulfilled().ending("\r\n")]);
    assert_eq!((read.count("file-added-twice"), read.verdict(), read.cents()), (0, Verdict::Ready, SOLD));
}

#[test]
fn a_sale_that_differs_between_two_files_is_not_chosen() {
    let changed = fulfilled().set(3, "item-price", "1000.00");
    for files in [[&fulfilled(), &changed], [&changed, &fulfilled()]] {
        let read = answer_to_files(&files);
        assert_eq!((read.count("sale-differs-between-files"), read.verdict()), (1, Verdict::NeedsFixing));
        assert_eq!(read.ledger(), [6, 3, 0, 1, 2]);
    }
}

#[test]
fn the_same_sales_in_another_dialect_are_the_same_sales() {
    let european = fulfilled()
        .semicolons()
        .set_each("item-price", &["39,98", "1.081,98", "4,50"])
        .set_each("item-tax", &["3,56", "68,71", "0,37"]);
    let respelled = fulfilled().set_each("ship-state", &["Washington", "Connecticut", "Texas"]).commas();
    let read = same_in_all_orders([&fulfilled(), &european, &respelled]);
    assert_eq!((read.ledger()[0], read.ledger()[4], read.cents()), (9, 6, SOLD));
}

#[test]
fn families_that_list_the_same_sales_do_not_mix() {
    let css = shipment_sales();
    let (afs, all, order, money, tax) =
        (fulfilled(), all_orders(), order_report(), transactions(), sales_tax());
    let pairs: [(&Report, &Report, bool); 12] = [
        (&afs, &order, true),
        (&css, &order, true),
        (&afs, &all, false),
        (&afs, &css, false),
        (&afs, &money, false),
        (&afs, &tax, false),
        (&all, &order, false),
        (&all, &css, false),
        (&all, &money, false),
        (&order, &money, false),
        (&order, &tax, false),
        (&money, &tax, false),
    ];
    for (one, other, together) in pairs {
        for files in [[one, other], [other, one]] {
            let read = answer_to_files(&files);
            let families: Vec<_> =
                read.checked.outcome.sources.iter().map(|source| source.report.family).collect();
            assert_eq!(read.count("reports-count-the-same-sales"), u64::from(!together), "{families:?}");
            assert_eq!(read.verdict().is_ready(), together, "{families:?}: {:?}", read.codes());
            assert_eq!(read.payload.is_empty(), !together, "{families:?}");
        }
    }
}

#[test]
fn a_wrong_report_among_good_ones_holds_the_batch_back_and_is_named() {
    let returns = "return-date\torder-id\tsku\tasin\tfnsku\tproduct-name\tquantity\tfulfillment-center-id\tdetailed-disposition\treason\tstatus\tlicense-plate-number\tcustomer-comments\n";
    let sources = [named("good", &fulfilled().text()), named("returns", returns)];
    let read = answers(&sources, &Options::default());
    assert_eq!(
        (read.verdict(), read.ledger(), read.payload.as_str()),
        (Verdict::NeedsFixing, [3, 3, 0, 0, 0], "")
    );
    let families: Vec<_> = read.checked.outcome.sources.iter().map(|source| source.report.family).collect();
    assert_eq!(families, ["fulfilled-shipments", "customer-returns"]);
    let wrong = read.checked.outcome.findings.iter().find(|found| found.code == "wrong-report").expect("it");
    assert_eq!(wrong.places[0].source, 1);
}

#[test]
fn gaps_between_files_are_shown_by_day() {
    let read = answer_to_files(&[&fulfilled().only(&[2, 3]), &fulfilled().only(&[4])]);
    let dates = read.checked.outcome.manifest.clone().and_then(|manifest| manifest.dates).expect("dates");
    assert_eq!((dates.first.as_str(), dates.last.as_str()), ("2026-03-12", "2026-03-31"));
    let gaps: Vec<_> = dates.gaps.iter().map(|gap| (gap.first.as_str(), gap.last.as_str())).collect();
    assert_eq!(gaps, [("2026-03-13", "2026-03-14"), ("2026-03-16", "2026-03-30")]);
    let of = |at: usize| -> Dates { read.checked.outcome.sources[at].dates.clone().expect("dates") };
    assert_eq!((of(0).gaps.len(), of(1).gaps.len(), of(1).first), (1, 0, "2026-03-31".to_owned()));
    // A file whose sales all stand in another covers its days all the same.
    let read = answer_to_files(&[&fulfilled(), &fulfilled().only(&[3])]);
    assert_eq!(
        read.checked.outcome.sources[1].dates.as_ref().map(|it| it.first.as_str()),
        Some("2026-03-15")
    );
}

#[test]
fn only_the_last_day_of_all_files_may_be_partial() {
    let saved = 1_773_608_036;
    let sources = |early: i64, late: i64| {
        let mut sources = [
            named("early", &fulfilled().only(&[2, 3]).text()),
            named("late", &fulfilled().only(&[4]).text()),
        ];
        (sources[0].0.modified, sources[1].0.modified) = (Some(early), Some(late));
        sources
    };
    let partial = |read: Answer| {
        let sources = &read.checked.outcome.sources;
        let is = |dates: &Option<Dates>| dates.as_ref().is_some_and(|dates| dates.partial_last_day);
        (
            is(&sources[0].dates),
            is(&sources[1].dates),
            is(&read.checked.outcome.manifest.and_then(|it| it.dates)),
        )
    };
    let end = 1_775_025_000;
    assert_eq!(partial(answers(&sources(saved, end + 200_000), &Options::default())), (true, false, false));
    assert_eq!(
        partial(answers(&sources(saved + 200_000, end + 60), &Options::default())),
        (false, true, true)
    );
    let [early, late] = sources(saved + 200_000, end + 60);
    assert_eq!(partial(answers(&[late, early], &Options::default())), (true, false, true));
}

#[test]
fn a_file_that_is_read_again_changes_nothing_for_the_others() {
    // Its decimals and its encoding are only known at its end.
    let mut odd = fulfilled().set_each("item-price", &["39,98", "1.081,98", "4,50"]);
    odd = odd.set_all("item-tax", "").set_all("ship-city", "Ca\u{f1}on City");
    let odd = odd
        .set_each("amazon-order-id", &["115-1111111-1111111", "115-1111111-1111112", "115-1111111-1111113"]);
    for label in [encoding_rs::WINDOWS_1252, encoding_rs::UTF_8] {
        let text = odd.text();
        let (about, _) = named("odd", "");
        let odd_source = (about, label.encode(&text).0.into_owned());
        let plain = || named("plain", &fulfilled().text());
        for sources in [vec![plain(), odd_source.clone()], vec![odd_source.clone(), plain()]] {
            let read = answers(&sources, &Options::default());
            assert_eq!((read.ledger(), read.cents()), ([6, 3, 3, 0, 0], 2 * SOLD), "{:?}", read.codes());
            assert_eq!(
                lines(&read).iter().filter(|line| line["ship_to_city"] == "Ca\u{f1}on City").count(),
                3
            );
        }
    }
}

#[test]
fn an_order_that_was_pending_counts_once_it_was_shipped() {
    let shipped = all_orders();
    let pending =
        shipped.clone().set(2, "order-status", "Pending").set(2, "item-price", "").set(2, "ship-state", "");
    for files in [[&pending, &shipped], [&shipped, &pending]] {
        let read = answer_to_files(&files);
        assert_eq!((read.ledger(), read.cents()), ([2, 1, 0, 0, 1], 2397));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Files that hold any of the same records, damaged ones and repeated ones among them.
    #[test]
    fn any_three_files_come_to_the_same_in_any_order(
        seed in any::<u64>(),
        files in prop::array::uniform3(prop::collection::vec(0usize..25, 0..25)),
    ) {
        let mut numbers = Numbers(seed);
        let records: Vec<Vec<String>> = (0..25).map(|number| generator::record(&mut numbers, number, 200).to_vec()).collect();
        let of = |file: Vec<usize>| file.into_iter().map(|record| records[record].clone()).collect();
        let files = files.map(|file| fulfilled().with(of(file)));
        same_in_all_orders(files.each_ref());
    }
}

/// Sold in one download, cancelled in a later one: either may be the newer.
#[test]
fn an_item_that_was_cancelled_in_another_file_is_no_sale_without_a_word() {
    let sold = all_orders().set(2, "order-status", "Unshipped").set(2, "item-status", "Unshipped");
    let cancelled = sold.clone().set(2, "item-status", "Cancelled").set(2, "item-price", "");
    for files in [[&sold, &cancelled], [&cancelled, &sold]] {
        let read = answer_to_files(&files);
        assert_eq!(read.verdict(), Verdict::NeedsFixing, "{:?}", read.codes());
        assert!(read.codes().contains(&"sale-differs-between-files"), "{:?}", read.codes());
    }
}
