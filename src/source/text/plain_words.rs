//! A text by its letters and digits alone, as names and titles are compared: case, signs and spaces are no difference.

/// The words of a text in small letters, with one space between each two.
pub(crate) fn plain_words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut is_behind_word = false;
    for letter in text.chars() {
        let small = small_letter(letter);
        if small.is_none() && !letter.is_alphanumeric() {
            is_behind_word = !words.is_empty();
            continue;
        }
        if std::mem::take(&mut is_behind_word) {
            words.push(' ');
        }
        match small {
            Some(small) => words.push(small),
            None => words.extend(letter.to_lowercase()),
        }
    }
    words
}

/// A letter or digit of ASCII or Cyrillic as a small one: nearly all are told so, at a tenth of what Unicode's tables take.
pub(crate) fn small_letter(letter: char) -> Option<char> {
    match letter {
        'a'..='z' | '0'..='9' | 'а'..='џ' => Some(letter),
        'A'..='Z' => Some(letter.to_ascii_lowercase()),
        'А'..='Я' => char::from_u32(u32::from(letter) + 0x20),
        // In pairs, the small one of each behind the other.
        'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' => char::from_u32(u32::from(letter) | 1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_small_as_in_unicode() {
        for letter in ('\0'..=char::MAX).filter(|of| of.is_alphanumeric()) {
            let small: String = letter.to_lowercase().collect();
            assert_eq!(plain_words(&letter.to_string()), small, "{letter:?}");
        }
        for sign in ('\0'..=char::MAX).filter(|of| !of.is_alphanumeric()) {
            assert_eq!(plain_words(&format!("А{sign}б")), "а б", "{sign:?}");
        }
    }

    #[test]
    fn words_stand_with_one_space_between_them() {
        assert_eq!(plain_words(" «Үлгі-1»  ЖШС. "), "үлгі 1 жшс");
        assert_eq!(plain_words("…"), "");
    }
}
