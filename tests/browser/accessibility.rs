//! axe-core finds nothing, on each page, in each state, at the width of a phone and of a desk.

use crate::engine::Engine;
use crate::files::{Report, fixture};
use crate::host;
use crate::rig::{Rig, in_each_engine};
use crate::server::{copy_of_site, site};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

in_each_engine!(index);

/// What axe looks at depends little on the engine, and it takes its time: all of it is seen in Chromium.
async fn index(rig: Arc<Rig>) -> Result<()> {
    let widths: &[u32] = if rig.engine == Engine::Chromium { &[320, 1280] } else { &[320] };
    audit(&rig, "/index.html", "en", widths, &States::all(&rig)?).await
}

/// Files to choose, one after the other.
pub struct States {
    choices: Vec<Vec<PathBuf>>,
    /// One in which the seller has something to do, to do it.
    mendable: Option<PathBuf>,
}

impl States {
    pub fn all(rig: &Rig) -> Result<States> {
        let folder = rig.dir.path();
        let ready = Report::good(30).sent_to_texas(3).write(folder, "ready.txt")?;
        let needs_fixing = Report::good(30).set(5, "item-price", "n/a").write(folder, "needs-fixing.txt")?;
        let mendable = Report::good(30)
            .sent_to_texas(3)
            .set(5, "ship-state", "Conneticut")
            .set(7, "item-price", "n/a")
            .write(folder, "mendable.txt")?;
        let wrong = fixture("reports/not-usable/settlement.txt");
        let choices = vec![
            vec![ready.clone()],
            vec![needs_fixing.clone()],
            vec![wrong.clone()],
            vec![fixture("codes/date-order-open/bad.txt")],
            vec![fixture("codes/opened-in-a-spreadsheet/bad.txt")],
            vec![fixture("containers/two-reports.zip")],
            vec![ready, needs_fixing, wrong, fixture("containers/encrypted.zip")],
        ];
        Ok(States { choices, mendable: Some(mendable) })
    }

    /// For a page around the element, which is itself the same on each.
    pub fn few(rig: &Rig) -> Result<States> {
        let ready = Report::good(30).sent_to_texas(3).write(rig.dir.path(), "ready.txt")?;
        Ok(States {
            choices: vec![vec![ready], vec![fixture("reports/not-usable/settlement.txt")]],
            mendable: None,
        })
    }
}

/// States of one page in frames of each width: browser windows cannot be made as narrow as a phone, and 320 px is also
/// what 1280 px are at 400 % zoom. So the site is served here without its policy, which lets no other page frame it.
pub async fn audit(rig: &Rig, path: &str, lang: &str, widths: &[u32], states: &States) -> Result<()> {
    let broken = copy_of_site(&rig.dir, "broken")?;
    fs::remove_file(broken.join("report-preflight/preflight.wasm"))?;
    let any = states.choices.first().and_then(|files| files.first()).context("a file")?;
    rig.page.driver.set_window_rect(0, 0, 1400, 1100).await?;
    for width in widths {
        let frame =
            format!(r#"<iframe title="{width}" src="{path}" width="{width}" height="1000"></iframe>"#);
        let serve = |folder| host::serve(Some(folder), [("/frame.html", frame.clone(), String::new())]);
        open_frame(rig, &format!("{}/frame.html", serve(site())?)).await?;
        speak(rig, lang).await?;
        axe_unfolded(rig, &format!("{path} idle in {lang} at {width}")).await?;
        for files in &states.choices {
            let files: Vec<_> = files.iter().map(PathBuf::as_path).collect();
            rig.page.check_all(&files).await?;
            axe_unfolded(rig, &format!("{path} {files:?} in {lang} at {width}")).await?;
        }
        if let Some(mendable) = &states.mendable {
            rig.page.check(mendable).await?;
            mend(rig).await?;
            axe(rig, &format!("{path} with records open and changes made in {lang} at {width}")).await?;
        }
        open_frame(rig, &format!("{}/frame.html", serve(broken.clone())?)).await?;
        speak(rig, lang).await?;
        if rig.page.eval("el.state").await? != "faulted" {
            rig.page.choose(&[any]).await?;
        }
        assert_eq!(rig.page.settled().await?, "faulted");
        axe(rig, &format!("{path} faulted in {lang} at {width}")).await?;
    }
    Ok(())
}

async fn speak(rig: &Rig, lang: &str) -> Result<()> {
    rig.page.eval(&format!("(document.documentElement.lang = '{lang}', true)")).await?;
    let spoken = format!("root.querySelector('.preflight').lang === '{lang}'");
    rig.page.until("the language is spoken", &spoken).await?;
    Ok(())
}

/// As it is, and then with what is folded away, and what is made only when that is opened.
async fn axe_unfolded(rig: &Rig, what: &str) -> Result<()> {
    axe(rig, what).await?;
    for _ in 0..2 {
        let open = "new Promise((done) => {
            for (const details of root.querySelectorAll('details')) details.open = true;
            setTimeout(done, 200, true);
        })";
        rig.page.eval(open).await?;
    }
    axe(rig, &format!("{what}, unfolded")).await
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
