//! Acquittal: what was said of sound files only because another file could not be read.
//!
//! Takes all that was found, and takes back what a file that nobody can read may hold: that file is told, and nothing that
//! it may have held is missing.

use std::collections::HashSet;

use super::line_ends::tell_line_ends;
use super::misplaced_records::meant_records;
use super::once::keep_once;
use crate::diagnostic::{At, Code, Diagnostic};
use crate::model::kind::RecordKind;
use crate::model::portal::Portal;
use crate::model::row::RowText;
use crate::model::site::Site;
use crate::plan::site_links::{Asked, asked};
use crate::plan::stray::right_name;
use crate::records::{ContentKind, Loaded, Lost, Unread, classify};
use crate::source::text::percent;
use crate::source::{SourceId, Sources};

/// The paths of the files that could not be read at all.
pub(super) fn unread_paths(found: &[Diagnostic]) -> HashSet<String> {
    let unread = found.iter().filter(|wrong| {
        matches!(
            wrong.code,
            Code::Unreadable
                | Code::NotUtf8
                | Code::TooLarge
                | Code::NotAFile
                | Code::UnfinishedMerge
                | Code::NothingInside
        )
    });
    let paths = unread.filter_map(|wrong| match &wrong.at {
        At::File(path) => Some(path.clone()),
        At::Place(_) | At::Span(_) => None,
    });
    paths.collect()
}

/// What those files could hold, and those that are not read because of their names.
pub(super) fn unread(paths: &HashSet<String>, sources: &Sources, site: &Site) -> Unread {
    let mut unread = Unread::default();
    let assets = sources.assets.iter().map(|asset| &*asset.path);
    for path in assets.filter(|path| path.starts_with("content/")) {
        if let Some(name) = right_name(path)
            && let Some((folder, _)) = path.rsplit_once('/')
        {
            unread.add(&format!("{folder}/{name}"), &site.languages);
        } else if let Some(right) = meant_records(path, &site.languages) {
            unread.add(&right, &site.languages);
        }
    }
    for (_, source) in sources.iter() {
        if classify(&source.path, &site.languages) == ContentKind::Unknown
            && let Some(right) = meant_records(&source.path, &site.languages)
            && sources.find(&right).is_none()
        {
            unread.add(&right, &site.languages);
        }
    }
    for path in paths {
        unread.add(path, &site.languages);
    }
    unread
}

/// Of a file with the marks of an unfinished merge nothing else is said; and nothing of words that a file of words may
/// hold that could not be read.
pub(super) fn keep_to_the_cause(found: &mut Vec<Diagnostic>, sources: &Sources) {
    let paths = unread_paths(found);
    keep_what_stands_instead(found, sources);
    let unmerged = found
        .iter()
        .filter(|wrong| wrong.code == Code::UnfinishedMerge);
    let unmerged: HashSet<SourceId> = unmerged.filter_map(|wrong| wrong.at.source()).collect();
    if !unmerged.is_empty() {
        found.retain(|wrong| {
            let is_there = wrong.at.source().is_some_and(|at| unmerged.contains(&at));
            !is_there || wrong.code == Code::UnfinishedMerge
        });
    }
    let unmerged = unmerged.iter().copied();
    let of_theme = |path: &str| path.ends_with(".ftl") || path.ends_with(".html");
    let is_theme_unread = unmerged
        .map(|source| sources.path(source))
        .chain(paths.iter().map(String::as_str))
        .any(of_theme);
    acquit_words(found, sources);
    tell_line_ends(found, sources);
    keep_once(found, sources);
    if is_theme_unread {
        found.retain(|wrong| {
            !matches!(
                wrong.code,
                Code::MessageMissing
                    | Code::MessageForgets
                    | Code::MessageInvents
                    | Code::MessageUnused
                    | Code::MessageUnknown
                    | Code::MessageNotGiven
                    | Code::MessageLacking
            )
        });
    }
}

/// Of a file that holds nothing of ours nothing else is said.
fn keep_what_stands_instead(found: &mut Vec<Diagnostic>, sources: &Sources) {
    let path = |at: &At| match at {
        At::File(path) => path.clone(),
        At::Place(place) => sources.path(place.source).to_owned(),
        At::Span(span) => sources.path(span.source).to_owned(),
    };
    let empty = found.iter().filter(|of| of.code == Code::NothingInside);
    let empty: HashSet<String> = empty.map(|of| path(&of.at)).collect();
    if !empty.is_empty() {
        found.retain(|of| of.code == Code::NothingInside || !empty.contains(&path(&of.at)));
    }
}

/// Names the empty files of records where records of their kind are asked for that are nowhere, in the place of what
/// was said of the ids. Where other files hold such records, and one alone is asked for, an empty one is as it should be.
pub(super) fn tell_empty(
    found: &mut Vec<Diagnostic>,
    loaded: &[(SourceId, &Loaded)],
    sources: &Sources,
) {
    let mut told: Vec<RecordKind> = Vec::new();
    let empty: Vec<(&str, RecordKind)> = loaded
        .iter()
        .filter_map(|(source, loaded)| Some((sources.path(*source), loaded.empty?)))
        .collect();
    for (path, kind) in empty {
        let asked = found.iter().filter_map(|wrong| asked_id(wrong, kind));
        let missing: HashSet<&str> = asked
            .clone()
            .filter_map(|(id, near)| (!near).then_some(id))
            .collect();
        let is_alone = !loaded.iter().any(|(_, of)| of.holds(kind));
        let is_lost = match is_alone {
            true => asked.count() > 0,
            // One that is misspelled is in another file; several, or one that the file has its name of, were in this one.
            false => missing.len() > 1 || missing.iter().any(|id| is_named_after(path, id)),
        };
        let file = At::File(path.to_owned());
        // Of several empty files nobody can say which one lost them.
        if is_lost || told.contains(&kind) {
            found.retain(|wrong| asked_id(wrong, kind).is_none());
            found.push(Diagnostic::new(Code::NothingInside, file).with("why", "empty"));
            told.push(kind);
        }
    }
}

/// The id of a kind that is nowhere, by what was said of it, and whether another is near to it.
fn asked_id(wrong: &Diagnostic, kind: RecordKind) -> Option<(&str, bool)> {
    let is_asked = matches!(
        wrong.code,
        Code::UnknownId | Code::BadQuery | Code::ProseWithoutRecord
    );
    let of_kind = is_asked && wrong.argument("kind") == Some(kind.word());
    let id = wrong.argument("id").or(wrong.argument("key"));
    let id = id.filter(|_| of_kind)?;
    Some((id, !wrong.nearest.is_empty()))
}

/// Whether a file has its name from an id.
fn is_named_after(path: &str, id: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split('.').next() == Some(id)
}

/// Takes back that a message is missing which stands in a file with mistakes, at whatever place.
fn acquit_words(found: &mut Vec<Diagnostic>, sources: &Sources) {
    let broken = found.iter().filter(|wrong| wrong.code == Code::MessageFile);
    let broken: HashSet<SourceId> = broken.filter_map(|wrong| wrong.at.source()).collect();
    let texts = broken.iter().filter_map(|source| sources.text(*source));
    let lines = texts.flat_map(str::lines);
    let defined: HashSet<&str> = lines
        .filter(|line| !line.starts_with([' ', '#']))
        .filter_map(|line| Some(line.split_once('=')?.0.trim()))
        .collect();
    if defined.is_empty() {
        return;
    }
    found.retain(|wrong| {
        let is_missing = matches!(
            wrong.code,
            Code::MessageMissing | Code::MessageUnknown | Code::MessageLacking
        );
        let id = wrong.argument("id");
        !is_missing || !id.is_some_and(|id| defined.contains(id))
    });
}

/// The path of the file that is copied to an address within the site.
fn file_of_static(url: &str, base: &str) -> String {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let path = percent::decoded(percent::after_folders(path, base).unwrap_or(path));
    format!("content/static/{}", path.trim_start_matches('/'))
}

/// What is known of what could not be read, or not be shown.
pub(super) struct UnreadFiles<'a> {
    pub paths: &'a HashSet<String>,
    pub lost: &'a Lost,
    /// The kinds of the write-ups that could not be read: what addresses they have is not known.
    pub write_ups: &'a HashSet<RecordKind>,
}

impl UnreadFiles<'_> {
    /// Whether a page would stand at an address, but for what was lost.
    fn may_be_at(&self, url: &str, base: &str) -> bool {
        if self.paths.contains(&file_of_static(url, base)) {
            return true;
        }
        match asked(base, url) {
            Some(Asked::Record(kind, id)) => {
                self.write_ups.contains(&kind) || self.lost.may_hold(kind, &id)
            }
            Some(Asked::IfKnown) => !self.lost.is_empty(),
            None => false,
        }
    }

    /// Whether a text that nobody can read stands in the folder of a file, or above it.
    fn has_text_beside(&self, path: &str) -> bool {
        let texts = self.paths.iter().filter(|text| text.ends_with(".md"));
        let mut folders = texts.filter_map(|text| text.rsplit_once('/'));
        folders.any(|(folder, _)| {
            let rest = path.strip_prefix(folder);
            rest.is_some_and(|rest| rest.starts_with('/'))
        })
    }
}

/// Takes back that a picture or file is not there, or is used by nobody, where the text or file itself is not known.
pub(super) fn acquit_files(
    found: &mut Vec<Diagnostic>,
    loaded: &[(SourceId, &Loaded)],
    unread: &UnreadFiles<'_>,
    portal: &Portal,
    sources: &Sources,
) {
    let is_asked = |wrong: &Diagnostic| matches!(wrong.code, Code::StrayFile | Code::DeadLink);
    if !found.iter().any(is_asked) {
        return;
    }
    let unseen = unseen_texts(loaded, portal, sources);
    found.retain(|wrong| match (wrong.code, &wrong.at) {
        (Code::StrayFile, At::File(path)) => {
            let is_used = unseen.iter().any(|text| may_use(*text, path, sources));
            !is_used && !unread.has_text_beside(path)
        }
        (Code::DeadLink, _) => {
            let url = wrong.argument("url");
            !url.is_some_and(|url| unread.may_be_at(url, portal.site.base_path()))
        }
        _ => true,
    });
}

/// The write-ups that no page shows, or not all of them: drafts, samples that are left out, and those that could not be
/// read.
fn unseen_texts(
    loaded: &[(SourceId, &Loaded)],
    portal: &Portal,
    sources: &Sources,
) -> Vec<SourceId> {
    let mut seen: HashSet<SourceId> = HashSet::new();
    for (_, text) in portal.row_texts() {
        match text {
            RowText::WriteUp(text, _) => {
                seen.extend(text.iter().map(|(_, version)| version.origin.source));
            }
            RowText::Portrait(portrait) => {
                seen.extend(portrait.iter().map(|(_, text)| text.origin.source));
            }
            RowText::Nothing => {}
        }
    }
    let is_text = |path: &str| path.starts_with("content/") && path.ends_with(".md");
    let unseen = loaded
        .iter()
        .filter(|(source, loaded)| loaded.is_partial || !seen.contains(source));
    let unseen = unseen.map(|(source, _)| *source);
    unseen
        .filter(|source| is_text(sources.path(*source)))
        .collect()
}

/// Whether a text may show the file at a path, which stands beside it or in a folder below.
fn may_use(text: SourceId, path: &str, sources: &Sources) -> bool {
    let folder = sources
        .path(text)
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder);
    let name = path
        .strip_prefix(folder)
        .and_then(|rest| rest.strip_prefix('/'));
    // An evicted text is not read again for this.
    name.is_some_and(|name| sources.text(text).is_none_or(|text| text.contains(name)))
}
