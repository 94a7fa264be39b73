//! The preview: a development server that renders a page on request, with live reload when it came out different.
//!
//! Takes a folder and options, gives answers over HTTP and a [`PreviewEvent`] at a time to whoever started it. The only
//! place that opens a socket. Knows nothing of how pages are made, and prints nothing.

mod answer;
mod body;
mod byte_range;
mod event;
mod http;
mod listen;
mod live_reload;
mod news;
mod overlay;
mod rebuild;
mod request_guard;
mod site_version;
mod watched;

use std::io;
pub(crate) use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Semaphore, watch};

use crate::disk;
use crate::disk::read::Snapshot;
use crate::locale::Language;
use crate::pipeline::BuildOptions;
pub(crate) use event::{OnEvent, PreviewEvent};
use http::{STREAMS, Server};
pub(crate) use listen::{HostError, find_host};
use listen::{listen, other_addresses, own_address};
use news::NewsDesk;
use overlay::Words;
use rebuild::RebuildWorker;
use request_guard::Access;
pub(crate) use request_guard::allowed_name;
use watched::Watched;

/// What a preview is asked for.
pub(crate) struct ServeOptions {
    pub root: PathBuf,
    pub options: BuildOptions,
    pub host: IpAddr,
    /// The next free one is taken if it is busy; 0 for any.
    pub port: u16,
    /// Names that may stand in an address that leads here, from `allowed_name`; `{port}` in one stands for the port.
    pub names: Vec<String>,
    /// No event is waited for: the times of files are looked at.
    pub polls: bool,
    /// `vscode://file/{path}:{line}:{column}`: what a link to a place in a file leads to.
    pub editor_url: Option<String>,
    /// The language of messages to editors.
    pub words: Language,
    /// The most diagnostics that a page shows.
    pub max_errors: usize,
}

/// How many threads may look through copied files at once, of those that answer.
const INSPECTIONS: usize = 1;

/// Serves until somebody ends the program.
///
/// # Errors
/// No port could be had.
pub(crate) fn serve(settings: ServeOptions, on_event: OnEvent) -> io::Result<()> {
    let listener = listen(settings.host, settings.port)?;
    let address = listener.local_addr()?;
    let root = disk::whole_path(&settings.root);
    // Before anything is read, so that no change is missed.
    let watched = Watched::begin(&root, settings.polls, &on_event);
    let snapshot = Snapshot::read(&root);
    let noticed = watched.noticed.clone();
    let mut worker = RebuildWorker::new(snapshot, settings.options, noticed, on_event.clone());
    let (send, versions) = watch::channel(worker.begin());
    let changes = watched.changes;
    std::thread::Builder::new()
        .name("rebuild".to_owned())
        .spawn(move || worker.run(&changes, &send))?;
    let home = format!("{}/", versions.borrow().base());
    let is_open = !settings.host.is_loopback();
    let words = Arc::new(Words {
        language: settings.words,
        root,
        // Others have no editor on this machine, and no business with its folders.
        editor_url: settings.editor_url.filter(|_| !is_open),
        lines: !is_open,
        limit: settings.max_errors,
    });
    let port = address.port().to_string();
    let names = settings.names.iter();
    let names = names.map(|name| name.replace("{port}", &port));
    let server = Server {
        versions,
        noticed: watched.noticed,
        cookies: watched.cookies.clone(),
        seen: watched.seen,
        looks: watched.looks,
        news: Arc::new(NewsDesk::new(words.clone())),
        words,
        inspections: Arc::new(Semaphore::new(INSPECTIONS)),
        streams: Arc::new(Semaphore::new(STREAMS)),
        access: Access {
            is_open,
            names: names.collect(),
        },
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(8)
        .thread_name("serve")
        .enable_all()
        .build()?;
    let is_up = || {
        on_event(PreviewEvent::Listening {
            own: own_address(address),
            others: other_addresses(address),
            is_open: address.ip().is_unspecified(),
            home,
        });
    };
    let done = runtime.block_on(http::run(listener, server, is_up));
    if let Some(cookies) = watched.cookies {
        cookies.remove_folder();
    }
    if done.is_ok() {
        on_event(PreviewEvent::Stopped);
    }
    runtime.shutdown_timeout(Duration::from_millis(200));
    done
}

#[cfg(test)]
mod tests;
