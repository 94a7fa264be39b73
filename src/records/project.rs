//! Projects: front matter deserialized, merged from all languages and linked, in the order of lists.

use std::cmp::Reverse;
use std::sync::Arc;

use rayon::prelude::*;

use super::annotation::ANNOTATION_DOCS;
use super::cancelled::check_cancelled;
use super::contribution::{CONTRIBUTION_DOCS, contribution};
use super::region_years::check_year;
use super::resolver::Resolver;
use super::texts::RecordTexts;
use crate::diagnostic::{At, Code, Diagnostic};
use crate::link::{Facts, IdTables, LanguageFiles, MergedWriteUp, StatedFact};
use crate::load::field_docs::{FieldDoc, FieldDocs};
use crate::load::fields::{Fields, Value};
use crate::load::shape;
use crate::load::write_up::{FrontMatter, HEAD_DOCS};
use crate::load::yaml::Node;
use crate::model::contribution::{Contribution, ContributionRecord};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::index::TableIndex;
use crate::model::kind::RecordKind;
use crate::model::lang::Localised;
use crate::model::links::Links;
use crate::model::portal::Portal;
use crate::model::region::RegionRecord;
use crate::model::write_up::{
    CommonFacts, ContributionIds, Location, Project, ProjectFacts, ProjectStatus, StatedIn, WriteUp,
};

impl FrontMatter for ProjectFacts {
    const DOCS: FieldDocs = &[DOCS, HEAD_DOCS, CONTRIBUTION_DOCS, ANNOTATION_DOCS];

    fn read(common: CommonFacts, fields: &mut Fields<'_, '_>) -> ProjectFacts {
        ProjectFacts {
            common,
            region: fields.optional("region", |v| v.id()),
            district: fields.optional("district", |v| v.id()),
            direction: fields.optional("direction", |v| v.id()),
            object: fields.optional("object", |v| v.id()),
            status: fields.optional("status", |v| {
                v.choice(&ProjectStatus::ALL, ProjectStatus::word)
            }),
            started: fields.optional("started", |v| v.date()),
            completed: fields.optional("completed", |v| v.date()),
            cancelled: fields.optional("cancelled", |v| v.date()),
            reason: fields.optional("reason", |v| v.localised()),
            beneficiaries: fields.optional("beneficiaries", |v| v.count(1)),
            location: fields.optional("location", location),
            contributions: fields
                .optional("contributions", |v| v.list(contribution))
                .map(Arc::from),
        }
    }
}

fn location(value: Value<'_>) -> Option<Location> {
    value.takes(shape::location)?;
    let Node::List(numbers) = value.node() else {
        let wrong = value.report(Code::BadForm).with("value", "");
        let wrong = wrong.with("expected", "location");
        value
            .reading()
            .report(wrong.replaced(meant_location(value.node())));
        return None;
    };
    if numbers.len() != 2 {
        value.reading().report(
            value
                .report(Code::BadForm)
                .with("value", "")
                .with("expected", "location"),
        );
        return None;
    }
    let mut limits = [90.0, 180.0].into_iter();
    let degrees = value.list(|v| v.degrees(limits.next().unwrap_or(180.0)))?;
    Some(Location {
        latitude: degrees[0],
        longitude: degrees[1],
    })
}

/// Two numbers that lack the brackets around them: `43.25, 76.95`.
fn meant_location(node: &Node) -> Option<String> {
    let Node::Text(text) = node else { return None };
    let parts = text.split([',', ';', ' ']).map(str::trim);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let are_numbers = parts
        .iter()
        .all(|part| part.parse::<f64>().is_ok_and(f64::is_finite));
    (parts.len() == 2 && are_numbers).then(|| format!("[{}]", parts.join(", ")))
}

/// Field docs: what editors read about the fields that only projects have.
#[rustfmt::skip]
const DOCS: &[FieldDoc] = &[
    ("write-up", "status", "planned, under-way, completed or cancelled. A planned project's gifts are pledged; of a cancelled one, the delivered gifts count and the pledges do not."),
    ("write-up", "started", "When work began: YYYY-MM-DD, YYYY-MM or YYYY."),
    ("write-up", "completed", "When it was completed; required if, and only if, the status is completed."),
    ("write-up", "cancelled", "When it was cancelled; required if, and only if, the status is cancelled."),
    ("write-up", "reason", "Why it was cancelled: {kk: …, ru: …, en: …}."),
    ("write-up", "beneficiaries", "How many people it serves."),
    ("write-up", "location", "[latitude, longitude], in degrees: [43.25, 76.95]."),
    ("write-up", "contributions", "Who gave what: [{patron, amount, date}, …]. Stated in one language file."),
];

/// The facts of a project.
pub(crate) struct MergedProjectFacts {
    region: Option<StatedFact<Id>>,
    district: Option<StatedFact<Id>>,
    direction: Option<StatedFact<Id>>,
    object: Option<StatedFact<Id>>,
    status: Option<StatedFact<ProjectStatus>>,
    started: Option<StatedFact<Date>>,
    completed: Option<StatedFact<Date>>,
    cancelled: Option<StatedFact<Date>>,
    reason: Option<StatedFact<Localised>>,
    beneficiaries: Option<StatedFact<u64>>,
    location: Option<StatedFact<Location>>,
    contributions: Option<StatedFact<Arc<[ContributionRecord]>>>,
}

impl MergedProjectFacts {
    /// The date that lists are sorted by: completed, else started, else that of the latest contribution, else cancelled.
    fn sorted_by(&self) -> Option<Date> {
        let contributions = self
            .contributions
            .iter()
            .flat_map(|contributions| contributions.value.iter());
        let dates = [&self.completed, &self.started];
        let date = dates.into_iter().flatten().next();
        date.map(|date| date.value)
            .or_else(|| contributions.map(|contribution| contribution.date).max())
            .or_else(|| Some(self.cancelled.as_ref()?.value))
    }
}

impl Facts for ProjectFacts {
    const KIND: RecordKind = RecordKind::Project;
    type Merged = MergedProjectFacts;

    fn common(&self) -> &CommonFacts {
        &self.common
    }

    fn state(files: &LanguageFiles<'_, Self>, found: &mut Vec<Diagnostic>) -> MergedProjectFacts {
        let stated = MergedProjectFacts {
            region: files.required("region", |facts| facts.region.as_ref(), found),
            district: files.fact("district", |facts| facts.district.as_ref(), found),
            direction: files.required("direction", |facts| facts.direction.as_ref(), found),
            object: files.fact("object", |facts| facts.object.as_ref(), found),
            status: files.required("status", |facts| facts.status.as_ref(), found),
            started: files.fact("started", |facts| facts.started.as_ref(), found),
            completed: files.fact("completed", |facts| facts.completed.as_ref(), found),
            cancelled: files.fact("cancelled", |facts| facts.cancelled.as_ref(), found),
            reason: files.fact("reason", |facts| facts.reason.as_ref(), found),
            beneficiaries: files.fact("beneficiaries", |facts| facts.beneficiaries.as_ref(), found),
            location: files.fact("location", |facts| facts.location.as_ref(), found),
            contributions: files.list(
                "contributions",
                |facts| facts.contributions.as_ref(),
                ContributionRecord::is_same,
                found,
            ),
        };
        if let Some(status) = &stated.status {
            match (&stated.completed, status.value == ProjectStatus::Completed) {
                (None, true) if !files.is_bad("completed") => {
                    found.push(Diagnostic::new(Code::CompletedWithoutDate, status.place()));
                }
                (Some(completed), false) => found.push(
                    Diagnostic::new(Code::DateWithoutCompleted, completed.place())
                        .with("status", status.value.word())
                        .also(status.place()),
                ),
                _ => {}
            }
        }
        if let Some(status) = &stated.status {
            let day = (stated.cancelled.as_ref(), files.is_bad("cancelled"));
            check_cancelled(status, day, stated.reason.as_ref(), found);
        }
        for ended in [&stated.completed, &stated.cancelled] {
            if let (Some(started), Some(ended)) = (&stated.started, ended)
                && started.value.earliest() > ended.value.latest()
            {
                found.push(
                    Diagnostic::new(Code::DateOrder, ended.place())
                        .with("earlier", started.value)
                        .with("later", ended.value)
                        .also(started.place()),
                );
            }
        }
        stated
    }
}

/// How many projects are linked as one piece of work.
const CHUNK: usize = 256;

/// Some projects that follow each other, with their contributions, numbered from 0.
#[derive(Default)]
struct Chunk {
    projects: Vec<Project>,
    contributions: Vec<Contribution>,
    broken: Vec<Id>,
    found: Vec<Diagnostic>,
}

/// All projects, newest first, then by their addresses; and their contributions. Those that cannot be used are noted,
/// so that links to them are not reported again.
pub(super) fn link(
    regions: &[Arc<RegionRecord>],
    merged: &[Arc<MergedWriteUp<ProjectFacts>>],
    ids: &mut IdTables,
    found: &mut Vec<Diagnostic>,
) -> (Vec<Project>, Vec<Contribution>) {
    let ranked = merged.par_iter().filter_map(|project| {
        let (text, stated) = project.shown.as_ref()?;
        Some((Reverse(stated.sorted_by()), &text.slug, project))
    });
    let mut ranked: Vec<_> = ranked.collect();
    ranked.par_sort_unstable_by(|a, b| (a.0, a.1, a.2.id()).cmp(&(b.0, b.1, b.2.id())));
    let known = &*ids;
    let pieces: Vec<Chunk> = ranked
        .par_chunks(CHUNK)
        .map(|chunk| {
            let mut piece = Chunk::default();
            piece.projects.reserve(chunk.len());
            for (_, _, merged) in chunk {
                piece.add(merged, regions, known);
            }
            piece
        })
        .collect();
    let mut projects: Vec<Project> = Vec::with_capacity(ranked.len());
    let mut contributions: Vec<Contribution> =
        Vec::with_capacity(pieces.iter().map(|piece| piece.contributions.len()).sum());
    for piece in pieces {
        let (first_project, first_gift) = (projects.len(), contributions.len());
        projects.extend(piece.projects.into_iter().map(|mut project| {
            for contribution in &mut project.contributions {
                *contribution = TableIndex::new(first_gift + contribution.index());
            }
            project
        }));
        contributions.extend(piece.contributions.into_iter().map(|contribution| {
            let project = contribution.project;
            let project = project.map(|here| TableIndex::new(first_project + here.index()));
            Contribution {
                project,
                ..contribution
            }
        }));
        for id in &piece.broken {
            ids.note_broken(RecordKind::Project, id.as_str());
        }
        found.extend(piece.found);
    }
    (projects, contributions)
}

impl Chunk {
    fn add(
        &mut self,
        merged: &MergedWriteUp<ProjectFacts>,
        regions: &[Arc<RegionRecord>],
        ids: &IdTables,
    ) {
        let Some((text, stated)) = &merged.shown else {
            return;
        };
        self.found.extend_from_slice(&merged.diagnostics);
        let mut resolver = Resolver {
            ids,
            regions,
            found: &mut self.found,
        };
        let Some(mut project) = project(text, stated, &mut resolver) else {
            self.broken.push(merged.id().clone());
            return;
        };
        if let Some(stated) = &stated.contributions {
            let first = self.contributions.len();
            let number = TableIndex::new(self.projects.len());
            resolver.contributions(&project, number, stated, &mut self.contributions);
            project.contributions = (first..self.contributions.len())
                .map(TableIndex::new)
                .collect();
        }
        self.projects.push(project);
    }
}

/// A project without its contributions.
fn project(
    text: &Arc<WriteUp>,
    stated: &MergedProjectFacts,
    resolver: &mut Resolver<'_>,
) -> Option<Project> {
    let sample = text.sample;
    let region = stated.region.as_ref();
    let region = region.and_then(|id| resolver.resolve(&id.value, sample, || id.place()));
    let direction = stated.direction.as_ref();
    let direction = direction.and_then(|id| resolver.resolve(&id.value, sample, || id.place()));
    let object = stated.object.as_ref();
    let object = object.and_then(|id| resolver.resolve(&id.value, sample, || id.place()));
    let (Some(region), Some(direction), Some(status)) = (region, direction, &stated.status) else {
        // It cannot be used itself: who it names is looked for all the same.
        if let Some(contributions) = &stated.contributions {
            for (item, contribution) in contributions.value.iter().enumerate() {
                resolver.givers(contribution, sample, || contributions.place().at(item));
            }
        }
        return None;
    };
    let district = stated.district.as_ref();
    let district =
        district.and_then(|id| resolver.district(Some(region), &id.value, || id.place()));
    Some(Project {
        links: Links::default(),
        text: text.clone(),
        region,
        district,
        direction,
        object,
        status: status.value,
        started: stated.started.as_ref().map(|date| date.value),
        completed: stated.completed.as_ref().map(|date| date.value),
        cancelled: stated.cancelled.as_ref().map(|date| date.value),
        reason: stated.reason.as_ref().map(|reason| reason.value.clone()),
        beneficiaries: stated.beneficiaries.as_ref().map(|number| number.value),
        location: stated.location.as_ref().map(|location| location.value),
        contributions: ContributionIds::new(),
        stated_in: StatedIn {
            started: stated.started.as_ref().map(StatedFact::source),
            completed: stated.completed.as_ref().map(StatedFact::source),
            cancelled: stated.cancelled.as_ref().map(StatedFact::source),
            contributions: stated.contributions.as_ref().map(StatedFact::source),
        },
        sorted_by: stated.sorted_by(),
    })
}

/// Projects in regions that did not exist at the time.
pub(super) fn check(portal: &Portal, found: &mut Vec<Diagnostic>) {
    for (_, project) in portal.projects.iter() {
        if let Some(date) = project.sorted_by {
            check_year(
                portal,
                project.region,
                date,
                || At::span(project.text.source(), 0..0),
                found,
            );
        }
    }
}

/// What a project's facts say in each language.
pub(super) fn texts<'a>(project: &'a Project, portal: &'a Portal) -> RecordTexts<'a> {
    let mut texts = RecordTexts::write_up(&project.text, Some(project.region));
    texts.add("reason", &project.reason);
    let contributions = project.contributions.iter();
    texts.contributions(contributions.map(|&contribution| &portal.contributions[contribution]));
    texts
}
