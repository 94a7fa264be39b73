//! Portraits and regions' own texts, by the record that they stand beside.

use ahash::HashMap;

use super::ids::Miss;
use super::{IdTables, Records};
use crate::diagnostic::{At, Code, Diagnostic};
use crate::model::id::Id;
use crate::model::links::OutgoingRefs;
use crate::model::patron::Consent;
use crate::model::prose::{Portrait, RecordKind};
use crate::model::table::TableIndex;

/// Portraits by the record that they stand beside; reports those that stand beside none.
pub(super) fn portraits(
    records: &Records,
    ids: &IdTables,
    found: &mut Vec<Diagnostic>,
) -> HashMap<(RecordKind, Id), Portrait> {
    let mut portraits: HashMap<(RecordKind, Id), Portrait> = HashMap::default();
    let ids_near = |of: RecordKind, id: &Id| match of {
        RecordKind::Region => ids.record_ids.regions.nearest(id.as_str()),
        _ => ids.record_ids.patrons.nearest(id.as_str()),
    };
    for (of, id, lang, text) in &records.portraits {
        let at = || At::span(text.origin.source, 0..0);
        let known = match of {
            RecordKind::Region => ids
                .record_ids
                .regions
                .find(id.as_str(), true)
                .map(|_| false),
            _ => ids
                .record_ids
                .patrons
                .find(id.as_str(), true)
                .map(|patron| records.patrons[patron.index()].consent == Consent::Anonymous),
        };
        match known {
            Ok(false) => {}
            Ok(true) => {
                found.push(Diagnostic::new(Code::LinkToAnonymous, at()).with("id", id));
                continue;
            }
            Err(Miss::Unknown) => {
                found.push(
                    Diagnostic::new(Code::ProseWithoutRecord, at())
                        .with("id", id)
                        .with("kind", of.word())
                        .nearest(ids_near(*of, id)),
                );
                continue;
            }
            Err(_) => continue,
        }
        let slot = portraits
            .entry((*of, id.clone()))
            .or_default()
            .texts
            .get_mut(*lang);
        if let Some(first) = slot {
            let diagnostic = Diagnostic::new(Code::DuplicateId, at())
                .with("id", id)
                .with("kind", of.word());
            found.push(diagnostic.also(At::span(first.origin.source, 0..0)));
            continue;
        }
        *slot = Some(text.clone());
    }
    for portrait in portraits.values_mut() {
        portrait.refs = OutgoingRefs::of(portrait.iter().map(|(lang, text)| (lang, &text.prose)));
    }
    portraits
}
