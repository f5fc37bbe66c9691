//! The command line. This file names the arguments; every command has its own.
#![allow(clippy::disallowed_methods)] // the outside: files, clock and arguments are met here and handed to the core

mod by_hand;
mod check;
mod codes;
mod containers;
mod input;
mod listing;
mod oembed;
mod outputs;
mod package;
mod partial;
mod receipt;
mod receive;
mod resumable;
mod serve;
mod sharing;
mod site;
mod summary;
mod template_list;
mod verify;

use clap::{Args, Parser, Subcommand, ValueEnum};
use report_preflight::findings::{Code, Effect};
use report_preflight::options::{DateRange, PayloadFormat, TemplateName};
use std::io::{ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Reads, checks and cleans Amazon seller reports before a sales-tax service gets them.
#[derive(Parser)]
#[command(version, after_help = "Exit codes: 0 ready, 1 the seller has something to do, 2 no answer.")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check reports, and write the clean payload of one that is ready
    Check(Box<CheckArguments>),
    /// Compare a payload, packed with gzip or not, with its manifest
    Verify { payload: PathBuf, manifest: PathBuf },
    /// List every kind of finding, with its words
    Codes {
        #[arg(long)]
        json: bool,
    },
    /// List the templates that a payload can be written in, with what each of their columns is made from
    Templates,
    /// Build the pages, serve them on this machine, and receive uploads
    Serve(ServeArguments),
    /// Write the pages as a folder of static files
    Site { out: PathBuf },
    /// Write the element as an npm package: a folder, and a .tgz made from it by npm
    Package(PackageArguments),
}

#[derive(Args)]
struct CheckArguments {
    /// Reports as Amazon gave them, also packed (.gz, .zip) or in a workbook (.xlsx). `-` reads one from standard
    /// input. Of a folder, every file gets one line
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Check all files together, as reports of one seller: one payload, in which no sale counts twice
    #[arg(long)]
    batch: bool,
    /// Print the outcome as JSON
    #[arg(long)]
    json: bool,
    /// Print the findings as SARIF 2.1.0
    #[arg(long, conflicts_with = "json")]
    sarif: bool,
    /// Where the clean payload goes if the report is ready
    #[arg(long, value_name = "OUT")]
    payload: Option<PathBuf>,
    /// How the payload is written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Whose columns the payload has: `preflight templates` lists them
    #[arg(long, value_enum, default_value_t)]
    template: Template,
    /// Pack the payload with gzip. Its digest is that of the unpacked bytes
    #[arg(long, requires = "payload")]
    gzip: bool,
    /// Where the manifest goes if the report is ready
    #[arg(long, value_name = "OUT")]
    manifest: Option<PathBuf>,
    /// Where the sale lines go as CSV for a spreadsheet, with formulas marked as text, if the report is ready
    #[arg(long, value_name = "OUT")]
    cleaned: Option<PathBuf>,
    /// Where the list of findings goes, written as its name ends: .csv, .json or .sarif
    #[arg(long, value_name = "OUT")]
    findings: Option<PathBuf>,
    /// Where the report itself goes, with a column that says what is wrong with each record
    #[arg(long, value_name = "OUT")]
    annotated: Option<PathBuf>,
    /// The days that are asked for, such as 2026-01-01..2026-03-31: sales outside of them are findings
    #[arg(long, value_name = "FIRST..LAST", value_parser = period)]
    period: Option<DateRange>,
    /// Do not make this repair
    #[arg(long = "decline", value_name = "CODE", value_parser = repair)]
    declined: Vec<String>,
    /// What the seller typed over cells and left out: {"FILE": {"edits": [{"record", "column", "value"}], "left_out": []}}
    #[arg(long, value_name = "FILE.json")]
    edits: Option<PathBuf>,
    /// The page that explains the codes, for SARIF
    #[arg(long, value_name = "URL", default_value = "https://report-preflight.example/help-center.html")]
    help_page: String,
    /// Make the payload without the records that cannot be used
    #[arg(long)]
    leave_out_rejected: bool,
    /// The time of the check, in seconds since 1970 (default: now)
    #[arg(long, value_name = "UNIX", allow_negative_numbers = true)]
    now: Option<i64>,
    /// Read the files in this encoding, whatever they look like
    #[arg(long, value_name = "LABEL", value_parser = ENCODINGS)]
    encoding: Option<String>,
    /// Answer a question that an earlier check asked
    #[arg(long = "answer", value_name = "ID=ANSWER", value_parser = id_and_answer)]
    answers: Vec<(String, String)>,
    /// The most that is unpacked from one file (default: 4 GiB, and 256 MiB from a workbook)
    #[arg(long, value_name = "BYTES")]
    max_bytes: Option<u64>,
    /// How many threads read at once (default: one for each core)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    threads: Option<u16>,
    /// Keep ZIP+4, which can point at a single house
    #[arg(long)]
    plus4: bool,
}

impl CheckArguments {
    fn threads(&self) -> usize {
        self.threads.map_or_else(sharing::cores, usize::from)
    }
}

const ENCODINGS: [&str; 6] = ["utf-8", "windows-1252", "utf-16le", "utf-16be", "shift_jis", "gbk"];

fn id_and_answer(text: &str) -> Result<(String, String), String> {
    let (id, answer) = text.split_once('=').ok_or("write the question's id, then = and the answer")?;
    Ok((id.to_owned(), answer.to_owned()))
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    #[default]
    Csv,
    Ndjson,
}

impl From<Format> for PayloadFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Csv => PayloadFormat::Csv,
            Format::Ndjson => PayloadFormat::Ndjson,
        }
    }
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Template {
    #[default]
    Canonical,
    Taxjar,
    Kintsugi,
}

impl From<Template> for TemplateName {
    fn from(template: Template) -> Self {
        match template {
            Template::Canonical => TemplateName::Canonical,
            Template::Taxjar => TemplateName::Taxjar,
            Template::Kintsugi => TemplateName::Kintsugi,
        }
    }
}

fn period(text: &str) -> Result<DateRange, String> {
    let (first, last) = text.split_once("..").ok_or("write the first day, two points and the last day")?;
    let range = DateRange { first: first.to_owned(), last: last.to_owned() };
    range.checked().ok_or_else(|| "write days as 2026-01-31, the earlier one first".to_owned())
}

fn repair(slug: &str) -> Result<String, String> {
    let is_it = |code: &Code| code.effect == Effect::Repairs && code.slug == slug;
    match report_preflight::codes().any(is_it) {
        true => Ok(slug.to_owned()),
        false => Err("there is no repair of that name; `preflight codes` lists them".to_owned()),
    }
}

#[derive(Args)]
struct ServeArguments {
    /// The port on 127.0.0.1; 0 takes any free one
    #[arg(long, default_value_t = 8917)]
    port: u16,
    /// Where uploads are stored (default: target/uploads in the project)
    #[arg(long, value_name = "DIR")]
    uploads: Option<PathBuf>,
    /// Serve this ready-built site instead of building one
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// Write a line (method and path) for every request
    #[arg(long, value_name = "FILE")]
    log: Option<PathBuf>,
    /// The largest upload that is received, in MiB
    #[arg(long, value_name = "MIB", default_value_t = 512)]
    limit: u64,
}

#[derive(Args)]
struct PackageArguments {
    out: PathBuf,
    /// Pack the element of this ready-built site instead of building one
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
}

/// What the exit code says. The order is by gravity.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Answer {
    Ready = 0,
    NeedsSeller = 1,
    Fault = 2,
}

fn main() -> ExitCode {
    let answer = match Arguments::parse().command {
        Command::Check(arguments) => check::check(&arguments),
        Command::Verify { payload, manifest } => verify::verify(&payload, &manifest),
        Command::Codes { json } => codes::codes(json),
        Command::Templates => template_list::templates(),
        Command::Serve(arguments) => serve::serve(&arguments),
        Command::Site { out } => site::build(&out).map(|()| Answer::Ready),
        Command::Package(arguments) => package::package(&arguments),
    };
    let answer = answer.unwrap_or_else(|fault| {
        eprintln!("{fault:#}");
        Answer::Fault
    });
    ExitCode::from(answer as u8)
}

/// Prints to standard output. A reader that has seen enough and gone (`| head`) is no fault.
fn print(text: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
