//! Content pages, which have a text of their own: about, contacts, … They state where the menus have them.

use std::sync::Arc;

use super::texts::RecordTexts;
use crate::diagnostic::Diagnostic;
use crate::link::{Facts, LanguageFiles, MergedWriteUp};
use crate::load::field_docs::{FieldDoc, FieldDocs};
use crate::load::fields::Fields;
use crate::load::write_up::{FrontMatter, HEAD_DOCS};
use crate::model::kind::RecordKind;
use crate::model::links::Links;
use crate::model::write_up::{CommonFacts, MenuPlace, Page, PageFacts};

impl FrontMatter for PageFacts {
    const DOCS: FieldDocs = &[DOCS, HEAD_DOCS];

    fn read(common: CommonFacts, fields: &mut Fields<'_, '_>) -> PageFacts {
        PageFacts {
            common,
            menu: fields.optional("menu", |v| v.choice(&MenuPlace::ALL, MenuPlace::word)),
            order: fields.optional("order", |v| v.count(0)),
        }
    }
}

/// Field docs: what editors read about the fields that only pages have.
#[rustfmt::skip]
const DOCS: &[FieldDoc] = &[
    ("write-up", "menu", "top: in the menu at the top, after the sections. footer: at the foot of every page; this is the default. none: only links in texts lead to it."),
    ("write-up", "order", "Its place among the pages of that menu, the smallest number first; pages without a number come last, by title."),
];

/// The facts of a page.
pub(crate) struct MergedPageFacts {
    menu: MenuPlace,
    order: Option<u64>,
}

impl Facts for PageFacts {
    const KIND: RecordKind = RecordKind::Page;
    type Merged = MergedPageFacts;

    fn common(&self) -> &CommonFacts {
        &self.common
    }

    fn state(files: &LanguageFiles<'_, Self>, found: &mut Vec<Diagnostic>) -> MergedPageFacts {
        let menu = files.fact("menu", |facts| facts.menu.as_ref(), found);
        let order = files.fact("order", |facts| facts.order.as_ref(), found);
        MergedPageFacts {
            menu: menu.map(|menu| menu.value).unwrap_or_default(),
            order: order.map(|order| order.value),
        }
    }
}

/// Pages, by their ids.
pub(super) fn link(
    merged: &[Arc<MergedWriteUp<PageFacts>>],
    found: &mut Vec<Diagnostic>,
) -> Vec<Page> {
    let mut pages: Vec<Page> = merged
        .iter()
        .filter_map(|page| {
            found.extend_from_slice(&page.diagnostics);
            let (text, stated) = page.shown.as_ref()?;
            Some(Page {
                text: text.clone(),
                links: Links::default(),
                menu: stated.menu,
                order: stated.order,
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
