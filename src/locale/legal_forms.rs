//! Legal forms of companies, funds and associations in three languages: the words that a name has besides itself.
//!
//! Takes a word, gives whether it is one of a legal form: ЖШС, ТОО, LLP, «қайырымдылық қоры», «общественный фонд».

use std::collections::HashSet;
use std::sync::LazyLock;

use super::skeleton::skeleton;

/// Abbreviations: a word is one of them whole or not at all.
const SHORT: &str = "жшс тоо llp llc ақ ао оао зао пао jsc жк ип ie ооо ltd inc co corp plc кх шқ фх кфх оо қб оф ққ кф кқ бф ғқ чф \
    кт гкп кмм кгу мкқк гккп пк өк аоо кеақ нао";

/// Words that stand in any case.
const WORDS: &str = "жауапкершілігі шектеулі серіктестігі серіктестік акционерлік қоғамы қоғам қоғамдық жеке кәсіпкер кәсіпкері \
    шаруа қожалығы фермер қоры қор қайырымдылық корпоративтік жекеше бірлестігі бірлестік компаниясы компания фирмасы фирма холдингі \
    холдинг кәсіпорны мекемесі кооперативі корпорациясы товарищество ограниченной ответственностью акционерное общество \
    индивидуальный предприниматель крестьянское хозяйство фермерское фонд благотворительный общественный корпоративный частный \
    общественное объединение предприятие учреждение кооператив корпорация company foundation fund charity charitable public private \
    corporate association holding limited liability partnership joint stock individual entrepreneur corporation";

/// Forms of which one name is not the other's, each in its languages: a partnership, a joint-stock company, one person's business, a
/// farm, a fund, an association.
const APART: [&str; 6] = [
    "жшс тоо llp llc ооо ltd серіктестігі товарищество",
    "ақ ао оао зао пао jsc аоо кеақ нао акционерлік акционерное",
    "жк ип ie кәсіпкер кәсіпкері предприниматель entrepreneur",
    "кх шқ фх кфх шаруа қожалығы қожалық фермерлік крестьянское крестьянско фермерское peasant",
    "қор қоры фонд фонда fund foundation",
    "бірлестік бірлестігі объединение ассоциация қауымдастық қауымдастығы association",
];

/// Forms of companies, farms and businesses as they are written out.
const WRITTEN_OUT: [&str; 11] = [
    "жауапкершілігі шектеулі серіктестігі",
    "жауапкершілігі шектеулі серіктестік",
    "товарищество с ограниченной ответственностью",
    "общество с ограниченной ответственностью",
    "limited liability partnership",
    "limited liability company",
    "акционерлік қоғамы",
    "акционерное общество",
    "joint stock company",
    "жеке кәсіпкер",
    "индивидуальный предприниматель",
];

static WRITTEN_OUT_SOUNDS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let sounds = |form: &str| form.split(' ').map(skeleton).collect();
    WRITTEN_OUT.map(sounds).into()
});

static CLASSES: LazyLock<Vec<HashSet<String>>> = LazyLock::new(|| APART.map(all).into());
static SHORT_FORMS: LazyLock<HashSet<String>> = LazyLock::new(|| all(SHORT));
static STEMS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let stem = |word: String| {
        let length = word.len();
        word[..length - usize::from(length > 5) - usize::from(length > 7)].to_owned()
    };
    let mut stems: Vec<String> = all(WORDS).into_iter().map(stem).collect();
    stems.sort();
    stems
});

fn all(words: &str) -> HashSet<String> {
    words.split_whitespace().map(skeleton).collect()
}

/// Whether a word belongs to a legal form. What is short is one in capital letters only: ОФ, but not “of”.
pub(crate) fn is_legal_form(word: &str) -> bool {
    let sounds = skeleton(word);
    is_long_form(&sounds) || word.chars().any(char::is_uppercase) && is_short_form(&sounds)
}

/// Which of the forms that are told apart a word says, in whatever case: none that is a word of English besides, such as ОФ.
pub(crate) fn legal_class(word: &str) -> Option<usize> {
    let sounds = skeleton(word);
    CLASSES.iter().position(|words| words.contains(&sounds))
}

/// Whether the skeleton of a word is that of an abbreviation: ТОО.
pub(crate) fn is_short_form(sounds: &str) -> bool {
    SHORT_FORMS.contains(sounds)
}

/// Whether the skeleton of a word belongs to a legal form that is written out, in whatever case.
pub(crate) fn is_long_form(sounds: &str) -> bool {
    /// What an ending adds at most.
    const ENDING: usize = 5;
    let of =
        |stem: &String| sounds.starts_with(stem.as_str()) && sounds.len() <= stem.len() + ENDING;
    STEMS.iter().any(of)
}

/// The words of a name, in whatever case, without those of its legal form and without what joins them: the «с» of «Товарищество с
/// ограниченной ответственностью».
pub(crate) fn without_forms(words: &[String]) -> impl Iterator<Item = &String> {
    let is_form = |word: &String| is_legal_form(&word.to_uppercase());
    let joins = move |at: usize| {
        let around = at.checked_sub(1).and_then(|before| words.get(before));
        let around = around.zip(words.get(at + 1));
        is_joint(&words[at]) && around.is_some_and(|(one, other)| is_form(one) && is_form(other))
    };
    let words = words.iter().enumerate();
    let kept = words.filter(move |(at, word)| !is_form(word) && !joins(*at));
    kept.map(|(_, word)| word)
}

/// Whether a word can join the words of a legal form.
pub(crate) fn is_joint(word: &str) -> bool {
    ["с", "С"].contains(&word)
}

/// The words of a name without a form of companies that is written out. Other words are left, even if they could be of a form.
pub(crate) fn without_written_form(mut words: Vec<&str>) -> Vec<&str> {
    const SHORTEST: usize = 2;
    if words.len() <= SHORTEST {
        return words;
    }
    let sounds: Vec<String> = words.iter().map(|word| skeleton(word)).collect();
    let place = |form: &Vec<String>| {
        let at = sounds.windows(form.len()).position(|of| of == form)?;
        Some(at..at + form.len())
    };
    let found = WRITTEN_OUT_SOUNDS.iter().find_map(place);
    if let Some(form) = found.filter(|form| form.len() < words.len()) {
        words.drain(form);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legal_forms_are_known_in_any_case() {
        for word in [
            "ТОО",
            "ЖШС",
            "Llp",
            "фонда",
            "қорының",
            "товариществу",
            "серіктестігіне",
            "Foundation",
        ] {
            assert!(is_legal_form(word), "{word}");
        }
        for word in ["Дала", "Темір", "Құрылыс", "Үлгі", "Nomadelta", "of", "too"]
        {
            assert!(!is_legal_form(word), "{word}");
        }
    }
}
