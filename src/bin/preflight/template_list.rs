//! `preflight templates`: what stands in which column of theirs.

use crate::{Answer, print};
use anyhow::Result;
use report_preflight::output::templates::{Inside, LAYOUTS};
use report_preflight::sale_line::COLUMNS;
use std::fmt::Write;

pub fn templates() -> Result<Answer> {
    let mut text = "canonical, as csv or ndjson\n".to_owned();
    for column in &COLUMNS {
        writeln!(text, "  {:<24}{}", column.name, column.description)?;
    }
    for layout in LAYOUTS {
        let name = |value| serde_json::to_value(value).map(|it| it.as_str().unwrap_or_default().to_owned());
        let format = serde_json::to_value(layout.format)?;
        let rows = if format == "csv" {
            "a row for each item of a sale line"
        } else {
            "an object for each sale line"
        };
        writeln!(text, "\n{}, as {}: {rows}", name(layout.template)?, format.as_str().unwrap_or_default())?;
        for column in layout.columns {
            let name = match column.inside {
                Inside::Top => column.name.to_owned(),
                Inside::Object(object) => format!("{object}.{}", column.name),
                Inside::List(list, nth) => format!("{list}[{nth}].{}", column.name),
                Inside::Items(list) => format!("{list}[].{}", column.name),
            };
            writeln!(text, "  {name:<42}{}", column.of.words())?;
        }
    }
    print(&text)?;
    Ok(Answer::Ready)
}
