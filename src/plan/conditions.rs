//! Conditions (a conjunction of predicates) on contributions, as the address of the page that looks for them has them:
//! `?region=abai&year=2019`.
//!
//! The words of the keys are those of a text's `@total?…`. More say what only a row of a table asks for: `stated`, `givers`,
//! `-` for what is not stated, `period`, and `others` for what a shortened table leaves out.

use std::collections::BTreeMap;

use super::summed::Summed;
use crate::model::axis::{Axis, Giver, Key};
use crate::model::date::Date;
use crate::model::figure::{Figure, Measure, Period};
use crate::model::filter::Filter;
use crate::model::kind::{ObjectKindId, RegionId};
use crate::model::portal::Portal;

/// The keys of an address, in its order.
pub(crate) const KEYS: [&str; 11] = [
    "region",
    "district",
    "direction",
    "object",
    "stated",
    "year",
    "patron",
    "givers",
    "from",
    "period",
    "others",
];

/// What no id can be: not stated.
pub(crate) const NOT_STATED: &str = "-";

/// One thing that a contribution must have.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Condition {
    /// The key on its axis; a kind of object is the one that is stated.
    Key(Key),
    /// This kind of object, or one below it.
    Within(ObjectKindId),
    /// Every day that its date can mean is in the period.
    During(Period),
    /// A row of this axis with a name, but for these.
    Others(Axis, Vec<Key>),
}

impl Condition {
    /// That of a row of a table. What several gave has no single home; a kind without others below it is stated alone.
    pub(crate) fn of_row(portal: &Portal, key: Key) -> Condition {
        match key {
            Key::From(None) => Condition::Key(Key::Patron(Giver::Joint)),
            Key::Object(Some(kind)) if portal.objects[kind].children.is_empty() => {
                Condition::Within(kind)
            }
            key => Condition::Key(key),
        }
    }

    /// That of all that a page adds up; none of the campaign.
    pub(crate) fn of_page(of: Summed) -> Option<Condition> {
        Some(match of {
            Summed::Campaign => return None,
            Summed::Region(region) => Condition::Key(Key::Region(region)),
            Summed::District(region, district) => {
                Condition::Key(Key::District(region, Some(district)))
            }
            Summed::Direction(direction) => Condition::Key(Key::Direction(direction)),
            Summed::Object(object) => Condition::Within(object),
            Summed::Year(year) => Condition::Key(Key::Year(year)),
            Summed::Patron(patron) => Condition::Key(Key::Patron(Giver::Named(patron))),
        })
    }

    /// Those of a sum in a text; a district stands for its region.
    pub(crate) fn of_filter(filter: &Filter) -> Vec<Condition> {
        let keys = filter.keys();
        let has_district = filter.district.is_some();
        let keys = keys.filter(|key| !(has_district && matches!(key, Key::Region(_))));
        keys.map(|key| match key {
            Key::Object(Some(object)) => Condition::Within(object),
            key => Condition::Key(key),
        })
        .collect()
    }

    /// Those of a row of a page's table; a district stands for its region.
    pub(crate) fn of_cell(portal: &Portal, page: Summed, key: Key) -> Vec<Condition> {
        let page = Condition::of_page(page);
        let page = page.filter(|page| {
            !matches!(
                (page, key),
                (Condition::Key(Key::Region(_)), Key::District(..))
            )
        });
        page.into_iter()
            .chain([Condition::of_row(portal, key)])
            .collect()
    }

    /// That of the rows which a page's table along an axis leaves out, since it has those `shown` alone.
    pub(crate) fn of_others(page: Summed, axis: Axis, shown: Vec<Key>) -> Vec<Condition> {
        let page = Condition::of_page(page);
        page.into_iter()
            .chain([Condition::Others(axis, shown)])
            .collect()
    }

    /// Those of what the records explain of a reported figure.
    pub(crate) fn of_figure(of: &Figure) -> Vec<Condition> {
        let place = of.region.map(|region| match of.district {
            Some(district) => Key::District(region, Some(district)),
            None => Key::Region(region),
        });
        let period = of.record.period.map(|period| match period.from {
            Date::Year(year) if period.from == period.to => Condition::Key(Key::Year(year)),
            _ => Condition::During(period),
        });
        // What was built is of some kind.
        let stated = of.record.measure == Measure::Objects;
        let stated = stated.then(|| Condition::Others(Axis::Object, Vec::new()));
        let place = place.map(Condition::Key);
        [place, period, stated].into_iter().flatten().collect()
    }

    fn put(&self, portal: &Portal, query: &mut BTreeMap<usize, String>) {
        let mut put = |key: &str, value: &str| {
            let place = KEYS.iter().position(|word| *word == key);
            query.extend(place.map(|place| (place, value.to_owned())));
        };
        let region = |region: RegionId| portal.regions[region].record.id.as_str();
        match *self {
            Condition::Within(object) => put("object", portal.objects[object].record.id.as_str()),
            Condition::During(period) if period.from == period.to => {
                put("period", &period.from.to_string())
            }
            Condition::During(Period { from, to }) => put("period", &format!("{from}..{to}")),
            Condition::Others(axis, ref rows) => {
                let ids = rows.iter().map(|&key| id(portal, key));
                let words: Vec<String> = [axis.word().to_owned()].into_iter().chain(ids).collect();
                put("others", &words.join("."));
            }
            Condition::Key(key) => match key {
                Key::Region(of) => put("region", region(of)),
                Key::From(Some(of)) => put("from", region(of)),
                // Those of several have no region of one patron.
                Key::From(None) | Key::Patron(Giver::Joint) => put("givers", "joint"),
                Key::Year(year) => put("year", &format!("{year:04}")),
                Key::Direction(of) => put("direction", portal.directions[of].id.as_str()),
                Key::Object(Some(of)) => put("stated", portal.objects[of].record.id.as_str()),
                Key::Object(None) => put("stated", NOT_STATED),
                Key::District(of, district) => {
                    let id = |district| portal.regions[of].district(district).id.as_str();
                    put("region", region(of));
                    put("district", district.map_or(NOT_STATED, id));
                }
                Key::Patron(Giver::Named(of)) => {
                    put("patron", portal.patrons[of].record.id.as_str())
                }
                Key::Patron(Giver::Anonymous) => put("givers", "anonymous"),
            },
        }
    }

    /// What an address says; none if it is not understood. The reverse of [`query`].
    pub(super) fn parse(portal: &Portal, query: &str) -> Option<Vec<Condition>> {
        let mut found = Vec::new();
        let mut home = None;
        for pair in query.split('&') {
            let (key, value) = pair.split_once('=')?;
            let key = match key {
                "region" => {
                    home = portal.regions.find(value);
                    Key::Region(home?)
                }
                "district" => {
                    found.pop();
                    let known = &portal.regions[home?];
                    Key::District(home?, stated(value, |id| known.find_district(id))?)
                }
                "direction" => Key::Direction(portal.directions.find(value)?),
                "object" => {
                    found.push(Condition::Within(portal.objects.find(value)?));
                    continue;
                }
                "period" => {
                    let (from, to) = value.split_once("..").unwrap_or((value, value));
                    let [from, to] = [from, to].map(Date::parse);
                    let (from, to) = (from.ok()?, to.ok()?);
                    found.push(Condition::During(Period { from, to }));
                    continue;
                }
                "others" => {
                    found.push(others(portal, home, value)?);
                    continue;
                }
                "stated" => Key::Object(stated(value, |id| portal.objects.find(id))?),
                "year" => Key::Year(value.parse().ok()?),
                "patron" => Key::Patron(Giver::Named(portal.patrons.find(value)?)),
                "givers" if value == "anonymous" => Key::Patron(Giver::Anonymous),
                "givers" if value == "joint" => Key::Patron(Giver::Joint),
                "from" => Key::From(Some(portal.regions.find(value)?)),
                _ => return None,
            };
            found.push(Condition::Key(key));
        }
        Some(found)
    }
}

/// The id of a row with a name, as an address has it.
fn id(portal: &Portal, key: Key) -> String {
    let id = match key {
        Key::Year(year) => return format!("{year:04}"),
        Key::Region(of) | Key::From(Some(of)) => &portal.regions[of].record.id,
        Key::Direction(of) => &portal.directions[of].id,
        Key::Object(Some(of)) => &portal.objects[of].record.id,
        Key::District(of, Some(district)) => &portal.regions[of].district(district).id,
        Key::Patron(Giver::Named(of)) => &portal.patrons[of].record.id,
        // Rows without a name are none of those that a table leaves out.
        Key::From(None) | Key::Object(None) | Key::District(_, None) | Key::Patron(_) => {
            return NOT_STATED.to_owned();
        }
    };
    id.as_str().to_owned()
}

/// Rows of an axis as an address has them, `region.abai.almaty`; districts are those of the region that it asks for.
fn others(portal: &Portal, home: Option<RegionId>, value: &str) -> Option<Condition> {
    let mut words = value.split('.');
    let word = words.next()?;
    let axis = Axis::ALL.into_iter().find(|axis| axis.word() == word)?;
    let key = |id: &str| {
        Some(match axis {
            Axis::Region => Key::Region(portal.regions.find(id)?),
            Axis::From => Key::From(Some(portal.regions.find(id)?)),
            Axis::Year => Key::Year(id.parse().ok()?),
            Axis::Direction => Key::Direction(portal.directions.find(id)?),
            Axis::Object => Key::Object(Some(portal.objects.find(id)?)),
            Axis::District => Key::District(home?, Some(portal.regions[home?].find_district(id)?)),
            Axis::Patron => Key::Patron(Giver::Named(portal.patrons.find(id)?)),
        })
    };
    let rows: Option<Vec<Key>> = words.map(key).collect();
    Some(Condition::Others(axis, rows?))
}

/// What is stated, or that nothing is; none if it is not known.
fn stated<T>(value: &str, find: impl FnOnce(&str) -> Option<T>) -> Option<Option<T>> {
    match value {
        NOT_STATED => Some(None),
        id => Some(Some(find(id)?)),
    }
}

/// The query of an address for which contributions have all of this, in an order of its own.
pub(crate) fn query(portal: &Portal, conditions: &[Condition]) -> String {
    let mut query = BTreeMap::new();
    for condition in conditions {
        condition.put(portal, &mut query);
    }
    let pairs = query
        .iter()
        .map(|(&place, value)| format!("{}={value}", KEYS[place]));
    pairs.collect::<Vec<String>>().join("&")
}

impl Summed {
    /// The axes of the tables that its page shows.
    pub(crate) fn shown(self) -> impl Iterator<Item = Axis> {
        let more: &[Axis] = match self {
            Summed::Region(_) | Summed::District(..) | Summed::Year(_) => &[Axis::Patron],
            Summed::Patron(_) => &[Axis::Direction],
            Summed::Campaign | Summed::Direction(_) | Summed::Object(_) => &[],
        };
        self.axes().iter().chain(more).copied()
    }
}
