//! The page of contributions that its address chooses, in a real browser: what figures lead to it with is what it adds up.
//!
//! Needs Debian's chromium and chromedriver, which `.ci/run` installs.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::support::axe::{all_rules, axe, violations};
use crate::support::browser::Browser;
use crate::support::host::host;
use crate::support::{Built, Site};
use regex::Regex;
use serde_json::{Value, json};

/// Three projects in two regions, kinds of objects above each other, gifts of one who is not named and of several, amounts
/// of which a script's numbers would round the sum, and more gifts outside of projects than are shown at once.
fn site() -> Site {
    let mut gifts = String::new();
    for nth in 0..130_u32 {
        let (year, month) = (2019 + nth % 2, 1 + nth % 12);
        let status = ["delivered", "pledged"][usize::from(nth % 13 == 0)];
        writeln!(
            gifts,
            "    - {{amount: {}, date: {year}-{month:02}, status: {status}, region: south, direction: charity, purpose: {{kk: 'Көмек & <3', ru: Помощь, en: Aid}}}}",
            999_999_999_000_001 + u128::from(nth),
        )
        .unwrap();
    }
    let few = "    - {amount: 300, date: 2020-02-03, region: north, district: lake, direction: charity, purpose: {kk: Көмек}}\n";
    let of = |id: &str, consent: &str, gifts: &str| {
        format!(
            "- id: {id}\n  kind: company\n  region: south\n  consent: {consent}\n  name: {{kk: {id}}}\n  contributions:\n{gifts}"
        )
    };
    let patrons = [
        of("kop-bergen", "public", &gifts),
        of("p-9001", "anonymous", few),
    ];
    let project = |title: &str, head: &str| format!("---\ntitle: '{title}'\n{head}\n---\nМәтін.\n");
    let site = Site::base();
    site.remove("content/projects");
    site.with_all([
        ("content/patrons/many.yaml", patrons.concat()),
        (
            "content/projects/a.kk.md",
            project(
                "10-мектеп",
                "region: north\ndistrict: lake\ndirection: infrastructure\nobject: school\nstatus: completed\ncompleted: 2020-09-01\ncontributions:\n  - {patron: steppe, amount: 1000000, date: 2020-05-01, source: {title: {kk: Газет, ru: Газета, en: Paper}, url: 'https://example.org/a', date: 2020-05-02}}\n  - {patron: steppe, in_kind: {kk: Көмір, ru: Уголь, en: Coal}, date: 2019-03}",
            ),
        ),
        (
            "content/projects/b.kk.md",
            project(
                "Көпір",
                "region: north\ndirection: charity\nstatus: completed\ncompleted: 2020-10-02\ncontributions:\n  - {patrons: [steppe, p-9001], amount: 7000, date: 2020}\n  - {patron: steppe, amount: 5000, date: 2021-05, status: pledged}",
            ),
        ),
    ])
}

/// Every address that asks for contributions, with the amounts that lead there, delivered or pledged.
fn asked(built: &Built, lang: &str) -> BTreeSet<(String, bool, String)> {
    let cell = Regex::new(
        "(?s)<td class=\"number( pledged)?\"><a href=\"(/[^\"]*/contributions/\\?[^\"]*)\">(.*?)</td>",
    )
    .unwrap();
    let value = Regex::new("value=\"(\\d+)\"").unwrap();
    let pages = built.pages();
    let own = pages.iter().filter(|(path, _)| path.starts_with(lang));
    let mut all = BTreeSet::new();
    for (_, page) in own {
        all.extend(cell.captures_iter(page).map(|found| {
            let amount = value.captures(&found[3]);
            let amount = amount.map_or_else(String::new, |found| found[1].to_owned());
            (
                found[2].replace("&amp;", "&"),
                found.get(1).is_some(),
                amount,
            )
        }));
    }
    all
}

/// Of each table its status and the amount in its last total row; waits until the page is made.
const TOTALS: &str = "const section = document.querySelector('[data-filtered]');
    if (section.dataset.state !== 'done') return null;
    return [...section.querySelectorAll('[data-result] table')].map((table) => {
        const cell = table.querySelector('tfoot tr:last-child td');
        return [cell.matches('.pledged'), cell.querySelector('data')?.value ?? ''];
    });";

/// The amounts at the head of the page.
const HEAD: &str = "return [...document.querySelectorAll('[data-result] .sum')].map((box) =>
    [box.matches('.pledged'), box.querySelector('.amount data')?.value ?? '']);";

fn totals(browser: &Browser) -> Value {
    browser.until("made", TOTALS, |totals| !totals.is_null())
}

#[test]
fn what_leads_there_is_what_it_adds_up_in_three_languages() {
    let Some(browser) = Browser::start("what_leads_there_is_what_it_adds_up_in_three_languages")
    else {
        return;
    };
    let built = site().build();
    let base = host(built.prepared.clone());
    let mut counts = BTreeSet::new();
    for lang in ["kk", "ru", "en"] {
        let all = asked(&built, lang);
        for (url, is_pledged, amount) in &all {
            browser.open(&format!("{base}{url}&shown=500"));
            let totals = totals(&browser);
            assert_eq!(browser.run(HEAD), totals, "{url}");
            let own = totals.as_array().unwrap();
            assert!(
                own.contains(&json!([is_pledged, amount])),
                "{url}: {amount} {totals}"
            );
        }
        counts.insert(all.len());
    }
    assert!(
        counts.len() == 1 && *counts.first().unwrap() > 20,
        "{counts:?}"
    );
}

#[test]
fn rows_are_those_of_the_lists_and_a_reader_chooses_others() {
    let Some(browser) = Browser::start("rows_are_those_of_the_lists_and_a_reader_chooses_others")
    else {
        return;
    };
    let built = site().build();
    let base = host(built.prepared.clone());
    let text =
        "return [...document.querySelectorAll('.gifts tbody tr')].map((row) => row.innerText);";
    let tags = Regex::new(">\\s+|\\s+<").unwrap();
    for lang in ["kk", "ru", "en"] {
        // The same cells as in the list of a region, which has no script.
        browser.open(&format!("{base}/{lang}/regions/north/"));
        let listed = browser.run(
            "for (const fold of document.querySelectorAll('details')) fold.open = true;
            return [...document.querySelectorAll('#contributions .gifts tbody tr')].map((row) => row.innerHTML.replace(/\\s+/g, ' '));",
        );
        browser.open(&format!("{base}/{lang}/contributions/?region=north"));
        totals(&browser);
        let shown = browser.run(
            "return [...document.querySelectorAll('.gifts tbody tr')].map((row) => row.innerHTML.replace(/\\s+/g, ' '));",
        );
        let plain = |rows: &Value| {
            let rows = rows.as_array().unwrap().iter();
            let rows = rows.map(|row| {
                let row = tags.replace_all(row.as_str().unwrap(), |found: &regex::Captures<'_>| {
                    found[0].trim().to_owned()
                });
                row.into_owned()
            });
            rows.collect::<Vec<String>>()
        };
        assert_eq!(plain(&shown), plain(&listed), "{lang}");
        assert_eq!(shown.as_array().unwrap().len(), 5);
    }

    // Who chooses comes to another address, and back.
    browser.open(&format!("{base}/en/contributions/"));
    totals(&browser);
    browser.run(
        "const region = document.querySelector('[name=region]'); region.value = 'south';
        region.dispatchEvent(new Event('change', {bubbles: true}));",
    );
    browser.until("chosen", "return location.search", |now| {
        now == "?region=south"
    });
    let rows = "return document.querySelectorAll('.gifts tbody tr').length";
    browser.until("shown in part", rows, |now| *now == 100);
    let heading = "return document.querySelector('#filtered-title span').textContent";
    browser.until("in words", heading, |now| now == "Region: South");
    let head = browser.run(HEAD);
    let delivered: u128 = (0..130)
        .filter(|nth| nth % 13 != 0)
        .map(|nth| 999_999_999_000_001 + nth)
        .sum();
    assert_eq!(head[0], json!([false, delivered.to_string()]));
    browser.run("document.querySelector('[data-more]').click()");
    browser.until("shown whole", rows, |now| *now == 130);
    assert_eq!(
        browser.run("return document.querySelector('[data-more]').hidden"),
        true
    );
    browser.run("document.querySelector('.chips button').click()");
    browser.until("free", heading, |now| now == "All contributions");
    let focus = "return document.activeElement.closest('.filter') !== null";
    browser.until("where one goes on", focus, |now| *now == true);

    // What is cited is what is shown, each time.
    for region in ["north", "south"] {
        browser.run(&format!(
            "const region = document.querySelector('[name=region]'); region.value = '{region}';
            region.dispatchEvent(new Event('change', {{bubbles: true}}));",
        ));
        let address = format!("?region={region}");
        browser.until("chosen", "return location.search", |now| *now == *address);
        browser.until("in words", heading, |now| now != "All contributions");
        let cited = browser.run(
            "document.querySelector('[data-cite]').click();
            return document.querySelector('[data-citation]').textContent",
        );
        assert!(cited.as_str().unwrap().ends_with(&address), "{cited}");
    }

    // What is not there takes nothing, and says so.
    for query in ["region=nowhere", "region=north&direction=nothing", "year=1"] {
        browser.open(&format!("{base}/en/contributions/?{query}"));
        assert_eq!(totals(&browser), json!([]), "{query}");
        let said = browser.run("return document.querySelector('[data-status]').textContent");
        assert_eq!(
            said, "Nothing matches. Remove one of the conditions.",
            "{query}"
        );
        assert_eq!(browser.run(text), json!([]), "{query}");
    }
    // One who is not named has no name.
    browser.open(&format!("{base}/en/contributions/?givers=anonymous"));
    totals(&browser);
    let page = browser.run("return document.documentElement.innerHTML");
    assert!(!page.as_str().unwrap().contains("p-9001"));
    assert_eq!(browser.run(rows), 1);
}

#[test]
fn everyone_can_read_it() {
    let Some(browser) = Browser::start("everyone_can_read_it") else {
        return;
    };
    let Some(axe) = axe("everyone_can_read_it") else {
        return;
    };
    let base = host(Site::portal().build().prepared.clone());
    for (lang, query) in [
        ("kk", "?region=almaty-region"),
        ("ru", "?direction=charity&year=2020"),
        ("en", ""),
    ] {
        browser.open(&format!("{base}/{lang}/contributions/{query}"));
        totals(&browser);
        for width in [1280, 320] {
            browser.resize(width, 800);
            let over = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
            assert_eq!(browser.run(over), 0, "{lang}{query} at {width}");
            assert_eq!(
                violations(&browser, &axe, &all_rules()),
                Vec::<String>::new()
            );
        }
    }
}
