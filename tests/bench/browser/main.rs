//! Speed in a browser: `cargo bench --bench browser`. In one run, taking turns: reading the file alone, our check,
//! and the same job by those who do it otherwise (`page/opponents/`). Trust the ratios within a round; what else the
//! machine does changes the MB/s. Nothing fails because it is slow, and who fails or takes too long is dropped.
//!
//! After `--`, what to measure: `--plain` (64 MB; the default), `--large` (512 MB), `--quoted`, `--windows-1252`,
//! `--damaged`, `--gzip`, `--cold` (1 MB, all start-up), `--memory` (up to 1 GB), `--page` (long tasks, cancelling),
//! `--short` (16 MB, 3 rounds, and what is downloaded: for CI), `--all` (everything but `--short`).
//! And how: `--firefox` or `--webkit`, `--rounds N`, `--site DIR` (a site that `preflight site` built, instead of
//! building one), `--write-readme` (puts the tables where the README has markers for them).
//! Needs what `tests/run` installs.

#![allow(clippy::disallowed_methods, reason = "this is a bench, not the core: it needs files and a clock")]

mod calm;
mod cold;
#[path = "../../browser/engine.rs"]
mod engine;
mod files;
#[path = "../../generator/mod.rs"]
mod generator;
mod memory;
mod numbers;
mod page;
mod plan;
#[allow(dead_code)] // made for tests, which ask for more
#[path = "../../browser/process.rs"]
mod process;
#[allow(dead_code)] // made for tests, which ask for more
#[path = "../../browser/server.rs"]
mod server;
mod site;
mod table;
mod turns;
mod weight;

use anyhow::{Context, Result, ensure};
use engine::Engine;
use plan::{DEFAULT, GROUPS};
use process::TempDir;
use server::Server;
use std::path::{Path, PathBuf};
use table::Table;

/// What is no group of jobs that take turns.
const OTHERS: [&str; 3] = ["--cold", "--memory", "--page"];

struct Asked {
    what: Vec<String>,
    engine: Engine,
    rounds: Option<usize>,
    site: Option<PathBuf>,
    write_readme: bool,
}

fn main() -> Result<()> {
    let asked = Asked::of(std::env::args().skip(1))?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    runtime.block_on(asked.run())
}

impl Asked {
    fn of(arguments: impl Iterator<Item = String>) -> Result<Asked> {
        let mut asked =
            Asked { what: vec![], engine: Engine::Chromium, rounds: None, site: None, write_readme: false };
        let mut arguments = arguments;
        while let Some(flag) = arguments.next() {
            match flag.as_str() {
                // Cargo's own.
                "--bench" => {}
                "--firefox" => asked.engine = Engine::Firefox,
                "--webkit" => asked.engine = Engine::WebKit,
                "--rounds" => asked.rounds = Some(arguments.next().context("--rounds N")?.parse()?),
                "--site" => asked.site = Some(arguments.next().context("--site DIR")?.into()),
                "--write-readme" => asked.write_readme = true,
                "--all" => {
                    let groups = GROUPS.iter().map(|group| group.flag).filter(|flag| *flag != "--short");
                    asked.what.extend(groups.chain(OTHERS).map(str::to_owned));
                }
                _ => {
                    let known =
                        GROUPS.iter().map(|group| group.flag).chain(OTHERS).any(|known| known == flag);
                    ensure!(known, "{flag} is not known; see the top of tests/bench/browser/main.rs");
                    asked.what.push(flag);
                }
            }
        }
        if asked.what.is_empty() {
            asked.what.push(DEFAULT.to_owned());
        }
        Ok(asked)
    }

    async fn run(&self) -> Result<()> {
        let dir = TempDir::new()?;
        let served = dir.folder("site")?;
        site::lay_out(self.site.as_deref(), &served)?;
        let server = Server::start(&served, &dir, "serve")?;
        for what in &self.what {
            if what == "--short" {
                weight::print(self.engine, &server, &served).await?;
            }
            let table = self.measure(what, &server.origin).await?;
            println!("\n{table}");
            if self.write_readme {
                let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
                if !table.write_to(&readme)? {
                    println!("README.md has no markers for {what}.");
                }
            }
        }
        Ok(())
    }

    async fn measure(&self, what: &str, origin: &str) -> Result<Table> {
        match what {
            "--cold" => cold::measure(self.engine, origin).await,
            "--memory" => memory::measure(self.engine, origin).await,
            "--page" => calm::measure(self.engine, origin).await,
            _ => {
                let group = GROUPS.iter().find(|group| group.flag == what).context("a known flag")?;
                turns::measure(group, self.rounds.unwrap_or(group.rounds), self.engine, origin).await
            }
        }
    }
}
