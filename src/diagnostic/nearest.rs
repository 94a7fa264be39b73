//! What an editor probably meant: the known names nearest to a word.

/// How many names are offered at most.
const OFFERED: usize = 3;

/// The known names that are nearest to `word`, nearest first; none if all are far off.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let plain = fold(word);
    let limit = (plain.chars().count() / 3).clamp(1, 4);
    let mut found: Vec<(usize, &str)> = known
        .into_iter()
        .filter_map(|name| {
            let other = fold(name);
            let distance = strsim::osa_distance(&plain, &other);
            let begins =
                plain.len() >= 3 && (other.starts_with(&plain) || plain.starts_with(&other));
            (distance <= limit || begins).then_some((distance, name))
        })
        .collect();
    found.sort();
    found.dedup();
    found
        .into_iter()
        .take(OFFERED)
        .map(|(_, name)| name.to_owned())
        .collect()
}

/// Lower case, with Cyrillic letters that look like Latin ones taken for them.
fn fold(word: &str) -> String {
    word.chars()
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
        assert_eq!(nearest("xyz", known), Vec::<String>::new());
    }
}
