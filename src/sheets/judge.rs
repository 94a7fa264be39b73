//! Judging: what becomes of each row of a sheet. Every row is understood, known already, doubtful, refused or passed over; none is lost.
//!
//! Takes a book, an editor's mapping and what the portal knows; gives a verdict for each row with its reasons, and what could be
//! written.

use std::collections::HashMap;

use jiff::civil;

use super::amount::is_nothing;
use super::asked::{Asked, answer_name};
use super::columns::{Columns, Holds, columns};
use super::field::Field;
use super::gift::Giver;
use super::known::Known;
use super::mapping::{Deal, Mapping};
use super::outcome::Import;
use super::passed_over::Headed;
use super::patrons::NewPatrons;
use super::reason::{Reason, Remark};
use super::row::{RowReader, Sorted};
use super::same::{Same, SeenGifts};
use super::table::{Book, Row};
use super::texts::language;
use super::verdict::{Brings, State, Verdict};
use crate::model::contribution::IMPORTED;
use crate::model::lang::Lang;

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
                of: Headed {
                    sheet,
                    columns,
                    known,
                },
                number,
                setting,
                usual: usual.unwrap_or_else(|| language(sheet, columns)),
            })
        })
        .collect();
    let pass = |seen: SeenGifts| {
        let mut pass = Pass {
            patrons: patrons_of(&judges, setting, known),
            seen,
            times: HashMap::new(),
        };
        let mut rows = Vec::new();
        for ((at, sheet), judge) in book.sheets.iter().enumerate().zip(&judges) {
            match judge {
                None => rows.extend(sheet.rows.iter().map(|row| {
                    let reason = match row.is_blank() {
                        true => Reason::Blank,
                        false => Reason::NoTable,
                    };
                    skipped(at, row, Remark::new(reason), None)
                })),
                Some(judge) => rows.extend(judge.all(&mut pass)),
            }
        }
        (rows, pass)
    };
    // Which rows of former imports are not here any more is known at the end alone.
    let (mut rows, mut last) = pass(SeenGifts::default());
    let seen = std::mem::take(&mut last.seen).again(known);
    if seen.misses_some() {
        (rows, last) = pass(seen);
    }
    let unused = setting.mapping.unused(&book);
    let asked = Asked::of(&book, &found, &rows);
    let unmatched = asked.unmatched(setting.mapping);
    let is_slip = |said: &String| {
        unused
            .iter()
            .any(|(field, value)| *said == answer_name(*field, value))
    };
    Import {
        unmatched: unmatched
            .into_iter()
            .filter(|said| !is_slip(said))
            .collect(),
        gone: last.seen.gone(known),
        unused: unused
            .iter()
            .map(|(field, value)| (*field, (*value).to_owned()))
            .collect(),
        directions: directions(known),
        columns: found,
        rows,
        patrons: last.patrons.into_all(),
        book,
    }
}

/// No new patrons yet, but what all rows say of those who come.
fn patrons_of(
    judges: &[Option<Judge<'_>>],
    setting: &Setting<'_>,
    known: &Known<'_>,
) -> NewPatrons {
    let mut patrons = NewPatrons::new(known, setting.chance);
    // Who is not to be named by one row is named by none, under none of the names that rows have for him.
    let mut called = Vec::new();
    for judge in judges.iter().flatten() {
        let rows = judge.of.sheet.rows.iter().enumerate();
        let rows = rows.filter(|(at, row)| !judge.of.is_head(*at, row));
        for reader in rows.map(|(_, row)| judge.reader(row)) {
            let names = reader.called();
            names
                .iter()
                .flatten()
                .for_each(|of| patrons.organisations.note(&of.text));
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
    patrons
}

/// The ids of the directions, where a line can hold them.
fn directions(known: &Known<'_>) -> Vec<String> {
    const FEW: usize = 12;
    let all = known.portal.directions.rows().iter();
    let ids: Vec<String> = all.map(|of| of.id.to_string()).collect();
    if ids.len() > FEW { Vec::new() } else { ids }
}

/// `mark`: of a row that could be answered for.
fn skipped(sheet: usize, row: &Row, remark: Remark, mark: Option<String>) -> Verdict {
    Verdict {
        sheet,
        row: row.number,
        state: State::Skipped,
        remarks: vec![remark],
        brings: None,
        mark,
    }
}

/// What was met of a book so far.
struct Pass {
    patrons: NewPatrons,
    seen: SeenGifts,
    /// How many rows have the same cells, and the first of them that is not left out for being hidden.
    times: HashMap<String, (usize, Option<u32>)>,
}

/// The judge of one sheet.
struct Judge<'a> {
    of: Headed<'a>,
    number: usize,
    setting: &'a Setting<'a>,
    /// The language that the sheet is mostly in.
    usual: Lang,
}

impl Judge<'_> {
    fn all(&self, pass: &mut Pass) -> Vec<Verdict> {
        let rows = self.of.sheet.rows.iter().enumerate();
        rows.map(|(at, row)| {
            let mapping = self.setting.mapping;
            if let Some(remark) = self.of.passed_over(at, row) {
                return skipped(self.number, row, remark, None);
            }
            let cells = self.cells(row);
            // The mark of a row is the same whatever is answered for the rows before it.
            let (nth, first) = pass.times.entry(cells.clone()).or_default();
            *nth += 1;
            let mark = mark(&format!("{cells}\u{1f}{nth}"));
            if row.is_hidden && mapping.hidden() == Some(Deal::Skip) {
                let remark = Remark::new(Reason::HiddenLeftOut);
                return skipped(self.number, row, remark, Some(mark));
            }
            let repeats = *first;
            first.get_or_insert(row.number);
            if mapping.row(&mark) == Some(Deal::Skip) {
                let remark = Remark::new(Reason::LeftOut);
                return skipped(self.number, row, remark, Some(mark));
            }
            let marked = Marked { row, mark, repeats };
            match self.of.columns.holds {
                Holds::Gifts => self.verdict(&marked, pass),
                Holds::Patrons => self.verdict_on_patron(&marked, &mut pass.patrons),
            }
        })
        .collect()
    }

    /// What stands in the cells that tell something: by it the row is known again, wherever it stands the next time and whatever columns
    /// were added or moved.
    fn cells(&self, row: &Row) -> String {
        let mut telling: Vec<String> = Vec::new();
        for column in &self.of.columns.all {
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

    fn reader<'r>(&'r self, row: &'r Row) -> RowReader<'r> {
        RowReader {
            row,
            columns: self.of.columns,
            mapping: self.setting.mapping,
            known: self.of.known,
            today: self.setting.today,
            usual: self.usual,
        }
    }

    fn verdict(&self, marked: &Marked<'_>, pass: &mut Pass) -> Verdict {
        let known = self.of.known;
        let number = marked.row.number;
        let reader = self.reader(marked.row);
        let read = reader.read(&marked.mark, &pass.patrons);
        let mut told = read.remarks;
        let mut state = self.state(marked, &mut told);
        let mut gift = read.gift;
        let (seen, stated) = (&mut pass.seen, read.stated_id.as_deref());
        let mut same = seen.by_id(number, &read.id, gift.as_ref(), stated, known);
        if same.is_none() {
            same = gift.as_ref().and_then(|of| {
                let is_settled = read.newcomers.is_empty();
                let same = is_settled.then(|| seen.same(of, number, known));
                match same {
                    Some(Same::Known | Same::Asked(_, None)) => same,
                    None | Some(Same::New | Same::Asked(..)) => seen.alike(of, known).or(same),
                }
            });
            if let (None | Some(Same::New), Some(first)) = (&same, marked.repeats)
                && state != State::Understood
            {
                same = Some(Same::repeated(first));
            }
        }
        let deal = match &same {
            Some(Same::Asked(remark, _)) => self.deal(marked, remark.reason),
            Some(Same::New | Same::Known) | None => Some(Deal::Take),
        };
        let is_taken = state == State::Understood && deal.is_some_and(|deal| deal != Deal::Skip);
        let of = gift.as_mut().filter(|_| is_taken);
        match (of, &same) {
            (_, Some(Same::Known)) => {}
            (Some(of), _) => {
                let has_newcomers = !read.newcomers.is_empty();
                read.newcomers.settle(&mut of.givers, &mut pass.patrons);
                pass.patrons.also_calls(&of.givers, &reader.called());
                if has_newcomers {
                    pass.seen.same(of, number, known);
                }
            }
            (None, _) => pass.patrons.expect(read.newcomers.names()),
        }
        let mut corrects = None;
        match (same, deal) {
            // What is on record needs no answer.
            (Some(Same::Known), _) => {
                state = State::Known;
                told = Sorted::noting(Remark::new(Reason::Known));
            }
            (Some(Same::Asked(..)), Some(Deal::Skip)) => {
                state = State::Skipped;
                told = Sorted::noting(Remark::new(Reason::LeftOut));
            }
            (Some(Same::Asked(remark, found)), Some(Deal::Correct)) => {
                corrects = found;
                told.notes.push(Remark {
                    changes: remark.changes,
                    ..Remark::of(Reason::Corrects, remark.value)
                });
            }
            (Some(Same::Asked(remark, _)), None) => {
                told.doubts.push(remark);
                if state == State::Understood {
                    state = State::Doubtful;
                }
            }
            (Some(Same::Asked(..) | Same::New) | None, _) => {}
        }
        let gift = gift.filter(|_| state == State::Understood).map(Box::new);
        let brings = gift.map(|gift| match corrects {
            Some(record) => Brings::Correction(gift, record),
            None => Brings::Gift(gift),
        });
        self.told(marked, state, told, brings)
    }

    /// What an editor said of a row that may be another one.
    fn deal(&self, marked: &Marked<'_>, reason: Reason) -> Option<Deal> {
        let mapping = self.setting.mapping;
        let of_row = mapping.row(&marked.mark);
        match reason {
            Reason::Changed => None,
            Reason::Alike => of_row.or(mapping.alike()),
            // Too much differs for one answer to all of them: another gift would be written over.
            Reason::AlikeSince => of_row,
            Reason::PerhapsKnown => of_row.or(mapping.repeats()),
            // Nothing is there to be corrected.
            _ => of_row
                .or(mapping.repeats())
                .filter(|deal| *deal != Deal::Correct),
        }
    }

    /// The verdict on a row of a list of patrons.
    fn verdict_on_patron(&self, marked: &Marked<'_>, patrons: &mut NewPatrons) -> Verdict {
        let reader = self.reader(marked.row);
        let (mut listed, newcomers, mut told) = reader.read_patron(patrons);
        let mut state = self.state(marked, &mut told);
        let mut brings = None;
        if state == State::Understood {
            let is_new = !newcomers.is_empty();
            newcomers.settle(&mut listed, patrons);
            patrons.also_calls(&listed, &reader.called());
            match listed.first() {
                Some(Giver::New(number)) if is_new => brings = Some(Brings::Patron(*number)),
                Some(Giver::New(_)) => {
                    state = State::Known;
                    told = Sorted::noting(Remark::new(Reason::ListedBefore));
                }
                Some(Giver::Known(_)) | None => {
                    state = State::Known;
                    told = Sorted::noting(Remark::new(Reason::KnownPatron));
                }
            }
        } else {
            patrons.expect(newcomers.names());
        }
        self.told(marked, state, told, brings)
    }

    fn state(&self, marked: &Marked<'_>, told: &mut Sorted) -> State {
        let mapping = self.setting.mapping;
        let deal = mapping.row(&marked.mark).or(mapping.hidden());
        if marked.row.is_hidden && deal.is_none() {
            told.doubts.push(Remark::new(Reason::Hidden));
        }
        match (told.refusals.is_empty(), told.doubts.is_empty()) {
            (false, _) => State::Refused,
            (true, false) => State::Doubtful,
            (true, true) => State::Understood,
        }
    }

    fn told(
        &self,
        marked: &Marked<'_>,
        state: State,
        mut told: Sorted,
        brings: Option<Brings>,
    ) -> Verdict {
        // What was taken for granted matters where it is written.
        if matches!(state, State::Doubtful | State::Refused) {
            told.notes.clear();
        }
        let remarks = told.refusals.into_iter().chain(told.doubts);
        Verdict {
            sheet: self.number,
            row: marked.row.number,
            state,
            remarks: remarks.chain(told.notes).collect(),
            brings,
            mark: Some(marked.mark.clone()),
        }
    }
}

/// A row that may hold a gift.
struct Marked<'r> {
    row: &'r Row,
    /// By what it is known again.
    mark: String,
    /// The first of the rows that have the same cells.
    repeats: Option<u32>,
}

/// The mark of a row by what stands in it.
fn mark(origin: &str) -> String {
    let digest = blake3::hash(origin.as_bytes()).to_hex();
    format!("{IMPORTED}{}", &digest[..12])
}
