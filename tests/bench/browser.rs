//! Speed in a browser: `cargo bench --bench browser`. In one run, taking turns: reading the file alone, our check
//! in the product's own worker, and Papa Parse with the same checks written by hand (`page/papa-worker.js`). Trust
//! the ratios within a round; what else the machine does changes the MB/s. Nothing fails because it is slow.
//!
//! After `--`: `--short` (16 MB, 3 rounds), `--large` (256 MB too), `--firefox`, `--site DIR` (a site that
//! `preflight site` built, instead of building one). Needs what `tests/run` installs.

#![allow(clippy::disallowed_methods, reason = "this is a bench, not the core: it needs files and a clock")]

#[allow(dead_code)] // it knows other engines too
#[path = "../browser/engine.rs"]
mod engine;
#[path = "../generator/mod.rs"]
mod generator;
#[allow(dead_code)] // made for tests, which ask for more
#[path = "../browser/process.rs"]
mod process;
#[allow(dead_code)] // made for tests, which ask for more
#[path = "../browser/server.rs"]
mod server;

use anyhow::{Context, Result, bail, ensure};
use engine::{Browser, Engine};
use process::TempDir;
use serde_json::{Value, json};
use server::Server;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use thirtyfour::{By, WebDriver};

/// What takes turns, and the name it is printed under.
const JOBS: [(&str, &str); 4] = [
    ("read", "read, nothing else"),
    ("ours", "our check"),
    ("bare", "without digests"),
    ("papa", "Papa Parse, by hand"),
];

/// Answers how much memory the wasm has; put behind the copied worker, which takes no notice of it.
const MEMORY: &str = r#"
self.addEventListener("message", ({ data }) => {
  if (data.type !== "bench-memory") return;
  postMessage({ id: data.id, type: "bench-memory", bytes: wasm_bindgen.initSync().memory.buffer.byteLength });
});
"#;

/// Before a copy of the worker: the same job as Papa's, which makes no digests.
const WITHOUT_DIGESTS: &str = "SubtleCrypto.prototype.digest = async () => new ArrayBuffer(32);\n";

struct Bench {
    driver: WebDriver,
    megabytes: f64,
    /// For one run.
    limit: Duration,
}

/// One job's speeds, in MB/s: its worker's first run, and one for each round. `None`: it was dropped.
struct Speeds {
    first: Option<f64>,
    rounds: Vec<Option<f64>>,
}

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |flag: &str| arguments.iter().any(|argument| argument == flag);
    let site = arguments.iter().position(|flag| flag == "--site").and_then(|at| arguments.get(at + 1));
    let engine = if has("--firefox") { Engine::Firefox } else { Engine::Chromium };
    let sizes: &[(usize, usize)] = match (has("--short"), has("--large")) {
        (true, _) => &[(16, 3)],
        (_, true) => &[(64, 5), (256, 3)],
        _ => &[(64, 5)],
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    runtime.block_on(run(engine, site.map(PathBuf::from), sizes))
}

async fn run(engine: Engine, site: Option<PathBuf>, sizes: &[(usize, usize)]) -> Result<()> {
    let dir = TempDir::new()?;
    let served = dir.folder("site")?;
    lay_out(site.as_deref(), &served)?;
    let server = Server::start(&served, &dir, "serve")?;
    for &(megabytes, rounds) in sizes {
        let file = dir.join("report.txt");
        let plan = generator::Plan { bytes: megabytes * 1_000_000, ..Default::default() };
        fs::write(&file, generator::report(&plan))?;
        // A new browser for each size: what Papa leaves behind slows down whatever comes later.
        let home = TempDir::new()?;
        let browser = Browser::start(engine, &home).await?;
        let driver = browser.driver.clone();
        driver.goto(format!("{}/bench/bench.html", server.origin)).await?;
        driver.find(By::Id("file")).await?.send_keys(file.display().to_string()).await?;
        let limit = Duration::from_secs((30 + megabytes as u64 / 2).min(100));
        driver.set_script_timeout(limit + Duration::from_secs(15)).await?;
        println!(
            "\n{megabytes} MB of fulfilled shipments in {engine:?}, {rounds} rounds. MB/s of the file: median [slowest, fastest]"
        );
        let bench = Bench { driver, megabytes: fs::metadata(&file)?.len() as f64 / 1e6, limit };
        bench.measure(rounds).await?;
        let _ = browser.driver.clone().leak();
    }
    Ok(())
}

impl Bench {
    async fn measure(&self, rounds: usize) -> Result<()> {
        let mut all = Vec::new();
        for (job, _) in JOBS {
            self.eval("bench.start(args[0])", vec![json!(job)]).await?;
            all.push(Speeds { first: self.speed(job).await?, rounds: Vec::new() });
        }
        self.compare().await?;
        for round in 0..rounds {
            for turn in 0..JOBS.len() {
                let at = (round + turn) % JOBS.len();
                let (job, _) = JOBS[at];
                let speed = self.speed(job).await?;
                all[at].rounds.push(speed);
            }
        }
        for ((_, name), speeds) in JOBS.iter().zip(&all) {
            let first = speeds.first.map_or("dropped".to_owned(), |speed| format!("{speed:.0}"));
            println!("{name:>20}  {}  first run {first}", spread(speeds.rounds.iter().flatten().copied(), 0));
        }
        let [read, ours, bare, papa] = all.as_slice() else { unreachable!("one for each job") };
        for (name, job) in [("ours", ours), ("without digests", bare)] {
            println!("{:>20}  {}", format!("{name} / read"), spread(ratios(job, read), 2));
            println!("{:>20}  {}", format!("{name} / Papa"), spread(ratios(job, papa), 1));
        }
        let bytes = self.eval("bench.wasmMemory()", vec![]).await?;
        println!("{:>20}  {:.1} MiB at most", "wasm memory", bytes.as_f64().unwrap_or(f64::NAN) / 1048576.0);
        Ok(())
    }

    /// One run, in MB/s; `None` when it took too long.
    async fn speed(&self, job: &str) -> Result<Option<f64>> {
        let run = self.run(job, false).await?;
        Ok(run["ms"].as_f64().map(|ms| self.megabytes * 1000.0 / ms))
    }

    async fn run(&self, job: &str, keep: bool) -> Result<Value> {
        let limit = self.limit.as_millis() as u64;
        let run = self.eval("bench.run(...args)", vec![json!(job), json!(limit), json!(keep)]).await?;
        if run["dropped"] == true {
            println!("dropped: {job} took longer than {:?}", self.limit);
        } else if run["fault"].is_string() {
            bail!("{job} failed: {}", run["fault"]);
        }
        Ok(run)
    }

    /// Prints whether both checks say the same about the file, and where not.
    async fn compare(&self) -> Result<()> {
        let (ours, papa) = (self.run("ours", true).await?, self.run("papa", true).await?);
        let (Some(said), Some(theirs)) = (ours["answer"].as_object(), papa["answer"].as_object()) else {
            println!("The answers were not compared.");
            return Ok(());
        };
        let mut differ = false;
        for (what, value) in said.iter().filter(|(what, value)| theirs.get(*what) != Some(value)) {
            differ = true;
            println!("DIFFERENT {what}: ours {value}, Papa {}", theirs.get(what).unwrap_or(&Value::Null));
        }
        if let Some(line) = self.eval("bench.compare()", vec![]).await?.as_str() {
            differ = true;
            println!("DIFFERENT payload: {line}");
        }
        if !differ {
            println!(
                "Ours and Papa's agree: ledger {}, item_amount {}, findings, repairs, and the payload of {} bytes but for its line_id.",
                said["ledger"], said["item_amount"], ours["payloadBytes"]
            );
        }
        Ok(())
    }

    async fn eval(&self, expression: &str, args: Vec<Value>) -> Result<Value> {
        let script = format!("const args = arguments; return ({expression});");
        let answer = self.driver.execute(script, args).await;
        Ok(answer.with_context(|| format!("the page could not say: {expression}"))?.json().clone())
    }
}

fn ratios<'a>(ours: &'a Speeds, other: &'a Speeds) -> impl Iterator<Item = f64> + 'a {
    ours.rounds.iter().zip(&other.rounds).filter_map(|(ours, other)| Some((*ours)? / (*other)?))
}

fn spread(values: impl Iterator<Item = f64>, decimals: usize) -> String {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    match values.as_slice() {
        [] => "all dropped".to_owned(),
        [only] => format!("{only:6.decimals$}"),
        [least, .., most] => {
            let median = values[values.len() / 2];
            format!("{median:6.decimals$} [{least:.decimals$}, {most:.decimals$}]")
        }
    }
}

/// The site with the bench's pages in `bench/`.
fn lay_out(ready: Option<&Path>, site: &Path) -> Result<()> {
    match ready {
        Some(ready) => copy_folder(ready, site)?,
        None => {
            let built = Command::new(env!("CARGO_BIN_EXE_preflight")).arg("site").arg(site).status()?;
            ensure!(built.success(), "the site could not be built");
        }
    }
    let worker = site.join("report-preflight/worker.js");
    let script = fs::read_to_string(&worker).with_context(|| format!("no site in {}", site.display()))?;
    fs::write(worker.with_file_name("worker-bare.js"), format!("{WITHOUT_DIGESTS}{script}"))?;
    fs::write(&worker, script + MEMORY)?;
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let bench = site.join("bench");
    copy_folder(&project.join("tests/bench/page"), &bench)?;
    for file in [
        "tests/node_modules/papaparse/papaparse.min.js",
        "src/fields/zip3_state.txt",
        "src/fields/zip3_shared.txt",
        "src/fields/fulfillment_center_state.txt",
    ] {
        let from = project.join(file);
        let to = bench.join(from.file_name().context("a file")?);
        fs::copy(&from, to).with_context(|| format!("{file} is missing: npm ci --prefix tests"))?;
    }
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        match entry.file_type()?.is_dir() {
            true => copy_folder(&entry.path(), &target)?,
            false => fs::copy(entry.path(), target).map(drop)?,
        }
    }
    Ok(())
}
