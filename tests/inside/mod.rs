//! Tests that look inside: compiled with the library's own unit tests, so that they see what is private.
//!
//! All other tests use the program or the public face of the library.

mod anonymity;
mod content_reference;
mod locale;
mod message_ids;
mod messages;
mod mutations;
mod schema;
mod sheets;
mod specialised_templates;
pub(crate) mod specimens;
#[path = "../support/mod.rs"]
pub(crate) mod support;
mod theme_reference;
mod totals;
