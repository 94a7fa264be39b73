//! The diagnostics of one text as its compiler finds them.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{At, CappedDiagnostics, Diagnostic};
use crate::model::frame::Frame;
use crate::source::SourceId;

/// What was found wrong so far.
pub(super) struct Findings {
    pub source: SourceId,
    /// What stands around the text.
    pub frame: Arc<Frame>,
    pub diagnostics: CappedDiagnostics,
}

impl Findings {
    pub(super) fn at(&self, range: &Range<usize>) -> At {
        At::span(self.source, range.clone())
    }

    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}
