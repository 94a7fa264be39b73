//! Inline Markdown: the words of one block, with emphasis, links and pictures.
//!
//! Takes the parser's inline events, gives pieces and the plain words. Pictures come out between other pieces, never
//! within a link or emphasis, so that the block around can be closed before them. Must not know blocks: only whether a
//! drawing may stand here.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag};

use super::document_number::document_numbers;
use super::findings::Findings;
use super::link;
use super::picture::{Image, picture_path};
use super::piece::{BREAK, Piece, Pieces};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::prose::{Drawing, Part, Slot, Target};
use crate::source::text::html::push_escaped;
use crate::source::text::plain_words::plain_words;

/// How much of raw HTML a message shows, in characters.
const SHOWN: usize = 40;

#[derive(Debug, Default)]
pub(super) struct Line {
    pieces: Pieces,
    /// The words alone.
    plain: String,
    /// The elements that are open, the innermost last.
    open: Vec<Open>,
    in_link: bool,
    /// The image whose alternative text is being read.
    image: Option<Image>,
    /// Pictures that are held back until all elements are closed.
    waiting: Vec<Piece>,
    may_draw: bool,
}

#[derive(Debug)]
enum Open {
    /// Emphasis, by the name of its tag.
    Mark(&'static str),
    Link(Link),
    /// What shows its text alone: a link that leads nowhere, or bold within bold.
    Plain,
}

#[derive(Debug)]
struct Link {
    of: Box<Slot<Target>>,
    title: String,
    /// Where it begins, in `pieces`, `plain` and `waiting`.
    piece: usize,
    plain: usize,
    waiting: usize,
}

/// A line that came to its end.
pub(super) struct Words {
    pub(super) pieces: Vec<Piece>,
    /// The words alone; what a link without text shows is given by its id.
    pub(super) plain: String,
}

impl Line {
    /// A line in which a drawing may stand, if it is alone there.
    pub(super) fn of_paragraph() -> Line {
        Line {
            may_draw: true,
            ..Line::default()
        }
    }

    /// A line of a heading or of a cell of a table.
    pub(super) fn of_other() -> Line {
        Line::default()
    }

    /// Takes an inline event; any other changes nothing.
    pub(super) fn take(&mut self, event: Event<'_>, range: Range<usize>, found: &mut Findings) {
        if let Event::InlineHtml(html) | Event::Html(html) = &event {
            report_raw_html(html, &range, found);
        }
        if let Some(mut image) = self.image.take() {
            if image.take(&event) {
                self.image = Some(image);
            } else {
                self.end_image(image, found);
            }
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, range, found),
            Event::End(_) => self.end(found),
            Event::Text(text) | Event::InlineHtml(text) | Event::Html(text) => self.text(&text),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
            Event::Code(code) => {
                self.pieces.html("<code>");
                self.text(&code);
                self.pieces.html("</code>");
            }
            Event::SoftBreak => self.text("\n"),
            Event::HardBreak => {
                self.pieces.html(BREAK);
                self.text("\n");
            }
            Event::FootnoteReference(label) => {
                self.pieces.push(Piece::Note(label.into_string(), range));
            }
            Event::TaskListMarker(done) => {
                let mark = if done { '☑' } else { '☐' };
                self.pieces
                    .html(&format!(r#"<span class="task">{mark} </span>"#));
            }
            Event::Rule => {}
        }
    }

    fn text(&mut self, text: &str) {
        self.plain.push_str(text);
        let mut end = 0;
        for number in document_numbers(text) {
            self.pieces.text(&text[end..number.start]);
            self.pieces.html(r#"<span class="unbroken">"#);
            self.pieces.text(&text[number.clone()]);
            self.pieces.html("</span>");
            end = number.end;
        }
        self.pieces.text(&text[end..]);
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>, found: &mut Findings) {
        let mark = match tag {
            Tag::Emphasis => "em",
            Tag::Strong => "strong",
            Tag::Strikethrough => "del",
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => {
                let title = title.trim().to_owned();
                return self.start_link((link_type, dest_url), title, range, found);
            }
            Tag::Image {
                dest_url, title, ..
            } => {
                self.image = Some(Image::start(&dest_url, &title, range));
                return;
            }
            _ => return,
        };
        let mut around = self.open.iter();
        if around.any(|open| matches!(open, Open::Mark(other) if *other == mark)) {
            return self.open.push(Open::Plain);
        }
        self.pieces.html(&format!("<{mark}>"));
        self.open.push(Open::Mark(mark));
    }

    fn end(&mut self, found: &mut Findings) {
        match self.open.pop() {
            Some(Open::Mark(tag)) => self.pieces.close(tag),
            Some(Open::Link(link)) => {
                self.tell_title(&link, found);
                self.end_link(link);
            }
            Some(Open::Plain) | None => {}
        }
        if self.open.is_empty() {
            self.waiting.drain(..).for_each(|picture| {
                self.pieces.push(picture);
            });
        }
    }

    fn start_link(
        &mut self,
        (kind, address): (LinkType, CowStr<'_>),
        title: String,
        range: Range<usize>,
        found: &mut Findings,
    ) {
        // An address in `<>` may stand in the text of a link.
        if self.in_link {
            return self.open.push(Open::Plain);
        }
        let address = match kind {
            LinkType::Email => format!("mailto:{address}"),
            _ => address.into_string(),
        };
        match link::target(&address, found.at(&range), &found.frame) {
            Ok(target) => {
                let doubt = link::doubt(&target, found.at(&range));
                doubt.into_iter().for_each(|doubt| found.push(doubt));
                let of = Box::new(Slot { of: target, range });
                let link = Link {
                    piece: self.pieces.push(Part::LinkStart(of.clone())),
                    plain: self.plain.len(),
                    waiting: self.waiting.len(),
                    of,
                    title,
                };
                self.open.push(Open::Link(link));
                self.in_link = true;
            }
            Err(refused) => {
                // `[1]: Бірінші есеп` gives the words of a note for an address.
                let is_inline = matches!(kind, LinkType::Inline);
                let is_words = !address.is_empty() && !address.contains(['.', '/', '@', ':']);
                let is_picture = refused.code == Code::BadLink
                    && refused.argument("hint").is_none()
                    && picture_path(&address).is_ok();
                found.push(match !is_inline && is_words {
                    true => refused.with("what", "note"),
                    false if is_picture => refused.with("hint", format!("![…]({address})")),
                    false => *refused,
                });
                self.open.push(Open::Plain);
            }
        }
    }

    /// The title of a link, which no page shows, if it says more than its words.
    fn tell_title(&self, link: &Link, found: &mut Findings) {
        let title = plain_words(&link.title);
        if title.is_empty() || plain_words(&self.plain[link.plain..]).contains(&title) {
            return;
        }
        let told = Diagnostic::new(Code::MarkLeft, found.at(&link.of.range));
        found.push(told.with("what", "link-title").with("mark", &link.title));
    }

    fn end_link(&mut self, link: Link) {
        self.in_link = false;
        // The marks of a text that is not there: `[****](…)`.
        let words = self.plain[link.plain..].trim();
        if !words.is_empty() && !["**", "****", "__", "____"].contains(&words) {
            self.pieces.push(Part::LinkEnd);
            return;
        }
        let is_alone = self.waiting.len() == link.waiting + 1;
        match self.waiting.pop() {
            Some(Piece::Part(Part::Picture(picture))) if is_alone && !picture.of.alt.is_empty() => {
                self.pieces.truncate(link.piece);
                self.waiting.push(Piece::LinkedPicture(link.of, picture));
                return;
            }
            other => self.waiting.extend(other),
        }
        self.pieces.truncate(link.piece + 1);
        self.plain.truncate(link.plain);
        self.label(link.of);
        self.pieces.push(Part::LinkEnd);
    }

    /// What a link shows that has no text of its own.
    fn label(&mut self, of: Box<Slot<Target>>) {
        match &of.of {
            Target::Record { id, .. } => self.plain.push_str(id),
            Target::Total(_) => {}
            Target::Web(address) => return self.pieces.text(shown_address(address)),
            Target::Site(address) => return self.pieces.text(address),
            Target::Anchor(anchor) => return self.pieces.text(&format!("#{anchor}")),
        }
        self.pieces.push(Part::Label(of));
    }

    fn end_image(&mut self, image: Image, found: &mut Findings) {
        match image.end(found) {
            Ok(Part::Drawing(drawing)) => self.draw(drawing, found),
            Ok(picture) if self.open.is_empty() => {
                self.pieces.push(picture);
            }
            Ok(picture) => self.waiting.push(picture.into()),
            Err(alt) => self.text(&alt),
        }
    }

    fn draw(&mut self, drawing: Box<Slot<Drawing>>, found: &mut Findings) {
        if self.may_draw && self.open.is_empty() {
            self.pieces.push(Part::Drawing(drawing));
        } else {
            self.text(&drawing.of.caption);
            found.push(Diagnostic::new(
                Code::DrawingInText,
                found.at(&drawing.range),
            ));
        }
    }

    /// Ends the line; a drawing in it that is not alone becomes its caption.
    pub(super) fn into_words(self, found: &mut Findings) -> Words {
        let mut pieces = self.pieces.into_vec();
        let is_alone = pieces.iter().filter(|piece| !piece.is_blank()).count() == 1;
        for piece in &mut pieces {
            if let Piece::Part(Part::Drawing(drawing)) = piece
                && !is_alone
            {
                found.push(Diagnostic::new(
                    Code::DrawingInText,
                    found.at(&drawing.range),
                ));
                let mut caption = String::new();
                push_escaped(&drawing.of.caption, &mut caption);
                *piece = Part::Html(caption).into();
            }
        }
        Words {
            pieces,
            plain: self.plain,
        }
    }
}

/// An address as readers see it: that of a letter or a telephone alone.
fn shown_address(address: &str) -> &str {
    let of = |scheme| address.strip_prefix(scheme);
    match of("mailto:").or_else(|| of("tel:")) {
        Some(alone) => alone.split('?').next().unwrap_or(alone),
        None => address,
    }
}

/// Reports raw HTML, but for a note to colleagues without an end, which is told already.
pub(super) fn report_raw_html(html: &str, range: &Range<usize>, found: &mut Findings) {
    if html.trim_start().starts_with("<!--") {
        return;
    }
    let shown: String = html.trim().chars().take(SHOWN).collect();
    found.push(Diagnostic::new(Code::RawHtml, found.at(range)).with("html", shown));
}
