//! Date Range and Unified Transaction reports: what Amazon paid and took, with sales and refunds among fees and
//! transfers.
//!
//! Columns: files of 2017 (23), 2020 on (30) and 2025 on (two more: Transaction Status, Transaction Release Date),
//! as public code reads them; what they hold: Seller Central help 200989190. Some forms lack the order's city, state
//! and postal code; nothing can be filed by state on them. The date is Pacific time, the currency stands above the
//! header, and there is no country.
//!
//! One column holds the rebates on item and shipping together; they are written as the item's discount, and the tax
//! that they saved is added to the item's tax. The form of 2017 has one tax for item, shipping and gift wrap
//! together; it is written as the item's tax.

use super::Field::*;
use super::{Column, Generation, Reading, Report, Usability, steps};

pub(super) static REPORT: Report = Report {
    family: "transactions",
    title: "Date Range or Unified Transaction report",
    recognised_by: &["date/time", "settlement id", "type", "order id", "product sales"],
    way: steps(&[
        "Sign in to Seller Central.",
        "Open Payments, then Reports Repository (Date Range Reports in older accounts).",
        "Choose the Transaction report, the dates, and the columns with the order's city, state and postal code.",
        "When it is ready, download the CSV and choose that file here, without opening it in a spreadsheet.",
    ]),
    usability: Usability::Usable(&Reading {
        columns: &[
            Column::required("date/time", PostedAt).leaves(),
            Column::stays("settlement id"),
            Column::required("type", TransactionType).leaves(),
            Column::required("order id", OrderId).leaves(),
            Column::required("sku", Sku).leaves(),
            Column::stays("description"),
            Column::required("quantity", Quantity).leaves(),
            Column::optional("marketplace", SalesChannel).leaves(),
            Column::stays("account type"),
            Column::optional("fulfillment", FulfillmentChannel).also(&["fulfilment"]).leaves(),
            Column::optional("order city", City).leaves(),
            Column::required("order state", State).leaves(),
            Column::required("order postal", PostalCode).leaves(),
            Column::optional("tax collection model", CollectionModel).leaves(),
            Column::required("product sales", ItemAmount).leaves(),
            Column::required("product sales tax", ItemTax).also(&["sales tax collected"]).leaves(),
            Column::optional("shipping credits", ShippingAmount).also(&["postage credits"]).leaves(),
            Column::optional("shipping credits tax", ShippingTax).leaves(),
            Column::optional("gift wrap credits", GiftWrapAmount).leaves(),
            Column::optional("giftwrap credits tax", GiftWrapTax).leaves(),
            Column::stays("Regulatory Fee"),
            Column::stays("Tax On Regulatory Fee"),
            Column::optional("promotional rebates", ItemDiscount).leaves(),
            Column::optional("promotional rebates tax", RebateTax).leaves(),
            Column::stays("marketplace withheld tax").also(&["Marketplace Facilitator Tax"]),
            Column::stays("selling fees"),
            Column::stays("fba fees"),
            Column::stays("other transaction fees"),
            Column::stays("other"),
            Column::stays("total"),
            Column::stays("Transaction Status"),
            Column::stays("Transaction Release Date"),
        ],
        generations: &[
            Generation { name: "2025", with: &["Transaction Status"], without: &[] },
            Generation { name: "2020", with: &["promotional rebates tax"], without: &[] },
            Generation { name: "2017", with: &[], without: &["promotional rebates tax"] },
        ],
        opened_first: &[
            TransactionType,
            ItemAmount,
            ItemTax,
            ShippingAmount,
            ShippingTax,
            GiftWrapAmount,
            GiftWrapTax,
        ],
        tax_date: PostedAt,
        identity: SAME,
        identity_without_ids: SAME,
        ..Reading::EMPTY
    }),
};

const SAME: &[super::Field] = &[PostedAt, OrderId, TransactionType, Sku, Quantity, ItemAmount];
