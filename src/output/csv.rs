//! The payload as CSV: comma, LF, quotes only where a cell needs them (RFC 4180 but for the line end).
//!
//! Made for machines, so no cell is changed against spreadsheet formulas: a leading `-` is a refund, not an attack.

use crate::fields::{PostalCode, amount, text::put};
use crate::sale_line::{COLUMNS, Fulfiller, SaleLine, TransactionType};

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

/// One sale line. `plus4` writes the last four digits of a ZIP+4 too.
pub fn line(line: &SaleLine<'_>, plus4: bool, out: &mut Vec<u8>) {
    line_id(line, out);
    out.push(b',');
    put(line.order_id, out);
    out.push(b',');
    cell(line.shipment_id, out);
    out.extend_from_slice(match line.transaction_type {
        TransactionType::Sale => b",sale,".as_slice(),
        TransactionType::Refund => b",refund,",
    });
    if let Some(date) = line.ordered_at {
        date.write(out);
    }
    out.push(b',');
    if let Some(date) = line.shipped_at {
        date.write(out);
    }
    out.push(b',');
    line.tax_date.write_day(out);
    out.push(b',');
    cell(line.sales_channel, out);
    out.extend_from_slice(if line.marketplace { b",true," } else { b",false," });
    out.extend_from_slice(match line.fulfilled_by {
        Some(Fulfiller::Amazon) => b"amazon",
        Some(Fulfiller::Seller) => b"seller",
        None => b"",
    });
    out.push(b',');
    out.extend_from_slice(line.tax_collected_by.name().as_bytes());
    out.push(b',');
    cell(line.sku, out);
    out.push(b',');
    if let Some(quantity) = line.quantity {
        integer(u64::from(quantity), out);
    }
    amounts(line, out);
    place(line, plus4, out);
    integer(line.source_record, out);
    out.push(b'\n');
}

fn amounts(line: &SaleLine<'_>, out: &mut Vec<u8>) {
    out.push(b',');
    let digits = line.currency.map_or(2, |currency| currency.digits());
    if let Some(currency) = line.currency {
        out.extend_from_slice(&currency.code());
    }
    for amount in line.amounts.in_order() {
        out.push(b',');
        if let Some(units) = amount {
            amount::write(i128::from(units.0), digits, out);
        }
    }
}

fn place(line: &SaleLine<'_>, plus4: bool, out: &mut Vec<u8>) {
    out.push(b',');
    cell(line.city, out);
    out.push(b',');
    match line.state {
        Some(state) => out.extend_from_slice(&state.0),
        None => cell(line.foreign_state, out),
    }
    out.push(b',');
    match line.postal_code {
        Some(PostalCode::Zip { five, four }) => {
            out.extend_from_slice(&five);
            if let Some(four) = four.filter(|_| plus4) {
                out.push(b'-');
                out.extend_from_slice(&four);
            }
        }
        Some(PostalCode::Foreign(text)) => cell(text, out),
        None => {}
    }
    out.push(b',');
    if let Some(country) = line.country {
        out.extend_from_slice(&country.0);
    }
    out.push(b',');
    cell(line.ship_from_code, out);
    out.push(b',');
    if let Some(state) = line.ship_from_state {
        out.extend_from_slice(&state.0);
    }
    out.push(b',');
}

/// 32 hexadecimal digits; from the second equal line on, its number behind a hyphen.
fn line_id(line: &SaleLine<'_>, out: &mut Vec<u8>) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut digits = [0; 32];
    for (pair, byte) in digits.as_chunks_mut::<2>().0.iter_mut().zip(line.identity.to_be_bytes()) {
        *pair = [HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]];
    }
    out.extend_from_slice(&digits);
    if line.occurrence > 1 {
        out.push(b'-');
        integer(u64::from(line.occurrence), out);
    }
}

fn integer(mut number: u64, out: &mut Vec<u8>) {
    let mut buffer = [b'0'; 20];
    let mut at = buffer.len();
    loop {
        at -= 1;
        buffer[at] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    put(&buffer[at..], out);
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
