//! All Orders, `GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL`, `_BY_LAST_UPDATE_GENERAL` and archived,
//! `GET_FLAT_FILE_ARCHIVED_ORDERS_DATA_BY_ORDER_DATE`.
//!
//! Columns: developer-docs.amazon.com order-tracking-reports-attributes (31; 32 with `cpf`), and the widths that
//! public code and the exports of several years show. It holds orders of every status, shipped by Amazon or by
//! the seller; amounts are for the whole quantity (Seller Central help 200547170).

use super::Field::*;
use super::{Column, Generation, Reading, Report, Usability, steps};

pub(super) static REPORT: Report = Report {
    family: "all-orders",
    title: "All Orders",
    recognised_by: &["amazon-order-id", "order-status", "item-status", "order-channel", "last-updated-date"],
    way: steps(&[
        "Sign in to Seller Central.",
        "Open Reports, then Fulfillment.",
        "Under Sales, choose All Orders.",
        "Choose the dates by order date and request the .txt download.",
        "When it is ready, download it and choose that file here, without opening it in a spreadsheet.",
    ]),
    usability: Usability::Usable(&Reading {
        columns: &[
            Column::required("amazon-order-id", OrderId).leaves(),
            Column::stays("merchant-order-id"),
            Column::required("purchase-date", OrderedAt).leaves(),
            Column::stays("last-updated-date"),
            Column::required("order-status", OrderStatus),
            Column::optional("fulfillment-channel", FulfillmentChannel).leaves(),
            Column::optional("sales-channel", SalesChannel).leaves(),
            Column::stays("order-channel"),
            Column::stays("url"),
            Column::stays("ship-service-level"),
            Column::stays("product-name"),
            Column::required("sku", Sku).leaves(),
            Column::optional("asin", Asin),
            Column::stays("number-of-items"),
            Column::optional("item-status", ItemStatus),
            Column::optional("tax-collection-model", CollectionModel).leaves(),
            Column::optional("tax-collection-responsible-party", CollectionParty).leaves(),
            Column::required("quantity", Quantity).also(&["quantity-purchased"]).leaves(),
            Column::required("currency", Currency).leaves(),
            Column::required("item-price", ItemAmount).leaves(),
            Column::required("item-tax", ItemTax).leaves(),
            Column::optional("shipping-price", ShippingAmount).leaves(),
            Column::optional("shipping-tax", ShippingTax).leaves(),
            Column::optional("gift-wrap-price", GiftWrapAmount).leaves(),
            Column::optional("gift-wrap-tax", GiftWrapTax).leaves(),
            Column::optional("item-promotion-discount", ItemDiscount).leaves(),
            Column::optional("ship-promotion-discount", ShippingDiscount).leaves(),
            Column::stays("address-type"),
            Column::optional("ship-city", City).leaves(),
            Column::required("ship-state", State).leaves(),
            Column::required("ship-postal-code", PostalCode).leaves(),
            Column::required("ship-country", Country).leaves(),
            Column::stays("promotion-ids"),
            Column::stays("cpf"),
            Column::optional("is-business-order", BusinessOrder),
            Column::stays("purchase-order-number"),
            Column::stays("price-designation"),
            Column::stays("is-sold-by-ab"),
            Column::stays("is-iba"),
            Column::stays("fulfilled-by"),
            Column::stays("signature-confirmation-recommended"),
        ],
        generations: &[
            Generation { name: "with-tax-collection", with: &["tax-collection-model"], without: &[] },
            Generation { name: "with-sold-by-ab", with: &["url", "is-sold-by-ab"], without: &[] },
            Generation { name: "with-url-and-business", with: &["url", "is-business-order"], without: &[] },
            Generation { name: "with-url", with: &["url"], without: &[] },
            Generation {
                name: "with-signature",
                with: &["signature-confirmation-recommended"],
                without: &[],
            },
            Generation { name: "with-iba", with: &["is-iba"], without: &[] },
            Generation { name: "with-fulfilled-by", with: &["fulfilled-by"], without: &[] },
            Generation { name: "with-cpf", with: &["cpf"], without: &[] },
            Generation { name: "with-business", with: &["is-business-order"], without: &[] },
            Generation { name: "other", with: &[], without: &[] },
        ],
        tax_date: OrderedAt,
        identity: &[OrderId, Sku, Asin],
        identity_without_ids: &[OrderId, Sku],
        ..Reading::EMPTY
    }),
};
