//! Faceted search: what the two long lists, of projects and of patrons, are filtered and sorted by.
//!
//! The form on the page (`list_filter`) and the file beside it (`formats::list_json`) are made from the same facets, so
//! that they agree.
//!
//! An entry is the ids that it is found by; a patron who is not named is in no list. Amounts are chosen from fixed round
//! steps.

use std::borrow::Cow;

use super::view::View;
use crate::model::contribution::ContributionStatus;
use crate::model::index::DistrictId;
use crate::model::kind::{PatronId, ProjectId, RegionId};
use crate::model::money::Tenge;
use crate::plan::long_list::LongList;

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

/// The ids of an entry in each facet, in the order of [`Facet::ALL`]: those of the pages on which a reader would look for
/// it.
pub(crate) type Values<'a> = [Vec<Cow<'a, str>>; Facet::ALL.len()];

/// A facet: a property that entries are filtered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Facet {
    Region,
    /// Of a project; within its region.
    District,
    Direction,
    /// Of the object, or of the patron.
    Kind,
    Status,
    Year,
}

impl Facet {
    pub(crate) const ALL: [Facet; 6] = [
        Facet::Region,
        Facet::District,
        Facet::Direction,
        Facet::Kind,
        Facet::Status,
        Facet::Year,
    ];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Facet::Region => "region",
            Facet::District => "district",
            Facet::Direction => "direction",
            Facet::Kind => "kind",
            Facet::Status => "status",
            Facet::Year => "year",
        }
    }
}

/// What the entries of a list are found by, in the order of its pages.
pub(super) fn entries<'a>(view: &View<'a>, list: LongList) -> Vec<Values<'a>> {
    match list {
        LongList::Projects => {
            let all = view.portal.projects.indices();
            all.map(|id| project_values(view, id)).collect()
        }
        LongList::Patrons => {
            let all = patrons(view).iter();
            all.map(|&id| patron_values(view, id)).collect()
        }
    }
}

/// The patrons that may be named, in the order of their list.
pub(crate) fn patrons<'a>(view: &View<'a>) -> &'a [PatronId] {
    view.sorted
        .patrons(view.portal, &view.language.locale, view.lang())
}

/// What a project is found by.
pub(super) fn project_values<'a>(view: &View<'a>, project: ProjectId) -> Values<'a> {
    let portal = view.portal;
    let of = &portal.projects[project];
    let contributions = of.contributions.iter().map(|&id| &portal.contributions[id]);
    let delivered =
        contributions.filter(|contribution| contribution.status == ContributionStatus::Delivered);
    let district = of.district.into_iter();
    [
        vec![portal.regions[of.region].record.id.as_str().into()],
        district
            .map(|district| district_id(view, of.region, district).into())
            .collect(),
        vec![portal.directions[of.direction].id.as_str().into()],
        view.kinds_of(of.object).map(Cow::from).collect(),
        vec![of.status.word().into()],
        years(delivered.map(|contribution| contribution.date.year())),
    ]
}

/// The id of a district as a value of its facet: its own is only unique in its region.
pub(super) fn district_id(view: &View<'_>, region: RegionId, district: DistrictId) -> String {
    let region = &view.portal.regions[region];
    format!("{}/{}", region.record.id, region.district(district).id)
}

/// What a patron who may be named is found by.
pub(super) fn patron_values<'a>(view: &View<'a>, patron: PatronId) -> Values<'a> {
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
    [
        vec![portal.regions[of.region].record.id.as_str().into()],
        Vec::new(),
        directions,
        vec![of.record.kind.word().into()],
        statuses.map(|status| status.word().into()).collect(),
        years(delivered().map(|contribution| contribution.date.year())),
    ]
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
