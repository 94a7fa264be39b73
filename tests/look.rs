//! What a reader sees of the pages of the portal's frozen copy: drawn covers, no zero for what is not known, and how light
//! pages are.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::support::{Site, pages};
use tagzym::{BuildOptions, Samples};

type Files = BTreeMap<String, Vec<u8>>;

/// The portal as it is published; made once for all tests.
static PORTAL: LazyLock<Files> = LazyLock::new(|| portal(Samples::Show));

fn portal(samples: Samples) -> Files {
    let options = BuildOptions {
        samples: Some(samples),
        ..BuildOptions::default()
    };
    Site::portal().build_with(&options).files()
}

/// The parts of a page that begin with `start` and end with `end`.
fn parts<'a>(page: &'a str, start: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
    page.split(start)
        .skip(1)
        .map(move |rest| rest.split(end).next().unwrap_or(rest))
}

#[test]
fn every_cover_shows_what_it_is_about() {
    let mut covers = 0;
    for (path, page) in pages(PORTAL.clone()) {
        for cover in parts(&page, "<svg class=\"cover", "</svg>") {
            covers += 1;
            assert!(
                cover.contains("<use class=\"sign\""),
                "{path}: a cover without a sign:{cover}"
            );
        }
        for image in parts(&page, "<img ", ">") {
            let is_sized = image.contains(" width=\"") && image.contains(" height=\"");
            assert!(is_sized, "{path}: <img {image}> takes unknown room");
        }
    }
    // On pages of projects, patrons and news that have no photograph; lists have none.
    assert!(covers > 80, "only {covers} covers");
}

#[test]
fn pages_are_light() {
    for lang in ["kk", "ru", "en"] {
        let home = &PORTAL[&format!("{lang}/index.html")];
        assert!(home.len() < 45_000, "{lang}: {} bytes", home.len());
    }
    // On average: a project's page, and what stands in the head of a page.
    let all = pages(PORTAL.clone());
    let average = |sizes: &[usize]| sizes.iter().sum::<usize>() / sizes.len();
    let projects = all.iter().filter(|(path, _)| path.contains("/projects/"));
    let projects: Vec<usize> = projects.map(|(_, page)| page.len()).collect();
    assert!(average(&projects) < 15_600, "{}", average(&projects));
    let heads = all.values().filter_map(|page| page.find("</head>"));
    let heads: Vec<usize> = heads.collect();
    assert!(average(&heads) < 2_600, "{}", average(&heads));
    for (path, page) in pages(PORTAL.clone()) {
        let scripts = parts(&page, "<script src=\"/", "\"");
        let on_each = ["reader", "share", "search-box"];
        let is_on_each = |path: &&str| on_each.iter().any(|name| path.contains(name));
        let (each, own): (Vec<&str>, Vec<&str>) = scripts.partition(is_on_each);
        // The filter's is on the first pages of two lists alone.
        for (scripts, limit) in [(own, 18_000), (each, 15_600)] {
            let sizes = scripts.iter().map(|script| PORTAL[*script].len());
            let bytes: usize = sizes.sum();
            assert!(bytes < limit, "{path}: scripts have {bytes} bytes");
        }
    }
}

/// The table of regions on the home page is short: the list of them says what the others received.
#[test]
fn home_says_what_each_region_received() {
    let all = pages(PORTAL.clone());
    for lang in ["kk", "ru", "en"] {
        let folder = format!("{lang}/regions/");
        let home = &all[&format!("{lang}/index.html")];
        let mut received = 0;
        for (path, page) in all.range(folder.clone()..) {
            let Some(region) = path.strip_prefix(&folder) else {
                break;
            };
            let sum = parts(page, "<data id=\"region-total\" value=\"", "\"").next();
            let is_of_region = region.matches('/').count() == 1;
            let Some(sum) = sum.filter(|sum| is_of_region && *sum != "0") else {
                continue;
            };
            received += 1;
            assert!(
                home.contains(&format!("<data value=\"{sum}\"")),
                "{path}: {sum}"
            );
        }
        assert!(received > 8, "{lang}: {received}");
    }
}

/// What the theme says of a text without a summary is for search engines: readers have the text.
#[test]
fn a_page_begins_with_its_own_summary_or_with_none() {
    let head = "region: north\ndirection: charity\nstatus: under-way\nstarted: 2020-01-01\n";
    let long = "Ауыл мектебінің спортзалы. ".repeat(12);
    let site = Site::base();
    for (file, facts) in [
        ("projects/hall", head),
        ("news/day", "date: 2020-01-01\n"),
        ("pages/text", ""),
    ] {
        let write = |file: String, more: &str| {
            site.write(
                &file,
                format!("---\ntitle: Зал\n{facts}{more}---\n\nМәтін.\n"),
            );
        };
        write(format!("content/{file}.kk.md"), "");
        write(
            format!("content/{file}-2.kk.md"),
            &format!("summary: {long}\n"),
        );
    }
    let built = site.build();
    for address in ["projects/hall", "news/day", "text"] {
        let page = built.read(&format!("kk/{address}/index.html"));
        assert!(page.contains("<meta name=\"description\""), "{page}");
        assert!(!page.contains("class=\"lead\""), "{page}");
        let page = built.read(&format!("kk/{address}-2/index.html"));
        let lead = format!("<p class=\"lead\">{}</p>", long.trim());
        assert!(page.contains(&lead), "{page}");
    }
    let feed = built.read("kk/feed.xml");
    assert_eq!(feed.matches("<summary>").count(), 2, "{feed}");
}

/// It has no entry there, and is no part of any that has.
#[test]
fn the_page_of_open_data_is_marked_nowhere_in_the_menu() {
    for (page, marks) in [("data", 0), ("totals", 1)] {
        let page = String::from_utf8_lossy(&PORTAL[&format!("kk/{page}/index.html")]);
        let menu = parts(&page, "<nav class=\"menu\"", "</nav>")
            .next()
            .unwrap();
        assert_eq!(menu.matches("aria-current").count(), marks, "{menu}");
    }
}

/// What people come for stands before what explains it.
#[test]
fn pages_answer_first() {
    let pages = pages(PORTAL.clone());
    for (page, order) in [
        (
            "index.html",
            &[
                "id=\"grand-total\"",
                "class=\"choose-region\"",
                "id=\"map-of-home\"",
                "id=\"by-region\"",
                "id=\"by-year\"",
                "id=\"newest-title\"",
            ][..],
        ),
        (
            "regions/almaty-region/index.html",
            &[
                "class=\"contents\"",
                "id=\"region-total\"",
                "id=\"projects\"",
                "id=\"patrons\"",
                "id=\"by-year\"",
                "id=\"reported\"",
                "id=\"about\"",
            ],
        ),
        (
            "patrons/synaq-holding/index.html",
            &[
                "id=\"patron-total\"",
                "id=\"awards\"",
                "id=\"by-year\"",
                "id=\"contributions\"",
            ],
        ),
        (
            "projects/school-on-the-hill/index.html",
            &[
                "id=\"project-sum\"",
                "class=\"facts\"",
                "id=\"contributions\"",
                "id=\"about\"",
                "id=\"related\"",
            ],
        ),
    ] {
        for lang in ["kk", "ru", "en"] {
            let text = &pages[&format!("{lang}/{page}")];
            let places: Vec<usize> = order
                .iter()
                .map(|part| {
                    let place = text.find(part);
                    place.unwrap_or_else(|| panic!("{lang}/{page}: no {part}"))
                })
                .collect();
            assert!(places.is_sorted(), "{lang}/{page}: {order:?} at {places:?}");
        }
    }
}

/// A table of sums with a single row would say what its page has said, and one that is cut short has the rest as a row.
#[test]
fn tables_of_sums_have_rows_that_add_up() {
    let mut tables = 0;
    for (path, page) in pages(PORTAL.clone()) {
        for section in parts(&page, "<section class=\"breakdown", "</section>") {
            let Some((rows, whole)) = section
                .split_once("<tbody>")
                .and_then(|(_, table)| table.split_once("<tfoot>"))
            else {
                continue;
            };
            tables += 1;
            let delivered = |row: &str| -> u128 {
                let amount = row.split("<td class=\"number\">").nth(1);
                let value = amount.and_then(|cell| cell.split("<data value=\"").nth(1));
                let value = value.and_then(|value| value.split('"').next());
                value.map_or(0, |value| value.parse().expect("a number"))
            };
            let amounts: Vec<u128> = rows.split("<tr>").skip(1).map(delivered).collect();
            assert!(amounts.len() > 1, "{path}: a table of one row: {section}");
            let sum: u128 = amounts.iter().sum();
            assert_eq!(sum, delivered(whole), "{path}: {section}");
        }
    }
    assert!(tables > 100, "only {tables} tables");
}

#[test]
fn a_portal_without_projects_never_shows_zero_for_what_it_does_not_know() {
    let pages = pages(portal(Samples::Hide));
    let zero = ["0 ₸", "0\u{a0}₸", "₸0"];
    let mut figures = 0;
    for (path, page) in &pages {
        for figure in parts(page, "<data ", "</data>") {
            figures += 1;
            let (_, shown) = figure.split_once('>').expect("a tag is closed");
            assert!(!zero.contains(&shown), "{path}: <data {figure}");
        }
    }
    assert!(figures > 100, "only {figures} figures");
    let home = &pages["ru/index.html"];
    assert!(
        home.contains("id=\"reported\""),
        "what was reported stands on home"
    );
    assert!(!home.contains("<section aria-labelledby=\"newest-title\""));
}
