//! tagzym, a static site generator: content is linked into one immutable portal, of which each page is a pure function.
//!
//! ```text
//! read → load → link → totals → plan → render → publish
//! ```
//!
//! `pipeline` runs the phases; every other module is one of them, or what they share:
//!
//! - `source` texts and spans in them; `diagnostic` what is wrong, where, and its fix-it; `report` diagnostics rendered
//!   for a terminal, JSON or GitHub
//! - `model` what records hold; `records` a file for each kind: from one text to records, from all records to a
//!   [`model::portal::Portal`]; `load` and `link` what reading and resolving of all kinds share, which know no kind;
//!   `markdown` the Markdown compiler
//! - `totals` the aggregation; `locale` a language's formats and messages; `names` which record a name means; `translations` the
//!   translation report
//! - `scaffold` what a person begins with: a new portal, a new record, another id, the reference of a field
//! - `manifest` the figures of a state of the site, and the files that were published; `changes` what is another between two
//! - `plan` the routes of all files; `data` the rows of open data; `pages` each page's template context; `drawing` charts
//!   and maps as SVG; `cards` pictures for social networks as PNG; `pictures` photographs made fit for pages; `formats` other
//!   outputs; `search` the index that a reader's browser searches
//! - `headers` the HTTP headers of a file, for all that serve or upload it
//! - `sheets` gifts from spreadsheets, and the same sheet back; `deploy` brings an output to where it is served from
//! - `anonymity` inspects every output for names that must not be in it; `lint` what is odd but not wrong
//! - `extract` the texts in files of any kind; `theme` the templates; `disk` reading, watching and publishing; `cli` the commands
//! - `serve` the preview: one page at a time, rendered on request
//!
//! What always holds (the invariants):
//!
//! - Only `disk` touches files. No phase prints; only `cli` does.
//! - A page depends on the theme and its context alone: it can be rendered at any time, in any order, twice the same.
//! - Where a patron is anonymous, no byte leaves that was not inspected, whatever happens to files meanwhile.
//! - Money is whole tenge, and every sum knows the contributions behind it.
//! - Nothing stops at the first mistake: every phase gives its value *and* its diagnostics.

// Tests compile files of `tests/` into the library, too: these are public for other programs.
#![cfg_attr(not(test), warn(unreachable_pub))]

mod anonymity;
mod cards;
mod changes;
mod cli;
mod data;
mod deploy;
mod diagnostic;
mod disk;
mod drawing;
mod extract;
mod formats;
mod headers;
mod link;
mod lint;
mod load;
mod locale;
mod manifest;
mod markdown;
mod model;
mod names;
mod pages;
mod pictures;
mod pipeline;
mod plan;
mod records;
mod report;
mod scaffold;
pub mod search;
mod serve;
mod sheets;
mod source;
mod theme;
mod totals;
mod translations;

pub use cli::run;
pub use diagnostic::{Accepted, At, Code, Diagnostic, Settled, Severity, has_errors};
pub use load::locate::{Location, Locator};
pub use locale::Language;
pub use model::lang::Lang;
pub use model::site::Samples;
pub use pipeline::{
    BuildOptions, Observer, Preparation, Prepared, Rendered, Unpublished, inspect, prepare,
    read_text, render_all,
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
