//! Fix-its of ids: the letters that an id can have, for those that were typed.

use super::longest::LONGEST;
use crate::locale::transliterate;
use crate::model::id::Id;
use crate::model::kind::RecordKind;
use crate::source::text::confusables::{is_unseen, latin_of};

/// The same id in small letters, with hyphens for spaces and lines, Latin letters for those that look like them, and
/// without what is not seen.
pub(crate) fn id(text: &str) -> Option<String> {
    // Several ids are none.
    if text.len() > LONGEST || text.contains([';', ',']) {
        return None;
    }
    let bare = without_quotes(text).unwrap_or(text).trim();
    let mended: String = of_link(bare)
        .unwrap_or(bare)
        .chars()
        .filter(|&letter| !is_unseen(letter))
        .map(|letter| match letter {
            ' ' | '_' | '\u{a0}' | '‐' | '‑' | '–' => '-',
            _ => latin_of(letter).unwrap_or(letter),
        })
        .flat_map(char::to_lowercase)
        .collect();
    Id::parse(&mended).map(|id| id.to_string())
}

/// The id in a link to a record, or in what is left of one: `[](@patron/steppe)`, `@patron/steppe`, `patron/steppe`, `@steppe`.
fn of_link(text: &str) -> Option<&str> {
    let link = text
        .split_once("](")
        .map(|(_, link)| link.strip_suffix(')'));
    let name = link.unwrap_or(Some(text))?;
    let bare = name.strip_prefix('@').unwrap_or(name);
    match bare.split_once('/') {
        Some((kind, id)) => {
            let mut kinds = RecordKind::linked();
            kinds.any(|of| of.word() == kind).then_some(id)
        }
        None => Some(bare),
    }
}

/// The id in a value that YAML cannot read since it begins as a link to a record does.
pub(in crate::load) fn id_of_link(value: &str) -> Option<&str> {
    let is_link = value.starts_with('@') || value.starts_with('[') && value.contains("](@");
    let id = of_link(value).filter(|_| is_link)?;
    // One word alone may be the name of a channel.
    let is_sure = value.contains('/') || id.contains('-');
    Id::parse(id).filter(|_| is_sure).map(|_| id)
}

/// An id for a text in the letters of the country: its transliteration, if that drops none of them. Of the address of a page
/// it is its last part.
pub(crate) fn slug(text: &str) -> Option<String> {
    if let Some(part) = last_of_path(text) {
        return slug(part).or_else(|| Id::parse(part).map(|id| id.to_string()));
    }
    let is_written = |letter: char| {
        let silent = matches!(letter, 'ъ' | 'ь' | 'Ъ' | 'Ь');
        let mut bytes = [0; 4];
        silent
            || !letter.is_alphanumeric()
            || !transliterate(letter.encode_utf8(&mut bytes)).is_empty()
    };
    let all = text.len() <= LONGEST && text.chars().all(is_written);
    let id = Id::parse(&transliterate(text)).filter(|_| all)?;
    Some(id.to_string()).filter(|id| id != text)
}

/// The last part of an address or of its path, without what the files of pages end with.
fn last_of_path(text: &str) -> Option<&str> {
    let is_page = text.contains(".htm") || text.starts_with('/') || text.contains("://");
    if !is_page || text.len() > LONGEST {
        return None;
    }
    let path = text.trim().trim_end_matches('/');
    let path = path.strip_suffix("/index.html").unwrap_or(path);
    let name = path.strip_suffix(".html").or(path.strip_suffix(".htm"));
    let part = match path.rsplit_once('/') {
        Some((_, last)) => last,
        None => name?,
    };
    let part = part
        .strip_suffix(".html")
        .or(part.strip_suffix(".htm"))
        .unwrap_or(part);
    (!part.is_empty()).then_some(part)
}

/// A word without the quotation marks of a word processor around it.
pub(in crate::load) fn without_quotes(text: &str) -> Option<&str> {
    let inner = text.trim().strip_prefix(['“', '„', '‘', '«', '"', '\''])?;
    let inner = inner.strip_suffix(['”', '“', '’', '‘', '»', '"', '\''])?;
    Some(inner.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_in_other_letters_is_transliterated() {
        for (text, id) in [
            ("мектеп-үйі", Some("mektep-uii")),
            ("Жомарт жүрек", Some("zhomart-zhurek")),
            ("объект", Some("obekt")),
            ("École", Some("ecole")),
            ("学校", None),
            ("мектеп学", None),
            ("school", None),
            ("", None),
        ] {
            assert_eq!(slug(text).as_deref(), id, "{text}");
        }
    }

    #[test]
    fn what_can_be_meant_in_one_way_only_is_mended() {
        for (text, meant) in [
            ("Almaty Region", "almaty-region"),
            ("аlmaty_rеgion", "almaty-region"),
            ("al\u{200b}maty", "almaty"),
            ("patron/ulgi-qurylys", "ulgi-qurylys"),
            ("@patron/ulgi-qurylys", "ulgi-qurylys"),
            ("[Үлгі](@patron/ulgi-qurylys)", "ulgi-qurylys"),
            ("@ulgi", "ulgi"),
        ] {
            assert_eq!(id(text).as_deref(), Some(meant), "{text}");
        }
    }

    #[test]
    fn what_could_be_two_things_is_left() {
        for text in ["алматы", "../etc", "a/b", "", "-"] {
            assert_eq!(id(text), None, "{text}");
        }
    }
}
