//! Bytes to UTF-8, a piece at a time.
//!
//! A local file has no label. Its first byte above 0x7F decides: if it begins a well-formed UTF-8 sequence the
//! file is UTF-8, else it is windows-1252. So the answer does not depend on how the file is cut, and a file that
//! is plain ASCII to its last line is still read rightly. A sequence that breaks in a UTF-8 file becomes U+FFFD,
//! which the cell's reader reports.
//!
//! Own code, because encoding_rs would add 128 KB to the download. windows-1252 is bytes 0x80 to 0x9F by table
//! and Latin-1 for the rest, as the WHATWG Encoding Standard has it; a test compares every byte with encoding_rs.

/// What the file turned out to be, so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Nothing above 0x7F yet. Reported as UTF-8.
    Ascii,
    Utf8,
    Windows1252,
}

impl Encoding {
    /// The WHATWG label.
    pub fn label(self) -> &'static str {
        match self {
            Encoding::Ascii | Encoding::Utf8 => "utf-8",
            Encoding::Windows1252 => "windows-1252",
        }
    }
}

/// Bytes 0x80 to 0x9F of windows-1252. The five that it leaves free are the control signs of the same number.
const HIGH_CONTROLS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// A piece of the file as text.
#[derive(Clone, Copy, Debug)]
pub struct Piece<'a> {
    pub text: &'a [u8],
    /// Where in the file the text begins.
    begins_at: u64,
    scale: Scale,
}

/// What a byte of the text is in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scale {
    Bytes,
    /// Each character is one byte there.
    Characters,
    /// Something was replaced, and nobody can tell.
    Lost,
}

impl<'a> Piece<'a> {
    /// Where in the file the text after the first `length` bytes stands; `None` if nobody can tell.
    pub fn position(&self, length: usize) -> Option<u64> {
        let text = self.text.get(..length)?;
        let length = match self.scale {
            Scale::Bytes => text.len(),
            // A byte that does not continue a character begins one.
            Scale::Characters => text.iter().filter(|&&byte| byte & 0xC0 != 0x80).count(),
            Scale::Lost => return None,
        };
        Some(self.begins_at + length as u64)
    }

    /// Without its first `length` bytes.
    pub fn skip(self, length: usize) -> Piece<'a> {
        let text = self.text.get(length..).unwrap_or_default();
        match self.position(length) {
            Some(begins_at) => Piece { text, begins_at, ..self },
            None => Piece { text, ..self },
        }
    }
}

/// The state between two pieces.
#[derive(Clone, Debug)]
pub struct Decoder {
    encoding: Encoding,
    /// The beginning of a UTF-8 sequence whose rest is still to come.
    tail: Vec<u8>,
    decoded: Vec<u8>,
    /// Bytes of the file read so far.
    read: u64,
}

impl Decoder {
    /// For the bytes from `at` on. `encoding` is what is known from before.
    pub fn new(at: u64, encoding: Encoding) -> Self {
        Decoder { encoding, tail: Vec::new(), decoded: Vec::new(), read: at }
    }

    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// The next piece as UTF-8. `last`: nothing comes after it.
    pub fn decode<'a>(&'a mut self, bytes: &'a [u8], last: bool) -> Piece<'a> {
        let begins_at = self.read - self.tail.len() as u64;
        self.read += bytes.len() as u64;
        if self.tail.is_empty() {
            let (text, scale) = self.decode_whole(bytes, last);
            return Piece { text, begins_at, scale };
        }
        let mut joined = std::mem::take(&mut self.tail);
        joined.extend_from_slice(bytes);
        let (text, scale) = self.decode_whole(&joined, last);
        let text = text.to_vec();
        self.decoded = text;
        Piece { text: &self.decoded, begins_at, scale }
    }

    fn decode_whole<'a>(&'a mut self, bytes: &'a [u8], last: bool) -> (&'a [u8], Scale) {
        if self.encoding == Encoding::Ascii && !self.decide(bytes, last) {
            // The undecided beginning of a sequence waits in `tail`.
            return (bytes.get(..bytes.len() - self.tail.len()).unwrap_or_default(), Scale::Bytes);
        }
        match self.encoding {
            Encoding::Ascii => (bytes, Scale::Bytes),
            Encoding::Windows1252 => {
                self.decoded.clear();
                decode_windows_1252(bytes, &mut self.decoded);
                (&self.decoded, Scale::Characters)
            }
            Encoding::Utf8 => self.decode_utf8(bytes, last),
        }
    }

    /// Looks for the byte that decides. False: it may be there, but its sequence is cut.
    fn decide(&mut self, bytes: &[u8], last: bool) -> bool {
        let Some(high) = bytes.iter().position(|byte| !byte.is_ascii()) else { return true };
        let Some(sequence) = bytes.get(high..) else { return true };
        let window = sequence.get(..4).unwrap_or(sequence);
        self.encoding = match core::str::from_utf8(window) {
            Ok(_) => Encoding::Utf8,
            Err(error) if error.valid_up_to() > 0 => Encoding::Utf8,
            Err(error) if error.error_len().is_none() && !last => {
                self.tail = sequence.to_vec();
                return false;
            }
            Err(_) => Encoding::Windows1252,
        };
        true
    }

    fn decode_utf8<'a>(&'a mut self, bytes: &'a [u8], last: bool) -> (&'a [u8], Scale) {
        if simdutf8::basic::from_utf8(bytes).is_ok() {
            return (bytes, Scale::Bytes);
        }
        let cut = if last { 0 } else { cut_sequence(bytes) };
        let (whole, tail) = bytes.split_at(bytes.len() - cut);
        self.tail = tail.to_vec();
        if simdutf8::basic::from_utf8(whole).is_ok() {
            return (whole, Scale::Bytes);
        }
        self.decoded.clear();
        self.decoded.extend_from_slice(String::from_utf8_lossy(whole).as_bytes());
        (&self.decoded, Scale::Lost)
    }
}

/// How many bytes at the end begin a sequence that may still be completed.
fn cut_sequence(bytes: &[u8]) -> usize {
    let longest = bytes.len().min(3);
    (1..=longest)
        .find(|&length| {
            let end = bytes.get(bytes.len() - length..).unwrap_or_default();
            matches!(core::str::from_utf8(end), Err(error) if error.valid_up_to() == 0 && error.error_len().is_none())
        })
        .unwrap_or(0)
}

fn decode_windows_1252(bytes: &[u8], out: &mut Vec<u8>) {
    out.reserve(bytes.len());
    let mut rest = bytes;
    while !rest.is_empty() {
        let plain = rest.iter().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
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
    use super::*;

    fn decode_in_pieces(bytes: &[u8], size: usize) -> (Vec<u8>, Encoding) {
        let mut decoder = Decoder::new(0, Encoding::Ascii);
        let mut text = Vec::new();
        for piece in bytes.chunks(size.max(1)) {
            text.extend_from_slice(decoder.decode(piece, false).text);
        }
        text.extend_from_slice(decoder.decode(&[], true).text);
        (text, decoder.encoding())
    }

    #[test]
    fn every_cut_gives_the_same_text() {
        let samples: [&[u8]; 8] = [
            b"plain",
            "Z\u{fc}rich, S\u{e3}o Paulo, \u{4e9a}\u{9a6c}\u{900a} \u{1f600}".as_bytes(),
            b"Caf\xe9 \x80 \x93quoted\x94",
            b"ends with \xe9",
            b"broken \xc3\xa9 then \xe9 and \xf0\x9f",
            b"\xf0\x9f\x98",
            b"\xc3",
            b"",
        ];
        for sample in samples {
            let whole = decode_in_pieces(sample, usize::MAX);
            for size in 1..=sample.len() {
                assert_eq!(decode_in_pieces(sample, size), whole, "{sample:?} in pieces of {size}");
            }
        }
    }

    #[test]
    fn windows_1252_is_what_the_encoding_standard_says() {
        for byte in 0x80..=0xFFu8 {
            // The byte must be followed by one that makes the pair ill-formed UTF-8.
            let sample = [b'a', byte, b' '];
            let (text, encoding) = decode_in_pieces(&sample, 1);
            assert_eq!(encoding, Encoding::Windows1252);
            let (expected, _, _) = encoding_rs::WINDOWS_1252.decode(&sample);
            assert_eq!(text, expected.as_bytes(), "{byte:x}");
        }
    }

    #[test]
    fn broken_utf8_is_replaced_as_the_encoding_standard_says() {
        let sample = b"\xc3\xa9 \xe9 \xed\xa0\x80 \xf0\x9f \xff";
        let (text, _) = decode_in_pieces(sample, 2);
        let (expected, _) = encoding_rs::UTF_8.decode_without_bom_handling(sample);
        assert_eq!(String::from_utf8_lossy(&text), expected);
    }
}
