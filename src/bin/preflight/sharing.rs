//! A large file on several cores: threads that judge blocks of it, in whatever order they come by them, and one that
//! puts their work together. The outcome is that of one thread, to the byte.

use crate::input::{CHUNK, changed};
use anyhow::{Context, Result, bail};
use report_preflight::session::{Block, PART, Share};
use report_preflight::{Options, Session, SourceOptions};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// What is smaller is checked before a second thread has begun.
pub const LEAST: u64 = 8 << 20;
/// In whole parts, so that digests of a file's parts are made block by block.
const BLOCK: usize = 8 * PART;
/// How many blocks may be finished before the one that comes next, for each thread.
const AHEAD: usize = 3;

pub fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Does the jobs on several threads and takes what comes of them in their order.
pub fn each<Job: Sync, Done: Send>(
    jobs: &[Job],
    threads: usize,
    work: &(dyn Fn(&Job) -> Done + Sync),
    take: &mut dyn FnMut(&Job, Done) -> Result<()>,
) -> Result<()> {
    let next = Mutex::new(0..jobs.len());
    thread::scope(|scope| {
        let (give, done) = channel();
        for _ in 0..threads.clamp(1, jobs.len().max(1)) {
            let (give, next) = (give.clone(), &next);
            scope.spawn(move || {
                // Not in the loop's condition: there the lock would be held until the job is done.
                let another = || locked(next).next().and_then(|at| Some((at, jobs.get(at)?)));
                while let Some((at, job)) = another() {
                    // Nobody listens any more where an answer could not be printed.
                    if give.send((at, work(job))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(give);
        let (mut early, mut jobs) = (BTreeMap::new(), jobs.iter().enumerate());
        let mut wanted = jobs.next();
        for (at, answer) in done {
            early.insert(at, answer);
            while let Some((at, job)) = wanted
                && let Some(answer) = early.remove(&at)
            {
                take(job, answer)?;
                wanted = jobs.next();
            }
        }
        Ok(())
    })
}

/// The file to share, of which the first [`CHUNK`] bytes have been pushed.
pub struct Shared<'a> {
    pub path: &'a Path,
    pub bytes: u64,
    pub threads: usize,
    pub about: &'a SourceOptions,
    pub options: &'a Options,
    pub source: u32,
}

/// How far the threads are.
struct State {
    /// The block that is judged next.
    next: usize,
    /// The number of the record before each block whose place is known.
    before: Vec<u64>,
    /// Blocks that have been put together.
    joined: usize,
    /// No block is wanted any more.
    stopped: bool,
}

struct Line {
    state: Mutex<State>,
    moved: Condvar,
}

/// A block that was judged.
struct Judged {
    at: usize,
    bytes: u64,
    digests: Vec<[u8; 32]>,
    pieces: Vec<Vec<u8>>,
}

enum Told {
    Judged(Judged),
    Share(Box<Share>),
    /// There is a line that is no record, or no helper can be made of this file.
    Alone,
    Fault(anyhow::Error),
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Line {
    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let changed = change(&mut locked(&self.state));
        self.moved.notify_all();
        changed
    }

    /// Waits until there is an answer. `None`: it was stopped.
    fn wait<T>(&self, mut look: impl FnMut(&mut State) -> Option<T>) -> Option<T> {
        let mut state = locked(&self.state);
        while !state.stopped {
            if let Some(seen) = look(&mut state) {
                return Some(seen);
            }
            state = self.moved.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        None
    }
}

/// Lets nobody wait for a thread that has ended.
struct Stop<'a>(&'a Line);

impl Drop for Stop<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.change(|state| state.stopped = true);
        }
    }
}

impl Shared<'_> {
    /// Judges the rest of the file. `joined`: some more of the payload is there, and so many bytes have been read.
    pub fn read(
        &self,
        session: &mut Session,
        joined: &mut dyn FnMut(&mut Session, u64) -> Result<()>,
    ) -> Result<()> {
        let start = CHUNK as u64;
        let Some(before) = session.pause(&self.bytes_of(start - 1, Block::MARGIN as u64)?)? else {
            session.share_no_more();
            return Ok(());
        };
        let state = State { next: 0, before: vec![before], joined: 0, stopped: false };
        let line = Line { state: Mutex::new(state), moved: Condvar::new() };
        thread::scope(|scope| {
            let (tell, told) = channel();
            for _ in 0..self.threads {
                let (tell, line) = (tell.clone(), &line);
                scope.spawn(move || {
                    let _stop = Stop(line);
                    let last = self.help(line, &tell).unwrap_or_else(Told::Fault);
                    // Where nobody listens any more, a fault has been told already.
                    let _ = tell.send(last);
                });
            }
            drop(tell);
            let result = self.join(session, &line, told.iter(), joined);
            line.change(|state| state.stopped = true);
            result
        })
    }

    fn join(
        &self,
        session: &mut Session,
        line: &Line,
        told: impl Iterator<Item = Told>,
        joined: &mut dyn FnMut(&mut Session, u64) -> Result<()>,
    ) -> Result<()> {
        let (mut early, mut next, mut read) = (BTreeMap::new(), 0, CHUNK as u64);
        for told in told {
            match told {
                Told::Fault(fault) => return Err(fault),
                Told::Share(share) => session.add_share(*share),
                Told::Alone => {
                    session.share_no_more();
                    return Ok(());
                }
                Told::Judged(judged) => drop(early.insert(judged.at, judged)),
            }
            while let Some(judged) = early.remove(&next) {
                judged.pieces.iter().for_each(|piece| session.add_block(piece));
                session.add_bytes(judged.bytes, &judged.digests);
                read += judged.bytes;
                joined(session, read)?;
                next += 1;
                line.change(|state| state.joined = next);
            }
        }
        Ok(())
    }

    /// One thread's work; gives the last that it has to tell.
    fn help(&self, line: &Line, tell: &Sender<Told>) -> Result<Told> {
        let mut session = Session::new(self.options.clone());
        let head = self.bytes_of(0, CHUNK as u64)?;
        if !session.help(self.about.clone(), self.source, &head)? {
            return Ok(Told::Alone);
        }
        let ahead = AHEAD * self.threads;
        let take = |state: &mut State| {
            (state.next < state.joined + ahead).then(|| {
                state.next += 1;
                state.next - 1
            })
        };
        while let Some(at) = line.wait(take) {
            let start = (CHUNK + at * BLOCK) as u64;
            if start >= self.bytes {
                break;
            }
            let length = (self.bytes - start).min(BLOCK as u64);
            let is_last = start + length == self.bytes;
            let bytes = self.bytes_of(start - 1, 1 + length + Block::MARGIN as u64)?;
            let own = bytes.get(1..=length as usize).unwrap_or_default();
            if own.len() as u64 != length || (is_last && bytes.len() as u64 != length + 1) {
                bail!(changed(&self.path.display().to_string()));
            }
            let digests = own.chunks(PART).map(|part| Sha256::digest(part).into()).collect();
            let Some(block) = Block::new(bytes, start, length as usize, is_last) else {
                return Ok(Told::Alone);
            };
            let Some(before) = line.wait(|state| state.before.get(at).copied()) else { break };
            line.change(|state| state.before.push(before + block.records()));
            session.judge_block(&block, before)?;
            let pieces = std::iter::from_fn(|| session.take_block()).collect();
            if tell.send(Told::Judged(Judged { at, bytes: length, digests, pieces })).is_err() {
                break;
            }
        }
        Ok(Told::Share(Box::new(session.share()?)))
    }

    fn bytes_of(&self, start: u64, length: u64) -> Result<Vec<u8>> {
        let words = || {
            format!("{} could not be read to its end, so there is no answer about it", self.path.display())
        };
        let mut file = File::open(self.path).with_context(words)?;
        file.seek(SeekFrom::Start(start)).with_context(words)?;
        let mut bytes = Vec::with_capacity(length as usize);
        file.take(length).read_to_end(&mut bytes).with_context(words)?;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Condvar;
    use std::time::Duration;

    /// Each job waits until both have begun.
    #[test]
    fn two_threads_are_at_work_at_once() {
        let (begun, changed) = (Mutex::new(0), Condvar::new());
        let work = |job: &i32| {
            let mut begun = locked(&begun);
            *begun += 1;
            changed.notify_all();
            let (begun, _) = changed
                .wait_timeout_while(begun, Duration::from_secs(20), |begun| *begun < 2)
                .unwrap_or_else(std::sync::PoisonError::into_inner);
            (*job, *begun)
        };
        let mut answers = Vec::new();
        each(&[7, 8], 2, &work, &mut |_, answer| {
            answers.push(answer);
            Ok(())
        })
        .expect("nothing fails");
        assert_eq!(answers, [(7, 2), (8, 2)]);
    }
}
