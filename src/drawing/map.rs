//! Choropleth map: an area for each region, shaded by a figure, each a link that says its name and figure.
//!
//! Regions are squares of a tile grid map, or shapes. A map may hold several figures: the first is seen, and the theme
//! shows another when the reader chooses it. A locator map shows where one region lies.

use super::outline::{Outline, Spot, grid_size};
use super::scale::shade;
use super::{Caption, open_picture, tenth, write};
use crate::source::text::html::escape;

/// A region on the map.
#[derive(Debug, Clone)]
pub(crate) struct Area<'a> {
    pub outline: Outline<'a>,
    pub url: String,
    /// The whole name and its figures, for those who do not see the map.
    pub spoken: String,
    /// The name in lines that a tile has room for; two of them are shown.
    pub name: Vec<String>,
    /// One for each figure of the map.
    pub shown: Vec<Shown>,
}

impl Area<'_> {
    fn is_tile(&self) -> bool {
        matches!(self.outline, Outline::Cells(_))
    }
}

/// A figure of a region.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    /// None: not known.
    pub value: Option<u128>,
    /// It is less than one, and more than nothing: it has the shade below the first bound.
    pub is_below_one: bool,
    /// As it stands on the area.
    pub text: String,
}

/// What the classes of the shades begin with, for each figure that a map can hold.
pub(crate) const SHADES: [&str; 3] = ["shade", "second", "third"];

/// Draws the regions in the order given: that is the order of the keyboard, too. `bounds` are those between the shades,
/// for each figure; `size` is that of the shapes, if there are any. Nothing if no region has an outline.
pub(crate) fn map(
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
    for area in areas.iter().filter(|area| !area.is_tile()) {
        label(area, bounds, &mut svg);
    }
    svg.push_str("</svg>");
    Some(svg)
}

/// A locator map: where one region lies among the others. Nothing if it has no outline.
pub(crate) fn place(
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
    if let Some(spot) = here.spot().filter(Spot::is_small) {
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

/// Draws a region: a link around its shape. The words of tiles stand in it; those of shapes come after all shapes, or a
/// neighbour would lie on them.
fn draw(area: &Area<'_>, bounds: &[Vec<u128>], id: &str, svg: &mut String) {
    let Some(spot) = area.outline.spot() else {
        return;
    };
    let spoken = escape(&area.spoken);
    let path = area.outline.path();
    write(
        svg,
        format_args!(
            "<a class=\"tile{}\" href=\"{}\"><title>{spoken}</title><path d=\"{path}\"/>",
            shades(area, bounds),
            escape(&area.url),
        ),
    );
    if spot.is_small() {
        let (x, y) = (tenth(spot.x), tenth(spot.y));
        write(
            svg,
            format_args!(
                "<circle class=\"dot\" cx=\"{x}\" cy=\"{y}\" r=\"7\"/><circle class=\"hit\" cx=\"{x}\" cy=\"{y}\" r=\"14\"/>"
            ),
        );
    } else if area.shown.iter().any(|shown| shown.value.is_none()) {
        write(
            svg,
            format_args!("<path class=\"hatch\" fill=\"url(#{id}-hatch)\" d=\"{path}\"/>"),
        );
    }
    if area.is_tile() {
        words(area, spot, svg);
    }
    svg.push_str("</a>\n");
}

/// The classes of a region's shades, each after a space.
fn shades(area: &Area<'_>, bounds: &[Vec<u128>]) -> String {
    let mut class = String::new();
    for ((shown, bounds), shades) in area.shown.iter().zip(bounds).zip(SHADES) {
        match shown.value {
            None => write(&mut class, format_args!(" {shades}-u")),
            Some(_) if shown.is_below_one => write(&mut class, format_args!(" {shades}-1")),
            Some(value) => write(
                &mut class,
                format_args!(" {shades}-{}", shade(bounds, value)),
            ),
        }
    }
    class
}

/// The words of a shape, for the eye alone: its link says them.
fn label(area: &Area<'_>, bounds: &[Vec<u128>], svg: &mut String) {
    if let Some(spot) = area.outline.spot().filter(|spot| !spot.is_small()) {
        write(
            svg,
            format_args!(
                "<g class=\"tile label{}\" aria-hidden=\"true\">",
                shades(area, bounds)
            ),
        );
        words(area, spot, svg);
        svg.push_str("</g>\n");
    }
}

/// Units that a letter of a name takes, its line, and the line of a figure.
const LETTER: f64 = 6.0;
const LINE: f64 = 12.0;
/// A line of so many letters is pressed into the width of its tile, whatever the reader's letters are like.
const LONG: usize = 9;
const TILE: f64 = 55.0;
const FIGURE: f64 = 17.0;

/// The name and the figures, as far as there is room: the figure is more than the name.
fn words(area: &Area<'_>, spot: Spot, svg: &mut String) {
    let lines = &area.name[..area.name.len().min(2)];
    let letters = lines.iter().map(|line| line.chars().count()).max();
    let (wide, high) = spot.room;
    let names = lines.len() as f64 * LINE;
    let fits = area.is_tile()
        || letters.is_some_and(|letters| letters as f64 * LETTER <= wide) && names + FIGURE <= high;
    let (x, names) = (tenth(spot.x), if fits { names } else { 0.0 });
    let top = spot.y - (names + FIGURE) / 2.0;
    if fits {
        write(svg, format_args!("<text y=\"{}\">", tenth(top + 9.0)));
        for (place, line) in lines.iter().enumerate() {
            let down = if place > 0 { " dy=\"12\"" } else { "" };
            let pressed = match area.is_tile() && line.chars().count() >= LONG {
                true => format!(" textLength=\"{TILE}\" lengthAdjust=\"spacingAndGlyphs\""),
                false => String::new(),
            };
            write(
                svg,
                format_args!("<tspan x=\"{x}\"{down}{pressed}>{}</tspan>", escape(line)),
            );
        }
        svg.push_str("</text>");
    }
    for (place, shown) in area.shown.iter().enumerate() {
        let which = match area.shown.len() {
            1 => String::new(),
            _ => format!(" is-{}", place + 1),
        };
        write(
            svg,
            format_args!(
                "<text class=\"figure{which}\" x=\"{x}\" y=\"{}\">{}</text>",
                tenth(top + names + 14.0),
                escape(&shown.text)
            ),
        );
    }
}
