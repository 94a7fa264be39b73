//! The list of awards, and the page of one: who was honoured, in the order given.

use std::cmp::Reverse;

use serde::Serialize;

use super::kind::{Frame, Kind, Reach};
use super::pager::Pager;
use super::placeholder::{self, Placeholder};
use super::view::{Link, PatronPiece, Text, View};
use crate::model::kind::AwardId;
use crate::plan::Page;

pub(super) struct AwardsKind;

impl Kind for AwardsKind {
    type Values<'a> = Awards<'a>;

    fn frame(&self) -> Frame {
        Frame::new("awards", "awards", Some(Page::Home), Reach::Indexed)
    }

    fn values<'a>(&self, view: &View<'a>, n: usize) -> Awards<'a> {
        list(view, n)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Awards<'a> {
    /// The newest first; a year may go on over two pages.
    years: Vec<YearPiece<'a>>,
    pager: Pager,
}

/// The awards of a year.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "AwardYear"))]
struct YearPiece<'a> {
    year: String,
    /// The newest first, those of one day by name.
    awards: Vec<Entry<'a>>,
}

/// An award in a list.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "AwardEntry"))]
pub(super) struct Entry<'a> {
    link: Link<'a>,
    cover: Placeholder<'a>,
    date: String,
    region: Option<Link<'a>>,
    recipients: usize,
    /// The same as `date`.
    as_of: String,
    sample: bool,
}

fn list<'a>(view: &View<'a>, n: usize) -> Awards<'a> {
    let order = newest_first(view, view.portal.awards.indices());
    let (part, pager) = view.part(Page::Awards, &order, n);
    let year = |award: AwardId| view.portal.awards[award].record.date.year();
    let years = part.chunk_by(|&a, &b| year(a) == year(b));
    Awards {
        years: years
            .map(|of| YearPiece {
                year: year(of[0]).to_string(),
                awards: of.iter().map(|&award| entry(view, award)).collect(),
            })
            .collect(),
        pager,
    }
}

/// The newest awards, `count` of them at most.
pub(super) fn newest<'a>(view: &View<'a>, count: usize) -> Vec<Entry<'a>> {
    let order = newest_first(view, view.portal.awards.indices())
        .into_iter()
        .take(count);
    order.map(|award| entry(view, award)).collect()
}

/// Awards, the newest first; those of one day by name.
pub(super) fn newest_first(view: &View<'_>, all: impl Iterator<Item = AwardId>) -> Vec<AwardId> {
    let mut order = by_name(view, all);
    order.sort_by_key(|&award| Reverse(view.portal.awards[award].record.date));
    order
}

/// Awards by name, as the reader's language sorts names.
pub(super) fn by_name(view: &View<'_>, all: impl Iterator<Item = AwardId>) -> Vec<AwardId> {
    let mut order: Vec<AwardId> = all.collect();
    order.sort_by_cached_key(|&award| {
        let name = view.text(&view.portal.awards[award].record.name).text;
        (view.language.locale.sort_key(&name), award)
    });
    order
}

fn entry<'a>(view: &View<'a>, award: AwardId) -> Entry<'a> {
    let of = &view.portal.awards[award];
    Entry {
        link: view.award(award),
        cover: placeholder::plain(view, "award", of.region),
        date: of.record.date.to_string(),
        region: of
            .region
            .map(|region| view.region_at(region, of.record.date)),
        recipients: of.recipients.len(),
        as_of: of.record.date.to_string(),
        sample: of.record.sample,
    }
}

pub(super) struct AwardKind(pub AwardId);

impl Kind for AwardKind {
    type Values<'a> = AwardPage<'a>;

    fn frame(&self) -> Frame {
        Frame::new("award", "awards", Some(Page::Awards), Reach::Shared)
    }

    fn values<'a>(&self, view: &View<'a>, _: usize) -> AwardPage<'a> {
        context(view, self.0)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct AwardPage<'a> {
    id: &'a str,
    date: String,
    region: Option<Link<'a>>,
    event: Option<Link<'a>>,
    /// The categories in the order declared, with their recipients, those without a name last; those without a category
    /// first, under no name.
    groups: Vec<Group<'a>>,
    recipients: usize,
    /// The same as `date`.
    as_of: String,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Group<'a> {
    name: Option<Text<'a>>,
    recipients: Vec<RecipientPiece<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct RecipientPiece<'a> {
    patron: PatronPiece<'a>,
    note: Option<Text<'a>>,
}

/// The recipients in a category: in the order given, those who must not be named last. Their place in an alphabetical
/// list would tell how their names begin.
fn recipients<'a>(
    view: &View<'a>,
    award: AwardId,
    category: Option<usize>,
) -> Vec<RecipientPiece<'a>> {
    let of = &view.portal.awards[award];
    let all = of.recipients.iter();
    let mut recipients: Vec<RecipientPiece<'a>> = all
        .filter(|recipient| recipient.category == category)
        .map(|recipient| RecipientPiece {
            patron: view.patron_at(recipient.patron, of.record.date),
            note: recipient.note.as_ref().map(|note| view.text(note)),
        })
        .collect();
    recipients.sort_by_cached_key(|RecipientPiece { patron, note }| match patron.link {
        Some(_) => None,
        None => {
            let note = note.as_ref().map(|note| note.text.to_string());
            Some((patron.kind, patron.region.url.clone(), note))
        }
    });
    recipients
}

fn context<'a>(view: &View<'a>, award: AwardId) -> AwardPage<'a> {
    let of = &view.portal.awards[award];
    let categories = std::iter::once(None).chain((0..of.record.categories.len()).map(Some));
    let group = |category: Option<usize>| Group {
        name: category.map(|category| view.text(&of.record.categories[category].name)),
        recipients: recipients(view, award, category),
    };
    AwardPage {
        id: of.record.id.as_str(),
        date: of.record.date.to_string(),
        region: of
            .region
            .map(|region| view.region_at(region, of.record.date)),
        event: of.event.map(|news| view.news_link(news)),
        groups: categories
            .map(group)
            .filter(|group| !group.recipients.is_empty())
            .collect(),
        recipients: of.recipients.len(),
        as_of: of.record.date.to_string(),
    }
}
