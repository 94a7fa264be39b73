//! Map outlines checked against the regions: every shape has its region, every region of today its shape.

use crate::diagnostic::{At, Code, Diagnostic};
use crate::link::IdTables;
use crate::model::kind::RegionId;
use crate::model::portal::Portal;

/// Every shape has its region, and every region of today its shape.
pub(super) fn check(portal: &Portal, ids: &IdTables, found: &mut Vec<Diagnostic>) {
    let Some(outlines) = &portal.outlines else {
        return;
    };
    for (id, shape) in &outlines.shapes {
        let at = || At::span(outlines.source, shape.range.start..shape.range.start + 1);
        ids.resolve::<RegionId>(id.as_str(), true, at, found);
    }
    // One that could not be read was named already.
    if !outlines.is_whole {
        return;
    }
    for (_, region) in portal.regions.iter() {
        if !region.is_former() && !outlines.shapes.contains_key(&region.record.id) {
            let at = At::span(outlines.source, 0..1);
            found.push(Diagnostic::new(Code::OutlineMissing, at).with("id", &region.record.id));
        }
    }
}
