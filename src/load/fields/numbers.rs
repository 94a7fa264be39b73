//! Readers of numbers: amounts, dates, counts, degrees.

use super::value::Value;
use crate::diagnostic::Code;
use crate::load::yaml::Node;
use crate::load::{fix_it, shape};
use crate::model::date::{Date, DateError};
use crate::model::money::{AmountError, MAX_AMOUNT, MAX_TOTAL, Tenge, parse_amount};

/// What of a date stands in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Date,
    Year,
    /// A date beside others in one text, which is not mended alone.
    Part,
}

impl Value<'_> {
    /// An amount of 1 to 10¹⁵ whole tenge.
    pub(crate) fn amount(&self) -> Option<Tenge> {
        self.takes(shape::amount)?;
        let text = match self.node {
            Node::Int(number) => number.to_string(),
            // With its point: “5000000” alone would look right.
            Node::Float(number) => format!("{number:?}"),
            Node::Text(text) => text.clone(),
            _ => return self.wrong_type("amount"),
        };
        if let Some(short) = self.short_form() {
            let wrong = self.report(Code::BadAmount).with("value", short);
            return self.fail(wrong.with("reason", "short").with("limit", MAX_AMOUNT));
        }
        // A float is a fraction or an exponent, however it prints.
        let read = if matches!(self.node, Node::Float(_)) {
            Err(AmountError::NotDigits)
        } else {
            parse_amount(&text)
        };
        match read {
            Ok(amount) => Some(amount),
            Err(why) => {
                let reason = match why {
                    AmountError::NotDigits if fix_it::is_unknown(&text) => "unknown",
                    AmountError::NotDigits => "not-digits",
                    AmountError::Grouping => "grouping",
                    AmountError::Zero => "zero",
                    AmountError::TooLarge => "too-large",
                };
                self.fail(
                    self.report(Code::BadAmount)
                        .replaced(fix_it::amount(&text))
                        .nearest(match fix_it::amount(&text) {
                            Some(_) => Vec::new(),
                            None => fix_it::possible_amount(&text).into_iter().collect(),
                        })
                        .with("value", text)
                        .with("reason", reason)
                        .with("limit", MAX_AMOUNT),
                )
            }
        }
    }

    /// What stands there as spreadsheets show a number in a narrow column: `1.23E+08`. Digits are missing in it, so that no
    /// amount can be made of it.
    fn short_form(&self) -> Option<String> {
        let written = match self.node {
            Node::Text(text) => text.trim().to_owned(),
            Node::Float(_) => self.typed_word()?,
            _ => return None,
        };
        // The letter of a Cyrillic layout, too.
        let (number, power) = written.split_once(['E', 'e', 'Е', 'е'])?;
        let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|of| of.is_ascii_digit());
        let (whole, rest) = number.split_once(['.', ',']).unwrap_or((number, "0"));
        let is_short =
            is_digits(whole) && is_digits(rest) && power.strip_prefix('+').is_some_and(is_digits);
        is_short.then_some(written)
    }

    pub(crate) fn date(&self) -> Option<Date> {
        self.takes(shape::date)?;
        self.date_as(Wanted::Date)
    }

    fn date_as(&self, wanted: Wanted) -> Option<Date> {
        let text = match self.node {
            Node::Int(number) => number.to_string(),
            Node::Text(text) => text.clone(),
            // Not as `2018`: that would be a date.
            Node::Float(number) => format!("{number:?}"),
            _ => return self.wrong_type("date"),
        };
        self.read_date(&text, wanted)
    }

    /// A date out of a text that may hold more, such as both ends of a period.
    pub(crate) fn parse_date(&self, text: &str) -> Option<Date> {
        self.read_date(text, Wanted::Part)
    }

    fn read_date(&self, text: &str, wanted: Wanted) -> Option<Date> {
        match Date::parse(text) {
            Ok(date) => Some(date),
            Err(why) => {
                let reason = match (why, wanted) {
                    (DateError::Form, Wanted::Date) if fix_it::is_unknown(text) => "unknown",
                    (DateError::Form, Wanted::Year) => "year",
                    (DateError::Form, _) => "form",
                    _ => "unreal",
                };
                let fit = |date: Option<String>| {
                    date.and_then(|date| match wanted {
                        Wanted::Date => Some(date),
                        Wanted::Year => date.split('-').next().map(str::to_owned),
                        Wanted::Part => None,
                    })
                };
                self.fail(
                    self.report(Code::BadDate)
                        .with("value", text)
                        .with("reason", reason)
                        .nearest(fit(fix_it::possible_date(text)).into_iter().collect())
                        .replaced(fit(fix_it::date(text))),
                )
            }
        }
    }

    /// A year of four digits.
    pub(crate) fn year(&self) -> Option<i16> {
        self.takes(shape::year)?;
        match self.date_as(Wanted::Year)? {
            Date::Year(year) => Some(year),
            other => self.fail(
                self.report(Code::BadDate)
                    .with("value", other)
                    .with("reason", "year")
                    .replaced(Some(other.year().to_string())),
            ),
        }
    }

    /// A number of things, `at_least` or more.
    pub(crate) fn count(&self, at_least: u64) -> Option<u64> {
        self.takes(|| shape::count(at_least))?;
        match self.node {
            Node::Int(number) => match u64::try_from(*number) {
                Ok(number) if (at_least..=1_000_000_000_000).contains(&number) => Some(number),
                _ => self.fail(
                    self.report(Code::OutOfRange)
                        .with("value", number)
                        .with("least", at_least)
                        .with("most", "1 000 000 000 000"),
                ),
            },
            Node::Text(text) => match parse_amount(text) {
                Ok(Tenge(number)) if number <= 1_000_000_000_000 => Some(number as u64),
                _ => self.wrong_type("number"),
            },
            _ => self.wrong_type("number"),
        }
    }

    /// A sum of whole tenge, as the program writes it: zero, too, and more than one gift can be.
    pub(crate) fn total(&self) -> Option<Tenge> {
        self.takes(shape::total)?;
        match self.node {
            Node::Int(number) => match u64::try_from(*number) {
                Ok(number) if number <= MAX_TOTAL => Some(Tenge(number.into())),
                _ => self.fail(
                    self.report(Code::OutOfRange)
                        .with("value", number)
                        .with("least", 0)
                        .with("most", "1 000 000 000 000 000 000"),
                ),
            },
            _ => self.wrong_type("number"),
        }
    }

    /// Degrees within `-limit ..= limit`.
    pub(crate) fn degrees(&self, limit: f64) -> Option<f64> {
        self.takes(|| shape::degrees(limit))?;
        let degrees = match self.node {
            Node::Float(number) => *number,
            Node::Int(number) => *number as f64,
            _ => return self.wrong_type("number"),
        };
        if degrees.abs() <= limit {
            return Some(degrees);
        }
        self.fail(
            self.report(Code::OutOfRange)
                .with("value", degrees)
                .with("least", -limit)
                .with("most", limit),
        )
    }
}
