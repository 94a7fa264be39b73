//! Ids of records, which are slugs: words of ASCII letters and digits joined by `-`.

use std::borrow::Borrow;
use std::fmt;

use smol_str::SmolStr;

/// The id of a record: words of `[a-z0-9]` joined by `-`, 1 to 64 characters. Unique in its kind. Most are stored
/// inline, so that comparing two reads no other memory.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Id(SmolStr);

/// The longest id, in characters.
pub(crate) const MAX_ID: usize = 64;

impl Id {
    /// The id that this text is, if it is one.
    pub(crate) fn parse(text: &str) -> Option<Id> {
        let word = |word: &str| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        (text.len() <= MAX_ID && text.split('-').all(word)).then(|| Id(SmolStr::new(text)))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_plain_words() {
        for text in ["a", "almaty-region", "school-3", "1998"] {
            assert!(Id::parse(text).is_some(), "{text}");
        }
        let long = "a".repeat(65);
        for text in [
            "",
            "-a",
            "a-",
            "a--b",
            "A",
            "а",
            "a_b",
            "a/b",
            "../x",
            "a b",
            long.as_str(),
        ] {
            assert!(Id::parse(text).is_none(), "{text}");
        }
    }
}
