//! Lines with one slip each, and the lines that were meant.

use super::*;
use crate::load::yaml::error_class::Trouble;

fn of(text: &str) -> Option<(Trouble, &str, String)> {
    let line = Line {
        text,
        rest: "",
        continues: false,
    };
    let slip = slip(line)?;
    Some((slip.why, &text[slip.at..], slip.line.unwrap_or_default()))
}

#[test]
fn each_slip_is_named_with_the_line_as_it_was_meant() {
    use Trouble::*;
    for (text, why, from, line) in [
        (
            "  kk: \"Жер-Су\" ЖШС",
            Behind,
            "ЖШС",
            "  kk: '\"Жер-Су\" ЖШС'",
        ),
        (
            "title: 'Алтын' қор",
            Behind,
            "қор",
            "title: \"'Алтын' қор\"",
        ),
        (
            "title: 'Мектеп д'Артаньян'",
            Behind,
            "Артаньян'",
            "title: \"Мектеп д'Артаньян\"",
        ),
        (
            "title: [Жаңа] мектеп",
            Begin,
            "[Жаңа] мектеп",
            "title: \"[Жаңа] мектеп\"",
        ),
        (
            "title: *Маңызды* жаңалық",
            Begin,
            "*Маңызды* жаңалық",
            "title: \"Маңызды жаңалық\"",
        ),
        (
            "title: - 5 оқушы",
            Begin,
            "- 5 оқушы",
            "title: \"- 5 оқушы\"",
        ),
        ("title: | жол", Begin, "| жол", "title: \"жол\""),
        ("title: %50", Begin, "%50", "title: \"%50\""),
        ("title: `код`", Begin, "`код`", "title: \"код\""),
        ("\ttitle: a", Tab, "\ttitle: a", "  title: a"),
        ("beneficiaries\t320", NoColon, "\t320", "beneficiaries: 320"),
        ("-\tpatron: a", TabBehind, "\tpatron: a", "- patron: a"),
        ("•\tpatron: a", Bullet, "•\tpatron: a", "- patron: a"),
        ("  2) patron: a", Bullet, "2) patron: a", "  - patron: a"),
        ("amount: ?", UnknownAmount, "?", ""),
        ("kind:company", ColonSpace, "company", "kind: company"),
        (
            "kind:\u{a0}company",
            OddSpace,
            "\u{a0}company",
            "kind: company",
        ),
        ("kind：company", WideColon, "：company", "kind: company"),
        ("-id: a", DashSpace, "id: a", "- id: a"),
        (
            "title \"Мектеп\"",
            NoColon,
            " \"Мектеп\"",
            "title: \"Мектеп\"",
        ),
        (
            "title: Мектеп: жаңа",
            Colon,
            ": жаңа",
            "title: \"Мектеп: жаңа\"",
        ),
        ("title: \"Мектеп", Quote, "\"Мектеп", "title: \"Мектеп\""),
        ("title: \"Мектеп”", Quote, "\"Мектеп”", "title: \"Мектеп\""),
        (
            "name: {kk: \"Мектеп \"Болашақ\"\", ru: Школа}",
            Behind,
            "Болашақ\"\", ru: Школа}",
            "name: {kk: 'Мектеп \"Болашақ\"', ru: Школа}",
        ),
        (
            "purpose: {kk: # к 9 мая, ru: к 9 мая}",
            Hash,
            "# к 9 мая, ru: к 9 мая}",
            "purpose: {kk: \"к 9 мая\", ru: к 9 мая}",
        ),
        (
            "name: {kk: Мектеп #5, ru: Школа}",
            Hash,
            "#5, ru: Школа}",
            "name: {kk: \"Мектеп #5\", ru: Школа}",
        ),
        (
            "- {patron: a, purpose: {kk: Уголь: 20 тонн, ru: Уголь}}",
            Colon,
            ": 20 тонн, ru: Уголь}}",
            "- {patron: a, purpose: {kk: \"Уголь: 20 тонн\", ru: Уголь}}",
        ),
        (
            "name: {ru: ТОО \"A&B: Строй\"}",
            Colon,
            ": Строй\"}",
            "name: {ru: 'ТОО \"A&B: Строй\"'}",
        ),
        (
            "status^ completed",
            NoColon,
            "^ completed",
            "status: completed",
        ),
        (
            "statusЖ completed",
            NoColon,
            "Ж completed",
            "status: completed",
        ),
        ("- id= dala", NoColon, "= dala", "- id: dala"),
        // A letter that begins a word is none of these signs.
        ("title Жаңа", NoColon, " Жаңа", "title: Жаңа"),
        (
            "url: [kazpravda.kz](https://kazpravda.kz/n/a-b)",
            Address,
            "[kazpravda.kz](https://kazpravda.kz/n/a-b)",
            "url: https://kazpravda.kz/n/a-b",
        ),
        (
            "- {title: Газет, url: [Дала](www.dala.kz/?a=1), date: 2018}",
            Address,
            "[Дала](www.dala.kz/?a=1), date: 2018}",
            "- {title: Газет, url: \"https://www.dala.kz/?a=1\", date: 2018}",
        ),
        (
            "name: {kk: Мектеп",
            Bracket,
            "{kk: Мектеп",
            "name: {kk: Мектеп}",
        ),
        (
            "name: {kk: \"Мектеп, ru: \"Школа\"}",
            Quote,
            "\"Мектеп, ru: \"Школа\"}",
            "name: {kk: \"Мектеп\", ru: \"Школа\"}",
        ),
    ] {
        assert_eq!(of(text), Some((why, from, line.to_owned())), "{text}");
    }
}

#[test]
fn what_signs_say_of_a_number_stays() {
    for amount in [
        "$5000", ".5", "5000?", "5000+", "~5000", "5%", "-5", "~\"5\"",
    ] {
        let text = format!("- {{patron: a, amount: {amount}; date: 2018}}");
        let meant = format!("- {{patron: a, amount: {amount}, date: 2018}}");
        assert_eq!(
            of(&text),
            Some((Trouble::Comma, "date: 2018}", meant)),
            "{text}"
        );
    }
    for text in ["amount: >5000", "amount: %5000", "date: @2018?"] {
        assert_eq!(of(text).unwrap().2, text);
    }
    for (text, meant) in [
        ("amount: ,5000", "amount: 5000"),
        ("date: [2018", "date: 2018"),
        ("date: «2018»,", "date: 2018"),
        ("region: @north?", "region: north"),
    ] {
        assert_eq!(of(text).unwrap().2, meant);
    }
}

#[test]
fn sound_lines_have_none() {
    for text in [
        "title: Мектеп",
        "- id: a",
        "- {id: lake, name: {kk: Көл, ru: Озеро}, to: [a, b]}",
        "summary: |",
        "summary: >-",
        "site: https://a.kz",
        "  - 5",
        "title: \"Мектеп: жаңа\" # жазба",
    ] {
        assert_eq!(of(text), None, "{text}");
    }
}
