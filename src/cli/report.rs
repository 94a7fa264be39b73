//! What commands say: diagnostics, the closing line, and how long the steps took.

use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use super::{Common, WRONG_USE};
use crate::diagnostic::text::{Style, messages, render, summary};
use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::Locale;
use crate::model::lang::Lang;
use crate::pipeline::Prepared;
use crate::source::Sources;

/// Writes a line to the terminal; a closed pipe is no reason to fail.
pub fn say(line: impl AsRef<str>) {
    let _ = writeln!(std::io::stderr(), "{}", line.as_ref());
}

/// Shows what is wrong, if anything is.
pub fn diagnostics(found: &[Diagnostic], sources: &Sources, common: &Common) {
    if found.is_empty() {
        return;
    }
    let words = messages(Lang::En);
    let style = Style {
        colour: common.colour(),
        limit: common.max_errors,
    };
    let text = render(found, sources, &words, style);
    let _ = write!(std::io::stderr(), "{text}");
    say(summary(found, &words, common.max_errors));
}

/// Measures the steps of a command for `--verbose`.
pub struct Clock {
    started: Instant,
    last: Instant,
    verbose: bool,
}

impl Clock {
    pub fn new(common: &Common) -> Clock {
        let now = Instant::now();
        Clock {
            started: now,
            last: now,
            verbose: common.verbose,
        }
    }

    /// Says how long the step that has just ended took.
    pub fn step(&mut self, name: &str) {
        let now = Instant::now();
        if self.verbose {
            say(format!("{name}: {}", duration(now - self.last)));
        }
        self.last = now;
    }

    pub fn total(&self) -> String {
        duration(self.started.elapsed())
    }
}

/// A time as a person reads it.
pub fn duration(time: Duration) -> String {
    match time.as_millis() {
        milliseconds @ 0..10_000 => format!("{milliseconds} ms"),
        milliseconds => format!("{}.{} s", milliseconds / 1000, milliseconds % 1000 / 100),
    }
}

/// The line that closes a command: pages, languages, records, the grand total, warnings, time.
pub fn closing(
    what: &str,
    pages: usize,
    prepared: &Prepared,
    found: &[Diagnostic],
    clock: &Clock,
) -> String {
    let portal = &prepared.portal;
    let locale = Locale::new(Lang::En);
    let number = |number: usize| locale.integer(number as u128);
    let records = portal.regions.len()
        + portal.directions.len()
        + portal.objects.len()
        + portal.patrons.len()
        + portal.awards.len()
        + portal.figures.len()
        + portal.projects.len()
        + portal.news.len()
        + portal.pages.len();
    let warnings = found
        .iter()
        .filter(|diagnostic| diagnostic.severity() == Severity::Warning)
        .count();
    format!(
        "{what}: {} pages in {} languages from {} records; {} delivered in all; {} warnings; {}",
        number(pages),
        portal.site.languages.len(),
        number(records),
        locale.money(prepared.totals.whole.delivered.amount),
        number(warnings),
        clock.total(),
    )
}

/// Whether the folder is there at all: if not, the program was called wrongly.
pub fn check_root(root: &Path) -> Result<(), u8> {
    if root.is_dir() {
        return Ok(());
    }
    say(format!("error: there is no folder {}", root.display()));
    Err(WRONG_USE)
}
