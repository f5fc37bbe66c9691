//! The edge to JavaScript: translates, decides nothing. Rows never cross it; bytes go in, and out come parts of
//! the payload and one outcome.

mod platform;

use crate::fault::Fault;
use crate::findings::Severity;
use crate::input::container::{self, Trouble, ZipKind};
use crate::options::{Container, DateRange, Edit, Options, PayloadFormat, SourceOptions, TemplateName};
use crate::outcome::RecordText;
use crate::session::{self, Appetite, Ended, Hashed};
use js_sys::{Array, Object};
use serde::Serialize;
use std::collections::BTreeMap;
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

/// The entries of a plain object that are not left out.
fn entries(object: &JsValue) -> impl Iterator<Item = (String, JsValue)> {
    let object = if object.is_object() { object.clone() } else { Object::new().into() };
    Object::entries(&Object::from(object)).into_iter().filter_map(|entry| {
        let [name, value] = [0, 1].map(|index| Array::from(&entry).get(index));
        (!value.is_undefined() && !value.is_null()).then_some((name.as_string()?, value))
    })
}

/// Field by field, because serde's reading side would add some 20 KB to the download for a few fields.
fn read_options(object: &JsValue) -> Result<Options, JsError> {
    let mut options = Options::default();
    for (name, value) in entries(object) {
        let wrong = || JsError::new(&format!("the option {name} is not what it should be"));
        let flag = || value.as_bool().ok_or_else(wrong);
        let number = || value.as_f64().filter(|number| number.is_finite()).ok_or_else(wrong);
        match name.as_str() {
            "now" => options.now = Some(number()? as i64),
            "sealed" => options.sealed = Some(flag()?),
            "postal_code_plus4" => options.postal_code_plus4 = flag()?,
            "leave_out_rejected" => options.leave_out_rejected = flag()?,
            "max_places" => options.max_places = number()? as u32,
            "severities" => {
                for (code, severity) in entries(&value) {
                    let severity =
                        severity.as_string().as_deref().and_then(Severity::from_name).ok_or_else(wrong)?;
                    options.severities.insert(code, severity);
                }
            }
            "answers" => options.answers = texts(&value).ok_or_else(wrong)?,
            "words" => options.words = texts(&value).ok_or_else(wrong)?,
            "period" => {
                let [first, last] = ["first", "last"].map(|name| text_of(&value, name));
                let period = DateRange { first: first.ok_or_else(wrong)?, last: last.ok_or_else(wrong)? };
                options.period = Some(period.checked().ok_or_else(wrong)?);
            }
            "declined" => {
                for code in Array::from(&value) {
                    options.declined.push(code.as_string().ok_or_else(wrong)?);
                }
            }
            "format" => {
                options.format = match value.as_string().as_deref() {
                    Some("csv") => PayloadFormat::Csv,
                    Some("ndjson") => PayloadFormat::Ndjson,
                    _ => return Err(wrong()),
                }
            }
            "template" => {
                options.template = match value.as_string().as_deref() {
                    Some("canonical") => TemplateName::Canonical,
                    Some("taxjar") => TemplateName::Taxjar,
                    Some("kintsugi") => TemplateName::Kintsugi,
                    _ => return Err(wrong()),
                }
            }
            "for_people" => options.for_people = flag()?,
            "annotate" => options.annotate = Some(number()? as u32),
            _ => return Err(JsError::new(&format!("there is no option {name}"))),
        }
    }
    Ok(options)
}

fn texts(object: &JsValue) -> Option<BTreeMap<String, String>> {
    let mut texts = BTreeMap::new();
    for (name, value) in entries(object) {
        texts.insert(name, value.as_string()?);
    }
    Some(texts)
}

fn text_of(object: &JsValue, name: &str) -> Option<String> {
    js_sys::Reflect::get(object, &name.into()).ok()?.as_string()
}

fn read_edits(list: &JsValue) -> Result<Vec<Edit>, JsError> {
    if list.is_undefined() || list.is_null() {
        return Ok(Vec::new());
    }
    let edits = Array::from(list).into_iter().map(|edit| {
        let record = js_sys::Reflect::get(&edit, &"record".into()).ok()?.as_f64()? as u64;
        Some(Edit { record, column: text_of(&edit, "column")?, value: text_of(&edit, "value")? })
    });
    edits.collect::<Option<_>>().ok_or_else(|| JsError::new("an edit has a record, a column and a value"))
}

fn read_source_options(object: &JsValue) -> Result<SourceOptions, JsError> {
    let mut options = SourceOptions::default();
    for (name, value) in entries(object) {
        let wrong = || JsError::new(&format!("{name} is not what it should be"));
        let text = || value.as_string().ok_or_else(wrong);
        match name.as_str() {
            "name" => options.name = Some(text()?),
            "modified" => options.modified = Some(value.as_f64().ok_or_else(wrong)? as i64),
            "member" => options.member = Some(text()?),
            "encoding" => options.encoding = Some(text()?),
            "edits" => options.edits = read_edits(&value)?,
            "left_out" => {
                for number in Array::from(&value) {
                    options.left_out.push(number.as_f64().ok_or_else(wrong)? as u64);
                }
            }
            "leave_out_rejected" => options.leave_out_rejected = value.as_bool().ok_or_else(wrong)?,
            "container" => {
                options.container = Some(match text()?.as_str() {
                    "gzip" => Container::Gzip,
                    "zip" => Container::Zip,
                    "xlsx" => Container::Xlsx,
                    _ => return Err(wrong()),
                });
            }
            _ => return Err(JsError::new(&format!("a source has no {name}"))),
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
