//! The reports that are read.

use crate::generator::{self, Plan};
use anyhow::Result;
use std::fs;
use std::path::Path;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Plain,
    Quoted,
    Windows1252,
    /// Nothing is wrong with it.
    Clean,
    Damaged,
    /// Every record has something wrong with it: 100,000 findings in 64 MB.
    Riddled,
}

/// One record in so many ends early, but for clean files: some readers lose the next one too.
const SHORT_EVERY: usize = 2000;
const SHORT_CELLS: usize = 40;

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Kind::Plain => "plain.txt",
            Kind::Quoted => "quoted.csv",
            Kind::Windows1252 => "windows-1252.txt",
            Kind::Clean => "clean.txt",
            Kind::Damaged => "damaged.txt",
            Kind::Riddled => "riddled.txt",
        }
    }

    /// Of a thousand records. Three of ten kinds of damage are mended and no finding.
    fn damaged_per_mille(self) -> u64 {
        match self {
            Kind::Clean => 0,
            Kind::Damaged => 14,
            Kind::Riddled => 1000,
            Kind::Plain | Kind::Quoted | Kind::Windows1252 => 5,
        }
    }

    pub fn write(self, path: &Path, megabytes: usize) -> Result<()> {
        let quoted_csv = self == Kind::Quoted;
        let report = generator::report(&Plan {
            bytes: megabytes * 1_000_000,
            quoted_csv,
            crlf: quoted_csv,
            damaged_per_mille: self.damaged_per_mille(),
            ..Plan::default()
        });
        let report = match self {
            Kind::Clean => report,
            _ => cut_some_short(&report, if quoted_csv { b"\",\"" } else { b"\t" }, quoted_csv),
        };
        Ok(fs::write(path, if self == Kind::Windows1252 { in_windows_1252(&report)? } else { report })?)
    }
}

fn cut_some_short(report: &[u8], between: &[u8], quoted: bool) -> Vec<u8> {
    let mut out = Vec::with_capacity(report.len());
    for (number, line) in report.split_inclusive(|byte| *byte == b'\n').enumerate() {
        match memchr::memmem::find_iter(line, between).nth(SHORT_CELLS - 1) {
            Some(end) if number % SHORT_EVERY == SHORT_EVERY - 1 => {
                out.extend(&line[..end]);
                out.extend(if quoted { b"\"\r\n".as_slice() } else { b"\n" });
            }
            _ => out.extend(line),
        }
    }
    out
}

/// Its letters are those of Latin 1, which windows-1252 has at the same places.
fn in_windows_1252(report: &[u8]) -> Result<Vec<u8>> {
    Ok(std::str::from_utf8(report)?
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)))
        .collect::<Result<_, _>>()?)
}
