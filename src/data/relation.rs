//! How a table of open data is declared: its columns one after another, each with how its cell is made of a row.
//!
//! Columns and cells are one list, so that no row can have other cells than the table has columns.

use std::ops::Range;

use super::cell::Cell;
use super::column::{Column, ColumnType, Enumeration, Reference};
use super::published::Data;
use super::row_ids::RowDigest;
use crate::model::date::Date;
use crate::model::lang::{Lang, Localised};
use crate::plan::Page;
use crate::plan::data::DataTable;

type Make<R> = Box<dyn for<'a> Fn(&Data<'a>, &R, Lang) -> Cell<'a> + Send + Sync>;

/// A column, or one for each language of the site.
struct Field<R> {
    name: String,
    of: ColumnType,
    is_localised: bool,
    is_required: bool,
    is_key: bool,
    /// The row's own, not a label of a record that it names.
    is_own: bool,
    reference: Option<Reference>,
    /// Its message, if that is not the one of all columns of its name.
    message: Option<&'static str>,
    make: Make<R>,
}

/// A table whose rows are told by an `R`: a small value, of which the cells are made when they are asked for.
pub(super) struct Relation<R> {
    fields: Vec<Field<R>>,
    rows: for<'a> fn(&Data<'a>) -> Vec<R>,
}

/// The columns that were added last, to be told more of.
pub(super) struct Added<'a, R>(&'a mut [Field<R>]);

impl<R> Added<'_, R> {
    /// No cell is empty.
    pub(super) fn required(self) -> Self {
        self.0.iter_mut().for_each(|field| field.is_required = true);
        self
    }

    /// It belongs to the primary key.
    pub(super) fn key(self) -> Self {
        self.0.iter_mut().for_each(|field| field.is_key = true);
        self.required()
    }

    /// It belongs to the primary key, and is empty where another column of the key says that there is none.
    pub(super) fn key_where_any(self) -> Self {
        self.0.iter_mut().for_each(|field| field.is_key = true);
        self
    }

    /// It is made of other columns, or a label of a record that another column names.
    pub(super) fn derived(self) -> Self {
        self.0.iter_mut().for_each(|field| field.is_own = false);
        self
    }

    /// Its cells are ids of a table.
    pub(super) fn to(self, table: DataTable) -> Self {
        self.refers(Reference {
            table,
            column: "id",
            with: None,
        })
    }

    /// Its cells are part of a key of a table.
    pub(super) fn refers(self, reference: Reference) -> Self {
        let fields = self.0.iter_mut();
        fields.for_each(|field| field.reference = Some(reference));
        self
    }

    /// It has a message of its own: other tables have another column of its name. Of a date and its precision it is the
    /// date's.
    pub(super) fn called(self, message: &'static str) -> Self {
        self.0[0].message = Some(message);
        self
    }
}

impl<R: 'static> Relation<R> {
    pub(super) fn new(rows: for<'a> fn(&Data<'a>) -> Vec<R>) -> Relation<R> {
        Relation {
            fields: Vec::new(),
            rows,
        }
    }

    fn add(&mut self, name: impl Into<String>, of: ColumnType, make: Make<R>) -> Added<'_, R> {
        self.fields.push(Field {
            name: name.into(),
            of,
            is_localised: false,
            is_required: false,
            is_key: false,
            is_own: true,
            reference: None,
            message: None,
            make,
        });
        self.last(1)
    }

    fn last(&mut self, count: usize) -> Added<'_, R> {
        let start = self.fields.len() - count;
        Added(&mut self.fields[start..])
    }

    /// A column of any type.
    pub(super) fn cell(
        &mut self,
        name: &str,
        of: ColumnType,
        make: impl for<'a> Fn(&Data<'a>, &R) -> Cell<'a> + Send + Sync + 'static,
    ) -> Added<'_, R> {
        self.add(name, of, Box::new(move |data, row, _| make(data, row)))
    }

    pub(super) fn id(
        &mut self,
        name: &str,
        make: impl for<'a> Fn(&Data<'a>, &R) -> Option<&'a str> + Send + Sync + 'static,
    ) -> Added<'_, R> {
        self.cell(name, ColumnType::Id, move |data, row| {
            Cell::text(make(data, row))
        })
    }

    pub(super) fn word(
        &mut self,
        name: &str,
        of: Enumeration,
        make: impl Fn(&Data<'_>, &R) -> Option<&'static str> + Send + Sync + 'static,
    ) -> Added<'_, R> {
        let of = ColumnType::Enumeration(of);
        self.cell(name, of, move |data, row| Cell::text(make(data, row)))
    }

    pub(super) fn boolean(
        &mut self,
        name: &str,
        make: impl Fn(&Data<'_>, &R) -> bool + Send + Sync + 'static,
    ) -> Added<'_, R> {
        self.cell(name, ColumnType::Boolean, move |data, row| {
            Cell::Boolean(make(data, row))
        })
        .required()
    }

    /// A date, and how exactly it is known.
    pub(super) fn date(
        &mut self,
        name: &str,
        make: impl Fn(&Data<'_>, &R) -> Option<Date> + Copy + Send + Sync + 'static,
    ) -> Added<'_, R> {
        self.cell(name, ColumnType::Date, move |data, row| {
            Cell::date(make(data, row))
        });
        let precision = format!("{name}_precision");
        self.cell(
            &precision,
            ColumnType::Enumeration(Enumeration::DatePrecision),
            move |data, row| {
                let word = |date| match date {
                    Date::Day(_) => "day",
                    Date::Month(..) => "month",
                    Date::Year(_) => "year",
                };
                Cell::text(make(data, row).map(word))
            },
        )
        .called("column-date-precision");
        self.last(2)
    }

    /// A column for each language, whatever makes its text.
    pub(super) fn in_languages(
        &mut self,
        name: &str,
        of: ColumnType,
        make: impl for<'a> Fn(&Data<'a>, &R, Lang) -> Cell<'a> + Send + Sync + 'static,
    ) -> Added<'_, R> {
        self.add(name, of, Box::new(make));
        let added = self.last(1);
        added.0[0].is_localised = true;
        added
    }

    /// A text in exactly the language of each column.
    pub(super) fn localised(
        &mut self,
        name: &str,
        make: impl for<'a> Fn(&Data<'a>, &R) -> Option<&'a Localised> + Send + Sync + 'static,
    ) -> Added<'_, R> {
        self.in_languages(name, ColumnType::Text, move |data, row, lang| {
            Cell::text(make(data, row).and_then(|text| text.exact(lang)))
        })
    }

    /// The names of a record that the row names by its id.
    pub(super) fn label(
        &mut self,
        name: &str,
        make: impl for<'a> Fn(&Data<'a>, &R) -> Option<&'a Localised> + Send + Sync + 'static,
    ) -> Added<'_, R> {
        let added = self.localised(name, make);
        added.0[0].is_own = false;
        added
    }

    /// The address of a page in each language.
    pub(super) fn page(
        &mut self,
        make: impl Fn(&Data<'_>, &R) -> Option<Page> + Send + Sync + 'static,
    ) -> Added<'_, R> {
        self.in_languages("url", ColumnType::Url, move |data, row, lang| {
            Cell::text(make(data, row).map(|page| data.url(page, lang)))
        })
    }

    /// The column that is added next, once it is: to be told more of after others.
    pub(super) fn next(&self) -> usize {
        self.fields.len()
    }

    /// A column by its place.
    pub(super) fn column(&mut self, at: usize) -> Added<'_, R> {
        Added(&mut self.fields[at..=at])
    }
}

/// A table, whatever tells its rows.
pub(super) trait AnyRelation {
    fn columns(&self, languages: &[Lang]) -> Vec<Column>;

    /// How many rows it has.
    fn count(&self, data: &Data<'_>) -> usize;

    /// The cells of these rows, in the order of the columns.
    fn each_row<'a>(&self, data: &Data<'a>, of: Range<usize>, put: &mut dyn FnMut(&[Cell<'a>]));
}

impl<R: 'static> AnyRelation for Relation<R> {
    fn columns(&self, languages: &[Lang]) -> Vec<Column> {
        let fields = self.fields.iter().flat_map(|field| {
            let languages = field.languages(languages);
            languages.into_iter().map(|lang| field.column(lang))
        });
        fields.collect()
    }

    fn count(&self, data: &Data<'_>) -> usize {
        (self.rows)(data).len()
    }

    fn each_row<'a>(&self, data: &Data<'a>, of: Range<usize>, put: &mut dyn FnMut(&[Cell<'a>])) {
        let mut cells = Vec::new();
        for row in (self.rows)(data).into_iter().skip(of.start).take(of.len()) {
            cells.clear();
            for field in &self.fields {
                field.cells(data, &row, |cell| cells.push(cell));
            }
            put(&cells);
        }
    }
}

impl<R: 'static> Relation<R> {
    /// The columns of these names, without a language.
    pub(super) fn find(&self, names: &[&str]) -> Vec<usize> {
        let place = |name: &&str| self.fields.iter().position(|field| field.name == **name);
        names.iter().filter_map(place).collect()
    }

    /// What a row says in some columns, where a text is in the first of these languages that has one.
    pub(super) fn said<'a>(
        &self,
        data: &Data<'a>,
        row: &R,
        (columns, languages): (&[usize], &[Lang]),
    ) -> Vec<Cell<'a>> {
        let said = columns.iter().map(|&column| {
            let field = &self.fields[column];
            let all = languages.iter().map(|&lang| (field.make)(data, row, lang));
            let mut stated = all.filter(|cell| *cell != Cell::Empty);
            stated.next().unwrap_or(Cell::Empty)
        });
        said.collect()
    }

    /// The column of each of these, without a language.
    pub(super) fn columns_at(&self, columns: &[usize]) -> Vec<Column> {
        let fields = columns.iter().map(|&column| &self.fields[column]);
        fields.map(|field| field.column(None)).collect()
    }

    /// The digest of what a row shows of its own: names of the records that it refers to are not in it.
    pub(super) fn digest(&self, data: &Data<'_>, row: &R) -> RowDigest {
        let mut digest = RowDigest::default();
        for field in self.fields.iter().filter(|field| field.is_own) {
            field.cells(data, row, |cell| digest.add(&cell));
        }
        digest
    }
}

impl<R> Field<R> {
    /// The languages that it has a column for; none of its own has a single one.
    fn languages(&self, languages: &[Lang]) -> Vec<Option<Lang>> {
        match self.is_localised {
            true => languages.iter().copied().map(Some).collect(),
            false => vec![None],
        }
    }

    fn column(&self, lang: Option<Lang>) -> Column {
        let message = match self.message {
            Some(message) => message.to_owned(),
            None => format!("column-{}", self.name.replace('_', "-")),
        };
        Column {
            name: match lang {
                Some(lang) => format!("{}_{lang}", self.name),
                None => self.name.clone(),
            },
            lang,
            of: self.of,
            is_required: self.is_required,
            is_key: self.is_key,
            reference: self.reference,
            message,
        }
    }

    fn cells<'a>(&self, data: &Data<'a>, row: &R, mut put: impl FnMut(Cell<'a>)) {
        match self.is_localised {
            true => {
                let languages = data.languages().iter();
                languages.for_each(|&lang| put((self.make)(data, row, lang)));
            }
            false => put((self.make)(data, row, data.portal.site.default_language)),
        }
    }
}
