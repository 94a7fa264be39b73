//! The list of accepted diagnostics: place, code and reason of each, for those who ask what is passed over.
//!
//! Takes what was accepted, gives a line for each, by file and place.

use std::collections::HashSet;

use crate::diagnostic::Accepted;
use crate::load::locate::Locator;
use crate::locale::{Arg, Language};
use crate::source::Sources;
use crate::source::text::invisible::visible;

/// Equal ones once.
pub(crate) fn different(accepted: &[Accepted]) -> Vec<&Accepted> {
    let mut seen = HashSet::new();
    let all = accepted.iter();
    all.filter(|of| seen.insert(&of.diagnostic)).collect()
}

/// What was accepted and why, in the order of files and places, equal ones once.
pub(super) fn in_order<'a>(
    accepted: &'a [Accepted],
    locator: &mut Locator<'_>,
) -> Vec<&'a Accepted> {
    let mut all = different(accepted);
    all.sort_by_cached_key(|of| {
        let location = locator.locate(&of.diagnostic.at);
        let start = location.text.map(|(_, range)| range.start);
        (location.path, start, of.diagnostic.code)
    });
    all
}

/// A line for each: its place, its code and the editor's reason.
pub(crate) fn lines(accepted: &[Accepted], sources: &Sources, words: &Language) -> Vec<String> {
    let mut locator = Locator::new(sources);
    let all = in_order(accepted, &mut locator).into_iter();
    all.map(|of| {
        let location = locator.locate(&of.diagnostic.at);
        let path = visible(&location.path).into_owned();
        let place = match locator.lines_and_columns(&location) {
            Some(((line, column), _)) => format!("{path}:{line}:{column}"),
            None => path,
        };
        let args = [
            ("place", Arg::Text(&place)),
            ("code", Arg::Text(of.diagnostic.code.number())),
            ("why", Arg::Text(&visible(&of.why))),
        ];
        let line = words.messages.format("cli-accepted", &args);
        line.unwrap_or(place)
    })
    .collect()
}
