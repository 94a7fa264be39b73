//! Bar chart, horizontal: bars that lie under their names, each with its figure at its end.

use super::lines::wrap;
use super::{Caption, Pair, WIDTH, Words};
use super::{fill, hatch, largest, length, open_chart, short, tenth, write};
use crate::locale::Locale;
use crate::model::money::Amount;
use crate::source::text::html::escape;

/// What a name stands for.
#[derive(Debug, Clone)]
pub(crate) struct Bar {
    pub name: String,
    pub delivered: Amount,
    pub pledged: Amount,
}

/// More than this nobody reads as a drawing.
const MOST_BARS: usize = 30;

/// Letters of a name in a line.
const LETTERS: usize = 46;
const LINE: f64 = 17.0;
const BAR: f64 = 15.0;
const GAP: f64 = 10.0;

/// Draws the bars in the order given. Nothing if no amount is known, or if they are more than a drawing can show.
pub(crate) fn bars(
    locale: &Locale,
    words: &Words,
    caption: &Caption<'_>,
    bars: &[Bar],
) -> Option<String> {
    if bars.len() > MOST_BARS {
        return None;
    }
    let pair = |bar: &Bar| Pair {
        delivered: bar.delivered,
        pledged: bar.pledged,
    };
    let max = largest(bars.iter().map(pair))?;
    let label = |amount| short(locale, words, amount);
    let letters = bars
        .iter()
        .flat_map(|bar| pair(bar).shown())
        .map(|(_, amount)| label(amount).chars().count())
        .max()?;
    // A letter of the figures is some eight units wide.
    let most = (WIDTH - 12.0 - 8.0 * letters as f64).max(WIDTH / 4.0);
    let mut body = String::new();
    let mut told = Vec::new();
    let mut y = 0.0;
    for bar in bars {
        for line in wrap(&bar.name, LETTERS) {
            write(
                &mut body,
                format_args!("<text y=\"{}\">{}</text>\n", y + 13.0, escape(&line)),
            );
            y += LINE;
        }
        let mut figures = Vec::new();
        for (series, amount) in pair(bar).shown() {
            let figure = label(amount);
            let width = amount
                .known()
                .map(|amount| tenth(length(amount, max, most)));
            if let Some(width) = width {
                write(
                    &mut body,
                    format_args!(
                        "<rect class=\"{}\"{} x=\"1\" y=\"{}\" width=\"{width}\" height=\"{}\"/>",
                        series.class(),
                        fill(series, caption),
                        y + 1.0,
                        BAR - 2.0
                    ),
                );
            }
            write(
                &mut body,
                format_args!(
                    "<text class=\"figure\" x=\"{}\" y=\"{}\">{}</text>\n",
                    tenth(width.map_or(0.0, |width| width + 7.0)),
                    y + 12.0,
                    escape(&figure)
                ),
            );
            figures.push(format!("{} {figure}", series.word(words)));
            y += BAR + 2.0;
        }
        told.push(format!("{}: {}.", bar.name, figures.join(", ")));
        y += GAP;
    }
    let mut svg = String::new();
    open_chart(&mut svg, caption, y - GAP, &told.join(" "));
    if bars.iter().any(|bar| bar.pledged.known().is_some()) {
        hatch(&mut svg, caption);
    }
    svg.push_str(&body);
    svg.push_str("</svg>");
    Some(svg)
}
