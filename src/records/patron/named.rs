//! Names in free texts: of a cup, a street, a fund, an ancestor.
//!
//! Takes a text, gives what is called by a name in it. A holiday tells of nobody; but many people and funds are called like
//! one, so it counts only in words that say so.

/// Where a quotation begins, and where it ends.
const OPENING: [char; 4] = ['«', '“', '"', '„'];
const CLOSING: [char; 4] = ['»', '”', '"', '“'];

/// Holidays, word for word; a word has its forms between slashes. What is a name of people besides stands with a word beside
/// it that tells them apart.
const HOLIDAYS: [&str; 15] = [
    "День/Дня/Дню защиты детей",
    "День/Дня/Дню Победы",
    "День/Дня/Дню знаний",
    "Новый/Нового/Новому год/года/году",
    "на/На Наурыз/Рамазан",
    "к/К Наурызу/Рамазану",
    "праздник/праздника/празднику/праздником Наурыз/Рамазан",
    "Наурыз/Рамазан мейрам/мейрамы/мейрамына/мейрамында/мейрамын/айы/айына/айында",
    "Рамазан/Ораза/Құрбан айт/айты/айтқа/айтына/айтта/айтында",
    "Жеңіс күні/күніне/күнінде",
    "Балаларды қорғау күні/күніне/күнінде",
    "Жаңа жыл/жылға/жылда/жылдық",
    "for/For Nauryz",
    "Nauryz holiday/holidays/festival/celebration/celebrations",
    "New/Victory/Children’s/Children's Year/Year’s/Year's/Day",
];

/// What is called by a name in a text: words in quotation marks, or the first with a capital letter that begins no sentence
/// and is of no holiday.
pub(super) fn name_in(text: &str) -> Option<String> {
    if let Some(start) = text.find(OPENING) {
        let quoted = text[start..].trim_start_matches(OPENING);
        let end = quoted.find(CLOSING).unwrap_or(quoted.len());
        return Some(quoted[..end].trim().to_owned());
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let (mut at, mut begins) = (0, true);
    while let Some(word) = words.get(at) {
        let of_holiday = holiday(&words[at..]);
        if of_holiday.is_none() && !begins && has_capital(word) {
            return Some(word.trim_matches(is_sign).to_owned());
        }
        at += of_holiday.unwrap_or(1);
        begins = words[at - 1].ends_with(['.', '!', '?', ':']);
    }
    None
}

fn has_capital(word: &str) -> bool {
    let first = word.chars().find(|letter| letter.is_alphanumeric());
    first.is_some_and(char::is_uppercase)
}

fn is_sign(letter: char) -> bool {
    !letter.is_alphanumeric()
}

/// How many words are a holiday, if they begin with one.
fn holiday(words: &[&str]) -> Option<usize> {
    HOLIDAYS.iter().find_map(|holiday| {
        let forms: Vec<&str> = holiday.split(' ').collect();
        let words = words.get(..forms.len())?;
        let last = words.len() - 1;
        let is_one = words.iter().zip(&forms).enumerate().all(|(nth, of)| {
            let (&word, forms) = of;
            // Signs stand around a holiday, and not in it.
            let word = match nth {
                0 => word.trim_start_matches(is_sign),
                _ if nth == last => word.trim_end_matches(is_sign),
                _ => word,
            };
            forms.split('/').any(|form| form == word)
        });
        is_one.then_some(words.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_sounds_like_a_holiday_is_told() {
        for (text, name) in [
            ("Школе имени Рамазанова", "Рамазанова"),
            ("Подарок Рамазану", "Рамазану"),
            ("Школе имени Рамазан", "Рамазан"),
            ("Поездка к Рамазанову", "Рамазанову"),
            ("Для фонда «Наурыз»", "Наурыз"),
            ("«Наурыз» қоры", "Наурыз"),
            ("Жәрдем Наурыз қорына", "Наурыз"),
            ("Для ансамбля «День Победы»", "День Победы"),
            ("Для ТОО Наурыз-Агро", "ТОО"),
            ("Дар Наурыз-Агро на Наурыз", "Наурыз-Агро"),
            ("На Наурыз от Ахметова", "Ахметова"),
            ("Бұл Құрбан айтты", "Құрбан"),
            ("A gift of the Nauryz fund", "Nauryz"),
            ("Кубок на День. Победы", "День"),
        ] {
            assert_eq!(name_in(text).as_deref(), Some(name), "{text}");
        }
    }

    #[test]
    fn a_holiday_tells_of_nobody() {
        for text in [
            "Подарки на Наурыз",
            "Подарки (на Наурыз).",
            "Подарки к Рамазану",
            "Подарки на праздник Наурыз",
            "Сыйлық Наурыз мейрамына",
            "Азық-түлік Рамазан айында, Құрбан айтта",
            "Подарки ко Дню защиты детей",
            "Подарки ко Дню Победы, к Новому году",
            "Сыйлық Жеңіс күніне",
            "Toys for Nauryz, New Year and Children’s Day",
            "Toys for Victory Day",
        ] {
            assert_eq!(name_in(text), None, "{text}");
        }
    }
}
