//! Diagnostics as somebody reads them: sorted, in a language, as text, JSON or GitHub's annotations.
//!
//! Takes diagnostics and the texts that they point into; gives text. The sentences are Fluent messages in `messages/`, a
//! file per language. Prints nothing itself.

pub mod explain;
pub mod github;
pub mod json;
pub mod message;
pub mod order;
pub mod terminal;
