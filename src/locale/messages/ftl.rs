//! Fluent linter: parses message files to the messages that hold, reports duplicates and dangling references.
//!
//! Takes the texts of one language in the order of precedence, gives the entries that are left when later texts have
//! replaced single messages of earlier ones. Must not know how a message is formatted, nor what stands in other
//! languages.

use std::collections::btree_map::Entry as Slot;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;
use std::ptr;

use fluent::FluentResource;
use fluent_syntax::ast;
use fluent_syntax::parser::ParserError;

use super::problem::{MessageProblem, MessageProblemKind};
use super::uses::{Reference, Target, Uses, list_uses, range_of};

/// The most opening braces and parentheses of one entry: as many levels the parser may recurse. Long choices need
/// twenty.
const MAX_BRACKETS: usize = 200;

/// How many messages, and how many variables, are collected for one message at most: Fluent writes out a hundred
/// placeables.
const MOST: usize = 128;

/// The entries that hold, by name (a term's without its hyphen, as in Fluent's own bundle).
pub(super) type Entries = BTreeMap<String, Entry>;

/// A message or a term.
pub(super) struct Entry {
    source: usize,
    /// Where the entry's own text begins in its source.
    start: usize,
    pub(super) is_term: bool,
    pub(super) resource: FluentResource,
    /// What its value (`None`) and its attributes use.
    pub(super) parts: BTreeMap<Option<String>, Uses>,
}

/// A name that a text defines: the text's number, the name (a term's with its hyphen) and where it stands.
pub(super) type Defined = (usize, String, Range<usize>);

/// Reads the texts of one language; of each entry the last one holds. `names` are for the problems.
pub(super) fn read_entries(
    names: &[&str],
    texts: &[&str],
) -> (Entries, Vec<Defined>, Vec<MessageProblem>) {
    let mut reading = Reading {
        source: 0,
        entries: Entries::new(),
        defined: Vec::new(),
        problems: Vec::new(),
    };
    for (source, text) in texts.iter().enumerate() {
        reading.source = source;
        reading.read_source(text);
    }
    reading.check_references();
    reading
        .problems
        .sort_by_key(|(source, range, _)| (*source, range.start));
    let problems = reading.problems.into_iter();
    let problems = problems.map(|(source, range, kind)| MessageProblem {
        source: names.get(source).copied().unwrap_or_default().to_owned(),
        range,
        kind,
    });
    (reading.entries, reading.defined, problems.collect())
}

struct Reading {
    /// The source that is being read.
    source: usize,
    entries: Entries,
    defined: Vec<Defined>,
    problems: Vec<(usize, Range<usize>, MessageProblemKind)>,
}

/// Whether a mistake stands in a line that seems to go on with the message right above it: words, and no `=`.
fn goes_on(text: &str, place: &Range<usize>) -> bool {
    let start = text[..place.start]
        .rfind('\n')
        .map_or(0, |newline| newline + 1);
    let line = text[start..].lines().next().unwrap_or("");
    let above = text[..start]
        .trim_end_matches('\n')
        .rsplit('\n')
        .next()
        .unwrap_or("");
    // A word with a hyphen is the id of a message whose `=` is missing, and so may a word before one other be.
    let first = line.split(' ').next().unwrap_or("");
    let may_be_id = first.is_ascii() && (first.contains('-') || line.split(' ').count() < 3);
    let is_words = line.starts_with(|letter: char| letter.is_alphanumeric() || letter == '«');
    let is_words = is_words && !may_be_id;
    let stands_below = start > 0 && !text[..start].ends_with("\n\n");
    is_words && !line.contains('=') && stands_below && !above.is_empty() && !above.starts_with('#')
}

impl Reading {
    fn report(&mut self, range: Range<usize>, kind: MessageProblemKind) {
        self.problems.push((self.source, range, kind));
    }

    fn read_source(&mut self, text: &str) {
        let mut seen = BTreeMap::new();
        for (start, chunk) in chunks(text) {
            if chunk.matches(['{', '(']).count() > MAX_BRACKETS {
                self.report(start..start + chunk.len(), MessageProblemKind::TooDeep);
                continue;
            }
            let resource = match FluentResource::try_new(chunk.to_owned()) {
                Ok(resource) => resource,
                Err((resource, errors)) => {
                    for error in errors {
                        let place = shifted(place_of(&error, chunk), start);
                        let kind = match goes_on(text, &place) {
                            true => MessageProblemKind::Unindented,
                            false => MessageProblemKind::Syntax(error.kind),
                        };
                        self.report(place, kind);
                    }
                    resource
                }
            };
            self.read_entry(start, resource, &mut seen);
        }
    }

    /// Takes the one entry of a chunk over, unless writing it out would be unsafe.
    fn read_entry(
        &mut self,
        start: usize,
        resource: FluentResource,
        seen: &mut BTreeMap<String, Range<usize>>,
    ) {
        let text = resource.source();
        let Some(definition) = resource.entries().find_map(Definition::new) else {
            return;
        };
        let (name, is_term) = (definition.name.to_owned(), definition.is_term);
        let place = shifted(range_of(text, definition.name), start);
        let hyphen = if is_term { "-" } else { "" };
        let defined = format!("{hyphen}{name}");
        self.defined.push((self.source, defined, place.clone()));
        for (id, slice) in definition.ids() {
            let place = shifted(range_of(text, slice), start);
            match seen.entry(id) {
                Slot::Vacant(slot) => drop(slot.insert(place)),
                Slot::Occupied(slot) => {
                    let (id, first) = (slot.key().clone(), slot.get().clone());
                    self.report(place, MessageProblemKind::Duplicate { id, first });
                }
            }
        }
        let mut parts: BTreeMap<Option<String>, Uses> = definition
            .patterns()
            .map(|(attribute, pattern)| (attribute.map(str::to_owned), list_uses(text, pattern)))
            .collect();
        let mut is_unsafe = false;
        for (range, kind) in parts.values_mut().flat_map(|uses| uses.problems.drain(..)) {
            is_unsafe |= kind != MessageProblemKind::Markup;
            self.report(shifted(range, start), kind);
        }
        if is_unsafe {
            return;
        }
        let other = self.entries.get(&name);
        if other.is_some_and(|other| other.is_term != is_term) {
            self.report(place, MessageProblemKind::NameTaken(name.clone()));
        }
        let entry = Entry {
            source: self.source,
            start,
            is_term,
            resource,
            parts,
        };
        self.entries.insert(name, entry);
    }

    /// Follows every reference of the entries that hold.
    fn check_references(&mut self) {
        for entry in self.entries.values() {
            for reference in entry.parts.values().flat_map(|uses| &uses.references) {
                let range = shifted(reference.range.clone(), entry.start);
                for kind in problems_of(&self.entries, reference) {
                    self.problems.push((entry.source, range.clone(), kind));
                }
            }
        }
    }
}

/// The definition of a message or a term, as it is parsed.
struct Definition<'r> {
    name: &'r str,
    is_term: bool,
    value: Option<&'r ast::Pattern<&'r str>>,
    attributes: &'r [ast::Attribute<&'r str>],
}

impl<'r> Definition<'r> {
    fn new(entry: &'r ast::Entry<&'r str>) -> Option<Definition<'r>> {
        match entry {
            ast::Entry::Message(message) => Some(Definition {
                name: message.id.name,
                is_term: false,
                value: message.value.as_ref(),
                attributes: &message.attributes,
            }),
            ast::Entry::Term(term) => Some(Definition {
                name: term.id.name,
                is_term: true,
                value: Some(&term.value),
                attributes: &term.attributes,
            }),
            _ => None,
        }
    }

    /// The ids that it defines, `-term` or `message.attribute`, each with the word that does so.
    fn ids(&self) -> Vec<(String, &'r str)> {
        let hyphen = if self.is_term { "-" } else { "" };
        let own = format!("{hyphen}{}", self.name);
        let mut ids = vec![(own.clone(), self.name)];
        for attribute in self.attributes {
            let name = attribute.id.name;
            ids.push((format!("{own}.{name}"), name));
        }
        ids
    }

    /// Its value (`None`) and its attributes.
    fn patterns(&self) -> impl Iterator<Item = (Option<&'r str>, &'r ast::Pattern<&'r str>)> {
        let value = self.value.map(|value| (None, value));
        let attributes = self.attributes.iter();
        let attributes = attributes.map(|attribute| (Some(attribute.id.name), &attribute.value));
        value.into_iter().chain(attributes)
    }
}

/// What is wrong with a reference of one entry to another.
fn problems_of(entries: &Entries, reference: &Reference) -> Vec<MessageProblemKind> {
    let attribute = match &reference.attribute {
        Some(attribute) => format!(".{attribute}"),
        None => String::new(),
    };
    let Some(uses) = find(entries, reference) else {
        let id = match &reference.target {
            Target::Message(name) => format!("{name}{attribute}"),
            Target::Term(name) => format!("-{name}{attribute}"),
            Target::Function(name) => format!("{name}()"),
        };
        return vec![MessageProblemKind::UnknownReference(id)];
    };
    let Target::Term(term) = &reference.target else {
        return Vec::new();
    };
    // A term sees the arguments of its reference alone, and so do the messages that it mentions.
    let used = all_variables(entries, uses, |uses| &uses.variables);
    let shown = all_variables(entries, uses, |uses| &uses.shown);
    let unknown = reference.arguments.iter().filter(|(argument, value)| {
        let no_variant = |value: &String| {
            let mut choices = uses.choices.iter().filter(|(by, _)| by == argument);
            choices.any(|(_, names)| !names.contains(value))
        };
        !used.contains(argument.as_str()) || value.as_ref().is_some_and(no_variant)
    });
    let given = |name: &str| reference.arguments.iter().any(|(given, _)| given == name);
    let missing = shown.into_iter().filter(|name| !given(name));
    unknown
        .map(|(argument, _)| MessageProblemKind::UnknownArgument {
            term: term.clone(),
            argument: argument.clone(),
        })
        .chain(missing.map(|argument| MessageProblemKind::MissingArgument {
            term: term.clone(),
            argument: argument.to_owned(),
        }))
        .collect()
}

/// What a reference points to, if it is there. There are no functions: numbers are formatted by their type.
fn find<'e>(entries: &'e Entries, reference: &Reference) -> Option<&'e Uses> {
    let (name, is_term) = match &reference.target {
        Target::Message(name) => (name, false),
        Target::Term(name) => (name, true),
        Target::Function(_) => return None,
    };
    let entry = entries.get(name).filter(|entry| entry.is_term == is_term)?;
    entry.parts.get(&reference.attribute)
}

/// The variables of a pattern and of all messages that it mentions, which see the same ones. Of more than can be
/// written out, the first are given.
pub(super) fn all_variables<'e>(
    entries: &'e Entries,
    uses: &'e Uses,
    variables: impl Fn(&Uses) -> &BTreeSet<String>,
) -> BTreeSet<&'e str> {
    let mut all = BTreeSet::new();
    let mut seen = HashSet::new();
    let mut open = vec![uses];
    while let Some(uses) = open.pop() {
        if !seen.insert(ptr::from_ref(uses)) {
            continue;
        }
        if seen.len() > MOST || all.len() > MOST {
            break;
        }
        all.extend(variables(uses).iter().take(MOST).map(String::as_str));
        let mentioned = uses.references.iter().take(MOST);
        let mentioned =
            mentioned.filter(|reference| matches!(reference.target, Target::Message(_)));
        open.extend(mentioned.filter_map(|reference| find(entries, reference)));
    }
    all
}

/// The entries of a text, each from its name to the next one's, with where it begins. A line that begins with a letter
/// or a hyphen begins an entry, also inside of braces: that bounds how deep one can go.
fn chunks(text: &str) -> Vec<(usize, &str)> {
    let mut chunks: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let begins = line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-' || c == '#');
        match chunks.last_mut() {
            Some(chunk) if !begins => chunk.end = end,
            _ => chunks.push(start..end),
        }
        start = end;
    }
    let chunks = chunks.into_iter().map(|range| (range.start, &text[range]));
    chunks
        .filter(|(_, chunk)| !chunk.trim().is_empty())
        .collect()
}

fn shifted(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// The place of an error on whole characters, at least one of them if there is one.
fn place_of(error: &ParserError, text: &str) -> Range<usize> {
    let mut start = error.pos.start.min(text.trim_end().len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = error.pos.end.clamp(start, text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<(&str, String)> {
        let (_, _, problems) = read_entries(&["a.ftl"], &[text]);
        let described = problems.into_iter();
        described
            .map(|problem| (&text[problem.range], problem.kind.to_string()))
            .collect()
    }

    #[test]
    fn syntax_errors_have_places_and_spare_the_rest() {
        let text = "# The words\na = Ә\nб = в\nc Ғ\nd = { $x\ne = { \"x }\nf = ok\ng =\n";
        let (entries, _, problems) = read_entries(&["a.ftl"], &[text]);
        assert_eq!(entries.keys().collect::<Vec<_>>(), ["a", "f"]);
        let places: Vec<(&str, usize)> = problems
            .iter()
            .map(|problem| {
                assert_eq!(problem.source, "a.ftl");
                assert!(matches!(problem.kind, MessageProblemKind::Syntax(_)));
                let line = 1 + text[..problem.range.start].matches('\n').count();
                (&text[problem.range.clone()], line)
            })
            .collect();
        assert_eq!(places.len(), 5, "{places:?}");
        let lines: Vec<usize> = places.iter().map(|(_, line)| *line).collect();
        assert_eq!(lines, [3, 4, 5, 6, 8], "{places:?}");
    }

    #[test]
    fn an_entry_is_defined_once_in_a_source() {
        assert_eq!(
            problems("a = 1\nb = 2\n    .t = 3\n    .t = 4\na = 5\n"),
            [
                ("t", "defined twice in this file: \"b.t\"".to_owned()),
                ("a", "defined twice in this file: \"a\"".to_owned()),
            ]
        );
        assert_eq!(
            problems("a = 1\n-a = 2\n"),
            [("a", "both a message and a term: \"a\"".to_owned())]
        );
        let (_, _, problems) = read_entries(&["theme", "site"], &["a = 1\n", "a = 2\n"]);
        assert_eq!(problems, []);
    }

    #[test]
    fn references_lead_somewhere() {
        let text = "
-t = { $case ->
   *[one] x
    [two] { $shown } { m }
}
m = { $inner }
ok = { -t(case: \"two\", shown: \"1\", inner: 5) }
a = { b } { m.title } { -none } { DATETIME($d) } { $n ->
   *[one] { NUMBER($n) }
}
c = { -t(case: \"three\", shown: \"\", inner: \"\") }
d = { -t(shown: \"\", inner: \"\", kase: \"one\") }
e = { -t }
";
        let expected = [
            ("b", "not defined: \"b\""),
            ("m", "not defined: \"m.title\""),
            ("none", "not defined: \"-none\""),
            ("DATETIME", "not defined: \"DATETIME()\""),
            ("NUMBER", "not defined: \"NUMBER()\""),
            ("t", "no such argument or value: \"-t(case)\""),
            ("t", "no such argument or value: \"-t(kase)\""),
            ("t", "an argument is missing: \"-t(inner)\""),
            ("t", "an argument is missing: \"-t(shown)\""),
        ];
        let expected = expected.map(|(place, problem)| (place, problem.to_owned()));
        assert_eq!(problems(text), expected);
    }

    #[test]
    fn markup_is_told() {
        for text in ["<b>five</b>", "five &nbsp; six", "&#160;", "a <!-- b"] {
            let found = problems(&format!("a = {text}\n")).len();
            assert_eq!(found, 1, "{text}");
        }
        for text in ["5 < 6 & 7 > 3;", "R&D; and <3", "a & b"] {
            assert_eq!(problems(&format!("a = {text}\n")), [], "{text}");
        }
    }

    #[test]
    fn hostile_files_are_told_not_died_of() {
        for (text, kept) in [
            (format!("a = {}\nb = 1\n", "{".repeat(100_000)), 1),
            (format!("a = {}\nb = 1\n", "{\n".repeat(100_000)), 1),
            (format!("a = {{\n{}", "F(\n".repeat(100_000)), 0),
            (
                format!("a = {{ {} }}\nb = 1\n", "F(".repeat(99) + &")".repeat(99)),
                1,
            ),
            (
                format!("a = {}1{}\nb = 1\n", "{".repeat(150), "}".repeat(150)),
                1,
            ),
            (
                "a = { $n ->\n   *[one] x\n    [0.00000000000000000000000000000] y\n}\n".to_owned(),
                0,
            ),
            (
                format!("a = {{ {} ->\n   *[one] x\n}}\n", "9".repeat(400)),
                0,
            ),
            (format!("a = {}\nb = 1\n", "{ $n ->\n *[x] ".repeat(190)), 1),
            ("\u{feff}\0\r\r\n\u{2028}= = {}}".to_owned(), 0),
        ] {
            let (entries, _, problems) = read_entries(&["a.ftl"], &[&text]);
            let start: String = text.chars().take(20).collect();
            assert!(!problems.is_empty(), "{start}");
            assert_eq!(entries.len(), kept, "{start}");
            for problem in problems {
                assert!(text.get(problem.range).is_some(), "{start}");
            }
        }
    }
}
