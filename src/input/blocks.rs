//! Text looked at in blocks of 64 bytes: which of them are of some kind, as a bit for each, the lowest for the first.
//! Vector code by the `wide` crate: of the work on a clean file, looking at every byte once is the part that no
//! cheaper test can spare.

use wide::i8x64;

pub const BLOCK: usize = 64;

fn block(bytes: &[u8; BLOCK]) -> i8x64 {
    i8x64::from_ne_bytes(*bytes)
}

/// The whole blocks of a text, and what is left, filled up with blanks.
#[inline(always)]
pub fn of(text: &[u8]) -> (&[[u8; BLOCK]], [u8; BLOCK]) {
    let (blocks, rest) = text.as_chunks::<BLOCK>();
    let mut last = [b' '; BLOCK];
    last[..rest.len()].copy_from_slice(rest);
    (blocks, last)
}

#[inline(always)]
pub fn equal(bytes: &[u8; BLOCK], sign: u8) -> u64 {
    block(bytes).simd_eq(i8x64::splat(sign as i8)).to_bitmask()
}

/// What is neither a blank nor a sign of ASCII that can be seen. One comparison: with one added, DEL is the least of
/// all signed bytes, and what is beyond ASCII and below the blank comes before the exclamation mark.
#[inline(always)]
pub fn unusual(bytes: &[u8; BLOCK]) -> u64 {
    (block(bytes) + i8x64::splat(1)).simd_lt(i8x64::splat(b'!' as i8)).to_bitmask()
}

#[inline(always)]
fn beyond_ascii(bytes: &[u8; BLOCK]) -> u64 {
    block(bytes).to_bitmask()
}

/// How many characters there are in well-formed UTF-8: a byte that does not continue one begins one.
pub fn characters(text: &[u8]) -> usize {
    let (blocks, last) = of(text);
    let continued =
        |bytes| block(bytes).simd_lt(i8x64::splat(0xC0_u8 as i8)).to_bitmask().count_ones() as usize;
    text.len() - continued(&last) - blocks.iter().map(continued).sum::<usize>()
}

/// For each bit, whether the number of bits up to it, itself included, is odd: where quotes stand, what is inside of them.
#[inline(always)]
pub fn inside(mut quotes: u64) -> u64 {
    for shift in [1, 2, 4, 8, 16, 32] {
        quotes ^= quotes << shift;
    }
    quotes
}

/// Where the first byte beyond ASCII stands.
pub fn first_beyond_ascii(text: &[u8]) -> Option<usize> {
    let (blocks, last) = of(text);
    let mut at = 0;
    for block in blocks {
        let found = beyond_ascii(block);
        if found != 0 {
            return Some(at + found.trailing_zeros() as usize);
        }
        at += BLOCK;
    }
    let found = beyond_ascii(&last);
    (found != 0).then(|| at + found.trailing_zeros() as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_told() {
        for byte in 0..=255u8 {
            for at in [0, 15, 16, 63] {
                let mut bytes = [b'a'; BLOCK];
                bytes[at] = byte;
                let bit = |is: bool| u64::from(is) << at;
                assert_eq!(unusual(&bytes), bit(!(0x20..0x7F).contains(&byte)), "{byte}");
                assert_eq!(beyond_ascii(&bytes), bit(byte >= 0x80), "{byte}");
                let same = if byte == b'a' { u64::MAX } else { bit(true) };
                assert_eq!(equal(&bytes, byte), same, "{byte}");
            }
        }
    }

    #[test]
    fn characters_are_counted_once() {
        for text in ["", "abc", "Zürich – 東京 €", "é".repeat(100).as_str()] {
            assert_eq!(characters(text.as_bytes()), text.chars().count(), "{text}");
        }
    }

    #[test]
    fn between_two_quotes_is_inside() {
        assert_eq!(inside(0b0100_1001), u64::MAX << 6 | 0b0111);
        assert_eq!(inside(0), 0);
    }

    #[test]
    fn the_last_block_is_filled_up() {
        for length in [0, 1, 63, 64, 65, 128, 200] {
            let text = vec![b'\t'; length];
            let (blocks, last) = of(&text);
            let tabs = blocks.iter().chain([&last]).map(|block| equal(block, b'\t').count_ones());
            assert_eq!(tabs.sum::<u32>() as usize, length);
            assert_eq!(unusual(&last) == 0, length % BLOCK == 0);
            for at in 0..length {
                let mut text = text.clone();
                text[at] = 0xE9;
                assert_eq!(first_beyond_ascii(&text), Some(at));
            }
            assert_eq!(first_beyond_ascii(&text), None);
        }
    }
}
