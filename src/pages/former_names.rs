//! Former names: what a region was called by law before, each with its time.

use std::cmp::Reverse;

use serde::Serialize;

use super::view::{Text, View};
use crate::model::kind::RegionId;
use crate::model::region::FormerName;

/// A name that the region had from one day to another.
#[derive(Serialize)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema),
    schemars(rename = "RegionFormerName")
)]
pub(super) struct FormerNamePiece<'a> {
    name: Text<'a>,
    from: String,
    until: String,
}

/// What a region was called before, the latest first.
pub(super) fn former_names<'a>(view: &View<'a>, region: RegionId) -> Vec<FormerNamePiece<'a>> {
    let names = &view.portal.regions[region].record.former_names;
    let mut names: Vec<&FormerName> = names.iter().collect();
    names.sort_by_key(|former| Reverse(former.from));
    let piece = |former: &'a FormerName| FormerNamePiece {
        name: view.text(&former.name),
        from: former.from.to_string(),
        until: former.until.to_string(),
    };
    names.into_iter().map(piece).collect()
}
