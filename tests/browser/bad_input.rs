//! Files that sellers choose by mistake. Each gets a sentence, nothing hangs, and the page stays usable.

use crate::files::{self, Report};
use crate::host::{self, bare_page};
use crate::native;
use crate::rig::{Rig, in_each_engine};
use crate::server::site;
use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;
use std::sync::Arc;
use std::time::Instant;

in_each_engine!(
    each_bad_file_is_answered_in_words,
    two_files_at_once_are_refused,
    a_folder_is_refused,
    three_gigabytes_are_not_read_to_the_end,
);

/// What the issue of bad files names, by the fixture that shows it.
const BAD_FILES: [&str; 7] = [
    "codes/file-empty/bad.txt",
    "codes/no-records/bad.txt",
    "codes/record-cut-off/bad.txt",
    "codes/record-has-nul/bad.txt",
    "reports/not-usable/pdf.txt",
    "reports/not-usable/png.txt",
    "reports/not-usable/sign-in-page.txt",
];

async fn each_bad_file_is_answered_in_words(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let mut bad = BAD_FILES.map(files::fixture).to_vec();
    bad.push(rig.dir.join("10-megabytes-in-one-line.txt"));
    fs::write(&bad[7], vec![b'x'; 10 << 20])?;
    page.open("/").await?;
    for file in bad {
        let name = file.display();
        let outcome = page.check(&file).await.with_context(|| name.to_string())?;
        let native = native::check(&file, &[], &rig.dir)?;
        assert_eq!(native::without_seal(outcome.clone()), native::without_seal(native.outcome), "{name}");
        let verdict = outcome["verdict"].as_str().unwrap_or_default();
        assert!(["wrong-report", "needs-fixing", "empty"].contains(&verdict), "{name}: {verdict}");
        let words = page.until("the verdict in words", "part('verdict')?.innerText").await?;
        println!(
            "{:?} {name}: {verdict}: {}",
            rig.engine,
            words.as_str().unwrap_or_default().replace('\n', " | ")
        );
        assert_eq!(page.eval("el.payload").await?, Value::Null, "{name}");
    }
    let good = Report::good(5).write(rig.dir.path(), "good.txt")?;
    assert_eq!(page.check(&good).await?["verdict"], "ready");
    Ok(())
}

async fn two_files_at_once_are_refused(rig: Arc<Rig>) -> Result<()> {
    let one = Report::good(5).write(rig.dir.path(), "one.txt")?;
    // Where the host did not ask for several.
    let host = host::serve(Some(site()), [("/one.html", bare_page("", "", ""), String::new())])?;
    rig.page.open(&format!("{host}/one.html")).await?;
    // An input that takes one file cannot be given two, but two can be dropped.
    let drop = "(() => {
        const transfer = new DataTransfer();
        for (const name of ['one.txt', 'two.txt']) transfer.items.add(new File(['x'], name));
        const event = new DragEvent('drop', { bubbles: true, cancelable: true, composed: true, dataTransfer: transfer });
        part('zone').dispatchEvent(event);
        return true;
    })()";
    rig.page.eval(drop).await?;
    rig.page.until("the refusal", "part('zone').innerText.includes('one file at a time')").await?;
    assert_eq!(rig.page.eval("el.state").await?, "idle");
    assert_eq!(rig.page.check(&one).await?["verdict"], "ready");
    Ok(())
}

async fn a_folder_is_refused(rig: Arc<Rig>) -> Result<()> {
    let one = Report::good(5).write(rig.dir.path(), "one.txt")?;
    rig.page.open("/").await?;
    // Scripts cannot put a folder into a DataTransfer; this is what a browser shows of one that was dropped.
    let drop = "(() => {
        const event = new Event('drop', { bubbles: true, cancelable: true, composed: true });
        const folder = new File([], 'reports');
        const item = { kind: 'file', webkitGetAsEntry: () => ({ isDirectory: true, isFile: false }), getAsFile: () => folder };
        event.dataTransfer = { types: ['Files'], items: [item], files: [folder] };
        part('zone').dispatchEvent(event);
        return true;
    })()";
    rig.page.eval(drop).await?;
    rig.page.until("the refusal", "part('zone').innerText.includes('folder')").await?;
    assert_eq!(rig.page.eval("el.state").await?, "idle");
    assert_eq!(rig.page.check(&one).await?["verdict"], "ready");
    Ok(())
}

async fn three_gigabytes_are_not_read_to_the_end(rig: Arc<Rig>) -> Result<()> {
    let file = files::sparse(rig.dir.path(), "backup.txt")?;
    rig.page.open("/").await?;
    let start = Instant::now();
    let outcome = rig.page.check(&file).await?;
    println!("{:?}: 3 GB answered in {:.2} s", rig.engine, start.elapsed().as_secs_f64());
    assert_eq!(outcome["verdict"], "wrong-report");
    assert_eq!(outcome["sources"][0]["bytes"], Value::Null, "it was read to the end");
    let read = rig.page.eval("el.progress.bytes").await?.as_u64().context("bytes")?;
    assert!(read < 64 << 20, "{read} bytes were read");
    Ok(())
}
