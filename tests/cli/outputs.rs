//! What `check` writes besides our CSV, and that `verify` reads all of it.

use super::{Folder, NOW, Run, check, preflight, report, report_with_an_error};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const SHIPPED: &[(&str, &str)] =
    &[("quantity-shipped", "3"), ("shipping-price", "5.00"), ("shipping-tax", "0.40")];
const FORMULA: &[(&str, &str)] = &[
    ("amazon-order-id", "111-1234567-0000002"),
    ("shipment-item-id", "DwKtkVVpm"),
    ("sku", "=HYPERLINK(1)"),
    ("ship-state", "Washington"),
];
/// Its order number is none.
const BAD: &[(&str, &str)] = &[("amazon-order-id", "no order id"), ("shipment-item-id", "DwKtkVVpn")];

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn checked(file: &Path, more: &[&str]) -> Run {
    let run = check(file, &[&["--now", NOW], more].concat());
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    run
}

#[test]
fn every_form_of_the_payload_is_verified() {
    let folder = Folder::new("forms");
    let file = folder.file("report.txt", report(&[SHIPPED, FORMULA]));
    let (payload, manifest) = (folder.path("payload"), folder.path("manifest.json"));
    for (options, begins) in [
        (&["--format", "ndjson"][..], &b"{\"line_id\":\""[..]),
        (&["--template", "taxjar"], b"provider,transaction_id,"),
        (&["--template", "kintsugi"], b"related_external_id,transaction_external_id,"),
        (&["--template", "kintsugi", "--format", "ndjson"], b"{\"external_id\":\"111-1234567-0000001-"),
        (&["--gzip"], b"\x1F\x8B"),
        (&["--gzip", "--format", "ndjson"], b"\x1F\x8B"),
    ] {
        let asked = [options, &["--payload", text(&payload), "--manifest", text(&manifest)]].concat();
        checked(&file, &asked);
        let bytes = fs::read(&payload).unwrap();
        assert!(bytes.starts_with(begins), "{options:?}");
        let run = preflight(["verify", text(&payload), text(&manifest)]);
        assert_eq!(run.code, 0, "{options:?}: {}{}", run.out, run.err);
        // One byte short, packed or not.
        fs::write(&payload, &bytes[..bytes.len() - 1]).unwrap();
        assert_ne!(preflight(["verify", text(&payload), text(&manifest)]).code, 0, "{options:?}");
        assert_eq!(folder.names(), ["manifest.json", "payload", "report.txt"]);
    }
}

#[test]
fn a_packed_payload_is_the_same_payload() {
    let folder = Folder::new("gzip");
    let file = folder.file("report.txt", report(&[SHIPPED]));
    let (plain, packed) = (folder.path("lines.csv"), folder.path("lines.csv.gz"));
    checked(&file, &["--payload", text(&plain)]);
    checked(&file, &["--payload", text(&packed), "--gzip"]);
    let mut unpacked = Vec::new();
    let mut reader = flate2::read::GzDecoder::new(fs::File::open(&packed).unwrap());
    std::io::Read::read_to_end(&mut reader, &mut unpacked).unwrap();
    assert_eq!(unpacked, fs::read(&plain).unwrap());
}

#[test]
fn verify_names_the_first_line_that_does_not_hold() {
    let folder = Folder::new("line");
    let file = folder.file("report.txt", report(&[SHIPPED, FORMULA]));
    let (payload, manifest) = (folder.path("payload.csv"), folder.path("manifest.json"));
    checked(&file, &["--payload", text(&payload), "--manifest", text(&manifest)]);
    let changed = fs::read_to_string(&payload).unwrap().replace(",WA,98101", ",WQ,98101");
    fs::write(&payload, changed).unwrap();
    let run = preflight(["verify", text(&payload), text(&manifest)]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("  line 2: ship_to_state is none of the United States.\n"), "{}", run.out);
}

#[test]
fn what_cannot_be_had_together_is_refused_in_words() {
    let folder = Folder::new("together");
    let file = folder.file("report.txt", report(&[SHIPPED]));
    for (options, words) in [
        (&["--template", "taxjar", "--format", "ndjson"][..], "Choose the format csv for it."),
        (&["--findings", "list.txt"], "Let its name end in .csv, .json or .sarif."),
        (&["--cleaned", "x.csv", "--annotated", "x.csv"], "cannot both be x.csv"),
        (&["--decline", "order-id-missing"], "no repair of that name"),
        (&["--period", "2026-02-01..2026-01-01"], "the earlier one first"),
        (&["--template", "avalara"], "canonical, taxjar, kintsugi"),
    ] {
        let run = check(&file, options);
        assert_eq!(run.code, 2, "{options:?}: {}", run.out);
        assert!(run.err.contains(words), "{options:?}: {}", run.err);
    }
    assert_eq!(folder.names(), ["report.txt"]);
}

#[test]
fn files_for_people_mark_formulas_and_payloads_do_not() {
    let folder = Folder::new("people");
    let file = folder.file("report.txt", report(&[SHIPPED, FORMULA]));
    let [payload, cleaned, annotated] =
        ["payload.csv", "cleaned.csv", "annotated.csv"].map(|name| folder.path(name));
    let options = ["--payload", text(&payload), "--cleaned", text(&cleaned), "--annotated", text(&annotated)];
    checked(&file, &options);
    let [payload, cleaned, annotated] =
        [payload, cleaned, annotated].map(|path| fs::read_to_string(path).unwrap());
    assert!(payload.contains(",=HYPERLINK(1),"), "{payload}");
    assert!(cleaned.contains(",'=HYPERLINK(1),"), "{cleaned}");
    assert_eq!(cleaned, format!("\u{FEFF}{}", payload.replace(",=", ",'=")));
    assert!(annotated.starts_with("\u{FEFF}what is wrong,amazon-order-id,"), "{annotated}");
    assert!(annotated.contains(",'=HYPERLINK(1),"), "{annotated}");
    assert_eq!(annotated.lines().count(), 3);

    let other = folder.file("other.pdf", "%PDF-1.7 no report");
    let notes = folder.path("notes.csv");
    let run = check(&other, &["--annotated", text(&notes)]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("There is no report in it"), "{}", run.err);
    let both = ["check", text(&file), text(&file), "--batch", "--annotated", text(&notes)];
    assert!(preflight(both).err.contains("Check one at a time"));

    // Not ready: what helps to mend it is written all the same.
    let file = folder.file("bad.txt", report_with_an_error());
    let [cleaned, annotated, findings] = ["not.csv", "bad.csv", "list.csv"].map(|name| folder.path(name));
    let options =
        ["--cleaned", text(&cleaned), "--annotated", text(&annotated), "--findings", text(&findings)];
    let run = check(&file, &options);
    assert_eq!(run.code, 1, "{}{}", run.out, run.err);
    assert!(run.err.contains("No payload was written"), "{}", run.err);
    assert!(!cleaned.exists() && annotated.exists() && findings.exists());
}

#[test]
fn findings_are_listed_in_three_forms() {
    let folder = Folder::new("findings");
    let file = folder.file("My report.txt", report(&[SHIPPED, FORMULA, BAD]));
    let [csv, json, sarif] = ["list.csv", "list.json", "list.sarif"].map(|name| folder.path(name));
    for path in [&csv, &json, &sarif] {
        assert_eq!(check(&file, &["--now", NOW, "--findings", text(path)]).code, 1);
    }
    let rows: Value = serde_json::from_slice(&fs::read(&json).unwrap()).unwrap();
    let rows = rows["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["code"] == "order-id-malformed").unwrap();
    assert_eq!((&row["severity"], &row["source"]), (&json!("error"), &json!("My report.txt")));
    assert_eq!((&row["record"], &row["column"]), (&json!(4), &json!("amazon-order-id")));
    assert!(row["fix"].as_str().unwrap().starts_with("Look at the record"));
    assert!(rows.iter().any(|row| row["severity"] == "repair" && row["column"] == "ship-state"));

    let text_of = fs::read_to_string(&csv).unwrap();
    assert!(text_of.starts_with("\u{FEFF}code,severity,source,record,column,what,why,fix\r\n"));
    let mut reader = csv::Reader::from_reader(text_of.trim_start_matches('\u{FEFF}').as_bytes());
    let listed: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(listed.len(), rows.len());
    for (row, cells) in rows.iter().zip(&listed) {
        assert_eq!(row["code"], cells[0]);
        assert_eq!(row["record"].as_u64().map(|it| it.to_string()).unwrap_or_default(), cells[3]);
        assert_eq!(row["what"], cells[5]);
    }
    let log = fs::read_to_string(&sarif).unwrap();
    let printed = check(&file, &["--now", NOW, "--sarif"]);
    assert_eq!(printed.out, log);
    assert_is_sarif(&serde_json::from_str(&log).unwrap());
    for list in [text_of, fs::read_to_string(&json).unwrap(), log] {
        assert!(!list.contains("Canary") && !list.contains("HYPERLINK") && !list.contains("no order id"));
    }
}

/// What sarif-schema-2.1.0.json (OASIS) requires of what is written, and what the rules of the prose add.
fn assert_is_sarif(log: &Value) {
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(run["tool"]["driver"]["name"].is_string() && !rules.is_empty());
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
    for rule in rules {
        let id = rule["id"].as_str().unwrap();
        assert!(rule["helpUri"].as_str().unwrap().ends_with(&format!(".html#{id}")));
        assert!(rule["shortDescription"]["text"].as_str().is_some_and(|text| !text.is_empty()));
    }
    let results = run["results"].as_array().unwrap();
    assert!(!results.is_empty());
    for result in results {
        let rule = &rules[result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(result["ruleId"], rule["id"]);
        let is_problem = result["kind"] == "fail";
        assert_eq!(is_problem, result["level"] != "none");
        assert!(["error", "warning", "note", "none"].contains(&result["level"].as_str().unwrap()));
        assert!(result["message"]["text"].as_str().is_some_and(|text| !text.is_empty()));
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "My%20report.txt");
        let artifact = &run["artifacts"][place["artifactLocation"]["index"].as_u64().unwrap() as usize];
        assert_eq!(artifact["location"]["uri"], place["artifactLocation"]["uri"]);
        assert!(place["region"].is_null() || place["region"]["startLine"].as_u64().unwrap() > 0);
    }
    let error = results.iter().find(|result| result["ruleId"] == "order-id-malformed").unwrap();
    assert_eq!(error["locations"][0]["physicalLocation"]["region"]["startLine"], 4);
    assert_eq!(error["locations"][0]["logicalLocations"][0]["name"], "amazon-order-id");
}

#[test]
fn edits_of_a_file_are_taken() {
    let folder = Folder::new("edits");
    let file = folder.file("report.txt", report(&[SHIPPED, BAD, FORMULA]));
    let edit = json!({"record": 3, "column": "amazon-order-id", "value": "111-1234567-0000009"});
    for key in ["report.txt", "0"] {
        let decided = json!({key: {"edits": [edit], "left_out": [4]}});
        let edits = folder.file("edits.json", decided.to_string());
        let run = check(&file, &["--now", NOW, "--json", "--edits", text(&edits)]);
        assert_eq!(run.code, 0, "{}{}", run.out, run.err);
        let manifest = &run.json()["manifest"];
        assert_eq!((&manifest["edits"], &manifest["left_out"]), (&json!(1), &json!(1)));
        assert_eq!(manifest["payload"]["lines"], 2);
    }
    let edits = folder.file("edits.json", json!({"another.txt": {"left_out": [4]}}).to_string());
    let run = check(&file, &["--edits", text(&edits)]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("There are edits for another.txt"), "{}", run.err);
    let edits = folder.file("edits.json", "{\"report.txt\": {\"left\": 1}}");
    let run = check(&file, &["--edits", text(&edits)]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("is no list of edits"), "{}", run.err);
}

#[test]
fn repairs_can_be_declined_and_days_asked_for() {
    let folder = Folder::new("declined");
    let file = folder.file("report.txt", report(&[SHIPPED, FORMULA]));
    let run = check(&file, &["--now", NOW, "--json", "--decline", "state-spelled-out"]);
    assert_eq!(run.code, 1, "{}{}", run.out, run.err);
    let outcome = run.json();
    assert_eq!(outcome["repairs"][0]["declined"], true, "{outcome}");
    let run = checked(&file, &["--json", "--period", "2026-01-01..2026-01-31"]);
    assert_eq!(run.json()["manifest"]["period"], json!({"first": "2026-01-01", "last": "2026-01-31"}));
}

#[test]
fn templates_are_listed() {
    let run = preflight(["templates"]);
    assert_eq!(run.code, 0);
    for expected in
        ["canonical, as csv or ndjson", "taxjar, as csv", "kintsugi, as ndjson", "always COMMITTED"]
    {
        assert!(run.out.contains(expected), "{expected}: {}", run.out);
    }
}
