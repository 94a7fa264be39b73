//! The plan of a deployment: which files go, and in which order, so that what a page names is there before the page, and goes
//! after it.

use std::collections::HashSet;

use rayon::prelude::*;

use super::record::{Kept, Known, Record};
use crate::headers::is_kept_for_ever;

/// What a deployment has to do. Within a part the order is free; the parts follow each other.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// What is brought: files with their digest in the path, other files, new pages, changed pages, and last what leads to all of them.
    pub(super) puts: [Vec<Put>; 5],
    /// What goes after that: pages, other files, files with their digest in the path.
    pub(super) gone: [Vec<String>; 3],
    /// What is there already.
    pub(super) same: Vec<Kept>,
}

/// A file that is brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Put {
    pub kept: Kept,
    pub is_new: bool,
}

/// The plan that brings these files to a target. `has` says whether a file is at the target as it is here: it is asked of what the record
/// has, with whether that is in doubt, from many threads.
///
/// # Errors
/// That of `has`.
pub(crate) fn plan<E: Send>(
    record: &Record,
    files: Vec<Kept>,
    has: impl Fn(&Kept, bool) -> Result<bool, E> + Sync,
) -> Result<Plan, E> {
    let is_there = |kept: &Kept| match record.get(&kept.file.path) {
        Some(Known::There(before)) => Ok(before == kept && has(kept, false)?),
        Some(Known::Either | Known::Perhaps) => has(kept, true),
        None => Ok(false),
    };
    let there: Result<Vec<bool>, E> = files.par_iter().map(is_there).collect();
    let mut plan = Plan::default();
    let now: HashSet<&str> = files.iter().map(|kept| &*kept.file.path).collect();
    let gone = record.paths().filter(|path| !now.contains(*path));
    for path in gone {
        plan.gone[gone_part(path)].push(path.to_owned());
    }
    for (kept, is_there) in files.into_iter().zip(there?) {
        if is_there {
            plan.same.push(kept);
            continue;
        }
        // What leads to it must not come before it, also where a deployment was killed.
        let path = &kept.file.path;
        let is_new = matches!(record.get(path), None | Some(Known::Perhaps));
        plan.puts[put_part(path, is_new)].push(Put { kept, is_new });
    }
    Ok(plan)
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
    use std::convert::Infallible;

    use super::*;
    use crate::manifest::FileEntry;

    fn file(path: &str, sha256: &str) -> Kept {
        let file = FileEntry {
            path: path.to_owned(),
            size: 1,
            sha256: sha256.to_owned(),
        };
        Kept {
            file,
            headers: String::new(),
        }
    }

    /// The plan where the target always answers.
    fn planned(
        record: &Record,
        files: Vec<Kept>,
        has: impl Fn(&Kept, bool) -> bool + Sync,
    ) -> Plan {
        let Ok(plan) = plan(record, files, |kept, is_doubted| {
            Ok::<_, Infallible>(has(kept, is_doubted))
        });
        plan
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
        let mut files: Vec<Kept> = new.iter().map(|path| file(path, "new")).collect();
        files.push(file("kk/same/index.html", "old"));
        let plan = planned(&record, files, |kept, is_doubted| {
            !is_doubted || kept.file.path == "kk/sent/index.html"
        });
        let puts = plan.puts.each_ref().map(|part| {
            let paths = part.iter().map(|put| put.kept.file.path.as_str());
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
        let same = plan.same.iter().map(|kept| kept.file.path.as_str());
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
        let whole = planned(&record, vec![file("a", "x")], |_, _| true);
        assert!(whole.is_empty());
        let damaged = planned(&record, vec![file("a", "x")], |_, _| false);
        assert_eq!(damaged.puts().count(), 1);
    }

    #[test]
    fn what_is_sent_with_other_headers_is_brought_again() {
        let mut record = Record::default();
        record.add(file("a", "x"));
        let mut now = file("a", "x");
        now.headers = "text/css, no-cache".to_owned();
        assert_eq!(planned(&record, vec![now], |_, _| true).puts().count(), 1);
    }
}
