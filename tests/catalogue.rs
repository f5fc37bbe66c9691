//! Gates over the whole catalogue: each says what to do when it fails.
#![allow(clippy::disallowed_methods)] // the ban is for the core

mod common;

use common::{check, check_input, golden, inputs, options, pretty, root};
use report_preflight::findings::Code;
use report_preflight::{codes, output, reports, rules};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;

fn words(code: &Code) -> [&'static str; 3] {
    [code.what, code.why, code.fix]
}

#[test]
fn slugs_are_readable_and_unique() {
    let mut seen = BTreeSet::new();
    for code in codes() {
        let is_slug = code.slug.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        assert!(is_slug, "{}: a slug is small letters and hyphens", code.slug);
        for slug in [code.slug].iter().chain(code.formerly) {
            assert!(seen.insert(*slug), "{slug} stands for two codes; a slug is never used again");
        }
    }
}

/// A code that is in no list is found in reports and has no words on the page.
#[test]
fn every_code_in_the_source_is_in_the_catalogue() {
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder can be listed") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap_or_default();
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            for kind in ["error", "warning", "note", "repair", "set_aside", "withheld", "blocking"] {
                for declared in text.split(&format!("Code::{kind}(")).skip(1) {
                    let slug = declared.split('"').nth(1).unwrap_or_default();
                    assert!(
                        codes().any(|code| code.slug == slug),
                        "{slug} of {} is in no list",
                        path.display()
                    );
                }
            }
        }
    }
}

#[test]
fn every_code_says_what_and_why_and_what_to_do() {
    for code in codes() {
        for text in words(code) {
            assert!(text.ends_with('.'), "{}: what, why and fix are sentences: {text:?}", code.slug);
            for word in ["please", "invalid", "sorry", "forbidden", "oops", "error"] {
                assert!(
                    !text.to_lowercase().contains(word),
                    "{}: sellers are not told {word:?}: {text:?}",
                    code.slug
                );
            }
        }
    }
}

#[test]
fn every_code_has_a_good_and_a_bad_file() {
    let folder = root().join("tests/fixtures/codes");
    // What is wrong with a container is found outside the core: tests/cli/containers.rs has a file for each.
    let containers = report_preflight::input::container::CODES;
    for code in codes().filter(|code| !containers.contains(code)) {
        for (kind, expected) in [("bad", true), ("good", false)] {
            let path = ["txt", "csv", "batch"]
                .iter()
                .map(|extension| folder.join(code.slug).join(format!("{kind}.{extension}")))
                .find(|path| path.exists())
                .unwrap_or_else(|| {
                    panic!(
                        "make tests/fixtures/codes/{}/{kind}.txt, a report {} it",
                        code.slug,
                        if expected { "with" } else { "without" }
                    )
                });
            let found = check_input(&path, options("").options).codes();
            assert_eq!(found.contains(&code.slug), expected, "{} gives {found:?}", path.display());
        }
    }
}

/// Slugs are kept by hosts and in manifests, so none may go without leaving its name behind.
#[test]
fn no_code_has_vanished() {
    for entry in fs::read_dir(root().join("tests/fixtures/codes")).expect("a folder can be listed") {
        let slug = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        assert!(
            codes().any(|code| code.slug == slug || code.formerly.contains(&slug.as_str())),
            "{slug} was a code: give the one that replaces it .formerly(&[{slug:?}])"
        );
    }
}

#[test]
fn rules_and_reports_name_real_columns() {
    let usable: Vec<_> =
        reports::all().filter_map(|report| report.reading().map(|reading| (report, reading))).collect();
    for rule in rules::all() {
        for &field in rule.needs {
            let has =
                |reading: &reports::Reading| reading.columns.iter().any(|column| column.field == Some(field));
            assert!(
                usable.iter().any(|(_, reading)| has(reading)),
                "{} needs {field:?}, which no report has",
                rule.code.slug
            );
        }
    }
    for (report, reading) in usable {
        let generations = reading.generations.iter().flat_map(|g| g.with.iter().chain(g.without));
        for name in report.recognised_by.iter().chain(generations) {
            let known = reading.columns.iter().any(|column| column.name == *name);
            assert!(known, "{} is known by {name}, which is none of its columns", report.family);
        }
        let tax_date = reading.columns.iter().find(|column| column.field == Some(reading.tax_date));
        assert!(
            tax_date.is_some_and(|c| c.required && c.leaves),
            "{}: its tax date must be required and leave",
            report.family
        );
        assert!(!report.way.is_empty(), "{}: say how to get it", report.family);
    }
}

#[test]
fn every_wrong_report_names_a_right_one() {
    for report in reports::all() {
        if let reports::Usability::NotUsable { why, instead } = report.usability {
            assert!(why.ends_with('.'), "{}: why is a sentence", report.family);
            let right = reports::by_family(instead)
                .unwrap_or_else(|| panic!("{}: there is no {instead}", report.family));
            assert!(right.is_usable(), "{}: {instead} is no better", report.family);
        }
    }
}

/// Every file that is no report gets a name and nothing else: no cascade of findings about its cells.
#[test]
fn wrong_files_get_one_answer() {
    for path in inputs("reports/not-usable") {
        let checked = check(&fs::read(&path).expect("a fixture"), options("x"));
        assert!(checked.outcome.manifest.is_none());
        assert_eq!(checked.outcome.findings.len(), 1, "{}", path.display());
        assert_eq!(checked.outcome.ledger.read(), 0);
    }
}

/// A table that is known by its columns has a file with that header, and is told from all the others by it.
#[test]
fn every_wrong_table_is_told_from_the_others() {
    let found: BTreeSet<&str> = inputs("reports/not-usable")
        .iter()
        .filter_map(|path| {
            let checked = check(&fs::read(path).expect("a fixture"), options("x"));
            checked.outcome.sources.first().map(|source| source.report.family)
        })
        .collect();
    for report in reports::all().filter(|report| !report.is_usable() && !report.recognised_by.is_empty()) {
        assert!(
            found.contains(report.family),
            "put a {} into tests/fixtures/reports/not-usable",
            report.family
        );
    }
}

/// What the page knows of codes and reports is made from the catalogue: in one file the facts, in another one the
/// English words.
#[test]
fn the_pages_catalogue_is_in_step() {
    let code_facts = codes().map(|code| {
        let mut facts = json!({ "severity": code.severity, "effect": code.effect });
        if code.sign {
            facts["sign"] = true.into();
        }
        (code.slug, facts)
    });
    let report_facts = reports::all().filter_map(|report| match report.usability {
        reports::Usability::Usable(_) => None,
        reports::Usability::NotUsable { instead, .. } => Some((report.family, json!({ "instead": instead }))),
    });
    in_step("catalogue.js", code_facts, report_facts);

    let code_words = codes()
        .map(|Code { slug, what, why, fix, .. }| (*slug, json!({ "what": what, "why": why, "fix": fix })));
    let report_words = reports::all().map(|report| {
        let why = match report.usability {
            reports::Usability::Usable(_) => None,
            reports::Usability::NotUsable { why, .. } => Some(why),
        };
        let way = (!report.way.is_empty()).then_some(report.way);
        (report.family, json!({ "title": report.title, "why": why, "way": way }))
    });
    in_step("catalogue.en.js", code_words, report_words);
}

type Named = (&'static str, Value);

fn in_step(file: &str, codes: impl Iterator<Item = Named>, reports: impl Iterator<Item = Named>) {
    let text = pretty(&json!({ "codes": object(codes), "reports": object(reports) }));
    let made = [
        b"// Made from the catalogue by `UPDATE=1 cargo test --test catalogue`.\nexport default ",
        text.trim_ascii_end(),
        b";\n",
    ]
    .concat();
    golden(&root().join("www/report-preflight/locales").join(file), &made);
}

fn object(named: impl Iterator<Item = Named>) -> Value {
    named.map(|(name, value)| (name.to_owned(), value)).collect::<serde_json::Map<_, _>>().into()
}

/// The published schema of the payload is made from its columns.
#[test]
fn the_table_schema_is_in_step() {
    golden(
        &root().join("www/report-preflight/sale-line.schema.json"),
        &pretty(&output::schema::table_schema()),
    );
}
