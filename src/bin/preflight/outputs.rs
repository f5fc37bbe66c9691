//! The files that `check` writes: which may be asked for together, and what is in them.

use crate::CheckArguments;
use crate::input::files_in;
use crate::partial::PartialFile;
use anyhow::{Context, Result, bail};
use report_preflight::findings::Code;
use report_preflight::output::exports;
use report_preflight::output::gzip::Gzip;
use report_preflight::{Manifest, Outcome};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A list of findings has this many places of each code at most: some megabytes.
pub const MOST_PLACES: u32 = 20_000;

/// How a list of findings is written, by its name's ending.
#[derive(Clone, Copy)]
pub enum List {
    Csv,
    Json,
    Sarif,
}

impl List {
    pub fn of(path: &Path) -> Result<List> {
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("csv") => Ok(List::Csv),
            Some("json") => Ok(List::Json),
            Some("sarif") => Ok(List::Sarif),
            _ => bail!(
                "{} does not say how the findings are to be written. Let its name end in .csv, .json or .sarif.",
                path.display()
            ),
        }
    }

    pub fn bytes(self, outcome: &Outcome, arguments: &CheckArguments) -> Vec<u8> {
        let codes: Vec<&'static Code> = report_preflight::codes().collect();
        match self {
            List::Csv => exports::findings_csv(outcome, &codes),
            List::Json => exports::findings_json(outcome, &codes),
            List::Sarif => exports::findings_sarif(outcome, &codes, &arguments.help_page),
        }
    }
}

impl CheckArguments {
    /// Every file that is to be written.
    fn outputs(&self) -> Vec<&PathBuf> {
        [&self.payload, &self.manifest, &self.cleaned, &self.findings, &self.annotated]
            .into_iter()
            .flatten()
            .collect()
    }

    /// What is written must not replace what is read, nor one output the other.
    pub fn refuse_clashes(&self) -> Result<()> {
        let outputs = self.outputs();
        let several = self.files.len() > 1 || self.files.iter().any(|file| file.is_dir());
        if several && !self.batch && !outputs.is_empty() {
            bail!(
                "What is written (--payload, --manifest, --findings, …) names one file each. Check one report at a \
                 time with it, or all of them together with --batch."
            );
        }
        if let Some(list) = &self.findings {
            List::of(list)?;
        }
        for (at, one) in outputs.iter().enumerate() {
            if let Some(other) = outputs.iter().skip(at + 1).find(|other| is_same(one, other)) {
                bail!("Two of the files to write cannot both be {}.", other.display());
            }
        }
        if outputs.is_empty() {
            return Ok(());
        }
        for file in all_files(&self.files)?.iter().chain(&self.edits) {
            if let Some(output) = outputs.iter().find(|output| is_same(file, output)) {
                bail!("{} is the report itself. Choose another name for what is written.", output.display());
            }
        }
        Ok(())
    }
}

fn is_same(one: &Path, other: &Path) -> bool {
    one == other
        || matches!((fs::canonicalize(one), fs::canonicalize(other)), (Ok(one), Ok(other)) if one == other)
}

/// With the files of a folder in the folder's place.
pub fn all_files(named: &[PathBuf]) -> Result<Vec<PathBuf>> {
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

/// The payload while it is written. Until its end, parts of it may be taken back.
pub struct PayloadFile {
    file: PartialFile,
    now: State,
    /// As it was after each part.
    after: Vec<State>,
}

#[derive(Clone, Copy, Default)]
struct State {
    length: u64,
    gzip: Option<Gzip>,
}

impl PayloadFile {
    pub fn create(path: &Path, gzip: bool) -> Result<Self> {
        let now = State { length: 0, gzip: gzip.then(Gzip::default) };
        let mut payload = PayloadFile { file: PartialFile::create(path)?, now, after: Vec::new() };
        if gzip {
            payload.put(&Gzip::HEADER)?;
        }
        payload.after.push(payload.now);
        Ok(payload)
    }

    pub fn write(&mut self, part: &[u8]) -> Result<()> {
        match &mut self.now.gzip {
            None => self.put(part)?,
            Some(gzip) => {
                let packed = gzip.part(part);
                self.put(&packed)?;
            }
        }
        self.after.push(self.now);
        Ok(())
    }

    /// Only so many parts still count.
    pub fn take_back(&mut self, keep: usize) -> Result<()> {
        self.after.truncate(keep + 1);
        self.now = self.after.last().copied().unwrap_or_default();
        self.file.cut(self.now.length)
    }

    /// The file to keep.
    pub fn finish(mut self) -> Result<PartialFile> {
        if let Some(gzip) = self.now.gzip {
            self.put(&gzip.end())?;
        }
        Ok(self.file)
    }

    fn put(&mut self, bytes: &[u8]) -> Result<()> {
        self.now.length += bytes.len() as u64;
        self.file.write_all(bytes).context("The payload cannot be written")
    }
}

/// All of these bytes under this name.
pub fn whole_file(path: &Path, bytes: &[u8]) -> Result<PartialFile> {
    let mut file = PartialFile::create(path)?;
    file.write_all(bytes).with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(file)
}

/// Written to the byte as the page writes it.
pub fn manifest_file(path: &Path, manifest: &Manifest) -> Result<PartialFile> {
    let mut text = serde_json::to_vec_pretty(manifest).context("The manifest cannot be written")?;
    text.push(b'\n');
    whole_file(path, &text)
}
