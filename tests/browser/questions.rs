//! A question that only the seller can answer: the answer is put to use at once, can be changed and taken back.

use crate::files::{Report, fixture};
use crate::native;
use crate::rig::{Rig, in_each_engine};
use anyhow::{Context, Result};
use serde_json::Value;
use std::sync::Arc;
use thirtyfour::Key;

in_each_engine!(the_order_of_a_date_is_asked_answered_and_changed);

async fn the_order_of_a_date_is_asked_answered_and_changed(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let file = fixture("codes/date-order-open/bad.txt");
    page.open("/").await?;
    let outcome = page.check(&file).await?;
    assert_eq!(outcome["verdict"], "needs-answers");
    assert_eq!(page.eval("el.payload").await?, Value::Null);
    let question = &outcome["questions"][0];
    let id = question["id"].as_str().context("an id")?;
    let words = page.until("the question", "part('questions')?.innerText").await?;
    let words = words.as_str().unwrap_or_default();
    assert!(words.contains("Month first") && words.contains("Day first"), "{words}");
    for choice in question["choices"].as_array().context("choices")? {
        for month in choice["months"].as_array().context("months")? {
            let number = month["records"].to_string();
            assert!(words.contains(&number), "the consequence is not told: {month} in {words}");
            let amount = month["amounts"][0]["amount"].as_str().context("an amount")?;
            assert!(
                words.contains(&format!("${amount}")),
                "what it is about is not told: {month} in {words}"
            );
        }
    }

    let radio = |answer: &str| {
        format!(
            "[...root.querySelectorAll('[part=questions] input')].find((input) => \
        input.closest('.choice').innerText.includes('{answer}'))"
        )
    };
    let answered = page
        .check_again(async {
            page.eval(&format!("({}.click(), true)", radio("Month first"))).await.map(drop)
        })
        .await?;
    let native = native::check(&file, &["--answer", &format!("{id}=month-first")], &rig.dir)?;
    assert_eq!(native::without_seal(answered.clone()), native::without_seal(native.outcome));
    assert_eq!(answered["questions"][0]["answer"], "month-first");

    // The other one, by the keyboard.
    page.eval(&format!("({}.focus(), true)", radio("Month first"))).await?;
    let changed = page.check_again(async { page.press(Key::Down).await }).await?;
    assert_eq!(changed["questions"][0]["answer"], "day-first");
    page.until("the focus is on the answer", &format!("focus === {} && focus.checked", radio("Day first")))
        .await?;

    // It stays when another file comes.
    let other = Report::good(5).write(rig.dir.path(), "other.txt")?;
    let both = page.check_again(page.choose(&[&other])).await?;
    assert_eq!(both["questions"][0]["answer"], "day-first");

    let open = page.check_again(page.click_button("Take the answer back")).await?;
    assert_eq!((&open["verdict"], &open["questions"][0]["answer"]), (&"needs-answers".into(), &Value::Null));
    Ok(())
}
