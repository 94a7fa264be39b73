//! Sorting, deduplication and the limit of diagnostics: files that cannot be read first, then by file and place, the same
//! warning once with a count, and so the same error of one file.
//!
//! Takes diagnostics, gives them with their locations. The one place that decides what a message must not tell: every
//! way of showing them begins with [`sorted`]. Knows nothing of how they are shown.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::diagnostic::{At, Code, Diagnostic, Severity};
use crate::load::locate::{Location, Locator};
use crate::model::place::Step;
use crate::source::SourceId;

/// A diagnostic and where it points to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placed<'a> {
    /// Without what must not be told.
    pub diagnostic: Cow<'a, Diagnostic>,
    pub location: Location,
    /// Of its other places.
    pub others: Vec<Location>,
}

/// A diagnostic to show, and in how many more places the same warning was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shown<'a> {
    pub placed: Placed<'a>,
    pub repeats: u64,
    /// The other places, as far as they are told.
    pub places: Vec<Location>,
}

/// So many places of one diagnostic are told.
const PLACES: usize = 12;

/// How many there are of each severity, equal ones at one place counted once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub errors: u64,
    pub warnings: u64,
}

/// What makes two diagnostics duplicates at two places: the code and the arguments of the message; of an error its file,
/// too.
type Same = (Code, String, Vec<(&'static str, String)>);

/// Counts errors and warnings.
pub(crate) fn count(diagnostics: &[Diagnostic]) -> Counts {
    let different: HashSet<&Diagnostic> = diagnostics.iter().collect();
    let of_merged = of_merged(diagnostics);
    let mut counts = Counts::default();
    for diagnostic in different.difference(&of_merged) {
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
            diagnostic: Cow::Borrowed(diagnostic),
            location: locator.locate(&diagnostic.at),
            others: diagnostic
                .others
                .iter()
                .map(|at| locator.locate(at))
                .collect(),
        })
        .collect();
    let of_merged = of_merged(diagnostics);
    let is_told = |one: &Placed<'_>| !of_merged.contains(&*one.diagnostic);
    let told: Vec<bool> = placed.iter().map(is_told).collect();
    keep_secrets(&mut placed, locator);
    let mut told = told.into_iter();
    placed.retain(|_| told.next().unwrap_or(true));
    placed.sort_by(|a, b| key(a).cmp(&key(b)));
    placed
}

/// What follows from a record that was merged into the one before it, since nothing tells where it begins: the two have
/// one consent. Nothing of it is told, but what it hides stays hidden.
fn of_merged(diagnostics: &[Diagnostic]) -> HashSet<&Diagnostic> {
    let of = |code: Code| {
        let of_code = diagnostics.iter().filter(move |one| one.code == code);
        of_code.map(|one| (one, record_of(one)))
    };
    let merged: HashSet<Record> = of(Code::MissingHyphen)
        .filter_map(|(_, record)| record)
        .collect();
    if merged.is_empty() {
        return HashSet::new();
    }
    let is_merged = |record: &Option<Record>| record.is_some_and(|of| merged.contains(&of));
    let telling: Vec<&Diagnostic> = of(Code::TellingId)
        .filter(|(_, record)| is_merged(record))
        .map(|(one, _)| one)
        .collect();
    let ids: HashSet<&str> = telling.iter().filter_map(|one| id(one)).collect();
    let links = of(Code::LinkToAnonymous).map(|(one, _)| one);
    let links = links.filter(|one| id(one).is_some_and(|id| ids.contains(id)));
    links.chain(telling.iter().copied()).collect()
}

/// A record in a list: its text, and its number.
type Record = (SourceId, usize);

/// The record in a list that a diagnostic of one of its own fields is about.
fn record_of(diagnostic: &Diagnostic) -> Option<Record> {
    let At::Place(place) = &diagnostic.at else {
        return None;
    };
    match place.path.as_slice() {
        [Step::Item(item), Step::Key(_) | Step::Repeated(..)] => Some((place.source, *item)),
        _ => None,
    }
}

fn id(diagnostic: &Diagnostic) -> Option<&str> {
    let mut args = diagnostic.args.iter();
    args.find(|(name, _)| *name == "id")
        .map(|(_, id)| id.as_str())
}

/// Marks the lines that say, or may say, who somebody is that must not be named: those in the record, and those in
/// which the name was found, whatever else is wrong with them. Then no message quotes what stands there.
fn keep_secrets(placed: &mut [Placed<'_>], locator: &mut Locator<'_>) {
    let mut lines = HashSet::new();
    let mut telling: HashSet<String> = HashSet::new();
    for Placed {
        diagnostic,
        location,
        ..
    } in placed.iter_mut()
    {
        if diagnostic.code.names_anonymous() || diagnostic.names_somebody {
            location.secret = true;
            lines.extend(line(location, locator));
        }
        if diagnostic.code == Code::TellingId {
            let ids = diagnostic.args.iter().filter(|(name, _)| *name == "id");
            telling.extend(ids.map(|(_, id)| id.clone()));
        }
    }
    for Placed {
        diagnostic,
        location,
        others,
    } in placed
    {
        for location in std::iter::once(&mut *location).chain(others.iter_mut()) {
            let is_named = !lines.is_empty()
                && line(location, locator).is_some_and(|line| lines.contains(&line));
            location.secret |= is_named
                || telling
                    .iter()
                    .any(|id| stands_in_line(id, location, locator));
        }
        let names = |value: &str| telling.contains(value) && diagnostic.code != Code::TellingId;
        if location.secret
            || others.iter().any(|other| other.secret)
            || diagnostic.args.iter().any(|(_, value)| names(value))
        {
            *diagnostic = Cow::Owned(diagnostic.kept_secret(names));
        }
    }
}

/// Whether an id stands in the line of a location.
fn stands_in_line(id: &str, location: &Location, locator: &mut Locator<'_>) -> bool {
    let Some((source, range)) = &location.text else {
        return false;
    };
    locator.line_index(*source).is_some_and(|(text, lines)| {
        let around = lines.line_around(text, range.start);
        text[around].contains(id)
    })
}

/// The line that a location begins in: its text, and its number.
fn line(location: &Location, locator: &mut Locator<'_>) -> Option<(SourceId, usize)> {
    let (source, _) = location.text.as_ref()?;
    let ((line, _), _) = locator.lines_and_columns(location)?;
    Some((*source, line))
}

type Key<'a> = (u8, &'a str, usize, Code, &'a [(&'static str, String)]);

/// What has to be mended before anything else can be told of a file, and so is told first: it cannot be read.
fn rank(code: Code) -> u8 {
    let is_unread = matches!(
        code,
        Code::Unreadable
            | Code::NotUtf8
            | Code::NothingInside
            | Code::TooLarge
            | Code::NotAFile
            | Code::FileName
            | Code::MisnamedFile
            | Code::NoSite
            | Code::Toml
            | Code::UnfinishedMerge
            | Code::Yaml
            | Code::YamlTag
            | Code::TooDeep
            | Code::TooMany
            | Code::FrontMatter
    );
    u8::from(!is_unread)
}

fn key<'a>(placed: &'a Placed<'_>) -> Key<'a> {
    let start = placed
        .location
        .text
        .as_ref()
        .map_or(0, |(_, range)| range.start);
    let diagnostic = &placed.diagnostic;
    (
        rank(diagnostic.code),
        &placed.location.path,
        start,
        diagnostic.code,
        &diagnostic.args,
    )
}

/// At most `limit` of them, errors before warnings, in the order they came; and how many are not shown.
pub(crate) fn choose(placed: Vec<Placed<'_>>, limit: usize) -> (Vec<Shown<'_>>, u64) {
    let mut times: HashMap<Same, Vec<Location>> = HashMap::new();
    for one in &placed {
        let places = times.entry(same(one)).or_default();
        places.push(one.location.clone());
    }
    let mut shown = Vec::new();
    for placed in placed {
        let Some(places) = times.get_mut(&same(&placed)) else {
            continue;
        };
        // Shown already, with this one counted.
        if places.is_empty() {
            continue;
        }
        let mut places = std::mem::take(places);
        places.remove(0);
        let repeats = places.len() as u64;
        places.truncate(PLACES);
        shown.push(Shown {
            placed,
            repeats,
            places,
        });
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

/// Warnings are the same wherever they are, and so are unknown ids; other errors with the same words in one file. An error
/// that says nothing of its place is one of its own.
fn same(placed: &Placed<'_>) -> Same {
    let Placed {
        diagnostic,
        location,
        ..
    } = placed;
    let is_error = diagnostic.severity() == Severity::Error;
    let is_alone = ONE_BY_ONE.contains(&diagnostic.code) || is_error && diagnostic.args.is_empty();
    let file = match &location.text {
        Some(_) if is_slip(diagnostic) => location.path.clone(),
        // Many files ask for one record that is missing.
        _ if diagnostic.code == Code::UnknownId => String::new(),
        Some((_, range)) if is_alone => format!("{}:{}", location.path, range.start),
        _ if is_error => location.path.clone(),
        _ => String::new(),
    };
    let args = diagnostic.args.iter();
    let args = args.filter(|(name, _)| !(is_slip(diagnostic) && *name == "line"));
    (diagnostic.code, file, args.cloned().collect())
}

/// Slips of single lines that are all mended as the first one is, though each line reads otherwise.
fn is_slip(diagnostic: &Diagnostic) -> bool {
    let mut args = diagnostic.args.iter();
    let reason = args.find(|(name, _)| *name == "reason");
    diagnostic.code == Code::Yaml && reason.is_some_and(|(_, why)| SLIPS.contains(&why.as_str()))
}

const SLIPS: [&str; 17] = [
    "tab",
    "tabs",
    "colon-space",
    "dash-space",
    "long-dash",
    "bullet",
    "odd-space",
    "wide-colon",
    "no-colon",
    "comma-behind",
    "sign-behind",
    "below",
    "displaced",
    "displaced-lines",
    "under",
    "note",
    "languages",
];

/// What is mended at each place in its own way, though the words are the same: two pairs of gifts may have one sum and day.
const ONE_BY_ONE: [Code; 6] = [
    Code::Yaml,
    Code::MissingHyphen,
    Code::RepeatedField,
    Code::NameLeaks,
    Code::SameGift,
    Code::SameProject,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::place::Place;
    use crate::source::{Source, Sources};

    fn found(code: Code, file: &str, word: &str) -> Diagnostic {
        Diagnostic::new(code, At::File(file.to_owned())).with("file", word)
    }

    #[test]
    fn what_follows_from_a_merged_record_is_kept_secret_and_not_told() {
        let place = |item: usize, key: &str| {
            let path = vec![Step::Item(item), Step::from(key)];
            let source = SourceId(0);
            At::Place(Place {
                source,
                path,
                key: true,
            })
        };
        let telling =
            |item, id: &str| Diagnostic::new(Code::TellingId, place(item, "id")).with("id", id);
        let link = |id: &str| found(Code::LinkToAnonymous, "a", "x").with("id", id);
        let all = [
            Diagnostic::new(Code::MissingHyphen, place(0, "id")),
            telling(0, "steppe"),
            telling(1, "river"),
            link("steppe"),
            link("river"),
        ];
        let text = Source {
            path: "content/patrons/a.yaml".into(),
            text: "- id: a\n- id: b\n".into(),
        };
        let sources = Sources::new(vec![text], Vec::new());
        let told = sorted(&all, &mut Locator::new(&sources));
        let mut codes: Vec<Code> = told.iter().map(|one| one.diagnostic.code).collect();
        codes.sort_unstable();
        assert_eq!(
            codes,
            [Code::MissingHyphen, Code::LinkToAnonymous, Code::TellingId]
        );
        assert_eq!((count(&all).errors, count(&all).warnings), (2, 1));
        let alone = sorted(&all[1..], &mut Locator::new(&sources));
        assert_eq!(alone.len(), 4);
    }

    #[test]
    fn each_pair_of_doubled_gifts_is_shown_by_itself() {
        let sources = Sources::new(
            vec![Source {
                path: "content/a.kk.md".into(),
                text: "one\ntwo\n".into(),
            }],
            Vec::new(),
        );
        let pair = |code, start: usize| {
            Diagnostic::new(code, At::span(SourceId(0), start..start + 1))
                .with("date", "2020-05-01")
        };
        let shown = |code| {
            let all = [pair(code, 0), pair(code, 4)];
            choose(sorted(&all, &mut Locator::new(&sources)), 9).0.len()
        };
        assert_eq!(shown(Code::SameGift), 2);
        assert_eq!(shown(Code::SameProject), 2);
        assert_eq!(shown(Code::NoAlt), 1);
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
