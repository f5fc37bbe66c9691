//! A check that is stopped half-way, and the next one.

use crate::files::{self, Report};
use crate::rig::{Rig, in_each_engine};
use anyhow::{Context, Result};
use std::sync::Arc;

in_each_engine!(the_cancel_button_works_within_100_ms, another_file_may_be_chosen_at_once);

async fn the_cancel_button_works_within_100_ms(rig: Arc<Rig>) -> Result<()> {
    let large = files::large(rig.dir.path(), "large.txt", 200 << 20)?;
    let small = Report::good(5).write(rig.dir.path(), "small.txt")?;
    rig.page.open("/").await?;
    rig.page.eval(CANCEL_AT_FIRST_PROGRESS).await?;
    rig.page.choose(&[&large]).await?;
    let cancelled = rig.page.until("the check is cancelled", "window.cancelled").await?;
    let (bytes, total) = (cancelled["bytes"].as_u64(), cancelled["total"].as_u64());
    assert!(bytes > Some(0) && bytes < total, "not cancelled half-way: {cancelled}");
    let took = cancelled["ms"].as_f64().context("a time")?;
    println!("{:?}: cancelled in {took:.1} ms", rig.engine);
    assert!(took < 100.0, "cancelling took {took} ms");
    assert_eq!(rig.page.eval("el.state").await?, "idle");
    let outcome = rig.page.check(&small).await?;
    assert_eq!((&outcome["verdict"], &outcome["ledger"]["read"]), (&"ready".into(), &5.into()));
    Ok(())
}

/// Presses Cancel as soon as a part of the file, but not all of it, has been read.
const CANCEL_AT_FIRST_PROGRESS: &str = "
    (el.addEventListener('report-preflight-progress', function listener() {
        const { bytes, total } = el.progress;
        if (bytes === 0 || bytes >= total) return;
        el.removeEventListener('report-preflight-progress', listener);
        const start = performance.now();
        part('cancel').click();
        el.settled.then(() => { window.cancelled = { bytes, total, ms: performance.now() - start }; });
    }), true)";

async fn another_file_may_be_chosen_at_once(rig: Arc<Rig>) -> Result<()> {
    let large = files::large(rig.dir.path(), "large.txt", 100 << 20)?;
    let small = Report::good(5).write(rig.dir.path(), "small.txt")?;
    rig.page.open("/").await?;
    rig.page.choose(&[&large]).await?;
    rig.page.until("the check runs", "el.state === 'checking' && el.progress?.bytes > 0").await?;
    rig.page.eval("(el.cancel(), true)").await?;
    for _ in 0..3 {
        let outcome = rig.page.check(&small).await?;
        assert_eq!((&outcome["verdict"], &outcome["ledger"]["read"]), (&"ready".into(), &5.into()));
        rig.page.eval("(el.reset(), true)").await?;
        rig.page.until("nothing is chosen", "el.state === 'idle' && el.outcome === null").await?;
    }
    Ok(())
}
