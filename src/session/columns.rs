//! What a header's names are among the columns of its report, and what is wrong with them.

use crate::findings::{Findings, Place};
use crate::input::sniff::{self, Name};
use crate::outcome::Columns;
use crate::reports::{Column, Generation, Reading};

/// Which of the report's columns each name of the header is.
pub fn matched(reading: &Reading, names: &[Name]) -> Vec<Option<usize>> {
    let is =
        |name: &Name, column: &Column| name.is(column.name) || column.also.iter().any(|also| name.is(also));
    names.iter().map(|name| reading.columns.iter().position(|column| is(name, column))).collect()
}

/// Finds what is wrong with the header. True: nothing can be read under it.
pub fn judge(
    source: u32,
    reading: &Reading,
    columns: &[Option<usize>],
    translated: bool,
    findings: &mut Findings,
) -> bool {
    let place = |column| Place { source, record: Some(1), column };
    let mut blocked = false;
    for (index, column) in reading.columns.iter().enumerate() {
        let times = columns.iter().filter(|found| **found == Some(index)).count();
        let code = match times {
            0 if column.required && translated => &sniff::COLUMNS_IN_ANOTHER_LANGUAGE,
            0 if column.required => &sniff::COLUMN_MISSING,
            2.. if column.field.is_some() => &sniff::COLUMN_TWICE,
            _ => continue,
        };
        findings.add(code, place(Some(column.name)));
        blocked = true;
    }
    for _ in columns.iter().filter(|column| column.is_none()) {
        findings.add(&sniff::COLUMN_UNKNOWN, place(None));
    }
    blocked
}

/// Which of the file's columns leave and which stay, by name.
pub fn named(reading: &Reading, columns: &[Option<usize>], names: &[Name]) -> Columns {
    let mut named = Columns::default();
    for (cell, (column, name)) in columns.iter().zip(names).enumerate() {
        match column.and_then(|column| reading.columns.get(column)) {
            Some(column) if column.leaves => named.leaving.push(column.name.to_owned()),
            Some(column) => named.staying.push(column.name.to_owned()),
            None => named.staying.push(unknown_name(&name.written, cell)),
        }
    }
    named
}

/// The name of a column nobody has heard of, if it is small letters only, as Amazon's are. It may be somebody's
/// data that slipped into the header, and the list of names goes into the manifest.
fn unknown_name(name: &str, cell: usize) -> String {
    let is_sign = |byte: &u8| {
        byte.is_ascii_lowercase() || matches!(byte, b' ' | b'-' | b'_' | b'/' | b'.' | b'(' | b')')
    };
    let is_name = (1..=40).contains(&name.len()) && name.as_bytes().iter().all(is_sign);
    match is_name {
        true => name.to_owned(),
        false => format!("column {}", cell + 1),
    }
}

/// Which of the forms of its header the report has.
pub fn generation(reading: &Reading, columns: &[Option<usize>]) -> Option<&'static str> {
    let has = |name: &&str| {
        columns
            .iter()
            .flatten()
            .any(|&column| reading.columns.get(column).is_some_and(|column| column.name == *name))
    };
    let fits = |g: &&Generation| g.with.iter().all(has) && !g.without.iter().any(has);
    reading.generations.iter().find(fits).map(|generation| generation.name)
}
