//! Keeps the site up to date: one thread that takes in what changed, and checks all pages while nobody types.
//!
//! Takes changes, gives editions. Gives way to an edit between any two pages of a check.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use tokio::sync::watch;

use super::edition::{Edition, Site};
use super::{News, Tell};
use crate::diagnostic::Diagnostic;
use crate::disk::read::Snapshot;
use crate::disk::watch::Changes;
use crate::pipeline::{Memory, Prepared, Wishes, prepare_sources, told_once};

/// How long nobody may have typed before all pages are checked.
const PAUSE: Duration = Duration::from_millis(400);

/// How often everything is read again while somebody writes to what was let go.
const ATTEMPTS: usize = 3;

/// What changed, and the count of what was noticed when it was collected.
pub type Change = (Changes, u64);

/// The thread's own things.
pub struct Keeper {
    snapshot: Snapshot,
    memory: Memory,
    wishes: Wishes,
    /// Counts what was noticed, by the thread that watches.
    noticed: Arc<AtomicU64>,
    tell: Tell,
    /// What the terminal was told last.
    told: Vec<Diagnostic>,
}

impl Keeper {
    pub fn new(snapshot: Snapshot, wishes: Wishes, noticed: Arc<AtomicU64>, tell: Tell) -> Keeper {
        Keeper {
            snapshot,
            memory: Memory::default(),
            wishes,
            noticed,
            tell,
            told: Vec::new(),
        }
    }

    /// The first edition.
    pub fn begin(&mut self) -> Edition {
        let edition = Edition {
            number: 0,
            upto: 0,
            site: self.prepare().into(),
            checked: None,
            assets: Arc::default(),
        };
        self.report(&edition);
        edition
    }

    /// Makes an edition of every change until nobody gives any.
    pub fn run(mut self, changes: &Receiver<Change>, editions: &watch::Sender<Edition>) {
        loop {
            let is_checked = editions.borrow().checked.is_some();
            let first = if is_checked {
                changes.recv().ok()
            } else {
                match changes.recv_timeout(PAUSE) {
                    Ok(change) => Some(change),
                    Err(RecvTimeoutError::Disconnected) => None,
                    Err(RecvTimeoutError::Timeout) => {
                        let edition = editions.borrow().clone();
                        if let Some(edition) = self.check(&edition) {
                            self.report(&edition);
                            editions.send_replace(edition);
                        }
                        continue;
                    }
                }
            };
            let Some(mut change) = first else {
                return;
            };
            for (more, upto) in changes.try_iter() {
                change = (change.0.and(more), upto);
            }
            self.take(change, editions);
        }
    }

    fn take(&mut self, (changes, upto): Change, editions: &watch::Sender<Edition>) {
        let start = Instant::now();
        let files = self.snapshot.update(&changes);
        let before = editions.borrow().clone();
        if files.is_empty() {
            editions.send_modify(|edition| edition.upto = upto);
            return;
        }
        let site = self.prepare();
        let number = before.number + 1;
        let mut assets = BTreeMap::clone(&before.assets);
        assets.extend(
            site.copies_of(&files)
                .into_iter()
                .map(|path| (path, number)),
        );
        let edition = Edition {
            number,
            upto,
            site: site.into(),
            checked: None,
            assets: assets.into(),
        };
        editions.send_replace(edition.clone());
        let took = start.elapsed();
        let pages = edition.site.pages_of(&files);
        (self.tell)(News::Changed {
            files: &files,
            pages: &pages,
            took,
        });
        self.report(&edition);
    }

    fn prepare(&mut self) -> Site {
        let (mut prepared, mut found) = self.prepare_once();
        // Somebody writes at this very moment: what the disk has now is as good, and news of what follows will come.
        for _ in 0..ATTEMPTS {
            if !self.memory.missed() {
                break;
            }
            self.snapshot.update(&Changes::Anything);
            (prepared, found) = self.prepare_once();
        }
        self.snapshot.let_go();
        Site {
            sources: self.snapshot.sources().0,
            prepared,
            found,
        }
    }

    fn prepare_once(&mut self) -> (Option<Prepared>, Vec<Diagnostic>) {
        let (sources, mut found) = self.snapshot.sources();
        let prepared = prepare_sources(&sources, &self.wishes, &mut self.memory, &mut found);
        (prepared, found)
    }

    /// Makes every page and forgets it again; none if something changed meanwhile.
    pub(super) fn check(&self, edition: &Edition) -> Option<Edition> {
        let (mut wrong, mut leaks) = (Vec::new(), Vec::new());
        let mut found = Vec::new();
        if let Some(prepared) = &edition.site.prepared {
            for (path, output) in prepared.routes.iter() {
                if self.noticed.load(Ordering::Acquire) != edition.upto {
                    return None;
                }
                let named = prepared
                    .render(output)
                    .and_then(|text| prepared.leaks(path, output, text.as_deref()));
                match named {
                    Ok(named) => leaks.extend(named),
                    Err(error) => wrong.push(error),
                }
            }
            found = told_once(wrong);
            found.extend(edition.site.tell(leaks));
        }
        Some(Edition {
            checked: Some(found.into()),
            ..edition.clone()
        })
    }

    /// Tells what is wrong, if it is not what was told before.
    fn report(&mut self, edition: &Edition) {
        let found = edition.diagnostics();
        if found != self.told {
            let named = found.iter().flat_map(Diagnostic::sources);
            let sources = edition.site.sources.at_hand(named);
            (self.tell)(News::Found {
                diagnostics: &found,
                sources: &sources,
            });
            self.told = found;
        }
    }
}
