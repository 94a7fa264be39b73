//! Pages: for every kind its address, its title and its context. A page is a pure function of the portal and the
//! reader's language; no markup is made here but the links of prose: all else is the theme's.

mod alphabet_index;
mod award;
mod collated_order;
mod content_page;
mod direction;
mod drawing;
pub(crate) mod facets;
mod figures;
mod home;
pub(crate) mod layout;
pub(crate) mod message_ids;
mod news;
mod object;
mod patron;
mod placeholder;
mod project;
mod prose;
mod region;
mod social_links;
pub(crate) mod sum_tables;
mod totals;
pub(crate) mod view;
mod year;

pub(crate) use collated_order::CollatedOrder;
pub(crate) use view::View;

use serde::Serialize;
use tera::{Context, TeraResult};

use crate::plan::Page;
use crate::plan::texts::write_up_of;
use view::Text;

/// What a page's template sees: the frame as `page`, and the fields of its own kind beside it.
///
/// # Errors
/// A value that templates cannot hold, which is a bug.
pub(crate) fn context(view: &View<'_>, page: Page) -> TeraResult<Context> {
    let mut context = match page {
        Page::Home => of(&home::context(view)),
        Page::Regions => of(&region::list(view)),
        Page::Region(region, n) => of(&region::context(view, region, n)),
        Page::Projects(n) => of(&project::list(view, n)),
        Page::Project(project) => of(&project::context(view, project)),
        Page::Patrons(n) => of(&patron::list(view, n)),
        Page::Patron(patron, n) => of(&patron::context(view, patron, n)),
        Page::Awards(n) => of(&award::list(view, n)),
        Page::Award(award) => of(&award::context(view, award)),
        Page::Direction(direction, n) => of(&direction::context(view, direction, n)),
        Page::Object(object, n) => of(&object::context(view, object, n)),
        Page::Years => of(&year::list(view)),
        Page::Year(year, n) => of(&year::context(view, year, n)),
        Page::NewsList(n) => of(&news::list(view, n)),
        Page::News(news) => of(&news::context(view, news)),
        Page::Totals => of(&totals::context(view)),
        Page::Text(page) => of(&content_page::context(view, page)),
        Page::NotFound => Ok(Context::new()),
    }?;
    context.insert_value(
        "page",
        tera::Value::try_from_serializable(&layout::layout(view, page))?,
    );
    Ok(context)
}

fn of(fields: &impl Serialize) -> TeraResult<Context> {
    Context::from_serialize(fields)
}

/// The title of a page, as a heading shows it.
pub(crate) fn title_of<'a>(view: &View<'a>, page: Page) -> Text<'a> {
    let portal = view.portal;
    let word = |id: &str| Text {
        text: view.word(id).into(),
        lang: None,
    };
    match page {
        Page::Home => view.text(&portal.site.title),
        Page::Regions => word("nav-regions"),
        Page::Region(region, _) => view.text(&portal.regions[region].record.name),
        Page::Projects(_) => word("nav-projects"),
        Page::Patrons(_) => word("nav-patrons"),
        Page::Patron(patron, _) => view.text(&portal.patrons[patron].record.name),
        Page::Awards(_) => word("nav-awards"),
        Page::Award(award) => view.text(&portal.awards[award].record.name),
        Page::Direction(direction, _) => view.text(&portal.directions[direction].name),
        Page::Object(object, _) => {
            let record = &portal.objects[object].record;
            view.text(record.plural.as_ref().unwrap_or(&record.name))
        }
        Page::Years => word("nav-years"),
        Page::Year(year, _) => {
            let year = year.to_string();
            let title = view
                .language
                .messages
                .format("year-title", &[("year", crate::locale::Arg::Text(&year))]);
            Text {
                text: title.unwrap_or(year).into(),
                lang: None,
            }
        }
        Page::NewsList(_) => word("nav-news"),
        Page::Totals => word("nav-totals"),
        Page::NotFound => word("not-found-title"),
        Page::Project(_) | Page::News(_) | Page::Text(_) => match write_up_of(portal, page) {
            Some(text) => view.text_in(text.title(view.lang(), &portal.site.fallback)),
            None => word("nav-home"),
        },
    }
}
