//! Translations with a wrong name or in another folder: the file that was meant is named, and nothing is said of facts that
//! stand in the original.
//!
//! Takes what was found and the paths of all texts; gives the same, each such file with one message.

use std::collections::{BTreeMap, HashSet};

use crate::diagnostic::{At, Code, Diagnostic, nearest};
use crate::source::{SourceId, Sources};

/// So many files are offered.
const OFFERED: usize = 3;

/// Where more texts lack a required language, none has a slip in its name: the language is new.
const SLIPS: usize = 20;

/// Names the files that translations without an original were meant to be.
pub(super) fn tell_misnamed(found: &mut Vec<Diagnostic>, sources: &Sources) {
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
            wrong.nearest = originals(sources.path(source), sources);
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

/// The names that a translation had if it were one of a text beside it, which has nearly its name and not its language.
fn originals(path: &str, sources: &Sources) -> Vec<String> {
    let Some((folder, id, lang)) = parts(path) else {
        return Vec::new();
    };
    let mut beside: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (_, source) in sources.iter() {
        if let Some((of, other, lang)) = parts(&source.path)
            && of == folder
            && other != id
        {
            beside.entry(other).or_default().push(lang);
        }
    }
    beside.retain(|_, languages| !languages.contains(&lang));
    let near = nearest(id, beside.into_keys()).into_iter().take(OFFERED);
    near.map(|id| format!("{id}.{lang}.md")).collect()
}

/// The folder of a write-up's file, its id and its language: `content/projects`, `gym`, `kk`.
fn parts(path: &str) -> Option<(&str, &str, &str)> {
    let (folder, file) = path.rsplit_once('/')?;
    let (id, lang) = file.strip_suffix(".md")?.rsplit_once('.')?;
    Some((folder, id, lang))
}
