//! Marks of Markdown and HTML in texts that are shown as they are written: titles, names, captions.
//!
//! Takes such a text, gives the first mark in it, and the words without those around them. Must not complain of signs that
//! people write without a thought of Markdown.

use std::ops::Range;

use super::{escapes, wiki};
use crate::source::boundary;

/// The longest character of HTML by its name or number, in bytes.
const LONGEST_ENTITY: usize = 12;

/// The longest tag, in bytes.
const LONGEST_TAG: usize = 200;

/// Tags that pages and office programs leave behind. In any other word between angle brackets may be meant as it is.
const TAGS: [&str; 32] = [
    "a",
    "abbr",
    "b",
    "big",
    "blockquote",
    "br",
    "center",
    "code",
    "del",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "hr",
    "i",
    "img",
    "ins",
    "li",
    "mark",
    "ol",
    "p",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "u",
    "ul",
];

/// Characters of HTML that have a name, and what they are.
const ENTITIES: [(&str, &str); 16] = [
    ("&quot;", "\""),
    ("&laquo;", "«"),
    ("&raquo;", "»"),
    ("&ldquo;", "“"),
    ("&rdquo;", "”"),
    ("&bdquo;", "„"),
    ("&amp;", "&"),
    ("&nbsp;", " "),
    ("&mdash;", "—"),
    ("&ndash;", "–"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&apos;", "'"),
    ("&#39;", "'"),
    ("&hellip;", "…"),
    ("&shy;", ""),
];

/// The first mark in a text that readers would see.
pub(crate) fn mark_in(text: &str) -> Option<&str> {
    let text = &text[..boundary(text, LONGEST)];
    if let Some(sign) = text.lines().find_map(leading) {
        return Some(sign);
    }
    let signs = |byte: &u8| b"*_~]<&[=\\`%'".contains(byte);
    let mut at = 0;
    while let Some(next) = text.as_bytes()[at..].iter().position(signs) {
        let here = at + next;
        if let Some(mark) = mark_at(text, here) {
            return Some(&text[mark]);
        }
        let sign = text.as_bytes()[here];
        let same = text.as_bytes()[here..].iter();
        at = here + same.take_while(|of| **of == sign).count();
    }
    None
}

/// Signs of headings, items and quotations.
const LEADING: [&str; 7] = ["# ", "## ", "### ", "#### ", "> ", "- ", "• "];

/// The sign of a heading, an item or a quotation that a line begins with. `> 5 млн` is more than that.
fn leading(line: &str) -> Option<&str> {
    let sign = LEADING.iter().find(|sign| line.starts_with(**sign))?;
    let words = line[sign.len()..].trim_start();
    let is_mark = words.starts_with(|first: char| !first.is_ascii_digit());
    is_mark.then(|| line[..sign.len()].trim_end())
}

/// The mark that begins at a byte.
fn mark_at(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = &text[at..];
    let sign = rest.as_bytes()[0];
    let length = match sign {
        b'_' if let Some(length) = escapes::of_a_sheet(rest) => length,
        b'*' | b'_' | b'~' | b'=' | b'`' => pair(text, at)?.0.len(),
        b']' if rest.starts_with("](") && text[..at].contains('[') => 2,
        b'[' if rest.starts_with("[[") && rest.contains("]]") => 2,
        b'[' if rest.starts_with("[^") && rest.contains(']') => 2,
        // A note to colleagues is left out of texts only.
        b'<' if rest.starts_with("<!--") => "<!--".len(),
        b'%' if rest.starts_with("%%") && rest[2..].contains("%%") => 2,
        b'<' => tag(rest)?,
        b'&' => entity(rest)?,
        b'\\' => escapes::written_out(text, at)?,
        b'\'' => wiki::mark(text, at)?.mark.len(),
        _ => return None,
    };
    Some(at..at + length)
}

/// Two equal marks around words, the first of which begins at a byte.
fn pair(text: &str, at: usize) -> Option<(Range<usize>, Range<usize>)> {
    let sign = char::from(text.as_bytes()[at]);
    let length = text[at..].chars().take_while(|of| *of == sign).count();
    let is_mark = match sign {
        '*' => (1..=3).contains(&length),
        '`' => length == 1,
        // `__` is a blank to be filled in as well: what stands around it tells.
        _ => length == 2,
    };
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let is_blank = |letter: Option<char>| letter.is_none_or(char::is_whitespace);
    let (before, inner) = (text[..at].chars().next_back(), &text[at + length..]);
    if !is_mark || is_blank(inner.chars().next()) || is_word(before) && sign != '*' {
        return None;
    }
    // `5*3*2` is a product.
    if sign == '*' && length == 1 && is_word(before) {
        return None;
    }
    let mark = &text[at..at + length];
    let end = inner.find(mark)?;
    let after = &inner[end + length..];
    let is_whole = !after.starts_with(sign) && !is_blank(inner[..end].chars().next_back());
    let has_words = inner[..end].chars().any(char::is_alphanumeric);
    let is_closed = sign == '*' || !is_word(after.chars().next());
    let close = at + length + end;
    (is_whole && has_words && is_closed).then_some((at..at + length, close..close + length))
}

/// The length of a tag that a text begins with.
fn tag(text: &str) -> Option<usize> {
    let end = text
        .bytes()
        .take(LONGEST_TAG)
        .position(|byte| byte == b'>')?;
    let inner = text[1..end].trim_start_matches('/');
    let name = inner.split([' ', '/', '\t']).next()?.to_ascii_lowercase();
    TAGS.contains(&&*name).then_some(end + 1)
}

/// The length of a character of HTML that a text begins with: `&quot;`, `&#8212;`.
fn entity(text: &str) -> Option<usize> {
    let end = text
        .bytes()
        .take(LONGEST_ENTITY)
        .position(|byte| byte == b';')?;
    let name = &text[1..end];
    let is_number = name.strip_prefix('#').is_some_and(|number| {
        !number.is_empty()
            && number
                .trim_start_matches(['x', 'X'])
                .bytes()
                .all(|of| of.is_ascii_hexdigit())
    });
    let is_name = name.len() >= 2 && name.bytes().all(|of| of.is_ascii_alphabetic());
    (is_number || is_name).then_some(end + 1)
}

/// The longest text of which marks are taken away, in bytes: no title is longer.
const LONGEST: usize = 2000;

/// The words of a text without the marks around them, with the characters that stand for those of HTML. What is too long to
/// be shown stays as it is.
pub(crate) fn without_marks(text: &str) -> String {
    if text.len() > LONGEST {
        return text.trim().to_owned();
    }
    let mut words = text.trim().to_owned();
    for sign in LEADING.into_iter().chain(["| "]) {
        let rest = words.strip_prefix(sign);
        if let Some(rest) = rest.filter(|rest| rest.starts_with(|of: char| !of.is_ascii_digit())) {
            words = rest.trim_start().to_owned();
        }
    }
    for (entity, letter) in ENTITIES {
        if words.contains(entity) {
            words = words.replace(entity, letter);
        }
    }
    let mut at = 0;
    while let Some(next) = words[at..].find(['*', '_', '~', '=', '`', '[', '<', '!']) {
        let here = at + next;
        match words.as_bytes()[here] {
            b'*' | b'_' | b'~' | b'=' | b'`' => {
                if let Some((open, close)) = pair(&words, here) {
                    words.replace_range(close, "");
                    words.replace_range(open, "");
                    continue;
                }
            }
            b'<' => {
                if let Some(length) = tag(&words[here..]) {
                    words.replace_range(here..here + length, "");
                    continue;
                }
            }
            _ => {
                if let Some((whole, label)) = link(&words, here) {
                    words.replace_range(whole, &label);
                    continue;
                }
            }
        }
        at = here + 1;
    }
    words.trim().to_owned()
}

/// A link or picture that begins at a byte, and its words.
fn link(text: &str, at: usize) -> Option<(Range<usize>, String)> {
    let rest = text[at..].strip_prefix('!').unwrap_or(&text[at..]);
    let inner = rest.strip_prefix('[')?;
    let (label, behind) = inner.split_once("](")?;
    let end = behind.find(')')?;
    let is_plain = !label.trim().is_empty() && !label.contains(['[', ']']);
    let length = text.len() - at - (behind.len() - end - 1);
    is_plain.then(|| (at..at + length, label.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_in_plain_texts_are_found() {
        for (text, mark, words) in [
            ("Мектеп **№5** ашылды", "**", "Мектеп №5 ашылды"),
            ("**Мектеп** ашылды", "**", "Мектеп ашылды"),
            ("**«Дала»**ның мектебі", "**", "«Дала»ның мектебі"),
            ("Мектепке *форма*", "*", "Мектепке форма"),
            ("__Мектеп__ ашылды", "__", "Мектеп ашылды"),
            ("~~5 млн~~ 6 млн", "~~", "5 млн 6 млн"),
            ("Бұл ==маңызды==", "==", "Бұл маңызды"),
            ("Бұл `код`", "`", "Бұл код"),
            ("ЖШС &quot;Жер&quot;", "&quot;", "ЖШС \"Жер\""),
            ("&laquo;Дала&raquo; мектебі", "&laquo;", "«Дала» мектебі"),
            ("Бір<br>екі", "<br>", "Бірекі"),
            ("Бір <b>екі</b>", "<b>", "Бір екі"),
            ("[сілтеме](https://a.kz)", "](", "сілтеме"),
            (
                "a [](@total?region=north)",
                "](",
                "a [](@total?region=north)",
            ),
            ("[[b]] туралы", "[[", "[[b]] туралы"),
            ("Мектеп\\nбақша", "\\n", "Мектеп\\nбақша"),
            ("Көмір_x000D_ және", "_x000D_", "Көмір_x000D_ және"),
            ("Көмір\\tОтын", "\\t", "Көмір\\tОтын"),
            ("Сөз \\u049bуаныш", "\\u049b", "Сөз \\u049bуаныш"),
            ("'''Дала''' қоры", "'''", "'''Дала''' қоры"),
            ("Мектеп <!-- x -->", "<!--", "Мектеп <!-- x -->"),
            ("Мектеп %%x%% y", "%%", "Мектеп %%x%% y"),
        ] {
            assert_eq!(mark_in(text), Some(mark), "{text}");
            assert_eq!(without_marks(text), words, "{text}");
        }
        for (text, words) in [
            ("> Мектеп", "Мектеп"),
            ("| Мектеп", "Мектеп"),
            ("# Мектеп", "Мектеп"),
            ("- Мектеп", "Мектеп"),
        ] {
            assert_eq!(without_marks(text), words, "{text}");
        }
        for (text, mark) in [
            ("## Мектеп", "##"),
            ("- Мектеп", "-"),
            ("Тармақтар:\n- бір\n- екі", "-"),
        ] {
            assert_eq!(mark_in(text), Some(mark), "{text}");
        }
    }

    #[test]
    fn signs_of_plain_texts_are_no_marks() {
        for text in [
            "Сома*, ескерту*",
            "Об`ект об`ектісі",
            "5*3*2 м",
            "4 * 6 * 2",
            "«__» ____ 20__ ж.",
            "snake__case__x",
            "AT&T; Q&A",
            "R&D",
            "<Жер> қоры",
            "info <info@a.kz>",
            "a = b, c == d",
            "[Жаңа] мектеп",
            "C:\\new\\nota",
            "> 5 млн",
            "- 5 млн",
            "* ескерту",
            "№ #5",
            "5%, 10%",
            "100%%",
        ] {
            assert_eq!(mark_in(text), None, "{text}");
            assert_eq!(without_marks(text), text, "{text}");
        }
    }
}
