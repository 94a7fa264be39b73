//! Files with nothing of ours inside: what stands in them instead.
//!
//! Takes a text, gives what it is. Of such a file nothing is read: it may be any file that got the name of another.

/// The first line of what Git LFS keeps in the place of a file.
const POINTER: &str = "version https://git-lfs.github.com/spec/";

/// What a web page begins with.
const WEB_PAGES: [&str; 3] = ["<!doctype", "<html", "<head"];

/// What documents of office programs begin with, also where their bytes were read as letters.
const DOCUMENTS: [&str; 4] = [
    "{\\rtf",
    "PK\u{3}\u{4}",
    "%PDF-",
    "\u{FFFD}\u{FFFD}\u{11}\u{FFFD}",
];

/// What a text is instead of content: only zeros, a pointer of Git LFS, a web page, or a document; none if it may be content.
pub(crate) fn instead(text: &str) -> Option<&'static str> {
    let text = text.trim_start();
    let begins = |word: &str| {
        let start = text.get(..word.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    if text.starts_with(POINTER) {
        return Some("pointer");
    }
    if WEB_PAGES.into_iter().any(begins) {
        return Some("web-page");
    }
    if DOCUMENTS.into_iter().any(begins) {
        return Some("document");
    }
    // What is no letter was read as its stand-in.
    let is_zero = |letter: char| letter == char::REPLACEMENT_CHARACTER || letter.is_whitespace();
    (!text.is_empty() && text.chars().all(is_zero)).then_some("zeros")
}

/// Whether a file of records holds none: nothing but empty lines and notes.
pub(crate) fn is_empty(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim);
    lines.all(|line| line.is_empty() || line.starts_with('#') || line == "---")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_content_is_known_by_its_beginning() {
        for (text, what) in [
            ("<!DOCTYPE html>\n<title>Кіру</title>", Some("web-page")),
            ("\n<HTML lang=kk>", Some("web-page")),
            (
                "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n",
                Some("pointer"),
            ),
            ("\u{FFFD}\u{FFFD}\n", Some("zeros")),
            ("{\\rtf1\\ansi", Some("document")),
            ("PK\u{3}\u{4}\u{14}", Some("document")),
            ("%PDF-1.7", Some("document")),
            ("", None),
            ("<p>Мәтін</p>", None),
            ("- id: a\n", None),
            ("Қала\u{FFFD}", None),
        ] {
            assert_eq!(instead(text), what, "{text}");
        }
        assert!(is_empty("") && is_empty("# ескерту\n\n---\n"));
        assert!(!is_empty("- id: a # b\n"));
    }
}
