//! Drawings in SVG: whether one only shows something. A browser that opens one runs its scripts as if they were the site's.
//!
//! Takes the text of a file, gives the first thing in it that a drawing needs not. What looks harmless here is allowed; what is not
//! understood is not.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// What a drawing holds that does more than show something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Active {
    /// A script, also one that begins by itself or by a click.
    Script,
    /// The address of something outside of the drawing.
    Link,
    /// Something that is no drawing: a page, a film.
    Foreign,
    /// It is not well-formed, or defines words of its own, so it may mean anything.
    Broken,
}

/// The first active thing in a drawing.
pub(crate) fn active(text: &str) -> Option<Active> {
    let mut reader = Reader::from_str(text);
    let mut in_style = false;
    loop {
        let found = match reader.read_event() {
            Err(_) => Some(Active::Broken),
            Ok(Event::Eof) => return None,
            Ok(Event::DocType(of)) => of.contains("<!ENTITY").then_some(Active::Broken),
            Ok(Event::PI(of)) => of.starts_with("xml-stylesheet").then_some(Active::Link),
            Ok(Event::Start(tag)) => {
                in_style = tag.local_name().as_ref() == "style";
                of_tag(&tag)
            }
            Ok(Event::Empty(tag)) => of_tag(&tag),
            Ok(Event::End(_)) => {
                in_style = false;
                None
            }
            Ok(Event::Text(of)) if in_style => of_style(&of),
            Ok(Event::CData(of)) if in_style => of_style(&of),
            // A letter of a word that is looked for.
            Ok(Event::GeneralRef(_)) if in_style => Some(Active::Link),
            Ok(_) => None,
        };
        if found.is_some() {
            return found;
        }
    }
}

fn of_tag(tag: &BytesStart<'_>) -> Option<Active> {
    let name = tag.local_name().as_ref().to_ascii_lowercase();
    match name.as_str() {
        "script" | "handler" | "listener" => return Some(Active::Script),
        "foreignobject" | "iframe" | "embed" | "object" | "audio" | "video" | "html" | "body"
        | "link" | "meta" | "form" => return Some(Active::Foreign),
        _ => {}
    }
    for attribute in tag.attributes() {
        let Ok(attribute) = attribute else {
            return Some(Active::Broken);
        };
        let key = attribute.key.local_name().as_ref().to_ascii_lowercase();
        let value = attribute.value;
        let found = match key.as_str() {
            _ if key.starts_with("on") => Some(Active::Script),
            "href" | "src" => of_address(&value),
            "style" => of_style(&value),
            // An animation that writes an address.
            "attributename" => value
                .to_ascii_lowercase()
                .ends_with("href")
                .then_some(Active::Link),
            _ => of_style(&value),
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Addresses within the drawing, and pictures in it, are no links.
fn of_address(value: &str) -> Option<Active> {
    let mut address: String = value.chars().filter(|of| !of.is_whitespace()).collect();
    address.make_ascii_lowercase();
    let pictures = [
        "data:image/png",
        "data:image/jpeg",
        "data:image/webp",
        "data:image/gif",
    ];
    let is_inside = address.starts_with('#') || address.is_empty();
    match () {
        () if is_inside || pictures.iter().any(|of| address.starts_with(of)) => None,
        () if address.contains("script:") || address.contains('&') => Some(Active::Script),
        () => Some(Active::Link),
    }
}

fn of_style(value: &str) -> Option<Active> {
    let style = value.to_ascii_lowercase();
    // An escape could write any of these words.
    if style.contains("@import") || style.contains("url") && style.contains(['\\', '&']) {
        return Some(Active::Link);
    }
    let mut addresses = style.match_indices("url(").map(|(at, of)| {
        let rest = style[at + of.len()..].trim_start_matches([' ', '"', '\'']);
        &rest[..rest.find(')').unwrap_or(rest.len())]
    });
    addresses.find_map(of_address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawings_that_only_show_something_are_told_from_others() {
        let of = |inside: &str| {
            active(&format!(
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">{inside}</svg>"
            ))
        };
        for harmless in [
            "",
            "<title>A &amp; B</title><path d=\"M0 0\" style=\"fill:url(#a)\" fill=\"url( '#b' )\"/>",
            "<use xlink:href=\"#a\"/><use href=' #a'/><style>path{fill:red}</style>",
            "<image href=\"data:image/png;base64,AAAA\"/>",
            "<metadata><rdf:RDF><cc:Work rdf:about=\"http://example.org\"/></rdf:RDF></metadata>",
            "<a><text>script</text></a>",
        ] {
            assert_eq!(of(harmless), None, "{harmless}");
        }
        for (wrong, what) in [
            ("<script>alert(1)</script>", Active::Script),
            ("<svg:script/>", Active::Script),
            ("<g onclick=\"a()\"/>", Active::Script),
            ("<g oNload='a()'/>", Active::Script),
            ("<a href=\"java\nscript:a()\"/>", Active::Script),
            ("<a href=\"&#106;avascript:a()\"/>", Active::Script),
            ("<a xlink:href=\"https://example.org\"/>", Active::Link),
            ("<image href=\"//example.org/a.png\"/>", Active::Link),
            ("<use href=\"other.svg#a\"/>", Active::Link),
            ("<use href=\"data:image/svg+xml,a\"/>", Active::Link),
            ("<path fill=\"url(http://example.org#a)\"/>", Active::Link),
            ("<style>@import 'a.css';</style>", Active::Link),
            (
                "<style><![CDATA[a{fill:url(b.svg)}]]></style>",
                Active::Link,
            ),
            ("<path style=\"fill:u\\72l(url)\"/>", Active::Link),
            ("<set attributeName=\"xlink:href\" to=\"a\"/>", Active::Link),
            ("<foreignObject/>", Active::Foreign),
            ("<html:iframe/>", Active::Foreign),
            ("<g></a>", Active::Broken),
            ("<g a=1/>", Active::Broken),
        ] {
            assert_eq!(of(wrong), Some(what), "{wrong}");
        }
        assert_eq!(
            active("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>"),
            Some(Active::Broken)
        );
        assert_eq!(
            active("<?xml-stylesheet href=\"a.css\"?><svg/>"),
            Some(Active::Link)
        );
    }
}
