//! Judges one sale line by its columns' kinds and constraints, and by what its values say of each other.

use super::lines::Wrong;
use crate::fields::{Currency, State, date};
use crate::output::cells::place;
use crate::output::schema::{Allowed, allowed};
use crate::sale_line::{Amounts, COLUMNS, PayloadColumn, PayloadKind};

/// What of a line goes into sums.
pub struct Sale<'a> {
    pub currency: &'a str,
    pub is_refund: bool,
    pub units: u64,
    /// In the payload's order and the currency's smallest unit.
    pub amounts: [Option<i128>; Amounts::COUNT],
    pub country: &'a str,
    pub state: &'a str,
    pub ship_from: &'a str,
    pub collected_by: &'a str,
    pub tax_date: &'a str,
}

const FIRST_AMOUNT: usize = place("item_amount");

/// `refunds_above_zero`: the host lets refunds with a positive amount pass.
pub fn judge<'a>(cells: &[&'a [u8]], refunds_above_zero: bool) -> Result<Sale<'a>, Wrong> {
    let mut texts = [""; COLUMNS.len()];
    for ((text, cell), column) in texts.iter_mut().zip(cells).zip(&COLUMNS) {
        *text = std::str::from_utf8(cell).map_err(|_| format!("{} is no UTF-8", column.name))?;
    }
    let text = |column: usize| texts.get(column).copied().unwrap_or_default();
    let currency = text(const { place("currency") });
    let digits = Currency::known(currency.as_bytes()).map_or(2, |currency| currency.digits());
    for (column, text) in COLUMNS.iter().zip(texts) {
        if !fits(column, text, digits) {
            return Err(format!("{} is not what the schema says", column.name));
        }
    }
    let mut amounts = [None; Amounts::COUNT];
    for (amount, text) in amounts.iter_mut().zip(texts.iter().skip(FIRST_AMOUNT)) {
        *amount = units(text, digits);
    }
    let is_refund = text(const { place("transaction_type") }) == "refund";
    let wrong = |column: &str, what: &str| Err(format!("{column} {what}"));
    if currency.is_empty() && amounts.iter().any(Option::is_some) {
        return wrong("currency", "is empty, and there are amounts");
    }
    if !currency.is_empty() && Currency::known(currency.as_bytes()).is_none() {
        return wrong("currency", "is none that we know");
    }
    let [item, _, shipping, _, wrap, ..] = amounts;
    if is_refund {
        if item.is_some_and(|units| units > 0) && !refunds_above_zero {
            return wrong("item_amount", "is above zero in a refund");
        }
    } else if let Some((column, _)) =
        [("item_amount", item), ("shipping_amount", shipping), ("gift_wrap_amount", wrap)]
            .into_iter()
            .find(|(_, amount)| amount.is_some_and(|units| units < 0))
    {
        return wrong(column, "is below zero in a sale");
    }
    let (country, state) = (text(const { place("ship_to_country") }), text(const { place("ship_to_state") }));
    if country == "US" {
        if !state.is_empty() && !is_state(state) {
            return wrong("ship_to_state", "is none of the United States");
        }
        let code = text(const { place("ship_to_postal_code") });
        if !code.is_empty() && !is_zip(code.as_bytes()) {
            return wrong("ship_to_postal_code", "is no ZIP code");
        }
    }
    let ship_from = text(const { place("ship_from_state") });
    if !ship_from.is_empty() && !is_state(ship_from) {
        return wrong("ship_from_state", "is none of the United States");
    }
    Ok(Sale {
        currency,
        is_refund,
        units: text(const { place("quantity") }).parse().unwrap_or(0),
        amounts,
        country,
        state: if country == "US" { state } else { "" },
        ship_from,
        collected_by: text(const { place("tax_collected_by") }),
        tax_date: text(const { place("tax_date") }),
    })
}

fn fits(column: &PayloadColumn, text: &str, digits: u8) -> bool {
    if text.is_empty() {
        return !column.required;
    }
    let is_of_kind = match column.kind {
        PayloadKind::String => true,
        PayloadKind::Boolean => matches!(text, "true" | "false"),
        PayloadKind::Integer => text.parse::<u64>().is_ok_and(|number| number.to_string() == text),
        PayloadKind::Number => units(text, digits).is_some(),
        PayloadKind::Date => date::read_iso(text.as_bytes()).is_some_and(|date| !date.has_time()),
        PayloadKind::Datetime => date::read_iso(text.as_bytes()).is_some(),
    };
    let is_allowed = match allowed(column) {
        Allowed::Any => true,
        Allowed::OneOf(values) => values.contains(&text),
        Allowed::From(least) => text.parse::<u64>().is_ok_and(|number| number >= least),
        Allowed::NotNegative => !text.starts_with('-'),
        Allowed::Like(_) => match column.name {
            "line_id" => is_line_id(text),
            "order_id" => is_order_id(text),
            "currency" => text.len() == 3 && is_capital(text),
            _ => text.len() == 2 && is_capital(text),
        },
    };
    is_of_kind && is_allowed
}

fn is_capital(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_line_id(text: &str) -> bool {
    let (id, nth) = text.split_once('-').unwrap_or((text, "2"));
    id.len() == 32
        && id.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        && nth.parse::<u32>().is_ok_and(|number| number > 1 && number.to_string() == nth)
}

fn is_order_id(text: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    match text.split('-').collect::<Vec<_>>()[..] {
        [first, second, third] => {
            (first.len(), second.len(), third.len()) == (3, 7, 7)
                && digits(first.strip_prefix('S').unwrap_or(first))
                && digits(second)
                && digits(third)
        }
        _ => false,
    }
}

fn is_zip(code: &[u8]) -> bool {
    let digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
    match code.split_at_checked(5) {
        Some((five, [])) => digits(five),
        Some((five, [b'-', four @ ..])) => digits(five) && four.len() == 4 && digits(four),
        _ => false,
    }
}

fn is_state(text: &str) -> bool {
    matches!(*text.as_bytes(), [a, b] if State::known([a, b]).is_some())
}

/// Written with all of the currency's digits and nothing else: `-1234.56`, `24732`.
pub fn units(text: &str, digits: u8) -> Option<i128> {
    let plain = text.strip_prefix('-').unwrap_or(text);
    let (whole, cents) = match plain.split_once('.') {
        Some((whole, cents)) if digits > 0 => (whole, cents),
        None if digits == 0 => (plain, ""),
        _ => return None,
    };
    let is_plain = cents.len() == usize::from(digits)
        && !whole.is_empty()
        && (whole == "0" || !whole.starts_with('0'))
        && whole.bytes().chain(cents.bytes()).all(|byte| byte.is_ascii_digit());
    let units: i128 = [whole, cents].concat().parse().ok().filter(|_| is_plain)?;
    // There is no -0.00.
    match text.starts_with('-') {
        true => (units > 0).then_some(-units),
        false => Some(units),
    }
}

#[cfg(test)]
mod tests {
    use super::units;

    #[test]
    fn amounts_are_read_in_one_form_only() {
        for (text, digits, expected) in [
            ("39.98", 2, Some(3998)),
            ("-0.05", 2, Some(-5)),
            ("0.00", 2, Some(0)),
            ("24732", 0, Some(24732)),
            ("1.234", 3, Some(1234)),
        ] {
            assert_eq!(units(text, digits), expected, "{text}");
        }
        for (text, digits) in [
            ("", 2),
            ("-", 2),
            ("5", 2),
            ("5.0", 2),
            ("5.000", 2),
            (".50", 2),
            ("05.00", 2),
            ("+5.00", 2),
            ("-0.00", 2),
            ("5.00", 0),
            ("5.", 0),
            ("1e3", 0),
            ("--5.00", 2),
            ("5.-1", 2),
            (" 5.00", 2),
        ] {
            assert_eq!(units(text, digits), None, "{text}");
        }
    }
}
