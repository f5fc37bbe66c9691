//! What only some reports have: jurisdictions, refunds and fees, prices for one unit, lines that go on.

use crate::rig::*;
use report_preflight::outcome::Verdict;

#[test]
fn a_sale_counts_once_over_its_jurisdictions_in_any_order() {
    let report = sales_tax();
    for order in [[2, 3, 4], [4, 2, 3], [3, 4, 2]] {
        let read = report.only(&order).answer();
        assert_eq!((read.ledger(), read.cents()), ([3, 1, 0, 0, 2], 3998), "{:?}", read.codes());
    }
    // Two sales of the same: each jurisdiction comes twice, in either arrangement.
    for order in [[2, 3, 4, 2, 3, 4], [2, 2, 3, 3, 4, 4], [2, 3, 2, 4, 3, 4]] {
        let read = report.only(&order).answer();
        assert_eq!((read.ledger(), read.cents()), ([6, 2, 0, 0, 4], 2 * 3998), "{order:?}");
    }
    // Another sale of another product is another sale.
    let read = report.clone().and(&[("SKU", "PEN-3"), ("ASIN", "B0EXAMPLE2")]).answer();
    assert_eq!((read.ledger(), read.cents()), ([4, 2, 0, 0, 2], 2 * 3998));
    // Two files with the same sale.
    let both = answer_to_files(&[&report, &report.only(&[4, 2, 3])]);
    assert_eq!((both.ledger(), both.cents()), ([6, 1, 0, 0, 5], 3998));
}

/// The layout of 2016 (tests/fixtures/reports/sales-tax has it whole): records after the first leave the order
/// number blank. Where a price stands in one of a later layout, it is a sale that lost its number.
#[test]
fn jurisdictions_without_an_order_number_belong_to_the_one_above() {
    let blank = |record: usize, report: Report| {
        report.set(record, "Order_ID", "").set(record, "TaxExclusive_Selling_Price", "")
    };
    let read = blank(4, blank(3, sales_tax())).answer();
    assert_eq!((read.ledger(), read.cents(), read.count("jurisdiction-line")), ([3, 1, 0, 0, 2], 3998, 2));
    assert_eq!(read.verdict(), Verdict::ReadyWithWarnings, "{:?}", read.codes());
    sales_tax().set(4, "Order_ID", "").answer().rejects_only(4, "order-id-missing");
}

#[test]
fn refunds_and_later_tax_in_the_sales_tax_report() {
    let refund = [
        ("Transaction_Type", "REFUND"),
        ("TaxExclusive_Selling_Price", "-39.98"),
        ("Total_Tax", "-3.56"),
        ("Shipment_Date", ""),
        ("Shipment_ID", ""),
        ("Posted_Date", "2026-02-05+00:00"),
    ];
    let read = sales_tax().and(&refund).answer();
    assert_eq!((read.ledger(), read.cents()), ([4, 2, 0, 0, 2], 0), "{:?}", read.codes());
    assert_eq!(read.column("transaction_type"), ["sale", "refund"]);
    assert_eq!(
        (read.column("item_tax"), read.column("tax_date")),
        (vec!["3.56".to_owned(), "-3.56".to_owned()], vec!["2026-01-29".to_owned(), "2026-02-05".to_owned()])
    );
    let later = sales_tax().and(&[("Transaction_Type", "RETROCHARGE")]).answer();
    later.rejects_only(5, "tax-corrected-later");
    assert_eq!(later.cents(), 3998);
}

#[test]
fn refunds_are_below_zero_and_fees_are_set_aside() {
    let read = transactions().answer();
    assert_eq!((read.verdict(), read.ledger()), (Verdict::Ready, [4, 2, 0, 0, 2]), "{:?}", read.codes());
    assert_eq!(read.column("item_amount"), ["39.98", "-19.99"]);
    assert_eq!(
        (read.column("item_tax"), read.column("transaction_type")),
        (vec!["3.56".to_owned(), "-1.78".to_owned()], vec!["sale".to_owned(), "refund".to_owned()])
    );
    assert_eq!(
        (read.records("fee-or-transfer"), read.column("tax_date")),
        (vec![4, 5], vec!["2026-03-01".to_owned(), "2026-03-05".to_owned()])
    );
    assert_eq!(read.checked.outcome.totals[0].sums.item_amount, "19.99");
    // Neither a fee nor a sale.
    let unknown = transactions().set(4, "type", "Something new").set(4, "product sales", "5.00").answer();
    unknown.rejects_only(4, "transaction-type-unknown");
    let tax_alone = transactions().set(4, "product sales tax", "-0.35").answer();
    tax_alone.rejects_only(4, "transaction-type-unknown");
    let above = transactions().set(3, "product sales", "19.99").answer();
    above.rejects_only(3, "refund-above-zero");
    let below = transactions().set(2, "product sales", "-39.98").answer();
    assert_eq!((below.ledger()[3], below.cents()), (1, -1999), "{:?}", below.codes());
}

#[test]
fn the_dates_of_payments_are_read_in_the_languages_of_seller_central() {
    for (written, day) in [
        ("Dec 1, 2025 12:38:23 AM PST", "2025-12-01"),
        ("15 Mar 2026 3:22:08 PM UTC", "2026-03-15"),
        ("1 Jul 2026 4:24:44 am UTC", "2026-07-01"),
        ("Mar 5, 2026 1:02:03 p.m. PST", "2026-03-05"),
        ("2026/02/13 3:21:05 JST", "2026-02-13"),
        ("2026\u{5E74}2\u{6708}13\u{65E5} \u{4E0B}\u{5348}3:21:05 PST", "2026-02-13"),
        ("24.06.2026 10:11:12 UTC", "2026-06-24"),
    ] {
        let read = transactions().set(2, "date/time", written).answer();
        assert_eq!(
            (read.ledger()[3], read.column("tax_date")[0].as_str()),
            (0, day),
            "{written}: {:?}",
            read.codes()
        );
    }
}

#[test]
fn prices_for_one_unit_are_multiplied_exactly() {
    for (price, quantity, amount) in [
        ("13.33", "3", "39.99"),
        ("0.01", "100", "1.00"),
        ("4.50", "1", "4.50"),
        ("1,081.98", "2", "2163.96"),
    ] {
        let read =
            shipment_sales().set(2, "item-price-per-unit", price).set(2, "quantity", quantity).answer();
        assert_eq!((read.ledger()[0], read.ledger()[3]), (1, 0));
        assert_eq!(
            (read.column("item_amount")[0].as_str(), read.column("quantity")[0].as_str()),
            (amount, quantity)
        );
    }
    // Without the quantity there is no amount.
    for quantity in ["", "0", "three", "1.5"] {
        let read = shipment_sales().set(2, "quantity", quantity).answer();
        assert_eq!((read.ledger(), read.payload.as_str()), ([1, 0, 0, 1, 0], ""), "{quantity:?}");
    }
    let huge = shipment_sales()
        .set(2, "item-price-per-unit", "999999999999.99")
        .set(2, "quantity", "4000000000")
        .answer();
    assert_eq!((huge.ledger(), huge.payload.as_str()), ([1, 0, 0, 1, 0], ""));
}

#[test]
fn lines_that_go_on_are_no_second_order() {
    let goes_on = [
        ("sku", ""),
        ("quantity-purchased", ""),
        ("item-price", ""),
        ("item-tax", ""),
        ("currency", ""),
        ("item-promotion-id", "PAWS"),
    ];
    let mut report = order_report();
    for _ in 0..5 {
        report = report.and(&goes_on);
    }
    let read = report.answer();
    assert_eq!((read.ledger(), read.count("continuation-line"), read.cents()), ([6, 1, 0, 0, 5], 5, 2397));
    // A price alone is a damaged sale, not a line that goes on.
    let damaged = report.set(4, "item-price", "5.00").answer();
    assert_eq!((damaged.ledger(), damaged.cents()), ([6, 1, 0, 1, 4], 2397), "{:?}", damaged.codes());
}

#[test]
fn column_names_in_an_unknown_language_are_said_to_be_that() {
    let mut report = fulfilled();
    report.header = report.header.iter().map(|name| format!("\u{0627}\u{0644} {}", name.len())).collect();
    let read = report.answer();
    assert_eq!((read.verdict(), read.family()), (Verdict::WrongReport, "unknown-language"));
    assert_eq!((read.ledger(), read.payload.as_str()), ([0; 5], ""));
    // Without any header: its first sale is not taken for one.
    let headless = fulfilled().lines()[1..].join("\n") + "\n";
    let read = answer(headless.as_bytes());
    assert_eq!(
        (read.verdict(), read.family(), read.payload.as_str()),
        (Verdict::WrongReport, "no-header", "")
    );
}

#[test]
fn a_german_payments_file_is_read_to_the_cent() {
    let columns = [
        "Datum/Uhrzeit",
        "Abrechnungsnummer",
        "Typ",
        "Bestellnummer",
        "SKU",
        "Beschreibung",
        "Menge",
        "Marketplace",
        "Versand",
        "Ort der Bestellung",
        "Bundesland",
        "Postleitzahl",
        "Ums\u{e4}tze",
        "Produktumsatzsteuer",
        "Gutschrift f\u{fc}r Versandkosten",
        "Rabatte aus Werbeaktionen",
        "Verkaufsgeb\u{fc}hren",
        "Andere",
        "Gesamt",
    ];
    let report = Report::new(
        &columns,
        &[
            ("Datum/Uhrzeit", "01.03.2026 10:11:12 PST"),
            ("Typ", "Bestellung"),
            ("Bestellnummer", "111-2323232-4545454"),
            ("SKU", "MUG-1"),
            ("Menge", "2"),
            ("Marketplace", "amazon.com"),
            ("Versand", "Amazon"),
            ("Bundesland", "WA"),
            ("Postleitzahl", "99201"),
            ("Ums\u{e4}tze", "1.081,98"),
            ("Produktumsatzsteuer", "3,56"),
            ("Gutschrift f\u{fc}r Versandkosten", "0"),
            ("Rabatte aus Werbeaktionen", "-6,24"),
        ],
    )
    .and(&[
        ("Typ", "Erstattung"),
        ("Ums\u{e4}tze", "-6,24"),
        ("Produktumsatzsteuer", "-0,50"),
        ("Rabatte aus Werbeaktionen", "0"),
        ("Menge", "1"),
    ])
    .below("\"Alle Betr\u{e4}ge in USD, sofern nicht anders gekennzeichnet\"\n")
    .commas();
    for bytes in [report.text().into_bytes(), encoding_rs::WINDOWS_1252.encode(&report.text()).0.into_owned()]
    {
        let read = answer(&bytes);
        assert_eq!(
            (read.family(), read.ledger()[0], read.ledger()[3]),
            ("transactions", 2, 0),
            "{:?}",
            read.codes()
        );
        assert_eq!(read.checked.outcome.sources[0].report.evidence.language, Some("de"));
        assert_eq!(
            (read.column("item_amount"), read.column("item_tax")),
            (vec!["1081.98".to_owned(), "-6.24".to_owned()], vec!["3.56".to_owned(), "-0.50".to_owned()])
        );
        assert_eq!(
            (read.column("item_discount")[0].as_str(), read.column("currency")[0].as_str()),
            ("6.24", "USD")
        );
    }
}
