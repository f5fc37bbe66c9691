//! Every code there is.

use crate::findings::Code;
use crate::{fields, input, rules};

/// All codes, file first, then records, cells and rows.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    let file_and_records = input::sniff::CODES.iter().chain(input::records::CODES).copied();
    file_and_records.chain(fields::codes()).chain(rules::codes())
}
