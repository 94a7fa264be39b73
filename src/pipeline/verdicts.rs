//! Verdicts on copied files, kept for the life of a preview: a file that did not change is not looked through again.
//!
//! A verdict holds for a file's path, length and time of writing, and for the names that were looked for. It is kept with
//! the hashes of the bytes that it is on: whatever the clock says, no others are given to a browser.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::guarded::Findings;
use crate::disk::{Fingerprint, Stream};
use crate::model::patron::{Consent, PatronRecord};

/// All verdicts, by the path in the output.
#[derive(Default)]
pub(super) struct Verdicts {
    kept: Mutex<HashMap<String, Verdict>>,
}

/// What the names that are looked for depend on.
pub(super) type GuardKey = blake3::Hash;

struct Verdict {
    on: Subject,
    findings: Findings,
    seen: Fingerprint,
}

#[derive(PartialEq)]
struct Subject {
    file: Arc<str>,
    length: u64,
    modified: u128,
    guard: GuardKey,
}

/// The verdicts for the names that one version of the site must not show.
pub(super) struct KnownVerdicts {
    verdicts: Arc<Verdicts>,
    guard: GuardKey,
}

impl Verdicts {
    pub(super) fn under(self: Arc<Self>, guard: GuardKey) -> KnownVerdicts {
        KnownVerdicts {
            verdicts: self,
            guard,
        }
    }
}

impl KnownVerdicts {
    /// What was found in a file when it was as it is now.
    pub(super) fn find(
        &self,
        page: &str,
        file: &Arc<str>,
        stream: &Stream,
    ) -> Option<(Findings, Fingerprint)> {
        let kept = self.verdicts.kept.lock();
        let kept = kept.unwrap_or_else(PoisonError::into_inner);
        let verdict = kept.get(page)?;
        let is_same = verdict.on == self.subject(file, stream);
        is_same.then(|| (verdict.findings.clone(), verdict.seen.clone()))
    }

    pub(super) fn keep(
        &self,
        page: &str,
        file: &Arc<str>,
        stream: &Stream,
        (findings, seen): (Findings, Fingerprint),
    ) {
        let verdict = Verdict {
            on: self.subject(file, stream),
            findings,
            seen,
        };
        let kept = self.verdicts.kept.lock();
        kept.unwrap_or_else(PoisonError::into_inner)
            .insert(page.to_owned(), verdict);
    }

    fn subject(&self, file: &Arc<str>, stream: &Stream) -> Subject {
        Subject {
            file: file.clone(),
            length: stream.length,
            modified: stream.modified,
            guard: self.guard,
        }
    }
}

/// The identity of a guard: two with the same one find the same names, in the same order of patrons. `others`: the texts beside which
/// they are looked for.
pub(super) fn guard_key<'a>(
    patrons: impl Iterator<Item = &'a PatronRecord>,
    others: impl Iterator<Item = &'a str>,
) -> GuardKey {
    let mut key = blake3::Hasher::new();
    for patron in patrons {
        // A field that is new has to be thought of here: a guard may depend on it.
        let PatronRecord {
            id,
            kind,
            name: _,
            former_names: _,
            region,
            consent,
            since: _,
            site: _,
            members: _,
            aliases: _,
            contributions: _,
            sample: _,
            origin,
        } = patron;
        key.update(id.as_str().as_bytes()).update(&[0]);
        key.update(region.as_str().as_bytes());
        key.update(&[0, *consent as u8, *kind as u8]);
        if *consent == Consent::Anonymous {
            // Messages say where the name is stated.
            key.update(&origin.source.0.to_le_bytes());
            key.update(&origin.item.unwrap_or(u32::MAX).to_le_bytes());
        }
        for (lang, name) in patron.names() {
            key.update(lang.code().as_bytes());
            key.update(name.as_bytes()).update(&[0]);
        }
    }
    for text in others {
        key.update(text.as_bytes()).update(&[0]);
    }
    key.finalize()
}
