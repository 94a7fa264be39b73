//! Data visualisation: charts and maps for pages, and those that prose asks for, with the data table behind them.

mod borders;
mod chart;
mod map;
mod names;
mod share;

pub(super) use chart::charted;
pub(super) use map::{map_to_choose, mapped, place_of};
pub(super) use share::share;

use serde::Serialize;

use super::breakdown::BreakdownPiece;
use super::message_ids::MessageId;
use super::newest;
use super::view::{Text, View};
use crate::model::axis::Axis;
use crate::model::index::ContributionId;
use crate::model::lang::{Lang, TextIn};
use crate::model::links::{Drawn, MapFigure};
use crate::model::prose::{Drawing, DrawingKind};
use crate::plan::conditions::Condition;
use crate::plan::tables::Table;
use crate::plan::{Listed, Page, Summed};
use crate::totals::{breakdown, select, sum};

/// The day whose borders a map of a year shows.
pub(super) fn borders_of(year: i16) -> Option<jiff::civil::Date> {
    borders::day_of(year)
}

/// Where a drawing stands.
pub(super) struct Around {
    pub page: Page,
    /// The language of the text: the editor's caption is in it, all else is the reader's.
    pub lang: Lang,
    /// The number of the drawing in its text, counted from 1.
    pub number: u32,
}

/// A drawing in a text: a chart or a map with its table behind it, or the table alone.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct DrawingInText<'a> {
    /// The language of all but the caption, if it is not that of the text around it.
    lang: Option<&'static str>,
    caption: Text<'a>,
    table: BreakdownPiece<'a>,
    /// The address of the same chart among the page's own, which is then not drawn again.
    same: Option<String>,
    /// The latest contribution in it.
    as_of: Option<String>,
}

/// Draws what was delivered along an axis. What cannot be drawn, as nothing is known of it, is a table.
pub(super) fn draw<'a>(
    view: &View<'a>,
    (drawing, shows): (&'a Drawing, &Drawn),
    stands: &Around,
) -> DrawingInText<'a> {
    let (around, number) = (stands.lang, stands.number);
    let contributions: Vec<_> = select(view.portal, view.totals, shows.filter).collect();
    let as_of = newest::of_contributions(view.portal, &contributions);
    let sums = breakdown(view.portal, contributions.iter().copied(), shows.axis);
    let mut table = view.breakdown(&sums, &sum(view.portal, contributions.iter().copied()));
    let filter = Condition::of_filter(&shows.filter);
    table.whole_rows = match filter[..] {
        [] => view.list_url(Listed::Of(Summed::Campaign)),
        _ => view.behind(&filter, &sum(view.portal, contributions.iter().copied())),
    };
    for row in &mut table.rows {
        let own = Condition::of_row(view.portal, row.key);
        let asked: Vec<Condition> = filter.iter().cloned().chain([own]).collect();
        row.rows = view.behind(&asked, sums.get(row.key));
    }
    if drawing.kind == DrawingKind::Map && shows.figure == MapFigure::PerResident {
        table = table.with_residents(view);
    }
    let caption = match drawing.caption.is_empty() {
        true => Text {
            text: view.word(MessageId::total_by(table.axis)).into(),
            lang: None,
        },
        false => view.text_in(TextIn {
            lang: around,
            text: &drawing.caption,
        }),
    };
    let id = format!("drawing-{number}");
    let same = match drawing.kind {
        DrawingKind::Chart => same_on_page(view, stands.page, shows.axis, &contributions),
        DrawingKind::Table | DrawingKind::Map => None,
    };
    table.drawing = match drawing.kind {
        _ if same.is_some() => None,
        DrawingKind::Table => None,
        DrawingKind::Chart => chart::chart(view, &table, &id, &caption.text),
        DrawingKind::Map => {
            let wanted = map::Wanted {
                sums: &sums,
                figures: &[shows.figure],
                day: shows.filter.year.and_then(borders::day_of),
                all: false,
            };
            map::map(view, &wanted, &id, &caption.text)
        }
    };
    table.csv = view.file_url(stands.page, Table::Drawing(number), table.rows.len());
    DrawingInText {
        lang: (around != view.lang()).then(|| view.lang().code()),
        caption,
        table,
        same,
        as_of: as_of.map(|date| date.to_string()),
    }
}

/// Where a page draws the same by itself: its own chart along this axis, of just these contributions.
fn same_on_page(
    view: &View<'_>,
    page: Page,
    axis: Axis,
    contributions: &[ContributionId],
) -> Option<String> {
    let summed = page.summed().filter(|of| of.axes().contains(&axis))?;
    // Some pages show sums and no chart of them.
    let has_charts = matches!(
        summed,
        Summed::Region(_) | Summed::Patron(_) if axis != Axis::District
    );
    let mut own: Vec<ContributionId> = summed.sums(view.totals).contributions().collect();
    own.sort_unstable();
    let rows = || breakdown(view.portal, own.iter().copied(), axis).rows.len();
    (has_charts && own == contributions && rows() > 1).then(|| format!("#by-{}", axis.word()))
}
