//! The manifest of a build: read before, to say what changed; written after the output is in place.

use std::path::{Path, PathBuf};

use crate::changes::FileCounts;
use crate::cli::report::message;
use crate::disk::beside::{
    find_manifest, manifest_path, read_manifest, remove_file, remove_half, replace_file,
};
use crate::disk::publish::{Change, PublishError, Published};
use crate::locale::{Arg, Language};
use crate::manifest::{FileEntry, Manifest, SumRow, Whole, is_page};
use crate::model::money::Tenge;
use crate::pipeline::Prepared;

/// What was published before, as far as a manifest tells.
pub(super) struct Before {
    path: PathBuf,
    bytes: Option<Vec<u8>>,
    /// None if there is none, or a broken one: it is written anew.
    manifest: Option<Manifest>,
}

/// Why no manifest of what was published stands beside it.
pub(super) struct NoManifest {
    pub why: PublishError,
    /// One of an earlier build could not be removed, either.
    pub is_old_there: bool,
}

/// What a build changed.
pub(super) struct Changed {
    pages: FileCounts,
    /// The grand totals before and after, of what was delivered and of what was pledged, each if it is known and not the same.
    delivered: Option<Total>,
    pledged: Option<Total>,
}

/// A grand total before and after; none where no amount is known.
type Total = (Option<u128>, Option<u128>);

/// Whether the manifest of an output folder may be written: what lies there is one, or nothing.
///
/// # Errors
/// Something else lies there, which would be lost; or it cannot be read.
pub(super) fn check(out: &Path) -> Result<(), PublishError> {
    let path = manifest_path(out);
    match read_manifest(&path) {
        Ok(Some(bytes)) if !Manifest::may_replace(&bytes) => Err(PublishError::NotAManifest(path)),
        Err(why) if path.is_file() => Err(why),
        Ok(_) | Err(_) => Ok(()),
    }
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

    /// Removes the manifest, since something else stands in the output folder than it tells.
    pub(super) fn forget(&self) {
        remove_file(&self.path);
    }

    /// Writes the manifest of what was published, unless it is the same. Where it cannot be written, as beside a folder that is
    /// mounted, the output is in place all the same.
    pub(super) fn replace(
        self,
        prepared: &Prepared,
        published: &Published,
    ) -> (Changed, Option<NoManifest>) {
        let files = published.files.iter().map(|file| FileEntry {
            path: file.path.clone(),
            size: file.bytes,
            sha256: file.sha256_text(),
        });
        let new = Manifest::new(prepared.figures(), files.collect());
        let text = new.to_json().unwrap_or_default();
        let written = match self.bytes.as_deref() == Some(text.as_bytes()) {
            true => {
                remove_half(&self.path);
                Ok(())
            }
            false => replace_file(&self.path, &text),
        };
        let none = written.err().map(|why| {
            self.forget();
            let is_old_there = find_manifest(&self.path).is_some();
            NoManifest { why, is_old_there }
        });
        let old = self.manifest.as_ref().map(|old| &old.figures.whole);
        let total = |of: fn(&Whole) -> &SumRow| {
            let total = old.map(|old| (of(old).amount, of(&new.figures.whole).amount));
            total.filter(|(was, now)| was != now)
        };
        let changed = Changed {
            pages: pages(published),
            delivered: total(|whole| &whole.delivered),
            pledged: total(|whole| &whole.pledged),
        };
        (changed, none)
    }
}

/// How many pages differ from those that stood in the folder before.
fn pages(published: &Published) -> FileCounts {
    let pages = published.files.iter().filter(|file| is_page(&file.path));
    let of = |change: Change| pages.clone().filter(|file| file.change == change).count();
    FileCounts {
        new: of(Change::New),
        changed: of(Change::Changed),
        gone: published.gone.iter().filter(|path| is_page(path)).count(),
    }
}

/// What a build changed, to stand behind where it wrote.
pub(super) fn told(changed: &Changed, words: &Language) -> String {
    let FileCounts {
        new,
        changed: other,
        gone,
    } = changed.pages;
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
    for (id, total) in [
        ("cli-changed-total", changed.delivered),
        ("cli-changed-pledged", changed.pledged),
    ] {
        let Some((was, now)) = total else {
            continue;
        };
        let [was, now] = [was, now].map(|amount| match amount {
            Some(amount) => words.locale.money(Tenge(amount)),
            None => message(words, "diff-not-stated", &[]),
        });
        let args = [("was", Arg::Text(&was)), ("now", Arg::Text(&now))];
        text.push_str(&message(words, id, &args));
    }
    text
}
