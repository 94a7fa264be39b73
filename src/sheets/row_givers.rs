//! Who gave, by a row: known patrons, those of rows before, and newcomers with what the row says of them.

use std::collections::HashSet;

use super::amount::is_nothing;
use super::asking::asks_not_to_be_named;
use super::called::{Called, Meant};
use super::choices::Choice;
use super::columns::{Column, Holds, KnownBy};
use super::field::Field;
use super::gift::{Giver, Newcomer};
use super::kind_of_name::names_several;
use super::known::Where;
use super::name_forms::in_their_languages;
use super::newcomers::Newcomers;
use super::patrons::{Named, NewPatrons, SaidOfPatron, is_nameless};
use super::reason::{Reason, Remark};
use super::row::{RowReader, Sorted};
use super::texts::{language_of, localised, with_required};
use super::words::{heading, is_affirming, is_denying, is_of_remarks, speaks_of_naming};
use super::words_of_rows::is_ditto;
use crate::model::kind::{ProjectId, RegionId};
use crate::model::lang::{Lang, Localised};
use crate::model::patron::{Consent, PatronKind, no_name};
use crate::names::name_of;

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
            let kind = Choice::Kind.of(&text).and_then(PatronKind::by_word);
            if kind.is_none() {
                let kinds = Choice::Kind.words().into_iter().map(str::to_owned);
                let remark = Remark::of(Reason::BadKind, text).meaning(kinds);
                told.doubts.push(self.in_cell(remark, Field::Kind));
            }
            kind
        });
        let consent = self.consent().and_then(|said| match said {
            Said::Consent(consent) => Some(consent),
            Said::Unclear(remark) => {
                told.doubts.push(remark);
                None
            }
        });
        SaidOfPatron { kind, consent }
    }

    /// What the cells of consent say, if anything stands in them. A no in one goes before a yes in another.
    fn consent(&self) -> Option<Said> {
        let cells = self.columns.of(Field::Consent);
        let cells = cells.map(|column| (column, self.row.cell(column.index)));
        let said = cells
            .filter(|(_, value)| !value.is_empty())
            .filter_map(|(column, value)| self.consent_in(column, &value.shown()));
        let remarks = self.columns.remarks().chain(self.columns.of(Field::Patron));
        let asked = remarks.filter_map(|column| {
            let text = self.row.cell(column.index).shown();
            // Who has no other name is written without one.
            let is_name = column.field == Some(Field::Patron) && is_nameless(&text);
            let asks = !is_name && asks_not_to_be_named(&text);
            asks.then(|| self.consent_in_remark(column, &text))
        });
        said.chain(asked)
            .reduce(|before, said| match (&before, &said) {
                (Said::Consent(Consent::Public), _) | (_, Said::Consent(Consent::Anonymous)) => {
                    said
                }
                (Said::Consent(Consent::Anonymous) | Said::Unclear(_), _) => before,
            })
    }

    /// What a remark says that asks that nobody be named. Only an editor can say whom it means.
    fn consent_in_remark(&self, column: &Column, text: &str) -> Said {
        let answer = self.answer(Field::Consent, text);
        let answer = answer.and_then(|of| Choice::Consent.of(&of));
        match answer.and_then(Consent::by_word) {
            Some(consent) => Said::Consent(consent),
            None => {
                let remark = Remark::of(Reason::AsksNotToBeNamed, text).meaning(consents());
                Said::Unclear(remark.in_cell(Field::Consent, Some(column.index)))
            }
        }
    }

    /// Whether a text asks that nobody be named, and no editor said otherwise: it is not for readers.
    pub(super) fn asks_to_stay_unnamed(&self, text: &str) -> bool {
        let answer = self.answer(Field::Consent, text);
        let answer = answer.and_then(|of| Choice::Consent.of(&of));
        asks_not_to_be_named(text) && answer != Some(Consent::Public.word())
    }

    /// What a cell of consent says. Not to stay unnamed says nothing: it is no consent yet.
    fn consent_in(&self, column: &Column, text: &str) -> Option<Said> {
        let answer = self.answer(Field::Consent, text);
        let text = answer.as_deref().unwrap_or(text);
        let said = Choice::Consent.of(text).and_then(Consent::by_word);
        // «Накладная № 14» under «Примечание (согласие)» says nothing of it.
        let speaks = speaks_of_naming(text) || asks_not_to_be_named(text);
        let is_remark = is_of_remarks(&column.heading) && !speaks;
        if said.is_none() && is_remark {
            return None;
        }
        let is_plain_no = is_nothing(text) || matches!(&*text.to_lowercase(), "0" | "false");
        let consent = match (asks_to_stay_unnamed(column), said) {
            (_, said) if answer.is_some() => said,
            (Some(true), Some(Consent::Public)) => Some(Consent::Anonymous),
            (Some(true), Some(Consent::Anonymous)) if is_plain_no => return None,
            (None, Some(Consent::Public)) => said.filter(|_| is_affirming(text)),
            (None, said) => said.filter(|_| !is_plain_no),
            (Some(_), said) => said,
        };
        Some(match (consent, said) {
            (Some(consent), _) => Said::Consent(consent),
            (None, said) => {
                let reason = match said {
                    Some(_) => Reason::UnclearYes,
                    None => Reason::BadConsent,
                };
                let remark = Remark::of(reason, text).meaning(consents());
                Said::Unclear(remark.in_cell(Field::Consent, Some(column.index)))
            }
        })
    }

    /// Whether the row says something of the consent, and does not clearly let its givers be named.
    pub(super) fn forbids_naming(&self) -> bool {
        match self.consent() {
            None | Some(Said::Consent(Consent::Public)) => false,
            Some(Said::Consent(Consent::Anonymous) | Said::Unclear(_)) => true,
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
        let mut newcomers = Newcomers::new();
        let all = self.called();
        if all.is_empty() {
            told.doubts
                .push(self.missing(Reason::NoPatron, Field::Patron));
            return (Vec::new(), newcomers);
        }
        if let Some(of) = all.iter().flatten().find(|of| is_ditto(&of.text)) {
            told.doubts.push(of.remark(Reason::Ditto));
            return (Vec::new(), newcomers);
        }
        let said = self.said(told);
        if all.len() > 1 && project.is_none() {
            let reason = match self.columns.holds {
                Holds::Gifts => Reason::JointWithoutProject,
                Holds::Patrons => Reason::SeveralInRow,
            };
            let (text, column) = self.value(Field::Patron).unwrap_or_default();
            let remark = Remark::of(reason, text);
            told.refusals.push(remark.in_cell(Field::Patron, column));
            return (Vec::new(), newcomers);
        }
        let mut givers: Vec<Giver> = Vec::new();
        let mut is_clear = true;
        for called in &all {
            let called = &self.in_full(called, said.kind, patrons, told);
            let names = self.telling(called);
            // A column names several where another names one.
            let mut pairs = names.windows(2);
            if let Some([of, _]) = pairs.find(|pair| pair[0].column == pair[1].column) {
                told.doubts.push(of.remark(Reason::Several));
                is_clear = false;
                continue;
            }
            let is_answered = |of: &Called| of.is_new() || of.name != of.text;
            let seem_several = names.iter().find(|of| {
                !is_answered(of) && !self.known.patrons.has(&of.name) && names_several(&of.text)
            });
            if let Some(of) = seem_several {
                told.doubts.push(of.remark(Reason::SeveralNames));
                is_clear = false;
                continue;
            }
            // What is said of all who gave together is said of none of them.
            let mut said = match all.len() {
                1 => said,
                _ => SaidOfPatron::default(),
            };
            said.kind = called.iter().find_map(|of| of.new.flatten()).or(said.kind);
            let found = match patrons.find(&names, said, self.known) {
                Named::Giver(giver, doubts) => {
                    told.doubts.extend(doubts);
                    if let Giver::New(number) = giver
                        && let Some(of) = patrons.new_patron(number)
                    {
                        self.tell_of_consent(&names, (said.consent, of.consent), told);
                    }
                    let is_certain = self.tell_of_joining(giver, &names, place, patrons, told);
                    is_certain.then_some(giver)
                }
                Named::Doubt(remark) => {
                    told.doubts.push(remark);
                    None
                }
                Named::Nameless(kind) => self.home(place, told).map(|(home, _)| {
                    let note = called.first().map(|of| of.remark(Reason::Nameless));
                    told.notes.extend(note);
                    newcomers.add_nameless(Newcomer {
                        kind,
                        consent: Consent::Anonymous,
                        name: nameless(&self.known.portal.site.required),
                        called: String::new(),
                        home,
                    })
                }),
                Named::Newcomer(kind, consent) => match newcomers.find_noting(&names) {
                    Meant::One(giver) => Some(giver),
                    Meant::Open(of, reason, _) => {
                        told.doubts.push(of.remark(reason));
                        None
                    }
                    Meant::Nobody => self.home(place, told).map(|(home, is_stated)| {
                        self.tell_of_consent(&names, (said.consent, consent), told);
                        let texts = self.new_name(called, all.len() == 1);
                        let (name, is_copied) =
                            with_required(texts, &self.known.portal.site.required);
                        let new = match consent {
                            Consent::Public => Reason::NewPatron,
                            Consent::Anonymous => Reason::NewAnonymous,
                        };
                        let notes = [
                            Some(new),
                            (is_copied && consent == Consent::Public).then_some(Reason::CopiedText),
                            (!is_stated).then_some(Reason::HomeOfGift),
                        ];
                        let notes = notes.into_iter().flatten();
                        told.notes.extend(notes.filter_map(|reason| {
                            let is_new = matches!(reason, Reason::NewPatron | Reason::NewAnonymous);
                            Some(Remark {
                                kind: is_new.then_some(kind),
                                ..called.first()?.remark(reason)
                            })
                        }));
                        newcomers.add(Newcomer {
                            kind,
                            consent,
                            name,
                            called: called
                                .first()
                                .map(|of| name_of(&of.name).to_owned())
                                .unwrap_or_default(),
                            home,
                        })
                    }),
                },
            };
            is_clear &= found.is_some();
            givers.extend(found);
        }
        // Who is named twice in a row gave once.
        let mut known = HashSet::new();
        givers.retain(|giver| known.insert(*giver));
        if !is_clear {
            givers.clear();
        }
        (givers, newcomers)
    }

    /// The name of a new patron in its languages: from the columns of all where the row names one giver alone.
    fn new_name(&self, called: &[Called], is_alone: bool) -> Vec<(Lang, String)> {
        let cells = localised(Field::Patron, self.row, self.columns, self.usual);
        let of_column = |index| called.iter().find(|of| of.column == Some(index));
        let cells = cells.into_iter().filter(|_| is_alone);
        let mut names: Vec<(Lang, String)> = cells
            .filter_map(|(lang, _, index)| {
                Some((lang, name_of(&of_column(index)?.name).to_owned()))
            })
            .collect();
        if let (true, Some(first)) = (names.is_empty(), called.first()) {
            let lang = language_of(&first.name, self.usual);
            names.push((lang, name_of(&first.name).to_owned()));
        }
        in_their_languages(names, &self.known.portal.site.required)
    }

    /// Where a new patron comes from, and whether the sheet says so: else it is the region of the gift.
    fn home(&self, place: Option<Where>, told: &mut Sorted) -> Option<(RegionId, bool)> {
        let portal = self.known.portal;
        let stated = told.take(self.record(Field::Home, &self.known.regions, |of| {
            portal.regions[of].record.id.to_string()
        }));
        if let Some(region) = stated {
            self.tell_of_region_in_short(Field::Home, region, told);
            return Some((region, true));
        }
        if told.has(Field::Home) {
            return None;
        }
        match place {
            Some(Where::Outside { region, .. }) => Some((region, false)),
            Some(Where::Project(project)) => Some((portal.projects[project].region, false)),
            None if self.columns.holds == Holds::Patrons => {
                told.doubts
                    .push(self.missing(Reason::NoRegion, Field::Home));
                None
            }
            // Why there is no place was told.
            None => None,
        }
    }
}

/// The answers to whether somebody may be named, the safe one first.
fn consents() -> [String; 2] {
    [Consent::Anonymous, Consent::Public].map(|consent| consent.word().to_owned())
}

/// The name of who has none: a record has to have one, and this tells nothing.
fn nameless(required: &[Lang]) -> Localised {
    let names = required.iter();
    Localised::new(names.map(|&lang| (lang, no_name(lang).to_owned())))
}

/// Whether a column asks if somebody stays unnamed; none where its heading does not tell, though an editor said what it holds.
fn asks_to_stay_unnamed(column: &Column) -> Option<bool> {
    let is_told = column.by != KnownBy::Mapping
        || heading(&column.heading).is_some_and(|of| of.field == Field::Consent);
    is_told.then(|| is_denying(&column.heading)).flatten()
}
