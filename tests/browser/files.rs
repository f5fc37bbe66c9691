//! Files for the tests: reports of made-up people that tests can damage, large ones, and fixtures.

use crate::common;
use crate::generator::{self, FULFILLED_SHIPMENTS, Numbers};
use anyhow::Result;
use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// Stands only in cells that stay, so it must be nowhere in what leaves.
pub const PRIVATE: &str = "Quincy Canarywood";

/// A report of Amazon Fulfilled Shipments, as a table that tests can damage.
pub struct Report(Vec<[String; 48]>);

impl Report {
    /// A report with nothing wrong in it.
    pub fn good(records: u64) -> Report {
        let mut numbers = Numbers(7);
        let mut rows = vec![FULFILLED_SHIPMENTS.map(str::to_owned)];
        rows.extend((0..records).map(|number| generator::record(&mut numbers, number, 0)));
        let last = records as usize + 1;
        (2..=last).fold(Report(rows), |report, record| {
            // Oregon has no sales tax.
            let report =
                if report.has(record, "OR") { report.set(record, "item-tax", "0.00") } else { report };
            report.set(record, "recipient-name", PRIVATE)
        })
    }

    /// Sends a record to Texas, as sellers spell it.
    pub fn sent_to_texas(self, record: usize) -> Report {
        self.set(record, "ship-postal-code", "78701").set(record, "ship-state", "Texas")
    }

    fn has(&self, record: usize, text: &str) -> bool {
        self.0[record - 1].iter().any(|cell| cell == text)
    }

    /// Writes `text` into one cell. Records are numbered as the outcome does: the header is 1.
    pub fn set(mut self, record: usize, column: &str, text: &str) -> Report {
        let index =
            FULFILLED_SHIPMENTS.iter().position(|name| *name == column).expect("a column of the report");
        self.0[record - 1][index] = text.to_owned();
        self
    }

    pub fn text(&self) -> String {
        self.0.iter().map(|cells| cells.join("\t") + "\r\n").collect()
    }

    pub fn write(&self, folder: &Path, name: &str) -> Result<PathBuf> {
        let path = folder.join(name);
        fs::write(&path, self.text())?;
        Ok(path)
    }
}

/// A report of at least `bytes`, the same thousand sales over and over: long to read, quick to write.
pub fn large(folder: &Path, name: &str, bytes: usize) -> Result<PathBuf> {
    let text = Report::good(1000).text();
    let (header, rows) = text.split_at(text.find('\n').expect("a header") + 1);
    let path = folder.join(name);
    let mut file = BufWriter::new(fs::File::create(&path)?);
    file.write_all(header.as_bytes())?;
    for _ in 0..bytes.div_ceil(rows.len()) {
        file.write_all(rows.as_bytes())?;
    }
    file.flush()?;
    Ok(path)
}

/// A file of 3 GB that takes no room on the disk.
pub fn sparse(folder: &Path, name: &str) -> Result<PathBuf> {
    let path = folder.join(name);
    fs::File::create(&path)?.set_len(3 << 30)?;
    Ok(path)
}

pub fn fixture(name: &str) -> PathBuf {
    common::root().join("tests/fixtures").join(name)
}
