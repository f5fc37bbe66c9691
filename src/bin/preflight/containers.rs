//! What a report comes wrapped in: gzip, zip, a workbook. Told by the first bytes, never by the file's name.

use crate::input::{CHUNK, Input, fill};
use anyhow::Result;
use flate2::bufread::GzDecoder;
use report_preflight::input::container::{self, Trouble, ZipKind};
use report_preflight::input::sniff;
use report_preflight::options::Container;
use report_preflight::workbook::{self, Sheet, Workbook};
use std::cell::RefCell;
use std::io::{self, BufRead, BufReader, Read};
use std::rc::Rc;
use zip::ZipArchive;

const GZIP: &[u8] = b"\x1F\x8B";
const ZIP: &[&[u8]] = &[b"PK\x03\x04", b"PK\x05\x06"];
/// After decompression, all files of an archive together.
const MOST_BYTES: u64 = 4 << 30;
/// More than a year of months for every kind of report.
const MOST_FILES: usize = 100;

/// How much is unpacked, against archives that are made to fill a disk or a memory.
#[derive(Clone, Copy)]
pub struct Limits {
    pub archive: u64,
    pub workbook: workbook::Limits,
}

impl Limits {
    pub fn new(max_bytes: Option<u64>) -> Self {
        let workbook = workbook::Limits::default();
        Limits {
            archive: max_bytes.unwrap_or(MOST_BYTES),
            workbook: workbook::Limits { bytes: max_bytes.unwrap_or(workbook.bytes), ..workbook },
        }
    }
}

/// One report in a file: the file itself, or what was unpacked from it.
pub struct Part {
    pub container: Option<Container>,
    /// Its name in the archive, or the sheet's.
    pub member: Option<String>,
    pub content: Content,
}

pub enum Content {
    Plain,
    Gzip,
    /// By its place in the archive.
    Entry(usize),
    Sheet(Rc<RefCell<Workbook>>, Sheet),
    /// It cannot be unpacked.
    Trouble(Trouble),
    /// It is a file of this family, which only uses zip.
    Other(&'static str),
}

/// Why a part was not read to its end.
pub enum Stop {
    Trouble(Trouble),
    Fault(anyhow::Error),
}

impl From<Trouble> for Stop {
    fn from(trouble: Trouble) -> Self {
        Stop::Trouble(trouble)
    }
}

impl From<anyhow::Error> for Stop {
    fn from(fault: anyhow::Error) -> Self {
        Stop::Fault(fault)
    }
}

/// What is in the file.
pub fn unpack(input: &Input, limits: Limits) -> Result<Vec<Part>> {
    let mut start = [0; 4];
    let length = fill(&mut input.reader()?, &mut start)?;
    let start = &start[..length];
    if start.starts_with(GZIP) {
        return Ok(vec![Part { container: Some(Container::Gzip), member: None, content: Content::Gzip }]);
    }
    if !ZIP.contains(&start) {
        return Ok(vec![Part { container: None, member: None, content: Content::Plain }]);
    }
    let (container, parts) = open_zip(input, limits)?;
    Ok(parts
        .unwrap_or_else(|trouble| vec![(None, Content::Trouble(trouble))])
        .into_iter()
        .map(|(member, content)| Part { container: Some(container), member, content })
        .collect())
}

type Unpacked = Result<Vec<(Option<String>, Content)>, Trouble>;

fn open_zip(input: &Input, limits: Limits) -> Result<(Container, Unpacked)> {
    let zip = match ZipArchive::new(BufReader::new(input.reader()?)) {
        Ok(zip) => zip,
        Err(error) => return Ok((Container::Zip, Err(workbook::zip_trouble(error)))),
    };
    let names: Vec<String> =
        zip.file_names_raw().map(|name| String::from_utf8_lossy(name).into_owned()).collect();
    Ok(match container::zip_kind(names.iter().map(String::as_str)) {
        ZipKind::Other(family) => (Container::Zip, Ok(vec![(None, Content::Other(family))])),
        ZipKind::Workbook => (Container::Xlsx, sheets(input, limits.workbook)?),
        ZipKind::Reports(found) if found.is_empty() => (Container::Zip, Err(Trouble::NothingInside)),
        ZipKind::Reports(found) if found.len() > MOST_FILES => (Container::Zip, Err(Trouble::TooLarge)),
        ZipKind::Reports(found) => {
            let entry = |index: usize| (names.get(index).cloned(), Content::Entry(index));
            (Container::Zip, Ok(found.into_iter().map(entry).collect()))
        }
    })
}

fn sheets(input: &Input, limits: workbook::Limits) -> Result<Unpacked> {
    let mut bytes = Vec::new();
    input.reader()?.take(limits.bytes + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limits.bytes {
        return Ok(Err(Trouble::TooLarge));
    }
    Ok(Workbook::open(bytes, limits).and_then(|mut workbook| {
        let sheets = workbook.reports(&mut |cells| sniff::is_header(cells.iter().map(String::as_str)))?;
        let workbook = Rc::new(RefCell::new(workbook));
        let part = |sheet: Sheet| (Some(sheet.name.clone()), Content::Sheet(workbook.clone(), sheet));
        Ok(sheets.into_iter().map(part).collect())
    }))
}

impl Part {
    /// Its bytes from the beginning, unpacked, to the end or until `take` says that it is enough. Gives their number.
    pub fn read(
        &self,
        input: &Input,
        limit: u64,
        take: &mut dyn FnMut(&[u8]) -> Result<bool>,
    ) -> Result<u64, Stop> {
        let packed = || Ok::<_, Stop>(BufReader::with_capacity(CHUNK, input.reader()?));
        match &self.content {
            Content::Plain => {
                input.read(take)?;
                Ok(0)
            }
            Content::Gzip => {
                let mut gzip = GzDecoder::new(packed()?);
                let bytes = pour(&mut gzip, input, limit, take)?;
                // Browsers take nothing behind the end, and the answer has to be the same.
                let is_at_end = gzip.read(&mut [0]).is_ok_and(|more| more == 0);
                match is_at_end && gzip.get_mut().fill_buf().is_ok_and(|rest| !rest.is_empty()) {
                    true => Err(Trouble::Damaged.into()),
                    false => Ok(bytes),
                }
            }
            Content::Entry(index) => {
                let mut zip = ZipArchive::new(packed()?).map_err(workbook::zip_trouble)?;
                pour(&mut zip.by_index(*index).map_err(workbook::zip_trouble)?, input, limit, take)
            }
            Content::Sheet(workbook, sheet) => {
                let (mut read, mut taken) = (0, Ok(true));
                workbook.borrow_mut().read(sheet, &mut |piece| {
                    read += piece.len() as u64;
                    taken = take(piece);
                    matches!(taken, Ok(true))
                })?;
                taken?;
                Ok(read)
            }
            Content::Trouble(trouble) => Err(Stop::Trouble(*trouble)),
            Content::Other(_) => Ok(0),
        }
    }
}

fn pour(
    reader: &mut dyn Read,
    input: &Input,
    limit: u64,
    take: &mut dyn FnMut(&[u8]) -> Result<bool>,
) -> Result<u64, Stop> {
    let (mut chunk, mut read) = (vec![0; CHUNK], 0);
    loop {
        let length = fill(reader, &mut chunk).map_err(|error| damage(error, input))?;
        let bytes = &chunk[..length];
        // An archive in an archive.
        if read == 0 && (bytes.starts_with(GZIP) || ZIP.iter().any(|zip| bytes.starts_with(zip))) {
            return Err(Trouble::Unsupported.into());
        }
        read += length as u64;
        if read > limit {
            return Err(Trouble::TooLarge.into());
        }
        if length == 0 || !take(bytes)? {
            return Ok(read);
        }
    }
}

/// What the decompressor complains of is the archive's fault, and what the operating system does is not.
fn damage(error: io::Error, input: &Input) -> Stop {
    match error.raw_os_error() {
        Some(_) => Stop::Fault(anyhow::Error::new(error).context(input.no_answer())),
        None => Trouble::Damaged.into(),
    }
}
