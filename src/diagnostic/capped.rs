//! A capped list of diagnostics: of one file, as many as an editor can ever look at.
//!
//! A file of megabytes can hold a mistake at every second byte: to keep them all takes more memory than the portal.

use super::code::{Code, Severity};
use super::value::{At, Diagnostic};

/// So many errors of one file are kept, and so many warnings.
pub(crate) const MOST: usize = 10_000;

/// What was found wrong in one file, as far as it is kept.
#[derive(Debug, Default)]
pub(crate) struct CappedDiagnostics {
    kept: Vec<Diagnostic>,
    errors: usize,
    warnings: usize,
}

impl CappedDiagnostics {
    /// Keeps it, unless there are too many of its kind.
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        let count = match diagnostic.severity() {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        *count += 1;
        if *count <= MOST {
            self.kept.push(diagnostic);
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// The kept ones, the latest first.
    pub(crate) fn latest_mut(&mut self) -> impl Iterator<Item = &mut Diagnostic> {
        self.kept.iter_mut().rev()
    }

    pub(crate) fn into_vec(self) -> Vec<Diagnostic> {
        self.kept
    }

    /// The kept ones; if there were more, the last says so of the file at `path`.
    pub(crate) fn into_vec_of(self, path: &str) -> Vec<Diagnostic> {
        let mut kept = self.kept;
        if self.errors.max(self.warnings) > MOST {
            let more = Diagnostic::new(Code::TooManyMistakes, At::File(path.to_owned()));
            kept.push(more.with("limit", MOST));
        }
        kept
    }
}

impl Extend<Diagnostic> for CappedDiagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, all: I) {
        all.into_iter().for_each(|one| self.push(one));
    }
}
