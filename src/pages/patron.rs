//! The list of patrons who may be named, and the page of one. Others have no page and no address.

use serde::Serialize;

use super::alphabet_index::{Letter, letters};
use super::cards::ProjectPiece;
use super::drawing::charted;
use super::facets::{Filter, filter};
use super::kind::{Frame, Kind, Reach};
use super::placeholder::{self, Placeholder};
use super::prose::{Prose, portrait};
use super::sum_tables;
use super::view::{
    BreakdownPiece, ContributionPiece, Link, Pager, SumsPiece, Text, TotalPiece, View, sums_piece,
    total_piece,
};
use crate::model::award::Recipient;
use crate::model::axis::Axis;
use crate::model::kind::PatronId;
use crate::plan::PAGE_LENGTH;
use crate::plan::Page;
use crate::plan::long_list::LongList;
use crate::plan::tables::contributions;
use crate::totals::{breakdown, of_patron, sum};

pub(super) struct PatronsKind;

impl Kind for PatronsKind {
    type Values<'a> = Patrons<'a>;

    fn frame(&self) -> Frame {
        Frame::new("patrons", "patrons", Some(Page::Home), Reach::Indexed)
    }

    fn values<'a>(&self, view: &View<'a>, n: usize) -> Patrons<'a> {
        list(view, n)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Patrons<'a> {
    list: Vec<Entry<'a>>,
    pager: Pager,
    /// Some patron of the whole list, on this page or not, has promised something.
    has_pledged: bool,
    filter: Filter<'a>,
    /// The alphabet, where the list is long.
    letters: Vec<Letter>,
    /// Patrons who are not named, and what they gave alone.
    anonymous: usize,
    anonymous_sums: SumsPiece,
    /// What several gave together.
    joint: SumsPiece,
}

/// A patron in the list.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "PatronEntry"))]
struct Entry<'a> {
    /// The name under which a letter's link finds it: the first of that letter.
    anchor: Option<String>,
    link: Option<Link<'a>>,
    kind: &'static str,
    region: Link<'a>,
    /// What it gave alone.
    sums: SumsPiece,
    joint: usize,
    projects: usize,
    sample: bool,
}

fn list<'a>(view: &View<'a>, n: usize) -> Patrons<'a> {
    let portal = view.portal;
    let order = view
        .sorted
        .patrons(portal, &view.language.locale, view.lang());
    let (part, pager) = view.part(Page::Patrons, order, n);
    let names = order.iter().map(|&patron| {
        portal
            .text(&portal.patrons[patron].record.name, view.lang())
            .text
    });
    let letters = letters(view, Page::Patrons, names);
    let anonymous: Vec<PatronId> = portal
        .patrons
        .iter()
        .filter(|(_, patron)| patron.is_anonymous())
        .map(|(index, _)| index)
        .collect();
    let theirs = anonymous.iter().flat_map(|&patron| {
        let sums = view.totals.patron(Some(patron));
        sums.delivered
            .contributions
            .iter()
            .chain(&sums.pledged.contributions)
            .copied()
    });
    let entry = |(nth, &patron): (usize, &PatronId)| {
        let piece = view.patron(patron);
        let of = &portal.patrons[patron];
        let joint = of
            .contributions
            .iter()
            .filter(|&&contribution| portal.contributions[contribution].is_joint())
            .count();
        Entry {
            anchor: letters
                .anchor((n - 1) * PAGE_LENGTH + nth)
                .map(str::to_owned),
            link: piece.link,
            kind: piece.kind,
            region: piece.region,
            sums: sums_piece(view.totals.patron(Some(patron))),
            joint,
            projects: view.indexes.patron(patron).len(),
            sample: piece.sample,
        }
    };
    Patrons {
        list: part.iter().enumerate().map(entry).collect(),
        pager,
        has_pledged: order
            .iter()
            .any(|&patron| !view.totals.patron(Some(patron)).pledged.is_empty()),
        filter: filter(view, LongList::Patrons, n),
        letters: letters.index,
        anonymous: anonymous.len(),
        anonymous_sums: sums_piece(&sum(portal, theirs)),
        joint: sums_piece(view.totals.patron(None)),
    }
}

pub(super) struct PatronKind(pub PatronId);

impl Kind for PatronKind {
    type Values<'a> = PatronPage<'a>;

    fn frame(&self) -> Frame {
        Frame::new("patron", "patrons", Some(Page::Patrons), Reach::Shared)
    }

    fn values<'a>(&self, view: &View<'a>, n: usize) -> PatronPage<'a> {
        context(view, self.0, n)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct PatronPage<'a> {
    id: &'a str,
    kind: &'static str,
    region: Link<'a>,
    since: Option<i16>,
    /// Address of its own site.
    website: Option<&'a str>,
    members: Option<u64>,
    cover: Placeholder<'a>,
    /// What it gave alone.
    sums: SumsPiece,
    /// What it gave together with others.
    joint: TotalPiece,
    by_year: BreakdownPiece<'a>,
    by_direction: BreakdownPiece<'a>,
    /// Contributions of its own, the newest first, then the joint ones.
    contributions: Vec<ContributionPiece<'a>>,
    joint_contributions: Vec<ContributionPiece<'a>>,
    awards: Vec<AwardPiece<'a>>,
    prose: Option<Prose<'a>>,
    list: Vec<ProjectPiece<'a>>,
    pager: Pager,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "PatronAward"))]
struct AwardPiece<'a> {
    link: Link<'a>,
    date: String,
    categories: Vec<Text<'a>>,
}

fn context<'a>(view: &View<'a>, patron: PatronId, n: usize) -> PatronPage<'a> {
    let portal = view.portal;
    let of = &portal.patrons[patron];
    let record = &of.record;
    let sums = of_patron(portal, patron);
    let at = Page::Patron(patron);
    let mut alone = contributions(portal, view.totals, at);
    let along = |axis| {
        let sums = breakdown(portal, alone.iter().copied(), axis);
        view.breakdown(&sums)
    };
    let by_year = sum_tables::with_file(view, at, Axis::Year, along(Axis::Year));
    let (by_year, by_direction) = (charted(view, by_year), along(Axis::Direction));
    alone.sort_by_key(|&contribution| std::cmp::Reverse(portal.contributions[contribution].date));
    let mut joint = sums.joint.clone();
    joint.sort_by_key(|&contribution| std::cmp::Reverse(portal.contributions[contribution].date));
    let (part, pager) = view.part(at, view.indexes.patron(patron), n);
    let awards = of.awards.iter().map(|&award| {
        let list = &portal.awards[award];
        let own = |recipient: &&Recipient| recipient.patron == patron;
        let categories = list
            .recipients
            .iter()
            .filter(own)
            .filter_map(|recipient| recipient.category);
        AwardPiece {
            link: super::award::link(view, award),
            date: list.record.date.to_string(),
            categories: categories
                .map(|category| view.text(&list.record.categories[category].name))
                .collect(),
        }
    });
    PatronPage {
        id: record.id.as_str(),
        kind: record.kind.word(),
        region: view.region(of.region),
        since: record.since,
        website: record.site.as_deref(),
        members: record.members,
        cover: placeholder::patron(view, patron),
        sums: sums_piece(&sums.alone),
        joint: total_piece(&sum(portal, joint.iter().copied()).delivered),
        by_year,
        by_direction,
        contributions: alone
            .iter()
            .map(|&contribution| view.contribution(contribution))
            .collect(),
        joint_contributions: joint
            .iter()
            .map(|&contribution| view.contribution(contribution))
            .collect(),
        awards: awards.collect(),
        prose: portrait(view, at, &of.portrait),
        list: view.project_pieces(part),
        pager,
    }
}
