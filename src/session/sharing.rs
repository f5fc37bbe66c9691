//! Several workers on one source: the same outcome as of one, to the byte.
//!
//! One of them, the leader, reads the beginning, and then [`Session::pause`]s. From there on the file is cut into
//! blocks at fixed places. A record belongs to the block in which it begins, and whoever judges a block
//! ([`Session::judge_block`]) must know how many records there are before it: counting line ends is some fifty times as
//! fast as judging. The others are sessions of their own ([`Session::help`]) that judge blocks of the one source and
//! nothing else, and give away what they found ([`Session::share`]). The leader puts the blocks' payload together in
//! their order, and takes in the shares in any ([`Session::add_share`]).
//!
//! What only one worker can know who sees all records in their order, such as which of two equal sales comes first,
//! shows at the latest when the shares are added. Then [`Session::end`] wants the source once more, and nobody may
//! share it: the same answer, only later.

use super::desk::Share;
use super::payload::Payload;
use super::reading::{Opened, Reading};
use super::{Current, Session, Stage, State};
use crate::fault::Fault;
use crate::findings::Code;
use crate::input::records::LONGEST;
use crate::options::SourceOptions;
use crate::wire::Wire;
use std::ops::Range;

/// The records that begin in a part of a file.
#[derive(Debug)]
pub struct Block {
    bytes: Vec<u8>,
    lines: Range<usize>,
    /// Where in the file the first of them begins.
    at: u64,
    records: u64,
    is_last: bool,
    /// The last record has no line end, and none stands above it here by which to see whether it was cut off.
    is_torn: bool,
}

impl Block {
    /// How much of the file behind a block is needed besides, for its last record.
    pub const MARGIN: usize = LONGEST;

    /// `bytes`: those of the file from the one before the block on, which begins at `at`, to [`Block::MARGIN`] bytes
    /// behind its end, or to the file's end if it is the last one. `None`: there is a line that is no record.
    pub fn new(bytes: Vec<u8>, at: u64, length: usize, is_last: bool) -> Option<Block> {
        let start = memchr::memchr(b'\n', &bytes)? + 1;
        let end = match is_last {
            true => bytes.len(),
            false => memchr::memchr(b'\n', bytes.get(length..)?)? + length + 1,
        };
        let lines = bytes.get(start..end)?;
        let whole = memchr::memchr_iter(b'\n', lines).count() as u64;
        let is_open = !lines.is_empty() && !lines.ends_with(b"\n");
        Some(Block {
            lines: start..end,
            at: at + start as u64 - 1,
            records: whole + u64::from(is_open),
            is_last,
            is_torn: is_open && whole == 0,
            bytes,
        })
    }

    pub fn records(&self) -> u64 {
        self.records
    }
}

impl Session {
    /// May others judge the rest of the source that is being read?
    pub fn may_share(&self) -> bool {
        match &self.current {
            Some(Current { alone: false, stage: Stage::Reading(reading), .. }) => reading.may_share(),
            _ => false,
        }
    }

    /// Reads on to the end of the record at hand, and no further. `bytes`: those of the file from the one before the
    /// first that was not pushed. Gives the number of the record that was read last; `None` if its end is not there.
    ///
    /// These bytes count into no digest. From here on, [`Session::add_bytes`] does.
    pub fn pause(&mut self, bytes: &[u8]) -> Result<Option<u64>, Fault> {
        let Session { payload, aside, options, .. } = self;
        let Some(Current { stage: Stage::Reading(reading), .. }) = &mut self.current else {
            return Err(Fault::Finished);
        };
        let Some(end) = memchr::memchr(b'\n', bytes) else { return Ok(None) };
        reading.push(bytes.get(1..=end).unwrap_or_default(), false, payload);
        *aside = Some(Payload::aside(options));
        Ok(Some(reading.number()))
    }

    /// Which of the sources is being read.
    pub fn source(&self) -> u32 {
        self.batch.len()
    }

    /// Instead of `begin`: to judge blocks of the leader's source with this number, whose first bytes are these. False:
    /// they cannot be shared.
    pub fn help(&mut self, about: SourceOptions, source: u32, head: &[u8]) -> Result<bool, Fault> {
        self.begin(about)?;
        let Session { options, known, platform, current, aside, .. } = self;
        let Some(current) = current else { return Ok(false) };
        current.index = source;
        let assumed = current.assumed;
        let opened =
            Reading::open(head, &current.about, current.index, options, &assumed, known, &**platform);
        let Opened::Reading(mut reading) = opened else { return Ok(false) };
        // What is to be said of the header, the leader says.
        reading.desk.take_share();
        current.stage = Stage::Reading(reading);
        *aside = Some(Payload::aside(options));
        Ok(true)
    }

    /// `before`: the number of the record before the block's first. Blocks come in their order, with gaps.
    pub fn judge_block(&mut self, block: &Block, before: u64) -> Result<(), Fault> {
        let (Some(Current { stage: Stage::Reading(reading), alone, .. }), Some(aside)) =
            (&mut self.current, &mut self.aside)
        else {
            return Err(Fault::Finished);
        };
        *alone |= block.is_torn || !reading.go_on_behind(block.at, before);
        let lines = block.bytes.get(block.lines.clone()).unwrap_or_default();
        reading.push(lines, block.is_last, aside);
        Ok(())
    }

    /// A piece of the payload of the block that was judged last.
    pub fn take_block(&mut self) -> Option<Vec<u8>> {
        self.aside.as_mut()?.take_piece()
    }

    /// A piece of the payload of the next block, whoever judged it.
    pub fn add_block(&mut self, piece: &[u8]) {
        self.payload.append(piece);
    }

    /// So many more bytes of the source, read for blocks, and the digests of their parts from a host that hashes as it
    /// goes: what was pushed before must have been whole parts.
    pub fn add_bytes(&mut self, bytes: u64, digests: &[[u8; 32]]) {
        if let Some(current) = &mut self.current {
            current.digest.add_parts(bytes, digests);
        }
    }

    /// Ends a helper's work: what it found.
    pub fn share(&mut self) -> Result<Share, Fault> {
        let (Some(Current { stage: Stage::Reading(reading), alone, .. }), Some(aside)) =
            (self.current.take(), self.aside.take())
        else {
            return Err(Fault::Finished);
        };
        self.state = State::Finished;
        let mut share = reading.into_share();
        share.alone |= alone;
        share.lines = aside.lines();
        Ok(share)
    }

    /// The same for another worker to take in.
    pub fn share_as_bytes(&mut self) -> Result<Vec<u8>, Fault> {
        let mut wire = Wire::writing();
        self.share()?.cross(&mut wire, &|_| None);
        Ok(wire.into_bytes())
    }

    /// Takes in what a helper found.
    pub fn add_share(&mut self, share: Share) {
        if let Some(Current { stage: Stage::Reading(reading), alone, .. }) = &mut self.current {
            self.payload.add_lines(share.lines);
            *alone |= !reading.add_share(share);
        }
    }

    /// `code`: which one has this slug.
    pub fn add_share_from_bytes(&mut self, bytes: Vec<u8>, code: &dyn Fn(&str) -> Option<&'static Code>) {
        let Some(Current { stage: Stage::Reading(reading), alone, .. }) = &mut self.current else { return };
        let mut wire = Wire::reading(bytes);
        let mut share = reading.empty_share();
        share.cross(&mut wire, code);
        match wire.is_whole() {
            true => self.add_share(share),
            false => *alone = true,
        }
    }

    /// The source has to be read by one: a helper cannot go on.
    pub fn share_no_more(&mut self) {
        if let Some(current) = &mut self.current {
            current.alone = true;
        }
    }
}
