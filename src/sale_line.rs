//! The sale line: one sold, refunded or shipped line item, cleaned; and the payload's columns, version 1.
//!
//! To add lines up: a refund's amounts are negative, so that sales and refunds are simply added. A discount is a
//! magnitude in both: it takes the item amount towards zero. What a sale comes to is its item amount less its
//! discount, what a refund comes to is its item amount plus its discount (20.00 sold for 18.00 and given back is
//! `20.00, 2.00` and `-20.00, 2.00`). Where lines are summed already, as in the manifest's totals, a refund's
//! discount has been counted below zero, so that there amounts less discounts are what was sold.

use crate::fields::{Amount, Country, Currency, Date, PostalCode, State};
use crate::findings::words;
pub use crate::reports::Fulfiller;
use serde::Serialize;

pub const SCHEMA_NAME: &str = "sale-line";
pub const SCHEMA_VERSION: u32 = 1;

/// A column of the payload.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct PayloadColumn {
    pub name: &'static str,
    #[serde(rename = "type")]
    pub kind: PayloadKind,
    pub required: bool,
    pub description: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PayloadKind {
    String,
    Boolean,
    Integer,
    /// A decimal in the currency's digits.
    Number,
    /// `YYYY-MM-DD`.
    Date,
    /// ISO 8601, with the offset that the report gave.
    Datetime,
}

const fn column(
    name: &'static str,
    kind: PayloadKind,
    required: bool,
    description: &'static str,
) -> PayloadColumn {
    PayloadColumn { name, kind, required, description: words(description) }
}

/// The payload's columns, in order.
pub const COLUMNS: [PayloadColumn; 29] = {
    use PayloadKind::*;
    [
        column("line_id", String, true, "The same for the same sale in every download of it"),
        column("order_id", String, true, "Amazon's order number"),
        column("shipment_id", String, false, "Amazon's shipment number"),
        column("transaction_type", String, true, "sale or refund"),
        column("ordered_at", Datetime, false, "When it was ordered"),
        column("shipped_at", Datetime, false, "When it was shipped"),
        column("tax_date", Date, true, "The local date, as written, that the filing period is taken from"),
        column("sales_channel", String, false, "The store, as written in the report"),
        column("marketplace", Boolean, true, "Was it sold on Amazon's marketplace?"),
        column("fulfilled_by", String, false, "amazon or seller"),
        column("tax_collected_by", String, true, "marketplace, seller or unknown"),
        column("sku", String, false, "The seller's product number"),
        column("quantity", Integer, false, "Units; empty for money that belongs to no goods in particular"),
        column("currency", String, false, "ISO 4217"),
        column(
            "item_amount",
            Number,
            false,
            "For the whole quantity, before discounts and tax; negative in a refund",
        ),
        column("item_tax", Number, false, "Tax on the items"),
        column("shipping_amount", Number, false, "Shipping charged to the buyer"),
        column("shipping_tax", Number, false, "Tax on shipping"),
        column("gift_wrap_amount", Number, false, "Gift wrap charged to the buyer"),
        column("gift_wrap_tax", Number, false, "Tax on gift wrap"),
        column("item_discount", Number, false, "Off the item amount; never negative"),
        column("shipping_discount", Number, false, "Off the shipping amount; never negative"),
        column("ship_to_city", String, false, "City, as written in the report"),
        column("ship_to_state", String, false, "Two letters in the United States, as written elsewhere"),
        column(
            "ship_to_postal_code",
            String,
            false,
            "Five digits in the United States, as written elsewhere",
        ),
        column("ship_to_country", String, true, "ISO 3166-1 alpha-2"),
        column("ship_from_code", String, false, "Amazon's fulfillment center"),
        column("ship_from_state", String, false, "The state the fulfillment center stands in"),
        column("source_record", Integer, true, "The record in the report, counted from the header = 1"),
    ]
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TransactionType {
    Sale,
    Refund,
}

/// Who collected the tax from the buyer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Collector {
    Marketplace,
    Seller,
    Unknown,
}

impl Collector {
    pub const ALL: [Collector; 3] = [Collector::Marketplace, Collector::Seller, Collector::Unknown];

    /// As the payload and the totals name it.
    pub fn name(self) -> &'static str {
        match self {
            Collector::Marketplace => "marketplace",
            Collector::Seller => "seller",
            Collector::Unknown => "unknown",
        }
    }
}

/// The eight amounts of a line, in the currency's smallest unit. A missing amount is not zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amounts {
    pub item_amount: Option<Amount>,
    pub item_tax: Option<Amount>,
    pub shipping_amount: Option<Amount>,
    pub shipping_tax: Option<Amount>,
    pub gift_wrap_amount: Option<Amount>,
    pub gift_wrap_tax: Option<Amount>,
    pub item_discount: Option<Amount>,
    pub shipping_discount: Option<Amount>,
}

impl Amounts {
    pub const COUNT: usize = 8;

    /// In the payload's order.
    pub fn in_order(&self) -> [Option<Amount>; Self::COUNT] {
        [
            self.item_amount,
            self.item_tax,
            self.shipping_amount,
            self.shipping_tax,
            self.gift_wrap_amount,
            self.gift_wrap_tax,
            self.item_discount,
            self.shipping_discount,
        ]
    }
}

/// What is told of one sale. Nothing else leaves.
#[derive(Clone, Copy, Debug)]
pub struct SaleLine<'a> {
    /// What [`crate::clean::identity`] gave.
    pub identity: u128,
    /// Which of the lines with this identity it is in its file, from 1.
    pub occurrence: u32,
    pub order_id: &'a [u8],
    pub shipment_id: &'a [u8],
    pub transaction_type: TransactionType,
    pub ordered_at: Option<Date<'a>>,
    pub shipped_at: Option<Date<'a>>,
    pub tax_date: Date<'a>,
    pub sales_channel: &'a [u8],
    pub marketplace: bool,
    pub fulfilled_by: Option<Fulfiller>,
    pub tax_collected_by: Collector,
    pub sku: &'a [u8],
    pub quantity: Option<u32>,
    pub currency: Option<Currency>,
    pub amounts: Amounts,
    pub city: &'a [u8],
    pub state: Option<State>,
    /// The state or region of a country that is not the United States.
    pub foreign_state: &'a [u8],
    pub postal_code: Option<PostalCode<'a>>,
    pub country: Option<Country>,
    pub ship_from_code: &'a [u8],
    pub ship_from_state: Option<State>,
    pub source_record: u64,
}
