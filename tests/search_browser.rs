//! The search in a real browser: what readers type finds what they mean, no answer is ever shown for another query, a line
//! that is cut is told and got over.
//!
//! Needs Debian's chromium and chromedriver, and axe-core from npm, which `.ci/run` installs.

#[path = "search/fold.rs"]
mod fold;
use crate::maker;
#[path = "search/reader.rs"]
pub mod reader;
#[path = "search/table.rs"]
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use crate::support::browser::Browser;
use crate::support::host::{Fate, host, host_with};
use crate::support::{Built, Site};
use maker::Corpus;
use reader::{BOX, HEAD, SHOWN, SUGGESTED, answered, ask, open, paths, put, suggested};
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
    // Each fifth query of the table, so that all languages and most rules are among them.
    for query in table::queries("portal.tsv").iter().step_by(5) {
        let (lang, query) = (query.reader.as_str(), query.text.as_str());
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
    let ways = "return document.querySelector('[data-ways]').getClientRects().length > 0";
    assert_eq!(browser.run(ways), true, "ways that need no index");
    // The same query, once the line is there again; who asked by keyboard is not lost with the button.
    cut.store(false, Ordering::Relaxed);
    browser.run("document.querySelector('[data-again]').focus()");
    browser.press("\u{E007}");
    answered(&browser, "стадион");
    let at_box = format!("return document.activeElement === ({BOX})");
    browser.until("at the box", &at_box, |at| *at == json!(true));
    // Any other, as soon as it is typed.
    cut.store(true, Ordering::Relaxed);
    put(&browser, "поликлиника");
    browser.until("failed", SHOWN, |shown| shown[1] == "failed");
    cut.store(false, Ordering::Relaxed);
    put(&browser, "стадио");
    answered(&browser, "стадио");
    let found = ask(&browser, "стадион");
    assert!(
        found.contains(&"/projects/youth-stadium/".to_owned()),
        "{found:?}"
    );
    // A browser that knows whether it is offline asks again by itself.
    let offline = |offline: bool| {
        cut.store(offline, Ordering::Relaxed);
        let line = json!({"offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1});
        browser.devtools("Network.emulateNetworkConditions", line);
    };
    offline(true);
    put(&browser, "мечеть");
    browser.until("failed", SHOWN, |shown| shown[1] == "failed");
    offline(false);
    assert!(!answered(&browser, "мечеть").is_empty());
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
fn titles_of_another_query_are_not_offered() {
    let Some(browser) = Browser::start("titles_of_another_query_are_not_offered") else {
        return;
    };
    let slow = Arc::new(AtomicBool::new(false));
    let line = slow.clone();
    let base = host_with(portal().clone(), move |path| {
        match path.contains("search/pieces/") && line.load(Ordering::Relaxed) {
            true => Fate::Late(Duration::from_secs(3)),
            false => Fate::Answered,
        }
    });
    browser.open(&format!("{base}/ru/about/"));
    browser.run(&format!("{HEAD}.focus()"));
    browser.press("мечеть");
    browser.until("suggested", SUGGESTED, |titles| titles[0] == "Мечети");
    slow.store(true, Ordering::Relaxed);
    // Six times backspace, other words, and an arrow down while nothing is known of them.
    browser.press("\u{E003}\u{E003}\u{E003}\u{E003}\u{E003}\u{E003}школа\u{E015}");
    let active = format!("return {HEAD}.getAttribute('aria-activedescendant')");
    assert_eq!(browser.run(&active), Value::Null);
    browser.until("taken away", SUGGESTED, |titles| *titles == json!([]));
    let first = browser.until("suggested", SUGGESTED, |titles| *titles != json!([]));
    assert_eq!(first[0], "Школы");
}

#[test]
fn a_guess_is_told_in_the_form_that_was_typed() {
    let Some(browser) = Browser::start("a_guess_is_told_in_the_form_that_was_typed") else {
        return;
    };
    let base = host(portal().clone());
    let meant = "return document.querySelector('[data-meant] a')?.textContent";
    for (lang, typed, expected) in [
        ("kk", "балабакшп", "балабақша"),
        ("ru", "мечщеть", "мечеть"),
        ("ru", "irjkf", "школа"),
        ("en", "hospitel", "hospital"),
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
