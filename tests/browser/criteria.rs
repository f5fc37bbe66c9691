//! Criteria of WCAG 2.2 that axe does not look at, and pages and languages that it looks at in one engine only: `www/accessibility.html` says which, and names these tests.

use crate::accessibility::{States, audit};
use crate::files::{Report, fixture};
use crate::rig::{Rig, in_chromium};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use thirtyfour::Key;

in_chromium!(
    axe_finds_nothing_in_the_article,
    axe_finds_nothing_in_the_frame,
    axe_finds_nothing_in_spanish,
    axe_finds_nothing_in_chinese,
    results_are_announced_in_whole_sentences,
    targets_are_large_enough,
    the_focus_is_seen_and_not_covered,
    more_space_between_letters_breaks_nothing,
);

async fn axe_finds_nothing_in_the_article(rig: Arc<Rig>) -> Result<()> {
    audit(&rig, "/help-center.html", "en", &[320, 1280], &States::few(&rig)?).await
}

async fn axe_finds_nothing_in_the_frame(rig: Arc<Rig>) -> Result<()> {
    audit(&rig, "/embed.html", "en", &[320, 1280], &States::few(&rig)?).await
}

async fn axe_finds_nothing_in_spanish(rig: Arc<Rig>) -> Result<()> {
    audit(&rig, "/index.html", "es", &[320], &States::all(&rig)?).await
}

async fn axe_finds_nothing_in_chinese(rig: Arc<Rig>) -> Result<()> {
    audit(&rig, "/index.html", "zh-Hans", &[320], &States::all(&rig)?).await
}

/// A report with all that a seller can press: findings, repairs, files to download.
fn mendable(rig: &Rig) -> Result<std::path::PathBuf> {
    let report =
        Report::good(30).sent_to_texas(3).set(5, "item-price", "n/a").set(7, "ship-state", "Conneticut");
    report.write(rig.dir.path(), "mendable.txt")
}

async fn results_are_announced_in_whole_sentences(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    page.open("/").await?;
    let listen = "(() => {
        window.said = [];
        const status = root.querySelector('[role=status]');
        new MutationObserver(() => status.textContent && window.said.push(status.textContent))
            .observe(status, { childList: true, characterData: true, subtree: true });
        return true;
    })()";
    page.eval(listen).await?;
    // Who is at work elsewhere in the page keeps the focus, and hears the result.
    page.eval("(document.querySelector('nav a').focus(), true)").await?;
    let fine = Report::good(30).write(rig.dir.path(), "fine.txt")?;
    page.check(&fine).await?;
    let verdict = "window.said.some((text) => text.startsWith('This report is ready')) && window.said";
    let said = page.until("the result is said", verdict).await?;
    let said: Vec<_> = said.as_array().context("a list")?.iter().filter_map(Value::as_str).collect();
    ensure!(said.iter().all(|text| text.ends_with(['.', '…'])), "not whole sentences: {said:?}");
    ensure!(said.len() <= 3, "too much is said of a short check: {said:?}");
    page.eval("(el.reset(), true)").await?;
    page.until("the way back is said", "window.said.at(-1).includes('cleared')").await?;
    // Otherwise what needs the seller takes the focus, and is read for that: saying it as well would be twice.
    page.eval("(document.activeElement.blur(), true)").await?;
    page.check(&mendable(&rig)?).await?;
    let name = "part('summary').contains(focus) && part('summary').getAttribute('aria-labelledby').split(' ') \
        .map((id) => root.getElementById(id).innerText).join(' ')";
    let name = page.until("the summary has the focus", name).await?;
    ensure!(
        name.as_str().is_some_and(|name| name.contains("2 of 30 records")),
        "the summary is called {name}"
    );
    Ok(())
}

async fn targets_are_large_enough(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    page.open("/").await?;
    page.check(&mendable(&rig)?).await?;
    for file in [
        mendable(&rig)?,
        fixture("codes/date-order-open/bad.txt"),
        fixture("reports/not-usable/settlement.txt"),
    ] {
        page.check(&file).await?;
        unfold(&rig).await?;
        // Small ones will do where a circle of 24 px round them touches no other target, and links in sentences.
        let small = "(() => {
            const targets = [...root.querySelectorAll('button, summary, select, input, textarea, a')]
                .filter((target) => target.checkVisibility() && !target.matches('.hidden-visually'));
            const around = ({ left, top, width, height }) => [left + width / 2, top + height / 2];
            const small = ({ width, height }) => width < 24 || height < 24;
            const crowded = (target) => {
                const [x, y] = around(target.getBoundingClientRect());
                return targets.some((other) => {
                    if (other === target) return false;
                    const box = other.getBoundingClientRect();
                    const [dx, dy] = small(box) ? [around(box)[0] - x, around(box)[1] - y]
                        : [Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)];
                    return Math.hypot(dx, dy) < (small(box) ? 24 : 12);
                });
            };
            return targets.filter((target) => small(target.getBoundingClientRect()) && !target.matches('p a, li a') && crowded(target))
                .map((target) => `${target.outerHTML.slice(0, 120)} ${target.getBoundingClientRect().height}`);
        })()";
        assert_eq!(page.eval(small).await?, json!([]), "on {}", file.display());
    }
    Ok(())
}

async fn the_focus_is_seen_and_not_covered(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    page.open("/").await?;
    page.check(&mendable(&rig)?).await?;
    unfold(&rig).await?;
    page.eval("(part('button').focus(), true)").await?;
    let seen = "(() => {
        if (!root.contains(focus)) return 'left';
        const { outlineStyle, boxShadow } = getComputedStyle(focus);
        const marked = outlineStyle !== 'none' || boxShadow !== 'none';
        const boxes = [...focus.getClientRects()];
        const uncovered = boxes.some(({ left, top, width, height }) => [[0.5, 0.5], [0.1, 0.1], [0.9, 0.9]].some(([x, y]) => {
            const at = root.elementFromPoint(left + x * width, top + y * height);
            return at && (focus.contains(at) || at.contains(focus) && at.matches('label'));
        }));
        return marked && uncovered ? 'seen' : `${marked ? 'covered' : 'not marked'}: ${focus.outerHTML.slice(0, 160)}`;
    })()";
    let mut stops = 0;
    for _ in 0..120 {
        page.press(Key::Tab).await?;
        let found = page.eval(seen).await?;
        if found == "left" {
            break;
        }
        assert_eq!(found, "seen");
        stops += 1;
    }
    ensure!((10..120).contains(&stops), "{stops} stops in the element");
    Ok(())
}

/// The spacing that the criterion names, on all words, at the width of a phone.
async fn more_space_between_letters_breaks_nothing(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let frame =
        r#"<!doctype html><iframe title="Narrow" src="/index.html" width="320" height="900"></iframe>"#;
    let host =
        crate::host::serve(Some(crate::server::site()), [("/narrow.html", frame.to_owned(), String::new())])?;
    crate::accessibility::open_frame(&rig, &format!("{host}/narrow.html")).await?;
    page.check(&mendable(&rig)?).await?;
    unfold(&rig).await?;
    let space = "(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
            p { margin-block-end: 2em !important; }`);
        root.adoptedStyleSheets = [sheet];
        document.adoptedStyleSheets = [sheet];
        return true;
    })()";
    page.eval(space).await?;
    let cut = "[...root.querySelectorAll('*')].filter((node) => node.checkVisibility() && !node.matches('.hidden-visually, .scroll'))
        .filter((node) => { const { overflowX, overflowY } = getComputedStyle(node);
            return (overflowX === 'hidden' && node.scrollWidth > node.clientWidth + 1) || (overflowY === 'hidden' && node.scrollHeight > node.clientHeight + 1); })
        .map((node) => node.outerHTML.slice(0, 120))";
    assert_eq!(page.eval(cut).await?, json!([]));
    let overflow = page.eval("document.documentElement.scrollWidth - innerWidth").await?;
    ensure!(overflow.as_i64() <= Some(0), "{overflow} px too wide");
    Ok(())
}

async fn unfold(rig: &Rig) -> Result<()> {
    let open = "([...root.querySelectorAll('details')].forEach((details) => (details.open = true)), true)";
    rig.page.eval(open).await?;
    rig.page
        .until(
            "what is folded away is there",
            "[...root.querySelectorAll('details')].every((details) => details.open)",
        )
        .await?;
    Ok(())
}

/// The page claims only what there is: every test that it names exists.
#[test]
fn every_test_that_is_named_exists() -> Result<()> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(project.join("www/accessibility.html"))?;
    let named: Vec<_> = page
        .split("<code>")
        .filter_map(|rest| rest.split("</code>").next()?.split_once("::"))
        .filter(|(_, name)| {
            name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        })
        .collect();
    ensure!(named.len() > 20, "{named:?}");
    for (file, name) in named {
        let source = std::fs::read_to_string(project.join(format!("tests/browser/{file}.rs")))?;
        ensure!(source.contains(&format!("async fn {name}(")), "there is no test {file}::{name}");
    }
    Ok(())
}
