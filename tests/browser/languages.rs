//! The element speaks the language of the page, says nothing in English then, and can be read from right to left.

use crate::files::{Report, fixture};
use crate::host::{self, bare_page};
use crate::rig::{Rig, in_chromium};
use crate::server::{copy_of_site, site};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

in_chromium!(
    each_language_says_all_that_english_says,
    the_closest_lang_decides,
    another_language_is_spoken_without_a_new_check,
    the_hosts_words_come_over_those_of_the_language,
    nothing_is_said_in_english_from_right_to_left,
    a_verdict_is_not_lost_with_what_shows_it,
);

/// What is the same in another language too.
const EQUAL: &[&str] = &[
    "Error:",
    "UTF-8",
    // Names in Seller Central.
    "Amazon Fulfilled Shipments",
    "All Orders",
    "Sales Tax Report",
    "FBA Customer Shipment Sales",
    "Unshipped Orders",
    "FBA Promotions",
    "FBA Replacements",
    "FBA Customer Returns",
    "Settlement report (Flat File V2)",
    "Reimbursements",
    "Fee Preview",
    "Storage Fees",
    "VAT Transactions Report",
    "VAT Calculation Report",
    "Inventory Event Detail",
    "Daily Inventory History",
    "Received Inventory",
    "Manage FBA Inventory",
    "Listings report",
    "Business Report",
    "Brand Analytics",
    "Advertising report",
];

async fn each_language_says_all_that_english_says(rig: Arc<Rig>) -> Result<()> {
    rig.page.open("/").await?;
    let found = rig.page.eval_with(include_str!("locales/gate.js"), vec![json!(EQUAL)]).await?;
    let found: Vec<&str> = found.as_array().context("a list")?.iter().filter_map(Value::as_str).collect();
    assert!(found.is_empty(), "{} things:\n{}", found.len(), found.join("\n"));
    Ok(())
}

async fn the_closest_lang_decides(rig: Arc<Rig>) -> Result<()> {
    rig.page.open("/").await?;
    let tag_for = "import(new URL('/report-preflight/locales/index.js', location.href))
        .then(({ tagFor }) => args[0].map((asked) => `${asked}: ${tagFor(asked)}`).join())";
    let asked = [
        "es",
        "es-MX",
        "es-419",
        "ES-us",
        "zh",
        "zh-CN",
        "zh-Hans-SG",
        "zh-SG",
        "zh-TW",
        "zh-HK",
        "zh-Hant",
        "en-GB",
        "fr",
        "en_US",
        "",
    ];
    assert_eq!(
        rig.page.eval_with(tag_for, vec![json!(asked)]).await?,
        "es: es,es-MX: es,es-419: es,ES-us: es,zh: zh-Hans,zh-CN: zh-Hans,zh-Hans-SG: zh-Hans,zh-SG: zh-Hans,zh-TW: en,zh-HK: en,\
        zh-Hant: en,en-GB: en,fr: en,en_US: en,: en"
    );
    Ok(())
}

/// A language whose every word is English, and marked.
const MARKED: &str = "import en from './en.js';
    const all = (value) => typeof value === 'string' ? `¡${value}` : Array.isArray(value) ? value.map(all)
        : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, key === 'retry' ? item : all(item)]))
        : value;
    export default { ...all(en), lang: 'es', dir: 'ltr' };";

/// A page of its own with the element, where Spanish is the marked language and Chinese cannot be had.
async fn open_with_languages(rig: &Rig, page: String) -> Result<()> {
    let site = copy_of_site(&rig.dir, "languages")?;
    for file in ["locales/es.js", "locales/zh-Hans.js"] {
        let _ = fs::remove_file(site.join("report-preflight").join(file));
    }
    fs::write(site.join("report-preflight/locales/es.js"), MARKED)?;
    let origin = host::serve(Some(site), [("/page.html", page, String::new())])?;
    rig.page.open(&format!("{origin}/page.html")).await
}

async fn another_language_is_spoken_without_a_new_check(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    open_with_languages(&rig, bare_page("", "", "")).await?;
    let file =
        Report::good(30).set(5, "item-price", "n/a").sent_to_texas(9).write(rig.dir.path(), "report.txt")?;
    page.check(&file).await?;
    page.click_button("Open record 5").await?;
    page.until("the record is read", "root.querySelector('.cell-input')").await?;
    page.eval("(root.querySelector('.repairs details summary').click(), true)").await?;
    page.until("the details are filled", "root.querySelector('.repairs details .places')").await?;
    let watch = "(() => {
        window.last = el.outcome;
        window.heard = [];
        for (const kind of ['accept', 'checked']) el.addEventListener(`report-preflight-${kind}`, () => heard.push(kind));
        new MutationObserver(() => heard.push('hidden')).observe(root.querySelector('.preflight'), { attributeFilter: ['hidden'] });
        root.querySelector('.repairs details summary').focus();
        window.at = root.activeElement.getBoundingClientRect().top;
        return true;
    })()";
    page.eval(watch).await?;

    page.eval("(document.documentElement.lang = 'es-MX', true)").await?;
    page.until("Spanish is spoken", "root.querySelector('.preflight').lang === 'es'").await?;
    let title = "root.querySelector('#verdict-title').textContent";
    assert!(page.eval(title).await?.as_str().context("a title")?.contains('¡'));
    assert!(page.eval("el.validationMessage").await?.as_str().context("a message")?.starts_with('¡'));
    assert_eq!(
        page.eval("focus.matches('.repairs summary') && focus.textContent.startsWith('¡')").await?,
        true
    );
    assert_eq!(page.eval("Boolean(root.querySelector('.repairs details[open] .places'))").await?, true);
    page.until("the record is still open", "root.querySelector('.cell-input')").await?;

    // For what is not there, and for letters that we do not write, English.
    for lang in ["zh-CN", "es", "zh-TW"] {
        page.eval_with("(document.body.lang = args[0], true)", vec![json!(lang)]).await?;
        let spoken = if lang == "es" { "es" } else { "en" };
        let is_spoken = "root.querySelector('.preflight').lang === args[0]";
        page.until_with(lang, is_spoken, vec![json!(spoken)]).await?;
        assert_eq!(
            page.eval(title).await?.as_str().context("a title")?.contains('¡'),
            spoken == "es",
            "{lang}"
        );
    }
    assert_eq!(page.eval("focus.matches('.repairs summary')").await?, true);
    assert_eq!(
        page.eval("[heard.join(), el.outcome === last, Math.abs(focus.getBoundingClientRect().top - at) < 2].join(' ')").await?,
        " true true"
    );
    Ok(())
}

async fn the_hosts_words_come_over_those_of_the_language(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    // Before the element is defined, and in Spanish from the beginning.
    let early = "</report-preflight><script>document.querySelector('report-preflight').words =
        { chooser: { button: 'Pick it' }, verdict: { rejected: { one: 'Mend {n} of {read}' } }, codes: { 'amount-unreadable': { what: 'Not an amount.' } } }</script>";
    open_with_languages(
        &rig,
        bare_page("", "", "lang=\"es\" required").replace("</report-preflight>", early),
    )
    .await?;
    page.until("it is shown", "part('button').checkVisibility()").await?;
    assert_eq!(
        page.eval("[part('button').textContent, root.querySelector('#label').textContent].join()").await?,
        "Pick it,¡Amazon report"
    );
    let file = Report::good(30).set(5, "item-price", "n/a").write(rig.dir.path(), "report.txt")?;
    page.check(&file).await?;
    let words = page.words().await?;
    assert!(words.contains("Mend 1 of 30") && words.contains("Not an amount"), "{words}");
    assert!(words.contains("¡What was found"), "{words}");

    page.eval("(el.words = { chooser: { another: 'One more' } }, true)").await?;
    let words = page.words().await?;
    assert!(
        words.contains("One more") && !words.contains("Mend 1 of 30") && !words.contains("Not an amount"),
        "{words}"
    );
    assert_eq!(page.eval("el.words.chooser.another").await?, "One more");
    Ok(())
}

/// The whole way, at the width of a phone.
async fn nothing_is_said_in_english_from_right_to_left(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let frame = r#"<!doctype html><html lang="en"><title>Frame</title><iframe src="/page.html" width="320" height="900"></iframe></html>"#;
    let pages = [
        ("/frame.html", frame.to_owned(), String::new()),
        (
            "/page.html",
            bare_page("", "<meta name=viewport content='width=device-width'>", "multiple"),
            String::new(),
        ),
    ];
    let origin = host::serve(Some(site()), pages)?;
    page.goto(&format!("{origin}/frame.html")).await?;
    page.enter_frame("iframe").await?;
    page.until("the element is defined", "el?.state !== undefined && part('input') !== null").await?;
    page.eval(include_str!("locales/rtl.js")).await?;
    page.eval("(el.words = rtl, el.addEventListener('report-preflight-progress', () => window.reading = latin(root)), true)").await?;
    page.until("the seal is measured", "el.seal").await?;
    nothing_latin(&rig, "idle").await?;

    let dir = rig.dir.path();
    let good = Report::good(30).sent_to_texas(3).write(dir, "good.txt")?;
    let bad = Report::good(30)
        .sent_to_texas(3)
        .set(5, "item-price", "n/a")
        .set(5, "ship-state", "Conneticut")
        .write(dir, "bad.txt")?;
    let wrong = fixture("reports/not-usable/settlement.txt");
    let choices = [
        vec![wrong.clone()],
        vec![fixture("codes/date-order-open/bad.txt")],
        vec![fixture("codes/opened-in-a-spreadsheet/bad.txt")],
        vec![fixture("containers/two-reports.zip")],
        vec![good.clone()],
        vec![good, bad.clone(), wrong, fixture("containers/encrypted.zip")],
        vec![bad],
    ];
    for files in &choices {
        page.check_all(&files.iter().map(PathBuf::as_path).collect::<Vec<_>>()).await?;
        assert_eq!(page.eval("reading.join('\\n')").await?, "", "while reading");
        page.eval("(root.querySelectorAll('details').forEach((details) => details.open = true), true)")
            .await?;
        nothing_latin(&rig, &format!("{files:?}")).await?;
    }
    // The last one is mended.
    let open = "(root.querySelector('.places-open button').click(), true)";
    page.eval(open).await?;
    page.until("the record is read", "root.querySelector('.cell-input')").await?;
    nothing_latin(&rig, "a record").await?;
    let outcome = page.check_again(async {
        page.eval("el.edit(0, 5, { 'item-price': '12.00', 'ship-state': 'TX', 'ship-postal-code': '78701' }).then(() => true)").await.map(drop)
    });
    outcome.await?;
    nothing_latin(&rig, "mended").await?;
    page.eval("el.leaveOut(0, 7).then(() => el.decline('state-spelled-out')).then(() => true)").await?;
    nothing_latin(&rig, "left out").await?;
    page.eval("(el.reset(), el.wasmSrc = '/nowhere.wasm', true)").await?;
    page.until("the fault is shown", "part('fault')").await?;
    nothing_latin(&rig, "a fault").await
}

async fn nothing_latin(rig: &Rig, what: &str) -> Result<()> {
    let latin =
        rig.page.eval("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(latin(root).join('\\n')))))").await?;
    assert_eq!(latin, "", "{what}");
    assert_eq!(rig.page.eval("getComputedStyle(part('zone')).direction").await?, "rtl", "{what}");
    let overflow = rig.page.eval("document.documentElement.scrollWidth - innerWidth").await?;
    assert!(overflow.as_i64() <= Some(0), "{what} is {overflow} px too wide");
    Ok(())
}

async fn a_verdict_is_not_lost_with_what_shows_it(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let site = copy_of_site(&rig.dir, "without")?;
    let part = site.join("report-preflight/view/outcome.js");
    let kept = fs::read(&part)?;
    fs::remove_file(&part)?;
    let origin = host::serve(Some(site), [("/page.html", bare_page("", "", ""), String::new())])?;
    page.open(&format!("{origin}/page.html")).await?;
    let file = Report::good(30).write(rig.dir.path(), "report.txt")?;
    assert_eq!(page.check(&file).await?["verdict"], "ready");
    assert_eq!(page.eval("el.payload.size > 0 && el.manifest.payload.lines").await?, 30);
    let what = page.what_of_fault("view-missing").await?;
    assert!(page.words().await?.contains(&what));
    page.click_button("Try again").await?;
    page.until("it is said again", "focus?.id === 'fault-title'").await?;

    fs::write(&part, kept)?;
    page.eval("(window.last = el.outcome, true)").await?;
    page.click_button("Try again").await?;
    page.until("the verdict", "part('verdict')?.checkVisibility() && focus?.id === 'verdict-title'").await?;
    assert_eq!(page.eval("el.outcome === last && !part('fault')").await?, true);
    Ok(())
}
