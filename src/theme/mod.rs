//! The theme: its files, one template engine per language, and the checks of its templates and messages.
//!
//! Knows nothing of the disk or of pages.

mod budget;
mod counted;
pub(crate) mod engine;
pub(crate) mod files;
mod folding;
pub(crate) mod functions;
mod inlining;
mod message_calls;
pub(crate) mod message_check;
mod tags;
mod template_error;
mod weights;
