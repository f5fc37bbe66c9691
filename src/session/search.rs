//! Finding a record again, to show its text to the seller: the file is read a second time from the last known
//! place before it.

use super::reading::{Reading, with_line_feeds};
use crate::input::decode::{Decoder, Encoding, Platform, Reader};
use crate::input::records::{Dialect, Record, Records};
use crate::outcome::{CellText, RecordText};
use crate::reports::Column;
use std::rc::Rc;

/// Where in the file some records begin. Never more than [`Checkpoints::MOST`] places: when there are too many,
/// every other one is dropped.
#[derive(Clone, Debug)]
pub(super) struct Checkpoints {
    /// The number of a record, and where the next one begins.
    places: Vec<(u64, u64)>,
    every: u64,
}

impl Default for Checkpoints {
    fn default() -> Self {
        Checkpoints { places: Vec::new(), every: 256 }
    }
}

impl Checkpoints {
    const MOST: usize = 4096;

    pub fn is_due(&self, number: u64) -> bool {
        number.is_multiple_of(self.every)
    }

    pub fn mark(&mut self, number: u64, position: Option<u64>) {
        let Some(position) = position else { return };
        self.places.push((number, position));
        if self.places.len() == Self::MOST {
            self.every *= 2;
            let every = self.every;
            self.places.retain(|(number, _)| number.is_multiple_of(every));
        }
    }
}

/// How the records of a source are found again.
#[derive(Debug)]
pub(super) struct SearchPlan {
    columns: Vec<Option<&'static Column>>,
    names: Vec<String>,
    dialect: Dialect,
    pub reader: Reader,
    checkpoints: Checkpoints,
    read: u64,
    /// Where the text below the header begins, in bytes of the file and in bytes of the text.
    below_header: Option<u64>,
    header_end: usize,
    /// The byte order mark's length.
    mark: usize,
    only_returns: bool,
}

impl SearchPlan {
    pub fn new(reading: &Reading) -> Self {
        SearchPlan {
            columns: reading.desk.columns().collect(),
            names: reading.header.names.iter().map(|name| name.written.clone()).collect(),
            dialect: reading.header.dialect,
            reader: reading.reader(),
            checkpoints: reading.checkpoints.clone(),
            read: reading.desk.ledger.read(),
            below_header: reading.below_header,
            header_end: reading.header.end,
            mark: reading.mark,
            only_returns: reading.only_returns,
        }
    }
}

/// The search for one record: read the file from [`RecordSearch::start`] and `push` it until the record comes.
pub struct RecordSearch {
    plan: Rc<SearchPlan>,
    target: u64,
    start: u64,
    decoder: Decoder,
    records: Records,
    /// Bytes of the text above the first record.
    skip: usize,
}

impl RecordSearch {
    /// Aimed at a record by its number, the header being 1.
    pub(super) fn new(plan: &Rc<SearchPlan>, number: u64, platform: &dyn Platform) -> Option<RecordSearch> {
        if number < 2 || number > plan.read + 1 {
            return None;
        }
        let near = plan.checkpoints.places.iter().rev().find(|(before, _)| *before < number).copied();
        // Where nobody can tell a place in the file, it is read from its beginning.
        let known = near.or_else(|| Some((1, plan.below_header?)));
        let (before, start, skip) = match known {
            Some((before, start)) => (before, start, 0),
            None => (1, plan.mark as u64, plan.header_end),
        };
        Some(RecordSearch {
            plan: Rc::clone(plan),
            target: number,
            start,
            decoder: Decoder::new(start, plan.reader, platform),
            records: Records::new(plan.dialect, before),
            skip,
        })
    }

    /// Where in the file to begin reading; where the file was unwrapped, in what came out.
    pub fn start(&self) -> u64 {
        self.start
    }

    /// The next bytes of the file; the record's text as soon as it is whole.
    pub fn push(&mut self, bytes: &[u8]) -> Option<RecordText> {
        self.read_on(bytes, false)
    }

    /// The end of the file.
    pub fn finish(&mut self) -> Option<RecordText> {
        self.read_on(&[], true)
    }

    fn read_on(&mut self, bytes: &[u8], last: bool) -> Option<RecordText> {
        let RecordSearch { plan, target, decoder, records, skip, .. } = self;
        let mut found = None;
        let mut look = |record: Record<'_>| {
            if record.number == *target {
                found = Some(plan.text_of(&record));
            }
        };
        let mut buffer = Vec::new();
        let bytes = with_line_feeds(bytes, plan.only_returns, &mut buffer);
        decoder.decode(bytes, last, &mut |piece| {
            let start = piece.text.len().min(*skip);
            *skip -= start;
            records.push(piece.text.get(start..).unwrap_or_default(), false, &mut look);
        });
        if last {
            records.push(&[], true, &mut look);
        }
        found
    }
}

impl SearchPlan {
    fn text_of(&self, record: &Record<'_>) -> RecordText {
        let cells = (0..record.cells.len())
            .map(|cell| {
                let column = self.columns.get(cell).copied().flatten();
                CellText {
                    header: self.names.get(cell).cloned().unwrap_or_default(),
                    column: column.map(|column| column.name),
                    text: String::from_utf8_lossy(record.cells.get(cell)).into_owned(),
                    leaves: column.is_some_and(|column| column.leaves),
                }
            })
            .collect();
        RecordText { record: record.number, cells }
    }
}

/// The search for cells that show whether the encoding is the right one: those with letters beyond ASCII, as bytes,
/// for the seller's eyes. Push the source from its beginning.
#[derive(Debug, Default)]
pub struct SampleSearch {
    wide: bool,
    cell: Vec<u8>,
    samples: Vec<Vec<u8>>,
    /// The first half of a UTF-16 sign.
    half: Option<u8>,
}

impl SampleSearch {
    const MOST: usize = 3;
    const LONGEST: usize = 120;

    pub(super) fn new(encoding: Encoding) -> Self {
        SampleSearch {
            wide: matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be),
            ..SampleSearch::default()
        }
    }

    /// True: there are enough.
    pub fn push(&mut self, bytes: &[u8]) -> bool {
        for &byte in bytes {
            if self.samples.len() == Self::MOST {
                return true;
            }
            if !self.wide {
                self.take(&[byte]);
            } else if let Some(first) = self.half.take() {
                self.take(&[first, byte]);
            } else {
                self.half = Some(byte);
            }
        }
        self.samples.len() == Self::MOST
    }

    fn take(&mut self, unit: &[u8]) {
        // No sign of these encodings has such a byte as a part, but for UTF-16's zeros.
        let ends = unit.iter().all(|&byte| matches!(byte, 0 | b'\t' | b'\n' | b'\r' | b',' | b';' | b'"'));
        if !ends {
            if self.cell.len() < Self::LONGEST {
                self.cell.extend_from_slice(unit);
            }
            return;
        }
        let cell = std::mem::take(&mut self.cell);
        let beyond = match self.wide {
            false => !cell.is_ascii(),
            true => cell.as_chunks::<2>().0.iter().any(|pair| !pair.contains(&0) || !pair.is_ascii()),
        };
        if beyond && !self.samples.contains(&cell) {
            self.samples.push(cell);
        }
    }

    pub fn samples(self) -> Vec<Vec<u8>> {
        self.samples
    }
}
