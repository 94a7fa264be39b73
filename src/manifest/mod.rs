//! The manifest of a site: its counts, its sums along every axis, and its files, so that two states of it can be compared.
//!
//! Takes a portal with its sums, gives the [`Figures`] of it; [`Manifest`] is those with the files that were published, as
//! JSON. The same content has the same bytes wherever and whenever it is made: there is no time and no folder in it. Of
//! patrons those stand in it who may be named; nothing of the others but what they are part of. Knows nothing of pages and of
//! the disk.

mod figures;
mod file;
mod rows;

pub(crate) use figures::{Figures, Whole, figures};
pub(crate) use file::{BadManifest, FileEntry, Manifest, is_page};
pub(crate) use rows::{Names, PatronRow, ProjectRow, Row, SumRow, best_name};
