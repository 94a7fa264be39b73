//! Keys of YAML: the word that a text begins with, if the colon behind it makes it a field, right or nearly so.

/// The key that a text begins with, and the sign behind it: `:`, or the wide one of another keyboard.
pub(super) fn key(text: &str) -> Option<(&str, &str)> {
    let word = text.find(|letter| !is_of_key(letter)).unwrap_or(text.len());
    let behind = text[word..].trim_start();
    let mark = [":", "："]
        .into_iter()
        .find(|mark| behind.starts_with(mark))?;
    let is_address = behind[mark.len()..].starts_with("//");
    let name = &text[..text.len() - behind.len()];
    (is_key(&text[..word]) && !is_address).then_some((name, mark))
}

pub(super) fn is_key(name: &str) -> bool {
    !name.is_empty() && name.len() <= 60 && name.chars().all(is_of_key)
}

fn is_of_key(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '-')
}
