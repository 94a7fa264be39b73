//! The page of all sums and its parts: nothing is lost between the short tables and the whole ones, and rows make sums.

use crate::support::{Built, Site, between};
use regex::Regex;

/// The tables that the page of all sums begins, and the parts where they stand whole.
const PARTS: [(&str, &str); 6] = [
    ("by-year", "years"),
    ("by-region", "regions"),
    ("by-from", "from"),
    ("by-direction", "directions"),
    ("by-object", "objects"),
    ("by-patron", "patrons"),
];

fn portal() -> Built {
    Site::portal().build()
}

/// The amounts in the cells of each row of a table.
fn rows(html: &str) -> Vec<Vec<u128>> {
    let cell = Regex::new(r#"<td class="number[^>]*>(?:<a [^>]*>)?(?:<data value="(\d+)">|—)"#);
    let cell = cell.unwrap();
    let amount =
        |cell: regex::Captures<'_>| cell.get(1).map_or(0, |of| of.as_str().parse().unwrap());
    html.split("<tr")
        .skip(1)
        .map(|row| cell.captures_iter(row).map(amount).collect())
        .collect()
}

/// The rows of the section with an id: those of its body, and its total.
fn section(html: &str, id: &str) -> (Vec<Vec<u128>>, Vec<u128>) {
    let table = between(html, &format!("id=\"{id}\""), "</table>");
    let body = rows(between(table, "<tbody>", "</tbody>"));
    let total = rows(between(table, "<tfoot>", "</tfoot>")).remove(0);
    (body, total)
}

#[test]
fn a_short_table_and_the_whole_one_make_the_same_sum() {
    let portal = portal();
    for lang in ["kk", "ru", "en"] {
        let short = portal.read(&format!("{lang}/totals/index.html"));
        for (id, part) in PARTS {
            let whole = portal.read(&format!("{lang}/totals/{part}/index.html"));
            assert!(short.contains(&format!("href=\"/{lang}/totals/{part}/\"")));
            let mut totals = Vec::new();
            for (page, html) in [("totals", &short), (part, &whole)] {
                let (body, total) = section(html, id);
                for column in 0..2 {
                    let sum: u128 = body.iter().map(|row| row[column]).sum();
                    assert_eq!(sum, total[column], "{lang} {page} {id}, column {column}");
                }
                totals.push([total[0], total[1]]);
            }
            assert_eq!(totals[0], totals[1], "{lang} {id}");
        }
    }
}

#[test]
fn a_table_of_years_adds_up_along_and_down() {
    let portal = portal();
    for (part, id) in [("regions", "year-region"), ("directions", "year-direction")] {
        let html = portal.read(&format!("en/totals/{part}/index.html"));
        let (body, total) = section(&html, id);
        let years = total.len() - 1;
        assert!(years > 5, "{years}");
        for row in body.iter().chain([&total]) {
            assert_eq!(row[..years].iter().sum::<u128>(), row[years], "{part}");
        }
        for column in 0..=years {
            let sum: u128 = body.iter().map(|row| row[column]).sum();
            assert_eq!(sum, total[column], "{part}, column {column}");
        }
        let csv = portal.read(&format!("en/totals/{id}.csv"));
        assert_eq!(csv.lines().count(), body.len() + 1);
        let first: Vec<&str> = csv.lines().nth(1).unwrap().split(',').skip(1).collect();
        let first: u128 = first
            .iter()
            .map(|cell| cell.trim().parse::<u128>().unwrap())
            .sum();
        assert_eq!(first, body[0][years]);
    }
}

#[test]
fn old_places_of_the_page_of_all_sums_are_still_there() {
    let html = portal().read("en/totals/index.html");
    let anchors = PARTS.map(|(id, _)| id).into_iter();
    for id in anchors.chain(["year-region", "year-direction", "reported"]) {
        assert!(html.contains(&format!("id=\"{id}\"")), "{id}");
    }
}

#[test]
fn every_reported_figure_has_a_row_and_its_own_place() {
    let portal = portal();
    let html = portal.read("en/totals/reported/index.html");
    let places = html.matches("class=\"reported\" id=\"figure-").count();
    let table = between(&html, "<tbody>", "</tbody>");
    assert!(places > 20, "{places}");
    assert_eq!(table.matches("<tr>").count(), places);
    let row = Regex::new("href=\"#(figure-[a-z0-9-]+)\"").unwrap();
    for link in row.captures_iter(table) {
        assert!(
            html.contains(&format!("id=\"{}\"", &link[1])),
            "{}",
            &link[1]
        );
    }
}

#[test]
fn every_kind_of_object_is_reached_from_the_tree() {
    let portal = portal();
    let html = portal.read("ru/objects/index.html");
    let sitemap = portal.read("sitemap-ru.xml");
    let page = Regex::new("<loc>[^<]*(/ru/objects/[a-z0-9-]+/)</loc>").unwrap();
    let mut kinds = 0;
    for kind in page.captures_iter(&sitemap) {
        assert!(
            html.contains(&format!("href=\"{}\"", &kind[1])),
            "{}",
            &kind[1]
        );
        kinds += 1;
    }
    assert!(kinds > 30, "{kinds}");
    // One without a record says so in a sentence, and no more.
    let empty = portal.read("ru/objects/heritage/index.html");
    assert_eq!(empty.matches("class=\"empty\"").count(), 1);
    assert!(!empty.contains("<dl class=\"sums\">"));
}

#[test]
fn a_page_to_compare_holds_the_figures_of_every_region() {
    let portal = portal();
    let html = portal.read("kk/compare/index.html");
    let regions = html.matches("<option value=\"").count() / 2 - 1;
    assert_eq!(regions, html.matches("data-region=\"").count() / 3);
    let tables: Vec<&str> = html.split("<tbody>").skip(1).collect();
    for (nth, table) in tables.iter().enumerate() {
        let table = table.split("</tbody>").next().unwrap();
        assert_eq!(rows(table).len(), regions, "table {nth}");
    }
    // Delivered, by direction and by year: one sum, told three times.
    let whole: Vec<u128> = tables
        .iter()
        .enumerate()
        .map(|(nth, table)| {
            let rows = rows(table.split("</tbody>").next().unwrap());
            rows.iter()
                .map(|row| if nth == 0 { row[0] } else { row.iter().sum() })
                .sum()
        })
        .collect();
    assert_eq!(whole, [whole[0]; 3]);
}
