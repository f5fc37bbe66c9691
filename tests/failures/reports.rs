//! A small clean report of each family.

use crate::generator::FULFILLED_SHIPMENTS;
use crate::rig::{Answer, Report};
use report_preflight::outcome::Verdict;

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
