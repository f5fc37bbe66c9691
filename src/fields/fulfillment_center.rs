//! Codes of fulfillment centers, and in which state each stands. Where stock lies is nexus.
//!
//! From sonnenglas/amazon-fba-fulfillment-center-list, 31 October 2024 (MIT). Left out of it: RRPR and XUXD,
//! listed under "KT", and KUS3, listed under "US": neither is a state, and which one was meant is not ours to guess
//! (both came with one commit of the list, f0b8a30 of 5 May 2022, and nothing in it says where they stand). The
//! seller is told that the state of such a center is not known.

use super::{Reading, State, Value};
use crate::findings::Code;

pub(super) const CODES: &[&Code] = &[&FULFILLMENT_CENTER_UNREADABLE, &FULFILLMENT_CENTER_UNKNOWN];

pub static FULFILLMENT_CENTER_UNREADABLE: Code = Code::warning("fulfillment-center-unreadable")
    .what("The code of the fulfillment center does not look like one of Amazon's, such as ABE2.")
    .why("It tells from which state the goods were sent. Something else in its place, such as a tracking number, is nobody's business, so the cell is not sent.")
    .fix("Look at the record. If its cells stand in the wrong columns, download the report again.");

pub static FULFILLMENT_CENTER_UNKNOWN: Code = Code::note("fulfillment-center-unknown")
    .what("We do not know in which state this fulfillment center of Amazon's stands.")
    .why("Where your stock lies you may owe tax. The center's code is sent, and the state it was sent from stays empty.")
    .fix("Nothing to do. If your tax service asks from where the goods were sent, Seller Central has the center's address.");

/// Seven bytes a center, in the order of their codes: code, state, line end.
const CENTERS: &[u8] = include_bytes!("fulfillment_center_state.txt");
const LINE: usize = 7;

/// Three to six letters and digits that begin with a letter. What is none stays behind: a record whose cells are
/// shifted has a tracking number here.
pub fn read(text: &[u8]) -> Reading<'_> {
    match text {
        [] => Reading::good(Value::Absent),
        [first, rest @ ..]
            if first.is_ascii_alphabetic()
                && (2..=5).contains(&rest.len())
                && rest.iter().all(u8::is_ascii_alphanumeric) =>
        {
            match known(text) {
                None => Reading::remarked(Value::FulfillmentCenter(text, None), &FULFILLMENT_CENTER_UNKNOWN),
                state => Reading::good(Value::FulfillmentCenter(text, state)),
            }
        }
        _ => Reading::bad(&FULFILLMENT_CENTER_UNREADABLE),
    }
}

/// The state of a center by its code, such as `ABE2`.
pub fn known(code: &[u8]) -> Option<State> {
    let wanted = u32::from_be_bytes(match *code {
        [a, b, c] => [a, b, c, b' '],
        [a, b, c, d] => [a, b, c, d],
        _ => return None,
    });
    let (lines, _) = CENTERS.as_chunks::<LINE>();
    let found =
        lines.binary_search_by_key(&wanted, |&[a, b, c, d, ..]| u32::from_be_bytes([a, b, c, d])).ok()?;
    let &[.., first, second, _] = lines.get(found)?;
    State::known([first, second])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_tracking_number_is_a_center() {
        for code in ["ABE2", "MAG", "RRPR", "XUSB"] {
            let reading = read(code.as_bytes());
            let Value::FulfillmentCenter(read, state) = reading.value else { panic!("{code}") };
            assert_eq!(read, code.as_bytes());
            assert_eq!(state.is_none(), code == "RRPR");
            assert_eq!(reading.remark.is_some(), state.is_none());
        }
        for other in ["1ZEXAMPLE0000000001", "9400", "AB", "ABCDEF1", "ABE 2", "TBA123456789"] {
            assert_eq!(read(other.as_bytes()).value, Value::Unread, "{other}");
        }
        assert_eq!(read(b"").remark, None);
    }

    #[test]
    fn every_line_is_found_under_a_real_state() {
        for line in CENTERS.as_chunks::<LINE>().0 {
            let code = line.split_at(4).0.trim_ascii();
            assert!(known(code).is_some(), "{}", String::from_utf8_lossy(line));
        }
        assert_eq!(known(b"ABE2"), Some(State(*b"PA")));
        assert_eq!(known(b"MAG"), Some(State(*b"IL")));
        assert_eq!(known(b"ZZZZ"), None);
        assert_eq!(known(b"TOOLONG"), None);
    }
}
