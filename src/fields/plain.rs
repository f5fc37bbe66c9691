//! What nearly every cell of a report is, told by a few comparisons: so that a clean record costs little. Each answers
//! for texts of blanks and signs of ASCII that can be seen; `None` and false mean "look closer", and whoever looks closer
//! finds the same value and nothing to say (a test holds every one of them against its kind's reader).

use super::{Amount, Date, OrderId, PostalCode};

/// Nothing around it that would be taken off: neither blanks nor a quote.
#[inline(always)]
pub fn is_tight(text: &[u8]) -> bool {
    matches!(text, [b'!' | b'#'..=b'~'] | [b'!' | b'#'..=b'~', .., b'!'..=b'~'])
}

/// A tight text in which every identifier is good: no sign of a number that a spreadsheet has made, and not the length of
/// one that it could have rounded.
#[inline(always)]
pub fn is_id(text: &[u8]) -> bool {
    is_tight(text) && text.len() != 19 && all(text, |eight| below(eight, b'0') == 0)
}

/// A tight text that may be the name of a city, and has no digit and no question mark.
#[inline(always)]
pub fn is_city(text: &[u8]) -> bool {
    const HIGH: u64 = splat(0xF0);
    is_tight(text) && all(text, |eight| zeros((eight & HIGH) ^ splat(0x30)) == 0)
}

/// Letters of ASCII alone: there is nothing in such a text but one word.
#[inline(always)]
pub fn is_letters(text: &[u8]) -> bool {
    all(text, |eight| letters(eight) == splat(0x80))
}

/// Letters and digits of ASCII alone.
#[inline(always)]
pub fn is_letters_and_digits(text: &[u8]) -> bool {
    // With 0x50 added, `0` has the highest bit; with 0x46, what comes after `9` has it.
    let digits = |eight: u64| {
        let low = eight & splat(0x7F);
        (low + splat(0x50)) & !(low + splat(0x46)) & !eight & splat(0x80)
    };
    all(text, |eight| letters(eight) | digits(eight) == splat(0x80))
}

/// The highest bit of each byte that is a letter.
#[inline(always)]
fn letters(eight: u64) -> u64 {
    // With 0x1F added, `a` has the highest bit; with five, what comes after `z` has it.
    let small = (eight | splat(0x20)) & splat(0x7F);
    (small + splat(0x1F)) & !(small + splat(0x05)) & !eight & splat(0x80)
}

/// `19.99`, in hundredths.
#[inline(always)]
pub fn hundredths(text: &[u8]) -> Option<Amount> {
    if text == b"0.00" {
        return Some(Amount(0));
    }
    let [whole @ .., b'.', tenths, hundredths] = text else { return None };
    if !(1..=12).contains(&whole.len()) {
        return None;
    }
    let mut units = 0i64;
    for byte in whole.iter().chain([tenths, hundredths]) {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        units = units * 10 + i64::from(digit);
    }
    Some(Amount(units))
}

/// `1` to `999`.
#[inline(always)]
pub fn quantity(text: &[u8]) -> Option<u32> {
    let quantity = match *text {
        [a] => u32::from(a.wrapping_sub(b'0')),
        [a, b] => digits([b'0', a, b])?,
        [a, b, c] => digits([a, b, c])?,
        _ => return None,
    };
    ((1..1000).contains(&quantity) && (text.len() > 1 || quantity < 10)).then_some(quantity)
}

fn digits(text: [u8; 3]) -> Option<u32> {
    let [a, b, c] = text.map(|byte| byte.wrapping_sub(b'0'));
    (a < 10 && b < 10 && c < 10).then(|| u32::from(a) * 100 + u32::from(b) * 10 + u32::from(c))
}

/// `98110` and `98110-1234`.
#[inline(always)]
pub fn zip(text: &[u8]) -> Option<PostalCode<'_>> {
    let (&five, rest) = text.split_first_chunk::<5>()?;
    let four = match *rest {
        [] => None,
        [b'-', a, b, c, d] => Some([a, b, c, d]),
        _ => return None,
    };
    let digits = five.iter().chain(four.iter().flatten());
    let all = digits.fold(0, |above, byte| above.max(byte.wrapping_sub(b'0')));
    (all < 10).then_some(PostalCode::Zip { five, four })
}

/// `111-1234567-1234567`, or with an `S` before it.
#[inline(always)]
pub fn order_id(text: &[u8]) -> Option<OrderId<'_>> {
    let (number, rest) = text.split_first_chunk::<16>()?;
    let &[x, y, z] = rest else { return None };
    let &[a, ..] = number;
    let low = u64::from_le_bytes(*number.first_chunk()?) ^ u64::from_le_bytes(*b"000-0000");
    let high = u64::from_le_bytes(*number.last_chunk()?) ^ u64::from_le_bytes(*b"000-0000");
    let last = u32::from_le_bytes([x, y, z, b'0']) ^ u32::from_le_bytes(*b"0000");
    // What a digit has left of it is below ten; a hyphen has nothing left.
    let (low, multi_channel) = if a == b'S' { (low & !0xFF, true) } else { (low, false) };
    let is_good = |left: u64, hyphen: u32| above_nine(left) == 0 && (left >> hyphen) & 0xFF == 0;
    (is_good(low, 24) && is_good(high, 24) && above_nine(u64::from(last)) == 0)
        .then_some(OrderId { text, multi_channel })
}

/// `2026-03-31T23:59:58-07:00`.
#[inline(always)]
pub fn date(text: &[u8]) -> Option<Date<'_>> {
    const SEPARATORS: [u64; 3] = [
        u64::from_le_bytes([0, 0, 0, 0, 0xFF, 0, 0, 0xFF]),
        u64::from_le_bytes([0, 0, 0xFF, 0, 0, 0xFF, 0, 0]),
        u64::from_le_bytes([0xFF, 0, 0, 0, 0, 0, 0xFF, 0]),
    ];
    let whole: &[u8; 25] = text.first_chunk().filter(|_| text.len() == 25)?;
    let (eights, &[last]) = whole.as_chunks::<8>() else { return None };
    let &[a, b, c] = eights else { return None };
    let left = [
        u64::from_le_bytes(a) ^ u64::from_le_bytes(*b"0000-00-"),
        u64::from_le_bytes(b) ^ u64::from_le_bytes(*b"00T00:00"),
        // The sign is looked at by itself.
        (u64::from_le_bytes(c) ^ u64::from_le_bytes(*b":00000:0")) & !(0xFF << 24),
    ];
    let is_behind = match c[3] {
        b'-' => true,
        b'+' => false,
        _ => return None,
    };
    let wrong = |at: usize| above_nine(left[at]) | (left[at] & SEPARATORS[at]);
    let last = last.wrapping_sub(b'0');
    if wrong(0) | wrong(1) | wrong(2) != 0 || last > 9 {
        return None;
    }
    // Ten times each digit, and the one behind it.
    let [a, b, c] = left.map(|digits| digits * 10 + (digits >> 8));
    let pair = |pairs: u64, at: u32| ((pairs >> (8 * at)) & 0x7F) as u32;
    let year = pair(a, 0) * 100 + pair(a, 2);
    let (offset_hours, offset_minutes) = (pair(c, 4), pair(c, 7) + u32::from(last));
    let offset = offset_hours * 60 + offset_minutes;
    let is_offset = offset_hours <= 14 && offset_minutes < 60;
    let (hours, minutes, seconds) = (pair(b, 3), pair(b, 6), pair(c, 1));
    if !is_offset || hours > 23 || minutes > 59 || seconds > 59 {
        return None;
    }
    let moment = hours * 3600 + minutes * 60 + seconds;
    let offset = if is_behind { -(offset as i16) } else { offset as i16 };
    Date::written(text, [year as u16, pair(a, 5) as u16, pair(b, 0) as u16], moment, offset)
}

const fn splat(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// Not zero: one of the eight bytes is zero. Which one it does not tell for certain.
#[inline(always)]
const fn zeros(eight: u64) -> u64 {
    eight.wrapping_sub(splat(1)) & !eight & splat(0x80)
}

/// Not zero: one of eight bytes of ASCII is below this one.
#[inline(always)]
pub const fn below(eight: u64, least: u8) -> u64 {
    eight.wrapping_sub(splat(least)) & !eight & splat(0x80)
}

/// Not zero: one of the eight bytes is above nine.
#[inline(always)]
const fn above_nine(eight: u64) -> u64 {
    // A byte above 0x89 would carry into its neighbour; its own highest bit tells it.
    (eight | (eight & splat(0x7F)).wrapping_add(splat(0x76))) & splat(0x80)
}

/// Whether this holds for all bytes of a text, eight at a time; some are looked at twice. False for long texts, which are
/// rare.
#[inline(always)]
pub fn all(text: &[u8], holds: impl Fn(u64) -> bool) -> bool {
    let eight = |chunk: Option<&[u8; 8]>| chunk.is_some_and(|chunk| holds(u64::from_le_bytes(*chunk)));
    let four = |chunk: Option<&[u8; 4]>| chunk.map_or(0, |chunk| u64::from(u32::from_le_bytes(*chunk)));
    match text.len() {
        0 => true,
        1..4 => {
            let at = |index: usize| u64::from(text.get(index).copied().unwrap_or_default());
            let others = at(text.len() / 2) | at(text.len() - 1) << 8;
            holds((at(0) * splat(1)) & !0xFFFF | others)
        }
        4..8 => holds(four(text.first_chunk()) | four(text.last_chunk()) << 32),
        8..=16 => eight(text.first_chunk()) && eight(text.last_chunk()),
        17..=32 => {
            let inner = |from: usize| text.get(from..).and_then(|text| text.first_chunk());
            eight(text.first_chunk())
                && eight(inner(8))
                && eight(inner(text.len() - 16))
                && eight(text.last_chunk())
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Conventions, Reading, Survey, Value, amount, date, id, postal_code, quantity, text};
    use super::*;
    use proptest::prelude::*;

    /// What is like cells of these reports, and often not quite.
    fn cell() -> impl Strategy<Value = Vec<u8>> {
        let good = prop_oneof![
            Just("2026-03-31T23:59:58-07:00"),
            Just("2024-02-29T00:00:00+14:59"),
            Just("111-1234567-1234567"),
            Just("S01-1234567-1234567"),
            Just("1234567890123456700"),
            Just("19.99"),
            Just("0.00"),
            Just("123456789012.34"),
            Just("98110"),
            Just("98110-1234"),
            Just("12"),
            Just("999"),
            Just("Winston-Salem"),
            Just("St. Paul"),
            Just("7.66446E+12"),
            Just("DmlbKXMtN"),
            Just("a"),
            Just(""),
        ];
        let change = (any::<prop::sample::Index>(), prop_oneof![b' '..0x7F, b'0'..=b':'], any::<bool>());
        (good, proptest::collection::vec(change, 0..3)).prop_map(|(good, changes)| {
            let mut cell = good.as_bytes().to_vec();
            for (at, byte, replaces) in changes {
                let at = at.index(cell.len() + 1);
                match cell.get_mut(at) {
                    Some(there) if replaces => *there = byte,
                    _ => cell.insert(at, byte),
                }
            }
            cell
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        /// What is answered here is what the kind's own reader says, without a remark.
        #[test]
        fn the_careful_readers_say_the_same(cell in cell()) {
            let cell = cell.as_slice();
            prop_assert_eq!(is_tight(cell), !cell.is_empty() && text::trim(cell).len() == cell.len() && cell[0] != b'"');
            if is_id(cell) {
                prop_assert_eq!(id::read_id(cell), Reading::good(Value::Text(cell)));
            }
            if is_city(cell) {
                prop_assert_eq!(text::read_city(cell), Reading::good(Value::Text(cell)));
                prop_assert!(!cell.iter().any(u8::is_ascii_digit));
            }
            if cell.len() <= 32 {
                prop_assert_eq!(is_letters(cell), cell.iter().all(u8::is_ascii_alphabetic));
                prop_assert_eq!(is_letters_and_digits(cell), cell.iter().all(u8::is_ascii_alphanumeric));
            }
            if let Some(order) = order_id(cell) {
                prop_assert_eq!(id::read_order_id(cell), Reading::good(Value::OrderId(order)));
            }
            if let Some(code) = zip(cell) {
                prop_assert_eq!(postal_code::read(cell, None), Reading::good(Value::PostalCode(code)));
            }
            if let Some(units) = quantity(cell) {
                prop_assert_eq!(quantity::read(cell), Reading::good(Value::Quantity(units)));
            }
            let conventions = Conventions::default();
            let mut survey = Survey::default();
            if let Some(date) = date(cell) {
                prop_assert_eq!(date::read(cell, 0, &conventions, &mut survey), Reading::good(Value::Date(date)));
            }
            if let Some(units) = hundredths(cell) {
                let read = amount::read(cell, None, false, conventions.decimals, &mut survey);
                prop_assert_eq!(read, Reading::good(Value::Amount(units)));
            }
        }

        /// And they answer for what nearly all cells are.
        #[test]
        fn clean_cells_are_answered(year in 1970..2100u16, month in 1..13u8, day in 1..29u8, minute in 0..1440u32, units in 0..10_000_000i64) {
            let written = format!("{year}-{month:02}-{day:02}T{:02}:{:02}:59-07:00", minute / 60, minute % 60);
            prop_assert!(date(written.as_bytes()).is_some());
            let written = format!("{}.{:02}", units / 100, units % 100);
            prop_assert_eq!(hundredths(written.as_bytes()), Some(Amount(units)));
            let written = format!("{:03}-{units:07}-{units:07}", minute % 1000);
            prop_assert!(order_id(written.as_bytes()).is_some());
        }
    }

    #[test]
    fn every_byte_of_a_text_is_looked_at() {
        for length in 0..=32 {
            let text = vec![b'a'; length];
            assert!(all(&text, |eight| below(eight, b'0') == 0));
            for at in 0..length {
                let mut text = text.clone();
                text[at] = b' ';
                assert!(!all(&text, |eight| below(eight, b'0') == 0), "{at} of {length}");
            }
        }
    }
}
