//! Readers: YAML, TOML and front matter to typed values, each with its place. Which records there are is told by
//! `records`. Knows nothing of other files.

pub(crate) mod digest;
pub(crate) mod field_docs;
pub(crate) mod fields;
pub(crate) mod fix_it;
pub(crate) mod front_matter;
pub(crate) mod locate;
pub(crate) mod outlines;
pub(crate) mod shape;
pub(crate) mod site;
pub(crate) mod write_up;
pub(crate) mod yaml;

use crate::diagnostic::{At, Code, Diagnostic};
use fields::ReadContext;
pub(crate) use write_up::WriteUpFile;
use yaml::{Node, YamlError};

/// Parses YAML that stands at byte `start` of its file, and reports why it cannot be read.
pub(crate) fn parse_yaml(text: &str, start: usize, reading: &ReadContext) -> Option<Node> {
    let error = match yaml::parse(text) {
        Ok(node) => return Some(node),
        Err(error) => error,
    };
    let span = |at: usize| At::span(reading.source, start + at..start + at);
    reading.report(match error {
        YamlError::Syntax { why, at } => {
            Diagnostic::new(Code::Yaml, span(at)).with("reason", why.word())
        }
        YamlError::Tag { at } => Diagnostic::new(Code::YamlTag, span(at)),
        YamlError::TooDeep { at } => Diagnostic::new(Code::TooDeep, span(at)),
        YamlError::TooMany { at } => Diagnostic::new(Code::TooMany, span(at))
            .with("what", "values")
            .with("limit", yaml::MAX_VALUES),
    });
    None
}
