//! The edge, in a dedicated worker: what crosses it, and in which form.
#![cfg(target_arch = "wasm32")]

use report_preflight::wasm::{Gzip, Session};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

const MENDABLE: &[u8] = include_bytes!("fixtures/reports/fulfilled-shipments/mendable.txt");
const GOOD: &[u8] = include_bytes!("fixtures/reports/fulfilled-shipments/with-buyer-data.txt");
const GOOD_OUTCOME: &str = include_str!("fixtures/reports/fulfilled-shipments/with-buyer-data.outcome.json");
const GOOD_PAYLOAD: &[u8] =
    include_bytes!("fixtures/reports/fulfilled-shipments/with-buyer-data.payload.csv");

fn get(object: &JsValue, path: &str) -> JsValue {
    path.split('.')
        .fold(object.clone(), |object, key| js_sys::Reflect::get(&object, &key.into()).expect(path))
}

fn json(text: &str) -> JsValue {
    js_sys::JSON::parse(text).expect("JSON")
}

#[wasm_bindgen_test]
fn the_outcome_is_what_the_command_line_prints() {
    let mut session = Session::new(json(r#"{"now": 1795435200}"#), None).expect("a session");
    session.begin(json(r#"{"name": "with-buyer-data.txt"}"#)).expect("an open session");
    for chunk in GOOD.chunks(100) {
        assert!(session.push(chunk).expect("an open session"));
    }
    let outcome = session.finish().expect("an outcome");
    js_sys::Reflect::set(&get(&outcome, "manifest.tool"), &"version".into(), &"0".into()).expect("an object");
    let text: String = js_sys::JSON::stringify_with_replacer_and_space(&outcome, &JsValue::NULL, &2.into())
        .expect("JSON")
        .into();
    assert_eq!(text + "\n", GOOD_OUTCOME);
    let payload: Vec<u8> = std::iter::from_fn(|| session.take_payload()).flatten().collect();
    assert_eq!(payload, GOOD_PAYLOAD);
}

#[wasm_bindgen_test]
fn absent_is_null_and_never_undefined() {
    let mut session = Session::new(JsValue::UNDEFINED, None).expect("a session");
    session.push(MENDABLE).expect("an open session");
    let outcome = session.finish().expect("an outcome");
    for path in ["manifest", "sources.0.name", "sources.0.format.container"] {
        assert!(get(&outcome, path).is_null(), "{path} is {:?}", get(&outcome, path));
    }
    assert!(get(&outcome, "totals.0").is_object());
    assert_eq!(get(&outcome, "ledger.rejected"), JsValue::from(2));
}

#[wasm_bindgen_test]
fn records_are_found_again_after_finish() {
    let mut session = Session::new(JsValue::NULL, None).expect("a session");
    assert!(session.find_record(0, 2.0, JsValue::NULL).is_ok_and(|search| search.is_none()));
    session.push(MENDABLE).expect("an open session");
    session.finish().expect("an outcome");
    let mut search = session.find_record(0, 4.0, JsValue::NULL).ok().flatten().expect("record 4");
    let rest = &MENDABLE[search.start() as usize..];
    let record = search.push(rest).expect("a search");
    assert_eq!(get(&record, "record"), JsValue::from(4));
    let texts: Vec<String> = js_sys::Array::from(&get(&record, "cells"))
        .iter()
        .filter_map(|cell| get(&cell, "text").as_string())
        .collect();
    assert!(texts.contains(&"Conneticut".to_owned()));
    for number in [0.0, 1.0, 6.0, -1.0, f64::NAN, 1e18] {
        assert!(
            session.find_record(0, number, JsValue::NULL).is_ok_and(|search| search.is_none()),
            "{number}"
        );
    }
}

#[wasm_bindgen_test]
fn a_finished_session_says_so_in_a_slug() {
    let mut session = Session::new(JsValue::NULL, None).expect("a session");
    session.finish().expect("an outcome");
    let again: JsValue = session.finish().expect_err("a fault").into();
    assert_eq!(again.unchecked_into::<js_sys::Error>().message(), "session-finished");
    assert!(session.push(b"x").is_err());
}

/// The mendable report has four records: one fine, one repaired, and two that are wrong in one cell each.
#[wasm_bindgen_test]
fn what_the_seller_decides_crosses_the_edge() {
    let mut session = Session::new(json(r#"{"now": 1795435200}"#), None).expect("a session");
    let said = r#"{
        "edits": [{"record": 4, "column": "ship-state", "value": "CT"}],
        "left_out": [5],
        "leave_out_rejected": false
    }"#;
    session.begin(json(said)).expect("an open session");
    session.push(MENDABLE).expect("an open session");
    let outcome = session.finish().expect("an outcome");
    for (path, count) in [("manifest.edits", 1), ("manifest.left_out", 1), ("sources.0.left_out", 1)] {
        assert_eq!(get(&outcome, path), JsValue::from(count), "{path}");
    }
    assert_eq!(get(&outcome, "ledger.rejected"), JsValue::from(0));

    // One record by itself, as the file has it and with a cell to try out.
    let judged = |edits: &str| {
        let mut search = session.find_record(0, 4.0, json(edits)).ok().flatten().expect("record 4");
        search.push(&MENDABLE[search.start() as usize..]).expect("a search")
    };
    let as_it_is = judged("[]");
    assert_eq!(get(&as_it_is, "fate"), JsValue::from("rejected"));
    let state = js_sys::Array::from(&get(&as_it_is, "cells"))
        .iter()
        .find(|cell| get(cell, "column") == "ship-state")
        .expect("a state");
    assert_eq!(get(&state, "candidates.0"), JsValue::from("CT"));
    let tried = judged(r#"[{"record": 4, "column": "ship-state", "value": "CT"}]"#);
    assert_ne!(get(&tried, "fate"), JsValue::from("rejected"));
    assert!(session.find_record(0, 4.0, json(r#"[{"record": 4}]"#)).is_err());
}

#[wasm_bindgen_test]
fn a_declined_repair_and_an_annotated_report_are_asked_for_by_name() {
    let options = r#"{
        "declined": ["postal-code-lost-zero"],
        "annotate": 0,
        "words": {"amount-unreadable": "Not a number"},
        "period": {"first": "2026-03-01", "last": "2026-03-31"},
        "format": "csv",
        "template": "canonical",
        "for_people": true
    }"#;
    let mut session = Session::new(json(options), None).expect("a session");
    session.push(MENDABLE).expect("an open session");
    let outcome = session.finish().expect("an outcome");
    assert_eq!(get(&outcome, "repairs.0.declined"), JsValue::TRUE);
    let written: Vec<u8> = std::iter::from_fn(|| session.take_payload()).flatten().collect();
    let text = String::from_utf8(written).expect("text");
    assert!(
        text.starts_with("\u{FEFF}what is wrong,") && text.contains("item-price: Not a number"),
        "{text}"
    );
}

#[wasm_bindgen_test]
fn options_that_are_none_are_refused() {
    for wrong in [
        r#"{"max_places": "many"}"#,
        r#"{"period": {"first": "yesterday", "last": "2026-03-31"}}"#,
        r#"{"format": "xml"}"#,
        r#"{"template": "avalara"}"#,
        r#"{"declined": [1]}"#,
        r#"{"words": {"a": 1}}"#,
        r#"{"annotate": "all"}"#,
        r#"{"for_people": 1}"#,
    ] {
        assert!(Session::new(json(wrong), None).is_err(), "{wrong}");
    }
    let mut session = Session::new(JsValue::NULL, None).expect("a session");
    for wrong in [
        r#"{"name": 1}"#,
        r#"{"container": "rar"}"#,
        r#"{"size": 1}"#,
        r#"{"edits": [{"record": 4, "column": "sku"}]}"#,
        r#"{"left_out": ["4"]}"#,
        r#"{"leave_out_rejected": "yes"}"#,
    ] {
        assert!(session.begin(json(wrong)).is_err(), "{wrong}");
    }
}

/// What the core does not read itself goes through the browser's own decoder, and gives the same text.
#[wasm_bindgen_test]
fn other_encodings_go_through_the_browser() {
    let utf16: Vec<u8> = GOOD.iter().flat_map(|&byte| [byte, 0]).collect();
    let mut session = Session::new(json(r#"{"now": 1795435200}"#), None).expect("a session");
    session.begin(json("{}")).expect("an open session");
    for chunk in utf16.chunks(333) {
        assert!(session.push(chunk).expect("an open session"));
    }
    assert_eq!(session.end().expect("an open session"), None);
    let outcome = session.finish().expect("an outcome");
    assert_eq!(get(&outcome, "sources.0.format.encoding"), JsValue::from("utf-16le"));
    let payload: Vec<u8> = std::iter::from_fn(|| session.take_payload()).flatten().collect();
    assert_eq!(payload, GOOD_PAYLOAD);
}

#[wasm_bindgen_test]
fn a_wrong_report_wants_no_more() {
    let mut session = Session::new(JsValue::NULL, None).expect("a session");
    assert!(!session.push(&[b'x'; 70_000]).expect("an open session"));
    assert_eq!(get(&session.finish().expect("an outcome"), "verdict"), JsValue::from("wrong-report"));
}

#[wasm_bindgen_test]
fn what_is_packed_is_packed_as_natively() {
    const HEADER: usize = 10;
    let plain = include_bytes!("forms/shipments.ndjson");
    let packed = include_bytes!("forms/shipments.ndjson.gz");
    let mut gzip = Gzip::new();
    let parts = [gzip.part(plain), gzip.part(&[]), gzip.end()];
    assert_eq!(parts.concat(), packed[HEADER..]);
}
