//! Where each record of a source is judged: read, checked, cleaned, counted.

use super::columns;
use super::payload::Payload;
use crate::clean;
use crate::fields::conventions::DATE_FIELDS;
use crate::fields::{Conventions, Currency, DateOrder, Survey, amount, text};
use crate::findings::{Code, Effect, Findings, Place, Severity};
use crate::identities::Identities;
use crate::input::records::{self, Form, Record};
use crate::input::sniff::{self, Header, Name};
use crate::outcome::{Choice, Columns, Consequence, CurrencyAmount, Fate, Options, Question, RowLedger};
use crate::reports::{Cells, Column, Field, Layout, Reading, Remarked, Row};
use crate::rules::{self, Context, Rule};
use crate::totals::{Days, Totals};
use std::collections::BTreeMap;
use std::rc::Rc;

pub static CODES: &[&Code] =
    &[&ENCODING_MIXED, &LINE_IN_ANOTHER_FILE, &SALE_DIFFERS_BETWEEN_FILES, &OPENED_IN_A_SPREADSHEET];

pub static ENCODING_MIXED: Code = Code::error("encoding-mixed")
    .what("The letters of this record are written in another way than those of the rest of the file.")
    .why("Two downloads seem to have been pasted together, or a letter was cut in two. Names of cities would be wrong.")
    .fix("Download the report again, and choose the downloaded file itself. Choose several downloads together instead of pasting them into one.")
    .fixed();

pub static LINE_IN_ANOTHER_FILE: Code = Code::set_aside("line-in-another-file")
    .what("The same sale stands in a file that you chose before.")
    .why("Downloads may overlap. A sale that stands in two of them is one sale, and is counted once.")
    .fix("Nothing to do: it was counted in the other file.");

pub static SALE_DIFFERS_BETWEEN_FILES: Code = Code::error("sale-differs-between-files")
    .what("The same sale stands in a file that you chose before, and says something else there.")
    .why("Only one of the two can be right, and we do not guess which.")
    .fix("Remove the older of the two files if the newer one covers its days, or download both again.")
    .fixed();

pub static OPENED_IN_A_SPREADSHEET: Code = Code::warning("opened-in-a-spreadsheet")
    .what("A spreadsheet program such as Excel has opened and saved this file.")
    .why("Such programs rewrite dates, numbers and order numbers without a word. What could be put right without a guess was; the rest is gone from the file.")
    .fix("Download the report again and choose the downloaded file itself. Do not open it first. To look inside, open a copy.");

/// What is known of the items in one or several files.
#[derive(Debug, Default)]
pub(super) struct Known {
    sold: Identities,
    /// Those that were cancelled: sold in one file and cancelled in another, an item is one or the other.
    cancelled: Identities,
}

impl Known {
    fn merge(&mut self, other: Known) {
        self.sold.merge(other.sold);
        self.cancelled.merge(other.cancelled);
    }
}

pub(super) struct Desk {
    source: u32,
    report: &'static Reading,
    layout: Rc<Layout>,
    /// What the header calls each cell, as an index into the report's columns.
    columns: Vec<Option<usize>>,
    /// The names in the header, to know it when it comes again.
    names: Vec<Name>,
    pub named: Columns,
    pub generation: Option<&'static str>,
    /// The file as a whole cannot be used: its records are counted, and no more.
    pub blocked: bool,
    rules: Vec<&'static Rule>,
    context: Context,
    conventions: Conventions,
    pub survey: Survey,
    pub ledger: RowLedger,
    pub findings: Findings,
    pub totals: Totals,
    /// The days of all sales in the file, those of other files too among them.
    pub days: Days,
    pub counted_before: u64,
    /// Of this file, and of those before it.
    seen: Known,
    before: Known,
    jurisdictions: Identities,
    /// What would follow from each reading of the dates whose order is open, for each column of dates that records
    /// are filed by.
    open: [[Months; 2]; DATE_FIELDS],
    /// Of the record above.
    last_cell: Vec<u8>,
    /// Kept for its memory.
    identity: Vec<u8>,
}

/// What would fall into each month: by month and currency, in their order. A list, because there are few, and another
/// kind of map would add five kilobytes to the wasm.
type Months = Vec<Sold>;

#[derive(Debug)]
struct Sold {
    month: (u16, u8),
    currency: Option<Currency>,
    records: u64,
    /// In the currency's smallest unit.
    amount: i128,
}

impl Desk {
    /// `before`: what the files before this one hold.
    pub fn new(
        source: u32,
        options: &Options,
        header: &Header,
        report: &'static Reading,
        conventions: Conventions,
        before: Known,
    ) -> Desk {
        let columns = columns::matched(report, &header.names);
        let layout = Layout::new(report, &columns, header.dialect.quoted);
        let mut findings = Findings::new(options.max_places as usize, options.severities.clone());
        let translated = header.evidence.language.is_some();
        let blocked = columns::judge(source, report, &columns, translated, &mut findings);
        Desk {
            source,
            report,
            named: columns::named(report, &columns, &header.names),
            generation: columns::generation(report, &columns),
            blocked,
            rules: rules::applicable(&layout),
            context: Context { now: options.now },
            conventions,
            survey: Survey::default(),
            ledger: RowLedger::default(),
            findings,
            totals: Totals::default(),
            days: Days::default(),
            counted_before: 0,
            seen: Known::default(),
            before,
            jurisdictions: Identities::default(),
            open: Default::default(),
            last_cell: Vec::new(),
            identity: Vec::new(),
            names: header.names.clone(),
            layout: Rc::new(layout),
            columns,
        }
    }

    /// What the header calls each cell.
    pub fn columns(&self) -> impl Iterator<Item = Option<&'static Column>> {
        self.columns.iter().map(|column| self.report.columns.get((*column)?))
    }

    /// Judges one record and counts it, whatever it is. `odd`: it is in another encoding than the file.
    /// `is_ascii`: there is nothing beyond ASCII in it.
    pub fn take(&mut self, record: &Record<'_>, odd: bool, is_ascii: bool, payload: &mut Payload) {
        let fate = match self.judge_form(record, odd) {
            Some(code) => {
                self.find(code, record.number, None);
                self.blocked |= code.effect == Effect::Blocks;
                if code.effect == Effect::SetsAside { Fate::SetAside } else { Fate::Rejected }
            }
            None if self.blocked => Fate::Rejected,
            None if !is_ascii && may_be_decoded_twice(record.cells.bytes) => {
                let fix = text::undo_double_decoding;
                self.mend(record.number, record.cells, &text::DECODED_TWICE, fix, payload)
            }
            None => self.judge_row(record.number, record.cells, false, payload),
        };
        self.ledger.count(fate);
        self.last_cell.clear();
        self.last_cell.extend_from_slice(record.cells.get(self.columns.len().saturating_sub(1)));
    }

    /// What is wrong with the record before any of its cells is read.
    fn judge_form(&self, record: &Record<'_>, odd: bool) -> Option<&'static Code> {
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
            Form::LastWithoutLineEnd if cells < wanted || self.is_cut_off(record) => {
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
    fn is_cut_off(&self, record: &Record<'_>) -> bool {
        let last = record.cells.get(self.columns.len().saturating_sub(1));
        !self.layout.is_quoted()
            && (1..self.last_cell.len()).contains(&last.len())
            && self.last_cell.starts_with(last)
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

    /// Puts right the cells that can be, then judges the row.
    fn mend(
        &mut self,
        number: u64,
        cells: Cells<'_>,
        code: &'static Code,
        fix: fn(&[u8]) -> Option<Vec<u8>>,
        payload: &mut Payload,
    ) -> Fate {
        let mut bytes = Vec::new();
        let mut spans = Vec::new();
        let mut mended = Vec::new();
        for at in 0..cells.len() {
            let cell = cells.get(at);
            let column =
                self.columns.get(at).copied().flatten().and_then(|column| self.report.columns.get(column));
            let better = column.filter(|column| column.leaves).and_then(|column| Some((column, fix(cell)?)));
            let start = bytes.len() as u32;
            match &better {
                Some((_, better)) => bytes.extend_from_slice(better),
                None => bytes.extend_from_slice(cell),
            }
            spans.push((start, bytes.len() as u32));
            mended.extend(better.map(|(column, better)| (column.name, cell, better)));
        }
        if mended.is_empty() {
            return self.judge_row(number, cells, false, payload);
        }
        for (column, before, after) in &mended {
            self.findings.add_repair(code, self.place(number, Some(column)), before, after);
        }
        self.judge_row(number, Cells { bytes: &bytes, spans: &spans }, true, payload)
    }

    fn judge_row(&mut self, number: u64, cells: Cells<'_>, mended: bool, payload: &mut Payload) -> Fate {
        let layout = Rc::clone(&self.layout);
        let conventions = self.conventions;
        let mut row = Row::open(&layout, cells, &conventions);
        if let Some((code, field)) = rules::set_aside(&row) {
            let code = match code.slug == rules::ORDER_CANCELLED.slug && self.was_sold_before(&mut row, cells)
            {
                true => &SALE_DIFFERS_BETWEEN_FILES,
                false => code,
            };
            self.find(code, number, layout.column(field));
            return if code.effect == Effect::SetsAside { Fate::SetAside } else { Fate::Rejected };
        }
        let mut remarks: Vec<Remarked<'_>> = Vec::new();
        row.read(cells, &mut remarks, &mut self.survey);
        if remarks.iter().any(|it| {
            std::ptr::eq(it.remark.code, &text::QUOTES_AROUND_CELL) && it.remark.after.text().is_none()
        }) {
            return self.mend(number, cells, &text::QUOTES_AROUND_CELL, text::undouble_quotes, payload);
        }
        let mut rejected = false;
        let mut repaired = mended;
        for Remarked { field, remark, before } in &remarks {
            let column = layout.column(*field);
            match remark.after.text() {
                Some(after) => {
                    repaired = true;
                    self.findings.add_repair(remark.code, self.place(number, column), before, after);
                }
                None => rejected |= self.find(remark.code, number, column) == Severity::Error,
            }
        }
        let filed_by = row.tax_date_field();
        if let Some(readings) = row.open_date(filed_by)
            && let Some(date) = filed_by.date_index()
        {
            self.note_open_date(&row, date, readings.map(|date| (date.year, date.month)));
        }
        for rule in &self.rules {
            if let Some(field) = (rule.check)(&row, &self.context) {
                let place = Place { source: self.source, record: Some(number), column: layout.column(field) };
                self.findings.add(&rule.code, place);
                rejected |= self.findings.severity(&rule.code) == Severity::Error;
            }
        }
        match rejected {
            true => Fate::Rejected,
            false => self.accept(&row, number, repaired, payload),
        }
    }

    /// Whether a cancelled item was a sale in a file before this one, and cancelled in none.
    fn was_sold_before<'a>(&mut self, row: &mut Row<'a>, cells: Cells<'a>) -> bool {
        // What is in its other cells does not matter.
        row.read(cells, &mut Vec::new(), &mut Survey::default());
        let Some(identity) = clean::identity(row, &mut self.identity) else { return false };
        self.seen.cancelled.add(identity, 0);
        let is_in = |known: &Identities| known.says_the_same(identity, 1, 0).is_some();
        is_in(&self.before.sold) && !is_in(&self.before.cancelled)
    }

    fn accept(&mut self, row: &Row<'_>, number: u64, repaired: bool, payload: &mut Payload) -> Fate {
        let Some(identity) = clean::identity(row, &mut self.identity) else { return Fate::Rejected };
        // The records of one sale differ in their jurisdictions. A jurisdiction that comes again is a second sale.
        if let Some(jurisdiction) = clean::jurisdiction(row, identity, &mut self.identity)
            && let nth = self.jurisdictions.add(jurisdiction, 0)
            && self.seen.sold.says_the_same(identity, nth, 0).is_some()
        {
            self.find(&rules::JURISDICTION_LINE, number, None);
            return Fate::SetAside;
        }
        let Some(mut line) = clean::sale_line(row, number, identity, 1) else { return Fate::Rejected };
        let content = payload.draft(&line);
        line.occurrence = self.seen.sold.add(identity, content);
        let known = self.before.sold.stands_here(&self.seen.sold, identity, line.occurrence, content);
        let was_cancelled = || self.before.cancelled.says_the_same(identity, 1, 0).map(|_| false);
        match known.or_else(was_cancelled) {
            None => {}
            Some(true) => {
                payload.strike();
                self.find(&LINE_IN_ANOTHER_FILE, number, None);
                self.counted_before += 1;
                self.days.add(line.tax_date.day_number(), line.tax_date.instant());
                return Fate::SetAside;
            }
            Some(false) => {
                payload.strike();
                self.find(&SALE_DIFFERS_BETWEEN_FILES, number, None);
                return Fate::Rejected;
            }
        }
        if line.occurrence > 1 {
            if self.find(&rules::LINE_REPEATED, number, None) == Severity::Error {
                payload.strike();
                return Fate::Rejected;
            }
            payload.draft(&line);
        }
        payload.keep();
        self.totals.add(&line);
        self.days.add(line.tax_date.day_number(), line.tax_date.instant());
        if repaired { Fate::Repaired } else { Fate::Accepted }
    }

    fn place(&self, record: u64, column: Option<&'static str>) -> Place {
        Place { source: self.source, record: Some(record), column }
    }

    /// Notes a finding about a record, and says how grave it is.
    fn find(&mut self, code: &'static Code, record: u64, column: Option<&'static str>) -> Severity {
        self.findings.add(code, self.place(record, column));
        self.findings.severity(code)
    }

    fn note_open_date(&mut self, row: &Row<'_>, date: usize, months: [(u16, u8); 2]) {
        let currency = row.currency();
        let amount = row.amount(Field::ItemAmount).map_or(0, |amount| i128::from(amount.0));
        for (open, month) in self.open.iter_mut().skip(date).take(1).flatten().zip(months) {
            let at = open.iter().take_while(|it| (it.month, it.currency) < (month, currency)).count();
            match open.get_mut(at) {
                Some(sold) if (sold.month, sold.currency) == (month, currency) => {
                    sold.records += 1;
                    sold.amount += amount;
                }
                _ => open.insert(at, Sold { month, currency, records: 1, amount }),
            }
        }
    }

    /// The questions that the file's values leave open, each with what would follow from either answer.
    /// `name` tells the file from the others.
    pub fn questions(&self, name: &str) -> Vec<(usize, Question)> {
        let question = |date: usize| {
            let column = self.layout.column(Field::by_date_index(date)?)?;
            let choice = |answer, months: &Months| Choice { answer, months: consequences(months) };
            let [month_first, day_first] = self.open.get(date)?;
            let question = Question {
                id: format!("date-order:{column}:{name}"),
                code: crate::fields::date::DATE_ORDER_OPEN.slug,
                source: self.source,
                column: Some(column),
                answer: None,
                choices: vec![choice(MONTH_FIRST, month_first), choice(DAY_FIRST, day_first)],
            };
            Some((date, question))
        };
        self.survey.open_dates().filter_map(question).collect()
    }

    /// No record comes any more.
    pub fn end(&mut self) {
        let place = Place { source: self.source, record: None, column: None };
        if self.ledger.read() == 0 {
            self.findings.add(&sniff::NO_RECORDS, place.clone());
        }
        if self.findings.shows_a_spreadsheet() {
            self.findings.add(&OPENED_IN_A_SPREADSHEET, place);
        }
    }

    pub fn take_findings(&mut self) -> Findings {
        std::mem::replace(&mut self.findings, Findings::new(0, BTreeMap::new()))
    }

    /// What the files up to this one hold.
    pub fn into_known(self) -> Known {
        let mut all = self.before;
        all.merge(self.seen);
        all
    }

    /// As if the file had not been read.
    pub fn undo(self) -> Known {
        self.before
    }
}

/// UTF-8 read as windows-1252 and written as UTF-8 once more: what began a letter is now one between U+00C2 and
/// U+00F4, and another beyond ASCII follows it.
fn may_be_decoded_twice(bytes: &[u8]) -> bool {
    memchr::memchr_iter(0xC3, bytes).any(|at| bytes.get(at + 2).is_some_and(|&next| next >= 0xC2))
}

const MONTH_FIRST: &str = "month-first";
const DAY_FIRST: &str = "day-first";

/// What an answer says about a column's dates.
pub(super) fn date_order(answer: &str) -> Option<DateOrder> {
    match answer {
        MONTH_FIRST => Some(DateOrder::MonthFirst),
        DAY_FIRST => Some(DateOrder::DayFirst),
        _ => None,
    }
}

fn consequences(months: &Months) -> Vec<Consequence> {
    let mut consequences: Vec<Consequence> = Vec::new();
    for Sold { month: (year, month), currency, records, amount: sum } in months {
        let mut text = Vec::new();
        amount::write(*sum, currency.map_or(2, |currency| currency.digits()), &mut text);
        let amount = CurrencyAmount {
            currency: currency.map(|currency| currency.as_str().to_owned()),
            amount: String::from_utf8(text).unwrap_or_default(),
        };
        let month = format!("{year:04}-{month:02}");
        match consequences.last_mut().filter(|last| last.month == month) {
            Some(last) => {
                last.records += records;
                last.amounts.push(amount);
            }
            None => consequences.push(Consequence { month, records: *records, amounts: vec![amount] }),
        }
    }
    consequences
}
