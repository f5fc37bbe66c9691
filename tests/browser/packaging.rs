//! The npm package, as hosts get it: installed from its tarball, built into a page by Vite, loaded without a bundler from
//! another origin under a strict policy, compiled against by TypeScript, and described by its manifest.

use crate::accessibility::{axe, open_frame};
use crate::files::Report;
use crate::host;
use crate::native;
use crate::process::TempDir;
use crate::rig::{Rig, in_chromium};
use crate::server::site;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

in_chromium!(
    a_blank_vite_project_checks_a_report,
    a_page_without_a_bundler_under_a_strict_policy_checks_a_report,
    the_manifest_names_what_the_element_has,
    the_example_for_webdriver_runs_as_it_stands,
    what_the_generator_plants_is_found,
    the_pages_for_engineers_are_accessible,
);

const PROJECT: &str = env!("CARGO_MANIFEST_DIR");

/// The page of a blank project, before it is built.
const BLANK: &str = r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Blank</title>
<link rel="icon" href="data:,"></head><body><main><report-preflight name="sales"></report-preflight></main>
<script type="module" src="/main.js"></script></body></html>"#;

/// A blank project with the package installed from its tarball. Nothing is downloaded: the package needs nothing.
fn project(dir: &TempDir) -> Result<PathBuf> {
    let project = dir.folder("project")?;
    let packed = run(Command::new(env!("CARGO_BIN_EXE_preflight"))
        .arg("package")
        .arg(dir.folder("packed")?)
        .arg("--site")
        .arg(site()))?;
    fs::write(project.join("package.json"), r#"{ "private": true, "type": "module" }"#)?;
    run(Command::new("npm")
        .args(["install", "--offline", "--no-audit", "--no-fund", packed.trim()])
        .current_dir(&project))?;
    Ok(project)
}

fn run(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("{command:?} cannot be started"))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    ensure!(output.status.success(), "{command:?}: {said}{}", String::from_utf8_lossy(&output.stderr));
    Ok(said)
}

/// What `tests/run` installed.
fn tool(name: &str) -> Command {
    Command::new(Path::new(PROJECT).join("tests/node_modules/.bin").join(name))
}

/// The page checks a report to the payload of the command line, and all that it asked for was there.
async fn checks(rig: &Rig, address: &str) -> Result<()> {
    let page = &rig.page;
    let file = Report::good(20).write(rig.dir.path(), "good.txt")?;
    page.open(address).await?;
    page.until("the style sheet", "getComputedStyle(part('button')).cursor === 'pointer'").await?;
    assert_eq!(page.check(&file).await?["verdict"], "ready");
    assert_eq!(page.eval("el.seal").await?, json!({ "sealed": true, "reason": "measured" }));
    let payload = page.eval("el.payload.text()").await?;
    let native = native::check(&file, &[], &rig.dir)?.payload;
    assert_eq!(payload.as_str().map(str::as_bytes), native.as_deref());
    // In a module of its own, which is fetched when it is wanted.
    assert_eq!(page.eval("el.download('findings-csv').then((file) => file.name)").await?, "findings.csv");
    let missing = "performance.getEntriesByType('resource').filter(({ responseStatus }) => responseStatus >= 400) \
        .map(({ name }) => name)";
    assert_eq!(page.eval(missing).await?, json!([]));
    Ok(())
}

async fn a_blank_vite_project_checks_a_report(rig: Arc<Rig>) -> Result<()> {
    let project = project(&rig.dir)?;
    fs::write(project.join("index.html"), BLANK)?;
    fs::write(project.join("main.js"), r#"import "report-preflight/define";"#)?;
    let said = run(tool("vite").arg("build").env("NO_COLOR", "1").current_dir(&project))?;
    ensure!(!said.contains("import.meta.url"), "Vite leaves an address as it is: {said}");
    let address = host::serve(Some(project.join("dist")), [])?;
    checks(&rig, &format!("{address}/index.html")).await?;
    for tag in languages(&project)? {
        // Each comes in a module of its own, which has to be in what was built.
        rig.page.eval_with("(el.lang = args[0])", vec![json!(tag)]).await?;
        let spoken = "[...root.children].some((child) => child.lang === args[0])";
        rig.page.until_with(&format!("the words of {tag}"), spoken, vec![json!(tag)]).await?;
    }
    let worker = rig.page.eval("new URL(el.workerSrc).pathname").await?;
    ensure!(worker.as_str().is_some_and(|path| path.starts_with("/assets/worker-")), "not bundled: {worker}");
    Ok(())
}

/// The languages that the package has.
fn languages(project: &Path) -> Result<Vec<String>> {
    let locales = fs::read_dir(project.join("node_modules/report-preflight/locales"))?;
    let names =
        locales.map(|entry| Ok(entry?.file_name().to_string_lossy().trim_end_matches(".js").to_owned()));
    let names: Vec<String> = names.collect::<Result<_>>()?;
    Ok(names.into_iter().filter(|name| name != "index" && !name.starts_with("catalogue")).collect())
}

async fn a_page_without_a_bundler_under_a_strict_policy_checks_a_report(rig: Arc<Rig>) -> Result<()> {
    let package = host::serve(Some(project(&rig.dir)?.join("node_modules")), [])?;
    let policy = format!(
        "default-src 'none'; script-src 'self' {package} 'wasm-unsafe-eval'; worker-src blob:; style-src {package}; \
        connect-src {package}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
        trusted-types report-preflight"
    );
    let watch = "window.violations = [];
        addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
            window.violations.push(`${effectiveDirective} ${blockedURI}`));";
    let pages = [
        (
            "/strict.html",
            host::bare_page(&package, r#"<script src="/watch.js"></script>"#, r#"name="sales""#),
            format!("Content-Security-Policy: {policy}\r\n"),
        ),
        ("/watch.js", watch.to_owned(), String::new()),
    ];
    let host = host::serve(None, pages)?;
    checks(&rig, &format!("{host}/strict.html")).await?;
    assert_eq!(rig.page.eval("window.violations").await?, json!([]));
    Ok(())
}

/// Both ways round: what is described is there, and what is there is described.
async fn the_manifest_names_what_the_element_has(rig: Arc<Rig>) -> Result<()> {
    let manifest = fs::read(Path::new(PROJECT).join("www/report-preflight/custom-elements.json"))?;
    let manifest: Value = serde_json::from_slice(&manifest)?;
    let described = &manifest["modules"][0]["declarations"][0];
    rig.page.open("/").await?;

    let attributes = rig.page.eval("[...el.constructor.observedAttributes]").await?;
    let mut observed = set(&attributes)?;
    // One is set by the element, the other is read when it is needed.
    observed.extend(["state".to_owned(), "max-bytes".to_owned()]);
    assert_eq!(names(&described["attributes"])?, observed);

    let members = "(() => {
        const names = new Set();
        for (let at = el.constructor.prototype; at !== HTMLElement.prototype; at = Object.getPrototypeOf(at)) {
            for (const name of Object.getOwnPropertyNames(at)) names.add(name);
        }
        return [...names].filter((name) => name !== 'constructor' && !name.endsWith('Callback')).concat('define');
    })()";
    assert_eq!(names(&described["members"])?, set(&rig.page.eval(members).await?)?);

    let element = source("element.js")?;
    let events = between(&element, "this.#announce(\"", "\"").map(|kind| format!("report-preflight-{kind}"));
    assert_eq!(names(&described["events"])?, events.collect());

    let mut parts = BTreeSet::new();
    for view in fs::read_dir(Path::new(PROJECT).join("www/report-preflight/view"))? {
        let view = fs::read_to_string(view?.path())?;
        parts.extend(between(&view, "part: \"", "\"").flat_map(str::split_whitespace).map(str::to_owned));
    }
    assert_eq!(names(&described["cssParts"])?, parts);

    let properties = source("style.css")?;
    let properties = between(&properties, "var(", ",").filter(|name| name.starts_with("--preflight-"));
    assert_eq!(names(&described["cssProperties"])?, properties.map(str::to_owned).collect());
    Ok(())
}

fn source(name: &str) -> Result<String> {
    Ok(fs::read_to_string(Path::new(PROJECT).join("www/report-preflight").join(name))?)
}

fn between<'a>(text: &'a str, before: &'a str, after: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(before).skip(1).filter_map(move |rest| rest.split(after).next())
}

fn names(entries: &Value) -> Result<BTreeSet<String>> {
    let entries = entries.as_array().context("a list")?;
    let listed: BTreeSet<_> =
        entries.iter().filter_map(|entry| Some(entry["name"].as_str()?.to_owned())).collect();
    ensure!(listed.len() == entries.len(), "a name is there twice");
    Ok(listed)
}

fn set(names: &Value) -> Result<BTreeSet<String>> {
    Ok(names
        .as_array()
        .context("a list")?
        .iter()
        .filter_map(|name| Some(name.as_str()?.to_owned()))
        .collect())
}

/// The example is taken from the page, and finds the browser of this test in its setup.
async fn the_example_for_webdriver_runs_as_it_stands(rig: Arc<Rig>) -> Result<()> {
    let project = project(&rig.dir)?;
    let page = fs::read_to_string(Path::new(PROJECT).join("www/testing.html"))?;
    let example = between(&page, "id=\"webdriver-example\"", "</code>").next().context("the example")?;
    let (_, example) = example.split_once("<code>").context("its code")?;
    let example = example.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    fs::write(project.join("example.test.mjs"), example)?;
    let own = Path::new(PROJECT).join("tests");
    fs::copy(own.join("packaging/setup.mjs"), project.join("setup.mjs"))?;
    // From here on npm must not be asked for anything: it would prune what it finds behind the link.
    let library = "node_modules/selenium-webdriver";
    std::os::unix::fs::symlink(own.join(library), project.join(library))?;
    let session = &rig.page.driver.handle();
    let address = format!("{}/index.html", rig.server.origin);
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=tap"])
        .env("DRIVER", session.server_url().as_str().trim_end_matches('/'))
        .env("SESSION", session.session_id().to_string())
        .env("ADDRESS", address)
        .env("TMPDIR", rig.dir.path())
        .current_dir(&project);
    let said = tokio::task::spawn_blocking(move || run(&mut node)).await??;
    ensure!(said.contains("# pass 3") && said.contains("# fail 0"), "{said}");
    Ok(())
}

async fn what_the_generator_plants_is_found(rig: Arc<Rig>) -> Result<()> {
    let page = &rig.page;
    page.open("/").await?;
    let made = "import(new URL('/report-preflight/fixtures/generate.js', location.href)).then((made) => \
        el.check(args[0] ? made.reportFile(args[0]) : made.wrongReportFile()))";
    for (wish, verdict) in [
        (json!({ "records": 500 }), "ready"),
        (json!({ "records": 60, "month": "2025-02", "seed": 9 }), "ready"),
        (json!({ "faults": { "amount-unreadable": 2 } }), "needs-fixing"),
        (json!({ "faults": { "date-unreadable": 3 } }), "needs-fixing"),
        (json!({ "faults": { "shipped-before-ordered": 1 } }), "ready-with-warnings"),
        (json!({ "faults": { "state-spelled-out": 2, "amount-with-currency-sign": 1 } }), "ready"),
        (Value::Null, "wrong-report"),
    ] {
        let outcome = page.eval_with(made, vec![wish.clone()]).await?;
        assert_eq!(outcome["verdict"], verdict, "{wish}");
        let counted = |kind: &str| {
            let counts = outcome[kind].as_array().into_iter().flatten();
            counts
                .map(|each| (each["code"].as_str().unwrap_or_default().to_owned(), each["count"].clone()))
                .collect::<Vec<_>>()
        };
        let found: serde_json::Map<_, _> =
            counted("findings").into_iter().chain(counted("repairs")).collect();
        let planted = if wish.is_null() {
            json!({ "wrong-report": 1 })
        } else {
            wish.get("faults").cloned().unwrap_or(json!({}))
        };
        assert_eq!(Value::Object(found), planted, "{wish}");
    }
    Ok(())
}

/// axe finds nothing on the reference, the page about tests and the page about accessibility, at the width of a phone;
/// and no theme has too little contrast, in light and dark.
async fn the_pages_for_engineers_are_accessible(rig: Arc<Rig>) -> Result<()> {
    let frame = |path: &str| {
        format!(r#"<!doctype html><iframe title="Page" src="{path}" width="320" height="900"></iframe>"#)
    };
    let pages = [
        ("/1.html", frame("/testing.html"), String::new()),
        ("/2.html", frame("/accessibility.html"), String::new()),
        ("/3.html", frame("/docs.html"), String::new()),
    ];
    let host = host::serve(Some(site()), pages)?;
    for page in [1, 2] {
        rig.page.goto(&format!("{host}/{page}.html")).await?;
        rig.page.enter_frame("iframe").await?;
        rig.page.until("the page", "document.readyState === 'complete'").await?;
        axe(&rig, &format!("page {page}")).await?;
    }
    open_frame(&rig, &format!("{host}/3.html")).await?;
    rig.page.until("the lists", "document.querySelector('#faults-list > div')").await?;
    rig.page.eval("(document.querySelector('[data-report=faults]').click(), true)").await?;
    rig.page.until("a result", "el.state === 'checked'").await?;
    axe(&rig, "the reference").await?;
    for scheme in ["light", "dark"] {
        for theme in ["", "harbor", "ledger"] {
            let paint = format!(
                "(document.documentElement.style.colorScheme = '{scheme}', \
                document.querySelector('[data-theme=\"{theme}\"]').click(), true)"
            );
            rig.page.eval(&paint).await?;
            // Colors pass over into one another.
            rig.page
                .until("the colors", "!document.getAnimations().length && !root.getAnimations().length")
                .await?;
            assert_eq!(low_contrast(&rig).await?, json!([]), "{scheme}, theme {theme:?}");
        }
    }
    Ok(())
}

/// What axe says of the contrast in the element. It is loaded anew, because it remembers colors.
async fn low_contrast(rig: &Rig) -> Result<Value> {
    let axe = fs::read_to_string(Path::new(PROJECT).join("tests/node_modules/axe-core/axe.min.js"))?;
    let run = "return axe.run(document.querySelector('report-preflight'), { runOnly: ['color-contrast'] })
        .then(({ violations }) => violations.flatMap(({ nodes }) => nodes.map((node) => node.failureSummary)));";
    let found = rig.page.driver.execute(format!("{axe}\n{run}"), Vec::<Value>::new()).await?;
    Ok(found.json().clone())
}

/// Hosts in TypeScript, React and Preact compile against what is installed, and what is wrong in them is refused.
#[test]
fn hosts_in_typescript_compile() -> Result<()> {
    let dir = TempDir::new()?;
    let project = project(&dir)?;
    let own = Path::new(PROJECT).join("tests/packaging");
    for host in ["host.ts", "react.tsx", "preact.tsx"] {
        fs::copy(own.join(host), project.join(host))?;
    }
    let modules = Path::new(PROJECT).join("tests/node_modules");
    let config = json!({
        "extends": own.join("tsconfig.json"),
        // Not linked into the project: npm would prune what it finds behind the link.
        "compilerOptions": { "paths": {
            "react": [modules.join("@types/react")],
            "react/*": [modules.join("@types/react/*")],
            "preact": [modules.join("preact")],
            "preact/*": [modules.join("preact/*")],
        } },
        "include": ["*.ts", "*.tsx"],
    });
    fs::write(project.join("tsconfig.json"), config.to_string())?;
    run(tool("tsc").arg("-p").arg(&project))?;
    Ok(())
}
