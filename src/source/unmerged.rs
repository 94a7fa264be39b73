//! Merge conflict markers: the marks that an unfinished merge leaves in a file, whatever kind of file it is.
//!
//! Takes a text, gives the places of the versions that were not joined. Of what stands between the marks nobody knows
//! which is right: a file with marks is not read any further.

use std::ops::Range;

/// The marks that Git writes, one of which begins a line.
const MARKS: [&str; 3] = ["<<<<<<<", "|||||||", ">>>>>>>"];

/// The line between the two versions. In Markdown it also makes a title of the line above it.
const MIDDLE: &str = "=======";

/// The first mark of each place at which two versions were not joined; a place ends with `>>>>>>>`.
pub(crate) fn unmerged(path: &str, text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    if MARKS
        .iter()
        .chain([&MIDDLE])
        .all(|mark| memchr::memmem::find(bytes, mark.as_bytes()).is_none())
    {
        return Vec::new();
    }
    let is_prose = path.ends_with(".md");
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut is_inside = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let here = at;
        at += line.len();
        let plain = line.trim_end();
        // What stands in a list is indented, and its marks with it.
        let inner = plain.trim_start();
        let mark = MARKS.into_iter().find(|mark| is_mark(inner, mark));
        let is_middle = plain == MIDDLE && !is_prose;
        if mark.is_none() && !is_middle {
            continue;
        }
        if !is_inside || mark == Some(MARKS[0]) {
            let indent = plain.len() - inner.len();
            found.push(here + indent..here + plain.len());
        }
        is_inside = mark != Some(MARKS[2]);
    }
    found
}

/// Seven of one sign at the beginning of a line's words, and nothing, or a name, behind them.
fn is_mark(line: &str, mark: &str) -> bool {
    line.strip_prefix(mark)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_is_named_once() {
        let conflict =
            "a: 1\n<<<<<<< HEAD\nb: 1\n||||||| base\nb: 0\n=======\nb: 2\n>>>>>>> other\n";
        let twice = conflict.repeat(2);
        assert_eq!(unmerged("a.yaml", &twice).len(), 2);
        assert_eq!(&twice[unmerged("a.md", &twice)[0].clone()], "<<<<<<< HEAD");
        for (path, text, count) in [
            ("a.md", "Тақырып\n=======\n", 0),
            ("a.yaml", "=======\n", 1),
            ("a.md", ">>>>>>> main\n", 1),
            ("a.md", "<<<<<<<<< a\n", 0),
            (
                "a.md",
                "- а\n  <<<<<<< HEAD\n  б\n  =======\n  >>>>>>> x\n",
                1,
            ),
            ("a.toml", "<<<<<<< HEAD\na = 1\n=======\n", 1),
        ] {
            assert_eq!(unmerged(path, text).len(), count, "{text}");
        }
    }
}
