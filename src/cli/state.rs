//! A state of a site, as the command line names it: an output folder, a manifest, a revision of the content, or the content
//! as it is.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::common::Common;
use super::exit_code::{CONTENT_ERRORS, WRONG_USE};
use super::progress::Progress;
use super::refusal::{reason, refusal};
use super::report::{message, path_text};
use crate::changes::Patrons;
use crate::diagnostic::has_errors;
use crate::disk::beside::{find_manifest, manifest_path, read_manifest};
use crate::disk::publish::PublishError;
use crate::disk::read::{RevisionError, is_revision};
use crate::disk::{is_folder, is_site};
use crate::locale::{Arg, Language};
use crate::manifest::{BadManifest, Figures, FileEntry, Manifest};
use crate::pipeline::{Preparation, prepare, prepare_revision};
use crate::report::order::count;

/// A state of a site.
pub(super) struct State {
    pub figures: Figures,
    /// What was published; none of content that nobody built.
    pub files: Option<Vec<FileEntry>>,
    /// Of a content, who may be named and who may not; a manifest knows only those who may.
    pub patrons: Option<Patrons>,
    /// Of a content, which records are samples, as a correction names them.
    pub samples: HashSet<String>,
}

/// Why a state cannot be told.
pub(super) enum StateError {
    /// There is neither a folder nor a file nor a revision of this name.
    Unknown(PathBuf),
    /// There is a revision of this name, and a manifest as well.
    Ambiguous {
        name: String,
        manifest: PathBuf,
    },
    /// An output folder without a manifest.
    NoManifest {
        out: PathBuf,
        manifest: PathBuf,
    },
    Bad {
        path: PathBuf,
        why: BadManifest,
    },
    Unreadable(PublishError),
    Revision {
        name: String,
        why: RevisionError,
    },
    /// The content has so many errors; of a revision, or as it is.
    Content {
        revision: Option<String>,
        errors: u64,
    },
    /// The content as it is now has so many errors, and it alone knows who may be named.
    Now {
        errors: u64,
    },
}

/// The state of a name; without one, of the content as it is.
pub(super) fn read_state(
    named: Option<&Path>,
    common: &Common,
    progress: &Progress,
) -> Result<State, StateError> {
    let Some(named) = named else {
        progress.phase("prepare", None);
        return of_content(prepare(&common.root, &common.options()), None);
    };
    let root = &common.root;
    let name = named.to_str();
    let revision = name.filter(|name| is_revision(root, name));
    match (find_manifest(named), revision) {
        (Some(manifest), Some(name)) => Err(StateError::Ambiguous {
            name: name.to_owned(),
            manifest,
        }),
        (Some(path), None) => {
            let Manifest { figures, files, .. } = read_at(&path)?;
            Ok(State {
                figures,
                files: Some(files),
                patrons: None,
                samples: HashSet::new(),
            })
        }
        (None, None) if is_folder(named) => Err(StateError::NoManifest {
            out: named.to_owned(),
            manifest: manifest_path(named),
        }),
        // Why it is none is told by whoever reads it.
        (None, _) => {
            let unknown = || StateError::Unknown(named.to_owned());
            let name = name.ok_or_else(unknown)?;
            progress.phase("revision", None);
            let site = prepare_revision(root, name, &common.options());
            let site = site.map_err(|why| match why {
                RevisionError::Unknown => unknown(),
                why => StateError::Revision {
                    name: name.to_owned(),
                    why,
                },
            })?;
            of_content(site, Some(name))
        }
    }
}

/// The content as it is now, which knows who may be named and who may not; none where there is no site.
///
/// # Errors
/// The content has errors.
pub(super) fn read_now(common: &Common, progress: &Progress) -> Result<Option<State>, StateError> {
    if !is_site(&common.root) {
        return Ok(None);
    }
    progress.phase("prepare", None);
    let site = prepare(&common.root, &common.options());
    match of_content(site, None) {
        Ok(state) => Ok(Some(state)),
        Err(StateError::Content { errors, .. }) => Err(StateError::Now { errors }),
        Err(why) => Err(why),
    }
}

/// The manifest of an output folder, or the one that is named itself.
pub(super) fn read_published(named: &Path) -> Result<Manifest, StateError> {
    match find_manifest(named) {
        Some(path) => read_at(&path),
        None if is_folder(named) => Err(StateError::NoManifest {
            out: named.to_owned(),
            manifest: manifest_path(named),
        }),
        None => Err(StateError::Unknown(named.to_owned())),
    }
}

fn read_at(path: &Path) -> Result<Manifest, StateError> {
    let bytes = read_manifest(path).map_err(StateError::Unreadable)?;
    Manifest::parse(&bytes.unwrap_or_default()).map_err(|why| StateError::Bad {
        path: path.to_owned(),
        why,
    })
}

fn of_content(site: Preparation, revision: Option<&str>) -> Result<State, StateError> {
    match &site.prepared {
        Some(prepared) if !has_errors(&site.diagnostics) => Ok(State {
            figures: prepared.figures(),
            files: None,
            patrons: Some(prepared.patrons()),
            samples: prepared.samples(),
        }),
        // No line of it is shown: it could name who asked not to be named since.
        _ => Err(StateError::Content {
            revision: revision.map(str::to_owned),
            errors: count(&site.diagnostics).errors,
        }),
    }
}

/// What is wrong as a sentence, and the exit code that it leads to.
pub(super) fn told(why: &StateError, words: &Language) -> (String, u8) {
    let say = |id: &str, args: &[(&str, Arg<'_>)]| message(words, id, args);
    let text = match why {
        StateError::Unknown(named) => {
            say("diff-unknown", &[("name", Arg::Text(&path_text(named)))])
        }
        StateError::Ambiguous { name, manifest } => {
            let [name, manifest] = [Path::new(name), manifest].map(path_text);
            let args = [
                ("name", Arg::Text(name.as_str())),
                ("manifest", Arg::Text(&manifest)),
            ];
            say("diff-ambiguous", &args)
        }
        StateError::NoManifest { out, manifest } => {
            let [out, manifest] = [out, manifest].map(|path| path_text(path));
            let args = [("out", Arg::Text(&out)), ("manifest", Arg::Text(&manifest))];
            say("diff-no-manifest", &args)
        }
        StateError::Bad { path, why } => bad(&path_text(path), why, words),
        StateError::Unreadable(why) => refusal(why, words),
        StateError::Revision { name, why } => {
            let name = path_text(Path::new(name));
            return (revision(&name, why, words), WRONG_USE);
        }
        StateError::Content { revision, errors } => {
            let name = revision.as_deref().unwrap_or_default();
            let args = [("name", Arg::Text(name)), ("errors", Arg::Number(*errors))];
            let id = match revision {
                Some(_) => "diff-revision-errors",
                None => "diff-content-errors",
            };
            return (say(id, &args), CONTENT_ERRORS);
        }
        StateError::Now { errors } => {
            let args = [("errors", Arg::Number(*errors))];
            return (say("diff-now-errors", &args), CONTENT_ERRORS);
        }
    };
    (text, WRONG_USE)
}

/// Why a file is no manifest.
pub(super) fn bad(path: &str, why: &BadManifest, words: &Language) -> String {
    let path = ("path", Arg::Text(path));
    match why {
        BadManifest::NotOne => message(words, "manifest-not-one", &[path]),
        BadManifest::OtherForm(form) => message(
            words,
            "manifest-other-form",
            &[path, ("form", Arg::Number(*form))],
        ),
        BadManifest::Broken { line, column } => {
            let [line, column] = [line, column].map(|&number| Arg::Number(number as u64));
            message(
                words,
                "manifest-broken",
                &[path, ("line", line), ("column", column)],
            )
        }
    }
}

/// Why a revision cannot be read.
fn revision(name: &str, why: &RevisionError, words: &Language) -> String {
    let name = ("name", Arg::Text(name));
    match why {
        RevisionError::NoGit(error) => {
            let reason = reason(error, words);
            message(words, "git-none", &[("reason", Arg::Text(&reason))])
        }
        RevisionError::NoRepository => message(words, "git-no-repository", &[name]),
        RevisionError::Shallow => message(words, "git-shallow", &[name]),
        RevisionError::Unknown => message(words, "diff-unknown", &[name]),
        RevisionError::NoSite => message(words, "git-no-site", &[name]),
        RevisionError::Git(said) => {
            message(words, "git-failed", &[name, ("reason", Arg::Text(said))])
        }
    }
}
