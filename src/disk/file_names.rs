//! File classification by name: texts, assets, names that no site can hold.
//!
//! Takes names and paths, gives what is to be made of them. Touches no file.

use std::ffi::OsStr;

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::source::text::confusables::{is_unseen, joins_pictures};

/// What is made of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileKind {
    /// Read as a text.
    Text,
    /// Copied as it is.
    Asset,
}

/// What is made of the file at this path (from the site's root, with `/`).
pub(super) fn file_kind(path: &str) -> FileKind {
    let segments: Vec<&str> = path.split('/').collect();
    let is_text = match segments.as_slice() {
        ["site.toml"] | ["themes", _, "theme.toml"] => true,
        ["content", "static", ..] => false,
        ["content", "locales", _, name] | ["themes", _, "locales", _, name]
            if extension(name) == "ftl" =>
        {
            true
        }
        ["content", "editions", .., name] if extension(name) == "json" => true,
        ["content", "search.toml"] => true,
        ["content", .., name] => {
            matches!(extension(name), "yaml" | "yml" | "md" | "geojson")
        }
        ["themes", _, "templates", .., name] => {
            matches!(extension(name), "html" | "svg" | "xml" | "txt")
        }
        _ => false,
    };
    if is_text {
        FileKind::Text
    } else {
        FileKind::Asset
    }
}

fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// Whether the files of a folder (from the site's root, with `/`) are copied as they are, whatever they are.
pub(super) fn is_static(folder: &str) -> bool {
    folder == "content/static" || folder.starts_with("content/static/")
}

/// The name as text, if it can stand in an address and in a message.
///
/// # Errors
/// The name as it can be shown, with escapes: it is not Unicode, or holds a control character, a line break, `\` or what
/// nobody sees.
pub(super) fn readable(name: &OsStr) -> Result<&str, String> {
    match name.to_str() {
        Some(text) if !text.chars().any(is_odd) => Ok(text),
        _ => Err(escape(name)),
    }
}

fn is_odd(character: char) -> bool {
    character == '\\' || is_unseen(character) && !joins_pictures(character)
}

fn escape(name: &OsStr) -> String {
    let mut shown = String::new();
    for chunk in name.as_encoded_bytes().utf8_chunks() {
        for character in chunk.valid().chars() {
            if is_odd(character) {
                shown.extend(character.escape_default());
            } else {
                shown.push(character);
            }
        }
        for byte in chunk.invalid() {
            shown.push_str(&format!("\\x{byte:02X}"));
        }
    }
    shown
}

/// A name with everything escaped that makes it differ from another which looks the same.
pub(super) fn escape_marks(name: &str) -> String {
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    let mut shown = String::new();
    for character in name.chars() {
        let plain =
            character.is_alphanumeric() && nfc.is_normalized(character.encode_utf8(&mut [0; 4]));
        if character.is_ascii() || plain {
            shown.push(character);
        } else {
            shown.extend(character.escape_unicode());
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_those_of_the_contract() {
        for path in [
            "site.toml",
            "content/regions/abai.yaml",
            "content/patrons/a/b.yml",
            "content/projects/x/y/index.kk.md",
            "content/locales/kk/site.ftl",
            "themes/other/theme.toml",
            "themes/other/locales/kk/words.ftl",
            "themes/other/templates/page.html",
            "themes/other/templates/feeds/atom.xml",
            "themes/other/templates/robots.txt",
        ] {
            assert_eq!(file_kind(path), FileKind::Text, "{path}");
        }
        for path in [
            "content/static/a.md",
            "content/static/locales/kk/a.ftl",
            "content/projects/x/gym.jpg",
            "content/news/locales/kk/a.ftl",
            "content/locales/kk/more/a.ftl",
            "content/notes.txt",
            "content/md",
            "themes/other/styles/site.css",
            "themes/other/readme.md",
            "themes/other/templates/page.js",
            "themes/other/more/locales/kk/a.ftl",
            "themes/theme.toml",
        ] {
            assert_eq!(file_kind(path), FileKind::Asset, "{path}");
        }
    }

    #[test]
    fn a_bad_name_is_shown_with_escapes() {
        assert_eq!(readable(OsStr::new("Қонаев.md")), Ok("Қонаев.md"));
        assert_eq!(readable(OsStr::new("a\nb")), Err("a\\nb".to_owned()));
        assert_eq!(readable(OsStr::new("a\\b")), Err("a\\\\b".to_owned()));
        for letter in ['\u{2028}', '\u{202e}', '\u{200b}', '\u{ad}'] {
            let shown = format!("a\\u{{{:x}}}", u32::from(letter));
            assert_eq!(readable(OsStr::new(&format!("a{letter}"))), Err(shown));
        }
        let family = "👩\u{200d}👧❤\u{fe0f}.png";
        assert_eq!(readable(OsStr::new(family)), Ok(family));
    }

    #[test]
    fn names_that_look_the_same_are_told_apart() {
        assert_eq!(escape_marks("й-1.md"), "й-1.md");
        assert_eq!(escape_marks("и\u{306}-1.md"), "и\\u{306}-1.md");
        assert_eq!(escape_marks("\u{212B}"), "\\u{212b}");
    }
}
