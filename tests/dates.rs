//! Dates that cannot be on the day on which the program runs, each at its place; and that this day changes no output.

use crate::support::{Site, lines};
use jiff::civil::date;
use tagzym::{BuildOptions, inspect, prepare};

/// The 28th of November 2026.
fn on_a_day() -> BuildOptions {
    BuildOptions {
        today: Some(date(2026, 11, 28)),
        ..BuildOptions::default()
    }
}

/// Every warning of that day, with the dates that were probably meant.
fn told(site: &Site) -> Vec<String> {
    let found = prepare(site.root(), &on_a_day());
    let mut told: Vec<String> = found
        .diagnostics
        .iter()
        .map(|of| {
            let place = lines(std::slice::from_ref(of), &found.sources).concat();
            let meant = of.nearest.iter().map(|date| format!(" ({date}?)"));
            place + &meant.collect::<String>()
        })
        .collect();
    told.sort();
    told
}

/// A project with gifts of these dates.
fn project(facts: &str, gifts: &[&str]) -> String {
    let gifts: String = (1..)
        .zip(gifts)
        .map(|(amount, date)| format!("  - {{patron: steppe, amount: {amount}, date: {date}}}\n"))
        .collect();
    let head = "---\ntitle: Зал\nregion: north\ndirection: charity\n";
    format!("{head}{facts}contributions:\n{gifts}---\n")
}

#[test]
fn what_is_delivered_was_not_delivered_tomorrow() {
    let gifts = [
        "2026-11-28",
        "2026-11-29",
        "2026-11",
        "2026",
        "2026-12",
        "2027",
        "2204-01-15",
        "2062",
        "9999-12-31",
        "2027, status: pledged",
        "2046, status: pledged",
        "2204-02-30, status: pledged",
        "2047, status: pledged",
        "2106, status: pledged, accept: [{warning: T0246, why: so promised}]",
    ];
    let gifts = gifts.map(|gift| gift.replace("02-30", "02-29"));
    let gifts: Vec<&str> = gifts.iter().map(String::as_str).collect();
    let site = Site::base().with(
        "content/projects/hall.kk.md",
        project("status: under-way\n", &gifts),
    );
    let at = |line: usize, code: &str| format!("{code} content/projects/hall.kk.md:{line}:");
    let expected = [
        at(8, "T0244") + "39",
        at(11, "T0244") + "39",
        at(12, "T0244") + "39",
        at(13, "T0244") + "39 (2024-01-15?)",
        at(14, "T0244") + "39 (2026?)",
        at(15, "T0244") + "39",
        at(18, "T0246") + "40 (2024-02-29?)",
        at(19, "T0246") + "40",
    ];
    let mut expected = expected.to_vec();
    expected.sort();
    assert_eq!(told(&site), expected);
}

#[test]
fn what_is_done_or_published_has_a_date() {
    let hall = project(
        "status: completed\nstarted: 2026-12\ncompleted: 2027-01\n",
        &[],
    );
    let park = project("status: under-way\nstarted: 2026-11-29\n", &[]);
    let road = project("status: planned\nstarted: 2028\n", &[]);
    let rail = project("status: planned\nstarted: 2082\n", &[]);
    let gifts = "contributions:\n---";
    let plain = |text: String| text.replace(gifts, "---");
    let site = Site::base()
        .with("content/projects/hall.kk.md", plain(hall))
        .with("content/projects/park.kk.md", plain(park))
        .with("content/projects/road.kk.md", plain(road))
        .with("content/projects/rail.kk.md", plain(rail))
        .with(
            "content/news/a.kk.md",
            "---\ntitle: А\ndate: 2026-11-28\n---\n",
        )
        .with("content/news/b.kk.md", "---\ntitle: Ә\n---\n")
        .with(
            "content/news/b.ru.md",
            "---\ntitle: Ә\ndate: 2026-12-28\n---\n",
        )
        .with(
            "content/awards/a.yaml",
            "- {id: a, name: {kk: А}, year: 2027, recipients: [{patron: steppe}]}\n\
             - {id: b, name: {kk: Ә}, year: 2026, recipients: [{patron: steppe}]}\n",
        )
        .with(
            "content/patrons/more.yaml",
            "id: new\nkind: fund\nname: {kk: Қор}\nregion: north\nsince: 2027\n",
        )
        .with(
            "content/figures/a.yaml",
            "- id: a\n  measure: support\n  precision: exact\n  amount: 1\n  period: 2027\n  \
             source: {title: А, url: 'https://a.kz', date: 2026-11-30}\n\
             - id: b\n  measure: pledges\n  precision: exact\n  amount: 1\n  period: 2026..2204\n  \
             source: {title: А, url: 'https://a.kz'}\n",
        );
    assert_eq!(
        told(&site),
        [
            "T0244 content/awards/a.yaml:1:32",
            "T0244 content/figures/a.yaml:5:11",
            "T0244 content/figures/a.yaml:6:49",
            "T0244 content/news/b.ru.md:3:7",
            "T0244 content/patrons/more.yaml:5:8",
            "T0244 content/projects/hall.kk.md:6:10",
            "T0244 content/projects/hall.kk.md:7:12",
            "T0244 content/projects/park.kk.md:6:10",
            "T0246 content/figures/a.yaml:11:11 (2024?)",
            "T0246 content/projects/rail.kk.md:6:10",
        ]
    );
}

#[test]
fn nobody_knows_the_day_but_the_command_line() {
    let text = project("status: under-way\n", &["2204-01-15", "9999"]);
    let site = Site::base().with("content/projects/hall.kk.md", text);
    assert_eq!(site.check(), Vec::<String>::new());
    let run = site.run(&["check", "--strict"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert_eq!(run.err.matches("T0244").count(), 2, "{}", run.err);
    let pages = |options: &BuildOptions| site.build_with(options).files();
    assert!(pages(&on_a_day()) == pages(&BuildOptions::default()));
}

#[test]
fn a_pledge_is_overdue_when_its_project_is_done_or_its_day_long_past() {
    let gifts = [
        "2020, status: pledged",
        "2026-11-27, status: pledged",
        "2026-11-28, status: pledged",
        "2026, status: pledged",
        "2020",
        "2021, status: pledged, accept: [{warning: T0247, why: asked them}]",
    ];
    let site = Site::base()
        .with(
            "content/projects/hall.kk.md",
            project("status: completed\ncompleted: 2020\n", &gifts),
        )
        .with(
            "content/projects/park.kk.md",
            project(
                "status: under-way\n",
                &["2019, status: pledged", "2024, status: pledged", "2019"],
            ),
        );
    assert_eq!(told(&site), Vec::<String>::new());
    let found = prepare(site.root(), &on_a_day());
    let odd = inspect(&found);
    assert_eq!(
        lines(&odd.diagnostics, &found.sources),
        [
            "T0247 content/projects/hall.kk.md:8:39",
            "T0247 content/projects/hall.kk.md:9:39",
            "T0247 content/projects/park.kk.md:7:39",
        ]
    );
    assert_eq!(odd.accepted.len(), 1);
}

/// The advice to call the pledge given would double the gift, which is in the sums already.
#[test]
fn a_pledge_beside_the_gift_that_it_became_is_told_once() {
    let gift = "  - {patron: steppe, amount: 7000000, date: 2020-05-01";
    let facts = "region: north\ndirection: infrastructure\nstatus: completed\ncompleted: 2020";
    let gifts = format!("contributions:\n{gift}}}\n{gift}, status: pledged}}");
    let text = format!("---\ntitle: Зал\n{facts}\n{gifts}\n---\n\nМәтін.\n");
    let site = Site::base().with("content/projects/hall.kk.md", text);
    let found = prepare(site.root(), &on_a_day());
    let told = lines(&found.diagnostics, &found.sources);
    let hall = "content/projects/hall.kk.md";
    assert_eq!(told, [format!("T0240 {hall}:9:6 + {hall}:8:6")]);
    let odd = inspect(&found);
    assert_eq!(
        lines(&odd.diagnostics, &found.sources),
        Vec::<String>::new()
    );
}

#[test]
fn a_year_is_compared_with_one_that_is_named() {
    let gifts = ["2020", "2024-01-01", "2024-02-01", "2025"];
    let text = project("status: under-way\n", &gifts).replace("amount: 1,", "amount: 9,");
    let site = Site::base().with("content/projects/hall.kk.md", text);
    site.remove("content/projects/gym.kk.md");
    site.remove("content/projects/gym.ru.md");
    let built = site.build();
    // 9 in 2020, 2 and 3 in 2024; the newest year, 2025, is not over for all that a build knows.
    for (lang, told) in [
        ("kk", "2020 жылмен салыстырғанда"),
        ("ru", "По сравнению с 2020 годом"),
        ("en", "Compared with 2020"),
    ] {
        let html = built.read(&format!("{lang}/years/2024/index.html"));
        assert!(html.contains(told), "{html}");
        assert!(html.contains("<data value=\"-4\">"), "{html}");
        let newest = built.read(&format!("{lang}/years/2025/index.html"));
        assert!(!newest.contains("<data value=\"-1\">"), "{newest}");
    }
}

#[test]
fn every_record_has_dates_that_can_be() {
    let gift = "2020-05-01, source: {title: {kk: Газет}, url: \"https://a.kz\", date: 2202-02}";
    let site = Site::base()
        .with(
            "content/projects/hall.kk.md",
            project("status: planned\n", &[gift]),
        )
        .with(
            "content/regions/more.yaml",
            "id: east\nname: {kk: Шығыс}\nformer_names:\n  - {name: {kk: Күн}, from: 2017, until: 2108}\n",
        )
        .with(
            "content/corrections/2020.yaml",
            "- {date: 2206-11-01, records: [project/hall], reason: {kk: Қате}}\n\
             - {date: 2026-11-29, records: [project/hall], reason: {kk: Қате}}\n\
             - {date: 2026-11-28, records: [project/hall], reason: {kk: Қате}}\n",
        );
    assert_eq!(
        told(&site),
        [
            "T0244 content/corrections/2020.yaml:1:10 (2026-11-01?)",
            "T0244 content/corrections/2020.yaml:2:10",
            "T0244 content/projects/hall.kk.md:7:107 (2022-02?)",
            "T0246 content/regions/more.yaml:4:42 (2018?)",
        ]
    );
}

#[test]
fn a_mistyped_first_year_accuses_no_date() {
    let settings = Site::base().read("site.toml");
    let early = |place: &str| format!("T0245 content/projects/gym.kk.md:{place}");
    let early = ["10:58", "7:12", "9:45"].map(early);
    let early: Vec<&str> = early.iter().map(String::as_str).collect();
    for (year, expected) in [(2109, vec!["T0246 site.toml:1:14 (2019?)"]), (2027, early)] {
        let site = Site::base()
            .with("site.toml", format!("first_year = {year}\n{settings}"))
            .with(
                "content/projects/hall.kk.md",
                project("status: planned\n", &["2028, status: pledged"]),
            );
        assert_eq!(told(&site), expected, "{year}");
    }
}
