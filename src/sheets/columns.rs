//! Columns: which row is the head of a table, and what each column holds.
//!
//! A heading says it, else what stands in most of the cells; an editor's mapping goes before both.

use super::amount::amount;
use super::choices::is_yes_or_no;
use super::column_cells::{holds, is_mostly, looks_like};
use super::date::date;
use super::field::Field;
use super::known::Known;
use super::mapping::{Mapping, Told};
use super::reason::Reading;
use super::table::{CellValue, Row, Sheet, column_letters};
use super::unit::Unit;
use super::words::{Heading, heading, unit};
use crate::model::lang::Lang;

/// The head of a table stands in the first rows.
const LAST_HEAD: usize = 30;

/// So many rows are looked at to see what a column holds.
const LOOKED_AT: usize = 200;

/// The columns of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Columns {
    /// The index of the head among the rows, if there is one.
    pub head: Option<usize>,
    /// How many rows the head takes: merged cells can make it two.
    pub head_rows: usize,
    pub all: Vec<Column>,
    pub holds: Holds,
}

/// What the rows of a sheet hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    Gifts,
    /// A list of patrons, without what they gave.
    Patrons,
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Column {
    pub index: usize,
    pub heading: String,
    /// None if it is not read.
    pub field: Option<Field>,
    pub lang: Option<Lang>,
    pub unit: Unit,
    pub by: KnownBy,
    /// Another column could be meant as well.
    pub has_rival: bool,
    /// It is not read, and its cells say yes or no: perhaps whether somebody may be named.
    pub seems_consent: bool,
}

impl Column {
    /// Its heading, or else its letters: by either an editor says what it holds.
    pub(super) fn name(&self) -> String {
        match self.heading.is_empty() {
            true => column_letters(self.index),
            false => self.heading.clone(),
        }
    }
}

/// How a column was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KnownBy {
    Mapping,
    Heading,
    Cells,
    Nothing,
}

impl KnownBy {
    /// The key of the message's selector.
    pub(crate) fn word(self) -> &'static str {
        match self {
            KnownBy::Mapping => "mapping",
            KnownBy::Heading => "heading",
            KnownBy::Cells => "cells",
            KnownBy::Nothing => "nothing",
        }
    }
}

impl Columns {
    /// The columns of a field, with their languages.
    pub(super) fn of(&self, field: Field) -> impl Iterator<Item = &Column> {
        self.all
            .iter()
            .filter(move |column| column.field == Some(field))
    }

    /// The column of a field.
    pub(super) fn first(&self, field: Field) -> Option<&Column> {
        self.of(field).next()
    }

    /// The columns of texts in which anything may be remarked; also those that were not recognised, unless an editor said that they are
    /// not wanted.
    pub(super) fn remarks(&self) -> impl Iterator<Item = &Column> {
        self.all.iter().filter(|column| match column.field {
            Some(Field::Note | Field::Purpose | Field::InKind | Field::Source) => true,
            Some(_) => false,
            None => column.by != KnownBy::Mapping,
        })
    }

    fn has(&self, field: Field) -> bool {
        self.first(field).is_some()
    }

    /// Whether the head tells of patrons, and nothing of what they gave.
    fn is_list_of_patrons(&self) -> bool {
        let of_gifts = [
            Field::Amount,
            Field::InKind,
            Field::Date,
            Field::Status,
            Field::Direction,
            Field::Object,
            Field::Purpose,
            Field::Project,
        ];
        let of_patrons = [Field::Home, Field::Kind, Field::Consent];
        // With a region alone, what is not understood may be what they gave.
        let is_unread =
            |column: &Column| column.by == KnownBy::Nothing && !column.heading.is_empty();
        let is_of_region = self.has(Field::Region) && !self.all.iter().any(is_unread);
        self.head.is_some()
            && self.has(Field::Patron)
            && (is_of_region || of_patrons.into_iter().any(|field| self.has(field)))
            && !of_gifts.into_iter().any(|field| self.has(field))
    }

    /// The same as a list of patrons: a region is their own there, and what else could be said of a gift is not read.
    fn of_patrons(mut self) -> Columns {
        self.holds = Holds::Patrons;
        let has_home = self.has(Field::Home);
        for column in &mut self.all {
            column.field = column.field.and_then(|field| match field {
                Field::Region => (!has_home).then_some(Field::Home),
                field => (field.is_of_patron() || field == Field::Number).then_some(field),
            });
        }
        self
    }
}

/// The columns of a sheet; none if it holds neither gifts nor patrons.
pub(super) fn columns(sheet: &Sheet, mapping: &Mapping, known: &Known<'_>) -> Option<Columns> {
    let head = head(sheet, mapping);
    let width = sheet.rows.iter().map(|row| row.cells.len()).max()?;
    let head_rows = match head {
        Some(head) if is_head_of_two(sheet, head) => 2,
        Some(_) => 1,
        None => 0,
    };
    let title = |column: usize| {
        let rows = sheet.rows.iter().skip(head?).take(head_rows);
        let mut texts: Vec<String> = rows.map(|row| row.cell(column).shown()).collect();
        texts.retain(|text| !text.is_empty());
        texts.dedup();
        Some(texts.join(" "))
    };
    let mut all: Vec<Column> = (0..width)
        .map(|index| {
            let text = title(index).unwrap_or_default();
            column(index, text, mapping)
        })
        .collect();
    keep_the_surest(&mut all);
    let rows = sheet
        .rows
        .iter()
        .skip(head.map_or(0, |head| head + head_rows));
    let rows: Vec<&Row> = rows.filter(|row| !row.is_blank()).take(LOOKED_AT).collect();
    let mut columns = Columns {
        head,
        head_rows,
        all,
        holds: Holds::Gifts,
    };
    for field in [
        Field::Amount,
        Field::Date,
        Field::Region,
        Field::Direction,
        Field::Patron,
    ] {
        if columns.has(field) {
            continue;
        }
        let free = columns
            .all
            .iter_mut()
            .filter(|column| column.field.is_none() && column.by == KnownBy::Nothing);
        for column in free {
            if holds(&rows, column.index, |value| looks_like(field, value, known)) {
                column.field = Some(field);
                column.by = KnownBy::Cells;
                break;
            }
        }
    }
    for column in &mut columns.all {
        column.seems_consent = column.by == KnownBy::Nothing
            && is_mostly(&rows, column.index, |value| is_yes_or_no(&value.shown()));
    }
    let is_of_gifts = (columns.has(Field::Patron) || columns.has(Field::Project))
        && (columns.has(Field::Amount) || columns.has(Field::InKind));
    if is_of_gifts {
        return Some(columns);
    }
    columns.is_list_of_patrons().then(|| columns.of_patrons())
}

fn column(index: usize, text: String, mapping: &Mapping) -> Column {
    let unit = unit(&text, mapping.unit());
    let (field, lang, by) = match (mapping.column(&text, index), heading(&text)) {
        (Some(Told::Field(field, lang)), _) => (Some(field), lang, KnownBy::Mapping),
        (Some(Told::Nothing), _) => (None, None, KnownBy::Mapping),
        (None, Some(found)) => (Some(found.field), found.lang, KnownBy::Heading),
        (None, None) => (None, None, KnownBy::Nothing),
    };
    Column {
        index,
        heading: text,
        field,
        lang,
        unit,
        by,
        has_rival: false,
        seems_consent: false,
    }
}

/// Of several columns for one field the one is read that is recognised most surely, then the first.
fn keep_the_surest(all: &mut [Column]) {
    let sure = all.iter().map(|column| match column.by {
        KnownBy::Mapping => usize::MAX,
        KnownBy::Heading | KnownBy::Cells | KnownBy::Nothing => {
            heading(&column.heading).map_or(0, |found| found.score)
        }
    });
    let sure: Vec<usize> = sure.collect();
    for at in 0..all.len() {
        // Of consent every column counts: «Согласие» and «Анонимно» beside it.
        let Some(field) = all[at].field.filter(|field| *field != Field::Consent) else {
            continue;
        };
        let of_one = |other: &Column| other.field == Some(field) && other.lang == all[at].lang;
        let (mut is_beaten, mut has_rival) = (false, false);
        for (place, _) in all.iter().enumerate().filter(|(_, other)| of_one(other)) {
            is_beaten |= sure[place] > sure[at] || sure[place] == sure[at] && place < at;
            has_rival |= sure[place] == sure[at] && place != at;
        }
        if is_beaten {
            all[at].field = None;
            // It is told, and no guess is made of it.
            all[at].by = KnownBy::Heading;
        } else {
            all[at].has_rival |= has_rival;
        }
    }
}

/// Whether merged cells make one head of two rows.
fn is_head_of_two(sheet: &Sheet, head: usize) -> bool {
    let (Some(first), Some(second)) = (sheet.rows.get(head), sheet.rows.get(head + 1)) else {
        return false;
    };
    let goes_on = second.cells.iter().enumerate().any(|(column, cell)| {
        cell.is_merged && !cell.value.is_empty() && cell.value == *first.cell(column)
    });
    let is_split = first.cells.iter().any(|cell| cell.is_merged)
        && !headings(second, &Mapping::default()).is_empty();
    is_of_texts(second) && (goes_on || is_split)
}

/// The row that heads most columns.
fn head(sheet: &Sheet, mapping: &Mapping) -> Option<usize> {
    let rating = |row: &Row| {
        let headed = headings(row, mapping);
        let has = |fields: &[Field]| headed.iter().any(|field| fields.contains(field));
        let is_head = has(&[Field::Patron, Field::Project, Field::Amount])
            && headed.len() >= 2
            && is_of_texts(row);
        if is_head { headed.len() } else { 0 }
    };
    let mut best = (0, None);
    for (at, row) in sheet.rows.iter().enumerate().take(LAST_HEAD) {
        let rated = rating(row);
        if rated > best.0 {
            best = (rated, Some(at));
        }
    }
    best.1
}

/// Whether nothing in a row is an amount, a number or a date, as something is in every gift.
fn is_of_texts(row: &Row) -> bool {
    let mut values = row.cells.iter().map(|cell| &cell.value);
    values.all(|value| match value {
        CellValue::Empty => true,
        CellValue::Text(text) => {
            let has_digits = text.contains(|letter: char| letter.is_ascii_digit());
            let is_amount = || !matches!(amount(value, Unit::Tenge), Reading::Refused(_));
            let is_date = || !matches!(date(value), Reading::Refused(_));
            !has_digits || !is_amount() && !is_date()
        }
        CellValue::Number(_) | CellValue::Day(_) | CellValue::Failed(_) => false,
    })
}

/// The different fields that the cells of a row head.
fn headings(row: &Row, mapping: &Mapping) -> Vec<Field> {
    let mut found = Vec::new();
    for (at, cell) in row.cells.iter().enumerate() {
        let CellValue::Text(text) = &cell.value else {
            continue;
        };
        // Letters of columns say nothing of rows.
        let told = mapping.column(text, usize::MAX - 1);
        let field = match told {
            Some(Told::Field(field, _)) => Some(field),
            Some(Told::Nothing) => None,
            None => heading(text).map(|Heading { field, .. }| field),
        };
        if let Some(field) = field.filter(|field| !found.contains(field))
            && !row.cells[at].is_merged
        {
            found.push(field);
        }
    }
    found
}

/// Whether a row below the head is a head again. What is only like one may be a gift, and is read as that.
pub(super) fn is_repeated_head(row: &Row, sheet: &Sheet, columns: &Columns) -> bool {
    let heads = columns.head.map(|head| head..head + columns.head_rows);
    let same = |head: usize| {
        let Some(head) = sheet.rows.get(head) else {
            return 0;
        };
        let cells = head.cells.iter().enumerate();
        let same = cells.filter(|(column, cell)| {
            let text = cell.value.shown().to_lowercase();
            !text.is_empty() && text == row.cell(*column).shown().to_lowercase()
        });
        same.count()
    };
    heads.into_iter().flatten().any(|head| same(head) >= 2)
}
