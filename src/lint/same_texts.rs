//! Texts that stand under two records: one was begun as a copy of the other, and a language of it was never rewritten.
//!
//! Takes the portal and its sources, gives a warning for each pair of write-ups of a kind that have the same text in some
//! language. A short text may well be that of two.

use std::collections::BTreeMap;

use ahash::{HashMap, HashSet};
use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic};
use crate::load::digest::words_digest;
use crate::load::front_matter::split;
use crate::markdown;
use crate::model::kind::RecordKind;
use crate::model::lang::Lang;
use crate::model::portal::Portal;
use crate::model::write_up::{Version, WriteUp};
use crate::source::Sources;

/// The fewest letters and digits of a text that nobody writes twice.
const FEWEST: usize = 100;

/// A warning for each write-up that has the text of another one.
pub(super) fn same_texts(
    portal: &Portal,
    sources: &Sources,
    told: &[Diagnostic],
) -> Vec<Diagnostic> {
    let write_ups: Vec<(RecordKind, &WriteUp)> = portal
        .write_ups()
        .map(|(of, text)| (of.kind(), &**text))
        .collect();
    let digests = write_ups
        .par_iter()
        .enumerate()
        .flat_map_iter(|(nth, (kind, text))| {
            let versions = text.iter();
            versions.filter_map(move |(lang, version)| {
                Some(((*kind, lang, words(sources, version)?), nth))
            })
        });
    let digests: Vec<((RecordKind, Lang, u64), usize)> = digests.collect();
    let mut by_words: HashMap<(RecordKind, Lang, u64), Vec<usize>> = HashMap::default();
    for (key, nth) in digests {
        by_words.entry(key).or_default().push(nth);
    }
    // Of each pair the languages, each with which of the two is the copy.
    let mut pairs: BTreeMap<(usize, usize), Vec<(Lang, usize)>> = BTreeMap::new();
    for ((_, lang, _), mut alike) in by_words.into_iter().filter(|(_, alike)| alike.len() > 1) {
        // What was translated from another text than it stands beside is the copy.
        let text = |nth: usize| write_ups[nth].1;
        alike.sort_by_key(|&nth| (text(nth).stale(lang).is_some(), text(nth).source()));
        for &copy in &alike[1..] {
            let original = alike[0];
            let pair = (copy.min(original), copy.max(original));
            pairs.entry(pair).or_default().push((lang, copy));
        }
    }
    let projects = told.iter().filter(|of| of.code == Code::SameProject);
    let projects = projects.map(|of| [of.argument("id"), of.argument("other")]);
    let told: HashSet<[Option<&str>; 2]> = projects.flat_map(|[a, b]| [[a, b], [b, a]]).collect();
    let is_told = |pair: [usize; 2]| {
        let are_projects = pair.map(|nth| write_ups[nth].0) == [RecordKind::Project; 2];
        are_projects && told.contains(&pair.map(|nth| Some(write_ups[nth].1.id.as_str())))
    };
    let pairs = pairs.into_iter().filter(|((a, b), _)| !is_told([*a, *b]));
    pairs
        .filter_map(|((a, b), mut langs)| {
            langs.sort();
            let copy = langs[0].1;
            let other = if copy == a { b } else { a };
            let langs: Vec<Lang> = langs.into_iter().map(|(lang, _)| lang).collect();
            same_text(write_ups[copy].1, write_ups[other].1, &langs)
        })
        .collect()
}

/// The words of a text, if they are many enough.
fn words(sources: &Sources, version: &Version) -> Option<u64> {
    let text = sources.text(version.origin.source)?;
    let body = &text[split(text).ok()?.body];
    let body = markdown::without_comments(body);
    let mut letters = body.chars().filter(|letter| letter.is_alphanumeric());
    letters.nth(FEWEST - 1).map(|_| words_digest(&body))
}

/// The languages are in their order.
fn same_text(copy: &WriteUp, other: &WriteUp, langs: &[Lang]) -> Option<Diagnostic> {
    let title = |of: &WriteUp| {
        let (_, version) = of.iter().find(|(lang, _)| *lang == langs[0])?;
        Some(version.origin.field("title"))
    };
    let codes: Vec<&str> = langs.iter().map(|lang| lang.code()).collect();
    let told = Diagnostic::new(Code::SameText, title(copy)?)
        .with("id", &copy.id)
        .with("other", &other.id)
        .with("langs", codes.join(", "));
    Some(told.also(title(other)?))
}
