//! The edge of the second wasm, which reads workbooks and nothing else: fetched only when one arrives.

use crate::input::container::Trouble;
use crate::input::sniff;
use crate::workbook::{self, Limits, Sheet};
use std::collections::VecDeque;
use wasm_bindgen::prelude::*;

/// A workbook, and the text of the sheet that is being read.
#[wasm_bindgen]
pub struct Workbook {
    book: workbook::Workbook,
    sheets: VecDeque<Sheet>,
    name: String,
    pieces: VecDeque<Vec<u8>>,
}

#[wasm_bindgen]
impl Workbook {
    /// Opens the workbook and reads the first sheet that holds a report. Throws the slug of what is in the way.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Vec<u8>, limit_bytes: f64) -> Result<Workbook, JsError> {
        let limits = Limits { bytes: limit_bytes as u64, ..Limits::default() };
        let mut book = workbook::Workbook::open(bytes, limits).map_err(slug)?;
        let sheets = book
            .reports(&mut |cells| sniff::is_header(cells.iter().map(String::as_str)))
            .map_err(slug)?
            .into();
        let mut workbook = Workbook { book, sheets, name: String::new(), pieces: VecDeque::new() };
        workbook.next_sheet()?;
        Ok(workbook)
    }

    /// The name of the sheet.
    pub fn sheet(&self) -> String {
        self.name.clone()
    }

    /// The next piece of the sheet's text.
    pub fn take(&mut self) -> Option<Vec<u8>> {
        self.pieces.pop_front()
    }

    /// Goes on to the next sheet that holds a report. False if there is none.
    pub fn next_sheet(&mut self) -> Result<bool, JsError> {
        let Some(sheet) = self.sheets.pop_front() else { return Ok(false) };
        self.pieces.clear();
        let pieces = &mut self.pieces;
        self.book
            .read(&sheet, &mut |piece| {
                pieces.push_back(piece.to_vec());
                true
            })
            .map_err(slug)?;
        self.name = sheet.name;
        Ok(true)
    }
}

/// The page has the words; it wants the slug.
fn slug(trouble: Trouble) -> JsError {
    JsError::new(trouble.code().slug)
}
