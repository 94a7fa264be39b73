//! tagzym: read everything, link it into one immutable portal, add it up, and make every page a pure function of that.
//!
//! ```text
//! read → load → link → totals → plan → render → publish
//! ```
//!
//! `pipeline` runs the phases; every other module is one of them, or what they share:
//!
//! - `source` texts and places in them; `diagnostic` what is wrong, where, and how to mend it
//! - `model` the records; `load` one text to records; `link` records to a [`model::portal::Portal`]
//! - `totals` the sums; `locale` a language's formats and words
//! - `pages` each page's address and context, and `plan` the plan of them all; `formats` other outputs
//! - `anonymity` looks through every output for names that must not be in it; `lint` what is odd but not wrong
//! - `render` the theme; `disk` reading, watching and publishing; `cli` the commands
//! - `serve` the preview: one page at a time, made when a browser asks for it
//!
//! What always holds:
//! - Only `disk` touches files. No phase prints; only `cli` does.
//! - A page depends on the theme and its context alone: it can be rendered at any time, in any order, twice the same.
//! - Where a patron is anonymous, no byte leaves but those that were looked through, whatever happens to files meanwhile.
//! - Money is whole tenge, and every sum knows the contributions behind it.
//! - Nothing stops at the first mistake: every phase gives its value *and* its diagnostics.

pub mod anonymity;
pub mod cli;
pub mod diagnostic;
pub mod disk;
pub mod drawing;
pub mod formats;
pub mod link;
pub mod lint;
pub mod load;
pub mod locale;
pub mod markdown;
pub mod model;
pub mod pages;
pub mod pipeline;
pub mod plan;
pub mod report;
pub mod serve;
pub mod source;
pub mod theme;
pub mod totals;
pub mod translations;

/// Tests see the library under its own name, wherever they stand.
#[cfg(test)]
extern crate self as tagzym;

#[cfg(test)]
#[path = "../tests/inside/mod.rs"]
mod inside;
