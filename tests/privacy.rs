//! Law 2: nothing leaves that was not named. Every column that stays is filled with a canary, and no canary may
//! reach payload, manifest or findings.
#![allow(clippy::disallowed_methods)] // the ban is for the core

#[path = "common/mod.rs"]
mod common;
#[path = "generator/mod.rs"]
mod generator;

use common::{check, options, root};
use generator::{FULFILLED_SHIPMENTS, Numbers};
use report_preflight::reports;

/// As it stands in a file of each encoding.
const CANARY: &str = "kan\u{e4}rie7";

fn canaries() -> Vec<Vec<u8>> {
    // Lower case and the bare beginning too, in case something folds or cuts it.
    vec![
        CANARY.into(),
        CANARY.to_lowercase().into(),
        b"kan\xe4rie7".to_vec(),
        b"rie7".to_vec(),
        b"RIE7".to_vec(),
    ]
}

fn assert_no_canary(bytes: &[u8], what: &str) {
    for canary in canaries() {
        let found = bytes.windows(canary.len()).any(|window| window == canary);
        assert!(!found, "{what} holds what must stay behind: {}", String::from_utf8_lossy(&canary));
    }
}

/// A good report whose columns that stay hold nothing but canaries; and in some records of which something is
/// wrong, so that findings and repairs are made too. `None`: the column is one nobody has heard of.
fn report(family: &str, delimiter: &str, extra: &[&str]) -> (String, usize) {
    let report = reports::by_family(family).expect("a family");
    let columns = report.reading().expect("a usable report").columns;
    let mut names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    names.extend(extra);
    let mut text = names.join(delimiter) + "\n";
    let mut numbers = Numbers(7);
    let mut staying = 0;
    for number in 0..200 {
        let made = generator::record(&mut numbers, number, 300);
        let cells: Vec<String> = names
            .iter()
            .map(|name| match columns.iter().find(|column| column.name == *name) {
                Some(column) if column.leaves || column.field.is_some() => cell(name, &made),
                _ => {
                    staying += 1;
                    CANARY.to_owned()
                }
            })
            .collect();
        text += &cells.join(delimiter);
        text.push('\n');
    }
    (text, staying)
}

/// What other reports call the columns of Fulfilled Shipments.
const ALSO: &[(&str, &[&str])] = &[
    ("amazon-order-id", &["order-id", "order id", "Order_ID"]),
    ("shipment-id", &["Shipment_ID"]),
    ("purchase-date", &["Order_Date"]),
    ("shipment-date", &["date/time", "Shipment_Date"]),
    ("sku", &["SKU"]),
    ("quantity-shipped", &["quantity", "quantity-purchased", "Quantity"]),
    ("currency", &["Currency"]),
    ("item-price", &["item-price-per-unit", "product sales", "TaxExclusive_Selling_Price"]),
    ("item-tax", &["product sales tax", "Total_Tax"]),
    ("shipping-price", &["shipping credits"]),
    ("shipping-tax", &["shipping credits tax"]),
    ("gift-wrap-price", &["gift wrap credits"]),
    ("gift-wrap-tax", &["giftwrap credits tax"]),
    ("item-promotion-discount", &["promotional rebates"]),
    ("ship-city", &["order city", "Ship_To_City"]),
    ("ship-state", &["order state", "Ship_To_State"]),
    ("ship-postal-code", &["order postal", "Ship_To_Postal_Code"]),
    ("ship-country", &["Ship_To_Country"]),
    ("sales-channel", &["marketplace"]),
];

fn cell(name: &str, made: &[String; 48]) -> String {
    let name = ALSO.iter().find(|(_, others)| others.contains(&name)).map_or(name, |(name, _)| *name);
    let of = |name: &str| {
        FULFILLED_SHIPMENTS.iter().position(|known| *known == name).map(|at| made[at].replace(',', ";"))
    };
    match name {
        "order-status" | "item-status" => "Shipped".to_owned(),
        "type" => "Order".to_owned(),
        "Transaction_Type" => "SHIPMENT".to_owned(),
        // Read to tell one line from another, but not sent.
        "shipment-item-id" | "amazon-order-item-id" | "asin" => of(name).unwrap_or_default() + CANARY,
        "order-item-id"
        | "Transaction_Item_ID"
        | "ASIN"
        | "Jurisdiction_Level"
        | "Jurisdiction_Name"
        | "Tax_Type"
        | "is-business-order" => CANARY.to_owned(),
        _ => of(name).unwrap_or_default(),
    }
}

#[test]
fn canaries_never_leave() {
    for family in reports::all().filter(|report| report.is_usable()).map(|report| report.family) {
        for delimiter in ["\t", ","] {
            let (text, staying) =
                report(family, delimiter, &["gift-message-text", "a column nobody heard of"]);
            assert!(staying > 500, "{family}: the canaries are not in the file");
            let windows_1252 = encoding_rs::WINDOWS_1252.encode(&text).0.into_owned();
            let with_mark = [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat();
            for bytes in [text.into_bytes(), with_mark, windows_1252] {
                let mut leave_out = options("report.txt");
                leave_out.options.leave_out_rejected = true;
                let checked = check(&bytes, leave_out);
                assert!(checked.outcome.manifest.is_some(), "{family}: {:?}", checked.outcome.verdict);
                assert!(checked.outcome.ledger.rejected() > 0 && checked.outcome.ledger.repaired() > 0);
                assert!(checked.payload.len() > 10_000);
                assert_no_canary(&checked.payload, "the payload");
                assert_no_canary(checked.json().to_string().as_bytes(), "the outcome");
            }
        }
    }
}

/// A name or an address that slipped into the header line does not become a column's name in the manifest.
#[test]
fn what_looks_like_data_in_the_header_is_not_named() {
    let (text, _) = report(
        "fulfilled-shipments",
        "\t",
        &["robin@example.com", "Robin Sample", "555-0100", "12 Example Street"],
    );
    let checked = check(text.as_bytes(), options("report.txt"));
    let json = checked.json().to_string();
    for data in ["robin@example.com", "Robin Sample", "555-0100", "12 Example Street"] {
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
    let checked = check(format!("{header}\n1\t2\t3\t{CANARY}\t{CANARY}\n").as_bytes(), options("report.txt"));
    assert!(checked.payload.is_empty());
    assert_no_canary(checked.json().to_string().as_bytes(), "the outcome");
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
            [("sales-channel-unknown".to_owned(), report_preflight::findings::Severity::Note)].into();
        let checked = check(&bytes, leave_out);
        let payload = String::from_utf8(checked.payload.clone()).expect("a payload is UTF-8").to_lowercase();
        assert_eq!(payload.lines().count(), planted + 1, "{:?}", checked.codes());
        for private in ["sample", "specimen", "exampl", "555-01", "5550142", "901820", "box"] {
            let line = payload.lines().find(|line| line.contains(private));
            assert!(line.is_none(), "{private} leaves: {line:?}");
        }
    }
}
