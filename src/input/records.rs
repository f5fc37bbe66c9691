//! Text to records, a piece at a time.
//!
//! Amazon's tab-separated reports are never quoted: a `"` in them is an inch sign or the beginning of a title, and a
//! reader that takes it for a quote swallows the records that follow (selling-partner-api-docs #3460). Separated by
//! commas, semicolons or pipes they are quoted as in RFC 4180, and so is a tab-separated one whose header is.
//!
//! No quote ever swallows a record. It closes only where the cell ends, so that an inner quote that was not doubled
//! is a sign like any other (selling-partner-api-models #4367). And where it runs over a line end, the record must
//! come out as wide as the header, and none of the lines in it may be a record of that width by itself; otherwise
//! the quote is a stray one, and costs its own line.
//!
//! Own code rather than csv-core: a record is cut without copying its cells, blank lines keep their number, and
//! a quote that is never closed costs one line, not the rest of the file. The `csv` crate is the oracle in the
//! tests (`tests/splits.rs`).

use super::blocks::{self, BLOCK};
use crate::findings::Code;
use crate::reports::Cells;

pub static CODES: &[&Code] = &[
    &RECORD_BLANK,
    &RECORD_TOO_LONG,
    &QUOTE_NEVER_CLOSED,
    &RECORD_HAS_NUL,
    &TOO_FEW_CELLS,
    &TOO_MANY_CELLS,
    &RECORD_CUT_OFF,
];

pub static RECORD_BLANK: Code = Code::set_aside("record-blank")
    .what("The line is blank.")
    .why("There is no sale in it.")
    .fix("Nothing to do: the line is counted and not sent.");

pub static RECORD_TOO_LONG: Code = Code::error("record-too-long")
    .what("A line is far longer than any record of this report.")
    .why("Its line end is missing, so several records may have run together in it.")
    .fix("Download the report again from Seller Central.")
    .fixed();

pub static QUOTE_NEVER_CLOSED: Code = Code::error("quote-never-closed")
    .what("A quotation mark opens in this line and is never closed.")
    .why("It cannot be told where the value ends, and so which values follow it.")
    .fix("Download the report again, as .txt if Seller Central offers it.")
    .fixed();

pub static RECORD_HAS_NUL: Code = Code::error("record-has-nul")
    .what("There are zero bytes in the record, which no report of Amazon's has.")
    .why("They are a sign that the file was damaged while it was downloaded or copied.")
    .fix("Download the report again from Seller Central.")
    .fixed();

pub static TOO_FEW_CELLS: Code = Code::error("too-few-cells")
    .what("The record has fewer values than the header has columns.")
    .why("It cannot be told which value belongs to which column.")
    .fix("Download the report again. If a program other than your browser touched the file, leave that step out.")
    .fixed();

pub static TOO_MANY_CELLS: Code = Code::error("too-many-cells")
    .what("The record has more values than the header has columns.")
    .why("A value seems to have been cut in two, so that those after it stand in the wrong columns.")
    .fix(
        "Look at the record. If it is the same in a fresh download, leave it out and enter the sale by hand.",
    )
    .fixed();

pub static RECORD_CUT_OFF: Code = Code::error("record-cut-off")
    .what("The file ends in the middle of a record.")
    .why("The download was broken off, and records are missing after this one.")
    .fix("Download the report again and wait until the download has finished.")
    .fixed();

/// The longest record, in bytes. Amazon's are about 500; the longest known cell, `promotion-ids`, is some
/// thousand. What is longer is no record, and a limit keeps an unclosed quote from eating the file.
pub const LONGEST: usize = 64 * 1024;

/// How cells are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    pub delimiter: u8,
    pub quoted: bool,
    /// How many cells a record has; 0 where that is not known.
    pub width: usize,
}

impl Dialect {
    const fn quoted(delimiter: u8) -> Dialect {
        Dialect { delimiter, quoted: true, width: 0 }
    }

    /// Amazon's own.
    pub const TABS: Dialect = Dialect { delimiter: b'\t', quoted: false, width: 0 };
    pub const COMMAS: Dialect = Dialect::quoted(b',');
    /// All there are; the likeliest first.
    pub const ALL: [Dialect; 5] = [
        Dialect::TABS,
        Dialect::COMMAS,
        Dialect::quoted(b';'),
        Dialect::quoted(b'|'),
        Dialect::quoted(b'\t'),
    ];

    pub fn name(self) -> &'static str {
        match self.delimiter {
            b'\t' => "tab",
            b';' => "semicolon",
            b'|' => "pipe",
            _ => "comma",
        }
    }
}

/// What kind of record it is, as far as its form tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Whole,
    /// The file ends here, without a line end.
    LastWithoutLineEnd,
    /// Nothing in it, or nothing but delimiters and blanks.
    Blank,
    /// Longer than [`LONGEST`]; it has no cells.
    TooLong,
    /// A quote opens in this line and is not closed within [`LONGEST`] bytes or before the file ends; the line
    /// has been cut at its line end, and has no cells.
    UnclosedQuote,
}

/// A record as it was cut.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    pub number: u64,
    pub form: Form,
    pub cells: Cells<'a>,
    pub has_nul: bool,
    /// Where the next record begins, in bytes of all text that was pushed.
    pub end: u64,
}

/// The state between two pieces.
#[derive(Clone, Debug)]
pub struct Records {
    dialect: Dialect,
    /// Text that does not make a record yet.
    carry: Vec<u8>,
    /// The number of the record before the next.
    number: u64,
    /// Bytes of the text that have been cut.
    used: u64,
    /// The rest of a record that was too long is being passed over.
    skipping: bool,
    /// Where the cells of the present record end, as [`Cells`] wants it: the first `cells` and one more.
    ends: Vec<u32>,
    cells: usize,
    /// Where they begin, if there can be quotes around them.
    starts: Vec<u32>,
    unquoted: Vec<u8>,
}

/// What was seen of a line whose quotes are as they should be.
#[derive(Clone, Copy, Debug)]
struct Regular {
    /// There is nothing in it but blanks and signs of ASCII that can be seen.
    plain: bool,
    /// Some cell has doubled quotes.
    doubled: bool,
}

/// One try to cut a record from the beginning of a text.
enum Cut {
    /// The record's bytes without its line end, and where the next one begins.
    Record {
        end: usize,
        next: usize,
        has_line_end: bool,
    },
    TooLong,
    /// The first line alone, given up for its quote.
    UnclosedQuote {
        next: usize,
    },
    NeedMore,
}

impl Records {
    /// The first record will have the number after `number`.
    pub fn new(dialect: Dialect, number: u64) -> Self {
        Records {
            dialect,
            carry: Vec::new(),
            number,
            used: 0,
            skipping: false,
            ends: Vec::new(),
            cells: 0,
            starts: Vec::new(),
            unquoted: Vec::new(),
        }
    }

    /// The next text begins with the record after this number.
    pub fn go_on_behind(&mut self, number: u64) {
        self.number = number;
    }

    /// The number of the record that was given last.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Gives every record that is complete with this piece to `sink`; with `last`, the rest as well.
    pub fn push(&mut self, mut piece: &[u8], last: bool, sink: &mut dyn FnMut(Record<'_>)) {
        while !self.carry.is_empty() {
            let mut joined = std::mem::take(&mut self.carry);
            let carried = joined.len();
            let (head, rest) = piece.split_at(self.reach(piece));
            joined.extend_from_slice(head);
            let used = self.cut_all(&joined, last && rest.is_empty(), sink);
            match used.checked_sub(carried) {
                // The rest of the piece need not be copied.
                Some(used) => {
                    piece = piece.get(used..).unwrap_or_default();
                    joined.clear();
                    self.carry = joined;
                }
                None => {
                    joined.drain(..used);
                    self.carry = joined;
                    if rest.is_empty() {
                        return;
                    }
                    piece = rest;
                }
            }
        }
        let used = self.cut_all(piece, last, sink);
        self.carry.extend_from_slice(piece.get(used..).unwrap_or_default());
    }

    /// How much of a piece can be of a record that began before it.
    fn reach(&self, piece: &[u8]) -> usize {
        let most = (LONGEST + 1).min(piece.len());
        match self.dialect.quoted {
            true => most,
            false => memchr::memchr(b'\n', piece).map_or(most, |end| (end + 1).min(most)),
        }
    }

    /// Cuts what can be cut. Returns how much was used.
    fn cut_all(&mut self, text: &[u8], last: bool, sink: &mut dyn FnMut(Record<'_>)) -> usize {
        let used = self.cut_from(self.used, text, last, sink);
        self.used += used as u64;
        used
    }

    /// `start`: where the text begins in all that was pushed.
    fn cut_from(&mut self, start: u64, text: &[u8], last: bool, sink: &mut dyn FnMut(Record<'_>)) -> usize {
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            if self.skipping {
                let Some(end) = memchr::memchr(b'\n', rest) else { return text.len() };
                self.skipping = false;
                at += end + 1;
                continue;
            }
            if self.dialect.quoted
                && let Some((line, next, regular)) = self.split_regular(rest)
            {
                at += next;
                self.number += 1;
                self.give(Form::Whole, line, Some(regular), start + at as u64, sink);
                continue;
            }
            let (form, line, next) = match self.cut(rest, last) {
                Cut::NeedMore => return at,
                Cut::Record { end, next, has_line_end } => {
                    let line = rest.get(..end).unwrap_or_default();
                    (if has_line_end { Form::Whole } else { Form::LastWithoutLineEnd }, line, next)
                }
                Cut::TooLong => {
                    self.skipping = true;
                    (Form::TooLong, &[][..], LONGEST)
                }
                Cut::UnclosedQuote { next } => (Form::UnclosedQuote, &[][..], next),
            };
            at += next;
            self.number += 1;
            self.give(form, line, None, start + at as u64, sink);
        }
        at
    }

    /// `regular`: the line has been split already.
    fn give(
        &mut self,
        form: Form,
        line: &[u8],
        regular: Option<Regular>,
        end: u64,
        sink: &mut dyn FnMut(Record<'_>),
    ) {
        let is_cut = matches!(form, Form::Whole | Form::LastWithoutLineEnd);
        let form = if is_cut && self.is_blank(line) { Form::Blank } else { form };
        let has_cells = is_cut && form != Form::Blank;
        let cells = match regular.filter(|_| has_cells) {
            Some(Regular { plain, doubled: false }) => Cells::quoted(line, self.ends(), plain),
            Some(Regular { plain, doubled: true }) => {
                self.undouble(line);
                Cells::apart(&self.unquoted, &self.starts, self.ends(), plain)
            }
            None if !has_cells => Cells::delimited(line, &[], false),
            None if !self.dialect.quoted => {
                let plain = self.split_plain(line);
                Cells::delimited(line, self.ends(), plain)
            }
            None => {
                let is_unquoted = self.split_quoted(line);
                Cells::apart(
                    if is_unquoted { &self.unquoted } else { line },
                    &self.starts,
                    self.ends(),
                    false,
                )
            }
        };
        let has_nul = !cells.plain && memchr::memchr(0, line).is_some();
        sink(Record { number: self.number, form, cells, has_nul, end });
    }

    fn ends(&self) -> &[u32] {
        self.ends.get(..=self.cells).unwrap_or_default()
    }

    fn is_blank(&self, line: &[u8]) -> bool {
        let Dialect { delimiter, quoted, .. } = self.dialect;
        // Settled by the first bytes nearly always. Some programs quote empty cells too.
        line.iter().all(|&byte| byte == delimiter || matches!(byte, b' ' | b'\t') || (quoted && byte == b'"'))
    }

    fn cut(&self, text: &[u8], last: bool) -> Cut {
        // Never look further than a record may reach, so that what is too long does not depend on the pieces.
        let window = text.get(..LONGEST + 1).unwrap_or(text);
        let end = match self.dialect.quoted {
            false => memchr::memchr(b'\n', window).ok_or(false),
            true => quoted_line_end(window, self.dialect.delimiter),
        };
        match end {
            Ok(end) => {
                let line = window.get(..end).unwrap_or_default();
                if self.dialect.quoted
                    && let Some(first) = memchr::memchr(b'\n', line)
                    && !self.is_one_record(line)
                {
                    return Cut::UnclosedQuote { next: first + 1 };
                }
                Cut::Record {
                    end: line.strip_suffix(b"\r").unwrap_or(line).len(),
                    next: end + 1,
                    has_line_end: true,
                }
            }
            Err(in_quotes) if window.len() > LONGEST || (last && in_quotes) => {
                match memchr::memchr(b'\n', window) {
                    Some(line_end) if in_quotes => Cut::UnclosedQuote { next: line_end + 1 },
                    _ if window.len() > LONGEST => Cut::TooLong,
                    _ => Cut::UnclosedQuote { next: window.len() },
                }
            }
            Err(_) if last => {
                let line = window.strip_suffix(b"\r").unwrap_or(window);
                Cut::Record { end: line.len(), next: window.len(), has_line_end: false }
            }
            Err(_) => Cut::NeedMore,
        }
    }

    /// Whether lines that a quote holds together are one record rather than several with a stray quote among them.
    fn is_one_record(&self, lines: &[u8]) -> bool {
        let Dialect { delimiter, width, .. } = self.dialect;
        width == 0
            || (quoted_cells(lines, delimiter) == width
                && !lines
                    .split(|&byte| byte == b'\n')
                    .skip(1)
                    .any(|line| quoted_cells(line, delimiter) == width))
    }

    /// True: there is nothing in the line but delimiters, blanks and signs of ASCII that can be seen.
    fn split_plain(&mut self, line: &[u8]) -> bool {
        let delimiter = self.dialect.delimiter;
        let mut split = Split::new(&mut self.ends, line);
        let mut unusual = 0;
        let (blocks, last) = blocks::of(line);
        let mut at = 0;
        for block in blocks {
            let ends = blocks::equal(block, delimiter);
            unusual |= blocks::unusual(block) & !ends;
            split.add(at, ends);
            at += BLOCK as u32;
        }
        let ends = blocks::equal(&last, delimiter);
        unusual |= blocks::unusual(&last) & !ends;
        split.add(at, ends);
        self.cells = split.finish(line);
        unusual == 0
    }

    /// The first line of a text, split, if its quotes are where every CSV reader wants them: opened where a cell begins,
    /// closed where it ends, and doubled in between, with no line end inside. Gives it with where the next one begins.
    /// Whatever is odd about its quotes is for the slower way, which agrees about all others.
    fn split_regular<'a>(&mut self, text: &'a [u8]) -> Option<(&'a [u8], usize, Regular)> {
        let delimiter = self.dialect.delimiter;
        let end = memchr::memchr(b'\n', text.get(..LONGEST + 1).unwrap_or(text))?;
        let line = text.get(..end)?;
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let mut split = Split::new(&mut self.ends, line);
        let (mut unusual, mut odd, mut doubled) = (0, 0, 0);
        // Of the block before: all ones if it ends inside, one if a cell begins behind its last byte or that is a quote, and
        // one if its last byte closes.
        let (mut is_inside, mut may_open, mut closes) = (0, 1, 0);
        let (blocks, last) = blocks::of(line);
        let mut at = 0;
        for block in blocks.iter().chain([&last]) {
            let quotes = blocks::equal(block, b'"');
            let delimiters = blocks::equal(block, delimiter);
            // With the opening quote, and without the closing one.
            let inside = blocks::inside(quotes) ^ is_inside;
            let (opening, closing) = (quotes & inside, quotes & !inside);
            let mut edges = quotes | delimiters;
            if at as usize + BLOCK > line.len() {
                // The line's end closes too. It is in the last block, or begins it.
                edges |= 1 << (line.len() % BLOCK);
            }
            odd |= opening & !(edges << 1 | may_open);
            odd |= closing & !(edges >> 1) & !(1 << 63);
            odd |= closes & !edges;
            doubled |= closing & quotes >> 1;
            doubled |= closes & quotes;
            unusual |= blocks::unusual(block);
            split.add(at, delimiters & !inside);
            is_inside = ((inside as i64) >> 63) as u64;
            (may_open, closes) = (edges >> 63, closing >> 63);
            at += BLOCK as u32;
        }
        self.cells = split.finish(line);
        let regular = Regular { plain: unusual == 0, doubled: doubled != 0 };
        (odd | is_inside == 0).then_some((line, end + 1, regular))
    }

    /// Puts the cells of a regular line that have doubled quotes behind it, without them, and says where each cell lies.
    fn undouble(&mut self, line: &[u8]) {
        self.unquoted.clear();
        self.unquoted.extend_from_slice(line);
        self.starts.clear();
        let mut start = 0;
        for end in self.ends.iter_mut().skip(1).take(self.cells) {
            let behind = *end + 1;
            match line.get(start as usize..*end as usize) {
                Some([b'"', inside @ .., b'"']) => match memchr::memchr(b'"', inside) {
                    None => {
                        self.starts.push(start + 1);
                        *end -= 1;
                    }
                    Some(_) => {
                        self.starts.push(self.unquoted.len() as u32);
                        let mut rest = inside;
                        while let Some(quote) = memchr::memchr(b'"', rest) {
                            let (before, after) = rest.split_at(quote + 1);
                            self.unquoted.extend_from_slice(before);
                            rest = after.get(1..).unwrap_or_default();
                        }
                        self.unquoted.extend_from_slice(rest);
                        *end = self.unquoted.len() as u32;
                    }
                },
                _ => self.starts.push(start),
            }
            start = behind;
        }
    }

    /// Cuts a quoted record into cells. True: some cell had doubled quotes, and the cells are those of `unquoted`.
    fn split_quoted(&mut self, line: &[u8]) -> bool {
        let delimiter = self.dialect.delimiter;
        let mut start = 0;
        let mut doubled = false;
        self.start_quoted();
        loop {
            let cell = line.get(start..).unwrap_or_default();
            let (from, to, next) = match cell {
                [b'"', rest @ ..] => {
                    let (length, has_doubled) = quoted_length(rest, delimiter);
                    doubled |= has_doubled;
                    let after = rest.get(length..).unwrap_or_default();
                    let to_delimiter = memchr::memchr(delimiter, after).unwrap_or(after.len());
                    (start + 1, start + 1 + length, start + 1 + length + to_delimiter)
                }
                _ => {
                    let length = memchr::memchr(delimiter, cell).unwrap_or(cell.len());
                    (start, start + length, start + length)
                }
            };
            self.push_quoted(from, to);
            if next >= line.len() {
                break;
            }
            start = next + 1;
        }
        if doubled {
            self.unquote(line);
        }
        doubled
    }

    fn start_quoted(&mut self) {
        self.starts.clear();
        self.ends.clear();
        self.ends.push(Cells::BEFORE_FIRST);
        self.cells = 0;
    }

    fn push_quoted(&mut self, start: usize, end: usize) {
        self.starts.push(start as u32);
        self.ends.push(end as u32);
        self.cells += 1;
    }

    /// The slow way, for records with doubled quotes: cells are copied without their quotes.
    fn unquote(&mut self, line: &[u8]) {
        self.start_quoted();
        self.unquoted.clear();
        let delimiter = self.dialect.delimiter;
        let mut cell_start = 0;
        let mut at_cell_start = true;
        let mut in_quotes = false;
        let mut bytes = line.iter().copied().peekable();
        while let Some(byte) = bytes.next() {
            match byte {
                b'"' if in_quotes && bytes.peek() == Some(&b'"') => {
                    self.unquoted.push(b'"');
                    bytes.next();
                }
                b'"' if in_quotes && bytes.peek().is_none_or(|&after| after == delimiter) => {
                    in_quotes = false
                }
                b'"' if at_cell_start => in_quotes = true,
                _ if byte == delimiter && !in_quotes => {
                    self.push_quoted(cell_start, self.unquoted.len());
                    cell_start = self.unquoted.len();
                    at_cell_start = true;
                    continue;
                }
                _ => self.unquoted.push(byte),
            }
            at_cell_start = false;
        }
        self.push_quoted(cell_start, self.unquoted.len());
    }
}

/// Where the cells of a line end, as far as it has been looked through.
struct Split<'a> {
    /// With room for [`STEP`] more than there can be.
    ends: &'a mut [u32],
    used: usize,
}

/// So many are written down at a time, whether there are so many or not: the processor need not guess how many a block
/// has, and guesses wrong cost it more than the writing.
const STEP: usize = 8;

impl<'a> Split<'a> {
    fn new(ends: &'a mut Vec<u32>, line: &[u8]) -> Self {
        let most = 1 + line.len() + 1 + STEP;
        if ends.len() < most {
            ends.resize(most, Cells::BEFORE_FIRST);
        }
        if let Some(first) = ends.first_mut() {
            *first = Cells::BEFORE_FIRST;
        }
        Split { ends, used: 1 }
    }

    /// The last cell ends with the line. Gives how many there are.
    fn finish(self, line: &[u8]) -> usize {
        if let Some(last) = self.ends.get_mut(self.used) {
            *last = line.len() as u32;
        }
        self.used
    }

    /// The block that begins `at`: a bit for each of its bytes where a cell ends.
    #[inline(always)]
    fn add(&mut self, at: u32, mut found: u64) {
        let mut used = self.used;
        self.used += found.count_ones() as usize;
        while found != 0 {
            let room = self.ends.get_mut(used..).and_then(|room| room.first_chunk_mut::<STEP>());
            let Some(room) = room else { return };
            for end in room {
                *end = at + found.trailing_zeros();
                found &= found.wrapping_sub(1);
            }
            used += STEP;
        }
    }
}

/// How many bytes up to the closing quote, and whether quotes were doubled on the way. `text` follows the
/// opening quote. A quote closes where the cell ends with it.
fn quoted_length(text: &[u8], delimiter: u8) -> (usize, bool) {
    let mut at = 0;
    let mut doubled = false;
    while let Some(quote) = text.get(at..).and_then(|rest| memchr::memchr(b'"', rest)) {
        at += quote;
        match text.get(at + 1) {
            Some(b'"') => {
                doubled = true;
                at += 2;
            }
            None | Some(b'\n') => return (at, doubled),
            Some(b'\r') if text.get(at + 2).is_none_or(|&after| after == b'\n') => return (at, doubled),
            Some(&after) if after == delimiter => return (at, doubled),
            Some(_) => at += 1,
        }
    }
    (text.len(), doubled)
}

/// How many cells a line has, by its delimiters outside quotes.
fn quoted_cells(line: &[u8], delimiter: u8) -> usize {
    let (mut cells, mut at) = (1, 0);
    loop {
        if line.get(at) == Some(&b'"') {
            at += quoted_length(line.get(at + 1..).unwrap_or_default(), delimiter).0 + 2;
        }
        match line.get(at..).and_then(|rest| memchr::memchr(delimiter, rest)) {
            Some(end) => at += end + 1,
            None => return cells,
        }
        cells += 1;
    }
}

/// Where the first line end outside quotes stands. Else: are we inside quotes at the end?
fn quoted_line_end(text: &[u8], delimiter: u8) -> Result<usize, bool> {
    let mut at = 0;
    loop {
        // At the beginning of a cell. Only here does a quote open; anywhere else it is a sign like any other.
        if text.get(at) == Some(&b'"') {
            let rest = text.get(at + 1..).unwrap_or_default();
            let (length, _) = quoted_length(rest, delimiter);
            if length >= rest.len() {
                return Err(true);
            }
            at += length + 2;
        }
        let rest = text.get(at..).unwrap_or_default();
        match memchr::memchr2(delimiter, b'\n', rest) {
            None => return Err(false),
            Some(end) if rest.get(end) == Some(&b'\n') => return Ok(at + end),
            Some(end) => at += end + 1,
        }
    }
}
