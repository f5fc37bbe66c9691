//! The platform's decoders, natively: encoding_rs.

use super::decode::{Encoding, Platform, PlatformDecoder};

/// encoding_rs.
#[derive(Clone, Copy, Debug)]
pub struct Native;

impl Platform for Native {
    fn decoder(&self, encoding: Encoding) -> Box<dyn PlatformDecoder> {
        let encoding = match encoding {
            Encoding::Utf8 => encoding_rs::UTF_8,
            Encoding::Windows1252 => encoding_rs::WINDOWS_1252,
            Encoding::Utf16Le => encoding_rs::UTF_16LE,
            Encoding::Utf16Be => encoding_rs::UTF_16BE,
            Encoding::ShiftJis => encoding_rs::SHIFT_JIS,
            Encoding::Gbk => encoding_rs::GBK,
        };
        Box::new(encoding.new_decoder_without_bom_handling())
    }
}

impl PlatformDecoder for encoding_rs::Decoder {
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut Vec<u8>) {
        let Some(room) = self.max_utf8_buffer_length(bytes.len()) else { return };
        let start = text.len();
        text.resize(start + room, 0);
        let written = match text.get_mut(start..) {
            Some(room) => self.decode_to_utf8(bytes, room, last).2,
            None => 0,
        };
        text.truncate(start + written);
    }
}
