//! Native speed: `cargo bench --bench native`. In one run, taking turns: reading a file, our check with the sale
//! lines written, and DuckDB and Polars with the same cells checked and the same lines written
//! (`native/duckdb.sql`, `native/polars.js`), which must be the same lines. Trust the ratios within a round; what
//! else the machine does changes the MB/s. Nothing fails because it is slow.
//!
//! After `--`: `--short` (16 MB, 3 rounds), `--instructions` (counts them instead of time, see
//! `native/instructions.rs`; needs valgrind), `--write FILE [MB]` (writes the report instead).
//!
//! The others are left out where they are not installed: `npm install --prefix tests` for DuckDB, and
//! `npm install --prefix tests/bench/native` for Polars.
#![allow(clippy::disallowed_methods, reason = "this is a bench, not the core: it needs files and a clock")]

#[path = "native/check.rs"]
mod check;
#[path = "../generator/mod.rs"]
mod generator;
#[path = "native/instructions.rs"]
mod instructions;
#[path = "native/peers.rs"]
mod peers;

use anyhow::{Context, Result};
use check::{CHUNK, check};
use generator::Plan;
use peers::Peer;
use report_preflight::input::records::{Dialect, Records};
use std::fs::{self, File};
use std::hint::black_box;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// In the folder.
const FILES: u64 = 8;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("native-bench");
    fs::create_dir_all(&folder)?;
    match arguments.as_slice() {
        ["--write", path, rest @ ..] => {
            let megabytes = rest.first().and_then(|size| size.parse().ok()).unwrap_or(64);
            Ok(fs::write(path, report(megabytes, Plan::default()))?)
        }
        ["--instructions"] => instructions::count_all(&folder),
        ["--short"] => measure(&folder, 16, 3),
        _ => measure(&folder, 64, 7),
    }
}

fn report(megabytes: usize, plan: Plan) -> Vec<u8> {
    generator::report(&Plan { bytes: megabytes * 1_000_000, ..plan })
}

/// As Windows-1252, which has all that the generator writes where Unicode has it.
fn windows_1252(text: &[u8]) -> Vec<u8> {
    String::from_utf8_lossy(text).chars().map(|sign| sign as u8).collect()
}

/// What takes turns, and the name it is printed under.
struct Job {
    name: String,
    file: PathBuf,
    work: Work,
}

enum Work {
    Read,
    Cut(Dialect),
    Check {
        digests: bool,
    },
    /// The program as it is shipped, which also starts, and makes digests.
    Program {
        file_or_folder: PathBuf,
        cores: usize,
    },
    Peer(Box<Peer>),
}

impl Job {
    fn run(&mut self, out: &Path) -> Result<Duration> {
        let start = Instant::now();
        match &mut self.work {
            Work::Read => read(&self.file)?,
            Work::Cut(dialect) => cut(&self.file, *dialect)?,
            Work::Check { digests } => check_and_write(&self.file, out, *digests)?,
            Work::Program { file_or_folder, cores } => peers::run_program(file_or_folder, *cores)?,
            // It takes its own time.
            Work::Peer(peer) => return peer.run(),
        }
        Ok(start.elapsed())
    }

    fn megabytes(&self) -> f64 {
        fs::metadata(&self.file).map_or(f64::NAN, |file| file.len() as f64 / 1e6)
    }
}

fn measure(folder: &Path, megabytes: usize, rounds: usize) -> Result<()> {
    let out = folder.join("ours.csv");
    let cores = std::thread::available_parallelism()?.get();
    peers::stay_on_one_core()?;
    let mut jobs = jobs(folder, megabytes)?;
    jobs.extend(programs(folder, cores)?);
    jobs.extend(agreeing_peers(&folder.join("tabs.txt"), folder, &out, cores)?);
    println!(
        "{megabytes} MB of fulfilled shipments, {rounds} rounds. MB/s of the file: median [slowest, fastest]"
    );
    // A job that failed has no more turns.
    let mut speeds: Vec<Vec<Option<f64>>> = vec![Vec::new(); jobs.len()];
    for round in 0..rounds {
        for turn in 0..jobs.len() {
            let at = (round + turn) % jobs.len();
            let job = &mut jobs[at];
            let was_dropped = speeds[at].contains(&None);
            let speed = (!was_dropped).then(|| job.run(&out)).transpose().unwrap_or_else(|error| {
                println!("dropped: {}: {error:#}", job.name);
                None
            });
            speeds[at].push(speed.map(|time| job.megabytes() / time.as_secs_f64()));
        }
    }
    for (job, speeds) in jobs.iter().zip(&speeds) {
        println!("{:>34}  {}", job.name, spread(speeds.iter().flatten().copied().collect(), 0));
    }
    println!("Ratios within a round");
    for (job, other) in ratios(&jobs, cores) {
        let place = |name: &str| jobs.iter().position(|job| job.name == name).context("a job's name");
        let both = speeds[place(&job)?].iter().zip(&speeds[place(&other)?]);
        let ratios = both.filter_map(|(job, other)| Some((*job)? / (*other)?)).collect();
        println!("{:>50}  {}", format!("{job} / {other}"), spread(ratios, 2));
    }
    Ok(())
}

/// Our own, and their files.
fn jobs(folder: &Path, megabytes: usize) -> Result<Vec<Job>> {
    let mut jobs = Vec::new();
    let mut file = |name: &str, bytes: &[u8], work: Vec<(&str, Work)>| -> Result<()> {
        let file = folder.join(name);
        fs::write(&file, bytes)?;
        jobs.extend(work.into_iter().map(|(name, work)| Job {
            name: name.to_owned(),
            file: file.clone(),
            work,
        }));
        Ok(())
    };
    let check = || Work::Check { digests: false };
    let text = report(megabytes, Plan::default());
    let work = vec![
        ("read", Work::Read),
        ("cut into records", Work::Cut(Dialect::TABS)),
        ("ours, digests", Work::Check { digests: true }),
        ("ours", check()),
    ];
    file("tabs.txt", &text, work)?;
    file("windows-1252.txt", &windows_1252(&text), vec![("windows-1252", check())])?;
    let text = report(megabytes, Plan { quoted_csv: true, crlf: true, ..Plan::default() });
    let work = vec![("cut, quoted", Work::Cut(Dialect::COMMAS)), ("quoted", check())];
    file("quoted.csv", &text, work)?;
    for (name, damaged_per_mille) in [("nothing damaged", 0), ("1 % damaged", 10)] {
        let text = report(megabytes, Plan { damaged_per_mille, ..Plan::default() });
        file(&format!("damaged-{damaged_per_mille}.txt"), &text, vec![(name, check())])?;
    }
    Ok(jobs)
}

/// The program over one large file and over a folder of them, on one core and on all.
fn programs(folder: &Path, all: usize) -> Result<Vec<Job>> {
    let many = folder.join("many");
    fs::create_dir_all(&many)?;
    let report = folder.join("tabs.txt");
    let bytes = fs::read(&report)?;
    for number in 0..FILES {
        let plan = Plan { seed: number, bytes: bytes.len() / FILES as usize, ..Plan::default() };
        fs::write(many.join(format!("{number}.txt")), generator::report(&plan))?;
    }
    let job = |what: &str, path: &Path, cores: usize| Job {
        name: format!("program, {what}, {}", peers::on(cores)),
        // The files of the folder are as large together.
        file: report.clone(),
        work: Work::Program { file_or_folder: path.to_owned(), cores },
    };
    Ok([1, all]
        .into_iter()
        .flat_map(|cores| [job("one file", &report, cores), job("folder", &many, cores)])
        .collect())
}

fn ratios(jobs: &[Job], all: usize) -> Vec<(String, String)> {
    let mut ratios: Vec<(String, String)> = [
        ("ours", "cut into records"),
        ("ours, digests", "ours"),
        ("windows-1252", "ours"),
        ("quoted", "ours"),
        ("1 % damaged", "nothing damaged"),
    ]
    .map(|(job, other)| (job.to_owned(), other.to_owned()))
    .into();
    for what in ["one file", "folder"] {
        let name = |cores| format!("program, {what}, {}", peers::on(cores));
        ratios.push((name(all), name(1)));
    }
    for peer in jobs.iter().filter(|job| matches!(job.work, Work::Peer(_))) {
        ratios.push(("ours".to_owned(), peer.name.clone()));
        ratios.push(("ours, digests".to_owned(), peer.name.clone()));
    }
    ratios
}

/// The others that are installed. Their first runs are not counted: they show that their lines are ours.
fn agreeing_peers(report: &Path, folder: &Path, out: &Path, all: usize) -> Result<Vec<Job>> {
    check_and_write(report, out, true)?;
    peers::write_tables(folder)?;
    let mut jobs = Vec::new();
    let scripts = ["duckdb.js", "polars.js"];
    let places = [1, all].into_iter().flat_map(|cores| scripts.map(|script| (script, cores)));
    for (script, cores) in places {
        match Peer::start(script, report, folder, cores) {
            Err(error) => println!("left out: {script}: {error:#}"),
            Ok(mut peer) => {
                peer.run().with_context(|| format!("{} failed", peer.name))?;
                let lines = peers::compare(out, &peer.out).with_context(|| peer.name.clone())?;
                println!("{} wrote the same {lines} lines", peer.name);
                let (name, file) = (peer.name.clone(), report.to_owned());
                jobs.push(Job { name, file, work: Work::Peer(Box::new(peer)) });
            }
        }
    }
    Ok(jobs)
}

/// Median, slowest and fastest.
fn spread(mut values: Vec<f64>, digits: usize) -> String {
    values.sort_by(f64::total_cmp);
    match values.as_slice() {
        [] => "nothing".to_owned(),
        [slowest, .., fastest] | [slowest @ fastest] => {
            format!("{:7.digits$} [{slowest:.digits$}, {fastest:.digits$}]", values[values.len() / 2])
        }
    }
}

/// Gives the file to `take` in chunks, as the command line does.
fn in_chunks(path: &Path, mut take: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let mut file = File::open(path)?;
    let mut buffer = vec![0; CHUNK];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(()),
            read => take(&buffer[..read])?,
        }
    }
}

fn read(path: &Path) -> io::Result<()> {
    in_chunks(path, |chunk| {
        black_box(chunk);
        Ok(())
    })
}

fn cut(path: &Path, dialect: Dialect) -> io::Result<()> {
    let mut records = Records::new(dialect, 0);
    let mut cells = 0;
    in_chunks(path, |chunk| {
        records.push(chunk, false, &mut |record| cells += record.cells.len() as u64);
        Ok(())
    })?;
    black_box(cells);
    Ok(())
}

fn check_and_write(path: &Path, out: &Path, digests: bool) -> io::Result<()> {
    let mut out = File::create(out)?;
    black_box(check(|take| in_chunks(path, take), |part| out.write_all(part), digests)?);
    Ok(())
}
