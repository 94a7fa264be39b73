//! HTML escaping and assembly of prose: the pieces that a text is made of while it is parsed.
//!
//! They are the parts of a prose, and what is to become one when the text is known to its end: the numbers of
//! footnotes, whether a list has tasks. All HTML of a prose is gathered here. Whatever an editor wrote comes in by
//! [`Pieces::text`], which escapes it. Must not know Markdown.

use std::ops::Range;

use crate::model::prose::{Part, Picture, Slot, Target};
use crate::source::text::html::push_escaped;

#[derive(Debug)]
pub(super) enum Piece {
    Part(Part),
    /// A picture that is a link as a whole.
    LinkedPicture(Box<Slot<Target>>, Box<Slot<Picture>>),
    /// A reference to a footnote, by its label, and where it stands.
    Note(String, Range<usize>),
    /// The beginning of a list, with the first number of an ordered one.
    List {
        start: Option<u64>,
        tasks: bool,
    },
}

impl From<Part> for Piece {
    fn from(part: Part) -> Piece {
        Piece::Part(part)
    }
}

impl Piece {
    /// It can stand in no paragraph.
    pub(super) fn is_block(&self) -> bool {
        matches!(
            self,
            Piece::Part(Part::Picture(_) | Part::Drawing(_)) | Piece::LinkedPicture(..)
        )
    }

    /// It shows nothing.
    pub(super) fn is_blank(&self) -> bool {
        matches!(self, Piece::Part(Part::Html(html)) if trim_start(html).is_empty())
    }
}

/// A line break within a block.
pub(super) const BREAK: &str = "<br>";

/// Pieces in the order of the text; HTML next to HTML is one piece.
#[derive(Debug)]
pub(super) struct Pieces<T = Piece> {
    done: Vec<T>,
    /// The HTML after them.
    tail: String,
}

impl<T> Default for Pieces<T> {
    fn default() -> Self {
        Pieces {
            done: Vec::new(),
            tail: String::new(),
        }
    }
}

impl<T: From<Part>> Pieces<T> {
    /// Nothing stands in it.
    pub(super) fn is_empty(&self) -> bool {
        self.done.is_empty() && self.tail.trim().is_empty()
    }

    /// Adds HTML as it is.
    pub(super) fn html(&mut self, html: &str) {
        self.tail.push_str(html);
    }

    /// Adds text, escaped.
    pub(super) fn text(&mut self, text: &str) {
        push_escaped(text, &mut self.tail);
    }

    /// Adds HTML that is owned, without a copy if nothing stands before it.
    pub(super) fn append(&mut self, html: String) {
        if self.tail.is_empty() {
            self.tail = html;
        } else {
            self.tail.push_str(&html);
        }
    }

    /// Adds a piece that is no HTML, and gives its index.
    pub(super) fn push(&mut self, piece: impl Into<T>) -> usize {
        self.settle();
        self.done.push(piece.into());
        self.done.len() - 1
    }

    /// The piece at an index that `push` gave.
    pub(super) fn get_mut(&mut self, place: usize) -> Option<&mut T> {
        self.done.get_mut(place)
    }

    /// Takes away all that stands from an index on.
    pub(super) fn truncate(&mut self, place: usize) {
        self.done.truncate(place);
        self.tail.clear();
    }

    /// Closes an element; one that holds nothing vanishes.
    pub(super) fn close(&mut self, tag: &str) {
        let before = self.tail.strip_suffix('>');
        let before = before.and_then(|html| html.strip_suffix(tag)?.strip_suffix('<'));
        match before.map(str::len) {
            // Text is escaped, so a tag at the end is the element's own.
            Some(before) => self.tail.truncate(before),
            None => self.tail.extend(["</", tag, ">"]),
        }
    }

    /// Takes away `end` if it is the last that was written.
    pub(super) fn strip_suffix(&mut self, end: &str) -> bool {
        let before = self.tail.strip_suffix(end).map(str::len);
        before
            .inspect(|&before| self.tail.truncate(before))
            .is_some()
    }

    pub(super) fn into_vec(mut self) -> Vec<T> {
        self.settle();
        self.done
    }

    fn settle(&mut self) {
        if !self.tail.is_empty() {
            let html = std::mem::take(&mut self.tail);
            self.done.push(Part::Html(html).into());
        }
    }
}

impl Pieces {
    /// Adds pieces within an element, without the spaces at its ends; nothing if they show nothing.
    pub(super) fn element(&mut self, open: &str, mut inner: Vec<Piece>, close: &str) {
        if inner.iter().all(Piece::is_blank) {
            return;
        }
        if let Some(Piece::Part(Part::Html(first))) = inner.first_mut() {
            let start = first.len() - trim_start(first).len();
            first.drain(..start);
        }
        if let Some(Piece::Part(Part::Html(last))) = inner.last_mut() {
            last.truncate(trim_end(last).len());
        }
        self.html(open);
        for piece in inner {
            match piece {
                Piece::Part(Part::Html(html)) => self.append(html),
                piece => {
                    self.push(piece);
                }
            }
        }
        self.html(close);
    }

    /// Adds pieces within an element that is closed before a picture and opened again after it.
    pub(super) fn element_around_pictures(&mut self, open: &str, inner: Vec<Piece>, close: &str) {
        let mut run = Vec::new();
        for piece in inner {
            if piece.is_block() {
                self.element(open, std::mem::take(&mut run), close);
                self.push(piece);
            } else {
                run.push(piece);
            }
        }
        self.element(open, run, close);
    }
}

fn trim_start(html: &str) -> &str {
    let mut html = html.trim_ascii_start();
    while let Some(rest) = html.strip_prefix(BREAK) {
        html = rest.trim_ascii_start();
    }
    html
}

fn trim_end(html: &str) -> &str {
    let mut html = html.trim_ascii_end();
    while let Some(rest) = html.strip_suffix(BREAK) {
        html = rest.trim_ascii_end();
    }
    html
}
