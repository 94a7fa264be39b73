//! The table of contributions: what was delivered, pledged and taken back, a row each.
//!
//! Their order is that of all lists, the newest first, which is made of what readers see.

use smol_str::SmolStr;

use super::givers;
use crate::data::cell::Cell;
use crate::data::column::{ColumnType, Enumeration};
use crate::data::published::Data;
use crate::data::relation::Relation;
use crate::data::row_ids::{ContributionRows, GivenIds};
use crate::model::contribution::{Annotation, Contribution, ContributionSource, SourceAddress};
use crate::model::index::{ContributionId, TableIndex};
use crate::plan::address::quote;
use crate::plan::data::DataTable;

pub(in crate::data) fn contributions() -> Relation<ContributionId> {
    let mut table = Relation::new(|data| rows(data).order.clone());
    let text = ColumnType::Text;
    table
        .id("id", |data, row| Some(rows(data).ids[row.index()].as_str()))
        .called("column-row-id")
        .key()
        .derived();
    table
        .date("date", |data, row| Some(contribution(data, row).date))
        .required();
    table
        .word("status", Enumeration::ContributionStatus, |data, row| {
            Some(contribution(data, row).status.word())
        })
        .called("column-contribution-status")
        .required();
    table
        .word("kind", Enumeration::ContributionKind, |data, row| {
            let in_kind = contribution(data, row).in_kind.is_some();
            Some(if in_kind { "in-kind" } else { "money" })
        })
        .called("column-contribution-kind")
        .required();
    table.cell("amount", ColumnType::Amount, |data, row| {
        Cell::amount(contribution(data, row).amount)
    });
    table
        .word("giver", Enumeration::Giver, |data, row| {
            Some(givers::word(data, *row))
        })
        .required();
    table
        .id("patron_id", |data, row| {
            givers::named_id(data, givers::sole(data, *row)?)
        })
        .to(DataTable::Patrons);
    table
        .cell("patron_ids", ColumnType::Ids, |data, row| {
            Cell::text(Some(givers::ids(data, *row)))
        })
        .required();
    table
        .in_languages("patron_name", text, |data, row, lang| {
            givers::names(data, *row, lang)
        })
        .derived();
    table.word("patron_kind", Enumeration::PatronKind, |data, row| {
        let patron = givers::sole(data, *row)?;
        Some(data.portal.patrons[patron].record.kind.word())
    });
    table.region("home_region", |data, row| {
        let patron = givers::sole(data, *row)?;
        Some(data.portal.patrons[patron].region)
    });
    table
        .id("project_id", |data, row| {
            let project = contribution(data, row).project?;
            Some(data.portal.projects[project].text.id.as_str())
        })
        .to(DataTable::Projects);
    table
        .in_languages("project_title", text, |data, row, lang| {
            let project = contribution(data, row).project;
            let text = project.map(|project| &data.portal.projects[project].text);
            let version = text.and_then(|text| text.versions.get(lang).as_deref());
            Cell::text(version.map(|version| version.title.as_str()))
        })
        .derived();
    table
        .region("region", |data, row| Some(contribution(data, row).region))
        .required();
    table.district(|data, row| {
        let of = contribution(data, row);
        Some((of.region, of.district?))
    });
    table
        .direction(|data, row| Some(contribution(data, row).direction))
        .required();
    table.object_kind(|data, row| contribution(data, row).object);
    table.localised("in_kind", |data, row| {
        contribution(data, row).in_kind.as_deref()
    });
    table.localised("purpose", |data, row| {
        contribution(data, row).purpose.as_deref()
    });
    table.localised("note", |data, row| annotation(data, row)?.note.as_ref());
    table.localised("source_title", |data, row| Some(&source(data, row)?.title));
    table.cell("source_url", ColumnType::Url, |data, row| {
        let address = source(data, row).map(|source| match &source.at {
            SourceAddress::Web(url) => url.clone(),
            SourceAddress::File(path) => data.absolute(&quote(path)),
        });
        Cell::text(address)
    });
    table.date("source_date", |data, row| source(data, row)?.date);
    table.date("withdrawn", |data, row| annotation(data, row)?.withdrawn);
    table.boolean("sample", |data, row| {
        let of = contribution(data, row);
        let patrons = &data.portal.patrons;
        of.project
            .is_some_and(|project| data.portal.projects[project].text.sample)
            || of
                .patrons
                .iter()
                .any(|&patron| patrons[patron].record.sample)
    });
    table
}

fn contribution<'a>(data: &Data<'a>, row: &ContributionId) -> &'a Contribution {
    &data.portal.contributions[*row]
}

fn annotation<'a>(data: &Data<'a>, row: &ContributionId) -> Option<&'a Annotation> {
    contribution(data, row).annotation.as_deref()
}

fn source<'a>(data: &Data<'a>, row: &ContributionId) -> Option<&'a ContributionSource> {
    annotation(data, row)?.source.as_ref()
}

/// All contributions in the order of the table, and the ids of their rows.
fn rows<'a>(data: &Data<'a>) -> &'a ContributionRows {
    data.row_ids.contributions.get_or_init(|| {
        let all = data.portal.contributions.indices();
        let order = data.indexes.newest_first(data.portal, all);
        let table = contributions();
        let mut given = GivenIds::with_room(order.len());
        let own = order.iter().filter_map(|&of| own_id(data, of));
        own.for_each(|id| given.reserve(id.into()));
        let mut ids = vec![SmolStr::default(); order.len()];
        for &of in &order {
            ids[of.index()] = match own_id(data, of) {
                Some(id) => id.into(),
                None => given.give(table.digest(data, &of).id()),
            };
        }
        ContributionRows { order, ids }
    })
}

/// The id that an editor gave it: of a gift of which all givers may be named.
fn own_id<'a>(data: &Data<'a>, of: ContributionId) -> Option<&'a str> {
    let contribution = &data.portal.contributions[of];
    let mut patrons = contribution.patrons.iter();
    let all_named = patrons.all(|&patron| givers::named(data, patron).is_some());
    let id = contribution.annotation.as_ref()?.id.as_ref()?;
    all_named.then(|| id.as_str())
}
