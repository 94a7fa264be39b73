//! Reporters: diagnostics sorted and rendered in a language, for a terminal, as JSON or as GitHub annotations.
//!
//! Takes diagnostics and the texts that they point into; gives text. The sentences are Fluent messages in `messages/`,
//! a file per language. Prints nothing itself.

pub(crate) mod accepted;
pub(crate) mod explain;
pub(crate) mod fields;
pub(crate) mod github;
pub(crate) mod json;
pub(crate) mod message;
pub(crate) mod order;
pub(crate) mod terminal;
