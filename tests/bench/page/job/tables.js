/** Codes and names that the hand-written checks look up. `zip-tables.js`, made by the bench, holds the large ones. */
"use strict";

const CURRENCIES = new Map(
  "USD CAD MXN BRL GBP EUR SEK PLN TRY AED SAR EGP INR SGD AUD ZAR CNY HKD COP CHF"
    .split(" ")
    .map((code) => [code, 2])
    .concat(["JPY", "CLP", "KRW"].map((code) => [code, 0])),
);
const COUNTRIES = new Set(
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
  CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
  GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO
  JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR
  MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO
  RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV
  TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW`.split(/\s+/),
);
const STATES = new Map(
  `AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,
  DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,
  KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,
  MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,
  ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,
  TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming,
  AS American Samoa,GU Guam,MP Northern Mariana Islands,PR Puerto Rico,VI Virgin Islands,FM Micronesia,
  MH Marshall Islands,PW Palau,AA Armed Forces Americas,AE Armed Forces Europe,AP Armed Forces Pacific`
    .split(",")
    .map((line) => [line.trim().slice(0, 2), line.trim().slice(3).toLowerCase()]),
);
const STATE_NAMES = new Map([...STATES].map(([code, name]) => [name, code]));

/** ZIP prefix to the states it can lie in. @type {Map<string, Set<string>>} */
const PREFIXES = new Map(ZIP3_STATE.map((state, prefix) => [String(prefix).padStart(3, "0"), new Set([state])]));
for (const line of ZIP3_SHARED) {
  const [prefix, ...others] = line.split(" ");
  for (const state of others) PREFIXES.get(prefix).add(state);
}
/** @type {Map<string, string>} */
const CENTERS = new Map(CENTER_STATE.map((line) => [line.slice(0, 4).trim(), line.slice(4, 6)]));
