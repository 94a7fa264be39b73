//! Portraits and regions' own texts: the translations merged by the record that they stand beside.

use std::sync::Arc;

use ahash::HashMap;

use crate::diagnostic::{At, Code, Diagnostic};
use crate::link::{IdTables, Miss};
use crate::load::write_up::PortraitFile;
use crate::model::id::Id;
use crate::model::kind::{RecordKind, RecordRef};
use crate::model::links::OutgoingRefs;
use crate::model::portrait::Portrait;

/// Portraits by the record that they stand beside.
#[derive(Default)]
pub(super) struct Portraits(HashMap<(RecordKind, Id), Portrait>);

impl Portraits {
    /// Merges the languages; reports those that stand beside no record, or beside one that must not be named.
    pub(super) fn new(
        files: &[&Arc<PortraitFile>],
        ids: &IdTables,
        is_anonymous: impl Fn(RecordRef) -> bool,
        found: &mut Vec<Diagnostic>,
    ) -> Portraits {
        let mut portraits = Portraits::default();
        for file in files {
            let PortraitFile { of, id, lang, text } = &***file;
            let at = || At::span(text.origin.source, 0..0);
            match ids.find_record(*of, id.as_str(), true) {
                Ok(record) if is_anonymous(record) => {
                    found.push(Diagnostic::new(Code::LinkToAnonymous, at()).with("id", id));
                    continue;
                }
                Ok(_) => {}
                Err(Miss::Unknown) => {
                    found.push(
                        Diagnostic::new(Code::ProseWithoutRecord, at())
                            .with("id", id)
                            .with("kind", of.word())
                            .nearest(ids.nearest(*of, id.as_str())),
                    );
                    continue;
                }
                Err(Miss::Sample | Miss::Broken) => continue,
            }
            let portrait = portraits.0.entry((*of, id.clone())).or_default();
            let slot = portrait.texts.get_mut(*lang);
            if let Some(first) = slot {
                let diagnostic = Diagnostic::new(Code::DuplicateId, at())
                    .with("id", id)
                    .with("kind", of.word());
                found.push(diagnostic.also(At::span(first.origin.source, 0..0)));
                continue;
            }
            *slot = Some(text.clone());
        }
        for portrait in portraits.0.values_mut() {
            let texts = portrait.iter().map(|(lang, text)| (lang, &text.prose));
            portrait.refs = OutgoingRefs::of(texts);
        }
        portraits
    }

    /// The portrait beside a record; an empty one if there is none.
    pub(super) fn take(&mut self, kind: RecordKind, id: &Id) -> Portrait {
        self.0.remove(&(kind, id.clone())).unwrap_or_default()
    }
}
