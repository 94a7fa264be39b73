//! What is translated and what is not: for each language and kind of content, and text by text.
//!
//! Takes the portal and its sources, gives values that `cli` prints. A text that has no language but one is as much
//! missing in the others as a title that a YAML record lacks. Must not know how a report looks.

pub(crate) mod mark;
mod records;

use serde::Serialize;

use crate::model::lang::Lang;
use crate::model::portal::Portal;
use crate::model::table::RegionId;
use crate::model::write_up::WriteUp;
use crate::source::{SourceId, Sources};

/// The kinds of content, in the order of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    Projects,
    News,
    Pages,
    /// The prose beside regions.
    RegionTexts,
    /// The prose beside patrons.
    PatronTexts,
    /// The words of `site.toml`.
    Site,
    Regions,
    Directions,
    Objects,
    Patrons,
    Awards,
    Figures,
}

impl Kind {
    pub(crate) const ALL: [Kind; 12] = [
        Kind::Projects,
        Kind::News,
        Kind::Pages,
        Kind::RegionTexts,
        Kind::PatronTexts,
        Kind::Site,
        Kind::Regions,
        Kind::Directions,
        Kind::Objects,
        Kind::Patrons,
        Kind::Awards,
        Kind::Figures,
    ];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Kind::Projects => "projects",
            Kind::News => "news",
            Kind::Pages => "pages",
            Kind::RegionTexts => "region-texts",
            Kind::PatronTexts => "patron-texts",
            Kind::Site => "site",
            Kind::Regions => "regions",
            Kind::Directions => "directions",
            Kind::Objects => "objects",
            Kind::Patrons => "patrons",
            Kind::Awards => "awards",
            Kind::Figures => "figures",
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
}

impl State {
    pub(crate) fn word(self) -> &'static str {
        match self {
            State::Complete => "complete",
            State::Missing => "missing",
            State::Stale => "stale",
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
}

/// The report: counts for each language and kind that there is something of, and what is left to do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Report {
    pub counts: Vec<(Lang, Vec<(Kind, Count)>)>,
    /// By language, by region (those of the whole country first), then by kind and file.
    pub todo: Vec<Item>,
}

/// Looks through the portal, for the languages of `langs`.
pub(crate) fn report(portal: &Portal, sources: &Sources, langs: &[Lang]) -> Report {
    let mut report = Report::default();
    for &lang in langs {
        let items = items(portal, sources, lang);
        let counts = Kind::ALL.into_iter().filter_map(|kind| {
            let mut count = Count::default();
            for item in items.iter().filter(|item| item.kind == kind) {
                match item.state {
                    State::Complete => count.complete += 1,
                    State::Missing => count.missing += 1,
                    State::Stale => count.stale += 1,
                }
            }
            (count != Count::default()).then_some((kind, count))
        });
        report.counts.push((lang, counts.collect()));
        let mut left = items;
        left.retain(|item| item.state != State::Complete);
        left.sort_by(|a, b| {
            (a.region, a.kind, a.state, &a.file, &a.fields)
                .cmp(&(b.region, b.kind, b.state, &b.file, &b.fields))
        });
        report.todo.extend(left);
    }
    report
}

fn items(portal: &Portal, sources: &Sources, lang: Lang) -> Vec<Item> {
    let mut items = Vec::new();
    let mut add = |kind, text: &WriteUp, region, fields| {
        items.push(write_up(portal, sources, lang, kind, text, region, fields));
    };
    for (_, project) in portal.projects.iter() {
        let fields = records::project(portal, project, lang);
        add(Kind::Projects, &project.text, Some(project.region), fields);
    }
    for (_, news) in portal.news.iter() {
        let lacks = news
            .place
            .as_ref()
            .and_then(|place| records::lacks(place, "place", lang));
        add(
            Kind::News,
            &news.text,
            news.region,
            lacks.into_iter().collect(),
        );
    }
    for (_, page) in portal.pages.iter() {
        add(Kind::Pages, &page.text, None, Vec::new());
    }
    for (id, region) in portal.regions.iter() {
        let texts = region
            .prose
            .iter()
            .map(|(own, text)| (own, text.origin.source));
        let name = portal.text(&region.record.name, lang).text;
        items.extend(portrait(
            portal,
            sources,
            lang,
            Kind::RegionTexts,
            texts.collect(),
            name,
            Some(id),
        ));
    }
    for (_, patron) in portal.patrons.iter() {
        let texts = patron
            .portrait
            .iter()
            .map(|(own, text)| (own, text.origin.source));
        let name = portal.text(&patron.record.name, lang).text;
        items.extend(portrait(
            portal,
            sources,
            lang,
            Kind::PatronTexts,
            texts.collect(),
            name,
            Some(patron.region),
        ));
    }
    items.extend(records::all(portal, sources, lang));
    items
}

fn write_up(
    portal: &Portal,
    sources: &Sources,
    lang: Lang,
    kind: Kind,
    text: &WriteUp,
    region: Option<RegionId>,
    fields: Vec<String>,
) -> Item {
    let path = |lang: Lang| {
        let version = text.versions.get(lang).as_ref();
        version.map(|version| sources.path(version.origin.source).to_owned())
    };
    let (shown, version) = text.version(lang, &portal.site.fallback);
    let (state, original) = match (shown == lang, text.stale(lang)) {
        (false, _) => (State::Missing, path(shown)),
        (true, Some(from)) => (State::Stale, path(from)),
        // The text is there, but words among its facts are not.
        (true, None) if !fields.is_empty() => (State::Missing, None),
        (true, None) => (State::Complete, None),
    };
    let shown_file = path(shown).unwrap_or_default();
    Item {
        lang,
        state,
        kind,
        region,
        title: version.title.clone(),
        file: in_language(&shown_file, shown, lang),
        original,
        fields,
    }
}

/// The prose beside a record: nothing if there is none in any language.
fn portrait(
    portal: &Portal,
    sources: &Sources,
    lang: Lang,
    kind: Kind,
    texts: Vec<(Lang, SourceId)>,
    name: &str,
    region: Option<RegionId>,
) -> Option<Item> {
    let order = std::iter::once(lang)
        .chain(portal.site.fallback.iter().copied())
        .chain(Lang::ALL);
    let find = |wanted: Lang| texts.iter().find(|(own, _)| *own == wanted);
    let &(shown, source) = order.into_iter().find_map(find)?;
    let file = sources.path(source).to_owned();
    let missing = shown != lang;
    Some(Item {
        lang,
        state: if missing {
            State::Missing
        } else {
            State::Complete
        },
        kind,
        region,
        title: name.to_owned(),
        file: in_language(&file, shown, lang),
        original: missing.then_some(file),
        fields: Vec::new(),
    })
}

/// The file of the same text in another language: `about.kk.md` → `about.en.md`.
fn in_language(file: &str, from: Lang, to: Lang) -> String {
    match file.strip_suffix(&format!(".{from}.md")) {
        Some(stem) => format!("{stem}.{to}.md"),
        None => file.to_owned(),
    }
}
