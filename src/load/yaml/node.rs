//! A YAML node: a value of the tree that a text is parsed into.

/// A value of a YAML text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    Null,
    Bool(bool),
    Int(i128),
    Float(f64),
    Text(String),
    List(Vec<Node>),
    /// In the order of the text; a key can stand in it twice.
    Map(Vec<(String, Node)>),
    /// Something that could not be read, and was reported.
    Broken,
}

impl Node {
    /// The kind of value: the id of its name in messages.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Node::Null | Node::Broken => "nothing",
            Node::Bool(_) => "yes-or-no",
            Node::Int(_) | Node::Float(_) => "number",
            Node::Text(_) => "text",
            Node::List(_) => "list",
            Node::Map(_) => "fields",
        }
    }
}
