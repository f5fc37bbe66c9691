//! Reports as they come: packed, in archives, in workbooks. The files are made here; `UPDATE=1` writes one of each
//! kind to `tests/fixtures/containers`, for the tests in browsers.

use super::{CELLS, Folder, NOW, Run, SHIPMENTS, check, good_report, preflight, report};
use flate2::Compression;
use flate2::write::GzEncoder;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};
use serde_json::Value;
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use zip::ZipWriter;
use zip::unstable::write::FileOptionsExt;
use zip::write::SimpleFileOptions;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zip_with(options: SimpleFileOptions, files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        if name.ends_with('/') {
            zip.add_directory(*name, options).unwrap();
        } else {
            zip.start_file(*name, options).unwrap();
            zip.write_all(bytes).unwrap();
        }
    }
    zip.finish().unwrap().into_inner()
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    zip_with(SimpleFileOptions::default(), files)
}

fn february() -> String {
    let february =
        [("purchase-date", "2026-02-02T18:53:56+00:00"), ("shipment-date", "2026-02-03T09:00:00+00:00")];
    let with = |more: &'static [(&'static str, &'static str)]| [&february, more].concat();
    report(&[
        &with(&[("amazon-order-id", "111-1234567-0000003"), ("shipment-item-id", "DwKtkVVpn")]),
        &with(&[("amazon-order-id", "111-1234567-0000004"), ("shipment-item-id", "DwKtkVVpp")]),
    ])
}

/// The columns whose cells a spreadsheet turns into numbers and dates.
const NUMBERS: [&str; 4] = ["amazon-order-item-id", "quantity-shipped", "item-price", "item-tax"];
const DATES: [&str; 4] = ["purchase-date", "payments-date", "shipment-date", "reporting-date"];

/// One sale, below `above` rows of something else, as a spreadsheet keeps it.
fn fill(sheet: &mut Worksheet, above: u32, order: &str) {
    let date = Format::new().set_num_format("m/d/yyyy h:mm");
    for (column, name) in (0..).zip(SHIPMENTS.split_whitespace()) {
        sheet.write(above, column, name).unwrap();
        let cell = CELLS.iter().find(|(known, _)| *known == name).map_or("", |(_, cell)| *cell);
        let (row, is_id) = (above + 1, name == "amazon-order-id");
        if NUMBERS.contains(&name) {
            sheet.write(row, column, cell.parse::<f64>().unwrap()).unwrap();
        } else if DATES.contains(&name) {
            let moment = ExcelDateTime::parse_from_str(&cell[..19]).unwrap();
            sheet.write_with_format(row, column, &moment, &date).unwrap();
        } else if !cell.is_empty() {
            sheet.write(row, column, if is_id { order } else { cell }).unwrap();
        }
    }
}

fn workbook(make: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(2026, 4, 1).unwrap();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    make(&mut workbook);
    workbook.save_to_buffer().unwrap()
}

/// The report is on the second sheet, below a title.
fn workbook_with_title() -> Vec<u8> {
    workbook(|workbook| {
        workbook.add_worksheet().set_name("Notes").unwrap().write(0, 0, "For the accountant").unwrap();
        let sheet = workbook.add_worksheet().set_name("January").unwrap();
        sheet.write(0, 0, "Sales in January").unwrap();
        fill(sheet, 3, "111-1234567-0000001");
    })
}

/// An archive of one file with all its numbers in the wider fields of ZIP64, as programs write it that do not know
/// beforehand how large it becomes.
fn wide(archive: &[u8]) -> Vec<u8> {
    const ELSEWHERE: [u8; 4] = [0xFF; 4];
    let (body, end) = archive.split_at(archive.len() - 22);
    let number = |bytes: &[u8], at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
    let start = number(end, 16) as usize;
    let (files, directory) = body.split_at(start);
    let name_end = 46 + usize::from(directory[28]);
    let mut entry = directory[..name_end].to_vec();
    let mut extra = vec![1, 0, 24, 0];
    for at in [24, 20, 42] {
        extra.extend(u64::from(number(&entry, at)).to_le_bytes());
        entry[at..at + 4].copy_from_slice(&ELSEWHERE);
    }
    entry[30..32].copy_from_slice(&(extra.len() as u16).to_le_bytes());
    entry.extend(extra);
    let mut wide_end = b"PK\x06\x06".to_vec();
    wide_end.extend(44u64.to_le_bytes());
    wide_end.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    for number in [1, 1, entry.len(), start] {
        wide_end.extend((number as u64).to_le_bytes());
    }
    let mut locator = b"PK\x06\x07\0\0\0\0".to_vec();
    locator.extend(((start + entry.len()) as u64).to_le_bytes());
    locator.extend([1, 0, 0, 0]);
    let mut end = end.to_vec();
    end[8..20].fill(0xFF);
    [files, &entry, &wide_end, &locator, &end].concat()
}

fn encrypted() -> Vec<u8> {
    let options = SimpleFileOptions::default().with_deprecated_encryption(b"example").unwrap();
    zip_with(options, &[("report.txt", good_report().as_bytes())])
}

/// One of each kind, by name.
fn one_of_each() -> Vec<(&'static str, Vec<u8>)> {
    let (january, february) = (good_report(), february());
    let (january, february) = (january.as_bytes(), february.as_bytes());
    let whole = gzip(january);
    vec![
        ("report.txt.gz", whole.clone()),
        ("cut-off.txt.gz", whole[..whole.len() / 2].to_vec()),
        ("two-members.txt.gz", [gzip(&january[..300]), gzip(&january[300..])].concat()),
        ("report.zip", zip(&[("report.txt", january)])),
        ("wide.zip", wide(&zip(&[("report.txt", january)]))),
        (
            "two-reports.zip",
            zip(&[("reports/", b""), ("reports/january.txt", january), ("reports/february.txt", february)]),
        ),
        ("encrypted.zip", encrypted()),
        ("empty.zip", zip(&[])),
        ("archive-in-archive.zip", zip(&[("report.zip", &zip(&[("report.txt", january)]))])),
        ("report.xlsx", workbook_with_title()),
        (
            "workbook.ods",
            zip(&[
                ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
                ("content.xml", b"<office:document-content/>"),
            ]),
        ),
        ("sheet.numbers", zip(&[("Index/Document.iwa", b"\0"), ("preview.jpg", b"\xFF\xD8\xFF")])),
        (
            "letter.docx",
            zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w:document/>")]),
        ),
    ]
}

fn fixture(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/containers");
    let path = folder.join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(&folder).unwrap();
        let (_, bytes) = one_of_each().into_iter().find(|(made, _)| *made == name).unwrap();
        // By renaming, because other tests read it meanwhile.
        let partial = folder.join(format!(".{name}-{:?}", std::thread::current().id()));
        fs::write(&partial, bytes).unwrap();
        fs::rename(&partial, &path).unwrap();
    }
    path
}

fn outcome(name: &str) -> Value {
    let run = check(&fixture(name), &["--json", "--now", NOW]);
    assert!(run.code < 2, "{}", run.err);
    run.json()
}

fn codes(outcome: &Value) -> Vec<String> {
    let findings = outcome["findings"].as_array().unwrap();
    findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_fixture_is_one_that_is_made_here() {
    let made: Vec<&str> = one_of_each().iter().map(|(name, _)| *name).collect();
    let paths: Vec<PathBuf> = made.iter().map(|name| fixture(name)).collect();
    for entry in fs::read_dir(paths[0].parent().unwrap()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(made.contains(&name.as_str()) || name.starts_with('.'), "nothing here makes {name}");
    }
}

#[test]
fn a_packed_report_is_the_report() {
    let folder = Folder::new("packed");
    let plain = check(&folder.file("report.txt", good_report()), &["--json", "--now", NOW]).json();
    for (name, container, member) in [
        ("report.txt.gz", "gzip", Value::Null),
        ("report.zip", "zip", "report.txt".into()),
        ("wide.zip", "zip", "report.txt".into()),
    ] {
        let packed = outcome(name);
        assert_eq!(packed["verdict"], "ready", "{packed}");
        assert_eq!(packed["manifest"]["payload"], plain["manifest"]["payload"]);
        let source = &packed["sources"][0];
        assert_eq!((&source["name"], &source["format"]["container"]), (&name.into(), &container.into()));
        assert_eq!(source["format"]["member"], member);
        assert_eq!(source["bytes"], fs::metadata(fixture(name)).unwrap().len());
        assert_ne!(
            packed["manifest"]["sources"][0]["sha256_tree"],
            plain["manifest"]["sources"][0]["sha256_tree"]
        );
    }
    let mut packed = Command::new(env!("CARGO_BIN_EXE_preflight"));
    packed.args(["check", "-", "--json", "--now", NOW]).stdin(fs::File::open(fixture("report.zip")).unwrap());
    let piped = Run::from(packed.output().unwrap()).json();
    assert_eq!(piped["manifest"]["payload"], plain["manifest"]["payload"]);
}

#[test]
fn several_reports_in_an_archive_are_a_batch() {
    let folder = Folder::new("batch-in-zip");
    let (payload, manifest) = (folder.path("payload.csv"), folder.path("manifest.json"));
    let [to_payload, to_manifest] = [&payload, &manifest].map(|path| path.to_str().unwrap());
    let run = check(
        &fixture("two-reports.zip"),
        &["--json", "--now", NOW, "--payload", to_payload, "--manifest", to_manifest],
    );
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let outcome = run.json();
    let sources = outcome["sources"].as_array().unwrap();
    let members: Vec<&Value> = sources.iter().map(|source| &source["format"]["member"]).collect();
    assert_eq!(members, ["reports/january.txt", "reports/february.txt"]);
    assert_eq!(outcome["ledger"]["read"], 4);
    let digests = outcome["manifest"]["sources"].as_array().unwrap();
    assert_eq!(digests[0]["sha256_tree"], digests[1]["sha256_tree"]);
    assert_eq!(preflight(["verify", to_payload, to_manifest]).code, 0);
    let words = check(&fixture("two-reports.zip"), &["--now", NOW]).out;
    assert!(
        words.contains("File      two-reports.zip: reports/january.txt") && words.contains("Together"),
        "{words}"
    );
}

#[test]
fn what_is_wrong_with_a_container_is_said() {
    for (name, code) in [
        ("encrypted.zip", "container-encrypted"),
        ("cut-off.txt.gz", "container-damaged"),
        // A browser's decompressor refuses what follows the first.
        ("two-members.txt.gz", "container-damaged"),
        ("empty.zip", "container-nothing-inside"),
        ("archive-in-archive.zip", "container-unsupported"),
    ] {
        let outcome = outcome(name);
        assert_eq!(codes(&outcome), [code], "{name}");
        assert!(outcome["manifest"].is_null());
    }
    let folder = Folder::new("trouble");
    let mut damaged = zip(&[("report.txt", good_report().as_bytes())]);
    damaged[200] ^= 0xFF;
    let said = |file: &str, bytes: &[u8], more: &[&str]| {
        let run: Run = check(&folder.file(file, bytes), &[&["--json"], more].concat());
        assert_eq!(run.code, 1, "{}", run.err);
        codes(&run.json())
    };
    assert_eq!(said("damaged.zip", &damaged, &[]), ["container-damaged"]);
    assert_eq!(said("cut.zip", &damaged[..300], &[]), ["container-damaged"]);
    let mut cut = workbook_with_title();
    cut.truncate(cut.len() - 100);
    assert_eq!(said("cut.xlsx", &cut, &[]), ["container-damaged"]);
}

#[test]
fn bombs_do_not_go_off() {
    let folder = Folder::new("bombs");
    let long = [good_report(), "\t".repeat(3 << 20)].concat();
    let many: Vec<String> = (0..101).map(|number| format!("{number}.txt")).collect();
    let bombs = [
        ("bomb.gz", gzip(long.as_bytes())),
        ("bomb.zip", zip(&[("report.txt", long.as_bytes())])),
        // Each within the limit, but not together.
        ("sum.zip", zip(&[("1.txt", &long.as_bytes()[..800_000]), ("2.txt", &long.as_bytes()[..800_000])])),
        (
            "bomb.xlsx",
            workbook(|workbook| {
                let sheet = workbook.add_worksheet();
                for row in 0..20_000 {
                    sheet.write(row, 0, format!("{row:0200}")).unwrap();
                }
            }),
        ),
        ("many.zip", zip(&many.iter().map(|name| (name.as_str(), b"".as_slice())).collect::<Vec<_>>())),
    ];
    for (name, bytes) in bombs {
        let run = check(&folder.file(name, bytes), &["--json", "--max-bytes", "1000000"]);
        assert_eq!(run.code, 1, "{name}: {}", run.err);
        assert!(codes(&run.json()).contains(&"container-too-large".to_owned()), "{name}: {}", run.out);
    }
}

#[test]
fn what_only_looks_like_an_archive_is_named() {
    for (name, family) in [
        ("workbook.ods", "open-document"),
        ("sheet.numbers", "apple-numbers"),
        ("letter.docx", "word-document"),
    ] {
        let outcome = outcome(name);
        assert_eq!(outcome["verdict"], "wrong-report", "{name}");
        let known = report_preflight::reports::by_family(family).map_or("unknown", |report| report.family);
        assert_eq!(outcome["sources"][0]["report"]["family"], known);
    }
}

#[test]
fn a_workbook_is_read_by_its_cells() {
    let outcome = outcome("report.xlsx");
    let source = &outcome["sources"][0];
    assert_eq!(source["report"]["family"], "fulfilled-shipments", "{outcome}");
    assert_eq!(
        (&source["format"]["container"], &source["format"]["member"]),
        (&"xlsx".into(), &"January".into())
    );
    assert_eq!(source["format"]["preamble_lines"], 3);
    assert_eq!(source["ledger"]["read"], 1);
    assert_eq!(outcome["manifest"]["payload"]["lines"], 1, "{outcome}");
    assert_eq!(outcome["manifest"]["totals"][0]["item_amount"], "19.99");
    assert_eq!(outcome["manifest"]["sources"][0]["dates"]["first"], "2026-01-03");
}

#[test]
fn every_sheet_with_a_report_counts() {
    let folder = Folder::new("sheets");
    let file = folder.file(
        "year.xlsx",
        workbook(|workbook| {
            for (name, order) in [("January", "111-1234567-0000001"), ("February", "111-1234567-0000002")] {
                fill(workbook.add_worksheet().set_name(name).unwrap(), 0, order);
            }
        }),
    );
    let outcome = check(&file, &["--json", "--now", NOW]).json();
    let sources = outcome["sources"].as_array().unwrap();
    let members: Vec<&Value> = sources.iter().map(|source| &source["format"]["member"]).collect();
    assert_eq!(members, ["January", "February"]);
    assert_eq!(outcome["ledger"]["read"], 2);
}
