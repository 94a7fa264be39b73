//! Plain text of prose: what a reader reads of it, a line for each paragraph, without tags.

use crate::model::links::{LinkedProse, Resolved};
use crate::model::prose::Part;
use crate::pages::title_of;
use crate::pages::view::View;
use crate::plan::Page;

/// Elements that stand within a line: a tag of any other ends it.
const INLINE: [&str; 12] = [
    "a", "em", "strong", "code", "del", "sup", "sub", "span", "abbr", "i", "b", "cite",
];

/// What a text says.
pub(super) fn plain_text(view: &View<'_>, prose: LinkedProse<'_>) -> String {
    let mut text = String::new();
    for (part, resolved) in prose.parts() {
        match part {
            Part::Html(html) => push_plain(html, &mut text),
            Part::Label(_) => {
                // A sum is no word, and its figure stands where it is made.
                if let Resolved::Record(record) = resolved {
                    text.push_str(&title_of(view, Page::of(view.portal, record)).text);
                }
            }
            Part::Picture(slot) => {
                end_line(&mut text);
                text.push_str(slot.of.caption.as_deref().unwrap_or(&slot.of.alt));
                end_line(&mut text);
            }
            Part::Drawing(slot) => {
                end_line(&mut text);
                text.push_str(&slot.of.caption);
                end_line(&mut text);
            }
            Part::LinkStart(_) | Part::LinkEnd => {}
        }
    }
    text.truncate(text.trim_end().len());
    text
}

fn end_line(text: &mut String) {
    text.truncate(text.trim_end_matches([' ', '\n']).len());
    if !text.is_empty() {
        text.push('\n');
    }
}

/// Adds what a piece of our own HTML says: its tags are whole, and its signs are escaped.
fn push_plain(html: &str, text: &mut String) {
    let mut rest = html;
    while let Some(at) = memchr::memchr2(b'<', b'&', rest.as_bytes()) {
        push_lines(&rest[..at], text);
        rest = &rest[at..];
        let sign = if rest.starts_with('<') { '>' } else { ';' };
        let Some(end) = rest.find(sign) else {
            break;
        };
        let (piece, after) = rest.split_at(end + 1);
        rest = after;
        if sign == '>' {
            let name = piece[1..].trim_start_matches('/');
            let name = name.split(|letter: char| !letter.is_ascii_alphanumeric());
            if !INLINE.contains(&name.into_iter().next().unwrap_or_default()) {
                end_line(text);
            }
        } else {
            text.push_str(match piece {
                "&amp;" => "&",
                "&lt;" => "<",
                "&gt;" => ">",
                "&quot;" => "\"",
                "&#39;" => "'",
                other => other,
            });
        }
    }
    push_lines(rest, text);
}

/// Adds a text in which the end of a line is no more than a space.
fn push_lines(piece: &str, text: &mut String) {
    for (nth, line) in piece.split('\n').enumerate() {
        let is_start = text.is_empty() || text.ends_with([' ', '\n']);
        if nth > 0 && !is_start {
            text.push(' ');
        }
        let is_start = text.is_empty() || text.ends_with([' ', '\n']);
        text.push_str(match is_start {
            true => line.trim_start_matches(' '),
            false => line,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_paragraph() {
        let mut text = String::new();
        push_plain(
            "<h2 id=\"a\">Үй &amp; «бау»</h2>\n<p>Бір <em>екі</em>\nүш.</p>\n<ul>\n<li>А&lt;Б</li>\n</ul>\n",
            &mut text,
        );
        assert_eq!(text, "Үй & «бау»\nБір екі үш.\nА<Б\n");
    }
}
