//! The search in a real browser when something goes wrong: the line is cut, a file is not what it should be, the site was published
//! anew meanwhile.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use serde_json::json;

use crate::search_browser::portal;
use crate::search_browser::reader::{BOX, SHOWN, answered, ask, open, put};
use crate::support::browser::Browser;
use crate::support::host::{Fate, host_with};

/// What is told to those who look, and to those who listen.
const SAID: &str = "return [...document.querySelectorAll('main [role=status], main [role=alert]')]
    .map((one) => one.textContent.trim()).join(' ')";

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
    browser.until("told", SAID, |said| {
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
fn what_is_no_file_of_the_index_is_asked_for_anew() {
    let Some(browser) = Browser::start("what_is_no_file_of_the_index_is_asked_for_anew") else {
        return;
    };
    const LOGIN: &str = "<!doctype html><title>Log in</title>";
    for part in ["/words/", "/cards/"] {
        let (broken, asked) = (Arc::new(AtomicUsize::new(1)), Arc::new(AtomicUsize::new(0)));
        let (times, count) = (broken.clone(), asked.clone());
        let base = host_with(portal().clone(), move |path| {
            let is_part = path.contains(part);
            if is_part && count.fetch_add(1, Ordering::Relaxed) < times.load(Ordering::Relaxed) {
                return Fate::Instead("200 OK", LOGIN);
            }
            Fate::Answered
        });
        open(&browser, &base, "ru");
        assert!(!ask(&browser, "школа").is_empty(), "{part}");
        // Where it stays so, the line is not to blame.
        broken.store(usize::MAX, Ordering::Relaxed);
        open(&browser, &base, "ru");
        put(&browser, "школа");
        browser.until("failed", SHOWN, |shown| shown[1] == "failed");
        let said = browser.run(SAID);
        let said = said.as_str().unwrap();
        assert!(
            said.contains("ошибк") && !said.contains("связ"),
            "{part} {said}"
        );
        // Nothing of it is kept.
        broken.store(0, Ordering::Relaxed);
        browser.run("document.querySelector('[data-again]').click()");
        assert!(!answered(&browser, "школа").is_empty(), "{part}");
    }
}

#[test]
fn a_site_that_was_published_anew_is_read_anew() {
    let Some(browser) = Browser::start("a_site_that_was_published_anew_is_read_anew") else {
        return;
    };
    let is_gone = Arc::new(AtomicBool::new(false));
    let gone = is_gone.clone();
    let base = host_with(portal().clone(), move |path| {
        // The manifest that tells of the new files is there as well.
        if path.ends_with("manifest.json") {
            gone.store(false, Ordering::Relaxed);
        }
        match path.contains("/words/") && gone.load(Ordering::Relaxed) {
            true => Fate::Instead("404 Not Found", "gone"),
            false => Fate::Answered,
        }
    });
    open(&browser, &base, "ru");
    assert!(!ask(&browser, "школа").is_empty());
    is_gone.store(true, Ordering::Relaxed);
    assert!(!ask(&browser, "мечеть").is_empty());
    assert!(
        !is_gone.load(Ordering::Relaxed),
        "the manifest was not asked for"
    );
}
