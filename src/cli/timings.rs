//! Timings: how long each phase of a command takes and, if that is asked for, each kind of file.
//!
//! Takes the moments at which phases end and files are made, from many threads; gives a table on the standard error.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};

use super::common::Common;
use super::report::{message, say};
use crate::locale::{Arg, Language};
use crate::pipeline::{BuildOptions, Observer, Prepared};
use crate::report::message::language;

#[derive(Debug, Args)]
pub(super) struct TimingsArgs {
    /// Say how long each phase takes; with =pages also each kind of file, of which there is how many and how long
    #[arg(long, value_name = "WHAT", num_args = 0..=1, require_equals = true, default_missing_value = "phases")]
    timings: Option<Asked>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Asked {
    /// The phases
    Phases,
    /// Each kind of page and file as well
    Pages,
}

/// What was measured so far.
pub(super) struct Timings {
    asked: Option<Asked>,
    phases: Arc<Mutex<Phases>>,
    kinds: Mutex<BTreeMap<String, Sum>>,
}

struct Phases {
    last: Instant,
    ended: Vec<(&'static str, Duration)>,
}

/// What the files of one kind took.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Sum {
    count: u64,
    bytes: u64,
    making: Duration,
    putting: Duration,
}

thread_local! {
    /// When this thread began the file that it makes, or put the one before: of one picture several are made. Where a thread makes
    /// another file while one waits for others, what the first took before that is not counted.
    static BEGUN: Cell<Option<Instant>> = const { Cell::new(None) };
}

impl Timings {
    /// Begins to measure.
    pub(super) fn new(args: &TimingsArgs) -> Timings {
        let phases = Phases {
            last: Instant::now(),
            ended: Vec::new(),
        };
        Timings {
            asked: args.timings,
            phases: Arc::new(Mutex::new(phases)),
            kinds: Mutex::default(),
        }
    }

    /// The options of a command, of which the phases are measured.
    pub(super) fn options(&self, common: &Common) -> BuildOptions {
        let mut options = common.options();
        if self.asked.is_some() {
            let phases = Arc::clone(&self.phases);
            options.observer = Observer::new(move |phase| ended(&phases, phase));
        }
        options
    }

    /// A phase has ended.
    pub(super) fn ended(&self, phase: &'static str) {
        ended(&self.phases, phase);
    }

    /// This thread begins to make a file.
    pub(super) fn begin_file(&self) {
        if self.asked == Some(Asked::Pages) {
            BEGUN.set(Some(Instant::now()));
        }
    }

    /// Puts the file that this thread has made, of so many bytes, to where it is wanted.
    pub(super) fn put_file<T>(
        &self,
        prepared: &Prepared,
        path: &str,
        bytes: usize,
        put: impl FnOnce() -> T,
    ) -> T {
        if self.asked != Some(Asked::Pages) {
            return put();
        }
        let made = Instant::now();
        let begun = BEGUN.get().unwrap_or(made);
        let done = put();
        BEGUN.set(Some(Instant::now()));
        if let Ok(mut kinds) = self.kinds.lock() {
            let sum = kinds.entry(prepared.file_kind_at(path)).or_default();
            sum.count += 1;
            sum.bytes += bytes as u64;
            sum.making += made - begun;
            sum.putting += made.elapsed();
        }
        done
    }

    /// Says what was measured, if that is asked for.
    pub(super) fn tell(&self, common: &Common) {
        let (Some(_), Ok(phases), Ok(kinds)) = (self.asked, self.phases.lock(), self.kinds.lock())
        else {
            return;
        };
        let words = language(common.lang());
        let mut rows = vec![[column(&words, "phase"), column(&words, "milliseconds")].to_vec()];
        rows.extend(phases.ended.iter().map(|(phase, time)| {
            let name = message(&words, &format!("cli-phase-{phase}"), &[]);
            vec![name, number(&words, time.as_millis())]
        }));
        aligned(&rows).into_iter().for_each(say);
        if kinds.is_empty() {
            return;
        }
        let heads = ["kind", "files", "bytes", "making", "putting", "making-each"];
        let mut rows = vec![heads.map(|head| column(&words, head)).to_vec()];
        let mut kinds: Vec<(&String, &Sum)> = kinds.iter().collect();
        kinds.sort_by(|(a, of), (b, other)| other.making.cmp(&of.making).then_with(|| a.cmp(b)));
        rows.extend(kinds.into_iter().map(|(kind, sum)| {
            let numbers = [
                u128::from(sum.count),
                u128::from(sum.bytes),
                sum.making.as_millis(),
                sum.putting.as_millis(),
                sum.making.as_micros() / u128::from(sum.count.max(1)),
            ];
            let numbers = numbers.map(|n| number(&words, n));
            std::iter::once(kind.clone()).chain(numbers).collect()
        }));
        aligned(&rows).into_iter().for_each(say);
    }
}

fn ended(phases: &Mutex<Phases>, phase: &'static str) {
    if let Ok(mut phases) = phases.lock() {
        let now = Instant::now();
        let took = now - phases.last;
        phases.ended.push((phase, took));
        phases.last = now;
    }
}

fn column(words: &Language, name: &str) -> String {
    message(words, &format!("cli-column-{name}"), &[])
}

fn number(words: &Language, number: u128) -> String {
    let number = u64::try_from(number).unwrap_or(u64::MAX);
    message(words, "cli-number", &[("number", Arg::Number(number))])
}

/// Rows as lines, of which the first column stands on the left and all others on the right.
fn aligned(rows: &[Vec<String>]) -> Vec<String> {
    let width = |nth: usize| {
        let cells = rows.iter().filter_map(|row| row.get(nth));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let line = |row: &Vec<String>| {
        let cells = row.iter().enumerate().map(|(nth, cell)| match nth {
            0 => format!("{cell:<wide$}", wide = width(nth)),
            _ => format!("  {cell:>wide$}", wide = width(nth)),
        });
        cells.collect::<String>()
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_below_each_other() {
        let rows = [["вид", "мс"], ["a", "1 234"]];
        let rows = rows.map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(aligned(&rows), ["вид     мс", "a    1 234"]);
    }
}
