//! What readers see of figures: maps in the borders of their year, with tiles or with outlines, and the rows of tables as
//! files.

use std::collections::BTreeSet;

use crate::support::{Built, Site, pages};
use tagzym::Unpublished;

/// A country whose old south was divided in 2018, and whose west left the north in 2022.
const COUNTRY: &str = r#"
== site.toml
base_url = "https://tagzym.example/portal"
theme = "tagzym"
languages = ["kk", "ru", "en"]
default_language = "kk"

[title]
kk = "Сайт"
ru = "Сайт"
en = "Site"

== content/regions/regions.yaml
- id: north
  name: {kk: Солтүстік, ru: Север, en: North}
  tile: [[1, 0]]
  population: {value: 1000, date: 2025-12-01, source: census}
  successors: [west]
- id: west
  name: {kk: Батыс, ru: Запад, en: West}
  tile: [[0, 0]]
  since: 2022-06-08
- id: south
  name: {kk: Оңтүстік, ru: Юг, en: South}
  tile: [[0, 1]]
  since: 2018-06-19
- id: city
  name: {kk: "=Қала", ru: "=Город, большой", en: "=City"}
  tile: [[1, 1]]
  since: 2018-06-19
- id: old-south
  name: {kk: Бұрынғы оңтүстік, ru: Бывший юг, en: Old South}
  until: 2018-06-18
  successors: [south, city]

== content/directions/directions.yaml
- id: charity
  name: {kk: Қайырымдылық, ru: Благотворительность, en: Charity}
- id: infrastructure
  name: {kk: Инфрақұрылым, ru: Инфраструктура, en: Infrastructure}

== content/patrons/patrons.yaml
- id: steppe
  kind: company
  name: {kk: Дала, ru: Степь, en: Steppe}
  region: north
  contributions:
    - {region: north, direction: charity, amount: 500, date: 2016-05-01, purpose: {kk: а, ru: а, en: a}}
    - {region: old-south, direction: charity, amount: 300, date: 2016-05-01, purpose: {kk: а, ru: а, en: a}}
    - {region: city, direction: infrastructure, amount: 200, date: 2023-05-01, purpose: {kk: а, ru: а, en: a}}
    - {region: west, direction: charity, in_kind: {kk: а, ru: а, en: a}, date: 2023-05-01, purpose: {kk: а, ru: а, en: a}}

== content/pages/about.kk.md
---
title: Жоба туралы
---

![](@map?figure=projects)

![](@map?year=2016)

![](@table?by=direction)
"#;

fn built(text: &str) -> Built {
    let built = Site::case(text).build();
    assert_eq!(built.told, Vec::<String>::new());
    built
}

/// The link of a region on the first map of a page.
fn tile<'a>(page: &'a str, region: &str) -> Option<&'a str> {
    let map = page
        .split("<svg class=\"map\"")
        .nth(1)?
        .split("</svg>")
        .next()?;
    let mut links = map.split("<a ").skip(1);
    links.find(|link| link.contains(&format!("/regions/{region}/\"")))
}

#[test]
fn a_year_has_the_borders_of_its_time() {
    let site = built(COUNTRY);
    let then = site.read("en/years/2016/index.html");
    // The north holds the west, and the old south what came after it.
    assert!(
        tile(&then, "north")
            .unwrap()
            .contains("M3.5 3.5h125v59h-125z")
    );
    assert!(
        tile(&then, "old-south")
            .unwrap()
            .contains("M3.5 69.5h125v59h-125z")
    );
    for later in ["west", "south", "city"] {
        assert_eq!(tile(&then, later), None, "{later}");
    }
    let now = site.read("en/years/2023/index.html");
    assert!(
        tile(&now, "north")
            .unwrap()
            .contains("M69.5 3.5h59v59h-59z")
    );
    assert!(
        tile(&now, "west")
            .unwrap()
            .contains("class=\"tile shade-u\""),
        "a gift of no known amount is not zero"
    );
    assert!(
        tile(&now, "south")
            .unwrap()
            .contains("class=\"tile shade-0\"")
    );
    assert_eq!(tile(&now, "old-south"), None);
}

#[test]
fn a_former_region_is_shown_where_it_lay() {
    let site = built(COUNTRY);
    let page = site.read("en/regions/old-south/index.html");
    assert!(page.contains("<path class=\"here\" d=\"M3.5 69.5h125v59h-125z\"/>"));
    // Today's map has no place for it: it stands below.
    let regions = site.read("en/regions/index.html");
    assert_eq!(tile(&regions, "old-south"), None);
    let below = regions.split("Not on the map").nth(1).unwrap();
    assert!(below.contains("Old South</a>: <data value=\"300\">"));
}

#[test]
fn a_map_can_be_chosen() {
    let site = built(COUNTRY);
    let home = site.read("en/index.html");
    assert_eq!(home.matches("-figure\" class=\"choose-").count(), 3);
    let north = tile(&home, "north").unwrap();
    let told = "<title>North: ₸500; Per resident: &lt; ₸1; Projects: —</title>";
    assert!(north.contains(told), "{north}");
    // Nobody knows how many live in the city.
    assert!(tile(&home, "city").unwrap().contains(" second-u "));
    let about = site.read("kk/about/index.html");
    assert_eq!(about.matches("<svg class=\"map\"").count(), 2);
    assert!(about.contains("href=\"/portal/kk/about/drawing-2.csv\""));
}

/// What a text shows of records is the theme's: here in a text that is not in the reader's language.
#[test]
fn what_stands_in_a_text_is_drawn_by_the_theme() {
    let text = COUNTRY.replace(
        "![](@map?figure=projects)\n",
        "[](@total?region=north) [](@total?region=west) [](@total?region=south) [](@region/north)\n\n\
         ![\"Кесте\" & <сан>](@table?by=region)\n",
    );
    let about = built(&text).read("en/about/index.html");
    let link = |of: &str, shows: &str| {
        let link = format!("<a href=\"/portal/en/regions/{of}/\">{shows}</a>");
        assert!(about.contains(&link), "{link}: {about}");
    };
    link("north", "<data value=\"500\">₸500</data>");
    link("west", "<span lang=\"en\">amount not stated</span>");
    link("south", "<span lang=\"en\">no records yet</span>");
    // A name in a sentence is in the language of the sentence.
    link("north", "Солтүстік");
    let cells: String = about.split_whitespace().collect();
    let cells = |of: &str| assert!(cells.contains(&of.replace(' ', "")), "{of}: {about}");
    cells(
        "<div class=\"table\" tabindex=\"0\" lang=\"en\"><table><caption lang=\"kk\">&quot;Кесте&quot; &amp; &lt;сан&gt;</caption>",
    );
    // Each sum leads to its contributions.
    cells(
        "Old South</a></th><td class=\"number\"><a href=\"/portal/en/regions/old-south/#contributions\"><data value=\"300\">₸300</data></a></td>",
    );
    cells(
        "West</a></th><td class=\"number\"><a href=\"/portal/en/regions/west/#contributions\">amount not stated</a></td>",
    );
    cells(
        "<th scope=\"row\">Total</th><td class=\"number\"><a href=\"/portal/en/totals/#contributions\"><data value=\"1000\">₸1,000</data></a></td>",
    );
}

#[test]
fn rows_stand_in_files() {
    let site = built(COUNTRY);
    let regions = site.read("ru/totals/by-region.csv");
    assert_eq!(
        regions,
        "\u{feff}Регион,\"Передано, ₸\",Вклады,\"Проекты, получившие помощь\",Меценаты,Жителей,\"На одного жителя, ₸\"\r\n\
         Север,500,1,0,1,1000,<1\r\n\
         Бывший юг,300,1,0,1,,\r\n\
         \"'=Город, большой\",200,1,0,1,,\r\n\
         Запад,,1,0,1,,\r\n"
    );
    let home = site.read("ru/index.html");
    assert!(home.contains("href=\"/portal/ru/totals/by-region.csv\""));
    let patron = site.read("en/patrons/steppe/by-year.csv");
    assert_eq!(
        patron,
        "\u{feff}Year,\"Delivered, ₸\",Contributions,Projects that received help\r\n2016,800,2,0\r\n2023,200,2,0\r\n"
    );
    let drawn = site.read("kk/about/drawing-3.csv");
    assert_eq!(drawn.lines().count(), 3);
    // What is one row is read on the page.
    let one_row = site.prepared.bytes_at("en/regions/north/by-year.csv");
    assert_eq!(one_row, Err(Unpublished::Absent));
    let north = site.read("en/regions/north/index.html");
    assert!(!north.contains("/north/by-year.csv"));
    assert!(!site.read("sitemap.xml").contains(".csv"));
}

#[test]
fn every_link_to_rows_leads_to_a_file() {
    let site = built(COUNTRY);
    let mut linked = BTreeSet::new();
    let pages = site.paths().filter(|path| path.ends_with(".html"));
    for page in pages {
        let text = site.read(page);
        for link in text.split("href=\"/portal/").skip(1) {
            let address = link.split('"').next().unwrap();
            if address.ends_with(".csv") {
                linked.insert(address.to_owned());
            }
        }
    }
    let files = site.paths().filter(|path| path.ends_with(".csv"));
    let files: BTreeSet<String> = files.map(str::to_owned).collect();
    assert!(!files.is_empty());
    assert_eq!(linked, files);
}

#[test]
fn no_link_of_a_page_leads_to_a_file_that_is_not_there() {
    // All gifts of this site are for one region, so the table of all regions is one row and has no file.
    let files = Site::base().build().files();
    let mut links = 0;
    let mut nowhere = BTreeSet::new();
    for (path, text) in pages(files.clone()) {
        for link in text.split([' ', '\n']) {
            let Some(url) = ["href=\"/", "src=\"/"]
                .iter()
                .find_map(|name| link.strip_prefix(name))
            else {
                continue;
            };
            links += 1;
            let address = url.split(['"', '#', '?']).next().unwrap();
            let index = match address.is_empty() || address.ends_with('/') {
                true => "index.html",
                false => "",
            };
            if !files.contains_key(&format!("{address}{index}")) {
                nowhere.insert((path.clone(), address.to_owned()));
            }
        }
    }
    assert!(links > 500, "only {links} links were found");
    assert_eq!(nowhere, BTreeSet::new());
}

#[test]
fn outlines_take_the_place_of_tiles() {
    let square = |id: &str, west: f64, north: f64, side: f64| {
        let (east, south) = (west + side, north - side);
        format!(
            "{{\"type\": \"Feature\", \"properties\": {{\"id\": \"{id}\"}}, \"geometry\": {{\"type\": \"Polygon\", \
             \"coordinates\": [[[{west}, {north}], [{east}, {north}], [{east}, {south}], [{west}, {south}], [{west}, {north}]]]}}}}"
        )
    };
    let features = [
        square("north", 66.0, 52.0, 6.0),
        square("west", 60.0, 52.0, 6.0),
        square("south", 60.0, 46.0, 6.0),
        square("city", 63.0, 44.0, 0.2),
    ];
    let text = COUNTRY.replace(
        "default_language = \"kk\"\n",
        "default_language = \"kk\"\noutlines = \"content/map.geojson\"\n",
    );
    let geojson = format!(
        "{text}\n== content/map.geojson\n{{\"type\": \"FeatureCollection\", \"features\": [\n{}\n]}}\n",
        features.join(",\n")
    );
    let site = built(&geojson);
    let now = site.read("en/years/2023/index.html");
    let path = |region: &str, page: &str| {
        let link = tile(page, region).unwrap().to_owned();
        link.split("<path d=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned()
    };
    assert!(path("north", &now).starts_with('M') && !path("north", &now).contains('H'));
    // A city is small: a mark stands where it is.
    assert!(tile(&now, "city").unwrap().contains("class=\"dot\""));
    // What was one region is drawn as its parts together.
    let then = site.read("en/years/2016/index.html");
    assert_eq!(
        path("north", &then),
        path("north", &now) + &path("west", &now)
    );
    assert_eq!(
        path("old-south", &then),
        path("south", &now) + &path("city", &now)
    );
}
