//! What `instructions.rs` runs under callgrind: FILE [--digests].
#![allow(clippy::disallowed_methods, reason = "this is a bench, not the core: it reads a file")]

mod check;

use report_preflight::Outcome;
use std::hint::black_box;
use std::io;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, file, rest @ ..] = arguments.as_slice() else { return Err(io::Error::other("which file?")) };
    let bytes = std::fs::read(file)?;
    black_box(counted(&bytes, !rest.is_empty())?);
    Ok(())
}

/// Nothing else is counted.
#[inline(never)]
fn counted(bytes: &[u8], digests: bool) -> io::Result<Outcome> {
    let read = |take: &mut dyn FnMut(&[u8]) -> io::Result<()>| bytes.chunks(check::CHUNK).try_for_each(take);
    let write = |part: &[u8]| {
        black_box(part);
        Ok(())
    };
    check::check(read, write, digests)
}
