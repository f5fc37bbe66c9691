//! Every form of the payload says the same: over all fixtures, NDJSON and the templates against our CSV; each line
//! against its schema, each manifest against its own, by a validator that is not ours; and `verify` over all of them.
#![allow(clippy::disallowed_methods)] // the ban is for the core

#[path = "common/mod.rs"]
mod common;
#[path = "generator/mod.rs"]
mod generator;

use common::{Checked, check, check_input, inputs, options, root};
use generator::Plan;
use report_preflight::fault::Fault;
use report_preflight::options::{PayloadFormat, TemplateName};
use report_preflight::output::exports;
use report_preflight::sale_line::{COLUMNS, PayloadKind};
use report_preflight::session::{Ended, PART};
use report_preflight::verify::{Mismatch, verify};
use report_preflight::{Manifest, Options, Session, SourceOptions};
use serde_json::Value;
use std::path::Path;

fn checked(path: &Path, template: TemplateName, format: PayloadFormat) -> Checked {
    check_input(path, Options { template, format, leave_out_rejected: true, ..options("").options })
}

/// The inputs beside which no other template is asked for.
fn asked_in_our_columns() -> impl Iterator<Item = std::path::PathBuf> {
    let is_ours = |path: &std::path::PathBuf| {
        common::asked_beside(path, Options::default()).options.template == TemplateName::Canonical
    };
    inputs(".").into_iter().filter(is_ours)
}

fn schema(file: &str) -> jsonschema::Validator {
    let text = std::fs::read(root().join("www/report-preflight").join(file)).expect("a schema");
    jsonschema::validator_for(&serde_json::from_slice(&text).expect("JSON")).expect("a schema")
}

fn problems(checked: &Checked) -> Vec<Mismatch> {
    let manifest = checked.outcome.manifest.as_ref().expect("a manifest");
    verify(manifest, checked.payload.as_slice()).expect("a payload that can be read")
}

/// A value of JSON as CSV has it.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[test]
fn ndjson_says_what_csv_says_and_is_as_its_schema_says() {
    let (line_schema, manifest_schema) =
        (schema("sale-line.ndjson.schema.json"), schema("manifest.schema.json"));
    let mut lines = 0;
    for path in asked_in_our_columns() {
        let ours = checked(&path, TemplateName::Canonical, PayloadFormat::Csv);
        let json = checked(&path, TemplateName::Canonical, PayloadFormat::Ndjson);
        assert_eq!(json.outcome.ledger, ours.outcome.ledger, "{}", path.display());
        let (Some(manifest), Some(ndjson)) = (&ours.outcome.manifest, &json.outcome.manifest) else {
            continue;
        };
        assert_eq!(manifest.totals, ndjson.totals);
        let mut rows = csv::Reader::from_reader(ours.payload.as_slice());
        let mut rows = rows.records();
        for line in std::str::from_utf8(&json.payload).expect("UTF-8").lines() {
            lines += 1;
            let object: Value = serde_json::from_str(line).expect("JSON");
            if let Err(error) = line_schema.validate(&object) {
                panic!("{error} in {line}");
            }
            let row = rows.next().expect("a row").expect("CSV");
            for (column, text) in COLUMNS.iter().zip(&row) {
                assert_eq!(cell(&object[column.name]), text);
                let is_bare = matches!(column.kind, PayloadKind::Boolean | PayloadKind::Integer);
                assert!(object[column.name].is_null() || object[column.name].is_string() != is_bare);
            }
        }
        assert!(rows.next().is_none());
        for checked in [&ours, &json] {
            let manifest = serde_json::to_value(&checked.outcome.manifest).expect("JSON");
            if let Err(error) = manifest_schema.validate(&manifest) {
                panic!("{error} in {manifest}");
            }
            assert_eq!(problems(checked), [], "{}", path.display());
        }
    }
    assert!(lines > 200, "only {lines} lines");
}

/// The validator does say no.
#[test]
fn schemas_refuse_what_they_should() {
    let path = root().join("tests/fixtures/codes/line-repeated/bad.txt");
    let checked = checked(&path, TemplateName::Canonical, PayloadFormat::Ndjson);
    let text = String::from_utf8(checked.payload).expect("UTF-8");
    let line: Value = serde_json::from_str(text.lines().next().expect("a line")).expect("JSON");
    let line_schema = schema("sale-line.ndjson.schema.json");
    assert!(line_schema.is_valid(&line));
    for (column, value) in [
        ("line_id", Value::from("x")),
        ("transaction_type", "gift".into()),
        ("item_amount", 5.into()),
        ("item_discount", "-1.00".into()),
        ("quantity", (-1).into()),
        ("marketplace", "true".into()),
        ("buyer", "Kim".into()),
        ("order_id", Value::Null),
        ("fulfilled_by", "ups".into()),
        ("sku", "".into()),
    ] {
        let mut line = line.clone();
        line[column] = value;
        assert!(!line_schema.is_valid(&line), "{column}");
    }
    let manifest_schema = schema("manifest.schema.json");
    let manifest = serde_json::to_value(&checked.outcome.manifest).expect("JSON");
    for key in manifest.as_object().expect("an object").keys() {
        let mut manifest = manifest.clone();
        manifest.as_object_mut().expect("an object").remove(key);
        assert!(!manifest_schema.is_valid(&manifest), "{key}");
    }
}

/// Whatever is written, the same lines are found in two files.
#[test]
fn templates_hold_every_line_once() {
    for path in asked_in_our_columns() {
        let ours = checked(&path, TemplateName::Canonical, PayloadFormat::Csv);
        for (template, format) in [
            (TemplateName::Taxjar, PayloadFormat::Csv),
            (TemplateName::Kintsugi, PayloadFormat::Csv),
            (TemplateName::Kintsugi, PayloadFormat::Ndjson),
        ] {
            let theirs = checked(&path, template, format);
            assert_eq!(theirs.outcome.ledger, ours.outcome.ledger, "{}", path.display());
            let mut found = theirs.outcome.findings.clone();
            // TaxJar's file has no column for the currency.
            let before = found.len();
            found.retain(|finding| finding.code != "template-without-currency");
            assert!(found.len() == before || theirs.outcome.manifest.is_none());
            assert_eq!(found, ours.outcome.findings, "{}", path.display());
            if theirs.outcome.manifest.is_some() {
                assert_eq!(problems(&theirs), [], "{} as {template:?}", path.display());
            }
        }
    }
}

/// To be read: the same few sales and a refund in every form.
#[test]
fn every_form_is_as_written_down() {
    for (report, shown) in [
        ("transactions/2025.csv", "transactions"),
        ("fulfilled-shipments/leading-quote-in-title.txt", "shipments"),
    ] {
        let path = root().join("tests/fixtures/reports").join(report);
        for (template, format, ending) in [
            (TemplateName::Canonical, PayloadFormat::Ndjson, "ndjson"),
            (TemplateName::Taxjar, PayloadFormat::Csv, "taxjar.csv"),
            (TemplateName::Kintsugi, PayloadFormat::Csv, "kintsugi.csv"),
            (TemplateName::Kintsugi, PayloadFormat::Ndjson, "kintsugi.ndjson"),
        ] {
            let payload = checked(&path, template, format).payload;
            common::golden(&root().join(format!("tests/forms/{shown}.{ending}")), &payload);
        }
    }
}

#[test]
fn a_template_in_a_format_that_it_does_not_have_is_refused() {
    let options =
        Options { template: TemplateName::Taxjar, format: PayloadFormat::Ndjson, ..Options::default() };
    assert_eq!(Session::new(options).begin(SourceOptions::default()), Err(Fault::NoSuchForm));
}

/// A payload of one line, and its manifest.
fn one(format: PayloadFormat) -> (String, Manifest) {
    let path = root().join("tests/fixtures/codes/line-repeated/good.txt");
    let checked = checked(&path, TemplateName::Canonical, format);
    (String::from_utf8(checked.payload).expect("UTF-8"), checked.outcome.manifest.expect("a manifest"))
}

/// What `verify` says besides that bytes and digest differ.
fn said(manifest: &Manifest, payload: &str) -> Vec<String> {
    let mismatches = verify(manifest, payload.as_bytes()).expect("a payload that can be read");
    let others = mismatches.into_iter().filter(|it| !matches!(it.code, "digest" | "bytes"));
    others.map(|it| it.message).collect()
}

#[test]
fn the_first_line_that_does_not_hold_is_named() {
    let (payload, manifest) = one(PayloadFormat::Csv);
    let cells: Vec<&str> = payload.lines().nth(1).expect("a line").split(',').collect();
    let with = |column: &str, text: &str| {
        let mut cells = cells.clone();
        cells[COLUMNS.iter().position(|it| it.name == column).expect("a column")] = text;
        payload.lines().next().expect("a header").to_owned() + "\n" + &cells.join(",") + "\n"
    };
    for (column, text, expected) in [
        ("line_id", "0123", "line 2: line_id is not what the schema says."),
        ("order_id", "", "line 2: order_id is not what the schema says."),
        ("order_id", "111-123", "line 2: order_id is not what the schema says."),
        ("transaction_type", "gift", "line 2: transaction_type is not what the schema says."),
        ("tax_date", "2026-02-30", "line 2: tax_date is not what the schema says."),
        ("item_amount", "39.980", "line 2: item_amount is not what the schema says."),
        ("item_amount", "-39.98", "line 2: item_amount is below zero in a sale."),
        ("item_discount", "-1.00", "line 2: item_discount is not what the schema says."),
        ("currency", "", "line 2: currency is empty, and there are amounts."),
        ("currency", "XQX", "line 2: currency is none that we know."),
        ("ship_to_state", "ZZ", "line 2: ship_to_state is none of the United States."),
        ("ship_to_postal_code", "6513", "line 2: ship_to_postal_code is no ZIP code."),
        ("source_record", "1", "line 2: source_record is not what the schema says."),
        ("ship_to_country", "us", "line 2: ship_to_country is not what the schema says."),
    ] {
        assert_eq!(said(&manifest, &with(column, text)), [expected], "{column} {text}");
    }
    let line = payload.lines().nth(1).expect("a line");
    let twice = format!("{payload}{line}\n");
    let number = twice.lines().count();
    assert_eq!(said(&manifest, &twice), [format!("line {number}: line_id is that of a line before it.")]);
    let short = line.rsplit_once(',').expect("cells").0;
    assert!(said(&manifest, &payload.replacen(line, short, 1))[0].starts_with("line 2: it has 28 values"));
    assert!(said(&manifest, &payload.replacen("sku", "SKU", 1))[0].starts_with("line 1: "));
    // Another state, another day: the sums tell.
    let moved = said(&manifest, &with("ship_from_state", "TX"));
    assert!(moved.iter().any(|it| it.contains("of goods shipped from TX")), "{moved:?}");
    let other = said(&manifest, &with("tax_date", "2019-07-04"));
    assert!(
        other.iter().any(|it| it.contains("of 2019-07")) && other.iter().any(|it| it.contains("days")),
        "{other:?}"
    );
}

#[test]
fn lines_of_json_are_judged_too() {
    let (payload, manifest) = one(PayloadFormat::Ndjson);
    for (from, to, expected) in [
        ("{\"line_id\"", "{\"id\"", "line 1: its keys are not the columns, in their order."),
        (
            "\"marketplace\":true",
            "\"marketplace\":\"true\"",
            "line 1: marketplace is not what the schema says.",
        ),
        (
            "\"transaction_type\":\"sale\"",
            "\"transaction_type\":\"\"",
            "line 1: transaction_type is not what the schema says.",
        ),
        ("{\"line_id\"", "[\"line_id\"", "line 1: it is no JSON object of plain values."),
    ] {
        assert!(payload.contains(from), "{from} in {payload}");
        assert_eq!(said(&manifest, &payload.replacen(from, to, 1)), [expected]);
    }
    let cut = payload.trim_end();
    assert_eq!(said(&manifest, cut), [format!("line {}: it does not end.", cut.lines().count())]);
}

#[test]
fn every_sum_of_the_manifest_is_compared() {
    let (payload, manifest) = one(PayloadFormat::Csv);
    assert_eq!(said(&manifest, &payload), Vec::<String>::new());
    let json = serde_json::to_value(&manifest).expect("JSON");
    let mut compared = 0;
    for (pointer, value) in leaves(&json["totals"], "/totals".to_owned()) {
        if pointer.ends_with("/orders") {
            continue;
        }
        let mut changed = json.clone();
        *changed.pointer_mut(&pointer).expect("a leaf") = match value {
            Value::Number(number) => (number.as_u64().expect("a count") + 1).into(),
            Value::String(text) if text.contains('.') => format!("1{text}").into(),
            Value::String(text) => format!("{text}?").into(),
            _ => "??".into(),
        };
        let changed: Manifest = serde_json::from_value(changed).expect("a manifest");
        assert!(!said(&changed, &payload).is_empty(), "{pointer}");
        compared += 1;
    }
    assert!(compared > 60, "only {compared}");
    let changed = Manifest { dates: None, ..manifest };
    assert!(!said(&changed, &payload).is_empty());
}

fn leaves(value: &Value, pointer: String) -> Vec<(String, Value)> {
    match value {
        Value::Object(object) => {
            object.iter().flat_map(|(key, value)| leaves(value, format!("{pointer}/{key}"))).collect()
        }
        Value::Array(array) => array
            .iter()
            .enumerate()
            .flat_map(|(at, value)| leaves(value, format!("{pointer}/{at}")))
            .collect(),
        leaf => vec![(pointer, leaf.clone())],
    }
}

/// Law 4, for what is made from drafted lines: cut anywhere, read twice or not, in parts of one size.
#[test]
fn every_cut_gives_the_same_bytes_in_every_form() {
    let plan = Plan { seed: 7, bytes: 4_000_000, quoted_csv: false, crlf: true, damaged_per_mille: 20 };
    let report = generator::report(&plan);
    for (template, format) in [
        (TemplateName::Canonical, PayloadFormat::Ndjson),
        (TemplateName::Taxjar, PayloadFormat::Csv),
        (TemplateName::Kintsugi, PayloadFormat::Csv),
        (TemplateName::Kintsugi, PayloadFormat::Ndjson),
    ] {
        let asked = || {
            let mut asked = options("x");
            asked.options = Options { template, format, leave_out_rejected: true, ..asked.options };
            asked
        };
        let whole = check(&report, asked());
        assert_eq!(problems(&whole), [], "{template:?} {format:?}");

        let mut session = Session::new(asked().options);
        let mut parts = Vec::new();
        session.begin(asked().about).expect("a session takes a source");
        for piece in report.chunks(65_537) {
            session.push(piece).expect("a session takes bytes");
            parts.extend(std::iter::from_fn(|| session.take_payload()));
        }
        assert_eq!(session.end(), Ok(Ended::Done));
        assert_eq!(session.finish(), Ok(whole.outcome));
        parts.extend(std::iter::from_fn(|| session.take_payload()));
        assert!(parts.concat() == whole.payload, "{template:?} {format:?}");
        let (last, others) = parts.split_last().expect("parts");
        assert!(!others.is_empty() && others.iter().all(|part| part.len() == PART) && last.len() < PART);
    }
}

#[test]
fn a_list_of_findings_says_what_it_does_not_list() {
    let plan = Plan { seed: 7, bytes: 200_000, quoted_csv: false, crlf: false, damaged_per_mille: 200 };
    let mut asked = options("x");
    asked.options.max_places = 2;
    let outcome = check(&generator::report(&plan), asked).outcome;
    let codes: Vec<_> = report_preflight::codes().collect();
    let list: Value = serde_json::from_slice(&exports::findings_json(&outcome, &codes)).expect("JSON");
    let rows = list["rows"].as_array().expect("rows");
    let mut capped = 0;
    for (code, count) in outcome
        .findings
        .iter()
        .map(|it| (it.code, it.count))
        .chain(outcome.repairs.iter().map(|it| (it.code, it.count)))
    {
        let of_code: Vec<&Value> = rows.iter().filter(|row| row["code"] == code).collect();
        assert_eq!(of_code.len() as u64, count.min(3), "{code}");
        if count > 2 {
            capped += 1;
            let expected = format!("{} more of these are not listed. There are {count} in all.", count - 2);
            assert_eq!(of_code[2]["what"], expected);
            assert!(of_code[2]["record"].is_null());
        }
    }
    assert!(capped > 2);
    let log: Value =
        serde_json::from_slice(&exports::findings_sarif(&outcome, &codes, "https://example.com/codes"))
            .expect("JSON");
    let notifications = &log["runs"][0]["invocations"][0]["toolExecutionNotifications"];
    assert_eq!(notifications.as_array().map(Vec::len), Some(capped));
}
