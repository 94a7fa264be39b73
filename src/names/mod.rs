//! Names and their match: which known record a name means, in whatever language, spelling and legal form it stands.
//!
//! Takes names of records, gives those that bear a name, or those near it. Knows nothing of what kind the records are.

mod key;
mod lookup;
mod mended;
mod near;
mod places;

pub(crate) use key::NameKind;
pub(crate) use lookup::{Found, Names, are_letters_of, id_of, name_of};
pub(crate) use mended::{mended, with_whole_abbreviations};
