//! `preflight check`: reads files in chunks through a session, as the worker does in the browser.

use crate::containers::{self, Content, Limits, Part, Stop};
use crate::input::{Input, files_in};
use crate::partial::PartialFile;
use crate::{Answer, CheckArguments, listing, print, summary};
use anyhow::{Context, Result, bail};
use report_preflight::SourceOptions;
use report_preflight::session::{Appetite, Ended};
use report_preflight::{Manifest, Options, Outcome, Session};
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// How many bytes go by between two words of progress.
const STEP: u64 = 64 << 20;

pub fn check(arguments: &CheckArguments) -> Result<Answer> {
    refuse_clashes(arguments)?;
    if arguments.batch {
        return check_batch(&all_files(&arguments.files)?, arguments);
    }
    let mut worst = Answer::Ready;
    for file in &arguments.files {
        let answer = if file.is_dir() { check_folder(file, arguments) } else { check_file(file, arguments) };
        worst = worst.max(answer.unwrap_or_else(no_answer));
    }
    Ok(worst)
}

fn no_answer(fault: anyhow::Error) -> Answer {
    eprintln!("{fault:#}");
    Answer::Fault
}

/// What is written must not replace what is read, nor one output the other.
fn refuse_clashes(arguments: &CheckArguments) -> Result<()> {
    let outputs: Vec<&PathBuf> = arguments.payload.iter().chain(&arguments.manifest).collect();
    let several = arguments.files.len() > 1 || arguments.files.iter().any(|file| file.is_dir());
    if several && !arguments.batch && !outputs.is_empty() {
        bail!(
            "--payload and --manifest name one file each. Check one report at a time with them, or all of them \
             together with --batch."
        );
    }
    if let [payload, manifest] = outputs[..]
        && is_same(payload, manifest)
    {
        bail!("The payload and the manifest cannot both be {}.", payload.display());
    }
    if outputs.is_empty() {
        return Ok(());
    }
    for file in all_files(&arguments.files)? {
        if let Some(output) = outputs.iter().find(|output| is_same(&file, output)) {
            bail!("{} is the report itself. Choose another name for what is written.", output.display());
        }
    }
    Ok(())
}

fn is_same(one: &Path, other: &Path) -> bool {
    one == other
        || matches!((fs::canonicalize(one), fs::canonicalize(other)), (Ok(one), Ok(other)) if one == other)
}

/// With the files of a folder in the folder's place.
fn all_files(named: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for file in named {
        if file.is_dir() {
            files.extend(files_in(file)?);
        } else {
            files.push(file.clone());
        }
    }
    Ok(files)
}

fn check_file(file: &Path, arguments: &CheckArguments) -> Result<Answer> {
    let outcome = read_and_write(&[file.to_path_buf()], arguments)?;
    let shown = if file == Path::new("-") { "Standard input".to_owned() } else { file.display().to_string() };
    tell(&shown, &outcome, arguments)
}

fn check_batch(files: &[PathBuf], arguments: &CheckArguments) -> Result<Answer> {
    let outcome = read_and_write(files, arguments)?;
    tell(&format!("{} together", summary::count(files.len() as u64, "file")), &outcome, arguments)
}

fn tell(shown: &str, outcome: &Outcome, arguments: &CheckArguments) -> Result<Answer> {
    if arguments.json {
        print(&(serde_json::to_string_pretty(outcome)? + "\n"))?;
    } else {
        print(&summary::text(shown, outcome))?;
    }
    Ok(answer(outcome))
}

fn answer(outcome: &Outcome) -> Answer {
    if outcome.manifest.is_some() { Answer::Ready } else { Answer::NeedsSeller }
}

/// A line for every file, instead of a page.
fn check_folder(folder: &Path, arguments: &CheckArguments) -> Result<Answer> {
    let mut worst = Answer::Ready;
    let mut lines = Vec::new();
    for file in files_in(folder)? {
        match read_and_write(std::slice::from_ref(&file), arguments) {
            Ok(outcome) if arguments.json => worst = worst.max(tell("", &outcome, arguments)?),
            Ok(outcome) => {
                worst = worst.max(answer(&outcome));
                lines.extend(listing::lines(&outcome));
            }
            Err(fault) => {
                worst = worst.max(no_answer(fault));
                lines.push(listing::without_answer(&file));
            }
        }
    }
    if !arguments.json {
        print(&listing::aligned(&lines))?;
    }
    Ok(worst)
}

fn clock() -> Result<i64> {
    let since_1970 =
        SystemTime::now().duration_since(UNIX_EPOCH).context("This machine's clock stands before 1970")?;
    Ok(i64::try_from(since_1970.as_secs())?)
}

/// Checks the files together, and writes what was asked for if it may be handed over.
fn read_and_write(files: &[PathBuf], arguments: &CheckArguments) -> Result<Outcome> {
    let inputs = files.iter().map(|file| Input::open(file)).collect::<Result<Vec<_>>>()?;
    let options = Options {
        now: Some(arguments.now.map_or_else(clock, Ok)?),
        leave_out_rejected: arguments.leave_out_rejected,
        postal_code_plus4: arguments.plus4,
        answers: arguments.answers.iter().cloned().collect(),
        ..Options::default()
    };
    let mut desk = Desk {
        session: Session::new(options),
        payload: arguments.payload.as_deref().map(PartialFile::create).transpose()?,
        parts: Vec::new(),
        encoding: arguments.encoding.clone(),
    };
    let limits = Limits::new(arguments.max_bytes);
    for input in &inputs {
        let mut left = limits.archive;
        for part in containers::unpack(input, limits)? {
            left -= desk.read(input, &part, left)?;
        }
    }
    desk.session.close()?;
    desk.write_parts()?;
    let outcome = desk.session.finish()?;
    desk.write_parts()?;
    write_outputs(&outcome, desk.payload, arguments)?;
    Ok(outcome)
}

/// A session, and the payload that comes out of it.
struct Desk {
    session: Session,
    payload: Option<PartialFile>,
    /// How long the payload was after each of its parts.
    parts: Vec<u64>,
    encoding: Option<String>,
}

impl Desk {
    /// Reads one source through the session, twice if need be. Gives how much was unpacked.
    fn read(&mut self, input: &Input, part: &Part, limit: u64) -> Result<u64> {
        self.session.begin(SourceOptions {
            name: input.name.clone(),
            modified: input.modified,
            container: part.container,
            member: part.member.clone(),
            encoding: self.encoding.clone(),
            ..SourceOptions::default()
        })?;
        match part.content {
            Content::Trouble(trouble) => {
                self.hash_container(input, part)?;
                self.session.refuse(trouble)?;
            }
            Content::Other(family) => {
                self.hash_container(input, part)?;
                self.session.refuse_as(family)?;
            }
            _ => return self.read_through(input, part, limit),
        }
        Ok(0)
    }

    /// Size and digest are those of the file as it lies there.
    fn hash_container(&mut self, input: &Input, part: &Part) -> Result<()> {
        if part.container.is_none() {
            return Ok(());
        }
        input.read(&mut |bytes| {
            self.session.add_container_bytes(bytes);
            Ok(true)
        })
    }

    fn read_through(&mut self, input: &Input, part: &Part, limit: u64) -> Result<u64> {
        loop {
            self.hash_container(input, part)?;
            let read = match self.push_all(input, part, limit) {
                Ok(read) => read,
                Err(Stop::Trouble(trouble)) => {
                    self.session.refuse(trouble)?;
                    return Ok(0);
                }
                Err(Stop::Fault(fault)) => return Err(fault),
            };
            let ended = self.session.end()?;
            self.write_parts()?;
            match ended {
                Ended::Done => return Ok(read),
                Ended::Again { keep } => self.take_back(keep)?,
            }
        }
    }

    fn push_all(&mut self, input: &Input, part: &Part, limit: u64) -> Result<u64, Stop> {
        let mut pushed = 0;
        let tell = io::stderr().is_terminal();
        part.read(input, limit, &mut |bytes| {
            let appetite = self.session.push(bytes).with_context(|| input.no_answer())?;
            self.write_parts()?;
            let before = pushed;
            pushed += bytes.len() as u64;
            if tell && before / STEP != pushed / STEP {
                eprintln!("{}: {} MB read", input.shown, pushed / 1_000_000);
            }
            Ok(appetite == Appetite::More)
        })
    }

    fn write_parts(&mut self) -> Result<()> {
        while let Some(part) = self.session.take_payload() {
            if let Some(payload) = &mut self.payload {
                payload.write_all(&part).context("The payload cannot be written")?;
                self.parts.push(self.parts.last().unwrap_or(&0) + part.len() as u64);
            }
        }
        Ok(())
    }

    /// Only so many parts of the payload still count.
    fn take_back(&mut self, keep: usize) -> Result<()> {
        let Some(payload) = &mut self.payload else { return Ok(()) };
        self.parts.truncate(keep);
        payload.cut(*self.parts.last().unwrap_or(&0))
    }
}

/// Keeps the payload and writes the manifest, if the payload may be handed over; otherwise says that it may not.
fn write_outputs(outcome: &Outcome, payload: Option<PartialFile>, arguments: &CheckArguments) -> Result<()> {
    let Some(manifest) = &outcome.manifest else {
        if arguments.payload.is_some() || arguments.manifest.is_some() {
            let what = if outcome.sources.len() > 1 { "reports are" } else { "report is" };
            eprintln!("Nothing was written, because the {what} not ready.");
        }
        return Ok(());
    };
    let sidecar = arguments.manifest.as_deref().map(|path| write_manifest(path, manifest)).transpose()?;
    for file in payload.into_iter().chain(sidecar) {
        file.keep()?;
    }
    Ok(())
}

/// Written to the byte as the page writes it.
fn write_manifest(path: &Path, manifest: &Manifest) -> Result<PartialFile> {
    let mut file = PartialFile::create(path)?;
    serde_json::to_writer_pretty(&mut file, manifest).context("The manifest cannot be written")?;
    file.write_all(b"\n").context("The manifest cannot be written")?;
    Ok(file)
}
