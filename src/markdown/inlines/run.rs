//! Runs of text: what stands between other inline events, in one piece, with the place of every letter.
//!
//! The parser cuts text at each sign that could have been a mark. Here it is one text again, which knows what was
//! escaped: such a letter is no mark.

use std::ops::Range;

use pulldown_cmark::Event;

/// An inline event, or the text between two others.
#[derive(Debug)]
pub(in crate::markdown) enum Inline<'a> {
    Run(Run),
    Event(Event<'a>, Range<usize>),
}

/// A text of one line, as readers see it.
#[derive(Debug, Clone, Default)]
pub(in crate::markdown) struct Run {
    pub(in crate::markdown) text: String,
    segments: Vec<Segment>,
}

/// A part of a run, and where it stands in the Markdown.
#[derive(Debug, Clone)]
struct Segment {
    /// Where it begins in the text.
    at: usize,
    source: Range<usize>,
    /// It is written as it is shown; an entity is not.
    is_exact: bool,
    /// Its first letter is escaped.
    is_escaped: bool,
}

impl Run {
    /// Adds the text that stands at `source`.
    pub(super) fn push(&mut self, text: &str, source: Range<usize>, markdown: &str) {
        let before = self.segments.last().map(|last| last.source.end);
        let is_exact = markdown.get(source.clone()) == Some(text);
        let is_escaped = before != Some(source.start)
            && markdown[..source.start].ends_with('\\')
            && text.starts_with(|first: char| first.is_ascii_punctuation());
        let at = self.text.len();
        self.text.push_str(text);
        match self.segments.last_mut() {
            Some(last) if last.is_exact && is_exact && before == Some(source.start) => {
                last.source.end = source.end;
            }
            _ => self.segments.push(Segment {
                at,
                source,
                is_exact,
                is_escaped,
            }),
        }
    }

    /// The segment that holds the byte at `at`.
    fn segment(&self, at: usize) -> Option<&Segment> {
        let after = self.segments.partition_point(|segment| segment.at <= at);
        self.segments.get(after.checked_sub(1)?)
    }

    /// Whether a sign at `at` is meant as it is: escaped, or an entity.
    pub(super) fn is_literal(&self, at: usize) -> bool {
        let segment = self.segment(at);
        segment.is_some_and(|of| !of.is_exact || of.is_escaped && of.at == at)
    }

    /// Where a part of the text stands in the Markdown.
    pub(super) fn source(&self, part: Range<usize>) -> Range<usize> {
        let place = |at: usize, is_end: bool| {
            let held = if is_end { at.saturating_sub(1) } else { at };
            self.segment(held).map_or(0, |of| match of.is_exact {
                true => (of.source.start + at - of.at).min(of.source.end),
                false if is_end => of.source.end,
                false => of.source.start,
            })
        };
        let start = place(part.start, false);
        start..place(part.end, true).max(start)
    }

    /// A part of it.
    pub(super) fn slice(&self, part: Range<usize>) -> Run {
        let first = self.segments.partition_point(|of| of.at <= part.start);
        let first = first.saturating_sub(1);
        let held = self.segments.iter().enumerate().skip(first);
        let held = held.take_while(|(_, of)| of.at < part.end);
        let segments = held.filter_map(|(nth, of)| {
            let end = self
                .segments
                .get(nth + 1)
                .map_or(self.text.len(), |next| next.at);
            let (from, to) = (of.at.max(part.start), end.min(part.end));
            (from < to).then(|| Segment {
                at: from - part.start,
                source: self.source(from..to),
                is_exact: of.is_exact,
                is_escaped: of.is_escaped && from == of.at,
            })
        });
        Run {
            segments: segments.collect(),
            text: self.text[part].to_owned(),
        }
    }

    /// The whole as an event of the parser.
    pub(super) fn into_event<'a>(self) -> (Event<'a>, Range<usize>) {
        let range = self.source(0..self.text.len());
        (Event::Text(self.text.into()), range)
    }
}

/// Events to be put into a run: in the place of a mark, or between two letters.
pub(super) struct Cut<'a> {
    /// The number of the run among the inlines.
    pub(super) inline: usize,
    /// What of its text goes.
    pub(super) at: Range<usize>,
    pub(super) events: Vec<Event<'a>>,
    /// Where they stand in the Markdown.
    pub(super) place: Range<usize>,
}

/// The same inlines with events put into their runs. Cuts at one place keep their order.
pub(super) fn cut<'a>(inlines: Vec<Inline<'a>>, mut cuts: Vec<Cut<'a>>) -> Vec<Inline<'a>> {
    if cuts.is_empty() {
        return inlines;
    }
    cuts.sort_by_key(|cut| (cut.inline, cut.at.start));
    let mut made = Vec::with_capacity(inlines.len() + cuts.len() * 2);
    let mut cuts = cuts.into_iter().peekable();
    for (nth, inline) in inlines.into_iter().enumerate() {
        let Inline::Run(run) = inline else {
            made.push(inline);
            continue;
        };
        let mut done = 0;
        while let Some(cut) = cuts.next_if(|cut| cut.inline == nth) {
            if done < cut.at.start {
                made.push(Inline::Run(run.slice(done..cut.at.start)));
            }
            done = cut.at.end;
            let events = cut.events.into_iter();
            made.extend(events.map(|event| Inline::Event(event, cut.place.clone())));
        }
        match done {
            0 => made.push(Inline::Run(run)),
            _ if done < run.text.len() => made.push(Inline::Run(run.slice(done..run.text.len()))),
            _ => {}
        }
    }
    made
}

/// Joins the texts among the events of a block.
pub(super) fn joined<'a>(
    events: Vec<(Event<'a>, Range<usize>)>,
    markdown: &str,
) -> Vec<Inline<'a>> {
    let mut inlines: Vec<Inline<'a>> = Vec::with_capacity(events.len());
    for (event, range) in events {
        match event {
            Event::Text(text) => match inlines.last_mut() {
                Some(Inline::Run(run)) => run.push(&text, range, markdown),
                _ => {
                    let mut run = Run::default();
                    run.push(&text, range, markdown);
                    inlines.push(Inline::Run(run));
                }
            },
            other => inlines.push(Inline::Event(other, range)),
        }
    }
    inlines
}
