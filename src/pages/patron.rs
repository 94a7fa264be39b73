//! The list of patrons who may be named, and the page of one. Others have no page and no address.

use serde::Serialize;

use super::alphabet_index::{Letter, letters};
use super::amounts::{SumsPiece, TotalPiece, sums_piece, total_piece};
use super::award;
use super::breakdown::BreakdownPiece;
use super::cards::ProjectPiece;
use super::contributions_list::{ListPiece, ListSums};
use super::former_names::{self, FormerNamePiece};
use super::kind::{Frame, Kind, Reach};
use super::list_filter::{Filter, filter};
use super::newest;
use super::pager::{Pager, on_first};
use super::placeholder::{self, Placeholder};
use super::prose::{Prose, portrait};
use super::sum_tables::PageSums;
use super::view::{ContributionPiece, Link, Text, View};
use crate::model::award::Recipient;
use crate::model::axis::{Axis, Giver, Key};
use crate::model::index::ContributionId;
use crate::model::kind::{AwardId, PatronId};
use crate::plan::long_list::LongList;
use crate::plan::{Listed, PAGE_LENGTH, Page, Summed};
use crate::totals::{joint_of, sum};

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
    /// Where those contributions stand.
    anonymous_rows: Option<String>,
    /// What several gave together.
    joint: SumsPiece,
    /// The latest contribution of those who are not named, and of several together.
    as_of: Option<String>,
    joint_rows: Option<String>,
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
    /// What it gave together with others.
    joint: SumsPiece,
    projects: usize,
    /// Its latest contribution, alone or jointly; none of what is only promised.
    as_of: Option<String>,
    sample: bool,
}

fn list<'a>(view: &View<'a>, n: usize) -> Patrons<'a> {
    let portal = view.portal;
    let order = view
        .sorted
        .patrons(portal, &view.language.locale, view.lang());
    let (part, pager) = view.part(Page::Patrons, order, n);
    let initials = view
        .sorted
        .initials(portal, &view.language.locale, view.lang());
    let letters = letters(view, Page::Patrons, initials);
    let entry = |(nth, &patron): (usize, &PatronId)| {
        let piece = view.patron(patron);
        Entry {
            anchor: letters
                .anchor((n - 1) * PAGE_LENGTH + nth)
                .map(str::to_owned),
            link: piece.link,
            kind: piece.kind,
            region: piece.region,
            sums: sums_piece(view.totals.giver(Giver::Named(patron))),
            joint: sums_piece(&sum(portal, joint_of(portal, patron))),
            projects: view.indexes.patron(patron).len(),
            as_of: newest::of_patron(portal, &portal.patrons[patron]).map(|date| date.to_string()),
            sample: piece.sample,
        }
    };
    Patrons {
        list: part.iter().enumerate().map(entry).collect(),
        pager,
        has_pledged: !view.totals.named.pledged.is_empty(),
        filter: filter(view, LongList::Patrons, n),
        letters: letters.index,
        anonymous: portal.patrons.len() - order.len(),
        anonymous_sums: sums_piece(view.totals.giver(Giver::Anonymous)),
        anonymous_rows: view.list_url(Listed::Anonymous),
        joint: sums_piece(view.totals.giver(Giver::Joint)),
        as_of: [Giver::Anonymous, Giver::Joint]
            .map(|giver| &view.totals.giver(giver).delivered.contributions)
            .map(|list| newest::of_contributions(portal, list))
            .into_iter()
            .max()
            .flatten()
            .map(|date| date.to_string()),
        joint_rows: view.list_url(Listed::AllJoint),
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
    /// What it was called before, the latest first.
    former_names: Vec<FormerNamePiece<'a>>,
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
    /// What it promised together with others.
    joint_pledged: TotalPiece,
    /// Where the contributions of its own stand that make the sum.
    rows: Option<String>,
    by_year: BreakdownPiece<'a>,
    by_direction: BreakdownPiece<'a>,
    /// Contributions of its own, the newest first: all, or the newest few where the others have a page. Only on the first
    /// page.
    contributions: Vec<ContributionPiece<'a>>,
    /// Where all stand, if these are only the newest.
    all_contributions: Option<String>,
    /// The address of all of them as CSV; only on the first page.
    csv: Option<String>,
    /// Only on the first page.
    joint_contributions: Option<ListPiece<'a>>,
    /// Pledges that are not kept, alone or jointly, the newest first: they are in no sum. Only on the first page.
    unkept: Vec<ContributionPiece<'a>>,
    /// Only on the first page.
    awards: Vec<AwardPiece<'a>>,
    /// Only on the first page.
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
    /// The same as `date`.
    as_of: String,
}

fn context<'a>(view: &View<'a>, patron: PatronId, n: usize) -> PatronPage<'a> {
    let portal = view.portal;
    let of = &portal.patrons[patron];
    let record = &of.record;
    let sums = PageSums::new(view, Summed::Patron(patron), n);
    let at = Page::Patron(patron);
    let joint = ListSums::new(view, Listed::Joint(patron));
    let own: Vec<ContributionId> = sums.whole.contributions().collect();
    let all_contributions = view.list_page(Listed::Of(Summed::Patron(patron)), own.len());
    let (part, pager) = view.part(at, view.indexes.patron(patron), n);
    let award = |&award: &AwardId| {
        let list = &portal.awards[award];
        let own = |recipient: &&Recipient| recipient.patron == patron;
        let categories = list
            .recipients
            .iter()
            .filter(own)
            .filter_map(|recipient| recipient.category);
        AwardPiece {
            link: view.award(award),
            date: list.record.date.to_string(),
            categories: categories
                .map(|category| view.text(&list.record.categories[category].name))
                .collect(),
            as_of: list.record.date.to_string(),
        }
    };
    PatronPage {
        id: record.id.as_str(),
        kind: record.kind.word(),
        former_names: on_first(n, || former_names::of_patron(view, record)),
        region: view.region(of.region),
        since: record.since,
        website: record.site.as_deref(),
        members: record.members,
        cover: placeholder::patron(view, patron),
        sums: sums_piece(sums.whole),
        joint: total_piece(&joint.whole.delivered),
        joint_pledged: total_piece(&joint.whole.pledged),
        by_year: sums.charted(Axis::Year),
        by_direction: sums.table(Axis::Direction),
        rows: sums.rows_url(),
        contributions: on_first(n, || view.newest_of(&own, all_contributions.is_some())),
        all_contributions,
        csv: ListSums::new(view, Listed::Of(Summed::Patron(patron)))
            .csv()
            .filter(|_| n == 1),
        joint_contributions: on_first(n, || joint.piece()),
        unkept: on_first(n, || {
            view.contributions_newest_first(&view.counted_and_not(&of.contributions).1)
        }),
        awards: on_first(n, || {
            let awards = award::newest_first(view, of.awards.iter().copied());
            awards.iter().map(award).collect()
        }),
        prose: on_first(n, || portrait(view, at, &of.portrait)),
        list: view.project_pieces_of(part, Key::Patron(Giver::Named(patron))),
        pager,
    }
}
