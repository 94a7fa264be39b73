//! All records to one [`Portal`]: ids resolved to typed indices, every rule of the contract checked.
//!
//! Takes what `load` gave for every text, gives the portal of all that could be linked and everything wrong with the
//! rest. Knows nothing of languages' grammar or templates.

mod assemble;
mod awards;
mod contradictions;
mod contributions;
mod facts;
mod figures;
mod ids;
mod merge;
mod merged_write_up;
mod objects;
mod outlines;
mod portraits;
mod prose;
mod query;
mod records;
mod regions;
mod rules;

pub(crate) use merge::MergeMemo;

use std::sync::Arc;

use ahash::{HashMap, HashSet};

use crate::diagnostic::{Code, Diagnostic};
use crate::load::{Loaded, Record};
use crate::model::award::AwardRecord;
use crate::model::direction::Direction;
use crate::model::figure::FigureRecord;
use crate::model::id::Id;
use crate::model::lang::Lang;
use crate::model::object_kind::ObjectKindRecord;
use crate::model::outline::Outlines;
use crate::model::patron::PatronRecord;
use crate::model::place::Origin;
use crate::model::portal::Portal;
use crate::model::prose::{PortraitText, RecordKind};
use crate::model::region::RegionRecord;
use crate::model::site::{Samples, Site};
use crate::model::table::{
    AwardId, DirectionId, FigureId, NewsId, ObjectKindId, PageId, PatronId, ProjectId, RegionId,
    TableIndex,
};
use crate::model::write_up::WriteUp;
use crate::source::SourceId;
use assemble::assemble;
use ids::{Ids, without_duplicates};
use merge::{FilesByKind, WriteUps, merge};

/// Every record of YAML files, and the portraits, by kind, each id once, hidden ones left out.
struct Records {
    regions: Vec<Arc<RegionRecord>>,
    directions: Vec<Arc<Direction>>,
    objects: Vec<Arc<ObjectKindRecord>>,
    patrons: Vec<Arc<PatronRecord>>,
    awards: Vec<Arc<AwardRecord>>,
    figures: Vec<Arc<FigureRecord>>,
    portraits: Vec<(RecordKind, Id, Lang, Arc<PortraitText>)>,
    outlines: Option<Arc<Outlines>>,
}

/// The ids of the records that stand in YAML files, each with the index that its record will have.
struct RecordIds {
    regions: Ids<RegionId>,
    directions: Ids<DirectionId>,
    objects: Ids<ObjectKindId>,
    patrons: Ids<PatronId>,
    /// The home region of each patron.
    homes: Vec<RegionId>,
    /// Patrons whose home region is not there: left out, but what they name is checked all the same.
    without_region: Vec<Arc<PatronRecord>>,
    awards: Ids<AwardId>,
    figures: Ids<FigureId>,
}

/// The ids of all kinds.
struct IdTables {
    record_ids: RecordIds,
    projects: Ids<ProjectId>,
    news: Ids<NewsId>,
    pages: Ids<PageId>,
}

/// What went into the registry besides the records: what is not shown, and why.
#[derive(Default)]
struct UnresolvedIds {
    hidden_samples: HashMap<RecordKind, HashSet<Id>>,
    hidden_figures: HashSet<Id>,
    broken: HashMap<RecordKind, HashSet<String>>,
}

/// The id of the page that tells by which rules figures are made: figures lead to it.
const RULES_PAGE: &str = "how-figures-are-computed";

/// Links all records: `loaded` in the order of paths. `exists` says whether the site has a file at a path from its root.
/// `kept` saves work: it is from the last time, with the same settings, or empty.
pub(crate) fn link(
    site: Arc<Site>,
    loaded: &[(SourceId, &Loaded)],
    drafts: bool,
    exists: &(dyn Fn(&str) -> bool + Sync),
    kept: &mut MergeMemo,
) -> (Portal, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let mut unresolved = UnresolvedIds::default();
    for (kind, id) in loaded.iter().flat_map(|(_, loaded)| &loaded.broken) {
        unresolved
            .broken
            .entry(*kind)
            .or_default()
            .insert(id.clone());
    }
    let (mut records, files) = collect(loaded, &mut found);
    let mut write_ups = merge(&files, (&site, drafts), kept, &mut found);
    treat_samples(
        &mut records,
        &mut write_ups,
        site.samples,
        &mut unresolved,
        &mut found,
    );
    let record_ids = RecordIds::new(&mut records, &mut unresolved, &mut found);
    let drafts = assemble(
        &records,
        &write_ups,
        &record_ids,
        &mut unresolved,
        &mut found,
    );
    let (projects, news, pages) = (&drafts.projects, &drafts.news, &drafts.pages);
    let projects = projects.iter().map(|project| &project.text);
    let (news, pages) = (news.iter(), pages.iter());
    let (news, pages) = (news.map(|news| &news.text), pages.map(|page| &page.text));
    fn named(text: &Arc<WriteUp>) -> (&Id, bool) {
        (&text.id, text.sample)
    }
    let id_tables = IdTables {
        projects: unresolved.ids(RecordKind::Project, projects.map(named)),
        news: unresolved.ids(RecordKind::News, news.map(named)),
        pages: unresolved.ids(RecordKind::Page, pages.map(named)),
        record_ids,
    };
    dangling(loaded, &id_tables.record_ids, &mut found);
    let mut portal = records::portal(site, records, drafts, &id_tables, &mut found);
    portal.rules_page = portal.pages.find(RULES_PAGE);
    rules::check(&portal, &mut found);
    outlines::check(&portal, &id_tables, &mut found);
    prose::resolve_links(&mut portal, &id_tables, exists, &mut found);
    (portal, found)
}

/// Checks what is named by records that could not be read. Whether they are samples is not known: all may be named.
fn dangling(loaded: &[(SourceId, &Loaded)], record_ids: &RecordIds, found: &mut Vec<Diagnostic>) {
    for dangling in loaded.iter().flat_map(|(_, loaded)| &loaded.dangling) {
        let (id, at) = (dangling.id.as_str(), || dangling.place.clone().into());
        match dangling.kind {
            RecordKind::Region => drop(record_ids.regions.resolve(id, true, at, found)),
            RecordKind::Direction => drop(record_ids.directions.resolve(id, true, at, found)),
            RecordKind::Object => drop(record_ids.objects.resolve(id, true, at, found)),
            RecordKind::Patron => drop(record_ids.patrons.resolve(id, true, at, found)),
            _ => {}
        }
    }
}

fn collect<'a>(
    loaded: &[(SourceId, &'a Loaded)],
    found: &mut Vec<Diagnostic>,
) -> (Records, FilesByKind<'a>) {
    let (mut regions, mut directions, mut objects) = (Vec::new(), Vec::new(), Vec::new());
    let (mut patrons, mut awards, mut figures) = (Vec::new(), Vec::new(), Vec::new());
    let mut files = FilesByKind::default();
    files.projects.reserve(loaded.len());
    let mut portraits = Vec::new();
    let mut outlines = None;
    let all = loaded.iter();
    let all = all.flat_map(|(id, loaded)| loaded.records.iter().map(|record| (*id, record)));
    for (id, record) in all {
        match record {
            Record::Region(record) => regions.push(record.clone()),
            Record::Direction(record) => directions.push(record.clone()),
            Record::ObjectKind(record) => objects.push(record.clone()),
            Record::Patron(record) => patrons.push(record.clone()),
            Record::Award(record) => awards.push(record.clone()),
            Record::Figure(record) => figures.push(record.clone()),
            Record::Project(file) => files.projects.push((id, file)),
            Record::News(file) => files.news.push((id, file)),
            Record::Page(file) => files.pages.push((id, file)),
            Record::Portrait { of, id, lang, text } => {
                portraits.push((*of, id.clone(), *lang, text.clone()));
            }
            Record::Outlines(shapes) => outlines = Some(shapes.clone()),
        }
    }
    macro_rules! by_id {
        ($kind:literal, $records:ident) => {{
            let mut kept =
                without_duplicates($kind, $records, |record| (&record.id, record.origin), found);
            kept.sort_by(|a, b| a.id.cmp(&b.id));
            kept
        }};
    }
    let records = Records {
        regions: by_id!("region", regions),
        // The campaign's own order: charity first, infrastructure last.
        directions: without_duplicates(
            "direction",
            directions,
            |record| (&record.id, record.origin),
            found,
        ),
        objects: by_id!("object", objects),
        patrons: by_id!("patron", patrons),
        awards: by_id!("award", awards),
        figures: by_id!("figure", figures),
        portraits,
        outlines,
    };
    (records, files)
}

/// Leaves samples out, or reports them, as the site's settings say.
fn treat_samples(
    records: &mut Records,
    write_ups: &mut WriteUps,
    samples: Samples,
    unresolved: &mut UnresolvedIds,
    found: &mut Vec<Diagnostic>,
) {
    let mut treat = |sample: bool, kind: Option<RecordKind>, id: &Id, origin: Origin| -> bool {
        if !sample || samples == Samples::Show {
            return true;
        }
        if samples == Samples::Forbid {
            found.push(
                Diagnostic::new(Code::SampleForbidden, origin.field("sample")).with("id", id),
            );
            return true;
        }
        match kind {
            Some(kind) => unresolved
                .hidden_samples
                .entry(kind)
                .or_default()
                .insert(id.clone()),
            None => unresolved.hidden_figures.insert(id.clone()),
        };
        false
    };
    macro_rules! records {
        ($field:ident, $kind:expr) => {
            records
                .$field
                .retain(|record| treat(record.sample, $kind, &record.id, record.origin))
        };
    }
    records!(regions, Some(RecordKind::Region));
    records!(directions, Some(RecordKind::Direction));
    records!(objects, Some(RecordKind::Object));
    records!(patrons, Some(RecordKind::Patron));
    records!(awards, Some(RecordKind::Award));
    records!(figures, None);
    macro_rules! write_ups {
        ($field:ident, $kind:expr) => {
            write_ups.$field.retain(|merged| {
                let sample = merged.sample;
                sample.is_none_or(|origin| treat(true, Some($kind), merged.id(), origin))
            })
        };
    }
    write_ups!(projects, RecordKind::Project);
    write_ups!(news, RecordKind::News);
    write_ups!(pages, RecordKind::Page);
}

impl UnresolvedIds {
    /// Notes a record that is there but cannot be used: what names it is no second mistake.
    fn note(&mut self, kind: RecordKind, id: &Id) {
        self.broken.entry(kind).or_default().insert(id.to_string());
    }

    /// The ids of a kind: those that are shown, and why others are not.
    fn ids<'a, I: TableIndex>(
        &mut self,
        kind: RecordKind,
        shown: impl Iterator<Item = (&'a Id, bool)>,
    ) -> Ids<I> {
        let hidden = self.hidden_samples.remove(&kind).unwrap_or_default();
        Ids::new(
            kind.word(),
            shown,
            hidden,
            self.broken.remove(&kind).unwrap_or_default(),
        )
    }
}

impl RecordIds {
    /// Registers the records. Patrons without a home region that is there are left out, after a report.
    fn new(
        records: &mut Records,
        unresolved: &mut UnresolvedIds,
        found: &mut Vec<Diagnostic>,
    ) -> RecordIds {
        let regions: Ids<RegionId> = unresolved.ids(
            RecordKind::Region,
            records.regions.iter().map(|r| (&r.id, r.sample)),
        );
        let mut homes = Vec::with_capacity(records.patrons.len());
        let mut without_region = Vec::new();
        records.patrons.retain(|patron| {
            let at = || patron.origin.field("region").into();
            let home = regions.resolve(patron.region.as_str(), patron.sample, at, found);
            if home.is_none() {
                without_region.push(patron.clone());
                unresolved.note(RecordKind::Patron, &patron.id);
            }
            homes.extend(home);
            home.is_some()
        });
        let figures = records
            .figures
            .iter()
            .map(|figure| (&figure.id, figure.sample));
        RecordIds {
            regions,
            directions: unresolved.ids(
                RecordKind::Direction,
                records.directions.iter().map(|r| (&r.id, r.sample)),
            ),
            objects: unresolved.ids(
                RecordKind::Object,
                records.objects.iter().map(|r| (&r.id, r.sample)),
            ),
            patrons: unresolved.ids(
                RecordKind::Patron,
                records.patrons.iter().map(|r| (&r.id, r.sample)),
            ),
            homes,
            without_region,
            awards: unresolved.ids(
                RecordKind::Award,
                records.awards.iter().map(|r| (&r.id, r.sample)),
            ),
            figures: Ids::new(
                "figure",
                figures,
                std::mem::take(&mut unresolved.hidden_figures),
                HashSet::default(),
            ),
        }
    }
}
