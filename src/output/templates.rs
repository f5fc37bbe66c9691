//! Templates: in whose columns sale lines are written. Each is data: their column, what stands in it (one of our columns,
//! a constant, or a value made from ours by a rule with a name: [`Made`]), and how JSON writes it. `preflight templates`
//! prints them.
//!
//! # Transactions
//!
//! *One sale line is one transaction, under an id of its own* (order number and line id), though services keep several
//! items in one transaction. Lines of a shipment need not stand together in a report, nor come in one upload, and a
//! service replaces or refuses a transaction whose id comes again ("Re-using the same order_id will over-write the
//! previous order!", TaxJar 937): a shipment that was cut in two would lose its first half. A line's id is the same in
//! every download, so that what is uploaded twice replaces itself. What it costs: a service that counts transactions
//! for a nexus threshold counts lines. The number of orders is in the manifest's totals, the order number in every
//! transaction's id.
//!
//! A line's goods, shipping and gift wrap are items of that transaction, each with its own tax: no column of theirs
//! takes shipping's tax apart, and states tax the three differently.
//!
//! *Refunds* are transactions of their own, their amounts below zero. They refer to the order number: Amazon's reports
//! name the order that is refunded, and not the line.
//!
//! *Nothing is rounded.* A unit price is given where the amount can be divided by the quantity in the currency's digits;
//! elsewhere the line is one unit at its whole amount, and its description has the quantity. What a report does not say
//! is absent, never zero.
//!
//! # Where the names come from
//!
//! - TaxJar, Line Item Template V2: support.taxjar.com/article/928 (up to the `total_` columns, and
//!   `item_product_tax_code`). The other `item_` columns stand below that in the article; they are given here as two
//!   public programs write them independently (a Business Central export and a Panorama one). The `total_` columns are
//!   left out: TaxJar then adds up the items (928). It is a spreadsheet, so there is no NDJSON of it. It has no column
//!   for the currency: sales that are not in US dollars are not written into it (`template-without-currency`).
//! - Kintsugi, CSV: `ImportFormat` in openapi-customer.json of github.com/kintsugi-tax/docs-v2 at eecac0e, which has the
//!   columns of the upload template (support.devrev.ai/trykintsugi ART-350) and of its line items. NDJSON:
//!   `TransactionPublicRequest`, `TransactionAddressPublic` and `TransactionItemBuilder` there, as `POST
//!   /v1/transactions` takes them. (The SDKs spell the same names `transactionItems`, `postalCode`, …)
//! - Left out: what Amazon's sellers may not hand over or we do not know (names, streets, phones), what is deprecated
//!   (`organization_id`: it is the header `x-organization-id`), and what has the right default.
//! - `customer_id` is required, and a report does not say who bought: the order number stands there, so that no two
//!   buyers become one.
//! - Kintsugi files by the local date (ART-350), so `date` is the moment with the offset that the report gave, on the day
//!   by which our totals count; where the report has the day alone, its midnight.

use super::cells::place;
use crate::findings::words;
use crate::options::{Options, PayloadFormat, TemplateName};

/// What stands in a column of theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// One of our columns, by its place.
    Ours(usize),
    Constant(&'static str),
    Made(Made),
}

/// Values that are made from several of ours. `output/shaped.rs` makes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// Order number, hyphen, line id.
    TransactionId,
    /// The transaction's id, hyphen, and which item of it this is.
    ItemId,
    /// The moment of the tax date.
    Moment,
    /// Its offset.
    Zone,
    /// Order and shipment number in words.
    Description,
    /// In a refund the order number, else nothing.
    RefundedOrder,
    /// `Order` or `Refund`.
    OrderOrRefund,
    /// `SALE` or `PARTIAL_CREDIT_NOTE`: whether a refund is all of a sale, a report does not say.
    SaleOrCreditNote,
    /// `amazon` on its marketplace, else `other`.
    Provider,
    /// `marketplace` for what was sold there, unless the seller collected the tax.
    Exemption,
    /// `TRUE` or `FALSE`.
    MarketplaceInCapitals,
    /// The SKU, or what an item without one is for.
    Product,
    Quantity,
    /// What was charged, after discounts; negative in a refund.
    Net,
    Tax,
    /// Off the amount: below zero in a refund, so that price less discount is what was given back.
    Discount,
    /// Shipping after discounts.
    Shipping,
    /// See the module's documentation.
    WholeQuantity,
    UnitPrice,
    /// The quantity, where the unit price is that of the whole line; what an item without a SKU is for.
    ItemDescription,
    /// All items after discounts, and their taxes.
    Total,
    TotalTax,
    /// `SHIP_FROM`, where the report says from which state.
    ShipFrom,
    /// `US`, where the report says from which state: only states of the United States are known.
    ShipFromCountry,
}

/// How JSON writes a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// As it stands: a number in its exact digits, or true and false.
    Bare,
}

/// Where in a transaction's object a key stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inside {
    Top,
    Object(&'static str),
    /// In the first object of a list, in the second, …
    List(&'static str, usize),
    /// In an object of a list for each item.
    Items(&'static str),
}

impl Inside {
    pub fn name(self) -> &'static str {
        match self {
            Inside::Top => "",
            Inside::Object(name) | Inside::List(name, _) | Inside::Items(name) => name,
        }
    }
    pub fn is_list(self) -> bool {
        matches!(self, Inside::List(..) | Inside::Items(_))
    }
}

/// A column of theirs.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// In JSON, in which inner object the key stands.
    pub inside: Inside,
    pub name: &'static str,
    pub of: Of,
    pub kind: Kind,
}

/// What of a line is an item of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    Goods,
    Shipping,
    GiftWrap,
    /// Where shipping has a column of its own.
    GoodsAndShipping,
}

/// How a template's lines look. CSV has a row for each item, JSON a line for each transaction.
#[derive(Debug)]
pub struct Layout {
    pub template: TemplateName,
    pub format: PayloadFormat,
    pub columns: &'static [Column],
    pub items: &'static [Item],
}

impl Layout {
    /// Where nothing says the currency, the service takes amounts for US dollars.
    pub fn tells_currency(&self) -> bool {
        self.columns.iter().any(|column| column.name == "currency")
    }
}

pub static LAYOUTS: [&Layout; 3] = [&TAXJAR, &KINTSUGI_CSV, &KINTSUGI_NDJSON];

/// `None`: our own columns.
pub fn layout(template: TemplateName, format: PayloadFormat) -> Option<&'static Layout> {
    LAYOUTS.into_iter().find(|layout| (layout.template, layout.format) == (template, format))
}

/// Why what the options ask for cannot be had.
pub fn refusal(options: &Options) -> Option<&'static str> {
    match (options.template, options.format) {
        (TemplateName::Taxjar, PayloadFormat::Ndjson) => {
            Some(words("TaxJar's template is a spreadsheet. Choose the format csv for it."))
        }
        (_, PayloadFormat::Ndjson) if options.for_people => {
            Some(words("A file for people is a spreadsheet. Choose the format csv for it."))
        }
        _ => None,
    }
}

const fn text(name: &'static str, of: Of) -> Column {
    Column { inside: Inside::Top, name, of, kind: Kind::Text }
}

const fn bare(name: &'static str, of: Of) -> Column {
    Column { inside: Inside::Top, name, of, kind: Kind::Bare }
}

impl Column {
    const fn inside(self, inside: Inside) -> Column {
        Column { inside, ..self }
    }
}

const CUSTOMER: Inside = Inside::Object("customer");
const SHIP_TO: Inside = Inside::List("addresses", 0);
const SHIP_FROM: Inside = Inside::List("addresses", 1);
const ITEM: Inside = Inside::Items("transaction_items");

const fn ours(name: &str) -> Of {
    Of::Ours(place(name))
}

use Of::{Constant, Made as Is};

static TAXJAR: Layout = Layout {
    template: TemplateName::Taxjar,
    format: PayloadFormat::Csv,
    columns: &[
        text("provider", Is(Made::Provider)),
        text("transaction_id", Is(Made::TransactionId)),
        text("transaction_type", Is(Made::OrderOrRefund)),
        text("transaction_reference_id", Is(Made::RefundedOrder)),
        text("transaction_date", ours("tax_date")),
        text("exemption_type", Is(Made::Exemption)),
        text("from_country", Is(Made::ShipFromCountry)),
        text("from_state", ours("ship_from_state")),
        text("to_country", ours("ship_to_country")),
        text("to_zip", ours("ship_to_postal_code")),
        text("to_state", ours("ship_to_state")),
        text("to_city", ours("ship_to_city")),
        text("item_product_identifier", Is(Made::Product)),
        text("item_description", Is(Made::ItemDescription)),
        text("item_quantity", Is(Made::WholeQuantity)),
        text("item_unit_price", Is(Made::UnitPrice)),
        text("item_shipping", Is(Made::Shipping)),
        text("item_discount", Is(Made::Discount)),
        text("item_sales_tax", Is(Made::Tax)),
    ],
    items: &[Item::GoodsAndShipping, Item::GiftWrap],
};

static KINTSUGI_CSV: Layout = Layout {
    template: TemplateName::Kintsugi,
    format: PayloadFormat::Csv,
    columns: &[
        text("related_external_id", Is(Made::RefundedOrder)),
        text("transaction_external_id", Is(Made::TransactionId)),
        text("status", Constant("COMMITTED")),
        text("transaction_source", Constant("AMAZON")),
        text("date", Is(Made::Moment)),
        text("currency", ours("currency")),
        text("description", Is(Made::Description)),
        text("customer_id", ours("order_id")),
        text("marketplace", Is(Made::MarketplaceInCapitals)),
        text("ship_to_city", ours("ship_to_city")),
        text("ship_to_state", ours("ship_to_state")),
        text("ship_to_postal_code", ours("ship_to_postal_code")),
        text("ship_to_country", ours("ship_to_country")),
        text("ship_from_state", ours("ship_from_state")),
        text("ship_from_country", Is(Made::ShipFromCountry)),
        text("line_item_id", Is(Made::ItemId)),
        text("product_external_id", Is(Made::Product)),
        text("amount", Is(Made::Net)),
        text("tax_amount", Is(Made::Tax)),
        text("quantity", Is(Made::Quantity)),
        text("transaction_type", Is(Made::SaleOrCreditNote)),
        text("discount_amount", Is(Made::Discount)),
    ],
    items: &[Item::Goods, Item::Shipping, Item::GiftWrap],
};

static KINTSUGI_NDJSON: Layout = Layout {
    template: TemplateName::Kintsugi,
    format: PayloadFormat::Ndjson,
    columns: &[
        text("external_id", Is(Made::TransactionId)),
        text("external_friendly_id", ours("order_id")),
        text("type", Is(Made::SaleOrCreditNote)),
        text("related_to", Is(Made::RefundedOrder)),
        text("status", Constant("COMMITTED")),
        text("source", Constant("AMAZON")),
        bare("marketplace", ours("marketplace")),
        text("date", Is(Made::Moment)),
        text("shop_date", ours("tax_date")),
        text("shop_date_tz", Is(Made::Zone)),
        text("description", Is(Made::Description)),
        text("currency", ours("currency")),
        bare("total_amount", Is(Made::Total)),
        bare("total_tax_amount_imported", Is(Made::TotalTax)),
        text("external_id", ours("order_id")).inside(CUSTOMER),
        text("type", Constant("SHIP_TO")).inside(SHIP_TO),
        text("city", ours("ship_to_city")).inside(SHIP_TO),
        text("state", ours("ship_to_state")).inside(SHIP_TO),
        text("postal_code", ours("ship_to_postal_code")).inside(SHIP_TO),
        text("country", ours("ship_to_country")).inside(SHIP_TO),
        text("type", Is(Made::ShipFrom)).inside(SHIP_FROM),
        text("state", ours("ship_from_state")).inside(SHIP_FROM),
        text("country", Is(Made::ShipFromCountry)).inside(SHIP_FROM),
        text("external_id", Is(Made::ItemId)).inside(ITEM),
        text("date", Is(Made::Moment)).inside(ITEM),
        text("external_product_id", Is(Made::Product)).inside(ITEM),
        bare("quantity", Is(Made::Quantity)).inside(ITEM),
        bare("amount", Is(Made::Net)).inside(ITEM),
        bare("tax_amount_imported", Is(Made::Tax)).inside(ITEM),
    ],
    items: &[Item::Goods, Item::Shipping, Item::GiftWrap],
};

/// For `preflight templates`.
#[cfg(feature = "cli")]
impl Of {
    pub fn words(self) -> String {
        match self {
            Of::Ours(column) => {
                crate::sale_line::COLUMNS.get(column).map_or("", |column| column.name).to_owned()
            }
            Of::Constant(text) => format!("always {text}"),
            Of::Made(made) => made.words().to_owned(),
        }
    }
}

#[cfg(feature = "cli")]
impl Made {
    fn words(self) -> &'static str {
        match self {
            Made::TransactionId => "order_id, hyphen, line_id",
            Made::ItemId => "the transaction's id, hyphen, goods or shipping or gift-wrap",
            Made::Moment => "shipped_at or ordered_at, whichever is on the tax_date; else its midnight",
            Made::Zone => "the offset of that moment, where the report has one",
            Made::Description => "order_id and shipment_id in words",
            Made::RefundedOrder => "order_id in a refund, else empty",
            Made::OrderOrRefund => "Order or Refund, by transaction_type",
            Made::SaleOrCreditNote => "SALE or PARTIAL_CREDIT_NOTE, by transaction_type",
            Made::Provider => "amazon where marketplace is true, else other",
            Made::Exemption => {
                "marketplace where marketplace is true and tax_collected_by is not seller, else empty"
            }
            Made::MarketplaceInCapitals => "TRUE or FALSE, by marketplace",
            Made::Product => "sku; SHIPPING, GIFT-WRAP or NO-SKU for what has none",
            Made::Quantity => "quantity; 1 for shipping and gift wrap",
            Made::Net => "the item's amount after its discount",
            Made::Tax => {
                "the item's tax; where shipping has a column here and its tax has none, with the tax on shipping"
            }
            Made::Discount => "the item's discount; below zero in a refund",
            Made::Shipping => "shipping_amount after shipping_discount",
            Made::WholeQuantity => "quantity if it divides item_amount without a remainder, else 1",
            Made::UnitPrice => "item_amount by that quantity; for gift wrap, gift_wrap_amount",
            Made::ItemDescription => "the quantity in words where 1 stands for it; Gift wrap",
            Made::Total => "all items' amounts after discounts, and their taxes",
            Made::TotalTax => "all items' taxes",
            Made::ShipFrom => "SHIP_FROM, if there is a ship_from_state",
            Made::ShipFromCountry => "US, if there is a ship_from_state",
        }
    }
}
