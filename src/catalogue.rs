//! Every code there is.

use crate::findings::Code;
use crate::{fields, input, rules, session};

/// All codes, file first, then records, cells and rows.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    let lists = [
        input::sniff::CODES,
        input::container::CODES,
        session::BATCH_CODES,
        input::records::CODES,
        session::JUDGE_CODES,
        session::DESK_CODES,
    ];
    lists.into_iter().flatten().copied().chain(fields::codes()).chain(rules::codes())
}
