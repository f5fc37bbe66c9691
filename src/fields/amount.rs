//! Money, exact: a whole number of the currency's smallest unit. Never floating point.

use super::{After, Currency, Decimals, Reading, Survey, Value, text::put};
use crate::findings::Code;

pub(super) const CODES: &[&Code] = &[
    &AMOUNT_UNREADABLE,
    &AMOUNT_TOO_PRECISE,
    &AMOUNT_NEGATIVE,
    &AMOUNT_WITH_THOUSANDS_COMMAS,
    &AMOUNT_WITH_DECIMAL_COMMA,
    &AMOUNT_WITH_CURRENCY_SIGN,
    &AMOUNT_WITH_LONG_MINUS,
];

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
    .what("A price or a tax is below zero in a record that is no refund.")
    .why("A refund that is not marked as one would be counted as a sale turned upside down.")
    .fix("Compare the order with Seller Central, then leave the record out if it is a refund.");

pub static AMOUNT_WITH_THOUSANDS_COMMAS: Code = Code::repair("amount-with-thousands-commas")
    .what("An amount was written with commas between the thousands, such as 1,081.98.")
    .why("A spreadsheet writes it so; a tax service would stop at the comma.")
    .fix(
        "Nothing to do: the commas were taken out. They are a sign that the file went through a spreadsheet.",
    )
    .sign();

pub static AMOUNT_WITH_DECIMAL_COMMA: Code = Code::repair("amount-with-decimal-comma")
    .what("An amount was written with a comma before its decimals, such as 1.081,98.")
    .why("Seller Central writes it so in some languages; a tax service would stop at the comma or drop it.")
    .fix("Nothing to do: the amount was written as 1081.98. The whole file is read so, because its amounts can be read in no other way.");

pub static AMOUNT_WITH_CURRENCY_SIGN: Code = Code::repair("amount-with-currency-sign")
    .what("An amount was written with the sign of its currency, such as $5.00.")
    .why("Tax services want the number alone; the currency is sent beside it.")
    .fix("Nothing to do: the sign was taken off, because it agrees with the currency of the record.");

pub static AMOUNT_WITH_LONG_MINUS: Code = Code::repair("amount-with-long-minus")
    .what("An amount was written with the long minus sign of printed books instead of a hyphen.")
    .why("A tax service would not see that the amount is below zero.")
    .fix("Nothing to do: a plain minus was put in its place.");

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
    if text.is_empty() {
        return Reading::good(Value::Absent);
    }
    match parse(text, digits_of(currency)) {
        Ok(amount) if decimals == Decimals::Point || !text.contains(&b'.') => {
            survey.note_plain(text);
            judge_sign(amount, may_be_negative).map_or_else(Reading::bad, Reading::good)
        }
        _ => read_respelled(text, currency, decimals, survey, may_be_negative),
    }
}

fn judge_sign(amount: Amount, may_be_negative: bool) -> Result<Value<'static>, &'static Code> {
    match amount.0 < 0 && !may_be_negative {
        true => Err(&AMOUNT_NEGATIVE),
        false => Ok(Value::Amount(amount)),
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

const LONGEST: usize = 32;
const NO_BREAK_SPACES: [&[u8]; 2] = [b"\xC2\xA0", b"\xE2\x80\xAF"];
const LONG_MINUS: &[u8] = "\u{2212}".as_bytes();

/// The signs that stand before amounts, and the currencies they can stand for.
const CURRENCY_SIGNS: &[(&str, &[&str])] = &[
    ("$", &["USD", "CAD", "MXN", "AUD"]),
    ("€", &["EUR"]),
    ("£", &["GBP"]),
    ("¥", &["JPY", "CNY"]),
    ("￥", &["JPY", "CNY"]),
];

/// Amounts with signs that a number has not: between the thousands, before the decimals, before the whole.
#[cold]
fn read_respelled<'a>(
    text: &'a [u8],
    currency: Option<Currency>,
    decimals: Decimals,
    survey: &mut Survey,
    may_be_negative: bool,
) -> Reading<'a> {
    let digits = digits_of(currency);
    let Prefix { minus, long_minus, sign, rest } = prefix(text);
    let sign_agrees = sign
        .is_none_or(|currencies| currency.is_some_and(|currency| currencies.contains(&currency.as_str())));
    let Some(number) = normal_signs(rest) else { return Reading::bad(&AMOUNT_UNREADABLE) };
    if let Some(decimals) = speaks_for(&number) {
        survey.note_amount(decimals);
    }
    let plain = match plain(&number, decimals, digits) {
        Some(plain) if sign_agrees => plain,
        _ => return Reading::bad(&AMOUNT_UNREADABLE),
    };
    let mut after = if minus { vec![b'-'] } else { Vec::new() };
    after.extend_from_slice(&plain);
    let code = match decimals {
        Decimals::Comma if plain != number => &AMOUNT_WITH_DECIMAL_COMMA,
        Decimals::Point if plain != number => &AMOUNT_WITH_THOUSANDS_COMMAS,
        _ if sign.is_some() => &AMOUNT_WITH_CURRENCY_SIGN,
        _ if long_minus => &AMOUNT_WITH_LONG_MINUS,
        // Nothing was respelled: the number itself is not good.
        _ => return Reading::bad(parse(text, digits).err().unwrap_or(&AMOUNT_UNREADABLE)),
    };
    match parse(&after, digits).and_then(|amount| judge_sign(amount, may_be_negative)) {
        Ok(value) => Reading::repaired(value, code, After::short(&after)),
        Err(code) => Reading::bad(code),
    }
}

/// What stands before the number.
struct Prefix<'a> {
    minus: bool,
    long_minus: bool,
    /// The currencies that the sign stands for, if there is one.
    sign: Option<&'static [&'static str]>,
    rest: &'a [u8],
}

fn prefix(text: &[u8]) -> Prefix<'_> {
    let mut found = Prefix { minus: false, long_minus: false, sign: None, rest: text };
    // A minus stands on either side of the currency's sign, never on both.
    for _ in 0..2 {
        if !found.minus {
            let short = found.rest.strip_prefix(b"-");
            found.long_minus |= short.is_none() && found.rest.starts_with(LONG_MINUS);
            if let Some(rest) = short.or_else(|| found.rest.strip_prefix(LONG_MINUS)) {
                (found.minus, found.rest) = (true, rest);
            }
        }
        let sign = CURRENCY_SIGNS.iter().find(|(sign, _)| found.rest.starts_with(sign.as_bytes()));
        if let (None, Some((sign, currencies))) = (found.sign, sign) {
            found.sign = Some(currencies);
            found.rest = super::text::trim(found.rest.get(sign.len()..).unwrap_or_default());
            found.rest = found.rest.strip_prefix(NO_BREAK_SPACES[1]).unwrap_or(found.rest);
        }
    }
    found
}

/// Digits, points and commas; all kinds of blanks as one, and both apostrophes as one. Nothing else is a number.
fn normal_signs(mut text: &[u8]) -> Option<Vec<u8>> {
    let mut number = Vec::new();
    while let &[byte, ref rest @ ..] = text {
        let (byte, rest) = match byte {
            b'0'..=b'9' | b'.' | b',' | b' ' | b'\'' => (byte, rest),
            _ => {
                let blank = NO_BREAK_SPACES.iter().find_map(|blank| text.strip_prefix(*blank));
                let apostrophe = || Some((b'\'', text.strip_prefix("’".as_bytes())?));
                blank.map(|rest| (b' ', rest)).or_else(apostrophe)?
            }
        };
        number.push(byte);
        text = rest;
    }
    (1..=LONGEST).contains(&number.len()).then_some(number)
}

/// Which sign for the decimals is the only one under which this is a number. `1.081` and `1,081` are numbers under
/// both, a thousand in one country and one in another.
fn speaks_for(number: &[u8]) -> Option<Decimals> {
    let (last, sign) = number.iter().enumerate().rfind(|(_, byte)| matches!(byte, b'.' | b','))?;
    let (decimals, other) = match sign {
        b'.' => (Decimals::Point, b','),
        _ => (Decimals::Comma, b'.'),
    };
    let is_only_separator = !number.contains(&other);
    let speaks = !(is_only_separator && number.len() - last == 4) && plain(number, decimals, 2).is_some();
    speaks.then_some(decimals)
}

/// The number with a point before its decimals and nothing between its thousands, which stand in groups of three.
/// Without decimals, points and commas are taken for thousands only where the currency has no decimals.
fn plain(number: &[u8], decimals: Decimals, digits: u8) -> Option<Vec<u8>> {
    let (sign, grouping) = match decimals {
        Decimals::Point => (b'.', b",".as_slice()),
        Decimals::Comma => (b',', b". '".as_slice()),
    };
    let at = number.iter().position(|&byte| byte == sign);
    let (whole, behind) = number.split_at_checked(at.unwrap_or(number.len()))?;
    let separator = whole.iter().copied().find(|byte| !byte.is_ascii_digit());
    let is_plain_behind = behind.iter().skip(1).all(u8::is_ascii_digit) && behind.len() != 1;
    let mut plain = whole.to_vec();
    if let Some(separator) = separator {
        let is_certain = at.is_some() || digits == 0 || matches!(separator, b' ' | b'\'');
        let mut groups = whole.split(|&byte| byte == separator);
        let first_is_good = groups.next().is_some_and(|first| (1..=3).contains(&first.len()));
        if !first_is_good || !groups.all(|group| group.len() == 3) || !is_certain {
            return None;
        }
        plain.retain(|&byte| byte != separator);
    }
    let is_good = is_plain_behind
        && separator.is_none_or(|separator| grouping.contains(&separator))
        && plain.iter().all(u8::is_ascii_digit);
    if let [_, behind @ ..] = behind {
        plain.push(b'.');
        plain.extend_from_slice(behind);
    }
    is_good.then_some(plain)
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

    fn read_as(text: &str, currency: &str, decimals: Decimals) -> Result<i64, &'static str> {
        let currency = Currency::known(currency.as_bytes());
        let reading = read(text.as_bytes(), currency, false, decimals, &mut Survey::default());
        match reading.value {
            Value::Amount(Amount(units)) => Ok(units),
            _ => Err(reading.remark.map_or("absent", |remark| remark.code.slug)),
        }
    }

    fn usd(text: &str) -> Result<i64, &'static str> {
        read_as(text, "USD", Decimals::Point)
    }

    #[test]
    fn exact_in_the_currencys_digits() {
        assert_eq!(usd("19.99"), Ok(1999));
        assert_eq!(usd("19.9"), Ok(1990));
        assert_eq!(usd("24732"), Ok(2_473_200));
        assert_eq!(usd("19.990000"), Ok(1999));
        assert_eq!(usd("1,081.98"), Ok(108_198));
        assert_eq!(usd("1,234,081.98"), Ok(123_408_198));
        assert_eq!(usd("19.999"), Err("amount-too-precise"));
        for ambiguous in [
            "1,081",
            "6,24",
            "1.081,98",
            "1 081.98",
            "(6.24)",
            "10,81.98",
            ",081.98",
            "1,081.",
            "1,,081.98",
            ".5",
            "5.",
            "",
            "1e3",
            "--1",
            "-",
            "$",
            "1.2.3",
            "1.999x",
            "9999999999999999",
        ] {
            assert!(usd(ambiguous).is_err(), "{ambiguous}");
        }
        assert_eq!(usd("-1.00"), Err("amount-negative"));
        assert_eq!(usd("-1,081.00"), Err("amount-negative"));
        assert_eq!(read_plain(b"24732.00", Currency::known(b"JPY")), Some(Amount(24732)));
    }

    #[test]
    fn decimal_commas_where_the_file_has_them() {
        let eur = |text| read_as(text, "EUR", Decimals::Comma);
        for (text, cents) in [
            ("6,24", 624),
            ("6,2", 620),
            ("6", 600),
            ("1081,98", 108_198),
            ("1.081,98", 108_198),
            ("1.234.081,98", 123_408_198),
            ("1\u{a0}081,98", 108_198),
            ("1\u{202f}081,98", 108_198),
            ("1 081,98", 108_198),
            ("1'081,98", 108_198),
            ("1’081,98", 108_198),
            ("1 081", 108_100),
        ] {
            assert_eq!(eur(text), Ok(cents), "{text}");
        }
        for text in ["6.24", "1.081", "1,081.98", "1,081,98", "1.081 234,50", "6,", ",5", "1.08,5"] {
            assert_eq!(eur(text), Err("amount-unreadable"), "{text}");
        }
        assert_eq!(eur("6,245"), Err("amount-too-precise"));
        assert_eq!(eur("-6,24"), Err("amount-negative"));
        // Yen have no decimals, so there is one reading.
        for decimals in [Decimals::Comma, Decimals::Point] {
            assert_eq!(read_as("￥6,436", "JPY", Decimals::Point), Ok(6436));
            assert_eq!(read_as("6436", "JPY", decimals), Ok(6436));
        }
        assert_eq!(read_as("6.436", "JPY", Decimals::Comma), Ok(6436));
        assert_eq!(read_as("￥6,436", "CNY", Decimals::Point), Err("amount-unreadable"));
    }

    #[test]
    fn signs_that_agree_are_taken_off() {
        let repaired = |text: &str, currency: &str, decimals| {
            let currency = Currency::known(currency.as_bytes());
            let reading = read(text.as_bytes(), currency, true, decimals, &mut Survey::default());
            let remark = reading.remark?;
            let after = remark.after.text().map(|text| String::from_utf8_lossy(text).into_owned());
            Some((remark.code.slug, after?))
        };
        let gives = |slug: &'static str, after: &str| Some((slug, after.to_owned()));
        let sign = "amount-with-currency-sign";
        assert_eq!(repaired("$5", "USD", Decimals::Point), gives(sign, "5"));
        assert_eq!(repaired("-$5.10", "CAD", Decimals::Point), gives(sign, "-5.10"));
        assert_eq!(repaired("$-5.10", "MXN", Decimals::Point), gives(sign, "-5.10"));
        assert_eq!(repaired("£ 5.10", "GBP", Decimals::Point), gives(sign, "5.10"));
        assert_eq!(repaired("€\u{a0}6", "EUR", Decimals::Comma), gives(sign, "6"));
        assert_eq!(
            repaired("-€\u{202f}1.006,24", "EUR", Decimals::Comma),
            gives("amount-with-decimal-comma", "-1006.24")
        );
        assert_eq!(repaired("−6.24", "USD", Decimals::Point), gives("amount-with-long-minus", "-6.24"));
        for (text, currency) in
            [("$5", "EUR"), ("€5", "USD"), ("$5", ""), ("-$-5", "USD"), ("$$5", "USD"), ("5 €", "EUR")]
        {
            assert_eq!(repaired(text, currency, Decimals::Point), None, "{text} in {currency}");
        }
    }

    #[test]
    fn the_survey_hears_only_what_speaks() {
        let notes = |text: &str, decimals| {
            let mut survey = Survey::default();
            read(text.as_bytes(), Currency::known(b"EUR"), true, decimals, &mut survey);
            survey
        };
        let spoken = |decimals| {
            let mut survey = Survey::default();
            survey.note_amount(decimals);
            survey
        };
        for plain in ["6", "19.990000", "6.245", ""] {
            assert_eq!(notes(plain, Decimals::Point), Survey::default(), "{plain}");
        }
        for comma in ["6,24", "6,2", "1.081,98", "-€ 6,24", "1081,5"] {
            for decimals in [Decimals::Point, Decimals::Comma] {
                assert_eq!(notes(comma, decimals), spoken(Decimals::Comma), "{comma}");
            }
        }
        for point in ["6.24", "-6.24", "1,081.98", "6.2"] {
            for decimals in [Decimals::Point, Decimals::Comma] {
                assert_eq!(notes(point, decimals), spoken(Decimals::Point), "{point}");
            }
        }
        for silent in ["1.081", "1,081", "1,2,3", "12,5kg", "6", "1.2.3", "(6,24)"] {
            for decimals in [Decimals::Point, Decimals::Comma] {
                assert_eq!(notes(silent, decimals), Survey::default(), "{silent}");
            }
        }
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
