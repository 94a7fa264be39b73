//! Ids by names: where a name stands and an id belongs, the ids of the records that have such a name.
//!
//! Takes what was said of bad ids and the portal; gives the same with the ids of records of that name, in any language.
//! Patrons who must not be named are never proposed.

use std::collections::HashMap;

use super::dangling::FIELDS;
use crate::diagnostic::{At, Code, Diagnostic, Replacement, nearest};
use crate::link::folder_of;
use crate::locale::is_kind_of_place;
use crate::locale::legal_forms::is_legal_form;
use crate::model::id::Id;
use crate::model::kind::RecordKind;
use crate::model::lang::Localised;
use crate::model::place::Step;
use crate::model::portal::Portal;
use crate::model::row::RowTitle;
use crate::model::write_up::ProjectStatus;

/// So many ids are told where any of them could be meant.
const FEW: usize = 12;

/// So many ids are offered.
const OFFERED: usize = 3;

/// Words that say nothing of which record is meant, besides legal forms and kinds of place: their short and inflected
/// forms.
const COMMON: [&str; 9] = [
    "аудан",
    "облыс",
    "ауыл",
    "қала",
    "района",
    "области",
    "с",
    "school",
    "the",
];

/// Names the ids that were meant by the names that stand in their places, and those that a missing field can have.
pub(crate) fn propose_ids(found: &mut [Diagnostic], portal: &Portal) {
    let mut names = Names {
        portal,
        of: HashMap::new(),
        secret: None,
    };
    for wrong in found {
        match wrong.code {
            Code::MissingField | Code::EmptyValue => name_known(wrong, portal),
            Code::BadId => names.of_field(wrong),
            Code::UnknownId => names.of_link(wrong),
            Code::BadQuery => names.of_query(wrong),
            _ => {}
        }
    }
}

/// What an id can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Named {
    Record(RecordKind),
    District,
}

/// Words between two that are named together.
const AND: [&str; 4] = ["және", "мен", "и", "and"];

/// A record that can be named: its id, its name in each language, and the words of each.
type NameWords = (String, Vec<String>, Vec<Vec<String>>);

/// The names of records, each kind made ready when it is first asked for.
struct Names<'a> {
    portal: &'a Portal,
    of: HashMap<Named, Vec<NameWords>>,
    /// The words of names that must not be told.
    secret: Option<Vec<String>>,
}

impl Names<'_> {
    /// Of a field that should have an id and has none.
    fn of_field(&mut self, wrong: &mut Diagnostic) {
        let At::Place(place) = &wrong.at else { return };
        let key = place.path.iter().rev().find_map(|step| match step {
            Step::Key(name) | Step::Repeated(name, _) => Some(name.as_str()),
            Step::Item(_) => None,
        });
        let (Some(named), Some(value)) = (key.and_then(named_by), arg(wrong, "value")) else {
            return;
        };
        if arg(wrong, "reason").as_deref() == Some("several") {
            return;
        }
        if self.exactly(named, &value).is_empty()
            && let Some(parts) = self.several(named, &value, wrong)
        {
            return tell_several(wrong, &parts);
        }
        let mut ids = self.by_name(named, &value);
        let known = self.known(named);
        let is_id = |by: &Replacement| known.iter().any(|(id, ..)| *id == by.0);
        let slug = wrong.replacement.as_deref();
        if ids.is_empty()
            && let Some(slug) = slug.filter(|by| !is_id(by))
        {
            ids = nearest(&slug.0, known.iter().map(|(id, ..)| id.as_str()));
        }
        // An id that no record has is never proposed.
        let is_there = slug.is_some_and(is_id);
        if !is_there {
            wrong.replacement = None;
        }
        if !is_there || !ids.is_empty() {
            wrong.nearest = ids;
        }
        if !self.may_tell(&value) {
            return;
        }
        if wrong.nearest.is_empty() && wrong.replacement.is_none() {
            self.list(named, wrong);
        }
        if let Named::Record(kind) = named {
            wrong.args.push(("folder", folder_of(kind)));
        }
    }

    /// The ids in a value that is no id itself; where commas part them, one of them may be misspelled.
    fn several<'v>(
        &mut self,
        named: Named,
        value: &'v str,
        wrong: &Diagnostic,
    ) -> Option<Vec<(&'v str, bool)>> {
        let known = self.known(named);
        let is_known = |text: &str| known.iter().any(|(id, ..)| id == text);
        if wrong.replacement.as_ref().is_some_and(|by| is_known(&by.0)) {
            return None;
        }
        let parts = value.split(|sign: char| sign.is_whitespace() || ";,/|+&".contains(sign));
        let parts = parts.filter(|part| !part.is_empty() && !AND.contains(part));
        let parts: Vec<(&str, bool)> = parts.map(|part| (part, is_known(part))).collect();
        let are_parted = value.contains([';', ',', '|']);
        let are_ids = parts.iter().all(|(part, _)| Id::parse(part).is_some());
        // `north region` is one name, and so is `nur-astana llp`.
        let is_name =
            |part: &str| is_legal_form(part) || is_kind_of_place(part) || COMMON.contains(&part);
        let mut others = parts.iter().filter(|(_, is_known)| !is_known);
        let may_be_ids = are_parted || !others.any(|(part, _)| is_name(part));
        let are_meant = match are_ids && may_be_ids {
            true => parts.iter().any(|(_, is_known)| *is_known),
            false => parts.iter().all(|(_, is_known)| *is_known),
        };
        (parts.len() > 1 && are_meant).then_some(parts)
    }

    /// Of a link to a record that is not there.
    fn of_link(&mut self, wrong: &mut Diagnostic) {
        let (Some(value), Some(kind)) = (arg(wrong, "id"), kind_of(wrong)) else {
            return;
        };
        let named = Named::Record(kind);
        let mut ids = self.exactly(named, &value);
        if ids.is_empty() && value.is_ascii() && !wrong.nearest.is_empty() {
            return;
        }
        // A name that others share is told: the field of a record asks alike.
        if ids.is_empty() {
            ids = self.by_name(named, &value);
        }
        if !ids.is_empty() {
            wrong.args.retain(|(name, _)| *name != "known");
            wrong.nearest = ids;
            wrong.replacement = None;
        }
    }

    /// Of a sum or a drawing that asks for a record that is not there.
    fn of_query(&mut self, wrong: &mut Diagnostic) {
        let (Some(value), Some(kind)) = (arg(wrong, "key"), kind_of(wrong)) else {
            return;
        };
        let named = Named::Record(kind);
        if !self.may_tell(&value) {
            return;
        }
        let exact = self.exactly(named, &value);
        if exact.is_empty() && value.is_ascii() && !wrong.nearest.is_empty() {
            return;
        }
        let ids = match exact.is_empty() {
            true => self.by_name(named, &value),
            false => exact,
        };
        if !ids.is_empty() || !value.is_ascii() {
            wrong.nearest = ids;
        }
        if wrong.nearest.is_empty() {
            self.list(named, wrong);
        }
        wrong.args.push(("folder", folder_of(kind)));
    }

    /// The ids of the records that have a name, or the words of it.
    fn by_name(&mut self, named: Named, name: &str) -> Vec<String> {
        let typed = words(name);
        if typed.is_empty() {
            return Vec::new();
        }
        // The whole name before those that share its telling words: «Алматы облысы» is not the city.
        let exact = self.exactly(named, name);
        if !exact.is_empty() {
            return exact;
        }
        let known = self.known(named).iter();
        let scored = known.filter_map(|(id, _, names)| Some((score(&typed, names)?, id)));
        let mut near: Vec<(usize, &String)> = scored.collect();
        near.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        near.dedup();
        let best = near.first().map_or(0, |(score, _)| *score);
        let near = near.into_iter().take_while(|(score, _)| *score == best);
        near.take(OFFERED).map(|(_, id)| id.clone()).collect()
    }

    /// The ids of the records that have this very name.
    fn exactly(&mut self, named: Named, name: &str) -> Vec<String> {
        let whole = spelled(name);
        let known = self.known(named).iter();
        let exact = known.filter(|(_, names, _)| names.contains(&whole));
        exact.map(|(id, ..)| id.clone()).take(OFFERED).collect()
    }

    /// Says which ids there are, if they are few.
    fn list(&mut self, named: Named, wrong: &mut Diagnostic) {
        let mut ids: Vec<&str> = self.known(named).iter().map(|(id, ..)| &**id).collect();
        if (1..=FEW).contains(&ids.len()) {
            ids.sort_unstable();
            wrong.args.push(("known", ids.join(", ")));
        }
    }

    fn known(&mut self, named: Named) -> &[NameWords] {
        let portal = self.portal;
        self.of.entry(named).or_insert_with(|| {
            let known = names(named, portal).into_iter();
            known
                .map(|(id, names)| {
                    let spelled = names.iter().map(|name| spelled(name)).collect();
                    (id, spelled, names.into_iter().map(words).collect())
                })
                .collect()
        })
    }

    /// Whether what is said of a value tells nothing of somebody who must not be named: it has no word of such a name.
    fn may_tell(&mut self, value: &str) -> bool {
        let patrons = self.portal.patrons.rows().iter();
        let secret = self.secret.get_or_insert_with(|| {
            let hidden = patrons.filter(|patron| patron.is_anonymous());
            let names = hidden.flat_map(|patron| patron.record.names());
            names.flat_map(|(_, name)| words(name)).collect()
        });
        let typed = words(value);
        let is_secret = |word: &String| secret.iter().any(|other| alike(word, other).is_some());
        !typed.iter().any(is_secret)
    }
}

/// Says that several ids stand in the place of one, and how they are written where a list can have them.
fn tell_several(wrong: &mut Diagnostic, parts: &[(&str, bool)]) {
    let At::Place(place) = &wrong.at else { return };
    let ids: Vec<&str> = parts.iter().map(|(id, _)| *id).collect();
    let ids = ids.join(", ");
    let are_there = parts.iter().all(|(_, is_known)| *is_known);
    wrong.nearest.clear();
    wrong.replacement = None;
    if !are_there {
        let known = parts.iter().filter(|(_, is_known)| *is_known);
        wrong.nearest = known.map(|(id, _)| (*id).to_owned()).collect();
    }
    wrong.args.retain(|(name, _)| *name != "reason");
    let reason = match place.path.last() {
        Some(Step::Item(_)) => {
            wrong.replacement = are_there.then(|| Box::new(Replacement(ids)));
            "several"
        }
        Some(Step::Key(name)) if name == "patron" => {
            if are_there {
                wrong.args.push(("line", format!("patrons: [{ids}]")));
            }
            "several"
        }
        _ => "one",
    };
    wrong.args.push(("reason", reason.to_owned()));
}

/// What a field names.
fn named_by(field: &str) -> Option<Named> {
    if field == "district" {
        return Some(Named::District);
    }
    let of = FIELDS.iter().find(|(name, _)| *name == field);
    of.map(|(_, kind)| Named::Record(*kind))
}

fn arg(wrong: &Diagnostic, name: &str) -> Option<String> {
    wrong.argument(name).map(str::to_owned)
}

/// The kind of record that a message speaks of.
fn kind_of(wrong: &Diagnostic) -> Option<RecordKind> {
    let word = arg(wrong, "kind")?;
    let mut all = RecordKind::ALL.iter().copied();
    all.find(|kind| kind.word() == word)
}

/// Says of a missing field what it can be: the words of a status, the ids of records, if they are few, and their folder.
fn name_known(wrong: &mut Diagnostic, portal: &Portal) {
    let (Some(field), None) = (arg(wrong, "field"), arg(wrong, "known")) else {
        return;
    };
    let words = |words: &[&str]| ("known", words.join(", "));
    if field == "status" && arg(wrong, "record").as_deref() == Some(RecordKind::Project.word()) {
        return wrong
            .args
            .push(words(&ProjectStatus::ALL.map(ProjectStatus::word)));
    }
    let Some((_, kind)) = FIELDS.iter().find(|(name, _)| *name == field) else {
        return;
    };
    wrong.args.push(("folder", folder_of(*kind)));
    let ids: Vec<String> = match kind {
        RecordKind::Patron => Vec::new(),
        _ => names(Named::Record(*kind), portal)
            .into_iter()
            .map(|(id, _)| id)
            .collect(),
    };
    if (1..=FEW).contains(&ids.len()) {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        wrong.args.push(words(&ids));
    }
}

/// The ids and names of what an id can name; nobody who must not be named.
fn names(named: Named, portal: &Portal) -> Vec<(String, Vec<&str>)> {
    match named {
        Named::District => {
            let regions = portal.regions.rows().iter();
            let districts = regions.flat_map(|region| &region.record.districts);
            districts
                .map(|district| (district.id.to_string(), in_all(&district.name)))
                .collect()
        }
        Named::Record(RecordKind::Patron) => {
            let patrons = portal.patrons.rows().iter();
            let shown = patrons.filter(|patron| !patron.is_anonymous());
            shown
                .map(|patron| {
                    let names = patron.record.names().map(|(_, name)| name);
                    (patron.record.id.to_string(), names.collect())
                })
                .collect()
        }
        // One of them and many of them have names.
        Named::Record(RecordKind::Object) => {
            let objects = portal.objects.rows().iter().map(|object| &object.record);
            objects
                .map(|object| {
                    let plural = object.plural.iter().flat_map(in_all);
                    let names = in_all(&object.name).into_iter().chain(plural);
                    (object.id.to_string(), names.collect())
                })
                .collect()
        }
        Named::Record(kind) => portal
            .table(kind)
            .any_rows()
            .map(|row| {
                let names = match row.title() {
                    RowTitle::Name(name) => in_all(name),
                    RowTitle::WriteUp(text) => text.iter().map(|(_, of)| &*of.title).collect(),
                };
                (row.id().to_string(), names)
            })
            .collect(),
    }
}

/// A name in all languages that it has.
fn in_all(name: &Localised) -> Vec<&str> {
    name.iter().map(|(_, name)| name).collect()
}

/// The words of a name, in small letters and without those that say nothing.
fn words(name: &str) -> Vec<String> {
    let typed = name.split(|letter: char| !letter.is_alphanumeric());
    let typed = typed.filter(|word| !word.is_empty());
    let all: Vec<(&str, String)> = typed.map(|word| (word, word.to_lowercase())).collect();
    let is_common = |(typed, lower): &&(&str, String)| {
        COMMON.contains(&lower.as_str()) || is_legal_form(typed) || is_kind_of_place(lower)
    };
    let telling = all.iter().filter(|word| !is_common(word));
    let telling: Vec<String> = telling.map(|(_, lower)| folded(lower)).collect();
    match telling.is_empty() {
        true => all.iter().map(|(_, lower)| folded(lower)).collect(),
        false => telling,
    }
}

/// A name in small letters, without quotation marks.
pub(super) fn spelled(name: &str) -> String {
    let plain = name
        .to_lowercase()
        .replace(['«', '»', '“', '”', '„', '"'], "");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A word as it is typed on a keyboard without the letters of Kazakh, and without the dots of ё.
fn folded(word: &str) -> String {
    let plain = |letter| match letter {
        'ә' => 'а',
        'ғ' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' => 'у',
        'һ' => 'х',
        'і' => 'и',
        'ё' => 'е',
        other => other,
    };
    word.chars().map(plain).collect()
}

/// How much of a name in any language the words say; none if a word is not in it.
fn score(typed: &[String], names: &[Vec<String>]) -> Option<usize> {
    let of = |own: &Vec<String>| {
        let mut sum = 0;
        for word in typed {
            sum += own.iter().filter_map(|own| alike(word, own)).max()?;
        }
        // Of two names that have them all, the one with fewer others.
        Some((sum * 100).saturating_sub(own.len().saturating_sub(typed.len())))
    };
    names.iter().filter_map(of).max()
}

/// The letters that two words begin with alike, if only their endings differ.
fn alike(a: &str, b: &str) -> Option<usize> {
    if a == b {
        return Some(a.chars().count() + 1);
    }
    let common = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let shorter = a.chars().count().min(b.chars().count());
    (common >= 4 && common * 10 >= shorter * 7).then_some(common)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_by_its_telling_words() {
        let score = |typed: &str, full: &str| score(&words(typed), &[words(full)]);
        let is_of = |typed: &str, full: &str| score(typed, full).is_some();
        assert!(is_of("с.Зеренда", "Зерендинский район"));
        assert!(is_of("Спонсорство", "Спонсорство и партнёрство"));
        assert!(is_of("ТОО «Жер-Су»", "Жер-Су"));
        assert!(is_of("солтустик", "Солтүстік"));
        assert!(!is_of("Аккольский район", "Зерендинский район"));
        assert!(
            score("Спонсорство", "Спонсорство") > score("Спонсорство", "Спонсорство и партнёрство")
        );
    }
}
