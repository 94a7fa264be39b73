//! Copies of files by their names: what is wrong with a site because of them is told as that.
//!
//! Takes what was found, gives it with one diagnostic for each copy in the place of those that come of it: an id that cannot
//! be, every record twice, a file that nothing uses.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::memo::Memo;
use super::unpacked::tell_unpacked;
use crate::diagnostic::{At, Code, Diagnostic};
use crate::disk::bytes;
use crate::source::{Asset, AssetContent, Original, SourceId, Sources, originals};

/// The files of records, with the copies among them: by their paths alone, which an edit seldom changes.
pub(super) type CopiesMemo = Memo<Vec<(SourceId, Arc<str>)>, BTreeMap<SourceId, Diagnostic>>;

/// Tells the copies among what was found.
pub(super) fn tell_copies(found: &mut Vec<Diagnostic>, sources: &Sources, memo: &mut CopiesMemo) {
    tell_unpacked(found, sources);
    let of_records = copied_records(sources, memo);
    if of_records.is_empty() && !found.iter().any(|wrong| may_come_of_a_copy(wrong.code)) {
        return;
    }
    if !of_records.is_empty() {
        let is_copy = |at: &At| at.source().is_some_and(|at| of_records.contains_key(&at));
        let comes_of_one = |wrong: &Diagnostic| {
            stands_twice(wrong.code) && (is_copy(&wrong.at) || wrong.others.iter().any(is_copy))
        };
        found.retain(|wrong| !comes_of_one(wrong));
        found.extend(of_records.values().cloned());
    }
    let mut told: Vec<Diagnostic> = Vec::with_capacity(found.len());
    for wrong in found.drain(..) {
        match copies(&wrong, sources) {
            copies if copies.is_empty() => told.push(wrong),
            copies => told.extend(copies),
        }
    }
    tell_folders_once(&mut told, sources);
    let copied = told.iter().filter(|of| of.code == Code::CopiedFile);
    let copied: HashSet<At> = copied.map(|of| of.at.clone()).collect();
    let mut once = HashSet::new();
    told.retain(|wrong| match wrong.code {
        Code::CopiedFile => once.insert(wrong.at.clone()),
        // The pictures in a folder that is told already.
        Code::UnusedCopy => !copied.contains(&wrong.at) && once.insert(wrong.at.clone()),
        _ => true,
    });
    *found = told;
}

/// Folders whose names are no ids: each is told once for all the languages of its text, and as the copy that it is.
fn tell_folders_once(told: &mut Vec<Diagnostic>, sources: &Sources) {
    let mut folders = HashSet::new();
    told.retain_mut(|wrong| {
        let folder = match (wrong.code, &wrong.at) {
            (Code::BadId, At::File(path)) => path.split_once("/index."),
            _ => None,
        };
        let Some((folder, ending)) = folder else {
            return true;
        };
        let name = format!("/index.{ending}");
        let path = format!("{folder}{name}");
        let texts = sources.iter().map(|(_, source)| &*source.path);
        let mut others = texts.filter(|of| *of != path && of.ends_with(&name));
        let original = others.find(|other| are_same(&path, other, sources));
        let original = original.and_then(|of| of.strip_suffix(&*name));
        let at = At::File(folder.to_owned());
        match original {
            Some(of) => {
                let copied = Diagnostic::new(Code::CopiedFile, at);
                *wrong = copied.with("of", of).with("there", "same");
            }
            None => wrong.at = at,
        }
        folders.insert(wrong.at.clone())
    });
}

/// Files of records whose names are those of copies, each beside its original: that their ids are others makes them no
/// less copies.
fn copied_records<'m>(
    sources: &Sources,
    memo: &'m mut CopiesMemo,
) -> &'m BTreeMap<SourceId, Diagnostic> {
    let texts = sources.iter();
    let records = texts.filter(|(_, source)| {
        let path = &*source.path;
        path.starts_with("content/") && (path.ends_with(".yaml") || path.ends_with(".yml"))
    });
    let records: Vec<(SourceId, Arc<str>)> = records
        .map(|(id, source)| (id, source.path.clone()))
        .collect();
    let paths = records.clone();
    memo.get_or_make(records, || {
        let copied = paths.iter().filter_map(|(id, path)| {
            let all = originals(path).into_iter();
            let mut beside = all.filter(|of| of.is_certain && sources.find(&of.path).is_some());
            let of = beside.next()?;
            Some((*id, told(Code::CopiedFile, of).with("there", "yes")))
        });
        copied.collect()
    })
}

/// What is said of records that are alike.
pub(super) fn stands_twice(code: Code) -> bool {
    matches!(
        code,
        Code::DuplicateId | Code::SamePatron | Code::SameGift | Code::SameProject | Code::SameCode
    )
}

fn may_come_of_a_copy(code: Code) -> bool {
    matches!(
        code,
        Code::BadId
            | Code::UnknownFile
            | Code::MisnamedFile
            | Code::StrayFile
            | Code::DuplicateId
            | Code::MessageTwice
    )
}

/// The copies that a diagnostic comes of; none if it comes of something else.
fn copies(wrong: &Diagnostic, sources: &Sources) -> Vec<Diagnostic> {
    let is_there = |of: &Original| {
        let is_folder = of.of != of.path;
        sources.find(&of.path).is_some()
            || sources.has_asset(&of.path)
            || is_folder && sources.has_folder(&of.of)
    };
    match (wrong.code, &wrong.at) {
        (Code::BadId, At::File(path)) => {
            let mut all = originals(path);
            let elsewhere: Vec<Original> = all.iter().filter_map(in_the_other_form).collect();
            all.extend(elsewhere);
            if let Some(of) = all.iter().find(|of| is_there(of)) {
                let copied = told(Code::CopiedFile, of.clone());
                return vec![copied.with("there", "yes")];
            }
            // Whose original is gone, is to take its name.
            let certain = all.into_iter().find(|of| of.is_certain);
            let alone = certain.map(|of| told(Code::CopiedFile, of).with("there", "no"));
            alone.into_iter().collect()
        }
        (Code::UnknownFile | Code::MisnamedFile | Code::StrayFile, At::File(path)) => {
            let of = originals(path).into_iter().find(is_there);
            let same = |of: &Original| {
                if are_same(path, &of.path, sources) {
                    "yes"
                } else {
                    "no"
                }
            };
            of.map_or_else(Vec::new, |of| {
                let same = same(&of);
                vec![told(Code::UnusedCopy, of).with("same", same)]
            })
        }
        (Code::DuplicateId | Code::MessageTwice, at) => {
            let path = |at: &At| at.source().map(|source| sources.path(source));
            let other = wrong.others.first().and_then(path);
            path(at)
                .zip(other)
                .map_or_else(Vec::new, |(a, b)| pair(a, b))
        }
        _ => Vec::new(),
    }
}

/// The most bytes of two files that are compared.
const MOST_COMPARED: u64 = 50 << 20;

/// Whether the two files hold the same, so that one can be deleted without a look. What cannot be read may differ.
fn are_same(a: &str, b: &str, sources: &Sources) -> bool {
    let texts = sources.find(a).zip(sources.find(b));
    if let Some((a, b)) = texts {
        let loaded = sources.loaded([a, b]);
        return loaded
            .text(a)
            .is_some_and(|text| loaded.text(b) == Some(text));
    }
    let asset = |path: &str| -> Option<&Asset> {
        let assets = &sources.assets;
        let at = assets
            .binary_search_by(|asset| (*asset.path).cmp(path))
            .ok()?;
        assets.get(at)
    };
    let length = |of: &Asset| match of.content {
        AssetContent::File { length, .. } => length,
        AssetContent::Builtin(bytes) => bytes.len() as u64,
    };
    let Some((a, b)) = asset(a).zip(asset(b)) else {
        return false;
    };
    let is_alike = length(a) == length(b) && length(a) <= MOST_COMPARED;
    let read = |of: &Asset| bytes(&of.content).ok();
    is_alike && read(a).is_some_and(|read_a| read(b) == Some(read_a))
}

/// The original as a file, if its copy is a folder: `gym.kk.md` for `gym (1)/index.kk.md`; and the other way round.
fn in_the_other_form(of: &Original) -> Option<Original> {
    let path = match of.path.split_once("/index.") {
        Some((folder, ending)) => format!("{folder}.{ending}"),
        None => {
            let (folder, name) = of.path.rsplit_once('/')?;
            let (name, ending) = name.split_once('.')?;
            format!("{folder}/{name}/index.{ending}")
        }
    };
    Some(Original {
        of: path.clone(),
        path,
        ..of.clone()
    })
}

/// Of two files that hold the same: which is a copy of the other, or both of a third.
fn pair(a: &str, b: &str) -> Vec<Diagnostic> {
    if a == b {
        return Vec::new();
    }
    let copied = |of: Original| told(Code::CopiedFile, of).with("there", "yes");
    let (of_a, of_b) = (originals(a), originals(b));
    let is = |path: &str, all: &[Original]| all.iter().any(|of| of.path == path);
    for (all, other) in [(&of_a, b), (&of_b, a)] {
        if let Some(of) = all.iter().find(|of| of.path == other) {
            return vec![copied(of.clone())];
        }
    }
    let of_a = of_a.into_iter().filter(|of| is(&of.path, &of_b));
    let shared: Vec<Original> = of_a.collect();
    let of_b = of_b.into_iter().filter(|of| is(&of.path, &shared));
    let both: Vec<Original> = of_b.chain(shared.clone()).collect();
    both.into_iter().map(copied).collect()
}

fn told(code: Code, of: Original) -> Diagnostic {
    Diagnostic::new(code, At::File(of.copy)).with("of", of.of)
}
