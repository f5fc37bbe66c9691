//! Counts and sums over sale lines by a path of its own, that shares nothing with the crate: numbers of any currency
//! are whole ten-thousandths here, read from text sign by sign.

use serde_json::Value;
use std::collections::BTreeMap;

/// The eight amounts of a sale line, in the payload's order.
pub const AMOUNTS: [&str; 8] = [
    "item_amount",
    "item_tax",
    "shipping_amount",
    "shipping_tax",
    "gift_wrap_amount",
    "gift_wrap_tax",
    "item_discount",
    "shipping_discount",
];

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    pub lines: u64,
    pub units: u64,
    pub amounts: [i128; 8],
}

/// By currency and cut: `whole`, `sales`, `refunds`, `state US CA`, `month 2026-03`, …
pub type Cuts = BTreeMap<(String, String), Sums>;

/// A sale line: the payload's columns by name.
pub type Line = BTreeMap<String, String>;

/// In ten-thousandths, of `-12.30`, `5` or nothing.
pub fn decimal(text: &str) -> i128 {
    let (sign, number) = text.strip_prefix('-').map_or((1, text), |number| (-1, number));
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    assert!(part.len() <= 4, "{text} has more decimals than any currency");
    let digits = format!("{whole}{part:0<4}");
    sign * digits.bytes().fold(0, |number, digit| {
        assert!(digit.is_ascii_digit(), "{text} is no number");
        number * 10 + i128::from(digit - b'0')
    })
}

pub fn lines(payload: &[u8]) -> Vec<Line> {
    let mut reader = csv::Reader::from_reader(payload);
    reader.deserialize().map(|line| line.expect("a line of as many cells as the header")).collect()
}

pub fn of_lines(lines: &[Line]) -> Cuts {
    let mut cuts = Cuts::new();
    for line in lines {
        let of = |column: &str| line.get(column).map_or("", String::as_str);
        let is_refund = of("transaction_type") == "refund";
        let state = match of("ship_to_country") {
            "US" => format!("state US {}", of("ship_to_state")),
            country => format!("state {country} "),
        };
        let cuts_of_line = [
            "whole".to_owned(),
            if is_refund { "refunds" } else { "sales" }.to_owned(),
            state,
            format!("month {}", &of("tax_date")[..7]),
            format!("collector {}", of("tax_collected_by")),
            format!("from {}", of("ship_from_state")),
        ];
        for cut in cuts_of_line {
            let sums = cuts.entry((of("currency").to_owned(), cut)).or_default();
            sums.lines += 1;
            if !is_refund {
                sums.units += of("quantity").parse::<u64>().unwrap_or(0);
            }
            for (sum, column) in sums.amounts.iter_mut().zip(AMOUNTS) {
                // A refund gives its discount back.
                let gives_back = is_refund && column.ends_with("discount");
                *sum += if gives_back { -decimal(of(column)) } else { decimal(of(column)) };
            }
        }
    }
    cuts
}

/// What an outcome or a manifest says in `totals`.
pub fn of_totals(totals: &Value) -> Cuts {
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let mut cuts = Cuts::new();
    for total in totals.as_array().expect("a list") {
        let currency = text(total, "currency");
        let mut put = |cut: String, value: &Value| {
            let number = |key| value[key].as_u64().expect("a number");
            let sums = Sums {
                lines: number("lines"),
                units: number("units"),
                amounts: AMOUNTS.map(|column| decimal(value[column].as_str().expect("an amount"))),
            };
            // What nothing was counted in is left out on either side.
            if sums.lines > 0 {
                assert!(
                    cuts.insert((currency.clone(), cut.clone()), sums).is_none(),
                    "{cut} stands there twice"
                );
            }
        };
        put("whole".to_owned(), total);
        put("sales".to_owned(), &total["sales"]);
        put("refunds".to_owned(), &total["refunds"]);
        let mut each = |list: &str, cut: &dyn Fn(&Value) -> String| {
            for value in total[list].as_array().unwrap_or_else(|| panic!("{list} is missing")) {
                put(cut(value), value);
            }
        };
        each("by_state", &|it| format!("state {} {}", text(it, "country"), text(it, "state")));
        each("by_month", &|it| format!("month {}", text(it, "month")));
        each("by_collector", &|it| format!("collector {}", text(it, "collected_by")));
        each("by_ship_from", &|it| format!("from {}", text(it, "state")));
    }
    cuts
}

/// How many orders there are by currency, country and state: each where its first line was sent to.
pub fn orders_by_state(lines: &[Line]) -> BTreeMap<[String; 3], u64> {
    let mut seen = std::collections::BTreeSet::new();
    let mut orders = BTreeMap::new();
    for line in lines {
        if seen.insert((&line["currency"], &line["order_id"])) {
            let state = if line["ship_to_country"] == "US" { &line["ship_to_state"] } else { "" };
            let place = [&line["currency"], &line["ship_to_country"], state].map(str::to_owned);
            *orders.entry(place).or_default() += 1;
        }
    }
    orders
}

/// How many orders there are in each currency.
pub fn orders(lines: &[Line]) -> BTreeMap<String, u64> {
    let mut orders: BTreeMap<String, std::collections::BTreeSet<&str>> = BTreeMap::new();
    for line in lines {
        orders.entry(line["currency"].clone()).or_default().insert(&line["order_id"]);
    }
    orders.into_iter().map(|(currency, orders)| (currency, orders.len() as u64)).collect()
}
