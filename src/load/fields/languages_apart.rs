//! The texts of several languages in fields of their own: `name_kk`, `name_ru` instead of one `name` with all of them.
//!
//! Takes the name of a field that nobody knows, gives the field and the language that it means, and the line of all such fields
//! as it should be.

use crate::load::yaml::{Node, in_marks};
use crate::model::lang::Lang;

/// What people write for a language behind the name of a field.
const LANGUAGES: [(&str, Lang); 7] = [
    ("kk", Lang::Kk),
    ("kz", Lang::Kk),
    ("қаз", Lang::Kk),
    ("ru", Lang::Ru),
    ("рус", Lang::Ru),
    ("en", Lang::En),
    ("eng", Lang::En),
];

/// Fields of a write-up of which each language has its own, in its own file.
const OWN: [&str; 2] = ["title", "summary"];

/// The field and the language of which a name is made.
pub(super) fn in_language(key: &str, known: &[&'static str]) -> Option<(&'static str, Lang)> {
    let (name, word) = key.rsplit_once(['_', '-', '.', ' '])?;
    let word = word.trim_matches(['(', ')']).to_lowercase();
    let (_, lang) = LANGUAGES.iter().find(|(of, _)| *of == word)?;
    let name = name.trim_end();
    let known = known.iter().find(|of| **of == name)?;
    Some((known, *lang))
}

/// Whether each language has such a field in a file of its own.
pub(super) fn is_own(record: &str, name: &str) -> bool {
    record == "write-up" && OWN.contains(&name)
}

/// All such fields of one text as the one field that they should be.
pub(super) fn together(
    entries: &[(String, Node)],
    name: &'static str,
    known: &[&'static str],
) -> Option<String> {
    let texts = entries.iter().filter_map(|(key, node)| {
        let (of, lang) = in_language(key, known)?;
        (of == name).then_some((lang, node))
    });
    let texts = texts.map(|(lang, node)| match node {
        Node::Text(text) => Some(format!("{lang}: {}", in_marks(text))),
        _ => None,
    });
    let texts: Option<Vec<String>> = texts.collect();
    Some(format!("{name}: {{{}}}", texts?.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_language_behind_it_is_that_of_a_field() {
        for (key, meant) in [
            ("name_kk", Some(("name", Lang::Kk))),
            ("name.kz", Some(("name", Lang::Kk))),
            ("name (ru)", Some(("name", Lang::Ru))),
            ("former_names-en", Some(("former_names", Lang::En))),
            ("name_de", None),
            ("kk", None),
            ("names_kk", None),
        ] {
            assert_eq!(in_language(key, &["name", "former_names"]), meant, "{key}");
        }
    }
}
