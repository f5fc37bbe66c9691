//! The edge to JavaScript: translates, decides nothing. Rows never cross it; bytes go in, and out come parts of
//! the payload and one outcome.

mod options;
mod platform;

use crate::fault::Fault;
use crate::input::container::{self, Trouble, ZipKind};
use crate::outcome::RecordText;
use crate::output::gzip;
use crate::session::{self, Appetite, Ended, Hashed};
use js_sys::Array;
use options::{read_edits, read_options, read_source_options};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
pub struct Session(session::Session);

#[wasm_bindgen]
impl Session {
    /// `options` is a plain object with the fields of `Options`; what is left out has its default.
    /// `hashed_by_host`: the caller gives the digests of all parts.
    #[wasm_bindgen(constructor)]
    pub fn new(options: JsValue, hashed_by_host: Option<bool>) -> Result<Session, JsError> {
        let options = read_options(&options)?;
        let platform = Box::new(platform::Browser);
        Ok(Session(session::Session::with_platform(options, platform, hashed_by_host == Some(true))))
    }

    /// The next file: a plain object with the fields of `SourceOptions`.
    pub fn begin(&mut self, about: JsValue) -> Result<(), JsError> {
        self.0.begin(read_source_options(&about)?).map_err(fault)
    }

    /// True while more of the file is wanted.
    pub fn push(&mut self, chunk: &[u8]) -> Result<bool, JsError> {
        Ok(self.0.push(chunk).map_err(fault)? == Appetite::More)
    }

    /// The next bytes of the file that the report was wrapped in.
    pub fn add_container_bytes(&mut self, chunk: &[u8]) {
        self.0.add_container_bytes(chunk);
    }

    /// The end of the file. A number: the file has to be read again, and of the parts of the payload only that many
    /// still count.
    pub fn end(&mut self) -> Result<Option<u32>, JsError> {
        Ok(match self.0.end().map_err(fault)? {
            Ended::Done => None,
            Ended::Again { keep } => Some(keep as u32),
        })
    }

    /// The file could not be unwrapped, for the reason with this slug.
    pub fn refuse(&mut self, slug: &str) -> Result<(), JsError> {
        let trouble = Trouble::from_slug(slug).ok_or_else(|| JsError::new("there is no such trouble"))?;
        self.0.refuse(trouble).map_err(fault)
    }

    /// The file is one of this family, by what `zip_kind` says.
    pub fn refuse_as(&mut self, family: &str) -> Result<(), JsError> {
        self.0.refuse_as(family).map_err(fault)
    }

    /// Records read so far.
    pub fn records(&self) -> f64 {
        self.0.records() as f64
    }

    /// A finished part of the payload, if there is one.
    pub fn take_payload(&mut self) -> Option<Vec<u8>> {
        self.0.take_payload()
    }

    /// No file comes any more: the payload's last part can be taken.
    pub fn close(&mut self) -> Result<(), JsError> {
        self.0.close().map_err(fault)
    }

    /// The SHA-256 of the next part of the file that was ended last.
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

    /// How to find a record's text again, after the file's `end`, and to judge it with these edits: a list of plain
    /// objects with the fields of `Edit`.
    pub fn find_record(
        &self,
        source: usize,
        number: f64,
        edits: JsValue,
    ) -> Result<Option<RecordSearch>, JsError> {
        Ok(self.0.find_record(source, number as u64, read_edits(&edits)?).map(RecordSearch))
    }

    /// How to find cells that show whether a file's encoding is the right one, after the file's `end`.
    pub fn samples(&self, source: usize) -> Option<SampleSearch> {
        self.0.samples(source).map(SampleSearch)
    }
}

#[wasm_bindgen]
pub struct RecordSearch(session::RecordSearch);

#[wasm_bindgen]
impl RecordSearch {
    /// Where to begin reading: in the file, or in what came out of its container.
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

#[wasm_bindgen]
pub struct SampleSearch(session::SampleSearch);

#[wasm_bindgen]
impl SampleSearch {
    /// From the file's beginning. True: there are enough.
    pub fn push(&mut self, chunk: &[u8]) -> bool {
        self.0.push(chunk)
    }

    /// Up to three cells, as bytes.
    pub fn samples(self) -> Array {
        self.0.samples().iter().map(|sample| js_sys::Uint8Array::from(sample.as_slice())).collect()
    }
}

/// What a zip archive is, by the names of its entries: `{kind: "reports", indexes}`, `{kind: "workbook"}` or
/// `{kind: "other", family}`.
#[wasm_bindgen]
pub fn zip_kind(names: Vec<String>) -> Result<JsValue, JsError> {
    #[derive(Serialize)]
    struct Kind {
        kind: &'static str,
        indexes: Vec<usize>,
        family: Option<&'static str>,
    }
    let (kind, indexes, family) = match container::zip_kind(names.iter().map(String::as_str)) {
        ZipKind::Reports(indexes) => ("reports", indexes, None),
        ZipKind::Workbook => ("workbook", Vec::new(), None),
        ZipKind::Other(family) => ("other", Vec::new(), Some(family)),
    };
    to_js(&Kind { kind, indexes, family })
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

/// Plain objects, absent is `null`: the text that the command line prints, read by the browser's own `JSON.parse`.
/// Objects built property by property, as serde-wasm-bindgen does it, cost 18 KB more wasm, a call across the edge for
/// each property, and could differ from what the command line says.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsError> {
    let text = serde_json::to_string(value).map_err(|_| fault(Fault::DoesNotAddUp))?;
    js_sys::JSON::parse(&text).map_err(|_| fault(Fault::DoesNotAddUp))
}

/// Packs the payload. The header, which is always the same, the caller has.
#[wasm_bindgen]
#[derive(Default)]
pub struct Gzip(gzip::Gzip);

#[wasm_bindgen]
impl Gzip {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Gzip {
        Gzip::default()
    }

    pub fn part(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.0.part(bytes)
    }

    pub fn end(self) -> Vec<u8> {
        self.0.end()
    }
}
