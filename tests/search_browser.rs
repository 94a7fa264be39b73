//! The search in a real browser: what readers type finds what they mean, no answer is ever shown for another query, a line
//! that is cut is told and got over, and the page is for everyone.
//!
//! Needs Debian's chromium and chromedriver, and axe-core from npm, which `.ci/run` installs.

#[path = "search/fold.rs"]
mod fold;
use crate::maker;
#[path = "search/reader.rs"]
mod reader;
#[path = "search/table.rs"]
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use crate::support::axe::{all_rules, axe, violations};
use crate::support::browser::Browser;
use crate::support::host::{Fate, host, host_with};
use crate::support::{Built, Site};
use maker::Corpus;
use reader::{BOX, SHOWN, answered, ask, open, paths, put};
use serde_json::{Value, json};
use tagzym::Prepared;

/// The frozen portal, with words of the same meaning.
fn portal() -> &'static Arc<Prepared> {
    static PORTAL: LazyLock<Built> = LazyLock::new(|| {
        let site = Site::portal().copied();
        site.write("content/search.toml", SYNONYMS);
        site.build()
    });
    &PORTAL.prepared
}

const SYNONYMS: &str = "synonyms = [[\"балабақша\", \"садик\", \"детсад\"]]\n";

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
    table::holds(&browser, &base, "portal.tsv");
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
    table::holds(&browser, &base, "corpus.tsv");
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

/// Notes what is shown at every change and every frame.
const WATCH: &str = "window.seen = new Set();
    const note = () => {
        const list = document.querySelector('#search-results');
        const paths = [...list.children].map((one) => new URL(one.querySelector('a[href]').href).pathname);
        if (paths.length > 0) window.seen.add(JSON.stringify([list.dataset.query, list.dataset.state, paths]));
    };
    new MutationObserver(note).observe(document.body, {subtree: true, childList: true, attributes: true});
    const frame = () => { note(); requestAnimationFrame(frame); };
    frame();";

#[test]
fn no_answer_is_shown_for_another_query() {
    let Some(browser) = Browser::start("no_answer_is_shown_for_another_query") else {
        return;
    };
    // Each piece of the index takes its own time: answers come in another order than they were asked for.
    let base = host_with(portal().clone(), |path| {
        let mixed = path.bytes().fold(7_u64, |sum, byte| {
            sum.wrapping_mul(31).wrapping_add(byte.into())
        });
        match path.contains("search") {
            true => Fate::Late(Duration::from_millis(mixed % 150)),
            false => Fate::Answered,
        }
    });
    let typed = [
        ("kk", "балабақша"),
        ("kk", "vtrntg"),
        ("ru", "школа на холме"),
        ("ru", "поликлинника"),
        ("en", "ulgi qurylys"),
        ("en", "scholorshp"),
    ];
    for (lang, query) in typed {
        open(&browser, &base, lang);
        browser.run(WATCH);
        browser.run(&format!("({BOX}).focus()"));
        for letter in query.chars() {
            browser.press(&letter.to_string());
        }
        answered(&browser, query);
        let seen = browser.run("return [...window.seen].map((one) => JSON.parse(one))");
        let seen: BTreeSet<(String, Vec<String>)> = seen
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one[0].as_str().unwrap().to_owned(), paths(&one[2])))
            .collect();
        assert!(!seen.is_empty(), "{query}");
        for (for_query, shown) in seen {
            assert!(query.starts_with(&for_query), "{query}: {for_query:?}");
            let meant = ask(&browser, &for_query);
            assert_eq!(shown, meant, "{lang} {query}, at {for_query:?}");
        }
    }
}

#[test]
fn a_line_that_is_cut_is_told_and_got_over() {
    let Some(browser) = Browser::start("a_line_that_is_cut_is_told_and_got_over") else {
        return;
    };
    let cut = Arc::new(AtomicBool::new(false));
    let line = cut.clone();
    let base = host_with(portal().clone(), move |_| {
        match line.load(Ordering::Relaxed) {
            true => Fate::Refused,
            false => Fate::Answered,
        }
    });
    open(&browser, &base, "ru");
    assert!(!ask(&browser, "школа").is_empty());
    cut.store(true, Ordering::Relaxed);
    put(&browser, "стадион");
    let shown = browser.until("failed", SHOWN, |shown| shown[1] == "failed");
    assert_eq!(shown[0], "стадион");
    assert_eq!(shown[2], json!([]), "nothing of another query");
    let said = "return [...document.querySelectorAll('main [role=status], main [role=alert]')]
        .map((one) => one.textContent.trim()).join(' ')";
    browser.until("told", said, |said| {
        said.as_str().is_some_and(|said| said.contains("связ"))
    });
    // The same query, once the line is there again, and any other.
    cut.store(false, Ordering::Relaxed);
    put(&browser, "стадио");
    answered(&browser, "стадио");
    let found = ask(&browser, "стадион");
    assert!(
        found.contains(&"/projects/youth-stadium/".to_owned()),
        "{found:?}"
    );
}

#[test]
fn the_search_is_for_everyone() {
    let test = "the_search_is_for_everyone";
    let (Some(axe), Some(browser)) = (axe(test), Browser::start(test)) else {
        return;
    };
    let base = host(portal().clone());
    let contrast = json!({"type": "rule", "values": ["color-contrast"]});
    let mut wrong = Vec::new();
    for (lang, found, nothing) in [
        ("kk", "мектеп", "ъъъъъ"),
        ("ru", "школа", "ъъъъъ"),
        ("en", "school", "zxzxzx"),
    ] {
        for (state, query) in [("with results", found), ("without", nothing)] {
            browser.resize(1280, 900);
            browser.open(&format!("{base}/{lang}/search/?q={query}"));
            let count = answered(&browser, query).len();
            assert_eq!(
                count > 0,
                state == "with results",
                "{lang} {query}: {count}"
            );
            let title = browser.run("return document.title");
            let title = title.as_str().unwrap();
            assert!(title.contains(query), "{title}");
            let mut tell = |found: Vec<String>| {
                let each = found.into_iter();
                wrong.extend(each.map(|one| format!("{lang} {state}: {one}")));
            };
            tell(violations(&browser, &axe, &all_rules()));
            let dark = json!({"features": [{"name": "prefers-color-scheme", "value": "dark"}]});
            browser.devtools("Emulation.setEmulatedMedia", dark);
            tell(violations(&browser, &axe, &contrast));
            browser.devtools("Emulation.setEmulatedMedia", json!({"features": []}));
            browser.resize(320, 640);
            let width = browser.run("return document.documentElement.scrollWidth");
            assert!(width.as_u64() <= Some(320), "{lang} {state}: {width}");
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(browser.console_messages(), Vec::<String>::new());
}

/// The box in the head of any page.
const HEAD: &str = "document.querySelector('header form[role=search] input[type=search][name=q]')";

/// The titles that are suggested.
const SUGGESTED: &str =
    "return [...document.querySelectorAll('#search-suggestions[role=listbox] [role=option]')]
    .filter((one) => one.getClientRects().length > 0).map((one) => one.textContent.trim())";

#[test]
fn titles_are_suggested_in_the_head_of_a_page() {
    let test = "titles_are_suggested_in_the_head_of_a_page";
    let (Some(axe), Some(browser)) = (axe(test), Browser::start(test)) else {
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
    let mut wrong = Vec::new();
    for (lang, typed) in [("kk", "мешіт"), ("ru", "мечеть"), ("en", "mosque")] {
        browser.open(&format!("{base}/{lang}/about/"));
        browser.run(&format!("{HEAD}.focus()"));
        becomes("false", None, "");
        browser.press(typed);
        let some = |titles: &Value| titles.as_array().is_some_and(|titles| !titles.is_empty());
        browser.until("suggested", SUGGESTED, some);
        becomes("true", None, typed);
        let found = violations(&browser, &axe, &all_rules());
        wrong.extend(found.into_iter().map(|one| format!("{lang}: {one}")));
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
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(browser.console_messages(), Vec::<String>::new());
    // It works from a page that is not there, too, and without a script.
    browser.open(&format!("{base}/nowhere/"));
    let form = browser.run(&format!(
        "const {{method, action}} = {HEAD}.form; return [method, new URL(action).pathname]"
    ));
    assert_eq!(form, json!(["get", "/kk/search/"]));
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
