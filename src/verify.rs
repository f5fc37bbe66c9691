//! Does a payload agree with its manifest? Read once, in constant memory, with another reader than the one that
//! wrote it: the `csv` crate.

use crate::fields::{Currency, amount, date};
use crate::outcome::Manifest;
use crate::output::digest::Hasher;
use crate::sale_line::{COLUMNS, PayloadKind, SCHEMA_NAME, SCHEMA_VERSION};
use std::collections::BTreeMap;
use std::io::{self, Read};

/// Something in which payload and manifest differ.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Mismatch {
    pub code: &'static str,
    pub message: String,
}

/// Compares digest, size, schema, counts and totals. An empty list: they agree.
pub fn verify(manifest: &Manifest, payload: impl Read) -> io::Result<Vec<Mismatch>> {
    let mut mismatches = Vec::new();
    let mut differ = |code, message: String| mismatches.push(Mismatch { code, message });
    if (manifest.schema.name.as_str(), manifest.schema.version) != (SCHEMA_NAME, SCHEMA_VERSION) {
        differ(
            "schema",
            format!(
                "The manifest speaks of schema {} version {}, this program of {SCHEMA_NAME} version {SCHEMA_VERSION}.",
                manifest.schema.name, manifest.schema.version
            ),
        );
        return Ok(mismatches);
    }
    if manifest.ledger.lines() != manifest.payload.lines {
        differ(
            "ledger",
            format!(
                "The manifest counts {} accepted and repaired records and {} sale lines.",
                manifest.ledger.lines(),
                manifest.payload.lines
            ),
        );
    }
    if manifest.ledger.rejected() > 0 && !manifest.rejected_left_out {
        differ(
            "rejected",
            format!(
                "The manifest counts {} rejected records that nobody agreed to leave out.",
                manifest.ledger.rejected()
            ),
        );
    }
    let mut hashing = Hashing { inner: payload, hasher: Hasher::new(false) };
    let content = read_lines(&mut hashing, &mut differ)?;
    // What a reader that stopped early has not seen still counts for the digest.
    io::copy(&mut hashing, &mut io::sink())?;
    let (bytes, digest) = (hashing.hasher.bytes(), hashing.hasher.hex());
    if bytes != manifest.payload.bytes {
        differ(
            "bytes",
            format!("The payload has {bytes} bytes, the manifest says {}.", manifest.payload.bytes),
        );
    }
    if digest.as_deref() != Ok(manifest.payload.sha256_tree.as_str()) {
        differ("digest", "The payload's digest is not the one in the manifest.".to_owned());
    }
    if let Some(content) = content {
        if content.lines != manifest.payload.lines {
            differ(
                "lines",
                format!(
                    "The payload has {} sale lines, the manifest says {}.",
                    content.lines, manifest.payload.lines
                ),
            );
        }
        let claimed = manifest
            .totals
            .iter()
            .map(|total| (total.currency.clone().unwrap_or_default(), total.sums.item_amount.clone()))
            .collect();
        if content.item_amounts() != claimed {
            differ(
                "totals",
                "The item amounts in the payload do not add up to the manifest's totals.".to_owned(),
            );
        }
    }
    Ok(mismatches)
}

/// Hashes what passes through.
struct Hashing<R> {
    inner: R,
    hasher: Hasher,
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.hasher.update(buffer.get(..read).unwrap_or_default());
        Ok(read)
    }
}

#[derive(Default)]
struct Content {
    lines: u64,
    /// By currency, in its smallest unit.
    sums: BTreeMap<String, i128>,
}

impl Content {
    fn item_amounts(&self) -> BTreeMap<String, String> {
        self.sums
            .iter()
            .map(|(currency, sum)| {
                let mut text = Vec::new();
                amount::write(*sum, digits(currency), &mut text);
                (currency.clone(), String::from_utf8(text).unwrap_or_default())
            })
            .collect()
    }
}

fn digits(currency: &str) -> u8 {
    Currency::known(currency.as_bytes()).map_or(2, |currency| currency.digits())
}

/// Reads every line; stops at the first one that the schema does not allow.
fn read_lines(
    payload: impl Read,
    differ: &mut dyn FnMut(&'static str, String),
) -> io::Result<Option<Content>> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(payload);
    let header = reader.byte_headers().map_err(into_io)?;
    if !header.iter().eq(COLUMNS.iter().map(|column| column.name.as_bytes())) {
        differ("header", "The payload's first line does not hold the columns of a sale line.".to_owned());
        return Ok(None);
    }
    let currency_at = COLUMNS.iter().position(|column| column.name == "currency").unwrap_or_default();
    let amount_at = COLUMNS.iter().position(|column| column.name == "item_amount").unwrap_or_default();
    let mut content = Content::default();
    let mut record = csv::ByteRecord::new();
    while reader.read_byte_record(&mut record).map_err(into_io)? {
        content.lines += 1;
        let line = content.lines;
        if record.len() != COLUMNS.len() {
            differ(
                "cells",
                format!("Sale line {line} has {} values instead of {}.", record.len(), COLUMNS.len()),
            );
            return Ok(None);
        }
        let currency = String::from_utf8_lossy(record.get(currency_at).unwrap_or_default()).into_owned();
        let wrong = COLUMNS
            .iter()
            .zip(&record)
            .find(|(column, cell)| !is_of_kind(cell, column.kind, column.required, &currency));
        if let Some((column, _)) = wrong {
            differ("value", format!("In sale line {line}, {} is not what the schema says.", column.name));
            return Ok(None);
        }
        let amount = record.get(amount_at).unwrap_or_default();
        let sum = content.sums.entry(currency.clone()).or_default();
        if let Some(units) = amount::read_plain(amount, Currency::known(currency.as_bytes())) {
            *sum += i128::from(units.0);
        }
    }
    Ok(Some(content))
}

fn is_of_kind(cell: &[u8], kind: PayloadKind, required: bool, currency: &str) -> bool {
    if cell.is_empty() {
        return !required;
    }
    match kind {
        PayloadKind::String => std::str::from_utf8(cell).is_ok(),
        PayloadKind::Boolean => matches!(cell, b"true" | b"false"),
        PayloadKind::Integer => cell.iter().all(u8::is_ascii_digit),
        PayloadKind::Number => amount::read_plain(cell, Currency::known(currency.as_bytes())).is_some(),
        PayloadKind::Date => date::read_iso(cell).is_some_and(|date| !date.has_time()),
        PayloadKind::Datetime => date::read_iso(cell).is_some(),
    }
}

fn into_io(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        kind => io::Error::new(io::ErrorKind::InvalidData, format!("{kind:?}")),
    }
}
