//! `list.json`: all entries of a long list in columns, for a script that filters, orders and shows them in the browser.
//!
//! An entry has the same place in every column. What many entries share (the values of a facet, the pages they lead to)
//! stands once, and entries have its index, so that 3,000 projects load in less than the pictures of one page.
//!
//! ```json
//! {"facets": [{"name": "region", "values": ["abai", …], "sets": [[0], …], "of": [0, 0, 3, …]}, …],
//!  "links": [["/kk/regions/abai/", "Абай облысы"], …],
//!  "slugs": ["school-on-the-hill", …], "ids": {"4": "…"}, "titles": ["…", …], "langs": {"7": "ru"}, "samples": [0, …],
//!  "dates": ["2019-07-12", null, …], "days": ["{y} ж. {d} қаңтар", …], "months": ["{y} ж. қаңтар", …],
//!  "delivered": [1000000, 0, null, "9007199254740993", …], "pledged": […],
//!  "region": [0, …], "district": [null, …], …, "orders": {"name": [7, 0, …]}}
//! ```
//! `of` says which of the `sets` of values an entry has. An amount is whole tenge, 0 where nothing is on record, null where
//! no amount is known, and a text where a script's numbers would round it. `ids` has those that are not the slug, `langs`
//! those titles that are in another language than the list. An order gives the places of all entries; those that a script
//! can tell from the columns are left out.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use serde::{Serialize, Serializer};

use crate::locale::Locale;
use crate::model::axis::Giver;
use crate::model::date::Date;
use crate::model::kind::{PatronId, ProjectId};
use crate::model::money::Amount;
use crate::pages::facets::{Facet, Values, entries, patrons};
use crate::pages::view::{Link, Text, View};
use crate::plan::long_list::LongList;
use crate::totals::{Sums, joint_of, sum};

#[derive(Serialize)]
struct File<'a> {
    facets: Vec<FacetColumn<'a>>,
    links: Vec<SharedLink<'a>>,
    slugs: Vec<&'a str>,
    ids: BTreeMap<usize, &'a str>,
    titles: Vec<Cow<'a, str>>,
    langs: BTreeMap<usize, &'static str>,
    samples: Vec<usize>,
    dates: Vec<Option<String>>,
    days: Vec<String>,
    months: Vec<String>,
    delivered: Vec<Cell>,
    pledged: Vec<Cell>,
    #[serde(flatten)]
    own: OwnColumns,
    orders: BTreeMap<&'static str, Vec<usize>>,
}

/// The columns that only one of the lists has.
#[derive(Serialize)]
#[serde(untagged)]
enum OwnColumns {
    Projects {
        region: Vec<usize>,
        district: Vec<Option<usize>>,
        direction: Vec<usize>,
        object: Vec<Option<usize>>,
        cancelled: BTreeMap<usize, String>,
    },
    Patrons {
        region: Vec<usize>,
        joint: Vec<Cell>,
        #[serde(rename = "jointPledged")]
        joint_pledged: Vec<Cell>,
        #[serde(rename = "jointCount")]
        joint_count: Vec<usize>,
        projects: Vec<usize>,
    },
}

#[derive(Serialize)]
struct FacetColumn<'a> {
    name: &'static str,
    values: Vec<&'a str>,
    sets: Vec<Vec<usize>>,
    of: Vec<usize>,
}

/// An address, a text, and its language if that is not the list's.
#[derive(Serialize)]
#[serde(untagged)]
enum SharedLink<'a> {
    Own(String, Cow<'a, str>),
    Other(String, Cow<'a, str>, &'static str),
}

/// An amount in a column.
struct Cell(Amount);

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        /// Up to here a script's number is exact.
        const EXACT: u64 = (1 << 53) - 1;
        match self.0.or_zero() {
            None => serializer.serialize_none(),
            Some(amount) => match u64::try_from(amount.0) {
                Ok(number) if number <= EXACT => serializer.serialize_u64(number),
                _ => serializer.serialize_str(&amount.0.to_string()),
            },
        }
    }
}

/// Links that many entries share: each once, by its address and text.
#[derive(Default)]
struct Links<'a> {
    all: Vec<SharedLink<'a>>,
    places: HashMap<(String, Cow<'a, str>), usize>,
}

impl<'a> Links<'a> {
    /// The index of a link.
    fn add(&mut self, link: Link<'a>) -> usize {
        let Link { url, text, lang } = link;
        let all = &mut self.all;
        let place = self.places.entry((url, text));
        let add = |(url, text): &(String, Cow<'a, str>)| {
            let (url, text) = (url.clone(), text.clone());
            all.push(match lang {
                None => SharedLink::Own(url, text),
                Some(lang) => SharedLink::Other(url, text, lang),
            });
            all.len() - 1
        };
        *place.or_insert_with_key(add)
    }
}

/// The file of a list in the reader's language.
///
/// # Errors
/// What cannot be written as JSON, which is a bug.
pub(crate) fn list(view: &View<'_>, list: LongList) -> serde_json::Result<String> {
    let entries = entries(view, list);
    let mut text = match list {
        LongList::Projects => serde_json::to_string(&projects(view, &entries)),
        LongList::Patrons => serde_json::to_string(&named_patrons(view, &entries)),
    }?;
    text.push('\n');
    Ok(text)
}

fn projects<'a>(view: &View<'a>, entries: &'a [Values<'a>]) -> File<'a> {
    let portal = view.portal;
    let all: Vec<ProjectId> = portal.projects.indices().collect();
    let of = || all.iter().map(|&project| &portal.projects[project]);
    let mut links = Links::default();
    let mut name_order: Vec<usize> = (0..all.len()).collect();
    let titles: Vec<Text<'a>> = of().map(|project| view.title(&project.text)).collect();
    name_order.sort_by_cached_key(|&nth| view.language.locale.sort_key(&titles[nth].text));
    let own = OwnColumns::Projects {
        region: of()
            .map(|of| links.add(view.region_at(of.region, of.shown_day())))
            .collect(),
        district: of()
            .map(|of| Some(links.add(view.district(of.region, of.district?))))
            .collect(),
        direction: of()
            .map(|of| links.add(view.direction(of.direction)))
            .collect(),
        object: of()
            .map(|of| Some(links.add(view.object(of.object?))))
            .collect(),
        cancelled: of()
            .enumerate()
            .filter_map(|(nth, of)| Some((nth, of.cancelled?.to_string())))
            .collect(),
    };
    let ids = of().map(|of| (of.text.id.as_str(), of.text.slug.as_str()));
    let sums: Vec<Sums> = of()
        .map(|of| sum(portal, of.contributions.iter().copied()))
        .collect();
    File {
        samples: places(of().map(|of| of.text.sample)),
        dates: of().map(|of| Some(of.sorted_by?.to_string())).collect(),
        orders: BTreeMap::from([("name", name_order)]),
        ..file(view, entries, links, ids, titles, &sums, own)
    }
}

fn named_patrons<'a>(view: &View<'a>, entries: &'a [Values<'a>]) -> File<'a> {
    let portal = view.portal;
    let all: &[PatronId] = patrons(view);
    let of = || all.iter().map(|&patron| &portal.patrons[patron]);
    let mut links = Links::default();
    let joint: Vec<(usize, Sums)> = all
        .iter()
        .map(|&patron| {
            let joint = joint_of(portal, patron);
            (joint.len(), sum(portal, joint))
        })
        .collect();
    let own = OwnColumns::Patrons {
        region: of().map(|of| links.add(view.region(of.region))).collect(),
        joint: joint
            .iter()
            .map(|(_, joint)| Cell(joint.delivered.shown()))
            .collect(),
        joint_pledged: joint
            .iter()
            .map(|(_, joint)| Cell(joint.pledged.shown()))
            .collect(),
        joint_count: joint.iter().map(|(count, _)| *count).collect(),
        projects: all
            .iter()
            .map(|&patron| view.indexes.patron(patron).len())
            .collect(),
    };
    let latest = |contributions: &[_]| {
        let all = contributions.iter().map(|&id| &portal.contributions[id]);
        let counted = all.filter(|contribution| contribution.is_counted());
        counted.map(|contribution| contribution.date).max()
    };
    let ids = of().map(|of| (of.record.id.as_str(), of.record.id.as_str()));
    let titles = of().map(|of| view.text(&of.record.name)).collect();
    let sums: Vec<&Sums> = all
        .iter()
        .map(|&patron| view.totals.giver(Giver::Named(patron)))
        .collect();
    File {
        samples: places(of().map(|of| of.record.sample)),
        dates: of()
            .map(|of| Some(latest(&of.contributions)?.to_string()))
            .collect(),
        ..file(view, entries, links, ids, titles, &sums, own)
    }
}

/// What both lists have; their own fields are empty.
fn file<'a>(
    view: &View<'a>,
    entries: &'a [Values<'a>],
    links: Links<'a>,
    ids: impl Iterator<Item = (&'a str, &'a str)> + Clone,
    titles: Vec<Text<'a>>,
    sums: &[impl std::borrow::Borrow<Sums>],
    own: OwnColumns,
) -> File<'a> {
    let [days, months] = date_forms(&view.language.locale);
    let facets = Facet::ALL.into_iter().enumerate();
    let langs = titles.iter().enumerate();
    let sums = || sums.iter().map(std::borrow::Borrow::borrow);
    File {
        facets: facets.map(|(nth, of)| column(of, nth, entries)).collect(),
        links: links.all,
        slugs: ids.clone().map(|(_, slug)| slug).collect(),
        ids: ids
            .enumerate()
            .filter(|(_, (id, slug))| id != slug)
            .map(|(nth, (id, _))| (nth, id))
            .collect(),
        langs: langs
            .filter_map(|(nth, title)| Some((nth, title.lang?)))
            .collect(),
        titles: titles.into_iter().map(|title| title.text).collect(),
        samples: Vec::new(),
        dates: Vec::new(),
        days,
        months,
        delivered: sums().map(|of| Cell(of.delivered.shown())).collect(),
        pledged: sums().map(|of| Cell(of.pledged.shown())).collect(),
        own,
        orders: BTreeMap::new(),
    }
}

/// The nth facet of all entries. Values are in the order of their bytes, sets of them in that of the entries.
fn column<'a>(facet: Facet, nth: usize, entries: &'a [Values<'a>]) -> FacetColumn<'a> {
    let mut indices: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in entries {
        indices.extend(entry[nth].iter().map(|value| (&**value, 0)));
    }
    for (index, value) in indices.values_mut().enumerate() {
        *value = index;
    }
    let mut sets: Vec<Vec<usize>> = Vec::new();
    let mut known: HashMap<Vec<usize>, usize> = HashMap::new();
    let mut set_of = |entry: &Values<'_>| {
        let set: Vec<usize> = entry[nth].iter().map(|value| indices[&**value]).collect();
        *known.entry(set).or_insert_with_key(|set| {
            sets.push(set.clone());
            sets.len() - 1
        })
    };
    let of = entries.iter().map(&mut set_of).collect();
    FacetColumn {
        name: facet.word(),
        values: indices.into_keys().collect(),
        sets,
        of,
    }
}

/// The places of what is so.
fn places(are: impl Iterator<Item = bool>) -> Vec<usize> {
    are.enumerate()
        .filter_map(|(nth, is)| is.then_some(nth))
        .collect()
}

/// How the language writes a day and a month of each month of a year, with `{y}` and `{d}` for the year and the day.
fn date_forms(locale: &Locale) -> [Vec<String>; 2] {
    /// Digits of these stand nowhere else in a date.
    const YEAR: &str = "2098";
    const DAY: &str = "17";
    let form = |written: String| {
        let date = Date::parse(&written).map(|date| locale.date(date));
        let date = date.unwrap_or(written);
        date.replace(YEAR, "{y}").replace(DAY, "{d}")
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
    use crate::model::lang::Lang;
    use crate::model::money::Tenge;

    #[test]
    fn an_amount_that_a_script_would_round_is_a_text() {
        let written = |amount| serde_json::to_string(&Cell(amount)).unwrap();
        assert_eq!(written(Amount::NotStated), "null");
        assert_eq!(written(Amount::Nothing), "0");
        let known = |amount| written(Amount::Known(Tenge(amount)));
        assert_eq!(known(9_007_199_254_740_991), "9007199254740991");
        assert_eq!(known(9_007_199_254_740_993), "\"9007199254740993\"");
        assert_eq!(known(u128::MAX), format!("\"{}\"", u128::MAX));
    }

    #[test]
    fn every_date_can_be_written_by_the_forms() {
        for lang in Lang::ALL {
            let locale = Locale::new(lang);
            let [days, months] = date_forms(&locale);
            for (year, month) in [(1991, 1), (2017, 9), (2017, 12), (2098, 5)] {
                let of = |form: &str, day: &str| {
                    form.replace("{y}", &year.to_string()).replace("{d}", day)
                };
                let date = |text: String| locale.date(Date::parse(&text).unwrap());
                let whole = date(format!("{year}-{month:02}"));
                assert_eq!(of(&months[month - 1], ""), whole);
                for day in 1..=28 {
                    let one = date(format!("{year}-{month:02}-{day:02}"));
                    assert_eq!(of(&days[month - 1], &day.to_string()), one);
                }
            }
        }
    }
}
