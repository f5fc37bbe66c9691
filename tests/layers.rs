//! A module uses only those above it: the `use crate::` lines against the drawing in `src/lib.rs`.
#![allow(clippy::disallowed_methods)] // the ban is for the core

use std::fs;
use std::path::Path;

/// From the top down. Modules of one line do not use each other.
const LAYERS: &[&[&str]] = &[
    &["wire"],
    &["findings", "fault"],
    &["options"],
    &["outcome"],
    &["fields"],
    &["reports"],
    &["sale_line"],
    &["input", "rules", "clean", "totals", "identities"],
    &["output", "workbook"],
    &["session", "verify"],
    &["catalogue"],
    &["wasm"],
];

fn layer(module: &str) -> usize {
    LAYERS.iter().position(|layer| layer.contains(&module)).unwrap_or_else(|| {
        panic!("{module} stands in no layer: draw it in src/lib.rs and write it down here")
    })
}

#[test]
fn modules_use_only_what_stands_above_them() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![];
    collect(&source, &mut files);
    let mut uses = 0;
    for file in files {
        let path = file.strip_prefix(&source).expect("below src");
        let module = path.iter().next().expect("a name").to_string_lossy().replace(".rs", "");
        if matches!(module.as_str(), "lib" | "bin") {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a source file");
        for used in used_modules(&text) {
            uses += 1;
            let allowed = used == module || layer(&used) < layer(&module);
            assert!(allowed, "{} uses crate::{used}, which does not stand above {module}", path.display());
        }
    }
    assert!(uses > 50, "only {uses} uses were found: does this test still read them?");
}

fn collect(folder: &Path, files: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The first name behind every `crate::`, and behind each of `crate::{a, b::c}`.
fn used_modules(text: &str) -> Vec<String> {
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut found = Vec::new();
    let code =
        text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    for (at, matched) in code.match_indices("crate::") {
        let rest = &code[at + matched.len()..];
        match rest.strip_prefix('{') {
            None => found.push(name(rest)),
            Some(list) => {
                let mut depth = 0;
                let list: String = list
                    .chars()
                    .take_while(|c| {
                        depth += match c {
                            '{' => 1,
                            '}' => -1,
                            _ => 0,
                        };
                        depth >= 0
                    })
                    .collect();
                found.extend(list.split(',').map(|item| name(item.trim())).filter(|item| !item.is_empty()));
            }
        }
    }
    found
}
