//! What a payload's lines look like, as others read it: a Frictionless Table Schema for CSV, and a JSON Schema (2020-12)
//! for a line of NDJSON. Both are made from the columns. [`crate::verify`] judges by the same list.

use crate::sale_line::{COLUMNS, PayloadColumn, PayloadKind, SCHEMA_NAME, SCHEMA_VERSION};
use serde::Serialize;
use std::collections::BTreeMap;

/// What a column's values are besides being of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    Any,
    OneOf(&'static [&'static str]),
    /// As a regular expression, which is for others: [`crate::verify`] has the same as code.
    Like(&'static str),
    /// The least.
    From(u64),
    NotNegative,
}

/// Of this column.
pub fn allowed(column: &PayloadColumn) -> Allowed {
    match column.name {
        "line_id" => Allowed::Like("^[0-9a-f]{32}(-[1-9][0-9]*)?$"),
        "order_id" => Allowed::Like("^[0-9S][0-9]{2}-[0-9]{7}-[0-9]{7}$"),
        "transaction_type" => Allowed::OneOf(&["sale", "refund"]),
        "fulfilled_by" => Allowed::OneOf(&["amazon", "seller"]),
        "tax_collected_by" => Allowed::OneOf(&["marketplace", "seller", "unknown"]),
        "currency" => Allowed::Like("^[A-Z]{3}$"),
        "ship_to_country" | "ship_from_state" => Allowed::Like("^[A-Z]{2}$"),
        "item_discount" | "shipping_discount" => Allowed::NotNegative,
        "quantity" => Allowed::From(0),
        // The header is 1.
        "source_record" => Allowed::From(2),
        _ => Allowed::Any,
    }
}

/// Amounts as NDJSON has them.
const AMOUNT: &str = "^-?[0-9]+(\\.[0-9]+)?$";
const MAGNITUDE: &str = "^[0-9]+(\\.[0-9]+)?$";
const DAY: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
const MOMENT: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})?)?$";

#[derive(Debug, Serialize)]
pub struct TableSchema {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: &'static str,
    version: u32,
    fields: Vec<TableField>,
    #[serde(rename = "primaryKey")]
    primary_key: &'static str,
    #[serde(rename = "missingValues")]
    missing_values: [&'static str; 1],
}

#[derive(Debug, Serialize)]
struct TableField {
    name: &'static str,
    #[serde(rename = "type")]
    kind: PayloadKind,
    description: &'static str,
    /// Dates keep their offset, which Frictionless' default format does not allow.
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    constraints: Constraints,
}

#[derive(Debug, Serialize)]
struct Constraints {
    required: bool,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    one_of: Option<&'static [&'static str]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<u64>,
}

/// <https://specs.frictionlessdata.io/table-schema/>
pub fn table_schema() -> TableSchema {
    let constraints = |column: &PayloadColumn| {
        let none = Constraints { required: column.required, one_of: None, pattern: None, minimum: None };
        match allowed(column) {
            Allowed::Any => none,
            Allowed::OneOf(values) => Constraints { one_of: Some(values), ..none },
            Allowed::Like(pattern) => Constraints { pattern: Some(pattern), ..none },
            Allowed::From(least) => Constraints { minimum: Some(least), ..none },
            Allowed::NotNegative => Constraints { minimum: Some(0), ..none },
        }
    };
    let fields = COLUMNS
        .iter()
        .map(|column| TableField {
            name: column.name,
            kind: column.kind,
            description: column.description,
            format: (column.kind == PayloadKind::Datetime).then_some("any"),
            constraints: constraints(column),
        })
        .collect();
    TableSchema {
        schema: "https://specs.frictionlessdata.io/schemas/table-schema.json",
        name: SCHEMA_NAME,
        version: SCHEMA_VERSION,
        fields,
        primary_key: "line_id",
        missing_values: [""],
    }
}

#[derive(Debug, Serialize)]
pub struct LineSchema {
    #[serde(rename = "$schema")]
    schema: &'static str,
    title: &'static str,
    version: u32,
    #[serde(rename = "type")]
    kind: &'static str,
    /// All of them: what is absent is `null`.
    required: Vec<&'static str>,
    #[serde(rename = "additionalProperties")]
    more: bool,
    properties: BTreeMap<&'static str, Property>,
}

#[derive(Debug, Serialize)]
struct Property {
    description: &'static str,
    #[serde(rename = "type")]
    kind: Vec<&'static str>,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    one_of: Option<Vec<Option<&'static str>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<u64>,
    #[serde(rename = "minLength", skip_serializing_if = "Option::is_none")]
    shortest: Option<u32>,
}

/// <https://json-schema.org/draft/2020-12>
pub fn line_schema() -> LineSchema {
    LineSchema {
        schema: "https://json-schema.org/draft/2020-12/schema",
        title: SCHEMA_NAME,
        version: SCHEMA_VERSION,
        kind: "object",
        required: COLUMNS.iter().map(|column| column.name).collect(),
        more: false,
        properties: COLUMNS.iter().map(|column| (column.name, property(column))).collect(),
    }
}

fn property(column: &PayloadColumn) -> Property {
    let (kind, mut pattern) = match column.kind {
        PayloadKind::Boolean => ("boolean", None),
        PayloadKind::Integer => ("integer", None),
        PayloadKind::String => ("string", None),
        PayloadKind::Number => ("string", Some(AMOUNT)),
        PayloadKind::Date => ("string", Some(DAY)),
        PayloadKind::Datetime => ("string", Some(MOMENT)),
    };
    let (mut one_of, mut minimum) = (None, None);
    match allowed(column) {
        Allowed::Any => {}
        Allowed::Like(like) => pattern = Some(like),
        Allowed::From(least) => minimum = Some(least),
        Allowed::NotNegative => pattern = Some(MAGNITUDE),
        Allowed::OneOf(values) => {
            let absent = if column.required { None } else { Some(None) };
            one_of = Some(values.iter().copied().map(Some).chain(absent).collect());
        }
    }
    let is_text = column.kind == PayloadKind::String && pattern.is_none() && one_of.is_none();
    Property {
        description: column.description,
        kind: if column.required { vec![kind] } else { vec![kind, "null"] },
        one_of,
        pattern,
        minimum,
        shortest: is_text.then_some(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outcome::Manifest;
    use schemars::generate::SchemaSettings;
    use serde_json::Value;

    fn kept(file: &str, schema: &impl Serialize) {
        let text = serde_json::to_string_pretty(schema).unwrap() + "\n";
        let path = format!("{}/www/report-preflight/{file}", env!("CARGO_MANIFEST_DIR"));
        #[expect(clippy::disallowed_methods, reason = "a test may read and write files")]
        if std::env::var("UPDATE").is_ok() {
            std::fs::write(path, text).unwrap();
        } else {
            assert_eq!(
                std::fs::read_to_string(path).ok(),
                Some(text),
                "{file} is out of step: run with UPDATE=1"
            );
        }
    }

    /// `UPDATE=1 cargo test schemas_are_in_step` rewrites the files.
    #[test]
    fn schemas_are_in_step() {
        kept("sale-line.ndjson.schema.json", &line_schema());
        let settings = SchemaSettings::draft2020_12().for_serialize();
        let mut manifest = settings.into_generator().into_root_schema_for::<Manifest>().to_value();
        manifest["title"] = "manifest".into();
        without_formats(&mut manifest);
        kept("manifest.schema.json", &manifest);
    }

    /// `uint64` and its like are Rust's, and no format of JSON Schema's.
    fn without_formats(schema: &mut Value) {
        match schema {
            Value::Object(object) => {
                if object
                    .get("format")
                    .is_some_and(|format| format.as_str().is_some_and(|it| it.starts_with("uint")))
                {
                    object.remove("format");
                }
                object.values_mut().for_each(without_formats);
            }
            Value::Array(array) => array.iter_mut().for_each(without_formats),
            _ => {}
        }
    }

    /// A misspelt name would constrain nothing.
    #[test]
    fn every_constraint_has_its_column() {
        let constrained = COLUMNS.iter().filter(|column| allowed(column) != Allowed::Any).count();
        assert_eq!(constrained, 12);
    }
}
