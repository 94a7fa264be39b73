//! What search engines, feed readers and hosts find: addresses and their languages, titles, descriptions, structured data,
//! sitemaps, feeds, and the files that hosts read.

#[path = "found/xml.rs"]
mod xml;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::support::{Site, between};
use serde_json::Value;
use xml::{Element, parse};

const HOST: &str = "https://tagzym.example/";

/// All files of the portal's frozen copy.
static PORTAL: LazyLock<BTreeMap<String, Vec<u8>>> =
    LazyLock::new(|| Site::portal().build().files());

fn text_of(path: &str) -> &'static str {
    let bytes = PORTAL.get(path).unwrap_or_else(|| panic!("no {path}"));
    std::str::from_utf8(bytes).unwrap()
}

/// The pages that search engines should know: neither redirects, nor those that say otherwise.
fn indexed() -> impl Iterator<Item = (&'static str, &'static str)> {
    let pages = PORTAL.keys().filter(|path| path.ends_with(".html"));
    let pages = pages.map(|path| (path.as_str(), text_of(path)));
    pages.filter(|(_, page)| {
        !page.contains("http-equiv=\"refresh\"") && !page.contains("content=\"noindex\"")
    })
}

/// The file of a whole address of the site.
fn file(url: &str) -> String {
    let path = url
        .strip_prefix(HOST)
        .unwrap_or_else(|| panic!("{url} is none of the site"));
    match path.is_empty() || path.ends_with('/') {
        true => format!("{path}index.html"),
        false => path.to_owned(),
    }
}

/// What begins with `from` in a text, up to `to`, as often as it is there.
fn each<'t>(text: &'t str, from: &'t str, to: &'t str) -> impl Iterator<Item = &'t str> {
    let parts = text.split(from).skip(1);
    parts.map(move |part| part.split_once(to).expect("it ends").0)
}

/// Languages with the address that a page has in each.
type Alternates = BTreeSet<(String, String)>;

/// The hreflang set in the head of a page.
fn in_head(page: &str) -> Alternates {
    let links = each(page, "<link rel=\"alternate\" hreflang=\"", ">");
    let pairs = links.map(|link| {
        let (lang, rest) = link.split_once('"').unwrap();
        (lang.to_owned(), between(rest, "href=\"", "\"").to_owned())
    });
    pairs.collect()
}

/// Every address in the sitemaps with its hreflang set.
fn in_sitemaps() -> BTreeMap<String, Alternates> {
    let mut all = BTreeMap::new();
    let index = parse("sitemap.xml", &PORTAL["sitemap.xml"]);
    assert_eq!(index.name, "sitemapindex");
    let mut named: BTreeSet<String> = BTreeSet::from(["sitemap.xml".to_owned()]);
    for part in index.all("sitemap") {
        let path = file(&part.one("loc").text);
        let bytes = &PORTAL[&path];
        assert!(bytes.len() <= 50_000_000, "{path}");
        let set = parse(&path, bytes);
        assert_eq!(set.attribute("xmlns"), index.attribute("xmlns"), "{path}");
        assert!((1..=50_000).contains(&set.children.len()), "{path}");
        for url in &set.children {
            let (loc, alternates) = of_sitemap(&path, url);
            assert!(all.insert(loc.clone(), alternates).is_none(), "{loc} twice");
        }
        assert!(named.insert(path));
    }
    let files = PORTAL.keys().filter(|path| path.starts_with("sitemap"));
    assert_eq!(files.cloned().collect::<BTreeSet<_>>(), named);
    all
}

fn of_sitemap(path: &str, url: &Element) -> (String, Alternates) {
    assert_eq!(url.name, "url", "{path}");
    for day in url.all("lastmod") {
        let day = &day.text;
        assert!(day.parse::<jiff::civil::Date>().is_ok(), "{path}: {day}");
    }
    let links = url.all("xhtml:link");
    let alternates = links.map(|link| {
        let of = |name| link.attribute(name).expect(path).to_owned();
        assert_eq!(of("rel"), "alternate");
        (of("hreflang"), of("href"))
    });
    let known = ["loc", "lastmod", "xhtml:link"];
    assert!(
        url.children
            .iter()
            .all(|of| known.contains(&of.name.as_str()))
    );
    (url.one("loc").text.clone(), alternates.collect())
}

#[test]
fn page_and_sitemap_name_the_same_languages_and_each_names_them_alike() {
    let sitemaps = in_sitemaps();
    let mut pages = BTreeSet::new();
    for (path, page) in indexed() {
        let canonical = between(page, "<link rel=\"canonical\" href=\"", "\"");
        assert_eq!(file(canonical), path);
        assert_eq!(Some(&in_head(page)), sitemaps.get(canonical), "{path}");
        pages.insert(canonical.to_owned());
    }
    assert_eq!(sitemaps.keys().cloned().collect::<BTreeSet<_>>(), pages);
    assert!(pages.len() > 800, "{}", pages.len());
    let homes = ["", "kk/", "ru/", "en/"].map(|path| format!("{HOST}{path}"));
    for (url, alternates) in &sitemaps {
        let own = alternates.iter().filter(|(_, other)| other == url);
        let default = alternates.iter().find(|(lang, _)| lang == "x-default");
        let (_, default) = default.unwrap_or_else(|| panic!("{url}"));
        assert!(own.count() >= 1, "{url} is not in its own set");
        for (lang, other) in alternates {
            assert_eq!(sitemaps.get(other), Some(alternates), "{url}: {other}");
            let page = text_of(&file(other));
            let is_in = page.contains(&format!("<html lang=\"{lang}\">"));
            assert!(is_in || lang == "x-default", "{other} is not in {lang}");
        }
        match homes.contains(url) {
            true => assert_eq!(default, HOST),
            false => assert!(
                alternates.contains(&("kk".to_owned(), default.clone()))
                    || !alternates.iter().any(|(lang, _)| lang == "kk"),
                "{url}: {default}"
            ),
        }
    }
}

#[test]
fn a_page_that_is_no_place_to_come_to_has_neither_canonical_nor_languages() {
    for path in ["404.html", "kk/404.html", "ru/404.html", "en/404.html"] {
        let page = text_of(path);
        for link in [
            "rel=\"canonical\"",
            "rel=\"alternate\"",
            "application/ld+json",
        ] {
            assert!(!page.contains(link), "{path}: {link}");
        }
        assert!(
            page.contains("<meta name=\"robots\" content=\"noindex\">"),
            "{path}"
        );
    }
}

/// The page of a list, whatever part of it this is.
fn list_of(path: &str) -> &str {
    path.split_once("page/")
        .map_or(path, |(list, _)| list)
        .trim_end_matches("index.html")
}

#[test]
fn titles_and_descriptions_are_each_pages_own() {
    let mut titles = BTreeMap::new();
    let mut descriptions = BTreeMap::new();
    for (path, page) in indexed() {
        let lang = path.split_once('/').map_or("", |(lang, _)| lang);
        let title = between(page, "<title", "</title>")
            .split_once('>')
            .unwrap()
            .1;
        let other = titles.insert((lang, title), path);
        assert_eq!(other, None, "{path}: {title}");
        let description = between(page, "<meta name=\"description\"", ">");
        let description = between(description, " content=\"", "\"");
        let other = descriptions.insert((lang, description), list_of(path));
        assert!(
            other.is_none_or(|other| other == list_of(path)),
            "{path}: {description}"
        );
        let length = title.chars().count();
        assert!((3..=100).contains(&length), "{path}: {title}");
        let length = description.chars().count();
        assert!((40..=240).contains(&length), "{path}: {description}");
        // Nothing stands there twice over.
        for wrong in ["..", "  ", " .", ": :"] {
            assert!(!description.contains(wrong), "{path}: {description}");
        }
        let card = between(page, "<meta name=\"twitter:card\" content=\"", "\"");
        let picture = page.contains("<meta property=\"og:image\" content=\"https://");
        assert_eq!(card == "summary_large_image", picture, "{path}");
    }
    assert!(descriptions.len() > 800, "{}", descriptions.len());
}

#[test]
fn namesakes_are_told_apart() {
    let person = |id: &str, region: &str| {
        format!(
            "- {{id: {id}, kind: person, consent: public, region: {region}, name: {{kk: Асан, ru: Асан, en: Asan}}}}\n"
        )
    };
    let all = [("p-1", "north"), ("p-2", "south"), ("p-3", "south")];
    let all: String = all.iter().map(|(id, region)| person(id, region)).collect();
    let built = Site::base().with("content/patrons/asan.yaml", all).build();
    for (id, title) in [
        ("p-1", "Asan, North"),
        ("p-2", "Asan, p-2"),
        ("p-3", "Asan, p-3"),
        ("steppe", "Steppe"),
    ] {
        let page = built.read(&format!("en/patrons/{id}/index.html"));
        assert_eq!(between(&page, "<title>", " · Site</title>"), title);
    }
}

/// What a page says of itself for machines.
fn things(page: &str) -> Vec<Value> {
    let Some((_, rest)) = page.split_once("<script type=\"application/ld+json\">") else {
        return Vec::new();
    };
    let json = rest.split_once("</script>").unwrap().0;
    let data: Value = serde_json::from_str(json).unwrap();
    assert_eq!(data["@context"], "https://schema.org");
    data["@graph"].as_array().unwrap().clone()
}

#[test]
fn structured_data_is_what_pages_show() {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut head = 0;
    for (path, page) in indexed() {
        let things = things(page);
        for thing in &things {
            let kind = thing["@type"].as_str().unwrap();
            *seen.entry(kind.to_owned()).or_default() += 1;
            match kind {
                "BreadcrumbList" => check_breadcrumbs(path, page, thing),
                "Project" => check_project(path, page, thing),
                "Person" | "Organization" => check_giver(path, thing),
                "WebSite" => check_site(path, page, thing),
                _ => {}
            }
        }
        let json = serde_json::to_string(&things).unwrap().len();
        assert!(json < 2_500, "{path}: {json}");
        head += json;
    }
    let kinds = [
        "BreadcrumbList",
        "Dataset",
        "NewsArticle",
        "Organization",
        "Person",
        "Project",
        "WebSite",
    ];
    assert_eq!(seen.keys().collect::<Vec<_>>(), kinds);
    assert!(head / seen["BreadcrumbList"] < 900, "{head}");
}

fn check_breadcrumbs(path: &str, page: &str, thing: &Value) {
    let steps = thing["itemListElement"].as_array().unwrap();
    let above = between(page, "<nav class=\"breadcrumbs wrap\"", "</nav>");
    // Of one step is no way: the page itself is the second one then.
    let shown = each(above, "<li>", "</li>").count();
    assert_eq!(steps.len(), shown.max(2), "{path}");
    for (nth, step) in steps.iter().enumerate() {
        assert_eq!(step["@type"], "ListItem");
        assert_eq!(step["position"], nth + 1, "{path}");
        assert!(!step["name"].as_str().unwrap().is_empty());
        match step["item"].as_str() {
            Some(url) => drop(text_of(&file(url))),
            None => assert_eq!(nth + 1, steps.len(), "{path}"),
        }
    }
}

/// A project's grant is the sum that readers see, and its funders are patrons with a page.
fn check_project(path: &str, page: &str, thing: &Value) {
    let shown = page
        .split_once("<data id=\"project-sum\"")
        .map(|(_, rest)| rest);
    let shown = shown.map(|rest| between(rest, "value=\"", "\""));
    let value = &thing["funding"]["amount"]["value"];
    match shown {
        // Nothing delivered is no grant.
        Some(sum) if sum != "0" => assert_eq!(value.to_string(), sum, "{path}"),
        _ => assert!(value.is_null(), "{path}: {value}"),
    }
    for funder in thing["funder"].as_array().into_iter().flatten() {
        let id = funder["@id"].as_str().unwrap();
        let (url, _) = id.split_once("#this").unwrap();
        let patron = things(text_of(&file(url)));
        assert!(patron.iter().any(|of| of["@id"] == id), "{path}: {id}");
    }
    assert_eq!(thing["location"]["@type"], "Place");
    assert!(
        thing["@id"]
            .as_str()
            .unwrap()
            .starts_with(&format!("{HOST}kk/projects/"))
    );
}

fn check_giver(path: &str, thing: &Value) {
    assert_eq!(file(thing["url"].as_str().unwrap()), path);
    let id = thing["@id"].as_str().unwrap();
    assert!(
        id.starts_with(&format!("{HOST}kk/patrons/")),
        "{path}: {id}"
    );
}

/// The site has one name in all languages and one publisher, whose news and data are named by it as well.
fn check_site(path: &str, page: &str, thing: &Value) {
    let lang = path.strip_suffix("/index.html").unwrap();
    assert_eq!(path, format!("{lang}/index.html"));
    assert_eq!(thing["@id"], format!("{HOST}#site"));
    assert_eq!(thing["url"], format!("{HOST}{lang}/"));
    assert_eq!(thing["inLanguage"], lang);
    let (_, title) = between(page, "<title", "</title>").split_once('>').unwrap();
    assert_eq!(thing["name"], title);
    let said = between(page, "<meta name=\"description\"", ">");
    assert_eq!(thing["description"], between(said, "content=\"", "\""));
    let publisher = &thing["publisher"];
    assert_eq!(publisher["@type"], "Organization");
    assert_eq!(publisher["@id"], format!("{HOST}#publisher"));
    assert_eq!(publisher["name"], title);
    let data = things(text_of(&format!("{lang}/data/index.html")));
    assert!(data.iter().any(|of| &of["creator"] == publisher));
}

/// Who may not be named is in no structured data, and a gift of theirs names no funder.
#[test]
fn who_is_not_named_funds_without_a_name() {
    let site = Site::base();
    site.edit(
        "content/projects/gym.kk.md",
        "{patron: steppe, ",
        "{patron: p-0001, ",
    );
    site.edit(
        "content/projects/gym.kk.md",
        "patrons: [steppe, p-0001]",
        "patron: p-0001",
    );
    let page = site.build().read("ru/projects/gym/index.html");
    let project = &things(&page)[0];
    assert_eq!(project["funding"]["amount"]["value"], 6_000_000);
    assert_eq!(project.get("funder"), None);
}

#[test]
fn feeds_are_atom() {
    let feeds: Vec<&String> = PORTAL
        .keys()
        .filter(|path| path.ends_with("feed.xml"))
        .collect();
    let regions = PORTAL.keys().filter(|path| {
        path.starts_with("kk/regions/")
            && path.matches('/').count() == 3
            && path.ends_with("index.html")
    });
    // The portal, each region and each of four directions.
    assert_eq!(feeds.len(), 3 * (1 + regions.count() + 4));
    let mut ids: BTreeMap<String, String> = BTreeMap::new();
    let mut kinds = BTreeSet::new();
    for path in feeds {
        let feed = parse(path, &PORTAL[path]);
        let page = path.replace("feed.xml", "index.html");
        let lang = path.split_once('/').unwrap().0;
        assert_eq!(feed.name, "feed");
        assert_eq!(feed.attribute("xmlns"), Some("http://www.w3.org/2005/Atom"));
        assert_eq!(feed.attribute("xml:lang"), Some(lang), "{path}");
        assert!(!feed.one("title").text.is_empty());
        assert!(!feed.one("author").one("name").text.is_empty());
        check_feed_links(path, lang, &feed);
        // The page says that it has the feed.
        let link =
            format!("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/{path}\">");
        assert!(text_of(&page).contains(&link), "{page}");
        let shown = format!("<a href=\"/{path}\">");
        assert!(text_of(&page).contains(&shown), "{page}");
        let mut own = BTreeSet::from([&feed.one("id").text]);
        let mut before = feed.one("updated").text.clone();
        for entry in feed.all("entry") {
            let id = &entry.one("id").text;
            assert!(own.insert(id), "{path}: {id} twice");
            let updated = &entry.one("updated").text;
            assert!(before >= *updated, "{path}: {id}");
            before.clone_from(updated);
            check_entry(path, lang, entry);
            let told = format!(
                "{} {}",
                entry.one("link").attribute("href").unwrap(),
                updated
            );
            assert_eq!(ids.entry(id.clone()).or_insert_with(|| told.clone()), &told);
            kinds.extend(
                entry
                    .all("category")
                    .map(|of| of.attribute("term").unwrap().to_owned()),
            );
        }
        let newest = feed
            .all("entry")
            .next()
            .map(|entry| &entry.one("updated").text);
        let updated = newest.map_or("1991-01-01T00:00:00Z", String::as_str);
        assert_eq!(feed.one("updated").text, updated, "{path}");
    }
    let expected = ["correction", "news", "project", "sample"].map(str::to_owned);
    assert_eq!(kinds, expected.into());
}

fn check_feed_links(path: &str, lang: &str, feed: &Element) {
    let links: Vec<[&str; 4]> = feed
        .all("link")
        .map(|link| {
            ["rel", "type", "hreflang", "href"].map(|name| link.attribute(name).unwrap_or(""))
        })
        .collect();
    let url = format!("{HOST}{path}");
    let page = url.replace("feed.xml", "");
    let atom = "application/atom+xml";
    assert!(links.contains(&["self", atom, "", &url]), "{path}");
    assert!(
        links.contains(&["alternate", "text/html", lang, &page]),
        "{path}"
    );
    for other in ["kk", "ru", "en"]
        .into_iter()
        .filter(|other| *other != lang)
    {
        let (_, rest) = path.split_once('/').unwrap();
        let same = format!("{other}/{rest}");
        assert!(PORTAL.contains_key(&same));
        let url = format!("{HOST}{same}");
        assert!(links.contains(&["alternate", atom, other, &url]), "{path}");
    }
    assert_eq!(links.len(), 4);
}

fn check_entry(path: &str, lang: &str, entry: &Element) {
    let id = &entry.one("id").text;
    let begin = format!("tag:tagzym.example,2026:/{lang}/");
    assert!(id.starts_with(&begin), "{path}: {id}");
    assert!(
        id.chars()
            .all(|letter| letter.is_ascii_alphanumeric() || ":.,/-".contains(letter))
    );
    let updated = &entry.one("updated").text;
    assert!(updated.parse::<jiff::Timestamp>().is_ok() && updated.ends_with("T00:00:00Z"));
    assert!(!entry.one("title").text.trim().is_empty(), "{path}: {id}");
    assert!(!entry.one("summary").text.trim().is_empty(), "{path}: {id}");
    let link = entry.one("link");
    assert_eq!(link.attribute("hreflang"), Some(lang));
    let (page, anchor) = match link.attribute("href").unwrap().split_once('#') {
        Some((page, anchor)) => (page, Some(anchor)),
        None => (link.attribute("href").unwrap(), None),
    };
    let page = file(page);
    assert!(page.starts_with(&format!("{lang}/")), "{path}: {page}");
    let text = text_of(&page);
    // What is not in the language is left out.
    assert!(!text.contains("content=\"noindex\""), "{path}: {page}");
    if let Some(anchor) = anchor {
        assert!(
            text.contains(&format!("id=\"{anchor}\"")),
            "{path}: {anchor}"
        );
    }
}

/// A year or a month stands for its first day; a project of which nothing has a day is not there.
#[test]
fn an_entry_is_as_new_as_what_the_content_dates() {
    let site = Site::base();
    site.edit(
        "content/projects/gym.kk.md",
        "completed: 2020-09-01",
        "completed: 2021",
    );
    let updated = |site: &Site| -> Vec<String> {
        let feed = parse("feed", site.build().read("kk/feed.xml").as_bytes());
        feed.all("entry")
            .map(|entry| entry.one("updated").text.clone())
            .collect()
    };
    assert_eq!(updated(&site), ["2021-01-01T00:00:00Z"]);
    site.edit(
        "content/projects/gym.kk.md",
        "completed: 2021",
        "completed: 2021-04",
    );
    assert_eq!(updated(&site), ["2021-04-01T00:00:00Z"]);
    let planned =
        "---\ntitle: Ж\nregion: north\ndirection: charity\nstatus: planned\nstarted: 2030\n---\n";
    site.write("content/projects/planned.kk.md", planned);
    assert_eq!(updated(&site), ["2021-04-01T00:00:00Z"]);
    site.write(
        "content/corrections/one.yaml",
        "date: 2022-05\nrecords: [project/gym]\nreason: {kk: а, ru: б, en: c}\n",
    );
    assert_eq!(updated(&site), ["2022-05-01T00:00:00Z"; 2]);
}

#[test]
fn what_a_site_says_to_hosts_stands_before_what_we_say() {
    let alone = Site::base().build();
    assert_eq!(
        alone.read("robots.txt"),
        format!("User-agent: *\nDisallow:\n\nSitemap: {HOST}sitemap.xml\n")
    );
    assert_eq!(alone.read("_redirects"), "");
    let robots = "User-agent: *\nDisallow: /media/\n";
    let site = Site::base()
        .with("content/static/robots.txt", robots)
        .with("content/static/_headers", "/*\n  X-Own: yes\n")
        .with("content/static/_redirects", "/old /kk/ 302\n");
    site.edit(
        "content/projects/gym.kk.md",
        "title: Спорт залы",
        "title: Спорт залы\naliases: [sport, /зал/a b.html]",
    );
    let built = site.build();
    assert_eq!(built.told, Vec::<String>::new());
    assert_eq!(
        built.read("robots.txt"),
        format!("{robots}\nSitemap: {HOST}sitemap.xml\n")
    );
    let headers = built.read("_headers");
    assert_eq!(
        headers.strip_prefix("/*\n  X-Own: yes\n\n"),
        Some(&*alone.read("_headers"))
    );
    let redirects = built.read("_redirects");
    let lines: Vec<&str> = redirects.lines().collect();
    assert_eq!(
        lines,
        [
            "/old /kk/ 302",
            "",
            "/en/projects/sport/ /en/projects/gym/ 301",
            "/kk/projects/sport/ /kk/projects/gym/ 301",
            "/ru/projects/sport/ /ru/projects/gym/ 301",
            "/%D0%B7%D0%B0%D0%BB/a%20b.html /kk/projects/gym/ 301",
        ]
    );
    // Hosts that know nothing of the file have a page there.
    let page = built.read("ru/projects/sport/index.html");
    assert!(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=/ru/projects/gym/\">"));
    assert!(!page.contains("noindex"));
}

#[test]
fn headers_say_what_pages_say_and_who_may_frame_them() {
    let headers = text_of("_headers");
    let policy = between(
        text_of("kk/index.html"),
        "Content-Security-Policy\" content=\"",
        "\"",
    );
    let rules: BTreeMap<&str, Vec<&str>> = headers
        .split("\n/")
        .map(|rule| {
            let mut lines = rule.lines();
            (
                lines.next().unwrap().trim_start_matches('/'),
                lines.map(str::trim).collect(),
            )
        })
        .collect();
    let framed = format!("Content-Security-Policy: {policy}");
    let nowhere = format!("{framed}; frame-ancestors 'none'");
    for pages in ["", "404.html", "kk/*", "ru/*", "en/*"] {
        assert_eq!(rules[pages], [&nowhere], "{pages}");
    }
    for pages in ["kk/embed/*", "ru/embed/*", "en/embed/*"] {
        assert_eq!(
            rules[pages],
            ["! Content-Security-Policy", &framed],
            "{pages}"
        );
    }
    for files in ["assets/*", "search/pieces/*"] {
        assert!(rules[files][0].ends_with("immutable"), "{files}");
    }
}
