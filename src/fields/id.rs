//! Identifiers: always text, never numbers. Amazon's item ids begin with 0 and its shipment ids tell capital
//! letters from small ones, so nothing here is folded or padded.

use super::text::{CELL_TOO_NARROW, is_too_narrow};
use super::{Reading, Value};
use crate::findings::Code;

pub(super) const CODES: &[&Code] =
    &[&ORDER_ID_MISSING, &ORDER_ID_MALFORMED, &ORDER_ID_DESTROYED, &ID_IN_SCIENTIFIC_NOTATION, &ID_ROUNDED];

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
    .fixed()
    .sign();

pub static ID_IN_SCIENTIFIC_NOTATION: Code = Code::error("id-in-scientific-notation")
    .what("A spreadsheet turned an identifier into a number such as 7.66446E+12.")
    .why("Its digits are gone, so the sale cannot be told from others of the same order.")
    .fix("Download the report again from Seller Central and choose the downloaded file itself, without opening it in Excel.")
    .fixed()
    .sign();

pub static ID_ROUNDED: Code = Code::error("id-rounded-by-spreadsheet")
    .what("A spreadsheet took an identifier of nineteen digits for a number and rounded it: it ends in zeros.")
    .why("Its last digits are gone, so the sale cannot be told from others of the same order.")
    .fix("Download the report again from Seller Central and choose the downloaded file itself, without opening it in Excel.")
    .fixed()
    .sign();

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
    if text.len() > 2 && is_too_narrow(text) {
        return Reading::bad(&CELL_TOO_NARROW);
    }
    if text.len() == 19 && text.ends_with(b"00") && text.iter().all(u8::is_ascii_digit) {
        return Reading::bad(&ID_ROUNDED);
    }
    Reading::good(Value::Text(text))
}

/// `1.1139E+16`, or the seventeen and more digits that are left of an order number without its hyphens.
///
/// The hyphens of 17 digits are not put back, even where all seem to be there: a spreadsheet keeps 15 digits for
/// certain and rounds the rest to the next double-precision number, which need not end in zeros.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_spreadsheets_leave_of_identifiers() {
        let order = |text: &'static str| read_order_id(text.as_bytes()).remark.map(|remark| remark.code.slug);
        assert_eq!(order("111-1234567-1234567"), None);
        assert_eq!(order("S01-1234567-1234567"), None);
        for destroyed in ["1211397397571528200", "1.1139E+16", "11112345671234567", "1,1139E+16"] {
            assert_eq!(order(destroyed), Some("order-id-destroyed"), "{destroyed}");
        }
        assert_eq!(order("FBA18ZN0LT90"), Some("order-id-malformed"));
        let id = |text: &'static str| read_id(text.as_bytes()).remark.map(|remark| remark.code.slug);
        for good in ["07664457044546", "37329900000000", "DmlbKXMtN", "1211397397571528201", "3E8", ""] {
            assert_eq!(id(good), None, "{good}");
        }
        assert_eq!(id("7.66446E+12"), Some("id-in-scientific-notation"));
        assert_eq!(id("########"), Some("cell-too-narrow"));
        assert_eq!(id("1211397397571528200"), Some("id-rounded-by-spreadsheet"));
    }
}
