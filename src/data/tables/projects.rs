//! The table of projects, with what was given for each.

use crate::data::cell::Cell;
use crate::data::column::{ColumnType, Enumeration};
use crate::data::published::Data;
use crate::data::relation::Relation;
use crate::model::kind::ProjectId;
use crate::model::money::Amount;
use crate::model::portal::Portal;
use crate::model::write_up::Project;
use crate::plan::Page;
use crate::totals::sum;

/// A project, and what was delivered and pledged for it: the amount, the contributions, and those of them without an amount.
pub(crate) struct GivenProject {
    project: ProjectId,
    sums: [(Amount, usize, usize); 2],
}

impl GivenProject {
    pub(crate) fn new(portal: &Portal, project: ProjectId) -> GivenProject {
        let contributions = portal.projects[project].contributions.iter();
        let sums = sum(portal, contributions.copied());
        let [delivered, pledged] = [&sums.delivered, &sums.pledged];
        GivenProject {
            project,
            sums: [delivered, pledged]
                .map(|of| (of.shown(), of.contributions.len(), of.without_amount)),
        }
    }
}

pub(in crate::data) fn projects() -> Relation<GivenProject> {
    let mut table = Relation::new(rows);
    table
        .id("id", |data, row| Some(project(data, row).text.id.as_str()))
        .key();
    for name in ["title", "summary"] {
        table.in_languages(name, ColumnType::Text, move |data, row, lang| {
            let version = project(data, row).text.versions.get(lang).as_deref();
            Cell::text(version.and_then(|version| match name {
                "title" => Some(version.title.as_str()),
                _ => version.summary.as_deref(),
            }))
        });
    }
    table
        .page(|_, row| Some(Page::Project(row.project)))
        .required();
    table
        .word("status", Enumeration::ProjectStatus, |data, row| {
            Some(project(data, row).status.word())
        })
        .called("column-project-status")
        .required();
    table
        .region("region", |data, row| Some(project(data, row).region))
        .required();
    table.district(|data, row| {
        let of = project(data, row);
        Some((of.region, of.district?))
    });
    table
        .direction(|data, row| Some(project(data, row).direction))
        .required();
    table.object_kind(|data, row| project(data, row).object);
    table.date("started", |data, row| project(data, row).started);
    table.date("completed", |data, row| project(data, row).completed);
    table.date("cancelled", |data, row| project(data, row).cancelled);
    table
        .localised("reason", |data, row| project(data, row).reason.as_ref())
        .called("column-cancelled-reason");
    table.cell("beneficiaries", ColumnType::Integer, |data, row| {
        Cell::integer(project(data, row).beneficiaries)
    });
    table.cell("latitude", ColumnType::Decimal, |data, row| {
        let at = project(data, row).location;
        at.map_or(Cell::Empty, |at| Cell::Decimal(at.latitude))
    });
    table.cell("longitude", ColumnType::Decimal, |data, row| {
        let at = project(data, row).location;
        at.map_or(Cell::Empty, |at| Cell::Decimal(at.longitude))
    });
    for (nth, status) in ["delivered", "pledged"].into_iter().enumerate() {
        table.cell(
            &format!("{status}_amount"),
            ColumnType::Amount,
            move |_, row| Cell::amount(row.sums[nth].0.or_zero()),
        );
        table
            .cell(
                &format!("{status}_contributions"),
                ColumnType::Integer,
                move |_, row| Cell::count(row.sums[nth].1),
            )
            .required();
        table
            .cell(
                &format!("{status}_without_amount"),
                ColumnType::Integer,
                move |_, row| Cell::count(row.sums[nth].2),
            )
            .required();
    }
    table.boolean("sample", |data, row| project(data, row).text.sample);
    table
}

fn project<'a>(data: &Data<'a>, row: &GivenProject) -> &'a Project {
    &data.portal.projects[row.project]
}

fn rows(data: &Data<'_>) -> Vec<GivenProject> {
    let projects = data.portal.projects.indices();
    let rows = projects.map(|project| GivenProject::new(data.portal, project));
    rows.collect()
}
