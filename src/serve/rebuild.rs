//! Keeps the site up to date: one thread that takes in what changed, and checks all pages while nobody types.
//!
//! Takes changes, gives editions. Gives way to an edit between any two pages of a check.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use tokio::sync::watch;

use super::site_version::{ServedSite, SiteVersion};
use super::{OnEvent, PreviewEvent};
use crate::diagnostic::Diagnostic;
use crate::disk::read::Snapshot;
use crate::disk::watch::Changes;
use crate::pipeline::{BuildOptions, Memo, Prepared, each_once, prepare_sources};

/// How long nobody may have typed before all pages are checked.
const PAUSE: Duration = Duration::from_millis(400);

/// How often everything is read again while somebody writes to what was let go.
const ATTEMPTS: usize = 3;

/// What changed, and the count of what was noticed when it was collected.
pub(super) type Change = (Changes, u64);

/// The thread's own things.
pub(super) struct RebuildWorker {
    snapshot: Snapshot,
    memo: Memo,
    options: BuildOptions,
    /// Counts what was noticed, by the thread that watches.
    noticed: Arc<AtomicU64>,
    on_event: OnEvent,
    /// What the terminal was told last.
    told: Vec<Diagnostic>,
}

impl RebuildWorker {
    pub(super) fn new(
        snapshot: Snapshot,
        options: BuildOptions,
        noticed: Arc<AtomicU64>,
        on_event: OnEvent,
    ) -> RebuildWorker {
        RebuildWorker {
            snapshot,
            memo: Memo::default(),
            options,
            noticed,
            on_event,
            told: Vec::new(),
        }
    }

    /// The first edition.
    pub(super) fn begin(&mut self) -> SiteVersion {
        let version = SiteVersion {
            number: 0,
            upto: 0,
            site: self.prepare().into(),
            checked: None,
            assets: Arc::default(),
        };
        self.report(&version);
        version
    }

    /// Makes an edition of every change until nobody gives any.
    pub(super) fn run(mut self, changes: &Receiver<Change>, versions: &watch::Sender<SiteVersion>) {
        loop {
            let is_checked = versions.borrow().checked.is_some();
            let first = if is_checked {
                changes.recv().ok()
            } else {
                match changes.recv_timeout(PAUSE) {
                    Ok(change) => Some(change),
                    Err(RecvTimeoutError::Disconnected) => None,
                    Err(RecvTimeoutError::Timeout) => {
                        let version = versions.borrow().clone();
                        if let Some(version) = self.check(&version) {
                            self.report(&version);
                            versions.send_replace(version);
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
            self.take(change, versions);
        }
    }

    fn take(&mut self, (changes, upto): Change, versions: &watch::Sender<SiteVersion>) {
        let start = Instant::now();
        let files = self.snapshot.update(&changes);
        let before = versions.borrow().clone();
        if files.is_empty() {
            versions.send_modify(|version| version.upto = upto);
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
        let version = SiteVersion {
            number,
            upto,
            site: site.into(),
            checked: None,
            assets: assets.into(),
        };
        versions.send_replace(version.clone());
        let took = start.elapsed();
        let pages = version.site.pages_of(&files);
        (self.on_event)(PreviewEvent::Changed {
            files: &files,
            pages: &pages,
            took,
        });
        self.report(&version);
    }

    fn prepare(&mut self) -> ServedSite {
        let (mut prepared, mut found) = self.prepare_once();
        // Somebody writes at this very moment: what the disk has now is as good, and news of what follows will come.
        for _ in 0..ATTEMPTS {
            if !self.memo.has_stale_read() {
                break;
            }
            self.snapshot.update(&Changes::Anything);
            (prepared, found) = self.prepare_once();
        }
        self.snapshot.evict_bodies();
        ServedSite {
            sources: self.snapshot.sources().0,
            prepared,
            found,
        }
    }

    fn prepare_once(&mut self) -> (Option<Prepared>, Vec<Diagnostic>) {
        let (sources, mut found) = self.snapshot.sources();
        let prepared = prepare_sources(&sources, &self.options, &mut self.memo, &mut found);
        (prepared, found)
    }

    /// Makes every page and forgets it again; none if something changed meanwhile.
    pub(super) fn check(&self, version: &SiteVersion) -> Option<SiteVersion> {
        let (mut wrong, mut leaks) = (Vec::new(), Vec::new());
        let mut found = Vec::new();
        if let Some(prepared) = &version.site.prepared {
            for (path, output) in prepared.routes.iter() {
                if self.noticed.load(Ordering::Acquire) != version.upto {
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
            found = each_once(wrong);
            found.extend(version.site.report_leaks(leaks));
        }
        Some(SiteVersion {
            checked: Some(found.into()),
            ..version.clone()
        })
    }

    /// Tells what is wrong, if it is not what was told before.
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
    }
}
