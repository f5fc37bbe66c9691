//! axe-core finds nothing, on each page, in each state, at the width of a phone and of a desk.

use crate::engine::Engine;
use crate::files::{self, Report};
use crate::host;
use crate::rig::{Rig, in_each_engine};
use crate::server::{copy_of_site, site};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

in_each_engine!(index, help_center, embed);

async fn index(rig: Arc<Rig>) -> Result<()> {
    audit(&rig, "/index.html").await
}

async fn help_center(rig: Arc<Rig>) -> Result<()> {
    audit(&rig, "/help-center.html").await
}

async fn embed(rig: Arc<Rig>) -> Result<()> {
    audit(&rig, "/embed.html").await
}

/// All states of one page in frames of both widths: browser windows cannot be made as narrow as a phone.
/// So the site is served here without its policy, which lets no other page frame it.
async fn audit(rig: &Rig, path: &str) -> Result<()> {
    let folder = rig.dir.path();
    let ready = Report::good(30).sent_to_texas(3).write(folder, "ready.txt")?;
    let needs_fixing = Report::good(30).set(5, "item-price", "n/a").write(folder, "needs-fixing.txt")?;
    let mendable = Report::good(30)
        .sent_to_texas(3)
        .set(5, "ship-state", "Conneticut")
        .set(7, "item-price", "n/a")
        .write(folder, "mendable.txt")?;
    let fixture = files::fixture;
    let states: [(&str, Vec<PathBuf>); 8] = [
        ("idle", vec![]),
        ("checked", vec![ready.clone()]),
        ("checked", vec![needs_fixing.clone()]),
        ("checked", vec![fixture("reports/not-usable/settlement.txt")]),
        ("checked", vec![fixture("codes/date-order-open/bad.txt")]),
        ("checked", vec![fixture("codes/opened-in-a-spreadsheet/bad.txt")]),
        ("checked", vec![fixture("containers/two-reports.zip")]),
        (
            "checked",
            vec![
                ready,
                needs_fixing,
                fixture("reports/not-usable/settlement.txt"),
                fixture("containers/encrypted.zip"),
            ],
        ),
    ];
    let broken = copy_of_site(&rig.dir, "broken")?;
    fs::remove_file(broken.join("report-preflight/preflight.wasm"))?;
    let frames = |path: &str| {
        let frame = |width: u32| {
            format!(r#"<iframe title="{width}" src="{path}" width="{width}" height="1000"></iframe>"#)
        };
        [("/320.html", frame(320), String::new()), ("/1280.html", frame(1280), String::new())]
    };
    let whole = host::serve(Some(site()), frames(path))?;
    let broken = host::serve(Some(broken), frames(path))?;
    rig.page.driver.set_window_rect(0, 0, 1400, 1100).await?;
    for width in [320, 1280] {
        open_frame(rig, &format!("{whole}/{width}.html")).await?;
        for (state, files) in &states {
            let files: Vec<_> = files.iter().map(PathBuf::as_path).collect();
            if !files.is_empty() {
                rig.page.check_all(&files).await?;
            }
            assert_eq!(rig.page.eval("el.state").await?, *state);
            let name = format!("{path} {state} {files:?} at {width}");
            axe(rig, &name).await?;
            // What is folded away, and then what is made only when it is opened.
            for _ in 0..2 {
                let open = "new Promise((done) => {
                    for (const details of root.querySelectorAll('details')) details.open = true;
                    setTimeout(done, 200, true);
                })";
                rig.page.eval(open).await?;
            }
            axe(rig, &format!("{name}, unfolded")).await?;
        }
        // The element is the same on each page, and axe takes its time.
        if path == "/index.html" {
            rig.page.check(&mendable).await?;
            mend(rig).await?;
            axe(rig, &format!("{path} with records open and changes made at {width}")).await?;
        }
        open_frame(rig, &format!("{broken}/{width}.html")).await?;
        if rig.page.eval("el.state").await? != "faulted" {
            rig.page.choose(&[states[1].1.first().context("a file")?]).await?;
        }
        assert_eq!(rig.page.settled().await?, "faulted");
        axe(rig, &format!("{path} faulted at {width}")).await?;
    }
    Ok(())
}

/// All that a seller can change, changed: a record edited and open, another one open, one left out, a repair declined.
async fn mend(rig: &Rig) -> Result<()> {
    let acts = "el.edit(0, 7, { 'item-price': 'much' }).then(() => el.leaveOut(0, 9)).then(() => el.decline('state-spelled-out'))
        .then(() => {
            for (const button of root.querySelectorAll('[aria-expanded=false]')) if (button.checkVisibility()) button.click();
            return true;
        })";
    rig.page.eval(acts).await?;
    rig.page
        .until("the records are open", "root.querySelectorAll('.cell-input').length > 1 && part('changes')")
        .await?;
    Ok(())
}

pub async fn open_frame(rig: &Rig, address: &str) -> Result<()> {
    rig.page.goto(address).await?;
    rig.page.enter_frame("iframe").await?;
    rig.page.until("the element is defined", "el?.state !== undefined && part('input') !== null").await?;
    Ok(())
}

/// Runs axe on what the driver looks at, and fails with everything that it found.
pub async fn axe(rig: &Rig, what: &str) -> Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/node_modules/axe-core/axe.min.js");
    let source =
        fs::read_to_string(&path).with_context(|| format!("{}: npm ci --prefix tests", path.display()))?;
    let run = r#"
        return axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
            violations.map(({ id, help, nodes }) => `${id} (${help}): ${nodes.map((node) => node.target.join(" ") + " " + node.html).join(", ")}`));"#;
    let found = rig.page.driver.execute(format!("{source}\n{run}"), Vec::<Value>::new()).await?;
    // Nothing on a page may be wider than the page, or a phone scrolls sideways.
    let overflow = rig.page.eval("document.documentElement.scrollWidth - innerWidth").await?;
    let found = found.json();
    if *found != json!([]) && rig.engine == Engine::Chromium {
        eprintln!("{what}");
    }
    assert_eq!(*found, json!([]), "axe on {what}");
    assert!(overflow.as_i64() <= Some(0), "{what} is {overflow} px too wide");
    Ok(())
}
