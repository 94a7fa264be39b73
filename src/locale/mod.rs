//! A language as its readers expect it: numbers, money, dates, lists, plurals, order of names, messages, slugs.
//!
//! Takes plain values (`Tenge`, `Date`, text) and gives text without markup. The data are Unicode's CLDR, compiled into
//! ICU4X, so that a page reads like what `Intl` writes in the reader's browser; where we differ, `tests/locale.rs` says
//! so. Must not know records, pages, HTML or the disk.

mod dates;
mod language;
mod messages;
mod names;
mod numbers;
pub mod translit;

use std::fmt::Display;

use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::locale;
use icu_plurals::PluralRules;

use crate::model::lang::Lang;

use self::dates::Dates;
use self::names::Names;
use self::numbers::Numbers;

pub use icu_plurals::PluralCategory;

pub use self::language::Language;
pub use self::messages::{
    Arg, Definition, MessageError, MessageErrorKind, MessageProblem, MessageProblemKind, Messages,
};
pub use self::names::Initial;
pub use self::numbers::MoneyUnit;
pub use self::translit::transliterate;

/// How one language writes things. Built once, then shared by all threads.
pub struct Locale {
    lang: Lang,
    numbers: Numbers,
    dates: Dates,
    names: Names,
    lists: ListFormatter,
    plurals: PluralRules,
}

impl Locale {
    /// The formats of a language. English is British: “16 November 2017”, “A, B and C”.
    pub fn new(lang: Lang) -> Locale {
        let tag = tag(lang);
        Locale {
            lang,
            numbers: Numbers::new(lang),
            dates: Dates::new(lang),
            names: Names::new(lang),
            lists: ListFormatter::try_new_and((&tag).into(), ListFormatterOptions::default())
                .expect(COMPILED_IN),
            plurals: PluralRules::try_new_cardinal((&tag).into()).expect(COMPILED_IN),
        }
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// «A, B және C», «A, B и C», “A, B and C”. Nothing for no items.
    pub fn list(&self, items: &[String]) -> String {
        // CLDR ends a Kazakh list of three with a mere comma, which reads as if it broke off.
        match (self.lang, items) {
            (Lang::Kk, [head @ .., last]) if head.len() > 1 => {
                let pair = [head.join(", "), last.clone()];
                written(self.lists.format(pair.iter()))
            }
            _ => written(self.lists.format(items.iter())),
        }
    }

    /// The grammatical form that goes with a count: `Few` for 3 in Russian.
    pub fn plural(&self, count: u64) -> PluralCategory {
        self.plurals.category_for(count)
    }

    /// The same by its CLDR name, as messages and templates write it: `few`.
    pub fn plural_name(&self, count: u64) -> &'static str {
        match self.plural(count) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
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

    #[test]
    fn a_kazakh_list_ends_with_a_conjunction() {
        let list = |items: &[&str]| {
            let items: Vec<String> = items.iter().map(|item| item.to_string()).collect();
            Locale::new(Lang::Kk).list(&items)
        };
        assert_eq!(list(&[]), "");
        assert_eq!(list(&["мектеп"]), "мектеп");
        assert_eq!(list(&["мектеп", "мешіт"]), "мектеп және мешіт");
        assert_eq!(
            list(&["мектеп", "мешіт", "клуб", "көпір"]),
            "мектеп, мешіт, клуб және көпір"
        );
    }
}
