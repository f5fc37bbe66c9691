//! The platform's decoders, in a browser: `TextDecoder`.

use crate::input::decode::{Encoding, Platform, PlatformDecoder};
use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type TextDecoder;

    #[wasm_bindgen(constructor)]
    fn new(label: &str, options: &JsValue) -> TextDecoder;

    #[wasm_bindgen(method)]
    fn decode(this: &TextDecoder, bytes: &Uint8Array, options: &JsValue) -> String;
}

pub struct Browser;

struct Decoder {
    decoder: TextDecoder,
    more: JsValue,
    last: JsValue,
}

fn options(name: &str, value: bool) -> JsValue {
    let options = Object::new();
    // Setting a property of a fresh object does not fail.
    let _ = Reflect::set(&options, &name.into(), &value.into());
    options.into()
}

impl Platform for Browser {
    fn decoder(&self, encoding: Encoding) -> Box<dyn PlatformDecoder> {
        Box::new(Decoder {
            decoder: TextDecoder::new(encoding.label(), &options("ignoreBOM", true)),
            more: options("stream", true),
            last: options("stream", false),
        })
    }
}

impl PlatformDecoder for Decoder {
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut Vec<u8>) {
        let how = if last { &self.last } else { &self.more };
        text.extend_from_slice(self.decoder.decode(&Uint8Array::from(bytes), how).as_bytes());
    }
}
