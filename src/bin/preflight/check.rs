//! `preflight check`: reads files in chunks through a session, as the worker does in the browser.

use crate::by_hand::ByHand;
use crate::containers::{self, Content, Limits, Part, Stop};
use crate::input::{Input, files_in};
use crate::outputs::{List, MOST_PLACES, PayloadFile, all_files, manifest_file, whole_file};
use crate::partial::PartialFile;
use crate::{Answer, CheckArguments, listing, print, summary};
use anyhow::{Context, Result, bail};
use report_preflight::options::{PayloadFormat, TemplateName};
use report_preflight::output::templates;
use report_preflight::session::{Appetite, Ended};
use report_preflight::{Options, Outcome, Session, SourceOptions};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// How many bytes go by between two words of progress.
const STEP: u64 = 64 << 20;

pub fn check(arguments: &CheckArguments) -> Result<Answer> {
    arguments.refuse_clashes()?;
    if let Some(words) = templates::refusal(&options(arguments)?) {
        bail!(words);
    }
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
    if arguments.sarif {
        print(&String::from_utf8(List::Sarif.bytes(outcome, arguments))?)?;
    } else if arguments.json {
        print(&(serde_json::to_string_pretty(&with_fewer_places(outcome))? + "\n"))?;
    } else {
        print(&summary::text(shown, outcome))?;
    }
    Ok(answer(outcome))
}

/// As the page's outcome has them. A list of findings wants more.
fn with_fewer_places(outcome: &Outcome) -> Outcome {
    let mut outcome = outcome.clone();
    let most = Options::default().max_places as usize;
    outcome.findings.iter_mut().for_each(|found| found.places.truncate(most));
    outcome.repairs.iter_mut().for_each(|made| made.places.truncate(most));
    outcome
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

fn options(arguments: &CheckArguments) -> Result<Options> {
    let wants_list = arguments.sarif || arguments.findings.is_some();
    let most = if wants_list { MOST_PLACES } else { Options::default().max_places };
    Ok(Options {
        now: Some(arguments.now.map_or_else(clock, Ok)?),
        leave_out_rejected: arguments.leave_out_rejected,
        postal_code_plus4: arguments.plus4,
        max_places: most,
        answers: arguments.answers.iter().cloned().collect(),
        period: arguments.period.clone(),
        declined: arguments.declined.clone(),
        format: arguments.format.into(),
        template: arguments.template.into(),
        ..Options::default()
    })
}

/// Checks the files together, and writes what was asked for if it may be handed over.
fn read_and_write(files: &[PathBuf], arguments: &CheckArguments) -> Result<Outcome> {
    let inputs = files.iter().map(|file| Input::open(file)).collect::<Result<Vec<_>>>()?;
    let by_hand = ByHand::read(arguments.edits.as_deref())?;
    let asked = options(arguments)?;
    let payload =
        arguments.payload.as_deref().map(|path| PayloadFile::create(path, arguments.gzip)).transpose()?;
    let (outcome, payload) = read(&inputs, asked.clone(), payload, by_hand, arguments)?;
    let mut kept = Vec::new();
    if let Some(path) = &arguments.findings {
        kept.push(whole_file(path, &List::of(path)?.bytes(&outcome, arguments))?);
    }
    if let Some(path) = &arguments.annotated {
        let options = Options { annotate: Some(the_report(&outcome)?), ..asked.clone() };
        kept.extend(read_again(&inputs, options, path, arguments)?);
    }
    match &outcome.manifest {
        Some(manifest) => {
            if let Some(path) = &arguments.cleaned {
                let options = Options {
                    for_people: true,
                    format: PayloadFormat::Csv,
                    template: TemplateName::Canonical,
                    ..asked
                };
                kept.extend(read_again(&inputs, options, path, arguments)?);
            }
            kept.extend(payload.map(PayloadFile::finish).transpose()?);
            if let Some(path) = &arguments.manifest {
                kept.push(manifest_file(path, manifest)?);
            }
        }
        None if [&arguments.payload, &arguments.manifest, &arguments.cleaned]
            .iter()
            .any(|it| it.is_some()) =>
        {
            let what = if outcome.sources.len() > 1 { "reports are" } else { "report is" };
            let but = if kept.is_empty() { "Nothing was written" } else { "No payload was written" };
            eprintln!("{but}, because the {what} not ready.");
        }
        None => {}
    }
    kept.into_iter().try_for_each(PartialFile::keep)?;
    Ok(outcome)
}

/// Which of the sources is the one that can be read as a report.
fn the_report(outcome: &Outcome) -> Result<u32> {
    let mut reports =
        (0..).zip(&outcome.sources).filter(|(_, source)| source.report.usable && source.format.is_some());
    match (reports.next(), reports.next()) {
        (Some((source, _)), None) => Ok(source),
        (None, _) => {
            bail!("There is no report in it that --annotated could write notes on. Nothing was written.")
        }
        _ => bail!("--annotated writes one report, and there are several. Check one at a time with it."),
    }
}

/// Once more from the beginning, for a file for people.
fn read_again(
    inputs: &[Input],
    options: Options,
    path: &Path,
    arguments: &CheckArguments,
) -> Result<Option<PartialFile>> {
    let by_hand = ByHand::read(arguments.edits.as_deref())?;
    let file = Some(PayloadFile::create(path, false)?);
    let (_, file) = read(inputs, options, file, by_hand, arguments)?;
    file.map(PayloadFile::finish).transpose()
}

/// One check of all inputs.
fn read(
    inputs: &[Input],
    options: Options,
    payload: Option<PayloadFile>,
    by_hand: ByHand,
    arguments: &CheckArguments,
) -> Result<(Outcome, Option<PayloadFile>)> {
    let mut desk = Desk {
        session: Session::new(options),
        payload,
        encoding: arguments.encoding.clone(),
        by_hand,
        sources: 0,
    };
    let limits = Limits::new(arguments.max_bytes);
    for input in inputs {
        let mut left = limits.archive;
        for part in containers::unpack(input, limits)? {
            left -= desk.read(input, &part, left)?;
        }
    }
    desk.by_hand.refuse_unmet()?;
    desk.session.close()?;
    desk.write_parts()?;
    let outcome = desk.session.finish()?;
    desk.write_parts()?;
    Ok((outcome, desk.payload))
}

/// A session, and the payload that comes out of it.
struct Desk {
    session: Session,
    payload: Option<PayloadFile>,
    encoding: Option<String>,
    by_hand: ByHand,
    /// How many have been begun.
    sources: usize,
}

impl Desk {
    /// Reads one source through the session, twice if need be. Gives how much was unpacked.
    fn read(&mut self, input: &Input, part: &Part, limit: u64) -> Result<u64> {
        let mut about = SourceOptions {
            name: input.name.clone(),
            modified: input.modified,
            container: part.container,
            member: part.member.clone(),
            encoding: self.encoding.clone(),
            ..SourceOptions::default()
        };
        self.by_hand.apply(self.sources, &mut about);
        self.sources += 1;
        self.session.begin(about)?;
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
                Ended::Again { keep } => {
                    if let Some(payload) = &mut self.payload {
                        payload.take_back(keep)?;
                    }
                }
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
                payload.write(&part)?;
            }
        }
        Ok(())
    }
}
