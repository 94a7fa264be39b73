//! `list.json`: all entries of a long list in columns, for a script that filters, orders and shows them in the browser.
//!
//! An entry has the same place in every column. What many entries share (the values of a facet, the pages they lead to)
//! stands once, and entries have its index, so that 3,000 projects load in less than the pictures of one page.
//!
//! ```json
//! {"facets": [{"name": "region", "values": ["abai", …], "sets": [[0], …], "of": [0, 0, 3, …]}, …],
//!  "links": [["/kk/regions/abai/", "Абай облысы"], …],
//!  "slugs": ["school-on-the-hill", …], "ids": {"4": "…"}, "titles": ["…", …], "langs": {"7": "ru"}, "samples": [0, …],
//!  "dates": ["2019-07-12", null, …], "days": ["{y} жылғы {d} қаңтар", …], "months": ["{y} жылғы қаңтар", …],
//!  "delivered": [1000000, 0, null, "9007199254740993", …], "pledged": […], "byYear": [[], [600000, 400000], …],
//!  "photos": {"9": ["/media/…/gym-….webp", 480, 360]},
//!  "region": [0, …], "district": [null, …], …, "orders": {"name": [7, 0, …]}}
//! ```
//! `of` says which of the `sets` of values an entry has. An amount is whole tenge, 0 where nothing is on record, null where
//! no amount is known, and a text where a script's numbers would round it. `byYear` has what was delivered in each of the
//! years of an entry that has several. `ids` has those that are not the slug, `langs`
//! those titles that are in another language than the list. An order gives the places of all entries; those that a script
//! can tell from the columns are left out.

use std::collections::{BTreeMap, HashMap};

use serde::{Serialize, Serializer};

use crate::model::money::Amount;
use crate::pages::facets::{Facet, Values};
use crate::pages::list_entries::{ListEntry, Own, date_forms, list_entries};
use crate::pages::prose::Image;
use crate::pages::view::{Link, View};
use crate::plan::long_list::LongList;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct File<'a> {
    facets: Vec<FacetColumn<'a>>,
    links: Vec<SharedLink<'a>>,
    slugs: Vec<&'a str>,
    ids: BTreeMap<usize, &'a str>,
    titles: Vec<&'a str>,
    langs: BTreeMap<usize, &'static str>,
    samples: Vec<usize>,
    dates: Vec<Option<&'a str>>,
    days: Vec<String>,
    months: Vec<String>,
    delivered: Vec<Cell>,
    pledged: Vec<Cell>,
    by_year: Vec<Vec<Cell>>,
    region: Vec<usize>,
    #[serde(flatten)]
    own: OwnColumns<'a>,
    orders: BTreeMap<&'static str, Vec<usize>>,
}

/// The columns that only one of the lists has.
#[derive(Serialize)]
#[serde(untagged)]
enum OwnColumns<'a> {
    Projects(ProjectColumns<'a>),
    Patrons(PatronColumns),
}

#[derive(Default, Serialize)]
struct ProjectColumns<'a> {
    district: Vec<Option<usize>>,
    direction: Vec<usize>,
    object: Vec<Option<usize>>,
    cancelled: BTreeMap<usize, &'a str>,
    /// The address, width and height of a photograph.
    photos: BTreeMap<usize, (&'a str, u32, u32)>,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct PatronColumns {
    joint: Vec<Cell>,
    joint_pledged: Vec<Cell>,
    joint_count: Vec<usize>,
    projects: Vec<usize>,
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
    Own(&'a str, &'a str),
    Other(&'a str, &'a str, &'static str),
}

/// An amount in a column.
pub(super) struct Cell(pub(super) Amount);

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
    places: HashMap<(&'a str, &'a str), usize>,
}

impl<'a> Links<'a> {
    /// The index of a link.
    fn add(&mut self, link: &'a Link<'_>) -> usize {
        let (url, text) = (&*link.url, &*link.text);
        let all = &mut self.all;
        *self.places.entry((url, text)).or_insert_with(|| {
            all.push(match link.lang {
                None => SharedLink::Own(url, text),
                Some(lang) => SharedLink::Other(url, text, lang),
            });
            all.len() - 1
        })
    }
}

/// The file of a list in the reader's language.
///
/// # Errors
/// What cannot be written as JSON, which is a bug.
pub(crate) fn list(view: &View<'_>, list: LongList) -> serde_json::Result<String> {
    let entries = list_entries(view, list);
    let mut text = serde_json::to_string(&file(view, list, &entries))?;
    text.push('\n');
    Ok(text)
}

fn file<'a>(view: &View<'_>, list: LongList, entries: &'a [ListEntry<'_>]) -> File<'a> {
    let mut links = Links::default();
    let [days, months] = date_forms(view);
    let facets = Facet::ALL.into_iter().enumerate();
    let with_place = || entries.iter().enumerate();
    File {
        facets: facets.map(|(nth, of)| column(of, nth, entries)).collect(),
        slugs: entries.iter().map(|of| of.slug).collect(),
        ids: with_place()
            .filter(|(_, of)| of.id != of.slug)
            .map(|(nth, of)| (nth, of.id))
            .collect(),
        titles: entries.iter().map(|of| &*of.title.text).collect(),
        langs: with_place()
            .filter_map(|(nth, of)| Some((nth, of.title.lang?)))
            .collect(),
        samples: with_place()
            .filter_map(|(nth, of)| of.sample.then_some(nth))
            .collect(),
        dates: entries.iter().map(|of| of.date.as_deref()).collect(),
        days,
        months,
        delivered: entries
            .iter()
            .map(|of| Cell(of.sums.delivered.amount))
            .collect(),
        pledged: entries
            .iter()
            .map(|of| Cell(of.sums.pledged.amount))
            .collect(),
        by_year: entries
            .iter()
            .map(|of| of.by_year.iter().copied().map(Cell).collect())
            .collect(),
        region: entries.iter().map(|of| links.add(&of.region)).collect(),
        own: match list {
            LongList::Projects => OwnColumns::Projects(project_columns(entries, &mut links)),
            LongList::Patrons => OwnColumns::Patrons(patron_columns(entries)),
        },
        orders: match list {
            LongList::Projects => BTreeMap::from([("name", by_name(view, entries))]),
            LongList::Patrons => BTreeMap::new(),
        },
        links: links.all,
    }
}

fn project_columns<'a>(entries: &'a [ListEntry<'_>], links: &mut Links<'a>) -> ProjectColumns<'a> {
    let mut columns = ProjectColumns::default();
    for (nth, entry) in entries.iter().enumerate() {
        if let Own::Project {
            district,
            direction,
            object,
            cancelled,
            photo,
        } = &entry.own
        {
            let mut add = |link: &'a Option<Link<'_>>| Some(links.add(link.as_ref()?));
            columns.district.push(add(district));
            columns.object.push(add(object));
            columns.direction.push(links.add(direction));
            columns
                .cancelled
                .extend(cancelled.as_deref().map(|day| (nth, day)));
            let sized = photo.as_ref().and_then(Image::in_list);
            columns.photos.extend(sized.map(|photo| (nth, photo)));
        }
    }
    columns
}

fn patron_columns(entries: &[ListEntry<'_>]) -> PatronColumns {
    let mut columns = PatronColumns::default();
    for entry in entries {
        if let Own::Patron { joint, projects } = &entry.own {
            let count = joint.delivered.contributions + joint.pledged.contributions;
            columns.joint.push(Cell(joint.delivered.amount));
            columns.joint_pledged.push(Cell(joint.pledged.amount));
            columns.joint_count.push(count);
            columns.projects.push(*projects);
        }
    }
    columns
}

/// The places of all entries in the order of their titles.
fn by_name(view: &View<'_>, entries: &[ListEntry<'_>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_cached_key(|&nth| view.language.locale.sort_key(&entries[nth].title.text));
    order
}

/// The nth facet of all entries. Values are in the order of their bytes, sets of them in that of the entries.
fn column<'a>(facet: Facet, nth: usize, entries: &'a [ListEntry<'_>]) -> FacetColumn<'a> {
    let mut indices: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in entries {
        indices.extend(entry.values[nth].iter().map(|value| (&**value, 0)));
    }
    for (index, value) in indices.values_mut().enumerate() {
        *value = index;
    }
    let mut sets: Vec<Vec<usize>> = Vec::new();
    let mut known: HashMap<Vec<usize>, usize> = HashMap::new();
    let mut set_of = |values: &Values<'_>| {
        let set: Vec<usize> = values[nth].iter().map(|value| indices[&**value]).collect();
        *known.entry(set).or_insert_with_key(|set| {
            sets.push(set.clone());
            sets.len() - 1
        })
    };
    let of = entries.iter().map(|entry| set_of(&entry.values)).collect();
    FacetColumn {
        name: facet.word(),
        values: indices.into_keys().collect(),
        sets,
        of,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
}
