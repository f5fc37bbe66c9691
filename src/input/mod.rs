//! Bytes become records: decoded, recognised, cut.

mod blocks;
pub mod container;
pub mod decode;
#[cfg(not(target_arch = "wasm32"))]
pub mod native;
pub mod records;
pub mod sniff;
