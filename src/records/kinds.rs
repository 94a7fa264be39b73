//! The registry of record kinds: for each, its payload, how it is read, merged, linked and checked.
//!
//! Every match names all kinds, so that the compiler lists what a new one needs; what a kind needs is in its own file.

use std::sync::Arc;

use super::head::{Head, Headed, YamlRecord};
use super::patron::Homes;
use super::portraits::Portraits;
use super::resolver::Resolver;
use super::texts::RecordTexts;
use super::{award, correction, direction, figure, news, object, page, patron, project, region};
use crate::diagnostic::Diagnostic;
use crate::link::{Facts, IdTables, Memoised, MergedWriteUp, merge};
use crate::load::field_docs::FieldDocs;
use crate::load::fields::{ReadContext, Value};
use crate::load::write_up::{
    FrontMatter, Named, PortraitFile, WriteUpFile, front_matter, write_up,
};
use crate::model::award::{Award, AwardRecord};
use crate::model::correction::{Correction, CorrectionRecord};
use crate::model::direction::Direction;
use crate::model::figure::{Figure, FigureRecord};
use crate::model::index::TableIndex;
use crate::model::kept_edition::KeptEdition;
use crate::model::kind::{PerKind, RecordKind, RecordRef};
use crate::model::object_kind::ObjectKindRecord;
use crate::model::outline::Outlines;
use crate::model::patron::PatronRecord;
use crate::model::place::Origin;
use crate::model::portal::Portal;
use crate::model::region::RegionRecord;
use crate::model::site::Site;
use crate::model::table::Table;
use crate::model::write_up::{CommonFacts, NewsFacts, PageFacts, ProjectFacts, Version};

/// A record as a file states it.
pub(super) trait Payload: Headed + Sized {
    const KIND: RecordKind;

    fn wrap(payload: Arc<Self>) -> Record;

    /// The payload, if the record is of this kind.
    fn of(record: &Record) -> Option<&Arc<Self>>;
}

macro_rules! payloads {
    ($($kind:ident($payload:ty),)+) => {
        /// One record, or one language of a write-up.
        #[derive(Debug, Clone)]
        pub(crate) enum Record {
            $($kind(Arc<$payload>),)+
        }

        impl Record {
            pub(super) fn kind(&self) -> RecordKind {
                match self {
                    $(Record::$kind(_) => RecordKind::$kind,)+
                }
            }

            pub(super) fn head(&self) -> Head<'_> {
                match self {
                    $(Record::$kind(payload) => payload.head(),)+
                }
            }
        }

        $(impl Payload for $payload {
            const KIND: RecordKind = RecordKind::$kind;

            fn wrap(payload: Arc<Self>) -> Record {
                Record::$kind(payload)
            }

            fn of(record: &Record) -> Option<&Arc<Self>> {
                if let Record::$kind(payload) = record {
                    Some(payload)
                } else {
                    None
                }
            }
        })+
    };
}

impl Record {
    /// The facts of a write-up that every kind of them may state.
    pub(super) fn common(&self) -> Option<&CommonFacts> {
        match self {
            Record::Project(file) => Some(file.facts.common()),
            Record::News(file) => Some(file.facts.common()),
            Record::Page(file) => Some(file.facts.common()),
            Record::Region(_)
            | Record::Direction(_)
            | Record::Object(_)
            | Record::Patron(_)
            | Record::Award(_)
            | Record::Figure(_)
            | Record::Correction(_)
            | Record::Edition(_) => None,
        }
    }

    /// The text of a write-up in one language.
    pub(super) fn version(&self) -> Option<&Version> {
        match self {
            Record::Project(file) => Some(&file.version),
            Record::News(file) => Some(&file.version),
            Record::Page(file) => Some(&file.version),
            Record::Region(_)
            | Record::Direction(_)
            | Record::Object(_)
            | Record::Patron(_)
            | Record::Award(_)
            | Record::Figure(_)
            | Record::Correction(_)
            | Record::Edition(_) => None,
        }
    }
}

payloads! {
    Region(RegionRecord),
    Direction(Direction),
    Object(ObjectKindRecord),
    Patron(PatronRecord),
    Award(AwardRecord),
    Project(WriteUpFile<ProjectFacts>),
    News(WriteUpFile<NewsFacts>),
    Page(WriteUpFile<PageFacts>),
    Figure(FigureRecord),
    Correction(CorrectionRecord),
    Edition(KeptEdition),
}

/// How the records of a kind are written.
pub(super) struct Form {
    pub content: Content,
    /// Field docs: what editors read about the fields, through the JSON Schema.
    pub docs: FieldDocs,
}

/// What the files of a kind hold.
pub(super) enum Content {
    /// YAML: one record, or a list of them.
    Yaml {
        read: fn(Value<'_>, Origin) -> Option<Record>,
        /// The table is in the order of ids, not in that of the files.
        by_id: bool,
        /// Prose can stand beside a record.
        has_portrait: bool,
    },
    /// One language of a record: front matter and Markdown.
    WriteUp {
        read: fn(Named<'_>, &ReadContext) -> Option<Record>,
        front_matter: fn(Value<'_>),
    },
}

impl Form {
    fn yaml<R: YamlRecord + Payload>() -> Form {
        Form {
            content: Content::Yaml {
                read: |value, origin| Some(R::wrap(R::read(value, origin)?.into())),
                by_id: R::BY_ID,
                has_portrait: false,
            },
            docs: R::DOCS,
        }
    }

    fn yaml_with_portrait<R: YamlRecord + Payload>() -> Form {
        let mut form = Form::yaml::<R>();
        if let Content::Yaml { has_portrait, .. } = &mut form.content {
            *has_portrait = true;
        }
        form
    }

    fn write_up<F: FrontMatter>() -> Form
    where
        WriteUpFile<F>: Payload,
    {
        Form {
            content: Content::WriteUp {
                read: |file, reading| Some(Payload::wrap(write_up::<F>(file, reading)?.into())),
                front_matter: front_matter::<F>,
            },
            docs: F::DOCS,
        }
    }
}

/// How the records of a kind are written.
pub(super) fn form(kind: RecordKind) -> Form {
    match kind {
        RecordKind::Region => Form::yaml_with_portrait::<RegionRecord>(),
        RecordKind::Direction => Form::yaml::<Direction>(),
        RecordKind::Object => Form::yaml::<ObjectKindRecord>(),
        RecordKind::Patron => Form::yaml_with_portrait::<PatronRecord>(),
        RecordKind::Award => Form::yaml::<AwardRecord>(),
        RecordKind::Project => Form::write_up::<ProjectFacts>(),
        RecordKind::News => Form::write_up::<NewsFacts>(),
        RecordKind::Page => Form::write_up::<PageFacts>(),
        RecordKind::Figure => Form::yaml::<FigureRecord>(),
        RecordKind::Correction => Form::yaml::<CorrectionRecord>(),
        RecordKind::Edition => Form::yaml::<KeptEdition>(),
    }
}

/// All that is to be linked.
#[derive(Default)]
pub(super) struct Collected<'a> {
    /// Of those that stand in YAML files, each id once.
    pub records: PerKind<Vec<&'a Record>>,
    pub portraits: Vec<&'a Arc<PortraitFile>>,
    pub outlines: Option<&'a Arc<Outlines>>,
    pub synonyms: Option<&'a Arc<Vec<Vec<String>>>>,
}

impl<'a> Collected<'a> {
    /// The records of a kind.
    fn of_kind<R: Payload + 'a>(&self) -> impl Iterator<Item = &'a Arc<R>> {
        let records = self.records[R::KIND].iter();
        records.filter_map(|&record| R::of(record))
    }

    fn all<R: Payload + 'a>(&self) -> Vec<Arc<R>> {
        self.of_kind().cloned().collect()
    }
}

/// The write-ups of a site, each merged from its languages.
pub(super) struct WriteUps {
    projects: Vec<Arc<MergedWriteUp<ProjectFacts>>>,
    news: Vec<Arc<MergedWriteUp<NewsFacts>>>,
    pages: Vec<Arc<MergedWriteUp<PageFacts>>>,
}

/// The write-ups that were merged last.
#[derive(Default)]
pub(crate) struct MergeMemo {
    /// Whether drafts were shown in them.
    drafts: bool,
    projects: Memoised<ProjectFacts>,
    news: Memoised<NewsFacts>,
    pages: Memoised<PageFacts>,
}

impl WriteUps {
    /// Merges the files of all write-ups. `memo` must be of the same settings.
    pub(super) fn merge(
        records: &Collected<'_>,
        (site, drafts): (&Site, bool),
        memo: &mut MergeMemo,
        found: &mut Vec<Diagnostic>,
    ) -> WriteUps {
        if memo.drafts != drafts {
            *memo = MergeMemo {
                drafts,
                ..MergeMemo::default()
            };
        }
        WriteUps {
            projects: merge(
                &records.of_kind().collect::<Vec<_>>(),
                site,
                drafts,
                &mut memo.projects,
                found,
            ),
            news: merge(
                &records.of_kind().collect::<Vec<_>>(),
                site,
                drafts,
                &mut memo.news,
                found,
            ),
            pages: merge(
                &records.of_kind().collect::<Vec<_>>(),
                site,
                drafts,
                &mut memo.pages,
                found,
            ),
        }
    }

    /// Leaves out samples that are not kept.
    pub(super) fn retain(&mut self, mut keep: impl FnMut(RecordKind, Head<'_>) -> bool) {
        fn of_kind<F: Facts>(
            write_ups: &mut Vec<Arc<MergedWriteUp<F>>>,
            keep: &mut impl FnMut(RecordKind, Head<'_>) -> bool,
        ) {
            write_ups.retain(|merged| {
                merged.sample.is_none_or(|origin| {
                    let head = Head {
                        id: merged.id(),
                        sample: true,
                        origin,
                    };
                    keep(F::KIND, head)
                })
            });
        }
        of_kind(&mut self.projects, &mut keep);
        of_kind(&mut self.news, &mut keep);
        of_kind(&mut self.pages, &mut keep);
    }
}

/// Links the records of all kinds. `ids` has those that stand in YAML files, and is given the others.
///
/// Rows stand in the order in which they are registered: a kind that leaves records out when it is linked registers
/// those that it keeps, as patrons do.
pub(super) fn portal(
    site: Arc<Site>,
    records: &Collected<'_>,
    write_ups: &WriteUps,
    ids: &mut IdTables,
    found: &mut Vec<Diagnostic>,
) -> Portal {
    let regions = records.all::<RegionRecord>();
    let homes = Homes::new(records.all::<PatronRecord>(), ids, found);
    let (projects, mut contributions) = project::link(&regions, &write_ups.projects, ids, found);
    let news = news::link(&regions, &write_ups.news, ids, found);
    let pages = page::link(&write_ups.pages, found);
    let projects = Table::of(projects);
    let (news, pages) = (Table::of(news), Table::of(pages));
    ids.register_table(&projects);
    ids.register_table(&news);
    ids.register_table(&pages);
    let is_anonymous =
        |record| matches!(record, RecordRef::Patron(patron) if homes.is_anonymous(patron));
    let mut portraits = Portraits::new(&records.portraits, ids, is_anonymous, found);
    let mut resolver = Resolver {
        ids,
        regions: &regions,
        found,
    };
    contributions.extend(homes.own_contributions(&mut resolver));
    let awards: Vec<Award> = records
        .of_kind::<AwardRecord>()
        .map(|record| award::link(record, &mut resolver))
        .collect();
    let figures = records.all::<FigureRecord>();
    let figures: Vec<Figure> = figures
        .iter()
        .map(|record| figure::link(record, &figures, &mut resolver))
        .collect();
    let corrections: Vec<Correction> = records
        .of_kind::<CorrectionRecord>()
        .map(|record| correction::link(record, is_anonymous, &mut resolver))
        .collect();
    let objects = records.all::<ObjectKindRecord>();
    Portal {
        site,
        objects: object::link(&objects, &mut resolver),
        regions: region::link(&regions, &mut resolver, &mut portraits),
        directions: Table::of(records.all::<Direction>()),
        patrons: patron::link(homes, &contributions, &awards, &mut portraits),
        awards: Table::of(awards),
        figures: Table::of(figures),
        corrections: Table::of(corrections),
        editions: Table::of(records.all::<KeptEdition>()),
        projects,
        news,
        pages,
        contributions: Table::without_ids(contributions),
        outlines: records.outlines.cloned(),
        synonyms: records.synonyms.cloned().unwrap_or_default(),
        shows_samples: false,
        mixes_samples: false,
        scope: None,
        rules_page: None,
        data_page: None,
    }
}

/// Checks what is only seen in the whole portal.
pub(super) fn check(kind: RecordKind, portal: &Portal, found: &mut Vec<Diagnostic>) {
    match kind {
        RecordKind::Region => region::check(portal, found),
        RecordKind::Direction
        | RecordKind::Object
        | RecordKind::Page
        | RecordKind::Correction
        | RecordKind::Edition => {}
        RecordKind::Patron => patron::check(portal, found),
        RecordKind::Award => award::check(portal, found),
        RecordKind::Project => project::check(portal, found),
        RecordKind::News => news::check(portal, found),
        RecordKind::Figure => figure::check(portal, found),
    }
}

/// What the records of a kind say in each language.
pub(crate) fn texts(kind: RecordKind, portal: &Portal) -> Vec<RecordTexts<'_>> {
    fn all<'a, I: TableIndex, T>(
        table: &'a Table<I, T>,
        texts: impl Fn(I, &'a T) -> RecordTexts<'a>,
    ) -> Vec<RecordTexts<'a>> {
        table.iter().map(|(index, of)| texts(index, of)).collect()
    }
    match kind {
        RecordKind::Region => all(&portal.regions, region::texts),
        RecordKind::Direction => all(&portal.directions, |_, of| direction::texts(of)),
        RecordKind::Object => all(&portal.objects, |_, of| object::texts(of)),
        RecordKind::Patron => all(&portal.patrons, |_, of| patron::texts(of, portal)),
        RecordKind::Award => all(&portal.awards, |_, of| award::texts(of)),
        RecordKind::Project => all(&portal.projects, |_, of| project::texts(of, portal)),
        RecordKind::News => all(&portal.news, |_, of| news::texts(of)),
        RecordKind::Page => all(&portal.pages, |_, of| page::texts(of)),
        RecordKind::Figure => all(&portal.figures, |_, of| figure::texts(of)),
        RecordKind::Correction => all(&portal.corrections, |_, of| correction::texts(of)),
        // It has figures alone.
        RecordKind::Edition => Vec::new(),
    }
}
