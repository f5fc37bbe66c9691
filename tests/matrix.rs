//! Family × header generation × delimiter × encoding × line end: the same sales in each are the same sale lines.
//! `tests/matrix.md` is the table of what was found in each; `UPDATE=1 cargo test --test matrix` rewrites it.
#![allow(clippy::disallowed_methods)] // the ban is for the core

#[path = "common/mod.rs"]
mod common;
#[path = "generator/mod.rs"]
mod generator;

use common::{check, golden, options, root};
use encoding_rs::{GBK, SHIFT_JIS, WINDOWS_1252};
use generator::families::{SALES, columns, table, text};
use report_preflight::reports;

/// How a text becomes bytes, with a title that this encoding can write, and what the file is then said to be.
struct Written {
    name: &'static str,
    title: &'static str,
    label: &'static str,
    bytes: fn(&str) -> Vec<u8>,
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

const ENCODINGS: [Written; 9] = [
    Written {
        name: "UTF-8", title: "Café mug 1/2\" – 马克杯", label: "utf-8", bytes: |text| text.into()
    },
    Written {
        name: "UTF-8 with mark",
        title: "Café mug 1/2\" – 马克杯",
        label: "utf-8",
        bytes: |text| format!("\u{FEFF}{text}").into(),
    },
    Written {
        name: "windows-1252",
        title: "Café mug 1/2\" – blue",
        label: "windows-1252",
        bytes: |text| WINDOWS_1252.encode(text).0.into_owned(),
    },
    Written {
        name: "UTF-16 LE with mark",
        title: "Café mug 1/2\" – 马克杯",
        label: "utf-16le",
        bytes: |text| utf16(&format!("\u{FEFF}{text}"), u16::to_le_bytes),
    },
    Written {
        name: "UTF-16 BE with mark",
        title: "Café mug 1/2\" – 马克杯",
        label: "utf-16be",
        bytes: |text| utf16(&format!("\u{FEFF}{text}"), u16::to_be_bytes),
    },
    Written {
        name: "UTF-16 LE",
        title: "Café mug 1/2\" – 马克杯",
        label: "utf-16le",
        bytes: |text| utf16(text, u16::to_le_bytes),
    },
    Written {
        name: "UTF-16 BE",
        title: "Café mug 1/2\" – 马克杯",
        label: "utf-16be",
        bytes: |text| utf16(text, u16::to_be_bytes),
    },
    Written {
        name: "Shift_JIS",
        title: "マグカップ 1/2\" 表示 ソース",
        label: "shift_jis",
        bytes: |text| SHIFT_JIS.encode(text).0.into_owned(),
    },
    Written {
        name: "GBK",
        title: "蓝色马克杯 1/2\" 陶瓷",
        label: "gbk",
        bytes: |text| GBK.encode(text).0.into_owned(),
    },
];

const DELIMITERS: [(&str, char); 4] = [("tab", '\t'), ("comma", ','), ("semicolon", ';'), ("pipe", '|')];
const LINE_ENDS: [(&str, &str); 2] = [("lf", "\n"), ("crlf", "\r\n")];

/// What must not depend on how the file is written, and hardly on its generation.
fn essence(payload: &str) -> Vec<[&str; 8]> {
    let cells = |line: &'static [&'static str]| line;
    let wanted = cells(&[
        "order_id",
        "transaction_type",
        "tax_date",
        "sku",
        "quantity",
        "item_amount",
        "ship_to_state",
        "ship_to_postal_code",
    ]);
    let mut lines = payload.lines();
    let header: Vec<&str> = lines.next().expect("a header").split(',').collect();
    let at: Vec<usize> =
        wanted.iter().map(|name| header.iter().position(|column| column == name).expect(name)).collect();
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            std::array::from_fn(|index| cells[at[index]])
        })
        .collect()
}

#[test]
fn the_same_sales_are_the_same_lines_however_they_are_written() {
    let mut matrix = "# What was read, by family, generation, delimiter, encoding and line end\n\n\
        Each cell: records read = accepted + repaired + rejected + set aside. Made by `tests/matrix.rs`.\n\n"
        .to_owned();
    let names: Vec<&str> = ENCODINGS.iter().map(|encoding| encoding.name).collect();
    matrix += &format!("| family | generation | delimiter | line end | {} |\n", names.join(" | "));
    matrix += &format!("|{}\n", "---|".repeat(4 + names.len()));
    let mut expected_essence = None;
    for report in reports::all() {
        let Some(reading) = report.reading() else { continue };
        // "other" is what no known form fits.
        for generation in reading.generations.iter().filter(|generation| generation.name != "other") {
            let columns = columns(reading, generation);
            let mut expected: Option<Vec<u8>> = None;
            for (delimiter_name, delimiter) in DELIMITERS {
                for (line_end_name, line_end) in LINE_ENDS {
                    matrix += &format!(
                        "| {} | {} | {delimiter_name} | {line_end_name} |",
                        report.family, generation.name
                    );
                    for encoding in &ENCODINGS {
                        // Where semicolons separate, commas stand before the cents.
                        let rows = table(report, &columns, encoding.title, delimiter == ';');
                        let bytes = (encoding.bytes)(&text(&rows, delimiter, line_end));
                        let checked = check(&bytes, options("x"));
                        let about = format!(
                            "{} {} {delimiter_name} {line_end_name} {}: {:?} {:?}",
                            report.family,
                            generation.name,
                            encoding.name,
                            checked.outcome.verdict,
                            checked.codes()
                        );
                        let source = &checked.outcome.sources[0];
                        assert_eq!(source.report.family, report.family, "{about}");
                        assert_eq!(source.report.generation, Some(generation.name), "{about}");
                        let format = source.format.as_ref().expect("a format");
                        assert_eq!(
                            (format.delimiter, format.line_end),
                            (delimiter_name, Some(line_end_name)),
                            "{about}"
                        );
                        let is_ascii = rows.iter().flatten().all(|cell| cell.is_ascii());
                        // Plain ASCII is the same in all of them but UTF-16.
                        let is_wide = encoding.label.starts_with("utf-16");
                        let label = if is_ascii && !is_wide { "utf-8" } else { encoding.label };
                        assert_eq!(format.encoding, label, "{about}");
                        assert!(checked.outcome.manifest.is_some(), "{about}");
                        assert_eq!(checked.outcome.ledger.lines(), SALES.len() as u64, "{about}");
                        let expected = expected.get_or_insert_with(|| checked.payload.clone());
                        assert!(*expected == checked.payload, "{about}: other sale lines");
                        let ledger = checked.outcome.ledger;
                        matrix += &format!(
                            " {} = {} + {} + {} + {} |",
                            ledger.read(),
                            ledger.accepted(),
                            ledger.repaired(),
                            ledger.rejected(),
                            ledger.set_aside()
                        );
                    }
                    matrix += "\n";
                }
            }
            let payload = String::from_utf8(expected.expect("a payload")).expect("UTF-8");
            let essence: Vec<String> = essence(&payload).iter().map(|line| line.join(" ")).collect();
            let expected = expected_essence.get_or_insert_with(|| essence.clone());
            assert_eq!(*expected, essence, "{} {}", report.family, generation.name);
        }
    }
    golden(&root().join("tests/matrix.md"), matrix.as_bytes());
}
