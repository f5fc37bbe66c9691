//! A folder's files, one line each.

use crate::summary::{grouped, verdict_slug};
use report_preflight::outcome::{Outcome, RowLedger, Source};
use std::path::Path;

const HEADING: [&str; COLUMNS] = [
    "file",
    "family",
    "generation",
    "encoding",
    "delimiter",
    "preamble",
    "verdict",
    "records: read = accepted + repaired + rejected + set aside",
];
const COLUMNS: usize = 8;

pub type Line = [String; COLUMNS];

/// Of an archive, every report in it has a line, and all of them have the verdict of the whole.
pub fn lines(outcome: &Outcome) -> Vec<Line> {
    outcome.sources.iter().map(|source| line(source, verdict_slug(outcome.verdict))).collect()
}

fn line(source: &Source, verdict: &str) -> Line {
    let format = source.format.as_ref();
    let name = source.name.as_deref().unwrap_or("-");
    let member = format.and_then(|format| format.member.as_deref());
    [
        member.map_or_else(|| name.to_owned(), |member| format!("{name}: {member}")),
        source.report.family.to_owned(),
        source.report.generation.unwrap_or("-").to_owned(),
        format.map_or("-", |format| format.encoding).to_owned(),
        format.map_or("-", |format| format.delimiter).to_owned(),
        format.map_or_else(|| "-".to_owned(), |format| format.preamble_lines.to_string()),
        verdict.to_owned(),
        ledger(&source.ledger),
    ]
}

fn ledger(ledger: &RowLedger) -> String {
    let [read, accepted, repaired, rejected, set_aside] =
        [ledger.read(), ledger.accepted(), ledger.repaired(), ledger.rejected(), ledger.set_aside()]
            .map(grouped);
    format!("{read} = {accepted} + {repaired} + {rejected} + {set_aside}")
}

/// A file about which there is no answer. Why stands among the errors.
pub fn without_answer(file: &Path) -> Line {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut line: Line = Default::default();
    line.fill("-".to_owned());
    line[0] = name;
    line[6] = "no-answer".to_owned();
    line
}

/// Columns below each other, with two blanks between them and no tabs.
pub fn aligned(lines: &[Line]) -> String {
    let heading = HEADING.map(str::to_owned);
    let all = || std::iter::once(&heading).chain(lines);
    let mut widths = [0; COLUMNS];
    for line in all() {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = (*width).max(plain(cell).chars().count());
        }
    }
    let mut text = String::new();
    for line in all() {
        let mut row = String::new();
        for (width, cell) in widths.iter().zip(line) {
            row.push_str(&format!("{:<width$}  ", plain(cell)));
        }
        text.push_str(row.trim_end());
        text.push('\n');
    }
    text
}

/// A file may be named with line breaks in it.
fn plain(cell: &str) -> String {
    cell.replace(char::is_control, " ")
}
