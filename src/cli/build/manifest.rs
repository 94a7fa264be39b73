//! The manifest of a build: read before, to say what changed; written after the output is in place.

use std::path::{Path, PathBuf};

use crate::changes::{FileChanges, FileCounts, file_changes};
use crate::cli::report::message;
use crate::disk::beside::{files_of, manifest_path, read_manifest, replace_file};
use crate::disk::publish::PublishError;
use crate::locale::{Arg, Language};
use crate::manifest::{FileEntry, Manifest};
use crate::model::money::Tenge;
use crate::pipeline::Prepared;

/// What was published before, as far as a manifest tells.
pub(super) struct Before {
    path: PathBuf,
    bytes: Option<Vec<u8>>,
    /// None if there is none, or a broken one: it is written anew.
    manifest: Option<Manifest>,
}

/// What a build changed.
pub(super) struct Changed {
    files: FileChanges,
    /// The grand total before and after, if it is known and not the same.
    total: Option<(Option<u128>, Option<u128>)>,
}

impl Before {
    pub(super) fn of(out: &Path) -> Before {
        let path = manifest_path(out);
        let bytes = read_manifest(&path).ok().flatten();
        let manifest = bytes.as_ref();
        let manifest = manifest.and_then(|bytes| Manifest::parse(bytes).ok());
        Before {
            path,
            bytes,
            manifest,
        }
    }

    /// Writes the manifest of what stands in the output folder now, unless it is the same.
    ///
    /// # Errors
    /// It cannot be written; the output is in place all the same.
    pub(super) fn replace(self, prepared: &Prepared, out: &Path) -> Result<Changed, PublishError> {
        let files = files_of(out)?.into_iter();
        let files = files.map(|(path, size, sha256)| FileEntry { path, size, sha256 });
        let new = Manifest::new(prepared.figures(), files.collect());
        let text = new.to_json().unwrap_or_default();
        if self.bytes.as_deref() != Some(text.as_bytes()) {
            replace_file(&self.path, &text)?;
        }
        let old = self.manifest.as_ref();
        let amount = |of: &Manifest| of.figures.whole.delivered.amount;
        let total = old.map(|old| (amount(old), amount(&new)));
        Ok(Changed {
            files: file_changes(old.map_or(&[], |old| &old.files), &new.files),
            total: total.filter(|(was, now)| was != now),
        })
    }
}

/// What a build changed, to stand behind where it wrote.
pub(super) fn told(changed: &Changed, words: &Language) -> String {
    let FileCounts {
        new,
        changed: other,
        gone,
    } = changed.files.pages;
    let number = |count: usize| Arg::Number(count as u64);
    let args = [
        ("new", number(new)),
        ("changed", number(other)),
        ("gone", number(gone)),
    ];
    let id = match new + other + gone {
        0 => "cli-changed-no-page",
        _ => "cli-changed-pages",
    };
    let mut text = message(words, id, &args);
    if let Some((was, now)) = changed.total {
        let [was, now] = [was, now].map(|amount| match amount {
            Some(amount) => words.locale.money(Tenge(amount)),
            None => message(words, "diff-not-stated", &[]),
        });
        let args = [("was", Arg::Text(&*was)), ("now", Arg::Text(&now))];
        text.push_str(&message(words, "cli-changed-total", &args));
    }
    text
}
