//! Files for the tests: reports of made-up people at example.com, damaged ones, and large ones.

use anyhow::Result;
use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// The 48 columns of Amazon Fulfilled Shipments with the buyer's data, in order.
const COLUMNS: &str = "amazon-order-id merchant-order-id shipment-id shipment-item-id amazon-order-item-id \
    merchant-order-item-id purchase-date payments-date shipment-date reporting-date buyer-email buyer-name \
    buyer-phone-number sku product-name quantity-shipped currency item-price item-tax shipping-price \
    shipping-tax gift-wrap-price gift-wrap-tax ship-service-level recipient-name ship-address-1 ship-address-2 \
    ship-address-3 ship-city ship-state ship-postal-code ship-country ship-phone-number bill-address-1 \
    bill-address-2 bill-address-3 bill-city bill-state bill-postal-code bill-country item-promotion-discount \
    ship-promotion-discount carrier tracking-number estimated-arrival-date fulfillment-center-id \
    fulfillment-channel sales-channel";

const PLACES: [(&str, &str, &str); 6] = [
    ("Seattle", "WA", "98101"),
    ("Austin", "TX", "78701"),
    ("Albany", "NY", "12207"),
    ("Denver", "CO", "80202"),
    ("Boise", "ID", "83702"),
    ("Newark", "NJ", "07102"),
];

/// A word that stands only in cells that stay, so it must be nowhere in what leaves.
pub const PRIVATE: &str = "Quincy Canarywood";

/// A report of Amazon Fulfilled Shipments, as a table that tests can damage.
#[derive(Clone)]
pub struct Report(Vec<Vec<String>>);

impl Report {
    /// A report with nothing wrong in it.
    pub fn good(records: usize) -> Report {
        let columns: Vec<_> = COLUMNS.split_whitespace().collect();
        let header = columns.iter().map(|column| column.to_string()).collect();
        let rows = (0..records).map(|i| columns.iter().map(|column| cell(column, i)).collect());
        Report(std::iter::once(header).chain(rows).collect())
    }

    /// Writes `text` into one cell. Records are numbered as the outcome does: the header is 1.
    pub fn set(mut self, record: usize, column: &str, text: &str) -> Report {
        let index = self.0[0].iter().position(|name| name == column).expect("a column of the report");
        self.0[record - 1][index] = text.to_owned();
        self
    }

    pub fn text(&self) -> String {
        self.0.iter().map(|cells| cells.join("\t") + "\r\n").collect()
    }

    pub fn write(&self, folder: &Path, name: &str) -> Result<PathBuf> {
        write(folder, name, self.text())
    }
}

/// What stands in a column of the `i`th record.
fn cell(column: &str, i: usize) -> String {
    let (city, state, zip) = PLACES[i % PLACES.len()];
    let day = i % 28 + 1;
    match column {
        "amazon-order-id" => format!("112-{:07}-{:07}", i / 10_000_000 + 4_000_001, i % 10_000_000),
        "shipment-id" => format!("Dml{i:06}"),
        "shipment-item-id" => format!("Dwk{i:06}"),
        "amazon-order-item-id" => format!("{:014}", 7_664_457_000_000_usize + i),
        "purchase-date" | "payments-date" => format!("2026-08-{day:02}T18:53:56+00:00"),
        "shipment-date" | "reporting-date" => format!("2026-08-{day:02}T23:10:05+00:00"),
        "buyer-email" => format!("buyer{i}@example.com"),
        "buyer-name" | "recipient-name" => PRIVATE.to_owned(),
        "sku" => format!("MUG-{:03}", i % 40),
        "product-name" => "Mug, \"large\", white".to_owned(),
        "quantity-shipped" => (i % 3 + 1).to_string(),
        "currency" => "USD".to_owned(),
        "item-price" => format!("{}.99", i % 90 + 10),
        "item-tax" => format!("1.{:02}", i % 100),
        "shipping-price" | "shipping-tax" | "gift-wrap-price" | "gift-wrap-tax" => "0.00".to_owned(),
        "ship-service-level" => "Standard".to_owned(),
        "ship-address-1" => format!("{} Sample Street", i % 900 + 1),
        "ship-city" => city.to_owned(),
        "ship-state" => state.to_owned(),
        "ship-postal-code" => zip.to_owned(),
        "ship-country" => "US".to_owned(),
        "item-promotion-discount" | "ship-promotion-discount" => "0.00".to_owned(),
        "carrier" => "AMZN_US".to_owned(),
        "tracking-number" => format!("TBA{i:012}"),
        "fulfillment-center-id" => "BFI4".to_owned(),
        "fulfillment-channel" => "AFN".to_owned(),
        "sales-channel" => "Amazon.com".to_owned(),
        _ => String::new(),
    }
}

pub fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> Result<PathBuf> {
    let path = folder.join(name);
    fs::write(&path, bytes)?;
    Ok(path)
}

/// A report of at least `bytes`, the same thousand sales over and over: long to read, quick to write.
pub fn large(folder: &Path, name: &str, bytes: usize) -> Result<PathBuf> {
    let text = Report::good(1000).text();
    let (header, rows) = text.split_at(text.find('\n').expect("a header") + 1);
    let path = folder.join(name);
    let mut file = BufWriter::new(fs::File::create(&path)?);
    file.write_all(header.as_bytes())?;
    for _ in 0..bytes.div_ceil(rows.len()) {
        file.write_all(rows.as_bytes())?;
    }
    file.flush()?;
    Ok(path)
}

/// A file of 3 GB that takes no room on the disk.
pub fn sparse(folder: &Path, name: &str) -> Result<PathBuf> {
    let path = folder.join(name);
    fs::File::create(&path)?.set_len(3 << 30)?;
    Ok(path)
}

/// A settlement report: a real report of Amazon's, and no use for tax.
pub fn settlement(folder: &Path) -> Result<PathBuf> {
    let header = "settlement-id settlement-start-date settlement-end-date deposit-date total-amount currency \
        transaction-type order-id merchant-order-id adjustment-id shipment-id marketplace-name amount-type \
        amount-description amount fulfillment-id posted-date posted-date-time order-item-code \
        merchant-order-item-id merchant-adjustment-item-id sku quantity-purchased promotion-id";
    let columns: Vec<_> = header.split_whitespace().collect();
    let totals = format!("19000000001\t2026-08-01\t2026-08-15\t2026-08-17\t120.00\tUSD{}", "\t".repeat(18));
    write(folder, "settlement.txt", format!("{}\r\n{totals}\r\n", columns.join("\t")))
}

/// Files that are no report, or hardly: a name that ends as a report's does, and the bytes.
pub fn bad_files() -> Vec<(&'static str, Vec<u8>)> {
    let good = Report::good(3).text();
    let header = Report::good(0).text();
    let mut cut_off = good.clone();
    cut_off.truncate(good.len() - 260);
    vec![
        ("empty.txt", Vec::new()),
        ("header-only.txt", header.into_bytes()),
        ("pdf.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n".to_vec()),
        (
            "png.txt",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89".to_vec(),
        ),
        (
            "zip.txt",
            b"PK\x03\x04\x14\0\0\0\x08\0\0\0!\0\0\0\0\0\0\0\0\0\0\0\0\0\x0b\0\0\0content.xml".to_vec(),
        ),
        (
            "html.txt",
            b"<!DOCTYPE html>\n<html><head><title>Amazon Sign-In</title></head><body></body></html>\n"
                .to_vec(),
        ),
        ("nul.txt", good.replacen("Mug", "M\0g", 1).into_bytes()),
        ("cut-off.txt", cut_off.into_bytes()),
        ("one-line.txt", vec![b'x'; 10 << 20]),
    ]
}
