//! What a check finds: codes, places, and the tallies that keep exact counts beside capped lists.
//!
//! A finding never carries the text of a cell, so findings can be shown, logged and sent without a second
//! thought. Whoever wants the text asks for the record (see [`crate::session::RecordSearch`]).

use crate::wire::Wire;
use litemap::LiteMap;
use serde::{Deserialize, Serialize};

/// How much a finding matters: an error keeps its record out of the payload, a warning and a note do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Severity {
    Error,
    Warning,
    Note,
}

impl Severity {
    /// By its name in the outcome.
    pub fn from_name(name: &str) -> Option<Severity> {
        match name {
            "error" => Some(Severity::Error),
            "warning" => Some(Severity::Warning),
            "note" => Some(Severity::Note),
            _ => None,
        }
    }
}

/// What becomes of a record (or of the file) when the code is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Effect {
    /// The severity alone decides: an error rejects the record.
    Judged,
    /// The cell was changed without loss, and the change is shown.
    Repairs,
    /// The record is no sale, and is counted apart.
    SetsAside,
    /// The cell holds what must not leave: the record is sent without it.
    Withholds,
    /// The file as a whole cannot be used, or not yet.
    Blocks,
}

/// A kind of finding: its readable slug, and the words a seller reads.
///
/// The slug names the condition found, never changes its meaning, and is never used again.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Code {
    pub slug: &'static str,
    pub severity: Severity,
    pub effect: Effect,
    /// What happened.
    pub what: &'static str,
    /// Why it matters for the tax.
    pub why: &'static str,
    /// What to do.
    pub fix: &'static str,
    /// False where no value could be made, so that a host cannot talk the error away.
    pub overridable: bool,
    /// It shows that a spreadsheet has saved the file.
    pub sign: bool,
    /// Slugs this code had before.
    pub formerly: &'static [&'static str],
}

/// The browser has the words in the page's language, so the wasm does not carry them a second time.
pub(crate) const fn words(words: &'static str) -> &'static str {
    if cfg!(target_arch = "wasm32") { "" } else { words }
}

impl Code {
    const fn new(slug: &'static str, severity: Severity, effect: Effect) -> Self {
        Code {
            slug,
            severity,
            effect,
            what: "",
            why: "",
            fix: "",
            overridable: true,
            sign: false,
            formerly: &[],
        }
    }
    /// The record is rejected, unless the host says otherwise.
    pub const fn error(slug: &'static str) -> Self {
        Self::new(slug, Severity::Error, Effect::Judged)
    }
    pub const fn warning(slug: &'static str) -> Self {
        Self::new(slug, Severity::Warning, Effect::Judged)
    }
    pub const fn note(slug: &'static str) -> Self {
        Self::new(slug, Severity::Note, Effect::Judged)
    }
    pub const fn repair(slug: &'static str) -> Self {
        Self::new(slug, Severity::Note, Effect::Repairs).fixed()
    }
    pub const fn set_aside(slug: &'static str) -> Self {
        Self::new(slug, Severity::Note, Effect::SetsAside).fixed()
    }
    pub const fn withheld(slug: &'static str) -> Self {
        Self::new(slug, Severity::Note, Effect::Withholds).fixed()
    }
    /// About the whole file: nothing of it can be sent while this stands.
    pub const fn blocking(slug: &'static str) -> Self {
        Self::new(slug, Severity::Error, Effect::Blocks).fixed()
    }
    pub const fn what(mut self, what: &'static str) -> Self {
        self.what = words(what);
        self
    }
    pub const fn why(mut self, why: &'static str) -> Self {
        self.why = words(why);
        self
    }
    pub const fn fix(mut self, fix: &'static str) -> Self {
        self.fix = words(fix);
        self
    }
    /// A sign of a spreadsheet. Several of them are said once for the file.
    pub const fn sign(mut self) -> Self {
        self.sign = true;
        self
    }
    /// The severity is not the host's to change.
    pub const fn fixed(mut self) -> Self {
        self.overridable = false;
        self
    }
}

/// Where something was found. `record` counts from the header = 1, as a spreadsheet shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Place {
    /// Which of the outcome's sources, from 0.
    pub source: u32,
    /// `null` when it is about the whole file.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub record: Option<u64>,
    /// The report's own name of the column, as Amazon spells it; `null` when it is about the whole record.
    pub column: Option<&'static str>,
}

/// All findings of one code: the exact count, and the first places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Finding {
    pub code: &'static str,
    pub severity: Severity,
    #[cfg_attr(test, ts(type = "number"))]
    pub count: u64,
    pub places: Vec<Place>,
}

/// All repairs of one code, with the shape of what stood there before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Repair {
    pub code: &'static str,
    /// The seller did not want it: the cells are as they were.
    pub declined: bool,
    #[cfg_attr(test, ts(type = "number"))]
    pub count: u64,
    pub places: Vec<RepairPlace>,
}

/// A shape has `9` for a digit, `a` and `A` for letters, a point `·` for a blank; other signs stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RepairPlace {
    #[serde(flatten)]
    #[cfg_attr(test, ts(flatten))]
    pub place: Place,
    pub before: String,
    pub after: String,
}

/// The shape of a cell's text: enough to see what a repair did, too little to know what it says.
pub fn shape(text: &[u8]) -> String {
    const LONGEST: usize = 24;
    let text = String::from_utf8_lossy(text);
    let mut shape: String = text
        .chars()
        .take(LONGEST)
        .map(|c| match c {
            '0'..='9' => '9',
            'A'..='Z' => 'A',
            ' ' | '\t' | '\u{A0}' => '·',
            c if c.is_ascii_punctuation() => c,
            c if c.is_control() => '?',
            _ => 'a',
        })
        .collect();
    if text.chars().nth(LONGEST).is_some() {
        shape.push('…');
    }
    shape
}

#[derive(Debug, Default)]
struct Tally {
    count: u64,
    places: Vec<Place>,
    shapes: Vec<(String, String)>,
}

/// What names stand for, where findings come from another worker.
pub struct Known<'a> {
    pub source: u32,
    pub code: &'a dyn Fn(&str) -> Option<&'static Code>,
    pub column: &'a dyn Fn(&str) -> Option<&'static str>,
}

/// The findings of one session: exact counts per code, and no more than `cap` places of each, so that memory
/// does not grow with the trouble in the file.
#[derive(Debug)]
pub struct Findings {
    cap: usize,
    /// The host's own severities, by code.
    severities: LiteMap<String, Severity>,
    /// Repairs that the seller does not want.
    declined: Vec<String>,
    tallies: Vec<(&'static Code, Tally)>,
}

impl Findings {
    pub fn new(cap: usize, severities: LiteMap<String, Severity>, declined: Vec<String>) -> Self {
        Findings { cap, severities, declined, tallies: Vec::new() }
    }

    /// With the same rules, and nothing in it.
    pub fn alike(&self) -> Findings {
        Findings::new(self.cap, self.severities.clone(), self.declined.clone())
    }

    pub fn emptied(&mut self) -> Findings {
        let empty = self.alike();
        std::mem::replace(self, empty)
    }

    pub fn is_declined(&self, code: &Code) -> bool {
        self.declined.iter().any(|declined| declined == code.slug)
    }

    /// The severity in force: the host's word where the code allows it.
    pub fn severity(&self, code: &'static Code) -> Severity {
        match self.severities.get(code.slug) {
            Some(&severity) if code.overridable => severity,
            _ => code.severity,
        }
    }

    pub fn add(&mut self, code: &'static Code, place: Place) {
        let cap = self.cap;
        let tally = self.tally(code);
        tally.count += 1;
        if tally.places.len() < cap {
            tally.places.push(place);
        }
    }

    /// Something about all files together: it has no place in any of them.
    pub fn count(&mut self, code: &'static Code, times: u64) {
        if times > 0 {
            self.tally(code).count += times;
        }
    }

    pub fn add_repair(&mut self, code: &'static Code, place: Place, before: &[u8], after: &[u8]) {
        let cap = self.cap;
        let tally = self.tally(code);
        tally.count += 1;
        if tally.places.len() < cap {
            tally.places.push(place);
            tally.shapes.push((shape(before), shape(after)));
        }
    }

    // A search, because a report meets a few dozen codes at most.
    fn tally(&mut self, code: &'static Code) -> &mut Tally {
        let found = self.tallies.iter().position(|(known, _)| known.slug == code.slug);
        let index = found.unwrap_or_else(|| {
            self.tallies.push((code, Tally::default()));
            self.tallies.len() - 1
        });
        &mut self.tallies[index].1
    }

    /// Do these findings together show that a spreadsheet has saved the file? One sign alone may be the seller's
    /// own doing, unless it is several records that lost their digits.
    pub fn shows_a_spreadsheet(&self) -> bool {
        let signs = self.tallies.iter().filter(|(code, _)| code.sign);
        let (mut kinds, mut lost) = (0, 0);
        for (code, tally) in signs {
            kinds += 1;
            if code.severity == Severity::Error {
                lost += tally.count;
            }
        }
        kinds > 1 || lost > 2
    }

    /// Adds what another part of the same file found. Both keep their first places, so the places of `self`
    /// must be the earlier ones.
    pub fn merge(&mut self, later: Findings) {
        let cap = self.cap;
        for (code, theirs) in later.tallies {
            let ours = self.tally(code);
            ours.count += theirs.count;
            let room = cap.saturating_sub(ours.places.len());
            ours.places.extend(theirs.places.into_iter().take(room));
            ours.shapes.extend(theirs.shapes.into_iter().take(room));
        }
    }

    /// Adds what another share of the same file found, whose records stand among ours. Each list of places is in the
    /// order of the records, and so what comes first of both does not hang on who met it.
    pub fn join(&mut self, other: Findings) {
        let cap = self.cap;
        for (code, theirs) in other.tallies {
            let ours = self.tally(code);
            ours.count += theirs.count;
            let mut shapes = theirs.shapes.into_iter();
            let mut at = 0;
            for place in theirs.places {
                let before = |ours: &&Place| ours.record <= place.record;
                at += ours.places.iter().skip(at).take_while(before).count();
                let shape = shapes.next();
                if at == cap {
                    break;
                }
                ours.places.insert(at, place);
                if let Some(shape) = shape {
                    ours.shapes.insert(at, shape);
                }
                at += 1;
            }
            ours.places.truncate(cap);
            ours.shapes.truncate(cap);
        }
    }

    /// All of it but the rules, which both sides have. A code is known by its slug, a column by its name.
    pub fn cross(&mut self, wire: &mut Wire, known: &Known<'_>) {
        let count = wire.count(self.tallies.len());
        for at in 0..count {
            let ours = self.tallies.get(at).map(|(code, _)| *code);
            let mut slug = ours.map_or("", |code| code.slug).to_owned();
            wire.text(&mut slug);
            let Some(code) = ours.or_else(|| (known.code)(&slug)) else { return wire.refuse() };
            let Tally { count, places, shapes } = self.tally(code);
            wire.u64(count);
            let empty = || Place { source: known.source, record: None, column: None };
            wire.list(places, &empty, &mut |place, wire| {
                let mut record = place.record.unwrap_or(0);
                wire.u64(&mut record);
                place.record = (record > 0).then_some(record);
                let mut column = place.column.unwrap_or_default().to_owned();
                wire.text(&mut column);
                place.column = (known.column)(&column);
            });
            wire.list(shapes, &Default::default, &mut |(before, after), wire| {
                wire.text(before);
                wire.text(after);
            });
        }
    }

    /// What was found, gravest first, then by slug; repairs apart.
    pub fn into_lists(self) -> (Vec<Finding>, Vec<Repair>) {
        let Findings { severities, tallies, cap, declined } = self;
        let judge = Findings::new(cap, severities, declined);
        // Put where they belong one by one: a sort would add eight kilobytes to the wasm, and a map five.
        let (mut findings, mut repairs): (Vec<Finding>, Vec<Repair>) = (Vec::new(), Vec::new());
        for (code, Tally { count, places, shapes }) in tallies {
            if code.effect == Effect::Repairs {
                let places = places
                    .into_iter()
                    .zip(shapes)
                    .map(|(place, (before, after))| RepairPlace { place, before, after })
                    .collect();
                let at = repairs.iter().take_while(|before| before.code < code.slug).count();
                let declined = judge.is_declined(code);
                repairs.insert(at, Repair { code: code.slug, declined, count, places });
            } else {
                let severity = judge.severity(code);
                let is_before = |it: &&Finding| (it.severity, it.code) < (severity, code.slug);
                let at = findings.iter().take_while(is_before).count();
                findings.insert(at, Finding { code: code.slug, severity, count, places });
            }
        }
        (findings, repairs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static ONE: Code = Code::error("one");
    static TWO: Code = Code::repair("two");

    /// Law 8: parts checked apart and merged are the whole.
    #[test]
    fn merged_parts_are_the_whole() {
        let place = |record| Place { source: 0, record: Some(record), column: None };
        let add = |findings: &mut Findings, record: u64| {
            findings.add(&ONE, place(record));
            if record.is_multiple_of(3) {
                findings.add_repair(&TWO, place(record), b"ca", b"CA");
            }
        };
        for split in 0..=10 {
            let empty = || Findings::new(4, LiteMap::new(), Vec::new());
            let (mut whole, mut first, mut rest) = (empty(), empty(), empty());
            for record in 0..10 {
                add(&mut whole, record);
                add(if record < split { &mut first } else { &mut rest }, record);
            }
            first.merge(rest);
            assert_eq!(first.into_lists(), whole.into_lists(), "split at {split}");
        }
    }

    /// The same where the parts stand among each other, whoever is joined to whom.
    #[test]
    fn joined_shares_are_the_whole() {
        let place = |record| Place { source: 0, record: Some(record), column: None };
        let add = |findings: &mut Findings, record: u64| {
            findings.add(&ONE, place(record));
            findings.add_repair(&TWO, place(record), &vec![b'a'; record as usize], b"CA");
        };
        for cap in [0, 1, 3, 100] {
            for whose in 0..1 << 8 {
                let empty = || Findings::new(cap, LiteMap::new(), Vec::new());
                let (mut whole, mut shares) = (empty(), [empty(), empty()]);
                for record in 1..=8 {
                    add(&mut whole, record);
                    add(&mut shares[whose >> (record - 1) & 1], record);
                }
                let [mut one, other] = shares;
                one.join(other);
                assert_eq!(one.into_lists(), whole.into_lists(), "{whose:b}, at most {cap}");
            }
        }
    }

    #[test]
    fn shapes_tell_what_changed_and_not_what_it_says() {
        assert_eq!(shape(b" Robin, 12 Elm St."), "·Aaaaa,·99·Aaa·Aa.");
        assert_eq!(shape("Z\u{fc}rich\0".as_bytes()), "Aaaaaa?");
        assert_eq!(shape(&[b'9'; 30]).chars().count(), 25);
    }
}
