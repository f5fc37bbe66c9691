//! States: the 56 codes of USPS, the freely associated states, and the armed forces (USPS Publication 28,
//! appendix B).

use super::{After, Reading, Value};
use crate::findings::Code;

pub(super) const CODES: &[&Code] = &[&STATE_MISSING, &STATE_UNKNOWN, &STATE_SPELLED_OUT];

pub static STATE_MISSING: Code = Code::error("state-missing")
    .what("The record does not say to which state it was sent.")
    .why("Sales tax is owed to the state the goods were sent to.")
    .fix("Find the order in Seller Central. If you cannot tell its state, leave the record out.");

pub static STATE_UNKNOWN: Code = Code::error("state-unknown")
    .what("The state is none that we know under this spelling.")
    .why("Sales tax is owed to the state the goods were sent to, so we do not guess it.")
    .fix("Find the order in Seller Central. If the cells of the record stand in the wrong columns, download the report again.");

pub static STATE_SPELLED_OUT: Code = Code::repair("state-spelled-out")
    .what("The state was spelled out or written in another way than its two letters.")
    .why("Buyers type it as they like; tax services want the two letters.")
    .fix("Nothing to do: it was written as two letters.");

/// A state's two letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct State(pub [u8; 2]);

impl State {
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// Code, and the name as buyers spell it out, in small letters without points. In the order of the codes.
const STATES: &[(&[u8; 2], &str)] = &[
    (b"AA", "armed forces americas"),
    (b"AE", "armed forces europe"),
    (b"AK", "alaska"),
    (b"AL", "alabama"),
    (b"AP", "armed forces pacific"),
    (b"AR", "arkansas"),
    (b"AS", "american samoa"),
    (b"AZ", "arizona"),
    (b"CA", "california"),
    (b"CO", "colorado"),
    (b"CT", "connecticut"),
    (b"DC", "district of columbia"),
    (b"DE", "delaware"),
    (b"FL", "florida"),
    (b"FM", "micronesia"),
    (b"GA", "georgia"),
    (b"GU", "guam"),
    (b"HI", "hawaii"),
    (b"IA", "iowa"),
    (b"ID", "idaho"),
    (b"IL", "illinois"),
    (b"IN", "indiana"),
    (b"KS", "kansas"),
    (b"KY", "kentucky"),
    (b"LA", "louisiana"),
    (b"MA", "massachusetts"),
    (b"MD", "maryland"),
    (b"ME", "maine"),
    (b"MH", "marshall islands"),
    (b"MI", "michigan"),
    (b"MN", "minnesota"),
    (b"MO", "missouri"),
    (b"MP", "northern mariana islands"),
    (b"MS", "mississippi"),
    (b"MT", "montana"),
    (b"NC", "north carolina"),
    (b"ND", "north dakota"),
    (b"NE", "nebraska"),
    (b"NH", "new hampshire"),
    (b"NJ", "new jersey"),
    (b"NM", "new mexico"),
    (b"NV", "nevada"),
    (b"NY", "new york"),
    (b"OH", "ohio"),
    (b"OK", "oklahoma"),
    (b"OR", "oregon"),
    (b"PA", "pennsylvania"),
    (b"PR", "puerto rico"),
    (b"PW", "palau"),
    (b"RI", "rhode island"),
    (b"SC", "south carolina"),
    (b"SD", "south dakota"),
    (b"TN", "tennessee"),
    (b"TX", "texas"),
    (b"UT", "utah"),
    (b"VA", "virginia"),
    (b"VI", "virgin islands"),
    (b"VT", "vermont"),
    (b"WA", "washington"),
    (b"WI", "wisconsin"),
    (b"WV", "west virginia"),
    (b"WY", "wyoming"),
];

/// Other spellings that can mean one state only.
const OTHER_SPELLINGS: &[(&str, &[u8; 2])] = &[
    ("washington dc", b"DC"),
    ("us virgin islands", b"VI"),
    ("federated states of micronesia", b"FM"),
    ("commonwealth of the northern mariana islands", b"MP"),
];

/// How many states there are, for tables by state.
pub const COUNT: usize = STATES.len();

/// One bit for each pair of capitals that is a state: the usual cell is settled by one look.
const BY_LETTERS: [u8; 26 * 26] = {
    let mut table = [u8::MAX; 26 * 26];
    let mut i = 0;
    while i < STATES.len() {
        let [a, b] = *STATES[i].0;
        table[(a - b'A') as usize * 26 + (b - b'A') as usize] = i as u8;
        i += 1;
    }
    table
};

impl State {
    /// A number below [`COUNT`], by the order of the table.
    pub fn index(self) -> usize {
        index(self.0).unwrap_or(0)
    }
    pub fn from_index(index: usize) -> Option<State> {
        STATES.get(index).map(|(code, _)| State(**code))
    }
    /// Its two letters, for a list of names.
    pub fn name(self) -> &'static str {
        STATES.get(self.index()).and_then(|(code, _)| std::str::from_utf8(*code).ok()).unwrap_or_default()
    }
    pub fn known(letters: [u8; 2]) -> Option<State> {
        index(letters).map(|_| State(letters))
    }
}

/// What a text that is no state may have been meant to be.
pub fn candidates(_: &[u8]) -> Vec<State> {
    Vec::new()
}

fn index([a, b]: [u8; 2]) -> Option<usize> {
    if !a.is_ascii_uppercase() || !b.is_ascii_uppercase() {
        return None;
    }
    match BY_LETTERS.get(usize::from(a - b'A') * 26 + usize::from(b - b'A')) {
        Some(&u8::MAX) | None => None,
        Some(&index) => Some(usize::from(index)),
    }
}

/// A state of the United States.
pub fn read(text: &[u8]) -> Reading<'_> {
    match text {
        [] => return Reading { value: Value::Absent, ..Reading::bad(&STATE_MISSING) },
        &[a, b] => {
            if let Some(state) = State::known([a, b]) {
                return Reading::good(Value::State(state));
            }
        }
        _ => {}
    }
    match respelled(text) {
        Some(state) => Reading::repaired(Value::State(state), &STATE_SPELLED_OUT, After::short(&state.0)),
        None => Reading::bad(&STATE_UNKNOWN),
    }
}

/// Small letters, points dropped, blanks and hyphens made one blank; then letter for letter. Never "near enough".
fn respelled(text: &[u8]) -> Option<State> {
    let text = std::str::from_utf8(text).ok().filter(|text| text.len() <= 64)?;
    let plain = text.to_ascii_lowercase().replace(['.', ','], "").replace('-', " ");
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if let &[a, b] = plain.as_bytes() {
        return State::known([a.to_ascii_uppercase(), b.to_ascii_uppercase()]);
    }
    let named = STATES.iter().find(|(_, name)| *name == plain).map(|(code, _)| State(**code));
    named.or_else(|| OTHER_SPELLINGS.iter().find(|(name, _)| *name == plain).map(|(_, code)| State(**code)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_letters_and_names_and_nothing_near() {
        let state = |text: &str| match read(text.as_bytes()).value {
            Value::State(state) => Some(state.as_str().to_owned()),
            _ => None,
        };
        for (text, code) in [
            ("CA", "CA"),
            ("ca", "CA"),
            ("Ca.", "CA"),
            ("N.Y.", "NY"),
            ("New  York", "NY"),
            ("Washington, D.C.", "DC"),
        ] {
            assert_eq!(state(text).as_deref(), Some(code), "{text}");
        }
        for unknown in ["", "Calif", "XX", "Californa", "ON", "New", "C A L"] {
            assert_eq!(state(unknown), None, "{unknown}");
        }
    }
}
