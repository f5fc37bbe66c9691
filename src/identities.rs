//! Which lines have been seen, and how often: the one thing whose memory grows with the file, by 16 bytes a line.
//!
//! Open addressing in 256 parts that grow one at a time, so that growing never needs twice the memory. What is
//! kept of an identity is 96 bits: with ten million lines, the chance that any two differ and are taken for one
//! is below 10⁻¹⁴.

const PARTS: usize = 256;

/// How often each identity has been met.
#[derive(Debug)]
pub struct Identities {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, Default)]
struct Part {
    slots: Vec<Slot>,
    used: usize,
}

/// Empty while `count` is 0.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: [u32; 3],
    count: u32,
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
        let key = [identity as u32, (identity >> 32) as u32, (identity >> 64) as u32];
        match self.parts.get_mut(part) {
            Some(part) => part.add(key),
            None => 1,
        }
    }
}

impl Part {
    fn add(&mut self, key: [u32; 3]) -> u32 {
        if self.used * 5 >= self.slots.len() * 4 {
            self.grow();
        }
        let slot = self.find(key);
        if slot.count == 0 {
            slot.key = key;
            slot.count = 1;
            self.used += 1;
            return 1;
        }
        slot.count = slot.count.saturating_add(1);
        slot.count
    }

    /// The slot that holds the key, or the free one where it belongs. There is a free one: a fifth is.
    fn find(&mut self, key: [u32; 3]) -> &mut Slot {
        let mut at = ((u64::from(key[0]) * self.slots.len() as u64) >> 32) as usize;
        while self.slots[at].count != 0 && self.slots[at].key != key {
            at = if at + 1 == self.slots.len() { 0 } else { at + 1 };
        }
        &mut self.slots[at]
    }

    fn grow(&mut self) {
        let larger = (self.slots.len() + self.slots.len() / 4).max(16);
        let old = std::mem::replace(&mut self.slots, vec![Slot::default(); larger]);
        for slot in old.into_iter().filter(|slot| slot.count != 0) {
            *self.find(slot.key) = slot;
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
        for round in 1..=3 {
            for n in 1..20_000 {
                assert_eq!(identities.add(scatter(n)), round);
            }
        }
    }
}
