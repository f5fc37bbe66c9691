//! Bytes to UTF-8, a piece at a time.
//!
//! A local file has no label, and a byte above 0x7F may stand in its last line. So UTF-8 and windows-1252 are told
//! apart line by line: a line that is well-formed UTF-8 is read as that, any other as windows-1252. What the file
//! *is* the majority of its lines says at the end ([`Decoder::evidence`]); if that is not what was assumed, the
//! file is read a second time. A line of the other kind stays marked, because then two exports were pasted
//! together, or a letter was cut in two.
//!
//! Everything else goes through the platform's decoder: `TextDecoder` in a browser, encoding_rs natively, because
//! encoding_rs would add 128 KB to the download. windows-1252 is ours: it is common, and twice as fast so. A test
//! compares every byte with encoding_rs.

use super::blocks::{self, BLOCK};
use super::records::LONGEST;
use crate::fields::text::HIGH_CONTROLS;

/// The encodings that these files are found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Windows1252,
    Utf16Le,
    Utf16Be,
    ShiftJis,
    Gbk,
}

impl Encoding {
    pub const ALL: [Encoding; 6] = [
        Encoding::Utf8,
        Encoding::Windows1252,
        Encoding::Utf16Le,
        Encoding::Utf16Be,
        Encoding::ShiftJis,
        Encoding::Gbk,
    ];

    /// The WHATWG label.
    pub fn label(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Windows1252 => "windows-1252",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::ShiftJis => "shift_jis",
            Encoding::Gbk => "gbk",
        }
    }

    pub fn from_label(label: &str) -> Option<Encoding> {
        Encoding::ALL.into_iter().find(|encoding| encoding.label().eq_ignore_ascii_case(label))
    }
}

/// The platform's decoders.
pub trait Platform {
    /// A new one. It takes no notice of byte order marks, and writes U+FFFD where bytes mean nothing.
    fn decoder(&self, encoding: Encoding) -> Box<dyn PlatformDecoder>;
}

pub trait PlatformDecoder {
    /// Appends the next piece's text. `last`: nothing comes after it.
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut Vec<u8>);
}

/// A piece of the file as text.
#[derive(Clone, Copy, Debug)]
pub struct Piece<'a> {
    pub text: &'a [u8],
    /// There is nothing beyond ASCII in it.
    pub is_ascii: bool,
    /// Where in the text a line begins that is in the other encoding than the file.
    pub odd: &'a [usize],
    /// Where in the file the text begins.
    begins_at: u64,
    scale: Scale,
}

/// How much of a piece's text is how much of the file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known {
    text: usize,
    file: usize,
}

/// What a byte of the text is in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scale {
    Bytes,
    /// Each character is one byte there.
    Characters,
    /// Nobody can tell.
    Lost,
}

impl<'a> Piece<'a> {
    /// Where in the file the text after the first `length` bytes stands; `None` if nobody can tell.
    pub fn position(&self, length: usize) -> Option<u64> {
        self.position_from(&mut Known::default(), length)
    }

    /// The same, from the place that was asked for before on, which must not come after it.
    pub fn position_from(&self, before: &mut Known, length: usize) -> Option<u64> {
        let text = self.text.get(before.text..length)?;
        before.file += match self.scale {
            Scale::Bytes => text.len(),
            Scale::Characters => blocks::characters(text),
            Scale::Lost => return None,
        };
        before.text = length;
        Some(self.begins_at + before.file as u64)
    }
}

/// What the lines read so far say of the file's encoding. Counted in signs, not in lines, so that it is the same
/// however the file is cut.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Signs beyond ASCII in lines that are well-formed UTF-8.
    pub utf8: u64,
    /// Bytes beyond ASCII in lines that are not.
    pub other: u64,
    /// The first of those lines, each from there on.
    pub sample: Vec<u8>,
    /// Lines of another part of the file may belong between those of the sample.
    has_gaps: bool,
}

impl Evidence {
    /// Whether the sample counts, and is not that of somebody who reads the file from its beginning.
    pub fn is_shuffled(&self) -> bool {
        self.has_gaps && self.other > self.utf8
    }
}

const SAMPLE: usize = 4096;

/// Who reads a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// We do, line by line: UTF-8 and windows-1252. What the file is taken for, if that is known.
    Lines(Option<Encoding>),
    Platform(Encoding),
}

/// The state between two pieces.
pub enum Decoder {
    Own(Lines),
    Platform(Box<dyn PlatformDecoder>, Vec<u8>),
}

/// The reader of UTF-8 and windows-1252.
#[derive(Debug, Default)]
pub struct Lines {
    /// What the file is taken for; until then the first line that is not ASCII decides.
    main: Option<Encoding>,
    /// The beginning of a line that is not ASCII, whose end is still to come.
    carry: Vec<u8>,
    /// How many bytes of the present line have been given already.
    given: usize,
    decoded: Vec<u8>,
    odd: Vec<usize>,
    /// Bytes of the file read so far.
    read: u64,
    evidence: Evidence,
}

impl Decoder {
    /// For the bytes from `at` on.
    pub fn new(at: u64, reader: Reader, platform: &dyn Platform) -> Self {
        match reader {
            Reader::Platform(encoding) => Decoder::Platform(platform.decoder(encoding), Vec::new()),
            Reader::Lines(main) => Decoder::Own(Lines { main, read: at, ..Lines::default() }),
        }
    }

    /// What our own reader takes the file for; `None` while it is plain ASCII, or where the platform reads.
    pub fn main(&self) -> Option<Encoding> {
        match self {
            Decoder::Own(lines) => lines.main,
            Decoder::Platform(..) => None,
        }
    }

    pub fn evidence(&self) -> Option<&Evidence> {
        match self {
            Decoder::Own(lines) => Some(&lines.evidence),
            Decoder::Platform(..) => None,
        }
    }

    /// Goes on elsewhere in the file, at the beginning of a line. False where a platform's decoder reads, which cannot.
    pub fn go_to(&mut self, at: u64) -> bool {
        match self {
            Decoder::Own(lines) => {
                lines.read = at;
                lines.evidence.has_gaps |= lines.evidence.sample.len() < SAMPLE;
                true
            }
            Decoder::Platform(..) => false,
        }
    }

    /// Takes what the lines of another part of the file say of its encoding, that part being read as `main`. False: it
    /// was read in another encoding than this one.
    pub fn add_evidence(&mut self, main: Option<Encoding>, evidence: Evidence) -> bool {
        let Decoder::Own(lines) = self else { return false };
        lines.evidence.has_gaps |= lines.evidence.sample.len() < SAMPLE;
        lines.evidence.utf8 += evidence.utf8;
        lines.evidence.other += evidence.other;
        let room = SAMPLE.saturating_sub(lines.evidence.sample.len());
        lines.evidence.sample.extend(evidence.sample.into_iter().take(room));
        match (lines.main, main) {
            (Some(ours), Some(theirs)) => ours == theirs,
            (ours, theirs) => {
                lines.main = ours.or(theirs);
                true
            }
        }
    }

    /// Gives the next bytes as UTF-8, in one piece or several. `last`: nothing comes after them.
    pub fn decode(&mut self, bytes: &[u8], last: bool, sink: &mut dyn FnMut(&Piece<'_>)) {
        match self {
            Decoder::Own(lines) => lines.decode(bytes, last, sink),
            Decoder::Platform(decoder, text) => {
                text.clear();
                decoder.decode(bytes, last, text);
                sink(&Piece { text, is_ascii: false, odd: &[], begins_at: 0, scale: Scale::Lost });
            }
        }
    }
}

impl Lines {
    fn decode(&mut self, mut bytes: &[u8], last: bool, sink: &mut dyn FnMut(&Piece<'_>)) {
        if !self.carry.is_empty() {
            let end = memchr::memchr(b'\n', bytes).map_or(bytes.len(), |end| end + 1);
            let (line, rest) = bytes.split_at(end);
            let is_whole = last || line.ends_with(b"\n");
            let mut joined = std::mem::take(&mut self.carry);
            joined.extend_from_slice(line);
            self.read += line.len() as u64;
            if !is_whole && self.given + joined.len() <= LONGEST {
                self.carry = joined;
                return;
            }
            self.give(&joined, self.read - joined.len() as u64, sink);
            bytes = rest;
        }
        let begins_at = self.read;
        self.read += bytes.len() as u64;
        let whole = match memchr::memrchr(b'\n', bytes) {
            _ if last => bytes.len(),
            Some(end) => end + 1,
            None => 0,
        };
        let (head, tail) = bytes.split_at(whole);
        if tail.is_ascii() {
            return self.give(bytes, begins_at, sink);
        }
        self.give(head, begins_at, sink);
        if self.given + tail.len() > LONGEST {
            return self.give(tail, begins_at + whole as u64, sink);
        }
        self.carry.extend_from_slice(tail);
    }

    /// Whole lines; the last one may go on if it is ASCII so far, or longer than any record.
    fn give(&mut self, bytes: &[u8], begins_at: u64, sink: &mut dyn FnMut(&Piece<'_>)) {
        let is_utf8 = matches!(self.main, None | Some(Encoding::Utf8))
            && simdutf8::basic::from_utf8(bytes).is_ok()
            && !self.has_overlong(bytes);
        let signs = if is_utf8 { signs(bytes) } else { 0 };
        let is_ascii = if is_utf8 { signs == 0 } else { blocks::first_beyond_ascii(bytes).is_none() };
        if !is_ascii && !is_utf8 {
            return self.give_line_by_line(bytes, begins_at, sink);
        }
        if !is_ascii {
            self.main = Some(Encoding::Utf8);
        }
        self.evidence.utf8 += signs;
        self.advance(bytes);
        sink(&Piece { text: bytes, is_ascii, odd: &[], begins_at, scale: Scale::Bytes });
    }

    fn give_line_by_line(&mut self, bytes: &[u8], begins_at: u64, sink: &mut dyn FnMut(&Piece<'_>)) {
        let mut decoded = std::mem::take(&mut self.decoded);
        let mut odd = std::mem::take(&mut self.odd);
        decoded.clear();
        odd.clear();
        // Which kinds of lines there are, beside plain ones.
        let (mut any_utf8, mut any_other) = (false, false);
        let has_overlong = self.has_overlong(bytes);
        let mut rest = bytes;
        while !rest.is_empty() {
            // Plain lines are nearly all of them, and go together.
            let plain = match blocks::first_beyond_ascii(rest) {
                _ if has_overlong => 0,
                None => rest.len(),
                Some(at) => {
                    memchr::memrchr(b'\n', rest.get(..at).unwrap_or_default()).map_or(0, |end| end + 1)
                }
            };
            let (lines, behind) = rest.split_at(plain);
            decoded.extend_from_slice(lines);
            self.advance(lines);
            let (line, behind) =
                behind.split_at(memchr::memchr(b'\n', behind).map_or(behind.len(), |end| end + 1));
            rest = behind;
            if self.given + line.strip_suffix(b"\n").unwrap_or(line).len() > LONGEST {
                // No record, so its letters do not matter, only its length.
                decoded.extend(line.iter().map(|&byte| if byte.is_ascii() { byte } else { b'?' }));
            } else if line.is_ascii() {
                decoded.extend_from_slice(line);
            } else {
                let kind = match simdutf8::basic::from_utf8(line) {
                    Ok(_) => Encoding::Utf8,
                    Err(_) => Encoding::Windows1252,
                };
                if *self.main.get_or_insert(kind) != kind {
                    odd.push(decoded.len());
                }
                match kind {
                    Encoding::Utf8 => {
                        any_utf8 = true;
                        self.evidence.utf8 += signs(line);
                        decoded.extend_from_slice(line);
                    }
                    _ => {
                        any_other = true;
                        self.evidence.other += line.iter().filter(|byte| !byte.is_ascii()).count() as u64;
                        let room = SAMPLE.saturating_sub(self.evidence.sample.len());
                        // What stands before it may have been given already.
                        let beyond = line.iter().skip_while(|byte| byte.is_ascii());
                        self.evidence.sample.extend(beyond.take(room));
                        decode_windows_1252(line, &mut decoded);
                    }
                }
            }
            self.advance(line);
        }
        let scale = match (any_utf8, any_other) {
            (_, false) => Scale::Bytes,
            (false, true) => Scale::Characters,
            (true, true) => Scale::Lost,
        };
        sink(&Piece { text: &decoded, is_ascii: false, odd: &odd, begins_at, scale });
        self.decoded = decoded;
        self.odd = odd;
    }

    fn advance(&mut self, bytes: &[u8]) {
        self.given = match memchr::memrchr(b'\n', bytes) {
            Some(end) => bytes.len() - end - 1,
            None => self.given + bytes.len(),
        };
    }

    /// Is there a line that is longer than any record?
    fn has_overlong(&self, bytes: &[u8]) -> bool {
        let mut start = 0;
        let mut longest = LONGEST.saturating_sub(self.given);
        while bytes.len() - start > longest {
            let window = bytes.get(start..start + longest + 1).unwrap_or_default();
            let Some(end) = memchr::memrchr(b'\n', window) else { return true };
            start += end + 1;
            longest = LONGEST;
        }
        false
    }
}

/// How many signs beyond ASCII there are in well-formed UTF-8: by the bytes that begin them.
fn signs(text: &[u8]) -> u64 {
    let mut signs = 0;
    let mut rest = text;
    while let Some(at) = blocks::first_beyond_ascii(rest) {
        // What is near may be more of them.
        let (_, behind) = rest.split_at(at);
        let (near, behind) = behind.split_at(behind.len().min(BLOCK));
        signs += near.iter().filter(|&&byte| byte >= 0xC0).count() as u64;
        rest = behind;
    }
    signs
}

/// Which of the East Asian encodings a text is in that is not UTF-8; `None` if it is none of them, and so
/// windows-1252.
///
/// Western letters stand alone among ASCII ones; Chinese and Japanese ones stand together. Kana tell Shift_JIS from
/// GBK, whose bytes are often the other's too; half-width kana tell nothing, because GBK's letters look like them.
pub fn guess(sample: &[u8], platform: &dyn Platform) -> Option<Encoding> {
    // A line that was cut at the end of the sample may have lost half a letter.
    let whole = memchr::memrchr(b'\n', sample).map_or(sample, |end| sample.get(..end).unwrap_or(sample));
    [Encoding::ShiftJis, Encoding::Gbk].into_iter().find(|&encoding| {
        let mut text = Vec::new();
        platform.decoder(encoding).decode(whole, true, &mut text);
        let (mut beyond, mut letters, mut together, mut kana, mut before) = (0u32, 0u32, 0u32, 0u32, false);
        for sign in String::from_utf8_lossy(&text).chars() {
            let is_kana = matches!(sign, '\u{3041}'..='\u{30FF}');
            let is_letter = is_kana || matches!(sign, '\u{3001}'..='\u{3017}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF5E}');
            beyond += u32::from(!sign.is_ascii());
            letters += u32::from(is_letter);
            together += u32::from(is_letter && before);
            kana += u32::from(is_kana);
            before = is_letter;
        }
        let makes_sense = letters >= 2 && letters * 20 >= beyond * 19 && together * 2 >= letters;
        makes_sense && (encoding == Encoding::Gbk || kana * 20 >= letters)
    })
}

/// UTF-16 without a byte order mark: of its plain letters, every other byte is zero.
pub fn utf16_by_zero_bytes(head: &[u8]) -> Option<Encoding> {
    let (pairs, _) = head.get(..1024).unwrap_or(head).as_chunks::<2>();
    let zeros = |which: usize| pairs.iter().filter(|pair| pair[which] == 0 && pair[1 - which] != 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let enough = |most: usize, few: usize| most >= 4 && most * 4 >= pairs.len() * 3 && few * 20 <= most;
    if enough(second, first) {
        Some(Encoding::Utf16Le)
    } else if enough(first, second) {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

fn decode_windows_1252(bytes: &[u8], out: &mut Vec<u8>) {
    out.reserve(bytes.len());
    let mut rest = bytes;
    while !rest.is_empty() {
        let plain = blocks::first_beyond_ascii(rest).unwrap_or(rest.len());
        let (ascii, high) = rest.split_at(plain);
        out.extend_from_slice(ascii);
        let [first, after @ ..] = high else { return };
        let decoded = match HIGH_CONTROLS.get(usize::from(*first - 0x80)) {
            Some(&sign) => sign,
            None => char::from(*first),
        };
        out.extend_from_slice(decoded.encode_utf8(&mut [0; 4]).as_bytes());
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::super::native::Native;
    use super::*;

    fn read(bytes: &[u8], size: usize, reader: Reader) -> (Vec<u8>, Option<Encoding>, Option<Evidence>) {
        let mut decoder = Decoder::new(0, reader, &Native);
        let mut text = Vec::new();
        for piece in bytes.chunks(size.max(1)) {
            decoder.decode(piece, false, &mut |piece| text.extend_from_slice(piece.text));
        }
        decoder.decode(&[], true, &mut |piece| text.extend_from_slice(piece.text));
        (text, decoder.main(), decoder.evidence().cloned())
    }

    #[test]
    fn every_cut_gives_the_same_text_and_evidence() {
        let long = [b"caf\xe9 \xc3\xa9".repeat(8000), b"\nafter \xc3\xa9\n".to_vec()].concat();
        let samples: [&[u8]; 9] = [
            b"plain",
            "Z\u{fc}rich,\nS\u{e3}o Paulo, \u{4e9a}\u{9a6c}\u{900a} \u{1f600}".as_bytes(),
            b"Caf\xe9 \x80\n \x93quoted\x94",
            b"ends with \xe9",
            b"broken \xc3\xa9\n then \xe9 and \xf0\x9f\n\xc3\xa9",
            b"\xf0\x9f\x98",
            b"\xc3",
            b"",
            &long,
        ];
        for sample in samples {
            let own = [None, Some(Encoding::Utf8), Some(Encoding::Windows1252)].map(Reader::Lines);
            for reader in own.into_iter().chain(Encoding::ALL.map(Reader::Platform)) {
                let whole = read(sample, usize::MAX, reader);
                for size in (1..=sample.len()).take(9).chain([1000, 65_000, 65_537]) {
                    assert!(read(sample, size, reader) == whole, "{reader:?} in pieces of {size}");
                }
            }
        }
    }

    #[test]
    fn windows_1252_is_what_the_encoding_standard_says() {
        for byte in 0x80..=0xFFu8 {
            // The byte must be followed by one that makes the pair ill-formed UTF-8.
            let sample = [b'a', byte, b' '];
            let (text, main, _) = read(&sample, 1, Reader::Lines(None));
            assert_eq!(main, Some(Encoding::Windows1252));
            let (expected, _, _) = encoding_rs::WINDOWS_1252.decode(&sample);
            assert_eq!(text, expected.as_bytes(), "{byte:x}");
        }
    }

    #[test]
    fn lines_are_told_apart() {
        let (text, main, evidence) = read(b"a \xc3\xa9\nb \xe9\nc \xc3\xa9\n", 4, Reader::Lines(None));
        assert_eq!(String::from_utf8_lossy(&text), "a \u{e9}\nb \u{e9}\nc \u{e9}\n");
        let evidence = evidence.expect("our own reader");
        assert_eq!((main, evidence.utf8, evidence.other), (Some(Encoding::Utf8), 2, 1));
        assert_eq!(evidence.sample, b"\xe9\n");
    }

    #[test]
    fn east_asian_text_is_told_from_western() {
        let shift_jis = |text: &str| encoding_rs::SHIFT_JIS.encode(text).0.into_owned();
        let gbk = |text: &str| encoding_rs::GBK.encode(text).0.into_owned();
        let western = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        assert_eq!(
            guess(&shift_jis("249\tマグカップ 青\t東京都渋谷区\n"), &Native),
            Some(Encoding::ShiftJis)
        );
        assert_eq!(guess(&gbk("111\t蓝色马克杯\t纽约\n"), &Native), Some(Encoding::Gbk));
        assert_eq!(guess(&gbk("配送日期\t销售渠道\t卖家 SKU\n"), &Native), Some(Encoding::Gbk));
        for text in [
            "Ca\u{f1}on City\tCaf\u{e9}\n",
            "Mug \u{2013} 5\u{2033} \u{ab}bleu\u{bb}\n",
            "Z\u{fc}rich\n",
            "\u{c0}\u{c9}\n",
        ] {
            assert_eq!(guess(&western(text), &Native), None, "{text}");
        }
    }

    #[test]
    fn utf_16_is_known_by_its_zero_bytes() {
        let wide = |to: fn(u16) -> [u8; 2]| {
            "amazon-order-id\tsku\n".encode_utf16().flat_map(to).collect::<Vec<u8>>()
        };
        assert_eq!(utf16_by_zero_bytes(&wide(u16::to_le_bytes)), Some(Encoding::Utf16Le));
        assert_eq!(utf16_by_zero_bytes(&wide(u16::to_be_bytes)), Some(Encoding::Utf16Be));
        assert_eq!(utf16_by_zero_bytes(b"amazon-order-id"), None);
        assert_eq!(utf16_by_zero_bytes(&[0; 100]), None);
    }
}
