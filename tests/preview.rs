//! The preview in a real browser: what an editor sees without touching it.

use std::time::Duration;

use crate::support::browser::Browser;
use crate::support::preview::Preview;
use serde_json::Value;

const GYM: &str = "content/projects/gym.kk.md";

/// The tree of the bar and the banner.
const TREE: &str =
    "[...document.querySelectorAll('body > div')].map(e => e.shadowRoot).find(Boolean)";

fn url(preview: &Preview, path: &str) -> String {
    format!("http://{}{path}", preview.address)
}

/// The text of the banner; empty if it is hidden.
fn banner() -> String {
    format!(
        "const banner = {TREE}?.querySelector('.banner'); \
         return !banner || banner.hidden ? '' : banner.innerText"
    )
}

fn has(text: &'static str) -> impl Fn(&Value) -> bool {
    move |value| value.as_str().is_some_and(|value| value.contains(text))
}

const BODY: &str = "return document.body.innerText";

#[test]
fn a_saved_file_shows_by_itself_and_the_place_is_kept() {
    let Some(browser) = Browser::start("a_saved_file_shows_by_itself_and_the_place_is_kept") else {
        return;
    };
    let mut preview = Preview::with_own_theme();
    browser.resize(400, 300);
    browser.open(&url(&preview, "/kk/projects/gym/"));
    browser.until(
        "connected",
        &format!("return {TREE}?.querySelector('.bar').innerText"),
        |bar| has("content/projects/gym.kk.md")(bar),
    );
    let text = preview.read(GYM);

    // Another page's text changes nothing here.
    browser.run("scrollTo(0, 500); window.mark = 1");
    let well = preview.read("content/projects/well.kk.md");
    preview.write("content/projects/well.kk.md", &(well + "\nБасқа.\n"));
    preview.until("/kk/projects/well/", "changed", |page| {
        page.contains("Басқа.")
    });
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(
        browser.run("return window.mark"),
        1,
        "the page was loaded again"
    );

    // Its own does, and the reader stays where he was.
    preview.write(GYM, &(text.clone() + "\nЖаңа сөз.\n"));
    browser.until("with the word", BODY, has("Жаңа сөз."));
    browser.until("at its place", "return scrollY", |place| *place == 500);

    // A style is swapped in place.
    browser.run("window.mark = 2");
    let css = preview.read("themes/tagzym/static/site.css");
    let style = css + "\nbody { outline: 3px solid rgb(1, 2, 3) }\n";
    preview.write("themes/tagzym/static/site.css", &style);
    let colour = "return getComputedStyle(document.body).outlineColor";
    browser.until("in the new style", colour, |colour| {
        *colour == "rgb(1, 2, 3)"
    });
    assert_eq!(
        browser.run("return window.mark"),
        2,
        "the page was loaded again"
    );
    assert_eq!(
        browser.run("return document.querySelectorAll('link[rel=stylesheet]').length"),
        1,
        "the old style went"
    );
    assert_eq!(browser.console_errors(), Vec::<String>::new());

    // The server ends and comes back.
    preview.restart(Duration::from_millis(1500));
    preview.write(GYM, &(text + "\nҚайта.\n"));
    browser.until("connected again", BODY, has("Қайта."));
}

#[test]
fn mistakes_come_and_go_by_themselves() {
    let Some(browser) = Browser::start("mistakes_come_and_go_by_themselves") else {
        return;
    };
    let preview = Preview::with_own_theme();
    let text = preview.read(GYM);
    browser.open(&url(&preview, "/kk/regions/"));
    browser.until("sound", &banner(), |text| *text == "");

    // A mistake elsewhere: the page goes on under a banner.
    preview.edit(GYM, "title:", "titel:");
    let said = browser.until(
        "with the mistake",
        &banner(),
        has("content/projects/gym.kk.md:2:1"),
    );
    assert!(has("titel")(&said), "{said}");
    browser.until("still there", BODY, has("Солтүстік"));
    preview.write(GYM, &text);
    browser.until("mended", &banner(), |text| *text == "");

    // A mistake that only shows when a page is made, on a page that nobody has open.
    let path = "themes/tagzym/templates/award.html";
    let template = preview.read(path);
    preview.write(path, &(template.clone() + "{{ page.title.none.none }}"));
    browser.until("found in passing", &banner(), has("templates/award.html:"));
    preview.write(path, &template);
    browser.until("mended", &banner(), |text| *text == "");

    // The page itself cannot be made: the mistake stands in its place, in the same words.
    let settings = preview.read("site.toml");
    preview.write("site.toml", "title = [");
    browser.until(
        "in its place",
        "return document.querySelector('pre')?.innerText",
        has("site.toml:1:"),
    );
    preview.write("site.toml", &settings);
    browser.until("back", BODY, has("Солтүстік"));

    // Who is not to be named is not named here either.
    let patrons = preview.read("content/patrons/p.yaml");
    preview.write(GYM, &(text.clone() + "\nКөмектескен Құпия Жан.\n"));
    browser.open(&url(&preview, "/kk/projects/gym/"));
    browser.until(
        "refused",
        "return document.querySelector('pre')?.innerText",
        |said| has("content/projects/gym.kk.md:")(said),
    );
    assert!(patrons.contains("Құпия Жан"));
    preview.write(GYM, &text);
    browser.until("back", BODY, has("Спорт залы"));
    let odd = browser.console_errors();
    // The browser itself tells of pages that came with the status 500.
    assert!(
        odd.iter().all(|said| said.contains("status of 500")),
        "{odd:?}"
    );
}
