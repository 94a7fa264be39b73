//! Property tests of Markdown, for any text: no panic, no tag but our own, all in order, every span in the file.

use std::ops::Range;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::super::parse;
use super::well_formed::check_tags;
use crate::diagnostic::{At, Code, Diagnostic};
use crate::model::prose::{Part, Prose};
use crate::source::SourceId;

/// What Markdown and attacks are made of.
fn morsel() -> impl Strategy<Value = String> {
    let words = proptest::sample::select(vec![
        "a",
        "ә",
        "\u{a0}",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "    ",
        "\n    ",
        "  \n",
        "\\\n",
        "\\",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "``",
        "```\n",
        "~~~ x\"y\n",
        "#",
        "# ",
        "\n## ",
        "\n===\n",
        "\n---\n",
        "> ",
        ">",
        "\n> ",
        "- ",
        "\n- ",
        "\n  - ",
        "1. ",
        "\n2) ",
        "- [ ] ",
        "\n- [x] ",
        "|",
        "|-|",
        "\n|-|:-:|\n",
        "\n|a|b|\n",
        "[",
        "]",
        "](",
        "![",
        ")",
        "[]",
        "[](",
        "[^1]",
        "[^2]",
        "\n[^1]: ",
        "\n\n[^2]: ",
        "\n[^1]:\n    ",
        "[a]",
        "\n[a]: @map\n",
        "\n[a]: x.png 'y'\n",
        "<",
        ">",
        "\"",
        "'",
        "&",
        "&amp;",
        "&#10;",
        "&lt;",
        "@project/x",
        "(@page/y)",
        "[](@total?a=b)",
        "![](@chart?by=year)",
        "![a](b.png)",
        "[![a](b.png)](#a)",
        "![](@map)",
        "(#a)",
        "(javascript:alert(1))",
        "[x](java&#9;script:alert(1))",
        "<script>",
        "</script>",
        "<iframe src=x>",
        "<img src=x onerror=alert(1)>",
        "<!--",
        "-->",
        "<?",
        "<![CDATA[",
        "]]>",
        "<div>\n",
        "<a href=\"javascript:x\">",
        "<https://a.kz>",
        "<javascript:x>",
        "<a@b.kz>",
        "(https://a.kz\"onclick=x)",
        "{{ x }}",
        "</p>",
        "<p>",
        "<em>",
        "<br>",
        "\u{0}",
        "\u{feff}",
        "\u{301}",
        "🎈",
    ]);
    prop_oneof![12 => words.prop_map(str::to_owned), 1 => any::<String>(), 1 => "[ -~\n]{0,12}"]
}

fn markdown() -> impl Strategy<Value = String> {
    proptest::collection::vec(morsel(), 0..40).prop_map(|morsels| morsels.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_text_is_sound(before in "[a-zә-ө]{0,4}", text in markdown(), after in "[a-zә-ө]{0,4}") {
        let file = format!("{before}{text}{after}");
        let (prose, found) = parse(SourceId(0), &file, before.len()..before.len() + text.len(), &Default::default());
        let body = before.len()..before.len() + text.len();
        check_places(&prose, &found, &file, body);
        check_tags(&prose);
    }
}

fn check_places(prose: &Prose, found: &[Diagnostic], file: &str, body: Range<usize>) {
    let slots = prose.parts.iter().filter_map(|part| match part {
        Part::Html(_) | Part::LinkEnd => None,
        Part::LinkStart(slot) | Part::Label(slot) => Some(&slot.range),
        Part::Picture(slot) => Some(&slot.range),
        Part::Drawing(slot) => Some(&slot.range),
    });
    let places = found.iter().map(|diagnostic| match &diagnostic.at {
        At::Span(span) => &span.range,
        other => panic!("no span: {other:?}"),
    });
    for range in slots.chain(places) {
        assert!(
            file.get(range.clone()).is_some(),
            "{range:?} is no range of the file"
        );
        assert!(
            body.start <= range.start && range.end <= body.end,
            "{range:?} is not in {body:?}"
        );
    }
}

#[test]
fn hostile_texts_take_no_time() {
    let n = 10_000;
    let texts = [
        ">".repeat(n) + " x",
        "> ".repeat(n) + "x\n" + &"y\n".repeat(n),
        "- ".repeat(n) + "x\n" + &"y\n".repeat(n),
        "1. ".repeat(n) + "x",
        "[^a]: > ".repeat(n) + "x",
        (0..300).map(|depth| "  ".repeat(depth) + "- a\n").collect(),
        "> ".repeat(200) + "x\n" + &"y\n".repeat(n),
        "*a **b ".repeat(n) + &"c** d* ".repeat(n),
        "*a ![b](c.png) ".repeat(n) + &"d* ".repeat(n),
        "![".repeat(n) + &"](a.png)".repeat(n),
        "*a [![b](c.png)](@page/d) ".repeat(n) + &"e* ".repeat(n),
        "[![a](b.png)](#c)\n".repeat(n),
        "[".repeat(n) + &"](#a)".repeat(n),
        "[x](#a)\n# a-b\n".repeat(n),
        format!("[x](#{0})\n# {0}b\n", "a".repeat(n)).repeat(20),
        format!("[x](@{})\n", "a".repeat(n)).repeat(20),
        "[^a] ".repeat(n) + "\n\n[^a]: x",
        (0..n)
            .map(|note| format!("[^{note}]\n\n[^{note}]: [^{}]\n\n", note + 1))
            .collect(),
        "# a\n".repeat(n) + &"# a-2\n".repeat(n),
        "<b>".repeat(n),
        "<!-- ".repeat(n),
        "`a``b".repeat(n),
        "|a".repeat(500) + "\n" + &"|-".repeat(500) + "\n" + &"|\n".repeat(n),
        "![](@map)\n".repeat(n),
        "a\\\n".repeat(n) + "![a](b.png)" + &"\\\n".repeat(n) + "c",
        "- [ ] a\n".repeat(n),
        "**«a»**b ".repeat(n),
        "**«a ".repeat(n) + &"»**b ".repeat(n),
        "*«a __b [c](@page/d) ".repeat(n),
        "![".repeat(n) + &"[a](b c.pdf)".repeat(n),
        "[a](b c.pdf ".repeat(n),
        "[[ {{< == [^ ".repeat(n),
        "a@a.kz www.a.kz ".repeat(n),
        "a@".repeat(n) + "www.".repeat(n).as_str(),
        "https://(".repeat(n) + &")".repeat(n),
        "\\**a\\_".repeat(n),
        "<!-- a -->b ".repeat(n),
        "<!-- a --> ".repeat(n) + "b",
        "    a b c d\n\nx\n\n".repeat(n),
        "{".repeat(60_000),
    ];
    for text in texts {
        let start = Instant::now();
        let (prose, _) = parse(SourceId(0), &text, 0..text.len(), &Default::default());
        check_tags(&prose);
        let took = start.elapsed();
        let shown: String = text.chars().take(30).collect();
        assert!(took < Duration::from_secs(5), "{shown}… took {took:?}");
    }
}

#[test]
fn what_is_too_deep_is_said() {
    let text = "a\n\n".to_owned() + &">".repeat(10_000) + " x\n";
    let (prose, found) = parse(SourceId(0), &text, 0..text.len(), &Default::default());
    assert!(prose.parts.is_empty());
    assert_eq!(
        found,
        [Diagnostic::new(
            Code::TooDeep,
            At::span(SourceId(0), 3..text.len() - 1)
        )]
    );
}
