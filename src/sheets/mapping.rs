//! The mapping that editors keep for the next time: what columns hold, what is meant by a value, how rows are read.
//!
//! `import.toml` at the root of the site:
//!
//! ```toml
//! [columns]
//! "Взнос" = "amount"
//! F = "purpose.ru"
//! G = "none"
//!
//! [default]
//! region = "akmola"
//!
//! [read]
//! unit = 1000
//! hidden = "take"
//! repeats = "take"
//! language = "ru"
//!
//! [meant.amount]
//! "1,2 млн" = 1200000
//! ```

use std::collections::BTreeMap;

use serde::Deserialize;

use super::field::Field;
use super::table::column_letters;
use crate::model::lang::Lang;

/// What editors said of their sheets.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Mapping {
    /// By heading or by the column's letters: a field, one with its language, or `none`.
    columns: BTreeMap<String, String>,
    /// What stands for an empty cell, by field.
    default: BTreeMap<String, Answer>,
    read: ReadBy,
    /// What is meant by what stands in a cell, by field.
    meant: BTreeMap<String, BTreeMap<String, Answer>>,
}

/// How rows are read.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct ReadBy {
    unit: Option<u32>,
    hidden: Option<Deal>,
    repeats: Option<Deal>,
    language: Option<String>,
}

/// What is done with rows that somebody has to be asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Deal {
    Take,
    Skip,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Answer {
    Number(i64),
    Text(String),
}

impl Answer {
    fn text(&self) -> String {
        match self {
            Answer::Number(number) => number.to_string(),
            Answer::Text(text) => text.clone(),
        }
    }
}

/// What a column holds by the mapping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    Field(Field, Option<Lang>),
    Nothing,
}

impl Mapping {
    /// Reads a mapping.
    ///
    /// # Errors
    /// What is wrong with it, in the words of the library, or the word that is not known.
    pub(crate) fn parse(text: &str) -> Result<Mapping, String> {
        let mapping: Mapping = toml::from_str(text).map_err(|error| {
            let line = error
                .span()
                .map_or(1, |span| text[..span.start].matches('\n').count() + 1);
            format!("{line}: {}", error.message())
        })?;
        for word in mapping.columns.values() {
            told(word).ok_or_else(|| word.clone())?;
        }
        for word in mapping.default.keys().chain(mapping.meant.keys()) {
            word.parse::<Field>().map_err(|_| word.clone())?;
        }
        // What makes a name public is said of each patron, and never of all.
        let of_patrons = [Field::Kind, Field::Consent].map(Field::word);
        if let Some(word) = of_patrons
            .into_iter()
            .find(|word| mapping.default.contains_key(*word))
        {
            return Err(word.to_owned());
        }
        if let Some(lang) = &mapping.read.language {
            Lang::from_code(lang).ok_or_else(|| lang.clone())?;
        }
        Ok(mapping)
    }

    /// What a column holds, if somebody said so.
    pub(super) fn column(&self, heading: &str, column: usize) -> Option<Told> {
        let letters = column_letters(column);
        let of = self
            .columns
            .iter()
            .find(|(name, _)| name.to_lowercase() == heading.to_lowercase() || **name == letters);
        of.and_then(|(_, word)| told(word))
    }

    /// What is meant by a value of a field.
    pub(super) fn meant(&self, field: Field, value: &str) -> Option<String> {
        let of = self.meant.get(field.word())?;
        let found = of.iter().find(|(said, _)| said.trim() == value);
        found.map(|(_, answer)| answer.text())
    }

    /// What stands for an empty cell.
    pub(super) fn for_empty(&self, field: Field) -> Option<String> {
        self.default.get(field.word()).map(Answer::text)
    }

    pub(super) fn unit(&self) -> Option<u32> {
        self.read.unit.filter(|unit| *unit > 0)
    }

    pub(super) fn hidden(&self) -> Option<Deal> {
        self.read.hidden
    }

    pub(super) fn repeats(&self) -> Option<Deal> {
        self.read.repeats
    }

    pub(super) fn language(&self) -> Option<Lang> {
        Lang::from_code(self.read.language.as_deref()?)
    }
}

fn told(word: &str) -> Option<Told> {
    if word == "none" {
        return Some(Told::Nothing);
    }
    let (field, lang) = match word.split_once('.') {
        Some((field, lang)) => (field, Some(Lang::from_code(lang)?)),
        None => (word, None),
    };
    let field: Field = field.parse().ok()?;
    (lang.is_none() || field.is_text()).then_some(Told::Field(field, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_editors_say_is_read() {
        let mapping = Mapping::parse(
            "[columns]\n\"Взнос\" = \"amount\"\nF = \"purpose.ru\"\nG = \"none\"\n[default]\nregion = \"north\"\n\
             [read]\nunit = 1000\nhidden = \"take\"\n[meant.amount]\n\"1,2 млн\" = 1200000\n",
        )
        .unwrap();
        let amount = Some(Told::Field(Field::Amount, None));
        assert_eq!(mapping.column("взнос", 0), amount);
        let purpose = Some(Told::Field(Field::Purpose, Some(Lang::Ru)));
        assert_eq!(mapping.column("На что", 5), purpose);
        assert_eq!(mapping.column("", 6), Some(Told::Nothing));
        assert_eq!(mapping.column("", 7), None);
        assert_eq!(
            mapping.meant(Field::Amount, "1,2 млн").as_deref(),
            Some("1200000")
        );
        assert_eq!(mapping.for_empty(Field::Region).as_deref(), Some("north"));
    }

    #[test]
    fn what_is_not_known_is_named() {
        for (text, why) in [
            ("[columns]\nA = \"sum\"", "sum"),
            ("[columns]\nA = \"amount.ru\"", "amount.ru"),
            ("[default]\nplace = \"x\"", "place"),
            ("[read]\nlanguage = \"de\"", "de"),
            ("[default]\nconsent = \"yes\"", "consent"),
        ] {
            assert_eq!(Mapping::parse(text).unwrap_err(), why);
        }
        assert!(Mapping::parse("[colums]\n").is_err());
    }
}
