//! The progress of a command, on one line of a terminal that is written over again and again.
//!
//! Takes phases and steps, from many threads. Silent in a pipe, with `--quiet`, and with `--verbose`, which tells each step
//! anyway.

use std::io::{self, IsTerminal, Write};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::common::Common;
use super::report::message;
use crate::locale::{Arg, Language};
use crate::model::lang::Lang;
use crate::report::message::language;

/// How often the line is written anew.
const OFTEN: Duration = Duration::from_millis(100);

/// Begins the line anew; one that is too long for the terminal is cut, not broken.
const BEGIN: &str = "\r\x1b[?7l";
/// Removes what is left of the line before.
const END: &str = "\x1b[K\x1b[?7h";

/// What is being done. Dropped, it leaves no line.
pub(super) struct Progress {
    /// None if nothing is to be shown.
    line: Option<Line>,
    done: AtomicUsize,
}

struct Line {
    words: Language,
    state: Mutex<State>,
}

struct State {
    to: Box<dyn Write + Send>,
    phase: &'static str,
    /// Of how many steps, if that is known.
    total: Option<usize>,
    written: Option<Instant>,
}

impl Progress {
    pub(super) fn new(common: &Common) -> Progress {
        Progress::shown(common.quiet || common.verbose, common.lang())
    }

    /// In this language, unless nothing is to be said.
    pub(super) fn shown(is_quiet: bool, lang: Lang) -> Progress {
        let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let stderr = io::stderr();
        match is_quiet || is_dumb || !stderr.is_terminal() {
            true => Progress::silent(),
            false => Progress::onto(Box::new(stderr), language(lang)),
        }
    }

    fn silent() -> Progress {
        Progress {
            line: None,
            done: AtomicUsize::new(0),
        }
    }

    fn onto(to: Box<dyn Write + Send>, words: Language) -> Progress {
        let state = State {
            to,
            phase: "",
            total: None,
            written: None,
        };
        Progress {
            line: Some(Line {
                words,
                state: Mutex::new(state),
            }),
            done: AtomicUsize::new(0),
        }
    }

    /// Begins a phase, of so many steps if that is known: `name` is that of the message `cli-progress-…`.
    pub(super) fn phase(&self, name: &'static str, total: Option<usize>) {
        self.done.store(0, Ordering::Relaxed);
        if let Some(line) = &self.line
            && let Ok(mut state) = line.state.lock()
        {
            (state.phase, state.total) = (name, total);
            state.write(&line.words, 0);
        }
    }

    /// One step more is done.
    pub(super) fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        // Who cannot write at once leaves it to the next.
        if let Some(line) = &self.line
            && let Ok(mut state) = line.state.try_lock()
            && state
                .written
                .is_none_or(|written| written.elapsed() >= OFTEN)
        {
            state.write(&line.words, done);
        }
    }

    /// Takes the line away, before something else is said.
    pub(super) fn clear(&self) {
        if let Some(line) = &self.line
            && let Ok(mut state) = line.state.lock()
            && state.written.take().is_some()
        {
            state.put("");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}

impl State {
    fn write(&mut self, words: &Language, done: usize) {
        let id = format!("cli-progress-{}", self.phase);
        let text = match self.total {
            Some(total) => {
                let count = [
                    ("done", Arg::Number(done.min(total) as u64)),
                    ("total", Arg::Number(total as u64)),
                ];
                message(words, &id, &count)
            }
            None => message(words, &id, &[]),
        };
        self.put(&text);
        self.written = Some(Instant::now());
    }

    /// A terminal that is gone is no reason to fail.
    fn put(&mut self, text: &str) {
        let back = if text.is_empty() { "\r" } else { "" };
        let _ = write!(self.to, "{BEGIN}{text}{END}{back}").and_then(|()| self.to.flush());
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::lang::Lang;

    #[derive(Clone, Default)]
    struct Screen(Arc<Mutex<Vec<u8>>>);

    impl Write for Screen {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// The texts that one line showed, one after another.
    fn shown(lang: Lang, steps: usize) -> Vec<String> {
        let screen = Screen::default();
        let progress = Progress::onto(Box::new(screen.clone()), language(lang));
        progress.phase("prepare", None);
        progress.phase("write", Some(1234));
        for _ in 0..steps {
            progress.step();
        }
        std::thread::sleep(OFTEN);
        progress.step();
        progress.phase("replace", None);
        drop(progress);
        let written = String::from_utf8(screen.0.lock().unwrap().clone()).unwrap();
        assert!(!written.contains('\n'));
        let lines = written.split(BEGIN).skip(1);
        lines
            .map(|line| {
                line.trim_end_matches('\r')
                    .strip_suffix(END)
                    .unwrap()
                    .to_owned()
            })
            .collect()
    }

    #[test]
    fn one_line_tells_the_phase_and_how_far_it_is_and_goes_at_the_end() {
        assert_eq!(
            shown(Lang::En, 1000),
            [
                "Reading the content…",
                "Making pages and files: 0 of 1,234",
                "Making pages and files: 1,001 of 1,234",
                "Putting the new site in place…",
                ""
            ]
        );
        assert_eq!(
            shown(Lang::Ru, 0)[2],
            "Готовим страницы и файлы: 1 из 1\u{a0}234"
        );
        assert_eq!(
            shown(Lang::Kk, 2000)[2],
            "Беттер мен файлдар дайындалуда: 1\u{a0}234 / 1\u{a0}234"
        );
    }

    #[test]
    fn without_a_line_nothing_is_shown() {
        let progress = Progress::silent();
        progress.phase("prepare", None);
        progress.step();
        progress.clear();
        assert!(progress.line.is_none());
    }
}
