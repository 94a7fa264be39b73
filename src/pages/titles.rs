//! Titles of pages, by which links in prose, breadcrumbs and the menu name them.
//!
//! They stand apart from what the pages show, since a text on one page names others.

use super::message_ids::MessageId;
use super::view::{Text, View};
use crate::locale::Arg;
use crate::model::row::RowTitle;
use crate::plan::{Listed, Page, Subject, Summed};

/// The title of a page, as a heading shows it.
pub(crate) fn title_of<'a>(view: &View<'a>, page: Page) -> Text<'a> {
    let portal = view.portal;
    match page.subject() {
        Subject::Record(record) => match portal.row(record).title() {
            RowTitle::Name(name) => view.text(name),
            RowTitle::WriteUp(text) => view.title(text),
        },
        Subject::Campaign | Subject::Embed(None) => view.text(&portal.site.title),
        Subject::Embed(Some(region)) => view.text(&portal.regions[region].record.name),
        Subject::District(region, district) => {
            view.text(&portal.regions[region].district(district).name)
        }
        Subject::Regions => view.heading(MessageId::NavRegions),
        Subject::Projects => view.heading(MessageId::NavProjects),
        Subject::Patrons => view.heading(MessageId::NavPatrons),
        Subject::Awards => view.heading(MessageId::NavAwards),
        Subject::Directions => view.heading(MessageId::DirectionsTitle),
        Subject::Objects => view.heading(MessageId::ObjectsTitle),
        Subject::Years => view.heading(MessageId::NavYears),
        Subject::Year(year) => title_of_year(view, year),
        Subject::News => view.heading(MessageId::NavNews),
        Subject::Totals => view.heading(MessageId::NavTotals),
        Subject::TotalsPart(part) => view.heading(MessageId::total_by(part.axis())),
        Subject::Reported => view.heading(MessageId::ReportedTitle),
        Subject::Compare => view.heading(MessageId::CompareTitle),
        Subject::Completeness => view.heading(MessageId::CompletenessTitle),
        Subject::Contributions(listed) => {
            let beside = title_of(view, listed.beside()).text;
            title_of_list(view, listed, &beside)
        }
        Subject::Filtered => view.heading(MessageId::FilteredTitle),
        Subject::Corrections => view.heading(MessageId::NavCorrections),
        Subject::Data => view.heading(MessageId::DataTitle),
        Subject::Search => view.heading(MessageId::SearchTitle),
        Subject::Nothing => view.heading(MessageId::NotFoundTitle),
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

/// «Abai Region: contributions», «Abai Region, 2019: contributions».
///
/// `beside`: the title of the page that it stands beside.
pub(super) fn title_of_list<'a>(view: &View<'a>, listed: Listed, beside: &str) -> Text<'a> {
    let (message, with) = match listed {
        Listed::Of(Summed::Campaign) => return view.heading(MessageId::AllContributions),
        Listed::Of(_) | Listed::Project(_) => (MessageId::ContributionsOf, None),
        Listed::RegionYear(_, year) => (
            MessageId::ContributionsOfYear,
            Some(("year", year.to_string())),
        ),
        Listed::YearDirection(_, direction) => {
            let name = title_of(view, Page::Direction(direction)).text.into_owned();
            (MessageId::ContributionsOfBoth, Some(("with", name)))
        }
        Listed::From(_) => (MessageId::ContributionsFrom, None),
        Listed::Joint(_) => (MessageId::JointContributionsOf, None),
        Listed::AllJoint => return view.heading(MessageId::JointContributions),
        Listed::Anonymous => return view.heading(MessageId::AnonymousContributions),
    };
    let mut args = vec![("of", Arg::Text(beside))];
    args.extend(with.iter().map(|(name, text)| (*name, Arg::Text(text))));
    let title = view.language.messages.format(message.id(), &args);
    Text {
        text: title.unwrap_or_else(|_| beside.to_owned()).into(),
        lang: None,
    }
}
