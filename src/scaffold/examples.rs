//! Examples of fields, from the small site in `docs/content.md`, which a test reads with every field of every record in it.

use std::sync::LazyLock;

use super::subject::Subject;
use crate::load::fields::ReadContext;
use crate::load::front_matter::split;
use crate::load::site::toml_node;
use crate::load::yaml::{Node, parse};
use crate::model::kind::RecordKind;
use crate::model::lang::Lang;
use crate::source::SourceId;

/// A record of the example site.
struct Example {
    subject: Subject,
    /// The language of its file, if that has one.
    lang: Option<Lang>,
    record: Node,
}

static EXAMPLES: LazyLock<Vec<Example>> =
    LazyLock::new(|| read(include_str!("../../docs/content.md")));

/// An example of the value at a path of fields, in a language where the example has one. Of a record, such as a picture, some
/// language may have a part only: the facts are those of the first.
pub(super) fn example(subject: Subject, path: &[&str], lang: Lang) -> Option<Node> {
    let of_subject = || EXAMPLES.iter().filter(|example| example.subject == subject);
    let mut in_lang = of_subject().filter(|example| example.lang == Some(lang));
    let found = in_lang.find_map(|example| value(&example.record, path));
    let first = of_subject().find_map(|example| value(&example.record, path))?;
    Some(match (found, first) {
        (Some(Node::Map(own)), Node::Map(fields)) => {
            let in_own = |name: &str| own.iter().find(|(key, _)| key == name);
            let fields = fields
                .iter()
                .map(|field| in_own(&field.0).unwrap_or(field).clone());
            Node::Map(fields.collect())
        }
        (found, first) => found.unwrap_or(first).clone(),
    })
}

/// The value at a path; in a list, that of the first item that has it.
pub(super) fn value<'n>(node: &'n Node, path: &[&str]) -> Option<&'n Node> {
    match (node, path.split_first()) {
        (Node::List(items), Some(_)) => items.iter().find_map(|item| value(item, path)),
        (Node::Map(fields), Some((name, rest))) => {
            let (_, inner) = fields.iter().find(|(key, _)| key == name)?;
            value(inner, rest)
        }
        (_, Some(_)) => None,
        (_, None) => Some(node),
    }
}

fn read(document: &str) -> Vec<Example> {
    let mut examples = Vec::new();
    let fences = document.split("\n```").skip(1);
    for fence in fences {
        let Some((head, text)) = fence.split_once('\n') else {
            continue;
        };
        let Some((_, path)) = head.split_once(' ') else {
            continue;
        };
        if path == "site.toml" {
            let reading = ReadContext::new(SourceId(0), [].into()).in_toml();
            examples.extend(toml_node(text, &reading).map(|record| Example {
                subject: Subject::Site,
                lang: None,
                record,
            }));
            continue;
        }
        let mut folders = path.split('/').skip(1);
        let Some(kind) = folders.next().and_then(RecordKind::of_folder) else {
            continue;
        };
        let lang = path
            .strip_suffix(".md")
            .and_then(|path| path.rsplit_once('.'));
        let lang = lang.and_then(|(_, code)| Lang::from_code(code));
        let yaml = match lang {
            Some(_) => split(text)
                .ok()
                .and_then(|parts| text.get(parts.front_matter?)),
            None => Some(text),
        };
        examples.extend(
            yaml.and_then(|yaml| parse(yaml).ok())
                .map(|record| Example {
                    subject: Subject::Kind(kind),
                    lang,
                    record,
                }),
        );
    }
    examples
}
