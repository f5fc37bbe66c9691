//! What the sources of one check come to together.

use super::desk::{Known, SALE_DIFFERS_BETWEEN_FILES};
use super::payload::Payload;
use super::reading::Reading;
use super::search::SearchPlan;
use crate::fault::Fault;
use crate::findings::{Code, Findings, Place, Severity};
use crate::input::decode::Encoding;
use crate::input::sniff;
use crate::options::{Options, SourceOptions};
use crate::outcome::{
    Columns, CurrencyTotals, Dates, Evidence, Format, Manifest, ManifestSource, Outcome, Question,
    ReportName, RowLedger, Schema, Source, Tool, Verdict,
};
use crate::output::digest::Hasher;
use crate::output::templates;
use crate::reports::Report;
use crate::rules::{self, Context};
use crate::sale_line::{SCHEMA_NAME, SCHEMA_VERSION};
use crate::totals::{Days, Totals};
use litemap::LiteMap;
use std::rc::Rc;

pub static CODES: &[&Code] =
    &[&TEMPLATE_WITHOUT_CURRENCY, &FILE_ADDED_TWICE, &REPORTS_COUNT_THE_SAME_SALES, &LAST_DAY_MAY_BE_PARTIAL];

pub static TEMPLATE_WITHOUT_CURRENCY: Code = Code::blocking("template-without-currency")
    .what("Some sales are not in US dollars, and the file that your tax service takes has no column for the currency.")
    .why("Amounts in other currencies would be taken for dollars.")
    .fix("Choose only reports of stores that sell in US dollars, or tell your tax service about the others.");

pub static FILE_ADDED_TWICE: Code = Code::warning("file-added-twice")
    .what("The same file was chosen twice.")
    .why("Its sales are counted once all the same.")
    .fix("Remove one of the two. If another file was meant, choose that one.");

pub static REPORTS_COUNT_THE_SAME_SALES: Code = Code::blocking("reports-count-the-same-sales")
    .what("Two of the reports are of different kinds and list the same sales.")
    .why("Each kind numbers its lines in its own way, so the same sale would be counted twice.")
    .fix("Keep the files of one kind and remove the others. Only Fulfilled Shipments (sent by Amazon) and the Order Report (sent by you) belong together.");

pub static LAST_DAY_MAY_BE_PARTIAL: Code = Code::note("last-day-may-be-partial")
    .what("The report was downloaded within a day of its last sale.")
    .why("Amazon adds sales to a report for up to a day, so the last day may lack some.")
    .fix("For a month that has ended, download the report again two days later and add that file. What stands in both is counted once.");

/// A source that was not read to its end.
pub(super) struct Unread {
    pub report: Option<&'static Report>,
    pub evidence: Evidence,
    pub code: &'static Code,
    /// All of it was seen.
    pub whole: bool,
}

pub(super) struct Batch {
    sources: Vec<Entry>,
    findings: Findings,
    ledger: RowLedger,
    totals: Totals,
    days: Days,
    questions: Vec<Question>,
    columns: Columns,
    partial_last_day: Option<(i64, bool)>,
}

/// A source that has been ended.
struct Entry {
    source: Source,
    digest: Hasher,
    /// All of it went into the digest.
    whole: bool,
    /// Something is wrong with the file as a whole.
    trouble: Option<&'static Code>,
    report: Option<&'static Report>,
    plan: Option<Rc<SearchPlan>>,
    encoding: Option<Encoding>,
    /// The seller said that what is rejected in it be left out.
    leave_out_rejected: bool,
}

/// Amazon adds to a report for up to a day (Seller Central help 200453120).
const LATE: i64 = 86_400;

impl Batch {
    pub fn new(options: &Options) -> Self {
        Batch {
            sources: Vec::new(),
            findings: Findings::new(
                options.max_places as usize,
                options.severities.clone(),
                options.declined.clone(),
            ),
            ledger: RowLedger::default(),
            totals: Totals::default(),
            days: Days::default(),
            questions: Vec::new(),
            columns: Columns::default(),
            partial_last_day: None,
        }
    }

    pub fn len(&self) -> u32 {
        self.sources.len() as u32
    }

    /// Records of all sources so far.
    pub fn records(&self) -> u64 {
        self.ledger.read()
    }

    pub fn plan(&self, source: usize) -> Option<&Rc<SearchPlan>> {
        self.sources.get(source)?.plan.as_ref()
    }

    /// A name for the next source that tells it from those of the same name before it.
    pub fn name_apart(&self, name: &str) -> String {
        let same = |entry: &&Entry| entry.source.name.as_deref().unwrap_or_default() == name;
        match self.sources.iter().filter(same).count() {
            0 => name.to_owned(),
            before => format!("{name}:{}", before + 1),
        }
    }

    pub fn encoding(&self, source: usize) -> Option<Encoding> {
        self.sources.get(source)?.encoding
    }

    /// The SHA-256 of the next part of the source that was ended last.
    pub fn add_digest(&mut self, digest: &[u8]) {
        if let Some(entry) = self.sources.last_mut() {
            entry.digest.add_part(digest);
        }
    }

    /// A source that was read; gives back what all sources so far hold.
    pub fn add_read(
        &mut self,
        reading: Reading,
        about: SourceOptions,
        digest: Hasher,
        questions: Vec<Question>,
        options: &Options,
    ) -> Known {
        let plan = Rc::new(SearchPlan::new(&reading));
        let (encoding, encoding_by) = reading.encoding();
        let Reading { header, mut desk, conventions, .. } = reading;
        let last = desk.days.last_instant();
        let is_partial = last.is_some_and(|last| {
            let saved = about.modified.or(options.now);
            saved.is_some_and(|saved| last <= saved && saved < last + LATE)
        });
        if is_partial {
            let place = Place { source: self.len(), record: None, column: None };
            desk.findings.add(&LAST_DAY_MAY_BE_PARTIAL, place);
        }
        // That of the batch is that of the file with the last sale.
        self.partial_last_day = self.partial_last_day.max(last.map(|last| (last, is_partial)));
        let format = Format {
            encoding: encoding.label(),
            encoding_by,
            delimiter: header.dialect.name(),
            quoted: header.dialect.quoted,
            decimals: conventions.decimals.name(),
            line_end: header.line_end,
            preamble_lines: header.preamble_lines,
            container: about.container,
            member: about.member,
        };
        let source = Source {
            name: about.name,
            bytes: None,
            sha256_tree: None,
            report: report_name(Some(header.report), desk.generation, header.evidence),
            format: Some(format),
            ledger: desk.ledger,
            dates: desk.days.dates(is_partial),
            counted_before: desk.counted_before,
            edits: desk.edits,
            left_out: desk.left_out,
            skipped: std::mem::take(&mut desk.skipped),
        };
        self.ledger.merge(desk.ledger);
        self.findings.merge(desk.findings.emptied());
        self.totals.merge(std::mem::take(&mut desk.totals));
        self.days.merge(&desk.days);
        self.questions.extend(questions);
        self.columns.merge(&desk.named);
        self.sources.push(Entry {
            source,
            digest,
            whole: true,
            trouble: desk.blocked.then_some(&sniff::COLUMN_MISSING),
            report: Some(header.report),
            plan: Some(plan),
            encoding: Some(encoding),
            leave_out_rejected: about.leave_out_rejected || options.leave_out_rejected,
        });
        desk.into_known()
    }

    pub fn add_unread(&mut self, unread: Unread, about: SourceOptions, digest: Hasher) {
        let Unread { report, evidence, code, whole } = unread;
        self.findings.add(code, Place { source: self.len(), record: None, column: None });
        let source = Source {
            name: about.name,
            bytes: None,
            sha256_tree: None,
            report: report_name(report, None, evidence),
            format: None,
            ledger: RowLedger::default(),
            dates: None,
            counted_before: 0,
            edits: 0,
            left_out: 0,
            skipped: Vec::new(),
        };
        let entry = Entry {
            source,
            digest,
            whole,
            trouble: Some(code),
            report: None,
            plan: None,
            encoding: None,
            leave_out_rejected: false,
        };
        self.sources.push(entry);
    }

    /// The outcome.
    pub fn conclude(&mut self, payload: &Payload, options: &Options) -> Result<Outcome, Fault> {
        let mut sources = Vec::new();
        let mut findings = self.findings.emptied();
        let mut clash = self.judge_together(&mut findings)?;
        if self.mixes_currencies(options) {
            findings.count(&TEMPLATE_WITHOUT_CURRENCY, 1);
            clash = true;
        }
        let context = Context::of(options);
        for (code, times) in rules::coverage(&self.days.list(), self.ledger.lines(), &context) {
            findings.count(code, times);
        }
        for entry in &self.sources {
            let whole = entry.whole.then_some(&entry.digest);
            sources.push(Source {
                bytes: whole.map(Hasher::bytes),
                sha256_tree: whole.map(|digest| digest.clone().hex()).transpose()?,
                ..entry.source.clone()
            });
        }
        let (findings, repairs) = findings.into_lists();
        let verdict = self.verdict(clash, &findings);
        // What is for people is no payload.
        let is_payload = options.annotate.is_none() && !options.for_people;
        let manifest = match verdict.is_ready() && is_payload {
            false => None,
            true => Some(Manifest {
                tool: Tool {
                    name: env!("CARGO_PKG_NAME").to_owned(),
                    version: env!("CARGO_PKG_VERSION").to_owned(),
                },
                schema: Schema { name: SCHEMA_NAME.to_owned(), version: SCHEMA_VERSION },
                sources: sources.iter().filter_map(manifest_source).collect(),
                ledger: self.ledger,
                findings: counts(findings.iter().map(|found| (found.code, found.count))),
                repairs: counts(repairs.iter().filter(|it| !it.declined).map(|made| (made.code, made.count))),
                declined: counts(repairs.iter().filter(|it| it.declined).map(|not| (not.code, not.count))),
                edits: sources.iter().map(|source| source.edits).sum(),
                left_out: sources.iter().map(|source| source.left_out).sum(),
                rejected_left_out: self.ledger.rejected() > 0,
                columns_left_behind: self.columns.staying.clone(),
                totals: self.totals.list(),
                dates: self.dates(),
                period: options.period.clone(),
                payload: payload.digest()?,
                sealed: options.sealed,
            }),
        };
        Ok(Outcome {
            verdict,
            sources,
            ledger: self.ledger,
            findings,
            questions: std::mem::take(&mut self.questions),
            repairs,
            totals: self.totals.list(),
            columns: self.columns.clone(),
            manifest,
        })
    }

    fn dates(&self) -> Option<Dates> {
        self.days.dates(self.partial_last_day.is_some_and(|(_, is_partial)| is_partial))
    }

    /// What only shows when all sources are known. True: they do not belong together.
    fn judge_together(&self, findings: &mut Findings) -> Result<bool, Fault> {
        let mut clash = false;
        for (index, entry) in (0..).zip(&self.sources) {
            let place = Place { source: index, record: None, column: None };
            let earlier = || self.sources.iter().take(index as usize);
            let hex = |entry: &Entry| entry.digest.clone().hex();
            let same = |other: &&Entry| {
                other.whole
                    && other.digest.bytes() == entry.digest.bytes()
                    && other.source.format.as_ref().map(|f| &f.member)
                        == entry.source.format.as_ref().map(|f| &f.member)
            };
            if entry.whole {
                for other in earlier().filter(same) {
                    if hex(other)? == hex(entry)? {
                        findings.add(&FILE_ADDED_TWICE, place.clone());
                        break;
                    }
                }
            }
            let covers = |entry: &Entry| {
                entry.report.and_then(|report| report.reading()).map_or(&[][..], |reading| reading.covers)
            };
            let overlaps = |other: &Entry| {
                other.source.report.family != entry.source.report.family
                    && covers(other).iter().any(|one| covers(entry).contains(one))
            };
            if earlier().any(overlaps) {
                findings.add(&REPORTS_COUNT_THE_SAME_SALES, place);
                clash = true;
            }
        }
        Ok(clash)
    }

    /// Whether amounts would be written without saying that they are in another currency than the reader expects.
    fn mixes_currencies(&self, options: &Options) -> bool {
        let layout = templates::layout(options.template, options.format);
        let is_other = |total: &CurrencyTotals| total.currency.as_deref().is_some_and(|name| name != "USD");
        layout.is_some_and(|layout| !layout.tells_currency()) && self.totals.list().iter().any(is_other)
    }

    fn verdict(&self, clash: bool, findings: &[crate::findings::Finding]) -> Verdict {
        let is = |code: &'static Code| {
            move |entry: &Entry| entry.trouble.is_some_and(|trouble| trouble.slug == code.slug)
        };
        if self.sources.iter().all(is(&sniff::WRONG_REPORT)) {
            return Verdict::WrongReport;
        }
        if self.sources.iter().all(is(&sniff::FILE_EMPTY)) {
            return Verdict::Empty;
        }
        let blocked = clash || self.sources.iter().any(|entry| entry.trouble.is_some());
        let open = self.questions.iter().filter(|question| question.answer.is_none()).count();
        let warnings = findings.iter().filter(|f| f.severity == Severity::Warning).map(|f| f.count).sum();
        let may_go = |entry: &Entry| entry.leave_out_rejected || entry.source.ledger.rejected() == 0;
        // Which of two files is right is not said by leaving out whatever is rejected: that would be the one that was
        // chosen first, and the totals would hang on the order of the files.
        let differs = findings.iter().any(|found| found.code == SALE_DIFFERS_BETWEEN_FILES.slug);
        Verdict::of(&self.ledger, blocked, open, warnings, self.sources.iter().all(may_go) && !differs)
    }
}

/// One by one: collecting into a map would sort first, and sorts add eight kilobytes to the wasm.
fn counts<'a>(codes: impl Iterator<Item = (&'a str, u64)>) -> LiteMap<String, u64> {
    let mut counts = LiteMap::new();
    for (code, count) in codes {
        counts.insert(code.to_owned(), count);
    }
    counts
}

fn report_name(
    report: Option<&'static Report>,
    generation: Option<&'static str>,
    evidence: Evidence,
) -> ReportName {
    let (family, title, usable) = match report {
        Some(report) => (report.family, report.title, report.is_usable()),
        None => ("unknown", "A file we do not recognise", false),
    };
    ReportName { family, title, generation, confidence: sniff::confidence(&evidence), usable, evidence }
}

fn manifest_source(source: &Source) -> Option<ManifestSource> {
    let format = source.format.as_ref()?;
    Some(ManifestSource {
        name: source.name.clone(),
        bytes: source.bytes?,
        sha256_tree: source.sha256_tree.clone()?,
        family: source.report.family.to_owned(),
        generation: source.report.generation.map(str::to_owned),
        encoding: format.encoding.to_owned(),
        encoding_by: format.encoding_by,
        delimiter: format.delimiter.to_owned(),
        decimals: format.decimals.to_owned(),
        preamble_lines: format.preamble_lines,
        container: format.container,
        member: format.member.clone(),
        ledger: source.ledger,
        dates: source.dates.clone(),
        counted_before: source.counted_before,
        edits: source.edits,
        left_out: source.left_out,
    })
}
