//! The filter of a long list: what its page offers to choose from, and where the same is without a script.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::Serialize;

use super::facets::{Facet, STEPS, district_id, entries, year_id};
use super::pager::on_first;
use super::view::{Link, Text, View};
use crate::locale::without_kind_of_place;
use crate::model::contribution::ContributionStatus;
use crate::model::index::DistrictId;
use crate::model::kind::{ObjectKindId, RegionId};
use crate::model::money::Tenge;
use crate::model::patron::PatronKind;
use crate::model::write_up::ProjectStatus;
use crate::plan::Page;
use crate::plan::long_list::LongList;

/// What a list's page needs for its filters.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Filter<'a> {
    /// `projects` or `patrons`.
    list: &'static str,
    /// The file with all entries and what each is filtered by.
    url: String,
    /// The address of the first page.
    first: String,
    /// Only on the first page.
    facets: Vec<FacetPiece<'a>>,
    /// Amounts in tenge that a reader can choose from; only on the first page.
    steps: Vec<Tenge>,
    /// The statuses of projects, or the kinds of patrons, of which an entry has one; only on the first page.
    words: Vec<&'static str>,
    /// `date`, `amount` and `name`, the order of the list itself first.
    orders: [&'static str; 3],
    /// Where the same is without a script.
    ways: Ways<'a>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct FacetPiece<'a> {
    name: &'static str,
    choices: Vec<Choice<'a>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Choice<'a> {
    id: Cow<'a, str>,
    /// None where the interface has a word for the id.
    text: Option<Text<'a>>,
    /// How many kinds are above it.
    depth: usize,
    /// How many entries of the whole list have it.
    count: usize,
    /// The region of a district, at its first one.
    region: Option<Text<'a>>,
}

impl<'a> Choice<'a> {
    /// A choice whose entries are not counted yet.
    fn new(id: impl Into<Cow<'a, str>>, text: Option<Text<'a>>) -> Choice<'a> {
        Choice {
            id: id.into(),
            text,
            depth: 0,
            count: 0,
            region: None,
        }
    }
}

/// The pages that divide a list.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Ways<'a> {
    regions: String,
    years: String,
    objects: String,
    directions: Vec<Link<'a>>,
}

/// The filter of a page of a list.
pub(super) fn filter<'a>(view: &View<'a>, list: LongList, n: usize) -> Filter<'a> {
    let portal = view.portal;
    Filter {
        list: match list {
            LongList::Projects => "projects",
            LongList::Patrons => "patrons",
        },
        url: view.url_of(&list.address(portal, view.lang())),
        first: view.url(list.page()),
        facets: on_first(n, || facets(view, list)),
        steps: on_first(n, || STEPS.to_vec()),
        words: on_first(n, || match list {
            LongList::Projects => ProjectStatus::ALL.map(ProjectStatus::word).to_vec(),
            LongList::Patrons => PatronKind::ALL.map(PatronKind::word).to_vec(),
        }),
        orders: list.orders(),
        ways: ways(view),
    }
}

/// The pages that divide all records.
pub(super) fn ways<'a>(view: &View<'a>) -> Ways<'a> {
    let directions = view.portal.directions.indices();
    Ways {
        regions: view.url(Page::Regions),
        years: view.url(Page::Years),
        objects: view.url(Page::Objects),
        directions: directions
            .map(|direction| view.direction(direction))
            .collect(),
    }
}

/// The facets that tell some entries of a list from others, each with the choices that some entry has.
fn facets<'a>(view: &View<'a>, list: LongList) -> Vec<FacetPiece<'a>> {
    let portal = view.portal;
    let entries = entries(view, list);
    let mut counts: [HashMap<&str, usize>; Facet::ALL.len()] = Default::default();
    for entry in &entries {
        for (counts, values) in counts.iter_mut().zip(entry) {
            for value in values {
                *counts.entry(value).or_default() += 1;
            }
        }
    }
    let word = |id: &'static str| Choice::new(id, None);
    let regions = view.regions_in_order();
    let all = Facet::ALL.map(|facet| match facet {
        Facet::Region => {
            let choice = |&region| {
                let record = &portal.regions[region].record;
                Choice::new(record.id.as_str(), Some(view.text(&record.name)))
            };
            regions.iter().map(choice).collect()
        }
        Facet::District => match list {
            LongList::Projects => {
                let of = |&region| districts(view, region, &counts[Facet::District as usize]);
                regions.iter().flat_map(of).collect()
            }
            LongList::Patrons => Vec::new(),
        },
        Facet::Direction => {
            let choice = |direction| {
                let of = &portal.directions[direction];
                Choice::new(of.id.as_str(), Some(view.text(&of.name)))
            };
            portal.directions.indices().map(choice).collect()
        }
        Facet::Kind => match list {
            LongList::Projects => kinds(view),
            LongList::Patrons => PatronKind::ALL.map(|kind| word(kind.word())).into(),
        },
        Facet::Status => match list {
            LongList::Projects => ProjectStatus::ALL.map(|of| word(of.word())).into(),
            LongList::Patrons => ContributionStatus::COUNTED.map(|of| word(of.word())).into(),
        },
        Facet::Year => {
            let choice = |year: i16| {
                let id = year_id(year);
                let text = Text {
                    text: id.clone().into(),
                    lang: None,
                };
                Choice::new(id, Some(text))
            };
            view.indexes
                .years()
                .rev()
                .map(choice)
                .collect::<Vec<Choice<'a>>>()
        }
    });
    let named = Facet::ALL.into_iter().zip(all).zip(&counts);
    named
        .map(|((facet, mut choices), counts)| {
            for choice in &mut choices {
                choice.count = counts.get(&*choice.id).copied().unwrap_or(0);
            }
            choices.retain(|choice| choice.count > 0);
            (facet, choices)
        })
        .filter(|(facet, choices)| choices.len() > usize::from(*facet != Facet::District))
        .map(|(facet, choices)| FacetPiece {
            name: facet.word(),
            choices,
        })
        .collect()
}

/// The districts of a region that some entry has, by name.
fn districts<'a>(
    view: &View<'a>,
    region: RegionId,
    counts: &HashMap<&str, usize>,
) -> Vec<Choice<'a>> {
    let of = &view.portal.regions[region];
    let mut choices: Vec<Choice<'a>> = districts_in_order(view, region)
        .into_iter()
        .map(|district| {
            let name = view.text(&of.district(district).name);
            Choice::new(district_id(view, region, district), Some(name))
        })
        .filter(|choice| counts.contains_key(&*choice.id))
        .collect();
    if let Some(first) = choices.first_mut() {
        first.region = Some(view.text(&of.record.name));
    }
    choices
}

/// The districts of a region that have pages, by name.
pub(crate) fn districts_in_order(view: &View<'_>, region: RegionId) -> Vec<DistrictId> {
    let of = &view.portal.regions[region];
    let mut districts: Vec<DistrictId> = view.indexes.districts_of(region).collect();
    districts.sort_by_cached_key(|&district| {
        let name = view.text(&of.district(district).name);
        let locale = &view.language.locale;
        locale.sort_key(without_kind_of_place(&name.text))
    });
    districts
}

/// Kinds of objects as choices.
fn kinds<'a>(view: &View<'a>) -> Vec<Choice<'a>> {
    let kinds = kinds_in_order(view).into_iter();
    kinds
        .map(|(object, depth)| {
            let record = &view.portal.objects[object].record;
            Choice {
                depth,
                ..Choice::new(record.id.as_str(), Some(view.text(&record.name)))
            }
        })
        .collect()
}

/// Kinds of objects by name, each followed by the kinds below it, and how many are above it.
pub(crate) fn kinds_in_order(view: &View<'_>) -> Vec<(ObjectKindId, usize)> {
    let portal = view.portal;
    let name = |object: &ObjectKindId| {
        let name = &portal.objects[*object].record.name;
        portal.text(name, view.lang()).text
    };
    let by_name = |mut objects: Vec<ObjectKindId>| {
        objects.sort_by(|a, b| view.language.locale.compare(name(b), name(a)));
        objects
    };
    let roots = portal
        .objects
        .indices()
        .filter(|&object| portal.objects[object].parent.is_none());
    // The last of the waiting ones is the next, so they wait in reverse.
    let mut waiting: Vec<(ObjectKindId, usize)> = by_name(roots.collect())
        .into_iter()
        .map(|object| (object, 0))
        .collect();
    let mut all = Vec::new();
    while let Some((object, depth)) = waiting.pop() {
        all.push((object, depth));
        let children = by_name(portal.objects[object].children.clone());
        waiting.extend(children.into_iter().map(|child| (child, depth + 1)));
    }
    all
}
