//! The pictures of what is in a report, and the records before and after: they say what the outcome says, and records
//! are shown to nobody but the seller.

use crate::accessibility::axe;
use crate::common::sums::{AMOUNTS, decimal};
use crate::files::{PRIVATE, Report, fixture};
use crate::rig::{Rig, in_chromium};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use thirtyfour::Key;

in_chromium!(
    pictures_and_tables_say_what_the_outcome_says,
    records_are_shown_before_and_after_to_the_seller_alone,
    what_is_printed_is_whole,
);

/// By what it is about: what a tile or a bar says exactly, and how it says it.
const FIGURES: &str =
    "Object.fromEntries([...root.querySelectorAll(args[0])].filter((it) => it.checkVisibility())
    .map((it) => [it.dataset.state ?? it.dataset.month, it.dataset.figure ?? null, it.textContent])
    .map(([key, figure, text]) => [key, [figure, text]]))";

/// Of the table with this caption, by its first column: the cells under these titles.
const COLUMNS: &str = "(() => {
    const table = [...root.querySelectorAll('table')].find((table) => table.caption?.textContent === args[0]);
    const titles = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
    const at = args[1].map((title) => titles.indexOf(title));
    return Object.fromEntries([...table.tBodies[0].rows].map(({ cells }) => [cells[0].textContent, at.map((index) => cells[index].textContent)]));
})()";

type ByName = BTreeMap<String, [Option<String>; 2]>;

async fn pictures_and_tables_say_what_the_outcome_says(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    page.open("/").await?;
    let outcome = page.check(&fixture("show/report.txt")).await?;
    let usd = outcome["totals"].as_array().and_then(|all| all.iter().find(|it| it["currency"] == "USD"));
    let usd = usd.context("dollars")?;
    let on_map =
        |it: &&Value| it["country"] == "US" && !matches!(it["state"].as_str(), None | Some("AE" | "PR"));
    let states: Vec<&Value> = usd["by_state"].as_array().context("states")?.iter().filter(on_map).collect();
    assert_eq!(states.len(), 51);

    // By the keyboard alone: the first of the radio buttons, and on from there.
    let tab = "focus?.type === 'radio' && part('map').contains(focus)";
    page.eval("(part('totals').querySelector('summary').focus(), true)").await?;
    page.tab_to("what the map shows", tab).await?;
    type Measure = fn(&Value) -> i128;
    let measures: [(&str, Measure); 3] = [
        ("Sales", sales_of),
        ("Tax", |it| amounts_of(it, "_tax")),
        ("Orders", |it| i128::from(it["orders"].as_u64().unwrap_or_default()) * 10_000),
    ];
    let mut said: Vec<BTreeMap<String, String>> = Vec::new();
    for (name, of) in measures {
        page.until_with(
            "the choice",
            "focus.closest('label').innerText.trim() === args[0]",
            vec![json!(name)],
        )
        .await?;
        let tiles: ByName =
            serde_json::from_value(page.eval_with(FIGURES, vec![json!("[data-state]")]).await?)?;
        assert_eq!(tiles.len(), states.len());
        for state in &states {
            let key = state["state"].as_str().context("a state")?;
            let [figure, _] = &tiles[key];
            assert_eq!(decimal(figure.as_deref().context("a figure")?), of(state), "{name} of {key}");
        }
        said.push(tiles.into_iter().map(|(key, [_, text])| (key, text.unwrap_or_default())).collect());
        page.press(Key::Right).await?;
    }
    page.until("the choice goes round", "focus.closest('label').innerText.trim() === 'Sales'").await?;

    // The table beside it has the same to the cent; so has that of the months.
    unfold(&rig).await?;
    let table =
        |caption: &str, titles: [&str; 3]| page.eval_with(COLUMNS, vec![json!(caption), json!(titles)]);
    let titles = ["Sales in all, less discounts", "Tax in all", "Orders"];
    let rows: BTreeMap<String, [String; 3]> =
        serde_json::from_value(table("Totals in USD by state of delivery", titles).await?)?;
    assert_eq!(rows.len(), usd["by_state"].as_array().context("states")?.len());
    for (at, said) in said.iter().enumerate() {
        for (state, text) in said {
            assert!(
                text.ends_with(&format!(" {}", rows[state][at])),
                "{state}: {text} and {:?}",
                rows[state]
            );
        }
    }
    let titles = ["Sales in all, less discounts", "Tax in all", "Units"];
    let rows: BTreeMap<String, [String; 3]> =
        serde_json::from_value(table("Totals in USD by month", titles).await?)?;
    let bars: ByName = serde_json::from_value(page.eval_with(FIGURES, vec![json!("[data-month]")]).await?)?;
    assert_eq!((rows.len(), bars.len()), (4, 15), "March, April and May, and May of the year after");
    for (month, [sales, ..]) in &rows {
        let bar =
            bars.values().find_map(|[_, text]| text.as_ref().filter(|text| text.starts_with(month.as_str())));
        assert_eq!(bar, Some(&format!("{month} {sales}")));
    }

    // The days without a sale, in words and in the calendar.
    let gap = &outcome["sources"][0]["dates"]["gaps"][0];
    assert_eq!(gap["first"], "2026-06-01");
    let words = page.eval("part('coverage').innerText").await?;
    assert!(words.as_str().is_some_and(|words| words.contains("June 1, 2026 to May 10, 2027")), "{words}");
    let days = "['2026-05-31', '2026-06-01', '2027-05-10', '2027-05-11', '2027-05-12'].map((day) =>
        part('calendar').querySelector(`[data-day='${day}']`).textContent)";
    assert_eq!(page.eval(days).await?, json!(["31", "1 no sale", "10 no sale", "11", "12"]));
    axe(&rig, "the pictures, unfolded").await
}

async fn records_are_shown_before_and_after_to_the_seller_alone(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let file = Report::good(12).sent_to_texas(7).write(rig.dir.path(), "shipments.txt")?;
    page.open("/").await?;
    let listen = "(window.told = [], ['progress', 'checked', 'fault', 'accept', 'cancel'].forEach((name) =>
        el.addEventListener(`report-preflight-${name}`, (event) => window.told.push(event.detail ?? null))), true)";
    page.eval(listen).await?;
    let outcome = page.check(&file).await?;
    page.until("the seal", "el.seal").await?;
    let before = rig.server.requests()?.len();
    page.click_button("See 5 records as they are in your file, and what is sent of them").await?;
    page.until("five records", "part('samples')?.querySelectorAll('.sample-card').length === 5").await?;

    let row = "(() => {
        const row = [...part('samples').querySelectorAll('details[open] tbody tr')].find((row) => row.cells[0].textContent === args[0]);
        return [row.cells[1].textContent, row.cells[1].querySelector('s') !== null, row.cells[2].innerText];
    })()";
    let told = async |column: &str| page.eval_with(row, vec![json!(column)]).await;
    let titles = "[...part('samples').querySelectorAll('summary')].map((it) => it.textContent.split(' ').slice(0, 2).join(' '))";
    assert_eq!(
        page.eval(titles).await?,
        json!(["Record 7", "Record 2", "Record 3", "Record 4", "Record 5"]),
        "the corrected one first"
    );
    let state = told("ship-state").await?;
    assert_eq!((&state[0], &state[1]), (&json!("Texas"), &json!(false)));
    let sent = state[2].as_str().context("what is sent")?;
    assert!(sent.starts_with("TX ship_to_state") && sent.ends_with("corrected"), "{sent}");
    assert_eq!(told("recipient-name").await?, json!([PRIVATE, true, "stays here"]));

    // Nothing of it is in anything that can be handed on, and nothing went out.
    let everything = "JSON.stringify([el.outcome, el.manifest, window.told, el.fault, el.progress])";
    let everything = page.eval(everything).await?;
    assert!(!everything.as_str().context("text")?.contains(PRIVATE), "a name is in the outcome");
    assert_eq!(page.eval("el.outcome").await?, outcome);
    assert!(!page.eval("el.payload.text()").await?.as_str().context("text")?.contains(PRIVATE));
    assert_eq!(rig.server.requests_after(before)?, Vec::<String>::new());
    Ok(())
}

async fn what_is_printed_is_whole(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    page.open("/").await?;
    page.check(&fixture("show/report.txt")).await?;
    let folded = "[...root.querySelectorAll('details:not([open], [data-private] *)')].map((it) => it.firstChild.textContent)";
    let before = page.eval(folded).await?;
    page.eval("(dispatchEvent(new Event('beforeprint')), true)").await?;
    assert_eq!(page.eval(&format!("{folded}.length")).await?, 1, "all but the text of records is open");
    let captions = page.eval("[...root.querySelectorAll('caption')].map((it) => it.textContent)").await?;
    for caption in ["Totals in USD by state of delivery", "Totals in CAD by month"] {
        assert!(captions.as_array().context("a list")?.contains(&json!(caption)), "no {caption}");
    }
    page.eval("(dispatchEvent(new Event('afterprint')), true)").await?;
    assert!(before.as_array().context("a list")?.len() > 5);
    let open = "root.querySelectorAll('details[open]').length";
    assert_eq!(page.eval(open).await?, 0, "folded away again");
    Ok(())
}

/// Opens what is folded away, and what is in it.
async fn unfold(rig: &Rig) -> Result<()> {
    rig.page.eval("(dispatchEvent(new Event('beforeprint')), true)").await?;
    Ok(())
}

/// In ten-thousandths.
fn amounts_of(sums: &Value, ending: &str) -> i128 {
    let of = AMOUNTS.iter().filter(|name| name.ends_with(ending));
    of.map(|name| decimal(sums[*name].as_str().unwrap_or_default())).sum()
}

fn sales_of(sums: &Value) -> i128 {
    amounts_of(sums, "_amount") - amounts_of(sums, "_discount")
}
