//! HTML validator for tests: whether a prose is well-formed, with no tag but our own, each in its place.

use crate::model::prose::{Part, Prose, Target};

/// The elements that prose is made of.
const ELEMENTS: [&str; 27] = [
    "p",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "em",
    "strong",
    "del",
    "code",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "div",
    "span",
    "sup",
    "section",
    "a",
    "figure",
];

/// Those that hold words, and no block.
const OF_WORDS: [&str; 12] = [
    "p", "h2", "h3", "h4", "h5", "h6", "em", "strong", "del", "code", "span", "sup",
];

/// Those that stand among words.
const WORDS: [&str; 7] = ["em", "strong", "del", "code", "span", "sup", "a"];

/// Holds that the HTML has no tag but ours, each closed where it must be, and that nothing stands where it must not.
pub(super) fn check_tags(prose: &Prose) {
    let mut open: Vec<&str> = Vec::new();
    let mut was_html = false;
    for part in &prose.parts {
        assert!(
            !(was_html && matches!(part, Part::Html(_))),
            "HTML next to HTML"
        );
        was_html = matches!(part, Part::Html(_));
        match part {
            Part::Html(html) => check_html(html, &mut open),
            Part::LinkStart(slot) => {
                if let Target::Web(address) = &slot.of {
                    let known = ["http://", "https://", "mailto:", "tel:"];
                    assert!(
                        known
                            .iter()
                            .any(|scheme| address.to_ascii_lowercase().starts_with(scheme)),
                        "{address}"
                    );
                }
                enter("a", &mut open);
            }
            Part::LinkEnd => assert_eq!(open.pop(), Some("a")),
            Part::Label(_) => assert_eq!(open.last(), Some(&"a")),
            Part::Picture(_) | Part::Drawing(_) => {
                enter("figure", &mut open);
                open.pop();
            }
        }
    }
    assert!(open.is_empty(), "not closed: {open:?}");
}

fn check_html<'a>(html: &'a str, open: &mut Vec<&'a str>) {
    assert!(!html.is_empty());
    let mut rest = html;
    while let Some((text, tag)) = rest.split_once('<') {
        check_text(text, open);
        let (tag, after) = tag.split_once('>').expect("a tag that does not end");
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "</{name}>");
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        check_attributes(attributes);
        if !["br", "hr"].contains(&name) {
            enter(name, open);
        }
    }
    check_text(rest, open);
}

fn check_text(text: &str, open: &[&str]) {
    assert!(!text.contains(['>', '"', '\'']), "not escaped: {text}");
    let entities = ["amp;", "lt;", "gt;", "quot;", "#39;"];
    for after in text.split('&').skip(1) {
        assert!(
            entities.iter().any(|entity| after.starts_with(entity)),
            "not escaped: &{after}"
        );
    }
    let lists = ["ul", "ol", "table", "thead", "tbody", "tr"];
    let is_stray = open.last().is_some_and(|name| lists.contains(name));
    assert!(
        !is_stray || text.trim().is_empty(),
        "{text:?} stands in {open:?}"
    );
}

fn check_attributes(attributes: &str) {
    for attribute in attributes
        .split_terminator("\" ")
        .map(|attribute| attribute.trim_end_matches('"'))
    {
        let (name, value) = attribute
            .split_once("=\"")
            .expect("an attribute without a value");
        let known = ["id", "class", "start", "scope", "href", "tabindex"];
        assert!(known.contains(&name), "{attribute}");
        assert!(name != "href" || value.starts_with("#fn"), "{attribute}");
        let letter = |letter: char| letter.is_ascii_alphanumeric() || "#-_+".contains(letter);
        assert!(value.chars().all(letter), "{attribute}");
    }
}

/// Opens an element, where it may stand.
fn enter<'a>(name: &'a str, open: &mut Vec<&'a str>) {
    assert!(ELEMENTS.contains(&name), "<{name}>");
    let parent = open.last().copied().unwrap_or_default();
    let of_words = open.iter().any(|parent| OF_WORDS.contains(parent));
    assert!(
        !of_words || WORDS.contains(&name),
        "<{name}> stands in {open:?}"
    );
    let parents: &[&str] = match name {
        "li" => &["ul", "ol"],
        "thead" | "tbody" => &["table"],
        "tr" => &["thead", "tbody"],
        "th" | "td" => &["tr"],
        _ => &[],
    };
    assert!(
        parents.is_empty() || parents.contains(&parent),
        "<{name}> stands in {open:?}"
    );
    assert!(name != "a" || !open.contains(&"a"), "a link in a link");
    open.push(name);
}
