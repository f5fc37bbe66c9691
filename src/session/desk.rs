//! Where each record of a source ends up: judged, cleaned, counted, and compared with those before it.

mod share;

pub use share::Share;

use super::columns;
use super::judge::{Judge, Notes};
use super::payload::Payload;
use crate::clean;
use crate::fields::conventions::DATE_FIELDS;
use crate::fields::{Conventions, Currency, Date, DateOrder, Survey, amount};
use crate::findings::{Code, Effect, Findings, Place, Severity};
use crate::identities::Identities;
use crate::input::records::Record;
use crate::input::sniff::{self, Header};
use crate::options::{Edit, Options, SourceOptions};
use crate::outcome::{Choice, Columns, Consequence, CurrencyAmount, Fate, Question, RowLedger, SkippedCheck};
use crate::output::annotated;
use crate::reports::{self, Cells, Field, Reading, Row};
use crate::rules::{self, FileWatch};
use crate::sale_line::SaleLine;
use crate::totals::{Days, Totals};
use litemap::LiteMap;
use std::rc::Rc;

pub static CODES: &[&Code] = &[
    &LINE_IN_ANOTHER_FILE,
    &SALE_DIFFERS_BETWEEN_FILES,
    &OPENED_IN_A_SPREADSHEET,
    &LEFT_OUT_BY_SELLER,
    &EDIT_WITHOUT_EFFECT,
];

pub static LINE_IN_ANOTHER_FILE: Code = Code::set_aside("line-in-another-file")
    .what("The same sale stands in a file that you chose before.")
    .why("Downloads may overlap. A sale that stands in two of them is one sale, and is counted once.")
    .fix("Nothing to do: it was counted in the other file.");

pub static SALE_DIFFERS_BETWEEN_FILES: Code = Code::error("sale-differs-between-files")
    .what("The same sale stands in a file that you chose before, and says something else there.")
    .why("Only one of the two can be right, and we do not guess which.")
    .fix("Remove the older of the two files if the newer one covers its days. Or open the record and leave it out, if the other file is right.")
    .fixed();

pub static OPENED_IN_A_SPREADSHEET: Code = Code::warning("opened-in-a-spreadsheet")
    .what("A spreadsheet program such as Excel has opened and saved this file.")
    .why("Such programs rewrite dates, numbers and order numbers without a word. What could be put right without a guess was; the rest is gone from the file.")
    .fix("Download the report again and choose the downloaded file itself. Do not open it first. To look inside, open a copy.");

pub static LEFT_OUT_BY_SELLER: Code = Code::set_aside("left-out-by-seller")
    .what("You left this record out.")
    .why("What is left out is not filed. The service that gets the file is told how many records you left out.")
    .fix("Nothing to do. To have it checked and sent after all, take it back in.");

pub static EDIT_WITHOUT_EFFECT: Code = Code::warning("edit-without-effect")
    .what("You changed a value, and its place is not in this file as it is now.")
    .why("The value that you wrote is not sent.")
    .fix("Open the record that you meant and write the value there.");

/// What is known of the items in one or several files.
#[derive(Debug, Default)]
pub(super) struct Known {
    sold: Identities,
    /// Those that were cancelled: sold in one file and cancelled in another, an item is one or the other.
    cancelled: Identities,
    /// Orders with a sale, each in its currency.
    orders: Identities,
}

impl Known {
    /// Whether the line that was sold in the file at hand stands in one of these, and if so, whether it says the same.
    fn stands_here(&self, file: &Known, identity: u128, occurrence: u32, content: u64) -> Option<bool> {
        let sold = self.sold.stands_here(&file.sold, identity, occurrence, content);
        sold.or_else(|| self.cancelled.says_the_same(identity, 1, 0).map(|_| false))
    }

    fn merge(&mut self, other: Known) {
        self.sold.merge(other.sold);
        self.cancelled.merge(other.cancelled);
        self.orders.merge(other.orders);
    }
}

/// What the seller changed about a source, in the order of its records.
#[derive(Debug, Default)]
struct Changes {
    edits: Vec<Edit>,
    left_out: Vec<u64>,
}

impl Changes {
    fn new(about: &SourceOptions) -> Changes {
        let mut changes = Changes::default();
        for edit in &about.edits {
            let at = changes.edits.iter().take_while(|before| before.record <= edit.record).count();
            changes.edits.insert(at, edit.clone());
        }
        for record in &about.left_out {
            let at = changes.left_out.iter().take_while(|before| *before < record).count();
            if changes.left_out.get(at) != Some(record) {
                changes.left_out.insert(at, *record);
            }
        }
        changes
    }

    /// What is said of the records up to this one is another worker's to do.
    fn forget(&mut self, record: u64) {
        self.of_record(record);
    }

    fn are_none(&self) -> bool {
        self.edits.is_empty() && self.left_out.is_empty()
    }

    /// Takes what is said of this record, and of those that are not in the file.
    fn of_record(&mut self, record: u64) -> (Vec<Edit>, bool) {
        let edits = self.edits.iter().take_while(|edit| edit.record <= record).count();
        let left_out = self.left_out.iter().take_while(|number| **number <= record).count();
        let is_left_out = self.left_out.drain(..left_out).any(|number| number == record);
        (self.edits.drain(..edits).collect(), is_left_out)
    }
}

pub(super) struct Desk {
    source: u32,
    pub judge: Rc<Judge>,
    pub named: Columns,
    pub generation: Option<&'static str>,
    pub skipped: Vec<SkippedCheck>,
    /// The file as a whole cannot be used: its records are counted, and no more.
    pub blocked: bool,
    pub survey: Survey,
    pub ledger: RowLedger,
    pub findings: Findings,
    pub totals: Totals,
    /// The days of all sales in the file, those of other files too among them.
    pub days: Days,
    watch: FileWatch,
    /// The header, and what stands above it.
    lines_above: u64,
    pub counted_before: u64,
    changes: Changes,
    /// Cells that the seller changed, and records that the seller left out.
    pub edits: u64,
    pub left_out: u64,
    /// Of this file, and of those before it.
    seen: Known,
    before: Known,
    /// There is something in it: for the first file, nothing need be looked up.
    has_before: bool,
    jurisdictions: Identities,
    /// Of the last line that was accepted.
    latest_order: Option<u128>,
    /// What would follow from each reading of the dates whose order is open, for each column of dates that records
    /// are filed by.
    open: [[Months; 2]; DATE_FIELDS],
    /// What was said of the record at hand, where it is to be written beside it.
    said: Option<Said>,
    /// Of the record above.
    last_cell: Vec<u8>,
    /// Kept for its memory.
    identity: Vec<u8>,
}

/// What is wrong with a record, in words.
struct Said {
    words: LiteMap<String, String>,
    codes: Vec<(&'static Code, Option<&'static str>)>,
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
        about: &SourceOptions,
        header: &Header,
        report: &'static Reading,
        conventions: Conventions,
        before: Known,
    ) -> Desk {
        let columns = columns::matched(report, &header.names);
        let (places, severities) = (options.max_places as usize, options.severities.clone());
        let mut findings = Findings::new(places, severities, options.declined.clone());
        let translated = header.evidence.language.is_some();
        let blocked = columns::judge(source, report, &columns, translated, &mut findings);
        let named = columns::named(report, &columns, &header.names);
        let generation = columns::generation(report, &columns);
        let judge = Judge::new(report, columns, header, conventions, options);
        let said = options.annotate.filter(|annotated| *annotated == source);
        Desk {
            source,
            named,
            generation,
            skipped: skipped(&judge),
            judge: Rc::new(judge),
            blocked,
            survey: Survey::default(),
            ledger: RowLedger::default(),
            findings,
            totals: Totals::default(),
            days: Days::default(),
            watch: FileWatch::default(),
            lines_above: u64::from(header.preamble_lines) + 1,
            counted_before: 0,
            changes: Changes::new(about),
            edits: 0,
            left_out: 0,
            seen: Known::default(),
            has_before: !before.is_empty(),
            before,
            jurisdictions: Identities::default(),
            latest_order: None,
            open: Default::default(),
            said: said.map(|_| Said { words: options.words.clone(), codes: Vec::new() }),
            last_cell: Vec::new(),
            identity: Vec::new(),
        }
    }

    /// Before the first record.
    pub fn begin(&self, payload: &mut Payload) {
        if self.said.is_some() {
            let names = self.judge.names().iter().map(|name| name.written.as_str());
            annotated::header(names, payload.page());
            payload.turn();
        }
    }

    /// Judges one record and counts it, whatever it is. `odd`: it is in another encoding than the file.
    /// `is_ascii`: there is nothing beyond ASCII in it.
    pub fn take(&mut self, record: &Record<'_>, odd: bool, is_ascii: bool, payload: &mut Payload) {
        let fate = match self.changes.are_none() {
            true => self.judge(record, odd, is_ascii, &[], payload),
            false => self.judge_changed(record, odd, is_ascii, payload),
        };
        self.ledger.count(fate);
        self.last_cell.clear();
        self.last_cell.extend_from_slice(self.judge.last_cell(record));
        self.annotate(record.cells, payload);
    }

    fn judge_changed(
        &mut self,
        record: &Record<'_>,
        odd: bool,
        is_ascii: bool,
        payload: &mut Payload,
    ) -> Fate {
        let (edits, is_left_out) = self.changes.of_record(record.number);
        // Those of numbers that no record has.
        let (edits, without): (Vec<_>, Vec<_>) =
            edits.into_iter().partition(|edit| edit.record == record.number);
        without.iter().for_each(|edit| self.edit_without_effect(edit));
        if is_left_out {
            self.find(&LEFT_OUT_BY_SELLER, record.number, None);
            self.left_out += 1;
            return Fate::SetAside;
        }
        self.judge(record, odd, is_ascii, &edits, payload)
    }

    fn edit_without_effect(&mut self, edit: &Edit) {
        self.find(&EDIT_WITHOUT_EFFECT, edit.record, None);
    }

    fn judge(
        &mut self,
        record: &Record<'_>,
        odd: bool,
        is_ascii: bool,
        edits: &[Edit],
        payload: &mut Payload,
    ) -> Fate {
        let judge = Rc::clone(&self.judge);
        if let Some(code) = judge.form(record, odd, &self.last_cell) {
            self.find(code, record.number, None);
            edits.iter().for_each(|edit| self.edit_without_effect(edit));
            self.blocked |= code.effect == Effect::Blocks;
            return if code.effect == Effect::SetsAside { Fate::SetAside } else { Fate::Rejected };
        }
        if self.blocked {
            return Fate::Rejected;
        }
        let changed;
        let (cells, is_ascii) = match edits {
            [] => (record.cells, is_ascii),
            edits => {
                let (cells, applied) = judge.edit(record.cells, edits);
                self.edits += applied;
                let known = |edit: &&Edit| judge.columns().flatten().any(|column| column.name == edit.column);
                edits.iter().filter(|edit| !known(edit)).for_each(|edit| self.edit_without_effect(edit));
                changed = cells;
                (changed.cells(), false)
            }
        };
        judge.record(cells, is_ascii, &mut AtDesk { desk: self, payload, number: record.number })
    }

    /// Writes the record with what is wrong with it, where that is asked for.
    fn annotate(&mut self, cells: Cells<'_>, payload: &mut Payload) {
        let Some(said) = &mut self.said else { return };
        annotated::record(cells, &said.codes, &said.words, payload.page());
        said.codes.clear();
        payload.turn();
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
        let (Some(order), Some(date)) = (clean::order_id(row), clean::tax_date(row)) else {
            return Fate::Rejected;
        };
        let mut line = clean::sale_line(row, order, date, identity, number);
        let content = payload.draft(&line);
        line.occurrence = self.seen.sold.add(identity, content);
        self.watch.add(row, &line);
        let known = match self.has_before {
            true => self.before.stands_here(&self.seen, identity, line.occurrence, content),
            false => None,
        };
        match known {
            None => {}
            Some(true) => {
                self.find(&LINE_IN_ANOTHER_FILE, number, None);
                self.counted_before += 1;
                self.add_day(&line.tax_date);
                return Fate::SetAside;
            }
            Some(false) => {
                self.find(&SALE_DIFFERS_BETWEEN_FILES, number, None);
                return Fate::Rejected;
            }
        }
        if line.occurrence > 1 {
            let differs = clean::has_own_number(row)
                && self.seen.sold.alike(identity, content) < line.occurrence as usize;
            let code = if differs { &rules::LINE_REPEATED_DIFFERENTLY } else { &rules::LINE_REPEATED };
            if self.find(code, number, None) == Severity::Error {
                return Fate::Rejected;
            }
            payload.draft(&line);
        }
        payload.keep();
        let is_new = self.is_new(clean::order(&line), &line);
        self.totals.add(&line, is_new);
        self.add_day(&line.tax_date);
        if repaired { Fate::Repaired } else { Fate::Accepted }
    }

    fn add_day(&mut self, date: &Date<'_>) {
        let day = date.day_number();
        self.days.add(day, date.instant_on(day));
    }

    /// Whether no line of the order was there before. The lines of one order stand together nearly always.
    fn is_new(&mut self, order: u128, line: &SaleLine<'_>) -> bool {
        if self.latest_order == Some(order) {
            return false;
        }
        self.latest_order = Some(order);
        self.seen.orders.note(order, Totals::place_of_order(line))
            && !(self.has_before && self.before.orders.says_the_same(order, 1, 0).is_some())
    }

    /// Notes a finding about a record, and says how grave it is.
    fn find(&mut self, code: &'static Code, record: u64, column: Option<&'static str>) -> Severity {
        if let Some(said) = &mut self.said {
            said.codes.push((code, column));
        }
        self.findings.add(code, Place { source: self.source, record: Some(record), column });
        self.findings.severity(code)
    }

    fn note_open_date(&mut self, row: &Row<'_>, date: usize, months: [(u16, u8); 2]) {
        let currency = row.currency();
        let amount = row.amount(Field::ItemAmount).map_or(0, |amount| i128::from(amount.0));
        for (open, month) in self.open.iter_mut().skip(date).take(1).flatten().zip(months) {
            share::add_sold(open, Sold { month, currency, records: 1, amount });
        }
    }

    /// The questions that the file's values leave open, each with what would follow from either answer.
    /// `name` tells the file from the others.
    pub fn questions(&self, name: &str) -> Vec<(usize, Question)> {
        let question = |date: usize| {
            let column = self.judge.layout.column(Field::by_date_index(date)?)?;
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
        for (code, column) in self.watch.findings(&self.judge.layout, self.lines_above + self.ledger.read()) {
            self.findings.add(code, Place { column, ..place.clone() });
        }
        if self.findings.shows_a_spreadsheet() {
            self.findings.add(&OPENED_IN_A_SPREADSHEET, place);
        }
        // Those of records that another worker judged have been done.
        self.changes.forget(self.ledger.read() + 1);
        let (edits, _) = self.changes.of_record(u64::MAX);
        edits.iter().for_each(|edit| self.edit_without_effect(edit));
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

/// A desk at work on one record.
struct AtDesk<'a> {
    desk: &'a mut Desk,
    payload: &'a mut Payload,
    number: u64,
}

impl Notes for AtDesk<'_> {
    fn found(&mut self, code: &'static Code, column: Option<&'static str>) -> Severity {
        self.desk.find(code, self.number, column)
    }

    fn repaired(&mut self, code: &'static Code, column: Option<&'static str>, before: &[u8], after: &[u8]) {
        let place = Place { source: self.desk.source, record: Some(self.number), column };
        self.desk.findings.add_repair(code, place, before, after);
    }

    fn survey(&mut self) -> &mut Survey {
        &mut self.desk.survey
    }

    fn open_date(&mut self, row: &Row<'_>, date: usize, months: [(u16, u8); 2]) {
        self.desk.note_open_date(row, date, months);
    }

    fn was_sold_before<'a>(&mut self, row: &mut Row<'a>, cells: Cells<'a>) -> Option<&'static Code> {
        let Desk { seen, before, identity, .. } = &mut *self.desk;
        // What is in its other cells does not matter.
        row.read(cells, &mut Vec::new(), &mut Survey::default());
        let identity = clean::identity(row, identity)?;
        seen.cancelled.add(identity, 0);
        let is_in = |known: &Identities| known.says_the_same(identity, 1, 0).is_some();
        (is_in(&before.sold) && !is_in(&before.cancelled)).then_some(&SALE_DIFFERS_BETWEEN_FILES)
    }

    fn accept(&mut self, row: &Row<'_>, repaired: bool) -> Fate {
        self.desk.accept(row, self.number, repaired, self.payload)
    }
}

/// The checks that this file has not the columns for. A column is named as this report calls it, or another one.
fn skipped(judge: &Judge) -> Vec<SkippedCheck> {
    let mut skipped = Vec::new();
    for rule in rules::all() {
        let name = |field| reports::column_name(judge.report, field);
        let columns: Vec<_> = rules::lacking(rule, &judge.layout).filter_map(name).collect();
        if !columns.is_empty() {
            skipped.push(SkippedCheck { code: rule.code.slug, columns });
        }
    }
    skipped
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
