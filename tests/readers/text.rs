//! What a reader meets on a page, piece by piece, each with the language that it is marked with.

/// A text between two tags, or one that an attribute holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The language of the nearest element that states one.
    pub lang: String,
    pub text: String,
    /// `p`, or `img alt`.
    pub place: String,
    /// Written by an editor as a text of its own, not by the theme.
    pub prose: bool,
    /// Code and samples of files.
    pub code: bool,
}

const VOID: &str = " base meta link img br hr col source input ";
const ATTRIBUTES: &str = " alt title aria-label placeholder label ";
/// The `meta` elements whose `content` is for readers.
const META: &str = " description og:title og:description og:site_name ";

struct Open<'p> {
    name: &'p str,
    lang: String,
    prose: bool,
    code: bool,
}

/// All pieces of a page, in their order. The page is one that the theme made: tags are closed, values are quoted.
pub fn pieces(page: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut rest = page;
    while let Some((text, after)) = rest.split_once('<') {
        if let Some(inside) = open.last().filter(|_| !text.trim().is_empty()) {
            pieces.push(Piece {
                lang: inside.lang.clone(),
                text: decode(text),
                place: inside.name.to_owned(),
                prose: inside.prose,
                code: inside.code,
            });
        }
        let (tag, after) = after.split_once('>').expect("a tag ends");
        rest = after;
        if tag.starts_with('!') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            let closed = open.pop().expect("what is closed was open");
            assert_eq!(closed.name, name);
            continue;
        }
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        let attribute = |key: &str| {
            let (_, rest) = tag.split_once(&format!(" {key}=\""))?;
            rest.split_once('"').map(|(value, _)| value)
        };
        let outer = open.last();
        let element = Open {
            name,
            lang: attribute("lang").map_or_else(
                || outer.map_or_else(String::new, |outer| outer.lang.clone()),
                str::to_owned,
            ),
            prose: outer.is_some_and(|outer| outer.prose)
                || attribute("class").is_some_and(|class| class.split(' ').any(|c| c == "prose")),
            // What a script element holds is for machines.
            code: outer.is_some_and(|outer| outer.code)
                || matches!(name, "code" | "pre" | "script"),
        };
        let mut texts: Vec<(&str, &str)> = ATTRIBUTES
            .split_whitespace()
            .filter_map(|key| attribute(key).map(|value| (key, value)))
            .collect();
        let for_readers = attribute("name").or(attribute("property"));
        if name == "meta" && for_readers.is_some_and(|kind| META.contains(&format!(" {kind} "))) {
            texts.extend(attribute("content").map(|value| ("content", value)));
        }
        for (key, value) in texts {
            pieces.push(Piece {
                lang: element.lang.clone(),
                text: decode(value),
                place: format!("{name} {key}"),
                prose: element.prose,
                code: false,
            });
        }
        if !VOID.contains(&format!(" {name} ")) && !tag.ends_with('/') {
            open.push(element);
        }
    }
    assert!(open.is_empty(), "not closed: {}", open.len());
    pieces
}

fn decode(text: &str) -> String {
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (code, character)| {
        text.replace(code, character)
    })
}
