//! Secrecy of lines: which parts of a file of patrons belong to somebody who must not be named.
//!
//! Takes the path, the text and the YAML tree of a file; gives for each record the lines that it takes and whether they
//! are secret. A record is secret unless it says plainly that its name may be shown: also if its consent is misspelled,
//! and the whole file if it is no YAML. Knows nothing of what a message says.

use std::ops::Range;

use super::yaml::Node;
use crate::diagnostic::nearest;
use crate::model::kind::RecordKind;
use crate::model::patron::{Consent, PatronKind};
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

/// Whether a kind, perhaps with a slip in it, is one that may be named unless it says otherwise.
fn needs_no_consent(kind: &Node) -> bool {
    let Node::Text(kind) = kind else { return false };
    let near = nearest(kind, PatronKind::ALL.map(PatronKind::word));
    !near.is_empty() && !near.iter().any(|word| word == PatronKind::Person.word())
}

/// Whether a field is known, or a slip in the name of one that is, but not in that of consent.
fn is_no_consent(key: &str, value: &Node) -> bool {
    let near = nearest(key, PATRON_FIELDS);
    let is_known = PATRON_FIELDS.contains(&key);
    let says_anonymous = match value {
        Node::Text(text) => !nearest(text, [Consent::Anonymous.word()]).is_empty(),
        _ => false,
    };
    (is_known || !near.is_empty() && !near.iter().any(|name| name == "consent")) && !says_anonymous
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
            ("{id: a, kind: company, x: y}", true),
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
