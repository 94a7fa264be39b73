//! Rows of cells: a name that stands in neighbouring cells of a CSV file or in the values of a JSON object.
//!
//! Cells of one word each are given as one line, since surname and first name often have a column each. Two cells with a
//! whole name each stay apart: no word of one belongs to a word of the other.

use std::borrow::Cow;

use super::kind::extension;

/// The rows of a text of this path, if that is made of cells.
pub(super) fn of<'a>(path: &str, text: &str) -> Option<Cow<'a, str>> {
    match extension(path).as_str() {
        "csv" | "tsv" | "tab" | "txt" => Some(csv(text).into()),
        "json" | "geojson" | "jsonld" | "webmanifest" => Some(json(text).into()),
        _ => None,
    }
}

/// Cells as a line: one word and one word belong together, all else does not.
pub(super) fn line<'c>(cells: impl IntoIterator<Item = &'c str>, into: &mut String) {
    let mut last_is_word = false;
    for cell in cells {
        let cell = cell.trim_matches(|c: char| c.is_whitespace() || c == '"');
        if cell.is_empty() {
            continue;
        }
        let is_word = !cell.contains(char::is_whitespace);
        into.push_str(if last_is_word && is_word { " " } else { ". " });
        into.push_str(cell);
        last_is_word = is_word;
    }
    into.push_str("\n.\n");
}

fn csv(text: &str) -> String {
    let mut rows = String::new();
    for row in text.lines().filter(|row| row.contains([';', ',', '\t'])) {
        line(row.split([';', ',', '\t']), &mut rows);
    }
    rows
}

/// The texts between quotation marks that are no keys; an object ends with its bracket.
fn json(text: &str) -> String {
    let mut rows = String::new();
    for object in text.split(['{', '}', '[', ']']) {
        let mut values = Vec::new();
        let mut rest = object;
        while let Some((_, after)) = rest.split_once('"') {
            let Some(end) = closing(after) else { break };
            let (value, after) = (&after[..end], &after[end + 1..]);
            if !after.trim_start().starts_with(':') {
                values.push(value);
            }
            rest = after;
        }
        if values.len() > 1 {
            line(values, &mut rows);
        }
    }
    rows
}

/// Where a text in quotation marks ends.
fn closing(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_neighbouring_cells_are_a_line() {
        for (path, text, expected) in [
            ("a.csv", "Оспан;Серик;1\n", ". Оспан Серик 1\n.\n"),
            ("a.csv", "\"Оспан\",\"\",Серик", ". Оспан Серик\n.\n"),
            (
                "a.csv",
                "Асан Оспан;Серик Ан",
                ". Асан Оспан. Серик Ан\n.\n",
            ),
            (
                "a.json",
                r#"[{"a":"Оспан","b":"Се\"рик"}]"#,
                ". Оспан Се\\\"рик\n.\n",
            ),
        ] {
            assert_eq!(of(path, text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(of("a.md", "a;b"), None);
    }
}
