//! Files that are not for readers, told by their names: what programs leave behind, and what must not be published.
//!
//! Below `content/static` every file is published as it is, so what is left out there is said. Touches no file.

use std::ffi::OsStr;

/// Why a file is left out. The word of each chooses the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LeftOut {
    /// Without a word.
    Silently,
    /// An office program has a document open.
    Lock,
    /// A key or a password.
    Secret,
    /// Of the system, or of a program's own settings.
    System,
    /// A download that did not come to its end.
    Partial,
    /// What an editor keeps beside the file that is edited.
    Backup,
    /// The history of a repository.
    History,
}

impl LeftOut {
    pub(super) fn word(self) -> Option<&'static str> {
        Some(match self {
            LeftOut::Silently => return None,
            LeftOut::Lock => "lock",
            LeftOut::Secret => "secret",
            LeftOut::System => "system",
            LeftOut::Partial => "partial",
            LeftOut::Backup => "backup",
            LeftOut::History => "history",
        })
    }
}

/// Whether a file or folder is left out; `in_static`: the folder that it lies in is copied as it is.
///
/// `.well-known`, `.htaccess` and `.nojekyll` are hidden and meant: below `content/static` hidden names are kept, unless
/// it is known that nobody means to publish them.
pub(super) fn left_out(name: &OsStr, is_folder: bool, in_static: bool) -> Option<LeftOut> {
    let name = name.as_encoded_bytes().to_ascii_lowercase();
    let found = told(&name, is_folder);
    if in_static {
        return found;
    }
    match found {
        // Nobody is told of what lies beside texts and is not published. A text could name a key.
        Some(LeftOut::Secret) if !name.starts_with(b".") => found,
        Some(_) => Some(LeftOut::Silently),
        None => name.starts_with(b".").then_some(LeftOut::Silently),
    }
}

/// What a name in small letters tells.
fn told(name: &[u8], is_folder: bool) -> Option<LeftOut> {
    let ends = |endings: &[&[u8]]| endings.iter().any(|ending| name.ends_with(ending));
    if HISTORY.contains(&name) {
        return Some(LeftOut::History);
    }
    if SYSTEM.contains(&name) || name.starts_with(b"._") {
        return Some(LeftOut::System);
    }
    // What keeps an empty folder in a repository, and what a repository is told.
    if matches!(
        name,
        b".gitkeep" | b".keep" | b".gitignore" | b".gitattributes" | b".gitmodules"
    ) {
        return Some(LeftOut::Silently);
    }
    if SECRETS.contains(&name) || name.starts_with(b".env.") {
        return Some(LeftOut::Secret);
    }
    if ends(&PARTS) {
        return Some(LeftOut::Partial);
    }
    if is_folder {
        return None;
    }
    if name.starts_with(b"~$") || name.starts_with(b".~lock.") {
        return Some(LeftOut::Lock);
    }
    if ends(&KEYS) {
        return Some(LeftOut::Secret);
    }
    let is_open = name.starts_with(b".#") || name.starts_with(b"#") && name.ends_with(b"#");
    (is_open || name == b"4913" || ends(&BACKUPS)).then_some(LeftOut::Backup)
}

const HISTORY: [&[u8]; 5] = [b".git", b".svn", b".hg", b".bzr", b"cvs"];

const SYSTEM: [&[u8]; 17] = [
    b".ds_store",
    b"thumbs.db",
    b"ehthumbs.db",
    b"desktop.ini",
    b".directory",
    b".appledouble",
    b".spotlight-v100",
    b".trashes",
    b".fseventsd",
    b".localized",
    b"__macosx",
    b"$recycle.bin",
    b"system volume information",
    b".vscode",
    b".idea",
    b".obsidian",
    b".vs",
];

const SECRETS: [&[u8]; 17] = [
    b".env",
    b".envrc",
    b".netrc",
    b"_netrc",
    b".npmrc",
    b".pgpass",
    b".htpasswd",
    b".git-credentials",
    b".ssh",
    b".aws",
    b".gnupg",
    b"id_rsa",
    b"id_dsa",
    b"id_ecdsa",
    b"id_ecdsa_sk",
    b"id_ed25519",
    b"id_ed25519_sk",
];

const KEYS: [&[u8]; 9] = [
    b".pem",
    b".key",
    b".pfx",
    b".p12",
    b".ppk",
    b".jks",
    b".keystore",
    b".kdbx",
    b".kdb",
];

/// Safari keeps a download in a folder.
const PARTS: [&[u8]; 7] = [
    b".crdownload",
    b".part",
    b".partial",
    b".download",
    b".opdownload",
    b".filepart",
    b".aria2",
];

const BACKUPS: [&[u8]; 12] = [
    b"~",
    b".swp",
    b".swo",
    b".swn",
    b".swx",
    b".bak",
    b".orig",
    b".tmp",
    b".wbk",
    b".old",
    b".save",
    b".kate-swp",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_for_readers_is_told_by_its_name() {
        let of = |name: &str| left_out(OsStr::new(name), false, true).and_then(LeftOut::word);
        for (name, expected) in [
            ("~$есеп.docx", "lock"),
            (".~lock.есеп.odt#", "lock"),
            (".env", "secret"),
            (".env.production", "secret"),
            ("ID_RSA", "secret"),
            ("site.PEM", "secret"),
            ("Desktop.ini", "system"),
            ("Thumbs.db", "system"),
            (".DS_Store", "system"),
            ("._есеп.pdf", "system"),
            ("Unconfirmed 12.crdownload", "partial"),
            ("film.mp4.part", "partial"),
            ("есеп.pdf~", "backup"),
            (".есеп.html.swp", "backup"),
            ("a.BAK", "backup"),
            (".git", "history"),
        ] {
            assert_eq!(of(name), Some(expected), "{name}");
        }
        for name in [
            ".well-known",
            ".htaccess",
            ".nojekyll",
            "_headers",
            "_redirects",
            "CNAME",
            "id_rsa.pub",
            "environment.pdf",
            "keys.pdf",
            "archive.part1.rar",
            "download.html",
            "sw.js",
            "git",
        ] {
            assert_eq!(left_out(OsStr::new(name), false, true), None, "{name}");
        }
        // Beside texts hidden files are passed over, and nothing is said.
        let beside = |name: &str| left_out(OsStr::new(name), false, false);
        assert_eq!(beside(".anything"), Some(LeftOut::Silently));
        assert_eq!(beside("~$есеп.docx"), Some(LeftOut::Silently));
        assert_eq!(beside("site.key"), Some(LeftOut::Secret));
        // A folder of such a name is no backup.
        assert_eq!(left_out(OsStr::new("x.bak"), true, true), None);
    }
}
