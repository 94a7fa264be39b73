//! Tokens: the words of a text with what the search for names asks of each, and what stands between two of them.

use std::rc::Rc;

use super::sense::{Sense, Senses};
use super::unescape::Gap;
use super::words::{Tags, Word, is_inline, tag_end};

/// A word of a text, or a place over which no name reaches.
#[derive(Debug)]
pub(super) struct Token {
    pub word: Word,
    pub sense: Rc<Sense>,
    /// It begins with a capital letter.
    pub is_capital: bool,
}

/// What stands between two words that follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Between {
    /// A space, a hyphen, a quotation mark.
    Space,
    /// What joins the parts of an address: a point, a slash, nothing else.
    Tight,
    /// The end of a line or of a block.
    Line,
    Comma,
    /// A full stop and a space: only an initial ends so within a name.
    Point,
    /// What parts two cells of a row, or two values of an object.
    Cell,
    /// Anything else: the two have nothing to do with each other.
    Far,
}

/// The most bytes between two words of one name, tags left out.
const FARTHEST: usize = 40;

/// The tokens of a text; with `joined`, what a hyphen parts is one word, as at the end of a line.
pub(super) fn tokens(senses: Senses<'_>, text: &str, words: &[Word], joined: bool) -> Vec<Token> {
    let mut all: Vec<Token> = Vec::with_capacity(words.len());
    let mut whole = String::new();
    for word in words {
        let raw = text.get(word.raw.clone()).unwrap_or("");
        if let Some(last) = all.last_mut()
            && (goes_on_behind_apostrophe(text, last, word)
                || joined && is_hyphenated(text, last, word))
        {
            add_piece(&mut whole, last, word);
            continue;
        }
        end_word(senses, &mut whole, all.last_mut());
        let is_capital = raw.chars().next().is_some_and(char::is_uppercase);
        let sense = senses.of(&word.text);
        all.push(Token {
            word: word.clone(),
            sense,
            is_capital,
        });
    }
    end_word(senses, &mut whole, all.last_mut());
    spelled(senses, text, all)
}

/// Adds a piece to the word that a token begins. What the word is, it is asked when all of it is there.
fn add_piece(whole: &mut String, first: &mut Token, piece: &Word) {
    if whole.is_empty() {
        whole.push_str(&first.word.text);
    }
    whole.push_str(&piece.text);
    first.word.raw.end = piece.raw.end;
}

/// Ends the word that a token begins, if pieces were added to it.
fn end_word(senses: Senses<'_>, whole: &mut String, first: Option<&mut Token>) {
    if let Some(first) = first.filter(|_| !whole.is_empty()) {
        first.word.text = whole.as_str().into();
        first.sense = senses.of(whole);
        whole.clear();
    }
}

/// Whether what stands between two words is an apostrophe.
pub(super) fn is_apostrophe(between: &str) -> bool {
    matches!(between, "'" | "’" | "ʹ" | "ʼ" | "`" | "&#39;" | "&#x27;")
}

/// A soft sign of Latin letters: Gul’nar is one word.
fn goes_on_behind_apostrophe(text: &str, last: &Token, word: &Word) -> bool {
    let between = text.get(last.word.raw.end..word.raw.start).unwrap_or("");
    // English: Ospanov’s.
    is_apostrophe(between) && !matches!(&*word.text, "s" | "") && !last.word.text.is_empty()
}

/// A hyphen, also at the end of a line, with a small letter behind it.
fn is_hyphenated(text: &str, last: &Token, word: &Word) -> bool {
    let between = text.get(last.word.raw.end..word.raw.start).unwrap_or("");
    let is_small = |raw: &str| raw.chars().next().is_some_and(char::is_lowercase);
    let raw = text.get(word.raw.clone()).unwrap_or("");
    matches!(between.trim_end(), "-" | "\u{2010}" | "\u{ad}")
        && is_small(raw)
        && !last.word.text.is_empty()
}

/// Whether a hyphen parts letters of a text, the second of them a small one.
pub(super) fn has_hyphens(text: &str) -> bool {
    let mut at = 0;
    while let Some(found) = text[at..].find(['-', '\u{2010}', '\u{ad}']) {
        at += found;
        let rest = text[at..].trim_start_matches(['-', '\u{2010}', '\u{ad}']);
        let before = text[..at]
            .chars()
            .next_back()
            .is_some_and(char::is_alphabetic);
        if before && rest.trim_start().starts_with(char::is_lowercase) {
            return true;
        }
        at = text.len() - rest.len();
    }
    false
}

/// Letters with spaces between them, О с п а н о в, are one word.
fn spelled(senses: Senses<'_>, text: &str, all: Vec<Token>) -> Vec<Token> {
    const SHORTEST: usize = 4;
    let is_letter = |token: &Token| {
        let mut letters = token.word.text.chars();
        letters.next().is_some() && letters.next().is_none()
    };
    let has_runs = all.windows(SHORTEST).any(|run| run.iter().all(is_letter));
    if !has_runs {
        return all;
    }
    let mut joined: Vec<Token> = Vec::with_capacity(all.len());
    // Whether the last token is a run of letters, and whether its last letter is a capital one.
    let mut run = None;
    let mut whole = String::new();
    for token in all {
        let is_spaced = |last: &Token| {
            let between = text
                .get(last.word.raw.end..token.word.raw.start)
                .unwrap_or("");
            between.chars().count() == 1 && token.word.gap == Gap::Space
        };
        match joined.last_mut() {
            Some(last)
                if is_letter(&token)
                    && is_spaced(last)
                    && run.is_some_and(|was_capital| was_capital || !token.is_capital) =>
            {
                add_piece(&mut whole, last, &token.word);
                run = Some(token.is_capital);
            }
            _ => {
                end_word(senses, &mut whole, joined.last_mut());
                run = is_letter(&token).then_some(token.is_capital);
                joined.push(token);
            }
        }
    }
    end_word(senses, &mut whole, joined.last_mut());
    joined
}

/// What stands between two words of a text that follow each other.
pub(super) fn between(text: &str, one: &Token, other: &Token, tags: Tags) -> Between {
    let (from, to) = (one.word.raw.end, other.word.raw.start);
    if one.word.text.is_empty() || other.word.text.is_empty() || from > to {
        return Between::Far;
    }
    let Some(raw) = text.get(from..to) else {
        return Between::Far;
    };
    let plain = plain_signs(raw, tags);
    if plain.len() > FARTHEST {
        return Between::Far;
    }
    let is_blank = |sign: char| sign.is_whitespace() || is_like_a_space(sign);
    let signs: String = plain.chars().filter(|sign| !is_blank(*sign)).collect();
    let has_blank = plain.chars().any(char::is_whitespace);
    let is_quoted = plain.contains(['"', '«', '»', '“', '”']);
    match signs.trim_matches(['"', '\'', '«', '»', '“', '”', '„', '`', '*', '(']) {
        // Markup may be set in with tabs.
        "" if tags == Tags::None && plain.contains('\t') => Between::Cell,
        "" if plain.contains('\n') => Between::Line,
        "" => Between::Space,
        "," if is_quoted && !has_blank => Between::Cell,
        "," => Between::Comma,
        ";" | "|" => Between::Cell,
        "#" | "@" => Between::Space,
        "." | "/" | "=" | "&" if !has_blank => Between::Tight,
        "." => Between::Point,
        inner if is_quoted && inner.chars().all(|sign| "\",:".contains(sign)) => Between::Cell,
        _ => Between::Far,
    }
}

fn is_like_a_space(sign: char) -> bool {
    matches!(sign, '-' | '_' | '+' | '~' | '\u{2010}'..='\u{2013}' | '\u{300}'..='\u{36f}' | '\u{200b}' | '\u{ad}' | '\u{fe0f}' | '%' | '\\')
}

/// The signs without tags; a tag that ends a block is the end of a line.
fn plain_signs(raw: &str, tags: Tags) -> String {
    let mut plain = String::with_capacity(raw.len().min(64));
    let mut at = 0;
    while at < raw.len() && plain.len() <= FARTHEST {
        let rest = &raw[at..];
        if tags != Tags::None
            && let Some(end) = tag_end(raw, at)
        {
            let tag = &raw[at..end];
            let is_break = tag.starts_with("<br") || tag.starts_with("<BR");
            if !is_inline(tag) && !is_break {
                plain.push('\n');
            } else if is_break {
                plain.push(' ');
            }
            at = end;
            continue;
        }
        const ENTITIES: [(&str, &str); 10] = [
            ("&quot;", "\""),
            ("&#34;", "\""),
            ("&nbsp;", " "),
            ("&#160;", " "),
            ("&#xa0;", " "),
            ("&shy;", ""),
            ("&laquo;", "«"),
            ("&raquo;", "»"),
            ("%20", " "),
            ("\\n", "\n"),
        ];
        if let Some((escape, sign)) = ENTITIES.iter().find(|(escape, _)| rest.starts_with(escape)) {
            plain.push_str(sign);
            at += escape.len();
            continue;
        }
        let Some(sign) = rest.chars().next() else {
            break;
        };
        // The lines of markup are broken anywhere.
        plain.push(if sign == '\n' && tags != Tags::None {
            ' '
        } else {
            sign
        });
        at += sign.len_utf8();
    }
    plain
}
