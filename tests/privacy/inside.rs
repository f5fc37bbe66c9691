//! What is private, inside a column that leaves: the cell is withheld and counted, and the record is sent without it.

use crate::canaries::{ENCODINGS, Encoding, everything_about, forms_in, report_of, usable};
use crate::common::{check, options};
use report_preflight::reports::{Column, Field, Report};

/// The code, the cell, and in which columns it is known for what it is.
struct Private {
    code: &'static str,
    text: &'static str,
    fields: &'static [Field],
    /// What another cell of the record must hold: what it is known by, where its form alone does not tell, or a
    /// country where states are written as they come.
    by: Option<(&'static str, &'static str)>,
}

const ANY: &[Field] = &[Field::City, Field::Sku, Field::ShipmentId];
const TEXT: &[Field] = &[Field::City, Field::Sku];

const PRIVATE: [Private; 14] = [
    Private { code: "email-in-cell", text: "kanari.vogel@example.com", fields: ANY, by: None },
    Private { code: "email-in-cell", text: "Gift from KANARI@EXAMPLE.COM!", fields: TEXT, by: None },
    Private {
        code: "email-in-cell",
        text: "Non-Amazon kanari.vogel@example.com",
        fields: &[Field::SalesChannel],
        by: None,
    },
    Private {
        code: "email-in-cell",
        text: "kanari.vogel@example.com",
        fields: &[Field::State, Field::PostalCode],
        by: Some(("ship-country", "GB")),
    },
    Private { code: "phone-in-cell", text: "(206) 555-0147", fields: TEXT, by: None },
    Private { code: "phone-in-cell", text: "+1 206-555-0147", fields: TEXT, by: None },
    Private {
        code: "phone-in-cell",
        text: "call 2065550147",
        fields: TEXT,
        by: Some(("ship-phone-number", "206-555-0147")),
    },
    Private { code: "street-in-cell", text: "12 Kanari Street", fields: &[Field::City], by: None },
    Private { code: "street-in-cell", text: "Kanari Vogel, P.O. Box 12", fields: &[Field::City], by: None },
    Private {
        code: "street-in-cell",
        text: "12 Vogel Yard Apt 7",
        fields: &[Field::City],
        by: Some(("ship-address-1", "12 Vogel Yard Apt 7")),
    },
    Private {
        code: "name-in-cell",
        text: "Kanari Vogel",
        fields: TEXT,
        by: Some(("recipient-name", "Kanari Vogel")),
    },
    Private {
        code: "name-in-cell",
        text: "GIFT-KANARI-VOGEL-1",
        fields: TEXT,
        by: Some(("buyer-name", "Kanari Vogel")),
    },
    Private {
        code: "name-in-cell",
        text: "Seattle, c/o Kanari  Vogel",
        fields: TEXT,
        by: Some(("recipient-name", "Kanari Vogel")),
    },
    Private {
        code: "cell-too-long",
        text: "Kanari vogel kanari vogel kanari vogel kanari vogel kanari vogel kanari vogel kanari vogel kanari \
            vogel kanari vogel kanari vogel kanari vogel kanari vogel kanari vogel kanari vogel kanari vogel kanari \
            vogel kanari vogel kanari vogel",
        fields: TEXT,
        by: None,
    },
];

/// Plants one of them in each record in turn; gives how often each code must be found.
fn plant(rows: &mut [Vec<String>], columns: &[&'static Column]) -> Vec<(&'static str, u64)> {
    let at = |wanted: &dyn Fn(&Column) -> bool| columns.iter().position(|column| wanted(column));
    let mut records = rows.iter_mut().skip(1);
    let mut planted: Vec<(&'static str, u64)> = Vec::new();
    for Private { code, text, fields, by } in &PRIVATE {
        let by = match by {
            None => None,
            Some((name, known)) => match at(&|column| column.name == *name) {
                Some(cell) => Some((cell, known)),
                // The report has no such cell, and nobody could know.
                None => continue,
            },
        };
        for field in *fields {
            let Some(cell) = at(&|column| column.leaves && column.field == Some(*field)) else { continue };
            let record = records.next().expect("there are enough records");
            record[cell] = (*text).to_owned();
            if let Some((cell, known)) = by {
                record[cell] = (*known).to_owned();
            }
            match planted.iter_mut().find(|(known, _)| known == code) {
                Some((_, times)) => *times += 1,
                None => planted.push((code, 1)),
            }
        }
    }
    planted
}

fn assert_no_phone(bytes: &[u8], what: &str) {
    let plain = String::from_utf8_lossy(bytes).replace(['(', ')', '-', ' '], "");
    assert!(!plain.contains("2065550147"), "{what} holds a phone number");
}

#[test]
fn what_is_private_in_a_column_that_leaves_is_withheld() {
    for report in usable() {
        for encoding in &ENCODINGS {
            withheld_in(report, encoding);
        }
    }
}

fn withheld_in(report: &'static Report, Encoding { name, word, bytes }: &Encoding) {
    let about = format!("{} in {name}", report.family);
    let mut planted = Vec::new();
    let text = report_of(report, word, ',', &mut |rows, columns| planted = plant(rows, columns));
    assert!(planted.len() >= 4, "{about}: {planted:?}");
    for &(format, template, for_people) in forms_in(name) {
        let mut asked = options("report.csv");
        asked.options.format = format;
        asked.options.template = template;
        asked.options.for_people = for_people;
        let checked = check(&bytes(&text), asked);
        assert!(checked.outcome.verdict.is_ready(), "{about}: {:?}", checked.codes());
        for (code, times) in &planted {
            let found = checked.outcome.findings.iter().find(|finding| finding.code == *code);
            assert_eq!(found.map_or(0, |finding| finding.count), *times, "{code} in {about}");
        }
        everything_about(&checked, &about);
        for bytes in [&checked.payload, &checked.json().to_string().into_bytes()] {
            assert_no_phone(bytes, &about);
        }
    }
}
