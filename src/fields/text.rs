//! Text that is kept as it is, and the blanks around any cell.

use super::{Reading, Value};
use crate::findings::Code;

pub(super) const CODES: &[&Code] = &[&SURROUNDING_BLANKS, &TEXT_DAMAGED];

pub static SURROUNDING_BLANKS: Code = Code::repair("surrounding-blanks")
    .what("There were blanks before or after the value.")
    .why("With them, the same state or product number would count as two different ones.")
    .fix("Nothing to do: the blanks were taken off.");

pub static TEXT_DAMAGED: Code = Code::warning("text-damaged")
    .what("Some letters in this cell were lost before the file reached you: they show as � or as control signs.")
    .why("The name of a city or a product cannot be compared with other records when letters are missing.")
    .fix("Look at the record. If it matters, download the report again and do not open it in another program first.");

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
pub static DECODED_TWICE: Code = Code::repair("decoded-twice").what("x.").why("x.").fix("x.");
pub const HIGH_CONTROLS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];
pub fn undo_double_decoding(_: &[u8]) -> Option<Vec<u8>> {
    None
}
