//! oEmbed (<https://oembed.com>): how a help centre that is given the address of a page here comes to frame the
//! check in an article.

use axum::extract::Query;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_TYPE};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

pub const ADDRESS: &str = "/oembed.json";
/// The pages that stand for the check.
const PAGES: [&str; 2] = ["/embed.html", "/help-center.html"];
/// Room for the first screen; a page with `embed-host.js` gives it what it needs.
const SIZE: (u32, u32) = (720, 560);

#[derive(Deserialize)]
pub struct Asked {
    url: Option<String>,
    maxwidth: Option<u32>,
    maxheight: Option<u32>,
    format: Option<String>,
}

pub fn answer(origin: &str, Query(asked): Query<Asked>) -> Response {
    let Some(url) = asked.url else {
        return (StatusCode::BAD_REQUEST, "The question has no url.\n").into_response();
    };
    if asked.format.is_some_and(|format| format != "json") {
        return (StatusCode::NOT_IMPLEMENTED, "The answer is there as JSON only.\n").into_response();
    }
    let Some(query) = query_of_page(origin, &url) else {
        return (StatusCode::NOT_FOUND, "There is nothing to embed at that address.\n").into_response();
    };
    let width = asked.maxwidth.map_or(SIZE.0, |most| most.min(SIZE.0));
    let height = asked.maxheight.map_or(SIZE.1, |most| most.min(SIZE.1));
    let html = format!(
        r#"<iframe src="{origin}/embed.html{query}" title="{TITLE}" width="{width}" height="{height}" sandbox="allow-scripts allow-downloads" style="border:0;max-width:100%"></iframe>"#
    );
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": TITLE,
        "provider_name": "report-preflight",
        "provider_url": format!("{origin}/"),
        "html": html,
        "width": width,
        "height": height,
    });
    let headers = [(CONTENT_TYPE, "application/json"), (ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
    (headers, answer.to_string()).into_response()
}

const TITLE: &str = "Check an Amazon report";

/// What is passed on to the frame: the language, if one is named. Whoever embeds does not get to name a host.
fn query_of_page(origin: &str, url: &str) -> Option<String> {
    let url: Uri = url.parse().ok()?;
    let here = format!("{}://{}", url.scheme_str()?, url.authority()?);
    if here != origin || !PAGES.contains(&url.path()) {
        return None;
    }
    let is_tag = |tag: &&str| tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let tag =
        url.query().unwrap_or_default().split('&').find_map(|pair| pair.strip_prefix("lang=")).filter(is_tag);
    Some(tag.map_or_else(String::new, |tag| format!("?lang={tag}")))
}

/// Puts into the head of such a page where this is asked for it.
pub fn announced(origin: &str, path: &str, page: &str) -> Option<String> {
    if !PAGES.contains(&path) {
        return None;
    }
    let (before, after) = page.split_once("</head>")?;
    // An origin and these paths have nothing in them that would have to be escaped but the colon and slashes.
    let url = format!("{origin}{path}").replace(':', "%3A").replace('/', "%2F");
    let link = format!(
        r#"<link rel="alternate" type="application/json+oembed" href="{origin}{ADDRESS}?url={url}" title="{TITLE}">"#
    );
    Some(format!("{before}{link}</head>{after}"))
}
