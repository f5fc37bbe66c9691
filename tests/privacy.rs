//! Law 2: nothing leaves that was not named. Every column that stays is filled with a canary, and no canary may
//! reach payload, manifest or findings.
#![allow(clippy::disallowed_methods)] // the ban is for the core

#[path = "privacy/canaries.rs"]
mod canaries;
#[path = "common/mod.rs"]
mod common;
#[path = "generator/mod.rs"]
mod generator;
#[path = "privacy/inside.rs"]
mod inside;

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

/// What stands in a private cell, and what has the form of an e-mail address, a phone number or a street, leaves in no
/// column that is sent as it is written: alone or among other words, in whatever encoding.
#[test]
fn what_is_private_does_not_leave_inside_another_column() {
    const PRIVATE: [(&str, &str); 5] = [
        ("buyer-name", "Rob\u{ee}n Sample-Specimen"),
        ("recipient-name", "SAMPLE Specimen II"),
        ("ship-address-1", "12 Rue de l'Exampl\u{e9}"),
        ("bill-address-2", "Lot 34, Specimen Court"),
        ("ship-phone-number", "+1 206-555-0142 ext. 00123"),
    ];
    const PLANTED: [&str; 10] = [
        "Rob\u{ee}n sample-specimen",
        "sample  specimen ii",
        "12 rue de l'Exampl\u{e9}",
        "lot 34 specimen court",
        "2065550142",
        "robin.s@example.com",
        "(206) 555-0199",
        "+49 30 901820",
        "78 Example Street",
        "P.O. Box 9",
    ];
    const FREE: [&str; 6] =
        ["sku", "ship-city", "shipment-id", "sales-channel", "ship-state", "fulfillment-center-id"];
    let column = |name: &str| FULFILLED_SHIPMENTS.iter().position(|known| *known == name).expect(name);
    let mut text = FULFILLED_SHIPMENTS.join("\t") + "\n";
    let mut numbers = Numbers(11);
    let mut number = 0;
    let mut planted = 0;
    for free in FREE {
        for said in PLANTED {
            for around in [["", ""], ["MUG ", ""], ["", ", blue"]] {
                let mut cells = generator::record(&mut numbers, number, 0);
                number += 1;
                for (name, private) in PRIVATE {
                    cells[column(name)] = private.to_owned();
                }
                if free == "ship-state" {
                    // Elsewhere it is any text.
                    cells[column("ship-country")] = "FR".to_owned();
                }
                let [before, after] = around;
                planted += 1;
                cells[column(free)] = format!("{before}{said}{after}");
                text += &(cells.join("\t") + "\n");
            }
        }
    }
    assert_eq!(planted, FREE.len() * PLANTED.len() * 3);
    let wide = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let with_marks =
        |text: &str| text.replace("sample", "sa\u{AD}mple").replace("555", "5\u{200B}55").into_bytes();
    for bytes in [
        text.clone().into_bytes(),
        [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat(),
        encoding_rs::WINDOWS_1252.encode(&text).0.into_owned(),
        [b"\xFF\xFE".as_slice(), &wide(u16::to_le_bytes)].concat(),
        [b"\xFE\xFF".as_slice(), &wide(u16::to_be_bytes)].concat(),
        with_marks(&text),
    ] {
        let mut leave_out = options("report.txt");
        leave_out.options.leave_out_rejected = true;
        // So that a store that is none of Amazon's is not left out before anybody looks into it.
        leave_out.options.severities =
            [("sales-channel-unknown".to_owned(), report_preflight::findings::Severity::Note)]
                .into_iter()
                .collect();
        // Nor where the seller does not want that anything is mended.
        let mut declined = leave_out.clone();
        declined.options.declined = ["invisible-characters", "surrounding-blanks", "city-holds-postal-code"]
            .map(String::from)
            .to_vec();
        for asked in [leave_out, declined] {
            let checked = check(&bytes, asked);
            let payload =
                String::from_utf8(checked.payload.clone()).expect("a payload is UTF-8").to_lowercase();
            assert_eq!(payload.lines().count(), planted + 1, "{:?}", checked.codes());
            for private in ["sample", "specimen", "exampl", "555-01", "5550142", "901820", "box"] {
                let line = payload.lines().find(|line| line.contains(private));
                assert!(line.is_none(), "{private} leaves: {line:?}");
            }
        }
    }
}
