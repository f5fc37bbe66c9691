//! Law 2: nothing leaves that was not named. Every column that stays is filled with a canary, and no canary may
//! reach payload, manifest or findings.
#![allow(clippy::disallowed_methods)] // the ban is for the core

#[path = "privacy/canaries.rs"]
mod canaries;
#[path = "common/mod.rs"]
mod common;
#[path = "generator/mod.rs"]
mod generator;

use common::{check, options, root};
use generator::{FULFILLED_SHIPMENTS, Numbers};
use report_preflight::reports;

/// A name or an address that slipped into the header line does not become a column's name in the manifest.
#[test]
fn what_looks_like_data_in_the_header_is_not_named() {
    const DATA: [&str; 4] = ["robin@example.com", "Robin Sample", "555-0100", "12 Example Street"];
    let mut numbers = Numbers(7);
    let mut text = [&FULFILLED_SHIPMENTS[..], &DATA].concat().join("\t") + "\n";
    for number in 0..20 {
        text += &(generator::record(&mut numbers, number, 0).join("\t") + "\tx\tx\tx\tx\n");
    }
    let checked = check(text.as_bytes(), options("report.txt"));
    assert_eq!(checked.outcome.ledger.lines(), 20);
    let json = checked.json().to_string();
    for data in DATA {
        assert!(!json.contains(data), "{data} stands in the outcome");
    }
}

/// What Amazon's policy counts as personal, or what sellers and buyers type freely: no report may let it leave,
/// whatever its declaration comes to say.
#[test]
fn no_personal_column_is_declared_to_leave() {
    const PERSONAL: [&str; 16] = [
        "email",
        "name",
        "phone",
        "address",
        "bill",
        "carrier",
        "tracking",
        "delivery",
        "gift message",
        "cpf",
        "company",
        "registration",
        "merchant order id",
        "purchase order",
        "promotion id",
        "comment",
    ];
    for report in reports::all() {
        let columns = report.reading().map_or(&[][..], |reading| reading.columns);
        for column in columns.iter().filter(|column| column.leaves) {
            let words = column.name.replace('-', " ");
            let personal = PERSONAL.iter().find(|personal| words.contains(*personal));
            assert!(personal.is_none(), "{}: {} is personal and must not leave", report.family, column.name);
        }
    }
}

/// A wrong report is named and nothing of it is kept.
#[test]
fn a_wrong_report_leaves_nothing() {
    let header =
        "UNIQUE_ACCOUNT_IDENTIFIER\tACTIVITY_PERIOD\tTRANSACTION_EVENT_ID\tBUYER_NAME\tARRIVAL_ADDRESS";
    let word = canaries::canary("\u{e4}", 2, 4);
    let checked = check(format!("{header}\n1\t2\t3\t{word}\t{word}\n").as_bytes(), options("report.txt"));
    assert!(checked.payload.is_empty());
    canaries::everything_about(&checked, "a wrong report");
}

/// Fixtures are ours: made-up people, and addresses nobody has.
#[test]
fn no_fixture_holds_a_real_address() {
    for path in common::inputs(".").iter().flat_map(|input| common::files_of(input)) {
        let text = String::from_utf8_lossy(&std::fs::read(&path).expect("a fixture")).into_owned();
        for (at, _) in text.match_indices('@') {
            let host: String = text[at + 1..]
                .chars()
                .take_while(|c| c.is_alphanumeric() || matches!(c, '.' | '-'))
                .collect();
            let is_address = host.contains('.') && text[..at].ends_with(|c: char| c.is_alphanumeric());
            let name = path.strip_prefix(root()).unwrap_or(&path).display().to_string();
            assert!(
                !is_address || host == "example.com",
                "{name} holds an address at {host}: fixtures use example.com only"
            );
        }
    }
}
