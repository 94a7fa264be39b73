//! Mistyped ids of records, and changed ones: where several ask for an id that is nowhere, and nobody for one that is
//! nearly the same, the slip is in the record.
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

/// What an id that several files ask for was.
enum Meant {
    /// That of a record which nobody names now.
    Unnamed(String, Origin),
    /// None of those that are near: they are other records.
    Nothing,
}

/// Says where a record has an id that is probably mistyped, or was changed.
pub(crate) fn tell_mistyped(found: &mut Vec<Diagnostic>, portal: &Portal) {
    let mut asking: HashMap<Asked, (HashSet<SourceId>, Vec<String>)> = HashMap::default();
    for wrong in found.iter().filter(|of| of.code == Code::UnknownId) {
        if let (Some(asked), Some(source)) = (asked(wrong), wrong.at.source()) {
            let (files, near) = asking.entry(asked).or_default();
            files.insert(source);
            near.clone_from(&wrong.nearest);
        }
    }
    // One file alone may be the one with the slip.
    asking.retain(|_, (files, _)| files.len() > 1);
    let meant = asking.into_iter().filter_map(|(asked, (_, near))| {
        let meant = meant(&asked, &near, portal)?;
        Some((asked, meant))
    });
    let meant: HashMap<Asked, Meant> = meant.collect();
    if meant.is_empty() {
        return;
    }
    found.retain_mut(|wrong| {
        let Some(meant) = asked(wrong).and_then(|asked| meant.get(&asked)) else {
            return true;
        };
        wrong.nearest.clear();
        wrong.replacement = None;
        let Meant::Unnamed(id, origin) = meant else {
            return true;
        };
        wrong.args.retain(|(name, _)| *name != "what");
        wrong.args.push(("other", id.clone()));
        wrong.others.push(origin.field("id").into());
        // What else asks for it comes of the same.
        wrong.code == Code::UnknownId
    });
}

fn asked(wrong: &Diagnostic) -> Option<Asked> {
    let id = match wrong.code {
        Code::UnknownId | Code::ProseWithoutRecord => "id",
        Code::BadQuery => "key",
        _ => return None,
    };
    let arg = |name| wrong.argument(name).map(str::to_owned);
    Some((arg("kind")?, arg(id)?))
}

/// What an id was that is nowhere: a record that nobody names is nearly called so, or begins with the same word; `almaty`
/// is not what `almaty-region` was, if it is named itself.
fn meant((kind, id): &Asked, near: &[String], portal: &Portal) -> Option<Meant> {
    let kind = *RecordKind::ALL.iter().find(|of| of.word() == kind)?;
    let unnamed = |id: &str| Some(Meant::Unnamed(id.to_owned(), unnamed(kind, id, portal)?));
    if let [near] = near
        && let Some(meant) = unnamed(near)
    {
        return Some(meant);
    }
    let has_word_more = |near: &String| {
        let more = |long: &str, short: &str| long.strip_prefix(short)?.strip_prefix('-').map(drop);
        more(id, near).or_else(|| more(near, id)).is_some()
    };
    if !near.iter().all(has_word_more) {
        return None;
    }
    // Ids that are drawn all begin with one letter.
    let first = id.split('-').next().filter(|first| first.len() > 2)?;
    let known = portal
        .table(kind)
        .any_rows()
        .map(|row| row.id().to_string());
    let mut alike = known.filter(|other| other.split('-').next() == Some(first));
    let alike: Vec<Meant> = alike
        .by_ref()
        .filter_map(|id| unnamed(&id))
        .take(2)
        .collect();
    match <[Meant; 1]>::try_from(alike) {
        Ok([meant]) => Some(meant),
        Err(_) => (!near.is_empty()).then_some(Meant::Nothing),
    }
}

/// Where a record stands that no other record names.
fn unnamed(kind: RecordKind, id: &str, portal: &Portal) -> Option<Origin> {
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
