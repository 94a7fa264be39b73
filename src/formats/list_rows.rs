//! CSV of a list of projects or of patrons: exactly its entries, in its order, in the page's language, with what was given.
//!
//! The columns are those of the tables of open data that a reader has use for, under their titles; a text that is not
//! translated is in the language that stands in for it, as on the page. Where a page adds up only a part of what a project
//! received, that part stands last. Form: as of all tables of pages.

use super::contribution_rows::{amount_titles, languages, shown};
use super::csv::{line, sum};
use crate::data::{Column, GivenProject, ReadersColumns, words};
use crate::model::axis::{Giver, Key};
use crate::model::kind::{PatronId, ProjectId};
use crate::pages::cards::sums_of_key;
use crate::pages::list_entries::{joint_piece, patrons};
use crate::pages::view::View;
use crate::plan::Page;

/// The columns of projects, by their names without a language.
const PROJECT: [&str; 14] = [
    "id",
    "title",
    "url",
    "region_name",
    "district_name",
    "direction_name",
    "object_kind_name",
    "status",
    "started",
    "completed",
    "cancelled",
    "delivered_amount",
    "pledged_amount",
    "sample",
];

/// The columns of patrons; what they gave stands behind these.
const PATRON: [&str; 6] = ["id", "name", "url", "kind", "region_name", "sample"];

/// The rows of the projects that a page lists.
pub(crate) fn project_rows(view: &View<'_>, page: Page) -> String {
    let (key, of) = match page {
        Page::Year(year) => (Some(Key::Year(year)), year.to_string()),
        Page::Patron(patron) => {
            let name = view.text(&view.portal.patrons[patron].record.name);
            let key = Key::Patron(Giver::Named(patron));
            (Some(key), name.text.into_owned())
        }
        _ => (None, String::new()),
    };
    let mut heads = titles(view, &project_columns(view).columns);
    if key.is_some() {
        heads.extend(amount_titles(view).map(|title| format!("{title} ({of})")));
    }
    let mut text = String::from('\u{feff}');
    line(&heads, &mut text);
    let put = |project: ProjectId| {
        text.push_str(view.rows.project_csv(view.lang(), project));
        if let Some(key) = key {
            let here = sums_of_key(view.portal, project, key);
            for total in [&here.delivered, &here.pledged] {
                text.push(',');
                text.push_str(&sum(total.shown()));
            }
        }
        text.push_str("\r\n");
    };
    match page {
        Page::Projects => view.portal.projects.indices().for_each(put),
        _ => view.indexes.projects_on(page).iter().copied().for_each(put),
    }
    text
}

/// The row of a project, which is in many lists, without the end of its line.
pub(crate) fn project_csv(
    view: &View<'_>,
    columns: &ReadersColumns<GivenProject>,
    project: ProjectId,
) -> String {
    let row = GivenProject::new(view.portal, project);
    let mut text = String::new();
    line(&cells(view, columns, &row), &mut text);
    text.truncate(text.trim_end_matches("\r\n").len());
    text
}

/// The rows of all patrons who may be named.
pub(crate) fn patron_rows(view: &View<'_>) -> String {
    let columns = ReadersColumns::of_patrons(&PATRON, languages(view));
    let mut heads = titles(view, &columns.columns);
    heads.extend(words::OF_PATRONS.map(|message| words::word(view.lang(), message)));
    let mut text = String::from('\u{feff}');
    line(&heads, &mut text);
    for &patron in patrons(view) {
        let mut row = cells(view, &columns, &patron);
        row.extend(given(view, patron));
        line(&row, &mut text);
    }
    text
}

/// What the list of patrons says of what one gave.
fn given(view: &View<'_>, patron: PatronId) -> [String; words::OF_PATRONS.len()] {
    let alone = view.totals.giver(Giver::Named(patron));
    let joint = joint_piece(view, patron);
    let contributions = joint.delivered.contributions + joint.pledged.contributions;
    [
        sum(alone.delivered.shown()),
        sum(alone.pledged.shown()),
        sum(joint.delivered.amount),
        sum(joint.pledged.amount),
        contributions.to_string(),
        view.indexes.patron(patron).len().to_string(),
    ]
}

pub(crate) fn project_columns(view: &View<'_>) -> ReadersColumns<GivenProject> {
    ReadersColumns::of_projects(&PROJECT, languages(view))
}

fn titles(view: &View<'_>, columns: &[Column]) -> Vec<String> {
    let titles = columns.iter().map(|column| column.title(view.lang()));
    titles.collect()
}

fn cells<R: 'static>(view: &View<'_>, columns: &ReadersColumns<R>, row: &R) -> Vec<String> {
    let said = columns.row(&view.data(), row);
    let cells = columns.columns.iter().zip(&said);
    cells
        .map(|(column, cell)| shown(column, cell, view.lang()))
        .collect()
}
