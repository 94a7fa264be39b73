//! Markdown compiler: the body of one file to finished HTML, with slots for links, pictures and drawings.
//!
//! Takes a file's text and the range of its body; gives the prose and what is wrong with it, each at its range of bytes
//! in the whole file. Must not know other files: whether the record of a link or the file of a picture is there is for
//! `link` to say, and what they look like for `pages`.
//!
//! Notes to colleagues are cut out first (`comments`). The words of each block are mended where Markdown's rules are too
//! narrow (`inlines`), tables and code are looked at by `verbatim`. Then the events go to `blocks`; the words of one
//! block are gathered in a `line`, so that pictures can be taken out of it and a drawing be seen to stand alone; `notes`
//! puts the footnotes in order and makes the parts of the prose.

mod blocks;
mod comments;
mod counted;
mod depth;
mod dialect;
mod document_number;
mod escapes;
mod findings;
mod flow;
mod heading;
mod inlines;
mod line;
mod link;
mod meant_link;
mod notes;
pub(crate) mod pasted;
mod picture;
mod piece;
mod plain_notes;
mod references;
#[cfg(test)]
mod tests;
mod unmarked;
mod verbatim;
mod wiki;

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, LinkType, OffsetIter, Parser, Tag, TagEnd};

use crate::diagnostic::{At, Code, Diagnostic};
use crate::model::frame::Frame;
use crate::model::prose::Prose;
use crate::source::SourceId;
use blocks::{Blocks, is_inline};
use comments::{Faulty, uncommented};
use counted::{Counted, Miscounted};
use dialect::extensions;
use findings::Findings;
use inlines::{Place, mended};
use references::Repeated;

pub(crate) use picture::{PICTURE_SIGNS, is_picture_path, picture_path};
pub(crate) use unmarked::{mark_in, without_marks};

/// Parses the part `body` of `text`; that is CommonMark with tables, footnotes, strikethrough and task lists. `frame` is
/// what stands around it in the site.
///
/// Every range in the prose and in the diagnostics is one of bytes in the whole `text`. A body that is nested too
/// deeply to be parsed in good time gives an empty prose and says so.
pub(crate) fn parse(
    source: SourceId,
    text: &str,
    body: Range<usize>,
    frame: &Arc<Frame>,
) -> (Prose, Vec<Diagnostic>) {
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
    let cut = uncommented(markdown);
    let mut blocks = Blocks::new(source, frame.clone());
    for Faulty { what, sign } in &cut.faulty {
        let at = At::span(source, sign.start + start..sign.end + start);
        let told = Diagnostic::new(Code::UnclosedComment, at);
        blocks.found.push(told.with("what", *what));
    }
    let place = |range: &Range<usize>| {
        let range = cut.range(range);
        range.start + start..range.end + start
    };
    // Without front matter before it, it is the file's own, which its reader tells.
    let pasted = pasted::front_matter(&cut.text).filter(|_| start > 0);
    if let Some(fields) = &pasted {
        let at = blocks.found.at(&place(fields));
        let mark = &cut.text[fields.clone()];
        let told = Diagnostic::new(Code::MarkLeft, at).with("what", "front-matter");
        blocks.found.push(told.with("mark", mark));
    }
    let mut events = Parser::new_ext(&cut.text, extensions()).into_offset_iter();
    let mut repeated = references::repeated(&cut.text, events.reference_definitions());
    let mut plain_notes = plain_notes::find(&cut.text).into_iter().peekable();
    let mut words = Vec::new();
    let mut words_place = Place::Paragraph;
    let mut columns = 0;
    let mut counted = Counted::default();
    let mut called = HashSet::new();
    for (event, range) in events.by_ref() {
        match &event {
            Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. })
                if !matches!(link_type, LinkType::Inline) =>
            {
                called.insert(notes::key(id));
            }
            _ => {}
        }
        let is_shown = matches!(event, Event::Text(_) | Event::Code(_) | Event::Html(_));
        if is_shown || matches!(event, Event::Start(Tag::Link { .. })) {
            references::show(&mut repeated, &range);
        }
        if is_shown || matches!(event, Event::Start(Tag::Item)) {
            while plain_notes.next_if(|of| of.start < range.start).is_some() {}
            let begins = |of: &Range<usize>| of.start == range.start;
            if words_place != Place::Verbatim
                && let Some(of) = plain_notes.next_if(begins)
            {
                let at = blocks.found.at(&place(&of));
                let is_comment = cut.text[of.clone()].contains(|of: char| of.is_ascii_lowercase());
                let what = match is_shown {
                    true if is_comment => "document-comment",
                    true => "plain-note",
                    false => "list-note",
                };
                let told = Diagnostic::new(Code::MarkLeft, at).with("what", what);
                blocks.found.push(told.with("mark", &cut.text[of]));
                // The first stands for all.
                plain_notes = Vec::new().into_iter().peekable();
            }
        }
        if is_word(&event) && words_place != Place::Verbatim {
            words.push((event, range));
            continue;
        }
        for (event, range) in mended(
            std::mem::take(&mut words),
            words_place,
            &cut,
            start,
            &mut blocks.found,
        ) {
            blocks.take(event, place(&range));
        }
        match &event {
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => words_place = Place::Verbatim,
            Event::Start(Tag::Heading { .. } | Tag::TableCell) => words_place = Place::Other,
            Event::End(_) | Event::Start(_) => words_place = Place::Paragraph,
            _ => {}
        }
        if let Event::Start(Tag::Table(of)) = &event {
            columns = of.len();
        }
        if let Some(miscounted) = counted.take(&event, &cut.text[range.clone()]) {
            let Miscounted {
                what,
                written,
                shown,
                at,
            } = miscounted;
            let at = place(&(range.start + at.start..range.start + at.end));
            let told = Diagnostic::new(Code::MarkLeft, blocks.found.at(&at)).with("what", what);
            blocks
                .found
                .push(told.with("mark", written).with("shown", shown));
        }
        // Of fields that stand in the text nothing else is said.
        let is_pasted = pasted.as_ref().is_some_and(|of| range.contains(&of.start));
        // Front matter within a fence is none: its reader tells.
        let is_pasted = is_pasted || start == 0 && is_fenced_yaml(&cut.text[range.clone()]);
        if !is_pasted
            && let Some((mut diagnostic, at)) = verbatim::look(
                &event,
                &cut.text[range.clone()],
                &cut.text[range.end..],
                columns,
            )
        {
            let at = place(&(range.start + at.start..range.start + at.end));
            diagnostic.at = blocks.found.at(&at);
            blocks.found.push(diagnostic);
        }
        blocks.take(event, place(&range));
    }
    for (event, range) in mended(words, words_place, &cut, start, &mut blocks.found) {
        blocks.take(event, place(&range));
    }
    report_uncalled(&events, &called, place, &mut blocks.found);
    for of in repeated.into_iter().filter(Repeated::is_lost) {
        let at = blocks.found.at(&place(&of.at));
        let told = Diagnostic::new(Code::NoteUncalled, at).with("note", of.label);
        let first = blocks.found.at(&place(&of.first));
        blocks
            .found
            .push(told.with("what", "address-twice").also(first));
    }
    blocks.finish()
}

/// A block of code that is said to be YAML.
fn is_fenced_yaml(markdown: &str) -> bool {
    ["```yaml", "```yml", "~~~yaml"]
        .iter()
        .any(|fence| markdown.starts_with(fence))
}

/// Part of the words of a block, or of code.
fn is_word(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => is_inline(tag.to_end()),
        Event::End(tag) => is_inline(*tag),
        Event::Html(_) | Event::Rule => false,
        _ => true,
    }
}

/// Addresses that are written for links, which no link uses: `[Ескерту]: мәтін` is one by mistake, and vanishes.
fn report_uncalled(
    events: &OffsetIter<'_>,
    called: &HashSet<String>,
    place: impl Fn(&Range<usize>) -> Range<usize>,
    found: &mut Findings,
) {
    let all = events.reference_definitions().iter();
    let uncalled = all.filter(|(label, of)| {
        !called.contains(&notes::key(label)) && !references::is_note(label, &of.dest)
    });
    let mut uncalled: Vec<(&str, &Range<usize>)> =
        uncalled.map(|(label, of)| (label, &of.span)).collect();
    uncalled.sort_by_key(|(_, span)| span.start);
    for (label, span) in uncalled {
        let at = found.at(&place(span));
        let diagnostic = Diagnostic::new(Code::NoteUncalled, at);
        found.push(diagnostic.with("note", label).with("what", "address"));
    }
}

/// The Markdown of a text without the notes to colleagues in it.
pub(crate) fn without_comments(markdown: &str) -> Cow<'_, str> {
    uncommented(markdown).text
}

/// Where the part `body` of `text` holds words for readers: not code, tags, notes to colleagues or the addresses of
/// links.
pub(crate) fn running_text(text: &str, body: Range<usize>) -> Vec<Range<usize>> {
    let start = body.start;
    let markdown = text.get(body).unwrap_or_default();
    if depth::too_deep(markdown).is_some() || too_many(markdown).is_some() {
        return Vec::new();
    }
    let cut = uncommented(markdown);
    let mut in_code = false;
    let mut found = Vec::new();
    for (event, range) in Parser::new_ext(&cut.text, extensions()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) if !in_code => {
                let pieces = cut.pieces(&range).into_iter();
                found.extend(pieces.map(|piece| piece.start + start..piece.end + start));
            }
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
