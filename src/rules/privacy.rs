//! What must not leave inside a column that leaves: an e-mail address, a phone number, a street, a person's name. The
//! cell is withheld, and the record is sent without it.
//!
//! Names are known by the record's own private cells ([`crate::reports::Private`]), streets and phone numbers by
//! those and by their form ([`crate::fields::personal`]).

use crate::fields::personal::{holds_email, holds_phone, holds_street, is_letter_or_digit, words};
use crate::fields::text::without_invisible;
use crate::fields::{PostalCode, Value, plain};
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
const FREE: [Field; 6] =
    [Field::City, Field::Sku, Field::SalesChannel, Field::ShipmentId, Field::State, Field::PostalCode];

/// Looks into each cell of text that leaves, and withholds what must stay.
pub fn withhold(row: &mut Row<'_>, cells: Cells<'_>, found: &mut dyn FnMut(&'static Code, Field)) {
    for field in FREE {
        let text = match *row.leaving(field) {
            // A center's code is one short word, and so is what stands in most other cells.
            Value::Text(text) | Value::PostalCode(PostalCode::Foreign(text)) => text,
            _ => continue,
        };
        let is_harmless = match is_place(field) {
            true => plain::is_letters(text),
            // One word with digits in it: a product's number, or a phone number of the record's own.
            false => {
                text == b"Amazon.com"
                    || plain::is_letters_and_digits(text) && !has_private(Private::Phone, row, cells)
            }
        };
        if !is_harmless {
            withhold_unless_harmless(row, cells, field, text, found);
        }
    }
}

fn has_private(kind: Private, row: &Row<'_>, cells: Cells<'_>) -> bool {
    row.layout().private(kind).iter().any(|cell| !cells.get(*cell).is_empty())
}

fn is_place(field: Field) -> bool {
    matches!(field, Field::City | Field::State)
}

#[inline(never)]
fn withhold_unless_harmless(
    row: &mut Row<'_>,
    cells: Cells<'_>,
    field: Field,
    text: &[u8],
    found: &mut dyn FnMut(&'static Code, Field),
) {
    let signs = Signs::of(text);
    let said = judge(text, &signs, field, row, cells).or_else(|| {
        // The seller may have declined to have them taken out.
        let plain = if signs.beyond { without_invisible(text)? } else { return None };
        judge(&plain, &Signs::of(&plain), field, row, cells)
    });
    if let Some(code) = said {
        row.withhold(field);
        found(code, field);
    } else if starts_formula(text) {
        found(&FORMULA_START, field);
    }
}

/// What a text is made of.
#[derive(Clone, Copy, Default)]
struct Signs {
    length: usize,
    digits: u32,
    /// Neither letters nor digits.
    others: u32,
    has_at: bool,
    has_blank: bool,
    /// Some are beyond ASCII.
    beyond: bool,
    /// How many words there are, and how many of them are no numbers.
    words: u32,
    names: u32,
    /// With which letters the words begin.
    initials: Initials,
}

impl Signs {
    fn of(text: &[u8]) -> Signs {
        let mut signs = Signs { length: text.len(), ..Signs::default() };
        let mut before = &KINDS[usize::from(b' ')];
        let mut all = 0;
        for &byte in text {
            let kind = &KINDS[usize::from(byte)];
            signs.digits += u32::from(kind.digit);
            signs.others += u32::from(kind.other);
            all |= kind.sign;
            if before.other > kind.other {
                signs.words += 1;
                signs.names += u32::from(1 - kind.digit);
                signs.initials.0 |= kind.initial.0;
            }
            before = kind;
        }
        signs.has_at = all & AT != 0;
        signs.has_blank = all & BLANK != 0;
        signs.beyond = all & BEYOND != 0;
        signs
    }
}

/// What there is to know of a byte. Numbers, so that they are added up without asking.
#[derive(Clone, Copy)]
struct SignKind {
    digit: u8,
    /// Neither a letter nor a digit.
    other: u8,
    /// [`AT`], [`BLANK`], [`BEYOND`], or nothing.
    sign: u8,
    initial: Initials,
}

const AT: u8 = 1;
const BLANK: u8 = 2;
const BEYOND: u8 = 4;

static KINDS: [SignKind; 256] = {
    let mut kinds = [SignKind { digit: 0, other: 0, sign: 0, initial: Initials(0) }; 256];
    let mut at = 0;
    while at < kinds.len() {
        let byte = at as u8;
        kinds[at] = SignKind {
            digit: byte.is_ascii_digit() as u8,
            other: !is_letter_or_digit(byte) as u8,
            sign: match byte {
                b'@' => AT,
                b' ' => BLANK,
                0x80.. => BEYOND,
                _ => 0,
            },
            initial: Initials::of(byte),
        };
        at += 1;
    }
    kinds
};

fn judge(text: &[u8], signs: &Signs, field: Field, row: &Row<'_>, cells: Cells<'_>) -> Option<&'static Code> {
    let is_place = is_place(field);
    if signs.length > LONGEST && text.iter().filter(|byte| **byte & 0xC0 != 0x80).count() > LONGEST {
        return Some(&CELL_TOO_LONG);
    }
    if signs.has_at && holds_email(text) {
        return Some(&EMAIL_IN_CELL);
    }
    // One word alone is a phone number only in the place of a city.
    if signs.digits >= 7 && (is_place || signs.others > 0) && holds_phone(text, is_place) {
        return Some(&PHONE_IN_CELL);
    }
    // Without a blank, what does not begin with the number of a house is a product's number.
    let may_be_street = is_place || signs.has_blank || text.first().is_some_and(u8::is_ascii_digit);
    if signs.digits > 0 && signs.others > 0 && may_be_street && holds_street(text, is_place) {
        return Some(&STREET_IN_CELL);
    }
    let private =
        |kind| row.layout().private(kind).iter().map(|cell| cells.get(*cell)).filter(|it| !it.is_empty());
    let is_name = |name| {
        signs.names > 1 && holds_name(text, signs.initials, name)
            || signs.beyond && holds_unspaced_name(text, name)
    };
    if (signs.names > 1 || signs.beyond) && private(Private::Name).any(is_name) {
        return Some(&NAME_IN_CELL);
    }
    let is_street = |street: &[u8]| {
        // Two blanks in the private cell may be one here; a longer text is in no shorter one.
        street.len() <= text.len() + 2 && holds(text, street) && is_address(street, is_place)
    };
    if signs.digits > 0 && signs.words >= least_words(is_place) && private(Private::Street).any(is_street) {
        return Some(&STREET_IN_CELL);
    }
    let is_phone = |phone| holds_digits(text, phone);
    (signs.digits >= 7 && private(Private::Phone).any(is_phone)).then_some(&PHONE_IN_CELL)
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

/// Whether two words of a name at least stand in the text, in whatever order, with accents or without: one word alone
/// can be a city's name or a product's (Austin, Jordan).
fn holds_name(text: &[u8], initials: Initials, name: &[u8]) -> bool {
    let is_there =
        |word: &[u8]| initials.may_have(word) && words(text).any(|other| is_same_letters(other, word));
    if !initials.may_have_two(name) {
        return false;
    }
    let mut found = 0;
    let mut letters = 0;
    for word in words(name).filter(|word| word.len() > 1 && is_there(word)) {
        found += 1;
        letters += word.len();
    }
    found > 1 && letters > 3
}

/// With which letters the words of a text begin: a bit for each. Nearly every name begins with others.
#[derive(Clone, Copy, Default)]
struct Initials(u32);

impl Initials {
    /// Beyond ASCII it may be any letter, with its accent.
    const fn of(byte: u8) -> Initials {
        Initials(match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            b'A'..=b'Z' => 1 << (byte - b'A'),
            0x80.. => u32::MAX,
            _ => 1 << 26,
        })
    }
    /// Whether two words of the name begin with these letters.
    fn may_have_two(self, name: &[u8]) -> bool {
        let mut found = 0;
        let mut before = &KINDS[usize::from(b' ')];
        for &byte in name {
            let kind = &KINDS[usize::from(byte)];
            if before.other > kind.other {
                found += u32::from(self.0 & kind.initial.0 != 0);
            }
            before = kind;
        }
        found > 1
    }
    fn may_have(self, word: &[u8]) -> bool {
        word.first().is_some_and(|&byte| self.0 & Initials::of(byte).0 != 0)
    }
}

/// Letter for letter, in large letters or small, with accents or without.
fn is_same_letters(one: &[u8], other: &[u8]) -> bool {
    let differ = |one: Option<&u8>, other: Option<&u8>| match (one, other) {
        (Some(one), Some(other)) => one.is_ascii() && other.is_ascii() && !one.eq_ignore_ascii_case(other),
        _ => true,
    };
    if one.is_ascii() && other.is_ascii() {
        return one.eq_ignore_ascii_case(other);
    }
    !differ(one.first(), other.first()) && plain_letters(one).eq(plain_letters(other))
}

/// Small letters, those of Latin-1 without their accents.
fn plain_letters(text: &[u8]) -> impl Iterator<Item = char> {
    const PLAIN: &[u8; 64] = b"aaaaaaaceeeeiiiidnooooo*ouuuuyts\
        aaaaaaaceeeeiiiidnooooo/ouuuuyty";
    let text = std::str::from_utf8(text).unwrap_or_default();
    text.chars().map(|letter| match u32::from(letter) {
        code @ 0xC0..0x100 => PLAIN.get(code as usize - 0xC0).map_or(letter, |plain| char::from(*plain)),
        _ => letter.to_ascii_lowercase(),
    })
}

/// A name that is written without blanks, as in Chinese: two signs at least, none of them ASCII.
fn holds_unspaced_name(text: &[u8], name: &[u8]) -> bool {
    name.len() > 5 && !name.iter().any(u8::is_ascii) && text.windows(name.len()).any(|part| part == name)
}

/// A number and a word. A line of an address may repeat the city, and a second line may say no more than `Unit 2`.
fn is_address(text: &[u8], is_place: bool) -> bool {
    text.iter().any(u8::is_ascii_digit)
        && text.iter().any(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80)
        && words(text).count() >= least_words(is_place) as usize
}

fn least_words(is_place: bool) -> u32 {
    if is_place { 2 } else { 3 }
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
    fn names_and_streets_are_known_by_the_private_cells() {
        let names = |text: &str, name: &str| {
            holds_name(text.as_bytes(), Signs::of(text.as_bytes()).initials, name.as_bytes())
        };
        assert!(names("MUG-ROBIN_SAMPLE", "Robin  Sample "));
        assert!(names("Sample, Robin", "Robin Sample") && names("Robin Sample", "Robin B. Sample"));
        assert!(names("Zo\u{eb} O'Hara", "ZO\u{cb} O Hara") && names("Zoe Munoz", "ZO\u{cb} MU\u{d1}OZ"));
        assert!(!names("Robinson Sampler", "Robin Sample") && !names("", "Robin Sample"));
        assert!(!names("Robin A", "Robin A Sample") && !names("San Jose", "Jose Alvarez"));
        assert!(holds_unspaced_name(
            "\u{674e}\u{5c0f}\u{9f99}-1".as_bytes(),
            "\u{674e}\u{5c0f}\u{9f99}".as_bytes()
        ));
        assert!(!holds_unspaced_name(b"Seattle", "\u{674e}\u{5c0f}".as_bytes()));
        assert!(holds(b"12 Example  Street, Seattle", b"12 example street"));
        assert!(!holds(b"Example Street 12", b"12 Example Street"));
        // One word alone can be a city's name or a product's.
        for one in ["Austin", "", "A B", " Jordan ", "-"] {
            assert!(!names("Austin, A B Jordan", one), "{one}");
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
