//! Reports to damage, and what a check of them says.

use crate::common::{Checked, check_batch, options};
pub use crate::reports::*;
use report_preflight::outcome::Verdict;
use report_preflight::{Options, SourceOptions, catalogue};
use std::collections::BTreeMap;

/// A report before it is written. Records are numbered as findings number them: the first is 2.
#[derive(Clone)]
pub struct Report {
    pub header: Vec<String>,
    pub records: Vec<Vec<String>>,
    pub above: String,
    delimiter: &'static str,
    quoted: bool,
    line_end: &'static str,
}

impl Report {
    pub fn new(columns: &[&str], first: &[(&str, &str)]) -> Report {
        let report = Report {
            header: columns.iter().map(|&column| column.to_owned()).collect(),
            records: vec![vec![String::new(); columns.len()]],
            above: String::new(),
            delimiter: "\t",
            quoted: false,
            line_end: "\n",
        };
        first.iter().fold(report, |report, (column, value)| report.set(2, column, value))
    }

    pub fn at(&self, column: &str) -> usize {
        self.header.iter().position(|name| name == column).unwrap_or_else(|| panic!("no column {column}"))
    }

    pub fn set(mut self, record: usize, column: &str, value: &str) -> Report {
        let at = self.at(column);
        self.records[record - 2][at] = value.to_owned();
        self
    }

    pub fn set_all(self, column: &str, value: &str) -> Report {
        (2..2 + self.records.len()).fold(self, |report, record| report.set(record, column, value))
    }

    /// One value for each record, from the first.
    pub fn set_each(self, column: &str, values: &[&str]) -> Report {
        assert_eq!(values.len(), self.records.len(), "a value for each record");
        (2..).zip(values).fold(self, |report, (record, value)| report.set(record, column, value))
    }

    /// A further record, like the first but for these cells.
    pub fn and(mut self, changes: &[(&str, &str)]) -> Report {
        self.records.push(self.records[0].clone());
        let record = self.records.len() + 1;
        changes.iter().fold(self, |report, (column, value)| report.set(record, column, value))
    }

    /// Only these records.
    pub fn only(&self, records: &[usize]) -> Report {
        Report {
            records: records.iter().map(|record| self.records[record - 2].clone()).collect(),
            ..self.clone()
        }
    }

    /// Other records in their place.
    pub fn with(self, records: Vec<Vec<String>>) -> Report {
        Report { records, ..self }
    }

    pub fn commas(self) -> Report {
        Report { delimiter: ",", quoted: true, ..self }
    }
    pub fn semicolons(self) -> Report {
        Report { delimiter: ";", quoted: true, ..self }
    }
    pub fn pipes(self) -> Report {
        Report { delimiter: "|", quoted: true, ..self }
    }
    pub fn quoted_tabs(self) -> Report {
        Report { quoted: true, ..self }
    }
    pub fn below(self, above: &str) -> Report {
        Report { above: above.to_owned(), ..self }
    }

    pub fn ending(self, line_end: &'static str) -> Report {
        Report { line_end, ..self }
    }

    fn line(&self, cells: &[String]) -> String {
        let cell = |cell: &String| match self.quoted {
            true => format!("\"{}\"", cell.replace('"', "\"\"")),
            false => cell.clone(),
        };
        cells.iter().map(cell).collect::<Vec<_>>().join(self.delimiter)
    }

    /// The header line and a line for each record.
    pub fn lines(&self) -> Vec<String> {
        std::iter::once(&self.header).chain(&self.records).map(|cells| self.line(cells)).collect()
    }

    pub fn text(&self) -> String {
        self.above.clone()
            + &self.lines().iter().map(|line| format!("{line}{}", self.line_end)).collect::<String>()
    }

    pub fn answer(&self) -> Answer {
        answer(self.text().as_bytes())
    }
}

/// What a check said; and the sale lines, those of a report with rejected records too.
pub struct Answer {
    pub checked: Checked,
    pub payload: String,
}

pub fn answer(bytes: &[u8]) -> Answer {
    answer_with(bytes, |_, _| {})
}

pub fn answer_with(bytes: &[u8], ask: impl Fn(&mut Options, &mut SourceOptions)) -> Answer {
    let mut asked = options("report.txt");
    ask(&mut asked.options, &mut asked.about);
    answers(&[(asked.about, bytes.to_vec())], &asked.options)
}

/// Several files, `a`, `b` and so on.
pub fn answer_to_files(files: &[&Report]) -> Answer {
    let sources: Vec<_> =
        ('a'..).zip(files).map(|(name, file)| named(&name.to_string(), &file.text())).collect();
    answers(&sources, &options("").options)
}

pub fn named(name: &str, text: &str) -> (SourceOptions, Vec<u8>) {
    (SourceOptions { name: Some(name.to_owned()), ..SourceOptions::default() }, text.as_bytes().to_vec())
}

pub fn answers(sources: &[(SourceOptions, Vec<u8>)], options: &Options) -> Answer {
    let check = |leave_out_rejected, size: usize| {
        let options = Options { leave_out_rejected, ..options.clone() };
        check_batch(sources.iter().map(|(about, bytes)| (about.clone(), bytes.chunks(size))), options)
    };
    let checked = check(false, usize::MAX);
    let lenient = check(true, 65_536);
    // The first law.
    for ledger in checked.outcome.sources.iter().map(|source| source.ledger).chain([checked.outcome.ledger]) {
        assert_eq!(
            ledger.read(),
            ledger.accepted() + ledger.repaired() + ledger.rejected() + ledger.set_aside()
        );
    }
    assert_eq!(checked.outcome.ledger, lenient.outcome.ledger);
    let payload = String::from_utf8(lenient.payload).expect("a payload is UTF-8");
    let answer = Answer { checked, payload };
    if lenient.outcome.manifest.is_some() {
        assert_eq!(answer.sales().len() as u64, answer.checked.outcome.ledger.lines());
    }
    if answer.checked.outcome.ledger.rejected() > 0 {
        assert!(answer.checked.outcome.manifest.is_none(), "a rejected record holds the payload back");
    }
    answer
}

impl Answer {
    pub fn verdict(&self) -> Verdict {
        self.checked.outcome.verdict
    }

    /// Read, accepted, repaired, rejected, set aside.
    pub fn ledger(&self) -> [u64; 5] {
        let ledger = self.checked.outcome.ledger;
        [ledger.read(), ledger.accepted(), ledger.repaired(), ledger.rejected(), ledger.set_aside()]
    }

    pub fn format(&self) -> &report_preflight::outcome::Format {
        self.checked.outcome.sources[0].format.as_ref().expect("a report that was read")
    }

    pub fn family(&self) -> &'static str {
        self.checked.outcome.sources[0].report.family
    }

    pub fn sales(&self) -> Vec<BTreeMap<String, String>> {
        let mut reader = csv::Reader::from_reader(self.payload.as_bytes());
        reader.deserialize().map(|line| line.expect("a sale line")).collect()
    }

    /// A column of the payload.
    pub fn column(&self, name: &str) -> Vec<String> {
        self.sales().iter().map(|sale| sale[name].clone()).collect()
    }

    /// What was sold for, in cents.
    pub fn cents(&self) -> i64 {
        self.column("item_amount").iter().map(|amount| cents(amount)).sum()
    }

    pub fn count(&self, code: &str) -> u64 {
        assert!(catalogue::codes().any(|known| known.slug == code), "there is no code {code}");
        let findings = self.checked.outcome.findings.iter().map(|found| (found.code, found.count));
        let repairs = self.checked.outcome.repairs.iter().map(|made| (made.code, made.count));
        findings.chain(repairs).filter(|(slug, _)| *slug == code).map(|(_, count)| count).sum()
    }

    /// The records where it was found.
    pub fn records(&self, code: &str) -> Vec<u64> {
        assert!(catalogue::codes().any(|known| known.slug == code), "there is no code {code}");
        let findings = self.checked.outcome.findings.iter().filter(|found| found.code == code);
        let repairs = self.checked.outcome.repairs.iter().filter(|made| made.code == code);
        let found = findings.flat_map(|found| &found.places).map(|place| place.record);
        found.chain(repairs.flat_map(|made| &made.places).map(|made| made.place.record)).flatten().collect()
    }

    /// Every code, but for those that say only that a spreadsheet was used.
    pub fn codes(&self) -> Vec<&'static str> {
        let mut codes = self.checked.codes();
        codes.retain(|code| *code != "opened-in-a-spreadsheet");
        codes
    }

    /// The one record is rejected for this, and all others are as if it were not there.
    pub fn rejects_only(&self, record: u64, code: &str) {
        assert_eq!(self.records(code), [record], "{code}: {:?}", self.codes());
        assert_eq!(self.ledger()[3], 1, "{:?}", self.codes());
        assert_eq!(self.verdict(), Verdict::NeedsFixing);
        assert!(!self.column("source_record").contains(&record.to_string()));
    }
}

pub fn cents(amount: &str) -> i64 {
    amount.replace('.', "").parse().unwrap_or_else(|_| panic!("{amount} is not an amount"))
}

/// What the code tells the seller to do is to download the report again.
pub fn sends_to_download(code: &str) {
    let code = catalogue::codes().find(|known| known.slug == code).expect("a code");
    assert!(code.fix.to_lowercase().contains("download the report again"), "{}: {}", code.slug, code.fix);
}
