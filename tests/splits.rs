//! Laws 1, 4 and 5 over generated and damaged reports: records add up, every cut gives the same answer, lists stay
//! short. And the record reader against the `csv` crate.
#![allow(clippy::disallowed_methods)] // the ban is for the core

#[path = "common/mod.rs"]
mod common;
#[path = "generator/mod.rs"]
mod generator;

use common::{Asked, Checked, check, check_in_pieces, options};
use generator::{Numbers, Plan};
use proptest::prelude::*;
use report_preflight::input::records::{Dialect, Form, Records};

/// Bytes cut where `cuts` says, in fractions of the rest.
fn pieces<'a>(mut bytes: &'a [u8], cuts: &[u16]) -> Vec<&'a [u8]> {
    let mut pieces = Vec::new();
    for &cut in cuts {
        let (piece, rest) = bytes.split_at(bytes.len() * usize::from(cut) / 65536 / 2);
        pieces.push(piece);
        bytes = rest;
    }
    pieces.push(bytes);
    pieces
}

fn same(one: &Checked, other: &Checked) -> bool {
    one.outcome == other.outcome && one.payload == other.payload
}

fn ledger_adds_up(checked: &Checked) -> bool {
    let ledger = checked.outcome.ledger;
    let lines = checked.outcome.manifest.as_ref().map_or(ledger.lines(), |manifest| manifest.payload.lines);
    let lines_in_payload = checked.payload.iter().filter(|&&byte| byte == b'\n').count() as u64;
    let payload_agrees = checked.outcome.manifest.is_none() || lines_in_payload > lines;
    ledger.read() == ledger.accepted() + ledger.repaired() + ledger.rejected() + ledger.set_aside()
        && lines == ledger.lines()
        && payload_agrees
}

/// A report with bytes changed, dropped and put in.
fn damaged(plan: &Plan, damages: &[(u32, u8, u8)]) -> Vec<u8> {
    let mut bytes = generator::report(plan);
    for &(place, kind, byte) in damages {
        let at = place as usize % bytes.len();
        match kind % 4 {
            0 => bytes[at] = byte,
            1 => drop(bytes.remove(at)),
            2 => bytes.insert(at, byte),
            _ => bytes.truncate(at.max(bytes.len() / 2)),
        }
    }
    bytes
}

/// What spreadsheets, other languages, other encodings and bad luck put into files.
const TOKENS: &[&[u8]] = &[
    b"",
    b"\"",
    b"\"\"",
    b"\n",
    b"\r",
    b"\t",
    b",",
    b";",
    b"|",
    b"\0",
    b"\xE9",
    b"\xC3\xA9",
    b"\xC3\x83\xC2\xA9",
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"\x83\x7D\x83\x4F",
    b"\xB5\xC4\xC2\xF3",
    b"06/07/22",
    b"13/05/2022",
    b"05/13/2022",
    b"6,24",
    b"1.081,98",
    b"1,081.98",
    b"########",
    b"46112",
    b"7.66E+12",
    b"111-1234567-1234567",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_cut_of_every_report_gives_the_same_answer(
        seed in any::<u64>(),
        size in 2_000usize..160_000,
        quoted_csv in any::<bool>(),
        crlf in any::<bool>(),
        damages in prop::collection::vec((any::<u32>(), any::<u8>(), prop_oneof![any::<u8>(), Just(b'"'), Just(b'\n'), Just(b'\t'), Just(0xE9)]), 0..12),
        cuts in prop::collection::vec(any::<u16>(), 0..20),
    ) {
        let plan = Plan { seed, bytes: size, quoted_csv, crlf, damaged_per_mille: 50 };
        let bytes = damaged(&plan, &damages);
        let whole = check(&bytes, options("x"));
        prop_assert!(ledger_adds_up(&whole));
        prop_assert!(same(&whole, &check_in_pieces(pieces(&bytes, &cuts), options("x"))));
        prop_assert!(same(&whole, &check_in_pieces(bytes.chunks(4096), options("x"))));
        for finding in &whole.outcome.findings {
            prop_assert!(finding.places.len() as u64 <= finding.count.min(100));
        }
    }

    /// Any fixture, damaged by what damages files, alone or before another one.
    #[test]
    fn damaged_reports_of_every_kind_are_answered_alike(
        file in any::<prop::sample::Index>(),
        second in prop::option::of(any::<prop::sample::Index>()),
        damages in prop::collection::vec((any::<prop::sample::Index>(), 0usize..12, prop::sample::select(TOKENS)), 0..8),
        repeated in 1usize..20,
        size in 1usize..5_000,
    ) {
        let fixtures = common::inputs("reports");
        let read = |file: &prop::sample::Index| std::fs::read(file.get(&fixtures)).expect("a fixture can be read");
        let mut damaged = read(&file).repeat(repeated);
        for (at, cut, token) in &damages {
            let at = at.index(damaged.len() + 1);
            let end = (at + cut).min(damaged.len());
            damaged.splice(at..end, token.iter().copied());
        }
        let files: Vec<Vec<u8>> = [Some(damaged), second.as_ref().map(read)].into_iter().flatten().collect();
        let in_pieces = |size: usize| {
            let sources = files.iter().map(|file| (options("x").about, file.chunks(size)));
            common::check_batch(sources, options("x").options)
        };
        let whole = in_pieces(usize::MAX);
        prop_assert!(ledger_adds_up(&whole));
        prop_assert!(same(&whole, &in_pieces(size)));
        if let Some(manifest) = &whole.outcome.manifest {
            let mismatches = report_preflight::verify::verify(manifest, whole.payload.as_slice());
            prop_assert!(mismatches.is_ok_and(|mismatches| mismatches.is_empty()));
        }
    }

    #[test]
    fn arbitrary_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..5_000)) {
        let whole = check(&bytes, options("x"));
        prop_assert!(ledger_adds_up(&whole));
        prop_assert!(same(&whole, &check_in_pieces(bytes.chunks(7), options("x"))));
    }

    /// Quoted records, in any pieces, against the csv crate. It does not give blank lines, takes rows of quoted
    /// nothing for records, and a carriage return alone for a line end, so there are none of these here.
    #[test]
    fn quoted_records_are_those_of_the_csv_crate(
        records in prop::collection::vec(prop::collection::vec("[a-z \",\n]{0,6}", 2..5), 1..20),
        crlf in any::<bool>(),
        size in 1usize..40,
    ) {
        let is_blank = |cell: &String| cell.bytes().all(|byte| matches!(byte, b' ' | b',' | b'"'));
        prop_assume!(!records.iter().any(|record| record.iter().all(is_blank)));
        let terminator = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let mut writer = csv::WriterBuilder::new().flexible(true).quote_style(csv::QuoteStyle::Always).terminator(terminator).from_writer(Vec::new());
        for record in &records {
            writer.write_record(record).expect("a Vec takes it");
        }
        let bytes = writer.into_inner().expect("a Vec takes it");
        prop_assert_eq!(cut(&bytes, Dialect::COMMAS, size), records);
    }

    /// A quote inside a quoted cell that nobody doubled is a sign like any other.
    #[test]
    fn inner_quotes_need_not_be_doubled(
        cells in prop::collection::vec("([a-z]\"?[ a-z]){1,5}", 1..6),
        size in 1usize..40,
    ) {
        let line: String = cells.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",");
        prop_assert_eq!(cut(line.as_bytes(), Dialect::COMMAS, size), vec![cells]);
    }

    /// A quote that opens somewhere and is never closed costs the line it stands in, and no other.
    #[test]
    fn a_stray_quote_costs_its_own_line(lines in 1usize..30, stray in any::<prop::sample::Index>(), size in 1usize..90) {
        let stray = stray.index(lines);
        let text: String = (0..lines).map(|line| if line == stray { "1,\"b,c\n" } else { "1,\"b, b\",c\n" }).collect();
        let mut forms = Vec::new();
        let mut records = Records::new(Dialect { width: 3, ..Dialect::COMMAS }, 0);
        for piece in text.as_bytes().chunks(size) {
            records.push(piece, false, &mut |record| forms.push((record.form, record.cells.len())));
        }
        records.push(&[], true, &mut |record| forms.push((record.form, record.cells.len())));
        for (line, (form, cells)) in forms.iter().enumerate() {
            prop_assert_eq!((*form, *cells), if line == stray { (Form::UnclosedQuote, 0) } else { (Form::Whole, 3) });
        }
        prop_assert_eq!(forms.len(), lines);
    }

    /// Tabs: quotes are signs like any other.
    #[test]
    fn plain_records_are_those_of_the_csv_crate(
        records in prop::collection::vec(prop::collection::vec("[a-z\", ]{1,6}", 2..5), 1..20),
        size in 1usize..40,
    ) {
        let text: String = records.iter().map(|record| record.join("\t") + "\n").collect();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).quoting(false).delimiter(b'\t').from_reader(text.as_bytes());
        let expected: Vec<Vec<String>> = reader.records().map(|record| record.expect("text").iter().map(str::to_owned).collect()).collect();
        let blank = |record: &Vec<String>| record.iter().all(|cell| cell.trim().is_empty());
        prop_assume!(!expected.iter().any(blank));
        prop_assert_eq!(cut(text.as_bytes(), Dialect::TABS, size), expected);
    }
}

fn cut(bytes: &[u8], dialect: Dialect, size: usize) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut records = Records::new(dialect, 0);
    let mut take = |record: report_preflight::input::records::Record<'_>| {
        found.push(
            (0..record.cells.len())
                .map(|cell| String::from_utf8_lossy(record.cells.get(cell)).into_owned())
                .collect::<Vec<_>>(),
        );
    };
    for piece in bytes.chunks(size) {
        records.push(piece, false, &mut take);
    }
    records.push(&[], true, &mut take);
    // What is blank here has cells there.
    found.retain(|cells| !cells.is_empty());
    found
}

/// Ten thousand findings of a code are counted, and a hundred are listed.
#[test]
fn lists_are_capped_and_counts_are_exact() {
    let mut numbers = Numbers(3);
    let mut text = generator::FULFILLED_SHIPMENTS.join("\t") + "\n";
    for number in 0..10_000 {
        let mut cells = generator::record(&mut numbers, number, 0);
        cells[29] = "Conneticut".to_owned();
        text += &(cells.join("\t") + "\n");
    }
    let checked = check(text.as_bytes(), options("x"));
    let finding = checked
        .outcome
        .findings
        .iter()
        .find(|finding| finding.code == "state-misspelled")
        .expect("the finding");
    assert_eq!((finding.count, finding.places.len()), (10_000, 100));
    assert_eq!(checked.outcome.ledger.rejected(), 10_000);
}

/// A line of ten megabytes is one rejected record, and those around it are read.
#[test]
fn a_line_of_ten_megabytes_costs_one_record() {
    for (quoted_csv, filler) in [(false, b'x'), (true, b'x'), (false, b'"'), (true, b'"')] {
        let report =
            generator::report(&Plan { bytes: 3_000, quoted_csv, damaged_per_mille: 0, ..Plan::default() });
        let expected = check(&report, options("x")).outcome.ledger.accepted();
        let header_end = report.iter().position(|&byte| byte == b'\n').expect("a header") + 1;
        let mut bytes = report[..header_end].to_vec();
        bytes.extend(std::iter::repeat_n(filler, 10_000_000));
        bytes.push(b'\n');
        bytes.extend(&report[header_end..]);
        let checked = check_in_pieces(bytes.chunks(65_536), options("x"));
        assert_eq!(checked.outcome.ledger.accepted(), expected);
        assert_eq!(checked.outcome.ledger.rejected(), 1);
        assert_eq!(checked.outcome.findings[0].count, 1);
    }
}

/// The host's word changes what an error does, except where there is no value to send.
#[test]
fn hosts_may_change_severities_where_that_makes_sense() {
    use report_preflight::findings::Severity;
    let report = generator::report(&Plan { bytes: 3_000, damaged_per_mille: 0, ..Plan::default() });
    let text = String::from_utf8(report).expect("text").replace("Amazon.com", "Moon.com");
    let mut lenient = options("x");
    lenient.options.severities.insert("sales-channel-unknown".to_owned(), Severity::Warning);
    assert!(check(text.as_bytes(), options("x")).outcome.manifest.is_none());
    assert!(check(text.as_bytes(), lenient).outcome.manifest.is_some());
    let text = text.replace("USD", "US$");
    let mut lenient = options("x");
    lenient.options.severities.insert("currency-unknown".to_owned(), Severity::Note);
    assert!(check(text.as_bytes(), lenient).outcome.manifest.is_none());
}

/// What was written is what verifies; what was touched is not.
#[test]
fn a_payload_agrees_with_its_manifest_until_it_is_touched() {
    use report_preflight::verify::verify;
    let report = generator::report(&Plan { bytes: 2_000_000, damaged_per_mille: 0, ..Plan::default() });
    let Checked { outcome, payload } = check(&report, options("x"));
    let manifest = outcome.manifest.expect("a manifest");
    let codes = |payload: &[u8], manifest| -> Vec<&str> {
        verify(manifest, payload).expect("it can be read").iter().map(|mismatch| mismatch.code).collect()
    };
    assert_eq!(codes(&payload, &manifest), Vec::<&str>::new());
    let mut changed = payload.clone();
    let at = changed.len() - 100;
    changed[at] ^= 1;
    assert!(codes(&changed, &manifest).contains(&"digest"));
    let mut cut_off = payload.clone();
    cut_off.truncate(payload.len() / 2);
    assert!(codes(&cut_off, &manifest).contains(&"bytes"));
    let mut boastful = manifest.clone();
    boastful.totals[0].sums.item_amount = "1.00".to_owned();
    assert_eq!(codes(&payload, &boastful), ["totals"]);
    let mut later = manifest.clone();
    later.schema.version += 1;
    assert_eq!(codes(&payload, &later), ["schema"]);
}

/// The sums in the manifest, by another path: added up from the payload in whole cents.
#[test]
fn totals_are_the_sums_of_the_payload() {
    let report = generator::report(&Plan { bytes: 500_000, damaged_per_mille: 0, ..Plan::default() });
    let Checked { outcome, payload } = check(&report, options("x"));
    let total = &outcome.manifest.expect("a manifest").totals[0];
    let mut reader = csv::Reader::from_reader(payload.as_slice());
    let headers = reader.headers().expect("a header").clone();
    let column = |name: &str| headers.iter().position(|header| header == name).expect("a column");
    let (amount, state, month) = (column("item_amount"), column("ship_to_state"), column("tax_date"));
    let cents = |text: &str| text.replace('.', "").parse::<i64>().expect("cents");
    let records: Vec<csv::StringRecord> = reader.records().map(|record| record.expect("a record")).collect();
    assert_eq!(
        cents(&total.sums.item_amount),
        records.iter().map(|record| cents(&record[amount])).sum::<i64>()
    );
    for by_state in &total.by_state {
        let there = records.iter().filter(|record| Some(&record[state]) == by_state.state.as_deref());
        assert_eq!(
            cents(&by_state.sums.item_amount),
            there.map(|record| cents(&record[amount])).sum::<i64>()
        );
    }
    for by_month in &total.by_month {
        let then = records.iter().filter(|record| record[month].starts_with(&by_month.month));
        assert_eq!(by_month.sums.lines, then.count() as u64);
    }
}

/// Midnight does not move a sale to another month: the month is the one written.
#[test]
fn months_are_those_of_the_date_as_written() {
    let report = generator::report(&Plan { bytes: 1_500, damaged_per_mille: 0, ..Plan::default() });
    let text = String::from_utf8(report).expect("text");
    let header = text.lines().next().expect("a header");
    let mut cells: Vec<&str> = text.lines().nth(1).expect("a record").split('\t').collect();
    cells[8] = "2026-02-28T23:30:00-05:00";
    cells[6] = "2026-02-27T23:30:00-05:00";
    let checked = check(format!("{header}\n{}\n", cells.join("\t")).as_bytes(), options("x"));
    assert_eq!(checked.outcome.totals[0].by_month[0].month, "2026-02");
}

/// A host that hashes the parts itself gets the same outcome, and none if it leaves a part out.
#[test]
fn digests_may_come_from_the_host() {
    use report_preflight::session::{Hashed, PART};
    use report_preflight::{Fault, Session};
    use sha2::{Digest, Sha256};
    let report = generator::report(&Plan { bytes: 3 * PART, damaged_per_mille: 0, ..Plan::default() });
    let expected = check(&report, options("x"));
    let hosted = |leave_one_out: bool| {
        let Asked { options, about } = options("x");
        let mut session = Session::hashed_by_host(options);
        session.begin(about).expect("an open session");
        session.push(&report).expect("an open session");
        session.end().expect("an open session");
        session.close().expect("an open session");
        let parts: Vec<Vec<u8>> = std::iter::from_fn(|| session.take_payload()).collect();
        for part in report.chunks(PART).skip(usize::from(leave_one_out)) {
            session.add_digest(Hashed::Source, &Sha256::digest(part));
        }
        for part in &parts {
            session.add_digest(Hashed::Payload, &Sha256::digest(part));
        }
        assert!(parts.iter().rev().skip(1).all(|part| part.len() == PART));
        assert_eq!(parts.concat(), expected.payload);
        session.finish()
    };
    assert_eq!(hosted(false).as_ref(), Ok(&expected.outcome));
    assert_eq!(hosted(true), Err(Fault::DoesNotAddUp));
}

/// A stray quote holds lines back until it is known to be one. What is known of them, such as their encoding, must
/// not be taken for the first of them, however the file is cut.
#[test]
fn what_waits_behind_a_stray_quote_keeps_its_own_marks() {
    let path = common::root().join("tests/fixtures/reports/fulfilled-shipments/comma-separated.csv");
    let text = std::fs::read_to_string(path).expect("a fixture");
    // Without quotes, so that a stray one is closed nowhere.
    let text = text.replace("Stoneware mug, 11 oz, blue", "Mug").replace('"', "");
    let mut lines = text.lines();
    let (header, record) = (lines.next().expect("a header"), lines.next().expect("a record"));
    let city = |city: &[u8]| {
        let at = record.find("Seattle").expect("a city");
        [record.split_at(at).0.as_bytes(), city, record.split_at(at + 7).1.as_bytes()].concat()
    };
    let stray = record.replace("Mug", "\"Mug").into_bytes();
    let records =
        [city("Montr\u{e9}al".as_bytes()), stray, city(b"Seattle"), city(b"Montr\xE9al"), city(b"Seattle")];
    let report = [header.as_bytes(), &records.join(&b"\n"[..])].join(&b"\n"[..]);
    let whole = check(&report, options("x"));
    let odd =
        whole.outcome.findings.iter().find(|finding| finding.code == "encoding-mixed").expect("a finding");
    assert_eq!(odd.places.iter().filter_map(|place| place.record).collect::<Vec<_>>(), [5]);
    for size in [1, 7, 100, 1000] {
        assert!(same(&whole, &check_in_pieces(report.chunks(size), options("x"))), "in pieces of {size}");
    }
}

/// Whoever does not read a file again that has to be is told so, and gets no answer about an empty one.
#[test]
fn what_must_be_read_again_is_not_taken_for_empty() {
    use report_preflight::{Ended, Fault, Session};
    let report =
        std::fs::read(common::root().join("tests/fixtures/codes/encoding-mixed/bad.txt")).expect("a fixture");
    // The line that is in another encoding comes first, so that the file is taken for that.
    let mut lines: Vec<&[u8]> = report.split_inclusive(|&byte| byte == b'\n').collect();
    let last = lines.pop().expect("records");
    lines.insert(1, last);
    lines.push(lines[2]);
    let report = lines.concat();
    let mut session = Session::new(options("x").options);
    session.push(&report).expect("an open session");
    assert_eq!(session.end(), Ok(Ended::Again { keep: 0 }));
    assert_eq!(session.end(), Err(Fault::ReadAgain));
    assert_eq!(session.finish(), Err(Fault::ReadAgain));
    session.push(&report).expect("an open session");
    assert_eq!(session.end(), Ok(Ended::Done));
    assert_eq!(session.finish().expect("an outcome").ledger.read(), 4);
}

/// What shows only in whole files, or in all of them, is the same for every order of files that overlap.
#[test]
fn what_is_said_of_whole_files_does_not_depend_on_their_order() {
    let plan = Plan { seed: 5, bytes: 160_000, quoted_csv: false, crlf: false, damaged_per_mille: 0 };
    let text = String::from_utf8(generator::report(&plan)).expect("UTF-8");
    let mut lines = text.lines();
    let header = lines.next().expect("a header");
    let place = |name| header.split('\t').position(|column| column == name).expect("a column");
    let changes =
        [("item-price", "19.99"), ("item-tax", "0.00"), ("shipping-tax", ""), ("gift-wrap-tax", "")]
            .map(|(name, text)| (place(name), text));
    let records: Vec<String> = lines
        .filter(|line| !line.contains("\t2026-04-1")) // ten days without a sale
        .map(|line| {
            let mut cells: Vec<&str> = line.split('\t').collect();
            changes.iter().for_each(|(at, text)| cells[*at] = text);
            cells.join("\t")
        })
        .collect();
    let file = |from: usize, to: usize| {
        let bytes = format!("{header}\n{}\n", records[from..to].join("\n"));
        (options("x").about, bytes.into_bytes())
    };
    let files = [file(0, 90), file(60, 150), file(130, 200)];
    let said = |order: [usize; 3]| {
        let sources = order.iter().map(|at| &files[*at]);
        let checked = common::check_batch(
            sources.map(|(about, bytes)| (about.clone(), std::iter::once(&bytes[..]))),
            options("x").options,
        );
        let findings = checked.outcome.findings.iter();
        findings.map(|finding| (finding.code, finding.count)).collect::<Vec<_>>()
    };
    let first = said([0, 1, 2]);
    for expected in [("prices-all-equal", 3), ("tax-all-zero", 3), ("days-without-sales", 1)] {
        assert!(first.contains(&expected), "{expected:?} is not in {first:?}");
    }
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        assert_eq!(said(order), first, "{order:?}");
    }
}
