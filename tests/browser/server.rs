//! `preflight serve` on a free port, with the log of what was asked of it.

use crate::process::{Process, TempDir};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

pub struct Server {
    pub origin: String,
    /// Where it stores what is uploaded to it.
    pub uploads: PathBuf,
    log: PathBuf,
    _process: Process,
}

impl Server {
    pub fn start(site: &Path, dir: &TempDir, name: &str) -> Result<Server> {
        let uploads = dir.folder(&format!("{name}-uploads"))?;
        let log = dir.join(&format!("{name}-requests.log"));
        fs::write(&log, "")?;
        let (process, line) = Process::start_and_read_line(
            Command::new(env!("CARGO_BIN_EXE_preflight"))
                .args(["serve", "--port", "0", "--site"])
                .arg(site)
                .arg("--uploads")
                .arg(&uploads)
                .arg("--log")
                .arg(&log),
            &dir.join(&format!("{name}.log")),
        )?;
        let origin = line
            .strip_prefix("Listening on ")
            .with_context(|| format!("serve said {line:?} first"))?
            .trim_end_matches('/')
            .to_owned();
        Ok(Server { origin, uploads, log, _process: process })
    }

    /// Every request so far, one `method path` each.
    pub fn requests(&self) -> Result<Vec<String>> {
        Ok(fs::read_to_string(&self.log)?.lines().map(str::to_owned).collect())
    }

    /// Those after the first `before`, but for the icon: browsers ask for it when they like.
    pub fn requests_after(&self, before: usize) -> Result<Vec<String>> {
        let is_page = |request: &String| !request.ends_with("/icon.svg");
        Ok(self.requests()?.into_iter().skip(before).filter(is_page).collect())
    }
}

/// The site that `tests/run` built.
pub fn site() -> PathBuf {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/site");
    assert!(site.join("index.html").exists(), "target/site is not built: cargo run -- site target/site");
    site
}

/// A copy of the site for tests that break something in it.
pub fn copy_of_site(dir: &TempDir, name: &str) -> Result<PathBuf> {
    let copy = dir.folder(name)?;
    copy_folder(&site(), &copy)?;
    Ok(copy)
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
