//! Fluent lint of one pattern: the variables, references and selectors that a message uses, with a depth limit.
//!
//! Takes a parsed pattern and gives the variables, references and choices in it, with their spans, and whatever in it
//! could not be written out. Must not know other entries: `ftl` follows the references.

use std::collections::BTreeSet;
use std::ops::Range;

use fluent_syntax::ast::{
    CallArguments, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};

use super::problem::MessageProblemKind;

/// How deep placeables may stand in each other. The resolver recurses, a hundred messages deep; translations need
/// three levels.
const MAX_DEPTH: usize = 4;

/// The most characters of a number in a pattern. Fluent counts in `f64` and panics on some of what does not fit in one.
const MAX_NUMBER: usize = 15;

/// What one pattern uses.
#[derive(Default)]
pub(super) struct Uses {
    /// All variables that stand in the pattern.
    pub(super) variables: BTreeSet<String>,
    /// Those of them that are written out, not only chosen by.
    pub(super) shown: BTreeSet<String>,
    /// For each choice by a variable, the variable and the names of the variants.
    pub(super) choices: Vec<(String, BTreeSet<String>)>,
    pub(super) references: Vec<Reference>,
    /// What is wrong with the pattern in itself.
    pub(super) problems: Vec<(Range<usize>, MessageProblemKind)>,
}

/// A mention of another entry, or of a function.
pub(super) struct Reference {
    pub(super) target: Target,
    pub(super) attribute: Option<String>,
    /// Named arguments with their text, if it is one.
    pub(super) arguments: Vec<(String, Option<String>)>,
    /// Bytes of the parsed text.
    pub(super) range: Range<usize>,
}

#[derive(PartialEq)]
pub(super) enum Target {
    Message(String),
    Term(String),
    Function(String),
}

/// Lists what a pattern uses. `text` is the text that it was parsed from.
pub(super) fn list_uses(text: &str, pattern: &Pattern<&str>) -> Uses {
    let mut reader = Reader {
        text,
        depth: 0,
        uses: Uses::default(),
    };
    reader.read_pattern(pattern);
    reader.uses
}

struct Reader<'t> {
    text: &'t str,
    depth: usize,
    uses: Uses,
}

impl Reader<'_> {
    fn read_pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    if looks_like_markup(value) {
                        self.report(value, MessageProblemKind::Markup);
                    }
                }
                PatternElement::Placeable { expression } => self.read_expression(expression),
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        if self.depth == MAX_DEPTH {
            self.report(self.text, MessageProblemKind::TooDeep);
            return;
        }
        self.depth += 1;
        match expression {
            Expression::Inline(inline) => {
                if let InlineExpression::VariableReference { id } = inline {
                    self.uses.shown.insert(id.name.to_owned());
                }
                self.read_inline(inline);
            }
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                let mut names = BTreeSet::new();
                for variant in variants {
                    match variant.key {
                        VariantKey::Identifier { name } => drop(names.insert(name.to_owned())),
                        VariantKey::NumberLiteral { value } => self.read_number(value),
                    }
                    self.read_pattern(&variant.value);
                }
                if let InlineExpression::VariableReference { id } = selector {
                    self.uses.choices.push((id.name.to_owned(), names));
                }
            }
        }
        self.depth -= 1;
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { value } => {
                if looks_like_markup(value) {
                    self.report(value, MessageProblemKind::Markup);
                }
            }
            InlineExpression::NumberLiteral { value } => self.read_number(value),
            InlineExpression::VariableReference { id } => {
                self.uses.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, attribute } => self.refer(
                Target::Message(id.name.to_owned()),
                attribute.as_ref().map(|attribute| attribute.name),
                None,
                id.name,
            ),
            InlineExpression::TermReference {
                id,
                attribute,
                arguments,
            } => self.refer(
                Target::Term(id.name.to_owned()),
                attribute.as_ref().map(|attribute| attribute.name),
                arguments.as_ref(),
                id.name,
            ),
            InlineExpression::FunctionReference { id, arguments } => self.refer(
                Target::Function(id.name.to_owned()),
                None,
                Some(arguments),
                id.name,
            ),
            InlineExpression::Placeable { expression } => self.read_expression(expression),
        }
    }

    fn refer(
        &mut self,
        target: Target,
        attribute: Option<&str>,
        arguments: Option<&CallArguments<&str>>,
        place: &str,
    ) {
        let mut named = Vec::new();
        if let Some(arguments) = arguments {
            self.depth += 1;
            for positional in &arguments.positional {
                if self.depth < MAX_DEPTH {
                    self.read_inline(positional);
                } else {
                    self.report(self.text, MessageProblemKind::TooDeep);
                }
            }
            self.depth -= 1;
            for argument in &arguments.named {
                self.read_inline(&argument.value);
                let text = match argument.value {
                    InlineExpression::StringLiteral { value } => Some(value.to_owned()),
                    _ => None,
                };
                named.push((argument.name.name.to_owned(), text));
            }
        }
        self.uses.references.push(Reference {
            target,
            attribute: attribute.map(str::to_owned),
            arguments: named,
            range: range_of(self.text, place),
        });
    }

    fn read_number(&mut self, number: &str) {
        if number.len() > MAX_NUMBER {
            self.report(number, MessageProblemKind::LongNumber);
        }
    }

    fn report(&mut self, place: &str, kind: MessageProblemKind) {
        let range = range_of(self.text, place);
        self.uses.problems.push((range, kind));
    }
}

/// Where a slice of a text stands in it: the parser keeps no places, but gives slices.
pub(super) fn range_of(text: &str, slice: &str) -> Range<usize> {
    let start = slice.as_ptr().addr() - text.as_ptr().addr();
    start..start + slice.len()
}

/// A tag or a character reference of HTML: messages are escaped where they are used, and readers would see it.
fn looks_like_markup(text: &str) -> bool {
    let tag =
        |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    let reference = |rest: &str| {
        rest.split_once(';').is_some_and(|(name, _)| {
            let name = name.strip_prefix('#').unwrap_or(name);
            !name.is_empty()
                && name
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
    };
    text.split('<').skip(1).any(tag) || text.split('&').skip(1).any(reference)
}
