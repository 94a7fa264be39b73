//! A text by its letters and digits alone, as names and titles are compared: case, signs and spaces are no difference.

/// The words of a text in small letters, with one space between each two.
pub(crate) fn plain_words(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ").to_lowercase()
}
