//! Characters of HTML that became none: without their `;`, or of no known name.
//!
//! Takes a text that begins with `&`, gives how long such a character is, and the sign that it stands for. `AT&T` and `R&D`
//! are words.

/// Those that web pages and office programs leave behind, with the signs that readers can see.
const NAMED: [(&str, Option<char>); 11] = [
    ("&nbsp", None),
    ("&shy", None),
    ("&laquo", Some('«')),
    ("&raquo", Some('»')),
    ("&ldquo", Some('“')),
    ("&rdquo", Some('”')),
    ("&mdash", Some('—')),
    ("&ndash", Some('–')),
    ("&minus", Some('−')),
    ("&quot", Some('"')),
    ("&hellip", Some('…')),
];

/// The longest and the shortest name of one, in bytes.
const NAME: [usize; 2] = [3, 8];

/// The length of the character of HTML that a text begins with, and its sign.
pub(super) fn at(text: &str) -> Option<(usize, Option<char>)> {
    if let Some(number) = text.strip_prefix("&#") {
        let digits = number.bytes().take_while(u8::is_ascii_digit).count();
        let sign = number[..digits].parse().ok().and_then(char::from_u32)?;
        let is_letter = digits >= 2 && !sign.is_control();
        return is_letter.then_some(("&#".len() + digits, Some(sign)));
    }
    if let Some((name, sign)) = NAMED.iter().find(|(name, _)| text.starts_with(name)) {
        return Some((name.len(), *sign));
    }
    let letters = text[1..].bytes().take_while(u8::is_ascii_lowercase).count();
    let is_name = (NAME[0]..=NAME[1]).contains(&letters) && text[1 + letters..].starts_with(';');
    is_name.then_some(("&;".len() + letters, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_html_are_told_from_words() {
        for (text, length, sign) in [
            ("&laquoсөз", 6, Some('«')),
            ("&#1178азақ", 6, Some('Қ')),
            ("&nbsp сөз", 5, None),
            ("&nbps;сөз", 6, None),
        ] {
            assert_eq!(at(text), Some((length, sign)), "{text}");
        }
        for text in ["&T", "&D; а", "& сөз", "&#5", "&co", "&СО;"] {
            assert_eq!(at(text), None, "{text}");
        }
    }
}
