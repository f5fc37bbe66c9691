//! Currencies, and how many decimals they have (ISO 4217).

use super::{After, Reading, Value};
use crate::findings::Code;
use crate::wire::Wire;

pub(super) const CODES: &[&Code] = &[&CURRENCY_UNKNOWN, &CURRENCY_IN_SMALL_LETTERS];

pub static CURRENCY_UNKNOWN: Code = Code::error("currency-unknown")
    .what("The currency is none that Amazon's marketplaces use.")
    .why("Without the currency an amount cannot be added to others.")
    .fix("Look at the record: if its cells stand in the wrong columns, download the report again.")
    .fixed();

pub static CURRENCY_IN_SMALL_LETTERS: Code = Code::repair("currency-in-small-letters")
    .what("The currency was written in small letters.")
    .why("Tax services compare it letter by letter.")
    .fix("Nothing to do: it was written in capitals.");

/// The currencies of Amazon's stores and of cards charged there, with their decimals.
const KNOWN: &[(&[u8; 3], u8)] = &[
    (b"USD", 2),
    (b"CAD", 2),
    (b"MXN", 2),
    (b"BRL", 2),
    (b"GBP", 2),
    (b"EUR", 2),
    (b"SEK", 2),
    (b"PLN", 2),
    (b"TRY", 2),
    (b"AED", 2),
    (b"SAR", 2),
    (b"EGP", 2),
    (b"INR", 2),
    (b"SGD", 2),
    (b"AUD", 2),
    (b"ZAR", 2),
    (b"CNY", 2),
    (b"HKD", 2),
    (b"COP", 2),
    (b"CHF", 2),
    (b"JPY", 0),
    (b"CLP", 0),
    (b"KRW", 0),
];

/// One of the known currencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Currency {
    code: [u8; 3],
    digits: u8,
}

impl Currency {
    pub const USD: Currency = Currency { code: *b"USD", digits: 2 };

    pub fn known(code: &[u8]) -> Option<Currency> {
        KNOWN
            .iter()
            .find(|(known, _)| known.as_slice() == code)
            .map(|&(code, digits)| Currency { code: *code, digits })
    }
    /// Where it stands among the known ones: below 32.
    pub fn index(&self) -> usize {
        KNOWN.iter().take_while(|(known, _)| **known != self.code).count()
    }
    pub fn from_index(index: usize) -> Option<Currency> {
        KNOWN.get(index).map(|&(code, digits)| Currency { code: *code, digits })
    }
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.code).unwrap_or_default()
    }
    pub fn code(&self) -> [u8; 3] {
        self.code
    }
    /// No currency is three zeros.
    #[inline(never)]
    pub fn cross(currency: &mut Option<Currency>, wire: &mut Wire) {
        let mut code = currency.map_or([0; 3], |currency| currency.code);
        wire.bytes(&mut code);
        *currency = Currency::known(&code);
    }
    /// Decimals after the point.
    pub fn digits(&self) -> u8 {
        self.digits
    }
}

/// The stores of Amazon and their currencies.
const STORES: &str = "com USD ca CAD com.mx MXN co.uk GBP de EUR fr EUR it EUR es EUR nl EUR ie EUR com.be EUR \
    co.jp JPY com.au AUD in INR se SEK pl PLN com.tr TRY ae AED sa SAR eg EGP sg SGD com.br BRL co.za ZAR";

/// The currency of a store by its name, such as `Amazon.co.uk`. Prices there are in no other one.
pub fn of_store(name: &[u8]) -> Option<Currency> {
    let (start, end) = name.split_at_checked(7)?;
    start.eq_ignore_ascii_case(b"amazon.").then_some(())?;
    if end == b"com" {
        return Some(Currency::USD);
    }
    let mut words = STORES.as_bytes().split(|&byte| byte == b' ');
    while let (Some(store), Some(code)) = (words.next(), words.next()) {
        if store.eq_ignore_ascii_case(end) {
            return Currency::known(code);
        }
    }
    None
}

pub fn read(text: &[u8]) -> Reading<'_> {
    if text.is_empty() {
        return Reading::good(Value::Absent);
    }
    if let Some(currency) = Currency::known(text) {
        return Reading::good(Value::Currency(currency));
    }
    let &[a, b, c] = text else { return Reading::bad(&CURRENCY_UNKNOWN) };
    let capitals = [a, b, c].map(|byte| byte.to_ascii_uppercase());
    match Currency::known(&capitals) {
        Some(currency) => {
            Reading::repaired(Value::Currency(currency), &CURRENCY_IN_SMALL_LETTERS, After::short(&capitals))
        }
        None => Reading::bad(&CURRENCY_UNKNOWN),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stores_have_one_currency() {
        let of = |name: &str| of_store(name.as_bytes()).map(|currency| currency.as_str().to_owned());
        for (name, code) in [
            ("Amazon.com", "USD"),
            ("amazon.co.uk", "GBP"),
            ("AMAZON.DE", "EUR"),
            ("amazon.com.be", "EUR"),
            ("Amazon.co.jp", "JPY"),
            ("Amazon.co.za", "ZAR"),
        ] {
            assert_eq!(of(name).as_deref(), Some(code));
        }
        for other in
            ["", "Amazon", "amazon.", "Non-Amazon US", "sim1.stores.amazon.com", "amazon.cn", "amazon.USD"]
        {
            assert_eq!(of(other), None, "{other}");
        }
        let words = STORES.split(' ').collect::<Vec<_>>();
        assert!(words.as_chunks::<2>().0.iter().all(|[_, code]| Currency::known(code.as_bytes()).is_some()));
        assert_eq!(words.len() % 2, 0);
    }
}
