//! What can go wrong with us or with the caller: never with the seller's data, never in an outcome.

use std::fmt;

/// Our fault, or the caller's. Ends the session; is never counted, coded or uploaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// `push` after `end`, or anything after `finish`.
    Finished,
    /// `finish` without reading a source again where `end` would have asked for it.
    ReadAgain,
    /// The ledger or the digests do not add up: found before it could reach anyone.
    DoesNotAddUp,
    /// The options ask for a template in a format in which there is none of it.
    NoSuchForm,
}

impl Fault {
    /// The slug under which the page finds its words.
    pub fn slug(self) -> &'static str {
        match self {
            Fault::Finished => "session-finished",
            Fault::ReadAgain => "not-read-again",
            Fault::DoesNotAddUp => "does-not-add-up",
            Fault::NoSuchForm => "no-such-form",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Fault::Finished => "the session has already given its outcome",
            Fault::ReadAgain => "a source must be read a second time before there is an outcome",
            Fault::DoesNotAddUp => "the counts of records or parts do not add up",
            Fault::NoSuchForm => "there is no such template in this format",
        })
    }
}

impl std::error::Error for Fault {}
