//! The check of one seller's reports: for each source `begin`, `push` its bytes in pieces of any size, `end`; at last
//! `finish` for the outcome. The only module that knows the order of the stages.
//!
//! The first [`sniff::HEAD`] bytes of a source are held back to see what it is, so a small one is checked at `end`.
//!
//! A source is read under assumptions that only all of its values can confirm: its encoding, the order of its
//! rewritten dates, its decimal sign. Where they turn out wrong, `end` asks for the source once more
//! ([`Ended::Again`]). That is rare: reports as Amazon gives them are read once.

mod batch;
mod columns;
mod desk;
mod judge;
mod payload;
mod reading;
mod search;
mod sharing;

pub use batch::CODES as BATCH_CODES;
pub use desk::CODES as DESK_CODES;
pub use desk::Share;
pub use judge::CODES as JUDGE_CODES;
pub use search::{RecordSearch, SampleSearch};
pub use sharing::Block;

use crate::fault::Fault;
use crate::input::container::Trouble;
use crate::input::decode::{Encoding, Platform};
use crate::input::sniff;
use crate::options::{Edit, Options, SourceOptions};
use crate::outcome::{EncodingBy, Outcome, Question, RecognisedBy};
use crate::output::digest::Hasher;
pub use crate::output::digest::PART;
use crate::output::templates;
use crate::reports;
use batch::{Batch, Unread};
use desk::Known;
use payload::Payload;
use reading::{Assumed, Opened, Reading};

/// Whether more of the source is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appetite {
    More,
    /// The answer is known. What is pushed from here on is not looked at.
    Enough,
}

/// Whether a source has been read to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    Done,
    /// It is written in another way than was assumed: push it once more, from its beginning. Of the payload's
    /// parts that were handed out so far, only the first `keep` still count.
    Again {
        keep: usize,
    },
}

/// Which bytes a part's digest is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hashed {
    /// Those of the source that was ended last.
    Source,
    Payload,
}

/// The check of one seller's reports.
pub struct Session {
    options: Options,
    platform: Box<dyn Platform>,
    hashed_by_host: bool,
    batch: Batch,
    /// What all sources so far hold.
    known: Known,
    payload: Payload,
    /// Of the block that is judged, where several workers share the source.
    aside: Option<Payload>,
    current: Option<Current>,
    state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Open,
    /// The payload is complete.
    Closed,
    Finished,
}

/// The source that is being read.
struct Current {
    about: SourceOptions,
    index: u32,
    /// Of the file as it lies on the disk.
    digest: Hasher,
    assumed: Assumed,
    /// How often it has been read.
    readings: u32,
    /// One worker has to read it: several have tried, or it has been read before.
    alone: bool,
    questions: Vec<Question>,
    stage: Stage,
}

enum Stage {
    /// Waiting for enough to see what it is.
    Head(Vec<u8>),
    Reading(Box<Reading>),
    /// Not a report to read on.
    Answered(Unread),
}

impl Stage {
    fn start() -> Stage {
        Stage::Head(Vec::new())
    }
}

/// Encoding, dates and decimals can each ask for another reading, and one may follow from another. Whoever has not
/// come to rest by then is read as it is.
const MOST_READINGS: u32 = 6;

impl Session {
    /// With encoding_rs for the encodings that the core does not read itself.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn new(options: Options) -> Self {
        Session::with_platform(options, Box::new(crate::input::native::Native), false)
    }

    /// For a host whose own SHA-256 is faster: it gives the digest of each part of [`PART`] bytes of a source after
    /// its `end`, and of each part of the payload after `close`, by [`Session::add_digest`].
    #[cfg(not(target_arch = "wasm32"))]
    pub fn hashed_by_host(options: Options) -> Self {
        Session::with_platform(options, Box::new(crate::input::native::Native), true)
    }

    pub fn with_platform(options: Options, platform: Box<dyn Platform>, hashed_by_host: bool) -> Self {
        Session {
            batch: Batch::new(&options),
            payload: Payload::new(hashed_by_host, &options),
            aside: None,
            known: Known::default(),
            options,
            platform,
            hashed_by_host,
            current: None,
            state: State::Open,
        }
    }

    /// The next source. May be left out for one about which nothing is known.
    pub fn begin(&mut self, about: SourceOptions) -> Result<(), Fault> {
        if self.state != State::Open || self.current.is_some() {
            return Err(Fault::Finished);
        }
        if templates::refusal(&self.options).is_some() {
            return Err(Fault::NoSuchForm);
        }
        let encoding = about.encoding.as_deref().and_then(Encoding::from_label);
        self.payload.mark();
        self.aside = None;
        self.current = Some(Current {
            index: self.batch.len(),
            digest: Hasher::new(self.hashed_by_host),
            assumed: Assumed { encoding: encoding.map(|it| (it, EncodingBy::Seller)), conventions: None },
            readings: 1,
            alone: false,
            questions: Vec::new(),
            stage: Stage::start(),
            about,
        });
        Ok(())
    }

    /// The next bytes of the source, unwrapped. The outcome does not depend on how it is cut.
    pub fn push(&mut self, bytes: &[u8]) -> Result<Appetite, Fault> {
        let mut current = self.take_current()?;
        if current.about.container.is_none() {
            current.digest.update(bytes);
        }
        let appetite = self.advance(&mut current, bytes);
        self.current = Some(current);
        Ok(appetite)
    }

    /// The next bytes of the file that the source is wrapped in, for its size and its digest.
    pub fn add_container_bytes(&mut self, bytes: &[u8]) {
        if let Some(current) = self.current.as_mut().filter(|current| current.about.container.is_some()) {
            current.digest.update(bytes);
        }
    }

    /// The end of the source.
    pub fn end(&mut self) -> Result<Ended, Fault> {
        let mut current = self.take_current()?;
        if let Stage::Head(head) = &mut current.stage {
            // Not empty: asked for again, and not given.
            if head.is_empty() && current.alone {
                self.current = Some(current);
                return Err(Fault::ReadAgain);
            }
            let head = std::mem::take(head);
            current.stage = self.open(&current, &head, true);
        }
        let unread = match std::mem::replace(&mut current.stage, Stage::start()) {
            Stage::Reading(mut reading) => {
                let shared = self.aside.take();
                if let Some(aside) = &shared {
                    self.payload.add_lines(aside.lines());
                    // Whoever had the last block has read to the end.
                    current.alone |= !reading.may_join();
                } else {
                    reading.push(&[], true, &mut self.payload);
                }
                reading.desk.end();
                let in_vain = current.alone && shared.is_some();
                let assumed = match in_vain {
                    true => Some(current.assumed),
                    false => self.reconsider(&mut current, &reading),
                };
                if let Some(assumed) = assumed {
                    self.known = reading.desk.undo();
                    let again = Current {
                        assumed,
                        digest: Hasher::new(self.hashed_by_host),
                        readings: current.readings + u32::from(!in_vain),
                        // What has to be read twice is rare, and not worth more.
                        alone: true,
                        ..current
                    };
                    self.current = Some(again);
                    return Ok(Ended::Again { keep: self.payload.rewind() });
                }
                let Current { about, digest, questions, .. } = current;
                self.known = self.batch.add_read(*reading, about, digest, questions, &self.options);
                return Ok(Ended::Done);
            }
            Stage::Answered(unread) => unread,
            Stage::Head(_) => return Err(Fault::Finished),
        };
        self.batch.add_unread(unread, current.about, current.digest);
        Ok(Ended::Done)
    }

    /// The source could not be unwrapped, for this reason. Ends it.
    pub fn refuse(&mut self, trouble: Trouble) -> Result<(), Fault> {
        let current = self.take_current()?;
        self.payload.rewind();
        let unread = Unread {
            report: None,
            evidence: sniff::evidence(RecognisedBy::FirstBytes),
            code: trouble.code(),
            whole: false,
        };
        self.known = match current.stage {
            Stage::Reading(reading) => reading.desk.undo(),
            _ => std::mem::take(&mut self.known),
        };
        self.batch.add_unread(unread, current.about, current.digest);
        Ok(())
    }

    /// The source is a file of this family, as what it is wrapped in tells. Ends it.
    pub fn refuse_as(&mut self, family: &str) -> Result<(), Fault> {
        let current = self.take_current()?;
        let unread = Unread {
            report: reports::by_family(family),
            evidence: sniff::evidence(RecognisedBy::FirstBytes),
            code: &sniff::WRONG_REPORT,
            whole: false,
        };
        self.batch.add_unread(unread, current.about, current.digest);
        Ok(())
    }

    /// No source comes any more: the payload's last part can be taken.
    pub fn close(&mut self) -> Result<(), Fault> {
        match self.state {
            State::Finished => Err(Fault::Finished),
            State::Closed => Ok(()),
            State::Open => {
                if (self.current.is_some() || self.batch.len() == 0) && self.end()? != Ended::Done {
                    return Err(Fault::ReadAgain);
                }
                self.payload.close();
                self.state = State::Closed;
                Ok(())
            }
        }
    }

    /// The SHA-256 of the next part, from a host that hashes.
    pub fn add_digest(&mut self, of: Hashed, digest: &[u8]) {
        match of {
            Hashed::Source => self.batch.add_digest(digest),
            Hashed::Payload => self.payload.add_digest(digest),
        }
    }

    /// The outcome. If it has no manifest, the parts of the payload must not be handed on: they are none, or a download
    /// for people.
    pub fn finish(&mut self) -> Result<Outcome, Fault> {
        self.close()?;
        self.state = State::Finished;
        let outcome = self.batch.conclude(&self.payload, &self.options)?;
        // A download for people is no payload, and has no manifest.
        let may_leave = self.options.annotate.is_some() || outcome.verdict.is_ready();
        if !may_leave {
            self.payload.discard();
        }
        Ok(outcome)
    }

    /// Records read so far, of all sources.
    pub fn records(&self) -> u64 {
        let now = match self.current.as_ref().map(|current| &current.stage) {
            Some(Stage::Reading(reading)) => reading.desk.ledger.read(),
            _ => 0,
        };
        self.batch.records() + now
    }

    /// A finished part of the payload, if there is one. Parts are made before the verdict is known: until
    /// `finish` has given a manifest, they must not be handed on.
    pub fn take_payload(&mut self) -> Option<Vec<u8>> {
        self.payload.take()
    }

    /// How to read a record's text again, after the source's `end`, and to judge it with these edits: they need not be
    /// those that the source was checked with. `None`: there is no such record.
    pub fn find_record(&self, source: usize, number: u64, edits: Vec<Edit>) -> Option<RecordSearch> {
        RecordSearch::new(self.batch.plan(source)?, number, edits, &*self.platform)
    }

    /// How to find cells by which a seller sees whether a source's encoding is the right one.
    pub fn samples(&self, source: usize) -> Option<SampleSearch> {
        Some(SampleSearch::new(self.batch.encoding(source)?))
    }

    fn take_current(&mut self) -> Result<Current, Fault> {
        if self.current.is_none() && self.batch.len() == 0 {
            self.begin(SourceOptions::default())?;
        }
        self.current.take().ok_or(Fault::Finished)
    }

    fn advance(&mut self, current: &mut Current, bytes: &[u8]) -> Appetite {
        match &mut current.stage {
            Stage::Head(head) => {
                let (into_head, rest) = bytes.split_at(bytes.len().min(sniff::HEAD - head.len()));
                head.extend_from_slice(into_head);
                if head.len() < sniff::HEAD {
                    return Appetite::More;
                }
                let head = std::mem::take(head);
                current.stage = self.open(current, &head, false);
                self.advance(current, rest)
            }
            Stage::Reading(reading) => {
                reading.push(bytes, false, &mut self.payload);
                Appetite::More
            }
            Stage::Answered(_) => Appetite::Enough,
        }
    }

    fn open(&mut self, current: &Current, head: &[u8], whole: bool) -> Stage {
        let Session { options, known, platform, payload, .. } = self;
        match Reading::open(
            head,
            &current.about,
            current.index,
            options,
            &current.assumed,
            known,
            &**platform,
        ) {
            Opened::Reading(mut reading) => {
                reading.desk.begin(payload);
                reading.push(head.get(reading.mark..).unwrap_or_default(), false, payload);
                Stage::Reading(reading)
            }
            // Blank to the end of the head, and more of it to come: then nobody knows how large the file is.
            Opened::Empty => Stage::Answered(Unread {
                report: reports::by_family("unknown"),
                evidence: sniff::evidence(RecognisedBy::Nothing),
                code: &sniff::FILE_EMPTY,
                whole,
            }),
            Opened::Other(sniffed) => {
                let (report, evidence) = reading::named(&sniffed);
                Stage::Answered(Unread { report, evidence, code: &sniff::WRONG_REPORT, whole: false })
            }
        }
    }

    /// What to assume instead, where the values of the source say so; and the questions that they leave open.
    fn reconsider(&self, current: &mut Current, reading: &Reading) -> Option<Assumed> {
        let name = self.batch.name_apart(current.about.name.as_deref().unwrap_or_default());
        let mut conventions = reading.desk.survey.conclude(&reading.conventions);
        for (date, mut question) in reading.desk.questions(&name) {
            let answer = self.options.answers.get(&question.id).map(String::as_str);
            let order = answer.and_then(desk::date_order);
            if let Some(order) = order {
                conventions.set_date_order(date, order);
                question.answer = answer.map(str::to_owned);
            }
            // Once answered, both readings are no longer counted: the question is that of the first time.
            if !current.questions.iter().any(|known| known.id == question.id) {
                current.questions.push(question);
            }
        }
        let encoding = reading.other_encoding(&*self.platform).or(current.assumed.encoding);
        let is_new = conventions != reading.conventions || encoding != current.assumed.encoding;
        (is_new && current.readings < MOST_READINGS)
            .then_some(Assumed { encoding, conventions: Some(conventions) })
    }
}
