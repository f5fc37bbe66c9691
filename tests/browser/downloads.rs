//! Files for the seller: the same bytes as natively, made without a request that carries anything.

use crate::files::fixture;
use crate::native;
use crate::rig::{Rig, in_each_engine};
use anyhow::{Context, Result};
use report_preflight::{Options, SourceOptions};
use serde_json::Value;
use std::sync::Arc;

in_each_engine!(the_planted_report_and_its_files_are_those_of_the_command_line);

/// What would be saved is kept in the page: a dialog would hold the browser up.
const KEEP: &str = "(HTMLAnchorElement.prototype.click = function () {
    window.saved = fetch === undefined ? null : { name: this.download, href: this.href };
}, true)";

async fn the_planted_report_and_its_files_are_those_of_the_command_line(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let file = fixture("show/report.txt");
    page.open("/").await?;
    let outcome = page.check(&file).await?;
    let native = native::check(&file, &[], &rig.dir)?;
    assert_eq!(native::without_seal(outcome.clone()), native::without_seal(native.outcome));
    let n = outcome["ledger"]["rejected"].to_string();
    page.click_button(&format!("Leave these {n} records out")).await?;
    page.check_again(page.click_button(&format!("Yes, leave {n} records out"))).await?;
    Ok(())
}
