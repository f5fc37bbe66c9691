//! The element and the page for frames, in pages of other people.

use crate::engine::Engine;
use crate::files::{PRIVATE, Report};
use crate::happy_path::stored_upload;
use crate::host;
use crate::native;
use crate::rig::{Rig, in_each_engine};
use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;
use std::sync::Arc;

in_each_engine!(
    a_form_of_another_site_submits_payload_and_manifest,
    a_blank_file_on_the_disk_will_do,
    a_sandboxed_frame_hands_over_to_the_named_host,
    a_frame_tells_a_host_that_is_not_named_its_height_only,
);

/// One script tag and one element in a form.
fn form_page(origin: &str) -> String {
    format!(
        r#"<!doctype html><title>Host</title>
        <form method="post" enctype="multipart/form-data" action="{origin}/uploads">
        <report-preflight name="report" required></report-preflight><button id="send">Send</button></form>
        <script type="module" src="{origin}/report-preflight/define.js"></script>"#
    )
}

async fn a_form_of_another_site_submits_payload_and_manifest(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let host = host::serve(None, [("/form.html", form_page(&rig.server.origin), String::new())])?;
    let bad = Report::good(20).set(6, "item-price", "n/a").write(rig.dir.path(), "bad.txt")?;
    let good = Report::good(20).write(rig.dir.path(), "good.txt")?;
    page.open(&format!("{host}/form.html")).await?;
    assert_eq!(page.eval("el.form.checkValidity()").await?, false, "a file is required");
    assert_eq!(page.check(&bad).await?["verdict"], "needs-fixing");
    assert_eq!(page.eval("el.form.checkValidity()").await?, false, "the report is not ready");
    assert_eq!(page.eval("[...new FormData(el.form).keys()]").await?, serde_json::json!([]));
    assert_eq!(page.check(&good).await?["verdict"], "ready");
    assert_eq!(page.eval("el.form.checkValidity()").await?, true);
    let seal = page.eval("el.seal").await?;
    page.find("#send").await?.click().await?;
    page.until(
        "the receiver's answer",
        "location.pathname === '/uploads' && document.readyState === 'complete'",
    )
    .await?;
    let receipt = page.eval("document.querySelector('.receipt').innerText").await?;
    assert!(
        receipt.as_str().is_some_and(|text| text.contains("good.txt") && text.contains("USD")),
        "{receipt}"
    );
    let (payload, manifest) = stored_upload(&rig.server.uploads)?;
    assert!(
        Some(payload) == native::check(&good, &[], &rig.dir)?.payload,
        "not the payload of the command line"
    );
    assert_eq!(manifest["sealed"], seal["sealed"]);
    Ok(())
}

async fn a_blank_file_on_the_disk_will_do(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let blank = rig.dir.join("blank.html");
    fs::write(&blank, form_page(&rig.server.origin))?;
    let file = Report::good(20).write(rig.dir.path(), "good.txt")?;
    page.open(&format!("file://{}", blank.display())).await?;
    if rig.engine == Engine::WebKit {
        // In pages from the disk WebKit lets no worker read a file (the page itself may). Said in words, at least.
        page.choose(&[&file]).await?;
        assert_eq!(page.settled().await?, "faulted");
        assert_eq!(page.eval("el.fault.code").await?, "file-unreadable");
        return Ok(());
    }
    assert_eq!(page.check(&file).await?["verdict"], "ready");
    let sent = "(async () => Promise.all([...new FormData(el.form)].map(async ([name, file]) => \
        [name, file.name, file.type, await file.text()])))()";
    let sent = page.eval(sent).await?;
    let native = native::check(&file, &[], &rig.dir)?;
    let payload = String::from_utf8(native.payload.context("a payload")?)?;
    assert_eq!(sent[0], serde_json::json!(["report", "sale-lines.csv", "text/csv", payload]));
    assert_eq!(sent[1][0], "report-manifest");
    let manifest: Value = serde_json::from_str(sent[1][3].as_str().context("a text")?)?;
    assert_eq!(Some(native::without_seal(manifest)), native.manifest.map(native::without_seal));
    Ok(())
}

/// A page with `embed.html` in a frame, which notes all that it hears. `address` is the frame's query.
fn framing_page(
    origin: &str,
    sandbox: &str,
    query: &str,
    listeners: &str,
) -> [(&'static str, String, String); 2] {
    let page = format!(
        r#"<!doctype html><title>Host</title><iframe {sandbox} src="{origin}/embed.html{query}" width="700"></iframe>
        <script type="module" src="/host.js"></script>"#
    );
    let script = format!(
        "import {{ attach }} from '{origin}/report-preflight/embed-host.js';
        window.messages = [];
        addEventListener('message', ({{ data }}) => window.messages.push(data));
        const iframe = document.querySelector('iframe');
        attach(iframe, {{ ready: () => {{ window.ready = true; }}, {listeners} }});"
    );
    [("/host.html", page, String::new()), ("/host.js", script, String::new())]
}

async fn a_sandboxed_frame_hands_over_to_the_named_host(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let file = Report::good(20).write(rig.dir.path(), "good.txt")?;
    let listeners = "outcome: (outcome) => { window.outcome = outcome; }, \
        payload: async (file, manifest) => { window.payload = { text: await file.text(), manifest }; }";
    let host = host::serve_with_origin(|host| {
        framing_page(&rig.server.origin, r#"sandbox="allow-scripts""#, &format!("?host={host}"), listeners)
    })?;
    page.goto(&format!("{host}/host.html")).await?;
    page.until("the frame is ready", "window.ready").await?;
    page.enter_frame("iframe").await?;
    page.until("the element is defined", "el?.state !== undefined && part('input') !== null").await?;
    page.until("the host is named", "document.body.innerText.includes('127.0.0.1')").await?;
    page.until(
        "the seal is shown",
        "part('seal').checkVisibility() && part('seal').innerText.includes('Sealed')",
    )
    .await?;
    let fits = "document.documentElement.scrollHeight <= innerHeight && innerHeight";
    let low = page.until("the frame is as high as its content", fits).await?.as_u64();
    page.check(&file).await?;
    assert_eq!(page.eval("el.seal.sealed").await?, true);
    page.until("the frame is as high as its content", fits).await?;
    page.eval("(el.reset(), true)").await?;
    page.until_with("the frame is low again", "innerHeight <= args[0]", vec![low.into()]).await?;
    page.check(&file).await?;
    page.until("the frame is as high as its content", fits).await?;
    page.driver.enter_parent_frame().await?;
    let payload = page.until("the payload", "window.payload").await?;
    let native = native::check(&file, &[], &rig.dir)?;
    assert_eq!(payload["text"].as_str().map(str::as_bytes), native.payload.as_deref());
    assert_eq!(
        Some(native::without_seal(payload["manifest"].clone())),
        native.manifest.map(native::without_seal)
    );
    assert_eq!(page.eval("window.outcome.verdict").await?, "ready");
    assert!(page.eval("document.querySelector('iframe').clientHeight").await?.as_u64() > Some(400));
    Ok(())
}

async fn a_frame_tells_a_host_that_is_not_named_its_height_only(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let file = Report::good(20).write(rig.dir.path(), "good.txt")?;
    for query in ["", "?host=https://elsewhere.example"] {
        let listeners = "payload: () => { window.payload = true; }";
        let host = host::serve(None, framing_page(&rig.server.origin, "", query, listeners))?;
        page.goto(&format!("{host}/host.html")).await?;
        page.until("the frame is ready", "window.ready").await?;
        page.enter_frame("iframe").await?;
        page.until("the element is defined", "el?.state !== undefined && part('input') !== null").await?;
        page.check(&file).await?;
        assert_eq!(page.eval("el.checkOnly").await?, true);
        page.until(
            "the frame is as high as its content",
            "document.documentElement.scrollHeight <= innerHeight",
        )
        .await?;
        page.driver.enter_parent_frame().await?;
        let messages = page.eval("window.messages").await?;
        for message in messages.as_array().context("a list")? {
            let kind = message["type"].as_str().unwrap_or_default();
            assert!(
                ["report-preflight:ready", "report-preflight:resize"].contains(&kind),
                "{query}: {message}"
            );
        }
        assert!(!messages.to_string().contains(PRIVATE));
        assert_eq!(page.eval("window.payload").await?, Value::Null);
    }
    Ok(())
}
