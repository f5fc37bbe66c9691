//! The site that is served: the product's, with the bench's pages and the opponents in `bench/`.

use anyhow::{Context, Result, ensure};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

/// Tells how much memory the wasm has; behind a copy of the worker, which takes no notice of it.
const MEMORY: &str = r#"
{
  const channel = new BroadcastChannel("bench-memory");
  channel.onmessage = ({ data }) => {
    if (data === "?") channel.postMessage(wasm_bindgen.initSync().memory.buffer.byteLength);
  };
}
"#;

/// Before a copy of the worker: the opponents make no digests either.
const WITHOUT_DIGESTS: &str = "SubtleCrypto.prototype.digest = async () => new ArrayBuffer(32);\n";

/// What the page fetches under `bench/npm/`, and where it is in `tests/node_modules/`.
const PACKAGES: [(&str, &str); 7] = [
    ("papaparse", "papaparse"),
    ("udsv", "udsv/dist"),
    ("xlsx", "xlsx/dist"),
    ("duckdb", "@duckdb/duckdb-wasm/dist"),
    ("apache-arrow", "apache-arrow"),
    ("flatbuffers", "flatbuffers/mjs"),
    ("tslib", "tslib"),
];

/// The product's tables that the opponents look things up in, by the names that they have there.
const TABLES: [(&str, &str); 3] = [
    ("ZIP3_STATE", "zip3_state.txt"),
    ("ZIP3_SHARED", "zip3_shared.txt"),
    ("CENTER_STATE", "fulfillment_center_state.txt"),
];

pub fn lay_out(ready: Option<&Path>, site: &Path) -> Result<()> {
    match ready {
        Some(ready) => copy_folder(ready, site)?,
        None => {
            let built = Command::new(env!("CARGO_BIN_EXE_preflight")).arg("site").arg(site).status()?;
            ensure!(built.success(), "the site could not be built");
        }
    }
    let worker = site.join("report-preflight/worker.js");
    let script = fs::read_to_string(&worker).with_context(|| format!("no site in {}", site.display()))?;
    fs::write(worker.with_file_name("worker-bare.js"), format!("{WITHOUT_DIGESTS}{script}"))?;
    fs::write(worker.with_file_name("worker-bench.js"), script + MEMORY)?;
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let bench = site.join("bench");
    copy_folder(&project.join("tests/bench/page"), &bench)?;
    let npm = bench.join("npm");
    fs::create_dir_all(&npm)?;
    for (name, place) in PACKAGES {
        let package = project.join("tests/node_modules").join(place);
        ensure!(package.exists(), "{} is missing: npm install --no-save --prefix tests", package.display());
        symlink(package, npm.join(name))?;
    }
    let mut script = String::new();
    for (name, file) in TABLES {
        let table = fs::read_to_string(project.join("src/fields").join(file))?;
        let lines: Vec<_> = table.lines().collect();
        script.push_str(&format!("const {name} = {};\n", serde_json::to_string(&lines)?));
    }
    Ok(fs::write(bench.join("job/zip-tables.js"), script)?)
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        match entry.file_type()?.is_dir() {
            true => copy_folder(&entry.path(), &target)?,
            false => fs::copy(entry.path(), target).map(drop)?,
        }
    }
    Ok(())
}
