//! Marks anywhere in a text that became nothing: `**`, `](`, `[[`, `{width=300}` and others.
//!
//! Takes a run of a block with what stands around it, gives each mark that is left in it. Must not complain of what people
//! write without a thought of Markdown.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::around::{Around, touches_word};
use super::line_starts::Left;
use super::run::Run;
use super::spaced::Spaced;
use super::{
    brackets, broken_addresses, citations, entities, escaped, foreign, names, pasted, spaced,
};
use crate::markdown::wiki;
use crate::source::text::no_value;

/// A call of a footnote that is not there.
pub(super) const MISSING_NOTE: &str = "missing-note";

/// The longest label of a footnote, in bytes.
const LONGEST_LABEL: usize = 100;

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

/// Marks anywhere in a text.
pub(super) fn within(
    run: &Run,
    around: &Around<'_, '_>,
    spaced: &mut Spaced,
    left: &mut Vec<Left>,
) {
    let text = run.text.as_str();
    let bytes = text.as_bytes();
    // Where the last of what would close them stands.
    let last = |of: &str| text.rfind(of);
    let (last_link, last_wiki, last_code) = (last("]("), last("]]"), last("}}"));
    let (last_brace, last_highlight) = (last("}"), last("=="));
    let last_template = last("%}");
    let mut highlights = 0;
    let mut has_picture = false;
    beside_emphasis(run, around, left);
    left.extend(escaped::marks(run));
    left.extend(escaped::formulas(run));
    left.extend(no_value::first(text).map(|(what, at)| Left::new(what, &text[at.clone()], at)));
    left.extend(like_asterisks(text));
    left.extend(angle_quotes(text));
    left.extend(citations::marks(text));
    left.extend(brackets::before_line(run, around));
    let mut at = 0;
    while let Some(next) = bytes[at..]
        .iter()
        .position(|byte| b"*_~]![{`=&^$:%@-\\+/'".contains(byte))
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
            left.extend(escaped::link(run, here, around));
            continue;
        }
        if let Some(broken) = broken_addresses::at(text, here) {
            at = broken.at.end;
            let mark = &text[broken.at.clone()];
            left.push(Left::new("address", mark, broken.at).meant(broken.meant));
            continue;
        }
        if let Some(mark) = pasted::at(text, here) {
            at = mark.end;
            left.push(Left::new("foreign", &text[mark.clone()], mark));
            continue;
        }
        if let Some(of) = wiki::mark(text, here) {
            at = here + of.length;
            let place = here..here + of.mark.len();
            left.push(Left::new("wiki-source", of.mark, place).meant(of.meant));
            continue;
        }
        if let Some((what, end)) = spaced::doubled(text, here) {
            at = end;
            left.push(Left::new(what, &text[here..here + 3], here..here + 3));
            continue;
        }
        if let Some((of, end)) = brackets::around_name(text, here) {
            at = end;
            left.push(of);
            continue;
        }
        let rest = &text[here..];
        let mut tell =
            |what, length: usize| left.push(Left::new(what, &rest[..length], here..here + length));
        match sign {
            // `snake__case` is a name.
            b'_' if length == 2 && is_in_word(text, here..at) => {}
            // A blank to be filled in: `«__» ____ 20__ ж.`
            b'_' if length == 2 && is_blank(text, here..at) => {}
            b'*' | b'_' | b'~' if length <= 2 && around.is_free(text, &(here..at)) => {
                // One alone calls a remark, or is one: `** ескерту`.
                let is_end = around.is_last() && rest.trim_end() == "**" && around.has_strong;
                if spaced.closes(around.nth, text, &(here..at)) || is_end {
                    tell(if sign == b'~' { "strike" } else { "emphasis" }, length);
                }
            }
            // A line of them is a rule.
            b'*' | b'_'
                if (length == 2 || length == 3 && sign == b'*') && touches_word(text, here..at) =>
            {
                tell("emphasis", length);
            }
            b'*' | b'_' if length == 1 => {
                let before = text[..here].chars().next_back();
                let after = text[at..].chars().next();
                if is_lone_mark(before, after) {
                    tell("emphasis", 1);
                }
            }
            b'~' if length == 2 => tell("strike", 2),
            b'=' if length == 2 && touches_word(text, here..at) => {
                highlights += 1;
                // One alone compares two things.
                if highlights > 1 || last_highlight > Some(here) {
                    tell("foreign", 2);
                }
            }
            // The note that it was to end has no beginning, or one that is told.
            b'-' if length >= 2
                && rest[length..].starts_with('>')
                && !text[..here].contains("<!") =>
            {
                tell("note-end", length + 1);
            }
            b']' if here == 0
                && let Some(meant) = brackets::swapped(text, around) =>
            {
                left.push(Left::new("address", "](", 0..2).meant(meant));
                at = 2;
            }
            b']' => {
                if let Some(length) = brackets::after_words(rest, around)
                    && !std::mem::take(&mut has_picture)
                {
                    tell("link", length);
                }
            }
            b'[' if brackets::are_exchanged(text, here, around) => {
                left.push(Left::new("link", ")[", here - 1..here + 1));
            }
            b'!' if length == 1 && rest.starts_with("![") => {
                // With its `](` it is one mistake.
                if last_link < Some(here) {
                    has_picture = true;
                    tell("picture", 2);
                }
                at = here + 2;
            }
            b'[' if length == 2 && (last_wiki > Some(here) || around.opens_wiki(rest)) => {
                tell("wiki", 2);
            }
            b'[' if rest.starts_with("[ ^") => tell("note", 3),
            b'[' if rest.starts_with("[^") => match label(rest) {
                Some(label) => {
                    let at = here..here + "[^]".len() + label.len();
                    left.push(Left::new(MISSING_NOTE, label, at));
                }
                None => tell("note", 2),
            },
            b'[' => match foreign::closing_tag(rest) {
                Some(length) => tell("foreign", length),
                None if rest.starts_with("[//]:") => tell("foreign", "[//]:".len()),
                None => {}
            },
            b'{' if ["{{<", "{{%"].iter().any(|of| rest.starts_with(of))
                && last_code > Some(here) =>
            {
                tell("foreign", 3);
            }
            b'{' if length >= 2 && last_code > Some(here) => tell("foreign", 2),
            b'{' if rest.starts_with("{%") && last_template > Some(here) => tell("foreign", 2),
            b'{' if ["{#", "{.", "{:"].iter().any(|of| rest.starts_with(of))
                && last_brace > Some(here) =>
            {
                tell("foreign", 2);
            }
            b'{' if is_attribute(rest) && last_brace > Some(here) => tell("foreign", 1),
            b'@' if length == 1 => {
                if let Some((what, name)) = names::at(text, here) {
                    at = name.end;
                    tell(what, name.len());
                }
            }
            b'^' if rest.starts_with("^[") => tell("note", 2),
            b'^' if around.is_last() && is_block_id(text, here) => tell("foreign", rest.len()),
            b'&' => {
                if let Some((length, sign)) = entities::at(rest) {
                    let mark = &rest[..length];
                    let what = if sign.is_some() { "entity" } else { "foreign" };
                    let mut told = Left::new(what, mark, here..here + length);
                    told.meant = sign.map(String::from);
                    left.push(told);
                }
            }
            b'~' | b'^' | b'$' | b':' | b'%' | b'+' | b'\\' if length <= 2 => {
                if let Some(mark) = foreign::at(text, here) {
                    at = mark.end;
                    let before = text[..here].chars().next_back();
                    let is_note = sign == b'^' && !before.is_some_and(char::is_alphanumeric);
                    tell(if is_note { "note" } else { "foreign" }, mark.len());
                }
            }
            b'`' if length >= 2 || opens_code(text, here) => tell("code", length),
            _ => {}
        }
    }
}

/// The first two signs around words that only look like `**`, as mathematicians and other alphabets have them.
fn like_asterisks(text: &str) -> Option<Left> {
    let (at, mark) = ["∗∗", "＊＊"]
        .into_iter()
        .find_map(|of| text.match_indices(of).next())?;
    let place = at..at + mark.len();
    touches_word(text, place.clone()).then(|| Left::new("emphasis", mark, place))
}

/// The first of `<<` and `>>` around words, as who has no « on the keyboard types them.
fn angle_quotes(text: &str) -> Option<Left> {
    let at = text.find("<<")?;
    let inner = &text[at + 2..];
    let end = inner.find(">>")?;
    let is_quote =
        inner.starts_with(char::is_alphanumeric) && !inner[..end].ends_with(char::is_whitespace);
    is_quote.then(|| Left::new("angle-quotes", "<<", at..at + 2).meant("«".to_owned()))
}

/// A single backtick before a word: one within a word, or with a `'` behind it, stands for another sign.
fn opens_code(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let rest = &text[at + 1..];
    before.is_none_or(|before| before.is_whitespace() || "(«“".contains(before))
        && rest.starts_with(char::is_alphanumeric)
        && !rest.contains(['\'', '’'])
}

/// Marks that are left beside emphasis, since there are more on one side than on the other: `**Қалың* сөз`.
fn beside_emphasis(run: &Run, around: &Around<'_, '_>, left: &mut Vec<Left>) {
    let text = run.text.as_str();
    let count = |bytes: &mut dyn Iterator<Item = u8>, sign: u8| {
        bytes.take_while(|byte| *byte == sign).count()
    };
    if let Some(Event::End(TagEnd::Emphasis | TagEnd::Strong)) = around.before()
        && let Some(sign) = text.bytes().next().filter(|sign| b"*_".contains(sign))
        && !run.is_literal(0)
    {
        let length = count(&mut text.bytes(), sign);
        let is_strong = matches!(around.before(), Some(Event::End(TagEnd::Strong)));
        let is_before_word = text[length..].starts_with(char::is_alphanumeric);
        let place = run.source(0..1).start;
        let is_same = around.markdown.as_bytes().get(place.wrapping_sub(1)) == Some(&sign);
        // One behind bold words calls a remark: `**5 млн***`.
        let is_call = is_strong && length == 1 && !is_before_word;
        if is_same && length <= 2 && !is_call && !(length == 2 && touches_word(text, 0..length)) {
            left.push(Left::new("emphasis", &text[..length], 0..length));
        }
    }
    if let Some(Event::Start(Tag::Emphasis | Tag::Strong)) = around.after()
        && let Some(sign) = text.bytes().next_back().filter(|sign| b"*_".contains(sign))
        && !run.is_literal(text.len() - 1)
    {
        let length = count(&mut text.bytes().rev(), sign);
        let at = text.len() - length..text.len();
        let place = run.source(text.len() - 1..text.len()).end;
        let is_same = around.markdown.as_bytes().get(place) == Some(&sign);
        if is_same && length <= 2 && !(length == 2 && touches_word(text, at.clone())) {
            left.push(Left::new("emphasis", &text[at.clone()], at));
        }
    }
}

/// What other programs set on a picture: `{width=300}`.
const ATTRIBUTES: [&str; 8] = [
    "width=", "height=", "align=", "class=", "style=", "target=", "id=", "loading=",
];

fn is_attribute(text: &str) -> bool {
    ATTRIBUTES.iter().any(|of| text[1..].starts_with(of))
}

/// The id of a block at its end, as note-taking programs have it: `Мәтін. ^abc123`.
fn is_block_id(text: &str, at: usize) -> bool {
    let id = text[at + 1..].trim_end();
    let fits = |of: u8| of.is_ascii_alphanumeric() || of == b'-';
    text[..at].ends_with(' ')
        && id.len() >= 4
        && id.bytes().all(fits)
        && id.bytes().any(|of| of.is_ascii_alphabetic())
}

/// Two `_` that stand for what is to be filled in: within quotation marks, or behind the digits of a year.
fn is_blank(text: &str, mark: Range<usize>) -> bool {
    let before = text[..mark.start].chars().next_back();
    let after = text[mark.end..].chars().next();
    let is_in = |letter: Option<char>, of: &str| letter.is_some_and(|letter| of.contains(letter));
    let is_year =
        before.is_some_and(|of| of.is_ascii_digit()) && after.is_none_or(char::is_whitespace);
    is_in(before, "«“„\"") && is_in(after, "»”“\"") || is_year
}

/// A word goes on on both sides of a mark.
fn is_in_word(text: &str, mark: Range<usize>) -> bool {
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    is_word(text[..mark.start].chars().next_back()) && is_word(text[mark.end..].chars().next())
}

/// A single `*` before a quoted word or in it. Beside plain words it is mostly a call of a remark: `сумма*`, `* ескерту`.
/// So is one behind a quoted word.
fn is_lone_mark(before: Option<char>, after: Option<char>) -> bool {
    let quotes = |letter: Option<char>| letter.is_some_and(|letter| "«»“”„\"".contains(letter));
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    let is_blank = before.is_none_or(char::is_whitespace);
    quotes(before) && is_word(after) || is_blank && quotes(after)
}
