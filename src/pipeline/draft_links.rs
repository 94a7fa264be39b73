//! Links to drafts by their plain addresses: that the page is a draft is said of them, and not that it is nowhere.
//!
//! Takes what was found, what was read and what is shown; gives the same with the right cause. Links by `@` are told by
//! `records`.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::portal::Portal;
use crate::plan::site_links::{Asked, asked, path_of};
use crate::records::Loaded;
use crate::source::SourceId;

/// Says of links to addresses where a record would stand, which was read but is not shown, that it is a draft.
pub(super) fn tell_drafts(
    found: &mut [Diagnostic],
    loaded: &[(SourceId, &Loaded)],
    portal: &Portal,
) {
    let base = portal.site.base_path();
    for wrong in found.iter_mut().filter(|of| of.code == Code::DeadLink) {
        let Some(url) = wrong.argument("url") else {
            continue;
        };
        let path = path_of(base, url);
        let beside = match asked(base, url) {
            Some(Asked::Record(kind, id)) => Some((kind, id)),
            Some(Asked::IfKnown) | None => None,
        };
        let beside = beside.as_ref().map(|(kind, id)| (*kind, id.as_str()));
        let is_shown = |kind, id: &str| {
            let mut rows = portal.table(kind).any_rows();
            rows.any(|row| row.id().as_str() == id)
        };
        let is_draft = loaded.iter().any(|(_, loaded)| {
            let by_id = beside.filter(|(kind, id)| loaded.has(*kind, id));
            let had = loaded.had_address(beside, &path);
            let found = by_id.or(had.map(|(kind, id)| (kind, id.as_str())));
            found.is_some_and(|(kind, id)| !is_shown(kind, id))
        });
        if is_draft {
            wrong.args.push(("what", "draft".to_owned()));
            wrong.nearest.clear();
        }
    }
}
