//! Yes and no.

use super::{After, Reading, Value};
use crate::findings::Code;

pub(super) const CODES: &[&Code] = &[&BOOLEAN_IN_CAPITALS];

pub static BOOLEAN_IN_CAPITALS: Code = Code::repair("boolean-in-capitals")
    .what("TRUE or FALSE was written in capitals.")
    .why("Amazon writes them in small letters; spreadsheets write them in capitals.")
    .fix(
        "Nothing to do: it was read as true or false. It is a sign that the file went through a spreadsheet.",
    )
    .sign();

/// Anything else than yes or no is kept as text: nothing is decided by it.
pub fn read(text: &[u8]) -> Reading<'_> {
    match text {
        [] => Reading::good(Value::Absent),
        b"true" | b"1" => Reading::good(Value::Boolean(true)),
        b"false" | b"0" => Reading::good(Value::Boolean(false)),
        b"TRUE" => Reading::repaired(Value::Boolean(true), &BOOLEAN_IN_CAPITALS, After::Text(b"true")),
        b"FALSE" => Reading::repaired(Value::Boolean(false), &BOOLEAN_IN_CAPITALS, After::Text(b"false")),
        _ => Reading::good(Value::Text(text)),
    }
}
