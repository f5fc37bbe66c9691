//! The others: DuckDB and Polars, each in a process of its own that stays, so that starting it is not counted.

use anyhow::{Context, Result, bail, ensure};
use report_preflight::fields::postal_code::{self, Fit};
use report_preflight::fields::{State, country, state};
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// For one run.
const LIMIT: Duration = Duration::from_secs(60);

pub struct Peer {
    pub name: String,
    /// What it writes.
    pub out: PathBuf,
    process: Child,
    orders: ChildStdin,
    answers: Receiver<String>,
}

impl Peer {
    /// On the first so many cores.
    pub fn start(script: &str, report: &Path, folder: &Path, cores: usize) -> Result<Peer> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench/native").join(script);
        let threads = cores.to_string();
        let stem = script.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let out = folder.join(format!("{stem}-{threads}.csv"));
        let mut process = on_cores(cores, Path::new("node"))
            .arg(&script)
            .args([report, &out, folder])
            .arg(&threads)
            .env("POLARS_MAX_THREADS", &threads)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("node and taskset are needed")?;
        let orders = process.stdin.take().context("no way to the process")?;
        let lines = BufReader::new(process.stdout.take().context("no way from the process")?).lines();
        let (sender, answers) = channel();
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        let mut peer = Peer { name: String::new(), out, process, orders, answers };
        let version = peer.answer()?["version"].as_str().unwrap_or_default().to_owned();
        peer.name = format!("{stem} {version}, {}", on(cores));
        Ok(peer)
    }

    /// How long the job took.
    pub fn run(&mut self) -> Result<Duration> {
        writeln!(self.orders)?;
        let milliseconds = self.answer()?["ms"].as_f64().context("no time")?;
        Ok(Duration::from_secs_f64(milliseconds / 1000.0))
    }

    fn answer(&mut self) -> Result<Value> {
        let line = self.answers.recv_timeout(LIMIT).context("it did not answer")?;
        Ok(serde_json::from_str(&line)?)
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// From now on this thread, and whatever it starts, uses the first core only.
pub fn stay_on_one_core() -> Result<()> {
    let this = std::process::id().to_string();
    let status =
        Command::new("taskset").args(["--cpu-list", "--pid", "0", &this]).stdout(Stdio::null()).status()?;
    ensure!(status.success(), "taskset ended with {status}");
    Ok(())
}

/// `preflight check` of a file or a folder. Some records of theirs cannot be used, which it says.
pub fn run_program(file_or_folder: &Path, cores: usize) -> Result<()> {
    let status = on_cores(cores, Path::new(env!("CARGO_BIN_EXE_preflight")))
        .args(["check", "--threads", &cores.to_string()])
        .arg(file_or_folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    ensure!(status.code().is_some_and(|code| code <= 1), "preflight ended with {status}");
    Ok(())
}

pub fn on(cores: usize) -> String {
    if cores == 1 { "one core".to_owned() } else { format!("{cores} cores") }
}

fn on_cores(cores: usize, program: &Path) -> Command {
    let mut command = Command::new("taskset");
    command.args(["--cpu-list", &format!("0-{}", cores - 1)]).arg(program);
    command
}

/// What the product knows about states, ZIP codes and countries, for the others to join with.
pub fn write_tables(folder: &Path) -> Result<()> {
    let states = include_str!("states.csv");
    let mut places = "zip3,state\n".to_owned();
    for state in (0..state::COUNT).filter_map(State::from_index) {
        let code = state.as_str();
        ensure!(states.contains(&format!(",{code}\n")), "states.csv lacks {code}");
        for prefix in 0..1000 {
            let text = format!("{prefix:03}01");
            let five = text.as_bytes().first_chunk().context("five digits")?;
            if postal_code::fit(*five, state) != Fit::Elsewhere {
                places += &format!("{prefix:03},{code}\n");
            }
        }
    }
    let letters = || b'A'..=b'Z';
    let mut countries = "code\n".to_owned();
    for code in letters().flat_map(|first| letters().map(move |second| [first, second])) {
        if country::read(&code).remark.is_none() {
            countries += &format!("{}\n", String::from_utf8_lossy(&code));
        }
    }
    fs::write(folder.join("states.csv"), states)?;
    fs::write(folder.join("places.csv"), places)?;
    fs::write(folder.join("countries.csv"), countries)?;
    Ok(())
}

/// Both must have written the same lines, in any order, in the columns that `theirs` has.
pub fn compare(ours: &Path, theirs: &Path) -> Result<usize> {
    let columns = csv::Reader::from_path(theirs)?.headers()?.clone();
    let sorted = |path: &Path| -> Result<Vec<Vec<String>>> {
        let mut reader = csv::Reader::from_path(path)?;
        let headers = reader.headers()?.clone();
        let places: Vec<usize> = columns
            .iter()
            .map(|name| {
                headers.iter().position(|header| header == name).with_context(|| format!("no {name}"))
            })
            .collect::<Result<_>>()?;
        let mut lines = Vec::new();
        for line in reader.records() {
            let line = line?;
            lines.push(places.iter().map(|&at| line.get(at).unwrap_or_default().to_owned()).collect());
        }
        lines.sort();
        Ok(lines)
    };
    let (ours, theirs) = (sorted(ours)?, sorted(theirs)?);
    if let Some((our, their)) = ours.iter().zip(&theirs).find(|(our, their)| our != their) {
        bail!("ours and theirs differ:\n{our:?}\n{their:?}");
    }
    ensure!(ours.len() == theirs.len(), "{} lines of ours, {} of theirs", ours.len(), theirs.len());
    Ok(ours.len())
}
