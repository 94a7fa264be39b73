//! A diagnostic: what is wrong, at which span, with its fix-it and its did-you-mean.
//!
//! One value that every phase gives; only `report` makes text of it. It names a [`Code`] and the arguments of its
//! message; the sentences themselves are Fluent messages in `report/messages/`, a file per language.

mod acceptance;
mod capped;
mod code;
mod nearest;
mod value;

pub(crate) use acceptance::{Acceptance, Scope, accept, settle};
pub use acceptance::{Accepted, Settled};
pub(crate) use capped::{CappedDiagnostics, MOST};
pub(crate) use code::Phase;
pub use code::{Code, Severity};
pub(crate) use nearest::{nearest, nearest_anchor, sure};
pub(crate) use value::Replacement;
#[cfg(test)]
pub(crate) use value::quotes_nothing;
pub use value::{At, Diagnostic, has_errors};
