//! Markdown compiler: the body of one file to finished HTML, with slots for links, pictures and drawings.
//!
//! Takes a file's text and the range of its body; gives the prose and what is wrong with it, each at its range of bytes
//! in the whole file. Must not know other files: whether the record of a link or the file of a picture is there is for
//! `link` to say, and what they look like for `pages`.
//!
//! The parser's events go to `blocks`; the words of one block are gathered in a `line`, so that pictures can be taken
//! out of it and a drawing be seen to stand alone; `notes` puts the footnotes in order and makes the parts of the
//! prose.

mod blocks;
mod depth;
mod findings;
mod flow;
mod heading;
mod line;
mod link;
mod notes;
mod picture;
mod piece;
#[cfg(test)]
mod tests;

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::diagnostic::{At, Code, Diagnostic};
use crate::model::prose::Prose;
use crate::source::SourceId;
use blocks::Blocks;

pub(crate) use picture::is_picture_path;

/// Parses the part `body` of `text`; that is CommonMark with tables, footnotes, strikethrough and task lists.
///
/// Every range in the prose and in the diagnostics is one of bytes in the whole `text`. A body that is nested too
/// deeply to be parsed in good time gives an empty prose and says so.
pub(crate) fn parse(source: SourceId, text: &str, body: Range<usize>) -> (Prose, Vec<Diagnostic>) {
    let start = body.start;
    let markdown = text.get(body).unwrap_or_default();
    if let Some(line) = depth::too_deep(markdown) {
        let at = At::span(source, line.start + start..line.end + start);
        return (Prose::default(), vec![Diagnostic::new(Code::TooDeep, at)]);
    }
    if let Some(at) = too_many(markdown) {
        let at = At::span(source, at + start..at + start + 1);
        let diagnostic = Diagnostic::new(Code::TooMany, at)
            .with("what", "marks")
            .with("limit", MAX_MARKS);
        return (Prose::default(), vec![diagnostic]);
    }
    let mut blocks = Blocks::new(source);
    for (event, range) in Parser::new_ext(markdown, extensions()).into_offset_iter() {
        blocks.take(event, range.start + start..range.end + start);
    }
    blocks.finish()
}

/// Where the part `body` of `text` holds words for readers: not code, tags or the addresses of links.
pub(crate) fn running_text(text: &str, body: Range<usize>) -> Vec<Range<usize>> {
    let start = body.start;
    let markdown = text.get(body).unwrap_or_default();
    if depth::too_deep(markdown).is_some() || too_many(markdown).is_some() {
        return Vec::new();
    }
    let mut in_code = false;
    let mut found = Vec::new();
    for (event, range) in Parser::new_ext(markdown, extensions()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) if !in_code => found.push(range.start + start..range.end + start),
            _ => {}
        }
    }
    found
}

/// Signs of Markdown and ends of lines in one text. A book has some 50,000; each can become a part of a page.
const MAX_MARKS: usize = 500_000;

/// The byte of the mark that is one too many.
fn too_many(markdown: &str) -> Option<usize> {
    if markdown.len() <= MAX_MARKS {
        return None;
    }
    let mut count = 0;
    markdown.bytes().position(|byte| {
        count += usize::from(matches!(
            byte,
            b'\n'
                | b'['
                | b']'
                | b'*'
                | b'_'
                | b'`'
                | b'~'
                | b'<'
                | b'>'
                | b'&'
                | b'!'
                | b'\\'
                | b'|'
                | b'#'
        ));
        count > MAX_MARKS
    })
}

fn extensions() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
}
