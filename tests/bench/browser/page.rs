//! The browser and the bench's page in it. A page that died is opened again, in another browser.

use crate::engine::{Browser, Engine};
use crate::files::Kind;
use crate::plan::Job;
use crate::process::TempDir;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::Duration;
use thirtyfour::{By, WebDriver};

/// What starting an opponent and asking for its answer may take on top of a run.
const MARGIN: Duration = Duration::from_secs(75);

pub struct Page {
    engine: Engine,
    origin: String,
    /// Chosen in the page.
    files: Vec<PathBuf>,
    limit: Duration,
    open: Open,
}

/// Fields are dropped in this order: the browser before its home.
struct Open {
    browser: Browser,
    _home: TempDir,
}

impl Page {
    pub async fn open(engine: Engine, origin: &str, files: &[PathBuf], limit: Duration) -> Result<Page> {
        let (origin, files) = (origin.to_owned(), files.to_vec());
        let open = Page::start(engine, &origin, &files, limit).await?;
        Ok(Page { engine, origin, files, limit, open })
    }

    async fn start(engine: Engine, origin: &str, files: &[PathBuf], limit: Duration) -> Result<Open> {
        let home = TempDir::new()?;
        let browser = Browser::start(engine, &home).await?;
        browser.driver.set_script_timeout(limit + MARGIN).await?;
        let open = Open { browser, _home: home };
        let driver = &open.browser.driver;
        driver.goto(format!("{origin}/bench/bench.html")).await?;
        for path in files {
            driver.find(By::Id("file")).await?.send_keys(path.display().to_string()).await?;
        }
        Ok(open)
    }

    pub fn driver(&self) -> &WebDriver {
        &self.open.browser.driver
    }

    /// The driver's, and of all that it started.
    pub fn processes(&self) -> Vec<String> {
        self.open.browser.processes()
    }

    /// One run. What is `dropped` says why.
    pub async fn run(&mut self, job: &Job, keep: bool) -> Result<Value> {
        let limit = self.limit.as_millis() as u64;
        let args = vec![described(job)?, json!(job.file.name()), json!(limit), json!(keep)];
        match self.eval("bench.run(...args)", args).await {
            Ok(run) => Ok(run),
            Err(error) => {
                self.reopen().await?;
                Ok(json!({ "dropped": format!("the page died of it: {error:#}") }))
            }
        }
    }

    async fn reopen(&mut self) -> Result<()> {
        self.open = Page::start(self.engine, &self.origin, &self.files, self.limit).await?;
        Ok(())
    }

    /// The value of an expression, which may use `args`; of what it promises, when it is a promise.
    pub async fn eval(&self, expression: &str, args: Vec<Value>) -> Result<Value> {
        let script = format!("const args = arguments; return ({expression});");
        let answer = self.driver().execute(script, args).await;
        Ok(answer.with_context(|| format!("the page could not say: {expression}"))?.json().clone())
    }
}

/// As the page knows it.
pub fn described(job: &Job) -> Result<Value> {
    let how: Value = serde_json::from_str(job.how)?;
    Ok(json!({ "name": job.name, "engine": job.engine, "how": how }))
}

/// Writes the files that these jobs read, and gives their paths.
pub fn write_files(dir: &TempDir, jobs: &[Job], megabytes: usize) -> Result<Vec<PathBuf>> {
    let mut kinds: Vec<Kind> = Vec::new();
    for job in jobs {
        if !kinds.contains(&job.file) {
            kinds.push(job.file);
        }
    }
    kinds
        .into_iter()
        .map(|kind| {
            let path = dir.join(kind.name());
            kind.write(&path, megabytes)?;
            Ok(path)
        })
        .collect()
}

/// How long one run may take: a tenth of the speed of the slowest opponent.
pub fn limit_for(megabytes: usize) -> Duration {
    Duration::from_secs(20 + megabytes as u64 / 4)
}
