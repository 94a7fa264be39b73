//! Money: whole tenge as integers, never a float, and the amount that a sum shows, where unknown is not zero.

use std::iter::Sum;
use std::ops::{Add, AddAssign};

use serde::{Serialize, Serializer};

/// An amount of whole tenge (₸). One contribution is 1 to 10¹⁵; sums of any number of contributions fit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Tenge(pub u128);

/// The largest amount of one contribution, in tenge.
pub(crate) const MAX_AMOUNT: u128 = 1_000_000_000_000_000;

/// The largest sum that a file can state, in tenge: that of a thousand of the largest contributions.
pub(crate) const MAX_TOTAL: u64 = 1_000_000_000_000_000_000;

impl Tenge {
    pub(crate) const ZERO: Tenge = Tenge(0);

    /// How far two amounts are apart.
    pub(crate) fn abs_diff(self, other: Tenge) -> Tenge {
        Tenge(self.0.abs_diff(other.0))
    }
}

impl Add for Tenge {
    type Output = Tenge;
    fn add(self, other: Tenge) -> Tenge {
        Tenge(self.0 + other.0)
    }
}

impl AddAssign for Tenge {
    fn add_assign(&mut self, other: Tenge) {
        self.0 += other.0;
    }
}

impl Sum for Tenge {
    fn sum<I: Iterator<Item = Tenge>>(amounts: I) -> Tenge {
        amounts.fold(Tenge::ZERO, Add::add)
    }
}

/// What a sum shows: unknown is never zero, and nothing on record is neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Amount {
    /// Nothing is on record.
    Nothing,
    /// Something is, but no amount of it.
    NotStated,
    Known(Tenge),
}

impl Amount {
    /// The amount that is on record, if any is.
    pub(crate) fn known(self) -> Option<Tenge> {
        match self {
            Amount::Known(amount) => Some(amount),
            Amount::Nothing | Amount::NotStated => None,
        }
    }

    /// What can be reckoned with: where nothing is on record, zero; none where no amount is known.
    pub(crate) fn or_zero(self) -> Option<Tenge> {
        match self {
            Amount::Nothing => Some(Tenge::ZERO),
            Amount::NotStated => None,
            Amount::Known(amount) => Some(amount),
        }
    }

    /// Which of the three it is, as templates ask for it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Amount::Nothing => "nothing",
            Amount::NotStated => "not-stated",
            Amount::Known(_) => "known",
        }
    }
}

/// Whole tenge, or none where no amount is known.
impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.or_zero().serialize(serializer)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Amount {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(schemas: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Option::<Tenge>::json_schema(schemas)
    }
}

/// Why a text is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AmountError {
    /// Holds something that is neither a digit nor a separator of groups: a sign, a fraction, a unit, an exponent.
    NotDigits,
    /// Groups are not of three digits, or the separators are of two kinds.
    Grouping,
    /// Zero, or begins with a zero.
    Zero,
    /// Above [`MAX_AMOUNT`].
    TooLarge,
}

/// Reads an amount as editors write it: `3837144000`, or digits in groups of three with one kind of separator
/// (space, no-break space U+00A0, narrow no-break space U+202F, or underscore).
///
/// # Errors
/// Says what keeps the text from being an amount of 1 to 10¹⁵ whole tenge.
pub(crate) fn parse_amount(text: &str) -> Result<Tenge, AmountError> {
    let separators = [' ', '\u{a0}', '\u{202f}', '_'];
    let mut used = text.chars().filter(|c| separators.contains(c));
    let separator = used.next();
    if used.any(|other| Some(other) != separator) {
        return Err(AmountError::Grouping);
    }
    let groups: Vec<&str> = match separator {
        Some(separator) => text.split(separator).collect(),
        None => vec![text],
    };
    if text.is_empty()
        || groups
            .iter()
            .any(|group| !group.bytes().all(|b| b.is_ascii_digit()))
    {
        return Err(AmountError::NotDigits);
    }
    if groups.len() > 1
        && !((1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3))
    {
        return Err(AmountError::Grouping);
    }
    let digits = groups.concat();
    if digits.starts_with('0') {
        return Err(AmountError::Zero);
    }
    match digits.parse::<u128>() {
        Ok(amount) if amount <= MAX_AMOUNT => Ok(Tenge(amount)),
        _ => Err(AmountError::TooLarge),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_as_editors_write_them() {
        for text in [
            "3837144000",
            "3 837 144 000",
            "3_837_144_000",
            "3\u{a0}837\u{a0}144\u{a0}000",
            "3\u{202f}837\u{202f}144\u{202f}000",
        ] {
            assert_eq!(parse_amount(text), Ok(Tenge(3_837_144_000)), "{text}");
        }
        assert_eq!(parse_amount("1"), Ok(Tenge(1)));
        assert_eq!(parse_amount("1000000000000000"), Ok(Tenge(MAX_AMOUNT)));
    }

    #[test]
    fn everything_else_is_no_amount() {
        for (text, why) in [
            ("", AmountError::NotDigits),
            ("-5", AmountError::NotDigits),
            ("+5", AmountError::NotDigits),
            ("1.5", AmountError::NotDigits),
            ("1,500", AmountError::NotDigits),
            ("1e9", AmountError::NotDigits),
            ("0x10", AmountError::NotDigits),
            ("5 млн", AmountError::NotDigits),
            ("٣٤", AmountError::NotDigits),
            (" 5", AmountError::Grouping),
            ("10 00", AmountError::Grouping),
            ("1000 000", AmountError::Grouping),
            ("1 000_000", AmountError::Grouping),
            ("1  000", AmountError::Grouping),
            ("0", AmountError::Zero),
            ("007", AmountError::Zero),
            ("1000000000000001", AmountError::TooLarge),
            (
                "99999999999999999999999999999999999999999999",
                AmountError::TooLarge,
            ),
        ] {
            assert_eq!(parse_amount(text), Err(why), "{text:?}");
        }
    }
}
