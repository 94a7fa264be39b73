//! Write-ups put together from their files: facts stated once, what they name resolved, the order of lists decided.

use std::cmp::Reverse;

use ahash::HashMap;
use rayon::prelude::*;

use super::records::Linker;
use super::write_ups::{Files, Stated, write_up};
use super::{Absent, Basics, Options, Records};
use crate::diagnostic::{At, Code, Diagnostic};
use crate::load::path::is_reserved;
use crate::model::contribution::Contribution;
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::lang::Localised;
use crate::model::prose::RecordKind;
use crate::model::site::Site;
use crate::model::write_up::{Project, ProjectFacts, ProjectStatus, WriteUp};

/// A project that has no number yet, and so no contributions: they are beside it, and do not know it.
pub struct ProjectDraft {
    pub project: Project,
    pub gifts: Vec<Contribution>,
}

/// A news item whose ids are not resolved.
pub struct NewsDraft<'a> {
    pub text: WriteUp,
    pub date: Date,
    pub region: Option<Stated<&'a Id>>,
    pub place: Option<Localised>,
}

pub struct PageDraft {
    pub text: WriteUp,
}

type Drafts<'a> = (Vec<ProjectDraft>, Vec<NewsDraft<'a>>, Vec<PageDraft>);

/// Puts all write-ups together, in the order in which lists show them. What cannot be used is noted as absent, so that
/// links to it are not reported again.
pub(super) fn assemble<'a>(
    records: &Records<'a>,
    site: &Site,
    options: Options,
    basics: &Basics,
    absent: &mut Absent,
    found: &mut Vec<Diagnostic>,
) -> Drafts<'a> {
    let projects = projects(records, site, options, basics, absent, found);
    let mut news = Vec::new();
    for files in &records.news {
        let Some(text) = write_up(files, |facts| &facts.common, site, options.drafts, found) else {
            continue;
        };
        let date = files.required("news", "date", |facts| facts.date, found);
        let region = files.fact("region", |facts| facts.region.as_ref(), found);
        let place = files
            .fact("place", |facts| facts.place.as_ref(), found)
            .map(|place| place.value.clone());
        match date {
            Some(date) => news.push(NewsDraft {
                text,
                date: date.value,
                region,
                place,
            }),
            None => absent.note(RecordKind::News, files.id()),
        }
    }
    news.sort_by(|a, b| (Reverse(a.date), &a.text.slug).cmp(&(Reverse(b.date), &b.text.slug)));
    let pages: Vec<PageDraft> = records
        .pages
        .iter()
        .filter_map(|files| write_up(files, |facts| facts, site, options.drafts, found))
        .map(|text| PageDraft { text })
        .collect();
    check_slugs(
        RecordKind::Project,
        projects.iter().map(|draft| &draft.project.text),
        found,
    );
    check_slugs(RecordKind::News, news.iter().map(|news| &news.text), found);
    check_slugs(RecordKind::Page, pages.iter().map(|page| &page.text), found);
    (projects, news, pages)
}

/// All projects: newest first, then by their addresses.
fn projects(
    records: &Records<'_>,
    site: &Site,
    options: Options,
    basics: &Basics,
    absent: &mut Absent,
    found: &mut Vec<Diagnostic>,
) -> Vec<ProjectDraft> {
    let made: Vec<(Option<ProjectDraft>, bool, Vec<Diagnostic>)> = records
        .projects
        .par_iter()
        .map(|files| {
            let mut found = Vec::new();
            let text = write_up(
                files,
                |facts| &facts.common,
                site,
                options.drafts,
                &mut found,
            );
            let is_shown = text.is_some();
            let mut linker = Linker {
                ids: basics,
                regions: &records.regions,
                found: &mut found,
            };
            let draft = text.and_then(|text| project(text, files, &mut linker));
            let is_broken = is_shown && draft.is_none();
            (draft, is_broken, found)
        })
        .collect();
    let mut drafts = Vec::with_capacity(made.len());
    for ((draft, is_broken, wrong), files) in made.into_iter().zip(&records.projects) {
        drafts.extend(draft.map(Some));
        if is_broken {
            absent.note(RecordKind::Project, files.id());
        }
        found.extend(wrong);
    }
    // Drafts are large: their places are sorted, then each is moved once.
    let rank = |place: u32| {
        let project = drafts[place as usize].as_ref().map(|draft| &draft.project);
        project.map(|project| (Reverse(project.sorted_by), &project.text.slug))
    };
    let mut places: Vec<u32> = (0..drafts.len() as u32).collect();
    places.sort_by(|&a, &b| rank(a).cmp(&rank(b)));
    let places = places.into_iter();
    places
        .filter_map(|place| drafts[place as usize].take())
        .collect()
}

fn project(
    text: WriteUp,
    files: &Files<'_, ProjectFacts>,
    linker: &mut Linker<'_>,
) -> Option<ProjectDraft> {
    let (sample, basics) = (text.sample, linker.ids);
    let found = &mut *linker.found;
    let region = files
        .required("project", "region", |facts| facts.region.as_ref(), found)
        .and_then(|id| {
            basics
                .regions
                .resolve(id.value.as_str(), sample, || id.place().into(), found)
        });
    let district = files.fact("district", |facts| facts.district.as_ref(), found);
    let direction = files
        .required(
            "project",
            "direction",
            |facts| facts.direction.as_ref(),
            found,
        )
        .and_then(|id| {
            basics
                .directions
                .resolve(id.value.as_str(), sample, || id.place().into(), found)
        });
    let object = files.fact("object", |facts| facts.object.as_ref(), found);
    let status = files.required("project", "status", |facts| facts.status, found);
    let started = files.fact("started", |facts| facts.started, found);
    let completed = files.fact("completed", |facts| facts.completed, found);
    let beneficiaries = files.fact("beneficiaries", |facts| facts.beneficiaries, found);
    let location = files.fact("location", |facts| facts.location, found);
    let gifts = files.fact(
        "contributions",
        |facts| facts.contributions.as_deref(),
        found,
    );
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
    let object = object.and_then(|id| linker.object(id.value, sample, || id.place()));
    let (Some(region), Some(direction), Some(status)) = (region, direction, status) else {
        // It cannot be used itself: who it names is looked for all the same.
        if let Some(gifts) = gifts {
            for (item, gift) in gifts.value.iter().enumerate() {
                linker.givers(gift, sample, || gifts.place().at(item));
            }
        }
        return None;
    };
    let district = district.and_then(|id| linker.district(Some(region), id.value, || id.place()));
    let latest_gift = gifts
        .iter()
        .flat_map(|gifts| gifts.value)
        .map(|gift| gift.date)
        .max();
    let completed = completed.map(|completed| completed.value);
    let started = started.map(|started| started.value);
    let project = Project {
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
        contributions: Vec::new(),
        sorted_by: completed.or(started).or(latest_gift),
    };
    let gifts = gifts.map_or_else(Vec::new, |gifts| linker.gifts(&project, &gifts));
    Some(ProjectDraft { project, gifts })
}

/// Two write-ups of a section with one address, and slugs that addresses need for themselves.
fn check_slugs<'a>(
    section: RecordKind,
    texts: impl Iterator<Item = &'a WriteUp>,
    found: &mut Vec<Diagnostic>,
) {
    let mut taken: HashMap<&Id, &WriteUp> = HashMap::default();
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
