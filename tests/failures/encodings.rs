//! Letters: which encoding a file is in, and what was lost or decoded twice before it came here.

use crate::rig::*;
use encoding_rs::{Encoding, GBK, SHIFT_JIS, UTF_8, WINDOWS_1252};
use report_preflight::outcome::{EncodingBy, Verdict};

const CANON: &str = "Ca\u{f1}on City";

fn encoded(encoding: &'static Encoding, text: &str) -> Vec<u8> {
    let (bytes, _, lost) = encoding.encode(text);
    assert!(!lost, "{} cannot write it", encoding.name());
    bytes.into_owned()
}

/// Many records; each city has a letter beyond ASCII, if asked.
fn long(records: usize, city: &str) -> String {
    let mut lines = fulfilled().set(2, "ship-city", city).lines();
    lines.truncate(2);
    let mut text = lines[0].clone() + "\n";
    for number in 0..records {
        text += &lines[1].replace("111-1111111-1111111", &format!("111-{number:07}-1111111"));
        text.push('\n');
    }
    text
}

/// Two megabytes whose last line is in another encoding than all lines before it.
#[test]
fn a_long_file_that_breaks_in_its_last_line_keeps_its_encoding() {
    const RECORDS: usize = 6_000;
    for (main, odd, name) in [(UTF_8, WINDOWS_1252, "utf-8"), (WINDOWS_1252, UTF_8, "windows-1252")] {
        for city in [CANON, "Austin"] {
            // Where all lines before are ASCII, the last one alone says what the file is.
            let mut bytes = encoded(main, &long(RECORDS, city));
            let last =
                long(1, CANON).lines().nth(1).expect("a record").replace("111-0000000", "112-0000000") + "\n";
            bytes.extend(encoded(odd, &last));
            assert!(bytes.len() > 1_900_000);
            let read = answer(&bytes);
            if city == CANON {
                assert_eq!(read.format().encoding, name);
                assert_eq!(read.records("encoding-mixed"), [RECORDS as u64 + 2]);
                assert_eq!(read.ledger(), [RECORDS as u64 + 1, RECORDS as u64, 0, 1, 0]);
                assert!(read.column("ship_to_city").iter().all(|found| found == CANON));
            } else {
                assert_eq!(read.ledger()[..2], [RECORDS as u64 + 1, RECORDS as u64 + 1]);
                assert_eq!(read.column("ship_to_city").last().map(String::as_str), Some(CANON));
            }
        }
    }
    sends_to_download("encoding-mixed");
}

#[test]
fn the_first_line_does_not_decide() {
    // One odd line at the top, and ten of the other kind below.
    for (main, odd, name) in [(UTF_8, WINDOWS_1252, "utf-8"), (WINDOWS_1252, UTF_8, "windows-1252")] {
        let text = long(11, CANON);
        let mut lines = text.split_inclusive('\n');
        let mut bytes = lines.next().expect("a header").as_bytes().to_vec();
        bytes.extend(encoded(odd, lines.next().expect("a record")));
        bytes.extend(lines.flat_map(|line| encoded(main, line)));
        let read = answer(&bytes);
        assert_eq!((read.format().encoding, read.records("encoding-mixed")), (name, vec![2]));
        assert_eq!(read.ledger(), [11, 10, 0, 1, 0]);
        assert!(read.column("ship_to_city").iter().all(|found| found == CANON));
    }
}

#[test]
fn two_exports_pasted_together_are_told_by_their_lines() {
    let (first, second) =
        (fulfilled().set_all("ship-city", CANON), fulfilled().only(&[2]).set(2, "ship-city", CANON));
    let second = second.set(2, "amazon-order-id", "115-5555555-5555555");
    let bytes = [encoded(UTF_8, &first.text()), encoded(WINDOWS_1252, &second.text())].concat();
    let read = answer(&bytes);
    assert_eq!((read.format().encoding, read.records("encoding-mixed")), ("utf-8", vec![6]));
    assert_eq!((read.ledger(), read.records("header-repeated")), ([5, 3, 0, 1, 1], vec![5]));
    assert_eq!(
        (read.verdict(), read.column("ship_to_city")),
        (Verdict::NeedsFixing, vec![CANON.to_owned(); 3])
    );
}

const JAPANESE: &str = "\u{30DE}\u{30B0}\u{30AB}\u{30C3}\u{30D7} \u{9752}\u{3044}\u{304A}\u{7687}";
const CHINESE: &str = "\u{84DD}\u{8272}\u{9676}\u{74F7}\u{676F} \u{5927}\u{53F7}\u{9A6C}\u{514B}\u{676F}";

#[test]
fn east_asian_data_under_english_headers() {
    for (encoding, label, name) in [(SHIFT_JIS, "shift_jis", JAPANESE), (GBK, "gbk", CHINESE)] {
        for report in [fulfilled(), fulfilled().commas(), fulfilled().pipes()] {
            let read = answer(&encoded(encoding, &report.clone().set_all("product-name", name).text()));
            assert_eq!((read.format().encoding, read.format().encoding_by), (label, EncodingBy::Text));
            assert_eq!((read.ledger(), read.payload), ([3, 3, 0, 0, 0], clean().payload));
            // In one record only, the last; and in a column that leaves.
            let city = "\u{6771}\u{4EAC}\u{90FD}\u{30D3}\u{30EB}";
            let city =
                if encoding == GBK { "\u{6DF1}\u{5733}\u{5E02}\u{5357}\u{5C71}\u{533A}" } else { city };
            let read = answer(&encoded(encoding, &report.set(4, "ship-city", city).text()));
            assert_eq!((read.format().encoding, read.ledger()), (label, [3, 3, 0, 0, 0]));
            assert_eq!(read.column("ship_to_city"), ["Seattle", "New Haven", city]);
        }
    }
}

/// The header of Seller Central in Chinese, as far as anybody has written it down; the other columns in English.
fn in_chinese() -> Report {
    let mut report = fulfilled();
    for (english, chinese) in [
        ("amazon-order-id", "\u{4E9A}\u{9A6C}\u{900A}\u{8BA2}\u{5355}\u{7F16}\u{53F7}"),
        ("shipment-date", "\u{914D}\u{9001}\u{65E5}\u{671F}"),
        ("sales-channel", "\u{9500}\u{552E}\u{6E20}\u{9053}"),
        ("sku", "\u{5356}\u{5BB6} SKU"),
        ("item-price", "\u{5546}\u{54C1}\u{4EF7}\u{683C}"),
        ("quantity-shipped", "\u{5DF2}\u{53D1}\u{8D27}\u{6570}\u{91CF}"),
    ] {
        let at = report.at(english);
        report.header[at] = chinese.to_owned();
    }
    report
}

#[test]
fn chinese_headers_are_read_in_gbk_and_utf_8() {
    for report in [in_chinese(), in_chinese().commas()] {
        for (encoding, label) in [(GBK, "gbk"), (UTF_8, "utf-8")] {
            let bytes = encoded(encoding, &report.clone().set_all("product-name", CHINESE).text());
            let read = answer(&bytes);
            assert_eq!((read.family(), read.format().encoding), ("fulfilled-shipments", label));
            assert_eq!((read.ledger(), read.payload), ([3, 3, 0, 0, 0], clean().payload), "{label}");
            assert_eq!(read.checked.outcome.sources[0].report.evidence.language, Some("zh"));
            // The header alone is Chinese.
            let read = answer(&encoded(encoding, &report.text()));
            assert_eq!((read.format().encoding, read.ledger()), (label, [3, 3, 0, 0, 0]));
        }
    }
}

#[test]
fn utf_16_with_and_without_its_mark() {
    let report = fulfilled().set(3, "ship-city", CANON).set_all("product-name", CHINESE);
    for text in [report.text(), report.ending("\r\n").text()] {
        for little in [true, false] {
            let bytes: Vec<u8> = text
                .encode_utf16()
                .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
                .collect();
            let label = if little { "utf-16le" } else { "utf-16be" };
            let mark: &[u8] = if little { b"\xFF\xFE" } else { b"\xFE\xFF" };
            for (bytes, by) in
                [(bytes.clone(), EncodingBy::ZeroBytes), ([mark, &bytes].concat(), EncodingBy::Mark)]
            {
                let read = answer(&bytes);
                assert_eq!((read.format().encoding, read.format().encoding_by), (label, by));
                assert_eq!(read.ledger(), [3, 3, 0, 0, 0]);
                assert_eq!(read.column("ship_to_city"), ["Seattle", CANON, "Austin"]);
            }
        }
    }
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_header() {
    for report in [fulfilled(), fulfilled().commas(), fulfilled().below("A title\n")] {
        let bytes = [b"\xEF\xBB\xBF".as_slice(), report.text().as_bytes()].concat();
        let read = answer(&bytes);
        assert_eq!((read.format().encoding_by, read.ledger()), (EncodingBy::Mark, [3, 3, 0, 0, 0]));
        assert_eq!(read.payload, clean().payload);
    }
}

#[test]
fn the_sellers_word_on_the_encoding_holds() {
    let said = |bytes: &[u8], label: &str| {
        let read = answer_with(bytes, |_, about| about.encoding = Some(label.to_owned()));
        assert_eq!((read.format().encoding, read.format().encoding_by), (label, EncodingBy::Seller));
        assert_eq!(read.ledger()[0], 3);
        read
    };
    let text = fulfilled().set(3, "ship-city", "\u{0416}\u{3042}\u{3044}").text();
    let bytes = encoded(SHIFT_JIS, &text);
    assert_eq!(said(&bytes, "shift_jis").column("ship_to_city")[1], "\u{0416}\u{3042}\u{3044}");
    assert_ne!(said(&bytes, "windows-1252").column("ship_to_city")[1], "\u{0416}\u{3042}\u{3044}");
    let canon = encoded(WINDOWS_1252, &fulfilled().set(3, "ship-city", CANON).text());
    assert_eq!(said(&canon, "windows-1252").column("ship_to_city")[1], CANON);
    // As UTF-8 the letter is none, and that is said.
    assert_eq!(said(&canon, "utf-8").records("text-damaged"), [3]);
    let unmarked: Vec<u8> = fulfilled().text().encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(said(&unmarked, "utf-16le").payload, clean().payload);
}

#[test]
fn letters_decoded_twice_are_put_back_where_there_is_one_way() {
    for (twice, once) in [
        ("Ca\u{c3}\u{b1}on City", CANON),
        ("Do\u{c3}\u{b1}a Ana", "Do\u{f1}a Ana"),
        ("O\u{e2}\u{20ac}\u{2122}Fallon", "O\u{2019}Fallon"),
    ] {
        let read = fulfilled().set(3, "ship-city", twice).answer();
        assert_eq!((read.ledger(), read.records("decoded-twice")), ([3, 2, 1, 0, 0], vec![3]), "{twice}");
        assert_eq!(read.column("ship_to_city")[1], once);
    }
    // Somebody's names, a mixture, and a letter cut in two: left as they are.
    for kept in [
        "S\u{e3}o Jo\u{e3}o",
        "\u{c3}lvaro",
        "Ca\u{c3}\u{b1}on \u{6771}\u{4EAC}",
        "\u{c3}\u{c3}",
        "Z\u{fc}rich",
    ] {
        let read = fulfilled().set(3, "ship-city", kept).answer();
        assert_eq!((read.ledger(), read.count("decoded-twice")), ([3, 3, 0, 0, 0], 0), "{kept}");
        assert_eq!(read.column("ship_to_city")[1], kept);
    }
    // In a column that stays, nothing is said.
    let name = fulfilled().set(3, "buyer-name", "Zo\u{c3}\u{ab}").answer();
    assert_eq!((name.ledger(), name.codes()), ([3, 3, 0, 0, 0], vec!["month-differs-in-utc"]));
}

#[test]
fn lost_letters_are_said_and_not_made_up() {
    for (lost, code) in [
        ("Ca?on City", "text-lost"),
        ("Ca\u{FFFD}on City", "text-damaged"),
        ("Ca\u{1}on City", "text-damaged"),
    ] {
        let read = fulfilled().set(3, "ship-city", lost).answer();
        assert_eq!((read.verdict(), read.records(code)), (Verdict::ReadyWithWarnings, vec![3]), "{code}");
        assert_eq!((read.ledger(), read.column("ship_to_city")[1].as_str()), ([3, 3, 0, 0, 0], lost));
    }
    assert_eq!(fulfilled().set_all("product-name", "Why? Ca?on").answer().verdict(), Verdict::Ready);
    let zero = fulfilled().set(3, "ship-city", "New\0Haven").answer();
    zero.rejects_only(3, "record-has-nul");
}
