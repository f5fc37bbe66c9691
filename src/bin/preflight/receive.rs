//! The receiver: takes a payload and its manifest, checks one against the other with the core, and keeps both
//! or neither.
//!
//! An upload grows in a hidden folder of its own. Only when all of it has arrived and been found right does that
//! folder get its name; whatever else happens, it is removed when its [`Receiving`] is dropped, which is also
//! what happens when the connection goes away.

use crate::receipt::{Problem, Receipt, Refusal, respond};
use crate::verify::{GZIP, unpacked};
use anyhow::{Context, Result};
use axum::extract::State;
use axum::extract::multipart::{Field, Multipart, MultipartError, MultipartRejection};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use report_preflight::Manifest;
use report_preflight::options::PayloadFormat;
use std::fs::{self, File};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, ErrorKind, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tokio::io::AsyncWriteExt;
use tokio::time::timeout;

/// Longer than this without a byte, and the upload is given up.
pub const PATIENCE: Duration = Duration::from_secs(30);
/// What is left of a refused upload is read for so long, because a browser shows the answer only after sending all.
pub const DRAIN: Duration = Duration::from_secs(10);
/// Manifests have some kilobytes.
pub const MANIFEST_LIMIT: u64 = 4 << 20;
/// Begins the name of a folder that is not an upload yet.
pub const UNFINISHED: &str = ".receiving-";
/// An unfinished folder of this age belongs to a process that was killed.
const ABANDONED: Duration = Duration::from_secs(24 * 60 * 60);
/// While it is received, and as CSV.
pub const PAYLOAD: &str = "sale-lines.csv";
pub const MANIFEST: &str = "manifest.json";
pub const RECEIPT: &str = "receipt.json";

pub struct Receiver {
    folder: PathBuf,
    limit: u64,
}

impl Receiver {
    pub fn new(folder: &Path, limit: u64) -> Result<Self> {
        let cannot = || format!("Uploads cannot be stored in {}", folder.display());
        fs::create_dir_all(folder).with_context(cannot)?;
        let folder = fs::canonicalize(folder).with_context(cannot)?;
        remove_abandoned(&folder).with_context(cannot)?;
        Ok(Receiver { folder, limit })
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub fn limit(&self) -> u64 {
        self.limit
    }

    pub fn begin(&self) -> io::Result<Receiving> {
        remove_abandoned(&self.folder)?;
        Receiving::begin(&self.folder)
    }
}

fn remove_abandoned(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let age = entry.metadata()?.modified()?.elapsed().unwrap_or_default();
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) && age > ABANDONED {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

/// What cannot be unpacked is the sender's doing; what cannot be read from the disk is ours.
fn unreadable(error: io::Error) -> Refusal {
    match error.kind() {
        ErrorKind::InvalidData | ErrorKind::InvalidInput | ErrorKind::UnexpectedEof => {
            let message = "The payload cannot be unpacked. Nothing was kept. Send it again.";
            Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, "payload-unreadable", message)
        }
        _ => error.into(),
    }
}

impl From<MultipartError> for Refusal {
    fn from(_: MultipartError) -> Self {
        Self::cut_off()
    }
}

pub async fn receive(
    State(receiver): State<Arc<Receiver>>,
    headers: HeaderMap,
    upload: Result<Multipart, MultipartRejection>,
) -> Response {
    let answer = match upload {
        Ok(mut upload) => {
            let answer = take(&receiver, &mut upload).await;
            if answer.is_err() {
                let _ = timeout(DRAIN, drain(&mut upload)).await;
            }
            answer
        }
        Err(_) => Err(Refusal::malformed("The upload is not a form with files (multipart/form-data).")),
    };
    respond(StatusCode::CREATED, answer, &headers)
}

async fn drain(upload: &mut Multipart) {
    while let Ok(Some(mut field)) = upload.next_field().await {
        while let Ok(Some(_)) = field.chunk().await {}
    }
}

async fn take(receiver: &Receiver, upload: &mut Multipart) -> Result<Receipt, Refusal> {
    let mut receiving = receiver.begin()?;
    store_parts(upload, &receiving, receiver.limit).await?;
    // From here on the upload is whole, and is judged and named even if the sender does not wait for the receipt.
    let judged = tokio::task::spawn_blocking(move || receiving.finish()).await;
    judged.unwrap_or_else(|stopped| Err(Refusal::not_stored(&io::Error::other(stopped))))
}

/// Writes the payload and the manifest into the folder as they come. Other fields of the form are let go by.
async fn store_parts(upload: &mut Multipart, receiving: &Receiving, limit: u64) -> Result<(), Refusal> {
    let (mut has_payload, mut has_manifest) = (false, false);
    while let Some(field) = timeout(PATIENCE, upload.next_field()).await.map_err(|_| Refusal::cut_off())?? {
        let name = field.name().unwrap_or_default();
        // A file input in which nothing was chosen sends an empty file name.
        let is_file = field.file_name().is_some_and(|file| !file.is_empty());
        let (file, seen, limit, what) = if name.ends_with("manifest") {
            (MANIFEST, &mut has_manifest, MANIFEST_LIMIT, "manifest")
        } else if is_file || name == "payload" {
            (PAYLOAD, &mut has_payload, limit, "payload")
        } else {
            continue;
        };
        if std::mem::replace(seen, true) {
            let message =
                format!("The upload has more than one {what}. It takes one payload and one manifest.");
            return Err(Refusal::malformed(&message));
        }
        if !pour(field, &receiving.path.join(file), limit).await? {
            return Err(Refusal::too_large(what, limit));
        }
    }
    match (has_payload, has_manifest) {
        (true, true) => Ok(()),
        (false, _) => {
            Err(Refusal::malformed("The upload has no payload. It takes a payload and its manifest."))
        }
        (true, false) => {
            Err(Refusal::malformed("The upload has no manifest. It takes a payload and its manifest."))
        }
    }
}

/// Writes a field to a new file, chunk by chunk. False if there is more of it than the limit.
async fn pour(mut field: Field<'_>, path: &Path, limit: u64) -> Result<bool, Refusal> {
    // Made at once: a creation left to another thread could come after the folder is removed.
    let mut file = tokio::fs::File::from_std(File::create_new(path)?);
    let mut left = limit;
    while let Some(chunk) = timeout(PATIENCE, field.chunk()).await.map_err(|_| Refusal::cut_off())?? {
        let Some(rest) = left.checked_sub(chunk.len() as u64) else {
            return Ok(false);
        };
        left = rest;
        file.write_all(&chunk).await?;
    }
    file.flush().await?;
    Ok(true)
}

/// An upload on its way: a hidden folder that is removed unless the upload is found right.
pub struct Receiving {
    pub id: String,
    pub path: PathBuf,
    /// It stays when this is dropped.
    pub kept: bool,
}

impl Receiving {
    fn begin(folder: &Path) -> io::Result<Self> {
        // Sorted by time in a listing. The hasher's keys are random, so that ids of one second differ.
        let id = format!(
            "{}-{:016x}",
            timestamp().replace([':', '-'], ""),
            RandomState::new().build_hasher().finish()
        );
        let path = folder.join(format!("{UNFINISHED}{id}"));
        fs::create_dir(&path)?;
        Ok(Receiving { id, path, kept: false })
    }

    pub fn finish(&mut self) -> Result<Receipt, Refusal> {
        let manifest: Manifest =
            serde_json::from_slice(&fs::read(self.path.join(MANIFEST))?).map_err(|error| {
                let message = format!("The manifest cannot be read: {error}. Nothing was kept.");
                Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, "manifest-unreadable", message)
            })?;
        let mut payload = File::open(self.path.join(PAYLOAD))?;
        let mut start = Vec::new();
        payload.by_ref().take(2).read_to_end(&mut start)?;
        payload.rewind()?;
        // No further than the manifest says: a packed payload can be made to unpack to anything.
        let payload = unpacked(&payload)?.take(manifest.payload.bytes.saturating_add(1));
        let mismatches = report_preflight::verify::verify(&manifest, payload).map_err(unreadable)?;
        if !mismatches.is_empty() {
            let problems = mismatches
                .into_iter()
                .map(|it| Problem { code: it.code.to_owned(), message: it.message })
                .collect();
            return Err(Refusal { status: StatusCode::UNPROCESSABLE_ENTITY, problems });
        }
        Ok(self.keep(&manifest, start == GZIP)?)
    }

    /// Gives the folder its name. The receipt promises that all of it is on the disk, so all of it is put there first.
    fn keep(&mut self, manifest: &Manifest, packed: bool) -> io::Result<Receipt> {
        let folder = self.path.parent().unwrap_or(Path::new("")).to_path_buf();
        let stored = folder.join(&self.id);
        let receipt = Receipt::new(&self.id, timestamp(), &stored, manifest);
        fs::write(self.path.join(RECEIPT), serde_json::to_string_pretty(&receipt)? + "\n")?;
        let name = payload_name(manifest.payload.format, packed);
        fs::rename(self.path.join(PAYLOAD), self.path.join(name))?;
        for file in [name, MANIFEST, RECEIPT] {
            File::open(self.path.join(file))?.sync_all()?;
        }
        fs::rename(&self.path, &stored)?;
        self.kept = true;
        #[cfg(unix)]
        File::open(&folder)?.sync_all()?;
        Ok(receipt)
    }
}

/// As what it is.
fn payload_name(format: PayloadFormat, packed: bool) -> &'static str {
    match (format, packed) {
        (PayloadFormat::Csv, false) => PAYLOAD,
        (PayloadFormat::Csv, true) => "sale-lines.csv.gz",
        (PayloadFormat::Ndjson, false) => "sale-lines.ndjson",
        (PayloadFormat::Ndjson, true) => "sale-lines.ndjson.gz",
    }
}

impl Drop for Receiving {
    fn drop(&mut self) {
        if !self.kept {
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

/// Now, as `2026-03-01T12:00:00Z`.
fn timestamp() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    let (days, of_day) = (seconds / 86_400, seconds % 86_400);
    // Howard Hinnant's civil_from_days: years begin in March, so that a leap day is a year's last.
    let shifted = days + 719_468;
    let (era, of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    let (hour, minute, second) = (of_day / 3_600, of_day / 60 % 60, of_day % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}
