//! Phrases of a report: a message with its values, a place of a sheet, a text between quotation marks.
//!
//! Takes values and the words of a language, gives texts.

use super::outcome::Import;
use super::table::column_letters;
use super::verdict::State;
use crate::locale::{Arg, Language};
use crate::model::lang::Lang;
use crate::source::text::invisible::{shortened, visible};

/// The longest value that is repeated, in characters.
const LONGEST: usize = 120;

/// So many rows are named one by one.
const NAMED: usize = 12;

/// So many of the answers that a cell may mean are told.
const MEANT: usize = 8;

pub(super) fn sentence(words: &Language, id: &str, args: &[(&str, Arg<'_>)]) -> String {
    let text = words.messages.format(id, args);
    text.unwrap_or_else(|_| id.to_owned())
}

pub(super) fn state_word(state: State, words: &Language) -> String {
    sentence(words, "import-state", &[("state", Arg::Text(state.word()))])
}

pub(super) fn shown(text: &str) -> String {
    visible(&shortened(text, LONGEST)).into_owned()
}

/// The first of what a cell may mean, each as it is shown, and a sign that there is more.
pub(super) fn first_meant(meant: &[String], show: impl Fn(&str) -> String) -> Vec<String> {
    let first = meant.iter().take(MEANT).map(|meant| show(meant));
    let more = (meant.len() > MEANT).then(|| "…".to_owned());
    first.chain(more).collect()
}

/// A text as it stands between the quotation marks of a sentence: without its own around it, and with other ones inside.
pub(super) fn in_marks(text: &str, lang: Lang) -> String {
    let inner = text.strip_prefix(['«', '"', '“', '„']);
    let inner = inner.and_then(|inner| inner.strip_suffix(['»', '"', '”', '“']));
    let inner = inner.filter(|inner| !inner.contains(['«', '»', '"', '“', '”', '„']));
    match (inner, lang) {
        (Some(inner), _) => inner.to_owned(),
        (None, Lang::En) => text.to_owned(),
        (None, Lang::Kk | Lang::Ru) => text.replace('«', "„").replace('»', "“"),
    }
}

/// Where a remark belongs: rows and a column, and the sheet if there are several.
pub(super) fn place(
    import: &Import,
    sheet: usize,
    rows: &[u32],
    column: Option<usize>,
    words: &Language,
) -> String {
    let place = match (rows, column) {
        ([row], None) => {
            let row = row.to_string();
            sentence(words, "import-row", &[("row", Arg::Text(&row))])
        }
        ([row], Some(column)) => {
            let (row, column) = (row.to_string(), column_letters(column));
            let args = [("row", Arg::Text(&row)), ("column", Arg::Text(&column))];
            sentence(words, "import-cell", &args)
        }
        (rows, None) => {
            let rows = numbers(rows, words);
            sentence(words, "import-rows", &[("rows", Arg::Text(&rows))])
        }
        (rows, Some(column)) => {
            let (rows, column) = (numbers(rows, words), column_letters(column));
            let args = [("rows", Arg::Text(&rows)), ("column", Arg::Text(&column))];
            sentence(words, "import-cells", &args)
        }
    };
    of_sheet(import, sheet, place, words)
}

/// A place with the name of its sheet, if there are several.
pub(super) fn of_sheet(import: &Import, sheet: usize, place: String, words: &Language) -> String {
    if import.book.sheets.len() < 2 {
        return place;
    }
    let sheet = shown(&import.book.sheets[sheet].name);
    let args = [("sheet", Arg::Text(&sheet)), ("place", Arg::Text(&place))];
    sentence(words, "import-of-sheet", &args)
}

/// The first numbers of rows, and how many more there are.
pub(super) fn numbers(rows: &[u32], words: &Language) -> String {
    let mut numbers: Vec<String> = rows.iter().take(NAMED).map(u32::to_string).collect();
    if rows.len() > NAMED {
        let count = Arg::Number((rows.len() - NAMED) as u64);
        numbers.push(sentence(words, "import-and-more", &[("count", count)]));
    }
    numbers.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_are_not_doubled() {
        for (text, lang, expected) in [
            ("«Радуга»", Lang::Ru, "Радуга"),
            ("\"Қордай тас\"", Lang::Kk, "Қордай тас"),
            ("ТОО «Радуга»", Lang::Ru, "ТОО „Радуга“"),
            ("ТОО «Радуга»", Lang::En, "ТОО «Радуга»"),
            ("«А» и «Б»", Lang::Ru, "„А“ и „Б“"),
        ] {
            assert_eq!(in_marks(text, lang), expected);
        }
    }
}
