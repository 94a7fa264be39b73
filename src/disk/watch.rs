//! Tells when files of a site change.
//!
//! Takes a root, gives the paths that something happened to, collected for some milliseconds. Follows what an editor
//! does when it saves: writing in place, or a new file renamed over the old one. When events were lost, or a watched
//! folder went and came, it says that anything may have changed. Knows nothing of what a file holds.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher, recommended_watcher};

/// What may have changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changes {
    /// Files and folders, by their paths on the disk.
    Paths(BTreeSet<PathBuf>),
    /// Nobody knows: everything is to be read again.
    Anything,
}

impl Changes {
    /// Puts two sets of changes together.
    pub fn and(self, other: Changes) -> Changes {
        match (self, other) {
            (Changes::Paths(mut paths), Changes::Paths(more)) => {
                paths.extend(more);
                Changes::Paths(paths)
            }
            _ => Changes::Anything,
        }
    }
}

/// How long events are collected.
const COLLECT: Duration = Duration::from_millis(10);
/// The most rounds of collecting while a file is still open for writing.
const ROUNDS: usize = 10;
/// So many changes in a round are not one editor's: more will come.
const MANY: usize = 30;
/// How long to wait before a folder that cannot be watched is tried again.
const RETRY: Duration = Duration::from_secs(1);
/// The folders of a root that a site is read from.
const FOLDERS: [&str; 2] = ["content", "themes"];

type Events = Receiver<notify::Result<Event>>;

/// Watches a site until `give` says that nobody wants to know any more. `noticed` is called as soon as something
/// happens, `give` when it has been collected; both by a thread of their own. Watching has begun when this returns, as
/// far as it can: a folder that cannot be watched is read again every second.
pub fn watch(
    root: &Path,
    noticed: impl Fn() + Send + 'static,
    mut give: impl FnMut(Changes) -> bool + Send + 'static,
) {
    let root = root.to_owned();
    let first = begin(&root);
    thread::spawn(move || {
        let mut watched = first;
        loop {
            if let Ok((_watcher, events)) = &watched {
                while let Some(batch) = collect(&root, events, &noticed) {
                    let is_lost = batch.is_lost;
                    if !is_lost && !give(batch.changes) {
                        return;
                    }
                    if is_lost {
                        break;
                    }
                }
            } else {
                thread::sleep(RETRY);
            }
            watched = begin(&root);
            noticed();
            if !give(Changes::Anything) {
                return;
            }
        }
    });
}

fn begin(root: &Path) -> notify::Result<(RecommendedWatcher, Events)> {
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
    Ok((watcher, events))
}

/// What was collected.
struct Batch {
    changes: Changes,
    /// The watches do not see everything any more.
    is_lost: bool,
    /// Files that somebody has open for writing, where the system tells when they are closed.
    open: BTreeSet<PathBuf>,
    /// How many events were taken since it was last asked.
    fresh: usize,
}

/// Waits for something to happen and collects what follows; none if the watches ended.
fn collect(root: &Path, events: &Events, noticed: &impl Fn()) -> Option<Batch> {
    let mut batch = Batch {
        changes: Changes::Paths(BTreeSet::new()),
        is_lost: false,
        open: BTreeSet::new(),
        fresh: 0,
    };
    while batch.fresh == 0 {
        batch.take(root, events.recv().ok()?);
    }
    noticed();
    for _ in 0..ROUNDS {
        batch.fresh = 0;
        thread::sleep(COLLECT);
        events.try_iter().for_each(|event| batch.take(root, event));
        if batch.open.is_empty() && batch.fresh < MANY {
            break;
        }
    }
    Some(batch)
}

impl Batch {
    fn take(&mut self, root: &Path, event: notify::Result<Event>) {
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
            let Ok(inside) = path.strip_prefix(root) else {
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
