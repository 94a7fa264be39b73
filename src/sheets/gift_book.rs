//! The workbook of gifts: an empty one to be filled in, or one with all gifts on record; both are read again by an import.
//!
//! Its first sheet explains the columns and says whether names are in it that must not be published; the second holds the gifts, with
//! checked cells and drop-down lists; the third the patrons; the last the lists. A record is named `Name [id]`, so that no name is taken for another.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime,
    Format, FormatAlign, Formula, Workbook, Worksheet, XlsxError,
};
use strum::VariantArray;

use super::field::Field;
use super::gift_cells::{Cells, Column};
use super::lists::{List, lists};
use crate::locale::Language;
use crate::model::contribution::Contribution;
use crate::model::date::Date;
use crate::model::lang::Lang;
use crate::model::money::MAX_AMOUNT;
use crate::model::portal::Portal;

/// What a workbook is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GiftBook {
    /// To be filled in: no gifts, and only patrons who may be named.
    Empty,
    /// All gifts.
    All,
    /// The gifts of patrons who may be named.
    Public,
}

/// So many rows of a sheet are checked.
const CHECKED_ROWS: u32 = 5_000;

/// The longest text that a message of a cell can have, by the format.
const LONGEST_MESSAGE: usize = 255;

/// The bytes of the workbook, and how many gifts are in it. All texts of records are given to `look` before they are packed, those of a row
/// together.
///
/// # Errors
/// What the writing library could not do.
pub(crate) fn gift_book(
    portal: &Portal,
    what: GiftBook,
    words: &Language,
    look: &mut dyn FnMut(&str),
) -> Result<(Vec<u8>, usize), XlsxError> {
    let writer = Writer {
        portal,
        cells: Cells { portal, words },
        what,
        words,
        head: Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top),
        wrapped: Format::new().set_text_wrap().set_align(FormatAlign::Top),
        day: Format::new().set_num_format("dd.mm.yyyy"),
        amount: Format::new().set_num_format("#,##0"),
    };
    let mut book = Workbook::new();
    book.set_properties(
        &DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?),
    );
    let columns = writer.columns();
    let lists = lists(writer.cells);
    writer.explain(book.add_worksheet(), &columns)?;
    let count = writer.gifts(book.add_worksheet(), &columns, &lists, look)?;
    writer.patrons(book.add_worksheet(), &lists, look)?;
    writer.write_lists(book.add_worksheet(), &lists, look)?;
    book.worksheet_from_index(1)?
        .set_active(what == GiftBook::Empty);
    Ok((book.save_to_buffer()?, count))
}

struct Writer<'a> {
    portal: &'a Portal,
    cells: Cells<'a>,
    what: GiftBook,
    words: &'a Language,
    head: Format,
    wrapped: Format,
    day: Format,
    amount: Format,
}

impl Writer<'_> {
    fn say(&self, id: &str) -> String {
        self.words.messages.format(id, &[]).unwrap_or_default()
    }

    fn columns(&self) -> Vec<Column> {
        let fields = Field::VARIANTS
            .iter()
            .filter(|field| **field != Field::Number);
        let columns = fields.flat_map(|&field| {
            let languages = self.portal.site.languages.iter();
            let of_languages = languages.map(|&lang| Some(lang));
            let all: Vec<Option<Lang>> = match field.is_text() && field != Field::Patron {
                true => of_languages.collect(),
                false => vec![None],
            };
            all.into_iter().map(move |lang| Column { field, lang })
        });
        columns.collect()
    }

    /// The sheet that explains the others.
    fn explain(&self, page: &mut Worksheet, columns: &[Column]) -> Result<(), XlsxError> {
        page.set_name(self.say("sheet-explained"))?;
        page.set_column_width(0, 100)?;
        let mut row = 0;
        let mut line = |text: &str, format: &Format| -> Result<(), XlsxError> {
            page.write_string_with_format(row, 0, text, format)?;
            row += 1;
            Ok(())
        };
        let notice = match self.what {
            GiftBook::All => Some("sheet-private"),
            GiftBook::Public => Some("sheet-public"),
            GiftBook::Empty => None,
        };
        if let Some(notice) = notice {
            line(&self.say(notice), &self.head)?;
        }
        line(&self.say("sheet-how"), &self.wrapped)?;
        let mut told = None;
        for column in columns
            .iter()
            .filter(|column| told.replace(column.field) != Some(column.field))
        {
            for lang in Lang::ALL {
                let (heading, help) = (column.field.heading(lang), column.field.help(lang));
                line(&format!("{heading}: {help}"), &self.wrapped)?;
            }
        }
        Ok(())
    }

    /// The head of a table, with what its cells are checked by.
    fn head(
        &self,
        page: &mut Worksheet,
        columns: &[Column],
        lists: &[List],
    ) -> Result<(), XlsxError> {
        page.set_freeze_panes(1, 0)?;
        for (at, column) in columns.iter().enumerate() {
            let at = at as u16;
            page.write_string_with_format(
                0,
                at,
                column.field.full_heading(column.lang),
                &self.head,
            )?;
            let width = match column.field {
                Field::Patron | Field::Purpose | Field::Project => 36,
                Field::Number | Field::Kind | Field::Consent | Field::Status => 14,
                Field::Home
                | Field::Amount
                | Field::Date
                | Field::Region
                | Field::District
                | Field::Direction
                | Field::Object
                | Field::InKind
                | Field::Source
                | Field::Link
                | Field::Note
                | Field::GiftId => 20,
            };
            page.set_column_width(at, width)?;
            let help: String = column
                .field
                .help(self.words.lang)
                .chars()
                .take(LONGEST_MESSAGE)
                .collect();
            let mut check = DataValidation::new().set_input_message(help)?;
            if let Some(list) = lists
                .iter()
                .position(|list| list.field == column.field && column.lang.is_none())
            {
                let last = lists[list].values.len();
                if last > 0 {
                    let letters = super::table::column_letters(list);
                    let sheet = self.say("sheet-lists");
                    let range = format!("='{sheet}'!${letters}$2:${letters}${}", last + 1);
                    check = check.allow_list_formula(Formula::new(range));
                }
                // Somebody new, or who gave together, is in no list.
                if matches!(column.field, Field::Patron | Field::Project) {
                    check = check.show_error_message(false);
                }
            } else if column.field == Field::Amount {
                check =
                    check.allow_decimal_number(DataValidationRule::Between(1.0, MAX_AMOUNT as f64));
            } else {
                check = check.allow_any_value();
            }
            let check = check.set_error_style(DataValidationErrorStyle::Stop);
            page.add_data_validation(1, at, CHECKED_ROWS, at, &check)?;
            if column.field == Field::Amount {
                page.set_column_format(at, &self.amount)?;
            }
        }
        Ok(())
    }

    /// The sheet of gifts.
    fn gifts(
        &self,
        page: &mut Worksheet,
        columns: &[Column],
        lists: &[List],
        look: &mut dyn FnMut(&str),
    ) -> Result<usize, XlsxError> {
        page.set_name(self.say("sheet-gifts"))?;
        self.head(page, columns, lists)?;
        let gifts = self.portal.contributions.rows().iter();
        let shown = gifts.filter(|gift| self.is_shown(gift));
        let mut count = 0;
        for gift in shown {
            count += 1;
            let texts = columns.iter();
            let texts = texts.filter_map(|column| self.cells.text(*column, gift));
            look(&texts.collect::<Vec<String>>().join("\t"));
            for (at, column) in columns.iter().enumerate() {
                self.cell(page, count as u32, at as u16, *column, gift)?;
            }
        }
        Ok(count)
    }

    /// The sheet of patrons, also of those who gave nothing yet.
    fn patrons(
        &self,
        page: &mut Worksheet,
        lists: &[List],
        look: &mut dyn FnMut(&str),
    ) -> Result<(), XlsxError> {
        page.set_name(self.say("sheet-patrons"))?;
        let languages = self.portal.site.languages.iter();
        let names = std::iter::once(None).chain(languages.map(|&lang| Some(lang)));
        let names = names.map(|lang| (Field::Patron, lang));
        let said = [Field::Kind, Field::Consent, Field::Home].map(|field| (field, None));
        let columns = names.chain(said);
        let columns: Vec<Column> = columns
            .map(|(field, lang)| Column { field, lang })
            .collect();
        self.head(page, &columns, lists)?;
        let patrons = self.portal.patrons.rows().iter();
        let shown = patrons.filter(|patron| match self.what {
            GiftBook::Empty => false,
            GiftBook::All => !patron.record.sample,
            GiftBook::Public => !patron.record.sample && !patron.is_anonymous(),
        });
        for (row, patron) in shown.enumerate() {
            let texts = columns.iter();
            let texts = texts.map(|column| self.cells.of_patron(*column, patron));
            let texts: Vec<String> = texts.map(Option::unwrap_or_default).collect();
            look(&texts.join("\t"));
            for (at, text) in texts
                .iter()
                .enumerate()
                .filter(|(_, text)| !text.is_empty())
            {
                page.write_string(row as u32 + 1, at as u16, text)?;
            }
        }
        Ok(())
    }

    fn is_shown(&self, gift: &Contribution) -> bool {
        let mut givers = gift.patrons.iter();
        match self.what {
            GiftBook::Empty => false,
            GiftBook::All => true,
            GiftBook::Public => givers.all(|&giver| !self.portal.patrons[giver].is_anonymous()),
        }
    }

    fn cell(
        &self,
        page: &mut Worksheet,
        row: u32,
        at: u16,
        column: Column,
        gift: &Contribution,
    ) -> Result<(), XlsxError> {
        if column.field == Field::Amount {
            if let Some(amount) = gift.amount {
                page.write_number_with_format(row, at, amount.0 as f64, &self.amount)?;
            }
            return Ok(());
        }
        if column.field == Field::Date
            && let Date::Day(day) = gift.date
            && let Ok(date) =
                ExcelDateTime::from_ymd(day.year() as u16, day.month() as u8, day.day() as u8)
        {
            page.write_datetime_with_format(row, at, &date, &self.day)?;
            return Ok(());
        }
        if let Some(text) = self
            .cells
            .text(column, gift)
            .filter(|text| !text.is_empty())
        {
            page.write_string(row, at, text)?;
        }
        Ok(())
    }

    fn write_lists(
        &self,
        page: &mut Worksheet,
        lists: &[List],
        look: &mut dyn FnMut(&str),
    ) -> Result<(), XlsxError> {
        page.set_name(self.say("sheet-lists"))?;
        for (at, list) in lists.iter().enumerate() {
            let at = at as u16;
            page.set_column_width(at, 36)?;
            page.write_string_with_format(0, at, list.field.heading(self.words.lang), &self.head)?;
            for (row, value) in list.values.iter().enumerate() {
                look(value);
                page.write_string(row as u32 + 1, at, value)?;
            }
        }
        Ok(())
    }
}
