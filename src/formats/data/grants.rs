//! Grants in the shape of the 360Giving Data Standard 1.4: `data/grants-360.json`.
//!
//! Form: <https://standard.threesixtygiving.org/en/1.4/>. A grant is a delivered contribution that has an amount and a day.
//! Who gave stands as a funding organisation with an id of our own, also a person: the standard knows no other. All who must
//! not be named are one, `tagzym-anonymous`; several givers together are one organisation with all their names. Who received
//! is the project, else the region. Ids have no prefix that 360Giving gave out: the file has its shape, and is not registered
//! there. `geoCode` is a code of KATO, the classifier of administrative units of Kazakhstan, and `geoCodeType` says so.
//!
//! It is made of the cells of the table of contributions alone, so that nothing can stand here that is not published there.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::package::licence_of;
use crate::data::{Cell, Data, columns, each_row, words};
use crate::locale::Arg;
use crate::model::lang::Lang;
use crate::pages::view::View;
use crate::plan::Page;
use crate::plan::data::{DataFile, DataTable};

/// All grants, the newest first.
pub(super) fn grants(view: &View<'_>) -> String {
    let data = view.data();
    let columns = columns(DataTable::Contributions, data.languages());
    let places = columns.iter().enumerate();
    let places = places.map(|(place, column)| (column.name.as_str(), place));
    let places: HashMap<&str, usize> = places.collect();
    let mut left_out = LeftOut::default();
    let mut grants = String::new();
    each_row(&data, DataTable::Contributions, |cells| {
        let row = Row {
            data: &data,
            places: &places,
            cells,
        };
        if left_out.is_grant(&row) {
            grants.push_str(if grants.is_empty() { "\n" } else { ",\n" });
            grants.push_str(&row.grant().to_string());
        }
    });
    let mut text = about(view, &left_out).to_string();
    // The head is an object without its last bracket: grants are written one on a line.
    text.truncate(text.len() - 1);
    text.push_str(",\n\"grants\":[");
    text.push_str(&grants);
    text.push_str("\n]}\n");
    text
}

/// How many contributions are grants, and how many are not, and why.
#[derive(Debug, Default, PartialEq, Eq)]
struct LeftOut {
    grants: u64,
    samples: u64,
    not_delivered: u64,
    without_amount: u64,
    without_day: u64,
}

impl LeftOut {
    /// Whether a contribution is a grant; it is counted with the others of its kind.
    fn is_grant(&mut self, row: &Row<'_>) -> bool {
        let count = match () {
            () if row.text("status") != Some("delivered") => &mut self.not_delivered,
            () if *row.cell("amount") == Cell::Empty => &mut self.without_amount,
            () if row.text("date_precision") != Some("day") => &mut self.without_day,
            () => {
                self.samples += u64::from(*row.cell("sample") == Cell::Boolean(true));
                self.grants += 1;
                return true;
            }
        };
        *count += 1;
        false
    }

    fn told(&self, lang: Lang) -> String {
        let args = [
            ("grants", Arg::Number(self.grants)),
            ("samples", Arg::Number(self.samples)),
            ("not-delivered", Arg::Number(self.not_delivered)),
            ("without-amount", Arg::Number(self.without_amount)),
            ("without-day", Arg::Number(self.without_day)),
        ];
        words::with(lang, "grants-about", &args)
    }
}

/// What is told of the whole: with how many contributions are left out, in each language of the site.
fn about(view: &View<'_>, left_out: &LeftOut) -> Value {
    let site = &view.portal.site;
    let languages = site.languages.iter();
    let told: Vec<String> = languages.map(|&lang| left_out.told(lang)).collect();
    let title = site.title.best(site.default_language, &site.fallback).text;
    let mut about = json!({
        "version": "1.4",
        "title": title,
        "description": told.join("\n"),
        "identifier": format!("tagzym-{}", view.edition()),
        "publisher": { "name": title, "website": format!("{}/", site.base_url) },
        "downloadURL": view.data().absolute(&DataFile::Grants.address()),
        "accessURL": view.data().absolute(&Page::data(view.portal).address(view.portal, site.default_language)),
    });
    if let Some(licence) = &site.licence {
        let of = licence_of(licence);
        let licence = of["path"].as_str().unwrap_or(licence);
        about["license"] = licence.into();
    }
    about
}

/// A row of the table of contributions.
struct Row<'a> {
    data: &'a Data<'a>,
    /// Where each column stands.
    places: &'a HashMap<&'a str, usize>,
    cells: &'a [Cell<'a>],
}

impl Row<'_> {
    fn cell(&self, name: &str) -> &Cell<'_> {
        let place = self.places.get(name);
        place
            .and_then(|&place| self.cells.get(place))
            .unwrap_or(&Cell::Empty)
    }

    fn text(&self, name: &str) -> Option<&str> {
        match self.cell(name) {
            Cell::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A text that stands in several languages: in the default one, else in the first that has it.
    fn best(&self, name: &str) -> Option<&str> {
        let site = &self.data.portal.site;
        let all = std::iter::once(&site.default_language).chain(&site.fallback);
        let mut all = all.chain(&site.languages);
        all.find_map(|lang| self.text(&format!("{name}_{lang}")))
    }

    fn grant(&self) -> Value {
        let id = self.text("id").unwrap_or_default();
        let direction = self.best("direction_name").unwrap_or_default();
        let project = self.best("project_title");
        let purpose = self.best("purpose");
        let place = self.best("district_name").or(self.best("region_name"));
        let given = self.best("in_kind");
        let told = [purpose.or(project), given, Some(direction), place];
        let told: Vec<&str> = told.into_iter().flatten().collect();
        let amount = match self.cell("amount") {
            Cell::Integer(amount) => json!(amount),
            _ => Value::Null,
        };
        let date = match self.cell("date") {
            Cell::Date(date) => date.to_string(),
            _ => String::new(),
        };
        let mut grant = json!({
            "id": format!("tagzym-{id}"),
            "title": project.or(purpose).unwrap_or(direction),
            "description": told.join(" · "),
            "currency": "KZT",
            "amountAwarded": amount,
            "awardDate": date,
            "fundingOrganization": [self.giver(id)],
            "recipientOrganization": [self.recipient()],
            "beneficiaryLocation": [self.place()],
            "classifications": [{
                "vocabulary": "tagzym directions",
                "code": self.text("direction_id"),
                "title": direction,
            }],
        });
        if let Some(url) = self.text("source_url") {
            let title = self.best("source_title");
            grant["relatedDocument"] = json!([{ "title": title.unwrap_or(url), "url": url }]);
        }
        if *self.cell("sample") == Cell::Boolean(true) {
            grant["sample"] = true.into();
        }
        grant
    }

    fn giver(&self, id: &str) -> Value {
        let patrons = self.text("patron_ids").unwrap_or_default();
        let are_named = || patrons.split(';').all(|of| of != "anonymous");
        let id = match self.text("giver") {
            Some("patron") => format!("tagzym-patron-{patrons}"),
            // The same givers are one organisation; with one who must not be named they are another each time.
            Some("joint") if are_named() => {
                let mut ids: Vec<&str> = patrons.split(';').collect();
                ids.sort_unstable();
                format!("tagzym-joint-{}", ids.join("+"))
            }
            Some("joint") => format!("tagzym-joint-{id}"),
            _ => "tagzym-anonymous".to_owned(),
        };
        let default = self.data.portal.site.default_language;
        let name = self.best("patron_name").map(str::to_owned);
        json!({
            "id": id,
            "name": name.unwrap_or_else(|| words::word(default, "value-giver-anonymous")),
        })
    }

    fn recipient(&self) -> Value {
        match (self.text("project_id"), self.text("region_id")) {
            (Some(project), _) => json!({
                "id": format!("tagzym-project-{project}"),
                "name": self.best("project_title").unwrap_or(project),
            }),
            (None, region) => {
                let region = region.unwrap_or_default();
                json!({
                    "id": format!("tagzym-region-{region}"),
                    "name": self.best("region_name").unwrap_or(region),
                })
            }
        }
    }

    fn place(&self) -> Value {
        let of = if self.text("district_id").is_some() {
            "district"
        } else {
            "region"
        };
        let mut place = Map::new();
        place.insert("countryCode".to_owned(), "KZ".into());
        if let Some(name) = self.best(&format!("{of}_name")) {
            place.insert("name".to_owned(), name.into());
        }
        if let Some(code) = self.text(&format!("{of}_kato")) {
            place.insert("geoCode".to_owned(), code.into());
            place.insert("geoCodeType".to_owned(), "KATO".into());
        }
        Value::Object(place)
    }
}
