//! States: the 56 codes of USPS, the freely associated states, and the armed forces (USPS Publication 28,
//! appendix B).

use super::{After, Reading, Value};
use crate::findings::Code;

pub(super) const CODES: &[&Code] = &[
    &STATE_MISSING,
    &STATE_UNKNOWN,
    &STATE_MISSPELLED,
    &STATE_SPELLED_OUT,
    &STATE_ABBREVIATED,
    &STATE_TOLD_BY_ZIP,
];

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

pub static STATE_MISSPELLED: Code = Code::error("state-misspelled")
    .what("The state is spelled almost like one that we know, but not quite.")
    .why("Sales tax is owed to the state the goods were sent to, so we do not guess it, however near it seems.")
    .fix("Open the record: it shows which states may be meant. Choose the one that agrees with the ZIP code and with Seller Central.");

pub static STATE_ABBREVIATED: Code = Code::repair("state-abbreviated")
    .what("The state was abbreviated in the old way, such as Calif. or N. Mex.")
    .why("Buyers type it as they like; tax services want the two letters.")
    .fix("Nothing to do: it was written as two letters, because the abbreviation stands for one state only.");

pub static STATE_TOLD_BY_ZIP: Code = Code::repair("state-told-by-zip")
    .what("The record names no state, and its ZIP code lies in one state only.")
    .why("Sales tax is owed to the state the goods were sent to.")
    .fix("Nothing to do: the state was filled in. Both the Postal Service and the Census know all ZIP codes that begin so in this state alone.");

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

/// The abbreviations of before the two letters, without points: those of the U.S. Government Publishing Office Style
/// Manual (2016, 9.48), those that the Associated Press Stylebook writes in another way (Kan., Neb., Ore., N.D.), the
/// variants Cal., Penn., Penna. and Wisc., and names of which only the first word is short (N. Carolina). What could
/// be two states or none is not among them (Col., Dak., Car.).
const ABBREVIATIONS: &str = "AL:ala;AR:ark;AZ:ariz;CA:calif,cal;CO:colo;CT:conn;DC:d c,wash dc,wash d c;DE:del;FL:fla;IL:ill;\
    IN:ind;KS:kans,kan;MA:mass;MI:mich;MN:minn;MS:miss;MT:mont;NC:n c,n car,n carolina;\
    ND:n d,n dak,n dakota;NE:nebr,neb;NH:n h;NJ:n j;NM:n m,n mex,n mexico;NV:nev;NY:n y;OK:okla;\
    OR:oreg,ore;PA:penn,penna;PR:p r;RI:r i;SC:s c,s car,s carolina;SD:s d,s dak,s dakota;TN:tenn;\
    TX:tex;VI:v i;WA:wash;WI:wis,wisc;WV:w va,wva,w v,w virginia;WY:wyo";

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
    let Some(plain) = plain(text) else { return Reading::bad(&STATE_UNKNOWN) };
    if let Some(state) = named(&plain) {
        return Reading::repaired(Value::State(state), &STATE_SPELLED_OUT, After::short(&state.0));
    }
    if let Some(state) = abbreviated(&plain) {
        return Reading::repaired(Value::State(state), &STATE_ABBREVIATED, After::short(&state.0));
    }
    match STATES.iter().any(|(_, name)| distance(plain.as_bytes(), name.as_bytes()).is_some()) {
        true => Reading::bad(&STATE_MISSPELLED),
        false => Reading::bad(&STATE_UNKNOWN),
    }
}

/// Small letters, points dropped, blanks and hyphens made one blank.
fn plain(text: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(text).ok().filter(|text| text.len() <= 64)?;
    let mut plain = String::with_capacity(text.len());
    for sign in text.bytes() {
        match sign {
            b'.' | b',' => {}
            b' ' | b'\t' | b'-' if plain.is_empty() || plain.ends_with(' ') => {}
            b' ' | b'\t' | b'-' => plain.push(' '),
            // What is beyond ASCII is in no name of ours, whichever sign it becomes.
            _ => plain.push(char::from(sign.to_ascii_lowercase())),
        }
    }
    plain.truncate(plain.trim_ascii_end().len());
    Some(plain)
}

/// Letter for letter. Never "near enough".
fn named(plain: &str) -> Option<State> {
    if let &[a, b] = plain.as_bytes() {
        return State::known([a.to_ascii_uppercase(), b.to_ascii_uppercase()]);
    }
    let named = STATES.iter().find(|(_, name)| *name == plain).map(|(code, _)| State(**code));
    named.or_else(|| OTHER_SPELLINGS.iter().find(|(name, _)| *name == plain).map(|(_, code)| State(**code)))
}

fn abbreviated(plain: &str) -> Option<State> {
    let of_state = |entry: &str| {
        let (letters, names) = entry.split_at_checked(2)?;
        names
            .get(1..)?
            .split(',')
            .any(|name| name == plain)
            .then(|| letters.as_bytes().first_chunk().copied())
    };
    State::known(ABBREVIATIONS.split(';').find_map(of_state)??)
}

/// The states whose names are spelled almost like this, the nearest first: shown to the seller, never taken.
pub fn candidates(text: &[u8]) -> Vec<State> {
    let Some(plain) = plain(text) else { return Vec::new() };
    if named(&plain).or_else(|| abbreviated(&plain)).is_some() {
        return Vec::new();
    }
    let near = |wanted: usize| {
        let is_near =
            move |name: &str, plain: &str| distance(plain.as_bytes(), name.as_bytes()) == Some(wanted);
        let plain = plain.as_str();
        STATES.iter().filter(move |(_, name)| is_near(name, plain)).map(|(code, _)| State(**code))
    };
    near(1).chain(near(2)).collect()
}

/// How many letters must be added, left out, changed, or swapped with their neighbour to make one of the other:
/// 1 or 2 (1 in a name of up to five letters), else `None`. Rows of five, because nothing further off counts.
fn distance(text: &[u8], name: &[u8]) -> Option<usize> {
    let most = if name.len() > 5 { 2 } else { 1 };
    if text.len().abs_diff(name.len()) > most {
        return None;
    }
    const FAR: usize = 9;
    // `row[k]` is the distance between the first `i` letters of the text and the first `i + k - 2` of the name.
    let at = |row: &[usize; 5], k: usize| row.get(k).copied().unwrap_or(FAR);
    let mut two_above = [FAR; 5];
    let mut above = [FAR, FAR, 0, 1, 2];
    for (i, letter) in text.iter().enumerate() {
        let mut row = [FAR; 5];
        for k in 0..5 {
            let Some(j) = (i + 1 + k).checked_sub(2).filter(|&j| j <= name.len()) else { continue };
            let left = k.checked_sub(1).map_or(FAR, |left| at(&row, left)) + 1;
            let mut best = left.min(at(&above, k + 1) + 1);
            if let Some(other) = j.checked_sub(1).and_then(|j| name.get(j)) {
                best = best.min(at(&above, k) + usize::from(letter != other));
                let before = i.checked_sub(1).and_then(|i| text.get(i));
                let other_before = j.checked_sub(2).and_then(|j| name.get(j));
                if before == Some(other) && other_before == Some(letter) {
                    best = best.min(at(&two_above, k) + 1);
                }
            }
            if let Some(cell) = row.get_mut(k) {
                *cell = best;
            }
        }
        two_above = above;
        above = row;
    }
    let distance = at(&above, (name.len() + 2).checked_sub(text.len())?);
    (1..=most).contains(&distance).then_some(distance)
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
        for unknown in ["", "XX", "Californa", "ON", "New", "C A L", "Carolina", "\u{e9}\u{e9}"] {
            assert_eq!(state(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn old_abbreviations_stand_for_one_state() {
        for (text, code) in [
            ("Calif.", b"CA"),
            ("MASS", b"MA"),
            ("N. Mex.", b"NM"),
            ("W.Va.", b"WV"),
            ("N. Y.", b"NY"),
            ("Penna.", b"PA"),
            ("S. Dakota", b"SD"),
            ("Wash. D.C.", b"DC"),
        ] {
            let reading = read(text.as_bytes());
            assert_eq!(reading.value, Value::State(State(*code)), "{text}");
            assert_eq!(reading.remark.map(|remark| remark.code.slug), Some("state-abbreviated"), "{text}");
        }
        let mut seen = Vec::new();
        for entry in ABBREVIATIONS.split(';') {
            let (letters, names) = entry.split_once(':').expect("letters and names");
            assert!(State::known(letters.as_bytes().try_into().expect("two letters")).is_some(), "{entry}");
            for name in names.split(',') {
                assert!(!seen.contains(&name) && named(name).is_none(), "{name} stands for two states");
                seen.push(name);
            }
        }
    }

    #[test]
    fn misspelled_states_have_candidates_and_are_not_taken() {
        let offered = |text: &str| {
            candidates(text.as_bytes())
                .iter()
                .map(|state| state.as_str().to_owned())
                .collect::<Vec<_>>()
                .join(" ")
        };
        for (text, states) in [
            ("Californa", "CA"),
            ("Califronai", "CA"),
            ("Massachusets", "MA"),
            ("Pensylvannia", "PA"),
            ("Texsa", "TX"),
            ("NewYork", "NY"),
            ("Virgina", "VA"),
            ("Nort Carolina", "NC"),
            ("Mississipi", "MS"),
            ("Utha", "UT"),
            ("North Carolin", "NC"),
            ("Sorth Carolina", "NC SC"),
            ("India", "IN"),
        ] {
            assert_eq!(offered(text), states, "{text}");
            let reading = read(text.as_bytes());
            assert_eq!(reading.value, Value::Unread);
            assert_eq!(reading.remark.map(|remark| remark.code.slug), Some("state-misspelled"), "{text}");
        }
        for text in ["", "CA", "California", "Calif.", "XX", "ON", "Ontario", "Ohoo!", "Carolina", "Bavaria"]
        {
            assert_eq!(offered(text), "", "{text}");
        }
    }

    /// Against the whole table, on letters changed at random.
    #[test]
    fn the_narrow_distance_is_the_true_one() {
        fn whole(a: &[u8], b: &[u8]) -> usize {
            let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
            for i in 0..=a.len() {
                for j in 0..=b.len() {
                    rows[i][j] = match (i, j) {
                        (0, _) => j,
                        (_, 0) => i,
                        _ => {
                            let changed = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                            let mut best = changed.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
                            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                                best = best.min(rows[i - 2][j - 2] + 1);
                            }
                            best
                        }
                    };
                }
            }
            rows[a.len()][b.len()]
        }
        let mut number = 7_u64;
        let mut next = |below: usize| {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (number >> 33) as usize % below
        };
        for _ in 0..20_000 {
            let name = STATES[next(STATES.len())].1.as_bytes();
            let mut text = name.to_vec();
            for _ in 0..next(4) {
                let at = next(text.len());
                match next(4) {
                    0 => drop(text.remove(at)),
                    1 => text.insert(at, b'a' + next(26) as u8),
                    2 => text[at] = b'a' + next(26) as u8,
                    _ => text.swap(at, at.saturating_sub(1)),
                }
            }
            let most = if name.len() > 5 { 2 } else { 1 };
            let expected = Some(whole(&text, name)).filter(|distance| (1..=most).contains(distance));
            assert_eq!(
                distance(&text, name),
                expected,
                "{} {}",
                String::from_utf8_lossy(&text),
                String::from_utf8_lossy(name)
            );
        }
    }
}
