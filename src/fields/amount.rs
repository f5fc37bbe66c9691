//! Money, exact: a whole number of the currency's smallest unit. Never floating point.

use super::{After, Currency, Decimals, Reading, Survey, Value, text::put};
use crate::findings::Code;

pub(super) const CODES: &[&Code] =
    &[&AMOUNT_UNREADABLE, &AMOUNT_TOO_PRECISE, &AMOUNT_NEGATIVE, &AMOUNT_WITH_THOUSANDS_COMMAS];

pub static AMOUNT_UNREADABLE: Code = Code::error("amount-unreadable")
    .what("An amount is not written as a number such as 1234.56.")
    .why("An amount that is read wrongly is tax paid wrongly, so we do not guess what was meant.")
    .fix("Download the report again from Seller Central and choose the downloaded file itself, without opening it in a spreadsheet.")
    .fixed();

pub static AMOUNT_TOO_PRECISE: Code = Code::error("amount-too-precise")
    .what("An amount has more decimals than its currency has.")
    .why("Rounding it would change what you sold for, if only by a little.")
    .fix("Download the report again. If the amount is the same there, compare the order with Seller Central.")
    .fixed();

pub static AMOUNT_NEGATIVE: Code = Code::error("amount-negative")
    .what("A price or a tax is below zero.")
    .why("This report lists sales. A refund in it would be counted as a sale turned upside down.")
    .fix("Compare the order with Seller Central, then leave the record out if it is a refund.");

pub static AMOUNT_WITH_THOUSANDS_COMMAS: Code = Code::repair("amount-with-thousands-commas")
    .what("An amount was written with commas between the thousands, such as 1,081.98.")
    .why("A spreadsheet writes it so; a tax service would stop at the comma.")
    .fix(
        "Nothing to do: the commas were taken out. They are a sign that the file went through a spreadsheet.",
    );

/// An exact amount in the currency's smallest unit (cents for USD, yen for JPY).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount(pub i64);

/// An amount as the payload has it, and nothing else.
pub fn read_plain(text: &[u8], currency: Option<Currency>) -> Option<Amount> {
    parse(text, digits_of(currency)).ok()
}

fn digits_of(currency: Option<Currency>) -> u8 {
    currency.map_or(2, |currency| currency.digits())
}

/// An amount is read with the digits of its record's currency, so the currency must have been read first.
/// Without one, two digits are taken: the record is then rejected anyway if it has an amount.
pub fn read<'a>(
    text: &'a [u8],
    currency: Option<Currency>,
    may_be_negative: bool,
    decimals: Decimals,
    survey: &mut Survey,
) -> Reading<'a> {
    let _ = (decimals, survey);
    if text.is_empty() {
        return Reading::good(Value::Absent);
    }
    let digits = digits_of(currency);
    let reading = match parse(text, digits) {
        Err(_) if text.contains(&b',') => return read_with_commas(text, digits, may_be_negative),
        parsed => parsed,
    };
    match reading {
        Err(code) => Reading::bad(code),
        Ok(Amount(units)) if units < 0 && !may_be_negative => Reading::bad(&AMOUNT_NEGATIVE),
        Ok(amount) => Reading::good(Value::Amount(amount)),
    }
}

/// `[-]digits[.digits]`, at most fifteen digits.
fn parse(text: &[u8], digits: u8) -> Result<Amount, &'static Code> {
    let (negative, number) = match text {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    let (mut units, mut decimals, mut seen, mut after_point) = (0i64, 0u8, 0u8, false);
    for &byte in number {
        match byte {
            b'0'..=b'9' => {
                seen += 1;
                if seen > 15 {
                    return Err(&AMOUNT_UNREADABLE);
                }
                if after_point {
                    if decimals == digits {
                        if byte == b'0' {
                            continue;
                        }
                        // Only after the rest is known to be a number is "too precise" the right word.
                        let rest_is_number = number.iter().all(|b| b.is_ascii_digit() || *b == b'.');
                        return Err(if rest_is_number { &AMOUNT_TOO_PRECISE } else { &AMOUNT_UNREADABLE });
                    }
                    decimals += 1;
                }
                units = units * 10 + i64::from(byte - b'0');
            }
            b'.' if !after_point && seen > 0 => after_point = true,
            _ => return Err(&AMOUNT_UNREADABLE),
        }
    }
    if seen == 0 || number.last() == Some(&b'.') {
        return Err(&AMOUNT_UNREADABLE);
    }
    for _ in decimals..digits {
        units *= 10;
    }
    Ok(Amount(if negative { -units } else { units }))
}

/// `1,081.98`: one to three digits, groups of three, a point and the currency's decimals. Anything less is
/// ambiguous: `1,081` is a thousand in one country and one in another.
fn read_with_commas(text: &[u8], digits: u8, may_be_negative: bool) -> Reading<'_> {
    let unsigned = text.strip_prefix(b"-").unwrap_or(text);
    let Some(point) = memchr::memrchr(b'.', unsigned) else { return Reading::bad(&AMOUNT_UNREADABLE) };
    let (whole, _) = unsigned.split_at(point);
    let mut groups = whole.split(|&byte| byte == b',');
    let first_is_good = matches!(groups.next(), Some(first) if (1..=3).contains(&first.len()));
    if !first_is_good || !groups.all(|group| group.len() == 3) || text.len() > 24 {
        return Reading::bad(&AMOUNT_UNREADABLE);
    }
    let mut plain = [0; 24];
    let mut length = 0;
    for (to, &from) in plain.iter_mut().zip(text.iter().filter(|&&byte| byte != b',')) {
        *to = from;
        length += 1;
    }
    let plain = plain.get(..length).unwrap_or_default();
    match parse(plain, digits) {
        Err(code) => Reading::bad(code),
        Ok(Amount(units)) if units < 0 && !may_be_negative => Reading::bad(&AMOUNT_NEGATIVE),
        Ok(amount) => {
            Reading::repaired(Value::Amount(amount), &AMOUNT_WITH_THOUSANDS_COMMAS, After::short(plain))
        }
    }
}

/// Writes an amount in its currency's digits: `1234.56`, `-0.05`, `24732`.
pub fn write(amount: i128, digits: u8, out: &mut Vec<u8>) {
    let mut buffer = [b'0'; 48];
    let mut at = buffer.len();
    let point = if digits > 0 { at - usize::from(digits) } else { 0 };
    // One digit stands before the point at least.
    let shortest = if digits > 0 { point - 2 } else { at - 1 };
    let mut prepend = |digit: u8| {
        if at == point {
            at -= 1;
            buffer[at] = b'.';
        }
        at -= 1;
        buffer[at] = b'0' + digit;
        at
    };
    let mut rest = amount.unsigned_abs();
    while rest > u128::from(u32::MAX) {
        prepend((rest % 10) as u8);
        rest /= 10;
    }
    // Nearly every amount is down here, where wasm divides by multiplying; 128 bits cost it fifty times as much.
    let mut rest = rest as u32;
    let start = loop {
        let start = prepend((rest % 10) as u8);
        rest /= 10;
        if rest == 0 && start <= shortest {
            break start;
        }
    };
    if amount < 0 {
        out.push(b'-');
    }
    put(&buffer[start..], out);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usd(text: &str) -> Result<i64, &'static str> {
        let usd = Currency::known(b"USD");
        let reading = read(text.as_bytes(), usd, false, Decimals::Point, &mut Survey::default());
        match reading.value {
            Value::Amount(Amount(units)) => Ok(units),
            _ => Err(reading.remark.map_or("absent", |remark| remark.code.slug)),
        }
    }

    #[test]
    fn exact_in_the_currencys_digits() {
        assert_eq!(usd("19.99"), Ok(1999));
        assert_eq!(usd("19.9"), Ok(1990));
        assert_eq!(usd("24732"), Ok(2_473_200));
        assert_eq!(usd("19.990000"), Ok(1999));
        assert_eq!(usd("1,081.98"), Ok(108_198));
        assert_eq!(usd("19.999"), Err("amount-too-precise"));
        for ambiguous in [
            "1,081",
            "6,24",
            "1.081,98",
            "$5",
            ".5",
            "5.",
            "",
            "1e3",
            "--1",
            "1.2.3",
            "1.999x",
            "9999999999999999",
        ] {
            assert!(usd(ambiguous).is_err(), "{ambiguous}");
        }
        assert_eq!(usd("-1.00"), Err("amount-negative"));
        assert_eq!(read_plain(b"24732.00", Currency::known(b"JPY")), Some(Amount(24732)));
    }

    #[test]
    fn writes_what_it_read() {
        for (units, digits, text) in [
            (0, 2, "0.00"),
            (5, 2, "0.05"),
            (-5, 2, "-0.05"),
            (123_456, 2, "1234.56"),
            (24732, 0, "24732"),
            (0, 0, "0"),
        ] {
            let mut out = Vec::new();
            write(units, digits, &mut out);
            assert_eq!(String::from_utf8(out).as_deref(), Ok(text));
        }
    }
}
