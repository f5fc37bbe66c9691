//! The payload in other people's hands: loaded into SQLite and DuckDB, with the types that the published schema
//! names, and added up there. Both have been asked in SQL, and both must say what the manifest says.
//!
//! `sqlite3` comes from apt and DuckDB from npm; `tests/run` installs them. Where one is missing, the test fails.
#![allow(clippy::disallowed_methods)] // the ban is for the core

mod common;
#[path = "generator/mod.rs"]
mod generator;

use common::sums::{self, AMOUNTS, Cuts, Sums};
use common::{Checked, check, check_batch, options, root};
use generator::families;
use report_preflight::SourceOptions;
use report_preflight::options::PayloadFormat;
use report_preflight::reports::{self, Reading};
use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A column of the published schema.
struct Column {
    name: String,
    kind: String,
    required: bool,
    allowed: Vec<String>,
    minimum: Option<i64>,
    pattern: Option<String>,
    /// No two lines have the same.
    key: bool,
}

impl Column {
    /// What both databases can check.
    fn constraints(&self) -> String {
        let name = &self.name;
        let mut constraints = String::new();
        if self.required {
            constraints += " NOT NULL";
        }
        if self.key {
            constraints += " PRIMARY KEY";
        }
        if let Some(minimum) = self.minimum {
            constraints += &format!(" CHECK ({name} >= {minimum})");
        }
        if !self.allowed.is_empty() {
            constraints += &format!(" CHECK ({name} IN ({}))", self.allowed.join(", "));
        }
        constraints
    }
}

fn schema() -> Vec<Column> {
    let path = root().join("www/report-preflight/sale-line.schema.json");
    let schema: Value = serde_json::from_slice(&std::fs::read(path).expect("the schema")).expect("JSON");
    let key = &schema["primaryKey"];
    let column = |field: &Value| Column {
        name: field["name"].as_str().expect("a name").to_owned(),
        kind: field["type"].as_str().expect("a type").to_owned(),
        required: field["constraints"]["required"] == true,
        allowed: field["constraints"]["enum"].as_array().map_or(Vec::new(), |values| {
            values.iter().map(|value| value.to_string().replace('"', "'")).collect()
        }),
        minimum: field["constraints"]["minimum"].as_i64(),
        pattern: field["constraints"]["pattern"].as_str().map(str::to_owned),
        key: *key == field["name"],
    };
    schema["fields"].as_array().expect("fields").iter().map(column).collect()
}

fn columns(write: impl Fn(&Column) -> String) -> String {
    schema().iter().map(write).collect::<Vec<_>>().join(",\n  ")
}

/// Runs a program on this input and gives what it says.
fn run(program: &str, arguments: &[&str], input: &str) -> String {
    let mut child = Command::new(program)
        .args(arguments)
        .current_dir(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{program} is needed for this test ({error}): tests/run installs it"));
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.is_empty(), "{program}: {said}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// By every cut that the manifest has: the same question for both databases. `sum` adds up a column.
fn question(sum: &dyn Fn(&str) -> String) -> String {
    let cuts = [
        "'whole'",
        "CASE transaction_type WHEN 'refund' THEN 'refunds' ELSE 'sales' END",
        "'state ' || ship_to_country || ' ' ||
            CASE ship_to_country WHEN 'US' THEN coalesce(ship_to_state, '') ELSE '' END",
        "'month ' || substr(CAST(tax_date AS VARCHAR), 1, 7)",
        "'collector ' || tax_collected_by",
        "'from ' || coalesce(ship_from_state, '')",
    ];
    let sums: Vec<String> = AMOUNTS
        .iter()
        .map(|column| {
            let amount = match column.ends_with("discount") {
                // A refund gives its discount back.
                true => format!("CASE transaction_type WHEN 'refund' THEN -{column} ELSE {column} END"),
                false => (*column).to_owned(),
            };
            format!("{} AS {column}", sum(&amount))
        })
        .collect();
    let select = |cut: &str| {
        format!(
            "SELECT coalesce(currency, '') AS currency, {cut} AS cut, CAST(count(*) AS VARCHAR) AS lines,
              CAST(coalesce(sum(CASE transaction_type WHEN 'sale' THEN quantity END), 0) AS VARCHAR) AS units,
              CAST(count(DISTINCT order_id) AS VARCHAR) AS orders,
              {}
            FROM sale_lines GROUP BY 1, 2",
            sums.join(",\n  ")
        )
    };
    cuts.map(select).join("\nUNION ALL\n") + ";\n"
}

struct Answer {
    cuts: Cuts,
    /// By currency.
    orders: Vec<(String, u64)>,
}

fn answer(rows: &str, amount: impl Fn(&str, &str) -> i128) -> Answer {
    let rows: Vec<Value> = serde_json::from_str(rows).unwrap_or_else(|error| panic!("{error}: {rows}"));
    let mut answer = Answer { cuts: Cuts::new(), orders: Vec::new() };
    for row in rows {
        let text = |key: &str| row[key].as_str().unwrap_or_else(|| panic!("{key}: {row}")).to_owned();
        let number = |key: &str| text(key).parse().expect("a number");
        let currency = text("currency");
        let amounts = AMOUNTS.map(|column| amount(&currency, &text(column)));
        if text("cut") == "whole" {
            answer.orders.push((currency.clone(), number("orders")));
        }
        let sums = Sums { lines: number("lines"), units: number("units"), amounts };
        answer.cuts.insert((currency, text("cut")), sums);
    }
    answer.orders.sort();
    answer
}

/// Numbers are decimals to the cent there, moments have their time zones, and what is no such thing is refused.
/// And the payload as NDJSON holds the same lines.
fn in_duckdb(payload: &Path, ndjson: &Path) -> Answer {
    let types = columns(|column| {
        let kind = match column.kind.as_str() {
            "string" => "VARCHAR",
            "boolean" => "BOOLEAN",
            "integer" => "BIGINT",
            "number" => "DECIMAL(18, 2)",
            "date" => "DATE",
            "datetime" => "TIMESTAMPTZ",
            other => panic!("the schema has a type that is new here: {other}"),
        };
        let pattern = column.pattern.as_ref().map_or(String::new(), |pattern| {
            format!(" CHECK (regexp_full_match({}, '{pattern}'))", column.name)
        });
        format!("{} {kind}{}{pattern}", column.name, column.constraints())
    });
    // As JSON has them: amounts are text there.
    let json = columns(|column| {
        let kind = match column.kind.as_str() {
            "boolean" => "BOOLEAN",
            "integer" => "BIGINT",
            _ => "VARCHAR",
        };
        format!("{}: '{kind}'", column.name)
    });
    let sql = format!(
        "CREATE TABLE sale_lines (\n  {types}\n);
        COPY sale_lines FROM '{}' (FORMAT csv, HEADER, DELIMITER ',', QUOTE '\"', ESCAPE '\"', NULLSTR '');
        CREATE TABLE as_ndjson AS SELECT * FROM sale_lines LIMIT 0;
        INSERT INTO as_ndjson SELECT * FROM read_json('{}', format = 'newline_delimited', columns = {{{json}}});
        SELECT CASE WHEN count(*) > 0 THEN error('CSV and NDJSON differ') END FROM (
            (FROM sale_lines EXCEPT ALL FROM as_ndjson) UNION ALL (FROM as_ndjson EXCEPT ALL FROM sale_lines));
        {}",
        payload.display(),
        ndjson.display(),
        question(&|amount| format!("CAST(coalesce(sum({amount}), 0) AS VARCHAR)")),
    );
    let rows = run("node", &["tests/databases/duckdb.js"], &sql);
    answer(&rows, |_, text| sums::decimal(text))
}

/// SQLite has no decimals: amounts are whole numbers of the currency's smallest unit, and the rest is text in strict
/// tables, with checks.
fn in_sqlite(payload: &Path) -> Answer {
    let types = columns(|column| {
        let name = &column.name;
        let (stored, check) = match column.kind.as_str() {
            "string" => ("TEXT", format!("{name} <> ''")),
            "boolean" => ("INTEGER", format!("{name} IN (0, 1)")),
            "integer" => ("INTEGER", format!("{name} >= 0")),
            "number" => ("INTEGER", "true".to_owned()),
            "date" => ("TEXT", format!("date({name}) = {name}")),
            "datetime" => ("TEXT", format!("{name} IS NULL OR julianday({name}) IS NOT NULL")),
            other => panic!("the schema has a type that is new here: {other}"),
        };
        format!("{name} {stored}{} CHECK ({check})", column.constraints())
    });
    let raw = columns(|column| format!("{} TEXT", column.name));
    let values = columns(|Column { name, kind, .. }| match kind.as_str() {
        "boolean" => format!("CASE {name} WHEN 'true' THEN 1 WHEN 'false' THEN 0 END"),
        // Nothing but digits, and as many behind the point as the currency has; then the point is taken out.
        "number" => {
            let digits = format!("ltrim(replace({name}, '.', ''), '-')");
            let point = format!("iif(currency = 'JPY', 0, length({name}) - 2)");
            format!(
                "CASE WHEN {name} = '' THEN NULL
                  WHEN {digits} NOT GLOB '*[^0-9]*' AND instr({name}, '.') = {point}
                  THEN CAST(replace({name}, '.', '') AS INTEGER) ELSE '{name}: ' || {name} END"
            )
        }
        "integer" => format!("CAST(nullif({name}, '') AS INTEGER)"),
        _ => format!("nullif({name}, '')"),
    });
    let sql = format!(
        ".bail on
.mode csv
CREATE TABLE raw ({raw});
.import --skip 1 '{}' raw
CREATE TABLE sale_lines (\n  {types}\n) STRICT;
INSERT INTO sale_lines SELECT {values} FROM raw;
.mode json
{}",
        payload.display(),
        question(&|amount| format!("CAST(coalesce(sum({amount}), 0) AS VARCHAR)")),
    );
    let rows = run("sqlite3", &[":memory:"], &sql);
    let unit = |currency: &str| if currency == "JPY" { 10_000 } else { 100 };
    answer(&rows, |currency, text| text.parse::<i128>().expect("a whole number") * unit(currency))
}

/// A file that is gone when the test is over.
struct File(PathBuf);

impl File {
    fn new(name: &str, bytes: &[u8]) -> File {
        let path = std::env::temp_dir().join(format!("{}-{name}", std::process::id()));
        std::fs::write(&path, bytes).expect("a file can be written");
        File(path)
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn agree(name: &str, checked: &dyn Fn(PayloadFormat) -> Checked) {
    let (as_json, checked) = (checked(PayloadFormat::Ndjson), checked(PayloadFormat::Csv));
    assert!(checked.outcome.manifest.is_some(), "{:?}", checked.codes());
    let manifest = &checked.json()["manifest"];
    let file = File::new(&format!("{name}.csv"), &checked.payload);
    let ndjson = File::new(&format!("{name}.ndjson"), &as_json.payload);
    let said = sums::of_totals(&manifest["totals"]);
    let orders = |total: &Value| {
        (
            total["currency"].as_str().unwrap_or_default().to_owned(),
            total["orders"].as_u64().expect("a number"),
        )
    };
    let mut orders: Vec<_> = manifest["totals"].as_array().expect("a list").iter().map(orders).collect();
    orders.sort();
    for (database, answer) in [("SQLite", in_sqlite(&file.0)), ("DuckDB", in_duckdb(&file.0, &ndjson.0))] {
        assert_eq!(answer.cuts, said, "{name} in {database}");
        assert_eq!(answer.orders, orders, "{name} in {database}");
        let lines: u64 =
            answer.cuts.iter().filter(|((_, cut), _)| cut == "whole").map(|(_, sums)| sums.lines).sum();
        assert_eq!(manifest["payload"]["lines"], lines, "{name} in {database}");
    }
}

#[test]
fn the_show_comes_to_the_same_in_databases() {
    let read = |name: &str| std::fs::read(root().join("tests/fixtures/show").join(name)).expect("the show");
    let files = ["report.txt", "again.txt"].map(read);
    agree("show", &|format| {
        let mut asked = options("");
        asked.options.leave_out_rejected = true;
        asked.options.format = format;
        let check = |left_out: &[Vec<u64>; 2]| {
            let sources = files.iter().zip(left_out).map(|(file, left_out)| {
                (SourceOptions { left_out: left_out.clone(), ..asked.about.clone() }, [file.as_slice()])
            });
            check_batch(sources, asked.options.clone())
        };
        // Those that another file tells differently are left out one by one.
        let mut differing = [vec![], vec![]];
        for finding in check(&differing).outcome.findings {
            for place in finding.places.iter().filter(|_| finding.code == "sale-differs-between-files") {
                differing[place.source as usize].extend(place.record);
            }
        }
        check(&differing)
    });
}

#[test]
fn refunds_and_currencies_come_to_the_same_in_databases() {
    for (family, currency) in [("transactions", "JPY"), ("sales-tax", "EUR"), ("order-report", "USD")] {
        let report = reports::by_family(family).expect("a family");
        let reading: &Reading = report.reading().expect("it is usable");
        let columns = families::columns(report.reading().expect("it is usable"), &reading.generations[0]);
        let sales = families::sales(7, 400, currency, families::has_refunds(report));
        let rows = families::table_of(&sales, report, &columns, "Mug", false);
        let text = families::preamble(report, currency) + &families::text(&rows, ',', "\n");
        agree(family, &|format| {
            let mut asked = options(family);
            asked.options.format = format;
            check(text.as_bytes(), asked)
        });
    }
}
