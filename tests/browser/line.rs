//! The line between the browser and a server, which breaks when a test wants it to.

use anyhow::{Context, Result, bail};
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// What befalls a PATCH after so many bytes of its body.
pub enum Trouble {
    /// The connection is lost.
    Cut(u64),
    /// Nothing goes on, until the browser hangs up.
    Hold(u64),
}

/// A PATCH that came by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Patch {
    pub offset: u64,
    /// How many bytes of its body went on to the server.
    pub bytes: u64,
}

pub struct Line {
    pub origin: String,
    shared: Arc<Shared>,
}

struct Shared {
    server: String,
    troubles: Mutex<VecDeque<Trouble>>,
    patches: Mutex<Vec<Patch>>,
}

impl Line {
    /// `troubles` befall the PATCHes in their order; later ones are left in peace.
    pub fn to(origin: &str, troubles: impl IntoIterator<Item = Trouble>) -> Result<Line> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let shared = Arc::new(Shared {
            server: origin.strip_prefix("http://").context("an origin")?.to_owned(),
            troubles: Mutex::new(troubles.into_iter().collect()),
            patches: Mutex::default(),
        });
        let line = Line { origin: format!("http://{}", listener.local_addr()?), shared: shared.clone() };
        std::thread::spawn(move || {
            for browser in listener.incoming().flatten() {
                let shared = shared.clone();
                std::thread::spawn(move || pass(browser, &shared));
            }
        });
        Ok(line)
    }

    pub fn patches(&self) -> Vec<Patch> {
        self.shared.patches.lock().expect("no panic").clone()
    }

    /// Waits until a PATCH was passed on as far as it may.
    pub async fn until_patched(&self, wanted: Patch) -> Result<()> {
        let deadline = Instant::now() + Duration::from_secs(30);
        while !self.patches().contains(&wanted) {
            if Instant::now() > deadline {
                bail!("waited in vain for {wanted:?}: {:?}", self.patches());
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Ok(())
    }
}

/// One request on a connection, so that the head of each can be read.
fn pass(mut browser: TcpStream, shared: &Shared) -> Result<()> {
    let mut reader = BufReader::new(browser.try_clone()?);
    let mut head = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        match line.trim_end() {
            "" => break,
            // The server answers to its own name only.
            header if starts(header, "host:") => head.push(format!("Host: {}", shared.server)),
            header if starts(header, "connection:") => head.push("Connection: close".to_owned()),
            header => head.push(header.to_owned()),
        }
    }
    let number = |name: &str| -> u64 {
        let header = head.iter().find_map(|header| starts(header, name).then(|| &header[name.len()..]));
        header.and_then(|value| value.trim().parse().ok()).unwrap_or(0)
    };
    let (length, offset) = (number("content-length:"), number("upload-offset:"));
    let mut server = TcpStream::connect(&shared.server)?;
    server.write_all((head.join("\r\n") + "\r\n\r\n").as_bytes())?;
    let is_patch = head.first().is_some_and(|line| line.starts_with("PATCH "));
    let trouble = if is_patch { shared.troubles.lock().expect("no panic").pop_front() } else { None };
    let (bytes, ends) = match trouble {
        Some(Trouble::Cut(bytes) | Trouble::Hold(bytes)) if bytes < length => (bytes, true),
        _ => (length, false),
    };
    std::io::copy(&mut reader.by_ref().take(bytes), &mut server)?;
    if is_patch {
        shared.patches.lock().expect("no panic").push(Patch { offset, bytes });
    }
    if ends {
        if matches!(trouble, Some(Trouble::Hold(_))) {
            std::io::copy(&mut reader, &mut std::io::sink())?;
        }
        return Ok(());
    }
    std::io::copy(&mut server, &mut browser)?;
    Ok(())
}

fn starts(header: &str, name: &str) -> bool {
    header.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
}
