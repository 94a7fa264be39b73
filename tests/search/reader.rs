//! A reader of the search page: types, waits for the answer, and says which records it has.

use serde_json::{Value, json};

use crate::support::browser::Browser;

/// The box into which is typed on the page of the search.
pub const BOX: &str = "document.querySelector('main form[role=search] input[type=search][name=q]')
    ?? document.querySelector('form[role=search] input[type=search][name=q]')";

/// The box in the head of any page.
pub const HEAD: &str =
    "document.querySelector('header form[role=search] input[type=search][name=q]')";

/// The titles that are suggested.
pub const SUGGESTED: &str =
    "return [...document.querySelectorAll('#search-suggestions[role=listbox] [role=option]')]
    .filter((one) => one.getClientRects().length > 0).map((one) => one.textContent.trim())";

/// What is shown: for which query, how far it is, and the paths of the records in their order.
pub const SHOWN: &str = "const list = document.querySelector('#search-results');
    return list && [list.dataset.query, list.dataset.state,
        [...list.children].map((one) => new URL(one.querySelector('a[href]').href).pathname)]";

/// Opens the page of the search in a language and waits until it can be typed into.
pub fn open(browser: &Browser, base: &str, lang: &str) {
    browser.open(&format!("{base}/{lang}/search/"));
    let ready = "return document.querySelector('#search-results')?.closest('[hidden]') === null";
    browser.until("ready", ready, |ready| *ready == json!(true));
}

/// Types all of a query at once, waits for its answer, and gives the paths of the records, without the language.
pub fn ask(browser: &Browser, query: &str) -> Vec<String> {
    put(browser, query);
    answered(browser, query)
}

/// Puts a text into the box, as pasting does.
pub fn put(browser: &Browser, query: &str) {
    let query = json!(query);
    browser.run(&format!(
        "const box = {BOX};
        box.value = {query};
        box.dispatchEvent(new InputEvent('input', {{bubbles: true}}))"
    ));
}

/// Waits for the answer to a query and gives the paths of the records, without the language.
pub fn answered(browser: &Browser, query: &str) -> Vec<String> {
    let shown = browser.until(&format!("the answer to {query:?}"), SHOWN, |shown| {
        shown[0] == query && shown[1] == "done"
    });
    paths(&shown[2])
}

/// Waits until titles are suggested for what was typed, not for a part of it.
pub fn suggested(browser: &Browser, typed: &str) {
    let query = "return document.querySelector('#search-suggestions').dataset.query";
    browser.until("suggested", query, |query| *query == json!(typed));
    assert_ne!(browser.run(SUGGESTED), json!([]), "{typed}");
}

pub fn paths(shown: &Value) -> Vec<String> {
    let shown = shown.as_array().expect("a list of paths").iter();
    shown
        .map(|path| {
            let path = path.as_str().expect("a path").trim_start_matches('/');
            let (_, rest) = path.split_once('/').expect("a language");
            format!("/{rest}")
        })
        .collect()
}
