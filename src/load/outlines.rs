//! GeoJSON parsing: a FeatureCollection of regions to the outlines of a map.
//!
//! Takes the text (RFC 7946), whose features say with `id` which region they are; gives projected shapes, on a map as
//! wide as the tile grid map, and everything wrong at its place. Knows nothing of which regions there are.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{self, Deserializer, IgnoredAny, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::fields::ReadContext;
use crate::diagnostic::{At, Code, Diagnostic};
use crate::drawing::projection::{Polygons, sheet};
use crate::model::id::Id;
use crate::model::outline::Outlines;
use crate::source::offset;

#[derive(Deserialize)]
struct Collection<'a> {
    #[serde(rename = "type", borrow)]
    kind: Cow<'a, str>,
    #[serde(borrow, default)]
    features: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct Feature<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    #[serde(borrow, default)]
    properties: Option<Properties<'a>>,
    #[serde(borrow, default)]
    geometry: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Properties<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Geometry<'a> {
    #[serde(rename = "type", borrow)]
    kind: Cow<'a, str>,
    #[serde(borrow, default)]
    coordinates: Option<&'a RawValue>,
}

/// Longitude and latitude in degrees; a height is passed over.
struct Position(f64, f64);

/// The message of the error of a position that is not on the globe.
const OFF_GLOBE: &str = "off the globe";

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Numbers;
        impl<'de> Visitor<'de> for Numbers {
            type Value = Position;

            fn expecting(&self, form: &mut fmt::Formatter<'_>) -> fmt::Result {
                form.write_str("a position")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut numbers: A) -> Result<Position, A::Error> {
                let missing = || de::Error::custom("a position");
                let longitude: f64 = numbers.next_element()?.ok_or_else(missing)?;
                let latitude: f64 = numbers.next_element()?.ok_or_else(missing)?;
                if !(-180.0..=180.0).contains(&longitude) || !(-90.0..=90.0).contains(&latitude) {
                    return Err(de::Error::custom(OFF_GLOBE));
                }
                while numbers.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Position(longitude, latitude))
            }
        }
        deserializer.deserialize_seq(Numbers)
    }
}

/// Reads the outlines; nothing if no shape of them can be drawn.
pub(crate) fn outlines(text: &str, reading: &ReadContext) -> Option<Outlines> {
    let reader = Reader { text, reading };
    let collection: Collection<'_> = reader.parse(text, "not-a-collection")?;
    if collection.kind != "FeatureCollection" {
        reader.bad_form(text, "not-a-collection");
        return None;
    }
    let mut regions: BTreeMap<Id, (Polygons, std::ops::Range<usize>)> = BTreeMap::new();
    let count = collection.features.len();
    for feature in collection.features {
        let Some((id, polygons)) = reader.feature(feature) else {
            continue;
        };
        let range = reader.range(feature.get());
        if let Some((_, first)) = regions.get(&id) {
            let at = At::span(reading.source, range);
            reading.report(
                Diagnostic::new(Code::DuplicateId, at)
                    .with("id", &id)
                    .with("kind", "region")
                    .also(At::span(reading.source, first.clone())),
            );
            continue;
        }
        regions.insert(id, (polygons, range));
    }
    let is_whole = regions.len() == count;
    let sheet = sheet(reading.source, regions);
    if sheet.is_none() && is_whole {
        reader.bad_form(text, "no-polygon");
    }
    sheet.map(|sheet| Outlines { is_whole, ..sheet })
}

struct Reader<'a> {
    text: &'a str,
    reading: &'a ReadContext,
}

impl<'a> Reader<'a> {
    /// Where a part of the text stands in it.
    fn range(&self, part: &str) -> std::ops::Range<usize> {
        let start = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        start..start + part.len()
    }

    /// Only its beginning: a feature is long.
    fn head(&self, part: &str) -> At {
        let start = self.range(part).start;
        let first = part.lines().next().unwrap_or("").len().min(60);
        At::span(self.reading.source, start..start + first)
    }

    fn bad_form(&self, part: &str, reason: &str) {
        self.reading
            .report(Diagnostic::new(Code::OutlineForm, self.head(part)).with("reason", reason));
    }

    /// Parses a part of the text. `reason` says what it is not, if it is JSON of another form.
    fn parse<T: Deserialize<'a>>(&self, part: &'a str, reason: &str) -> Option<T> {
        let error = match serde_json::from_str(part) {
            Ok(value) => return Some(value),
            Err(error) => error,
        };
        let start = self.range(part).start;
        let at = start + byte(part, error.line(), error.column());
        let at = At::span(self.reading.source, at..at);
        self.reading
            .report(if error.to_string().starts_with(OFF_GLOBE) {
                Diagnostic::new(Code::OutlineRange, at)
            } else if error.is_data() {
                Diagnostic::new(Code::OutlineForm, at).with("reason", reason)
            } else {
                Diagnostic::new(Code::OutlineJson, at)
            });
        None
    }

    fn feature(&self, part: &'a RawValue) -> Option<(Id, Polygons)> {
        let feature: Feature<'_> = self.parse(part.get(), "no-feature")?;
        let own = feature.properties.and_then(|properties| properties.id);
        let Some(raw) = own.or(feature.id) else {
            self.bad_form(part.get(), "no-id");
            return None;
        };
        let id: Cow<'_, str> = self.parse(raw.get(), "no-id")?;
        let polygons = self.polygons(part, feature.geometry);
        let Some(id) = Id::parse(&id) else {
            let at = At::span(self.reading.source, self.range(raw.get()));
            self.reading.report(
                Diagnostic::new(Code::BadId, at)
                    .with("value", id)
                    .with("limit", crate::model::id::MAX_ID),
            );
            return None;
        };
        Some((id, polygons?))
    }

    fn polygons(&self, feature: &RawValue, geometry: Option<&'a RawValue>) -> Option<Polygons> {
        let Some(raw) = geometry else {
            self.bad_form(feature.get(), "no-polygon");
            return None;
        };
        let geometry: Geometry<'_> = self.parse(raw.get(), "no-polygon")?;
        let coordinates = geometry.coordinates.map(RawValue::get);
        let polygons: Vec<Vec<Vec<Position>>> = match (&*geometry.kind, coordinates) {
            ("Polygon", Some(part)) => vec![self.parse(part, "no-rings")?],
            ("MultiPolygon", Some(part)) => self.parse(part, "no-rings")?,
            _ => {
                self.bad_form(raw.get(), "no-polygon");
                return None;
            }
        };
        let rings = polygons.into_iter().flatten().map(|ring| {
            ring.into_iter()
                .map(|Position(longitude, latitude)| (longitude, latitude))
                .collect::<Vec<_>>()
        });
        let rings: Polygons = rings.collect();
        // The last position of a ring is the first again, so three corners are four positions.
        if rings.is_empty() || rings.iter().any(|ring| ring.len() < 4) {
            self.bad_form(raw.get(), "no-rings");
            return None;
        }
        Some(rings)
    }
}

/// The byte of a place that serde_json tells: its columns are bytes, counted from 1.
fn byte(text: &str, line: usize, column: usize) -> usize {
    (offset(text, line, 1) + column.saturating_sub(1)).min(text.len())
}
