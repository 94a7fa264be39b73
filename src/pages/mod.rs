//! Pages: for every kind of page its title and its template context.
//!
//! A page is a pure function of the portal and the reader's language. No markup is made here but the links of prose:
//! all else is the theme's.

mod alphabet_index;
mod award;
mod cards;
mod collated_order;
mod content_page;
mod direction;
mod drawing;
pub(crate) mod facets;
mod figures;
mod home;
mod kind;
pub(crate) mod layout;
pub(crate) mod message_ids;
mod news;
mod not_found;
mod object;
mod patron;
mod placeholder;
mod project;
mod prose;
pub(crate) mod redirect;
mod region;
pub(crate) mod root;
mod row_kind;
mod social_links;
pub(crate) mod sum_tables;
mod totals;
pub(crate) mod view;
mod year;

pub(crate) use collated_order::CollatedOrder;

use tera::{Context, TeraResult};

use crate::plan::Page;
use kind::AnyKind;
use view::{Text, View};

/// The kind of a page.
fn of(page: Page) -> Box<dyn AnyKind> {
    match page {
        Page::Home => Box::new(home::HomeKind),
        Page::Regions => Box::new(region::RegionsKind),
        Page::Region(region) => Box::new(region::RegionKind(region)),
        Page::Projects => Box::new(project::ProjectsKind),
        Page::Project(project) => Box::new(project::ProjectKind(project)),
        Page::Patrons => Box::new(patron::PatronsKind),
        Page::Patron(patron) => Box::new(patron::PatronKind(patron)),
        Page::Awards => Box::new(award::AwardsKind),
        Page::Award(award) => Box::new(award::AwardKind(award)),
        Page::Direction(direction) => Box::new(direction::DirectionKind(direction)),
        Page::Object(object) => Box::new(object::ObjectKind(object)),
        Page::Years => Box::new(year::YearsKind),
        Page::Year(year) => Box::new(year::YearKind(year)),
        Page::NewsList => Box::new(news::NewsListKind),
        Page::News(news) => Box::new(news::NewsKind(news)),
        Page::Totals => Box::new(totals::TotalsKind),
        Page::Text(page) => Box::new(content_page::TextKind(page)),
        Page::NotFound => Box::new(not_found::NotFoundKind),
    }
}

/// The kind of a page: the name of its template.
pub(crate) fn kind_of(page: Page) -> &'static str {
    of(page).frame().template
}

/// The section of the menu that a page belongs to.
pub(crate) fn section_of(page: Page) -> &'static str {
    of(page).frame().section
}

/// The title of a page, as a heading shows it.
pub(crate) fn title_of<'a>(view: &View<'a>, page: Page) -> Text<'a> {
    of(page).title(view)
}

/// What a page's template sees: the frame as `page`, and the fields of its own kind beside it.
///
/// # Errors
/// A value that templates cannot hold, which is a bug.
pub(crate) fn context(view: &View<'_>, page: Page, n: usize) -> TeraResult<Context> {
    let mut context = of(page).context(view, n)?;
    let layout = layout::layout(view, page, n);
    context.insert_value("page", tera::Value::try_from_serializable(&layout)?);
    Ok(context)
}

/// The schema of what a page's template sees beside the frame.
#[cfg(test)]
pub(crate) fn schema_of(page: Page, schemas: &mut schemars::SchemaGenerator) -> schemars::Schema {
    of(page).schema(schemas)
}
