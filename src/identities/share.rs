//! Identities that were met in two shares of one file.

use super::{CONTENT, Identities, Part};
use crate::wire::Wire;

impl Identities {
    /// Adds those of another share of the same file. `both` hears of each that stands in the two of them, by what is
    /// kept of its content here and there.
    pub fn join(&mut self, other: Identities, both: &mut dyn FnMut(u64, u64)) {
        if self.is_empty() {
            *self = other;
            return;
        }
        for (ours, theirs) in self.parts.iter_mut().zip(other.parts) {
            ours.make_room(theirs.used);
            for slot in theirs.slots.into_iter().filter(|slot| *slot != 0) {
                if !ours.insert(slot) {
                    both(ours.get(slot & !CONTENT).unwrap_or(slot) & CONTENT, slot & CONTENT);
                }
            }
        }
    }

    pub fn cross(&mut self, wire: &mut Wire) {
        for part in &mut self.parts {
            let count = wire.count(part.used);
            if wire.is_reading() {
                part.make_room(count);
                for _ in 0..count {
                    let mut slot = 0;
                    wire.u64(&mut slot);
                    // Nothing is kept under zero.
                    match slot {
                        0 => wire.refuse(),
                        _ => drop(part.insert(slot)),
                    }
                }
            } else {
                part.slots.iter_mut().filter(|slot| **slot != 0).for_each(|slot| wire.u64(slot));
            }
        }
    }
}

impl Part {
    /// Before many come in the order in which they stand here: into a smaller table they would all go to its
    /// beginning, and be looked for one behind the other.
    #[inline(never)]
    fn make_room(&mut self, more: usize) {
        while more > 0 && (self.used + more) * 5 >= self.slots.len() * 4 {
            self.grow();
        }
    }
}
