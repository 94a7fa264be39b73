//! A cell of a table of open data: a typed value, before any format.

use std::borrow::Cow;

use crate::model::date::Date;
use crate::model::money::Tenge;

/// What stands in a row under a column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell<'a> {
    /// Unknown, or there is nothing that it could say.
    Empty,
    /// A text, an id, a word of an enumeration, an address.
    Text(Cow<'a, str>),
    /// A number, a year, or an amount of whole tenge.
    Integer(u128),
    /// Degrees of a place.
    Decimal(f64),
    /// As exact as it is known.
    Date(Date),
    Boolean(bool),
}

impl<'a> Cell<'a> {
    /// A text, if there is one.
    pub(crate) fn text(text: Option<impl Into<Cow<'a, str>>>) -> Cell<'a> {
        text.map_or(Cell::Empty, |text| Cell::Text(text.into()))
    }

    /// A number, if it is known.
    pub(crate) fn integer(number: Option<impl Into<u128>>) -> Cell<'a> {
        number.map_or(Cell::Empty, |number| Cell::Integer(number.into()))
    }

    /// How many there are.
    pub(crate) fn count(number: usize) -> Cell<'a> {
        Cell::Integer(number as u128)
    }

    /// An amount, if it is known.
    pub(crate) fn amount(amount: Option<Tenge>) -> Cell<'a> {
        Cell::integer(amount.map(|amount| amount.0))
    }

    /// A date, if it is known.
    pub(crate) fn date(date: Option<Date>) -> Cell<'a> {
        date.map_or(Cell::Empty, Cell::Date)
    }
}
