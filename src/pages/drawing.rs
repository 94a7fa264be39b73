//! Drawings of figures: charts and maps for pages, and those that prose asks for, with their table behind them.

mod chart;
mod map;
mod names;
mod table;

pub use chart::charted;
pub use map::{Figure, mapped, maps};

use super::prose::write_to;
use super::view::{Text, View};
use crate::link::ask;
use crate::model::lang::{Lang, TextIn};
use crate::model::prose::{Drawing, DrawingKind};
use crate::render::escape;
use crate::totals::{Axis, breakdown, select};

/// Draws what was delivered along an axis; a map goes by region. `number` tells the drawings of a text apart. What
/// cannot be drawn, as nothing is known of it, is a table. `around` is the language of the text that it stands in: the
/// editor's caption is in it, all else is the reader's.
pub fn draw(view: &View<'_>, drawing: &Drawing, number: usize, around: Lang, html: &mut String) {
    let Ok(asked) = ask(view.portal, &drawing.query) else {
        return;
    };
    let axis = match drawing.kind {
        DrawingKind::Map => Axis::Region,
        _ => asked.by.unwrap_or(Axis::Year),
    };
    let sums = breakdown(view.portal, select(view.portal, &asked.filter), axis);
    let table = view.breakdown(&sums);
    let caption = match drawing.caption.is_empty() {
        true => Text {
            text: view.word(&format!("total-by-{}", axis.word())).into(),
            lang: None,
        },
        false => view.text_in(TextIn {
            lang: around,
            text: &drawing.caption,
        }),
    };
    let own = mark((around != view.lang()).then(|| view.lang().code()));
    let id = format!("drawing-{number}");
    let drawn = match drawing.kind {
        DrawingKind::Table => None,
        DrawingKind::Chart => chart::chart(view, &table, &id, &caption.text),
        DrawingKind::Map => map::map(view, &sums, Figure::Delivered, &id, &caption.text),
    };
    let Some(drawn) = drawn else {
        table::table(view, &table, &caption, &own, html);
        return;
    };
    write_to(
        html,
        format_args!(
            "<figure class=\"drawn\"{own}>\n<figcaption{}>{}</figcaption>\n{drawn}<details><summary>{}</summary>\n",
            mark(caption.lang),
            escape(&caption.text),
            escape(&view.word("drawing-table"))
        ),
    );
    table::table(view, &table, &caption, &own, html);
    html.push_str("</details>\n</figure>\n");
}

/// The attribute that marks a foreign text.
fn mark(lang: Option<&str>) -> String {
    lang.map_or(String::new(), |lang| format!(" lang=\"{lang}\""))
}
