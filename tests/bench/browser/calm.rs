//! What the seller feels: whether the page stays awake while a file is checked, and how soon a check stops.

use crate::engine::Engine;
use crate::files::Kind;
use crate::numbers::Spread;
use crate::page::Page;
use crate::plan::{CALM_MEGABYTES, CANCEL_MEGABYTES, CANCEL_TIMES};
use crate::process::TempDir;
use crate::table::Table;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;

const LIMIT: Duration = Duration::from_secs(120);

/// The names that the scripts below use.
const PRELUDE: &str = "
    const el = document.querySelector('report-preflight');
    const input = el?.shadowRoot?.querySelector('[part~=input]');
    const args = arguments;
    const once = (name) => new Promise((resolve) => el.addEventListener(`report-preflight-${name}`, resolve, { once: true }));
";

pub async fn measure(engine: Engine, origin: &str) -> Result<Table> {
    let dir = TempDir::new()?;
    let [file, large] = ["calm.txt", "cancel.txt"].map(|name| dir.join(name));
    Kind::Plain.write(&file, CALM_MEGABYTES)?;
    Kind::Plain.write(&large, CANCEL_MEGABYTES)?;
    let page = Page::open(engine, origin, &[], LIMIT).await?;
    page.driver().goto(format!("{origin}/")).await?;
    script(&page, "return customElements.whenDefined('report-preflight').then(() => true)").await?;

    let title = format!("The upload page, {CALM_MEGABYTES} MB chosen: {engine:?}");
    let mut table = Table::new("--page", title, &["", "ms"]);
    let tasks = tasks_while_checking(&page, &file).await?;
    table.row([
        "longest pause of the page while it checks and shows the outcome".to_owned(),
        tenths(&tasks["pause"]),
    ]);
    match tasks["longTasks"].as_array() {
        Some(tasks) => {
            let long: Vec<_> = tasks.iter().map(tenths).collect();
            let said = if long.is_empty() { "none".to_owned() } else { long.join(", ") };
            table.row(["tasks over 50 ms".to_owned(), said]);
        }
        None => table.note("This browser does not tell of long tasks.".to_owned()),
    }
    let mut times = Vec::new();
    for _ in 0..CANCEL_TIMES {
        times.push(cancel(&page, &large).await?);
    }
    let settled: Spread = times.into_iter().collect();
    table.row([
        format!("from Cancel to the end of the check, half-way in {CANCEL_MEGABYTES} MB"),
        settled.text(1),
    ]);
    Ok(table)
}

fn tenths(ms: &Value) -> String {
    ms.as_f64().map_or("–".to_owned(), |ms| format!("{ms:.1}"))
}

/// The pauses are told by messages that the page sends itself, one after the other.
async fn tasks_while_checking(page: &Page, file: &Path) -> Result<Value> {
    script(page, "
        window.calm = { pause: 0, longTasks: null };
        if (PerformanceObserver.supportedEntryTypes.includes('longtask')) {
            calm.longTasks = [];
            new PerformanceObserver((list) => calm.longTasks.push(...list.getEntries().map(({ duration }) => duration)))
                .observe({ type: 'longtask' });
        }
        const { port1, port2 } = new MessageChannel();
        let last = 0;
        port1.onmessage = () => {
            const now = performance.now();
            if (last) calm.pause = Math.max(calm.pause, now - last);
            last = now;
            if (!calm.over) setTimeout(() => port2.postMessage(null), 1);
        };
        // Before that the driver's own work would count.
        input.addEventListener('change', () => port2.postMessage(null), { capture: true });
        // What is shown is laid out and painted after the event.
        const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100))));
        calm.done = once('checked').then(painted).then(() => { calm.over = true; });
        return true;").await?;
    choose(page, file).await?;
    script(page, "return calm.done.then(() => ({ pause: calm.pause, longTasks: calm.longTasks }))").await
}

/// Presses Cancel as soon as a part of the file, but not all of it, has been read. Gives milliseconds.
async fn cancel(page: &Page, file: &Path) -> Result<f64> {
    script(
        page,
        "
        window.cancelled = new Promise((resolve, reject) => {
            once('checked').then(() => reject(new Error('it was over before it could be cancelled')));
            el.addEventListener('report-preflight-progress', function listener() {
                const { bytes, total } = el.progress;
                if (bytes === 0 || bytes >= total) return;
                el.removeEventListener('report-preflight-progress', listener);
                const start = performance.now();
                el.shadowRoot.querySelector('[part~=cancel]').click();
                el.settled.then(() => resolve(performance.now() - start));
            });
        });
        window.cancelled.catch(() => {});
        return true;",
    )
    .await?;
    choose(page, file).await?;
    script(page, "return window.cancelled").await?.as_f64().context("a time")
}

async fn choose(page: &Page, file: &Path) -> Result<()> {
    let input = page.driver().execute(format!("{PRELUDE} return input;"), vec![]).await?.element()?;
    Ok(input.send_keys(file.display().to_string()).await?)
}

async fn script(page: &Page, text: &str) -> Result<Value> {
    let answer = page.driver().execute(format!("{PRELUDE} {text}"), vec![json!(null)]).await;
    Ok(answer.with_context(|| format!("the page could not do {text}"))?.json().clone())
}
