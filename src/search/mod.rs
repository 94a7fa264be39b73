//! The search: an index of all that readers may look for, made from the records and read by a script in the browser.
//!
//! Takes a portal as readers of each language see it, gives the index in pieces, and the files that results are shown from.
//! Nobody who must not be named is in it: every text is given to `look` before a word of it is folded and packed.

mod card;
mod description;
mod document;
pub mod fold;
mod index;
mod lines;
mod piece;
mod plain_text;
mod postings;

pub(crate) use description::description;
pub(crate) use index::SearchIndex;
