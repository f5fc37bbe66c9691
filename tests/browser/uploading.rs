//! Uploads that go on where they stopped: our page and its client, others' servers and clients, and the receipt.

use crate::accessibility::axe;
use crate::files::Report;
use crate::happy_path::{stored_files, stored_upload};
use crate::host;
use crate::line::{Line, Patch, Trouble};
use crate::process::Process;
use crate::rig::{Rig, in_chromium};
use crate::server::site;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

in_chromium!(
    a_lost_connection_costs_what_was_on_its_way,
    after_a_reload_the_same_reports_go_on,
    a_cancelled_upload_is_thrown_away,
    a_refused_upload_says_why,
    another_client_resumes_at_our_server,
    our_client_resumes_at_another_server,
);

const CUT: u64 = 80_000;

/// A report whose payload is a good deal longer than [`CUT`], checked on the demo page at `origin`.
async fn ready(rig: &Rig, origin: &str) -> Result<PathBuf> {
    let file = Report::good(1000).write(rig.dir.path(), "shipments.txt")?;
    rig.page.open(&format!("{origin}/")).await?;
    rig.page.check(&file).await?;
    offered(rig).await?;
    Ok(file)
}

async fn offered(rig: &Rig) -> Result<()> {
    rig.page.until("the upload is offered", "document.querySelector('#upload')?.checkVisibility()").await?;
    Ok(())
}

async fn receipt(rig: &Rig) -> Result<String> {
    let text = rig.page.until("the receipt", "document.querySelector('#receipt')?.innerText").await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// First to the cut, then from there to the end: no byte twice, and none left out.
fn assert_resumed(patches: &[Patch], size: u64) {
    assert!(size > 2 * CUT, "the upload is too short for this test: {size}");
    assert_eq!(patches, [Patch { offset: 0, bytes: CUT }, Patch { offset: CUT, bytes: size - CUT }]);
}

async fn a_lost_connection_costs_what_was_on_its_way(rig: Arc<Rig>) -> Result<()> {
    // The manifest's PATCH comes by untroubled: it is shorter.
    let line = Line::to(&rig.server.origin, [Trouble::Cut(CUT), Trouble::Cut(CUT)])?;
    ready(&rig, &line.origin).await?;
    let listen = "(window.said = [], new MutationObserver(() => window.said.push(document.querySelector('#status').textContent))
        .observe(document.querySelector('#status'), { childList: true }),
        window.make = URL.createObjectURL, window.made = [],
        URL.createObjectURL = (file) => (window.made.push(file), window.make.call(URL, file)), true)";
    rig.page.eval(listen).await?;
    let size = rig.page.eval("el.payload.size").await?.as_u64().context("a size")?;
    rig.page.find("#upload").await?.click().await?;
    let text = receipt(&rig).await?;
    assert_resumed(&line.patches()[1..], size);
    let said = rig.page.eval("window.said").await?.to_string();
    assert!(said.contains("connection is lost") && said.contains("connection is back"), "{said}");

    axe(&rig, "the receipt").await?;

    let (payload, manifest) = stored_upload(&rig.server.uploads)?;
    assert_eq!(rig.page.eval("el.payload.text()").await?.as_str().map(str::as_bytes), Some(&payload[..]));
    let digest = manifest["payload"]["sha256_tree"].as_str().context("a digest")?;
    assert_eq!(rig.page.eval("el.outcome.manifest.payload.sha256_tree").await?, digest);
    for wanted in [digest, "1,000", "shipments.txt", "Item sales", "Days with sales"] {
        assert!(text.contains(wanted), "the receipt lacks {wanted}: {text}");
    }
    // To keep: as a page that needs nothing but itself, and as the server gave it.
    let names = "[...document.querySelectorAll('#receipt a[download]')].map((link) => link.download.split('.').pop())";
    assert_eq!(rig.page.eval(names).await?, json!(["html", "json"]));
    let kept = rig.page.eval("Promise.all(window.made.slice(-2).map((file) => file.text()))").await?;
    let (page, data) = (kept[0].as_str().context("a page")?, kept[1].as_str().context("JSON")?);
    assert!(page.contains(digest) && page.contains("shipments.txt") && !page.contains("src="), "{page}");
    let stored = stored_files(&rig.server.uploads)?;
    let stored = stored.iter().find(|path| path.ends_with("receipt.json")).context("no receipt is stored")?;
    assert_eq!(serde_json::from_str::<Value>(data)?, serde_json::from_slice::<Value>(&fs::read(stored)?)?);
    Ok(())
}

async fn after_a_reload_the_same_reports_go_on(rig: Arc<Rig>) -> Result<()> {
    let line = Line::to(&rig.server.origin, [Trouble::Hold(CUT), Trouble::Hold(CUT)])?;
    let file = ready(&rig, &line.origin).await?;
    let size = rig.page.eval("el.payload.size").await?.as_u64().context("a size")?;
    rig.page.find("#upload").await?.click().await?;
    line.until_patched(Patch { offset: 0, bytes: CUT }).await?;
    let kept = rig.page.eval("JSON.stringify(sessionStorage)").await?.to_string();
    assert!(!kept.contains("shipments"), "more is kept than an address and a checksum: {kept}");
    rig.page.open(&format!("{}/", line.origin)).await?;
    assert_eq!(rig.page.eval("document.querySelector('#unfinished').checkVisibility()").await?, true);
    rig.page.check(&file).await?;
    offered(&rig).await?;
    rig.page.find("#upload").await?.click().await?;
    receipt(&rig).await?;
    assert_resumed(&line.patches()[1..], size);
    assert_eq!(rig.page.eval("sessionStorage.length").await?, 0);
    stored_upload(&rig.server.uploads)?;
    Ok(())
}

async fn a_cancelled_upload_is_thrown_away(rig: Arc<Rig>) -> Result<()> {
    let line = Line::to(&rig.server.origin, [Trouble::Hold(CUT), Trouble::Hold(CUT)])?;
    ready(&rig, &line.origin).await?;
    rig.page.find("#upload").await?.click().await?;
    line.until_patched(Patch { offset: 0, bytes: CUT }).await?;
    axe(&rig, "while it is uploaded").await?;
    rig.page.find("#cancel-upload").await?.click().await?;
    rig.page
        .until("it is said", "document.querySelector('#status').textContent.includes('cancelled')")
        .await?;
    assert_eq!(rig.page.eval("document.activeElement.id").await?, "upload");
    assert_eq!(rig.page.eval("sessionStorage.length").await?, 0);
    assert_eq!(stored_files(&rig.server.uploads)?, Vec::<PathBuf>::new());
    // And it can be sent all the same, from the start.
    rig.page.find("#upload").await?.click().await?;
    receipt(&rig).await?;
    Ok(())
}

async fn a_refused_upload_says_why(rig: Arc<Rig>) -> Result<()> {
    ready(&rig, &rig.server.origin).await?;
    let other = "Object.defineProperty(el, 'payload', { configurable: true, get: () => new File(['nonsense'], 'x.csv') }) && true";
    rig.page.eval(other).await?;
    rig.page.find("#upload").await?.click().await?;
    let said = rig.page.until("the refusal", "document.querySelector('#refusal').checkVisibility() && document.querySelector('#refusal').innerText").await?;
    assert!(said.as_str().is_some_and(|said| said.contains("was not accepted")), "{said}");
    assert_eq!(rig.page.eval("document.activeElement.id").await?, "refusal");
    axe(&rig, "the refusal").await?;
    assert_eq!(rig.page.eval("document.title.startsWith('Error: ')").await?, true);
    assert_eq!(rig.page.eval("delete el.payload").await?, true);
    rig.page.find("#retry").await?.click().await?;
    receipt(&rig).await?;
    Ok(())
}

/// `tus-js-client`, as its users have it.
async fn another_client_resumes_at_our_server(rig: Arc<Rig>) -> Result<()> {
    let line = Line::to(&rig.server.origin, [Trouble::Cut(CUT), Trouble::Cut(CUT)])?;
    ready(&rig, &line.origin).await?;
    let size = rig.page.eval("el.payload.size").await?.as_u64().context("a size")?;
    let client =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/node_modules/tus-js-client/dist/tus.min.js");
    let client = fs::read_to_string(&client)
        .with_context(|| format!("{}: npm ci --prefix tests", client.display()))?;
    let run = "
        const element = document.querySelector('report-preflight');
        const send = (file, metadata) => new Promise((onSuccess, onError) => {
            const upload = new tus.Upload(file, {
                endpoint: '/uploads/resumable', retryDelays: [10, 100, 1000], metadata, onError,
                onSuccess: () => onSuccess(upload.url),
            });
            upload.start();
        });
        return (async () => {
            const manifest = await send(new Blob([JSON.stringify(element.manifest)]), { filename: 'manifest.json' });
            const payload = await send(element.payload, { filename: element.payload.name, manifest });
            const refused = await new Promise((done) => {
                new tus.Upload(new Blob(['x']), { endpoint: '/uploads/resumable', retryDelays: null, metadata: { manifest: 'gone' }, onError: done }).start();
            });
            const thrownAway = await new Promise((done) => {
                const upload = new tus.Upload(new Blob(['x'.repeat(1000)]), { endpoint: '/uploads/resumable', chunkSize: 100,
                    onChunkComplete: () => upload.abort(true).then(() => fetch(upload.url)).then(({ status }) => done(status)) });
                upload.start();
            });
            const receipt = await (await fetch(payload)).json();
            return { receipt, refused: refused.originalResponse.getStatus(), thrownAway };
        })();";
    // Without `module` and `define` the library is a global of the page.
    let script = format!("const module = undefined, define = undefined;\n{client}\n{run}");
    let answer = rig.page.driver.execute(script, Vec::<Value>::new()).await?;
    let answer = answer.json();
    assert_eq!(answer["refused"], 400);
    assert_eq!(answer["thrownAway"], 404);
    let digest = rig.page.eval("el.manifest.payload.sha256_tree").await?;
    assert_eq!(answer["receipt"]["receipt"]["sha256_tree"], digest);
    assert_resumed(&line.patches()[1..3], size);
    Ok(())
}

/// Ours, against the protocol's own server.
async fn our_client_resumes_at_another_server(rig: Arc<Rig>) -> Result<()> {
    let folder = rig.dir.folder("tus")?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/tus-server.mjs");
    let (_server, origin) = Process::start_and_read_line(
        Command::new("node").arg(script).arg(&folder),
        &rig.dir.join("tus-server.log"),
    )?;
    let line = Line::to(&origin, [Trouble::Cut(CUT)])?;
    let page = "<!doctype html><title>Host</title>".to_owned();
    let host = host::serve(Some(site()), [("/blank.html", page, String::new())])?;
    rig.page.goto(&format!("{host}/blank.html")).await?;
    let size = 5_000_000;
    let send = "import('/resumable.js').then(async ({ upload }) => {
        const bytes = Uint8Array.from({ length: args[1] }, (_, at) => at * 31 + (at >> 8));
        const endpoint = `${args[0]}/files`;
        const seen = [];
        const address = await upload(new Blob([bytes]), { endpoint, metadata: { filename: 'Größe.csv' }, onprogress: (sent) => seen.push(sent) });
        const again = await upload(new Blob([bytes]), { endpoint, address });
        const controller = new AbortController();
        const cancelled = await upload(new Blob([bytes]), { endpoint, signal: controller.signal, onprogress: () => controller.abort() }).catch((error) => error.name);
        const missing = await upload(new Blob([bytes]), { endpoint: '/nothing' }).catch((error) => error.status);
        return { address, again, cancelled, missing, last: seen.at(-1) };
    })";
    let answer = rig.page.eval_with(send, vec![json!(line.origin), json!(size)]).await?;
    assert_eq!(answer["address"], answer["again"]);
    assert_eq!(answer["cancelled"], "AbortError");
    assert_eq!(answer["missing"], 404);
    assert_eq!(answer["last"], size);
    let patches = line.patches();
    let slice = 4 << 20;
    let wanted = [(0, CUT), (CUT, slice), (CUT + slice, size - slice - CUT)];
    assert_eq!(patches[..3], wanted.map(|(offset, bytes)| Patch { offset, bytes }));
    let id = answer["address"].as_str().and_then(|address| address.rsplit('/').next()).context("an id")?;
    let stored = fs::read(folder.join(id))?;
    let sent = (0..size as usize).map(|at| (at * 31 + (at >> 8)) as u8);
    assert!(stored.iter().copied().eq(sent), "not the bytes that were sent");
    // One is there, with a note beside it; the other was thrown away.
    assert_eq!(stored_files(&folder)?.len(), 2);
    Ok(())
}
