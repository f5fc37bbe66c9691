//! What a test gets: a browser, the served site, a folder of its own; and the macros that make one test for
//! each engine, or for one.

use crate::engine::{Browser, Engine};
use crate::page::Page;
use crate::process::TempDir;
use crate::server::{Server, site};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub struct Rig {
    pub engine: Engine,
    pub page: Page,
    pub server: Server,
    pub dir: TempDir,
}

/// Makes the tests `chromium::NAME`, `firefox::NAME` and `webkit::NAME` of each function named.
macro_rules! in_each_engine {
    (@ $engine:ident $($name:ident)+) => {
        $(
            #[test]
            fn $name() {
                let name = concat!(module_path!(), "::", stringify!($name));
                crate::rig::run(crate::engine::Engine::$engine, name, super::$name);
            }
        )+
    };
    ($($name:ident),+ $(,)?) => {
        mod chromium {
            crate::rig::in_each_engine!(@ Chromium $($name)+);
        }
        mod firefox {
            crate::rig::in_each_engine!(@ Firefox $($name)+);
        }
        mod webkit {
            crate::rig::in_each_engine!(@ WebKit $($name)+);
        }
    };
}
pub(crate) use in_each_engine;

/// Makes the tests `chromium::NAME` only, for what has nothing to do with the engine.
macro_rules! in_chromium {
    ($($name:ident),+ $(,)?) => {
        mod chromium {
            crate::rig::in_each_engine!(@ Chromium $($name)+);
        }
    };
}
pub(crate) use in_chromium;

/// Runs one test in a browser of its own. When it fails, what the page looked like is kept.
pub fn run<F>(engine: Engine, name: &str, test: impl FnOnce(Arc<Rig>) -> F)
where
    F: Future<Output = Result<()>> + Send + 'static,
{
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let dir = TempDir::new().expect("a temporary folder");
        let server = Server::start(&site(), &dir, "serve").expect("preflight serve");
        let browser = Browser::start(engine, &dir).await.expect("a browser");
        let page = Page::new(browser.driver.clone(), &server.origin);
        let rig = Arc::new(Rig { engine, page, server, dir });
        // In a task of its own, so that a failed assertion comes back here as an error.
        let outcome = tokio::spawn(test(rig.clone())).await;
        let failed = !matches!(outcome, Ok(Ok(())));
        if failed && let Err(error) = keep_evidence(&rig, name).await {
            eprintln!("no evidence kept: {error:#}");
        }
        let _ = browser.driver.clone().leak();
        drop(browser);
        match outcome {
            Ok(Ok(())) => {}
            Ok(Err(error)) => panic!("{error:?}"),
            Err(panicked) => std::panic::resume_unwind(panicked.into_panic()),
        }
    });
}

/// A picture of the page and its words, in `target/browser-failures`.
async fn keep_evidence(rig: &Rig, name: &str) -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/browser-failures");
    std::fs::create_dir_all(&folder)?;
    let stem: PathBuf = folder.join(name.replace("::", "."));
    std::fs::write(stem.with_extension("requests.txt"), rig.server.requests()?.join("\n"))?;
    let text =
        rig.page.eval("[location.href, document.body.innerText, root?.textContent].join('\\n\\n')").await?;
    std::fs::write(stem.with_extension("txt"), text.as_str().unwrap_or_default())?;
    rig.page.screenshot(&stem.with_extension("png")).await.context("no picture")?;
    eprintln!("what the page showed is in {}.png and .txt", stem.display());
    Ok(())
}
