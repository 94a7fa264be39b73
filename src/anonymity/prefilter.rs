//! A prefilter of the multi-pattern search, like a Bloom filter: hashes say where in a text a name can stand at all.
//!
//! Every page goes through here, so it may cost next to nothing. One word of each name, mostly the first, is its
//! anchor; the first bytes of anchors, folded so that case does not matter, are hashed into a bit table, and each place
//! of the text is looked up in it. Takes bytes, gives places; what really stands there is for `names` to say.
//!
//! aho-corasick is no faster: over 99 MB of pages and 95 anchors, whose cases make 4,928 patterns of their first bytes,
//! this table took 0.4 to 0.5 s, its DFA 0.65 s and 5 MB, its NFA 1.24 s.

use std::collections::HashSet;

use percent_encoding::percent_decode_str;

use super::unescape::{Unit, kind, unit};
use super::words::{fold, is_inline, tag_end};

/// A bit for each 16-bit hash.
type Table = Box<[u64; 1024]>;

/// What is looked for.
pub(super) struct Prefilter {
    anchors: HashSet<String>,
    /// For the first eight, four or two bytes of anchors: as many as each anchor has.
    eight: Table,
    four: Table,
    two: Option<Table>,
    /// Some anchor is too short to be looked for.
    blind: bool,
}

/// How often percent-encoding may be encoded itself before a text is read letter by letter.
const MOST_ENCODED: usize = 4;

/// Where a text has to be read closely.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Candidates {
    /// Around these bytes; nowhere if there are none.
    At(Vec<usize>),
    /// All of it: letters in it are escaped or hidden from the quick look.
    Everywhere,
}

impl Prefilter {
    pub(super) fn new(anchors: impl IntoIterator<Item = String>) -> Prefilter {
        let mut prefilter = Prefilter {
            anchors: anchors.into_iter().collect(),
            eight: Box::new([0; 1024]),
            four: Box::new([0; 1024]),
            two: None,
            blind: false,
        };
        for anchor in &prefilter.anchors {
            let (table, bytes) = match anchor.len() {
                8.. => (&mut prefilter.eight, 8),
                4..8 => (&mut prefilter.four, 4),
                2..4 => (prefilter.two.get_or_insert_with(|| Box::new([0; 1024])), 2),
                _ => {
                    prefilter.blind = true;
                    continue;
                }
            };
            for form in beginnings(anchor, bytes) {
                let mut block = [0; 8];
                block[..bytes].copy_from_slice(&form[..bytes]);
                mark(table, hash(block, bytes));
            }
        }
        prefilter
    }

    /// Where a text may hold an anchor.
    pub(super) fn candidates(&self, text: &str, markup: bool) -> Candidates {
        if self.blind || hides_letters(text, markup) && !self.is_clear_when_decoded(text, markup) {
            return Candidates::Everywhere;
        }
        Candidates::At(self.scan(text))
    }

    /// Whether percent-encoding is all that hides letters, and neither the text nor what it encodes holds an anchor. Every
    /// page that can be shared has such addresses: to read each of them letter by letter takes most of a build.
    fn is_clear_when_decoded(&self, text: &str, markup: bool) -> bool {
        let mut decoded = percent_decode_str(text).decode_utf8_lossy();
        for _ in 0..MOST_ENCODED {
            match percent_decode_str(&decoded).decode_utf8_lossy() {
                again if again == decoded => {
                    return !hides_letters(&decoded, markup)
                        && self.scan(&decoded).is_empty()
                        && self.scan(text).is_empty();
                }
                again => decoded = again.into_owned().into(),
            }
        }
        false
    }

    /// The anchors of a text in which no letter is hidden.
    fn scan(&self, text: &str) -> Vec<usize> {
        let bytes = text.as_bytes();
        let mut found = Vec::new();
        for (at, window) in bytes.windows(8).enumerate() {
            if let Some(block) = window.first_chunk()
                && self.may_begin(*block)
            {
                self.verify(text, at, &mut found);
            }
        }
        for at in bytes.len().saturating_sub(7)..bytes.len() {
            let mut block = [0; 8];
            block[..bytes.len() - at].copy_from_slice(&bytes[at..]);
            if self.may_begin(block) {
                self.verify(text, at, &mut found);
            }
        }
        found
    }

    #[inline(always)]
    fn may_begin(&self, block: [u8; 8]) -> bool {
        is_marked(&self.eight, hash(block, 8))
            || is_marked(&self.four, hash(block, 4))
            || self
                .two
                .as_ref()
                .is_some_and(|two| is_marked(two, hash(block, 2)))
    }

    /// Adds the place if a whole anchor stands there.
    fn verify(&self, text: &str, at: usize, found: &mut Vec<usize>) {
        if !text.is_char_boundary(at) {
            return;
        }
        let is_letter = |letter: char| matches!(kind(letter), Unit::Letter(_));
        if text[..at].chars().next_back().is_some_and(is_letter) {
            return;
        }
        let mut word = String::new();
        for letter in text[at..].chars().take_while(|letter| is_letter(*letter)) {
            fold(letter, &mut word);
        }
        if self.anchors.contains(&word) {
            found.push(at);
        }
    }
}

/// Whether letters of a text are escaped, or parted by what nobody sees.
fn hides_letters(text: &str, markup: bool) -> bool {
    let bytes = text.as_bytes();
    let escaped = memchr::memchr3_iter(b'&', b'%', b'\\', bytes).any(|at| {
        let (unit, length) = unit(text, at);
        match unit {
            Unit::Gap(_) if length == 1 => bytes[at..].starts_with(b"\\\\"),
            // What ends in a letter or a digit seems to be a part of the word after it.
            Unit::Gap(_) if bytes[at] != b'&' => true,
            Unit::Gap(_) => is_doubled(&text[at..]),
            _ => true,
        }
    });
    let unseen = |at: usize| {
        let character = text[at..].chars().next();
        character.is_some_and(|character| matches!(kind(character), Unit::Nothing | Unit::Breve))
    };
    // The first bytes of soft hyphens, of marks that are put over letters, and of what shows nothing.
    escaped
        || memchr::memchr3_iter(0xc2, 0xcc, 0xcd, bytes).any(unseen)
        || memchr::memchr3_iter(0xe1, 0xe2, 0xef, bytes).any(unseen)
        || memchr::memchr3_iter(0xd8, 0xe3, 0xf0, bytes).any(unseen)
        || memchr::memchr_iter(0xf3, bytes).any(unseen)
        || markup && parts_letters(text)
}

/// Whether an escape here holds another one.
fn is_doubled(rest: &str) -> bool {
    let inner = ["&amp;", "&#38;", "&#x26;"]
        .iter()
        .find_map(|escape| rest.strip_prefix(escape));
    inner.is_some_and(|inner| {
        let end = inner
            .bytes()
            .position(|byte| !byte.is_ascii_alphanumeric() && byte != b'#')
            .unwrap_or(inner.len());
        end > 0 && inner[end..].starts_with(';')
    })
}

/// Whether a tag stands in the middle of a word.
fn parts_letters(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_letter = |byte: Option<&u8>| {
        byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
    };
    memchr::memchr_iter(b'<', bytes).any(|at| {
        at > 0
            && is_letter(bytes.get(at - 1))
            && tag_end(text, at)
                .is_some_and(|end| is_letter(bytes.get(end)) && is_inline(&text[at..end]))
    })
}

/// The first bytes of a word in every case that folding does not make one.
fn beginnings(word: &str, bytes: usize) -> Vec<Vec<u8>> {
    let mut forms: Vec<Vec<u8>> = vec![Vec::new()];
    for letter in word.chars() {
        if forms.iter().all(|form| form.len() >= bytes) {
            break;
        }
        let mut variants: Vec<Vec<u8>> = Vec::new();
        let same = [Some(letter), (letter == 'е').then_some('ё')];
        for letter in same.into_iter().flatten() {
            for cased in std::iter::once(letter).chain(letter.to_uppercase()) {
                let mut buffer = [0; 4];
                let cased = cased.encode_utf8(&mut buffer).as_bytes();
                variants.push(cased.iter().map(|byte| byte | FOLD).collect());
            }
        }
        variants.sort();
        variants.dedup();
        forms = forms
            .iter()
            .flat_map(|form| {
                variants
                    .iter()
                    .map(move |more| [form.as_slice(), more].concat())
            })
            .collect();
    }
    forms.retain(|form| form.len() >= bytes);
    forms
}

/// Makes the bytes of nearly all Latin and Cyrillic letters the same in upper and lower case (and some letters the
/// same as others, which costs a second look).
const FOLD: u8 = 0x21;

#[inline(always)]
fn hash(block: [u8; 8], bytes: usize) -> u16 {
    let kept = u64::MAX >> (64 - 8 * bytes);
    let folded = (u64::from_le_bytes(block) | 0x2121_2121_2121_2121) & kept;
    (folded.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48) as u16
}

fn mark(table: &mut Table, hash: u16) {
    table[usize::from(hash >> 6)] |= 1 << (hash & 63);
}

#[inline(always)]
fn is_marked(table: &Table, hash: u16) -> bool {
    table[usize::from(hash >> 6)] >> (hash & 63) & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_read_whole(text: &str) -> bool {
        let prefilter = Prefilter::new(["өрнекбаев".to_owned(), "орнекбаев".to_owned()]);
        matches!(prefilter.candidates(text, true), Candidates::Everywhere)
    }

    #[test]
    fn an_encoded_address_is_read_letter_by_letter_only_if_it_may_name_somebody() {
        let share = |title: &str| {
            let title = crate::source::text::percent::component(title);
            format!("<p>Мектеп</p> <a href=\"https://t.me/share/url?text={title}\">")
        };
        assert!(!is_read_whole(&share("Жетіген ауылындағы мектеп, 100 %")));
        assert!(is_read_whole(&share("Өрнекбаев")));
        assert!(is_read_whole(&share(&share("Орнекбаев"))));
        assert!(is_read_whole(
            &share("Мектеп").replace("Мектеп", "Орнек&#1073;аев")
        ));
        assert!(is_read_whole(
            &share("Мектеп").replace("Мектеп", "Орнек<b>баев</b>")
        ));
    }
}
