//! The report of an import, for people: what was recognised, what is doubtful or refused and why, and how to answer.
//!
//! Takes an import and the words of a language, gives lines.

use std::collections::BTreeMap;

use super::columns::{Column, Columns, KnownBy};
use super::field::Field;
use super::judge::Import;
use super::reason::{Reason, Remark};
use super::table::column_letters;
use super::unit::Unit;
use super::verdict::{State, Verdict};
use crate::locale::{Arg, Language};
use crate::source::text::invisible::{shortened, visible};

/// The longest value that is repeated, in characters.
const LONGEST: usize = 120;

/// So many rows are named one by one.
const NAMED: usize = 12;

/// The whole report.
pub(crate) fn lines(import: &Import, file: &str, all: bool, words: &Language) -> Vec<String> {
    let say = |id: &str, args: &[(&str, Arg<'_>)]| sentence(words, id, args);
    let rows = import.rows.len() as u64;
    let mut lines = vec![say(
        "import-file",
        &[("file", Arg::Text(file)), ("rows", Arg::Number(rows))],
    )];
    if let Some(encoding) = import.book.encoding {
        lines.push(say("import-encoding", &[("encoding", Arg::Text(encoding))]));
    }
    if !import.book.tells_hidden {
        lines.push(say("import-no-layout", &[]));
    }
    for (at, columns) in import.columns.iter().enumerate() {
        if let Some(columns) = columns {
            lines.push(String::new());
            lines.extend(mapping(import, at, columns, words));
        }
    }
    lines.push(String::new());
    for state in [State::Refused, State::Doubtful] {
        lines.extend(one_by_one(import, state, words));
    }
    if all {
        lines.extend(one_by_one(import, State::Understood, words));
    }
    lines.extend(grouped(import, "import-notes", &[State::Understood], words));
    let passed = state_word(State::Skipped, words);
    lines.extend(grouped_under(import, passed, &[State::Skipped], words));
    lines.extend(answers(import, words));
    let count = |state: State| Arg::Number(import.count(state) as u64);
    lines.push(say(
        "import-counts",
        &[
            ("understood", count(State::Understood)),
            ("known", count(State::Known)),
            ("doubtful", count(State::Doubtful)),
            ("refused", count(State::Refused)),
            ("skipped", count(State::Skipped)),
            ("rows", Arg::Number(rows)),
        ],
    ));
    lines
}

fn sentence(words: &Language, id: &str, args: &[(&str, Arg<'_>)]) -> String {
    let text = words.messages.format(id, args);
    text.unwrap_or_else(|_| id.to_owned())
}

pub(super) fn state_word(state: State, words: &Language) -> String {
    sentence(words, "import-state", &[("state", Arg::Text(state.word()))])
}

fn shown(text: &str) -> String {
    visible(&shortened(text, LONGEST)).into_owned()
}

/// What the columns of a sheet were taken for.
fn mapping(import: &Import, sheet: usize, columns: &Columns, words: &Language) -> Vec<String> {
    let name = shown(&import.book.sheets[sheet].name);
    let mut lines = vec![match name.is_empty() {
        true => sentence(words, "import-only-sheet", &[]),
        false => sentence(words, "import-sheet", &[("sheet", Arg::Text(&name))]),
    }];
    let told = |column: &&Column| column.field.is_some() || !column.heading.is_empty();
    for column in columns.all.iter().filter(told) {
        let letters = column_letters(column.index);
        let heading = shown(&column.heading);
        let of = [
            ("column", Arg::Text(&letters)),
            ("heading", Arg::Text(&heading)),
        ];
        let line = match column.field {
            Some(_) => {
                let field = field_word(column, words);
                let more = [
                    ("field", Arg::Text(&field)),
                    ("by", Arg::Text(column.by.word())),
                ];
                let args: Vec<(&str, Arg<'_>)> = of.into_iter().chain(more).collect();
                sentence(words, "import-column", &args)
            }
            None => sentence(words, "import-column-unused", &of),
        };
        lines.push(format!("  {line}"));
        if let (Some(Field::Amount), Unit::Said(times)) = (column.field, column.unit) {
            let times = words.locale.integer(times.into());
            let of = [
                ("column", Arg::Text(&letters)),
                ("times", Arg::Text(&times)),
            ];
            lines.push(format!("  {}", sentence(words, "import-unit", &of)));
        }
    }
    let is_odd = |column: &Column| column.field.is_none() || column.by == KnownBy::Cells;
    if let Some(odd) = columns
        .all
        .iter()
        .filter(told)
        .find(|column| is_odd(column))
    {
        let example = format!("{} = \"purpose.ru\"", column_letters(odd.index));
        let args = [("example", Arg::Text(&example))];
        lines.push(sentence(words, "import-mapping-hint", &args));
    }
    lines
}

/// What a column holds, in the editor's words and in those of `import.toml`.
fn field_word(column: &Column, words: &Language) -> String {
    let Some(field) = column.field else {
        return String::new();
    };
    let (heading, word) = (field.heading(words.lang), field.word());
    match column.lang {
        Some(lang) => format!("{heading} ({word}.{lang})"),
        None => format!("{heading} ({word})"),
    }
}

/// A text as TOML has it.
fn in_toml(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// The rows of a state with their reasons.
fn one_by_one(import: &Import, state: State, words: &Language) -> Vec<String> {
    let rows: Vec<&Verdict> = import
        .rows
        .iter()
        .filter(|row| row.state == state)
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![format!("{}:", state_word(state, words))];
    for row in rows {
        for remark in &row.remarks {
            let place = place(import, row, remark, words);
            lines.push(format!("  {place}: {}", told(remark, words)));
        }
        if row.remarks.is_empty() {
            let place = place(import, row, &Remark::new(Reason::Known), words);
            lines.push(format!("  {place}"));
        }
    }
    lines.push(String::new());
    lines
}

/// A remark as a sentence.
pub(super) fn told(remark: &Remark, words: &Language) -> String {
    let value = shown(&remark.value);
    let text = sentence(
        words,
        &remark.reason.message(),
        &[("value", Arg::Text(&value))],
    );
    if remark.meant.is_empty() {
        return text;
    }
    let meant: Vec<String> = remark.meant.iter().map(|meant| shown(meant)).collect();
    let meant = meant.join(" / ");
    let args = [("text", Arg::Text(&text)), ("meant", Arg::Text(&meant))];
    sentence(words, "import-meant", &args)
}

/// Where a remark belongs: row and column, and the sheet if there are several.
fn place(import: &Import, row: &Verdict, remark: &Remark, words: &Language) -> String {
    let number = row.row.to_string();
    let of_row = ("row", Arg::Text(&number));
    let place = match remark.column {
        Some(column) => {
            let letters = column_letters(column);
            sentence(
                words,
                "import-cell",
                &[of_row, ("column", Arg::Text(&letters))],
            )
        }
        None => sentence(words, "import-row", &[of_row]),
    };
    if import.book.sheets.len() < 2 {
        return place;
    }
    let sheet = shown(&import.book.sheets[row.sheet].name);
    let args = [("sheet", Arg::Text(&sheet)), ("place", Arg::Text(&place))];
    sentence(words, "import-of-sheet", &args)
}

fn grouped(import: &Import, heading: &str, states: &[State], words: &Language) -> Vec<String> {
    grouped_under(import, sentence(words, heading, &[]), states, words)
}

/// What is said alike of many rows, with their numbers.
fn grouped_under(
    import: &Import,
    heading: String,
    states: &[State],
    words: &Language,
) -> Vec<String> {
    let mut groups: BTreeMap<(usize, String), Vec<u32>> = BTreeMap::new();
    for row in import.rows.iter().filter(|row| states.contains(&row.state)) {
        for remark in &row.remarks {
            let rows = groups.entry((row.sheet, told(remark, words))).or_default();
            if rows.last() != Some(&row.row) {
                rows.push(row.row);
            }
        }
    }
    if groups.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![format!("{heading}:")];
    for ((sheet, text), rows) in groups {
        let mut numbers: Vec<String> = rows.iter().take(NAMED).map(u32::to_string).collect();
        if rows.len() > NAMED {
            let count = Arg::Number((rows.len() - NAMED) as u64);
            numbers.push(sentence(words, "import-and-more", &[("count", count)]));
        }
        let numbers = numbers.join(", ");
        let mut place = sentence(words, "import-rows", &[("rows", Arg::Text(&numbers))]);
        if import.book.sheets.len() > 1 {
            let sheet = shown(&import.book.sheets[sheet].name);
            let args = [("sheet", Arg::Text(&sheet)), ("place", Arg::Text(&place))];
            place = sentence(words, "import-of-sheet", &args);
        }
        lines.push(format!("  {text} ({place})"));
    }
    lines.push(String::new());
    lines
}

/// Lines for `import.toml`, one for each value that somebody has to be asked about, or that the portal does not know.
fn answers(import: &Import, words: &Language) -> Vec<String> {
    let mut asked: BTreeMap<&str, BTreeMap<&str, &[String]>> = BTreeMap::new();
    let rows = import.rows.iter();
    let rows = rows.filter(|row| matches!(row.state, State::Doubtful | State::Refused));
    for remark in rows.flat_map(|row| &row.remarks) {
        let is_answered = !remark.meant.is_empty() || remark.reason == Reason::Unknown;
        if let Some(field) = remark
            .field
            .filter(|_| is_answered && !remark.value.is_empty())
        {
            let values = asked.entry(field.word()).or_default();
            values.insert(&remark.value, &remark.meant);
        }
    }
    if asked.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![sentence(words, "import-answers", &[])];
    for (field, values) in asked {
        lines.push(format!("  [meant.{field}]"));
        for (value, meant) in values {
            let meant: Vec<String> = meant.iter().map(|meant| in_toml(meant)).collect();
            let (first, others) = match meant.as_slice() {
                [] => (in_toml(""), sentence(words, "import-answer-id", &[])),
                [first, others @ ..] => (first.clone(), others.join(", ")),
            };
            let others = match others.is_empty() {
                true => others,
                false => format!("  # {others}"),
            };
            lines.push(format!("  {} = {first}{others}", in_toml(value)));
        }
    }
    lines.push(String::new());
    lines
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::super::reason::Reason;
    use crate::model::lang::Lang;
    use crate::report::message::language;

    #[test]
    fn every_reason_has_words_in_every_language() {
        for lang in Lang::ALL {
            let words = language(lang);
            for &reason in Reason::VARIANTS {
                let id = reason.message();
                assert!(words.messages.variables(&id).is_some(), "{lang}: {id}");
            }
        }
    }
}
