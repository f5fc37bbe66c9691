//! A first file, small: everything is start-up.

use crate::engine::Engine;
use crate::numbers::Spread;
use crate::page::{self, Page};
use crate::plan::{COLD, COLD_ROUNDS, Job};
use crate::process::TempDir;
use crate::table::Table;
use anyhow::{Context, Result};
use std::path::Path;
use std::time::Duration;
use thirtyfour::By;

const MEGABYTES: usize = 1;
const LIMIT: Duration = Duration::from_secs(30);

pub async fn measure(engine: Engine, origin: &str) -> Result<Table> {
    let dir = TempDir::new()?;
    let files = page::write_files(&dir, COLD, MEGABYTES)?;
    let file = files.first().context("one file")?;
    let page = Page::open(engine, origin, &[], LIMIT).await?;
    let mut times = vec![Vec::new(); COLD.len()];
    let mut drops = Vec::new();
    // The first round, in which the browser itself is cold, does not count.
    for round in 0..=COLD_ROUNDS {
        for turn in 0..COLD.len() {
            let at = (round + turn) % COLD.len();
            let job = &COLD[at];
            match once(&page, origin, job, file).await {
                Ok(ms) if round > 0 => times[at].push(Some(ms)),
                Ok(_) => {}
                Err(error) => {
                    times[at].push(None);
                    drops.push(format!("DROPPED: {}: {error:#}", job.name));
                }
            }
        }
    }
    let title = format!(
        "{MEGABYTES} MB of fulfilled shipments, from the choice to the verdict, in a page just opened: {engine:?}, {COLD_ROUNDS} rounds"
    );
    let mut table = Table::new("--cold", title, &["", "ms", "ours takes"]);
    for (job, of_it) in COLD.iter().zip(&times) {
        let spread: Spread = of_it.iter().flatten().copied().collect();
        let ratio: Spread =
            times[0].iter().zip(of_it).filter_map(|(ours, other)| Some((*ours)? / (*other)?)).collect();
        let ratio = if job.is_ours() { String::new() } else { format!("{} of it", ratio.text(2)) };
        table.row([job.name.to_owned(), spread.text(0), ratio]);
    }
    drops.into_iter().for_each(|drop| table.note(drop));
    Ok(table)
}

/// Milliseconds.
async fn once(page: &Page, origin: &str, job: &Job, file: &Path) -> Result<f64> {
    page.driver().goto(format!("{origin}/bench/bench.html")).await?;
    page.eval("bench.arm(args[0])", vec![page::described(job)?]).await?;
    let input = match job.is_ours() {
        true => {
            let script =
                "return document.querySelector('report-preflight').shadowRoot.querySelector('[part~=input]')";
            page.driver().execute(script, vec![]).await?.element()?
        }
        false => page.driver().find(By::Id("file")).await?,
    };
    input.send_keys(file.display().to_string()).await?;
    page.eval("bench.armed()", vec![]).await?.as_f64().context("a time")
}
