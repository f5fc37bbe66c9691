//! Native speed: `cargo bench --bench native`. Prints, for a generated report of 64 MB, what reading the file,
//! cutting it into records, and the full check take; medians and spread over rounds in which they take turns.
//! `cargo bench --bench native -- --write FILE [MB]` writes the report instead.
#![allow(clippy::disallowed_methods)] // the ban is for the core

#[path = "../generator/mod.rs"]
mod generator;

use report_preflight::input::records::{Dialect, Records};
use report_preflight::{Options, Session};
use std::hint::black_box;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Instant;

const ROUNDS: usize = 7;
const CHUNK: usize = 1 << 20;

type Job = (&'static str, fn(&Path) -> u64);

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let [flag, path, rest @ ..] = arguments.as_slice()
        && flag == "--write"
    {
        let megabytes = rest.first().and_then(|size| size.parse().ok()).unwrap_or(64);
        return std::fs::write(path, report(megabytes, false));
    }
    let short = arguments.iter().any(|argument| argument == "--short");
    let (megabytes, rounds) = if short { (16, 3) } else { (64, ROUNDS) };
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let tabs = folder.join("bench.txt");
    let commas = folder.join("bench.csv");
    std::fs::write(&tabs, report(megabytes, false))?;
    std::fs::write(&commas, report(megabytes, true))?;
    println!(
        "{megabytes} MB of fulfilled shipments, {rounds} rounds, MB/s of the file: median [slowest, fastest]"
    );
    measure(
        &tabs,
        rounds,
        &[("read", read), ("records, tabs", records_tabs), ("full check, tabs", full_check)],
    );
    measure(&commas, rounds, &[("records, quoted", records_quoted), ("full check, quoted", full_check)]);
    Ok(())
}

fn report(megabytes: usize, quoted_csv: bool) -> Vec<u8> {
    generator::report(&generator::Plan {
        bytes: megabytes * 1_000_000,
        quoted_csv,
        crlf: quoted_csv,
        ..Default::default()
    })
}

fn measure(path: &Path, rounds: usize, jobs: &[Job]) {
    let megabytes = std::fs::metadata(path).map_or(0.0, |file| file.len() as f64 / 1e6);
    let mut speeds = vec![Vec::new(); jobs.len()];
    for _ in 0..rounds {
        for ((_, job), speeds) in jobs.iter().zip(&mut speeds) {
            let start = Instant::now();
            black_box(job(path));
            speeds.push(megabytes / start.elapsed().as_secs_f64());
        }
    }
    for ((name, _), mut speeds) in jobs.iter().zip(speeds) {
        speeds.sort_by(f64::total_cmp);
        let at = |index: usize| speeds.get(index).copied().unwrap_or_default();
        println!("{name:>20}  {:6.0} [{:.0}, {:.0}]", at(rounds / 2), at(0), at(rounds - 1));
    }
}

/// Gives the file to `take` in chunks, as the command line does.
fn in_chunks(path: &Path, mut take: impl FnMut(&[u8])) {
    let mut file = std::fs::File::open(path).expect("the bench's own file");
    let mut buffer = vec![0; CHUNK];
    loop {
        match file.read(&mut buffer).expect("the bench's own file") {
            0 => return,
            read => take(&buffer[..read]),
        }
    }
}

fn read(path: &Path) -> u64 {
    let mut sum = 0;
    in_chunks(path, |chunk| sum += u64::from(chunk[0]) + chunk.len() as u64);
    sum
}

fn records(path: &Path, dialect: Dialect) -> u64 {
    let mut records = Records::new(dialect, 0);
    let mut cells = 0;
    in_chunks(path, |chunk| records.push(chunk, false, &mut |record| cells += record.cells.len() as u64));
    cells
}

fn records_tabs(path: &Path) -> u64 {
    records(path, Dialect::TABS)
}

fn records_quoted(path: &Path) -> u64 {
    records(path, Dialect::COMMAS)
}

fn full_check(path: &Path) -> u64 {
    let mut session = Session::new(Options::default());
    let mut bytes = 0;
    in_chunks(path, |chunk| {
        session.push(chunk).expect("an open session");
        while let Some(part) = session.take_payload() {
            bytes += part.len() as u64;
        }
    });
    let outcome = session.finish().expect("an open session");
    bytes + outcome.ledger.read()
}
