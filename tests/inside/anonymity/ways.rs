//! Ways of naming: a table of texts that name one of twenty invented patrons, and texts that name none of them.
//!
//! `ways.tsv` was made by somebody who knew the patrons and not the code: each row is a text that a reader would understand, and
//! whether the surname stands there alone (`warning`) or more (`error`). `innocent.txt` has what only looks like a name.

use tagzym::anonymity::{Form, Guard};
use tagzym::model::patron::{Consent, PatronKind, PatronRecord};

use super::patron;
use tagzym::model::lang::Lang;

/// So many innocent texts may be taken for a part of a name.
const MISTAKEN: usize = 5;

fn patrons() -> Vec<PatronRecord> {
    let text = include_str!("patrons.yaml");
    let all: Vec<serde_yaml::Value> = serde_yaml::from_str(text).unwrap();
    let record = |one: &serde_yaml::Value| {
        let names = one["name"].as_mapping().unwrap().iter();
        let names: Vec<(Lang, &str)> = names
            .map(|(lang, name)| {
                (
                    Lang::from_code(lang.as_str().unwrap()).unwrap(),
                    name.as_str().unwrap(),
                )
            })
            .collect();
        PatronRecord {
            kind: match one["kind"].as_str().unwrap() {
                "person" => PatronKind::Person,
                "company" => PatronKind::Company,
                "fund" => PatronKind::Fund,
                "group" => PatronKind::Group,
                other => panic!("{other}"),
            },
            ..patron(one["id"].as_str().unwrap(), &names, Consent::Anonymous)
        }
    };
    all.iter().map(record).collect()
}

/// What is found of whom.
fn found(guard: &Guard, text: &str) -> Vec<(String, Form)> {
    let hits = guard.find(text, false).into_iter();
    hits.map(|hit| (guard.subjects[hit.subject].id.to_string(), hit.form))
        .collect()
}

#[test]
fn every_way_of_naming_is_found() {
    let patrons = patrons();
    let guard = Guard::new(patrons.iter()).unwrap();
    let mut missed = Vec::new();
    let mut weak = Vec::new();
    let mut rows = 0;
    for row in include_str!("ways.tsv").lines().skip(1) {
        let [id, expected, kind, text] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{row}");
        };
        rows += 1;
        let text = text.replace("\\n", "\n");
        let found = found(&guard, &text);
        let of = |wanted: Form| found.iter().any(|(of, form)| of == id && *form == wanted);
        if !of(Form::Name) && !of(Form::Part) {
            missed.push(row.to_owned());
        } else if expected == "error" && !of(Form::Name) {
            weak.push(format!("{kind}: {row}"));
        }
    }
    assert!(rows >= 400, "{rows}");
    assert!(
        missed.is_empty(),
        "{} of {rows} missed:\n{}\n\n{} only in part:\n{}",
        missed.len(),
        missed.join("\n"),
        weak.len(),
        weak.join("\n")
    );
    assert!(
        weak.is_empty(),
        "{} only in part:\n{}",
        weak.len(),
        weak.join("\n")
    );
}

#[test]
fn innocent_texts_name_nobody() {
    let patrons = patrons();
    let guard = Guard::new(patrons.iter()).unwrap();
    let mut wrong = Vec::new();
    let mut parts = Vec::new();
    for text in include_str!("innocent.txt").lines() {
        for (id, form) in found(&guard, text) {
            match form {
                Form::Part => parts.push(format!("{id}: {text}")),
                Form::Name | Form::Id | Form::Namesake => wrong.push(format!("{id}: {text}")),
            }
        }
    }
    assert!(
        wrong.is_empty() && parts.len() <= MISTAKEN,
        "{}\n\n{} in part:\n{}",
        wrong.join("\n"),
        parts.len(),
        parts.join("\n")
    );
}

/// What somebody who tried to get past the search came through with, or was stopped by for no reason.
#[test]
fn what_got_past_the_search_once_does_not_again() {
    let of = |id: &str, kind: PatronKind, ru: &str| PatronRecord {
        kind,
        ..patron(id, &[(Lang::Ru, ru)], Consent::Anonymous)
    };
    let patrons = [
        of("x-1", PatronKind::Group, "Выпускники школы № 17 1987 года"),
        of("x-2", PatronKind::Company, "ТОО «Батыр-1»"),
        of("x-3", PatronKind::Company, "ТОО «Агро»"),
        of("x-4", PatronKind::Person, "Пак Марина Викторовна"),
        of(
            "x-5",
            PatronKind::Person,
            "Сейдахметов Нуржан Абдикадырович",
        ),
        of("x-6", PatronKind::Person, "Ли Сергей"),
        of("x-7", PatronKind::Person, "Ким Виктор Сергеевич"),
        of("x-8", PatronKind::Person, "Абильдин Темирлан"),
    ];
    let guard = Guard::new(patrons.iter()).unwrap();
    for (id, text) in [
        ("x-1", "Спасибо: Выпускники школы № 17 1987 года"),
        ("x-2", "Подарок от «Батыр-1»"),
        ("x-2", "ТОО Батыр-1 помогло"),
        ("x-3", "Сеялку купило ТОО «Агро»."),
        ("x-4", "Пак Марина"),
        ("x-4", "М. Пак"),
        ("x-5", "О Сейдахметове писали"),
        ("x-5", "A Seidakhmetov gave"),
        ("x-5", "жомарт Сейдахметовке"),
        ("x-5", "Алматыда Сейдахметов"),
        ("x-5", "seidakhmetovnurzhan75"),
        // The sign of a soft letter stands in the surname.
        ("x-8", "Abil'din Temirlan"),
        ("x-8", "Temirlan Abil&#x27;din"),
        ("x-8", "Сыйлықты Temirlan Abil’din берді"),
        // An escape is no word between two others.
        ("x-1", "Выпускники школы&nbsp;№&#160;17&#160;1987 года"),
        ("x-7", "Ким&nbsp;Виктор"),
        ("x-5", "Сейдахметов2019"),
        ("x-5", "2-seidakhmetov.txt"),
        ("x-5", "seidakhmetov;nurzhan"),
        ("x-6", "Ли Сергей"),
        ("x-7", "Виктору Киму"),
    ] {
        let found = found(&guard, text);
        assert!(found.iter().any(|(of, _)| of == id), "{text}: {found:?}");
    }
    for text in [
        "Марина помогла",
        "Марина Иванова",
        "li + li { margin: 0 }",
        "Ли Ли",
        "Виктор кімге көмектесті?",
        "Школа № 17 и выпускники 1987 года школы № 5",
        "Виктор Сергеевич Пак",
        "агро и хлеб",
        "<li>Асан Ли</li>\n<li>Сергей Асанов</li>",
        // Two ids that stand one behind the other.
        "asan-seidakhmetov-7;nurzhan-asanov-18",
    ] {
        assert_eq!(found(&guard, text), [], "{text}");
    }
}

/// Pieces of texts that name somebody and of such that name nobody.
fn pieces() -> Vec<&'static str> {
    let ways = include_str!("ways.tsv").lines();
    let texts = ways.chain(include_str!("innocent.txt").lines());
    let mut pieces: Vec<&str> = texts.flat_map(|text| text.split([' ', '\t'])).collect();
    pieces.sort_unstable();
    pieces.dedup();
    pieces
}

/// Numbers of a generator, the same in every run.
fn numbers() -> impl FnMut(usize) -> usize {
    let mut seed = 5u64;
    move |below| {
        seed = seed.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(11);
        (seed >> 33) as usize % below
    }
}

#[test]
fn a_line_that_is_read_closely_says_no_more() {
    const BETWEEN: &[&str] = &[
        " ",
        " ",
        " ",
        " ",
        " ",
        " ",
        "-",
        ", ",
        ". ",
        "%20",
        "&nbsp;",
        "&#160;",
        "&#39;",
        "</b> <b>",
        "</p><p>",
        " 17 ",
        "\u{ad}",
        "",
        "’",
        "&amp;",
        "\",\"",
        "\":\"",
        " <a title=\"",
        "\">",
        "</a> ",
        " бір ",
        " бір екі ",
        " one two three ",
        " А. ",
        " С ",
        "&lt;b&gt;",
        "%3Cb%3E",
    ];
    let (guard, pieces) = (Guard::new(patrons().iter()).unwrap(), pieces());
    let mut below = numbers();
    let mut named = 0;
    for round in 0..9_000 {
        let mut text = String::new();
        // Neighbours in the list are of one name more often than not.
        let mut piece = below(pieces.len());
        for _ in 0..below(7) + 2 {
            piece = match below(3) {
                0 => below(pieces.len()),
                _ => (piece + below(5)) % pieces.len(),
            };
            text += pieces[piece];
            text += BETWEEN[below(BETWEEN.len())];
        }
        let markup = round % 3 > 0;
        let hits = guard.find(&text, markup);
        assert_eq!(hits, guard.find_closely(&text, markup), "{text} {markup}");
        named += usize::from(!hits.is_empty());
    }
    assert!((500..8_500).contains(&named), "{named}");
}

/// Wherever the line of a text is broken, a name that goes on in the next one is found as it is in one line.
#[test]
fn a_name_may_be_broken_at_each_of_its_words() {
    let clubs = [
        "«Клуб 17 друзей степи»",
        "Выпускники школы № 17 1987 года",
        "Батыр 2030 Қоры Арна",
    ];
    let clubs = clubs.iter().enumerate().map(|(nth, name)| PatronRecord {
        kind: PatronKind::Group,
        ..patron(&format!("x-{nth}"), &[(Lang::Ru, name)], Consent::Anonymous)
    });
    let patrons: Vec<PatronRecord> = patrons().into_iter().chain(clubs).collect();
    let guard = Guard::new(patrons.iter()).unwrap();
    let called = [
        "Клуб 17 друзей степи",
        "Выпускники школы № 17 1987 года",
        "Батыр 2030 Қоры Арна",
        "Ауыл балаларының ашық болашағы үшін",
        "За светлое будущее сельских детей",
        "Тайөткел мектебінің түлектері",
        "Үлгі Құрылыс",
        "Алтынқұс Фарм",
    ];
    let mut broken = 0;
    for name in called {
        let words: Vec<&str> = name.split(' ').collect();
        for at in 1..words.len() {
            let [before, after] = [&words[..at], &words[at..]].map(|part| part.join(" "));
            for (between, end) in [("", ""), (" осы айда", " көмектесті")] {
                let text = format!("Мектепке{between} {before}\n{after}{end}");
                let whole = guard.find_closely(&text, false);
                assert!(
                    whole.is_empty() || !guard.find(&text, false).is_empty(),
                    "{text}"
                );
                broken += usize::from(!whole.is_empty());
            }
        }
    }
    assert!(broken > 40, "{broken}");
}

#[test]
fn what_was_read_before_changes_nothing() {
    let texts = include_str!("ways.tsv").lines();
    let lines = texts.chain(include_str!("innocent.txt").lines());
    let lines: Vec<&str> = lines.collect();
    let patrons = patrons();
    let known = Guard::new(patrons.iter()).unwrap();
    let mut below = numbers();
    for _ in 0..30 {
        let page: Vec<&str> = (0..40).map(|_| lines[below(lines.len())]).collect();
        let page = page.join("\n");
        // Each guard knows nothing of what another one read.
        let before = known.find(&page, true);
        let new = Guard::new(patrons.iter()).unwrap().find(&page, true);
        assert_eq!(before, new);
        assert_eq!(known.find(&page, true), new);
    }
}
