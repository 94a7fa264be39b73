//! Terminal output of the commands: diagnostics, the summary line and step timings, in the editor's language.

use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use super::common::Common;
use super::exit_code::WRONG_USE;
use crate::diagnostic::Diagnostic;
use crate::disk;
use crate::locale::{Arg, Language};
use crate::model::kind::RecordKind;
use crate::names::Found;
use crate::pipeline::{Preparation, Prepared};
use crate::report::accepted::{different, lines};
use crate::report::message::language;
use crate::report::order::count;
use crate::report::terminal::{Style, render};
use crate::source::Sources;
use crate::source::text::invisible::{shortened, visible};

/// So many names are shown of what others put into a folder.
const NAMES: usize = 8;

/// Writes a line to the terminal; a closed pipe is no reason to fail.
pub(super) fn say(line: impl AsRef<str>) {
    let _ = writeln!(std::io::stderr(), "{}", line.as_ref());
}

/// Writes a text for whoever reads the output; a closed pipe is no reason to fail.
pub(super) fn print(text: impl AsRef<str>) {
    let _ = write!(std::io::stdout(), "{}", text.as_ref());
}

/// Says that something is wrong with how the program was called, or with the disk.
pub(super) fn error(words: &Language, text: &str) {
    say(message(words, "cli-error", &[("text", Arg::Text(text))]));
}

/// A message of the commands.
pub(super) fn message(words: &Language, id: &str, args: &[(&str, Arg<'_>)]) -> String {
    let text = words.messages.format(id, args);
    text.unwrap_or_else(|_| id.to_owned())
}

/// The one that a text means; else what is told: which ones could be meant, or that there is none (`unknown`) and what is like it.
pub(super) fn the_one<T>(
    found: Found<T>,
    text: &str,
    unknown: String,
    shown: impl Fn(&T) -> String,
    words: &Language,
) -> Result<T, String> {
    let all = |of: &[T]| of.iter().map(&shown).collect::<Vec<String>>();
    match found {
        Found::One(one) => Ok(one),
        Found::Several(several) => {
            let names = any_of(&all(&several), words);
            let text = shortened(text, 60);
            let text = visible(&text);
            let args = [("text", Arg::Text(&text)), ("names", Arg::Text(&names))];
            Err(message(words, "could-mean", &args))
        }
        Found::Near(near) => Err(match meant(&all(&near), words) {
            Some(meant) => format!("{unknown}. {meant}"),
            None => unknown,
        }),
        Found::None => Err(unknown),
    }
}

/// Names of which one is meant: “a or b”.
fn any_of(names: &[String], words: &Language) -> String {
    names.join(&format!(" {} ", message(words, "list-or", &[])))
}

/// What may have been meant: “Did you mean …?”; none if nothing is near.
pub(super) fn meant(near: &[String], words: &Language) -> Option<String> {
    let names = any_of(near, words);
    let args = [("names", Arg::Text(&names))];
    (!near.is_empty()).then(|| message(words, "did-you-mean", &args))
}

/// A path as text, with control characters made visible, so that no terminal obeys them.
pub(super) fn path_text(path: &Path) -> String {
    visible(&path.to_string_lossy()).into_owned()
}

/// The first of these names; `…` stands for the others.
pub(super) fn some_names(names: &[String]) -> String {
    let mut shown = names[..names.len().min(NAMES)].join(", ");
    if names.len() > NAMES {
        shown.push_str(", …");
    }
    shown
}

/// Shows what is wrong, if anything is.
pub(super) fn diagnostics(found: &[Diagnostic], sources: &Sources, common: &Common) {
    if found.is_empty() {
        return;
    }
    let words = language(common.lang());
    let style = Style {
        colour: common.colour(),
        lines: true,
        limit: common.max_errors,
    };
    let text = render(found, sources, &words, style);
    let _ = write!(std::io::stderr(), "{text}");
}

/// Lists what is accepted, for `--verbose`.
pub(super) fn accepted(site: &Preparation, common: &Common) {
    if common.verbose {
        let words = language(common.lang());
        lines(&site.accepted, &site.sources, &words)
            .into_iter()
            .for_each(say);
    }
}

/// How many files show the name of a public patron that an anonymous one has, too, for `--verbose`.
pub(super) fn namesakes(files: usize, common: &Common) {
    if common.verbose && files > 0 {
        let args = [("files", Arg::Number(files as u64))];
        say(message(&language(common.lang()), "cli-namesakes", &args));
    }
}

/// Measures the steps of a command for `--verbose`.
pub(super) struct Clock {
    started: Instant,
    last: Instant,
    /// The language to speak in; none if nothing is to be said.
    words: Option<Language>,
}

impl Clock {
    pub(super) fn new(common: &Common) -> Clock {
        let now = Instant::now();
        Clock {
            started: now,
            last: now,
            words: common.verbose.then(|| language(common.lang())),
        }
    }

    /// Says how long the step that has just ended took: `name` is that of the message `cli-step-…`.
    pub(super) fn step(&mut self, name: &str) {
        let now = Instant::now();
        if let Some(words) = &self.words {
            let step = message(words, &format!("cli-step-{name}"), &[]);
            say(format!("{step}: {}", duration(now - self.last, words)));
        }
        self.last = now;
    }
}

/// A time as a person reads it.
pub(super) fn duration(time: Duration, words: &Language) -> String {
    match time.as_millis() as u64 {
        milliseconds @ 0..10_000 => {
            let time = ("time", Arg::Number(milliseconds));
            message(words, "cli-milliseconds", &[time])
        }
        milliseconds => {
            let whole = ("whole", Arg::Number(milliseconds / 1000));
            let tenth = ("tenth", Arg::Number(milliseconds % 1000 / 100));
            message(words, "cli-seconds", &[whole, tenth])
        }
    }
}

/// The line that closes a command: pages, languages, records, the grand total, warnings, those that are accepted, time.
/// `what`: `built` or `checked`.
pub(super) fn closing(
    what: &str,
    pages: usize,
    prepared: &Prepared,
    site: &Preparation,
    clock: &Clock,
    common: &Common,
) -> String {
    let words = language(common.lang());
    let portal = &prepared.portal;
    let records = RecordKind::ALL.iter();
    let records: usize = records.map(|&kind| portal.table(kind).length()).sum();
    let amount = words.locale.money(prepared.totals.whole.delivered.amount);
    let time = duration(clock.started.elapsed(), &words);
    let args = [
        ("what", Arg::Text(what)),
        ("pages", Arg::Number(pages as u64)),
        ("languages", Arg::Number(portal.site.languages.len() as u64)),
        ("records", Arg::Number(records as u64)),
        ("amount", Arg::Text(&amount)),
        ("warnings", Arg::Number(count(&site.diagnostics).warnings)),
        (
            "accepted",
            Arg::Number(different(&site.accepted).len() as u64),
        ),
        ("time", Arg::Text(&time)),
    ];
    message(&words, "cli-done", &args)
}

/// What is still to be done before a site is for readers, though nothing is wrong with it.
pub(super) fn remarks(prepared: &Prepared, common: &Common) {
    let words = language(common.lang());
    let site = &prepared.portal.site;
    if site.stands_at_example() {
        let args = [("url", Arg::Text(&site.base_url))];
        say(message(&words, "cli-example-address", &args));
    }
    if prepared.portal.shows_samples {
        say(message(&words, "cli-samples-shown", &[]));
    }
}

/// Whether the folder is there at all: if not, the program was called wrongly.
pub(super) fn check_root(root: &Path, words: &Language) -> Result<(), u8> {
    if disk::is_folder(root) {
        return Ok(());
    }
    let path = path_text(root);
    let args = [("path", Arg::Text(&path))];
    error(words, &message(words, "cli-no-folder", &args));
    Err(WRONG_USE)
}
