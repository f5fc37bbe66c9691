//! What a check depends on besides the bytes. The core has no clock, no locale and no file names of its own.

use crate::findings::Severity;
use litemap::LiteMap;
use serde::{Deserialize, Serialize, Serializer};

/// For the check as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Options {
    /// Seconds since 1970, for "in the future". Without it that question is not asked.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub now: Option<i64>,
    /// What the worker measured: did it have no network? `null` outside a browser.
    pub sealed: Option<bool>,
    /// Write ZIP+4 where the report has it. Off, because ZIP+4 can point at one house.
    pub postal_code_plus4: bool,
    /// The seller said in so many words that rejected records be left out.
    pub leave_out_rejected: bool,
    /// How many places of each code are listed. Counts are exact whatever this is.
    pub max_places: u32,
    /// The host's own severities, by code.
    #[cfg_attr(test, ts(type = "Record<string, Severity>"))]
    #[serde(serialize_with = "object")]
    pub severities: LiteMap<String, Severity>,
    /// The seller's answers to questions of an earlier check, by the question's id.
    #[cfg_attr(test, ts(type = "Record<string, string>"))]
    #[serde(serialize_with = "object")]
    pub answers: LiteMap<String, String>,
    /// The days that the host asks for. A sale outside of them is a finding.
    pub period: Option<DateRange>,
    /// Codes of the repairs that the seller does not want.
    pub declined: Vec<String>,
    pub format: PayloadFormat,
    pub template: TemplateName,
    /// The payload is for people: what a spreadsheet would take for a formula is marked as text.
    pub for_people: bool,
    /// Write, instead of sale lines, the records of this source, with a column that says what is wrong with each.
    pub annotate: Option<u32>,
    /// The sentence of each code, for [`Options::annotate`]: in the wasm there are none.
    #[cfg_attr(test, ts(type = "Record<string, string>"))]
    #[serde(serialize_with = "object")]
    pub words: LiteMap<String, String>,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            now: None,
            sealed: None,
            postal_code_plus4: false,
            leave_out_rejected: false,
            max_places: 100,
            severities: LiteMap::new(),
            answers: LiteMap::new(),
            period: None,
            declined: Vec::new(),
            format: PayloadFormat::Csv,
            template: TemplateName::Canonical,
            for_people: false,
            annotate: None,
            words: LiteMap::new(),
        }
    }
}

/// A map as JSON has them. Left to itself, an empty one would be written as a list.
pub fn object<V: Serialize, S: Serializer>(
    map: &LiteMap<String, V>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(map)
}

/// What the host knows of one file besides its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SourceOptions {
    /// The file's name, for the outcome and the manifest.
    pub name: Option<String>,
    /// When the file was last changed, in seconds since 1970: a report that was downloaded before its last day
    /// had ended is not complete.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub modified: Option<i64>,
    /// What the report was wrapped in.
    pub container: Option<Container>,
    /// Its name in the archive, or the sheet's.
    pub member: Option<String>,
    /// The seller's word on the encoding: a label of the WHATWG Encoding Standard.
    pub encoding: Option<String>,
    /// What the seller wrote over cells.
    pub edits: Vec<Edit>,
    /// The records that the seller leaves out.
    #[cfg_attr(test, ts(type = "number[]"))]
    pub left_out: Vec<u64>,
    /// The seller said in so many words that what is rejected in this source be left out.
    pub leave_out_rejected: bool,
}

/// A cell as the seller wants it. Never in an outcome or a manifest: those have counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Edit {
    /// Counted from the header = 1.
    #[cfg_attr(test, ts(type = "number"))]
    pub record: u64,
    /// The report's own name of the column, as findings give it.
    pub column: String,
    pub value: String,
}

/// How sale lines are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub enum PayloadFormat {
    #[default]
    Csv,
    /// A JSON object a line.
    Ndjson,
}

/// Whose columns sale lines are written in: see `output/templates.rs`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub enum TemplateName {
    /// Our own.
    #[default]
    Canonical,
    Taxjar,
    Kintsugi,
}

/// What a report can come wrapped in. The host unwraps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Container {
    Gzip,
    Zip,
    Xlsx,
}

/// Days as `YYYY-MM-DD`, both of them in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct DateRange {
    pub first: String,
    pub last: String,
}

impl DateRange {
    /// `None` unless both are days, the first not after the last.
    pub fn checked(self) -> Option<DateRange> {
        let is_day = |text: &str| {
            let bytes = text.as_bytes();
            bytes.len() == 10
                && bytes.iter().enumerate().all(|(at, byte)| match at {
                    4 | 7 => *byte == b'-',
                    _ => byte.is_ascii_digit(),
                })
        };
        (is_day(&self.first) && is_day(&self.last) && self.first <= self.last).then_some(self)
    }
}
