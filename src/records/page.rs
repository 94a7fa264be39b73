//! Content pages, which have a text of their own: about, contacts, … They state no facts but those of every write-up.

use std::sync::Arc;

use super::texts::RecordTexts;
use crate::diagnostic::Diagnostic;
use crate::link::{Facts, LanguageFiles, MergedWriteUp};
use crate::load::field_docs::FieldDocs;
use crate::load::fields::Fields;
use crate::load::write_up::{FrontMatter, HEAD_DOCS};
use crate::model::kind::RecordKind;
use crate::model::links::Links;
use crate::model::write_up::{CommonFacts, Page};

impl FrontMatter for CommonFacts {
    const DOCS: FieldDocs = &[HEAD_DOCS];

    fn read(common: CommonFacts, _: &mut Fields<'_, '_>) -> CommonFacts {
        common
    }
}

impl Facts for CommonFacts {
    const KIND: RecordKind = RecordKind::Page;
    type Merged = ();

    fn common(&self) -> &CommonFacts {
        self
    }

    fn state(_: &LanguageFiles<'_, Self>, _: &mut Vec<Diagnostic>) {}
}

/// Pages, by their ids.
pub(super) fn link(
    merged: &[Arc<MergedWriteUp<CommonFacts>>],
    found: &mut Vec<Diagnostic>,
) -> Vec<Page> {
    let mut pages: Vec<Page> = merged
        .iter()
        .filter_map(|page| {
            found.extend_from_slice(&page.diagnostics);
            let (text, ()) = page.shown.as_ref()?;
            Some(Page {
                text: text.clone(),
                links: Links::default(),
            })
        })
        .collect();
    pages.sort_by(|a, b| a.text.id.cmp(&b.text.id));
    pages
}

/// What a page says in each language: nothing but its text.
pub(super) fn texts(page: &Page) -> RecordTexts<'_> {
    RecordTexts::write_up(&page.text, None)
}
