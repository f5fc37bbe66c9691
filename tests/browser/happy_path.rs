//! From the file in the seller's hand to the receipt, and what the check says on the way.

use crate::common;
use crate::files::{self, PRIVATE, Report};
use crate::native;
use crate::rig::{Rig, in_each_engine};
use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

in_each_engine!(
    from_the_file_to_the_receipt,
    every_file_gets_the_answer_of_the_command_line,
    the_wrong_report_is_named,
    a_mendable_report_is_mended,
    progress_is_true_to_the_byte,
    no_request_is_made_while_a_file_is_checked,
);

async fn from_the_file_to_the_receipt(rig: Arc<Rig>) -> Result<()> {
    let report = Report::good(200).set(6, "ship-postal-code", "98110").set(6, "ship-state", "Washington");
    let file = report.write(rig.dir.path(), "shipments.txt")?;
    rig.page.open("/").await?;
    let outcome = rig.page.check(&file).await?;
    assert_eq!(outcome["verdict"], "ready");
    assert_eq!(outcome["ledger"]["repaired"], 1);
    rig.page.until("the upload is offered", "document.querySelector('#upload')?.checkVisibility()").await?;
    assert_eq!(stored_files(&rig.server.uploads)?.len(), 0, "something was uploaded without being asked");
    rig.page.find("#upload").await?.click().await?;
    let receipt = rig.page.until("the receipt", "document.querySelector('#receipt')?.innerText").await?;

    let native = native::check(&file, &[], &rig.dir)?;
    let payload = native.payload.context("natively there is a payload")?;
    let (stored, manifest) = stored_upload(&rig.server.uploads)?;
    assert!(stored == payload, "the stored payload is not what the command line makes of the file");
    assert_eq!(
        native::without_seal(manifest.clone()),
        native::without_seal(native.manifest.context("no manifest")?)
    );
    assert_eq!(manifest["sealed"], true);
    let text = String::from_utf8_lossy(&stored);
    assert!(!text.contains(PRIVATE) && !manifest.to_string().contains(PRIVATE), "a name left the browser");
    let receipt = receipt.as_str().unwrap_or_default();
    assert!(receipt.contains("200"), "the receipt does not say how many lines arrived: {receipt}");
    Ok(())
}

/// Every fixture there is: outcome and payload.
async fn every_file_gets_the_answer_of_the_command_line(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    page.open("/").await?;
    let files = ["reports", "codes", "containers"].map(common::inputs).concat();
    for file in &files {
        let name = file.display();
        let together = common::files_of(file);
        let together: Vec<_> = together.iter().map(PathBuf::as_path).collect();
        let outcome = page.check_all(&together).await.with_context(|| name.to_string())?;
        let native = native::check_all(&together, &[], &rig.dir)?;
        let (browser, command_line) = (native::without_seal(outcome), native::without_seal(native.outcome));
        assert_eq!(browser, command_line, "{name}");
        let payload = page.eval("el.payload?.text() ?? null").await?;
        assert_eq!(payload.as_str().map(str::as_bytes), native.payload.as_deref(), "{name}");
    }
    println!("{:?}: {} files", rig.engine, files.len());
    Ok(())
}

async fn the_wrong_report_is_named(rig: Arc<Rig>) -> Result<()> {
    rig.page.open("/").await?;
    let outcome = rig.page.check(&files::fixture("reports/not-usable/settlement.txt")).await?;
    assert_eq!(outcome["verdict"], "wrong-report");
    assert_eq!(outcome["ledger"]["read"], 0, "no cascade of cell errors");
    let words = rig.page.words().await?;
    let title = outcome["sources"][0]["report"]["title"].as_str().context("a title")?;
    assert!(words.contains(title), "the page does not name {title}: {words}");
    assert!(
        words.contains("Date Range or Unified Transaction report"),
        "the page does not say which to fetch: {words}"
    );
    assert_eq!(rig.page.eval("el.payload").await?, Value::Null);
    Ok(())
}

async fn a_mendable_report_is_mended(rig: Arc<Rig>) -> Result<()> {
    let file = Report::good(40).set(12, "item-price", "n/a").write(rig.dir.path(), "mendable.txt")?;
    rig.page.open("/").await?;
    let outcome = rig.page.check(&file).await?;
    assert_eq!(outcome["verdict"], "needs-fixing");
    assert_eq!(outcome["ledger"]["rejected"], 1);
    assert_eq!(rig.page.eval("el.payload").await?, Value::Null, "nothing may be handed over yet");

    // The record, read again from the file on request.
    rig.page.eval("(root.querySelector('#main details, details') ?? {}).open = true").await?;
    rig.page.click_button("Open record 12").await?;
    rig.page
        .until("the cells of the record", "part('record')?.querySelector('.cell-input')?.value === 'n/a'")
        .await?;

    rig.page.click_button("Leave this 1 record out").await?;
    rig.page.click_button("Yes, leave 1 record out").await?;
    rig.page.until("ready without the record", "el.state === 'checked' && el.outcome.manifest").await?;
    assert_eq!(rig.page.eval("el.outcome.manifest.rejected_left_out").await?, true);
    assert_eq!(rig.page.eval("el.outcome.manifest.payload.lines").await?, 39);

    let native = native::check(&file, &["--leave-out-rejected"], &rig.dir)?;
    let text = rig.page.eval("el.payload.text()").await?;
    let payload = String::from_utf8(native.payload.context("natively there is a payload")?)?;
    assert_eq!(text.as_str(), Some(payload.as_str()));
    Ok(())
}

async fn progress_is_true_to_the_byte(rig: Arc<Rig>) -> Result<()> {
    let file = files::large(rig.dir.path(), "large.txt", 24 << 20)?;
    let size = fs::metadata(&file)?.len();
    rig.page.open("/").await?;
    let listen = "(window.seen = [], el.addEventListener('report-preflight-progress', \
        () => window.seen.push(el.progress)), true)";
    rig.page.eval(listen).await?;
    rig.page.check(&file).await?;
    let seen = rig.page.eval("window.seen").await?;
    let seen = seen.as_array().context("a list")?;
    let bytes: Vec<_> = seen.iter().filter_map(|progress| progress["bytes"].as_u64()).collect();
    assert!(bytes.is_sorted(), "progress went back: {bytes:?}");
    assert!(seen.iter().all(|progress| progress["total"] == size), "the total is not the file's size");
    assert_eq!(bytes.last(), Some(&size), "the last progress is not the whole file");
    let records = rig.page.eval("el.outcome.ledger.read").await?;
    assert_eq!(seen.last().map(|progress| &progress["records"]), Some(&records));
    Ok(())
}

async fn no_request_is_made_while_a_file_is_checked(rig: Arc<Rig>) -> Result<()> {
    let file = Report::good(2000).write(rig.dir.path(), "shipments.txt")?;
    for page in ["/", "/help-center.html", "/embed.html"] {
        rig.page.open(page).await?;
        rig.page.until("the reader is ready", "el.seal").await?;
        // The frame's page has locked itself by now, with all of it inside.
        rig.page.eval("import('/report-preflight/view/outcome.js').then(() => true, () => false)").await?;
        let before = rig.server.requests()?.len();
        rig.page.check(&file).await?;
        assert_eq!(rig.server.requests_after(before)?, Vec::<String>::new(), "{page} made requests");
        assert_eq!(rig.page.eval("el.seal.sealed").await?, true, "{page} is not sealed");
    }
    Ok(())
}

/// Every file below the folder of uploads.
pub fn stored_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(stored_files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

/// The one upload that was stored: its payload and its manifest.
pub fn stored_upload(folder: &Path) -> Result<(Vec<u8>, Value)> {
    let files = stored_files(folder)?;
    let named = |name: &str| {
        let mut found = files.iter().filter(|path| path.ends_with(name));
        found.next().with_context(|| format!("no {name} among {files:?}"))
    };
    Ok((fs::read(named("sale-lines.csv")?)?, serde_json::from_slice(&fs::read(named("manifest.json")?)?)?))
}
