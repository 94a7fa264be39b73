//! Write-ups linked: what they name resolved, the order of lists decided.

use std::cmp::Reverse;
use std::sync::Arc;

use rayon::prelude::*;

use super::facts::MergedProjectFacts;
use super::merge::WriteUps;
use super::merged_write_up::{MergedWriteUp, StatedFact};
use super::records::Resolver;
use super::{RecordIds, Records, UnresolvedIds};
use crate::diagnostic::{At, Diagnostic};
use crate::model::contribution::Contribution;
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::lang::Localised;
use crate::model::prose::RecordKind;
use crate::model::table::TableIndex;
use crate::model::write_up::{ContributionIds, Page, Project, ProjectFacts, WriteUp};

/// A news item whose region is not resolved.
pub(super) struct NewsDraft<'a> {
    pub text: Arc<WriteUp>,
    pub date: Date,
    pub region: Option<&'a StatedFact<Id>>,
    pub place: Option<Localised>,
}

/// All write-ups, in the order in which lists show them.
pub(super) struct Drafts<'a> {
    pub projects: Vec<Project>,
    /// The contributions of the projects, in their order.
    pub contributions: Vec<Contribution>,
    pub news: Vec<NewsDraft<'a>>,
    pub pages: Vec<Page>,
}

/// Puts all write-ups in order and resolves what projects name. What cannot be used is noted as absent, so that links to
/// it are not reported again.
pub(super) fn assemble<'a>(
    records: &Records,
    write_ups: &'a WriteUps,
    record_ids: &RecordIds,
    unresolved: &mut UnresolvedIds,
    found: &mut Vec<Diagnostic>,
) -> Drafts<'a> {
    let (projects, contributions) =
        projects(records, &write_ups.projects, record_ids, unresolved, found);
    let mut news = Vec::new();
    for item in &write_ups.news {
        found.extend_from_slice(&item.diagnostics);
        let Some((text, stated)) = &item.shown else {
            continue;
        };
        match &stated.date {
            Some(date) => news.push(NewsDraft {
                text: text.clone(),
                date: date.value,
                region: stated.region.as_ref(),
                place: stated.place.as_ref().map(|place| place.value.clone()),
            }),
            None => unresolved.note(RecordKind::News, item.id()),
        }
    }
    news.sort_by(|a, b| (Reverse(a.date), &a.text.slug).cmp(&(Reverse(b.date), &b.text.slug)));
    let pages = write_ups.pages.iter();
    let mut pages: Vec<Page> = pages
        .filter_map(|page| {
            found.extend_from_slice(&page.diagnostics);
            let (text, ()) = page.shown.as_ref()?;
            Some(Page { text: text.clone() })
        })
        .collect();
    pages.sort_by(|a, b| a.text.id.cmp(&b.text.id));
    Drafts {
        projects,
        contributions,
        news,
        pages,
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

/// All projects, newest first, then by their addresses; and their contributions.
fn projects(
    records: &Records,
    merged: &[Arc<MergedWriteUp<ProjectFacts>>],
    record_ids: &RecordIds,
    unresolved: &mut UnresolvedIds,
    found: &mut Vec<Diagnostic>,
) -> (Vec<Project>, Vec<Contribution>) {
    let ranked = merged.par_iter().filter_map(|project| {
        let (text, stated) = project.shown.as_ref()?;
        Some((Reverse(stated.sorted_by()), &text.slug, project))
    });
    let mut ranked: Vec<_> = ranked.collect();
    ranked.par_sort_unstable_by(|a, b| (a.0, a.1, a.2.id()).cmp(&(b.0, b.1, b.2.id())));
    let pieces: Vec<Chunk> = ranked
        .par_chunks(CHUNK)
        .map(|chunk| {
            let mut piece = Chunk::default();
            piece.projects.reserve(chunk.len());
            for (_, _, merged) in chunk {
                piece.add(merged, records, record_ids);
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
            unresolved.note(RecordKind::Project, id);
        }
        found.extend(piece.found);
    }
    (projects, contributions)
}

impl Chunk {
    fn add(
        &mut self,
        merged: &MergedWriteUp<ProjectFacts>,
        records: &Records,
        record_ids: &RecordIds,
    ) {
        let Some((text, stated)) = &merged.shown else {
            return;
        };
        self.found.extend_from_slice(&merged.diagnostics);
        let mut resolver = Resolver {
            ids: record_ids,
            regions: &records.regions,
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
    let region = region.and_then(|id| resolver.region(&id.value, sample, || id.place()));
    let direction = stated.direction.as_ref();
    let direction = direction.and_then(|id| resolver.direction(&id.value, sample, || id.place()));
    let object = stated.object.as_ref();
    let object = object.and_then(|id| resolver.object(&id.value, sample, || id.place()));
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
        text: text.clone(),
        region,
        district,
        direction,
        object,
        status: status.value,
        started: stated.started.as_ref().map(|date| date.value),
        completed: stated.completed.as_ref().map(|date| date.value),
        beneficiaries: stated.beneficiaries.as_ref().map(|number| number.value),
        location: stated.location.as_ref().map(|location| location.value),
        contributions: ContributionIds::new(),
        sorted_by: stated.sorted_by(),
    })
}

/// The place of a write-up as a whole: the beginning of its first file.
pub(crate) fn place_of(text: &WriteUp) -> At {
    let first = text
        .versions
        .iter()
        .find_map(|(_, version)| version.as_ref());
    match first {
        Some(version) => At::span(version.origin.source, 0..0),
        None => At::File(text.folder.to_string()),
    }
}
