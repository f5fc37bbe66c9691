//! The edge, in a dedicated worker: what crosses it, and in which form.
#![cfg(target_arch = "wasm32")]

use report_preflight::wasm::Session;
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

#[wasm_bindgen_test]
fn options_that_are_none_are_refused() {
    assert!(Session::new(json(r#"{"max_places": "many"}"#), None).is_err());
    let mut session = Session::new(JsValue::NULL, None).expect("a session");
    for wrong in [r#"{"name": 1}"#, r#"{"container": "rar"}"#, r#"{"size": 1}"#] {
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
