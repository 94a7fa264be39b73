//! The events of a preview: what happened, for the terminal.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use crate::diagnostic::{Accepted, Diagnostic};
use crate::source::Sources;

/// What happened, for the terminal.
pub(crate) enum PreviewEvent<'a> {
    /// The server answers.
    Listening {
        /// The address at which this machine opens it.
        own: SocketAddr,
        /// The addresses at which other machines do.
        others: Vec<SocketAddr>,
        /// It answers at all addresses that this machine has.
        is_open: bool,
        home: String,
    },
    /// Not every change is told of by an event: files are looked at again and again.
    Polls,
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
    /// What the content accepts is something else than before.
    Accepts {
        accepted: &'a [Accepted],
        sources: &'a Sources,
    },
    /// Ended as asked.
    Stopped,
}

/// Takes the events, on any thread.
pub(crate) type OnEvent = Arc<dyn Fn(PreviewEvent<'_>) + Send + Sync>;
