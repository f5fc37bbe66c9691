//! Delimiters, quotes, headers and the form of records.

use crate::rig::*;
use report_preflight::outcome::Verdict;

#[test]
fn every_delimiter_gives_the_same_sales() {
    for (name, report) in [
        ("tab", fulfilled()),
        ("tab", fulfilled().quoted_tabs()),
        ("comma", fulfilled().commas()),
        ("semicolon", fulfilled().semicolons()),
        ("pipe", fulfilled().pipes()),
    ] {
        for line_end in ["\n", "\r\n"] {
            let read = report.clone().ending(line_end).answer();
            assert_eq!(
                (read.format().delimiter, read.ledger()),
                (name, [3, 3, 0, 0, 0]),
                "{:?}",
                read.codes()
            );
            assert_eq!(read.payload, clean().payload);
        }
    }
}

#[test]
fn line_breaks_in_quoted_cells_belong_to_the_cell() {
    for report in [fulfilled().commas(), fulfilled().semicolons(), fulfilled().quoted_tabs()] {
        for break_ in ["\n", "\r\n", "\n\n"] {
            let read = report
                .clone()
                .set(3, "ship-address-1", &format!("1 Example Street{break_}Back door"))
                .answer();
            assert_eq!((read.ledger(), read.payload), ([3, 3, 0, 0, 0], clean().payload));
        }
        let all = report.set_all("product-name", "one\ntwo, \"three\"\n").answer();
        assert_eq!((all.ledger(), all.payload), ([3, 3, 0, 0, 0], clean().payload));
    }
}

#[test]
fn a_line_break_in_an_unquoted_cell_costs_its_own_record() {
    let broken = fulfilled().set(3, "ship-address-1", "1 Example Street\nBack door").answer();
    assert_eq!((broken.ledger(), broken.records("too-few-cells")), ([4, 2, 0, 2, 0], vec![3, 4]));
    assert_eq!(broken.cents(), SOLD - 108_198);
}

#[test]
fn a_quote_that_is_never_closed_costs_its_own_line() {
    for report in
        [fulfilled().commas(), fulfilled().semicolons(), fulfilled().pipes(), fulfilled().quoted_tabs()]
    {
        for record in 2..=4 {
            let mut lines = report.clone().set(record, "product-name", "Starts here").lines();
            lines[record - 1] = lines[record - 1].replace("Starts here\"", "Starts here");
            let read = answer((lines.join("\n") + "\n").as_bytes());
            // The next cell's quotes close it, so that one cell is missing.
            read.rejects_only(record as u64, "too-few-cells");
            assert_eq!(read.ledger(), [3, 2, 0, 1, 0]);
        }
    }
}

#[test]
fn a_stray_quote_in_a_plain_cell_is_a_sign_like_any_other() {
    let lines: Vec<String> = fulfilled().commas().set(3, "product-name", "Pipe 1/2@ wide").lines();
    let text = lines.join("\n").replace('"', "").replace('@', "\"") + "\n";
    let read = answer(text.as_bytes());
    assert_eq!((read.ledger(), read.payload), ([3, 3, 0, 0, 0], clean().payload));
    // At a cell's beginning it opens a cell that nobody closes.
    let text = lines.join("\n").replace('"', "").replace("Pipe 1/2@ wide", "\"Pipe wide") + "\n";
    answer(text.as_bytes()).rejects_only(3, "quote-never-closed");
}

#[test]
fn the_header_stands_below_fifteen_lines_at_most() {
    for lines in 0..=16 {
        let report = fulfilled().below(&"Report made for Robin Sample\n".repeat(lines));
        let read = report.answer();
        if lines <= 15 {
            assert_eq!((read.ledger(), read.format().preamble_lines), ([3, 3, 0, 0, 0], lines as u32));
            assert_eq!(read.payload, clean().payload);
        } else {
            assert_eq!(
                (read.verdict(), read.ledger(), read.payload.as_str()),
                (Verdict::WrongReport, [0; 5], "")
            );
        }
        assert!(!read.checked.json().to_string().contains("Robin"));
    }
}

#[test]
fn a_line_that_names_the_separator_is_no_header() {
    for (line, report) in [
        ("sep=;", fulfilled().semicolons()),
        ("sep=,", fulfilled().commas()),
        ("\"sep=;\"", fulfilled().semicolons()),
    ] {
        for end in ["\n", "\r\n"] {
            let read = report.clone().ending(end).below(&format!("{line}{end}")).answer();
            assert_eq!((read.ledger(), read.payload), ([3, 3, 0, 0, 0], clean().payload), "{line}");
        }
    }
}

#[test]
fn a_header_that_comes_again_is_set_aside() {
    for report in [fulfilled(), fulfilled().commas()] {
        let mut lines = report.lines();
        lines.insert(2, lines[0].clone());
        lines.push(lines[0].clone());
        let read = answer((lines.join("\n") + "\n").as_bytes());
        assert_eq!((read.ledger(), read.records("header-repeated")), ([5, 3, 0, 0, 2], vec![3, 6]));
        assert_eq!((read.verdict(), read.cents()), (Verdict::Ready, SOLD));
    }
}

#[test]
fn a_header_that_comes_again_in_other_columns_ends_the_reading() {
    // All Orders below Fulfilled Shipments; and the same report with its columns in another order.
    let mut reversed = fulfilled();
    reversed.header.reverse();
    reversed.records.iter_mut().for_each(|record| record.reverse());
    for other in [all_orders(), reversed] {
        let read = answer((fulfilled().text() + &other.text()).as_bytes());
        assert_eq!(read.records("another-report-below"), [5], "{:?}", read.codes());
        assert_eq!((read.verdict(), read.payload.as_str()), (Verdict::NeedsFixing, ""));
        assert_eq!(read.ledger()[0], 4 + other.records.len() as u64);
    }
}

#[test]
fn columns_may_stand_in_any_order_and_spelling() {
    let mut report = fulfilled();
    report.header.rotate_left(17);
    report.records.iter_mut().for_each(|record| record.rotate_left(17));
    let turned = report.answer();
    assert_eq!((turned.ledger(), turned.payload), ([3, 3, 0, 0, 0], clean().payload));
    for respell in [
        (|name: &String| name.replace('-', " ")) as fn(&String) -> String,
        |name| name.replace('-', "_").to_uppercase(),
        |name| format!(" {name} "),
        |name| name.replace('-', ""),
    ] {
        let mut report = fulfilled();
        report.header = report.header.iter().map(respell).collect();
        let read = report.answer();
        assert_eq!((read.ledger(), read.payload), ([3, 3, 0, 0, 0], clean().payload), "{}", report.header[0]);
    }
}

#[test]
fn unknown_columns_stay_behind_and_doubled_ones_are_not_chosen_from() {
    let mut report = fulfilled();
    report.header.push("note-to-self".to_owned());
    report.records.iter_mut().for_each(|record| record.push("call Robin".to_owned()));
    let read = report.answer();
    assert_eq!((read.ledger(), read.count("column-unknown")), ([3, 3, 0, 0, 0], 1));
    assert_eq!(read.payload, clean().payload);
    let mut report = fulfilled();
    report.header.push("item-price".to_owned());
    report.records.iter_mut().for_each(|record| record.push("1.00".to_owned()));
    let read = report.answer();
    assert_eq!(
        (read.count("column-twice"), read.verdict(), read.payload.as_str()),
        (1, Verdict::NeedsFixing, "")
    );
    sends_to_download("column-twice");
}

#[test]
fn a_missing_column_is_named_and_nothing_is_sent() {
    for column in ["item-price", "ship-state", "currency", "amazon-order-id"] {
        let mut report = fulfilled();
        let at = report.at(column);
        report.header.remove(at);
        report.records.iter_mut().for_each(|record| drop(record.remove(at)));
        let read = report.answer();
        let found = &read.checked.outcome.findings;
        let missing = found.iter().find(|found| found.code == "column-missing").expect(column);
        assert_eq!(missing.places[0].column, Some(column));
        assert_eq!(
            (read.ledger(), read.verdict(), read.payload.as_str()),
            ([3, 0, 0, 3, 0], Verdict::NeedsFixing, "")
        );
    }
    sends_to_download("column-missing");
}

#[test]
fn empty_columns_at_the_end_do_no_harm() {
    for extra in 1..4 {
        for report in [fulfilled(), fulfilled().commas(), fulfilled().semicolons()] {
            let mut wide = report.clone();
            wide.records.iter_mut().for_each(|record| record.extend(vec![String::new(); extra]));
            let narrow_header = wide.answer();
            assert_eq!((narrow_header.ledger(), narrow_header.payload), ([3, 3, 0, 0, 0], clean().payload));
            wide.header.extend(vec![String::new(); extra]);
            let wide_header = wide.answer();
            assert_eq!((wide_header.ledger(), wide_header.payload), ([3, 3, 0, 0, 0], clean().payload));
            let mut header_alone = report.clone();
            header_alone.header.extend(vec![String::new(); extra]);
            assert_eq!(header_alone.answer().ledger(), [3, 3, 0, 0, 0]);
        }
    }
}

/// With an empty cell at the end, a record with a tab too many is no wider than the header and one empty cell.
#[test]
fn a_shift_that_ends_in_an_empty_cell_is_seen_too() {
    let report = fulfilled().set_all("sales-channel", "");
    for (column, value) in
        [("carrier", "FedEx\t"), ("ship-city", "New\tHaven"), ("sku", "LAMP\t2"), ("currency", "\tUSD")]
    {
        let read = report.clone().set(3, column, value).answer();
        assert_eq!((read.ledger()[0], read.ledger()[3]), (3, 1), "{column}: {:?}", read.codes());
        assert!(!read.payload.contains("1ZEXAMPLE") && !read.payload.contains("New,"), "{column}");
        assert_eq!(read.cents(), SOLD - 108_198, "{column}");
    }
}

#[test]
fn ragged_records_are_refused_one_by_one() {
    let report = fulfilled();
    let mut lines = report.lines();
    lines[2] = lines[2].rsplitn(4, '\t').last().expect("cells").to_owned();
    let read = answer((lines.join("\n") + "\n").as_bytes());
    read.rejects_only(3, "too-few-cells");
    sends_to_download("too-few-cells");
    // Broken off in the last line.
    let text = report.text();
    for missing in [10, 12, 300] {
        let cut = answer(&text.as_bytes()[..text.len() - missing]);
        cut.rejects_only(4, "record-cut-off");
        assert_eq!((cut.ledger(), cut.cents()), ([3, 2, 0, 1, 0], SOLD - 450));
    }
    sends_to_download("record-cut-off");
}

#[test]
fn rows_of_delimiters_are_blank_in_every_dialect() {
    for (report, row) in [
        (fulfilled(), "\t\t\t\t"),
        (fulfilled().commas(), ",,,,,"),
        (fulfilled().semicolons(), ";;; ;;"),
        (fulfilled().pipes(), "||||"),
    ] {
        let mut lines = report.lines();
        lines.insert(2, row.to_owned());
        lines.push(row.to_owned());
        let read = answer((lines.join("\n") + "\n").as_bytes());
        assert_eq!((read.ledger(), read.records("record-blank")), ([5, 3, 0, 0, 2], vec![3, 6]));
        assert_eq!(read.verdict(), Verdict::Ready);
    }
    // As a spreadsheet writes it that quotes every cell.
    let mut lines = fulfilled().commas().lines();
    lines.push("\"\",\"\",\"\",\"\"".to_owned());
    let read = answer((lines.join("\n") + "\n").as_bytes());
    assert_eq!((read.ledger(), read.count("record-blank")), ([4, 3, 0, 0, 1], 1), "{:?}", read.codes());
}

#[test]
fn decimals_in_semicolon_files_are_those_of_the_file() {
    let points = fulfilled().semicolons().answer();
    assert_eq!(
        (points.format().decimals, points.ledger()),
        ("point", [3, 3, 0, 0, 0]),
        "{:?}",
        points.codes()
    );
    let thousands = fulfilled().semicolons().set(3, "item-price", "1,081.98").answer();
    assert_eq!((thousands.ledger(), thousands.payload), ([3, 2, 1, 0, 0], clean().payload));
    let plain = |report: Report| report.semicolons().set_all("item-tax", "0,50");
    for written in ["1081,98", "1.081,98", "1 081,98", "1'081,98", "1\u{A0}081,98", "1\u{202F}081,98"] {
        let report = plain(fulfilled()).set_each("item-price", &["39,98", written, "4,50"]).answer();
        assert_eq!(report.column("item_amount"), ["39.98", "1081.98", "4.50"], "{written}");
        assert_eq!((report.format().decimals, report.ledger()), ("comma", [3, 0, 3, 0, 0]));
    }
}

#[test]
fn one_amount_in_the_other_way_is_refused_and_not_read_a_hundredfold() {
    // `1,081` and `1.081`: a thousand or a little more than one.
    for (report, odd) in
        [(fulfilled().semicolons(), "1081,98"), (fulfilled().commas(), "1081,98"), (fulfilled(), "1.081,98")]
    {
        let read = report.set(3, "item-price", odd).answer();
        read.rejects_only(3, "amount-unreadable");
        assert_eq!((read.format().decimals, read.cents()), ("point", SOLD - 108_198));
    }
    let commas = |report: Report| {
        report.set_each("item-price", &["39,98", "7,00", "4,50"]).set_all("item-tax", "0,50")
    };
    for ambiguous in ["1.081", "1,081"] {
        let read = commas(fulfilled().semicolons()).set(3, "item-price", ambiguous).answer();
        assert_eq!(
            read.records("amount-unreadable").len() + read.records("amount-too-precise").len(),
            1,
            "{ambiguous}"
        );
        assert_eq!((read.ledger()[3], read.cents()), (1, 3998 + 450));
        let read = fulfilled().set(3, "item-price", ambiguous).answer();
        assert_eq!((read.ledger()[3], read.cents()), (1, 3998 + 450), "{ambiguous}");
    }
    sends_to_download("amount-unreadable");
}

/// As Excel on old Macs writes text.
#[test]
fn line_ends_of_old_macs_lose_no_record() {
    for report in [fulfilled(), fulfilled().commas(), fulfilled().semicolons()] {
        let read = report.ending("\r").answer();
        assert_eq!((read.ledger(), read.payload), ([3, 3, 0, 0, 0], clean().payload));
    }
}

/// Excel's "Unicode Text": tabs, and quotes around what has commas or quotes in it.
#[test]
fn quotes_that_a_spreadsheet_put_into_a_tab_file_are_taken_off() {
    let read = fulfilled().set(3, "item-price", "\"1,081.98\"").set(3, "ship-city", "\"New Haven\"").answer();
    assert_eq!((read.ledger(), read.cents()), ([3, 2, 1, 0, 0], SOLD), "{:?}", read.codes());
    assert_eq!(read.column("ship_to_city")[1], "New Haven");
}

#[test]
fn doubled_quotes_that_a_spreadsheet_put_into_a_tab_file_are_one() {
    let read = fulfilled().set(3, "sku", "\"LAMP 5\"\" tall\"").answer();
    assert_eq!((read.ledger(), read.column("sku")[1].as_str()), ([3, 2, 1, 0, 0], "LAMP 5\" tall"));
}

/// As `copy a+b` makes it of two files: the second mark stands in the middle. And as two spellings of one report.
#[test]
fn a_header_that_comes_again_with_a_mark_or_respelled_is_the_same_header() {
    let more = fulfilled().only(&[2]).set(2, "amazon-order-id", "115-5555555-5555555");
    for report in [more.clone(), more.clone().commas()] {
        let first = if report.text().contains('"') { fulfilled().commas() } else { fulfilled() };
        for again in
            [format!("\u{FEFF}{}", report.text()), report.text().replacen("item-price", "Item Price", 1)]
        {
            let read = answer(format!("\u{FEFF}{}{again}", first.text()).as_bytes());
            assert_eq!(
                (read.ledger(), read.records("header-repeated")),
                ([5, 4, 0, 0, 1], vec![5]),
                "{:?}",
                read.codes()
            );
            assert_eq!((read.verdict(), read.cents()), (Verdict::Ready, SOLD + 3998));
        }
    }
}

/// A download that was broken off may end anywhere; whole records without a line end are common.
#[test]
fn a_file_that_ends_inside_its_last_cell_is_cut_off() {
    let text = fulfilled().text();
    let whole = text.trim_end();
    assert_eq!(answer(whole.as_bytes()).ledger(), [3, 3, 0, 0, 0]);
    for lost in ["m", "om", ".com", "mazon.com", "Amazon.com", "AFN\tAmazon.com"] {
        let cut = whole.strip_suffix(lost).unwrap_or_else(|| panic!("the report does not end with {lost}"));
        let read = answer(cut.as_bytes());
        // Where all of it is gone, the cell is an empty one.
        if lost != "Amazon.com" {
            read.rejects_only(4, "record-cut-off");
        }
    }
}
