//! The entries of a feed: news, projects and corrections of the portal, a region or a direction, the newest first.
//!
//! What is not written in the reader's language is left out, and so is a project of which no day is known yet: all is
//! planned or promised. When an entry was updated is a date of the content, never the clock.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::corrections::address_of;
use super::last_modified::newest_correction;
use super::message_ids::MessageId;
use super::newest;
use super::titles::title_of;
use super::view::{Text, View};
use crate::locale::Arg;
use crate::model::date::Date;
use crate::model::kind::{CorrectionId, NewsId, ProjectId, RecordRef};
use crate::plan::Page;

/// How many entries a feed holds.
const LENGTH: usize = 50;

/// An entry of a feed.
pub(crate) struct FeedEntry<'a> {
    /// What it is, within the site and its language: `project/gym`. It never changes, whatever the address does.
    pub name: String,
    /// `news`, `project` or `correction`, and what readers call all of these.
    pub category: (&'static str, String),
    pub title: Text<'a>,
    /// With the host.
    pub url: String,
    pub summary: Option<Text<'a>>,
    pub updated: Date,
    pub sample: bool,
}

/// What an entry tells of. Of one day, corrections come first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Told {
    /// By its place among all corrections.
    Correction(usize),
    News(NewsId),
    Project(ProjectId),
}

/// The newest entries of the feed in the folder of a page. `is_indexed`: whether search engines should know a page, which
/// is then in the language.
pub(crate) fn feed_entries<'a>(
    view: &View<'a>,
    of: Page,
    is_indexed: impl Fn(Page) -> bool,
) -> Vec<FeedEntry<'a>> {
    let portal = view.portal;
    let news: Vec<NewsId> = match of {
        Page::Home => portal.news.indices().collect(),
        Page::Region(region) => view.indexes.news_of(region).to_vec(),
        _ => Vec::new(),
    };
    let projects: Vec<ProjectId> = match of {
        Page::Home => portal.projects.indices().collect(),
        Page::Region(region) => view.indexes.region(region).to_vec(),
        Page::Direction(direction) => view.indexes.direction(direction).to_vec(),
        _ => Vec::new(),
    };
    let corrections = view.indexes.corrections().iter().enumerate();
    let corrections = corrections.filter(|&(_, &correction)| corrects(view, correction, of));
    let corrections = corrections.map(|(place, &correction)| {
        let date = portal.corrections[correction].record.date;
        (date, Told::Correction(place))
    });
    let news = news
        .into_iter()
        .filter(|&news| is_indexed(Page::News(news)));
    let news = news.map(|news| {
        let own = Some(portal.news[news].date);
        (
            own.max(newest_correction(view, RecordRef::News(news))),
            Told::News(news),
        )
    });
    let projects = projects
        .into_iter()
        .filter(|&of| is_indexed(Page::Project(of)));
    let projects = projects.map(|project| {
        let own = newest::of_project(portal, &portal.projects[project]);
        let corrected = newest_correction(view, RecordRef::Project(project));
        (own.max(corrected), Told::Project(project))
    });
    let dated = news
        .chain(projects)
        .filter_map(|(date, told)| Some((date?, told)));
    let mut all: Vec<(Date, Told)> = corrections.chain(dated).collect();
    all.sort_by_key(|&(date, told)| (Reverse(date), told));
    all.truncate(LENGTH);
    let names = match all
        .iter()
        .any(|(_, told)| matches!(told, Told::Correction(_)))
    {
        true => correction_names(view),
        false => Vec::new(),
    };
    let entry = |(updated, told): (Date, Told)| match told {
        Told::Correction(place) => of_correction(view, place, names[place].clone()),
        Told::News(news) => FeedEntry {
            name: format!("news/{}", portal.news[news].text.id),
            category: ("news", view.word(MessageId::NavNews)),
            title: title_of(view, Page::News(news)),
            url: url(view, Page::News(news)),
            summary: view.summary(&portal.news[news].text),
            updated,
            sample: portal.news[news].text.sample,
        },
        Told::Project(project) => FeedEntry {
            name: format!("project/{}", portal.projects[project].text.id),
            category: ("project", view.word(MessageId::NavProjects)),
            title: title_of(view, Page::Project(project)),
            url: url(view, Page::Project(project)),
            summary: view.summary(&portal.projects[project].text),
            updated,
            sample: portal.projects[project].text.sample,
        },
    };
    all.into_iter().map(entry).collect()
}

/// Whether a correction is of something that a feed tells of.
fn corrects(view: &View<'_>, correction: CorrectionId, of: Page) -> bool {
    let portal = view.portal;
    let mut records = portal.corrections[correction].records.iter();
    records.any(|&record| match (of, record) {
        (Page::Home, _) => true,
        (Page::Region(of), RecordRef::Region(region)) => region == of,
        (Page::Region(of), RecordRef::Project(project)) => portal.projects[project].region == of,
        (Page::Region(of), RecordRef::News(news)) => portal.news[news].region == Some(of),
        (Page::Direction(of), RecordRef::Direction(direction)) => direction == of,
        (Page::Direction(of), RecordRef::Project(project)) => {
            portal.projects[project].direction == of
        }
        _ => false,
    })
}

fn of_correction<'a>(view: &View<'a>, place: usize, name: String) -> FeedEntry<'a> {
    let correction = view.indexes.corrections()[place];
    let of = &view.portal.corrections[correction];
    let titles = of
        .records
        .iter()
        .map(|&record| title_of(view, Page::of(view.portal, record)).text);
    let titles = titles.collect::<Vec<_>>().join(", ");
    let args = [("title", Arg::Text(&titles))];
    let title = view
        .language
        .messages
        .format(MessageId::FeedCorrection.id(), &args);
    FeedEntry {
        name,
        category: ("correction", view.word(MessageId::NavCorrections)),
        title: Text {
            text: title.unwrap_or(titles).into(),
            lang: None,
        },
        url: view.absolute(&address_of(view, place)),
        summary: Some(view.text(&of.record.reason)),
        updated: of.record.date,
        sample: of.record.sample,
    }
}

/// The name of each correction by its place: its date and the first record that it names; of equal ones, the later in the
/// files has a number. A file may be renamed, and an id that nobody wrote stands for its place.
fn correction_names(view: &View<'_>) -> Vec<String> {
    let mut taken: HashMap<String, usize> = HashMap::new();
    let all = view.indexes.corrections();
    let oldest_first = all.iter().rev().map(|&correction| {
        let record = &view.portal.corrections[correction].record;
        let of = &record.records[0];
        let name = format!("correction/{}/{}/{}", record.date, of.kind.word(), of.id);
        let count = taken.entry(name.clone()).or_default();
        *count += 1;
        match *count {
            1 => name,
            nth => format!("{name}-{nth}"),
        }
    });
    let mut names: Vec<String> = oldest_first.collect();
    names.reverse();
    names
}

fn url(view: &View<'_>, page: Page) -> String {
    view.absolute(&page.address(view.portal, view.lang()))
}
