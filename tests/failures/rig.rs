//! Small clean reports to damage, and what a check of them says.

use crate::common::{Checked, check_batch, options};
use crate::generator::FULFILLED_SHIPMENTS;
use report_preflight::outcome::Verdict;
use report_preflight::{Options, SourceOptions, catalogue};
use std::collections::BTreeMap;

/// A report before it is written. Records are numbered as findings number them: the first is 2.
#[derive(Clone)]
pub struct Report {
    pub header: Vec<String>,
    pub records: Vec<Vec<String>>,
    pub above: String,
    delimiter: &'static str,
    quoted: bool,
    line_end: &'static str,
}

impl Report {
    pub fn new(columns: &[&str], first: &[(&str, &str)]) -> Report {
        let report = Report {
            header: columns.iter().map(|&column| column.to_owned()).collect(),
            records: vec![vec![String::new(); columns.len()]],
            above: String::new(),
            delimiter: "\t",
            quoted: false,
            line_end: "\n",
        };
        first.iter().fold(report, |report, (column, value)| report.set(2, column, value))
    }

    pub fn at(&self, column: &str) -> usize {
        self.header.iter().position(|name| name == column).unwrap_or_else(|| panic!("no column {column}"))
    }

    pub fn set(mut self, record: usize, column: &str, value: &str) -> Report {
        let at = self.at(column);
        self.records[record - 2][at] = value.to_owned();
        self
    }

    pub fn set_all(self, column: &str, value: &str) -> Report {
        (2..2 + self.records.len()).fold(self, |report, record| report.set(record, column, value))
    }

    /// One value for each record, from the first.
    pub fn set_each(self, column: &str, values: &[&str]) -> Report {
        assert_eq!(values.len(), self.records.len(), "a value for each record");
        (2..).zip(values).fold(self, |report, (record, value)| report.set(record, column, value))
    }

    /// A further record, like the first but for these cells.
    pub fn and(mut self, changes: &[(&str, &str)]) -> Report {
        self.records.push(self.records[0].clone());
        let record = self.records.len() + 1;
        changes.iter().fold(self, |report, (column, value)| report.set(record, column, value))
    }

    /// Only these records.
    pub fn only(&self, records: &[usize]) -> Report {
        Report {
            records: records.iter().map(|record| self.records[record - 2].clone()).collect(),
            ..self.clone()
        }
    }

    /// Other records in their place.
    pub fn with(self, records: Vec<Vec<String>>) -> Report {
        Report { records, ..self }
    }

    pub fn commas(self) -> Report {
        Report { delimiter: ",", quoted: true, ..self }
    }
    pub fn semicolons(self) -> Report {
        Report { delimiter: ";", quoted: true, ..self }
    }
    pub fn pipes(self) -> Report {
        Report { delimiter: "|", quoted: true, ..self }
    }
    pub fn quoted_tabs(self) -> Report {
        Report { quoted: true, ..self }
    }
    pub fn below(self, above: &str) -> Report {
        Report { above: above.to_owned(), ..self }
    }

    pub fn ending(self, line_end: &'static str) -> Report {
        Report { line_end, ..self }
    }

    fn line(&self, cells: &[String]) -> String {
        let cell = |cell: &String| match self.quoted {
            true => format!("\"{}\"", cell.replace('"', "\"\"")),
            false => cell.clone(),
        };
        cells.iter().map(cell).collect::<Vec<_>>().join(self.delimiter)
    }

    /// The header line and a line for each record.
    pub fn lines(&self) -> Vec<String> {
        std::iter::once(&self.header).chain(&self.records).map(|cells| self.line(cells)).collect()
    }

    pub fn text(&self) -> String {
        self.above.clone()
            + &self.lines().iter().map(|line| format!("{line}{}", self.line_end)).collect::<String>()
    }

    pub fn answer(&self) -> Answer {
        answer(self.text().as_bytes())
    }
}

/// What a check said; and the sale lines, those of a report with rejected records too.
pub struct Answer {
    pub checked: Checked,
    pub payload: String,
}

pub fn answer(bytes: &[u8]) -> Answer {
    answer_with(bytes, |_, _| {})
}

pub fn answer_with(bytes: &[u8], ask: impl Fn(&mut Options, &mut SourceOptions)) -> Answer {
    let mut asked = options("report.txt");
    ask(&mut asked.options, &mut asked.about);
    answers(&[(asked.about, bytes.to_vec())], &asked.options)
}

/// Several files, `a`, `b` and so on.
pub fn answer_to_files(files: &[&Report]) -> Answer {
    let sources: Vec<_> =
        ('a'..).zip(files).map(|(name, file)| named(&name.to_string(), &file.text())).collect();
    answers(&sources, &options("").options)
}

pub fn named(name: &str, text: &str) -> (SourceOptions, Vec<u8>) {
    (SourceOptions { name: Some(name.to_owned()), ..SourceOptions::default() }, text.as_bytes().to_vec())
}

pub fn answers(sources: &[(SourceOptions, Vec<u8>)], options: &Options) -> Answer {
    let check = |leave_out_rejected, size: usize| {
        let options = Options { leave_out_rejected, ..options.clone() };
        check_batch(sources.iter().map(|(about, bytes)| (about.clone(), bytes.chunks(size))), options)
    };
    let checked = check(false, usize::MAX);
    let lenient = check(true, 65_536);
    // The first law.
    for ledger in checked.outcome.sources.iter().map(|source| source.ledger).chain([checked.outcome.ledger]) {
        assert_eq!(
            ledger.read(),
            ledger.accepted() + ledger.repaired() + ledger.rejected() + ledger.set_aside()
        );
    }
    assert_eq!(checked.outcome.ledger, lenient.outcome.ledger);
    let payload = String::from_utf8(lenient.payload).expect("a payload is UTF-8");
    let answer = Answer { checked, payload };
    if lenient.outcome.manifest.is_some() {
        assert_eq!(answer.sales().len() as u64, answer.checked.outcome.ledger.lines());
    }
    if answer.checked.outcome.ledger.rejected() > 0 {
        assert!(answer.checked.outcome.manifest.is_none(), "a rejected record holds the payload back");
    }
    answer
}

impl Answer {
    pub fn verdict(&self) -> Verdict {
        self.checked.outcome.verdict
    }

    /// Read, accepted, repaired, rejected, set aside.
    pub fn ledger(&self) -> [u64; 5] {
        let ledger = self.checked.outcome.ledger;
        [ledger.read(), ledger.accepted(), ledger.repaired(), ledger.rejected(), ledger.set_aside()]
    }

    pub fn format(&self) -> &report_preflight::outcome::Format {
        self.checked.outcome.sources[0].format.as_ref().expect("a report that was read")
    }

    pub fn family(&self) -> &'static str {
        self.checked.outcome.sources[0].report.family
    }

    pub fn sales(&self) -> Vec<BTreeMap<String, String>> {
        let mut reader = csv::Reader::from_reader(self.payload.as_bytes());
        reader.deserialize().map(|line| line.expect("a sale line")).collect()
    }

    /// A column of the payload.
    pub fn column(&self, name: &str) -> Vec<String> {
        self.sales().iter().map(|sale| sale[name].clone()).collect()
    }

    /// What was sold for, in cents.
    pub fn cents(&self) -> i64 {
        self.column("item_amount").iter().map(|amount| cents(amount)).sum()
    }

    pub fn count(&self, code: &str) -> u64 {
        assert!(catalogue::codes().any(|known| known.slug == code), "there is no code {code}");
        let findings = self.checked.outcome.findings.iter().map(|found| (found.code, found.count));
        let repairs = self.checked.outcome.repairs.iter().map(|made| (made.code, made.count));
        findings.chain(repairs).filter(|(slug, _)| *slug == code).map(|(_, count)| count).sum()
    }

    /// The records where it was found.
    pub fn records(&self, code: &str) -> Vec<u64> {
        assert!(catalogue::codes().any(|known| known.slug == code), "there is no code {code}");
        let findings = self.checked.outcome.findings.iter().filter(|found| found.code == code);
        let repairs = self.checked.outcome.repairs.iter().filter(|made| made.code == code);
        let found = findings.flat_map(|found| &found.places).map(|place| place.record);
        found.chain(repairs.flat_map(|made| &made.places).map(|made| made.place.record)).flatten().collect()
    }

    /// Every code, but for those that say only that a spreadsheet was used.
    pub fn codes(&self) -> Vec<&'static str> {
        let mut codes = self.checked.codes();
        codes.retain(|code| *code != "opened-in-a-spreadsheet");
        codes
    }

    /// The one record is rejected for this, and all others are as if it were not there.
    pub fn rejects_only(&self, record: u64, code: &str) {
        assert_eq!(self.records(code), [record], "{code}: {:?}", self.codes());
        assert_eq!(self.ledger()[3], 1, "{:?}", self.codes());
        assert_eq!(self.verdict(), Verdict::NeedsFixing);
        assert!(!self.column("source_record").contains(&record.to_string()));
    }
}

pub fn cents(amount: &str) -> i64 {
    amount.replace('.', "").parse().unwrap_or_else(|_| panic!("{amount} is not an amount"))
}

/// What the code tells the seller to do is to download the report again.
pub fn sends_to_download(code: &str) {
    let code = catalogue::codes().find(|known| known.slug == code).expect("a code");
    assert!(code.fix.to_lowercase().contains("download the report again"), "{}: {}", code.slug, code.fix);
}

/// Three sales of 39.98, 1081.98 and 4.50.
pub fn fulfilled() -> Report {
    Report::new(
        &FULFILLED_SHIPMENTS,
        &[
            ("amazon-order-id", "111-1111111-1111111"),
            ("shipment-id", "DmlbKXMt1"),
            ("shipment-item-id", "DwKtkVVp1"),
            ("amazon-order-item-id", "07664457044541"),
            ("purchase-date", "2026-03-10T08:00:00+00:00"),
            ("payments-date", "2026-03-10T08:00:00+00:00"),
            ("shipment-date", "2026-03-12T18:53:56+00:00"),
            ("reporting-date", "2026-03-12T20:00:00+00:00"),
            ("buyer-email", "robin@example.com"),
            ("buyer-name", "Robin Sample"),
            ("sku", "MUG-1"),
            ("product-name", "Mug"),
            ("quantity-shipped", "2"),
            ("currency", "USD"),
            ("item-price", "39.98"),
            ("item-tax", "3.56"),
            ("recipient-name", "Robin Sample"),
            ("ship-address-1", "1 Example Street"),
            ("ship-city", "Seattle"),
            ("ship-state", "WA"),
            ("ship-postal-code", "98101"),
            ("ship-country", "US"),
            ("carrier", "UPS"),
            ("tracking-number", "1ZEXAMPLE0000000001"),
            ("estimated-arrival-date", "2026-03-15T20:00:00+00:00"),
            ("fulfillment-center-id", "ABE2"),
            ("fulfillment-channel", "AFN"),
            ("sales-channel", "Amazon.com"),
        ],
    )
    .and(&[
        ("amazon-order-id", "112-2222222-2222222"),
        ("shipment-id", "DmlbKXMt2"),
        ("shipment-item-id", "DwKtkVVp2"),
        ("amazon-order-item-id", "07664457044542"),
        ("purchase-date", "2026-03-14T08:00:00+00:00"),
        ("shipment-date", "2026-03-15T18:53:56+00:00"),
        ("sku", "LAMP-2"),
        ("quantity-shipped", "1"),
        ("item-price", "1081.98"),
        ("item-tax", "68.71"),
        ("ship-city", "New Haven"),
        ("ship-state", "CT"),
        ("ship-postal-code", "06513"),
        ("tracking-number", "1ZEXAMPLE0000000002"),
    ])
    .and(&[
        ("amazon-order-id", "113-3333333-3333333"),
        ("shipment-id", "DmlbKXMt3"),
        ("shipment-item-id", "DwKtkVVp3"),
        ("amazon-order-item-id", "07664457044543"),
        ("purchase-date", "2026-03-30T08:00:00+00:00"),
        ("shipment-date", "2026-03-31T23:30:00-07:00"),
        ("sku", "PEN-3"),
        ("quantity-shipped", "1"),
        ("item-price", "4.50"),
        ("item-tax", "0.37"),
        ("ship-city", "Austin"),
        ("ship-state", "TX"),
        ("ship-postal-code", "78701"),
        ("tracking-number", "1ZEXAMPLE0000000003"),
    ])
}

pub const SOLD: i64 = 3998 + 108_198 + 450;

/// What the clean report of [`fulfilled`] comes to.
pub fn clean() -> Answer {
    let clean = fulfilled().answer();
    assert_eq!(clean.verdict(), Verdict::Ready, "{:?}", clean.codes());
    assert_eq!((clean.ledger(), clean.cents()), ([3, 3, 0, 0, 0], SOLD));
    clean
}

pub fn all_orders() -> Report {
    Report::new(
        &[
            "amazon-order-id",
            "merchant-order-id",
            "purchase-date",
            "last-updated-date",
            "order-status",
            "fulfillment-channel",
            "sales-channel",
            "order-channel",
            "ship-service-level",
            "product-name",
            "sku",
            "asin",
            "item-status",
            "quantity",
            "currency",
            "item-price",
            "item-tax",
            "shipping-price",
            "shipping-tax",
            "gift-wrap-price",
            "gift-wrap-tax",
            "item-promotion-discount",
            "ship-promotion-discount",
            "ship-city",
            "ship-state",
            "ship-postal-code",
            "ship-country",
            "promotion-ids",
            "is-business-order",
            "purchase-order-number",
            "price-designation",
        ],
        &[
            ("amazon-order-id", "114-2020202-3030303"),
            ("purchase-date", "2026-03-12T08:15:30+00:00"),
            ("last-updated-date", "2026-03-14T01:00:00+00:00"),
            ("order-status", "Shipped"),
            ("fulfillment-channel", "Amazon"),
            ("sales-channel", "Amazon.com"),
            ("product-name", "Notebook"),
            ("sku", "NB-A5"),
            ("asin", "B0EXAMPLE1"),
            ("item-status", "Shipped"),
            ("quantity", "3"),
            ("currency", "USD"),
            ("item-price", "23.97"),
            ("item-tax", "1.98"),
            ("ship-city", "Austin"),
            ("ship-state", "TX"),
            ("ship-postal-code", "78701"),
            ("ship-country", "US"),
            ("is-business-order", "false"),
        ],
    )
}

pub fn order_report() -> Report {
    Report::new(
        &[
            "order-id",
            "order-item-id",
            "purchase-date",
            "payments-date",
            "buyer-email",
            "buyer-name",
            "sku",
            "product-name",
            "quantity-purchased",
            "currency",
            "item-price",
            "item-tax",
            "shipping-price",
            "shipping-tax",
            "recipient-name",
            "ship-address-1",
            "ship-city",
            "ship-state",
            "ship-postal-code",
            "ship-country",
            "item-promotion-discount",
            "item-promotion-id",
            "delivery-Instructions",
            "sales-channel",
            "is-business-order",
            "buyer-tax-registration-id",
            "tax-collection-model",
        ],
        &[
            ("order-id", "113-1212121-3434343"),
            ("order-item-id", "07664457044546"),
            ("purchase-date", "2026-03-12T08:15:30+00:00"),
            ("payments-date", "2026-03-12T08:15:31+00:00"),
            ("buyer-email", "robin@example.com"),
            ("buyer-name", "Robin Sample"),
            ("sku", "NB-A5"),
            ("product-name", "Notebook"),
            ("quantity-purchased", "3"),
            ("currency", "USD"),
            ("item-price", "23.97"),
            ("item-tax", "1.98"),
            ("recipient-name", "Robin Sample"),
            ("ship-address-1", "1 Example Street"),
            ("ship-city", "Austin"),
            ("ship-state", "TX"),
            ("ship-postal-code", "78701"),
            ("ship-country", "US"),
            ("sales-channel", "Amazon.com"),
            ("is-business-order", "false"),
            ("tax-collection-model", "MarketplaceFacilitator"),
        ],
    )
}

pub fn shipment_sales() -> Report {
    Report::new(
        &[
            "shipment-date",
            "sku",
            "fnsku",
            "asin",
            "fulfillment-center-id",
            "quantity",
            "amazon-order-id",
            "currency",
            "item-price-per-unit",
            "shipping-price",
            "gift-wrap-price",
            "ship-city",
            "ship-state",
            "ship-postal-code",
        ],
        &[
            ("shipment-date", "2026-02-03T04:05:06-08:00"),
            ("sku", "MUG-1"),
            ("asin", "B0EXAMPLE1"),
            ("fulfillment-center-id", "PHX7"),
            ("quantity", "3"),
            ("amazon-order-id", "114-1111111-2222222"),
            ("currency", "USD"),
            ("item-price-per-unit", "13.33"),
            ("ship-city", "Tucson"),
            ("ship-state", "AZ"),
            ("ship-postal-code", "85701"),
        ],
    )
}

/// An order and its refund, a fee and a transfer.
pub fn transactions() -> Report {
    let fee = |kind| {
        [
            ("type", kind),
            ("order id", ""),
            ("sku", ""),
            ("quantity", ""),
            ("order city", ""),
            ("order state", ""),
            ("order postal", ""),
            ("product sales", "0"),
            ("product sales tax", "0"),
            ("marketplace", ""),
        ]
    };
    Report::new(
        &[
            "date/time",
            "settlement id",
            "type",
            "order id",
            "sku",
            "description",
            "quantity",
            "marketplace",
            "account type",
            "fulfillment",
            "order city",
            "order state",
            "order postal",
            "tax collection model",
            "product sales",
            "product sales tax",
            "shipping credits",
            "promotional rebates",
            "other",
            "total",
        ],
        &[
            ("date/time", "Mar 1, 2026 12:38:23 AM PST"),
            ("settlement id", "1"),
            ("type", "Order"),
            ("order id", "111-2323232-4545454"),
            ("sku", "MUG-1"),
            ("description", "Mug"),
            ("quantity", "2"),
            ("marketplace", "amazon.com"),
            ("fulfillment", "Amazon"),
            ("order city", "Spokane"),
            ("order state", "WA"),
            ("order postal", "99201"),
            ("tax collection model", "MarketplaceFacilitator"),
            ("product sales", "39.98"),
            ("product sales tax", "3.56"),
            ("total", "26.48"),
        ],
    )
    .and(&[
        ("date/time", "Mar 5, 2026 1:02:03 PM PST"),
        ("type", "Refund"),
        ("quantity", "1"),
        ("product sales", "-19.99"),
        ("product sales tax", "-1.78"),
        ("total", "-21.77"),
    ])
    .and(&fee("Service Fee"))
    .and(&fee("Transfer"))
    .below("\"All amounts in USD, unless specified\"\n")
    .commas()
}

/// One sale in the records of its state, its county and its city.
pub fn sales_tax() -> Report {
    Report::new(
        &[
            "Order_ID",
            "Order_Date",
            "Shipment_ID",
            "Shipment_Date",
            "Posted_Date",
            "Marketplace",
            "Fulfillment",
            "ASIN",
            "SKU",
            "Transaction_Type",
            "Tax_Collection_Model",
            "Quantity",
            "Currency",
            "TaxExclusive_Selling_Price",
            "Total_Tax",
            "Financial_Component",
            "Ship_To_City",
            "Ship_To_State",
            "Ship_To_Country",
            "Ship_To_Postal_Code",
            "Jurisdiction_Level",
            "Jurisdiction_Name",
            "Tax_Amount",
            "Taxed_Jurisdiction_Tax_Rate",
            "Tax_Type",
        ],
        &[
            ("Order_ID", "112-1010101-2020202"),
            ("Order_Date", "2026-01-28+00:00"),
            ("Shipment_ID", "DmlbKXMtN"),
            ("Shipment_Date", "2026-01-29+16:04:45"),
            ("Posted_Date", "2026-01-30+00:00"),
            ("Fulfillment", "AFN"),
            ("ASIN", "B0EXAMPLE1"),
            ("SKU", "MUG-1"),
            ("Transaction_Type", "SHIPMENT"),
            ("Tax_Collection_Model", "MarketplaceFacilitator"),
            ("Quantity", "2"),
            ("Currency", "USD"),
            ("TaxExclusive_Selling_Price", "39.98"),
            ("Total_Tax", "3.56"),
            ("Ship_To_City", "SPOKANE"),
            ("Ship_To_State", "WA"),
            ("Ship_To_Country", "US"),
            ("Ship_To_Postal_Code", "99201"),
            ("Jurisdiction_Level", "State"),
            ("Jurisdiction_Name", "WASHINGTON"),
            ("Taxed_Jurisdiction_Tax_Rate", "0.065"),
            ("Tax_Type", "SALES"),
        ],
    )
    .and(&[("Jurisdiction_Level", "County"), ("Jurisdiction_Name", "SPOKANE")])
    .and(&[("Jurisdiction_Level", "City"), ("Jurisdiction_Name", "SPOKANE")])
}
