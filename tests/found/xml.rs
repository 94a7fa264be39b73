//! Reads XML strictly into a tree of elements: what a feed reader and a search engine see.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element with its attributes, the elements in it, and its own text.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Element>,
    pub text: String,
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        attributes.find_map(|(key, value)| (key == name).then_some(value.as_str()))
    }

    pub fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |of| of.name == name)
    }

    /// The only element of this name; it has to be there.
    pub fn one<'e>(&'e self, name: &'e str) -> &'e Element {
        let all: Vec<&Element> = self.all(name).collect();
        assert_eq!(all.len(), 1, "<{name}> in <{}>", self.name);
        all[0]
    }
}

/// The root of a document that is well-formed, in UTF-8 and without a document type.
pub fn parse(path: &str, bytes: &[u8]) -> Element {
    let text = std::str::from_utf8(bytes).unwrap_or_else(|why| panic!("{path}: {why}"));
    let declared = text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    assert!(declared, "{path}: no declaration");
    let is_legal = |letter: char| !letter.is_control() || "\t\n\r".contains(letter);
    assert!(text.chars().all(is_legal), "{path}: a control character");
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut open = vec![Element::default()];
    loop {
        let event = reader.read_event();
        match event.unwrap_or_else(|why| panic!("{path}: {why}")) {
            Event::Start(of) => open.push(start(path, &of)),
            Event::Empty(of) => {
                let element = start(path, &of);
                open.last_mut().unwrap().children.push(element);
            }
            Event::End(_) => {
                let element = open.pop().unwrap();
                open.last_mut().unwrap().children.push(element);
            }
            Event::Text(of) => open.last_mut().unwrap().text += &of,
            Event::GeneralRef(of) => {
                let name: &str = &of;
                let letter = match quick_xml::escape::resolve_xml_entity(name) {
                    Some(letter) => letter.to_owned(),
                    None => of.resolve_char_ref().unwrap().expect(path).to_string(),
                };
                open.last_mut().unwrap().text += &letter;
            }
            Event::Decl(_) => {}
            Event::Eof => break,
            other => panic!("{path}: {other:?}"),
        }
    }
    assert_eq!(open.len(), 1, "{path}: not closed");
    let mut top = open.pop().unwrap();
    assert!(top.text.trim().is_empty(), "{path}: text outside");
    assert_eq!(top.children.len(), 1, "{path}: one root");
    top.children.pop().unwrap()
}

fn start(path: &str, of: &BytesStart<'_>) -> Element {
    let attributes = of.attributes().map(|attribute| {
        let attribute = attribute.unwrap_or_else(|why| panic!("{path}: {why}"));
        let key: &str = attribute.key.as_ref();
        let value = quick_xml::escape::unescape(&attribute.value).unwrap();
        (key.to_owned(), value.into_owned())
    });
    Element {
        name: AsRef::<str>::as_ref(&of.name()).to_owned(),
        attributes: attributes.collect(),
        ..Element::default()
    }
}
