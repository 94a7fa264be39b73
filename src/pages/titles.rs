//! Titles of pages, by which links in prose, breadcrumbs and the menu name them.
//!
//! They stand apart from what the pages show, since a text on one page names others.

use super::message_ids::MessageId;
use super::view::{Text, View};
use crate::locale::Arg;
use crate::plan::Page;

/// The title of a page, as a heading shows it.
pub(crate) fn title_of<'a>(view: &View<'a>, page: Page) -> Text<'a> {
    let portal = view.portal;
    match page {
        Page::Home => view.text(&portal.site.title),
        Page::Regions => view.heading(MessageId::NavRegions),
        Page::Region(region) => view.text(&portal.regions[region].record.name),
        Page::Projects => view.heading(MessageId::NavProjects),
        Page::Project(project) => view.title(&portal.projects[project].text),
        Page::Patrons => view.heading(MessageId::NavPatrons),
        Page::Patron(patron) => view.text(&portal.patrons[patron].record.name),
        Page::Awards => view.heading(MessageId::NavAwards),
        Page::Award(award) => view.text(&portal.awards[award].record.name),
        Page::Direction(direction) => view.text(&portal.directions[direction].name),
        Page::Object(object) => {
            let record = &portal.objects[object].record;
            view.text(record.plural.as_ref().unwrap_or(&record.name))
        }
        Page::Years => view.heading(MessageId::NavYears),
        Page::Year(year) => title_of_year(view, year),
        Page::NewsList => view.heading(MessageId::NavNews),
        Page::News(news) => view.title(&portal.news[news].text),
        Page::Totals => view.heading(MessageId::NavTotals),
        Page::Text(page) => view.title(&portal.pages[page].text),
        Page::NotFound => view.heading(MessageId::NotFoundTitle),
    }
}

fn title_of_year<'a>(view: &View<'a>, year: i16) -> Text<'a> {
    let year = year.to_string();
    let messages = &view.language.messages;
    let title = messages.format(MessageId::YearTitle.id(), &[("year", Arg::Text(&year))]);
    Text {
        text: title.unwrap_or(year).into(),
        lang: None,
    }
}
