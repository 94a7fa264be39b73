//! Pictures that are called otherwise in a text than on the disk: the files that were meant are named, and not said to be
//! used by nobody.
//!
//! Takes what was found and the files; gives the same, with the names of near files and without what follows from one
//! mistake.

use std::collections::HashSet;

use crate::diagnostic::{At, Code, Diagnostic, nearest};
use crate::locale::transliterate;
use crate::model::place::Step;
use crate::source::Sources;
use crate::source::text::confusables::is_odd_space;
use crate::source::text::percent;

/// So many files are offered.
const OFFERED: usize = 3;

/// Names the files near to a picture that is not there, and leaves each picture with one message.
pub(super) fn tell_pictures(found: &mut Vec<Diagnostic>, sources: &Sources) {
    let mut meant: HashSet<String> = HashSet::new();
    for wrong in found.iter_mut().filter(|wrong| is_of_picture(wrong)) {
        let Some(source) = wrong.at.source() else {
            continue;
        };
        let path = sources.path(source);
        let Some((folder, _)) = path.rsplit_once('/') else {
            continue;
        };
        let below = || {
            let assets = sources.assets.iter().map(|asset| &*asset.path);
            assets.filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/'))
        };
        let asked = wrong.args.iter().find(|(name, _)| *name == "file");
        if let Some((_, file)) = asked.filter(|_| wrong.code == Code::NoPicture) {
            let near = near_files(file, below());
            meant.extend(near.iter().map(|near| format!("{folder}/{near}")));
            let odd = near.iter().find(|near| plain_spaces(near) == *file);
            let odd = odd.and_then(|near| near.chars().find(|letter| is_odd_space(*letter)));
            // The two names look the same: the letter that differs is told.
            match odd.map(u32::from) {
                Some(space) => wrong.args.push(("space", format!("U+{space:04X}"))),
                None => wrong.nearest = near,
            }
        } else if let Some(text) = sources.text(source) {
            let named = below().filter(|file| {
                let name = file.rsplit('/').next().unwrap_or(file);
                text.contains(name) || percent::decoded(text).contains(name)
            });
            meant.extend(named.map(|file| format!("{folder}/{file}")));
        }
    }
    found.retain(|wrong| match (wrong.code, &wrong.at) {
        (Code::StrayFile, At::File(path)) => !meant.contains(path),
        _ => true,
    });
}

/// A name with usual spaces in the place of others.
fn plain_spaces(name: &str) -> String {
    name.replace(is_odd_space, " ")
}

/// Whether a picture or file is not shown because of what a text says of it.
fn is_of_picture(wrong: &Diagnostic) -> bool {
    let has = |asked: &str, value: &str| {
        let mut args = wrong.args.iter();
        args.any(|(name, word)| *name == asked && word == value)
    };
    match (wrong.code, &wrong.at) {
        (Code::NoPicture | Code::BadLink, _) => true,
        (Code::MarkLeft, _) => has("what", "picture") || has("what", "link"),
        (Code::BadForm, _) => has("expected", "picture"),
        (Code::WrongType | Code::UnknownField | Code::MissingField, At::Place(place)) => place
            .path
            .iter()
            .any(|step| matches!(step, Step::Key(key) if key == "image" || key == "images")),
        _ => false,
    }
}

/// The files that may be meant by a name: those that differ in the size of letters, in spaces and hyphens, or in how the
/// same letters are written; else one with another ending; else those of nearly the same name.
fn near_files<'a>(file: &str, files: impl Iterator<Item = &'a str> + Clone) -> Vec<String> {
    let stem = |file: &str| {
        file.rsplit_once('.')
            .map_or(file, |(stem, _)| stem)
            .to_owned()
    };
    let name = |file: &str| file.rsplit('/').next().unwrap_or(file).to_owned();
    let plain = |file: &str| -> String {
        transliterate(&plain_spaces(file).to_lowercase().replace("jpeg", "jpg"))
    };
    let of = |same: &dyn Fn(&str) -> bool| -> Vec<String> {
        let same = files.clone().filter(|other| same(other));
        same.take(OFFERED).map(str::to_owned).collect()
    };
    let known = of(&|other| plain(other) == plain(file));
    let known = some_or(known, || {
        of(&|other| plain(&stem(other)) == plain(&stem(file)))
    });
    let known = some_or(known, || {
        of(&|other| plain(&name(other)) == plain(&name(file)))
    });
    let ending = |file: &str| {
        file.rsplit_once('.')
            .map(|(_, ending)| ending.to_lowercase())
    };
    some_or(known, || {
        let alike = files.clone().filter(|other| ending(other) == ending(file));
        let stems: Vec<(String, &str)> = alike.map(|other| (stem(other), other)).collect();
        let near = nearest(&stem(file), stems.iter().map(|(stem, _)| stem.as_str()));
        let near = near.into_iter().filter_map(|near| {
            let mut named = stems.iter().filter(|(stem, _)| *stem == near);
            named.next().map(|(_, other)| (*other).to_owned())
        });
        near.collect()
    })
}

fn some_or(found: Vec<String>, other: impl FnOnce() -> Vec<String>) -> Vec<String> {
    match found.is_empty() {
        true => other(),
        false => found,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_known_by_a_name_that_is_slightly_wrong() {
        let files = [
            "фото.png",
            "zal.jpg",
            "sport zaly.jpg",
            "IMG_2043.jpg",
            "sub/үй.png",
            "notes.txt",
        ];
        for (asked, meant) in [
            ("Фото.png", "фото.png"),
            ("foto.png", "фото.png"),
            ("zal.JPEG", "zal.jpg"),
            ("zal.png", "zal.jpg"),
            ("sport-zaly.jpg", "sport zaly.jpg"),
            ("IMG_2034.jpg", "IMG_2043.jpg"),
            ("үй.png", "sub/үй.png"),
        ] {
            assert_eq!(near_files(asked, files.iter().copied()), [meant], "{asked}");
        }
        assert_eq!(near_files("mektep.png", files.iter().copied()), [""; 0]);
    }
}
