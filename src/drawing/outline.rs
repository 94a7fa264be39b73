//! Region outlines: squares of a tile grid map as one polygon, or a shape that is given, and where its label goes.
//!
//! Takes cells or shapes; gives the data of an SVG path and the position of a name in it.

use std::collections::BTreeSet;

use super::{tenth, write};
use crate::model::outline::Shape;

/// From one cell to the next.
pub(crate) const PITCH: f64 = 66.0;
/// The theme draws an edge of some four units around a shape.
const INSET: f64 = 3.5;

/// Column and row of a square of the grid.
pub(crate) type Cell = (u8, u8);

/// What a region is drawn as.
#[derive(Debug, Clone)]
pub(crate) enum Outline<'a> {
    /// Cells side by side are one shape.
    Cells(Vec<Cell>),
    /// A region and those that were parts of it.
    Shapes(Vec<&'a Shape>),
}

/// Where the words of a region stand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spot {
    pub x: f64,
    pub y: f64,
    /// How wide and how high the words may be together.
    pub room: (f64, f64),
}

/// A shape narrower or lower than this cannot be found or hit.
const SMALL: f64 = 22.0;

impl Spot {
    pub(crate) fn is_small(&self) -> bool {
        self.room.0.min(self.room.1) < SMALL
    }
}

impl Outline<'_> {
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Outline::Cells(cells) => cells.is_empty(),
            Outline::Shapes(shapes) => shapes.is_empty(),
        }
    }

    /// The data of its path.
    pub(crate) fn path(&self) -> String {
        match self {
            Outline::Cells(cells) => union(cells),
            Outline::Shapes(shapes) => shapes.iter().map(|shape| shape.path.as_str()).collect(),
        }
    }

    /// Where its words stand: in the middle of cells in a row, else in the first cell; or in the roomiest shape.
    pub(crate) fn spot(&self) -> Option<Spot> {
        match self {
            Outline::Cells(cells) => middle(cells),
            Outline::Shapes(shapes) => shapes
                .iter()
                .max_by(|a, b| a.room.0.total_cmp(&b.room.0))
                .map(|shape| Spot {
                    x: shape.middle.0,
                    y: shape.middle.1,
                    room: shape.room,
                }),
        }
    }
}

/// The middle of cells that fill a square or a strip; of others, that of the first.
fn middle(cells: &[Cell]) -> Option<Spot> {
    let &(column, row) = cells.first()?;
    let columns = (
        cells.iter().map(|cell| cell.0).min()?,
        cells.iter().map(|cell| cell.0).max()?,
    );
    let rows = (
        cells.iter().map(|cell| cell.1).min()?,
        cells.iter().map(|cell| cell.1).max()?,
    );
    let count = |(least, most): (u8, u8)| usize::from(most - least) + 1;
    let (left, right, top, bottom) = match count(columns) * count(rows) == cells.len() {
        true => (columns.0, columns.1, rows.0, rows.1),
        false => (column, column, row, row),
    };
    let half = |least: u8, most: u8| (f64::from(least) + f64::from(most) + 1.0) * PITCH / 2.0;
    Some(Spot {
        x: half(left, right),
        y: half(top, bottom),
        room: (
            (f64::from(right - left) + 1.0) * PITCH - 2.0 * INSET,
            (f64::from(bottom - top) + 1.0) * PITCH - 2.0 * INSET,
        ),
    })
}

/// The width and height that a grid with these cells needs; none without cells.
pub(crate) fn grid_size<'a>(cells: impl Iterator<Item = &'a Cell> + Clone) -> Option<(f64, f64)> {
    let columns = f64::from(cells.clone().map(|cell| cell.0).max()?) + 1.0;
    let rows = f64::from(cells.map(|cell| cell.1).max()?) + 1.0;
    Some((columns * PITCH, rows * PITCH))
}

/// A way along the edge of cells: right, down, left or up, with the inside at its right hand.
type Heading = (i16, i16);

/// A piece of the edge: where it starts, and its way.
type Piece = ((i16, i16), Heading);

/// The outline of the squares together, without the lines between them: around each island and each hole, a little
/// inside of the grid's lines.
fn union(cells: &[Cell]) -> String {
    let cells: BTreeSet<(i16, i16)> = cells
        .iter()
        .map(|&(column, row)| (column.into(), row.into()))
        .collect();
    let mut pieces: BTreeSet<Piece> = BTreeSet::new();
    for &(x, y) in &cells {
        let sides = [
            ((x, y - 1), ((x, y), (1, 0))),
            ((x + 1, y), ((x + 1, y), (0, 1))),
            ((x, y + 1), ((x + 1, y + 1), (-1, 0))),
            ((x - 1, y), ((x, y + 1), (0, -1))),
        ];
        let outer = sides.iter().filter(|(beside, _)| !cells.contains(beside));
        pieces.extend(outer.map(|(_, piece)| *piece));
    }
    let mut path = String::new();
    while let Some(first) = pieces.pop_first() {
        corners(&walk(first, &mut pieces), &mut path);
    }
    path
}

/// Follows the edge from a first piece until it closes; takes its pieces away.
fn walk(first: Piece, pieces: &mut BTreeSet<Piece>) -> Vec<Piece> {
    let mut round = vec![first];
    let (mut at, mut heading) = first;
    loop {
        at = (at.0 + heading.0, at.1 + heading.1);
        // Where two cells touch at a corner only, the turn to the right stays with the cell.
        let (right, left) = ((-heading.1, heading.0), (heading.1, -heading.0));
        let next = [right, heading, left].map(|turn| (at, turn));
        let Some(piece) = next.into_iter().find(|piece| pieces.remove(piece)) else {
            return round;
        };
        heading = piece.1;
        round.push(piece);
    }
}

/// Writes the corners of a round, each by its way from the one before; straight pieces are one line.
fn corners(round: &[Piece], path: &mut String) {
    let before = |place: usize| round[(place + round.len() - 1) % round.len()].1;
    let mut corner: Option<(f64, f64)> = None;
    for (place, &((x, y), heading)) in round.iter().enumerate() {
        let came = before(place);
        if came == heading {
            continue;
        }
        // To the right of the way lies the inside.
        let inside = |heading: Heading| (-heading.1, heading.0);
        let (a, b) = (inside(came), inside(heading));
        let shift = |grid: i16, by: i16| tenth(f64::from(grid) * PITCH + f64::from(by) * INSET);
        let (x, y) = (shift(x, a.0 + b.0), shift(y, a.1 + b.1));
        match (corner, came) {
            (None, _) => write(path, format_args!("M{x} {y}")),
            (Some((_, last)), (0, _)) => write(path, format_args!("v{}", tenth(y - last))),
            (Some((last, _)), _) => write(path, format_args!("h{}", tenth(x - last))),
        }
        corner = Some((x, y));
    }
    path.push('z');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_cell_is_a_square() {
        assert_eq!(union(&[(0, 0)]), "M3.5 3.5h59v59h-59z");
        assert_eq!(union(&[(1, 2)]), "M69.5 135.5h59v59h-59z");
    }

    #[test]
    fn cells_side_by_side_have_no_line_between_them() {
        assert_eq!(union(&[(0, 0), (1, 0)]), "M3.5 3.5h125v59h-125z");
        assert_eq!(union(&[(2, 4), (2, 3)]), "M135.5 201.5h59v125h-59z");
        // Four of them have no hole in their middle.
        assert_eq!(
            union(&[(0, 0), (1, 0), (0, 1), (1, 1)]),
            "M3.5 3.5h125v125h-125z"
        );
    }

    #[test]
    fn words_stand_in_the_middle_or_in_the_first_cell() {
        let place = |cells: &[Cell]| middle(cells).map(|spot| (spot.x, spot.y));
        assert_eq!(place(&[(1, 2)]), Some((99.0, 165.0)));
        assert_eq!(place(&[(5, 3), (4, 3)]), Some((330.0, 231.0)));
        assert_eq!(place(&[(0, 0), (0, 1), (1, 1)]), Some((33.0, 33.0)));
        assert_eq!(place(&[(0, 0), (255, 255)]), Some((33.0, 33.0)));
        assert_eq!(place(&[]), None);
    }

    #[test]
    fn corners_turn_both_ways() {
        assert_eq!(
            union(&[(0, 0), (0, 1), (1, 1)]),
            "M3.5 3.5h59v66h66v59h-125z"
        );
    }

    #[test]
    fn cells_apart_are_shapes_of_their_own() {
        let corner = "M3.5 3.5h59v59h-59zM69.5 69.5h59v59h-59z";
        assert_eq!(union(&[(0, 0), (1, 1)]), corner);
        assert_eq!(union(&[(0, 0), (0, 0)]), "M3.5 3.5h59v59h-59z");
        assert_eq!(union(&[]), "");
    }

    #[test]
    fn a_hole_has_an_outline() {
        let ring: Vec<Cell> = (0..3)
            .flat_map(|x| (0..3).map(move |y| (x, y)))
            .filter(|&cell| cell != (1, 1))
            .collect();
        let path = union(&ring);
        assert_eq!(path.matches('M').count(), 2, "{path}");
        assert!(path.contains("h191v191h-191z"), "{path}");
    }
}
