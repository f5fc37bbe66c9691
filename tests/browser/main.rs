//! The pages, as a seller meets them, in Chromium, Firefox and WebKitGTK.
//!
//! Each test starts `preflight serve` over `target/site`, a driver and a browser of its own, and ends them by
//! process id. `tests/run` installs what is needed; when something is missing the tests fail, they do not skip.

#![allow(clippy::disallowed_methods, reason = "these are tests, not the core: they need files and a clock")]

mod accessibility;
mod bad_input;
mod cancelling;
#[path = "../common/mod.rs"]
mod common;
mod containers;
mod criteria;
mod downloads;
mod embedding;
mod encodings;
mod engine;
mod faults;
mod files;
#[path = "../generator/mod.rs"]
mod generator;
mod happy_path;
mod help;
mod host;
mod keyboard;
mod languages;
mod line;
mod mending;
mod names;
mod native;
mod packaging;
mod page;
mod pictures;
mod process;
mod questions;
mod rig;
mod server;
mod several;
mod sharing;
mod uploading;
mod wrong_kinds;
