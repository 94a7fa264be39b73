//! The search is for everyone: axe finds nothing in any scheme of colours, what is chosen is seen in two colours, and at 400 % all
//! of it is there, uncut, and reached by keys.
//!
//! Needs Debian's chromium and chromedriver, and axe-core from npm, which `.ci/run` installs.

use std::time::Duration;

use serde_json::{Value, json};

use crate::search_browser::portal;
use crate::search_browser::reader::{BOX, HEAD, SUGGESTED, answered, open, suggested};
use crate::support::axe::{all_rules, axe, violations};
use crate::support::browser::Browser;
use crate::support::host::{Fate, host, host_with};

/// What is found in each language, what is not, and what is suggested.
const QUERIES: [(&str, &str, &str, &str); 3] = [
    ("kk", "мектеп", "ъъъъъ", "мешіт"),
    ("ru", "школа", "ъъъъъ", "мечеть"),
    ("en", "school", "zxzxzx", "mosque"),
];

const TAB: &str = "\u{E004}";
const ENTER: &str = "\u{E007}";
const DOWN: &str = "\u{E015}";

/// What a reader's system may ask for.
const SCHEMES: [[(&str, &str); 2]; 5] = [
    [
        ("prefers-color-scheme", "dark"),
        ("prefers-contrast", "no-preference"),
    ],
    [
        ("prefers-color-scheme", "light"),
        ("prefers-contrast", "more"),
    ],
    [
        ("prefers-color-scheme", "dark"),
        ("prefers-contrast", "more"),
    ],
    [
        ("prefers-color-scheme", "light"),
        ("forced-colors", "active"),
    ],
    [
        ("prefers-color-scheme", "dark"),
        ("forced-colors", "active"),
    ],
];

fn emulate(browser: &Browser, scheme: &[(&str, &str)]) {
    let features: Vec<Value> = (scheme.iter())
        .map(|(name, value)| json!({"name": name, "value": value}))
        .collect();
    browser.devtools("Emulation.setEmulatedMedia", json!({"features": features}));
}

/// A window of 1280 × 1024 at 400 %.
fn magnify(browser: &Browser) {
    browser.resize(320, 256);
}

/// What of the search stands out at a side or does not fit into its own box, words in an empty box among it.
const CUT: &str = "const wide = document.documentElement.clientWidth;
    const pen = document.createElement('canvas').getContext('2d');
    const isCut = (one) => {
        const style = getComputedStyle(one);
        if ([...one.getClientRects()].some(({left, right}) => left < 0 || right > wide + 0.5)) return true;
        if (style.display !== 'inline' && one.scrollWidth > one.clientWidth + 1) return true;
        if (!one.placeholder) return false;
        pen.font = style.font;
        const room = one.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        return pen.measureText(one.placeholder).width > room;
    };
    const all = document.querySelectorAll('.search-box :is(input, button, [role=option]), .kind-search main :is(h1, h2, p, a, button, input)');
    return [document.documentElement.scrollWidth <= innerWidth, [...all].filter((one) => one.getClientRects().length > 0)
        .filter(isCut).map((one) => one.outerHTML.slice(0, 120))]";

/// Types into the box in the head of a page and waits for titles.
fn suggest(browser: &Browser, base: &str, lang: &str, typed: &str) {
    browser.open(&format!("{base}/{lang}/about/"));
    browser.run(&format!("{HEAD}.focus()"));
    browser.press(typed);
    suggested(browser, typed);
}

#[test]
fn the_search_is_for_everyone() {
    let test = "the_search_is_for_everyone";
    let (Some(axe), Some(browser)) = (axe(test), Browser::start(test)) else {
        return;
    };
    let base = host(portal().clone());
    // All that a scheme can change.
    let colours = json!({"type": "rule", "values": ["color-contrast", "link-in-text-block"]});
    let mut wrong = Vec::new();
    for (lang, found, nothing, typed) in QUERIES {
        for state in ["with results", "without", "suggested"] {
            browser.resize(1280, 900);
            let query = match state {
                "with results" => found,
                "without" => nothing,
                _ => typed,
            };
            if state == "suggested" {
                suggest(&browser, &base, lang, query);
                browser.press(DOWN);
            } else {
                browser.open(&format!("{base}/{lang}/search/?q={query}"));
                let count = answered(&browser, query).len();
                assert_eq!(count > 0, state == "with results", "{lang} {query}");
                let title = browser.run("return document.title");
                assert!(title.as_str().unwrap().contains(query), "{title}");
            }
            let mut tell = |at: &str, found: Vec<String>| {
                let each = found.into_iter();
                wrong.extend(each.map(|one| format!("{lang} {state} {at}: {one}")));
            };
            tell("", violations(&browser, &axe, &all_rules()));
            for scheme in SCHEMES {
                emulate(&browser, &scheme);
                tell(&format!("{scheme:?}"), violations(&browser, &axe, &colours));
            }
            emulate(&browser, &[]);
            magnify(&browser);
            tell("at 400 %", violations(&browser, &axe, &all_rules()));
            assert_eq!(browser.run(CUT), json!([true, []]), "{lang} {state}");
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(browser.console_messages(), Vec::<String>::new());
}

#[test]
fn what_is_chosen_is_seen_in_two_colours() {
    let Some(browser) = Browser::start("what_is_chosen_is_seen_in_two_colours") else {
        return;
    };
    let base = host(portal().clone());
    // A system's colour as it comes out here.
    let colour = "const probe = document.body.appendChild(document.createElement('i'));
        const system = (name) => { probe.style.color = name; return getComputedStyle(probe).color; };
        const of = (one, name, part) => getComputedStyle(document.querySelector(one), part)[name];";
    for scheme in ["light", "dark"] {
        emulate(
            &browser,
            &[
                ("forced-colors", "active"),
                ("prefers-color-scheme", scheme),
            ],
        );
        suggest(&browser, &base, "ru", "мечеть");
        browser.press(DOWN);
        let told = browser.run(&format!(
            "{colour} return [
                of('[role=option][aria-selected=true]', 'backgroundColor') === system('Highlight'),
                of('[role=option][aria-selected=false]', 'backgroundColor') === system('Highlight'),
                of('.languages [aria-current]', 'backgroundColor') === system('Highlight'),
                of('header .search-box button', 'backgroundColor', '::before') === system('ButtonText')]"
        ));
        assert_eq!(told, json!([true, false, true, true]), "{scheme}");
        browser.open(&format!("{base}/ru/search/?q=школа"));
        answered(&browser, "школа");
        let marked = browser.run(&format!(
            "{colour} return [of('mark', 'backgroundColor') === system('Mark'), of('mark', 'color') === system('MarkText')]"
        ));
        assert_eq!(marked, json!([true, true]), "{scheme}");
    }
}

/// What has the focus, and whether all of its width is seen, and nothing stands before it.
const FOCUSED: &str = "const one = document.activeElement;
    const rects = [...one.getClientRects()];
    const {left, top, width, height} = rects[0];
    const seen = document.elementFromPoint(left + width / 2, top + height / 2);
    const isWhole = rects.every((rect) => rect.left >= 0 && rect.right <= document.documentElement.clientWidth);
    return [one.textContent.trim(), isWhole && one.contains(seen)]";

#[test]
fn all_of_it_is_reached_by_keys_at_four_hundred_percent() {
    let test = "all_of_it_is_reached_by_keys_at_four_hundred_percent";
    let Some(browser) = Browser::start(test) else {
        return;
    };
    let base = host(portal().clone());
    magnify(&browser);
    for (lang, query, _, _) in QUERIES {
        // The page: the box, its button, the kinds, the results, and more of them.
        open(&browser, &base, lang);
        assert_eq!(browser.run(CUT), json!([true, []]), "{lang}");
        browser.run(&format!("({BOX}).focus()"));
        browser.press(query);
        answered(&browser, query);
        let parts = browser.run(
            "return [...document.querySelectorAll('main :is(.search-box button, [data-kinds] a, #search-results a, [data-more])')]
                .map((one) => one.textContent.trim())",
        );
        let parts = parts.as_array().unwrap();
        assert!(parts.len() > 12, "{parts:?}");
        for part in parts {
            browser.press(TAB);
            let wanted = json!([part, true]);
            browser.until(&wanted.to_string(), FOCUSED, |now| *now == wanted);
        }
        browser.press(ENTER);
        let eleventh = "return document.activeElement === document.querySelector('#search-results > :nth-child(11) a')";
        browser.until("at the next result", eleventh, |at| *at == json!(true));
        browser.run("document.querySelectorAll('[data-kinds] a')[1].focus()");
        browser.press(ENTER);
        let filtered = "return document.activeElement.matches('[data-kinds] [aria-current]') && location.search.includes('kind=')";
        browser.until("by its kind", filtered, |at| *at == json!(true));
        // The box in the head: each title comes into view beside what was typed, and Enter leads to it.
        suggest(&browser, &base, lang, query);
        assert_eq!(browser.run(CUT), json!([true, []]), "{lang} suggested");
        let titles = browser.run(SUGGESTED);
        for title in titles.as_array().unwrap() {
            browser.press(DOWN);
            let chosen = format!(
                "const one = document.querySelector('[role=option][aria-selected=true]');
                const isSeen = (one) => {{
                    const {{top, bottom}} = one.getBoundingClientRect();
                    return top >= 0 && bottom <= innerHeight + 1;
                }};
                return one && [one.textContent.trim(), isSeen(one), isSeen({HEAD})]"
            );
            let wanted = json!([title, true, true]);
            browser.until(&wanted.to_string(), &chosen, |now| *now == wanted);
        }
        browser.press(ENTER);
        let gone = "return !/about/.test(location.pathname)";
        browser.until("at the title", gone, |gone| *gone == json!(true));
    }
    assert_eq!(browser.console_messages(), Vec::<String>::new());
}

#[test]
fn what_has_the_focus_is_not_pushed_away_by_a_piece_of_text() {
    let Some(browser) = Browser::start("what_has_the_focus_is_not_pushed_away_by_a_piece_of_text")
    else {
        return;
    };
    let base = host_with(portal().clone(), |path| match path.contains("/texts/") {
        true => Fate::Late(Duration::from_millis(700)),
        false => Fate::Answered,
    });
    magnify(&browser);
    browser.open(&format!("{base}/ru/search/?q=2017"));
    answered(&browser, "2017");
    browser.run("document.querySelector('#search-results a').focus()");
    browser.press(&TAB.repeat(3));
    let piece = "return document.querySelector('#search-results > :nth-child(3) .search-piece').textContent";
    browser.until("a piece", piece, |text| *text != "");
    assert_eq!(browser.run(FOCUSED), json!(["Мангистауская область", true]));
}
