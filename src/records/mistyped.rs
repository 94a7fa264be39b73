//! Mistyped ids of records: where several ask for an id that is nowhere, and nobody for one that is nearly the same, the
//! slip is in the record.
//!
//! Takes what was said of unknown ids and the portal; gives the same with the record that is probably meant, in the place
//! of the advice to take over its slip everywhere.

use ahash::{HashMap, HashSet};

use crate::diagnostic::{Code, Diagnostic};
use crate::model::kind::RecordKind;
use crate::model::place::Origin;
use crate::model::portal::Portal;
use crate::source::SourceId;

/// An id that is asked for: the word of its kind, and itself.
type Asked = (String, String);

/// Says where a record has an id that is probably mistyped.
pub(crate) fn tell_mistyped(found: &mut [Diagnostic], portal: &Portal) {
    let mut asking: HashMap<Asked, HashSet<SourceId>> = HashMap::default();
    for wrong in found.iter() {
        if let (Some(asked), Some(source)) = (asked(wrong), wrong.at.source()) {
            asking.entry(asked).or_default().insert(source);
        }
    }
    for wrong in found {
        let Some(asked) = asked(wrong) else { continue };
        // One file alone may be the one with the slip.
        let is_many = asking.get(&asked).is_some_and(|files| files.len() > 1);
        let [near] = wrong.nearest.as_slice() else {
            continue;
        };
        let Some(origin) = unnamed(&asked.0, near, portal).filter(|_| is_many) else {
            continue;
        };
        wrong.args.retain(|(name, _)| *name != "what");
        wrong.args.push(("other", near.clone()));
        wrong.others.push(origin.field("id").into());
        wrong.nearest.clear();
        wrong.replacement = None;
    }
}

fn asked(wrong: &Diagnostic) -> Option<Asked> {
    let arg = |asked: &str| {
        let mut args = wrong.args.iter();
        args.find(|(name, _)| *name == asked)
            .map(|(_, value)| value.clone())
    };
    let is_asked = wrong.code == Code::UnknownId && !wrong.nearest.is_empty();
    is_asked.then(|| Some((arg("kind")?, arg("id")?)))?
}

/// Where a record stands that no other record names.
fn unnamed(kind: &str, id: &str, portal: &Portal) -> Option<Origin> {
    let kind = *RecordKind::ALL.iter().find(|of| of.word() == kind)?;
    let projects = || portal.projects.rows().iter();
    let gifts = || portal.contributions.rows().iter();
    let (origin, is_named) = match kind {
        RecordKind::Direction => {
            let own = portal.directions.find(id)?;
            let is_named = projects().any(|project| project.direction == own)
                || gifts().any(|gift| gift.direction == own);
            (portal.directions[own].origin, is_named)
        }
        RecordKind::Object => {
            let own = portal.objects.find(id)?;
            let object = &portal.objects[own];
            let is_named = !object.children.is_empty()
                || projects().any(|project| project.object == Some(own))
                || gifts().any(|gift| gift.object == Some(own));
            (object.record.origin, is_named)
        }
        RecordKind::Region => {
            let own = portal.regions.find(id)?;
            let region = &portal.regions[own];
            let is_named = !region.predecessors.is_empty()
                || projects().any(|project| project.region == own)
                || gifts().any(|gift| gift.region == own)
                || portal.patrons.rows().iter().any(|of| of.region == own);
            (region.record.origin, is_named)
        }
        RecordKind::Patron => {
            let own = portal.patrons.find(id)?;
            let patron = &portal.patrons[own];
            let is_named = !patron.contributions.is_empty() || !patron.awards.is_empty();
            let is_secret = patron.is_anonymous();
            (patron.record.origin, is_named || is_secret)
        }
        // They are called like their files, which texts alone name.
        RecordKind::Award
        | RecordKind::Project
        | RecordKind::News
        | RecordKind::Page
        | RecordKind::Figure
        | RecordKind::Correction
        | RecordKind::Edition => return None,
    };
    (!is_named).then_some(origin)
}
