//! The manifest as a file: figures and published files in one JSON, and why a text is none.

use serde::{Deserialize, Serialize};

use super::figures::Figures;

/// The form of manifests that this program writes and reads.
const FORM: u32 = 1;

/// What the file of every manifest begins with.
const BEGIN: &[u8] = b"{\"manifest\":";

/// What a build published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// The form of the file.
    manifest: u32,
    pub figures: Figures,
    /// Sorted by path.
    pub files: Vec<FileEntry>,
}

/// A published file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct FileEntry {
    /// From the output folder, with `/`.
    pub path: String,
    /// In bytes.
    pub size: u64,
    pub sha256: String,
}

/// Whether the file at a path is a page in a language: what stands at the root leads to one.
pub(crate) fn is_page(path: &str) -> bool {
    path.ends_with(".html") && path.contains('/')
}

/// Why a text is no manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum BadManifest {
    /// It is JSON, and says nothing of a manifest.
    NotOne,
    /// It is of another form, that of an older or newer program.
    OtherForm(u64),
    /// It breaks off or was changed; the line and the column where that shows, both from 1.
    Broken { line: usize, column: usize },
}

impl Manifest {
    pub(crate) fn new(figures: Figures, mut files: Vec<FileEntry>) -> Manifest {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Manifest {
            manifest: FORM,
            figures,
            files,
        }
    }

    /// As JSON, in one line.
    ///
    /// # Errors
    /// None that can come about: every key is a text.
    pub(crate) fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string(self).map(|text| text + "\n")
    }

    /// Whether nothing is lost where a manifest takes the place of these bytes: they are one, of whatever form, or were before they broke
    /// off, or are nothing.
    pub(crate) fn may_replace(bytes: &[u8]) -> bool {
        // A power cut can leave zeros.
        let is_nothing = |byte: &u8| *byte == 0 || byte.is_ascii_whitespace();
        let is_or_was_one = || match Manifest::parse(bytes) {
            Ok(_) | Err(BadManifest::OtherForm(_)) => true,
            Err(BadManifest::NotOne) => false,
            Err(BadManifest::Broken { .. }) => bytes.starts_with(BEGIN) || BEGIN.starts_with(bytes),
        };
        bytes.iter().all(is_nothing) || is_or_was_one()
    }

    /// The manifest that bytes are.
    ///
    /// # Errors
    /// They are none, or one of another form.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Manifest, BadManifest> {
        #[derive(Deserialize)]
        struct Head {
            manifest: Option<u64>,
        }
        let broken = |error: serde_json::Error| BadManifest::Broken {
            line: error.line(),
            column: error.column(),
        };
        // A list would be read as the fields one after another.
        let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
        if first.is_some_and(|first| *first != b'{') {
            return Err(BadManifest::NotOne);
        }
        let head: Head = serde_json::from_slice(bytes).map_err(|error| match error.classify() {
            serde_json::error::Category::Data => BadManifest::NotOne,
            _ => broken(error),
        })?;
        match head.manifest {
            None => Err(BadManifest::NotOne),
            Some(form) if form != u64::from(FORM) => Err(BadManifest::OtherForm(form)),
            Some(_) => serde_json::from_slice(bytes).map_err(broken),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Option<BadManifest> {
        Manifest::parse(text.as_bytes()).err()
    }

    #[test]
    fn what_is_no_manifest_is_told_apart() {
        let broken = |line, column| Some(BadManifest::Broken { line, column });
        assert_eq!(parsed(""), broken(1, 0));
        assert_eq!(parsed("{\"manifest\":1,"), broken(1, 14));
        assert_eq!(parsed("{\"manifest\":1,\n\"figures\":3}"), broken(2, 11));
        assert_eq!(parsed("{}"), Some(BadManifest::NotOne));
        assert_eq!(parsed("[7]"), Some(BadManifest::NotOne));
        assert_eq!(parsed("{\"manifest\":2}"), Some(BadManifest::OtherForm(2)));
        assert_eq!(parsed("{\"manifest\":\"a\"}"), Some(BadManifest::NotOne));
    }

    #[test]
    fn only_what_is_or_was_a_manifest_may_be_replaced() {
        for ours in [
            "",
            "{",
            "\n",
            "\0\0\0",
            "{\"manifest\":1,\"fig",
            "{\"manifest\":2}",
        ] {
            assert!(Manifest::may_replace(ours.as_bytes()), "{ours:?}");
        }
        for theirs in [
            "{\"name\": \"app\"}",
            "[1, 2]",
            "a note",
            "{\"manifest\": \"app\"}",
            "{\"a\": 1",
        ] {
            assert!(!Manifest::may_replace(theirs.as_bytes()), "{theirs:?}");
        }
    }
}
