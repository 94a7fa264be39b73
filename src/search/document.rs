//! What the search knows of a page: by which words it is found, each by where it stands.

use std::borrow::Cow;
use std::cmp::Reverse;

use crate::locale::{without_kind_of_place, without_legal_form};
use crate::model::lang::{Lang, Localised};
use crate::model::links::LinkedProse;
use crate::model::money::Tenge;
use crate::model::patron::PatronKind;
use crate::model::row::{RowText, RowTitle};
use crate::pages::title_of;
use crate::pages::view::View;
use crate::plan::Page;
use crate::plan::search::FoundKind;
use crate::totals::sum;

use super::fold;
use super::plain_text::plain_text;

/// Where a word stands on a page, the most telling place first: a bit of the mask that the index has for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// It is the whole title of a page that has a title without any word of what kind of place or body it is: the city of Almaty
    /// is also called so, Almaty Region is not.
    Alone,
    /// It is the whole title, in any language, but for such a word.
    Whole,
    /// In its title, in any language.
    Title,
    /// In another name of it, or in its id.
    Name,
    /// In the name of what it belongs to: a region, a direction, who gave.
    Place,
    /// In its summary or its text in a language.
    Text(Lang),
}

impl Field {
    /// Its bit.
    pub(super) fn bit(self) -> u8 {
        match self {
            Field::Alone => ALONE | WHOLE,
            Field::Whole => WHOLE,
            Field::Title => 1,
            Field::Name => 2,
            Field::Place => 4,
            Field::Text(lang) => 8 << (lang as u8),
        }
    }
}

/// No bit of a mask: who has it has the first two, which else never stand together.
const WHOLE: u8 = 64;

/// Nor is this: who has it has the first three.
const ALONE: u8 = 128;

/// What a city is called, in all languages: «Город Алматы» is Almaty in English.
const CITY: [&str; 3] = ["қаласы", "город", "city"];

/// The mask of a word by all places in which it stands: of title and name the title alone tells, and both bits tell that the word is
/// the whole title, with that of a place that the title has no other words.
pub(super) fn mask(places: u8) -> u8 {
    let [title, name, place] = [Field::Title, Field::Name, Field::Place].map(Field::bit);
    let in_texts = places & !(ALONE | WHOLE | title | name | place);
    if places & ALONE != 0 {
        in_texts | title | name | place
    } else if places & WHOLE != 0 {
        in_texts | title | name
    } else if places & title != 0 {
        places & !name
    } else {
        places
    }
}

/// The pages that the search finds, in the order of the index: by kind, then those with more money, then the newer.
pub(super) fn pages(view: &View<'_>) -> Vec<Page> {
    let found = view.routes.pages_in(view.lang());
    let mut found: Vec<(FoundKind, Page)> = found
        .filter_map(|page| Some((FoundKind::of(page)?, page)))
        .collect();
    found.sort_by_cached_key(|&(kind, page)| {
        let (delivered, day) = weight(view, page);
        let address = page.address(view.portal, view.lang());
        (kind, Reverse(delivered), Reverse(day), address)
    });
    found.into_iter().map(|(_, page)| page).collect()
}

/// What was delivered to what a page is about, and its day.
fn weight(view: &View<'_>, page: Page) -> (Tenge, Option<String>) {
    let portal = view.portal;
    let delivered = match (page, page.summed()) {
        (Page::Project(project), _) => {
            let of = portal.projects[project].contributions.iter().copied();
            sum(portal, of).delivered.amount
        }
        (_, Some(summed)) => summed.sums(view.totals).delivered.amount,
        (_, None) => Tenge::ZERO,
    };
    let day = match page {
        Page::Project(project) => portal.projects[project].sorted_by,
        Page::News(news) => Some(portal.news[news].date),
        Page::Award(award) => Some(portal.awards[award].record.date),
        _ => None,
    };
    (delivered, day.map(|day| day.to_string()))
}

/// Gives every text by which a page is found, and where it stands: `views` are of all languages of the site.
pub(super) fn texts_of(views: &[View<'_>], page: Page, mut give: impl FnMut(Field, &str)) {
    let Some(view) = views.first() else {
        return;
    };
    let titles = titles_of(views, page);
    let whole = match titles.iter().any(|title| bare(view, page, title) == title) {
        true => Field::Alone,
        false => Field::Whole,
    };
    for title in &titles {
        give(Field::Title, title);
        let mut words = fold::words(bare(view, page, title));
        words.retain(|word| !fold::is_idle(word));
        if let [word] = words.as_slice() {
            give(whole, word);
        }
    }
    if is_city(page, &titles) {
        CITY.iter().for_each(|word| give(Field::Name, word));
    }
    if let Some(list) = list_of(page) {
        for view in views {
            give(Field::Place, &title_of(view, list).text);
        }
    }
    names_of(view, page, &mut give);
    places_of(view, page, &mut give);
    for view in views {
        let lang = view.lang();
        if let Some(summary) = summary_in(view, page, lang) {
            give(Field::Text(lang), &summary);
        }
        if let Some(text) = text_in(view, page, lang) {
            give(Field::Text(lang), &text);
        }
    }
}

/// The titles of a page in every language that it has one in.
fn titles_of(views: &[View<'_>], page: Page) -> Vec<String> {
    let named = |name: &Localised| name.iter().map(|(_, name)| name.to_owned()).collect();
    let Some(view) = views.first() else {
        return Vec::new();
    };
    let portal = view.portal;
    let record = page.record().map(|record| portal.row(record).title());
    match (record, page) {
        (Some(RowTitle::Name(name)), _) => named(name),
        (Some(RowTitle::WriteUp(text)), _) => {
            let versions = text.iter();
            versions.map(|(_, version)| version.title.clone()).collect()
        }
        (None, Page::District(region, district)) => {
            named(&portal.regions[region].district(district).name)
        }
        (None, _) => {
            let titles = views.iter().map(|view| title_of(view, page).text);
            titles.map(Cow::into_owned).collect()
        }
    }
}

/// Whether a page is about a city, which its title need not say in every language.
fn is_city(page: Page, titles: &[String]) -> bool {
    let mut words = titles.iter().flat_map(|title| fold::words(title));
    matches!(page, Page::Region(_) | Page::District(..)) && words.any(|word| CITY.contains(&&*word))
}

/// The list whose title says what a record is: a patron, an award, a project, news.
fn list_of(page: Page) -> Option<Page> {
    match page {
        Page::Patron(_) => Some(Page::Patrons),
        Page::Award(_) => Some(Page::Awards),
        Page::Project(_) => Some(Page::Projects),
        Page::News(_) => Some(Page::NewsList),
        _ => None,
    }
}

/// A title without what says what kind of place or body it is.
fn bare<'t>(view: &View<'_>, page: Page, title: &'t str) -> &'t str {
    match page {
        Page::Region(_) | Page::District(..) => without_kind_of_place(title),
        Page::Patron(patron) => match view.portal.patrons[patron].record.kind {
            PatronKind::Person => title,
            _ => without_legal_form(title),
        },
        // «2019 год», “Year 2019”.
        Page::Year(_) => {
            let is_digit = |letter: char| letter.is_ascii_digit();
            let start = title.find(is_digit).unwrap_or_default();
            let end = title.rfind(is_digit).map_or(title.len(), |last| last + 1);
            &title[start..end]
        }
        _ => title,
    }
}

fn give_all(field: Field, name: &Localised, give: &mut impl FnMut(Field, &str)) {
    name.iter().for_each(|(_, name)| give(field, name));
}

/// Other names: former ones, the plural of a kind, and the id.
fn names_of(view: &View<'_>, page: Page, give: &mut impl FnMut(Field, &str)) {
    let portal = view.portal;
    if let Some(record) = page.record() {
        give(Field::Name, portal.row(record).id().as_str());
    }
    match page {
        Page::Region(region) => {
            let record = &portal.regions[region].record;
            for former in &record.former_names {
                give_all(Field::Name, &former.name, give);
            }
            if let Some(centre) = &record.centre {
                give_all(Field::Place, centre, give);
            }
        }
        Page::District(region, district) => {
            let id = &portal.regions[region].district(district).id;
            give(Field::Name, id.as_str());
        }
        Page::Patron(patron) => {
            for former in &portal.patrons[patron].record.former_names {
                give_all(Field::Name, &former.name, give);
            }
        }
        Page::Object(object) => {
            if let Some(plural) = &portal.objects[object].record.plural {
                give_all(Field::Name, plural, give);
            }
        }
        _ => {}
    }
}

/// The names of what a page belongs to. Of those who gave only public patrons are among them.
fn places_of(view: &View<'_>, page: Page, give: &mut impl FnMut(Field, &str)) {
    let portal = view.portal;
    let mut name = |name: &Localised| give_all(Field::Place, name, give);
    let region_name = |region| &portal.regions[region].record.name;
    match page {
        // Of a district without anything on record there is no page: its region stands for it.
        Page::Region(region) => {
            let districts = portal.regions[region].record.districts.iter();
            districts.for_each(|district| name(&district.name));
        }
        Page::Project(project) => {
            let of = &portal.projects[project];
            name(region_name(of.region));
            if let Some(day) = of.shown_day() {
                name(portal.regions[of.region].name_at(day));
            }
            if let Some(district) = of.district {
                name(&portal.regions[of.region].district(district).name);
            }
            name(&portal.directions[of.direction].name);
            for kind in of
                .object
                .into_iter()
                .flat_map(|of| portal.object_family(of))
            {
                name(&portal.objects[kind].record.name);
            }
            let givers = of.contributions.iter();
            let mut givers: Vec<_> = givers
                .flat_map(|&id| portal.contributions[id].patrons.iter().copied())
                .collect();
            givers.sort();
            givers.dedup();
            for giver in givers {
                let of = &portal.patrons[giver];
                if !of.is_anonymous() {
                    name(&of.record.name);
                }
            }
        }
        Page::District(region, _) => name(region_name(region)),
        Page::Patron(patron) => name(region_name(portal.patrons[patron].region)),
        Page::Award(award) => {
            let of = &portal.awards[award];
            of.region.into_iter().for_each(|of| name(region_name(of)));
            for recipient in &of.recipients {
                let patron = &portal.patrons[recipient.patron];
                if !patron.is_anonymous() {
                    name(&patron.record.name);
                }
            }
        }
        Page::News(news) => {
            let of = &portal.news[news];
            of.region.into_iter().for_each(|of| name(region_name(of)));
            of.place.iter().for_each(name);
        }
        Page::Object(object) => {
            let wider = portal.object_family(object).skip(1);
            wider.for_each(|kind| name(&portal.objects[kind].record.name));
        }
        _ => {}
    }
}

/// The summary of a page in exactly this language.
pub(super) fn summary_in(view: &View<'_>, page: Page, lang: Lang) -> Option<String> {
    if let Page::Direction(direction) = page {
        let summary = view.portal.directions[direction].summary.as_ref()?;
        return summary.exact(lang).map(str::to_owned);
    }
    match view.portal.row(page.record()?).text() {
        RowText::WriteUp(text, _) => text.versions.get(lang).as_ref()?.summary.clone(),
        RowText::Portrait(_) | RowText::Nothing => None,
    }
}

/// The text of a page in exactly this language.
pub(super) fn text_in(view: &View<'_>, page: Page, lang: Lang) -> Option<String> {
    let prose = match view.portal.row(page.record()?).text() {
        RowText::WriteUp(text, links) => {
            let version = text.versions.get(lang).as_ref()?;
            LinkedProse::new(&version.prose, lang, &text.refs, links)
        }
        RowText::Portrait(text) => {
            let prose = &text.texts.get(lang).as_ref()?.prose;
            LinkedProse::new(prose, lang, &text.refs, &text.links)
        }
        RowText::Nothing => return None,
    };
    let text = plain_text(view, prose);
    (!text.is_empty()).then_some(text)
}
