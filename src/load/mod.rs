//! One text to its records and write-ups, each value with its place. Knows nothing of other files.

mod dangling;
pub(crate) mod digest;
mod field_docs;
pub(crate) mod fields;
mod fix_it;
pub(crate) mod front_matter;
pub(crate) mod locate;
pub(crate) mod outlines;
pub(crate) mod path;
pub(crate) mod records;
pub(crate) mod schema;
pub(crate) mod shape;
pub(crate) mod site;
pub(crate) mod write_up;
pub(crate) mod yaml;

use std::sync::Arc;

use crate::diagnostic::{At, Code, Diagnostic};
use crate::model::award::AwardRecord;
use crate::model::direction::Direction;
use crate::model::figure::FigureRecord;
use crate::model::id::Id;
use crate::model::lang::Lang;
use crate::model::object_kind::ObjectKindRecord;
use crate::model::outline::Outlines;
use crate::model::patron::PatronRecord;
use crate::model::place::Origin;
use crate::model::prose::{PortraitText, RecordKind};
use crate::model::region::RegionRecord;
use crate::model::site::Site;
use crate::model::write_up::{CommonFacts, NewsFacts, ProjectFacts, Version};
use crate::source::{Source, SourceId};
use dangling::DanglingRef;
use fields::{ReadContext, Value};
use path::{ContentKind, RecordsOf, classify};
use write_up::Named;
use yaml::{Node, YamlError};

/// One record or one language of a write-up.
#[derive(Debug, Clone)]
pub(crate) enum Record {
    Region(Arc<RegionRecord>),
    Direction(Arc<Direction>),
    ObjectKind(Arc<ObjectKindRecord>),
    Patron(Arc<PatronRecord>),
    Award(Arc<AwardRecord>),
    Figure(Arc<FigureRecord>),
    Project(Arc<WriteUpFile<ProjectFacts>>),
    News(Arc<WriteUpFile<NewsFacts>>),
    Page(Arc<WriteUpFile<CommonFacts>>),
    Portrait {
        of: RecordKind,
        id: Id,
        lang: Lang,
        text: Arc<PortraitText>,
    },
    /// The shapes of the map.
    Outlines(Arc<Outlines>),
}

/// One language of a write-up, with the facts that its file states.
#[derive(Debug)]
pub(crate) struct WriteUpFile<F> {
    pub id: Id,
    pub lang: Lang,
    /// The folder of the file, from the site's root.
    pub folder: Arc<str>,
    pub version: Arc<Version>,
    pub facts: F,
    /// Fields that stand in the file but could not be read.
    pub bad: Vec<&'static str>,
    pub origin: Origin,
}

/// What one text gave. It depends on that text and the site's settings alone, so it can be kept while they stay.
#[derive(Debug, Clone, Default)]
pub(crate) struct Loaded {
    pub records: Vec<Record>,
    /// Ids of records that are there but could not be read: a link to one is no second mistake.
    pub broken: Vec<(RecordKind, String)>,
    /// What those records name.
    pub dangling: Vec<DanglingRef>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the records of one text.
pub(crate) fn load(id: SourceId, source: &Source, site: &Site) -> Loaded {
    let reading = ReadContext::new(id, site.required.as_slice().into());
    let mut loaded = Loaded::default();
    if site.outlines.as_deref() == Some(&*source.path) {
        let outlines = outlines::outlines(&source.text, &reading);
        loaded
            .records
            .extend(outlines.map(|outlines| Record::Outlines(outlines.into())));
        loaded.diagnostics = reading.into_diagnostics();
        return loaded;
    }
    match classify(&source.path, &site.languages) {
        ContentKind::Other => {}
        ContentKind::Unknown => {
            reading.report(Diagnostic::new(
                Code::UnknownFile,
                At::File(source.path.to_string()),
            ));
        }
        ContentKind::Records(of) => load_records(of, source, &reading, &mut loaded),
        ContentKind::WriteUp {
            section,
            id,
            lang,
            folder,
        } => {
            let read = |id| {
                write_up::write_up(
                    section,
                    Named {
                        text: &source.text,
                        id,
                        lang,
                        folder: &folder,
                    },
                    &reading,
                )
            };
            load_named(section, &id, source, &reading, &mut loaded, read);
        }
        ContentKind::Portrait {
            of,
            id,
            lang,
            folder,
        } => {
            let read = |id| {
                write_up::portrait(
                    of,
                    Named {
                        text: &source.text,
                        id,
                        lang,
                        folder: &folder,
                    },
                    &reading,
                )
            };
            load_named(of, &id, source, &reading, &mut loaded, read);
        }
    }
    loaded.diagnostics = reading.into_found().into_vec_of(&source.path);
    // Most texts give one record, and a preview keeps what all of them gave.
    loaded.records.shrink_to_fit();
    loaded
}

/// Reads a file whose id is its name.
fn load_named(
    kind: RecordKind,
    name: &str,
    source: &Source,
    reading: &ReadContext,
    loaded: &mut Loaded,
    read: impl FnOnce(Id) -> Option<Record>,
) {
    match Id::parse(name) {
        Some(id) => loaded.records.extend(read(id)),
        None => {
            let at = At::File(source.path.to_string());
            reading.report(
                Diagnostic::new(Code::BadId, at)
                    .with("value", name)
                    .with("limit", crate::model::id::MAX_ID)
                    .nearest(fix_it::slug(name).into_iter().collect()),
            );
        }
    }
    if loaded.records.is_empty() {
        loaded.broken.push((kind, name.to_owned()));
    }
}

fn load_records(of: RecordsOf, source: &Source, reading: &ReadContext, loaded: &mut Loaded) {
    let Some(node) = parse_yaml(&source.text, 0, reading) else {
        return;
    };
    let document = Value::document(&node, reading);
    let mut read_one = |value: Value<'_>, item: Option<u32>| {
        let origin = Origin {
            source: reading.source,
            item,
        };
        let record = read_record(of, value, origin);
        if record.is_none() {
            dangling::references(value.node(), &value.place(), &mut loaded.dangling);
        }
        if record.is_none()
            && let Some(kind) = linked_kind(of)
            && let Node::Map(entries) = value.node()
            && let Some((_, Node::Text(id))) = entries.iter().find(|(key, _)| key == "id")
        {
            loaded.broken.push((kind, id.clone()));
        }
        loaded.records.extend(record);
    };
    match &node {
        Node::Null => {}
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
}

/// Reads one record of a file of this kind.
fn read_record(of: RecordsOf, value: Value<'_>, origin: Origin) -> Option<Record> {
    match of {
        RecordsOf::Regions => {
            records::region(value, origin).map(|record| Record::Region(record.into()))
        }
        RecordsOf::Directions => {
            records::direction(value, origin).map(|record| Record::Direction(record.into()))
        }
        RecordsOf::Objects => {
            records::object_kind(value, origin).map(|record| Record::ObjectKind(record.into()))
        }
        RecordsOf::Patrons => {
            records::patron(value, origin).map(|record| Record::Patron(record.into()))
        }
        RecordsOf::Awards => {
            records::award(value, origin).map(|record| Record::Award(record.into()))
        }
        RecordsOf::Figures => {
            records::figure(value, origin).map(|record| Record::Figure(record.into()))
        }
    }
}

/// The kind of link that leads to records of a file; none leads to a reported figure.
fn linked_kind(of: RecordsOf) -> Option<RecordKind> {
    match of {
        RecordsOf::Regions => Some(RecordKind::Region),
        RecordsOf::Directions => Some(RecordKind::Direction),
        RecordsOf::Objects => Some(RecordKind::Object),
        RecordsOf::Patrons => Some(RecordKind::Patron),
        RecordsOf::Awards => Some(RecordKind::Award),
        RecordsOf::Figures => None,
    }
}

/// Parses YAML that stands at byte `start` of its file, and reports why it cannot be read.
fn parse_yaml(text: &str, start: usize, reading: &ReadContext) -> Option<Node> {
    let error = match yaml::parse(text) {
        Ok(node) => return Some(node),
        Err(error) => error,
    };
    let span = |at: usize| At::span(reading.source, start + at..start + at);
    reading.report(match error {
        YamlError::Syntax { why, at } => {
            Diagnostic::new(Code::Yaml, span(at)).with("reason", why.word())
        }
        YamlError::Tag { at } => Diagnostic::new(Code::YamlTag, span(at)),
        YamlError::TooDeep { at } => Diagnostic::new(Code::TooDeep, span(at)),
        YamlError::TooMany { at } => Diagnostic::new(Code::TooMany, span(at))
            .with("what", "values")
            .with("limit", yaml::MAX_VALUES),
    });
    None
}
