//! Dates that cannot be: of what is done and yet to come, before anything was given, and years that are mistyped.
//!
//! Takes the linked portal and the day of today, if somebody knows it; gives a warning for each date. No output depends on
//! that day.

use jiff::civil;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::contribution::ContributionStatus;
use crate::model::date::Date;
use crate::model::figure::Measure;
use crate::model::place::Place;
use crate::model::portal::Portal;
use crate::model::write_up::ProjectStatus;
use crate::source::SourceId;

/// So many years ahead nobody promises anything.
const FAR: i16 = 20;
/// Nothing that a portal tells of is older.
const EARLIEST: i16 = 1800;

/// Dates that cannot be, of all records.
///
/// `settings`: the file that states the first year.
pub(crate) fn impossible_dates(
    portal: &Portal,
    today: Option<civil::Date>,
    settings: Option<SourceId>,
) -> Vec<Diagnostic> {
    let mut dates = Dates {
        first_year: portal.site.first_year,
        today,
        found: Vec::new(),
    };
    if let Some(settings) = settings {
        dates.first_year(settings);
    }
    dates.gifts(portal);
    dates.before_since(portal);
    dates.write_ups(portal);
    dates.records(portal);
    dates.found
}

/// What a date tells of, and so when it can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// It has happened, in the time of the campaign: the word for it in messages.
    Done(&'static str),
    /// The same, but it may be older.
    Past(&'static str),
    /// It happens in the time of the campaign, or is to come.
    ToCome(&'static str),
    /// It can be at any time that people live to see.
    AnyTime,
}

struct Dates {
    first_year: i16,
    today: Option<civil::Date>,
    found: Vec<Diagnostic>,
}

impl Dates {
    fn check(&mut self, date: Date, sort: Sort, place: impl FnOnce() -> Place) {
        let year = date.year();
        let is_ahead = self.today.is_some_and(|today| date.earliest() > today);
        let is_far = self.today.is_some_and(|today| year > today.year() + FAR);
        let (code, what) = match sort {
            Sort::Done(what) | Sort::Past(what) if is_ahead => (Code::AfterToday, what),
            Sort::Done(what) | Sort::ToCome(what) if year < self.first_year => {
                (Code::BeforeFirstYear, what)
            }
            _ if is_far || year < EARLIEST => (Code::YearMistyped, ""),
            _ => return,
        };
        let warning = Diagnostic::new(code, place()).with("date", date);
        let warning = match code {
            Code::BeforeFirstYear => warning.with("since", self.first_year),
            _ => warning,
        };
        let warning = match what {
            "" => warning,
            what => warning.with("what", what),
        };
        self.found.push(warning.nearest(self.meant(date)));
    }

    /// The dates that a slip of two digits of the year would make of it, if they can be.
    fn meant(&self, date: Date) -> Vec<String> {
        let Some(today) = self.today else {
            return Vec::new();
        };
        let written = date.to_string();
        let mut meant: Vec<String> = Vec::new();
        for (a, b) in [(0, 1), (1, 2), (2, 3), (0, 2), (1, 3), (0, 3)] {
            let mut digits: Vec<char> = written.chars().collect();
            digits.swap(a, b);
            let year: String = digits[..4].iter().collect();
            let year = year.parse().unwrap_or(0);
            let text: String = digits.into_iter().collect();
            let fits =
                (self.first_year..=today.year()).contains(&year) && Date::parse(&text).is_ok();
            if fits && !meant.contains(&text) && text != written {
                meant.push(text);
            }
        }
        meant
    }

    /// The first year itself; a mistyped one says nothing of other dates.
    fn first_year(&mut self, settings: SourceId) {
        let year = self.first_year;
        // A site may be made in the year before.
        let is_ahead = self.today.is_some_and(|today| year > today.year() + 1);
        if !is_ahead && year >= EARLIEST {
            return;
        }
        self.first_year = EARLIEST;
        let date = Date::Year(year);
        let at = Place::document(settings).at("first_year");
        let warning = Diagnostic::new(Code::YearMistyped, at).with("date", date);
        self.found.push(warning.nearest(self.meant(date)));
    }

    fn gifts(&mut self, portal: &Portal) {
        for (_, gift) in portal.contributions.iter() {
            let sort = match gift.status {
                ContributionStatus::Delivered => Sort::Done("gift"),
                ContributionStatus::Pledged
                | ContributionStatus::Withdrawn
                | ContributionStatus::Void => Sort::ToCome("pledge"),
            };
            self.check(gift.date, sort, || portal.place_of(gift).at("date"));
            let withdrawn = gift.annotation.as_ref().and_then(|note| note.withdrawn);
            if let Some(withdrawn) = withdrawn {
                let at = || portal.place_of(gift).at("withdrawn");
                self.check(withdrawn, Sort::Past("withdrawal"), at);
            }
            let source = gift
                .annotation
                .as_ref()
                .and_then(|note| note.source.as_ref());
            if let Some(date) = source.and_then(|source| source.date) {
                let at = || portal.place_of(gift).at("source").at("date");
                self.check(date, Sort::Past("source"), at);
            }
        }
    }

    /// Gifts before the year since which a patron is said to give.
    fn before_since(&mut self, portal: &Portal) {
        for (_, patron) in portal.patrons.iter() {
            let Some(since) = patron.record.since else {
                continue;
            };
            for &gift in &patron.contributions {
                let gift = &portal.contributions[gift];
                // What is older than the campaign is told already.
                if !(self.first_year..since).contains(&gift.date.year()) {
                    continue;
                }
                let at = portal.place_of(gift).at("date");
                let first_year = patron.record.origin.field("since");
                let warning = Diagnostic::new(Code::ContributionBeforeSince, at)
                    .with("date", gift.date)
                    .with("since", since);
                // The file of the record may say whose it is.
                let is_told = gift.project.is_none() || !patron.is_anonymous();
                self.found.push(match is_told {
                    true => warning.also(first_year),
                    false => warning,
                });
            }
        }
    }

    fn write_ups(&mut self, portal: &Portal) {
        for (_, project) in portal.projects.iter() {
            let place = |source: Option<_>, field: &str| {
                Place::document(source.unwrap_or(project.text.source())).at(field)
            };
            let stated = project.stated_in;
            if let Some(completed) = project.completed {
                let at = || place(stated.completed, "completed");
                self.check(completed, Sort::Done("project"), at);
            }
            if let Some(cancelled) = project.cancelled {
                let at = || place(stated.cancelled, "cancelled");
                self.check(cancelled, Sort::Past("cancelling"), at);
            }
            let begins = match project.status {
                // What was cancelled may never have begun.
                ProjectStatus::Planned | ProjectStatus::Cancelled => Sort::ToCome("start"),
                ProjectStatus::UnderWay | ProjectStatus::Completed => Sort::Done("start"),
            };
            if let Some(started) = project.started {
                self.check(started, begins, || place(stated.started, "started"));
            }
        }
        for (_, news) in portal.news.iter() {
            let at = || Place::document(news.date_in).at("date");
            self.check(news.date, Sort::Done("news"), at);
        }
    }

    fn records(&mut self, portal: &Portal) {
        for (_, award) in portal.awards.iter() {
            let record = &award.record;
            let at = || record.origin.field(record.date_field);
            self.check(record.date, Sort::Done("award"), at);
        }
        for (_, patron) in portal.patrons.iter() {
            if let Some(since) = patron.record.since {
                let at = || patron.record.origin.field("since");
                self.check(Date::Year(since), Sort::Past("since"), at);
            }
        }
        for (_, figure) in portal.figures.iter() {
            let record = &figure.record;
            let origin = record.origin;
            if let Some(period) = record.period {
                let sort = match record.measure {
                    Measure::Support | Measure::Objects => Sort::Past("period"),
                    Measure::Pledges => Sort::AnyTime,
                };
                self.check(period.from, sort, || origin.field("period"));
                if period.to != period.from {
                    self.check(period.to, Sort::AnyTime, || origin.field("period"));
                }
            }
            if let Some(date) = record.source.date {
                let at = || origin.field("source").at("date");
                self.check(date, Sort::Past("source"), at);
            }
        }
        for (_, correction) in portal.corrections.iter() {
            let record = &correction.record;
            let at = || record.origin.field("date");
            self.check(record.date, Sort::Past("correction"), at);
        }
        for (_, region) in portal.regions.iter() {
            let record = &region.record;
            for (item, former) in record.former_names.iter().enumerate() {
                for (field, date) in [("from", former.from), ("until", former.until)] {
                    let at = || record.origin.field("former_names").at(item).at(field);
                    self.check(date, Sort::AnyTime, at);
                }
            }
            for (field, date) in [("since", record.since), ("until", record.until)] {
                if let Some(date) = date {
                    self.check(date, Sort::AnyTime, || record.origin.field(field));
                }
            }
            if let Some(population) = &record.population {
                let at = || record.origin.field("population").at("date");
                self.check(population.date, Sort::Past("population"), at);
            }
        }
    }
}
