//! Addresses of links that are written apart: `[портал]: https://egov.kz`; what of them readers never see.
//!
//! Takes a text and what the parser has found of them; gives the lines that say another address for a name that has one.

use std::ops::Range;

use pulldown_cmark::RefDefs;

use super::notes::key;

/// The longest name of an address, in bytes.
const LONGEST: usize = 200;

/// A line that gives a name another address.
#[derive(Debug)]
pub(super) struct Repeated {
    pub(super) label: String,
    pub(super) at: Range<usize>,
    /// Where the name has its address.
    pub(super) first: Range<usize>,
    is_shown: bool,
}

/// The lines of a text that look like addresses of names that have one elsewhere: shown as text, they are none.
pub(super) fn repeated(markdown: &str, known: &RefDefs<'_>) -> Vec<Repeated> {
    let mut start = 0;
    let mut found = Vec::new();
    if memchr::memmem::find(markdown.as_bytes(), b"]:").is_none() {
        return found;
    }
    for line in markdown.split_inclusive('\n') {
        let at = start + line.len() - line.trim_start().len();
        start += line.len();
        let text = line.trim();
        let label = text.strip_prefix('[').filter(|rest| !rest.starts_with('^'));
        let Some(label) = label.and_then(|rest| {
            let end = rest.bytes().take(LONGEST).position(|of| of == b']')?;
            rest[end + 1..].starts_with(':').then(|| &rest[..end])
        }) else {
            continue;
        };
        let first = known.get(label).filter(|of| !is_note(label, &of.dest));
        let first = first.map(|known| known.span.clone());
        if let Some(first) = first.filter(|first| !first.contains(&at)) {
            found.push(Repeated {
                label: label.to_owned(),
                at: at..at + text.len(),
                first,
                is_shown: false,
            });
        }
    }
    found
}

/// Takes what is shown of a text: what stands in it is no address.
pub(super) fn show(repeated: &mut [Repeated], shown: &Range<usize>) {
    let from = repeated.partition_point(|of| of.at.start < shown.start);
    let inside = repeated.iter_mut().skip(from);
    inside
        .take_while(|of| of.at.start < shown.end)
        .for_each(|of| of.is_shown = true);
}

impl Repeated {
    pub(super) fn is_lost(&self) -> bool {
        !self.is_shown
    }
}

/// Whether an address is a note to colleagues, as other programs have it: `[//]: # (тексеру)`.
pub(super) fn is_note(label: &str, address: &str) -> bool {
    matches!(&*key(label), "//" | "comment") && matches!(address, "#" | "")
}
