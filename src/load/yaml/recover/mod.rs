//! Error recovery of YAML: every mistake of a text at once, and a tree of all that can be read in spite of them.
//!
//! Takes a text that the parser refuses, parts it by its indentation until the smallest piece that cannot be read stands
//! alone, and says what is wrong in each. The tree has [`Node::Broken`] in their place: whoever reads it knows that
//! something stands there, and misses nothing.

mod head;
mod layout;
mod leaf;
mod lines;
mod mask;
mod neighbours;
mod noted;
mod pieces;
mod search;
mod whole;

use std::ops::Range;

use super::error_class::{Mistake, Trouble, YamlError};
use super::known::is_known;
use super::node::Node;
use super::parse::parse;
use super::places::locate;
use super::slip::{Line, slip};
pub(super) use mask::mark;
use mask::masked;
use noted::Search;
use pieces::content_at;

/// What could be read of a text with mistakes.
#[derive(Debug, Clone)]
pub(crate) struct Recovered {
    /// The text without its broken pieces, of the same length.
    pub masked: String,
    /// The values that are left; none if what is left is no YAML either.
    pub node: Option<Node>,
    pub mistakes: Vec<Mistake>,
    /// The pieces that could not be read.
    pub broken: Vec<Range<usize>>,
    /// A piece went whose field is not known: what seems to be missing may stand in it.
    pub is_lossy: bool,
}

/// A longer text is not parted: each part of it is parsed again.
const MAX_PARTED: usize = 4 << 20;

/// So many times pieces are parted again.
const MAX_DEPTH: usize = 12;

/// Fields whose names begin as notes of other formats do: `<!-- date: 2020 -->` can be read, and is no field.
pub(crate) fn notes_read_as_fields(text: &str, node: &Node) -> Option<(Vec<Mistake>, String)> {
    let fields = match node {
        Node::Map(fields) => fields,
        _ => return None,
    };
    let is_note =
        |name: &str| name.starts_with("<!--") || name.starts_with("//") || name.starts_with("/*");
    fields
        .iter()
        .any(|(name, _)| is_note(name))
        .then(|| lines::without_foreign(text))
        .flatten()
}

/// A text of one line that is one known field, but for its colon.
pub(crate) fn lone_field(text: &str, node: &Node) -> Option<Mistake> {
    let Node::Text(_) = node else { return None };
    let start = content_at(text);
    let line = text[start..].trim_end();
    let word = line.find(|letter: char| !letter.is_ascii_lowercase() && letter != '_')?;
    if line.contains('\n') || !is_known(&line[..word]) {
        return None;
    }
    let found = slip(Line {
        text: line,
        rest: "",
        continues: false,
    })?;
    let is_colon = matches!(
        found.why,
        Trouble::NoColon | Trouble::ColonSpace | Trouble::WideColon | Trouble::OddSpace
    );
    is_colon.then(|| Mistake {
        error: YamlError::Syntax {
            why: found.why,
            at: start + found.at,
        },
        line: found.line,
        spaces: None,
    })
}

/// Reads what can be read of a text that [`parse`] refused with this error.
pub(crate) fn recover(text: &str, error: &YamlError) -> Recovered {
    // What stands below a tab nobody can say before it is gone.
    if let Some(tabs) = lines::tabbed(text, error.at()) {
        return unread(text, tabs);
    }
    let joined = || lines::joined_quotes(text).map(|text| (Vec::new(), text));
    if let Some((mut mistakes, text)) = lines::without_foreign(text).or_else(joined) {
        let mut recovered = match parse(&text) {
            Ok(node) => Recovered {
                masked: text,
                node: Some(node),
                mistakes: Vec::new(),
                broken: Vec::new(),
                is_lossy: false,
            },
            Err(error) => recover(&text, &error),
        };
        mistakes.append(&mut recovered.mistakes);
        recovered.mistakes = mistakes;
        return recovered;
    }
    let mut search = Search {
        mistakes: Vec::new(),
        broken: Vec::new(),
        dash: None,
        list_inside: None,
    };
    let is_local = match error {
        YamlError::TooDeep { .. } | YamlError::TooMany { .. } => false,
        YamlError::Tag { .. } => true,
        YamlError::Syntax { why, .. } => !matches!(
            why,
            Trouble::Repetition
                | Trouble::Documents
                | Trouble::Letter
                | Trouble::Depth
                | Trouble::Key
        ),
    };
    // A directive is nothing that an editor writes.
    let is_local = is_local && !text.starts_with('%');
    if is_local && text.len() <= MAX_PARTED {
        search.part(text, 0, MAX_DEPTH);
    }
    if search.mistakes.is_empty() {
        let mistake = Mistake {
            error: error.clone(),
            line: None,
            spaces: None,
        };
        return unread(text, vec![mistake]);
    }
    search.mistakes.sort_by_key(|mistake| mistake.error.at());
    search.broken.sort_by_key(|(range, _)| range.start);
    let (masked, is_lossy) = masked(text, &search.broken);
    let broken: Vec<Range<usize>> = search.broken.into_iter().map(|(range, _)| range).collect();
    let mut node = parse(&masked).ok();
    if let Some(node) = &mut node {
        let spots = locate(&masked, node);
        mark(node, &spots, &broken);
    }
    let broken = match node {
        Some(_) => broken,
        None => std::iter::once(0..text.len()).collect(),
    };
    Recovered {
        masked,
        node,
        mistakes: search.mistakes,
        broken,
        is_lossy,
    }
}

/// A text of which nothing can be read.
fn unread(text: &str, mistakes: Vec<Mistake>) -> Recovered {
    Recovered {
        masked: String::new(),
        node: None,
        mistakes,
        broken: std::iter::once(0..text.len()).collect(),
        is_lossy: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (Vec<(&'static str, usize)>, Option<Node>) {
        let error = parse(text).unwrap_err();
        let recovered = recover(text, &error);
        let told = recovered
            .mistakes
            .iter()
            .map(|mistake| match &mistake.error {
                YamlError::Syntax { why, at } => (why.word(), *at),
                other => ("other error", other.at()),
            });
        (told.collect(), recovered.node)
    }

    #[test]
    fn every_mistake_of_a_text_is_found_and_the_rest_is_read() {
        let text = "- id: a\n  name:\n    kk: \"Жер-Су\" ЖШС\n  kind: company\n- id: b\n  kind:fund\n- id: c\n  kind: fund\n";
        let (told, node) = found(text);
        let at = |word: &str| text.find(word).unwrap();
        assert_eq!(told, [("behind", at("ЖШС")), ("colon-space", at("fund"))]);
        let Some(Node::List(items)) = node else {
            panic!("a list")
        };
        assert_eq!(
            items[0],
            Node::Map(vec![
                ("id".into(), Node::Text("a".into())),
                ("name".into(), Node::Map(vec![("kk".into(), Node::Broken)])),
                ("kind".into(), Node::Text("company".into())),
            ])
        );
        assert_eq!(
            items[1],
            Node::Map(vec![
                ("id".into(), Node::Text("b".into())),
                ("kind".into(), Node::Broken),
            ])
        );
        assert_eq!(items.len(), 3);
    }

    #[test]
    fn an_item_without_a_hyphen_is_told_as_one() {
        let text = "- id: a\n  kind: fund\nid: b\nkind: fund\n- id: c\n";
        let (told, node) = found(text);
        assert_eq!(told[0], ("hyphen", text.find("id: b").unwrap()));
        let _ = node;
    }
}
