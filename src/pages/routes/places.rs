//! Whether every file of the output has a place of its own: no two at one, none where others need a folder.
//!
//! Nearly all files are pages with what belongs to them, and their paths are made of ids: they can only be equal, and then
//! stand side by side when they are sorted. What else there is can have any path, and each is looked up.

use std::borrow::Cow;
use std::collections::HashSet;

use ahash::HashMap;

use super::files::Files;
use crate::model::lang::Lang;

/// Two files that cannot both be published, by their places.
#[derive(Debug, PartialEq, Eq)]
pub enum Clash {
    /// Of two at one place the first is kept.
    Equal { first: usize, second: usize },
    /// `static/kk` beside the pages in `kk/`: a file, and the first of those that need its path for a folder.
    InTheWay {
        file: usize,
        inside: usize,
        folder: String,
    },
}

/// All clashes between files. The first `pages` of them are what is made of records, sorted by path, all in the folders of
/// languages; the others come in any order, with any paths.
pub fn clashes(files: &Files, pages: usize) -> Vec<Clash> {
    let mut found = Vec::new();
    let mut first = 0;
    for second in 1..pages {
        match files.path(first) == files.path(second) {
            true => found.push(Clash::Equal { first, second }),
            false => first = second,
        }
    }
    let others: Vec<(usize, Cow<'_, str>)> = (pages..files.len())
        .map(|place| (place, folded(files.path(place))))
        .collect();
    let mut places: HashMap<&str, usize> = HashMap::default();
    places.reserve(others.len());
    for (second, path) in &others {
        let page = page_at(files, pages, path);
        let first = page.unwrap_or_else(|| *places.entry(path).or_insert(*second));
        if first != *second {
            let second = *second;
            found.push(Clash::Equal { first, second });
        }
    }
    let mut in_the_way: Vec<(usize, usize, &str)> = Vec::new();
    for (file, folder) in &others {
        let inside = page_below(files, pages, folder);
        in_the_way.extend(inside.map(|inside| (*file, inside, &**folder)));
    }
    let mut before = "";
    for (inside, path) in &others {
        // The folders that the file before stands in as well were looked at for it.
        let same = path.bytes().zip(before.bytes());
        let same = same.take_while(|(a, b)| a == b).count();
        for (end, _) in path.match_indices('/').filter(|(end, _)| *end >= same) {
            let folder = &path[..end];
            let file = page_at(files, pages, folder).or_else(|| places.get(folder).copied());
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

/// The page, or what belongs to one, at a path.
fn page_at(files: &Files, pages: usize, path: &str) -> Option<usize> {
    let page = begins_with_language(path).then(|| files.find(path, pages));
    page.flatten()
}

/// The first page in the folder that has this path.
fn page_below(files: &Files, pages: usize, path: &str) -> Option<usize> {
    if !begins_with_language(path) {
        return None;
    }
    let folder = format!("{path}/");
    let place = files.lower_bound(&folder, pages);
    (place < pages && files.path(place).starts_with(&folder)).then_some(place)
}

/// Most other files are far from the pages, and need no search among them.
fn begins_with_language(path: &str) -> bool {
    let first = path.split('/').next();
    first.is_some_and(|first| Lang::from_code(first).is_some())
}

/// A path as a disk may see it: on many, paths that differ only by case are one.
fn folded(path: &str) -> Cow<'_, str> {
    let is_plain = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    match path.bytes().all(is_plain) {
        true => path.into(),
        false => path.to_lowercase().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::Output;

    /// The clashes of pages, which are sorted, and other files, told by their paths.
    fn told(pages: &[&str], others: &[&str]) -> Vec<String> {
        let mut files = Files::default();
        for path in pages.iter().chain(others) {
            files.push(&[path], Output::Root);
        }
        let path = |place: usize| format!("{place} {}", files.path(place));
        let found = clashes(&files, pages.len()).into_iter();
        let told = found.map(|clash| match clash {
            Clash::Equal { first, second } => format!("{} = {}", path(first), path(second)),
            Clash::InTheWay {
                file,
                inside,
                folder,
            } => format!("{} is {folder}/ of {}", path(file), path(inside)),
        });
        told.collect()
    }

    const PAGES: [&str; 4] = [
        "kk/a-b/index.html",
        "kk/a/index.html",
        "kk/index.html",
        "ru/index.html",
    ];

    #[test]
    fn files_beside_each_other_do_not_clash() {
        let others = [
            "index.html",
            "kk/a.txt",
            "kk/a/b/c",
            "kk/A-",
            "k",
            "Ру/а",
            "ру/б",
        ];
        assert_eq!(told(&PAGES, &others), [""; 0]);
    }

    #[test]
    fn of_equal_ones_the_first_is_kept() {
        let pages = ["kk/a/index.html", "kk/a/index.html", "kk/a/index.html"];
        let others = ["b", "KK/A/index.HTML", "b", "B"];
        let expected = [
            "0 kk/a/index.html = 1 kk/a/index.html",
            "0 kk/a/index.html = 2 kk/a/index.html",
            "0 kk/a/index.html = 4 KK/A/index.HTML",
            "3 b = 5 b",
            "3 b = 6 B",
        ];
        assert_eq!(told(&pages, &others), expected);
    }

    #[test]
    fn letters_of_any_script_are_alike_in_both_cases() {
        let others = ["media/Қала.jpg", "media/қала.jpg", "media/кала.jpg"];
        assert_eq!(
            told(&PAGES, &others),
            ["4 media/Қала.jpg = 5 media/қала.jpg"]
        );
    }

    #[test]
    fn a_file_cannot_stand_where_others_need_a_folder() {
        // `kk/a-b/` and `kk/a.txt` come before `kk/a/`, and have nothing to do with it.
        assert_eq!(
            told(&PAGES, &["kk/a.txt", "kk/A", "kk"]),
            [
                "5 kk/A is kk/a/ of 1 kk/a/index.html",
                "6 kk is kk/ of 0 kk/a-b/index.html",
            ]
        );
        assert_eq!(
            told(&PAGES, &["kk/a/index.html/Б/в", "ә/Б/в", "ә/Б/г", "Ә"]),
            [
                "1 kk/a/index.html is kk/a/index.html/ of 4 kk/a/index.html/Б/в",
                "7 Ә is ә/ of 5 ә/Б/в",
            ]
        );
    }
}
