//! A report as it was, with a column in front that says what is wrong with each record: for people who mend it in a
//! spreadsheet. With commas and CRLF and a byte order mark, as spreadsheets read it without asking.

use super::csv;
use crate::findings::Code;
use crate::reports::Cells;
use litemap::LiteMap;

/// The header: the new column's name, and those of the report.
pub fn header<'a>(names: impl Iterator<Item = &'a str>, out: &mut Vec<u8>) {
    out.extend_from_slice("\u{FEFF}what is wrong".as_bytes());
    for name in names {
        out.push(b',');
        csv::cell_for_people(name.as_bytes(), out);
    }
    out.extend_from_slice(b"\r\n");
}

/// A record, and what was found in it. `words` has the sentence of a code; else it is the code's own.
pub fn record(
    cells: Cells<'_>,
    found: &[(&'static Code, Option<&'static str>)],
    words: &LiteMap<String, String>,
    out: &mut Vec<u8>,
) {
    let mut sentences = Vec::new();
    for (code, column) in found {
        if !sentences.is_empty() {
            sentences.extend_from_slice(b" | ");
        }
        if let Some(column) = column {
            sentences.extend_from_slice(column.as_bytes());
            sentences.extend_from_slice(b": ");
        }
        let what = words.get(code.slug).map_or(code.what, String::as_str);
        sentences.extend_from_slice(what.as_bytes());
    }
    csv::cell_for_people(&sentences, out);
    for at in 0..cells.len() {
        out.push(b',');
        csv::cell_for_people(cells.get(at), out);
    }
    out.extend_from_slice(b"\r\n");
}
