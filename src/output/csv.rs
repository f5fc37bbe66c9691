//! The payload as CSV: comma, LF, quotes only where a cell needs them (RFC 4180 but for the line end).
//!
//! Made for machines, so no cell is changed against spreadsheet formulas: a leading `-` is a refund, not an attack.

use super::line::Line;
use crate::fields::{Amount, Country, PostalCode, State, text::put};
use crate::sale_line::{COLUMNS, Collector, Fulfiller, SaleLine, TransactionType};
use std::ops::Range;

/// The header line.
pub fn header(out: &mut Vec<u8>) {
    for (index, column) in COLUMNS.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        out.extend_from_slice(column.name.as_bytes());
    }
    out.push(b'\n');
}

/// One sale line. `plus4` writes the last four digits of a ZIP+4 too. Gives where in it the sale stands: all but the
/// line's id and its record.
pub fn line(line: &SaleLine<'_>, plus4: bool, out: &mut Line) -> Range<usize> {
    out.hexadecimal(line.identity);
    if line.occurrence > 1 {
        // From the second equal line on, its number.
        out.word(b"-");
        out.integer(u64::from(line.occurrence));
    }
    let start = out.length();
    out.word(b",");
    out.put(line.order_id);
    out.word(b",");
    out.cell(line.shipment_id);
    match line.transaction_type {
        TransactionType::Sale => out.word(b",sale,"),
        TransactionType::Refund => out.word(b",refund,"),
    }
    if let Some(date) = &line.ordered_at {
        out.date(date);
    }
    out.word(b",");
    if let Some(date) = &line.shipped_at {
        out.date(date);
    }
    out.word(b",");
    out.day(&line.tax_date);
    out.word(b",");
    out.cell(line.sales_channel);
    match line.marketplace {
        true => out.word(b",true,"),
        false => out.word(b",false,"),
    }
    match line.fulfilled_by {
        Some(Fulfiller::Amazon) => out.word(b"amazon,"),
        Some(Fulfiller::Seller) => out.word(b"seller,"),
        None => out.word(b","),
    }
    match line.tax_collected_by {
        Collector::Marketplace => out.word(b"marketplace,"),
        Collector::Seller => out.word(b"seller,"),
        Collector::Unknown => out.word(b"unknown,"),
    }
    out.cell(line.sku);
    out.word(b",");
    if let Some(quantity) = line.quantity {
        out.integer(u64::from(quantity));
    }
    amounts(line, out);
    place(line, plus4, out);
    let end = out.length();
    out.integer(line.source_record);
    out.word(b"\n");
    start..end
}

fn amounts(line: &SaleLine<'_>, out: &mut Line) {
    let digits = line.currency.map_or(2, |currency| currency.digits());
    match line.currency.map(|currency| currency.code()) {
        Some([a, b, c]) => out.word(&[b',', a, b, c, b',']),
        None => out.word(b",,"),
    }
    for amount in line.amounts.in_order() {
        match amount {
            // So many are nothing that it is worth a case of its own.
            Some(Amount(0)) if digits == 2 => out.word(b"0.00,"),
            Some(Amount(units)) => {
                out.amount(units, digits);
                out.word(b",");
            }
            None => out.word(b","),
        }
    }
}

fn place(line: &SaleLine<'_>, plus4: bool, out: &mut Line) {
    out.cell(line.city);
    match line.state {
        Some(State([a, b])) => out.word(&[b',', a, b, b',']),
        None => {
            out.word(b",");
            out.cell(line.foreign_state);
            out.word(b",");
        }
    }
    match line.postal_code {
        Some(PostalCode::Zip { five, four }) => {
            out.word(&five);
            if let Some(four) = four.filter(|_| plus4) {
                out.word(b"-");
                out.word(&four);
            }
        }
        Some(PostalCode::Foreign(text)) => out.cell(text),
        None => {}
    }
    match line.country {
        Some(Country([a, b])) => out.word(&[b',', a, b, b',']),
        None => out.word(b",,"),
    }
    out.cell(line.ship_from_code);
    match line.ship_from_state {
        Some(State([a, b])) => out.word(&[b',', a, b, b',']),
        None => out.word(b",,"),
    }
}

/// A cell that a spreadsheet shows as it is: what it would take for a formula is marked as text, unless it is a number
/// or a date.
pub fn cell_for_people(text: &[u8], out: &mut Vec<u8>) {
    if !is_formula(text) {
        return cell(text, out);
    }
    let marked: Vec<u8> = [b"'", text].concat();
    cell(&marked, out);
}

/// Begins as a formula does (OWASP, CSV injection), and is no number.
pub fn is_formula(text: &[u8]) -> bool {
    match text {
        [b'=' | b'@' | b'\t' | b'\r', ..] => true,
        [b'+' | b'-', rest @ ..] => {
            let is_number = rest.iter().any(u8::is_ascii_digit)
                && rest.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
            !is_number
        }
        _ => false,
    }
}

pub(super) fn cell(text: &[u8], out: &mut Vec<u8>) {
    // Letters and digits all come after the comma: one comparison settles most bytes.
    if !text.iter().any(|&byte| byte <= b',' && matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
        return put(text, out);
    }
    out.push(b'"');
    for &byte in text {
        if byte == b'"' {
            out.push(b'"');
        }
        out.push(byte);
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_no_number_is_marked_for_people() {
        let written = |cell: &str| {
            let mut out = Vec::new();
            cell_for_people(cell.as_bytes(), &mut out);
            String::from_utf8(out).unwrap()
        };
        for harmless in ["-5.00", "+5", "-12", "MUG-1", "2026-01-31", "", "a=b", "-6.24"] {
            assert_eq!(written(harmless), harmless);
        }
        for (formula, marked) in [
            ("=1+1", "'=1+1"),
            ("-", "'-"),
            ("-.", "'-."),
            ("-1-1", "'-1-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\ttab", "'\ttab"),
            ("=A1,\"x\"", "\"'=A1,\"\"x\"\"\""),
        ] {
            assert_eq!(written(formula), marked);
        }
    }
}
