//! Text that is kept as it is, what programs do to it on its way, and the blanks and quotes around any cell.

use super::{Reading, Value};
use crate::findings::Code;

pub(super) const CODES: &[&Code] = &[
    &SURROUNDING_BLANKS,
    &TEXT_DAMAGED,
    &TEXT_LOST,
    &DECODED_TWICE,
    &INVISIBLE_CHARACTERS,
    &QUOTES_AROUND_CELL,
    &CELL_TOO_NARROW,
];

pub static SURROUNDING_BLANKS: Code = Code::repair("surrounding-blanks")
    .what("There were blanks before or after the value.")
    .why("With them, the same state or product number would count as two different ones.")
    .fix("Nothing to do: the blanks were taken off.");

pub static TEXT_DAMAGED: Code = Code::warning("text-damaged")
    .what("Some letters in this cell were lost before the file reached you: they show as � or as control signs.")
    .why("The name of a city or a product cannot be compared with other records when letters are missing.")
    .fix("Look at the record. If it matters, download the report again and do not open it in another program first.");

pub static TEXT_LOST: Code = Code::warning("text-lost")
    .what("A question mark stands inside the name of a city, where a letter was lost, as in Pi?a.")
    .why("The name of the city cannot be compared with other records. State and ZIP code are not touched.")
    .fix("If it is so in the file as you downloaded it, nothing: the letter cannot be had back. Else download the report again.");

pub static DECODED_TWICE: Code = Code::repair("decoded-twice")
    .what("A program read the file in the wrong encoding and saved it so: Café became CafÃ©.")
    .why("The name of a city or a product would not agree with other records.")
    .fix("Nothing to do: the letters were put back, because there is one way back only.");

pub static INVISIBLE_CHARACTERS: Code = Code::repair("invisible-characters")
    .what("There were signs in the value that nobody can see, such as soft hyphens and marks for the direction of writing.")
    .why("With them, the same state, city or product number would count as two different ones.")
    .fix("Nothing to do: the signs were taken out. They often come along when text is copied from a web page.");

pub static QUOTES_AROUND_CELL: Code = Code::repair("quotes-around-cell")
    .what("A spreadsheet put quotation marks around the value.")
    .why("Amazon writes none in this report, so they would be taken for a part of the value.")
    .fix("Nothing to do: the quotation marks were taken off.")
    .sign();

pub static CELL_TOO_NARROW: Code = Code::error("cell-too-narrow")
    .what("The cell holds nothing but ####, which a spreadsheet shows where a column is too narrow.")
    .why("The spreadsheet saved what it showed, and the value is gone.")
    .fix("Download the report again from Seller Central and choose the downloaded file itself, without opening it in Excel.")
    .fixed()
    .sign();

pub fn read(text: &[u8]) -> Reading<'_> {
    if text.is_empty() {
        return Reading::good(Value::Absent);
    }
    let is_control = |byte: u8| byte < 0x20 || byte == 0x7F;
    let damaged = text.iter().any(|&byte| is_control(byte))
        || (!text.is_ascii() && text.windows(3).any(|sign| sign == "\u{FFFD}".as_bytes()));
    if damaged {
        return Reading::remarked(Value::Text(text), &TEXT_DAMAGED);
    }
    Reading::good(Value::Text(text))
}

/// A city's name, in which a `?` between two letters is a letter that some program could not write
/// (selling-partner-api-models #4888).
pub fn read_city(text: &[u8]) -> Reading<'_> {
    let reading = read(text);
    if reading.remark.is_some() || memchr::memchr(b'?', text).is_none() {
        return reading;
    }
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() || byte >= 0x80;
    let lost = text.windows(3).any(|signs| match *signs {
        [before, b'?', after] => is_letter(before) && is_letter(after),
        _ => false,
    });
    if lost { Reading::remarked(Value::Text(text), &TEXT_LOST) } else { reading }
}

/// `########`
pub fn is_too_narrow(text: &[u8]) -> bool {
    text.starts_with(b"#") && text.iter().all(|&byte| byte == b'#')
}

/// The text between two quotes that a spreadsheet put around it; `None` where there are none, or where there are
/// more inside: a title such as `"Best" lamp 1/2"` has them from Amazon, and only a part of it would be left.
pub fn unquote(text: &[u8]) -> Option<&[u8]> {
    let inside = text.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
    (!inside.contains(&b'"')).then_some(inside)
}

/// The text between two quotes, with one quote for each two inside; `None` where it is not written so. Blanks around
/// the quotes do not matter.
pub fn undouble_quotes(text: &[u8]) -> Option<Vec<u8>> {
    let inside = trim(text).strip_prefix(b"\"")?.strip_suffix(b"\"")?;
    let mut plain = Vec::with_capacity(inside.len());
    let mut rest = inside.iter();
    while let Some(&byte) = rest.next() {
        if byte == b'"' && rest.next() != Some(&b'"') {
            return None;
        }
        plain.push(byte);
    }
    Some(plain)
}

/// Bytes 0x80 to 0x9F of windows-1252, as the WHATWG Encoding Standard has them. The five that it leaves free are
/// the control signs of the same number.
pub const HIGH_CONTROLS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// Text that was UTF-8, was read as windows-1252 and written as UTF-8 again, as it was before: `CafÃ©` is `Café`.
///
/// `None` unless every sign beyond ASCII is a byte of windows-1252 and those bytes are UTF-8 together. Two such
/// signs in a row that mean themselves (`Ã©` in a city's name) do not occur in any language we know of.
pub fn undo_double_decoding(cell: &[u8]) -> Option<Vec<u8>> {
    if cell.is_ascii() {
        return None;
    }
    let mut bytes = Vec::with_capacity(cell.len());
    for sign in std::str::from_utf8(cell).ok()?.chars() {
        bytes.push(match u32::from(sign) {
            code @ (0..0x80 | 0xA0..0x100) => code as u8,
            _ => 0x80 + HIGH_CONTROLS.iter().position(|&known| known == sign)? as u8,
        });
    }
    std::str::from_utf8(&bytes).is_ok().then_some(bytes)
}

/// Soft hyphen, zero-width space, marks and embeddings of direction, word joiner, invisible operators, isolates, and
/// the byte order mark (Unicode 16.0, Default_Ignorable_Code_Point). The two joiners are left between letters beyond
/// ASCII: Persian and the scripts of India are spelled with them.
const INVISIBLE: [std::ops::RangeInclusive<char>; 6] = [
    '\u{AD}'..='\u{AD}',
    '\u{61C}'..='\u{61C}',
    '\u{200B}'..='\u{200F}',
    '\u{202A}'..='\u{202E}',
    '\u{2060}'..='\u{206F}',
    '\u{FEFF}'..='\u{FEFF}',
];

/// By their bytes, so that a record with curly quotes or dashes is not copied for nothing.
pub fn may_hold_invisible(text: &[u8]) -> bool {
    let is_invisible = |at: usize| {
        let two = matches!(text.get(at..), Some([0xC2, 0xAD, ..] | [0xD8, 0x9C, ..]));
        let third = match text.get(at..) {
            Some([0xE2, 0x80, third, ..]) => matches!(third, 0x8B..=0x8F | 0xAA..=0xAE),
            Some([0xE2, 0x81, third, ..]) => matches!(third, 0xA0..=0xAF),
            Some([0xEF, 0xBB, third, ..]) => *third == 0xBF,
            _ => false,
        };
        two || third
    };
    // Letters with accents begin with other bytes.
    memchr::memchr3_iter(0xC2, 0xE2, 0xEF, text).any(is_invisible)
        || memchr::memchr_iter(0xD8, text).any(is_invisible)
}

/// The text without signs that cannot be seen; `None` where there are none.
pub fn without_invisible(cell: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(cell).ok().filter(|_| may_hold_invisible(cell))?;
    let mut plain = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    let mut before = None;
    while let Some(sign) = signs.next() {
        let joins = matches!(sign, '\u{200C}' | '\u{200D}')
            && [before, signs.peek().copied()].iter().all(|next| next.is_some_and(|next| !next.is_ascii()));
        if joins || !INVISIBLE.iter().any(|range| range.contains(&sign)) {
            plain.push(sign);
        }
        before = Some(sign);
    }
    (plain.len() < text.len()).then(|| plain.into_bytes())
}

/// Takes off blanks and no-break spaces at both ends.
pub fn trim(mut text: &[u8]) -> &[u8] {
    const NO_BREAK_SPACE: &[u8] = "\u{A0}".as_bytes();
    loop {
        text = match text {
            [b' ' | b'\t', rest @ ..] | [rest @ .., b' ' | b'\t'] => rest,
            _ => match text.strip_prefix(NO_BREAK_SPACE).or_else(|| text.strip_suffix(NO_BREAK_SPACE)) {
                Some(rest) => rest,
                None => return text,
            },
        };
    }
}

/// Appends a short text as two pieces of fixed length that overlap: in wasm, a copy of any other length is a call.
pub fn put(text: &[u8], out: &mut Vec<u8>) {
    match text.len() {
        0 => {}
        1..4 => text.iter().for_each(|&byte| out.push(byte)),
        4..8 => overlapping::<4>(text, out),
        8..16 => overlapping::<8>(text, out),
        16..=32 => overlapping::<16>(text, out),
        _ => out.extend_from_slice(text),
    }
}

fn overlapping<const N: usize>(text: &[u8], out: &mut Vec<u8>) {
    if let (Some(first), Some(last)) = (text.first_chunk::<N>(), text.last_chunk::<N>()) {
        let end = out.len() + text.len();
        out.extend_from_slice(first);
        out.truncate(end - N);
        out.extend_from_slice(last);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn double_decoding_is_undone_where_the_way_back_is_certain() {
        for text in ["Café", "Zürich", "Doña Ana", "Łódź", "東京都", "O’Fallon", "10 € – “x”", "Àà"]
        {
            // As a program does it that takes UTF-8 for windows-1252.
            let twice: String = text
                .bytes()
                .map(|byte| match byte {
                    0x80..0xA0 => HIGH_CONTROLS[usize::from(byte) - 0x80],
                    _ => char::from(byte),
                })
                .collect();
            assert_eq!(undo_double_decoding(twice.as_bytes()).as_deref(), Some(text.as_bytes()), "{twice}");
            assert_eq!(undo_double_decoding(text.as_bytes()), None, "{text}");
        }
        for other in ["", "Cafe", "Ã", "São Paulo", "Caf\u{FFFD}", "CafÃ© 東京"] {
            assert_eq!(undo_double_decoding(other.as_bytes()), None, "{other}");
        }
        assert_eq!(undo_double_decoding(b"Caf\xE9"), None);
    }

    #[test]
    fn what_cannot_be_seen_is_taken_out() {
        for (text, plain) in [
            ("Wash\u{200B}ington", "Washington"),
            ("\u{FEFF}MUG-1", "MUG-1"),
            ("Se\u{AD}attle", "Seattle"),
            ("\u{202A}Seattle\u{202C}", "Seattle"),
            ("\u{2066}\u{61C}Seattle\u{2069}", "Seattle"),
            ("Sea\u{200D}ttle\u{2060}", "Seattle"),
            ("\u{200B}", ""),
        ] {
            assert_eq!(without_invisible(text.as_bytes()).as_deref(), Some(plain.as_bytes()), "{text:?}");
            assert_eq!(without_invisible(plain.as_bytes()), None);
        }
        // Joiners that spell, blanks of other widths, dashes and quotes are there to be read.
        for kept in [
            "\u{0646}\u{200C}\u{0647}",
            "O\u{2019}Fallon",
            "a\u{2009}b \u{2013} c",
            "Ca\u{F1}on",
            "\u{A0}x",
            "",
        ] {
            assert_eq!(without_invisible(kept.as_bytes()), None, "{kept:?}");
        }
        assert_eq!(without_invisible(b"\xE2\x80\x8B\xFF"), None);
    }

    #[test]
    fn question_marks_between_letters_are_lost_letters() {
        let slug = |text: &'static str| read_city(text.as_bytes()).remark.map(|remark| remark.code.slug);
        for lost in ["Pi?a", "Le?n", "?ód?a", "S?o Paulo"] {
            assert_eq!(slug(lost), Some("text-lost"), "{lost}");
        }
        for kept in ["", "Seattle", "Why?", "?", "What? No", "Pi\u{f1}a"] {
            assert_eq!(slug(kept), None, "{kept}");
        }
        assert_eq!(slug("Pi\u{FFFD}a?b"), Some("text-damaged"));
    }

    #[test]
    fn quotes_around_a_cell() {
        assert_eq!(unquote(b"\"Washington, DC\""), Some(b"Washington, DC".as_slice()));
        assert_eq!(unquote(b"\"\""), Some(b"".as_slice()));
        for text in [b"\"".as_slice(), b"", b"1/2\"", b"\"brass\" lamp", b"\"1/2\"\" pipe\""] {
            assert_eq!(unquote(text), None);
        }
        assert_eq!(undouble_quotes(b" \"1/2\"\" pipe\"").as_deref(), Some(b"1/2\" pipe".as_slice()));
        assert_eq!(undouble_quotes(b"\"1/2\" pipe\""), None);
        assert_eq!(undouble_quotes(b"\""), None);
    }
}
