//! Three languages, each as if it were the first: what is missing is shown and told, what is stale is said mildly, and an
//! editor marks what has been brought up to date.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{Site, between, tree};

/// What is left to translate into a language: the state of each file and its path.
fn todo(site: &Site, lang: &str) -> Vec<(String, String)> {
    let json = site.run(&["translations", "--json", "--lang", lang]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let text = |item: &serde_json::Value, key: &str| item[key].as_str().unwrap().to_owned();
    let items = json["todo"].as_array().unwrap().iter();
    items
        .map(|item| (text(item, "state"), text(item, "file")))
        .collect()
}

/// The values of all figures that the portal itself shows: the prose is left out, which may name some or not.
fn figures(page: &str) -> Vec<String> {
    let mut text = page.to_owned();
    while let Some(start) = text.find("<div class=\"prose\"") {
        let mut depth = 0;
        let mut at = start;
        loop {
            let open = text[at..].find("<div").map(|next| at + next);
            let close = at + text[at..].find("</div>").expect("divs are closed");
            match open.filter(|&open| open < close) {
                Some(open) => {
                    depth += 1;
                    at = open + 4;
                }
                None => {
                    depth -= 1;
                    at = close + 6;
                }
            }
            if depth == 0 {
                break;
            }
        }
        text.replace_range(start..at, "");
    }
    let figures = text.split("<data ").skip(1);
    figures
        .map(|rest| rest.split("</data>").next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn without_english_texts_the_english_site_is_whole_and_the_report_names_each() {
    let all = Site::portal();
    let none = all.copied();
    let mut left_out: Vec<String> = tree(all.root()).into_keys().collect();
    left_out.retain(|path| path.ends_with(".en.md"));
    for path in &left_out {
        none.remove(path);
    }
    assert!(left_out.len() > 20, "{left_out:?}");
    let (before, after) = (all.build().pages(), none.build().pages());
    let english = |pages: &BTreeMap<String, String>| -> BTreeSet<String> {
        pages
            .keys()
            .filter(|path| path.starts_with("en/"))
            .cloned()
            .collect()
    };
    assert_eq!(english(&before), english(&after));
    let mut untranslated = 0;
    let mut shown = 0;
    let mut forwarding = 0;
    for path in english(&after) {
        let (old, new) = (&before[&path], &after[&path]);
        // What only forwards has no menu, and what stands in frames of other sites has none.
        if new.contains("<meta http-equiv=\"refresh\"") {
            forwarding += 1;
        } else if !path.contains("/embed/") {
            let menu = |page: &str| between(page, "<nav class=\"menu\"", "</nav>").to_owned();
            assert_eq!(menu(old), menu(new), "{path}");
            assert!(menu(new).matches("<a ").count() >= 7, "{path}");
        }
        assert_eq!(figures(old), figures(new), "{path}");
        shown += figures(new).len();
        assert!(new.contains("<html lang=\"en\">"), "{path}");
        if new.contains("has not been translated into English yet") {
            untranslated += 1;
            assert!(new.contains("<h1><span lang=\""), "{path}");
            assert!(new.contains("<div class=\"prose\" lang=\""), "{path}");
            assert!(!new.contains("hreflang=\"en\" href=\"http"), "{path}");
            assert!(
                new.contains("<meta name=\"robots\" content=\"noindex\">"),
                "{path}"
            );
            let canonical = between(new, "<link rel=\"canonical\" href=\"", "\"");
            assert!(!canonical.contains("/en/"), "{path}: {canonical}");
        }
    }
    assert!(untranslated > 20, "{untranslated}");
    assert!(shown > 1000, "{shown} figures");
    assert!(forwarding < 10, "{forwarding} pages forward");
    let todo = todo(&none, "en");
    let missing: BTreeSet<&str> = todo
        .iter()
        .filter(|(state, _)| state == "missing")
        .map(|(_, file)| file.as_str())
        .collect();
    let unnamed: Vec<&String> = left_out
        .iter()
        .filter(|path| !missing.contains(path.as_str()))
        .collect();
    assert_eq!(unnamed, Vec::<&String>::new());
    let text = none.run(&["translations", "--lang", "en"]).out;
    for path in &left_out {
        assert!(text.contains(path.as_str()), "{path} is not in\n{text}");
    }
}

#[test]
fn a_name_inside_a_sentence_is_in_the_language_of_the_sentence() {
    let portal = Site::portal();
    let built = portal.build();
    let page = built.read("ru/projects/seaside-sports-ground/index.html");
    let prose = between(&page, "<div class=\"prose\" lang=\"kk\">", "</main>");
    assert!(prose.contains(">Мысал Сынақов</a>"), "{prose}");
    assert!(!prose.contains("Мысал Сынаков"), "{prose}");
    // Around it are the words of the reader.
    assert!(page.contains(">Мысал Сынаков</a>"), "{page}");
}

#[test]
fn of_many_records_in_a_file_the_line_is_told_that_lacks_a_language() {
    let gifts = "- id: jer-su\n  kind: company\n  region: north\n  consent: public\n  name: {kk: Жер-Су, en: Zher-Su}\n  contributions:\n\
                 \x20   - {region: north, direction: charity, amount: 5, date: 2024, purpose: {kk: Көмір, en: Coal}}\n\
                 \x20   - {region: north, direction: charity, amount: 7, date: 2024, purpose: {kk: Кітап}}\n";
    let site = Site::base().with("content/patrons/many.yaml", gifts);
    let text = site
        .run(&["translations", "--lang", "en", "--ui-lang", "en"])
        .out;
    let line = "content/patrons/many.yaml:8 (contributions.2.purpose) — Zher-Su\n";
    assert!(text.contains(line), "{text}");
}

/// A site of one page.
fn small() -> Site {
    Site::case(include_str!("languages/small.case"))
}

#[test]
fn a_marked_translation_is_stale_when_its_original_has_changed() {
    let site = small();
    let file = "content/pages/about.en.md";
    let before = "\u{FEFF}---\r\ntitle:  About  # of the portal\r\n---\r\nThe first. \r\n";
    site.write(file, before);
    let mark = || site.run(&["translations", "--mark", file]);
    assert_eq!(mark().code, 0);
    let after = site.read(file);
    let line = between(&after, "portal\r\n", "---").to_owned();
    assert!(line.starts_with("source: {lang: kk, digest: \""), "{line}");
    assert_eq!(after.replace(&line, ""), before);
    let states = |lang: &str| {
        let built = site.build();
        let stale = |page: &str| built.read(page).contains("class=\"hint stale\"");
        (
            todo(&site, lang),
            stale("en/about/index.html"),
            stale("kk/about/index.html"),
        )
    };
    assert_eq!(states("en"), (Vec::new(), false, false));
    site.edit("content/pages/about.kk.md", "Бірінші.", "Екінші.");
    assert_eq!(
        states("en"),
        (vec![("stale".to_owned(), file.to_owned())], true, false)
    );
    let json = site.run(&["translations", "--json", "--lang", "en"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["todo"][0]["state"], "stale");
    assert_eq!(json["todo"][0]["original"], "content/pages/about.kk.md");
    assert_eq!(json["languages"][0]["kinds"][0]["stale"], 1);
    // The Russian reader gets a text whose own original has changed only if it is the English one.
    let missing = "content/pages/about.ru.md".to_owned();
    assert_eq!(states("ru").0, [("missing".to_owned(), missing)]);
    assert_eq!(mark().code, 0);
    assert_eq!(states("en"), (Vec::new(), false, false));
    let again = site.read(file);
    assert_eq!(again.len(), after.len());
    assert_ne!(again, after);
}

#[test]
fn what_is_no_translation_is_not_marked() {
    let site = small();
    let original = site.read("content/pages/about.kk.md");
    for file in ["content/pages/about.kk.md", "site.toml", "nothing.md"] {
        let done = site.run(&["translations", "--mark", file]);
        assert_eq!(done.code, 1, "{file}");
        assert!(!done.err.is_empty());
    }
    assert_eq!(site.read("content/pages/about.kk.md"), original);
}

#[test]
fn a_site_has_its_own_words() {
    let built = small()
        .with("content/locales/en/own.ftl", "nav-regions = Provinces\n")
        .build();
    assert!(built.read("en/index.html").contains(">Provinces</a>"));
    assert!(built.read("ru/index.html").contains(">Регионы</a>"));
}

#[test]
fn letters_lead_to_their_first_name() {
    let region = "id: r\nname: {kk: Өңір, ru: Регион, en: Region}\n";
    let site = small().with("content/regions/r.yaml", region);
    let mut patrons = String::new();
    let names = "А Ә Б В Г Ғ Д Е Ж З И К Қ Л М Н Ң О Ө П Р С Т У Ұ Ү Ф Х Һ Ц Ч Ш І Э Ю Я Z 7";
    for (number, letter) in names.split(' ').flat_map(|letter| [letter; 3]).enumerate() {
        patrons += &format!(
            "- {{id: p{number}, kind: company, region: r, name: {{kk: {letter}лма, ru: {letter}лма, en: Alma {letter}}}}}\n"
        );
    }
    site.write("content/patrons/p.yaml", patrons);
    let pages = site.build().pages();
    // Of a hundred names or more the letters that some name begins with, and no other.
    for (lang, links) in [("kk", 38), ("ru", 38), ("en", 1)] {
        let list = &pages[&format!("{lang}/patrons/index.html")];
        let index = between(list, "<nav class=\"letters\"", "</nav>");
        let shown = index.matches("<li>").count();
        assert_eq!(shown, links, "{lang}: {index}");
        let urls: Vec<&str> = index
            .split("href=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap())
            .collect();
        assert_eq!(urls.len(), links, "{lang}: {index}");
        for url in urls {
            let (page, anchor) = url.split_once('#').unwrap();
            let page = &pages[&format!("{}index.html", page.trim_start_matches('/'))];
            assert_eq!(
                page.matches(&format!("id=\"{anchor}\"")).count(),
                1,
                "{url}"
            );
        }
    }
}

#[test]
fn an_original_is_never_marked_as_a_translation() {
    let site = small();
    let kk = "content/pages/about.kk.md";
    site.write(
        "content/pages/about.ru.md",
        "---\ntitle: О портале\n---\nПервый.\n",
    );
    site.write(
        "content/pages/about.en.md",
        "---\ntitle: About\n---\nThe first.\n",
    );
    let original = site.read(kk);
    let all = [
        "translations",
        "--mark",
        kk,
        "content/pages/about.ru.md",
        "content/pages/about.en.md",
    ];
    for _ in 0..2 {
        assert_eq!(site.run(&all).code, 1);
        assert_eq!(site.read(kk), original);
        for lang in ["ru", "en"] {
            let text = site.read(&format!("content/pages/about.{lang}.md"));
            assert!(text.contains("source: {lang: kk"), "{text}");
        }
    }
}

#[test]
fn a_translation_that_does_not_say_what_it_was_made_from_is_told() {
    let site = small();
    let russian = "content/pages/about.ru.md";
    site.write(russian, "---\ntitle: О портале\n---\nПервый.\n");
    let is_told = || todo(&site, "ru").contains(&("unmarked".to_owned(), russian.to_owned()));
    assert!(is_told());
    assert!(todo(&site, "kk").is_empty(), "the original says nothing");
    let json = site.run(&["translations", "--json", "--lang", "ru"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["languages"][0]["kinds"][0]["unmarked"], 1);
    let table = site.run(&["translations", "--ui-lang", "en"]).out;
    assert!(table.contains("not marked"), "{table}");
    assert_eq!(site.run(&["translations", "--mark", russian]).code, 0);
    assert!(!is_told());
}
