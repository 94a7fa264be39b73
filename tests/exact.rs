//! Exactness of the output: the same bytes every time, and one tenge changes just the pages whose sums hold it.

use crate::support;

use std::collections::BTreeSet;

use crate::support::Site;

#[test]
fn the_portal_is_the_same_bytes_with_any_number_of_threads() {
    let [one, many] = ["1", "7"].map(|threads| {
        Site::portal()
            .copied()
            .publish(&[], &[("RAYON_NUM_THREADS", threads)])
    });
    assert!(one.len() > 400, "only {} files", one.len());
    let differ: Vec<&String> = one
        .keys()
        .chain(many.keys())
        .filter(|path| one.get(*path) != many.get(*path))
        .collect();
    assert_eq!(differ, Vec::<&String>::new());
}

/// The files of whole records: each names the edition.
const RECORDS: [&str; 9] = [
    "data/v1/awards.json",
    "data/v1/contributions.json",
    "data/v1/corrections.json",
    "data/v1/directions.json",
    "data/v1/object_kinds.json",
    "data/v1/patrons.json",
    "data/v1/projects.json",
    "data/v1/regions.json",
    "data/v1/reported_figures.json",
];

/// The files that hold, or tell of, all tables and name the edition.
const OF_ALL: [&str; 3] = [
    "data/datapackage.json",
    "data/grants-360.json",
    "data/tables.xlsx",
];

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
        "compare/",
        // It gives the edition, and the whole that its recipes have to find.
        "data/",
        "directions/",
        "directions/infrastructure/",
        "embed/",
        "embed/north/",
        "objects/",
        "objects/education/",
        "objects/school/",
        "patrons/",
        "patrons/steppe/",
        "projects/gym/",
        "regions/",
        "regions/north/",
        "regions/north/contributions/2019/",
        "regions/north/contributions/from/",
        "regions/north/districts/lake/",
        "totals/",
        "totals/directions/",
        "totals/from/",
        "totals/objects/",
        "totals/patrons/",
        "totals/regions/",
        "totals/reported/",
        "totals/years/",
        "years/",
        "years/2019/",
        "years/2019/contributions/direction-infrastructure/",
        // It names the gym, and what that received in all.
        "years/2020/",
    ];
    // The entries of the lists, and the rows of those pages' tables, where there is more than one.
    let tables = [
        "patrons/list.csv",
        "patrons/list.json",
        "projects/list.csv",
        "projects/list.json",
        "contributions/rows.json",
        "directions/infrastructure/by-year.csv",
        "objects/education/by-year.csv",
        "objects/school/by-year.csv",
        "regions/north/by-year.csv",
        "regions/north/districts/lake/by-year.csv",
        "totals/by-direction.csv",
        "totals/by-from.csv",
        "totals/by-object.csv",
        "totals/by-region.csv",
        "totals/by-year.csv",
        "totals/year-direction.csv",
        "totals/year-region.csv",
        "years/2019/by-direction.csv",
        "years/2019/by-object.csv",
        "years/2019/by-region.csv",
        // The lists that the contribution is a row of.
        "directions/infrastructure/contributions.csv",
        "objects/education/contributions.csv",
        "objects/school/contributions.csv",
        "patrons/steppe/contributions.csv",
        "regions/north/contributions.csv",
        "regions/north/contributions/2019.csv",
        "regions/north/contributions/from.csv",
        "regions/north/districts/lake/contributions.csv",
        "totals/contributions.csv",
        "years/2019/contributions.csv",
        "years/2019/contributions/direction-infrastructure.csv",
        // It names the gym, and what that received in all.
        "patrons/river/projects.csv",
    ];
    let data = [
        "contributions",
        "projects",
        "totals_by_direction",
        "totals_by_home_region",
        "totals_by_object_kind",
        "totals_by_patron",
        "totals_by_region",
        "totals_by_year",
        "totals_by_year_direction",
        "totals_by_year_region",
    ];
    let data = data.map(|table| {
        ["data/T.csv", "data/T.json", "data/egov/T.json"].map(|path| path.replace('T', table))
    });
    let drawn = (1..=3).map(|number| format!("kk/projects/gym/drawing-{number}.csv"));
    let langs = ["kk", "ru", "en"];
    // What results of the search show of the pages; its words are the same.
    let cards = langs.iter().flat_map(|lang| {
        let card = move |nth| format!("search/pieces/{lang}/cards/{nth:04}.json");
        [0, 1].map(card)
    });
    let shown = cards.chain(["search/manifest.json".to_owned()]);
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
        .chain(data.into_iter().flatten())
        .chain(RECORDS.map(str::to_owned))
        .chain(OF_ALL.map(str::to_owned))
        .chain(shown)
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

#[test]
fn one_tenge_of_a_pledge_that_is_not_kept_changes_no_sum() {
    for (gift, pages) in [
        ("amount: 4000,", ["patrons/steppe", "projects/park"]),
        ("amount: 20_000,", ["patrons/steppe", "projects/hall"]),
        ("amount: 9000,", ["patrons/steppe", "patrons/steppe"]),
    ] {
        let site = Site::golden("ended");
        let before = site.publish(&[], &[]);
        let file = match gift {
            "amount: 4000," => "content/projects/park.kk.md",
            "amount: 20_000," => "content/projects/hall.kk.md",
            _ => "content/patrons/p.yaml",
        };
        site.edit(file, gift, &gift.replace("0,", "1,"));
        let after = site.publish(&[], &[]);
        assert_eq!(
            before.keys().collect::<Vec<_>>(),
            after.keys().collect::<Vec<_>>()
        );
        let changed = before.keys().filter(|&path| before[path] != after[path]);
        // The row of it is another in open data, and its files of records have another edition.
        let data = [
            "data/contributions.csv",
            "data/contributions.json",
            "data/egov/contributions.json",
        ];
        let data = data.into_iter().chain(RECORDS).chain(OF_ALL);
        let data = data.map(str::to_owned);
        let expected = ["kk", "ru"].into_iter();
        let [first, second] = pages;
        let pages = [first, second, "totals", "data"];
        let expected =
            expected.flat_map(|lang| pages.map(|page| format!("{lang}/{page}/index.html")));
        let expected = expected.chain(data);
        // On the pages of all sums and of open data it is another edition, and nothing else.
        for path in [
            "kk/data/index.html",
            "kk/totals/index.html",
            "ru/data/index.html",
            "ru/totals/index.html",
        ] {
            let lines = [&before, &after].map(|files| String::from_utf8_lossy(&files[path]));
            let mut lines = lines[0].lines().zip(lines[1].lines());
            assert!(lines.all(|(old, new)| old == new || new.starts_with("edition ")));
        }
        assert_eq!(
            changed.cloned().collect::<BTreeSet<String>>(),
            expected.collect::<BTreeSet<String>>(),
            "{gift}"
        );
    }
}

/// A page of its own with the sums of its region's table, if a project or a contribution names it; old addresses lead there.
#[test]
fn a_district_has_a_page_if_anything_is_known_of_it() {
    let site = Site::base();
    let districts = "districts:\n    - {id: lake, name: {kk: Көл}, aliases: [pond]}\n    - {id: hill, name: {kk: Төбе}}\n    \
                     - {id: ford, name: {kk: Өткел}}\n    - {id: fen, name: {kk: Саз}, aliases: [bog]}\n";
    let regions = site.read("content/regions/regions.yaml");
    let from = regions.find("districts:").unwrap();
    let to = from + regions[from..].find("- id: south").unwrap();
    let regions = [&regions[..from], districts, &regions[to..]].concat();
    let gift = "contributions: [{amount: 70, date: 2021, region: north, district: hill, direction: charity, purpose: {kk: Көмек}}]";
    let site = site
        .with("content/regions/regions.yaml", regions)
        .with(
            "content/patrons/more.yaml",
            format!("{{id: river, kind: company, name: {{kk: Өзен}}, region: south, {gift}}}\n"),
        )
        .with(
            "content/projects/hall.kk.md",
            "---\ntitle: Зал\nregion: north\ndistrict: lake\ndirection: charity\nstatus: under-way\n\
             contributions: [{patron: steppe, amount: 500, date: 2020}, {patron: steppe, amount: 30, date: 2021, status: pledged}]\n---\n\n\
             [](@total?region=north&district=lake) [](@total?region=north&district=lake&year=2020) [](@total?region=north&district=fen)\n",
        )
        .with(
            "content/projects/bridge.kk.md",
            "---\ntitle: Көпір\nregion: north\ndistrict: ford\ndirection: charity\nstatus: under-way\n---\n",
        );
    let built = site.build();
    let pages = |lang: &str| -> Vec<String> {
        let start = format!("{lang}/regions/north/districts/");
        let inside = built.paths().filter_map(|path| path.strip_prefix(&start));
        inside.map(str::to_owned).collect()
    };
    for lang in ["kk", "ru", "en"] {
        let expected = [
            "ford/index.html",
            "hill/index.html",
            "lake/by-year.csv",
            "lake/contributions.csv",
            "lake/index.html",
            "pond/index.html",
        ];
        assert_eq!(pages(lang), expected, "{lang}");
        let total = |page: &str| {
            let page = built.read(&format!("{lang}/regions/north/districts/{page}/index.html"));
            let value = page.split("id=\"district-total\" value=\"").nth(1).unwrap();
            value.split('"').next().unwrap().to_owned()
        };
        assert_eq!(["lake", "hill", "ford"].map(total), ["500", "70", "0"]);
        let region = built.read(&format!("{lang}/regions/north/index.html"));
        // Each gift says where it went as well.
        let (before, gifts) = region.split_once("<section id=\"contributions\"").unwrap();
        let region = [before, gifts.split_once("</section>").unwrap().1].concat();
        for district in ["lake", "hill", "ford"] {
            let link = format!("<a href=\"/{lang}/regions/north/districts/{district}/\"");
            assert_eq!(region.matches(&link).count(), 1, "{district}");
        }
        assert!(!region.contains("districts/fen"), "{lang}");
        let old = built.read(&format!("{lang}/regions/north/districts/pond/index.html"));
        assert!(old.contains(&format!("/{lang}/regions/north/districts/lake/")));
    }
    let hall = built.read("kk/projects/hall/index.html");
    let lake = "<a href=\"/kk/regions/north/districts/lake/";
    for link in [
        format!("{lake}\"><data value=\"500\""),
        "<a href=\"/kk/contributions/?region=north&amp;district=lake&amp;year=2020\"><data value=\"500\"".to_owned(),
        "<a href=\"/kk/regions/north/#by-district\">".to_owned(),
        format!("{lake}\">Көл</a>"),
    ] {
        assert!(hall.contains(&link), "{link}");
    }
    let csv = built.read("kk/regions/north/by-district.csv");
    let rows: Vec<&str> = csv.lines().skip(1).collect();
    let expected = [
        "Көл,500,30,1,1,1",
        "Төбе,70,0,1,0,1",
        "Көрсетілмеген,6000000,0,2,1,2",
    ];
    assert_eq!(rows, expected);
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
