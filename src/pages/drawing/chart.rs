//! Bar charts of sums: years as columns, all else as horizontal bars.

use crate::drawing::bars::{Bar, bars};
use crate::drawing::columns::{Column, columns};
use crate::drawing::{Caption, Words};
use crate::model::axis::{Axis, Key};
use crate::pages::breakdown::{BreakdownPiece, RowPiece};
use crate::pages::drawing_piece::{DrawingPiece, Legend, Swatch};
use crate::pages::message_ids::MessageId;
use crate::pages::view::View;

/// The same table of sums with its chart, if there is something to draw.
pub(crate) fn charted<'a>(view: &View<'a>, mut piece: BreakdownPiece<'a>) -> BreakdownPiece<'a> {
    let axis = piece.axis.word();
    let id = format!("chart-by-{axis}");
    let title = view.word(MessageId::total_by(piece.axis));
    // A single bar says nothing that its figure does not.
    if piece.rows.len() > 1 {
        piece.drawing = chart(view, &piece, &id, &title);
    }
    piece
}

/// The chart of a table of sums, and what its colours mean. `id` is unique on the page.
pub(super) fn chart<'a>(
    view: &View<'a>,
    piece: &BreakdownPiece<'_>,
    id: &str,
    title: &str,
) -> Option<DrawingPiece<'a>> {
    let words = Words {
        delivered: view.word(MessageId::TotalDelivered),
        pledged: view.word(MessageId::TotalPledged),
        not_stated: view.word(MessageId::AmountNotStated),
    };
    let locale = &view.language.locale;
    let caption = Caption { id, title };
    let svg = if piece.axis == Axis::Year {
        let years: Vec<Column> = piece.rows.iter().filter_map(column).collect();
        columns(locale, &words, &caption, &years)
    } else {
        let rows: Vec<Bar> = piece.rows.iter().map(|row| bar(view, row)).collect();
        bars(locale, &words, &caption, &rows)
    }?;
    let swatch = |class: &str, text| Swatch {
        class: class.to_owned(),
        text,
    };
    let mut swatches = vec![swatch("delivered", words.delivered)];
    if piece.has_pledged {
        swatches.push(swatch("pledged", words.pledged));
    }
    Some(DrawingPiece {
        id: id.to_owned(),
        svg,
        legends: vec![Legend {
            title: None,
            figure: None,
            unit: None,
            swatches,
        }],
        off_the_map: Vec::new(),
    })
}

fn column(row: &RowPiece<'_>) -> Option<Column> {
    match row.key {
        Key::Year(year) => Some(Column {
            year,
            delivered: row.sums.delivered.amount,
            pledged: row.sums.pledged.amount,
        }),
        _ => None,
    }
}

fn bar(view: &View<'_>, row: &RowPiece<'_>) -> Bar {
    Bar {
        name: view.name_of(row).into_owned(),
        delivered: row.sums.delivered.amount,
        pledged: row.sums.pledged.amount,
    }
}
