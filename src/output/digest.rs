//! The digest of a source or a payload: SHA-256 over the SHA-256 digests of its parts of 256 KiB, as the manifest
//! writes it, in 64 small hexadecimal digits. With public tools:
//!
//! ```sh
//! split -b 256K --filter='sha256sum | cut -c1-64 | xxd -r -p' FILE | sha256sum
//! ```
//!
//! In parts, because a browser's own SHA-256 is faster than one in wasm and runs beside the check, but takes only
//! whole buffers. A digest of the whole would need the whole in memory; and parts can be checked as they
//! arrive.

use crate::fault::Fault;
use sha2::{Digest, Sha256};

/// The size of a part; the last one may be shorter. Small enough for Chromium's allocator to keep the memory of the copies
/// that its SHA-256 makes: with parts of 1 MiB the whole check took a fifth longer.
pub const PART: usize = 1 << 18;

/// A digest in the making, and how many bytes went into it.
#[derive(Clone, Debug)]
pub struct Hasher {
    root: Sha256,
    part: Sha256,
    in_part: usize,
    parts: u64,
    bytes: u64,
    by_host: bool,
}

impl Hasher {
    /// `by_host`: the bytes are only counted, and somebody else hashes the parts and gives them to
    /// [`Hasher::add_part`].
    pub fn new(by_host: bool) -> Self {
        Hasher { root: Sha256::new(), part: Sha256::new(), in_part: 0, parts: 0, bytes: 0, by_host }
    }

    pub fn update(&mut self, mut bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        while !self.by_host && !bytes.is_empty() {
            let (now, later) = bytes.split_at(bytes.len().min(PART - self.in_part));
            self.part.update(now);
            self.in_part += now.len();
            bytes = later;
            if self.in_part == PART {
                self.end_part();
            }
        }
    }

    /// The digest of the next part.
    pub fn add_part(&mut self, digest: &[u8]) {
        self.root.update(digest);
        self.parts += 1;
    }

    /// So many more bytes, and the digests of their parts, if somebody else hashed them. Whole parts came before.
    pub fn add_parts(&mut self, bytes: u64, digests: &[[u8; 32]]) {
        self.bytes += bytes;
        digests.iter().for_each(|digest| self.add_part(digest));
    }

    fn end_part(&mut self) {
        let digest = std::mem::take(&mut self.part).finalize();
        self.in_part = 0;
        self.add_part(&digest);
    }

    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Fails if the host has not given a digest for each part.
    pub fn hex(mut self) -> Result<String, Fault> {
        if self.in_part > 0 {
            self.end_part();
        }
        if self.parts != self.bytes.div_ceil(PART as u64) {
            return Err(Fault::DoesNotAddUp);
        }
        let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or_default();
        Ok(self.root.finalize().iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The expected digests were made with the command above.
    #[test]
    fn agrees_with_public_tools() {
        for (bytes, expected) in [
            (Vec::new(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            (b"abc".to_vec(), "4f8b42c22dd3729b519ba6f68d2da7cc5b2d606d05daed5ad5128cc03e6c6358"),
            (vec![b'x'; PART * 2 + 5], "21b25b117bc4f7a1a57a725460db02a61e4fffa89ae8413c58d9b71b155b8165"),
        ] {
            let mut hasher = Hasher::new(false);
            for piece in bytes.chunks(700_001) {
                hasher.update(piece);
            }
            assert_eq!(hasher.hex().as_deref(), Ok(expected));
        }
    }

    #[test]
    fn a_host_that_hashes_gives_the_same_digest_or_none() {
        let bytes = vec![7; PART + 1];
        let mut own = Hasher::new(false);
        own.update(&bytes);
        let mut hosted = Hasher::new(true);
        hosted.update(&bytes);
        assert_eq!(hosted.clone().hex(), Err(Fault::DoesNotAddUp));
        bytes.chunks(PART).for_each(|part| hosted.add_part(&Sha256::digest(part)));
        assert_eq!(hosted.hex(), own.hex());
    }
}
