//! The list of news and events, and the page of one.

use serde::Serialize;

use super::cards::NewsPiece;
use super::kind::{Frame, Kind, Reach};
use super::pager::Pager;
use super::placeholder::{self, Placeholder};
use super::prose::{Image, Prose, gallery, image, write_up};
use super::view::{Link, Text, View};
use crate::model::kind::NewsId;
use crate::plan::Page;

pub(super) struct NewsListKind;

impl Kind for NewsListKind {
    type Values<'a> = NewsList<'a>;

    fn frame(&self) -> Frame {
        Frame::new("news-list", "news", Some(Page::Home), Reach::Indexed)
    }

    fn values<'a>(&self, view: &View<'a>, n: usize) -> NewsList<'a> {
        list(view, n)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct NewsList<'a> {
    list: Vec<NewsPiece<'a>>,
    pager: Pager,
}

fn list<'a>(view: &View<'a>, n: usize) -> NewsList<'a> {
    let all: Vec<NewsId> = view.portal.news.indices().collect();
    let (part, pager) = view.part(Page::NewsList, &all, n);
    NewsList {
        list: part.iter().map(|&news| view.news_piece(news)).collect(),
        pager,
    }
}

pub(super) struct NewsKind(pub NewsId);

impl Kind for NewsKind {
    type Values<'a> = NewsPage<'a>;

    fn frame(&self) -> Frame {
        Frame::new("news", "news", Some(Page::NewsList), Reach::Shared)
    }

    fn values<'a>(&self, view: &View<'a>, _: usize) -> NewsPage<'a> {
        context(view, self.0)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct NewsPage<'a> {
    id: &'a str,
    date: String,
    region: Option<Link<'a>>,
    place: Option<Text<'a>>,
    image: Option<Image<'a>>,
    /// More pictures, in their order.
    gallery: Vec<Image<'a>>,
    /// What is shown where there is no photo.
    cover: Placeholder<'a>,
    prose: Prose<'a>,
    /// Awards that were given at this event.
    awards: Vec<Link<'a>>,
    /// The same as `date`.
    as_of: String,
}

fn context<'a>(view: &View<'a>, news: NewsId) -> NewsPage<'a> {
    let of = &view.portal.news[news];
    let awards = view
        .portal
        .awards
        .iter()
        .filter(|(_, award)| award.event == Some(news));
    NewsPage {
        id: of.text.id.as_str(),
        date: of.date.to_string(),
        region: of.region.map(|region| view.region_at(region, of.date)),
        place: of.place.as_ref().map(|place| view.text(place)),
        image: image(view, &of.text),
        gallery: gallery(view, &of.text),
        cover: placeholder::plain(view, "news", of.region),
        prose: write_up(view, Page::News(news), &of.text, &of.links),
        awards: awards.map(|(index, _)| view.award(index)).collect(),
        as_of: of.date.to_string(),
    }
}
