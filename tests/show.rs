//! A thousand orders with trouble planted in them, and the sheet of what was planted: all of it is found, where it
//! lies, and nothing else; and what is counted and summed is what the sheet says.
#![allow(clippy::disallowed_methods)] // the ban is for the core

mod common;
#[path = "generator/mod.rs"]
mod generator;
#[path = "show/seller.rs"]
mod seller;

use common::sums::{self, Line};
use common::{Checked, check_batch, options, root};
use generator::show::{self, AGAIN, REPORT};
use generator::trouble::Kind;
use report_preflight::options::PayloadFormat;
use report_preflight::output::exports;
use report_preflight::{Options, SourceOptions};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

fn folder() -> PathBuf {
    root().join("tests/fixtures/show")
}

/// A line of the sheet, as it is checked in.
struct Planted {
    file: String,
    record: Option<u64>,
    column: String,
    code: String,
    kind: String,
    times: u64,
    sent: Option<String>,
    was: Option<String>,
}

fn sheet() -> Vec<Planted> {
    let text = std::fs::read_to_string(folder().join("planted.tsv")).expect("the sheet");
    let line = |line: &str| {
        let [file, record, column, code, kind, times, sent, was] = line.split('\t').collect::<Vec<_>>()[..]
        else {
            panic!("{line}: not eight cells")
        };
        Planted {
            file: file.to_owned(),
            record: record.parse().ok(),
            column: column.to_owned(),
            code: code.to_owned(),
            kind: kind.to_owned(),
            times: times.parse().expect("a number"),
            sent: sent.strip_prefix('"').and_then(|sent| sent.strip_suffix('"')).map(str::to_owned),
            was: (!was.is_empty()).then(|| was.to_owned()),
        }
    };
    text.lines().skip(1).map(line).collect()
}

fn check(files: &[&str], options: Options, size: usize) -> Checked {
    check_with(files, options, size, SourceOptions::default())
}

/// The same is said about each of the files.
fn check_with(files: &[&str], options: Options, size: usize, said: SourceOptions) -> Checked {
    let sources: Vec<(SourceOptions, Vec<u8>)> = files
        .iter()
        .map(|name| {
            let about = SourceOptions { name: Some((*name).to_owned()), ..said.clone() };
            (about, std::fs::read(folder().join(name)).expect("a file of the show"))
        })
        .collect();
    check_batch(sources.iter().map(|(about, bytes)| (about.clone(), bytes.chunks(size))), options)
}

/// With those records left out, one by one, that another file tells differently: leaving out whatever is rejected does
/// not say which of the two files is right.
fn check_decided(sheet: &[Planted], files: &[&str], options: Options, size: usize) -> Checked {
    let sources: Vec<(SourceOptions, Vec<u8>)> = files
        .iter()
        .map(|name| {
            let differs = sheet.iter().filter(|it| it.file == *name && it.code == DIFFERS);
            let left_out = differs.filter_map(|it| it.record).collect();
            let about =
                SourceOptions { name: Some((*name).to_owned()), left_out, ..SourceOptions::default() };
            (about, std::fs::read(folder().join(name)).expect("a file of the show"))
        })
        .collect();
    check_batch(sources.iter().map(|(about, bytes)| (about.clone(), bytes.chunks(size))), options)
}

const DIFFERS: &str = "sale-differs-between-files";

fn asked() -> Options {
    Options { max_places: 10_000, leave_out_rejected: true, ..options("").options }
}

/// Compares with the file, or writes it when UPDATE is set. Of a thousand lines, it names the first that differs.
fn in_step(name: &str, made: &[u8]) {
    let path = folder().join(name);
    if std::env::var_os("UPDATE").is_some() {
        return std::fs::write(path, made).expect("a file of the show can be written");
    }
    let there = std::fs::read(path).unwrap_or_default();
    let differs =
        there.split(|byte| *byte == b'\n').zip(made.split(|byte| *byte == b'\n')).position(|(a, b)| a != b);
    let line = differs.map_or("the last".to_owned(), |line| (line + 1).to_string());
    assert!(
        there == made,
        "{name} is out of step from line {line} on: run with UPDATE=1 and read the difference"
    );
}

#[test]
fn the_show_is_what_the_generator_makes() {
    let made = show::show();
    std::fs::create_dir_all(folder()).expect("a folder can be made");
    in_step(REPORT, &made.report);
    in_step(AGAIN, &made.again);
    in_step("planted.tsv", show::sheet(&made.planted).as_bytes());
    let codes: BTreeSet<&str> = made.planted.iter().map(|it| it.code).collect();
    assert!(codes.len() >= 40, "{} kinds of trouble", codes.len());
    for kind in Kind::ALL {
        assert!(made.planted.iter().any(|it| it.kind == kind), "nothing planted is a {kind:?}");
    }
    let text = String::from_utf8_lossy(&made.report).into_owned();
    let orders = |line: &str| line.split('\t').next().map(str::to_owned);
    assert!(text.lines().skip(1).filter_map(orders).collect::<BTreeSet<_>>().len() >= 980);
    assert!(!text.split('@').skip(1).any(|after| !after.starts_with("example.com")));
}

/// File, record, column, code and kind of everything that was found or repaired.
fn found(checked: &Checked, files: &[&str]) -> BTreeSet<String> {
    let once = serde_json::json!(1);
    let json = checked.json();
    let codes: BTreeMap<&str, _> = report_preflight::codes().map(|code| (code.slug, code)).collect();
    let mut found = BTreeSet::new();
    let mut note = |place: &serde_json::Value, code: &str, kind: &str, times: &serde_json::Value| {
        let file = files[place["source"].as_u64().expect("a source") as usize];
        let record = place["record"].as_u64().map_or(String::new(), |record| record.to_string());
        let column = place["column"].as_str().unwrap_or_default();
        let is_new = found.insert(format!("{file} {record} {column} {code}: {kind}, {times}"));
        assert!(is_new, "{file} {record} {column} {code} was found twice");
    };
    for finding in json["findings"].as_array().expect("a list") {
        let code = finding["code"].as_str().expect("a code");
        let effect = serde_json::to_value(codes[code].effect).expect("JSON");
        let kind = match effect.as_str() {
            Some("sets-aside") => "set aside",
            Some("withholds") => "withheld",
            _ => finding["severity"].as_str().expect("a severity"),
        };
        let places = finding["places"].as_array().expect("a list");
        let of_the_file = places.iter().all(|place| place["record"].is_null());
        let times = if of_the_file && places.len() == 1 { &finding["count"] } else { &once };
        if places.is_empty() {
            // About all files together.
            note(&serde_json::json!({ "source": 0 }), code, kind, &finding["count"]);
        } else if times == &once {
            assert_eq!(finding["count"], places.len(), "{code}: not all places are listed");
        }
        places.iter().for_each(|place| note(place, code, kind, times));
    }
    for repair in json["repairs"].as_array().expect("a list") {
        let code = repair["code"].as_str().expect("a code");
        repair["places"]
            .as_array()
            .expect("a list")
            .iter()
            .for_each(|place| note(place, code, "repair", &once));
    }
    found
}

fn planned<'a>(sheet: &'a [Planted], files: &[&str]) -> Vec<&'a Planted> {
    sheet.iter().filter(|it| files.contains(&it.file.as_str())).collect()
}

#[test]
fn what_was_planted_is_found_and_nothing_else() {
    let sheet = sheet();
    for files in [&[REPORT][..], &[REPORT, AGAIN]] {
        let checked = check(files, asked(), usize::MAX);
        let planted: BTreeSet<String> = planned(&sheet, files)
            .iter()
            .map(|Planted { file, record, column, code, kind, times, .. }| {
                let record = record.map_or(String::new(), |record| record.to_string());
                format!("{file} {record} {column} {code}: {kind}, {times}")
            })
            .collect();
        let found = found(&checked, files);
        let missed: Vec<_> = planted.difference(&found).collect();
        let invented: Vec<_> = found.difference(&planted).collect();
        assert!(missed.is_empty() && invented.is_empty(), "missed: {missed:#?}\ninvented: {invented:#?}");
    }
}

/// Read, accepted, repaired, rejected, set aside.
type Ledger = [u64; 5];

/// What must come of the files: from their bytes and the sheet alone.
fn plan(sheet: &[Planted], files: &[&str]) -> (Ledger, Vec<Line>) {
    let mut ledger = [0; 5];
    let mut lines = Vec::new();
    for name in files {
        let bytes = std::fs::read(folder().join(name)).expect("a file of the show");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let mut records = text.lines();
        let header: Vec<&str> = records.next().expect("a header").split('\t').collect();
        for (number, record) in (2..).zip(records) {
            let here: Vec<&Planted> =
                sheet.iter().filter(|it| it.file == *name && it.record == Some(number)).collect();
            let is = |kind: Kind| here.iter().any(|it| it.kind == kind.name());
            let fate = match () {
                () if is(Kind::SetAside) || here.iter().any(|it| it.code == DIFFERS) => 4,
                () if is(Kind::Error) => 3,
                () if is(Kind::Repair) => 2,
                () => 1,
            };
            ledger[0] += 1;
            ledger[fate] += 1;
            if fate > 2 {
                continue;
            }
            let mut cells: BTreeMap<&str, &str> = header.iter().copied().zip(record.split('\t')).collect();
            for it in &here {
                if let Some(sent) = &it.sent {
                    cells.insert(&it.column, sent);
                }
            }
            lines.push(line(&cells, number));
        }
    }
    (ledger, lines)
}

/// In which states the show's fulfillment centers stand.
const CENTERS: &str = "ABE2 PA ATL6 GA BFI4 WA CMH1 OH DFW7 TX EWR4 NJ LAS1 NV MDW2 IL ONT8 CA TPA1 FL";

/// The sale line of a record whose cells are what they are worth.
fn line(cells: &BTreeMap<&str, &str>, record: u64) -> Line {
    let order = cells["amazon-order-id"];
    let is_marketplace = cells["sales-channel"].starts_with("Amazon.") && !order.starts_with('S');
    let zip = cells["ship-postal-code"];
    let center = cells["fulfillment-center-id"];
    let mut centers = CENTERS.split(' ').skip_while(|word| *word != center || center.is_empty());
    let line = [
        ("order_id", order),
        ("shipment_id", cells["shipment-id"]),
        ("transaction_type", "sale"),
        ("ordered_at", cells["purchase-date"]),
        ("shipped_at", cells["shipment-date"]),
        ("tax_date", &cells["shipment-date"][..10]),
        ("sales_channel", cells["sales-channel"]),
        ("marketplace", if is_marketplace { "true" } else { "false" }),
        ("fulfilled_by", "amazon"),
        ("tax_collected_by", if is_marketplace { "unknown" } else { "seller" }),
        ("sku", cells["sku"]),
        ("quantity", cells["quantity-shipped"]),
        ("currency", cells["currency"]),
        ("item_amount", cells["item-price"]),
        ("item_tax", cells["item-tax"]),
        ("shipping_amount", cells["shipping-price"]),
        ("shipping_tax", cells["shipping-tax"]),
        ("gift_wrap_amount", cells["gift-wrap-price"]),
        ("gift_wrap_tax", cells["gift-wrap-tax"]),
        ("item_discount", cells["item-promotion-discount"].trim_start_matches('-')),
        ("shipping_discount", cells["ship-promotion-discount"].trim_start_matches('-')),
        ("ship_to_city", cells["ship-city"]),
        ("ship_to_state", cells["ship-state"]),
        ("ship_to_postal_code", if cells["ship-country"] == "US" { &zip[..5] } else { zip }),
        ("ship_to_country", cells["ship-country"]),
        ("ship_from_code", center),
        ("ship_from_state", centers.nth(1).unwrap_or_default()),
        ("source_record", &record.to_string()),
    ];
    line.map(|(column, value)| (column.to_owned(), value.to_owned())).into()
}

#[test]
fn ledger_lines_and_totals_are_as_planned() {
    let sheet = sheet();
    for files in [&[REPORT][..], &[REPORT, AGAIN]] {
        let (ledger, lines) = plan(&sheet, files);
        let checked = check_decided(&sheet, files, asked(), usize::MAX);
        let of = checked.outcome.ledger;
        assert_eq!([of.read(), of.accepted(), of.repaired(), of.rejected(), of.set_aside()], ledger);
        let mut sent = sums::lines(&checked.payload);
        assert_eq!(sent.len(), lines.len());
        for (sent, planned) in sent.iter_mut().zip(&lines) {
            assert_eq!(sent.remove("line_id").map_or(0, |id| id.len().min(32)), 32);
            assert_eq!(sent, planned);
        }
        for totals in [&checked.json()["totals"], &checked.json()["manifest"]["totals"]] {
            assert_eq!(sums::of_totals(totals), sums::of_lines(&lines));
            for total in totals.as_array().expect("a list") {
                let currency = total["currency"].as_str().expect("a currency");
                assert_eq!(total["orders"], sums::orders(&lines)[currency]);
                let mut expected = sums::orders_by_state(&lines);
                expected.retain(|[of, ..], _| of == currency);
                let states = total["by_state"].as_array().expect("a list");
                let found = states.iter().filter(|it| it["orders"] != 0).map(|it| {
                    let text = |key: &str| it[key].as_str().unwrap_or_default().to_owned();
                    ([currency.to_owned(), text("country"), text("state")], it["orders"].as_u64().unwrap())
                });
                assert_eq!(found.collect::<std::collections::BTreeMap<_, _>>(), expected);
            }
        }
    }
}

/// Nobody has said that what is rejected be left out; or nobody which of two files is right.
#[test]
fn nothing_is_handed_over_before_the_seller_has_said_so() {
    for options in [options("").options, asked()] {
        let checked = check(&[REPORT, AGAIN], options, 10_000);
        assert_eq!(checked.json()["verdict"], "needs-fixing");
        assert!(checked.outcome.manifest.is_none() && checked.payload.is_empty());
    }
}

#[test]
fn every_cut_of_the_show_gives_the_same_answer() {
    let sheet = sheet();
    let whole = check_decided(&sheet, &[REPORT, AGAIN], asked(), usize::MAX);
    assert!(whole.outcome.manifest.is_some());
    for size in [997, 65_536] {
        let cut = check_decided(&sheet, &[REPORT, AGAIN], asked(), size);
        assert!(cut.outcome == whole.outcome && cut.payload == whole.payload, "in pieces of {size}");
    }
}

/// What the private columns of the show are made of: in no form of the payload, outcome or list of findings.
#[test]
fn nothing_private_leaves_the_show() {
    const PRIVATE: [&str; 13] = [
        "@example.com",
        "Example Street",
        "555-01",
        "1ZEXAMPLE",
        "Sample",
        "Beispiel",
        "Muster",
        "Ejemplo",
        "Specimen",
        "Esimerkki",
        "Stoneware",
        "armrests",
        "UPS",
    ];
    let read = |name: &str| std::fs::read(folder().join(name)).expect("a file of the show");
    let report = String::from_utf8_lossy(&read(REPORT)).into_owned();
    assert!(PRIVATE.iter().all(|word| report.contains(word)));
    for format in [PayloadFormat::Csv, PayloadFormat::Ndjson] {
        let checked = check_decided(&sheet(), &[REPORT, AGAIN], Options { format, ..asked() }, usize::MAX);
        assert!(checked.outcome.manifest.is_some());
        let codes: Vec<_> = report_preflight::codes().collect();
        let sarif = exports::findings_sarif(&checked.outcome, &codes, "https://help.example/");
        for bytes in [&checked.payload, &checked.json().to_string().into_bytes(), &sarif] {
            let text = String::from_utf8_lossy(bytes);
            let found: Vec<_> = PRIVATE.iter().filter(|word| text.contains(*word)).collect();
            assert!(found.is_empty(), "{found:?}");
        }
    }
}
