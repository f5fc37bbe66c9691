//! One report: `push` its bytes in pieces of any size, then `finish` for the outcome. The only module that knows
//! the order of the stages.
//!
//! The first [`sniff::HEAD`] bytes are held back to see what the file is, so a small file is checked at `finish`.

mod desk;
mod search;

pub use search::RecordSearch;

use crate::fault::Fault;
use crate::findings::{Code, Findings, Place, Severity};
use crate::input::decode::{Decoder, Encoding};
use crate::input::records::Records;
use crate::input::sniff::{self, Header, Sniffed};
use crate::outcome::{
    Columns, Confidence, Format, Manifest, ManifestSource, Options, Outcome, ReportName, RowLedger, Schema,
    Source, Tool, Verdict,
};
use crate::output::digest::Hasher;
pub use crate::output::digest::PART;
use crate::reports::{self, Report};
use crate::sale_line::{SCHEMA_NAME, SCHEMA_VERSION};
use desk::{Closed, Desk};
use std::collections::{BTreeMap, VecDeque};

/// Whether more of the file is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appetite {
    More,
    /// The answer is known. What is pushed from here on is not looked at.
    Enough,
}

/// Which bytes a part's digest is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hashed {
    Source,
    Payload,
}

/// The check of one report.
pub struct Session {
    options: Options,
    hashed_by_host: bool,
    stage: Stage,
    parts: VecDeque<Vec<u8>>,
    search: Option<RecordSearch>,
}

enum Stage {
    /// Waiting for enough to see what the file is.
    Head(Vec<u8>),
    Reading(Box<Reading>),
    /// The file is no report to read on.
    Answered(Box<Outcome>),
    Finished,
}

/// A recognised report, on its way through the stages.
struct Reading {
    source: Hasher,
    decoder: Decoder,
    records: Records,
    header: Header,
    desk: Desk,
    /// Where in the file the first record begins.
    below_header: u64,
    ended: bool,
}

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

impl Session {
    pub fn new(options: Options) -> Self {
        Session {
            options,
            hashed_by_host: false,
            stage: Stage::Head(Vec::new()),
            parts: VecDeque::new(),
            search: None,
        }
    }

    /// For a host whose own SHA-256 is faster: it gives the digest of each part of [`PART`] bytes of the source,
    /// and of each part of the payload, by [`Session::add_digest`], after [`Session::end`] and before `finish`.
    pub fn hashed_by_host(options: Options) -> Self {
        Session { hashed_by_host: true, ..Session::new(options) }
    }

    /// The next bytes of the file. The outcome does not depend on how the file is cut.
    pub fn push(&mut self, bytes: &[u8]) -> Result<Appetite, Fault> {
        match &mut self.stage {
            Stage::Head(head) => {
                let (into_head, rest) = bytes.split_at(bytes.len().min(sniff::HEAD - head.len()));
                head.extend_from_slice(into_head);
                if head.len() < sniff::HEAD {
                    return Ok(Appetite::More);
                }
                let head = std::mem::take(head);
                self.stage = self.open(&head, false);
                self.push(rest)
            }
            Stage::Reading(reading) if reading.ended => Err(Fault::Finished),
            Stage::Reading(reading) => {
                reading.push(bytes, false);
                self.parts.append(&mut reading.desk.parts);
                Ok(Appetite::More)
            }
            Stage::Answered(_) => Ok(Appetite::Enough),
            Stage::Finished => Err(Fault::Finished),
        }
    }

    /// Records read so far.
    pub fn records(&self) -> u64 {
        match &self.stage {
            Stage::Reading(reading) => reading.desk.ledger.read(),
            _ => 0,
        }
    }

    /// A finished part of the payload, if there is one. Parts are made before the verdict is known: until
    /// `finish` has given a manifest, they must not be handed on.
    pub fn take_payload(&mut self) -> Option<Vec<u8>> {
        self.parts.pop_front()
    }

    /// The end of the file. After it, the last parts of the payload can be taken. `finish` calls it if need be.
    pub fn end(&mut self) -> Result<(), Fault> {
        if let Stage::Head(head) = &mut self.stage {
            let head = std::mem::take(head);
            self.stage = self.open(&head, true);
        }
        match &mut self.stage {
            Stage::Reading(reading) if !reading.ended => {
                reading.push(&[], true);
                reading.desk.end();
                reading.ended = true;
                self.parts.append(&mut reading.desk.parts);
                Ok(())
            }
            Stage::Finished => Err(Fault::Finished),
            _ => Ok(()),
        }
    }

    /// The SHA-256 of the next part, from a host that hashes.
    pub fn add_digest(&mut self, of: Hashed, digest: &[u8]) {
        if let Stage::Reading(reading) = &mut self.stage {
            match of {
                Hashed::Source => reading.source.add_part(digest),
                Hashed::Payload => reading.desk.digest.add_part(digest),
            }
        }
    }

    /// The outcome. If it has no manifest, the parts of the payload must not be handed on.
    pub fn finish(&mut self) -> Result<Outcome, Fault> {
        self.end()?;
        match std::mem::replace(&mut self.stage, Stage::Finished) {
            Stage::Reading(reading) => {
                let Reading { header, desk, decoder, below_header, .. } = &*reading;
                self.search = Some(RecordSearch::new(header, desk, decoder.encoding(), *below_header));
                let outcome = reading.close(&self.options)?;
                if outcome.manifest.is_none() {
                    self.parts.clear();
                }
                Ok(outcome)
            }
            Stage::Answered(outcome) => Ok(*outcome),
            Stage::Head(_) | Stage::Finished => Err(Fault::Finished),
        }
    }

    /// How to read a record's text again, after `finish`. `None`: there is no such record.
    pub fn find_record(&self, number: u64) -> Option<RecordSearch> {
        self.search.as_ref()?.aimed_at(number)
    }

    fn open(&self, head: &[u8], is_whole_file: bool) -> Stage {
        let mark = if head.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        let mut decoder = Decoder::new(mark as u64, Encoding::Ascii);
        let piece = decoder.decode(head.get(mark..).unwrap_or_default(), is_whole_file);
        let header = match sniff::sniff(head, piece.text) {
            Sniffed::Empty => return self.answer_empty(head, is_whole_file),
            Sniffed::Other { family } => return self.answer(reports::by_family(family), Confidence::High),
            Sniffed::Report(header) if !header.report.is_usable() => {
                let confidence = if header.complete { Confidence::High } else { Confidence::Medium };
                return self.answer(Some(header.report), confidence);
            }
            Sniffed::Report(header) => *header,
        };
        let Some(mut desk) = Desk::new(&self.options, &header, self.hashed_by_host) else {
            return self.answer(None, Confidence::None);
        };
        let mut records = Records::new(header.dialect, 1);
        let below = piece.skip(header.end);
        records.push(below.text, is_whole_file, &mut |record| desk.take(&record, &below));
        let mut source = Hasher::new(self.hashed_by_host);
        source.update(head);
        let below_header = below.position(0).unwrap_or(0);
        let ended = false;
        Stage::Reading(Box::new(Reading { source, decoder, records, header, desk, below_header, ended }))
    }

    fn answer_empty(&self, head: &[u8], is_whole_file: bool) -> Stage {
        let mut source = Hasher::new(false);
        source.update(head);
        let mut outcome = self.unread(reports::by_family("unknown"), Confidence::None, &sniff::FILE_EMPTY);
        // Blank to the end of the head, and more of it to come: then nobody knows how large the file is.
        if let Some(known) = outcome.sources.first_mut().filter(|_| is_whole_file) {
            known.bytes = Some(source.bytes());
            known.sha256_tree = source.hex().ok();
        }
        outcome.verdict = Verdict::Empty;
        Stage::Answered(Box::new(outcome))
    }

    fn answer(&self, report: Option<&'static Report>, confidence: Confidence) -> Stage {
        let confidence = match report {
            Some(report) if report.family != "unknown" => confidence,
            _ => Confidence::None,
        };
        Stage::Answered(Box::new(self.unread(report, confidence, &sniff::WRONG_REPORT)))
    }

    /// The outcome of a file that is not read to its end.
    fn unread(
        &self,
        report: Option<&'static Report>,
        confidence: Confidence,
        code: &'static Code,
    ) -> Outcome {
        let mut findings = Findings::new(self.options.max_places as usize, self.options.severities.clone());
        findings.add(code, Place { source: 0, record: None, column: None });
        let (findings, repairs) = findings.into_lists();
        let source = Source {
            name: self.options.name.clone(),
            bytes: None,
            sha256_tree: None,
            report: report_name(report, None, confidence),
            format: None,
            ledger: RowLedger::default(),
        };
        Outcome {
            verdict: Verdict::WrongReport,
            sources: vec![source],
            ledger: RowLedger::default(),
            findings,
            questions: Vec::new(),
            repairs,
            totals: Vec::new(),
            columns: Columns::default(),
            manifest: None,
        }
    }
}

fn report_name(
    report: Option<&'static Report>,
    generation: Option<&'static str>,
    confidence: Confidence,
) -> ReportName {
    let (family, title, usable) = match report {
        Some(report) => (report.family, report.title, report.is_usable()),
        None => ("unknown", "A file we do not recognise", false),
    };
    ReportName { family, title, generation, confidence, usable }
}

impl Reading {
    fn push(&mut self, bytes: &[u8], last: bool) {
        self.source.update(bytes);
        let piece = self.decoder.decode(bytes, last);
        let desk = &mut self.desk;
        self.records.push(piece.text, last, &mut |record| desk.take(&record, &piece));
    }

    fn close(self, options: &Options) -> Result<Outcome, Fault> {
        let Reading { source, decoder, header, desk, .. } = self;
        let Closed { ledger, findings, repairs, blocked, totals, payload, columns, generation } =
            desk.close()?;
        let warnings = findings.iter().filter(|f| f.severity == Severity::Warning).map(|f| f.count).sum();
        let verdict = Verdict::of(&ledger, blocked, warnings, options.leave_out_rejected);
        let bytes = source.bytes();
        let sha256_tree = source.hex()?;
        let format = Format {
            encoding: decoder.encoding().label(),
            delimiter: header.dialect.name(),
            quoted: header.dialect.quoted,
            line_end: header.line_end,
            preamble_lines: header.preamble_lines,
            container: None,
        };
        let manifest = verdict.is_ready().then(|| Manifest {
            tool: Tool {
                name: env!("CARGO_PKG_NAME").to_owned(),
                version: env!("CARGO_PKG_VERSION").to_owned(),
            },
            schema: Schema { name: SCHEMA_NAME.to_owned(), version: SCHEMA_VERSION },
            sources: vec![ManifestSource {
                name: options.name.clone(),
                bytes,
                sha256_tree: sha256_tree.clone(),
                family: header.report.family.to_owned(),
                generation: generation.map(str::to_owned),
                encoding: format.encoding.to_owned(),
                delimiter: format.delimiter.to_owned(),
                preamble_lines: format.preamble_lines,
            }],
            ledger,
            findings: counts(findings.iter().map(|finding| (finding.code, finding.count))),
            repairs: counts(repairs.iter().map(|repair| (repair.code, repair.count))),
            edits: 0,
            rejected_left_out: ledger.rejected() > 0,
            columns_left_behind: columns.staying.clone(),
            totals: totals.list(),
            dates: totals.dates(),
            payload,
            sealed: options.sealed,
        });
        let confidence = if header.complete { Confidence::High } else { Confidence::Medium };
        let source = Source {
            name: options.name.clone(),
            bytes: Some(bytes),
            sha256_tree: Some(sha256_tree),
            report: report_name(Some(header.report), generation, confidence),
            format: Some(format),
            ledger,
        };
        let outcome = Outcome {
            verdict,
            sources: vec![source],
            ledger,
            findings,
            questions: Vec::new(),
            repairs,
            totals: totals.list(),
            columns,
            manifest,
        };
        Ok(outcome)
    }
}

fn counts<'a>(codes: impl Iterator<Item = (&'a str, u64)>) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for (code, count) in codes {
        counts.insert(code.to_owned(), count);
    }
    counts
}
