//! Words, folds and stems as readers write them.

use super::*;

#[test]
fn a_text_is_cut_into_plain_words() {
    for (text, expected) in [
        ("«Үлгі Құрылыс» ЖШС", &["үлгі", "құрылыс", "жшс"][..]),
        ("Ёлка, ЁЖ", &["елка", "еж"]),
        (
            "Нұр-Сұлтан қаласы",
            &["нұр", "сұлтан", "нұрсұлтан", "қаласы"],
        ),
        ("qazaq’stan 2019 ж.", &["qazaqstan", "2019", "ж"]),
        ("за́мок — 1-2", &["замок", "1", "2", "12"]),
        ("", &[]),
    ] {
        assert_eq!(words(text), expected, "{text}");
    }
    assert_eq!(words(&"ә".repeat(40)), ["ә".repeat(32)]);
}

#[test]
fn a_word_has_one_fold_however_it_is_written() {
    for all in [
        &["түгел", "тугел", "tugel"][..],
        &[
            "қазақстан",
            "казакстан",
            "казахстан",
            "qazaqstan",
            "kazakhstan",
            "kazahstan",
        ],
        &["жерсу", "zhersu", "jersu", "žersu"],
        &["алматы", "almaty"],
        &["құрылыс", "qurylys", "kurylys", "курылыс", "qūrylys"],
        &["үлгі", "ulgi", "улги", "ülgı"],
        &["шымкент", "shymkent", "şymkent"],
        &["детский", "detskiy"],
        &["целиноград", "tselinograd"],
    ] {
        for word in all {
            assert_eq!(fold(word), fold(all[0]), "{word}");
        }
    }
    assert_ne!(fold("мектеп"), fold("мектептер"));
    assert_eq!(fold("2011"), "2011");
    assert_eq!(fold("学校"), "");
}

#[test]
fn forms_of_one_word_share_a_stem() {
    for all in [
        &[
            "мектеп",
            "мектептің",
            "мектепке",
            "мектептер",
            "мектебі",
            "мектебінің",
            "мектептерге",
            "мектептегі",
            "мектебіне",
            "мектебінде",
            "mektepke",
        ][..],
        &[
            "мешіт",
            "мешіттің",
            "мешітте",
            "мешіттер",
            "мешіттері",
            "мешіттерге",
            "мешіті",
        ],
        &["балық", "балыққа", "балықтар"],
        &[
            "балабақша",
            "балабақшаның",
            "балабақшалар",
            "балабақшасы",
            "балабақшаға",
        ],
        &["кеген", "кегенде", "кегенге", "кегендегі", "кегеннен"],
        &["ауыл", "ауылы", "ауылында", "ауылдар", "ауылдың"],
        &["алматы", "алматыда", "алматының", "almatyda"],
        &["кітап", "кітабы", "кітаптар"],
        &["шәкіртақы", "шәкіртақыны", "шәкіртақылар"],
        &["шәкіртақыны", "шәкіртақылар"],
        &["аллеясы", "аллея", "аллею", "аллеям", "аллеями"],
        &[
            "школа",
            "школы",
            "школой",
            "школ",
            "школам",
            "школах",
            "shkoly",
        ],
        &["памятник", "памятники", "памятника", "памятников"],
        &["остров", "острова", "островов"],
        &["новая", "новый", "нового", "новые"],
        &["school", "schools"],
        &["library", "libraries"],
        &["bridge", "bridges"],
        &["house", "houses"],
        &["bus", "buses"],
        &["church", "churches"],
        &["музей", "музея", "музеи", "музеев", "музеями"],
    ] {
        for word in all {
            let of_first = stems(all[0]);
            let shares = stems(word).iter().any(|stem| of_first.contains(stem));
            assert!(shares, "{word}: {:?}, {of_first:?}", stems(word));
        }
    }
}

#[test]
fn other_words_share_none() {
    for (one, other) in [
        ("алма", "алматы"),
        ("астана", "аста"),
        ("абай", "аба"),
        ("мектеп", "мекен"),
        ("bus", "bu"),
        ("mosqe", "мосты"),
    ] {
        let of_one = stems(one);
        let shared: Vec<String> = stems(other)
            .into_iter()
            .filter(|stem| of_one.contains(stem))
            .collect();
        assert!(shared.is_empty(), "{one} {other}: {shared:?}");
    }
}
