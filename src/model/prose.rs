//! Prose: parsed Markdown with slots, where other records, sums and pictures are put in.
//!
//! `load` makes it once for a text; `link` resolves what the slots refer to; `pages` fills them in a reader's language.

use std::ops::Range;

use super::kind::RecordKind;

/// A text in one language, its slots not yet filled.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Prose {
    pub parts: Vec<Part>,
    /// The indices of those parts that refer to something of the portal.
    references: Vec<u32>,
    /// The ids in it that `#…` can lead to, sorted: of headings and footnotes.
    pub ids: Box<[String]>,
}

impl Prose {
    pub(crate) fn new(parts: Vec<Part>, ids: impl IntoIterator<Item = String>) -> Prose {
        // A preview keeps the prose of all texts: spare capacity from parsing is freed.
        let parts: Box<[Part]> = parts.into_iter().map(Part::without_room).collect();
        let parts = parts.into_vec();
        let numbered = (0_u32..).zip(&parts);
        let references = numbered.filter(|(_, part)| part.is_reference());
        let references = references.map(|(at, _)| at).collect();
        let ids = ids.into_iter().collect();
        Prose {
            parts,
            references,
            ids,
        }
    }

    /// The parts that refer to something of the portal: links to what is in it, pictures and drawings. Few parts do,
    /// and all texts are asked at every change.
    pub(crate) fn references(&self) -> impl Iterator<Item = &Part> {
        self.references.iter().map(|&at| &self.parts[at as usize])
    }

    /// Those that refer to a file of the output: a picture, a drawing, a link to an address of this site.
    pub(crate) fn file_references(&self) -> impl Iterator<Item = &Part> {
        self.references().filter(|part| part.is_file_reference())
    }
}

/// A part of a prose. Most are HTML, and there are many: the larger variants are boxed, so that a part stays small.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Part {
    /// Finished HTML, escaped, the same for every reader.
    Html(String),
    /// `<a …>`: closed by [`Part::LinkEnd`].
    LinkStart(Box<Slot<Target>>),
    LinkEnd,
    /// What a link shows that has no text of its own: the name of the record, or the sum.
    Label(Box<Slot<Target>>),
    /// A picture beside the text, drawn in place.
    Picture(Box<Slot<Picture>>),
    /// A drawing of the portal's own figures, on a line of its own.
    Drawing(Box<Slot<Drawing>>),
}

impl Part {
    fn without_room(self) -> Part {
        match self {
            // An allocator may keep the capacity of a string that shrinks; a copy has none to spare.
            Part::Html(html) if html.capacity() > html.len() + html.len() / 8 => {
                Part::Html(html.as_str().to_owned())
            }
            other => other,
        }
    }

    pub(super) fn is_reference(&self) -> bool {
        match self {
            Part::LinkStart(slot) => !matches!(slot.of, Target::Web(_) | Target::Anchor(_)),
            Part::Picture(_) | Part::Drawing(_) => true,
            // A label leads to what its link does.
            Part::Html(_) | Part::LinkEnd | Part::Label(_) => false,
        }
    }

    fn is_file_reference(&self) -> bool {
        match self {
            Part::LinkStart(slot) => matches!(slot.of, Target::Site(_)),
            Part::Picture(_) | Part::Drawing(_) => true,
            Part::Html(_) | Part::LinkEnd | Part::Label(_) => false,
        }
    }
}

/// A slot to be filled, and where it stands in the whole file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Slot<T> {
    pub of: T,
    pub range: Range<usize>,
}

/// What a link leads to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Target {
    /// `@project/zhetygen-school`, with `#anchor` if one is given.
    Record {
        kind: RecordKind,
        id: String,
        anchor: Option<String>,
    },
    /// `@total?region=…`: where a sum is broken down.
    Total(Query),
    /// An http, https, mailto or tel address.
    Web(String),
    /// An address from the root of this site: `/files/report.pdf`.
    Site(String),
    /// `#heading` on the same page.
    Anchor(String),
}

/// What stands after `?`: keys and values in the order given, not yet checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Query(pub Vec<(String, String)>);

/// A picture file beside the write-up.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Picture {
    /// As written: `gym.jpg`.
    pub file: String,
    /// Plain text; empty if the editor gave none.
    pub alt: String,
    /// The caption, plain text.
    pub caption: Option<String>,
}

/// A drawing of figures: `![](@chart?by=year)`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Drawing {
    pub kind: DrawingKind,
    pub query: Query,
    /// What the editor wrote as its text; the drawing's caption if not empty.
    pub caption: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DrawingKind {
    Chart,
    Table,
    Map,
}

impl DrawingKind {
    pub(crate) const ALL: [DrawingKind; 3] =
        [DrawingKind::Chart, DrawingKind::Table, DrawingKind::Map];

    pub(crate) fn word(self) -> &'static str {
        match self {
            DrawingKind::Chart => "chart",
            DrawingKind::Table => "table",
            DrawingKind::Map => "map",
        }
    }
}
