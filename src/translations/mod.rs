//! The translation report (coverage): what is translated, missing or stale, by language, kind of content and text.
//!
//! Takes the portal and its sources, gives values that `cli` prints. A text that has no language but one is as much
//! missing in the others as a title that a YAML record lacks. Must not know how a report looks.

pub(crate) mod mark;

use std::collections::BTreeMap;

use serde::Serialize;

use self::mark::original_of;
use crate::load::locate::Locator;
use crate::model::kind::RecordKind;
use crate::model::kind::RegionId;
use crate::model::lang::{Lang, Localised};
use crate::model::place::Origin;
use crate::model::portal::Portal;
use crate::model::portrait::Portrait;
use crate::model::write_up::WriteUp;
use crate::records::texts;
use crate::records::texts::TextsOf;
use crate::source::{SourceId, Sources};

/// The kinds of content, in the order of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    WriteUps(RecordKind),
    /// The prose beside records.
    Portraits(RecordKind),
    /// The words of `site.toml`.
    Site,
    /// The records of YAML files.
    Records(RecordKind),
}

impl Kind {
    pub(crate) fn word(self) -> String {
        match self {
            Kind::WriteUps(kind) | Kind::Records(kind) => kind.folder().to_owned(),
            Kind::Portraits(kind) => format!("{}-texts", kind.word()),
            Kind::Site => "site".to_owned(),
        }
    }
}

/// How far a text is in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum State {
    Complete,
    Missing,
    Stale,
    /// It does not say from which text it was translated: when that changes, nobody learns of it.
    Unmarked,
}

impl State {
    pub(crate) fn word(self) -> &'static str {
        match self {
            State::Complete => "complete",
            State::Missing => "missing",
            State::Stale => "stale",
            State::Unmarked => "unmarked",
        }
    }
}

/// One text in one language; in a report, one that somebody has to translate or to bring up to date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Item {
    pub lang: Lang,
    pub state: State,
    pub kind: Kind,
    pub region: Option<RegionId>,
    /// What it is called, in the language that it has.
    pub title: String,
    /// The file to write: a new one, or the one that lacks the fields.
    pub file: String,
    /// The line, from 1, of the first field that lacks the language, in a record.
    pub line: Option<usize>,
    /// The file to translate from, if it is another.
    pub original: Option<String>,
    /// The fields that lack the language, in a record: `name`, `districts.2.name`.
    pub fields: Vec<String>,
}

/// How many texts of a kind there are in a language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Count {
    pub complete: usize,
    pub missing: usize,
    pub stale: usize,
    pub unmarked: usize,
}

/// The report: counts for each language and kind that there is something of, and what is left to do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Report {
    pub counts: Vec<(Lang, Vec<(Kind, Count)>)>,
    /// By language, by region (those of the whole country first), then by kind, file and line.
    pub todo: Vec<Item>,
}

/// Looks through the portal, for the languages of `langs`.
pub(crate) fn report(portal: &Portal, sources: &Sources, langs: &[Lang]) -> Report {
    let mut report = Report::default();
    for &lang in langs {
        let items = items(portal, sources, lang);
        let mut counts: BTreeMap<Kind, Count> = BTreeMap::new();
        for item in &items {
            let count = counts.entry(item.kind).or_default();
            match item.state {
                State::Complete => count.complete += 1,
                State::Missing => count.missing += 1,
                State::Stale => count.stale += 1,
                State::Unmarked => count.unmarked += 1,
            }
        }
        report.counts.push((lang, counts.into_iter().collect()));
        let mut left = items;
        left.retain(|item| item.state != State::Complete);
        left.sort_by(|a, b| {
            (a.region, a.kind, a.state, &a.file, a.line, &a.fields)
                .cmp(&(b.region, b.kind, b.state, &b.file, b.line, &b.fields))
        });
        report.todo.extend(left);
    }
    report
}

/// All texts in a language.
fn items(portal: &Portal, sources: &Sources, lang: Lang) -> Vec<Item> {
    let look = Look {
        portal,
        sources,
        lang,
    };
    let site = &portal.site;
    let description = site.description.as_ref();
    let fields = description.map(|text| ("description".to_owned(), text));
    let fields = [("title".to_owned(), &site.title)]
        .into_iter()
        .chain(fields);
    let mut locator = Locator::new(sources);
    let mut items = vec![look.record(Kind::Site, &site.title, None, fields.collect())];
    for &kind in RecordKind::ALL {
        for of in texts(kind, portal) {
            let (item, name) = match of.of {
                TextsOf::WriteUp(text) => (look.write_up(kind, text, of.fields), ""),
                TextsOf::Record { title, origin } => {
                    let mut item = look.record(Kind::Records(kind), title, Some(origin), of.fields);
                    let first = item.fields.first();
                    item.line = first.and_then(|field| line(&mut locator, origin, field));
                    (item, portal.text(title, lang).text)
                }
            };
            let beside = of
                .beside
                .and_then(|beside| look.portrait(kind, beside, name));
            let of_record = [item].into_iter().chain(beside);
            items.extend(of_record.map(|item| Item {
                region: of.region,
                ..item
            }));
        }
    }
    items
}

/// The line of a field of a record, as an item names it: `contributions.1.purpose`.
fn line(locator: &mut Locator<'_>, origin: Origin, field: &str) -> Option<usize> {
    let mut steps = field.split('.');
    let place = steps.next().map(|first| origin.field(first))?;
    let place = steps.fold(place, |place, step| match step.parse::<usize>() {
        Ok(nth) => place.at(nth.saturating_sub(1)),
        Err(_) => place.at(step),
    });
    let location = locator.locate(&place.into());
    let ((line, _), _) = locator.lines_and_columns(&location)?;
    Some(line)
}

/// Looks at one text after the other, for one language.
#[derive(Clone, Copy)]
struct Look<'a> {
    portal: &'a Portal,
    sources: &'a Sources,
    lang: Lang,
}

/// Fields with a text in each language.
type Fields<'a> = Vec<(String, &'a Localised)>;

impl Look<'_> {
    fn path(self, source: SourceId) -> String {
        self.sources.path(source).to_owned()
    }

    /// The fields that lack the language.
    fn lacking(self, fields: Fields<'_>) -> Vec<String> {
        let fields = fields.into_iter();
        let lacking = fields.filter(|(_, text)| text.exact(self.lang).is_none());
        lacking.map(|(field, _)| field).collect()
    }

    fn record(
        self,
        kind: Kind,
        title: &Localised,
        origin: Option<Origin>,
        fields: Fields<'_>,
    ) -> Item {
        let fields = self.lacking(fields);
        let file = origin.map(|origin| self.path(origin.source));
        Item {
            lang: self.lang,
            state: if fields.is_empty() {
                State::Complete
            } else {
                State::Missing
            },
            kind,
            region: None,
            title: self.portal.text(title, self.lang).text.to_owned(),
            file: file.unwrap_or_else(|| "site.toml".to_owned()),
            line: None,
            original: None,
            fields,
        }
    }

    fn write_up(self, kind: RecordKind, text: &WriteUp, fields: Fields<'_>) -> Item {
        let fields = self.lacking(fields);
        let path = |lang: Lang| {
            let version = text.versions.get(lang).as_ref();
            version.map(|version| self.path(version.origin.source))
        };
        let (shown, version) = text.version(self.lang, &self.portal.site.fallback);
        let (state, original) = match (shown == self.lang, text.stale(self.lang)) {
            (false, _) => (State::Missing, path(shown)),
            (true, Some(from)) => (State::Stale, path(from)),
            // The text is there, but words among its facts are not.
            (true, None) if !fields.is_empty() => (State::Missing, None),
            (true, None) => match original_of(&self.portal.site, text, shown) {
                Ok(original) if version.translated_from.is_none() => {
                    (State::Unmarked, path(original.lang))
                }
                _ => (State::Complete, None),
            },
        };
        let shown_file = path(shown).unwrap_or_default();
        Item {
            lang: self.lang,
            state,
            kind: Kind::WriteUps(kind),
            region: None,
            title: version.title.clone(),
            file: in_language(&shown_file, shown, self.lang),
            line: None,
            original,
            fields,
        }
    }

    /// The prose beside a record: nothing if there is none in any language.
    fn portrait(self, kind: RecordKind, beside: &Portrait, name: &str) -> Option<Item> {
        let find = |lang: Lang| Some((lang, beside.texts.get(lang).as_ref()?.origin.source));
        let (shown, source) = self.lang.or(&self.portal.site.fallback).find_map(find)?;
        let file = self.path(source);
        let missing = shown != self.lang;
        Some(Item {
            lang: self.lang,
            state: if missing {
                State::Missing
            } else {
                State::Complete
            },
            kind: Kind::Portraits(kind),
            region: None,
            title: name.to_owned(),
            file: in_language(&file, shown, self.lang),
            line: None,
            original: missing.then_some(file),
            fields: Vec::new(),
        })
    }
}

/// The file of the same text in another language: `about.kk.md` → `about.en.md`.
fn in_language(file: &str, from: Lang, to: Lang) -> String {
    match file.strip_suffix(&format!(".{from}.md")) {
        Some(stem) => format!("{stem}.{to}.md"),
        None => file.to_owned(),
    }
}
