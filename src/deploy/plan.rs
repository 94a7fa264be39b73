//! The plan of a deployment: which files go, and in which order, so that what a page names is there before the page, and goes
//! after it.

use std::collections::HashSet;

use super::record::{Known, Record};
use crate::manifest::FileEntry;

/// What a deployment has to do. Within a part the order is free; the parts follow each other.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// What is brought: files with their digest in the path, other files, new pages, changed pages, and last what leads to all of them.
    pub(super) puts: [Vec<Put>; 5],
    /// What goes after that: pages, other files, files with their digest in the path.
    pub(super) gone: [Vec<String>; 3],
    /// What is there already.
    pub(super) same: Vec<FileEntry>,
}

/// A file that is brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Put {
    pub file: FileEntry,
    pub is_new: bool,
}

/// The plan that brings these files to a target. `has` says whether a file is at the target as it is here: it is asked of what the record
/// has, with whether that is in doubt.
pub(crate) fn plan(
    record: &Record,
    files: Vec<FileEntry>,
    has: impl Fn(&FileEntry, bool) -> bool,
) -> Plan {
    let mut plan = Plan::default();
    let now: HashSet<String> = files.iter().map(|file| file.path.clone()).collect();
    let gone = record.paths().filter(|path| !now.contains(*path));
    for path in gone {
        plan.gone[gone_part(path)].push(path.to_owned());
    }
    for file in files {
        let before = record.get(&file.path);
        let is_there = match before {
            Some(Known::There(before)) => *before == file && has(&file, false),
            Some(Known::Either | Known::Perhaps) => has(&file, true),
            None => false,
        };
        match is_there {
            true => plan.same.push(file),
            false => {
                // What leads to it must not come before it, also where a deployment was killed.
                let is_new = matches!(before, None | Some(Known::Perhaps));
                plan.puts[put_part(&file.path, is_new)].push(Put { file, is_new });
            }
        }
    }
    plan
}

/// Whether the bytes at a path are others whenever the path or its query is.
pub(super) fn is_kept_for_ever(path: &str) -> bool {
    path.starts_with("assets/") || path.starts_with("search/pieces/")
}

/// Whether this is how readers and machines come to all other pages: the home pages, feeds, sitemaps.
fn leads_to_all(path: &str) -> bool {
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
    let is_home = name == "index.html" && !folders.contains('/');
    let is_for_machines = folders.is_empty()
        && (name.starts_with("sitemap")
            || matches!(name, "robots.txt" | "_headers" | "_redirects"));
    is_home || is_for_machines || name == "feed.xml"
}

/// Whether readers can come to it and are led on from it: a page of a language or one at the root.
fn is_page(path: &str) -> bool {
    path.ends_with(".html")
}

fn put_part(path: &str, is_new: bool) -> usize {
    match path {
        path if is_kept_for_ever(path) => 0,
        path if leads_to_all(path) => 4,
        path if is_page(path) && is_new => 2,
        path if is_page(path) => 3,
        _ => 1,
    }
}

fn gone_part(path: &str) -> usize {
    match path {
        path if is_kept_for_ever(path) => 2,
        path if is_page(path) || leads_to_all(path) => 0,
        _ => 1,
    }
}

impl Plan {
    /// All files that are brought, in their order.
    pub(crate) fn puts(&self) -> impl Iterator<Item = &Put> {
        self.puts.iter().flatten()
    }

    /// How many files go.
    pub(crate) fn gone_count(&self) -> usize {
        self.gone.iter().map(Vec::len).sum()
    }

    /// How many files are there already.
    pub(crate) fn same_count(&self) -> usize {
        self.same.len()
    }

    /// Whether nothing is to be done.
    pub(crate) fn is_empty(&self) -> bool {
        self.puts().next().is_none() && self.gone_count() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, sha256: &str) -> FileEntry {
        FileEntry {
            path: path.to_owned(),
            size: 1,
            sha256: sha256.to_owned(),
        }
    }

    #[test]
    fn what_a_page_names_comes_before_it_and_goes_after_it() {
        let mut record = Record::default();
        let old = [
            "404.html",
            "assets/1/a.css",
            "index.html",
            "kk/index.html",
            "kk/gone/index.html",
            "kk/changed/index.html",
            "kk/same/index.html",
            "media/gone.jpg",
        ];
        for path in old {
            record.add(file(path, "old"));
        }
        record.add(file("kk/doubted/index.html", "old"));
        record.doubt("kk/doubted/index.html");
        record.doubt("kk/sent/index.html");
        record.doubt("kk/new-doubted/index.html");
        let new = [
            "assets/2/a.css",
            "404.html",
            "data/a.csv",
            "index.html",
            "kk/changed/index.html",
            "kk/doubted/index.html",
            "kk/feed.xml",
            "kk/index.html",
            "kk/new-doubted/index.html",
            "kk/new/index.html",
            "kk/sent/index.html",
            "media/a.jpg",
            "search/pieces/1",
            "sitemap-kk.xml",
        ];
        let mut files: Vec<FileEntry> = new.iter().map(|path| file(path, "new")).collect();
        files.push(file("kk/same/index.html", "old"));
        let plan = plan(&record, files, |file, is_doubted| {
            !is_doubted || file.path == "kk/sent/index.html"
        });
        let puts = plan.puts.each_ref().map(|part| {
            let paths = part.iter().map(|put| put.file.path.as_str());
            paths.collect::<Vec<_>>()
        });
        assert_eq!(
            puts,
            [
                vec!["assets/2/a.css", "search/pieces/1"],
                vec!["data/a.csv", "media/a.jpg"],
                vec!["kk/new-doubted/index.html", "kk/new/index.html"],
                vec!["404.html", "kk/changed/index.html", "kk/doubted/index.html"],
                vec![
                    "index.html",
                    "kk/feed.xml",
                    "kk/index.html",
                    "sitemap-kk.xml"
                ],
            ]
        );
        let gone = plan.gone.each_ref().map(|part| part.join(" "));
        assert_eq!(
            gone,
            ["kk/gone/index.html", "media/gone.jpg", "assets/1/a.css"]
        );
        let same = plan.same.iter().map(|file| file.path.as_str());
        assert_eq!(
            same.collect::<Vec<_>>(),
            ["kk/sent/index.html", "kk/same/index.html"]
        );
        assert_eq!((plan.puts().count(), plan.gone_count()), (13, 3));
    }

    #[test]
    fn what_was_taken_away_at_the_target_is_brought_again() {
        let mut record = Record::default();
        record.add(file("a", "x"));
        let whole = plan(&record, vec![file("a", "x")], |_, _| true);
        assert!(whole.is_empty());
        let damaged = plan(&record, vec![file("a", "x")], |_, _| false);
        assert_eq!(damaged.puts().count(), 1);
    }
}
