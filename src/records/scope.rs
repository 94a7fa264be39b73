//! The scope of a portal: the one region that it is of, if its settings name one, and what is in another.

use crate::diagnostic::{At, Code, Diagnostic};
use crate::link::IdTables;
use crate::model::kind::RegionId;
use crate::model::portal::Portal;
use crate::model::site::Site;

/// The region that a portal is of, if it is of one alone.
pub(super) fn scope(site: &Site, ids: &IdTables, found: &mut Vec<Diagnostic>) -> Option<RegionId> {
    let id = site.scope.as_ref()?;
    // A portal of samples may be of a region that is one.
    ids.resolve(id.as_str(), true, || site.scope_place.clone().into(), found)
}

/// Projects, and gifts outside of them, in another region: their sums are in that of the portal, whose words name one.
pub(super) fn check(portal: &Portal, found: &mut Vec<Diagnostic>) {
    let Some(scope) = portal.scope else {
        return;
    };
    let id = |region: RegionId| portal.regions[region].record.id.as_str();
    let outside = |region: RegionId, at: At| {
        Diagnostic::new(Code::OutsideScope, at)
            .with("region", id(region))
            .with("scope", id(scope))
    };
    let projects = portal.projects.iter().map(|(_, project)| project);
    let projects = projects.filter(|project| project.region != scope);
    found.extend(projects.map(|project| {
        let text = At::span(project.text.source(), 0..0);
        outside(project.region, text)
    }));
    for (_, patron) in portal.patrons.iter() {
        let gifts = patron.record.contributions.iter().enumerate();
        for (item, own) in gifts.filter_map(|(item, gift)| Some((item, gift.own.as_ref()?))) {
            let region = portal.regions.find(own.region.as_str());
            if let Some(region) = region.filter(|&region| region != scope) {
                let list = patron.record.origin.field("contributions");
                found.push(outside(region, list.at(item).at("region").into()));
            }
        }
    }
}
