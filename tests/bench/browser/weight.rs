//! What a page downloads before a first file can be checked, packed as servers pack it.

use crate::engine::Engine;
use crate::page::Page;
use crate::server::Server;
use anyhow::{Context, Result, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// Opens a page with nothing but the element and prints what it asked the server for.
pub async fn print(engine: Engine, server: &Server, site: &Path) -> Result<()> {
    let page = Page::open(engine, &server.origin, &[], Duration::from_secs(30)).await?;
    let before = server.requests()?.len();
    page.eval("bench.arm(args[0])", vec![serde_json::json!({ "engine": "element" })]).await?;
    let asked: BTreeSet<String> = server
        .requests_after(before)?
        .into_iter()
        .filter_map(|request| request.strip_prefix("GET /report-preflight/").map(str::to_owned))
        .collect();
    let (mut wasm, mut scripts, mut others) = (0, 0, 0);
    for name in &asked {
        let size = packed(&site.join("report-preflight").join(name))?;
        match name.rsplit('.').next() {
            Some("wasm") => wasm += size,
            Some("js") => scripts += size,
            _ => others += size,
        }
    }
    println!(
        "Before a first file: wasm {wasm} bytes in brotli, {} scripts (element, worker, words) {scripts}, the rest {others}.",
        asked.iter().filter(|name| name.ends_with(".js")).count()
    );
    Ok(())
}

fn packed(path: &Path) -> Result<usize> {
    ensure!(fs::exists(path)?, "{} was asked for and is not there", path.display());
    let brotli = Command::new("brotli").args(["-q", "11", "-c"]).arg(path).output();
    Ok(brotli.context("brotli is missing; tests/run installs it")?.stdout.len())
}
