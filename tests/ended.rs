//! What has ended, on the pages of the shipped theme: pledges that are not kept, cancelled projects, former names of
//! regions; and where a gift can be looked up. The site is that of `tests/sites/ended`.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{Site, between};

/// The files of the site in the shipped theme, with English too.
fn files() -> BTreeMap<String, String> {
    let site = Site::golden("ended");
    site.edit("site.toml", "\"plain\"", "\"tagzym\"");
    site.edit("site.toml", "\"ru\"]", "\"ru\", \"en\"]");
    let files = site.publish(&[], &[]).into_iter();
    let texts = files.filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?)));
    texts.collect()
}

fn section<'t>(page: &'t str, id: &str) -> &'t str {
    between(page, &format!("<section id=\"{id}\""), "</section>")
}

/// The amounts in the cells of a table.
fn amounts(section: &str) -> Vec<u128> {
    let cells = section.split("<td class=\"number").skip(1);
    let cells = cells.filter_map(|cell| cell.split("</td>").next());
    let values = cells.filter_map(|cell| cell.split("<data value=\"").nth(1));
    let values = values.map(|value| value.split('"').next().unwrap().parse().unwrap());
    values.collect()
}

#[test]
fn a_cancelled_project_says_so_and_counts_what_was_delivered() {
    let files = files();
    let words = [
        (
            "kk",
            "Жоба тоқтатылды",
            "Тоқтатылған",
            "жоба тоқтатылды",
            "Жер берілмеді",
        ),
        (
            "ru",
            "Проект отменён",
            "Отменён",
            "проект отменён",
            "Не дали землю",
        ),
        (
            "en",
            "This project was cancelled",
            "Cancelled",
            "project cancelled",
            "Жер берілмеді",
        ),
    ];
    for (lang, notice, status, not_kept, reason) in words {
        let page = &files[&format!("{lang}/projects/hall/index.html")];
        let told = format!("<div class=\"notice\">\n<p>{notice}: ");
        let told = between(page, &told, "</div>");
        assert!(told.starts_with("<time datetime=\"2022-10-03\">"), "{told}");
        assert!(told.contains(reason), "{told}");
        assert!(page.contains(&format!("<dd>{status}</dd>")), "{lang}");
        assert!(page.contains("<data id=\"project-sum\" value=\"100\">"));
        // The gift, and the total row.
        assert_eq!(amounts(section(page, "contributions")), [100, 100]);
        let unkept = section(page, "unkept");
        // The newest first.
        assert_eq!(amounts(unkept), [30_000, 20_000]);
        assert_eq!(unkept.matches(not_kept).count(), 2, "{unkept}");
        let card = &files[&format!("{lang}/projects/index.html")];
        let day = format!("{status}, <time datetime=\"2022-10-03\">");
        assert!(card.contains(&day), "{lang}");
    }
}

#[test]
fn pledges_that_are_not_kept_stand_on_the_pages_of_their_project_and_patron_alone() {
    let files = files();
    let places = |amount: &str| -> BTreeSet<&str> {
        let holds = |text: &str| {
            text.contains(&format!("value=\"{amount}\"")) || text.contains(&format!(",{amount}"))
        };
        let places = files
            .iter()
            .filter(|(path, text)| path.starts_with("kk/") && holds(text));
        places.map(|(path, _)| path.as_str()).collect()
    };
    let [hall, park] = ["hall", "park"].map(|id| format!("kk/projects/{id}/index.html"));
    let [steppe, river] = ["steppe", "river"].map(|id| format!("kk/patrons/{id}/index.html"));
    assert_eq!(places("20000"), BTreeSet::from([&*hall, &*steppe]));
    assert_eq!(places("30000"), BTreeSet::from([&*hall, &*river]));
    assert_eq!(places("4000"), BTreeSet::from([&*park, &*steppe]));
    assert_eq!(places("9000"), BTreeSet::from([&*steppe]));
    // 100 and 7 by one who is named, 50 by another, 600 by one who is not.
    assert!(files["kk/index.html"].contains("<data id=\"grand-total\" value=\"757\">"));
    for (id, sum, own, unkept) in [
        ("steppe", 107, vec![100, 7, 107], vec![4_000, 9_000, 20_000]),
        ("river", 50, vec![50, 50], vec![30_000]),
    ] {
        let page = &files[&format!("kk/patrons/{id}/index.html")];
        assert!(page.contains(&format!("<data id=\"patron-total\" value=\"{sum}\">")));
        assert_eq!(amounts(section(page, "contributions")), own);
        assert_eq!(amounts(section(page, "unkept")), unkept);
    }
    let withdrawn = section(&files["kk/projects/park/index.html"], "unkept");
    assert!(
        withdrawn.contains("<time datetime=\"2024-02-01\">"),
        "{withdrawn}"
    );
    assert!(
        !files.contains_key("kk/years/2021/index.html"),
        "nothing of 2021 counts"
    );
}

#[test]
fn dated_lines_call_a_region_as_it_was_called_then() {
    let files = files();
    let names = |path: &str| {
        let page = &files[&format!("kk/{path}index.html")];
        let main = between(page, "<main", "</main>");
        let links = main.split("regions/capital/\">").skip(1);
        let names = links.map(|link| link.split('<').next().unwrap());
        names.collect::<Vec<&str>>()
    };
    let (then, now) = ("Нұр-Сұлтан", "Астана");
    assert_eq!(names("news/started/"), [then]);
    assert_eq!(
        names("awards/best/"),
        [then, then],
        "and the home of who got it"
    );
    assert_eq!(
        names("awards/better/"),
        [now, now],
        "the year began with another name"
    );
    assert_eq!(
        names("projects/hall/")[0],
        now,
        "begun in 2020, cancelled in the October of 2022"
    );
    assert_eq!(
        names("projects/park/"),
        [now, then],
        "and an unnamed giver of 2020"
    );
    let list = between(&files["kk/projects/index.html"], "<main", "</main>");
    let place = |name: &str| {
        list.matches(&format!("<p class=\"meta\">{name} · "))
            .count()
    };
    assert_eq!([place(now), place(then)], [2, 0], "{list}");
    assert_eq!(names("regions/"), [now]);
    let region = &files["kk/regions/capital/index.html"];
    assert!(between(region, "<h1", "</h1>").contains(now));
    let formerly = region.split("<dt>Бұрынғы атауы</dt>").skip(1);
    let formerly: Vec<&str> = formerly.map(|of| between(of, "<dd>", " (")).collect();
    assert_eq!(formerly, [then, "Ақмола"]);
}

#[test]
fn a_cancelled_project_calls_its_region_as_it_was_called_on_the_day_of_cancelling() {
    let site = Site::golden("ended");
    let hall = "content/projects/hall.kk.md";
    site.edit(hall, "started: 2020-05\n", "");
    site.edit(hall, "cancelled: 2022-10-03", "cancelled: 2022-05-01");
    site.edit(hall, "date: 2021-07", "date: 2023-07");
    let page = site.build().read("kk/projects/hall/index.html");
    assert!(page.contains("Нұр-Сұлтан"), "a pledge is of 2023");
}

#[test]
fn a_gift_shows_where_it_can_be_looked_up_and_not_its_id() {
    let files = files();
    let park = section(&files["ru/projects/park/index.html"], "contributions");
    assert!(park.contains("Передала двумя частями"));
    assert!(park.contains("<a href=\"https://gazeta.kz/1\" rel=\"external noopener\">Газет</a>"));
    let other = section(&files["ru/regions/capital/index.html"], "contributions");
    let file = "<a href=\"/p/acts/%E2%84%96%207.txt\">Акт</a>, <time datetime=\"2020-01-15\">";
    assert!(other.contains(file), "{other}");
    assert!(files.contains_key("acts/№ 7.txt"));
    // Open data says the id of a gift whose giver may be named: rows are found by it.
    let is_data = |path: &str| path.starts_with("data/") || path.ends_with(".csv");
    let pages = files.iter().filter(|(path, _)| !is_data(path));
    for (path, text) in pages {
        assert!(!text.contains("g-1"), "{path}");
    }
}

#[test]
fn what_is_said_of_a_gift_does_not_name_who_is_not_named() {
    let site = Site::golden("ended");
    let gift = "{patron: p-0001, amount: 600, date: 2020-04-01";
    for told in [
        "note: {kk: Құпия Жан берді, ru: Дар}",
        "source: {title: Құпия Жан туралы, url: \"https://gazeta.kz/2\"}",
    ] {
        let site = site.copied();
        let told = format!("{gift}, {told}");
        site.edit("content/projects/park.kk.md", gift, &told);
        let run = site.run(&["check"]);
        assert!(run.err.contains("T0231"), "{}", run.err);
        assert!(run.err.contains("T0225"), "{}", run.err);
    }
}
