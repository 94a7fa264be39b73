//! Skeleton of a name: what is left of a word when all that differs by script, transliteration and habit is taken away.
//!
//! Takes a word in Cyrillic or Latin letters of any usual spelling, gives small Latin letters that stand for sounds: «Жақып»,
//! Zhaqyp, Jaqıp, Dzhakyp and ЖАКЫП are all `jakip`. Where one spelling can stand for two letters (ISO 9 writes `j` for й, many write it for
//! ж), [`spellings`] gives every skeleton that a word of a name may come out as. Knows nothing of who bears a name.

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::translit::transliterate;

/// Sounds that have no single small Latin letter of their own: ж, ч, ш and щ.
const ZH: u8 = b'j';
const CH: u8 = b'q';
const SH: u8 = b'w';

/// What is told apart only until the letter after it is known: й and the Latin y.
const Y: u8 = b'y';

/// The most skeletons of a word.
const MOST: usize = 48;

/// The skeleton of a word; signs are left out.
pub(crate) fn skeleton(word: &str) -> String {
    let mut sounds = Vec::with_capacity(word.len());
    push_sounds(word, &mut sounds);
    settled(&sounds)
}

/// The skeletons of two words that are written as one, in order.
pub(crate) fn joined(one: &str, other: &str) -> String {
    let sounds = [one.as_bytes(), other.as_bytes()].concat();
    settled(&sounds)
}

/// Every skeleton that a word of a name may have in another spelling, its own first.
pub(crate) fn spellings(word: &str) -> Vec<String> {
    let is_latin = word.bytes().any(|byte| byte.is_ascii_alphabetic());
    if is_latin {
        return vec![skeleton(word)];
    }
    let mut forms: Vec<Vec<u8>> = vec![Vec::new()];
    for letter in word.chars().flat_map(char::to_lowercase) {
        let mut usual = Vec::new();
        push_letter(letter, &mut usual);
        let others = others(letter);
        let room = MOST / forms.len().max(1);
        let mut more = Vec::new();
        for other in others.iter().take(room.saturating_sub(1)) {
            more.extend(forms.iter().map(|form| [form, other.as_bytes()].concat()));
        }
        forms.iter_mut().for_each(|form| form.extend(&usual));
        forms.append(&mut more);
    }
    let mut found = vec![skeleton(word)];
    // Two letters that are one in Latin: Bekhan for Бекхан, Kutseit for Кутсеит.
    let in_latin = skeleton(&transliterate(word));
    if !found.contains(&in_latin) {
        found.push(in_latin);
    }
    for form in forms {
        let form = settled(&form);
        // Alexandr; Ashat for Асхат.
        for form in [form.replace("ks", "h"), form.replace("sh", "w"), form] {
            if !found.contains(&form) {
                found.push(form);
            }
        }
    }
    found.retain(|form| !form.is_empty());
    found
}

/// What else a letter is written as, in Latin letters and sounds.
fn others(letter: char) -> &'static [&'static str] {
    match letter {
        // ISO 9 and the scientific transliteration.
        'й' => &["j", "i"],
        'ю' => &["ju"],
        'я' => &["ja", "a"],
        // Semion, Gorbachov.
        'ё' => &["io", "o", "jo"],
        // Dawren; the alphabet of 2018 has ý for it.
        'у' => &["v"],
        // Russian: Утеген, Отеген.
        'ө' => &["u", "e"],
        'ә' => &["ia", "e"],
        // Aygyl.
        'ү' => &["i"],
        // Woqan.
        'ш' => &["v"],
        // The alphabet of 2021.
        'ч' => &["tw"],
        'х' => &["k", "q"],
        'қ' => &["h"],
        'щ' => &["wt"],
        _ => &[],
    }
}

fn push_sounds(word: &str, sounds: &mut Vec<u8>) {
    let mut run = Vec::with_capacity(word.len());
    for letter in word.chars() {
        if letter.is_ascii_alphanumeric() {
            run.push(letter.to_ascii_lowercase() as u8);
        } else if !letter.is_ascii() {
            push_latin(&run, sounds);
            run.clear();
            let small = letter.to_lowercase();
            small.for_each(|letter| push_letter(letter, sounds));
        }
    }
    push_latin(&run, sounds);
}

/// A small letter in Latin ones: one of another script as a sound, one with a mark as the letters that it stands for.
fn push_letter(letter: char, into: &mut Vec<u8>) {
    let sounds: &[u8] = match letter {
        'а' | 'ә' | 'ə' => b"a",
        'б' => b"b",
        'в' => b"v",
        'г' | 'ғ' | 'ґ' | 'ӷ' => b"g",
        'д' => b"d",
        'е' | 'э' | 'ё' | 'є' => b"e",
        'ж' | 'җ' | 'ž' | 'ҷ' => &[ZH],
        'з' => b"z",
        'и' | 'і' | 'ы' | 'ї' | 'ı' => b"i",
        'й' => &[Y],
        'к' | 'қ' | 'ҡ' => b"k",
        'л' => b"l",
        'м' => b"m",
        'н' => b"n",
        'ң' | 'ŋ' => b"n",
        'о' | 'ө' | 'ø' => b"o",
        'п' => b"p",
        'р' => b"r",
        'с' => b"s",
        'т' => b"t",
        'у' | 'ұ' | 'ү' | 'ў' | 'ý' => b"u",
        'ф' => b"f",
        'х' | 'һ' | 'ҳ' => b"h",
        'ц' => b"c",
        'ч' | 'č' | 'ç' => &[CH],
        'ш' | 'щ' | 'š' | 'ş' | 'ș' | 'ŝ' => &[SH],
        'ю' | 'û' => b"iu",
        'я' | 'â' => b"ia",
        'ъ' | 'ь' => b"",
        'æ' => b"a",
        'ß' => b"s",
        letter if letter.is_ascii_alphanumeric() => &[letter as u8],
        letter => {
            let base = DecomposingNormalizerBorrowed::new_nfd()
                .normalize_iter(std::iter::once(letter))
                .next()
                .filter(|base| *base != letter);
            if let Some(base) = base {
                base.to_lowercase().for_each(|base| push_letter(base, into));
            }
            return;
        }
    };
    into.extend_from_slice(sounds);
}

/// Adds Latin letters as sounds: `zh`, `kh`, `ts` and the like are one each.
fn push_latin(letters: &[u8], sounds: &mut Vec<u8>) {
    let mut at = 0;
    while at < letters.len() {
        let next = letters.get(at + 1).copied();
        let (sound, length) = match (letters[at], next) {
            (b'z', Some(b'h')) => (ZH, 2),
            (b's', Some(b'h')) => (SH, 2),
            (b'c', Some(b'h')) => (CH, 2),
            (b'k', Some(b'h')) => (b'h', 2),
            (b'g', Some(b'h')) => (b'g', 2),
            (b'p', Some(b'h')) => (b'f', 2),
            (b't', Some(b's' | b'z')) => (b'c', 2),
            (b'c', Some(b'k')) => (b'k', 2),
            (b'x', _) => (b'h', 1),
            (b'q', _) => (b'k', 1),
            (b'w', _) => (b'v', 1),
            (letter, _) => (letter, 1),
        };
        sounds.push(sound);
        at += length;
    }
}

/// Sounds with what is often confused made one: й before a vowel, дж, щ, нг and ң, a doubled letter.
fn settled(sounds: &[u8]) -> String {
    let mut plain: Vec<u8> = Vec::with_capacity(sounds.len());
    let mut push = |sound: u8| {
        match (plain.last(), sound) {
            (Some(&last), sound) if last == sound && !sound.is_ascii_digit() => return,
            (Some(b'd'), ZH) | (Some(b't'), CH) | (Some(b'o'), b'u') | (Some(b't'), b'c') => {
                plain.pop();
            }
            (Some(b's'), CH) => {
                plain.pop();
                plain.push(SH);
                return;
            }
            (Some(&SH), CH) => return,
            (Some(b'n'), b'g') => return,
            _ => {}
        }
        if plain.last() != Some(&sound) || sound.is_ascii_digit() {
            plain.push(sound);
        }
    };
    for (at, &sound) in sounds.iter().enumerate() {
        match (sound, sounds.get(at + 1)) {
            (Y, Some(b'e' | b'o')) => {}
            (b'o', _) if at > 0 && sounds[at - 1] == Y => push(b'e'),
            (Y, _) => push(b'i'),
            (sound, _) => push(sound),
        }
    }
    // Sounds are ASCII.
    plain.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_one_skeleton_however_it_is_spelled() {
        for (skeletal, all) in [
            (
                "jakip",
                &[
                    "Жақып",
                    "ЖАКЫП",
                    "Zhaqyp",
                    "Jaqıp",
                    "Dzhakyp",
                    "Жакип",
                    "Джакып",
                ][..],
            ),
            (
                "ahmetov",
                &["Ахметов", "Akhmetov", "Ahmetov", "Axmetov", "AHMETOV"],
            ),
            ("alia", &["Алия", "Әлия", "Aliya", "Alia", "Aliia", "Äliâ"]),
            (
                "waniragov",
                &["Шаңырағов", "Shanyragov", "Şañyrağov", "Shangyraghov"],
            ),
            ("saltikovwedrin", &["СалтыковЩедрин", "SaltykovShchedrin"]),
            ("tleukenov", &["Тлеукенов", "Tleukenov"]),
            ("semen", &["Семён", "Семен", "Semyon", "Semën"]),
            ("ergali", &["Ерғали", "Yergali", "Ergali"]),
            (
                "hojamkulov",
                &["Ходжамкулов", "Khojamkulov", "Khodzhamkulov"],
            ),
            ("mukatai", &["Мұқатай", "Muqataı", "Mukatay"]),
        ] {
            for spelled in all {
                assert_eq!(skeleton(spelled), skeletal, "{spelled}");
            }
        }
    }

    #[test]
    fn spellings_hold_what_a_table_writes_otherwise() {
        for (name, spelled) in [
            ("Сергей", "Sergej"),
            ("Юлия", "Julija"),
            ("Дәурен", "Dawren"),
            ("Семён", "Semion"),
            ("Өтеген", "Утеген"),
            ("Күләш", "Куляш"),
            ("Александр", "Alexandr"),
            ("Шоқан", "Shokhan"),
            ("Асхат", "Ashat"),
            ("Бекхан", "Bekhan"),
            ("Кутсеит", "Kutseit"),
        ] {
            let all = spellings(name);
            assert!(all.contains(&skeleton(spelled)), "{spelled}: {all:?}");
            assert_eq!(all[0], skeleton(name));
        }
        assert!(spellings("Щяйёөкшфғұяёйуякс").len() <= 3 * MOST + 1);
    }
}
