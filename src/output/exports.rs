//! The list of findings, for people and for their tools: CSV, JSON and SARIF 2.1.0. An outcome goes in, bytes come out.
//! The page makes the same files in JavaScript, so the forms are plain:
//!
//! *Rows.* One for each place that is listed: of the findings in the outcome's order, then of the repairs, whose
//! severity is `repair` (`declined`, where the seller did not want them). `source` is the file's name, or `file 2`;
//! `record` counts from the header = 1; both are empty where a place has none. `what`, `why` and `fix` are the code's
//! words. No row has the text of a cell. Where a code has more places than are listed, its last row has no place, and
//! says in place of `what` how many more there are and how many in all.
//!
//! *CSV*: a byte order mark, the names, CRLF, quotes only where a cell needs them, formula starts marked for people.
//! *JSON*: `{"rows": [{…}]}` with the rows' names as keys, `null` for what is empty, indented by two blanks, a line end
//! at the end: as `JSON.stringify(…, null, 2)` writes it. *SARIF*: `<https://docs.oasis-open.org/sarif/sarif/v2.1.0/>`;
//! a rule for each code, with the anchor of its help; a result for each place, with the record as the line that a region
//! starts in and the column as logical location; how many places are not listed, as notifications of the run.

use super::csv;
use crate::findings::{Code, Place, Severity};
use crate::outcome::{Outcome, Source};
use serde::Serialize;

#[derive(Debug, Serialize)]
struct Row<'a> {
    code: &'a str,
    severity: &'static str,
    source: Option<String>,
    record: Option<u64>,
    column: Option<&'static str>,
    what: String,
    why: &'static str,
    fix: &'static str,
}

const NAMES: [&str; 8] = ["code", "severity", "source", "record", "column", "what", "why", "fix"];

/// What was found of one code, finding or repair.
struct Found<'a> {
    code: &'a str,
    severity: &'static str,
    count: u64,
    places: Vec<&'a Place>,
    words: Option<&'static Code>,
}

impl Found<'_> {
    /// What is about all files together has no place.
    fn has_places(&self) -> bool {
        !self.places.is_empty()
    }
    fn not_listed(&self) -> u64 {
        if self.has_places() { self.count.saturating_sub(self.places.len() as u64) } else { 0 }
    }
    /// Each place that is listed; else none, once.
    fn each(&self) -> Vec<Option<&Place>> {
        if self.has_places() { self.places.iter().copied().map(Some).collect() } else { vec![None] }
    }
    fn more(&self) -> String {
        format!("{} more of these are not listed. There are {} in all.", self.not_listed(), self.count)
    }
    fn what(&self) -> &'static str {
        self.words.map_or("", |code| code.what)
    }
    fn why(&self) -> &'static str {
        self.words.map_or("", |code| code.why)
    }
    fn fix(&self) -> &'static str {
        self.words.map_or("", |code| code.fix)
    }
}

fn found<'a>(outcome: &'a Outcome, codes: &[&'static Code]) -> Vec<Found<'a>> {
    let words = |slug: &str| codes.iter().find(|code| code.slug == slug).copied();
    let findings = outcome.findings.iter().map(|finding| Found {
        code: finding.code,
        severity: match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        count: finding.count,
        places: finding.places.iter().collect(),
        words: words(finding.code),
    });
    let repairs = outcome.repairs.iter().map(|repair| Found {
        code: repair.code,
        severity: if repair.declined { "declined" } else { "repair" },
        count: repair.count,
        places: repair.places.iter().map(|it| &it.place).collect(),
        words: words(repair.code),
    });
    findings.chain(repairs).collect()
}

fn name(sources: &[Source], at: u32) -> String {
    let named = sources.get(at as usize).and_then(|source| source.name.clone());
    named.unwrap_or_else(|| format!("file {}", at + 1))
}

fn rows<'a>(outcome: &'a Outcome, codes: &[&'static Code]) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for found in found(outcome, codes) {
        let row = |place: Option<&Place>, what: String| Row {
            code: found.code,
            severity: found.severity,
            source: place.map(|place| name(&outcome.sources, place.source)),
            record: place.and_then(|place| place.record),
            column: place.and_then(|place| place.column),
            what,
            why: found.why(),
            fix: found.fix(),
        };
        rows.extend(found.each().into_iter().map(|place| row(place, found.what().to_owned())));
        if found.not_listed() > 0 {
            rows.push(row(None, found.more()));
        }
    }
    rows
}

/// `codes`: the catalogue, for the words.
pub fn findings_csv(outcome: &Outcome, codes: &[&'static Code]) -> Vec<u8> {
    let mut out = "\u{FEFF}".as_bytes().to_vec();
    out.extend_from_slice(NAMES.join(",").as_bytes());
    out.extend_from_slice(b"\r\n");
    for Row { code, severity, source, record, column, what, why, fix } in rows(outcome, codes) {
        let record = record.map(|record| record.to_string()).unwrap_or_default();
        let cells = [
            code,
            severity,
            source.as_deref().unwrap_or_default(),
            &record,
            column.unwrap_or_default(),
            &what,
            why,
            fix,
        ];
        for (at, cell) in cells.into_iter().enumerate() {
            if at > 0 {
                out.push(b',');
            }
            csv::cell_for_people(cell.as_bytes(), &mut out);
        }
        out.extend_from_slice(b"\r\n");
    }
    out
}

pub fn findings_json(outcome: &Outcome, codes: &[&'static Code]) -> Vec<u8> {
    #[derive(Serialize)]
    struct List<'a> {
        rows: Vec<Row<'a>>,
    }
    pretty(&List { rows: rows(outcome, codes) })
}

fn pretty(value: &impl Serialize) -> Vec<u8> {
    let mut out = serde_json::to_vec_pretty(value).unwrap_or_default();
    out.push(b'\n');
    out
}

/// `help`: the address of the page with an anchor for each code.
pub fn findings_sarif(outcome: &Outcome, codes: &[&'static Code], help: &str) -> Vec<u8> {
    let all = found(outcome, codes);
    let rules = all.iter().map(|found| sarif::Rule {
        id: found.code.to_owned(),
        short_description: text(found.what()),
        full_description: text(found.why()),
        help: text(found.fix()),
        help_uri: format!("{help}#{}", found.code),
        default_configuration: sarif::Configuration {
            level: found.words.map_or("none", |code| level_of(code.severity)),
        },
    });
    let artifacts = (0..).zip(&outcome.sources).map(|(at, source)| sarif::Artifact {
        location: sarif::Uri { uri: uri(&name(&outcome.sources, at)), index: None },
        length: source.bytes,
    });
    let results = (0..).zip(&all).flat_map(|(rule, found)| {
        found.each().into_iter().map(move |place| sarif::Result {
            rule_id: found.code.to_owned(),
            rule_index: rule,
            // SARIF knows levels of what failed only.
            kind: if is_problem(found) { "fail" } else { "informational" },
            level: if is_problem(found) { found.severity } else { "none" },
            message: text(found.what()),
            locations: place.map(|place| location(outcome, place)).into_iter().collect(),
        })
    });
    let notifications = all.iter().filter(|found| found.not_listed() > 0).map(|found| sarif::Notification {
        level: "note",
        message: text(&found.more()),
        associated_rule: sarif::Reference { id: found.code.to_owned() },
    });
    pretty(&sarif::Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [sarif::Run {
            tool: sarif::Tool {
                driver: sarif::Driver {
                    name: env!("CARGO_PKG_NAME"),
                    version: env!("CARGO_PKG_VERSION"),
                    information_uri: help.to_owned(),
                    rules: rules.collect(),
                },
            },
            invocations: [sarif::Invocation {
                execution_successful: true,
                tool_execution_notifications: notifications.collect(),
            }],
            artifacts: artifacts.collect(),
            results: results.collect(),
        }],
    })
}

fn is_problem(found: &Found<'_>) -> bool {
    matches!(found.severity, "error" | "warning" | "note")
}

fn level_of(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn text(text: &str) -> sarif::Text {
    sarif::Text { text: text.to_owned() }
}

fn location(outcome: &Outcome, place: &Place) -> sarif::Location {
    sarif::Location {
        physical_location: sarif::Physical {
            artifact_location: sarif::Uri {
                uri: uri(&name(&outcome.sources, place.source)),
                index: Some(place.source),
            },
            region: place.record.map(|record| sarif::Region { start_line: record }),
        },
        logical_locations: place.column.map(|column| [sarif::Logical { name: column, kind: "column" }]),
    }
}

/// A file's name as a relative reference (RFC 3986).
fn uri(name: &str) -> String {
    let mut uri = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

/// The part of SARIF that is written, in its own names.
mod sarif {
    use serde::Serialize;

    #[derive(Serialize)]
    pub struct Log {
        #[serde(rename = "$schema")]
        pub schema: &'static str,
        pub version: &'static str,
        pub runs: [Run; 1],
    }
    #[derive(Serialize)]
    pub struct Run {
        pub tool: Tool,
        pub invocations: [Invocation; 1],
        pub artifacts: Vec<Artifact>,
        pub results: Vec<Result>,
    }
    #[derive(Serialize)]
    pub struct Tool {
        pub driver: Driver,
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Driver {
        pub name: &'static str,
        pub version: &'static str,
        pub information_uri: String,
        pub rules: Vec<Rule>,
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Rule {
        pub id: String,
        pub short_description: Text,
        pub full_description: Text,
        pub help: Text,
        pub help_uri: String,
        pub default_configuration: Configuration,
    }
    #[derive(Serialize)]
    pub struct Configuration {
        pub level: &'static str,
    }
    #[derive(Serialize)]
    pub struct Text {
        pub text: String,
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Invocation {
        pub execution_successful: bool,
        pub tool_execution_notifications: Vec<Notification>,
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Notification {
        pub level: &'static str,
        pub message: Text,
        pub associated_rule: Reference,
    }
    #[derive(Serialize)]
    pub struct Reference {
        pub id: String,
    }
    #[derive(Serialize)]
    pub struct Artifact {
        pub location: Uri,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub length: Option<u64>,
    }
    #[derive(Serialize)]
    pub struct Uri {
        pub uri: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub index: Option<u32>,
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Result {
        pub rule_id: String,
        pub rule_index: u32,
        pub kind: &'static str,
        pub level: &'static str,
        pub message: Text,
        pub locations: Vec<Location>,
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Location {
        pub physical_location: Physical,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub logical_locations: Option<[Logical; 1]>,
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Physical {
        pub artifact_location: Uri,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub region: Option<Region>,
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Region {
        pub start_line: u64,
    }
    #[derive(Serialize)]
    pub struct Logical {
        pub name: &'static str,
        pub kind: &'static str,
    }
}
