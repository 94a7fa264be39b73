//! Tests of marks that are told since nothing was made of them, and of their sound neighbours; and of what is mended
//! without a word.

use super::{check, place, read, show};
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::parse;
use crate::source::SourceId;

/// The marks that are told of a text.
fn told(markdown: &str) -> Vec<&str> {
    let (prose, found) = read(markdown);
    let is_left = |of: &&Diagnostic| of.code != Code::MarkLeft;
    assert_eq!(
        found.iter().find(is_left),
        None,
        "{markdown}: {}",
        show(&prose)
    );
    found.iter().map(|of| place(of, markdown)).collect()
}

#[test]
fn emphasis_opens_behind_a_sign() {
    check(&[
        (
            "Көмек **«А»**тың (**«Б»**ның) есебінен.",
            "<p>Көмек <strong>«А»</strong>тың (<strong>«Б»</strong>ның) есебінен.</p>\n",
            &[],
        ),
        (
            "**«А»**ға/**«Б»**ге–**«В»**ге,**«Г»**ге «**«Д»**ге»",
            "<p><strong>«А»</strong>ға/<strong>«Б»</strong>ге–<strong>«В»</strong>ге,<strong>«Г»</strong>ге «<strong>«Д»</strong>ге»</p>\n",
            &[],
        ),
        (
            "**\"А\"**нікі (**\"Б\"**дікі) және **«В»**",
            "<p><strong>&quot;А&quot;</strong>нікі (<strong>&quot;Б&quot;</strong>дікі) және <strong>«В»</strong></p>\n",
            &[],
        ),
        (
            "## **«А»**ның (**«Б»**)",
            "<h2 id=\"a-nyn-b\"><strong>«А»</strong>ның (<strong>«Б»</strong>)</h2>\n",
            &[],
        ),
        (
            "*«А»*ның (*«Б»*ның) __«А»__ға (__«Б»__ға) ***«А»***ға (***«Б»***ға)",
            "<p><em>«А»</em>ның (<em>«Б»</em>ның) <strong>«А»</strong>ға (<strong>«Б»</strong>ға) <em><strong>«А»</strong></em>ға (<em><strong>«Б»</strong></em>ға)</p>\n",
            &[],
        ),
        (
            "**«А»**-**«Б»** (*а*) және «**Б**», «В»**жаңа**!",
            "<p><strong>«А»</strong>-<strong>«Б»</strong> (<em>а</em>) және «<strong>Б</strong>», «В»<strong>жаңа</strong>!</p>\n",
            &[],
        ),
    ]);
}

#[test]
fn signs_that_are_no_marks_stay() {
    check(&[
        (
            "*105*1# теріңіз, содан кейін *105*2#, *100#",
            "<p>*105*1# теріңіз, содан кейін *105*2#, *100#</p>\n",
            &[],
        ),
        (
            "S = a*b*c, S = ұзындық*ен*биіктік",
            "<p>S = a*b*c, S = ұзындық*ен*биіктік</p>\n",
            &[],
        ),
        (
            "*екі*сөз*үш* сөз*екінші*сөз **2020**ж.",
            "<p><em>екі</em>сөз<em>үш</em> сөз<em>екінші</em>сөз <strong>2020</strong>ж.</p>\n",
            &[],
        ),
        ("Об`ект пен под`езд", "<p>Об`ект пен под`езд</p>\n", &[]),
        (
            "`код`ты (`а`) сөз`код`",
            "<p><code>код</code>ты (<code>а</code>) сөз<code>код</code></p>\n",
            &[],
        ),
        ("![Зал|300](a.png)", "{picture:a.png|Зал}", &[]),
        ("![Зал | 5-бет](a.png)", "{picture:a.png|Зал | 5-бет}", &[]),
    ]);
}

#[test]
fn uneven_and_spaced_marks_are_told() {
    for (markdown, marks) in [
        ("**Қалың* сөз", &["*"] as &[&str]),
        ("***Қалың** сөз", &["*"]),
        ("*Көлбеу** сөз", &["*"]),
        ("**Қалың** **", &["**"]),
        ("__Қалың_ сөз", &["_"]),
        ("Көмек * «Дала» * есебінен", &["*"]),
        ("Көмек _ «Дала» _ есебінен", &["_"]),
        ("Көмек __ «Дала» __ есебінен", &["__"]),
        ("~~ ескі ~~ жаңа", &["~~"]),
        ("*Бірінші\n*Екінші\n*Үшінші", &["*"]),
    ] {
        assert_eq!(told(markdown), marks, "{markdown}");
    }
    for sound in [
        "*Ескерту: ҚҚС-пен бірге",
        "**5 млн*** және **6 млн**\\*",
        "[а](/b)* және [в](/d)* сөз",
        "«__» ______ 20__ ж.",
        "Бағасы 5 млн **",
        "Қазақша * Русский * English",
        "4 * 6 * 2 м",
        "2*3, a*b",
    ] {
        assert_eq!(told(sound), [""; 0], "{sound}");
    }
}

#[test]
fn links_and_names_that_are_written_otherwise_are_told() {
    for (markdown, marks) in [
        ("(осында)[/kk/]", &[")["] as &[&str]),
        ("(осында)[https://gov.kz/a]", &[")["]),
        ("(@project/gym)[]", &[")["]),
        ("[осында]\n(https://gov.kz/a)", &["]"]),
        ("[осында]\n(/kk/)", &["]"]),
        ("[есеп] [https://gov.kz]", &["] ["]),
        ("[есеп]{https://gov.kz}", &["]{"]),
        ("@patron/steppe болды", &["@patron/steppe"]),
        ("[@project/gym]", &["@project/gym"]),
        ("@chart?by=year", &["@chart?by=year"]),
        ("Ескерту^[ҚҚС-пен бірге] бар.", &["^["]),
        ("![Зал](a.png){width=300}", &["{"]),
        ("Мәтін. ^abc123", &["^abc123"]),
        ("[TOC]", &["[TOC]"]),
        ("[[_TOC_]]", &["[["]),
        ("- [v] ашылды", &["[v]"]),
        ("Жалғасы:\n4. төртінші\n5. бесінші", &["4."]),
        ("–\tбірінші\n–\tекінші", &["–"]),
        ("·\tбірінші\n·\tекінші", &["·"]),
        ("➢ бірінші\n➢ екінші", &["➢"]),
    ] {
        assert_eq!(told(markdown), marks, "{markdown}");
    }
    for sound in [
        "(есеп)[1] және [1]\n(https://gov.kz/a)",
        "[а] [б], [5] {в}",
        "@gov_kz, a@project.kz",
        "10^6 және a ^ b, x^2",
        "{x=5}, {а}",
        "Ашылды:\n19. мамыр айында\n25. маусымда",
        "Жаңалық соңы.\n#Қостанай",
        "#ТуғанЖергеТағзым\n\nМәтін",
        "— Сәлем!\n— Сәлем, сәлем.",
    ] {
        assert_eq!(told(sound), [""; 0], "{sound}");
    }
}

#[test]
fn text_that_an_indent_made_code_is_told() {
    for markdown in [
        "Берілді:\n\n    - бірінші\n    - екінші",
        "А\n\n    1. 20 парта",
        "А\n\n    ## Тақырып",
        "А\n\n    2020 жыл: 5 000 000",
        "А\n\n    | 2020 | 5 |\n    |---|---|\n    | 2021 | 6 |",
        "- мектеп\n\n        - парта",
        "А\n\n\tҚұрметті Асқар!",
        "A\n\n    - first\n    - second",
    ] {
        let (_, found) = read(markdown);
        let codes: Vec<Code> = found.iter().map(|of| of.code).collect();
        assert_eq!(codes, [Code::TextInCode], "{markdown}");
    }
    for sound in [
        "А\n\n    # құру\n    tagzym build",
        "А\n\n    - id: steppe\n      kind: company",
        "А\n\n    title = \"Сайт\"",
        "А\n\n    # build\n    tagzym build",
        "А\n\n    сөз",
    ] {
        assert_eq!(read(sound).1, [], "{sound}");
    }
}

#[test]
fn fields_that_were_pasted_into_the_text_are_told() {
    let codes = |text: &str, start: usize| -> Vec<Code> {
        let (_, found) = parse(SourceId(0), text, start..text.len(), &Default::default());
        found.iter().map(|of| of.code).collect()
    };
    let pasted = "---\na: b\n---\n\n---\ntitle: Екінші\nsummary: a\n---\n\nМәтін";
    assert_eq!(codes(pasted, 13), [Code::MarkLeft]);
    // The file's own, which its reader could not find.
    assert_eq!(codes("\n---\ntitle: А\n---\n", 0), []);
    assert_eq!(codes("---\na: b\n---\n---\n\nМәтін\n\n---\n", 13), []);
}

#[test]
fn notes_with_dashes_are_left_out() {
    check(&[
        ("А <!— Айгүлге: соманы тексер —> б", "<p>А  б</p>\n", &[]),
        ("А <!— б", "<p>А &lt;!— б</p>\n", &[Code::UnclosedComment]),
        ("5 <- 6 -> 7 — б", "<p>5 &lt;- 6 -&gt; 7 — б</p>\n", &[]),
    ]);
}
