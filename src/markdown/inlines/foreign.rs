//! Marks of other programs, which readers would see as they are: `H~2~O`, `м^2^`, `$E=mc^2$`, `:smile:`, `%%note%%`.
//!
//! Takes a text, gives where such marks stand in it. Prices, times and `~5` are none.

use std::ops::Range;

/// The longest of what is raised or lowered, of a formula and of the name of a small picture, in bytes.
const LONGEST: [usize; 3] = [12, 200, 30];

/// The mark that begins at `at`, if one does.
pub(super) fn at(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = &text[at..];
    let before = text[..at].chars().next_back();
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let sign = rest.as_bytes()[0];
    let inner = |most: usize| {
        let length = rest.bytes().skip(1).take(most).position(|of| of == sign)?;
        let after = rest[length + 2..].chars().next();
        (length > 0).then(|| (&rest[1..=length], after))
    };
    let length = match sign {
        b'~' | b'^' => {
            let (inner, _) = inner(LONGEST[0])?;
            let is_part = |letter: char| letter.is_alphanumeric() || "+-−".contains(letter);
            // A note stands behind a sign, and begins its own line.
            let is_note = sign == b'^' && before.is_none_or(|of| ".,;:!?»”\"".contains(of));
            let is_mark = (is_word(before) || before == Some(')') || is_note)
                && inner.chars().all(is_part)
                && inner.chars().count() <= 4;
            is_mark.then_some(inner.len() + 2)
        }
        b'$' if rest.starts_with("$$") => rest[2..].contains("$$").then_some(2),
        b'$' => {
            let (inner, after) = inner(LONGEST[1])?;
            let is_tight = inner.trim() == inner && !is_word(before) && !is_word(after);
            let is_formula = inner.contains(['^', '_', '\\', '='])
                || inner.len() == 1 && inner.bytes().all(|of| of.is_ascii_alphabetic());
            (is_tight && is_formula).then_some(inner.len() + 2)
        }
        b':' => {
            let (inner, after) = inner(LONGEST[2])?;
            let is_part = |of: u8| of.is_ascii_lowercase() || of.is_ascii_digit() || of == b'_';
            let is_name = inner.len() > 1
                && inner.starts_with(|first: char| first.is_ascii_lowercase())
                && inner.bytes().all(is_part);
            let is_free = !is_word(before) && !is_word(after);
            let is_mark = is_free && (is_name || ["+1", "-1"].contains(&inner));
            is_mark.then_some(inner.len() + 2)
        }
        b'+' if rest.starts_with("++") => {
            let (inner, _) = rest[2..].split_once("++")?;
            let is_tight = inner.trim() == inner && inner.contains(char::is_alphanumeric);
            (is_tight && !is_word(before)).then_some(2)
        }
        // `\pagebreak`: a command of a typesetter, in a line of its own.
        b'\\' => {
            let name = rest[1..].trim_end();
            let is_command = name.len() >= 4 && name.bytes().all(|of| of.is_ascii_lowercase());
            (is_command && text[..at].trim().is_empty()).then_some(1 + name.len())
        }
        b'%' => {
            let is_note = rest.starts_with("%%") && !is_word(before) && before != Some('%');
            is_note.then_some(2)
        }
        _ => None,
    };
    length.map(|length| at..at + length)
}

/// The length of the tag of a forum that a text begins with: `[/b]`, whose first one stands before it.
pub(super) fn closing_tag(text: &str) -> Option<usize> {
    let name = text.strip_prefix("[/")?;
    let letters = name.bytes().take_while(u8::is_ascii_lowercase).count();
    let is_tag = (1..=LONGEST[0]).contains(&letters) && name[letters..].starts_with(']');
    is_tag.then_some("[/]".len() + letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_other_programs_are_found_and_plain_words_are_not() {
        let found = |text: &str| {
            let mut places = text.char_indices().map(|(place, _)| place);
            places.find_map(|place| at(text, place).map(|range| text[range].to_owned()))
        };
        for (text, mark) in [
            ("H~2~O", "~2~"),
            ("100 м^2^", "^2^"),
            ("Салынды.^1^", "^1^"),
            ("^1^ Ескерту", "^1^"),
            ("$E=mc^2$", "$E=mc^2$"),
            ("$x$ саны", "$x$"),
            ("рахмет :smile:", ":smile:"),
            ("%%астыртын%%", "%%"),
            ("Бұл ++асты сызылған++", "++"),
            ("\\pagebreak", "\\pagebreak"),
        ] {
            assert_eq!(found(text).as_deref(), Some(mark), "{text}");
        }
        for text in [
            "$5 пен $10",
            "$5=2500/$6=3000",
            "10:30:45",
            "~5 млн, ~10 млн",
            "100%% 50%%",
            "kk:ru:en",
            "a ^ b ^ c",
            "^_^ қуанышты ^_^",
            "2 ^3^ 4",
            "бағасы: 5, саны: 6",
            "C++ және C++",
            "A++ ++ B",
            "\\сервер",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
