//! One cell's text, read as what its column is for. No cell is judged here by another one, except that the
//! country decides how a state and a postal code are read, and the currency how many decimals an amount has.
//!
//! Which check goes where: one cell by itself belongs here; whether a column must be there, to the report's
//! declaration; two cells or more, to [`crate::rules`].

pub mod amount;
pub mod boolean;
pub mod conventions;
pub mod country;
pub mod currency;
pub mod date;
mod date_forms;
pub mod fulfillment_center;
pub mod id;
pub mod personal;
pub mod plain;
pub mod postal_code;
pub mod quantity;
pub mod state;
pub mod text;

pub use amount::Amount;
pub use conventions::{Conventions, DateOrder, Decimals, Survey};
pub use country::Country;
pub use currency::Currency;
pub use date::Date;
pub use id::OrderId;
pub use postal_code::PostalCode;
pub use state::State;

use crate::findings::Code;

/// How the cells of a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// Amazon's order number.
    OrderId,
    /// An identifier that must not be taken for a number.
    Id,
    Date,
    /// An amount that is never negative in these reports.
    Amount,
    /// An amount that is negative in a refund, and in nothing else.
    SignedAmount,
    /// An amount off the price: Amazon writes it with either sign, we take its magnitude.
    Discount,
    Quantity,
    Currency,
    Country,
    State,
    PostalCode,
    City,
    FulfillmentCenter,
    Boolean,
}

/// A cell, read.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Value<'a> {
    /// No such column, or nothing in the cell.
    #[default]
    Absent,
    /// Something is in the cell that could not be read; the finding has been made.
    Unread,
    Text(&'a [u8]),
    OrderId(OrderId<'a>),
    Date(Date<'a>),
    /// A date that can be read in two ways, here as if its month stood first; see [`Date::day_first`].
    OpenDate(Date<'a>),
    Amount(Amount),
    Quantity(u32),
    Currency(Currency),
    Country(Country),
    State(State),
    PostalCode(PostalCode<'a>),
    /// Its code, and the state it stands in.
    FulfillmentCenter(&'a [u8], Option<State>),
    Boolean(bool),
}

/// What reading a cell gave: its value, and what is to be said of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading<'a> {
    pub value: Value<'a>,
    pub remark: Option<Remark<'a>>,
}

/// A finding about a cell, with the changed text if it is a repair.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Remark<'a> {
    pub code: &'static Code,
    pub after: After<'a>,
}

/// What a repair made of a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum After<'a> {
    /// No change.
    Nothing,
    Text(&'a [u8]),
    Short([u8; After::LONGEST], u8),
}

impl<'a> After<'a> {
    const LONGEST: usize = 32;

    /// Copies a short text. What is longer than any repaired cell can be is cut: it is only shown.
    pub fn short(text: &[u8]) -> Self {
        let mut bytes = [0; Self::LONGEST];
        let length = text.len().min(Self::LONGEST);
        for (to, from) in bytes.iter_mut().zip(text) {
            *to = *from;
        }
        After::Short(bytes, length as u8)
    }

    pub fn text(&self) -> Option<&[u8]> {
        match self {
            After::Nothing => None,
            After::Text(text) => Some(text),
            After::Short(bytes, length) => bytes.get(..usize::from(*length)),
        }
    }
}

impl<'a> Reading<'a> {
    pub fn good(value: Value<'a>) -> Self {
        Reading { value, remark: None }
    }
    /// There is something in the cell, and it cannot be used.
    pub fn bad(code: &'static Code) -> Self {
        Reading { value: Value::Unread, remark: Some(Remark { code, after: After::Nothing }) }
    }
    pub fn remarked(value: Value<'a>, code: &'static Code) -> Self {
        Reading { value, remark: Some(Remark { code, after: After::Nothing }) }
    }
    pub fn repaired(value: Value<'a>, code: &'static Code, after: After<'a>) -> Self {
        Reading { value, remark: Some(Remark { code, after }) }
    }
}

/// Every code that reading a cell can give.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    [
        text::CODES,
        id::CODES,
        date::CODES,
        amount::CODES,
        quantity::CODES,
        currency::CODES,
        country::CODES,
        state::CODES,
        postal_code::CODES,
        fulfillment_center::CODES,
        boolean::CODES,
    ]
    .into_iter()
    .flatten()
    .copied()
}
