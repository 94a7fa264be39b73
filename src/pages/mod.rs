//! Pages: for every kind of page its title and its template context.
//!
//! A page is a pure function of the portal and the reader's language. No markup is made here but the links of prose:
//! all else is the theme's.

mod alphabet_index;
mod amounts;
mod award;
pub(crate) mod breakdown;
mod cards;
mod collated_order;
mod content_page;
mod direction;
mod dispatch;
mod drawing;
mod drawing_piece;
pub(crate) mod facets;
mod figures;
mod home;
mod initials;
mod kind;
pub(crate) mod layout;
mod list_filter;
pub(crate) mod message_ids;
mod news;
mod not_found;
mod object;
mod pager;
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
mod titles;
mod totals;
pub(crate) mod view;
mod year;

pub(crate) use collated_order::CollatedOrder;
pub(crate) use titles::title_of;

use tera::{Context, TeraResult};

use crate::plan::Page;
use dispatch::of;
use layout::layout;
use view::View;

/// The kind of a page: the name of its template.
pub(crate) fn kind_of(page: Page) -> &'static str {
    of(page).frame().template
}

/// The section of the menu that a page belongs to.
pub(crate) fn section_of(page: Page) -> &'static str {
    of(page).frame().section
}

/// What a page's template sees: the frame as `page`, and the fields of its own kind beside it.
///
/// # Errors
/// A value that templates cannot hold, which is a bug.
pub(crate) fn context(view: &View<'_>, page: Page, n: usize) -> TeraResult<Context> {
    let mut context = of(page).context(view, n)?;
    let layout = layout(view, page, n);
    context.insert_value("page", tera::Value::try_from_serializable(&layout)?);
    Ok(context)
}

/// The schema of what a page's template sees beside the frame.
#[cfg(test)]
pub(crate) fn schema_of(page: Page, schemas: &mut schemars::SchemaGenerator) -> schemars::Schema {
    of(page).schema(schemas)
}
