//! What must not leave inside a column that leaves: an e-mail address, a phone number, a street, a person's name. The
//! cell is withheld, and the record is sent without it.
//!
//! Names are known by the record's own private cells ([`crate::reports::Private`]), streets and phone numbers by
//! those and by their form. A form is only one where nothing else looks like it: product numbers have ten digits and
//! more, and there are cities called 29 Palms, 5 Points and St. Paul.

use crate::fields::text::without_invisible;
use crate::fields::{PostalCode, Value};
use crate::findings::Code;
use crate::reports::{Cells, Field, Private, Row};

pub(super) const CODES: &[&Code] =
    &[&EMAIL_IN_CELL, &PHONE_IN_CELL, &STREET_IN_CELL, &NAME_IN_CELL, &CELL_TOO_LONG, &FORMULA_START];

pub static EMAIL_IN_CELL: Code = Code::withheld("email-in-cell")
    .what("There is an e-mail address in a column that is sent.")
    .why("It says who somebody is, and no tax depends on it.")
    .fix("Nothing to do: the cell is not sent, and the rest of the record is.");

pub static PHONE_IN_CELL: Code = Code::withheld("phone-in-cell")
    .what("There is a phone number in a column that is sent.")
    .why("It says who somebody is, and no tax depends on it.")
    .fix("Nothing to do: the cell is not sent, and the rest of the record is.");

pub static STREET_IN_CELL: Code = Code::withheld("street-in-cell")
    .what("There is a street or a post office box in a column that is sent.")
    .why("It says where somebody lives. The tax is found by the ZIP code.")
    .fix("Nothing to do: the cell is not sent, and the rest of the record is. If the cells of the record stand in the wrong columns, download the report again.");

pub static NAME_IN_CELL: Code = Code::withheld("name-in-cell")
    .what("The buyer's or recipient's name stands in a column that is sent.")
    .why("It says who somebody is, and no tax depends on it.")
    .fix("Nothing to do: the cell is not sent, and the rest of the record is. If the cells of the record stand in the wrong columns, download the report again.");

pub static CELL_TOO_LONG: Code = Code::withheld("cell-too-long")
    .what("The value is longer than any city or product number is: over 200 signs.")
    .why("Something else stands in its place, and it could be anything, such as a message from the buyer.")
    .fix("Look at the record. The cell is not sent, and the rest of the record is.");

pub static FORMULA_START: Code = Code::note("formula-start")
    .what("The value begins with a sign that a spreadsheet takes for the start of a formula: =, +, - or @.")
    .why("A spreadsheet that opens the file would work it out instead of showing it. The file that is sent has it as it is.")
    .fix("Nothing to do for the tax. The file for spreadsheets, if you save one, has the value as text.");

/// Amazon takes product numbers of 40 signs and cities of 50 or so.
const LONGEST: usize = 200;

/// The fields whose text is written into the payload as it is. Of the others, it has numbers and words of our own.
const FREE: [Field; 7] = [
    Field::City,
    Field::Sku,
    Field::SalesChannel,
    Field::ShipmentId,
    Field::State,
    Field::PostalCode,
    Field::FulfillmentCenter,
];

/// Looks into each cell of text that leaves, and withholds what must stay.
pub fn withhold(row: &mut Row<'_>, cells: Cells<'_>, found: &mut dyn FnMut(&'static Code, Field)) {
    for field in FREE {
        let text = match row.leaving(field) {
            Value::Text(text) | Value::FulfillmentCenter(text, _) => text,
            Value::PostalCode(PostalCode::Foreign(text)) => text,
            _ => continue,
        };
        let signs = Signs::of(text);
        // One short word, or a store of Amazon's: there is nothing in it.
        if signs.is_plain() || matches!(text, b"Amazon.com" | b"amazon.com") {
            continue;
        }
        let said = judge(text, signs, field, row, cells).or_else(|| {
            // The seller may have declined to have them taken out.
            let plain = without_invisible(text)?;
            judge(&plain, Signs::of(&plain), field, row, cells)
        });
        if let Some(code) = said {
            row.withhold(field);
            found(code, field);
        } else if starts_formula(text) {
            found(&FORMULA_START, field);
        }
    }
}

/// What a text is made of.
#[derive(Clone, Copy, Default)]
struct Signs {
    length: usize,
    digits: usize,
    /// Neither letters nor digits.
    others: usize,
    has_at: bool,
    has_blank: bool,
}

impl Signs {
    fn of(text: &[u8]) -> Signs {
        let mut signs = Signs { length: text.len(), ..Signs::default() };
        for &byte in text {
            signs.digits += usize::from(byte.is_ascii_digit());
            signs.others += usize::from(!is_letter_or_digit(byte));
            signs.has_at |= byte == b'@';
            signs.has_blank |= byte == b' ';
        }
        signs
    }
    fn is_plain(self) -> bool {
        self.others == 0 && self.digits < 7 && self.length <= LONGEST
    }
}

fn is_letter_or_digit(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

#[inline(never)]
fn judge(text: &[u8], signs: Signs, field: Field, row: &Row<'_>, cells: Cells<'_>) -> Option<&'static Code> {
    let is_place = matches!(field, Field::City | Field::State);
    if signs.length > LONGEST && text.iter().filter(|byte| **byte & 0xC0 != 0x80).count() > LONGEST {
        return Some(&CELL_TOO_LONG);
    }
    if signs.has_at && holds_email(text) {
        return Some(&EMAIL_IN_CELL);
    }
    if signs.digits >= 7 && holds_phone(text, is_place) {
        return Some(&PHONE_IN_CELL);
    }
    // Without a blank, what does not begin with the number of a house is a product's number.
    let may_be_street = is_place || signs.has_blank || text.first().is_some_and(u8::is_ascii_digit);
    if signs.digits > 0 && signs.others > 0 && may_be_street && holds_street(text, is_place) {
        return Some(&STREET_IN_CELL);
    }
    row.layout().private().iter().find_map(|&(cell, kind)| {
        let private = cells.get(cell);
        match kind {
            // Two blanks in the private cell may be one here; a longer text is in no shorter one.
            _ if private.is_empty() || private.len() > text.len() + 2 && kind != Private::Phone => None,
            Private::Name => {
                (signs.others > 0 && holds(text, private) && is_name(private)).then_some(&NAME_IN_CELL)
            }
            Private::Street => {
                let is_there = signs.digits > 0 && holds(text, private) && is_address(private, is_place);
                is_there.then_some(&STREET_IN_CELL)
            }
            Private::Phone => (signs.digits >= 7 && holds_digits(text, private)).then_some(&PHONE_IN_CELL),
        }
    })
}

/// Words of letters and digits, whatever stands between them.
fn words(text: &[u8]) -> impl Iterator<Item = &[u8]> + Clone {
    text.split(|&byte| !is_letter_or_digit(byte)).filter(|word| !word.is_empty())
}

/// Where in a text a part of it begins.
fn place_of(text: &[u8], part: &[u8]) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

/// Whether all words of the one stand in the other, one after the other, in large letters or small.
fn holds(text: &[u8], wanted: &[u8]) -> bool {
    let mut wanted = words(wanted);
    let Some(first) = wanted.next() else { return false };
    let mut rest = words(text);
    while let Some(word) = rest.next() {
        // Nearly always their first letters differ.
        if word.eq_ignore_ascii_case(first) {
            let mut here = rest.clone();
            if wanted.clone().all(|word| here.next().is_some_and(|other| other.eq_ignore_ascii_case(word))) {
                return true;
            }
        }
    }
    false
}

/// Two words at least: one word alone can be a city's name or a product's (Austin, Jordan).
fn is_name(text: &[u8]) -> bool {
    words(text).count() > 1 && words(text).map(<[u8]>::len).sum::<usize>() > 3
}

/// A number and a word. A line of an address may repeat the city, and a second line may say no more than `Unit 2`.
fn is_address(text: &[u8], is_place: bool) -> bool {
    let least = if is_place { 2 } else { 3 };
    text.iter().any(u8::is_ascii_digit)
        && text.iter().any(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80)
        && words(text).count() >= least
}

/// `somebody@host.example`
fn holds_email(text: &[u8]) -> bool {
    memchr::memchr_iter(b'@', text).any(|at| {
        let (before, after) = text.split_at(at);
        let host = after.get(1..).unwrap_or_default();
        let is_host = |byte: &u8| is_letter_or_digit(*byte) || matches!(byte, b'-' | b'.');
        let host = host.split(|byte| !is_host(byte)).next().unwrap_or_default();
        let mut parts = host.split(|&byte| byte == b'.').rev().skip_while(|part| part.is_empty());
        let is_top = |part: &[u8]| part.len() > 1 && !part.iter().any(u8::is_ascii_digit);
        before
            .last()
            .is_some_and(|&byte| is_letter_or_digit(byte) || matches!(byte, b'.' | b'_' | b'+' | b'-'))
            && parts.next().is_some_and(is_top)
            && parts.next().is_some_and(|part| !part.is_empty())
    })
}

/// By form: a number of the North American plan as it is written for people, `206-555-0142`, `(206) 555-0142`,
/// `1.206.555.0142`; or one that begins with `+`. Ten digits in a row are a number only in the place of a city.
fn holds_phone(text: &[u8], is_place: bool) -> bool {
    let is_part =
        |byte: u8| byte.is_ascii_digit() || matches!(byte, b' ' | b'-' | b'.' | b'(' | b')' | b'+' | b'/');
    let mut runs = text.split(|&byte| !is_part(byte));
    runs.any(|run| {
        let at = place_of(text, run);
        // A part of a longer word, as in X206-555-0142.
        let touches = |edge: Option<&u8>, other: Option<&u8>| {
            edge.is_some_and(u8::is_ascii_digit) && other.is_some_and(|&byte| is_letter_or_digit(byte))
        };
        let before = at.checked_sub(1).and_then(|at| text.get(at));
        let (joined, joins) = (touches(run.first(), before), touches(run.last(), text.get(at + run.len())));
        // From any blank to any other: a ZIP code may stand before the number or behind it.
        let is_end = |end: usize| if end == run.len() { !joins } else { run.get(end) == Some(&b' ') };
        let is_start = |start: usize| match start.checked_sub(1) {
            None => !joined,
            Some(before) => run.get(before) == Some(&b' '),
        };
        (0..run.len()).filter(|&start| is_start(start)).any(|start| {
            let last = run.len().min(start + LONGEST_PHONE);
            (start + 10..=last)
                .filter(|&end| is_end(end))
                .any(|end| is_phone(run.get(start..end).unwrap_or_default(), is_place))
        })
    })
}

/// `+1 (206) 555-0142`, with room for blanks.
const LONGEST_PHONE: usize = 24;

fn is_phone(run: &[u8], is_place: bool) -> bool {
    let mut digits = [0; 16];
    let mut count = 0;
    let (mut lengths, mut groups) = ([0_u8; 5], 0_usize);
    for group in run.split(|byte| !byte.is_ascii_digit()).filter(|group| !group.is_empty()) {
        for &digit in group {
            let Some(slot) = digits.get_mut(count) else { return false };
            *slot = digit;
            count += 1;
        }
        let Some(length) = lengths.get_mut(groups) else { return false };
        *length = group.len() as u8;
        groups += 1;
    }
    let is_abroad = matches!(run, [b'+', ..] | [b'(', b'+', ..]);
    if is_abroad && (10..=15).contains(&count) {
        return true;
    }
    let own = match (digits.get(..count), lengths) {
        (Some([b'1', own @ ..]), [1, 3, 3, 4, 0] | [1, 3, 7, 0, 0] | [1, 10, 0, 0, 0] | [11, 0, 0, 0, 0]) => {
            own
        }
        (Some(own), [3, 3, 4, 0, 0] | [3, 7, 0, 0, 0] | [10, 0, 0, 0, 0]) => own,
        _ => return false,
    };
    let is_written_for_people = groups >= 3 || memchr::memchr(b'(', run).is_some();
    (is_written_for_people || is_place) && is_north_american(own)
}

/// Area and exchange begin with 2 to 9, and neither is a service such as 911 (NANPA).
fn is_north_american(digits: &[u8]) -> bool {
    let is_code =
        |code: &[u8]| matches!(code, [b'2'..=b'9', second, third] if !(*second == b'1' && *third == b'1'));
    matches!(digits, [a, b, c, d, e, f, _, _, _, _] if is_code(&[*a, *b, *c]) && is_code(&[*d, *e, *f]))
}

/// Whether the digits of a phone number stand in the text, whatever stands between them.
fn holds_digits(text: &[u8], phone: &[u8]) -> bool {
    // Before an extension: Amazon gives buyers a number of its own with one.
    let phone = phone.split(u8::is_ascii_alphabetic).next().unwrap_or_default();
    let phone = phone.strip_prefix(b"+1").unwrap_or(phone);
    let digits = |text| <[u8]>::iter(text).filter(|byte| byte.is_ascii_digit());
    let count = digits(phone).count();
    let mut rest = digits(text);
    (7..=15).contains(&count)
        && loop {
            let mut here = rest.clone();
            if digits(phone).all(|digit| here.next() == Some(digit)) {
                break true;
            }
            if rest.next().is_none() {
                break false;
            }
        }
}

/// What a street is called, in small letters: USPS Publication 28, appendix C, of which those are left out that
/// names of cities have as their last word.
const STREETS: &str = "street st avenue ave av road rd boulevard blvd lane ln drive dr court ct circle cir place pl \
    terrace ter trail trl parkway pkwy highway hwy way";
/// Of these, what no product is called.
const STREETS_ONLY: &str = "street st avenue ave road rd boulevard blvd";
const UNITS: &str = "apt apartment unit suite ste floor fl";

/// By form: a number, a word or more, and what a street is called; or a post office box.
fn holds_street(text: &[u8], is_place: bool) -> bool {
    let is_one_of =
        |list: &str, word: &[u8]| list.split(' ').any(|one| word.eq_ignore_ascii_case(one.as_bytes()));
    let is_number = |word: &[u8]| match word {
        [digits @ .., last] => {
            digits.len() < 6
                && digits.iter().all(u8::is_ascii_digit)
                && (last.is_ascii_digit() || last.is_ascii_alphabetic() && !digits.is_empty())
        }
        [] => false,
    };
    let mut rest = words(text);
    loop {
        let mut here = rest.clone();
        let Some(first) = here.next() else { return false };
        if is_number(first) {
            let suffixes = if is_place { STREETS } else { STREETS_ONLY };
            let mut ahead = here.clone();
            let by_number = ahead.next().is_some_and(|word| is_one_of("highway hwy route rte", word));
            if is_place && by_number {
                return true;
            }
            // A product's name goes on after such a word; a street ends with it, or a flat or a city comes after.
            while let Some(word) = ahead.next() {
                let is_last = || {
                    let end = place_of(text, word) + word.len();
                    ahead.clone().next().is_none_or(|next| is_one_of(UNITS, next))
                        || text.get(end) == Some(&b',')
                };
                if is_one_of(suffixes, word) && (is_place || is_last()) {
                    return true;
                }
            }
        }
        let is_post_office = first.eq_ignore_ascii_case(b"po")
            || first.eq_ignore_ascii_case(b"p")
                && here.next().is_some_and(|word| word.eq_ignore_ascii_case(b"o"));
        if is_post_office
            && here.next().is_some_and(|word| word.eq_ignore_ascii_case(b"box"))
            && here.next().and_then(<[u8]>::first).is_some_and(u8::is_ascii_digit)
        {
            return true;
        }
        rest.next();
    }
}

fn starts_formula(text: &[u8]) -> bool {
    match text {
        [b'=' | b'@', _, ..] => true,
        // A number is none.
        [b'+' | b'-', rest @ ..] => {
            rest.iter().any(|byte| !byte.is_ascii_digit() && !matches!(byte, b'.' | b','))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emails_are_known_by_their_form() {
        for text in [
            "robin@example.com",
            "MUG-robin.sample@example.com",
            "<r_s+1@mail.example.org>",
            "robin@example.com.",
        ] {
            assert!(holds_email(text.as_bytes()), "{text}");
        }
        for text in ["MUG@HOME", "@home.de", "3@1.99", "A@B.C", "2 @ 5.00", "MUG@1.5L", "a@", "@"] {
            assert!(!holds_email(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn phones_are_known_by_their_form() {
        for text in [
            "206-555-0142",
            "(206) 555-0142",
            "(206)5550142",
            "206.555.0142",
            "1-206-555-0142",
            "+1 206 555 0142",
            "+12065550142",
            "+44 20 7946 0958",
            "Seattle 206-555-0142",
            "MUG 206 555 0142 blue",
            "98110 206-555-0142",
            "(206) 555-0142 98110",
        ] {
            assert!(holds_phone(text.as_bytes(), false), "{text}");
        }
        for text in [
            "2065550142",
            "07664457044546",
            "9781234567897",
            "012345678905",
            "100-200-3000",
            "206-155-0142",
            "X206-555-0142",
            "206-555-0142X",
            "12-206-555-0142",
            "206-555-01425",
            "111-1234567-1234567",
            "2026-03-30",
            "555-0142",
            "B07-123-4567-89",
            "1234567+8901234",
            "98110-1523 12 24",
        ] {
            assert!(!holds_phone(text.as_bytes(), false), "{text}");
        }
        assert!(holds_phone(b"Seattle 2065550142", true) && holds_phone(b"12065550142", true));
        assert!(!holds_phone(b"Seattle 981101523", true) && !holds_phone(b"Seattle 98110-1523", true));
    }

    #[test]
    fn streets_are_known_by_their_form() {
        for text in [
            "12 Example Street",
            "12 Example St. Seattle",
            "Seattle, 1234B N Sample Ave Apt 4",
            "PO Box 12",
            "P.O. Box 12",
            "12 Hwy 9",
            "1 1st St",
            "12 St. Paul Rd",
        ] {
            assert!(holds_street(text.as_bytes(), true), "{text}");
        }
        for city in [
            "5 Points",
            "29 Palms",
            "St. Paul",
            "St. Paul 55101",
            "100 Mile House",
            "1000 Oaks",
            "84 Lumber",
            "Avenue 12",
            "Highway 9",
            "Box Elder",
            "PO Valley 3",
            "4 Corners",
            "1 St",
        ] {
            assert!(!holds_street(city.as_bytes(), true), "{city}");
        }
        for text in ["12 Example Street", "12 Example Rd Apt 4", "MUG 12 Example St, blue", "PO BOX 12"] {
            assert!(holds_street(text.as_bytes(), false), "{text}");
        }
        for sku in [
            "128 GB Flash Drive",
            "24 Pack Drive Belt",
            "12-PLACE-MAT",
            "2 Way Road Sign",
            "MUG 221B Baker Street London",
            "3-CT",
        ] {
            assert!(!holds_street(sku.as_bytes(), false), "{sku}");
        }
    }

    #[test]
    fn names_and_streets_are_known_by_the_private_cells() {
        assert!(holds(b"MUG-ROBIN_SAMPLE", b"Robin  Sample "));
        assert!(holds(b"Robin Sample, Seattle", b"robin sample"));
        assert!(holds("Zo\u{eb} O'Hara".as_bytes(), "ZO\u{eb} O Hara".as_bytes()));
        assert!(!holds(b"Robinson Sampler", b"Robin Sample"));
        assert!(!holds(b"Sample Robin", b"Robin Sample"));
        assert!(!holds(b"", b"Robin Sample"));
        assert!(is_name(b"Robin Sample") && is_name(b"Li Wu"));
        for one in ["Austin", "", "A B", " Jordan ", "-"] {
            assert!(!is_name(one.as_bytes()), "{one}");
        }
        assert!(is_address(b"12 Example Street", false) && is_address(b"Apt 4", true));
        for none in ["Apt 4", "12", "Seattle", "Fort Worth", ""] {
            assert!(!is_address(none.as_bytes(), false), "{none}");
        }
    }

    #[test]
    fn phones_are_known_by_the_private_cells() {
        assert!(holds_digits(b"MUG-5550142", b"555-0142"));
        assert!(holds_digits(b"2065550142", b"+1 206-555-0142 ext. 12345"));
        assert!(!holds_digits(b"07664457044546", b"555-0142"));
        assert!(!holds_digits(b"MUG-123", b"123"));
    }

    #[test]
    fn formulas_begin_with_a_sign_and_are_no_numbers() {
        for text in ["=1+1", "@SUM(A1)", "-cmd", "+A1", "-2+3"] {
            assert!(starts_formula(text.as_bytes()), "{text}");
        }
        for text in ["", "=", "@", "-", "-12.50", "+1,000", "MUG=1", "A@B"] {
            assert!(!starts_formula(text.as_bytes()), "{text}");
        }
    }
}
