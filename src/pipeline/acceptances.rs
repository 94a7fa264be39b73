//! Where acceptances stand in the site: whether their record is in it, and which file a path in the output is copied from.
//!
//! Takes the acceptances of all texts, the portal and the routes. What a diagnostic is, or which one is accepted, is
//! not its concern.

use ahash::HashSet;

use crate::diagnostic::{Acceptance, Scope};
use crate::model::kind::RecordKind;
use crate::model::place::{Origin, Step};
use crate::model::portal::Portal;
use crate::plan::Routes;
use crate::source::{SourceId, Sources};

/// Finds for each whether what it stands at is shown, and the file that it means by its path in the output.
pub(super) fn place(
    acceptances: &mut [Acceptance],
    portal: &Portal,
    routes: &Routes,
    sources: &Sources,
) {
    if acceptances.is_empty() {
        return;
    }
    let shown = shown(portal);
    for acceptance in acceptances {
        acceptance.is_shown = match &mut acceptance.scope {
            Scope::Value(place, _) => {
                let item = match place.path.first() {
                    Some(Step::Item(item)) => Some(*item as u32),
                    _ => None,
                };
                shown.contains(&Origin {
                    source: place.source,
                    item,
                })
            }
            Scope::Text(source) => shown.contains(&whole(*source)),
            Scope::File(path) => {
                let output = routes.find(path).and_then(|output| output.asset());
                if let Some(asset) = output
                    && sources.find(path).is_none()
                {
                    *path = asset.path.clone();
                }
                // A draft, or another file of content/ that gives no text.
                let source = sources.find(path).filter(|_| path.ends_with(".md"));
                source.is_none_or(|source| shown.contains(&whole(source)))
            }
        };
    }
}

fn whole(source: SourceId) -> Origin {
    Origin { source, item: None }
}

/// Where everything that is shown is written.
fn shown(portal: &Portal) -> HashSet<Origin> {
    let kinds = RecordKind::ALL.iter();
    let rows = kinds.flat_map(|&kind| portal.table(kind).any_rows().map(|row| row.origin()));
    let texts = portal.texts().map(|(_, origin, _)| origin);
    rows.chain(texts).collect()
}
