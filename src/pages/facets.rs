//! Faceted search: what the two long lists, of projects and of patrons, are filtered and sorted by.
//!
//! The form on the page (`list_filter`) and the file beside it (`formats::list_json`) are made from the same facets, so
//! that they agree.
//!
//! An entry holds ids and figures, and its name only to sort it; a patron who is not named is in no list. Amounts are
//! compared with fixed round steps, so that no script has to compute them.

use std::borrow::Cow;

use super::view::View;
use crate::model::axis::Giver;
use crate::model::contribution::ContributionStatus;
use crate::model::index::DistrictId;
use crate::model::kind::{PatronId, ProjectId, RegionId};
use crate::model::money::{Amount, Tenge};
use crate::model::write_up::Project;
use crate::plan::long_list::LongList;
use crate::totals::sum;

/// The steps that amounts are filtered by, in tenge. They do not depend on the records, so that an amount that changes
/// does not change the pages of other records.
pub(crate) const STEPS: [Tenge; 8] = [
    Tenge(1_000_000),
    Tenge(5_000_000),
    Tenge(10_000_000),
    Tenge(50_000_000),
    Tenge(100_000_000),
    Tenge(500_000_000),
    Tenge(1_000_000_000),
    Tenge(10_000_000_000),
];

/// What one entry is filtered by.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    /// Ids of each facet, in the order of [`Facet::ALL`]: those of the pages on which a reader would look for it.
    pub values: [Vec<Cow<'a, str>>; 5],
    /// What was delivered.
    pub amount: Amount,
    /// The day or month or year that it is ordered by, as it is written.
    pub date: Option<String>,
    pub name: Cow<'a, str>,
}

/// A facet: a property that entries are filtered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Facet {
    Region,
    Direction,
    /// Of the object, or of the patron.
    Kind,
    Status,
    Year,
}

impl Facet {
    pub(crate) const ALL: [Facet; 5] = [
        Facet::Region,
        Facet::Direction,
        Facet::Kind,
        Facet::Status,
        Facet::Year,
    ];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Facet::Region => "region",
            Facet::Direction => "direction",
            Facet::Kind => "kind",
            Facet::Status => "status",
            Facet::Year => "year",
        }
    }
}

/// The entries of a list, in the order of its pages.
pub(crate) fn entries<'a>(view: &View<'a>, list: LongList) -> Vec<Entry<'a>> {
    match list {
        LongList::Projects => {
            let all = view.portal.projects.indices();
            all.map(|id| project(view, id)).collect()
        }
        LongList::Patrons => {
            let all = patrons(view).iter();
            all.map(|&id| patron(view, id)).collect()
        }
    }
}

fn patrons<'a>(view: &View<'a>) -> &'a [PatronId] {
    view.sorted
        .patrons(view.portal, &view.language.locale, view.lang())
}

fn project<'a>(view: &View<'a>, project: ProjectId) -> Entry<'a> {
    let portal = view.portal;
    let of = &portal.projects[project];
    let contributions = of.contributions.iter().map(|&id| &portal.contributions[id]);
    let delivered =
        contributions.filter(|contribution| contribution.status == ContributionStatus::Delivered);
    let title = of.text.title(view.lang(), &portal.site.fallback);
    Entry {
        values: [
            places(view, of),
            vec![portal.directions[of.direction].id.as_str().into()],
            view.kinds_of(of.object).map(Cow::from).collect(),
            vec![of.status.word().into()],
            years(delivered.map(|contribution| contribution.date.year())),
        ],
        amount: sum(portal, of.contributions.iter().copied())
            .delivered
            .shown(),
        date: of.sorted_by.map(|date| date.to_string()),
        name: title.text.into(),
    }
}

/// The region of a project, and its district.
fn places<'a>(view: &View<'a>, project: &'a Project) -> Vec<Cow<'a, str>> {
    let region = project.region;
    let id = view.portal.regions[region].record.id.as_str();
    let district = project.district;
    let district = district.map(|district| district_id(view, region, district).into());
    std::iter::once(id.into()).chain(district).collect()
}

/// The id of a district as a value of the facet of regions: its own is only unique in its region.
pub(super) fn district_id(view: &View<'_>, region: RegionId, district: DistrictId) -> String {
    let region = &view.portal.regions[region];
    format!("{}/{}", region.record.id, region.district(district).id)
}

fn patron<'a>(view: &View<'a>, patron: PatronId) -> Entry<'a> {
    let portal = view.portal;
    let of = &portal.patrons[patron];
    let contributions = || {
        let all = of.contributions.iter().map(|&id| &portal.contributions[id]);
        all.filter(|contribution| contribution.is_counted())
    };
    let delivered = || {
        contributions().filter(|contribution| contribution.status == ContributionStatus::Delivered)
    };
    let mut directions: Vec<Cow<'a, str>> = contributions()
        .map(|contribution| portal.directions[contribution.direction].id.as_str().into())
        .collect();
    directions.sort_unstable();
    directions.dedup();
    let has = |status: &ContributionStatus| {
        contributions().any(|contribution| contribution.status == *status)
    };
    let statuses = ContributionStatus::COUNTED.into_iter().filter(has);
    Entry {
        values: [
            vec![portal.regions[of.region].record.id.as_str().into()],
            directions,
            vec![of.record.kind.word().into()],
            statuses.map(|status| status.word().into()).collect(),
            years(delivered().map(|contribution| contribution.date.year())),
        ],
        amount: view.totals.giver(Giver::Named(patron)).delivered.shown(),
        date: contributions()
            .map(|contribution| contribution.date)
            .max()
            .map(|date| date.to_string()),
        name: portal.text(&of.record.name, view.lang()).text.into(),
    }
}

fn years<'a>(years: impl Iterator<Item = i16>) -> Vec<Cow<'a, str>> {
    let mut years: Vec<i16> = years.collect();
    years.sort_unstable();
    years.dedup();
    years.iter().map(|&year| year_id(year).into()).collect()
}

/// The id of a year as a value of a facet.
pub(super) fn year_id(year: i16) -> String {
    format!("{year:04}")
}

/// The fingerprint of a list in the order of its pages: changes when an entry comes, goes or moves, and only then.
pub(crate) fn edition<'a>(view: &View<'a>, list: LongList) -> &'a str {
    view.sorted.edition(list, || {
        let mut digest = blake3::Hasher::new();
        let mut add = |id: &str| {
            digest.update(id.as_bytes()).update(b"\n");
        };
        match list {
            LongList::Projects => {
                let projects = view.portal.projects.iter();
                projects.for_each(|(_, project)| add(project.text.id.as_str()));
            }
            LongList::Patrons => {
                let patrons = patrons(view).iter();
                patrons.for_each(|&id| add(view.portal.patrons[id].record.id.as_str()));
            }
        }
        digest.finalize().to_hex()[..12].to_owned()
    })
}
