//! How many units a line has.

use super::{Reading, Value};
use crate::findings::Code;

pub(super) const CODES: &[&Code] = &[&QUANTITY_MISSING, &QUANTITY_UNREADABLE, &QUANTITY_ZERO];

pub static QUANTITY_MISSING: Code = Code::error("quantity-missing")
    .what("The record does not say how many units were sold.")
    .why("Some states count units and transactions to decide whether you must register.")
    .fix("Look at the record: if its cells stand in the wrong columns, download the report again.");

pub static QUANTITY_UNREADABLE: Code = Code::error("quantity-unreadable")
    .what("The quantity is not a whole number.")
    .why("It is a sign that the cells of this record stand in the wrong columns.")
    .fix("Look at the record and download the report again if its cells are shifted.");

pub static QUANTITY_ZERO: Code = Code::error("quantity-zero")
    .what("The record says that no unit was sold.")
    .why("Nothing sold and still an amount: one of the two is wrong, and we do not guess which.")
    .fix("Compare the order with Seller Central, then leave the record out or download the report again.");

pub fn read(text: &[u8]) -> Reading<'_> {
    if text.is_empty() {
        return Reading { value: Value::Absent, ..Reading::bad(&QUANTITY_MISSING) };
    }
    if text.len() > 9 {
        return Reading::bad(&QUANTITY_UNREADABLE);
    }
    let mut quantity = 0u32;
    for &byte in text {
        if !byte.is_ascii_digit() {
            return Reading::bad(&QUANTITY_UNREADABLE);
        }
        quantity = quantity * 10 + u32::from(byte - b'0');
    }
    if quantity == 0 {
        return Reading::bad(&QUANTITY_ZERO);
    }
    Reading::good(Value::Quantity(quantity))
}
