//! Reads a payload line by line: CSV with the `csv` crate, NDJSON with serde_json. Neither shares code with what
//! writes it.

use crate::sale_line::{COLUMNS, PayloadKind};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use std::fmt;
use std::io::{self, BufRead, BufReader, Read};

/// What is wrong with a line, in the words behind "line 7: ".
pub type Wrong = String;

/// Takes a line's cells.
type Take<'a> = &'a mut dyn FnMut(&[&[u8]]) -> Result<(), Wrong>;

/// Gives each line's cells and its number in the payload to `take`, until one is wrong. The number and what is wrong.
pub fn csv_lines(payload: impl Read, header: &[&str], take: Take<'_>) -> io::Result<Option<(u64, Wrong)>> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(payload);
    if !reader.byte_headers().map_err(into_io)?.iter().eq(header.iter().map(|name| name.as_bytes())) {
        return Ok(Some((1, "these are not the columns that the manifest speaks of".to_owned())));
    }
    let mut record = csv::ByteRecord::new();
    while reader.read_byte_record(&mut record).map_err(into_io)? {
        let number = record.position().map_or(0, csv::Position::line);
        if record.len() != header.len() {
            return Ok(Some((number, format!("it has {} values instead of {}", record.len(), header.len()))));
        }
        let cells: Vec<&[u8]> = record.iter().collect();
        if let Err(wrong) = take(&cells) {
            return Ok(Some((number, wrong)));
        }
    }
    Ok(None)
}

/// The longest line of JSON that is looked at: sixteen times the longest record.
const LONGEST: u64 = 1 << 20;

/// Gives each line's text to `take`.
pub fn json_lines(
    payload: impl Read,
    take: &mut dyn FnMut(&[u8]) -> Result<(), Wrong>,
) -> io::Result<Option<(u64, Wrong)>> {
    let mut reader = BufReader::new(payload);
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        let read = reader.by_ref().take(LONGEST).read_until(b'\n', &mut line)?;
        let wrong = match line.strip_suffix(b"\n") {
            _ if read == 0 => return Ok(None),
            Some(text) => take(text),
            None if read as u64 == LONGEST => Err("it is longer than any sale line can be".to_owned()),
            None => Err("it does not end".to_owned()),
        };
        if let Err(wrong) = wrong {
            return Ok(Some((number, wrong)));
        }
    }
    Ok(None)
}

/// A line of NDJSON in our own columns, as cells of CSV.
pub fn cells_of(line: &[u8]) -> Result<Vec<String>, Wrong> {
    let Object(entries) =
        serde_json::from_slice(line).map_err(|_| "it is no JSON object of plain values".to_owned())?;
    if !entries.iter().map(|(key, _)| key.as_str()).eq(COLUMNS.iter().map(|column| column.name)) {
        return Err("its keys are not the columns, in their order".to_owned());
    }
    let cells = entries.into_iter().zip(&COLUMNS).map(|((_, value), column)| match (value, column.kind) {
        (Plain::Absent, _) => Ok(String::new()),
        (Plain::Boolean(value), PayloadKind::Boolean) => Ok(value.to_string()),
        (Plain::Integer(value), PayloadKind::Integer) => Ok(value.to_string()),
        (Plain::Text(text), kind)
            if !text.is_empty() && !matches!(kind, PayloadKind::Boolean | PayloadKind::Integer) =>
        {
            Ok(text)
        }
        _ => Err(format!("{} is not what the schema says", column.name)),
    });
    cells.collect()
}

/// An object with its keys as they stand there, twice too.
struct Object(Vec<(String, Plain)>);

#[derive(Deserialize)]
#[serde(untagged)]
enum Plain {
    Absent,
    Boolean(bool),
    Integer(u64),
    Text(String),
}

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = Object;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object, A::Error> {
                let mut entries = Vec::with_capacity(COLUMNS.len());
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Object(entries))
            }
        }
        deserializer.deserialize_map(Entries)
    }
}

fn into_io(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        kind => io::Error::new(io::ErrorKind::InvalidData, format!("{kind:?}")),
    }
}
