//! A map of tiles: one for each region, shaded by a figure, each a link that says its name and figure.

use super::scale::shade;
use super::{Caption, tenth, write};
use crate::render::escape;

/// A region on the map.
#[derive(Debug, Clone)]
pub struct Tile<'a> {
    /// Column and row of each of its cells; cells side by side are drawn as one shape.
    pub cells: &'a [(u8, u8)],
    pub url: String,
    /// The whole name and figure, for those who do not see the map.
    pub spoken: String,
    /// The name in lines that a tile has room for; two of them are shown.
    pub name: Vec<String>,
    /// None: not known.
    pub value: Option<u128>,
    /// The figure as it stands on the tile.
    pub figure: String,
}

/// From one cell to the next.
const PITCH: f64 = 66.0;
/// The theme draws an edge of some four units around a shape.
const INSET: f64 = 4.0;
const SIDE: f64 = PITCH - 2.0 * INSET;

/// Draws the regions that have a tile, in the order given: that is the order of the keyboard, too. `bounds` are those
/// between the shades. Nothing if no region has a tile.
pub fn map(caption: &Caption<'_>, bounds: &[u128], tiles: &[Tile<'_>]) -> Option<String> {
    let cells = || tiles.iter().flat_map(|tile| tile.cells);
    let columns = f64::from(cells().map(|cell| cell.0).max()?) + 1.0;
    let rows = f64::from(cells().map(|cell| cell.1).max()?) + 1.0;
    let mut svg = String::new();
    let Caption { id, title } = caption;
    let (id, title) = (escape(id), escape(title));
    write(
        &mut svg,
        format_args!(
            "<svg class=\"map\" viewBox=\"0 0 {} {}\" role=\"group\" aria-labelledby=\"{id}-title\">\n\
             <title id=\"{id}-title\">{title}</title>\n",
            columns * PITCH,
            rows * PITCH
        ),
    );
    for tile in tiles {
        draw(tile, bounds, &mut svg);
    }
    svg.push_str("</svg>");
    Some(svg)
}

fn draw(tile: &Tile<'_>, bounds: &[u128], svg: &mut String) {
    let Some(&(column, row)) = tile.cells.first() else {
        return;
    };
    let class = tile.value.map_or("unknown".to_owned(), |value| {
        format!("shade-{}", shade(bounds, value))
    });
    let spoken = escape(&tile.spoken);
    write(
        svg,
        format_args!(
            "<a class=\"tile {class}\" href=\"{}\"><title>{spoken}</title><path d=\"{}\"/>",
            escape(&tile.url),
            shape(tile.cells)
        ),
    );
    let (x, y) = (
        f64::from(column) * PITCH + PITCH / 2.0,
        f64::from(row) * PITCH,
    );
    name(&tile.name, x, y, svg);
    write(
        svg,
        format_args!(
            "<text class=\"figure\" x=\"{x}\" y=\"{}\">{}</text></a>\n",
            y + 54.0,
            escape(&tile.figure)
        ),
    );
}

/// Up to two lines above the figure.
fn name(lines: &[String], x: f64, y: f64, svg: &mut String) {
    let first = if lines.len() > 1 { 20.0 } else { 28.0 };
    write(svg, format_args!("<text y=\"{}\">", y + first));
    for (place, line) in lines.iter().take(2).enumerate() {
        let down = if place > 0 { " dy=\"1.15em\"" } else { "" };
        write(
            svg,
            format_args!("<tspan x=\"{x}\"{down}>{}</tspan>", escape(line)),
        );
    }
    svg.push_str("</text>");
}

/// The squares of all cells, and what lies between those side by side.
fn shape(cells: &[(u8, u8)]) -> String {
    let mut path = String::new();
    for &(column, row) in cells {
        let (x, y) = (
            f64::from(column) * PITCH + INSET,
            f64::from(row) * PITCH + INSET,
        );
        let joins = |to: Option<(u8, u8)>| to.is_some_and(|to| cells.contains(&to));
        let right = joins(column.checked_add(1).map(|column| (column, row)));
        let below = joins(row.checked_add(1).map(|row| (column, row)));
        let reach = |joined: bool| tenth(if joined { PITCH + 1.0 } else { SIDE });
        // Two strokes: a region may turn a corner.
        write(
            &mut path,
            format_args!("M{x} {y}h{}v{SIDE}H{x}z", reach(right)),
        );
        if below {
            write(
                &mut path,
                format_args!("M{x} {y}h{SIDE}v{}H{x}z", reach(true)),
            );
        }
    }
    path
}
