//! A host's own server: another origin than the element's, with pages and headers as a test wants them.

use anyhow::Result;
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a path answers with: a body, and further header lines.
type Pages = HashMap<&'static str, (String, String)>;

/// Serves `pages`, and below them the files of `folder`, which pages of other origins may read, on a free port of its own, until the tests end.
/// Gives its origin.
pub fn serve(
    folder: Option<PathBuf>,
    pages: impl IntoIterator<Item = (&'static str, String, String)>,
) -> Result<String> {
    start(folder, |_| pages)
}

/// The same for pages that name the host's own origin.
pub fn serve_with_origin<P>(pages: impl FnOnce(&str) -> P) -> Result<String>
where
    P: IntoIterator<Item = (&'static str, String, String)>,
{
    start(None, pages)
}

fn start<P>(folder: Option<PathBuf>, pages: impl FnOnce(&str) -> P) -> Result<String>
where
    P: IntoIterator<Item = (&'static str, String, String)>,
{
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    let origin = format!("http://{}", listener.local_addr()?);
    let pages = pages(&origin).into_iter().map(|(path, body, headers)| (path, (body, headers)));
    let served = Arc::new((folder, pages.collect::<Pages>()));
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let served = served.clone();
            std::thread::spawn(move || answer(stream, served.0.as_deref(), &served.1));
        }
    });
    Ok(origin)
}

fn answer(mut stream: TcpStream, folder: Option<&Path>, pages: &Pages) -> Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let path = first.split(' ').nth(1).unwrap_or_default();
    let (body, headers) = match pages.get(path) {
        Some((body, headers)) => (Some(body.clone().into_bytes()), headers.as_str()),
        None => (
            folder.and_then(|folder| std::fs::read(folder.join(path.trim_start_matches('/'))).ok()),
            "Access-Control-Allow-Origin: *\r\n",
        ),
    };
    let status = if body.is_some() { "200 OK" } else { "404 Not Found" };
    let body = body.unwrap_or_default();
    let (kind, length) = (content_type(path), body.len());
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n"
    )?;
    Ok(stream.write_all(&body)?)
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        _ => "text/html; charset=utf-8",
    }
}

/// A page with nothing but the element in it: `head` goes into its head, `attributes` on the element.
/// `origin` is where the element's script comes from; empty for the page's own.
pub fn bare_page(origin: &str, head: &str, attributes: &str) -> String {
    format!(
        r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bare</title>{head}
        <script type="module" src="{origin}/report-preflight/define.js"></script></head>
        <body><main><report-preflight {attributes}></report-preflight></main></body></html>"#
    )
}
