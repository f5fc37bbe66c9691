//! The sale lines on their way out, in parts; and the way back to where a source began.

use crate::fault::Fault;
use crate::options::{Options, PayloadFormat, TemplateName};
use crate::outcome::PayloadDigest;
use crate::output::cells::{self, Cells};
/// The payload goes out in parts of this size, so that a digest is made of each.
use crate::output::digest::{Hasher, PART};
use crate::output::line::Line;
use crate::output::templates::{self, Layout};
use crate::output::{csv, ndjson, shaped};
use crate::sale_line::SaleLine;
use std::collections::VecDeque;
use xxhash_rust::xxh64::xxh64;

#[derive(Debug)]
pub(super) struct Payload {
    now: State,
    /// As it was before the present source.
    before: State,
    parts: VecDeque<Vec<u8>>,
    plus4: bool,
    format: PayloadFormat,
    template: TemplateName,
    /// The line that may not stay.
    draft: Line,
    /// `None`: our own columns as CSV.
    other: Option<Other>,
}

/// What is written instead. It is made from the line as CSV, which is drafted all the same: by it lines are compared
/// across files, whatever is written.
#[derive(Debug)]
struct Other {
    form: Form,
    cells: Cells,
}

#[derive(Clone, Copy, Debug)]
enum Form {
    /// A report with notes is written, and no sale lines.
    Annotated,
    ForPeople,
    Ndjson,
    Template(&'static Layout, bool),
}

impl Form {
    fn of(options: &Options) -> Option<Form> {
        let layout = templates::layout(options.template, options.format);
        match (options.annotate, layout, options.format) {
            (Some(_), ..) => Some(Form::Annotated),
            (None, Some(layout), _) => Some(Form::Template(layout, options.for_people)),
            (None, None, PayloadFormat::Ndjson) => Some(Form::Ndjson),
            (None, None, PayloadFormat::Csv) => options.for_people.then_some(Form::ForPeople),
        }
    }

    fn header(self, out: &mut Vec<u8>) {
        match self {
            Form::Annotated | Form::Ndjson => {}
            Form::ForPeople => cells::header_for_people(out),
            Form::Template(layout, for_people) => shaped::header(layout, for_people, out),
        }
    }

    fn line(self, cells: &Cells, out: &mut Vec<u8>) {
        match self {
            Form::Annotated => {}
            Form::ForPeople => cells::line_for_people(cells, out),
            Form::Ndjson => ndjson::line(cells, out),
            Form::Template(layout, for_people) => shaped::lines(layout, cells, for_people, out),
        }
    }
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
    pub fn new(hashed_by_host: bool, options: &Options) -> Self {
        let mut buffer = Vec::with_capacity(PART + PART / 8);
        let form = Form::of(options);
        match form {
            None => csv::header(&mut buffer),
            Some(form) => form.header(&mut buffer),
        }
        let now = State { buffer, digest: Hasher::new(hashed_by_host), lines: 0, parts: 0 };
        Payload {
            before: now.clone(),
            now,
            parts: VecDeque::new(),
            plus4: options.postal_code_plus4,
            format: options.format,
            template: options.template,
            draft: Line::default(),
            other: form.map(|form| Other { form, cells: Cells::default() }),
        }
    }

    /// Drafts a line, which may not stay. Gives a hash over what it says of the sale: over all of it but the line's id
    /// and its record, so that the same sale with other amounts is noticed.
    pub fn draft(&mut self, line: &SaleLine<'_>) -> u64 {
        self.draft.clear();
        let sale = csv::line(line, self.plus4, &mut self.draft);
        xxh64(self.draft.as_bytes().get(sale).unwrap_or_default(), 0)
    }

    /// The line that was drafted stays.
    pub fn keep(&mut self) {
        self.now.lines += 1;
        match &mut self.other {
            None => self.now.buffer.extend_from_slice(self.draft.as_bytes()),
            Some(Other { form, cells }) => {
                cells.read(self.draft.as_bytes());
                form.line(cells, &mut self.now.buffer);
            }
        }
        self.turn();
    }

    /// For blocks of a source that several workers share: nothing but lines.
    pub fn aside(options: &Options) -> Self {
        let mut payload = Payload::new(true, options);
        payload.now.buffer.clear();
        payload
    }

    /// What was written, in pieces.
    pub fn take_piece(&mut self) -> Option<Vec<u8>> {
        let piece = self.parts.pop_front();
        let rest = || Some(std::mem::take(&mut self.now.buffer)).filter(|rest| !rest.is_empty());
        let piece = piece.or_else(rest);
        piece
    }

    /// Lines that were written elsewhere.
    pub fn append(&mut self, piece: &[u8]) {
        self.now.buffer.extend_from_slice(piece);
        self.turn();
    }

    pub fn lines(&self) -> u64 {
        self.now.lines
    }

    pub fn add_lines(&mut self, lines: u64) {
        self.now.lines += lines;
    }

    /// Where something else than sale lines is written.
    pub fn page(&mut self) -> &mut Vec<u8> {
        &mut self.now.buffer
    }

    /// What stands there now stays. Hands out a part if there is enough for one.
    pub fn turn(&mut self) {
        while self.now.buffer.len() >= PART {
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
            format: self.format,
            template: self.template,
            part_bytes: PART as u32,
            lines: self.now.lines,
            bytes: self.now.digest.bytes(),
            sha256_tree: self.now.digest.clone().hex()?,
        })
    }
}
