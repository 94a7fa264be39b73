//! Writing YAML as an editor would have: fields in a fixed order, texts in quotation marks, amounts in groups of three.
//!
//! Takes values, gives lines without their indentation.

use crate::load::fix_it::in_threes;
use crate::load::yaml::{self, Node, in_marks};
use crate::model::lang::Localised;
use crate::model::money::Tenge;

/// The lines of a record, each without its end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Lines(Vec<String>);

impl Lines {
    /// A field with an id.
    pub(super) fn id(&mut self, name: &str, id: &str) {
        self.word(name, as_text(id));
    }

    /// A field with a word of the program: a date, a choice.
    pub(super) fn word(&mut self, name: &str, value: impl std::fmt::Display) {
        self.0.push(format!("{name}: {value}"));
    }

    /// A field with a text of people.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.0.push(format!("{name}: {}", in_marks(text)));
    }

    pub(super) fn amount(&mut self, name: &str, amount: Tenge) {
        self.0
            .push(format!("{name}: {}", in_threes(&amount.0.to_string())));
    }

    pub(super) fn localised(&mut self, name: &str, text: &Localised) {
        self.0.push(format!("{name}:"));
        for (lang, text) in text.iter() {
            self.0.push(format!("  {lang}: {}", in_marks(text)));
        }
    }

    /// A field with lines of its own.
    pub(super) fn inner(&mut self, name: &str, inner: &Lines) {
        self.0.push(format!("{name}:"));
        self.0
            .extend(inner.0.iter().map(|line| format!("  {line}")));
    }

    /// A field with a list, an item for each.
    pub(super) fn list(&mut self, name: &str, items: &[Lines]) {
        self.0.push(format!("{name}:"));
        for item in items {
            self.0.extend(item.item().map(|line| format!("  {line}")));
        }
    }

    /// Its lines, as they stand at the beginning of a text.
    pub(super) fn all(&self) -> &[String] {
        &self.0
    }

    /// The value of the field, if there is one alone, in one line.
    pub(super) fn only_value(&self) -> Option<&str> {
        let [line] = self.0.as_slice() else {
            return None;
        };
        line.split_once(": ").map(|(_, value)| value)
    }

    /// As an item of a list.
    pub(super) fn item(&self) -> impl Iterator<Item = String> + '_ {
        let lines = self.0.iter().enumerate();
        lines.map(|(at, line)| match at {
            0 => format!("- {line}"),
            _ => format!("  {line}"),
        })
    }
}

/// A word as YAML reads it as a text: in quotation marks where it would be a number, a yes or a nothing, also in older programs.
pub(super) fn as_text(word: &str) -> String {
    let is_numeric = word.starts_with(|sign: char| sign.is_ascii_digit()) && !word.contains('-');
    let is_older = is_numeric || matches!(word, "y" | "n" | "yes" | "no" | "on" | "off");
    match yaml::parse(word) {
        Ok(Node::Text(text)) if text == word && !is_older => text,
        Ok(_) | Err(_) => in_marks(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_as_editors_do() {
        let mut lines = Lines::default();
        lines.text("title", "ТОО «Дала»: уголь # 5");
        lines.text("title", "ТОО \"Дала\" и 'К'");
        lines.amount("amount", Tenge(1_250_000));
        let expected = [
            "- title: \"ТОО «Дала»: уголь # 5\"",
            "  title: 'ТОО \"Дала\" и ''К'''",
            "  amount: 1 250 000",
        ];
        assert_eq!(lines.item().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn ids_are_read_as_texts() {
        for (id, written) in [
            ("jer-su", "jer-su"),
            ("1998", "\"1998\""),
            ("007", "\"007\""),
            ("1e5", "\"1e5\""),
            ("0x1f", "\"0x1f\""),
            ("no", "\"no\""),
            ("null", "\"null\""),
            ("true", "\"true\""),
            ("2024-03-05", "2024-03-05"),
        ] {
            assert_eq!(as_text(id), written);
            let read = yaml::parse(&as_text(id)).unwrap();
            assert_eq!(read, Node::Text(id.to_owned()));
        }
    }
}
