//! tagzym: read everything, link it into one immutable portal, add it up, and make every page a pure function of that.
//!
//! ```text
//! read → load → link → totals → plan → render → publish
//! ```
//!
//! `pipeline` runs the phases; every other module is one of them, or what they share:
//!
//! - `source` texts and places in them; `diagnostic` what is wrong, where, and how to mend it
//! - `model` what records hold; `records` a file for each kind: from one text to records, from all records to a
//!   [`model::portal::Portal`]; `load` and `link` the readers' and the resolver's means, which know no kind
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

// Tests share helpers between binaries, of which each uses some.
#![cfg_attr(not(test), warn(unreachable_pub))]

mod anonymity;
mod cli;
mod diagnostic;
mod disk;
mod drawing;
mod formats;
mod link;
mod lint;
mod load;
mod locale;
mod markdown;
mod model;
mod pages;
mod pipeline;
mod plan;
mod records;
mod report;
mod serve;
mod source;
mod theme;
mod totals;
mod translations;

pub use cli::run;
pub use diagnostic::{At, Code, Diagnostic, Severity, has_errors};
pub use load::locate::{Location, Locator};
pub use locale::Language;
pub use model::lang::Lang;
pub use model::site::Samples;
pub use pipeline::{
    BuildOptions, Preparation, Prepared, Rendered, Unpublished, inspect, prepare, read_text,
    render_all,
};
pub use report::message::{RenderedMessage, describe, language};
pub use report::terminal::{Style, render};
pub use source::{Source, SourceId, Sources, Span};

/// Tests see the library under its own name, wherever they stand.
#[cfg(test)]
extern crate self as tagzym;

#[cfg(test)]
#[path = "../tests/inside/mod.rs"]
mod inside;
