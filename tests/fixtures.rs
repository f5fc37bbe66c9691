//! Each file under `tests/fixtures` beside its whole outcome and payload. The folder is the list.
//! `UPDATE=1 cargo test --test fixtures` rewrites them; read the difference.
#![allow(clippy::disallowed_methods)] // the ban is for the core

mod common;

use common::{check, check_input, check_input_in_pieces, golden, inputs, options, pretty, root};
use std::fs;
use std::path::Path;

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[test]
fn outcomes_and_payloads_are_as_written_down() {
    for path in inputs(".") {
        if path.file_stem().is_some_and(|stem| stem == "good") {
            continue;
        }
        let checked = check_input(&path, options("").options);
        let mut json = checked.json();
        // The version changes with every release and says nothing about the check.
        if let Some(tool) = json.pointer_mut("/manifest/tool/version") {
            *tool = "0".into();
        }
        golden(&path.with_extension("outcome.json"), &pretty(&json));
        if checked.outcome.manifest.is_some() {
            golden(&path.with_extension("payload.csv"), &checked.payload);
        }
    }
}

#[test]
fn no_golden_is_left_without_its_input() {
    let mut goldens = Vec::new();
    let mut folders = vec![root().join("tests/fixtures")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder can be listed") {
            let path = entry.expect("an entry").path();
            if path.is_dir() && !name(&path).ends_with(".batch") {
                folders.push(path);
            } else if name(&path).ends_with(".outcome.json") || name(&path).ends_with(".payload.csv") {
                goldens.push(path);
            }
        }
    }
    for path in goldens {
        let stem = name(&path).split('.').next().unwrap_or_default().to_owned();
        let has_input = ["txt", "csv", "batch"]
            .iter()
            .any(|extension| path.with_file_name(format!("{stem}.{extension}")).exists());
        assert!(has_input, "{} has no input beside it", path.display());
    }
}

#[test]
fn every_cut_gives_the_same_answer() {
    for path in inputs(".") {
        let whole = check_input(&path, options("").options);
        for size in [1, 7, 4096] {
            let pieces = check_input_in_pieces(&path, options("").options, size);
            assert_eq!(pieces.outcome, whole.outcome, "{} in pieces of {size}", path.display());
            assert!(
                pieces.payload == whole.payload,
                "{} in pieces of {size}: another payload",
                path.display()
            );
        }
    }
}

/// What is the same sale is the same line, whatever the file looks like.
#[test]
fn the_same_sales_give_the_same_lines() {
    let folder = root().join("tests/fixtures/reports/fulfilled-shipments");
    let payload = |file: &str| {
        let bytes = fs::read(folder.join(file)).expect("a fixture can be read");
        String::from_utf8(check(&bytes, options(file)).payload).expect("a payload is UTF-8")
    };
    let expected = payload("with-buyer-data.txt");
    assert_eq!(expected.lines().count(), 3);
    for file in [
        "without-buyer-data.txt",
        "buyer-columns-empty.txt",
        "byte-order-mark.txt",
        "crlf.txt",
        "no-last-newline.txt",
        "lone-cr-at-the-end.txt",
        "trailing-tabs.txt",
        "header-names-respelled.txt",
        "columns-in-another-order.txt",
        "preamble.txt",
        "chinese.csv",
        "chinese-gbk.csv",
    ] {
        assert_eq!(payload(file), expected, "{file}");
    }
}

/// And whatever the language of Seller Central was: its column names, types, dates and decimals.
#[test]
fn the_same_transactions_give_the_same_lines_in_every_language() {
    let folder = root().join("tests/fixtures/reports/transactions");
    let payload = |language: &str| {
        let bytes = fs::read(folder.join(language).with_extension("csv")).expect("a fixture can be read");
        String::from_utf8(check(&bytes, options(language)).payload).expect("a payload is UTF-8")
    };
    let expected = payload("de");
    assert_eq!(expected.lines().count(), 3);
    for language in ["es", "fr", "it", "ja", "zh"] {
        assert_eq!(payload(language), expected, "{language}");
    }
}

/// Whatever a file is written like, each of its records can be shown.
#[test]
fn every_record_of_every_input_is_found_again() {
    use report_preflight::{Ended, Session};
    for path in inputs(".") {
        let mut session = Session::new(options("x").options);
        let files: Vec<Vec<u8>> = common::files_of(&path)
            .iter()
            .map(|file| fs::read(file).expect("a fixture can be read"))
            .collect();
        for file in &files {
            session.begin(options("x").about).expect("the one before it has ended");
            loop {
                session.push(file).expect("an open session");
                if session.end().expect("an open session") == Ended::Done {
                    break;
                }
            }
        }
        let outcome = session.finish().expect("an outcome");
        for (at, (source, file)) in outcome.sources.iter().zip(&files).enumerate() {
            // In a file as long as a spreadsheet can be, a sample.
            let all = 2..source.ledger.read() + 2;
            for number in all.filter(|number| *number < 300 || number.is_multiple_of(997)) {
                let mut search = session.find_record(at, number, vec![]).expect("there is such a record");
                let rest = file.get(search.start() as usize..).expect("a place in the file");
                let found = search.push(rest).or_else(|| search.finish());
                assert_eq!(found.map(|found| found.record), Some(number), "{}", path.display());
            }
        }
    }
}

/// What is shown as sent of a record is what the payload has of it.
#[test]
fn the_line_shown_of_a_record_is_the_one_in_the_payload() {
    use report_preflight::Session;
    use report_preflight::outcome::Fate;
    let mut compared = 0;
    let mut not_sent = std::collections::BTreeSet::new();
    for path in inputs("reports") {
        let file = fs::read(&path).expect("a fixture can be read");
        let checked = check(&file, options("x"));
        let mut lines = common::sums::lines(&checked.payload).into_iter().peekable();
        let mut session = Session::new(options("x").options);
        session.begin(options("x").about).expect("a new session");
        session.push(&file).expect("an open session");
        if session.end().expect("an open session") != report_preflight::Ended::Done {
            continue;
        }
        let read = session.finish().expect("an outcome").ledger.read();
        for number in (2..read + 2).take_while(|_| !checked.payload.is_empty()) {
            let mut search = session.find_record(0, number, vec![]).expect("there is such a record");
            let rest = file.get(search.start() as usize..).expect("a place in the file");
            let found = search.push(rest).or_else(|| search.finish()).expect("the record");
            assert_eq!(found.line.is_some(), matches!(found.fate, Fate::Accepted | Fate::Repaired));
            let Some(line) = found.line else { continue };
            // What only other records show, such as a sale of several jurisdictions, is not in it.
            let Some(sent) = lines.next_if(|sent| sent["source_record"] == number.to_string()) else {
                continue;
            };
            for cell in &line {
                // By itself, a line that comes again has no number behind its id.
                let told = match cell.column {
                    "line_id" => sent[cell.column].split('-').next().unwrap_or_default(),
                    column => &sent[column],
                };
                assert_eq!(cell.text, told, "{}, record {number}", path.display());
            }
            assert_eq!(line.len(), sent.len());
            for cell in found.cells.iter().filter(|cell| cell.leaves) {
                match cell.sent_as {
                    Some(column) => assert!(line.iter().any(|sent| sent.column == column)),
                    None => drop(not_sent.insert(cell.column.unwrap_or_default())),
                }
            }
            compared += 1;
        }
        assert_eq!(lines.next(), None, "{}: a line of which no record tells", path.display());
    }
    assert!(compared > 50, "only {compared} lines were compared");
    // A sale is filed by another date than the one on which the money came, and a price for one is not sent.
    assert_eq!(Vec::from_iter(not_sent), ["Posted_Date", "item-price-per-unit"]);
}

/// The text of a record is found again, by any record's number and in pieces of any size.
#[test]
fn records_are_found_again() {
    use report_preflight::Session;
    let bytes = fs::read(root().join("tests/fixtures/reports/fulfilled-shipments/windows-1252.txt"))
        .expect("a fixture");
    let header_end = bytes.iter().position(|&byte| byte == b'\n').expect("a header") + 1;
    // Enough records for several checkpoints.
    let (header, body) = bytes.split_at(header_end);
    let mut report = header.to_vec();
    for number in 0..1500 {
        let line =
            String::from_utf8_lossy(body.split(|&byte| byte == b'\n').next_back().map_or(body, |_| body))
                .len();
        assert!(line > 0);
        report.extend(body.split_inclusive(|&byte| byte == b'\n').nth(number % 2).expect("two records"));
    }
    let mut session = Session::new(options("x").options);
    session.push(&report).expect("bytes");
    session.finish().expect("an outcome");
    for number in [2, 3, 255, 256, 257, 258, 1024, 1025, 1501] {
        let mut search = session.find_record(0, number, vec![]).expect("there is such a record");
        let rest = report.get(search.start() as usize..).expect("a place in the file");
        let found = rest.chunks(100).find_map(|piece| search.push(piece)).or_else(|| search.finish());
        let found = found.unwrap_or_else(|| panic!("record {number} was not found"));
        assert_eq!(found.record, number);
        let city = found.cells.iter().find(|cell| cell.column == Some("ship-city")).expect("a city");
        assert_eq!(city.text, if number % 2 == 0 { "Seattle" } else { "Ca\u{f1}on City" });
    }
    assert!(session.find_record(0, 1, vec![]).is_none() && session.find_record(0, 1502, vec![]).is_none());
}
