//! What the seller decides about the show, and what comes of it: by the sheet, as before.

use super::{Planted, asked, check, check_with, found, plan, sheet};
use crate::common::{Checked, sums};
use crate::generator::show::REPORT;
use crate::generator::trouble::Kind;
use report_preflight::options::{DateRange, Edit};
use report_preflight::{Options, SourceOptions};

fn errors(checked: &Checked) -> u64 {
    let findings = checked.outcome.findings.iter();
    findings.filter(|it| it.severity == report_preflight::findings::Severity::Error).map(|it| it.count).sum()
}

/// Everything about the lines and what they come to is as planned by this sheet.
fn is_as_planned(checked: &Checked, sheet: &[Planted]) {
    let (ledger, lines) = plan(sheet, &[REPORT]);
    let of = checked.outcome.ledger;
    assert_eq!([of.read(), of.accepted(), of.repaired(), of.rejected(), of.set_aside()], ledger);
    let mut sent = sums::lines(&checked.payload);
    assert_eq!(sent.len(), lines.len());
    for (sent, planned) in sent.iter_mut().zip(&lines) {
        sent.remove("line_id");
        assert_eq!(sent, planned);
    }
    assert_eq!(sums::of_totals(&checked.json()["manifest"]["totals"]), sums::of_lines(&lines));
}

/// The right value over each bad cell: then that record is a sale like any other, and nothing else has changed.
#[test]
fn edits_put_right_what_they_are_about_and_nothing_else() {
    let mut sheet = sheet();
    let edits: Vec<Edit> = sheet
        .iter()
        .filter_map(|it| Some(Edit { record: it.record?, column: it.column.clone(), value: it.was.clone()? }))
        .collect();
    assert!(edits.len() > 40, "{} edits", edits.len());
    let before = check(&[REPORT], asked(), usize::MAX);
    let about = SourceOptions { edits: edits.clone(), ..SourceOptions::default() };
    let edited = check_with(&[REPORT], asked(), usize::MAX, about);
    assert_eq!(errors(&before) - errors(&edited), edits.len() as u64);
    // What was an error there is the value that it was, and no more is to be said of it.
    for it in sheet.iter_mut().filter(|it| it.was.is_some()) {
        it.sent = it.was.take();
        it.kind = "edited".to_owned();
    }
    is_as_planned(&edited, &sheet);
    let manifest = edited.outcome.manifest.expect("a manifest");
    assert_eq!(manifest.edits, edits.len() as u64);
    let told = serde_json::to_string(&manifest).expect("JSON");
    assert!(edits.iter().filter(|it| it.value.len() > 8).all(|it| !told.contains(&it.value)));
}

/// Every record that cannot be sent, left out one by one: nothing is rejected any more, and the manifest tells.
#[test]
fn records_are_left_out_one_by_one() {
    let mut sheet = sheet();
    let rejected: Vec<u64> = sheet
        .iter()
        .filter(|it| it.file == REPORT && it.kind == Kind::Error.name())
        .filter_map(|it| it.record)
        .collect();
    let about = SourceOptions { left_out: rejected.clone(), ..SourceOptions::default() };
    let checked = check_with(&[REPORT], Options { leave_out_rejected: false, ..asked() }, 10_000, about);
    assert!(checked.outcome.verdict.is_ready(), "{:?}", checked.outcome.ledger);
    for it in sheet.iter_mut().filter(|it| it.kind == Kind::Error.name()) {
        it.kind = Kind::SetAside.name().to_owned();
    }
    is_as_planned(&checked, &sheet);
    let manifest = checked.outcome.manifest.expect("a manifest");
    assert_eq!(manifest.left_out, rejected.len() as u64);
    assert!(!manifest.rejected_left_out);
}

/// A repair that the seller does not want leaves the cell as it is: text is sent so, and what cannot be read so is
/// rejected.
#[test]
fn repairs_can_be_declined() {
    let mut sheet = sheet();
    let repairs: Vec<&Planted> = sheet.iter().filter(|it| it.kind == Kind::Repair.name()).collect();
    let declined: Vec<String> = repairs.iter().map(|it| it.code.clone()).collect();
    let count = repairs.len() as u64;
    let checked = check(&[REPORT], Options { declined, ..asked() }, usize::MAX);
    assert!(checked.outcome.repairs.iter().all(|it| it.declined));
    assert_eq!(checked.outcome.repairs.iter().map(|it| it.count).sum::<u64>(), count);
    assert_eq!(checked.outcome.ledger.repaired(), 0);
    let found = found(&checked, &[REPORT]);
    for it in sheet.iter_mut().filter(|it| it.kind == Kind::Repair.name()) {
        let is_text = matches!(it.column.as_str(), "sku" | "ship-city");
        let (record, column) = (it.record.expect("a record"), &it.column);
        let refused = format!("{REPORT} {record} {column} repair-declined: error, 1");
        assert_eq!(found.contains(&refused), !is_text, "{} in {record}", it.code);
        it.sent = None;
        it.kind = if is_text { Kind::Note } else { Kind::Error }.name().to_owned();
    }
    is_as_planned(&checked, &sheet);
}

/// The host asks for some days: what is sold on others is told, record by record.
#[test]
fn sales_outside_the_days_that_were_asked_for_are_told() {
    let sheet = sheet();
    let (first, last) = ("2026-03-10", "2026-05-20");
    let period = DateRange { first: first.to_owned(), last: last.to_owned() };
    let checked = check(&[REPORT], Options { period: Some(period), ..asked() }, usize::MAX);
    let told = checked.outcome.findings.iter().find(|it| it.code == "outside-period").expect("it is told");
    let (_, lines) = plan(&sheet, &[REPORT]);
    let is_outside = |day: &str| day < first || day > last;
    let outside: Vec<u64> = lines
        .iter()
        .filter(|line| is_outside(&line["tax_date"]))
        .map(|line| line["source_record"].parse().expect("a number"))
        .collect();
    // Those that are rejected for something else are told too, where they have a date.
    let told: Vec<u64> = told.places.iter().filter_map(|place| place.record).collect();
    assert!(outside.len() > 100);
    assert!(outside.iter().all(|record| told.contains(record)));
    assert!(told.len() - outside.len() < 20, "{} told, {} sent", told.len(), outside.len());
    is_as_planned(&checked, &sheet);
}
