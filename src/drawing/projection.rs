//! Map projection (equidistant conic) and line simplification (Visvalingam): rings in degrees to shapes of a flat map.
//!
//! Takes rings of positions on the globe, gives shapes with no more points than can be seen. The standard parallels are
//! 43° and 53° N, which suits a country that is wide and lies there (Snyder, Map Projections, 1987, § 16). Points are
//! left out by Visvalingam's measure: those whose triangle with their neighbours is the smallest.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};
use std::fmt::Write;
use std::ops::Range;

use crate::model::id::Id;
use crate::model::outline::{Outlines, Shape};
use crate::source::SourceId;

/// Rings, each of longitudes and latitudes in degrees.
pub(crate) type Polygons = Vec<Vec<(f64, f64)>>;

/// Width of the map in its own units: that of the tiles of today, so that words have the same size.
const WIDTH: f64 = 396.0;
const MARGIN: f64 = 3.0;
/// A triangle of less than this, in square units, is not seen.
const LEAST: f64 = 0.6;
const PARALLELS: (f64, f64) = (43.0, 53.0);

type Point = (f64, f64);

/// Projects the shapes of all regions onto one map; nothing if there are none, or if all of them are one point.
pub(crate) fn sheet(
    source: SourceId,
    regions: BTreeMap<Id, (Polygons, Range<usize>)>,
) -> Option<Outlines> {
    let degrees = || {
        regions
            .values()
            .flat_map(|(rings, _)| rings.iter().flatten())
    };
    let (west, east) = bounds(degrees().map(|point| point.0))?;
    let meridian = (west + east) / 2.0;
    let projected: Vec<(Id, Vec<Vec<Point>>, Range<usize>)> = regions
        .into_iter()
        .map(|(id, (rings, range))| {
            let project = |ring: Vec<Point>| -> Vec<Point> {
                let points = ring.into_iter();
                points.map(|point| conic(point, meridian)).collect()
            };
            (id, rings.into_iter().map(project).collect(), range)
        })
        .collect();
    let points = || {
        projected
            .iter()
            .flat_map(|(_, rings, _)| rings.iter().flatten())
    };
    let (left, right) = bounds(points().map(|point| point.0))?;
    let (top, bottom) = bounds(points().map(|point| point.1))?;
    let scale = (WIDTH - 2.0 * MARGIN) / (right - left);
    if !scale.is_finite() {
        return None;
    }
    let place = |(x, y): Point| ((x - left) * scale + MARGIN, (y - top) * scale + MARGIN);
    let shapes = projected.into_iter().filter_map(|(id, rings, range)| {
        let rings = rings
            .into_iter()
            .map(|ring| ring.into_iter().map(place).collect());
        Some((id, shape(rings.collect(), range)?))
    });
    Some(Outlines {
        source,
        is_whole: true,
        width: WIDTH,
        height: ((bottom - top) * scale + 2.0 * MARGIN).ceil(),
        shapes: shapes.collect(),
    })
}

fn bounds(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.fold(None, |bounds, value| match bounds {
        None => Some((value, value)),
        Some((least, most)) => Some((f64::min(least, value), f64::max(most, value))),
    })
}

/// The equidistant conic projection of a position, in radians, y downwards.
fn conic((longitude, latitude): Point, meridian: f64) -> Point {
    let (first, second) = (PARALLELS.0.to_radians(), PARALLELS.1.to_radians());
    let n = (first.cos() - second.cos()) / (second - first);
    let radius = first.cos() / n + first - latitude.to_radians();
    let angle = n * (longitude - meridian).to_radians();
    (radius * angle.sin(), radius * angle.cos())
}

/// The shape of one region. Islands that nobody sees are left out, but the largest ring stays, however small.
fn shape(rings: Vec<Vec<Point>>, range: Range<usize>) -> Option<Shape> {
    let mut rings: Vec<Vec<Point>> = rings
        .into_iter()
        .map(|mut ring| {
            if ring.len() > 1 && ring.first() == ring.last() {
                ring.pop();
            }
            ring
        })
        .collect();
    rings.sort_by(|a, b| area(b).abs().total_cmp(&area(a).abs()));
    let mut path = String::new();
    let mut largest = Vec::new();
    for (place, ring) in rings.iter().enumerate() {
        let is_seen = area(ring).abs() >= 4.0 * LEAST;
        if place > 0 && !is_seen {
            break;
        }
        let ring = simplified(ring);
        draw(&ring, &mut path);
        if place == 0 {
            largest = ring;
        }
    }
    let (middle, room) = middle(&largest)?;
    Some(Shape {
        path,
        middle,
        room,
        range,
    })
}

/// Twice the area with its sign, halved: positive if the ring goes one way round.
fn area(ring: &[Point]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    let twice: f64 = ring
        .iter()
        .zip(next)
        .map(|(a, b)| a.0 * b.1 - b.0 * a.1)
        .sum();
    twice / 2.0
}

fn triangle(a: Point, b: Point, c: Point) -> f64 {
    ((b.0 - a.0) * (c.1 - a.1) - (c.0 - a.0) * (b.1 - a.1)).abs() / 2.0
}

/// Line simplification: the ring without points that nobody would miss; three of them stay.
fn simplified(ring: &[Point]) -> Vec<Point> {
    let count = ring.len();
    let mut before: Vec<usize> = (0..count).map(|at| (at + count - 1) % count).collect();
    let mut after: Vec<usize> = (0..count).map(|at| (at + 1) % count).collect();
    let mut gone = vec![false; count];
    let size = |at: usize, before: &[usize], after: &[usize]| {
        triangle(ring[before[at]], ring[at], ring[after[at]])
    };
    // Sizes as whole numbers can be put in order; the index makes the order the same everywhere.
    let key = |size: f64| (size * 1e6) as u64;
    let mut sizes: Vec<u64> = (0..count)
        .map(|at| key(size(at, &before, &after)))
        .collect();
    let mut queue: BinaryHeap<Reverse<(u64, usize)>> =
        (0..count).map(|at| Reverse((sizes[at], at))).collect();
    let mut left = count;
    while let Some(Reverse((smallest, at))) = queue.pop() {
        if left <= 3 || smallest >= key(LEAST) {
            break;
        }
        if gone[at] || smallest != sizes[at] {
            continue;
        }
        gone[at] = true;
        left -= 1;
        let (one, other) = (before[at], after[at]);
        after[one] = other;
        before[other] = one;
        for neighbour in [one, other] {
            // Never smaller than the one that went, or a whole coast would go point by point.
            sizes[neighbour] = key(size(neighbour, &before, &after)).max(smallest);
            queue.push(Reverse((sizes[neighbour], neighbour)));
        }
    }
    let kept = ring.iter().zip(gone).filter(|(_, gone)| !gone);
    kept.map(|(point, _)| *point).collect()
}

/// Writes a ring in tenths of a unit, each point from the one before.
fn draw(ring: &[Point], path: &mut String) {
    let tenths = |value: f64| (value * 10.0).round() as i64;
    let mut last = None;
    for &(x, y) in ring {
        let point = (tenths(x), tenths(y));
        match last {
            None => {
                let _ = write!(path, "M{} {}", shown(point.0), shown(point.1));
            }
            Some(last) if last == point => continue,
            Some((x, y)) => {
                let _ = write!(path, "l{} {}", shown(point.0 - x), shown(point.1 - y));
            }
        }
        last = Some(point);
    }
    path.push('z');
}

/// Tenths as a decimal number.
fn shown(tenths: i64) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    match (tenths.abs() / 10, tenths.abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (0, part) => format!("{sign}.{part}"),
        (whole, part) => format!("{sign}{whole}.{part}"),
    }
}

/// The middle of the widest level stretch inside a ring, of some levels between its top and bottom; how wide it is, and
/// how high the ring is there.
fn middle(ring: &[Point]) -> Option<(Point, (f64, f64))> {
    let (top, bottom) = bounds(ring.iter().map(|point| point.1))?;
    const LEVELS: usize = 15;
    let levels = (1..LEVELS).map(|level| top + (bottom - top) * level as f64 / LEVELS as f64);
    let rated = levels.filter_map(|y| {
        let widest = stretches(ring.iter().copied(), y)
            .into_iter()
            .max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))?;
        // Words near the top or the bottom leave the shape: the nearer to the middle, the better.
        let off = ((y - (top + bottom) / 2.0) / (bottom - top)).abs();
        Some(((widest.1 - widest.0) * (1.0 - off), y, widest))
    });
    let Some((_, y, (left, right))) = rated.max_by(|a, b| a.0.total_cmp(&b.0)) else {
        // What is flat has no inside.
        return ring.first().map(|&point| (point, (0.0, 0.0)));
    };
    let x = (left + right) / 2.0;
    let turned = ring.iter().map(|&(x, y)| (y, x));
    let upright = stretches(turned, x)
        .into_iter()
        .find(|(above, below)| (*above..=*below).contains(&y));
    // Words stand in the middle of the stretch, if they are still inside.
    let (above, below) = upright.unwrap_or((y, y));
    Some(((x, (above + below) / 2.0), (right - left, below - above)))
}

/// The stretches of a level that lie inside a ring.
fn stretches(ring: impl Iterator<Item = Point> + Clone, y: f64) -> Vec<(f64, f64)> {
    let next = ring.clone().skip(1).chain(ring.clone().take(1));
    let mut crossings: Vec<f64> = ring
        .zip(next)
        .filter(|(a, b)| (a.1 <= y) != (b.1 <= y))
        .map(|(a, b)| a.0 + (y - a.1) / (b.1 - a.1) * (b.0 - a.0))
        .collect();
    crossings.sort_by(f64::total_cmp);
    crossings
        .chunks_exact(2)
        .map(|pair| (pair[0], pair[1]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_that_nobody_misses_are_left_out() {
        let square = [
            (0.0, 0.0),
            (50.0, 0.01),
            (100.0, 0.0),
            (100.0, 100.0),
            (0.0, 100.0),
        ];
        assert_eq!(simplified(&square).len(), 4);
        // A wave of a thousand small points on one side of a square.
        let mut ring: Vec<Point> = (0..1000)
            .map(|n| (n as f64 / 10.0, if n % 2 == 0 { 0.0 } else { 0.3 }))
            .collect();
        ring.extend([(100.0, 100.0), (0.0, 100.0)]);
        let kept = simplified(&ring);
        assert!((4..100).contains(&kept.len()), "{}", kept.len());
        assert!((area(&kept).abs() - 10_000.0).abs() < 60.0);
    }

    #[test]
    fn however_small_three_points_stay() {
        assert_eq!(
            simplified(&[(0.0, 0.0), (0.1, 0.0), (0.1, 0.1), (0.0, 0.1)]).len(),
            3
        );
    }

    #[test]
    fn paths_are_short() {
        let mut path = String::new();
        draw(
            &[(0.0, 0.0), (10.04, 0.51), (10.0, 0.5), (-3.0, 8.0)],
            &mut path,
        );
        assert_eq!(path, "M0 0l10 .5l-13 7.5z");
    }

    #[test]
    fn the_middle_is_inside() {
        let letter_u = [
            (0.0, 0.0),
            (10.0, 0.0),
            (10.0, 40.0),
            (30.0, 40.0),
            (30.0, 0.0),
            (40.0, 0.0),
            (40.0, 60.0),
            (0.0, 60.0),
        ];
        let ((x, y), room) = middle(&letter_u).unwrap();
        assert_eq!((x, y, room), (20.0, 50.0, (40.0, 20.0)));
    }

    #[test]
    fn north_is_up_and_east_is_right() {
        let (at, north, east) = ((67.0, 48.0), (67.0, 52.0), (70.0, 48.0));
        let [at, north, east] = [at, north, east].map(|point| conic(point, 67.0));
        assert!(north.1 < at.1 && east.0 > at.0);
        // A degree to the north is as long as a degree of a meridian; one to the east is shorter by the cosine.
        let (up, side) = ((at.1 - north.1) / 4.0, (east.0 - at.0) / 3.0);
        assert!((up - 1_f64.to_radians()).abs() < 1e-9);
        assert!((side / up - 48_f64.to_radians().cos()).abs() < 0.01);
    }
}
