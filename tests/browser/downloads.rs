//! The planted report, and files for the seller: the same bytes as natively, without a request that carries anything.

use crate::files::{fixture, large};
use crate::native;
use crate::rig::{Rig, in_each_engine};
use anyhow::{Context, Result};
use serde_json::json;
use std::fs;
use std::sync::Arc;

in_each_engine!(
    the_planted_report_and_its_files_are_those_of_the_command_line,
    a_packed_payload_is_that_of_the_command_line
);

/// What would be saved is noted: a dialog would hold the browser up.
const NOTE_LINKS: &str =
    "(HTMLAnchorElement.prototype.click = function () { window.saved = this.download; }, true)";

/// With the byte order mark, which `text()` would drop.
const MADE: &str = "el.download(args[0]).then((file) => file.arrayBuffer())
    .then((bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))";

async fn the_planted_report_and_its_files_are_those_of_the_command_line(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let file = fixture("show/report.txt");
    page.open("/").await?;
    page.eval(NOTE_LINKS).await?;
    let outcome = page.check(&file).await?;
    let native = native::check(&file, &[], &rig.dir)?;
    assert_eq!(native::without_seal(outcome.clone()), native::without_seal(native.outcome.clone()));
    let total = "(() => {
        const choices = [...part('totals').querySelectorAll('.segments')[0].querySelectorAll('label')];
        return el.outcome.totals.every(({ currency, orders, sales }) => {
            choices.find((choice) => choice.innerText.trim() === currency).click();
            const money = new Intl.NumberFormat('en', { style: 'currency', currency }).format(sales.item_amount);
            const words = part('totals').innerText;
            return words.includes(money) && words.includes(new Intl.NumberFormat('en').format(orders));
        });
    })()";
    assert_eq!(page.eval(total).await?, true, "the totals are not told");

    let before = rig.server.requests()?.len();
    let help = format!("{}/help-center.html", rig.server.origin);
    let said = |flag: &str, name: &str, more: &[&str]| -> Result<String> {
        let out = rig.dir.join(name);
        let path = out.display().to_string();
        native::check(&file, &[&[flag, &path, "--help-page", &help], more].concat(), &rig.dir)?;
        fs::read_to_string(&out).with_context(|| format!("natively there is no {name}"))
    };
    let made = async |kind: &str| -> Result<String> {
        let text = page.eval_with(MADE, vec![json!(kind)]).await?;
        text.as_str().map(str::to_owned).with_context(|| format!("no {kind}: {text}"))
    };
    for ending in ["csv", "json", "sarif"] {
        let list = said("--findings", &format!("findings.{ending}"), &[])?;
        assert_same(ending, &made(&format!("findings-{ending}")).await?, &list);
    }
    assert_same("annotated", &made("annotated").await?, &said("--annotated", "annotated.csv", &[])?);

    let rejected = outcome["ledger"]["rejected"].as_u64().context("a number")?;
    page.click_button(&format!("Leave these {rejected} records out")).await?;
    page.check_again(page.click_button(&format!("Yes, leave {rejected} records out"))).await?;
    let cleaned = said("--cleaned", "cleaned.csv", &["--leave-out-rejected"])?;
    assert_same("cleaned", &made("cleaned").await?, &cleaned);

    page.click_button("Save as SARIF").await?;
    page.until("the file is made", "part('downloads').innerText.includes('The file is made')").await?;
    assert_eq!(page.eval("window.saved").await?, "findings.sarif");
    let requests = rig.server.requests_after(before)?;
    let parts = requests.iter().filter(|request| !request.starts_with("GET /report-preflight/"));
    assert_eq!(parts.collect::<Vec<_>>(), Vec::<&String>::new(), "making files made requests");

    // What the list points to is there.
    page.goto("/help-center.html#state-misspelled").await?;
    page.until("the anchor", "document.activeElement?.id === 'state-misspelled' && scrollY > 0").await?;
    Ok(())
}

/// Of several parts, and while the worker has other things to do.
async fn a_packed_payload_is_that_of_the_command_line(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let file = large(rig.dir.path(), "large.txt", 6_000_000)?;
    page.open("/").await?;
    page.check(&file).await?;
    let packed = "Promise.all([el.gzip(), el.record(2), el.check(el.file)]).then(async ([packed]) =>
        [packed.type, [...new Uint8Array(await packed.arrayBuffer())]])";
    let packed = page.eval(packed).await?;
    assert_eq!(packed[0], "application/gzip");
    let native = native::check(&file, &["--gzip"], &rig.dir)?.payload.context("a payload")?;
    assert!(native.len() > 300_000, "{} bytes", native.len());
    assert!(packed[1] == json!(native), "packed otherwise than natively");
    Ok(())
}

/// The first line that differs, where a file differs: the whole would be long.
fn assert_same(what: &str, made: &str, native: &str) {
    let line = made.lines().zip(native.lines()).find(|(made, native)| made != native);
    assert_eq!(line.map(|(made, _)| made), line.map(|(_, native)| native), "{what}");
    assert_eq!(made.len(), native.len(), "{what}");
}
