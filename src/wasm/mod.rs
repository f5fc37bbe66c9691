//! The edge to JavaScript: translates, decides nothing. Rows never cross it; bytes go in, and out come parts of
//! the payload and one outcome.

use crate::fault::Fault;
use crate::findings::Severity;
use crate::outcome::{Options, RecordText};
use crate::session::{self, Appetite, Hashed};
use js_sys::{Array, Object};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
pub struct Session(session::Session);

#[wasm_bindgen]
impl Session {
    /// `options` is a plain object with the fields of `Options`; what is left out has its default.
    /// `hashed_by_host`: the caller gives the digests of all parts between `end` and `finish`.
    #[wasm_bindgen(constructor)]
    pub fn new(options: JsValue, hashed_by_host: Option<bool>) -> Result<Session, JsError> {
        let options = read_options(&options)?;
        Ok(Session(match hashed_by_host {
            Some(true) => session::Session::hashed_by_host(options),
            _ => session::Session::new(options),
        }))
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

    /// The end of the file: the last parts of the payload can be taken.
    pub fn end(&mut self) -> Result<(), JsError> {
        self.0.end().map_err(fault)
    }

    /// The SHA-256 of the source's next part.
    pub fn add_source_digest(&mut self, digest: &[u8]) {
        self.0.add_digest(Hashed::Source, digest);
    }

    /// The SHA-256 of the payload's next part.
    pub fn add_payload_digest(&mut self, digest: &[u8]) {
        self.0.add_digest(Hashed::Payload, digest);
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

/// Field by field, because serde's reading side would add some 20 KB to the download for seven fields.
fn read_options(object: &JsValue) -> Result<Options, JsError> {
    let mut options = Options::default();
    if object.is_undefined() || object.is_null() {
        return Ok(options);
    }
    for entry in Object::entries(&Object::from(object.clone())) {
        let [name, value] = [0, 1].map(|index| Array::from(&entry).get(index));
        let Some(name) = name.as_string() else { continue };
        if value.is_undefined() || value.is_null() {
            continue;
        }
        let wrong = || JsError::new(&format!("the option {name} is not what it should be"));
        let flag = || value.as_bool().ok_or_else(wrong);
        let number = || value.as_f64().filter(|number| number.is_finite()).ok_or_else(wrong);
        match name.as_str() {
            "name" => options.name = Some(value.as_string().ok_or_else(wrong)?),
            "now" => options.now = Some(number()? as i64),
            "sealed" => options.sealed = Some(flag()?),
            "postal_code_plus4" => options.postal_code_plus4 = flag()?,
            "leave_out_rejected" => options.leave_out_rejected = flag()?,
            "max_places" => options.max_places = number()? as u32,
            "severities" => {
                for entry in Object::entries(&Object::from(value.clone())) {
                    let [code, severity] = [0, 1].map(|index| Array::from(&entry).get(index).as_string());
                    let severity = severity.as_deref().and_then(Severity::from_name).ok_or_else(wrong)?;
                    options.severities.insert(code.unwrap_or_default(), severity);
                }
            }
            _ => return Err(JsError::new(&format!("there is no option {name}"))),
        }
    }
    Ok(options)
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
