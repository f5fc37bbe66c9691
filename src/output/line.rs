//! Where a line of the payload is drafted: a buffer that always has room behind what is written, so that short texts
//! are copied as one or two pieces of fixed length. To copy a text of any length is a call in wasm, and a line has thirty
//! of them.

use super::csv;
use crate::fields::{Date, amount, plain};

/// A line as far as it is written.
#[derive(Clone, Debug)]
pub struct Line {
    /// Longer than what is written by [`ROOM`] at least, but for a moment.
    bytes: Vec<u8>,
    length: usize,
}

/// The longest text that is copied in pieces.
const ROOM: usize = 32;

impl Default for Line {
    fn default() -> Self {
        Line { bytes: vec![0; 16 * ROOM], length: 0 }
    }
}

impl Line {
    pub fn clear(&mut self) {
        self.length = 0;
    }

    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    pub fn length(&self) -> usize {
        self.length
    }

    fn room(&mut self) -> Option<&mut [u8; ROOM]> {
        self.bytes.get_mut(self.length..)?.first_chunk_mut()
    }

    /// Writes as to any vector. Keeps the room behind it.
    #[inline(never)]
    fn at_length(&mut self, write: &mut dyn FnMut(&mut Vec<u8>)) {
        self.bytes.truncate(self.length);
        write(&mut self.bytes);
        self.length = self.bytes.len();
        self.bytes.resize(self.length + 16 * ROOM, 0);
    }

    /// A text that is known beforehand.
    #[inline(always)]
    pub fn word<const N: usize>(&mut self, text: &[u8; N]) {
        match self.room().and_then(|room| room.first_chunk_mut::<N>()) {
            Some(room) => {
                *room = *text;
                self.length += N;
            }
            None => self.at_length(&mut |out| out.extend_from_slice(text)),
        }
    }

    #[inline(always)]
    pub fn put(&mut self, text: &[u8]) {
        let length = text.len();
        let Some(room) = self.room().filter(|_| length <= ROOM) else {
            return self.at_length(&mut |out| out.extend_from_slice(text));
        };
        match text {
            [] => {}
            [first] => room[0] = *first,
            [first, .., last] if length < 4 => {
                (room[0], room[1]) = (*first, text[1]);
                room[length - 1] = *last;
            }
            _ if length < 8 => overlapping::<4>(text, room),
            _ if length <= 16 => overlapping::<8>(text, room),
            _ => overlapping::<16>(text, room),
        }
        self.length += length;
    }

    /// A cell of CSV.
    #[inline(always)]
    pub fn cell(&mut self, text: &[u8]) {
        // Commas, quotes and line ends all come before the hyphen, as few other signs do.
        match plain::all(text, |eight| plain::below(eight, b'-') == 0) {
            true => self.put(text),
            false => self.at_length(&mut |out| csv::cell(text, out)),
        }
    }

    #[inline(always)]
    pub fn date(&mut self, date: &Date<'_>) {
        match date.text() {
            Some(text) => self.put(text),
            None => self.at_length(&mut |out| date.write(out)),
        }
    }

    /// The local day.
    #[inline(always)]
    pub fn day(&mut self, date: &Date<'_>) {
        match date.text().and_then(|text| text.first_chunk::<10>()) {
            Some(day) => self.word(day),
            None => self.at_length(&mut |out| date.write_day(out)),
        }
    }

    /// In the currency's smallest unit, of which so many digits stand behind the point.
    #[inline(always)]
    pub fn amount(&mut self, units: i64, digits: u8) {
        match (u32::try_from(units), digits) {
            (Ok(units @ 0..1000), 2) => {
                let [tenths, hundredths] = two_digits(units % 100);
                self.word(&[b'0' + (units / 100) as u8, b'.', tenths, hundredths]);
            }
            (Ok(units @ 0..1_000_000), 2) => {
                self.integer(u64::from(units / 100));
                let [tenths, hundredths] = two_digits(units % 100);
                self.word(&[b'.', tenths, hundredths]);
            }
            _ => self.at_length(&mut |out| amount::write(i128::from(units), digits, out)),
        }
    }

    #[inline(always)]
    pub fn integer(&mut self, number: u64) {
        match number {
            0..10_000 => {
                let digits = four_digits(number as u32);
                let zeros = usize::from(number < 10) + usize::from(number < 100) + usize::from(number < 1000);
                self.put(&digits[zeros..]);
            }
            _ => {
                let mut buffer = [b'0'; 20];
                let mut at = buffer.len();
                let mut rest = number;
                while rest > 0 {
                    at -= 1;
                    buffer[at] = b'0' + (rest % 10) as u8;
                    rest /= 10;
                }
                self.put(&buffer[at..]);
            }
        }
    }

    /// 32 hexadecimal digits.
    #[inline(always)]
    pub fn hexadecimal(&mut self, number: u128) {
        let mut digits = [0; 32];
        let (eights, _) = digits.as_chunks_mut::<8>();
        for (eight, bytes) in eights.iter_mut().zip(number.to_be_bytes().as_chunks::<4>().0) {
            *eight = eight_digits(u32::from_be_bytes(*bytes));
        }
        self.word(&digits);
    }
}

/// The first and the last N bytes, which together are all.
#[inline(always)]
fn overlapping<const N: usize>(text: &[u8], room: &mut [u8; ROOM]) {
    if let (Some(first), Some(last)) = (text.first_chunk::<N>(), text.last_chunk::<N>())
        && let Some(to) = room.get_mut(text.len() - N..).and_then(|room| room.first_chunk_mut::<N>())
    {
        *to = *last;
        if let Some(to) = room.first_chunk_mut::<N>() {
            *to = *first;
        }
    }
}

/// Of a number below ten thousand.
#[inline(always)]
fn four_digits(number: u32) -> [u8; 4] {
    let ([a, b], [c, d]) = (two_digits(number / 100), two_digits(number % 100));
    [a, b, c, d]
}

/// Of a number below a hundred.
#[inline(always)]
fn two_digits(number: u32) -> [u8; 2] {
    static DIGITS: [[u8; 2]; 100] = {
        let mut digits = [[0; 2]; 100];
        let mut number = 0;
        while number < digits.len() {
            digits[number] = [b'0' + (number / 10) as u8, b'0' + (number % 10) as u8];
            number += 1;
        }
        digits
    };
    DIGITS.get(number as usize).copied().unwrap_or_default()
}

/// All eight at once: each half byte into a byte of its own, and ten above nine to the letters.
#[inline(always)]
fn eight_digits(number: u32) -> [u8; 8] {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let mut halves = u64::from(number);
    halves = (halves | halves << 16) & 0x0000_FFFF_0000_FFFF;
    halves = (halves | halves << 8) & 0x00FF_00FF_00FF_00FF;
    halves = (halves | halves << 4) & 0x0F0F_0F0F_0F0F_0F0F;
    let letters = ((halves + 6 * EACH) >> 4) & EACH;
    (halves + u64::from(b'0') * EACH + letters * u64::from(b'a' - b'0' - 10)).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(write: impl Fn(&mut Line)) -> String {
        let mut line = Line::default();
        // However much of the room is used up.
        let mut before = None;
        for used in 0..17 * ROOM {
            line.clear();
            (0..used).for_each(|_| line.word(b"x"));
            write(&mut line);
            let text = String::from_utf8(line.as_bytes()[used..].to_vec()).unwrap();
            assert!(line.as_bytes()[..used].iter().all(|byte| *byte == b'x'));
            assert_eq!(*before.get_or_insert(text.clone()), text);
        }
        before.unwrap()
    }

    #[test]
    fn texts_of_every_length_are_whole() {
        for length in 0..100 {
            let text: String = (0..length).map(|at| char::from(b'a' + at % 26)).collect();
            assert_eq!(written(|line| line.put(text.as_bytes())), text);
        }
        assert_eq!(written(|line| line.cell(b"a,b \"c\"")), "\"a,b \"\"c\"\"\"");
        assert_eq!(written(|line| line.cell(b"San Juan")), "San Juan");
        assert_eq!(written(|line| line.cell(b"a\nb")), "\"a\nb\"");
    }

    proptest! {
        #[test]
        fn numbers_are_written_as_others_write_them(number: u128, units: i64, small in -10_000_000..10_000_000i64, digits in 0..4u8) {
            let mut line = Line::default();
            line.hexadecimal(number);
            line.integer(units.unsigned_abs());
            line.integer(small.unsigned_abs() / 100);
            prop_assert_eq!(
                std::str::from_utf8(line.as_bytes()).unwrap(),
                format!("{number:032x}{}{}", units.unsigned_abs(), small.unsigned_abs() / 100)
            );
            for units in [units, small, small / 1000, 0] {
                line.clear();
                line.amount(units, digits);
                let mut careful = Vec::new();
                amount::write(i128::from(units), digits, &mut careful);
                prop_assert_eq!(line.as_bytes(), careful.as_slice());
            }
        }
    }
}
