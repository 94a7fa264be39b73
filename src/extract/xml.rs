//! Texts of XML: what stands between the tags of a document's part, and in their attributes.
//!
//! Word processors cut a word at any letter to mark where it was edited; so it is put together again: only the end of a
//! paragraph or of a cell parts words in the one reading, every tag does in the other.

use std::borrow::Cow;

/// What parts words by its very meaning: paragraphs, cells, breaks, tabs.
const BLOCKS: [&str; 27] = [
    "p",
    "h",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "br",
    "tab",
    "cr",
    "line-break",
    "c",
    "si",
    "row",
    "tr",
    "td",
    "th",
    "li",
    "div",
    "table-cell",
    "table-row",
    "list-item",
    "title",
    "text:s",
    "sheet",
    "comment",
];

/// The readings of a text with tags.
pub(super) fn readings(xml: &str) -> [Cow<'static, str>; 3] {
    let (joined, parted, mut attributes) = (joined(xml), parts(xml, |_| " "), String::new());
    for (_, tag) in pieces(xml) {
        let mut values = tag.split(['"', '\'']);
        while let (Some(_), Some(value)) = (values.next(), values.next()) {
            attributes.push_str(value);
            attributes.push_str("\n.\n");
        }
    }
    [joined.into(), parted.into(), attributes.into()]
}

/// The text in which words that are cut are whole again.
pub(super) fn joined(xml: &str) -> String {
    parts(xml, |tag| {
        let tag = tag.trim_start_matches(['<', '/']);
        let end = tag.find([' ', '>', '/', '\n', '\t']).unwrap_or(tag.len());
        let name = &tag[..end];
        let local = name.rsplit_once(':').map_or(name, |(_, local)| local);
        match BLOCKS.contains(&local) || name == "text:s" {
            true => "\n",
            false => "",
        }
    })
}

fn parts(xml: &str, between: impl Fn(&str) -> &'static str) -> String {
    let mut text = String::with_capacity(xml.len() / 2);
    for (words, tag) in pieces(xml) {
        text.push_str(words);
        if !tag.is_empty() {
            text.push_str(between(tag));
        }
    }
    text
}

/// Each text with the tag after it.
fn pieces(xml: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = xml;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let start = rest.find('<').unwrap_or(rest.len());
        let length = rest[start..]
            .find('>')
            .map_or(rest.len() - start, |end| end + 1);
        let piece = (&rest[..start], &rest[start..start + length]);
        rest = &rest[start + length..];
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_is_cut_is_whole_again() {
        let xml =
            "<w:p><w:r><w:t>Осп</w:t></w:r><w:r><w:t>ан</w:t></w:r></w:p><w:p a=\"x y\">б</w:p>";
        let [joined, parted, attributes] = readings(xml);
        assert_eq!(joined, "\nОспан\n\nб\n");
        assert!(parted.contains("Осп    ан"), "{parted}");
        assert_eq!(attributes, "x y\n.\n");
    }
}
