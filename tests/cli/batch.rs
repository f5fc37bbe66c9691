//! Several files: together, in a folder, and what the seller says about them.

use super::{Folder, NOW, Run, check, good_report, preflight, report, report_with_an_error};
use std::fs;

const FIRST: &[(&str, &str)] = &[];
const SECOND: &[(&str, &str)] =
    &[("amazon-order-id", "111-1234567-0000002"), ("shipment-item-id", "DwKtkVVpm")];
const THIRD: &[(&str, &str)] =
    &[("amazon-order-id", "111-1234567-0000003"), ("shipment-item-id", "DwKtkVVpn")];

/// Checks two files together, into one payload and one manifest.
fn batch([one, other]: [&str; 2], payload: &str, manifest: &str) -> Run {
    let files = ["check", one, other, "--batch", "--json", "--now", NOW];
    preflight(files.into_iter().chain(["--payload", payload, "--manifest", manifest]))
}

#[test]
fn overlapping_files_count_each_sale_once() {
    let folder = Folder::new("overlap");
    let one = folder.file("one.txt", report(&[FIRST, SECOND]));
    let other = folder.file("other.txt", report(&[SECOND, THIRD]));
    let (payload, manifest) = (folder.path("payload.csv"), folder.path("manifest.json"));
    let [one, other, payload, manifest] =
        [&one, &other, &payload, &manifest].map(|path| path.to_str().unwrap());
    let run = batch([one, other], payload, manifest);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let outcome = run.json();
    assert_eq!(outcome["sources"].as_array().unwrap().len(), 2);
    assert_eq!(outcome["sources"][1]["counted_before"], 1);
    assert_eq!(outcome["manifest"]["payload"]["lines"], 3);
    assert_eq!(fs::read_to_string(payload).unwrap().lines().count(), 4);
    assert_eq!(preflight(["verify", payload, manifest]).code, 0);

    let words = preflight(["check", one, other, "--batch", "--now", NOW]).out;
    for expected in
        ["2 files together: ", "File      one.txt", "File      other.txt", "1 sale line stood in a file"]
    {
        assert!(words.contains(expected), "{expected}: {words}");
    }
    // A folder stands for the files in it.
    let own = Folder::new("overlap-folder");
    own.file("one.txt", report(&[FIRST, SECOND]));
    own.file("other.txt", report(&[SECOND, THIRD]));
    let whole = preflight(["check", own.0.to_str().unwrap(), "--batch", "--json", "--now", NOW]).json();
    assert_eq!(whole["manifest"]["payload"], outcome["manifest"]["payload"]);
}

#[test]
fn a_folder_gets_a_line_for_each_file() {
    let folder = Folder::new("listing");
    folder.file("b good.txt", good_report());
    folder.file("a bad.txt", report_with_an_error());
    folder.file(".hidden.txt", good_report());
    folder.file("c.pdf", "%PDF-1.7\n");
    fs::create_dir(folder.path("d")).unwrap();
    fs::write(folder.path("d/inside.txt"), good_report()).unwrap();
    let run = check(&folder.0, &["--now", NOW]);
    assert_eq!(run.code, 1, "{}", run.err);
    let lines: Vec<Vec<&str>> = run
        .out
        .lines()
        .map(|line| line.split("  ").filter(|cell| !cell.is_empty()).map(str::trim).collect())
        .collect();
    assert_eq!(
        lines[0][..7],
        ["file", "family", "generation", "encoding", "delimiter", "preamble", "verdict"]
    );
    assert_eq!(lines.len(), 4, "{}", run.out);
    assert_eq!(lines[1][0], "a bad.txt");
    assert_eq!(lines[1][6..], ["needs-fixing", "2 = 1 + 0 + 1 + 0"]);
    assert_eq!(lines[2][..2], ["b good.txt", "fulfilled-shipments"]);
    assert_eq!(lines[2][3..], ["utf-8", "tab", "0", "ready", "2 = 2 + 0 + 0 + 0"]);
    assert_eq!((lines[3][0], lines[3][6]), ("c.pdf", "wrong-report"));
    assert!(!run.out.contains('\t'));
    // Aligned: every verdict begins in the same column.
    let at = run.out.lines().next().unwrap().find("verdict").unwrap();
    assert!(run.out.lines().all(|line| line.as_bytes()[at - 1] == b' ' && line.as_bytes()[at] != b' '));

    let inner = check(&folder.path("d"), &["--now", NOW]);
    assert_eq!((inner.code, inner.out.lines().count()), (0, 2), "{}", inner.out);
    let empty = Folder::new("listing-empty");
    let run = check(&empty.0, &[]);
    assert!(run.code == 2 && run.err.contains("no file in the folder"), "{}", run.err);
}

#[test]
fn the_seller_can_say_the_encoding() {
    let folder = Folder::new("encoding");
    let file =
        folder.file("report.txt", good_report().replace("Seattle", "Chteau").replace("Ch", "Ch\u{e2}"));
    let by = |more: &[&str]| {
        let outcome = check(&file, &[&["--json", "--now", NOW], more].concat()).json();
        let format = &outcome["sources"][0]["format"];
        [&format["encoding"], &format["encoding_by"]].map(|it| it.as_str().unwrap_or_default().to_owned())
    };
    assert_eq!(by(&[]), ["utf-8", "strict"]);
    assert_eq!(by(&["--encoding", "windows-1252"]), ["windows-1252", "seller"]);
    assert_eq!(check(&file, &["--encoding", "latin-9"]).code, 2);
}

#[test]
fn an_open_question_is_printed_and_answered() {
    let folder = Folder::new("answer");
    let dates: &[(&str, &str)] =
        &[("purchase-date", "2026-03-01T09:00:00+00:00"), ("shipment-date", "3/4/2026")];
    let file = folder.file("report.txt", report(&[dates]));
    let payload = folder.path("payload.csv");
    let run = check(&file, &["--json", "--now", NOW]);
    assert_eq!(run.code, 1, "{}{}", run.out, run.err);
    let outcome = run.json();
    assert_eq!(outcome["verdict"], "needs-answers", "{}", run.out);
    let id = outcome["questions"][0]["id"].as_str().unwrap();
    let words = check(&file, &["--now", NOW]).out;
    for expected in [
        "QUESTION  ",
        "If the month stands first: --answer ",
        "    2026-03: 1 record, USD 19.99",
        "    2026-04: 1 record",
    ] {
        assert!(words.contains(expected), "{expected}: {words}");
    }
    for (answer, day) in [("month-first", "2026-03-04"), ("day-first", "2026-04-03")] {
        let given = format!("{id}={answer}");
        let run = check(&file, &["--answer", &given, "--now", NOW, "--payload", payload.to_str().unwrap()]);
        assert_eq!(run.code, 0, "{}{}", run.out, run.err);
        assert!(fs::read_to_string(&payload).unwrap().contains(day));
    }
    assert_eq!(check(&file, &["--answer", "nonsense"]).code, 2);
}

/// Only all of its letters together say that the file is in GBK, so it is read twice, and its payload written twice.
#[test]
fn a_file_that_is_read_again_is_written_once() {
    let folder = Folder::new("again");
    let first = folder.file("first.txt", good_report());
    let names: Vec<[String; 2]> =
        (0..12_000).map(|number| [format!("111-7654321-{number:07}"), format!("D{number}")]).collect();
    let records: Vec<[(&str, &str); 3]> = names
        .iter()
        .map(|[order, item]| {
            [("amazon-order-id", order.as_str()), ("shipment-item-id", item), ("ship-city", "西雅图")]
        })
        .collect();
    let text = report(&records.iter().map(<[_; 3]>::as_slice).collect::<Vec<_>>());
    let (text, _, _) = encoding_rs::GBK.encode(&text);
    let long = folder.file("long.txt", text);
    let (payload, manifest) = (folder.path("payload.csv"), folder.path("manifest.json"));
    let [first, long, payload, manifest] =
        [&first, &long, &payload, &manifest].map(|path| path.to_str().unwrap());
    let run = batch([first, long], payload, manifest);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let outcome = run.json();
    assert_eq!(outcome["sources"][1]["format"]["encoding"], "gbk");
    assert_eq!(outcome["manifest"]["payload"]["lines"], 12_002);
    let verified = preflight(["verify", payload, manifest]);
    assert_eq!(verified.code, 0, "{}", verified.out);
    let payload = fs::read_to_string(payload).unwrap();
    assert_eq!((payload.lines().count(), payload.matches("西雅图").count()), (12_003, 12_000));
}
