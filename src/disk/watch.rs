//! The file watcher, with debounce: reports which files of a site may have changed.
//!
//! Takes a root, gives the paths that something happened to, collected for some milliseconds. Follows what an editor
//! does when it saves: writing in place, or a new file renamed over the old one. When events were lost, or a watched
//! folder was removed and made again, it reports that anything may have changed. Knows nothing of what a file holds.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher, recommended_watcher};

use super::sync_cookie::SyncCookies;

/// What may have changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Changes {
    /// Files and folders, by their paths on the disk.
    Paths(BTreeSet<PathBuf>),
    /// Nobody knows: everything is to be read again.
    Anything,
}

impl Changes {
    /// Puts two sets of changes together.
    pub(crate) fn and(self, other: Changes) -> Changes {
        match (self, other) {
            (Changes::Paths(mut paths), Changes::Paths(more)) => {
                paths.extend(more);
                Changes::Paths(paths)
            }
            _ => Changes::Anything,
        }
    }
}

/// The debounce: how long nothing may happen before what was collected is given.
const QUIET: Duration = Duration::from_millis(2);
/// The same after [`MANY`] changes: they are not one editor's, and more will come.
const QUIET_OF_MANY: Duration = Duration::from_millis(10);
const MANY: usize = 30;
/// How much is collected at most while more and more happens, and how long while a file is still open for writing.
const MOST: usize = 4_000;
const LONGEST_OPEN: Duration = Duration::from_millis(500);
/// How long to wait before a folder that cannot be watched is tried again.
const RETRY: Duration = Duration::from_secs(1);
/// The folders of a root that a site is read from.
const FOLDERS: [&str; 2] = ["content", "themes"];

type Events = Receiver<notify::Result<Event>>;

/// The callbacks of a watch, all called by its own thread.
pub(crate) struct WatchListener<N, H, G> {
    /// Called as soon as something happens.
    pub noticed: N,
    /// Called with the number of a sync cookie: what happened before it has been noticed.
    pub seen: H,
    /// Called with what was collected; the watch ends when it gives false.
    pub give: G,
}

/// Watches a site. Watching has begun when this returns, as far as it can: a folder that cannot be watched is read
/// again every second.
pub(crate) fn watch(
    root: &Path,
    cookies: Option<Arc<SyncCookies>>,
    mut listener: WatchListener<
        impl Fn() + Send + 'static,
        impl Fn(u64) + Send + 'static,
        impl FnMut(Changes) -> bool + Send + 'static,
    >,
) {
    let root = root.to_owned();
    let first = begin(&root, cookies.as_deref());
    thread::spawn(move || {
        let cookies = cookies.as_deref();
        let mut watched = first;
        loop {
            if let Ok((_watcher, events)) = &watched {
                let filter = EventFilter {
                    root: &root,
                    cookies,
                    seen: &listener.seen,
                };
                while let Some(batch) = collect(&filter, events, &listener.noticed) {
                    let is_lost = batch.is_lost;
                    if !is_lost && !(listener.give)(batch.changes) {
                        return;
                    }
                    if is_lost {
                        break;
                    }
                }
            } else {
                thread::sleep(RETRY);
            }
            watched = begin(&root, cookies);
            (listener.noticed)();
            // Everything is read anew: every cookie until now has been seen.
            if let Some(cookies) = cookies {
                (listener.seen)(cookies.last());
            }
            if !(listener.give)(Changes::Anything) {
                return;
            }
        }
    });
}

fn begin(
    root: &Path,
    cookies: Option<&SyncCookies>,
) -> notify::Result<(RecommendedWatcher, Events)> {
    let (put, events) = channel();
    let mut watcher = recommended_watcher(move |event| {
        let _ = put.send(event);
    })?;
    watcher.watch(root, RecursiveMode::NonRecursive)?;
    for folder in FOLDERS.map(|name| root.join(name)) {
        if folder.is_dir() {
            watcher.watch(&folder, RecursiveMode::Recursive)?;
        }
    }
    if let Some(cookies) = cookies {
        // Without it, all else is seen as well.
        let _ = watcher.watch(cookies.folder(), RecursiveMode::NonRecursive);
    }
    Ok((watcher, events))
}

/// What events are filtered by.
struct EventFilter<'a> {
    root: &'a Path,
    cookies: Option<&'a SyncCookies>,
    seen: &'a dyn Fn(u64),
}

/// What was collected: a debounced batch of events.
struct Batch {
    changes: Changes,
    /// The watches do not see everything any more.
    is_lost: bool,
    /// Files that somebody has open for writing, where the system tells when they are closed.
    open: BTreeSet<PathBuf>,
    /// How many events were taken.
    fresh: usize,
}

/// Waits for something to happen and collects what follows; none if the watches ended.
fn collect(filter: &EventFilter<'_>, events: &Events, noticed: &impl Fn()) -> Option<Batch> {
    let mut batch = Batch {
        changes: Changes::Paths(BTreeSet::new()),
        is_lost: false,
        open: BTreeSet::new(),
        fresh: 0,
    };
    while batch.fresh == 0 {
        batch.take(filter, events.recv().ok()?);
    }
    noticed();
    let mut waited = Duration::ZERO;
    while waited < LONGEST_OPEN && batch.fresh < MOST {
        let quiet = match batch.fresh < MANY {
            true => QUIET,
            false => QUIET_OF_MANY,
        };
        match events.recv_timeout(quiet) {
            Ok(event) => batch.take(filter, event),
            Err(RecvTimeoutError::Timeout) if !batch.open.is_empty() => waited += quiet,
            Err(_) => break,
        }
    }
    Some(batch)
}

impl Batch {
    fn take(&mut self, filter: &EventFilter<'_>, event: notify::Result<Event>) {
        let Ok(event) = event else {
            self.fresh += 1;
            self.is_lost = true;
            return;
        };
        if event.need_rescan() {
            self.fresh += 1;
            self.changes = Changes::Anything;
        }
        let is_closed = event.kind == EventKind::Access(AccessKind::Close(AccessMode::Write));
        // Our own reading makes all the other access events.
        if event.kind.is_access() && !is_closed {
            return;
        }
        let moves = matches!(
            event.kind,
            EventKind::Create(_) | EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))
        );
        let writes = matches!(
            event.kind,
            EventKind::Create(CreateKind::File) | EventKind::Modify(ModifyKind::Data(_))
        );
        for path in event.paths {
            if let Some(cookie) = filter.cookies.and_then(|cookies| cookies.number_of(&path)) {
                (filter.seen)(cookie);
                continue;
            }
            let Ok(inside) = path.strip_prefix(filter.root) else {
                continue;
            };
            let is_folder = FOLDERS.iter().any(|name| inside == Path::new(name));
            if moves && (is_folder || inside == Path::new("")) {
                self.is_lost = true;
            }
            let is_ours = is_folder
                || inside == Path::new("site.toml")
                || FOLDERS.iter().any(|name| inside.starts_with(name))
                || self.is_lost;
            if !is_ours {
                continue;
            }
            self.fresh += 1;
            if cfg!(target_os = "linux") && writes {
                self.open.insert(path.clone());
            } else {
                self.open.remove(&path);
            }
            if let Changes::Paths(paths) = &mut self.changes {
                paths.insert(path);
            }
        }
    }
}
