//! Does a payload agree with its manifest? Read once, in constant memory, with other readers than what wrote it: the
//! `csv` crate and serde_json; and added up by other code than the core's.
//!
//! Of a payload in our own columns, CSV or NDJSON: size, digest and size of parts; the columns; of every line its
//! required cells, kinds, values and signs, and that amounts have the currency's digits; the days; and every sum in the
//! manifest's totals. Of one in a service's template, which does not hold all of a line: size, digest, columns, the
//! number of transactions, and what was charged and the tax on it, as far as the template has them by currency.
//!
//! Constant memory has its price. A line id that comes again is found within 65,536 lines, and not further on. Numbers
//! of orders are not compared.

mod lines;
mod sale;
mod sums;
mod transactions;

use crate::fields::date;
use crate::options::{DateRange, PayloadFormat, TemplateName};
use crate::outcome::Manifest;
use crate::output::cells::place;
use crate::output::digest::{Hasher, PART};
use crate::output::templates;
use crate::sale_line::{COLUMNS, SCHEMA_NAME, SCHEMA_VERSION};
use lines::Wrong;
use std::collections::{BTreeSet, HashSet, VecDeque};
use std::io::{self, Read};
use sums::ByCurrency;

/// Something in which payload and manifest differ.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Mismatch {
    pub code: &'static str,
    pub message: String,
}

/// An empty list: they agree. `payload`: as it is before it is packed.
pub fn verify(manifest: &Manifest, payload: impl Read) -> io::Result<Vec<Mismatch>> {
    let mut mismatches = Vec::new();
    let mut differ = |code, message: String| mismatches.push(Mismatch { code, message });
    if (manifest.schema.name.as_str(), manifest.schema.version) != (SCHEMA_NAME, SCHEMA_VERSION) {
        let theirs = &manifest.schema;
        let message = format!(
            "The manifest speaks of schema {} version {}, this program of {SCHEMA_NAME} version {SCHEMA_VERSION}.",
            theirs.name, theirs.version
        );
        differ("schema", message);
        return Ok(mismatches);
    }
    judge_counts(manifest, &mut differ);
    let claimed = &manifest.payload;
    let mut hashing = Hashing { inner: payload, hasher: Hasher::new(false) };
    let wrong = match (claimed.template, claimed.format) {
        (TemplateName::Canonical, format) => {
            let mut content = Content::new(manifest);
            let wrong = content.read(&mut hashing, format)?;
            if wrong.is_none() {
                content.compare(manifest, &mut differ);
            }
            wrong
        }
        (template, format) => match templates::layout(template, format) {
            Some(layout) => transactions::read(layout, manifest, &mut hashing, &mut differ)?,
            None => {
                differ(
                    "template",
                    "The manifest speaks of a template in a format that it does not come in.".to_owned(),
                );
                None
            }
        },
    };
    if let Some((line, wrong)) = wrong {
        differ("line", format!("line {line}: {wrong}."));
    }
    // What a reader that stopped early has not seen still counts for the digest.
    io::copy(&mut hashing, &mut io::sink())?;
    let (bytes, digest) = (hashing.hasher.bytes(), hashing.hasher.hex());
    if bytes != claimed.bytes {
        differ("bytes", format!("The payload has {bytes} bytes, the manifest says {}.", claimed.bytes));
    }
    if digest.as_deref() != Ok(claimed.sha256_tree.as_str()) {
        differ("digest", "The payload's digest is not the one in the manifest.".to_owned());
    }
    Ok(mismatches)
}

/// What the manifest says of itself.
fn judge_counts(manifest: &Manifest, differ: &mut dyn FnMut(&'static str, String)) {
    let (lines, ledger) = (manifest.payload.lines, manifest.ledger);
    if ledger.lines() != lines {
        let message = format!(
            "The manifest counts {} accepted and repaired records and {lines} sale lines.",
            ledger.lines()
        );
        differ("ledger", message);
    }
    if ledger.rejected() > 0 && !manifest.rejected_left_out {
        let message = format!(
            "The manifest counts {} rejected records that nobody agreed to leave out.",
            ledger.rejected()
        );
        differ("rejected", message);
    }
    if manifest.payload.part_bytes as usize != PART {
        let message = format!(
            "The manifest speaks of parts of {} bytes, this program makes digests of parts of {PART}.",
            manifest.payload.part_bytes
        );
        differ("parts", message);
    }
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

/// What the lines of a payload in our own columns come to.
struct Content {
    lines: u64,
    sums: ByCurrency,
    days: BTreeSet<i32>,
    seen: Seen,
    refunds_above_zero: bool,
}

impl Content {
    fn new(manifest: &Manifest) -> Self {
        Content {
            lines: 0,
            sums: ByCurrency::default(),
            days: BTreeSet::new(),
            seen: Seen::default(),
            refunds_above_zero: manifest.findings.contains_key("refund-above-zero"),
        }
    }

    /// Reads every line; stops at the first one that does not hold.
    fn read(&mut self, payload: impl Read, format: PayloadFormat) -> io::Result<Option<(u64, Wrong)>> {
        match format {
            PayloadFormat::Csv => {
                let header = COLUMNS.map(|column| column.name);
                lines::csv_lines(payload, &header, &mut |cells| self.add(cells))
            }
            PayloadFormat::Ndjson => lines::json_lines(payload, &mut |line| {
                let cells = lines::cells_of(line)?;
                self.add(&cells.iter().map(String::as_bytes).collect::<Vec<_>>())
            }),
        }
    }

    fn add(&mut self, cells: &[&[u8]]) -> Result<(), Wrong> {
        let sale = sale::judge(cells, self.refunds_above_zero)?;
        let id = cells.get(const { place("line_id") }).copied().unwrap_or_default();
        if !self.seen.is_new(id) {
            return Err("line_id is that of a line before it".to_owned());
        }
        self.lines += 1;
        self.sums.add(&sale);
        if let Some(day) = date::read_iso(sale.tax_date.as_bytes()) {
            self.days.insert(day.day_number());
        }
        Ok(())
    }

    fn compare(&self, manifest: &Manifest, differ: &mut dyn FnMut(&'static str, String)) {
        let claimed = manifest.payload.lines;
        if self.lines != claimed {
            differ(
                "lines",
                format!("The payload has {} sale lines, the manifest says {claimed}.", self.lines),
            );
        }
        for difference in self.sums.differences(&manifest.totals) {
            differ("totals", difference);
        }
        let dates = manifest.dates.as_ref();
        let (first, last) = (self.days.first(), self.days.last());
        let range = first.zip(last).map(|(first, last)| (day_name(*first), day_name(*last)));
        if range != dates.map(|dates| (dates.first.clone(), dates.last.clone()))
            || dates.is_some_and(|dates| dates.gaps != self.gaps())
        {
            differ("dates", "The days of the payload's lines are not those of the manifest.".to_owned());
        }
    }

    fn gaps(&self) -> Vec<DateRange> {
        let pairs = self.days.iter().zip(self.days.iter().skip(1));
        let gap =
            |(day, next): (&i32, &i32)| DateRange { first: day_name(day + 1), last: day_name(next - 1) };
        pairs.filter(|(day, next)| *next - *day > 1).map(gap).collect()
    }
}

fn day_name(day: i32) -> String {
    let (year, month, day) = date::from_day_number(day);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The ids of the last lines.
#[derive(Default)]
struct Seen {
    ids: HashSet<Box<[u8]>>,
    in_order: VecDeque<Box<[u8]>>,
}

impl Seen {
    const MOST: usize = 1 << 16;

    fn is_new(&mut self, id: &[u8]) -> bool {
        if self.in_order.len() == Self::MOST
            && let Some(oldest) = self.in_order.pop_front()
        {
            self.ids.remove(&oldest);
        }
        self.in_order.push_back(id.into());
        self.ids.insert(id.into())
    }
}
