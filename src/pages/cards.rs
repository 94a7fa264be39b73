//! Cards: a project or a news item in a list, with its placeholder image and its sums.

use serde::Serialize;

use super::amounts::{SumsPiece, sums_piece};
use super::newest;
use super::placeholder::{self, Placeholder};
use super::prose::{Image, image};
use super::rows::Written;
use super::view::{Link, Text, View};
use crate::model::axis::Key;
use crate::model::kind::{NewsId, ProjectId};
use crate::model::portal::Portal;
use crate::totals::{Sums, key_of, sum};

/// A project in a list. What all lists say of it is written once.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ProjectPiece<'a> {
    /// Its name: safe HTML, made by `rows/project/title.html`.
    title: Written<'a>,
    /// Where it is: safe HTML, made by `rows/project/place.html`.
    place: Written<'a>,
    /// How far it is: safe HTML, made by `rows/project/state.html`.
    state: Written<'a>,
    /// What it received: safe HTML, made by `rows/project/received.html`.
    received: Written<'a>,
    /// The id of its direction.
    direction: &'a str,
    /// Its photograph, if it has one.
    image: Option<Image<'a>>,
    /// The latest day of the project or of a contribution in it; none of what is only promised.
    as_of: Option<String>,
    /// What of it is in the sum of the page, where that adds up only a part: one year, or what one patron gave alone.
    here: Option<SumsPiece>,
    /// What it received, beside that.
    sums: Option<SumsPiece>,
}

impl ProjectPiece<'_> {
    /// The same where a page only leads to the project: its latest day is none of the page's.
    pub(super) fn led_to(self) -> Self {
        ProjectPiece {
            as_of: None,
            ..self
        }
    }
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

/// What of a project is in a sum that adds up the contributions that have this key.
pub(crate) fn sums_of_key(portal: &Portal, project: ProjectId, key: Key) -> Sums {
    let all = portal.projects[project].contributions.iter().copied();
    let here = |&id: &_| key_of(portal, &portal.contributions[id], key.axis()) == key;
    sum(portal, all.filter(here))
}

impl<'a> View<'a> {
    fn project_piece(&self, project: ProjectId) -> ProjectPiece<'a> {
        let of = &self.portal.projects[project];
        let row = self.rows.project(self.lang(), project);
        ProjectPiece {
            title: Written(row.map(|row| &*row.title)),
            place: Written(row.map(|row| &*row.place)),
            state: Written(row.map(|row| &*row.state)),
            received: Written(row.map(|row| &*row.received)),
            direction: self.portal.directions[of.direction].id.as_str(),
            image: image(self, &of.text),
            as_of: newest::of_project(self.portal, of).map(|date| date.to_string()),
            here: None,
            sums: None,
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
        for (piece, &project) in pieces.iter_mut().zip(projects) {
            let all = self.portal.projects[project].contributions.iter().copied();
            piece.here = Some(sums_piece(&sums_of_key(self.portal, project, key)));
            piece.sums = Some(sums_piece(&sum(self.portal, all)));
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
