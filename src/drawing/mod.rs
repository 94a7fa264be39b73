//! Charts and maps as SVG: column chart, bar chart, strip of shares, choropleth map of tiles or shapes.
//!
//! Takes plain values and a language's formats; gives an SVG element that a page can hold: escaped, without styles of
//! its own (colours come from the theme by class), without a script. Must not know records, addresses or themes.

pub(crate) mod bars;
pub(crate) mod columns;
pub(crate) mod lines;
pub(crate) mod map;
pub(crate) mod outline;
pub(crate) mod projection;
pub(crate) mod scale;
pub(crate) mod strip;

use std::fmt::{Arguments, Write};

use crate::locale::Locale;
use crate::model::money::{Amount, Tenge};
use crate::source::text::html::escape;

/// Width of a chart in its own units: so narrow that its letters can still be read on a phone.
const WIDTH: f64 = 400.0;

/// What a drawing is called, for those who do not see it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Caption<'a> {
    /// Unique on the page.
    pub id: &'a str,
    pub title: &'a str,
}

/// The words of charts, in the reader's language.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    pub delivered: String,
    pub pledged: String,
    pub not_stated: String,
}

/// What is drawn for one name or year: what was delivered, and apart from it what was pledged.
#[derive(Debug, Clone, Copy)]
struct Pair {
    delivered: Amount,
    pledged: Amount,
}

impl Pair {
    /// The sums on record with their classes, in the order in which they are drawn.
    fn shown(self) -> impl Iterator<Item = (Series, Amount)> {
        [
            (Series::Delivered, self.delivered),
            (Series::Pledged, self.pledged),
        ]
        .into_iter()
        .filter(|(_, amount)| *amount != Amount::Nothing)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Series {
    Delivered,
    Pledged,
}

impl Series {
    fn class(self) -> &'static str {
        match self {
            Series::Delivered => "delivered",
            Series::Pledged => "pledged",
        }
    }

    fn word(self, words: &Words) -> &str {
        match self {
            Series::Delivered => &words.delivered,
            Series::Pledged => &words.pledged,
        }
    }
}

/// The largest amount of all; none if no amount is known, or all are zero: then there is nothing to draw.
fn largest(pairs: impl Iterator<Item = Pair>) -> Option<Tenge> {
    pairs
        .flat_map(Pair::shown)
        .filter_map(|(_, amount)| amount.known())
        .max()
        .filter(|&max| max > Tenge::ZERO)
}

/// The text of an amount beside its bar.
fn short(locale: &Locale, words: &Words, amount: Amount) -> String {
    amount.known().map_or_else(
        || words.not_stated.clone(),
        |amount| locale.money_short(amount),
    )
}

/// Opens a chart: one picture for those who do not see it, with its figures in words.
fn open_chart(svg: &mut String, caption: &Caption<'_>, height: f64, told: &str) {
    let Caption { id, title } = caption;
    let (id, title) = (escape(id), escape(title));
    write(
        svg,
        format_args!(
            "<svg class=\"chart\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\">\n\
             <title id=\"{id}-title\">{title}</title>\n<desc id=\"{id}-desc\">{}</desc>\n",
            escape(told)
        ),
    );
}

/// The hatching of what is pledged, told apart on paper and without colours too: the theme draws its lines.
fn hatch(svg: &mut String, caption: &Caption<'_>) {
    write(
        svg,
        format_args!(
            "<pattern id=\"{}-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <path class=\"hatch-line\" d=\"M0 0V6\"/></pattern>\n",
            escape(caption.id)
        ),
    );
}

/// The attribute of a bar that is hatched.
fn fill(series: Series, caption: &Caption<'_>) -> String {
    match series {
        Series::Delivered => String::new(),
        Series::Pledged => format!(" fill=\"url(#{}-hatch)\"", escape(caption.id)),
    }
}

/// Opens a picture that is one thing for those who do not see it: its title says all.
fn open_picture(svg: &mut String, class: &str, caption: &Caption<'_>, size: (f64, f64)) {
    let Caption { id, title } = caption;
    let (id, title, (width, height)) = (escape(id), escape(title), size);
    write(
        svg,
        format_args!(
            "<svg class=\"{class}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{id}-title\">\n\
             <title id=\"{id}-title\">{title}</title>\n"
        ),
    );
}

/// How long a bar is, of `most` units for the amount `whole`; what is not zero can be seen.
fn length(amount: Tenge, whole: Tenge, most: f64) -> f64 {
    let length = amount.0 as f64 / whole.0 as f64 * most;
    if amount > Tenge::ZERO {
        length.max(1.5)
    } else {
        0.0
    }
}

/// A length or a position to a tenth of a unit: nobody sees more, and pages stay light.
fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// Writing into a string does not fail.
fn write(svg: &mut String, text: Arguments<'_>) {
    let _ = svg.write_fmt(text);
}

#[cfg(test)]
mod tests;
