//! What a person begins with: a new portal, a new record, another id for an old one, the reference of a field.
//!
//! Takes what was asked for, gives texts of files by their paths, or edits of texts; touches no file. What it says of fields
//! comes from their readers, its examples from `docs/content.md`; texts of content stand in `files/`, in each language.

pub(crate) mod answers;
mod examples;
mod flow;
pub(crate) mod kazakhstan;
pub(crate) mod parts;
pub(crate) mod portal;
pub(crate) mod proposal;
pub(crate) mod record;
pub(crate) mod reference;
pub(crate) mod rename;
mod settings;
pub(crate) mod subject;
mod wrapped;
