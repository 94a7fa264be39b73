//! The events of a preview: what happened, for the terminal.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use crate::diagnostic::Diagnostic;
use crate::source::Sources;

/// What happened, for the terminal.
pub(crate) enum PreviewEvent<'a> {
    /// The server answers at this address.
    Listening { address: SocketAddr, home: String },
    /// Something changed and was taken in.
    Changed {
        /// Paths from the root.
        files: &'a [String],
        /// Addresses of pages that show a changed file.
        pages: &'a [String],
        took: Duration,
    },
    /// What is wrong with the site is something else than before.
    Found {
        diagnostics: &'a [Diagnostic],
        sources: &'a Sources,
    },
    /// Ended as asked.
    Stopped,
}

/// Takes the events, on any thread.
pub(crate) type OnEvent = Arc<dyn Fn(PreviewEvent<'_>) + Send + Sync>;
