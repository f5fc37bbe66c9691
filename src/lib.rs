//! Reads, checks and cleans the reports that Amazon gives its sellers, before a sales-tax service gets them.
//!
//! ```text
//! bytes ─ decode ─ sniff ─ records ─ fields ─ rules ─ clean ─ payload parts
//!          │         │         │         │        │       │
//!          └─────────┴─────────┴── findings, row ledger, totals ──┴─► outcome
//! ```
//!
//! A [`Session`] is a push machine. It sees bytes and [`Options`], never a path, a clock, a socket or a page, so
//! the same code gives the same answer in a browser's worker and on a server. It takes one file or a batch of them.
//!
//! ```
//! use report_preflight::{Ended, Options, Session, Verdict};
//!
//! let report = "amazon-order-id\tshipment-id\tshipment-item-id\tpurchase-date\tshipment-date\tsku\t\
//!     quantity-shipped\tcurrency\titem-price\titem-tax\tship-state\tship-postal-code\tship-country\n\
//!     111-1234567-1234567\tDmlbKXMtN\tDwKtkVVpk\t2026-01-30T18:53:56-08:00\t2026-01-31T23:10:00-08:00\tMUG-1\t\
//!     2\tUSD\t39.98\t3.50\tConnecticut\t6513\tUS\n";
//!
//! let mut session = Session::new(Options::default());
//! loop {
//!     for piece in report.as_bytes().chunks(100) {
//!         session.push(piece)?;
//!     }
//!     // A file that is written in another way than was assumed has to be read again.
//!     if session.end()? == Ended::Done {
//!         break;
//!     }
//! }
//! let outcome = session.finish()?;
//! assert_eq!(outcome.verdict, Verdict::Ready);
//! assert_eq!(outcome.ledger.repaired(), 1); // Connecticut is CT, and 6513 is 06513
//!
//! let payload: Vec<u8> = std::iter::from_fn(|| session.take_payload()).flatten().collect();
//! let payload = String::from_utf8_lossy(&payload);
//! assert!(payload.contains(",39.98,3.50,"));
//! assert!(payload.contains(",CT,06513,US,"));
//! # Ok::<(), report_preflight::fault::Fault>(())
//! ```
//!
//! # Surprises
//!
//! - The first 64 KiB are held back until it is known what the file is: a small file is checked at `end`.
//! - `end` may ask for the file once more. How dates, decimals and letters are written, only all of a file's values
//!   tell; where they tell something else than was assumed, what was read does not count.
//! - Parts of the payload come before the verdict. They may be handed on only if the outcome has a manifest.
//! - Records are numbered from the header = 1, and blank lines count, as a spreadsheet shows them.
//! - A repair never stands among the findings, and a finding never among the repairs.
//! - Months are those of the date as written. Whoever converts to UTC moves sales between filing periods.
//!
//! # Layers
//!
//! A module uses those above it only (`tests/layers.rs` reads the `use` lines):
//!
//! ```text
//! wire                                     what one worker tells another, as bytes
//! findings   fault
//! options                                  what a check depends on besides the bytes
//! outcome                                  what crosses every boundary
//! fields                                   text -> typed
//! reports                                  families and their columns: data; the row
//! sale_line                                the cleaned line and the payload's columns
//! input    rules    clean    totals    identities      none uses another
//! output   workbook                        payload writer, digest, gzip, schema; xlsx to records
//! session    verify
//! catalogue
//! wasm     bin/preflight                   translate, decide nothing
//! ```
//!
//! # Where this differs from the design page, and why
//!
//! - `sale_line` and `identities` are modules of their own: `clean`, `totals` and `output` all need the sale line,
//!   and none of them may own it for the others. The batch is a part of `session`, because lines of one file are
//!   compared with those of the files before it as they are read.
//! - Records are cut by our own reader (`input::records`), not by csv-core. A record is cut without copying its
//!   cells, blank lines keep their number, and a stray quote costs its own line. The `csv` crate is the oracle in
//!   the tests, and the reader with which [`verify`] reads a payload, so that the two do not share a mistake.
//! - Digests are SHA-256 over the digests of parts of 256 KiB (`output::digest`): the browser hashes parts beside
//!   the check, and has no way to hash a stream. So a manifest says `sha256_tree`, which `sha256sum` alone does
//!   not give; the command that does stands there.
//! - The payload is packed by our own deflate (`output::gzip`), in the browser too: `CompressionStream` takes many times
//!   as long, and zlib is slower and many times the size. What comes out is one gzip member, because not every reader
//!   goes on behind the first.
//! - `gloo`, `web-sys`, serde-wasm-bindgen and csv-core are not used: the worker's script reads and unwraps the file,
//!   there are no timers, events or files at the Rust edge, and the outcome crosses as the JSON that the command line
//!   prints, which is smaller and faster than an object made field by field.
//! - Files are shared between workers by blocks, not by halves (`session::sharing`): where something is met that only
//!   one worker can judge, such as a sale in two of the shares, one reads all of it again, with the same answer.
//! - A record's fate follows the severity in force: where a host turns an error into a warning, the record is
//!   sent with that cell empty. Codes of records that have no value to send cannot be turned (`Code::fixed`).
//! - Where the report says nothing about the tax collector (Fulfilled Shipments does not), `tax_collected_by` is
//!   `unknown`, even if the marketplace most likely did.
//! - Where a report has no column for the country, it is the United States if the state and the ZIP code agree, and
//!   else the record is rejected. Where it has none for the currency, it is the one that stands above the header,
//!   or the store's.
//! - UTF-8 and windows-1252 are told apart line by line, and what the file is, most of its letters say. A line of
//!   the other kind is rejected: its letters would be a guess.
//! - Of a workbook, all sheets that hold a report are read, not the first alone: a sheet that nobody reads would be
//!   records lost in silence.
//! - A sale that two files tell differently, or that one of them says was cancelled, is rejected and not chosen: not
//!   even by leaving out whatever is rejected, because then the file that was chosen first would be right, and the
//!   totals would hang on the order of the files.
//! - Orders are counted, so besides the line identities there is a set of order numbers: some 12 bytes an order.
//! - What the seller writes over a cell is judged at once, with its record alone (`Session::find_record`). Once it is
//!   saved, all files are read again: repeated lines, totals, and the payload's bytes and digests from there on hang on
//!   every record.
//! - In a service's template one sale line is one transaction (`output::templates` says why).

pub mod catalogue;
pub mod clean;
pub mod fault;
pub mod fields;
pub mod findings;
pub mod identities;
pub mod input;
pub mod options;
pub mod outcome;
pub mod output;
pub mod reports;
pub mod rules;
pub mod sale_line;
pub mod session;
pub mod totals;
#[cfg(feature = "cli")]
pub mod verify;
pub mod wire;

#[cfg(feature = "xlsx")]
pub mod workbook;

// Two wasm files are made of this crate: one has the session, the other only the reader of workbooks.
#[cfg(all(target_arch = "wasm32", not(feature = "xlsx")))]
pub mod wasm;
#[cfg(all(target_arch = "wasm32", feature = "xlsx"))]
#[path = "wasm/workbook.rs"]
pub mod wasm;

pub use catalogue::codes;
pub use fault::Fault;
pub use options::{Options, SourceOptions};
pub use outcome::{Manifest, Outcome, Verdict};
pub use session::{Appetite, Block, Ended, RecordSearch, SampleSearch, Session, Share};
