//! Who gave, by a row: known patrons, those of rows before, and newcomers with what the row says of them.

use std::collections::HashSet;

use super::amount::is_nothing;
use super::choices::Choice;
use super::columns::{Column, Holds};
use super::field::Field;
use super::gift::Giver;
use super::known::Where;
use super::names::{Found, name_of};
use super::newcomers::{Newcomer, Newcomers};
use super::patrons::{Named, NewPatrons, SaidOfPatron};
use super::reason::{Reason, Remark};
use super::row::{RowReader, Sorted};
use super::texts::{language_of, localised, with_required};
use super::words::{is_denying, is_ditto};
use crate::model::kind::{ProjectId, RegionId};
use crate::model::lang::Lang;
use crate::model::patron::{Consent, PatronKind};

/// What a row says of a consent.
enum Said {
    Consent(Consent),
    Unclear(Remark),
}

impl RowReader<'_> {
    /// What the row says of its patron.
    fn said(&self, told: &mut Sorted) -> SaidOfPatron {
        let kind = self.value(Field::Kind).and_then(|(text, _)| {
            let text = self.answer(Field::Kind, &text).unwrap_or(text);
            let word = Choice::Kind.of(&text);
            if word.is_none() {
                let remark = Remark::of(Reason::BadKind, text);
                told.doubts.push(self.in_cell(remark, Field::Kind));
            }
            word
        });
        let consent = self.consent().and_then(|said| match said {
            Said::Consent(consent) => Some(consent),
            Said::Unclear(remark) => {
                told.doubts.push(remark);
                None
            }
        });
        SaidOfPatron {
            kind: PatronKind::ALL
                .into_iter()
                .find(|of| Some(of.word()) == kind),
            consent,
        }
    }

    /// What the cells of consent say, if anything stands in them. A no in one goes before a yes in another.
    fn consent(&self) -> Option<Said> {
        let cells = self.columns.of(Field::Consent);
        let cells = cells.map(|column| (column, self.row.cell(column.index)));
        let said = cells
            .filter(|(_, value)| !value.is_empty())
            .filter_map(|(column, value)| self.consent_in(column, &value.shown()));
        said.reduce(|before, said| match (&before, &said) {
            (Said::Consent(Consent::Public), _) | (_, Said::Consent(Consent::Anonymous)) => said,
            (Said::Consent(Consent::Anonymous) | Said::Unclear(_), _) => before,
        })
    }

    /// What a cell of consent says. Not to stay unnamed says nothing: it is no consent yet.
    fn consent_in(&self, column: &Column, text: &str) -> Option<Said> {
        let answer = self.answer(Field::Consent, text);
        let text = answer.as_deref().unwrap_or(text);
        let word = Choice::Consent.of(text);
        let said = Consent::ALL.into_iter().find(|of| Some(of.word()) == word);
        let is_plain_no = is_nothing(text) || matches!(&*text.to_lowercase(), "0" | "false");
        let said = match (is_denying(&column.heading), said) {
            (_, said) if answer.is_some() => said,
            (Some(true), Some(Consent::Public)) => Some(Consent::Anonymous),
            (Some(true), Some(Consent::Anonymous)) if is_plain_no => return None,
            (None, Some(Consent::Public)) => None,
            (None, said) => said.filter(|_| !is_plain_no),
            (Some(_), said) => said,
        };
        Some(match said {
            Some(consent) => Said::Consent(consent),
            None => {
                let remark = Remark::of(Reason::BadConsent, text);
                Said::Unclear(remark.in_cell(Field::Consent, Some(column.index)))
            }
        })
    }

    /// Those whom the row does not clearly let be named though it says something of it.
    pub(super) fn never_named(&self) -> Vec<String> {
        match self.consent() {
            None | Some(Said::Consent(Consent::Public)) => return Vec::new(),
            Some(Said::Consent(Consent::Anonymous) | Said::Unclear(_)) => {}
        }
        let cells = self.columns.of(Field::Patron);
        let texts = cells.map(|column| self.row.cell(column.index).shown());
        let names = texts.flat_map(|text| {
            let parts = text.split(';').map(str::trim);
            let answered = |part: &str| match self.answer(Field::Patron, part) {
                Some(answer) if newcomer(&answer).is_none() => answer,
                Some(_) | None => part.to_owned(),
            };
            parts.map(answered).collect::<Vec<String>>()
        });
        names.collect()
    }

    /// Who gave.
    pub(super) fn givers(
        &self,
        place: Option<Where>,
        project: Option<ProjectId>,
        patrons: &NewPatrons,
        told: &mut Sorted,
    ) -> (Vec<Giver>, Newcomers) {
        let mut newcomers = Newcomers::new();
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
        let mut givers: Vec<Giver> = Vec::new();
        let mut is_clear = true;
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
                Named::Doubt(remark) => {
                    told.doubts.push(put(remark));
                    is_clear = false;
                }
                Named::Newcomer(kind, consent) => {
                    match newcomers.find(&name) {
                        Found::One(giver) => {
                            givers.push(giver);
                            continue;
                        }
                        Found::Several(_) | Found::Near(_) if !is_new => {
                            told.doubts.push(put(Remark::of(Reason::Near, *part)));
                            is_clear = false;
                            continue;
                        }
                        Found::Several(_) | Found::Near(_) | Found::None => {}
                    }
                    let Some((home, is_stated)) = self.home(place, told) else {
                        is_clear = false;
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
        // Who is named twice in a row gave once.
        let mut known = HashSet::new();
        givers.retain(|giver| known.insert(*giver));
        if !is_clear {
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
        match place {
            Some(Where::Outside { region, .. }) => Some((region, false)),
            Some(Where::Project(project)) => Some((portal.projects[project].region, false)),
            None if self.columns.holds == Holds::Patrons => {
                told.refusals
                    .push(self.missing(Reason::NoRegion, Field::Home));
                None
            }
            // Why there is no place was told.
            None => None,
        }
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
