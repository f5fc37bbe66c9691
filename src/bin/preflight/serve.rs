//! `preflight serve`: the pages and the receiver, on this machine only.

use crate::oembed::{self, Asked};
use crate::receive::{self, Receiver};
use crate::resumable::{self, Resumable};
use crate::{Answer, ServeArguments, print, site};
use anyhow::{Context, Result, bail};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Query, Request, State};
use axum::http::header::{CONTENT_TYPE, HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::net::TcpListener;

struct Server {
    site: PathBuf,
    hosts: [String; 2],
    log: Option<Mutex<File>>,
}

pub fn serve(arguments: &ServeArguments) -> Result<Answer> {
    let site = match &arguments.site {
        Some(ready) if ready.is_dir() => ready.clone(),
        Some(missing) => bail!("There is no folder {} to serve.", missing.display()),
        None => {
            let own = site::own_folder("site");
            site::build(&own)?;
            own
        }
    };
    let uploads = arguments.uploads.clone().unwrap_or_else(|| site::own_folder("uploads"));
    let receiver = Receiver::new(&uploads, arguments.limit.saturating_mul(1 << 20))?;
    eprintln!("Uploads are stored in {}.", receiver.folder().display());
    let log = arguments.log.as_deref().map(open_log).transpose()?;
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(run(
        arguments.port,
        site,
        Arc::new(receiver),
        log,
    ))
}

fn open_log(path: &Path) -> Result<Mutex<File>> {
    let file = File::options().append(true).create(true).open(path);
    Ok(Mutex::new(file.with_context(|| format!("{} cannot be written", path.display()))?))
}

/// Runs until it is told to stop. Uploads that are on their way then are dropped, and clean up after themselves.
async fn run(port: u16, site: PathBuf, receiver: Arc<Receiver>, log: Option<Mutex<File>>) -> Result<Answer> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let listener = TcpListener::bind(address).await.map_err(|error| cannot_listen(port, error))?;
    let port = listener.local_addr()?.port();
    let hosts = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
    let router = router(Arc::new(Server { site, hosts, log }), receiver);
    print(&format!("Listening on http://127.0.0.1:{port}/\n"))?;
    tokio::select! {
        ended = axum::serve(listener, router).into_future() => ended?,
        () = stopped() => {}
    }
    Ok(Answer::Ready)
}

fn cannot_listen(port: u16, error: std::io::Error) -> anyhow::Error {
    if error.kind() == ErrorKind::AddrInUse {
        return anyhow::anyhow!(
            "Port {port} is taken by another program. Choose another with --port, or any free one with --port 0."
        );
    }
    anyhow::Error::new(error).context(format!("Port {port} cannot be opened"))
}

#[cfg(unix)]
async fn stopped() {
    use tokio::signal::unix::{SignalKind, signal};
    // Without a handler the signal ends the process as it always does.
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        },
        Err(_) => drop(tokio::signal::ctrl_c().await),
    }
}

#[cfg(not(unix))]
async fn stopped() {
    let _ = tokio::signal::ctrl_c().await;
}

fn router(server: Arc<Server>, receiver: Arc<Receiver>) -> Router {
    let resumable = Router::new()
        .route(resumable::ADDRESS, any(resumable::uploads))
        .route(&format!("{}/{{id}}", resumable::ADDRESS), any(resumable::upload))
        .with_state(Arc::new(Resumable::new(receiver.clone())));
    Router::new()
        .route(oembed::ADDRESS, get(embedding))
        .fallback(get(file))
        .with_state(server.clone())
        .merge(resumable)
        .merge(Router::new().route("/uploads", post(receive::receive)).with_state(receiver))
        // The receiver counts for itself, so that it can say in words what is too much.
        .layer(DefaultBodyLimit::disable())
        .layer(middleware::from_fn_with_state(server, attend))
}

/// What every request meets: the log, the check of who is asking, and the headers of its path.
async fn attend(State(server): State<Arc<Server>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let origin = server.origin(request.headers());
    if let Some(log) = &server.log {
        let line = format!("{} {path}\n", request.method());
        let mut log = log.lock().unwrap_or_else(PoisonError::into_inner);
        if let Err(error) = log.write_all(line.as_bytes()) {
            eprintln!("The log of requests cannot be written: {error}");
        }
    }
    let mut response = if !server.is_addressed(&request) {
        (StatusCode::FORBIDDEN, "This server answers only to the address that it printed when it started.\n")
            .into_response()
    } else if !comes_from_here(&request) {
        (StatusCode::FORBIDDEN, "This server takes uploads only from pages on this machine.\n")
            .into_response()
    } else {
        next.run(request).await
    };
    for (name, value) in site::headers_for(&path, &origin) {
        if let Ok(value) = HeaderValue::try_from(value) {
            response.headers_mut().entry(HeaderName::from_static(name)).or_insert(value);
        }
    }
    response
}

impl Server {
    /// As the browser has it: of our two names, the one that was asked for.
    fn origin(&self, headers: &HeaderMap) -> String {
        let asked = headers.get(HOST).and_then(|host| host.to_str().ok());
        let [numeric, named] = &self.hosts;
        let host = if asked == Some(named) { named } else { numeric };
        format!("http://{host}")
    }

    /// Against DNS rebinding: a name that somebody else points at this machine is not ours.
    fn is_addressed(&self, request: &Request) -> bool {
        let is_ours = |host: &str| self.hosts.iter().any(|ours| ours.eq_ignore_ascii_case(host));
        let target = request.uri().authority().is_none_or(|authority| is_ours(authority.as_str()));
        let mut hosts = request.headers().get_all(HOST).iter();
        target
            && hosts.next().and_then(|host| host.to_str().ok()).is_some_and(is_ours)
            && hosts.next().is_none()
    }
}

/// A page on the web may make a browser post to this machine. Reading needs no such care: without CORS headers
/// the page does not see the answer.
fn comes_from_here(request: &Request) -> bool {
    let Some(origin) = request.headers().get(ORIGIN).filter(|_| !request.method().is_safe()) else {
        return true;
    };
    let uri = origin.to_str().ok().and_then(|origin| origin.parse::<Uri>().ok());
    uri.as_ref().and_then(Uri::host).is_some_and(|host| matches!(host, "127.0.0.1" | "localhost"))
}

async fn embedding(State(server): State<Arc<Server>>, headers: HeaderMap, asked: Query<Asked>) -> Response {
    oembed::answer(&server.origin(&headers), asked)
}

async fn file(State(server): State<Arc<Server>>, headers: HeaderMap, uri: Uri) -> Response {
    let Some(path) = locate(&server.site, uri.path()) else {
        return not_found();
    };
    match tokio::fs::read(&path).await {
        Ok(bytes) => {
            let page = std::str::from_utf8(&bytes).ok();
            let page = page.and_then(|page| oembed::announced(&server.origin(&headers), uri.path(), page));
            let bytes = page.map_or(bytes, String::into_bytes);
            ([(CONTENT_TYPE, mime(&path))], bytes).into_response()
        }
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            (StatusCode::FORBIDDEN, "This file may not be read by the server.\n").into_response()
        }
        Err(_) => not_found(),
    }
}

fn not_found() -> Response {
    (StatusCode::NOT_FOUND, "There is nothing at this address.\n").into_response()
}

/// The file for a path. Only plain names: nothing hidden, nothing encoded, no way up.
fn locate(site: &Path, path: &str) -> Option<PathBuf> {
    let path = if path == "/" { "/index.html" } else { path };
    let mut file = site.to_path_buf();
    for name in path.strip_prefix('/')?.split('/') {
        let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
        if !plain || name.is_empty() || name.starts_with('.') {
            return None;
        }
        file.push(name);
    }
    Some(file)
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
