//! News of changes: events of the system and, where these may fail, looks at the times of files.
//!
//! Takes a root, gives changes with the count of what was noticed. Where events are trusted, a look after a page was asked
//! for finds out whether they may be: what changed and no event told of makes the looks constant. Where events have come
//! since the last page, no look is needed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use tokio::sync::watch;

use super::event::{OnEvent, PreviewEvent};
use super::rebuild::Change;
use crate::disk::mounts::may_be_silent;
use crate::disk::read::FileTimes;
use crate::disk::sync_cookie::SyncCookies;
use crate::disk::watch::{Changes, WatchListener, watch};

/// How long after a look the next one begins, if looks are constant. One that takes long is made less often.
const EACH: Duration = Duration::from_secs(1);
/// How many times as long as a look took nothing is looked at after it.
const REST: u32 = 10;
/// How long events may take to tell of a change that a look found.
const SETTLE: Duration = Duration::from_millis(500);
/// The shortest time between looks that are made to find out whether events come.
const DOUBT: Duration = Duration::from_secs(3);
/// A look that took longer than this serves for what is asked meanwhile, too.
const SLOW: Duration = Duration::from_millis(100);
/// The most paths that are kept of those that events named.
const MOST: usize = 10_000;

/// What a watch of the site gives.
pub(super) struct Watched {
    pub changes: Receiver<Change>,
    /// Counts what was noticed.
    pub noticed: Arc<AtomicU64>,
    /// None where the system does not report events in order.
    pub cookies: Option<Arc<SyncCookies>>,
    /// The last cookie that was seen.
    pub seen: watch::Receiver<u64>,
    pub looks: Looks,
}

/// Asks for looks at the times of files.
#[derive(Clone)]
pub(super) struct Looks {
    wake: SyncSender<()>,
    asked: Arc<AtomicU64>,
    is_constant: Arc<AtomicBool>,
    /// The last request that a look was made for.
    pub done: watch::Receiver<u64>,
}

impl Looks {
    /// Asks for a look. If looks are constant, the result is the number that is done when it has been made; otherwise
    /// nobody has to wait for it.
    pub(super) fn ask(&self) -> Option<u64> {
        let number = self.asked.fetch_add(1, Ordering::AcqRel) + 1;
        // If the place is taken, somebody asked before and the look has not begun.
        let _ = self.wake.try_send(());
        self.is_constant.load(Ordering::Acquire).then_some(number)
    }
}

impl Watched {
    /// `polls`: no event is to be trusted, or even waited for.
    pub(super) fn begin(root: &Path, polls: bool, on_event: &OnEvent) -> Watched {
        let noticed = Arc::new(AtomicU64::new(0));
        let named = Arc::new(Named::default());
        let (put, changes) = mpsc::channel();
        let (sees, seen) = watch::channel(0);
        let cookies = match polls {
            true => None,
            false => SyncCookies::new().map(Arc::new),
        };
        if !polls {
            let (counts, gives) = (noticed.clone(), noticed.clone());
            let (put, named) = (put.clone(), named.clone());
            let listener = WatchListener {
                noticed: move || {
                    counts.fetch_add(1, Ordering::AcqRel);
                },
                seen: move |cookie: u64| tell_last(&sees, cookie),
                give: move |changes| {
                    named.add(&changes);
                    put.send((changes, gives.load(Ordering::Acquire))).is_ok()
                },
            };
            watch(root, cookies.clone(), listener);
        }
        let is_constant = Arc::new(AtomicBool::new(polls || may_be_silent(root)));
        if is_constant.load(Ordering::Acquire) {
            on_event(PreviewEvent::Polls);
        }
        let (wake, woken) = sync_channel(1);
        let (tells, done) = watch::channel(0);
        let looks = Looks {
            wake,
            asked: Arc::default(),
            is_constant,
            done,
        };
        let looker = Looker {
            times: FileTimes::of(root),
            root: root.to_owned(),
            looks: looks.clone(),
            woken,
            named,
            noticed: noticed.clone(),
            put,
            tells,
            on_event: on_event.clone(),
        };
        thread::spawn(move || looker.run());
        Watched {
            changes,
            noticed,
            cookies,
            seen,
            looks,
        }
    }
}

/// Says that everything up to a number has been seen.
fn tell_last(sees: &watch::Sender<u64>, number: u64) {
    sees.send_if_modified(|last| number > std::mem::replace(last, number.max(*last)));
}

/// The paths that events named since they were last taken.
#[derive(Default)]
struct Named(Mutex<BTreeSet<PathBuf>>);

impl Named {
    fn add(&self, changes: &Changes) {
        let mut named = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match changes {
            Changes::Paths(paths) if named.len() < MOST => named.extend(paths.iter().cloned()),
            // Every path is below it.
            _ => drop(named.insert(PathBuf::new())),
        }
    }

    fn take(&self) -> BTreeSet<PathBuf> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Whether events that named some paths tell of all these changes.
fn explains(named: &BTreeSet<PathBuf>, changes: &Changes) -> bool {
    match changes {
        // Something is gone, and nobody knows what.
        Changes::Anything => !named.is_empty(),
        Changes::Paths(paths) => paths.iter().all(|path| {
            named.contains(Path::new("")) || path.ancestors().any(|a| named.contains(a))
        }),
    }
}

/// The thread that looks.
struct Looker {
    root: PathBuf,
    times: FileTimes,
    looks: Looks,
    woken: Receiver<()>,
    named: Arc<Named>,
    noticed: Arc<AtomicU64>,
    put: mpsc::Sender<Change>,
    tells: watch::Sender<u64>,
    on_event: OnEvent,
}

impl Looker {
    fn run(mut self) {
        let mut took = Duration::ZERO;
        let mut told = 0;
        let mut ended = Instant::now();
        loop {
            let is_constant = self.looks.is_constant.load(Ordering::Acquire);
            if is_constant {
                let wait = self.woken.recv_timeout(EACH.max(took * REST));
                if wait == Err(RecvTimeoutError::Disconnected) {
                    return;
                }
                if took > SLOW && ended.elapsed() < took {
                    tell_last(&self.tells, self.looks.asked.load(Ordering::Acquire));
                    continue;
                }
            } else {
                if self.woken.recv().is_err() {
                    return;
                }
                // Nobody waits for it: the page is made meanwhile.
                thread::sleep(SETTLE);
                // Events came since: they tell of changes, and a look would take time from what follows from them.
                let noticed = self.noticed.load(Ordering::Acquire);
                if std::mem::replace(&mut told, noticed) != noticed {
                    tell_last(&self.tells, self.looks.asked.load(Ordering::Acquire));
                    continue;
                }
            }
            let number = self.looks.asked.load(Ordering::Acquire);
            let mut named = self.named.take();
            let begun = Instant::now();
            let found = self.times.renew(&self.root);
            (took, ended) = (begun.elapsed(), Instant::now());
            if let Some(changes) = found
                && (is_constant || self.is_silent(&mut named, &changes))
            {
                let upto = self.noticed.fetch_add(1, Ordering::AcqRel) + 1;
                if self.put.send((changes, upto)).is_err() {
                    return;
                }
            }
            tell_last(&self.tells, number);
            if !self.looks.is_constant.load(Ordering::Acquire) {
                thread::sleep(DOUBT.max(took * REST));
            }
        }
    }

    /// Whether no event told of changes; then looks are constant from now on.
    fn is_silent(&self, named: &mut BTreeSet<PathBuf>, changes: &Changes) -> bool {
        if !explains(named, changes) {
            thread::sleep(SETTLE);
            named.extend(self.named.take());
        }
        let is_silent = !explains(named, changes);
        if is_silent {
            self.looks.is_constant.store(true, Ordering::Release);
            (self.on_event)(PreviewEvent::Polls);
        }
        is_silent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_explains_what_it_names_and_what_is_below() {
        let paths = |paths: &[&str]| paths.iter().map(PathBuf::from).collect::<BTreeSet<_>>();
        let changed = |all: &[&str]| Changes::Paths(paths(all));
        let named = paths(&["/s/content/a.md", "/s/content/new"]);
        assert!(explains(&named, &changed(&["/s/content/a.md"])));
        assert!(explains(&named, &changed(&["/s/content/new/b.md"])));
        assert!(!explains(
            &named,
            &changed(&["/s/content/a.md", "/s/content/b.md"])
        ));
        assert!(explains(&named, &Changes::Anything));
        assert!(!explains(&paths(&[]), &Changes::Anything));
        assert!(explains(&paths(&[""]), &changed(&["/s/content/b.md"])));
    }
}
