//! Processes and folders that end with the test that made them, also when it panics.

use anyhow::{Context, Result, bail};
use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// A child process. Dropping it ends it and everything that it started, each by its process id.
pub struct Process {
    child: Child,
    name: String,
}

impl Process {
    /// Starts `command`; what it says goes to the file `log`.
    pub fn start(command: &mut Command, log: &Path) -> Result<Process> {
        let said = fs::File::create(log)?;
        command.stdout(said.try_clone()?).stderr(said);
        Process::spawn(command)
    }

    /// Starts `command` and waits for the first line that it prints; the rest goes to the file `log`.
    pub fn start_and_read_line(command: &mut Command, log: &Path) -> Result<(Process, String)> {
        command.stdout(Stdio::piped()).stderr(fs::File::create(log)?);
        let mut process = Process::spawn(command)?;
        let mut line = String::new();
        let mut stdout = BufReader::new(process.child.stdout.take().context("stdout is piped")?);
        stdout.read_line(&mut line)?;
        if line.is_empty() {
            bail!("{} ended before it said a word on stdout. {}", process.name, fs::read_to_string(log)?);
        }
        // Later words would end the process with a broken pipe.
        std::thread::spawn(move || std::io::copy(&mut stdout, &mut std::io::sink()));
        Ok((process, line.trim_end().to_owned()))
    }

    fn spawn(command: &mut Command) -> Result<Process> {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.stdin(Stdio::null()).spawn().with_context(|| {
            format!("{name} did not start; tests/run installs what the browser tests need")
        })?;
        Ok(Process { child, name })
    }

    /// Its process id, and those of all that it started.
    #[allow(dead_code)] // for the bench
    pub fn family(&self) -> Vec<String> {
        family(self.child.id())
    }

    /// Fails when the process has ended.
    pub fn check(&mut self) -> Result<()> {
        match self.child.try_wait()? {
            Some(status) => bail!("{} ended with {status}", self.name),
            None => Ok(()),
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let pids = family(self.child.id());
        let _ = Command::new("kill").arg("-KILL").args(&pids).stderr(Stdio::null()).status();
        let _ = self.child.wait();
    }
}

/// `pid` and all that come from it, as strings for `kill`.
fn family(pid: u32) -> Vec<String> {
    let mut children: HashMap<String, Vec<String>> = HashMap::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let id = entry.file_name().to_string_lossy().into_owned();
        // "pid (name) state parent …"; the name may hold blanks and brackets.
        let stat = fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        if let Some(parent) = stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(1)) {
            children.entry(parent.to_owned()).or_default().push(id);
        }
    }
    let mut pids = vec![pid.to_string()];
    let mut next = 0;
    while next < pids.len() {
        pids.extend(children.remove(&pids[next]).unwrap_or_default());
        next += 1;
    }
    pids
}

/// A folder under the system's temporary one, removed when dropped.
pub struct TempDir(PathBuf);

impl TempDir {
    pub fn new() -> Result<TempDir> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name =
            format!("preflight-browser-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path)?;
        Ok(TempDir(path))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn join(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// A folder inside, made if it is not there.
    pub fn folder(&self, name: &str) -> Result<PathBuf> {
        let path = self.0.join(name);
        fs::create_dir_all(&path)?;
        Ok(path)
    }
}

impl Drop for TempDir {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A port that was free a moment ago.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
