//! The filter of a long list: what its page offers to choose from, and where the same is without a script.

use std::borrow::Cow;
use std::collections::HashSet;

use serde::Serialize;

use super::facets::{Facet, STEPS, district_id, edition, entries, year_id};
use super::pager::on_first;
use super::view::{Link, Text, View};
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
    /// The file with what each entry is filtered by.
    url: String,
    /// The fingerprint by which a script sees whether the file and a page are of the same list.
    edition: &'a str,
    /// The address of the first page.
    first: String,
    /// Only on the first page.
    facets: Vec<FacetPiece<'a>>,
    /// Amounts in tenge that a reader can choose from; only on the first page.
    steps: Vec<Tenge>,
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
}

/// The pages that divide a list.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Ways<'a> {
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
        edition: edition(view, list),
        first: view.url(list.page()),
        facets: on_first(n, || facets(view, list)),
        steps: on_first(n, || STEPS.to_vec()),
        orders: list.orders(),
        ways: Ways {
            regions: view.url(Page::Regions),
            years: view.url(Page::Years),
            objects: view.url(Page::Objects),
            directions: portal
                .directions
                .indices()
                .map(|direction| view.direction(direction))
                .collect(),
        },
    }
}

/// The facets that tell some entries of a list from others, each with the choices that some entry has.
fn facets<'a>(view: &View<'a>, list: LongList) -> Vec<FacetPiece<'a>> {
    let portal = view.portal;
    let entries = entries(view, list);
    let mut used: [HashSet<&str>; 5] = Default::default();
    for entry in &entries {
        for (used, values) in used.iter_mut().zip(&entry.values) {
            used.extend(values.iter().map(|value| &**value));
        }
    }
    let word = |id: &'static str| Choice {
        id: id.into(),
        text: None,
        depth: 0,
    };
    let all = Facet::ALL.map(|facet| match facet {
        Facet::Region => {
            let regions = view
                .sorted
                .regions(portal, &view.language.locale, view.lang());
            let choices = |&region| {
                let record = &portal.regions[region].record;
                let choice = Choice {
                    id: record.id.as_str().into(),
                    text: Some(view.text(&record.name)),
                    depth: 0,
                };
                let districts = match list {
                    LongList::Projects => districts(view, region),
                    LongList::Patrons => Vec::new(),
                };
                std::iter::once(choice).chain(districts)
            };
            regions.iter().flat_map(choices).collect()
        }
        Facet::Direction => {
            let choice = |direction| {
                let of = &portal.directions[direction];
                Choice {
                    id: of.id.as_str().into(),
                    text: Some(view.text(&of.name)),
                    depth: 0,
                }
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
                Choice {
                    text: Some(Text {
                        text: id.clone().into(),
                        lang: None,
                    }),
                    id: id.into(),
                    depth: 0,
                }
            };
            view.indexes
                .years()
                .rev()
                .map(choice)
                .collect::<Vec<Choice<'a>>>()
        }
    });
    let named = Facet::ALL.into_iter().zip(all).zip(&used);
    named
        .map(|((facet, mut choices), used)| {
            choices.retain(|choice| used.contains(&*choice.id));
            FacetPiece {
                name: facet.word(),
                choices,
            }
        })
        .filter(|facet| facet.choices.len() > 1)
        .collect()
}

/// The districts of a region of which anything is known, by name.
fn districts<'a>(view: &View<'a>, region: RegionId) -> Vec<Choice<'a>> {
    let name = |district: &DistrictId| {
        let name = &view.portal.regions[region].district(*district).name;
        view.portal.text(name, view.lang()).text
    };
    let mut districts: Vec<DistrictId> = view.indexes.districts_of(region).collect();
    districts.sort_by(|a, b| view.language.locale.compare(name(a), name(b)));
    let choice = |district: DistrictId| Choice {
        id: district_id(view, region, district).into(),
        text: Some(view.text(&view.portal.regions[region].district(district).name)),
        depth: 1,
    };
    districts.into_iter().map(choice).collect()
}

/// Kinds of objects by name, each followed by the kinds below it.
fn kinds<'a>(view: &View<'a>) -> Vec<Choice<'a>> {
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
    let mut choices = Vec::new();
    while let Some((object, depth)) = waiting.pop() {
        let of = &portal.objects[object];
        choices.push(Choice {
            id: of.record.id.as_str().into(),
            text: Some(view.text(&of.record.name)),
            depth,
        });
        let children = by_name(of.children.clone());
        waiting.extend(children.into_iter().map(|child| (child, depth + 1)));
    }
    choices
}
