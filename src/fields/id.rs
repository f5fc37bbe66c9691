//! Identifiers: always text, never numbers. Amazon's item ids begin with 0 and its shipment ids tell capital
//! letters from small ones, so nothing here is folded or padded.

use super::{Reading, Value};
use crate::findings::Code;

pub(super) const CODES: &[&Code] =
    &[&ORDER_ID_MISSING, &ORDER_ID_MALFORMED, &ORDER_ID_DESTROYED, &ID_IN_SCIENTIFIC_NOTATION];

pub static ORDER_ID_MISSING: Code = Code::error("order-id-missing")
    .what("The record has no order number.")
    .why("A sale that belongs to no order cannot be told from a copy of another one.")
    .fix("Download the report again. If the number is missing there too, leave the record out.")
    .fixed();

pub static ORDER_ID_MALFORMED: Code = Code::error("order-id-malformed")
    .what("The order number does not look like one of Amazon's, such as 111-1234567-1234567.")
    .why("Two records of the same order could be taken for two sales.")
    .fix("Look at the record: if its cells stand in the wrong columns, download the report again.")
    .fixed();

pub static ORDER_ID_DESTROYED: Code = Code::error("order-id-destroyed")
    .what("A spreadsheet turned the order number into a number, and its last digits are gone.")
    .why("The order can no longer be told from others, and nobody can work out the lost digits.")
    .fix("Download the report again from Seller Central and choose the downloaded file itself, without opening it in Excel.")
    .fixed();

pub static ID_IN_SCIENTIFIC_NOTATION: Code = Code::error("id-in-scientific-notation")
    .what("A spreadsheet turned an identifier into a number such as 7.66446E+12.")
    .why("Its digits are gone, so the sale cannot be told from others of the same order.")
    .fix("Download the report again from Seller Central and choose the downloaded file itself, without opening it in Excel.")
    .fixed();

/// An order number: `111-1234567-1234567`, or `S01-1234567-1234567` for orders from other shops that Amazon
/// only ships (Multi-Channel Fulfillment) [Amazon, Seller Central help 200453120; SP-API Order model].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OrderId<'a> {
    pub text: &'a [u8],
    pub multi_channel: bool,
}

pub fn read_order_id(text: &[u8]) -> Reading<'_> {
    if text.is_empty() {
        return Reading { value: Value::Absent, ..Reading::bad(&ORDER_ID_MISSING) };
    }
    match text {
        [a, b, c, b'-', rest @ ..] if rest.len() == 15 => {
            let (first, second) = rest.split_at(7);
            let digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
            let tail_is_good = digits(first)
                && matches!(second, [b'-', last @ ..] if digits(last))
                && b.is_ascii_digit()
                && c.is_ascii_digit();
            if tail_is_good && (a.is_ascii_digit() || *a == b'S') {
                return Reading::good(Value::OrderId(OrderId { text, multi_channel: *a == b'S' }));
            }
            Reading::bad(&ORDER_ID_MALFORMED)
        }
        _ if is_number(text) => Reading::bad(&ORDER_ID_DESTROYED),
        _ => Reading::bad(&ORDER_ID_MALFORMED),
    }
}

pub fn read_id(text: &[u8]) -> Reading<'_> {
    if text.is_empty() {
        return Reading::good(Value::Absent);
    }
    if is_scientific(text) {
        return Reading::bad(&ID_IN_SCIENTIFIC_NOTATION);
    }
    Reading::good(Value::Text(text))
}

/// `1.1139E+16`, or the seventeen and more digits that are left of an order number without its hyphens.
fn is_number(text: &[u8]) -> bool {
    is_scientific(text) || (text.len() >= 15 && text.iter().all(u8::is_ascii_digit))
}

fn is_scientific(text: &[u8]) -> bool {
    let Some(at) = memchr::memchr2(b'E', b'e', text) else { return false };
    let (mantissa, exponent) = text.split_at(at);
    let exponent_is_good = matches!(exponent, [_, b'+', digits @ ..] if !digits.is_empty() && digits.iter().all(u8::is_ascii_digit));
    let mantissa_is_good = matches!(mantissa, [first, rest @ ..] if first.is_ascii_digit()
        && (rest.is_empty() || matches!(rest, [b'.' | b',', digits @ ..] if digits.iter().all(u8::is_ascii_digit))));
    exponent_is_good && mantissa_is_good
}
