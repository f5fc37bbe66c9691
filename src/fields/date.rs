//! Dates as Amazon's order reports write them: ISO 8601 with an offset, `2026-03-31T23:59:58-07:00`.
//!
//! Other forms are read too (`date_forms`), but a date in one of them that a spreadsheet has made is
//! decided over its whole column: a column of dates, read a cell at a time, would be guessed a cell at a time.
//!
//! The offset is kept. A sale is filed under its local date, and 2026-02-28T23:00-05:00 is a sale of February,
//! whatever UTC says.

use super::date_forms::{self, Day, Written, Zone};
use super::{After, Conventions, DateOrder, Reading, Survey, Value, text::put};
use crate::findings::Code;

pub(super) const CODES: &[&Code] = &[
    &DATE_MISSING,
    &DATE_UNREADABLE,
    &DATE_REWRITTEN,
    &DATE_ORDER_OPEN,
    &DATE_ORDER_DECIDED,
    &DATE_IS_SERIAL_NUMBER,
    &DATE_OFFSET_BROKEN,
    &DATE_WITHOUT_OFFSET,
    &DATE_WITH_BLANKS,
];

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
    .what("A spreadsheet rewrote the date, and the column's other dates do not tell how.")
    .why("06/07/22 can be 6 July or June 7, which may be two filing periods. In this column dates are written in more than one way, or no such day exists.")
    .fix("Download the report again from Seller Central and choose the downloaded file itself, without opening it in Excel.")
    .fixed()
    .sign();

pub static DATE_ORDER_OPEN: Code = Code::error("date-order-open")
    .what("A spreadsheet rewrote the dates, such as 06/07/22, and none of them tells whether the month or the day stands first.")
    .why("The two readings may be two filing periods. No date in the column has a day above 12, which would tell.")
    .fix("Answer the question that is asked here about the order. Better still, download the report again and choose that file, without opening it in Excel.")
    .fixed()
    .sign();

pub static DATE_ORDER_DECIDED: Code = Code::repair("date-order-decided")
    .what("A spreadsheet rewrote the date, such as 5/13/2022.")
    .why("Tax services want the year first. What the spreadsheet took away, such as the seconds or the time zone, is gone.")
    .fix("Nothing to do: the order of day and month is certain, from the column's other dates or from your answer, and each date was written with its year first. A fresh download also has the time zone.")
    .sign();

pub static DATE_IS_SERIAL_NUMBER: Code = Code::error("date-is-serial-number")
    .what("A number such as 46112 stands where a date should be.")
    .why("Spreadsheets count days, some from 1900 and some from 1904, and the number does not say which.")
    .fix("Download the report again from Seller Central and choose the downloaded file itself, without opening it in Excel.")
    .fixed()
    .sign();

pub static DATE_OFFSET_BROKEN: Code = Code::warning("date-offset-broken")
    .what("Something else stands where a date's time zone should be, such as +00e00.")
    .why("Near midnight at the end of a month, the time zone decides the month. We take the date and the time as they are written.")
    .fix("Nothing, if it is a few records. If it is many, download the report again.");

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
pub(super) enum Offset {
    None,
    Z,
    Minutes(i16),
}

impl<'a> Date<'a> {
    /// As the payload writes it, if there is such a day. `offset` in minutes.
    pub(super) fn written(text: &'a [u8], day: [u16; 3], seconds: u32, offset: i16) -> Option<Self> {
        let [year, month, day] = day;
        if !(1..=12).contains(&month) || day == 0 || (day > 28 && day > days_in(year, month)) {
            return None;
        }
        let (month, day) = (month as u8, day as u8);
        let offset = Offset::Minutes(offset);
        Some(Date { year, month, day, seconds: Some(seconds), offset, canonical: Some(text) })
    }
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
        self.instant_on(self.day_number())
    }

    /// The same, of whose day the number is known.
    pub fn instant_on(&self, day: i32) -> i64 {
        let offset = match self.offset {
            Offset::Minutes(minutes) => i64::from(minutes) * 60,
            Offset::None | Offset::Z => 0,
        };
        i64::from(day) * 86_400 + i64::from(self.seconds.unwrap_or(0)) - offset
    }

    /// Whether it was before the other, as far as that can be told without reckoning with time zones.
    pub fn is_surely_before(&self, other: &Date<'_>) -> bool {
        let at = |date: &Date<'_>| (date.year, date.month, date.day, date.seconds);
        self.offset == other.offset && at(self) < at(other)
    }

    /// Whether it lies in another month by UTC than as written.
    pub fn has_another_month_in_utc(&self) -> bool {
        // An offset is less than a day: only the ends of a month can lie in another one.
        if (2..28).contains(&self.day) || !matches!(self.offset, Offset::Minutes(_)) {
            return false;
        }
        let (year, month, _) = from_day_number(self.instant().div_euclid(86_400) as i32);
        (year, month) != (self.year, self.month)
    }

    /// The text, where it is already written as the payload has it.
    #[inline]
    pub fn text(&self) -> Option<&[u8]> {
        self.canonical
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
    if text.is_empty() {
        return Reading { value: Value::Absent, ..Reading::bad(&DATE_MISSING) };
    }
    match parse(text) {
        Some(date) => judge_offset(Date { canonical: Some(text), ..date }),
        None => read_otherwise(text, column, conventions.date_order(column), survey),
    }
}

/// Dates that are not ISO 8601.
#[cold]
fn read_otherwise<'a>(text: &'a [u8], column: usize, order: DateOrder, survey: &mut Survey) -> Reading<'a> {
    if let Some(reading) = read_without_blanks(text) {
        return reading;
    }
    let Some(Written { day, seconds, zone }) = date_forms::parse(text) else {
        return Reading::bad(if date_forms::is_serial_number(text) {
            &DATE_IS_SERIAL_NUMBER
        } else if is_rewritten(text) {
            &DATE_REWRITTEN
        } else {
            &DATE_UNREADABLE
        });
    };
    let offset = match zone {
        Zone::Known(offset) => offset,
        _ => Offset::None,
    };
    let date = |year, month, day| Date { year, month, day, seconds, offset, canonical: None };
    match day {
        Day::Told { year, month, day, respelled: true } => decided(date(year, month, day)),
        Day::Told { year, month, day, respelled: false } => match (date(year, month, day), zone) {
            (date, Zone::Broken) => Reading::remarked(Value::Date(date), &DATE_OFFSET_BROKEN),
            (date, Zone::Unclear) => Reading::remarked(Value::Date(date), &DATE_WITHOUT_OFFSET),
            (date, _) => judge_offset(date),
        },
        Day::Numbers { first, second, year, form } => {
            let month_first = exists(year, first, second).then(|| date(year, first, second));
            let day_first = exists(year, second, first).then(|| date(year, second, first));
            let decides = match (month_first, day_first) {
                (None, None) => return Reading::bad(&DATE_REWRITTEN),
                (Some(_), None) => Some(DateOrder::MonthFirst),
                (None, Some(_)) => Some(DateOrder::DayFirst),
                (Some(_), Some(_)) => (first != second).then_some(DateOrder::Open),
            };
            survey.note_date(column, form, decides);
            let date = match order {
                DateOrder::MonthFirst => month_first,
                DateOrder::DayFirst => day_first,
                DateOrder::Hopeless => None,
                DateOrder::Open => match (month_first, day_first) {
                    (Some(date), Some(_)) if first != second => {
                        return Reading::remarked(Value::OpenDate(date), &DATE_ORDER_OPEN);
                    }
                    (date, None) | (None, date) | (date, _) => date,
                },
            };
            date.map_or(Reading::bad(&DATE_REWRITTEN), decided)
        }
    }
}

/// The blanks that Amazon's own page shows inside offsets, and a blank where the T should be.
fn read_without_blanks(text: &[u8]) -> Option<Reading<'_>> {
    let mut tight = [0; 32];
    let mut length = 0;
    for (index, &byte) in text.iter().enumerate() {
        let byte = if byte == b' ' && index == 10 { b'T' } else { byte };
        if byte == b' ' {
            continue;
        }
        *tight.get_mut(length)? = byte;
        length += 1;
    }
    let tight = tight.get(..length)?;
    let date = parse(tight)?;
    Some(Reading::repaired(Value::Date(date), &DATE_WITH_BLANKS, After::short(tight)))
}

fn decided(date: Date<'static>) -> Reading<'static> {
    let mut text = Vec::with_capacity(25);
    date.write(&mut text);
    Reading::repaired(Value::Date(date), &DATE_ORDER_DECIDED, After::short(&text))
}

fn exists(year: u16, month: u8, day: u8) -> bool {
    (1..=12).contains(&month) && day > 0 && u16::from(day) <= days_in(year, month.into())
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

pub(super) fn parse_offset(text: &[u8]) -> Option<Offset> {
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

pub(super) fn days_in(year: u16, month: u16) -> u16 {
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

    fn read_as(text: &str, order: DateOrder) -> (Reading<'_>, Survey) {
        let (mut conventions, mut survey) = (Conventions::default(), Survey::default());
        conventions.set_date_order(0, order);
        (read(text.as_bytes(), 0, &conventions, &mut survey), survey)
    }

    fn slug(text: &str) -> Option<&'static str> {
        read_as(text, DateOrder::Open).0.remark.map(|remark| remark.code.slug)
    }

    /// The date as it is sent, and with what remark.
    fn written(text: &str, order: DateOrder) -> (String, Option<&'static str>) {
        let reading = read_as(text, order).0;
        let mut out = Vec::new();
        if let Value::Date(date) = reading.value {
            date.write(&mut out);
        }
        (String::from_utf8(out).expect("a date is text"), reading.remark.map(|remark| remark.code.slug))
    }

    #[test]
    fn reads_what_amazon_writes() {
        for good in
            ["2012-07-14T18:53:56+00:00", "2026-03-31T23:59:58-07:00", "2024-02-29T00:00:00Z", "2026-01-31"]
        {
            let (reading, survey) = read_as(good, DateOrder::Open);
            assert_eq!((reading.remark, survey), (None, Survey::default()), "{good}");
        }
        assert_eq!(slug("2026-01-31T18:53:56"), Some("date-without-offset"));
        assert_eq!(slug("2026-01-31T18:53:56+ 00 :00"), Some("date-with-blanks"));
        assert_eq!(slug("2026-01-31 18:53:56+00:00"), Some("date-with-blanks"));
        for bad in [
            "2026-02-29",
            "2026-13-01",
            "2026-01-31T24:00:00Z",
            "2026-01",
            "2026-03-31T10:00",
            "2026-03-31T1",
            "soon",
            "Foo 1, 2017",
            "Dec 32, 2017",
            "Dec 1, 2017 13:00:00 PM PST",
            "Dec 1, 2017 12:60:00 PST",
            "2026年2月",
            "2026年2月30日",
            "下午3:21:05",
            "2026/2/13 上午",
            "1 Jul 2026 4:24:44 am UTC and more",
            "24.06.2026 12:30:00 UTC+",
            "12",
            "1/2",
            "1/2/3/4",
        ] {
            let slug = slug(bad);
            assert!(matches!(slug, Some("date-unreadable" | "date-offset-broken")), "{bad}: {slug:?}");
        }
    }

    /// Where each form was seen stands in `amazon-reports.md`, 1.9 and 1.10.
    #[test]
    fn reads_what_payments_and_tax_reports_write() {
        for (text, iso) in [
            ("Dec 1, 2017 12:38:23 AM PST", "2017-12-01T00:38:23-08:00"),
            ("December 1, 2017 12:38:23 PM PDT", "2017-12-01T12:38:23-07:00"),
            ("Sept 9, 2025 1:02:03 a.m. PDT", "2025-09-09T01:02:03-07:00"),
            ("Sep. 9, 2025 1:02:03 p.m. EDT", "2025-09-09T13:02:03-04:00"),
            ("15 Mar 2026 3:22:08 PM UTC", "2026-03-15T15:22:08Z"),
            ("1 Jul 2026 4:24:44 am UTC", "2026-07-01T04:24:44Z"),
            ("1 Jul 2026 4:24:44\u{202f}am UTC", "2026-07-01T04:24:44Z"),
            ("2026/02/13 3:21:05 JST", "2026-02-13T03:21:05+09:00"),
            ("2026/02/13 3:21:05JST", "2026-02-13T03:21:05+09:00"),
            ("24.06.2026 12:30:00 UTC", "2026-06-24T12:30:00Z"),
            ("24.06.2026", "2026-06-24"),
            ("1.6.2026 07:08:09 GMT+02:00", "2026-06-01T07:08:09+02:00"),
            ("1.6.2026 07:08:09 UTC-7", "2026-06-01T07:08:09-07:00"),
            ("2026年2月13日 下午3:21:05 PST", "2026-02-13T15:21:05-08:00"),
            ("2026年2月13日 上午12:21:05 PST", "2026-02-13T00:21:05-08:00"),
            ("2026年2月13日", "2026-02-13"),
            ("1 déc. 2017 23:00:00 UTC", "2017-12-01T23:00:00Z"),
            ("1 dic 2017", "2017-12-01"),
            ("1 de dic. de 2017", "2017-12-01"),
            ("3. Mär. 2026 12:00:00 MEZ", "2026-03-03T12:00:00+01:00"),
            ("12 août 2026 12:00:00 CEST", "2026-08-12T12:00:00+02:00"),
            ("2 giu 2026", "2026-06-02"),
            ("2026-08-12 PDT", "2026-08-12"),
            ("2026-06-17 08:14:22 UTC", "2026-06-17T08:14:22Z"),
            ("2021-10-28+00:00", "2021-10-28"),
            ("2021-10-28-07:00", "2021-10-28"),
        ] {
            assert_eq!(written(text, DateOrder::Open), (iso.to_owned(), None), "{text}");
        }
        for (text, iso) in [
            // A time, not a zone.
            ("2021-10-28+16:04:45", "2021-10-28T16:04:45"),
            ("2026/2/13 上午3:21:05", "2026-02-13T03:21:05"),
            // Chicago or China.
            ("Dec 1, 2017 12:38:23 AM CST", "2017-12-01T00:38:23"),
            ("2026-08-12 XYZ", "2026-08-12"),
            ("24.06.2026 12:30:00", "2026-06-24T12:30:00"),
        ] {
            assert_eq!(
                written(text, DateOrder::Open),
                (iso.to_owned(), Some("date-without-offset")),
                "{text}"
            );
        }
        assert_eq!(
            written("2026-01-31T18:53:56+00e00", DateOrder::Open),
            ("2026-01-31T18:53:56".to_owned(), Some("date-offset-broken"))
        );
    }

    #[test]
    fn rewritten_dates_follow_the_columns_order() {
        use DateOrder::{DayFirst, Hopeless, MonthFirst, Open};
        let decided = |iso: &str| (iso.to_owned(), Some("date-order-decided"));
        let rewritten = (String::new(), Some("date-rewritten-by-spreadsheet"));
        let open = (String::new(), Some("date-order-open"));
        for text in ["06/07/22", "6-7-2022", "06.07.22", "6/7/2022"] {
            assert_eq!(written(text, Open), open, "{text}");
            assert_eq!(written(text, MonthFirst), decided("2022-06-07"), "{text}");
            assert_eq!(written(text, DayFirst), decided("2022-07-06"), "{text}");
            assert_eq!(written(text, Hopeless), rewritten, "{text}");
            assert_eq!(read_as(text, Open).1.open_dates().collect::<Vec<_>>(), [0]);
        }
        for (text, iso) in [
            ("6/7/22 0:00", "2022-06-07T00:00:00"),
            ("6/7/2022 7:23", "2022-06-07T07:23:00"),
            ("6/7/2022 7:23:05", "2022-06-07T07:23:05"),
            ("6/7/2022 7:23 AM", "2022-06-07T07:23:00"),
            ("06-07-22 12:23 pm", "2022-06-07T12:23:00"),
            ("6/7/2022 7:23 PDT", "2022-06-07T07:23:00-07:00"),
        ] {
            assert_eq!(written(text, MonthFirst), decided(iso), "{text}");
        }
        // Those that can be read in one way only, whatever the column says.
        for (text, iso) in [
            ("2022/05/13", "2022-05-13"),
            ("2022/5/3 7:23", "2022-05-03T07:23:00"),
            ("2022-5-3", "2022-05-03"),
            ("13-May-22", "2022-05-13"),
            ("5/5/2022", "2022-05-05"),
        ] {
            assert_eq!(written(text, Open), decided(iso), "{text}");
        }
        assert_eq!(written("5/5/2022", Hopeless), rewritten);
        for text in ["13/13/2022", "2/30/2022", "0/1/2022", "5/13/202", "30.02.2026"] {
            assert_ne!(written(text, MonthFirst).1, Some("date-order-decided"), "{text}");
            assert_eq!(read_as(text, Open).1, Survey::default(), "{text}");
        }
    }

    /// The column decides, and reading it again under what it decided changes nothing more.
    #[test]
    fn a_column_is_read_twice_at_most() {
        for (column, expected) in [
            (&["05/06/22", "05/13/22", "12/01/22"][..], DateOrder::MonthFirst),
            (&["05/06/22", "13/05/22"], DateOrder::DayFirst),
            // As in a real export: a spreadsheet rewrites only what it can read.
            (&["05-13-22", "06/07/22"], DateOrder::Hopeless),
            (&["05/13/22", "06/07/2022"], DateOrder::Hopeless),
            (&["05/13/22", "13/05/22"], DateOrder::Hopeless),
            (&["05/06/22", "07/06/22"], DateOrder::Open),
            (&["2026-01-31", "24.06.2026", "2022/05/13"], DateOrder::Open),
        ] {
            let mut conventions = Conventions::default();
            for _ in 0..2 {
                let mut survey = Survey::default();
                for cell in column {
                    read(cell.as_bytes(), 0, &conventions, &mut survey);
                }
                conventions = survey.conclude(&conventions);
                assert_eq!(conventions.date_order(0), expected, "{column:?}");
            }
        }
    }

    #[test]
    fn serial_numbers_are_no_dates() {
        for text in ["46112", "46112.5", "46112,75"] {
            assert_eq!(slug(text), Some("date-is-serial-number"), "{text}");
        }
        for text in ["29999", "60001", "461125", "4611", "46112."] {
            assert_eq!(slug(text), Some("date-unreadable"), "{text}");
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
