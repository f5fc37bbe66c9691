//! The three browser engines: how each one's driver is started, and what each is asked for.

use crate::process::{Process, TempDir, free_port};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use thirtyfour::{Capabilities, WebDriver};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// A browser of its own, with a fresh profile. Fields are dropped in this order: the browser before the
/// display that it draws on.
///
/// It is never asked to quit: a browser that leaves politely is no longer its driver's child when the driver
/// is ended, and WebKit's content process then stays for seconds.
pub struct Browser {
    pub driver: WebDriver,
    process: Process,
    _display: Option<Process>,
}

/// How long a driver may take to listen.
const START: Duration = Duration::from_secs(30);

impl Browser {
    pub async fn start(engine: Engine, dir: &TempDir) -> Result<Browser> {
        let port = free_port()?;
        let home = dir.folder("home")?;
        let mut command = engine.driver(port, &home);
        // Nothing of the developer's own settings comes in, and nothing is left behind.
        command.env("HOME", &home).env("TMPDIR", &home);
        for (name, folder) in [("CONFIG", "config"), ("CACHE", "cache"), ("DATA", "data")] {
            command.env(format!("XDG_{name}_HOME"), home.join(folder));
        }
        // Only MiniBrowser has no headless mode.
        let display = match engine {
            Engine::WebKit => {
                let (xvfb, number) = Process::start_and_read_line(
                    Command::new("Xvfb").args("-displayfd 1 -screen 0 1600x1200x24 -nolisten tcp".split(' ')),
                    &dir.join("xvfb.log"),
                )?;
                command.env("DISPLAY", format!(":{number}"));
                Some(xvfb)
            }
            Engine::Chromium | Engine::Firefox => None,
        };
        let log = dir.join("driver.log");
        let mut process = Process::start(&mut command, &log)?;
        wait_for_driver(&mut process, port).await?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), engine.capabilities(&home)?).await;
        let said = || std::fs::read_to_string(&log).unwrap_or_default();
        let driver =
            driver.with_context(|| format!("{engine:?} did not start. Its driver said: {}", said()))?;
        Ok(Browser { driver, process, _display: display })
    }

    /// The process ids of the driver and the browser, in all its parts.
    #[allow(dead_code)] // for the bench
    pub fn processes(&self) -> Vec<String> {
        self.process.family()
    }
}

/// Waits until somebody listens on the driver's port.
async fn wait_for_driver(process: &mut Process, port: u16) -> Result<()> {
    let deadline = Instant::now() + START;
    loop {
        match tokio::net::TcpStream::connect(("127.0.0.1", port)).await {
            Ok(_) => return Ok(()),
            Err(error) if Instant::now() > deadline => {
                return Err(error).context("the driver does not listen");
            }
            Err(_) => process.check()?,
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

impl Engine {
    fn driver(self, port: u16, home: &Path) -> Command {
        let mut command;
        match self {
            Engine::Chromium => command = Command::new("chromedriver"),
            Engine::Firefox => {
                command = Command::new("geckodriver");
                command.args(["--websocket-port=0", "--log=error", "--profile-root"]).arg(home);
            }
            Engine::WebKit => {
                command = Command::new("WebKitWebDriver");
                // bubblewrap does not work for root in a container; what these tests open is our own.
                command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
                command.env("LIBGL_ALWAYS_SOFTWARE", "1").env("GDK_BACKEND", "x11");
            }
        }
        command.arg(format!("--port={port}"));
        command
    }

    fn capabilities(self, home: &Path) -> Result<Capabilities> {
        let asked = match self {
            Engine::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": {
                    "binary": "/usr/bin/chromium",
                    "args": [
                        "--headless=new",
                        // Chromium's sandbox refuses root; what these tests open is our own.
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-default-apps",
                        "--disable-sync",
                        "--no-first-run",
                        format!("--user-data-dir={}", home.join("profile").display()),
                    ],
                },
            }),
            Engine::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": { "args": ["-headless"], "prefs": firefox_preferences() },
            }),
            Engine::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "binary": mini_browser()?, "args": ["--automation"] },
            }),
        };
        let Value::Object(asked) = asked else { unreachable!("an object is written above") };
        Ok(Capabilities::from(asked))
    }
}

/// Firefox calls home at start; here there is nobody to answer, and the waiting shows.
fn firefox_preferences() -> Value {
    json!({
        "app.normandy.enabled": false,
        "app.update.enabled": false,
        "browser.safebrowsing.malware.enabled": false,
        "browser.safebrowsing.phishing.enabled": false,
        "datareporting.policy.dataSubmissionEnabled": false,
        "extensions.getAddons.cache.enabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "toolkit.telemetry.enabled": false,
    })
}

/// Debian keeps MiniBrowser beside the library, in a folder named after the machine's architecture.
fn mini_browser() -> Result<String> {
    let found = std::fs::read_dir("/usr/lib")?
        .flatten()
        .flat_map(|entry| {
            ["4.1", "4.0", "6.0"].map(|api| entry.path().join(format!("webkit2gtk-{api}/MiniBrowser")))
        })
        .find(|path| path.exists())
        .context("no MiniBrowser under /usr/lib; it comes with webkit2gtk-driver")?;
    Ok(found.display().to_string())
}
