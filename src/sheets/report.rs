//! The report of an import, for people: what was recognised, what is doubtful or refused and why, and how to answer.
//!
//! Takes an import and the words of a language, gives lines.

use std::collections::{BTreeMap, HashMap};

use super::answers::{answers, gone, unused};
use super::asked::in_toml;
use super::choices::Choice;
use super::columns::{Column, Columns, KnownBy};
use super::field::Field;
use super::outcome::Import;
use super::phrases::{
    first_meant, in_marks, numbers, of_sheet, place, sentence, shown, state_word,
};
use super::reason::{Changes, Reason, Remark};
use super::table::column_letters;
use super::unit::Unit;
use super::verdict::State;
use crate::locale::{Arg, Language};
use crate::model::lang::{Lang, Localised};

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
    lines.extend(gone(import, words));
    lines.extend(unused(import, words));
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
        lines.push(match column.field {
            Some(Field::Note) => format!("  {line} {}", sentence(words, "import-note-shown", &[])),
            _ => format!("  {line}"),
        });
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
        .filter(|column| is_odd(column))
        .max_by_key(|column| (column.seems_consent, std::cmp::Reverse(column.index)))
    {
        let example = match odd.seems_consent {
            true => format!("{} = \"consent\"", in_toml(&odd.name())),
            false => format!("{} = \"purpose.ru\"", column_letters(odd.index)),
        };
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

/// The rows of a state with their reasons: what is said alike of many is said once.
fn one_by_one(import: &Import, state: State, words: &Language) -> Vec<String> {
    let mut groups: Vec<Group> = Vec::new();
    let mut found: HashMap<(usize, Option<usize>, String), usize> = HashMap::new();
    for row in import.rows.iter().filter(|row| row.state == state) {
        let mut put = |column: Option<usize>, text: String| {
            let key = (row.sheet, column, text.clone());
            let at = *found.entry(key).or_insert(groups.len());
            if at == groups.len() {
                groups.push(Group {
                    sheet: row.sheet,
                    column,
                    text,
                    rows: Vec::new(),
                });
            }
            if groups[at].rows.last() != Some(&row.row) {
                groups[at].rows.push(row.row);
            }
        };
        for remark in &row.remarks {
            put(remark.column, told(remark, words));
        }
        if row.remarks.is_empty() {
            put(None, String::new());
        }
    }
    if groups.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![format!("{}:", state_word(state, words))];
    for group in &groups {
        let place = place(import, group.sheet, &group.rows, group.column, words);
        lines.push(match group.text.is_empty() {
            true => format!("  {place}"),
            false => format!("  {place}: {}", group.text),
        });
    }
    lines.push(String::new());
    lines
}

/// What is said of several rows.
struct Group {
    sheet: usize,
    column: Option<usize>,
    text: String,
    rows: Vec<u32>,
}

/// A remark as a sentence.
pub(super) fn told(remark: &Remark, words: &Language) -> String {
    // A gift on record is told without marks around it.
    let value = match remark.reason {
        Reason::Alike
        | Reason::AlikeSince
        | Reason::PerhapsKnown
        | Reason::PerhapsMoved
        | Reason::Corrects
        | Reason::Joined => shown(&remark.value),
        _ => in_marks(&shown(&remark.value), words.lang),
    };
    let within = remark.within.as_ref().map(|name| in_language(name, words));
    let within = within.unwrap_or_default();
    let kind = remark
        .kind
        .map_or("", |of| Choice::Kind.offered_for(of.word(), words.lang));
    let args = [
        ("value", Arg::Text(&value)),
        ("within", Arg::Text(&within)),
        ("field", Arg::Text(remark.field.map_or("none", Field::word))),
        ("kind", Arg::Text(kind)),
    ];
    let mut text = sentence(words, &remark.reason.message(), &args);
    if let Some(changes) = &remark.changes {
        let told = told_changes(changes, words);
        let gap = if told.is_empty() { "" } else { "." };
        text.push_str(gap);
        text.push_str(&told);
    }
    // What can be answered in many ways stands beside the line for the answer.
    if remark.meant.is_empty() || remark.field.is_none() {
        return text;
    }
    let meant = first_meant(&remark.meant, |meant| explained(meant, words.lang));
    let meant = meant.join(" / ");
    let args = [("text", Arg::Text(&text)), ("meant", Arg::Text(&meant))];
    sentence(words, "import-meant", &args)
}

/// What a correction writes over, and what stays as editors wrote it.
fn told_changes(changes: &Changes, words: &Language) -> String {
    let heading = |field: &Field| field.heading(words.lang);
    let written = changes.written.iter().map(|(field, old, new)| {
        let [old, new] = [old, new].map(|text| match text.is_empty() {
            true => "—".to_owned(),
            false => shown(text),
        });
        format!("{} {old} → {new}", heading(field))
    });
    let written = written.collect::<Vec<_>>().join("; ");
    let kept = changes.kept.iter().map(heading);
    let kept = kept.collect::<Vec<_>>().join(", ");
    let told = [("import-overwrites", written), ("import-keeps", kept)];
    let told = told.iter().filter(|(_, fields)| !fields.is_empty());
    told.map(|(id, fields)| format!(" {}", sentence(words, id, &[("fields", Arg::Text(fields))])))
        .collect()
}

/// A name in the language of the report, or else in its first.
fn in_language(name: &Localised, words: &Language) -> String {
    let own = name.exact(words.lang);
    let name = own.or_else(|| name.iter().next().map(|(_, name)| name));
    name.unwrap_or_default().to_owned()
}

/// An answer, and in the language of the report what a word of the program in it means: `new company` (компания).
fn explained(answer: &str, lang: Lang) -> String {
    let kind = answer.strip_prefix("new ");
    let word = kind.map_or("", |kind| Choice::Kind.offered_for(kind, lang));
    match word.is_empty() || lang == Lang::En {
        true => shown(answer),
        false => format!("{answer} ({word})"),
    }
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
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by(|((sheet, a), _), ((other, b), _)| {
        sheet.cmp(other).then_with(|| words.locale.compare(a, b))
    });
    let mut lines = vec![format!("{heading}:")];
    for ((sheet, text), rows) in groups {
        let rows = numbers(&rows, words);
        let place = sentence(words, "import-rows", &[("rows", Arg::Text(&rows))]);
        let place = of_sheet(import, sheet, place, words);
        lines.push(format!("  {text} ({place})"));
    }
    lines.push(String::new());
    lines
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::Reason;
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
