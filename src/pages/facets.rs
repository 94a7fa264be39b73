//! Faceted search: what the two long lists, of projects and of patrons, are filtered and sorted by.
//!
//! The form on the page and the file beside it (`formats::list_json`) are made from the same facets, so that they
//! agree.
//!
//! An entry holds ids and figures, and its name only to sort it; a patron who is not named is in no list. Amounts are
//! compared with fixed round steps, so that no script has to compute them.

use std::borrow::Cow;
use std::collections::HashSet;

use serde::Serialize;

use super::view::{Link, Text, View};
use crate::model::contribution::ContributionStatus;
use crate::model::kind::{ObjectKindId, PatronId, ProjectId};
use crate::model::money::{Amount, Tenge};
use crate::model::patron::PatronKind;
use crate::model::write_up::ProjectStatus;
use crate::plan::Page;
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
            vec![portal.regions[of.region].record.id.as_str().into()],
            vec![portal.directions[of.direction].id.as_str().into()],
            family(view, of.object),
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

fn patron<'a>(view: &View<'a>, patron: PatronId) -> Entry<'a> {
    let portal = view.portal;
    let of = &portal.patrons[patron];
    let contributions = || of.contributions.iter().map(|&id| &portal.contributions[id]);
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
    let statuses = ContributionStatus::ALL.into_iter().filter(has);
    Entry {
        values: [
            vec![portal.regions[of.region].record.id.as_str().into()],
            directions,
            vec![of.record.kind.word().into()],
            statuses.map(|status| status.word().into()).collect(),
            years(delivered().map(|contribution| contribution.date.year())),
        ],
        amount: view.totals.patron(Some(patron)).delivered.shown(),
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

fn year_id(year: i16) -> String {
    format!("{year:04}")
}

/// A kind of object and the kinds above it.
fn family<'a>(view: &View<'a>, object: Option<ObjectKindId>) -> Vec<Cow<'a, str>> {
    let portal = view.portal;
    let family = object.into_iter();
    let family = family.flat_map(|object| portal.object_family(object));
    let ids = family.map(|kind| portal.objects[kind].record.id.as_str().into());
    ids.collect()
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

/// What a list's page needs for its filters.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Filter<'a> {
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
    /// Amounts in tenge that a reader can choose from.
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
pub(crate) fn filter<'a>(view: &View<'a>, list: LongList, n: usize) -> Filter<'a> {
    let portal = view.portal;
    let first = |values| if n == 1 { values } else { Vec::new() };
    Filter {
        list: match list {
            LongList::Projects => "projects",
            LongList::Patrons => "patrons",
        },
        url: view.url_of(&list.address(portal, view.lang())),
        edition: edition(view, list),
        first: view.url(list.page()),
        facets: if n == 1 {
            facets(view, list)
        } else {
            Vec::new()
        },
        steps: first(STEPS.to_vec()),
        orders: list.orders(),
        ways: Ways {
            regions: view.url(Page::Regions),
            years: view.url(Page::Years),
            objects: format!("{}#by-object", view.url(Page::Totals)),
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
            let choice = |&region| {
                let record = &portal.regions[region].record;
                Choice {
                    id: record.id.as_str().into(),
                    text: Some(view.text(&record.name)),
                    depth: 0,
                }
            };
            regions.iter().map(choice).collect()
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
            LongList::Patrons => ContributionStatus::ALL.map(|of| word(of.word())).into(),
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
