//! Line wrapping: a text in lines, since SVG breaks none by itself.

/// Breaks a text between words, or after a hyphen, into lines of at most `most` letters; a longer word is cut.
pub(crate) fn wrap(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces(text, most) {
        let fits = lines
            .last()
            .is_some_and(|line| line.chars().count() + piece.trim_end().chars().count() <= most);
        match lines.last_mut() {
            Some(line) if fits => line.push_str(&piece),
            _ => lines.push(piece),
        }
    }
    lines
        .iter()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

/// The pieces that a line can end after, with the space behind them.
fn pieces(text: &str, most: usize) -> Vec<String> {
    let mut pieces = Vec::new();
    for word in text.split_whitespace() {
        for part in word.split_inclusive('-') {
            let letters: Vec<char> = part.chars().collect();
            pieces.extend(letters.chunks(most.max(1)).map(String::from_iter));
        }
        if let Some(last) = pieces.last_mut() {
            last.push(' ');
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_between_words() {
        assert_eq!(wrap("", 5), Vec::<String>::new());
        assert_eq!(wrap("Абай", 5), ["Абай"]);
        assert_eq!(wrap("Солтүстік Қазақстан", 10), ["Солтүстік", "Қазақстан"]);
        assert_eq!(
            wrap("Северо-Казахстанская", 14),
            ["Северо-", "Казахстанская"]
        );
        assert_eq!(wrap("a b c d", 3), ["a b", "c d"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
    }
}
