//! What is to be said of one record by itself: its form, its cells, the rules over its row, and what the seller
//! changed about it. It remembers nothing, so a record can be judged alone, when the seller opens it.

use crate::fields::{Conventions, Survey, text};
use crate::findings::{Code, Effect, Severity};
use crate::input::records::{self, Form, Record};
use crate::input::sniff::{self, Header, Name};
use crate::options::{Edit, Options};
use crate::outcome::Fate;
use crate::reports::{Cells, Column, Field, Layout, OwnedCells, Reading, Remarked, Row};
use crate::rules::{self, Context};
use std::rc::Rc;

pub static CODES: &[&Code] = &[&ENCODING_MIXED, &REPAIR_DECLINED];

pub static ENCODING_MIXED: Code = Code::error("encoding-mixed")
    .what("The letters of this record are written in another way than those of the rest of the file.")
    .why("Two downloads seem to have been pasted together, or a letter was cut in two. Names of cities would be wrong.")
    .fix("Download the report again, and choose the downloaded file itself. Choose several downloads together instead of pasting them into one.")
    .fixed();

pub static REPAIR_DECLINED: Code = Code::error("repair-declined")
    .what("You did not want this value to be mended, and as it is it cannot be sent.")
    .why("Tax services need a date, an amount or a state in one form only.")
    .fix("Let it be mended after all, write another value, or leave the record out.")
    .fixed();

/// Who takes down what is said of a record.
pub(super) trait Notes {
    /// Says how grave it is.
    fn found(&mut self, code: &'static Code, column: Option<&'static str>) -> Severity;
    fn repaired(&mut self, code: &'static Code, column: Option<&'static str>, before: &[u8], after: &[u8]);
    fn survey(&mut self) -> &mut Survey;
    /// A date that the record is filed by can be read in two ways.
    fn open_date(&mut self, row: &Row<'_>, date: usize, months: [(u16, u8); 2]);
    /// Whether a cancelled item was a sale in a file before this one.
    fn was_sold_before<'a>(&mut self, row: &mut Row<'a>, cells: Cells<'a>) -> Option<&'static Code>;
    /// Nothing speaks against the record.
    fn accept(&mut self, row: &Row<'_>, repaired: bool) -> Fate;
}

pub(super) struct Judge {
    pub report: &'static Reading,
    pub layout: Rc<Layout>,
    /// What the header calls each cell, as an index into the report's columns.
    columns: Vec<Option<usize>>,
    /// The names in the header, to know it when it comes again.
    names: Vec<Name>,
    rules: rules::Applicable,
    context: Context,
    conventions: Conventions,
    declined: Vec<String>,
    /// How a line of it is written.
    pub plus4: bool,
}

impl Judge {
    pub fn new(
        report: &'static Reading,
        columns: Vec<Option<usize>>,
        header: &Header,
        conventions: Conventions,
        options: &Options,
    ) -> Judge {
        let layout = Layout::new(report, &columns, header.dialect.quoted);
        Judge {
            report,
            names: header.names.clone(),
            rules: rules::Applicable::to(&layout),
            context: Context::of(options),
            conventions,
            declined: options.declined.clone(),
            plus4: options.postal_code_plus4,
            layout: Rc::new(layout),
            columns,
        }
    }

    /// What the header calls a cell.
    pub fn column(&self, cell: usize) -> Option<&'static Column> {
        self.report.columns.get(self.columns.get(cell).copied().flatten()?)
    }

    pub fn columns(&self) -> impl Iterator<Item = Option<&'static Column>> {
        (0..self.columns.len()).map(|cell| self.column(cell))
    }

    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// The last cell that has a column, in which a file may have been cut off.
    pub fn last_cell<'a>(&self, record: &Record<'a>) -> &'a [u8] {
        record.cells.get(self.columns.len().saturating_sub(1))
    }

    /// What is wrong with the record before any of its cells is read. `odd`: it is in another encoding than the file.
    /// `above`: the last cell of the record above.
    pub fn form(&self, record: &Record<'_>, odd: bool, above: &[u8]) -> Option<&'static Code> {
        let wanted = self.columns.len();
        let cells = record.cells.len();
        let header = if self.may_be_header(record) { self.header_again(record) } else { None };
        match record.form {
            Form::Blank => Some(&records::RECORD_BLANK),
            Form::TooLong => Some(&records::RECORD_TOO_LONG),
            Form::UnclosedQuote => Some(&records::QUOTE_NEVER_CLOSED),
            _ if record.has_nul => Some(&records::RECORD_HAS_NUL),
            _ if odd => Some(&ENCODING_MIXED),
            _ if header.is_some() => header,
            Form::LastWithoutLineEnd if cells < wanted || self.is_cut_off(record, above) => {
                Some(&records::RECORD_CUT_OFF)
            }
            _ if cells < wanted => Some(&records::TOO_FEW_CELLS),
            // Empty cells past the last column are what a spreadsheet adds.
            _ if cells > wanted
                && (wanted..cells).any(|cell| !record.cells.get(cell).trim_ascii().is_empty()) =>
            {
                Some(&records::TOO_MANY_CELLS)
            }
            _ => None,
        }
    }

    /// Whether the file ends inside its last cell: without a line end, and with the beginning of what stands there
    /// in the record above. Not where cells are quoted: there the quote would be missing.
    fn is_cut_off(&self, record: &Record<'_>, above: &[u8]) -> bool {
        let last = self.last_cell(record);
        !self.layout.is_quoted() && (1..above.len()).contains(&last.len()) && above.starts_with(last)
    }

    /// Order numbers begin with a digit, or with the S of other shops, and the numbers of inbound shipments that stand
    /// in their place have many digits: looking for a header takes a hundred times as long as reading a record.
    fn may_be_header(&self, record: &Record<'_>) -> bool {
        let order = self.layout.cell(Field::OrderId).map(|cell| record.cells.get(cell));
        matches!(order, Some(order @ [first, _, after, ..]) if !first.is_ascii_digit()
            && !after.is_ascii_digit()
            && order.iter().filter(|byte| byte.is_ascii_digit()).count() < 3)
    }

    /// The header a second time, or another one.
    fn header_again(&self, record: &Record<'_>) -> Option<&'static Code> {
        let cell = |cell| String::from_utf8_lossy(record.cells.get(cell));
        if self.names.iter().enumerate().all(|(at, name)| name.is_also(record.cells.get(at))) {
            return Some(&sniff::HEADER_REPEATED);
        }
        let cells: Vec<_> = (0..record.cells.len()).map(cell).collect();
        sniff::is_header(cells.iter().map(|cell| cell.as_ref())).then_some(&sniff::ANOTHER_REPORT_BELOW)
    }

    /// The record with what the seller wrote over its cells, and how many of the edits have a cell here.
    pub fn edit(&self, cells: Cells<'_>, edits: &[Edit]) -> (OwnedCells, u64) {
        let mut changed = OwnedCells::default();
        let mut applied = 0;
        for at in 0..cells.len() {
            let column = self.column(at).map(|column| column.name);
            // The last word counts.
            let edit = edits.iter().rev().find(|edit| column.is_some_and(|name| name == edit.column));
            changed.push(edit.map_or(cells.get(at), |edit| edit.value.as_bytes()));
            applied += u64::from(edit.is_some());
        }
        (changed, applied)
    }

    /// Judges a record whose form is good.
    pub fn record(&self, cells: Cells<'_>, is_ascii: bool, notes: &mut dyn Notes) -> Fate {
        match is_ascii || cells.plain {
            true => self.row(cells, false, notes),
            false if may_be_decoded_twice(cells.bytes()) => {
                self.mend(cells, false, &text::DECODED_TWICE, text::undo_double_decoding, notes)
            }
            false => self.beyond_ascii(cells, false, notes),
        }
    }

    /// Whose letters are as they were meant.
    fn beyond_ascii(&self, cells: Cells<'_>, mended: bool, notes: &mut dyn Notes) -> Fate {
        match text::may_hold_invisible(cells.bytes()) {
            true => self.mend(cells, mended, &text::INVISIBLE_CHARACTERS, text::without_invisible, notes),
            false => self.row(cells, mended, notes),
        }
    }

    fn is_declined(&self, code: &Code) -> bool {
        self.declined.iter().any(|declined| declined == code.slug)
    }

    /// Puts right the cells that can be, then judges the row.
    fn mend(
        &self,
        cells: Cells<'_>,
        mut mended: bool,
        code: &'static Code,
        fix: fn(&[u8]) -> Option<Vec<u8>>,
        notes: &mut dyn Notes,
    ) -> Fate {
        let wanted = !self.is_declined(code);
        let mut changed = OwnedCells::default();
        for at in 0..cells.len() {
            let cell = cells.get(at);
            let column = self.column(at);
            // Names and addresses stay, and are put right too: they are compared with what leaves.
            let is_read = column.is_none_or(|column| column.leaves || column.field.is_none());
            let better = if is_read { fix(cell) } else { None };
            if let (Some(better), Some(column)) = (&better, column.filter(|column| column.leaves)) {
                notes.repaired(code, Some(column.name), cell, better);
                mended |= wanted;
            }
            changed.push(better.as_deref().filter(|_| wanted).unwrap_or(cell));
        }
        match std::ptr::eq(code, &text::DECODED_TWICE) {
            true => self.beyond_ascii(changed.cells(), mended, notes),
            false => self.row(changed.cells(), mended, notes),
        }
    }

    fn row(&self, cells: Cells<'_>, mended: bool, notes: &mut dyn Notes) -> Fate {
        let layout = &*self.layout;
        let mut row = Row::open(layout, cells, &self.conventions);
        if let Some((code, field)) = rules::set_aside(&row) {
            let other = match rules::is_cancelled(code) {
                true => notes.was_sold_before(&mut row, cells),
                false => None,
            };
            let code = other.unwrap_or(code);
            notes.found(code, layout.column(field));
            return if code.effect == Effect::SetsAside { Fate::SetAside } else { Fate::Rejected };
        }
        let mut remarks: Vec<Remarked<'_>> = Vec::new();
        row.read(cells, &mut remarks, notes.survey());
        let doubled = |it: &Remarked<'_>| {
            std::ptr::eq(it.remark.code, &text::QUOTES_AROUND_CELL) && it.remark.after.text().is_none()
        };
        if !self.is_declined(&text::QUOTES_AROUND_CELL) && remarks.iter().any(doubled) {
            return self.mend(cells, mended, &text::QUOTES_AROUND_CELL, text::undouble_quotes, notes);
        }
        let mut rejected = false;
        let mut repaired = mended;
        for remarked in &remarks {
            let Remarked { field, remark, before } = remarked;
            let column = layout.column(*field);
            match remark.after.text() {
                Some(after) => {
                    notes.repaired(remark.code, column, before, after);
                    if !self.is_declined(remark.code) {
                        repaired = true;
                    } else if row.decline(*field, before) {
                        rejected |= notes.found(&REPAIR_DECLINED, column) == Severity::Error;
                    }
                }
                None if doubled(remarked) => notes.repaired(remark.code, column, before, before),
                None => rejected |= notes.found(remark.code, column) == Severity::Error,
            }
        }
        let filed_by = row.tax_date_field();
        if let Some(readings) = row.open_date(filed_by)
            && let Some(date) = filed_by.date_index()
        {
            notes.open_date(&row, date, readings.map(|date| (date.year, date.month)));
        }
        rules::withhold(&mut row, cells, &mut |code, field| {
            notes.found(code, layout.column(field));
        });
        self.rules.check(&row, &self.context, &mut |code, field| {
            rejected |= notes.found(code, layout.column(field)) == Severity::Error;
        });
        match rejected {
            true => Fate::Rejected,
            false => notes.accept(&row, repaired),
        }
    }
}

/// UTF-8 read as windows-1252 and written as UTF-8 once more: what began a letter is now one between U+00C2 and
/// U+00F4, and another beyond ASCII follows it.
fn may_be_decoded_twice(bytes: &[u8]) -> bool {
    memchr::memchr_iter(0xC3, bytes).any(|at| bytes.get(at + 2).is_some_and(|&next| next >= 0xC2))
}
