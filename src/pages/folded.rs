//! A long text cut at its headings of the first level, so that a theme can fold its sections on a narrow screen.
//!
//! Takes a text with its slots filled and gives the same with marks in it. The first section stays as it is; so do the
//! footnotes, to which links of all sections lead. Knows of HTML what our own Markdown makes of it.

use super::prose::{Prose, ProsePart};
use crate::source::text::html::escape;

/// From how many characters on, without those of tags, a text is long: some seven screens of a phone.
const LONG: usize = 4_000;

/// Elements that have no end.
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

/// The same text with the sections after the first one marked, if it is long.
pub(super) fn folded(prose: Prose<'_>) -> Prose<'_> {
    let characters = |part: &ProsePart<'_>| match part {
        ProsePart::Html(html) => html
            .split('<')
            .filter_map(|piece| Some(piece.split_once('>')?.1.chars().count()))
            .sum(),
        _ => 0,
    };
    match prose.parts.iter().map(characters).sum::<usize>() > LONG {
        true => folded_below(prose),
        false => prose,
    }
}

/// The same text with the sections after the first one marked: on a page that is long without it.
pub(super) fn folded_below(prose: Prose<'_>) -> Prose<'_> {
    let mut marked = Marked::default();
    for part in prose.parts {
        match part {
            ProsePart::Html(html) => marked.html(&html),
            other => marked.push(other),
        }
    }
    marked.end();
    Prose {
        parts: marked.parts,
        ..prose
    }
}

/// The parts as far as they are marked.
#[derive(Default)]
struct Marked<'a> {
    parts: Vec<ProsePart<'a>>,
    html: String,
    /// How many elements are open.
    depth: usize,
    /// The words of the heading that is open, as HTML.
    heading: Option<String>,
    headings: usize,
    is_folded: bool,
}

impl<'a> Marked<'a> {
    fn html(&mut self, html: &str) {
        let mut rest = html;
        while let Some(start) = rest.find('<') {
            self.words(&rest[..start]);
            let end = rest[start..]
                .find('>')
                .map_or(rest.len(), |end| start + end + 1);
            self.tag(&rest[start..end]);
            rest = &rest[end..];
        }
        self.words(rest);
    }

    fn words(&mut self, words: &str) {
        self.html.push_str(words);
        if let Some(heading) = &mut self.heading {
            heading.push_str(words);
        }
    }

    fn tag(&mut self, tag: &str) {
        let name = tag.trim_matches(['<', '>', '/']);
        let name = name.split_whitespace().next().unwrap_or_default();
        if tag.starts_with("</") {
            self.depth = self.depth.saturating_sub(1);
            self.html.push_str(tag);
            if self.depth == 0 {
                self.begin_section();
            }
            return;
        }
        if self.depth == 0 && matches!(name, "h2" | "section") {
            self.end_section();
        }
        if self.depth == 0 && name == "h2" {
            self.heading = Some(String::new());
            self.headings += 1;
        }
        self.html.push_str(tag);
        if !VOID.contains(&name) {
            self.depth += 1;
        }
    }

    fn push(&mut self, part: ProsePart<'a>) {
        if let (Some(heading), ProsePart::Name(name)) = (&mut self.heading, &part) {
            heading.push_str(&escape(&name.text));
        }
        self.end_html();
        self.parts.push(part);
    }

    /// Behind the heading of every section but the first.
    fn begin_section(&mut self) {
        let Some(words) = self.heading.take() else {
            return;
        };
        if self.headings > 1 {
            self.push(ProsePart::Fold(Some(words)));
            self.is_folded = true;
        }
    }

    fn end_section(&mut self) {
        if std::mem::take(&mut self.is_folded) {
            self.push(ProsePart::Fold(None));
        }
    }

    fn end_html(&mut self) {
        if !self.html.is_empty() {
            self.parts
                .push(ProsePart::Html(std::mem::take(&mut self.html)));
        }
    }

    fn end(&mut self) {
        self.end_section();
        self.end_html();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the parts look like, with `[` and `]` for the marks.
    fn marked(html: &str) -> String {
        let prose = folded_below(Prose {
            parts: vec![ProsePart::Html(html.to_owned())],
            lang: None,
        });
        let parts = prose.parts.iter().map(|part| match part {
            ProsePart::Html(html) => html.clone(),
            ProsePart::Fold(Some(words)) => format!("[{words}: "),
            ProsePart::Fold(None) => "]".to_owned(),
            _ => "?".to_owned(),
        });
        parts.collect()
    }

    #[test]
    fn sections_after_the_first_are_folded_and_footnotes_are_not() {
        let text = "<p>a<br>b</p>\n<h2 id=\"c\">c</h2>\n<p>d</p>\n<h2 id=\"e\">e <em>&amp;</em> f</h2>\n<h3>g</h3>\n\
                    <h2 id=\"h\">h</h2>\n<ul><li>i</li></ul>\n<section class=\"footnotes\"><p>j</p></section>\n";
        assert_eq!(
            marked(text),
            "<p>a<br>b</p>\n<h2 id=\"c\">c</h2>\n<p>d</p>\n<h2 id=\"e\">e <em>&amp;</em> f</h2>[e &amp; f: \n<h3>g</h3>\n]\
             <h2 id=\"h\">h</h2>[h: \n<ul><li>i</li></ul>\n]<section class=\"footnotes\"><p>j</p></section>\n"
        );
    }

    #[test]
    fn headings_within_a_quote_fold_nothing() {
        let text = "<h2>a</h2>\n<blockquote>\n<h2>b</h2>\n<p>c</p>\n</blockquote>\n";
        assert_eq!(marked(text), text);
    }
}
