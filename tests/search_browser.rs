//! The search in a real browser: what readers type finds what they mean.
//!
//! Needs Debian's chromium and chromedriver, and axe-core from npm, which `.ci/run` installs.

#[path = "search/fold.rs"]
mod fold;
use crate::maker;
#[path = "search/reader.rs"]
pub mod reader;
#[path = "search/table.rs"]
pub mod table;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use crate::support::browser::Browser;
use crate::support::host::host;
use crate::support::{Built, Site};
use maker::Corpus;
use reader::{BOX, HEAD, answered, ask, open, suggested};
use serde_json::{Value, json};
use tagzym::Prepared;

/// The frozen portal, with words of the same meaning.
pub fn portal() -> &'static Arc<Prepared> {
    static PORTAL: LazyLock<Built> = LazyLock::new(|| {
        let site = Site::portal().copied();
        site.write("content/search.toml", SYNONYMS);
        site.build()
    });
    &PORTAL.prepared
}

const SYNONYMS: &str = "synonyms = [[\"балабақша\", \"садик\", \"детсад\"], [\"Қызылорда\", \"Кзыл-Орда\", \"Kzyl-Orda\"], \
    [\"Шығыс Қазақстан\", \"ШҚО\", \"ВКО\"], [\"Солтүстік Қазақстан\", \"СҚО\", \"СКО\"]]\n";

/// What is asked by the second table.
fn corpus() -> Corpus {
    Corpus {
        projects: 1000,
        seed: 3,
        samples: false,
    }
}

#[test]
fn what_readers_type_on_the_portal_is_found() {
    let Some(browser) = Browser::start("what_readers_type_on_the_portal_is_found") else {
        return;
    };
    let base = host(portal().clone());
    table::holds(&browser, &base, "portal.tsv", 95);
    table::holds(&browser, &base, "since.tsv", 100);
    assert_eq!(browser.console_messages(), Vec::<String>::new());
}

#[test]
fn what_readers_type_is_found_among_a_thousand_projects() {
    let test = "what_readers_type_is_found_among_a_thousand_projects";
    let Some(browser) = Browser::start(test) else {
        return;
    };
    let mut files = BTreeMap::new();
    corpus().make(&mut |path, bytes| {
        files.insert(path.to_owned(), bytes.to_owned());
    });
    let built = Site::empty().with_all(files).build();
    let base = host(built.prepared.clone());
    table::holds(&browser, &base, "corpus.tsv", 95);
    // What a first answer takes, pieces of text included, before compression.
    for (lang, query) in [("kk", "мектеп"), ("ru", "бескопир"), ("en", "kindergarten")]
    {
        browser.open(&format!("{base}/{lang}/search/?q={query}"));
        answered(&browser, query);
        let fetched = fetched(&browser);
        println!("{lang} {query}: {fetched} bytes");
        assert!(fetched < 150_000, "{lang} {query}: {fetched} bytes");
    }
    assert_eq!(browser.console_messages(), Vec::<String>::new());
}

/// The bytes that the page has fetched for its answer; scripts, styles and pictures stand on every page.
fn fetched(browser: &Browser) -> u64 {
    // Pieces of text come after the answer.
    std::thread::sleep(Duration::from_millis(500));
    let size = browser.run(
        "return performance.getEntriesByType('resource').filter((one) => one.initiatorType === 'fetch')
            .reduce((sum, one) => sum + one.decodedBodySize, 0)",
    );
    size.as_u64().expect("a number of bytes")
}

#[test]
fn titles_are_suggested_in_the_head_of_a_page() {
    let Some(browser) = Browser::start("titles_are_suggested_in_the_head_of_a_page") else {
        return;
    };
    let base = host(portal().clone());
    // What those hear who do not see the box: whether there are suggestions, whether one is chosen, and what is typed.
    let state = format!(
        "const box = {HEAD};
        const active = document.getElementById(box.getAttribute('aria-activedescendant'));
        return [box.getAttribute('role'), box.getAttribute('aria-controls'), box.getAttribute('aria-expanded'),
            active && active.getAttribute('aria-selected'), box.value]"
    );
    let becomes = |expanded: &str, active: Option<&str>, typed: &str| {
        let wanted = json!(["combobox", "search-suggestions", expanded, active, typed]);
        browser.until(&wanted.to_string(), &state, |now| *now == wanted);
    };
    let (down, escape, enter) = ("\u{E015}", "\u{E00C}", "\u{E007}");
    let path = "return location.pathname";
    for (lang, typed) in [("kk", "мешіт"), ("ru", "мечеть"), ("en", "mosque")] {
        browser.open(&format!("{base}/{lang}/about/"));
        browser.run(&format!("{HEAD}.focus()"));
        becomes("false", None, "");
        browser.press(typed);
        suggested(&browser, typed);
        becomes("true", None, typed);
        browser.press(down);
        becomes("true", Some("true"), typed);
        // Escape closes and leaves what was typed; an arrow opens again.
        browser.press(escape);
        becomes("false", None, typed);
        browser.press(down);
        becomes("true", None, typed);
        browser.press(down);
        becomes("true", Some("true"), typed);
        // Enter goes to the chosen record; without a choice it asks the page of the search.
        browser.press(enter);
        let gone = format!("/{lang}/objects/mosque/");
        browser.until(&gone, path, |now| *now == json!(gone));
        browser.run(&format!("{HEAD}.focus()"));
        browser.press(&format!("{typed}{enter}"));
        let asked = format!("/{lang}/search/");
        browser.until(&asked, path, |now| *now == json!(asked));
        let found = answered(&browser, typed);
        assert_eq!(found[0], "/objects/mosque/", "{found:?}");
    }
    assert_eq!(browser.console_messages(), Vec::<String>::new());
    // It works from a page that is not there, too, and without a script.
    browser.open(&format!("{base}/nowhere/"));
    let form = browser.run(&format!(
        "const {{method, action}} = {HEAD}.form; return [method, new URL(action).pathname]"
    ));
    assert_eq!(form, json!(["get", "/kk/search/"]));
}

#[test]
fn a_guess_is_told_in_the_form_that_was_typed() {
    let Some(browser) = Browser::start("a_guess_is_told_in_the_form_that_was_typed") else {
        return;
    };
    let base = host(portal().clone());
    let meant = "return document.querySelector('[data-meant] a')?.textContent";
    for (lang, typed, expected) in [
        ("kk", "балабакшп", json!("балабақша")),
        ("kk", "r-g3h", json!("көпір")),
        ("kk", "қостонай", json!("қостанай")),
        ("ru", "мечщеть", json!("мечеть")),
        ("ru", "irjkf", json!("школа")),
        ("en", "hospitel", json!("hospital")),
        // In the letters that were typed, and as another word even where what is right looks like an ending.
        ("en", "stadiom", json!("stadium")),
        ("en", "karaganta", json!("karaganda")),
        // The same with another ending is nothing else.
        ("en", "awarding", Value::Null),
    ] {
        open(&browser, &base, lang);
        ask(&browser, typed);
        assert_eq!(browser.run(meant), expected, "{typed}");
    }
}

#[test]
fn an_answer_can_be_left_and_come_back_to() {
    let Some(browser) = Browser::start("an_answer_can_be_left_and_come_back_to") else {
        return;
    };
    let base = host(portal().clone());
    open(&browser, &base, "ru");
    let found = ask(&browser, "школа");
    let asked =
        "return [new URLSearchParams(location.search).get('q'), document.title.includes('школа')]";
    browser.until("in the address", asked, |now| {
        *now == json!(["школа", true])
    });
    browser.run("document.querySelector('#search-results a[href]').click()");
    browser.until("gone", "return location.pathname", |path| {
        path.as_str().is_some_and(|path| !path.contains("search"))
    });
    browser.run("history.back()");
    assert_eq!(answered(&browser, "школа"), found);
    let kept = browser.run(&format!("return ({BOX}).value"));
    assert_eq!(kept, "школа");
}

#[test]
fn what_is_several_words_is_found_by_one_and_back_and_by_its_kind() {
    let test = "what_is_several_words_is_found_by_one_and_back_and_by_its_kind";
    let Some(browser) = Browser::start(test) else {
        return;
    };
    let news = |title: &str| format!("---\ntitle: {title}\ndate: 2020-01-01\n---\nМәтін\n");
    let site = Site::base()
        .with(
            "content/search.toml",
            "synonyms = [[\"яслисад\", \"детский сад\"]]\n",
        )
        .with("content/news/one.kk.md", news("Көлдегі яслисад"))
        .with("content/news/two.kk.md", news("Жаңа детский сад"))
        .with("content/news/half.kk.md", news("Детский лагерь"))
        .with(
            "content/pages/three.kk.md",
            "---\ntitle: Бет\n---\nБұл яслисад туралы.\n",
        );
    let base = host(site.build().prepared.clone());
    open(&browser, &base, "kk");
    let found = ask(&browser, "яслисад");
    // What the site says is the same is no guess: in a title it is nearer than the word itself in a text.
    assert_eq!(found, ["/news/one/", "/news/two/", "/three/"]);
    let found = ask(&browser, "детский сад");
    assert_eq!(found[..2], ["/news/two/", "/news/one/"], "{found:?}");
    // A kind in the address; one that there is not is none.
    let asked = [
        ("page", "яслисад", vec!["/three/".to_owned()]),
        ("constructor", "детский сад", found),
    ];
    for (kind, query, expected) in asked {
        browser.open(&format!("{base}/kk/search/?q={query}&kind={kind}"));
        assert_eq!(answered(&browser, query), expected, "{kind}");
    }
    assert_eq!(browser.console_messages(), Vec::<String>::new());
}
