//! What sellers' files have gone through: the numbered failures of the project's notes on Amazon's reports
//! (section 3), their ten implications, and the further cases of the issue. Each test builds a small clean report,
//! damages it, and checks that no record vanishes and none is misread.
#![allow(clippy::disallowed_methods)] // the ban is for the core

#[path = "../common/mod.rs"]
mod common;
#[path = "../generator/mod.rs"]
mod generator;

mod batches;
mod dates;
mod dialects;
mod encodings;
mod families;
mod implications;
mod numbered;
mod reports;
mod rig;
