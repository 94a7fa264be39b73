//! The entries of the two long lists, each with all that its row shows and all that it is found by, for a script that
//! makes the rows.
//!
//! In the order of the list's pages. A patron who is not named is none of them.

use super::amounts::{SumsPiece, sums_piece};
pub(crate) use super::facets::patrons;
use super::facets::{Facet, Values, patron_values, project_values, year_id};
use super::prose::{Image, image};
use super::view::{Link, Text, View};
use crate::model::axis::Giver;
use crate::model::date::Date;
use crate::model::index::ContributionId;
use crate::model::kind::{PatronId, ProjectId};
use crate::model::money::Amount;
use crate::plan::long_list::LongList;
use crate::totals::{joint_of, sum};

/// A project or a patron in its list.
#[derive(Debug)]
pub(crate) struct ListEntry<'a> {
    pub id: &'a str,
    /// The last part of its address.
    pub slug: &'a str,
    pub title: Text<'a>,
    pub sample: bool,
    /// By which its list is ordered.
    pub date: Option<String>,
    pub region: Link<'a>,
    /// What was given to a project; what a patron gave alone.
    pub sums: SumsPiece,
    /// What was delivered of that in each of its years, if it has several.
    pub by_year: Vec<Amount>,
    pub own: Own<'a>,
    pub values: Values<'a>,
}

/// What only the entries of one of the lists have.
#[derive(Debug)]
pub(crate) enum Own<'a> {
    Project {
        district: Option<Link<'a>>,
        direction: Link<'a>,
        object: Option<Link<'a>>,
        cancelled: Option<String>,
        photo: Option<Image<'a>>,
    },
    Patron {
        /// What it gave together with others.
        joint: SumsPiece,
        projects: usize,
    },
}

/// The entries of a list.
pub(crate) fn list_entries<'a>(view: &View<'a>, list: LongList) -> Vec<ListEntry<'a>> {
    match list {
        LongList::Projects => {
            let all = view.portal.projects.indices();
            all.map(|id| project(view, id)).collect()
        }
        LongList::Patrons => {
            let all = patrons(view).iter();
            all.map(|&id| patron(view, id)).collect()
        }
    }
}

/// What was delivered by some contributions in each of the years of an entry, if there are several.
fn by_year(view: &View<'_>, values: &Values<'_>, contributions: &[ContributionId]) -> Vec<Amount> {
    let years = &values[Facet::Year as usize];
    if years.len() < 2 {
        return Vec::new();
    }
    let all = &view.portal.contributions;
    let in_year = |year: &str| {
        let of = contributions.iter().copied();
        let of = of.filter(|&id| year_id(all[id].date.year()) == year);
        sum(view.portal, of).delivered.shown()
    };
    years.iter().map(|year| in_year(year)).collect()
}

fn project<'a>(view: &View<'a>, project: ProjectId) -> ListEntry<'a> {
    let of = &view.portal.projects[project];
    let district = of.district;
    let values = project_values(view, project);
    ListEntry {
        id: of.text.id.as_str(),
        slug: of.text.slug.as_str(),
        title: view.title(&of.text),
        sample: of.text.sample,
        date: of.sorted_by.map(|date| date.to_string()),
        region: view.region_at(of.region, of.shown_day()),
        sums: sums_piece(&sum(view.portal, of.contributions.iter().copied())),
        own: Own::Project {
            district: district.map(|district| view.district(of.region, district)),
            direction: view.direction(of.direction),
            object: of.object.map(|object| view.object(object)),
            cancelled: of.cancelled.map(|date| date.to_string()),
            photo: image(view, &of.text),
        },
        by_year: by_year(view, &values, &of.contributions),
        values,
    }
}

fn patron<'a>(view: &View<'a>, patron: PatronId) -> ListEntry<'a> {
    let portal = view.portal;
    let of = &portal.patrons[patron];
    let contributions = of.contributions.iter().map(|&id| &portal.contributions[id]);
    let latest = contributions
        .filter(|contribution| contribution.is_counted())
        .map(|contribution| contribution.date)
        .max();
    let values = patron_values(view, patron);
    let alone = view.totals.giver(Giver::Named(patron));
    ListEntry {
        id: of.record.id.as_str(),
        slug: of.record.id.as_str(),
        title: view.text(&of.record.name),
        sample: of.record.sample,
        date: latest.map(|date| date.to_string()),
        region: view.region(of.region),
        sums: sums_piece(alone),
        by_year: by_year(view, &values, &alone.delivered.contributions),
        own: Own::Patron {
            joint: joint_piece(view, patron),
            projects: view.indexes.patron(patron).len(),
        },
        values,
    }
}

/// What a patron gave together with others.
pub(crate) fn joint_piece(view: &View<'_>, patron: PatronId) -> SumsPiece {
    sums_piece(&sum(view.portal, joint_of(view.portal, patron)))
}

/// How the language writes a day and a month of each month of a year, with `{y}` and `{d}` for the year and the day, or `{dd}` for the
/// day in two digits.
pub(crate) fn date_forms(view: &View<'_>) -> [Vec<String>; 2] {
    let locale = &view.language.locale;
    forms(|date| locale.date(date))
}

/// The same as tables have it.
pub(crate) fn short_date_forms(view: &View<'_>) -> [Vec<String>; 2] {
    let locale = &view.language.locale;
    forms(|date| locale.date_short(date))
}

fn forms(date_of: impl Fn(Date) -> String) -> [Vec<String>; 2] {
    /// Digits that stand nowhere else in a date.
    const YEAR: &str = "2098";
    const DAY: &str = "17";
    const LOW_DAY: &str = "05";
    let write = |written: &str| {
        let date = Date::parse(written).map(&date_of);
        date.unwrap_or(written.to_owned())
    };
    let form = |written: String| {
        let date = write(&written);
        // Of a low day some forms have both digits.
        let has_both = date.replace(DAY, LOW_DAY) == write(&written.replace(DAY, LOW_DAY));
        let day = if has_both { "{dd}" } else { "{d}" };
        date.replace(YEAR, "{y}").replace(DAY, day)
    };
    let month = |month: u8| format!("{YEAR}-{month:02}");
    [
        (1..=12)
            .map(|nth| form(format!("{}-{DAY}", month(nth))))
            .collect(),
        (1..=12).map(|nth| form(month(nth))).collect(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;
    use crate::model::lang::Lang;

    #[test]
    fn every_date_can_be_written_by_the_forms() {
        for lang in Lang::ALL {
            let locale = Locale::new(lang);
            let written: [fn(&Locale, Date) -> String; 2] = [Locale::date, Locale::date_short];
            for of_date in written {
                let [days, months] = forms(|date| of_date(&locale, date));
                for (year, month) in [(1991, 1), (2017, 9), (2017, 12), (2098, 5)] {
                    let of = |form: &str, day: &str| {
                        form.replace("{y}", &year.to_string()).replace("{d}", day)
                    };
                    let date = |text: String| of_date(&locale, Date::parse(&text).unwrap());
                    let whole = date(format!("{year}-{month:02}"));
                    assert_eq!(of(&months[month - 1], ""), whole);
                    for day in 1..=28 {
                        let one = date(format!("{year}-{month:02}-{day:02}"));
                        let form = days[month - 1].replace("{dd}", &format!("{day:02}"));
                        assert_eq!(of(&form, &day.to_string()), one);
                    }
                }
            }
        }
    }
}
