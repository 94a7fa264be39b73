//! Quoting of YAML values: a text as it has to be written so that YAML reads all of it.
//!
//! Takes what an editor typed as a value, gives the same in quotation marks that are not in it; or any text, in quotation marks only if it
//! needs them.

use super::node::Node;
use super::parse::parse;
use crate::markdown::without_marks;

/// The value as it was certainly meant, in quotation marks of which the text has none.
pub(super) fn quoted(value: &str) -> String {
    // Marks of Markdown around the words would be shown as they are.
    in_marks(&without_marks(inner(value.trim())))
}

/// A text in quotation marks, every letter as it is.
pub(crate) fn in_marks(text: &str) -> String {
    match text.contains(['"', '\\']) {
        true => format!("'{}'", text.replace('\'', "''")),
        false => format!("\"{text}\""),
    }
}

/// A text as YAML has it anywhere: in quotation marks if it would be read otherwise, or cut.
pub(crate) fn scalar(text: &str) -> String {
    let stays = |yaml: String, of: &dyn Fn(&Node) -> Option<Node>| {
        let read = parse(&yaml).ok();
        read.as_ref().and_then(of) == Some(Node::Text(text.to_owned()))
    };
    let in_block = |node: &Node| match node {
        Node::Map(fields) if fields.len() == 1 => Some(fields[0].1.clone()),
        _ => None,
    };
    let in_flow = |node: &Node| match node {
        Node::List(items) if items.len() == 1 => Some(items[0].clone()),
        _ => None,
    };
    let is_plain = !text.is_empty()
        && !text.contains(['\n', '"', '#', ':'])
        && stays(format!("a: {text}\n"), &in_block)
        && stays(format!("[{text}]\n"), &in_flow);
    match is_plain || is_plain_address(text) {
        true => text.to_owned(),
        false => serde_json::Value::from(text).to_string(),
    }
}

/// An address of the web, which needs no quotation marks though it has a colon.
fn is_plain_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://");
    rest.is_some_and(|rest| {
        rest.chars()
            .all(|letter| letter.is_alphanumeric() || "/.-_…".contains(letter))
    })
}

/// The text without the quotation marks around it, where those are meant for all of it: in `"Dala" and "Qala"` each
/// belongs to a word.
fn inner(value: &str) -> &str {
    if let Some(inner) = within_word_quotes(value) {
        return inner;
    }
    let Some(quote) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
        return value;
    };
    let stripped = value[1..].strip_suffix([quote, '”', '“', '’']);
    let Some(text) = stripped.filter(|text| !text.is_empty()) else {
        return value;
    };
    let Some(at) = text.find(quote) else {
        return text;
    };
    let before = text[..at].chars().next_back();
    let after = text[at + 1..].chars().next();
    let closes = before.is_some_and(|c| !c.is_whitespace() && !"«(„“".contains(c))
        && after.is_none_or(|c| !c.is_alphanumeric());
    if closes { value } else { text }
}

/// Whether a note is nothing but `##…`, which spreadsheets show for a number that is too wide for its column.
pub(super) fn is_narrow(note: &str) -> bool {
    let note = note.trim_end();
    note.len() > 1 && note.bytes().all(|byte| byte == b'#')
}

/// The text within the quotation marks of a word processor around all of it.
pub(crate) fn within_word_quotes(value: &str) -> Option<&str> {
    let inner = value.strip_prefix(['“', '„', '‘', '”'])?;
    let inner = inner.strip_suffix(['”', '“', '’', '‘', '"'])?;
    (!inner.contains(['“', '”', '„'])).then_some(inner)
}

/// The byte past the closing quotation mark of a text that begins with one.
pub(super) fn closing(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let quote = *bytes.first()?;
    let mut at = 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if quote == b'"' => at += 1,
            b'\'' if quote == b'\'' && bytes.get(at + 1) == Some(&b'\'') => at += 1,
            byte if byte == quote => return Some(at + 1),
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for text in [
            "Дала",
            "12 500 000",
            "2019-11",
            "2018",
            "true",
            "Мектеп: екі",
            "a, b",
            "«Дала» ЖШС",
            "\"Жер-Су\" ЖШС",
            "https://dala.example/a",
            "- a",
            "x # y",
            "[a]",
            "a\\b",
            "project/a, b",
            "project/\"a\"]",
            "patron/қор: #1",
            "",
        ] {
            for yaml in [
                format!("a: {}\n", scalar(text)),
                format!("{{a: {}}}\n", scalar(text)),
            ] {
                let read = parse(&yaml).unwrap();
                let node = Node::Map(vec![("a".to_owned(), Node::Text(text.to_owned()))]);
                assert_eq!(read, node, "{yaml}");
            }
        }
        assert_eq!(scalar("12 500 000"), "12 500 000");
        assert_eq!(scalar("«Дала» ЖШС"), "«Дала» ЖШС");
    }

    #[test]
    fn a_text_stands_in_marks_that_it_has_not() {
        for (typed, meant) in [
            ("\"Жер-Су\" ЖШС", "'\"Жер-Су\" ЖШС'"),
            ("'Алтын' қор", "\"'Алтын' қор\""),
            ("'Мектеп д'Артаньян'", "\"Мектеп д'Артаньян\""),
            ("\"ТОО \"Үлгі Құрылыс\"\"", "'ТОО \"Үлгі Құрылыс\"'"),
            ("\"«Қазақмыс» мен \"Дала\"\"", "'«Қазақмыс» мен \"Дала\"'"),
            ("\"Дала\" мен \"Қала\"", "'\"Дала\" мен \"Қала\"'"),
            ("**Мектеп** ашылды", "\"Мектеп ашылды\""),
            ("&laquo;Дала&raquo; мектебі", "\"«Дала» мектебі\""),
            ("[Жаңа] мектеп", "\"[Жаңа] мектеп\""),
            ("\"Д'Артаньян\" и К", "'\"Д''Артаньян\" и К'"),
            ("“Мектеп: жаңа”", "\"Мектеп: жаңа\""),
            ("“Жер” қоры, “Су”", "\"“Жер” қоры, “Су”\""),
        ] {
            assert_eq!(quoted(typed), meant, "{typed}");
        }
    }
}
