//! Dates as Amazon's order reports write them: ISO 8601 with an offset, `2026-03-31T23:59:58-07:00`.
//!
//! The offset is kept. A sale is filed under its local date, and 2026-02-28T23:00-05:00 is a sale of February,
//! whatever UTC says.

use super::{After, Conventions, Reading, Survey, Value, text::put};
use crate::findings::Code;

pub(super) const CODES: &[&Code] =
    &[&DATE_MISSING, &DATE_UNREADABLE, &DATE_REWRITTEN, &DATE_WITHOUT_OFFSET, &DATE_WITH_BLANKS];

pub static DATE_MISSING: Code = Code::error("date-missing")
    .what("The record has no date.")
    .why("The date decides in which month the tax is filed.")
    .fix("Download the report again. If the date is missing there too, leave the record out.")
    .fixed();

pub static DATE_UNREADABLE: Code = Code::error("date-unreadable")
    .what("A date is not one that the calendar has, or it is cut short.")
    .why("The date decides in which month the tax is filed, so we do not guess it.")
    .fix("Look at the record. If its cells stand in the wrong columns, download the report again.")
    .fixed();

pub static DATE_REWRITTEN: Code = Code::error("date-rewritten-by-spreadsheet")
    .what("A spreadsheet rewrote the date, for example as 06/07/22.")
    .why("It can be read as 6 July or as June 7, which may be two different filing periods, and the time is gone.")
    .fix("Download the report again from Seller Central and choose the downloaded file itself, without opening it in Excel.")
    .fixed();

pub static DATE_WITHOUT_OFFSET: Code = Code::warning("date-without-offset")
    .what("A date does not say in which time zone it is.")
    .why("Near midnight at the end of a month, the time zone decides the month. We take the date as it is written.")
    .fix("Nothing, if your other records look the same. Else download the report again.");

pub static DATE_WITH_BLANKS: Code = Code::repair("date-with-blanks")
    .what("A date had blanks inside, such as 2026-01-31T18:53:56+ 00 :00.")
    .why("Tax services read dates letter by letter and would stop at the blank.")
    .fix("Nothing to do: the blanks were taken out.");

/// A moment as the report wrote it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Date<'a> {
    pub year: u16,
    pub month: u8,
    pub day: u8,
    /// Seconds since local midnight; `None` for a bare date.
    seconds: Option<u32>,
    offset: Offset,
    /// The text, where it is already written as it should be.
    canonical: Option<&'a [u8]>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Offset {
    None,
    Z,
    Minutes(i16),
}

impl Date<'_> {
    /// The other reading of a date whose order is open: day and month change places.
    pub fn day_first(self) -> Self {
        Date { month: self.day, day: self.month, ..self }
    }

    /// Days since 1970-01-01, by the date as written.
    pub fn day_number(&self) -> i32 {
        day_number(self.year, self.month, self.day)
    }

    /// Seconds since 1970 in UTC. What the report leaves out counts as midnight, and as UTC.
    pub fn instant(&self) -> i64 {
        let offset = match self.offset {
            Offset::Minutes(minutes) => i64::from(minutes) * 60,
            Offset::None | Offset::Z => 0,
        };
        i64::from(self.day_number()) * 86_400 + i64::from(self.seconds.unwrap_or(0)) - offset
    }

    pub fn has_time(&self) -> bool {
        self.seconds.is_some()
    }

    /// ISO 8601 with the offset that the report gave.
    pub fn write(&self, out: &mut Vec<u8>) {
        if let Some(text) = self.canonical {
            return put(text, out);
        }
        self.write_day(out);
        let Some(seconds) = self.seconds else { return };
        out.push(b'T');
        two_digits(seconds / 3600, out);
        out.push(b':');
        two_digits(seconds / 60 % 60, out);
        out.push(b':');
        two_digits(seconds % 60, out);
        match self.offset {
            Offset::None => {}
            Offset::Z => out.push(b'Z'),
            Offset::Minutes(minutes) => {
                out.push(if minutes < 0 { b'-' } else { b'+' });
                two_digits(u32::from(minutes.unsigned_abs()) / 60, out);
                out.push(b':');
                two_digits(u32::from(minutes.unsigned_abs()) % 60, out);
            }
        }
    }

    /// `YYYY-MM-DD`, the local date.
    pub fn write_day(&self, out: &mut Vec<u8>) {
        write_day(self.year, self.month, self.day, out);
    }
}

/// `YYYY-MM-DD`.
pub fn write_day(year: u16, month: u8, day: u8, out: &mut Vec<u8>) {
    let [a, b] = digits(u32::from(year) / 100);
    let [c, d] = digits(u32::from(year) % 100);
    let ([e, f], [g, h]) = (digits(u32::from(month)), digits(u32::from(day)));
    out.extend_from_slice(&[a, b, c, d, b'-', e, f, b'-', g, h]);
}

fn digits(number: u32) -> [u8; 2] {
    [b'0' + (number / 10 % 10) as u8, b'0' + (number % 10) as u8]
}

fn two_digits(number: u32, out: &mut Vec<u8>) {
    out.extend_from_slice(&digits(number));
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar, counted in years that begin in March, so that
/// the leap day comes last.
pub fn day_number(year: u16, month: u8, day: u8) -> i32 {
    let (month, day) = (i32::from(month), i32::from(day));
    let year = i32::from(year) - i32::from(month <= 2);
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - 719_468
}

/// The inverse of [`day_number`], for days since the year 0.
pub fn from_day_number(days: i32) -> (u16, u8, u8) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    let year = era * 400 + year_of_era + i32::from(month <= 2);
    (year as u16, month as u8, day as u8)
}

/// A date as the payload has it, and nothing else.
pub fn read_iso(text: &[u8]) -> Option<Date<'_>> {
    parse(text).map(|date| Date { canonical: Some(text), ..date })
}

/// `column` is the column's number among the dates, for conventions and survey.
pub fn read<'a>(
    text: &'a [u8],
    column: usize,
    conventions: &Conventions,
    survey: &mut Survey,
) -> Reading<'a> {
    let _ = (column, conventions, survey);
    if text.is_empty() {
        return Reading { value: Value::Absent, ..Reading::bad(&DATE_MISSING) };
    }
    if let Some(date) = parse(text) {
        return judge_offset(Date { canonical: Some(text), ..date });
    }
    // The blanks that Amazon's own page shows inside offsets, and a blank where the T should be.
    let mut tight = [0; 32];
    let mut length = 0;
    for (index, &byte) in text.iter().enumerate() {
        let byte = if byte == b' ' && index == 10 { b'T' } else { byte };
        if byte == b' ' {
            continue;
        }
        let Some(to) = tight.get_mut(length) else { return Reading::bad(&DATE_UNREADABLE) };
        *to = byte;
        length += 1;
    }
    let tight = tight.get(..length).unwrap_or_default();
    match parse(tight) {
        Some(date) => {
            let date = Date { canonical: None, ..date };
            Reading::repaired(Value::Date(date), &DATE_WITH_BLANKS, After::short(tight))
        }
        None if is_rewritten(text) => Reading::bad(&DATE_REWRITTEN),
        None => Reading::bad(&DATE_UNREADABLE),
    }
}

fn judge_offset(date: Date<'_>) -> Reading<'_> {
    match date.offset {
        Offset::None if date.has_time() => Reading::remarked(Value::Date(date), &DATE_WITHOUT_OFFSET),
        _ => Reading::good(Value::Date(date)),
    }
}

/// `YYYY-MM-DD`, or with `THH:MM:SS`, and then with nothing, `Z` or `±HH:MM`.
fn parse(text: &[u8]) -> Option<Date<'static>> {
    let (day, time) = text.split_at_checked(10)?;
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = day else { return None };
    let year = number(y1, y2)? * 100 + number(y3, y4)?;
    let (month, day) = (number(m1, m2)?, number(d1, d2)?);
    if !(1..=12).contains(&month) || day == 0 || day > days_in(year, month) {
        return None;
    }
    let (seconds, offset) = match time {
        [] => (None, Offset::None),
        [b'T', h1, h2, b':', m1, m2, b':', s1, s2, rest @ ..] => {
            let (hours, minutes, seconds) = (number(*h1, *h2)?, number(*m1, *m2)?, number(*s1, *s2)?);
            if hours > 23 || minutes > 59 || seconds > 59 {
                return None;
            }
            (
                Some(u32::from(hours) * 3600 + u32::from(minutes) * 60 + u32::from(seconds)),
                parse_offset(rest)?,
            )
        }
        _ => return None,
    };
    Some(Date { year, month: month as u8, day: day as u8, seconds, offset, canonical: None })
}

fn parse_offset(text: &[u8]) -> Option<Offset> {
    match text {
        [] => Some(Offset::None),
        [b'Z'] => Some(Offset::Z),
        &[sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            let (hours, minutes) = (number(h1, h2)?, number(m1, m2)?);
            if hours > 14 || minutes > 59 {
                return None;
            }
            let minutes = (hours * 60 + minutes) as i16;
            Some(Offset::Minutes(if sign == b'-' { -minutes } else { minutes }))
        }
        _ => None,
    }
}

fn number(tens: u8, ones: u8) -> Option<u16> {
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    (tens < 10 && ones < 10).then_some(u16::from(tens) * 10 + u16::from(ones))
}

fn days_in(year: u16, month: u16) -> u16 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

/// `06/07/22`, `5-13-2022 0:00`, `24.06.2026`: digits in three groups, the first short.
fn is_rewritten(text: &[u8]) -> bool {
    let date = text.split(|&byte| byte == b' ').next().unwrap_or_default();
    let mut groups = date.split(|byte| matches!(byte, b'/' | b'-' | b'.'));
    let mut group = |longest: usize| {
        groups.next().is_some_and(|g| (1..=longest).contains(&g.len()) && g.iter().all(u8::is_ascii_digit))
    };
    group(2) && group(2) && group(4) && groups.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slug(text: &str) -> Option<&'static str> {
        read(text.as_bytes(), 0, &Conventions::default(), &mut Survey::default())
            .remark
            .map(|remark| remark.code.slug)
    }

    #[test]
    fn reads_what_amazon_writes() {
        for good in
            ["2012-07-14T18:53:56+00:00", "2026-03-31T23:59:58-07:00", "2024-02-29T00:00:00Z", "2026-01-31"]
        {
            assert_eq!(slug(good), None, "{good}");
        }
        assert_eq!(slug("2026-01-31T18:53:56"), Some("date-without-offset"));
        assert_eq!(slug("2026-01-31T18:53:56+ 00 :00"), Some("date-with-blanks"));
        assert_eq!(slug("2026-01-31 18:53:56+00:00"), Some("date-with-blanks"));
        for bad in [
            "2026-02-29",
            "2026-13-01",
            "2026-01-31T24:00:00Z",
            "2026-01-31T18:53:56+00e00",
            "2026-01",
            "soon",
        ] {
            assert_eq!(slug(bad), Some("date-unreadable"), "{bad}");
        }
        for rewritten in ["06/07/22", "5-13-2022 0:00", "24.06.2026"] {
            assert_eq!(slug(rewritten), Some("date-rewritten-by-spreadsheet"), "{rewritten}");
        }
    }

    #[test]
    fn days_go_there_and_back() {
        for days in (-719_468 + 366..80_000).step_by(17) {
            let (year, month, day) = from_day_number(days);
            assert_eq!(day_number(year, month, day), days);
        }
        assert_eq!(day_number(1970, 1, 1), 0);
        assert_eq!(day_number(2026, 3, 1), 20_513);
    }

    #[test]
    fn instants_know_their_offset() {
        let date = read_iso(b"2025-02-28T23:00:00-05:00").expect("a date");
        assert_eq!(date.instant(), 1_740_801_600);
        assert_eq!(date.month, 2);
    }
}
pub static DATE_ORDER_OPEN: Code = Code::error("date-order-open").what("x.").why("x.").fix("x.");
