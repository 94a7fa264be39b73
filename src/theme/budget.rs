//! The budget of a template: how many steps it may take for one page, how large its texts may grow, how much it may write.
//!
//! Counted, not timed, so that it ends alike on every machine. The engine counts nothing itself: templates are given to it
//! with calls of these functions in them, by `counted.rs`.

use std::cell::Cell;
use std::io::{self, Write};

use tera::{Kwargs, State, StringInput, Tera, TeraResult, Value};

/// The most steps of a page: rounds of loops, each with the components that it enters. A region with ten thousand
/// gifts takes a hundred thousand.
const STEPS: u64 = 1_000_000;

/// The longest text that a template may keep, in bytes, and the longest list.
const MAX_TEXT: usize = 4 << 20;
const MAX_LIST: usize = 1_000_000;

/// The most bytes of a page.
const MAX_PAGE: usize = 64 << 20;

/// Our own reasons: `reason-…` in the messages to editors.
pub(super) const TOO_MANY_STEPS: &str = "too many steps";
pub(super) const TOO_LARGE_A_VALUE: &str = "too large a value";
pub(super) const TOO_LARGE_A_PAGE: &str = "too large a page";

/// What is left for the page that this thread makes, and the number of the last step. The engine calls functions without
/// any place of a page's own, and makes a page on one thread.
struct Counter {
    left: Cell<u64>,
    last: Cell<usize>,
}

thread_local! {
    static COUNTER: Counter = const {
        Counter { left: Cell::new(STEPS), last: Cell::new(0) }
    };
}

/// Begins a page.
pub(super) fn begin() {
    COUNTER.with(|counter| {
        counter.left.set(STEPS);
        counter.last.set(0);
    });
}

/// The number of the last step of the page that this thread makes.
pub(super) fn last_step() -> usize {
    COUNTER.with(|counter| counter.last.get())
}

fn spend(steps: u64) -> TeraResult<()> {
    COUNTER.with(|counter| match counter.left.get().checked_sub(steps) {
        Some(left) => {
            counter.left.set(left);
            Ok(())
        }
        None => Err(tera::Error::message(TOO_MANY_STEPS)),
    })
}

/// Functions that count, and those of the engine that make large things of small ones.
pub(super) fn register(tera: &mut Tera) {
    tera.register_test(
        "__step",
        |step: &[Value], _: Kwargs, _: &State| -> TeraResult<bool> {
            let number = |nth: usize| step.get(nth).and_then(Value::as_u64);
            COUNTER.with(|counter| counter.last.set(number(0).unwrap_or_default() as usize));
            spend(number(1).unwrap_or(1))?;
            Ok(true)
        },
    );
    tera.register_function("__kept", |args: Kwargs, _: &State| -> TeraResult<bool> {
        let at: u64 = args.must_get("at")?;
        let weight: u64 = args.must_get("weight")?;
        COUNTER.with(|counter| counter.last.set(at as usize));
        if let Some(value) = args.get::<Value>("value")? {
            let mut entries = MAX_LIST;
            let size = size(&value, &mut entries)?;
            // It may be written as often as there are places for it.
            spend(1 + (size as u64 / 64).saturating_mul(weight + 1))?;
        }
        Ok(true)
    });
    tera.register_function("__list", |args: Kwargs, _: &State| -> TeraResult<Value> {
        let value: Value = args.get("of")?.unwrap_or_else(Value::undefined);
        spend(value.len().unwrap_or(0) as u64)?;
        Ok(value)
    });
    tera.register_function("range", |args: Kwargs, _: &State| range(&args));
    tera.register_filter("replace", replace);
    tera.register_filter("join", join);
}

/// The length of the longest text in a value, in bytes.
fn size(value: &Value, entries: &mut usize) -> TeraResult<usize> {
    let too_large = || tera::Error::message(TOO_LARGE_A_VALUE);
    *entries = entries.checked_sub(1).ok_or_else(too_large)?;
    if let Some(text) = value.as_str() {
        return match text.len() <= MAX_TEXT {
            true => Ok(text.len()),
            false => Err(too_large()),
        };
    }
    let mut longest = 0;
    let list = value.as_array().unwrap_or_default().iter();
    let map = value.as_map().into_iter().flat_map(|map| map.values());
    for inner in list.chain(map) {
        longest = longest.max(size(inner, entries)?);
    }
    Ok(longest)
}

fn range(args: &Kwargs) -> TeraResult<Vec<i128>> {
    let start: i128 = args.get("start")?.unwrap_or_default();
    let end: i128 = args.must_get("end")?;
    let step: i128 = args.get("step_by")?.unwrap_or(1);
    if step == 0 || step > 0 && start > end {
        return Err(tera::Error::message(
            "Function `range` was called with a `start` behind its `end`, or a `step_by` of 0",
        ));
    }
    let mut list = Vec::new();
    let mut next = Some(start);
    while let Some(number) = next.filter(|&next| if step > 0 { next < end } else { next > end }) {
        spend(1)?;
        list.push(number);
        next = number.checked_add(step);
    }
    Ok(list)
}

/// As the engine's own, but for texts that would grow too large.
fn replace(text: StringInput<'_>, args: Kwargs, state: &State) -> TeraResult<Value> {
    let from: &str = args.must_get("from")?;
    let to: StringInput<'_> = args.must_get("to")?;
    let times = text.as_str().matches(from).count();
    check_text(times.saturating_mul(to.as_str().len()) + text.as_str().len())?;
    if state.autoescaping_enabled() && (text.is_safe() || to.is_safe()) {
        let replaced = text.rendered(state)?.replace(from, &to.rendered(state)?);
        return Ok(Value::safe_string(&replaced));
    }
    Ok(Value::from(text.as_str().replace(from, to.as_str())))
}

/// As the engine's own, but for texts that would grow too large.
fn join(list: &[Value], args: Kwargs, state: &State) -> TeraResult<Value> {
    let separator: Option<StringInput<'_>> = args.get("sep")?;
    let between = separator
        .as_ref()
        .map_or("", |separator| separator.as_str());
    let mut entries = MAX_LIST;
    let mut length = list.len().saturating_mul(between.len());
    for value in list {
        length = length.saturating_add(size(value, &mut entries)?);
    }
    check_text(length)?;
    let is_safe = |value: &Value| value.is_string() && value.is_safe();
    let is_separator_safe = separator
        .as_ref()
        .is_some_and(|separator| separator.is_safe());
    if state.autoescaping_enabled() && (is_separator_safe || list.iter().any(is_safe)) {
        let written: TeraResult<Vec<String>> = list
            .iter()
            .map(|value| match value.is_undefined() {
                true => Ok(String::new()),
                false => state.escape_if_needed(value),
            })
            .collect();
        let between = match &separator {
            Some(separator) => separator.rendered(state)?,
            None => "".into(),
        };
        return Ok(Value::safe_string(&written?.join(&*between)));
    }
    let written: Vec<String> = list.iter().map(|value| format!("{value}")).collect();
    Ok(Value::from(written.join(between)))
}

fn check_text(length: usize) -> TeraResult<()> {
    match length <= MAX_TEXT {
        true => Ok(()),
        false => Err(tera::Error::message(TOO_LARGE_A_VALUE)),
    }
}

/// A page while it is written.
#[derive(Default)]
pub(super) struct Written(pub Vec<u8>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > MAX_PAGE {
            return Err(io::Error::other(TOO_LARGE_A_PAGE));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
