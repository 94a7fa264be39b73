//! Marks of wikis: `'''bold'''`, `''italic''` and `== heading ==`, which other programs' texts have.
//!
//! Takes a text, gives the mark and what is to be written in its place.

/// A mark, and the words in it as they should be written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mark<'t> {
    pub mark: &'t str,
    /// The bytes of the text that it and its words take.
    pub length: usize,
    pub meant: String,
}

/// The apostrophes that begin at a byte and are closed behind the words.
pub(super) fn mark(text: &str, at: usize) -> Option<Mark<'_>> {
    let rest = &text[at..];
    let signs = rest.bytes().take_while(|of| *of == b'\'').count();
    let is_in_word = text[..at].ends_with(|of: char| of.is_alphanumeric() || of == '\'');
    if !(2..=3).contains(&signs) || is_in_word {
        return None;
    }
    let (mark, inner) = rest.split_at(signs);
    let end = inner.find(mark)?;
    let words = &inner[..end];
    let is_phrase = words.starts_with(|of: char| of.is_alphanumeric() || "«\"(".contains(of))
        && words.trim_end() == words
        && !inner[end + signs..].starts_with(char::is_alphanumeric);
    let stars = if signs == 3 { "**" } else { "*" };
    is_phrase.then(|| Mark {
        mark,
        length: 2 * signs + end,
        meant: format!("{stars}{words}{stars}"),
    })
}

/// A line that is a heading between equals signs.
pub(super) fn heading(line: &str) -> Option<Mark<'_>> {
    let line = line.trim_end();
    let signs = line.bytes().take_while(|of| *of == b'=').count();
    let words = line.get(signs..)?.strip_suffix(&line[..signs])?;
    let is_heading = (2..=5).contains(&signs)
        && words.starts_with(' ')
        && words.contains(char::is_alphabetic)
        && !words.contains('=');
    is_heading.then(|| Mark {
        mark: &line[..signs],
        length: signs,
        meant: format!("{} {}", "#".repeat(signs), words.trim()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_wikis_are_told_from_apostrophes() {
        let meant = |text: &str| {
            let at = text.find('\'')?;
            mark(text, at).map(|of| of.meant)
        };
        for (text, to_write) in [
            ("'''Үлгі ауылы''' — мекен", Some("**Үлгі ауылы**")),
            ("Ауыл ''1932 жылы'' құрылды", Some("*1932 жылы*")),
            ("5'' және 6''", None),
            ("д'Артаньян мен О'Брайен", None),
            ("'сөз'", None),
            ("ол '' бос ''", None),
        ] {
            assert_eq!(meant(text).as_deref(), to_write, "{text}");
        }
        for (line, to_write) in [
            ("== Тарихы ==", Some("## Тарихы")),
            ("=== Мектебі === ", Some("### Мектебі")),
            ("a == b", None),
            ("==маңызды==", None),
            ("====", None),
            ("== a = b ==", None),
        ] {
            assert_eq!(
                heading(line).map(|of| of.meant).as_deref(),
                to_write,
                "{line}"
            );
        }
    }
}
