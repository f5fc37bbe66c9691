//! Which lines have been seen, and how often: the one thing whose memory grows with the file, by some 12 bytes a
//! line.
//!
//! Open addressing in 256 parts that grow one at a time, so that growing never needs twice the memory. What is
//! kept of an identity is 48 bits beside those that choose the part: with ten million lines, the chance that any two
//! differ and are taken for one is about one in a thousand. What happens then is a warning and a number behind a
//! line's id, or between two files a finding that they differ; no line is lost in silence. The other 16 bits are of
//! what the line says, so that the same sale with other amounts is noticed.
//!
//! The second line with an identity is kept under a key of its own, and so is the third: that there are n of them
//! is found by looking for the first key that is missing.
//!
//! Across files, lines with one identity that say the same are the same lines: they count once, and what is counted
//! is the most that any one file has (notes on identity in the project's notes on Amazon reports, section 3, failure 15).

mod share;

const PARTS: usize = 256;
const CONTENT_BITS: u32 = 16;
const CONTENT: u64 = (1 << CONTENT_BITS) - 1;

/// How often each identity has been met.
#[derive(Debug)]
pub struct Identities {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, Default)]
struct Part {
    /// 0 is a free slot. Else 48 bits of a key, and 16 of the content.
    slots: Vec<u64>,
    used: usize,
}

impl Default for Identities {
    fn default() -> Self {
        Identities { parts: vec![Part::default(); PARTS] }
    }
}

fn part_of(identity: u128) -> usize {
    (identity >> 120) as usize % PARTS
}

impl Identities {
    /// Counts one more line with this identity, and says how many there are now. Of `content`, some bits are kept.
    pub fn add(&mut self, identity: u128, content: u64) -> u32 {
        match self.parts.get_mut(part_of(identity)) {
            Some(part) => part.count(identity as u64, content & CONTENT),
            None => 1,
        }
    }

    /// Notes that there is such a thing, and some bits of what it is. True: there was none before.
    pub fn note(&mut self, identity: u128, content: u64) -> bool {
        let key = nth_key(identity as u64, 1) | content & CONTENT;
        self.parts.get_mut(part_of(identity)).is_some_and(|part| part.insert(key))
    }

    /// Is there an nth line with this identity? And if so, does it say the same?
    pub fn says_the_same(&self, identity: u128, n: u32, content: u64) -> Option<bool> {
        let part = self.parts.get(part_of(identity))?;
        let slot = part.get(nth_key(identity as u64, n))?;
        Some(slot & CONTENT == content & CONTENT)
    }

    /// Does the nth line of a file with this identity stand here too, `so_far` being the lines of that file up to it?
    /// And does it say the same? Lines are paired by what they say, because a download may list two sales of one
    /// product in one order either way round.
    pub fn stands_here(&self, so_far: &Identities, identity: u128, n: u32, content: u64) -> Option<bool> {
        // So that a file with nothing but one line over and over takes no longer than others.
        const FEW: u32 = 64;
        if n > FEW || !self.says_the_same(identity, 1, content).is_some_and(|same| !same || n > 1) {
            return self.says_the_same(identity, n, content);
        }
        match so_far.alike(identity, content) <= self.alike(identity, content) {
            true => Some(true),
            false => self.says_the_same(identity, n, content).map(|_| false),
        }
    }

    /// How many lines with this identity say this.
    pub fn alike(&self, identity: u128, content: u64) -> usize {
        (1..).map_while(|n| self.says_the_same(identity, n, content)).filter(|same| *same).count()
    }

    pub fn is_empty(&self) -> bool {
        self.parts.iter().all(|part| part.used == 0)
    }

    /// Adds those of another file: of each identity, there are as many as in the file with the most.
    pub fn merge(&mut self, other: Identities) {
        if self.is_empty() {
            *self = other;
            return;
        }
        for (ours, theirs) in self.parts.iter_mut().zip(other.parts) {
            for slot in theirs.slots.into_iter().filter(|slot| *slot != 0) {
                ours.insert(slot);
            }
        }
    }
}

/// The key of the nth line with an identity: never 0, and no bits where the content goes.
fn nth_key(identity: u64, n: u32) -> u64 {
    let key = match n {
        1 => identity,
        _ => (identity ^ u64::from(n)).wrapping_mul(0x9E37_79B9_7F4A_7C15),
    };
    (key & !CONTENT).max(1 << CONTENT_BITS)
}

impl Part {
    fn count(&mut self, identity: u64, content: u64) -> u32 {
        // Nearly always the first one.
        if self.insert(nth_key(identity, 1) | content) {
            return 1;
        }
        // There are at least `least` already and fewer than `most`: doubled until that is so, then halved.
        let (mut least, mut most) = (1, 2);
        while self.get(nth_key(identity, most)).is_some() {
            least = most;
            most *= 2;
        }
        while most - least > 1 {
            let middle = least + (most - least) / 2;
            if self.get(nth_key(identity, middle)).is_some() { least = middle } else { most = middle }
        }
        self.insert(nth_key(identity, most) | content);
        most
    }

    fn get(&self, key: u64) -> Option<u64> {
        let slot = *self.slots.get(self.place(key)?)?;
        (slot != 0).then_some(slot)
    }

    /// Keeps what is there already. True: nothing was.
    fn insert(&mut self, slot: u64) -> bool {
        if self.used * 5 >= self.slots.len() * 4 {
            self.grow();
        }
        let place = self.place(slot & !CONTENT);
        let free = place.and_then(|place| self.slots.get_mut(place)).filter(|there| **there == 0);
        match free {
            Some(free) => {
                *free = slot;
                self.used += 1;
                true
            }
            None => false,
        }
    }

    /// Where the key is, or the free slot where it belongs. There is a free one: a fifth is.
    fn place(&self, key: u64) -> Option<usize> {
        let slots = self.slots.as_slice();
        let mut at = (((key >> 32) * slots.len() as u64) >> 32) as usize;
        loop {
            let slot = *slots.get(at)?;
            if slot == 0 || slot & !CONTENT == key {
                return Some(at);
            }
            at = if at + 1 == slots.len() { 0 } else { at + 1 };
        }
    }

    fn grow(&mut self) {
        // A large one by little, so that not much of it is free; a small one by more, so that it does not grow as often.
        const LARGE: usize = 4096;
        let slots = self.slots.len();
        let larger = if slots < LARGE { (slots + slots / 2).max(16) } else { slots + slots / 4 };
        let old = std::mem::replace(&mut self.slots, vec![0; larger]);
        self.used = 0;
        for slot in old.into_iter().filter(|slot| *slot != 0) {
            if let Some(free) = self.place(slot & !CONTENT).and_then(|place| self.slots.get_mut(place)) {
                *free = slot;
                self.used += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scatter(n: u128) -> u128 {
        n.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835)
    }

    #[test]
    fn counts_each_identity() {
        let mut identities = Identities::default();
        for round in 1..=9 {
            for n in 1..20_000 {
                assert_eq!(identities.add(scatter(n), 0), round);
            }
        }
        (10..100_000).for_each(|round| assert_eq!(identities.add(scatter(7), 0), round));
    }

    /// Two lines of one identity that say different things, in either order; and no line is taken for two.
    #[test]
    fn lines_are_paired_by_what_they_say() {
        let read = |before: &[u64], file: &[u64]| -> Vec<Option<bool>> {
            let (mut all, mut seen) = (Identities::default(), Identities::default());
            for &content in before {
                all.add(scatter(1), content);
            }
            let mut take = |&content: &u64| {
                let n = seen.add(scatter(1), content);
                all.stands_here(&seen, scatter(1), n, content)
            };
            file.iter().map(&mut take).collect()
        };
        let (same, other) = (Some(true), Some(false));
        assert_eq!(read(&[], &[7, 7]), [None, None]);
        assert_eq!(read(&[7], &[7, 7]), [same, None]);
        assert_eq!(read(&[7], &[8]), [other]);
        assert_eq!(read(&[7, 8], &[8, 7, 9]), [same, same, None]);
        assert_eq!(read(&[7, 8], &[8]), [same]);
        assert_eq!(read(&[7, 8], &[8, 8]), [same, other]);
        assert_eq!(read(&[7, 8, 8], &[8, 8, 7, 7]), [same, same, same, None]);
    }

    /// Per file count, and the most of any file.
    #[test]
    fn files_are_merged_by_the_most_of_each() {
        let file = |times: &[(u128, u32)]| {
            let mut file = Identities::default();
            for &(n, times) in times {
                for _ in 0..times {
                    file.add(scatter(n), n as u64);
                }
            }
            file
        };
        for reversed in [false, true] {
            let (mut one, mut other) = (file(&[(1, 2), (2, 1)]), file(&[(1, 1), (3, 3)]));
            if reversed {
                std::mem::swap(&mut one, &mut other);
            }
            one.merge(other);
            for (n, most) in [(1, 2), (2, 1), (3, 3), (4, 0)] {
                for times in 1..=4 {
                    let expected = (times <= most).then_some(true);
                    assert_eq!(one.says_the_same(scatter(n), times, n as u64), expected, "{n} {times}");
                }
            }
            assert_eq!(one.says_the_same(scatter(1), 1, 9), Some(false));
        }
    }
}
