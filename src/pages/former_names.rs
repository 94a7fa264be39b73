//! Former names: what a region or a patron was called before, each with its time.

use std::cmp::Reverse;

use serde::Serialize;

use super::view::{Text, View};
use crate::model::date::Date;
use crate::model::lang::Localised;
use crate::model::patron::PatronRecord;
use crate::model::region::RegionRecord;

/// A name that a record had until a day.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct FormerNamePiece<'a> {
    name: Text<'a>,
    /// Its first day; none of a patron.
    from: Option<String>,
    until: String,
}

/// What a region was called by law before, the latest first.
pub(super) fn of_region<'a>(view: &View<'a>, region: &'a RegionRecord) -> Vec<FormerNamePiece<'a>> {
    let names = region.former_names.iter();
    latest_first(view, names.map(|of| (&of.name, Some(of.from), of.until)))
}

/// What a patron was called before, the latest first.
pub(super) fn of_patron<'a>(view: &View<'a>, patron: &'a PatronRecord) -> Vec<FormerNamePiece<'a>> {
    let names = patron.former_names.iter();
    latest_first(view, names.map(|of| (&of.name, None, of.until)))
}

fn latest_first<'a>(
    view: &View<'a>,
    names: impl Iterator<Item = (&'a Localised, Option<Date>, Date)>,
) -> Vec<FormerNamePiece<'a>> {
    let mut names: Vec<_> = names.collect();
    names.sort_by_key(|(_, _, until)| Reverse(*until));
    let piece = |(name, from, until): (&'a Localised, Option<Date>, Date)| FormerNamePiece {
        name: view.text(name),
        from: from.map(|from| from.to_string()),
        until: until.to_string(),
    };
    names.into_iter().map(piece).collect()
}
