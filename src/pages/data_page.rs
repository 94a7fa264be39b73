//! The page of open data: what each table and column holds, where the files are, how to cite them, and recipes whose result
//! is a figure of the portal.

use serde::Serialize;

use super::data_recipes::{RecipePiece, recipes};
use super::folded::folded_below;
use super::kind::{Frame, Kind, Reach};
use super::newest;
use super::prose::{Prose, write_up};
use super::view::View;
use crate::data::{Column, columns, count};
use crate::model::date::Date;
use crate::model::edition::Edition;
use crate::model::kind::PageId;
use crate::model::lang::Lang;
use crate::model::money::Tenge;
use crate::plan::Page;
use crate::plan::data::{DataFile, DataTable, RECORDS};

use strum::VariantArray;

pub(super) struct DataKind(pub Option<PageId>);

impl Kind for DataKind {
    type Values<'a> = DataPage<'a>;

    fn frame(&self) -> Frame {
        Frame::new("data", "data", Some(Page::Home), Reach::Indexed)
    }

    fn values<'a>(&self, view: &View<'a>, _: usize) -> DataPage<'a> {
        let portal = view.portal;
        DataPage {
            tables: DataTable::VARIANTS
                .iter()
                .map(|&table| table_piece(view, table))
                .collect(),
            workbook: view.url_of(&DataFile::Workbook.address()),
            package: view.url_of(&DataFile::Package.address()),
            grants: DataFile::grants(portal).map(|file| view.url_of(&file.address())),
            edition: view.edition(),
            newest: newest_record(view).map(|date| date.to_string()),
            url: view.absolute(&Page::data(portal).address(portal, view.lang())),
            delivered: view.totals.whole.delivered.shown().known(),
            recipes: recipes(view),
            records: RECORDS.map(|table| records_piece(view, table)).into(),
            prose: self.0.map(|page| {
                let of = &portal.pages[page];
                folded_below(write_up(view, Page::data(portal), &of.text, &of.links))
            }),
        }
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct DataPage<'a> {
    tables: Vec<TablePiece>,
    /// All tables in one XLSX.
    workbook: String,
    /// What all files are, as a Data Package.
    package: String,
    /// Delivered contributions in the shape of 360Giving; none where none has an amount and a day.
    grants: Option<String>,
    /// A word that changes when a record does.
    edition: &'a Edition,
    /// The day of the newest record of all tables, by which the data is cited.
    newest: Option<String>,
    /// The whole address of this page, by which the data is cited.
    url: String,
    /// What was delivered in all: the result of the recipes; none where no amount is known.
    delivered: Option<Tenge>,
    recipes: Vec<RecipePiece>,
    /// The files of whole records, whose addresses stay.
    records: Vec<RecordsPiece>,
    /// The text of `content/pages/open-data`, if the site has one.
    prose: Option<Prose<'a>>,
}

/// The latest day of all that is published but prose.
fn newest_record(view: &View<'_>) -> Option<Date> {
    let portal = view.portal;
    let given = newest::of_contributions(portal, &view.totals.whole.delivered.contributions);
    let projects = portal.projects.iter();
    let projects = projects.filter_map(|(_, of)| newest::of_project(portal, of));
    let figures = portal.figures.iter();
    let figures = figures.filter_map(|(_, of)| newest::of_figure(of));
    let awards = portal.awards.iter().map(|(_, of)| of.record.date);
    let corrections = portal.corrections.iter().map(|(_, of)| of.record.date);
    let others = projects.chain(figures).chain(awards).chain(corrections);
    given.max(others.max())
}

/// A file of whole records.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "DataRecords"))]
struct RecordsPiece {
    url: String,
    /// Its address without the site's path, as texts name it: `/data/v1/projects.json`.
    address: String,
    title: String,
}

/// A table of open data.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "DataTable"))]
struct TablePiece {
    /// As files and other tables have it: `contributions`.
    name: &'static str,
    title: String,
    about: String,
    rows: usize,
    csv: String,
    json: String,
    /// What the columns of the CSV are, as CSVW.
    csvw: String,
    /// The parts of the table for data.egov.kz.
    egov: Vec<String>,
    columns: Vec<ColumnPiece>,
}

/// A column of a table; those that there are in each language are one.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "DataColumn"))]
struct ColumnPiece {
    /// Its name, or its names in the languages of the site.
    names: Vec<String>,
    title: String,
    about: String,
    /// What its cells are, in words.
    of: String,
    /// No cell is empty.
    required: bool,
    /// It belongs to the primary key.
    key: bool,
    /// The table whose ids its cells are.
    refers_to: Option<&'static str>,
    /// The words that it can hold, each with what it means.
    values: Vec<(&'static str, String)>,
}

fn records_piece(view: &View<'_>, table: DataTable) -> RecordsPiece {
    let address = DataFile::Records(table).address();
    RecordsPiece {
        url: view.url_of(&address),
        title: table.title(view.lang()),
        address: format!("/{address}"),
    }
}

fn table_piece(view: &View<'_>, table: DataTable) -> TablePiece {
    let lang = view.lang();
    let columns = columns(table, &view.portal.site.languages);
    let groups =
        columns.chunk_by(|a, b| a.lang.is_some() && b.lang.is_some() && a.message == b.message);
    TablePiece {
        name: table.name(),
        title: table.title(lang),
        about: table.description(lang),
        rows: count(&view.data(), table),
        csv: view.url_of(&DataFile::Csv(table).address()),
        json: view.url_of(&DataFile::Json(table).address()),
        csvw: view.url_of(&DataFile::Csvw(table).address()),
        egov: DataFile::egov(table, view.portal)
            .map(|file| view.url_of(&file.address()))
            .collect(),
        columns: groups.map(|of| column_piece(of, lang)).collect(),
    }
}

fn column_piece(group: &[Column], lang: Lang) -> ColumnPiece {
    let of = &group[0];
    let enumeration = of.enumeration();
    let values = enumeration.map_or(Vec::new(), |words| {
        let values = words.values().into_iter();
        values
            .map(|value| (value, words.meaning(value, lang)))
            .collect()
    });
    ColumnPiece {
        names: group.iter().map(|column| column.name.clone()).collect(),
        title: match group {
            [only] => only.title(lang),
            _ => of.title_alone(lang),
        },
        about: of.description(lang),
        of: of.of.meaning(lang),
        required: of.is_required,
        key: of.is_key,
        refers_to: of.reference.map(|to| to.table.name()),
        values,
    }
}
