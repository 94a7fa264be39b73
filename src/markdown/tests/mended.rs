//! Tests of what Markdown's own rules leave raw: emphasis before endings, addresses with spaces, bare addresses, notes to
//! colleagues, and the marks that are told.

use proptest::prelude::*;

use super::{check, place, read, show};
use crate::diagnostic::{Code, Diagnostic};

#[test]
fn a_backslash_at_the_end_of_a_line_breaks_it_and_ends_nothing() {
    check(&[
        (
            "Топырағы, \\ \nқымбат-ау. \\\t\nбалам. \\\n\nКелесі\\",
            "<p>Топырағы,<br>\nқымбат-ау.<br>\nбалам.</p>\n<p>Келесі</p>\n",
            &[],
        ),
        (
            "**Топырағы** \\  \n*қымбат\\ \nау* \\",
            "<p><strong>Топырағы</strong><br>\n<em>қымбат<br>\nау</em></p>\n",
            &[],
        ),
        (
            "- бір\\\n- екі\\",
            "<ul>\n<li>бір</li>\n<li>екі</li>\n</ul>\n",
            &[],
        ),
        ("Бума: C:\\", "<p>Бума: C:\\</p>\n", &[]),
        ("Белгі: \\\\", "<p>Белгі: \\</p>\n", &[]),
    ]);
}

#[test]
fn parts_of_one_bold_text_are_one() {
    check(&[(
        "**Жаңа****зал** салынды",
        "<p><strong>Жаңазал</strong> салынды</p>\n",
        &[],
    )]);
}

#[test]
fn emphasis_ends_before_an_ending() {
    check(&[
        (
            "Көмек **«Қазақмыс»**тың есебінен",
            "<p>Көмек <strong>«Қазақмыс»</strong>тың есебінен</p>\n",
            &[],
        ),
        (
            "**\"Дала\"**ға, *(Абай)*дың, **ТОО «Х».**а",
            "<p><strong>&quot;Дала&quot;</strong>ға, <em>(Абай)</em>дың, <strong>ТОО «Х».</strong>а</p>\n",
            &[],
        ),
        (
            "**«А»**ның және **«Б»**ға, **бас** **«В»**",
            "<p><strong>«А»</strong>ның және <strong>«Б»</strong>ға, <strong>бас</strong> <strong>«В»</strong></p>\n",
            &[],
        ),
        (
            "**[Дала](@patron/x)**ға **[](@patron/y)**дан",
            "<p><strong>{link:patron/x}Дала{/link}</strong>ға <strong>{link:patron/y}{label:patron/y}{/link}</strong>дан</p>\n",
            &[],
        ),
        (
            "***«А»***ның ~~«Б»~~ның **«*В*»**ның",
            "<p><em><strong>«А»</strong></em>ның <del>«Б»</del>ның <strong>«<em>В</em>»</strong>ның</p>\n",
            &[],
        ),
        (
            "__«Дала»__ға _«Абай»_ға __Дала__ға",
            "<p><strong>«Дала»</strong>ға <em>«Абай»</em>ға <strong>Дала</strong>ға</p>\n",
            &[],
        ),
        (
            "> - **«А»**ның",
            "<blockquote>\n<ul>\n<li><strong>«А»</strong>ның</li>\n</ul>\n</blockquote>\n",
            &[],
        ),
        (
            "## **«А»**ның",
            "<h2 id=\"a-nyn\"><strong>«А»</strong>ның</h2>\n",
            &[],
        ),
        // What is no emphasis stays: code, escaped signs, names, sums.
        ("`**«А»**ның`", "<p><code>**«А»**ның</code></p>\n", &[]),
        ("\\**«А»\\**ның", "<p>**«А»**ның</p>\n", &[]),
        // Signs of multiplication stay.
        ("a_b_c 2*3*4 _x_y", "<p>a_b_c 2*3*4 _x_y</p>\n", &[]),
        (
            "5*3=15, 2*3*4 *көмек* 5*3",
            "<p>5*3=15, 2*3*4 <em>көмек</em> 5*3</p>\n",
            &[],
        ),
        (
            "**«А»** ның *б* __в__",
            "<p><strong>«А»</strong> ның <em>б</em> <strong>в</strong></p>\n",
            &[],
        ),
        (
            "*«а* б»**в",
            "<p><em>«а</em> б»**в</p>\n",
            &[Code::MarkLeft],
        ),
        (
            "**Қалың * жұлдыз",
            "<p>**Қалың * жұлдыз</p>\n",
            &[Code::MarkLeft],
        ),
        ("** А **", "<p>** А **</p>\n", &[Code::MarkLeft]),
        (
            "А **«Дала»**ға жетті. Мектеп**«Көл»** салды",
            "<p>А <strong>«Дала»</strong>ға жетті. Мектеп<strong>«Көл»</strong> салды</p>\n",
            &[],
        ),
        (
            "Мектеп**«А»**ға және бақша**«Б»**ға көмек",
            "<p>Мектеп<strong>«А»</strong>ға және бақша<strong>«Б»</strong>ға көмек</p>\n",
            &[],
        ),
    ]);
}

#[test]
fn addresses_may_have_spaces() {
    check(&[
        (
            "![Класс](Фото школы (2).JPG \"Класс\")",
            "{picture:Фото школы (2).JPG|Класс|Класс}",
            &[],
        ),
        (
            "![З](спорт%20залы.jpg)![З](./a.jpg)",
            "{picture:спорт залы.jpg|З}{picture:a.jpg|З}",
            &[],
        ),
        ("![З](a b.jpg “Т”)", "{picture:a b.jpg|З|Т}", &[]),
        (
            "![З](a.jpg \"Мектеп \"Дала\" суреті\")",
            "{picture:a.jpg|З|Мектеп \"Дала\" суреті}",
            &[],
        ),
        (
            "[Есеп](/files/Отчёт за 2024 год (итог).pdf).",
            "<p>{link:/files/Отчёт за 2024 год (итог).pdf}Есеп{/link}.</p>\n",
            &[],
        ),
        (
            "**[*Е* е](/a b.pdf)**ден",
            "<p><strong>{link:/a b.pdf}<em>Е</em> е{/link}</strong>ден</p>\n",
            &[],
        ),
        (
            "[х](@patron/Үлгі Қала)",
            "<p>{link:patron/Үлгі Қала}х{/link}</p>\n",
            &[],
        ),
        (
            "[сөз](түсіндірме мәтін)",
            "<p>[сөз](түсіндірме мәтін)</p>\n",
            &[Code::MarkLeft],
        ),
        (
            "[](@patron/x аударды",
            "<p>[](@patron/x аударды</p>\n",
            &[Code::MarkLeft],
        ),
        (
            "\\[a](/b c.pdf)",
            "<p>[a](/b c.pdf)</p>\n",
            &[Code::MarkLeft],
        ),
        ("![a](b c.heic)", "<p>a</p>\n", &[Code::BadForm]),
        (
            "[a](javascript:alert(1) b.pdf)",
            "<p>a</p>\n",
            &[Code::LinkScheme],
        ),
    ]);
}

#[test]
fn bare_addresses_are_links() {
    check(&[
        (
            "Қараңыз: https://egov.kz/a_b_c, www.gov.kz.",
            "<p>Қараңыз: {link:https://egov.kz/a_b_c}https://egov.kz/a_b_c{/link}, {link:https://www.gov.kz}www.gov.kz{/link}.</p>\n",
            &[],
        ),
        (
            "info@gov.kz",
            "<p>{link:mailto:info@gov.kz}info@gov.kz{/link}</p>\n",
            &[],
        ),
        (
            "`https://a.kz` [https://a.kz](@page/b)",
            "<p><code>https://a.kz</code> {link:page/b}https://a.kz{/link}</p>\n",
            &[],
        ),
        (
            "**https://a.kz**ке",
            "<p><strong>{link:https://a.kz}https://a.kz{/link}</strong>ке</p>\n",
            &[],
        ),
        (
            "https://a.kz/?a=1&amp;b=2",
            "<p>{link:https://a.kz/?a=1&b=2}https://a.kz/?a=1&amp;b=2{/link}</p>\n",
            &[],
        ),
        (
            "https://good.kz@evil.kz/",
            "<p>https://good.kz@evil.kz/</p>\n",
            &[Code::HiddenHost],
        ),
        (
            "[портал] (https://gov.kz)",
            "<p>[портал] ({link:https://gov.kz}https://gov.kz{/link})</p>\n",
            &[Code::MarkLeft],
        ),
    ]);
}

/// Each line of Markdown is one mistake, and each place is told.
#[test]
fn marks_that_are_left_are_told_at_their_place() {
    for (markdown, marks) in [
        ("##Жабысқан", &["##"] as &[&str]),
        ("#Тақырып осы", &["#"]),
        ("##\u{a0}Тарихы", &["##"]),
        ("-\u{a0}бірінші\n-\u{a0}екінші", &["-"]),
        ("1.\u{a0}бірінші", &["1."]),
        ("-бірінші\n-екінші", &["-"]),
        ("1.Бірінші\n2.Екінші", &["1."]),
        ("• бір\n• екі", &["•"]),
        ("| а | б |\n| 1 | 2 |", &["|"]),
        ("[ ] істелмеген", &["[ ]"]),
        ("[[сілтеме]]", &["[["]),
        ("#Тақырып", &["#"]),
        ("- [х] істелген", &["[х]"]),
        ("5&nbspмлн", &["&nbsp"]),
        ("{{< youtube id >}}", &["{{<"]),
        ("!!! note", &["!!!"]),
        ("[!NOTE]", &["[!"]),
        ("![Зал", &["!["]),
        ("~~ескі", &["~~"]),
        ("а[^бір екі]", &["[^"]),
        ("а __б", &["__"]),
        ("*«Абай ", &["*"]),
    ] {
        let (_, found) = read(markdown);
        let told: Vec<&str> = found.iter().map(|of| place(of, markdown)).collect();
        assert_eq!(told, marks, "{markdown}");
        assert!(
            found.iter().all(|of| of.code == Code::MarkLeft),
            "{markdown}: {found:?}"
        );
    }
}

#[test]
fn what_people_write_is_not_told() {
    for markdown in [
        "-5 °C пен +7 (701) 000-00-00",
        "#жомартжүрек #қайырымдылық",
        "https://a.kz/x__y**z және <https://a.kz/__x>",
        "Сумма* берілді.",
        "5 * 3 = 15, 2*3, a*b",
        "Аты-жөні: ______ , қолы ___",
        "№ 5 [мектеп] (Абай көшесі), [1], (a) [sic]",
        "1.5 млн, 12.03.2024 ж., 24.жыл",
        "— Сәлем, — деді ол.\n– Сәлем.",
        "a | b",
        "~5 млн, ~100",
        "C:\\Users, a^b, x = y, x == y",
        "\\*\\* және \\#тег",
        "Қ. Сәтбаев - ғалым\n- және тағы",
        "{жақша}, [тік жақша], <https://a.kz>",
        "О`Генри",
        "!Назар",
        "2020–2021*, «Болашақ»* және «сумма*»",
    ] {
        let (prose, found) = read(markdown);
        let found: Vec<&Diagnostic> = found.iter().collect();
        assert!(found.is_empty(), "{markdown}: {found:?} {}", show(&prose));
    }
}

#[test]
fn tables_and_code_lose_nothing_in_silence() {
    for (markdown, code, told) in [
        ("|а|б|\n|-|-|\n| 1 | 2 | 3 |", Code::CellsLost, "3"),
        ("а|б\n-|-\n1|2|**3**", Code::CellsLost, "**3**"),
        ("|а|б|\n|-|-|\n|1|", Code::CellsMissing, "|1|"),
        ("|а|б|\n|-|-|\n|1\n2|3|", Code::CellsMissing, "|1"),
        ("|а|б|\n|-|-|\n|1|2|\nТекст", Code::CellsMissing, "Текст"),
        ("> |а|б|\n> |-|-|\n> |1|2|3|", Code::CellsLost, "3"),
        (
            "А\n\n    Мектепке жаңа зал салынды.",
            Code::TextInCode,
            "    Мектепке жаңа зал салынды.",
        ),
        ("```\nкод\n\nМәтін", Code::TextInCode, "```"),
        ("- а\n\n  ~~~\n  код", Code::TextInCode, "~~~"),
    ] {
        let (_, found) = read(markdown);
        let codes: Vec<Code> = found.iter().map(|of| of.code).collect();
        assert_eq!(codes, [code], "{markdown}");
        assert_eq!(
            place(&found[0], markdown).trim_start_matches("    "),
            told.trim_start_matches("    "),
            "{markdown}"
        );
    }
    for sound in [
        "|а|б|\n|-|-|\n|1\\|2|3|\n|||",
        "    let x = 5;\n    print(x)",
        "    tagzym build",
        "```\nа\n```",
        "> ```\n> а\n> ```\n\nб",
        "~~~~\n~~~\n~~~~",
    ] {
        assert_eq!(read(sound).1, [], "{sound}");
    }
}

#[test]
fn notes_to_colleagues_are_left_out_and_places_stay() {
    let markdown = "А <!-- Айгүлге:\n\nсоманы тексер --> б [в](z.md)\n<!-- г -->\n\n![](a.png)";
    let (prose, found) = read(markdown);
    assert_eq!(show(&prose), "<p>А  б в</p>\n{picture:a.png|}");
    let told: Vec<&str> = found.iter().map(|of| place(of, markdown)).collect();
    assert_eq!(told, ["[в](z.md)", "![](a.png)"]);
    let (_, found) = read("а\n<!-- б\n");
    assert_eq!(found[0].code, Code::UnclosedComment);
}

#[test]
fn an_address_that_nothing_uses_is_told() {
    let (_, found) = read("[Ескерту]: мәтін\n\n[а][б] [В]\n\n[б]: @page/x\n[в]: @page/y");
    let told: Vec<(Code, String)> = found
        .into_iter()
        .map(|of| (of.code, of.args[0].1.clone()))
        .collect();
    assert_eq!(told, [(Code::NoteUncalled, "Ескерту".to_owned())]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// A quoted name of any kind, in any emphasis, with any ending.
    #[test]
    fn every_ending_may_follow_emphasis(
        mark in proptest::sample::select(vec!["*", "**", "***", "_", "__"]),
        quotes in proptest::sample::select(vec!["«»", "\"\"", "()", "“”", "„“", "‹›"]),
        name in "[А-Яа-яA-Za-zӘәҚқ0-9]{1,8}( [а-яa-z]{1,5})?",
        ending in "[а-яәқғa-z]{1,6}",
        before in "([а-я]{1,4} )?",
        after in "( [а-я]{1,4}[.,!]?)?",
    ) {
        let mut signs = quotes.chars();
        let (open, close) = (signs.next().unwrap(), signs.next().unwrap());
        let markdown = format!("{before}{mark}{open}{name}{close}{mark}{ending}{after}");
        let (prose, found) = read(&markdown);
        let [begin, end] = match mark.len() {
            1 => ["<em>", "</em>"],
            2 => ["<strong>", "</strong>"],
            _ => ["<em><strong>", "</strong></em>"],
        };
        let sign = |letter: char| letter.to_string().replace('"', "&quot;");
        let html = format!("<p>{before}{begin}{}{name}{}{end}{ending}{after}</p>\n", sign(open), sign(close));
        prop_assert_eq!(show(&prose), html);
        prop_assert_eq!(found, []);
    }
}
