//! Column names in the languages of Seller Central, as data.

/// Lines of language, local name and English name; `#` begins a comment.
const NAMES: &str = include_str!("names.txt");

/// Each name that we know in another language: the language, the name, and what it is in English. One local name
/// can stand for several columns: which one, the rest of the header decides.
pub fn translations() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    // Bytes, because searching a string brings its own machinery into the wasm.
    NAMES.as_bytes().split(|&byte| byte == b'\n').filter_map(|line| {
        let mut parts = line.split(|&byte| byte == b'\t');
        let mut part = || std::str::from_utf8(parts.next()?).ok();
        Some((part()?, part()?, part()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::{all, plain_name};

    #[test]
    fn every_line_leads_to_a_column() {
        let english: Vec<&str> = all()
            .flat_map(|report| {
                let columns = report.reading().map_or(&[][..], |reading| reading.columns);
                columns.iter().map(|column| column.name).chain(report.recognised_by.iter().copied())
            })
            .collect();
        let lines = NAMES.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(translations().count(), lines, "a line of names.txt has no two tabs");
        for (language, local, name) in translations() {
            let plain = plain_name(name.as_bytes());
            let known = english.iter().any(|english| plain_name(english.as_bytes()) == plain);
            assert!(known, "{language} {local}: no report has a column {name}");
        }
    }
}
