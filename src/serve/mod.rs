//! The preview: a server on this machine that makes a page when a browser asks for it, and tells browsers when the page
//! that they show came out different.
//!
//! Takes a folder and wishes, gives answers over HTTP and [`News`] to whoever started it. The only place that opens a
//! socket. Knows nothing of how pages are made, and prints nothing.

mod answer;
mod body;
mod http;
mod live_reload;
mod overlay;
mod rebuild;
mod request_guard;
mod site_version;
mod write_timeout;

use std::io;
pub(crate) use std::net::IpAddr;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::diagnostic::Diagnostic;
use crate::locale::Language;
use crate::pipeline::BuildOptions;
use crate::source::Sources;

/// The address that nobody else reaches.
pub(crate) const THIS_MACHINE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// What a preview is asked for.
pub(crate) struct ServeOptions {
    pub root: PathBuf,
    pub options: BuildOptions,
    pub host: IpAddr,
    /// The next free one is taken if it is busy; 0 for any.
    pub port: u16,
    /// `vscode://file/{path}:{line}:{column}`: what a link to a place in a file leads to.
    pub editor_url: Option<String>,
    /// The words for editors.
    pub words: Language,
    /// The most diagnostics that a page shows.
    pub max_errors: usize,
}

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

/// Takes the news, on any thread.
pub(crate) type OnEvent = Arc<dyn Fn(PreviewEvent<'_>) + Send + Sync>;

/// Serves until somebody ends the program.
///
/// # Errors
/// No port could be had.
pub(crate) fn serve(settings: ServeOptions, on_event: OnEvent) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(8)
        .thread_name("serve")
        .enable_all()
        .build()?;
    let done = runtime.block_on(http::run(settings, on_event));
    runtime.shutdown_timeout(Duration::from_millis(200));
    done
}

#[cfg(test)]
mod tests;
