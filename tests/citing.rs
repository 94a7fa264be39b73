//! What a figure is cited by: the newest record that a page shows, the edition of the portal, and whom a mistake is told.

use std::collections::BTreeSet;

use crate::support::{Built, Site, between};

/// The newest record that a page in English says it shows.
fn newest(built: &Built, page: &str) -> Option<String> {
    let html = built.read(&format!("en/{page}index.html"));
    let told = html
        .split("Newest record on this page: <time datetime=\"")
        .nth(1)?;
    told.split('"').next().map(str::to_owned)
}

fn edition(site: &Site) -> String {
    let totals = site.build().read("en/totals/index.html");
    between(&totals, "Edition of the data: <strong>", "</strong>").to_owned()
}

/// The sound little site with a gift that is only promised, an award and a news item.
fn site() -> Site {
    Site::base()
        .with(
            "content/patrons/fund.yaml",
            "id: fund\nkind: fund\nname: {kk: Қор, en: Fund}\nregion: south\ncontributions:\n\
             \x20 - {amount: 7, date: 2031, status: pledged, region: south, direction: charity, purpose: {kk: кітап}}\n",
        )
        .with(
            "content/awards/best.yaml",
            "id: best\nname: {kk: Үздік, en: Best}\nyear: 2021\nregion: north\nrecipients:\n  - {patron: steppe}\n",
        )
        .with(
            "content/news/opening.kk.md",
            "---\ntitle: Ашылу\ndate: 2022-03-04\n---\n\nАшылды.\n",
        )
        .with(
            "content/pages/about.kk.md",
            "---\ntitle: Туралы\n---\n\nСолтүстікке [](@total?region=north) берілді.\n",
        )
        .with("content/pages/plain.kk.md", "---\ntitle: Мәтін\n---\n\nМәтін.\n")
}

#[test]
fn a_page_tells_the_newest_record_that_it_shows() {
    let built = site().build();
    for (page, expected) in [
        ("", Some("2022-03-04")),
        ("totals/", Some("2020-06")),
        ("years/", Some("2020-06")),
        ("years/2020/", Some("2020-09-01")),
        ("projects/", Some("2020-09-01")),
        ("projects/gym/", Some("2020-09-01")),
        ("regions/north/", Some("2020-09-01")),
        ("patrons/", Some("2020-06")),
        ("patrons/steppe/", Some("2021")),
        ("awards/", Some("2021")),
        ("awards/best/", Some("2021")),
        ("news/", Some("2022-03-04")),
        ("news/opening/", Some("2022-03-04")),
        ("about/", Some("2020-06")),
        // A promise has no day yet.
        ("patrons/fund/", None),
        ("regions/south/", None),
        ("years/2031/", None),
        ("plain/", None),
    ] {
        assert_eq!(newest(&built, page).as_deref(), expected, "{page}");
    }
    let kk = built.read("kk/totals/index.html");
    assert!(kk.contains(
        "Осы беттегі ең соңғы жазба: <time datetime=\"2020-06\">2020\u{a0}жылғы маусым<"
    ));
    let ru = built.read("ru/totals/index.html");
    assert!(ru.contains(
        "Самая новая запись на этой странице: <time datetime=\"2020-06\">июнь 2020\u{a0}г.<"
    ));
}

#[test]
fn each_part_of_a_list_tells_of_its_own_records() {
    let site = Site::base();
    for place in 0..60 {
        let text = format!(
            "---\ntitle: Жоба {place}\nregion: south\ndirection: charity\nstatus: under-way\nstarted: {}\n---\n",
            1995 + place / 4
        );
        site.write(&format!("content/projects/of-{place:02}.kk.md"), text);
    }
    let built = site.build();
    assert_eq!(newest(&built, "projects/").as_deref(), Some("2020-09-01"));
    let parts: Vec<&str> = built
        .paths()
        .filter(|path| path.starts_with("en/projects/page") && path.ends_with("index.html"))
        .collect();
    let [second] = parts[..] else {
        panic!("{parts:?}")
    };
    let second = second
        .trim_start_matches("en/")
        .trim_end_matches("index.html");
    assert_eq!(newest(&built, second).as_deref(), Some("1997"));
}

#[test]
fn the_edition_changes_with_the_facts_alone() {
    let first = edition(&site());
    assert!(first.len() == 12 && first.bytes().all(|letter| letter.is_ascii_lowercase()));
    for (path, from, to, is_same) in [
        ("content/projects/gym.kk.md", "5000000", "5000001", false),
        (
            "content/projects/gym.kk.md",
            "2020-05-01",
            "2020-05-02",
            false,
        ),
        ("content/projects/gym.ru.md", "Спортзал", "Зал", false),
        ("content/patrons/patrons.yaml", "Степь", "Поле", false),
        ("content/patrons/fund.yaml", "2031", "2032", false),
        ("content/awards/best.yaml", "2021", "2022", false),
        ("content/projects/gym.ru.md", "Построен", "Возведён", true),
        ("content/pages/plain.kk.md", "Мәтін.", "Басқа.", true),
        ("site.toml", "Сайт", "Портал", true),
        // Who must not be named is in no edition.
        ("content/patrons/patrons.yaml", "Тайна", "Загадка", true),
    ] {
        let site = site();
        site.edit(path, from, to);
        assert_eq!(edition(&site) == first, is_same, "{path}: {to}");
    }
}

#[test]
fn the_id_of_an_anonymous_patron_changes_no_byte() {
    let gifts = |anonymous: &str| {
        let site = site();
        let gift = |amount: u32| {
            format!(
                "\n  contributions:\n    - {{amount: {amount}, date: 2019-03, region: north, direction: charity, purpose: {{kk: кітап}}}}"
            )
        };
        site.edit(
            "content/patrons/patrons.yaml",
            "region: north",
            &format!("region: north{}", gift(3)),
        );
        site.edit(
            "content/patrons/patrons.yaml",
            "region: south",
            &format!("region: south{}", gift(4)),
        );
        site.edit("content/patrons/patrons.yaml", "p-0001", anonymous);
        site.edit("content/projects/gym.kk.md", "p-0001", anonymous);
        site.build().files()
    };
    // Among all patrons, the one stands before Steppe and the other behind.
    let [before, behind] = ["a-1203", "z-7118"].map(gifts);
    let differ: Vec<&String> = before
        .keys()
        .filter(|path| before.get(*path) != behind.get(*path))
        .collect();
    assert_eq!(differ, Vec::<&String>::new());
    assert_eq!(before.len(), behind.len());
}

#[test]
fn one_amount_changes_the_pages_that_hold_it_and_the_edition_on_two() {
    let site = site();
    let before = site.build().pages();
    site.edit("content/patrons/fund.yaml", "amount: 7", "amount: 8");
    let after = site.build().pages();
    let differ = before.iter().filter_map(|(path, page)| {
        let page_of = path.strip_prefix("en/")?.strip_suffix("index.html")?;
        (after.get(path) != Some(page)).then_some(page_of)
    });
    let differ: BTreeSet<&str> = differ.collect();
    let expected = [
        "",
        "compare/",
        // Its recipes give the sum, and it names the edition.
        "data/",
        "directions/",
        "directions/charity/",
        "embed/",
        "embed/south/",
        "objects/",
        "patrons/",
        "patrons/fund/",
        "regions/",
        "regions/south/",
        "regions/south/contributions/2031/",
        "regions/south/contributions/from/",
        "totals/",
        "totals/directions/",
        "totals/from/",
        "totals/objects/",
        "totals/patrons/",
        "totals/regions/",
        "totals/years/",
        "years/",
        // It tells what is promised for the next year.
        "years/2020/",
        "years/2031/",
        "years/2031/contributions/direction-charity/",
    ];
    assert_eq!(differ, expected.into());
    let words = [&before, &after].map(|pages| {
        between(
            &pages["en/totals/index.html"],
            "Edition of the data: <strong>",
            "</strong>",
        )
    });
    assert_ne!(words[0], words[1]);
    for (pages, word) in [(&before, words[0]), (&after, words[1])] {
        let telling = pages.iter().filter(|(_, page)| page.contains(word));
        let telling: Vec<&str> = telling.map(|(path, _)| path.as_str()).collect();
        assert_eq!(
            telling,
            [
                "en/data/index.html",
                "en/totals/index.html",
                "kk/data/index.html",
                "kk/totals/index.html",
                "ru/data/index.html",
                "ru/totals/index.html"
            ]
        );
    }
}

#[test]
fn a_mistake_is_told_with_the_record_and_the_page() {
    let with = |contact: &str| {
        let settings = Site::base().read("site.toml");
        let contact = format!("contact = \"{contact}\"\nlanguages");
        let site = Site::base().with("site.toml", settings.replacen("languages", &contact, 1));
        site.build()
    };
    let told = |built: &Built, path: &str| {
        let html = built.read(path);
        let label = html.find("Report a mistake")?;
        let link = &html[html[..label].rfind("href=\"")? + 6..];
        link.split('"').next().map(str::to_owned)
    };
    let mail = with("info@site.kz");
    assert_eq!(
        told(&mail, "en/projects/gym/index.html").as_deref(),
        Some(
            "mailto:info@site.kz?subject=Mistake:%20project/gym\
             &amp;body=https://tagzym.example/en/projects/gym/"
        )
    );
    assert_eq!(told(&mail, "en/totals/index.html"), None);
    let web = with("https://site.kz/contact");
    let page = told(&web, "en/patrons/steppe/index.html");
    assert_eq!(page.as_deref(), Some("https://site.kz/contact"));
    for nothing in [Site::base().build(), with("+7 700 000 00 00")] {
        assert_eq!(told(&nothing, "en/projects/gym/index.html"), None);
    }
}

#[test]
fn what_is_shown_where_nothing_is_has_no_address_of_its_own() {
    let built = Site::base().build();
    for path in ["404.html", "en/404.html"] {
        let page = built.read(path);
        for told in ["rel=\"canonical\"", "og:url", "data-copy"] {
            assert!(!page.contains(told), "{path}: {told}");
        }
    }
}

#[test]
fn the_icon_stands_at_the_root_and_a_sites_own_goes_before_the_themes() {
    let built = Site::base().build().files();
    let icon = &built["favicon.ico"];
    assert_eq!(icon[..6], [0, 0, 1, 0, 3, 0]);
    assert!(built.keys().any(|path| path.ends_with("/touch-icon.png")));
    let own = Site::base().with("content/static/favicon.ico", &icon[..1000]);
    let built = own.build().files();
    assert_eq!(built["favicon.ico"], icon[..1000]);
}
