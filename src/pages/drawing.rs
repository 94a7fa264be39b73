//! Drawings of figures: charts and maps for pages, and those that prose asks for, with their table behind them.

mod borders;
mod chart;
mod map;
mod names;
mod share;
mod table;

pub(super) use chart::charted;
pub(super) use map::{map_to_choose, mapped, place_of};
pub(super) use share::share;

use super::prose::write_to;
use super::view::{Text, View};
use crate::link::{Asked, MapFigure, ask};
use crate::model::lang::{Lang, TextIn};
use crate::model::prose::{Drawing, DrawingKind};
use crate::plan::address::Page;
use crate::plan::tables::{Table, axis_of, has_file};
use crate::source::text::html::escape;
use crate::totals::{Breakdown, breakdown, select};

/// The day whose borders a map of a year shows.
pub(super) fn borders_of(year: i16) -> Option<jiff::civil::Date> {
    borders::day_of(year)
}

/// The sums that a drawing shows.
pub(super) fn sums_of(view: &View<'_>, drawing: &Drawing, asked: &Asked) -> Breakdown {
    let contributions = select(view.portal, &asked.filter);
    breakdown(view.portal, contributions, axis_of(drawing, asked))
}

/// Where a drawing stands.
pub(super) struct Around {
    pub page: Page,
    /// The language of the text: the editor's caption is in it, all else is the reader's.
    pub lang: Lang,
    /// Tells the drawings of a text apart, counted from 1.
    pub number: u32,
}

/// Draws what was delivered along an axis. What cannot be drawn, as nothing is known of it, is a table.
pub(super) fn draw(view: &View<'_>, drawing: &Drawing, stands: &Around, html: &mut String) {
    let Ok(asked) = ask(view.portal, &drawing.query) else {
        return;
    };
    let (around, number) = (stands.lang, stands.number);
    let sums = sums_of(view, drawing, &asked);
    let table = view.breakdown(&sums);
    let caption = match drawing.caption.is_empty() {
        true => Text {
            text: view.word(&format!("total-by-{}", table.axis.word())).into(),
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
        DrawingKind::Map => {
            let wanted = map::Wanted {
                sums: &sums,
                figures: &[asked.figure.unwrap_or(MapFigure::Total)],
                day: asked.filter.year.and_then(borders::day_of),
            };
            map::map(view, &wanted, &id, &caption.text)
        }
    };
    let file = has_file(table.rows.len()).then(|| {
        let address = Table::Drawing(number).address(view.portal, stands.page, view.lang());
        view.url_of(&address)
    });
    let Some(drawn) = drawn else {
        table::table(view, &table, &caption, &own, html);
        write_file(view, file, html);
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
    html.push_str("</details>\n");
    write_file(view, file, html);
    html.push_str("</figure>\n");
}

/// The link to the rows of a table.
fn write_file(view: &View<'_>, file: Option<String>, html: &mut String) {
    if let Some(url) = file {
        write_to(
            html,
            format_args!(
                "<p class=\"behind\"><a href=\"{}\" download>{}</a></p>\n",
                escape(&url),
                escape(&view.word("table-csv"))
            ),
        );
    }
}

/// A line of a legend: a patch of a colour, and what it means.
fn swatch(html: &mut String, class: &str, text: &str) {
    write_to(
        html,
        format_args!(
            "<li><span class=\"swatch {class}\"></span>{}</li>",
            escape(text)
        ),
    );
}

/// The attribute that marks a foreign text.
fn mark(lang: Option<&str>) -> String {
    lang.map_or(String::new(), |lang| format!(" lang=\"{lang}\""))
}
