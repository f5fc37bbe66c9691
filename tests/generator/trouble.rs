//! What is planted in the show: data.

/// What a finding does to its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Error,
    Warning,
    Note,
    Repair,
    SetAside,
    Withheld,
}

impl Kind {
    pub const ALL: [Kind; 6] =
        [Kind::Error, Kind::Warning, Kind::Note, Kind::Repair, Kind::SetAside, Kind::Withheld];

    pub fn name(self) -> &'static str {
        match self {
            Kind::Error => "error",
            Kind::Warning => "warning",
            Kind::Note => "note",
            Kind::Repair => "repair",
            Kind::SetAside => "set aside",
            Kind::Withheld => "withheld",
        }
    }
}

pub struct Trouble {
    pub code: &'static str,
    pub kind: Kind,
    /// Where it must be found; empty: it is about the whole record.
    pub column: &'static str,
    /// Column, what is written there, and what that is worth: the same, unless it is repaired or withheld.
    pub cells: &'static [(&'static str, &'static str, &'static str)],
    pub change: Change,
}

#[derive(Clone, Copy)]
pub enum Change {
    /// Of the cells alone.
    Cells,
    /// Of the whole line.
    Line(fn(&mut Vec<u8>)),
    /// None, but below the line comes this one, in which the trouble lies.
    Below(fn(&[u8]) -> Vec<u8>),
}

/// Trouble of a file as a whole.
pub struct OfTheFile {
    pub record: Option<u64>,
    pub times: u64,
    pub trouble: Trouble,
}

type Cell = (&'static str, &'static str, &'static str);

const fn cells(code: &'static str, kind: Kind, column: &'static str, cells: &'static [Cell]) -> Trouble {
    Trouble { code, kind, column, cells, change: Change::Cells }
}

const fn error(code: &'static str, column: &'static str, changed: &'static [Cell]) -> Trouble {
    cells(code, Kind::Error, column, changed)
}
const fn warning(code: &'static str, column: &'static str, changed: &'static [Cell]) -> Trouble {
    cells(code, Kind::Warning, column, changed)
}
const fn note(code: &'static str, column: &'static str, changed: &'static [Cell]) -> Trouble {
    cells(code, Kind::Note, column, changed)
}
const fn repair(code: &'static str, column: &'static str, changed: &'static [Cell]) -> Trouble {
    cells(code, Kind::Repair, column, changed)
}
const fn withheld(code: &'static str, column: &'static str, changed: &'static [Cell]) -> Trouble {
    cells(code, Kind::Withheld, column, changed)
}
const fn line(code: &'static str, kind: Kind, change: Change) -> Trouble {
    Trouble { code, kind, column: "", cells: &[], change }
}

pub const TROUBLES: &[Trouble] = &[
    // The order and its numbers.
    error("order-id-missing", "amazon-order-id", &[("amazon-order-id", "", "")]),
    error("order-id-malformed", "amazon-order-id", &[("amazon-order-id", "FBA18ZN0LT90", "")]),
    error("order-id-destroyed", "amazon-order-id", &[("amazon-order-id", "1.1139E+16", "")]),
    error(
        "id-in-scientific-notation",
        "amazon-order-item-id",
        &[("amazon-order-item-id", "7.66446E+12", "")],
    ),
    error(
        "id-rounded-by-spreadsheet",
        "shipment-item-id",
        &[("shipment-item-id", "1211397397571528200", "")],
    ),
    warning("shipment-id-missing", "shipment-id", &[("shipment-id", "", "")]),
    error("cell-too-narrow", "item-price", &[("item-price", "########", "")]),
    note(
        "multi-channel-order",
        "amazon-order-id",
        &[
            ("amazon-order-id", "S01-4412345-8812345", "S01-4412345-8812345"),
            ("sales-channel", "Non-Amazon US", "Non-Amazon US"),
        ],
    ),
    // Dates.
    error("date-missing", "shipment-date", &[("shipment-date", "", "")]),
    error("date-unreadable", "shipment-date", &[("shipment-date", "2026-04-31T10:00:00-07:00", "")]),
    error("date-is-serial-number", "shipment-date", &[("shipment-date", "46112", "")]),
    error(
        "date-before-amazon",
        "shipment-date",
        &[
            ("purchase-date", "1991-04-02T10:00:00-07:00", ""),
            ("shipment-date", "1991-04-03T10:00:00-07:00", ""),
        ],
    ),
    warning(
        "date-offset-broken",
        "purchase-date",
        &[
            ("purchase-date", "2026-03-10T18:53:56+00e00", "2026-03-10T18:53:56"),
            ("shipment-date", "2026-03-14T09:14:09-07:00", "2026-03-14T09:14:09-07:00"),
        ],
    ),
    warning(
        "date-without-offset",
        "shipment-date",
        &[
            ("purchase-date", "2026-04-03T21:14:09-07:00", "2026-04-03T21:14:09-07:00"),
            ("shipment-date", "2026-04-05T21:14:09", "2026-04-05T21:14:09"),
        ],
    ),
    repair(
        "date-with-blanks",
        "purchase-date",
        &[
            ("purchase-date", "2026-03-09T18:53:56+ 00 :00", "2026-03-09T18:53:56+00:00"),
            ("shipment-date", "2026-03-12T18:53:56-07:00", "2026-03-12T18:53:56-07:00"),
        ],
    ),
    warning(
        "shipped-before-ordered",
        "shipment-date",
        &[
            ("purchase-date", "2026-05-02T10:00:00-07:00", "2026-05-02T10:00:00-07:00"),
            ("shipment-date", "2026-04-30T10:00:00-07:00", "2026-04-30T10:00:00-07:00"),
        ],
    ),
    warning(
        "date-in-the-future",
        "shipment-date",
        &[("shipment-date", "2027-05-11T10:00:00-07:00", "2027-05-11T10:00:00-07:00")],
    ),
    repair(
        "date-order-decided",
        "purchase-date",
        &[
            ("purchase-date", "3/31/2026 9:14", "2026-03-31T09:14:00"),
            ("shipment-date", "2026-04-02T09:14:09-07:00", "2026-04-02T09:14:09-07:00"),
        ],
    ),
    note(
        "month-differs-in-utc",
        "shipment-date",
        &[("shipment-date", "2026-05-31T23:10:00-07:00", "2026-05-31T23:10:00-07:00")],
    ),
    // Money.
    error("amount-unreadable", "item-price", &[("item-price", "19.99.00", "")]),
    error("amount-too-precise", "item-price", &[("item-price", "19.995", "")]),
    error("amount-negative", "item-price", &[("item-price", "-19.99", "")]),
    repair("amount-with-thousands-commas", "item-price", &[("item-price", "1,299.00", "1299.00")]),
    repair("amount-with-currency-sign", "item-price", &[("item-price", "$89.90", "89.90")]),
    repair(
        "amount-with-long-minus",
        "item-promotion-discount",
        &[
            ("item-price", "40.00", "40.00"),
            ("item-tax", "0.00", "0.00"),
            ("item-promotion-discount", "\u{2212}2.50", "-2.50"),
        ],
    ),
    error("currency-missing", "currency", &[("currency", "", "")]),
    error("currency-unknown", "currency", &[("currency", "US$", "")]),
    repair("currency-in-small-letters", "currency", &[("currency", "usd", "USD")]),
    warning(
        "item-price-missing",
        "item-price",
        &[("item-price", "", ""), ("item-tax", "", ""), ("item-promotion-discount", "", "")],
    ),
    warning(
        "tax-without-price",
        "item-tax",
        &[
            ("item-price", "0.00", "0.00"),
            ("item-tax", "1.20", "1.20"),
            ("item-promotion-discount", "", ""),
            ("ship-city", "Austin", "Austin"),
            ("ship-state", "TX", "TX"),
            ("ship-postal-code", "78701", "78701"),
        ],
    ),
    warning(
        "discount-above-price",
        "item-promotion-discount",
        &[
            ("item-price", "10.00", "10.00"),
            ("item-tax", "0.00", "0.00"),
            ("item-promotion-discount", "-12.00", "-12.00"),
        ],
    ),
    note(
        "net-zero",
        "item-price",
        &[
            ("item-price", "24.00", "24.00"),
            ("item-tax", "0.00", "0.00"),
            ("shipping-price", "0.00", "0.00"),
            ("shipping-tax", "0.00", "0.00"),
            ("gift-wrap-price", "0.00", "0.00"),
            ("gift-wrap-tax", "0.00", "0.00"),
            ("item-promotion-discount", "-24.00", "-24.00"),
            ("ship-promotion-discount", "", ""),
        ],
    ),
    note("line-number-missing", "shipment-item-id", &[("shipment-item-id", "", "")]),
    warning(
        "tax-rate-too-high",
        "item-tax",
        &[
            ("item-price", "20.00", "20.00"),
            ("item-tax", "6.40", "6.40"),
            ("item-promotion-discount", "", ""),
            ("ship-city", "Austin", "Austin"),
            ("ship-state", "TX", "TX"),
            ("ship-postal-code", "78701", "78701"),
        ],
    ),
    warning(
        "tax-in-untaxed-state",
        "item-tax",
        &[
            ("item-price", "20.00", "20.00"),
            ("item-tax", "1.00", "1.00"),
            ("item-promotion-discount", "", ""),
            ("ship-city", "Portland", "Portland"),
            ("ship-state", "OR", "OR"),
            ("ship-postal-code", "97201", "97201"),
        ],
    ),
    warning("currency-of-another-store", "currency", &[("currency", "CAD", "CAD")]),
    note(
        "sold-at-no-charge",
        "item-price",
        &[
            ("item-price", "0.00", "0.00"),
            ("item-tax", "0.00", "0.00"),
            ("shipping-price", "0.00", "0.00"),
            ("shipping-tax", "0.00", "0.00"),
            ("gift-wrap-price", "0.00", "0.00"),
            ("gift-wrap-tax", "0.00", "0.00"),
            ("item-promotion-discount", "", ""),
            ("ship-promotion-discount", "", ""),
        ],
    ),
    // How many.
    error("quantity-missing", "quantity-shipped", &[("quantity-shipped", "", "")]),
    error("quantity-unreadable", "quantity-shipped", &[("quantity-shipped", "two", "")]),
    error("quantity-zero", "quantity-shipped", &[("quantity-shipped", "0", "")]),
    // Where to.
    error("country-missing", "ship-country", &[("ship-country", "", "")]),
    error("country-unknown", "ship-country", &[("ship-country", "U", "")]),
    repair("country-spelled-out", "ship-country", &[("ship-country", "United States", "US")]),
    note(
        "destination-outside-us",
        "ship-country",
        &[
            ("ship-city", "London", "London"),
            ("ship-state", "", ""),
            ("ship-postal-code", "SW1A 1AA", "SW1A 1AA"),
            ("ship-country", "GB", "GB"),
            ("item-tax", "0.00", "0.00"),
        ],
    ),
    error(
        "state-missing",
        "ship-state",
        &[("ship-city", "Alta", ""), ("ship-state", "", ""), ("ship-postal-code", "83414", "")],
    ),
    error("state-unknown", "ship-state", &[("ship-state", "XX", "")]),
    repair(
        "state-spelled-out",
        "ship-state",
        &[
            ("ship-city", "Hartford", "Hartford"),
            ("ship-state", "Connecticut", "CT"),
            ("ship-postal-code", "06103", "06103"),
            ("item-tax", "0.50", "0.50"),
        ],
    ),
    error("postal-code-missing", "ship-postal-code", &[("ship-postal-code", "", "")]),
    error("postal-code-unreadable", "ship-postal-code", &[("ship-postal-code", "9810", "")]),
    repair(
        "postal-code-lost-zero",
        "ship-postal-code",
        &[
            ("ship-city", "New Haven", "New Haven"),
            ("ship-state", "CT", "CT"),
            ("ship-postal-code", "6513", "06513"),
            ("item-tax", "0.50", "0.50"),
        ],
    ),
    repair(
        "postal-code-run-together",
        "ship-postal-code",
        &[
            ("ship-city", "Seattle", "Seattle"),
            ("ship-state", "WA", "WA"),
            ("ship-postal-code", "981011523", "98101"),
            ("item-tax", "0.50", "0.50"),
        ],
    ),
    error(
        "postal-code-in-another-state",
        "ship-postal-code",
        &[
            ("ship-city", "Seattle", "Seattle"),
            ("ship-state", "WA", "WA"),
            ("ship-postal-code", "90012", "90012"),
            ("item-tax", "0.50", "0.50"),
        ],
    ),
    error(
        "state-misspelled",
        "ship-state",
        &[
            ("ship-city", "New Haven", ""),
            ("ship-state", "Conneticut", ""),
            ("ship-postal-code", "06513", ""),
        ],
    ),
    repair(
        "state-abbreviated",
        "ship-state",
        &[
            ("ship-city", "Fresno", "Fresno"),
            ("ship-state", "Calif.", "CA"),
            ("ship-postal-code", "93701", "93701"),
        ],
    ),
    repair(
        "state-told-by-zip",
        "ship-state",
        &[
            ("ship-city", "Fresno", "Fresno"),
            ("ship-state", "", "CA"),
            ("ship-postal-code", "93701", "93701"),
        ],
    ),
    repair(
        "territory-as-country",
        "ship-country",
        &[
            ("ship-city", "San Juan", "San Juan"),
            ("ship-state", "PR", "PR"),
            ("ship-postal-code", "00901", "00901"),
            ("ship-country", "PR", "US"),
        ],
    ),
    error(
        "address-in-canada",
        "ship-country",
        &[("ship-city", "Toronto", ""), ("ship-state", "ON", ""), ("ship-postal-code", "M5V 2T6", "")],
    ),
    note(
        "military-address",
        "ship-state",
        &[
            ("ship-city", "APO", "APO"),
            ("ship-state", "AE", "AE"),
            ("ship-postal-code", "09012", "09012"),
            ("item-tax", "0.00", "0.00"),
        ],
    ),
    warning(
        "postal-code-across-the-border",
        "ship-postal-code",
        &[
            ("ship-city", "Alzada", "Alzada"),
            ("ship-state", "MT", "MT"),
            ("ship-postal-code", "57751", "57751"),
            ("item-tax", "0.00", "0.00"),
        ],
    ),
    repair(
        "city-holds-postal-code",
        "ship-city",
        &[
            ("ship-city", "Seattle 98101", "Seattle"),
            ("ship-state", "WA", "WA"),
            ("ship-postal-code", "98101", "98101"),
        ],
    ),
    warning(
        "city-holds-another-postal-code",
        "ship-city",
        &[
            ("ship-city", "Seattle 98109", "Seattle 98109"),
            ("ship-state", "WA", "WA"),
            ("ship-postal-code", "98101", "98101"),
        ],
    ),
    note("fulfillment-center-unknown", "fulfillment-center-id", &[("fulfillment-center-id", "ZZZ9", "ZZZ9")]),
    // What must not leave.
    withheld("email-in-cell", "sku", &[("sku", "robin@example.com", "")]),
    withheld("phone-in-cell", "sku", &[("sku", "(206) 555-0147", "")]),
    withheld("street-in-cell", "ship-city", &[("ship-city", "12 Example Street", "")]),
    withheld(
        "name-in-cell",
        "ship-city",
        &[
            ("buyer-name", "Robin Sample", ""),
            ("recipient-name", "Robin Sample", ""),
            ("ship-city", "Robin Sample", ""),
        ],
    ),
    withheld("cell-too-long", "sku", &[("sku", LONG, "")]),
    // Where from.
    warning(
        "fulfillment-center-unreadable",
        "fulfillment-center-id",
        &[("fulfillment-center-id", "1ZEXAMPLE0000000001", "")],
    ),
    error("sales-channel-unknown", "sales-channel", &[("sales-channel", "Moon.com", "")]),
    // Text.
    repair("invisible-characters", "sku", &[("sku", "MUG\u{200b}-BLUE-11\u{202e}", "MUG-BLUE-11")]),
    note("formula-start", "sku", &[("sku", "=MUG-BLUE", "=MUG-BLUE")]),
    repair("surrounding-blanks", "sku", &[("sku", " MUG-BLUE-11 ", "MUG-BLUE-11")]),
    repair("quotes-around-cell", "ship-city", &[("ship-city", "\"Seattle\"", "Seattle")]),
    repair("decoded-twice", "ship-city", &[("ship-city", "Ca\u{c3}\u{b1}on City", "Ca\u{f1}on City")]),
    warning("text-damaged", "ship-city", &[("ship-city", "Ca\u{fffd}on City", "Ca\u{fffd}on City")]),
    warning("text-lost", "ship-city", &[("ship-city", "Ca?on City", "Ca?on City")]),
    // The line as a whole.
    line("too-few-cells", Kind::Error, Change::Line(|line| while line.pop() != Some(b'\t') {})),
    line("too-many-cells", Kind::Error, Change::Line(|line| line.extend(b"\tAFN\tAmazon.com"))),
    line("record-has-nul", Kind::Error, Change::Line(|line| line.insert(5, 0))),
    line(
        "encoding-mixed",
        Kind::Error,
        Change::Line(|line| {
            if let Some(at) = line.windows(3).position(|sign| sign == b"Dw0") {
                line.insert(at, 0xE9);
            }
        }),
    ),
    line("record-blank", Kind::SetAside, Change::Below(|_| Vec::new())),
    line(
        "header-repeated",
        Kind::SetAside,
        Change::Below(|_| super::FULFILLED_SHIPMENTS.join("\t").into_bytes()),
    ),
    line("line-repeated", Kind::Warning, Change::Below(<[u8]>::to_vec)),
    line("line-repeated-differently", Kind::Error, Change::Below(in_another_city)),
];

/// Longer than any number of a product.
const LONG: &str = "MUG-BLUE-11-MUG-BLUE-11-MUG-BLUE-11-MUG-BLUE-11-MUG-BLUE-11-MUG-BLUE-11-MUG-BLUE-11-MUG-BLUE-11-\
    MUG-BLUE-11-MUG-BLUE-11-MUG-BLUE-11-MUG-BLUE-11-MUG-BLUE-11-MUG-BLUE-11-MUG-BLUE-11-MUG-BLUE-11-MUG-BLUE-11";

fn in_another_city(line: &[u8]) -> Vec<u8> {
    let mut cells: Vec<&[u8]> = line.split(|byte| *byte == b'\t').collect();
    cells[28] = b"Elsewhere";
    cells.join(&b'\t')
}

/// The report ends in the middle of a record.
pub const CUT_OFF: Trouble = line(
    "record-cut-off",
    Kind::Error,
    Change::Line(|line| {
        line.truncate(line.len() / 2);
    }),
);

/// In the later download: what stands in both, and what stands in both and is not the same.
pub const NEW_COLUMN: Trouble = line("column-unknown", Kind::Note, Change::Cells);
pub const AGAIN: Trouble = line("line-in-another-file", Kind::SetAside, Change::Cells);
pub const DIFFERS: Trouble = Trouble {
    cells: &[("item-tax", "0.01", "")],
    ..line("sale-differs-between-files", Kind::Error, Change::Cells)
};

pub const OF_THE_FILE: [OfTheFile; 3] = [
    of_the_file(1, "opened-in-a-spreadsheet", Kind::Warning),
    // The sales of May 2027 that are planted above: from June 2026 to April 2027 there is none.
    of_the_file(11, "month-without-sales", Kind::Warning),
    OfTheFile { record: None, times: 1, trouble: note("currencies-mixed", "currency", &[]) },
];

const fn of_the_file(times: u64, code: &'static str, kind: Kind) -> OfTheFile {
    OfTheFile { record: None, times, trouble: line(code, kind, Change::Cells) }
}
