//! Structured data: what a page is about, for machines, in the words of schema.org and as JSON-LD.
//!
//! A thing has one name (`@id`) in all languages, so that what its pages say of it comes together. Who may not be named
//! is in nothing of it. A thing that is invented says so. Only what is true of the whole is said: a project's grant is the
//! exact sum of what was delivered, and its funders are some of those who may be named.

mod dataset;
mod portal;
mod thing;

use self::dataset::open_data;
use self::portal::{publisher, site, url};
use self::thing::{Giver, Graph, Known, Reference, Thing};
use super::alternates::original;
use super::message_ids::MessageId;
use super::share_picture::share_picture;
use super::titles::title_of;
use super::view::View;
use crate::model::kind::{NewsId, PatronId, ProjectId};
use crate::model::lang::Localised;
use crate::model::patron::PatronKind;
use crate::plan::Page;
use crate::totals::sum;

/// How many funders of a project are named: its page names all.
const FUNDERS: usize = 5;

/// The data of the n-th part of a page that stands below others, the nearest first, and is described in a sentence: safe
/// within a script element. None if there is nothing to say.
pub(super) fn structured_data(
    view: &View<'_>,
    (page, n): (Page, usize),
    above: &[Page],
    description: &str,
) -> Option<String> {
    let mut things = Vec::new();
    if n == 1 {
        things.extend(thing(view, page, description));
    }
    if !above.is_empty() {
        things.push(breadcrumbs(view, page, above));
    }
    if things.is_empty() {
        return None;
    }
    let graph = Graph {
        context: "https://schema.org",
        things,
    };
    let json = serde_json::to_string(&graph).ok()?;
    Some(inert(&json))
}

/// JSON that ends no script element and begins no comment in one. The signs stand in texts only, where JSON may write them
/// so.
fn inert(json: &str) -> String {
    let mut inert = String::with_capacity(json.len());
    for letter in json.chars() {
        match letter {
            '<' => inert.push_str("\\u003c"),
            '>' => inert.push_str("\\u003e"),
            '&' => inert.push_str("\\u0026"),
            _ => inert.push(letter),
        }
    }
    inert
}

/// What a page is about.
fn thing<'a>(view: &View<'a>, page: Page, description: &str) -> Option<Thing<'a>> {
    match page {
        Page::Project(project) => Some(of_project(view, project)),
        Page::Patron(patron) => Some(of_patron(view, patron)),
        Page::News(news) => Some(of_news(view, news)),
        Page::Home => Some(site(view, description)),
        Page::Data(_) => Some(Thing::Dataset(open_data(view, page, description))),
        _ => None,
    }
}

fn breadcrumbs<'a>(view: &View<'a>, page: Page, above: &[Page]) -> Thing<'a> {
    let way = above.iter().rev().map(|&above| (above, true));
    // The page itself stands in no way that has two steps without it.
    let own = (above.len() < 2).then_some((page, false));
    let way = way.chain(own).enumerate();
    let step = |(nth, (page, is_above)): (usize, (Page, bool))| Thing::ListItem {
        position: nth + 1,
        name: match page {
            Page::Home => view.word(MessageId::NavHome),
            _ => title_of(view, page).text.into_owned(),
        },
        item: is_above.then(|| url(view, page)),
    };
    Thing::BreadcrumbList {
        item_list_element: way.map(step).collect(),
    }
}

fn of_project<'a>(view: &View<'a>, project: ProjectId) -> Thing<'a> {
    let portal = view.portal;
    let of = &portal.projects[project];
    let delivered = sum(portal, of.contributions.iter().copied()).delivered;
    let mut patrons: Vec<PatronId> = Vec::new();
    for &contribution in &delivered.contributions {
        let givers = portal.contributions[contribution].patrons.iter();
        let named = givers.filter(|&&giver| !portal.patrons[giver].is_anonymous());
        patrons.extend(named);
    }
    patrons.sort_unstable();
    patrons.dedup();
    let reference = |&patron: &PatronId| Reference {
        id: id(view, Page::Patron(patron)),
    };
    let amount = delivered.shown().known();
    Thing::Project {
        known: Known {
            url: None,
            ..known(view, Page::Project(project), of.text.sample)
        },
        location: Box::new(Thing::Place {
            // One region would have the points of many projects.
            name: match (of.district, of.location) {
                (Some(district), _) => view.district(of.region, district).text,
                (None, Some(_)) => title_of(view, Page::Project(project)).text,
                (None, None) => view.region_at(of.region, of.shown_day()).text,
            }
            .into_owned(),
            geo: of.location.map(|location| {
                Box::new(Thing::GeoCoordinates {
                    latitude: location.latitude,
                    longitude: location.longitude,
                })
            }),
        }),
        funder: patrons.iter().take(FUNDERS).map(reference).collect(),
        funding: amount.map(|value| {
            let currency = "KZT";
            let amount = Box::new(Thing::MonetaryAmount { currency, value });
            Box::new(Thing::MonetaryGrant { amount })
        }),
    }
}

fn of_patron<'a>(view: &View<'a>, patron: PatronId) -> Thing<'a> {
    let record = &view.portal.patrons[patron].record;
    let former = record.former_names.iter();
    let name = |name: &'a Localised| view.text(name).text.into_owned();
    let giver = Giver {
        known: known(view, Page::Patron(patron), record.sample),
        alternate_name: former.map(|of| name(&of.name)).collect(),
        same_as: record.site.as_deref(),
    };
    match record.kind {
        PatronKind::Person => Thing::Person(giver),
        PatronKind::Company | PatronKind::Fund | PatronKind::Association | PatronKind::Group => {
            Thing::Organization(giver)
        }
    }
}

fn of_news<'a>(view: &View<'a>, news: NewsId) -> Thing<'a> {
    let of = &view.portal.news[news];
    let page = Page::News(news);
    let title = || view.title(&of.text).text.into_owned();
    let date = of.date.to_string();
    let event = |place: &'a Localised| Thing::Event {
        name: title(),
        start_date: date.clone(),
        location: Box::new(Thing::Place {
            name: view.text(place).text.into_owned(),
            geo: None,
        }),
    };
    Thing::NewsArticle {
        headline: title(),
        url: url(view, page),
        date_published: date.clone(),
        in_language: view.lang().code(),
        image: share_picture(view, page).map(|picture| picture.url),
        publisher: Box::new(publisher(view)),
        about: of.place.as_ref().map(|place| Box::new(event(place))),
        disambiguating_description: invented(view, of.text.sample),
    }
}

fn known(view: &View<'_>, page: Page, sample: bool) -> Known {
    Known {
        id: id(view, page),
        name: title_of(view, page).text.into_owned(),
        url: Some(url(view, page)),
        disambiguating_description: invented(view, sample),
    }
}

fn invented(view: &View<'_>, sample: bool) -> Option<String> {
    sample.then(|| view.word(MessageId::SampleBadge))
}

/// The name of what a page is about, in every language the same.
fn id(view: &View<'_>, page: Page) -> String {
    let lang = original(view.portal, page);
    view.absolute(&page.address(view.portal, lang)) + "#this"
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn no_text_ends_the_script() {
        let text = "</script><!-- & \u{2028}";
        let json = inert(&serde_json::to_string(text).unwrap());
        assert!(!json.contains(['<', '>', '&']), "{json}");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
