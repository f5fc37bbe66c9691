//! Reports and files that sellers bring by mistake: enough to name them and to name the right one.
//!
//! Amazon's headers: the project's notes on Amazon reports, section 1, which cite Amazon's documentation and public
//! code. Other companies' headers: public code that reads their exports; the templates of tax services: the notes,
//! section 4, which cite each service's help pages. A family with two headers stands here twice, with the same words.

use super::{Report, Usability};
use crate::findings::words;

const SHIPMENTS: &str = "fulfilled-shipments";
const SHIPPED_BY_SELLER: &str = "order-report";

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

const fn quoted_as_ledgers(report: Report) -> Report {
    Report { ledger_quoting: true, ..report }
}

const NOT_A_TABLE: &[&str] = &[];

pub(super) static REPORTS: &[Report] = &[
    // Amazon's, about orders and shipments.
    other(
        "unshipped-orders",
        "Unshipped Orders",
        &["order-id", "order-item-id", "quantity-to-ship", "days-past-promise"],
        "It lists what you still have to send and has no prices.",
        SHIPPED_BY_SELLER,
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
        "It lists goods that came back, without any amount: a return is not a refund.",
        "transactions",
    ),
    other(
        "merchant-returns",
        "Returns of orders you ship yourself",
        &["order id", "order date", "return request date", "return request status", "amazon rma id"],
        "It lists goods that came back: a return is not a refund.",
        "transactions",
    ),
    // Amazon's, about money.
    other(
        "settlement",
        "Settlement report (Flat File V2)",
        &["settlement-id", "deposit-date", "total-amount", "amount-type", "amount-description"],
        "It says what Amazon paid you, and not to which state the goods went.",
        "transactions",
    ),
    other(
        "settlement-v1",
        "Settlement report (older form)",
        &["settlement-id", "deposit-date", "total-amount", "price-type", "price-amount"],
        "It says what Amazon paid you, and not to which state the goods went.",
        "transactions",
    ),
    other(
        "reimbursements",
        "Reimbursements",
        &["approval-date", "reimbursement-id", "case-id", "amount-per-unit"],
        "It lists what Amazon paid you for lost goods, not sales.",
        SHIPMENTS,
    ),
    other(
        "fee-preview",
        "Fee Preview",
        &["fnsku", "your-price", "estimated-fee-total", "estimated-referral-fee-per-unit"],
        "It estimates fees for goods that are not sold yet.",
        SHIPMENTS,
    ),
    other(
        "storage-fees",
        "Storage Fees",
        &["fnsku", "fulfillment_center", "average_quantity_on_hand", "month_of_charge"],
        "It lists what Amazon charges for storing your goods, not sales.",
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
    other(
        "vat-calculation",
        "VAT Calculation Report",
        &[
            "Is Invoice Corrected",
            "Tax Calculation Date",
            "Tax Reporting Scheme",
            "OUR_PRICE Tax Inclusive Selling Price",
        ],
        "It is for VAT in Europe and carries buyers' names and addresses.",
        SHIPMENTS,
    ),
    // Amazon's, about stock, listings and advertising.
    quoted_as_ledgers(other(
        "inventory-ledger",
        "Inventory Ledger (detail)",
        &["date", "fnsku", "msku", "event type", "reference id", "disposition"],
        "It lists where your stock moved, not sales.",
        SHIPMENTS,
    )),
    quoted_as_ledgers(other(
        "inventory-ledger-summary",
        "Inventory Ledger (summary)",
        &["date", "fnsku", "msku", "starting warehouse balance", "ending warehouse balance"],
        "It lists how much stock you had, not sales.",
        SHIPMENTS,
    )),
    other(
        "inventory-events",
        "Inventory Event Detail",
        &["snapshot-date", "transaction-type", "fnsku", "fulfillment-center-id", "disposition"],
        "It lists where your stock moved, without prices and addresses.",
        SHIPMENTS,
    ),
    other(
        "inventory",
        "Daily Inventory History",
        &["snapshot-date", "fnsku", "fulfillment-center-id", "detailed-disposition"],
        "It lists your stock, not sales.",
        SHIPMENTS,
    ),
    other(
        "received-inventory",
        "Received Inventory",
        &["received-date", "fnsku", "fba-shipment-id", "fulfillment-center-id"],
        "It lists what you sent to Amazon, not what was sold.",
        SHIPMENTS,
    ),
    other(
        "fba-inventory",
        "Manage FBA Inventory",
        &["fnsku", "your-price", "mfn-listing-exists", "afn-listing-exists", "afn-warehouse-quantity"],
        "It lists your stock, not sales.",
        SHIPMENTS,
    ),
    other(
        "listings",
        "Listings report",
        &["item-name", "listing-id", "seller-sku", "open-date"],
        "It lists what you offer, not what was sold.",
        SHIPMENTS,
    ),
    other(
        "business-report",
        "Business Report",
        &["(Parent) ASIN", "(Child) ASIN", "Units Ordered", "Ordered Product Sales", "Total Order Items"],
        "It adds up sales by product, without orders, dates and states.",
        SHIPMENTS,
    ),
    other(
        "business-report",
        "Business Report",
        &["Date", "Units Ordered", "Ordered Product Sales", "Total Order Items", "Average Selling Price"],
        "It adds up sales by product, without orders, dates and states.",
        SHIPMENTS,
    ),
    other(
        "brand-analytics",
        "Brand Analytics",
        &["Search Frequency Rank", "Search Term", "Top Clicked Category #1", "Top Clicked Product #1: ASIN"],
        "It says what buyers searched for, not what they bought from you.",
        SHIPMENTS,
    ),
    other(
        "advertising",
        "Advertising report",
        &["Campaign Name", "Ad Group Name", "Impressions", "Clicks", "Spend"],
        "It says what your advertisements cost, not what was sold to whom.",
        SHIPMENTS,
    ),
    // Other companies'.
    other(
        "shopify-orders",
        "Shopify orders",
        &["Name", "Financial Status", "Fulfillment Status", "Lineitem name", "Lineitem quantity"],
        "It holds the sales of your own shop. Amazon's are not in it.",
        SHIPMENTS,
    ),
    other(
        "ebay-orders",
        "eBay orders",
        &["Sales Record Number", "Order Number", "Buyer Username", "Item Number", "Sold For"],
        "It holds your sales on eBay. Amazon's are not in it.",
        SHIPMENTS,
    ),
    other(
        "ebay-orders",
        "eBay orders",
        &["Sales Record Number", "User Id", "Buyer Fullname", "Item Number", "Sale Price"],
        "It holds your sales on eBay. Amazon's are not in it.",
        SHIPMENTS,
    ),
    other(
        "walmart-orders",
        "Walmart orders",
        &["PO#", "Order#", "Customer Name", "Customer Shipping Address", "Item Description"],
        "It holds your sales on Walmart. Amazon's are not in it.",
        SHIPMENTS,
    ),
    other(
        "etsy-orders",
        "Etsy orders",
        &["Sale Date", "Item Name", "Buyer", "Transaction ID", "Listing ID"],
        "It holds your sales on Etsy. Amazon's are not in it.",
        SHIPMENTS,
    ),
    other(
        "tiktok-orders",
        "TikTok Shop orders",
        &["Order ID", "Order Status", "SKU ID", "SKU Subtotal Before Discount", "SKU Seller Discount"],
        "It holds your sales on TikTok Shop. Amazon's are not in it.",
        SHIPMENTS,
    ),
    other(
        "paypal",
        "PayPal activity",
        &["Date", "TimeZone", "Gross", "Fee", "Net"],
        "It lists payments, and Amazon pays you by bank transfer: its sales are not in it.",
        SHIPMENTS,
    ),
    other(
        "quickbooks",
        "QuickBooks report",
        &["Date", "Transaction Type", "Num", "Memo/Description", "Split", "Amount", "Balance"],
        "It comes from your books, where Amazon's sales are added up and no longer by state.",
        SHIPMENTS,
    ),
    other(
        "bank-statement",
        "Bank statement",
        &["Date", "Description", "Amount", "Balance"],
        "It says what Amazon paid you, and not to which state the goods went.",
        SHIPMENTS,
    ),
    other(
        "bank-statement",
        "Bank statement",
        &["Details", "Posting Date", "Description", "Amount", "Balance"],
        "It says what Amazon paid you, and not to which state the goods went.",
        SHIPMENTS,
    ),
    // Templates of tax services: TaxJar; Zamp, TaxCloud, Kintsugi, Anrok.
    other(
        "tax-service-template",
        "Upload template of a tax service",
        &["provider", "transaction_id", "transaction_type", "transaction_date", "total_sales_tax"],
        "Somebody filled it in, and we cannot tell whether it agrees with Amazon.",
        SHIPMENTS,
    ),
    other(
        "tax-service-template",
        "Upload template of a tax service",
        &["provider", "order_id", "transaction_type", "completed_at", "total_sale"],
        "Somebody filled it in, and we cannot tell whether it agrees with Amazon.",
        SHIPMENTS,
    ),
    other(
        "tax-service-template",
        "Upload template of a tax service",
        &[
            "transactionId",
            "transactionParentId",
            "transactionSubtotal",
            "transactionTax",
            "transactionTotal",
        ],
        "Somebody filled it in, and we cannot tell whether it agrees with Amazon.",
        SHIPMENTS,
    ),
    other(
        "tax-service-template",
        "Upload template of a tax service",
        &["OrderID", "CustomerID", "CapturedDate", "DeliveredBySeller", "ShipFromZip5"],
        "Somebody filled it in, and we cannot tell whether it agrees with Amazon.",
        SHIPMENTS,
    ),
    other(
        "tax-service-template",
        "Upload template of a tax service",
        &[
            "transaction_external_id",
            "related_external_id",
            "marketplace",
            "ship_to_state",
            "ship_to_country",
        ],
        "Somebody filled it in, and we cannot tell whether it agrees with Amazon.",
        SHIPMENTS,
    ),
    other(
        "tax-service-template",
        "Upload template of a tax service",
        &["transaction_id", "product_id", "amount", "currency_code", "customer_address_state"],
        "Somebody filled it in, and we cannot tell whether it agrees with Amazon.",
        SHIPMENTS,
    ),
    // Our own.
    other(
        "sale-lines",
        "A file that was cleaned here before",
        &["line_id", "tax_date", "tax_collected_by", "ship_to_state", "source_record"],
        "This is already the cleaned file: send it as it is, or choose Amazon's report to check it again.",
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
        "apple-numbers",
        "A Numbers document",
        NOT_A_TABLE,
        "Only Numbers can open it. Amazon's own download is the file to choose.",
        SHIPMENTS,
    ),
    other(
        "open-document",
        "An OpenDocument spreadsheet",
        NOT_A_TABLE,
        "We cannot look inside it. Amazon's own download is the file to choose.",
        SHIPMENTS,
    ),
    other(
        "old-workbook",
        "A workbook of an old Excel (.xls)",
        NOT_A_TABLE,
        "We cannot look inside it. Amazon's own download is the file to choose.",
        SHIPMENTS,
    ),
    other(
        "encrypted-workbook",
        "A workbook with a password",
        NOT_A_TABLE,
        "Without the password nobody can read it. Amazon's own download has none.",
        SHIPMENTS,
    ),
    other(
        "word-document",
        "A Word document",
        NOT_A_TABLE,
        "It is made for reading and printing, not for a program.",
        SHIPMENTS,
    ),
    other(
        "e-mail",
        "A saved e-mail",
        NOT_A_TABLE,
        "The report may be attached to it: save the attachment, and choose that.",
        SHIPMENTS,
    ),
    other(
        "shortcut",
        "A shortcut",
        NOT_A_TABLE,
        "It only says where another file or page is: choose the file itself.",
        SHIPMENTS,
    ),
    other(
        "icloud-placeholder",
        "A file that is still in iCloud",
        NOT_A_TABLE,
        "Only its name is on this computer: open it in Finder once, so that it is downloaded, then choose it again.",
        SHIPMENTS,
    ),
    other(
        "accounting-export",
        "A bank download for accounting programs",
        NOT_A_TABLE,
        "It says what Amazon paid you, and not to which state the goods went.",
        SHIPMENTS,
    ),
    other(
        "compressed",
        "A compressed file",
        NOT_A_TABLE,
        "We cannot look inside it: unpack it, and choose the report in it.",
        SHIPMENTS,
    ),
    other(
        "binary",
        "A file that holds no text",
        NOT_A_TABLE,
        "There is no table in it that we could read.",
        SHIPMENTS,
    ),
    // Tables that cannot be told.
    other(
        "unknown-language",
        "An Amazon report with column names in a language that we do not know",
        NOT_A_TABLE,
        "Set Seller Central to English and download the report again: that gives a file we can read.",
        SHIPMENTS,
    ),
    other(
        "no-header",
        "A table without its column names",
        NOT_A_TABLE,
        "Without the first line, nobody can tell which number is a price and which a tax.",
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
