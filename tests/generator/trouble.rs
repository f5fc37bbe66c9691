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
    // Money.
    error("amount-unreadable", "item-price", &[("item-price", "19.99.00", "")]),
    error("amount-too-precise", "item-price", &[("item-price", "19.995", "")]),
    error("amount-negative", "item-price", &[("item-price", "-19.99", "")]),
    repair("amount-with-thousands-commas", "item-price", &[("item-price", "1,299.00", "1299.00")]),
    repair("amount-with-currency-sign", "item-price", &[("item-price", "$89.90", "89.90")]),
    repair(
        "amount-with-long-minus",
        "item-promotion-discount",
        &[("item-price", "40.00", "40.00"), ("item-promotion-discount", "\u{2212}2.50", "-2.50")],
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
        &[("item-price", "0.00", "0.00"), ("item-tax", "1.20", "1.20"), ("item-promotion-discount", "", "")],
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
    warning(
        "postal-code-in-another-state",
        "ship-postal-code",
        &[
            ("ship-city", "Seattle", "Seattle"),
            ("ship-state", "WA", "WA"),
            ("ship-postal-code", "90012", "90012"),
            ("item-tax", "0.50", "0.50"),
        ],
    ),
    // Where from.
    warning(
        "fulfillment-center-unreadable",
        "fulfillment-center-id",
        &[("fulfillment-center-id", "1ZEXAMPLE0000000001", "")],
    ),
    error("sales-channel-unknown", "sales-channel", &[("sales-channel", "Moon.com", "")]),
    // Text.
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
];

/// The report ends in the middle of a record.
pub const CUT_OFF: Trouble = line(
    "record-cut-off",
    Kind::Error,
    Change::Line(|line| {
        line.truncate(line.len() / 2);
    }),
);

/// In the later download: what stands in both, and what stands in both and is not the same.
pub const AGAIN: Trouble = line("line-in-another-file", Kind::SetAside, Change::Cells);
pub const DIFFERS: Trouble = Trouble {
    cells: &[("item-tax", "0.01", "")],
    ..line("sale-differs-between-files", Kind::Error, Change::Cells)
};

pub const OF_THE_FILE: [OfTheFile; 1] =
    [OfTheFile { record: None, trouble: line("opened-in-a-spreadsheet", Kind::Warning, Change::Cells) }];
