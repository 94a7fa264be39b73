//! Anonymity: whatever way the name or the id of an anonymous patron is written, no file of the output may hold it, and
//! ordinary text is not taken for it.

#[path = "anonymity/ways.rs"]
mod ways;

use std::convert::Infallible;
use std::fs;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use super::specimens::patron_record;
use super::support::{Site, lines};
use proptest::prelude::*;
use tagzym::anonymity::{Form, Guard, Hit};
use tagzym::model::date::Date;
use tagzym::model::lang::{Lang, Localised};
use tagzym::model::patron::{Consent, FormerName, PatronKind, PatronRecord};
use tagzym::pipeline::{Preparation, Rendered, render_all};

const NAMES: [(Lang, &str); 3] = [
    (Lang::Kk, "Үлгіхан Өрнекбаев"),
    (Lang::Ru, "Улгихан Орнекбаёв"),
    (Lang::En, "Ulgikhan Ornekbayev"),
];

fn patron(id: &str, names: &[(Lang, &str)], consent: Consent) -> PatronRecord {
    PatronRecord {
        name: Localised::new(names.iter().map(|(lang, name)| (*lang, (*name).to_owned()))),
        consent,
        ..patron_record(id)
    }
}

fn guard() -> Guard {
    let patrons = [
        patron("p-7c41", &NAMES, Consent::Anonymous),
        patron("fund", &[(Lang::Kk, "Ли Ан")], Consent::Anonymous),
        patron("steppe", &[(Lang::Kk, "Дала Өрнекбаев")], Consent::Public),
    ];
    Guard::new(patrons.iter()).unwrap()
}

fn found(text: &str) -> bool {
    // A part of a name is only warned of.
    let is_whole = |hit: &Hit| hit.form != Form::Part;
    guard().find(text, true).iter().any(is_whole)
}

#[test]
fn without_anonymous_patrons_there_is_no_guard() {
    let patrons = [patron("steppe", &NAMES, Consent::Public)];
    assert!(Guard::new(patrons.iter()).is_none());
}

#[test]
fn a_former_name_is_kept_as_the_name_is() {
    let named = |name: &str| Localised::new([(Lang::Ru, name.to_owned())]);
    let formerly = |name: &str, of: PatronRecord| PatronRecord {
        former_names: vec![FormerName {
            name: named(name),
            until: Date::Year(2019),
        }],
        ..of
    };
    let person = patron("p-1", &[(Lang::Ru, "Новикова Жанат")], Consent::Anonymous);
    let company = PatronRecord {
        kind: PatronKind::Company,
        ..patron("p-2", &[(Lang::Ru, "ТОО «Алтын Арба»")], Consent::Anonymous)
    };
    let public = patron("dala", &[(Lang::Ru, "ТОО «Дала»")], Consent::Public);
    let patrons = [
        formerly("Орнекбаева Жанат", person),
        formerly("ТОО «Күміс Үзеңгі Сауда»", company),
        formerly("Қола Ерлан", public),
        patron("p-3", &[(Lang::Ru, "Қола Ерлан")], Consent::Anonymous),
    ];
    let guard = Guard::new(patrons.iter()).unwrap();
    let forms = |text: &str| -> Vec<(usize, Form)> {
        let hits = guard.find(text, true);
        hits.iter().map(|hit| (hit.subject, hit.form)).collect()
    };
    assert_eq!(forms("благодарим Жанат Орнекбаеву"), [(0, Form::Name)]);
    assert_eq!(forms("Новиковой Жанат"), [(0, Form::Name)]);
    assert_eq!(forms("от «Күміс Үзеңгі Сауда»"), [(1, Form::Name)]);
    // A public patron was called so once, and its page says so.
    assert_eq!(forms("Ерлан Қола"), [(2, Form::Namesake)]);
    assert_eq!(forms("Орнекбаев ауылы, үзеңгі"), []);
}

/// A public patron whose patronymic is another is called without it in an id and in texts; with the patronymic of who must not be
/// named, nobody else is meant.
#[test]
fn a_public_patron_is_told_apart_by_the_patronymic() {
    let named = |id: &str, name: &str, consent: Consent| patron(id, &[(Lang::Ru, name)], consent);
    let hidden = "Шапакбаев Кутсеит Кутжигитулы";
    let public = "Шапакбаев Кутсеит Айсеитулы";
    let patrons = [
        named("p-af3e", hidden, Consent::Anonymous),
        named("kutseit-shapakbayev", public, Consent::Public),
    ];
    let guard = Guard::new(patrons.iter()).unwrap();
    let forms = |guard: &Guard, text: &str| -> Vec<Form> {
        let hits = guard.find(text, true);
        hits.iter().map(|hit| hit.form).collect()
    };
    for text in ["/patrons/kutseit-shapakbayev/", "Кутсеиту Шапакбаеву"] {
        let found = forms(&guard, text);
        assert!(found.contains(&Form::Namesake), "{text}: {found:?}");
        assert!(!found.contains(&Form::Name), "{text}: {found:?}");
        let without = Guard::new(patrons[..1].iter()).unwrap();
        let found = forms(&without, text);
        assert!(found.contains(&Form::Name), "{text}: {found:?}");
    }
    assert_eq!(forms(&guard, public), []);
    for text in [
        hidden,
        "Кутсеита Кутжигитулы Шапакбаева",
        "Шапакбаев Кутсеит\nКутжигитулы",
        "бүгін Кутжигитулы\nКутсеит Шапакбаев",
    ] {
        assert!(forms(&guard, text).contains(&Form::Name), "{text}");
    }
    // What a line says by itself does not hide what it says with its neighbours.
    let words = [
        "Шапакбаев",
        "Кутсеит",
        "Кутжигитулы",
        "Айсеитулы",
        "Марат",
        "школа",
        "<b>К.</b>",
    ];
    for first in words {
        for second in words {
            for third in words {
                for text in [
                    format!("{first} {second}\n{third}"),
                    format!("{first}\n{second} {third}"),
                    format!("<p>{first}\n{second}\n{third}</p>"),
                ] {
                    let is_name = |hits: Vec<Hit>| hits.iter().any(|hit| hit.form == Form::Name);
                    let [lines, whole] =
                        [guard.find(&text, true), guard.find_closely(&text, true)].map(is_name);
                    assert_eq!(lines, whole, "{text}");
                }
            }
        }
    }
}

/// Words of a company's name in another order, with another between them, stand in one cell, item or paragraph; those of people also in
/// cells of one row.
#[test]
fn the_words_of_two_cells_are_no_name_in_another_order() {
    let company = [
        (Lang::Kk, "«Керуен Теңізкөпір» ЖШС"),
        (Lang::En, "Keruen Tenizkopir LLP"),
    ];
    let company = PatronRecord {
        kind: PatronKind::Company,
        ..patron("p-1a", &company, Consent::Anonymous)
    };
    let person = patron(
        "p-2b",
        &[(Lang::Kk, "Үлгіхан Өрнекбаев")],
        Consent::Anonymous,
    );
    let guard = Guard::new([&company, &person].into_iter()).unwrap();
    let named = |text: &str, markup: bool| {
        let mut hits = guard.find(text, markup).into_iter();
        hits.any(|hit| hit.form == Form::Name)
    };
    for (text, markup) in [
        (
            "<td>Keruen Uzunsamal LLP</td>\n<td>Теңізкөпір ауылындағы мектеп</td>",
            true,
        ),
        (
            "<td>Kutmurat Keruenkhanov</td>\n<td><a href=\"/p/culture-house-tenizkudyk/\">Теңізқұдық</a></td>",
            true,
        ),
        (
            "<li>Keruen Uzunsamal LLP</li><li>Теңізкөпір ауылындағы мектеп</li>",
            true,
        ),
        (
            "Keruen Uzunsamal LLP\tТеңізкөпір ауылындағы мектеп\t5",
            false,
        ),
    ] {
        assert!(!named(text, markup), "{text}");
    }
    for (text, markup) in [
        ("<td>Керуен</td><td>Теңізкөпір</td>", true),
        ("<li>ТОО «Керуена</li><li>Тенизкопира»</li>", true),
        ("<td>Өрнекбаев</td><td>Үлгіхан</td>", true),
        ("5\tӨрнекбаев\tҮлгіхан", false),
    ] {
        assert!(named(text, markup), "{text}");
    }
}

/// Districts, streets and schools bear the names of people, in ids as well.
#[test]
fn who_a_district_is_called_after_is_somebody_else() {
    let names = [(Lang::Ru, "Жумабаев К.Т."), (Lang::Kk, "Жұмабаев К.Т.")];
    let guard = Guard::new(std::iter::once(&patron("p-1", &names, Consent::Anonymous))).unwrap();
    for text in [
        "district: magzhan-zhumabaev",
        "Мағжан Жұмабаев ауданы",
        "район Магжана Жумабаева",
        "Magzhan Zhumabaev District",
    ] {
        assert_eq!(guard.find(text, false), [], "{text}");
    }
    for text in ["Жумабаев помог", "zhumabaev-k", "К. Жұмабаевқа"] {
        assert!(!guard.find(text, false).is_empty(), "{text}");
    }
}

/// What the theme says beside a name is no part of it; what content says is, and so is a name that the theme says itself.
#[test]
fn words_of_the_interface_are_no_part_of_a_name() {
    let patrons = [patron(
        "p-7c41",
        &[(Lang::Kk, "Ахметов Бірінші")],
        Consent::Anonymous,
    )];
    let messages = ["by-letter = Бірінші әрпі бойынша\nthanks = Рақмет, Ахметов Бірінші\n"];
    let plain = Guard::new(patrons.iter()).unwrap();
    let guard = Guard::new(patrons.iter()).unwrap();
    let guard = guard.beside_messages(messages.into_iter());
    let names = |guard: &Guard, text: &str| {
        let is_name = |hit: &Hit| hit.form == Form::Name;
        guard.find(text, true).iter().any(is_name)
    };
    for text in [
        "<b>Ахметов</b> <i>Бірінші әрпі бойынша</i>",
        "<p>Ахметов</p>\n<p>Бірінші әрпі бойынша</p>\n",
    ] {
        assert!(names(&plain, text) && !names(&guard, text), "{text}");
    }
    for text in [
        "<b>Ахметов</b> <i>Бірінші</i>",
        "<p>Ахметов Бірінші әрпі бойынша</p>",
        "<p>Ахметов</p>\n<p>Бірінші әрпі бойынша емес</p>\n<p>Ахметов Бірінші</p>",
        "<p>Рақмет, Ахметов Бірінші</p>",
    ] {
        assert!(names(&guard, text), "{text}");
    }
}

/// «Ай» is the moon and a month, which is a value of a column.
#[test]
fn a_value_that_the_interface_names_is_no_name() {
    let moon = PatronRecord {
        kind: PatronKind::Fund,
        ..patron("p-7c42", &[(Lang::Kk, "«Ай» қоры")], Consent::Anonymous)
    };
    let names = |guard: &Guard, text: &str| !guard.find(text, false).is_empty();
    let plain = Guard::new([&moon].into_iter()).unwrap();
    let guard = Guard::new([&moon].into_iter()).unwrap();
    let guard = guard.beside_messages(["value-month = ай\n"].into_iter());
    let label = "{\n  \"kk\": \"ай\"\n}";
    assert!(names(&plain, label) && !names(&guard, label));
    for text in ["{\n  \"kk\": \"Ай\"\n}", "«Ай»", "\"ай қоры\"", "«ай»"] {
        assert!(names(&guard, text), "{text}");
    }
}

#[test]
fn a_name_of_signs_alone_names_nobody() {
    for name in ["!!!", "«»", "№", "— —"] {
        let company = PatronRecord {
            kind: PatronKind::Company,
            ..patron("p-7c44", &[(Lang::Ru, name)], Consent::Anonymous)
        };
        let guard = Guard::new([&company].into_iter()).unwrap();
        let text = "<p>Школа № 5 !!! — «Дала»</p>";
        assert_eq!(guard.find(text, true), [], "{name}");
    }
}

#[test]
fn a_name_with_digits_is_found_letter_by_letter() {
    let company = PatronRecord {
        kind: PatronKind::Company,
        ..patron("p-7c45", &[(Lang::Ru, "ТОО «А1Б2»")], Consent::Anonymous)
    };
    let guard = Guard::new([&company].into_iter()).unwrap();
    for text in ["ТОО «А1Б2»", "ТОО «а 1 б 2»"] {
        assert!(!guard.find(text, false).is_empty(), "{text}");
    }
}

/// A profession stands above a list of places.
#[test]
fn who_does_something_is_not_what_a_fund_is_called() {
    let fund = PatronRecord {
        kind: PatronKind::Fund,
        ..patron(
            "p-7c43",
            &[
                (Lang::Kk, "«Құрылыс Көкбел» қоры"),
                (Lang::En, "Kurylys Kokbel Foundation"),
            ],
            Consent::Anonymous,
        )
    };
    let guard = Guard::new([&fund].into_iter()).unwrap();
    let names = |text: &str| !guard.find(text, true).is_empty();
    for text in [
        "<h2>Құрылысшы</h2>\n<ul><li>Көкбел ауылының түлектері</li></ul>",
        "<b>Құрылысшыға</b> Көкбелдің алғысы",
        "<h2>Kurylysshylar</h2> <p>Kokbel</p>",
    ] {
        assert!(!names(text), "{text}");
    }
    for text in [
        "<p>«Құрылыс Көкбел»</p>",
        "<p>Құрылысы Көкбелдің</p>",
        "<h2>Құрылыс</h2>\n<p>Көкбелге</p>",
        "<p>Kurylysa Kokbel</p>",
    ] {
        assert!(names(text), "{text}");
    }
}

/// The law names districts and regions after people, and firms are called after both.
#[test]
fn the_name_of_a_place_is_the_places() {
    let called = |id: &str, name: &str| PatronRecord {
        kind: PatronKind::Company,
        ..patron(id, &[(Lang::Ru, name)], Consent::Anonymous)
    };
    let patrons = [
        called("p-7c51", "ИП Жумабаев"),
        called("p-7c52", "ТОО «Улытау»"),
        called("p-7c53", "ТОО «Астана»"),
    ];
    let names = [
        "Мағжан Жұмабаев ауданы",
        "район Магжана Жумабаева",
        "Magzhan Zhumabaev District",
        "Ұлытау облысы",
        "область Улытау",
        "Astana",
        "Астана",
    ];
    let ids = ["magzhan-zhumabaev", "ulytau", "astana"];
    let plain = Guard::new(patrons.iter()).unwrap();
    let guard = Guard::new(patrons.iter()).unwrap();
    let guard = guard.beside_places(names.into_iter(), ids.into_iter());
    for text in [
        "<h1>Мағжан Жұмабаев ауданы</h1>",
        "<p>Мағжан Жұмабаев ауданындағы мектеп</p>",
        "<p>В районе Магжана Жумабаева</p>",
        "north,magzhan-zhumabaev,\"Magzhan Zhumabaev District\"",
        "<p>Ұлытау облысында, в области Улытау</p>",
        "<a href=\"/kk/regions/abai/districts/magzhan-zhumabaev/\">",
    ] {
        assert!(!plain.find(text, true).is_empty(), "{text}");
        assert_eq!(guard.find(text, true), [], "{text}");
    }
    for text in [
        "<p>Жумабаева берді</p>",
        "<p>Мағжан Жұмабаев ауданы: ЖК Жұмабаева</p>",
        "<p>ИП Жумабаев</p>",
        "<p>Улытау дал уголь</p>",
        "<p>ТОО Улытау, область Улытау</p>",
        "<p>в области «Улытау» дал</p>",
        "<p>в области \"Улытау\" дал</p>",
        "<a href=\"https://instagram.com/ulytau\">",
        "<p>ТОО «Астана»</p>",
        "<p>Астана ЖШС</p>",
        "<p>компания \"Астана\"</p>",
        // A name of one word may be anybody's.
        "<p>Астанада</p>",
    ] {
        assert!(!guard.find(text, true).is_empty(), "{text}");
    }
}

#[test]
fn ordinary_text_is_no_leak() {
    for text in [
        "",
        "<p>Өрнекбаев ауылы, Үлгіхан көшесі.</p>",
        "Улгихан и Орнекбаев",
        "<p>7c41</p>",
        "<p class=\"p\">7c41",
        "<p>7</p>",
        "Үлгіханов Өрнекбаев",
        "p-7c412, xp-7c41",
        "The fund of patrons; a patron fund",
        "<th>Patron</th> <td>fund</td>",
        "<li>Асан Өрнекбаев</li>\n<li>Үлгіхан Асанов</li>",
        "Асан Өрнекбаев, Үлгіхан Асанов",
        "<p>p</p> <p>7c41</p>",
        "Али Ан; Лиан, Ли Анна",
        "&amp; &#39; &lt; 100% \\",
        "ulgikhan",
    ] {
        assert!(!found(text), "{text}");
    }
}

#[test]
fn every_written_form_is_a_leak() {
    for text in [
        "Үлгіхан Өрнекбаев",
        "ӨРНЕКБАЕВ ҮЛГІХАН",
        "Улгихан Орнекбаев",
        "Улгихан\u{a0}\u{a0}\nОрнекбаЁв",
        "Улги\u{ad}хан Орнек\u{200b}баев",
        "Улгихан-Орнекбаев",
        "<b>Улгихан</b> <a href=\"/x/?a=1&amp;b=2\" title=\"a long one\">Орнекбаев</a>",
        "Улги<b>хан</b> Орнекбаев",
        "Улги<b><i>хан</i></b> Орнекбаев",
        "Улгихан<br>Орнекбаев",
        "<td>Улгихан</td>\n<td>Орнекбаев</td>",
        "<img alt=\"Улгихан Орнекбаев\">",
        "<!-- Улгихан Орнекбаев -->",
        "&#1059;лгихан &#x41e;рнекбаев",
        "Улгихан&nbsp;Орнекбаев",
        "&ucy;лгихан Орнекбаев",
        "Улги&af;хан Орнекбаев",
        "Улги\u{3164}хан Орнек\u{e0061}баев",
        "Улги\u{1160}хан Орнекбаев",
        "%D0%A3лгихан%20Орнекбаев",
        r#"{"name":"\u0423лгихан \u041eрнекбаев"}"#,
        r#"{"name":"Улгихан\nОрнекбаев"}"#,
        "&amp;#1059;лгихан Орнекбаев",
        "%25D0%25A3лгихан Орнекбаев",
        "/kk/patrons/ulgihan-ornekbaev/",
        "ulgikhan_ornekbayev@example.kz",
        "/kk/patrons/P-7C41/",
        "p%2D7c41",
        "p 7c41",
        "/kk/patrons/fund/",
        "?patron=fund&amp;region=north",
        r#"{"patron": "fund"}"#,
        "(Ан Ли)",
    ] {
        assert!(found(text), "{text}");
    }
}

/// One character in one of the ways in which a program or a person may write it.
fn written(letter: char, way: u8) -> String {
    let code = u32::from(letter);
    match way % 12 {
        0 => letter.to_uppercase().collect(),
        1 => format!("&#{code};"),
        2 => format!("&#x{code:X};"),
        3 => format!("\\u{code:04x}"),
        4 => {
            let mut buffer = [0; 4];
            let bytes = letter.encode_utf8(&mut buffer).bytes();
            bytes.map(|byte| format!("%{byte:02X}")).collect()
        }
        5 => format!("{letter}\u{ad}"),
        6 => format!("{letter}\u{200d}"),
        7 => format!("{letter}<wbr>"),
        8 => format!("&amp;#{code};"),
        _ => letter.to_string(),
    }
}

fn gap(way: u8) -> &'static str {
    const GAPS: [&str; 12] = [
        " ", "  ", "\u{a0}", "-", "\n\t", "&nbsp;", "%20", "_", "</b> <i>", "<br/>", "\u{2009}",
        "\\n",
    ];
    GAPS[usize::from(way) % GAPS.len()]
}

proptest! {
    #[test]
    fn any_planted_form_is_found(
        name in 0..NAMES.len(),
        ways in proptest::collection::vec(any::<u8>(), 24),
        parting in any::<u8>(),
        turned in any::<bool>(),
        before in "[а-яa-z <>&%\"]{0,40}",
        after in "[а-яa-z <>&%\"]{0,40}",
    ) {
        let mut words: Vec<String> = NAMES[name].1.split(' ').map(str::to_owned).collect();
        if turned {
            words.reverse();
        }
        let mut ways = ways.into_iter();
        let mut spelt = words.iter().map(|word| {
            word.chars().map(|letter| written(letter, ways.next().unwrap_or(9))).collect::<String>()
        });
        let (first, second) = (spelt.next().unwrap(), spelt.next().unwrap());
        let text = format!("{before}> . {first}{}{second} . {after}", gap(parting));
        prop_assert!(found(&text), "{text}");
    }

    #[test]
    fn nothing_breaks_it(text in "\\PC{0,80}|[&#;%u\\\\<>a-f0-9{}\\- ]{0,60}") {
        guard().find(&text, true);
        guard().find(&text, false);
    }

    #[test]
    fn ordinary_words_are_not_found(text in "([а-яәғқңөұүһі]{1,9}[ ,.\n<>]){0,30}") {
        prop_assert!(!found(&text) || text.contains("ли"), "{text}");
    }
}

/// What the build of a site finds when it renders.
fn rendered(site: &Site) -> Vec<String> {
    found_in(&site.prepare(), |_, _| {})
}

/// What is found while a site is rendered and taken.
fn found_in(site: &Preparation, take: impl Fn(&str, Rendered<'_>) + Sync) -> Vec<String> {
    let prepared = site.prepared.as_ref().expect("the settings can be used");
    let take = |path: &str, rendered: Rendered<'_>| {
        take(path, rendered);
        Ok::<(), Infallible>(())
    };
    let Ok(made) = render_all(prepared, &site.sources, take);
    let mut found = lines(&made.diagnostics, &site.sources);
    for (line, wrong) in found.iter_mut().zip(&made.diagnostics) {
        let page = wrong.args.iter().find(|(name, _)| *name == "page");
        line.push_str(&format!(" in {}", page.map_or("", |(_, page)| page)));
    }
    found
}

#[test]
fn a_sound_site_builds() {
    assert_eq!(rendered(&Site::base()), Vec::<String>::new());
}

#[test]
fn a_name_in_a_text_is_named_at_its_line() {
    let text = "---\ntitle: Бет\n---\n\nАлғыс айтамыз: **ҚҰПИЯ**.\n";
    let found = rendered(&Site::base().with("content/pages/thanks.kk.md", text));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("T0225 content/pages/thanks.kk.md:5:18 + content/patrons/"));
    assert!(found[0].ends_with(" in en/thanks/index.html"), "{found:?}");
}

#[test]
fn names_in_facts_titles_and_copied_files_are_found() {
    let text = "---\ntitle: Құпия\nslug: thanks\n---\n";
    let found = rendered(&Site::base().with("content/pages/p.kk.md", text));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("T0225 content/pages/p.kk.md:2:8 "));
    let found = rendered(&Site::base().with("content/static/list.csv", "id,name\n1,P_0001\n"));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("T0225 content/static/list.csv "),
        "{found:?}"
    );
    let found = rendered(&Site::base().with("content/static/p-0001.pdf", ""));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("T0225 content/static/p-0001.pdf "),
        "{found:?}"
    );
}

#[test]
fn names_in_files_that_are_no_text_are_found() {
    // The sound site's anonymous patron is «Құпия», p-0001.
    let utf16 =
        |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_be_bytes).collect() };
    let beyond_a_piece = [vec![0xff; (16 << 20) - 5], "ҚҰПИЯ".into()].concat();
    for (inner, leaks) in [
        ("Author: ҚҰПИЯ".as_bytes().to_vec(), true),
        (utf16("(Құпия)"), true),
        (b"/Title (p-0001)".to_vec(), true),
        (beyond_a_piece, true),
        ("Құпиясыз, p-00011".as_bytes().to_vec(), false),
        (vec![0xd8; 5000], false),
    ] {
        let bytes = [&b"%PDF-1.7\n\xff\xfe\0"[..], &inner, b"\0\x01\xff"].concat();
        let found = rendered(&Site::base().with("content/static/list.pdf", &bytes));
        let told = found
            .iter()
            .any(|line| line.starts_with("T0225 content/static/list.pdf "));
        assert_eq!(told, leaks, "{found:?}");
    }
}

#[test]
fn a_file_that_cannot_be_looked_through_is_an_error() {
    let folder = Site::base().with("content/static/list.csv", "id,name\n");
    let site = folder.prepare();
    let file = folder.path("content/static/list.csv");
    // Nothing is read of it, or nothing is left after its first bytes.
    let take = |_: &str, rendered: Rendered<'_>| {
        if let Rendered::Guarded(asset) = rendered {
            while asset.piece().is_some() {}
        }
    };
    assert_eq!(found_in(&site, take), Vec::<String>::new());
    let said = ["T0001 content/static/list.csv in "];
    fs::remove_file(&file).unwrap();
    assert_eq!(found_in(&site, take), said);
    fs::create_dir(&file).unwrap();
    assert_eq!(found_in(&site, take), said);
    // It can be opened and not be read, even by those who may do anything.
    #[cfg(target_os = "linux")]
    {
        fs::remove_dir(&file).unwrap();
        std::os::unix::fs::symlink("/proc/self/mem", &file).unwrap();
        assert_eq!(found_in(&site, take), said);
        assert_eq!(found_in(&site, |_, _| {}), said);
    }
}

#[test]
fn nothing_is_given_of_a_file_but_what_was_looked_through() {
    let file = "content/static/list.pdf";
    let folder = Site::base().with(file, "");
    let path = folder.path(file);
    let site = folder.prepare();
    // Somebody saves the file when none or one of its pieces was taken, or nobody does.
    for (length, saved_after) in [(5, Some(0)), ((16 << 20) + 5, Some(1)), (5, None)] {
        let clean = vec![0xff; length];
        let named = [&clean[..], "ҚҰПИЯ".as_bytes()].concat();
        fs::write(&path, &clean).unwrap();
        let taken = Mutex::new(Vec::new());
        let found = found_in(&site, |page, rendered| {
            if page != "list.pdf" {
                return;
            }
            let Rendered::Guarded(asset) = rendered else {
                panic!("it is given without a look");
            };
            for pieces in 0.. {
                if saved_after == Some(pieces) {
                    fs::write(&path, &named).unwrap();
                }
                match asset.piece() {
                    Some(bytes) => taken.lock().unwrap().extend_from_slice(bytes),
                    None => break,
                }
            }
        });
        let is_told = found
            .iter()
            .any(|line| line.starts_with(&format!("T0225 {file} ")));
        assert_eq!(is_told, saved_after.is_some(), "{found:?}");
        let whole = if is_told { &named } else { &clean };
        assert!(taken.into_inner().unwrap() == *whole);
    }
}

#[test]
fn an_id_that_tells_something_is_a_warning() {
    let record = |id: &str| {
        format!(
            "- id: {id}\n  kind: person\n  consent: anonymous\n  region: north\n  name: {{kk: Ержан Құпия, ru: Ержан Тайна}}\n"
        )
    };
    let warned = |id: &str| {
        Site::base()
            .with("content/patrons/more.yaml", record(id))
            .check()
    };
    for id in ["fund", "a-taina", "erzhan-7"] {
        assert_eq!(warned(id), ["T0226 content/patrons/more.yaml:1:7"], "{id}");
    }
    for id in ["p-7c41", "x9", "a-b"] {
        assert_eq!(warned(id), Vec::<String>::new(), "{id}");
    }
}

/// A line of hundreds of thousands of pieces of one word, which nobody has written by hand, is looked through like any other.
#[test]
fn a_word_in_any_number_of_pieces_is_read_at_once() {
    for text in [
        "а-".repeat(20_000),
        "Аб-".repeat(50_000),
        "мектеп’".repeat(5_000),
        "а ".repeat(200_000),
    ] {
        let start = Instant::now();
        assert!(!found(&text));
        let took = start.elapsed();
        let shown: String = text.chars().take(10).collect();
        assert!(took < Duration::from_secs(10), "{shown}… took {took:?}");
    }
    let spelled = "Ү-л-г-і-х-а-н Ө-р-н-е-к-б-а-е-в";
    let long = format!("{}. {spelled}. {}", "а-".repeat(5_000), "Аб-".repeat(5_000));
    assert!(found(&long));
}
