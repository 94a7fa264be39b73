//! Texts that YAML cuts: what can be read, but surely not as it was meant.
//!
//! Takes a text and its tree, gives the places where a `#`, a comma or a colon in brackets ended a text, or where the
//! quotation marks of a word processor became part of it. A text that is cut by a comma or colon is put together again in
//! the tree, so that nobody stumbles over its pieces.

mod anchor;
mod cut_text;
mod hash;
mod join;
mod quotes;

use std::cell::OnceCell;
use std::ops::Range;

use super::events::plain_scalars;
use super::node::Node;
use super::places::locate;
use super::recover::mark;
use crate::source::lines_around;
use anchor::anchors;
use cut_text::write_lines;
pub(crate) use cut_text::{Cut, CutText};
use hash::hashes;
use join::{has_pieces, join};
use quotes::{stray_commas, stray_quotes, word_quotes};

/// Finds the texts that were cut, in the order of their places.
pub(crate) fn cuts(text: &str, node: &mut Node) -> Vec<CutText> {
    // Another pass through the text, which most need not.
    let plain = OnceCell::new();
    let plain = || plain.get_or_init(|| plain_scalars(text)).as_slice();
    let mut found = hashes(text, plain);
    found.extend(word_quotes(text, plain));
    found.extend(stray_quotes(text, plain));
    found.extend(stray_commas(text, plain));
    found.extend(anchors(text));
    if has_pieces(node) {
        let spots = locate(text, node);
        let lost = found.iter();
        let lost = lost.filter(|cut| matches!(cut.why, Cut::OnlyNote | Cut::Narrow | Cut::Anchor));
        let lost: Vec<Range<usize>> = lost
            .map(|cut| lines_around(text, cut.at..cut.at).start..cut.at)
            .collect();
        mark(node, &spots, &lost);
        join(text, node, &spots, &mut found);
    }
    write_lines(text, &mut found);
    found.sort_by_key(|cut| cut.at);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::yaml::parse::parse;

    fn of(text: &str) -> Vec<(Cut, &str, String)> {
        let mut node = parse(text).unwrap();
        let found = cuts(text, &mut node).into_iter();
        found
            .map(|cut| {
                (
                    cut.why,
                    text[cut.at..].lines().next().unwrap_or(""),
                    cut.line,
                )
            })
            .collect()
    }

    #[test]
    fn what_was_cut_is_found_at_its_place() {
        use Cut::*;
        for (text, why, from, line) in [
            (
                "title: Мектеп #5 жаңа\n",
                Hash,
                "#5 жаңа",
                "title: \"Мектеп #5 жаңа\"",
            ),
            (
                "title: #хэштег\n",
                OnlyNote,
                "#хэштег",
                "title: \"#хэштег\"",
            ),
            (
                "amount: # 204 000 000 \ndate: 2018\n",
                OnlyNote,
                "# 204 000 000 ",
                "amount: 204 000 000",
            ),
            (
                "completed: # 2025-05\n",
                OnlyNote,
                "# 2025-05",
                "completed: 2025-05",
            ),
            (
                "location: # [43.25, 76.95]\n",
                OnlyNote,
                "# [43.25, 76.95]",
                "location: [43.25, 76.95]",
            ),
            ("summary: {kk,\n  Mektep, ru: Мектеп}\n", NoColon, ",", ""),
            ("title: Мектеп,\n", StrayComma, ",", "title: Мектеп"),
            ("amount: ########\ndate: 2018\n", Narrow, "########", ""),
            ("- amount: ## \n  date: 2018\n", Narrow, "## ", ""),
            (
                "name:\n  en: School # 5\n",
                Hash,
                "# 5",
                "en: \"School # 5\"",
            ),
            (
                "summary: Бірінші жол\n  #2 кезең\n",
                Hash,
                "#2 кезең",
                "summary: \"Бірінші жол #2 кезең\"",
            ),
            (
                "- kk: Бірінші\n    екінші #2 кезең\n  ru: a\n",
                Hash,
                "#2 кезең",
                "- kk: \"Бірінші екінші #2 кезең\"",
            ),
            (
                "title: \"Болашақ\" #5 мектебі\n",
                Hash,
                "#5 мектебі",
                "title: '\"Болашақ\" #5 мектебі'",
            ),
            (
                "a: {kk: Киім, азық-түлік}\n",
                Comma,
                "азық-түлік}",
                "a: {kk: \"Киім, азық-түлік\"}",
            ),
            (
                "a: {kk:Мектеп, ru: Школа}\n",
                ColonSpace,
                "Мектеп, ru: Школа}",
                "a: {kk: Мектеп, ru: Школа}",
            ),
            (
                "title: “Жылы қыс”\n",
                WordQuotes("“ ”"),
                "“Жылы қыс”",
                "title: \"Жылы қыс\"",
            ),
            (
                "title: “Жылы қыс\"\n",
                WordQuotes("“ ”"),
                "“Жылы қыс\"",
                "title: \"Жылы қыс\"",
            ),
            (
                "- {kk: “Көмір”, ru: Уголь, en: “Coal”} # бір\n",
                WordQuotes("“ ”"),
                "“Көмір”, ru: Уголь, en: “Coal”} # бір",
                "- {kk: \"Көмір\", ru: Уголь, en: \"Coal\"} # бір",
            ),
            (
                "a: {kk: “Киім, азық-түлік”}\n",
                Comma,
                "азық-түлік”}",
                "a: {kk: \"Киім, азық-түлік\"}",
            ),
            (
                "a: {en = \"Roads, schools\", ru: Дороги}\n",
                NoColon,
                " = \"Roads, schools\", ru: Дороги}",
                "a: {en: \"Roads, schools\", ru: Дороги}",
            ),
            (
                "a: {kk：Мектеп, ru: Школа}\n",
                NoColon,
                "：Мектеп, ru: Школа}",
                "a: {kk: Мектеп, ru: Школа}",
            ),
            (
                "a: {kk, Мектеп, ru: Школа}\n",
                NoColon,
                ", Мектеп, ru: Школа}",
                "a: {kk: Мектеп, ru: Школа}",
            ),
            (
                "- {id: a, ru - Школа, kk: Мектеп}\n",
                NoColon,
                " - Школа, kk: Мектеп}",
                "- {id: a, ru: Школа, kk: Мектеп}",
            ),
        ] {
            assert_eq!(of(text), [(why, from, line.to_owned())], "{text}");
        }
    }

    #[test]
    fn notes_and_quotations_are_left_alone() {
        for text in [
            "- id: b # second\n",
            "amount: 5000000 # by hand\n",
            "# a note #1\ntitle: A\n",
            "amount: # 5 000 000 (to be checked)\ndate: 2018\n",
            "amount: # 5 000 000,\ndate: 2018\n",
            "completed: # 2025, expected\n",
            "beneficiaries: # 2019 nobody knows\n",
            "location: # [43.25, 76.95] or near\n",
            "title: Мектеп;\n",
            "title: \"Мектеп #5\"\n",
            "title: 'Мектеп: #5 үй''і'\n",
            "a: {ru: 'б', kk: 'Мектеп: #5'}\n",
            "title: \"Мектеп\"   # түсінік\n",
            "id: \"a\" #1\n",
            "name:\n  kk: Дала\n  #русша\n  ru: Степь\n",
            "title: Мектеп\n  # түсінік\n",
            "title: Мектеп\n#2020 жыл\n",
            "title: >\n  Мектеп\n  #2020 жыл\n",
            "- steppe\n  #aul\n",
            "title: |\n  Мектеп #5\n",
            "contributions: ####\n  - amount: 5 ####\n",
            "contributions: ####\n- amount: 5\n",
            "name: ####\n  kk: Дала\n",
            "title: “Жылы қыс” және “Жаз”\n",
            "a: {kk: “Жылы” қыс, id: “b”}\n",
            "title: |\n  kk: “Жылы қыс”\n",
            "регион:\nkk: a\n",
        ] {
            assert_eq!(of(text), [], "{text}");
        }
    }

    #[test]
    fn digits_behind_commas_are_one_amount() {
        let text = "{amount: 5,000,000, date: 2020}";
        let mut node = parse(text).unwrap();
        assert_eq!(cuts(text, &mut node), []);
        let Node::Map(fields) = node else {
            panic!("fields")
        };
        assert_eq!(fields[0], ("amount".into(), Node::Text("5,000,000".into())));
        assert_eq!(fields.len(), 2);
    }
}
