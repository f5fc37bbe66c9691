//! Countries, as ISO 3166-1 alpha-2.

use super::{After, Reading, Value};
use crate::findings::Code;

pub(super) const CODES: &[&Code] =
    &[&COUNTRY_MISSING, &COUNTRY_UNKNOWN, &COUNTRY_SPELLED_OUT, &COUNTRY_CANNOT_BE_TOLD];

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

/// A country's two letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Country(pub [u8; 2]);

impl Country {
    pub const US: Country = Country(*b"US");

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
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
