//! What the seller feels: whether the page stays awake while a file is checked, and how soon a check stops.

use crate::engine::Engine;
use crate::files::Kind;
use crate::numbers::Spread;
use crate::page::Page;
use crate::plan::{CALM_MEGABYTES, CANCEL_MEGABYTES, CANCEL_TIMES};
use crate::process::TempDir;
use crate::table::Table;
use anyhow::{Context, Result};
use serde_json::Value;
use std::time::Duration;

const LIMIT: Duration = Duration::from_secs(120);

/// Not an import by the driver: in Firefox its scripts have modules of their own each time.
const SCRIPT: &str = "new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), { type: 'module', src: '/bench/calm.js' });
    script.onload = () => resolve(true);
    script.onerror = () => reject(new Error('calm.js did not load'));
    document.head.append(script);
})";

pub async fn measure(engine: Engine, origin: &str) -> Result<Table> {
    let dir = TempDir::new()?;
    let [file, large] = ["calm.txt", "cancel.txt"].map(|name| dir.join(name));
    Kind::Plain.write(&file, CALM_MEGABYTES)?;
    Kind::Plain.write(&large, CANCEL_MEGABYTES)?;
    let page = Page::open(engine, origin, &[], LIMIT).await?;
    page.driver().goto(format!("{origin}/")).await?;
    page.eval("customElements.whenDefined('report-preflight').then(() => true)", vec![]).await?;
    page.eval(SCRIPT, vec![]).await?;

    let title = format!("The upload page, {CALM_MEGABYTES} MB chosen: {engine:?}");
    let mut table = Table::new("--page", title, &["", "ms"]);
    page.eval("calm.watch()", vec![]).await?;
    page.choose_in_element(&file).await?;
    let seen = page.eval("calm.watched()", vec![]).await?;
    let ms = |what: &str| seen[what].as_f64().map_or("–".to_owned(), |ms| format!("{ms:.0}"));
    table.row(["from the choice to the verdict".to_owned(), ms("verdict")]);
    table.row(["longest pause of the page, until the outcome is shown".to_owned(), ms("longest")]);
    match seen["tasks"].as_array().map(Vec::as_slice) {
        Some([]) => table.row(["tasks over 50 ms".to_owned(), "none".to_owned()]),
        Some(tasks) => {
            let all: Vec<_> = tasks.iter().filter_map(Value::as_str).collect();
            table.row(["tasks over 50 ms".to_owned(), all.join(", ")]);
        }
        None => table.note("This browser does not tell of long tasks.".to_owned()),
    }

    let mut times = Vec::new();
    for _ in 0..CANCEL_TIMES {
        page.eval("calm.cancelHalfWay()", vec![]).await?;
        page.choose_in_element(&large).await?;
        times.push(page.eval("calm.cancelled()", vec![]).await?.as_f64().context("a time")?);
    }
    let settled: Spread = times.into_iter().collect();
    table.row([
        format!("from Cancel to the end of the check, half-way in {CANCEL_MEGABYTES} MB"),
        settled.text(0),
    ]);
    Ok(table)
}
