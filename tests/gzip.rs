//! What we pack is what others unpack, and about as small as they make it.
#![allow(clippy::disallowed_methods)] // the ban is for the core

#[path = "common/mod.rs"]
mod common;
#[path = "generator/mod.rs"]
mod generator;

use common::{check, golden, options, root};
use flate2::bufread::GzDecoder;
use generator::Plan;
use proptest::prelude::*;
use report_preflight::Options;
use report_preflight::options::{PayloadFormat, TemplateName};
use report_preflight::output::digest::PART;
use report_preflight::output::gzip::Gzip;
use std::io::{Read, Write};
use std::process::{Command, Stdio};

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = Gzip::default();
    let parts: Vec<u8> = bytes.chunks(PART).flat_map(|part| gzip.part(part)).collect();
    [&Gzip::HEADER[..], &parts, &gzip.end()].concat()
}

/// By a reader that knows of one member only.
fn unpacked(mut packed: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    GzDecoder::new(&mut packed).read_to_end(&mut bytes).expect("gzip");
    assert!(packed.is_empty(), "something stands behind it");
    bytes
}

/// What the `gzip` command makes of it.
fn command(option: &str, bytes: &[u8]) -> Vec<u8> {
    let mut gzip = Command::new("gzip")
        .args([option, "-c"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("gzip is installed");
    let mut input = gzip.stdin.take().expect("a pipe");
    std::thread::scope(|scope| {
        scope.spawn(move || input.write_all(bytes).expect("gzip reads"));
        let output = gzip.wait_with_output().expect("gzip ends");
        assert!(output.status.success());
        output.stdout
    })
}

/// The payload of a report of this size.
fn payload(bytes: usize, template: TemplateName, format: PayloadFormat) -> Vec<u8> {
    let report = generator::report(&Plan { bytes, ..Plan::default() });
    let mut asked = options("report.txt");
    asked.options = Options { leave_out_rejected: true, template, format, ..asked.options };
    check(&report, asked).payload
}

#[test]
fn a_payload_is_packed_about_as_small_as_by_gzip() {
    for (template, format) in [
        (TemplateName::Canonical, PayloadFormat::Csv),
        (TemplateName::Canonical, PayloadFormat::Ndjson),
        (TemplateName::Taxjar, PayloadFormat::Csv),
        (TemplateName::Kintsugi, PayloadFormat::Csv),
        (TemplateName::Kintsugi, PayloadFormat::Ndjson),
    ] {
        let plain = payload(2_000_000, template, format);
        let (ours, theirs) = (packed(&plain), command("-6", &plain));
        assert!(unpacked(&ours) == plain, "{template:?} {format:?}");
        let ratio = ours.len() as f64 / theirs.len() as f64;
        println!("{template:?} {format:?}: {ratio:.3} of gzip -6");
        assert!(ratio <= 1.25, "{template:?} {format:?}: {ratio:.3} of gzip -6");
    }
}

#[test]
fn the_gzip_command_unpacks_it() {
    let lines = payload(2_500_000, TemplateName::Canonical, PayloadFormat::Csv);
    for bytes in [&lines[..], b"", b"a", &[0; PART + 1], &lines[..PART]] {
        assert!(command("-d", &packed(bytes)) == bytes, "{} bytes", bytes.len());
    }
    // The session's last part may have nothing in it; who cuts the payload into parts has no such part.
    assert!(Gzip::default().part(b"").is_empty());
}

/// The worker's test packs the same, and so do all versions until this one is changed on purpose.
#[test]
fn the_same_lines_give_the_same_bytes() {
    let forms = root().join("tests/forms");
    let plain = std::fs::read(forms.join("shipments.ndjson")).expect("a golden");
    golden(&forms.join("shipments.ndjson.gz"), &packed(&plain));
}

#[test]
fn what_is_seldom_packed_is_packed_right() {
    let mut numbers = generator::Numbers(1);
    let noise: Vec<u8> = (0..300_000).map(|_| numbers.next() as u8).collect();
    let period =
        |period: usize| -> Vec<u8> { noise[..period].iter().copied().cycle().take(400_000).collect() };
    let words: Vec<u8> = (0..400_000u64).map(|n| b"ab,cd\nef"[(n * n / 7 % 8) as usize]).collect();
    let mut all = vec![noise.clone(), vec![b','; 300_000], words];
    all.extend(
        [1, 2, 7, 8, 9, 255, 256, 257, 258, 32_767, 32_768, 32_769, 65_535, 65_536, 65_537].map(period),
    );
    // As deep a tree as there can be: each byte comes about half as often as the one before.
    all.push((0..400_000u64).map(|n| b'a' + ((n + 1).trailing_zeros() as u8).min(20)).collect());
    for bytes in all {
        let ours = packed(&bytes);
        assert!(unpacked(&ours) == bytes);
        assert!(ours.len() < bytes.len() + bytes.len() / 100 + 300, "{} of {}", ours.len(), bytes.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_come_back(bytes in proptest::collection::vec(any::<u8>(), 0..5000)) {
        prop_assert_eq!(unpacked(&packed(&bytes)), bytes);
    }

    /// Of few kinds of bytes, so that much of it was seen before, near and far.
    #[test]
    fn what_repeats_comes_back(
        words in proptest::collection::vec("[a-c,\n]{1,12}", 1..20),
        order in proptest::collection::vec(any::<proptest::sample::Index>(), 0..20_000),
    ) {
        let text: String = order.iter().map(|word| word.get(&words).as_str()).collect();
        prop_assert!(unpacked(&packed(text.as_bytes())) == text.as_bytes());
    }
}
