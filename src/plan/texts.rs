//! What a record brings to its page: its text (a write-up, or the portrait beside it), whether it is a sample, and where
//! it is written.

use crate::link::RecordRef;
use crate::model::lang::Lang;
use crate::model::place::Origin;
use crate::model::portal::Portal;
use crate::model::prose::{Portrait, PortraitText, Prose, RecordKind};
use crate::model::write_up::WriteUp;
use crate::source::SourceId;

use super::page::Page;

/// The text of a record.
#[derive(Debug, Clone, Copy)]
pub(super) enum RecordText<'a> {
    WriteUp(&'a WriteUp),
    Portrait(&'a Portrait),
    None,
}

/// One language of a text: its file, the folder of its pictures, its prose.
pub(super) type TextVersion<'a> = (SourceId, &'a str, &'a Prose);

impl<'a> RecordText<'a> {
    /// The text in all languages that it is written in.
    pub(super) fn versions(self) -> Vec<TextVersion<'a>> {
        match self {
            RecordText::WriteUp(text) => {
                let versions = text.versions.iter().filter_map(|(_, of)| of.as_deref());
                versions
                    .map(|version| (version.origin.source, &*text.folder, &version.prose))
                    .collect()
            }
            RecordText::Portrait(portrait) => {
                let texts = portrait.iter().filter_map(|(_, of)| of.as_deref());
                texts
                    .map(|text| (text.origin.source, &*text.folder, &text.prose))
                    .collect()
            }
            RecordText::None => Vec::new(),
        }
    }
}

/// The text of a record.
pub(super) fn text_of(portal: &Portal, record: RecordRef) -> RecordText<'_> {
    match record {
        RecordRef::Project(project) => RecordText::WriteUp(&portal.projects[project].text),
        RecordRef::News(news) => RecordText::WriteUp(&portal.news[news].text),
        RecordRef::Page(page) => RecordText::WriteUp(&portal.pages[page].text),
        RecordRef::Region(region) => RecordText::Portrait(&portal.regions[region].prose),
        RecordRef::Patron(patron) => RecordText::Portrait(&portal.patrons[patron].portrait),
        RecordRef::Direction(_) | RecordRef::Object(_) | RecordRef::Award(_) => RecordText::None,
    }
}

/// All records that texts can link to, kind by kind.
pub(super) fn records(portal: &Portal) -> impl Iterator<Item = RecordRef> {
    let of_kind = |kind: RecordKind| -> Box<dyn Iterator<Item = RecordRef> + '_> {
        match kind {
            RecordKind::Project => Box::new(portal.projects.indices().map(RecordRef::Project)),
            RecordKind::Patron => Box::new(portal.patrons.indices().map(RecordRef::Patron)),
            RecordKind::Region => Box::new(portal.regions.indices().map(RecordRef::Region)),
            RecordKind::Direction => {
                Box::new(portal.directions.indices().map(RecordRef::Direction))
            }
            RecordKind::Object => Box::new(portal.objects.indices().map(RecordRef::Object)),
            RecordKind::Award => Box::new(portal.awards.indices().map(RecordRef::Award)),
            RecordKind::News => Box::new(portal.news.indices().map(RecordRef::News)),
            RecordKind::Page => Box::new(portal.pages.indices().map(RecordRef::Page)),
        }
    };
    RecordKind::ALL.into_iter().flat_map(of_kind)
}

/// All records with a write-up, each with it.
pub(super) fn write_ups(portal: &Portal) -> impl Iterator<Item = (RecordRef, &WriteUp)> {
    records(portal).filter_map(|record| match text_of(portal, record) {
        RecordText::WriteUp(text) => Some((record, text)),
        RecordText::Portrait(_) | RecordText::None => None,
    })
}

/// The write-up that a page shows, if it is the page of one.
pub(crate) fn write_up_of(portal: &Portal, page: Page) -> Option<&WriteUp> {
    match text_of(portal, page.record()?) {
        RecordText::WriteUp(text) => Some(text),
        RecordText::Portrait(_) | RecordText::None => None,
    }
}

/// The text that a page shows in a language, not yet filled.
pub(crate) fn prose_of(portal: &Portal, page: Page, lang: Lang) -> Option<&Prose> {
    match text_of(portal, page.record()?) {
        RecordText::WriteUp(text) => Some(&text.version(lang, &portal.site.fallback).1.prose),
        RecordText::Portrait(portrait) => best(portal, portrait, lang).map(|(_, text)| &text.prose),
        RecordText::None => None,
    }
}

/// The version of a portrait for a reader of a language, and the language that it is in.
pub(crate) fn best<'a>(
    portal: &Portal,
    portrait: &'a Portrait,
    lang: Lang,
) -> Option<(Lang, &'a PortraitText)> {
    let languages = std::iter::once(lang)
        .chain(portal.site.fallback.iter().copied())
        .chain(Lang::ALL);
    languages
        .into_iter()
        .find_map(|lang| Some((lang, &**portrait.get(lang).as_ref()?)))
}

/// Whether a record is invented.
pub(crate) fn is_sample(portal: &Portal, record: RecordRef) -> bool {
    match record {
        RecordRef::Project(project) => portal.projects[project].text.sample,
        RecordRef::Patron(patron) => portal.patrons[patron].record.sample,
        RecordRef::Region(region) => portal.regions[region].record.sample,
        RecordRef::Direction(direction) => portal.directions[direction].sample,
        RecordRef::Object(object) => portal.objects[object].record.sample,
        RecordRef::Award(award) => portal.awards[award].record.sample,
        RecordRef::News(news) => portal.news[news].text.sample,
        RecordRef::Page(page) => portal.pages[page].text.sample,
    }
}

/// Where a record is written: of a write-up the version for a reader of a language.
pub(crate) fn origin_of(portal: &Portal, record: RecordRef, lang: Lang) -> Origin {
    let version = |text: &WriteUp| text.version(lang, &portal.site.fallback).1.origin;
    match record {
        RecordRef::Project(project) => version(&portal.projects[project].text),
        RecordRef::Patron(patron) => portal.patrons[patron].record.origin,
        RecordRef::Region(region) => portal.regions[region].record.origin,
        RecordRef::Direction(direction) => portal.directions[direction].origin,
        RecordRef::Object(object) => portal.objects[object].record.origin,
        RecordRef::Award(award) => portal.awards[award].record.origin,
        RecordRef::News(news) => version(&portal.news[news].text),
        RecordRef::Page(page) => version(&portal.pages[page].text),
    }
}
