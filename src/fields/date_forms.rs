//! Dates in other forms than ISO 8601: as spreadsheets rewrite them, and as Amazon's payments and tax reports write
//! them, in the language of Seller Central (`amazon-reports.md`, 1.9 to 1.11).
//!
//! Only what is written is told here. Which of two numbers is the month, [`super::date`] decides.

use super::date::{Offset, days_in, parse_offset};

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Written {
    pub day: Day,
    /// Seconds since local midnight.
    pub seconds: Option<u32>,
    pub zone: Zone,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Day {
    /// The month can be told. `respelled`: Amazon does not write it so, spreadsheets do.
    Told { year: u16, month: u8, day: u8, respelled: bool },
    /// Two numbers and a year behind them. `form` is a small number for the way of writing.
    Numbers { first: u8, second: u8, year: u16, form: u8 },
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Zone {
    Absent,
    Known(Offset),
    /// A name that we do not know, or that stands for several zones.
    Unclear,
    /// Something stands where the offset should be.
    Broken,
}

/// The names of the months in English, German, French, Italian and Spanish, whole and shortened.
const MONTHS: [&str; 12] = [
    "jan january januar jänner janvier janv gennaio gen enero ene",
    "feb february februar février févr fév fevr febbraio febrero",
    "mar march märz mär mrz mars marzo",
    "apr april avril avr aprile abril abr",
    "may mai maggio mag mayo",
    "jun june juni juin giugno giu junio",
    "jul july juli juillet juil luglio lug julio",
    "aug august août aout agosto ago",
    "sep sept september septembre settembre set septiembre setiembre",
    "oct october oktober okt octobre ottobre ott octubre",
    "nov november novembre noviembre",
    "dec december dezember dez décembre déc dicembre dic diciembre",
];

/// Hours from UTC, in quarters. Not here, because they stand for several zones: CST (Chicago, China), IST (India,
/// Ireland, Israel), AST (Halifax, Riyadh).
const ZONES: &[(&str, i16)] = &[
    ("UTC", 0),
    ("GMT", 0),
    ("Z", 0),
    ("WET", 0),
    ("PST", -32),
    ("PDT", -28),
    ("MST", -28),
    ("MDT", -24),
    ("CDT", -20),
    ("EST", -20),
    ("EDT", -16),
    ("AKST", -36),
    ("AKDT", -32),
    ("HST", -40),
    ("BRT", -12),
    ("BST", 4),
    ("WEST", 4),
    ("CET", 4),
    ("MEZ", 4),
    ("CEST", 8),
    ("MESZ", 8),
    ("EET", 8),
    ("SAST", 8),
    ("EEST", 12),
    ("TRT", 12),
    ("GST", 16),
    ("SGT", 32),
    ("JST", 36),
    ("AEST", 40),
    ("AEDT", 44),
];

pub(super) fn parse(text: &[u8]) -> Option<Written> {
    let mut scan = Scan(text);
    let day = scan.day()?;
    scan.blanks();
    let before = scan.chinese_half();
    let (seconds, zone) = match scan.0 {
        [b'0'..=b'9', ..] => (Some(scan.time(before)?), scan.zone()?),
        // A time in ISO 8601 without its seconds is one that was cut short.
        [b'T', _, _, b':', _, _, b':', ..] => {
            scan.0 = scan.0.get(1..)?;
            (Some(scan.time(before)?), scan.zone()?)
        }
        _ if before.is_some() => return None,
        // The Sales Tax report sets a plus before the time, and before the zone of a bare date.
        [b'+', time @ ..] => match (Scan(time).whole_time(), scan.zone()) {
            (Some(seconds), _) => (Some(seconds), Zone::Absent),
            (None, zone) => (None, zone?),
        },
        _ => (None, scan.zone()?),
    };
    let day = match day {
        // Amazon writes a Japanese date so, with its zone; a spreadsheet does not know the zone.
        Day::Told { year, month, day, respelled } => {
            let respelled = respelled && zone == Zone::Absent && before.is_none();
            (1..=12).contains(&month).then_some(())?;
            (day > 0 && u16::from(day) <= days_in(year, u16::from(month))).then_some(())?;
            Day::Told { year, month, day, respelled }
        }
        numbers => numbers,
    };
    Some(Written { day, seconds, zone })
}

/// A number of days since 1899 or 1904, as a spreadsheet keeps dates: from 1982 to 2068, with or without a time.
pub(super) fn is_serial_number(text: &[u8]) -> bool {
    let (days, rest) = text.split_at_checked(5).unwrap_or_default();
    let is_fraction = match rest {
        [] => true,
        [b'.' | b',', digits @ ..] => !digits.is_empty() && digits.iter().all(u8::is_ascii_digit),
        _ => false,
    };
    is_fraction && days.iter().all(u8::is_ascii_digit) && (b"30000".as_slice()..=b"60000").contains(&days)
}

/// What is left of the text. Its steps are kept from being copied into each other, for a date in another form is
/// seldom and a download is not.
struct Scan<'a>(&'a [u8]);

#[derive(Clone, Copy, PartialEq)]
enum Half {
    Morning,
    Afternoon,
}

impl<'a> Scan<'a> {
    #[inline(never)]
    fn eat(&mut self, start: &[u8]) -> bool {
        let rest = self.0.strip_prefix(start);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    /// Blanks, no-break and narrow, and commas.
    #[inline(never)]
    fn blanks(&mut self) -> bool {
        let before = self.0.len();
        while self.eat(b" ") || self.eat(b",") || self.eat(b"\xC2\xA0") || self.eat(b"\xE2\x80\xAF") {}
        self.0.len() < before
    }

    /// A number of at most four digits, and how many there were.
    #[inline(never)]
    fn number(&mut self) -> Option<(u16, usize)> {
        let length = self.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, rest) = self.0.split_at_checked(length)?;
        if !(1..=4).contains(&length) {
            return None;
        }
        self.0 = rest;
        Some((digits.iter().fold(0, |number, digit| number * 10 + u16::from(digit - b'0')), length))
    }

    /// A number of one or two digits.
    #[inline(never)]
    fn short(&mut self) -> Option<u8> {
        self.number().filter(|&(_, length)| length <= 2).map(|(number, _)| number as u8)
    }

    fn year(&mut self) -> Option<(u16, usize)> {
        match self.number()? {
            (year, 2) => Some((2000 + year, 2)),
            (year, 4) => Some((year, 4)),
            _ => None,
        }
    }

    /// Letters of any script, with the point that shortens them.
    #[inline(never)]
    fn word(&mut self) -> &'a [u8] {
        let is_letter = |byte: &u8| byte.is_ascii_alphabetic() || *byte >= 0x80 || *byte == b'.';
        let mut length = self.0.iter().take_while(|byte| is_letter(byte)).count();
        for blank in [b"\xC2\xA0".as_slice(), b"\xE2\x80\xAF"] {
            let at = self.0.windows(blank.len()).position(|window| window == blank);
            length = length.min(at.unwrap_or(length));
        }
        let (word, rest) = self.0.split_at_checked(length).unwrap_or_default();
        self.0 = rest;
        word
    }

    #[inline(never)]
    fn month(&mut self) -> Option<u8> {
        let word = self.word();
        let word = word.strip_suffix(b".").unwrap_or(word);
        let is_word = |name: &[u8]| name.eq_ignore_ascii_case(word);
        let found = MONTHS.iter().position(|names| names.as_bytes().split(|b| *b == b' ').any(is_word))?;
        Some(found as u8 + 1)
    }

    fn day(&mut self) -> Option<Day> {
        if !self.0.first()?.is_ascii_digit() {
            let month = self.month()?;
            self.blanks();
            let day = self.short()?;
            self.blanks().then_some(())?;
            let (year, _) = self.year().filter(|&(_, length)| length == 4)?;
            return Some(Day::Told { year, month, day, respelled: false });
        }
        let (first, length) = self.number()?;
        if length == 4 {
            return self.after_year(first);
        }
        let first = (length <= 2).then_some(first as u8)?;
        match self.0 {
            [separator @ (b'/' | b'-' | b'.'), b'0'..=b'9', ..] => self.after_number(first, *separator),
            _ => {
                // `15-Mar-26` is a spreadsheet's.
                let hyphen = self.eat(b"-");
                self.eat(b".");
                self.skip_of();
                let month = self.month()?;
                let _ = self.eat(b"-");
                self.skip_of();
                let (year, length) = self.year()?;
                (hyphen || length == 4).then_some(())?;
                Some(Day::Told { year, month, day: first, respelled: hyphen })
            }
        }
    }

    /// The Spanish `de` between day, month and year.
    #[inline(never)]
    fn skip_of(&mut self) {
        self.blanks();
        if self.eat(b"de ") {
            self.blanks();
        }
    }

    fn after_year(&mut self, year: u16) -> Option<Day> {
        if self.eat("年".as_bytes()) {
            let month = self.short()?;
            self.eat("月".as_bytes()).then_some(())?;
            let day = self.short()?;
            self.eat("日".as_bytes()).then_some(())?;
            return Some(Day::Told { year, month, day, respelled: false });
        }
        let separator = *self.0.first()?;
        matches!(separator, b'/' | b'-' | b'.').then_some(())?;
        self.eat(&[separator]);
        let (month, month_length) = self.number()?;
        self.eat(&[separator]).then_some(())?;
        let (day, day_length) = self.number()?;
        (month_length <= 2 && day_length <= 2).then_some(())?;
        let respelled = separator != b'-' || month_length + day_length < 4;
        Some(Day::Told { year, month: month as u8, day: day as u8, respelled })
    }

    fn after_number(&mut self, first: u8, separator: u8) -> Option<Day> {
        self.eat(&[separator]);
        let second = self.short()?;
        self.eat(&[separator]).then_some(())?;
        let (year, length) = self.year()?;
        let form = match separator {
            // Whole years behind points are written in countries that name the day first, Amazon's reports too.
            b'.' if length == 4 => {
                return Some(Day::Told { year, month: second, day: first, respelled: false });
            }
            b'/' => 0,
            b'-' => 2,
            _ => 4,
        };
        Some(Day::Numbers { first, second, year, form: form + u8::from(length == 4) })
    }

    fn chinese_half(&mut self) -> Option<Half> {
        let half = if self.eat("上午".as_bytes()) {
            Half::Morning
        } else if self.eat("下午".as_bytes()) {
            Half::Afternoon
        } else {
            return None;
        };
        self.blanks();
        Some(half)
    }

    fn time(&mut self, half: Option<Half>) -> Option<u32> {
        let hours = self.short()?;
        self.eat(b":").then_some(())?;
        let minutes = self.two_digits()?;
        let seconds = if self.eat(b":") { self.two_digits()? } else { 0 };
        self.blanks();
        let half = half.or_else(|| self.half());
        let hours = match half {
            None => (hours <= 23).then_some(hours)?,
            Some(half) if (1..=12).contains(&hours) => {
                hours % 12 + if half == Half::Afternoon { 12 } else { 0 }
            }
            Some(_) => return None,
        };
        Some(u32::from(hours) * 3600 + u32::from(minutes) * 60 + u32::from(seconds))
    }

    /// `16:04:45` and nothing else.
    fn whole_time(mut self) -> Option<u32> {
        let has_seconds = self.0.len() == 8;
        self.time(None).filter(|_| has_seconds && self.0.is_empty())
    }

    #[inline(never)]
    fn two_digits(&mut self) -> Option<u8> {
        self.number().filter(|&(number, length)| length == 2 && number < 60).map(|(number, _)| number as u8)
    }

    /// `AM`, `pm`, `a.m.`
    fn half(&mut self) -> Option<Half> {
        let mut ahead = Scan(self.0);
        let word = ahead.word();
        let is = |names: [&str; 3]| names.iter().any(|name| name.as_bytes().eq_ignore_ascii_case(word));
        let half = if is(["am", "a.m.", "a.m"]) {
            Half::Morning
        } else if is(["pm", "p.m.", "p.m"]) {
            Half::Afternoon
        } else {
            return None;
        };
        self.0 = ahead.0;
        Some(half)
    }

    /// All that is left must be a zone.
    fn zone(&mut self) -> Option<Zone> {
        self.blanks();
        let is_letter = |byte: &u8| byte.is_ascii_alphabetic();
        let name = self.0.iter().take_while(|byte| is_letter(byte)).count();
        let (name, rest) = self.0.split_at_checked(name)?;
        match (name, rest) {
            ([], []) => Some(Zone::Absent),
            ([], [b'+' | b'-', ..]) => Some(offset(rest)).filter(|_| rest.len() <= 8),
            (b"UTC" | b"GMT", [b'+' | b'-', ..]) => Some(offset(rest)).filter(|_| rest.len() <= 6),
            (_, []) if name.len() <= 5 => {
                let found = ZONES.iter().find(|(zone, _)| zone.as_bytes().eq_ignore_ascii_case(name));
                Some(found.map_or(Zone::Unclear, |(_, quarters)| match quarters {
                    0 => Zone::Known(Offset::Z),
                    _ => Zone::Known(Offset::Minutes(quarters * 15)),
                }))
            }
            _ => None,
        }
    }
}

/// `-07:00`, `-0700`, `-07` or `-7`.
fn offset(text: &[u8]) -> Zone {
    let whole = match *text {
        [sign, h] => [sign, b'0', h, b':', b'0', b'0'],
        [sign, h1, h2] => [sign, h1, h2, b':', b'0', b'0'],
        [sign, h1, h2, m1, m2] => [sign, h1, h2, b':', m1, m2],
        [sign, h1, h2, b':', m1, m2] => [sign, h1, h2, b':', m1, m2],
        _ => return Zone::Broken,
    };
    parse_offset(&whole).map_or(Zone::Broken, Zone::Known)
}
