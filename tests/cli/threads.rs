//! Several threads: for the files of a folder, and for one large file.

use super::{Folder, NOW, check, generator, good_report, preflight, report_with_an_error};
use generator::Plan;
use std::fs;

#[test]
fn a_large_file_has_one_answer_for_any_number_of_threads() {
    let folder = Folder::new("threads");
    let bytes = generator::report(&Plan { bytes: 9 << 20, damaged_per_mille: 0, ..Plan::default() });
    let plain = folder.file("plain.txt", &bytes);
    // A record of the beginning once more at the end: which is the first, only one thread can know.
    let again = bytes.split_inclusive(|&byte| byte == b'\n').nth(3).unwrap();
    let repeated = folder.file("repeated.txt", [&bytes, again].concat());
    for (file, code) in [(plain, None), (repeated, Some("line-repeated"))] {
        let answers = ["1", "2", "5"].map(|threads| {
            let (payload, manifest) = (folder.path("payload.csv"), folder.path("manifest.json"));
            let [payload, manifest] = [&payload, &manifest].map(|path| path.to_str().unwrap());
            let outputs = ["--payload", payload, "--manifest", manifest, "--leave-out-rejected"];
            let run = check(&file, &[&["--json", "--now", NOW, "--threads", threads][..], &outputs].concat());
            assert_eq!(run.code, 0, "{}{}", run.out, run.err);
            assert_eq!(preflight(["verify", payload, manifest]).code, 0);
            (run.out, fs::read(payload).unwrap())
        });
        let [one, two, five] = &answers;
        assert!(one == two && one == five, "{} has several answers", file.display());
        assert!(code.is_none_or(|code| one.0.contains(code)));
    }
}

#[test]
fn files_are_told_in_their_order() {
    let folder = Folder::new("threads-folder");
    let names: Vec<String> = (10..30).map(|number| format!("{number}.txt")).collect();
    for (number, name) in names.iter().enumerate() {
        folder.file(name, if number % 3 == 0 { report_with_an_error() } else { good_report() });
    }
    let [one, many] = ["1", "7"].map(|threads| check(&folder.0, &["--now", NOW, "--threads", threads]));
    assert_eq!((one.code, &one.out), (1, &many.out));
    let told: Vec<&str> = many.out.lines().skip(1).filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(told, names);

    let files: Vec<_> = names.iter().map(|name| folder.path(name)).chain([folder.path("none.txt")]).collect();
    let files = || files.iter().map(|file| file.as_os_str());
    let [one, many] = ["1", "7"].map(|threads| {
        preflight(
            ["check".as_ref()]
                .into_iter()
                .chain(files())
                .chain(["--now", NOW, "--threads", threads].map(|it| it.as_ref())),
        )
    });
    assert_eq!((one.code, &one.out, &one.err), (2, &many.out, &many.err));
    assert!(one.err.contains("There is no file"), "{}", one.err);
}
