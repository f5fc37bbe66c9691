//! FBA Customer Shipment Sales, `GET_FBA_FULFILLMENT_CUSTOMER_SHIPMENT_SALES_DATA`: 14 columns, as public code
//! reads them.
//!
//! The price is for one unit, where every other report has it for the whole quantity. Where a seller's tool has added
//! the line's price, the two must agree. There is no tax, no country,
//! and no number below the order's: two equal lines can be two shipments.

use super::Field::*;
use super::{Column, Fulfiller, Generation, Reading, Report, Usability, steps};

pub(super) static REPORT: Report = Report {
    family: "customer-shipment-sales",
    title: "FBA Customer Shipment Sales",
    recognised_by: &["shipment-date", "fnsku", "amazon-order-id", "item-price-per-unit"],
    way: steps(&[
        "Sign in to Seller Central.",
        "Open Reports, then Fulfillment.",
        "Under Sales, choose Customer Shipment Sales.",
        "Choose the dates and request the .txt download.",
        "When it is ready, download it and choose that file here, without opening it in a spreadsheet.",
    ]),
    usability: Usability::Usable(&Reading {
        columns: &[
            Column::required("shipment-date", ShippedAt).leaves(),
            Column::required("sku", Sku).leaves(),
            Column::stays("fnsku"),
            Column::stays("asin"),
            Column::optional("fulfillment-center-id", FulfillmentCenter).leaves(),
            Column::required("quantity", Quantity).leaves(),
            Column::required("amazon-order-id", OrderId).leaves(),
            Column::required("currency", Currency).leaves(),
            Column::required("item-price-per-unit", UnitPrice).leaves(),
            Column::optional("item-price", ItemAmount).leaves(),
            Column::optional("shipping-price", ShippingAmount).leaves(),
            Column::optional("gift-wrap-price", GiftWrapAmount).leaves(),
            Column::optional("ship-city", City).leaves(),
            Column::required("ship-state", State).leaves(),
            Column::required("ship-postal-code", PostalCode).leaves(),
        ],
        generations: &[
            Generation { name: "with-line-price", with: &["item-price"], without: &[] },
            Generation { name: "14-columns", with: &["item-price-per-unit"], without: &[] },
        ],
        tax_date: ShippedAt,
        identity: SAME,
        identity_without_ids: SAME,
        fulfilled_by: Some(Fulfiller::Amazon),
        covers: &[Fulfiller::Amazon],
        ..Reading::EMPTY
    }),
};

const SAME: &[super::Field] = &[OrderId, Sku, ShippedAt, FulfillmentCenter, Quantity, UnitPrice];
