//! A table as Markdown: what is printed, and what the README shows between its markers.

use anyhow::{Context, Result};
use std::fmt::{self, Display, Formatter};
use std::fs;
use std::path::Path;

pub struct Table {
    /// In the README it stands between `<!-- bench NAME -->` and `<!-- end of bench NAME -->`.
    name: String,
    title: String,
    rows: Vec<Vec<String>>,
    notes: Vec<String>,
}

impl Table {
    pub fn new(flag: &str, title: String, columns: &[&str]) -> Table {
        let head = columns.iter().map(|column| (*column).to_owned()).collect();
        Table { name: flag.trim_start_matches('-').to_owned(), title, rows: vec![head], notes: vec![] }
    }

    pub fn row(&mut self, cells: impl Into<Vec<String>>) {
        self.rows.push(cells.into());
    }

    pub fn note(&mut self, note: String) {
        self.notes.push(note);
    }

    /// Puts the table where the README wants it. False where it has no such place.
    pub fn write_to(&self, readme: &Path) -> Result<bool> {
        let text =
            fs::read_to_string(readme).with_context(|| format!("{} cannot be read", readme.display()))?;
        let markers =
            [format!("<!-- bench {} -->", self.name), format!("<!-- end of bench {} -->", self.name)];
        let [begin, end] = markers.each_ref().map(|marker| text.find(marker.as_str()));
        let (Some(begin), Some(end)) = (begin, end) else { return Ok(false) };
        let begin = begin + markers[0].len();
        let whole = format!("{}\n{self}{}", &text[..begin], &text[end..]);
        fs::write(readme, whole)?;
        Ok(true)
    }
}

impl Display for Table {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}. Medians, [least, most]:\n", self.title)?;
        let width =
            |column: usize| self.rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..self.rows[0].len()).map(width).collect();
        for (at, row) in self.rows.iter().enumerate() {
            for (cell, width) in row.iter().zip(&widths) {
                write!(f, "| {cell:width$} ")?;
            }
            writeln!(f, "|")?;
            if at == 0 {
                let lines: Vec<_> = widths.iter().map(|width| "-".repeat(*width + 2)).collect();
                writeln!(f, "|{}|", lines.join("|"))?;
            }
        }
        if !self.notes.is_empty() {
            writeln!(f)?;
        }
        self.notes.iter().try_for_each(|note| writeln!(f, "- {note}"))
    }
}
