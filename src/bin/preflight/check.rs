//! `preflight check`: reads files in chunks through a session, as the worker does in the browser.

use crate::partial::PartialFile;
use crate::{Answer, CheckArguments, print, summary};
use anyhow::{Context, Result, bail};
use report_preflight::session::Appetite;
use report_preflight::{Options, Outcome, Session, SourceOptions};
use std::fs::{self, File};
use std::io::{self, ErrorKind, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

const CHUNK: usize = 1 << 20;
/// How many bytes go by between two words of progress.
const STEP: u64 = 64 << 20;

pub fn check(arguments: &CheckArguments) -> Result<Answer> {
    refuse_clashes(arguments)?;
    let mut worst = Answer::Ready;
    for file in &arguments.files {
        let answer = check_file(file, arguments).unwrap_or_else(|fault| {
            eprintln!("{fault:#}");
            Answer::Fault
        });
        worst = worst.max(answer);
    }
    Ok(worst)
}

/// What is written must not replace what is read, nor one output the other.
fn refuse_clashes(arguments: &CheckArguments) -> Result<()> {
    let outputs: Vec<&PathBuf> = arguments.payload.iter().chain(&arguments.manifest).collect();
    if arguments.files.len() > 1 && !outputs.is_empty() {
        bail!("--payload and --manifest name one file each, so check one report at a time with them.");
    }
    if let [payload, manifest] = outputs[..]
        && is_same(payload, manifest)
    {
        bail!("The payload and the manifest cannot both be {}.", payload.display());
    }
    for output in outputs {
        if arguments.files.iter().any(|file| is_same(file, output)) {
            bail!("{} is the report itself. Choose another name for what is written.", output.display());
        }
    }
    Ok(())
}

fn is_same(one: &Path, other: &Path) -> bool {
    one == other
        || matches!((fs::canonicalize(one), fs::canonicalize(other)), (Ok(one), Ok(other)) if one == other)
}

fn check_file(file: &Path, arguments: &CheckArguments) -> Result<Answer> {
    let mut input = Input::open(file)?;
    let mut payload = arguments.payload.as_deref().map(PartialFile::create).transpose()?;
    let options = Options {
        now: Some(arguments.now.map_or_else(clock, Ok)?),
        leave_out_rejected: arguments.leave_out_rejected,
        postal_code_plus4: arguments.plus4,
        ..Options::default()
    };
    let mut session = Session::new(options);
    session.begin(SourceOptions { name: input.name.clone(), ..SourceOptions::default() })?;
    let outcome = read(&mut input, session, &mut payload)?;
    write_outputs(&outcome, payload, arguments)?;
    if arguments.json {
        print(&(serde_json::to_string_pretty(&outcome)? + "\n"))?;
    } else {
        print(&summary::text(&input.shown, &outcome))?;
    }
    Ok(if outcome.manifest.is_some() { Answer::Ready } else { Answer::NeedsSeller })
}

fn clock() -> Result<i64> {
    let since_1970 =
        SystemTime::now().duration_since(UNIX_EPOCH).context("This machine's clock stands before 1970")?;
    Ok(i64::try_from(since_1970.as_secs())?)
}

fn read(input: &mut Input, mut session: Session, payload: &mut Option<PartialFile>) -> Result<Outcome> {
    let mut chunk = vec![0; CHUNK];
    loop {
        let length = input.next(&mut chunk)?;
        if length == 0 {
            input.refuse_changed()?;
            break;
        }
        let appetite = session.push(&chunk[..length]).with_context(|| input.no_answer())?;
        write_parts(&mut session, payload)?;
        if appetite == Appetite::Enough {
            break;
        }
    }
    let outcome = session.finish().with_context(|| input.no_answer())?;
    write_parts(&mut session, payload)?;
    Ok(outcome)
}

fn write_parts(session: &mut Session, payload: &mut Option<PartialFile>) -> Result<()> {
    while let Some(part) = session.take_payload() {
        if let Some(payload) = payload {
            payload.write_all(&part).context("The payload cannot be written")?;
        }
    }
    Ok(())
}

/// Keeps the payload and writes the manifest, if the payload may be handed over; otherwise says that it may not.
fn write_outputs(outcome: &Outcome, payload: Option<PartialFile>, arguments: &CheckArguments) -> Result<()> {
    let Some(manifest) = &outcome.manifest else {
        if arguments.payload.is_some() || arguments.manifest.is_some() {
            eprintln!("Nothing was written, because the report is not ready.");
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
fn write_manifest(path: &Path, manifest: &report_preflight::Manifest) -> Result<PartialFile> {
    let mut file = PartialFile::create(path)?;
    serde_json::to_writer_pretty(&mut file, manifest).context("The manifest cannot be written")?;
    file.write_all(b"\n").context("The manifest cannot be written")?;
    Ok(file)
}

/// One report on its way in, with the words for what can go wrong with it.
struct Input {
    reader: Box<dyn Read>,
    /// As the page would give it: without its folder.
    name: Option<String>,
    shown: String,
    /// What the file system says; unknown for a pipe.
    bytes: Option<u64>,
    read: u64,
    tell: bool,
}

impl Input {
    fn open(path: &Path) -> Result<Self> {
        let tell = io::stderr().is_terminal();
        if path == Path::new("-") {
            let (reader, shown) = (Box::new(io::stdin()), "Standard input".to_owned());
            return Ok(Input { reader, name: None, shown, bytes: None, read: 0, tell });
        }
        let shown = path.display().to_string();
        let known = fs::metadata(path).map_err(|error| cannot_open(&shown, error))?;
        if known.is_dir() {
            bail!("{shown} is a folder. Name the report file inside it.");
        }
        let reader = Box::new(File::open(path).map_err(|error| cannot_open(&shown, error))?);
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        Ok(Input { reader, name, shown, bytes: known.is_file().then_some(known.len()), read: 0, tell })
    }

    /// Fills the chunk as far as there is something to fill it with: pipes give little at a time.
    fn next(&mut self, chunk: &mut [u8]) -> Result<usize> {
        let mut length = 0;
        while length < chunk.len() {
            match self.reader.read(&mut chunk[length..]) {
                Ok(0) => break,
                Ok(more) => length += more,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error).with_context(|| self.no_answer()),
            }
        }
        let before = self.read;
        self.read += length as u64;
        if self.tell && before / STEP != self.read / STEP {
            eprintln!("{}: {} MB read", self.shown, self.read / 1_000_000);
        }
        Ok(length)
    }

    fn no_answer(&self) -> String {
        format!("{} could not be read to its end, so there is no answer about it", self.shown)
    }

    fn refuse_changed(&self) -> Result<()> {
        if self.bytes.is_some_and(|bytes| bytes != self.read) {
            bail!(
                "{} changed while it was being read, so there is no answer about it. \
                 Wait until it is saved, then check it again.",
                self.shown
            );
        }
        Ok(())
    }
}

fn cannot_open(shown: &str, error: io::Error) -> anyhow::Error {
    match error.kind() {
        ErrorKind::NotFound => anyhow::anyhow!("There is no file {shown}. Look at how its name is spelled."),
        ErrorKind::PermissionDenied => anyhow::anyhow!("{shown} may not be read by this account."),
        _ => anyhow::Error::new(error).context(format!("{shown} cannot be opened")),
    }
}
