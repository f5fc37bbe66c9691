//! A workbook (.xlsx) becomes records: the text that the report had before a spreadsheet made cells of it, as CSV.
//!
//! Behind the feature `xlsx`: natively part of the command line, in the browser a wasm of its own that is fetched
//! only when a workbook arrives.

use crate::fields::date;
use crate::input::container::Trouble;
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxCellReader, XlsxError};
use std::fmt::Write;
use std::io::{self, Cursor, Read};
use zip::result::ZipError;

/// How much text is handed out at a time.
const PIECE: usize = 1 << 20;
/// Among how many rows a header is looked for, as among the lines of a text.
const HEAD: u32 = 16;
/// As many as a spreadsheet has.
const MOST_ROWS: u32 = 1 << 20;
const MOST_COLUMNS: u32 = 1 << 14;
const DAY: f64 = 86_400.0;
/// The serial number of 1970-01-01 in the two calendars.
const EPOCH_1900: f64 = 25_569.0;
const EPOCH_1904: f64 = 24_107.0;
/// Below this serial number (1 March 1900) a date is none: a time of day, or from the calendar's 29 February 1900.
const FIRST_DATE: f64 = 61.0;
/// 31 December 9999.
const LAST_DAY: f64 = 2_932_896.0;

/// How much a workbook may unfold to, against files made to fill the memory.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// After decompression; and for the text that is made of a sheet.
    pub bytes: u64,
    pub cells: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { bytes: 256 << 20, cells: 64 << 20 }
    }
}

/// An opened workbook.
pub struct Workbook {
    xlsx: Xlsx<Cursor<Vec<u8>>>,
    limits: Limits,
}

/// One sheet of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    /// How many cells its header has. Records have at least as many.
    width: usize,
}

impl Workbook {
    pub fn open(bytes: Vec<u8>, limits: Limits) -> Result<Self, Trouble> {
        count_bytes(&bytes, limits.bytes)?;
        Ok(Workbook { xlsx: Xlsx::new(Cursor::new(bytes)).map_err(trouble)?, limits })
    }

    /// The sheets that hold a report: in the workbook's order, but hidden ones last. If none does, the first that
    /// is not empty.
    pub fn reports(&mut self, is_header: &mut dyn FnMut(&[String]) -> bool) -> Result<Vec<Sheet>, Trouble> {
        let known = self.xlsx.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let (shown, hidden): (Vec<_>, Vec<_>) =
            known.cloned().partition(|sheet| sheet.visible == SheetVisible::Visible);
        let mut reports = Vec::new();
        let mut filled = None;
        for sheet in shown.into_iter().chain(hidden) {
            let (mut header, mut widest) = (None, 0);
            self.rows(&sheet.name, &mut |row, cells| {
                widest = widest.max(cells.len());
                if row < HEAD {
                    header = is_header(cells).then_some(cells.len());
                }
                Ok(row < HEAD && header.is_none())
            })?;
            match header {
                Some(width) => reports.push(Sheet { name: sheet.name, width }),
                None if widest > 0 && filled.is_none() => {
                    filled = Some(Sheet { name: sheet.name, width: widest });
                }
                None => {}
            }
        }
        if reports.is_empty() {
            reports.extend(filled);
        }
        if reports.is_empty() { Err(Trouble::NothingInside) } else { Ok(reports) }
    }

    /// A sheet's records as CSV (commas, LF, UTF-8), in pieces, until `take` says that it is enough. Every row
    /// has its line, so that records keep the numbers that the spreadsheet shows.
    pub fn read(&mut self, sheet: &Sheet, take: &mut dyn FnMut(&[u8]) -> bool) -> Result<(), Trouble> {
        let limit = self.limits.bytes;
        let (mut text, mut given, mut next, mut wanted) = (Vec::new(), 0, 0, true);
        self.rows(&sheet.name, &mut |row, cells| {
            text.resize(text.len() + row.saturating_sub(next) as usize, b'\n');
            next = row + 1;
            write_record(cells, sheet.width, &mut text);
            if text.len() >= PIECE {
                given += text.len() as u64;
                wanted = take(&text);
                text.clear();
            }
            if given > limit { Err(Trouble::TooLarge) } else { Ok(wanted) }
        })?;
        if wanted && !text.is_empty() {
            take(&text);
        }
        Ok(())
    }

    /// Every row that is not blank, with its number from 0, until there is no more or `each` gives false. Cells
    /// behind the last filled one are left out.
    fn rows(&mut self, sheet: &str, each: &mut EachRow<'_>) -> Result<(), Trouble> {
        let is_1904 = self.xlsx.has_1904_epoch();
        let mut cells = match self.xlsx.worksheet_cells_reader(sheet) {
            Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
            reader => Cells { reader: reader.map_err(trouble)?, left: self.limits.cells, is_1904 },
        };
        let (mut row, mut number) = (Row::default(), 0);
        while let Some((at, column, text)) = cells.next()? {
            if at != number {
                if !row.is_blank() && !each(number, row.cells())? {
                    return Ok(());
                }
                row.clear();
                if at < number {
                    return Err(Trouble::Damaged);
                }
                number = at;
            }
            row.put(column, &text);
        }
        if !row.is_blank() {
            each(number, row.cells())?;
        }
        Ok(())
    }
}

type EachRow<'a> = dyn FnMut(u32, &[String]) -> Result<bool, Trouble> + 'a;

struct Cells<'a> {
    reader: XlsxCellReader<'a, Cursor<Vec<u8>>>,
    left: u64,
    is_1904: bool,
}

impl Cells<'_> {
    /// The next cell that is not empty: its row, its column and its text.
    fn next(&mut self) -> Result<Option<(u32, u32, String)>, Trouble> {
        while let Some(cell) = self.reader.next_cell().map_err(trouble)? {
            self.left = self.left.checked_sub(1).ok_or(Trouble::TooLarge)?;
            let (row, column) = cell.get_position();
            if row >= MOST_ROWS || column >= MOST_COLUMNS {
                return Err(Trouble::Damaged);
            }
            let text = text(cell.get_value(), self.is_1904);
            if !text.is_empty() {
                return Ok(Some((row, column, text)));
            }
        }
        Ok(None)
    }
}

/// The cells of one row, kept for the next one.
#[derive(Default)]
struct Row {
    cells: Vec<String>,
    used: usize,
}

impl Row {
    fn is_blank(&self) -> bool {
        self.used == 0
    }
    fn cells(&self) -> &[String] {
        self.cells.get(..self.used).unwrap_or_default()
    }
    fn clear(&mut self) {
        self.cells.iter_mut().take(self.used).for_each(String::clear);
        self.used = 0;
    }
    fn put(&mut self, column: u32, text: &str) {
        let column = column as usize;
        if column >= self.cells.len() {
            self.cells.resize(column + 1, String::new());
        }
        if let Some(cell) = self.cells.get_mut(column) {
            cell.clear();
            cell.push_str(text);
        }
        self.used = self.used.max(column + 1);
    }
}

/// A cell as the report would have it.
fn text(value: &DataRef<'_>, is_1904: bool) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "true".to_owned(),
        DataRef::Bool(false) => "false".to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(value) => number(*value),
        DataRef::DateTime(value) if value.is_duration() => clock(value.as_f64()),
        DataRef::DateTime(value) => date(value.as_f64(), is_1904),
        DataRef::Error(error) => error.to_string(),
    }
}

/// The shortest decimal that gives the same number. Rust never writes an exponent here.
fn number(value: f64) -> String {
    if value == 0.0 { "0".to_owned() } else { value.to_string() }
}

/// A serial number as ISO 8601, without an offset: a workbook has none. Whole days have no time.
fn date(serial: f64, is_1904: bool) -> String {
    let (epoch, first) = if is_1904 { (EPOCH_1904, 1.0) } else { (EPOCH_1900, FIRST_DATE) };
    let seconds = ((serial - epoch) * DAY).round();
    let days = (seconds / DAY).floor();
    if (0.0..1.0).contains(&serial) {
        return clock(serial);
    }
    if !(first..).contains(&serial) || !(..=LAST_DAY).contains(&days) {
        return number(serial);
    }
    let mut text = Vec::new();
    let (year, month, day) = date::from_day_number(days as i32);
    date::write_day(year, month, day, &mut text);
    let mut text = String::from_utf8(text).unwrap_or_default();
    let of_day = seconds - days * DAY;
    if of_day > 0.0 {
        text.push('T');
        text.push_str(&clock(of_day / DAY));
    }
    text
}

/// Hours, minutes and seconds of a part of a day, or of several days.
fn clock(days: f64) -> String {
    let seconds = (days * DAY).round();
    let sign = if seconds < 0.0 { "-" } else { "" };
    let seconds = seconds.abs() as u64;
    let mut text = String::new();
    let _ = write!(text, "{sign}{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    text
}

fn write_record(cells: &[String], width: usize, out: &mut Vec<u8>) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        if memchr::memchr3(b',', b'"', b'\n', cell.as_bytes()).is_none() && !cell.contains('\r') {
            out.extend_from_slice(cell.as_bytes());
            continue;
        }
        out.push(b'"');
        for part in cell.split_inclusive('"') {
            out.extend_from_slice(part.as_bytes());
            if part.ends_with('"') {
                out.push(b'"');
            }
        }
        out.push(b'"');
    }
    out.resize(out.len() + width.saturating_sub(cells.len()), b',');
    out.push(b'\n');
}

/// Unpacks everything that a workbook's reader may look at and counts, because sizes written in a zip may lie.
fn count_bytes(bytes: &[u8], limit: u64) -> Result<(), Trouble> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(zip_trouble)?;
    let mut left = limit;
    for index in 0..zip.len() {
        let entry = zip.by_index(index).map_err(zip_trouble)?;
        if entry.name_raw().ends_with(b".xml") || entry.name_raw().ends_with(b".rels") {
            let read = io::copy(&mut entry.take(left + 1), &mut io::sink()).map_err(|_| Trouble::Damaged)?;
            left = left.checked_sub(read).ok_or(Trouble::TooLarge)?;
        }
    }
    Ok(())
}

/// What a zip that cannot be read is said to be.
pub fn zip_trouble(error: ZipError) -> Trouble {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            Trouble::Encrypted
        }
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => Trouble::Unsupported,
        _ => Trouble::Damaged,
    }
}

fn trouble(error: XlsxError) -> Trouble {
    match error {
        XlsxError::Password => Trouble::Encrypted,
        XlsxError::Zip(error) => zip_trouble(error),
        _ => Trouble::Damaged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook as Written};

    fn is_header(cells: &[String]) -> bool {
        cells.first().is_some_and(|cell| cell == "order-id")
    }

    fn open(mut written: Written) -> Workbook {
        Workbook::open(written.save_to_buffer().unwrap(), Limits::default()).unwrap()
    }

    fn read(workbook: &mut Workbook, sheet: &Sheet) -> String {
        let mut text = Vec::new();
        let read = workbook.read(sheet, &mut |piece| {
            text.extend_from_slice(piece);
            true
        });
        read.unwrap();
        String::from_utf8(text).unwrap()
    }

    fn only_sheet(written: Written) -> String {
        let mut workbook = open(written);
        let sheets = workbook.reports(&mut is_header).unwrap();
        read(&mut workbook, &sheets[0])
    }

    #[test]
    fn typed_cells_become_what_the_report_had() {
        let mut written = Written::new();
        let sheet = written.add_worksheet();
        for (column, name) in (0..).zip(["order-id", "item", "price", "business", "lost", "title"]) {
            sheet.write(0, column, name).unwrap();
        }
        sheet.write(1, 0, "111-1234567-0000001").unwrap();
        sheet.write(1, 1, 7_664_457_044_546.0).unwrap();
        sheet.write(1, 2, 19.99).unwrap();
        sheet.write(1, 3, true).unwrap();
        sheet.write_formula(1, 4, rust_xlsxwriter::Formula::new("=A0").set_result("#REF!")).unwrap();
        sheet.write(1, 5, "Shelf, 1/2\" wide\nand long").unwrap();
        sheet.write(2, 1, 1.2113973975715282e18).unwrap();
        sheet.write(2, 2, -0.1).unwrap();
        sheet.write(2, 3, false).unwrap();
        assert_eq!(
            only_sheet(written),
            "order-id,item,price,business,lost,title\n\
             111-1234567-0000001,7664457044546,19.99,true,#REF!,\"Shelf, 1/2\"\" wide\nand long\"\n\
             ,1211397397571528200,-0.1,false,,\n"
        );
    }

    #[test]
    fn dates_follow_the_workbooks_calendar() {
        let day = Format::new().set_num_format("m/d/yyyy");
        let time = Format::new().set_num_format("yyyy-mm-dd hh:mm:ss");
        let length = Format::new().set_num_format("[h]:mm:ss");
        let mut written = Written::new();
        let sheet = written.add_worksheet();
        sheet.write(0, 0, "order-id").unwrap();
        sheet.write_with_format(1, 0, ExcelDateTime::from_ymd(2026, 3, 31).unwrap(), &day).unwrap();
        let moment = ExcelDateTime::from_ymd(2026, 3, 31).unwrap().and_hms(7, 23, 5).unwrap();
        sheet.write_with_format(2, 0, &moment, &time).unwrap();
        // A second before midnight, and what the spreadsheet's arithmetic makes of midnight.
        sheet.write_number_with_format(3, 0, 46_112.999_988_425_93, &time).unwrap();
        sheet.write_number_with_format(4, 0, 46_112.999_999_999_9, &time).unwrap();
        sheet.write_number_with_format(5, 0, 1.5, &length).unwrap();
        sheet.write_number_with_format(6, 0, 0.25, &time).unwrap();
        sheet.write_number(7, 0, 46_112).unwrap();
        sheet.write_number_with_format(8, 0, 60.0, &day).unwrap();
        assert_eq!(
            only_sheet(written),
            "order-id\n2026-03-31\n2026-03-31T07:23:05\n2026-03-31T23:59:59\n2026-04-01\n36:00:00\n06:00:00\n\
             46112\n60\n"
        );
        assert_eq!(date(1e300, false), number(1e300));
    }

    #[test]
    fn workbooks_from_old_macs_count_from_1904() {
        let day = Format::new().set_num_format("m/d/yyyy");
        let mut written = Written::new();
        let sheet = written.add_worksheet();
        sheet.write(0, 0, "order-id").unwrap();
        sheet.write_number_with_format(1, 0, 44_650, &day).unwrap();
        sheet.write_number_with_format(2, 0, 44_650.307_696_759_26, &day).unwrap();
        let bytes = written.save_to_buffer().unwrap();
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut again = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..zip.len() {
            let mut entry = zip.by_index(index).unwrap();
            let mut text = String::new();
            entry.read_to_string(&mut text).unwrap();
            let text = text.replace("<workbookPr ", "<workbookPr date1904=\"1\" ");
            again.start_file(&*entry.name().unwrap(), zip::write::SimpleFileOptions::default()).unwrap();
            io::Write::write_all(&mut again, text.as_bytes()).unwrap();
        }
        let bytes = again.finish().unwrap().into_inner();
        let mut workbook = Workbook::open(bytes, Limits::default()).unwrap();
        let sheets = workbook.reports(&mut is_header).unwrap();
        assert_eq!(read(&mut workbook, &sheets[0]), "order-id\n2026-03-31\n2026-03-31T07:23:05\n");
    }

    #[test]
    fn rows_keep_their_numbers_and_records_their_width() {
        let mut written = Written::new();
        let sheet = written.add_worksheet();
        sheet.write(2, 1, "Sales in March").unwrap();
        for (column, name) in (0..).zip(["order-id", "sku", "city"]) {
            sheet.write(4, column, name).unwrap();
        }
        sheet.write(6, 0, "111-1234567-0000001").unwrap();
        sheet.write(7, 3, "one too many").unwrap();
        sheet.write_blank(900, 3, &Format::new().set_bold()).unwrap();
        assert_eq!(
            only_sheet(written),
            "\n\n,Sales in March,\n\norder-id,sku,city\n\n111-1234567-0000001,,\n,,,one too many\n"
        );
    }

    #[test]
    fn sheets_with_a_report_are_found_in_order() {
        let mut written = Written::new();
        written.add_worksheet().set_name("Empty").unwrap();
        written.add_worksheet().set_name("Notes").unwrap().write(0, 0, "Nothing here").unwrap();
        let hidden = written.add_worksheet().set_name("Old").unwrap();
        hidden.write(0, 0, "order-id").unwrap();
        hidden.set_hidden(true);
        written.add_worksheet().set_name("March").unwrap().write(3, 0, "order-id").unwrap();
        let mut workbook = open(written);
        let sheets = workbook.reports(&mut is_header).unwrap();
        assert_eq!(sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(), ["March", "Old"]);
        let sheets = workbook.reports(&mut |_| false).unwrap();
        assert_eq!(sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(), ["Notes"]);
        let mut empty = open({
            let mut written = Written::new();
            written.add_worksheet();
            written
        });
        assert_eq!(empty.reports(&mut is_header), Err(Trouble::NothingInside));
    }

    #[test]
    fn what_the_csv_crate_reads_is_what_was_in_the_cells() {
        let cells = ["a,b", "say \"it\"", "\"", "two\nlines", "r\r\nn", " blanks ", "", "plain", "é亚"]
            .map(str::to_owned);
        let mut text = Vec::new();
        write_record(&cells, 11, &mut text);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_slice());
        let record: Vec<String> = reader.deserialize().next().unwrap().unwrap();
        assert_eq!(record[..9], cells);
        assert_eq!(record[9..], ["", ""]);
    }

    fn long() -> Vec<u8> {
        let mut written = Written::new();
        let sheet = written.add_worksheet();
        sheet.write(0, 0, "order-id").unwrap();
        for row in 1..20_000 {
            sheet.write(row, 0, format!("{row:0100}")).unwrap();
        }
        written.save_to_buffer().unwrap()
    }

    #[test]
    fn text_comes_in_pieces_until_it_is_enough() {
        let mut workbook = Workbook::open(long(), Limits::default()).unwrap();
        let sheet = workbook.reports(&mut is_header).unwrap().remove(0);
        let mut pieces = Vec::new();
        workbook
            .read(&sheet, &mut |piece| {
                pieces.push(piece.len());
                true
            })
            .unwrap();
        assert_eq!(pieces.iter().sum::<usize>(), 9 + 101 * 19_999);
        assert_eq!(pieces.len(), 2);
        pieces.clear();
        workbook
            .read(&sheet, &mut |piece| {
                pieces.push(piece.len());
                false
            })
            .unwrap();
        assert_eq!(pieces.len(), 1);
    }

    #[test]
    fn limits_hold_and_damage_is_named() {
        let open = |bytes: Vec<u8>, limits| {
            let mut workbook = Workbook::open(bytes, limits)?;
            let sheet = workbook.reports(&mut is_header)?.remove(0);
            workbook.read(&sheet, &mut |_| true)
        };
        let limits = Limits::default();
        assert_eq!(open(long(), limits), Ok(()));
        assert_eq!(open(long(), Limits { bytes: 1 << 20, ..limits }), Err(Trouble::TooLarge));
        assert_eq!(open(long(), Limits { cells: 1000, ..limits }), Err(Trouble::TooLarge));
        assert_eq!(open(b"PK\x03\x04 and no more".to_vec(), limits), Err(Trouble::Damaged));
        let mut bytes = long();
        bytes.truncate(bytes.len() / 2);
        assert_eq!(open(bytes, limits), Err(Trouble::Damaged));
        let mut bytes = long();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 0x55;
        assert_eq!(open(bytes, limits), Err(Trouble::Damaged));
    }
}
