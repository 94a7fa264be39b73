//! The words of rows that hold no gift of their own: sums, parts of a year, signatures, marks for what stands above.

use super::words::{has_phrase, rows, split};

/// Whether a text says that its row is one of sums. The name of a firm says nothing of the kind.
pub(super) fn is_total(text: &str) -> bool {
    has_phrase(rows("total"), text) && !text.contains(['«', '"', '“'])
}

/// Whether a text is a part of time alone: «1-жартыжылдық бойынша:».
pub(super) fn is_period(text: &str) -> bool {
    let Some(known) = rows("period") else {
        return false;
    };
    let typed = split(text);
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    typed.iter().any(|word| !is_number(word))
        && typed
            .iter()
            .all(|word| is_number(word) || known.contains(word))
}

/// Whether a text begins as what whoever made a sheet writes below it: «Исп.: …», «тел. …».
pub(super) fn is_signature(text: &str) -> bool {
    let typed = split(text);
    let phrases = rows("signature").into_iter().flatten();
    let mut phrases = phrases.map(|phrase| split(phrase));
    phrases.any(|phrase| typed.starts_with(&phrase))
}

/// Whether a text repeats what stands above.
pub(super) fn is_ditto(text: &str) -> bool {
    let lower = text.to_lowercase();
    let dittos = rows("ditto");
    dittos.is_some_and(|dittos| dittos.contains(&lower))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_sums_and_repeats_are_known() {
        assert!(is_total("ИТОГО:") && is_total("Барлығы") && is_total("Всего по области"));
        assert!(is_total("2023 жыл бойынша барлығы:") && is_total("Жалпы сомасы"));
        assert!(!is_total("ТОО «Итог-Строй»") && !is_total("Тотал ЖШС"));
        assert!(
            is_period("2023 жыл")
                && is_period("1-жартыжылдық бойынша:")
                && is_period("За II квартал")
        );
        assert!(!is_period("2023") && !is_period("1987 жылғы түлектер"));
        assert!(is_signature("Орындаған: бас маман Ахметова") && is_signature("Исп. Иванова С."));
        assert!(is_signature("тел. 46-12-34") && !is_signature("Исполинов Асан"));
        assert!(is_ditto("-//-") && !is_ditto("Дала"));
    }
}
