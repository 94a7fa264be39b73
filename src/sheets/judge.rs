//! Judging: what becomes of each row of a sheet. Every row is understood, known already, doubtful, refused or passed over; none is lost.
//!
//! Takes a book, an editor's mapping and what the portal knows; gives a verdict for each row with its reasons, and what could be
//! written.

use std::collections::HashMap;

use jiff::civil;

use super::amount::is_nothing;
use super::columns::{Columns, Holds, columns, is_repeated_head};
use super::field::Field;
use super::gift::{Gift, Giver, NewPatron};
use super::known::Known;
use super::mapping::{Deal, Mapping};
use super::patrons::NewPatrons;
use super::reason::{Reason, Remark};
use super::row::{RowReader, Sorted};
use super::same::{Same, SeenGifts};
use super::table::{Book, CellValue, Row, Sheet};
use super::texts::language;
use super::verdict::{Brings, State, Verdict};
use super::words::is_total;
use crate::model::lang::Lang;
use crate::names::Found;

/// What an import would do.
pub(crate) struct Import {
    pub book: Book,
    /// What was recognised of each sheet; none of one that holds neither gifts nor patrons.
    pub columns: Vec<Option<Columns>>,
    /// Of every row of every sheet, in order.
    pub rows: Vec<Verdict>,
    pub patrons: Vec<NewPatron>,
}

impl Import {
    /// The gifts of all rows that are understood.
    pub(crate) fn gifts(&self) -> impl Iterator<Item = &Gift> {
        self.rows.iter().filter_map(|row| match &row.brings {
            Some(Brings::Gift(gift)) => Some(&**gift),
            Some(Brings::Patron(_)) | None => None,
        })
    }

    pub(crate) fn count(&self, state: State) -> usize {
        self.rows.iter().filter(|row| row.state == state).count()
    }
}

/// What an import knows besides the sheet.
pub(crate) struct Setting<'a> {
    pub mapping: &'a Mapping,
    /// No gift is delivered after it.
    pub today: Option<civil::Date>,
    /// What ids that tell nothing are drawn from.
    pub chance: u64,
}

/// Judges all rows of a book.
pub(crate) fn judge(book: Book, setting: &Setting<'_>, known: &Known<'_>) -> Import {
    let mut patrons = NewPatrons::new(known, setting.chance);
    let mut seen = SeenGifts::default();
    let mut times = HashMap::new();
    let mut rows = Vec::new();
    let found = book.sheets.iter();
    let found = found.map(|sheet| columns(sheet, setting.mapping, known));
    let found: Vec<Option<Columns>> = found.collect();
    let judges: Vec<Option<Judge<'_>>> = book
        .sheets
        .iter()
        .zip(&found)
        .enumerate()
        .map(|(number, (sheet, columns))| {
            let columns = columns.as_ref()?;
            let usual = setting.mapping.language();
            Some(Judge {
                sheet,
                number,
                columns,
                setting,
                known,
                usual: usual.unwrap_or_else(|| language(sheet, columns)),
            })
        })
        .collect();
    // Who is not to be named by one row is named by none, under none of the names that rows have for him.
    let mut called = Vec::new();
    for judge in judges.iter().flatten() {
        let rows = judge.sheet.rows.iter().enumerate();
        let rows = rows.filter(|(at, row)| !judge.is_head(*at, row));
        for reader in rows.map(|(_, row)| judge.reader(row)) {
            let names = reader.called();
            match reader.forbids_naming() {
                true => names
                    .iter()
                    .flatten()
                    .for_each(|of| patrons.never_name(&of.name)),
                false => called.extend(names.into_iter().filter(|of| of.len() > 1)),
            }
        }
    }
    patrons.never_name_those(called, known);
    for ((at, sheet), judge) in book.sheets.iter().enumerate().zip(&judges) {
        match judge {
            None => rows.extend(sheet.rows.iter().map(|row| {
                let reason = match row.is_blank() {
                    true => Reason::Blank,
                    false => Reason::NoTable,
                };
                skipped(at, row, reason)
            })),
            Some(judge) => rows.extend(judge.all(&mut patrons, &mut seen, &mut times)),
        }
    }
    Import {
        columns: found,
        rows,
        patrons: patrons.into_all(),
        book,
    }
}

fn skipped(sheet: usize, row: &Row, reason: Reason) -> Verdict {
    Verdict {
        sheet,
        row: row.number,
        state: State::Skipped,
        remarks: vec![Remark::new(reason)],
        brings: None,
    }
}

/// The judge of one sheet.
struct Judge<'a> {
    sheet: &'a Sheet,
    number: usize,
    columns: &'a Columns,
    setting: &'a Setting<'a>,
    known: &'a Known<'a>,
    /// The language that the sheet is mostly in.
    usual: Lang,
}

impl Judge<'_> {
    /// `times`: how many rows of the book with the same cells were judged.
    fn all(
        &self,
        patrons: &mut NewPatrons,
        seen: &mut SeenGifts,
        times: &mut HashMap<String, usize>,
    ) -> Vec<Verdict> {
        let rows = self.sheet.rows.iter().enumerate();
        rows.map(|(at, row)| match self.passed_over(at, row) {
            Some(reason) => skipped(self.number, row, reason),
            None => {
                let cells = self.cells(row);
                let nth = times.entry(cells.clone()).or_default();
                *nth += 1;
                let origin = format!("{cells}\u{1f}{nth}");
                match self.columns.holds {
                    Holds::Gifts => self.verdict(row, &origin, patrons, seen),
                    Holds::Patrons => self.verdict_on_patron(row, patrons),
                }
            }
        })
        .collect()
    }

    /// What stands in the cells that tell something: by it the row is known again, wherever it stands the next time and whatever columns
    /// were added or moved.
    fn cells(&self, row: &Row) -> String {
        let mut telling: Vec<String> = Vec::new();
        for column in &self.columns.all {
            let Some(field) = column.field else { continue };
            let text = row.cell(column.index).shown();
            if matches!(field, Field::Number | Field::GiftId) || is_nothing(&text) {
                continue;
            }
            let lang = column.lang.map_or("", Lang::code);
            if !text.is_empty() {
                telling.push(format!("{}.{lang}={text}", field.word()));
            }
        }
        telling.sort();
        telling.join("\u{1f}")
    }

    /// Whether a row is the head, or stands above it, or repeats it.
    fn is_head(&self, at: usize, row: &Row) -> bool {
        let above = [Reason::BeforeHead, Reason::Head, Reason::RepeatedHead];
        self.passed_over(at, row)
            .is_some_and(|reason| above.contains(&reason))
    }

    /// Why a row holds no gift, if it does not.
    fn passed_over(&self, at: usize, row: &Row) -> Option<Reason> {
        if row.is_blank() {
            return Some(Reason::Blank);
        }
        if let Some(head) = self.columns.head {
            if at < head {
                return Some(Reason::BeforeHead);
            }
            if at < head + self.columns.head_rows {
                return Some(Reason::Head);
            }
            if is_repeated_head(row, self.sheet, self.columns) {
                return Some(Reason::RepeatedHead);
            }
        }
        let filled: Vec<&CellValue> = row
            .cells
            .iter()
            .filter(|cell| !cell.value.is_empty())
            .map(|cell| &cell.value)
            .collect();
        if is_numbering(&filled) {
            return Some(Reason::Numbering);
        }
        if row.is_hidden && self.setting.mapping.hidden() == Some(Deal::Skip) {
            return Some(Reason::Hidden);
        }
        if self.is_sum(row) {
            return Some(Reason::TotalRow);
        }
        // One text alone across the sheet.
        let first = filled.first()?.shown();
        let is_alone = filled.iter().all(|value| value.shown() == first);
        let is_region = is_alone && matches!(self.known.regions.find(&first), Found::One(_));
        is_region.then_some(Reason::Section)
    }

    /// Whether a row sums others up: its first words say so, behind its number, and it tells of no giver, no project and no date.
    fn is_sum(&self, row: &Row) -> bool {
        let texts = row.cells.iter().filter_map(|cell| match &cell.value {
            CellValue::Text(text) => Some(text),
            CellValue::Empty | CellValue::Number(_) | CellValue::Day(_) | CellValue::Failed(_) => {
                None
            }
        });
        let mut telling = texts.filter(|text| text.contains(char::is_alphabetic));
        let Some(total) = telling.next().filter(|text| is_total(text)) else {
            return false;
        };
        let telling = [
            Field::Patron,
            Field::Kind,
            Field::Consent,
            Field::Home,
            Field::Project,
            Field::Date,
        ];
        let mut columns = telling.into_iter().flat_map(|of| self.columns.of(of));
        columns.all(|column| match row.cell(column.index) {
            CellValue::Text(text) => text == total || is_nothing(text),
            CellValue::Empty | CellValue::Failed(_) => true,
            CellValue::Number(_) | CellValue::Day(_) => column.field != Some(Field::Date),
        })
    }

    fn reader<'r>(&'r self, row: &'r Row) -> RowReader<'r> {
        RowReader {
            row,
            columns: self.columns,
            mapping: self.setting.mapping,
            known: self.known,
            today: self.setting.today,
            usual: self.usual,
        }
    }

    fn verdict(
        &self,
        row: &Row,
        origin: &str,
        patrons: &mut NewPatrons,
        seen: &mut SeenGifts,
    ) -> Verdict {
        let read = self.reader(row).read(origin, patrons);
        let mut told = read.remarks;
        let mut state = self.state(row, &mut told);
        let mut gift = read.gift;
        let takes_repeats = self.setting.mapping.repeats() == Some(Deal::Take);
        let mut same = seen.by_id(
            row.number,
            &read.id,
            gift.as_ref(),
            read.stated_id.as_deref(),
            self.known,
        );
        if same.is_none()
            && let Some(of) = &mut gift
        {
            let has_newcomers = !read.newcomers.is_empty();
            if state == State::Understood {
                read.newcomers.settle(&mut of.givers, patrons);
                patrons.also_calls(&of.givers, &self.reader(row).called());
            }
            if state == State::Understood || !has_newcomers {
                same = Some(seen.same(of, row.number, self.known));
            }
        }
        match same {
            // What is on record needs no answer.
            Some(Same::Known) => {
                state = State::Known;
                told = Sorted::noting(Reason::Known);
            }
            Some(Same::Asked(remark)) if remark.reason == Reason::Changed || !takes_repeats => {
                told.doubts.push(remark);
                if state == State::Understood {
                    state = State::Doubtful;
                }
            }
            Some(Same::Asked(_) | Same::New) | None => {}
        }
        let gift = gift.filter(|_| state == State::Understood);
        self.told(row, state, told, gift.map(Box::new).map(Brings::Gift))
    }

    /// The verdict on a row of a list of patrons.
    fn verdict_on_patron(&self, row: &Row, patrons: &mut NewPatrons) -> Verdict {
        let (mut listed, newcomers, mut told) = self.reader(row).read_patron(patrons);
        let mut state = self.state(row, &mut told);
        let mut brings = None;
        if state == State::Understood {
            let is_new = !newcomers.is_empty();
            newcomers.settle(&mut listed, patrons);
            patrons.also_calls(&listed, &self.reader(row).called());
            match listed.first() {
                Some(Giver::New(number)) if is_new => brings = Some(Brings::Patron(*number)),
                Some(Giver::New(_)) => {
                    state = State::Known;
                    told = Sorted::noting(Reason::ListedBefore);
                }
                Some(Giver::Known(_)) | None => {
                    state = State::Known;
                    told = Sorted::noting(Reason::KnownPatron);
                }
            }
        }
        self.told(row, state, told, brings)
    }

    fn state(&self, row: &Row, told: &mut Sorted) -> State {
        if row.is_hidden && self.setting.mapping.hidden() != Some(Deal::Take) {
            told.doubts.push(Remark::new(Reason::Hidden));
        }
        match (told.refusals.is_empty(), told.doubts.is_empty()) {
            (false, _) => State::Refused,
            (true, false) => State::Doubtful,
            (true, true) => State::Understood,
        }
    }

    fn told(&self, row: &Row, state: State, mut told: Sorted, brings: Option<Brings>) -> Verdict {
        // What was taken for granted matters where it is written.
        if matches!(state, State::Doubtful | State::Refused) {
            told.notes.clear();
        }
        let remarks = told.refusals.into_iter().chain(told.doubts);
        Verdict {
            sheet: self.number,
            row: row.number,
            state,
            remarks: remarks.chain(told.notes).collect(),
            brings,
        }
    }
}

/// Whether a row numbers the columns: 1, 2, 3, …
fn is_numbering(filled: &[&CellValue]) -> bool {
    let number = |value: &CellValue| match value {
        CellValue::Number(number) => Some(*number),
        CellValue::Text(text) => text.parse::<u8>().ok().map(f64::from),
        CellValue::Empty | CellValue::Day(_) | CellValue::Failed(_) => None,
    };
    let follow = filled
        .iter()
        .enumerate()
        .all(|(at, value)| number(value) == Some(at as f64 + 1.0));
    filled.len() >= 3 && follow
}
