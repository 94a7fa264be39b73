//! Confusables, Default_Ignorable_Code_Point and Bidi_Control: which characters are invisible or look like others.
//!
//! The one place that says so, but for the looser fold of did-you-mean (`diagnostic/nearest.rs`). Takes a character, gives
//! what it is. Unicode's properties are ICU's data; where one set differs from another, it differs on purpose, and says
//! why.

use icu_properties::CodePointSetDataBorrowed;
use icu_properties::props::{BidiControl, DefaultIgnorableCodePoint};

static DEFAULT_IGNORABLE: CodePointSetDataBorrowed<'static> =
    CodePointSetDataBorrowed::new::<DefaultIgnorableCodePoint>();
static BIDI_CONTROL: CodePointSetDataBorrowed<'static> =
    CodePointSetDataBorrowed::new::<BidiControl>();

/// Characters that show nothing themselves (Unicode's Default_Ignorable_Code_Point): all of them can part a word so
/// that nobody sees it.
pub(crate) fn is_default_ignorable(letter: char) -> bool {
    // The property begins with the soft hyphen, and no letter of Latin and Cyrillic has it.
    letter >= '\u{ad}'
        && !matches!(letter, '\u{ae}'..='\u{34e}' | '\u{400}'..='\u{52f}')
        && DEFAULT_IGNORABLE.contains(letter)
}

/// Characters that set the direction of text (Unicode's Bidi_Control).
pub(crate) fn is_direction(letter: char) -> bool {
    BIDI_CONTROL.contains(letter)
}

/// Characters that an editor cannot know of: those that show nothing, and the ends of lines and paragraphs that look
/// like a space. Those of direction have a name of their own. A variation selector is seen: the sign before it is drawn
/// in colour or in black by it.
pub(crate) fn is_invisible(letter: char) -> bool {
    let is_line_end = matches!(letter, '\u{2028}' | '\u{2029}');
    let is_variation_selector = matches!(letter, '\u{fe00}'..='\u{fe0f}');
    is_line_end || is_default_ignorable(letter) && !is_variation_selector && !is_direction(letter)
}

/// Characters that a terminal would obey, or not show: they are written as their number where foreign text is repeated.
pub(crate) fn is_unseen(letter: char) -> bool {
    letter.is_control() || is_invisible(letter) || is_direction(letter)
}

/// What joins emoji into one, or says whose flag one is: invisible, and meant, where no letter stands before it.
pub(crate) fn joins_pictures(letter: char) -> bool {
    matches!(letter, '\u{200d}' | '\u{e0020}'..='\u{e007f}')
}

/// Spaces that are not the usual one.
pub(crate) fn is_odd_space(letter: char) -> bool {
    letter.is_whitespace() && !letter.is_ascii() && !is_unseen(letter)
}

/// Cyrillic letters and the Latin ones that look the same in common fonts. Unicode's confusables (UTS #39) with the
/// letters of Kazakh and Russian only, where a whole table would see a mistake in any word, and with those that only a
/// hurried eye takes for each other (к, Һ), which UTS #39 tells apart.
const PAIRS: [(char, char); 31] = [
    ('а', 'a'),
    ('е', 'e'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('у', 'y'),
    ('х', 'x'),
    ('і', 'i'),
    ('һ', 'h'),
    ('ё', 'ë'),
    ('ә', 'ə'),
    ('ү', 'ʏ'),
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
    ('У', 'Y'),
    ('Х', 'X'),
    ('І', 'I'),
    ('Ү', 'Y'),
    ('ѕ', 's'),
    ('ј', 'j'),
    ('ԁ', 'd'),
    ('к', 'k'),
    ('Һ', 'h'),
];

/// The Latin letter that a Cyrillic one looks like.
pub(crate) fn latin_of(letter: char) -> Option<char> {
    PAIRS
        .iter()
        .find(|(cyrillic, _)| *cyrillic == letter)
        .map(|(_, latin)| *latin)
}

/// A Latin letter of those that stand for each other with Cyrillic ones.
pub(crate) fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic() || matches!(letter, '\u{c0}'..='\u{24f}' | 'ə' | 'ʏ')
}

/// A letter of Cyrillic.
pub(crate) fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}')
}

/// A letter that Kazakh has and Russian has not.
pub(crate) fn is_kazakh(letter: char) -> bool {
    "әғқңөұүһіӘҒҚҢӨҰҮҺІ".contains(letter)
}

/// Whether a Latin letter looks like a Cyrillic one.
pub(crate) fn looks_cyrillic(letter: char) -> bool {
    PAIRS.iter().any(|&(_, latin)| latin == letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quick_look_passes_over_no_ignorable_character() {
        for letter in '\0'..=char::MAX {
            let said = is_default_ignorable(letter);
            assert_eq!(said, DEFAULT_IGNORABLE.contains(letter), "{letter:?}");
        }
        assert!(is_invisible('\u{3164}') && is_invisible('\u{34f}'));
        assert!(!is_invisible('\u{fe0f}') && !is_invisible('\u{202e}'));
        assert!(is_odd_space('\u{a0}') && !is_odd_space('\u{2028}') && !is_odd_space(' '));
    }
}
