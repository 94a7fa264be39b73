//! Pictures made fit for pages: photographs decoded, turned as they were taken, made smaller and written anew, so that nothing
//! is left of what a camera noted in them.
//!
//! Takes the bytes of a file, gives those of WebP and JPEG, always the same for the same file, on every machine: nothing here
//! depends on what a processor can do. Must not know where files are, nor what a picture is of.

mod colour;
mod decode;
mod form;
mod jpeg;
mod jpeg_tables;
mod limits;
mod make;
mod room;
#[cfg(test)]
mod samples;
mod turn;

pub(crate) use form::{Form, forms};
pub(crate) use limits::{LEAST_WIDTH, MOST_BYTES, MOST_PIXELS, Unmade, is_made};
pub(crate) use make::{key, make, name};
pub(crate) use room::Room;
pub(crate) use turn::Turn;
