//! The laws, over generated and damaged reports of every family: no record is lost, cleaning what is clean changes
//! nothing, parts add up to the whole, and money is exact.
#![allow(clippy::disallowed_methods)] // the ban is for the core

#[path = "laws/again.rs"]
mod again;
mod common;
#[path = "generator/mod.rs"]
mod generator;
#[path = "laws/merging.rs"]
mod merging;

use common::sums::{self, Cuts, Line};
use common::{Checked, check, check_batch, check_in_pieces, options};
use generator::families::{self, Sale};
use proptest::prelude::*;
use report_preflight::options::Edit;
use report_preflight::reports::{self, Column, Field, Reading, Report};

/// A family in one of the forms of its header.
#[derive(Clone)]
struct Form {
    report: &'static Report,
    columns: Vec<&'static Column>,
    generation: &'static str,
}

impl std::fmt::Debug for Form {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.report.family, self.generation)
    }
}

fn forms() -> Vec<Form> {
    let of = |report: &'static Report| {
        let reading: Option<&'static Reading> = report.reading();
        let generations = reading.into_iter().flat_map(|reading| {
            let known = reading.generations.iter().filter(|generation| generation.name != "other");
            known.map(move |generation| Form {
                report,
                columns: families::columns(reading, generation),
                generation: generation.name,
            })
        });
        generations.collect::<Vec<_>>()
    };
    reports::all().flat_map(of).collect()
}

fn form() -> impl Strategy<Value = Form> {
    prop::sample::select(forms())
}

/// Where semicolons separate, commas stand before the cents.
fn written(sales: &[Sale], Form { report, columns, .. }: &Form, delimiter: char) -> Vec<u8> {
    let rows = families::table_of(sales, report, columns, "Caf\u{e9} mug", delimiter == ';');
    let currency = sales.first().map_or("USD", |sale| sale.currency);
    (families::preamble(report, currency) + &families::text(&rows, delimiter, "\n")).into_bytes()
}

fn adds_up(checked: &Checked) -> Result<(), TestCaseError> {
    let ledger = checked.outcome.ledger;
    let fates = [ledger.accepted(), ledger.repaired(), ledger.rejected(), ledger.set_aside()];
    prop_assert_eq!(ledger.read(), fates.iter().sum::<u64>());
    prop_assert_eq!(
        ledger.read(),
        checked.outcome.sources.iter().map(|source| source.ledger.read()).sum::<u64>()
    );
    let lines: u64 = checked.outcome.totals.iter().map(|total| total.sums.lines).sum();
    prop_assert_eq!(ledger.lines(), lines);
    match &checked.outcome.manifest {
        Some(manifest) => {
            prop_assert_eq!(manifest.payload.lines, lines);
            prop_assert_eq!(sums::lines(&checked.payload).len() as u64, lines);
        }
        None => prop_assert!(checked.payload.is_empty()),
    }
    Ok(())
}

/// What the sales come to, from nothing but what they were made of: of all cuts those that every family has.
fn planned(sales: &[Sale], columns: &[&Column]) -> Cuts {
    let has = |field: Field| columns.iter().any(|column| column.field == Some(field));
    let line = |sale: &Sale| {
        let amount = |field: Field, units: u32, sign: &str| match units {
            0 => String::new(),
            _ if !has(field) => String::new(),
            _ if sale.currency == "JPY" => format!("{sign}{units}"),
            _ => format!("{sign}{}.{:02}", units / 100, units % 100),
        };
        let sign = if sale.is_refund { "-" } else { "" };
        let price = if has(Field::UnitPrice) { Field::UnitPrice } else { Field::ItemAmount };
        let line: [(&str, String); 14] = [
            ("currency", sale.currency.to_owned()),
            ("transaction_type", if sale.is_refund { "refund" } else { "sale" }.to_owned()),
            ("tax_date", sale.day.to_owned()),
            ("quantity", sale.quantity.to_string()),
            ("ship_to_country", "US".to_owned()),
            ("ship_to_state", sale.state.to_owned()),
            ("item_amount", amount(price, sale.price, sign)),
            ("item_tax", amount(Field::ItemTax, sale.tax, sign)),
            ("shipping_amount", amount(Field::ShippingAmount, sale.shipping, sign)),
            ("shipping_tax", amount(Field::ShippingTax, sale.shipping_tax, sign)),
            ("gift_wrap_amount", amount(Field::GiftWrapAmount, sale.wrap, sign)),
            ("gift_wrap_tax", amount(Field::GiftWrapTax, sale.wrap_tax, sign)),
            ("item_discount", amount(Field::ItemDiscount, sale.discount, "")),
            ("shipping_discount", String::new()),
        ];
        line.map(|(column, value)| (column.to_owned(), value)).into()
    };
    everywhere(sums::of_lines(&sales.iter().map(line).collect::<Vec<Line>>()))
}

fn everywhere(mut cuts: Cuts) -> Cuts {
    cuts.retain(|(_, cut), _| !cut.starts_with("collector") && !cut.starts_with("from"));
    cuts
}

fn totals(checked: &Checked) -> Cuts {
    sums::of_totals(&checked.json()["totals"])
}

/// What spreadsheets, other programs and bad luck put into files.
const TOKENS: [&[u8]; 14] = [
    b"",
    b"\"",
    b"\n",
    b"\r",
    b"\t",
    b",",
    b"\0",
    b"\xE9",
    b"\xC3\xA9",
    b"\xFF\xFE",
    b"06/07/22",
    b"7.66E+12",
    b"1,081.98",
    b"-",
];

/// What sellers type over cells.
const TYPED: [&str; 10] =
    ["", "CA", "Calif.", "90012", "$12.34", "1,081.98", "5/13/2026", " x ", "usd", "111-1234567-1234567"];

const REPAIRS: [&str; 6] = [
    "surrounding-blanks",
    "amount-with-thousands-commas",
    "amount-with-currency-sign",
    "state-abbreviated",
    "currency-in-small-letters",
    "date-order-decided",
];

const CURRENCIES: [&str; 4] = ["USD", "EUR", "JPY", "GBP"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_ledger_adds_up_whatever_the_bytes(bytes in prop::collection::vec(any::<u8>(), 0..4_000), lenient in any::<bool>()) {
        let mut asked = options("x");
        asked.options.leave_out_rejected = lenient;
        adds_up(&check(&bytes, asked))?;
    }

    #[test]
    fn the_ledger_adds_up_for_damaged_reports_of_every_family(
        form in form(),
        seed in any::<u64>(),
        count in 1usize..40,
        commas in any::<bool>(),
        lenient in any::<bool>(),
        damages in prop::collection::vec((any::<prop::sample::Index>(), 0usize..12, prop::sample::select(&TOKENS[..])), 0..8),
    ) {
        let sales = families::sales(seed, count, "USD", families::has_refunds(form.report));
        let mut bytes = written(&sales, &form, if commas { ',' } else { '\t' });
        for (at, cut, token) in damages {
            let at = at.index(bytes.len() + 1);
            let end = (at + cut).min(bytes.len());
            bytes.splice(at..end, token.iter().copied());
        }
        let mut asked = options("x");
        asked.options.leave_out_rejected = lenient;
        adds_up(&check(&bytes, asked))?;
    }

    /// Whatever the seller types, leaves out or does not want, and however the file is cut.
    #[test]
    fn the_ledger_adds_up_whatever_the_seller_decides(
        form in form(),
        seed in any::<u64>(),
        count in 1usize..40,
        edits in prop::collection::vec((0u64..45, any::<prop::sample::Index>(), prop::sample::select(&TYPED[..])), 0..10),
        left_out in prop::collection::vec(0u64..45, 0..5),
        declined in prop::sample::subsequence(REPAIRS.to_vec(), 0..REPAIRS.len()),
        (leave_out_rejected, in_this_source) in any::<(bool, bool)>(),
        size in 1usize..5_000,
    ) {
        let sales = families::sales(seed, count, "USD", families::has_refunds(form.report));
        let bytes = written(&sales, &form, '\t');
        let mut asked = options("x");
        let edit = |(record, column, value): (u64, prop::sample::Index, &str)| Edit {
            record,
            column: column.get(&form.columns).name.to_owned(),
            value: value.to_owned(),
        };
        asked.about.edits = edits.into_iter().map(edit).collect();
        asked.about.left_out = left_out.clone();
        asked.about.leave_out_rejected = in_this_source;
        asked.options.leave_out_rejected = leave_out_rejected;
        asked.options.declined = declined.into_iter().map(str::to_owned).collect();
        let checked = check(&bytes, asked.clone());
        adds_up(&checked)?;
        let there = (2..count as u64 + 2).filter(|record| left_out.contains(record)).count();
        prop_assert_eq!(checked.outcome.sources[0].left_out, there as u64);
        let again = check_in_pieces(bytes.chunks(size), asked);
        prop_assert!(again.outcome == checked.outcome && again.payload == checked.payload);
    }

    /// The manifest's sums are those of the payload's lines and those of what the sales were made of, in whole
    /// numbers, and every amount has the decimals of its currency.
    #[test]
    fn money_is_exact(
        form in form(),
        seed in any::<u64>(),
        count in 1usize..80,
        currency in prop::sample::select(&CURRENCIES[..]),
        delimiter in prop::sample::select(&['\t', ',', ';'][..]),
    ) {
        let sales = families::sales(seed, count, currency, families::has_refunds(form.report));
        let checked = check(&written(&sales, &form, delimiter), options("x"));
        prop_assert!(checked.outcome.manifest.is_some(), "{:?} {:?}", checked.outcome.verdict, checked.codes());
        let lines = sums::lines(&checked.payload);
        prop_assert_eq!(&totals(&checked), &sums::of_totals(&checked.json()["manifest"]["totals"]));
        prop_assert_eq!(&totals(&checked), &sums::of_lines(&lines));
        prop_assert_eq!(everywhere(totals(&checked)), planned(&sales, &form.columns));
        let decimals = if currency == "JPY" { 0 } else { 3 };
        for amount in lines.iter().flat_map(|line| sums::AMOUNTS.map(|column| &line[column])) {
            let point = amount.find('.').unwrap_or(amount.len());
            prop_assert!(amount.is_empty() || amount.len() - point == decimals, "{} in {}", amount, currency);
        }
    }

    /// Downloads that overlap, in any order and in any cuts, come to the same as one download of everything.
    #[test]
    fn totals_do_not_depend_on_files_and_their_order(
        form in form(),
        seed in any::<u64>(),
        count in 3usize..60,
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 1..4),
        overlap in 0usize..8,
        turns in any::<prop::sample::Index>(),
        size in 50usize..5_000,
    ) {
        let sales = families::sales(seed, count, "USD", families::has_refunds(form.report));
        let whole = check(&written(&sales, &form, '\t'), options("x"));
        let mut ends: Vec<usize> = cuts.iter().map(|cut| cut.index(count) + 1).chain([count]).collect();
        ends.sort_unstable();
        let mut start = 0;
        let mut files: Vec<Vec<u8>> = Vec::new();
        for end in ends {
            files.push(written(&sales[start.min(end - 1)..end], &form, '\t'));
            start = end.saturating_sub(overlap);
        }
        let together = |files: &[Vec<u8>]| {
            check_batch(files.iter().map(|file| (options("x").about, file.chunks(size))), options("x").options)
        };
        let in_order = together(&files);
        let turned = turns.index(files.len());
        files.rotate_left(turned);
        let rotated = together(&files);
        files.reverse();
        for checked in [&in_order, &rotated, &together(&files)] {
            adds_up(checked)?;
            prop_assert_eq!(&checked.outcome.totals, &whole.outcome.totals);
            prop_assert_eq!(totals(checked), sums::of_lines(&sums::lines(&checked.payload)));
        }
    }
}

/// Several currencies in one file, each summed by itself.
#[test]
fn currencies_are_never_added_to_each_other() {
    for form in forms().iter().filter(|form| form.report.family != "transactions") {
        let sales: Vec<Sale> = (0..)
            .zip(CURRENCIES)
            .flat_map(|(seed, currency)| families::sales(seed, 30, currency, false))
            .collect();
        let checked = check(&written(&sales, form, '\t'), options("x"));
        assert!(checked.outcome.manifest.is_some(), "{:?} {:?}", checked.outcome.verdict, checked.codes());
        assert_eq!(checked.outcome.totals.len(), CURRENCIES.len());
        assert_eq!(everywhere(totals(&checked)), planned(&sales, &form.columns));
    }
}
