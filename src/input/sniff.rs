//! What kind of file it is, from its first bytes: which report, which dialect, where the header stands; and how it is
//! known. Scored over the column names; where those say nothing, over the form of the values.

use super::records::{Dialect, Records};
use crate::fields::Currency;
use crate::findings::Code;
use crate::outcome::{Confidence, Evidence, RecognisedBy};
use crate::reports::{self, Report, plain_name};

pub static CODES: &[&Code] = &[
    &FILE_EMPTY,
    &NO_RECORDS,
    &WRONG_REPORT,
    &COLUMN_MISSING,
    &COLUMN_TWICE,
    &COLUMN_UNKNOWN,
    &COLUMNS_IN_ANOTHER_LANGUAGE,
    &HEADER_REPEATED,
    &ANOTHER_REPORT_BELOW,
];

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

pub static COLUMNS_IN_ANOTHER_LANGUAGE: Code = Code::blocking("columns-in-another-language")
    .what("Columns that are needed for the tax are missing, or named in a language that we know in part.")
    .why("We recognised the report by some of its column names. Without the others, no record of it can be filed.")
    .fix("Set Seller Central to English, download the report again, and choose that file.");

pub static HEADER_REPEATED: Code = Code::set_aside("header-repeated")
    .what("The line with the column names stands in the file again.")
    .why("It happens when several downloads of one report are pasted together. There is no sale in it.")
    .fix("Nothing to do: the line is counted and not sent.");

pub static ANOTHER_REPORT_BELOW: Code = Code::blocking("another-report-below")
    .what("Another report begins in the middle of this file.")
    .why("Its columns are others, so what stands below cannot be read under the column names at the top.")
    .fix("Download each report by itself, and choose the files together.");

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
    Other { family: &'static str, evidence: Evidence },
}

/// The header line, found.
#[derive(Clone, Debug)]
pub struct Header {
    pub report: &'static Report,
    pub evidence: Evidence,
    pub dialect: Dialect,
    pub preamble_lines: u32,
    /// `lf`, `crlf` or nothing; `cr` is told by whoever made line feeds of it.
    pub line_end: Option<&'static str>,
    pub names: Vec<Name>,
    /// The currency that the lines above the header name.
    pub currency: Option<Currency>,
    /// Where the first data record begins, in bytes of the text.
    pub end: usize,
}

/// A column's name.
#[derive(Clone, Debug)]
pub struct Name {
    pub written: String,
    /// As [`plain_name`] leaves it; and what it means in English where it is written in another language.
    plain: Vec<Vec<u8>>,
    language: Option<&'static str>,
}

impl Name {
    fn new(written: &str) -> Name {
        Name { written: written.to_owned(), plain: vec![plain_name(written.as_bytes())], language: None }
    }

    /// The same name, in whatever case and spacing, and behind a byte order mark?
    pub fn is_also(&self, cell: &[u8]) -> bool {
        self.plain.first() == Some(&plain_name(cell))
    }

    /// Is it this column, as Amazon spells it in English?
    pub fn is(&self, column: &str) -> bool {
        self.is_plain(&plain_name(column.as_bytes()))
    }

    fn is_plain(&self, column: &[u8]) -> bool {
        self.plain.iter().any(|plain| plain == column)
    }
}

/// Adds what the names mean in English, where they are in a language that we know.
fn translate(names: &mut [Name]) {
    for (language, local, english) in reports::translations() {
        let local = plain_name(local.as_bytes());
        for name in names.iter_mut().filter(|name| name.plain.first() == Some(&local)) {
            name.plain.push(plain_name(english.as_bytes()));
            name.language.get_or_insert(language);
        }
    }
}

/// Looks at the head: as it is, and as text without a byte order mark. `name` is the file's, if it has one.
pub fn sniff(raw: &[u8], text: &[u8], name: &str) -> Sniffed {
    if let Some(family) = by_signature(raw, name) {
        return Sniffed::Other { family, evidence: evidence(RecognisedBy::FirstBytes) };
    }
    if text.iter().all(|byte| byte.is_ascii_whitespace()) {
        return Sniffed::Empty;
    }
    if let Some(header) = find_header(text) {
        return Sniffed::Report(Box::new(header));
    }
    if let Some(family) = by_content(text) {
        return Sniffed::Other { family, evidence: evidence(RecognisedBy::FirstBytes) };
    }
    by_values(text).unwrap_or(Sniffed::Other { family: "unknown", evidence: evidence(RecognisedBy::Nothing) })
}

pub fn evidence(by: RecognisedBy) -> Evidence {
    Evidence { by, language: None, matched: 0, wanted: 0, missing: Vec::new() }
}

/// How sure the evidence makes us of a report's name.
pub fn confidence(evidence: &Evidence) -> Confidence {
    match evidence.by {
        RecognisedBy::FirstBytes => Confidence::High,
        RecognisedBy::ColumnNames if evidence.missing.is_empty() => Confidence::High,
        RecognisedBy::ColumnNames | RecognisedBy::Values => Confidence::Medium,
        RecognisedBy::Nothing => Confidence::None,
    }
}

/// The first bytes of files that are no text, and what each is.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF", "pdf"),
    (b"PK\x03\x04", "compressed"),
    (b"PK\x05\x06", "compressed"),
    (b"\x1F\x8B", "compressed"),
    (b"7z\xBC\xAF", "compressed"),
    (b"Rar!", "compressed"),
    (b"BZh", "compressed"),
    (b"\xFD7zXZ", "compressed"),
    (b"\x89PNG", "image"),
    (b"\xFF\xD8\xFF", "image"),
    (b"GIF8", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"\0\0\0\x18ftyphei", "image"),
    (b"\0\0\0\x24ftyphei", "image"),
    (b"L\0\0\0\x01\x14\x02\0", "shortcut"),
    (b"[InternetShortcut]", "shortcut"),
    (b"{\\rtf", "word-document"),
    (b"OFXHEADER", "accounting-export"),
    (b"<?OFX", "accounting-export"),
    (b"!Type:", "accounting-export"),
];

/// Files of Microsoft's older programs: a workbook, a message, or a workbook with a password.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0";

fn by_signature(raw: &[u8], name: &str) -> Option<&'static str> {
    let holds = |text: &[u8]| raw.windows(text.len()).any(|part| part == text);
    if raw.starts_with(COMPOUND) {
        // The directory may stand further back than the head. But a new workbook is wrapped so for its password only.
        let is_new = name.len() > 5
            && name.as_bytes().get(name.len() - 5..).is_some_and(|end| end.eq_ignore_ascii_case(b".xlsx"));
        // Names in its directory are in UTF-16.
        return Some(match () {
            () if is_new || holds(b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k") => "encrypted-workbook",
            () if holds(b"_\0_\0s\0u\0b\0s\0t\0g") || holds(b"_\0_\0n\0a\0m\0e\0i\0d") => "e-mail",
            () if holds(b"W\0o\0r\0d\0D\0o\0c\0u") => "word-document",
            () => "old-workbook",
        });
    }
    if raw.starts_with(b"bplist00") {
        // What stands in place of a file that is still in the cloud names the file's own name and size.
        return Some(if holds(b"NSURLNameKey") { "icloud-placeholder" } else { "shortcut" });
    }
    SIGNATURES.iter().find(|(signature, _)| raw.starts_with(signature)).map(|&(_, family)| family)
}

/// Beginnings of text that is no table, in small letters.
const BEGINNINGS: &[(&str, &str)] = &[
    ("<!doctype html", "web-page"),
    ("<html", "web-page"),
    ("<head", "web-page"),
    ("<body", "web-page"),
    ("<!--", "web-page"),
    ("<script", "web-page"),
    ("<table", "web-page"),
    ("<ofx", "accounting-export"),
    ("<?xml", "unknown"),
    ("return-path:", "e-mail"),
    ("delivered-to:", "e-mail"),
    ("received:", "e-mail"),
    ("mime-version:", "e-mail"),
    ("message-id:", "e-mail"),
    ("from:", "e-mail"),
    ("x-", "e-mail"),
    ("subject:", "e-mail"),
];

/// For text without a header that we know.
fn by_content(text: &[u8]) -> Option<&'static str> {
    let start = text.trim_ascii_start();
    let begins = |tag: &str| start.get(..tag.len()).is_some_and(|s| s.eq_ignore_ascii_case(tag.as_bytes()));
    // Any header may begin with "X-"; an e-mail's has a colon behind it.
    let is_mail_header = || {
        let line = start.split(|&byte| byte == b'\n').next().unwrap_or_default();
        line.iter().position(|&byte| byte == b':').is_some_and(|colon| {
            !line.iter().take(colon).any(|&byte| byte == b' ' || byte == b'\t' || byte == b',')
        })
    };
    if let Some((_, family)) = BEGINNINGS.iter().find(|(tag, _)| begins(tag)) {
        match *family {
            "unknown" => return None,
            "e-mail" if !is_mail_header() => {}
            family => return Some(family),
        }
    }
    let window = text.get(..1024).unwrap_or(text);
    (memchr::memchr(0, window).is_some()).then_some("binary")
}

/// The first lines of the text, each with its place.
fn lines(text: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let mut start = 0;
    text.split_inclusive(|&byte| byte == b'\n').map(move |line| {
        let at = start;
        start += line.len();
        (at, line)
    })
}

/// The first line, among the first sixteen, whose cells are the columns of a report.
fn find_header(text: &[u8]) -> Option<Header> {
    for (preamble_lines, (start, line)) in (0..=MOST_PREAMBLE as u32).zip(lines(text)) {
        let mut best: Option<(&Report, Evidence, Vec<Name>, Dialect)> = None;
        for dialect in Dialect::ALL {
            // A header that begins with a quote belongs to a file that is quoted.
            if !dialect.quoted && line.starts_with(b"\"") {
                continue;
            }
            let (mut names, width) = names(line, dialect);
            let Some((report, evidence)) = recognise(&mut names) else { continue };
            if best.as_ref().is_none_or(|(_, known, ..)| evidence.matched > known.matched) {
                best = Some((report, evidence, names, Dialect { width, ..dialect }));
            }
        }
        let Some((report, evidence, names, dialect)) = best else { continue };
        let line_end = match line {
            [.., b'\r', b'\n'] => Some("crlf"),
            [.., b'\n'] => Some("lf"),
            _ => None,
        };
        let currency = named_currency(text.get(..start).unwrap_or_default());
        let end = start + line.len();
        return Some(Header { report, evidence, dialect, preamble_lines, line_end, names, currency, end });
    }
    None
}

/// Whether these cells are the header of a report that we know.
pub fn is_header<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    recognise(&mut cells.map(Name::new).collect::<Vec<_>>()).is_some()
}

/// The names in a header line, without the blanks around them, and without what follows the last name; and how many
/// cells the line has.
fn names(line: &[u8], dialect: Dialect) -> (Vec<Name>, usize) {
    let mut names = Vec::new();
    let mut width = 0;
    Records::new(dialect, 0).push(line, true, &mut |record| {
        width = record.cells.len();
        names = (0..width)
            .map(|cell| Name::new(String::from_utf8_lossy(record.cells.get(cell)).trim()))
            .collect();
    });
    while names.last().is_some_and(|name: &Name| name.written.is_empty()) {
        names.pop();
    }
    (names, width)
}

/// The report that these names belong to: the one of whose telling columns most are there, and at least three
/// fifths of them.
fn recognise(names: &mut [Name]) -> Option<(&'static Report, Evidence)> {
    // Every report is told by several columns.
    if names.len() < 2 {
        return None;
    }
    let in_english = best_report(names);
    if in_english.as_ref().is_some_and(|(_, evidence)| evidence.missing.is_empty()) {
        return in_english;
    }
    translate(names);
    best_report(names)
}

fn best_report(names: &[Name]) -> Option<(&'static Report, Evidence)> {
    let mut best: Option<(&Report, usize, usize)> = None;
    for report in reports::all().filter(|report| !report.recognised_by.is_empty()) {
        let wanted = report.recognised_by.len();
        let there = wanted - missing(report, names).count();
        let is_better = best.is_none_or(|(_, most, of)| (there * of, there) > (most * wanted, most));
        if there * 5 >= wanted * 3 && is_better {
            best = Some((report, there, wanted));
        }
    }
    let (report, matched, wanted) = best?;
    let evidence = Evidence {
        by: RecognisedBy::ColumnNames,
        language: language(report, names),
        matched: matched as u32,
        wanted: wanted as u32,
        missing: missing(report, names).collect(),
    };
    Some((report, evidence))
}

/// The language without which one of the telling columns would not have been found. A name alone says little:
/// `Description` is French too.
fn language(report: &Report, names: &[Name]) -> Option<&'static str> {
    report.recognised_by.iter().find_map(|column| {
        let column = plain_name(column.as_bytes());
        let is_english = names.iter().any(|name| name.plain.first() == Some(&column));
        let found = names.iter().find(|name| name.is_plain(&column)).filter(|_| !is_english);
        found.and_then(|name| name.language)
    })
}

/// Which of the columns that tell the report from others are not among the names.
fn missing(report: &'static Report, names: &[Name]) -> impl Iterator<Item = &'static str> {
    report.recognised_by.iter().copied().filter(|column| {
        let column = plain_name(column.as_bytes());
        !names.iter().any(|name| name.is_plain(&column))
    })
}

/// A table of Amazon's orders whose column names tell nothing: recognised by its order numbers.
fn by_values(text: &[u8]) -> Option<Sniffed> {
    let mut best: Option<(usize, Dialect)> = None;
    for dialect in Dialect::ALL {
        let with_order = lines(text).take(40).filter(|(_, line)| has_order_id(line, dialect)).count();
        if with_order > best.map_or(0, |(most, _)| most) {
            best = Some((with_order, dialect));
        }
    }
    let (_, dialect) = best?;
    let (_, first) = lines(text).find(|(_, line)| !line.trim_ascii().is_empty())?;
    let family = if has_order_id(first, dialect) { "no-header" } else { "unknown-language" };
    // Which of the names we do know: those of any report.
    let (mut names, _) = names(first, dialect);
    translate(&mut names);
    let known = |name: &&Name| {
        let mut columns =
            reports::all().filter_map(|report| report.reading()).flat_map(|reading| reading.columns);
        columns.any(|column| name.is(column.name))
    };
    let evidence = Evidence {
        matched: names.iter().filter(known).count() as u32,
        wanted: names.len() as u32,
        ..evidence(RecognisedBy::Values)
    };
    Some(Sniffed::Other { family, evidence })
}

/// Is one of the line's cells an order number, `111-1234567-1234567`?
fn has_order_id(line: &[u8], dialect: Dialect) -> bool {
    let mut has = false;
    Records::new(dialect, 0).push(line, true, &mut |record| {
        has |= record.cells.len() > 1
            && (0..record.cells.len()).any(|cell| {
                let cell = record.cells.get(cell).trim_ascii();
                cell.len() == 19
                    && cell.iter().enumerate().all(|(at, byte)| {
                        if matches!(at, 3 | 11) {
                            *byte == b'-'
                        } else {
                            byte.is_ascii_digit() || at == 0 && *byte == b'S'
                        }
                    })
            });
    });
    has
}

/// "All amounts in USD, unless specified", in any language: the first currency that is named.
fn named_currency(preamble: &[u8]) -> Option<Currency> {
    preamble.split(|byte| !byte.is_ascii_alphanumeric()).find_map(Currency::known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_with_a_password_is_told_from_an_old_one() {
        let directory = |name: &str| {
            [COMPOUND, &name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()].concat()
        };
        for (inside, name, family) in [
            ("EncryptedPackage", "report", "encrypted-workbook"),
            ("Workbook", "report.xls", "old-workbook"),
            ("", "Report.XLSX", "encrypted-workbook"),
            ("__substg1.0", "report.msg", "e-mail"),
        ] {
            assert_eq!(by_signature(&directory(inside), name), Some(family), "{inside} {name}");
        }
    }
}
