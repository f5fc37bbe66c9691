//! `preflight verify`: is this payload the one that the manifest speaks of?

use crate::{Answer, print};
use anyhow::{Context, Result};
use flate2::bufread::MultiGzDecoder;
use report_preflight::Manifest;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

pub fn verify(payload: &Path, manifest: &Path) -> Result<Answer> {
    let unreadable = |path: &Path| format!("{} cannot be read", path.display());
    let text = fs::read(manifest).with_context(|| unreadable(manifest))?;
    let file = File::open(payload).with_context(|| unreadable(payload))?;
    let manifest: Manifest = match serde_json::from_slice(&text) {
        Ok(manifest) => manifest,
        Err(error) => {
            print(&format!("{} is not a manifest of this tool: {error}.\n", manifest.display()))?;
            return Ok(Answer::NeedsSeller);
        }
    };
    let mismatches = unpacked(file)
        .and_then(|payload| report_preflight::verify::verify(&manifest, payload))
        .with_context(|| unreadable(payload))?;
    if mismatches.is_empty() {
        let digest = &manifest.payload;
        print(&format!(
            "The payload is the one in the manifest: {} sale lines, {} bytes, SHA-256 of its parts {}.\n",
            digest.lines, digest.bytes, digest.sha256_tree
        ))?;
        return Ok(Answer::Ready);
    }
    let list: String = mismatches.iter().map(|mismatch| format!("  {}\n", mismatch.message)).collect();
    print(&format!("The payload is not the one in the manifest:\n{list}"))?;
    Ok(Answer::NeedsSeller)
}

pub const GZIP: [u8; 2] = [0x1F, 0x8B];

/// No payload begins as gzip does.
pub fn unpacked<'a>(file: impl Read + 'a) -> io::Result<Box<dyn Read + 'a>> {
    let mut reader = BufReader::with_capacity(1 << 20, file);
    Ok(match reader.fill_buf()? {
        start if start.starts_with(&GZIP) => Box::new(MultiGzDecoder::new(reader)),
        _ => Box::new(reader),
    })
}
