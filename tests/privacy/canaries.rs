//! Every column that stays is filled with made-up words, a different one in each cell, in every family and in five
//! encodings. None of them, and no piece of one, may come out anywhere.

use crate::common::{Checked, check, options};
use crate::generator::families;
use encoding_rs::{GBK, SHIFT_JIS, WINDOWS_1252};
use report_preflight::fields::Kind;
use report_preflight::options::{Edit, PayloadFormat, TemplateName};
use report_preflight::reports::{self, Column, Field, Report};

/// How a text becomes bytes, and a word beyond ASCII that can be written so, of a kind by which encodings are told.
pub struct Encoding {
    pub name: &'static str,
    pub word: &'static str,
    pub bytes: fn(&str) -> Vec<u8>,
}

pub const ENCODINGS: [Encoding; 6] = [
    Encoding { name: "utf-8", word: "\u{e4}\u{e4}", bytes: |text| text.into() },
    Encoding { name: "utf-8-with-mark", word: "\u{11b}", bytes: |text| format!("\u{feff}{text}").into() },
    Encoding {
        name: "windows-1252",
        word: "\u{e4}\u{e4}",
        bytes: |text| WINDOWS_1252.encode(text).0.into_owned(),
    },
    Encoding {
        name: "utf-16le",
        word: "\u{e4}\u{e4}",
        bytes: |text| format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
    },
    Encoding {
        name: "gbk",
        word: "\u{84dd}\u{8272}\u{9a6c}\u{514b}\u{676f}",
        bytes: |text| GBK.encode(text).0.into_owned(),
    },
    Encoding {
        name: "shift_jis",
        word: "\u{30de}\u{30b0}\u{30ab}\u{30c3}\u{30d7}",
        bytes: |text| SHIFT_JIS.encode(text).0.into_owned(),
    },
];

/// The word that stands in this cell and in no other.
pub fn canary(word: &str, record: usize, column: usize) -> String {
    format!("Kanari{word}{record}q{column}vogel")
}

/// Looks for the beginnings and the ends of canaries, in capitals or small letters, with or without zero bytes
/// between their letters.
pub fn assert_none(bytes: &[u8], what: &str) {
    let plain = String::from_utf8_lossy(bytes).replace('\0', "").to_ascii_lowercase();
    for piece in ["kanari", "vogel"] {
        if let Some((before, after)) = plain.split_once(piece) {
            let before: String =
                before.chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
            let after: String = after.chars().take(60).collect();
            panic!("{what} holds what must stay behind: {before}{piece}{after}");
        }
    }
}

/// Which columns can hold any word at all: those that stay, but for the ones that say whether there is a sale.
fn is_free(column: &Column) -> bool {
    !column.leaves && !matches!(column.field, Some(Field::OrderStatus | Field::ItemStatus | Field::Component))
}

/// What goes wrong in a cell that leaves, so that findings and repairs are made too.
fn damage(column: &Column, cell: &str, record: usize) -> Option<String> {
    let damaged = match (column.field?.kind(), record % 4) {
        (Kind::State, 0) => "Washingtonn".to_owned(),
        (Kind::State, _) => cell.to_lowercase(),
        (Kind::PostalCode, 1) => cell.trim_start_matches('0').to_owned(),
        (Kind::Currency, 2) => cell.to_lowercase(),
        (Kind::Amount | Kind::SignedAmount, 3) => format!("${cell}.1"),
        (Kind::Date, 3) => "46112".to_owned(),
        _ => return None,
    };
    Some(damaged)
}

/// A family's report with canaries; and how many there are in it. Some of its records are damaged.
fn report(report: &'static Report, word: &str, delimiter: char) -> (String, usize) {
    let mut canaries = 0;
    let text = report_of(report, word, delimiter, &mut |rows, columns| {
        canaries = rows.iter().flatten().filter(|cell| cell.starts_with("Kanari")).count();
        for (record, row) in rows.iter_mut().enumerate().skip(1).step_by(5) {
            for (cell, column) in row.iter_mut().zip(columns).filter(|(_, column)| !is_free(column)) {
                if let Some(damaged) = damage(column, cell, record / 5) {
                    *cell = damaged;
                }
            }
        }
    });
    (text, canaries)
}

/// A family's report with canaries, of which `change` may change some.
pub fn report_of(
    report: &'static Report,
    word: &str,
    delimiter: char,
    change: &mut dyn FnMut(&mut [Vec<String>], &[&'static Column]),
) -> String {
    let columns: Vec<&'static Column> = report.reading().expect("it is usable").columns.iter().collect();
    let sales = families::sales(11, 60, "USD", families::has_refunds(report));
    let mut rows = families::table_of(&sales, report, &columns, "", false);
    for (record, row) in rows.iter_mut().enumerate().skip(1) {
        for (at, (cell, _)) in row.iter_mut().zip(&columns).enumerate().filter(|(_, it)| is_free(it.1)) {
            *cell = canary(word, record, at);
        }
        // Columns that nobody has heard of.
        row.extend([canary(word, record, 90), canary(word, record, 91)]);
    }
    rows[0].extend(["gift-message-text".to_owned(), format!("Kanari{word}vogel")]);
    change(&mut rows, &columns);
    families::preamble(report, "USD") + &families::text(&rows, delimiter, "\n")
}

/// Every form in which the payload is written.
const FORMS: [(PayloadFormat, TemplateName, bool); 5] = [
    (PayloadFormat::Csv, TemplateName::Canonical, false),
    (PayloadFormat::Csv, TemplateName::Canonical, true),
    (PayloadFormat::Ndjson, TemplateName::Canonical, false),
    (PayloadFormat::Csv, TemplateName::Taxjar, false),
    (PayloadFormat::Csv, TemplateName::Kintsugi, false),
];

/// All of them in UTF-8, and one in every other encoding: what is written does not depend on what was read.
pub fn forms_in(encoding: &str) -> &'static [(PayloadFormat, TemplateName, bool)] {
    if encoding == "utf-8" { &FORMS } else { &FORMS[..1] }
}

pub fn usable() -> impl Iterator<Item = &'static Report> {
    reports::all().filter(|report| report.is_usable())
}

pub fn everything_about(checked: &Checked, about: &str) {
    assert_none(&checked.payload, &format!("the payload of {about}"));
    assert_none(checked.json().to_string().as_bytes(), &format!("the outcome of {about}"));
    assert_none(format!("{:?}", checked.outcome).as_bytes(), &format!("what is logged of {about}"));
}

#[test]
fn canaries_reach_neither_payload_nor_outcome() {
    for report in usable() {
        for Encoding { name, word, bytes } in &ENCODINGS {
            let (text, canaries) = self::report(report, word, if *name == "gbk" { ',' } else { '\t' });
            let bytes = bytes(&text);
            let about = format!("{} in {name}", report.family);
            assert!(canaries > 180, "{about}: {canaries} canaries");
            for &(format, template, for_people) in forms_in(name) {
                let mut asked = options("report.txt");
                asked.options.leave_out_rejected = true;
                asked.options.format = format;
                asked.options.template = template;
                asked.options.for_people = for_people;
                let checked = check(&bytes, asked);
                let read_as = checked.outcome.sources[0].format.as_ref().map(|format| format.encoding);
                assert_eq!(read_as, Some(name.trim_end_matches("-with-mark")), "{about}");
                assert!(checked.outcome.verdict.is_ready(), "{about}: {:?}", checked.codes());
                assert!(checked.outcome.ledger.rejected() > 0 && !checked.outcome.repairs.is_empty());
                let lines = checked.payload.iter().filter(|byte| **byte == b'\n').count();
                assert!(lines > 30, "{about}: {lines} lines as {format:?} {template:?}");
                everything_about(&checked, &format!("{about}, {format:?} {template:?}"));
            }
        }
    }
}

/// What the seller types over a cell is text like any other: where it cannot be read, it goes nowhere.
#[test]
fn what_the_seller_types_goes_nowhere_but_into_the_payload() {
    for report in usable() {
        let (text, _) = self::report(report, "\u{e4}", '\t');
        let columns = report.reading().expect("it is usable").columns;
        let mut asked = options("report.txt");
        asked.options.leave_out_rejected = true;
        let typed = columns.iter().zip(2..).filter(|(column, _)| {
            let is_text =
                matches!(column.field.map(Field::kind), Some(Kind::Text | Kind::City | Kind::Id) | None);
            !is_text
        });
        asked.about.edits = typed
            .map(|(column, record)| Edit {
                record,
                column: column.name.to_owned(),
                value: canary("\u{e4}", 0, record as usize),
            })
            .collect();
        assert!(asked.about.edits.len() > 4);
        everything_about(&check(text.as_bytes(), asked), report.family);
    }
}

/// What the command line prints, on both of its outputs: whatever it is asked, and for whole folders.
#[cfg(feature = "cli")]
#[test]
fn canaries_reach_nothing_that_is_printed() {
    use std::fs;
    use std::process::Command;
    let folder = std::env::temp_dir().join(format!("preflight-canaries-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder can be made");
    for report in usable() {
        for Encoding { name, word, bytes } in &ENCODINGS {
            let (text, _) = self::report(report, word, ',');
            fs::write(folder.join(format!("{}-{name}.csv", report.family)), bytes(&text)).expect("a file");
        }
    }
    let said = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_preflight"));
        command.arg("check").args(arguments).current_dir(&folder);
        let output = command.output().expect("the program runs");
        assert!(output.status.code().is_some_and(|code| code < 2), "{arguments:?}");
        assert!(output.stdout.len() > 200, "{arguments:?}");
        let about = arguments.join(" ");
        assert_none(&output.stdout, &format!("what `check {about}` prints"));
        assert_none(&output.stderr, &format!("what `check {about}` logs"));
    };
    said(&["."]);
    for report in usable() {
        let file = format!("{}-windows-1252.csv", report.family);
        said(&[&file]);
        said(&[
            &file,
            "--json",
            "--payload",
            "lines.csv",
            "--manifest",
            "manifest.json",
            "--leave-out-rejected",
        ]);
        for out in ["lines.csv", "manifest.json"] {
            assert_none(&fs::read(folder.join(out)).expect("it was written"), out);
        }
    }
    fs::remove_dir_all(&folder).expect("a folder can be removed");
}
