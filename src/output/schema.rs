//! The payload's schema as others read it: a Frictionless Table Schema, made from the columns.

use crate::sale_line::{COLUMNS, PayloadKind, SCHEMA_NAME, SCHEMA_VERSION};
use serde::Serialize;

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
}

/// <https://specs.frictionlessdata.io/table-schema/>
pub fn table_schema() -> TableSchema {
    let fields = COLUMNS
        .iter()
        .map(|column| TableField {
            name: column.name,
            kind: column.kind,
            description: column.description,
            format: (column.kind == PayloadKind::Datetime).then_some("any"),
            constraints: Constraints { required: column.required },
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
