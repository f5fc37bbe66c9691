//! What the browser's processes hold at most while a job runs, each in a browser of its own.

use crate::engine::Engine;
use crate::page::{self, Page};
use crate::plan::MEMORY;
use crate::process::TempDir;
use crate::table::Table;
use anyhow::Result;
use serde_json::Value;
use std::fs;

pub async fn measure(engine: Engine, origin: &str) -> Result<Table> {
    let title = format!("Memory at its peak, above what it was before: {engine:?}, one run each");
    let columns =
        ["", "file, MB", "the page's process, MiB", "all processes, MiB", "of it the payload", "wasm memory"];
    let mut table = Table::new("--memory", title, &columns);
    for (job, megabytes) in MEMORY {
        let dir = TempDir::new()?;
        let files = page::write_files(&dir, &[*job], *megabytes)?;
        let mut page = Page::open(engine, origin, &files, page::limit_for(*megabytes)).await?;
        page.eval("bench.start(args[0]).then(() => true)", vec![page::described(job)?]).await?;
        let processes = page.processes();
        let before: Vec<Memory> = processes.iter().map(|pid| Memory::of(pid)).collect();
        processes.iter().for_each(|pid| forget_peak(pid));
        let run = page.run(job, false).await?;
        if let Some(why) = run["dropped"].as_str() {
            table.note(format!("DROPPED: {}: {why}", job.name));
        }
        let grown: Vec<u64> = processes
            .iter()
            .zip(&before)
            .map(|(pid, before)| Memory::of(pid).peak.saturating_sub(before.now))
            .collect();
        let pages = processes.iter().zip(&grown).filter(|(pid, _)| shows_a_page(pid));
        let wasm = match job.is_ours() {
            true => {
                let memory = page.eval("bench.wasmMemory()", vec![]).await?;
                Some(memory.as_array().into_iter().flatten().filter_map(Value::as_u64).sum())
            }
            false => None,
        };
        table.row([
            job.name.to_owned(),
            megabytes.to_string(),
            mebibytes(pages.map(|(_, grown)| *grown).max()),
            mebibytes(Some(grown.iter().sum())),
            mebibytes(run["payloadBytes"].as_u64()),
            wasm.map_or(String::new(), |bytes| mebibytes(Some(bytes))),
        ]);
    }
    Ok(table)
}

fn mebibytes(bytes: Option<u64>) -> String {
    bytes.map_or("–".to_owned(), |bytes| format!("{:.1}", bytes as f64 / 1048576.0))
}

#[derive(Default)]
struct Memory {
    now: u64,
    peak: u64,
}

impl Memory {
    /// Nothing where the process has ended.
    fn of(pid: &str) -> Memory {
        let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
        let field = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name))?;
            Some(line.trim().trim_end_matches(" kB").parse::<u64>().ok()? * 1024)
        };
        Memory { now: field("VmRSS:").unwrap_or(0), peak: field("VmHWM:").unwrap_or(0) }
    }
}

/// From here on a new peak counts. 5 is the kernel's word for that, in proc(5).
fn forget_peak(pid: &str) {
    let _ = fs::write(format!("/proc/{pid}/clear_refs"), "5");
}

fn shows_a_page(pid: &str) -> bool {
    let command = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
    let command = String::from_utf8_lossy(&command);
    // Chromium's, WebKit's and Firefox's.
    command.contains("--type=renderer")
        || command.contains("WebKitWebProcess")
        || command.split('\0').rev().any(|word| word == "tab")
}
