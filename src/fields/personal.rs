//! The forms by which e-mail addresses, phone numbers and streets are known. Only forms that nothing else has: product
//! numbers have ten digits and more, and there are cities called 29 Palms, 5 Points and St. Paul.
//!
//! `is_place`: the text stands where a city should, so that less of a form is enough.

pub const fn is_letter_or_digit(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// Words of letters and digits, whatever stands between them.
pub fn words(text: &[u8]) -> impl Iterator<Item = &[u8]> + Clone {
    text.split(|&byte| !is_letter_or_digit(byte)).filter(|word| !word.is_empty())
}

/// Where in a text a part of it begins.
fn place_of(text: &[u8], part: &[u8]) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

/// `somebody@host.example`
pub fn holds_email(text: &[u8]) -> bool {
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
pub fn holds_phone(text: &[u8], is_place: bool) -> bool {
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

/// What a street is called, in small letters: USPS Publication 28, appendix C, of which those are left out that
/// names of cities have as their last word.
const STREETS: &str = "street st avenue ave av road rd boulevard blvd lane ln drive dr court ct circle cir place pl \
    terrace ter trail trl parkway pkwy highway hwy way";
/// Of these, what no product is called.
const STREETS_ONLY: &str = "street st avenue ave road rd boulevard blvd";
const UNITS: &str = "apt apartment unit suite ste floor fl";

/// By form: a number, a word or more, and what a street is called; or a post office box.
pub fn holds_street(text: &[u8], is_place: bool) -> bool {
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
}
