//! Write-ups made whole before their links: facts put together, the order of lists decided.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::write_ups::{Files, Stated, write_up};
use super::{Absent, Basics, Options, Records};
use crate::diagnostic::{At, Code, Diagnostic};
use crate::load::path::is_reserved;
use crate::model::contribution::ContributionRecord;
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::lang::Localised;
use crate::model::prose::RecordKind;
use crate::model::site::Site;
use crate::model::table::{DirectionId, RegionId};
use crate::model::write_up::{Location, ProjectFacts, ProjectStatus, WriteUp};

/// A project whose facts are put together; what a page cannot do without is resolved.
pub struct ProjectDraft {
    pub text: WriteUp,
    pub region: RegionId,
    pub district: Option<Stated<Id>>,
    pub direction: DirectionId,
    pub object: Option<Stated<Id>>,
    pub status: ProjectStatus,
    pub started: Option<Date>,
    pub completed: Option<Date>,
    pub beneficiaries: Option<u64>,
    pub location: Option<Location>,
    pub contributions: Option<Stated<Vec<ContributionRecord>>>,
    /// Completed, else started, else the latest gift.
    pub sorted_by: Option<Date>,
}

/// A news item whose ids are not resolved.
pub struct NewsDraft {
    pub text: WriteUp,
    pub date: Date,
    pub region: Option<Stated<Id>>,
    pub place: Option<Localised>,
}

pub struct PageDraft {
    pub text: WriteUp,
}

type Drafts = (Vec<ProjectDraft>, Vec<NewsDraft>, Vec<PageDraft>);

/// Puts all write-ups together, in the order in which lists show them. What cannot be used is noted as absent, so that
/// links to it are not reported again.
pub(super) fn assemble(
    records: &Records,
    site: &Site,
    options: Options,
    basics: &Basics,
    absent: &mut Absent,
    found: &mut Vec<Diagnostic>,
) -> Drafts {
    let mut projects = Vec::new();
    for (id, files) in &records.projects {
        let Some(text) = write_up(files, |facts| &facts.common, site, options.drafts, found) else {
            continue;
        };
        match project(text, files, basics, found) {
            Some(project) => projects.push(project),
            None => {
                absent
                    .broken
                    .entry(RecordKind::Project)
                    .or_default()
                    .insert(id.to_string());
            }
        }
    }
    projects.sort_by(|a, b| {
        (Reverse(a.sorted_by), &a.text.slug).cmp(&(Reverse(b.sorted_by), &b.text.slug))
    });
    let mut news = Vec::new();
    for (id, files) in &records.news {
        let Some(text) = write_up(files, |facts| &facts.common, site, options.drafts, found) else {
            continue;
        };
        let date = files.required("news", "date", |facts| facts.date, found);
        let region = files.fact("region", |facts| facts.region.clone(), found);
        let place = files
            .fact("place", |facts| facts.place.clone(), found)
            .map(|place| place.value);
        match date {
            Some(date) => news.push(NewsDraft {
                text,
                date: date.value,
                region,
                place,
            }),
            None => {
                absent
                    .broken
                    .entry(RecordKind::News)
                    .or_default()
                    .insert(id.to_string());
            }
        }
    }
    news.sort_by(|a, b| (Reverse(a.date), &a.text.slug).cmp(&(Reverse(b.date), &b.text.slug)));
    let pages: Vec<PageDraft> = records
        .pages
        .values()
        .filter_map(|files| write_up(files, |facts| facts, site, options.drafts, found))
        .map(|text| PageDraft { text })
        .collect();
    check_slugs(
        RecordKind::Project,
        projects.iter().map(|project| &project.text),
        found,
    );
    check_slugs(RecordKind::News, news.iter().map(|news| &news.text), found);
    check_slugs(RecordKind::Page, pages.iter().map(|page| &page.text), found);
    (projects, news, pages)
}

fn project(
    text: WriteUp,
    files: &Files<ProjectFacts>,
    basics: &Basics,
    found: &mut Vec<Diagnostic>,
) -> Option<ProjectDraft> {
    let sample = text.sample;
    let region = files
        .required("project", "region", |facts| facts.region.clone(), found)
        .and_then(|id| {
            basics
                .regions
                .resolve(id.value.as_str(), sample, || id.place().into(), found)
        });
    let district = files.fact("district", |facts| facts.district.clone(), found);
    let direction = files
        .required(
            "project",
            "direction",
            |facts| facts.direction.clone(),
            found,
        )
        .and_then(|id| {
            basics
                .directions
                .resolve(id.value.as_str(), sample, || id.place().into(), found)
        });
    let object = files.fact("object", |facts| facts.object.clone(), found);
    let status = files.required("project", "status", |facts| facts.status, found);
    let started = files.fact("started", |facts| facts.started, found);
    let completed = files.fact("completed", |facts| facts.completed, found);
    let beneficiaries = files.fact("beneficiaries", |facts| facts.beneficiaries, found);
    let location = files.fact("location", |facts| facts.location, found);
    let contributions = files.fact("contributions", |facts| facts.contributions.clone(), found);
    if let Some(status) = &status {
        match (&completed, status.value == ProjectStatus::Completed) {
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
    if let (Some(started), Some(completed)) = (&started, &completed)
        && started.value.earliest() > completed.value.latest()
    {
        found.push(
            Diagnostic::new(Code::DateOrder, completed.place())
                .with("earlier", started.value)
                .with("later", completed.value)
                .also(started.place()),
        );
    }
    let (Some(region), Some(direction), Some(status)) = (region, direction, status) else {
        check_names(
            basics,
            sample,
            object.as_ref(),
            contributions.as_ref(),
            found,
        );
        return None;
    };
    let latest_gift = contributions
        .iter()
        .flat_map(|gifts| &gifts.value)
        .map(|gift| gift.date)
        .max();
    let completed = completed.map(|completed| completed.value);
    let started = started.map(|started| started.value);
    Some(ProjectDraft {
        text,
        region,
        district,
        direction,
        object,
        status: status.value,
        started,
        completed,
        beneficiaries: beneficiaries.map(|number| number.value),
        location: location.map(|location| location.value),
        contributions,
        sorted_by: completed.or(started).or(latest_gift),
    })
}

/// Reports what else a project names that is not there, when it cannot be used itself.
fn check_names(
    basics: &Basics,
    sample: bool,
    object: Option<&Stated<Id>>,
    contributions: Option<&Stated<Vec<ContributionRecord>>>,
    found: &mut Vec<Diagnostic>,
) {
    if let Some(object) = object {
        basics.objects.resolve(
            object.value.as_str(),
            sample,
            || object.place().into(),
            found,
        );
    }
    if let Some(stated) = contributions {
        for (item, gift) in stated.value.iter().enumerate() {
            for (nth, patron) in gift.patrons.iter().enumerate() {
                let at = || gift.giver_place(&stated.place().at(item), nth).into();
                basics.patrons.resolve(patron.as_str(), sample, at, found);
            }
        }
    }
}

/// Two write-ups of a section with one address, and slugs that addresses need for themselves.
fn check_slugs<'a>(
    section: RecordKind,
    texts: impl Iterator<Item = &'a WriteUp>,
    found: &mut Vec<Diagnostic>,
) {
    let mut taken: HashMap<&Id, &WriteUp> = HashMap::new();
    for text in texts {
        if is_reserved(section, &text.slug) {
            found.push(Diagnostic::new(Code::ReservedSlug, place_of(text)).with("id", &text.slug));
        }
        if let Some(other) = taken.insert(&text.slug, text) {
            found.push(
                Diagnostic::new(Code::DuplicateAddress, place_of(text))
                    .with(
                        "address",
                        format!(
                            "{}{}/",
                            crate::load::path::section_folder(section),
                            text.slug
                        ),
                    )
                    .also(place_of(other)),
            );
        }
    }
}

/// The place of a write-up as a whole: the beginning of its first file.
pub fn place_of(text: &WriteUp) -> At {
    let first = text
        .versions
        .iter()
        .find_map(|(_, version)| version.as_ref());
    match first {
        Some(version) => At::span(version.origin.source, 0..0),
        None => At::File(text.folder.to_string()),
    }
}
