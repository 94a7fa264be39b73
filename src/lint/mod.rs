//! What is odd, though no rule forbids it: warnings beyond the contract's.
//!
//! [`mixed_scripts`], [`unseen_characters`] and [`heavy_pictures`] are looked for whenever a site is read; [`inspect`] is for `check` alone,
//! where nobody waits for a page. Takes texts and the linked portal, gives warnings; changes nothing.

mod language;
mod namesakes;
mod patrons;
mod pictures;
mod scripts;
mod unseen;

pub use pictures::heavy_pictures;
pub use scripts::mixed_scripts;
pub use unseen::unseen_characters;

use crate::diagnostic::Diagnostic;
use crate::model::portal::Portal;
use crate::source::Sources;

/// Looks closely at a portal without errors.
pub fn inspect(portal: &Portal, sources: &Sources) -> Vec<Diagnostic> {
    let mut found = language::wrong_languages(portal, sources);
    found.extend(patrons::early_gifts(portal, sources));
    found.extend(patrons::unused(portal));
    found.extend(namesakes::namesakes(portal));
    found
}
