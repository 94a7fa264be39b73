//! Localisation (localization, i18n): number, money and date formatting, collation, messages and slugs of a language.
//!
//! Takes plain values (`Tenge`, `Date`, text) and gives text without markup. The data are Unicode's CLDR, compiled into
//! ICU4X, so that a page reads like what `Intl` writes in the reader's browser; where we differ, `tests/inside/locale.rs` says
//! so. Must not know records, pages, HTML or the disk.

mod dates;
mod language;
mod messages;
mod names;
mod numbers;
pub(crate) mod translit;

use std::fmt::Display;

use icu_locale_core::locale;

use crate::model::lang::Lang;

use self::dates::Dates;
use self::names::Names;
use self::numbers::Numbers;

pub use self::language::Language;
pub(crate) use self::messages::{Arg, MessageError, MessageErrorKind, Messages};
pub(crate) use self::names::Initial;
pub(crate) use self::numbers::MoneyUnit;
pub(crate) use self::translit::transliterate;

/// How one language writes things. Built once, then shared by all threads.
pub(crate) struct Locale {
    lang: Lang,
    numbers: Numbers,
    dates: Dates,
    names: Names,
}

impl Locale {
    /// The formats of a language. English is British: “16 November 2017”.
    pub(crate) fn new(lang: Lang) -> Locale {
        Locale {
            lang,
            numbers: Numbers::new(lang),
            dates: Dates::new(lang),
            names: Names::new(lang),
        }
    }

    pub(crate) fn lang(&self) -> Lang {
        self.lang
    }
}

/// Why building a formatter cannot fail: no input reaches it, and the tests build them all.
const COMPILED_IN: &str = "the data of kk, ru and en-GB are compiled in";

/// The language as CLDR knows it.
fn tag(lang: Lang) -> icu_locale_core::Locale {
    match lang {
        Lang::Kk => locale!("kk"),
        Lang::Ru => locale!("ru"),
        Lang::En => locale!("en-GB"),
    }
}

/// What ICU4X writes, with U+00A0 for the narrow no-break space U+202F, which the usual fonts with Kazakh letters lack.
fn written(text: impl Display) -> String {
    text.to_string().replace('\u{202f}', "\u{a0}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_and_messages_are_shared_by_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Locale>();
        shared::<Messages>();
    }
}
