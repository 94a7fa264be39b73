//! A map: an area for each region, shaded by a figure, each a link that says its name and figure. A map may hold
//! several figures: the first is seen, and the theme shows another when the reader chooses it.

use super::outline::{Outline, grid_size};
use super::scale::shade;
use super::{Caption, open_picture, tenth, write};
use crate::render::escape;

/// A region on the map.
#[derive(Debug, Clone)]
pub struct Area<'a> {
    pub outline: Outline<'a>,
    pub url: String,
    /// The whole name and its figures, for those who do not see the map.
    pub spoken: String,
    /// The name in lines that a tile has room for; two of them are shown.
    pub name: Vec<String>,
    /// One for each figure of the map.
    pub shown: Vec<Shown>,
}

/// A figure of a region.
#[derive(Debug, Clone)]
pub struct Shown {
    /// None: not known.
    pub value: Option<u128>,
    /// As it stands on the area.
    pub text: String,
}

/// What the classes of the shades begin with, for each figure that a map can hold.
pub const SHADES: [&str; 3] = ["shade", "second", "third"];

/// Units that a letter of a name takes.
const LETTER: f64 = 6.4;

/// Draws the regions in the order given: that is the order of the keyboard, too. `bounds` are those between the shades,
/// for each figure; `size` is that of the shapes, if there are any. Nothing if no region has a place.
pub fn map(
    caption: &Caption<'_>,
    bounds: &[Vec<u128>],
    areas: &[Area<'_>],
    size: Option<(f64, f64)>,
) -> Option<String> {
    let (width, height) = size_of(areas.iter().map(|area| &area.outline), size)?;
    let Caption { id, title } = caption;
    let (id, title) = (escape(id), escape(title));
    let mut svg = String::new();
    write(
        &mut svg,
        format_args!(
            "<svg class=\"map\" viewBox=\"0 0 {width} {height}\" role=\"group\" aria-labelledby=\"{id}-title\">\n\
             <title id=\"{id}-title\">{title}</title>\n"
        ),
    );
    let is_unknown = |area: &Area<'_>| area.shown.iter().any(|shown| shown.value.is_none());
    if areas.iter().any(is_unknown) {
        write(
            &mut svg,
            format_args!(
                "<pattern id=\"{id}-hatch\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
                 <path class=\"hatch-line\" d=\"M0 0V7\"/></pattern>\n"
            ),
        );
    }
    for area in areas {
        draw(area, bounds, &id, &mut svg);
    }
    svg.push_str("</svg>");
    Some(svg)
}

/// A small map that shows where one region lies among the others. Nothing if it has no place.
pub fn place(
    caption: &Caption<'_>,
    here: &Outline<'_>,
    others: &[Outline<'_>],
    size: Option<(f64, f64)>,
) -> Option<String> {
    if here.is_empty() {
        return None;
    }
    let (width, height) = size_of(others.iter().chain([here]), size)?;
    let mut svg = String::new();
    open_picture(&mut svg, "place", caption, (width, height));
    let land: String = others.iter().map(Outline::path).collect();
    write(
        &mut svg,
        format_args!(
            "<path class=\"land\" d=\"{land}\"/>\n<path class=\"here\" d=\"{}\"/>\n",
            here.path()
        ),
    );
    // What is too small to be found has a ring around it.
    if let Some(spot) = here.spot().filter(|spot| spot.room < SMALL) {
        write(
            &mut svg,
            format_args!(
                "<circle class=\"ring\" cx=\"{}\" cy=\"{}\" r=\"16\"/>\n",
                tenth(spot.x),
                tenth(spot.y)
            ),
        );
    }
    svg.push_str("</svg>");
    Some(svg)
}

/// A shape narrower than this cannot be found or hit.
const SMALL: f64 = 26.0;

fn size_of<'o, 'a: 'o>(
    outlines: impl Iterator<Item = &'o Outline<'a>>,
    size: Option<(f64, f64)>,
) -> Option<(f64, f64)> {
    let outlines: Vec<&Outline<'_>> = outlines.filter(|outline| !outline.is_empty()).collect();
    if outlines.is_empty() {
        return None;
    }
    let cells = outlines.iter().flat_map(|outline| match outline {
        Outline::Cells(cells) => cells.as_slice(),
        Outline::Shapes(_) => &[],
    });
    size.or_else(|| grid_size(cells))
}

fn draw(area: &Area<'_>, bounds: &[Vec<u128>], id: &str, svg: &mut String) {
    let Some(spot) = area.outline.spot() else {
        return;
    };
    let mut class = String::from("tile");
    for ((shown, bounds), shades) in area.shown.iter().zip(bounds).zip(SHADES) {
        match shown.value {
            None => write(&mut class, format_args!(" {shades}-u")),
            Some(value) => write(
                &mut class,
                format_args!(" {shades}-{}", shade(bounds, value)),
            ),
        }
    }
    let spoken = escape(&area.spoken);
    let path = area.outline.path();
    write(
        svg,
        format_args!(
            "<a class=\"{class}\" href=\"{}\" aria-label=\"{spoken}\"><title>{spoken}</title><path d=\"{path}\"/>",
            escape(&area.url),
        ),
    );
    let (x, y) = (tenth(spot.x), tenth(spot.y));
    let is_small = spot.room < SMALL;
    if is_small {
        write(
            svg,
            format_args!("<circle class=\"mark\" cx=\"{x}\" cy=\"{y}\" r=\"13\"/>"),
        );
    }
    if area.shown.iter().any(|shown| shown.value.is_none()) && !is_small {
        write(
            svg,
            format_args!("<path class=\"hatch\" fill=\"url(#{id}-hatch)\" d=\"{path}\"/>"),
        );
    }
    let letters = area.name.iter().map(|line| line.chars().count()).max();
    let name_fits = letters.is_some_and(|letters| letters as f64 * LETTER <= spot.room);
    let is_tile = matches!(area.outline, Outline::Cells(_));
    if is_tile || name_fits {
        name(&area.name, x, y - 33.0, svg);
    }
    let below = if is_tile || name_fits { 21.0 } else { 5.0 };
    if !is_small {
        for (place, shown) in area.shown.iter().enumerate() {
            let which = match area.shown.len() {
                1 => String::new(),
                _ => format!(" is-{}", place + 1),
            };
            write(
                svg,
                format_args!(
                    "<text class=\"figure{which}\" x=\"{x}\" y=\"{}\">{}</text>",
                    tenth(y + below),
                    escape(&shown.text)
                ),
            );
        }
    }
    svg.push_str("</a>\n");
}

/// Up to two lines above the figure.
fn name(lines: &[String], x: f64, y: f64, svg: &mut String) {
    let first = if lines.len() > 1 { 20.0 } else { 28.0 };
    write(svg, format_args!("<text y=\"{}\">", tenth(y + first)));
    for (place, line) in lines.iter().take(2).enumerate() {
        let down = if place > 0 { " dy=\"1.1em\"" } else { "" };
        write(
            svg,
            format_args!("<tspan x=\"{x}\"{down}>{}</tspan>", escape(line)),
        );
    }
    svg.push_str("</text>");
}
