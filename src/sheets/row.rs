//! Rows: the cells of one row become a gift, with all that has to be asked or is refused.

use jiff::civil;

use super::amount::is_nothing;
use super::asking::asks_not_to_be_named;
use super::choices::Choice;
use super::columns::{Columns, Holds, KnownBy};
use super::field::Field;
use super::gift::Gift;
use super::known::Known;
use super::mapping::Mapping;
use super::newcomers::Newcomers;
use super::patrons::NewPatrons;
use super::reason::{Reading, Reason, Remark};
use super::table::{CellValue, Row};
use super::texts::{localised, with_required};
use super::words::{is_for_office, is_promise};
use super::words_of_rows::is_ditto;
use crate::model::contribution::ContributionStatus;
use crate::model::id::Id;
use crate::model::kind::ProjectId;
use crate::model::lang::{Lang, Localised};
use crate::model::write_up::ProjectStatus;
use crate::names::{Found, Names};

/// What a row is read by.
pub(super) struct RowReader<'a> {
    pub row: &'a Row,
    pub columns: &'a Columns,
    pub mapping: &'a Mapping,
    pub known: &'a Known<'a>,
    pub today: Option<civil::Date>,
    pub usual: Lang,
}

/// What is said of a row.
#[derive(Debug, Default)]
pub(super) struct Sorted {
    pub notes: Vec<Remark>,
    pub doubts: Vec<Remark>,
    pub refusals: Vec<Remark>,
}

/// A status that was read.
#[derive(Debug, Clone, Copy)]
struct ReadStatus {
    status: ContributionStatus,
    /// Whether it has to be written.
    is_written: bool,
    /// Whether the row says it.
    is_said: bool,
}

impl ReadStatus {
    fn said(status: ContributionStatus, usual: ContributionStatus, is_cancelled: bool) -> Self {
        let status = match status {
            // In a project that was cancelled each gift says what it is.
            ContributionStatus::Pledged if is_cancelled => ContributionStatus::Void,
            status => status,
        };
        ReadStatus {
            status,
            is_written: status != usual || is_cancelled,
            is_said: true,
        }
    }
}

/// A row that was read.
pub(super) struct ReadRow {
    /// None if something is missing that every gift has.
    pub gift: Option<Gift>,
    pub newcomers: Newcomers,
    /// By which it is known again.
    pub id: String,
    /// The id that the sheet itself gives to the gift.
    pub stated_id: Option<String>,
    pub remarks: Sorted,
}

impl Sorted {
    /// Nothing but what was taken for granted.
    pub(super) fn noting(remark: Remark) -> Sorted {
        Sorted {
            notes: vec![remark],
            ..Sorted::default()
        }
    }

    /// Takes what was understood, and keeps what is said of the rest.
    pub(super) fn take<T>(&mut self, reading: Reading<T>) -> Option<T> {
        match reading {
            Reading::Nothing => None,
            Reading::Understood(value) => Some(value),
            Reading::Doubtful(remark) => {
                self.doubts.push(remark);
                None
            }
            Reading::Refused(remark) => {
                self.refusals.push(remark);
                None
            }
        }
    }

    pub(super) fn has(&self, field: Field) -> bool {
        let all = self.doubts.iter().chain(&self.refusals);
        all.filter(|remark| remark.field == Some(field)).count() > 0
    }
}

impl RowReader<'_> {
    /// Reads the row. `mark`: by what it is known again.
    pub(super) fn read(&self, mark: &str, patrons: &NewPatrons) -> ReadRow {
        let mut told = Sorted::default();
        self.note_cells(&mut told);
        let project = told.take(self.record(Field::Project, &self.known.projects, |of| {
            self.known.portal.projects[of].text.id.to_string()
        }));
        let place = self.place(project, &mut told);
        let tenge = told.take(self.amount());
        let date = told.take(self.date());
        if date.is_none() && !told.has(Field::Date) {
            told.doubts.push(self.missing(Reason::NoDate, Field::Date));
        }
        let status = self.status(project, &mut told);
        if let (Some(date), Some(today)) = (date, self.today)
            && date.earliest() > today
            && status.is_some_and(|of| of.status == ContributionStatus::Delivered)
        {
            let remark = Remark::of(Reason::Future, date.to_string());
            told.doubts.push(self.in_cell(remark, Field::Date));
        }
        let purpose = match project {
            Some(_) => None,
            None => self.text(Field::Purpose, &mut told),
        };
        // It may be for readers after all.
        let is_asked = self.columns.of(Field::Purpose).any(|column| {
            let text = self.row.cell(column.index).shown();
            asks_not_to_be_named(&text) && self.answer(Field::Consent, &text).is_none()
        });
        if project.is_none() && !told.has(Field::Project) && purpose.is_none() && !is_asked {
            told.doubts
                .push(self.missing(Reason::NoPurpose, Field::Purpose));
        }
        let in_kind = self.text(Field::InKind, &mut told);
        if tenge.is_none() && in_kind.is_none() && !told.has(Field::Amount) {
            told.refusals
                .push(self.missing(Reason::NoAmount, Field::Amount));
        }
        let note = self.text(Field::Note, &mut told);
        let source = self.source(&mut told);
        let (givers, newcomers) = self.givers(place, project, patrons, &mut told);
        let stated_id = self.value(Field::GiftId).map(|(text, _)| text);
        let stated = stated_id.as_deref().and_then(Id::parse);
        let id = stated.map_or_else(|| mark.to_owned(), |id| id.to_string());
        let gift = match (place, date, status) {
            (Some(place), Some(date), Some(read))
                if !givers.is_empty() && (tenge.is_some() || in_kind.is_some()) =>
            {
                Id::parse(&id).map(|id| Gift {
                    id,
                    givers,
                    amount: tenge,
                    date,
                    status: read.status,
                    states_status: read.is_written,
                    says_status: read.is_said,
                    place,
                    purpose,
                    in_kind,
                    source,
                    note,
                })
            }
            _ => None,
        };
        ReadRow {
            gift,
            newcomers,
            id,
            stated_id,
            remarks: told,
        }
    }

    /// The text of a field: from its cell, or what stands for an empty one.
    pub(super) fn value(&self, field: Field) -> Option<(String, Option<usize>)> {
        // A name may stand in the column of any language.
        for column in self.columns.of(field) {
            let value = self.row.cell(column.index);
            let text = value.shown();
            if !value.is_empty() && !is_nothing(&text) {
                return Some((text, Some(column.index)));
            }
        }
        let is_of_list = self.columns.holds == Holds::Patrons && field == Field::Home;
        let default = self.mapping.for_empty(field);
        let default = default.or_else(|| {
            let region = is_of_list.then_some(Field::Region)?;
            self.mapping.for_empty(region)
        })?;
        let column = self.columns.first(field);
        Some((default, column.map(|column| column.index)))
    }

    pub(super) fn in_cell(&self, remark: Remark, field: Field) -> Remark {
        let column = self.columns.first(field).map(|column| column.index);
        remark.in_cell(field, column)
    }

    pub(super) fn missing(&self, reason: Reason, field: Field) -> Remark {
        self.in_cell(Remark::new(reason), field)
    }

    /// What is said of cells for themselves: mistakes of formulas, rival columns, and values that stand in another cell, with which
    /// theirs is merged.
    pub(super) fn note_cells(&self, told: &mut Sorted) {
        let unread = self.columns.all.iter().filter(|of| of.seems_consent);
        let unread = unread.filter(|of| !self.row.cell(of.index).is_empty());
        told.doubts.extend(unread.map(|column| Remark {
            column: Some(column.index),
            ..Remark::of(Reason::UnreadYesNo, column.name())
        }));
        for column in &self.columns.all {
            let (Some(field), Some(cell)) = (column.field, self.row.cells.get(column.index)) else {
                continue;
            };
            let is_read_elsewhere = matches!(field, Field::Amount | Field::Date | Field::Number);
            if let CellValue::Failed(error) = &cell.value
                && !is_read_elsewhere
            {
                let remark = Remark::of(Reason::Formula, error);
                told.refusals
                    .push(remark.in_cell(field, Some(column.index)));
            }
            if field == Field::Amount && column.has_rival && !cell.value.is_empty() {
                let remark = Remark::of(Reason::TwoAmounts, cell.value.shown());
                told.doubts.push(remark.in_cell(field, Some(column.index)));
            }
            if cell.value.is_empty() || field == Field::Number {
                continue;
            }
            let of =
                |reason| Remark::of(reason, cell.value.shown()).in_cell(field, Some(column.index));
            // One sum for several rows is one gift, or their total.
            if field == Field::Amount && (cell.is_merged || cell.spans_rows) {
                told.doubts.push(of(Reason::MergedAmount));
            } else if cell.is_merged {
                told.notes.push(of(Reason::MergedValue));
            }
        }
    }

    /// What an editor answered for a cell.
    pub(super) fn answer(&self, field: Field, text: &str) -> Option<String> {
        self.mapping.meant(field, text)
    }

    /// The record that a cell names.
    pub(super) fn record<T: Copy + PartialEq>(
        &self,
        field: Field,
        names: &Names<T>,
        id: impl Fn(T) -> String,
    ) -> Reading<T> {
        let Some((text, column)) = self.value(field) else {
            return Reading::Nothing;
        };
        let put = |remark: Remark| remark.in_cell(field, column);
        if is_ditto(&text) {
            return Reading::Doubtful(put(Remark::of(Reason::Ditto, text)));
        }
        let answer = self.answer(field, &text);
        let may_be_nothing = matches!(field, Field::District | Field::Object | Field::Home);
        if may_be_nothing && answer.as_deref().is_some_and(says_none) {
            return Reading::Nothing;
        }
        let ids = |all: Vec<T>| all.into_iter().map(&id);
        match names.find(answer.as_ref().unwrap_or(&text)) {
            Found::One(record) => Reading::Understood(record),
            Found::Several(all) => {
                Reading::Doubtful(put(Remark::of(Reason::Several, text).meaning(ids(all))))
            }
            Found::Near(all) => {
                Reading::Doubtful(put(Remark::of(Reason::Near, text).meaning(ids(all))))
            }
            Found::None => {
                let reason = match answer {
                    Some(_) => Reason::BadAnswer,
                    None => Reason::Unknown,
                };
                Reading::Doubtful(put(Remark::of(reason, text)))
            }
        }
    }

    /// The status.
    fn status(&self, project: Option<ProjectId>, told: &mut Sorted) -> Option<ReadStatus> {
        let of_project = project.map(|project| self.known.portal.projects[project].status);
        let is_cancelled = of_project == Some(ProjectStatus::Cancelled);
        let usual = match of_project {
            Some(ProjectStatus::Planned) => ContributionStatus::Pledged,
            Some(ProjectStatus::UnderWay | ProjectStatus::Completed | ProjectStatus::Cancelled)
            | None => ContributionStatus::Delivered,
        };
        let Some((text, column)) = self.value(Field::Status) else {
            return self.promised(usual, is_cancelled, told);
        };
        let text = self.answer(Field::Status, &text).unwrap_or(text);
        let status = Choice::Status.of(&text);
        let status = status.and_then(ContributionStatus::by_word);
        if status.is_none() {
            let remark = Remark::of(Reason::BadStatus, text);
            told.doubts.push(remark.in_cell(Field::Status, column));
        }
        Some(ReadStatus::said(status?, usual, is_cancelled))
    }

    /// The status where no cell is for it: what else stands in the row may say that the gift is still to come.
    fn promised(
        &self,
        usual: ContributionStatus,
        is_cancelled: bool,
        told: &mut Sorted,
    ) -> Option<ReadStatus> {
        let is_delivered = usual == ContributionStatus::Delivered;
        let cells = self.columns.remarks().filter(|_| is_delivered);
        let mut cells = cells.map(|column| (column, self.row.cell(column.index).shown()));
        let Some((column, text)) = cells.find(|(_, text)| is_promise(text)) else {
            return Some(ReadStatus {
                status: usual,
                is_written: is_cancelled,
                is_said: false,
            });
        };
        let answer = self.answer(Field::Status, &text);
        let answer = answer.and_then(|of| Choice::Status.of(&of));
        let status = answer.and_then(ContributionStatus::by_word);
        if status.is_none() {
            let meant = [ContributionStatus::Pledged, ContributionStatus::Delivered];
            let meant = meant.map(|of| of.word().to_owned());
            let remark = Remark::of(Reason::SeemsPledged, text).meaning(meant);
            told.doubts
                .push(remark.in_cell(Field::Status, Some(column.index)));
        }
        Some(ReadStatus::said(status?, usual, is_cancelled))
    }

    /// A text in its languages and in those that the site requires.
    fn text(&self, field: Field, told: &mut Sorted) -> Option<Localised> {
        let cells = localised(field, self.row, self.columns, self.usual);
        // What asks that nobody be named is nothing for readers, and neither is what an office keeps for itself.
        let is_told = |text: &str| !is_nothing(text) && !self.asks_to_stay_unnamed(text);
        let mut cells = cells;
        cells.retain(|(_, text, _)| is_told(text));
        let of_office = cells.extract_if(.., |(_, text, column)| {
            let column = &self.columns.all[*column];
            field == Field::Note && column.by != KnownBy::Mapping && is_for_office(text)
        });
        told.notes.extend(of_office.map(|(_, text, column)| {
            Remark::of(Reason::OfficeNote, text).in_cell(field, Some(column))
        }));
        let texts = cells.into_iter().map(|(lang, text, _)| (lang, text));
        let mut texts: Vec<(Lang, String)> = texts.collect();
        if texts.is_empty() {
            let text = self.mapping.for_empty(field)?;
            texts.push((super::texts::language_of(&text, self.usual), text));
        }
        let (text, is_copied) = with_required(texts, &self.known.portal.site.required);
        if is_copied {
            told.notes
                .push(self.in_cell(Remark::new(Reason::CopiedText), field));
        }
        Some(text)
    }
}

/// Whether an answer says that nothing is meant.
pub(super) fn says_none(answer: &str) -> bool {
    answer == "none" || is_nothing(answer)
}
