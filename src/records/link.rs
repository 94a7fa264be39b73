//! Linking all records to one [`Portal`]: foreign keys resolved to typed indices, duplicate ids and every rule checked.
//!
//! Takes what was read from every text, gives the portal of all that could be linked and everything wrong with the
//! rest. Knows nothing of languages' grammar or templates.

use std::sync::Arc;

use ahash::{HashMap, HashSet};

use super::dangling::DanglingRef;
use super::head::Head;
use super::kinds::{Collected, Content, MergeMemo, Record, WriteUps, check, form, portal};
use super::outlines;
use super::read::{Loaded, Unread};
use super::scope;
use crate::diagnostic::{Code, Diagnostic};
use crate::link::{IdTables, resolve_links};
use crate::model::id::Id;
use crate::model::kind::RecordKind;
use crate::model::place::Origin;
use crate::model::portal::Portal;
use crate::model::site::{Samples, Site};
use crate::source::SourceId;

/// The id of the page that explains by which rules figures are made: figures lead to it.
const RULES_PAGE: &str = "how-figures-are-computed";

/// The page whose text stands on the page of open data.
const DATA_PAGE: &str = "open-data";

/// The other files of a site.
pub(crate) struct OtherFiles<'a> {
    /// Whether the site has a file at a path from its root.
    pub exists: &'a (dyn Fn(&str) -> bool + Sync),
    /// Those that could not be read.
    pub unread: Unread,
}

/// Links all records, and gives those that were lost as well: `loaded` in the order of paths. `memo` saves work: it is from the last time, with the same
/// settings, or empty.
pub(crate) fn link(
    site: Arc<Site>,
    loaded: &[(SourceId, &Loaded)],
    drafts: bool,
    files: &OtherFiles<'_>,
    memo: &mut MergeMemo,
) -> (Portal, Lost, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let mut ids = IdTables::default();
    for &kind in &files.unread.kinds {
        ids.note_unread(kind);
    }
    for (kind, id) in &files.unread.write_ups {
        ids.note_broken(*kind, id);
    }
    for (kind, id) in loaded.iter().flat_map(|(_, loaded)| &loaded.broken) {
        ids.note_broken(*kind, id.as_str());
    }
    for kind in loaded.iter().filter_map(|(_, loaded)| loaded.nameless) {
        ids.note_unread(kind);
    }
    let mut records = collect(loaded, &mut found);
    let mut write_ups = WriteUps::merge(&records, (&site, drafts), memo, &mut found);
    let samples = site.samples;
    let mut keep = |kind, head: Head<'_>| keeps(samples, kind, &head, &mut ids, &mut found);
    for (kind, _, records) in in_yaml(&mut records) {
        records.retain(|record| keep(kind, record.head()));
    }
    write_ups.retain(&mut keep);
    for (kind, _, records) in in_yaml(&mut records) {
        let heads = records.iter().map(|record| record.head());
        ids.register(kind, heads.map(|head| (head.id, head.sample)));
    }
    let mut portal = portal(site, &records, &write_ups, &mut ids, &mut found);
    portal.scope = scope::scope(&portal.site, &ids, &mut found);
    acquit(loaded, &files.unread, &mut found);
    let dangling = loaded.iter().flat_map(|(_, loaded)| &loaded.dangling);
    check_dangling(dangling, &ids, &mut found);
    for &kind in RecordKind::ALL {
        // A kind that leaves records out while it is linked registers those that are left: else links lead astray.
        debug_assert_eq!(ids.count(kind), portal.table(kind).length(), "{kind:?}");
        let has_sample = portal.table(kind).any_rows().any(|row| row.is_sample());
        portal.shows_samples |= has_sample;
        check(kind, &portal, &mut found);
    }
    scope::check(&portal, &mut found);
    portal.mixes_samples = portal.shows_samples && has_real(&portal);
    portal.rules_page = portal.pages.find(RULES_PAGE);
    portal.data_page = portal.pages.find(DATA_PAGE);
    outlines::check(&portal, &ids, &mut found);
    resolve_links(&mut portal, &ids, files.exists, &mut found);
    tell_drafts(loaded, &mut found);
    (portal, Lost(ids), found)
}

/// The records that are there but cannot be shown, since they, or what they name, have a mistake that is told.
pub(crate) struct Lost(IdTables);

impl Lost {
    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.has_all()
    }

    /// Whether a record may be among them.
    pub(crate) fn may_hold(&self, kind: RecordKind, id: &str) -> bool {
        self.0.is_broken(kind, id)
    }
}

/// Whether any of what readers come for is no sample.
fn has_real(portal: &Portal) -> bool {
    let mut kinds = [RecordKind::Project, RecordKind::Patron, RecordKind::Award].into_iter();
    kinds.any(|kind| portal.table(kind).any_rows().any(|row| !row.is_sample()))
}

/// Takes back what was said of write-ups of which a language could not be read: what is missing may stand in it; and of
/// districts and categories that may stand in what could not be read of their own file.
fn acquit(loaded: &[(SourceId, &Loaded)], unread: &Unread, found: &mut Vec<Diagnostic>) {
    acquit_parts(loaded, found);
    let of_texts = loaded.iter().flat_map(|(_, loaded)| &loaded.unread);
    let unread: HashSet<(RecordKind, &str)> = of_texts
        .chain(&unread.write_ups)
        .map(|(kind, id)| (*kind, id.as_str()))
        .collect();
    if unread.is_empty() {
        return;
    }
    let is_of_one = |record: &Record| unread.contains(&(record.kind(), record.head().id.as_str()));
    let files = loaded
        .iter()
        .filter(|(_, loaded)| loaded.records.iter().any(is_of_one));
    let files: HashSet<SourceId> = files.map(|(source, _)| *source).collect();
    found.retain(|wrong| {
        let may_be_there = matches!(
            wrong.code,
            Code::TranslationRequired
                | Code::MissingField
                | Code::TranslationOfNothing
                | Code::CompletedWithoutDate
                | Code::DateWithoutCompleted
                | Code::DistrictWithoutRegion
        );
        !may_be_there || wrong.at.source().is_none_or(|at| !files.contains(&at))
    });
}

/// Says of ids that no record shown has, but one that was read, that it is a draft.
fn tell_drafts(loaded: &[(SourceId, &Loaded)], found: &mut [Diagnostic]) {
    let mut unknown = found
        .iter_mut()
        .filter(|wrong| wrong.code == Code::UnknownId)
        .peekable();
    if unknown.peek().is_none() {
        return;
    }
    let records = loaded.iter().flat_map(|(_, loaded)| &loaded.records);
    let read: HashSet<(&str, &str)> = records
        .map(|record| (record.kind().word(), record.head().id.as_str()))
        .collect();
    for wrong in unknown {
        let named = wrong.argument("kind").zip(wrong.argument("id"));
        if named.is_some_and(|named| read.contains(&named)) {
            wrong
                .args
                .retain(|(name, _)| !["what", "known", "folder"].contains(name));
            wrong.args.push(("what", "draft".to_owned()));
            wrong.nearest.clear();
            wrong.replacement = None;
        }
    }
}

/// Takes back that a part of a record is not there, if not all of its file could be read.
fn acquit_parts(loaded: &[(SourceId, &Loaded)], found: &mut Vec<Diagnostic>) {
    let partial: HashMap<SourceId, &Loaded> = loaded
        .iter()
        .filter(|(_, loaded)| loaded.is_partial)
        .copied()
        .collect();
    if partial.is_empty() {
        return;
    }
    let records = partial.values().flat_map(|loaded| &loaded.records);
    let regions = records.filter(|record| record.kind() == RecordKind::Region);
    let regions: HashSet<&str> = regions.map(|record| record.head().id.as_str()).collect();
    found.retain(|wrong| match wrong.code {
        Code::UnknownDistrict => {
            let region = wrong.argument("region");
            !region.is_some_and(|region| regions.contains(region))
        }
        Code::UnknownId if wrong.argument("kind") == Some("category") => {
            let source = wrong.at.source();
            !source.is_some_and(|source| partial.contains_key(&source))
        }
        _ => true,
    });
}

/// Checks what is named by records that could not be read. Whether they are samples is not known: all may be named.
fn check_dangling<'a>(
    dangling: impl Iterator<Item = &'a DanglingRef>,
    ids: &IdTables,
    found: &mut Vec<Diagnostic>,
) {
    for dangling in dangling {
        let at = || dangling.place.clone().into();
        ids.resolve_record(dangling.kind, dangling.id.as_str(), true, at, found);
    }
}

/// Whether a record is shown, as the site's settings treat samples.
fn keeps(
    samples: Samples,
    kind: RecordKind,
    head: &Head<'_>,
    ids: &mut IdTables,
    found: &mut Vec<Diagnostic>,
) -> bool {
    match samples {
        Samples::Hide if head.sample => {
            ids.note_hidden(kind, head.id);
            return false;
        }
        Samples::Forbid if head.sample => found.push(
            Diagnostic::new(Code::SampleForbidden, head.origin.field("sample")).with("id", head.id),
        ),
        Samples::Show | Samples::Hide | Samples::Forbid => {}
    }
    true
}

/// Keeps the first record of each id and reports the others.
fn without_duplicates(kind: RecordKind, records: &mut Vec<&Record>, found: &mut Vec<Diagnostic>) {
    let mut first: HashMap<&Id, Origin> = HashMap::default();
    records.retain(|record| {
        let Head { id, origin, .. } = record.head();
        let earlier = first.get(id).copied();
        match earlier {
            Some(earlier) => {
                let twice = Diagnostic::new(Code::DuplicateId, origin.field("id"))
                    .with("id", id)
                    .with("kind", kind.word())
                    .also(earlier.field("id"));
                found.push(match kind {
                    RecordKind::Patron => twice.with("what", "gifts"),
                    _ => twice,
                });
            }
            None => drop(first.insert(id, origin)),
        }
        earlier.is_none()
    });
}

/// The records of all texts by kind, and what stands beside them.
fn collect<'a>(loaded: &[(SourceId, &'a Loaded)], found: &mut Vec<Diagnostic>) -> Collected<'a> {
    let mut collected = Collected::default();
    for (_, loaded) in loaded {
        for record in &loaded.records {
            collected.records[record.kind()].push(record);
        }
        collected.portraits.extend(&loaded.portrait);
        collected.outlines = loaded.outlines.as_ref().or(collected.outlines);
        collected.synonyms = loaded.synonyms.as_ref().or(collected.synonyms);
    }
    for (kind, by_id, records) in in_yaml(&mut collected) {
        without_duplicates(kind, records, found);
        if by_id {
            records.sort_by(|a, b| a.head().id.cmp(b.head().id));
        }
    }
    collected
}

/// The records of each kind that stands in YAML files, and whether its table is in the order of ids.
fn in_yaml<'c, 'a>(
    collected: &'c mut Collected<'a>,
) -> impl Iterator<Item = (RecordKind, bool, &'c mut Vec<&'a Record>)> {
    let kinds = collected.records.iter_mut();
    kinds.filter_map(|(kind, records)| match form(kind).content {
        Content::Yaml { by_id, .. } => Some((kind, by_id, records)),
        Content::WriteUp { .. } => None,
    })
}
