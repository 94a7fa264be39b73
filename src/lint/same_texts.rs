//! Texts that stand under two records: one was begun as a copy of the other, and a language of it was never rewritten.
//!
//! Takes the portal and its sources, gives a warning for each pair of write-ups of a kind that have the same text in some
//! language. A short text may well be that of two.

use std::collections::BTreeMap;

use ahash::HashMap;
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
    let mut pairs: BTreeMap<(usize, usize), Vec<Lang>> = BTreeMap::new();
    for ((_, lang, _), mut alike) in by_words.into_iter().filter(|(_, alike)| alike.len() > 1) {
        // What was translated from another text than it stands beside is the copy.
        let text = |nth: usize| write_ups[nth].1;
        alike.sort_by_key(|&nth| (text(nth).stale(lang).is_some(), text(nth).source()));
        for &copy in &alike[1..] {
            pairs.entry((copy, alike[0])).or_default().push(lang);
        }
    }
    let is_told = |copy: &WriteUp, other: &WriteUp| {
        let ids = [copy, other].map(|of| Some(of.id.as_str()));
        let projects = told.iter().filter(|of| of.code == Code::SameProject);
        let mut pairs = projects.map(|of| [of.argument("id"), of.argument("other")]);
        pairs.any(|[a, b]| [a, b] == ids || [b, a] == ids)
    };
    let pairs = pairs.into_iter().map(|((copy, other), langs)| {
        let [copy, other] = [copy, other].map(|nth| write_ups[nth].1);
        (copy, other, langs)
    });
    pairs
        .filter(|(copy, other, _)| !is_told(copy, other))
        .filter_map(|(copy, other, langs)| same_text(copy, other, langs))
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

fn same_text(copy: &WriteUp, other: &WriteUp, mut langs: Vec<Lang>) -> Option<Diagnostic> {
    langs.sort();
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
