//! One worker's share of a file: what it judged, to be added to what another one did (law 8).

use super::{Desk, Known, Months, Sold};
use crate::fields::conventions::DATE_FIELDS;
use crate::fields::{Currency, Survey};
use crate::findings::{self, Code, Findings};
use crate::input::decode::{Encoding, Evidence};
use crate::outcome::RowLedger;
use crate::reports::Reading;
use crate::rules::FileWatch;
use crate::totals::{Days, Totals};
use crate::wire::Wire;

/// What one worker found in the blocks of a file that it judged.
#[derive(Debug)]
pub struct Share {
    source: u32,
    report: &'static Reading,
    /// Something was met that only one worker can judge, who sees the file from its beginning to its end.
    pub(in crate::session) alone: bool,
    /// What our own reader took the blocks for, and why.
    pub(in crate::session) main: Option<Encoding>,
    pub(in crate::session) evidence: Evidence,
    /// Lines of its payload.
    pub(in crate::session) lines: u64,
    ledger: RowLedger,
    findings: Findings,
    totals: Totals,
    days: Days,
    watch: FileWatch,
    survey: Survey,
    open: [[Months; 2]; DATE_FIELDS],
    edits: u64,
    left_out: u64,
    seen: Known,
}

impl Share {
    #[inline(never)]
    pub(in crate::session) fn cross(
        &mut self,
        wire: &mut Wire,
        code: &dyn Fn(&str) -> Option<&'static Code>,
    ) {
        wire.flag(&mut self.alone);
        let mut main = [match self.main {
            None => 0,
            Some(Encoding::Utf8) => 1,
            Some(_) => 2,
        }];
        wire.bytes(&mut main);
        self.main = match main {
            [0] => None,
            [1] => Some(Encoding::Utf8),
            _ => Some(Encoding::Windows1252),
        };
        let Evidence { utf8, other, sample, .. } = &mut self.evidence;
        for number in [utf8, other, &mut self.lines, &mut self.edits, &mut self.left_out] {
            wire.u64(number);
        }
        wire.blob(sample);
        self.ledger.cross(wire);
        let report = self.report;
        let column =
            |name: &str| report.columns.iter().map(|column| column.name).find(|known| *known == name);
        self.findings.cross(wire, &findings::Known { source: self.source, code, column: &column });
        self.totals.cross(wire);
        self.days.cross(wire);
        self.watch.cross(wire);
        self.survey.cross(wire);
        for months in self.open.iter_mut().flatten() {
            let empty = || Sold { month: (0, 0), currency: None, records: 0, amount: 0 };
            wire.list(months, &empty, &mut |sold, wire| {
                wire.small(&mut sold.month.0, u64::from);
                wire.small(&mut sold.month.1, u64::from);
                Currency::cross(&mut sold.currency, wire);
                wire.u64(&mut sold.records);
                wire.i128(&mut sold.amount);
            });
        }
        for identities in [&mut self.seen.sold, &mut self.seen.cancelled, &mut self.seen.orders] {
            identities.cross(wire);
        }
    }
}

impl Known {
    pub fn is_empty(&self) -> bool {
        self.sold.is_empty() && self.cancelled.is_empty() && self.orders.is_empty()
    }
}

impl Desk {
    /// Can what this desk does be shared? Not where one record's fate hangs on those above it in other ways than by its
    /// identity.
    pub fn may_share(&self) -> bool {
        !self.blocked && self.said.is_none() && !self.judge.report.by_jurisdiction && self.before.is_empty()
    }

    /// The next record is the one behind this number; those up to it are others'.
    pub fn go_on_behind(&mut self, number: u64) {
        self.changes.forget(number);
        self.last_cell.clear();
    }

    #[inline(never)]
    pub fn empty_share(&self) -> Share {
        Share {
            source: self.source,
            report: self.judge.report,
            alone: false,
            main: None,
            evidence: Evidence::default(),
            lines: 0,
            ledger: RowLedger::default(),
            findings: self.findings.alike(),
            totals: Totals::default(),
            days: Days::default(),
            watch: FileWatch::default(),
            survey: Survey::default(),
            open: Default::default(),
            edits: 0,
            left_out: 0,
            seen: Known::default(),
        }
    }

    /// What was judged here, with nothing left behind. The header's findings are those of whoever read it.
    #[inline(never)]
    pub fn take_share(&mut self) -> Share {
        self.latest_order = None;
        Share {
            alone: self.blocked,
            ledger: std::mem::take(&mut self.ledger),
            findings: self.findings.emptied(),
            totals: std::mem::take(&mut self.totals),
            days: std::mem::take(&mut self.days),
            watch: std::mem::take(&mut self.watch),
            survey: std::mem::take(&mut self.survey),
            open: std::mem::take(&mut self.open),
            edits: std::mem::take(&mut self.edits),
            left_out: std::mem::take(&mut self.left_out),
            seen: std::mem::take(&mut self.seen),
            ..self.empty_share()
        }
    }

    /// Adds what another worker judged. False: it cannot be told apart from what was judged here, and one has to read
    /// all of it.
    pub fn add_share(&mut self, share: Share) -> bool {
        if share.alone || self.blocked {
            return false;
        }
        self.ledger.merge(share.ledger);
        self.findings.join(share.findings);
        self.totals.merge(share.totals);
        self.days.merge(&share.days);
        self.watch.merge(share.watch);
        self.survey.merge(share.survey);
        for (ours, theirs) in self.open.iter_mut().flatten().zip(share.open.into_iter().flatten()) {
            theirs.into_iter().for_each(|sold| add_sold(ours, sold));
        }
        self.edits += share.edits;
        self.left_out += share.left_out;
        // The second line of one sale is told from the first by which comes first.
        let mut repeated = false;
        self.seen.sold.join(share.seen.sold, &mut |_, _| repeated = true);
        self.seen.cancelled.join(share.seen.cancelled, &mut |_, _| {});
        let Desk { seen, totals, .. } = self;
        // And an order counts in the state of its first line.
        seen.orders.join(share.seen.orders, &mut |ours, theirs| {
            repeated |= ours != theirs || !totals.take_back_order(theirs);
        });
        !repeated
    }
}

/// Adds what would fall into a month.
pub(super) fn add_sold(months: &mut Months, sold: Sold) {
    let key = (sold.month, sold.currency);
    let at = months.iter().take_while(|it| (it.month, it.currency) < key).count();
    match months.get_mut(at) {
        Some(known) if (known.month, known.currency) == key => {
            known.records += sold.records;
            known.amount += sold.amount;
        }
        _ => months.insert(at, sold),
    }
}
