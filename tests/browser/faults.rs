//! What is wrong with us or with the browser: each fault has its own screen, and the page stays usable.

use crate::files::Report;
use crate::host::{self, bare_page};
use crate::rig::{Rig, in_each_engine};
use crate::server::site;
use anyhow::Result;
use std::fs;
use std::sync::Arc;

in_each_engine!(
    wasm_forbidden,
    worker_forbidden,
    worker_not_found,
    wasm_not_found,
    worker_crashes,
    worker_is_silent,
    file_deleted_before_reading,
    file_changed_before_reading,
    file_cut_short_while_reading,
);

async fn wasm_forbidden(rig: Arc<Rig>) -> Result<()> {
    screen(&rig, "script-src 'self'", "", "wasm-blocked").await
}

async fn worker_forbidden(rig: Arc<Rig>) -> Result<()> {
    screen(&rig, "worker-src 'none'", "", "worker-blocked").await
}

async fn worker_not_found(rig: Arc<Rig>) -> Result<()> {
    screen(&rig, "", "worker-src=\"/nowhere.js\"", "worker-missing").await
}

async fn wasm_not_found(rig: Arc<Rig>) -> Result<()> {
    screen(&rig, "", "wasm-src=\"/nowhere.wasm\"", "wasm-missing").await
}

async fn worker_crashes(rig: Arc<Rig>) -> Result<()> {
    screen(&rig, "", "worker-src=\"/crashing.js\"", "worker-crashed").await
}

async fn worker_is_silent(rig: Arc<Rig>) -> Result<()> {
    screen(&rig, "", "worker-src=\"/silent.js\"", "worker-silent").await
}

/// Ready, and then a throw where the check should be.
const CRASHING: &str = "onmessage = ({ data: { id, type } }) => {
    if (type === 'start') postMessage({ id, type: 'ready', seal: { sealed: true, reason: 'measured' } });
    else setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); });
};";

/// Opens the element under a policy and with attributes of its own, chooses a file if it is still to be had,
/// and looks at the screen.
async fn screen(rig: &Rig, policy: &str, attributes: &str, code: &str) -> Result<()> {
    // WebKit asks only where the wasm is instantiated, which is the worker: so the policy is on that as well.
    let headers = format!("Content-Security-Policy: {policy}\r\n");
    let worker = fs::read_to_string(site().join("report-preflight/worker.js"))?;
    let pages = [
        ("/fault.html", bare_page("", "", attributes), headers.clone()),
        ("/report-preflight/worker.js", worker, headers),
        ("/crashing.js", CRASHING.to_owned(), String::new()),
        ("/silent.js", "onmessage = () => {};".to_owned(), String::new()),
    ];
    let origin = host::serve(Some(site()), pages)?;
    let file = Report::good(5).write(rig.dir.path(), "good.txt")?;
    rig.page.open(&format!("{origin}/fault.html")).await?;
    if rig.page.eval("el.state").await? != "faulted" {
        rig.page.choose(&[&file]).await?;
    }
    assert_eq!(rig.page.settled().await?, "faulted");
    assert_eq!(rig.page.eval("el.fault.code").await?, code);
    let words =
        rig.page.until("the fault's screen", "part('fault')?.checkVisibility() && part('fault').innerText");
    let words = words.await?;
    let what = rig.page.what_of_fault(code).await?;
    assert!(words.as_str().unwrap_or_default().contains(&what), "not on the screen: {what}\n{words}");
    assert_eq!(rig.page.eval("el.outcome").await?, serde_json::Value::Null);
    Ok(())
}

async fn file_deleted_before_reading(rig: Arc<Rig>) -> Result<()> {
    let file = Report::good(500).write(rig.dir.path(), "report.txt")?;
    hold(&rig, &file).await?;
    fs::remove_file(&file)?;
    after_the_hold(&rig, &["file-unreadable"]).await
}

async fn file_changed_before_reading(rig: Arc<Rig>) -> Result<()> {
    let file = Report::good(500).write(rig.dir.path(), "report.txt")?;
    hold(&rig, &file).await?;
    let changed = Report::good(400).write(rig.dir.path(), "report.txt")?;
    // WebKit compares whole seconds, and takes what changed within one for the file that was chosen.
    let later = std::time::SystemTime::now() + std::time::Duration::from_secs(5);
    std::fs::File::options().write(true).open(changed)?.set_modified(later)?;
    // Chromium compares the time of the last change and refuses to read; the others read what is there.
    after_the_hold(&rig, &["file-changed", "file-unreadable"]).await
}

/// Chooses a file, but keeps the element from reading it yet.
async fn hold(rig: &Rig, file: &std::path::Path) -> Result<()> {
    rig.page.open("/").await?;
    let hold = "(el.addEventListener('report-preflight-accept', (event) => { \
        event.preventDefault(); window.held = event.detail.files[0]; }, { once: true }), true)";
    rig.page.eval(hold).await?;
    rig.page.choose(&[file]).await?;
    rig.page.until("the file is held", "window.held").await?;
    Ok(())
}

/// Lets the element read the held file: it ends in one of the faults, and the next file is checked.
async fn after_the_hold(rig: &Rig, codes: &[&str]) -> Result<()> {
    let code = rig.page.eval("el.check(window.held).then(() => 'checked', (fault) => fault.code)").await?;
    assert!(codes.iter().any(|expected| code == *expected), "ended as {code}");
    next_file_is_checked(rig).await
}

async fn file_cut_short_while_reading(rig: Arc<Rig>) -> Result<()> {
    let file = crate::files::large(rig.dir.path(), "large.txt", 300 << 20)?;
    rig.page.open("/").await?;
    rig.page.choose(&[&file]).await?;
    rig.page.until("a part is read", "el.progress?.bytes > 0 || el.state !== 'checking'").await?;
    fs::OpenOptions::new().write(true).open(&file)?.set_len(1000)?;
    if rig.page.settled().await? == "checked" {
        // WebKit may have read ahead of the checker to the very end; then nothing was lost.
        assert_eq!(rig.page.eval("el.progress.bytes").await?, rig.page.eval("el.file.size").await?);
    } else {
        let code = rig.page.eval("el.fault.code").await?;
        assert!(code == "file-changed" || code == "file-unreadable", "ended as {code}");
    }
    next_file_is_checked(&rig).await
}

async fn next_file_is_checked(rig: &Rig) -> Result<()> {
    let next = Report::good(5).write(rig.dir.path(), "next.txt")?;
    assert_eq!(rig.page.check(&next).await?["verdict"], "ready");
    Ok(())
}
