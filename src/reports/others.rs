//! Reports and files that sellers bring by mistake: enough to name them and to name the right one.
//!
//! Header signatures from the notes on each report in Amazon's documentation (see the project's notes on Amazon
//! reports, section 1).

use super::{Report, Usability};
use crate::findings::words;

const SHIPMENTS: &str = "fulfilled-shipments";
const ORDERS: &str = "all-orders";

const fn other(
    family: &'static str,
    title: &'static str,
    recognised_by: &'static [&'static str],
    why: &'static str,
    instead: &'static str,
) -> Report {
    Report {
        family,
        title,
        recognised_by,
        way: &[],
        ledger_quoting: false,
        usability: Usability::NotUsable { why: words(why), instead },
    }
}

const NOT_A_TABLE: &[&str] = &[];

pub(super) static REPORTS: &[Report] = &[
    other(
        "unshipped-orders",
        "Unshipped Orders",
        &["order-id", "order-item-id", "quantity-to-ship", "days-past-promise"],
        "It lists what you still have to send and has no prices.",
        ORDERS,
    ),
    other(
        "promotions",
        "FBA Promotions",
        &["item-promotion-id", "promotion-rule-value", "amazon-order-id", "shipment-item-id"],
        "It lists discounts, not sales.",
        SHIPMENTS,
    ),
    other(
        "replacements",
        "FBA Replacements",
        &["replacement-amazon-order-id", "original-amazon-order-id", "replacement-reason-code"],
        "It lists goods sent again at no charge, not sales.",
        SHIPMENTS,
    ),
    other(
        "customer-returns",
        "FBA Customer Returns",
        &["return-date", "order-id", "license-plate-number", "detailed-disposition"],
        "It lists goods that came back, without any amount.",
        SHIPMENTS,
    ),
    other(
        "merchant-returns",
        "Returns of orders you ship yourself",
        &["order id", "order date", "return request date", "return request status", "amazon rma id"],
        "It lists goods that came back.",
        ORDERS,
    ),
    other(
        "settlement",
        "Settlement report",
        &["settlement-id", "settlement-start-date", "deposit-date", "total-amount", "order-id"],
        "It says what Amazon paid you, and not to which state the goods went.",
        SHIPMENTS,
    ),
    other(
        "reimbursements",
        "Reimbursements",
        &["approval-date", "reimbursement-id", "case-id", "amount-per-unit"],
        "It lists what Amazon paid you for lost goods, not sales.",
        SHIPMENTS,
    ),
    other(
        "inventory-ledger",
        "Inventory Ledger",
        &["date", "fnsku", "msku", "event type", "reference id", "disposition"],
        "It lists where your stock moved, not sales.",
        SHIPMENTS,
    ),
    other(
        "inventory",
        "An inventory report",
        &["snapshot-date", "fnsku", "fulfillment-center-id", "detailed-disposition"],
        "It lists your stock, not sales.",
        SHIPMENTS,
    ),
    other(
        "vat-transactions",
        "VAT Transactions Report",
        &[
            "unique_account_identifier",
            "activity_period",
            "transaction_event_id",
            "vat_calculation_imputation_country",
        ],
        "It is for VAT in Europe and carries buyers' names and addresses.",
        SHIPMENTS,
    ),
    // What is no table at all. The family is told from the first bytes.
    other(
        "pdf",
        "A PDF document",
        NOT_A_TABLE,
        "It is made for reading and printing, not for a program.",
        SHIPMENTS,
    ),
    other("image", "A picture", NOT_A_TABLE, "There is no table in it that a program could read.", SHIPMENTS),
    other(
        "web-page",
        "A web page",
        NOT_A_TABLE,
        "It is most likely Seller Central's sign-in page, saved where the report should have been.",
        SHIPMENTS,
    ),
    other(
        "spreadsheet",
        "An Excel workbook or a ZIP archive",
        NOT_A_TABLE,
        "It is not the file that Amazon made, and this version cannot look inside it.",
        SHIPMENTS,
    ),
    other("compressed", "A compressed file", NOT_A_TABLE, "This version cannot look inside it.", SHIPMENTS),
    other(
        "utf-16",
        "A text file in UTF-16",
        NOT_A_TABLE,
        "Excel writes it as \u{201C}Unicode Text\u{201D}; Amazon does not, and this version cannot read it yet.",
        SHIPMENTS,
    ),
    other(
        "binary",
        "A file that holds no text",
        NOT_A_TABLE,
        "There is no table in it that we could read.",
        SHIPMENTS,
    ),
    other(
        "unknown",
        "A file we do not recognise",
        NOT_A_TABLE,
        "Its first lines hold none of the column names that Amazon's order and shipment reports have.",
        SHIPMENTS,
    ),
];
