//! Signs that other programs write for characters that cannot be seen: `_x000D_` of spreadsheets, `\\n`, `\\t` and `\\u049b` of data.
//!
//! Takes a text, gives the length of such a sign. Paths of Windows, `C:\\new\\table`, are none.

/// The length of an escape of a spreadsheet (ECMA-376, ST_Xstring) that a text begins with.
pub(super) fn of_a_sheet(text: &str) -> Option<usize> {
    let inner = text.strip_prefix("_x")?;
    let is_hex = inner.get(..4)?.bytes().all(|of| of.is_ascii_hexdigit());
    (is_hex && inner[4..].starts_with('_')).then_some("_x000D_".len())
}

/// The length of an escape of JSON or a programming language that begins at a byte.
pub(super) fn written_out(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix('\\')?;
    let mut letters = rest.chars();
    let (letter, next) = (letters.next()?, letters.next());
    match letter {
        'u' => {
            let is_hex = rest.get(1..5)?.bytes().all(|of| of.is_ascii_hexdigit());
            is_hex.then_some("\\u0000".len())
        }
        'n' | 'r' | 't' => {
            let is_path = text[..at].ends_with([':', '\\']);
            let goes_on = next.is_some_and(|next| next.is_ascii_lowercase());
            (!is_path && !goes_on).then_some("\\n".len())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_told_from_paths_and_names() {
        for (text, length) in [
            ("_x000D_", Some(7)),
            ("_x000d_ бар", Some(7)),
            ("_x00_", None),
            ("_xabcd", None),
            ("_x_", None),
        ] {
            assert_eq!(of_a_sheet(text), length, "{text}");
        }
        let found = |text: &str| text.find('\\').and_then(|at| written_out(text, at));
        for (text, length) in [
            ("Бірінші.\\nЕкінші", Some(2)),
            ("Бірінші.\\n\\nЕкінші", Some(2)),
            ("a.\\n5", Some(2)),
            ("First.\\nSecond", Some(2)),
            ("\\u049bуаныш", Some(6)),
            ("C:\\new", None),
            ("D:\\Новая", None),
            ("\\times", None),
            ("\\сервер", None),
            ("\\user", None),
        ] {
            assert_eq!(found(text), length, "{text}");
        }
    }
}
