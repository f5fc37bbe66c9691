//! The payload as NDJSON: one object a line, its keys in the columns' order. What is absent is `null`; amounts are
//! strings, because a JSON number is read as floating point by most; integers and booleans are themselves.

use super::cells::Cells;
use crate::fields::text::put;
use crate::sale_line::{COLUMNS, PayloadKind};

pub fn line(cells: &Cells, out: &mut Vec<u8>) {
    for (at, column) in COLUMNS.iter().enumerate() {
        out.push(if at == 0 { b'{' } else { b',' });
        key(column.name, out);
        let cell = cells.get(at);
        match column.kind {
            _ if cell.is_empty() => out.extend_from_slice(b"null"),
            PayloadKind::Boolean | PayloadKind::Integer => put(cell, out),
            _ => string(cell, out),
        }
    }
    out.extend_from_slice(b"}\n");
}

/// Our names and theirs are plain letters.
pub fn key(name: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    put(name.as_bytes(), out);
    out.extend_from_slice(b"\":");
}

/// As `JSON.stringify` and serde_json write it.
pub fn string(text: &[u8], out: &mut Vec<u8>) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    out.push(b'"');
    for &byte in text {
        match byte {
            b'"' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            0x08 => out.extend_from_slice(b"\\b"),
            0x0C => out.extend_from_slice(b"\\f"),
            0..0x20 => {
                let digits = [HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]];
                out.extend_from_slice(b"\\u00");
                out.extend_from_slice(&digits);
            }
            _ => out.push(byte),
        }
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_those_of_serde() {
        let every: String =
            (0..0x250).filter_map(char::from_u32).chain("\u{2028}\u{1F4E6}".chars()).collect();
        let mut ours = Vec::new();
        string(every.as_bytes(), &mut ours);
        assert_eq!(String::from_utf8(ours).unwrap(), serde_json::to_string(&every).unwrap());
    }
}
