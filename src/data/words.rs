//! What readers are told of tables and columns of open data, in three languages.
//!
//! The words are the program's own, not a theme's: the tables are the same under every theme.

use std::sync::LazyLock;

use crate::locale::{Arg, Messages};
use crate::model::lang::{Lang, PerLang};
use crate::plan::data::DataTable;

static WORDS: LazyLock<PerLang<Messages>> =
    LazyLock::new(|| PerLang::make(|lang| Messages::new(lang, &[("words", messages(lang))]).0));

/// All of it, as a file of messages.
pub(crate) fn messages(lang: Lang) -> &'static str {
    match lang {
        Lang::Kk => include_str!("words/kk.ftl"),
        Lang::Ru => include_str!("words/ru.ftl"),
        Lang::En => include_str!("words/en.ftl"),
    }
}

/// What the list of patrons tells of each, and no table does: what it gave alone, and together with others.
pub(crate) const OF_PATRONS: [&str; 6] = [
    "list-alone-delivered",
    "list-alone-pledged",
    "list-joint-delivered",
    "list-joint-pledged",
    "list-joint-contributions",
    "list-projects",
];

/// A word without variables; a missing one shows its name, and fails a test.
pub(crate) fn word(lang: Lang, id: &str) -> String {
    let messages = WORDS.get(lang);
    messages.format(id, &[]).unwrap_or_else(|_| id.to_owned())
}

/// A sentence with variables.
pub(crate) fn with(lang: Lang, id: &str, args: &[(&str, Arg<'_>)]) -> String {
    let messages = WORDS.get(lang);
    messages.format(id, args).unwrap_or_else(|_| id.to_owned())
}

impl DataTable {
    /// What the table is called, for readers of a language.
    pub(crate) fn title(self, lang: Lang) -> String {
        word(lang, &self.message())
    }

    /// What stands in it, for readers of a language.
    pub(crate) fn description(self, lang: Lang) -> String {
        word(lang, &format!("{}.about", self.message()))
    }

    fn message(self) -> String {
        format!("table-{}", self.name().replace('_', "-"))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use strum::VariantArray;

    use super::*;
    use crate::data::columns;

    /// All messages that tables, columns and their words ask for.
    fn asked_for() -> BTreeSet<String> {
        let mut ids = BTreeSet::new();
        let mut with_about = |id: String| ids.extend([format!("{id}.about"), id]);
        for table in DataTable::VARIANTS {
            with_about(table.message());
            let columns = columns(*table, &Lang::ALL);
            columns.iter().for_each(|of| with_about(of.message.clone()));
        }
        for table in DataTable::VARIANTS {
            let columns = columns(*table, &Lang::ALL).into_iter();
            ids.extend(columns.map(|column| column.of.message().to_owned()));
        }
        for table in DataTable::VARIANTS {
            let columns = columns(*table, &Lang::ALL).into_iter();
            for of in columns.filter_map(|column| column.enumeration()) {
                let values = of.values().into_iter();
                ids.extend(values.map(|value| format!("value-{}-{value}", of.name())));
            }
        }
        ids.extend(Lang::ALL.map(|lang| format!("in-{lang}")));
        ids.insert("grants-about".to_owned());
        ids.extend(OF_PATRONS.map(str::to_owned));
        ids
    }

    #[test]
    fn every_table_and_column_is_told_of_in_every_language_and_nothing_else_is() {
        for lang in Lang::ALL {
            let known: BTreeSet<String> = WORDS.get(lang).ids().map(str::to_owned).collect();
            let asked_for = asked_for();
            let missing: Vec<&String> = asked_for.difference(&known).collect();
            let unused: Vec<&String> = known.difference(&asked_for).collect();
            assert_eq!((missing, unused), (vec![], vec![]), "{lang}");
        }
    }
}
