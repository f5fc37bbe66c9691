//! The reports Amazon gives, as data: by what they are known, what their columns are, which of them leave.
//!
//! `leaves` is the only way out. A column without it, or one nobody has heard of, stays behind: nobody can leak
//! by forgetting.

mod address;
mod all_orders;
mod customer_shipment_sales;
mod fulfilled_shipments;
mod names;
mod order_report;
mod others;
mod private;
mod row;
mod sales_tax;
mod transaction_types;
mod transactions;

pub use names::translations;
pub use private::Private;
pub use row::{Cells, Layout, OwnedCells, Remarked, Row};
pub use transaction_types::{Component, Transaction, is_one_of};

use crate::fields::Kind;

/// Declares the enum and the list of all its variants, so that neither can lack what the other has.
macro_rules! fields {
    ($(#[$attribute:meta])* $($name:ident),* $(,)?) => {
        $(#[$attribute])*
        pub enum Field {
            $($name),*
        }

        impl Field {
            /// In the order of their declaration, which is the order of reading.
            pub const ALL: &[Field] = &[$(Field::$name),*];
            pub const COUNT: usize = Field::ALL.len();
        }
    };
}

fields! {
    /// What a cell says about a sale, whatever the report calls its column. Cells are read in this order: what
    /// tells whether there is a sale comes first, then what other cells are read by (currency, country, state).
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[repr(u8)]
    OrderStatus,
    ItemStatus,
    TransactionType,
    Component,
    Currency,
    Country,
    State,
    PostalCode,
    City,
    OrderId,
    ShipmentId,
    ShipmentItemId,
    OrderItemId,
    OrderedAt,
    ShippedAt,
    PostedAt,
    Sku,
    Asin,
    Quantity,
    UnitPrice,
    ItemAmount,
    ItemTax,
    RebateTax,
    ShippingAmount,
    ShippingTax,
    GiftWrapAmount,
    GiftWrapTax,
    ItemDiscount,
    ShippingDiscount,
    FulfillmentCenter,
    FulfillmentChannel,
    SalesChannel,
    CollectionModel,
    CollectionParty,
    BusinessOrder,
    Replacement,
    JurisdictionLevel,
    JurisdictionName,
    TaxType,
}

impl Field {
    /// How its cells are read.
    pub const fn kind(self) -> Kind {
        match self {
            Field::OrderId => Kind::OrderId,
            Field::ShipmentId | Field::ShipmentItemId | Field::OrderItemId => Kind::Id,
            Field::OrderedAt | Field::ShippedAt | Field::PostedAt => Kind::Date,
            Field::Quantity => Kind::Quantity,
            Field::Currency => Kind::Currency,
            Field::Country => Kind::Country,
            Field::State => Kind::State,
            Field::PostalCode => Kind::PostalCode,
            Field::City => Kind::City,
            Field::FulfillmentCenter => Kind::FulfillmentCenter,
            Field::BusinessOrder => Kind::Boolean,
            Field::UnitPrice => Kind::Amount,
            Field::ItemAmount
            | Field::ItemTax
            | Field::ShippingAmount
            | Field::ShippingTax
            | Field::GiftWrapAmount
            | Field::GiftWrapTax => Kind::SignedAmount,
            // Rebates lower the tax in a sale and raise it in a refund.
            Field::ItemDiscount | Field::ShippingDiscount | Field::RebateTax => Kind::Discount,
            Field::OrderStatus
            | Field::ItemStatus
            | Field::TransactionType
            | Field::Component
            | Field::Sku
            | Field::Asin
            | Field::FulfillmentChannel
            | Field::SalesChannel
            | Field::CollectionModel
            | Field::CollectionParty
            | Field::Replacement
            | Field::JurisdictionLevel
            | Field::JurisdictionName
            | Field::TaxType => Kind::Text,
        }
    }
}

/// A column of a report.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// As Amazon spells it.
    pub name: &'static str,
    /// `None`: we know the column and have no use for it.
    pub field: Option<Field>,
    pub required: bool,
    pub leaves: bool,
    /// Other names of the same column.
    pub also: &'static [&'static str],
}

impl Column {
    const fn new(name: &'static str, field: Option<Field>, required: bool) -> Self {
        Column { name, field, required, leaves: false, also: &[] }
    }
    /// Without it, tax cannot be filed on the report.
    const fn required(name: &'static str, field: Field) -> Self {
        Self::new(name, Some(field), true)
    }
    const fn optional(name: &'static str, field: Field) -> Self {
        Self::new(name, Some(field), false)
    }
    /// Known, not used, and so never sent.
    const fn stays(name: &'static str) -> Self {
        Self::new(name, None, false)
    }
    const fn also(mut self, also: &'static [&'static str]) -> Self {
        self.also = also;
        self
    }
    const fn leaves(mut self) -> Self {
        self.leaves = true;
        self
    }
}

/// A form in which Amazon has written the report's header.
#[derive(Clone, Copy, Debug)]
pub struct Generation {
    pub name: &'static str,
    pub with: &'static [&'static str],
    pub without: &'static [&'static str],
}

/// A report that Amazon gives, or a file that is mistaken for one.
#[derive(Clone, Copy, Debug)]
pub struct Report {
    pub family: &'static str,
    pub title: &'static str,
    /// The columns that tell it from the others.
    pub recognised_by: &'static [&'static str],
    /// The way to it in Seller Central, a step each.
    pub way: &'static [&'static str],
    pub usability: Usability,
}

#[derive(Clone, Copy, Debug)]
pub enum Usability {
    /// Tax can be filed on it.
    Usable(&'static Reading),
    /// It cannot: why, and the family to fetch instead.
    NotUsable { why: &'static str, instead: &'static str },
}

/// How a usable report is read.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    pub columns: &'static [Column],
    /// The first whose columns fit names the generation.
    pub generations: &'static [Generation],
    /// What [`crate::rules::set_aside`] looks at before the record is read, besides the statuses.
    pub opened_first: &'static [Field],
    /// An order can go on in lines that leave most of their cells blank.
    pub continues: bool,
    /// Which date the filing period is taken from.
    pub tax_date: Field,
    /// Which date it is for a refund, where that is another.
    pub refund_date: Option<Field>,
    /// What makes two lines the same sale. If one of them is empty, `identity_without_ids` takes over.
    pub identity: &'static [Field],
    pub identity_without_ids: &'static [Field],
    /// Who fulfilled everything in the report, where it is the same for all of it.
    pub fulfilled_by: Option<Fulfiller>,
    /// Whose shipments it lists. Two reports of one batch that both list the same seller's sales would count them
    /// twice.
    pub covers: &'static [Fulfiller],
    /// One sale stands in a record for each jurisdiction that taxes it.
    pub by_jurisdiction: bool,
}

/// Whose warehouse it left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fulfiller {
    Amazon,
    Seller,
}

impl Reading {
    /// What a report starts from: nothing but columns, and everything said by its own cells.
    const EMPTY: Reading = Reading {
        columns: &[],
        generations: &[],
        opened_first: &[],
        continues: false,
        tax_date: Field::OrderedAt,
        refund_date: None,
        identity: &[],
        identity_without_ids: &[],
        fulfilled_by: None,
        covers: &[Fulfiller::Amazon, Fulfiller::Seller],
        by_jurisdiction: false,
    };
}

/// Words too: see [`crate::findings`].
const fn steps(steps: &'static [&'static str]) -> &'static [&'static str] {
    if cfg!(target_arch = "wasm32") { &[] } else { steps }
}

impl Report {
    pub fn reading(&self) -> Option<&'static Reading> {
        match self.usability {
            Usability::Usable(reading) => Some(reading),
            Usability::NotUsable { .. } => None,
        }
    }
    pub fn is_usable(&self) -> bool {
        self.reading().is_some()
    }
}

/// Every report and non-report that we can name, usable ones first.
pub fn all() -> impl Iterator<Item = &'static Report> {
    [
        &fulfilled_shipments::REPORT,
        &all_orders::REPORT,
        &order_report::REPORT,
        &transactions::REPORT,
        &sales_tax::REPORT,
        &customer_shipment_sales::REPORT,
    ]
    .into_iter()
    .chain(others::REPORTS)
}

/// The report of a family that must exist: the families of files that are no tables.
pub fn by_family(family: &str) -> Option<&'static Report> {
    all().find(|report| report.family == family)
}

/// What a field's column is called in this report; where it has none, in the first that has one.
pub fn column_name(reading: &'static Reading, field: Field) -> Option<&'static str> {
    let named = |reading: &'static Reading| {
        reading.columns.iter().find(|column| column.field == Some(field)).map(|column| column.name)
    };
    named(reading).or_else(|| all().filter_map(Report::reading).find_map(named))
}

/// A header name without what spreadsheets and help pages change about it: case, blanks, hyphens, underscores.
pub fn plain_name(name: &[u8]) -> Vec<u8> {
    let name = name.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(name);
    let is_spacing = |byte: &&u8| byte.is_ascii_whitespace() || matches!(byte, b'-' | b'_' | b'"');
    name.iter().filter(|byte| !is_spacing(byte)).map(u8::to_ascii_lowercase).collect()
}
