//! The rebuild worker: one thread for incremental rebuilds after each change, and for idle checks of all pages.
//!
//! Takes changes, gives versions of the site. A change cancels a check between any two pages.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use rayon::{ThreadPool, ThreadPoolBuilder};
use tokio::sync::watch;

use super::event::{OnEvent, PreviewEvent};
use super::site_version::{ServedSite, SiteVersion};
use crate::diagnostic::{Accepted, Diagnostic};
use crate::disk::read::Snapshot;
use crate::disk::watch::Changes;
use crate::pipeline::{BuildOptions, Memos, prepare_sources, render_each};

/// The idle time after the last change before all pages are checked.
const PAUSE: Duration = Duration::from_millis(400);

/// What changed, and the count of what was noticed when it was collected.
pub(super) type Change = (Changes, u64);

/// The state of the worker's thread.
pub(super) struct RebuildWorker {
    snapshot: Snapshot,
    memos: Memos,
    options: BuildOptions,
    /// Counts what was noticed, by the thread that watches.
    noticed: Arc<AtomicU64>,
    /// One thread for the check of all pages, so that requests have the others; without it, it takes all of them.
    background: Option<ThreadPool>,
    on_event: OnEvent,
    /// What was last reported to the terminal.
    told: Vec<Diagnostic>,
    told_accepted: Vec<Accepted>,
}

/// What there is to do.
enum Next {
    Rebuild(Change),
    Check,
    End,
}

/// Something changed while pages were checked.
struct Cancelled;

impl RebuildWorker {
    pub(super) fn new(
        snapshot: Snapshot,
        options: BuildOptions,
        noticed: Arc<AtomicU64>,
        on_event: OnEvent,
    ) -> RebuildWorker {
        let background = ThreadPoolBuilder::new()
            .num_threads(1)
            .thread_name(|_| "check".to_owned())
            .build();
        RebuildWorker {
            snapshot,
            memos: Memos::of_preview(),
            options,
            noticed,
            background: background.ok(),
            on_event,
            told: Vec::new(),
            told_accepted: Vec::new(),
        }
    }

    /// The first version.
    pub(super) fn begin(&mut self) -> SiteVersion {
        let version = SiteVersion::first(self.prepare(&mut Vec::new()));
        self.report(&version);
        version
    }

    /// Publishes a version after every change, and what the check of all its pages found, until nobody gives changes.
    pub(super) fn run(mut self, changes: &Receiver<Change>, versions: &watch::Sender<SiteVersion>) {
        loop {
            let version = versions.borrow().clone();
            match next(changes, version.checked.is_some()) {
                Next::Rebuild(change) => {
                    let start = Instant::now();
                    let (new, files) = self.rebuild(&version, change);
                    versions.send_replace(new.clone());
                    self.report_change(&new, &files, start.elapsed());
                    self.report(&new);
                }
                Next::Check => {
                    if let Some(checked) = self.check(&version) {
                        versions.send_replace(checked.clone());
                        self.report(&checked);
                    }
                }
                Next::End => return,
            }
        }
    }

    /// The version with a change, and the paths of what is new, different or gone in it.
    pub(super) fn rebuild(
        &mut self,
        version: &SiteVersion,
        (changes, upto): Change,
    ) -> (SiteVersion, Vec<String>) {
        let mut files = self.snapshot.update(&changes);
        let new = match files.is_empty() {
            true => SiteVersion {
                upto,
                ..version.clone()
            },
            false => {
                let site = self.prepare(&mut files);
                version.after(site, upto, &files)
            }
        };
        (new, files)
    }

    /// Prepares the site from the snapshot. What turns out to have changed meanwhile is added to `files`.
    fn prepare(&mut self, files: &mut Vec<String>) -> ServedSite {
        loop {
            let (sources, found) = self.snapshot.sources();
            match prepare_sources(&sources, &self.options, &mut self.memos, found) {
                Ok((prepared, settled)) => {
                    self.snapshot.evict_bodies();
                    let sources = self.snapshot.sources().0;
                    return ServedSite::new(sources, prepared, settled);
                }
                // A stale read: somebody writes at this very moment. What the disk has now is as good, and an event for
                // what follows will come. The loop ends, since all texts are in memory then.
                Err(_stale) => {
                    files.extend(self.snapshot.reload());
                    files.sort();
                    files.dedup();
                }
            }
        }
    }

    /// Renders every page and drops it; none if a change cancelled the check.
    pub(super) fn check(&self, version: &SiteVersion) -> Option<SiteVersion> {
        let go_on = || match self.noticed.load(Ordering::Acquire) == version.upto {
            true => Ok(()),
            false => Err(Cancelled),
        };
        let site = &version.site;
        let render = || match &site.prepared {
            Some(prepared) => {
                let made = render_each(prepared, &site.sources, go_on, |_, _| Ok(()))?;
                Ok(made.diagnostics)
            }
            None => Ok(Vec::new()),
        };
        let found: Result<Vec<Diagnostic>, Cancelled> = match &self.background {
            Some(thread) => thread.install(render),
            None => render(),
        };
        Some(SiteVersion {
            checked: Some(found.ok()?.into()),
            ..version.clone()
        })
    }

    /// Reports what changed, if anything did.
    fn report_change(&self, version: &SiteVersion, files: &[String], took: Duration) {
        if !files.is_empty() {
            let pages = &version.site.pages_of(files);
            (self.on_event)(PreviewEvent::Changed { files, pages, took });
        }
    }

    /// Reports what is wrong, if it is not what was reported before.
    fn report(&mut self, version: &SiteVersion) {
        let found = version.diagnostics();
        if found != self.told {
            let named = found.iter().flat_map(Diagnostic::sources);
            let sources = version.site.sources.loaded(named);
            (self.on_event)(PreviewEvent::Found {
                diagnostics: &found,
                sources: &sources,
            });
            self.told = found;
        }
        let accepted = &version.site.accepted;
        if *accepted != self.told_accepted {
            let named = accepted.iter().flat_map(|of| of.diagnostic.sources());
            let sources = version.site.sources.loaded(named);
            (self.on_event)(PreviewEvent::Accepts {
                accepted,
                sources: &sources,
            });
            self.told_accepted.clone_from(accepted);
        }
    }
}

/// Waits for changes, and joins all that have come; while pages are not checked, for the idle time at most.
fn next(changes: &Receiver<Change>, is_checked: bool) -> Next {
    let first = match is_checked {
        true => changes.recv().map_err(|_| RecvTimeoutError::Disconnected),
        false => changes.recv_timeout(PAUSE),
    };
    match first {
        Ok(first) => {
            let join = |(changes, _): Change, (more, upto): Change| (changes.and(more), upto);
            Next::Rebuild(changes.try_iter().fold(first, join))
        }
        Err(RecvTimeoutError::Timeout) => Next::Check,
        Err(RecvTimeoutError::Disconnected) => Next::End,
    }
}
