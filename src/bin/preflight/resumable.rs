//! Uploads that go on where they stopped: the tus protocol 1.0.0, its core with the extensions creation and
//! termination (<https://tus.io/protocols/resumable-upload>).
//!
//! The manifest is an upload of its own and comes first. The payload names its address, as `manifest` in its
//! metadata. When all of the payload is there, the two are judged and kept as those of a form are; `GET` of the
//! payload's address then is the receipt, or says why nothing was kept.
//!
//! What has arrived lies in a hidden folder, with a note of what is to come, so it outlives this process too. Who
//! does not come back for it within a day finds it gone.

use crate::receipt::{Problem, Receipt, Refusal, respond};
use crate::receive::{
    DRAIN, MANIFEST, MANIFEST_LIMIT, PATIENCE, PAYLOAD, RECEIPT, Receiver, Receiving, UNFINISHED,
};
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fs::{self, File};
use std::future::poll_fn;
use std::io;
use std::path::{self, PathBuf};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::sync::{MutexGuard, watch};
use tokio::time::{sleep, timeout};

/// Where uploads are made; each gets an address below.
pub const ADDRESS: &str = "/uploads/resumable";
const VERSION: HeaderValue = HeaderValue::from_static("1.0.0");
const TUS_RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
const TUS_VERSION: HeaderName = HeaderName::from_static("tus-version");
const TUS_EXTENSION: HeaderName = HeaderName::from_static("tus-extension");
const TUS_MAX_SIZE: HeaderName = HeaderName::from_static("tus-max-size");
const UPLOAD_LENGTH: HeaderName = HeaderName::from_static("upload-length");
const UPLOAD_OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const UPLOAD_METADATA: HeaderName = HeaderName::from_static("upload-metadata");
const METHOD_OVERRIDE: HeaderName = HeaderName::from_static("x-http-method-override");
/// Nothing arrives for so long while another request waits, and the one at work makes way.
const GRACE: Duration = Duration::from_secs(1);
/// In an upload's folder: what is to come.
const NOTE: &str = "upload.json";
/// In an upload's folder, in place of what arrived: why it was not kept.
const REFUSAL: &str = "refusal.json";

pub struct Resumable {
    receiver: Arc<Receiver>,
    turns: Mutex<HashMap<String, Arc<Turn>>>,
}

/// Requests for one upload come one after the other. One that nothing arrives for makes way for the next: its
/// sender may have lost the connection and come back before this side has noticed.
struct Turn {
    lock: tokio::sync::Mutex<()>,
    waiting: watch::Sender<usize>,
}

#[derive(Serialize, Deserialize)]
struct Note {
    length: u64,
    /// As the sender wrote it.
    metadata: Option<String>,
    /// The upload that is the manifest; a manifest has none.
    manifest: Option<String>,
}

struct Upload {
    folder: PathBuf,
    note: Note,
    /// It has its receipt.
    stored: bool,
}

#[derive(Serialize, Deserialize)]
struct Refused {
    status: u16,
    problems: Vec<Problem>,
}

/// Where uploads are made.
pub async fn uploads(State(server): State<Arc<Resumable>>, method: Method, headers: HeaderMap) -> Response {
    let answer = match asked(&method, &headers) {
        Method::OPTIONS => Ok(server.options()),
        Method::POST => spoken(&headers).and_then(|()| server.create(&headers)),
        _ => Err(not_here()),
    };
    finished(answer, &headers)
}

/// One upload.
pub async fn upload(
    State(server): State<Arc<Resumable>>,
    Path(id): Path<String>,
    method: Method,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let method = asked(&method, &headers);
    // Anybody's way to the receipt: no part of the protocol.
    if method == Method::GET {
        return respond(StatusCode::OK, server.receipt(&id).await, &headers);
    }
    let answer = match (spoken(&headers), method) {
        (_, Method::OPTIONS) => Ok(server.options()),
        (Err(refusal), _) => Err(refusal),
        (_, Method::HEAD) => server.head(&id).await,
        (_, Method::PATCH) => server.patch(id, &headers, body).await,
        (_, Method::DELETE) => server.delete(&id).await,
        _ => Err(not_here()),
    };
    finished(answer, &headers)
}

/// Some networks let only GET and POST through.
fn asked(method: &Method, headers: &HeaderMap) -> Method {
    let instead = headers.get(METHOD_OVERRIDE).and_then(|name| Method::from_bytes(name.as_bytes()).ok());
    instead.unwrap_or_else(|| method.clone())
}

fn spoken(headers: &HeaderMap) -> Result<(), Refusal> {
    if headers.get(TUS_RESUMABLE) == Some(&VERSION) {
        return Ok(());
    }
    let message = "This address speaks tus 1.0.0. The request names another version, or none.";
    Err(Refusal::new(StatusCode::PRECONDITION_FAILED, "tus-version", message))
}

fn not_here() -> Refusal {
    Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "tus-method", "There is nothing to do here by this method.")
}

fn finished(answer: Result<Response, Refusal>, headers: &HeaderMap) -> Response {
    let mut response = answer.unwrap_or_else(|refusal| respond(StatusCode::OK, Err(refusal), headers));
    response.headers_mut().insert(TUS_RESUMABLE, VERSION);
    if response.status() == StatusCode::PRECONDITION_FAILED {
        response.headers_mut().insert(TUS_VERSION, VERSION);
    }
    response
}

impl Resumable {
    pub fn new(receiver: Arc<Receiver>) -> Self {
        Resumable { receiver, turns: Mutex::default() }
    }

    fn options(&self) -> Response {
        let size = self.receiver.limit().to_string();
        let extensions = "creation,termination".to_owned();
        let about = [(TUS_VERSION, "1.0.0".to_owned()), (TUS_EXTENSION, extensions), (TUS_MAX_SIZE, size)];
        (StatusCode::NO_CONTENT, about).into_response()
    }

    fn create(&self, headers: &HeaderMap) -> Result<Response, Refusal> {
        let Some(length) = number(headers, &UPLOAD_LENGTH) else {
            return Err(Refusal::malformed(
                "The request does not say how long the upload is (Upload-Length).",
            ));
        };
        let metadata = match headers.get(UPLOAD_METADATA).map(HeaderValue::to_str) {
            None => None,
            Some(Ok(metadata)) => Some(metadata.to_owned()),
            Some(Err(_)) => return Err(Refusal::malformed("Upload-Metadata cannot be read.")),
        };
        let manifest = metadata.as_deref().and_then(manifest_in).transpose()?;
        let (what, limit) = match manifest {
            Some(_) => ("payload", self.receiver.limit()),
            None => ("manifest", MANIFEST_LIMIT),
        };
        if length > limit {
            return Err(Refusal::too_large(what, limit));
        }
        let mut receiving = self.receiver.begin()?;
        if let Some(id) = &manifest {
            let whole = self.find(id).ok().filter(|it| it.is_whole().unwrap_or(false));
            let Some(whole) = whole.filter(|it| it.note.manifest.is_none()) else {
                return Err(Refusal::malformed("The manifest that the upload names has not arrived."));
            };
            // Not moved: the sender may not hear of this upload, and make another.
            fs::copy(whole.folder.join(MANIFEST), receiving.path.join(MANIFEST))?;
        }
        let note = Note { length, metadata, manifest };
        File::create_new(receiving.path.join(note.file()))?;
        fs::write(receiving.path.join(NOTE), serde_json::to_vec(&note).map_err(io::Error::from)?)?;
        receiving.kept = true;
        Ok((StatusCode::CREATED, [(LOCATION, format!("{ADDRESS}/{}", receiving.id))]).into_response())
    }

    async fn head(&self, id: &str) -> Result<Response, Refusal> {
        let turn = self.turn(id);
        let _turn = turn.take().await;
        let upload = self.find(id)?;
        let mut response = StatusCode::OK.into_response();
        let headers = response.headers_mut();
        headers.insert(UPLOAD_OFFSET, upload.offset()?.into());
        headers.insert(UPLOAD_LENGTH, upload.note.length.into());
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(metadata) = upload.note.metadata.and_then(|it| HeaderValue::try_from(it).ok()) {
            headers.insert(UPLOAD_METADATA, metadata);
        }
        Ok(response)
    }

    async fn patch(
        self: Arc<Self>,
        id: String,
        headers: &HeaderMap,
        mut body: Body,
    ) -> Result<Response, Refusal> {
        let offset = number(headers, &UPLOAD_OFFSET);
        let is_bytes = headers.get(CONTENT_TYPE).is_some_and(|it| it == "application/offset+octet-stream");
        // In a task of its own, which a lost connection does not end: what arrived is on the disk, and counted,
        // before the next request looks.
        let patched = tokio::spawn(async move {
            let patched = match offset {
                _ if !is_bytes => Err(Refusal::new(
                    StatusCode::UNSUPPORTED_MEDIA_TYPE,
                    "tus-content-type",
                    "The content type is not application/offset+octet-stream.",
                )),
                None => Err(Refusal::malformed("The request does not say where it goes on (Upload-Offset).")),
                Some(offset) => self.append(&id, offset, &mut body).await,
            };
            if patched.is_err() {
                let _ = timeout(DRAIN, async { while let Some(Ok(_)) = next(&mut body).await {} }).await;
            }
            patched
        });
        let offset = patched.await.unwrap_or_else(|stopped| Err(io::Error::other(stopped).into()))?;
        Ok((StatusCode::NO_CONTENT, [(UPLOAD_OFFSET, offset.to_string())]).into_response())
    }

    async fn append(&self, id: &str, offset: u64, body: &mut Body) -> Result<u64, Refusal> {
        let turn = self.turn(id);
        let _turn = turn.take().await;
        let upload = self.find(id)?;
        let there = upload.offset()?;
        if offset != there {
            let message = format!("The upload goes on at byte {there}, not at {offset}.");
            return Err(Refusal::new(StatusCode::CONFLICT, "tus-offset", message));
        }
        if there < upload.note.length {
            upload.pour(body, there, &turn).await?;
            if upload.is_whole()? && upload.note.manifest.is_some() {
                // It is judged and named even if the sender does not ask for the receipt, and that is where
                // they are told.
                let _ = self.settle(id, &upload).await;
            }
        }
        self.find(id)?.offset().map_err(Refusal::from)
    }

    async fn delete(&self, id: &str) -> Result<Response, Refusal> {
        let turn = self.turn(id);
        let _turn = turn.take().await;
        let upload = self.find(id)?;
        if upload.stored {
            let message = "This upload has its receipt, and is kept.";
            return Err(Refusal::new(StatusCode::FORBIDDEN, "upload-kept", message));
        }
        fs::remove_dir_all(&upload.folder)?;
        self.remove_manifest(&upload);
        Ok(StatusCode::NO_CONTENT.into_response())
    }

    async fn receipt(&self, id: &str) -> Result<Receipt, Refusal> {
        let turn = self.turn(id);
        let _turn = turn.take().await;
        let upload = self.find(id)?;
        if upload.note.manifest.is_none() {
            let message = "A manifest has no receipt of its own. Ask at the address of its payload.";
            return Err(Refusal::new(StatusCode::NOT_FOUND, "upload-manifest", message));
        }
        if upload.stored {
            return Ok(read(&upload.folder.join(RECEIPT))?);
        }
        if let Some(Refused { status, problems }) = upload.refusal()? {
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
            return Err(Refusal { status, problems });
        }
        let (there, length) = (upload.offset()?, upload.note.length);
        if there < length {
            let message = format!("{there} of {length} bytes have arrived. The receipt comes with the last.");
            return Err(Refusal::new(StatusCode::CONFLICT, "upload-unfinished", message));
        }
        self.settle(id, &upload).await
    }

    /// A refusal stands in place of what arrived; where the fault is ours, another request tries again.
    async fn settle(&self, id: &str, upload: &Upload) -> Result<Receipt, Refusal> {
        let mut receiving = Receiving { id: id.to_owned(), path: upload.folder.clone(), kept: true };
        let judged = tokio::task::spawn_blocking(move || receiving.finish()).await;
        let judged = judged.unwrap_or_else(|stopped| Err(io::Error::other(stopped).into()));
        match judged {
            Err(refusal) if refusal.status.is_server_error() => Err(refusal),
            Err(Refusal { status, problems }) => {
                let refused = Refused { status: status.as_u16(), problems };
                fs::write(
                    upload.folder.join(REFUSAL),
                    serde_json::to_vec(&refused).map_err(io::Error::from)?,
                )?;
                fs::remove_file(upload.folder.join(PAYLOAD))?;
                fs::remove_file(upload.folder.join(MANIFEST))?;
                self.remove_manifest(upload);
                Err(Refusal { status, problems: refused.problems })
            }
            Ok(receipt) => {
                self.remove_manifest(upload);
                Ok(receipt)
            }
        }
    }

    /// The upload that it was. It has been copied, and may be gone already.
    fn remove_manifest(&self, payload: &Upload) {
        if let Some(id) = &payload.note.manifest {
            let _ = fs::remove_dir_all(self.unfinished(id));
        }
    }

    fn unfinished(&self, id: &str) -> PathBuf {
        self.receiver.folder().join(format!("{UNFINISHED}{id}"))
    }

    fn find(&self, id: &str) -> Result<Upload, Refusal> {
        let nothing = || {
            let message = "There is no upload at this address, or it was left alone for too long.";
            Refusal::new(StatusCode::NOT_FOUND, "upload-unknown", message)
        };
        // It becomes part of a path.
        if !id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            return Err(nothing());
        }
        let stored = self.receiver.folder().join(id);
        for (folder, stored) in [(self.unfinished(id), false), (stored, true)] {
            match read(&folder.join(NOTE)) {
                Ok(note) => return Ok(Upload { folder, note, stored }),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(nothing())
    }

    fn turn(&self, id: &str) -> Arc<Turn> {
        let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
        turns.retain(|_, turn| Arc::strong_count(turn) > 1);
        let turn = || Arc::new(Turn { lock: tokio::sync::Mutex::default(), waiting: watch::Sender::new(0) });
        turns.entry(id.to_owned()).or_insert_with(turn).clone()
    }
}

impl Turn {
    async fn take(&self) -> MutexGuard<'_, ()> {
        if let Ok(free) = self.lock.try_lock() {
            return free;
        }
        let _waiting = Waiting::new(&self.waiting);
        self.lock.lock().await
    }
}

struct Waiting<'a>(&'a watch::Sender<usize>);

impl<'a> Waiting<'a> {
    fn new(count: &'a watch::Sender<usize>) -> Self {
        count.send_modify(|count| *count += 1);
        Waiting(count)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.send_modify(|count| *count -= 1);
    }
}

impl Note {
    /// The file that grows.
    fn file(&self) -> &'static str {
        if self.manifest.is_some() { PAYLOAD } else { MANIFEST }
    }
}

impl Upload {
    fn offset(&self) -> io::Result<u64> {
        if self.stored || self.refusal()?.is_some() {
            return Ok(self.note.length);
        }
        Ok(fs::metadata(self.folder.join(self.note.file()))?.len())
    }

    fn is_whole(&self) -> io::Result<bool> {
        Ok(self.offset()? == self.note.length)
    }

    fn refusal(&self) -> io::Result<Option<Refused>> {
        match read(&self.folder.join(REFUSAL)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            refusal => refusal.map(Some),
        }
    }

    /// Adds what arrives to what is there. Whatever ends it, what has been added stays.
    async fn pour(&self, body: &mut Body, there: u64, turn: &Turn) -> Result<(), Refusal> {
        let file = File::options().append(true).open(self.folder.join(self.note.file()))?;
        let mut file = tokio::fs::File::from_std(file);
        let mut left = self.note.length - there;
        let mut waiting = turn.waiting.subscribe();
        let ended = loop {
            let chunk = tokio::select! {
                biased;
                chunk = timeout(PATIENCE, next(body)) => chunk,
                () = awaited(&mut waiting) => break Err(elsewhere()),
            };
            let chunk = match chunk {
                Ok(None) => break Ok(()),
                Ok(Some(Ok(chunk))) => chunk,
                Ok(Some(Err(_))) | Err(_) => break Err(cut_off()),
            };
            let Some(rest) = left.checked_sub(chunk.len() as u64) else {
                let message = "There is more of the upload than was announced.";
                break Err(Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "upload-too-large", message));
            };
            left = rest;
            if let Err(error) = file.write_all(&chunk).await {
                break Err(error.into());
            }
        };
        file.flush().await?;
        ended
    }
}

/// Somebody has been waiting for a while.
async fn awaited(waiting: &mut watch::Receiver<usize>) {
    let _ = waiting.wait_for(|count| *count > 0).await;
    sleep(GRACE).await;
}

fn cut_off() -> Refusal {
    let message = "The connection was lost. What had arrived is kept: go on from there.";
    Refusal::new(StatusCode::BAD_REQUEST, "upload-cut-off", message)
}

fn elsewhere() -> Refusal {
    let message = "Another request has taken this upload over.";
    Refusal::new(StatusCode::LOCKED, "upload-taken-over", message)
}

async fn next(body: &mut Body) -> Option<Result<Bytes, axum::Error>> {
    loop {
        match poll_fn(|context| Pin::new(&mut *body).poll_frame(context)).await? {
            Ok(frame) => {
                if let Ok(bytes) = frame.into_data() {
                    return Some(Ok(bytes));
                }
            }
            Err(error) => return Some(Err(error)),
        }
    }
}

/// Of the metadata's pairs of a name and a text in base64, the address of the manifest: its last part is the id.
fn manifest_in(metadata: &str) -> Option<Result<String, Refusal>> {
    let encoded = metadata.split(',').find_map(|pair| pair.trim().strip_prefix("manifest "))?;
    let address = STANDARD.decode(encoded.trim()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let id = address.as_deref().and_then(|address| address.rsplit('/').next()).filter(|id| !id.is_empty());
    Some(id.map(str::to_owned).ok_or_else(|| Refusal::malformed("The manifest's address cannot be read.")))
}

fn number(headers: &HeaderMap, name: &HeaderName) -> Option<u64> {
    headers.get(name)?.to_str().ok()?.parse().ok()
}

fn read<T: for<'a> Deserialize<'a>>(path: &path::Path) -> io::Result<T> {
    Ok(serde_json::from_slice(&fs::read(path)?)?)
}
