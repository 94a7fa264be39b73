//! Exactness of the output: the same bytes every time, and one tenge changes just the pages whose sums hold it.

mod support;

use std::collections::BTreeSet;

use support::Site;

#[test]
fn the_portal_is_the_same_bytes_with_any_number_of_threads() {
    let [one, many] =
        ["1", "7"].map(|threads| Site::portal().publish(&[], &[("RAYON_NUM_THREADS", threads)]));
    assert!(one.len() > 400, "only {} files", one.len());
    let differ: Vec<&String> = one
        .keys()
        .chain(many.keys())
        .filter(|path| one.get(*path) != many.get(*path))
        .collect();
    assert_eq!(differ, Vec::<&String>::new());
}

#[test]
fn one_tenge_changes_just_the_pages_whose_sums_hold_it() {
    let site = Site::golden("sums");
    let before = site.publish(&[], &[]);
    site.edit("content/projects/gym.kk.md", "5 000 000", "5 000 001");
    let after = site.publish(&[], &[]);
    // The contribution of Steppe to the gym in the north, in 2019: what holds it, and nothing else. The text of the gym asks
    // for the sums of the north by year.
    let pages = [
        "",
        "directions/infrastructure/",
        "objects/education/",
        "objects/school/",
        "patrons/",
        "patrons/steppe/",
        "projects/gym/",
        "regions/",
        "regions/north/",
        "totals/",
        "years/",
        "years/2019/",
    ];
    // The rows of those pages' tables, where there is more than one.
    let tables = [
        "directions/infrastructure/by-year.csv",
        "objects/education/by-year.csv",
        "objects/school/by-year.csv",
        "regions/north/by-year.csv",
        "totals/by-direction.csv",
        "totals/by-from.csv",
        "totals/by-object.csv",
        "totals/by-region.csv",
        "totals/by-year.csv",
        "years/2019/by-direction.csv",
        "years/2019/by-object.csv",
        "years/2019/by-region.csv",
    ];
    let drawn = (1..=3).map(|number| format!("kk/projects/gym/drawing-{number}.csv"));
    let langs = ["kk", "ru", "en"];
    let expected: BTreeSet<String> = langs
        .iter()
        .flat_map(|lang| {
            let pages = pages.iter().map(|page| format!("{page}index.html"));
            let tables = tables.iter().map(|table| (*table).to_owned());
            pages
                .chain(tables)
                .map(move |file| format!("{lang}/{file}"))
        })
        .chain(drawn)
        .collect();
    assert_eq!(
        before.keys().collect::<Vec<_>>(),
        after.keys().collect::<Vec<_>>()
    );
    let changed: BTreeSet<String> = before
        .keys()
        .filter(|path| before.get(*path) != after.get(*path))
        .cloned()
        .collect();
    assert_eq!(changed, expected);
}

/// In every table of the page patrons are those who gave, and not all who are on record.
#[test]
fn givers_are_counted_in_one_way_on_the_page_of_totals() {
    let idle = "- {id: idle, kind: fund, region: north, name: {kk: Қор}}\n\
                - {id: p-0002, kind: fund, consent: anonymous, region: north, name: {kk: Басқа}}\n";
    let site = support::Site::base().with("content/patrons/more.yaml", idle);
    let html = site.build().read("en/totals/index.html");
    let table = support::between(&html, "id=\"by-patron\"", "</table>");
    let counts = table.split("<tr>").skip(2).map(|row| {
        let cell = row.rsplit("<data value=\"").next().unwrap_or("");
        cell.split('"').next().unwrap_or("").to_owned()
    });
    // Alone gave one who is named and nobody else; together both.
    assert_eq!(counts.collect::<Vec<_>>(), ["1", "0", "2", "2"], "{table}");
}
