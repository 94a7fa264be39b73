//! Specimens of content: the beginnings of some of its texts, by which it is known what words are frequent in it.

use crate::source::{Sources, boundary};

/// So many texts at least, if there are as many, and so many bytes of each.
const TEXTS: usize = 400;
const LENGTH: usize = 1500;

/// The beginnings of some texts of content, the same of the same content.
pub(super) fn specimens(sources: &Sources) -> impl Iterator<Item = &str> {
    let texts = || {
        let all = sources.iter();
        all.filter(|(_, source)| source.path.starts_with("content/"))
    };
    let step = (texts().count() / TEXTS).max(1);
    texts().step_by(step).filter_map(|(_, source)| {
        let text: &str = source.text.in_memory()?;
        Some(&text[..boundary(text, LENGTH)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn of_a_large_site_there_are_enough() {
        let text = |path: String| Source {
            path: path.into(),
            text: "Мәтін".into(),
        };
        let content = (0..TEXTS + 1).map(|number| text(format!("content/pages/{number:03}.kk.md")));
        let theme = (0..2 * TEXTS).map(|number| text(format!("themes/t/{number}.html")));
        let sources = Sources::new(content.chain(theme).collect(), Vec::new());
        assert!(specimens(&sources).count() >= TEXTS);
    }
}
