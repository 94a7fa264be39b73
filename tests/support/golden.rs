//! Golden files: what is made is what a file of this repository says, to the byte.
//!
//! `UPDATE=1` writes down what is made now, and still fails; then read the difference before you keep it. Of our own, and
//! not a snapshot library: those keep snapshots in files of their own form or compare texts with other line ends as the
//! same, while a case holds its input beside what is expected, and a tree of CSV and images is compared to the byte.

use std::fs;
use std::path::Path;

/// How a file differs from what is made now, where nothing made means that there must be no file; none if it does not.
pub fn difference(path: &Path, made: Option<&[u8]>) -> Option<String> {
    let expected = fs::read(path).ok();
    if expected.as_deref() == made {
        return None;
    }
    if std::env::var_os("UPDATE").is_some() {
        match made {
            Some(bytes) => {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, bytes).unwrap();
            }
            None => fs::remove_file(path).unwrap(),
        }
    }
    let text = |bytes: Option<&[u8]>| {
        let text = bytes.map(String::from_utf8_lossy);
        text.map_or("(not there)".to_owned(), |text| text.into_owned())
    };
    let (expected, made) = (text(expected.as_deref()), text(made));
    let (expected, made) = differing(&expected, &made);
    Some(format!(
        "{}\n--- expected\n{expected}--- made\n{made}",
        path.display()
    ))
}

/// The lines of both texts between the first and the last that differ.
fn differing(one: &str, other: &str) -> (String, String) {
    let (one, other): (Vec<&str>, Vec<&str>) = (one.lines().collect(), other.lines().collect());
    let shortest = one.len().min(other.len());
    let same = |(one, other): &(&&str, &&str)| one == other;
    let start = one.iter().zip(&other).take_while(same).count();
    let ends = one.iter().rev().zip(other.iter().rev());
    let end = ends.take(shortest - start).take_while(same).count();
    let part = |lines: &[&str]| -> String {
        let lines = lines[start..lines.len() - end].iter();
        lines.map(|line| format!("{line}\n")).collect()
    };
    (part(&one), part(&other))
}
