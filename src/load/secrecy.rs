//! Secrecy of lines: which parts of a file of patrons belong to somebody who must not be named.
//!
//! Takes the path, the text and the YAML tree of a file; gives for each record the lines that it takes and whether they
//! are secret. A record is secret unless it says plainly that its name may be shown: also if its consent is misspelled,
//! and the whole file if it is no YAML. Knows nothing of what a message says.

use std::ops::Range;

use super::yaml::Node;
use crate::diagnostic::nearest;
use crate::locale::transliterate;
use crate::model::kind::RecordKind;
use crate::model::patron::{Consent, PatronKind};
use crate::model::place::Step;
use crate::source::lines_around;

/// The fields of a patron. Where consent is not stated, any other may be a misspelled one.
pub(crate) const PATRON_FIELDS: [&str; 13] = [
    "id",
    "kind",
    "name",
    "former_names",
    "region",
    "since",
    "consent",
    "site",
    "members",
    "contributions",
    "aliases",
    "sample",
    "accept",
];

/// The parts of a file that belong to records, each with whether it is secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Secrecy {
    records: Vec<(Range<usize>, bool)>,
}

/// Whether the file at a path holds records of patrons.
pub(crate) fn holds_patrons(path: &str) -> bool {
    let inside = path
        .strip_prefix("content/")
        .and_then(|path| path.strip_prefix(RecordKind::Patron.folder()))
        .and_then(|path| path.strip_prefix('/'));
    inside.is_some_and(|name| name.ends_with(".yaml") || name.ends_with(".yml"))
}

impl Secrecy {
    /// Of a file that cannot be understood.
    pub(super) fn of_all(text: &str) -> Secrecy {
        Secrecy {
            records: vec![(0..text.len(), true)],
        }
    }

    /// Of a file with this tree; `start_of` gives the byte at which the n-th record begins.
    pub(super) fn of_tree(text: &str, node: &Node, start_of: impl Fn(usize) -> usize) -> Secrecy {
        let items = match node {
            Node::Null => {
                return Secrecy {
                    records: Vec::new(),
                };
            }
            Node::List(items) => items,
            one => {
                return Secrecy {
                    records: vec![(0..text.len(), !may_be_named(one))],
                };
            }
        };
        let starts: Vec<usize> = (0..items.len())
            .map(|item| lines_around(text, start_of(item)..start_of(item)).start)
            .collect();
        let records = items.iter().enumerate().map(|(nth, record)| {
            let start = if nth == 0 { 0 } else { starts[nth] };
            let own_line = lines_around(text, starts[nth]..starts[nth]).end;
            let end = starts.get(nth + 1).copied().unwrap_or(text.len());
            (start..end.max(own_line), !may_be_named(record))
        });
        Secrecy {
            records: records.collect(),
        }
    }

    /// Whether the lines around a range are secret.
    pub(super) fn is_secret(&self, text: &str, range: Range<usize>) -> bool {
        let lines = lines_around(text, range);
        // Whom a note between two records is about, nobody knows.
        if text[lines.clone()].trim_start().starts_with('#') {
            return self.records.iter().any(|(_, secret)| *secret);
        }
        self.records
            .iter()
            .any(|(of, secret)| *secret && of.start <= lines.end && lines.start < of.end.max(1))
    }
}

/// Whether a record says that its name may be shown.
fn may_be_named(record: &Node) -> bool {
    let Node::Map(fields) = record else {
        return false;
    };
    let of = |name: &str| -> Vec<&Node> {
        let named = fields.iter().filter(|(key, _)| key == name);
        named.map(|(_, value)| value).collect()
    };
    let is = |value: &Node, word: &str| matches!(value, Node::Text(text) if text == word);
    match of("consent")[..] {
        [consent] => is(consent, Consent::Public.word()),
        [] => {
            let kinds = of("kind");
            !kinds.is_empty()
                && kinds.into_iter().all(needs_no_consent)
                && fields.iter().all(|(key, value)| is_no_consent(key, value))
        }
        _ => false,
    }
}

/// Fields of a patron that say nothing of who it is, unless a name stands in them by mistake.
const HARMLESS: [&str; 3] = ["kind", "region", "since"];

/// In files of more records, and records of more fields, lines stay hidden: all names are looked at for each line.
const MOST: usize = 200;

/// Whether a line of a patron's record that is secret only because its kind cannot be read may be shown: it holds one
/// field that no name belongs in, in small letters, of which no word is one of a name in the file; and nothing in the
/// record asks for secrecy.
pub(super) fn is_harmless(line: &str, node: &Node, path: &[Step]) -> bool {
    let (record, field) = match (node, path) {
        (Node::List(items), [Step::Item(item), Step::Key(field)]) if items.len() <= MOST => {
            (items.get(*item), field)
        }
        (one, [Step::Key(field)]) => (Some(one), field),
        _ => return false,
    };
    let Some(Node::Map(fields)) = record else {
        return false;
    };
    if !HARMLESS.contains(&field.as_str()) || fields.len() > MOST {
        return false;
    }
    let line = line.trim();
    let line = line.strip_prefix("- ").unwrap_or(line);
    let Some(value) = line
        .strip_prefix(field.as_str())
        .and_then(|rest| rest.strip_prefix(':'))
    else {
        return false;
    };
    let asks_nothing = fields
        .iter()
        .all(|(key, value)| key != "consent" && is_no_consent(key, value));
    let is_small = !value.chars().any(char::is_uppercase);
    let mut names = Vec::new();
    name_words(node, false, &mut names);
    let is_named = |word: &String| names.iter().any(|name| begins_alike(word, name));
    asks_nothing && is_small && !words(value).iter().any(is_named)
}

/// The words of all names in a file.
fn name_words(node: &Node, is_name: bool, found: &mut Vec<String>) {
    match node {
        Node::List(items) => items
            .iter()
            .for_each(|item| name_words(item, is_name, found)),
        Node::Map(fields) => fields.iter().for_each(|(key, value)| {
            let names = is_name || key.contains("name") || !PATRON_FIELDS.contains(&key.as_str());
            name_words(value, names, found);
        }),
        Node::Text(text) if is_name => found.extend(words(text)),
        _ => {}
    }
}

/// The words of a text, in small Latin letters.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words
        .map(transliterate)
        .filter(|word| !word.is_empty())
        .collect()
}

/// Whether two words begin with the same letters: as forms of one word do.
fn begins_alike(one: &str, other: &str) -> bool {
    let shared = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    shared >= 4 || shared == one.chars().count().min(other.chars().count())
}

/// Whether a kind, perhaps with a slip in it, is one that may be named unless it says otherwise.
fn needs_no_consent(kind: &Node) -> bool {
    let Node::Text(kind) = kind else { return false };
    let near = nearest(kind, PatronKind::ALL.map(PatronKind::word));
    !near.is_empty() && !near.iter().any(|word| word == PatronKind::Person.word())
}

/// Words by which somebody may ask not to be named, where `consent` belongs.
const ASKING: [&str; 22] = [
    "consent",
    "anonymous",
    "anonym",
    "secret",
    "hidden",
    "hide",
    "private",
    "public",
    "publish",
    "show",
    "visible",
    "confidential",
    "согласие",
    "аноним",
    "скрыть",
    "тайна",
    "публично",
    "келісім",
    "жасырын",
    "құпия",
    "ашық",
    "көрсету",
];

/// Whether a field asks nothing that has to do with consent: it is known, or no word of its name or of its value is near one by
/// which somebody may ask not to be named.
fn is_no_consent(key: &str, value: &Node) -> bool {
    let text = match value {
        Node::Text(text) => text.as_str(),
        _ => "",
    };
    let says_anonymous = !nearest(text, [Consent::Anonymous.word()]).is_empty();
    let asks = || {
        let asking = ASKING.map(transliterate);
        let words = [key, text].map(transliterate);
        let mut words = words.iter().flat_map(|words| words.split('-'));
        words.any(|word| {
            !word.is_empty() && !nearest(word, asking.iter().map(String::as_str)).is_empty()
        })
    };
    !says_anonymous && (PATRON_FIELDS.contains(&key) || !asks())
}

#[cfg(test)]
mod tests {
    use super::super::yaml;
    use super::*;

    /// The lines of a file that are secret, counted from 1.
    fn secret_lines(text: &str) -> Vec<usize> {
        let secrecy = match yaml::parse(text) {
            Ok(node) => {
                let spots = yaml::locate(text, &node);
                let start_of =
                    |item: usize| yaml::range_of(text, &node, &spots, &[item.into()], false).start;
                Secrecy::of_tree(text, &node, start_of)
            }
            Err(_) => Secrecy::of_all(text),
        };
        let mut at = 0;
        let lines = text.split_inclusive('\n').map(|line| {
            at += line.len();
            secrecy.is_secret(text, at - line.len()..at - line.len())
        });
        let lines: Vec<bool> = lines.collect();
        (1..)
            .zip(lines)
            .filter_map(|(line, secret)| secret.then_some(line))
            .collect()
    }

    #[test]
    fn a_record_is_secret_unless_it_says_plainly_that_it_is_not() {
        for (record, is_secret) in [
            ("{id: a, kind: person, consent: public}", false),
            ("{id: a, kind: company}", false),
            ("{id: a, kind: company, accept: x}", false),
            ("{id: a, kind: compani, regoin: b}", false),
            ("{id: a, kind: company, regoin: anonimous}", true),
            (
                "{id: a, kind: company, logo: y, bin: 1, phone: 7, source: z}",
                false,
            ),
            ("{id: a, kind: company, hide_name: y}", true),
            ("{id: a, kind: company, келісім: жоқ}", true),
            ("{id: a, kind: company, note: жасырын}", true),
            ("{id: a, kind: company, согласие на публикацию: нет}", true),
            ("{id: a, kind: persan}", true),
            ("{id: a, kind: person}", true),
            ("{id: a, kind: persn}", true),
            ("{id: a, kind: company, consent: anonymous}", true),
            ("{id: a, kind: company, consent: Public}", true),
            ("{id: a, kind: company, consent: anonymos}", true),
            ("{id: a, kind: company, concent: anonymous}", true),
            (
                "{id: a, kind: company, consent: public, consent: anonymous}",
                true,
            ),
            ("{id: a, kind: company, consent: }", true),
            ("text", true),
        ] {
            let alone = secret_lines(record);
            assert_eq!(!alone.is_empty(), is_secret, "{record}");
        }
    }

    #[test]
    fn a_kind_that_nobody_knows_may_be_shown_unless_it_may_be_a_name() {
        let shown = |kind: &str, more: &str| {
            let name = "  name: {kk: Оспанов Ерлан}";
            let text = format!("- id: a\n  kind: {kind}\n{name}\n{more}");
            let node = yaml::parse(&text).unwrap();
            let path = [Step::Item(0), Step::from("kind")];
            is_harmless(&format!("  kind: {kind}"), &node, &path)
        };
        for kind in ["компания", "firm", "жеке тұлға"] {
            assert!(shown(kind, ""), "{kind}");
            assert!(!shown(kind, "  consent: anonymous\n"), "{kind}");
            assert!(!shown(kind, "  concent: anonimous\n"), "{kind}");
        }
        for kind in ["оспанов", "ospanov", "ерлан", "erlanov", "Серік", "оспан"]
        {
            assert!(!shown(kind, ""), "{kind}");
        }
    }

    #[test]
    fn the_lines_of_other_records_in_the_file_are_not() {
        let text = "# a note\n- id: a\n  kind: company\n# Оспанов\n- id: b\n  kind: person\n- {id: c, kind: fund}\n";
        assert_eq!(secret_lines(text), [1, 4, 5, 6]);
        assert_eq!(
            secret_lines("[{id: a, kind: fund}, {id: b, kind: person}]"),
            [1]
        );
        assert_eq!(secret_lines("- id: a\n  kind: {\n"), [1, 2]);
    }
}
