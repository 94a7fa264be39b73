//! Partial dates, as exact as their source gives them: a day, a month or a year.

use std::cmp::Ordering;
use std::fmt;

use jiff::civil;

/// A date of the Gregorian calendar, as exact as its source gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Date {
    Year(i16),
    /// A year and a month, 1 to 12.
    Month(i16, i8),
    Day(civil::Date),
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateError {
    /// Not `YYYY`, `YYYY-MM` or `YYYY-MM-DD` in plain digits.
    Form,
    /// Of the right form, but no such month or day exists.
    Unreal,
}

impl Date {
    /// Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    ///
    /// # Errors
    /// The form is another, or there is no such day.
    pub(crate) fn parse(text: &str) -> Result<Date, DateError> {
        let digits = |part: &str, length: usize| {
            let right = part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
            right
                .then(|| part.parse::<i16>().ok())
                .flatten()
                .ok_or(DateError::Form)
        };
        let mut parts = text.split('-');
        let year = digits(parts.next().unwrap_or(""), 4)?;
        let month = parts.next().map(|part| digits(part, 2)).transpose()?;
        let day = parts.next().map(|part| digits(part, 2)).transpose()?;
        if parts.next().is_some() {
            return Err(DateError::Form);
        }
        if year == 0 {
            return Err(DateError::Unreal);
        }
        match (month, day) {
            (None, _) => Ok(Date::Year(year)),
            (Some(month), None) if (1..=12).contains(&month) => Ok(Date::Month(year, month as i8)),
            (Some(month), Some(day)) => civil::Date::new(year, month as i8, day as i8)
                .map(Date::Day)
                .map_err(|_| DateError::Unreal),
            _ => Err(DateError::Unreal),
        }
    }

    pub(crate) fn year(self) -> i16 {
        match self {
            Date::Year(year) | Date::Month(year, _) => year,
            Date::Day(day) => day.year(),
        }
    }

    /// The first day that the date can mean: `2018` gives 2018-01-01.
    pub(crate) fn earliest(self) -> civil::Date {
        match self {
            Date::Year(year) => civil::Date::constant(year, 1, 1),
            Date::Month(year, month) => civil::Date::constant(year, month, 1),
            Date::Day(day) => day,
        }
    }

    /// The last day that the date can mean: `2018` gives 2018-12-31.
    pub(crate) fn latest(self) -> civil::Date {
        match self {
            Date::Year(year) => civil::Date::constant(year, 12, 31),
            Date::Month(..) => self.earliest().last_of_month(),
            Date::Day(day) => day,
        }
    }

    fn key(self) -> (i16, i8, i8) {
        match self {
            Date::Year(year) => (year, 0, 0),
            Date::Month(year, month) => (year, month, 0),
            Date::Day(day) => (day.year(), day.month(), day.day()),
        }
    }
}

/// By time; a date that is known less exactly stands before all that it may mean.
impl Ord for Date {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// As it is written in content and in `<time datetime>`: `2018`, `2018-03`, `2018-03-01`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Date::Year(year) => write!(f, "{year:04}"),
            Date::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Date::Day(day) => write!(f, "{day}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_exact_as_they_are_known() {
        for text in ["2018", "2018-03", "2018-06-19", "2020-02-29"] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(
            Date::parse("2018-02").unwrap().latest(),
            civil::date(2018, 2, 28)
        );
        assert!(Date::parse("2018").unwrap() < Date::parse("2018-01").unwrap());
    }

    #[test]
    fn everything_else_is_no_date() {
        for text in [
            "",
            "18",
            "2018-3",
            "2018/03/01",
            "01.03.2018",
            "2018-03-01T00:00",
            "-2018",
            "+2018",
            "2018-",
            "٢٠١٨",
        ] {
            assert_eq!(Date::parse(text), Err(DateError::Form), "{text}");
        }
        for text in ["2018-13", "2018-00", "2018-02-29", "2018-04-31", "0000"] {
            assert_eq!(Date::parse(text), Err(DateError::Unreal), "{text}");
        }
    }
}
