//! Links and pictures whose address has spaces: `![Зал](спорт залы.jpg)`, which Markdown takes for mere text.
//!
//! Takes the inlines of a block, gives the same with such links in them. Whether an address leads anywhere is not known
//! here.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::run::{Cut, Inline, Run, cut};
use crate::markdown::link::begins_like_address;
use crate::markdown::meant_link::phone;

/// What may stand around a title, as it is typed or as an office program writes it.
const QUOTES: [(char, char); 6] = [
    ('"', '"'),
    ('\'', '\''),
    ('“', '”'),
    ('«', '»'),
    ('„', '“'),
    ('”', '”'),
];

/// The longest address with its title, in bytes: no file is called by more.
const LONGEST: usize = 1000;

/// A bracket that is open.
struct Bracket {
    inline: usize,
    at: usize,
    is_image: bool,
    parent: Option<usize>,
}

/// A link that was found.
struct Found {
    open: (usize, Range<usize>),
    close: (usize, Range<usize>),
    is_image: bool,
    address: String,
    title: String,
}

/// The same inlines, with links and pictures that have spaces in their addresses.
pub(super) fn linked<'a>(inlines: Vec<Inline<'a>>) -> Vec<Inline<'a>> {
    let found = find(&inlines);
    let cuts = found.iter().flat_map(|link| {
        let place = place(&inlines, link);
        let ends = [(&link.open, true), (&link.close, false)];
        ends.map(|((inline, at), opens)| Cut {
            inline: *inline,
            at: at.clone(),
            events: vec![event(link, opens)],
            place: place.clone(),
        })
    });
    let cuts = cuts.collect();
    cut(inlines, cuts)
}

/// From the first bracket of a link to its last.
fn place(inlines: &[Inline<'_>], link: &Found) -> Range<usize> {
    let of = |(inline, at): &(usize, Range<usize>)| match &inlines[*inline] {
        Inline::Run(run) => run.source(at.clone()),
        Inline::Event(_, range) => range.clone(),
    };
    of(&link.open).start..of(&link.close).end
}

fn event<'a>(link: &Found, opens: bool) -> Event<'a> {
    let (dest_url, title) = (
        CowStr::from(link.address.clone()),
        CowStr::from(link.title.clone()),
    );
    let (link_type, id) = (LinkType::Inline, CowStr::from(""));
    let tag = match link.is_image {
        true => Tag::Image {
            link_type,
            dest_url,
            title,
            id,
        },
        false => Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        },
    };
    match opens {
        true => Event::Start(tag),
        false => Event::End(tag.to_end()),
    }
}

fn find(inlines: &[Inline<'_>]) -> Vec<Found> {
    let mut parents: Vec<usize> = Vec::new();
    let mut in_link = 0_usize;
    let mut brackets: Vec<Bracket> = Vec::new();
    // How many of them stand before a link: they can begin none, since a link stands in no other.
    let mut dead = 0;
    let mut found = Vec::new();
    for (nth, inline) in inlines.iter().enumerate() {
        let run = match inline {
            Inline::Run(run) => run,
            Inline::Event(event, _) => {
                match event {
                    Event::Start(tag) => {
                        in_link += usize::from(matches!(tag, Tag::Link { .. }));
                        parents.push(nth);
                    }
                    Event::End(tag) => {
                        parents.pop();
                        if matches!(tag, TagEnd::Link) {
                            in_link = usize::saturating_sub(in_link, 1);
                            dead = brackets.len();
                        }
                        // What was opened within the element is not closed outside of it.
                        let is_around = |of: &Bracket| {
                            let parent = of.parent;
                            parent.is_none_or(|parent| parents.binary_search(&parent).is_ok())
                        };
                        while brackets.last().is_some_and(|last| !is_around(last)) {
                            brackets.pop();
                        }
                    }
                    _ => {}
                }
                continue;
            }
        };
        let bytes = run.text.as_bytes();
        let mut at = 0;
        while let Some(next) = bytes[at..].iter().position(|byte| b"[]".contains(byte)) {
            let here = at + next;
            at = here + 1;
            if run.is_literal(here) {
                continue;
            }
            if bytes[here] == b'[' {
                let is_image = here > 0 && bytes[here - 1] == b'!' && !run.is_literal(here - 1);
                brackets.push(Bracket {
                    inline: nth,
                    at: here,
                    is_image,
                    parent: parents.last().copied(),
                });
                continue;
            }
            let Some(open) = brackets.pop_if(|open| open.parent == parents.last().copied()) else {
                continue;
            };
            let is_dead = brackets.len() < dead;
            dead = dead.min(brackets.len());
            let may_be = open.is_image || in_link == 0 && !is_dead;
            let inner = destination(run, here + 1).filter(|_| may_be);
            let Some((address, title, end)) =
                inner.filter(|(address, ..)| open.is_image || looks_like_address(address))
            else {
                continue;
            };
            if !open.is_image {
                dead = brackets.len();
            }
            found.push(Found {
                open: (
                    open.inline,
                    open.at - usize::from(open.is_image)..open.at + 1,
                ),
                close: (nth, here..end),
                is_image: open.is_image,
                address: address.to_owned(),
                title: title.to_owned(),
            });
            at = end;
        }
    }
    found
}

/// The address and the title between brackets at `at`, and where they end.
fn destination(run: &Run, at: usize) -> Option<(&str, &str, usize)> {
    let inner = run.text[at..].strip_prefix('(')?;
    let mut depth = 0_usize;
    let end = inner.bytes().take(LONGEST).position(|byte| match byte {
        b'(' => {
            depth += 1;
            false
        }
        b')' if depth == 0 => true,
        b')' => {
            depth -= 1;
            false
        }
        _ => false,
    })?;
    let whole = inner[..end].trim();
    let (address, title) = without_title(whole);
    let address = address.strip_prefix('<').map_or(address, |address| {
        address.strip_suffix('>').unwrap_or(address)
    });
    let is_one = !address.is_empty() && !address.contains(['<', '>', '[', ']', '"']);
    is_one.then_some((address, title, at + 1 + end + 1))
}

/// `a b.jpg "Title"`: the address, and the title without its quotation marks.
fn without_title(whole: &str) -> (&str, &str) {
    for (open, close) in QUOTES {
        let Some(rest) = whole.strip_suffix(close) else {
            continue;
        };
        let mut starts = rest.match_indices(open).map(|(start, _)| start);
        let start = starts.find(|start| rest[..*start].ends_with(char::is_whitespace));
        if let Some(start) = start {
            return (rest[..start].trim_end(), &rest[start + open.len_utf8()..]);
        }
    }
    (whole, "")
}

/// Words in brackets behind words in brackets are mostly no link.
fn looks_like_address(address: &str) -> bool {
    let ending = address.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_file =
        (2..=4).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    begins_like_address(address) || is_file || phone(address).is_some()
}
