//! The text of a page: a write-up, or the portrait beside a record, in the reader's language or its fallback.

use crate::model::kind::RecordRef;
use crate::model::lang::Lang;
use crate::model::links::LinkedProse;
use crate::model::place::Origin;
use crate::model::portal::Portal;
use crate::model::portrait::{Portrait, PortraitText};
use crate::model::prose::Prose;
use crate::model::row::RowText;
use crate::model::write_up::WriteUp;
use crate::source::SourceId;

use super::page::Page;

/// One language of a text: its file, the folder of its pictures, its prose.
pub(super) type TextVersion<'a> = (SourceId, &'a str, &'a Prose);

/// The text of a record in all languages that it is written in.
pub(super) fn versions(portal: &Portal, record: RecordRef) -> Vec<TextVersion<'_>> {
    match portal.row(record).text() {
        RowText::WriteUp(text, _) => {
            let versions = text.iter();
            versions
                .map(|(_, version)| (version.origin.source, &*text.folder, &version.prose))
                .collect()
        }
        RowText::Portrait(portrait) => {
            let texts = portrait.iter();
            texts
                .map(|(_, text)| (text.origin.source, &*text.folder, &text.prose))
                .collect()
        }
        RowText::Nothing => Vec::new(),
    }
}

/// The write-up that a page shows, if it is the page of one.
pub(crate) fn write_up_of(portal: &Portal, page: Page) -> Option<&WriteUp> {
    match portal.row(page.record()?).text() {
        RowText::WriteUp(text, _) => Some(text),
        RowText::Portrait(_) | RowText::Nothing => None,
    }
}

/// The text that a page shows in a language, with what its references lead to.
pub(crate) fn prose_of(portal: &Portal, page: Page, lang: Lang) -> Option<LinkedProse<'_>> {
    match portal.row(page.record()?).text() {
        RowText::WriteUp(text, links) => {
            let (lang, version) = text.version(lang, &portal.site.fallback);
            Some(LinkedProse::new(&version.prose, lang, &text.refs, links))
        }
        RowText::Portrait(portrait) => {
            let (lang, text) = best(portal, portrait, lang)?;
            let (refs, links) = (&portrait.refs, &portrait.links);
            Some(LinkedProse::new(&text.prose, lang, refs, links))
        }
        RowText::Nothing => None,
    }
}

/// The version of a portrait for a reader of a language, and the language that it is in.
pub(crate) fn best<'a>(
    portal: &Portal,
    portrait: &'a Portrait,
    lang: Lang,
) -> Option<(Lang, &'a PortraitText)> {
    lang.or(&portal.site.fallback)
        .find_map(|lang| Some((lang, &**portrait.texts.get(lang).as_ref()?)))
}

/// Where a record is written: of a write-up the version for a reader of a language.
pub(crate) fn origin_of(portal: &Portal, record: RecordRef, lang: Lang) -> Origin {
    let row = portal.row(record);
    match row.text() {
        RowText::WriteUp(text, _) => text.version(lang, &portal.site.fallback).1.origin,
        RowText::Portrait(_) | RowText::Nothing => row.origin(),
    }
}
