//! Markdown blocks to HTML: paragraphs, headings, lists, quotes, tables, code.
//!
//! Takes the parser's events in their order, with their ranges in the whole file; gives the prose. The words of a block
//! are gathered in a line and written when the block ends. Nesting is kept in lists, never by recursion, so that no
//! depth of quotes can exhaust the stack.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};

use super::findings::Findings;
use super::flow::Flow;
use super::heading::{HeadingIds, without_name};
use super::line::{Line, Words, report_raw_html};
use super::notes::{self, Notes};
use super::piece::{Piece, Pieces};
use crate::diagnostic::{CappedDiagnostics, Code, Diagnostic};
use crate::model::frame::Frame;
use crate::model::prose::Prose;
use crate::source::SourceId;

pub(super) struct Blocks {
    pub(super) found: Findings,
    body: Flow,
    /// The footnotes that are open, with their labels, the innermost last.
    open_notes: Vec<(String, Flow)>,
    notes: Notes,
    ids: HeadingIds,
    block: Option<(Block, Line)>,
    /// The raw HTML of a block, and where it stands.
    raw: Option<(String, Range<usize>)>,
    in_code: bool,
    table: Table,
}

/// The block that words belong to.
#[derive(Debug, Clone, Copy)]
enum Block {
    Paragraph,
    /// A paragraph of a tight list.
    Tight,
    Heading(HeadingLevel),
    Cell,
}

/// The table that is open; tables hold no tables.
#[derive(Debug, Default)]
struct Table {
    columns: Vec<Alignment>,
    column: usize,
    in_head: bool,
    has_body: bool,
}

impl Blocks {
    pub(super) fn new(source: SourceId, frame: Arc<Frame>) -> Blocks {
        Blocks {
            ids: HeadingIds::new(frame.clone()),
            found: Findings {
                source,
                frame,
                diagnostics: CappedDiagnostics::default(),
            },
            body: Flow::default(),
            open_notes: Vec::new(),
            notes: HashMap::new(),
            block: None,
            raw: None,
            in_code: false,
            table: Table::default(),
        }
    }

    /// Takes the next event.
    pub(super) fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Text(text) if self.in_code => self.out().text(&text),
            Event::Html(html) | Event::Text(html) if self.raw.is_some() => {
                self.raw.iter_mut().for_each(|(raw, _)| raw.push_str(&html));
            }
            Event::Rule => {
                self.end_block();
                self.out().html("<hr>\n");
            }
            Event::Start(tag) if !is_inline(tag.to_end()) => {
                self.end_block();
                self.start(tag, range);
            }
            Event::End(tag) if !is_inline(tag) => {
                self.end_block();
                self.end(tag);
            }
            event => self.take_inline(event, range),
        }
    }

    fn take_inline(&mut self, event: Event<'_>, range: Range<usize>) {
        if let Event::TaskListMarker(_) = event {
            self.mark_tasks();
        }
        let start_tight = || (Block::Tight, Line::of_paragraph());
        let (_, line) = self.block.get_or_insert_with(start_tight);
        line.take(event, range, &mut self.found);
    }

    /// The text that is written to.
    fn flow(&mut self) -> &mut Flow {
        self.open_notes
            .last_mut()
            .map_or(&mut self.body, |(_, note)| note)
    }

    fn out(&mut self) -> &mut Pieces {
        &mut self.flow().pieces
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.block = Some((Block::Paragraph, Line::of_paragraph())),
            Tag::Heading { level, .. } => {
                self.block = Some((Block::Heading(level), Line::of_other()))
            }
            Tag::TableCell => self.block = Some((Block::Cell, Line::of_other())),
            Tag::BlockQuote(_) => self.out().html("<blockquote>\n"),
            Tag::CodeBlock(kind) => self.start_code(kind),
            Tag::HtmlBlock => self.raw = Some((String::new(), range)),
            Tag::List(start) => {
                let flow = self.flow();
                flow.lists.push(flow.pieces.push(Piece::List {
                    start,
                    tasks: false,
                }));
            }
            Tag::Item => self.out().html("<li>"),
            Tag::FootnoteDefinition(label) => {
                let label = label.into_string();
                let note = Flow {
                    // The sign before its label stands for the whole.
                    range: range.start..range.end.min(range.start + "[^".len()),
                    ..Flow::default()
                };
                self.open_notes.push((label, note));
            }
            Tag::Table(columns) => {
                self.table = Table {
                    columns,
                    ..Table::default()
                };
                self.out()
                    .html("<div class=\"table\" tabindex=\"0\"><table>\n");
            }
            Tag::TableHead => {
                self.table.in_head = true;
                self.out().html("<thead>\n<tr>");
            }
            Tag::TableRow => {
                self.table.column = 0;
                let open = if self.table.has_body {
                    "<tr>"
                } else {
                    "<tbody>\n<tr>"
                };
                self.table.has_body = true;
                self.out().html(open);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) => self.out().html("</blockquote>\n"),
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.out().html("</code></pre>\n");
            }
            TagEnd::HtmlBlock => self.end_raw(),
            TagEnd::List(ordered) => {
                let flow = self.flow();
                flow.lists.pop();
                flow.pieces
                    .html(if ordered { "</ol>\n" } else { "</ul>\n" });
            }
            TagEnd::Item => self.out().html("</li>\n"),
            TagEnd::FootnoteDefinition => {
                if let Some((label, note)) = self.open_notes.pop() {
                    self.end_note(&label, note);
                }
            }
            TagEnd::Table => {
                let end = if self.table.has_body {
                    "</tbody>\n</table></div>\n"
                } else {
                    "</table></div>\n"
                };
                self.out().html(end);
            }
            TagEnd::TableHead => {
                self.table.in_head = false;
                self.out().html("</tr>\n</thead>\n");
            }
            TagEnd::TableRow => self.out().html("</tr>\n"),
            _ => {}
        }
    }

    /// Keeps a footnote until something calls it; of two with one label the first.
    fn end_note(&mut self, label: &str, note: Flow) {
        match self.notes.entry(notes::key(label)) {
            Entry::Vacant(place) => drop(place.insert(note)),
            Entry::Occupied(_) => {
                let at = self.found.at(&note.range);
                let twice = Diagnostic::new(Code::NoteUncalled, at);
                self.found
                    .push(twice.with("note", label).with("what", "twice"));
            }
        }
    }

    /// Writes the block whose words came to their end, if there is one.
    fn end_block(&mut self) {
        let Some((block, line)) = self.block.take() else {
            return;
        };
        let Words { pieces, plain } = line.into_words(&mut self.found);
        match block {
            Block::Paragraph => self.out().element_around_pictures("<p>", pieces, "</p>\n"),
            Block::Tight => self.out().element_around_pictures("", pieces, ""),
            Block::Heading(level) => self.write_heading(level, &plain, pieces),
            Block::Cell => self.write_cell(pieces),
        }
    }

    /// Writes a heading, and the pictures in it after it. The page's title is the only one of the first level.
    fn write_heading(&mut self, level: HeadingLevel, plain: &str, pieces: Vec<Piece>) {
        let (pictures, words): (Vec<_>, Vec<_>) = pieces.into_iter().partition(Piece::is_block);
        if !words.iter().all(Piece::is_blank) {
            let level = level.max(HeadingLevel::H2);
            let id = self.ids.give(without_name(plain));
            let flow = self.flow();
            let open = format!("<{level} id=\"{id}\">");
            flow.pieces.element(&open, words, &format!("</{level}>\n"));
            flow.ids.push(id);
        }
        for picture in pictures {
            self.out().push(picture);
        }
    }

    fn write_cell(&mut self, pieces: Vec<Piece>) {
        let is_blank = pieces.iter().all(Piece::is_blank);
        // A header that says nothing is none.
        let (open, tag) = match self.table.in_head && !is_blank {
            true => ("<th scope=\"col\"", "th"),
            false => ("<td", "td"),
        };
        let align = match self.table.columns.get(self.table.column) {
            Some(Alignment::Right) => " class=\"align-right\">",
            Some(Alignment::Center) => " class=\"align-center\">",
            Some(Alignment::Left | Alignment::None) | None => ">",
        };
        self.table.column += 1;
        let out = self.out();
        out.html(open);
        out.html(align);
        out.element_around_pictures("", pieces, "");
        out.html("</");
        out.html(tag);
        out.html(">");
    }

    fn start_code(&mut self, kind: CodeBlockKind<'_>) {
        self.in_code = true;
        let named = |byte: u8| byte.is_ascii_alphanumeric() || b"_+-".contains(&byte);
        let language = match &kind {
            CodeBlockKind::Fenced(info) => info.split_whitespace().next(),
            CodeBlockKind::Indented => None,
        };
        match language.filter(|language| language.bytes().all(named)) {
            Some(language) => self.out().html(&format!(
                "<pre tabindex=\"0\"><code class=\"language-{language}\">"
            )),
            None => self.out().html("<pre tabindex=\"0\"><code>"),
        }
    }

    /// Writes raw HTML as a paragraph of text.
    fn end_raw(&mut self) {
        let Some((html, range)) = self.raw.take() else {
            return;
        };
        report_raw_html(&html, &range, &mut self.found);
        let out = self.out();
        out.html("<p>");
        out.text(html.trim());
        out.html("</p>\n");
    }

    /// The innermost list has a task in it.
    fn mark_tasks(&mut self) {
        let flow = self.flow();
        let list = flow
            .lists
            .last()
            .and_then(|&place| flow.pieces.get_mut(place));
        if let Some(Piece::List { tasks, .. }) = list {
            *tasks = true;
        }
    }

    /// Ends the text.
    pub(super) fn finish(mut self) -> (Prose, Vec<Diagnostic>) {
        self.end_block();
        let prose = notes::put_in_order(self.body, self.notes, &mut self.found);
        (prose, self.found.diagnostics.into_vec())
    }
}

/// It belongs to the words of a block.
pub(super) fn is_inline(tag: TagEnd) -> bool {
    use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong, Subscript, Superscript};
    matches!(
        tag,
        Emphasis | Image | Link | Strikethrough | Strong | Subscript | Superscript
    )
}
