//! Where each record is judged: read, checked, cleaned, counted.

use super::search::Checkpoints;
use crate::clean;
use crate::fault::Fault;
use crate::fields::{Conventions, Survey};
use crate::findings::{Code, Effect, Finding, Findings, Place, Repair, Severity};
use crate::identities::Identities;
use crate::input::decode::Piece;
use crate::input::records::{self, Form, Record};
use crate::input::sniff::{self, Header};
use crate::outcome::{Columns, Fate, Options, PayloadDigest, RowLedger};
use crate::output::csv;
/// The payload goes out in parts of this size, so that a digest is made of each.
use crate::output::digest::{Hasher, PART};
use crate::reports::{Layout, Reading, Remarked, Row, plain_name, same_name};
use crate::rules::{self, Context, Rule};
use crate::totals::Totals;
use std::collections::VecDeque;
use std::rc::Rc;

pub(super) struct Desk {
    layout: Rc<Layout>,
    /// What the header calls each cell, as an index into the report's columns.
    pub(super) columns: Vec<Option<usize>>,
    named: Columns,
    generation: Option<&'static str>,
    /// The file as a whole cannot be used: its records are counted, and no more.
    blocked: bool,
    rules: Vec<&'static Rule>,
    context: Context,
    conventions: Conventions,
    survey: Survey,
    plus4: bool,
    pub(super) ledger: RowLedger,
    findings: Findings,
    totals: Totals,
    identities: Identities,
    lines: u64,
    payload: Vec<u8>,
    pub(super) digest: Hasher,
    pub(super) parts: VecDeque<Vec<u8>>,
    pub(super) checkpoints: Checkpoints,
    /// Kept for its memory.
    identity: Vec<u8>,
}

/// What is left when all records have been taken.
pub(super) struct Closed {
    pub ledger: RowLedger,
    pub findings: Vec<Finding>,
    pub repairs: Vec<Repair>,
    pub blocked: bool,
    pub totals: Totals,
    pub payload: PayloadDigest,
    pub columns: Columns,
    pub generation: Option<&'static str>,
}

impl Desk {
    /// `None` if the report is not one that is read.
    pub fn new(options: &Options, header: &Header, hashed_by_host: bool) -> Option<Desk> {
        let reading = header.report.reading()?;
        let columns = match_columns(reading, &header.names);
        let layout = Layout::new(reading, &columns, header.dialect.quoted);
        let mut findings = Findings::new(options.max_places as usize, options.severities.clone());
        let blocked = judge_columns(reading, &columns, &mut findings);
        let mut payload = Vec::with_capacity(PART + PART / 8);
        csv::header(&mut payload);
        Some(Desk {
            named: name_columns(reading, &columns, &header.names),
            generation: generation(reading, &columns),
            blocked,
            rules: rules::applicable(&layout),
            context: Context { now: options.now },
            conventions: Conventions::default(),
            survey: Survey::default(),
            plus4: options.postal_code_plus4,
            ledger: RowLedger::default(),
            findings,
            totals: Totals::default(),
            identities: Identities::default(),
            lines: 0,
            payload,
            digest: Hasher::new(hashed_by_host),
            parts: VecDeque::new(),
            checkpoints: Checkpoints::default(),
            identity: Vec::new(),
            layout: Rc::new(layout),
            columns,
        })
    }

    /// Judges one record and counts it, whatever it is.
    pub fn take(&mut self, record: &Record<'_>, piece: &Piece<'_>) {
        if self.checkpoints.is_due(record.number) {
            self.checkpoints.mark(record.number, piece.position(record.end));
        }
        let fate = match self.judge_form(record) {
            Some(code) => {
                self.find(code, record.number, None);
                if code.effect == Effect::SetsAside { Fate::SetAside } else { Fate::Rejected }
            }
            None if self.blocked => Fate::Rejected,
            None => self.judge_row(record),
        };
        self.ledger.count(fate);
    }

    /// What is wrong with the record before any of its cells is read.
    fn judge_form(&self, record: &Record<'_>) -> Option<&'static Code> {
        let wanted = self.columns.len();
        let cells = record.cells.len();
        match record.form {
            Form::Blank => Some(&records::RECORD_BLANK),
            Form::TooLong => Some(&records::RECORD_TOO_LONG),
            Form::UnclosedQuote => Some(&records::QUOTE_NEVER_CLOSED),
            _ if record.has_nul => Some(&records::RECORD_HAS_NUL),
            Form::LastWithoutLineEnd if cells < wanted => Some(&records::RECORD_CUT_OFF),
            _ if cells < wanted => Some(&records::TOO_FEW_CELLS),
            // Empty cells past the last column are what a spreadsheet adds.
            _ if cells > wanted
                && (wanted..cells).any(|cell| !record.cells.get(cell).trim_ascii().is_empty()) =>
            {
                Some(&records::TOO_MANY_CELLS)
            }
            _ => None,
        }
    }

    fn judge_row(&mut self, record: &Record<'_>) -> Fate {
        let layout = Rc::clone(&self.layout);
        let conventions = self.conventions;
        let mut row = Row::open(&layout, record.cells, &conventions);
        if let Some((code, field)) = rules::set_aside(&row) {
            self.find(code, record.number, layout.column(field));
            return if code.effect == Effect::SetsAside { Fate::SetAside } else { Fate::Rejected };
        }
        let mut remarks: Vec<Remarked<'_>> = Vec::new();
        row.read(record.cells, &mut remarks, &mut self.survey);
        let mut rejected = false;
        let mut repaired = false;
        for Remarked { field, remark, before } in &remarks {
            let column = layout.column(*field);
            match remark.after.text() {
                Some(after) => {
                    repaired = true;
                    let place = Place { source: 0, record: Some(record.number), column };
                    self.findings.add_repair(remark.code, place, before, after);
                }
                None => rejected |= self.find(remark.code, record.number, column) == Severity::Error,
            }
        }
        for rule in &self.rules {
            if let Some(field) = (rule.check)(&row, &self.context) {
                let place = Place { source: 0, record: Some(record.number), column: layout.column(field) };
                self.findings.add(&rule.code, place);
                rejected |= self.findings.severity(&rule.code) == Severity::Error;
            }
        }
        match rejected {
            true => Fate::Rejected,
            false => self.accept(&row, record.number, repaired),
        }
    }

    fn accept(&mut self, row: &Row<'_>, number: u64, repaired: bool) -> Fate {
        let Some(identity) = clean::identity(row, &mut self.identity) else { return Fate::Rejected };
        let Some(mut line) = clean::sale_line(row, number, identity, 1) else { return Fate::Rejected };
        line.occurrence = self.identities.add(identity);
        if line.occurrence > 1 && self.find(&rules::LINE_REPEATED, number, None) == Severity::Error {
            return Fate::Rejected;
        }
        csv::line(&line, self.plus4, &mut self.payload);
        self.lines += 1;
        self.totals.add(&line);
        if self.payload.len() >= PART {
            let mut rest = Vec::with_capacity(PART + PART / 8);
            rest.extend_from_slice(self.payload.get(PART..).unwrap_or_default());
            self.payload.truncate(PART);
            let part = std::mem::replace(&mut self.payload, rest);
            self.hand_out(part);
        }
        if repaired { Fate::Repaired } else { Fate::Accepted }
    }

    fn hand_out(&mut self, part: Vec<u8>) {
        self.digest.update(&part);
        self.parts.push_back(part);
    }

    /// Notes a finding about a record, and says how grave it is.
    fn find(&mut self, code: &'static Code, record: u64, column: Option<&'static str>) -> Severity {
        self.findings.add(code, Place { source: 0, record: Some(record), column });
        self.findings.severity(code)
    }

    /// No record comes any more: hands out the last part of the payload.
    pub fn end(&mut self) {
        if self.ledger.read() == 0 {
            self.findings.add(&sniff::NO_RECORDS, Place { source: 0, record: None, column: None });
        }
        let last = std::mem::take(&mut self.payload);
        self.hand_out(last);
    }

    pub fn close(self) -> Result<Closed, Fault> {
        let (findings, repairs) = self.findings.into_lists();
        let payload = PayloadDigest {
            format: "csv".to_owned(),
            lines: self.lines,
            bytes: self.digest.bytes(),
            sha256_tree: self.digest.hex()?,
        };
        Ok(Closed {
            ledger: self.ledger,
            findings,
            repairs,
            blocked: self.blocked,
            totals: self.totals,
            payload,
            columns: self.named,
            generation: self.generation,
        })
    }
}

/// Which of the report's columns each name of the header is.
fn match_columns(reading: &Reading, names: &[String]) -> Vec<Option<usize>> {
    names
        .iter()
        .map(|name| {
            let plain = plain_name(name.as_bytes());
            reading.columns.iter().position(|column| {
                same_name(&plain, column.name) || column.also.iter().any(|also| same_name(&plain, also))
            })
        })
        .collect()
}

/// Finds what is wrong with the header. True: nothing can be read under it.
fn judge_columns(reading: &Reading, columns: &[Option<usize>], findings: &mut Findings) -> bool {
    let mut blocked = false;
    for (index, column) in reading.columns.iter().enumerate() {
        let times = columns.iter().filter(|found| **found == Some(index)).count();
        let code = match times {
            0 if column.required => &sniff::COLUMN_MISSING,
            2.. if column.field.is_some() => &sniff::COLUMN_TWICE,
            _ => continue,
        };
        findings.add(code, Place { source: 0, record: Some(1), column: Some(column.name) });
        blocked = true;
    }
    for _ in columns.iter().filter(|column| column.is_none()) {
        findings.add(&sniff::COLUMN_UNKNOWN, Place { source: 0, record: Some(1), column: None });
    }
    blocked
}

fn name_columns(reading: &Reading, columns: &[Option<usize>], names: &[String]) -> Columns {
    let mut named = Columns::default();
    for (cell, (column, name)) in columns.iter().zip(names).enumerate() {
        match column.and_then(|column| reading.columns.get(column)) {
            Some(column) if column.leaves => named.leaving.push(column.name.to_owned()),
            Some(column) => named.staying.push(column.name.to_owned()),
            None => named.staying.push(unknown_name(name, cell)),
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

fn generation(reading: &Reading, columns: &[Option<usize>]) -> Option<&'static str> {
    let has = |name: &&str| {
        columns
            .iter()
            .flatten()
            .any(|&column| reading.columns.get(column).is_some_and(|column| column.name == *name))
    };
    let fits = |g: &&crate::reports::Generation| g.with.iter().all(has) && !g.without.iter().any(has);
    reading.generations.iter().find(fits).map(|generation| generation.name)
}
