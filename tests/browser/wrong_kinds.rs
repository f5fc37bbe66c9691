//! Every kind of file that sellers mix up is named, with the right report and the way to it.

use crate::common;
use crate::rig::{Rig, in_each_engine};
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::sync::Arc;

in_each_engine!(each_wrong_kind_is_named);

async fn each_wrong_kind_is_named(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    page.open("/").await?;
    let mut families = BTreeSet::new();
    for file in common::inputs("reports/not-usable") {
        let name = file.display();
        let outcome = page.check(&file).await.with_context(|| name.to_string())?;
        if outcome["verdict"] != "wrong-report" || outcome["findings"].to_string().contains("container-") {
            continue;
        }
        let report = &outcome["sources"][0]["report"];
        let title = report["title"].as_str().context("a title")?;
        let words = page.words().await?;
        for said in [title, "Recognized:", "Download this one instead", "How to get there in Seller Central"]
        {
            assert!(words.contains(said), "{name}: not on the page: {said}\n{words}");
        }
        families.insert(report["family"].to_string());
    }
    println!("{:?}: {} kinds", rig.engine, families.len());
    assert!(families.len() > 8, "{families:?}");
    Ok(())
}
