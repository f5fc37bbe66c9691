//! What goes out: the payload, its digest, its schema.

pub mod annotated;
pub mod csv;
pub mod digest;
pub mod schema;
