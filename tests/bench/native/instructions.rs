//! How many instructions a check takes, as callgrind counts them: a number that does not move with what else the
//! machine does, so that a slow-down of 3 % is seen.
//!
//! What is counted is a program of its own, `counted.rs`, built as the product is and without what benches and tests
//! need, and of it one function: neither its start nor reading the file. By hand rather than with gungraun, which
//! needs a runner of its own version installed, for what is one command and one number.
//!
//! The numbers depend on the compiler and a little on the machine's vector instructions; valgrind knows no SHA
//! instructions, so digests weigh here what they weigh in wasm, and more than they take natively. The ones in
//! `instructions.txt` are of the machine that it was renewed on, with `UPDATE=1`.

use crate::generator::{self, Plan};
use crate::windows_1252;
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const BYTES: usize = 4_000_000;
const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bench/native/instructions.txt");

type Make = fn() -> Vec<u8>;

/// What is counted: its name, the file, and whether there are digests.
const RUNS: [(&str, Make, bool); 5] = [
    ("tabs", || report(Plan::default()), false),
    ("tabs, with digests", || report(Plan::default()), true),
    ("quoted", || report(Plan { quoted_csv: true, crlf: true, ..Plan::default() }), false),
    ("windows-1252", || windows_1252(&report(Plan::default())), false),
    ("1 % damaged", || report(Plan { damaged_per_mille: 10, ..Plan::default() }), false),
];

fn report(plan: Plan) -> Vec<u8> {
    generator::report(&Plan { bytes: BYTES, ..plan })
}

/// Counts, and prints each number beside the one that is kept.
pub fn count_all(folder: &Path) -> Result<()> {
    let kept = fs::read_to_string(KEPT).unwrap_or_default();
    let kept: BTreeMap<&str, u64> = kept
        .lines()
        .filter_map(|line| line.split_once(": "))
        .filter_map(|(name, number)| Some((name, number.parse().ok()?)))
        .collect();
    let program = build()?;
    let mut counted = String::new();
    println!("Instructions of one check of 4 MB, as callgrind counts them");
    println!("{:>20}  {:>12}  {:>6}  {:>8}  against instructions.txt", "", "in all", "a byte", "a record");
    for (name, make, digests) in RUNS {
        let file = folder.join("counted.txt");
        let bytes = make();
        fs::write(&file, &bytes)?;
        let records = memchr::memchr_iter(b'\n', &bytes).count();
        let number = count(&program, &file, digests)?;
        let against = match kept.get(name) {
            Some(&old) => format!("{:+.2} %", (number as f64 / old as f64 - 1.0) * 100.0),
            None => "not there".to_owned(),
        };
        println!(
            "{name:>20}  {number:>12}  {:>6.1}  {:>8.0}  {against}",
            number as f64 / bytes.len() as f64,
            number as f64 / records as f64,
        );
        counted += &format!("{name}: {number}\n");
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(KEPT, counted)?;
    }
    Ok(())
}

/// The program's path.
fn build() -> Result<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let target = root.join("target");
    let status = Command::new(env!("CARGO"))
        .args([
            "build",
            "--quiet",
            "--release",
            "--no-default-features",
            "--features",
            "counted",
            "--bin",
            "counted",
        ])
        .arg("--target-dir")
        .arg(&target)
        .current_dir(root)
        .status()?;
    ensure!(status.success(), "cargo ended with {status}");
    Ok(target.join("release/counted"))
}

fn count(program: &Path, file: &Path, digests: bool) -> Result<u64> {
    let out: PathBuf = file.with_extension("callgrind");
    let status = Command::new("valgrind")
        .args(["--quiet", "--tool=callgrind", "--toggle-collect=counted::counted*"])
        .arg(format!("--callgrind-out-file={}", out.display()))
        .args([program, file])
        .args(digests.then_some("--digests"))
        // Where things lie in memory depends on it, and how they are copied on where they lie.
        .env_clear()
        .stdout(Stdio::null())
        .status()
        .context("valgrind is needed: apt-get install valgrind")?;
    ensure!(status.success(), "valgrind ended with {status}");
    let report = fs::read_to_string(&out)?;
    let total =
        report.lines().find_map(|line| line.strip_prefix("summary: ")).context("callgrind says no sum")?;
    Ok(total.parse()?)
}
