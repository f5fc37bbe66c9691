//! What the seller decided by hand, as `--edits` has it: `{"January.txt": {"edits": [{"record": 3, "column": "ship-state",
//! "value": "CT"}], "left_out": [7]}}`. A file is named as it is called, or by its place among the sources, from 0.

use anyhow::{Context, Result, bail};
use report_preflight::options::{Edit, SourceOptions};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[derive(Default)]
pub struct ByHand {
    sources: BTreeMap<String, Decisions>,
    /// Which of them there were.
    met: Vec<String>,
}

#[derive(Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Decisions {
    edits: Vec<Edit>,
    left_out: Vec<u64>,
    leave_out_rejected: bool,
}

impl ByHand {
    pub fn read(path: Option<&Path>) -> Result<Self> {
        let Some(path) = path else { return Ok(ByHand::default()) };
        let shown = path.display();
        let text = fs::read(path).with_context(|| format!("{shown} cannot be read"))?;
        let sources = serde_json::from_slice(&text).with_context(|| {
            format!(
                "{shown} is no list of edits, such as {{\"January.txt\": {{\"edits\": [{{\"record\": 3, \
                 \"column\": \"ship-state\", \"value\": \"CT\"}}], \"left_out\": [7]}}}}"
            )
        })?;
        Ok(ByHand { sources, met: Vec::new() })
    }

    /// Adds what was decided about this source.
    pub fn apply(&mut self, at: usize, about: &mut SourceOptions) {
        let keys = [about.name.clone().unwrap_or_default(), at.to_string()];
        for key in keys {
            if let Some(decided) = self.sources.get(&key) {
                about.edits.extend(decided.edits.iter().cloned());
                about.left_out.extend(&decided.left_out);
                about.leave_out_rejected |= decided.leave_out_rejected;
                self.met.push(key);
            }
        }
    }

    /// Edits that were meant for a file which was not there are not passed over.
    pub fn refuse_unmet(&self) -> Result<()> {
        match self.sources.keys().find(|key| !self.met.contains(key)) {
            Some(key) => {
                bail!(
                    "There are edits for {key}, and no file of that name or place was checked. Nothing was written."
                )
            }
            None => Ok(()),
        }
    }
}
