//! Inspection of one text of the output, for whoever makes it.

use super::guard::Guard;
use super::report::{Inspected, Leak};

/// The names of anonymous patrons in a text that goes into a file of this path in the output, each once.
///
/// An output that the program packs itself (a sheet, the pieces of an index, a compressed copy) is given here text by text
/// before it is packed: what is packed is not opened again.
pub(crate) fn inspect_text(guard: &Guard, page: &str, text: &str) -> Vec<Leak> {
    let of = Inspected {
        page,
        file: page,
        shown: None,
        text,
        among_bytes: false,
    };
    Leak::all(guard, &of)
}
