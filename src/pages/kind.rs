//! The kinds of pages: the template, menu section and parent page of each, and the one match from a page to its kind.

use serde::Serialize;
use tera::{Context, TeraResult};

use super::view::{Text, View};
use super::{
    award, content_page, direction, home, layout, news, not_found, object, patron, project, region,
    totals, year,
};
use crate::plan::Page;

/// What is the same for all pages of a kind.
pub(super) struct Frame {
    /// The name of the kind, which is also that of its template: `region`.
    pub template: &'static str,
    /// The section of the menu that it belongs to: `regions`.
    pub section: &'static str,
    /// The page above it; none above the home page.
    pub parent: Option<Page>,
    pub reach: Reach,
}

/// Who is meant to come to a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Who looks for it, or is shown it by others: it is about one record, or one year.
    Shared,
    /// Who looks for it.
    Indexed,
    /// Nobody: search engines should pass by.
    Hidden,
}

impl Frame {
    pub(super) fn new(
        template: &'static str,
        section: &'static str,
        parent: Option<Page>,
        reach: Reach,
    ) -> Frame {
        Frame {
            template,
            section,
            parent,
            reach,
        }
    }

    /// Whether search engines should know the page.
    pub(super) fn is_indexed(&self) -> bool {
        self.reach != Reach::Hidden
    }
}

/// A kind of page.
pub(super) trait Kind {
    /// What its template sees beside the frame.
    #[cfg(not(test))]
    type Values<'a>: Serialize;
    /// The same with its schema, from which the reference of `themes/README.md` is made.
    #[cfg(test)]
    type Values<'a>: Serialize + schemars::JsonSchema;

    fn frame(&self) -> Frame;

    /// The title of a page, as a heading shows it.
    fn title<'a>(&self, view: &View<'a>) -> Text<'a>;

    /// What the template sees of the `n`-th part of the page.
    fn values<'a>(&self, view: &View<'a>, n: usize) -> Self::Values<'a>;
}

/// A kind of page, whatever the type of its values is.
pub(super) trait AnyKind {
    fn frame(&self) -> Frame;

    fn title<'a>(&self, view: &View<'a>) -> Text<'a>;

    /// What the template sees beside the frame, of the `n`-th part of the page.
    ///
    /// # Errors
    /// A value that templates cannot hold, which is a bug.
    fn context(&self, view: &View<'_>, n: usize) -> TeraResult<Context>;

    /// The schema of what the template sees beside the frame.
    #[cfg(test)]
    fn schema(&self, schemas: &mut schemars::SchemaGenerator) -> schemars::Schema;
}

impl<K: Kind> AnyKind for K {
    fn frame(&self) -> Frame {
        Kind::frame(self)
    }

    fn title<'a>(&self, view: &View<'a>) -> Text<'a> {
        Kind::title(self, view)
    }

    fn context(&self, view: &View<'_>, n: usize) -> TeraResult<Context> {
        Context::from_serialize(&self.values(view, n))
    }

    #[cfg(test)]
    fn schema(&self, schemas: &mut schemars::SchemaGenerator) -> schemars::Schema {
        <K::Values<'static> as schemars::JsonSchema>::json_schema(schemas)
    }
}

/// The kind of a page.
pub(super) fn of(page: Page) -> Box<dyn AnyKind> {
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
