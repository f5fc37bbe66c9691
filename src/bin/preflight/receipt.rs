//! What a sender is told in the end: a receipt, or why nothing was kept. As JSON for scripts, and as a page for
//! browsers that sent a form.

use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use report_preflight::Manifest;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

#[derive(Serialize, Deserialize)]
pub struct Receipt {
    pub id: String,
    /// ISO 8601, UTC.
    received_at: String,
    /// Read from the reports. Receipts from before do not have this number, nor the next.
    #[serde(default)]
    records: u64,
    /// Of these, what the seller said not to send.
    #[serde(default)]
    left_out: u64,
    lines: u64,
    bytes: u64,
    sha256_tree: String,
    /// The names of the files that it was made from.
    sources: Vec<String>,
    /// The first and the last day with a sale.
    dates: Option<[String; 2]>,
    totals: Vec<Total>,
    /// The folder with the payload, the manifest and this receipt.
    stored: String,
}

/// Of one currency, sales and refunds together.
#[derive(Serialize, Deserialize)]
struct Total {
    currency: Option<String>,
    orders: u64,
    lines: u64,
    item_amount: String,
    item_tax: String,
    shipping_amount: String,
    shipping_tax: String,
    gift_wrap_amount: String,
    gift_wrap_tax: String,
    item_discount: String,
    shipping_discount: String,
}

impl Receipt {
    /// The manifest has been compared with the payload: what it says is so.
    pub fn new(id: &str, received_at: String, stored: &Path, manifest: &Manifest) -> Self {
        let totals = manifest.totals.iter().map(|total| {
            let sums = total.sums.clone();
            Total {
                currency: total.currency.clone(),
                orders: total.orders,
                lines: sums.lines,
                item_amount: sums.item_amount,
                item_tax: sums.item_tax,
                shipping_amount: sums.shipping_amount,
                shipping_tax: sums.shipping_tax,
                gift_wrap_amount: sums.gift_wrap_amount,
                gift_wrap_tax: sums.gift_wrap_tax,
                item_discount: sums.item_discount,
                shipping_discount: sums.shipping_discount,
            }
        });
        Receipt {
            id: id.to_owned(),
            received_at,
            records: manifest.ledger.read(),
            left_out: manifest.ledger.rejected() + manifest.left_out,
            lines: manifest.payload.lines,
            bytes: manifest.payload.bytes,
            sha256_tree: manifest.payload.sha256_tree.clone(),
            sources: manifest.sources.iter().filter_map(|source| source.name.clone()).collect(),
            dates: manifest.dates.as_ref().map(|dates| [dates.first.clone(), dates.last.clone()]),
            totals: totals.collect(),
            stored: stored.display().to_string(),
        }
    }

    fn facts(&self) -> Vec<(&'static str, String)> {
        let mut facts = vec![
            ("Receipt number", self.id.clone()),
            ("Received", self.received_at.clone()),
            ("Sale lines", self.lines.to_string()),
        ];
        if self.left_out > 0 {
            facts.push(("Left out by you", format!("{} of {} records", self.left_out, self.records)));
        }
        if let Some([first, last]) = &self.dates {
            facts.push(("Days", format!("{first} to {last}")));
        }
        facts.extend(self.totals.iter().flat_map(Total::facts));
        facts.push(("Made from", self.sources.join(", ")));
        facts.extend([
            ("Bytes", self.bytes.to_string()),
            ("Checksum (SHA-256 of its parts)", self.sha256_tree.clone()),
            ("Stored in", self.stored.clone()),
        ]);
        facts.retain(|(_, value)| !value.is_empty());
        facts
    }
}

impl Total {
    fn facts(&self) -> Vec<(&'static str, String)> {
        let amounts = [
            ("Item sales", &self.item_amount),
            ("Tax on items", &self.item_tax),
            ("Shipping", &self.shipping_amount),
            ("Tax on shipping", &self.shipping_tax),
            ("Gift wrap", &self.gift_wrap_amount),
            ("Tax on gift wrap", &self.gift_wrap_tax),
            ("Discounts on items", &self.item_discount),
            ("Discounts on shipping", &self.shipping_discount),
        ];
        let Some(currency) = &self.currency else { return Vec::new() };
        let is_some = |amount: &str| amount.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
        let amounts = amounts.into_iter().filter(|(_, amount)| is_some(amount));
        std::iter::once(("Orders", self.orders.to_string()))
            .chain(amounts.map(|(name, amount)| (name, format!("{amount} {currency}"))))
            .collect()
    }
}

#[derive(Serialize, Deserialize)]
pub struct Problem {
    pub code: String,
    pub message: String,
}

pub struct Refusal {
    pub status: StatusCode,
    pub problems: Vec<Problem>,
}

impl Refusal {
    pub fn new(status: StatusCode, code: &str, message: impl Into<String>) -> Self {
        Refusal { status, problems: vec![Problem { code: code.to_owned(), message: message.into() }] }
    }
    pub fn cut_off() -> Self {
        let message = "The upload stopped before all of it had arrived. Nothing was kept. Send it again.";
        Self::new(StatusCode::BAD_REQUEST, "upload-cut-off", message)
    }
    pub fn malformed(message: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "upload-malformed", message)
    }
    pub fn too_large(what: &str, limit: u64) -> Self {
        let message = format!(
            "The {what} is larger than {} MiB, the most that is taken here. Nothing was kept.",
            limit >> 20
        );
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "upload-too-large", message)
    }
    pub fn not_stored(error: &io::Error) -> Self {
        eprintln!("An upload could not be stored: {error}");
        let message =
            "The upload arrived but could not be stored. The fault is on this side. Send it again later.";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "upload-not-stored", message)
    }
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self::not_stored(&error)
    }
}

/// `status` is that of a receipt; a refusal has its own.
pub fn respond(status: StatusCode, answer: Result<Receipt, Refusal>, asked: &HeaderMap) -> Response {
    let accept = asked.get(ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    let (status, json, page) = match &answer {
        Ok(receipt) => (status, as_json("receipt", receipt), receipt_page(receipt)),
        Err(Refusal { status, problems }) => (*status, as_json("problems", problems), refusal_page(problems)),
    };
    match json {
        _ if accept.contains("text/html") => {
            (status, [(CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
        }
        Ok(json) => (status, [(CONTENT_TYPE, "application/json")], json).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn as_json(name: &str, value: impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string(&BTreeMap::from([(name, value)]))
}

fn receipt_page(receipt: &Receipt) -> String {
    let rows: String = receipt
        .facts()
        .iter()
        .map(|(name, value)| format!("<div><dt>{name}</dt><dd>{}</dd></div>", escape(value)))
        .collect();
    page(
        "Your sale lines have arrived",
        &format!(
            "<section class=\"receipt\"><p>They were checked again here, and all of them are as sent. \
             Print or save this page: it is your receipt.</p><dl>{rows}</dl></section>"
        ),
    )
}

fn refusal_page(problems: &[Problem]) -> String {
    let rows: String =
        problems.iter().map(|problem| format!("<li>{}</li>", escape(&problem.message))).collect();
    page("Nothing was kept of this upload", &format!("<ul>{rows}</ul>"))
}

fn page(title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <meta name=\"viewport\" content=\"width=device-width\"><link rel=\"stylesheet\" href=\"/site.css\"></head>\
         <body><main class=\"site-width column\"><h1>{title}</h1>{body}<p><a href=\"/\">Check another report</a></p></main></body></html>\n"
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
