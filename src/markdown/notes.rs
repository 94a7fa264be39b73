//! Footnotes and anchors: pieces to the parts of a prose, its footnotes numbered and put at the end.
//!
//! Takes the pieces of a body and of its footnotes; gives the footnotes that are referred to, in the order of the
//! references, and reports links to anchors that are not there.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

use super::findings::Findings;
use super::flow::Flow;
use super::piece::{Piece, Pieces};
use crate::diagnostic::{Code, Diagnostic, nearest_anchor};
use crate::model::prose::{Part, Prose, Target};
use crate::source::text::confusables::{is_unseen, latin_of};

/// The limits of did-you-mean, which takes the product of them all: for how many dead links of a text, among how many
/// ids, of how many bytes.
const MAX_CORRECTED: usize = 20;
const MAX_KNOWN: usize = 1000;
const MAX_WORD: usize = 64;

/// The footnotes of a text, by the key of their labels.
pub(super) type Notes = HashMap<String, Flow>;

/// What labels are compared by: they are the same in upper and lower case.
pub(super) fn key(label: &str) -> String {
    label.to_lowercase()
}

/// Makes the prose of a body and its footnotes. One that nothing refers to is left out.
pub(super) fn put_in_order(body: Flow, notes: Notes, found: &mut Findings) -> Prose {
    let mut order = Order {
        notes,
        ..Order::default()
    };
    order.write(body, found);
    let mut number = 0;
    // A footnote may refer to others, which then follow.
    while let Some(note) = order.waiting.get_mut(number).map(std::mem::take) {
        number += 1;
        if number == 1 {
            order.out.html("<div class=\"footnotes\">\n<ol>\n");
        }
        order.write_note(number, note, found);
    }
    if number > 0 {
        order.out.html("</ol>\n</div>\n");
    }
    let alike = tell_alike(&order.notes, found);
    let mut uncalled: Vec<(String, Flow)> = order.notes.drain().collect();
    uncalled.retain(|(label, _)| !alike.contains(label));
    uncalled.sort_by_key(|(_, note)| note.range.start);
    for (label, note) in uncalled {
        let uncalled = Diagnostic::new(Code::NoteUncalled, found.at(&note.range));
        found.push(uncalled.with("note", label).with("what", "uncalled"));
    }
    let parts = order.out.into_vec();
    check_anchors(&parts, &order.ids, found);
    Prose::new(parts, order.ids)
}

/// Says of the calls of no note which one they look like, and gives the names of those notes.
fn tell_alike(notes: &Notes, found: &mut Findings) -> HashSet<String> {
    let mut told = HashSet::new();
    let by_look: HashMap<String, &String> =
        notes.keys().map(|label| (look(label), label)).collect();
    if by_look.is_empty() {
        return told;
    }
    let missing = found.diagnostics.latest_mut();
    for wrong in missing.filter(|of| of.code == Code::NoteMissing) {
        let other = wrong
            .argument("note")
            .and_then(|note| by_look.get(&look(note)));
        if let Some(&label) = other {
            wrong.args.push(("what", "alike".to_owned()));
            wrong.args.push(("other", label.clone()));
            told.insert(label.clone());
        }
    }
    told
}

/// What a label looks like: letters of two scripts are the same to the eye.
fn look(label: &str) -> String {
    let letters = label.chars().filter(|letter| !is_unseen(*letter));
    let latin = letters.map(|letter| latin_of(letter).unwrap_or(letter));
    latin.flat_map(char::to_lowercase).collect()
}

#[derive(Default)]
struct Order {
    out: Pieces<Part>,
    ids: BTreeSet<String>,
    /// The footnotes that nothing has referred to yet.
    notes: Notes,
    /// The others in the order of their numbers, from 1; those that are written are empty.
    waiting: Vec<Flow>,
    /// Number of a footnote, and how often it was referred to.
    numbers: HashMap<String, (usize, usize)>,
}

impl Order {
    fn write(&mut self, flow: Flow, found: &mut Findings) {
        self.ids.extend(flow.ids);
        for piece in flow.pieces.into_vec() {
            match piece {
                Piece::Part(Part::Html(html)) => self.out.append(html),
                Piece::Part(part) => self.put(part),
                Piece::LinkedPicture(link, picture) => {
                    self.put(Part::LinkStart(link));
                    self.put(Part::Picture(picture));
                    self.put(Part::LinkEnd);
                }
                Piece::Note(label, range) => self.write_reference(&label, &range, found),
                Piece::List { start, tasks } => self.out.html(&match (start, tasks) {
                    (None, false) => "<ul>\n".to_owned(),
                    (None, true) => "<ul class=\"tasks\">\n".to_owned(),
                    (Some(1), false) => "<ol>\n".to_owned(),
                    (Some(1), true) => "<ol class=\"tasks\">\n".to_owned(),
                    (Some(start), false) => format!("<ol start=\"{start}\">\n"),
                    (Some(start), true) => format!("<ol class=\"tasks\" start=\"{start}\">\n"),
                }),
            }
        }
    }

    fn put(&mut self, part: Part) {
        self.out.push(part);
    }

    fn write_reference(&mut self, label: &str, range: &Range<usize>, found: &mut Findings) {
        let key = key(label);
        if let Some(note) = self.notes.remove(&key) {
            if note.pieces.is_empty() {
                let empty = Diagnostic::new(Code::NoteMissing, found.at(&note.range));
                found.push(empty.with("note", label).with("what", "empty"));
            }
            self.waiting.push(note);
            self.numbers.insert(key.clone(), (self.waiting.len(), 0));
        }
        let Some((number, times)) = self.numbers.get_mut(&key) else {
            let missing = Diagnostic::new(Code::NoteMissing, found.at(range));
            found.push(missing.with("note", label));
            return self.out.text(&format!("[^{label}]"));
        };
        *times += 1;
        let id = match times {
            1 => format!("fnref-{number}"),
            _ => format!("fnref-{number}-{times}"),
        };
        let link = format!("<a href=\"#fn-{number}\">{number}</a>");
        self.out.html(&format!(
            "<sup class=\"footnote-ref\" id=\"{id}\">{link}</sup>"
        ));
        self.ids.insert(id);
    }

    fn write_note(&mut self, number: usize, note: Flow, found: &mut Findings) {
        self.out.html(&format!("<li id=\"fn-{number}\">"));
        self.ids.insert(format!("fn-{number}"));
        self.write(note, found);
        let back = format!("<a href=\"#fnref-{number}\" class=\"footnote-back\">↩</a></p>\n");
        // It stands at the end of the last paragraph, if there is one.
        let open = if self.out.strip_suffix("</p>\n") {
            " "
        } else {
            "<p>"
        };
        self.out.html(open);
        self.out.html(&back);
        self.out.html("</li>\n");
    }
}

/// The number of a note, if an anchor is one of those that word processors make for notes: `_ftn1`, `_ftnref1`.
fn foreign_note(anchor: &str) -> Option<&str> {
    const BEGINS: [&str; 10] = [
        "_ftnref",
        "_ftn",
        "_ednref",
        "_edn",
        "ftnt_ref",
        "ftnt",
        "sdfootnote",
        "cite_note-",
        "fnref",
        "fn",
    ];
    let rest = BEGINS.iter().find_map(|begin| anchor.strip_prefix(begin))?;
    let number = rest.trim_end_matches("sym").trim_end_matches("anc");
    let is_number = !number.is_empty() && number.bytes().all(|of| of.is_ascii_digit());
    is_number.then_some(number)
}

/// Reports the links within the text that lead to no id of it, nor of the page around.
fn check_anchors(parts: &[Part], ids: &BTreeSet<String>, found: &mut Findings) {
    let is_short = |id: &&str| id.len() <= MAX_WORD;
    let mut dead_links = 0;
    let mut noted = HashSet::new();
    for part in parts {
        let Part::LinkStart(slot) = part else {
            continue;
        };
        let Target::Anchor(anchor) = &slot.of else {
            continue;
        };
        if ids.contains(anchor) || found.frame.ids.reach(anchor) {
            continue;
        }
        if let Some(number) = foreign_note(anchor) {
            // The way back from the note is told with the call.
            if noted.insert(number) {
                let left = Diagnostic::new(Code::DeadAnchor, found.at(&slot.range));
                found.push(left.with("anchor", anchor).with("what", "note"));
            }
            continue;
        }
        dead_links += 1;
        let near = match dead_links <= MAX_CORRECTED && is_short(&anchor.as_str()) {
            true => nearest_anchor(
                anchor,
                ids.iter()
                    .map(String::as_str)
                    .chain(found.frame.ids.whole())
                    .filter(is_short)
                    .take(MAX_KNOWN),
            ),
            false => Vec::new(),
        };
        found.push(
            Diagnostic::new(Code::DeadAnchor, found.at(&slot.range))
                .with("anchor", anchor)
                .nearest(near),
        );
    }
}
