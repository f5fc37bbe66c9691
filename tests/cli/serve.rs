//! `serve`, over plain sockets: nothing here forgives what a browser would.

use super::{Folder, NOW, good_report, payload_and_manifest, preflight, report};
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const BOUNDARY: &str = "----a-boundary";
pub const SOON: Duration = Duration::from_secs(10);

/// A running server with a site of three files, and no uploads yet.
pub struct Server {
    process: Child,
    port: u16,
    site: Folder,
    pub uploads: Folder,
    log: std::path::PathBuf,
}

impl Server {
    pub fn start(name: &str) -> Self {
        Self::start_over(name, Folder::new(&format!("{name}-uploads")))
    }

    /// Over what another left behind.
    pub fn start_over(name: &str, uploads: Folder) -> Self {
        let site = Folder::new(&format!("{name}-site"));
        site.file("index.html", "<!doctype html><title>Here</title>");
        site.file("embed.html", "<!doctype html><head><title>Framed</title></head>");
        fs::create_dir(site.path("report-preflight")).unwrap();
        site.file("report-preflight/worker.js", "onmessage = null;");
        site.file("report-preflight/preflight.wasm", b"\0asm\x01\0\0\0");
        let log = site.path("requests.log");
        let mut process = Command::new(env!("CARGO_BIN_EXE_preflight"))
            .args(["serve", "--port", "0", "--limit", "1", "--site"])
            .args([
                &site.0,
                std::path::Path::new("--uploads"),
                &uploads.0,
                std::path::Path::new("--log"),
                &log,
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port =
            line.trim().strip_prefix("Listening on http://127.0.0.1:").unwrap().strip_suffix('/').unwrap();
        Server { port: port.parse().unwrap(), process, site, uploads, log }
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(SOON)).unwrap();
        stream
    }

    pub fn request(&self, line: &str, headers: &str) -> Answer {
        let mut stream = self.connect();
        let host = if headers.to_lowercase().contains("host:") { String::new() } else { self.host() };
        write!(stream, "{line} HTTP/1.1\r\n{host}connection: close\r\n{headers}\r\n").unwrap();
        answer(stream)
    }

    pub fn host(&self) -> String {
        format!("host: 127.0.0.1:{}\r\n", self.port)
    }

    fn head(&self, length: usize, more: &str) -> String {
        format!(
            "POST /uploads HTTP/1.1\r\n{}connection: close\r\ncontent-length: {length}\r\n\
             content-type: multipart/form-data; boundary={BOUNDARY}\r\n{more}\r\n",
            self.host()
        )
    }

    pub fn upload(&self, body: &[u8], more: &str) -> Answer {
        let mut stream = self.connect();
        stream.write_all(self.head(body.len(), more).as_bytes()).unwrap();
        stream.write_all(body).unwrap();
        answer(stream)
    }

    /// The server may need a moment to see that a connection is gone.
    pub fn wait_for_uploads(&self, right: impl Fn(&[String]) -> bool) {
        let start = Instant::now();
        while !right(&self.uploads.names()) {
            assert!(start.elapsed() < SOON, "left behind: {:?}", self.uploads.names());
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

pub struct Answer {
    pub status: u16,
    head: String,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find_map(|(found, value)| found.eq_ignore_ascii_case(name).then_some(value))
    }
    /// The receipt, or the first problem.
    pub fn json(&self, pointer: &str) -> Value {
        let body: Value =
            serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.body));
        body.pointer(pointer).unwrap_or_else(|| panic!("no {pointer} in {body}")).clone()
    }
    pub fn is_refused(&self, status: u16, code: &str) {
        assert_eq!(self.status, status, "{}", self.body);
        assert_eq!(self.json("/problems/0/code"), code);
        assert!(self.json("/problems/0/message").as_str().unwrap().ends_with('.'), "{}", self.body);
    }
}

pub fn answer(mut stream: TcpStream) -> Answer {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no answer: {text}"));
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Answer { status, head: head.to_owned(), body: body.to_owned() }
}

fn part(name: &str, file: Option<&str>, bytes: &[u8]) -> Vec<u8> {
    let file = file.map_or(String::new(), |file| format!("; filename=\"{file}\""));
    let head = format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
    [head.as_bytes(), bytes, b"\r\n"].concat()
}

fn form(parts: &[Vec<u8>]) -> Vec<u8> {
    [parts.concat(), format!("--{BOUNDARY}--\r\n").into_bytes()].concat()
}

/// As the element's form value gives it, in a form with more than the element in it.
fn upload_of(payload: &[u8], manifest: &[u8]) -> Vec<u8> {
    form(&[
        part("note", None, b"For January"),
        part("sales", Some("sale-lines.csv"), payload),
        part("sales-manifest", Some("manifest.json"), manifest),
        part("other-file", Some(""), b""),
    ])
}

pub fn good_upload(folder: &Folder, report: &str) -> (Vec<u8>, Vec<u8>) {
    let (payload, manifest) = payload_and_manifest(folder, report);
    (fs::read(payload).unwrap(), fs::read(manifest).unwrap())
}

#[test]
fn files_come_with_their_headers() {
    let server = Server::start("files");
    let page = server.request("GET /", "");
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
    assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(page.header("cache-control"), Some("no-cache"));
    assert_eq!(page.header("access-control-allow-origin"), None);
    assert!(page.header("content-security-policy").unwrap().ends_with("frame-ancestors 'self'"));
    let embed = server.request("GET /embed.html", "");
    assert!(embed.header("content-security-policy").unwrap().ends_with("frame-ancestors *"));
    let worker = server.request("GET /report-preflight/worker.js", "");
    assert_eq!(worker.header("content-type"), Some("text/javascript; charset=utf-8"));
    assert_eq!(worker.header("access-control-allow-origin"), Some("*"));
    let policy = "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'none'";
    assert_eq!(worker.header("content-security-policy"), Some(policy));
    let wasm = server.request("GET /report-preflight/preflight.wasm", "");
    assert_eq!((wasm.status, wasm.header("content-type")), (200, Some("application/wasm")));

    assert_eq!(server.request("GET /nothing.html", "").status, 404);
    assert_eq!(server.request("DELETE /index.html", "").status, 405);
    assert_eq!(server.request("GET /uploads", "").status, 405);
    let log = fs::read_to_string(&server.log).unwrap();
    assert!(log.starts_with("GET /\nGET /embed.html\nGET /report-preflight/worker.js\n"), "{log}");
}

#[test]
fn a_help_centre_that_asks_gets_a_frame() {
    let server = Server::start("oembed");
    let origin = format!("http://127.0.0.1:{}", server.port);
    let page = server.request("GET /embed.html", "").body;
    let link = page.split_once("href=\"").and_then(|(_, link)| link.split_once('"')).unwrap().0;
    assert!(page.contains(r#"<link rel="alternate" type="application/json+oembed" "#), "{page}");
    let path = link.strip_prefix(&origin).unwrap();
    let ask = |more: &str| server.request(&format!("GET {path}{more}"), "");

    let answer = ask("");
    assert_eq!((answer.status, answer.header("content-type")), (200, Some("application/json")));
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    assert_eq!((answer.json("/type"), answer.json("/version")), ("rich".into(), "1.0".into()));
    let html = answer.json("/html").as_str().unwrap().to_owned();
    assert!(html.starts_with(&format!("<iframe src=\"{origin}/embed.html\"")), "{html}");
    assert!(html.contains(r#"sandbox="allow-scripts allow-downloads""#), "{html}");
    let small = ask("%3Fhost%3Dhttps://elsewhere.example%26lang%3Des&maxwidth=320&maxheight=200&format=json");
    assert_eq!((small.json("/width"), small.json("/height")), (320.into(), 200.into()));
    let html = small.json("/html").as_str().unwrap().to_owned();
    assert!(html.contains("embed.html?lang=es\" ") && html.contains(r#"width="320" height="200""#), "{html}");
    assert_eq!(ask("&maxwidth=9999").json("/width"), answer.json("/width"));

    assert_eq!(ask("%3Flang%3Des'onload").json("/html"), answer.json("/html"), "no language has such a name");
    assert_eq!(ask("&format=xml").status, 501);
    assert_eq!(ask("&maxwidth=wide").status, 400);
    assert_eq!(server.request("GET /oembed.json", "").status, 400);
    for url in ["https://elsewhere.example/embed.html", "nonsense", &format!("{origin}/index.html")] {
        assert_eq!(server.request(&format!("GET /oembed.json?url={url}"), "").status, 404, "{url}");
    }
}

#[test]
fn there_is_no_way_out_of_the_site() {
    let server = Server::start("out");
    let outside = server.uploads.file("secret.txt", "not yours");
    let name = server.uploads.0.file_name().unwrap().to_str().unwrap();
    for path in [
        format!("/../{name}/secret.txt"),
        format!("/report-preflight/../../{name}/secret.txt"),
        format!("/%2e%2e/{name}/secret.txt"),
        format!("/..%2f{name}%2fsecret.txt"),
        format!("/..\\{name}\\secret.txt"),
        format!("/{}", outside.display()),
        "/.".to_owned(),
        "/report-preflight".to_owned(),
        "/report-preflight/".to_owned(),
    ] {
        let answer = server.request(&format!("GET {path}"), "");
        assert!(
            [400, 404].contains(&answer.status) && !answer.body.contains("not yours"),
            "{path}: {}",
            answer.body
        );
    }
    assert_eq!(server.site.names().len(), 4);
}

#[test]
fn only_this_machine_is_answered() {
    let server = Server::start("hosts");
    let port = server.port;
    assert_eq!(server.request("GET /", &format!("Host: localhost:{port}\r\n")).status, 200);
    for host in ["attacker.example", &format!("attacker.example:{port}"), "127.0.0.1:1", "localhost"] {
        assert_eq!(server.request("GET /", &format!("Host: {host}\r\n")).status, 403, "{host}");
    }
    assert_eq!(server.request("GET http://attacker.example/", "").status, 403);
    for origin in ["https://attacker.example", "null", "http://127.0.0.1.attacker.example"] {
        let answer = server.upload(&form(&[]), &format!("origin: {origin}\r\n"));
        assert_eq!(answer.status, 403, "{origin}: {}", answer.body);
    }
    let own = server.upload(&form(&[]), &format!("origin: http://localhost:{port}\r\n"));
    own.is_refused(400, "upload-malformed");
}

#[test]
fn a_good_upload_is_kept_with_its_receipt() {
    let (server, folder) = (Server::start("good"), Folder::new("good"));
    let (payload, manifest) = good_upload(&folder, &good_report());
    let answer = server.upload(&upload_of(&payload, &manifest), "");
    assert_eq!(answer.status, 201, "{}", answer.body);
    assert_eq!(answer.json("/receipt/lines"), 2);
    assert_eq!(answer.json("/receipt/bytes"), payload.len());
    let said: Value = serde_json::from_slice(&manifest).unwrap();
    assert_eq!(answer.json("/receipt/sha256_tree"), said["payload"]["sha256_tree"]);
    let id = answer.json("/receipt/id").as_str().unwrap().to_owned();
    assert_eq!(server.uploads.names(), [id.as_str()]);
    let stored = server.uploads.path(&id);
    assert_eq!(answer.json("/receipt/stored"), fs::canonicalize(&stored).unwrap().to_str().unwrap());
    assert_eq!(fs::read(stored.join("sale-lines.csv")).unwrap(), payload);
    assert_eq!(fs::read(stored.join("manifest.json")).unwrap(), manifest);
    let receipt: Value = serde_json::from_slice(&fs::read(stored.join("receipt.json")).unwrap()).unwrap();
    assert_eq!(receipt, answer.json("/receipt"));
    assert_eq!(
        preflight(["verify".into(), stored.join("sale-lines.csv"), stored.join("manifest.json")]).code,
        0
    );

    let page = server.upload(&upload_of(&payload, &manifest), "accept: text/html,*/*\r\n");
    assert_eq!((page.status, page.header("content-type")), (201, Some("text/html; charset=utf-8")));
    assert!(page.body.contains("<h1>Your sale lines have arrived</h1>"), "{}", page.body);
    assert!(page.header("content-security-policy").is_some());
}

#[test]
fn an_upload_of_several_reports_is_kept() {
    let (server, folder) = (Server::start("batch"), Folder::new("upload-batch"));
    let one = folder.file("one.txt", good_report());
    let other = folder.file("other.txt", report(&[&[("amazon-order-id", "111-1234567-0000009")]]));
    let (payload, manifest) = (folder.path("payload.csv"), folder.path("manifest.json"));
    let arguments = ["check", "--batch", "--now", NOW, "--payload"].map(Into::into);
    let run = preflight(arguments.into_iter().chain([
        payload.clone(),
        "--manifest".into(),
        manifest.clone(),
        one,
        other,
    ]));
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let answer = server.upload(&upload_of(&fs::read(payload).unwrap(), &fs::read(manifest).unwrap()), "");
    assert_eq!(answer.status, 201, "{}", answer.body);
    assert_eq!(answer.json("/receipt/lines"), 3);
}

#[test]
fn a_wrong_upload_is_refused_in_words_and_leaves_nothing() {
    let (server, folder) = (Server::start("wrong"), Folder::new("wrong"));
    let (payload, manifest) = good_upload(&folder, &good_report());
    let tampered = String::from_utf8(payload.clone()).unwrap().replace("19.99", "10.99");
    let answer = server.upload(&upload_of(tampered.as_bytes(), &manifest), "");
    assert_eq!(answer.status, 422, "{}", answer.body);
    assert!(answer.json("/problems/0/message").as_str().unwrap().len() > 20);
    let page = server.upload(&upload_of(tampered.as_bytes(), &manifest), "accept: text/html\r\n");
    assert!(page.status == 422 && page.body.contains("<li>"), "{}", page.body);

    let (p, m) = (part("payload", Some("p.csv"), &payload), part("manifest", Some("m.json"), &manifest));
    server.upload(&upload_of(&payload, b"<b>{"), "").is_refused(422, "manifest-unreadable");
    server.upload(&upload_of(&payload[..payload.len() / 2], &manifest), "");
    server.upload(&form(std::slice::from_ref(&p)), "").is_refused(400, "upload-malformed");
    server.upload(&form(std::slice::from_ref(&m)), "").is_refused(400, "upload-malformed");
    server.upload(&form(&[p.clone(), p.clone(), m.clone()]), "").is_refused(400, "upload-malformed");
    server.upload(&form(&[m.clone(), m.clone(), p.clone()]), "").is_refused(400, "upload-malformed");
    // The last boundary is missing, though every byte that was announced is there.
    server.upload(&[p.clone(), m.clone()].concat(), "").is_refused(400, "upload-cut-off");
    server.upload(b"\0\x01 no form at all", "").is_refused(400, "upload-cut-off");
    server.request("POST /uploads", "content-length: 0\r\n").is_refused(400, "upload-malformed");
    // More than the sockets hold: whoever is refused must still get to read why.
    let large = part("payload", Some("p.csv"), &vec![b'x'; 48 << 20]);
    server.upload(&form(&[m, large]), "").is_refused(413, "upload-too-large");
    let large = part("manifest", Some("m.json"), &vec![b' '; 5 << 20]);
    server.upload(&form(&[p, large]), "").is_refused(413, "upload-too-large");
    server.wait_for_uploads(|names| names.is_empty());
}

#[test]
fn a_cut_off_upload_leaves_nothing() {
    let (server, folder) = (Server::start("cut"), Folder::new("cut"));
    let (payload, manifest) = good_upload(&folder, &good_report());
    let body = upload_of(&payload, &manifest);
    let begin = |length: usize| {
        let mut stream = server.connect();
        stream.write_all(server.head(body.len(), "").as_bytes()).unwrap();
        stream.write_all(&body[..length]).unwrap();
        server.wait_for_uploads(|names| names.len() == 1 && names[0].starts_with(".receiving-"));
        stream
    };
    // The sender stops, but waits for what is said about it.
    let stream = begin(body.len() / 2);
    stream.shutdown(Shutdown::Write).unwrap();
    answer(stream).is_refused(400, "upload-cut-off");
    server.wait_for_uploads(|names| names.is_empty());
    // The sender is gone: at once, and just before the end.
    for length in [1, body.len() / 2, body.len() - 5] {
        drop(begin(length));
        server.wait_for_uploads(|names| names.is_empty());
    }
    // And the next one is taken as if nothing had been.
    assert_eq!(server.upload(&body, "").status, 201);
}

#[test]
fn a_server_that_is_stopped_leaves_nothing_half_stored() {
    let (mut server, folder) = (Server::start("stop"), Folder::new("stop"));
    let (payload, manifest) = good_upload(&folder, &good_report());
    let body = upload_of(&payload, &manifest);
    let mut stream = server.connect();
    stream.write_all(server.head(body.len(), "").as_bytes()).unwrap();
    stream.write_all(&body[..body.len() / 2]).unwrap();
    server.wait_for_uploads(|names| names.len() == 1);
    let stopped = Command::new("kill").args(["-TERM", &server.process.id().to_string()]).status().unwrap();
    assert!(stopped.success());
    assert_eq!(server.process.wait().unwrap().code(), Some(0));
    assert!(server.uploads.names().is_empty());
}

#[test]
fn uploads_side_by_side_do_not_mix() {
    let (server, folder) = (Server::start("two"), Folder::new("two"));
    let uploads: Vec<_> = ["11.11", "22.22"]
        .map(|price| good_upload(&folder, &report(&[&[("item-price", price)]])))
        .into_iter()
        .map(|(payload, manifest)| (upload_of(&payload, &manifest), payload))
        .collect();
    let mut streams: Vec<TcpStream> = uploads.iter().map(|_| server.connect()).collect();
    for (stream, (body, _)) in streams.iter_mut().zip(&uploads) {
        stream.write_all(server.head(body.len(), "").as_bytes()).unwrap();
    }
    let longest = uploads.iter().map(|(body, _)| body.len()).max().unwrap();
    for start in (0..longest).step_by(97) {
        for (stream, (body, _)) in streams.iter_mut().zip(&uploads) {
            let end = body.len().min(start + 97);
            stream.write_all(body.get(start..end).unwrap_or_default()).unwrap();
        }
    }
    for (stream, (_, payload)) in streams.into_iter().zip(&uploads) {
        let answer = answer(stream);
        assert_eq!(answer.status, 201, "{}", answer.body);
        let id = answer.json("/receipt/id").as_str().unwrap().to_owned();
        assert_eq!(&fs::read(server.uploads.path(&id).join("sale-lines.csv")).unwrap(), payload);
    }
}

#[test]
fn a_packed_upload_is_kept_as_what_it_is() {
    let (server, folder) = (Server::start("packed"), Folder::new("upload-packed"));
    let file = folder.file("report.txt", good_report());
    let (payload, manifest) = (folder.path("lines.gz"), folder.path("manifest.json"));
    let [file, payload, manifest] = [&file, &payload, &manifest].map(|path| path.to_str().unwrap());
    let options = ["--payload", payload, "--manifest", manifest, "--gzip", "--format", "ndjson"];
    assert_eq!(preflight(["check", file, "--now", NOW].into_iter().chain(options)).code, 0);
    let [payload, manifest] = [payload, manifest].map(|path| fs::read(path).unwrap());
    let answer = server.upload(&upload_of(&payload, &manifest), "");
    assert_eq!(answer.status, 201, "{}", answer.body);
    let stored = server.uploads.path(answer.json("/receipt/id").as_str().unwrap());
    assert_eq!(fs::read(stored.join("sale-lines.ndjson.gz")).unwrap(), payload);
    assert!(!stored.join("sale-lines.csv").exists());

    server
        .upload(&upload_of(&payload[..payload.len() / 2], &manifest), "")
        .is_refused(422, "payload-unreadable");
    // It unpacks to far more than the manifest says, and is not read further than that.
    let mut bomb = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    bomb.write_all(&vec![b' '; 4 << 20]).unwrap();
    let answer = server.upload(&upload_of(&bomb.finish().unwrap(), &manifest), "");
    answer.is_refused(422, "line");
    let lines = serde_json::from_slice::<Value>(&manifest).unwrap()["payload"]["bytes"].as_u64().unwrap();
    assert!(answer.body.contains(&format!("The payload has {} bytes", lines + 1)), "{}", answer.body);
}
