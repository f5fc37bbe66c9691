//! The sale lines on their way out, in parts; and the way back to where a source began.

use crate::fault::Fault;
use crate::outcome::PayloadDigest;
use crate::output::csv;
/// The payload goes out in parts of this size, so that a digest is made of each.
use crate::output::digest::{Hasher, PART};
use crate::sale_line::SaleLine;
use std::collections::VecDeque;

#[derive(Debug)]
pub(super) struct Payload {
    now: State,
    /// As it was before the present source.
    before: State,
    parts: VecDeque<Vec<u8>>,
    plus4: bool,
}

#[derive(Clone, Debug)]
struct State {
    buffer: Vec<u8>,
    digest: Hasher,
    lines: u64,
    /// Parts handed out.
    parts: usize,
}

impl Payload {
    pub fn new(hashed_by_host: bool, plus4: bool) -> Self {
        let mut buffer = Vec::with_capacity(PART + PART / 8);
        csv::header(&mut buffer);
        let now = State { buffer, digest: Hasher::new(hashed_by_host), lines: 0, parts: 0 };
        Payload { before: now.clone(), now, parts: VecDeque::new(), plus4 }
    }

    pub fn add(&mut self, line: &SaleLine<'_>) {
        csv::line(line, self.plus4, &mut self.now.buffer);
        self.now.lines += 1;
        if self.now.buffer.len() >= PART {
            let mut rest = Vec::with_capacity(PART + PART / 8);
            rest.extend_from_slice(self.now.buffer.get(PART..).unwrap_or_default());
            self.now.buffer.truncate(PART);
            let part = std::mem::replace(&mut self.now.buffer, rest);
            self.hand_out(part);
        }
    }

    fn hand_out(&mut self, part: Vec<u8>) {
        self.now.digest.update(&part);
        self.now.parts += 1;
        self.parts.push_back(part);
    }

    /// A source begins here.
    pub fn mark(&mut self) {
        self.before = self.now.clone();
    }

    /// Back to where the source began. Of the parts handed out so far, that many still count.
    pub fn rewind(&mut self) -> usize {
        let void = self.now.parts - self.before.parts;
        self.parts.truncate(self.parts.len().saturating_sub(void));
        self.now = self.before.clone();
        self.before.parts
    }

    pub fn take(&mut self) -> Option<Vec<u8>> {
        self.parts.pop_front()
    }

    /// Nothing of it may be handed on.
    pub fn discard(&mut self) {
        self.parts.clear();
    }

    /// No line comes any more: hands out the last part.
    pub fn close(&mut self) {
        let last = std::mem::take(&mut self.now.buffer);
        self.before.buffer = Vec::new();
        self.hand_out(last);
    }

    pub fn add_digest(&mut self, digest: &[u8]) {
        self.now.digest.add_part(digest);
    }

    pub fn digest(&self) -> Result<PayloadDigest, Fault> {
        Ok(PayloadDigest {
            format: "csv".to_owned(),
            lines: self.now.lines,
            bytes: self.now.digest.bytes(),
            sha256_tree: self.now.digest.clone().hex()?,
        })
    }
}
