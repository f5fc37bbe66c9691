//! `preflight site`: builds the wasm and lays out the pages as static files. The layout and the headers that
//! belong to it stand here, for `serve` and for other people's servers alike.

use crate::partial::PartialFile;
use anyhow::{Context, Result, bail};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions, CommentOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const PROJECT: &str = env!("CARGO_MANIFEST_DIR");
const TARGET: &str = "wasm32-unknown-unknown";
const WORKER: &str = "report-preflight/worker.js";
/// The worker's source, in files that share one scope.
const WORKER_FOLDER: &str = "report-preflight/worker";

/// A wasm of the site: one crate, built with other features.
struct Wasm {
    file: &'static str,
    features: &'static str,
    /// The name under which the script that loads it is known in the worker.
    global: &'static str,
}

const WASMS: &[Wasm] = &[
    Wasm { file: "report-preflight/preflight.wasm", features: "", global: "wasm_bindgen" },
    // Fetched only when a workbook arrives.
    Wasm { file: "report-preflight/preflight-xlsx.wasm", features: "xlsx", global: "wasm_bindgen_xlsx" },
];

/// Headers for the paths that match: a path, or the beginning of one before a `*`.
pub struct HeaderRule {
    paths: &'static [&'static str],
    headers: &'static [(&'static str, &'static str)],
}

macro_rules! page_policy {
    (own $own:literal, framed by $ancestors:literal) => {
        concat!(
            "default-src 'none'; script-src ",
            $own,
            " 'wasm-unsafe-eval'; worker-src ",
            $own,
            " blob:; style-src ",
            $own,
            "; img-src ",
            $own,
            " data:; connect-src ",
            $own,
            "; form-action ",
            $own,
            "; base-uri 'none'; frame-ancestors ",
            $ancestors
        )
    };
}

/// Stands for the site's own origin. In a sandboxed frame, WebKit lets `'self'` match nothing, so the page for
/// frames has to name it.
const OWN_ORIGIN: &str = "{origin}";

/// No two rules give one path the same header: static hosts would send both, and a browser then keeps to the
/// stricter of two policies. Pages are named without `.html` too, because some hosts serve them so.
const HEADERS: &[HeaderRule] = &[
    HeaderRule {
        paths: &["/*"],
        headers: &[("x-content-type-options", "nosniff"), ("cache-control", "no-cache")],
    },
    HeaderRule { paths: &["/report-preflight/*"], headers: &[("access-control-allow-origin", "*")] },
    // The worker that reads the file has no network, whatever page it is in.
    HeaderRule {
        paths: &["/report-preflight/worker.js"],
        headers: &[(
            "content-security-policy",
            "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'none'",
        )],
    },
    HeaderRule {
        paths: &["/", "/index.html", "/help-center.html", "/help-center", "/uploads", "/uploads/*"],
        headers: &[("content-security-policy", page_policy!(own "'self'", framed by "'self'"))],
    },
    HeaderRule {
        paths: &["/docs.html", "/docs", "/testing.html", "/testing", "/accessibility.html", "/accessibility"],
        headers: &[("content-security-policy", page_policy!(own "'self'", framed by "'self'"))],
    },
    HeaderRule {
        paths: &["/embed.html", "/embed"],
        headers: &[("content-security-policy", page_policy!(own "{origin}", framed by "*"))],
    },
];

/// The headers for a path, on a site at this origin.
pub fn headers_for(path: &str, origin: &str) -> impl Iterator<Item = (&'static str, String)> {
    let matches = move |pattern: &&str| match pattern.strip_suffix('*') {
        Some(beginning) => path.starts_with(beginning),
        None => path == *pattern,
    };
    HEADERS
        .iter()
        .filter(move |rule| rule.paths.iter().any(matches))
        .flat_map(|rule| rule.headers.iter())
        .map(move |(name, value)| (*name, value.replace(OWN_ORIGIN, origin)))
}

/// The same headers in the `_headers` file that Netlify and Cloudflare read. The origin is not known here, so
/// whoever frames the page in a sandbox, in Safari, puts it in place of `'self'`.
fn headers_file() -> String {
    let mut text = String::new();
    for rule in HEADERS {
        for path in rule.paths {
            text.push_str(&format!("{path}\n"));
            text.extend(
                rule.headers
                    .iter()
                    .map(|(name, value)| format!("  {name}: {}\n", value.replace(OWN_ORIGIN, "'self'"))),
            );
        }
    }
    text
}

/// Where `serve` keeps the site that it builds.
pub fn own_folder(name: &str) -> PathBuf {
    Path::new(PROJECT).join("target").join(name)
}

pub fn build(out: &Path) -> Result<()> {
    let www = Path::new(PROJECT).join("www");
    if !www.is_dir() {
        bail!("The pages are made from the project's source, and {} is not there.", www.display());
    }
    // Before anything is made there: the folder itself may not exist yet.
    let place = std::path::absolute(out)?;
    let place = place.ancestors().find_map(|folder| fs::canonicalize(folder).ok());
    if place.is_some_and(|place| fs::canonicalize(&www).is_ok_and(|www| place.starts_with(www))) {
        bail!("{} belongs to the source of the pages. Choose another folder for the site.", out.display());
    }
    add_target()?;
    eprintln!("Building the wasm. The first time takes a minute or two.");
    let mut glue = Vec::new();
    let mut wasms = Vec::new();
    for wasm in WASMS {
        let (script, bytes) = bind(&build_wasm(wasm.features)?, wasm.global)?;
        glue.extend_from_slice(script.as_bytes());
        glue.push(b'\n');
        wasms.push((wasm.file, bytes));
    }
    eprintln!("Writing the pages to {}.", out.display());
    let mut files = Vec::new();
    collect(&www, &mut files)?;
    let (mut worker, mut written) = (Vec::new(), 0);
    for file in &files {
        let name = file.strip_prefix(&www)?;
        let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
        if name.starts_with(WORKER_FOLDER) {
            worker.extend_from_slice(&bytes);
        } else {
            let is_script = name.extension().is_some_and(|extension| extension == "js");
            let bytes = if is_script { smaller(name, bytes, SourceType::mjs())? } else { bytes };
            write(&out.join(name), &bytes)?;
            written += 1;
        }
    }
    if worker.is_empty() {
        bail!("{} is missing, so the site has no worker.", www.join(WORKER_FOLDER).display());
    }
    // One self-contained classic script: it runs from a URL, from a blob and in an opaque frame.
    let worker = [glue.as_slice(), b"(() => {\n\"use strict\";\n", &worker, b"})();\n"].concat();
    let worker = smaller(Path::new(WORKER), worker, SourceType::cjs())?;
    write(&out.join(WORKER), &worker)?;
    for (file, bytes) in &wasms {
        write(&out.join(file), bytes)?;
        eprintln!("{file} has {} KB.", bytes.len() / 1000);
    }
    write(&out.join("_headers"), headers_file().as_bytes())?;
    eprintln!("The site is ready: {} files.", written + wasms.len() + 2);
    Ok(())
}

/// The script without comments and indents, which are a quarter of what a seller would download. Lines and names stay,
/// so that a stack can be read.
fn smaller(name: &Path, script: Vec<u8>, kind: SourceType) -> Result<Vec<u8>> {
    let script = String::from_utf8(script).with_context(|| format!("{} is not UTF-8", name.display()))?;
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, &script, kind).parse();
    if let Some(error) = parsed.diagnostics.first() {
        bail!("{} is no script: {error}", name.display());
    }
    let options =
        CodegenOptions { comments: CommentOptions::disabled(), indent_width: 0, ..CodegenOptions::default() };
    Ok(Codegen::new().with_options(options).build(&parsed.program).code.into_bytes())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    let mut file = PartialFile::create(path)?;
    file.write_all(bytes).with_context(|| format!("{} cannot be written", path.display()))?;
    file.keep()
}

/// Every file under the folder, except hidden ones.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<std::io::Result<Vec<_>>>()?;
    entries.sort_by_key(|entry| entry.file_name());
    for entry in entries {
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), files)?;
        } else {
            files.push(entry.path());
        }
    }
    Ok(())
}

/// Every file under the folder, in another one.
pub fn copy(folder: &Path, out: &Path) -> Result<()> {
    let mut files = Vec::new();
    collect(folder, &mut files).with_context(|| format!("{} cannot be read", folder.display()))?;
    for file in files {
        write(&out.join(file.strip_prefix(folder)?), &fs::read(&file)?)?;
    }
    Ok(())
}

fn add_target() -> Result<()> {
    let add = format!("rustup target add {TARGET}");
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let library = Command::new(rustc)
        .args(["--print", "target-libdir", "--target", TARGET])
        .current_dir(PROJECT)
        .output()
        .context("Rust's compiler, rustc, cannot be started")?;
    if Path::new(String::from_utf8_lossy(&library.stdout).trim()).is_dir() {
        return Ok(());
    }
    eprintln!("Rust's wasm target is missing here. Adding it: {add}");
    let added = Command::new("rustup")
        .args(["target", "add", TARGET])
        .current_dir(PROJECT)
        .stdout(Stdio::null())
        .status();
    if !added.is_ok_and(|status| status.success()) {
        bail!(
            "Rust's wasm target is missing and could not be added. Run this, then start again:\n\n    {add}\n"
        );
    }
    Ok(())
}

/// Runs cargo, whose own words go straight to the terminal, and gives the path of what it built.
fn build_wasm(features: &str) -> Result<PathBuf> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut running = Command::new(cargo)
        .args(["build", "--lib", "--target", TARGET, "--profile", "wasm", "--no-default-features"])
        .args(["--features", features, "--message-format", "json-render-diagnostics"])
        .current_dir(PROJECT)
        // These would replace the flags in .cargo/config.toml, and with them SIMD.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .stdout(Stdio::piped())
        .spawn()
        .context("cargo cannot be started")?;
    let mut built = None;
    if let Some(messages) = running.stdout.take() {
        for message in BufReader::new(messages).lines() {
            built = wasm_in(&message?).or(built);
        }
    }
    match built {
        Some(path) if running.wait()?.success() => Ok(path),
        _ => bail!("The wasm could not be built. What cargo says about it stands above."),
    }
}

/// The wasm file that one of cargo's messages speaks of, if it is this project's.
fn wasm_in(message: &str) -> Option<PathBuf> {
    let message: serde_json::Value = serde_json::from_str(message).ok()?;
    if Path::new(message.get("manifest_path")?.as_str()?) != Path::new(PROJECT).join("Cargo.toml") {
        return None;
    }
    let mut files = message.get("filenames")?.as_array()?.iter().filter_map(|file| file.as_str());
    files.find(|file| file.ends_with(".wasm")).map(PathBuf::from)
}

/// What `wasm-bindgen --target no-modules` makes: a script with one global, and the wasm for it.
fn bind(built: &Path, global: &str) -> Result<(String, Vec<u8>)> {
    let mut output = wasm_bindgen_cli_support::Bindgen::new()
        .input_path(built)
        .no_modules(true)?
        .no_modules_global(global)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .context("wasm-bindgen could not read what cargo built")?;
    Ok((output.js().to_owned(), output.wasm_mut().emit_wasm()))
}
