//! Values written as YAML or TOML, on one line: for examples and for what is filled into a new file.

use crate::load::yaml::{Node, scalar};

/// The value as YAML on one line.
pub(super) fn flow(node: &Node) -> String {
    inline(node, scalar, ": ")
}

/// The value as TOML on one line.
pub(super) fn toml(node: &Node) -> String {
    inline(node, |text| toml::Value::from(text).to_string(), " = ")
}

/// The value with its texts as a language has them; `mark` stands behind each key.
fn inline(node: &Node, text: fn(&str) -> String, mark: &str) -> String {
    match node {
        Node::Null | Node::Broken => "…".to_owned(),
        Node::Bool(value) => value.to_string(),
        Node::Int(number) => number.to_string(),
        Node::Float(number) => number.to_string(),
        Node::Text(of) => text(of),
        Node::List(items) => {
            let items = items.iter().map(|of| inline(of, text, mark));
            format!("[{}]", items.collect::<Vec<_>>().join(", "))
        }
        Node::Map(fields) => {
            let fields = fields
                .iter()
                .map(|(key, of)| format!("{key}{mark}{}", inline(of, text, mark)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
        }
    }
}
