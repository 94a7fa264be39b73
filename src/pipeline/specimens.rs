//! Specimens of content: the beginnings of some of its texts, by which it is known what words are frequent in it.

use crate::source::{Sources, boundary};

/// So many texts at least, if there are as many, and so many bytes of each.
const TEXTS: usize = 400;
const LENGTH: usize = 1500;

/// The beginnings of some texts of content, the same of the same content.
pub(super) fn specimens(sources: &Sources) -> impl Iterator<Item = &str> {
    let step = (sources.length() / TEXTS).max(1);
    let texts = sources.iter();
    let texts = texts.filter(|(_, source)| source.path.starts_with("content/"));
    texts.step_by(step).filter_map(|(_, source)| {
        let text: &str = source.text.in_memory()?;
        Some(&text[..boundary(text, LENGTH)])
    })
}
