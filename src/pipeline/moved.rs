//! Texts moved into a folder of their own whose loose files stayed: `gym.kk.md` beside `gym/index.kk.md`, told once.
//!
//! Takes what was found, gives one diagnostic for each such write-up in the place of what is said of its files.

use std::collections::BTreeMap;

use crate::diagnostic::{At, Code, Diagnostic};
use crate::source::Sources;

/// Tells the write-ups that stand both in a folder and beside it.
pub(super) fn tell_moved(found: &mut Vec<Diagnostic>, sources: &Sources) {
    let mut moved: BTreeMap<String, Diagnostic> = BTreeMap::new();
    for wrong in found.iter().filter(|of| of.code == Code::DuplicateId) {
        let path = |at: &At| Some(sources.path(at.source()?).to_owned());
        let both = path(&wrong.at).zip(wrong.others.first().and_then(path));
        let folder = both.and_then(|(one, other)| folder(&one, &other).or(folder(&other, &one)));
        if let Some(folder) = folder
            && !moved.contains_key(&folder)
        {
            let told = told(wrong, &folder, sources);
            moved.insert(folder, told);
        }
    }
    if moved.is_empty() {
        return;
    }
    let is_of_one = |at: &At| {
        let path = at.source().map(|source| sources.path(source));
        path.and_then(stem)
            .is_some_and(|stem| moved.contains_key(stem))
    };
    found.retain(|wrong| {
        let comes_of_it = matches!(
            wrong.code,
            Code::DuplicateId
                | Code::TranslationRequired
                | Code::TranslationOfNothing
                | Code::MissingField
                | Code::DateWithoutCompleted
        );
        !(comes_of_it && is_of_one(&wrong.at))
    });
    found.extend(moved.into_values());
}

/// The folder of one file, if the other one stands beside it with its name.
fn folder(inside: &str, beside: &str) -> Option<String> {
    let (folder, _) = inside.split_once("/index.")?;
    (stem(beside) == Some(folder) && !beside.contains("/index.")).then(|| folder.to_owned())
}

/// The path of a write-up's folder, whether it has one or could have one.
fn stem(path: &str) -> Option<&str> {
    let (stem, _) = path.strip_suffix(".md")?.rsplit_once('.')?;
    Some(stem.strip_suffix("/index").unwrap_or(stem))
}

/// What is said of a folder: which loose files stand in it already, and which are to be moved there.
fn told(wrong: &Diagnostic, folder: &str, sources: &Sources) -> Diagnostic {
    let texts = sources.iter().map(|(_, source)| &*source.path);
    let loose = texts.filter(|path| !path.contains("/index.") && stem(path) == Some(folder));
    let is_inside = |path: &&str| {
        let ending = path.strip_prefix(folder).unwrap_or_default();
        sources.find(&format!("{folder}/index{ending}")).is_some()
    };
    let (delete, rest): (Vec<&str>, Vec<&str>) = loose.partition(is_inside);
    let names = |paths: &[&str]| match paths {
        [] => "none".to_owned(),
        _ => {
            let names = paths.iter().filter_map(|path| path.rsplit('/').next());
            names.collect::<Vec<_>>().join(", ")
        }
    };
    let mut told = Diagnostic::new(Code::DuplicateId, At::File(folder.to_owned()))
        .with("what", "moved")
        .with("delete", names(&delete))
        .with("move", names(&rest));
    let same = wrong
        .args
        .iter()
        .filter(|(name, _)| matches!(*name, "id" | "kind"));
    told.args.extend(same.cloned());
    told
}
