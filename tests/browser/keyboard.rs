//! The whole happy path without a mouse.

use crate::files::Report;
use crate::happy_path::stored_upload;
use crate::rig::{Rig, in_each_engine};
use anyhow::Result;
use std::sync::Arc;
use thirtyfour::Key;

in_each_engine!(from_the_file_to_the_receipt, a_record_is_opened_and_left_out);

/// The button opens the browser's own dialog, which no test can press keys in: so note that it would open, and
/// keep it shut.
const KEEP_DIALOG_SHUT: &str = "(part('input').addEventListener('click', (event) => { \
    event.preventDefault(); window.opened = (window.opened ?? 0) + 1; }), true)";

async fn from_the_file_to_the_receipt(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let file = Report::good(30).write(rig.dir.path(), "shipments.txt")?;
    page.open("/").await?;
    page.eval(KEEP_DIALOG_SHUT).await?;
    page.tab_to("the button to choose a file", "focus === part('button')").await?;
    page.press(Key::Enter).await?;
    page.until("Enter opens the dialog", "window.opened === 1").await?;
    page.press(Key::Space).await?;
    page.until("Space opens the dialog", "window.opened === 2").await?;
    page.check(&file).await?;
    page.until("the upload is offered", "document.querySelector('#upload')?.checkVisibility()").await?;
    page.tab_to("the upload", "focus?.id === 'upload'").await?;
    assert_eq!(
        page.eval(
            "getComputedStyle(focus).outlineStyle !== 'none' || getComputedStyle(focus).boxShadow !== 'none'"
        )
        .await?,
        true,
        "the focus cannot be seen"
    );
    page.press(Key::Enter).await?;
    page.until("the receipt", "document.querySelector('#receipt')?.innerText").await?;
    stored_upload(&rig.server.uploads)?;
    Ok(())
}

async fn a_record_is_opened_and_left_out(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let file = Report::good(20).set(6, "item-price", "n/a").write(rig.dir.path(), "mendable.txt")?;
    page.open("/").await?;
    page.check(&file).await?;
    page.until("the summary has the focus", "part('summary')?.contains(focus)").await?;
    page.tab_to("the record", "focus?.getAttribute('aria-label')?.includes('record 6')").await?;
    page.press(Key::Enter).await?;
    page.until("the cells of the record", "part('record')?.querySelector('.cell-input')?.value === 'n/a'")
        .await?;
    page.tab_to("leaving it out", "focus?.innerText?.startsWith('Leave this 1 record out')").await?;
    page.press(Key::Space).await?;
    page.until(
        "the question",
        "root.querySelector('dialog[open]') ?? root.textContent.includes('Yes, leave 1 record out')",
    )
    .await?;
    page.tab_to("the answer", "focus?.innerText?.startsWith('Yes, leave 1 record out')").await?;
    page.press(Key::Enter).await?;
    page.until(
        "ready without the record",
        "el.state === 'checked' && el.outcome.manifest?.rejected_left_out",
    )
    .await?;
    Ok(())
}
