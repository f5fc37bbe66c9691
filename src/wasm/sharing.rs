//! Several workers on one file: see `session/sharing.rs`.

use super::{Session, fault, options::read_source_options};
use crate::findings::Code;
use crate::{catalogue, session};
use wasm_bindgen::prelude::*;

/// The records that begin in a part of a file.
#[wasm_bindgen]
pub struct Block(session::Block);

#[wasm_bindgen]
impl Block {
    /// `bytes`: from the one before the block on, which begins at `at`, to `margin()` bytes behind its end.
    pub fn cut(bytes: Vec<u8>, at: f64, length: usize, is_last: bool) -> Option<Block> {
        session::Block::new(bytes, at as u64, length, is_last).map(Block)
    }

    pub fn margin() -> usize {
        session::Block::MARGIN
    }

    pub fn records(&self) -> f64 {
        self.0.records() as f64
    }
}

#[wasm_bindgen]
impl Session {
    pub fn may_share(&self) -> bool {
        self.0.may_share()
    }

    /// Which of the sources is being read.
    pub fn source(&self) -> u32 {
        self.0.source()
    }

    /// Reads the record at hand to its end, and gives its number. `bytes`: from the one before the next on.
    pub fn pause(&mut self, bytes: &[u8]) -> Result<Option<f64>, JsError> {
        Ok(self.0.pause(bytes).map_err(fault)?.map(|number| number as f64))
    }

    /// Instead of `begin`, for whoever helps: the source with these first bytes.
    pub fn help(&mut self, about: JsValue, source: u32, head: &[u8]) -> Result<bool, JsError> {
        self.0.help(read_source_options(&about)?, source, head).map_err(fault)
    }

    /// `before`: the number of the record before the block.
    pub fn judge_block(&mut self, block: Block, before: f64) -> Result<(), JsError> {
        self.0.judge_block(&block.0, before as u64).map_err(fault)
    }

    /// A piece of the payload of the block that was judged last.
    pub fn take_block(&mut self) -> Option<Vec<u8>> {
        self.0.take_block()
    }

    /// A piece of the payload of the next block.
    pub fn add_block(&mut self, piece: &[u8]) {
        self.0.add_block(piece);
    }

    /// Bytes of the source that were read for blocks.
    pub fn add_bytes(&mut self, bytes: f64) {
        self.0.add_bytes(bytes as u64, &[]);
    }

    /// What a helper found, in all its blocks.
    pub fn share(&mut self) -> Result<Vec<u8>, JsError> {
        self.0.share_as_bytes().map_err(fault)
    }

    pub fn add_share(&mut self, share: Vec<u8>) {
        self.0.add_share_from_bytes(share, &code);
    }

    /// The file has to be read by one worker.
    pub fn share_no_more(&mut self) {
        self.0.share_no_more();
    }
}

fn code(slug: &str) -> Option<&'static Code> {
    // Behind a pointer: else the search would be made anew for each of the lists that they stand in.
    let mut codes: &mut dyn Iterator<Item = &'static Code> = &mut catalogue::codes();
    Iterator::find(&mut codes, |code| code.slug == slug)
}
