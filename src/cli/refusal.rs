//! Why a site could not be published, in the editor's language.
//!
//! Takes an error of `disk::publish`, gives a sentence. Paths in it are shown as text that no terminal obeys.

use std::io;
use std::path::Path;

use super::report::path_text;
use crate::disk::publish::PublishError;
use crate::locale::{Arg, Language};

/// The error as a sentence.
pub fn refusal(error: &PublishError, words: &Language) -> String {
    let say = |id: &str, path: &str, more: (&str, &str), reason: &str| {
        let args = [
            ("path", Arg::Text(path)),
            (more.0, Arg::Text(more.1)),
            ("reason", Arg::Text(reason)),
        ];
        let text = words.messages.format(id, &args);
        text.unwrap_or_else(|_| error.to_string())
    };
    let none = ("other", "");
    let text = |path: &Path| path_text(path);
    match error {
        PublishError::NotOurs(out) => say("cli-not-ours", &text(out), none, ""),
        PublishError::NotAFolder(out) => say("cli-not-a-folder", &text(out), none, ""),
        PublishError::HoldsSite { out, held } => {
            say("cli-holds-site", &text(out), ("other", &text(held)), "")
        }
        PublishError::InsideSite { out, holder } => {
            say("cli-inside-site", &text(out), ("other", &text(holder)), "")
        }
        PublishError::BadPath(path) => say("cli-bad-path", &text(Path::new(path)), none, ""),
        PublishError::Taken(path) => say("cli-taken", &text(Path::new(path)), none, ""),
        PublishError::OldStays { path, error } => {
            say("cli-old-stays", &text(path), none, &reason(error, words))
        }
        PublishError::Io { doing, path, error } => {
            let doing = ("doing", deed(doing));
            say("cli-disk", &text(path), doing, &reason(error, words))
        }
    }
}

/// The key in the message for what was tried.
fn deed(doing: &str) -> &'static str {
    match doing {
        "find" | "find the site's folder" => "find",
        "look into the folder" => "look-into",
        "make the folder" => "make",
        "remove" => "remove",
        "move" => "move",
        "write" => "write",
        "read" => "read",
        "copy" => "copy",
        _ => "other",
    }
}

fn reason(error: &io::Error, words: &Language) -> String {
    let id = match error.kind() {
        io::ErrorKind::PermissionDenied => "cli-reason-permission",
        io::ErrorKind::NotFound => "cli-reason-missing",
        io::ErrorKind::StorageFull => "cli-reason-full",
        io::ErrorKind::QuotaExceeded => "cli-reason-quota",
        io::ErrorKind::ReadOnlyFilesystem => "cli-reason-read-only",
        io::ErrorKind::InvalidFilename => "cli-reason-name",
        // The system speaks its own language.
        _ => return error.to_string(),
    };
    words
        .messages
        .format(id, &[])
        .unwrap_or_else(|_| error.to_string())
}
