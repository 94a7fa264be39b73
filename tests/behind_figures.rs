//! From every figure to its rows, as a reader goes: the links of sums in the built pages are followed, in three languages,
//! and the rows that they lead to are added up.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{LazyLock, OnceLock};

use crate::support::Site;
use regex::Regex;
use serde_json::{Value, json};

/// What the link from a sum to its contributions is called; and that where all are only promised.
const ROWS: [(&str, &str, &str); 3] = [
    ("kk", "Сома неден құралған", "Уәде етілген көмек"),
    (
        "ru",
        "Вклады, из которых сложилась сумма",
        "Обещанные вклады",
    ),
    (
        "en",
        "The contributions behind the total",
        "Pledged contributions",
    ),
];

/// Delivered and pledged, in tenge.
type Sums = [u128; 2];

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap()
}

/// The first amount in a piece of a page: nothing where none is stated.
fn value(html: &str) -> u128 {
    let data = html.find("<data").map_or("", |at| &html[at..]);
    let stated = data.split("value=\"").nth(1);
    let stated = stated.and_then(|text| text.split('"').next());
    stated.map_or(0, |number| number.parse().unwrap())
}

/// The files of a site, by which links are followed, and in each language what the page of contributions shows some of.
struct Pages(BTreeMap<String, String>, BTreeMap<String, Value>);

impl Pages {
    fn at(&self, url: &str) -> &str {
        let path = url.split('#').next().unwrap().trim_start_matches('/');
        let file = format!("{path}index.html");
        let page = self.0.get(&file);
        page.unwrap_or_else(|| panic!("nothing is at {url}"))
    }

    /// What the rows at an address add up to, on all parts of a list, or of the page that shows those that its address asks for.
    /// Each part's own total row is compared on the way.
    fn rows_at(&self, url: &str) -> (Sums, usize) {
        if let Some((page, query)) = url.split_once("/contributions/?") {
            let lang = page.trim_start_matches('/');
            return filtered(&self.1[lang], &query.replace("&amp;", "&"));
        }
        let anchor = url.split('#').nth(1).unwrap_or("contributions");
        let (mut sums, mut rows) = ([0; 2], 0);
        let mut next = Some(url.to_owned());
        while let Some(url) = next {
            let section = section(self.at(&url), anchor);
            for table in section.split("<table class=\"gifts\">").skip(1) {
                let table = table.split("</table>").next().unwrap();
                let (table_sums, count) = check_table(table, &url);
                rows += count;
                (0..2).for_each(|of| sums[of] += table_sums[of]);
            }
            let following = section.split("rel=\"next\" href=\"").nth(1);
            next = following.map(|text| text.split('"').next().unwrap().to_owned());
        }
        (sums, rows)
    }
}

/// A section of a page by its id.
fn section<'p>(page: &'p str, id: &str) -> &'p str {
    let from = page.find(&format!("<section id=\"{id}\""));
    let from = from.unwrap_or_else(|| panic!("no section {id}"));
    let length = page[from..].find("</section>").unwrap();
    &page[from..from + length]
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

/// Whether every day that a date can mean is in a period, `2016-04..2017`.
fn lies_within(date: &str, period: &str) -> bool {
    let (from, to) = period.split_once("..").unwrap_or((period, period));
    let days = |date: &str| -> (jiff::civil::Date, jiff::civil::Date) {
        let parts: Vec<i16> = date.split('-').map(|part| part.parse().unwrap()).collect();
        match parts[..] {
            [year] => (
                jiff::civil::date(year, 1, 1),
                jiff::civil::date(year, 12, 31),
            ),
            [year, month] => {
                let first = jiff::civil::date(year, month as i8, 1);
                (first, first.last_of_month())
            }
            [year, month, day] => {
                let day = jiff::civil::date(year, month as i8, day as i8);
                (day, day)
            }
            _ => panic!("no date: {date}"),
        }
    };
    days(from).0 <= days(date).0 && days(date).1 <= days(to).1
}

/// What the rows of a file add up to that have all that a query asks for, and how many they are. It must ask for what there is.
fn filtered(file: &Value, query: &str) -> (Sums, usize) {
    let place = |table: &str, column: usize, id: &str| {
        let mut rows = list(&file[table]).iter();
        let place = rows.position(|row| row[column] == id);
        json!(place.unwrap_or_else(|| panic!("{query}: there is no {id}")))
    };
    let objects = list(&file["objects"]);
    let projects = list(&file["projects"]["facts"]);
    let slugs = list(&file["patrons"]["slugs"]);
    let homes = list(&file["patrons"]["facts"]);
    let unnamed = list(&file["unnamed"]);
    let wanted: Vec<(&str, &str)> = query
        .split('&')
        .map(|pair| pair.split_once('=').unwrap())
        .collect();
    let region = wanted.iter().find(|(key, _)| *key == "region");
    let has = |at: usize, key: &str, value: &str| {
        let own = &file["own"][at.to_string()];
        let facts = match file["project"][at].as_u64() {
            Some(project) if own.is_null() => &projects[project as usize],
            _ => own,
        };
        let giver = &file["giver"][at];
        let given = giver.as_i64();
        match key {
            "region" => facts[0] == place("regions", 0, value),
            "district" if value == "-" => facts[1].is_null(),
            "district" => {
                let home = place("regions", 0, region.unwrap().1);
                let known = list(&file["districts"]);
                let nth = known.iter().position(|of| of[0] == home && of[1] == value);
                facts[1] == nth.unwrap()
            }
            "direction" => facts[2] == place("directions", 0, value),
            "stated" if value == "-" => facts[3].is_null(),
            "stated" => facts[3] == place("objects", 1, value),
            "object" => {
                let kind = place("objects", 1, value);
                let above = |of: &Value| Some(objects[of.as_u64()? as usize][0].clone());
                let mut family = std::iter::successors(Some(facts[3].clone()), above);
                family.any(|of| of == kind)
            }
            "year" => {
                let day = file["date"][at].as_u64().unwrap() as usize;
                assert!(value.len() == 4, "{query}");
                file["dates"][day].as_str().unwrap().starts_with(value)
            }
            "patron" => {
                let nth = slugs.iter().position(|slug| slug == value);
                given == Some(nth.unwrap() as i64)
            }
            "givers" if value == "joint" => given.is_none(),
            "givers" => {
                assert_eq!(value, "anonymous", "{query}");
                given.is_some_and(|given| given < 0)
            }
            "from" => {
                let home = given.map(|given| match usize::try_from(given) {
                    Ok(patron) => homes[patron].clone(),
                    Err(_) => unnamed[(-1 - given) as usize][1].clone(),
                });
                home == Some(place("regions", 0, value))
            }
            "period" => {
                let day = file["date"][at].as_u64().unwrap() as usize;
                lies_within(file["dates"][day].as_str().unwrap(), value)
            }
            "others" => {
                let (axis, shown) = value.split_once('.').unwrap_or((value, ""));
                let rows = shown.split('.').filter(|id| !id.is_empty());
                let rows: Vec<&str> = rows.collect();
                let own = match axis {
                    "region" | "from" => {
                        let region = match axis {
                            "region" => facts[0].clone(),
                            _ => match given {
                                None => Value::Null,
                                Some(of) if of < 0 => unnamed[(-1 - of) as usize][1].clone(),
                                Some(of) => homes[of as usize].clone(),
                            },
                        };
                        region
                            .as_u64()
                            .map(|nth| list(&file["regions"])[nth as usize][0].clone())
                    }
                    "direction" => {
                        let nth = facts[2].as_u64().unwrap() as usize;
                        Some(list(&file["directions"])[nth][0].clone())
                    }
                    "object" => facts[3]
                        .as_u64()
                        .map(|nth| objects[nth as usize][1].clone()),
                    "year" => {
                        let day = file["date"][at].as_u64().unwrap() as usize;
                        Some(json!(&file["dates"][day].as_str().unwrap()[..4]))
                    }
                    "patron" => given
                        .and_then(|of| usize::try_from(of).ok())
                        .map(|nth| slugs[nth].clone()),
                    _ => panic!("{query}: there is no axis {axis}"),
                };
                own.is_some_and(|own| !rows.iter().any(|row| own == *row))
            }
            _ => panic!("{query}: there is no key {key}"),
        }
    };
    let delivered = file["delivered"].as_u64().unwrap() as usize;
    let (mut sums, mut count) = ([0; 2], 0);
    for (at, amount) in list(&file["amount"]).iter().enumerate() {
        if wanted.iter().all(|(key, value)| has(at, key, value)) {
            sums[usize::from(at >= delivered)] += u128::from(amount.as_u64().unwrap_or(0));
            count += 1;
        }
    }
    (sums, count)
}

/// What the rows of a table add up to, and how many they are; its total row must say the same.
fn check_table(table: &str, url: &str) -> (Sums, usize) {
    static CELL: LazyLock<Regex> =
        LazyLock::new(|| regex("(?s)<td class=\"number amount( pledged)?\"[^>]*>(.*?)</td>"));
    let amounts = |html: &str| {
        let mut sums = [0; 2];
        for found in CELL.captures_iter(html) {
            sums[usize::from(found.get(1).is_some())] += value(&found[2]);
        }
        sums
    };
    let (head, foot) = table.split_once("<tfoot>").unwrap_or((table, ""));
    let body = head.split_once("<tbody").unwrap().1;
    let sums = amounts(body);
    // Of a list that goes on, the first total row is that of its part.
    if let Some(total) = foot.split("</tr>").next().filter(|_| !foot.is_empty()) {
        assert_eq!(amounts(total), sums, "the total row at {url}");
    }
    (sums, body.matches("<tr").count())
}

/// The figures at the head of a page.
fn figures(page: &str) -> Option<Sums> {
    let box_of = |of: &str| {
        let (_, sum) = page.split_once(&format!("<div class=\"sum {of}\">"))?;
        let (_, amount) = sum.split_once("<dd class=\"amount\">")?;
        amount.split("</dd>").next().map(value)
    };
    let delivered = box_of("delivered")?;
    Some([delivered, box_of("pledged").unwrap_or(0)])
}

/// The portal, with a patron who gave so much to one region that lists have parts, and gifts of one who is not named.
fn site() -> Site {
    let mut gifts = String::new();
    for nth in 0..230_u32 {
        let (year, month) = (2019 + nth % 3, 1 + nth % 12);
        let status = ["delivered", "pledged"][usize::from(nth % 7 == 0)];
        writeln!(
            gifts,
            "    - {{amount: {}, date: {year}-{month:02}, status: {status}, region: mangystau, direction: charity, purpose: {{kk: Көмек}}}}",
            1_000 + u128::from(nth) * 17,
        )
        .unwrap();
    }
    let of = |id: &str, consent: &str, gifts: &str| {
        format!(
            "- id: {id}\n  kind: company\n  region: mangystau\n  consent: {consent}\n  sample: true\n  name: {{kk: {id}}}\n  contributions:\n{gifts}"
        )
    };
    let few: String = gifts
        .lines()
        .take(3)
        .map(|gift| format!("{gift}\n"))
        .collect();
    let patrons = [
        of("kop-bergen", "public", &gifts),
        of("p-9001", "anonymous", &few),
    ];
    Site::portal()
        .copied()
        .with("content/patrons/many.yaml", patrons.concat())
}

/// The pages of that site, which all tests read.
fn pages() -> &'static Pages {
    static PAGES: OnceLock<Pages> = OnceLock::new();
    PAGES.get_or_init(|| {
        let built = site().build();
        let rows = |(lang, ..): &(&str, &str, &str)| {
            let file = built.read(&format!("{lang}/contributions/rows.json"));
            ((*lang).to_owned(), serde_json::from_str(&file).unwrap())
        };
        let rows = ROWS.iter().map(rows).collect();
        Pages(built.pages(), rows)
    })
}

#[test]
fn every_sum_leads_to_rows_that_make_it() {
    let pages = pages();
    let mut followed = BTreeMap::new();
    for (lang, words, promised) in ROWS {
        let link = regex(&format!(
            "<a href=\"([^\"]+)\">(?:({words})|{promised})</a>"
        ));
        let own = pages.0.iter().filter(|(path, _)| path.starts_with(lang));
        for (path, page) in own {
            let Some(expected) = figures(page) else {
                continue;
            };
            let Some(found) = link.captures(page) else {
                let is_list = path.contains("contributions/");
                assert!(is_list || expected == [0, 0], "{path} leads to no rows");
                continue;
            };
            assert!(found.get(2).is_some() || expected[0] == 0, "{path}");
            let mut url = found[1].to_owned();
            if url.starts_with('#') {
                url = format!("/{}{url}", path.trim_end_matches("index.html"));
            }
            let (sums, rows) = pages.rows_at(&url);
            assert_eq!(sums, expected, "{path} leads to {url}");
            assert!(rows > 0, "{path}");
            *followed.entry(lang).or_insert(0) += 1;
        }
    }
    let counts: Vec<i32> = followed.into_values().collect();
    assert!(counts.len() == 3 && counts[0] > 130, "{counts:?}");
    assert!(counts.iter().all(|count| *count == counts[0]), "{counts:?}");
}

#[test]
fn a_list_is_what_its_figure_says_and_so_is_a_cell_that_leads_to_one() {
    let pages = pages();
    let cell = regex(
        "(?s)<td class=\"number( pledged)?(?: shade-\\w)?\"><a href=\"(/[^\"]*contributions[^\"]*)\">(.*?)</td>",
    );
    let asked = regex("href=\"(/[^\"]*/contributions/\\?[^\"]*)\"");
    let [mut cells, mut asking, mut lists, mut parts] = [0; 4];
    let mut known = BTreeMap::new();
    let mut rows_at = |url: &str| {
        let sums = known.entry(url.to_owned());
        *sums.or_insert_with(|| pages.rows_at(url))
    };
    for (path, page) in &pages.0 {
        for found in cell.captures_iter(page) {
            let (sums, rows) = rows_at(&found[2]);
            // In a table of a text only its place tells what is pledged: behind what is delivered of the same.
            let before = &page[..found.get(0).unwrap().start()];
            let [table, row] = ["<table", "<tr"].map(|tag| &before[before.rfind(tag).unwrap()..]);
            let is_second = row.contains("<td class=\"number\">");
            let is_heat = table.starts_with("<table class=\"heat\"");
            let is_pledged = found.get(1).is_some() || is_second && !is_heat;
            assert_eq!(
                sums[usize::from(is_pledged)],
                value(&found[3]),
                "{path}: {}",
                &found[2]
            );
            assert!(rows > 0, "{path}: {}", &found[2]);
            cells += 1;
        }
        // Also those of texts: what they ask for is there.
        for found in asked.captures_iter(page) {
            rows_at(&found[1]);
            asking += 1;
        }
        if let Some((list, _)) = path
            .split_once("contributions/")
            .filter(|(list, _)| list.len() > "kk/".len() && !path.contains("/page/"))
        {
            let url = format!("/{}", path.trim_end_matches("index.html"));
            assert_eq!(Some(pages.rows_at(&url).0), figures(page), "{list}");
            lists += 1;
        }
        parts += usize::from(path.contains("contributions/page/"));
    }
    assert!(cells > 3000 && asking > 1000, "{cells} cells, {asking} ask");
    assert!(
        lists > 200 && parts >= 3 * 4,
        "{lists} lists, {parts} parts"
    );
}

/// Of delivered and pledged one is set against what was reported.
#[test]
fn what_is_recorded_beside_a_reported_figure_leads_to_its_rows() {
    let pages = pages();
    let link = regex(
        "(?s)(?:<td class=\"number\" data-label=\"[^\"]*\">|<dd class=\"amount\">)<a href=\"(/[^\"]*contributions[^\"]*)\">(.*?)</(?:td|dd)>",
    );
    let mut found = BTreeMap::new();
    for (path, page) in &pages.0 {
        for link in link.captures_iter(page) {
            let (sums, rows) = pages.rows_at(&link[1]);
            assert!(sums.contains(&value(&link[2])), "{path}: {}", &link[1]);
            assert!(rows > 0, "{path}: {}", &link[1]);
            *found.entry(&path[..2]).or_insert(0) += 1;
        }
    }
    let counts: Vec<i32> = found.into_values().collect();
    assert!(counts.len() == 3 && counts[0] > 40, "{counts:?}");
}

/// A row of all others is a sum like the others are: in every shortened table it leads to what the table leaves out.
#[test]
fn what_a_table_leaves_out_has_rows_as_well() {
    let pages = pages();
    for lang in ["kk", "ru", "en"] {
        for (page, axes) in [
            ("", &["region"][..]),
            ("totals/", &["region", "from", "object", "year"]),
            ("totals/patrons/", &["patron"]),
        ] {
            let html = pages.at(&format!("/{lang}/{page}"));
            for axis in axes {
                let asked = format!("/{lang}/contributions/?others={axis}.");
                assert!(html.contains(&asked), "{lang}/{page}: {axis}");
            }
        }
    }
}

#[test]
fn the_projects_of_a_year_and_what_was_given_outside_make_its_sum() {
    let pages = pages();
    let card = regex("(?s)<p class=\"card-sum( pledged)?\">(.*?)</p>");
    let fact = regex("(?s)<dt>([^<]+)</dt><dd>(.*?)</dd>");
    let mut years = 0;
    for (path, page) in &pages.0 {
        let Some((_, year)) = path
            .split_once("/years/")
            .filter(|(_, year)| year.len() == "2019/index.html".len())
        else {
            continue;
        };
        let mut sums = [0; 2];
        for found in card.captures_iter(section(page, "projects")) {
            sums[usize::from(found.get(1).is_some())] += value(&found[2]);
        }
        if page.contains("<section id=\"other-gifts\"") {
            let outside = section(page, "other-gifts");
            let outside = outside.split("</dl>").next().unwrap();
            for found in fact.captures_iter(outside) {
                let is_pledged = ["Уәде етілгені", "Обещано", "Pledged"].contains(&&found[1]);
                sums[usize::from(is_pledged)] += value(&found[2]);
            }
        }
        assert_eq!(Some(sums), figures(page), "{path}: {year}");
        years += 1;
    }
    assert!(years >= 3 * 8, "{years}");
}

#[test]
fn a_portal_of_one_region_calls_no_sum_of_others_its_own() {
    let site = Site::portal().copied();
    let settings = site.read("site.toml");
    site.write(
        "site.toml",
        format!("scope = \"almaty-region\"\n{settings}"),
    );
    let files = site.build().pages();
    let home = &files["en/index.html"];
    let (_, hero) = home.split_once("<dl class=\"sums\">").unwrap();
    let (hero, _) = hero.split_once("<dl class=\"stats\">").unwrap();
    assert!(hero.contains("<dt>Delivered</dt>"), "{hero}");
    let grand = value(hero);
    let each = regex("<li><a href=\"/en/regions/[^\"]*\">[^<]*</a>: (<data .*?</data>)</li>");
    let each: Vec<u128> = each
        .captures_iter(hero)
        .map(|found| value(&found[1]))
        .collect();
    assert!(each.len() > 1, "{hero}");
    assert_eq!(each.iter().sum::<u128>(), grand, "{hero}");
    let region = &files["en/regions/almaty-region/index.html"];
    let (_, own) = region.split_once("<dl class=\"sums\">").unwrap();
    assert_eq!(each[0], value(own), "its own stands first");
    assert!(
        !region.contains("Rank by amount"),
        "there is no order of one"
    );
}
