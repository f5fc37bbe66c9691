//! The 27 failures of section 3 of the notes, by their numbers.

use crate::rig::*;
use report_preflight::findings::Severity;
use report_preflight::input::container::Trouble;
use report_preflight::outcome::Verdict;
use report_preflight::{Options, Session};

#[test]
fn failure_01_a_quote_at_the_start_of_a_title_swallows_no_record() {
    for record in 2..=4 {
        let damaged = fulfilled().set(record, "product-name", "\"Starts with quote").answer();
        assert_eq!(
            (damaged.ledger(), damaged.payload),
            ([3, 3, 0, 0, 0], clean().payload),
            "record {record}"
        );
    }
    let all = fulfilled().set_all("product-name", "\"Starts with quote").answer();
    assert_eq!((all.ledger(), all.payload), ([3, 3, 0, 0, 0], clean().payload));
}

#[test]
fn failure_02_inner_quotes_that_are_not_doubled_end_no_cell() {
    let title = "Webcam for PC/Mac, 1/2\" Sensor";
    for report in
        [fulfilled().commas(), fulfilled().quoted_tabs(), fulfilled().semicolons(), fulfilled().pipes()]
    {
        let text = report.set(3, "product-name", title).text().replace("1/2\"\" Sensor", "1/2\" Sensor");
        assert!(text.contains("1/2\" Sensor\""));
        let damaged = answer(text.as_bytes());
        assert_eq!((damaged.ledger(), damaged.payload), ([3, 3, 0, 0, 0], clean().payload));
    }
    let ledger = "\"Date\"\t\"FNSKU\"\t\"ASIN\"\t\"MSKU\"\t\"Title\"\t\"Event Type\"\t\"Reference ID\"\t\"Quantity\"\t\
        \"Fulfillment Center\"\t\"Disposition\"\t\"Reason\"\t\"Country\"\n\
        \"03/12/2026\"\t\"X000EXAMPL\"\t\"B0EXAMPLE1\"\t\"MUG-1\"\t\"Webcam, 1/2\" Sensor\"\t\"Shipments\"\t\"\"\t\"-1\"\t\"ABE2\"\t\"SELLABLE\"\t\"\"\t\"US\"\n";
    let ledger = answer(ledger.as_bytes());
    assert_eq!((ledger.verdict(), ledger.family()), (Verdict::WrongReport, "inventory-ledger"));
}

#[test]
fn failure_03_windows_1252_is_not_read_as_utf_8() {
    let report = fulfilled().set(3, "ship-city", "Ca\u{f1}on City");
    let text = report.text();
    let damaged = answer(&encoding_rs::WINDOWS_1252.encode(&text).0);
    assert_eq!(damaged.format().encoding, "windows-1252");
    assert_eq!(damaged.ledger(), [3, 3, 0, 0, 0]);
    assert_eq!(damaged.column("ship_to_city"), ["Seattle", "Ca\u{f1}on City", "Austin"]);
}

#[test]
fn failure_04_utf_8_is_not_read_as_latin_1() {
    let report = fulfilled().set(3, "ship-city", "Ca\u{f1}on City").answer();
    assert_eq!((report.format().encoding, report.ledger()), ("utf-8", [3, 3, 0, 0, 0]));
    assert_eq!(report.column("ship_to_city"), ["Seattle", "Ca\u{f1}on City", "Austin"]);
}

#[test]
fn failure_05_shift_jis_is_read_and_what_is_broken_in_it_is_said() {
    let report =
        fulfilled().set_all("product-name", "\u{30DE}\u{30B0}\u{30AB}\u{30C3}\u{30D7} \u{9752}\u{3044}");
    let text = report.text();
    let mut bytes = encoding_rs::SHIFT_JIS.encode(&text).0.into_owned();
    assert!(bytes.contains(&0x83));
    let whole = answer(&bytes);
    assert_eq!((whole.format().encoding, whole.ledger()), ("shift_jis", [3, 3, 0, 0, 0]));
    assert_eq!(whole.payload, clean().payload);
    // Strict decoding fails: the file is read all the same, and the cell is named.
    let at = bytes.windows(9).position(|text| text == b"New Haven").expect("a city");
    bytes[at + 3] = 0xFF;
    let broken = answer(&bytes);
    assert_eq!((broken.format().encoding, broken.ledger()[0]), ("shift_jis", 3));
    assert_eq!(broken.records("text-damaged"), [3]);
}

#[test]
fn failure_06_a_tab_inside_a_value_shifts_nothing_into_another_column() {
    for (column, value) in
        [("carrier", "FedEx\t"), ("carrier", "FedEx\t\t"), ("ship-city", "New\tHaven"), ("sku", "LAMP\t2")]
    {
        let damaged = fulfilled().set(3, column, value).answer();
        damaged.rejects_only(3, "too-many-cells");
        assert_eq!(damaged.cents(), SOLD - 108_198);
        assert!(!damaged.payload.contains("1ZEXAMPLE"), "{column}");
    }
}

#[test]
fn failure_07_a_tab_file_full_of_other_delimiters_is_a_tab_file() {
    let busy = "a,b;c|d,e;f|g,h;i|j,k;l|m,n;o|p, \u{2013} q; r | s";
    let report = fulfilled().set_all("product-name", busy).set_all("ship-address-1", "1,2;3|4,5;6|7");
    let busy = report.answer();
    assert_eq!((busy.format().delimiter, busy.ledger()), ("tab", [3, 3, 0, 0, 0]));
    assert_eq!(busy.payload, clean().payload);
    let header = report.text().replace("buyer-name", "buyer-name;a,b,c|d;e");
    assert_eq!(answer(header.as_bytes()).format().delimiter, "tab");
}

#[test]
fn failure_08_an_order_number_without_its_digits_is_refused() {
    for destroyed in ["1211397397571528200", "1211455071067537800", "1.21145E+18", "11222222222222222"] {
        let damaged = fulfilled().set(3, "amazon-order-id", destroyed).answer();
        damaged.rejects_only(3, "order-id-destroyed");
        assert_eq!(damaged.cents(), SOLD - 108_198);
        assert!(!damaged.payload.contains(destroyed));
    }
    sends_to_download("order-id-destroyed");
}

#[test]
fn failure_09_two_ways_of_writing_dates_in_one_column_are_never_mended() {
    let damaged = fulfilled().set_each("shipment-date", &["05-13-22", "06/07/22", "06/07/22"]);
    let damaged = damaged.set_all("purchase-date", "2022-05-01T00:00:00+00:00").answer();
    assert_eq!(damaged.ledger(), [3, 0, 0, 3, 0]);
    assert_eq!(damaged.count("date-rewritten-by-spreadsheet"), 3);
    assert!(damaged.payload.is_empty() && damaged.checked.outcome.questions.is_empty());
    sends_to_download("date-rewritten-by-spreadsheet");
}

#[test]
fn failure_10_a_lost_zero_is_put_back_only_where_the_state_agrees() {
    let damaged = fulfilled().set(3, "ship-postal-code", "6513").answer();
    assert_eq!((damaged.ledger(), damaged.records("postal-code-lost-zero")), ([3, 2, 1, 0, 0], vec![3]));
    assert_eq!(damaged.column("ship_to_postal_code"), ["98101", "06513", "78701"]);
    let elsewhere = fulfilled().set(4, "ship-postal-code", "6513").answer();
    assert_eq!(elsewhere.ledger(), [3, 2, 0, 1, 0]);
    assert!(!elsewhere.payload.contains("6513,US,,") && elsewhere.count("postal-code-lost-zero") == 0);
    assert_eq!(elsewhere.cents(), SOLD - 450);
}

#[test]
fn failure_11_item_numbers_in_scientific_notation_are_refused() {
    for column in ["amazon-order-item-id", "shipment-item-id"] {
        let damaged = fulfilled().set(3, column, "7.66446E+12").answer();
        damaged.rejects_only(3, "id-in-scientific-notation");
    }
    sends_to_download("id-in-scientific-notation");
    // Its zero lost, the number still tells the item; the shipment does in any case.
    let shortened =
        fulfilled().set_each("amazon-order-item-id", &["7664457044541", "7664457044542", "7664457044543"]);
    let both = answer_to_files(&[&fulfilled(), &shortened]);
    assert_eq!((both.ledger(), both.cents()), ([6, 3, 0, 0, 3], SOLD));
}

#[test]
fn failure_12_comma_decimals_are_read_and_never_dropped() {
    let european = |report: Report| {
        report
            .set_each("item-price", &["39,98", "1.081,98", "4,50"])
            .set_each("item-tax", &["3,56", "68,71", "0,37"])
            .set(2, "item-promotion-discount", "-6,24")
    };
    for report in [fulfilled(), fulfilled().semicolons(), fulfilled().commas(), fulfilled().pipes()] {
        let damaged = european(report).answer();
        assert_eq!(damaged.ledger(), [3, 0, 3, 0, 0]);
        assert_eq!(damaged.column("item_amount"), ["39.98", "1081.98", "4.50"]);
        assert_eq!(damaged.column("item_tax"), ["3.56", "68.71", "0.37"]);
        assert_eq!(damaged.column("item_discount"), ["6.24", "", ""]);
        assert_eq!(damaged.count("amount-with-decimal-comma"), 7);
    }
}

#[test]
fn failure_13_dates_with_points_are_read_day_first() {
    let damaged = fulfilled()
        .set_each("shipment-date", &["24.06.2026", "25.06.2026 10:11:12 UTC", "01.07.2026"])
        .set_all("purchase-date", "05.06.2026")
        .answer();
    assert_eq!((damaged.ledger()[0], damaged.ledger()[3]), (3, 0), "{:?}", damaged.codes());
    assert_eq!(damaged.column("tax_date"), ["2026-06-24", "2026-06-25", "2026-07-01"]);
    assert_eq!(damaged.column("ordered_at"), ["2026-06-05"; 3]);
}

#[test]
fn failure_14_overlapping_files_count_each_sale_once() {
    let (first, second) = (fulfilled().only(&[2, 3]), fulfilled().only(&[3, 4]));
    let both = answer_to_files(&[&first, &second]);
    assert_eq!((both.ledger(), both.cents()), ([4, 3, 0, 0, 1], SOLD));
    assert_eq!(both.count("line-in-another-file"), 1);
    assert_eq!(both.checked.outcome.sources[1].counted_before, 1);
    assert_eq!(both.checked.outcome.totals[0].sums.item_amount, "1126.46");
    assert_eq!(both.verdict(), Verdict::Ready);
}

#[test]
fn failure_15_genuine_repeats_in_one_file_all_count() {
    let twice = shipment_sales().and(&[]);
    let alone = twice.answer();
    assert_eq!((alone.ledger(), alone.cents()), ([2, 2, 0, 0, 0], 2 * 3999));
    assert_eq!(alone.records("line-repeated"), [3]);
    let three = twice.clone().and(&[]);
    for files in [[&twice, &three], [&three, &twice]] {
        let both = answer_to_files(&files);
        assert_eq!((both.ledger(), both.cents()), ([5, 3, 0, 0, 2], 3 * 3999), "the most that one file has");
        assert_eq!(both.column("line_id").iter().collect::<std::collections::BTreeSet<_>>().len(), 3);
    }
}

#[test]
fn failure_16_rows_that_come_late_are_added_once() {
    let early = fulfilled().only(&[2, 3]);
    // Two hours after the last sale in it.
    let saved = 1_773_608_036 + 7_200;
    let alone = answer_with(early.text().as_bytes(), |_, about| about.modified = Some(saved));
    assert_eq!(alone.count("last-day-may-be-partial"), 1);
    assert!(alone.checked.outcome.sources[0].dates.as_ref().is_some_and(|dates| dates.partial_last_day));
    let later = answer_with(early.text().as_bytes(), |_, about| about.modified = Some(saved + 200_000));
    assert_eq!(later.count("last-day-may-be-partial"), 0);
    let mut sources = [named("early", &early.text()), named("late", &fulfilled().text())];
    sources[0].0.modified = Some(saved);
    let both = answers(&sources, &Options::default());
    assert_eq!((both.ledger(), both.cents()), ([5, 3, 0, 0, 2], SOLD));
    assert!(
        both.checked.outcome.manifest.and_then(|it| it.dates).is_some_and(|dates| !dates.partial_last_day)
    );
}

#[test]
fn failure_17_the_header_is_found_by_what_it_says() {
    let expected = transactions().answer();
    assert_eq!(
        (expected.ledger(), expected.cents()),
        ([4, 2, 0, 0, 2], 3998 - 1999),
        "{:?}",
        expected.codes()
    );
    for lines in [1, 2, 3, 5, 7, 13, 15] {
        let above = "\"All amounts in USD, unless specified\"\n".to_owned()
            + &"\"Definitions: type, order id\"\n".repeat(lines - 1);
        let found = transactions().below(&above).answer();
        assert_eq!(found.format().preamble_lines, lines as u32);
        assert_eq!((found.ledger(), found.payload), ([4, 2, 0, 0, 2], expected.payload.clone()));
    }
}

#[test]
fn failure_18_jurisdictions_of_one_sale_are_not_added_up() {
    for report in [sales_tax(), sales_tax().commas()] {
        let once = report.answer();
        assert_eq!((once.ledger(), once.cents()), ([3, 1, 0, 0, 2], 3998), "{:?}", once.codes());
        assert_eq!((once.column("item_tax"), once.count("jurisdiction-line")), (vec!["3.56".to_owned()], 2));
    }
}

#[test]
fn failure_19_a_record_wider_than_the_header_is_refused() {
    let mut report = fulfilled();
    report.records[1].push("one more".to_owned());
    for report in [report.clone(), report.clone().commas(), report.semicolons()] {
        let damaged = report.answer();
        damaged.rejects_only(3, "too-many-cells");
        assert_eq!((damaged.ledger()[0], damaged.cents()), (3, SOLD - 108_198));
    }
}

#[test]
fn failure_20_blank_rows_and_columns_are_counted_and_do_no_harm() {
    let mut report = fulfilled().commas();
    let width = report.header.len();
    report.header.extend([String::new(), String::new()]);
    report.records.iter_mut().for_each(|record| record.extend([String::new(), String::new()]));
    let mut lines = report.lines();
    lines.insert(2, ",".repeat(width + 1));
    lines.insert(3, String::new());
    lines.push(",,,,,".to_owned());
    let blank = answer((lines.join("\r\n") + "\r\n").as_bytes());
    assert_eq!((blank.ledger(), blank.count("record-blank")), ([6, 3, 0, 0, 3], 3));
    assert_eq!((blank.verdict(), blank.cents()), (Verdict::Ready, SOLD));
    assert_eq!(blank.column("source_record"), ["2", "5", "6"]);
}

#[test]
fn failure_21_order_numbers_that_are_none_are_no_sales() {
    let fee = transactions().set(4, "order id", "FBA18ZN0LT90").answer();
    assert_eq!((fee.ledger(), fee.records("fee-or-transfer")), ([4, 2, 0, 0, 2], vec![4, 5]));
    let order = transactions().set(2, "order id", "FBA18ZN0LT90").answer();
    assert_eq!((order.ledger(), order.records("order-id-malformed")), ([4, 1, 0, 1, 2], vec![2]));
    fulfilled().set(3, "amazon-order-id", "FBA18ZN0LT90").answer().rejects_only(3, "order-id-malformed");
}

#[test]
fn failure_22_sales_without_shipment_numbers_are_told_apart() {
    for missing in [&["shipment-id"][..], &["shipment-item-id"], &["shipment-id", "shipment-item-id"]] {
        let report = missing.iter().fold(fulfilled(), |report, column| report.set_all(column, ""));
        // Two items of one order, sold for the same.
        let report = report.and(&[("amazon-order-item-id", "07664457044549"), ("sku", "MUG-2")]);
        let alone = report.answer();
        assert_eq!(
            (alone.ledger()[0], alone.ledger()[3], alone.cents()),
            (4, 0, SOLD + 3998),
            "{:?}",
            alone.codes()
        );
        assert_eq!(alone.count("line-repeated"), 0);
        let both = answer_to_files(&[&report, &report.only(&[5, 3])]);
        assert_eq!((both.cents(), both.count("line-in-another-file")), (SOLD + 3998, 2));
    }
}

#[test]
fn failure_23_wrong_reports_with_the_same_look_are_named() {
    let wrong = [
        (
            "inventory-ledger",
            "Date\tFNSKU\tASIN\tMSKU\tTitle\tEvent Type\tReference ID\tQuantity\tFulfillment Center\tDisposition\tReason\tCountry\tReconciled Quantity\tUnreconciled Quantity\n03/12/2026\tX000EXAMPL\tB0EXAMPLE1\tMUG-1\tMug\tShipments\t\t-1\tABE2\tSELLABLE\t\tUS\t0\t0\n",
        ),
        (
            "vat-transactions",
            "UNIQUE_ACCOUNT_IDENTIFIER\tACTIVITY_PERIOD\tSALES_CHANNEL\tMARKETPLACE\tTRANSACTION_TYPE\tTRANSACTION_EVENT_ID\tACTIVITY_TRANSACTION_ID\tTAX_CALCULATION_DATE\tTRANSACTION_DEPART_DATE\tSELLER_SKU\tASIN\tITEM_DESCRIPTION\tQTY\tBUYER_NAME\tARRIVAL_ADDRESS\nA1\t2026-MAR\tAFN\tamazon.de\tSALE\t111-1111111-1111111\tD1\t12-03-2026\t12-03-2026\tMUG-1\tB0EXAMPLE1\tMug\t1\tRobin Sample\t1 Example Street\n",
        ),
        (
            "settlement",
            "settlement-id\tsettlement-start-date\tsettlement-end-date\tdeposit-date\ttotal-amount\tcurrency\ttransaction-type\torder-id\tmerchant-order-id\tadjustment-id\tshipment-id\tmarketplace-name\tamount-type\tamount-description\tamount\tfulfillment-id\tposted-date\tposted-date-time\torder-item-code\tsku\tquantity-purchased\n1\t2026-03-01 00:00:00 UTC\t\t\t100.00\tUSD\n",
        ),
        (
            "customer-returns",
            "return-date\torder-id\tsku\tasin\tfnsku\tproduct-name\tquantity\tfulfillment-center-id\tdetailed-disposition\treason\tstatus\tlicense-plate-number\tcustomer-comments\n2026-03-12T00:00:00+00:00\t111-1111111-1111111\tMUG-1\tB0EXAMPLE1\tX0\tMug\t1\tABE2\tSELLABLE\tX\tY\tLPN\tRobin was sad\n",
        ),
    ];
    for (family, text) in wrong {
        let answer = answer(text.as_bytes());
        assert_eq!((answer.family(), answer.verdict()), (family, Verdict::WrongReport));
        assert!(answer.payload.is_empty() && answer.count("wrong-report") == 1);
        assert!(!answer.checked.outcome.sources[0].report.usable);
        let json = answer.checked.json().to_string();
        assert!(!json.contains("Robin") && !json.contains("Example Street"), "{family}");
    }
}

#[test]
fn failure_24_a_workbook_is_not_read_as_text() {
    let archive = [b"PK\x03\x04\x14\x00\x06\x00".as_slice(), fulfilled().text().as_bytes()].concat();
    let answer_to_archive = answer(&archive);
    assert_eq!(
        (answer_to_archive.verdict(), answer_to_archive.family()),
        (Verdict::WrongReport, "compressed")
    );
    let old = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &[0; 600]].concat();
    assert_eq!(answer(&old).family(), "old-workbook");
    // What the host could not unwrap: each reason in its own words, and no payload.
    for trouble in [Trouble::Encrypted, Trouble::Damaged, Trouble::TooLarge, Trouble::NothingInside] {
        let mut session = Session::new(Options::default());
        session.begin(Default::default()).expect("an open session");
        session.refuse(trouble).expect("an open session");
        let outcome = session.finish().expect("an outcome");
        assert_eq!(outcome.findings[0].code, trouble.code().slug);
        assert_eq!((outcome.verdict, outcome.manifest), (Verdict::NeedsFixing, None));
    }
}

#[test]
fn failure_25_semicolons_and_decimal_commas_are_one_dialect() {
    let report = fulfilled().semicolons().set_each("item-price", &["6,24", "1081,98", "4,50"]);
    let report = report.set_all("item-tax", "0,50");
    let unquoted = report.text().replace('"', "");
    for text in [report.text(), unquoted] {
        let read = answer(text.as_bytes());
        assert_eq!((read.format().delimiter, read.format().decimals), ("semicolon", "comma"));
        assert_eq!(read.column("item_amount"), ["6.24", "1081.98", "4.50"]);
        assert_eq!((read.ledger(), read.column("item_tax")), ([3, 0, 3, 0, 0], vec!["0.50".to_owned(); 3]));
    }
}

#[test]
fn failure_26_continuation_lines_are_no_further_orders() {
    let blank = [
        ("sku", ""),
        ("quantity-purchased", ""),
        ("item-price", ""),
        ("item-tax", ""),
        ("currency", ""),
        ("purchase-date", ""),
        ("ship-state", ""),
        ("ship-postal-code", ""),
        ("ship-country", ""),
        ("item-promotion-id", "PAWS-2"),
    ];
    let report =
        order_report().and(&blank).and(&[("order-id", "113-7777777-7777777"), ("order-item-id", "2")]);
    let read = report.answer();
    assert_eq!(
        (read.ledger(), read.records("continuation-line")),
        ([3, 2, 0, 0, 1], vec![3]),
        "{:?}",
        read.codes()
    );
    assert_eq!((read.cents(), read.column("quantity")), (2 * 2397, vec!["3".to_owned(), "3".to_owned()]));
    // With money in it, it is part of a sale, and nobody knows of how much.
    let with_money = report.set(3, "item-promotion-discount", "-2.00").answer();
    with_money.rejects_only(3, "continuation-with-amount");
}

#[test]
fn failure_27_encrypted_values_do_not_leave() {
    let secret = "AQICAHhExampleExampleExample0000/+==";
    let report = order_report().set(2, "buyer-tax-registration-id", secret).answer();
    assert_eq!((report.ledger(), report.verdict()), ([1, 1, 0, 0, 0], Verdict::Ready));
    assert!(!report.payload.contains("AQICAH"));
    for column in
        ["ship-state", "ship-postal-code", "ship-country", "order-id", "item-price", "purchase-date"]
    {
        let damaged = order_report().set(2, column, secret).answer();
        assert_eq!((damaged.ledger(), damaged.payload.as_str()), ([1, 0, 0, 1, 0], ""), "{column}");
        assert!(damaged.checked.outcome.findings.iter().any(|found| found.severity == Severity::Error));
        assert!(!damaged.checked.json().to_string().contains("AQICAH"), "{column}");
    }
}
