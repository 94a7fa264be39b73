//! The title of a page for search engines and browser tabs, which no other page of the language has.
//!
//! Namesakes, which are rare, are told apart by where they are, else by when they were, else by their id.

use std::collections::HashMap;

use super::titles::{title_of, title_of_list};
use super::view::{Text, View};
use crate::plan::Page;

/// The title of a page as no other page of the language has it.
pub(super) fn document_title<'a>(view: &View<'a>, page: Page) -> Text<'a> {
    let title = title_of(view, page);
    if let Page::Contributions(listed) = page {
        let beside = listed.beside();
        return match distinction(view, beside) {
            Some(_) => title_of_list(view, listed, &document_title(view, beside).text),
            None => title,
        };
    }
    match distinction(view, page) {
        Some(distinction) => Text {
            text: format!("{}, {distinction}", title.text).into(),
            lang: title.lang,
        },
        None => title,
    }
}

/// What tells a page from its namesakes. A district always says where it is.
fn distinction(view: &View<'_>, page: Page) -> Option<String> {
    let namesakes = view.sorted.namesakes(|| namesakes(view));
    match page {
        Page::District(..) => namesakes
            .get(&page)
            .cloned()
            .or_else(|| place_or_time(view, page)),
        _ => namesakes.get(&page).cloned(),
    }
}

/// The pages whose title others have as well, each with what tells it apart. Pages for frames of other sites are found by nobody.
fn namesakes(view: &View<'_>) -> HashMap<Page, String> {
    let mut first_of: ahash::HashMap<_, Page> = ahash::HashMap::default();
    let mut alike: HashMap<Page, Vec<Page>> = HashMap::new();
    for page in view.routes.pages_in(view.lang()) {
        if matches!(page, Page::Contributions(_) | Page::Embed(_)) {
            continue;
        }
        let first = *first_of.entry(title_of(view, page).text).or_insert(page);
        if first != page {
            alike.entry(first).or_insert_with(|| vec![first]).push(page);
        }
    }
    let told = alike
        .into_values()
        .flat_map(|pages| told_apart(view, &pages));
    told.collect()
}

/// Pages of one title, each with what only it has.
fn told_apart(view: &View<'_>, pages: &[Page]) -> Vec<(Page, String)> {
    let told = pages.iter().map(|&page| place_or_time(view, page));
    let told: Vec<Option<String>> = told.collect();
    let is_own = |of: &&String| told.iter().flatten().filter(|other| other == of).count() == 1;
    let own = pages.iter().zip(&told).filter_map(|(&page, of)| {
        let by_id = || Some(view.portal.row(page.record()?).id().to_string());
        let own = of.as_ref().filter(is_own).cloned();
        Some((page, own.or_else(by_id)?))
    });
    own.collect()
}

/// Where the record of a page is, or when it was.
fn place_or_time(view: &View<'_>, page: Page) -> Option<String> {
    let portal = view.portal;
    let date = |date| view.language.locale.date(date);
    let region = |region| view.region(region).text.into_owned();
    Some(match page {
        Page::District(of, _) => region(of),
        Page::Patron(patron) => region(portal.patrons[patron].region),
        Page::Project(project) => region(portal.projects[project].region),
        Page::News(news) => date(portal.news[news].date),
        Page::Award(award) => date(portal.awards[award].record.date),
        _ => return None,
    })
}
