//! Did-you-mean: the known names nearest to a word by edit distance.
//!
//! Takes a word and the known names, gives the nearest ones, or the one that was certainly meant. Knows nothing of what
//! they name.

use crate::locale::translit::transliterate;
use crate::source::text::confusables::is_unseen;

/// How many names are offered at most.
const OFFERED: usize = 3;

/// The longest word that is compared, in bytes: an edit distance takes the product of the lengths.
const MAX_WORD: usize = 100;

/// The known names that are nearest to `word`, nearest first; none if all are far off.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    if word.len() > MAX_WORD {
        return Vec::new();
    }
    let plain = fold(word);
    let letters = plain.chars().count();
    let limit = (letters / 3).clamp(1, 4);
    let mut found: Vec<(usize, &str)> = known
        .into_iter()
        .filter_map(|name| {
            let begins = letters >= 3 && name.len() <= MAX_WORD;
            if !begins && name.chars().count().abs_diff(letters) > limit {
                return None;
            }
            let other = fold(name);
            let distance = strsim::osa_distance(&plain, &other);
            let begins = begins && (other.starts_with(&plain) || plain.starts_with(&other));
            (distance <= limit || begins).then_some((distance, name))
        })
        .collect();
    found.sort();
    found.dedup();
    // The same word in other letters leaves no choice.
    if found.first().is_some_and(|(distance, _)| *distance == 0) {
        found.retain(|(distance, _)| *distance == 0);
    }
    found
        .into_iter()
        .take(OFFERED)
        .map(|(_, name)| name.to_owned())
        .collect()
}

/// The anchors of headings nearest to one that is not there; where it is the words of a heading, that alone.
pub(crate) fn nearest_anchor<'a>(
    anchor: &str,
    ids: impl IntoIterator<Item = &'a str>,
) -> Vec<String> {
    if anchor.len() > MAX_WORD {
        return Vec::new();
    }
    let plain = transliterate(anchor);
    let ids: Vec<&str> = ids.into_iter().collect();
    match ids.contains(&plain.as_str()) {
        true => vec![plain],
        false => {
            let near = nearest(anchor, ids.iter().copied());
            match near.is_empty() {
                true => nearest(&plain, ids),
                false => near,
            }
        }
    }
}

/// The known name that was certainly meant by a word.
pub(crate) fn sure<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    certain(word, &nearest(word, known))
}

/// The name that was certainly meant: the only near one, and no more than one slip away. A short word could be another.
pub(super) fn certain(word: &str, near: &[String]) -> Option<String> {
    let [name] = near else { return None };
    let (plain, other) = (fold(word), fold(name));
    let is_long = plain.chars().count() >= 4;
    let slips = strsim::osa_distance(&plain, &other);
    (slips == 0 || slips == 1 && is_long).then(|| name.clone())
}

/// Lower case, with Cyrillic letters that look like Latin ones (confusables) taken for them; without signs around the word
/// and characters that nobody sees.
fn fold(word: &str) -> String {
    let core = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    let word = if core.is_empty() { word } else { core };
    word.chars()
        .filter(|&letter| !is_unseen(letter))
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'а' => 'a',
            'е' => 'e',
            'о' => 'o',
            'р' => 'p',
            'с' => 'c',
            'у' => 'y',
            'х' => 'x',
            'і' => 'i',
            'к' => 'k',
            'м' => 'm',
            'т' => 't',
            '_' | ' ' => '-',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_offered_and_far_ones_are_not() {
        let known = ["region", "direction", "district", "title"];
        assert_eq!(nearest("regoin", known), ["region"]);
        assert_eq!(nearest("Regiоn", known), ["region"]);
        assert_eq!(nearest("Region", ["region", "reason"]), ["region"]);
        assert_eq!(nearest("«kk»", ["kk", "ru"]), ["kk"]);
        assert_eq!(nearest("re\u{200b}gion:", known), ["region"]);
        assert_eq!(nearest("xyz", known), Vec::<String>::new());
        assert_eq!(nearest(&"region".repeat(20), known), Vec::<String>::new());
    }

    #[test]
    fn one_slip_in_a_long_word_is_certain() {
        let known = ["region", "kk", "ru"];
        let certain = |word| certain(word, &nearest(word, known));
        assert_eq!(certain("regoin").as_deref(), Some("region"));
        assert_eq!(certain("Regiоn").as_deref(), Some("region"));
        assert_eq!(certain("KK").as_deref(), Some("kk"));
        assert_eq!(certain("rk"), None);
        assert_eq!(certain("regio ns"), None);
    }
}
