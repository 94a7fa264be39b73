//! `rows.json`: all contributions in columns, for a script that shows those that the address of its page asks for.
//!
//! They stand in the order of all lists: what is delivered first, the newest first. A contribution has the same place in
//! every column. What many share stands once, and they have its index; where a project says where and for what, they say
//! it themselves in `own` only if it is something else.
//!
//! ```json
//! {"delivered": 1200, "date": [0, 0, 1, …], "dates": ["2024-05-12", …], "days": ["{d} мам {y} ж.", …], "months": […],
//!  "amount": [1000000, null, "9007199254740993", …], "giver": [4, [4, -1], -2, …], "project": [0, null, …],
//!  "own": {"1": [3, 17, 0, null]}, "places": {"8": ["Алматы облысы"]},
//!  "regions": [["abai", "/kk/regions/abai/", "Абай облысы"], …], "districts": [[3, "…", "/kk/…/", "…"], …],
//!  "directions": [["school", …], …], "objects": [[null, "gym", …], [0, "pool", …], …],
//!  "patrons": {"first": "/kk/patrons/", "slugs": […], "names": […], "langs": {"7": "ru"}, "samples": [2], "facts": [3, …]},
//!  "unnamed": [["company", 3, "Абай облысы", null, false], …],
//!  "projects": {"first": "/kk/projects/", "slugs": […], "names": […], "langs": {…}, "facts": [[3, 17, 0, null], …]},
//!  "texts": [["…"], ["…", "ru"], …], "purpose": {"1": 0}, "inKind": {…}, "note": {…},
//!  "source": {"5": ["https://…", 3, "2024-05-13", false]}}
//! ```
//! `own` and `facts` are region, district, direction and kind of object. A giver below zero is one of those who are not
//! named, counted from -1: all who look the same are one. An amount is whole tenge, null where it is not stated, and a text where
//! a script's numbers would round it. `places` has the name of a region where it was another when something was given.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use serde::Serialize;
use serde_json::{Value, json};

use super::list_json::Cell;
use crate::model::contribution::{Contribution, SourceAddress};
use crate::model::index::{ContributionId, DistrictId};
use crate::model::kind::{DirectionId, ObjectKindId, PatronId, ProjectId, RegionId};
use crate::model::money::Amount;
use crate::model::patron::Patron;
use crate::pages::list_entries::short_date_forms;
use crate::pages::list_filter::{districts_in_order, kinds_in_order};
use crate::pages::list_in_order;
use crate::pages::view::{Link, Text, View};
use crate::plan::address::quote;
use crate::plan::{Listed, Page, Summed};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct File<'a> {
    delivered: usize,
    dates: Vec<String>,
    days: Vec<String>,
    months: Vec<String>,
    #[serde(flatten)]
    tables: BTreeMap<&'static str, Vec<Value>>,
    patrons: Entries<'a>,
    projects: Entries<'a>,
    unnamed: Vec<Value>,
    texts: Vec<Value>,
    #[serde(flatten)]
    columns: Columns,
}

/// Patrons or projects, each in the folder `first`.
#[derive(Serialize)]
struct Entries<'a> {
    first: String,
    slugs: Vec<&'a str>,
    names: Vec<String>,
    langs: BTreeMap<usize, &'static str>,
    samples: Vec<usize>,
    /// The home of a patron; where and for what a project is.
    facts: Vec<Value>,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Columns {
    date: Vec<usize>,
    amount: Vec<Cell>,
    giver: Vec<Value>,
    project: Vec<Option<usize>>,
    own: BTreeMap<usize, Facts>,
    places: BTreeMap<usize, Value>,
    purpose: BTreeMap<usize, usize>,
    in_kind: BTreeMap<usize, usize>,
    note: BTreeMap<usize, usize>,
    source: BTreeMap<usize, Value>,
}

/// Region, district, direction and kind of object, by their places in the file.
type Facts = (usize, Option<usize>, usize, Option<usize>);

/// What many contributions share, each once, in the order in which they came.
struct Shared<K> {
    all: Vec<K>,
    places: HashMap<K, usize>,
}

impl<K: Hash + Eq + Clone> Shared<K> {
    fn new(all: impl IntoIterator<Item = K>) -> Shared<K> {
        let mut shared = Shared {
            all: Vec::new(),
            places: HashMap::new(),
        };
        for one in all {
            shared.place(one);
        }
        shared
    }

    fn place(&mut self, of: K) -> usize {
        *self.places.entry(of).or_insert_with_key(|of| {
            self.all.push(of.clone());
            self.all.len() - 1
        })
    }
}

/// What is shown of a giver who is not named: kind, region, what that is called, and whether it is a sample.
type Unnamed = (&'static str, RegionId, String, Option<&'static str>, bool);

/// What contributions have in common, by its place in the file.
struct Tables<'a> {
    view: View<'a>,
    regions: Shared<RegionId>,
    districts: Shared<(RegionId, DistrictId)>,
    directions: Shared<DirectionId>,
    objects: Shared<ObjectKindId>,
    patrons: Shared<PatronId>,
    unnamed: Shared<Unnamed>,
    projects: Shared<ProjectId>,
    dates: Shared<String>,
    texts: Shared<(String, Option<&'static str>)>,
}

/// The file for readers of a language.
///
/// # Errors
/// What cannot be written as JSON, which is a bug.
pub(crate) fn rows(view: &View<'_>) -> serde_json::Result<String> {
    let portal = view.portal;
    let regions = view.regions_in_order();
    let districts = regions.iter().flat_map(|&region| {
        let of = districts_in_order(view, region).into_iter();
        of.map(move |district| (region, district))
    });
    let mut tables = Tables {
        view: *view,
        regions: Shared::new(regions.iter().copied()),
        districts: Shared::new(districts),
        directions: Shared::new(portal.directions.indices()),
        objects: Shared::new(kinds_in_order(view).into_iter().map(|(kind, _)| kind)),
        patrons: Shared::new([]),
        unnamed: Shared::new([]),
        projects: Shared::new([]),
        dates: Shared::new([]),
        texts: Shared::new([]),
    };
    let mut columns = Columns::default();
    for id in list_in_order(view, Listed::Of(Summed::Campaign)) {
        tables.add(id, &mut columns);
    }
    let mut text = serde_json::to_string(&tables.file(columns))?;
    text.push('\n');
    Ok(text)
}

impl<'a> Tables<'a> {
    fn add(&mut self, id: ContributionId, columns: &mut Columns) {
        let view = self.view;
        let of = &view.portal.contributions[id];
        let place = columns.date.len();
        columns.date.push(self.dates.place(of.date.to_string()));
        let amount = of.amount.map_or(Amount::NotStated, Amount::Known);
        columns.amount.push(Cell(amount));
        columns.giver.push(self.givers(of));
        columns
            .project
            .push(of.project.map(|project| self.projects.place(project)));
        let facts = (of.region, of.district, of.direction, of.object);
        let told = of.project.map(|project| {
            let project = &view.portal.projects[project];
            (
                project.region,
                project.district,
                project.direction,
                project.object,
            )
        });
        if told != Some(facts) {
            columns.own.insert(place, self.facts(facts));
        }
        let then = view.region_at(of.region, of.date);
        if then.text != view.region(of.region).text {
            columns.places.insert(
                place,
                words(&Text {
                    text: then.text,
                    lang: then.lang,
                }),
            );
        }
        let annotation = of.annotation.as_deref();
        let said = [
            (&mut columns.purpose, of.purpose.as_deref()),
            (&mut columns.in_kind, of.in_kind.as_deref()),
            (
                &mut columns.note,
                annotation.and_then(|of| of.note.as_ref()),
            ),
        ];
        for (column, text) in said {
            column.extend(text.map(|text| (place, self.text(view.text(text)))));
        }
        if let Some(source) = annotation.and_then(|of| of.source.as_ref()) {
            let title = self.text(view.text(&source.title));
            let (url, is_file) = match &source.at {
                SourceAddress::Web(url) => (url.clone(), false),
                SourceAddress::File(path) => (view.url_of(&quote(path)), true),
            };
            let date = source.date.map(|date| date.to_string());
            columns
                .source
                .insert(place, json!([url, title, date, is_file]));
        }
    }

    fn text(&mut self, of: Text<'_>) -> usize {
        self.texts.place((of.text.into_owned(), of.lang))
    }

    /// Who gave, in the order in which lists show them.
    fn givers(&mut self, of: &Contribution) -> Value {
        let view = self.view;
        let ordered = view.givers_in_order(of);
        let mut places = ordered.into_iter().map(|id| {
            let patron = &view.portal.patrons[id];
            match patron.is_anonymous() {
                false => self.patrons.place(id) as i64,
                true => -1 - self.unnamed.place(unnamed(&view, patron, of)) as i64,
            }
        });
        match of.is_joint() {
            true => places.collect(),
            false => places.next().into(),
        }
    }

    fn facts(
        &mut self,
        (region, district, direction, object): (
            RegionId,
            Option<DistrictId>,
            DirectionId,
            Option<ObjectKindId>,
        ),
    ) -> Facts {
        (
            self.regions.place(region),
            district.map(|district| self.districts.place((region, district))),
            self.directions.place(direction),
            object.map(|object| self.objects.place(object)),
        )
    }

    fn file(mut self, columns: Columns) -> File<'a> {
        let view = self.view;
        let portal = view.portal;
        let projects = std::mem::replace(&mut self.projects, Shared::new([])).all;
        let of_projects = projects.iter().map(|&id| {
            let of = &portal.projects[id];
            json!(self.facts((of.region, of.district, of.direction, of.object)))
        });
        let of_projects: Vec<Value> = of_projects.collect();
        let titles = projects.iter().map(|&id| view.project(id));
        let projects = entries(
            view.url(Page::Projects),
            projects
                .iter()
                .map(|&id| portal.projects[id].text.slug.as_str()),
            titles,
            of_projects,
        );
        let known = self.patrons.all.iter().map(|&id| &portal.patrons[id]);
        let mut patrons = entries(
            view.url(Page::Patrons),
            known.clone().map(|of| of.record.id.as_str()),
            known.clone().map(|of| {
                let Text { text, lang } = view.text(&of.record.name);
                Link {
                    url: String::new(),
                    text,
                    lang,
                }
            }),
            known
                .clone()
                .map(|of| json!(self.regions.places[&of.region]))
                .collect(),
        );
        let samples = known.enumerate().filter(|(_, of)| of.record.sample);
        patrons.samples = samples.map(|(place, _)| place).collect();
        let unnamed = self.unnamed.all.iter();
        let unnamed = unnamed.map(|(kind, region, name, lang, sample)| {
            json!([kind, self.regions.places[region], name, lang, sample])
        });
        let unnamed = unnamed.collect();
        let [days, months] = short_date_forms(&view);
        let delivered = view.totals.whole.delivered.contributions.len();
        File {
            delivered,
            days,
            months,
            tables: self.tables(),
            patrons,
            projects,
            unnamed,
            texts: self
                .texts
                .all
                .iter()
                .map(|(text, lang)| with_lang(vec![json!(text)], *lang))
                .collect(),
            dates: self.dates.all,
            columns,
        }
    }

    /// Regions, districts, directions and kinds: their id, address and name, behind what they belong to.
    fn tables(&self) -> BTreeMap<&'static str, Vec<Value>> {
        let portal = self.view.portal;
        let known = |before: &[Value], id: &str, of: Link<'_>| {
            let cells = [json!(id), json!(of.url), json!(of.text)];
            with_lang([before, &cells].concat(), of.lang)
        };
        let regions = self.regions.all.iter();
        let regions = regions.map(|&of| {
            known(
                &[],
                portal.regions[of].record.id.as_str(),
                self.view.region(of),
            )
        });
        let districts = self.districts.all.iter().map(|&(region, district)| {
            let id = portal.regions[region].district(district).id.as_str();
            known(
                &[json!(self.regions.places[&region])],
                id,
                self.view.district(region, district),
            )
        });
        let directions = self.directions.all.iter();
        let directions = directions.map(|&of| {
            known(
                &[],
                portal.directions[of].id.as_str(),
                self.view.direction(of),
            )
        });
        let objects = self.objects.all.iter().map(|&of| {
            let above = portal.objects[of]
                .parent
                .map(|above| self.objects.places[&above]);
            known(
                &[json!(above)],
                portal.objects[of].record.id.as_str(),
                self.view.object(of),
            )
        });
        BTreeMap::from([
            ("regions", regions.collect()),
            ("districts", districts.collect()),
            ("directions", directions.collect()),
            ("objects", objects.collect()),
        ])
    }
}

fn unnamed(view: &View<'_>, patron: &Patron, of: &Contribution) -> Unnamed {
    let Link { text, lang, .. } = view.region_at(patron.region, of.date);
    let record = &patron.record;
    (
        record.kind.word(),
        patron.region,
        text.into_owned(),
        lang,
        record.sample,
    )
}

fn entries<'a, 'l>(
    first: String,
    slugs: impl Iterator<Item = &'a str>,
    names: impl Iterator<Item = Link<'l>>,
    facts: Vec<Value>,
) -> Entries<'a> {
    let mut langs = BTreeMap::new();
    let names = names.enumerate().map(|(place, of)| {
        langs.extend(of.lang.map(|lang| (place, lang)));
        of.text.into_owned()
    });
    Entries {
        first,
        slugs: slugs.collect(),
        names: names.collect(),
        langs,
        samples: Vec::new(),
        facts,
    }
}

fn words(of: &Text<'_>) -> Value {
    with_lang(vec![json!(of.text)], of.lang)
}

/// Cells, with the language behind them if it is not the page's.
fn with_lang(mut cells: Vec<Value>, lang: Option<&str>) -> Value {
    cells.extend(lang.map(|lang| json!(lang)));
    Value::Array(cells)
}
