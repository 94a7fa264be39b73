//! Marks that did not become what they were meant as: `**`, `](`, `##Тақырып` and others that readers would see.
//!
//! Takes the inlines of a block when all else has been found in them; reports each mark that is left, at its place.
//! Must not complain of what people write without a thought of Markdown.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::foreign;
use super::line_starts::{Left, at_line_start, is_before_tabs, is_row};
use super::run::{Inline, Run};
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::comments::Uncommented;
use crate::markdown::findings::Findings;
use crate::markdown::link::begins_like_address;

/// What the words of a block may begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::markdown) enum Place {
    /// A paragraph, in which a line could have been a heading or an item.
    Paragraph,
    /// A heading or a cell.
    Other,
    /// Code, or HTML.
    Verbatim,
}

/// A call of a footnote that is not there.
const MISSING_NOTE: &str = "missing-note";

/// How many marks of one sort are told of one block: nobody needs to see each of more.
const MOST_ALIKE: usize = 20;

/// The longest label of a footnote, in bytes.
const LONGEST_LABEL: usize = 100;

/// Characters of HTML without their `;`, as web pages and office programs leave them.
const ENTITIES: [&str; 8] = [
    "&nbsp", "&laquo", "&raquo", "&mdash", "&ndash", "&quot", "&hellip", "&shy",
];

/// Reports what is left in the text of a block.
pub(super) fn report(
    inlines: &[Inline<'_>],
    place: Place,
    cut: &Uncommented<'_>,
    start: usize,
    found: &mut Findings,
) {
    let mut begins_line = true;
    let mut in_image = 0_usize;
    // Within a bare address, whose signs are its own.
    let mut in_address = false;
    let mut told_lines = HashSet::new();
    let mut told = HashMap::new();
    let mut rows = 0;
    for (nth, inline) in inlines.iter().enumerate() {
        match inline {
            Inline::Event(event, _) => {
                match event {
                    Event::SoftBreak | Event::HardBreak => {
                        begins_line = true;
                        continue;
                    }
                    Event::Start(Tag::Link {
                        link_type: LinkType::Autolink | LinkType::Email,
                        ..
                    }) => in_address = true,
                    Event::End(TagEnd::Link) => in_address = false,
                    Event::Start(Tag::Image { .. }) => in_image += 1,
                    Event::End(TagEnd::Image) => in_image = in_image.saturating_sub(1),
                    _ => {}
                }
                begins_line = false;
            }
            Inline::Run(run) => {
                let mut left = Vec::new();
                if begins_line && place == Place::Paragraph && in_image == 0 {
                    // The first of several equal lines stands for all.
                    left.extend(at_line_start(run).filter(|of| told_lines.insert(of.what)));
                    if rows == 0 && left.is_empty() && is_before_tabs(run, &inlines[nth + 1..]) {
                        rows = 2;
                        left.extend(
                            run.text
                                .find('\t')
                                .map(|at| Left::new("tabs", "", at..at + 1)),
                        );
                    }
                    rows += usize::from(is_row(run));
                    // The first row is told, and stands for all.
                    if rows == 1 && is_row(run) {
                        left.push(Left::new("table", "|", 0..1));
                    }
                }
                let next = inlines.get(nth + 1);
                let link = |of: &Inline<'_>| {
                    matches!(of, Inline::Event(Event::Start(Tag::Link { .. }), _))
                };
                if !in_address {
                    within(run, next.is_some_and(link), &mut left);
                }
                left.sort_by_key(|of| of.at.start);
                for Left { what, mark, at } in left {
                    let times = told.entry(what).or_insert(0_usize);
                    *times += 1;
                    if *times > MOST_ALIKE {
                        continue;
                    }
                    let range = cut.range(&run.source(at));
                    let at = found.at(&(range.start + start..range.end + start));
                    let told = |code| Diagnostic::new(code, at);
                    found.push(match what {
                        MISSING_NOTE => told(Code::NoteMissing).with("note", mark),
                        _ => told(Code::MarkLeft).with("what", what).with("mark", mark),
                    });
                }
                begins_line = false;
            }
        }
    }
}

/// The label of the footnote that a text begins with the call of.
fn label(text: &str) -> Option<&str> {
    let inner = text.strip_prefix("[^")?;
    let end = inner
        .bytes()
        .take(LONGEST_LABEL)
        .position(|byte| byte == b']')?;
    let label = &inner[..end];
    (!label.is_empty() && !label.contains([' ', '[', '\u{a0}'])).then_some(label)
}

/// Marks anywhere in a text; `before_link` says whether a link follows it.
fn within(run: &Run, before_link: bool, left: &mut Vec<Left>) {
    let text = run.text.as_str();
    let bytes = text.as_bytes();
    // Where the last of what would close them stands.
    let last = |of: &str| text.rfind(of);
    let (last_link, last_wiki, last_code) = (last("]("), last("]]"), last("}}"));
    let (last_brace, last_highlight) = (last("}"), last("=="));
    let (mut highlights, mut free) = (0, 0);
    let mut at = 0;
    while let Some(next) = bytes[at..]
        .iter()
        .position(|byte| b"*_~]![{`=&^$:%".contains(byte))
    {
        let here = at + next;
        let sign = bytes[here];
        let length = bytes[here..]
            .iter()
            .take_while(|byte| **byte == sign)
            .count();
        at = here + length;
        if run.is_literal(here) {
            at = here + 1;
            continue;
        }
        let rest = &text[here..];
        let mut tell =
            |what, length: usize| left.push(Left::new(what, &rest[..length], here..here + length));
        match sign {
            // `snake__case` is a name.
            b'_' if length == 2 && is_in_word(text, here..at) => {}
            // A line of them is a blank to be filled in, or a rule.
            b'*' | b'_' if length == 2 || length == 3 && sign == b'*' => {
                let is_free = !touches_word(text, here..at);
                // One alone calls a remark, or is one: `** ескерту`.
                free += usize::from(is_free && sign == b'*');
                if !is_free || free == 2 {
                    tell("emphasis", length);
                }
            }
            b'*' | b'_' if length == 1 => {
                let before = text[..here].chars().next_back();
                let after = text[at..].chars().next();
                if is_lone_mark(before, after) {
                    tell("emphasis", 1);
                }
            }
            b'~' if length == 2 && touches_word(text, here..at) => tell("strike", 2),
            b'=' if length == 2 && touches_word(text, here..at) => {
                highlights += 1;
                // One alone compares two things.
                if highlights > 1 || last_highlight > Some(here) {
                    tell("foreign", 2);
                }
            }
            b']' if rest.starts_with("](") => {
                tell("link", 2);
            }
            b']' if rest.starts_with("] (") => {
                let is_before_link = rest.len() == "] (".len() && before_link;
                if is_before_link || begins_like_address(&rest["] (".len()..]) {
                    tell("link", 3);
                }
            }
            b'!' if length == 1 && rest.starts_with("![") => {
                // With its `](` it is one mistake.
                if last_link < Some(here) {
                    tell("picture", 2);
                }
                at = here + 2;
            }
            b'[' if length == 2 && last_wiki > Some(here) => tell("wiki", 2),
            b'[' if rest.starts_with("[^") => match label(rest) {
                Some(label) => {
                    let at = here..here + "[^]".len() + label.len();
                    left.push(Left::new(MISSING_NOTE, label, at));
                }
                None => tell("note", 2),
            },
            b'{' if ["{{<", "{{%"].iter().any(|of| rest.starts_with(of))
                && last_code > Some(here) =>
            {
                tell("foreign", 3);
            }
            b'{' if ["{#", "{.", "{:"].iter().any(|of| rest.starts_with(of))
                && last_brace > Some(here) =>
            {
                tell("foreign", 2);
            }
            b'&' => {
                if let Some(of) = ENTITIES.into_iter().find(|of| rest.starts_with(of)) {
                    tell("foreign", of.len());
                }
            }
            b'~' | b'^' | b'$' | b':' | b'%' if length <= 2 => {
                if let Some(mark) = foreign::at(text, here) {
                    at = mark.end;
                    tell("foreign", mark.len());
                }
            }
            b'`' if length >= 2 => tell("code", length),
            _ => {}
        }
    }
}

/// A word goes on on both sides of a mark.
fn is_in_word(text: &str, mark: Range<usize>) -> bool {
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    is_word(text[..mark.start].chars().next_back()) && is_word(text[mark.end..].chars().next())
}

/// A word begins or ends at a mark.
fn touches_word(text: &str, mark: Range<usize>) -> bool {
    let before = text[..mark.start].chars().next_back();
    let after = text[mark.end..].chars().next();
    let touches = |letter: Option<char>| letter.is_some_and(|letter| !letter.is_whitespace());
    touches(before) || touches(after)
}

/// A single `*` before a quoted word or in it. Beside plain words it is mostly a call of a remark: `сумма*`, `* ескерту`.
/// So is one behind a quoted word.
fn is_lone_mark(before: Option<char>, after: Option<char>) -> bool {
    let quotes = |letter: Option<char>| letter.is_some_and(|letter| "«»“”„\"".contains(letter));
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    let is_blank = before.is_none_or(char::is_whitespace);
    quotes(before) && is_word(after) || is_blank && quotes(after)
}
