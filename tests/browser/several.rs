//! Several files as one batch: chosen together, added, removed, and one of them in the way.

use crate::files::{self, Report};
use crate::native;
use crate::rig::{Rig, in_each_engine};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::fs;
use std::sync::Arc;

in_each_engine!(
    what_stands_in_two_files_counts_once,
    files_come_and_go_one_by_one,
    a_wrong_report_among_others_is_named_and_taken_out,
    the_next_choice_takes_the_place_of_a_lone_wrong_report,
    the_others_go_on_without_a_file_that_is_gone,
    records_are_read_from_their_own_file,
    what_is_read_twice_is_paid_out_once,
    what_is_dropped_is_added,
);

async fn what_stands_in_two_files_counts_once(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let first = Report::good(40).write(rig.dir.path(), "january.txt")?;
    let second = Report::good(100).write(rig.dir.path(), "january-and-more.txt")?;
    page.open("/").await?;
    let outcome = page.check_all(&[&first, &second]).await?;
    let native = native::check_all(&[&first, &second], &[], &rig.dir)?;
    assert_eq!(native::without_seal(outcome.clone()), native::without_seal(native.outcome));
    assert_eq!(outcome["manifest"]["payload"]["lines"], 100, "a sale counts twice, or is lost");
    assert_eq!(outcome["sources"][1]["counted_before"], 40);
    let payload = page.eval("el.payload.text()").await?;
    assert_eq!(payload.as_str().map(str::as_bytes), native.payload.as_deref());
    let words = page.words().await?;
    for said in ["Your 2 reports", "40 sale lines were counted in a file above", "Days covered"] {
        assert!(words.contains(said), "not on the page: {said}\n{words}");
    }
    assert_eq!(page.eval("el.progress.bytes === el.progress.total").await?, true);
    Ok(())
}

async fn files_come_and_go_one_by_one(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let one = Report::good(10).write(rig.dir.path(), "one.txt")?;
    let two = Report::good(30).write(rig.dir.path(), "two.txt")?;
    page.open("/").await?;
    page.check(&one).await?;
    page.until("another can be added", "part('button').textContent === 'Add another file'").await?;
    let both = page.check_again(page.choose(&[&two])).await?;
    assert_eq!(both["manifest"]["payload"]["lines"], 30);
    assert_eq!(page.eval("el.files.map(({ name }) => name)").await?, json!(["one.txt", "two.txt"]));

    // The very same file once more.
    page.check_again(async { page.eval("el.add(el.files[1]).then(() => true)").await.map(drop) }).await?;
    assert_eq!(page.eval("el.files.length").await?, 3);
    let codes = page.eval("el.outcome.findings.map(({ code }) => code)").await?;
    assert!(codes.to_string().contains("file-added-twice"), "{codes}");

    let two_left = page.check_again(page.click_button("Remove one.txt")).await?;
    assert_eq!(two_left["sources"].as_array().map(Vec::len), Some(2));
    let one_left = page.check_again(page.click_button("Remove two.txt")).await?;
    assert_eq!(one_left["manifest"]["payload"]["lines"], 30);
    page.eval("(el.remove(0), true)").await?;
    page.until("it is the beginning again", "el.state === 'idle' && el.files.length === 0").await?;
    Ok(())
}

async fn a_wrong_report_among_others_is_named_and_taken_out(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let good = Report::good(20).write(rig.dir.path(), "good.txt")?;
    let wrong = files::fixture("reports/not-usable/settlement.txt");
    page.open("/").await?;
    page.check_all(&[&good, &wrong]).await?;
    assert_eq!(page.eval("el.payload").await?, json!(null));
    let words = page.words().await?;
    for said in ["1 of 2 files cannot be used", "Settlement", "Download this one instead"] {
        assert!(words.contains(said), "not on the page: {said}\n{words}");
    }
    let outcome = page.check_again(page.click_button("Remove settlement.txt")).await?;
    assert_eq!((&outcome["verdict"], &outcome["ledger"]["read"]), (&"ready".into(), &20.into()));
    Ok(())
}

async fn the_next_choice_takes_the_place_of_a_lone_wrong_report(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let good = Report::good(20).write(rig.dir.path(), "good.txt")?;
    page.open("/").await?;
    page.check(&files::fixture("reports/not-usable/settlement.txt")).await?;
    let outcome = page.check_again(page.choose(&[&good])).await?;
    assert_eq!(outcome["verdict"], "ready");
    assert_eq!(page.eval("el.files.length").await?, 1);
    Ok(())
}

async fn the_others_go_on_without_a_file_that_is_gone(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let stays = Report::good(20).write(rig.dir.path(), "stays.txt")?;
    let goes = Report::good(30).write(rig.dir.path(), "goes.txt")?;
    page.open("/").await?;
    let hold = "(el.addEventListener('report-preflight-accept', (event) => { \
        event.preventDefault(); window.held = event.detail.files; }, { once: true }), true)";
    page.eval(hold).await?;
    page.choose(&[&stays, &goes]).await?;
    page.until("the files are held", "window.held").await?;
    fs::remove_file(&goes)?;
    let code = page.eval("el.check(window.held).then(() => 'checked', (fault) => fault.code)").await?;
    assert_eq!(code, "file-unreadable");
    assert_eq!(page.eval("el.fault.file").await?, 1);
    let words = page.until("the file is named", "part('fault')?.innerText").await?;
    assert!(words.as_str().context("words")?.contains("goes.txt"), "{words}");
    page.click_button("Go on without this file").await?;
    page.until("the other is checked", "el.state === 'checked'").await?;
    assert_eq!(page.eval("el.outcome.ledger.read").await?, 20);
    Ok(())
}

async fn records_are_read_from_their_own_file(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let one =
        Report::good(10).set(4, "product-name", "Lamp of the first").write(rig.dir.path(), "one.txt")?;
    let two = Report::good(10).set(4, "item-price", "n/a").write(rig.dir.path(), "two.txt")?;
    page.open("/").await?;
    page.check_all(&[&one, &two]).await?;
    let cells = "el.record(args[0], 4).then(({ cells }) => cells.map(({ text }) => text).join('|'))";
    let first = page.eval_with(cells, vec![json!(0)]).await?;
    let second = page.eval_with(cells, vec![json!(1)]).await?;
    assert!(
        first.to_string().contains("Lamp of the first") && !second.to_string().contains("Lamp of the first")
    );
    page.click_button("Open record 4").await?;
    page.until(
        "the cells of the second file's record",
        "part('record')?.querySelector('.cell-input')?.value === 'n/a'",
    )
    .await?;
    Ok(())
}

/// The last line tells that the second file is not UTF-8, when parts of the payload have long been handed out.
async fn what_is_read_twice_is_paid_out_once(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let plain = |report: Report| report.text().replace(|letter: char| !letter.is_ascii(), "x");
    let (first, second) = (rig.dir.join("first.txt"), rig.dir.join("second.txt"));
    fs::write(&first, plain(Report::good(9000)))?;
    let mut bytes = plain(Report::good(30_000).set(30_001, "ship-city", "Caf")).into_bytes();
    let end = bytes.windows(4).rposition(|window| window == b"\tCaf").context("the last city")? + 4;
    bytes.insert(end, 0xE9);
    fs::write(&second, bytes)?;
    page.open("/").await?;
    let listen = "(window.seen = [], el.addEventListener('report-preflight-progress', \
        () => window.seen.push(el.progress.bytes)), true)";
    page.eval(listen).await?;
    let outcome = page.check_all(&[&first, &second]).await?;
    assert_eq!(outcome["sources"][1]["format"]["encoding"], "windows-1252");
    assert_eq!(outcome["manifest"]["payload"]["lines"], 30_000);
    let native = native::check_all(&[&first, &second], &[], &rig.dir)?;
    assert_eq!(native::without_seal(outcome), native::without_seal(native.outcome));
    let payload = page.eval("el.payload.text()").await?;
    assert!(
        payload.as_str().map(str::as_bytes) == native.payload.as_deref(),
        "another payload than natively"
    );
    let seen = page.eval("window.seen").await?;
    let seen: Vec<_> = seen.as_array().context("a list")?.iter().filter_map(Value::as_u64).collect();
    assert!(seen.is_sorted(), "progress went back: {seen:?}");
    Ok(())
}

async fn what_is_dropped_is_added(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let file = Report::good(10).write(rig.dir.path(), "one.txt")?;
    page.open("/").await?;
    page.check(&file).await?;
    // On the result, not on the zone: a near miss is none.
    let drop_it = "(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([args[0]], 'dropped.txt', { type: 'text/plain' }));
        const event = new DragEvent('drop', { bubbles: true, cancelable: true, composed: true, dataTransfer: transfer });
        part('verdict').dispatchEvent(event);
        return true;
    })()";
    let act = async { page.eval_with(drop_it, vec![json!(Report::good(25).text())]).await.map(drop) };
    let outcome = page.check_again(act).await?;
    assert_eq!(page.eval("el.files.map(({ name }) => name)").await?, json!(["one.txt", "dropped.txt"]));
    assert_eq!(outcome["manifest"]["payload"]["lines"], 25);
    Ok(())
}
