//! Values written as YAML or TOML, on one line: for examples and for what is filled into a new file.

use crate::load::yaml::{Node, parse};

/// The value as YAML on one line.
pub(super) fn flow(node: &Node) -> String {
    match node {
        Node::Null | Node::Broken => "…".to_owned(),
        Node::Bool(value) => value.to_string(),
        Node::Int(number) => number.to_string(),
        Node::Float(number) => number.to_string(),
        Node::Text(text) => scalar(text),
        Node::List(items) => {
            let items: Vec<String> = items.iter().map(flow).collect();
            format!("[{}]", items.join(", "))
        }
        Node::Map(fields) => {
            let fields: Vec<String> = fields
                .iter()
                .map(|(key, value)| format!("{key}: {}", flow(value)))
                .collect();
            format!("{{{}}}", fields.join(", "))
        }
    }
}

/// The value as TOML on one line.
pub(super) fn toml(node: &Node) -> String {
    match node {
        Node::Text(text) => toml::Value::from(text.as_str()).to_string(),
        Node::List(items) => {
            let items: Vec<String> = items.iter().map(toml).collect();
            format!("[{}]", items.join(", "))
        }
        Node::Map(fields) => {
            let fields: Vec<String> = fields
                .iter()
                .map(|(key, value)| format!("{key} = {}", toml(value)))
                .collect();
            format!("{{{}}}", fields.join(", "))
        }
        Node::Null | Node::Broken | Node::Bool(_) | Node::Int(_) | Node::Float(_) => flow(node),
    }
}

/// A text as YAML has it anywhere: in quotation marks if it would be read otherwise, or cut.
pub(super) fn scalar(text: &str) -> String {
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
}
