//! A recognised report on its way through the stages: decoded, cut into records, judged.

use super::desk::{Desk, Known, Share};
use super::payload::Payload;
use super::search::Checkpoints;
use crate::fields::{Conventions, Decimals};
use crate::input::decode::{self, Decoder, Encoding, Evidence, Piece, Platform, Reader};
use crate::input::records::Records;
use crate::input::sniff::{self, Header, Sniffed};
use crate::options::{Options, SourceOptions};
use crate::outcome::EncodingBy;
use crate::reports;
use std::collections::VecDeque;

/// What a source is assumed to be written like: nothing at first, and what was learnt when it is read again.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Assumed {
    pub encoding: Option<(Encoding, EncodingBy)>,
    pub conventions: Option<Conventions>,
}

pub(super) struct Reading {
    pub header: Header,
    pub desk: Desk,
    pub conventions: Conventions,
    pub checkpoints: Checkpoints,
    /// Where in the file the first record begins, if that can be told.
    pub below_header: Option<u64>,
    /// The byte order mark's length.
    pub mark: usize,
    reader: Reader,
    by: EncodingBy,
    decoder: Decoder,
    records: Records,
    /// Bytes of text above the first record that are still to come.
    skip: usize,
    /// Lines end in a carriage return alone, as old Macs and Excel's "CSV (Macintosh)" write them.
    pub only_returns: bool,
    with_line_feeds: Vec<u8>,
    marks: Marks,
}

/// Where in the text something is to be known of a record. In bytes of all text, because a record may begin some
/// pieces before the one that it ends in.
#[derive(Debug, Default)]
struct Marks {
    /// The text so far.
    text: u64,
    /// Lines that are in another encoding than the file.
    odd: VecDeque<u64>,
    /// Up to here there may be something beyond ASCII.
    beyond_ascii: u64,
    /// Where the record before ended.
    record: u64,
}

impl Marks {
    /// The next piece, of whose text the first `start` bytes are none of any record. Gives how much text was before.
    fn add(&mut self, piece: &Piece<'_>, start: usize, length: usize) -> u64 {
        let before = self.text;
        self.text += length as u64;
        self.odd.extend(piece.odd.iter().filter(|at| **at >= start).map(|at| before + (at - start) as u64));
        if !piece.is_ascii {
            self.beyond_ascii = self.text;
        }
        before
    }

    /// Whether the record that ends here is in another encoding than the file, and whether it is plain ASCII.
    fn of_record(&mut self, end: u64) -> (bool, bool) {
        let is_ascii = self.record >= self.beyond_ascii;
        self.record = end;
        let mut odd = false;
        while self.odd.front().is_some_and(|at| *at < end) {
            self.odd.pop_front();
            odd = true;
        }
        (odd, is_ascii)
    }
}

/// What the head of a source turned out to be.
pub(super) enum Opened {
    Reading(Box<Reading>),
    Empty,
    /// No report that is read.
    Other(Sniffed),
}

/// How a source is read, as far as its first bytes tell.
#[derive(Clone, Copy, Debug)]
struct Choice {
    reader: Reader,
    by: EncodingBy,
    mark: usize,
}

const MARKS: [(&[u8], Encoding); 3] =
    [(b"\xEF\xBB\xBF", Encoding::Utf8), (b"\xFF\xFE", Encoding::Utf16Le), (b"\xFE\xFF", Encoding::Utf16Be)];

fn choose(head: &[u8], assumed: &Assumed) -> Choice {
    let marked = MARKS.into_iter().find(|(mark, _)| head.starts_with(mark));
    let reader_of = |encoding| match encoding {
        Encoding::Utf8 | Encoding::Windows1252 => Reader::Lines(Some(encoding)),
        _ => Reader::Platform(encoding),
    };
    if let Some((encoding, by)) = assumed.encoding {
        // What the seller says holds for every line; what we concluded, for most.
        let reader = if by == EncodingBy::Seller { Reader::Platform(encoding) } else { reader_of(encoding) };
        let mark = marked.filter(|(_, marked)| *marked == encoding).map_or(0, |(mark, _)| mark.len());
        return Choice { reader, by, mark };
    }
    if let Some((mark, encoding)) = marked {
        return Choice { reader: reader_of(encoding), by: EncodingBy::Mark, mark: mark.len() };
    }
    match decode::utf16_by_zero_bytes(head) {
        Some(encoding) => Choice { reader: Reader::Platform(encoding), by: EncodingBy::ZeroBytes, mark: 0 },
        None => Choice { reader: Reader::Lines(None), by: EncodingBy::Strict, mark: 0 },
    }
}

/// Where lines end in carriage returns alone, line feeds in their place: one byte for one. Not in UTF-16, where such
/// a byte may be half of another sign.
pub(super) fn with_line_feeds<'a>(bytes: &'a [u8], only_returns: bool, buffer: &'a mut Vec<u8>) -> &'a [u8] {
    if !only_returns {
        return bytes;
    }
    buffer.clear();
    buffer.extend(bytes.iter().map(|&byte| if byte == b'\r' { b'\n' } else { byte }));
    buffer
}

/// The head as text, and what its lines say of the encoding.
fn decode_head(head: &[u8], choice: Choice, platform: &dyn Platform) -> (Vec<u8>, Option<Evidence>) {
    let mut decoder = Decoder::new(0, choice.reader, platform);
    let mut text = Vec::with_capacity(head.len());
    let below_mark = head.get(choice.mark..).unwrap_or_default();
    decoder.decode(below_mark, true, &mut |piece| text.extend_from_slice(piece.text));
    (text, decoder.evidence().cloned())
}

impl Reading {
    /// Looks at the head of a source, and begins to read it if it is a report.
    pub fn open(
        head: &[u8],
        about: &SourceOptions,
        source: u32,
        options: &Options,
        assumed: &Assumed,
        before: &mut Known,
        platform: &dyn Platform,
    ) -> Opened {
        let name = about.name.as_deref().unwrap_or_default();
        let mut choice = choose(head, assumed);
        let is_wide = matches!(choice.reader, Reader::Platform(Encoding::Utf16Le | Encoding::Utf16Be));
        let only_returns =
            !is_wide && memchr::memchr(b'\n', head).is_none() && memchr::memchr(b'\r', head).is_some();
        let mut buffer = Vec::new();
        let head = with_line_feeds(head, only_returns, &mut buffer);
        let (text, evidence) = decode_head(head, choice, platform);
        let mut sniffed = sniff::sniff(head, &text, name);
        let is_unclear = assumed.encoding.is_none() && evidence.is_some_and(|evidence| evidence.other > 0);
        if is_unclear && !matches!(sniffed, Sniffed::Report(_)) {
            // Under one encoding the column names may be ones that we know.
            for encoding in [Encoding::Gbk, Encoding::ShiftJis] {
                let other = Choice { reader: Reader::Platform(encoding), by: EncodingBy::Header, mark: 0 };
                let (text, _) = decode_head(head, other, platform);
                if let report @ Sniffed::Report(_) = sniff::sniff(head, &text, name) {
                    (choice, sniffed) = (other, report);
                    break;
                }
            }
        }
        let header = match sniffed {
            Sniffed::Empty => return Opened::Empty,
            Sniffed::Report(header) if only_returns => Header { line_end: Some("cr"), ..*header },
            Sniffed::Report(header) => *header,
            other => return Opened::Other(other),
        };
        let Some(report) = header.report.reading() else {
            return Opened::Other(Sniffed::Report(Box::new(header)));
        };
        let conventions = assumed.conventions.unwrap_or_else(|| expected(&header));
        let desk = Desk::new(source, options, about, &header, report, conventions, std::mem::take(before));
        Opened::Reading(Box::new(Reading {
            skip: header.end,
            decoder: Decoder::new(choice.mark as u64, choice.reader, platform),
            records: Records::new(header.dialect, 1),
            reader: choice.reader,
            by: choice.by,
            mark: choice.mark,
            header,
            desk,
            conventions,
            checkpoints: Checkpoints::default(),
            below_header: None,
            only_returns,
            with_line_feeds: Vec::new(),
            marks: Marks::default(),
        }))
    }

    /// The next bytes below the byte order mark.
    pub fn push(&mut self, bytes: &[u8], last: bool, payload: &mut Payload) {
        let Reading { desk, decoder, records, checkpoints, skip, marks, below_header, .. } = self;
        let bytes = with_line_feeds(bytes, self.only_returns, &mut self.with_line_feeds);
        decoder.decode(bytes, last, &mut |piece| {
            let start = piece.text.len().min(*skip);
            if start > 0 && start == *skip {
                *below_header = piece.position(start);
            }
            *skip -= start;
            let text = piece.text.get(start..).unwrap_or_default();
            let before = marks.add(piece, start, text.len());
            let mut known = decode::Known::default();
            records.push(text, false, &mut |record| {
                if checkpoints.is_due(record.number) {
                    // What ends in an earlier piece has no place that is known.
                    let end = record.end.checked_sub(before).map(|end| start + end as usize);
                    checkpoints.mark(record.number, end.and_then(|end| piece.position_from(&mut known, end)));
                }
                let (odd, is_ascii) = marks.of_record(record.end);
                desk.take(&record, odd, is_ascii, payload);
            });
        });
        if last {
            records.push(&[], true, &mut |record| {
                let (odd, is_ascii) = marks.of_record(record.end);
                desk.take(&record, odd, is_ascii, payload);
            });
        }
    }

    /// Several workers can read it, if a record is a line and ends where its text says, wherever reading begins.
    pub fn may_share(&self) -> bool {
        let is_lines = matches!(self.reader, Reader::Lines(_)) && !self.header.dialect.quoted;
        is_lines && !self.only_returns && self.skip == 0 && self.desk.may_share()
    }

    /// The number of the record that was read last.
    pub fn number(&self) -> u64 {
        self.records.number()
    }

    /// Goes on elsewhere in the file, at the beginning of the record after this number. False: that cannot be.
    pub fn go_on_behind(&mut self, at: u64, number: u64) -> bool {
        self.skip = 0;
        self.records.go_on_behind(number);
        self.desk.go_on_behind(number);
        self.decoder.go_to(at)
    }

    pub fn into_share(mut self) -> Share {
        let mut share = self.desk.take_share();
        share.main = self.decoder.main();
        share.evidence = self.decoder.evidence().cloned().unwrap_or_default();
        share
    }

    /// Of this source, with nothing in it.
    pub fn empty_share(&self) -> Share {
        self.desk.empty_share()
    }

    /// False: what another worker did cannot be added to what was done here.
    pub fn add_share(&mut self, mut share: Share) -> bool {
        let evidence = std::mem::take(&mut share.evidence);
        self.decoder.add_evidence(share.main, evidence) && self.desk.add_share(share)
    }

    /// Is what was read in several shares what one worker would have read?
    pub fn may_join(&self) -> bool {
        !self.desk.blocked && !self.decoder.evidence().is_some_and(Evidence::is_shuffled)
    }

    pub fn reader(&self) -> Reader {
        match self.reader {
            Reader::Lines(_) => Reader::Lines(self.decoder.main()),
            platform => platform,
        }
    }

    /// The encoding that the file was read in, and how that was known.
    pub fn encoding(&self) -> (Encoding, EncodingBy) {
        let by_lines = |main: Option<Encoding>| {
            let others = self.decoder.evidence().is_some_and(|evidence| evidence.other > 0);
            let encoding = main.unwrap_or(Encoding::Utf8);
            let by = match (encoding, self.by) {
                (_, by) if by != EncodingBy::Strict => by,
                (Encoding::Utf8, _) if !others => EncodingBy::Strict,
                (Encoding::Utf8, _) => EncodingBy::Text,
                _ => EncodingBy::Default,
            };
            (encoding, by)
        };
        match self.reader {
            Reader::Lines(_) => by_lines(self.decoder.main()),
            Reader::Platform(encoding) => (encoding, self.by),
        }
    }

    /// What all lines say of the encoding, where that is not what was assumed.
    pub fn other_encoding(&self, platform: &dyn Platform) -> Option<(Encoding, EncodingBy)> {
        if self.by != EncodingBy::Strict {
            return None;
        }
        let (main, evidence) = (self.decoder.main()?, self.decoder.evidence()?);
        if evidence.utf8 >= evidence.other {
            return (main != Encoding::Utf8).then_some((Encoding::Utf8, EncodingBy::Text));
        }
        match decode::guess(&evidence.sample, platform) {
            Some(encoding) => Some((encoding, EncodingBy::Text)),
            None => (main != Encoding::Windows1252).then_some((Encoding::Windows1252, EncodingBy::Default)),
        }
    }
}

/// What a file is expected to be written like before any of its values is read. Semicolons separate where commas
/// stand before the decimals.
fn expected(header: &Header) -> Conventions {
    let comma_languages = ["de", "fr", "it", "es"];
    let by_language = header.evidence.language.is_some_and(|language| comma_languages.contains(&language));
    let decimals = match header.dialect.delimiter == b';' || by_language {
        true => Decimals::Comma,
        false => Decimals::Point,
    };
    Conventions::expected(decimals, header.currency)
}

/// The family whose name a source gets that is not read.
pub(super) fn named(sniffed: &Sniffed) -> (Option<&'static reports::Report>, crate::outcome::Evidence) {
    match sniffed {
        Sniffed::Report(header) => (Some(header.report), header.evidence.clone()),
        Sniffed::Other { family, evidence } => (reports::by_family(family), evidence.clone()),
        Sniffed::Empty => (None, sniff::evidence(crate::outcome::RecognisedBy::Nothing)),
    }
}
