//! Sorting, deduplication and the limit of diagnostics: by file and place, the same warning once with a count.
//!
//! Takes diagnostics, gives them with their locations. Knows nothing of how they are shown.

use std::collections::{HashMap, HashSet};

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::load::locate::{Location, Locator};

/// A diagnostic and where it points to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placed<'a> {
    pub diagnostic: &'a Diagnostic,
    pub location: Location,
}

/// A diagnostic to show, and in how many more places the same warning was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shown<'a> {
    pub placed: Placed<'a>,
    pub repeats: u64,
}

/// How many there are of each severity, equal ones at one place counted once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub errors: u64,
    pub warnings: u64,
}

/// What makes two diagnostics duplicates at two places: the code and the arguments of the message.
type Same<'a> = (Code, &'a [(&'static str, String)]);

/// Counts errors and warnings.
pub(crate) fn count(diagnostics: &[Diagnostic]) -> Counts {
    let different: HashSet<&Diagnostic> = diagnostics.iter().collect();
    let mut counts = Counts::default();
    for diagnostic in different {
        match diagnostic.severity() {
            Severity::Error => counts.errors += 1,
            Severity::Warning => counts.warnings += 1,
        }
    }
    counts
}

/// All diagnostics by file and place, equal ones once.
pub(crate) fn sorted<'a>(
    diagnostics: &'a [Diagnostic],
    locator: &mut Locator<'_>,
) -> Vec<Placed<'a>> {
    let mut seen = HashSet::new();
    let mut placed: Vec<Placed<'a>> = diagnostics
        .iter()
        .filter(|diagnostic| seen.insert(*diagnostic))
        .map(|diagnostic| Placed {
            diagnostic,
            location: locator.locate(&diagnostic.at),
        })
        .collect();
    placed.sort_by(|a, b| key(a).cmp(&key(b)));
    placed
}

type Key<'a> = (&'a str, usize, Code, &'a [(&'static str, String)]);

fn key<'a>(placed: &'a Placed<'_>) -> Key<'a> {
    let start = placed
        .location
        .text
        .as_ref()
        .map_or(0, |(_, range)| range.start);
    let diagnostic = placed.diagnostic;
    (
        &placed.location.path,
        start,
        diagnostic.code,
        &diagnostic.args,
    )
}

/// At most `limit` of them, errors before warnings, in the order they came; and how many are not shown.
pub(crate) fn choose(placed: Vec<Placed<'_>>, limit: usize) -> (Vec<Shown<'_>>, u64) {
    let mut times: HashMap<Same<'_>, u64> = HashMap::new();
    for Placed { diagnostic, .. } in &placed {
        *times.entry(same(diagnostic)).or_default() += 1;
    }
    let mut shown = Vec::new();
    for placed in placed {
        let repeats = match (
            placed.diagnostic.severity(),
            times.get_mut(&same(placed.diagnostic)),
        ) {
            (Severity::Error, _) | (_, None) => 0,
            // Shown already, with this one counted.
            (_, Some(0)) => continue,
            (_, Some(times)) => std::mem::take(times) - 1,
        };
        shown.push(Shown { placed, repeats });
    }
    let is_error = |one: &Shown<'_>| one.placed.diagnostic.severity() == Severity::Error;
    let errors = shown.iter().filter(|one| is_error(one)).count();
    let mut left = (errors.min(limit), limit.saturating_sub(errors));
    let mut hidden = 0;
    shown.retain(|one| {
        let left = if is_error(one) {
            &mut left.0
        } else {
            &mut left.1
        };
        if *left == 0 {
            hidden += 1 + one.repeats;
            return false;
        }
        *left -= 1;
        true
    });
    (shown, hidden)
}

fn same(diagnostic: &Diagnostic) -> Same<'_> {
    (diagnostic.code, &diagnostic.args)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::At;
    use crate::source::Sources;

    fn found(code: Code, file: &str, word: &str) -> Diagnostic {
        Diagnostic::new(code, At::File(file.to_owned())).with("file", word)
    }

    #[test]
    fn a_repeated_warning_is_shown_once_and_errors_come_first_when_few_are_shown() {
        let mut all: Vec<Diagnostic> = (0..1000)
            .map(|number| found(Code::NoAlt, &format!("{number:04}"), "same"))
            .collect();
        all.push(found(Code::NoAlt, "b", "other"));
        all.push(found(Code::NoPicture, "c", "x"));
        all.push(found(Code::NoPicture, "c", "x"));
        all.push(found(Code::NoPicture, "d", "x"));
        assert_eq!(
            count(&all),
            Counts {
                errors: 2,
                warnings: 1001
            }
        );
        let sources = Sources::default();
        let choice = |limit| {
            let (shown, hidden) = choose(sorted(&all, &mut Locator::new(&sources)), limit);
            let paths: Vec<(String, u64)> = shown
                .into_iter()
                .map(|one| (one.placed.location.path, one.repeats))
                .collect();
            (paths, hidden)
        };
        let named = |names: &[(&str, u64)]| -> Vec<(String, u64)> {
            names
                .iter()
                .map(|(name, times)| ((*name).to_owned(), *times))
                .collect()
        };
        assert_eq!(
            choice(9),
            (named(&[("0000", 999), ("b", 0), ("c", 0), ("d", 0)]), 0)
        );
        assert_eq!(choice(3), (named(&[("0000", 999), ("c", 0), ("d", 0)]), 1));
        assert_eq!(choice(1), (named(&[("c", 0)]), 1002));
        assert_eq!(choice(0), (named(&[]), 1003));
    }
}
