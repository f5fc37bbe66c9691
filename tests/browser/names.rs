//! The whole way by what a screen reader is told alone: roles and names, as Chromium reckons them.

use crate::files::Report;
use crate::happy_path::stored_upload;
use crate::rig::{Rig, in_chromium};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::{Duration, Instant};
use thirtyfour::Key;

in_chromium!(from_the_file_to_the_receipt_by_names);

const SOON: Duration = Duration::from_secs(10);

async fn from_the_file_to_the_receipt_by_names(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let file = Report::good(30)
        .set(5, "item-price", "n/a")
        .set(7, "ship-state", "Conneticut")
        .write(rig.dir.path(), "shipments.txt")?;
    page.open("/").await?;
    named(&rig, "heading", "Upload your Amazon reports").await?;
    // The browser's own dialog cannot be worked from here; that the button opens it is a test of the keyboard.
    named(&rig, "button", "Amazon reports , Choose files").await?;
    page.check(&file).await?;
    named(&rig, "heading", "2 of 30 records need fixing").await?;
    act(&rig, "link", "An amount is not written as a number", "this.click()").await?;
    act(&rig, "button", "Open record 5", "this.click()").await?;
    named(&rig, "region", "Record 5").await?;
    let outcome = page.check_again(async {
        act(&rig, "textbox", "item-price", "(this.focus(), this.select())").await?;
        page.cdp("Input.insertText", json!({ "text": "19.99" })).await?;
        page.press(Key::Enter).await
    });
    outcome.await?;
    named(&rig, "heading", "1 of 30 records needs fixing").await?;
    act(&rig, "button", "Take back", "").await?;
    act(&rig, "button", "Leave this 1 record out", "this.click()").await?;
    let outcome = page.check_again(act(&rig, "button", "Yes, leave 1 record out", "this.click()"));
    outcome.await?;
    named(&rig, "heading", "This report is ready without 1 record").await?;
    act(&rig, "button", "Upload 29 sale lines", "this.click()").await?;
    named(&rig, "heading", "29 sale lines received").await?;
    named(&rig, "button", "Print this receipt").await?;
    named(&rig, "link", "Save as a page").await?;
    stored_upload(&rig.server.uploads)?;
    Ok(())
}

/// The first that has this role, and this in its name; waits until it is there.
async fn named(rig: &Rig, role: &str, name: &str) -> Result<Value> {
    let until = Instant::now() + SOON;
    loop {
        let tree = rig.page.cdp("Accessibility.getFullAXTree", json!({})).await?;
        let nodes = tree["nodes"].as_array().context("no nodes")?;
        let is_wanted = |node: &&Value| {
            node["role"]["value"] == role
                && node["name"]["value"].as_str().is_some_and(|it| it.contains(name))
        };
        if let Some(node) = nodes.iter().find(is_wanted) {
            return Ok(node["backendDOMNodeId"].clone());
        }
        if Instant::now() > until {
            let same: Vec<&Value> = nodes
                .iter()
                .filter(|node| node["role"]["value"] == role)
                .map(|node| &node["name"]["value"])
                .collect();
            bail!("no {role} is called {name}, but {same:?}");
        }
    }
}

async fn act(rig: &Rig, role: &str, name: &str, act: &str) -> Result<()> {
    let node = named(rig, role, name).await?;
    let object = rig.page.cdp("DOM.resolveNode", json!({ "backendNodeId": node })).await?;
    let call = json!({
        "objectId": object["object"]["objectId"],
        "functionDeclaration": format!("function() {{ {act} }}"),
    });
    rig.page.cdp("Runtime.callFunctionOn", call).await?;
    Ok(())
}
