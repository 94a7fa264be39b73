//! Marking a translation as up to date: writes the digest of its original into the front matter, and nothing else.
//!
//! Takes the text of a file as it is on the disk and gives it with another digest, every other byte as it was. What
//! this cannot do safely it refuses. Touches no file.

use crate::load::front_matter::split;
use crate::load::yaml::{self, Node};
use crate::model::lang::Lang;
use crate::model::place::Step;
use crate::model::portal::Portal;
use crate::model::site::Site;
use crate::model::write_up::WriteUp;
use crate::source::SourceId;

/// Why a file is not marked; the word that the message chooses by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It is no write-up, or holds a mistake.
    NoText,
    /// The write-up has no other language.
    NoOriginal,
    /// It is the original itself.
    IsOriginal,
    /// There is a `source` that is no plain pair of language and digest.
    NoDigest,
    /// The front matter is no plain list of fields, one below the other.
    Flow,
}

impl Refusal {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Refusal::NoText => "no-text",
            Refusal::NoOriginal => "no-original",
            Refusal::IsOriginal => "is-original",
            Refusal::NoDigest => "no-digest",
            Refusal::Flow => "flow",
        }
    }
}

/// What a translation is made from: its language and digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Original {
    pub lang: Lang,
    pub digest: String,
}

/// The original of the translation that stands in a source: the one that it names, else the text in the main language of the portal,
/// else in the first of those that stand in for others.
///
/// # Errors
/// The source is no write-up, there is no other language, or it is the original itself.
pub(crate) fn original(portal: &Portal, source: SourceId) -> Result<Original, Refusal> {
    let (text, lang) = find(portal, source).ok_or(Refusal::NoText)?;
    original_of(&portal.site, text, lang)
}

/// The original of a write-up in a language.
///
/// # Errors
/// There is no other language, or it is the original itself.
pub(super) fn original_of(site: &Site, text: &WriteUp, lang: Lang) -> Result<Original, Refusal> {
    let version = |lang: Lang| text.versions.get(lang).as_ref();
    let named = version(lang).and_then(|version| version.translated_from.as_ref());
    let made_from_this = |other: Lang| {
        let from = version(other).and_then(|version| version.translated_from.as_ref());
        from.is_some_and(|from| from.lang == lang)
    };
    // Who writes for a portal writes in its main language first.
    let likely = std::iter::once(site.default_language).chain(site.fallback.iter().copied());
    let likely = likely.chain(Lang::ALL);
    let mut likely = likely.filter(|&other| version(other).is_some());
    let has_others = Lang::ALL
        .iter()
        .any(|&other| other != lang && version(other).is_some());
    let from = match named {
        Some(from) => Some(from.lang),
        // What others are made from, and what comes first where nobody says so, is made from none of them.
        None if has_others && Lang::ALL.into_iter().any(made_from_this) => {
            return Err(Refusal::IsOriginal);
        }
        None => match likely.next() {
            Some(first) if first == lang && has_others => return Err(Refusal::IsOriginal),
            first => first,
        },
    };
    let from = from
        .filter(|&from| from != lang)
        .ok_or(Refusal::NoOriginal)?;
    let original = version(from).ok_or(Refusal::NoOriginal)?;
    Ok(Original {
        lang: from,
        digest: original.digest.clone(),
    })
}

/// The write-up and the language of a source.
fn find(portal: &Portal, source: SourceId) -> Option<(&WriteUp, Lang)> {
    portal.write_ups().find_map(|(_, text)| {
        let mut versions = text.versions.iter();
        versions.find_map(|(lang, version)| {
            let origin = version.as_ref()?.origin;
            (origin.source == source).then_some((&**text, lang))
        })
    })
}

/// The text of a file, marked as made from `original`. The text is as it is on the disk, with its byte order mark and
/// its ends of lines.
///
/// # Errors
/// The front matter is written in a way in which the digest cannot be put without touching more.
pub(crate) fn mark(text: &str, original: &Original) -> Result<String, Refusal> {
    let start = text.len() - text.trim_start_matches('\u{FEFF}').len();
    let parts = split(&text[start..]).map_err(|_| Refusal::NoText)?;
    let range = parts.front_matter.ok_or(Refusal::NoText)?;
    let range = range.start + start..range.end + start;
    let front = &text[range.clone()];
    let node = yaml::parse(front).map_err(|_| Refusal::NoText)?;
    let marked = match field(&node, "source") {
        Some(source) => replace_digest(front, &node, source, original)?,
        None => add_source(front, original),
    };
    if !differs_in_source_alone(&node, &marked, original) {
        return Err(match field(&node, "source") {
            Some(_) => Refusal::NoDigest,
            None => Refusal::Flow,
        });
    }
    Ok(format!(
        "{}{marked}{}",
        &text[..range.start],
        &text[range.end..]
    ))
}

fn field<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    let Node::Map(fields) = node else {
        return None;
    };
    fields
        .iter()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value)
}

fn replace_digest(
    front: &str,
    node: &Node,
    source: &Node,
    original: &Original,
) -> Result<String, Refusal> {
    field(source, "digest").ok_or(Refusal::NoDigest)?;
    let path = [Step::from("source"), Step::from("digest")];
    let spots = yaml::locate(front, node);
    let range = yaml::range_of(front, node, &spots, &path, false);
    let old = front.get(range.clone()).ok_or(Refusal::NoDigest)?;
    let plain = old.trim_end();
    let inside = plain.trim_matches(['"', '\'']);
    // Only what looks like a digest is replaced: anything else is an anchor, a block, or a mistake of ours.
    if inside.is_empty() || !inside.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Err(Refusal::NoDigest);
    }
    let end = range.start + plain.len();
    let (before, after) = (&front[..range.start], &front[end..]);
    Ok(format!("{before}\"{}\"{after}", original.digest))
}

/// The last line of the front matter, in the file's own way to end lines. The digest stands in quotation marks: one of
/// digits alone would be read as a number.
fn add_source(front: &str, original: &Original) -> String {
    let end = if front.contains("\r\n") { "\r\n" } else { "\n" };
    let Original { lang, digest } = original;
    format!("{front}source: {{lang: {lang}, digest: \"{digest}\"}}{end}")
}

fn differs_in_source_alone(before: &Node, after: &str, original: &Original) -> bool {
    let Ok(after) = yaml::parse(after) else {
        return false;
    };
    let others = |node: &Node| match node {
        Node::Map(fields) => {
            let fields = fields.iter().filter(|(key, _)| key != "source");
            Some(fields.cloned().collect::<Vec<_>>())
        }
        _ => None,
    };
    let says = |name: &str, word: &str| {
        let value = field(&after, "source").and_then(|source| field(source, name));
        matches!(value, Some(Node::Text(text)) if text == word)
    };
    others(before).is_some()
        && others(before) == others(&after)
        && says("lang", original.lang.code())
        && says("digest", &original.digest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str) -> Result<String, Refusal> {
        let original = Original {
            lang: Lang::Kk,
            digest: "0123456789012345".to_owned(),
        };
        mark(text, &original)
    }

    #[test]
    fn a_first_mark_is_one_line_more() {
        for (before, after) in [
            (
                "---\ntitle: A  # name\n---\n\nText \n",
                "---\ntitle: A  # name\nsource: {lang: kk, digest: \"0123456789012345\"}\n---\n\nText \n",
            ),
            (
                "\u{FEFF}---\r\ntitle: A\r\n---\r\nИ\u{306}\r\n",
                "\u{FEFF}---\r\ntitle: A\r\nsource: {lang: kk, digest: \"0123456789012345\"}\r\n---\r\nИ\u{306}\r\n",
            ),
        ] {
            assert_eq!(marked(before).as_deref(), Ok(after));
            // Marked again, nothing changes any more.
            assert_eq!(marked(after).as_deref(), Ok(after));
        }
    }

    #[test]
    fn a_later_mark_changes_the_digest_alone() {
        let new = "\"0123456789012345\"";
        for (before, after) in [
            ("{lang: kk, digest: abc}", "{lang: kk, digest: NEW}"),
            (
                "{ digest: 'abc' , lang: kk } # x",
                "{ digest: NEW , lang: kk } # x",
            ),
            (
                "\n  lang: kk\n  digest: \"abc\"  # x",
                "\n  lang: kk\n  digest: NEW  # x",
            ),
            (
                "\r\n  digest: 12\r\n  lang: kk",
                "\r\n  digest: NEW\r\n  lang: kk",
            ),
        ] {
            let text = |source: &str| format!("---\nsource: {source}\ntitle: Қ\n---\nabc\n");
            let after = text(&after.replace("NEW", new));
            assert_eq!(marked(&text(before)), Ok(after), "{before}");
        }
    }

    #[test]
    fn what_is_not_safe_is_refused() {
        for (text, why) in [
            ("Text\n", Refusal::NoText),
            ("---\ntitle: A\n", Refusal::NoText),
            ("---\n{title: A}\n---\n", Refusal::Flow),
            ("---\ntitle: A\nsource: kk\n---\n", Refusal::NoDigest),
            (
                "---\ntitle: A\nsource: {lang: kk}\n---\n",
                Refusal::NoDigest,
            ),
            (
                "---\ntitle: A\nsource: {lang: ru, digest: ab}\n---\n",
                Refusal::NoDigest,
            ),
            (
                "---\ntitle: A\nsource: {lang: kk, digest: |-\n    ab\n  }\n---\n",
                Refusal::NoText,
            ),
        ] {
            assert_eq!(marked(text), Err(why), "{text}");
        }
    }
}
