//! Pairs of marks with spaces inside: `* «Дала» *`, `~~ ескі ~~`, which make nothing of the words between them.
//!
//! Takes the marks of a block that touch no word, one after another, and says of which it is the second of a pair. Signs of
//! multiplication, separators and blanks to be filled in are none.

use std::ops::Range;

/// The marks of a block that stand alone so far.
#[derive(Debug, Default)]
pub(super) struct Spaced {
    open: [Option<(usize, usize)>; SORTS.len()],
    told: [bool; SORTS.len()],
}

/// Marks by their signs.
const SORTS: [&str; 5] = ["*", "**", "_", "__", "~~"];

const QUOTES: &str = "«»“”„\"";

impl Spaced {
    /// Whether the mark at `at` in the text of the run `nth` ends words that another one before them began. Of each sort
    /// one pair is told.
    pub(super) fn closes(&mut self, nth: usize, text: &str, at: &Range<usize>) -> bool {
        let sign = &text[at.clone()];
        let Some(sort) = SORTS.iter().position(|of| *of == sign) else {
            return false;
        };
        if self.told[sort] {
            return false;
        }
        let open = self.open[sort].replace((nth, at.end));
        let is_pair = open.is_some_and(|(run, end)| {
            run != nth || is_phrase(sign, &text[end..at.start], &text[at.end..], text)
        });
        self.told[sort] = is_pair;
        is_pair
    }
}

/// Marks whose two signs a translator's program parted, `* * тез * *`, if they begin at a byte: the word for what they were to
/// make, and where the second pair ends.
pub(super) fn doubled(text: &str, at: usize) -> Option<(&'static str, usize)> {
    let (mark, what) = match text.as_bytes()[at] {
        b'*' => ("* *", "emphasis"),
        b'_' => ("_ _", "emphasis"),
        b'~' => ("~ ~", "strike"),
        _ => return None,
    };
    let inner = text[at..].strip_prefix(mark)?.strip_prefix(' ')?;
    let begins = |of: char| of.is_alphanumeric() || QUOTES.contains(of);
    let close = inner.find(mark).filter(|_| inner.starts_with(begins))?;
    let is_closed = inner[..close].ends_with(' ') && !inner[close + mark.len()..].starts_with(" *");
    let has_words = inner[..close].contains(char::is_alphabetic);
    let start = text.len() - inner.len();
    (is_closed && has_words).then_some((what, start + close + mark.len()))
}

/// Whether words between two marks are meant to be marked.
fn is_phrase(sign: &str, inner: &str, after: &str, whole: &str) -> bool {
    let inner = inner.trim();
    let quotes = |letter: Option<char>| letter.is_some_and(|letter| QUOTES.contains(letter));
    let first = inner.chars().next();
    if quotes(first) {
        return true;
    }
    let begins = first.is_some_and(|first| first.is_alphabetic() || first == '(');
    if sign != "*" {
        return begins || first.is_some_and(char::is_numeric);
    }
    // `ұзындығы * ені = ауданы` multiplies, and `Қазақша * Русский * English` separates.
    let multiplies = whole.contains(['=', '×']) || inner.contains(|of: char| of.is_numeric());
    let next = after.trim_start().chars().next();
    let goes_on = next.is_none_or(|next| next.is_lowercase() || ".,;:!?".contains(next));
    begins && !multiplies && goes_on && inner.chars().count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parted_pairs_are_told() {
        let found = |text: &str| {
            let at = text.find(['*', '_', '~'])?;
            doubled(text, at).map(|(what, end)| (what, end - at))
        };
        for (text, told) in [
            (
                "Құрылыс * * тез * * аяқталды",
                Some(("emphasis", "* * тез * *".len())),
            ),
            (
                "Бұл _ _ барлығы _ _ риза",
                Some(("emphasis", "_ _ барлығы _ _".len())),
            ),
            (
                "Бұл ~ ~ ескі ~ ~ мектеп",
                Some(("strike", "~ ~ ескі ~ ~".len())),
            ),
            ("сөз * * *", None),
            ("4 * * 5 * * 6", None),
            ("қолы _ _ _ _ күні", None),
        ] {
            assert_eq!(found(text), told, "{text}");
        }
    }

    #[test]
    fn pairs_with_spaces_inside_are_told_from_signs() {
        let is_told = |text: &str, sign: &str| {
            let mut spaced = Spaced::default();
            let free = text.match_indices(sign);
            let all: Vec<bool> = free
                .map(|(at, _)| spaced.closes(0, text, &(at..at + sign.len())))
                .collect();
            all.contains(&true)
        };
        for (text, sign) in [
            ("Көмек * «Дала» * есебінен", "*"),
            ("Бұл * өте маңызды * сөз", "*"),
            ("Көмек _ «Дала» _ есебінен", "_"),
            ("Көмек __ Дала __ есебінен", "__"),
            ("~~ 5 млн ~~ 6 млн", "~~"),
        ] {
            assert!(is_told(text, sign), "{text}");
        }
        for (text, sign) in [
            ("4 * 6 * 2 м", "*"),
            ("S = ұзындығы * ені * биіктігі", "*"),
            ("a * b * c", "*"),
            ("Қазақша * Русский * English", "*"),
            ("сөз * * *", "*"),
            ("Қолы _ , күні", "_"),
        ] {
            assert!(!is_told(text, sign), "{text}");
        }
    }
}
