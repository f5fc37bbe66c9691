//! Finding a record again, to show its text to the seller: the file is read a second time from the last known
//! place before it.

use super::desk::Desk;
use crate::input::decode::{Decoder, Encoding};
use crate::input::records::{Dialect, Record, Records};
use crate::input::sniff::Header;
use crate::outcome::{CellText, RecordText};
use crate::reports::Report;

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

/// The search for one record: read the file from [`RecordSearch::start`] and `push` it until the record comes.
#[derive(Clone, Debug)]
pub struct RecordSearch {
    report: &'static Report,
    names: Vec<String>,
    columns: Vec<Option<usize>>,
    dialect: Dialect,
    encoding: Encoding,
    checkpoints: Checkpoints,
    read: u64,
    first: (u64, u64),
    target: u64,
    start: u64,
    reader: Option<(Decoder, Records)>,
}

impl RecordSearch {
    pub(super) fn new(header: &Header, desk: &Desk, encoding: Encoding, below_header: u64) -> Self {
        RecordSearch {
            report: header.report,
            names: header.names.clone(),
            columns: desk.columns.clone(),
            dialect: header.dialect,
            encoding,
            checkpoints: desk.checkpoints.clone(),
            read: desk.ledger.read(),
            first: (1, below_header),
            target: 0,
            start: 0,
            reader: None,
        }
    }

    /// Aimed at a record by its number, the header being 1.
    pub(super) fn aimed_at(&self, number: u64) -> Option<RecordSearch> {
        if number < 2 || number > self.read + 1 {
            return None;
        }
        let before = self.checkpoints.places.iter().rev().find(|(before, _)| *before < number);
        let (before, start) = *before.unwrap_or(&self.first);
        let reader = (Decoder::new(start, self.encoding), Records::new(self.dialect, before));
        Some(RecordSearch { target: number, start, reader: Some(reader), ..self.clone() })
    }

    /// Where in the file to begin reading.
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
        let (mut decoder, mut records) = self.reader.take()?;
        let mut found = None;
        let piece = decoder.decode(bytes, last);
        records.push(piece.text, last, &mut |record| {
            if record.number == self.target {
                found = Some(self.text_of(&record));
            }
        });
        self.reader = Some((decoder, records));
        found
    }

    fn text_of(&self, record: &Record<'_>) -> RecordText {
        let columns = self.report.reading().map_or(&[][..], |reading| reading.columns);
        let cells = (0..record.cells.len())
            .map(|cell| {
                let column = self.columns.get(cell).copied().flatten().and_then(|column| columns.get(column));
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
