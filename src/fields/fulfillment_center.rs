//! In which state a fulfillment center stands. Where stock lies is nexus.
//!
//! From sonnenglas/amazon-fba-fulfillment-center-list, 31 October 2024 (MIT). Left out of it: RRPR and XUXD,
//! listed under "KT", and KUS3, listed under "US": neither is a state, and which one was meant is not ours to guess.

use super::State;

/// Seven bytes a center, in the order of their codes: code, state, line end.
const CENTERS: &[u8] = include_bytes!("fulfillment_center_state.txt");
const LINE: usize = 7;

/// The state of a center by its code, such as `ABE2`.
pub fn state(code: &[u8]) -> Option<State> {
    let mut padded = *b"    ";
    padded.get_mut(..code.len())?.copy_from_slice(code);
    let (lines, _) = CENTERS.as_chunks::<LINE>();
    let wanted = u32::from_be_bytes(padded);
    let found =
        lines.binary_search_by_key(&wanted, |&[a, b, c, d, ..]| u32::from_be_bytes([a, b, c, d])).ok()?;
    let &[.., first, second, _] = lines.get(found)?;
    State::known([first, second])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found_under_a_real_state() {
        for line in CENTERS.as_chunks::<LINE>().0 {
            let code = line.split_at(4).0.trim_ascii();
            assert!(state(code).is_some(), "{}", String::from_utf8_lossy(line));
        }
        assert_eq!(state(b"ABE2"), Some(State(*b"PA")));
        assert_eq!(state(b"MAG"), Some(State(*b"IL")));
        assert_eq!(state(b"ZZZZ"), None);
        assert_eq!(state(b"TOOLONG"), None);
    }
}
