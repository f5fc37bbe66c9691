//! One open page and the element in it.
//!
//! Scripts are expressions. They may use `el` (the first `<report-preflight>`), `root` (its shadow root),
//! `part(name)` (an element in it, by its `part`) and `args`.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};
use thirtyfour::{By, Key, WebDriver, WebElement};

pub struct Page {
    pub driver: WebDriver,
    origin: String,
}

/// How long anything may take before the test gives up. Far above what it takes on a slow machine.
const PATIENCE: Duration = Duration::from_secs(30);

const PRELUDE: &str = r#"
    const args = arguments;
    const el = document.querySelector("report-preflight");
    const root = el?.shadowRoot;
    const part = (name) => root?.querySelector(`[part~="${name}"]`);
    const focused = (node) => node?.shadowRoot?.activeElement ? focused(node.shadowRoot.activeElement) : node;
    const focus = focused(document.activeElement);
    return ("#;

impl Page {
    pub fn new(driver: WebDriver, origin: &str) -> Page {
        Page { driver, origin: origin.to_owned() }
    }

    /// Opens a path of the served site, or a whole address.
    pub async fn goto(&self, address: &str) -> Result<()> {
        let address =
            if address.starts_with('/') { format!("{}{address}", self.origin) } else { address.to_owned() };
        Ok(self.driver.goto(address).await?)
    }

    /// Opens a page with the element in it and waits until the element is there.
    pub async fn open(&self, address: &str) -> Result<()> {
        self.goto(address).await?;
        self.until("the element is defined", "el?.state !== undefined && part('input') !== null").await?;
        Ok(())
    }

    /// The value of an expression in the page; of what it promises, when it is a promise.
    pub async fn eval(&self, expression: &str) -> Result<Value> {
        self.eval_with(expression, vec![]).await
    }

    pub async fn eval_with(&self, expression: &str, args: Vec<Value>) -> Result<Value> {
        let script = format!("{PRELUDE}{expression}\n);");
        let answer = self.driver.execute(script, args).await;
        Ok(answer.with_context(|| format!("the page could not say: {expression}"))?.json().clone())
    }

    /// Asks Chromium what WebDriver has no words for.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Result<Value> {
        self.driver.cdp().send_raw(method, parameters).await.with_context(|| method.to_owned())
    }

    /// Waits until an expression is true (in JavaScript's sense) and gives its value.
    pub async fn until(&self, what: &str, expression: &str) -> Result<Value> {
        self.until_with(what, expression, vec![]).await
    }

    pub async fn until_with(&self, what: &str, expression: &str, args: Vec<Value>) -> Result<Value> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let last = self.eval_with(expression, args.clone()).await;
            match last {
                Ok(value) if is_true(&value) => return Ok(value),
                last if Instant::now() > deadline => {
                    bail!("waited {PATIENCE:?} in vain: {what} ({expression}); the last answer was {last:?}")
                }
                _ => tokio::time::sleep(Duration::from_millis(25)).await,
            }
        }
    }

    /// An element in the shadow root, by its `part`.
    pub async fn part(&self, name: &str) -> Result<WebElement> {
        let script = format!("{PRELUDE}part(args[0])\n);");
        let found = self.driver.execute(script, vec![json!(name)]).await?;
        found.element().with_context(|| format!("no part {name:?} in the element"))
    }

    /// An element of the page itself.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        self.driver.find(By::Css(selector)).await.with_context(|| format!("nothing matches {selector:?}"))
    }

    /// Gives files to the element's file input, as a seller who chose them would.
    pub async fn choose(&self, files: &[&Path]) -> Result<()> {
        self.eval("(window.before = el.file, true)").await?;
        let paths: Vec<_> = files.iter().map(|path| path.display().to_string()).collect();
        Ok(self.part("input").await?.send_keys(paths.join("\n")).await?)
    }

    /// Waits until the check is over, one way or the other, and gives the element's state.
    pub async fn settled(&self) -> Result<String> {
        // The file that was there before the choice may still be shown.
        let over = "el.file !== window.before && ['checked', 'faulted'].includes(el.state) && el.state";
        Ok(self.until("the check is over", over).await?.as_str().unwrap_or_default().to_owned())
    }

    /// Chooses a file in place of whatever is there, waits for the end of the check and gives its outcome.
    pub async fn check(&self, file: &Path) -> Result<Value> {
        self.check_all(&[file]).await
    }

    /// The same for several files together.
    pub async fn check_all(&self, files: &[&Path]) -> Result<Value> {
        self.eval("(el.file && el.reset(), true)").await?;
        self.choose(files).await?;
        self.settled().await?;
        self.outcome().await
    }

    /// The outcome, where there is one.
    pub async fn outcome(&self) -> Result<Value> {
        let state = self.eval("el.state").await?;
        if state != "checked" {
            bail!("the check ended as {state}: {}", self.eval("String(el.fault)").await?);
        }
        self.eval("el.outcome").await
    }

    /// Does something that has the files checked again, and gives the new outcome.
    pub async fn check_again(&self, act: impl Future<Output = Result<()>>) -> Result<Value> {
        self.eval("(window.last = el.outcome, true)").await?;
        act.await?;
        let over = "el.outcome !== window.last && ['checked', 'faulted'].includes(el.state)";
        self.until("the files are checked again", over).await?;
        self.outcome().await
    }

    /// What the seller can read in the element.
    pub async fn words(&self) -> Result<String> {
        let text = self.eval("[...root.children].map((child) => child.innerText ?? '').join('\\n')").await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Presses a key, wherever the focus is.
    pub async fn press(&self, key: Key) -> Result<()> {
        Ok(self.driver.action_chain().send_keys(key).perform().await?)
    }

    /// Presses Tab until an expression is true; `what` names what should have the focus then.
    pub async fn tab_to(&self, what: &str, expression: &str) -> Result<()> {
        for _ in 0..60 {
            self.press(Key::Tab).await?;
            if is_true(&self.eval(expression).await?) {
                return Ok(());
            }
        }
        bail!("Tab does not lead to {what}; the focus is on {}", self.eval("focus?.outerHTML").await?)
    }

    /// Presses the button in the element that says `label`, or carries it for those who listen.
    pub async fn click_button(&self, label: &str) -> Result<()> {
        let find = "[...root.querySelectorAll('button, summary')].find((button) => button.checkVisibility() && \
            [button.innerText.trim(), button.ariaLabel].includes(args[0]))";
        self.until_with(&format!("the button {label:?}"), &format!("Boolean({find})"), vec![json!(label)])
            .await?;
        let button =
            self.driver.execute(format!("{PRELUDE}{find}\n);"), vec![json!(label)]).await?.element()?;
        button.scroll_into_view().await?;
        Ok(button.click().await?)
    }

    /// The sentence that a fault's screen starts with, from the words of the served site.
    pub async fn what_of_fault(&self, code: &str) -> Result<String> {
        let words = "import(new URL('/report-preflight/locales/en.js', location.href)) \
            .then((module) => module.default.faults[args[0]].what)";
        let what = self.eval_with(words, vec![json!(code)]).await?;
        Ok(what.as_str().with_context(|| format!("no words for the fault {code}"))?.to_owned())
    }

    /// From here on everything concerns the page in this frame.
    pub async fn enter_frame(&self, selector: &str) -> Result<()> {
        Ok(self.find(selector).await?.enter_frame().await?)
    }

    pub async fn screenshot(&self, path: &Path) -> Result<()> {
        Ok(self.driver.screenshot(path).await?)
    }
}

/// Truth in JavaScript's sense, for what JSON can say.
fn is_true(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(truth) => *truth,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(_) | Value::Object(_) => true,
    }
}
