//! YAML emitter: the few forms that the corpus needs, as editors write them.

use std::fmt;

/// The languages, in the order in which a text stands in all of them.
pub(super) const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

/// A text in Kazakh, Russian and English.
#[derive(Debug, Clone)]
pub(super) struct Localised(pub(super) [String; 3]);

impl Localised {
    /// A text made in each language by its number.
    pub(super) fn of(text: impl FnMut(usize) -> String) -> Localised {
        Localised([0, 1, 2].map(text))
    }
}

impl From<[&str; 3]> for Localised {
    fn from(texts: [&str; 3]) -> Localised {
        Localised(texts.map(str::to_owned))
    }
}

/// `{kk: "…", ru: "…", en: "…"}`
impl fmt::Display for Localised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [kk, ru, en] = &self.0;
        let (kk, ru, en) = (quoted(kk), quoted(ru), quoted(en));
        write!(f, "{{kk: {kk}, ru: {ru}, en: {en}}}")
    }
}

/// A text in quotation marks.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
