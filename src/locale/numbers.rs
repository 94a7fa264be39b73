//! Number formatting: counts, money and percentages as a language writes them.
//!
//! Takes integers and gives text; every rounding is of exact integers, half away from zero as `Intl` does. Must not
//! know floats.

use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};

use crate::model::lang::Lang;
use crate::model::money::Tenge;

use super::cldr::{COMPILED_IN, tag, written};

/// From here on a short amount is rounded.
const MILLION: u128 = 1_000_000;

/// How many digits of a short amount count.
const SHORT_DIGITS: u32 = 3;

/// Digits with the separators of a language.
pub(super) struct Numbers {
    lang: Lang,
    grouped: DecimalFormatter,
    /// Before «млрд» `Intl` groups from five digits on: `1230 трлн`, `12 300 трлн`.
    short: DecimalFormatter,
}

impl Numbers {
    pub(super) fn new(lang: Lang) -> Numbers {
        Numbers {
            lang,
            grouped: digits(lang, GroupingStrategy::Auto),
            short: digits(lang, GroupingStrategy::Min2),
        }
    }
}

fn digits(lang: Lang, grouping: GroupingStrategy) -> DecimalFormatter {
    let options = DecimalFormatterOptions::from(grouping);
    DecimalFormatter::try_new((&tag(lang)).into(), options).expect(COMPILED_IN)
}

/// A number, given in plain digits, with them in groups; nothing if it is none. For where there is no `Locale`: the
/// formatter is made anew, which takes about as long as writing the number.
pub(super) fn group_digits(lang: Lang, number: &str) -> Option<String> {
    let number = Decimal::try_from_str(number).ok()?;
    let formatter = digits(lang, GroupingStrategy::Auto);
    Some(written(formatter.format(&number)))
}

/// A unit that several amounts share: on an axis, on a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MoneyUnit {
    /// Of ten: how many tenge it is.
    power: i16,
    name: String,
}

impl MoneyUnit {
    /// «млн ₸», “₸ million”.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl Numbers {
    /// A count with its digits in groups: «153», «1 000», “1,000”.
    pub(super) fn integer(&self, number: u128) -> String {
        written(self.grouped.format(&Decimal::from(number)))
    }

    /// An amount in full: «3 837 144 000 ₸», “₸3,837,144,000”.
    pub(super) fn money(&self, amount: Tenge) -> String {
        self.in_tenge(&self.integer(amount.0))
    }

    /// An amount to three significant digits from a million on, below it in full: «3,84 млрд ₸», “₸3.84 billion”.
    pub(super) fn money_short(&self, amount: Tenge) -> String {
        if amount.0 < MILLION {
            return self.money(amount);
        }
        let rounded = round_to_digits(amount.0);
        let (power, unit) = self.unit(rounded);
        let mut number = Decimal::from(rounded);
        number.multiply_pow10(-power);
        number.absolute.trim_end();
        let number = written(self.short.format(&number));
        match self.lang {
            Lang::Kk | Lang::Ru => self.in_tenge(&format!("{number}\u{a0}{unit}")),
            Lang::En => self.in_tenge(&format!("{number} {unit}")),
        }
    }

    /// The unit in which amounts of this size can stand side by side: «млн ₸» from a million on, below it «₸».
    pub(super) fn money_unit(&self, amount: Tenge) -> MoneyUnit {
        if amount.0 < MILLION {
            return MoneyUnit {
                power: 0,
                name: "₸".to_owned(),
            };
        }
        // As it is when it is written short: 999.9 million are a billion.
        let (power, name) = self.unit(round_to_digits(amount.0));
        let name = match self.lang {
            Lang::Kk | Lang::Ru => format!("{name}\u{a0}₸"),
            Lang::En => format!("₸\u{a0}{name}"),
        };
        MoneyUnit { power, name }
    }

    /// An amount in a unit, which is not written: three significant digits and three decimals at most, «377», «0,025»;
    /// an amount too small for that is «<0,001», as nothing else is zero. Single tenge are in full.
    pub(super) fn money_in(&self, amount: Tenge, unit: &MoneyUnit) -> String {
        if unit.power == 0 || amount.0 == 0 {
            return self.integer(amount.0);
        }
        let least = 10_u128.pow(u32::from(unit.power.unsigned_abs()) - 3);
        if amount.0 < least {
            return format!("<{}", self.money_in(Tenge(least), unit));
        }
        let mut number = Decimal::from(round_to_digits(amount.0));
        number.multiply_pow10(-unit.power);
        number.round(-3);
        number.absolute.trim_end();
        written(self.short.format(&number))
    }

    /// An amount in millions, which are not written, with one decimal at most: «1 234,5», «16»; «<0,1» is too small for
    /// that, as nothing else is zero.
    pub(super) fn millions(&self, amount: Tenge) -> String {
        let Some(number) = share(amount.0, MILLION * 100) else {
            return self.integer(0);
        };
        if amount.0 > 0 && number.absolute.is_zero() {
            let mut least = Decimal::from(1);
            least.multiply_pow10(-1);
            return format!("<{}", written(self.grouped.format(&least)));
        }
        written(self.grouped.format(&number))
    }

    /// A share with one decimal at most: «54,8 %», “54.8%”; «<0,1 %» is too small for that, as nothing else is zero.
    /// Nothing if there is no whole to have a share of.
    pub(super) fn percent(&self, numerator: u128, denominator: u128) -> Option<String> {
        let mut share = share(numerator, denominator)?;
        let is_tiny = numerator > 0 && share.absolute.is_zero();
        if is_tiny {
            share = Decimal::from(1);
            share.multiply_pow10(-1);
        }
        let number = written(self.grouped.format(&share));
        let number = match is_tiny {
            true => format!("<{number}"),
            false => number,
        };
        Some(match self.lang {
            Lang::Kk | Lang::En => format!("{number}%"),
            Lang::Ru => format!("{number}\u{a0}%"),
        })
    }

    fn in_tenge(&self, number: &str) -> String {
        match self.lang {
            Lang::Kk | Lang::Ru => format!("{number}\u{a0}₸"),
            Lang::En => format!("₸{number}"),
        }
    }

    /// The largest unit that fits into the amount, as its power of ten and its name: CLDR's compact patterns, the short
    /// ones of kk and ru, the long ones of en.
    fn unit(&self, amount: u128) -> (i16, &'static str) {
        let power = match amount {
            1_000_000_000_000.. => 12,
            1_000_000_000.. => 9,
            _ => 6,
        };
        let name = match (self.lang, power) {
            (Lang::Kk | Lang::Ru, 12) => "трлн",
            (Lang::Kk | Lang::Ru, 9) => "млрд",
            (Lang::Kk | Lang::Ru, _) => "млн",
            (Lang::En, 12) => "trillion",
            (Lang::En, 9) => "billion",
            (Lang::En, _) => "million",
        };
        (power, name)
    }
}

/// An amount of at least a million with all but its first three digits rounded away.
fn round_to_digits(amount: u128) -> u128 {
    let step = 10_u128.pow(amount.ilog10() + 1 - SHORT_DIGITS);
    let (steps, rest) = (amount / step, amount % step);
    (steps + u128::from(rest >= step - rest)) * step
}

/// `numerator / denominator` in per cent, rounded to a tenth.
fn share(numerator: u128, denominator: u128) -> Option<Decimal> {
    let mut rest = numerator.checked_rem(denominator)?;
    let mut digits = (numerator / denominator).to_string();
    for place in 1..=3 {
        let (digit, next) = tenfold(rest, denominator);
        rest = next;
        digits.push(digit);
        if place == 2 {
            digits.push('.');
        }
    }
    // `round` goes to the even neighbour from the very middle: a digit above the middle makes it go up from there.
    digits.push(if rest >= denominator - rest { '6' } else { '0' });
    let mut share = Decimal::try_from_str(&digits).ok()?;
    share.round(-1);
    share.absolute.trim_start();
    share.absolute.trim_end();
    Some(share)
}

/// One step of a long division, of any size: the digit `10 · rest / divisor` and what is left of it, where `rest` is
/// less than `divisor`.
fn tenfold(rest: u128, divisor: u128) -> (char, u128) {
    let (mut digit, mut left) = (b'0', 0);
    for _ in 0..10 {
        if left >= divisor - rest {
            left -= divisor - rest;
            digit += 1;
        } else {
            left += rest;
        }
    }
    (char::from(digit), left)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn nothing_is_too_large() {
        let en = Locale::new(Lang::En);
        let most = u128::MAX;
        assert_eq!(
            en.integer(most),
            "340,282,366,920,938,463,463,374,607,431,768,211,455"
        );
        assert_eq!(
            en.money_short(Tenge(most)),
            "₸340,000,000,000,000,000,000,000,000 trillion"
        );
        assert_eq!(en.percent(most, most).as_deref(), Some("100%"));
        assert_eq!(en.percent(most - 1, most).as_deref(), Some("100%"));
        assert_eq!(en.percent(most / 2, most).as_deref(), Some("50%"));
        assert_eq!(
            en.percent(most, 1).as_deref(),
            Some("34,028,236,692,093,846,346,337,460,743,176,821,145,500%")
        );
    }

    #[test]
    fn millions_have_one_decimal_and_are_never_nothing() {
        let ru = Locale::new(Lang::Ru);
        let numbers = [0, 1, 49_999, 50_000, 1_000_000, 16_349_999, 2_376_935_000]
            .map(|amount| ru.millions(Tenge(amount)));
        assert_eq!(
            numbers,
            ["0", "<0,1", "<0,1", "0,1", "1", "16,3", "2\u{a0}376,9"]
        );
        assert_eq!(
            Locale::new(Lang::En).millions(Tenge(1_250_000_000)),
            "1,250"
        );
    }

    #[test]
    fn amounts_side_by_side_share_a_unit() {
        let ru = Locale::new(Lang::Ru);
        let unit = ru.money_unit(Tenge(40_000_000));
        assert_eq!(unit.name(), "млн\u{a0}₸");
        let numbers = [
            0,
            1,
            999,
            25_000,
            2_500_000,
            376_935_000,
            1_200_000_000,
            12_345_000_000,
        ]
        .map(|amount| ru.money_in(Tenge(amount), &unit));
        assert_eq!(
            numbers,
            [
                "0",
                "<0,001",
                "<0,001",
                "0,025",
                "2,5",
                "377",
                "1200",
                "12\u{a0}300"
            ]
        );
        let en = Locale::new(Lang::En);
        let small = en.money_unit(Tenge(999_999));
        assert_eq!(small.name(), "₸");
        assert_eq!(en.money_in(Tenge(250_000), &small), "250,000");
        assert_eq!(en.money_unit(Tenge(2_000_000_000)).name(), "₸\u{a0}billion");
    }

    #[test]
    fn no_whole_has_no_shares() {
        for (lang, tiny) in [
            (Lang::En, "<0.1%"),
            (Lang::Ru, "<0,1\u{a0}%"),
            (Lang::Kk, "<0,1%"),
        ] {
            let locale = Locale::new(lang);
            for (part, whole) in [(1, 20_000_000_000_000_000_000), (4, 10_000)] {
                assert_eq!(locale.percent(part, whole).as_deref(), Some(tiny));
            }
            let least = tiny.trim_start_matches('<');
            assert_eq!(locale.percent(5, 10_000).as_deref(), Some(least));
            let zero = locale.percent(0, 5).unwrap();
            assert!(
                zero.starts_with('0') && !zero.contains(['.', ',']),
                "{zero}"
            );
        }
        assert_eq!(Locale::new(Lang::Kk).percent(0, 0), None);
        assert_eq!(Locale::new(Lang::Kk).percent(5, 0), None);
    }
}
