//! Two workers on one large file: the answer of one.

use crate::generator::{self, Plan};
use crate::native;
use crate::rig::{Rig, in_each_engine};
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

in_each_engine!(
    two_workers_give_the_answer_of_one,
    what_only_one_can_know_one_reads_again,
    a_fault_of_the_helper_is_a_fault_of_the_check,
);

/// Listens to what the workers say to each other, by putting itself in between, and may say something else.
const LISTEN: &str = "(() => {
    const Real = MessageChannel;
    window.heard = [];
    window.instead = (word) => word;
    window.MessageChannel = class {
        constructor() {
            const [one, other] = [new Real(), new Real()];
            this.port1 = one.port1;
            this.port2 = other.port2;
            window.channels = (window.channels ?? 0) + 1;
            const pass = (from, to) => {
                from.onmessage = ({ data }) => {
                    heard.push(data);
                    to.postMessage(instead(data));
                };
            };
            pass(one.port2, other.port1);
            pass(other.port1, one.port2);
        }
    };
    return true;
})()";

/// A report that is just large enough, and how much is wrong with it.
fn report(rig: &Rig, damaged_per_mille: u64, more: impl Fn(&mut Vec<u8>)) -> Result<PathBuf> {
    let mut bytes = generator::report(&Plan { bytes: 34 << 20, damaged_per_mille, ..Plan::default() });
    more(&mut bytes);
    let path = rig.dir.path().join("large.txt");
    fs::write(&path, bytes)?;
    Ok(path)
}

/// Checks a file when there is a helper already. Before the page has asked for one, there is none.
async fn check_shared(rig: &Rig, file: &std::path::Path) -> Result<serde_json::Value> {
    rig.page.open("/").await?;
    rig.page.eval(LISTEN).await?;
    rig.page.check(file).await?;
    rig.page.until("the helper is there", "window.channels === 1").await?;
    rig.page.eval("(el.reset(), heard.length = 0, true)").await?;
    rig.page.check(file).await
}

async fn two_workers_give_the_answer_of_one(rig: Arc<Rig>) -> Result<()> {
    let file = report(&rig, 3, |_| {})?;
    let outcome = check_shared(&rig, &file).await?;
    let native = native::check(&file, &["--threads", "1"], &rig.dir)?;
    assert_eq!(native::without_seal(outcome), native::without_seal(native.outcome));
    let judged = rig.page.eval("heard.filter(({ type }) => type === 'judged').length").await?;
    assert!(judged.as_u64() >= Some(3), "the helper judged {judged} blocks");
    // Bytes and counts: no record crosses as an object.
    let words = rig.page.eval("[...new Set(heard.map(({ type }) => type))].sort().join()").await?;
    assert_eq!(words, "begin,first,judged,records,share");
    let bytes = "heard.every((word) => word.type !== 'judged' || word.pieces.every((piece) => ArrayBuffer.isView(piece)))";
    assert_eq!(rig.page.eval(bytes).await?, true);
    Ok(())
}

async fn what_only_one_can_know_one_reads_again(rig: Arc<Rig>) -> Result<()> {
    let file = report(&rig, 0, |bytes| {
        let lines: Vec<&[u8]> = bytes.split_inclusive(|&byte| byte == b'\n').collect();
        // In the leader's part and in a block of the helper's.
        let (line, at) = (lines[5].to_vec(), lines[..lines.len() / 10].concat().len());
        bytes.splice(at..at, line);
    })?;
    let outcome = check_shared(&rig, &file).await?;
    let native = native::check(&file, &["--threads", "1"], &rig.dir)?;
    let payload = native.payload.context("natively there is a payload")?;
    assert_eq!(native::without_seal(outcome), native::without_seal(native.outcome));
    assert_eq!(rig.page.eval("heard.some(({ type }) => type === 'share')").await?, true);
    assert_eq!(rig.page.eval("el.payload.size").await?, payload.len());
    let text = rig.page.eval("el.payload.text()").await?;
    assert!(text.as_str().map(str::as_bytes) == Some(&payload), "another payload");
    Ok(())
}

async fn a_fault_of_the_helper_is_a_fault_of_the_check(rig: Arc<Rig>) -> Result<()> {
    let file = report(&rig, 0, |_| {})?;
    check_shared(&rig, &file).await?;
    rig.page
        .eval(
            "(el.reset(), window.instead = (word) =>
                word.type === 'judged' ? { type: 'fault', code: 'file-unreadable', detail: '', job: word.job } : word, true)",
        )
        .await?;
    rig.page.choose(&[&file]).await?;
    rig.page.until("the fault is shown", "el.state === 'faulted'").await?;
    rig.page.what_of_fault("file-unreadable").await?;
    // And the next check is like any other.
    rig.page.eval("(el.reset(), window.instead = (word) => word, true)").await?;
    let outcome = rig.page.check(&file).await?;
    assert_eq!(outcome["ledger"]["rejected"], 0);
    Ok(())
}
