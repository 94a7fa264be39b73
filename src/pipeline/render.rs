//! Rendering everything: the one parallel loop over all files of the output, with a cancel token. Beside it the sums that
//! they show are checked, which an edit in the preview need not wait for.
//!
//! `build` writes what it gives, `check` and the preview drop it. Takes a prepared site, gives each file's bytes as
//! they are made, on any thread, and what is wrong with them. Knows nothing of where they go.

use std::collections::HashSet;

use rayon::prelude::*;

use super::card::Card;
use super::guarded::{Findings, Guarded};
use super::photo::PhotoFile;
use super::prepared::Prepared;
use crate::anonymity::Form;
use crate::diagnostic::{Accepted, Diagnostic, Phase, settle};
use crate::plan::Output;
use crate::source::{Asset, Sources};

/// A file of the output.
pub enum Rendered<'a> {
    Made(Vec<u8>),
    /// Drawn if it is wanted.
    Card(&'a mut Card),
    /// A file of a picture that is made if it is wanted.
    Picture(PhotoFile<'a>),
    /// Copied as it is.
    Copy(&'a Asset),
    /// Copied while it is inspected, so that nothing else is published.
    Guarded(&'a mut Guarded),
}

impl Rendered<'_> {
    /// How many bytes were made: none of what is only copied, or drawn or made if it is wanted.
    pub(crate) fn made_bytes(&self) -> usize {
        match self {
            Rendered::Made(bytes) => bytes.len(),
            Rendered::Card(_) | Rendered::Picture(_) | Rendered::Copy(_) | Rendered::Guarded(_) => {
                0
            }
        }
    }
}

/// What was made of a site.
pub struct BuildOutcome {
    pub pages: usize,
    pub diagnostics: Vec<Diagnostic>,
    pub accepted: Vec<Accepted>,
    /// How many files show a name that a public patron has in common with an anonymous one: they stop nothing.
    pub namesakes: usize,
}

/// Renders every file of the output; `put` takes each as it is made, on any thread. What names an anonymous patron is
/// an error, so that nothing is published; so is a file that has to be inspected and cannot be read.
///
/// # Errors
/// The first error of `put`. Templates' errors are diagnostics.
pub fn render_all<E: Send>(
    prepared: &Prepared,
    sources: &Sources,
    put: impl Fn(&str, Rendered<'_>) -> Result<(), E> + Sync,
) -> Result<BuildOutcome, E> {
    render_each(prepared, sources, || Ok(()), put)
}

/// The same for whoever may want to stop: `go_on` is the cancel token, asked before each file.
///
/// # Errors
/// The first error of `go_on` or `put`.
pub(crate) fn render_each<E: Send>(
    prepared: &Prepared,
    sources: &Sources,
    go_on: impl Fn() -> Result<(), E> + Sync,
    put: impl Fn(&str, Rendered<'_>) -> Result<(), E> + Sync,
) -> Result<BuildOutcome, E> {
    go_on()?;
    let (of_sums, made) = rayon::join(
        || prepared.check_sums(),
        || render_files(prepared, &go_on, &put),
    );
    let (mut wrong, mut leaks) = (Vec::new(), Vec::new());
    for made in made? {
        match made {
            Ok(found) => {
                leaks.extend(found.leaks);
                wrong.extend(found.warning);
            }
            Err(error) => wrong.push(error),
        }
    }
    let pages = prepared.routes.pages().count();
    let of_namesakes = leaks.iter().filter(|leak| leak.form == Form::Namesake);
    let namesakes = of_namesakes
        .map(|leak| &leak.page)
        .collect::<HashSet<_>>()
        .len();
    let mut found = each_once(wrong);
    found.extend(of_sums);
    found.extend(prepared.find_leaks(leaks, sources));
    let settled = settle(found, &prepared.acceptances, Phase::Render, sources);
    Ok(BuildOutcome {
        pages,
        diagnostics: settled.diagnostics,
        accepted: settled.accepted,
        namesakes,
    })
}

/// So many files that stand one behind the other are made by one thread: pages that have much in common, but not all the
/// photographs, which stand together and take a hundred times as long.
const NEIGHBOURS: usize = 32;

/// Renders each file; what is wrong with those with which something is, in the order of paths. What tells of others finds them
/// made.
fn render_files<E: Send>(
    prepared: &Prepared,
    go_on: &(impl Fn() -> Result<(), E> + Sync),
    put: &(impl Fn(&str, Rendered<'_>) -> Result<(), E> + Sync),
) -> Result<Vec<Result<Findings, Diagnostic>>, E> {
    let make = |(path, output): (&str, &Output)| {
        let made = go_on().and_then(|()| prepared.give(path, output, put));
        let is_sound = matches!(&made, Ok(Ok(found)) if *found == Findings::default());
        (!is_sound).then_some(made)
    };
    let first = prepared.routes.par_iter().with_max_len(NEIGHBOURS);
    let first = first.filter(|(_, output)| !output.is_made_last());
    let mut made = first.filter_map(make).collect::<Result<Vec<_>, E>>()?;
    let last = prepared.routes.par_iter();
    let last = last.filter(|(_, output)| output.is_made_last());
    made.extend(last.filter_map(make).collect::<Result<Vec<_>, E>>()?);
    Ok(made)
}

/// Deduplicates: one mistake in a template shows on a thousand pages and is reported once.
fn each_once(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut told = HashSet::new();
    diagnostics.retain(|wrong| told.insert((wrong.at.clone(), wrong.args.last().cloned())));
    diagnostics
}
