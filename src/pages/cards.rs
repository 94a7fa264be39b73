//! Cards: a project or a news item in a list, with its placeholder image and its sums.

use serde::Serialize;

use super::amounts::{SumsPiece, sums_piece};
use super::newest;
use super::placeholder::{self, Placeholder};
use super::prose::{Image, image};
use super::view::{Link, Text, View};
use crate::model::axis::Key;
use crate::model::kind::{NewsId, ProjectId};
use crate::totals::{key_of, sum};

/// A project in a list.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ProjectPiece<'a> {
    pub link: Link<'a>,
    pub cover: Placeholder<'a>,
    pub summary: Option<Text<'a>>,
    /// Its photograph, if it has one.
    pub image: Option<Image<'a>>,
    pub region: Link<'a>,
    pub district: Option<Link<'a>>,
    pub direction: Link<'a>,
    pub object: Option<Link<'a>>,
    /// `planned`, `under-way`, `completed` or `cancelled`.
    pub status: &'static str,
    /// Completed, else started, else the latest contribution, else cancelled.
    pub date: Option<String>,
    pub cancelled: Option<String>,
    pub sums: SumsPiece,
    /// The latest day of the project or of a contribution in it; none of what is only promised.
    pub as_of: Option<String>,
    /// What of it is in the sum of the page, where that adds up only a part: one year, or what one patron gave alone.
    pub here: Option<SumsPiece>,
    pub sample: bool,
}

/// A news item in a list.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct NewsPiece<'a> {
    pub link: Link<'a>,
    pub cover: Placeholder<'a>,
    pub summary: Option<Text<'a>>,
    pub date: String,
    pub region: Option<Link<'a>>,
    pub place: Option<Text<'a>>,
    /// The same as `date`.
    pub as_of: String,
    pub sample: bool,
}

impl<'a> View<'a> {
    fn project_piece(&self, project: ProjectId) -> ProjectPiece<'a> {
        let of = &self.portal.projects[project];
        ProjectPiece {
            link: self.project(project),
            cover: placeholder::project(self, project),
            summary: self.summary(&of.text),
            image: image(self, &of.text),
            region: self.region_at(of.region, of.shown_day()),
            district: of
                .district
                .map(|district| self.district(of.region, district)),
            direction: self.direction(of.direction),
            object: of.object.map(|object| self.object(object)),
            status: of.status.word(),
            date: of.sorted_by.map(|date| date.to_string()),
            cancelled: of.cancelled.map(|date| date.to_string()),
            sums: sums_piece(&sum(self.portal, of.contributions.iter().copied())),
            as_of: newest::of_project(self.portal, of).map(|date| date.to_string()),
            here: None,
            sample: of.text.sample,
        }
    }

    pub(crate) fn project_pieces(&self, projects: &[ProjectId]) -> Vec<ProjectPiece<'a>> {
        projects
            .iter()
            .map(|&project| self.project_piece(project))
            .collect()
    }

    /// The same with what of each is in the sum of a page, which adds up the contributions that have this key.
    pub(super) fn project_pieces_of(
        &self,
        projects: &[ProjectId],
        key: Key,
    ) -> Vec<ProjectPiece<'a>> {
        let mut pieces = self.project_pieces(projects);
        let contributions = &self.portal.contributions;
        for (piece, &project) in pieces.iter_mut().zip(projects) {
            let all = self.portal.projects[project].contributions.iter().copied();
            let here = all.filter(|&id| key_of(self.portal, &contributions[id], key.axis()) == key);
            piece.here = Some(sums_piece(&sum(self.portal, here)));
        }
        pieces
    }

    pub(crate) fn news_piece(&self, news: NewsId) -> NewsPiece<'a> {
        let of = &self.portal.news[news];
        NewsPiece {
            link: self.news_link(news),
            cover: placeholder::plain(self, "news", of.region),
            summary: self.summary(&of.text),
            date: of.date.to_string(),
            region: of.region.map(|region| self.region_at(region, of.date)),
            place: of.place.as_ref().map(|place| self.text(place)),
            as_of: of.date.to_string(),
            sample: of.text.sample,
        }
    }
}
