//! Bytes become records: decoded, recognised, cut.

pub mod decode;
pub mod records;
pub mod sniff;
