//! What a check is asked, from plain objects. Field by field, because serde's reading side would add some 20 KB to the
//! download for a few fields.

use crate::findings::Severity;
use crate::options::{Container, DateRange, Edit, Options, PayloadFormat, SourceOptions, TemplateName};
use js_sys::{Array, Object};
use litemap::LiteMap;
use wasm_bindgen::prelude::*;

/// The entries of a plain object that are not left out.
fn entries(object: &JsValue) -> impl Iterator<Item = (String, JsValue)> {
    let object = if object.is_object() { object.clone() } else { Object::new().into() };
    Object::entries(&Object::from(object)).into_iter().filter_map(|entry| {
        let [name, value] = [0, 1].map(|index| Array::from(&entry).get(index));
        (!value.is_undefined() && !value.is_null()).then_some((name.as_string()?, value))
    })
}

pub fn read_options(object: &JsValue) -> Result<Options, JsError> {
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

fn texts(object: &JsValue) -> Option<LiteMap<String, String>> {
    let mut texts = LiteMap::new();
    for (name, value) in entries(object) {
        texts.insert(name, value.as_string()?);
    }
    Some(texts)
}

fn text_of(object: &JsValue, name: &str) -> Option<String> {
    js_sys::Reflect::get(object, &name.into()).ok()?.as_string()
}

pub fn read_edits(list: &JsValue) -> Result<Vec<Edit>, JsError> {
    if list.is_undefined() || list.is_null() {
        return Ok(Vec::new());
    }
    let edits = Array::from(list).into_iter().map(|edit| {
        let record = js_sys::Reflect::get(&edit, &"record".into()).ok()?.as_f64()? as u64;
        Some(Edit { record, column: text_of(&edit, "column")?, value: text_of(&edit, "value")? })
    });
    edits.collect::<Option<_>>().ok_or_else(|| JsError::new("an edit has a record, a column and a value"))
}

pub fn read_source_options(object: &JsValue) -> Result<SourceOptions, JsError> {
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
