//! Lints: warnings of what is odd, though no rule forbids it.
//!
//! [`text`], [`heavy_pictures`], [`private_metadata`] and [`server_programs`] are looked for whenever a site is read; [`inspect`] is for
//! `check` and for strict builds, where nobody waits for a page. Takes texts and the linked portal, gives warnings; changes nothing.

mod guessable;
mod initials;
mod invisible_characters;
mod language;
mod lost_letters;
mod metadata;
mod mixed_scripts;
mod namesakes;
mod overdue;
mod patrons;
mod pictures;
mod prose_sums;
mod running_words;
mod same_texts;
mod server_programs;

pub(crate) use metadata::private_metadata;
pub(crate) use pictures::heavy_pictures;
pub(crate) use server_programs::server_programs;

use jiff::civil;

use crate::diagnostic::{CappedDiagnostics, Diagnostic};
use crate::model::portal::Portal;
use crate::source::{Source, SourceId, Sources};

/// Looks at one text of the content, or at the settings. What it gives depends on that text alone.
pub(crate) fn text(id: SourceId, source: &Source) -> Vec<Diagnostic> {
    let mut found = CappedDiagnostics::default();
    found.extend(mixed_scripts::mixed_scripts(id, source));
    found.extend(lost_letters::lost_letters(id, source));
    found.extend(invisible_characters::unseen_characters(id, source));
    found.into_vec_of(&source.path)
}

/// Looks closely at a portal without errors, of which some things are told already.
pub(crate) fn inspect(
    portal: &Portal,
    sources: &Sources,
    today: Option<civil::Date>,
    told: &[Diagnostic],
) -> Vec<Diagnostic> {
    let mut found = language::wrong_languages(portal, sources);
    let overdue = overdue::overdue_pledges(portal, today).into_iter();
    found.extend(overdue.filter(|pledge| !overdue::is_told(pledge, told)));
    found.extend(prose_sums::unknown_sums(portal, sources, told));
    found.extend(patrons::unused(portal));
    found.extend(namesakes::namesakes(portal));
    found.extend(same_texts::same_texts(portal, sources, told));
    found.extend(guessable::guessable(portal));
    found
}
