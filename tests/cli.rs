//! The command line as a user meets it: the built program, its exit codes, and what it writes.
#![cfg(feature = "cli")]
#![allow(clippy::disallowed_methods)] // these tests are about files

#[path = "cli/batch.rs"]
mod batch;
#[path = "cli/containers.rs"]
mod containers;
#[path = "generator/mod.rs"]
mod generator;
#[path = "cli/outputs.rs"]
mod outputs;
#[path = "cli/resumable.rs"]
mod resumable;
#[path = "cli/serve.rs"]
mod serve;
#[path = "cli/threads.rs"]
mod threads;

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const SHIPMENTS: &str = "amazon-order-id merchant-order-id shipment-id shipment-item-id amazon-order-item-id \
    merchant-order-item-id purchase-date payments-date shipment-date reporting-date buyer-email buyer-name \
    buyer-phone-number sku product-name quantity-shipped currency item-price item-tax shipping-price shipping-tax \
    gift-wrap-price gift-wrap-tax ship-service-level recipient-name ship-address-1 ship-address-2 ship-address-3 \
    ship-city ship-state ship-postal-code ship-country ship-phone-number bill-address-1 bill-address-2 bill-address-3 \
    bill-city bill-state bill-postal-code bill-country item-promotion-discount ship-promotion-discount carrier \
    tracking-number estimated-arrival-date fulfillment-center-id fulfillment-channel sales-channel";

/// What every record of these tests has, unless a test says otherwise. Nobody here exists.
const CELLS: &[(&str, &str)] = &[
    ("amazon-order-id", "111-1234567-0000001"),
    ("shipment-id", "DmlbKXMtN"),
    ("shipment-item-id", "DwKtkVVpk"),
    ("amazon-order-item-id", "07664457044546"),
    ("purchase-date", "2026-01-02T18:53:56+00:00"),
    ("payments-date", "2026-01-02T18:53:56+00:00"),
    ("shipment-date", "2026-01-03T09:00:00+00:00"),
    ("reporting-date", "2026-01-03T12:00:00+00:00"),
    ("buyer-email", "kim@example.com"),
    ("buyer-name", "Kim Canary"),
    ("sku", "SHELF-1"),
    ("product-name", "Shelf 1/2\" wide"),
    ("quantity-shipped", "1"),
    ("currency", "USD"),
    ("item-price", "19.99"),
    ("item-tax", "1.60"),
    ("recipient-name", "Kim Canary"),
    ("ship-address-1", "1 Canary Street"),
    ("ship-city", "Seattle"),
    ("ship-state", "WA"),
    ("ship-postal-code", "98101"),
    ("ship-country", "US"),
    ("fulfillment-center-id", "BFI4"),
    ("fulfillment-channel", "AFN"),
    ("sales-channel", "Amazon.com"),
];
const NOW: &str = "1780000000";

/// A report with a record for each list of cells that differ from [`CELLS`].
fn report(records: &[&[(&str, &str)]]) -> String {
    let columns: Vec<&str> = SHIPMENTS.split_whitespace().collect();
    assert_eq!(columns.len(), 48);
    let mut text = columns.join("\t") + "\n";
    for record in records {
        let cell = |column: &&str| {
            let own = record.iter().chain(CELLS).find(|(name, _)| name == column);
            own.map_or("", |(_, value)| value)
        };
        text += &(columns.iter().map(cell).collect::<Vec<_>>().join("\t") + "\n");
    }
    text
}

fn good_report() -> String {
    report(&[&[], &[("amazon-order-id", "111-1234567-0000002"), ("shipment-item-id", "DwKtkVVpm")]])
}

fn report_with_an_error() -> String {
    report(&[&[], &[("amazon-order-id", "no order id"), ("shipment-item-id", "DwKtkVVpm")]])
}

/// A folder of a test's own, gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }
    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        fs::write(self.path(name), bytes).unwrap();
        self.path(name)
    }
    /// Everything in it, hidden files too.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(&self.0)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A run that has ended: its exit code, and what it said.
struct Run {
    code: i32,
    out: String,
    err: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let run =
            Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) };
        assert!(!run.err.contains("panicked"), "{}", run.err);
        run
    }
}

impl Run {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error} in {}{}", self.out, self.err))
    }
}

fn preflight<S: AsRef<std::ffi::OsStr>>(arguments: impl IntoIterator<Item = S>) -> Run {
    Command::new(env!("CARGO_BIN_EXE_preflight")).args(arguments).output().unwrap().into()
}

fn check(file: &Path, more: &[&str]) -> Run {
    preflight(["check".as_ref(), file.as_os_str()].into_iter().chain(more.iter().map(|it| it.as_ref())))
}

/// The payload and the manifest of a report, made by the program itself.
fn payload_and_manifest(folder: &Folder, report: &str) -> (PathBuf, PathBuf) {
    let file = folder.file("report.txt", report);
    let (payload, manifest) = (folder.path("payload.csv"), folder.path("manifest.json"));
    let [payload_text, manifest_text] = [&payload, &manifest].map(|path| path.to_str().unwrap());
    let run = check(&file, &["--now", NOW, "--payload", payload_text, "--manifest", manifest_text]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    (payload, manifest)
}

#[test]
fn a_good_report_gives_an_outcome_in_json() {
    let folder = Folder::new("json");
    let run = check(&folder.file("January.txt", good_report()), &["--json", "--now", NOW]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let outcome = run.json();
    assert_eq!(outcome["verdict"], "ready");
    assert_eq!(outcome["sources"][0]["name"], "January.txt");
    assert_eq!(outcome["sources"][0]["report"]["family"], "fulfilled-shipments");
    assert_eq!(outcome["ledger"]["read"], 2);
    assert_eq!(outcome["manifest"]["payload"]["lines"], 2);
    assert!(outcome["manifest"]["sealed"].is_null());
    let keys: Vec<&str> =
        run.out.lines().filter_map(|line| line.strip_prefix("  \"")?.split('"').next()).collect();
    let expected =
        ["verdict", "sources", "ledger", "findings", "questions", "repairs", "totals", "columns", "manifest"];
    assert_eq!(keys, expected);
    assert!(!run.out.contains("Canary"));
}

#[test]
fn a_good_report_in_words() {
    let folder = Folder::new("words");
    let run = check(&folder.file("January.txt", good_report()), &["--now", NOW]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert!(run.out.contains("Everything in this report can be sent."), "{}", run.out);
    assert!(
        run.out.contains("2 read = 2 good + 0 mended + 0 that cannot be used + 0 set aside"),
        "{}",
        run.out
    );
    assert!(!run.out.contains("Canary"));
}

#[test]
fn payload_and_manifest_belong_together() {
    let folder = Folder::new("verify");
    let (payload, manifest) = payload_and_manifest(&folder, &good_report());
    assert_eq!(folder.names(), ["manifest.json", "payload.csv", "report.txt"]);
    let outcome = check(&folder.path("report.txt"), &["--json", "--now", NOW]).json();
    let text = fs::read_to_string(&manifest).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), outcome["manifest"]);
    assert!(text.ends_with("\n}\n"));
    assert!(!fs::read_to_string(&payload).unwrap().contains("Canary"));

    let verify = |payload: &Path, manifest: &Path| {
        preflight(["verify".as_ref(), payload.as_os_str(), manifest.as_os_str()])
    };
    let run = verify(&payload, &manifest);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let tampered = fs::read_to_string(&payload).unwrap().replace("19.99", "10.99");
    let run = verify(&folder.file("tampered.csv", tampered), &manifest);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("is not the one in the manifest"), "{}", run.out);
    let run = verify(&payload, &folder.file("not-a-manifest.json", "{\"tool\":"));
    assert_eq!(run.code, 1);
    assert!(run.out.contains("is not a manifest"), "{}", run.out);
    assert_eq!(verify(&folder.path("nowhere.csv"), &manifest).code, 2);
}

#[test]
fn a_report_with_an_error_writes_nothing_unless_told_to() {
    let folder = Folder::new("error");
    let file = folder.file("report.txt", report_with_an_error());
    let payload = folder.file("payload.csv", "from last time");
    let run = check(&file, &["--now", NOW, "--payload", payload.to_str().unwrap()]);
    assert_eq!(run.code, 1, "{}{}", run.out, run.err);
    assert!(run.out.contains("1 record cannot be used"), "{}", run.out);
    assert!(
        run.out.contains("What to do: ") && run.out.contains("record 3, column amazon-order-id"),
        "{}",
        run.out
    );
    assert!(run.err.contains("Nothing was written"), "{}", run.err);
    assert_eq!(fs::read_to_string(&payload).unwrap(), "from last time");
    assert_eq!(folder.names(), ["payload.csv", "report.txt"]);

    let run = check(&file, &["--now", NOW, "--leave-out-rejected", "--payload", payload.to_str().unwrap()]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert_eq!(fs::read_to_string(&payload).unwrap().lines().count(), 2);
}

#[test]
fn several_reports_and_the_gravest_answer() {
    let folder = Folder::new("several");
    let good = folder.file("good.txt", good_report());
    let bad = folder.file("bad.txt", report_with_an_error());
    let missing = folder.path("missing.txt");
    let run = preflight(["check".as_ref(), good.as_os_str(), bad.as_os_str()]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("good.txt: Everything") && run.out.contains("bad.txt: 1 record"), "{}", run.out);
    let run = preflight(["check".as_ref(), missing.as_os_str(), good.as_os_str()]);
    assert_eq!(run.code, 2);
    assert!(run.out.contains("good.txt: Everything"), "{}", run.out);
    let run =
        preflight(["check".as_ref(), good.as_os_str(), bad.as_os_str(), "--payload".as_ref(), "x".as_ref()]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("Check one report at a time"), "{}", run.err);
}

#[test]
fn standard_input_gives_the_same_but_for_the_name() {
    let folder = Folder::new("stdin");
    let mut from_file = check(&folder.file("January.txt", good_report()), &["--json", "--now", NOW]).json();
    let mut running = Command::new(env!("CARGO_BIN_EXE_preflight"))
        .args(["check", "-", "--json", "--now", NOW])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    running.stdin.take().unwrap().write_all(good_report().as_bytes()).unwrap();
    let from_pipe = Run::from(running.wait_with_output().unwrap()).json();
    from_file["sources"][0]["name"] = Value::Null;
    from_file["manifest"]["sources"][0]["name"] = Value::Null;
    assert_eq!(from_pipe, from_file);
}

#[test]
fn what_cannot_be_read_is_said_in_words() {
    let folder = Folder::new("bad-input");
    let run = check(&folder.path("missing.txt"), &[]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("There is no file"), "{}", run.err);
    let run = check(&folder.file("empty.txt", ""), &["--json"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.json()["manifest"].is_null());
    let run = check(&folder.file("header-only.txt", report(&[])), &["--json"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert_eq!(run.json()["verdict"], "empty");
    let pdf =
        folder.file("report.txt", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n");
    let run = check(&pdf, &["--json"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert_eq!(run.json()["verdict"], "wrong-report");
    let words = check(&pdf, &[]).out;
    assert!(words.contains("What to do: "), "{words}");
}

#[test]
fn what_is_written_never_replaces_the_report() {
    let folder = Folder::new("clash");
    let file = folder.file("report.txt", good_report());
    let path = file.to_str().unwrap();
    for option in ["--payload", "--manifest"] {
        let run = check(&file, &[option, path]);
        assert_eq!(run.code, 2);
        assert!(run.err.contains("is the report itself"), "{}", run.err);
    }
    assert_eq!(check(&file, &["--payload", "one", "--manifest", "one"]).code, 2);
    let run = check(&file, &["--payload", folder.0.to_str().unwrap()]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("is not a file"), "{}", run.err);
    assert_eq!(fs::read_to_string(&file).unwrap(), good_report());
    assert_eq!(folder.names(), ["report.txt"]);
}

#[test]
fn codes_have_their_words() {
    let run = preflight(["codes", "--json"]);
    assert_eq!(run.code, 0);
    let codes = run.json();
    let codes = codes.as_array().unwrap();
    assert!(!codes.is_empty());
    let listed = preflight(["codes"]).out;
    for code in codes {
        for words in ["slug", "what", "why", "fix"] {
            assert!(listed.contains(code[words].as_str().unwrap()), "{code}");
        }
    }
}

/// With a compiler that knows no wasm and no rustup to ask.
#[test]
fn a_missing_wasm_target_is_named_with_its_command() {
    let folder = Folder::new("target");
    let run: Run = Command::new(env!("CARGO_BIN_EXE_preflight"))
        .args(["site".as_ref(), folder.path("site").as_os_str()])
        .env("RUSTC", "/bin/echo")
        .env("PATH", &folder.0)
        .output()
        .unwrap()
        .into();
    assert_eq!(run.code, 2);
    assert!(run.err.contains("rustup target add wasm32-unknown-unknown"), "{}", run.err);
    assert!(folder.names().is_empty());
}

#[test]
fn a_site_is_not_written_over_its_source() {
    let run = preflight(["site", concat!(env!("CARGO_MANIFEST_DIR"), "/www/new-folder")]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("Choose another folder"), "{}", run.err);
}
