//! Uploads by tus 1.0.0, over plain sockets: what the protocol says, word for word, and what is ours.

use super::serve::{Answer, SOON, Server, answer, good_upload};
use super::{Folder, check, good_report, report};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::net::{Shutdown, TcpStream};
use std::time::Instant;

const TUS: &str = "tus-resumable: 1.0.0\r\n";
const ENDPOINT: &str = "/uploads/resumable";

impl Server {
    fn tus(&self, line: &str, more: &str) -> Answer {
        self.request(line, &format!("{TUS}{more}"))
    }

    fn create(&self, length: usize, metadata: &[(&str, &str)]) -> Answer {
        let pairs: Vec<_> =
            metadata.iter().map(|(name, value)| format!("{name} {}", STANDARD.encode(value))).collect();
        let metadata = match pairs.is_empty() {
            true => String::new(),
            false => format!("upload-metadata: {}\r\n", pairs.join(",")),
        };
        self.tus(&format!("POST {ENDPOINT}"), &format!("upload-length: {length}\r\n{metadata}"))
    }

    /// Sends the head of a PATCH that announces `length` bytes, and `bytes`.
    fn begin_patch(&self, address: &str, offset: usize, length: usize, bytes: &[u8]) -> TcpStream {
        let mut stream = self.connect();
        write!(
            stream,
            "PATCH {address} HTTP/1.1\r\n{}connection: close\r\n{TUS}upload-offset: {offset}\r\n\
             content-type: application/offset+octet-stream\r\ncontent-length: {length}\r\n\r\n",
            self.host()
        )
        .unwrap();
        stream.write_all(bytes).unwrap();
        stream
    }

    fn patch(&self, address: &str, offset: usize, bytes: &[u8]) -> Answer {
        answer(self.begin_patch(address, offset, bytes.len(), bytes))
    }

    fn offset(&self, address: &str) -> usize {
        let head = self.tus(&format!("HEAD {address}"), "");
        assert_eq!((head.status, head.header("cache-control")), (200, Some("no-store")));
        head.header("upload-offset").unwrap().parse().unwrap()
    }

    /// A manifest that has arrived, and a payload that is about to.
    fn begin(&self, payload: &[u8], manifest: &[u8]) -> String {
        let created = self.create(manifest.len(), &[("filename", "manifest.json")]);
        assert_eq!(created.status, 201, "{}", created.body);
        let manifest_address = created.header("location").unwrap();
        assert_eq!(self.patch(manifest_address, 0, manifest).status, 204);
        let created = self.create(payload.len(), &[("filename", "x.csv"), ("manifest", manifest_address)]);
        assert_eq!(created.status, 201, "{}", created.body);
        created.header("location").unwrap().to_owned()
    }
}

#[test]
fn the_receipt_says_how_many_records_are_not_in_it() {
    let (server, folder) = (Server::start("left-out"), Folder::new("left-out"));
    let text = report(&[
        &[],
        &[("amazon-order-id", "no order id"), ("shipment-item-id", "DwKtkVVpm")],
        &[("amazon-order-id", "111-1234567-0000003"), ("shipment-item-id", "DwKtkVVpn")],
    ]);
    let file = folder.file("report.txt", text);
    let edits = folder.file("edits.json", r#"{"report.txt": {"left_out": [4]}}"#);
    let (payload, manifest) = (folder.path("lines.csv"), folder.path("manifest.json"));
    let (payload, manifest, edits) =
        (payload.to_str().unwrap(), manifest.to_str().unwrap(), edits.to_str().unwrap());
    let outputs = ["--payload", payload, "--manifest", manifest, "--leave-out-rejected", "--edits", edits];
    let run = check(&file, &outputs);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let (payload, manifest) = (fs::read(payload).unwrap(), fs::read(manifest).unwrap());
    let address = server.begin(&payload, &manifest);
    assert_eq!(server.patch(&address, 0, &payload).status, 204);
    let receipt = server.request(&format!("GET {address}"), "");
    assert_eq!(receipt.json("/receipt/lines"), 1);
    assert_eq!(receipt.json("/receipt/records"), 3);
    assert_eq!(receipt.json("/receipt/left_out"), 2);
}

#[test]
fn an_upload_in_pieces_ends_in_a_receipt() {
    let (server, folder) = (Server::start("tus"), Folder::new("tus"));
    let options = server.request(&format!("OPTIONS {ENDPOINT}"), "");
    assert_eq!((options.status, options.header("tus-version")), (204, Some("1.0.0")));
    assert_eq!(options.header("tus-extension"), Some("creation,termination"));
    assert_eq!(options.header("tus-max-size"), Some("1048576"));
    let (payload, manifest) = good_upload(&folder, &good_report());
    let address = server.begin(&payload, &manifest);
    assert_eq!(server.offset(&address), 0);
    let half = payload.len() / 2;
    let first = server.patch(&address, 0, &payload[..half]);
    assert_eq!((first.status, first.header("upload-offset")), (204, Some(half.to_string().as_str())));
    assert_eq!(first.header("tus-resumable"), Some("1.0.0"));
    assert_eq!(server.offset(&address), half);
    server.request(&format!("GET {address}"), "").is_refused(409, "upload-unfinished");

    // Some networks let only GET and POST through.
    let mut stream = server.connect();
    write!(
        stream,
        "POST {address} HTTP/1.1\r\n{}connection: close\r\n{TUS}x-http-method-override: PATCH\r\nupload-offset: {half}\r\n\
         content-type: application/offset+octet-stream\r\ncontent-length: {}\r\n\r\n",
        server.host(),
        payload.len() - half
    )
    .unwrap();
    stream.write_all(&payload[half..]).unwrap();
    assert_eq!(answer(stream).status, 204);

    let receipt = server.request(&format!("GET {address}"), "");
    assert_eq!(receipt.status, 200, "{}", receipt.body);
    let said: Value = serde_json::from_slice(&manifest).unwrap();
    assert_eq!(receipt.json("/receipt/sha256_tree"), said["payload"]["sha256_tree"]);
    assert_eq!(receipt.json("/receipt/sources/0"), said["sources"][0]["name"]);
    assert_eq!(receipt.json("/receipt/totals/0/item_amount"), said["totals"][0]["item_amount"]);
    assert_eq!(receipt.json("/receipt/dates/0"), said["dates"]["first"]);
    let id = receipt.json("/receipt/id").as_str().unwrap().to_owned();
    assert_eq!(server.uploads.names(), [id.as_str()], "the manifest's own upload is left behind");
    assert_eq!(fs::read(server.uploads.path(&id).join("sale-lines.csv")).unwrap(), payload);
    assert_eq!(fs::read(server.uploads.path(&id).join("manifest.json")).unwrap(), manifest);
    // Whoever did not hear that it has arrived asks again, and is told the same.
    assert_eq!(server.offset(&address), payload.len());
    assert_eq!(server.request(&format!("GET {address}"), "").body, receipt.body);
    server.tus(&format!("DELETE {address}"), "").is_refused(403, "upload-kept");
    let page = server.request(&format!("GET {address}"), "accept: text/html\r\n");
    assert!(
        page.body.contains("39.98 USD") && page.header("content-security-policy").is_some(),
        "{}",
        page.body
    );
}

#[test]
fn what_the_protocol_forbids_is_refused() {
    let (server, folder) = (Server::start("tus-rules"), Folder::new("tus-rules"));
    let (payload, manifest) = good_upload(&folder, &good_report());
    for version in ["", "tus-resumable: 0.2.2\r\n"] {
        let answer = server.request(&format!("POST {ENDPOINT}"), &format!("{version}upload-length: 5\r\n"));
        answer.is_refused(412, "tus-version");
        assert_eq!(answer.header("tus-version"), Some("1.0.0"));
    }
    server.tus(&format!("POST {ENDPOINT}"), "").is_refused(400, "upload-malformed");
    server.tus(&format!("POST {ENDPOINT}"), "upload-defer-length: 1\r\n").is_refused(400, "upload-malformed");
    server.create(5 << 20, &[]).is_refused(413, "upload-too-large");
    for id in ["gone", "20260101T000000Z-0", "..", "a.b"] {
        let head = server.tus(&format!("HEAD {ENDPOINT}/{id}"), "");
        assert!(head.status == 404 && head.header("upload-offset").is_none(), "{id}");
    }
    server.create(5, &[("manifest", "/uploads/resumable/gone")]).is_refused(400, "upload-malformed");

    let address = server.begin(&payload, &manifest);
    server.create(2 << 20, &[("manifest", &address)]).is_refused(413, "upload-too-large");
    server.create(5, &[("manifest", &address)]).is_refused(400, "upload-malformed");
    server.tus(&format!("PATCH {address}"), "upload-offset: 0\r\n").is_refused(415, "tus-content-type");
    server.patch(&address, 1, &payload[1..]).is_refused(409, "tus-offset");
    server.patch(&address, 0, &[&payload[..], b"x"].concat()).is_refused(413, "upload-too-large");
    server.tus(&format!("PUT {address}"), "").is_refused(405, "tus-method");
    let done = server.offset(&address);
    assert!(done <= payload.len());
    // And after all that the upload can be gone on with.
    assert_eq!(server.patch(&address, done, &payload[done..]).status, 204);
    assert_eq!(server.request(&format!("GET {address}"), "").status, 200);

    let other = server.begin(&payload, &manifest);
    assert_eq!(server.tus(&format!("DELETE {other}"), "").status, 204);
    assert_eq!(server.tus(&format!("HEAD {other}"), "").status, 404);
    assert_eq!(server.uploads.names().len(), 1, "what was given up is left behind");
}

#[test]
fn what_arrived_before_a_connection_was_lost_is_kept() {
    let (mut server, folder) = (Server::start("tus-cut"), Folder::new("tus-cut"));
    let (payload, manifest) = good_upload(&folder, &good_report());
    let address = server.begin(&payload, &manifest);
    drop(server.begin_patch(&address, 0, payload.len(), &payload[..100]));
    // The server may need a moment to see the request at all; once it does, HEAD waits its turn.
    let start = Instant::now();
    while server.offset(&address) != 100 {
        assert!(start.elapsed() < SOON, "not all that arrived is kept: {}", server.offset(&address));
    }
    let stream = server.begin_patch(&address, 100, payload.len() - 100, &payload[100..150]);
    stream.shutdown(Shutdown::Write).unwrap();
    answer(stream).is_refused(400, "upload-cut-off");
    assert_eq!(server.offset(&address), 150);

    // Another server over the same folder knows it too.
    let uploads = std::mem::replace(&mut server.uploads, Folder::new("tus-cut-none"));
    drop(server);
    let server = Server::start_over("tus-again", uploads);
    assert_eq!(server.offset(&address), 150);
    assert_eq!(server.patch(&address, 150, &payload[150..]).status, 204);
    let receipt = server.request(&format!("GET {address}"), "");
    let id = receipt.json("/receipt/id").as_str().unwrap().to_owned();
    assert_eq!(fs::read(server.uploads.path(&id).join("sale-lines.csv")).unwrap(), payload);
}

#[test]
fn two_requests_for_one_upload_do_not_mix() {
    let (server, folder) = (Server::start("tus-two"), Folder::new("tus-two"));
    let (payload, manifest) = good_upload(&folder, &good_report());
    let address = server.begin(&payload, &manifest);
    // Its sender has fallen silent. Whoever comes next is not made to wait for half a minute.
    let mut silent = server.begin_patch(&address, 0, payload.len(), &payload[..100]);
    let second = server.patch(&address, 0, &payload);
    assert!(second.status == 409 || second.status == 204, "{}", second.body);
    // Whichever of the two came first has the upload; bytes of both are never in it.
    let _ = silent.write_all(&payload[100..]);
    let there = server.offset(&address);
    if second.status == 409 {
        assert_eq!(there, 100);
        answer(silent).is_refused(423, "upload-taken-over");
        assert_eq!(server.patch(&address, there, &payload[there..]).status, 204);
    }
    let receipt = server.request(&format!("GET {address}"), "");
    let id = receipt.json("/receipt/id").as_str().unwrap().to_owned();
    assert_eq!(fs::read(server.uploads.path(&id).join("sale-lines.csv")).unwrap(), payload);
}

#[test]
fn a_payload_that_is_not_the_manifests_is_not_kept() {
    let (server, folder) = (Server::start("tus-wrong"), Folder::new("tus-wrong"));
    let (payload, manifest) = good_upload(&folder, &good_report());
    let tampered = String::from_utf8(payload.clone()).unwrap().replace("19.99", "10.99");
    let address = server.begin(tampered.as_bytes(), &manifest);
    // As bytes they have all arrived.
    assert_eq!(server.patch(&address, 0, tampered.as_bytes()).status, 204);
    assert_eq!(server.offset(&address), payload.len());
    for _ in 0..2 {
        let refused = server.request(&format!("GET {address}"), "");
        assert_eq!(refused.status, 422, "{}", refused.body);
        assert!(refused.json("/problems/0/message").as_str().unwrap().len() > 20);
    }
    let names = server.uploads.names();
    let [left] = names.as_slice() else { panic!("{names:?}") };
    let mut left: Vec<_> =
        fs::read_dir(server.uploads.path(left)).unwrap().map(|it| it.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["refusal.json", "upload.json"], "something of it was kept");
}
