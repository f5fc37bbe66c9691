//! The command line. This file names the arguments; every command has its own.
#![allow(clippy::disallowed_methods)] // the outside: files, clock and arguments are met here and handed to the core

mod check;
mod codes;
mod containers;
mod input;
mod listing;
mod partial;
mod receive;
mod serve;
mod site;
mod summary;
mod verify;

use clap::{Args, Parser, Subcommand};
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
    Check(CheckArguments),
    /// Compare a payload with its manifest
    Verify { payload: PathBuf, manifest: PathBuf },
    /// List every kind of finding, with its words
    Codes {
        #[arg(long)]
        json: bool,
    },
    /// Build the pages, serve them on this machine, and receive uploads
    Serve(ServeArguments),
    /// Write the pages as a folder of static files
    Site { out: PathBuf },
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
    /// Where the clean payload goes if the report is ready
    #[arg(long, value_name = "OUT")]
    payload: Option<PathBuf>,
    /// Where the manifest goes if the report is ready
    #[arg(long, value_name = "OUT")]
    manifest: Option<PathBuf>,
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
    /// Keep ZIP+4, which can point at a single house
    #[arg(long)]
    plus4: bool,
}

const ENCODINGS: [&str; 6] = ["utf-8", "windows-1252", "utf-16le", "utf-16be", "shift_jis", "gbk"];

fn id_and_answer(text: &str) -> Result<(String, String), String> {
    let (id, answer) = text.split_once('=').ok_or("write the question's id, then = and the answer")?;
    Ok((id.to_owned(), answer.to_owned()))
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
        Command::Serve(arguments) => serve::serve(&arguments),
        Command::Site { out } => site::build(&out).map(|()| Answer::Ready),
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
