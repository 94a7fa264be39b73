//! Writing YAML as an editor would have: fields in a fixed order, texts in quotation marks, amounts in groups of three.
//!
//! Takes values, gives lines without their indentation.

use crate::model::lang::Localised;
use crate::model::money::Tenge;

/// The lines of a record, each without its end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Lines(Vec<String>);

impl Lines {
    /// A field with a word of the program: an id, a date, a choice.
    pub(super) fn word(&mut self, name: &str, value: impl std::fmt::Display) {
        self.0.push(format!("{name}: {value}"));
    }

    /// A field with a text of people.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.0.push(format!("{name}: {}", quoted(text)));
    }

    pub(super) fn amount(&mut self, name: &str, amount: Tenge) {
        self.0.push(format!("{name}: {}", in_threes(amount)));
    }

    pub(super) fn localised(&mut self, name: &str, text: &Localised) {
        self.0.push(format!("{name}:"));
        for (lang, text) in text.iter() {
            self.0.push(format!("  {lang}: {}", quoted(text)));
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

    /// As an item of a list.
    pub(super) fn item(&self) -> impl Iterator<Item = String> + '_ {
        let lines = self.0.iter().enumerate();
        lines.map(|(at, line)| match at {
            0 => format!("- {line}"),
            _ => format!("  {line}"),
        })
    }
}

/// A text in quotation marks, of which it has none.
pub(super) fn quoted(text: &str) -> String {
    match text.contains(['"', '\\']) {
        true => format!("'{}'", text.replace('\'', "''")),
        false => format!("\"{text}\""),
    }
}

fn in_threes(amount: Tenge) -> String {
    let digits = amount.0.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_as_editors_do() {
        assert_eq!(quoted("ТОО «Дала»: уголь # 5"), "\"ТОО «Дала»: уголь # 5\"");
        assert_eq!(quoted("ТОО \"Дала\" и 'К'"), "'ТОО \"Дала\" и ''К'''");
        for (amount, text) in [
            (5, "5"),
            (1_250_000, "1 250 000"),
            (999, "999"),
            (1000, "1 000"),
        ] {
            assert_eq!(in_threes(Tenge(amount)), text);
        }
    }
}
