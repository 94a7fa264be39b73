//! Who gave, by a row: known patrons, those of rows before, and newcomers with what the row says of them.

use super::choices::Choice;
use super::gift::Giver;
use super::known::Where;
use super::names::name_of;
use super::newcomers::{Newcomer, Newcomers};
use super::patrons::{Named, NewPatrons, SaidOfPatron};
use super::reason::{Reason, Remark};
use super::row::{RowReader, Sorted};
use super::texts::{language_of, localised, with_required};
use super::words::{Field, is_ditto};
use crate::model::kind::{ProjectId, RegionId};
use crate::model::lang::Lang;
use crate::model::patron::{Consent, PatronKind};

impl RowReader<'_> {
    /// What the row says of its patron.
    fn said(&self, told: &mut Sorted) -> SaidOfPatron {
        let mut choice = |field, choice: Choice, reason| {
            let (text, column) = self.value_or_sign(field)?;
            let text = self.answer(field, &text).unwrap_or(text);
            let word = choice.of(&text);
            if word.is_none() {
                told.doubts
                    .push(Remark::of(reason, text).in_cell(field, column));
            }
            word
        };
        let kind = choice(Field::Kind, Choice::Kind, Reason::BadKind);
        let consent = choice(Field::Consent, Choice::Consent, Reason::BadConsent);
        SaidOfPatron {
            kind: PatronKind::ALL
                .into_iter()
                .find(|of| Some(of.word()) == kind),
            consent: Consent::ALL
                .into_iter()
                .find(|of| Some(of.word()) == consent),
        }
    }

    /// The same as [`RowReader::value`] for a choice, where a hyphen says no.
    fn value_or_sign(&self, field: Field) -> Option<(String, Option<usize>)> {
        let cell = self
            .columns
            .first(field)
            .map(|column| (self.row.cell(column.index), column.index));
        match cell {
            Some((value, index)) if field == Field::Consent && !value.is_empty() => {
                Some((value.shown(), Some(index)))
            }
            _ => self.value(field),
        }
    }

    /// Who gave.
    pub(super) fn givers(
        &self,
        place: Option<Where>,
        project: Option<ProjectId>,
        patrons: &NewPatrons,
        told: &mut Sorted,
    ) -> (Vec<Giver>, Newcomers) {
        let mut newcomers = Newcomers::default();
        let Some((text, column)) = self.value(Field::Patron) else {
            told.refusals
                .push(self.missing(Reason::NoPatron, Field::Patron));
            return (Vec::new(), newcomers);
        };
        let put = |remark: Remark| remark.in_cell(Field::Patron, column);
        if is_ditto(&text) {
            told.doubts.push(put(Remark::of(Reason::Ditto, text)));
            return (Vec::new(), newcomers);
        }
        let said = self.said(told);
        let parts: Vec<&str> = text
            .split(';')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect();
        if parts.len() > 1 && project.is_none() {
            told.refusals
                .push(put(Remark::of(Reason::JointWithoutProject, &text)));
            return (Vec::new(), newcomers);
        }
        let mut givers = Vec::new();
        for part in &parts {
            let answer = self.answer(Field::Patron, part);
            let newcomer = answer.as_deref().and_then(newcomer);
            let name = answer
                .filter(|_| newcomer.is_none())
                .unwrap_or_else(|| (*part).to_owned());
            // What is said of all who gave together is said of none of them.
            let mut said = match parts.len() {
                1 => said,
                _ => SaidOfPatron::default(),
            };
            said.kind = newcomer.flatten().or(said.kind);
            let is_new = newcomer.is_some();
            match patrons.find(&name, said, is_new, self.known) {
                Named::Giver(giver, doubts) => {
                    told.doubts.extend(doubts.into_iter().map(put));
                    givers.push(giver);
                }
                Named::Doubt(remark) => told.doubts.push(put(remark)),
                Named::Newcomer(kind, consent) => {
                    let Some((home, is_stated)) = self.home(place, told) else {
                        continue;
                    };
                    let texts = match parts.len() {
                        1 => self.patron_names(&name),
                        _ => vec![(language_of(part, self.usual), name_of(part).to_owned())],
                    };
                    let (name, is_copied) = with_required(texts, &self.known.portal.site.required);
                    givers.push(newcomers.add(Newcomer {
                        kind,
                        consent,
                        name,
                        home,
                    }));
                    let new = match consent {
                        Consent::Public => Reason::NewPatron,
                        Consent::Anonymous => Reason::NewAnonymous,
                    };
                    told.notes.push(put(Remark::of(new, *part)));
                    if is_copied && consent == Consent::Public {
                        told.notes.push(put(Remark::new(Reason::CopiedText)));
                    }
                    if !is_stated {
                        told.notes.push(put(Remark::new(Reason::HomeOfGift)));
                    }
                }
            }
        }
        if givers.len() < parts.len() {
            givers.clear();
        }
        (givers, newcomers)
    }

    /// The name of a new patron in its languages.
    fn patron_names(&self, name: &str) -> Vec<(Lang, String)> {
        let cells = localised(Field::Patron, self.row, self.columns, self.usual);
        let mut names: Vec<(Lang, String)> = cells
            .into_iter()
            .map(|(lang, text, _)| (lang, name_of(&text).to_owned()))
            .collect();
        if names.is_empty() {
            names.push((language_of(name, self.usual), name.to_owned()));
        }
        names
    }

    /// Where a new patron comes from, and whether the sheet says so: else it is the region of the gift.
    fn home(&self, place: Option<Where>, told: &mut Sorted) -> Option<(RegionId, bool)> {
        let portal = self.known.portal;
        let stated = told.take(self.record(Field::Home, &self.known.regions, |of| {
            portal.regions[of].record.id.to_string()
        }));
        if let Some(region) = stated {
            return Some((region, true));
        }
        if told.has(Field::Home) {
            return None;
        }
        let region = match place? {
            Where::Outside { region, .. } => region,
            Where::Project(project) => portal.projects[project].region,
        };
        Some((region, false))
    }
}

/// Whether an editor answered that somebody is new, and of which kind: `new`, `new company`.
fn newcomer(answer: &str) -> Option<Option<PatronKind>> {
    let mut words = answer.split_whitespace();
    let is_new = words.next() == Some("new");
    let kind = words.next();
    let known = PatronKind::ALL
        .into_iter()
        .find(|of| Some(of.word()) == kind);
    (is_new && known.is_some() == kind.is_some() && words.next().is_none()).then_some(known)
}
