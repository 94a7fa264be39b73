//! Query parsing: `?region=almaty-region&year=2017`, in a link or a drawing, to a filter over contributions.
//!
//! Takes keys and values, and the portal that they name records of; gives a filter with its axis and figure, or what is
//! wrong. Adds nothing up.

use crate::model::axis::Axis;
use crate::model::filter::Filter;
use crate::model::links::{Asking, Drawn, MapFigure, Resolved};
use crate::model::portal::Portal;
use crate::model::prose::{DrawingKind, Query};

/// A query that is understood.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Asked {
    pub filter: Filter,
    /// The axis of a chart or table.
    pub by: Option<Axis>,
    /// What a map is shaded by.
    pub figure: Option<MapFigure>,
}

/// What a sum or a drawing asks for; dangling if it is not understood.
pub(super) fn resolve(portal: &Portal, asking: &Asking) -> Resolved {
    let Ok(Asked { filter, by, figure }) = ask(portal, &asking.query) else {
        return Resolved::Dangling;
    };
    // Each of these keys is of one kind of drawing alone.
    let is_chart = matches!(asking.drawn, Some(DrawingKind::Chart | DrawingKind::Table));
    if by.is_some() && !is_chart || figure.is_some() && asking.drawn != Some(DrawingKind::Map) {
        return Resolved::Dangling;
    }
    let axis = match asking.drawn {
        None => return Resolved::Total(filter),
        Some(DrawingKind::Map) => Some(Axis::Region),
        Some(DrawingKind::Chart | DrawingKind::Table) => by,
    };
    let figure = figure.unwrap_or(MapFigure::Total);
    let drawn = |axis| Drawn {
        filter,
        axis,
        figure,
    };
    axis.map_or(Resolved::Dangling, |axis| Resolved::Drawing(drawn(axis)))
}

/// What is wrong with a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum BadQuery {
    /// A key that is not known.
    Key(String),
    /// A key that stands twice.
    Twice(String),
    /// A value that is not known, with the kind of record that it should name, or `year`, `axis` or `figure`.
    Value { key: &'static str, value: String },
    /// A district without its region.
    DistrictWithoutRegion,
    /// A patron who must not be named.
    Anonymous(String),
}

/// The keys of a sum; a chart or table also has `by`, a map `figure`.
pub(super) const KEYS: [&str; 7] = [
    "region",
    "district",
    "direction",
    "object",
    "year",
    "patron",
    "from",
];

/// The axes along which a drawing can go.
pub(super) const AXES: [(&str, Axis); 7] = [
    ("year", Axis::Year),
    ("region", Axis::Region),
    ("direction", Axis::Direction),
    ("object", Axis::Object),
    ("district", Axis::District),
    ("patron", Axis::Patron),
    ("from", Axis::From),
];

/// Understands a query.
///
/// # Errors
/// Names the first key or value that is not understood.
pub(super) fn ask(portal: &Portal, query: &Query) -> Result<Asked, BadQuery> {
    let mut asked = Asked {
        filter: Filter::default(),
        by: None,
        figure: None,
    };
    let mut district = None;
    for (place, (key, value)) in query.0.iter().enumerate() {
        if query.0[..place].iter().any(|(earlier, _)| earlier == key) {
            return Err(BadQuery::Twice(key.clone()));
        }
        let unknown = |key: &'static str| BadQuery::Value {
            key,
            value: value.clone(),
        };
        let filter = &mut asked.filter;
        match key.as_str() {
            "region" => {
                filter.region = Some(
                    portal
                        .regions
                        .find(value)
                        .ok_or_else(|| unknown("region"))?,
                )
            }
            "from" => {
                filter.from = Some(
                    portal
                        .regions
                        .find(value)
                        .ok_or_else(|| unknown("region"))?,
                )
            }
            "district" => district = Some(value),
            "direction" => {
                filter.direction = Some(
                    portal
                        .directions
                        .find(value)
                        .ok_or_else(|| unknown("direction"))?,
                )
            }
            "object" => {
                filter.object = Some(
                    portal
                        .objects
                        .find(value)
                        .ok_or_else(|| unknown("object"))?,
                )
            }
            "patron" => {
                let patron = portal
                    .patrons
                    .find(value)
                    .ok_or_else(|| unknown("patron"))?;
                if portal.patrons[patron].is_anonymous() {
                    return Err(BadQuery::Anonymous(value.clone()));
                }
                filter.patron = Some(patron);
            }
            "year" => {
                let year = (value.len() == 4).then(|| value.parse().ok()).flatten();
                filter.year = Some(year.ok_or_else(|| unknown("year"))?);
            }
            "by" => {
                let axis = AXES
                    .iter()
                    .find(|(word, _)| word == value)
                    .map(|(_, axis)| *axis);
                asked.by = Some(axis.ok_or_else(|| unknown("axis"))?);
            }
            "figure" => {
                let figure = MapFigure::ALL
                    .into_iter()
                    .find(|figure| figure.word() == value);
                asked.figure = Some(figure.ok_or_else(|| unknown("figure"))?);
            }
            _ => return Err(BadQuery::Key(key.clone())),
        }
    }
    if let Some(value) = district {
        let region = asked.filter.region.ok_or(BadQuery::DistrictWithoutRegion)?;
        let unknown = || BadQuery::Value {
            key: "district",
            value: value.clone(),
        };
        let found = portal.regions[region]
            .find_district(value)
            .ok_or_else(unknown)?;
        asked.filter.district = Some((region, found));
    }
    Ok(asked)
}
