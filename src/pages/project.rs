//! The list of projects, and the page of one.

use serde::Serialize;

use super::amounts::{SumsPiece, sums_piece};
use super::cards::ProjectPiece;
use super::kind::{Frame, Kind, Reach};
use super::list_filter::{Filter, filter};
use super::pager::Pager;
use super::placeholder::{self, Placeholder};
use super::prose::{Image, Prose, image, write_up};
use super::view::{ContributionPiece, Link, Text, View};
use crate::model::kind::ProjectId;
use crate::plan::long_list::LongList;
use crate::plan::{Listed, Page};
use crate::totals::sum;

/// How many other projects of the region a project's page names.
const RELATED: usize = 5;

pub(super) struct ProjectsKind;

impl Kind for ProjectsKind {
    type Values<'a> = Projects<'a>;

    fn frame(&self) -> Frame {
        Frame::new("projects", "projects", Some(Page::Home), Reach::Indexed)
    }

    fn values<'a>(&self, view: &View<'a>, n: usize) -> Projects<'a> {
        list(view, n)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Projects<'a> {
    list: Vec<ProjectPiece<'a>>,
    pager: Pager,
    filter: Filter<'a>,
}

fn list<'a>(view: &View<'a>, n: usize) -> Projects<'a> {
    let all: Vec<ProjectId> = view.portal.projects.indices().collect();
    let (part, pager) = view.part(Page::Projects, &all, n);
    Projects {
        list: view.project_pieces(part),
        pager,
        filter: filter(view, LongList::Projects, n),
    }
}

pub(super) struct ProjectKind(pub ProjectId);

impl Kind for ProjectKind {
    type Values<'a> = ProjectPage<'a>;

    fn frame(&self) -> Frame {
        Frame::new("project", "projects", Some(Page::Projects), Reach::Shared)
    }

    fn description<'a>(&self, view: &View<'a>) -> Option<Text<'a>> {
        view.summary(&view.portal.projects[self.0].text)
    }

    fn values<'a>(&self, view: &View<'a>, _: usize) -> ProjectPage<'a> {
        context(view, self.0)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ProjectPage<'a> {
    id: &'a str,
    region: Link<'a>,
    district: Option<Link<'a>>,
    direction: Link<'a>,
    object: Option<Link<'a>>,
    status: &'static str,
    started: Option<String>,
    completed: Option<String>,
    cancelled: Option<String>,
    /// Why it was cancelled.
    reason: Option<Text<'a>>,
    beneficiaries: Option<u64>,
    /// Latitude and longitude, in degrees.
    location: Option<(f64, f64)>,
    sums: SumsPiece,
    /// The newest first: all, or the newest few where the others have a page.
    contributions: Vec<ContributionPiece<'a>>,
    /// Where all stand, if these are only the newest.
    all_contributions: Option<String>,
    /// Pledges that are not kept: they are in no sum.
    unkept: Vec<ContributionPiece<'a>>,
    image: Option<Image<'a>>,
    /// What is shown where there is no photo.
    cover: Placeholder<'a>,
    prose: Prose<'a>,
    /// The next older projects of the region.
    related: Vec<ProjectPiece<'a>>,
}

fn context<'a>(view: &View<'a>, project: ProjectId) -> ProjectPage<'a> {
    let of = &view.portal.projects[project];
    let in_region = view.indexes.region(of.region);
    let place = in_region
        .iter()
        .position(|&other| other == project)
        .unwrap_or(0);
    let older = &in_region[(place + 1).min(in_region.len())..];
    let (counted, unkept) = view.counted_and_not(&of.contributions);
    let all_contributions = view.list_page(Listed::Project(project), counted.len());
    ProjectPage {
        id: of.text.id.as_str(),
        region: view.region_at(of.region, of.shown_day()),
        district: of
            .district
            .map(|district| view.district(of.region, district)),
        direction: view.direction(of.direction),
        object: of.object.map(|object| view.object(object)),
        status: of.status.word(),
        started: of.started.map(|date| date.to_string()),
        completed: of.completed.map(|date| date.to_string()),
        cancelled: of.cancelled.map(|date| date.to_string()),
        reason: of.reason.as_ref().map(|reason| view.text(reason)),
        beneficiaries: of.beneficiaries,
        location: of
            .location
            .map(|location| (location.latitude, location.longitude)),
        sums: sums_piece(&sum(view.portal, of.contributions.iter().copied())),
        contributions: view.newest_of(&counted, all_contributions.is_some()),
        all_contributions,
        unkept: view.contributions_newest_first(&unkept),
        image: image(view, &of.text),
        cover: placeholder::project(view, project),
        prose: write_up(view, Page::Project(project), &of.text, &of.links),
        related: view.project_pieces(&older[..older.len().min(RELATED)]),
    }
}
