//! What the seller decides: cells written over, records left out, repairs declined. And one record judged by itself.
#![allow(clippy::disallowed_methods)] // the ban is for the core

mod common;

use common::{Checked, check_batch, files_of, inputs, options};
use report_preflight::options::Edit;
use report_preflight::outcome::{Fate, RecordText, Verdict};
use report_preflight::{Ended, Options, Session, SourceOptions};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

const HEADER: &str = "amazon-order-id\tshipment-id\tshipment-item-id\tpurchase-date\tshipment-date\tsku\t\
    quantity-shipped\tcurrency\titem-price\titem-tax\tship-city\tship-state\tship-postal-code\tship-country\n";

/// Three records: a good one, one with a state that is none, one whose state is spelled out.
const REPORT: &str = "\
    111-0000001-0000001\tDa\tIa\t2026-03-01T10:00:00-08:00\t2026-03-02T10:00:00-08:00\tMUG\t1\tUSD\t10.00\t0.90\tSeattle\tWA\t98110\tUS\n\
    111-0000002-0000002\tDb\tIb\t2026-03-01T10:00:00-08:00\t2026-03-02T10:00:00-08:00\tMUG\t1\tUSD\t20.00\t1.80\tSeattle\tQX\t98110\tUS\n\
    111-0000003-0000003\tDc\tIc\t2026-03-01T10:00:00-08:00\t2026-03-02T10:00:00-08:00\t MUG\t1\tUSD\t40.00\t3.60\tTacoma\tWashington\t98402\tUS\n";

fn report() -> String {
    HEADER.to_owned() + REPORT
}

fn source(name: &str) -> SourceOptions {
    SourceOptions { name: Some(name.to_owned()), ..SourceOptions::default() }
}

fn edit(record: u64, column: &str, value: &str) -> Edit {
    Edit { record, column: column.to_owned(), value: value.to_owned() }
}

fn check_as(about: SourceOptions, options: Options) -> Checked {
    check_batch([(about, [report().as_bytes()])], options)
}

fn counts(checked: &Checked, code: &str) -> u64 {
    let found = checked.outcome.findings.iter().filter(|finding| finding.code == code);
    found.map(|finding| finding.count).sum()
}

/// The line in the payload of this record.
fn line(checked: &Checked, record: u64) -> Option<String> {
    let payload = String::from_utf8(checked.payload.clone()).expect("UTF-8");
    payload.lines().find(|line| line.ends_with(&format!(",{record}"))).map(str::to_owned)
}

#[test]
fn an_edit_is_as_if_the_report_had_said_so() {
    let edits =
        vec![edit(3, "ship-state", "OR"), edit(3, "ship-state", "WA"), edit(4, "quantity-shipped", "3")];
    let edited = check_as(SourceOptions { edits, ..source("a.txt") }, Options::default());
    assert_eq!(edited.outcome.verdict, Verdict::Ready, "{:?}", edited.codes());
    // The last word on a cell counts, and each cell once.
    assert_eq!(edited.outcome.sources[0].edits, 2);
    let manifest = edited.outcome.manifest.as_ref().expect("a manifest");
    assert_eq!((manifest.edits, manifest.sources[0].edits), (2, 2));
    assert!(!serde_json::to_string(manifest).expect("JSON").contains("\"OR\""));

    let rewritten = report().replace("\tQX\t", "\tWA\t").replace("\t MUG\t1\t", "\t MUG\t3\t");
    let as_written = check_batch([(source("a.txt"), [rewritten.as_bytes()])], Options::default());
    assert_eq!(edited.payload, as_written.payload);
    assert_eq!(edited.outcome.totals, as_written.outcome.totals);
    assert_eq!(edited.outcome.ledger, as_written.outcome.ledger);
}

#[test]
fn an_edit_can_be_wrong_and_can_hold_anything() {
    for value in ["Q", "Washingtn", "WA\tX", "a\nb", "\u{0}", "\"", "日本"] {
        let edits = vec![edit(2, "ship-state", value)];
        let checked = check_as(SourceOptions { edits, ..source("a.txt") }, Options::default());
        assert_eq!(checked.outcome.ledger.read(), 3, "{value:?}");
        assert_eq!(checked.outcome.ledger.rejected(), 2, "{value:?}: {:?}", checked.codes());
    }
}

#[test]
fn an_edit_that_has_no_place_is_said() {
    let places = [(3, "ship-county"), (1, "ship-state"), (0, "ship-state"), (99, "ship-state")];
    for (record, column) in places {
        let edits = vec![edit(record, column, "WA")];
        let checked = check_as(SourceOptions { edits, ..source("a.txt") }, Options::default());
        assert_eq!(counts(&checked, "edit-without-effect"), 1, "record {record}, {column}");
        assert_eq!(checked.outcome.sources[0].edits, 0);
    }
    // A line whose cells cannot be told apart has no cell to write into.
    let short = report() + "111-0000004-0000004\tDd\n";
    let edits = vec![edit(5, "ship-state", "WA")];
    let checked =
        check_batch([(SourceOptions { edits, ..source("a.txt") }, [short.as_bytes()])], Options::default());
    assert_eq!((counts(&checked, "edit-without-effect"), counts(&checked, "too-few-cells")), (1, 1));
}

#[test]
fn what_is_left_out_is_counted_and_told() {
    let about = SourceOptions { left_out: vec![3, 3, 77], ..source("a.txt") };
    let checked = check_as(about, Options::default());
    let ledger = checked.outcome.ledger;
    assert_eq!((ledger.read(), ledger.lines(), ledger.set_aside(), ledger.rejected()), (3, 2, 1, 0));
    assert_eq!(counts(&checked, "left-out-by-seller"), 1);
    let manifest = checked.outcome.manifest.expect("a manifest");
    assert_eq!((manifest.left_out, manifest.rejected_left_out), (1, false));
}

/// Said of what was there. Another file's rejected records are another matter.
#[test]
fn leaving_out_what_is_rejected_is_said_of_each_source() {
    let other = report().replace("111-", "222-");
    let given = |second: bool| {
        let first = SourceOptions { leave_out_rejected: true, ..source("a.txt") };
        let second = SourceOptions { leave_out_rejected: second, ..source("b.txt") };
        let text = report();
        check_batch([(first, [text.as_bytes()]), (second, [other.as_bytes()])], Options::default()).outcome
    };
    assert_eq!(given(false).verdict, Verdict::NeedsFixing);
    let both = given(true);
    assert_eq!(both.verdict, Verdict::ReadyWithWarnings);
    assert!(both.manifest.expect("a manifest").rejected_left_out);
}

#[test]
fn a_declined_repair_leaves_text_as_it_was_and_keeps_back_what_cannot_be_read() {
    let edits = vec![edit(3, "ship-state", "WA")];
    let declining = |codes: &[&str]| {
        let declined = codes.iter().map(|code| (*code).to_owned()).collect();
        let about = SourceOptions { edits: edits.clone(), ..source("a.txt") };
        check_as(about, Options { declined, ..Options::default() })
    };
    let blanks = declining(&["surrounding-blanks"]);
    assert_eq!(blanks.outcome.verdict, Verdict::Ready);
    assert!(line(&blanks, 4).is_some_and(|line| line.contains(", MUG,")), "{:?}", line(&blanks, 4));
    let repair = |checked: &Checked, code: &str| {
        let repair = checked.outcome.repairs.iter().find(|repair| repair.code == code);
        repair.map(|repair| (repair.declined, repair.count))
    };
    assert_eq!(repair(&blanks, "surrounding-blanks"), Some((true, 1)));
    assert_eq!(repair(&blanks, "state-spelled-out"), Some((false, 1)));
    let manifest = blanks.outcome.manifest.as_ref().expect("a manifest");
    assert_eq!(manifest.declined.get("surrounding-blanks"), Some(&1));
    assert!(!manifest.repairs.contains_key("surrounding-blanks"));

    let state = declining(&["state-spelled-out"]);
    assert_eq!((counts(&state, "repair-declined"), line(&state, 4)), (1, None));
    assert_eq!(state.outcome.verdict, Verdict::NeedsFixing);
    // Taken back, all is as it was.
    let all = declining(&[]);
    assert!(line(&all, 4).is_some_and(|line| line.contains(",MUG,") && line.contains(",WA,")));
}

/// All of it survives a file that comes before and one that comes after.
#[test]
fn decisions_belong_to_their_file() {
    let other = report().replace("111-", "222-").replace("\tQX\t", "\tWA\t");
    let last = report().replace("111-", "333-").replace("\tQX\t", "\tWA\t");
    let about =
        || SourceOptions { edits: vec![edit(3, "ship-state", "WA")], left_out: vec![4], ..source("a.txt") };
    let text = report();
    let alone = check_as(about(), Options::default());
    let among = check_batch(
        [
            (source("b.txt"), [other.as_bytes()]),
            (about(), [text.as_bytes()]),
            (source("c.txt"), [last.as_bytes()]),
        ],
        Options::default(),
    );
    assert_eq!(among.outcome.verdict, Verdict::Ready);
    let (one, many) = (&alone.outcome.sources[0], &among.outcome.sources[1]);
    assert_eq!((one.edits, one.left_out, one.ledger), (many.edits, many.left_out, many.ledger));
    assert_eq!(among.outcome.sources.iter().map(|source| source.edits).collect::<Vec<_>>(), [0, 1, 0]);
}

fn open(bytes: &[u8], about: SourceOptions, options: Options) -> Session {
    let mut session = Session::new(options);
    session.begin(about).expect("a new session");
    loop {
        session.push(bytes).expect("an open session");
        if session.end().expect("an open session") == Ended::Done {
            return session;
        }
    }
}

fn record(session: &Session, bytes: &[u8], source: usize, number: u64, edits: Vec<Edit>) -> RecordText {
    let mut search = session.find_record(source, number, edits).expect("there is such a record");
    let rest = bytes.get(search.start() as usize..).expect("a place in the file");
    search.push(rest).or_else(|| search.finish()).expect("the record")
}

#[test]
fn one_record_is_judged_at_once_with_what_is_being_written() {
    let bytes = report().into_bytes();
    let session = open(&bytes, source("a.txt"), Options::default());
    let found = |edits| {
        let text = record(&session, &bytes, 0, 3, edits);
        let codes: Vec<_> = text.findings.iter().map(|found| (found.code, found.column)).collect();
        (text.fate, codes)
    };
    assert_eq!(found(vec![]), (Fate::Rejected, vec![("state-unknown", Some("ship-state"))]));
    assert_eq!(found(vec![edit(3, "ship-state", "WA")]), (Fate::Accepted, vec![]));
    assert_eq!(found(vec![edit(3, "ship-state", "washington")]).0, Fate::Repaired);
    let wrong =
        record(&session, &bytes, 0, 3, vec![edit(3, "ship-state", "WA"), edit(3, "item-price", "n/a")]);
    assert_eq!((wrong.fate, wrong.findings[0].column), (Fate::Rejected, Some("item-price")));
    let cell = |name: &str| wrong.cells.iter().find(|cell| cell.column == Some(name)).expect("a cell");
    assert_eq!((cell("ship-state").text.as_str(), cell("ship-state").edited), ("WA", true));
    assert!(!cell("sku").edited);
}

/// What one record says by itself is what the whole check said of it, but for what only other records show.
#[test]
fn judged_alone_a_record_has_the_findings_of_the_whole_check() {
    let of_others = [
        "line-repeated",
        "line-repeated-differently",
        "line-in-another-file",
        "sale-differs-between-files",
        "jurisdiction-line",
        "encoding-mixed",
        "record-cut-off",
        "left-out-by-seller",
        "order-cancelled",
        "item-cancelled-in-shipped-order",
    ];
    let mut compared = 0;
    for path in inputs(".") {
        let mut asked = common::asked_beside(&path, options("").options);
        asked.options.max_places = u32::MAX;
        for file in files_of(&path) {
            let bytes = fs::read(&file).expect("a fixture can be read");
            let mut session = open(&bytes, asked.about.clone(), asked.options.clone());
            let outcome = session.finish().expect("an outcome");
            // Where nothing below the header can be read, no record is judged.
            let is_blocked =
                outcome.findings.iter().any(|finding| finding.places.iter().any(|p| p.record == Some(1)))
                    && outcome.ledger.lines() == 0;
            if is_blocked {
                continue;
            }
            let findings = outcome
                .findings
                .iter()
                .flat_map(|finding| finding.places.iter().map(move |place| (finding.code, place)));
            let repairs = outcome
                .repairs
                .iter()
                .flat_map(|repair| repair.places.iter().map(move |place| (repair.code, &place.place)));
            let mut whole: BTreeMap<u64, BTreeSet<_>> = BTreeMap::new();
            for (code, place) in findings.chain(repairs) {
                whole.entry(place.record.unwrap_or(0)).or_default().insert((code, place.column));
            }
            // Of a file with ten thousands of records that are alike, the first ones.
            for number in 2..(outcome.sources[0].ledger.read() + 2).min(500) {
                let mut whole = whole.remove(&number).unwrap_or_default();
                let is_left_out = asked.about.left_out.contains(&number);
                if is_left_out || whole.iter().any(|(code, _)| *code == "edit-without-effect") {
                    continue;
                }
                whole.retain(|(code, _)| !of_others.contains(code));
                let edits = asked.about.edits.iter().filter(|edit| edit.record == number).cloned().collect();
                let alone = record(&session, &bytes, 0, number, edits);
                let found = alone.findings.iter().map(|found| (found.code, found.column));
                let alone: BTreeSet<_> = found
                    .chain(alone.repairs.iter().map(|made| (made.code, made.column)))
                    .filter(|(code, _)| !of_others.contains(code))
                    .collect();
                assert_eq!(alone, whole, "{} record {number}", path.display());
                compared += 1;
            }
        }
    }
    assert!(compared > 300, "only {compared} records were compared");
}

/// The report with what is wrong with each record, for people.
#[test]
fn the_annotated_report_has_every_record_and_says_what_is_wrong() {
    let text = report().replace("\tMUG\t1\tUSD\t10.00", "\t=cmd\t1\tUSD\t-10.00");
    let other = report().replace("111-", "222-");
    let run = |size: usize| {
        let mut session = Session::new(Options { annotate: Some(1), ..Options::default() });
        for (name, text) in [("b.txt", &other), ("a.txt", &text)] {
            session.begin(source(name)).expect("the one before it has ended");
            for piece in text.as_bytes().chunks(size) {
                session.push(piece).expect("an open session");
            }
            assert_eq!(session.end(), Ok(Ended::Done));
        }
        let outcome = session.finish().expect("an outcome");
        assert!(outcome.manifest.is_none());
        let parts = std::iter::from_fn(|| session.take_payload()).collect::<Vec<_>>().concat();
        String::from_utf8(parts).expect("UTF-8")
    };
    let annotated = run(1 << 20);
    assert_eq!(annotated, run(7));
    let mut lines = annotated.split("\r\n");
    assert!(lines.next().is_some_and(|line| line.starts_with("\u{FEFF}what is wrong,amazon-order-id,")));
    let first = lines.next().expect("a line");
    assert!(first.contains(",'=cmd,") && first.contains(",-10.00,"), "{first}");
    let second = lines.next().expect("a line");
    assert!(second.starts_with("ship-state: The state is none"), "{second}");
    let third = lines.next().expect("a line");
    assert!(third.starts_with(",111-0000003-0000003,"), "{third}");
    assert_eq!(lines.collect::<Vec<_>>(), [""]);
}
