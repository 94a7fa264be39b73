//! The list of projects, and the page of one.

use std::collections::HashSet;

use serde::Serialize;

use super::amounts::{SumsPiece, sums_piece};
use super::cards::ProjectPiece;
use super::kind::{Frame, Kind, Reach};
use super::list_filter::{Filter, filter};
use super::newest;
use super::pager::Pager;
use super::placeholder::{self, Placeholder};
use super::prose::{Image, Prose, gallery, image, write_up};
use super::view::{ContributionPiece, Link, PatronPiece, Text, View};
use crate::model::kind::ProjectId;
use crate::plan::long_list::LongList;
use crate::plan::{Listed, Page};
use crate::totals::sum;

/// How many other projects of the region a project's page names: the newer and the older ones next to it.
const RELATED: usize = 4;
/// How many of the givers are named beside the sum.
const GIVERS: usize = 5;

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
    /// More pictures, in their order.
    gallery: Vec<Image<'a>>,
    /// What is shown where there is no photo.
    cover: Placeholder<'a>,
    prose: Prose<'a>,
    /// Who gave: some of those who may be named, in the order of the contributions.
    givers: Vec<PatronPiece<'a>>,
    /// How many more may be named.
    more_givers: usize,
    /// Somebody gave who is not named.
    anonymous: bool,
    /// The projects of the region nearest in time, the newest first.
    related: Vec<ProjectPiece<'a>>,
    /// The latest day of the project or of a contribution in it; none of what is only promised.
    as_of: Option<String>,
}

fn context<'a>(view: &View<'a>, project: ProjectId) -> ProjectPage<'a> {
    let of = &view.portal.projects[project];
    let (counted, unkept) = view.counted_and_not(&of.contributions);
    let everyone = view.contributions_newest_first(&counted);
    let mut givers = named_givers(&everyone);
    let more_givers = givers.len().saturating_sub(GIVERS);
    givers.truncate(GIVERS);
    let mut giving = everyone.iter().flat_map(|of| &of.givers);
    let anonymous = giving.any(|giver| giver.link.is_none());
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
        givers,
        more_givers,
        anonymous,
        contributions: match all_contributions {
            None => everyone,
            Some(_) => view.newest_of(&counted, true),
        },
        all_contributions,
        unkept: view.contributions_newest_first(&unkept),
        image: image(view, &of.text),
        gallery: gallery(view, &of.text),
        cover: placeholder::project(view, project),
        prose: write_up(view, Page::Project(project), &of.text, &of.links),
        related: view
            .project_pieces(&nearest(view.indexes.region(of.region), project))
            .into_iter()
            .map(ProjectPiece::led_to)
            .collect(),
        as_of: newest::of_project(view.portal, of).map(|date| date.to_string()),
    }
}

/// Those givers of contributions who may be named, each once.
fn named_givers<'a>(contributions: &[ContributionPiece<'a>]) -> Vec<PatronPiece<'a>> {
    let mut named: Vec<PatronPiece<'a>> = Vec::new();
    let mut seen = HashSet::new();
    for giver in contributions.iter().flat_map(|of| &of.givers) {
        if let Some(link) = &giver.link
            && seen.insert(link.url.clone())
        {
            named.push(giver.clone());
        }
    }
    named
}

/// The projects of a list next to one of them, as many newer as older ones where there are enough.
fn nearest(list: &[ProjectId], project: ProjectId) -> Vec<ProjectId> {
    let place = list.iter().position(|&other| other == project);
    let place = place.unwrap_or(0);
    let last_start = list.len().saturating_sub(RELATED + 1);
    let start = place.saturating_sub(RELATED / 2).min(last_start);
    let near = list.iter().skip(start).take(RELATED + 1);
    near.copied().filter(|&other| other != project).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::index::TableIndex;

    #[test]
    fn the_nearest_projects_are_newer_and_older_ones() {
        let list: Vec<ProjectId> = (0..7).map(ProjectId::new).collect();
        let near = |place: usize| -> Vec<usize> {
            let near = nearest(&list, list[place]).into_iter();
            near.map(TableIndex::index).collect()
        };
        assert_eq!(near(3), [1, 2, 4, 5]);
        assert_eq!(near(0), [1, 2, 3, 4]);
        assert_eq!(near(6), [2, 3, 4, 5]);
        assert_eq!(nearest(&list[..1], list[0]), []);
    }
}
