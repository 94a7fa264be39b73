//! CLDR's tags of the languages, and what every formatter of ICU4X shares.

use std::fmt::Display;

use icu_locale_core::locale;

use crate::model::lang::Lang;

/// Why building a formatter cannot fail: no input reaches it, and the tests build them all.
pub(super) const COMPILED_IN: &str = "the data of kk, ru and en-GB are compiled in";

/// The language as CLDR knows it.
pub(super) fn tag(lang: Lang) -> icu_locale_core::Locale {
    match lang {
        Lang::Kk => locale!("kk"),
        Lang::Ru => locale!("ru"),
        Lang::En => locale!("en-GB"),
    }
}

/// What ICU4X writes, with U+00A0 for the narrow no-break space U+202F, which the usual fonts with Kazakh letters lack.
pub(super) fn written(text: impl Display) -> String {
    text.to_string().replace('\u{202f}', "\u{a0}")
}
