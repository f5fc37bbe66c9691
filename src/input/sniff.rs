//! What kind of file it is, from its first bytes: which report, which dialect, where the header stands.

use super::records::{Dialect, Records};
use crate::findings::Code;
use crate::reports::{self, Report, plain_name, same_name};

pub static CODES: &[&Code] =
    &[&FILE_EMPTY, &NO_RECORDS, &WRONG_REPORT, &COLUMN_MISSING, &COLUMN_TWICE, &COLUMN_UNKNOWN];

pub static FILE_EMPTY: Code = Code::blocking("file-empty")
    .what("The file is empty.")
    .why("There is nothing in it to check or to send.")
    .fix("Open the download page in Seller Central again and wait until the report is ready, then download it.");

pub static NO_RECORDS: Code = Code::set_aside("no-records")
    .what("The report has a header and no records below it.")
    .why("Amazon makes such a file when there were no sales in the dates you chose, or none yet.")
    .fix("Check the dates you chose. If you did sell in them, wait a day and download the report again.");

pub static WRONG_REPORT: Code = Code::blocking("wrong-report")
    .what("This is not a report that sales tax can be filed on.")
    .why("It lacks what a tax service needs: each sale with its date, its amounts and the state it went to.")
    .fix("Fetch the report named here from Seller Central, and choose that file.");

pub static COLUMN_MISSING: Code = Code::blocking("column-missing")
    .what("Columns that are needed for the tax are missing.")
    .why("Without them, no record of this file can be filed.")
    .fix("Download the report again with all its columns, and do not delete any before you choose the file here.");

pub static COLUMN_TWICE: Code = Code::blocking("column-twice")
    .what("A column that is needed stands in the file twice.")
    .why("The two may hold different values, and we do not guess which one counts.")
    .fix("Download the report again, and do not add or copy columns before you choose the file here.");

pub static COLUMN_UNKNOWN: Code = Code::note("column-unknown")
    .what("The file has a column that we do not know.")
    .why("Whatever is in it stays on your computer: only columns that we know are sent.")
    .fix("Nothing to do.")
    .fixed();

/// How much of the file is looked at. What is found does not depend on how it arrives.
pub const HEAD: usize = 64 * 1024;

/// How many lines may stand above the header.
const MOST_PREAMBLE: usize = 15;

/// What the head of a file says.
#[derive(Clone, Debug)]
pub enum Sniffed {
    /// Nothing in it but blanks and line ends.
    Empty,
    /// A report, with its header.
    Report(Box<Header>),
    /// No table, or none that we know. The family names what it looks like.
    Other { family: &'static str },
}

/// The header line, found.
#[derive(Clone, Debug)]
pub struct Header {
    pub report: &'static Report,
    /// Every column that tells the report from others is there.
    pub complete: bool,
    pub dialect: Dialect,
    pub preamble_lines: u32,
    /// `lf`, `crlf` or nothing.
    pub line_end: Option<&'static str>,
    /// The names in it, as written.
    pub names: Vec<String>,
    /// Where the first data record begins, in bytes of the head.
    pub end: usize,
}

/// Looks at the head. `text` is decoded and has no byte order mark.
pub fn sniff(raw: &[u8], text: &[u8]) -> Sniffed {
    if let Some(family) = by_signature(raw) {
        return Sniffed::Other { family };
    }
    if text.iter().all(|byte| byte.is_ascii_whitespace()) {
        return Sniffed::Empty;
    }
    match find_header(text) {
        Some(header) => Sniffed::Report(Box::new(header)),
        None => Sniffed::Other { family: by_content(text) },
    }
}

/// The first bytes of files that are no text.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF", "pdf"),
    (b"PK\x03\x04", "spreadsheet"),
    (b"PK\x05\x06", "spreadsheet"),
    (b"\xD0\xCF\x11\xE0", "spreadsheet"),
    (b"\x1F\x8B", "compressed"),
    (b"7z\xBC\xAF", "compressed"),
    (b"Rar!", "compressed"),
    (b"\x89PNG", "image"),
    (b"\xFF\xD8\xFF", "image"),
    (b"GIF8", "image"),
    (b"\xFF\xFE", "utf-16"),
    (b"\xFE\xFF", "utf-16"),
];

fn by_signature(raw: &[u8]) -> Option<&'static str> {
    SIGNATURES.iter().find(|(signature, _)| raw.starts_with(signature)).map(|&(_, family)| family)
}

/// For text without a header that we know.
fn by_content(text: &[u8]) -> &'static str {
    let start = text.trim_ascii_start();
    let begins = |tag: &[u8]| start.get(..tag.len()).is_some_and(|s| s.eq_ignore_ascii_case(tag));
    if [b"<!doctype html".as_slice(), b"<html", b"<head", b"<body", b"<!--", b"<script"]
        .iter()
        .any(|tag| begins(tag))
    {
        return "web-page";
    }
    let window = text.get(..1024).unwrap_or(text);
    let nuls = window.iter().filter(|&&byte| byte == 0).count();
    // In UTF-16, every other byte of plain text is a NUL.
    match nuls * 8 {
        0 => "unknown",
        eighths if eighths >= window.len() * 3 && nuls < window.len() * 5 / 8 => "utf-16",
        _ => "binary",
    }
}

/// The first line, among the first sixteen, whose cells are the columns of a report.
fn find_header(text: &[u8]) -> Option<Header> {
    let mut start = 0;
    for preamble_lines in 0..=MOST_PREAMBLE as u32 {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let line_end = memchr::memchr(b'\n', rest);
        let line = rest.get(..line_end.unwrap_or(rest.len()))?;
        let found = [Dialect::TABS, Dialect::COMMAS].into_iter().find_map(|dialect| {
            let names = cells(line, dialect);
            recognise(&names).map(|(report, complete)| (dialect, names, report, complete))
        });
        let next = start + line_end.map_or(rest.len(), |end| end + 1);
        if let Some((dialect, names, report, complete)) = found {
            let line_end = line_end.map(|_| if line.ends_with(b"\r") { "crlf" } else { "lf" });
            return Some(Header { report, complete, dialect, preamble_lines, line_end, names, end: next });
        }
        start = next;
    }
    None
}

/// The names in a header line, without the blanks around them, and without what follows the last name.
fn cells(line: &[u8], dialect: Dialect) -> Vec<String> {
    let mut names = Vec::new();
    Records::new(dialect, 0).push(line, true, &mut |record| {
        names = (0..record.cells.len())
            .map(|cell| String::from_utf8_lossy(record.cells.get(cell)).trim().to_owned())
            .collect();
    });
    while names.last().is_some_and(String::is_empty) {
        names.pop();
    }
    names
}

/// The report that these names belong to: the one of whose telling columns most are there, and at least
/// three fifths of them.
fn recognise(names: &[String]) -> Option<(&'static Report, bool)> {
    let plain: Vec<Vec<u8>> = names.iter().map(|name| plain_name(name.as_bytes())).collect();
    let mut best: Option<(&Report, usize, usize)> = None;
    for report in reports::all().filter(|report| !report.recognised_by.is_empty()) {
        let wanted = report.recognised_by.len();
        let there =
            report.recognised_by.iter().filter(|name| plain.iter().any(|p| same_name(p, name))).count();
        let is_better = best.is_none_or(|(_, most, of)| there * of > most * wanted);
        if there * 5 >= wanted * 3 && is_better {
            best = Some((report, there, wanted));
        }
    }
    best.map(|(report, there, wanted)| (report, there == wanted))
}
