//! The edge to JavaScript: translates, decides nothing. Rows never cross it; bytes go in, and out come parts of
//! the payload and one outcome.

use crate::fault::Fault;
use crate::outcome::{Options, RecordText};
use crate::session::{self, Appetite};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
pub struct Session(session::Session);

#[wasm_bindgen]
impl Session {
    /// `options` is a plain object with the fields of `Options`; what is left out has its default.
    #[wasm_bindgen(constructor)]
    pub fn new(options: JsValue) -> Result<Session, JsError> {
        let options: Options = match options.is_undefined() || options.is_null() {
            true => Options::default(),
            false => serde_wasm_bindgen::from_value(options)?,
        };
        Ok(Session(session::Session::new(options)))
    }

    /// True while more of the file is wanted.
    pub fn push(&mut self, chunk: &[u8]) -> Result<bool, JsError> {
        Ok(self.0.push(chunk).map_err(fault)? == Appetite::More)
    }

    /// Records read so far.
    pub fn records(&self) -> f64 {
        self.0.records() as f64
    }

    /// A finished part of the payload, if there is one.
    pub fn take_payload(&mut self) -> Option<Vec<u8>> {
        self.0.take_payload()
    }

    /// The outcome.
    pub fn finish(&mut self) -> Result<JsValue, JsError> {
        to_js(&self.0.finish().map_err(fault)?)
    }

    /// How to find a record's text again, after `finish`.
    pub fn find_record(&self, number: f64) -> Option<RecordSearch> {
        self.0.find_record(number as u64).map(RecordSearch)
    }
}

#[wasm_bindgen]
pub struct RecordSearch(session::RecordSearch);

#[wasm_bindgen]
impl RecordSearch {
    /// Where in the file to begin reading.
    pub fn start(&self) -> f64 {
        self.0.start() as f64
    }

    pub fn push(&mut self, chunk: &[u8]) -> Result<JsValue, JsError> {
        record(self.0.push(chunk))
    }

    pub fn finish(&mut self) -> Result<JsValue, JsError> {
        record(self.0.finish())
    }
}

/// The page has the words; it wants the slug.
fn fault(fault: Fault) -> JsError {
    JsError::new(fault.slug())
}

fn record(found: Option<RecordText>) -> Result<JsValue, JsError> {
    match found {
        Some(record) => to_js(&record),
        None => Ok(JsValue::UNDEFINED),
    }
}

/// Plain objects, absent is `null`: what `JSON.parse` would give for the command line's output.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
