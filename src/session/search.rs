//! Finding a record again, to show its text to the seller: the file is read a second time from the last known
//! place before it.

use super::judge::{Judge, Notes};
use super::reading::{Reading, with_line_feeds};
use crate::clean;
use crate::fields::{Kind, Survey, state};
use crate::findings::{Code, Effect, Findings, Severity};
use crate::input::decode::{Decoder, Encoding, Platform, Reader};
use crate::input::records::{Dialect, Record, Records};
use crate::options::Edit;
use crate::outcome::{CellFinding, CellRepair, CellText, Fate, LineCell, RecordText};
use crate::output::cells::{self, place};
use crate::output::csv;
use crate::output::line::Line;
use crate::reports::{Cells, Component, Field, OwnedCells, Row};
use crate::sale_line::COLUMNS;
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
pub(super) struct SearchPlan {
    judge: Rc<Judge>,
    /// For the severities in force.
    findings: Findings,
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
            judge: Rc::clone(&reading.desk.judge),
            findings: reading.desk.findings.alike(),
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
    edits: Vec<Edit>,
    start: u64,
    decoder: Decoder,
    records: Records,
    /// Bytes of the text above the first record.
    skip: usize,
}

impl RecordSearch {
    /// Aimed at a record by its number, the header being 1.
    pub(super) fn new(
        plan: &Rc<SearchPlan>,
        number: u64,
        edits: Vec<Edit>,
        platform: &dyn Platform,
    ) -> Option<RecordSearch> {
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
            edits,
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
        let RecordSearch { plan, target, edits, decoder, records, skip, .. } = self;
        let mut found = None;
        let mut look = |record: Record<'_>| {
            if record.number == *target {
                found = Some(plan.text_of(&record, edits));
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
    fn text_of(&self, record: &Record<'_>, edits: &[Edit]) -> RecordText {
        let judge = &*self.judge;
        let mut trial = Trial {
            plan: self,
            number: record.number,
            findings: Vec::new(),
            repairs: Vec::new(),
            line: None,
            sent_as: [COLUMNS.len(); Field::COUNT],
            survey: Survey::default(),
        };
        let (changed, _) = judge.edit(record.cells, edits);
        let fate = match judge.form(record, false, &[]) {
            Some(code) => {
                trial.found(code, None);
                if code.effect == Effect::SetsAside { Fate::SetAside } else { Fate::Rejected }
            }
            None => judge.record(changed.cells(), false, &mut trial),
        };
        let cells = (0..record.cells.len()).map(|at| self.cell(at, &changed, edits, &trial)).collect();
        let Trial { findings, repairs, line, .. } = trial;
        RecordText { record: record.number, fate, cells, line, findings, repairs }
    }

    fn cell(&self, at: usize, changed: &OwnedCells, edits: &[Edit], trial: &Trial<'_>) -> CellText {
        let column = self.judge.column(at);
        let name = column.map(|column| column.name);
        let text = changed.cells().get(at);
        let is_wrong = name.is_some() && trial.findings.iter().any(|found| found.column == name);
        let is_state =
            column.and_then(|column| column.field).is_some_and(|field| field.kind() == Kind::State);
        let candidates = match is_wrong && is_state {
            true => state::candidates(text),
            false => Vec::new(),
        };
        CellText {
            header: self.judge.names().get(at).map(|name| name.written.clone()).unwrap_or_default(),
            column: name,
            text: String::from_utf8_lossy(text).into_owned(),
            leaves: column.is_some_and(|column| column.leaves),
            sent_as: column
                .filter(|column| column.leaves)
                .and_then(|column| COLUMNS.get(*trial.sent_as.get(column.field? as usize)?))
                .map(|column| column.name),
            edited: edits.iter().any(|edit| name.is_some_and(|name| name == edit.column)),
            candidates: candidates.iter().map(|state| state.name()).collect(),
        }
    }
}

/// One record judged by itself.
struct Trial<'a> {
    plan: &'a SearchPlan,
    number: u64,
    findings: Vec<CellFinding>,
    repairs: Vec<CellRepair>,
    line: Option<Vec<LineCell>>,
    /// Of each field.
    sent_as: [usize; Field::COUNT],
    survey: Survey,
}

/// Cold: asked for one record at a time, and small rather than fast.
#[cold]
#[inline(never)]
fn line_of(row: &Row<'_>, number: u64, plus4: bool) -> Option<Vec<LineCell>> {
    let (order, date) = (clean::order_id(row)?, clean::tax_date(row)?);
    let identity = clean::identity(row, &mut Vec::new())?;
    let mut draft = Line::default();
    csv::line(&clean::sale_line(row, order, date, identity, number), plus4, &mut draft);
    let mut cells = cells::Cells::default();
    cells.read(draft.as_bytes());
    let text = |at| String::from_utf8_lossy(cells.get(at)).into_owned();
    let named = COLUMNS.iter().enumerate();
    Some(named.map(|(at, column)| LineCell { column: column.name, text: text(at) }).collect())
}

/// Into which of the payload's columns a field of this row goes; past the last where into none by itself. `clean.rs` puts
/// it there.
fn sent_as(row: &Row<'_>, field: Field) -> usize {
    // Amounts come in pairs, with their tax.
    const ITEM: usize = place("item_amount");
    let component = row.component().unwrap_or(Component::Item);
    match field {
        Field::TransactionType => const { place("transaction_type") },
        Field::Currency => const { place("currency") },
        Field::Country => const { place("ship_to_country") },
        Field::State => const { place("ship_to_state") },
        Field::PostalCode => const { place("ship_to_postal_code") },
        Field::City => const { place("ship_to_city") },
        Field::OrderId => const { place("order_id") },
        Field::ShipmentId => const { place("shipment_id") },
        Field::OrderedAt => const { place("ordered_at") },
        Field::ShippedAt => const { place("shipped_at") },
        Field::PostedAt if row.tax_date_field() == field => const { place("tax_date") },
        Field::Sku => const { place("sku") },
        Field::Quantity => const { place("quantity") },
        Field::ItemAmount => ITEM + 2 * component as usize,
        Field::ItemTax | Field::RebateTax => ITEM + 1 + 2 * component as usize,
        Field::ShippingAmount => const { place("shipping_amount") },
        Field::ShippingTax => const { place("shipping_tax") },
        Field::GiftWrapAmount => const { place("gift_wrap_amount") },
        Field::GiftWrapTax => const { place("gift_wrap_tax") },
        Field::ItemDiscount => const { place("item_discount") },
        Field::ShippingDiscount => const { place("shipping_discount") },
        Field::FulfillmentCenter => const { place("ship_from_code") },
        Field::FulfillmentChannel => const { place("fulfilled_by") },
        Field::SalesChannel => const { place("sales_channel") },
        Field::CollectionModel | Field::CollectionParty => const { place("tax_collected_by") },
        _ => COLUMNS.len(),
    }
}

impl Notes for Trial<'_> {
    fn found(&mut self, code: &'static Code, column: Option<&'static str>) -> Severity {
        let severity = self.plan.findings.severity(code);
        self.findings.push(CellFinding { code: code.slug, severity, column });
        severity
    }

    fn repaired(&mut self, code: &'static Code, column: Option<&'static str>, _: &[u8], after: &[u8]) {
        let after = String::from_utf8_lossy(after).into_owned();
        self.repairs.push(CellRepair { code: code.slug, column, after });
    }

    fn survey(&mut self) -> &mut Survey {
        &mut self.survey
    }

    fn open_date(&mut self, _: &Row<'_>, _: usize, _: [(u16, u8); 2]) {}

    fn was_sold_before<'a>(&mut self, _: &mut Row<'a>, _: Cells<'a>) -> Option<&'static Code> {
        None
    }

    fn accept(&mut self, row: &Row<'_>, repaired: bool) -> Fate {
        for (column, field) in self.sent_as.iter_mut().zip(Field::ALL) {
            *column = sent_as(row, *field);
        }
        self.line = line_of(row, self.number, self.plan.judge.plus4);
        if repaired { Fate::Repaired } else { Fate::Accepted }
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
