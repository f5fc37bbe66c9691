//! What one check gives back, in the words that `check --json`, the element and the manifest share.
//!
//! Field order here is the order in the JSON. The TypeScript types in `www/report-preflight/types.d.ts` are
//! made from these types; a test compares them.

use crate::fault::Fault;
use crate::findings::{Finding, Repair, Severity};
use crate::options::{Container, DateRange, PayloadFormat, TemplateName, object};
use crate::wire::Wire;
use litemap::LiteMap;
use serde::{Deserialize, Serialize};

/// The answer in a word, from the counts alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Verdict {
    /// Everything can be sent.
    Ready,
    /// Everything can be sent; something is worth a look first.
    ReadyWithWarnings,
    /// A question is open that only the seller can answer.
    NeedsAnswers,
    /// Records were rejected, or something is wrong with the file as a whole.
    NeedsFixing,
    /// Not a report that tax can be filed on.
    WrongReport,
    /// No sale in it.
    Empty,
}

impl Verdict {
    /// From what was counted. `blocked`: something is wrong with a file as a whole. `open`: questions without an
    /// answer.
    pub fn of(
        ledger: &RowLedger,
        blocked: bool,
        open: usize,
        warnings: u64,
        leave_out_rejected: bool,
    ) -> Verdict {
        let rejected = ledger.rejected();
        match ledger.lines() {
            _ if blocked => Verdict::NeedsFixing,
            _ if open > 0 => Verdict::NeedsAnswers,
            0 if rejected == 0 => Verdict::Empty,
            0 => Verdict::NeedsFixing,
            _ if rejected > 0 && !leave_out_rejected => Verdict::NeedsFixing,
            _ if rejected > 0 || warnings > 0 => Verdict::ReadyWithWarnings,
            _ => Verdict::Ready,
        }
    }

    /// May the payload be handed over?
    pub fn is_ready(self) -> bool {
        matches!(self, Verdict::Ready | Verdict::ReadyWithWarnings)
    }
}

/// What became of every record. The only way in is one of the four counting methods, so that
/// `read = accepted + repaired + rejected + set_aside` holds by construction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "UncheckedLedger")]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct RowLedger {
    #[cfg_attr(test, ts(type = "number"))]
    read: u64,
    #[cfg_attr(test, ts(type = "number"))]
    accepted: u64,
    #[cfg_attr(test, ts(type = "number"))]
    repaired: u64,
    #[cfg_attr(test, ts(type = "number"))]
    rejected: u64,
    #[cfg_attr(test, ts(type = "number"))]
    set_aside: u64,
}

/// How one record ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Fate {
    Accepted,
    Repaired,
    Rejected,
    SetAside,
}

impl RowLedger {
    pub fn count(&mut self, fate: Fate) {
        self.read += 1;
        *match fate {
            Fate::Accepted => &mut self.accepted,
            Fate::Repaired => &mut self.repaired,
            Fate::Rejected => &mut self.rejected,
            Fate::SetAside => &mut self.set_aside,
        } += 1;
    }
    pub fn merge(&mut self, other: RowLedger) {
        self.read += other.read;
        self.accepted += other.accepted;
        self.repaired += other.repaired;
        self.rejected += other.rejected;
        self.set_aside += other.set_aside;
    }
    /// Counts that do not add up do not cross.
    #[inline(never)]
    pub fn cross(&mut self, wire: &mut Wire) {
        let RowLedger { read, accepted, repaired, rejected, set_aside } = self;
        for count in [&mut *accepted, &mut *repaired, &mut *rejected, &mut *set_aside] {
            wire.u64(count);
        }
        *read = [*accepted, *repaired, *rejected, *set_aside].into_iter().fold(0, u64::wrapping_add);
    }
    pub fn read(&self) -> u64 {
        self.read
    }
    pub fn accepted(&self) -> u64 {
        self.accepted
    }
    pub fn repaired(&self) -> u64 {
        self.repaired
    }
    pub fn rejected(&self) -> u64 {
        self.rejected
    }
    pub fn set_aside(&self) -> u64 {
        self.set_aside
    }
    /// Records that became sale lines.
    pub fn lines(&self) -> u64 {
        self.accepted + self.repaired
    }
}

#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct UncheckedLedger {
    read: u64,
    accepted: u64,
    repaired: u64,
    rejected: u64,
    set_aside: u64,
}

impl TryFrom<UncheckedLedger> for RowLedger {
    type Error = Fault;
    fn try_from(u: UncheckedLedger) -> Result<Self, Fault> {
        let sum = [u.accepted, u.repaired, u.rejected, u.set_aside].into_iter().try_fold(0, u64::checked_add);
        if sum != Some(u.read) {
            return Err(Fault::DoesNotAddUp);
        }
        let UncheckedLedger { read, accepted, repaired, rejected, set_aside } = u;
        Ok(RowLedger { read, accepted, repaired, rejected, set_aside })
    }
}

/// Which report this is, as far as could be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReportName {
    /// `fulfilled-shipments`, …; `unknown` when it is none that we know.
    pub family: &'static str,
    pub title: &'static str,
    /// Which of the family's header generations.
    pub generation: Option<&'static str>,
    pub confidence: Confidence,
    /// Can tax be filed on it?
    pub usable: bool,
    pub evidence: Evidence,
}

/// Why the report has the name that we give it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Evidence {
    pub by: RecognisedBy,
    /// The language of the column names, where it is not English: `zh`, `de`, …
    pub language: Option<&'static str>,
    /// How many of the columns that tell this report from others were found …
    pub matched: u32,
    /// … and how many there are.
    pub wanted: u32,
    /// Which of them were not found.
    pub missing: Vec<&'static str>,
}

/// By what a file was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum RecognisedBy {
    /// What stands at the beginning of files of its kind, or the names in an archive.
    FirstBytes,
    ColumnNames,
    /// The form of the values: order numbers, dates.
    Values,
    Nothing,
}

/// How sure we are of the report's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Confidence {
    /// Every column that tells this report from others is there, or the file's first bytes say so.
    High,
    /// Most of them are.
    Medium,
    /// No report that we know.
    None,
}

/// How the file is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Format {
    /// A label of the WHATWG Encoding Standard.
    pub encoding: &'static str,
    pub encoding_by: EncodingBy,
    /// `tab`, `comma`, `semicolon` or `pipe`.
    pub delimiter: &'static str,
    pub quoted: bool,
    /// What stands before the cents: `point` or `comma`.
    pub decimals: &'static str,
    /// `lf`, `crlf`, `cr`, or `null` where the file has no line end at all.
    pub line_end: Option<&'static str>,
    pub preamble_lines: u32,
    /// `null`: the file is the report itself.
    pub container: Option<Container>,
    /// Its name in the archive, or the sheet's.
    pub member: Option<String>,
}

/// How it was known which encoding a file is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub enum EncodingBy {
    /// A byte order mark.
    Mark,
    /// All of it is well-formed UTF-8.
    Strict,
    /// Every other byte is zero, as in UTF-16.
    ZeroBytes,
    /// Only under this encoding are the column names ones that we know.
    Header,
    /// Only under this encoding do the letters make words.
    Text,
    /// Nothing else fits.
    Default,
    Seller,
}

/// One file that was checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Source {
    pub name: Option<String>,
    /// `null` when the answer was known before the end, so that the rest was not read.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub bytes: Option<u64>,
    /// Over the digests of parts: see `output/digest.rs`.
    pub sha256_tree: Option<String>,
    pub report: ReportName,
    pub format: Option<Format>,
    pub ledger: RowLedger,
    /// The days that its sales cover, those that stand in another file too among them.
    pub dates: Option<Dates>,
    /// Of its sale lines, how many were counted in a file before it, and so not again.
    #[cfg_attr(test, ts(type = "number"))]
    pub counted_before: u64,
    /// Cells that the seller changed.
    #[cfg_attr(test, ts(type = "number"))]
    pub edits: u64,
    /// Records that the seller left out one by one.
    #[cfg_attr(test, ts(type = "number"))]
    pub left_out: u64,
    /// What could not be checked, because the report lacks columns.
    pub skipped: Vec<SkippedCheck>,
}

/// A check that was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SkippedCheck {
    pub code: &'static str,
    /// The columns that it needs and that are not there, as this report or another one calls them.
    pub columns: Vec<&'static str>,
}

/// Something only the seller can decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Question {
    /// Under which the answer goes into [`crate::Options::answers`]. The same when more files are added.
    pub id: String,
    pub code: &'static str,
    pub source: u32,
    pub column: Option<&'static str>,
    /// The answer in force; `null` while it is open.
    pub answer: Option<String>,
    pub choices: Vec<Choice>,
}

/// A possible answer, and what would follow from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Choice {
    /// `month-first`, `day-first`.
    pub answer: &'static str,
    /// The months that the records in question would fall into.
    pub months: Vec<Consequence>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Consequence {
    pub month: String,
    #[cfg_attr(test, ts(type = "number"))]
    pub records: u64,
    /// What was sold for, by currency.
    pub amounts: Vec<CurrencyAmount>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CurrencyAmount {
    pub currency: Option<String>,
    pub amount: String,
}

/// Sums over sale lines of one currency. Amounts are exact decimals in the currency's digits; an amount that the
/// report does not give adds nothing.
///
/// They are those of Seller Central's summary of payments (help 200989210) for the same dates and the same orders,
/// under other names:
///
/// | here | there | |
/// |---|---|---|
/// | `item_amount` | product sales | for the whole quantity, before discounts, without tax |
/// | `shipping_amount` | shipping credits | |
/// | `gift_wrap_amount` | gift wrap credits | |
/// | `item_discount` + `shipping_discount` | promotional rebates | above zero here, below zero there |
/// | `item_tax` + `shipping_tax` + `gift_wrap_tax` | product sales tax, shipping credits tax, gift wrap credits tax | collected from the buyer, by whoever; tax is not in the amounts |
/// | `refunds.…` | product sale refunds, shipping credit refunds, … | below zero |
/// | `lines` | | sale lines: one for each line item of a shipment, not one for each order |
/// | `units` | quantity | units sold; a refund takes none back, because money can be given back for goods that are kept |
///
/// Two things make them differ in honest files. Seller Central counts days in Pacific time by the date of shipment
/// (help 200989190), and we count months by the date as the report writes it, offset and all: sales around midnight
/// on the last of a month may stand in the other one. And Seller Central's summary has the orders of all channels,
/// a report perhaps only those that Amazon shipped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Sums {
    #[cfg_attr(test, ts(type = "number"))]
    pub lines: u64,
    #[cfg_attr(test, ts(type = "number"))]
    pub units: u64,
    pub item_amount: String,
    pub item_tax: String,
    pub shipping_amount: String,
    pub shipping_tax: String,
    pub gift_wrap_amount: String,
    pub gift_wrap_tax: String,
    pub item_discount: String,
    pub shipping_discount: String,
}

/// Totals of one currency, whole and by where, when, and who collected the tax. Each list adds up to the whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct CurrencyTotals {
    /// `null` for lines that had no amount and no currency.
    pub currency: Option<String>,
    /// Different order numbers among the lines, each counted once however many lines, files and months it stands in.
    #[cfg_attr(test, ts(type = "number"))]
    pub orders: u64,
    /// Sales and refunds together.
    #[serde(flatten)]
    #[cfg_attr(test, ts(flatten))]
    pub sums: Sums,
    pub sales: Sums,
    /// What was given back: its amounts and discounts are below zero.
    pub refunds: Sums,
    pub by_state: Vec<StateTotals>,
    pub by_month: Vec<MonthTotals>,
    pub by_collector: Vec<CollectorTotals>,
    pub by_ship_from: Vec<ShipFromTotals>,
}

/// By who collected the tax from the buyer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct CollectorTotals {
    /// `marketplace`, `seller` or `unknown`.
    pub collected_by: String,
    #[serde(flatten)]
    #[cfg_attr(test, ts(flatten))]
    pub sums: Sums,
}

/// By the state that the goods were shipped from; `null` where the report does not say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ShipFromTotals {
    pub state: Option<String>,
    #[serde(flatten)]
    #[cfg_attr(test, ts(flatten))]
    pub sums: Sums,
}

/// `state` is `null` outside the United States.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct StateTotals {
    pub country: String,
    pub state: Option<String>,
    /// Each counted once, in the state that its first line was sent to.
    #[cfg_attr(test, ts(type = "number"))]
    pub orders: u64,
    #[serde(flatten)]
    #[cfg_attr(test, ts(flatten))]
    pub sums: Sums,
}

/// `month` is `YYYY-MM`, taken from the date as written in the report, never from UTC.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct MonthTotals {
    pub month: String,
    #[serde(flatten)]
    #[cfg_attr(test, ts(flatten))]
    pub sums: Sums,
}

/// Which of the report's columns leave the browser and which stay, in the report's order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Columns {
    pub leaving: Vec<String>,
    pub staying: Vec<String>,
}

impl Columns {
    /// Adds those of another report that are not among them.
    pub fn merge(&mut self, other: &Columns) {
        for (ours, theirs) in [(&mut self.leaving, &other.leaving), (&mut self.staying, &other.staying)] {
            for column in theirs {
                if !ours.contains(column) {
                    ours.push(column.clone());
                }
            }
        }
    }
}

/// The days that the sale lines cover.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Dates {
    pub first: String,
    pub last: String,
    /// Days in between without a sale line.
    pub gaps: Vec<DateRange>,
    /// The report was downloaded before the last day had ended and been written down in full.
    pub partial_last_day: bool,
}

/// What the payload is and what it came from. No cell text and no personal data: it can be logged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Manifest {
    pub tool: Tool,
    pub schema: Schema,
    pub sources: Vec<ManifestSource>,
    pub ledger: RowLedger,
    /// Count per code.
    #[cfg_attr(
        test,
        ts(type = "Record<string, number>"),
        schemars(with = "std::collections::BTreeMap<String, u64>")
    )]
    #[serde(serialize_with = "object")]
    pub findings: LiteMap<String, u64>,
    #[cfg_attr(
        test,
        ts(type = "Record<string, number>"),
        schemars(with = "std::collections::BTreeMap<String, u64>")
    )]
    #[serde(serialize_with = "object")]
    pub repairs: LiteMap<String, u64>,
    /// Count per code of what could have been mended, and the seller did not want to have mended.
    #[cfg_attr(
        test,
        ts(type = "Record<string, number>"),
        schemars(with = "std::collections::BTreeMap<String, u64>")
    )]
    #[serde(serialize_with = "object")]
    pub declined: LiteMap<String, u64>,
    /// Cells that the seller changed.
    #[cfg_attr(test, ts(type = "number"))]
    pub edits: u64,
    /// Records that the seller left out one by one.
    #[cfg_attr(test, ts(type = "number"))]
    pub left_out: u64,
    /// The seller said that the rejected records be left out.
    pub rejected_left_out: bool,
    pub columns_left_behind: Vec<String>,
    pub totals: Vec<CurrencyTotals>,
    pub dates: Option<Dates>,
    /// The days that the host asked for.
    pub period: Option<DateRange>,
    pub payload: PayloadDigest,
    /// Measured by the worker that read the file; `null` outside a browser.
    pub sealed: Option<bool>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Tool {
    pub name: String,
    pub version: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Schema {
    pub name: String,
    pub version: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ManifestSource {
    pub name: Option<String>,
    #[cfg_attr(test, ts(type = "number"))]
    pub bytes: u64,
    pub sha256_tree: String,
    pub family: String,
    pub generation: Option<String>,
    pub encoding: String,
    pub encoding_by: EncodingBy,
    pub delimiter: String,
    pub decimals: String,
    pub preamble_lines: u32,
    pub container: Option<Container>,
    pub member: Option<String>,
    pub ledger: RowLedger,
    pub dates: Option<Dates>,
    #[cfg_attr(test, ts(type = "number"))]
    pub counted_before: u64,
    #[cfg_attr(test, ts(type = "number"))]
    pub edits: u64,
    #[cfg_attr(test, ts(type = "number"))]
    pub left_out: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PayloadDigest {
    pub format: PayloadFormat,
    pub template: TemplateName,
    /// The payload comes in parts of this size; the last may be shorter.
    pub part_bytes: u32,
    /// Sale lines, without the header.
    #[cfg_attr(test, ts(type = "number"))]
    pub lines: u64,
    #[cfg_attr(test, ts(type = "number"))]
    pub bytes: u64,
    /// Over the digests of the uncompressed bytes' parts: see `output/digest.rs`.
    pub sha256_tree: String,
}

/// Everything that one check gives back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Outcome {
    pub verdict: Verdict,
    pub sources: Vec<Source>,
    /// The sum over the sources.
    pub ledger: RowLedger,
    pub findings: Vec<Finding>,
    pub questions: Vec<Question>,
    pub repairs: Vec<Repair>,
    pub totals: Vec<CurrencyTotals>,
    pub columns: Columns,
    /// Present when, and only when, the payload may be handed over.
    pub manifest: Option<Manifest>,
}

/// One record, for the seller's eyes: asked for when the seller opens it, never part of an outcome. It is judged by
/// itself: what only other records show, such as a line that comes again, is not in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RecordText {
    #[cfg_attr(test, ts(type = "number"))]
    pub record: u64,
    pub fate: Fate,
    pub cells: Vec<CellText>,
    /// What is sent of it, as the payload's columns have it in their order; `null` if it is rejected or set aside.
    pub line: Option<Vec<LineCell>>,
    pub findings: Vec<CellFinding>,
    pub repairs: Vec<CellRepair>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CellText {
    /// As the file's header has it.
    pub header: String,
    /// The report's own name of the column, as findings give it; `null` for a column nobody has heard of.
    pub column: Option<&'static str>,
    pub text: String,
    pub leaves: bool,
    /// The payload's column that its value goes into.
    pub sent_as: Option<&'static str>,
    /// The seller wrote this text.
    pub edited: bool,
    /// What it may have been meant to be, where it cannot be read. Never taken without the seller.
    pub candidates: Vec<&'static str>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LineCell {
    pub column: &'static str,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CellFinding {
    pub code: &'static str,
    pub severity: Severity,
    pub column: Option<&'static str>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CellRepair {
    pub code: &'static str,
    pub column: Option<&'static str>,
    pub after: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::{Effect, Place, RepairPlace};
    use crate::options::{Edit, Options, SourceOptions};
    use ts_rs::{Config, TS};

    /// `UPDATE=1 cargo test types_for_typescript` rewrites the file.
    #[test]
    fn types_for_typescript_are_in_step() {
        let config = Config::default();
        let mut text =
            "// Made from the Rust types by `UPDATE=1 cargo test types_for_typescript`.\n".to_owned();
        macro_rules! declare {
            ($($type:ty),* $(,)?) => {$(
                text += &format!("\nexport {}\n", <$type>::decl(&config));
            )*};
        }
        // Everything in the options may be left out.
        text += &format!(
            "\nexport {}\n",
            Options::decl(&config).replace(" = {", " = Partial<{").replace("};", "}>;")
        );
        text += &format!(
            "\nexport {}\n",
            SourceOptions::decl(&config).replace(" = {", " = Partial<{").replace("};", "}>;")
        );
        declare!(
            Edit,
            PayloadFormat,
            TemplateName,
            Severity,
            Effect,
            Verdict,
            RowLedger,
            ReportName,
            Confidence,
            Evidence,
            RecognisedBy,
            Format,
            EncodingBy,
            Container,
            Source,
            Place,
            Finding,
            Question,
            Choice,
            Consequence,
            CurrencyAmount,
            Repair,
            RepairPlace,
            Sums,
            CurrencyTotals,
            StateTotals,
            MonthTotals,
            CollectorTotals,
            ShipFromTotals,
            Columns,
            Dates,
            DateRange,
            Manifest,
            Tool,
            Schema,
            ManifestSource,
            PayloadDigest,
            Outcome,
            SkippedCheck,
            Fate,
            RecordText,
            CellText,
            LineCell,
            CellFinding,
            CellRepair,
        );
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/www/report-preflight/types.d.ts");
        #[expect(clippy::disallowed_methods, reason = "a test may read and write files")]
        if std::env::var("UPDATE").is_ok() {
            std::fs::write(path, text).unwrap();
        } else {
            assert_eq!(
                std::fs::read_to_string(path).unwrap(),
                text,
                "types.d.ts is out of step: run with UPDATE=1"
            );
        }
    }

    /// Law 8.
    #[test]
    fn merged_ledgers_add_up() {
        let (mut whole, mut first, mut rest) =
            (RowLedger::default(), RowLedger::default(), RowLedger::default());
        for (index, fate) in
            [Fate::Accepted, Fate::Repaired, Fate::Rejected, Fate::SetAside].into_iter().enumerate()
        {
            whole.count(fate);
            if index < 2 { first.count(fate) } else { rest.count(fate) }
        }
        first.merge(rest);
        assert_eq!(first, whole);
        assert_eq!(first.read(), first.lines() + first.rejected() + first.set_aside());
    }

    #[test]
    fn a_ledger_that_does_not_add_up_is_refused() {
        let json = r#"{"read": 3, "accepted": 1, "repaired": 0, "rejected": 1, "set_aside": 0}"#;
        assert!(serde_json::from_str::<RowLedger>(json).is_err());
        assert!(serde_json::from_str::<RowLedger>(&json.replace('3', "2")).is_ok());
    }
}
