// Made from the catalogue by `UPDATE=1 cargo test --test catalogue`.
export default {
  "codes": {
    "file-empty": {
      "severity": "error",
      "effect": "blocks"
    },
    "no-records": {
      "severity": "note",
      "effect": "sets-aside"
    },
    "wrong-report": {
      "severity": "error",
      "effect": "blocks"
    },
    "column-missing": {
      "severity": "error",
      "effect": "blocks"
    },
    "column-twice": {
      "severity": "error",
      "effect": "blocks"
    },
    "column-unknown": {
      "severity": "note",
      "effect": "judged"
    },
    "columns-in-another-language": {
      "severity": "error",
      "effect": "blocks"
    },
    "header-repeated": {
      "severity": "note",
      "effect": "sets-aside"
    },
    "another-report-below": {
      "severity": "error",
      "effect": "blocks"
    },
    "container-encrypted": {
      "severity": "error",
      "effect": "blocks"
    },
    "container-damaged": {
      "severity": "error",
      "effect": "blocks"
    },
    "container-too-large": {
      "severity": "error",
      "effect": "blocks"
    },
    "container-nothing-inside": {
      "severity": "error",
      "effect": "blocks"
    },
    "container-unsupported": {
      "severity": "error",
      "effect": "blocks"
    },
    "template-without-currency": {
      "severity": "error",
      "effect": "blocks"
    },
    "file-added-twice": {
      "severity": "warning",
      "effect": "judged"
    },
    "reports-count-the-same-sales": {
      "severity": "error",
      "effect": "blocks"
    },
    "last-day-may-be-partial": {
      "severity": "note",
      "effect": "judged"
    },
    "record-blank": {
      "severity": "note",
      "effect": "sets-aside"
    },
    "record-too-long": {
      "severity": "error",
      "effect": "judged"
    },
    "quote-never-closed": {
      "severity": "error",
      "effect": "judged"
    },
    "record-has-nul": {
      "severity": "error",
      "effect": "judged"
    },
    "too-few-cells": {
      "severity": "error",
      "effect": "judged"
    },
    "too-many-cells": {
      "severity": "error",
      "effect": "judged"
    },
    "record-cut-off": {
      "severity": "error",
      "effect": "judged"
    },
    "encoding-mixed": {
      "severity": "error",
      "effect": "judged"
    },
    "repair-declined": {
      "severity": "error",
      "effect": "judged"
    },
    "line-in-another-file": {
      "severity": "note",
      "effect": "sets-aside"
    },
    "sale-differs-between-files": {
      "severity": "error",
      "effect": "judged"
    },
    "opened-in-a-spreadsheet": {
      "severity": "warning",
      "effect": "judged"
    },
    "left-out-by-seller": {
      "severity": "note",
      "effect": "sets-aside"
    },
    "edit-without-effect": {
      "severity": "warning",
      "effect": "judged"
    },
    "surrounding-blanks": {
      "severity": "note",
      "effect": "repairs"
    },
    "text-damaged": {
      "severity": "warning",
      "effect": "judged"
    },
    "text-lost": {
      "severity": "warning",
      "effect": "judged"
    },
    "decoded-twice": {
      "severity": "note",
      "effect": "repairs"
    },
    "invisible-characters": {
      "severity": "note",
      "effect": "repairs"
    },
    "quotes-around-cell": {
      "severity": "note",
      "effect": "repairs",
      "sign": true
    },
    "cell-too-narrow": {
      "severity": "error",
      "effect": "judged",
      "sign": true
    },
    "order-id-missing": {
      "severity": "error",
      "effect": "judged"
    },
    "order-id-malformed": {
      "severity": "error",
      "effect": "judged"
    },
    "order-id-destroyed": {
      "severity": "error",
      "effect": "judged",
      "sign": true
    },
    "id-in-scientific-notation": {
      "severity": "error",
      "effect": "judged",
      "sign": true
    },
    "id-rounded-by-spreadsheet": {
      "severity": "error",
      "effect": "judged",
      "sign": true
    },
    "date-missing": {
      "severity": "error",
      "effect": "judged"
    },
    "date-unreadable": {
      "severity": "error",
      "effect": "judged"
    },
    "date-rewritten-by-spreadsheet": {
      "severity": "error",
      "effect": "judged",
      "sign": true
    },
    "date-order-open": {
      "severity": "error",
      "effect": "judged",
      "sign": true
    },
    "date-order-decided": {
      "severity": "note",
      "effect": "repairs",
      "sign": true
    },
    "date-is-serial-number": {
      "severity": "error",
      "effect": "judged",
      "sign": true
    },
    "date-offset-broken": {
      "severity": "warning",
      "effect": "judged"
    },
    "date-without-offset": {
      "severity": "warning",
      "effect": "judged"
    },
    "date-with-blanks": {
      "severity": "note",
      "effect": "repairs"
    },
    "amount-unreadable": {
      "severity": "error",
      "effect": "judged"
    },
    "amount-too-precise": {
      "severity": "error",
      "effect": "judged"
    },
    "amount-negative": {
      "severity": "error",
      "effect": "judged"
    },
    "amount-with-thousands-commas": {
      "severity": "note",
      "effect": "repairs",
      "sign": true
    },
    "amount-with-decimal-comma": {
      "severity": "note",
      "effect": "repairs"
    },
    "amount-with-currency-sign": {
      "severity": "note",
      "effect": "repairs"
    },
    "amount-with-long-minus": {
      "severity": "note",
      "effect": "repairs"
    },
    "quantity-missing": {
      "severity": "error",
      "effect": "judged"
    },
    "quantity-unreadable": {
      "severity": "error",
      "effect": "judged"
    },
    "quantity-zero": {
      "severity": "error",
      "effect": "judged"
    },
    "currency-unknown": {
      "severity": "error",
      "effect": "judged"
    },
    "currency-in-small-letters": {
      "severity": "note",
      "effect": "repairs"
    },
    "country-missing": {
      "severity": "error",
      "effect": "judged"
    },
    "country-unknown": {
      "severity": "error",
      "effect": "judged"
    },
    "country-spelled-out": {
      "severity": "note",
      "effect": "repairs"
    },
    "country-cannot-be-told": {
      "severity": "error",
      "effect": "judged"
    },
    "territory-as-country": {
      "severity": "note",
      "effect": "repairs"
    },
    "address-in-canada": {
      "severity": "error",
      "effect": "judged"
    },
    "state-missing": {
      "severity": "error",
      "effect": "judged"
    },
    "state-unknown": {
      "severity": "error",
      "effect": "judged"
    },
    "state-misspelled": {
      "severity": "error",
      "effect": "judged"
    },
    "state-spelled-out": {
      "severity": "note",
      "effect": "repairs"
    },
    "state-abbreviated": {
      "severity": "note",
      "effect": "repairs"
    },
    "state-told-by-zip": {
      "severity": "note",
      "effect": "repairs"
    },
    "postal-code-missing": {
      "severity": "error",
      "effect": "judged"
    },
    "postal-code-unreadable": {
      "severity": "error",
      "effect": "judged"
    },
    "postal-code-lost-zero": {
      "severity": "note",
      "effect": "repairs",
      "sign": true
    },
    "postal-code-run-together": {
      "severity": "note",
      "effect": "repairs"
    },
    "city-holds-postal-code": {
      "severity": "note",
      "effect": "repairs"
    },
    "city-holds-another-postal-code": {
      "severity": "warning",
      "effect": "judged"
    },
    "fulfillment-center-unreadable": {
      "severity": "warning",
      "effect": "judged"
    },
    "fulfillment-center-unknown": {
      "severity": "note",
      "effect": "judged"
    },
    "boolean-in-capitals": {
      "severity": "note",
      "effect": "repairs",
      "sign": true
    },
    "order-status-unknown": {
      "severity": "error",
      "effect": "judged"
    },
    "sales-channel-unknown": {
      "severity": "error",
      "effect": "judged"
    },
    "financial-component-unknown": {
      "severity": "error",
      "effect": "judged"
    },
    "refund-above-zero": {
      "severity": "error",
      "effect": "judged"
    },
    "net-zero": {
      "severity": "note",
      "effect": "judged"
    },
    "sold-at-no-charge": {
      "severity": "note",
      "effect": "judged"
    },
    "order-returned": {
      "severity": "warning",
      "effect": "judged"
    },
    "shipment-id-missing": {
      "severity": "warning",
      "effect": "judged"
    },
    "line-number-missing": {
      "severity": "note",
      "effect": "judged"
    },
    "multi-channel-order": {
      "severity": "note",
      "effect": "judged"
    },
    "shipped-before-ordered": {
      "severity": "warning",
      "effect": "judged"
    },
    "date-in-the-future": {
      "severity": "warning",
      "effect": "judged"
    },
    "date-before-amazon": {
      "severity": "error",
      "effect": "judged"
    },
    "month-differs-in-utc": {
      "severity": "note",
      "effect": "judged"
    },
    "outside-period": {
      "severity": "warning",
      "effect": "judged"
    },
    "currency-missing": {
      "severity": "error",
      "effect": "judged"
    },
    "item-price-missing": {
      "severity": "warning",
      "effect": "judged"
    },
    "tax-without-price": {
      "severity": "warning",
      "effect": "judged"
    },
    "discount-above-price": {
      "severity": "warning",
      "effect": "judged"
    },
    "currency-of-another-store": {
      "severity": "warning",
      "effect": "judged"
    },
    "tax-rate-too-high": {
      "severity": "warning",
      "effect": "judged"
    },
    "tax-in-untaxed-state": {
      "severity": "warning",
      "effect": "judged"
    },
    "unit-price-disagrees": {
      "severity": "error",
      "effect": "judged"
    },
    "postal-code-in-another-state": {
      "severity": "error",
      "effect": "judged"
    },
    "postal-code-across-the-border": {
      "severity": "warning",
      "effect": "judged"
    },
    "military-address": {
      "severity": "note",
      "effect": "judged"
    },
    "address-in-us": {
      "severity": "error",
      "effect": "judged"
    },
    "destination-outside-us": {
      "severity": "note",
      "effect": "judged"
    },
    "order-cancelled": {
      "severity": "note",
      "effect": "sets-aside"
    },
    "item-cancelled-in-shipped-order": {
      "severity": "note",
      "effect": "sets-aside"
    },
    "replacement-at-no-charge": {
      "severity": "note",
      "effect": "sets-aside"
    },
    "order-not-final": {
      "severity": "note",
      "effect": "sets-aside"
    },
    "continuation-line": {
      "severity": "note",
      "effect": "sets-aside"
    },
    "continuation-with-amount": {
      "severity": "error",
      "effect": "judged"
    },
    "jurisdiction-line": {
      "severity": "note",
      "effect": "sets-aside"
    },
    "fee-or-transfer": {
      "severity": "note",
      "effect": "sets-aside"
    },
    "transaction-type-unknown": {
      "severity": "error",
      "effect": "judged"
    },
    "tax-corrected-later": {
      "severity": "error",
      "effect": "judged"
    },
    "line-repeated": {
      "severity": "warning",
      "effect": "judged"
    },
    "line-repeated-differently": {
      "severity": "error",
      "effect": "judged"
    },
    "email-in-cell": {
      "severity": "note",
      "effect": "withholds"
    },
    "phone-in-cell": {
      "severity": "note",
      "effect": "withholds"
    },
    "street-in-cell": {
      "severity": "note",
      "effect": "withholds"
    },
    "name-in-cell": {
      "severity": "note",
      "effect": "withholds"
    },
    "cell-too-long": {
      "severity": "note",
      "effect": "withholds"
    },
    "formula-start": {
      "severity": "note",
      "effect": "judged"
    },
    "prices-all-equal": {
      "severity": "warning",
      "effect": "judged"
    },
    "tax-all-zero": {
      "severity": "warning",
      "effect": "judged"
    },
    "column-empty": {
      "severity": "note",
      "effect": "judged"
    },
    "currencies-mixed": {
      "severity": "note",
      "effect": "judged"
    },
    "rows-at-spreadsheet-limit": {
      "severity": "warning",
      "effect": "judged"
    },
    "days-without-sales": {
      "severity": "note",
      "effect": "judged"
    },
    "month-without-sales": {
      "severity": "warning",
      "effect": "judged"
    },
    "period-not-covered": {
      "severity": "warning",
      "effect": "judged"
    }
  },
  "reports": {
    "unshipped-orders": {
      "instead": "order-report"
    },
    "promotions": {
      "instead": "fulfilled-shipments"
    },
    "replacements": {
      "instead": "fulfilled-shipments"
    },
    "customer-returns": {
      "instead": "transactions"
    },
    "merchant-returns": {
      "instead": "transactions"
    },
    "settlement": {
      "instead": "transactions"
    },
    "settlement-v1": {
      "instead": "transactions"
    },
    "reimbursements": {
      "instead": "fulfilled-shipments"
    },
    "fee-preview": {
      "instead": "fulfilled-shipments"
    },
    "storage-fees": {
      "instead": "fulfilled-shipments"
    },
    "vat-transactions": {
      "instead": "fulfilled-shipments"
    },
    "vat-calculation": {
      "instead": "fulfilled-shipments"
    },
    "inventory-ledger": {
      "instead": "fulfilled-shipments"
    },
    "inventory-ledger-summary": {
      "instead": "fulfilled-shipments"
    },
    "inventory-events": {
      "instead": "fulfilled-shipments"
    },
    "inventory": {
      "instead": "fulfilled-shipments"
    },
    "received-inventory": {
      "instead": "fulfilled-shipments"
    },
    "fba-inventory": {
      "instead": "fulfilled-shipments"
    },
    "listings": {
      "instead": "fulfilled-shipments"
    },
    "business-report": {
      "instead": "fulfilled-shipments"
    },
    "brand-analytics": {
      "instead": "fulfilled-shipments"
    },
    "advertising": {
      "instead": "fulfilled-shipments"
    },
    "shopify-orders": {
      "instead": "fulfilled-shipments"
    },
    "ebay-orders": {
      "instead": "fulfilled-shipments"
    },
    "walmart-orders": {
      "instead": "fulfilled-shipments"
    },
    "etsy-orders": {
      "instead": "fulfilled-shipments"
    },
    "tiktok-orders": {
      "instead": "fulfilled-shipments"
    },
    "paypal": {
      "instead": "fulfilled-shipments"
    },
    "quickbooks": {
      "instead": "fulfilled-shipments"
    },
    "bank-statement": {
      "instead": "fulfilled-shipments"
    },
    "tax-service-template": {
      "instead": "fulfilled-shipments"
    },
    "sale-lines": {
      "instead": "fulfilled-shipments"
    },
    "pdf": {
      "instead": "fulfilled-shipments"
    },
    "image": {
      "instead": "fulfilled-shipments"
    },
    "web-page": {
      "instead": "fulfilled-shipments"
    },
    "apple-numbers": {
      "instead": "fulfilled-shipments"
    },
    "open-document": {
      "instead": "fulfilled-shipments"
    },
    "old-workbook": {
      "instead": "fulfilled-shipments"
    },
    "encrypted-workbook": {
      "instead": "fulfilled-shipments"
    },
    "word-document": {
      "instead": "fulfilled-shipments"
    },
    "e-mail": {
      "instead": "fulfilled-shipments"
    },
    "shortcut": {
      "instead": "fulfilled-shipments"
    },
    "icloud-placeholder": {
      "instead": "fulfilled-shipments"
    },
    "accounting-export": {
      "instead": "fulfilled-shipments"
    },
    "compressed": {
      "instead": "fulfilled-shipments"
    },
    "binary": {
      "instead": "fulfilled-shipments"
    },
    "unknown-language": {
      "instead": "fulfilled-shipments"
    },
    "no-header": {
      "instead": "fulfilled-shipments"
    },
    "unknown": {
      "instead": "fulfilled-shipments"
    }
  }
};
