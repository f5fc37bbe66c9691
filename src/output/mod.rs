//! What goes out: the payload, its digest, its schema.

pub mod csv;
pub mod digest;
pub mod schema;
