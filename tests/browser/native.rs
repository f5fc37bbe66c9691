//! What the command line says to the same file: the browser has to give the same, byte for byte.

use crate::process::TempDir;
use anyhow::{Result, ensure};
use report_preflight::{Ended, Options, Session, SourceOptions};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

pub struct Native {
    pub outcome: Value,
    /// Absent when the verdict is not ready.
    pub payload: Option<Vec<u8>>,
    pub manifest: Option<Value>,
}

pub fn check(file: &Path, flags: &[&str], dir: &TempDir) -> Result<Native> {
    check_all(&[file], flags, dir)
}

/// Several files together.
pub fn check_all(files: &[&Path], flags: &[&str], dir: &TempDir) -> Result<Native> {
    let payload = dir.join("native.csv");
    let manifest = dir.join("native.json");
    for old in [&payload, &manifest] {
        if old.exists() {
            fs::remove_file(old)?;
        }
    }
    let output = Command::new(env!("CARGO_BIN_EXE_preflight"))
        .arg("check")
        .args(files)
        .args((files.len() > 1).then_some("--batch"))
        .arg("--json")
        .arg("--payload")
        .arg(&payload)
        .arg("--manifest")
        .arg(&manifest)
        .args(flags)
        .output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.code().is_some_and(|code| code < 2), "preflight check {files:?}: {said}");
    let manifest = fs::read(&manifest).ok().map(|bytes| serde_json::from_slice(&bytes)).transpose()?;
    Ok(Native {
        outcome: serde_json::from_slice(&output.stdout)?,
        payload: fs::read(&payload).ok(),
        manifest,
    })
}

/// The same by the core itself, for what the command line has no words for: the outcome, and what was written,
/// whether or not it may be handed over.
pub fn ask(files: &[(&Path, SourceOptions)], options: Options) -> Result<(Value, Vec<u8>)> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let mut session = Session::new(Options { now: Some(now as i64), ..options });
    let mut parts = Vec::new();
    for (path, about) in files {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let modified = fs::metadata(path)?.modified()?.duration_since(UNIX_EPOCH)?.as_secs();
        session.begin(SourceOptions { name, modified: Some(modified as i64), ..about.clone() })?;
        let bytes = fs::read(path)?;
        loop {
            session.push(&bytes)?;
            parts.extend(std::iter::from_fn(|| session.take_payload()));
            match session.end()? {
                Ended::Done => break,
                Ended::Again { keep } => parts.truncate(keep),
            }
        }
    }
    session.close()?;
    parts.extend(std::iter::from_fn(|| session.take_payload()));
    Ok((serde_json::to_value(session.finish()?)?, parts.concat()))
}

/// A manifest, or an outcome with one, without what the browser knows better: whether the reader was sealed.
pub fn without_seal(mut value: Value) -> Value {
    for pointer in ["/sealed", "/manifest/sealed"] {
        if let Some(sealed) = value.pointer_mut(pointer) {
            *sealed = Value::Null;
        }
    }
    value
}
