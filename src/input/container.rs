//! What a report can come wrapped in, and what can be wrong with the wrapping. The host unwraps: a browser with its
//! `DecompressionStream`, the command line with flate2 and zip. What is in an archive is told here, for both.

use crate::findings::Code;

pub static CODES: &[&Code] = &[
    &CONTAINER_ENCRYPTED,
    &CONTAINER_DAMAGED,
    &CONTAINER_TOO_LARGE,
    &CONTAINER_NOTHING_INSIDE,
    &CONTAINER_UNSUPPORTED,
];

pub static CONTAINER_ENCRYPTED: Code = Code::blocking("container-encrypted")
    .what("The archive is locked with a password.")
    .why("Nothing in it can be read without the password, and we do not ask for it.")
    .fix("Unpack the archive on your computer, and choose the report that was in it.");

pub static CONTAINER_DAMAGED: Code = Code::blocking("container-damaged")
    .what("The compressed file is damaged or cut short.")
    .why("Records are missing from it, and it cannot be told how many.")
    .fix("Download the report again and wait until the download has finished.");

pub static CONTAINER_TOO_LARGE: Code = Code::blocking("container-too-large")
    .what("Unpacked, the file is larger than this page takes.")
    .why("Some archives are made to fill a computer's memory, so there is a limit.")
    .fix("Download the report for a shorter time, such as one month, and choose the file that Seller Central gives.");

pub static CONTAINER_NOTHING_INSIDE: Code = Code::blocking("container-nothing-inside")
    .what("There is no report in the archive.")
    .why("There is nothing in it to check or to send.")
    .fix("Open the archive on your computer and look what is in it. Then choose the report itself.");

pub static CONTAINER_UNSUPPORTED: Code = Code::blocking("container-unsupported")
    .what("The archive is packed in a way that we cannot read.")
    .why("Its contents cannot be checked before they are unpacked.")
    .fix("Unpack the archive on your computer, and choose the report that was in it.");

/// What is wrong with a container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    Encrypted,
    Damaged,
    TooLarge,
    NothingInside,
    Unsupported,
}

impl Trouble {
    pub fn code(self) -> &'static Code {
        match self {
            Trouble::Encrypted => &CONTAINER_ENCRYPTED,
            Trouble::Damaged => &CONTAINER_DAMAGED,
            Trouble::TooLarge => &CONTAINER_TOO_LARGE,
            Trouble::NothingInside => &CONTAINER_NOTHING_INSIDE,
            Trouble::Unsupported => &CONTAINER_UNSUPPORTED,
        }
    }

    /// By the slug of its code.
    pub fn from_slug(slug: &str) -> Option<Trouble> {
        [
            Trouble::Encrypted,
            Trouble::Damaged,
            Trouble::TooLarge,
            Trouble::NothingInside,
            Trouble::Unsupported,
        ]
        .into_iter()
        .find(|trouble| trouble.code().slug == slug)
    }
}

/// What a zip archive is, by the names in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZipKind {
    /// An archive; these of its entries may be reports.
    Reports(Vec<usize>),
    /// An Excel workbook.
    Workbook,
    /// A file of this family, whose format happens to be zip.
    Other(&'static str),
}

/// Names that only one kind of zip has, and which kind it is.
const SIGNS: &[(&str, &str)] = &[
    ("xl/workbook.xml", "workbook"),
    ("xl/workbook.bin", "old-workbook"),
    ("word/document.xml", "word-document"),
    ("Index/Document.iwa", "apple-numbers"),
    ("Index.zip", "apple-numbers"),
    ("content.xml", "open-document"),
];

pub fn zip_kind<'a>(names: impl Iterator<Item = &'a str> + Clone) -> ZipKind {
    for (sign, family) in SIGNS {
        if names.clone().any(|name| name == *sign) {
            return if *family == "workbook" { ZipKind::Workbook } else { ZipKind::Other(family) };
        }
    }
    let is_report = |name: &str| {
        let file = name.rsplit('/').next().unwrap_or_default();
        !(file.is_empty() || file.starts_with('.') || name.starts_with("__MACOSX/") || file == "Thumbs.db")
    };
    ZipKind::Reports(names.enumerate().filter(|(_, name)| is_report(name)).map(|(index, _)| index).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zip_is_told_by_its_names() {
        let kind = |names: &[&str]| zip_kind(names.iter().copied());
        assert_eq!(kind(&["[Content_Types].xml", "xl/workbook.xml"]), ZipKind::Workbook);
        assert_eq!(kind(&["mimetype", "content.xml"]), ZipKind::Other("open-document"));
        let archive = [
            "reports/",
            "reports/january.txt",
            "__MACOSX/reports/._january.txt",
            ".DS_Store",
            "february.csv",
        ];
        assert_eq!(kind(&archive), ZipKind::Reports(vec![1, 4]));
        assert_eq!(kind(&[]), ZipKind::Reports(vec![]));
    }
}
