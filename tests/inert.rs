//! Nothing active comes out: every text field of every record, and every place of a Markdown text, holds what would be a
//! tag, an attribute, an address or a template; every page that is made of them holds no element, attribute or scheme
//! but those of the theme.

#[path = "inert/content.rs"]
mod content;
#[path = "inert/html.rs"]
mod html;

use crate::photos;

use std::collections::BTreeMap;

use crate::support::Site;
use content::{PICTURED, files};
use html::{check_page, check_xml, shown};

/// Texts that break out of somewhere: of an element, an attribute, a script, XML, a template, an address, a table.
const HOSTILE: [&str; 12] = [
    r#""><img src=x onerror=alert(1)>"#,
    "<script>alert(1)</script>",
    "' onmouseover='alert(1)' x='",
    "</title></script></style></textarea></svg><svg/onload=alert(1)>",
    "]]><!-- --><!DOCTYPE x [<!ENTITY y 'z'>]>&y;",
    "{{ 7 * 191 }} {% include \"x\" %} {# gone #} ${7*191} { $money } { NUMBER($x) }",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "&lt;b&gt; &amp; &#60;b&#62; &quot; %3Cscript%3E \\u003cscript\\u003e \\x3c",
    "=HYPERLINK(\"https://evil.example\")",
    "\u{2028}\u{2029}\u{202e}\u{feff}\u{200b}`${x}`",
    "a\nb\tc",
];

/// Every text that is made of a site; the site has to be sound.
fn made(files: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let picture = photos::jpeg((640, 400), |_, _| [90, 120, 150]);
    let pictures = PICTURED.map(|folder| (format!("content/{folder}/a b.jpg"), &picture));
    let site = Site::empty().with_all(files).with_all(pictures);
    let made = site.build().files();
    let texts = made
        .into_iter()
        .filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?)));
    texts.collect()
}

fn check_all(made: &BTreeMap<String, String>) {
    for (path, text) in made {
        match path.rsplit_once('.').map(|(_, format)| format) {
            Some("html") => check_page(path, text),
            Some("xml") => check_xml(path, text),
            Some("json") => drop(serde_json::from_str::<serde_json::Value>(text).expect(path)),
            _ => {}
        }
    }
}

#[test]
fn no_text_becomes_active() {
    for hostile in HOSTILE {
        let made = made(&files(hostile));
        check_all(&made);
        // It is not lost either: readers see it as it was written.
        for page in [
            "kk/patrons/steppe/index.html",
            "ru/projects/gym/index.html",
            "en/awards/best/index.html",
            "kk/about/index.html",
            "kk/index.html",
        ] {
            let text = shown(&made[page]);
            let wanted = hostile.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(text.contains(&wanted), "{page} does not show {wanted:?}");
            assert!(!text.contains("1337"), "{page}: a template was run");
        }
    }
}

#[test]
fn all_at_once() {
    // As many as fit into a name.
    let mut texts: Vec<String> = Vec::new();
    for hostile in HOSTILE {
        let fits = |text: &&mut String| text.chars().count() + hostile.chars().count() < 300;
        match texts.last_mut().filter(fits) {
            Some(text) => *text = format!("{text} {hostile}"),
            None => texts.push(hostile.to_owned()),
        }
    }
    assert!(texts.len() < HOSTILE.len());
    for text in texts {
        check_all(&made(&files(&text)));
    }
}

/// The check itself sees what it is for.
#[test]
fn the_check_is_awake() {
    let page = made(&files("plain"))["kk/about/index.html"].clone();
    check_page("page", &page);
    for bad in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<p onclick=\"x\">a</p>",
        "<p style=\"color: red\">a</p>",
        "<a href=\"javascript:alert(1)\">a</a>",
        "<a href=\"JaVaScRiPt&#58;alert(1)\">a</a>",
        "<a href=\"//evil.example\">a</a>",
        "<iframe src=\"/\"></iframe>",
        "<style>p {}</style>",
        "<base href=\"/\">",
        "<!-- a -->",
        "a < b",
        "<p title=\"a\"b\">a</p>",
        "<svg><script href=\"/x.js\"></script></svg>",
        "<form action=\"/\"></form>",
    ] {
        let changed = page.replace("<main", &format!("{bad}<main"));
        let caught = std::panic::catch_unwind(|| check_page("page", &changed));
        assert!(caught.is_err(), "not seen: {bad}");
    }
    for without in ["default-src 'none'", "<meta http-equiv="] {
        let changed = page.replace(without, "<meta name=");
        assert!(std::panic::catch_unwind(|| check_page("page", &changed)).is_err());
    }
    assert!(std::panic::catch_unwind(|| check_xml("x", "<a><b></a>")).is_err());
    assert!(std::panic::catch_unwind(|| check_xml("x", "<a>&nbsp;</a>")).is_err());
}
