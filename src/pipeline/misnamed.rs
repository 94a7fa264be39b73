//! Translations with a wrong name or in another folder: the file that was meant is named, and nothing is said of facts that
//! stand in the original.
//!
//! Takes what was found, what the texts hold and their paths; gives the same, each such file with one message.

use std::collections::{BTreeMap, HashSet};

use super::misplaced_records::tell_misplaced_records;
use crate::diagnostic::{At, Code, Diagnostic, nearest};
use crate::model::kind::RecordKind;
use crate::model::lang::Lang;
use crate::model::site::Site;
use crate::records::{ContentKind, FileName, Loaded, classify};
use crate::source::{SourceId, Sources};

/// So many files are offered.
const OFFERED: usize = 3;

/// Where more texts lack a required language, none has a slip in its name: the language is new.
const SLIPS: usize = 20;

/// Names the files that translations without an original were meant to be.
pub(super) fn tell_misnamed(
    found: &mut Vec<Diagnostic>,
    loaded: &[(SourceId, &Loaded)],
    sources: &Sources,
    site: &Site,
) {
    let languages = &site.languages;
    tell_folders_once(found, sources);
    tell_without_language(found, sources, site);
    tell_misplaced_records(found, sources, site);
    // Files that are translations of one in another folder: that is told there.
    let elsewhere: HashSet<SourceId> = found
        .iter()
        .filter(|wrong| wrong.code == Code::DuplicateId && wrong.argument("folder").is_some())
        .flat_map(|wrong| wrong.others.iter().filter_map(At::source))
        .collect();
    let mut explained = elsewhere.clone();
    let lacking = found
        .iter()
        .filter(|wrong| wrong.code == Code::TranslationRequired);
    let may_be_slips = lacking.count() <= SLIPS;
    for wrong in found.iter_mut().filter(|_| may_be_slips) {
        if wrong.code == Code::TranslationRequired
            && let Some(source) = wrong.at.source()
        {
            match renamed(source, loaded, sources) {
                Some(right) => {
                    explained.insert(source);
                    wrong.args.push(("right", right));
                }
                None => {
                    wrong.nearest = originals(sources.path(source), sources, languages);
                    if !wrong.nearest.is_empty() {
                        explained.insert(source);
                    }
                }
            }
        }
    }
    found.retain(|wrong| {
        let source = wrong.at.source();
        match wrong.code {
            Code::TranslationRequired => source.is_none_or(|of| !elsewhere.contains(&of)),
            Code::MissingField | Code::TranslationOfNothing | Code::DateWithoutCompleted => {
                source.is_none_or(|of| !explained.contains(&of))
            }
            _ => true,
        }
    });
}

/// Texts without a language in their names, beside which only translations stand: they are of the default language, and nothing
/// is said of what the translations lack without it.
fn tell_without_language(found: &mut Vec<Diagnostic>, sources: &Sources, site: &Site) {
    let mut told = HashSet::new();
    for wrong in found.iter_mut().filter(|of| of.code == Code::UnknownFile) {
        let At::File(path) = &wrong.at else { continue };
        let has_language = |stem: &&str| stem.rsplit('/').next().is_some_and(|of| of.contains('.'));
        let Some(stem) = path.strip_suffix(".md").filter(|of| !has_language(of)) else {
            continue;
        };
        let in_language = |lang: Lang| format!("{stem}.{lang}.md");
        let is_there = |lang: &Lang| sources.find(&in_language(*lang)).is_some();
        let right = in_language(site.default_language);
        let fits = classify(&right, &site.languages) != ContentKind::Unknown;
        if is_there(&site.default_language) || !site.languages.iter().any(is_there) || !fits {
            continue;
        }
        told.insert(stem.to_owned());
        *wrong = Diagnostic::new(Code::MisnamedFile, At::File(path.clone())).with("right", right);
    }
    if told.is_empty() {
        return;
    }
    let stem = |path: &str| Some(path.strip_suffix(".md")?.rsplit_once('.')?.0.to_owned());
    found.retain(|wrong| {
        let comes_of_it = matches!(
            wrong.code,
            Code::TranslationRequired
                | Code::TranslationOfNothing
                | Code::MissingField
                | Code::DateWithoutCompleted
        );
        let path = wrong.at.source().map(|source| sources.path(source));
        !(comes_of_it && path.and_then(stem).is_some_and(|stem| told.contains(&stem)))
    });
}

/// Folders of a kind whose names are spelled otherwise: each is told once, for all files in it.
fn tell_folders_once(found: &mut Vec<Diagnostic>, sources: &Sources) {
    let mut told = HashSet::new();
    found.retain_mut(|wrong| {
        let folders = match &wrong.at {
            At::File(path) if wrong.code == Code::MisnamedFile => misnamed_folder(path, wrong),
            _ => None,
        };
        let Some((folder, right)) = folders else {
            return true;
        };
        let there = match sources.has_folder(&right) {
            true => "yes",
            false => "no",
        };
        *wrong = Diagnostic::new(Code::MisnamedFile, At::File(folder.clone()))
            .with("right", right)
            .with("what", "folder")
            .with("there", there);
        told.insert(folder)
    });
}

/// The folder of a kind in which a misnamed file stands, and how it should be called, if that is all that is wrong.
fn misnamed_folder(path: &str, wrong: &Diagnostic) -> Option<(String, String)> {
    let section = |path: &str| {
        let inner = path.strip_prefix("content/")?;
        let (section, rest) = inner.split_once('/')?;
        Some((format!("content/{section}"), rest.to_owned()))
    };
    let (folder, rest) = section(path)?;
    let (right, right_rest) = section(wrong.argument("right")?)?;
    (rest == right_rest).then_some((folder, right))
}

/// The path that a translation should have whose original has another name now: that one has the words which were
/// translated, and not this language.
fn renamed(source: SourceId, loaded: &[(SourceId, &Loaded)], sources: &Sources) -> Option<String> {
    let own = loaded.iter().find(|(id, _)| *id == source)?;
    let from = own
        .1
        .versions()
        .find_map(|own| own.translated_from.as_ref())?;
    let mut texts = loaded.iter().filter(|(_, of)| {
        let mut versions = of.versions();
        versions.any(|version| version.digest == from.digest)
    });
    let original = sources.path(texts.next()?.0);
    let stem = original.strip_suffix(&format!(".{}.md", from.lang))?;
    let (_, lang) = sources.path(source).strip_suffix(".md")?.rsplit_once('.')?;
    let right = format!("{stem}.{lang}.md");
    sources.find(&right).is_none().then_some(right)
}

/// The paths that a translation had if it were one of a text beside it, which has nearly its name and not its language.
fn originals(path: &str, sources: &Sources, languages: &[Lang]) -> Vec<String> {
    let Some((kind, own)) = write_up(path, languages) else {
        return Vec::new();
    };
    let around = around(&own);
    // By its id, a path of each without its language, and all languages that it has.
    let mut beside: BTreeMap<String, (String, Vec<Lang>)> = BTreeMap::new();
    for (_, source) in sources.iter() {
        if let Some((of, other)) = write_up(&source.path, languages)
            && of == kind
            && other.id != own.id
            && (self::around(&other) == around || other.folder == own.folder)
            && let Some(stem) = source.path.strip_suffix(&format!(".{}.md", other.lang))
        {
            let (_, languages) = beside
                .entry(other.id)
                .or_insert((stem.to_owned(), Vec::new()));
            languages.push(other.lang);
        }
    }
    beside.retain(|_, (_, languages)| !languages.contains(&own.lang));
    let near = nearest(&own.id, beside.keys().map(String::as_str));
    let near = near.into_iter().take(OFFERED).filter_map(|id| {
        let (stem, _) = beside.get(&id)?;
        Some(format!("{stem}.{}.md", own.lang))
    });
    near.collect()
}

/// What the path of one language of a write-up says.
fn write_up(path: &str, languages: &[Lang]) -> Option<(RecordKind, FileName)> {
    match classify(path, languages) {
        ContentKind::WriteUp(kind, file) => Some((kind, file)),
        _ => None,
    }
}

/// The folder in which a write-up stands: with its file, or with the folder that is its own.
fn around(file: &FileName) -> &str {
    match file.folder.rsplit_once('/') {
        // The folder of a kind is nobody's own.
        Some((around, name)) if name == file.id && around != "content" => around,
        _ => &file.folder,
    }
}
