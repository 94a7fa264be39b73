//! Column chart (vertical bar chart) by year: delivered and pledged side by side, never stacked.

use super::scale::ticks;
use super::{Caption, Pair, Series, WIDTH, Words};
use super::{fill, hatch, largest, length, open_chart, short, tenth, write};
use crate::locale::{Locale, MoneyUnit};
use crate::model::money::{Amount, Tenge};
use crate::source::text::html::escape;

/// What was given in a year.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    pub year: i16,
    pub delivered: Amount,
    pub pledged: Amount,
}

/// More years than this do not fit side by side.
const MOST_YEARS: i16 = 40;

const LEFT: f64 = 44.0;
const RIGHT: f64 = 4.0;
/// Above the plot stand the unit of the axis and the label of the highest column.
const TOP: f64 = 40.0;
const PLOT: f64 = 150.0;
const HEIGHT: f64 = TOP + PLOT + 24.0;
const WIDEST_BAR: f64 = 44.0;
/// What the label of a year takes.
const YEAR: f64 = 38.0;
/// Half of what the label of an amount takes.
const HALF_LABEL: f64 = 48.0;

/// Draws the years from the first to the last, those without a record too. Nothing if no amount is known, or if they
/// are more than can be told apart.
pub(crate) fn columns(
    locale: &Locale,
    words: &Words,
    caption: &Caption<'_>,
    columns: &[Column],
) -> Option<String> {
    let pair = |column: &Column| Pair {
        delivered: column.delivered,
        pledged: column.pledged,
    };
    let max = largest(columns.iter().map(pair))?;
    let first = columns.iter().map(|column| column.year).min()?;
    let last = columns.iter().map(|column| column.year).max()?;
    if last.checked_sub(first)? >= MOST_YEARS {
        return None;
    }
    let mut svg = String::new();
    open_chart(&mut svg, caption, HEIGHT, &told(locale, words, columns));
    if columns
        .iter()
        .any(|column| column.pledged.known().is_some())
    {
        hatch(&mut svg, caption);
    }
    let ticks = ticks(max.0);
    let top = Tenge(*ticks.last()?);
    // All that is written is in the unit of the highest column.
    let unit = locale.money_unit(max);
    draw_axis(locale, &ticks, &unit, &mut svg);
    let years = f64::from(last - first) + 1.0;
    let slot = (WIDTH - LEFT - RIGHT) / years;
    let place = |year: i16| LEFT + slot * f64::from(year - first);
    let both = columns
        .iter()
        .any(|column| pair(column).shown().count() > 1);
    let plot = Plot {
        locale,
        words,
        caption,
        slot,
        top,
        max,
        unit: &unit,
        both,
        all_labelled: slot >= if both { 4.0 } else { 2.0 } * HALF_LABEL,
    };
    let (mut labels, mut bars) = (String::new(), String::new());
    for column in columns {
        plot.draw(column, place(column.year), &mut labels, &mut bars);
    }
    // The ground around a label hides lines of the axis, and no bar.
    svg.push_str(&labels);
    svg.push_str(&bars);
    let every = (YEAR / slot).ceil().max(1.0) as i16;
    for year in (first..=last).filter(|year| (last - year) % every == 0) {
        let x = tenth(place(year) + slot / 2.0);
        let y = TOP + PLOT + 17.0;
        write(
            &mut svg,
            format_args!("<text class=\"middle\" x=\"{x}\" y=\"{y}\">{year}</text>\n"),
        );
    }
    svg.push_str("</svg>");
    Some(svg)
}

/// The figures as a sentence for each year.
fn told(locale: &Locale, words: &Words, columns: &[Column]) -> String {
    let mut sentences = Vec::new();
    for column in columns {
        let pair = Pair {
            delivered: column.delivered,
            pledged: column.pledged,
        };
        let figures: Vec<String> = pair
            .shown()
            .map(|(series, amount)| {
                format!("{} {}", series.word(words), short(locale, words, amount))
            })
            .collect();
        sentences.push(format!("{}: {}.", column.year, figures.join(", ")));
    }
    sentences.join(" ")
}

/// Lines at round amounts, their numbers, and the unit that these are in.
fn draw_axis(locale: &Locale, ticks: &[u128], unit: &MoneyUnit, svg: &mut String) {
    let top = ticks.last().copied().unwrap_or(1);
    let (numbers, lines) = (LEFT - 6.0, WIDTH - RIGHT);
    write(
        svg,
        format_args!(
            "<text class=\"tick\" y=\"13\">{}</text>\n",
            escape(unit.name())
        ),
    );
    for &tick in ticks {
        let y = tenth(TOP + PLOT - tick as f64 / top as f64 * PLOT);
        let number = locale.money_in(Tenge(tick), unit);
        write(
            svg,
            format_args!(
                "<path class=\"grid\" d=\"M{LEFT} {y}H{lines}\"/><text class=\"tick end\" x=\"{numbers}\" y=\"{}\">{number}</text>\n",
                tenth(y + 4.0)
            ),
        );
    }
}

/// What the columns of one chart have in common.
struct Plot<'a> {
    locale: &'a Locale,
    words: &'a Words,
    caption: &'a Caption<'a>,
    /// Width of a year.
    slot: f64,
    /// Amount at the upper end of the axis.
    top: Tenge,
    max: Tenge,
    /// That of the axis.
    unit: &'a MoneyUnit,
    /// Some year has two columns.
    both: bool,
    /// There is room for a label at each column.
    all_labelled: bool,
}

impl Plot<'_> {
    fn draw(&self, column: &Column, x: f64, labels: &mut String, svg: &mut String) {
        let pair = Pair {
            delivered: column.delivered,
            pledged: column.pledged,
        };
        let room = self.slot * 0.84 / if self.both { 2.0 } else { 1.0 };
        let width = room.min(WIDEST_BAR);
        let beside = pair.shown().count() > 1;
        for (series, amount) in pair.shown() {
            let middle = x
                + self.slot / 2.0
                + match (beside, series) {
                    (false, _) => 0.0,
                    (true, Series::Delivered) => -room / 2.0,
                    (true, Series::Pledged) => room / 2.0,
                };
            let figure = short(self.locale, self.words, amount);
            // What a column is without a word: what was delivered.
            let word = match (series, amount.known()) {
                (Series::Delivered, Some(_)) => String::new(),
                _ => format!("{} ", series.word(self.words)),
            };
            let tip = format!("{}: {word}{figure}", column.year);
            let tip = escape(&tip);
            let class = series.class();
            let Some(amount) = amount.known() else {
                write(
                    svg,
                    format_args!(
                        "<text class=\"middle\" x=\"{}\" y=\"{}\">?<title>{tip}</title></text>\n",
                        tenth(middle),
                        TOP + PLOT - 4.0
                    ),
                );
                continue;
            };
            let height = tenth(length(amount, self.top, PLOT));
            let y = tenth(TOP + PLOT - height);
            write(
                svg,
                format_args!(
                    "<rect class=\"{class}\"{} x=\"{}\" y=\"{y}\" width=\"{}\" height=\"{height}\"><title>{tip}</title></rect>\n",
                    fill(series, self.caption),
                    tenth(middle - width / 2.0),
                    tenth((width - 1.0).max(1.0))
                ),
            );
            if self.all_labelled || (amount == self.max && labels.is_empty()) {
                let figure = match self.all_labelled {
                    true => self.locale.money_in(amount, self.unit),
                    false => figure,
                };
                let x = middle.clamp(LEFT + HALF_LABEL, WIDTH - HALF_LABEL);
                write(
                    labels,
                    format_args!(
                        "<text class=\"middle figure\" x=\"{}\" y=\"{}\">{}</text>\n",
                        tenth(x),
                        tenth(y - 6.0),
                        escape(&figure)
                    ),
                );
            }
        }
    }
}
