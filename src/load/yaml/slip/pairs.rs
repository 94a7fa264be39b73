//! Keys of a flow mapping: where each begins in a line of `{key: value, …}`, also where its comma is missing.

use super::key::key;
use crate::load::yaml::known::{is_language, known_key};

/// Where a key of `{key: value}` begins, and its colon.
pub(super) struct Pair {
    pub(super) key: usize,
    pub(super) colon: usize,
    /// There is no comma before it, though it follows a value.
    pub(super) lacks_comma: bool,
}

/// The keys in a line of `{key: value, …}`: words before a colon, behind a bracket or a comma. Inside a text in quotation
/// marks there are none.
pub(super) fn pairs(text: &str) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    let mut quotes = Quotes::of(text);
    let mut begins = true;
    let mut is_apart = false;
    for (at, letter) in text.char_indices() {
        quotes.pass(letter);
        if matches!(letter, '{' | '[' | ',') {
            begins = true;
            continue;
        }
        if letter.is_whitespace() || SEPARATORS.contains(&letter) {
            is_apart = true;
            continue;
        }
        let begun = std::mem::take(&mut begins);
        let lacks_comma = std::mem::take(&mut is_apart) && !begun && lacks_comma(text, at, &pairs);
        if (begun || lacks_comma)
            && let Some((name, _)) = key(&text[at..])
            && !quotes.are_open()
        {
            let colon = at + name.len();
            quotes.begin(&text[colon..]);
            pairs.push(Pair {
                key: at,
                colon,
                lacks_comma,
            });
        }
    }
    pairs
}

/// What is typed for a comma.
const SEPARATORS: [char; 6] = [';', '，', '、', '،', '|', '/'];

const QUOTES: [char; 2] = ['"', '\''];

/// The quotation marks of a line, counted on the way through it: of each kind in [`QUOTES`].
struct Quotes {
    /// Each has its partner.
    is_even: [bool; 2],
    seen: [usize; 2],
    /// The kind that the last value begins with, and how many of it stand before that.
    value: Option<(usize, usize)>,
}

impl Quotes {
    fn of(text: &str) -> Quotes {
        Quotes {
            is_even: QUOTES.map(|quote| text.matches(quote).count().is_multiple_of(2)),
            seen: [0, 0],
            value: None,
        }
    }

    fn pass(&mut self, letter: char) {
        if let Some(kind) = QUOTES.iter().position(|&quote| quote == letter) {
            self.seen[kind] += 1;
        }
    }

    /// A value begins with what stands behind this colon.
    fn begin(&mut self, behind: &str) {
        let first = behind.trim_start_matches([':', '：', ' ']).chars().next();
        let kind = QUOTES.iter().position(|&quote| Some(quote) == first);
        self.value = kind.map(|kind| (kind, self.seen[kind]));
    }

    /// Whether the last value goes on as a text in quotation marks.
    fn are_open(&self) -> bool {
        self.value
            .is_some_and(|(kind, before)| self.is_even[kind] && (self.seen[kind] - before) % 2 == 1)
    }
}

/// Whether a known field begins here behind the value of another: a word of a text is no field.
fn lacks_comma(text: &str, at: usize, pairs: &[Pair]) -> bool {
    let (Some(name), Some(last)) = (known_key(&text[at..]), pairs.last()) else {
        return false;
    };
    let value = text[last.colon..at].trim_start_matches([':', '：']);
    is_language(name) || !value.trim().is_empty()
}
