//! What readers of each language meet on every page of the portal's frozen copy: no word of another language that is not
//! marked as such, numbers that agree with their nouns, the quotation marks and dashes of the language, and the way to
//! the other two.

#[path = "readers/text.rs"]
pub mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::{LazyLock, Mutex};

use crate::support::{Site, between};
use tagzym::Lang;
use text::{Piece, pieces};

/// The pages of the portal's frozen copy.
static PORTAL: LazyLock<BTreeMap<String, String>> =
    LazyLock::new(|| Site::portal().build().pages());

/// Every different piece that the portal shows, with one page that shows it.
static PIECES: LazyLock<Vec<(String, Piece)>> = LazyLock::new(|| {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for (path, page) in PORTAL.iter() {
        for piece in pieces(page) {
            let key = (piece.lang.clone(), piece.text.clone(), piece.prose);
            if !piece.code && seen.insert(key) {
                all.push((path.clone(), piece));
            }
        }
    }
    assert!(all.len() > 3000, "{}", all.len());
    all
});

/// Fails with every piece in which `find` finds something.
fn none(find: impl Fn(&Piece) -> Option<String>) {
    let mut found = String::new();
    for (path, piece) in PIECES.iter() {
        if let Some(what) = find(piece) {
            writeln!(found, "{path} ({}): {what}: {:?}", piece.place, piece.text).unwrap();
        }
    }
    assert!(found.is_empty(), "\n{found}");
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// A template that asks for a page which the program does not name shows nothing in its place.
#[test]
fn the_foot_of_every_page_leads_to_the_rules_if_they_are_written() {
    for (path, page) in PORTAL.iter().filter(|(_, page)| page.contains("<footer")) {
        let lang = path.split_once('/').map_or("kk", |(lang, _)| lang);
        let link = format!("<a href=\"/{lang}/how-figures-are-computed/\"");
        let foot = page.rsplit("<footer").next().unwrap();
        assert_eq!(foot.matches(&link).count(), 1, "{path}");
    }
    let without = Site::base().build().read("en/index.html");
    assert!(
        without
            .contains("<p>The portal’s totals are worked out from records of contributions; reported figures are quoted from their sources.</p>")
    );
}

#[test]
fn no_word_of_another_language_is_unmarked() {
    /// Words that no sentence of the language does without, and that are none of the other.
    const RUSSIAN: &str =
        " и в на из для или что это как по при область области города проект проекты помощь ";
    const KAZAKH: &str = " және бойынша үшін жоқ туралы бұл облысы облысында қаласы ауданы жоба жобалар теңге қоры көмек ";
    const ENGLISH: &str = " the of and for with in is by a to region project projects ";
    let foreign = |text: &str, lists: &[&str]| {
        let is_acronym = |word: &str| word.chars().count() > 1 && word.to_uppercase() == word;
        words(text)
            .find(|&word| {
                // A letter alone may be one of the alphabet over a list.
                if is_acronym(word) || word == text.trim() {
                    return false;
                }
                let word = word.to_lowercase();
                lists.iter().any(|list| list.contains(&format!(" {word} ")))
            })
            .map(str::to_owned)
    };
    // Endings that only Russian words have, and letters that only Kazakh ones do. Titles in «…» and the names of regions
    // that are written the Kazakh way in Russian too stand aside.
    const ENDINGS: [&str; 10] = [
        "ая", "ого", "ение", "ения", "ость", "ский", "ские", "ных", "ться", "ными",
    ];
    const SITE: &str = "Туған жерге тағзым";
    const NAMES: &str = " Ұлытау Жетісу Ақсуат ";
    let is_russian = |word: &&str| {
        word.chars().count() > 5 && ENDINGS.iter().any(|ending| word.ends_with(ending))
    };
    let is_kazakh = |word: &&str| {
        let own = |c: char| "әғқңөұүһі".contains(c);
        word.to_lowercase().contains(own) && !NAMES.contains(&format!(" {word} "))
    };
    none(|piece| {
        let text = &piece.text;
        let outside = outside_quotes(&text.replace(SITE, ""));
        let by_form = match piece.lang.as_str() {
            "kk" => words(&outside).find(is_russian),
            "ru" => words(&outside).find(is_kazakh),
            _ => None,
        };
        if let Some(word) = by_form.filter(|word| *word != text.trim()) {
            return Some(word.to_owned());
        }
        match piece.lang.as_str() {
            "en" => words(text)
                .find(|word| word.chars().any(|c| matches!(c, '\u{400}'..='\u{52f}')))
                .map(str::to_owned),
            // Web addresses hold words of any language.
            "ru" if !text.contains(".kz/") => foreign(text, &[KAZAKH, ENGLISH]),
            "kk" if !text.contains(".kz/") => foreign(text, &[RUSSIAN, ENGLISH]),
            _ => None,
        }
    });
}

/// A text without what stands in «…».
fn outside_quotes(text: &str) -> String {
    let mut depth = 0;
    let outside = text.chars().filter(|c| {
        depth += i32::from(*c == '«');
        let keep = depth == 0;
        depth -= i32::from(*c == '»' && depth > 0);
        keep
    });
    outside.collect()
}

/// Numbers with the word behind each: «5 проектов», «1 286 проектов».
fn counted(text: &str) -> Vec<(u64, &str)> {
    let mut found = Vec::new();
    let is_digit = |c: char| c.is_ascii_digit();
    let mut rest = text;
    while let Some(start) = rest.find(is_digit) {
        let from = &rest[start..];
        let end = from
            .find(|c: char| !is_digit(c) && c != '\u{a0}' && c != ',' && c != '.')
            .unwrap_or(from.len());
        let (number, after) = from.split_at(end);
        rest = after;
        let grouped = |part: &str| part.replace(['\u{a0}', ','], "");
        let word = after.trim_start_matches(' ');
        let is_behind = word.len() < after.len() || number.ends_with('\u{a0}');
        let end = word
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(word.len());
        if let (true, Ok(count)) = (is_behind, grouped(number).parse()) {
            found.push((count, &word[..end]));
        }
    }
    found
}

/// The form of a Russian noun behind a count, by its name in CLDR, whose rule for whole numbers this is.
fn russian_form(count: u64) -> &'static str {
    match (count % 10, count % 100) {
        (_, 11..=14) => "many",
        (1, _) => "one",
        (2..=4, _) => "few",
        _ => "many",
    }
}

#[test]
fn numbers_agree_with_their_nouns() {
    const RUSSIAN: [[&str; 3]; 7] = [
        ["вклад", "вклада", "вкладов"],
        ["проект", "проекта", "проектов"],
        ["меценат", "мецената", "меценатов"],
        ["объект", "объекта", "объектов"],
        ["лауреат", "лауреата", "лауреатов"],
        ["регион", "региона", "регионов"],
        ["человек", "человека", "человек"],
    ];
    const ENGLISH: [[&str; 2]; 7] = [
        ["contribution", "contributions"],
        ["project", "projects"],
        ["patron", "patrons"],
        ["facility", "facilities"],
        ["laureate", "laureates"],
        ["region", "regions"],
        ["person", "people"],
    ];
    // In Kazakh a noun behind a number stands in the singular.
    const KAZAKH: [&str; 7] = [
        "көмектер",
        "жобалар",
        "меценаттар",
        "нысандар",
        "лауреаттар",
        "өңірлер",
        "адамдар",
    ];
    assert_eq!(
        counted("1\u{a0}286 проектов, 3 жоба"),
        [(1286, "проектов"), (3, "жоба")]
    );
    assert_eq!(
        [0, 1, 2, 4, 5, 11, 12, 14, 20, 21, 22, 101, 111, 112, 1001].map(russian_form),
        [
            "many", "one", "few", "few", "many", "many", "many", "many", "many", "one", "few",
            "one", "many", "many", "one"
        ]
    );
    let seen = Mutex::new(BTreeSet::new());
    none(|piece| {
        if piece.prose {
            return None;
        }
        let mut wrong = counted(&piece.text).into_iter().filter(|&(count, word)| {
            let (form, forms): (&str, Option<&[&str]>) = match piece.lang.as_str() {
                "ru" => (
                    russian_form(count),
                    RUSSIAN
                        .iter()
                        .find(|forms| forms.contains(&word))
                        .map(|f| &f[..]),
                ),
                "en" => (
                    if count == 1 { "one" } else { "other" },
                    ENGLISH
                        .iter()
                        .find(|forms| forms.contains(&word))
                        .map(|f| &f[..]),
                ),
                _ => return KAZAKH.iter().any(|plural| word.starts_with(plural)),
            };
            let Some(forms) = forms else { return false };
            seen.lock().unwrap().insert((piece.lang.clone(), form));
            let wanted = match form {
                "one" => forms[0],
                "few" => forms[1],
                _ => forms[forms.len() - 1],
            };
            word != wanted
        });
        wrong.next().map(|(count, word)| format!("{count} {word}"))
    });
    let seen = seen.into_inner().unwrap();
    let forms = [
        ("en", "one"),
        ("en", "other"),
        ("ru", "one"),
        ("ru", "few"),
        ("ru", "many"),
    ];
    for (lang, form) in forms {
        assert!(
            seen.contains(&(lang.to_owned(), form)),
            "{lang} {form} is never met"
        );
    }
}

#[test]
fn marks_and_dashes_are_those_of_the_language() {
    none(|piece| {
        let text = &piece.text;
        let has = |what: &str| text.contains(what).then(|| what.to_owned());
        let straight = has("\"").or_else(|| has("'"));
        let hyphen = has(" - ").or_else(|| has("--")).or_else(|| has("..."));
        let spaces = has("\u{a0} ")
            .or_else(|| has(" \u{a0}"))
            .or_else(|| has(" ,"));
        let punctuation = [" .", " ;", " :", " !", " ?", "( ", " )", "« ", " »"];
        let spaced = punctuation.into_iter().find_map(|mark| {
            let end = text.trim_end().ends_with(mark).then(|| mark.to_owned());
            end.or_else(|| has(&format!("{mark} ")).filter(|_| mark.starts_with(' ')))
                .or_else(|| has(mark).filter(|_| mark.ends_with(' ') || mark == " »"))
        });
        let quotes = match piece.lang.as_str() {
            // Inner ones stand inside «…» alone.
            "kk" | "ru" => {
                let before = |mark: char| text.split(mark).next().unwrap_or_default();
                let is_inner = |mark: char| !text.contains(mark) || before(mark).contains('«');
                (!is_inner('“') || !is_inner('„')).then(|| "quotation marks".to_owned())
            }
            _ => has("«").or_else(|| has("»")).or_else(|| has("„")),
        };
        let dash = match piece.lang.as_str() {
            // A period between two dates is no sentence.
            "kk" | "ru" if text.trim() != "–" => has(" – "),
            "en" => has(" — "),
            _ => None,
        };
        let characters: Vec<char> = text.chars().collect();
        let group = characters.windows(5).position(|five| {
            let [first, space, rest @ ..] = five else {
                return false;
            };
            first.is_ascii_digit() && *space == ' ' && rest.iter().all(char::is_ascii_digit)
        });
        let group = group.filter(|&at| !characters.get(at + 5).is_some_and(char::is_ascii_digit));
        let group = group.map(|_| "digits".to_owned());
        straight
            .or(hyphen)
            .or(spaces)
            .or(spaced)
            .or(quotes)
            .or(dash)
            .or(group)
    });
}

/// The file that an address of the site leads to.
fn file(url: &str) -> String {
    let path = url.trim_start_matches('/');
    if path.ends_with('/') || path.is_empty() {
        format!("{path}index.html")
    } else {
        path.to_owned()
    }
}

/// Holds that a page says which language it is, has a title, and leads to the same page in the other languages.
fn check_languages(path: &str, page: &str, pages: &BTreeMap<String, String>) {
    let lang = between(page, "<html lang=\"", "\"");
    let own = path.split('/').next().filter(|first| first.len() == 2);
    assert_eq!(own.unwrap_or("kk"), lang, "{path}");
    let locale = between(page, "property=\"og:locale\" content=\"", "\"");
    let locales = [("kk", "kk_KZ"), ("ru", "ru_RU"), ("en", "en_GB")];
    assert!(locales.contains(&(lang, locale)), "{path}: {locale}");
    assert!(
        !between(page, "<title", "</title>")
            .split_once('>')
            .unwrap()
            .1
            .is_empty()
    );
    let switcher = between(page, "<nav class=\"languages\"", "</nav>");
    let links: Vec<&str> = switcher.split("<a href=\"").skip(1).collect();
    assert_eq!(links.len(), 3, "{path}");
    let names = ["Қазақша", "Русский", "English"];
    for ((link, (code, _)), name) in links.iter().zip(locales).zip(names) {
        let url = link.split('"').next().unwrap();
        assert!(link.contains(&format!("lang=\"{code}\"")), "{path}: {link}");
        assert!(
            link.contains(&format!(">{name}</span></a>")),
            "{path}: {link}"
        );
        // Not to home: to this very page.
        let same = match path.split_once('/') {
            Some((_, rest)) if own.is_some() => format!("{code}/{rest}"),
            _ => format!("{code}/404.html"),
        };
        assert_eq!(file(url), same, "{path}");
        let other = pages
            .get(&same)
            .unwrap_or_else(|| panic!("{path}: no {same}"));
        assert!(other.contains(&format!("<html lang=\"{code}\">")), "{same}");
    }
    let alternates = page.matches("rel=\"alternate\" hreflang=").count();
    let noindex = page.contains("<meta name=\"robots\" content=\"noindex\">");
    let alternate = |lang: &str| {
        let link = format!("<link rel=\"alternate\" hreflang=\"{lang}\"");
        page.matches(&link).count()
    };
    assert_eq!(
        alternate("x-default"),
        usize::from(alternates > 0),
        "{path}"
    );
    assert_eq!(alternate(lang), usize::from(!noindex), "{path}");
}

#[test]
fn every_page_leads_to_itself_in_the_other_languages() {
    for (path, page) in PORTAL.iter() {
        // A page in a frame has the language that the site around it chose.
        let is_embed = path.contains("/embed/");
        if path == "index.html" || is_embed || page.contains("http-equiv=\"refresh\"") {
            continue;
        }
        check_languages(path, page, &PORTAL);
    }
}

#[test]
fn titles_tell_the_pages_of_a_language_apart() {
    for lang in Lang::ALL {
        let mut titles: BTreeMap<&str, &str> = BTreeMap::new();
        for (path, page) in PORTAL.iter() {
            if !path.starts_with(lang.code()) || page.contains("http-equiv=\"refresh\"") {
                continue;
            }
            let title = between(page, "<title", "</title>")
                .split_once('>')
                .unwrap()
                .1;
            if let Some(other) = titles.insert(title, path) {
                panic!("{path} and {other} are both called {title}");
            }
        }
        assert!(titles.len() > 100, "{}", titles.len());
    }
}

#[test]
fn the_first_page_offers_three_languages_alike() {
    let root = &PORTAL["index.html"];
    let list = between(root, "<ul class=\"choose\"", "</ul>");
    let items: Vec<&str> = list.split("<li ").skip(1).collect();
    let langs: Vec<&str> = items
        .iter()
        .map(|item| between(item, "lang=\"", "\""))
        .collect();
    assert_eq!(langs, ["kk", "ru", "en"]);
    let shape = |item: &str| -> Vec<String> {
        let tags = item.split('<').skip(1);
        tags.map(|tag| tag.split([' ', '>']).next().unwrap_or_default().to_owned())
            .collect()
    };
    assert_eq!(shape(items[0]), shape(items[1]));
    assert_eq!(shape(items[0]), shape(items[2]));
    assert!(root.contains("hreflang=\"x-default\""));
}

/// A site with lists of several pages, and a region that many patrons come from.
fn long_lists() -> BTreeMap<String, String> {
    let site = Site::case(include_str!("readers/long_lists.case"));
    let letters = [
        "Ағаш",
        "Ёлка",
        "Ежов",
        "Қала",
        "ЖШС «Ұлан»",
        "Zhersu",
        "7 арна",
    ];
    let mut patrons = String::new();
    for (number, name) in letters.iter().cycle().take(119).enumerate() {
        let name = format!("{{kk: '{name} {number}', ru: '{name} {number}', en: 'N{number}'}}");
        patrons += &format!("- {{id: p{number}, kind: company, region: r, name: {name}}}\n");
        let project = format!(
            "---\ntitle: Жоба {number}\nregion: r\ndirection: d\nstatus: planned\n---\nМәтін.\n"
        );
        site.write(&format!("content/projects/x{number}.kk.md"), project);
    }
    site.write("content/patrons/p.yaml", patrons);
    site.build().pages()
}

#[test]
fn later_pages_of_a_list_and_untranslated_texts_lead_to_themselves_too() {
    let pages = long_lists();
    for list in [
        "projects/page/2",
        "patrons/page/2",
        "regions/r/page/2",
        "projects/x1",
    ] {
        for lang in ["kk", "ru", "en"] {
            let path = format!("{lang}/{list}/index.html");
            check_languages(&path, &pages[&path], &pages);
        }
    }
    let untranslated = &pages["ru/projects/x1/index.html"];
    assert!(
        untranslated.contains("<title lang=\"kk\">"),
        "{untranslated}"
    );
    assert!(!untranslated.contains("<link rel=\"alternate\" hreflang=\"ru\""));
}

#[test]
fn letters_lead_to_names_on_every_page_of_a_list() {
    let pages = long_lists();
    for (lang, shown) in [
        ("kk", ["7", "А", "Е", "Ё", "Қ", "Ұ", "Z"].as_slice()),
        ("ru", ["7", "А", "Е, Ё", "Қ", "Ұ", "Z"].as_slice()),
    ] {
        for (page, anywhere) in [
            ("patrons/", false),
            ("patrons/page/2/", false),
            ("regions/r/", true),
        ] {
            let path = format!("{lang}/{page}index.html");
            let index = between(&pages[&path], "<nav class=\"letters\"", "</nav>");
            let links: Vec<(&str, &str)> = index
                .split("<a href=\"")
                .skip(1)
                .map(|link| (link.split('"').next().unwrap(), between(link, ">", "</a>")))
                .collect();
            assert_eq!(links.len(), shown.len(), "{path}: {links:?}");
            for ((url, label), &wanted) in links.iter().zip(shown) {
                let bucket = matches!(wanted, "7" | "Z");
                assert!(bucket || *label == wanted, "{path}: {label}, not {wanted}");
                let (address, anchor) = url.split_once('#').unwrap();
                assert_eq!(address.is_empty(), anywhere, "{path}: {url}");
                let target = if anywhere {
                    path.clone()
                } else {
                    file(address)
                };
                let place = between(&pages[&target], &format!(" id=\"{anchor}\""), "</a>");
                let name = place.rsplit('>').next().unwrap();
                let name = name.trim_start_matches("ЖШС «");
                let first = &wanted[..wanted.chars().next().unwrap().len_utf8()];
                assert!(name.starts_with(first), "{path}: {label} leads to {name}");
            }
        }
    }
}
