//! What goes out: the payload, its digest, its schema.

pub mod annotated;
pub mod cells;
pub mod csv;
pub mod digest;
#[cfg(feature = "cli")]
pub mod exports;
pub mod gzip;
pub mod line;
pub mod ndjson;
pub mod schema;
pub mod shaped;
pub mod templates;
