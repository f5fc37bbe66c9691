//! gzip for the payload: about as small as `gzip -6` leaves it, and many times as fast as a browser's own
//! `CompressionStream`.
//!
//! What stands in a payload twice begins where a cell begins, or where the last thing that stood there twice ended.
//! So only there it is looked for, by a hash of the next eight bytes; the digits and letters in between, most of which
//! are never seen again, are passed by. Other bytes are packed as rightly, but not as well.
//!
//! Each part of the payload is packed for itself, so that nothing but a part need be held and the last ones can be
//! taken back; but what comes out is one gzip member, because not every program reads on behind the first. The same
//! parts give the same bytes everywhere.

use std::ops::Range;

/// Bytes in a block, which has Huffman codes of its own.
const BLOCK: usize = 1 << 17;
/// How far back deflate can point.
const FARTHEST: usize = 1 << 15;
/// Fewer bytes than these are cheaper as they are.
const SHORTEST: usize = 6;
/// In whole steps of eight. Deflate has two more.
const LONGEST: usize = 256;
/// Bits of a code. Deflate allows 15; four of these, and what is left of a byte, fit into 64.
const LONGEST_CODE: usize = 14;

/// What a block is made of: the 256 bytes, its end, and behind it the lengths of what was seen before.
const END: usize = 256;
const VALUES: usize = END + LONGEST + 1;
/// Codes that deflate has for them, but for its longest length: from some length on, one code is for several, and bits
/// behind it tell which.
const VALUE_CODES: usize = 285;
const DISTANCE_CODES: usize = 30;

/// What came of the parts so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Gzip {
    crc: u32,
    length: u32,
}

impl Gzip {
    /// What stands in front of all parts: deflate, without name and time, from no system in particular.
    pub const HEADER: [u8; 10] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF];

    /// The next part, packed. Of one with nothing in it, nothing is left.
    pub fn part(&mut self, bytes: &[u8]) -> Vec<u8> {
        if bytes.is_empty() {
            return Vec::new();
        }
        self.crc = crc32(self.crc, bytes);
        self.length = self.length.wrapping_add(bytes.len() as u32);
        let mut bits = Bits { out: Vec::with_capacity(bytes.len() / 2 + 64), waiting: 0, count: 0 };
        let mut seen = Seen::new();
        let mut block = Block::new();
        let mut start = 0;
        while start < bytes.len() {
            let end = bytes.len().min(start + BLOCK);
            block.clear();
            seen.find(bytes, start..end, &mut block);
            block.write(bytes.get(start..end).unwrap_or_default(), &mut bits);
            start = end;
        }
        // A block with nothing in it, which ends at a whole byte.
        bits.put(Bitstring { bits: 0, count: 3 + 7 });
        bits.flush();
        bits.out.extend_from_slice(&[0, 0, 0xFF, 0xFF]);
        bits.out
    }

    /// What stands behind all parts: a last block with nothing in it, and by what the whole can be checked.
    pub fn end(self) -> Vec<u8> {
        [&[3, 0], &self.crc.to_le_bytes()[..], &self.length.to_le_bytes()].concat()
    }
}

/// Where eight bytes with the same hash were met last, and of that the lowest bits. It may be long past, or never have
/// been, so it says no more than where to look.
struct Seen {
    places: Vec<u16>,
    /// A cell may begin at such a byte, or behind it.
    between: [bool; 256],
}

impl Seen {
    const BITS: u32 = 13;

    fn new() -> Self {
        let mut between = [true; 256];
        for (byte, between) in (0..=u8::MAX).zip(&mut between) {
            *between = !byte.is_ascii_alphanumeric();
        }
        Seen { places: vec![0; 1 << Seen::BITS], between }
    }

    /// Tells of a block what was seen before.
    fn find(&mut self, bytes: &[u8], range: Range<usize>, block: &mut Block) {
        let (mut at, mut plain) = (range.start, 0);
        while let Some((first, rest)) = bytes.get(at..range.end).and_then(<[u8]>::split_first) {
            if let Some((distance, length)) = self.before(bytes, at, range.end) {
                // It may have begun earlier, among the bytes that were passed by.
                let (here, there) = (bytes.get(at - plain..at), bytes.get(..at - distance));
                let pairs = here.unwrap_or_default().iter().rev().zip(there.unwrap_or_default().iter().rev());
                let mut earlier = 0;
                for (byte, _) in pairs.take(LONGEST - length).take_while(|(one, other)| one == other) {
                    block.values[usize::from(*byte)] -= 1;
                    earlier += 1;
                }
                block.add(plain - earlier, earlier + length, distance);
                at += length;
                plain = 0;
                continue;
            }
            let (mut byte, mut rest) = (first, rest.iter());
            loop {
                block.values[usize::from(*byte)] += 1;
                at += 1;
                plain += 1;
                match rest.next() {
                    Some(next) if !self.between[usize::from(*next)] => byte = next,
                    _ => break,
                }
            }
        }
    }

    /// How far back and how long something is that was seen before.
    #[inline]
    fn before(&mut self, bytes: &[u8], at: usize, end: usize) -> Option<(usize, usize)> {
        let here = bytes.get(at..end.min(at + LONGEST))?;
        let hash = u64::from_le_bytes(*here.first_chunk()?).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let place = self.places.get_mut((hash >> (64 - Seen::BITS)) as usize)?;
        let distance = usize::from((at as u16).wrapping_sub(*place));
        *place = at as u16;
        if distance == 0 || distance > FARTHEST {
            return None;
        }
        let there = bytes.get(at.checked_sub(distance)?..)?;
        let length = alike(here, there);
        (length >= SHORTEST).then_some((distance, length))
    }
}

/// How many bytes both begin with; of the last seven none is looked at.
#[inline]
fn alike(here: &[u8], there: &[u8]) -> usize {
    let mut length = 0;
    for (one, other) in here.as_chunks::<8>().0.iter().zip(there.as_chunks().0) {
        let difference = u64::from_le_bytes(*one) ^ u64::from_le_bytes(*other);
        if difference != 0 {
            return length + difference.trailing_zeros() as usize / 8;
        }
        length += 8;
    }
    length
}

/// Something that was seen before, and how many bytes stand in front of it that were not.
struct Copy {
    plain: u32,
    length: u16,
    distance: u16,
}

struct Block {
    copies: Vec<Copy>,
    /// How often each comes.
    values: [u32; VALUES],
    distances: [u32; DISTANCE_CODES],
}

impl Block {
    fn new() -> Self {
        Block { copies: Vec::with_capacity(BLOCK / 16), values: [0; VALUES], distances: [0; DISTANCE_CODES] }
    }

    fn clear(&mut self) {
        self.copies.clear();
        self.values.fill(0);
        self.distances.fill(0);
    }

    #[inline]
    fn add(&mut self, plain: usize, length: usize, distance: usize) {
        let copy = Copy { plain: plain as u32, length: length as u16, distance: distance as u16 };
        if let Some(count) = self.values.get_mut(END + length) {
            *count += 1;
        }
        if let Some(count) = self.distances.get_mut(distance_step(&copy).code) {
            *count += 1;
        }
        self.copies.push(copy);
    }

    fn write(&mut self, bytes: &[u8], bits: &mut Bits) {
        self.values[END] = 1;
        let mut counts = [0; VALUE_CODES];
        for (value, count) in self.values.iter().enumerate() {
            if let Some(sum) = counts.get_mut(value_step(value).code) {
                *sum += count;
            }
        }
        let lengths = [code_lengths(&counts), code_lengths(&self.distances)];
        write_header(&lengths, bits);
        let [values, distances] = lengths.map(|lengths| codes(&lengths));
        let mut table = [Bitstring::default(); VALUES];
        for (value, entry) in table.iter_mut().enumerate() {
            let step = value_step(value);
            *entry = values.get(step.code).copied().unwrap_or_default().then(step.rest);
        }
        let mut rest = bytes;
        for copy in &self.copies {
            let Some((plain, after)) = rest.split_at_checked(copy.plain as usize) else { break };
            bits.put_bytes(plain, &table);
            bits.put(table.get(END + usize::from(copy.length)).copied().unwrap_or_default());
            let step = distance_step(copy);
            bits.put(distances.get(step.code).copied().unwrap_or_default().then(step.rest));
            bits.flush();
            rest = after.get(usize::from(copy.length)..).unwrap_or_default();
        }
        bits.put_bytes(rest, &table);
        bits.put(table[END]);
        bits.flush();
    }
}

/// How deflate writes a number: by a code, and by how far it is from the least with this code.
struct Step {
    code: usize,
    rest: Bitstring,
}

/// Twice as many numbers to a code after every 2 to the power of `fine` codes.
#[inline]
fn step(number: u32, fine: u32) -> Step {
    let count = (number | 1).ilog2().saturating_sub(fine);
    let code = (count << fine) + (number >> count);
    Step { code: code as usize, rest: Bitstring { bits: number & ((1 << count) - 1), count } }
}

#[inline]
fn distance_step(copy: &Copy) -> Step {
    step(u32::from(copy.distance) - 1, 1)
}

fn value_step(value: usize) -> Step {
    match value.checked_sub(END + 3) {
        None => Step { code: value.min(END), rest: Bitstring::default() },
        Some(length) => {
            let step = step(length as u32, 2);
            Step { code: END + 1 + step.code, ..step }
        }
    }
}

/// Up to 32 bits, the first one lowest.
#[derive(Clone, Copy, Default)]
struct Bitstring {
    bits: u32,
    count: u32,
}

impl Bitstring {
    #[inline]
    fn then(self, other: Bitstring) -> Bitstring {
        Bitstring { bits: self.bits | other.bits << self.count, count: self.count + other.count }
    }
}

/// How long Huffman's code is for each, by how often it comes. There are never fewer than two codes, because one alone
/// is incomplete, which not every program reads.
fn code_lengths(counts: &[u32]) -> Vec<u8> {
    // The rarest first; put where they belong one by one, because a sort would add kilobytes to the wasm.
    let mut leaves = Vec::with_capacity(counts.len());
    for leaf in counts.iter().copied().zip(0usize..).filter(|(count, number)| *count > 0 || *number < 2) {
        leaves.insert(leaves.partition_point(|other| *other < leaf), leaf);
    }
    // The two rarest become one, again and again. What is made so comes in order, behind the leaves.
    let mut weights: Vec<u32> = leaves.iter().map(|(count, _)| *count).collect();
    let mut above = vec![0; 2 * leaves.len()];
    let (mut leaf, mut made) = (0, leaves.len());
    while weights.len() + 1 < above.len() {
        let mut weight = 0;
        for _ in 0..2 {
            let rarest = match (leaves.get(leaf), weights.get(made)) {
                (Some((count, _)), Some(weight)) if weight < count => &mut made,
                (Some(_), _) => &mut leaf,
                (None, _) => &mut made,
            };
            weight += weights.get(*rarest).copied().unwrap_or_default();
            if let Some(above) = above.get_mut(*rarest) {
                *above = weights.len();
            }
            *rarest += 1;
        }
        weights.push(weight);
    }
    // How deep each lies is how long its code is. Only how many there are of each length matters.
    let mut depths = vec![0; weights.len()];
    for at in (0..weights.len() - 1).rev() {
        let depth = above.get(at).and_then(|above| depths.get(*above)).map_or(0, |depth| depth + 1);
        if let Some(own) = depths.get_mut(at) {
            *own = depth;
        }
    }
    let mut of_length = [0u32; LONGEST_CODE + 1];
    for depth in depths.iter().take(leaves.len()) {
        if let Some(count) = of_length.get_mut(LONGEST_CODE.min(*depth)) {
            *count += 1;
        }
    }
    make_room(&mut of_length);
    let mut lengths = vec![0; counts.len()];
    let longest_first =
        of_length.iter().enumerate().rev().flat_map(|(length, count)| (0..*count).map(move |_| length));
    for ((_, number), length) in leaves.iter().zip(longest_first) {
        if let Some(own) = lengths.get_mut(*number) {
            *own = length as u8;
        }
    }
    lengths
}

/// Codes that would be longer than is allowed have been cut short. To make room for each, another is made longer.
fn make_room(of_length: &mut [u32; LONGEST_CODE + 1]) {
    let taken: u32 = (0..).zip(&*of_length).map(|(length, count)| count << LONGEST_CODE >> length).sum();
    for _ in 1 << LONGEST_CODE..taken {
        let below = of_length[..LONGEST_CODE].iter().rposition(|count| *count > 0).unwrap_or_default();
        if let Some([shorter, longer]) = of_length.get_mut(below..below + 2) {
            *shorter -= 1;
            *longer += 2;
        }
        of_length[LONGEST_CODE] -= 1;
    }
}

/// The codes of these lengths, in deflate's order: the short ones first, and those of a length as they come.
fn codes(lengths: &[u8]) -> Vec<Bitstring> {
    let mut codes = vec![Bitstring::default(); lengths.len()];
    let mut next: u32 = 0;
    for count in 1..=15 {
        for (code, _) in codes.iter_mut().zip(lengths).filter(|(_, length)| u32::from(**length) == count) {
            *code = Bitstring { bits: next.reverse_bits() >> (32 - count), count };
            next += 1;
        }
        next <<= 1;
    }
    codes
}

/// Of what lengths the codes are. These lengths have codes themselves, always the same: making the best ones would save
/// some 30 bytes in a block.
fn write_header([values, distances]: &[Vec<u8>; 2], bits: &mut Bits) {
    const ORDER: [usize; 18] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1];
    let mut lengths = [4; 19];
    lengths[1] = 5;
    lengths[2] = 5;
    lengths[15] = 0;
    lengths[16] = 0;
    let (value_codes, distance_codes) = (values.len() as u32 - 257, distances.len() as u32 - 1);
    bits.put(Bitstring {
        bits: 0b10 << 1 | value_codes << 3 | distance_codes << 8 | (ORDER.len() as u32 - 4) << 13,
        count: 17,
    });
    for at in ORDER {
        bits.put(Bitstring { bits: lengths[at].into(), count: 3 });
        bits.flush();
    }
    let codes = codes(&lengths);
    let all = [&values[..], distances].concat();
    for run in all.chunk_by(|one, other| one == other) {
        let mut left = run.len();
        while left > 0 {
            // Runs of what does not come have codes of their own.
            let (code, most, count) = match (run[0], left) {
                (0, 11..) => (18, 138, 7),
                (0, 3..) => (17, 10, 3),
                (length, _) => (length, 1, 0),
            };
            let taken = left.min(most);
            let more = (taken + (1 << count) - 1 - most) as u32;
            let code = codes.get(usize::from(code)).copied().unwrap_or_default();
            bits.put(code.then(Bitstring { bits: more, count }));
            bits.flush();
            left -= taken;
        }
    }
}

struct Bits {
    out: Vec<u8>,
    waiting: u64,
    /// How many bits wait. After a flush, up to seven.
    count: u32,
}

impl Bits {
    #[inline]
    fn put(&mut self, what: Bitstring) {
        self.waiting |= u64::from(what.bits) << self.count;
        self.count += what.count;
    }

    #[inline]
    fn put_bytes(&mut self, bytes: &[u8], table: &[Bitstring; VALUES]) {
        let (fours, rest) = bytes.as_chunks::<4>();
        for four in fours {
            for byte in four {
                self.put(table[usize::from(*byte)]);
            }
            self.flush();
        }
        for byte in rest {
            self.put(table[usize::from(*byte)]);
        }
        self.flush();
    }

    /// The whole bytes go out.
    #[inline]
    fn flush(&mut self) {
        let whole = self.count / 8;
        self.out.extend_from_slice(&self.waiting.to_le_bytes());
        self.out.truncate(self.out.len() - 8 + whole as usize);
        self.waiting >>= whole * 8;
        self.count -= whole * 8;
    }
}

/// The CRC-32 of gzip (RFC 1952, section 8) of what this is the CRC-32 of and these bytes, without tables.
///
/// A message taken for a polynomial has the same remainder if a multiple of the generator is added to it. This one,
/// x^19200 + x^9920 + x^7488 + x^5696 + 1, moves a word of 64 bits to four words behind it: the 145th, 183rd, 211th and
/// 300th. So what makes out most of the message is added up by whole words, many at once, and only its end goes bit by
/// bit. It was found by trying those with five terms, and a test shows that it is a multiple.
fn crc32(crc: u32, bytes: &[u8]) -> u32 {
    const STEP: usize = 128;
    const KEPT: usize = FARTHEST_WORD + 32 * STEP;
    let (words, _) = bytes.as_chunks::<8>();
    let steps = words.len().saturating_sub(FARTHEST_WORD) / STEP;
    // Each word with what was moved to it.
    let mut sums = vec![0u64; KEPT];
    let mut at = FARTHEST_WORD;
    let mut start = u64::from(!crc);
    for words in words.as_chunks::<STEP>().0.iter().take(steps) {
        if at == KEPT {
            sums.copy_within(KEPT - FARTHEST_WORD.., 0);
            at = FARTHEST_WORD;
        }
        let (before, now) = sums.split_at_mut(at);
        let moved =
            WORDS_BEHIND.map(|behind| before.get(at - behind..).and_then(<[u64]>::first_chunk::<STEP>));
        let (Some(now), [Some(a), Some(b), Some(c), Some(d)]) = (now.first_chunk_mut::<STEP>(), moved) else {
            break;
        };
        for (((((now, word), a), b), c), d) in now.iter_mut().zip(words).zip(a).zip(b).zip(c).zip(d) {
            *now = u64::from_le_bytes(*word) ^ a ^ b ^ c ^ d;
        }
        now[0] ^= std::mem::take(&mut start);
        at += STEP;
    }
    let mut remainder = start as u32;
    for (number, rest) in bytes.chunks(8).skip(steps * STEP).enumerate() {
        let moved = WORDS_BEHIND.iter().filter(|behind| number < **behind);
        let sum = moved.filter_map(|behind| sums.get(at + number - behind)).fold(0, |sum, word| sum ^ word);
        for (byte, sum) in rest.iter().zip(sum.to_le_bytes()) {
            remainder ^= u32::from(byte ^ sum);
            for _ in 0..8 {
                remainder = remainder >> 1 ^ GENERATOR & 0u32.wrapping_sub(remainder & 1);
            }
        }
    }
    !remainder
}

/// The highest power first, without x^32.
const GENERATOR: u32 = 0xEDB8_8320;
const FARTHEST_WORD: usize = 300;
const WORDS_BEHIND: [usize; 4] = [145, 183, 211, FARTHEST_WORD];

#[cfg(test)]
mod tests {
    use super::*;

    /// x to the power of this, modulo the generator.
    fn power(exponent: usize) -> u32 {
        (0..exponent).fold(1 << 31, |power: u32, _| power >> 1 ^ GENERATOR & 0u32.wrapping_sub(power & 1))
    }

    #[test]
    fn what_words_are_moved_by_is_a_multiple_of_the_generator() {
        let sum = WORDS_BEHIND.iter().map(|behind| power(64 * (FARTHEST_WORD - behind)));
        assert_eq!(sum.fold(power(64 * FARTHEST_WORD), |sum, power| sum ^ power), 0);
    }

    #[test]
    fn the_crc_is_that_of_others() {
        assert_eq!(crc32(0, b"123456789"), 0xCBF4_3926);
        let bytes: Vec<u8> =
            (0..200_000u64).map(|n| (n.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 56) as u8).collect();
        for length in (0..20).chain(2390..2410).chain(3420..3460).chain((36_000..200_000).step_by(9_973)) {
            let mut theirs = flate2::Crc::new();
            theirs.update(&bytes[..length]);
            let (one, other) = bytes[..length].split_at(length / 3);
            assert_eq!(crc32(crc32(0, one), other), theirs.sum(), "{length} bytes");
        }
    }

    #[test]
    fn code_lengths_are_those_of_a_whole_tree() {
        let fibonacci = |n: usize| (0..n).fold((1u32, 1), |(one, two), _| (two, one + two)).0;
        for counts in
            [vec![0; 30], vec![7; 285], vec![0, 0, 5, 0], (0..28).map(fibonacci).collect::<Vec<_>>()]
        {
            let lengths = code_lengths(&counts);
            let taken =
                lengths.iter().filter(|length| **length > 0).map(|length| 1 << LONGEST_CODE >> length);
            assert_eq!(taken.sum::<u32>(), 1 << LONGEST_CODE, "{lengths:?}");
            assert!(
                counts.iter().zip(&lengths).all(|(count, length)| *count == 0 || *length > 0),
                "{lengths:?}"
            );
        }
    }
}
