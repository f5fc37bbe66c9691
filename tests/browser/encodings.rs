//! Files in each encoding, and the seller's word on it.

use crate::files::Report;
use crate::native;
use crate::rig::{Rig, in_each_engine};
use anyhow::{Context, Result};
use encoding_rs::{GBK, SHIFT_JIS, WINDOWS_1252};
use serde_json::{Value, json};
use std::fs;
use std::sync::Arc;
use thirtyfour::Key;

in_each_engine!(each_encoding_is_read, the_seller_chooses_an_encoding_by_samples);

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
    let mark = mark.then_some('\u{FEFF}');
    mark.into_iter().chain(text.chars()).collect::<String>().encode_utf16().flat_map(bytes).collect()
}

async fn each_encoding_is_read(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let titled = |title: &str| {
        let report = Report::good(20);
        (2..=21).fold(report, |report, record| report.set(record, "product-name", title)).text()
    };
    let (western, japanese, chinese) =
        ("Café crème für zwölf", "東京の青いランプ、三個入り", "北京蓝色台灯，三件装");
    let files: [(&str, &str, &str, Vec<u8>); 9] = [
        ("utf-8.txt", "utf-8", western, titled(western).into_bytes()),
        ("utf-8-mark.txt", "utf-8", chinese, format!("\u{FEFF}{}", titled(chinese)).into_bytes()),
        ("utf-16le-mark.txt", "utf-16le", chinese, utf16(&titled(chinese), u16::to_le_bytes, true)),
        ("utf-16be-mark.txt", "utf-16be", chinese, utf16(&titled(chinese), u16::to_be_bytes, true)),
        ("utf-16le.txt", "utf-16le", western, utf16(&titled(western), u16::to_le_bytes, false)),
        ("utf-16be.txt", "utf-16be", western, utf16(&titled(western), u16::to_be_bytes, false)),
        ("windows-1252.txt", "windows-1252", western, WINDOWS_1252.encode(&titled(western)).0.into_owned()),
        ("shift-jis.txt", "shift_jis", japanese, SHIFT_JIS.encode(&titled(japanese)).0.into_owned()),
        ("gbk.txt", "gbk", chinese, GBK.encode(&titled(chinese)).0.into_owned()),
    ];
    page.open("/").await?;
    for (name, label, title, bytes) in files {
        let file = rig.dir.join(name);
        fs::write(&file, bytes)?;
        let mut outcome = page.check(&file).await.with_context(|| name.to_owned())?;
        let mut native = native::check(&file, &[], &rig.dir)?;
        assert_eq!(native::without_seal(outcome.clone()), native::without_seal(native.outcome), "{name}");
        println!("{:?} {name}: {}", rig.engine, outcome["sources"][0]["format"]);
        if outcome["sources"][0]["format"]["encoding"] != label {
            let act = async {
                page.eval_with("el.readAs(0, args[0]).then(() => true)", vec![json!(label)]).await.map(drop)
            };
            outcome = page.check_again(act).await?;
            native = native::check(&file, &["--encoding", label], &rig.dir)?;
            assert_eq!(native::without_seal(outcome.clone()), native::without_seal(native.outcome), "{name}");
        }
        assert_eq!(outcome["sources"][0]["format"]["encoding"], label, "{name}");
        let payload = page.eval("el.payload.text()").await?;
        assert_eq!(payload.as_str().map(str::as_bytes), native.payload.as_deref(), "{name}");
        let found = "el.record(12).then(({ cells }) => cells.some(({ text }) => text === args[0]))";
        assert_eq!(page.eval_with(found, vec![json!(title)]).await?, true, "{name}: {title} cannot be read");
    }
    Ok(())
}

/// The words beside each encoding's radio.
const SAMPLES: &str = "Object.fromEntries([...root.querySelectorAll('[part=encoding] .choice')].map((row) => \
    [row.querySelector('input').id.replace(/^encoding-0-/, ''), row.querySelector('.samples').innerText]))";

async fn the_seller_chooses_an_encoding_by_samples(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    let text = Report::good(20).set(5, "ship-city", "Saint-Éloi").set(9, "ship-city", "Zürich").text();
    let file = rig.dir.join("letters.txt");
    fs::write(&file, WINDOWS_1252.encode(&text).0)?;
    page.open("/").await?;
    let before = page.check(&file).await?;
    let before_choosing = rig.server.requests()?.len();
    page.click_button("Letters look wrong?").await?;
    let all_there = format!("Object.values({SAMPLES}).filter(Boolean).length === 6 && {SAMPLES}");
    let samples = page.until("the samples", &all_there).await?;
    let of = |label: &str| samples[label].as_str().unwrap_or_default().to_owned();
    assert!(of("windows-1252").contains("Saint-Éloi"), "{samples}");
    assert!(!of("utf-8").contains("Saint-Éloi") && !of("gbk").contains("Saint-Éloi"), "{samples}");

    // By the keyboard, as radios are: the next one is taken at once, and the focus stays with it.
    let now = "root.getElementById('encoding-0-windows-1252').focus() ?? true";
    page.eval(now).await?;
    let act = async { page.press(Key::Up).await };
    let outcome = page.check_again(act).await?;
    let format = &outcome["sources"][0]["format"];
    assert_eq!((&format["encoding"], &format["encoding_by"]), (&json!("utf-8"), &json!("seller")));
    page.until("the focus is on the choice", "focus?.id === 'encoding-0-utf-8' && focus.checked").await?;

    let act = page.click_button("Let the checker decide again");
    let after = page.check_again(act).await?;
    assert_eq!(after, before);
    assert_eq!(rig.server.requests_after(before_choosing)?, Vec::<String>::new());
    // What the seller said of a file stays when another comes.
    page.check_again(async { page.eval("el.readAs(0, 'gbk').then(() => true)").await.map(drop) }).await?;
    let other = Report::good(5).write(rig.dir.path(), "other.txt")?;
    let both = page.check_again(page.choose(&[&other])).await?;
    let labels: Vec<&Value> = (0..2).map(|source| &both["sources"][source]["format"]["encoding"]).collect();
    assert_eq!(labels, [&json!("gbk"), &json!("utf-8")]);
    Ok(())
}
