//! Jobs that take turns over the same files: their speeds, and whether they say the same.

use crate::engine::Engine;
use crate::numbers::Spread;
use crate::page::{self, Page};
use crate::plan::{Group, Job};
use crate::process::TempDir;
use crate::table::Table;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Who is dropped as often as this takes no more turns.
const MOST_DROPS: usize = 2;

pub struct Turns {
    group: &'static Group,
    page: Page,
    runners: Vec<Runner>,
    notes: Vec<String>,
}

/// One job's speeds in MB/s of the file. `None`: that run was dropped.
struct Runner {
    job: Job,
    megabytes: f64,
    first: Option<f64>,
    rounds: Vec<Option<f64>>,
    drops: usize,
    answer: Value,
    payload_bytes: u64,
}

pub async fn measure(group: &'static Group, rounds: usize, engine: Engine, origin: &str) -> Result<Table> {
    let dir = TempDir::new()?;
    let files = page::write_files(&dir, group.jobs, group.megabytes)?;
    let limit = page::limit_for(group.megabytes);
    let runners = group.jobs.iter().map(|job| {
        let megabytes = fs::metadata(dir.join(job.file.name()))?.len() as f64 / 1e6;
        Ok(Runner {
            job: *job,
            megabytes,
            first: None,
            rounds: vec![],
            drops: 0,
            answer: Value::Null,
            payload_bytes: 0,
        })
    });
    let runners = runners.collect::<Result<_>>()?;
    let page = Page::open(engine, origin, &files, limit).await?;
    let mut turns = Turns { group, page, runners, notes: vec![] };
    turns.first_runs().await?;
    turns.compare()?;
    turns.weigh_payloads(&dir)?;
    for round in 0..rounds {
        turns.round(round).await?;
    }
    turns.weigh_memory().await;
    Ok(turns.table(rounds, engine))
}

impl Turns {
    /// Each job's first run starts its worker, and its payload is looked at.
    async fn first_runs(&mut self) -> Result<()> {
        // Which payloads are alike.
        let mut digests: Vec<(usize, String)> = Vec::new();
        for at in 0..self.runners.len() {
            let job = self.runners[at].job;
            let keep = !job.is_reading();
            let run = self.run(at, keep).await?;
            self.runners[at].first = self.runners[at].speed(&run);
            self.runners[at].answer = run["answer"].clone();
            self.runners[at].payload_bytes = run["payloadBytes"].as_u64().unwrap_or(0);
            if !keep || run["ms"].is_null() {
                continue;
            }
            if job.engine == "papa-same" {
                self.compare_payloads(at).await?;
            }
            if job.writes_the_common_payload() {
                let digest = self.page.eval("bench.digest(args[0])", vec![json!(job.name)]).await?;
                digests.push((at, digest.to_string()));
            } else if !job.is_ours() {
                self.page.eval("bench.forget(args[0])", vec![json!(job.name)]).await?;
            }
        }
        if let Some(((first, digest), others)) = digests.split_first() {
            for (at, _) in others.iter().filter(|(_, other)| other != digest) {
                let [one, other] = [*first, *at].map(|at| self.runners[at].job.name);
                self.notes.push(format!("DIFFERENT payloads: {one}, and {other}."));
            }
        }
        self.page.eval("bench.forget()", vec![]).await?;
        Ok(())
    }

    async fn round(&mut self, round: usize) -> Result<()> {
        let count = self.runners.len();
        for turn in 0..count {
            let at = (round + turn) % count;
            let speed = if self.runners[at].drops < MOST_DROPS {
                let mut run = self.run(at, false).await?;
                // In a new worker, because the last one was dropped or its page died: that was a first run.
                if run["fresh"] == true {
                    run = self.run(at, false).await?;
                }
                self.runners[at].speed(&run)
            } else {
                None
            };
            self.runners[at].rounds.push(speed);
        }
        Ok(())
    }

    async fn run(&mut self, at: usize, keep: bool) -> Result<Value> {
        let runner = &mut self.runners[at];
        let run = self.page.run(&runner.job, keep).await?;
        if let Some(why) = run["dropped"].as_str() {
            runner.drops += 1;
            let out = if runner.drops == MOST_DROPS { ", and takes no more turns" } else { "" };
            self.notes.push(format!("DROPPED: {}{out}: {}", runner.job.name, why.replace('\n', " ")));
        }
        Ok(run)
    }

    /// Ours over the same file.
    fn ours_for(&self, at: usize) -> Option<&Runner> {
        let job = self.runners[at].job;
        let is_it = |runner: &&Runner| runner.job.is_ours() && runner.job.file == job.file;
        self.runners.iter().find(is_it)
    }

    /// Whether everybody gives our answer, as far as they have one.
    fn compare(&mut self) -> Result<()> {
        let mut agree = Vec::new();
        let mut notes = Vec::new();
        for (at, runner) in self.runners.iter().enumerate() {
            let ours = self.ours_for(at).map(|ours| &ours.answer);
            let (Some(Value::Object(theirs)), Some(ours @ Value::Object(_))) = (Some(&runner.answer), ours)
            else {
                continue;
            };
            let other = theirs.iter().filter(|(what, value)| *what != "issues" && ours[*what] != **value);
            let other: Vec<_> =
                other.map(|(what, value)| format!("{what} {value}, ours {}", ours[what])).collect();
            match other.as_slice() {
                _ if runner.job.is_reading() => {}
                [] => agree.push(runner.job.name),
                _ => notes.push(format!("DIFFERENT: {}: {}", runner.job.name, other.join("; "))),
            }
        }
        let ours = self.runners.iter().find(|runner| runner.job.is_ours()).context("ours takes part")?;
        let said = |what: &str| ours.answer[what].to_string();
        notes.push(format!(
            "Asked alike, they agree ({} records, {} lines in dollars, item amounts {}): {}.",
            said("rows"),
            said("lines"),
            said("item_amount"),
            agree.join("; ")
        ));
        self.notes.extend(notes);
        Ok(())
    }

    async fn compare_payloads(&mut self, at: usize) -> Result<()> {
        let theirs = self.runners[at].job.name;
        let Some(ours) = self.ours_for(at).filter(|ours| ours.first.is_some()) else { return Ok(()) };
        let (name, bytes) = (ours.job.name, ours.payload_bytes);
        let line =
            self.page.eval("bench.compare(args[0], args[1])", vec![json!(name), json!(theirs)]).await?;
        self.notes.push(match line.as_str() {
            Some(line) => format!("DIFFERENT payload: {theirs}: {line}"),
            None => format!("{theirs}: it is, but for the line's identity ({bytes} bytes)."),
        });
        Ok(())
    }

    /// Where payloads are packed: how much more our packing weighs than `gzip -6` of the same.
    fn weigh_payloads(&mut self, dir: &TempDir) -> Result<()> {
        let Some(packed) = self.runners.iter().find(|runner| runner.job.is_ours() && runner.job.packs())
        else {
            return Ok(());
        };
        let payload = dir.join("payload.csv");
        let checked = Command::new(env!("CARGO_BIN_EXE_preflight"))
            .arg("check")
            .arg(dir.join(packed.job.file.name()))
            .args(["--leave-out-rejected", "--payload"])
            .arg(&payload)
            .output()?;
        ensure!(payload.exists(), "no payload: {}", String::from_utf8_lossy(&checked.stderr));
        let gzip = packed_size(&payload)?;
        self.notes.push(format!(
            "The packed payload is {} bytes, {:.2} × `gzip -6` ({gzip}).",
            packed.payload_bytes,
            packed.payload_bytes as f64 / gzip as f64
        ));
        Ok(())
    }

    async fn weigh_memory(&mut self) {
        if let Ok(memory) = self.page.eval("bench.wasmMemory()", vec![]).await {
            let workers = memory.as_array().into_iter().flatten().filter_map(Value::as_f64);
            let all: Vec<String> = workers.map(|bytes| format!("{:.1}", bytes / 1048576.0)).collect();
            self.notes.push(format!("Wasm memory of our workers, MiB at most: {}.", all.join(", ")));
        }
    }

    fn named(&self, name: &str) -> Option<&Runner> {
        self.runners.iter().find(|runner| runner.job.name == name)
    }

    fn table(&self, rounds: usize, engine: Engine) -> Table {
        let title = format!(
            "{} MB of fulfilled shipments, {}: {engine:?}, {rounds} rounds",
            self.group.megabytes, self.group.title
        );
        let mut table =
            Table::new(self.group.flag, title, &["", "MB/s", "first run", "of reading", "ours is"]);
        let [reading, ours, ..] = self.runners.as_slice() else { return table };
        for runner in &self.runners {
            let speeds: Spread = runner.rounds.iter().flatten().copied().collect();
            let first = runner.first.map_or("–".to_owned(), |speed| format!("{speed:.0}"));
            let times = match runner.job.is_reading() || runner.job.is_ours() {
                true => String::new(),
                false => format!("{} ×", ours.against(runner).text(1)),
            };
            let share = match std::ptr::eq(runner, reading) {
                true => String::new(),
                false => runner.against(reading).text(2),
            };
            table.row([runner.job.name.to_owned(), speeds.text(0), first, share, times]);
        }
        for (one, other) in self.group.ratios {
            if let (Some(a), Some(b)) = (self.named(one), self.named(other)) {
                table.note(format!("{one} / {other}: {}.", a.against(b).text(2)));
            }
        }
        let limit: Spread = reading.rounds.iter().flatten().copied().collect();
        if limit.swing() > 0.5 {
            let swing = limit.swing() * 100.0;
            table.note(format!("UNSTEADY: the reading itself swings by {swing:.0} %: measure again."));
        }
        self.notes.iter().for_each(|note| table.note(note.clone()));
        table
    }
}

impl Runner {
    fn speed(&self, run: &Value) -> Option<f64> {
        run["ms"].as_f64().map(|ms| self.megabytes * 1000.0 / ms)
    }

    /// Ratios within the rounds.
    fn against(&self, other: &Runner) -> Spread {
        self.rounds.iter().zip(&other.rounds).filter_map(|(one, other)| Some((*one)? / (*other)?)).collect()
    }
}

fn packed_size(path: &Path) -> Result<u64> {
    let packed = PathBuf::from(path).with_extension("gz");
    let done = Command::new("gzip")
        .args(["-6", "-n", "-c"])
        .arg(path)
        .stdout(fs::File::create(&packed)?)
        .status()?;
    ensure!(done.success(), "gzip failed");
    Ok(fs::metadata(packed)?.len())
}
