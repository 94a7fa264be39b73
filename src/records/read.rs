//! Loading one text: classified by its path and deserialized into records, each value with its place.
//!
//! Knows nothing of other files.

use std::sync::Arc;

use super::dangling::{self, DanglingRef};
use super::kinds::{Content, Payload, Record, form};
use super::misplaced::{belongs, kind_elsewhere};
use super::path::{ContentKind, FileName, classify, meant_path, other_language};
use crate::diagnostic::{Acceptance, At, Code, Diagnostic};
use crate::load::accept::covering;
use crate::load::fields::{ReadContext, Value, possible_ids};
use crate::load::inside::{instead, is_empty};
use crate::load::synonyms::{self, Synonyms};
use crate::load::write_up::{Named, PortraitFile, portrait};
use crate::load::yaml::{Node, is_field};
use crate::load::{fix_it, outlines};
use crate::model::id::{Id, MAX_ID};
use crate::model::kind::RecordKind;
use crate::model::lang::Lang;
use crate::model::outline::Outlines;
use crate::model::patron::PatronRecord;
use crate::model::place::Origin;
use crate::model::region::RegionRecord;
use crate::model::site::Site;
use crate::model::write_up::Version;
use crate::source::{Source, SourceId, unmerged};

/// What one text gave. It depends on that text and the site's settings alone, so it can be memoised while they stay.
#[derive(Debug, Clone, Default)]
pub(crate) struct Loaded {
    pub(super) records: Vec<Record>,
    /// The prose beside a record.
    pub(super) portrait: Option<Arc<PortraitFile>>,
    /// The shapes of the map.
    pub(super) outlines: Option<Arc<Outlines>>,
    /// Words that the search takes for the same.
    pub(super) synonyms: Option<Arc<Synonyms>>,
    /// Ids of records that exist but could not be read: a link to one is no second mistake.
    pub(super) broken: Vec<(RecordKind, String)>,
    /// The kind of a record here that has no id that could be read, or that the file lost at its end: it may be any that
    /// is asked for.
    pub(super) nameless: Option<RecordKind>,
    /// The write-up of which this file is a language, if not all of it could be read: of each kind, if its folder is wrong.
    pub(super) unread: Vec<(RecordKind, String)>,
    /// Something in the file could not be read.
    pub is_partial: bool,
    /// The kind of which the file holds no record, though it could.
    pub empty: Option<RecordKind>,
    /// The references in those records.
    pub(super) dangling: Vec<DanglingRef>,
    /// Which warnings stay in this text, and where.
    pub acceptances: Vec<Acceptance>,
    pub diagnostics: Vec<Diagnostic>,
}

impl Loaded {
    /// The texts of write-ups that the file holds: one at most.
    pub(crate) fn versions(&self) -> impl Iterator<Item = &Version> {
        self.records.iter().filter_map(Record::version)
    }
}

/// The patrons among all records, also those that cannot be linked.
pub(crate) fn patrons<'a>(
    loaded: &'a [(SourceId, &'a Loaded)],
) -> impl Iterator<Item = &'a PatronRecord> + Clone {
    let records = loaded.iter().flat_map(|(_, loaded)| &loaded.records);
    records.filter_map(|record| PatronRecord::of(record).map(|patron| &**patron))
}

/// The regions among all records, also those that cannot be linked.
pub(crate) fn regions<'a>(
    loaded: &'a [(SourceId, &'a Loaded)],
) -> impl Iterator<Item = &'a RegionRecord> + Clone {
    let records = loaded.iter().flat_map(|(_, loaded)| &loaded.records);
    records.filter_map(|record| RegionRecord::of(record).map(|region| &**region))
}

/// Reads the records of one text.
pub(crate) fn load(id: SourceId, source: &Source, site: &Site) -> Loaded {
    let reading =
        ReadContext::new(id, site.required.as_slice().into()).in_frame(site.frame.clone());
    let mut loaded = Loaded::default();
    let unmerged = unmerged(&source.path, &source.text);
    if !unmerged.is_empty() {
        loaded.note_unread(&source.path, &source.text, &site.languages);
        let marks = unmerged.into_iter();
        let marks = marks.map(|mark| Diagnostic::new(Code::UnfinishedMerge, At::span(id, mark)));
        marks.for_each(|mark| reading.report(mark));
        loaded.diagnostics = reading.into_found().into_vec_of(&source.path);
        return loaded;
    }
    if site.outlines.as_deref() == Some(&*source.path) {
        loaded.outlines = outlines::outlines(&source.text, &reading).map(Arc::new);
        loaded.diagnostics = reading.into_diagnostics();
        return loaded;
    }
    if *source.path == *synonyms::FILE {
        let reading = reading.in_toml();
        loaded.synonyms = synonyms::synonyms(&source.text, &reading).map(Arc::new);
        loaded.diagnostics = reading.into_diagnostics();
        return loaded;
    }
    let content = classify(&source.path, &site.languages);
    if !matches!(content, ContentKind::Other | ContentKind::Unknown)
        && let Some(why) = instead(&source.text)
    {
        loaded.note_unread(&source.path, &source.text, &site.languages);
        let at = At::File(source.path.to_string());
        reading.report(Diagnostic::new(Code::NothingInside, at).with("why", why));
        loaded.diagnostics = reading.into_diagnostics();
        return loaded;
    }
    if let Some(kind) = kind_elsewhere(&source.path, &source.text) {
        // Nothing is missing there, nor in its own folder.
        let (folder, meant) = belongs(kind, &source.path);
        for path in [&*source.path, &meant] {
            loaded.note_unread(path, &source.text, &site.languages);
        }
        let told = Diagnostic::new(Code::MisnamedFile, At::File(source.path.to_string()));
        let told = told.with("right", folder).with("what", kind.word());
        reading.report(told.with("there", "elsewhere"));
        loaded.diagnostics = reading.into_diagnostics();
        return loaded;
    }
    match content {
        ContentKind::Other => {}
        ContentKind::Unknown => {
            let at = At::File(source.path.to_string());
            match meant_path(&source.path, &site.languages) {
                // What it holds is missing nowhere: it is not read.
                Some(meant) => {
                    loaded.note_unread(&meant, &source.text, &site.languages);
                    reading.report(Diagnostic::new(Code::MisnamedFile, at).with("right", meant));
                }
                None => {
                    let unknown = Diagnostic::new(Code::UnknownFile, at);
                    let lang = other_language(&source.path, &site.languages);
                    reading.report(match lang {
                        Some(lang) => unknown.with("lang", lang),
                        None => unknown,
                    });
                }
            }
        }
        ContentKind::Records(kind) => {
            loaded.empty = is_empty(&source.text).then_some(kind);
            if let Content::Yaml { read, .. } = form(kind).content {
                load_records(kind, read, source, &reading, &mut loaded);
            }
        }
        ContentKind::WriteUp(kind, file) => {
            let record = named(&file, source, &reading).and_then(|file| match form(kind).content {
                Content::WriteUp { read, .. } => read(file, &reading),
                Content::Yaml { .. } => None,
            });
            if record.is_none() || reading.is_partial() {
                loaded.unread.push((kind, file.id.clone()));
            }
            loaded.note_broken(record.is_none(), kind, file.id);
            loaded.records.extend(record);
        }
        ContentKind::Portrait(kind, file) => {
            let text = named(&file, source, &reading);
            let text = text.and_then(|file| portrait(kind, file, &reading));
            loaded.note_broken(text.is_none(), kind, file.id);
            loaded.portrait = text.map(Arc::new);
        }
    }
    loaded.is_partial = reading.is_partial();
    let acceptances = reading.take_acceptances();
    if !acceptances.is_empty() {
        loaded.acceptances = covering(acceptances, source);
    }
    loaded.diagnostics = reading.into_found().into_vec_of(&source.path);
    // Most texts give one record, and a preview keeps what all of them gave.
    loaded.records.shrink_to_fit();
    loaded
}

/// What a file of which nothing is known could hold.
#[derive(Debug, Default)]
pub(crate) struct Unread {
    /// Records of these kinds.
    pub kinds: Vec<RecordKind>,
    /// A language of these write-ups.
    pub write_ups: Vec<(RecordKind, String)>,
}

impl Unread {
    /// Adds what the file at a path could hold.
    pub(crate) fn add(&mut self, path: &str, languages: &[Lang]) {
        match classify(path, languages) {
            ContentKind::Records(kind) => self.kinds.push(kind),
            ContentKind::WriteUp(kind, file) => self.write_ups.push((kind, file.id)),
            ContentKind::Portrait(..) | ContentKind::Other | ContentKind::Unknown => {}
        }
    }
}

impl Loaded {
    /// The kinds of the write-up that the file is a language of, if it could not be read: its address is not known either.
    pub(crate) fn unread_kinds(&self) -> impl Iterator<Item = RecordKind> {
        self.unread.iter().map(|(kind, _)| *kind)
    }

    /// Whether the file gave any record, or may hold one that could not be read.
    pub(crate) fn holds(&self, kind: RecordKind) -> bool {
        self.records.iter().any(|record| record.kind() == kind)
            || self.broken.iter().any(|(of, _)| *of == kind)
    }

    /// Whether a record was read from the file.
    pub(crate) fn has(&self, kind: RecordKind, id: &str) -> bool {
        let mut records = self.records.iter();
        records.any(|record| record.kind() == kind && record.head().id.as_str() == id)
    }

    /// The write-up in the file that has or had an address, by its last part beside others of the kind or by its whole path.
    pub(crate) fn had_address(
        &self,
        beside: Option<(RecordKind, &str)>,
        path: &str,
    ) -> Option<(RecordKind, &Id)> {
        let had = |record: &&Record| {
            let is_beside = |name: &str| beside == Some((record.kind(), name));
            let is_alias = |alias: &String| match alias.strip_prefix('/') {
                Some(whole) => whole.trim_end_matches('/') == path.trim_matches('/'),
                None => is_beside(alias),
            };
            record.common().is_some_and(|facts| {
                let mut aliases = facts.aliases.iter().flatten();
                aliases.any(is_alias)
                    || facts.slug.as_ref().is_some_and(|of| is_beside(of.as_str()))
            })
        };
        let record = self.records.iter().find(had)?;
        Some((record.kind(), record.head().id))
    }

    /// Notes a text of which nothing was read: it may hold any id that stands in it.
    fn note_unread(&mut self, path: &str, text: &str, languages: &[Lang]) {
        match classify(path, languages) {
            ContentKind::Records(kind) => {
                self.broken.extend(possible_ids(text).map(|id| (kind, id)));
            }
            ContentKind::WriteUp(kind, file) => {
                self.unread.push((kind, file.id.clone()));
                self.note_broken(true, kind, file.id);
            }
            ContentKind::Portrait(..) | ContentKind::Other | ContentKind::Unknown => {}
        }
    }

    fn note_broken(&mut self, is_broken: bool, kind: RecordKind, id: String) {
        self.broken.extend(is_broken.then_some((kind, id)));
    }
}

/// A file whose id is its name.
fn named<'a>(file: &'a FileName, source: &'a Source, reading: &ReadContext) -> Option<Named<'a>> {
    let name = &file.id;
    let id = Id::parse(name);
    if id.is_none() {
        let at = At::File(source.path.to_string());
        reading.report(
            Diagnostic::new(Code::BadId, at)
                .with("value", name)
                .with("limit", MAX_ID)
                .nearest(fix_it::slug(name).into_iter().collect()),
        );
    }
    Some(Named {
        text: &source.text,
        id: id?,
        lang: file.lang,
        folder: &file.folder,
    })
}

/// The ids that a record may have been meant to have: as it is written, without its slips, or where a field begins that
/// nobody knows. None if it is left out.
fn ids_of(entries: &[(String, Node)]) -> Vec<String> {
    let is_id = |key: &str| {
        matches!(
            key.trim().to_lowercase().as_str(),
            "id" | "іd" | "идентификатор" | "код"
        )
    };
    let written = entries.iter().find(|(key, _)| key == "id");
    let written = written.or_else(|| entries.iter().find(|(key, _)| is_id(key)));
    let mut ids: Vec<String> = match written.map(|(_, node)| node) {
        Some(Node::Text(id)) => {
            let meant = fix_it::id(id).into_iter();
            let all = [id.clone()].into_iter().chain(meant);
            let all = all.chain(fix_it::slug(id));
            all.chain(Id::parse(&id.to_lowercase()).map(|id| id.to_string()))
                .chain(possible_ids(id))
                .collect()
        }
        Some(Node::Int(id)) => vec![id.to_string()],
        Some(_) => Vec::new(),
        None => {
            let strange = entries.iter().map(|(key, _)| key.as_str());
            let strange = strange.filter(|key| !is_field(key));
            strange
                .filter_map(Id::parse)
                .map(|id| id.to_string())
                .collect()
        }
    };
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// Whether records stand below names, as other programs write them: in a list with a name of its own, or each below
/// its id.
fn is_under_names(fields: &[(String, Node)]) -> bool {
    let is_record = |node: &Node| matches!(node, Node::Map(_));
    let is_list = |node: &Node| match node {
        Node::List(items) => !items.is_empty() && items.iter().all(is_record),
        _ => false,
    };
    let has_id = |node: &Node| matches!(node, Node::Map(fields) if fields.iter().any(|(name, _)| name == "id"));
    let holds_records = |node: &Node| match node {
        Node::List(items) => items.iter().all(has_id),
        _ => false,
    };
    let is_strange = fields.iter().all(|(name, _)| !is_field(name));
    match fields {
        [(_, one)] if is_list(one) => is_strange || holds_records(one),
        _ => is_strange && fields.iter().all(|(_, node)| is_record(node)),
    }
}

/// Reads the records of a YAML file.
fn load_records(
    kind: RecordKind,
    read: fn(Value<'_>, Origin) -> Option<Record>,
    source: &Source,
    reading: &ReadContext,
    loaded: &mut Loaded,
) {
    let node = reading.parse_yaml(&source.text, 0);
    let unread = reading.take_unread().into_iter();
    loaded.broken.extend(unread.map(|id| (kind, id)));
    if reading.is_cut_off() {
        loaded.nameless = Some(kind);
    }
    let Some(node) = node else {
        return;
    };
    if let Node::Text(text) = &node {
        loaded
            .broken
            .extend(possible_ids(text).map(|id| (kind, id)));
    }
    let document = Value::document(&node, reading);
    let mut read_one = |value: Value<'_>, item: Option<u32>| {
        let origin = Origin {
            source: reading.source,
            item,
        };
        let record = read(value, origin);
        if record.is_none() {
            dangling::references(value.node(), &value.place(), &mut loaded.dangling);
        }
        if record.is_none()
            && let Node::Map(entries) = value.node()
        {
            let ids = ids_of(entries);
            if ids.is_empty() {
                loaded.nameless = Some(kind);
            }
            loaded.broken.extend(ids.into_iter().map(|id| (kind, id)));
        }
        loaded.records.extend(record);
    };
    match &node {
        Node::Null | Node::Broken => {}
        Node::Map(fields) if is_under_names(fields) => {
            loaded
                .broken
                .extend(possible_ids(&source.text).map(|id| (kind, id)));
            let first = fields.first().map_or("", |(name, _)| name.as_str());
            let list = Diagnostic::new(Code::WrongType, document.place().at(first).on_key());
            let list = list.with("expected", "list").with("found", "fields");
            reading.report(list.with("form", "records"));
        }
        Node::List(_) => {
            let mut item = 0;
            document.list(|value| {
                read_one(value, Some(item));
                item += 1;
                Some(())
            });
        }
        _ => read_one(document, None),
    }
    // Of items that were merged into the one before them.
    let merged = reading.take_unread().into_iter();
    loaded.broken.extend(merged.map(|id| (kind, id)));
}
