//! Countries, as ISO 3166-1 alpha-2.

use super::{After, Reading, State, Value};
use crate::findings::Code;

pub(super) const CODES: &[&Code] = &[
    &COUNTRY_MISSING,
    &COUNTRY_UNKNOWN,
    &COUNTRY_SPELLED_OUT,
    &COUNTRY_CANNOT_BE_TOLD,
    &TERRITORY_AS_COUNTRY,
    &ADDRESS_IN_CANADA,
];

pub static COUNTRY_MISSING: Code = Code::error("country-missing")
    .what("The record does not say to which country it was sent.")
    .why("Whether a sale is taxed in the United States at all depends on it.")
    .fix("Download the report again. If the country is missing there too, compare the order with Seller Central.");

pub static COUNTRY_UNKNOWN: Code = Code::error("country-unknown")
    .what("The country is not a two-letter country code such as US.")
    .why("It is a sign that the cells of this record stand in the wrong columns.")
    .fix("Look at the record and download the report again if its cells are shifted.");

pub static COUNTRY_SPELLED_OUT: Code = Code::repair("country-spelled-out")
    .what("The United States were written in another way than US.")
    .why("Tax services compare the country letter by letter.")
    .fix("Nothing to do: it was written as US.");

pub static COUNTRY_CANNOT_BE_TOLD: Code = Code::error("country-cannot-be-told")
    .what("This report names no country, and the state and the ZIP code do not say together that it is the United States.")
    .why("Whether a sale is taxed in the United States at all depends on it.")
    .fix("Find the order in Seller Central. If it went to another country, leave the record out; else choose a report that names the country, such as Fulfilled Shipments.");

pub static TERRITORY_AS_COUNTRY: Code = Code::repair("territory-as-country")
    .what("A territory of the United States, such as Puerto Rico, stood in the place of the country.")
    .why("Tax services know it as a state of the country US, and would take the sale for one to another country.")
    .fix("Nothing to do: the country was written as US, and the territory as the state.");

pub static ADDRESS_IN_CANADA: Code = Code::error("address-in-canada")
    .what("The country is US, but the province and the postal code are Canadian.")
    .why("No state's sales tax is owed on goods sent to Canada, and one of the cells must be wrong.")
    .fix("Find the order in Seller Central. If it went to Canada, change the country to CA; else correct state and ZIP code.");

/// A country's two letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Country(pub [u8; 2]);

impl Country {
    pub const US: Country = Country(*b"US");

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl Country {
    /// The territory of the United States that ISO 3166-1 has as a country of its own, as the state that USPS has.
    pub fn as_state(self) -> Option<State> {
        matches!(&self.0, b"AS" | b"GU" | b"MP" | b"PR" | b"VI").then_some(State(self.0))
    }
}

/// Canada's provinces and territories, as Canada Post abbreviates them and as they are spelled out.
const PROVINCES: &str = "ab,alberta,bc,british columbia,mb,manitoba,nb,new brunswick,nl,newfoundland,\
    newfoundland and labrador,ns,nova scotia,nt,northwest territories,nu,nunavut,on,ont,ontario,pe,\
    prince edward island,qc,que,quebec,québec,sk,saskatchewan,yt,yukon";

/// Whether a state and a postal code that cannot be read are Canadian both.
pub fn is_canadian(state: &[u8], postal_code: &[u8]) -> bool {
    let letter = |byte: u8| byte.is_ascii_alphabetic();
    let is_code = |[a, b, c, d, e, f]: [u8; 6]| {
        letter(a) && letter(c) && letter(e) && [b, d, f].iter().all(u8::is_ascii_digit)
    };
    let is_code = match *postal_code {
        [a, b, c, d, e, f] | [a, b, c, b' ' | b'-', d, e, f] => is_code([a, b, c, d, e, f]),
        _ => false,
    };
    let is_state = |name: &str| {
        let plain = state.iter().filter(|byte| **byte != b'.');
        plain.map(u8::to_ascii_lowercase).eq(name.bytes())
    };
    is_code && PROVINCES.split(',').any(is_state)
}

/// The officially assigned codes of ISO 3166-1, and XK, which Amazon's carriers use for Kosovo.
const KNOWN: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS \
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET \
    FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO \
    IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH \
    MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM \
    PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG \
    TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

pub fn read(text: &[u8]) -> Reading<'_> {
    match text {
        [] => Reading { value: Value::Absent, ..Reading::bad(&COUNTRY_MISSING) },
        b"US" => Reading::good(Value::Country(Country::US)),
        &[a, b] if KNOWN.as_bytes().split(|&byte| byte == b' ').any(|known| known == [a, b]) => {
            Reading::good(Value::Country(Country([a, b])))
        }
        _ => {
            let united_states = ["us", "usa", "u.s.", "u.s.a.", "united states", "united states of america"];
            if united_states.iter().any(|name| text.eq_ignore_ascii_case(name.as_bytes())) {
                return Reading::repaired(
                    Value::Country(Country::US),
                    &COUNTRY_SPELLED_OUT,
                    After::short(b"US"),
                );
            }
            Reading::bad(&COUNTRY_UNKNOWN)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canadian_is_what_has_a_province_and_a_code() {
        for (state, code) in
            [("ON", "K1A 0B1"), ("Ontario", "K1A0B1"), ("B.C.", "v6b-1a1"), ("Qu\u{e9}bec", "H2X 1Y4")]
        {
            assert!(is_canadian(state.as_bytes(), code.as_bytes()), "{state} {code}");
        }
        for (state, code) in
            [("ON", "98110"), ("WA", "K1A 0B1"), ("", "K1A 0B1"), ("ON", ""), ("ON", "K1A 0B12")]
        {
            assert!(!is_canadian(state.as_bytes(), code.as_bytes()), "{state} {code}");
        }
    }

    #[test]
    fn territories_are_states() {
        for letters in ["AS", "GU", "MP", "PR", "VI"] {
            let country = Country(letters.as_bytes().try_into().expect("two letters"));
            assert_eq!(country.as_state().map(|state| State::known(state.0)), Some(Some(State(country.0))));
        }
        // Free in association with the United States, and countries of their own.
        for letters in [b"US", b"CA", b"FM", b"MH", b"PW", b"UM"] {
            assert_eq!(Country(*letters).as_state(), None);
        }
    }
}
