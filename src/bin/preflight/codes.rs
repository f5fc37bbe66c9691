//! `preflight codes`: the catalogue, for people and for machines.

use crate::{Answer, print};
use anyhow::Result;
use report_preflight::findings::Code;
use std::fmt::Write;

pub fn codes(json: bool) -> Result<Answer> {
    let codes: Vec<&Code> = report_preflight::codes().collect();
    if json {
        print(&(serde_json::to_string_pretty(&codes)? + "\n"))?;
    } else {
        let mut text = String::new();
        for code in codes {
            let Code { slug, severity, what, why, fix, .. } = code;
            let severity = format!("{severity:?}").to_lowercase();
            writeln!(text, "{slug} ({severity})\n  {what}\n  {why}\n  {fix}\n")?;
        }
        print(&text)?;
    }
    Ok(Answer::Ready)
}
