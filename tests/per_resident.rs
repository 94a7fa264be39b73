//! What was delivered for each resident: on the map, in the table behind it, and in its file.

use crate::support::{Site, between};

/// Regions of so many residents, in which so much was given; none: not stated.
fn site(regions: &[(&str, Option<u64>, u64)]) -> Site {
    let site = Site::base();
    let mut records = String::new();
    let mut gifts =
        String::from("id: giver\nkind: fund\nname: {kk: Қор}\nregion: north\ncontributions:\n");
    for (place, (id, residents, given)) in regions.iter().enumerate() {
        records += &format!("- id: {id}\n  name: {{kk: {id}, en: {id}}}\n  tile: [[{place}, 0]]\n");
        if let Some(residents) = residents {
            records +=
                &format!("  population: {{value: {residents}, date: 2024, source: stat.gov.kz}}\n");
        }
        gifts += &format!(
            "  - {{amount: {given}, date: 2020, region: {id}, direction: charity, purpose: {{kk: кітап}}}}\n"
        );
    }
    site.write("content/regions/more.yaml", records);
    site.write("content/patrons/giver.yaml", gifts);
    site
}

const REGIONS: [(&str, Option<u64>, u64); 4] = [
    ("vast", Some(19_000_000), 10),
    ("half", Some(1_000), 500),
    ("whole", Some(1_000), 1_499),
    ("unknown", None, 77),
];

#[test]
fn less_than_one_tenge_is_not_one() {
    let page = "---\ntitle: Map\n---\n\n![](@map?figure=per-resident)\n";
    let site = site(&REGIONS)
        .with("content/pages/map.kk.md", page)
        .with("content/pages/map.en.md", page);
    let built = site.build();
    let html = built.read("en/map/index.html");
    for told in [
        "vast: Per resident: &lt; ₸1",
        "half: Per resident: &lt; ₸1",
        "whole: Per resident: ₸1",
        "unknown: Per resident: number of residents not stated",
    ] {
        assert!(html.contains(told), "{told}: {html}");
    }
    let legend = between(&html, "<ul class=\"legend\">", "</ul>");
    for told in ["&lt; 1<", "≥ 1<", "residents not stated"] {
        assert!(legend.contains(told), "{told}: {legend}");
    }
    assert!(!legend.contains("amount not stated"), "{legend}");
    let row = |id: &str| {
        let row = between(&html, &format!(">{id}</a></th>"), "</tr>");
        row.replace('\n', "")
    };
    assert!(row("vast").contains("<data value=\"19000000\">19,000,000</data>"));
    assert!(row("vast").contains(">&lt; ₸1</td>"), "{}", row("vast"));
    assert!(row("whole").contains("<data value=\"1\">₸1</data>"));
    assert!(row("unknown").contains("residents not stated"));
    let file = built
        .paths()
        .find(|path| path.starts_with("en/map/") && path.ends_with(".csv"));
    let csv = built.read(file.unwrap());
    let mut lines = csv.lines();
    assert!(
        lines
            .next()
            .unwrap()
            .ends_with(",Residents,\"Per resident, ₸\""),
        "{csv}"
    );
    for line in [
        "vast,10,1,0,1,19000000,<1",
        "whole,1499,1,0,1,1000,1",
        "unknown,77,1,0,1,,",
    ] {
        assert!(csv.contains(line), "{line}: {csv}");
    }
}

#[test]
fn the_map_of_the_campaign_has_its_table_and_its_file() {
    let built = site(&REGIONS).build();
    let html = built.read("en/totals/regions/index.html");
    let table = between(&html, "id=\"by-region\"", "</section>");
    assert!(table.contains(">Residents</th>"), "{table}");
    assert!(table.contains("<data value=\"19000000\">"), "{table}");
    let html = built.read("en/totals/years/index.html");
    let by_year = between(&html, "id=\"by-year\"", "</section>");
    assert!(!by_year.contains("Residents"), "{by_year}");
    let csv = built.read("en/totals/by-region.csv");
    assert!(csv.contains("half,500,1,0,1,1000,<1"), "{csv}");
}

#[test]
fn what_is_off_the_map_tells_the_figure_that_the_map_shows() {
    let site = site(&REGIONS);
    site.write(
        "content/regions/off.yaml",
        "- id: off\n  name: {kk: off, en: off}\n  population: {value: 300, date: 2024, source: stat.gov.kz}\n",
    );
    site.write(
        "content/patrons/other.yaml",
        "id: other\nkind: fund\nname: {kk: Қор}\nregion: off\ncontributions:\n  \
         - {amount: 900, date: 2020, region: off, direction: charity, purpose: {kk: кітап}}\n",
    );
    let html = site.build().read("en/index.html");
    for (place, told) in [
        ("is-1", "off</a>: <data value=\"900\">₸900</data>"),
        ("is-2", "off</a>: <data value=\"3\">₸3</data>"),
        ("is-3", "off</a>: <data value=\"0\">0</data>"),
    ] {
        let shown = between(&html, &format!("<div class=\"{place}\">"), "</div>");
        assert!(shown.contains(told), "{place}: {shown}");
    }
}
