//! The check as both benches run it.

use report_preflight::output::digest::PART;
use report_preflight::session::Hashed;
use report_preflight::{Ended, Options, Outcome, Session};
use std::io;

pub const CHUNK: usize = 1 << 20;

/// The whole check; records that cannot be used are left out, so that there is a payload. Without digests it is
/// told zeros for them, as by a host that hashes elsewhere.
pub fn check(
    read: impl Fn(&mut dyn FnMut(&[u8]) -> io::Result<()>) -> io::Result<()>,
    mut write: impl FnMut(&[u8]) -> io::Result<()>,
    digests: bool,
) -> io::Result<Outcome> {
    let options = Options { leave_out_rejected: true, ..Options::default() };
    let mut session = if digests { Session::new(options) } else { Session::hashed_by_host(options) };
    let hash = |session: &mut Session, which, bytes: usize| {
        let parts = if digests { 0 } else { bytes.div_ceil(PART) };
        (0..parts).for_each(|_| session.add_digest(which, &[0; 32]));
    };
    let (mut bytes, mut written) = (0, 0);
    let mut write_parts = |session: &mut Session| {
        std::iter::from_fn(|| session.take_payload()).try_for_each(|part| {
            written += part.len();
            write(&part)
        })
    };
    read(&mut |chunk| {
        bytes += chunk.len();
        session.push(chunk).map_err(io::Error::other)?;
        write_parts(&mut session)
    })?;
    if session.end().map_err(io::Error::other)? != Ended::Done {
        return Err(io::Error::other("the file is to be read twice, which is not what is measured"));
    }
    hash(&mut session, Hashed::Source, bytes);
    session.close().map_err(io::Error::other)?;
    write_parts(&mut session)?;
    hash(&mut session, Hashed::Payload, written);
    session.finish().map_err(io::Error::other)
}
