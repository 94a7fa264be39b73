//! The long lists in a real browser: what they answer when a reader chooses, counted by hand on a little site.
//!
//! Needs Debian's chromium and chromedriver, which `.ci/run` installs.

use crate::support::Site;
use crate::support::browser::Browser;
use crate::support::host::host;
use serde_json::{Value, json};

/// Five projects in two regions. Two amounts are such that a script's numbers would round their sum.
fn site() -> Site {
    let project = |title: &str, head: &str| format!("---\ntitle: '{title}'\n{head}\n---\nМәтін.\n");
    let contributions = |amounts: &[u64]| {
        let each = amounts
            .iter()
            .map(|amount| format!("\n  - {{patron: steppe, amount: {amount}, date: 2020-05-01}}"));
        format!("contributions:{}", each.collect::<String>())
    };
    let site = Site::base();
    site.remove("content/projects");
    let large = contributions(&[1_000_000_000_000_000; 9]);
    let odd = contributions(&[900_000_000_000_000, 1]);
    site.with_all([
        (
            "content/projects/a.kk.md",
            project(
                "10-мектеп",
                &format!("region: north\ndistrict: lake\ndirection: charity\nobject: school\nstatus: completed\ncompleted: 2020-09-01\n{large}"),
            ),
        ),
        (
            "content/projects/b.kk.md",
            project(
                "2-мектеп; =1+1",
                &format!("region: north\ndirection: charity\nobject: school\nstatus: completed\ncompleted: 2020-10-02\n{odd}"),
            ),
        ),
        (
            "content/projects/c.kk.md",
            project(
                "«Көпір», жаңа",
                "region: south\ndirection: infrastructure\nstatus: planned\ncontributions:\n  - {patron: steppe, amount: 5000000, date: 2021-05, status: pledged}",
            ),
        ),
        (
            "content/projects/d.kk.md",
            project(
                "Жылу",
                "region: south\ndirection: charity\nstatus: under-way\nstarted: 2021-03\ncontributions:\n  - {patron: steppe, in_kind: {kk: Көмір, ru: Уголь, en: Coal}, date: 2021-03}",
            ),
        ),
        (
            "content/projects/e.kk.md",
            project(
                "=HYPERLINK(1)",
                "region: old-south\ndirection: infrastructure\nstatus: completed\ncompleted: 2016\ncontributions:\n  - {patrons: [steppe, p-0001], amount: 7000, date: 2016}",
            ),
        ),
    ])
}

fn choose(browser: &Browser, name: &str, value: &str) {
    browser.run(&format!(
        "document.querySelector('[name={name}][value=\"{value}\"]').click()"
    ));
}

/// Waits until a script gives what is wanted.
fn becomes(browser: &Browser, script: &str, wanted: Value) {
    browser.until(&wanted.to_string(), script, |now| *now == wanted);
}

/// What is announced, with plain spaces for those that do not break.
const SAID: &str =
    "return document.querySelector('.filter [role=status]').textContent.replaceAll('\\u00a0', ' ')";

/// The choices that are shown, with how many entries each would leave.
const CHOICES: &str =
    "return [...document.querySelectorAll('.facets label')].filter((one) => !one.hidden)
    .map((one) => `${one.querySelector('input').value} ${one.querySelector('data').value}`)";

const TITLES: &str = "return [...document.querySelectorAll('main .card')].filter((one) => one.getClientRects().length > 0)
    .map((one) => one.querySelector('h2 a').textContent)";

#[test]
fn a_list_tells_what_is_found() {
    let Some(browser) = Browser::start("a_list_tells_what_is_found") else {
        return;
    };
    let built = site().build();
    let base = host(built.prepared.clone());
    browser.open(&format!("{base}/kk/projects/"));
    let all = json!([
        "south 2",
        "north 2",
        "old-south 1",
        "charity 3",
        "infrastructure 2",
        "education 2",
        "school 2",
        "planned 1",
        "under-way 1",
        "completed 3",
        "2021 1",
        "2020 2",
        "2016 1"
    ]);
    becomes(&browser, CHOICES, all.clone());

    // Each facet is counted beside what is chosen in the others; districts are those of the chosen regions.
    choose(&browser, "region", "north");
    becomes(
        &browser,
        CHOICES,
        json!([
            "south 2",
            "north 2",
            "old-south 1",
            "north/lake 1",
            "charity 2",
            "infrastructure 0",
            "education 2",
            "school 2",
            "planned 0",
            "under-way 0",
            "completed 2",
            "2021 0",
            "2020 2",
            "2016 0"
        ]),
    );
    // The sum is exact, where a script's numbers end in 0.
    becomes(
        &browser,
        SAID,
        json!("Табылды: 2 · оларға барлығы нақты берілгені 9 900 000 000 000 001 ₸"),
    );
    let values = "return [...document.querySelectorAll('.filter [role=status] data, main .card:not([hidden]) .card-sum data')]
        .filter((one) => one.getClientRects().length > 0).map((one) => one.value)";
    becomes(
        &browser,
        values,
        json!(["9900000000000001", "900000000000001", "9000000000000000"]),
    );
    let button = "return document.querySelector('[data-show]').textContent";
    becomes(&browser, button, json!("Табылғанын көрсету: 2"));

    // A district narrows its own region and leaves the others.
    choose(&browser, "district", "north/lake");
    becomes(&browser, TITLES, json!(["10-мектеп"]));
    choose(&browser, "region", "old-south");
    becomes(&browser, TITLES, json!(["10-мектеп", "=HYPERLINK(1)"]));
    // Chips say what is chosen and take it away; a district goes with its region.
    let chips =
        "return [...document.querySelectorAll('.chips button')].map((one) => one.textContent)";
    becomes(
        &browser,
        chips,
        json!([
            "Шартты алып тастау: Солтүстік ×",
            "Шартты алып тастау: Бұрынғы оңтүстік ×",
            "Шартты алып тастау: Көл ×"
        ]),
    );
    browser.run("document.querySelector('.chips button').click()");
    becomes(
        &browser,
        "return [location.search, document.activeElement.textContent]",
        json!([
            "?region=old-south",
            "Шартты алып тастау: Бұрынғы оңтүстік ×"
        ]),
    );
    becomes(&browser, TITLES, json!(["=HYPERLINK(1)"]));
    browser.run("document.querySelector('.chips button').click()");
    becomes(&browser, SAID, json!(""));
    becomes(&browser, CHOICES, all);

    // What is not known is not nothing, and what is pledged is told apart.
    choose(&browser, "region", "south");
    becomes(
        &browser,
        SAID,
        json!("Табылды: 2 · уәде етілгені 5 000 000 ₸ · сомасы көрсетілмеген: 1"),
    );
    // An older address had districts among the regions.
    browser.open(&format!("{base}/kk/projects/?region=north%2Flake"));
    becomes(&browser, TITLES, json!(["10-мектеп"]));
    assert_eq!(browser.console_messages(), Vec::<String>::new());
}

#[test]
fn a_list_says_its_order() {
    let Some(browser) = Browser::start("a_list_says_its_order") else {
        return;
    };
    let built = site().build();
    let base = host(built.prepared.clone());
    // Without the link to the file of the list.
    let said = "const said = document.querySelector('[data-ordered]').parentElement;
        return said.innerText.replace(said.querySelector('a')?.innerText ?? '', '').trim()";
    browser.open(&format!("{base}/ru/projects/"));
    becomes(&browser, said, json!("5 проектов. Сначала новые."));
    browser.open(&format!("{base}/ru/projects/?order=name"));
    becomes(&browser, said, json!("5 проектов. По алфавиту."));
    // Numbers by their value.
    becomes(
        &browser,
        TITLES,
        json!([
            "=HYPERLINK(1)",
            "2-мектеп; =1+1",
            "10-мектеп",
            "Жылу",
            "«Көпір», жаңа"
        ]),
    );
    // A found entry is told in the words of the page, and what is in another language says so.
    browser.open(&format!(
        "{base}/ru/projects/?order=amount&status=completed"
    ));
    becomes(&browser, said, json!("Сначала крупные суммы."));
    let first = "const one = [...document.querySelectorAll('main .card')].find((one) => one.getClientRects().length > 0);
        return [one.innerText.replaceAll('\\u00a0', ' ').replace(/\\s+/g, ' ').trim(), one.querySelector('a').lang]";
    let told = "10-мектеп на казахском Север, Озеро · Завершён, 1 сентября 2020 г. Передано 9 000 000 000 000 000 ₸";
    becomes(&browser, first, json!([told, "kk"]));
}

/// The bytes of the file that the page would save.
const SAVED: &str = "return new Promise((done) => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
        blob.arrayBuffer().then((bytes) => done([...new Uint8Array(bytes)]));
        return make.call(URL, blob);
    };
    document.querySelector('[data-csv]').click();
})";

fn saved(browser: &Browser) -> String {
    let bytes = browser.run(SAVED);
    let bytes = bytes.as_array().expect("bytes").iter();
    let bytes: Vec<u8> = bytes
        .map(|byte| u8::try_from(byte.as_u64().unwrap()).unwrap())
        .collect();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn what_is_found_can_be_taken_along() {
    let Some(browser) = Browser::start("what_is_found_can_be_taken_along") else {
        return;
    };
    let built = site().build();
    let base = host(built.prepared.clone());
    browser.open(&format!("{base}/ru/projects/?status=completed&order=name"));
    becomes(
        &browser,
        "return document.querySelector('[data-found]').textContent",
        json!("Найдено: 3"),
    );
    let at = |slug: &str| format!("{base}/ru/projects/{slug}/");
    assert_eq!(
        saved(&browser),
        format!(
            "\u{feff}Идентификатор,Название,Адрес,Регион,Район или город,Направление,Вид помощи,Статус,Дата,\"Передано, ₸\",\"Обещано, ₸\",Образец\r\n\
             e,'=HYPERLINK(1),{},Бывший юг,,Инфраструктура,,Завершён,2016,7000,0,\r\n\
             b,\"2-мектеп;' =1+1\",{},Север,,Благотворительность,Школа,Завершён,2020-10-02,900000000000001,0,\r\n\
             a,10-мектеп,{},Север,Озеро,Благотворительность,Школа,Завершён,2020-09-01,9000000000000000,0,\r\n",
            at("e"),
            at("b"),
            at("a")
        )
    );
    // Of patrons; nobody who is not named.
    browser.open(&format!("{base}/kk/patrons/"));
    let file = saved(&browser);
    assert!(
        !file.contains("p-0001") && !file.contains("Құпия"),
        "{file}"
    );
    assert!(
        file.ends_with(&format!(
            "steppe,Дала,{base}/kk/patrons/steppe/,Компания,Солтүстік,9900000000000001,5000000,7000,0,1,5,\r\n"
        )),
        "{file}"
    );
    assert_eq!(browser.console_messages(), Vec::<String>::new());
}

#[test]
fn a_reader_comes_back_to_where_they_were() {
    let Some(browser) = Browser::start("a_reader_comes_back_to_where_they_were") else {
        return;
    };
    let site = Site::base();
    for nth in 0..90 {
        let project = format!(
            "---\ntitle: Жоба {nth}\nregion: north\ndirection: charity\nstatus: planned\n---\nМәтін.\n"
        );
        site.write(&format!("content/projects/p-{nth:03}.kk.md"), project);
    }
    let built = site.build();
    let base = host(built.prepared.clone());
    browser.resize(360, 640);
    browser.open(&format!("{base}/kk/projects/?status=planned"));
    let shown = "return [...document.querySelectorAll('main .card')].filter((one) => one.getClientRects().length > 0).length";
    becomes(&browser, shown, json!(50));
    browser.run("document.querySelector('[data-more]').click()");
    becomes(&browser, shown, json!(90));
    let top = browser.run(
        "const cards = [...document.querySelectorAll('main .card')].filter((one) => one.getClientRects().length > 0);
        cards[70].scrollIntoView({behavior: 'instant'});
        const top = Math.round(scrollY);
        cards[70].querySelector('a').click();
        return top",
    );
    let top = top.as_i64().unwrap();
    assert!(top > 1000, "{top}");
    browser.until("a project", "return location.pathname", |path| {
        path.as_str()
            .is_some_and(|path| path.starts_with("/kk/projects/p-"))
    });
    browser.run("history.back()");
    let place = "return document.querySelectorAll('main .card').length > 50 && location.search.includes('shown') && Math.round(scrollY)";
    browser.until("where they were", place, |now| {
        now.as_i64().is_some_and(|now| (now - top).abs() < 5)
    });
    // On a phone the panel is closed, and what is found follows.
    let open = "return document.querySelector('.filter > details').open";
    assert_eq!(browser.run(open), json!(false));
    browser.run("document.querySelector('.filter > details').open = true; document.querySelector('[data-show]').click()");
    let seen = "return [document.querySelector('.filter > details').open, document.activeElement.querySelector('.card') !== null]";
    becomes(&browser, seen, json!([false, true]));
}

/// Opening a group of choices leaves no hole beside it.
#[test]
fn an_open_group_has_its_row() {
    let Some(browser) = Browser::start("an_open_group_has_its_row") else {
        return;
    };
    let built = site().build();
    let base = host(built.prepared.clone());
    browser.open(&format!("{base}/en/projects/?region=north"));
    browser.run("document.querySelector('[data-facet=direction]').open = true");
    let widths = "const whole = document.querySelector('.facets').getBoundingClientRect();
        const rows = Map.groupBy([...document.querySelectorAll('.facets > details')].filter((one) => !one.hidden),
            (one) => one.getBoundingClientRect().top);
        return [...rows.values()].every((row) => {
            const ends = row.map((one) => one.getBoundingClientRect());
            return Math.abs(ends.at(-1).right - whole.right) < 2 && Math.abs(ends[0].left - whole.left) < 2
                && ends.every(({height}) => Math.abs(height - ends[0].height) < 2);
        })";
    becomes(&browser, widths, json!(true));
    let named = "return document.querySelector('[data-facet=kind] > summary').innerText.trim()";
    assert_eq!(browser.run(named), json!("Kind of help"));
}
