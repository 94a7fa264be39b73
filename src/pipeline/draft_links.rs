//! Links to drafts by their plain addresses: that the page is a draft is said of them, and not that it is nowhere.
//!
//! Takes what was found, what was read and what is shown; gives the same with the right cause. Links by `@` are told by
//! `records`.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::portal::Portal;
use crate::plan::site_links::{Asked, asked};
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
        let asked = wrong.argument("url").and_then(|url| asked(base, url));
        let Some(Asked::Record(kind, id)) = asked else {
            continue;
        };
        let is_read = loaded.iter().any(|(_, loaded)| loaded.has(kind, &id));
        let is_shown = || {
            portal
                .table(kind)
                .any_rows()
                .any(|row| row.id().as_str() == id)
        };
        if is_read && !is_shown() {
            wrong.args.push(("what", "draft".to_owned()));
            wrong.nearest.clear();
        }
    }
}
