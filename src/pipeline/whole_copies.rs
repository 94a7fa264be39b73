//! Whole copies: a file or a folder of which every record stands in another one too, whatever its name is.
//!
//! Takes what was found, gives it with one diagnostic at each copy in the place of what is said of the records in it. Names
//! alone are told by `copies`.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::copies::stands_twice;
use crate::diagnostic::{At, Code, Diagnostic};
use crate::source::{SourceId, Sources, is_kept_beside};

/// Tells the files and folders whose records are all in another one.
pub(super) fn tell_whole_copies(found: &mut Vec<Diagnostic>, sources: &Sources) {
    let pairs = pairs(found, sources);
    if pairs.is_empty() {
        return;
    }
    let mut copies = copied_folders(&pairs, sources);
    let is_in = |path: &str, copies: &[Copy]| copies.iter().any(|copy| copy.holds(path));
    for ((one, other), times) in &pairs {
        // What is like a copy is like its original.
        let original = |path: &str| {
            let copy = copies.iter().find(|copy| copy.path == path);
            copy.map_or_else(|| path.to_owned(), |copy| copy.of.clone())
        };
        let (one, other) = (original(one), original(other));
        if one != other && !is_in(&one, &copies) && !is_in(&other, &copies) {
            copies.extend(copied_file(&one, &other, *times, sources));
        }
    }
    if copies.is_empty() {
        return;
    }
    let is_copied = |at: &At| match at {
        At::File(path) => is_in(path, &copies),
        At::Place(_) | At::Span(_) => at
            .source()
            .is_some_and(|source| is_in(sources.path(source), &copies)),
    };
    found.retain(|wrong| {
        let comes_of_one = stands_twice(wrong.code) && wrong.others.iter().any(is_copied);
        !comes_of_one && !is_copied(&wrong.at)
    });
    found.extend(copies.into_iter().map(|copy| {
        let there = if copy.is_same { "same" } else { "yes" };
        let told = Diagnostic::new(Code::CopiedFile, At::File(copy.path));
        told.with("of", copy.of).with("there", there)
    }));
}

/// A file or folder that is a copy of another.
struct Copy {
    path: String,
    of: String,
    is_same: bool,
}

impl Copy {
    /// Whether a file is the copy, or in it.
    fn holds(&self, path: &str) -> bool {
        path.strip_prefix(&self.path)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

/// The pairs of files that hold records of the same ids, and how many.
fn pairs<'s>(found: &[Diagnostic], sources: &'s Sources) -> BTreeMap<(&'s str, &'s str), usize> {
    let mut pairs = BTreeMap::new();
    for wrong in found.iter().filter(|of| of.code == Code::DuplicateId) {
        let path = |at: &At| at.source().map(|source| sources.path(source));
        let other = wrong.others.first().and_then(path);
        if let Some((one, other)) = path(&wrong.at).zip(other)
            && one != other
        {
            *pairs.entry((one.min(other), one.max(other))).or_default() += 1;
        }
    }
    pairs
}

/// Folders with two texts at least that are all in another folder by the same names.
fn copied_folders(pairs: &BTreeMap<(&str, &str), usize>, sources: &Sources) -> Vec<Copy> {
    let folders = pairs.keys().flat_map(|(one, other)| folders(one, other));
    let folders: BTreeSet<(&str, &str)> = folders.collect();
    let mut copies: Vec<Copy> = Vec::new();
    for (one, other) in folders {
        let (copy, of) = match is_likelier_copy(one, other) {
            true => (one, other),
            false => (other, one),
        };
        let Some(is_same) = is_within(copy, of, sources) else {
            continue;
        };
        if !copies.iter().any(|told| told.holds(copy)) {
            copies.retain(|told| !told.path.starts_with(&format!("{copy}/")));
            copies.push(Copy {
                path: copy.to_owned(),
                of: of.to_owned(),
                is_same,
            });
        }
    }
    copies
}

/// The folders of two files in which both have the same path, from their own ones upwards.
fn folders<'p>(one: &'p str, other: &'p str) -> Vec<(&'p str, &'p str)> {
    let mut found = Vec::new();
    let parent = |path: &'p str| path.rsplit_once('/');
    // Languages of one text are told at each other.
    let id = |name: &'p str| name.split('.').next();
    let mut both = parent(one).zip(parent(other));
    if both.is_none_or(|((_, name), (_, other))| id(name) != id(other)) {
        return found;
    }
    while let Some(((a, _), (b, _))) = both
        && a != b
        && a.contains('/')
        && b.contains('/')
    {
        found.push((a, b));
        let above = parent(a).zip(parent(b));
        both = above.filter(|((_, a), (_, b))| a == b);
    }
    found
}

/// Whether all texts in a folder, two at least, are in another one by the same names, and whether they say the same.
fn is_within(copy: &str, of: &str, sources: &Sources) -> Option<bool> {
    let texts = sources.iter().map(|(_, source)| &*source.path);
    let inside = texts.filter_map(|path| path.strip_prefix(copy)?.strip_prefix('/'));
    let mut count = 0;
    let mut is_same = true;
    for name in inside {
        let [one, other] = [copy, of].map(|folder| format!("{folder}/{name}"));
        is_same &= same(sources.find(&one)?, sources.find(&other)?, sources);
        count += 1;
    }
    (count > 1).then_some(is_same)
}

fn same(one: SourceId, other: SourceId, sources: &Sources) -> bool {
    let loaded = sources.loaded([one, other]);
    let text = loaded.text(one);
    text.is_some() && text == loaded.text(other)
}

/// The one of two files of records that is a copy of the other, if every record of it is in that one too.
fn copied_file(one: &str, other: &str, times: usize, sources: &Sources) -> Option<Copy> {
    let is_copy_first = is_likelier_copy(one, other);
    let both = if is_copy_first {
        [one, other]
    } else {
        [other, one]
    };
    let copy = sources.find(both[0])?;
    let of = sources.find(both[1])?;
    let is_same = same(copy, of, sources);
    let loaded = sources.loaded([copy]);
    let lines = loaded.text(copy)?.lines();
    let records = lines.filter(|line| line.starts_with("- ")).count().max(1);
    let is_whole = both[0].ends_with("yaml") && records > 1 && times >= records;
    (is_same || is_whole).then(|| Copy {
        path: both[0].to_owned(),
        of: both[1].to_owned(),
        is_same,
    })
}

/// Whether the first of two paths looks more like that of a copy: a folder has a name as copies have it, or stands within
/// itself; it was dropped above the folder that it belongs to, or its name is longer.
fn is_likelier_copy(one: &str, other: &str) -> bool {
    let looks = |path: &str| {
        let is_odd = |name: &&str| {
            let stem = name.split('.').next().unwrap_or_default();
            let plain = |of: char| of.is_ascii_lowercase() || of == '-';
            !stem.chars().all(plain) || is_kept_beside(stem)
        };
        let odd = path.split('/').filter(is_odd).count();
        let names: HashSet<&str> = path.split('/').collect();
        let depth = path.split('/').count();
        let twice = depth - names.len();
        (odd, twice, Reverse(depth), path.chars().count())
    };
    (looks(one), Reverse(one)) > (looks(other), Reverse(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_copy_is_told_from_its_original() {
        for (copy, of) in [
            (
                "content/patrons/a-2026-11-03.yaml",
                "content/patrons/a.yaml",
            ),
            ("content/patrons/a.kk.yaml", "content/patrons/a.yaml"),
            ("content/patrons/backup/a.yaml", "content/patrons/a.yaml"),
            ("content/projects/Архив", "content/projects/shymkent"),
            ("content/projects/old", "content/projects/shymkent"),
            ("content/patrons/B.yaml", "content/patrons/b.yaml"),
            ("content/patrons/patrons", "content/patrons"),
            (
                "content/projects/a-school",
                "content/projects/abai/a-school",
            ),
        ] {
            assert!(is_likelier_copy(copy, of), "{copy}");
            assert!(!is_likelier_copy(of, copy), "{copy}");
        }
        let of = |one, other| folders(one, other);
        assert_eq!(
            of("content/patrons/patrons/a.yaml", "content/patrons/a.yaml"),
            [("content/patrons/patrons", "content/patrons")]
        );
        assert_eq!(
            of(
                "content/projects/b/x/index.kk.md",
                "content/projects/a/x/index.ru.md"
            ),
            [
                ("content/projects/b/x", "content/projects/a/x"),
                ("content/projects/b", "content/projects/a")
            ]
        );
        assert_eq!(
            of("content/patrons/a.yaml", "content/patrons/a.kk.yaml"),
            []
        );
    }
}
