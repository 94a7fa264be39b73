//! The search in a real browser while somebody types: what is shown is always what was found by the words in the box, whatever is
//! pressed, however slow the line is.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::sleep;
use std::time::Duration;

use serde_json::{Value, json};

use crate::search_browser::reader::{
    BOX, HEAD, SHOWN, SUGGESTED, answered, ask, open, paths, put, suggested,
};
use crate::search_browser::{portal, table};
use crate::support::browser::Browser;
use crate::support::host::{Fate, host_with};

/// A portal whose files of the search come after so many milliseconds, and up to half as many more: answers come in another order
/// than they were asked for.
fn slow_host() -> (String, Arc<AtomicU64>) {
    let late = Arc::new(AtomicU64::new(0));
    let line = late.clone();
    let base = host_with(portal().clone(), move |path| {
        let late = line.load(Ordering::Relaxed);
        let mixed = path.bytes().fold(7_u64, |sum, byte| {
            sum.wrapping_mul(31).wrapping_add(byte.into())
        });
        match path.starts_with("/search/") && late > 0 {
            true => Fate::Late(Duration::from_millis(late + mixed % (late / 2))),
            false => Fate::Answered,
        }
    });
    (base, late)
}

/// Notes at every change and every frame what was shown as found, and what of it was found by other words than those in the box.
const WATCH: &str = "window.seen = new Set();
    window.wrong = new Set();
    const section = document.querySelector('[data-search-page]');
    const list = document.querySelector('#search-results');
    const isSeen = (name) => [...section.querySelectorAll(`[data-${name}]`)].some((one) => one.checkVisibility({visibilityProperty: true}));
    const note = () => {
        const {query, state} = list.dataset;
        const typed = document.querySelector('main [name=q]').value.trim();
        if (typed === query) {
            const all = [...list.children].map((one) => new URL(one.querySelector('a[href]').href).pathname);
            if (state === 'done') window.seen.add(JSON.stringify([query, all]));
            return;
        }
        const shown = ['kinds', 'meant', 'nothing', 'more', 'failed'].filter(isSeen);
        if (/\\d/.test(section.querySelector('[data-status]').textContent)) shown.push('status');
        if (list.children.length > 0 && !list.closest('[aria-busy=true]')) shown.push('results');
        if (shown.length > 0) window.wrong.add(`${query} for ${typed}: ${shown.join(' ')}`);
    };
    new MutationObserver(note).observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
    const frame = () => { note(); requestAnimationFrame(frame); };
    frame();";

/// The same of the titles that the box in the head suggests.
const WATCH_HEAD: &str = "window.wrong = new Set();
    const box = document.querySelector('header form[role=search] input[name=q]');
    const list = document.querySelector('#search-suggestions');
    const frame = () => {
        if (!list.hidden && list.dataset.query !== box.value.trim()) window.wrong.add(`${list.dataset.query} for ${box.value}`);
        requestAnimationFrame(frame);
    };
    frame();";

const WRONG: &str = "return [...window.wrong]";

/// Types letter by letter, fast or as slowly as those who look for each.
fn type_in(browser: &Browser, text: &str, is_slow: bool) {
    for (nth, letter) in text.chars().enumerate() {
        browser.press(&letter.to_string());
        if is_slow {
            sleep(Duration::from_millis(150 + 83 * (nth as u64 % 4)));
        }
    }
}

#[test]
fn no_answer_is_shown_for_another_query() {
    let Some(browser) = Browser::start("no_answer_is_shown_for_another_query") else {
        return;
    };
    let (base, late) = slow_host();
    let queries = table::queries("portal.tsv");
    let mut shown = 0;
    // Each fourth query of the table, so that all languages and most rules are among them.
    for (nth, query) in queries.iter().step_by(4).enumerate() {
        let (lang, query) = (query.reader.as_str(), query.text.as_str());
        open(&browser, &base, lang);
        late.store([0, 80, 300][nth % 3], Ordering::Relaxed);
        browser.run(WATCH);
        browser.run(&format!("({BOX}).focus()"));
        type_in(&browser, query, nth % 2 == 0);
        answered(&browser, query);
        let (seen, wrong) = (browser.run("return [...window.seen]"), browser.run(WRONG));
        assert_eq!(wrong, json!([]), "{query}");
        late.store(0, Ordering::Relaxed);
        for one in seen.as_array().unwrap() {
            let one: Value = serde_json::from_str(one.as_str().unwrap()).unwrap();
            let (typed, found) = (one[0].as_str().unwrap(), paths(&one[1]));
            assert!(query.starts_with(typed), "{query}: {typed:?}");
            if !typed.is_empty() {
                assert_eq!(found, ask(&browser, typed), "{lang} {query}, at {typed:?}");
                shown += 1;
            }
        }
    }
    assert!(shown > 40, "{shown} answers on the way");
}

#[test]
fn titles_of_another_query_are_not_shown() {
    let Some(browser) = Browser::start("titles_of_another_query_are_not_shown") else {
        return;
    };
    let (base, late) = slow_host();
    let typed = [
        ("kk", "мектеп көпір"),
        ("ru", "мечеть"),
        ("en", "kindergarten"),
    ];
    for (nth, (lang, text)) in typed.into_iter().enumerate() {
        late.store([0, 80, 300][nth], Ordering::Relaxed);
        browser.open(&format!("{base}/{lang}/about/"));
        browser.run(WATCH_HEAD);
        browser.run(&format!("{HEAD}.focus()"));
        type_in(&browser, text, true);
        suggested(&browser, text);
        assert_eq!(browser.run(WRONG), json!([]), "{text}");
    }
    // Six times backspace, other words, and an arrow down while nothing is known of them.
    late.store(0, Ordering::Relaxed);
    browser.open(&format!("{base}/ru/about/"));
    browser.run(&format!("{HEAD}.focus()"));
    browser.press("мечеть");
    browser.until("suggested", SUGGESTED, |titles| titles[0] == "Мечети");
    late.store(2000, Ordering::Relaxed);
    browser.run(WATCH_HEAD);
    browser.press("\u{E003}\u{E003}\u{E003}\u{E003}\u{E003}\u{E003}школа\u{E015}");
    let active = format!("return {HEAD}.getAttribute('aria-activedescendant')");
    assert_eq!(browser.run(&active), Value::Null);
    browser.until("taken away", SUGGESTED, |titles| *titles == json!([]));
    let first = browser.until("suggested", SUGGESTED, |titles| *titles != json!([]));
    assert_eq!(first[0], "Школы");
    assert_eq!(browser.run(WRONG), json!([]));
}

#[test]
fn what_is_pressed_meanwhile_is_of_what_stands_in_the_box() {
    let test = "what_is_pressed_meanwhile_is_of_what_stands_in_the_box";
    let Some(browser) = Browser::start(test) else {
        return;
    };
    let (base, late) = slow_host();
    let asked = "return new URLSearchParams(location.search).get('q')";
    let presses = [
        (
            "школа",
            "школа улги",
            "document.querySelectorAll('[data-kinds] a')[1].click()",
        ),
        (
            "2017",
            "мечеть",
            "document.querySelector('[data-more]').click()",
        ),
    ];
    for (before, after, press) in presses {
        // In the pause behind a letter, and while the answer is on its way.
        for wait in [0, 400] {
            late.store(0, Ordering::Relaxed);
            open(&browser, &base, "ru");
            ask(&browser, before);
            late.store(600, Ordering::Relaxed);
            put(&browser, after);
            sleep(Duration::from_millis(wait));
            browser.run(press);
            assert!(!answered(&browser, after).is_empty(), "{after}");
            sleep(Duration::from_millis(1_500));
            let shown = browser.run(SHOWN);
            assert_eq!(json!([shown[0], shown[1]]), json!([after, "done"]));
            assert_eq!(browser.run(asked), after);
        }
    }
}

#[test]
fn a_beginning_is_no_failure() {
    let Some(browser) = Browser::start("a_beginning_is_no_failure") else {
        return;
    };
    let (base, _) = slow_host();
    open(&browser, &base, "en");
    // Three letters for one sound.
    let found = ask(&browser, "sch");
    assert!(found.contains(&"/objects/school/".to_owned()), "{found:?}");
    let told = "const seen = (name) => document.querySelector(`[data-${name}]`).checkVisibility();
        return [seen('hint'), seen('nothing'), document.querySelector('[data-status]').textContent]";
    assert_eq!(ask(&browser, "z"), Vec::<String>::new());
    assert_eq!(browser.run(told), json!([true, false, ""]));
    assert_eq!(ask(&browser, "zzqw"), Vec::<String>::new());
    assert_eq!(browser.run(told), json!([false, true, "Nothing found."]));
}

#[test]
fn a_kind_is_let_go_where_there_is_none_of_it() {
    let Some(browser) = Browser::start("a_kind_is_let_go_where_there_is_none_of_it") else {
        return;
    };
    let (base, _) = slow_host();
    browser.open(&format!("{base}/ru/search/?q=школа&kind=region"));
    let regions = answered(&browser, "школа");
    assert!(regions.iter().all(|path| path.starts_with("/regions/")));
    let kind = "return new URLSearchParams(location.search).get('kind')";
    ask(&browser, "алматы");
    assert_eq!(browser.run(kind), "region");
    assert!(!ask(&browser, "сынаков").is_empty());
    assert_eq!(browser.run(kind), Value::Null);
}

#[test]
fn the_focus_stays_where_it_is() {
    let Some(browser) = Browser::start("the_focus_stays_where_it_is") else {
        return;
    };
    let (base, late) = slow_host();
    open(&browser, &base, "ru");
    let found: BTreeSet<String> = ask(&browser, "школа").into_iter().collect();
    late.store(300, Ordering::Relaxed);
    put(&browser, "школа мост");
    let focus = "const link = [...document.querySelectorAll('#search-results a')].find(({pathname}) => pathname.endsWith('/projects/bridge-to-school/'));
        link.focus();
        return document.activeElement === link";
    assert!(found.contains("/projects/bridge-to-school/"), "{found:?}");
    assert_eq!(browser.run(focus), true);
    answered(&browser, "школа мост");
    let at = "return document.activeElement.pathname";
    assert_eq!(browser.run(at), "/ru/projects/bridge-to-school/");
    // Where it is not found by the other words, the box has the focus.
    put(&browser, "мечеть");
    answered(&browser, "мечеть");
    assert_eq!(
        browser.run(&format!("return document.activeElement === ({BOX})")),
        true
    );
    // What is found by other words is as easy to read.
    put(&browser, "театр");
    let opacity = "return getComputedStyle(document.querySelector('#search-results')).opacity";
    assert_eq!(browser.run(opacity), "1");
}

#[test]
fn what_a_browser_puts_back_is_asked() {
    let Some(browser) = Browser::start("what_a_browser_puts_back_is_asked") else {
        return;
    };
    let (base, _) = slow_host();
    open(&browser, &base, "ru");
    ask(&browser, "шко");
    // As who left in the pause behind a letter finds the box on coming back.
    browser.run(&format!(
        "({BOX}).value = 'школа'; dispatchEvent(new PageTransitionEvent('pageshow'))"
    ));
    assert!(!answered(&browser, "школа").is_empty());
}
