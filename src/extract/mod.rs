//! Text extraction: what a file says to whoever opens it, in whatever encoding, packing or format.
//!
//! [`Scan`] takes the bytes of a copied file as they are read and gives the texts in them; [`private_facts`] tells what its
//! metadata give away. Knows nothing of names, and touches no file.

mod cmap;
mod content_stream;
mod encoding;
mod exif;
mod gif;
mod gzip;
mod head;
mod iptc;
mod kind;
mod office;
mod pdf;
mod pdf_filters;
mod pdf_strings;
pub(crate) mod picture;
mod png;
mod private;
mod read;
mod rows;
mod rtf;
mod runs;
mod scan;
mod sink;
pub(crate) mod svg;
mod xml;
mod zip;

pub(crate) use kind::is_markup;
pub(crate) use private::{PrivateFacts, private_facts};
pub(crate) use scan::Scan;
pub(crate) use sink::Found;
