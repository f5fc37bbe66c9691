//! A file that appears under its name whole or not at all.

use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Written beside its target under a name of its own, and renamed by [`keep`](Self::keep). Dropped without
/// `keep`, it is removed and the target is as it was.
pub struct PartialFile {
    writer: BufWriter<File>,
    partial: PathBuf,
    target: PathBuf,
    kept: bool,
}

impl PartialFile {
    pub fn create(target: &Path) -> Result<Self> {
        // Through a symbolic link, so that the link stays one.
        let target = fs::canonicalize(target).unwrap_or_else(|_| target.to_path_buf());
        let shown = target.display().to_string();
        // Renaming over a device such as /dev/null would replace it.
        if fs::metadata(&target).is_ok_and(|known| !known.is_file()) {
            bail!("{shown} is not a file, so nothing can be written there. Give the name of a file.");
        }
        let Some(name) = target.file_name() else {
            bail!("{shown} is not the name of a file.");
        };
        let partial =
            target.with_file_name(format!(".{}.partial-{}", name.to_string_lossy(), std::process::id()));
        let file = File::create(&partial).with_context(|| format!("{shown} cannot be written"))?;
        Ok(PartialFile { writer: BufWriter::new(file), partial, target, kept: false })
    }

    /// Takes back what was written behind the first `length` bytes.
    pub fn cut(&mut self, length: u64) -> Result<()> {
        let shown = self.target.display().to_string();
        let cut = |writer: &mut BufWriter<File>| {
            writer.seek(SeekFrom::Start(length))?;
            writer.get_ref().set_len(length)
        };
        cut(&mut self.writer).with_context(|| format!("{shown} cannot be written"))
    }

    pub fn keep(mut self) -> Result<()> {
        self.finish().with_context(|| format!("{} cannot be written", self.target.display()))
    }

    fn finish(&mut self) -> io::Result<()> {
        self.writer.flush()?;
        self.writer.get_ref().sync_all()?;
        fs::rename(&self.partial, &self.target)?;
        self.kept = true;
        Ok(())
    }
}

impl Write for PartialFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

impl Drop for PartialFile {
    fn drop(&mut self) {
        if !self.kept {
            let _ = fs::remove_file(&self.partial);
        }
    }
}
