//! Leak diagnostics: which output shows an anonymous name, and which line of which source says it.
//!
//! Takes what was found in the output, looks through the sources for the same name, gives diagnostics.

use std::collections::BTreeMap;

use super::guard::{Guard, is_plain_word};
use super::hit::{Form, Hit};
use super::mentions::{called_after, mentions};
use super::new_ids::new_ids;
use crate::diagnostic::{At, Code, Diagnostic};
use crate::extract::is_markup;
use crate::load::locate::Locator;
use crate::locale::legal_forms::is_legal_form;
use crate::locale::skeleton::skeleton;
use crate::model::id::Id;
use crate::model::patron::{Consent, PatronRecord};
use crate::model::place::Place;
use crate::source::{SourceId, Sources};

/// A name in a file of the output.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Leak {
    /// An index of [`Guard::subjects`].
    pub subject: usize,
    pub form: Form,
    /// The file's path in the output.
    pub page: String,
    /// The file that it was copied from; for a page, its own path.
    pub file: String,
    /// The text that the page shows above all.
    pub shown: Option<SourceId>,
}

/// A file of the output that is looked through.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Inspected<'a> {
    /// Its path in the output.
    pub page: &'a str,
    /// The file that it is copied from; for a page, its own path.
    pub file: &'a str,
    /// The text that the page shows above all.
    pub shown: Option<SourceId>,
    pub text: &'a str,
    /// The text was found among other bytes, where a short word can stand by chance.
    pub among_bytes: bool,
}

/// The fewest bytes of a name or an id that are none by chance in a file that is no text.
const BY_CHANCE: usize = 6;

impl Leak {
    /// Whether it stops a build: a part of a name, or that of a namesake, does not.
    pub(crate) fn is_error(&self) -> bool {
        matches!(self.form, Form::Name | Form::Id)
    }

    /// Every name in a file of the output, once.
    pub(crate) fn all(guard: &Guard, of: &Inspected<'_>) -> Vec<Leak> {
        let counts = |hit: &Hit| {
            let is_long = hit.raw.as_ref().is_some_and(|raw| raw.len() >= BY_CHANCE);
            !of.among_bytes || is_long && hit.form != Form::Part
        };
        let in_path = guard.find(of.page, false);
        let mut found: Vec<Leak> = guard
            .find(of.text, is_markup(of.page))
            .into_iter()
            .filter(counts)
            .chain(in_path)
            .map(|hit| Leak {
                subject: hit.subject,
                form: hit.form,
                page: of.page.to_owned(),
                file: of.file.to_owned(),
                shown: of.shown,
            })
            .collect();
        found.sort();
        found.dedup();
        found
    }
}

/// Whether a text, or the name of a file, gives the name of one of some patrons, but for those that have to.
pub(crate) fn may_be_named(guard: &Guard, ids: &[&Id], sources: &Sources) -> bool {
    let is_one = |subject: usize, form: Form| {
        form == Form::Name && ids.contains(&&guard.subjects[subject].id)
    };
    let mentions = mentions(guard, &[], sources);
    let files = called_after(guard, sources);
    mentions.iter().any(|of| is_one(of.subject, of.form))
        || files.iter().any(|of| is_one(of.0, of.1))
}

/// An error for each place that says a name which stands in the output, and for each copied file that does, a warning for each
/// that says a part of it; where no text says it, one for each name. A name that a public patron has as well stops nothing.
/// `whys`: reasons of acceptances, which stand in no output.
pub(crate) fn report(
    guard: &Guard,
    leaks: Vec<Leak>,
    whys: &[Place],
    sources: &Sources,
) -> Vec<Diagnostic> {
    if leaks.iter().all(|leak| leak.form == Form::Namesake) {
        return Vec::new();
    }
    let mut by_name: BTreeMap<(usize, Form), Vec<Leak>> = BTreeMap::new();
    for leak in leaks {
        if leak.form == Form::Namesake {
            continue;
        }
        by_name
            .entry((leak.subject, leak.form))
            .or_default()
            .push(leak);
    }
    let mentions = mentions(guard, whys, sources);
    let files = called_after(guard, sources);
    let mut found = Vec::new();
    for ((subject, form), mut leaks) in by_name {
        leaks.sort();
        let subject_of = &guard.subjects[subject];
        let error = |at: At, leak: &Leak, others: usize| {
            let (code, field) = match form {
                Form::Id => (Code::NameLeaks, "id"),
                Form::Name | Form::Namesake => (Code::NameLeaks, "name"),
                Form::Part => (Code::NameInPart, "name"),
            };
            let (place, holder) = told_place(&at, sources);
            let of = if is_markup(&leak.page) {
                "page"
            } else {
                "file"
            };
            Diagnostic::new(code, at)
                .with("what", field)
                .with("id", &subject_of.id)
                .with("of", of)
                .with("page", &leak.page)
                .with("others", how_many(others))
                .with("where", holder)
                .with("at", place)
                .also(subject_of.origin.field(field))
        };
        let said = mentions
            .iter()
            .filter(|mention| (mention.subject, mention.form) == (subject, form));
        // What a copied file says, no text makes it say.
        let copied = |leak: &Leak| leak.file != leak.page;
        let (copies, leaks): (Vec<Leak>, Vec<Leak>) = leaks.into_iter().partition(copied);
        for of_file in copies.chunk_by(|a, b| a.file == b.file) {
            let at = At::File(of_file[0].file.clone());
            found.push(error(at, &of_file[0], of_file.len() - 1));
        }
        if leaks.is_empty() {
            continue;
        }
        let before = found.len();
        let mut push = |source: SourceId, at: At| {
            // The page that is made of this very text, if there is one.
            let own = |leak: &&Leak| leak.shown == Some(source);
            let own_pages = leaks.iter().filter(own).count();
            let leak = leaks.iter().find(own).unwrap_or(&leaks[0]);
            let others = match own_pages {
                0 => leaks.len() - 1,
                pages => pages - 1,
            };
            found.push(error(at, leak, others));
        };
        for mention in said {
            let at = At::span(mention.source, mention.range.clone());
            push(mention.source, at);
        }
        for (.., source) in files.iter().filter(|of| (of.0, of.1) == (subject, form)) {
            push(*source, At::File(sources.path(*source).to_owned()));
        }
        if found.len() == before {
            let leak = &leaks[0];
            found.push(error(At::File(leak.file.clone()), leak, leaks.len() - 1));
        }
    }
    found
}

/// Marks the diagnostics that point to a line which names somebody, so that no message shows it: also those that come before
/// the output is looked through.
pub(crate) fn mark_lines<'d>(
    guard: &Guard,
    diagnostics: impl Iterator<Item = &'d mut Diagnostic>,
    sources: &Sources,
) {
    let mut locator = Locator::new(sources);
    for diagnostic in diagnostics {
        let places = std::iter::once(&diagnostic.at).chain(&diagnostic.others);
        let names = places.into_iter().any(|at| {
            let Some((source, range)) = locator.locate(at).text else {
                return false;
            };
            let is_markup = sources.path(source).ends_with(".md");
            locator.line_index(source).is_some_and(|(text, lines)| {
                let line = lines.line_around(text, range.start);
                // An id of random signs is written wherever its gifts are, and names nobody.
                let hits = guard.find(&text[line], is_markup);
                hits.iter()
                    .any(|hit| hit.form != Form::Id || guard.subjects[hit.subject].has_telling_id())
            })
        });
        diagnostic.names_somebody |= names;
    }
}

/// A place as an editor finds it, and what has to hold an acceptance there: the record, the whole text, or the settings of the site.
fn told_place(at: &At, sources: &Sources) -> (String, &'static str) {
    let path = match at {
        At::File(path) => path.as_str(),
        At::Place(place) => sources.path(place.source),
        At::Span(span) => sources.path(span.source),
    };
    match at {
        _ if !path.starts_with("content/") => (path.to_owned(), "site"),
        At::Span(_) | At::File(_) if path.ends_with(".md") => (path.to_owned(), "text"),
        At::Span(span) => {
            let text = sources.text(span.source).unwrap_or_default();
            let before = text.get(..span.range.start).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            (format!("{path}:{line}"), "record")
        }
        At::Place(_) | At::File(_) => (path.to_owned(), "site"),
    }
}

/// A number as a message can choose by it.
fn how_many(number: usize) -> String {
    match number {
        0 => "none".to_owned(),
        number => number.to_string(),
    }
}

/// Ids of anonymous patrons that tell something: a plain word, or a part of the name. Each is proposed another, drawn from
/// `chance`. Neither is the id named that tells who somebody is.
pub(crate) fn telling_ids<'a>(
    patrons: impl Iterator<Item = &'a PatronRecord> + Clone,
    chance: u64,
) -> Vec<Diagnostic> {
    let taken = patrons.clone().map(|patron| patron.id.as_str()).collect();
    let mut free = new_ids(chance, taken);
    let anonymous = patrons.filter(|patron| patron.consent == Consent::Anonymous);
    let telling = anonymous.filter(|patron| {
        let id = patron.id.as_str();
        let mut names = patron.names();
        is_plain_word(id) || names.any(|(_, name)| tells_name(id, name))
    });
    telling
        .map(|patron| {
            let warning = Diagnostic::new(Code::TellingId, patron.origin.field("id"));
            // Reporters have to know which id is not told.
            warning
                .with("id", &patron.id)
                .with("free", free.next().unwrap_or_default())
        })
        .collect()
}

/// Whether an id holds a word of a name, or the beginning of one: `ospan-1`, `serik1`.
fn tells_name(id: &str, name: &str) -> bool {
    /// Fewer letters stand in a word by chance.
    const SHORTEST: usize = 4;
    /// So many letters may end a name: Оспан, Оспанов, Оспанова.
    const ENDING: usize = 3;
    let letters = id.split(|letter: char| !letter.is_ascii_alphabetic());
    let parts: Vec<String> = letters
        .map(skeleton)
        .filter(|part| !part.is_empty())
        .collect();
    let whole = parts.concat();
    let words = name.split(|letter: char| !letter.is_alphabetic());
    let mut words = words.map(skeleton).filter(|word| word.len() > 2);
    words.any(|word| {
        let stem = &word[..word
            .len()
            .saturating_sub(ENDING)
            .max(SHORTEST)
            .min(word.len())];
        let is_stem = stem.len() >= SHORTEST && !is_legal_form(&word);
        parts.contains(&word) || is_stem && whole.contains(stem)
    })
}

#[cfg(test)]
mod tests {
    use super::tells_name;

    #[test]
    fn an_id_with_a_stem_of_the_name_tells_it() {
        let name = "Оспанов Серік Маратұлы";
        for id in [
            "ospan-1",
            "s-ospanov1",
            "serik1",
            "marat",
            "os-panov",
            "ospanova-2",
        ] {
            assert!(tells_name(id, name), "{id}");
        }
        for id in ["p-7c41", "p-03", "s-1", "donor-8", "giver-17a"] {
            assert!(!tells_name(id, name), "{id}");
        }
        assert!(tells_name("anna7", "Ли Анна"));
        assert!(tells_name("temir-5", "«Темір Дала» ЖШС"));
        assert!(
            !tells_name("qogamdy-9", "Қоғамдық «Үміт»"),
            "a word of many names"
        );
    }
}
