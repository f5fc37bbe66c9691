//! What spreadsheets make of dates, and of a file as a whole.

use crate::rig::*;
use report_preflight::Options;
use report_preflight::outcome::{Choice, Verdict};

const ID: &str = "date-order:shipment-date:report.txt";

/// Dates of shipment that a spreadsheet rewrote.
fn shipped(dates: &[&str; 3]) -> Report {
    fulfilled().set_all("purchase-date", "2026-01-01T00:00:00+00:00").set_each("shipment-date", dates)
}

fn months(choice: &Choice) -> Vec<(String, u64, String)> {
    choice
        .months
        .iter()
        .map(|month| (month.month.clone(), month.records, month.amounts[0].amount.clone()))
        .collect()
}

fn answered(report: &Report, says: &str) -> Answer {
    answer_with(report.text().as_bytes(), |options, _| {
        drop(options.answers.insert(ID.to_owned(), says.to_owned()))
    })
}

#[test]
fn an_open_order_is_asked_for_with_its_consequences() {
    let report = shipped(&["06/07/2026", "06/08/2026", "05/08/2026"]);
    let open = report.answer();
    assert_eq!((open.verdict(), open.ledger()), (Verdict::NeedsAnswers, [3, 0, 0, 3, 0]));
    assert_eq!((open.count("date-order-open"), open.payload.as_str()), (3, ""));
    let [question] = open.checked.outcome.questions.as_slice() else { panic!("one question") };
    assert_eq!((question.id.as_str(), question.column, &question.answer), (ID, Some("shipment-date"), &None));
    let row = |month: &str, records, amount: &str| (month.to_owned(), records, amount.to_owned());
    assert_eq!(question.choices[0].answer, "month-first");
    assert_eq!(months(&question.choices[0]), [row("2026-05", 1, "4.50"), row("2026-06", 2, "1121.96")]);
    assert_eq!(question.choices[1].answer, "day-first");
    assert_eq!(months(&question.choices[1]), [row("2026-07", 1, "39.98"), row("2026-08", 2, "1086.48")]);
    for choice in &question.choices {
        let sold: i64 = choice.months.iter().map(|month| cents(&month.amounts[0].amount)).sum();
        assert_eq!((sold, choice.months.iter().map(|month| month.records).sum::<u64>()), (SOLD, 3));
        let chosen = answered(&report, choice.answer);
        assert_eq!((chosen.verdict(), chosen.ledger()), (Verdict::Ready, [3, 0, 3, 0, 0]));
        let totals = &chosen.checked.outcome.totals[0].by_month;
        let filed: Vec<_> =
            totals.iter().map(|it| (it.month.clone(), it.sums.lines, it.sums.item_amount.clone())).collect();
        assert_eq!(filed, months(choice), "what was announced is what is filed");
        assert_eq!(chosen.checked.outcome.questions[0].answer.as_deref(), Some(choice.answer));
    }
    assert_eq!(
        answered(&report, "month-first").column("tax_date"),
        ["2026-06-07", "2026-06-08", "2026-05-08"]
    );
    assert_eq!(answered(&report, "day-first").column("tax_date"), ["2026-07-06", "2026-08-06", "2026-08-05"]);
    assert_eq!(answered(&report, "neither").verdict(), Verdict::NeedsAnswers);
}

#[test]
fn the_values_win_over_the_answer() {
    let report = shipped(&["06/07/2026", "05/13/2026", "05/08/2026"]);
    for says in ["month-first", "day-first"] {
        let read = answered(&report, says);
        assert_eq!(read.column("tax_date"), ["2026-06-07", "2026-05-13", "2026-05-08"], "{says}");
        assert_eq!((read.ledger(), read.count("date-order-decided")), ([3, 0, 3, 0, 0], 3));
    }
    let report = shipped(&["06/07/2026", "13/05/2026", "05/08/2026"]);
    for says in ["month-first", "day-first"] {
        assert_eq!(answered(&report, says).column("tax_date"), ["2026-07-06", "2026-05-13", "2026-08-05"]);
    }
}

#[test]
fn one_value_decides_wherever_it_stands() {
    for at in 2..=4 {
        let read =
            shipped(&["06/07/26", "06/07/26", "06/07/26"]).set(at, "shipment-date", "06/30/26").answer();
        assert!(read.checked.outcome.questions.is_empty());
        assert_eq!((read.ledger(), read.checked.outcome.totals[0].by_month.len()), ([3, 0, 3, 0, 0], 1));
        assert_eq!(read.checked.outcome.totals[0].by_month[0].month, "2026-06");
    }
}

#[test]
fn dates_that_are_the_same_either_way_are_not_asked_about() {
    let read = shipped(&["06/06/2026", "07/07/2026", "08/08/2026"]).answer();
    assert_eq!(read.checked.outcome.questions, []);
    assert_eq!(read.column("tax_date"), ["2026-06-06", "2026-07-07", "2026-08-08"]);
    assert_eq!((read.verdict(), read.ledger()), (Verdict::Ready, [3, 0, 3, 0, 0]));
}

#[test]
fn two_forms_in_one_column_are_never_mended() {
    for dates in [
        ["05-13-22", "06/07/22", "06/08/22"],
        ["05/13/2022", "13/05/2022", "06/08/2022"],
        ["05/13/22", "06/07/2022", "06/08/2022"],
    ] {
        for says in ["month-first", "day-first"] {
            let read = answered(&shipped(&dates).set_all("purchase-date", "2022-01-01T00:00:00+00:00"), says);
            assert_eq!(
                (read.ledger(), read.count("date-rewritten-by-spreadsheet")),
                ([3, 0, 0, 3, 0], 3),
                "{dates:?}"
            );
            assert_eq!((read.verdict(), read.payload.as_str()), (Verdict::NeedsFixing, ""));
        }
    }
    sends_to_download("date-rewritten-by-spreadsheet");
}

#[test]
fn iso_dates_between_rewritten_ones_are_read_as_they_are() {
    let read = shipped(&["2026-06-30T10:00:00+00:00", "05/13/2026", "05/08/2026"]).answer();
    assert_eq!(
        (read.ledger(), read.column("tax_date")),
        ([3, 1, 2, 0, 0], ["2026-06-30", "2026-05-13", "2026-05-08"].map(str::to_owned).to_vec())
    );
}

#[test]
fn each_column_is_asked_about_by_itself() {
    let report = fulfilled()
        .set_each("shipment-date", &["06/07/2026", "06/08/2026", "05/08/2026"])
        .set_each("purchase-date", &["05/01/2026", "05/02/2026", "05/03/2026"]);
    let open = report.answer();
    let ids: Vec<&str> = open.checked.outcome.questions.iter().map(|question| question.id.as_str()).collect();
    assert_eq!(ids, ["date-order:purchase-date:report.txt", ID]);
    // The one that decides the month has the consequences.
    assert_eq!(
        months(&open.checked.outcome.questions[1].choices[0]).iter().map(|month| month.1).sum::<u64>(),
        3
    );
    assert_eq!(answered(&report, "month-first").verdict(), Verdict::NeedsAnswers);
    let both = answer_with(report.text().as_bytes(), |options, _| {
        for &id in &ids {
            options.answers.insert(id.to_owned(), "month-first".to_owned());
        }
    });
    assert_eq!((both.ledger(), both.column("ordered_at")[2].as_str()), ([3, 0, 3, 0, 0], "2026-05-03"));
}

#[test]
fn serial_numbers_and_hashes_are_refused() {
    for (column, value, code) in [
        ("shipment-date", "46112", "date-is-serial-number"),
        ("shipment-date", "46112.5", "date-is-serial-number"),
        ("shipment-date", "########", "cell-too-narrow"),
        ("item-price", "#####", "cell-too-narrow"),
        ("shipment-date", "2026-03-31T23:30", "date-unreadable"),
        ("shipment-date", "02/30/2026", "date-rewritten-by-spreadsheet"),
    ] {
        fulfilled().set(3, column, value).answer().rejects_only(3, code);
        sends_to_download(code);
    }
}

#[test]
fn that_a_spreadsheet_was_used_is_said_once_for_the_file() {
    let mut report = fulfilled();
    for number in 0..200 {
        let order = format!("115-1111111-{number:07}");
        let item = format!("Dw{number}");
        report = report.and(&[
            ("amazon-order-id", &order),
            ("shipment-item-id", &item),
            ("item-price", "1,081.98"),
            ("shipment-date", "05/13/2026"),
        ]);
    }
    let read = report.set(3, "amazon-order-item-id", "7.66446E+12").answer();
    assert_eq!(read.count("opened-in-a-spreadsheet"), 1);
    assert_eq!(read.count("amount-with-thousands-commas"), 200);
    let place = &read
        .checked
        .outcome
        .findings
        .iter()
        .find(|it| it.code == "opened-in-a-spreadsheet")
        .expect("it")
        .places[0];
    assert_eq!((place.source, place.record), (0, None));
    sends_to_download("opened-in-a-spreadsheet");
    assert_eq!(clean().count("opened-in-a-spreadsheet"), 0);
}

#[test]
fn files_of_one_name_are_asked_about_each_by_itself() {
    let files = [
        shipped(&["06/07/2026", "06/08/2026", "05/08/2026"]),
        shipped(&["06/07/2026", "06/08/2026", "05/08/2026"]).set_each(
            "amazon-order-id",
            &["115-1111111-1111111", "115-1111111-1111112", "115-1111111-1111113"],
        ),
    ];
    let sources = files.map(|file| named("report.txt", &file.text()));
    let open = answers(&sources, &Options::default());
    let ids: Vec<String> =
        open.checked.outcome.questions.iter().map(|question| question.id.clone()).collect();
    assert_eq!((ids.len(), ids[0].as_str()), (2, ID));
    let options = Options {
        answers: ids.into_iter().zip(["month-first", "day-first"].map(str::to_owned)).collect(),
        ..Options::default()
    };
    let read = answers(&sources, &options);
    assert_eq!((read.verdict().is_ready(), read.ledger()), (true, [6, 0, 6, 0, 0]));
    assert_eq!(
        (read.column("tax_date")[0].as_str(), read.column("tax_date")[3].as_str()),
        ("2026-06-07", "2026-07-06")
    );
}

/// A refund in the Sales Tax report is filed by another date than a sale.
#[test]
fn what_follows_for_refunds_is_said_where_their_date_is_asked_about() {
    let report = sales_tax()
        .only(&[2])
        .and(&[
            ("Transaction_Type", "REFUND"),
            ("TaxExclusive_Selling_Price", "-39.98"),
            ("Total_Tax", "-3.56"),
        ])
        .set_each("Shipment_Date", &["2026-01-29+00:00", ""])
        .set_all("Posted_Date", "02/03/2026");
    let open = report.answer();
    let [question] = open.checked.outcome.questions.as_slice() else { panic!("{:?}", open.codes()) };
    assert_eq!(question.column, Some("Posted_Date"));
    let row = |month: &str| vec![(month.to_owned(), 1, "-39.98".to_owned())];
    assert_eq!(
        [months(&question.choices[0]), months(&question.choices[1])],
        [row("2026-02"), row("2026-03")]
    );
    let both = report.set_all("Shipment_Date", "04/05/2026").answer();
    let counts: Vec<u64> = both
        .checked
        .outcome
        .questions
        .iter()
        .map(|it| it.choices[0].months.iter().map(|month| month.records).sum())
        .collect();
    assert_eq!(counts, [1, 1]);
}
