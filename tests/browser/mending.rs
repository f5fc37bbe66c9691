//! What the seller decides: cells mended in place, records left out, repairs declined; all of it kept when another
//! file comes, and undone one after the other.

use crate::files::{PRIVATE, Report};
use crate::native;
use crate::rig::{Rig, in_each_engine};
use anyhow::{Context, Result};
use report_preflight::options::Edit;
use report_preflight::{Options, SourceOptions};
use serde_json::{Value, json};
use std::sync::Arc;
use thirtyfour::Key;

in_each_engine!(what_the_seller_decides_is_kept_and_undone);

/// Everything that the page is told, and everything that is written to the console.
const LISTEN: &str = "(window.told = [],
    ['accept', 'progress', 'checked', 'fault', 'cancel', 'reset'].forEach((kind) =>
        el.addEventListener(`report-preflight-${kind}`, ({ detail }) => window.told.push(JSON.stringify([kind, detail])))),
    ['log', 'info', 'warn', 'error', 'debug'].forEach((kind) => {
        console[kind] = (...what) => window.told.push(`console.${kind}: ${what.join(' ')}`);
    }), true)";

/// What of a cell is in the element outside of opened records, in text and in attributes.
const OUTSIDE: &str = "(() => {
    const copy = document.createElement('div');
    copy.append(...[...root.children].map((child) => child.cloneNode(true)));
    for (const record of copy.querySelectorAll('[part=record]')) record.remove();
    return copy.innerHTML + document.body.innerHTML;
})()";

async fn what_the_seller_decides_is_kept_and_undone(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let file = Report::good(40)
        .sent_to_texas(3)
        .set(6, "ship-state", "Xanadu")
        .set(12, "item-price", "n/a")
        .write(rig.dir.path(), "mendable.txt")?;
    page.open("/").await?;
    page.eval(LISTEN).await?;
    let before = page.check(&file).await?;
    assert_eq!((&before["ledger"]["rejected"], page.eval("el.canUndo").await?), (&json!(2), json!(false)));

    // A cell is mended with the keyboard alone; what is typed is judged before it is saved.
    page.until("the summary has the focus", "part('summary')?.contains(focus)").await?;
    page.tab_to("the record", "focus?.getAttribute('aria-label') === 'Open record 12'").await?;
    page.press(Key::Enter).await?;
    page.until("the cells", &format!("part('record')?.innerText.includes({PRIVATE:?})")).await?;
    page.tab_to("the cell", "focus?.matches('.cell-input') && focus.value === 'n/a'").await?;
    assert_eq!(page.eval("focus.getAttribute('aria-invalid')").await?, "true");
    let described = "root.getElementById(focus.getAttribute('aria-describedby')).innerText";
    let wrong = page.eval(described).await?;
    assert!(wrong.as_str().is_some_and(|text| text.contains("not written as a number")), "{wrong}");
    let labelled = "root.getElementById(focus.getAttribute('aria-labelledby')).innerText";
    assert_eq!(page.eval(labelled).await?, "item-price");
    // What is in a field is selected by Tab.
    page.driver.action_chain().send_keys("nineteen").perform().await?;
    page.until("it does not fit yet", "part('record').innerText.includes('This does not fit yet')").await?;
    for _ in 0.."nineteen".len() {
        page.press(Key::Backspace).await?;
    }
    page.driver.action_chain().send_keys("19.99").perform().await?;
    page.until("it fits", "part('record').innerText.includes('This record fits now')").await?;
    assert_eq!(
        page.eval("[focus.value, focus.getAttribute('aria-invalid')]").await?,
        json!(["19.99", "false"])
    );
    assert_eq!(page.eval("el.outcome.ledger.rejected").await?, 2, "nothing counts before it is saved");
    let mended = page.check_again(page.press(Key::Enter)).await?;
    let edit = Edit { record: 12, column: "item-price".to_owned(), value: "19.99".to_owned() };
    let mut said = SourceOptions { edits: vec![edit], ..SourceOptions::default() };
    let native =
        |said: &SourceOptions, options: Options| native::ask(&[(file.as_path(), said.clone())], options);
    let same = |outcome: &Value, native: Value, what: &str| {
        assert_eq!(native::without_seal(outcome.clone()), native::without_seal(native), "{what}");
    };
    same(&mended, native(&said, Options::default())?.0, "with the edit");
    assert_eq!(mended["ledger"]["rejected"], 1);
    page.until(
        "the way back has the focus",
        "focus?.ariaLabel === 'Take back what you changed in record 12'",
    )
    .await?;

    // The other record is left out, which the manifest says.
    page.click_button("Open record 6").await?;
    let left_out = page.check_again(page.click_button("Leave this record out")).await?;
    said.left_out = vec![6];
    let (outcome, payload) = native(&said, Options::default())?;
    same(&left_out, outcome, "with a record left out");
    let manifest = page.eval("[el.manifest.edits, el.manifest.left_out, el.manifest.payload.lines]").await?;
    assert_eq!(manifest, json!([1, 1, 39]));
    assert_eq!(page.eval("el.payload.text()").await?.as_str().map(str::as_bytes), Some(payload.as_slice()));
    let unpacked = "el.gzip().then((packed) => new Response(packed.stream().pipeThrough(new DecompressionStream('gzip'))).text())";
    assert_eq!(page.eval(unpacked).await?.as_str().map(str::as_bytes), Some(payload.as_slice()));

    // A repair is declined: its cell cannot be read then.
    let label = "Leave as it was: The state was spelled out or written in another way than its two letters";
    let declined = page.check_again(page.click_button(label)).await?;
    let options = Options { declined: vec!["state-spelled-out".to_owned()], ..Options::default() };
    same(&declined, native(&said, options.clone())?.0, "with a repair declined");
    assert_eq!((&declined["repairs"][0]["declined"], &declined["manifest"]), (&json!(true), &Value::Null));
    page.until("the way back has the focus", "focus?.ariaLabel?.startsWith('Mend it after all')").await?;

    // Another file comes: all of it stays. It goes: all of it stays.
    let other = Report::good(60).write(rig.dir.path(), "other.txt")?;
    let both = page.check_again(page.choose(&[&other])).await?;
    let files = [(file.as_path(), said.clone()), (other.as_path(), SourceOptions::default())];
    same(&both, native::ask(&files, options)?.0, "with another file");
    let said_of_first =
        "[el.outcome.sources[0].edits, el.outcome.sources[0].left_out, el.outcome.repairs[0].declined]";
    assert_eq!(page.eval(said_of_first).await?, json!([1, 1, true]));
    let changes = page.eval("part('changes').innerText").await?;
    let changes = changes.as_str().context("words")?;
    for told in [
        "Record 12 of mendable.txt: you changed item-price",
        "Record 6 of mendable.txt: you left it out",
        "Left as it was: ",
    ] {
        assert!(changes.contains(told), "not among the changes: {told}\n{changes}");
    }
    let one = page.check_again(page.click_button("Remove other.txt")).await?;
    same(&one, serde_json::from_str(&declined.to_string())?, "without the other file");

    // Undone one after the other, the last one first.
    for (what, after) in [("declined", &left_out), ("left out", &mended), ("edited", &before)] {
        let undone = page.check_again(page.click_button("Undo last change")).await?;
        same(&undone, after.clone(), what);
    }
    page.until("nothing is left to undo", "!el.canUndo && part('changes') === null").await?;
    let refused = page.eval("el.undo().then(() => 'undone', (error) => error.name)").await?;
    assert_eq!(refused, "InvalidStateError");

    // What stays in the report is in an opened record and nowhere else; nor is what is typed.
    page.check_again(async {
        page.eval("el.edit(0, 3, { 'ship-city': 'Typedville' }).then(() => true)").await.map(drop)
    })
    .await?;
    page.click_button("Open record 12").await?;
    page.until("the cells", &format!("part('record')?.innerText.includes({PRIVATE:?})")).await?;
    let outside = page.eval(OUTSIDE).await?.to_string();
    let told = page.eval("window.told.join('\\n')").await?.to_string();
    assert!(told.contains("checked") && outside.contains("What you changed"), "nothing was listened to");
    for private in [PRIVATE, "Typedville", "Xanadu"] {
        assert!(!outside.contains(private), "{private} is on the page");
        assert!(!told.contains(private), "{private} was told: {told}");
    }
    Ok(())
}
