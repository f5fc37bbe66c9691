//! What several test files need: checking bytes in pieces, walking fixtures, goldens.
#![allow(dead_code)] // each test file is a program of its own and uses a part of this

pub mod sums;

use report_preflight::{Ended, Options, Outcome, Session, SourceOptions};
use std::fs;
use std::path::{Path, PathBuf};

/// 2026-11-23T12:00:00Z: the clock of every test.
pub const NOW: i64 = 1_795_435_200;

pub struct Checked {
    pub outcome: Outcome,
    pub payload: Vec<u8>,
}

impl Checked {
    /// As `check --json` writes it.
    pub fn json(&self) -> serde_json::Value {
        serde_json::to_value(&self.outcome).expect("an outcome is JSON")
    }
    pub fn codes(&self) -> Vec<&'static str> {
        let findings = self.outcome.findings.iter().map(|finding| finding.code);
        findings.chain(self.outcome.repairs.iter().map(|repair| repair.code)).collect()
    }
}

/// What a check is asked.
#[derive(Clone, Default)]
pub struct Asked {
    pub options: Options,
    pub about: SourceOptions,
}

pub fn options(name: &str) -> Asked {
    Asked {
        options: Options { now: Some(NOW), ..Options::default() },
        about: SourceOptions { name: Some(name.to_owned()), ..SourceOptions::default() },
    }
}

pub fn check(bytes: &[u8], asked: Asked) -> Checked {
    check_in_pieces(std::iter::once(bytes), asked)
}

pub fn check_in_pieces<'a>(
    pieces: impl IntoIterator<Item = &'a [u8], IntoIter: Clone>,
    Asked { options, about }: Asked,
) -> Checked {
    check_batch([(about, pieces)], options)
}

/// Several sources together, each in its pieces, and read again when the session asks for it.
pub fn check_batch<'a, Pieces>(
    sources: impl IntoIterator<Item = (SourceOptions, Pieces)>,
    options: Options,
) -> Checked
where
    Pieces: IntoIterator<Item = &'a [u8], IntoIter: Clone>,
{
    let (annotates, for_people) = (options.annotate.is_some(), options.for_people);
    let mut session = Session::new(options);
    let mut parts: Vec<Vec<u8>> = Vec::new();
    for (about, pieces) in sources {
        session.begin(about).expect("the source before it has ended");
        let pieces = pieces.into_iter();
        loop {
            for piece in pieces.clone() {
                session.push(piece).expect("a session takes bytes until it is finished");
                parts.extend(std::iter::from_fn(|| session.take_payload()));
            }
            match session.end().expect("a source can be ended") {
                Ended::Done => break,
                Ended::Again { keep } => parts.truncate(keep),
            }
        }
        parts.extend(std::iter::from_fn(|| session.take_payload()));
    }
    let outcome = session.finish().expect("a session finishes once");
    parts.extend(std::iter::from_fn(|| session.take_payload()));
    // As hosts do it: a payload without a manifest is none, and what is for people has none.
    if outcome.manifest.is_none() && !annotates && !(for_people && outcome.verdict.is_ready()) {
        parts.clear();
    }
    Checked { outcome, payload: parts.concat() }
}

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// An input among the fixtures: a file, or a folder `*.batch` whose files are checked together, in their order.
pub fn check_input(path: &Path, options: Options) -> Checked {
    check_input_in_pieces(path, options, usize::MAX)
}

pub fn check_input_in_pieces(path: &Path, options: Options, size: usize) -> Checked {
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let asked = asked_beside(path, options);
    let options = asked.options;
    let sources: Vec<(SourceOptions, Vec<u8>)> = files_of(path)
        .iter()
        .map(|file| {
            let about = SourceOptions { name: name(file), ..asked.about.clone() };
            (about, fs::read(file).expect("a fixture can be read"))
        })
        .collect();
    check_batch(sources.iter().map(|(about, bytes)| (about.clone(), bytes.chunks(size))), options)
}

/// What is asked of an input besides: in `bad.asked.json` beside `bad.txt`, as `{"options": {…}, "source": {…}}`.
pub fn asked_beside(path: &Path, options: Options) -> Asked {
    let Ok(text) = fs::read(path.with_extension("asked.json")) else {
        return Asked { options, about: SourceOptions::default() };
    };
    let mut beside: serde_json::Value = serde_json::from_slice(&text).expect("JSON");
    let mut whole = serde_json::to_value(options).expect("options are JSON");
    for (name, value) in beside["options"].as_object().into_iter().flatten() {
        whole[name] = value.clone();
    }
    let about = beside["source"].take();
    Asked {
        options: serde_json::from_value(whole).expect("options"),
        about: serde_json::from_value(if about.is_null() { serde_json::json!({}) } else { about })
            .expect("the options of a source"),
    }
}

/// The files of an input.
pub fn files_of(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let mut files = Vec::new();
    walk(path, &mut files);
    files.sort();
    files
}

/// Every input among the fixtures, in the order of names: what is no golden.
pub fn inputs(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    walk(&root().join("tests/fixtures").join(folder), &mut found);
    found.retain(|path| !is_golden(path));
    found.sort();
    assert!(!found.is_empty(), "there are no fixtures in {folder}");
    found
}

fn is_golden(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.ends_with(".asked.json") || name.ends_with(".outcome.json") || name.ends_with(".payload.csv")
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("a folder can be listed").path();
        // For hosts, which unwrap what the core gets: tests/cli/containers.rs makes them. And the show, which has its
        // own sheet of what must come of it.
        if path.ends_with("fixtures/containers") || path.ends_with("fixtures/show") {
            continue;
        }
        let is_batch = path.extension().is_some_and(|extension| extension == "batch");
        if path.is_dir() && !is_batch { walk(&path, found) } else { found.push(path) }
    }
}

/// Compares with the file beside, or writes it when UPDATE is set.
pub fn golden(path: &Path, content: &[u8]) {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, content).expect("a golden can be written");
        return;
    }
    let name = path.strip_prefix(root()).unwrap_or(path).display().to_string();
    let expected = fs::read(path).unwrap_or_else(|_| {
        panic!("{name} is missing. Run the tests with UPDATE=1 to write it, then read it.")
    });
    assert!(
        expected == content,
        "{name} is out of step.\n--- there\n{}\n--- now\n{}\nIf the change is meant, run the tests with UPDATE=1 and read the difference.",
        String::from_utf8_lossy(&expected),
        String::from_utf8_lossy(content)
    );
}

pub fn pretty(value: &impl serde::Serialize) -> Vec<u8> {
    let mut text = serde_json::to_vec_pretty(value).expect("JSON");
    text.push(b'\n');
    text
}
