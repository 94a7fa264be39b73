//! The record of a target: which files were brought there, each with its size and digest.
//!
//! It tells nothing that the site does not. Before a file is brought or goes it is in doubt: then a deployment that is killed leaves a
//! record that is true all the same.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::disk::publish::is_inside;
use crate::manifest::FileEntry;

/// The form of records that this program writes and reads.
const FORM: u64 = 1;

/// A file as a target has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Kept {
    #[serde(flatten)]
    pub file: FileEntry,
    /// What is sent with it to readers, where the target keeps that, too.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub headers: String,
}

/// What was brought to a target.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Record {
    /// By path.
    files: BTreeMap<String, Known>,
}

/// What is known of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Known {
    /// It is there.
    There(Kept),
    /// A file of this path is there, as it was or as it was to become.
    Either,
    /// It may be there, or nothing.
    Perhaps,
}

/// In the place of a digest.
const EITHER: &str = "?";

/// Why bytes are no record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum BadRecord {
    /// It breaks off, is something else, or leads out of the folder.
    Broken,
    /// It is of another form, that of an older or newer program.
    OtherForm(u64),
}

#[derive(Serialize, Deserialize)]
struct Written {
    deployed: u64,
    files: Vec<Kept>,
}

impl Record {
    /// The record that bytes are.
    ///
    /// # Errors
    /// They are none, or one of another form.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Record, BadRecord> {
        #[derive(Deserialize)]
        struct Head {
            deployed: u64,
        }
        let head: Head = serde_json::from_slice(bytes).map_err(|_| BadRecord::Broken)?;
        if head.deployed != FORM {
            return Err(BadRecord::OtherForm(head.deployed));
        }
        let written: Written = serde_json::from_slice(bytes).map_err(|_| BadRecord::Broken)?;
        if !written.files.iter().all(|kept| is_inside(&kept.file.path)) {
            return Err(BadRecord::Broken);
        }
        let files = written.files.into_iter().map(|kept| {
            let path = kept.file.path.clone();
            let known = match &*kept.file.sha256 {
                "" => Known::Perhaps,
                EITHER => Known::Either,
                _ => Known::There(kept),
            };
            (path, known)
        });
        Ok(Record {
            files: files.collect(),
        })
    }

    /// As JSON, a file in each line.
    pub(super) fn text(&self) -> String {
        let files = self.files.iter().map(|(path, known)| {
            let doubted = |sha256: &str| Kept {
                file: FileEntry {
                    path: path.clone(),
                    size: 0,
                    sha256: sha256.to_owned(),
                },
                headers: String::new(),
            };
            let kept = match known {
                Known::There(kept) => kept.clone(),
                Known::Either => doubted(EITHER),
                Known::Perhaps => doubted(""),
            };
            // Every key is a text: there is nothing that could fail.
            serde_json::to_string(&kept).unwrap_or_default()
        });
        let files: Vec<String> = files.collect();
        format!(
            "{{\"deployed\":{FORM},\"files\":[\n{}\n]}}\n",
            files.join(",\n")
        )
    }

    /// The paths of all files that were brought, whether they are there still or not.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// What is known of a path.
    pub(super) fn get(&self, path: &str) -> Option<&Known> {
        self.files.get(path)
    }

    /// Whether a file of this path was brought, or may have been.
    pub(crate) fn knows(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Whether it is not known of some file how it is.
    pub(crate) fn is_in_doubt(&self) -> bool {
        self.files
            .values()
            .any(|known| !matches!(known, Known::There(_)))
    }

    /// From here on it is not known how the file of a path is.
    pub(super) fn doubt(&mut self, path: &str) {
        let known = match self.files.get(path) {
            Some(Known::There(_) | Known::Either) => Known::Either,
            Some(Known::Perhaps) | None => Known::Perhaps,
        };
        self.files.insert(path.to_owned(), known);
    }

    /// A file is there.
    pub(super) fn add(&mut self, kept: Kept) {
        self.files
            .insert(kept.file.path.clone(), Known::There(kept));
    }

    /// The file of a path is not there any more.
    pub(super) fn forget(&mut self, path: &str) {
        self.files.remove(path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut record = Record::default();
        assert_eq!(Record::parse(record.text().as_bytes()), Ok(record.clone()));
        let kept = |path: &str, headers: &str| Kept {
            file: FileEntry {
                path: path.to_owned(),
                size: 7,
                sha256: "ab".to_owned(),
            },
            headers: headers.to_owned(),
        };
        record.add(kept("kk/\"Қ\"/index.html", ""));
        record.doubt("a");
        record.add(kept("b", "text/css"));
        record.doubt("b");
        record.add(kept("c", "text/css"));
        let text = record.text();
        assert_eq!(Record::parse(text.as_bytes()), Ok(record.clone()));
        assert_eq!(text.lines().count(), 6);
        let line = "{\"path\":\"c\",\"size\":7,\"sha256\":\"ab\",\"headers\":\"text/css\"},";
        assert!(text.lines().any(|found| found == line), "{text}");
        assert_eq!(record.get("a"), Some(&Known::Perhaps));
        assert_eq!(record.get("b"), Some(&Known::Either));
        let parsed = |text: &str| Record::parse(text.as_bytes()).err();
        assert_eq!(parsed(&text[..text.len() - 3]), Some(BadRecord::Broken));
        assert_eq!(parsed(""), Some(BadRecord::Broken));
        assert_eq!(parsed("[]"), Some(BadRecord::Broken));
        assert_eq!(parsed("{\"deployed\":2}"), Some(BadRecord::OtherForm(2)));
        for path in ["../a", "/a", "a//b", ".tagzym/lock", ".git/config", ""] {
            let file = format!(
                "{{\"deployed\":1,\"files\":[{{\"path\":\"{path}\",\"size\":1,\"sha256\":\"\"}}]}}"
            );
            assert_eq!(parsed(&file), Some(BadRecord::Broken), "{path}");
        }
    }
}
