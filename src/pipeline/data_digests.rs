//! Digests of files of open data, kept as the files are made, for the one file that tells them.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};

use crate::formats::data::FileDigest;
use crate::plan::data::DataFile;

/// The digests of the files that were made.
#[derive(Debug, Default)]
pub(super) struct DataDigests(Mutex<HashMap<DataFile, FileDigest>>);

impl DataDigests {
    /// Keeps the digest of a file that was made.
    pub(super) fn keep(&self, file: DataFile, bytes: &[u8]) {
        let told = matches!(
            file,
            DataFile::Csv(_) | DataFile::Json(_) | DataFile::Workbook
        );
        if told {
            let digest = digest_of(bytes);
            let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            all.insert(file, digest);
        }
    }

    /// The digest of a file, if it was made.
    pub(super) fn find(&self, file: DataFile) -> Option<FileDigest> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(&file).cloned()
    }
}

/// The digest of these bytes.
pub(super) fn digest_of(bytes: &[u8]) -> FileDigest {
    let digest = Sha256::digest(bytes);
    FileDigest {
        bytes: bytes.len(),
        sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
    }
}
