//! Pages: for every kind of page its title and its template context.
//!
//! A page is a pure function of the portal and the reader's language. No markup is made here but the links of prose:
//! all else is the theme's.

mod alphabet_index;
pub(crate) mod alternates;
mod amounts;
mod award;
mod behind;
pub(crate) mod breakdown;
pub(crate) mod card;
pub(crate) mod cards;
mod change;
mod collated_order;
mod compare;
mod completeness;
mod content_page;
mod contributions;
mod contributions_list;
mod corrections;
pub(crate) mod cross;
mod data_page;
mod data_recipes;
pub(crate) mod description;
mod direction;
mod directions;
mod district;
mod document_title;
mod drawing;
mod drawing_piece;
mod editions;
mod embed;
pub(crate) mod facets;
pub(crate) mod feed_entries;
mod figures;
mod filtered;
mod folded;
mod former_names;
mod givers;
mod home;
mod initials;
mod kind;
pub(crate) mod last_modified;
pub(crate) mod layout;
pub(crate) mod list_entries;
pub(crate) mod list_filter;
pub(crate) mod message_ids;
mod newest;
mod news;
mod not_found;
mod object;
mod objects;
mod pager;
mod patron;
pub(crate) mod per_resident;
mod placeholder;
mod project;
pub(crate) mod project_row;
pub(crate) mod prose;
mod rank;
pub(crate) mod redirect;
mod region;
mod region_order;
mod regions;
mod reported;
pub(crate) mod root;
mod row_kind;
pub(crate) mod rows;
mod search;
mod share_picture;
mod social_links;
mod structured_data;
pub(crate) mod sum_tables;
mod titles;
mod totals;
mod totals_part;
pub(crate) mod view;
mod year;

pub(crate) use collated_order::CollatedOrder;
pub(crate) use contributions_list::{list_in_order, row_context};
pub(crate) use project_row::project_context;
pub(crate) use titles::title_of;

use tera::{Context, TeraResult};

use crate::model::lang::Lang;
use crate::model::portal::Portal;
use crate::plan::Page;
use award::{AwardKind, AwardsKind};
use compare::CompareKind;
use completeness::CompletenessKind;
use content_page::TextKind;
use contributions::ContributionsKind;
use corrections::CorrectionsKind;
use data_page::DataKind;
use direction::DirectionKind;
use directions::DirectionsKind;
use district::DistrictKind;
use embed::EmbedKind;
use filtered::FilteredKind;
use home::HomeKind;
use kind::AnyKind;
use layout::layout;
use newest::newest_on;
use news::{NewsKind, NewsListKind};
use not_found::NotFoundKind;
use object::ObjectKind;
use objects::ObjectsKind;
use patron::{PatronKind, PatronsKind};
use project::{ProjectKind, ProjectsKind};
use region::RegionKind;
use regions::RegionsKind;
use reported::ReportedKind;
use search::SearchKind;
use totals::TotalsKind;
use totals_part::TotalsPartKind;
use view::View;
use year::{YearKind, YearsKind};

/// The kind of a page: the name of its template.
pub(crate) fn kind_of(page: Page) -> &'static str {
    of(page).frame().template
}

/// The section of the menu that a page belongs to.
pub(crate) fn section_of(page: Page) -> &'static str {
    of(page).frame().section
}

/// Whether search engines should know a page in a language.
pub(crate) fn is_indexed(portal: &Portal, page: Page, lang: Lang) -> bool {
    of(page).frame().is_indexed() && alternates::has_own_text(portal, page, lang)
}

/// What a page's template sees: the frame as `page`, and the fields of its own kind beside it.
///
/// # Errors
/// A value that templates cannot hold, which is a bug.
pub(crate) fn context(view: &View<'_>, page: Page, n: usize) -> TeraResult<Context> {
    let kind = of(page);
    let values = kind.context(view, n)?;
    let above: Vec<Page> =
        std::iter::successors(kind.frame().parent, |&page| of(page).frame().parent).collect();
    let newest = newest_on(view.portal, view.totals, view.indexes, (page, &values));
    let layout = layout(view, page, &*kind, &above, n, newest);
    let mut context = Context::new();
    for (name, value) in values.into_map().unwrap_or_default() {
        context.insert_value(name.to_string(), value);
    }
    context.insert_value("page", tera::Value::try_from_serializable(&layout)?);
    Ok(context)
}

/// The schema of what a page's template sees beside the frame.
#[cfg(test)]
pub(crate) fn schema_of(page: Page, schemas: &mut schemars::SchemaGenerator) -> schemars::Schema {
    of(page).schema(schemas)
}

/// The kind of a page.
fn of(page: Page) -> Box<dyn AnyKind> {
    match page {
        Page::Home => Box::new(HomeKind),
        Page::Regions => Box::new(RegionsKind),
        Page::Region(region) => Box::new(RegionKind(region)),
        Page::District(region, district) => Box::new(DistrictKind(region, district)),
        Page::Projects => Box::new(ProjectsKind),
        Page::Project(project) => Box::new(ProjectKind(project)),
        Page::Patrons => Box::new(PatronsKind),
        Page::Patron(patron) => Box::new(PatronKind(patron)),
        Page::Awards => Box::new(AwardsKind),
        Page::Award(award) => Box::new(AwardKind(award)),
        Page::Directions => Box::new(DirectionsKind),
        Page::Direction(direction) => Box::new(DirectionKind(direction)),
        Page::Objects => Box::new(ObjectsKind),
        Page::Object(object) => Box::new(ObjectKind(object)),
        Page::Years => Box::new(YearsKind),
        Page::Year(year) => Box::new(YearKind(year)),
        Page::NewsList => Box::new(NewsListKind),
        Page::News(news) => Box::new(NewsKind(news)),
        Page::Totals => Box::new(TotalsKind),
        Page::TotalsPart(part) => Box::new(TotalsPartKind(part)),
        Page::Reported => Box::new(ReportedKind),
        Page::Compare => Box::new(CompareKind),
        Page::Completeness => Box::new(CompletenessKind),
        Page::Contributions(listed) => Box::new(ContributionsKind(listed)),
        Page::Filtered => Box::new(FilteredKind),
        Page::Corrections => Box::new(CorrectionsKind),
        Page::Embed(of) => Box::new(EmbedKind(of)),
        Page::Data(page) => Box::new(DataKind(page)),
        Page::Text(page) => Box::new(TextKind(page)),
        Page::Search => Box::new(SearchKind),
        Page::NotFound => Box::new(NotFoundKind),
    }
}
