//! The ten facts of the notes that a reader of these reports would most likely get wrong, as far as the numbered
//! failures do not show them.

use crate::rig::*;
use report_preflight::outcome::Verdict;

#[test]
fn implication_1_the_report_is_named_by_its_columns_and_says_what_it_lacks() {
    for (report, family) in [
        (fulfilled(), "fulfilled-shipments"),
        (all_orders(), "all-orders"),
        (order_report(), "order-report"),
        (shipment_sales(), "customer-shipment-sales"),
        (transactions(), "transactions"),
        (sales_tax(), "sales-tax"),
    ] {
        for above in [0, 5, 13] {
            let read = report.clone().below(&"\"A title, USD\"\n".repeat(above)).answer();
            assert_eq!(read.family(), family);
            assert!(
                read.checked.outcome.sources[0].report.usable && read.ledger()[1] > 0,
                "{:?}",
                read.codes()
            );
        }
    }
    // The merchant's list of what is to be sent has no prices, and leads to the report that has.
    let unshipped = "order-id\torder-item-id\tpurchase-date\tpayments-date\treporting-date\tpromise-date\tdays-past-promise\tbuyer-email\tbuyer-name\tbuyer-phone-number\tsku\tproduct-name\tquantity-purchased\tquantity-shipped\tquantity-to-ship\tship-service-level\n";
    let read = answer(unshipped.as_bytes());
    assert_eq!((read.verdict(), read.family()), (Verdict::WrongReport, "unshipped-orders"));
    let report = report_preflight::reports::by_family("unshipped-orders").expect("it");
    assert!(matches!(
        report.usability,
        report_preflight::reports::Usability::NotUsable { instead: "order-report", .. }
    ));
}

#[test]
fn implication_2_quotes_belong_to_the_family_and_the_dialect() {
    // In a tab file every quote is data, even a pair around a cell's middle; in a comma file they are not.
    let city = fulfilled().set(3, "sku", "5\" \"lamp").answer();
    assert_eq!((city.ledger(), city.column("sku")[1].as_str()), ([3, 3, 0, 0, 0], "5\" \"lamp"));
    let city = fulfilled().commas().set(3, "sku", "5\" \"lamp").answer();
    assert_eq!((city.ledger(), city.column("sku")[1].as_str()), ([3, 3, 0, 0, 0], "5\" \"lamp"));
}

#[test]
fn implication_3_line_totals_are_not_multiplied() {
    let read = fulfilled().set(2, "quantity-shipped", "10").answer();
    assert_eq!(
        (read.column("quantity")[0].as_str(), read.column("item_amount")[0].as_str()),
        ("10", "39.98")
    );
    assert_eq!(all_orders().answer().column("item_amount"), ["23.97"]);
    assert_eq!(order_report().answer().column("item_amount"), ["23.97"]);
    assert_eq!(shipment_sales().answer().column("item_amount"), ["39.99"]);
}

#[test]
fn implication_4_rows_are_not_sales() {
    // Cancelled in an order that was shipped, with a price all the same; and a pending one.
    let read = all_orders()
        .and(&[("item-status", "Cancelled"), ("amazon-order-id", "114-2020202-3030304")])
        .and(&[
            ("order-status", "Pending"),
            ("item-status", "Unshipped"),
            ("amazon-order-id", "114-2020202-3030305"),
        ])
        .answer();
    assert_eq!((read.ledger(), read.cents()), ([3, 1, 0, 0, 2], 2397));
    assert_eq!(
        (read.records("item-cancelled-in-shipped-order"), read.records("order-not-final")),
        (vec![3], vec![4])
    );
    // Sold in another shop: no price, real units, and not Amazon's to tax.
    let read = fulfilled()
        .set(2, "amazon-order-id", "S01-3718414-0463502")
        .set(2, "item-price", "")
        .set(2, "item-tax", "")
        .set(2, "sales-channel", "Non-Amazon US")
        .answer();
    let sale = &read.sales()[0];
    assert_eq!((read.ledger(), read.count("multi-channel-order")), ([3, 3, 0, 0, 0], 1));
    assert_eq!(
        [&sale["marketplace"], &sale["tax_collected_by"], &sale["item_amount"], &sale["quantity"]],
        ["false", "seller", "", "2"]
    );
    // Vine: the price in full, and all of it off.
    let vine = fulfilled().set(3, "item-promotion-discount", "-1081.98").set(3, "item-tax", "0.00").answer();
    assert_eq!((vine.ledger(), vine.records("net-zero")), ([3, 3, 0, 0, 0], vec![3]));
    assert_eq!(
        (vine.column("item_amount")[1].as_str(), vine.column("item_discount")[1].as_str()),
        ("1081.98", "1081.98")
    );
}

#[test]
fn implication_5_three_months_of_overlapping_files_with_empty_ids() {
    let repeat = fulfilled().set_all("shipment-id", "").set_all("shipment-item-id", "").and(&[]);
    let read = answer_to_files(&[&repeat.only(&[2, 3]), &repeat, &repeat.only(&[4, 5])]);
    // Records 2 and 5 are the same sale twice in one file.
    assert_eq!((read.ledger(), read.cents()), ([8, 4, 0, 0, 4], SOLD + 3998));
}

#[test]
fn implication_6_identifiers_are_text() {
    let read =
        fulfilled().set(2, "shipment-id", "DMLBKXMT1").set(2, "sku", "00123").set(3, "sku", "1E5").answer();
    assert_eq!(
        (read.column("sku"), read.column("shipment_id")[0].as_str()),
        (["00123", "1E5", "PEN-3"].map(str::to_owned).to_vec(), "DMLBKXMT1")
    );
    // Capitals and small letters are two shipments.
    let report = fulfilled().and(&[("shipment-item-id", "DWKTKVVP1")]);
    let read = report.answer();
    assert_eq!((read.ledger(), read.count("line-repeated"), read.cents()), ([4, 4, 0, 0, 0], 0, SOLD + 3998));
    for (zip, state, mended) in [
        ("6513", "CT", Some("06513")),
        ("2108", "MA", Some("02108")),
        ("4101", "ME", Some("04101")),
        ("3101", "NH", Some("03101")),
        ("7102", "NJ", Some("07102")),
        ("2903", "RI", Some("02903")),
        ("5401", "VT", Some("05401")),
        ("901", "PR", Some("00901")),
        ("802", "VI", Some("00802")),
        ("501", "NY", Some("00501")),
        ("6390", "NY", Some("06390")),
        ("9012", "AE", Some("09012")),
        ("7102", "WA", None),
        ("6513", "NY", None),
        ("901", "CT", None),
        ("98", "WA", None),
    ] {
        let read =
            fulfilled().only(&[2]).set(2, "ship-postal-code", zip).set(2, "ship-state", state).answer();
        let found = read.column("ship_to_postal_code");
        assert_eq!(found.first().map(String::as_str), mended, "{zip} {state}: {:?}", read.codes());
        assert_eq!(
            read.ledger(),
            if mended.is_some() { [1, 0, 1, 0, 0] } else { [1, 0, 0, 1, 0] },
            "{zip} {state}"
        );
    }
    for id in ["1211397397571528200", "7.66446E+12"] {
        fulfilled().set(3, "shipment-item-id", id).answer().rejects_only(
            3,
            if id.contains('E') { "id-in-scientific-notation" } else { "id-rounded-by-spreadsheet" },
        );
    }
}

#[test]
fn implication_7_the_filing_date_is_local() {
    for (written, day) in [
        ("2026-02-28T23:30:00-05:00", "2026-02-28"),
        ("2026-03-01T00:30:00+09:00", "2026-03-01"),
        ("2026-02-28T23:59:59Z", "2026-02-28"),
        ("2026-02-28T23:30:00+00e00", "2026-02-28"),
    ] {
        let read = fulfilled()
            .only(&[2])
            .set(2, "purchase-date", "2026-02-01T00:00:00+00:00")
            .set(2, "shipment-date", written)
            .answer();
        assert_eq!(
            (read.column("tax_date"), read.checked.outcome.totals[0].by_month[0].month.as_str()),
            (vec![day.to_owned()], &day[..7])
        );
        if !written.contains('e') {
            assert_eq!(read.column("shipped_at"), [written]);
        }
    }
}

#[test]
fn implication_8_latin_1_is_never_the_way_out() {
    // Bytes that are letters in no encoding but windows-1252, and bytes that are none there either.
    let text = fulfilled().set(3, "ship-city", "\u{201c}Ca\u{f1}on\u{201d} \u{20ac}").text();
    let read = answer(&encoding_rs::WINDOWS_1252.encode(&text).0);
    assert_eq!(read.column("ship_to_city")[1], "\u{201c}Ca\u{f1}on\u{201d} \u{20ac}");
    for city in
        ["\u{4E0A}\u{6D77}\u{5E02}\u{5F90}\u{6C47}\u{533A}", "\u{6771}\u{4EAC}\u{90FD}", "S\u{e3}o Paulo"]
    {
        assert_eq!(fulfilled().set(3, "ship-city", city).answer().column("ship_to_city")[1], city);
    }
}

#[test]
fn implication_9_every_record_ends_somewhere() {
    let report = fulfilled()
        .and(&[("amazon-order-id", "")])
        .and(&[("shipment-item-id", "Dw5"), ("ship-state", "Washington")])
        .and(&[("shipment-item-id", "Dw6"), ("item-price", "free")])
        .and(&[("shipment-item-id", "Dw7"), ("quantity-shipped", "many")]);
    let mut lines = report.lines();
    lines.insert(4, String::new());
    lines.insert(6, "one cell".to_owned());
    let read = answer((lines.join("\n") + "\n").as_bytes());
    assert_eq!(read.ledger(), [9, 3, 1, 4, 1], "{:?}", read.codes());
    // Each record that did not become a sale has a finding at its place.
    let found: std::collections::BTreeSet<u64> = read
        .checked
        .outcome
        .findings
        .iter()
        .filter(|it| it.code != "month-differs-in-utc")
        .flat_map(|it| &it.places)
        .filter_map(|place| place.record)
        .collect();
    let sold = read.column("source_record");
    for record in 2..=10 {
        assert!(sold.contains(&record.to_string()) != found.contains(&record), "record {record}");
    }
}

#[test]
fn implication_10_who_collects_is_only_said_where_the_report_says_it_and_nobody_is_named() {
    let collected = |report: Report| report.answer().column("tax_collected_by")[0].clone();
    assert_eq!(collected(fulfilled()), "unknown");
    assert_eq!(collected(order_report()), "marketplace");
    assert_eq!(collected(order_report().set(2, "tax-collection-model", "Standard")), "seller");
    assert_eq!(collected(order_report().set(2, "tax-collection-model", "")), "unknown");
    assert_eq!(collected(transactions()), "marketplace");
    assert_eq!(collected(fulfilled().set_all("sales-channel", "Non-Amazon")), "seller");
    let private = ["Robin", "example.com", "Example Street", "1ZEXAMPLE", "Quilt for Jo", "PO-77"];
    for report in [
        fulfilled().set_all("product-name", "Quilt for Jo").set_all("merchant-order-id", "PO-77"),
        all_orders().set(2, "product-name", "Quilt for Jo").set(2, "purchase-order-number", "PO-77"),
        order_report().set(2, "product-name", "Quilt for Jo").set(2, "delivery-Instructions", "Ask Robin"),
        transactions().set(2, "description", "Quilt for Jo"),
        // Nor where every record is rejected.
        fulfilled().set_all("ship-state", "Robin Sample, 1 Example Street"),
    ] {
        let read = report.answer();
        let said = read.checked.json().to_string() + &read.payload;
        for words in private {
            assert!(!said.contains(words), "{words}");
        }
    }
}
