//! Path collisions: two files with one output path, or a file where others need a folder.
//!
//! Nearly all files are made of records, the same in all languages, with paths that are made of ids: nothing can be
//! wrong there that was not reported with the ids. All other files can have any path, and each is looked up.

use std::borrow::Cow;
use std::collections::HashSet;

use ahash::HashMap;

use super::output::Output;
use super::route_table::RouteTable;
use super::shared_routes::SharedRoutes;

/// Two files that cannot both be published.
#[derive(Debug)]
pub(super) enum Clash<'a> {
    /// Of two files with one path the first is kept; `second` is the index of the other in the table.
    Equal { first: &'a Output, second: usize },
    /// `static/kk` beside the pages in `kk/`: a file, and the first of those that need its path for a folder.
    InTheWay {
        file: &'a Output,
        inside: &'a Output,
        folder: String,
    },
}

/// All clashes of other files with those that languages have alike, and with each other. The others are in the order of
/// the plan.
pub(super) fn clashes<'a>(shared: &'a SharedRoutes, others: &'a RouteTable) -> Vec<Clash<'a>> {
    let mut found = Vec::new();
    let folded: Vec<(Cow<'a, str>, &Output)> = others
        .iter()
        .map(|(path, output)| (folded(path), output))
        .collect();
    let mut places: HashMap<&str, (usize, &Output)> = HashMap::default();
    places.reserve(folded.len());
    for (second, (path, output)) in folded.iter().enumerate() {
        let (place, first) = *places.entry(path).or_insert((second, output));
        if let Some(first) = shared.find(path) {
            found.push(Clash::Equal { first, second });
        } else if place != second {
            found.push(Clash::Equal { first, second });
        }
    }
    // A file, the first one inside of its path, and that path.
    let mut in_the_way: Vec<(&Output, &Output, &str)> = Vec::new();
    for (path, file) in &folded {
        in_the_way.extend(shared.below(path).map(|inside| (*file, inside, &**path)));
    }
    let mut before = "";
    for (path, inside) in &folded {
        // The folders that the file before stands in as well were checked with it.
        let same = path.bytes().zip(before.bytes());
        let same = same.take_while(|(a, b)| a == b).count();
        for (end, _) in path.match_indices('/').filter(|(end, _)| *end >= same) {
            let folder = &path[..end];
            let other = || places.get(folder).map(|(_, output)| *output);
            let file = shared.find(folder).or_else(other);
            in_the_way.extend(file.map(|file| (file, *inside, folder)));
        }
        before = path;
    }
    let mut told = HashSet::new();
    in_the_way.retain(|(_, _, folder)| told.insert(*folder));
    let in_the_way = in_the_way.into_iter();
    found.extend(in_the_way.map(|(file, inside, folder)| Clash::InTheWay {
        file,
        inside,
        folder: folder.to_owned(),
    }));
    found
}

/// A path after case folding: on many disks, paths that differ only by case are one.
fn folded(path: &str) -> Cow<'_, str> {
    let is_folded = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    match path.bytes().all(is_folded) {
        true => path.into(),
        false => path.to_lowercase().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lang::Lang;

    /// The clashes of other files with `kk/index.html`, `kk/a/index.html` and `kk/a-b/index.html`, and the same in
    /// Russian.
    fn told(paths: &[&str]) -> Vec<String> {
        let mut pages = RouteTable::default();
        for path in ["/a-b/index.html", "/a/index.html", "/index.html"] {
            pages.push(&[path], Output::Sitemap);
        }
        let shared = SharedRoutes::of(vec![Lang::Kk, Lang::Ru], pages);
        let mut others = RouteTable::default();
        for path in paths {
            others.push(&[path], Output::Root);
        }
        let place = |output: &Output| {
            let other = others
                .iter()
                .position(|(_, other)| std::ptr::eq(other, output));
            other.map_or("a page".to_owned(), |place| place.to_string())
        };
        let found = clashes(&shared, &others).into_iter();
        let told = found.map(|clash| match clash {
            Clash::Equal { first, second } => format!("{second} is at {}", place(first)),
            Clash::InTheWay {
                file,
                inside,
                folder,
            } => format!("{} is {folder}/ of {}", place(file), place(inside)),
        });
        told.collect()
    }

    #[test]
    fn files_beside_each_other_do_not_clash() {
        let paths = [
            "index.html",
            "kk/a.txt",
            "kk/a/b/c",
            "kk/A-",
            "k",
            "Ру/а",
            "ру/б",
            "en/index.html",
        ];
        assert_eq!(told(&paths), [""; 0]);
    }

    #[test]
    fn of_equal_ones_the_first_is_kept() {
        let paths = ["b", "RU/A/index.HTML", "b", "B", "kk/index.html"];
        let expected = ["1 is at a page", "2 is at 0", "3 is at 0", "4 is at a page"];
        assert_eq!(told(&paths), expected);
    }

    #[test]
    fn letters_of_any_script_are_alike_in_both_cases() {
        let paths = ["media/Қала.jpg", "media/қала.jpg", "media/кала.jpg"];
        assert_eq!(told(&paths), ["1 is at 0"]);
    }

    #[test]
    fn a_file_cannot_stand_where_others_need_a_folder() {
        // `kk/a-b/` and `kk/a.txt` come before `kk/a/`, and have nothing to do with it.
        assert_eq!(
            told(&["kk/a.txt", "kk/A", "kk", "ru"]),
            [
                "1 is kk/a/ of a page",
                "2 is kk/ of a page",
                "3 is ru/ of a page",
            ]
        );
        assert_eq!(
            told(&["kk/a/index.html/Б/в", "ә/Б/в", "ә/Б/г", "Ә", "ә"]),
            [
                "4 is at 3",
                "a page is kk/a/index.html/ of 0",
                "3 is ә/ of 1",
            ]
        );
    }
}
