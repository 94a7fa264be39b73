//! The mapping that editors keep for the next time: what columns hold, what is meant by a value, what becomes of a row.
//!
//! Takes the text of `import.toml` at the root of the site, read as all files of the site are; `docs/sheets.md` tells what stands in it.

use std::collections::{BTreeMap, HashSet};

use strum::VariantArray;

use super::choices::Choice;
use super::field::Field;
use super::table::{Book, column_letters};
use crate::diagnostic::{Code, Diagnostic};
use crate::load::fields::{ReadContext, Value};
use crate::load::site::toml_node;
use crate::model::date::Date;
use crate::model::lang::Lang;
use crate::source::SourceId;

/// What editors said of their sheets.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mapping {
    /// By heading or by the column's letters.
    columns: Vec<(String, Told)>,
    /// What stands for an empty cell, by field.
    default: BTreeMap<Field, String>,
    read: ReadBy,
    /// What is meant by what stands in a cell, by field.
    meant: BTreeMap<Field, BTreeMap<String, String>>,
    /// What becomes of a row, by its mark.
    rows: BTreeMap<String, Deal>,
}

/// How rows are read.
#[derive(Debug, Clone, Copy, Default)]
struct ReadBy {
    unit: Option<u32>,
    hidden: Option<Deal>,
    repeats: Option<Deal>,
    alike: Option<Deal>,
    language: Option<Lang>,
}

/// What is done with a row that somebody has to be asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deal {
    /// It is a gift of its own.
    Take,
    Skip,
    /// It corrects the record of a row before it.
    Correct,
}

impl Deal {
    const ALL: [Deal; 3] = [Deal::Correct, Deal::Take, Deal::Skip];

    /// Its word in `import.toml`.
    pub(super) fn word(self) -> &'static str {
        match self {
            Deal::Take => "take",
            Deal::Skip => "skip",
            Deal::Correct => "correct",
        }
    }
}

/// What a column holds by the mapping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    Field(Field, Option<Lang>),
    Nothing,
}

/// The words for a column that is not read.
const NOTHING: [&str; 2] = ["none", "skip"];

/// Fields of which cells are never asked about.
const UNASKED: [Field; 7] = [
    Field::Purpose,
    Field::InKind,
    Field::Source,
    Field::Link,
    Field::Note,
    Field::GiftId,
    Field::Number,
];

/// Fields that nothing can stand for where a cell is empty. What makes a name public is said of each patron, and never of all.
const WITHOUT_DEFAULT: [Field; 4] = [Field::Kind, Field::Consent, Field::GiftId, Field::Number];

impl Mapping {
    /// Reads a mapping.
    ///
    /// # Errors
    /// All that is wrong with it, as it is told of any file of the site.
    pub(crate) fn parse(source: SourceId, text: &str) -> Result<Mapping, Vec<Diagnostic>> {
        let reading = ReadContext::new(source, [].into()).in_toml();
        let node = toml_node(text, &reading);
        let mapping = node.and_then(|node| read(Value::document(&node, &reading)));
        let found = reading.into_diagnostics();
        mapping.filter(|_| found.is_empty()).ok_or(found)
    }

    /// What a column holds, if somebody said so.
    pub(super) fn column(&self, heading: &str, column: usize) -> Option<Told> {
        let letters = column_letters(column);
        let heading = heading.to_lowercase();
        let mut all = self.columns.iter();
        let of = all.find(|(name, _)| name.to_lowercase() == heading || **name == letters);
        of.map(|(_, told)| *told)
    }

    /// What is meant by a value of a field.
    pub(super) fn meant(&self, field: Field, value: &str) -> Option<String> {
        self.meant.get(&field)?.get(value).cloned()
    }

    /// What stands for an empty cell.
    pub(super) fn for_empty(&self, field: Field) -> Option<String> {
        self.default.get(&field).cloned()
    }

    /// What becomes of a row, by its mark.
    pub(super) fn row(&self, mark: &str) -> Option<Deal> {
        self.rows.get(mark).copied()
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

    /// What becomes of rows that are like a record of a row that is not in the sheet any more.
    pub(super) fn alike(&self) -> Option<Deal> {
        self.read.alike
    }

    pub(super) fn language(&self) -> Option<Lang> {
        self.read.language
    }

    /// The answers for what stands nowhere in a book, with their fields, where something stands there that is nearly spelled so: the
    /// others are for other sheets.
    pub(super) fn unused<'m>(&'m self, book: &Book) -> Vec<(Field, &'m str)> {
        let rows = book.sheets.iter().flat_map(|sheet| &sheet.rows);
        let cells = rows
            .flat_map(|row| &row.cells)
            .map(|cell| cell.value.shown());
        let mut seen: HashSet<String> = HashSet::new();
        for text in cells {
            seen.extend(text.split(';').map(|part| part.trim().to_owned()));
            seen.insert(text);
        }
        let all = self.meant.iter();
        let all = all.flat_map(|(field, of)| of.keys().map(|value| (*field, value.as_str())));
        let answered: HashSet<&str> = all.clone().map(|(_, value)| value).collect();
        let open = seen.iter().filter(|text| !answered.contains(text.as_str()));
        let open: HashSet<String> = open.map(|text| plain_letters(text)).collect();
        all.filter(|(_, value)| {
            let letters = plain_letters(value);
            !seen.contains(*value) && open.iter().any(|text| is_nearly(&letters, text))
        })
        .collect()
    }

    /// The headings and letters of columns of which somebody said what they hold.
    pub(super) fn named_columns(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|(name, _)| name.as_str())
    }

    /// All values that somebody answered, with their fields.
    pub(super) fn answered(&self) -> impl Iterator<Item = (Field, &str)> {
        let all = self.meant.iter();
        all.flat_map(|(field, of)| of.keys().map(|value| (*field, value.as_str())))
    }

    /// The marks of the rows that somebody answered for.
    pub(super) fn marked_rows(&self) -> impl Iterator<Item = &str> {
        self.rows.keys().map(String::as_str)
    }
}

/// A text by its letters and digits alone.
fn plain_letters(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Whether one text is the other with a slip or two: both by their letters.
fn is_nearly(answer: &str, cell: &str) -> bool {
    let most = 1 + answer.chars().count() / 8;
    !answer.is_empty()
        && answer.chars().count().abs_diff(cell.chars().count()) <= most
        && strsim::osa_distance(answer, cell) <= most
}

fn read(value: Value<'_>) -> Option<Mapping> {
    let mut fields = value.fields("import")?;
    let columns = fields.optional("columns", |v| v.each(|_, of| told(&of)));
    let default = fields.optional("default", |v| {
        let mut fields = v.fields("import-default")?;
        let all = Field::VARIANTS.iter();
        let all = all.filter(|field| !WITHOUT_DEFAULT.contains(field));
        let given = all.filter_map(|&field| {
            let answer = fields.optional(field.word(), |v| v.code())?;
            Some((field, answer))
        });
        let given = given.collect();
        fields.finish();
        Some(given)
    });
    let by = fields.optional("read", read_by);
    let meant = fields.optional("meant", |v| {
        let mut fields = v.fields("import-meant")?;
        let all = Field::VARIANTS.iter();
        let all = all.filter(|field| !UNASKED.contains(field));
        let given = all.filter_map(|&field| {
            let answers = fields.optional(field.word(), |v| v.each(|_, of| answer(field, &of)))?;
            let answers = answers.into_iter();
            let answers = answers.map(|(said, answer)| (said.trim().to_owned(), answer));
            Some((field, answers.collect()))
        });
        let given = given.collect();
        fields.finish();
        Some(given)
    });
    let rows = fields.optional("rows", |v| {
        v.each(|_, of| of.choice(&Deal::ALL, Deal::word))
    });
    fields.finish();
    Some(Mapping {
        columns: columns.unwrap_or_default(),
        default: default.unwrap_or_default(),
        read: by.unwrap_or_default(),
        meant: meant.unwrap_or_default(),
        rows: rows.unwrap_or_default().into_iter().collect(),
    })
}

fn read_by(value: Value<'_>) -> Option<ReadBy> {
    const OF_ROWS: [Deal; 2] = [Deal::Take, Deal::Skip];
    let mut fields = value.fields("import-read")?;
    let unit = fields.optional("unit", |v| v.count(1));
    let hidden = fields.optional("hidden", |v| v.choice(&OF_ROWS, Deal::word));
    let repeats = fields.optional("repeats", |v| v.choice(&OF_ROWS, Deal::word));
    let alike = fields.optional("alike", |v| v.choice(&Deal::ALL, Deal::word));
    let language = fields.optional("language", |v| v.lang());
    fields.finish();
    Some(ReadBy {
        unit: unit.and_then(|unit| u32::try_from(unit).ok()),
        hidden,
        repeats,
        alike,
        language,
    })
}

/// What somebody said that a column holds.
fn told(value: &Value<'_>) -> Option<Told> {
    let word = value.code()?;
    if NOTHING.contains(&word.as_str()) {
        return Some(Told::Nothing);
    }
    let (field, lang) = match word.split_once('.') {
        Some((field, lang)) => (field, Some(Lang::from_code(lang))),
        None => (word.as_str(), None),
    };
    let found = match (field.parse::<Field>().ok(), lang) {
        (Some(field), None) => Some(Told::Field(field, None)),
        (Some(field), Some(Some(lang))) if field.is_text() => Some(Told::Field(field, Some(lang))),
        _ => None,
    };
    if found.is_none() {
        let words = Field::VARIANTS.iter().map(|field| field.word());
        unknown(value, &word, words.chain(NOTHING).collect());
    }
    found
}

/// What somebody said that a cell means, as the program writes it.
fn answer(field: Field, value: &Value<'_>) -> Option<String> {
    let choice = match field {
        Field::Amount => return value.amount().map(|tenge| tenge.0.to_string()),
        Field::Date => return value.date().as_ref().map(Date::to_string),
        Field::Kind => Choice::Kind,
        Field::Consent => Choice::Consent,
        Field::Status => Choice::Status,
        _ => return value.code(),
    };
    let text = value.code()?;
    if choice.of(&text).is_none() {
        unknown(value, &text, choice.words());
        return None;
    }
    Some(text)
}

fn unknown(value: &Value<'_>, word: &str, known: Vec<&'static str>) {
    let wrong = value
        .report(Code::UnknownValue)
        .with("value", word)
        .with("known", known.join(", "));
    value.reading().report(wrong.meant(word, known));
}

#[cfg(test)]
impl Mapping {
    /// Reads a mapping that is known to be sound.
    pub(crate) fn sound(text: &str) -> Mapping {
        Mapping::parse(SourceId(0), text).unwrap()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_editors_say_is_read() {
        let mapping = Mapping::sound(
            "[columns]\n\"Взнос\" = \"amount\"\nF = \"purpose.ru\"\nG = \"none\"\nH = \"skip\"\n[default]\nregion = \"north\"\n\
             [read]\nunit = 1000\nhidden = \"take\"\nalike = \"correct\"\n[meant.amount]\n\"1,2 млн\" = 1200000\n\
             \"2 млн\" = \"2 000 000\"\n[meant.patron]\n\"Аян\" = \"\"\n[rows]\nrow-1a = \"skip\"\n",
        );
        let amount = Some(Told::Field(Field::Amount, None));
        assert_eq!(mapping.column("взнос", 0), amount);
        let purpose = Some(Told::Field(Field::Purpose, Some(Lang::Ru)));
        assert_eq!(mapping.column("На что", 5), purpose);
        assert_eq!(mapping.column("", 6), Some(Told::Nothing));
        assert_eq!(mapping.column("", 7), Some(Told::Nothing));
        assert_eq!(mapping.column("", 8), None);
        for (cell, tenge) in [("1,2 млн", "1200000"), ("2 млн", "2000000")] {
            let meant = mapping.meant(Field::Amount, cell);
            assert_eq!(meant.as_deref(), Some(tenge));
        }
        // A line that was left as it is proposed says nothing.
        assert_eq!(mapping.meant(Field::Patron, "Аян"), None);
        assert_eq!(mapping.for_empty(Field::Region).as_deref(), Some("north"));
        assert_eq!(mapping.alike(), Some(Deal::Correct));
        assert_eq!(mapping.row("row-1a"), Some(Deal::Skip));
    }

    #[test]
    fn what_is_not_known_is_told_where_it_stands() {
        for (text, code, value) in [
            ("[columns]\nA = \"sum\"", Code::UnknownValue, "sum"),
            (
                "[columns]\nA = \"amount.ru\"",
                Code::UnknownValue,
                "amount.ru",
            ),
            ("[default]\nplace = \"x\"", Code::UnknownField, "place"),
            ("[read]\nlanguage = \"de\"", Code::UnknownValue, "de"),
            ("[read]\nrepeats = \"нет\"", Code::UnknownValue, "нет"),
            (
                "[default]\nconsent = \"yes\"",
                Code::UnknownField,
                "consent",
            ),
            ("[meant.note]\n\"а\" = \"б\"", Code::UnknownField, "note"),
            (
                "[meant.consent]\n\"а\" = \"может\"",
                Code::UnknownValue,
                "может",
            ),
            ("[colums]\n", Code::UnknownField, "colums"),
        ] {
            let found = Mapping::parse(SourceId(0), text).unwrap_err();
            let [wrong] = found.as_slice() else {
                panic!("{text}: {found:?}");
            };
            assert_eq!(wrong.code, code, "{text}");
            let args = wrong.args.iter();
            let mut values = args.filter(|(name, _)| matches!(*name, "value" | "field"));
            assert!(values.any(|(_, of)| of == value), "{text}: {wrong:?}");
        }
        for text in [
            "[meant.amount]\n\"а\" = 1 200 000\n",
            "[read]\nunit = 1\nunit = 2\n",
            "[meant.amount]\n\"а\" =\n",
        ] {
            let found = Mapping::parse(SourceId(0), text).unwrap_err();
            assert!(
                found.iter().all(|wrong| wrong.code == Code::Toml),
                "{found:?}"
            );
        }
    }
}
