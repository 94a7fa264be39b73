//! Localisation (localization, i18n): number, money and date formatting, collation, messages and slugs of a language.
//!
//! Takes plain values (`Tenge`, `Date`, text) and gives text without markup. The data are Unicode's CLDR, compiled into
//! ICU4X, so that a page reads like what `Intl` writes in the reader's browser; where we differ, `tests/inside/locale.rs` says
//! so. Must not know records, pages, HTML or the disk.

mod cldr;
mod dates;
pub(crate) mod legal_forms;
mod looked_up;
mod messages;
mod names;
mod numbers;
pub(crate) mod skeleton;
pub(crate) mod translit;

use std::cmp::Ordering;

use crate::model::date::Date;
use crate::model::lang::Lang;
use crate::model::money::Tenge;

use self::dates::Dates;
use self::names::Names;
use self::numbers::Numbers;

pub(crate) use self::looked_up::{is_kind_of_place, without_kind_of_place, without_legal_form};
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

    /// A date in words: «2017 жылғы 16 қараша», «ноябрь 2017 г.», “November 2017”; a bare year is just its number.
    pub(crate) fn date(&self, date: Date) -> String {
        self.dates.date(date)
    }

    /// A date in digits: «16.11.2017», «11.2017», “16/11/2017”; a bare year is just its number.
    pub(crate) fn date_short(&self, date: Date) -> String {
        self.dates.date_short(date)
    }

    /// A month alone, 1 to 12: «қараша», «ноябрь», “November”.
    #[cfg(test)]
    pub(crate) fn month_name(&self, month: i8) -> Option<&str> {
        self.dates.month_name(month)
    }

    /// From a date on: «2017 жылғы 16 қарашадан бері», «с ноября 2017 г.», “since November 2017”.
    pub(crate) fn date_since(&self, date: Date) -> String {
        self.dates.date_since(date)
    }

    /// A period from one date to a different one, with what both share written once: «16–18 ноября 2017 г.»,
    /// «2016–2018». In three parts, so that each date can be marked as such: where it begins, the dash, where it ends.
    pub(crate) fn date_range_parts(&self, from: Date, to: Date) -> [String; 3] {
        self.dates.date_range_parts(from, to)
    }

    /// Which of two names a reader looks for first. Word by word («Ким Олег» before «Кимова»), numbers by their value,
    /// quotation marks aside; only equal texts are equal.
    pub(crate) fn compare(&self, left: &str, right: &str) -> Ordering {
        self.names.compare(left, right)
    }

    /// A key whose bytes are in the order of [`Locale::compare`], for lists that are sorted more than once. Holds only
    /// within one run of the program.
    pub(crate) fn sort_key(&self, name: &str) -> Vec<u8> {
        self.names.sort_key(name)
    }

    /// The group of an alphabetical list that a name stands in, by its first letter or digit.
    pub(crate) fn initial(&self, name: &str) -> Initial {
        self.names.initial(name)
    }

    /// The capitals of the alphabet that readers of the language know. In a Russian list a name can also stand under
    /// one of the Kazakh letters between them.
    pub(crate) fn alphabet(&self) -> &'static [char] {
        self.names.alphabet()
    }

    /// A count with its digits in groups: «153», «1 000», “1,000”.
    pub(crate) fn integer(&self, number: u128) -> String {
        self.numbers.integer(number)
    }

    /// An amount in full: «3 837 144 000 ₸», “₸3,837,144,000”.
    pub(crate) fn money(&self, amount: Tenge) -> String {
        self.numbers.money(amount)
    }

    /// An amount to three significant digits from a million on, below it in full: «3,84 млрд ₸», “₸3.84 billion”.
    pub(crate) fn money_short(&self, amount: Tenge) -> String {
        self.numbers.money_short(amount)
    }

    /// An amount in millions, which are not written, with one decimal at most: «1 234,5».
    pub(crate) fn millions(&self, amount: Tenge) -> String {
        self.numbers.millions(amount)
    }

    /// The unit in which amounts of this size can stand side by side: «млн ₸» from a million on, below it «₸».
    pub(crate) fn money_unit(&self, amount: Tenge) -> MoneyUnit {
        self.numbers.money_unit(amount)
    }

    /// An amount in a unit, which is not written: three significant digits and three decimals at most, «377», «0,025»;
    /// an amount too small for that is «<0,001», as nothing else is zero. Single tenge are in full.
    pub(crate) fn money_in(&self, amount: Tenge, unit: &MoneyUnit) -> String {
        self.numbers.money_in(amount, unit)
    }

    /// A share with one decimal at most: «54,8 %», “54.8%”. Nothing if there is no whole to have a share of.
    pub(crate) fn percent(&self, numerator: u128, denominator: u128) -> Option<String> {
        self.numbers.percent(numerator, denominator)
    }
}

/// What a page needs to speak one language.
pub struct Language {
    pub(crate) lang: Lang,
    pub(crate) locale: Locale,
    pub(crate) messages: Messages,
}

impl Language {
    pub(crate) fn new(lang: Lang, messages: Messages) -> Language {
        Language {
            lang,
            locale: Locale::new(lang),
            messages,
        }
    }
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
