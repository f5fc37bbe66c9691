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
use std::iter::once;
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
    let [file, riddled, large] = ["calm.txt", "riddled.txt", "cancel.txt"].map(|name| dir.join(name));
    Kind::Plain.write(&file, CALM_MEGABYTES)?;
    Kind::Riddled.write(&riddled, CALM_MEGABYTES)?;
    Kind::Plain.write(&large, CANCEL_MEGABYTES)?;
    let page = Page::open(engine, origin, &[], LIMIT).await?;
    page.driver().goto(format!("{origin}/")).await?;
    page.eval("customElements.whenDefined('report-preflight').then(() => true)", vec![]).await?;
    page.eval(SCRIPT, vec![]).await?;

    let title = format!("The upload page, {CALM_MEGABYTES} MB chosen: {engine:?}");
    let mut table = Table::new("--page", title, &["", "ms", "ms, with a finding in most records"]);
    let mut seen = Vec::new();
    for file in [&file, &riddled] {
        page.eval("calm.watch()", vec![]).await?;
        page.choose_in_element(file).await?;
        seen.push(page.eval("calm.watched()", vec![]).await?);
        page.eval("calm.reset()", vec![]).await?;
    }
    let ms = |what: &str| {
        let each =
            seen.iter().map(|seen| seen[what].as_f64().map_or("–".to_owned(), |ms| format!("{ms:.0}")));
        each.collect::<Vec<_>>()
    };
    for (what, name) in [
        ("from the choice to the verdict", "verdict"),
        ("longest pause of the page, until the outcome is shown", "longest"),
    ] {
        table.row(once(what.to_owned()).chain(ms(name)).collect::<Vec<_>>());
    }
    let long = |seen: &Value| {
        let tasks: Vec<_> = seen["tasks"].as_array()?.iter().filter_map(Value::as_str).collect();
        Some(if tasks.is_empty() { "none".to_owned() } else { tasks.join(", ") })
    };
    match seen.iter().map(long).collect::<Option<Vec<_>>>() {
        Some(tasks) => table.row(once("tasks over 50 ms".to_owned()).chain(tasks).collect::<Vec<_>>()),
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
        "–".to_owned(),
    ]);
    Ok(table)
}
