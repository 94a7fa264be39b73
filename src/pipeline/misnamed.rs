//! Translations with a wrong name or in another folder: the file that was meant is named, and nothing is said of facts that
//! stand in the original.
//!
//! Takes what was found and the paths of all texts; gives the same, each such file with one message.

use std::collections::{BTreeMap, HashSet};

use crate::diagnostic::{At, Code, Diagnostic, nearest};
use crate::model::kind::RecordKind;
use crate::model::lang::Lang;
use crate::records::{ContentKind, FileName, classify};
use crate::source::{SourceId, Sources};

/// So many files are offered.
const OFFERED: usize = 3;

/// Where more texts lack a required language, none has a slip in its name: the language is new.
const SLIPS: usize = 20;

/// Names the files that translations without an original were meant to be.
pub(super) fn tell_misnamed(found: &mut Vec<Diagnostic>, sources: &Sources, languages: &[Lang]) {
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
            wrong.nearest = originals(sources.path(source), sources, languages);
            if !wrong.nearest.is_empty() {
                explained.insert(source);
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
