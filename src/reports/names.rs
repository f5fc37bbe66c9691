//! Column names in the languages of Seller Central, as data.

use super::plain_bytes;

/// Lines of language, local name and English name; `#` begins a comment.
const NAMES: &str = include_str!("names.txt");

/// The English names of a column that a header gives in another language, and which language each is. `plain` is
/// the header's name as [`super::plain_name`] leaves it. One local name can stand for several columns: which one,
/// the rest of the header decides.
pub fn translate(plain: &[u8]) -> impl Iterator<Item = (&'static str, &'static str)> {
    entries()
        .filter(|(_, local, _)| plain_bytes(local.as_bytes()).eq(plain.iter().copied()))
        .map(|(language, _, english)| (english, language))
}

fn entries() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    NAMES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let (language, names) = line.split_once('\t')?;
        let (local, english) = names.split_once('\t')?;
        Some((language, local, english))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::{all, plain_name, same_name};

    #[test]
    fn every_line_leads_to_a_column() {
        let english: Vec<&str> = all()
            .flat_map(|report| {
                let columns = report.reading().map_or(&[][..], |reading| reading.columns);
                columns.iter().map(|column| column.name).chain(report.recognised_by.iter().copied())
            })
            .collect();
        let lines = NAMES.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(entries().count(), lines, "a line of names.txt has no two tabs");
        for (language, local, name) in entries() {
            let plain = plain_name(name.as_bytes());
            let known = english.iter().any(|english| same_name(&plain, english));
            assert!(known, "{language} {local}: no report has a column {name}");
            let plain = plain_name(local.as_bytes());
            assert!(translate(&plain).any(|found| found == (name, language)));
        }
    }
}
