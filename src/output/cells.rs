//! The cells of a sale line as CSV has them: what is written instead of CSV (NDJSON, a template, a file for people) is
//! made from these, so that every form says the same as the canonical line.

use super::csv;
use crate::fields::text::put;
use crate::sale_line::COLUMNS;

/// One line, taken apart. Kept for its memory.
#[derive(Clone, Debug, Default)]
pub struct Cells {
    text: Vec<u8>,
    ends: Vec<usize>,
}

impl Cells {
    /// Takes apart a line that [`csv::line`] wrote.
    pub fn read(&mut self, mut line: &[u8]) {
        self.text.clear();
        self.ends.clear();
        while !line.is_empty() {
            line = self.cell(line);
        }
    }

    /// The first cell of the rest; gives what stands behind it and its separator.
    fn cell<'a>(&mut self, line: &'a [u8]) -> &'a [u8] {
        let mut rest = line;
        if let [b'"', quoted @ ..] = line {
            rest = quoted;
            while let Some(at) = memchr::memchr(b'"', rest) {
                let (before, behind) = rest.split_at(at);
                put(before, &mut self.text);
                match behind {
                    [b'"', b'"', more @ ..] => {
                        self.text.push(b'"');
                        rest = more;
                    }
                    [_, more @ ..] => {
                        rest = more;
                        break;
                    }
                    [] => break,
                }
            }
        }
        let at = memchr::memchr2(b',', b'\n', rest).unwrap_or(rest.len());
        let (cell, behind) = rest.split_at(at);
        put(cell, &mut self.text);
        self.ends.push(self.text.len());
        behind.get(1..).unwrap_or_default()
    }

    /// Empty where there is nothing.
    pub fn get(&self, column: usize) -> &[u8] {
        let start = column.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(column).copied().unwrap_or(start);
        self.text.get(start..end).unwrap_or_default()
    }
}

/// The place of one of our columns. A name that is not ours does not compile.
pub const fn place(name: &str) -> usize {
    let mut at = 0;
    while at < COLUMNS.len() {
        if is_same(COLUMNS[at].name.as_bytes(), name.as_bytes()) {
            return at;
        }
        at += 1;
    }
    panic!("the payload has no such column")
}

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// The header for people: with a byte order mark, without which Excel takes UTF-8 for something else.
pub fn header_for_people(out: &mut Vec<u8>) {
    out.extend_from_slice("\u{FEFF}".as_bytes());
    csv::header(out);
}

/// The line for people: our columns as they are, but for formulas.
pub fn line_for_people(cells: &Cells, out: &mut Vec<u8>) {
    for column in 0..COLUMNS.len() {
        if column > 0 {
            out.push(b',');
        }
        csv::cell_for_people(cells.get(column), out);
    }
    out.push(b'\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_cells_come_out_as_they_went_in() {
        let texts: [&[u8]; 7] =
            [b"", b"plain", b"a,b", b"1/2\" wide", b"\"", b"two\nlines\r", "Zürich, \"ZH\"".as_bytes()];
        let mut line = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            if at > 0 {
                line.push(b',');
            }
            csv::cell(text, &mut line);
        }
        line.push(b'\n');
        let mut cells = Cells::default();
        cells.read(&line);
        for (at, text) in texts.iter().enumerate() {
            assert_eq!(cells.get(at), *text);
        }
        assert_eq!(cells.get(texts.len()), b"");
    }
}
