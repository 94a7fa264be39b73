//! The portal in a real browser: every kind of page is looked at by axe-core (WCAG 2.2 AA and best practices) in the
//! light and the dark, fits into 320 pixels and tells the console nothing; it can be used by keyboard, without a script,
//! and its lists can be filtered.
//!
//! Needs Debian's chromium and chromedriver, and axe-core from npm, which `.ci/run` installs.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use crate::support::axe::{all_rules, axe, violations};
use crate::support::browser::Browser;
use crate::support::host::host;
use crate::support::{Built, Site, tree};
use serde_json::{Value, json};
use tagzym::Prepared;

/// How many pages of a kind are weighed, to look at the one with the most on it.
const WEIGHED: usize = 6;

/// How many kinds of page the portal has.
const KINDS: usize = 31;

fn portal() -> &'static Arc<Prepared> {
    static PORTAL: LazyLock<Built> = LazyLock::new(|| Site::portal().build());
    &PORTAL.prepared
}

/// The address of a page of every kind, spread over the languages: of the first pages of the kind the one with the most
/// on it.
fn every_kind() -> BTreeMap<&'static str, String> {
    let portal = portal();
    let mut kinds: BTreeMap<&'static str, Vec<&str>> = BTreeMap::new();
    for path in portal.paths() {
        if let (Some(kind), Some(rest)) = (portal.kind_at(path), path.strip_prefix("kk/")) {
            kinds.entry(kind).or_default().push(rest);
        }
    }
    let choose = |(nth, (kind, paths)): (usize, (&'static str, Vec<&str>))| {
        let lang = ["kk", "ru", "en"][nth % 3];
        let paths = paths
            .into_iter()
            .take(WEIGHED)
            .map(|rest| format!("{lang}/{rest}"));
        let heaviest = paths
            .max_by_key(|path| portal.bytes_at(path).unwrap().len())
            .unwrap();
        (kind, heaviest.trim_end_matches("index.html").to_owned())
    };
    assert_eq!(kinds.len(), KINDS, "{:?}", kinds.keys());
    kinds.into_iter().enumerate().map(choose).collect()
}

/// The texts of all files of a section of the content.
fn content(section: &str) -> Vec<String> {
    let files = tree(&Site::portal().path("content").join(section));
    files
        .into_values()
        .filter_map(|bytes| String::from_utf8(bytes).ok())
        .collect()
}

/// How many published projects have all of these lines.
fn projects_with(lines: &[&str]) -> usize {
    let has = |text: &str, line: &str| text.lines().any(|one| one == line);
    let is_meant =
        |text: &&String| !has(text, "draft: true") && lines.iter().all(|line| has(text, line));
    content("projects").iter().filter(is_meant).count()
}

fn colours(browser: &Browser, scheme: &str) {
    let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
    browser.devtools("Emulation.setEmulatedMedia", features);
}

#[test]
fn every_kind_of_page_is_for_everyone() {
    let test = "every_kind_of_page_is_for_everyone";
    let (Some(axe), Some(browser)) = (axe(test), Browser::start(test)) else {
        return;
    };
    let base = host(portal().clone());
    let all = all_rules();
    let contrast = json!({"type": "rule", "values": ["color-contrast"]});
    // A page with one mistake: axe has to find it, or it finds nothing anywhere.
    let planted = "<!doctype html><html lang=en><title>A</title><main><h1>A</h1><img src=data:,></main></html>";
    browser.open(&format!("data:text/html,{planted}"));
    let found = violations(&browser, &axe, &all);
    assert!(
        matches!(&found[..], [one] if one.starts_with("image-alt ")),
        "{found:?}"
    );
    browser.console_messages();
    let mut wrong = Vec::new();
    let mut pages: Vec<(String, String)> = every_kind()
        .into_iter()
        .map(|(kind, address)| (kind.to_owned(), format!("{base}/{address}")))
        .collect();
    pages.push((
        "a list filtered".to_owned(),
        format!("{base}/ru/projects/?direction=charity&order=name"),
    ));
    for (kind, url) in &pages {
        browser.resize(1280, 900);
        colours(&browser, "light");
        browser.open(url);
        let mut tell = |what: &str, found: Vec<String>| {
            wrong.extend(
                found
                    .iter()
                    .map(|found| format!("{kind} {url}, {what}: {found}")),
            );
        };
        tell("light", violations(&browser, &axe, &all));
        colours(&browser, "dark");
        tell("dark", violations(&browser, &axe, &contrast));
        browser.resize(320, 640);
        let wide = browser.run(
            "const wide = document.documentElement.scrollWidth;
            if (wide <= 320) return [];
            return [...document.body.querySelectorAll('*')]
                .filter((one) => one.getBoundingClientRect().right > 321 && !one.closest('.table'))
                .slice(0, 5).map((one) => `${wide}: ${one.outerHTML.slice(0, 100)}`);",
        );
        let wide = wide.as_array().expect("a list of what is too wide");
        tell("320 pixels", wide.iter().map(ToString::to_string).collect());
        tell("the console", browser.console_messages());
    }
    // The version for the visually impaired is remembered from page to page.
    colours(&browser, "light");
    browser.resize(1280, 900);
    browser.open(&format!("{base}/kk/"));
    let offers = "return Boolean(document.querySelector('[name=colours]'))";
    for choice in ["black-on-white", "white-on-black"] {
        // Its panel is filled once somebody opens it.
        if browser.run(offers) != json!(true) {
            browser.run("document.querySelector('[aria-controls=reading]').click()");
            browser.until("a panel", offers, |there| *there == json!(true));
        }
        browser.run(&format!(
            "document.querySelector('[name=colours][value={choice}]').click()"
        ));
        for page in ["kk/", "ru/projects/", "en/totals/"] {
            browser.open(&format!("{base}/{page}"));
            let now = browser.run("return document.documentElement.dataset.colours");
            assert_eq!(now, json!(choice));
            let found = violations(&browser, &axe, &contrast);
            wrong.extend(
                found
                    .iter()
                    .map(|found| format!("{page}, {choice}: {found}")),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What is wider than the screen, or cut off inside of its own box.
const TOO_WIDE: &str = "const wide = document.documentElement.scrollWidth, found = [];
    const tell = (what, one) => found.push(`${what} ${one.outerHTML.slice(0, 100)}`);
    if (wide > innerWidth) {
        const over = (one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.table, pre, .menu');
        for (const one of [...document.body.querySelectorAll('*')].filter(over).slice(0, 5)) tell(wide, one);
    }
    const clips = document.querySelectorAll('.card, .sum, .inline > li, .site-tools, .site-name a, .gifts td');
    for (const one of clips) if (one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 2) tell('cut', one);
    return found.slice(0, 9)";

/// Frames are two: in the first the sizes are noticed, in the second all has its place.
const SETTLED: &str = "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";

#[test]
fn nothing_is_cut_off_where_it_is_narrow() {
    let Some(browser) = Browser::start("nothing_is_cut_off_where_it_is_narrow") else {
        return;
    };
    let base = host(portal().clone());
    let ways = [
        ("plain", 320, ""),
        (
            "200 % text",
            360,
            "document.documentElement.style.fontSize = '200%'",
        ),
        (
            "the version for the visually impaired",
            360,
            "document.documentElement.style.fontSize = '';
            Object.assign(document.documentElement.dataset, {size: 'largest', spacing: 'wide'})",
        ),
    ];
    let mut wrong = Vec::new();
    for (kind, address) in every_kind() {
        // Words are longest in Kazakh and in Russian.
        let Some((_, rest)) = address.split_once('/') else {
            continue; // The page at the root.
        };
        for lang in ["kk", "ru"] {
            browser.open(&format!("{base}/{lang}/{rest}"));
            for (way, width, script) in ways {
                browser.resize(width, 740);
                browser.run(script);
                browser.run(SETTLED);
                let found = browser.run(TOO_WIDE);
                if found != json!([]) {
                    wrong.push(format!("{kind} {lang}/{rest}, {way}: {found}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_phone_shows_the_figure_first_and_letters_that_can_be_read() {
    let test = "a_phone_shows_the_figure_first_and_letters_that_can_be_read";
    let Some(browser) = Browser::start(test) else {
        return;
    };
    let base = host(portal().clone());
    browser.resize(360, 740);
    let kinds = every_kind();
    for kind in ["home", "region", "project", "patron", "year"] {
        browser.open(&format!("{base}/{}", kinds[kind]));
        let figure = browser.run(
            "const bottom = (what) => document.querySelector(what).getBoundingClientRect().bottom;
            return [bottom('h1') < 300, bottom('.sum .amount') < 740]",
        );
        assert_eq!(figure, json!([true, true]), "{}", kinds[kind]);
    }
    for page in ["kk/", "ru/totals/", "en/regions/almaty-region/"] {
        browser.open(&format!("{base}/{page}"));
        let small = browser.run(
            "const shown = (one) => one.getClientRects().length > 0;
            const size = (one) => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a;
            const texts = [...document.querySelectorAll('.drawn svg text')].filter(shown);
            return [texts.length > 0, texts.filter((one) => size(one) < 10.95).map((one) => one.textContent + size(one))]",
        );
        assert_eq!(small, json!([true, []]), "{page}");
    }
    browser.open(&format!("{base}/kk/"));
    let room = browser.run(
        "const card = document.querySelector('#map-of-home').getBoundingClientRect();
        const map = document.querySelector('#map-of-home .map').getBoundingClientRect();
        return [map.left - card.left >= 8, card.right - map.right >= 8]",
    );
    assert_eq!(
        room,
        json!([true, true]),
        "the map keeps off the edges of its card"
    );
}

#[test]
fn shades_of_the_map_can_be_told_apart() {
    let Some(browser) = Browser::start("shades_of_the_map_can_be_told_apart") else {
        return;
    };
    let base = host(portal().clone());
    // Contrast between each shade and the next, and of the letters on each, as WCAG counts it.
    let script = "const light = (colour) => {
            const [r, g, b] = colour.match(/[\\d.]+/g).map(Number)
                .map((one) => colour.startsWith('rgb') ? one / 255 : one)
                .map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
        };
        const probe = document.querySelector('main').appendChild(document.createElement('i'));
        const colour = (of, nth) => {
            probe.className = `shade-${nth}`;
            probe.style.color = `var(${of}, var(--ink))`;
            return light(getComputedStyle(probe).color);
        };
        const ratio = (a, b) => Math.max(a, b) / Math.min(a, b);
        const shades = [0, 1, 2, 3, 4, 5].map((nth) => colour('--fill', nth));
        return [shades.slice(1).map((one, nth) => ratio(one, shades[nth])),
            shades.map((one, nth) => ratio(one, colour('--on-fill', nth)))]";
    for (scheme, apart) in [("light", 1.12), ("dark", 1.35)] {
        colours(&browser, scheme);
        browser.open(&format!("{base}/kk/"));
        let found = browser.run(script);
        let least = |place: usize| {
            let ratios = found[place].as_array().unwrap().iter();
            let ratios = ratios.map(|one| one.as_f64().unwrap());
            ratios.fold(f64::INFINITY, f64::min)
        };
        assert!(least(0) >= apart, "{scheme}: {found}");
        assert!(least(1) >= 4.5, "{scheme}, letters: {found}");
    }
}

#[test]
fn only_what_scrolls_is_a_stop_and_the_map_can_be_skipped() {
    let test = "only_what_scrolls_is_a_stop_and_the_map_can_be_skipped";
    let Some(browser) = Browser::start(test) else {
        return;
    };
    let base = host(portal().clone());
    for (width, page) in [
        (1280, "en/totals/"),
        (360, "en/totals/"),
        (360, "kk/take-part/"),
    ] {
        browser.resize(width, 740);
        browser.open(&format!("{base}/{page}"));
        browser.run(SETTLED);
        let stops = browser.run(
            "const all = [...document.querySelectorAll('.table, pre')].filter((one) => one.clientWidth > 0);
            const wrong = all.filter((one) => (one.scrollWidth > one.clientWidth + 1) !== (one.tabIndex === 0));
            return [all.length > 0, wrong.map((one) => one.outerHTML.slice(0, 100))]",
        );
        assert_eq!(stops, json!([true, []]), "{page} {width}");
    }
    browser.resize(1280, 900);
    browser.open(&format!("{base}/ru/"));
    browser.run("document.querySelector('.skip-map').focus()");
    let seen = "const box = document.activeElement.getBoundingClientRect();
        return [document.activeElement.className, box.width > 20 && box.height > 10]";
    assert_eq!(browser.run(seen), json!(["skip-map", true]));
    browser.press("\u{e007}");
    browser.press("\u{e004}");
    let after = "return [document.activeElement.closest('svg') === null,
        Boolean(document.querySelector('svg.map').compareDocumentPosition(document.activeElement) & 4)]";
    assert_eq!(browser.run(after), json!([true, true]));
}

#[test]
fn lists_are_cards_or_a_table_as_the_reader_likes() {
    let Some(browser) = Browser::start("lists_are_cards_or_a_table_as_the_reader_likes") else {
        return;
    };
    let base = host(portal().clone());
    let columns = "const [first, second] = document.querySelectorAll('.projects > .card');
        return first.getBoundingClientRect().top < second.getBoundingClientRect().top";
    browser.open(&format!("{base}/kk/projects/"));
    assert_eq!(browser.run(columns), json!(false));
    browser.run("document.querySelector('.view [value=table]').click()");
    assert_eq!(browser.run(columns), json!(true));
    browser.open(&format!("{base}/ru/projects/"));
    assert_eq!(browser.run(columns), json!(true), "kept on another page");
    // The way back from the reading version leaves the list as it is.
    browser.run("document.querySelector('header [data-standard]').click()");
    assert_eq!(browser.run(columns), json!(true));
    browser.run("document.querySelector('.view [value=\"\"]').click()");
    assert_eq!(browser.run(columns), json!(false));
}

#[test]
fn the_keyboard_reaches_everything() {
    let Some(browser) = Browser::start("the_keyboard_reaches_everything") else {
        return;
    };
    let base = host(portal().clone());
    browser.open(&format!("{base}/kk/"));
    let focused = "const one = document.activeElement, box = one.getBoundingClientRect();
        return [one.className, one.id, box.top >= 0 && box.width > 1]";
    browser.press("\u{e004}");
    assert_eq!(browser.run(focused), json!(["skip", "", true]));
    browser.press("\u{e007}");
    let main = browser.run("return [document.activeElement.id, location.hash]");
    assert_eq!(main, json!(["main", "#main"]));

    // Once through the whole page: what is reached, and whether it can be seen that it is.
    browser.open(&format!("{base}/kk/"));
    let length = browser.run(
        "window.reached = [];
        addEventListener('focusin', ({target}) => {
            const {outlineStyle, outlineWidth} = getComputedStyle(target), box = target.getBoundingClientRect();
            // A tile of the map has its edge coloured instead.
            const edge = (tile) => tile?.querySelector('path') && getComputedStyle(tile.querySelector('path')).stroke;
            const coloured = target.matches('.tile') && edge(target) !== edge(document.querySelector('.tile:not(:focus)'));
            window.reached.push({
                url: target.getAttribute('href') ?? target.tagName,
                within: target.closest('.menu, svg, .languages, main, footer')?.nodeName ?? '',
                seen: coloured || outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
                inside: box.bottom > 0 && box.top < innerHeight,
            });
        });
        return document.querySelectorAll('a[href], button, input, summary, [tabindex=\"0\"]').length",
    );
    let length = usize::try_from(length.as_u64().unwrap()).unwrap();
    browser.press(&"\u{e004}".repeat(length));
    let reached = browser.run("return window.reached");
    let reached = reached.as_array().unwrap();
    let urls: Vec<&str> = reached
        .iter()
        .map(|one| one["url"].as_str().unwrap())
        .collect();
    for section in [
        "regions", "projects", "patrons", "awards", "years", "totals", "news",
    ] {
        assert!(
            urls.contains(&&*format!("/kk/{section}/")),
            "{section}: {urls:?}"
        );
    }
    let tiles = reached.iter().filter(|one| one["within"] == "svg");
    let tiles: Vec<&str> = tiles.filter_map(|one| one["url"].as_str()).collect();
    let regions = portal().paths().filter_map(|path| {
        path.strip_prefix("kk/regions/")?
            .strip_suffix("/index.html")
    });
    // All regions of today have a place on the map; South Kazakhstan is no more.
    let regions: Vec<&str> = regions
        .filter(|id| !id.contains('/') && *id != "south-kazakhstan")
        .collect();
    assert_eq!(regions.len(), 20, "{regions:?}");
    for region in regions {
        let url = format!("/kk/regions/{region}/");
        assert!(tiles.contains(&&*url), "{url} on the map: {tiles:?}");
    }
    let hidden: Vec<&Value> = reached
        .iter()
        .filter(|one| one["seen"] != true || one["inside"] != true)
        .collect();
    assert!(hidden.is_empty(), "focus that is not seen: {hidden:?}");
}

/// The address, the entries that are shown, what is announced.
const LIST: &str = "const shown = (one) => one && one.getClientRects().length > 0;
    const entries = [...document.querySelectorAll('main .cards > li, main tbody > tr')].filter(shown);
    return [location.search, entries.length, document.querySelector('[data-found]').textContent]";

#[test]
fn lists_are_filtered() {
    let Some(browser) = Browser::start("lists_are_filtered") else {
        return;
    };
    let base = host(portal().clone());
    let status = |word: &str| projects_with(&[&format!("status: {word}")]);
    // Facts are stated once: each project has one status.
    let projects = ["planned", "under-way", "completed"]
        .map(status)
        .iter()
        .sum::<usize>();
    let both = status("completed") + status("planned");
    assert!(status("completed") > 0 && status("planned") > 0 && both < projects);
    let choose = |name: &str, value: &str| {
        browser.run(&format!(
            "document.querySelector('[name={name}][value={value}]').click()"
        ));
    };
    let becomes = |search: &str, entries: usize, told: &str| {
        let wanted = json!([search, entries, told]);
        browser.until(&format!("{wanted}"), LIST, |now| *now == wanted);
    };

    browser.open(&format!("{base}/ru/projects/"));
    becomes("", projects, "");
    choose("status", "planned");
    becomes(
        "?status=planned",
        status("planned"),
        &format!("Найдено: {}", status("planned")),
    );
    choose("status", "completed");
    let address = "?status=planned&status=completed";
    // The order of the form's boxes is that of the address.
    becomes(address, both, &format!("Найдено: {both}"));
    // Another facet narrows what is there; the page of the direction has the same projects.
    choose("direction", "charity");
    let narrowed = format!("?direction=charity&{}", &address[1..]);
    let charity = ["completed", "planned"]
        .map(|word| projects_with(&["direction: charity", &format!("status: {word}")]));
    let charity = charity.iter().sum::<usize>();
    assert!(charity > 0 && charity < both);
    becomes(&narrowed, charity, &format!("Найдено: {charity}"));
    // Back, and back again to the whole list.
    for (search, entries) in [(address, both), ("?status=planned", status("planned"))] {
        browser.run("history.back()");
        becomes(search, entries, &format!("Найдено: {entries}"));
    }
    browser.run("history.back()");
    becomes("", projects, "");

    // An address can be shared, also across languages; the whole is cleared at once.
    browser.open(&format!("{base}/en/projects/{narrowed}"));
    becomes(&narrowed, charity, &format!("Found: {charity}"));
    let other = browser.run("return document.querySelector('.languages a[lang=kk]').href");
    assert_eq!(other, json!(format!("{base}/kk/projects/{narrowed}")));
    browser.run("document.querySelector('.filter [type=reset]').click()");
    becomes("", projects, "");
    browser.open(&format!(
        "{base}/en/projects/?from=10000000000&below=1000000"
    ));
    let nothing = "Nothing matches. Remove one of the conditions.";
    becomes("?from=10000000000&below=1000000", 0, nothing);

    // Entries look as they do in the list, in another order: by amount the largest is first.
    browser.open(&format!("{base}/kk/projects/?order=amount"));
    becomes("?order=amount", projects, &format!("Табылды: {projects}"));
    let amounts = browser.run(
        "return [...document.querySelectorAll('main .card')].filter((one) => one.getClientRects().length > 0)
            .map((one) => Number(one.querySelector('.card-sum:not(.pledged) data')?.value ?? 0))",
    );
    let amounts: Vec<u64> = amounts
        .as_array()
        .unwrap()
        .iter()
        .map(|amount| amount.as_u64().unwrap())
        .collect();
    assert!(amounts.is_sorted_by(|a, b| a >= b), "{amounts:?}");

    // Patrons: by kind, and nobody who is not named.
    let patrons = content("patrons").concat();
    assert!(!patrons.contains("kind: company\n  consent: anonymous"));
    let companies = patrons.matches("kind: company\n").count();
    browser.open(&format!("{base}/kk/patrons/"));
    choose("kind", "company");
    becomes("?kind=company", companies, &format!("Табылды: {companies}"));
    assert_eq!(browser.console_messages(), Vec::<String>::new());
}

/// Found entries come from all the pages of a list, fifty at a time.
#[test]
fn lists_of_several_pages_are_filtered() {
    let Some(browser) = Browser::start("lists_of_several_pages_are_filtered") else {
        return;
    };
    let site = Site::base();
    site.remove("content/projects");
    for nth in 0..120 {
        let (region, month, day) = (["north", "south"][nth % 2], nth / 28 + 1, nth % 28 + 1);
        let project = format!(
            "---\ntitle: Жоба {nth}\nregion: {region}\ndirection: charity\nstatus: completed\n\
             completed: 2020-{month:02}-{day:02}\ncontributions:\n  \
             - {{patron: steppe, amount: {}, date: 2020}}\n---\nМәтін.\n",
            1000 + (nth * 7) % 120
        );
        site.write(&format!("content/projects/p-{nth:03}.kk.md"), project);
    }
    let built = site.build();
    let base = host(built.prepared.clone());
    let titles = "const shown = [...document.querySelectorAll('main .card')]
            .filter((one) => one.getClientRects().length > 0);
        return [location.search, document.querySelector('[data-found]').textContent,
            shown.map((one) => one.querySelector('h2').innerText.trim()),
            shown.indexOf(document.activeElement.closest('.card'))]";
    let becomes = |search: &str, found: &str, titles_are: Vec<String>, focus: i32| {
        let wanted = json!([search, found, titles_are, focus]);
        browser.until(search, titles, |now| *now == wanted);
    };
    let named = |nths: &[usize]| -> Vec<String> {
        nths.iter().map(|nth| format!("Жоба {nth}")).collect()
    };
    // Newest first.
    let north: Vec<usize> = (0..120).rev().filter(|nth| nth % 2 == 0).collect();
    let mut by_amount: Vec<usize> = (0..120).rev().collect();
    by_amount.sort_by_key(|nth| std::cmp::Reverse((nth * 7) % 120));
    browser.open(&format!("{base}/kk/projects/"));
    browser.run("document.querySelector('[name=region][value=north]').click()");
    becomes("?region=north", "Табылды: 60", named(&north[..50]), -1);
    browser.run("document.querySelector('[data-more]').click()");
    becomes("?region=north&shown=100", "Табылды: 60", named(&north), 50);
    browser.open(&format!("{base}/kk/projects/?region=north&shown=100"));
    becomes("?region=north&shown=100", "Табылды: 60", named(&north), -1);
    browser.open(&format!("{base}/kk/projects/?order=amount"));
    becomes("?order=amount", "Табылды: 120", named(&by_amount[..50]), -1);
    // The later pages lead to the filters.
    browser.open(&format!("{base}/kk/projects/page/2/"));
    let leads = browser.run("return [...document.querySelectorAll('main a')].some((one) => one.pathname === '/kk/projects/')");
    assert_eq!(leads, json!(true));
    assert_eq!(browser.console_messages(), Vec::<String>::new());
}

#[test]
fn without_a_script_the_list_and_its_ways_are_there() {
    let Some(browser) = Browser::start("without_a_script_the_list_and_its_ways_are_there") else {
        return;
    };
    let base = host(portal().clone());
    browser.devtools(
        "Emulation.setScriptExecutionDisabled",
        json!({"value": true}),
    );
    let seen = "const shown = (one) => one && one.getClientRects().length > 0;
        const count = (what) => [...document.querySelectorAll(what)].filter(shown).length;
        return [count('main .card, main tbody > tr') > 0, count('.list-ways a') > 4, count('.filter'), count('.menu a')]";
    for list in ["projects", "patrons"] {
        browser.open(&format!("{base}/kk/{list}/?region=astana"));
        assert_eq!(browser.run(seen), json!([true, true, 0, 7]), "{list}");
        let ways = browser.run(
            "return [...document.querySelectorAll('.list-ways a')].map((one) => one.pathname)",
        );
        for way in ways.as_array().unwrap() {
            let file = format!(
                "{}index.html",
                way.as_str().unwrap().trim_start_matches('/')
            );
            assert!(portal().bytes_at(&file).is_ok(), "{file}");
        }
    }
    browser.open(&format!("{base}/"));
    let languages =
        browser.run("return document.querySelectorAll('main a[data-lang], .languages a').length");
    assert!(languages.as_u64().unwrap() >= 3);
}

#[test]
fn the_first_page_leads_by_language_and_remembers() {
    let Some(browser) = Browser::start("the_first_page_leads_by_language_and_remembers") else {
        return;
    };
    let base = host(portal().clone());
    let agent = browser.run("return navigator.userAgent");
    let wants = json!({"userAgent": agent, "acceptLanguage": "fr,ru,en"});
    browser.devtools("Emulation.setUserAgentOverride", wants);
    let at = |path: &str| {
        let wanted = json!(path);
        browser.until(path, "return location.pathname", |now| *now == wanted);
    };
    browser.open(&format!("{base}/"));
    at("/ru/");
    browser.run("document.querySelector('.languages a[lang=kk], a[data-lang=kk]').click()");
    at("/kk/");
    browser.open("about:blank");
    browser.open(&format!("{base}/"));
    at("/kk/");
}

#[test]
fn what_a_reader_sets_is_kept_on_every_page() {
    let Some(browser) = Browser::start("what_a_reader_sets_is_kept_on_every_page") else {
        return;
    };
    let base = host(portal().clone());
    colours(&browser, "light");
    browser.open(&format!("{base}/ru/projects/school-on-the-hill/"));
    // By keyboard: the button opens the settings and leads into them.
    browser.run("document.querySelector('[data-reading-open]').focus()");
    browser.press("\u{e007}");
    let inside = "return document.activeElement.closest('#reading') !== null";
    browser.until("the settings", inside, |now| *now == json!(true));
    for choice in [
        "size][value=largest",
        "spacing][value=wide",
        "colours][value=white-on-black",
        "pictures][value=off",
    ] {
        browser.run(&format!(
            "document.querySelector('#reading input[name={choice}]').click()"
        ));
    }
    let look = "const of = (what) => getComputedStyle(document.querySelector(what));
        return [of('body').backgroundColor, of('body').color, of('html').fontSize,
            parseFloat(of('main p').letterSpacing) > 1,
            [...document.querySelectorAll('img')].every((one) => !one.getClientRects().length),
            document.querySelectorAll('[data-instead]').length > 0]";
    let wanted = json!([
        "rgb(0, 0, 0)",
        "rgb(255, 255, 255)",
        "25.6px",
        true,
        true,
        true
    ]);
    assert_eq!(browser.run(look), wanted);
    browser.open(&format!("{base}/kk/projects/school-on-the-hill/"));
    assert_eq!(browser.run(look), wanted, "kept on another page");
    // That it is on is seen in the bar; Escape closes the settings and leads back to their button.
    let back =
        "return document.querySelector('header [data-standard]').getClientRects().length > 0";
    assert_eq!(browser.run(back), json!(true));
    browser.run("document.querySelector('[data-reading-open]').click()");
    browser.until("the settings", inside, |now| *now == json!(true));
    browser.press("\u{e00c}");
    let closed = "return [document.querySelector('#reading').hidden, 'readingOpen' in document.activeElement.dataset]";
    assert_eq!(browser.run(closed), json!([true, true]));
    browser.run("document.querySelector('[data-reading-open]').click()");
    browser.until("the settings", inside, |now| *now == json!(true));
    browser.run("document.querySelector('#reading [data-standard]').click()");
    let plain = "return [{...document.documentElement.dataset}, document.querySelector('#reading').hidden,
        document.querySelectorAll('[data-instead]').length, localStorage.getItem('reading') !== null]";
    assert_eq!(browser.run(plain), json!([{"script": ""}, true, 0, true]));
    assert_eq!(browser.run(back), json!(false));
    // Light or dark, by the button at the head of the page.
    browser.run("document.querySelector('[data-dark]').click()");
    let dark = "return [document.documentElement.dataset.colours, getComputedStyle(document.body).colorScheme,
        document.querySelector('[data-dark]').getAttribute('aria-pressed')]";
    assert_eq!(browser.run(dark), json!(["dark", "dark", "true"]));
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}
