//! Which lines have been seen, and how often: the one thing whose memory grows with the file, by some 11 bytes a
//! line.
//!
//! Open addressing in 256 parts that grow one at a time, so that growing never needs twice the memory. What is
//! kept of an identity is 64 bits: with ten million lines, the chance that any two differ and are taken for one is
//! three in a million. What happens then is a warning and a number behind a line's id; no line is lost.
//!
//! The second line with an identity is kept under a key of its own, and so is the third: that there are n of them
//! is found by looking for the first key that is missing.

const PARTS: usize = 256;

/// How often each identity has been met.
#[derive(Debug)]
pub struct Identities {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, Default)]
struct Part {
    /// 0 is a free slot.
    slots: Vec<u64>,
    used: usize,
}

impl Default for Identities {
    fn default() -> Self {
        Identities { parts: vec![Part::default(); PARTS] }
    }
}

impl Identities {
    /// Counts one more line with this identity, and says how many there are now.
    pub fn add(&mut self, identity: u128) -> u32 {
        let part = (identity >> 120) as usize % PARTS;
        match self.parts.get_mut(part) {
            Some(part) => part.count(identity as u64),
            None => 1,
        }
    }
}

/// The key of the nth line with an identity. Never 0.
fn nth_key(identity: u64, n: u32) -> u64 {
    let key = match n {
        1 => identity,
        _ => (identity ^ u64::from(n)).wrapping_mul(0x9E37_79B9_7F4A_7C15),
    };
    key.max(1)
}

impl Part {
    fn count(&mut self, identity: u64) -> u32 {
        if self.used * 5 >= self.slots.len() * 4 {
            self.grow();
        }
        // There are at least `least` already and fewer than `most`: doubled until that is so, then halved.
        let (mut least, mut most) = (0, 1);
        while *self.find(nth_key(identity, most)) != 0 {
            least = most;
            most *= 2;
        }
        while most - least > 1 {
            let middle = least + (most - least) / 2;
            if *self.find(nth_key(identity, middle)) != 0 { least = middle } else { most = middle }
        }
        let key = nth_key(identity, most);
        *self.find(key) = key;
        self.used += 1;
        most
    }

    /// The slot that holds the key, or the free one where it belongs. There is a free one: a fifth is.
    fn find(&mut self, key: u64) -> &mut u64 {
        let mut at = (((key >> 32) * self.slots.len() as u64) >> 32) as usize;
        while self.slots[at] != 0 && self.slots[at] != key {
            at = if at + 1 == self.slots.len() { 0 } else { at + 1 };
        }
        &mut self.slots[at]
    }

    fn grow(&mut self) {
        let larger = (self.slots.len() + self.slots.len() / 4).max(16);
        let old = std::mem::replace(&mut self.slots, vec![0; larger]);
        for key in old.into_iter().filter(|key| *key != 0) {
            *self.find(key) = key;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_each_identity() {
        let mut identities = Identities::default();
        let scatter = |n: u128| n.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835);
        for round in 1..=9 {
            for n in 1..20_000 {
                assert_eq!(identities.add(scatter(n)), round);
            }
        }
        (10..100_000).for_each(|round| assert_eq!(identities.add(scatter(7)), round));
    }
}
