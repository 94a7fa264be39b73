//! Keys of YAML: the word that a text begins with, if the colon behind it makes it a field, right or nearly so.

/// The key that a text begins with, and the sign behind it: `:`, or the wide one of another keyboard.
pub(super) fn key(text: &str) -> Option<(&str, &str)> {
    let at = text.find([':', '：'])?;
    let mark = if text[at..].starts_with(':') {
        ":"
    } else {
        "："
    };
    let name = text[..at].trim_end();
    let is_address = text[at + mark.len()..].starts_with("//");
    (is_key(name) && !is_address).then(|| (&text[..at], mark))
}

pub(super) fn is_key(name: &str) -> bool {
    let is_word = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-');
    !name.is_empty() && name.len() <= 60 && name.chars().all(is_word)
}
