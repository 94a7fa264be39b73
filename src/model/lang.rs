//! The languages that a portal can be in, localised texts, and the language fallback where a translation is missing.
//!
//! Takes and gives plain values. Knows nothing of grammar or formats: that is `locale`.

use std::fmt;

/// A language of the portal. Closed on purpose: each one brings formats, plurals and messages of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    Kk,
    Ru,
    En,
}

impl Lang {
    /// All languages, in the order in which readers are offered them.
    pub const ALL: [Lang; 3] = [Lang::Kk, Lang::Ru, Lang::En];

    /// The BCP 47 code, which is also the first folder of an address and the suffix of a file: `kk`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Kk => "kk",
            Lang::Ru => "ru",
            Lang::En => "en",
        }
    }

    /// The language's name in itself: «Қазақша».
    pub fn own_name(self) -> &'static str {
        match self {
            Lang::Kk => "Қазақша",
            Lang::Ru => "Русский",
            Lang::En => "English",
        }
    }

    /// Languages for a reader of this one: it, those of `fallback`, then all. One may come several times.
    pub(crate) fn or(self, fallback: &[Lang]) -> impl Iterator<Item = Lang> {
        let first = std::iter::once(self).chain(fallback.iter().copied());
        first.chain(Lang::ALL)
    }

    /// The language with this code, if there is one.
    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// One value per language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct PerLang<T>([T; 3]);

impl<T> PerLang<T> {
    /// Makes the value of each language.
    pub(crate) fn make(make: impl FnMut(Lang) -> T) -> Self {
        PerLang(Lang::ALL.map(make))
    }

    pub(crate) fn get(&self, lang: Lang) -> &T {
        &self.0[lang as usize]
    }

    pub(crate) fn get_mut(&mut self, lang: Lang) -> &mut T {
        &mut self.0[lang as usize]
    }

    /// The languages with their values, in the order of `Lang::ALL`.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Lang, &T)> {
        Lang::ALL.into_iter().zip(self.0.iter())
    }
}

/// A text in some of the languages: `{kk: …, ru: …, en: …}` in a record. At least one is there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(crate) struct Localised(PerLang<Option<String>>);

impl Localised {
    pub(crate) fn new(texts: impl IntoIterator<Item = (Lang, String)>) -> Self {
        let mut localised = Localised::default();
        for (lang, text) in texts {
            *localised.0.get_mut(lang) = Some(text);
        }
        localised
    }

    /// The text in exactly this language.
    pub(crate) fn exact(&self, lang: Lang) -> Option<&str> {
        self.0.get(lang).as_deref()
    }

    /// The text for a reader of `lang`, with language fallback: in it, else in the first language of `fallback` that
    /// has one, else in any.
    pub(crate) fn best<'a>(&'a self, lang: Lang, fallback: &[Lang]) -> TextIn<'a> {
        lang.or(fallback)
            .find_map(|lang| self.exact(lang).map(|text| TextIn { lang, text }))
            .unwrap_or(TextIn { lang, text: "" })
    }

    /// The texts that are there, with their languages.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.0
            .iter()
            .filter_map(|(lang, text)| text.as_deref().map(|text| (lang, text)))
    }
}

/// A text with the language that it is written in, which may be a fallback.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TextIn<'a> {
    pub lang: Lang,
    pub text: &'a str,
}
