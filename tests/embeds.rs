//! Embeds: small pages that other sites show in a frame. They are light, need nothing of the portal around them, lead out
//! of the frame, and say how they are shown.

use crate::support::{Built, Site, between};
use regex::Regex;

/// What such a page may weigh at most, in bytes.
const MOST: usize = 15_000;

fn embeds(built: &Built) -> Vec<(String, String)> {
    let paths = built
        .paths()
        .filter(|path| built.prepared.kind_at(path) == Some("embed"));
    paths
        .map(|path| (path.to_owned(), built.read(path)))
        .collect()
}

fn values(html: &str) -> Vec<u128> {
    let value = Regex::new("<data[^>]* value=\"(\\d+)\"").unwrap();
    let values = value.captures_iter(html);
    values.map(|value| value[1].parse().unwrap()).collect()
}

#[test]
fn there_is_one_of_each_region_and_of_the_country_in_each_language() {
    let portal = Site::portal().build();
    let regions = portal
        .paths()
        .filter(|path| portal.prepared.kind_at(path) == Some("region"))
        .count();
    assert_eq!(embeds(&portal).len(), regions + 3);
    for lang in ["kk", "ru", "en"] {
        for (page, embed) in [("", "embed/"), ("regions/abai/", "embed/abai/")] {
            let page = portal.read(&format!("{lang}/{page}index.html"));
            let link = format!("href=\"/{lang}/{embed}\"");
            assert_eq!(page.matches(&link).count(), 1, "{lang} {embed}");
        }
    }
}

#[test]
fn they_are_light_and_stand_alone() {
    let portal = Site::portal().build();
    let sitemap = portal.read("sitemap.xml");
    assert!(!sitemap.contains("/embed/"));
    for (path, html) in embeds(&portal) {
        assert!(html.len() < MOST, "{path}: {}", html.len());
        for (absent, present) in [
            ("<script", "<meta name=\"robots\" content=\"noindex\">"),
            ("site.css", "embed.css"),
            ("frame-ancestors", "default-src 'none'"),
            ("<nav", "<base target=\"_top\">"),
            (" style=", "class=\"samples\""),
        ] {
            assert!(!html.contains(absent), "{path} has {absent}");
            assert!(html.contains(present), "{path} lacks {present}");
        }
    }
}

#[test]
fn their_figures_are_those_of_the_page() {
    let portal = Site::portal().build();
    for (path, html) in embeds(&portal) {
        let (lang, rest) = path.split_once("/embed/").unwrap();
        let (page, id) = match rest.strip_suffix("/index.html") {
            Some(region) => (format!("{lang}/regions/{region}/"), "region-total"),
            None => (format!("{lang}/"), "grand-total"),
        };
        let whole = portal.read(&format!("{page}index.html"));
        let headline = |html: &str, id: &str| match html.contains(&format!("<data id=\"{id}\"")) {
            true => between(html, &format!("<data id=\"{id}\" value=\""), "\"").to_owned(),
            false => "not stated".to_owned(),
        };
        assert_eq!(headline(&html, id), headline(&whole, id), "{path}");
        assert!(html.contains(&format!("href=\"/{page}\"")), "{path}");
        if let Some((_, table)) = html.split_once("<tbody>") {
            let columns = html.matches("<th scope=\"col\" class=\"number").count();
            let all = values(table.split_once("</tbody>").unwrap().0);
            let delivered: u128 = all.iter().step_by(columns).sum();
            assert_eq!(delivered.to_string(), headline(&html, id), "{path}");
        }
    }
}

#[test]
fn the_line_to_copy_shows_the_page_itself() {
    let site = Site::portal().copied();
    site.edit("site.toml", "en = \"", "en = \"A \\\"B\\\" & <C> ");
    let portal = site.build();
    let html = portal.read("en/embed/abai/index.html");
    let line = between(&html, "<code>", "</code>");
    let line = line
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
    let base = between(&html, "src=\"", "/en/embed/");
    let expected = format!(
        "<iframe src=\"{base}/en/embed/abai/\" title=\"Abai Region · A &quot;B&quot; &amp; <C> "
    );
    assert!(line.starts_with(&expected), "{line}");
    assert!(base.starts_with("https://"), "{base}");
    for part in ["width=\"", "height=\"", "loading=\"lazy\"></iframe>"] {
        assert!(line.contains(part), "{line}");
    }
}
