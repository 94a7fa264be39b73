//! Publish errors as messages: why a site could not be published, in the editor's language.
//!
//! Takes an error of `disk::publish`, gives a sentence. Control characters in paths are made visible, so that no
//! terminal obeys them.

use std::io;
use std::path::Path;

use super::report::{message, path_text};
use crate::deploy::{Refusal, TargetError};
use crate::disk::own_words;
use crate::disk::publish::{Deed, PublishError};
use crate::locale::{Arg, Language};
use crate::source::text::invisible::visible;

/// The error as a sentence.
pub(super) fn refusal(error: &PublishError, words: &Language) -> String {
    let say = |id: &str, path: &str, more: (&str, &str), reason: &str| {
        let args = [
            ("path", Arg::Text(path)),
            (more.0, Arg::Text(more.1)),
            ("reason", Arg::Text(reason)),
        ];
        message(words, id, &args)
    };
    let none = ("other", "");
    let text = |path: &Path| path_text(path);
    match error {
        PublishError::NotOurs(out) => say("cli-not-ours", &text(out), none, ""),
        PublishError::NotAnOutput(out) => say("cli-not-an-output", &text(out), none, ""),
        PublishError::NotAFolder(out) => say("cli-not-a-folder", &text(out), none, ""),
        PublishError::HoldsSite { out, held } => {
            say("cli-holds-site", &text(out), ("other", &text(held)), "")
        }
        PublishError::InsideSite { out, holder } => {
            say("cli-inside-site", &text(out), ("other", &text(holder)), "")
        }
        PublishError::BadPath(path) => say("cli-bad-path", &text(Path::new(path)), none, ""),
        PublishError::Taken(path) => say("cli-taken", &text(Path::new(path)), none, ""),
        PublishError::InTheWay(path) => say("cli-in-the-way", &text(path), none, ""),
        PublishError::FolderInTheWay(path) => say("cli-folder-in-the-way", &text(path), none, ""),
        PublishError::NotAManifest(path) => say("cli-not-a-manifest", &text(path), none, ""),
        PublishError::NotCarried { path, error } => {
            say("cli-not-carried", &text(path), none, &reason(error, words))
        }
        PublishError::Busy { out, process } => {
            let process = process_text(*process);
            say("cli-busy", &text(out), ("process", &process), "")
        }
        PublishError::InPart(why) => say("cli-in-part", "", none, &refusal(why, words)),
        PublishError::OldStays { path, error } => {
            say("cli-old-stays", &text(path), none, &reason(error, words))
        }
        PublishError::Io { doing, path, error } => {
            let doing = ("doing", deed(*doing));
            say("cli-disk", &text(path), doing, &reason(error, words))
        }
    }
}

/// The error of a target as a sentence.
pub(super) fn target_refusal(error: &TargetError, words: &Language) -> String {
    let error = match error {
        TargetError::Disk(error) => return refusal(error, words),
        TargetError::Store(error) => error,
    };
    let (why, status) = match error.why {
        Refusal::NotBuiltIn => ("not-built-in", 0),
        Refusal::UnknownKind => ("unknown-kind", 0),
        Refusal::SecretInAddress => ("secret", 0),
        Refusal::Settings => ("settings", 0),
        Refusal::NoKey => ("no-key", 0),
        Refusal::KeyRefused => ("key-refused", 0),
        Refusal::NoBucket => ("no-bucket", 0),
        Refusal::NoAnswer => ("no-answer", 0),
        Refusal::TooSlow => ("too-slow", 0),
        Refusal::CutOff => ("cut-off", 0),
        Refusal::Answered(status) => ("answered", status),
        Refusal::BadName => ("bad-name", 0),
        Refusal::Other => ("other", 0),
    };
    let status = status.to_string();
    let args = [("why", Arg::Text(why)), ("status", Arg::Text(&status))];
    let reason = message(words, "cli-storage", &args);
    let Some((doing, address)) = &error.tried else {
        return reason;
    };
    let args = [
        ("doing", Arg::Text(deed(*doing))),
        ("path", Arg::Text(&visible(address))),
        ("reason", Arg::Text(&reason)),
    ];
    message(words, "cli-disk", &args)
}

/// The number of a process for a message.
pub(super) fn process_text(process: Option<u32>) -> String {
    process.map_or("unknown".to_owned(), |process| process.to_string())
}

/// The key of the message's selector for what was tried.
fn deed(doing: Deed) -> &'static str {
    match doing {
        Deed::Find => "find",
        Deed::LookInto => "look-into",
        Deed::Make => "make",
        Deed::Remove => "remove",
        Deed::Move => "move",
        Deed::Write => "write",
        Deed::Read => "read",
        Deed::Copy => "copy",
    }
}

/// Why the system refused, in the editor's language where there are words for it.
pub(super) fn reason(error: &io::Error, words: &Language) -> String {
    let id = match error.kind() {
        io::ErrorKind::PermissionDenied => "cli-reason-permission",
        io::ErrorKind::NotFound => "cli-reason-missing",
        io::ErrorKind::NotADirectory => "cli-reason-not-a-folder",
        io::ErrorKind::InvalidInput => "cli-reason-not-plain",
        io::ErrorKind::StorageFull => "cli-reason-full",
        io::ErrorKind::QuotaExceeded => "cli-reason-quota",
        io::ErrorKind::ReadOnlyFilesystem => "cli-reason-read-only",
        io::ErrorKind::InvalidFilename => "cli-reason-name",
        io::ErrorKind::AddrInUse => "cli-reason-in-use",
        io::ErrorKind::AddrNotAvailable => "cli-reason-not-own",
        _ if has_no_handle(error) => "cli-reason-handles",
        // The system speaks its own language.
        _ => return own_words(error),
    };
    words
        .messages
        .format(id, &[])
        .unwrap_or_else(|_| own_words(error))
}

/// Whether this process, or all together, have as many files open as they may: EMFILE and ENFILE.
fn has_no_handle(error: &io::Error) -> bool {
    cfg!(unix) && matches!(error.raw_os_error(), Some(23 | 24))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lang::Lang;
    use crate::report::message::language;

    #[test]
    fn who_has_no_permission_is_told_who_can_give_it() {
        for (lang, sentence) in [
            (
                Lang::En,
                "this cannot be written: a.pdf: you do not have permission (its owner or an administrator can give it)",
            ),
            (
                Lang::Ru,
                "не удалось записать: a.pdf: нет прав доступа (их может дать владелец или администратор)",
            ),
            (
                Lang::Kk,
                "жазу мүмкін болмады: a.pdf: рұқсат жоқ (оны иесі немесе әкімші бере алады)",
            ),
        ] {
            let error = PublishError::Io {
                doing: Deed::Write,
                path: "a.pdf".into(),
                error: io::ErrorKind::PermissionDenied.into(),
            };
            assert_eq!(refusal(&error, &language(lang)), sentence);
        }
    }

    #[test]
    fn each_deed_has_a_sentence_of_its_own() {
        for (lang, sentences) in [
            (
                Lang::En,
                [
                    "this was not found: a.pdf: it is not there",
                    "the folder cannot be looked into: a.pdf: it is not there",
                    "the folder cannot be made: a.pdf: it is not there",
                    "this cannot be removed: a.pdf: it is not there",
                    "this cannot be moved: a.pdf: it is not there",
                    "this cannot be written: a.pdf: it is not there",
                    "this cannot be read: a.pdf: it is not there",
                    "this cannot be copied: a.pdf: it is not there",
                ],
            ),
            (
                Lang::Ru,
                [
                    "не удалось найти: a.pdf: такого файла или папки нет",
                    "не удалось заглянуть в папку: a.pdf: такого файла или папки нет",
                    "не удалось создать папку: a.pdf: такого файла или папки нет",
                    "не удалось удалить: a.pdf: такого файла или папки нет",
                    "не удалось переместить: a.pdf: такого файла или папки нет",
                    "не удалось записать: a.pdf: такого файла или папки нет",
                    "не удалось прочитать: a.pdf: такого файла или папки нет",
                    "не удалось скопировать: a.pdf: такого файла или папки нет",
                ],
            ),
            (
                Lang::Kk,
                [
                    "табылмады: a.pdf: мұндай файл немесе қалта жоқ",
                    "қалтаның ішін қарау мүмкін болмады: a.pdf: мұндай файл немесе қалта жоқ",
                    "қалта жасау мүмкін болмады: a.pdf: мұндай файл немесе қалта жоқ",
                    "өшіру мүмкін болмады: a.pdf: мұндай файл немесе қалта жоқ",
                    "жылжыту мүмкін болмады: a.pdf: мұндай файл немесе қалта жоқ",
                    "жазу мүмкін болмады: a.pdf: мұндай файл немесе қалта жоқ",
                    "оқу мүмкін болмады: a.pdf: мұндай файл немесе қалта жоқ",
                    "көшіру мүмкін болмады: a.pdf: мұндай файл немесе қалта жоқ",
                ],
            ),
        ] {
            let words = language(lang);
            let deeds = [
                Deed::Find,
                Deed::LookInto,
                Deed::Make,
                Deed::Remove,
                Deed::Move,
                Deed::Write,
                Deed::Read,
                Deed::Copy,
            ];
            for (doing, sentence) in deeds.into_iter().zip(sentences) {
                let error = PublishError::Io {
                    doing,
                    path: "a.pdf".into(),
                    error: io::ErrorKind::NotFound.into(),
                };
                assert_eq!(refusal(&error, &words), sentence);
            }
        }
    }
}
