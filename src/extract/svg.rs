//! Drawings in SVG: whether one only shows something. A browser that opens one runs its scripts as if they were the site's.
//!
//! Takes the bytes of a file, gives the first thing in it that a drawing needs not, with its line. They are read as a browser reads
//! them: as strict XML, with its namespaces and entities, and styles as CSS. What looks harmless here is allowed; what is not
//! understood is not.

use std::io::Read;

use flate2::read::MultiGzDecoder;
use resvg::usvg::roxmltree::{Attribute, Document, Error as XmlError, Node, ParsingOptions};

/// What a drawing holds that does more than show something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Active {
    /// A script, also one that begins by itself or by a click.
    Script,
    /// The address of something outside of the drawing.
    Link,
    /// Something that is no drawing: a page, a film.
    Foreign,
    /// It is too large to be looked through.
    Large,
    /// It is no drawing that is well-formed, or defines words of its own, so it may mean anything.
    Broken,
}

/// The first active thing in a drawing, and the line in which it begins. Browsers unpack what a host says is packed.
pub(crate) fn active(bytes: &[u8]) -> Option<(Active, u32)> {
    if !bytes.starts_with(b"\x1f\x8b") {
        return of_plain(bytes);
    }
    let mut plain = Vec::new();
    let mut unpacked = MultiGzDecoder::new(bytes).take(MOST_UNPACKED + 1);
    match unpacked.read_to_end(&mut plain) {
        Ok(length) if length as u64 <= MOST_UNPACKED => of_plain(&plain),
        Ok(_) => Some((Active::Large, 1)),
        Err(_) => Some((Active::Broken, 1)),
    }
}

/// The most bytes that a packed drawing may come to: 16 MiB, as of any text.
const MOST_UNPACKED: u64 = 16 << 20;

fn of_plain(bytes: &[u8]) -> Option<(Active, u32)> {
    let Ok(text) = str::from_utf8(bytes) else {
        return Some((Active::Broken, 1));
    };
    let options = ParsingOptions {
        allow_dtd: true,
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    let document = match Document::parse_with_options(text, options) {
        Ok(document) => document,
        Err(XmlError::NodesLimitReached) => return Some((Active::Large, 1)),
        Err(error) => return Some((Active::Broken, error.pos().row)),
    };
    let (active, at) = in_prolog(&document).or_else(|| in_nodes(&document))?;
    Some((active, document.text_pos_at(at).row))
}

/// More than any drawing that a browser shows in time.
const MOST_NODES: u32 = 1_000_000;

const SVG: &str = "http://www.w3.org/2000/svg";
const XHTML: &str = "http://www.w3.org/1999/xhtml";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Something active, and the byte at which it begins.
type Found = (Active, usize);

/// What stands before the drawing: another encoding than the one that is read here, or a document type that says what words mean.
fn in_prolog(document: &Document<'_>) -> Option<Found> {
    let text = document.input_text();
    let root = document.root_element();
    let is_drawing = root.tag_name().namespace() == Some(SVG) && root.tag_name().name() == "svg";
    let is_page = root.tag_name().namespace() == Some(XHTML);
    if has_other_encoding(text) {
        return Some((Active::Broken, 0));
    }
    let start = root.range().start;
    let mut at = 0;
    // Whatever is neither a comment nor an instruction is the document type, or the declaration.
    let before = document.root().children().take_while(|node| *node != root);
    for range in before
        .map(|node| node.range())
        .chain(std::iter::once(start..start))
    {
        if let Some(subset) = text[at..range.start].find('[') {
            return Some((Active::Broken, at + subset));
        }
        at = range.end;
    }
    (!is_drawing && !is_page).then_some((Active::Broken, start))
}

/// Whether a declaration names an encoding in which these bytes could be other letters of XML.
fn has_other_encoding(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    let declared = text
        .strip_prefix("<?xml")
        .and_then(|of| of.split_once("?>"));
    let encoding = declared.and_then(|(declared, _)| declared.split_once("encoding"));
    encoding.is_some_and(|(_, value)| {
        let value = value.trim_start_matches([' ', '\t', '\r', '\n', '=', '"', '\'']);
        let name = value.split(['"', '\'']).next().unwrap_or_default();
        let name = name.to_ascii_lowercase();
        let as_ascii = ["utf-8", "utf8", "us-ascii", "iso-8859-", "windows-125"];
        !as_ascii.iter().any(|known| name.starts_with(known))
    })
}

fn in_nodes(document: &Document<'_>) -> Option<Found> {
    document.root().descendants().find_map(|node| {
        if let Some(instruction) = node.pi() {
            let is_style = instruction.target == "xml-stylesheet";
            return is_style.then_some((Active::Link, node.range().start));
        }
        node.is_element().then(|| of_element(node)).flatten()
    })
}

fn of_element(node: Node<'_, '_>) -> Option<Found> {
    let start = node.range().start;
    let name = node.tag_name().name().to_ascii_lowercase();
    match name.as_str() {
        "script" | "handler" | "listener" => return Some((Active::Script, start)),
        "foreignobject" | "iframe" | "embed" | "object" | "audio" | "video" | "html" | "body"
        | "link" | "meta" | "form" => return Some((Active::Foreign, start)),
        _ if node.tag_name().namespace() == Some(XHTML) => return Some((Active::Foreign, start)),
        _ => {}
    }
    let mut attributes = node.attributes();
    let found = attributes.find_map(|of| Some((of_attribute(&of)?, of.range().start)));
    if found.is_some() || name != "style" {
        return found;
    }
    // Comments and elements may stand between the parts of a style, and no text of an element is one of them.
    let texts = node.children().filter(|of| of.is_text());
    let style: String = texts.filter_map(|of| of.text()).collect();
    Some((of_style(&style)?, start))
}

fn of_attribute(attribute: &Attribute<'_, '_>) -> Option<Active> {
    let name = attribute.name().to_ascii_lowercase();
    let value = attribute.value();
    match name.as_str() {
        "href" | "src" => of_address(value),
        // It says where all other addresses begin.
        "base" if attribute.namespace() == Some(XML) => Some(Active::Link),
        // Of other programs: no browser knows it.
        _ if attribute.namespace().is_some() => None,
        _ if name.starts_with("on") => Some(Active::Script),
        "ping" => of_address(value),
        // An animation that writes an address.
        "attributename" => {
            let name = value.trim().to_ascii_lowercase();
            name.ends_with("href").then_some(Active::Link)
        }
        // Texts for programs and readers, and names.
        "id" | "class" => None,
        _ if name.starts_with("data-") || name.starts_with("aria-") => None,
        _ => of_style(value),
    }
}

/// Addresses within the drawing, and pictures and fonts in it, are no links.
fn of_address(value: &str) -> Option<Active> {
    let is_passed_over = |of: &char| of.is_whitespace() || of.is_control();
    let mut address: String = value.chars().filter(|of| !is_passed_over(of)).collect();
    address.make_ascii_lowercase();
    let shown = [
        "data:image/png",
        "data:image/jpeg",
        "data:image/jpg",
        "data:image/webp",
        "data:image/gif",
        "data:font/",
        "data:application/font",
        "data:application/x-font",
        "data:application/vnd.ms-fontobject",
        // As Illustrator writes fonts.
        "data:;base64,",
    ];
    let is_inside = address.starts_with('#') || address.is_empty();
    match () {
        () if is_inside || shown.iter().any(|of| address.starts_with(of)) => None,
        () if address.contains("script:") => Some(Active::Script),
        () => Some(Active::Link),
    }
}

/// A style, or any attribute that can be one.
fn of_style(value: &str) -> Option<Active> {
    let style = without_escapes(value).to_ascii_lowercase();
    let is_call = |name: &str| {
        style.match_indices(name).any(|(at, _)| {
            let before = style[..at].chars().next_back();
            !before.is_some_and(|of| of.is_alphanumeric() || matches!(of, '-' | '_'))
        })
    };
    // These take addresses without `url`.
    let others = ["image-set(", "-webkit-image-set(", "image(", "src("];
    if style.contains("@import") || others.into_iter().any(is_call) {
        return Some(Active::Link);
    }
    let mut addresses = style.match_indices("url(").map(|(at, of)| {
        let is_before = |of: char| of.is_whitespace() || matches!(of, '"' | '\'');
        let rest = style[at + of.len()..].trim_start_matches(is_before);
        &rest[..rest.find([')', '"', '\'']).unwrap_or(rest.len())]
    });
    addresses.find_map(of_address)
}

/// A style in which each escape is the letter that it stands for (CSS Syntax 3, 4.3.7).
fn without_escapes(style: &str) -> String {
    let mut letters = style.chars().peekable();
    let mut plain = String::with_capacity(style.len());
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            plain.push(letter);
            continue;
        }
        let (mut code, mut digits) = (0, 0);
        while digits < 6
            && let Some(digit) = letters.peek().and_then(|of| of.to_digit(16))
        {
            code = code * 16 + digit;
            digits += 1;
            letters.next();
        }
        if digits > 0 {
            letters.next_if(|of| of.is_ascii_whitespace());
            plain.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
        } else {
            // A line that goes on in the next one.
            plain.extend(letters.next().filter(|of| *of != '\n'));
        }
    }
    plain
}

#[cfg(test)]
mod tests;
