//! The help centre: a guide that is ticked off, and a finder that needs no upload. And what is told to those who go
//! without: on the first screen of the other page, and while they wait.

use crate::accessibility::axe;
use crate::common;
use crate::files::fixture;
use crate::host;
use crate::rig::{Rig, in_chromium};
use crate::server::site;
use anyhow::{Context, Result};
use serde_json::json;
use std::fs;
use std::sync::Arc;

in_chromium!(
    the_guide_is_ticked_off_and_remembered,
    the_finder_names_the_report_without_an_upload,
    the_first_screen_of_a_small_phone_has_all_that_is_needed,
    the_time_left_is_told_once_it_is_known,
);

const BOXES: &str = "[...document.querySelectorAll('[data-guide=grant] input')].map((box) => box.checked)";

async fn the_guide_is_ticked_off_and_remembered(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    page.open("/help-center.html").await?;
    page.until("the steps can be ticked", "document.querySelector('[data-guide=grant] input')").await?;
    for step in [1, 2] {
        page.find(&format!("[data-guide=grant] > li:nth-child({step}) .guide-done")).await?.click().await?;
    }
    let status = "document.querySelector('[data-guide=grant] + .guide-foot p').textContent";
    assert_eq!(page.eval(status).await?, "2 of 5 steps are done.");
    page.open("/help-center.html").await?;
    page.until("they are remembered", &format!("{status} === '2 of 5 steps are done.'")).await?;
    assert_eq!(page.eval(BOXES).await?, json!([true, true, false, false, false]));
    axe(&rig, "the guide, begun").await?;
    page.find("[data-guide=grant] + .guide-foot button").await?.click().await?;
    assert_eq!(page.eval("document.activeElement.type").await?, "checkbox");
    page.open("/help-center.html").await?;
    page.until("the steps can be ticked", "document.querySelector('[data-guide=grant] input')").await?;
    assert_eq!(page.eval(BOXES).await?, json!([false, false, false, false, false]));

    // Where nothing may be kept, ticking works all the same.
    let locked = "(Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } }), true)";
    page.eval(locked).await?;
    page.find("[data-guide=grant] > li:nth-child(1) .guide-done").await?.click().await?;
    assert_eq!(page.eval(status).await?, "1 of 5 steps are done.");
    Ok(())
}

async fn the_finder_names_the_report_without_an_upload(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    page.open("/help-center.html").await?;
    page.until("the finder is there", "document.querySelector('#finder').checkVisibility()").await?;
    page.until("the reader is ready", "el.seal").await?;
    page.find("#finder input[type=radio]").await?.click().await?;
    let words = "document.querySelector('#finder-fetch').textContent";
    page.until("the report to fetch", &format!("{words}.includes('Amazon Fulfilled Shipments')")).await?;

    let found =
        |wanted: &str| format!("document.querySelector('#finder-found').textContent.includes('{wanted}')");
    let paste = "(document.querySelector('#finder-names').value = args[0],
        document.querySelector('#finder-names').dispatchEvent(new Event('input', { bubbles: true })), true)";
    let first_line = |file: &str| -> Result<String> {
        Ok(fs::read_to_string(fixture(file))?.lines().next().context("a line")?.to_owned())
    };
    let shipments = first_line("reports/fulfilled-shipments/with-buyer-data.txt")?;
    page.eval_with(paste, vec![json!(shipments.replace('\t', " "))]).await?;
    page.until("its name", &found("This is Amazon Fulfilled Shipments. Sales tax can be filed")).await?;
    let before = rig.server.requests()?.len();
    page.eval_with(paste, vec![json!(first_line("reports/not-usable/settlement.txt")?)]).await?;
    page.until("its name", &found("This is Settlement report")).await?;
    page.until("which instead", &found("Fetch Amazon Fulfilled Shipments instead")).await?;
    page.eval_with(paste, vec![json!("milk, eggs, bread")]).await?;
    page.until("that it is none", &found("No report of Amazon")).await?;

    let input = page.find("#finder-file").await?;
    for (file, wanted) in [
        ("reports/not-usable/business-report.csv", "It adds up sales by product"),
        ("containers/two-reports.zip", "This file is packed"),
    ] {
        input.send_keys(fixture(file).display().to_string()).await?;
        page.until(file, &found(wanted)).await?;
    }
    // Every report that we know is known by its beginning, and so are those that are not Amazon's.
    for file in common::inputs("reports").iter().filter(|file| file.extension().is_some_and(|it| it == "csv"))
    {
        let outcome = fs::read_to_string(file.with_extension("outcome.json"))?;
        let outcome: serde_json::Value = serde_json::from_str(&outcome)?;
        let Some(title) = outcome["sources"][0]["report"]["title"].as_str() else { continue };
        if outcome["sources"][0]["report"]["family"] == "unknown" {
            continue;
        }
        input.send_keys(file.display().to_string()).await?;
        page.until_with(
            title,
            "document.querySelector('#finder-found strong')?.textContent === args[0]",
            vec![json!(title)],
        )
        .await?;
    }
    assert_eq!(rig.server.requests_after(before)?, Vec::<String>::new(), "the finder made requests");
    axe(&rig, "the finder, with an answer").await
}

async fn the_first_screen_of_a_small_phone_has_all_that_is_needed(rig: Arc<Rig>) -> Result<()> {
    let frame = r#"<iframe title="320" src="/index.html" width="320" height="640"></iframe>"#;
    let host = host::serve(Some(site()), [("/phone.html", frame.to_owned(), String::new())])?;
    rig.page.goto(&format!("{host}/phone.html")).await?;
    rig.page.enter_frame("iframe").await?;
    rig.page.until("the seal is measured", "el?.seal && part('seal').textContent.includes('Sealed')").await?;
    // On a phone the scrollbar takes no room.
    rig.page.eval("(document.documentElement.style.scrollbarWidth = 'none', true)").await?;
    let below = "[['what to bring', '#hint'], ['the button', '#choose'], ['the drop zone', '.zone'], ['the promise', '#promise'], ['the seal', '.seal']]
        .filter(([, place]) => root.querySelector(place).getBoundingClientRect().bottom > innerHeight)";
    assert_eq!(rig.page.eval(below).await?, json!([]), "below the first screen");
    assert_eq!(rig.page.eval("[innerWidth, innerHeight]").await?, json!([320, 640]));
    Ok(())
}

/// By a clock of the test's own: reading is too fast here to wait for.
async fn the_time_left_is_told_once_it_is_known(rig: Arc<Rig>) -> Result<()> {
    rig.page.open("/").await?;
    let told = "(async () => {
        const { Progress } = await import('/report-preflight/view/progress.js');
        const { Language } = await import('/report-preflight/view/language.js');
        const { default: words } = await import('/report-preflight/locales/en.js');
        const progress = new Progress(new Language(words, 'en'), { cancel() {}, announce() {} });
        const chosen = [{ file: { name: 'report.txt' } }];
        const now = performance.now;
        try {
            return args[0].map(([seconds, percent]) => {
                performance.now = () => seconds * 1000;
                progress.render({ state: 'checking', chosen, progress: { bytes: percent * 1e6, total: 1e8, records: 1 } });
                return progress.left.textContent;
            });
        } finally {
            performance.now = now;
        }
    })()";
    let steps = [
        // Nothing read, and too early to say.
        ((0, 0), ""),
        ((10, 1), ""),
        ((11, 2), ""),
        ((13, 2), "about 3 minutes left"),
        // It was right, more or less: not changed for it.
        ((14, 2), "about 3 minutes left"),
        ((20, 20), "about 40 seconds left"),
        ((22, 22), "about 40 seconds left"),
        ((30, 45), "about 30 seconds left"),
        // Far off.
        ((90, 50), "about 2 minutes left"),
        ((100, 96), "a few seconds left"),
    ];
    let (asked, wanted): (Vec<_>, Vec<_>) = steps.into_iter().unzip();
    assert_eq!(rig.page.eval_with(told, vec![json!(asked)]).await?, json!(wanted));
    Ok(())
}
