//! Strip of shares, a stacked bar: what each part has of a whole, one of them marked and labelled.

use super::{Caption, WIDTH, open_picture, tenth, write};
use crate::model::money::Tenge;
use crate::source::text::html::escape;

/// A part of the whole.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    pub amount: Tenge,
    /// The part that the strip is about.
    pub is_marked: bool,
}

const BAND: f64 = 26.0;
/// Above the band stands the label.
const TOP: f64 = 22.0;
/// Below it, the ends of the scale.
const BOTTOM: f64 = 18.0;
/// What a letter of the label takes.
const LETTER: f64 = 9.4;

/// Draws the parts in the order given. `label` says the share in words, `whole` what all of it is. Nothing if the whole
/// is zero, or no part is marked.
pub(crate) fn strip(
    caption: &Caption<'_>,
    label: &str,
    whole: &str,
    parts: &[Part],
) -> Option<String> {
    let sum: Tenge = parts.iter().map(|part| part.amount).sum();
    if sum == Tenge::ZERO || !parts.iter().any(|part| part.is_marked) {
        return None;
    }
    let mut svg = String::new();
    open_picture(
        &mut svg,
        "chart strip",
        caption,
        (WIDTH, TOP + BAND + BOTTOM),
    );
    let mut before = Tenge::ZERO;
    let place = |amount: Tenge| tenth(1.0 + amount.0 as f64 / sum.0 as f64 * (WIDTH - 2.0));
    let (mut marked, mut others) = (None, String::new());
    for part in parts
        .iter()
        .filter(|part| part.amount > Tenge::ZERO || part.is_marked)
    {
        let (from, to) = (place(before), place(before + part.amount));
        before += part.amount;
        if part.is_marked {
            // What is not zero can be seen.
            let least = if part.amount > Tenge::ZERO { 2.0 } else { 0.0 };
            marked = Some((from, tenth((to - from).max(least))));
        } else {
            write(
                &mut others,
                format_args!("M{from} {TOP}H{to}V{}H{from}z", TOP + BAND),
            );
        }
    }
    let (from, width) = marked?;
    write(
        &mut svg,
        format_args!(
            "<path class=\"part\" d=\"{others}\"/>\n<rect class=\"delivered\" x=\"{from}\" y=\"{}\" width=\"{width}\" height=\"{}\"/>\n",
            TOP - 3.0,
            BAND + 6.0
        ),
    );
    let half = (label.chars().count() as f64 * LETTER / 2.0).min(WIDTH / 2.0);
    let middle = (from + width / 2.0).clamp(half, WIDTH - half);
    write(
        &mut svg,
        format_args!(
            "<text class=\"middle figure\" x=\"{}\" y=\"13\">{}</text>\n<text class=\"tick end\" x=\"{WIDTH}\" y=\"{}\">{}</text>\n</svg>",
            tenth(middle),
            escape(label),
            TOP + BAND + 15.0,
            escape(whole)
        ),
    );
    Some(svg)
}
