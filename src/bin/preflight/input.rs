//! A file that was named on the command line, with the words for what can go wrong with it.

use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::io::{self, Cursor, ErrorKind, Read, Seek};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// How much is read at a time.
pub const CHUNK: usize = 1 << 20;

pub trait Source: Read + Seek {}
impl<T: Read + Seek> Source for T {}

pub struct Input {
    content: Content,
    /// As the page would give it: without its folder.
    pub name: Option<String>,
    pub shown: String,
    /// Seconds since 1970.
    pub modified: Option<i64>,
}

enum Content {
    /// With its length, where the file system knows one.
    File(PathBuf, Option<u64>),
    /// Standard input, kept, because a file may have to be read twice.
    Kept(Vec<u8>),
}

impl Input {
    pub fn open(path: &Path) -> Result<Self> {
        if path == Path::new("-") {
            let mut bytes = Vec::new();
            io::stdin().read_to_end(&mut bytes).context("Standard input cannot be read")?;
            let shown = "Standard input".to_owned();
            return Ok(Input { content: Content::Kept(bytes), name: None, shown, modified: None });
        }
        let shown = path.display().to_string();
        let known = fs::metadata(path).map_err(|error| cannot_open(&shown, error))?;
        File::open(path).map_err(|error| cannot_open(&shown, error))?;
        if !known.is_file() {
            // A pipe gives its bytes once.
            let bytes = fs::read(path).map_err(|error| cannot_open(&shown, error))?;
            return Ok(Input { content: Content::Kept(bytes), name: name_of(path), shown, modified: None });
        }
        let modified = known.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        Ok(Input {
            content: Content::File(path.to_path_buf(), Some(known.len())),
            name: name_of(path),
            shown,
            modified: modified.and_then(|since_1970| i64::try_from(since_1970.as_secs()).ok()),
        })
    }

    /// From its beginning.
    pub fn reader(&self) -> Result<Box<dyn Source + '_>> {
        Ok(match &self.content {
            Content::File(path, _) => {
                Box::new(File::open(path).map_err(|error| cannot_open(&self.shown, error))?)
            }
            Content::Kept(bytes) => Box::new(Cursor::new(bytes)),
        })
    }

    /// The file as it lies there, to its end, which must be where it was when the file was opened; or until `take`
    /// says that it is enough.
    pub fn read(&self, take: &mut dyn FnMut(&[u8]) -> Result<bool>) -> Result<()> {
        let mut reader = self.reader()?;
        let (mut chunk, mut read) = (vec![0; CHUNK], 0);
        loop {
            let length = fill(&mut reader, &mut chunk).with_context(|| self.no_answer())?;
            read += length as u64;
            if length == 0 {
                return self.refuse_changed(read);
            }
            if !take(&chunk[..length])? {
                return Ok(());
            }
        }
    }

    /// Where it lies and how large it is, if it can be read in several places at once.
    pub fn file(&self) -> Option<(&Path, u64)> {
        match &self.content {
            Content::File(path, bytes) => Some((path, (*bytes)?)),
            Content::Kept(_) => None,
        }
    }

    pub fn no_answer(&self) -> String {
        format!("{} could not be read to its end, so there is no answer about it", self.shown)
    }

    fn refuse_changed(&self, read: u64) -> Result<()> {
        if let Content::File(_, Some(bytes)) = self.content
            && bytes != read
        {
            bail!(changed(&self.shown));
        }
        Ok(())
    }
}

pub fn changed(shown: &str) -> String {
    format!(
        "{shown} changed while it was being read, so there is no answer about it. Wait until it is saved, then check \
         it again."
    )
}

fn name_of(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}

/// Fills the chunk as far as there is something to fill it with: pipes and decompressors give little at a time.
pub fn fill(reader: &mut dyn Read, chunk: &mut [u8]) -> io::Result<usize> {
    let mut length = 0;
    while length < chunk.len() {
        match reader.read(&mut chunk[length..]) {
            Ok(0) => break,
            Ok(more) => length += more,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(length)
}

/// The files in a folder in the order of their names, without hidden ones and folders.
pub fn files_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let shown = folder.display().to_string();
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| cannot_open(&shown, error))? {
        let path = entry.map_err(|error| cannot_open(&shown, error))?.path();
        let is_hidden = name_of(&path).is_none_or(|name| name.starts_with('.'));
        if !is_hidden && !path.is_dir() {
            files.push(path);
        }
    }
    if files.is_empty() {
        bail!("There is no file in the folder {shown}.");
    }
    files.sort();
    Ok(files)
}

fn cannot_open(shown: &str, error: io::Error) -> anyhow::Error {
    match error.kind() {
        ErrorKind::NotFound => anyhow::anyhow!("There is no file {shown}. Look at how its name is spelled."),
        ErrorKind::PermissionDenied => anyhow::anyhow!("{shown} may not be read by this account."),
        _ => anyhow::Error::new(error).context(format!("{shown} cannot be opened")),
    }
}
