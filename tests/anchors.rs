//! Ids of pages: no page has one twice, whatever headings its text has; and links to them are checked.

use crate::support;

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{Site, repository, tree};

/// The values of all attributes `id` of a page.
fn ids(html: &str) -> Vec<&str> {
    let values = html.split(" id=\"").skip(1);
    values.filter_map(|rest| rest.split('"').next()).collect()
}

/// Every id that stands twice on a page.
fn doubled(pages: &BTreeMap<String, String>) -> Vec<String> {
    let mut told = Vec::new();
    for (path, html) in pages {
        let mut seen = BTreeSet::new();
        for id in ids(html) {
            if !seen.insert(id) {
                told.push(format!("{path}: {id}"));
            }
        }
    }
    told
}

#[test]
fn no_heading_has_the_id_of_another_element() {
    let site = Site::portal().copied();
    // Headings for all ids that pages have, and for all that templates can make.
    let built = site.build().pages();
    let mut words: BTreeSet<String> = built
        .values()
        .flat_map(|html| ids(html))
        .map(str::to_owned)
        .collect();
    for template in tree(&repository("themes/tagzym/templates")).values() {
        let template = String::from_utf8_lossy(template).into_owned();
        words.extend(
            ids(&template)
                .into_iter()
                .map(|id| id.replace("{{ of.", "").replace(" }}", "")),
        );
    }
    assert!(words.contains("by-year") && words.len() > 40, "{words:?}");
    let headings: String = words
        .iter()
        .map(|id| format!("## {}\n\nx\n\n", id.replace('-', " ")))
        .collect();
    let front = |title: &str| format!("---\ntitle: {title}\nsample: true\n---\n\n{headings}");
    for lang in ["kk", "ru", "en"] {
        for record in [
            "regions/north-kazakhstan",
            "regions/almaty-region",
            "patrons/ulgi-qurylys",
            "patrons/mysal-ulgiuly",
        ] {
            site.write(&format!("content/{record}.{lang}.md"), front("x"));
        }
        for text in [
            "pages/contacts",
            "pages/about",
            "projects/akmola/warm-winter",
            "news/interregional-seminar",
        ] {
            let path = format!("content/{text}.{lang}.md");
            if site.path(&path).exists() {
                let old = site.read(&path);
                site.write(&path, format!("{old}\n\n{headings}"));
            }
        }
    }
    let built = site.build().pages();
    let north = &built["en/regions/north-kazakhstan/index.html"];
    assert!(
        north.contains("<h2 id=\"by-year-2\">"),
        "the prose is shown"
    );
    assert_eq!(doubled(&built), Vec::<String>::new());
}

/// The addresses of all links in the text of a page.
fn urls(page: &str) -> Vec<&str> {
    let text = support::between(page, "<div class=\"prose\"", "</div>");
    let urls = text.split("<a href=\"").skip(1);
    urls.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn anchors_of_every_page_are_known_on_the_own_page_as_on_others() {
    let text = "[a](#) [b](#top) [c](#TOP) [d](#main) [e](/kk/x/#main) [f](@page/x#top) [g](/kk/x/#)\n\n[](#)\n";
    let site = Site::base().with(
        "content/pages/x.kk.md",
        format!("---\ntitle: Х\n---\n\n{text}"),
    );
    assert_eq!(site.check(), Vec::<String>::new());
    let page = site.build().read("kk/x/index.html");
    let expected = [
        "#",
        "#top",
        "#TOP",
        "#main",
        "/kk/x/#main",
        "/kk/x/#top",
        "/kk/x/#",
        "#",
    ];
    assert_eq!(urls(&page), expected);
    assert!(page.contains("<a href=\"#\">#</a>"), "no link is empty");
    // What is only near to one is told.
    site.write(
        "content/pages/x.kk.md",
        "---\ntitle: Х\n---\n\n[a](#topp) [b](#mian)\n",
    );
    let found = site.check();
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[1].starts_with("T0308"), "{found:?}");
}

#[test]
fn redirects_lead_on_as_the_paper_says() {
    let site = Site::base()
        .with(
            "content/pages/x.kk.md",
            "---\ntitle: Х\naliases: [ескі атау, /old/спорт%20зал/, \"/есеп №2 (жаңа).html\", /old/a+b]\n---\n\n[a](/old/спорт%20зал/) [b](</old/спорт зал>) [c](/kk/ескі%20атау/)\n",
        );
    assert_eq!(site.check(), Vec::<String>::new());
    let built = site.build();
    // An old last part leads on in every language, an old path to the default one.
    for (path, leads_to) in [
        ("kk/ескі атау/index.html", "/kk/x/"),
        ("ru/ескі атау/index.html", "/ru/x/"),
        ("old/спорт зал/index.html", "/kk/x/"),
        ("есеп №2 (жаңа).html", "/kk/x/"),
        ("old/a+b/index.html", "/kk/x/"),
    ] {
        let page = built.read(path);
        assert!(
            page.contains(&format!("0; url={leads_to}\"")),
            "{path}: {page}"
        );
        assert!(!page.contains("noindex"), "{path}");
    }
    let page = built.read("kk/x/index.html");
    // A link goes to where the old address leads, at once.
    assert_eq!(urls(&page), ["/kk/x/"; 3]);
}

#[test]
fn addresses_are_read_as_they_are_copied_and_come_out_as_they_should_be() {
    let links = "\
[a](/%D0%B5%D1%81%D0%B5%D0%BF.pdf) [b](</құжат/жоспар 2024.pdf>) [c](/құжат/жоспар%202024.pdf)
[d](/n/a%20b.pdf) [e](/n/a%2520b.pdf) [f](https://tagzym.example/portal/kk/regions/north)
[g](/portal/kk/regions/north/#by-year) [h](/kk/regions/north?x#by-year) [i](https://TAGZYM.example/portal)
[j](@region/north#by-year) [k](#%61) [l](https://tagzym.example/other/)
[m](HTTPS://Tagzym.Example/portal/kk/regions/north/index.html?x#by-year) [n](/index.html)

## A
";
    let settings = Site::base()
        .read("site.toml")
        .replace("tagzym.example\"", "tagzym.example/portal\"");
    let site = Site::base()
        .with("site.toml", settings)
        .with("content/static/есеп.pdf", "a")
        .with("content/static/құжат/жоспар 2024.pdf", "a")
        .with("content/static/n/a%20b.pdf", "a")
        .with("content/pages/x.kk.md", format!("---\ntitle: Х\naliases: [/portal/older/, /%D0%B5%D1%81%D0%BA%D1%96/]\n---\n\n{links}"));
    assert_eq!(site.check(), Vec::<String>::new());
    let built = site.build();
    let page = built.read("kk/x/index.html");
    let main = support::between(&page, "<main", "</main>");
    let urls: Vec<&str> = main
        .split("<a href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let expected = [
        "/portal/есеп.pdf",
        "/portal/құжат/жоспар%202024.pdf",
        "/portal/құжат/жоспар%202024.pdf",
        "/portal/n/a%2520b.pdf",
        "/portal/n/a%2520b.pdf",
        "/portal/kk/regions/north/",
        "/portal/kk/regions/north/#by-year",
        "/portal/kk/regions/north/?x#by-year",
        "/portal/",
        "/portal/kk/regions/north/#by-year",
        "#a",
        "https://tagzym.example/other/",
        "/portal/kk/regions/north/?x#by-year",
        "/portal/",
    ];
    let found: Vec<&&str> = urls.iter().filter(|url| expected.contains(url)).collect();
    let expected: Vec<&&str> = expected.iter().collect();
    assert_eq!(found, expected, "{urls:?}");
    let old: Vec<&str> = built
        .paths()
        .filter(|path| path.contains("older") || path.contains("ескі"))
        .collect();
    assert_eq!(old, ["older/index.html", "ескі/index.html"]);
    assert!(!built.read("older/index.html").contains("noindex"));
}

/// Every link to a place of the same page that is not there.
fn lost(pages: &BTreeMap<String, String>) -> Vec<String> {
    let mut told = Vec::new();
    for (path, html) in pages {
        let ids: BTreeSet<&str> = ids(html).into_iter().collect();
        let links = html.split(" href=\"#").skip(1);
        let links = links.filter_map(|rest| rest.split('"').next());
        let lost = links.filter(|link| !link.is_empty() && !ids.contains(link));
        told.extend(lost.map(|link| format!("{path}: #{link}")));
    }
    told
}

#[test]
fn links_within_a_page_lead_to_something() {
    // Few records, so that most lists are empty.
    for site in [Site::base(), Site::portal()] {
        let pages = site.build().pages();
        let links: usize = pages
            .values()
            .map(|html| html.matches(" href=\"#").count())
            .sum();
        assert!(links > 100, "{links} links within pages");
        assert_eq!(lost(&pages), [""; 0]);
    }
}
