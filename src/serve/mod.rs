//! The preview: a development server that renders a page on request, with live reload when it came out different.
//!
//! Takes a folder and options, gives answers over HTTP and a [`PreviewEvent`] at a time to whoever started it. The only
//! place that opens a socket. Knows nothing of how pages are made, and prints nothing.

mod answer;
mod body;
mod event;
mod http;
mod live_reload;
mod overlay;
mod rebuild;
mod request_guard;
mod site_version;

use std::io;
pub(crate) use std::net::IpAddr;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use tokio::sync::{Semaphore, watch};

use crate::disk;
use crate::disk::read::Snapshot;
use crate::disk::sync_cookie::SyncCookies;
use crate::disk::watch::WatchListener;
use crate::locale::Language;
use crate::pipeline::BuildOptions;
pub(crate) use event::{OnEvent, PreviewEvent};
use http::Server;
use overlay::Words;
use rebuild::{Change, RebuildWorker};

/// The loopback address, which no other machine reaches.
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
    /// The language of messages to editors.
    pub words: Language,
    /// The most diagnostics that a page shows.
    pub max_errors: usize,
}

/// How many threads may look through copied files at once, of those that answer.
const LOOKS: usize = 1;

/// How many ports are tried.
const PORTS: u16 = 50;

/// Serves until somebody ends the program.
///
/// # Errors
/// No port could be had.
pub(crate) fn serve(settings: ServeOptions, on_event: OnEvent) -> io::Result<()> {
    let listener = listen(settings.host, settings.port)?;
    let address = listener.local_addr()?;
    let root = disk::whole_path(&settings.root);
    // Before anything is read, so that no change is missed.
    let watched = Watched::begin(&root);
    let snapshot = Snapshot::read(&root);
    let noticed = watched.noticed.clone();
    let mut worker = RebuildWorker::new(snapshot, settings.options, noticed, on_event.clone());
    let (send, versions) = watch::channel(worker.begin());
    let changes = watched.changes;
    std::thread::Builder::new()
        .name("rebuild".to_owned())
        .spawn(move || worker.run(&changes, &send))?;
    let home = format!("{}/", versions.borrow().base());
    let server = Server {
        versions,
        noticed: watched.noticed,
        cookies: watched.cookies.clone(),
        seen: watched.seen,
        words: Arc::new(Words {
            language: settings.words,
            root,
            editor_url: settings.editor_url,
            limit: settings.max_errors,
        }),
        looks: Arc::new(Semaphore::new(LOOKS)),
        is_open: !settings.host.is_loopback(),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(8)
        .thread_name("serve")
        .enable_all()
        .build()?;
    let is_up = || on_event(PreviewEvent::Listening { address, home });
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

/// What a watch of the site gives.
struct Watched {
    changes: mpsc::Receiver<Change>,
    /// Counts what was noticed.
    noticed: Arc<AtomicU64>,
    /// None where the system does not report events in order.
    cookies: Option<Arc<SyncCookies>>,
    /// The last cookie that was seen.
    seen: watch::Receiver<u64>,
}

impl Watched {
    fn begin(root: &Path) -> Watched {
        let noticed = Arc::new(AtomicU64::new(0));
        let (counts, gives) = (noticed.clone(), noticed.clone());
        let (put, changes) = mpsc::channel();
        let (sees, seen) = watch::channel(0);
        let cookies = SyncCookies::new().map(Arc::new);
        let listener = WatchListener {
            noticed: move || {
                counts.fetch_add(1, Ordering::AcqRel);
            },
            seen: move |cookie: u64| {
                sees.send_if_modified(|last| cookie > std::mem::replace(last, cookie.max(*last)));
            },
            give: move |changes| put.send((changes, gives.load(Ordering::Acquire))).is_ok(),
        };
        disk::watch::watch(root, cookies.clone(), listener);
        Watched {
            changes,
            noticed,
            cookies,
            seen,
        }
    }
}

/// The port that was asked for, or the next that is free.
fn listen(host: IpAddr, first: u16) -> io::Result<TcpListener> {
    let last = first.saturating_add(PORTS);
    let mut port = first;
    loop {
        match TcpListener::bind(SocketAddr::new(host, port)) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && port < last => port += 1,
            done => return done,
        }
    }
}

#[cfg(test)]
mod tests;
