//! Laws 4 and 8 for several workers on one file: the outcome and the payload of one, to the byte, wherever the file is
//! cut and whoever judges which block. Where it cannot be so, one reads it alone; how often that is, is looked at too.
#![allow(clippy::disallowed_methods)] // the ban is for the core

#[path = "common/mod.rs"]
mod common;
#[path = "generator/mod.rs"]
mod generator;

use common::{Asked, Checked, check, options};
use generator::{Numbers, Plan, families};
use proptest::prelude::*;
use report_preflight::reports;
use report_preflight::session::PART;
use report_preflight::{Block, Ended, Session};
use std::sync::atomic::{AtomicU32, Ordering};

/// How a file is shared.
#[derive(Clone, Debug)]
struct Way {
    /// What the leader reads before it lets others help.
    first: usize,
    blocks: Vec<usize>,
    /// Who judges which block: 0 is the leader.
    helpers: usize,
    seed: u64,
    /// As in a browser, and not as in one process.
    as_bytes: bool,
}

#[derive(Debug, PartialEq, Eq)]
enum Sharing {
    /// It is not a file to be shared, or a small one.
    Refused,
    Shared,
    /// It was begun, and somebody had to read it alone; or has to read it twice in any case.
    Alone,
    Twice,
}

fn code(slug: &str) -> Option<&'static report_preflight::findings::Code> {
    report_preflight::codes().find(|code| code.slug == slug)
}

/// Shares what follows the leader's first bytes. `None`: a line is no record.
fn share(
    session: &mut Session,
    bytes: &[u8],
    asked: &Asked,
    way: &Way,
    parts: &mut Vec<Vec<u8>>,
) -> Option<()> {
    let start = way.first;
    let mut number = session.pause(&bytes[start - 1..]).expect("a source is being read")?;
    let head = &bytes[..start.min(64 * 1024)];
    let mut helpers: Vec<Session> = (0..way.helpers)
        .map(|_| {
            let mut helper = Session::new(asked.options.clone());
            assert!(helper.help(asked.about.clone(), session.source(), head).expect("a new session"));
            helper
        })
        .collect();
    let (mut at, mut lengths, mut who) = (start, way.blocks.iter().cycle(), Numbers(way.seed));
    while at < bytes.len() {
        let length = (*lengths.next().expect("a cycle")).min(bytes.len() - at);
        let is_last = at + length == bytes.len();
        let end = (at + length + Block::MARGIN).min(bytes.len());
        let block = Block::new(bytes[at - 1..end].to_vec(), at as u64, length, is_last)?;
        let judge = match who.below(1 + way.helpers as u64) as usize {
            0 => &mut *session,
            helper => &mut helpers[helper - 1],
        };
        judge.judge_block(&block, number).expect("a block is judged");
        let pieces: Vec<_> = std::iter::from_fn(|| judge.take_block()).collect();
        pieces.iter().for_each(|piece| session.add_block(piece));
        session.add_bytes(length as u64, &[]);
        parts.extend(std::iter::from_fn(|| session.take_payload()));
        number += block.records();
        at += length;
    }
    for mut helper in helpers {
        match way.as_bytes {
            true => session.add_share_from_bytes(helper.share_as_bytes().expect("a helper"), &code),
            false => session.add_share(helper.share().expect("a helper")),
        }
    }
    Some(())
}

fn check_shared(bytes: &[u8], asked: &Asked, way: &Way) -> (Checked, Sharing) {
    // Who hashes does not matter here: the digests are those of nobody.
    let mut session = Session::hashed_by_host(asked.options.clone());
    let mut parts: Vec<Vec<u8>> = Vec::new();
    session.begin(asked.about.clone()).expect("a new session");
    session.push(&bytes[..way.first]).expect("a session takes bytes");
    parts.extend(std::iter::from_fn(|| session.take_payload()));
    let mut sharing = Sharing::Refused;
    if session.may_share() {
        sharing = Sharing::Shared;
        if share(&mut session, bytes, asked, way, &mut parts).is_none() {
            session.share_no_more();
        }
    } else {
        session.push(&bytes[way.first..]).expect("a session takes bytes");
    }
    while let Ended::Again { keep } = session.end().expect("a source can be ended") {
        if sharing == Sharing::Shared {
            sharing = if is_read_twice(bytes, asked) { Sharing::Twice } else { Sharing::Alone };
        }
        parts.truncate(keep);
        assert!(!session.may_share());
        session.push(bytes).expect("a session takes bytes");
        assert!(!session.may_share());
        parts.extend(std::iter::from_fn(|| session.take_payload()));
    }
    for part in bytes.chunks(PART) {
        session.add_digest(report_preflight::session::Hashed::Source, &sha256(part));
    }
    session.close().expect("no source comes any more");
    parts.extend(std::iter::from_fn(|| session.take_payload()));
    for part in &parts {
        session.add_digest(report_preflight::session::Hashed::Payload, &sha256(part));
    }
    let outcome = session.finish().expect("a session finishes once");
    if outcome.manifest.is_none() {
        parts.clear();
    }
    (Checked { outcome, payload: parts.concat() }, sharing)
}

/// By one worker.
fn is_read_twice(bytes: &[u8], asked: &Asked) -> bool {
    let mut session = Session::hashed_by_host(asked.options.clone());
    session.begin(asked.about.clone()).expect("a new session");
    session.push(bytes).expect("a session takes bytes");
    session.end().expect("a source can be ended") != Ended::Done
}

fn sha256(bytes: &[u8]) -> [u8; 32] {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).into()
}

fn same(one: &Checked, other: &Checked) -> bool {
    one.outcome == other.outcome && one.payload == other.payload
}

fn way() -> impl Strategy<Value = Way> {
    let sizes = prop_oneof![1usize..600, 1_000usize..40_000];
    (0usize..20_000, prop::collection::vec(sizes, 1..5), 1usize..4, any::<u64>(), any::<bool>()).prop_map(
        |(more, blocks, helpers, seed, as_bytes)| Way {
            first: 65_536 + more,
            blocks,
            helpers,
            seed,
            as_bytes,
        },
    )
}

const PLAIN: Plan = Plan { seed: 0, bytes: 0, quoted_csv: false, crlf: false, damaged_per_mille: 0 };

/// How many of the generated files were shared to the end, so that "alone" cannot hide behind being right.
static SHARED: AtomicU32 = AtomicU32::new(0);
static ALONE: AtomicU32 = AtomicU32::new(0);

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn plain_shipments_are_shared(
        seed in any::<u64>(),
        size in 100_000usize..300_000,
        crlf in any::<bool>(),
        damaged_per_mille in prop_oneof![Just(0u64), Just(10), Just(300)],
        way in way(),
    ) {
        let bytes = generator::report(&Plan { seed, bytes: size, crlf, damaged_per_mille, ..PLAIN });
        let (shared, sharing) = check_shared(&bytes, &options("x"), &way);
        prop_assert!(same(&check(&bytes, options("x")), &shared));
        prop_assert!(matches!(sharing, Sharing::Shared | Sharing::Twice), "{sharing:?}");
        prop_assert!(damaged_per_mille > 0 || sharing == Sharing::Shared);
    }

    #[test]
    fn damaged_reports_are_answered_alike(
        seed in any::<u64>(),
        size in 80_000usize..200_000,
        kind in 0usize..4,
        damages in prop::collection::vec((any::<u32>(), any::<u8>(), prop_oneof![any::<u8>(), Just(b'\n'), Just(b'\t'), Just(0xE9), Just(0)]), 0..12),
        repeats in prop::collection::vec(any::<prop::sample::Index>(), 0..2),
        changed in prop::collection::vec(0u64..500, 0..6),
        few_places in any::<bool>(),
        way in way(),
    ) {
        let mut bytes = generator::report(&Plan { seed, bytes: size, damaged_per_mille: 50, ..PLAIN });
        if kind == 1 {
            // In windows-1252: every other letter beyond ASCII is one byte.
            bytes = encoding_rs::WINDOWS_1252.encode(&String::from_utf8_lossy(&bytes)).0.into_owned();
        }
        for line in &repeats {
            let lines: Vec<&[u8]> = bytes.split_inclusive(|&byte| byte == b'\n').collect();
            let line = lines[1 + line.index(lines.len() - 1)].to_vec();
            bytes.extend_from_slice(&line);
        }
        for &(place, kind, byte) in &damages {
            let at = 3_000 + place as usize % (bytes.len() - 3_000);
            match kind % 4 {
                0 => bytes[at] = byte,
                1 => drop(bytes.remove(at)),
                2 => bytes.insert(at, byte),
                _ => bytes.truncate(at.max(bytes.len() / 2)),
            }
        }
        bytes.resize(bytes.len().max(90_000), b'\n');
        let mut asked = options("x");
        asked.options.max_places = if few_places { 3 } else { 100 };
        asked.options.leave_out_rejected = kind == 2;
        for &record in &changed {
            asked.about.left_out.push(record + 7);
            asked.about.edits.push(report_preflight::options::Edit {
                record,
                column: if record % 5 == 0 { "no-such-column" } else { "item-tax" }.to_owned(),
                value: "1.23".to_owned(),
            });
        }
        let (shared, sharing) = check_shared(&bytes, &asked, &way);
        prop_assert!(same(&check(&bytes, asked), &shared), "{sharing:?}");
        match sharing {
            Sharing::Shared => SHARED.fetch_add(1, Ordering::Relaxed),
            Sharing::Alone => ALONE.fetch_add(1, Ordering::Relaxed),
            Sharing::Refused | Sharing::Twice => 0,
        };
        let (shared, alone) = (SHARED.load(Ordering::Relaxed), ALONE.load(Ordering::Relaxed));
        // About every second is; that so few of forty are happens by chance once in a million runs.
        prop_assert!(shared + alone < 40 || shared >= 5, "{shared} were shared, {alone} read alone");
    }
}

/// Every family and generation that comes without quotes, with orders whose lines lie apart, in one currency and in two.
#[test]
fn reports_of_every_kind_are_shared() {
    let mut shared = 0;
    for report in reports::all().filter(|report| report.is_usable()) {
        let reading = report.reading().expect("it is usable");
        for (number, generation) in reading.generations.iter().enumerate() {
            let columns = families::columns(reading, generation);
            let mut rows: Vec<Vec<String>> = Vec::new();
            for (seed, currency) in [(7, "USD"), (8, "CAD"), (9, "USD")] {
                let sales = families::sales(seed, 300, currency, families::has_refunds(report));
                let table = families::table_of(&sales, report, &columns, "Mug", false);
                rows.extend(table.into_iter().skip(usize::from(!rows.is_empty())));
            }
            let text = families::preamble(report, "USD") + &families::text(&rows, '\t', "\n");
            let mut asked = options("report.txt");
            if number % 2 == 1 {
                asked.options.format = report_preflight::options::PayloadFormat::Ndjson;
            }
            let whole = check(text.as_bytes(), asked.clone());
            for seed in 0..4 {
                let way = Way {
                    first: 65_536,
                    blocks: vec![3_000, 20_000, 7],
                    helpers: 2,
                    seed,
                    as_bytes: seed % 2 == 0,
                };
                if text.len() <= way.first {
                    continue;
                }
                let (other, sharing) = check_shared(text.as_bytes(), &asked, &way);
                assert_eq!(
                    whole.outcome, other.outcome,
                    "{} {}: {sharing:?}",
                    report.family, generation.name
                );
                assert!(whole.payload == other.payload, "{} {}: {sharing:?}", report.family, generation.name);
                shared += u32::from(sharing == Sharing::Shared);
                if report.family == "fulfilled-shipments" {
                    assert_eq!(sharing, Sharing::Shared);
                }
            }
        }
    }
    assert!(shared >= 20, "only {shared} were shared");
}

/// An order counts in the state of its first line. Which of two lines that is, one worker has to see.
#[test]
fn an_order_that_goes_to_two_states_is_read_by_one() {
    let report = generator::report(&Plan { bytes: 200_000, ..PLAIN });
    let text = String::from_utf8(report).expect("UTF-8");
    let lines: Vec<_> = text.lines().collect();
    let column =
        |name: &str| generator::FULFILLED_SHIPMENTS.iter().position(|known| *known == name).expect(name);
    let cells = |line: usize| lines[line].split('\t').collect::<Vec<_>>();
    let state = |line: usize| cells(line)[column("ship-state")];
    let last = lines.len() - 1;
    let first = (1..last).find(|&line| state(line) != state(last)).expect("another state");
    let mut moved = cells(last);
    moved[column("amazon-order-id")] = cells(first)[column("amazon-order-id")];
    let moved = [&lines[..last], &[moved.join("\t").as_str()]].concat().join("\n") + "\n";
    let way = Way { first: 65_536, blocks: vec![9_000], helpers: 2, seed: 5, as_bytes: true };
    let (shared, sharing) = check_shared(moved.as_bytes(), &options("x"), &way);
    assert_eq!(sharing, Sharing::Alone);
    let alone = check(moved.as_bytes(), options("x"));
    assert!(same(&alone, &shared));
    let orders: u64 = alone.outcome.totals[0].by_state.iter().map(|place| place.orders).sum();
    assert_eq!(orders, alone.outcome.totals[0].orders);
}

/// Every fixture, its records strewn over a file that is large enough.
#[test]
fn fixtures_are_answered_alike() {
    let (mut shared, mut alone) = (0, 0);
    for path in
        ["reports", "codes"].iter().flat_map(|folder| common::inputs(folder)).filter(|path| path.is_file())
    {
        let bytes = std::fs::read(&path).expect("a fixture can be read");
        if bytes.len() > 60_000 {
            continue;
        }
        let lines = bytes.split_inclusive(|&byte| byte == b'\n');
        let blank = vec![b'\n'; 200_000 / lines.clone().count().max(1)];
        let strewn: Vec<u8> = lines
            .enumerate()
            .flat_map(|(number, line)| [if number > 1 { &blank[..] } else { &[] }, line])
            .flatten()
            .copied()
            .collect();
        if strewn.len() < 70_000 {
            continue;
        }
        let asked = common::asked_beside(&path, options("x").options);
        let whole = check(&strewn, asked.clone());
        let way = Way { first: 65_536, blocks: vec![9_000], helpers: 2, seed: 5, as_bytes: true };
        let (other, sharing) = check_shared(&strewn, &asked, &way);
        assert!(same(&whole, &other), "{}: {sharing:?}", path.display());
        match sharing {
            Sharing::Shared => shared += 1,
            Sharing::Alone => alone += 1,
            Sharing::Refused | Sharing::Twice => {}
        }
    }
    assert!(shared > 60 && shared > 10 * alone, "{shared} were shared, {alone} read alone");
}

/// Parts of the payload are cut where one worker would cut them, and handed out as they come.
#[test]
fn a_large_file_is_shared() {
    let bytes = generator::report(&Plan { bytes: 12 << 20, damaged_per_mille: 10, ..PLAIN });
    let way = Way { first: 1 << 20, blocks: vec![2 << 20], helpers: 2, seed: 3, as_bytes: true };
    let (shared, sharing) = check_shared(&bytes, &options("x"), &way);
    let alone = check(&bytes, options("x"));
    assert!(same(&alone, &shared) && sharing != Sharing::Alone);
    assert!(alone.outcome.ledger.lines() > 10_000);
}
